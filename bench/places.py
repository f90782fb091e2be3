"""Night places given through the whole application, beside bare SQL and beside a naive program, in one run.

A clerk is a signed-in person with a connection of its own to granian, who presses «give» for one guest after another
until the evening's guests are out: 130 guests for the last 115 places of four sites. Each press is an ordinary POST:
session, CSRF, walls, terms of the agreement, rules, the place, its history, and the answer. The bare statements are an
advisory lock per site, a search by GiST, and inserts with ON CONFLICT DO NOTHING under exclusion constraints, with no
history and no row-level security. The naive program looks for a free place and takes it: if it did not overbook, the
run would prove nothing, and says so. The server writes to disk as when it is used (fsync).
"""

from __future__ import annotations

import http.client
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import psycopg

from bench.pages import Row, _one, _settle
from bench.site import served
from samsyn.postgres import Server, running_server
from tests.beds_ground import SEEDING, Ground, under

CLERKS = (1, 16, 64)
PLACES, GUESTS = 115, 130
EVENINGS = 20
SITES = (55, 20, 30)
"""Besides the ten ordinary places that the invented agreement has already."""
_CSRF = "b" * 32

_SCRATCH = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE bed (id int PRIMARY KEY, site int NOT NULL);
INSERT INTO bed SELECT n, CASE WHEN n <= 55 THEN 0 WHEN n <= 75 THEN 1 ELSE 2 END FROM generate_series(1, 115) n;
CREATE TABLE given (id bigint PRIMARY KEY, guest bigint, nights daterange);
CREATE TABLE block (given bigint PRIMARY KEY REFERENCES given, guest bigint, nights daterange,
    EXCLUDE USING gist (guest WITH =, nights WITH &&));
CREATE TABLE stay (given bigint REFERENCES given, guest bigint, site int, bed int REFERENCES bed, nights daterange,
    EXCLUDE USING gist (bed WITH =, nights WITH &&), EXCLUDE USING gist (guest WITH =, nights WITH &&));
CREATE INDEX ON stay USING gist (site, nights);
CREATE SEQUENCE next_guest MINVALUE 0;
CREATE FUNCTION bare() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    guest bigint := nextval('next_guest');
    first date := date '2026-01-01' + (guest / 130)::int * 10;
    asked daterange := daterange(first, first + 5);
    spot int;
BEGIN
    FOR turn IN 0..2 LOOP
        BEGIN
            PERFORM pg_advisory_xact_lock((guest + turn) % 3);
            SELECT b.id INTO STRICT spot FROM bed b WHERE b.site = (guest + turn) % 3
               AND NOT EXISTS (SELECT FROM stay s WHERE s.bed = b.id AND s.nights && asked) ORDER BY b.id LIMIT 1;
            EXIT;
        EXCEPTION WHEN no_data_found THEN CONTINUE;  -- and the site is let go
        END;
    END LOOP;
    IF spot IS NULL THEN RETURN NULL; END IF;
    INSERT INTO given VALUES (guest, guest, asked);
    INSERT INTO block VALUES (guest, guest, daterange(first, first + 7)) ON CONFLICT DO NOTHING;
    INSERT INTO stay SELECT guest, guest, b.site, b.id, asked FROM bed b WHERE b.id = spot ON CONFLICT DO NOTHING;
    RETURN spot;
END $$;
CREATE TABLE hope (bed int, guest bigint, evening int);
CREATE SEQUENCE hopeful MINVALUE 0;
CREATE FUNCTION naive() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    guest bigint := nextval('hopeful');
    tonight int := guest / 130;
    found int := (SELECT b.id FROM bed b WHERE NOT EXISTS (
        SELECT FROM hope h WHERE h.bed = b.id AND h.evening = tonight) ORDER BY b.id LIMIT 1);
BEGIN
    IF found IS NOT NULL THEN INSERT INTO hope VALUES (found, guest, tonight); END IF;
    RETURN found;
END $$
"""


def run() -> list[Row]:
    """One row for each number of clerks, the control, and the overview's pages."""
    with tempfile.TemporaryDirectory() as state, running_server(Path(state)) as server:
        Path(state).chmod(0o755)
        _settle(server, Path(state))
        ground, cookie = _lay_the_ground(server)
        rows: list[Row] = []
        with served() as port:
            for clerks in CLERKS:
                _bare_tables(server)
                bare = _pgbench(server, Path(state), "bare", clerks)
                app = _evening(server, ground, cookie, port, clerks)
                rows.append(
                    {"clerks": clerks, **app, **bare, "ratio": round(app["per_second"] / bare["bare_per_second"], 3)}
                )
        rows.append({"control": _control(server, Path(state))})
        rows += _overviews(server, ground)
        rows.append({"load": round(os.getloadavg()[1], 2)})
        from django.db import connections

        connections.close_all()
        return rows


