"""What other pages say of changes: the first page, the readings, a duty."""

from __future__ import annotations

from datetime import date

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.changes.tests.conftest import Party, party
from samsyn.web.changes.tests.laying import APPROVED, SIGNED, SIX_MONTHS, lay, proposed, step
from samsyn.web.changes.tests.test_pages import visible
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Role

NOTICE = {"clause": "3", "says": "Nämnden säger upp."}


def beside(one: Party, path: str) -> str:
    answer = one.client.get(one.home.removesuffix("changes/") + path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_first_page_says_what_waits_for_the_viewer_s_party_alone(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "signature", by=viewer)
    ours, theirs = (party(cast, partnership, each) for each in (cast.municipality, cast.association))
    assert "Tillägg 1 väntar på er: Uppsägningstiden blir sex månader." in visible(beside(theirs, ""))
    assert "väntar på er" not in visible(beside(ours, ""))
    assert "Ni har gjort ert. Nu väntar det på Föreningen." in visible(ours.page(f"{change.pk}/"))


def test_the_first_page_counts_down_when_notice_is_given(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one = party(cast, partnership, cast.association)
    assert "Avsluta i god ordning" not in visible(beside(one, ""))
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        proposed(partnership, "notice", NOTICE, by=viewer)
    assert "Sista dagen är 2026-06-02, om 92 dagar." in visible(beside(one, ""))
    assert f'href="{one.home}wind-down/"' in beside(one, "")


def test_a_question_leads_to_its_answer_and_a_duty_to_its_waiver(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one, staff = (party(cast, partnership, cast.association, role) for role in (Role.HEAD, Role.STAFF))
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=partnership, term="rapport").order_by("due")[0]
    for path, link in (
        ("agreement/assumptions/", "start/confirmation/?assumption=sista-dag"),
        (f"obligations/{owed.pk}/", f"start/waiver/?obligation={owed.pk}"),
    ):
        assert f'href="{one.home}{link}"' in beside(one, path)
        assert link not in beside(staff, path)


def test_the_list_asks_the_database_as_often_for_one_as_for_three(cast: Cast, today: date) -> None:
    from samsyn.web.obligations.tests.laying import asked

    partnership = lay(cast, SIGNED)
    one = party(cast, partnership, cast.association)
    counts = []
    for number in (1, 2):
        with cast.as_(cast.municipality, Role.HEAD) as viewer:
            for _ in range(number):
                step(proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer), "signature", by=viewer)
        counts.append(len(asked(one.client, one.home)))
    assert counts[0] == counts[1]
