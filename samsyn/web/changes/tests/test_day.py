"""My day says what waits for the party's answer, until it has answered."""

from __future__ import annotations

from datetime import date

from samsyn.web.access.fixtures import Cast
from samsyn.web.changes.tests.laying import APPROVED, MANDATE, NOW, SIX_MONTHS, TODAY, lay, proposed, step
from samsyn.web.matters import actions as matters
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

WAITS, CHANGE, MATTER = "Väntar på ert svar", "Uppsägningstiden blir sex månader.", "Dyrare el"


def day(cast: Cast, organisation: Organisation) -> str:
    return cast.client(organisation, Role.HEAD).get(f"/as/{organisation.slug}/").content.decode()


def test_a_change_waits_for_each_party_until_it_has_answered(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", by=viewer)
    assert WAITS not in day(cast, cast.municipality)
    assert CHANGE in day(cast, cast.association)
    assert "En sak väntar på ert svar." in day(cast, cast.association)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)
    assert "väntar på ert svar." not in day(cast, cast.association)
    assert WAITS not in day(cast, cast.association)


def test_a_change_that_a_party_is_not_asked_about_does_not_wait_for_it(cast: Cast, today: date) -> None:
    partnership = lay(cast, MANDATE)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
    assert CHANGE in day(cast, cast.municipality)
    assert WAITS not in day(cast, cast.association)


def test_what_another_party_has_written_waits_until_it_is_answered(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        matter = matters.open_matter(
            partnership, "economic_change", title=MATTER, says="Elen blir dyrare.", by=viewer, now=NOW, today=TODAY
        )
    assert MATTER in day(cast, cast.municipality)
    assert MATTER not in day(cast, cast.association)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        matters.acknowledge(matter, by=viewer, now=NOW, today=TODAY)
    assert MATTER not in day(cast, cast.municipality)


def test_a_deviation_waits_also_for_the_approval_of_who_opened_it(cast: Cast, today: date) -> None:
    deviation = """
[deviation.plan]
clause = "9 c"
says = "Avvikelser från planen godkänns av alla parter innan de sker."
of = ["plan"]
"""
    partnership = lay(cast, APPROVED + deviation)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        matter = matters.open_matter(
            partnership, "deviation", title=MATTER, says="Vi stänger tidigare.", happens_on=date(2026, 5, 1),
            by=viewer, now=NOW, today=TODAY,
        )  # fmt: skip
    assert MATTER in day(cast, cast.association)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        matters.add_dialogue(matter, "Vi talades vid.", on=TODAY, by=viewer, now=NOW, today=TODAY)
        matters.approve(matter, by=viewer, now=NOW, today=TODAY)
    assert MATTER not in day(cast, cast.association)
    assert MATTER in day(cast, cast.municipality)
