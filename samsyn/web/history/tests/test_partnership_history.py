"""The history of a partnership: sentences by day, for those who may read it; and who has read what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import Resolver404, resolve

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.history.kinds import ELSEWHERE, WORDS, Kind
from samsyn.web.history.places import PAGES
from samsyn.web.history.queries import READS
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import ROOT, Laid, asked, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment
from samsyn.web.project.ids import new_id

NOW = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
"""Half past midnight on 2 March in Sweden."""


@pytest.fixture
def laid(cast: Cast, settings: Any) -> Laid:
    settings.SAMSYN_TODAY = TODAY
    keys = {"socialnamnden": cast.municipality, "skane-stadsmission": cast.association}
    return lay(ROOT / "agreements" / "helsingborg-hemlosas-hus", with_=keys)


def did(cast: Cast, laid: Laid, who: Organisation, name: str, role: Role = Role.HEAD, **said: Any) -> None:
    with cast.as_(who, role) as viewer:
        record(name, by=viewer, partnership=laid.partnership, **({"now": NOW} | said))


def page(cast: Cast, laid: Laid, who: Organisation, role: Role = Role.HEAD, query: str = "") -> str:
    answer = cast.client(who, role).get(f"/as/{who.slug}/partnerships/{laid.partnership.slug}/history/{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_what_is_done_in_the_open_is_told_to_every_party_and_the_rest_at_home(cast: Cast, laid: Laid) -> None:
    did(cast, laid, cast.municipality, "contact.add", shared=True, clause="1.6 st. 3", reason="Ny samordnare")
    did(cast, laid, cast.municipality, "partnership.set_case_number")
    theirs, ours = page(cast, laid, cast.association), page(cast, laid, cast.municipality, Role.STAFF)
    for each in (theirs, ours):
        assert "Socialnämnden lade till en kontakt" in each
        assert "Ny samordnare" in each
        assert "1.6 st. 3" in each
        assert "måndag 2 mars 2026" in each
    assert "skrev organisationens diarienummer" in ours
    assert "skrev organisationens diarienummer" not in theirs


def test_only_one_s_own_people_and_the_appointed_are_named(cast: Cast, laid: Laid) -> None:
    did(cast, laid, cast.municipality, "contact.add", shared=True)
    name = cast.person(cast.municipality, Role.HEAD).display_name
    assert name in page(cast, laid, cast.municipality, Role.AUDITOR)
    assert name not in page(cast, laid, cast.association)
    with acting_as_job(Job.SEED):
        Appointment.objects.create(
            person=cast.person(cast.municipality, Role.HEAD),
            partnership=laid.partnership,
            organisation=cast.municipality,
            body="styrgrupp",
            function="Controller",
            since=TODAY,
        )
    assert name in page(cast, laid, cast.association)


def test_it_leads_to_what_it_is_about_where_that_is_there(cast: Cast, laid: Laid) -> None:
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=laid.partnership)[0]
    did(cast, laid, cast.municipality, "matter.open", shared=True, subject=owed)
    did(cast, laid, cast.municipality, "matter.withdraw", shared=True, refers_to={"obligation": owed.pk})
    did(cast, laid, cast.municipality, "matter.refuse", shared=True, refers_to={"document": new_id()})
    shown = page(cast, laid, cast.association)
    assert shown.count(f"obligations/{owed.pk}/") == 2
    assert "Socialnämnden godkände inte en avvikelse" in shown


def test_one_kind_is_chosen_and_nonsense_is_no_choice(cast: Cast, laid: Laid) -> None:
    did(cast, laid, cast.municipality, "contact.add", shared=True)
    did(cast, laid, cast.municipality, "matter.open", shared=True)
    assert "lade till en kontakt" not in page(cast, laid, cast.association, query="?kind=matters")
    assert "öppnade ett ärende" in page(cast, laid, cast.association, query="?kind=matters")
    assert "lade till en kontakt" in page(cast, laid, cast.association, query="?kind=nej&page=x")


def test_what_samsyn_works_out_again_is_one_quiet_line_a_day(cast: Cast, laid: Laid) -> None:
    did(cast, laid, cast.municipality, "contact.add", shared=True)
    with acting_as_job(Job.DERIVE):
        for minute in range(3):
            at = NOW + timedelta(minutes=minute)
            record("obligations.derive", by=Job.DERIVE, now=at, partnership=laid.partnership, shared=True)
    shown = page(cast, laid, cast.association)
    assert "Samsyn räknade ut åtagandena på nytt 3 gånger." in shown
    assert "härledde åtagandena" not in shown


def test_what_was_only_read_is_no_part_of_it(cast: Cast, laid: Laid) -> None:
    did(cast, laid, cast.municipality, "document.open")
    assert "öppnade en handling" not in page(cast, laid, cast.municipality)


def test_who_has_read_what_is_for_oversight_and_stands_apart(cast: Cast, laid: Laid) -> None:
    name = cast.person(cast.municipality, Role.STAFF).display_name
    with cast.as_(cast.municipality, Role.STAFF) as viewer:
        act = record("document.open", by=viewer, now=NOW, partnership=laid.partnership)
    assert act.name in READS
    for role in (Role.PROTECTION_OFFICER, Role.AUDITOR):
        client = cast.client(cast.municipality, role)
        assert name in client.get("/as/kommunen/history/?show=reading").content.decode()
        assert "öppnade en handling" not in client.get("/as/kommunen/history/").content.decode()
    theirs = cast.client(cast.association, Role.AUDITOR).get("/as/foreningen/history/?show=reading")
    assert "öppnade en handling" not in theirs.content.decode()


def test_as_many_questions_for_many_acts_as_for_few(cast: Cast, laid: Laid) -> None:
    with acting_as_job(Job.SEED):
        every = list(Obligation.objects.filter(partnership=laid.partnership)[:40])
    client = cast.client(cast.association, Role.CONTROLLER)
    home = f"/as/foreningen/partnerships/{laid.partnership.slug}/history/"
    did(cast, laid, cast.municipality, "matter.open", shared=True, subject=every[0])
    few = len(asked(client, home))
    for owed in every:
        did(cast, laid, cast.municipality, "matter.open", shared=True, subject=owed)
    assert len(asked(client, home)) == few <= 12


def test_every_act_is_of_a_kind_that_can_be_chosen() -> None:
    words = {name.split(".")[0] for name in acts.known()} - {"test"}
    new = words - set(WORDS) - ELSEWHERE
    assert not new, f"What are acts named {new} about? Write it in samsyn/web/history/kinds.py."
    assert set(WORDS.values()) == set(Kind)


@pytest.mark.parametrize("path", sorted(PAGES.values()))
def test_every_page_that_an_act_leads_to_is_an_address(path: str) -> None:
    at = f"/as/kommunen/partnerships/partnerskapet/{path.format(id=new_id())}"
    try:
        resolve(at)
    except Resolver404:
        pytest.fail(f"{at} is no address. Correct samsyn/web/history/places.py.")


def test_the_same_done_many_times_in_a_row_is_one_line(cast: Cast, laid: Laid) -> None:
    for minute in range(4):
        did(cast, laid, cast.municipality, "meeting.note", shared=True, now=NOW + timedelta(minutes=minute))
    did(cast, laid, cast.association, "meeting.note", shared=True, now=NOW + timedelta(minutes=9))
    shown = page(cast, laid, cast.municipality)
    assert shown.count("skrev i ett protokoll") == 2
    assert "4 gånger" in shown
