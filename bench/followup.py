"""Half a year's figures by pad, button, sex, age and month, from 1, 10 and (`--large`) 50 million taps.

All taps lie in the half-year, at three pads of one partnership. `sums_of` is what reports and pages call: through the
viewer, the ORM and row-level security. Beside it in the same run, as a superuser and without walls: the best SQL that
can be written by hand over the same sums, over the sums of days, and over the taps themselves. «Odd days» begin and end
inside months, so that the edges are read from the sums of days. All ways must give the same rows, or the run stops. The
taps are laid without triggers; the sums as the triggers and the migration make them.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from bench.pages import Row, _settle
from samsyn.postgres import Server, running_server

if TYPE_CHECKING:
    from samsyn.web.tallies.queries.figures import By

MILLION = 1_000_000
SIZES = (1, 10)
LARGE = (*SIZES, 50)
FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
ODD = (date(2026, 1, 15), date(2026, 6, 14))
TIMES = 31
_CHUNK = 5 * MILLION

_TAPS = """
INSERT INTO tallies_event (id, partnership_id, organisation_id, pad, button, day, at, offset_minutes, received_at,
                           device_id, source, n, sex, age_band, reason, state, decided_because)
SELECT lpad(to_hex(t), 32, '0')::uuid, %(partnership)s, %(organisation)s,
       (ARRAY['huset', 'kajen', 'vinden'])[1 + t %% 3],
       (ARRAY['visit', 'visit', 'lunch', 'shower', 'talk', 'laundry', 'clothes'])[ceil(random() * 7)],
       date '2026-01-01' + floor(random() * 181)::int, now(), 60, now(), %(device)s, 'pad', 1,
       (ARRAY['woman', 'man', 'man', 'other', 'not_stated'])[ceil(random() * 5)],
       (ARRAY['0-17', '18-24', '25-64', '65+'])[ceil(random() * 4)], '', 'counted', ''
  FROM generate_series(%(first)s::bigint, %(last)s::bigint) t
"""
_DAYS = """
INSERT INTO tallies_daysum (partnership_id, organisation_id, pad, day, button, sex, age_band, n)
SELECT partnership_id, organisation_id, pad, day, button, sex, age_band, sum(n) FROM tallies_event
 WHERE state = 'counted' GROUP BY 1, 2, 3, 4, 5, 6, 7
"""
_BY: tuple[By, ...] = ("pad", "button", "sex", "age_band", "month")
_MONTHS_BY_HAND = """
SELECT pad, button, sex, age_band, month, sum(n) FROM tallies_monthsum
 WHERE organisation_id = %(organisation)s AND partnership_id = %(partnership)s AND month BETWEEN %(first)s AND %(last)s
 GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
"""
_ODD_BY_HAND = """
SELECT pad, button, sex, age_band, month, sum(n) FROM (
    SELECT pad, button, sex, age_band, month, n FROM tallies_monthsum
     WHERE organisation_id = %(organisation)s AND partnership_id = %(partnership)s
       AND month BETWEEN date '2026-02-01' AND date '2026-05-01'
     UNION ALL
    SELECT pad, button, sex, age_band, date_trunc('month', day)::date, n FROM tallies_daysum
     WHERE organisation_id = %(organisation)s AND partnership_id = %(partnership)s
       AND pad IN ('huset', 'kajen', 'vinden')
       AND (day BETWEEN %(first)s AND date '2026-01-31' OR day BETWEEN date '2026-06-01' AND %(last)s)) t
 GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
"""
_SLOW_BY_HAND = """
SELECT pad, button, sex, age_band, date_trunc('month', day)::date, sum(n) FROM {table}
 WHERE organisation_id = %(organisation)s AND partnership_id = %(partnership)s
   AND day BETWEEN %(first)s AND %(last)s {counted}
 GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
