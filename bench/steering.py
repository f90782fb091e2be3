"""The steering group's screen beside the questions that it asks of the database, bare, in one run and one process.

The page goes through the whole application by Django's test client: session, walls, terms, figures, template. The same
statements with the same values are then sent again, in one transaction and nothing else, and their rows fetched. What
is between the two is Python: deriving, counting, wording and HTML. Two agreements as they stand: the one with the most
parties, and the one with training places and a payment plan.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.pages import Row, _settle
from samsyn.postgres import running_server

ROOT = Path(__file__).parents[1] / "agreements"
FOLDERS = ("stockholm-eu-medborgare", "malmo-arbetstraning")
TIMES = 25
SINCE = date(2020, 1, 1)
PAGES = ("steering/", "steering/board/")
Asked = list[tuple[str, Any]]


def run() -> list[Row]:
    """One row for each agreement and page."""
    with tempfile.TemporaryDirectory() as state, running_server(Path(state), durable=False) as server:
        _settle(server, Path(state))
        rows = [row for folder in FOLDERS for row in _of(folder)]
        from django.db import connections

        connections.close_all()
        return rows


def _of(folder: str) -> list[Row]:
    from samsyn.web.access.fixtures import signed_in
    from samsyn.web.access.jobs import Job
    from samsyn.web.access.scope import acting_as_job
    from samsyn.web.obligations.tests.laying import lay
    from samsyn.web.organisations.roles import Role
    from samsyn.web.partnerships.models import PartnershipParty
    from samsyn.web.seed.people import people_in

    laid = lay(ROOT / folder)
    with acting_as_job(Job.SEED):
        place = PartnershipParty.objects.select_related("organisation").filter(
            partnership=laid.partnership, kind="party"
        )[0]
        people = people_in(place.organisation, SINCE)
    client = signed_in(people[Role.STEERING])
    home = f"/as/{place.organisation.slug}/partnerships/{laid.partnership.slug}/"
    return [{"agreement": folder, "page": page, **_measured(client, home + page)} for page in PAGES]


def _measured(client: Any, address: str) -> Row:
    for _ in range(3):
        answer = client.get(address)
        assert answer.status_code == 200, f"{address} answered {answer.status_code}"
    asked = _asked(client, address)
    page = _median(lambda: client.get(address))
    bare = _median(lambda: _again(asked))
    return {"queries": len(asked), "page_ms": round(page, 1), "bare_ms": round(bare, 1), "times": round(page / bare, 1)}


def _asked(client: Any, address: str) -> Asked:
    from django.db import connection

    found: Asked = []

    def note(execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        found.append((sql, params))
        return execute(sql, params, *rest)

    with connection.execute_wrapper(note):
        client.get(address)
    return found


def _again(asked: Asked) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params in asked:
            cursor.execute(sql, params)
            if cursor.description is not None:
                cursor.fetchall()


def _median(do: Callable[[], Any]) -> float:
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        do()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def table(rows: list[Row]) -> str:
    """Markdown."""
    lines = [
        "| agreement | page | queries | page, ms | the queries bare, ms | times |",
        "|---|---|---:|---:|---:|---:|",
    ]
    lines += ["| {agreement} | {page} | {queries} | {page_ms} | {bare_ms} | {times} |".format(**row) for row in rows]
    return "\n".join([*lines, "", f"Median of {TIMES}.", ""])
