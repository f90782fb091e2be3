"""May this viewer see this item? A paragraph at a time."""

import pytest

from samsyn.rules.secrecy import Circle, GrantFact, ItemFacts, ViewerFacts, may_see

STAFF = ViewerFacts(organisation="a", partnerships=frozenset({"p"}), reads=True, reads_individuals=True)
CONTROLLER = ViewerFacts(organisation="a", partnerships=frozenset({"p"}), reads=True)
ADMINISTRATOR = ViewerFacts(organisation="a")
GUEST = ViewerFacts(organisation="c", participations=frozenset({"p"}), reads=True)
GIVEN = GrantFact("p", "b", "talks", "§ 4")
SHARED_WITH = ViewerFacts(organisation="a", partnerships=frozenset({"p"}), grants=frozenset({GIVEN}), reads=True)
LEFT = ViewerFacts(organisation="a", grants=frozenset({GIVEN}), reads=True)

CASES = [
    ("one's own is seen", STAFF, ItemFacts("a", "p"), True),
    ("another's is not", STAFF, ItemFacts("b", "p"), False),
    ("what is open to the parties is seen by a party", STAFF, ItemFacts("b", "p", Circle.PARTIES), True),
    ("and not in a partnership one is not in", STAFF, ItemFacts("b", "q", Circle.PARTIES), False),
    ("a participant sees papers for participants", GUEST, ItemFacts("b", "p", Circle.PARTICIPANTS), True),
    ("and nothing that is for the parties", GUEST, ItemFacts("b", "p", Circle.PARTIES), False),
    ("an administrator reads nothing, not even one's own", ADMINISTRATOR, ItemFacts("a", "p"), False),
    ("a controller sees no individual", CONTROLLER, ItemFacts("a", "p", about_individual=True), False),
    ("staff see their own organisation's individuals", STAFF, ItemFacts("a", "p", about_individual=True), True),
    ("a grant opens its scope", SHARED_WITH, ItemFacts("b", "p", scope="talks"), True),
    ("and no other scope", SHARED_WITH, ItemFacts("b", "p", scope="stays"), False),
    ("nor what has no scope", SHARED_WITH, ItemFacts("b", "p"), False),
    ("nor another owner's", SHARED_WITH, ItemFacts("d", "p", scope="talks"), False),
    (
        "nor an individual, to a role that reads of none",
        SHARED_WITH,
        ItemFacts("b", "p", scope="talks", about_individual=True),
        False,
    ),
    ("a grant ends with the partnership", LEFT, ItemFacts("b", "p", scope="talks"), False),
]


@pytest.mark.parametrize(("viewer", "item", "seen"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_sees_what(viewer: ViewerFacts, item: ItemFacts, seen: bool) -> None:
    assert bool(may_see(viewer, item)) is seen


def test_a_refusal_says_why_in_a_sentence() -> None:
    decision = may_see(CONTROLLER, ItemFacts("a", "p", about_individual=True, clause="§ 10"))
    assert "enskild" in decision.reason.says
    assert decision.reason.clause == "§ 10"


def test_a_grant_says_what_it_rests_on() -> None:
    assert may_see(SHARED_WITH, ItemFacts("b", "p", scope="talks")).reason.inputs == (("grund", "§ 4"),)
