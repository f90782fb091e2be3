"""Taps through the whole application: one at a time, and while ten tablets send a week's queue at once.

A tap is an ordinary POST of the pad: its credential, walls, the agreement's buttons, the closed periods, the counts
that it answers with. Beside it in the same run: a minimal Django view with one insert (no middleware, no walls, no
trigger), bare inserts one by one, and bare batches of 500. The wall's share is measured on the statement itself, with
row-level security on and off in turn, on a day with some 400 taps. Afterwards the sum of what was tapped is the sum of
what is stored, or the run stops.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from bench.pages import Row, _settle
from bench.site import served
from samsyn.postgres import Server, running_server

TAPS = 400
TABLETS, WEEK, BATCH = 10, 1_500, 500
ROUNDS, CALLS = 8, 60
_EVENT = "INSERT INTO bench_tap (id, button, day, at) VALUES (%s, 'visit', current_date, now())"
_MANY = "INSERT INTO bench_tap (id, button, day, at) SELECT unnest(%s::uuid[]), 'visit', current_date, now()"
_WALLED = ("tallies_event", "tallies_device", "tallies_closedperiod", "tallies_daysum")


def run() -> list[Row]:
    """One row: rates a second, milliseconds, ratios."""
    with tempfile.TemporaryDirectory() as state, running_server(Path(state)) as server:
        Path(state).chmod(0o755)
        _settle(server, Path(state))
        tokens = _tablets()
        with psycopg.connect(server.url("samsyn_owner", "bench"), autocommit=True) as owner:
            owner.execute("CREATE TABLE bench_tap (id uuid PRIMARY KEY, button text, day date, at timestamptz)")
            owner.execute("GRANT ALL ON bench_tap TO samsyn_app")
        with served(minimal=True) as port:
            minimal = _each(lambda line: _post(line, port, "/bench/insert/", str(uuid4()), ""), port)
        with served() as port:
            alone = _each(lambda line: _sync(line, port, tokens[0], 1), port)
            wall = _wall(server, tokens[0])
            beside, took = _week(tokens, port)
        row = {**_named("minimal", minimal), **_named("tap", alone), **_named("beside", beside)}
        row |= {"bare": _bare(server), "batch": _bare_batches(server), "synced": round(TABLETS * WEEK / took)}
        row |= {"wall": wall, "load": round(os.getloadavg()[1], 2)}
        _nothing_lost(server, len(alone) + len(beside) + TABLETS * WEEK)
        row["tap_to_minimal"] = round(row["tap_per_second"] / row["minimal_per_second"], 3)
        row["synced_to_batch"] = round(row["synced"] / row["batch"], 3)
        from django.db import connections

        connections.close_all()
        return [row]


def _tablets() -> list[str]:
    """Eleven credentials at one pad: the first taps, the others send their week."""
    from django.test import Client

    from samsyn.web.access.fixtures import lay_the_table
    from samsyn.web.organisations.roles import Role
    from samsyn.web.project import clock
    from samsyn.web.tallies import actions
    from samsyn.web.tallies.tests.laid import a_house

    house = a_house(lay_the_table())
    tokens = []
    for number in range(TABLETS + 1):
        with house.cast.as_(house.ours, Role.HEAD) as by:
            who: dict[str, Any] = {"by": by, "now": clock.now()}
            device = actions.make_device(
                house.partnership, house.pad.id, f"Platta {number}", today=clock.today(), **who
            )
            code = actions.invite(device, **who)
        client = Client()
        client.post(f"/pad/join/{code}/")
        client.get("/pad/state/")
        tokens.append(client.cookies["samsyn_pad"].value)
    return tokens


def _each(tap: Callable[[http.client.HTTPConnection], object], port: int) -> list[float]:
    """Seconds of each of TAPS, one after the other; both workers are warm by then."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(40):
        tap(line)
    took = []
    for _ in range(TAPS):
        begun = time.perf_counter()
        tap(line)
        took.append(time.perf_counter() - begun)
    line.close()
    return took


def _week(tokens: list[str], port: int) -> tuple[list[float], float]:
    """Ten tablets send what they have queued while one goes on tapping. Its taps, and how long the ten took."""
    with ThreadPoolExecutor(TABLETS) as threads:
        begun = time.perf_counter()
        work = [threads.submit(_send_a_week, each, port) for each in tokens[1:]]
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        taps = []
        while not all(each.done() for each in work):
            pressed = time.perf_counter()
            _sync(line, port, tokens[0], 1)
            taps.append(time.perf_counter() - pressed)
        took = time.perf_counter() - begun
        for each in work:
            each.result()
    return taps, took


