"""How things stand: the same words and the same numbers for both sides, and a target only where a clause sets one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import override_settings

from samsyn.rules.indicators import Counted, Figure, NotMeasured, Part, Total, Why
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.addresses import addresses
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.agreements.tests.invented import FILES
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.steering.presenters.duties import Duties, duties_of
from samsyn.web.steering.presenters.figures import figures_shown, row_of

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
YEAR = DateRange.through(date(2026, 1, 1), TODAY)
FIGURE = Figure(
    "besok", "Besök", "output", "count", "besök", "4", False, "abc", YEAR, NOW, Total(12, 12),
    (Part(("sex",), ("woman",), Total(7, 7)), Part(("sex",), ("man",), Total(5, 5))),
)  # fmt: skip


@pytest.fixture
def partnership(cast: Cast) -> Partnership:
    parties = {"kommunen": cast.municipality, "foreningen": cast.association}
    with acting_as_job(Job.SEED), override_settings(SAMSYN_TODAY=TODAY):
        return register_partnership(FILES, parties, by=Job.SEED, now=NOW, today=TODAY)


def test_both_sides_read_the_same_screen(cast: Cast, partnership: Partnership) -> None:
    told = []
    with override_settings(SAMSYN_TODAY=TODAY):
        for whose in (cast.municipality, cast.association):
            client = cast.client(whose, Role.STEERING)
            page = client.get(f"/as/{whose.slug}/partnerships/{partnership.slug}/steering/")
            assert page.status_code == 200
            told.append(re.sub(r"/as/[a-z]+/", "", re.sub(r"<[^>]+>", " ", page.content.decode())).split())
            board = client.get(f"/as/{whose.slug}/partnerships/{partnership.slug}/steering/board/")
            assert board.content.decode().count("<figure") == 1, "undertakings; nothing is counted yet"
    assert told[0] == told[1]


def test_an_undertaking_is_counted_once_where_it_stands(partnership: Partnership) -> None:
    """Done in time, done after its day, passed, or coming within sixty days. What is further off is not counted."""
    with acting_as_job(Job.SEED):
        dossier = dossier_of(partnership)
        like = Obligation.objects.filter(partnership=partnership).exclude(due=None)[0]
    like.by_keys, like.joint, like.kind, like.met_on, like.waived_on = ["foreningen"], False, "report", None, None
    like.due_stated = True
    days = [date(2026, 2, 1), date(2026, 2, 2), date(2026, 2, 3), date(2026, 4, 1), date(2026, 9, 1), date(2025, 1, 1)]
    owed = [Obligation(**{**_fields(like), "due": day}) for day in days]
    owed[0].met_on, owed[1].met_on, owed[5].met_on = date(2026, 2, 1), date(2026, 2, 9), date(2025, 1, 1)
    duties = _counted(owed, dossier)
    (side,) = [each for each in duties.sides if each.name == "Föreningen"]
    assert (side.done, side.after, side.passed, side.coming) == (2, 1, 1, 1)
    assert [each.day for each in duties.passed] == [date(2026, 2, 3)]
    owed[1].due_stated = False
    assert [each.after for each in _counted(owed, dossier).sides if each.name == "Föreningen"] == [0], (
        "nobody set a day"
    )
    assert [each.day for each in duties.coming] == [date(2026, 4, 1)]


def _fields(one: Obligation) -> dict[str, object]:
    return {each.attname: getattr(one, each.attname) for each in one._meta.concrete_fields}


def _counted(owed: list[Obligation], dossier: Dossier) -> Duties:
    return duties_of(owed, dossier.agreement, addresses("kommunen", "lanterna", dossier), TODAY, None)


def test_a_target_has_a_column_only_where_a_clause_sets_one() -> None:
    bare = figures_shown([row_of(FIGURE, "", "")], 6)
    assert not bare.targets
    assert bare.heads == ("Kvinnor", "Män")
    assert bare.rows[0].sexes == ("7", "5")
    aimed = figures_shown([row_of(FIGURE, "", ""), row_of(replace(FIGURE, target=72), "", "")], 6)
    assert aimed.targets
    assert [row.target for row in aimed.rows] == [None, 72]


def test_what_may_not_be_told_is_no_nought() -> None:
    hidden = NotMeasured(Why.TOO_FEW)
    parts = (Part(("sex",), ("woman",), hidden), Part(("sex",), ("man",), Counted(9, 0, 0)))
    row = row_of(replace(FIGURE, measure="distinct", parts=parts), "", "")
    assert row.sexes[:2] == ("visas inte", "9")
