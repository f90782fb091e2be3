"""Who may be put on what: the refusal says who, what is missing, by which clause or law, and what to do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.rules.terms.occasions import Exposure
from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Role
from samsyn.web.roster import actions
from samsyn.web.roster.models import Worker
from samsyn.web.roster.permissions import check_may_put_on
from samsyn.web.roster.queries import standing_of, workers_on
from samsyn.web.roster.tests.conftest import NOW, Roster

CHILDREN: tuple[Exposure, ...] = ("children",)


def put_on(
    roster: Roster,
    worker: Worker,
    exposure: tuple[Exposure, ...] = CHILDREN,
    day: date = TODAY,
    role: Role = Role.STAFF,
) -> None:
    roster.do(lambda by: check_may_put_on(by, worker, exposure, roster.dossier, day), role)


def test_nobody_who_has_not_shown_an_extract_is_put_on_work_with_children(roster: Roster) -> None:
    ada = roster.employ("Ada")
    with pytest.raises(ValidationError) as refused:
        put_on(roster, ada)
    assert refused.value.messages == [
        "Ada kan inte sättas på arbete som möter barn. Utdrag ur belastningsregistret och misstankeregistret är inte "
        "noterat som visat (5 st. 1; Lagen (2013:852), 1 och 4 §§). Den som svarar för personalen noterar i Bemanning "
        "när det har visats upp."
    ]


def test_once_it_is_shown_she_is_put_on(roster: Roster) -> None:
    ada = roster.employ()
    roster.shown(ada)
    put_on(roster, ada)


def test_it_stands_before_children_and_nothing_else(roster: Roster) -> None:
    put_on(roster, roster.employ(), exposure=())


def test_nobody_meets_data_of_participants_who_has_not_signed(roster: Roster) -> None:
    bo, text = roster.volunteer(), roster.text()
    with pytest.raises(ValidationError, match="uppgifter om deltagare ligger öppna"):
        put_on(roster, bo, exposure=("participants_data",))
    roster.signed(bo, text)
    put_on(roster, bo, exposure=("participants_data",))


def test_a_volunteer_is_asked_for_an_extract_only_when_there_is_cause(roster: Roster) -> None:
    bo = roster.volunteer()
    put_on(roster, bo)
    cause = roster.asked(bo)
    with pytest.raises(ValidationError, match=r"5 st\. 2"):
        put_on(roster, bo)
    roster.do(lambda by: actions.drop_cause(cause, by=by, now=NOW))
    put_on(roster, bo)


def test_who_is_not_on_the_roster_that_day_is_not_put_on(roster: Roster) -> None:
    bo = roster.volunteer()
    with pytest.raises(ValidationError, match="inte med i bemanningen den dagen"):
        put_on(roster, bo, day=TODAY - timedelta(days=1))


def test_another_party_puts_nobody_of_ours_on(roster: Roster) -> None:
    bo = roster.volunteer()
    with pytest.raises(PermissionDenied):
        roster.do(lambda by: check_may_put_on(by, bo, (), roster.dossier, TODAY), whose=roster.cast.municipality)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR, Role.PROTECTION_OFFICER])
def test_who_does_not_do_the_work_puts_nobody_on(roster: Roster, role: Role) -> None:
    bo = roster.volunteer()
    with pytest.raises(PermissionDenied):
        put_on(roster, bo, exposure=(), role=role)


def test_what_is_taken_back_is_lacking_again(roster: Roster) -> None:
    ada = roster.employ()
    noted = roster.shown(ada)
    roster.do(lambda by: actions.take_back(noted, "wrong_person", by=by, now=NOW))
    with pytest.raises(ValidationError):
        put_on(roster, ada)


def test_the_standing_of_many_is_asked_at_once(roster: Roster) -> None:
    """As many questions for nine as for one."""

    def count() -> int:
        def ask(by: Viewer) -> int:
            people = workers_on(by, roster.partnership, TODAY)
            with CaptureQueriesContext(connection) as asked:
                found = standing_of(by, people, roster.dossier, CHILDREN, TODAY)
            assert all(each.blocks for each in found.values())
            return len(asked)

        return roster.do(ask)

    roster.employ("En")
    one = count()
    for number in range(8):
        roster.employ(f"Nummer {number}")
    assert count() == one