def _lay_the_ground(server: Server) -> tuple[Ground, str]:
    """The invented agreement with its intake open day and night, and the coordinator signed in."""
    from django.conf import settings

    from samsyn.web.access.fixtures import lay_the_table, signed_in
    from samsyn.web.beds.tests.laying import BODY, FILES, ORDINARY, lay
    from samsyn.web.organisations.roles import Role

    text = FILES["agreement.toml"].decode().replace('"18:00"', '"00:00"').replace('"22:30"', '"23:59"')
    laid = lay(lay_the_table(), FILES | {"agreement.toml": text.encode()})
    ground = Ground(laid.partnership.pk, laid.coordinating.pk, kept_by=BODY, pool=ORDINARY)
    ground.sites += [laid.kajen.pk, laid.vinden.pk]
    _more_sites(server, ground, laid.kajen.organisation_id, SITES)
    client = signed_in(laid.cast.person(laid.coordinating, Role.STAFF))
    return ground, f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}; {settings.CSRF_COOKIE_NAME}={_CSRF}"


def _more_sites(server: Server, ground: Ground, runner: UUID, sizes: tuple[int, ...]) -> None:
    with psycopg.connect(server.url("samsyn_app", "bench"), autocommit=True) as connection, under(connection, SEEDING):
        for size in sizes:
            ground._add_site(connection, runner, size)


def _evening(server: Server, ground: Ground, cookie: str, port: int, clerks: int) -> Row:
    """One evening is warm-up for each worker; the next is measured."""
    for measured in (False, True):
        guests = _new_evening(server, ground)
        line: SimpleQueue[tuple[int, UUID]] = SimpleQueue()
        for each in enumerate(guests if measured else guests[:20]):
            line.put(each)
        begun = time.perf_counter()
        with ThreadPoolExecutor(clerks) as threads:
            work = [threads.submit(_clerk, line, ground, cookie, port) for _ in range(clerks)]
            presses = [press for each in work for press in each.result()]
        took = time.perf_counter() - begun
    told = sum(given for _, given in presses)
    with psycopg.connect(server.url("samsyn_app", "bench"), autocommit=True) as connection:
        wrong = ground.audit(connection)
        with under(connection, SEEDING):
            (there,) = connection.execute("SELECT count(*) FROM beds_segment").fetchone() or (0,)
    if (told, there, wrong) != (PLACES, PLACES, []):
        raise AssertionError(f"{clerks} clerks were told of {told} places, {there} are there; wrong: {wrong}")
    times = sorted(took for took, _ in presses)
    return {
        "given": there, "overbooked": len(wrong), "presses": len(presses), "per_second": round(told / took, 1),
        "presses_per_second": round(len(presses) / took, 1), "p50_ms": round(statistics.median(times) * 1000, 1),
        "p99_ms": round(times[int(len(times) * 0.99)] * 1000, 1),
    }  # fmt: skip


def _new_evening(server: Server, ground: Ground) -> list[UUID]:
    """Nobody has a place, and 130 guests stand in line."""
    tables = ("segment", "block", "entitlement", "night", "card", "waiting", "refusal", "pulse")
    with psycopg.connect(server.url("postgres", "bench"), autocommit=True) as superuser:
        superuser.execute(f"TRUNCATE {', '.join(f'beds_{table}' for table in tables)}")
        superuser.execute("ANALYZE")
    with psycopg.connect(server.url("samsyn_app", "bench"), autocommit=True) as connection:
        return ground.add_guests(connection, GUESTS)


def _clerk(line: SimpleQueue[tuple[int, UUID]], ground: Ground, cookie: str, port: int) -> list[tuple[float, bool]]:
    """Seconds for each press, and whether it gave a place. A site that was full is not tried again."""
    presses: list[tuple[float, bool]] = []
    full: set[UUID] = set()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    while True:
        try:
            number, guest = line.get_nowait()
        except Empty:
            connection.close()
            return presses
        for turn in range(len(ground.sites)):
            site = ground.sites[(number + turn) % len(ground.sites)]
            if site in full:
                continue
            begun = time.perf_counter()
            given = _press(connection, cookie, guest, f"{ground.pool}/ordinary/{site}")
            presses.append((time.perf_counter() - begun, given))
            if given:
                break
            full.add(site)


def _press(connection: http.client.HTTPConnection, cookie: str, guest: UUID, offer: str) -> bool:
    path = f"/as/mittemot/partnerships/nattvakan/intake/guests/{guest}/give/"
    form = urlencode({"offer": offer, "csrfmiddlewaretoken": _CSRF})
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", path, form, headers)
    answer = connection.getresponse()
    answer.read()
    to = answer.headers.get("Location", "")
    if answer.status != 302 or not ("/slip/" in to or "/place/" in to):
        raise AssertionError(f"the desk answered {answer.status} {to}")
    return "/slip/" in to


def _bare_tables(server: Server) -> None:
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as superuser:
        superuser.execute("DROP DATABASE IF EXISTS scratch")
        superuser.execute("CREATE DATABASE scratch")
    with psycopg.connect(server.url("postgres", "scratch"), autocommit=True) as scratch:
        scratch.execute(_SCRATCH)