def _send_a_week(token: str, port: int) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for _ in range(WEEK // BATCH):
        _sync(line, port, token, BATCH)
    line.close()


def _sync(line: http.client.HTTPConnection, port: int, token: str, count: int) -> None:
    from samsyn.web.project import clock

    now = clock.now()
    events = [
        {"id": str(uuid4()), "button": "visit", "at": (now - n * timedelta(days=7) / count).isoformat()}
        for n in range(count)
    ]
    said = json.loads(
        _post(line, port, "/pad/sync/", json.dumps({"events": events, "sent_at": now.isoformat()}), token)
    )
    wrong = {each["state"] for each in said["results"].values()} - {"counted"}
    if wrong or len(said["results"]) != count:
        raise AssertionError(f"{count} taps were answered {wrong}")


def _post(line: http.client.HTTPConnection, port: int, path: str, body: str, token: str) -> bytes:
    headers = {
        "Cookie": f"samsyn_pad={token}", "Content-Type": "application/json", "X-Samsyn-Pad": "1",
        "Origin": f"http://127.0.0.1:{port}",
    }  # fmt: skip
    line.request("POST", path, body, headers)
    answer = line.getresponse()
    said = answer.read()
    if answer.status != 200:
        raise AssertionError(f"{path} answered {answer.status}")
    return said


def _bare(server: Server) -> float:
    with psycopg.connect(server.url("samsyn_app", "bench"), autocommit=True) as connection:
        begun = time.perf_counter()
        for _ in range(TAPS):
            connection.execute(_EVENT, [uuid4()], prepare=True)
        return round(TAPS / (time.perf_counter() - begun), 1)


def _bare_batches(server: Server) -> float:
    """Ten connections, each a week in batches."""

    def one(_: int) -> None:
        with psycopg.connect(server.url("samsyn_app", "bench"), autocommit=True) as connection:
            for _ in range(WEEK // BATCH):
                connection.execute(_MANY, [[uuid4() for _ in range(BATCH)]])

    begun = time.perf_counter()
    with ThreadPoolExecutor(TABLETS) as threads:
        list(threads.map(one, range(TABLETS)))
    return round(TABLETS * WEEK / (time.perf_counter() - begun))


def _wall(server: Server, token: str) -> float:
    """What row-level security adds to the statement of a tap: median with, over median without, less one."""
    from samsyn.web.project import clock
    from samsyn.web.tallies.queries.tablet import digest_of

    digest = digest_of(token)
    times: dict[str, list[float]] = {"ENABLE": [], "DISABLE": []}
    with (
        psycopg.connect(server.url("samsyn_owner", "bench"), autocommit=True) as owner,
        psycopg.connect(server.url("samsyn_app", "bench")) as connection,
    ):
        for turn in range(ROUNDS):
            for way in ("ENABLE", "DISABLE") if turn % 2 else ("DISABLE", "ENABLE"):
                for table_name in _WALLED:
                    owner.execute(f"ALTER TABLE {table_name} {way} ROW LEVEL SECURITY")
                for number in range(CALLS):
                    now = clock.now()
                    tap = {"id": str(uuid4()), "button": "visit", "day": now.date().isoformat(), "at": now.isoformat(),
                           "offset_minutes": 0, "sex": "", "age_band": "", "undoes": None}  # fmt: skip
                    begun = time.perf_counter()
                    connection.execute("SELECT tallies_take(%s, %s, %s)", [digest, json.dumps([tap]), now])
                    if number >= CALLS // 3:
                        times[way].append(time.perf_counter() - begun)
                    connection.rollback()
        for table_name in _WALLED:
            owner.execute(f"ALTER TABLE {table_name} ENABLE ROW LEVEL SECURITY")
    return round(statistics.median(times["ENABLE"]) / statistics.median(times["DISABLE"]) - 1, 3)


def _nothing_lost(server: Server, tapped: int) -> None:
    warm_up = 40
    with psycopg.connect(server.url("postgres", "bench"), autocommit=True) as superuser:
        (stored,) = superuser.execute("SELECT sum(n) FROM tallies_event WHERE state = 'counted'").fetchone() or (0,)
    if stored != tapped + warm_up:
        raise AssertionError(f"{tapped + warm_up} taps were answered for, {stored} are stored")


def _named(name: str, times: list[float]) -> Row:
    ordered = sorted(times)
    return {
        f"{name}_per_second": round(len(times) / sum(times), 1),
        f"{name}_p50": round(statistics.median(times) * 1000, 1),
        f"{name}_p99": round(ordered[int(len(ordered) * 0.99)] * 1000, 1),
    }


def table(rows: list[Row]) -> str:
    """Markdown: one line for each way of counting."""
    row = rows[0]
    lines = ["| | a second | p50 | p99 | |", "|---|---:|---:|---:|---|"]
    told = (
        ("a minimal Django view, one insert", "minimal", ""),
        ("a tap, alone", "tap", f"{row['tap_to_minimal']:.0%} of the minimal view (goal 60 %)"),
        ("a tap while ten tablets send a week", "beside", ""),
    )
    for text, name, said in told:
        lines.append(
            f"| {text} | {row[f'{name}_per_second']} | {row[f'{name}_p50']} ms | {row[f'{name}_p99']} ms | {said} |"
        )
    lines += [
        f"| a bare insert | {row['bare']} | | | |",
        f"| bare batches of {BATCH}, ten connections | {row['batch']:,} | | | |",
        f"| ten tablets, {WEEK:,} taps each | {row['synced']:,} | | | "
        f"{row['synced_to_batch']:.0%} of bare batches (goal 20 %) |",
        "",
        f"Row-level security adds {row['wall']:.1%} to the statement of a tap (bar: under 5 %).",
        f"Load average at the end, five minutes: {row['load']}. Above about 3 others were at work on the machine.",
        "",
    ]
    return "\n".join(lines)
