"""Whose figures one sees, and how many questions they cost."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.rules.indicators import Changed, Counted, Figure, NotMeasured, Part, Total, Value, Why
from samsyn.web.access.fixtures import TODAY
from samsyn.web.indicators.holders import holders
from samsyn.web.indicators.queries import _to_others, figures_of, series_of
from samsyn.web.indicators.tests.conftest import NOW, PERIOD, House
from samsyn.web.organisations.roles import Role
from tests.spec.indicators.said import terms_of

OPEN_DAYS = (TODAY - PERIOD.start).days
"""Every day from the first through yesterday."""


def test_who_counts_sees_what_it_became_with_the_days_on_which_nobody_counted(house: House) -> None:
    found = house.figures(house.ours)
    assert found["besok"].value == Total(31 + 28, 31 + 28, missing=OPEN_DAYS - 2)
    assert found["luncher"].value == Total(12, 12, missing=OPEN_DAYS - 2)
    assert found["natter"].value == Total(1, 1, missing=1)
    assert {each.keys: each.value for each in found["besok"].split("sex")} == {
        ("woman",): Total(28, 28),
        ("man",): Total(0, 0),
        ("not_stated",): Total(31, 31),
    }
    assert found["trygghet"].value == NotMeasured(Why.NO_FACTS)


def test_refusals_are_told_to_who_sits_in_the_body_that_keeps_them(house: House) -> None:
    assert house.figures(house.ours)["nekade"].value == Total(1, 1)
    assert "nekade" not in house.figures(house.ours, Role.CONTROLLER)


def test_another_party_sees_nothing_of_what_was_counted(house: House) -> None:
    assert set(house.figures(house.cast.municipality, Role.STEERING)) == {"trygghet"}
    others = house.figures(house.cast.other_association, Role.STEERING)
    assert others["natter"].value == NotMeasured(Why.NOT_COUNTED), "no night of theirs is written down"
    assert "besok" not in others


def test_exact_figures_are_of_one_organisation_whoever_asks(house: House) -> None:
    ours, others = house.exact(house.ours.pk), house.exact(house.cast.other_association.pk)
    assert ours["besok"].value == house.figures(house.ours)["besok"].value
    assert "besok" not in others
    assert others["natter"].value == NotMeasured(Why.NOT_COUNTED), "no night of theirs is written down"


def test_more_figures_of_the_same_sort_cost_no_more_questions(house: House) -> None:
    def asked(*only: str) -> int:
        laid = house.ground.laid
        with (
            house.cast.as_(house.ours, Role.STAFF) as viewer,
            CaptureQueriesContext(
                connection,
            ) as questions,
        ):
            figures_of(viewer, laid.partnership, laid.dossier, PERIOD, now=NOW, only=only)
        return len(questions)

    assert asked("besok") == asked("besok", "luncher") <= 8


def test_the_months_of_a_sum_are_the_sum(house: House) -> None:
    laid = house.ground.laid
    with house.cast.as_(house.ours, Role.STAFF) as viewer:
        (months,) = series_of(viewer, laid.partnership, laid.dossier, PERIOD, now=NOW, only=["besok"])
    values = {each.days.start: each.value for each in months.points}
    assert values[date(2026, 2, 1)] == Total(59, 59, missing=26)
    assert values[date(2026, 1, 12)] == NotMeasured(Why.NOT_COUNTED, of=20)
    assert sum(each.n for each in values.values()) == months.figure.value.n


def test_of_what_another_counts_the_total_is_told_and_nothing_that_can_be_laid_beside_tomorrows() -> None:
    """Both days' splits and exact means would give the one who came between them."""
    parts = (Part(("sex",), ("woman",), Counted(28, 0, 0)), Part(("sex",), ("man",), Counted(22, 0, 0)))
    whole = _figure(Counted(50, 0, 0), parts)
    assert _to_others(whole).parts == ()
    assert _to_others(whole).value == Counted(50, 0, 0)
    today, tomorrow = Changed(11, 30, 37, Fraction(7, 15)), Changed(11, 30, 37, Fraction(-9, 20))
    assert _to_others(_figure(today)).value == Changed(11, 30, 37, Fraction(1, 2))
    assert _to_others(_figure(tomorrow)).value == Changed(11, 30, 37, Fraction(-1, 2)), (
        "half away from zero, as written"
    )


def _figure(value: Value, parts: tuple[Part, ...] = ()) -> Figure:
    return Figure(
        indicator="it", name="Det", level="output", measure="distinct", unit="deltagare", clause="1", assumed=False,
        version="a", period=PERIOD, as_of=NOW, value=value, parts=parts, organisation="ours",
    )  # fmt: skip


def test_who_holds_another_activity_has_counted_nothing_of_this_one() -> None:
    """The board holds trainings together with the association, and no workshop: «0» of it would be false."""
    terms = terms_of("hemlosas-hus")
    workshop = terms.indicator["verkstadsbesok"]
    (association,) = terms.activity["verkstad"].by
    assert len(terms.activity["gemensamma-utbildningar"].by) > 1
    assert holders(workshop, terms) == {association}
