"""The one who refers, the one who receives, and everybody else: queryset and PostgreSQL let the same through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent, Participant
from samsyn.web.placements.tests.conftest import Table

pytestmark = pytest.mark.django_db(databases=["default", "retention"], transaction=True)

EVERYTHING = "retention"
"""The role samsyn_retention sees every row: what a queryset finds there, it finds without help from the policies."""
WORKING = (Role.HEAD, Role.STAFF, Role.CASE_OFFICER)
OF_NOBODY = {"TrainingPlace"}


@pytest.fixture
def laid(committed: Table) -> Table:
    """Everything: a placement with all that goes with it, one whose consent was withdrawn, one sent, one a draft.

    The other association is a third party, the other board takes part, and both see nothing of it.
    """
    table = committed
    with acting_as_job(Job.SEED):
        for who, kind in ((table.cast.other_association, "party"), (table.cast.other_board, "participant")):
            PartnershipParty.objects.create(partnership=table.partnership, organisation=who, key=who.slug, kind=kind)
    placement = table.start()
    _follow(table, placement)
    withdrawn = table.start()
    with acting_as_job(Job.SEED):
        consent = Consent.objects.get(participant_id=withdrawn.participant_id)
    table.do(table.ours, actions.withdraw_consent, consent)
    _follow(table, withdrawn)
    table.sent()
    table.sent(until=table.later(1))
    table.draft()
    table.consent(table.participant())
    return table


def _follow(table: Table, placement: Any) -> None:
    table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=table.today)
    table.do(table.ours, actions.do_step, placement, "nasta-steg", 1, done_on=table.today)
    table.do(table.theirs, actions.note_attendance, placement, table.today, "present")
    table.do(table.theirs, actions.assess, placement, 1, "participant", [1, 2, 3, 4, 5], done_on=table.today)
    with acting_as_job(Job.SEED):
        participant = Participant.objects.get(pk=placement.participant_id)
        is_open = participant.open_to_id is not None
    table.do(table.ours, actions.make_own_page, participant)
    if is_open:
        last = placement.planned_last.replace(month=9)
        table.do(table.theirs, actions.propose_extension, placement, last, consulted_on=table.today)
    else:
        table.do(table.theirs, actions.close_placement, placement, "partly", "other", on=table.today)


def models() -> list[type[Model]]:
    return list(apps.get_app_config("placements").get_models())


def viewers(table: Table, *who: Organisation, roles: tuple[Role, ...] = tuple(Role)) -> Iterator[Viewer]:
    for organisation in who:
        for role in roles:
            for today in (table.today, table.later(1)):
                with table.as_(organisation, role, today) as viewer:
                    yield viewer


def test_the_queryset_and_the_policies_let_through_the_same_rows(laid: Table) -> None:
    found = dict.fromkeys((model.__name__ for model in models()), 0)
    cast = laid.cast
    for viewer in viewers(laid, laid.ours, laid.theirs, cast.other_association, cast.other_board):
        for model in models():
            manager: Any = model._default_manager
            by_queryset = set(manager.using(EVERYTHING).visible_to(viewer).values_list("pk", flat=True))
            by_policy = set(manager.all().values_list("pk", flat=True))
            who = f"{viewer.organisation_slug} {set(viewer.roles)} {viewer.day} {model.__name__}"
            assert by_queryset <= by_policy, f"{who}: the policy hides what the queryset promises"
            if viewer.roles & set(WORKING):
                assert by_policy <= by_queryset, f"{who}: the policy shows more than the queryset"
            found[model.__name__] += len(by_queryset)
    assert all(found.values()), found


def test_other_parties_see_the_places_and_nobody_in_them(laid: Table) -> None:
    for viewer in viewers(laid, laid.cast.other_association, laid.cast.other_board):
        seen = {model.__name__ for model in models() if model._default_manager.exists()}
        assert seen <= OF_NOBODY, (viewer.organisation_slug, viewer.roles, seen)


def test_who_reads_no_individuals_sees_none_on_either_side(laid: Table) -> None:
    others = tuple(role for role in Role if role not in WORKING)
    for viewer in viewers(laid, laid.ours, laid.theirs, roles=others):
        for model in models():
            manager: Any = model._default_manager
            if model.__name__ not in OF_NOBODY:
                assert not manager.visible_to(viewer).exists(), (viewer.roles, model)


def test_the_host_sees_who_is_sent_and_open_and_of_the_withdrawn_only_what_it_received(laid: Table) -> None:
    with laid.as_(laid.theirs) as viewer:
        counts = {model.__name__: model._default_manager.visible_to(viewer).count() for model in models()}  # type: ignore[attr-defined]
    assert counts == {
        "TrainingPlace": 24, "Participant": 3, "Consent": 4, "OwnPage": 0, "Referral": 3, "Placement": 2,
        "Occupancy": 2, "Extension": 1, "ExtensionApproval": 1, "StepDone": 3, "Attendance": 2, "SelfAssessment": 2,
        "Closing": 1,
    }  # fmt: skip
    with laid.as_(laid.theirs, today=laid.later(1)) as viewer:
        assert Participant.objects.visible_to(viewer).count() == 2


def test_the_one_who_refers_sees_nothing_written_after_the_withdrawal(laid: Table) -> None:
    with laid.as_(laid.ours) as viewer:
        counts = {model.__name__: model._default_manager.visible_to(viewer).count() for model in models()}  # type: ignore[attr-defined]
    assert (counts["StepDone"], counts["Attendance"], counts["SelfAssessment"], counts["Closing"]) == (3, 1, 1, 0)
    assert (counts["Participant"], counts["Referral"], counts["Consent"], counts["Placement"]) == (6, 5, 5, 2)
