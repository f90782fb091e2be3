"""Posts that are paid for, and posts that are filled

Two figures side by side. Nothing follows from a difference: it is for the parties to talk about.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samsyn.rules.staffing import Post, posts_of
from tests.spec.small import agreement

POSTS = """
    [funding.money]
    clause = "6"
    says = "Nämnden betalar till föreningen."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "unstated"

    [cost_line.wages]
    clause = "6"
    says = "3,2 tjänster."
    funding = "money"
    posts = 3.2
    purpose = "staff"

    [cost_line.supervisors]
    clause = "6"
    says = "Tre av tjänsterna är handledare."
    funding = "money"
    posts = 3
    purpose = "staff"
    part_of = "wages"

    [cost_line.adviser]
    clause = "6"
    says = "En tiondel är vägledare."
    funding = "money"
    posts = 0.1
    purpose = "staff"
    part_of = "wages"

    [cost_line.administrator]
    clause = "6"
    says = "En tiondel är administratör."
    funding = "money"
    posts = 0.1
    purpose = "staff"
    part_of = "wages"
"""


def posts(*filled: tuple[str, str], party: str = "the-association") -> list[Post]:
    shares = [(line, Decimal(share)) for line, share in filled]
    return posts_of(agreement(POSTS).agreement, party, date(2026, 3, 2), shares)


def test_three_point_two_posts_are_three_and_a_tenth_and_a_tenth() -> None:
    (wages,) = posts()
    assert wages.financed == Decimal("3.2")
    assert sum(part.financed for part in wages.parts) == 3 + 2 * Decimal("0.1")
    assert wages.filled == 0


def test_what_is_filled_of_the_parts_is_filled_of_the_whole() -> None:
    (wages,) = posts(("supervisors", "1"), ("supervisors", "0.75"), ("adviser", "0.1"))
    assert wages.filled == 1 + Decimal("0.75") + Decimal("0.1")
    assert [part.filled for part in wages.parts] == [Decimal("1.75"), Decimal("0.1"), Decimal(0)]


def test_who_is_put_on_the_whole_fills_the_whole_and_no_part() -> None:
    (wages,) = posts(("wages", "0.5"))
    assert wages.filled == Decimal("0.5")
    assert [part.filled for part in wages.parts] == [Decimal(0)] * 3


def test_the_posts_are_those_of_the_party_that_is_paid() -> None:
    assert posts(party="the-municipality") == []
