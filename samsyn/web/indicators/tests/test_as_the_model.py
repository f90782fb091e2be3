"""Whatever is in the tables, and whatever is asked: PostgreSQL gives the same figures as counting one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from samsyn.rules.indicators.facts import KNOWN
from samsyn.rules.indicators.model import figure
from samsyn.rules.reading.checks.figures import MEASURES
from samsyn.rules.terms.indicators import Facts, Indicator, Where
from samsyn.rules.timeline import terms_on
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.indicators.sources import Asked, facts_of
from samsyn.web.indicators.tests.ground import OWN, PERIOD, Ground, ground_of
from samsyn.web.organisations.roles import Role
from samsyn.web.project.clock import SWEDEN

NOW = datetime.combine(TODAY, time(12), tzinfo=SWEDEN)
_HERE = [each for each in get_args(Facts) if each not in ("participants", "placements", "answers")]
_day = st.integers(-5, 60).map(lambda n: PERIOD.start + timedelta(days=n))
_past = st.integers(-5, (TODAY - PERIOD.start).days).map(lambda n: PERIOD.start + timedelta(days=n))
_sex = st.sampled_from(["", "woman", "man", "other", "not_stated"])
_stated = st.sampled_from(["woman", "man", "other", "not_stated"])
_band = st.sampled_from(["", "6-9", "13-17"])
_hours = st.one_of(st.none(), st.integers(0, 16).map(lambda n: Decimal(n) / 4))
_heads = st.one_of(st.none(), st.dictionaries(st.tuples(_sex, _band), st.integers(1, 9), max_size=3))
_came = st.lists(st.tuples(st.sampled_from(["", "arrived", "no_show"]), _stated), min_size=1, max_size=5)
_tap = st.tuples(_past, st.sampled_from(["visit", "lunch", "dusch"]), st.integers(1, 9), _sex, _band)
_contact = st.tuples(_past, st.sampled_from(["phone", "chat"]), st.sampled_from(["lunch", "passed_on"]))
_occasion = st.tuples(
    _day, st.sampled_from(["kvallar", "gruppen"]), st.sampled_from(["held", "planned", "cancelled"]), _heads, _hours
)
_rows = st.fixed_dictionaries(
    {
        "taps": st.lists(_tap, max_size=8),
        "cancelled": st.sets(_past, max_size=4),
        "contacts": st.lists(_contact, max_size=6),
        "occasions": st.lists(_occasion, max_size=6),
        "stays": st.lists(st.tuples(st.sampled_from(["kajen", "lyktan"]), _day, _came), max_size=3),
        "broken": st.tuples(_day, st.integers(1, 20)),
        "refusals": st.lists(st.tuples(_past, _stated), max_size=5),
        "word": st.one_of(st.none(), st.integers(1, 9)),
    }
)  # fmt: skip
_WHERE: dict[str, Sequence[Any]] = {
    "service": [("lunch",), ("lunch", "dusch")], "site": [("kajen",), ("lyktan",)], "channel": [("phone",)],
    "sex": [("woman",), ("man", "other")],
}  # fmt: skip


def _plain(kind: Any) -> Indicator:
    """All of one sort, by all that is known of it. Asked in every example, so that each says something of each sort."""
    measure: Any = next(each for each in ("count", "sum", "distinct") if kind in MEASURES[each])
    split: Any = tuple(sorted(KNOWN[kind]))
    return Indicator(
        id=kind.replace("_", "-"), clause="1", says="Det.", name="Det", level="output", of="Det", unit="st",
        measure=measure, facts=(kind,), split=split,
    )  # fmt: skip


EVERY = [_plain(each) for each in _HERE]


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Anything that an agreement may ask of these facts."""
    kind = draw(st.sampled_from(_HERE))
    measures: list[Any] = [
        each for each, facts in MEASURES.items() if kind in facts and each in ("count", "sum", "distinct", "ratio")
    ]
    measure = draw(st.sampled_from(measures))
    known = KNOWN[kind]
    names = draw(st.lists(st.sampled_from(sorted(known & set(_WHERE)) or ["site"]), unique=True, max_size=2))
    where = {each: draw(st.sampled_from(_WHERE[each])) for each in names if each in known}
    if kind in ("nights", "guests", "place_nights", "refusals"):
        where |= draw(st.sampled_from([{}, {"pool": ("nattplatser",)}, {"pool": ("kvinnoplatser",)}]))
    if kind in ("heads", "occasions", "hours", "different_people"):
        where |= draw(st.sampled_from([{}, {"activity": ("gruppen",)}]))
    over: Any = draw(st.sampled_from([(), ("place_nights",)])) if measure == "ratio" and kind == "nights" else ()
    split: Any = draw(st.lists(st.sampled_from(sorted(known)), unique=True))
    return Indicator(
        id="asked", clause="1", says="Det.", name="Det", level="output", of="Det", unit="st", measure=measure,
        facts=(kind,), where=Where(**where) if where else None, over=over, split=tuple(split),
    )  # fmt: skip


@pytest.fixture
def ground(cast: Cast) -> Ground:
    return ground_of(cast)


@settings(
    deadline=None,
    max_examples=20,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=_rows, asked=st.lists(indicators(), min_size=1, max_size=4))
def test_the_tables_say_what_counting_one_by_one_says(ground: Ground, rows: Any, asked: list[Indicator]) -> None:
    with transaction.atomic():
        try:
            _compare(ground, rows, [*EVERY, *asked])
        finally:
            transaction.set_rollback(True)


def _compare(ground: Ground, rows: Any, indicators: list[Indicator]) -> None:
    ground.facts.clear()
    with acting_as_job(Job.SEED):
        _write(ground, rows)
    partnership, dossier = ground.laid.partnership, ground.laid.dossier
    terms = terms_on(dossier, TODAY, TODAY)
    with ground.cast.as_(ground.cast.association, Role.STAFF) as viewer:
        asked = Asked(viewer, partnership, dossier, terms, OWN, PERIOD, TODAY, tuple(indicators))
        found = facts_of(asked)
    for each in indicators:
        told = figure(each, terms, found, PERIOD, NOW, TODAY)
        assert told == figure(each, terms, ground.facts, PERIOD, NOW, TODAY), each


def _write(ground: Ground, rows: Any) -> None:
    for tap in rows["taps"]:
        ground.tap(*tap)
    ground.days_of_the_pad(rows["cancelled"])
    for contact in rows["contacts"]:
        ground.contact(*contact)
    for number, occasion in enumerate(rows["occasions"]):
        ground.occasion(number, *occasion)
    for number, stay in enumerate(rows["stays"]):
        ground.stay(number, *stay)
    ground.places(rows["broken"])
    for refusal in rows["refusals"]:
        ground.refusal(*refusal)
    if rows["word"]:
        ground.word(rows["word"])
    elif any(each.kind == "occasions" and each.activity == "gruppen" and not each.gap and each.day in PERIOD
             and each.day <= TODAY for each in ground.facts):  # fmt: skip
        ground.fact("different_people", PERIOD.start, n=0, gap=True, last=PERIOD.last, activity="gruppen",
                    figure="participants", service="lunch")  # fmt: skip
