"""PostgreSQL is killed in the middle of an evening. Afterwards every place that was given is whole, and none twice."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from samsyn.postgres import Server
from samsyn.postgres.tests.worker import open_folder
from tests.beds_ground import Ground, lay, under
from tests.boundaries.crashing import kill_the_server, own_server, schema

CLERKS = 16
__all__ = ["schema"]


def an_evening_that_ends_badly(folder: Path, schema: str, sizes: tuple[int, ...], seconds: float) -> None:
    told: dict[UUID, UUID] = {}
    unanswered: set[UUID] = set()
    with own_server(folder, schema) as server:
        with psycopg.connect(server.url("samsyn_app"), autocommit=True) as connection:
            ground = lay(connection, *sizes, guests=sum(sizes))
        killed = threading.Timer(seconds, kill_the_server, [folder])
        killed.start()
        with ThreadPoolExecutor(CLERKS) as threads:
            for number in range(CLERKS):
                threads.submit(give_until_it_dies, server, ground, number, told, unanswered)
        killed.join()
    assert unanswered, "the server was killed after the last guest, so nothing was tried"
    assert told, "the server was killed before the first guest, so nothing was tried"
    with own_server(folder, schema) as server, psycopg.connect(server.url("samsyn_app"), autocommit=True) as connection:
        assert ground.audit(connection) == []
        given = ground.given(connection)
        assert {guest: given.get(guest) for guest in told} == told
        assert given.keys() - told.keys() <= unanswered
        for guest in ground.guests:
            if guest not in given:
                with under(connection, ground.clerk):
                    assert any(ground.give(connection, guest, site) for site in ground.sites)
        assert len(ground.given(connection)) == sum(sizes)
        assert ground.audit(connection) == []


def give_until_it_dies(
    server: Server, ground: Ground, number: int, told: dict[UUID, UUID], unanswered: set[UUID]
) -> None:
    with psycopg.connect(server.url("samsyn_app"), autocommit=True) as connection:
        for guest in ground.guests[number::CLERKS]:
            try:
                with under(connection, ground.clerk):
                    sites = (ground.give(connection, guest, site) for site in ground.sites)
                    place = next(found for found in sites if found)
            except psycopg.OperationalError:
                unanswered.add(guest)
                return
            told[guest] = place


@pytest.mark.slow
def test_what_a_clerk_was_told_is_there_after_the_server_was_killed(schema: str) -> None:
    with open_folder() as folder:
        an_evening_that_ends_badly(folder, schema, (300, 100, 100), 0.6)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_ten_evenings_that_end_badly(schema: str) -> None:
    with open_folder() as folder:
        for evening in range(10):
            an_evening_that_ends_badly(folder, schema, (600, 200, 200), 0.3 + evening / 5)