"""
_DAYS_BY_HAND = _SLOW_BY_HAND.format(table="tallies_daysum", counted="")
_TAPS_BY_HAND = _SLOW_BY_HAND.format(table="tallies_event", counted="AND state = 'counted'")

Found = list[tuple[Any, ...]]


def run(*, large: bool = False) -> list[Row]:
    """One row for each size: milliseconds (median) of each way, ratios, rows in the tables."""
    with tempfile.TemporaryDirectory() as state, running_server(Path(state), durable=False) as server:
        Path(state).chmod(0o755)
        _settle(server, Path(state))
        from django.db import connections

        from samsyn.web.access.fixtures import lay_the_table
        from samsyn.web.tallies.tests.conftest import Counting

        counting = Counting(lay_the_table())
        rows, laid = [], 0
        for millions in LARGE if large else SIZES:
            _lay(server, counting, laid, millions * MILLION)
            laid = millions * MILLION
            rows.append({"facts": laid, **_measured(server, counting)})
        connections.close_all()
        # Started as root the server keeps its data below /var/lib/samsyn, also after the folder of the state is gone.
        with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as superuser:
            superuser.execute("DROP DATABASE bench WITH (FORCE)")
        return rows


def _lay(server: Server, counting: Any, laid: int, wanted: int) -> None:
    """More taps, and both sums anew."""
    whose = {**_whose(counting), "device": counting.device().pk}
    add_up = import_module("samsyn.web.tallies.migrations.0004_month_sums").ADD_UP
    with psycopg.connect(server.url("postgres", "bench"), autocommit=True) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("ALTER TABLE tallies_event SET UNLOGGED")
        superuser.execute("SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'")
        for first in range(laid, wanted, _CHUNK):
            superuser.execute(_TAPS, {**whose, "first": first + 1, "last": min(first + _CHUNK, wanted)})
        superuser.execute("TRUNCATE tallies_daysum, tallies_monthsum")
        superuser.execute(_DAYS)
        superuser.execute(add_up)
        superuser.execute("VACUUM ANALYZE tallies_event, tallies_daysum, tallies_monthsum")


def _measured(server: Server, counting: Any) -> Row:
    from samsyn.web.organisations.roles import Role

    row: Row = {}
    with (
        counting.cast.as_(counting.ours, Role.HEAD) as viewer,
        psycopg.connect(server.url("postgres", "bench"), autocommit=True) as superuser,
    ):
        superuser.execute("SET work_mem = '256MB'; SET max_parallel_workers_per_gather = 2")

        def by_hand(statement: str, days: Sequence[date]) -> Callable[[], Found]:
            said = {**_whose(counting), "first": days[0], "last": days[1]}
            return lambda: superuser.execute(statement, said).fetchall()

        half, odd = (_ours(viewer, counting, days) for days in ((FIRST, LAST), ODD))
        expected = by_hand(_TAPS_BY_HAND, (FIRST, LAST))
        ways = {
            "half_year": (half, TIMES), "half_year_by_hand": (by_hand(_MONTHS_BY_HAND, (FIRST, LAST)), TIMES),
            "days_by_hand": (by_hand(_DAYS_BY_HAND, (FIRST, LAST)), 9), "taps_by_hand": (expected, 3),
        }  # fmt: skip
        row |= _timed(ways)
        row |= _timed({
            "odd_days": (odd, TIMES), "odd_days_by_hand": (by_hand(_ODD_BY_HAND, ODD), TIMES),
            "odd_taps_by_hand": (by_hand(_TAPS_BY_HAND, ODD), 1),
        })  # fmt: skip
        for table in ("event", "daysum", "monthsum"):
            (row[table],) = superuser.execute(f"SELECT count(*) FROM tallies_{table}").fetchone() or (0,)
    row["half_year_to_hand"] = round(row["half_year"] / row["half_year_by_hand"], 2)
    row["odd_days_to_hand"] = round(row["odd_days"] / row["odd_days_by_hand"], 2)
    row["load"] = round(os.getloadavg()[1], 1)
    row["taps_to_half_year"] = round(row["taps_by_hand"] / row["half_year"])
    return row


def _ours(viewer: Any, counting: Any, days: tuple[date, date]) -> Callable[[], Found]:
    from samsyn.web.tallies.queries.figures import sums_of

    def found() -> Found:
        rows = sums_of(viewer, counting.partnership.pk, *days, by=_BY)
        return [(each.pad, each.button, each.sex, each.age_band, each.month, each.n) for each in rows]

    return found


def _timed(ways: dict[str, tuple[Callable[[], Found], int]]) -> Row:
    """Milliseconds, the median of so many times, in turn; what they find is the same."""
    answers = {name: sorted(way()) for name, (way, _) in ways.items()}
    first, *others = answers.values()
    if not first or any(each != first for each in others):
        raise AssertionError(f"{', '.join(answers)} do not give the same")
    took: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(TIMES):
        for name, (way, times) in ways.items():
            if turn < times:
                begun = time.perf_counter()
                way()
                took[name].append(time.perf_counter() - begun)
    return {name: round(statistics.median(each) * 1000, 2) for name, each in took.items()}


def _whose(counting: Any) -> dict[str, Any]:
    return {"partnership": counting.partnership.pk, "organisation": counting.ours.pk}


def table(rows: list[Row]) -> str:
    """Markdown: one line for each size, and how it grows."""
    heads = ["taps", "sums of days", "of months", "half-year", "by hand", "", "odd days", "by hand", "", "days by hand"]
    lines = ["| " + " | ".join([*heads, "taps by hand"]) + " |", "|---:" * 11 + "|"]
    lines += [
        f"| {row['event']:,} | {row['daysum']:,} | {row['monthsum']:,} "
        f"| {row['half_year']} ms | {row['half_year_by_hand']} ms | {row['half_year_to_hand']} times "
        f"| {row['odd_days']} ms | {row['odd_days_by_hand']} ms | {row['odd_days_to_hand']} times "
        f"| {row['days_by_hand']} ms | {row['taps_by_hand']:,.0f} ms |"
        for row in rows
    ]
    first, last = rows[0], rows[-1]
    grown = {name: last[name] / first[name] for name in ("half_year", "half_year_by_hand", "taps_by_hand")}
    said = [
        f"With {last['facts'] // first['facts']} times as many taps the half-year took {grown['half_year']:.1f} times",
        f"as long, the same rows by hand {grown['half_year_by_hand']:.1f} times, the taps by hand "
        f"{grown['taps_by_hand']:.0f} times. The sums are",
        "as many rows each time: what the first two grow by is what others asked of the machine meanwhile.",
        f"From {last['facts']:,} taps by hand it takes {last['taps_to_half_year']:,} times as long as from the sums.",
    ]
    return "\n".join([*lines, "", *said, ""])
