"""Pages beside a bare Django view, with 10, 100 and 1,000 partnerships: times as ratios, and the number of queries.

The bare view goes through the same middleware as the pages (transaction, walls, session) and answers «ok». All of
it is measured in one run, in one process, through Django's test client: no network, no template cache to warm but ours.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samsyn.postgres import Server, running_server

if TYPE_CHECKING:
    from django.test import Client

TODAY = date(2026, 11, 20)
SIZES = (10, 100, 1_000)
TIMES = 25
PAGES = {
    "a bare Django view": "bare/",
    "my day": "",
    "list of partnerships": "partnerships/",
    "partnership home": "partnerships/bench-0/",
    "the agreement": "partnerships/bench-0/agreement/",
    "obligations": "partnerships/bench-0/obligations/",
}

Row = dict[str, Any]


def run() -> list[Row]:
    """One row for each page and size: milliseconds (median), times the bare view, queries."""
    with tempfile.TemporaryDirectory() as state, running_server(Path(state), durable=False) as server:
        _settle(server, Path(state))
        client = _lay_the_ground()
        rows: list[Row] = []
        laid = 0
        for size in SIZES:
            _add_partnerships(laid, size)
            laid = size
            rows += list(_measure(client, size))
        _close()
        return rows


def _settle(server: Server, state: Path) -> None:
    os.environ |= {
        "DATABASE_URL": server.url("samsyn_app", "bench"),
        "DATABASE_OWNER_URL": server.url("samsyn_owner", "bench"),
        "SAMSYN_STATE": str(state),
        "SAMSYN_DEMO": "1",
        "SAMSYN_TODAY": TODAY.isoformat(),
        "DJANGO_SETTINGS_MODULE": "samsyn.web.project.settings",
    }
    import django

    from tests.database import migrated_database

    migrated_database(server, "bench")
    django.setup()
    from django.conf import settings

    settings.ROOT_URLCONF = "bench.urls"
    settings.ALLOWED_HOSTS = ["testserver"]


@contextmanager
def _seeding() -> Iterator[None]:
    from samsyn.web.access.jobs import Job
    from samsyn.web.access.scope import acting_as_job

    with acting_as_job(Job.SEED):
        yield


def _lay_the_ground() -> Client:
    """One board that is a party everywhere, and its controller signed in."""
    from samsyn.web.access.fixtures import signed_in
    from samsyn.web.organisations.models import Organisation
    from samsyn.web.seed.people import people_in

    with _seeding():
        board = Organisation.objects.create(
            slug="namnden", name="Exempelnämnden", kind="public", org_nr="", is_demo=True
        )
        people = people_in(board, date(2020, 1, 1))
    return signed_in(next(person for role, person in people.items() if role == "controller"))


def _add_partnerships(start: int, stop: int) -> None:
    from samsyn.rules.reading.skeleton import CLAUSES
    from samsyn.web.access.jobs import Job
    from samsyn.web.agreements.actions import register_partnership
    from samsyn.web.organisations.models import Organisation

    now = datetime.fromisoformat("2026-11-20T08:00:00+00:00")
    with _seeding():
        board = Organisation.objects.get(slug="namnden")
        for number in range(start, stop):
            association = Organisation.objects.create(
                slug=f"foreningen-{number}", name=f"Föreningen {number}", kind="civil", is_demo=True
            )
            files = {"agreement.toml": _running_now(number), "clauses.md": CLAUSES.encode()}
            register_partnership(
                files, {"namnden": board, "foreningen": association}, by=Job.SEED, now=now, today=TODAY
            )


def _running_now(number: int) -> bytes:
    """The skeleton's agreement, moved one year so that it is in force."""
    from samsyn.rules.reading.skeleton import skeleton

    text = skeleton(f"bench-{number}")
    return text.replace("2027-", "2026-").replace("2028-", "2027-").encode()


def _measure(client: Client, size: int) -> Iterator[Row]:
    bare = None
    for name, path in PAGES.items():
        address = f"/as/namnden/{path}"
        milliseconds, queries = _one(client, address)
        bare = bare or milliseconds
        yield {
            "partnerships": size,
            "page": name,
            "ms": round(milliseconds, 1),
            "times_bare": round(milliseconds / bare, 1),
            "queries": queries,
        }


def _one(client: Client, address: str) -> tuple[float, int]:
    from django.db import connection

    for _ in range(3):
        answer = client.get(address)
        assert answer.status_code == 200, f"{address} answered {answer.status_code}"
    asked: list[str] = []

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        client.get(address)
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        client.get(address)
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took), len(asked)


def _close() -> None:
    from django.db import connections

    connections.close_all()


def table(rows: list[Row]) -> str:
    """Markdown: one line for each page, the sizes beside each other."""
    lines = ["| page | " + " | ".join(f"{size:,} partnerships: × bare (queries)" for size in SIZES) + " |"]
    lines.append("|---|" + "---|" * len(SIZES))
    for page in PAGES:
        cells = [row for row in rows if row["page"] == page]
        lines.append(f"| {page} | " + " | ".join(f"{row['times_bare']} ({row['queries']})" for row in cells) + " |")
    bare = [row["ms"] for row in rows if row["page"] == "a bare Django view"]
    return "\n".join(
        [*lines, "", f"A bare view took {bare[0]} ms (median of {TIMES}) with {SIZES[0]} partnerships.", ""]
    )
