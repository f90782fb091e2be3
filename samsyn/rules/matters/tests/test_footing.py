"""What each of the agreements says about matters, and what is a reading of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from samsyn.rules.matters import Footing, Form, Kind, Reading, footing_for, footings_of
from samsyn.rules.reading import read_agreement
from samsyn.rules.terms import Agreement

_AGREEMENTS = Path(__file__).parents[4] / "agreements"


def of(folder: str) -> Agreement:
    return read_agreement(_AGREEMENTS / folder).agreement


def only(folder: str, kind: Kind) -> Footing:
    (footing,) = footings_of(of(folder), kind)
    return footing


def test_a_deviation_is_approved_by_both_after_a_dialogue_where_the_clause_says_so() -> None:
    footing = only("malmo-arbetstraning", Kind.DEVIATION)
    assert (footing.form, footing.clause, footing.dialogue_first) == (Form.APPROVAL, "9 st. 1", True)
    assert footing.approvers == ("arbetsmarknads-och-socialnamnden", "skane-stadsmission")
    assert footing.of == ("plan", "budget")
    assert [each.id for each in footing.assumptions] == ["hur-stor-ar-betydande"]
    assert footing.readings == ()


def test_where_a_body_decides_beforehand_it_is_our_reading_that_each_party_in_it_approves() -> None:
    footing = only("helsingborg-kvinnojouren", Kind.DEVIATION)
    assert (footing.form, footing.clause, footing.body) == (Form.APPROVAL, "7 st. 2", "styrgrupp")
    assert footing.approvers == ("socialnamnden", "kvinnojouren")
    assert footing.readings == (Reading.PRINCIPAL, Reading.THROUGH_ITS_PARTIES)
    assert not footing.dialogue_first


@pytest.mark.parametrize("folder", ["helsingborg-hemlosas-hus", "stockholm-eu-medborgare"])
def test_without_a_clause_a_deviation_is_only_told(folder: str) -> None:
    footing = only(folder, Kind.DEVIATION)
    assert (footing.form, footing.term, footing.clause, footing.approvers) == (Form.NOTICE, "", "", ())


@pytest.mark.parametrize(
    ("folder", "clause", "then"),
    [
        ("malmo-arbetstraning", "9 st. 2", "general_court"),
        ("helsingborg-hemlosas-hus", "1.8 st. 1", "unspecified"),
        ("helsingborg-kvallsexpeditionen", "1.8 st. 1", "unspecified"),
        ("helsingborg-kvinnojouren", "", ""),
        ("stockholm-eu-medborgare", "", ""),
    ],
)
def test_a_dispute_goes_where_its_clause_says(folder: str, clause: str, then: str) -> None:
    footing = only(folder, Kind.DISPUTE)
    assert (footing.clause, footing.then, footing.dialogue_first) == (clause, then, bool(clause))
    assert Reading.EVERYONE_CONFIRMS in footing.readings


@pytest.mark.parametrize(
    ("folder", "clause"),
    [("malmo-arbetstraning", "6 st. 4"), ("helsingborg-hemlosas-hus", "1.6 st. 3"), ("stockholm-eu-medborgare", "")],
)
def test_an_economic_change_is_told_and_that_each_acknowledges_is_a_reading(folder: str, clause: str) -> None:
    footing = only(folder, Kind.ECONOMIC_CHANGE)
    assert (footing.form, footing.clause, footing.readings) == (Form.NOTICE, clause, (Reading.EACH_ACKNOWLEDGES,))


def test_what_goes_with_it_is_at_hand() -> None:
    assert [each.clause for each in only("stockholm-eu-medborgare", Kind.ECONOMIC_CHANGE).beside] != []
    assert "6 st. 3" in [each.clause for each in only("helsingborg-kvinnojouren", Kind.DISPUTE).beside]
    assert "9 st. 2" in [each.clause for each in only("malmo-arbetstraning", Kind.DEVIATION).beside]


def test_a_matter_that_rests_on_no_term_is_only_told_also_where_there_is_one() -> None:
    assert footing_for(of("malmo-arbetstraning"), Kind.DEVIATION, "").form is Form.NOTICE
    assert footing_for(of("malmo-arbetstraning"), Kind.DEVIATION, "plan-och-budget").form is Form.APPROVAL


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("folder", sorted(each.parent.name for each in _AGREEMENTS.glob("*/agreement.toml")))
def test_every_kind_has_a_way_in_every_agreement(folder: str, kind: Kind) -> None:
    agreement = of(folder)
    for footing in footings_of(agreement, kind):
        assert set(footing.approvers) <= set(agreement.party)
        assert bool(footing.term) == bool(footing.clause)
        assert bool(footing.approvers) == (footing.form is Form.APPROVAL)