def _pgbench(server: Server, state: Path, function: str, clerks: int) -> Row:
    """So many clients call the function until 20 evenings are over."""
    script, logs = state / f"{function}.sql", state / f"{function}-{clerks}"
    script.write_text(f"SELECT {function}();")
    each = -(-GUESTS * EVENINGS // clerks)
    command: list[str | Path] = [
        server.binaries / "pgbench",
        "-n",
        "-M",
        "prepared",
        "-c",
        str(clerks),
        "-j",
        "2",
        "-t",
        str(each),
        "-f",
        script,
    ]
    begun = time.perf_counter()
    subprocess.run(
        [*command, "-l", "--log-prefix", logs, server.url("postgres", "scratch")], check=True, capture_output=True
    )
    took = time.perf_counter() - begun
    lines = [line.split() for file in state.glob(f"{logs.name}.*") for line in file.read_text().splitlines()]
    times = sorted(int(line[2]) / 1000 for line in lines)
    with psycopg.connect(server.url("postgres", "scratch"), autocommit=True) as scratch:
        (given,) = scratch.execute("SELECT count(*) FROM stay").fetchone() or (0,)
    ends = [int(line[4]) + int(line[5]) / 1e6 for line in lines]
    spent = max(ends) - min(ends) or took
    return {
        "bare_per_second": round(given / spent, 1), "bare_p50_ms": round(statistics.median(times), 2),
        "bare_p99_ms": round(times[int(len(times) * 0.99)], 2),
    }  # fmt: skip


def _control(server: Server, state: Path) -> Row:
    """Places that the naive program gave twice or more, of all that it gave."""
    _bare_tables(server)
    _pgbench(server, state, "naive", CLERKS[-1])
    twice = "SELECT coalesce(sum(n - 1), 0), sum(n) FROM (SELECT count(*) n FROM hope GROUP BY bed, evening) t"
    with psycopg.connect(server.url("postgres", "scratch"), autocommit=True) as scratch:
        overbooked, given = scratch.execute(twice).fetchone() or (0, 0)
    if not overbooked:
        raise AssertionError("The naive program did not overbook, so this run proves nothing.")
    return {"given": int(given), "overbooked": int(overbooked)}


def _overviews(server: Server, ground: Ground) -> Iterator[Row]:
    """The overview as the coordination sees it, with the last evening's guests, beside a bare view."""
    from samsyn.web.access.fixtures import signed_in
    from samsyn.web.access.jobs import Job
    from samsyn.web.access.scope import acting_as_job
    from samsyn.web.beds.models import Site
    from samsyn.web.organisations.models import Person

    with acting_as_job(Job.SEED):
        client = signed_in(Person.objects.get(email="staff@mittemot.example"))
        runner = Site.objects.get(pk=ground.sites[0]).organisation_id
    for sizes in ((), (104,) * 47):
        _more_sites(server, ground, runner, sizes)
        with psycopg.connect(server.url("postgres", "bench"), autocommit=True) as superuser:
            superuser.execute("ANALYZE")
            (places,) = superuser.execute("SELECT count(*) FROM beds_place").fetchone() or (0,)
        bare, _ = _one(client, "/as/mittemot/bare/")
        took, queries = _one(client, "/as/mittemot/partnerships/nattvakan/overview/")
        yield {
            "overview_places": places, "overview_sites": len(ground.sites) + 1, "queries": queries,
            "ms": round(took, 1), "times_bare": round(took / bare, 1),
        }  # fmt: skip


def table(rows: list[Row]) -> str:
    """Markdown: giving, the control, the overview."""
    lines = [
        "| clerks | places/s | p50 | p99 | presses/s | given | overbooked | bare/s | bare p50 | bare p99 | ratio |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        if "clerks" in row:
            lines += [
                f"| {row['clerks']} | {row['per_second']} | {row['p50_ms']} ms | {row['p99_ms']} ms | "
                f"{row['presses_per_second']} | {row['given']} of {PLACES} | {row['overbooked']} | "
                f"{row['bare_per_second']:,} | {row['bare_p50_ms']} ms | {row['bare_p99_ms']} ms | {row['ratio']:.1%} |"
            ]
    control: dict[str, Any] = next(row["control"] for row in rows if "control" in row)
    lines += [
        "",
        f"The naive program gave {control['given']:,} places, {control['overbooked']:,} of them taken already.",
        "",
    ]
    lines += ["| overview | × bare view | queries |", "|---|---:|---:|"]
    for row in rows:
        if "queries" in row:
            size = f"{row['overview_sites']} sites, {row['overview_places']:,} places"
            lines.append(f"| {size} | {row['times_bare']} ({row['ms']} ms) | {row['queries']} |")
    load = next(row["load"] for row in rows if "load" in row)
    lines += ["", f"Load average at the end, five minutes: {load}. Above about 3 others were at work on the machine."]
    return "\n".join([*lines, ""])
