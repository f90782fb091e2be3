"""Clerks who fight for the last places, each on a connection of its own. Nothing but the tables stands between them.

Every act here is bare SQL as the application's role, under a clerk's scope: what holds here holds for whoever writes.
"""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from queue import SimpleQueue
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors

from samsyn.postgres import Server, running_server
from samsyn.postgres.tests.worker import open_folder
from tests import database
from tests.beds_ground import NIGHT, Connection, Ground, insert, lay, span, under

Outcome = UUID | str | None
REFUSED = (errors.ExclusionViolation, errors.CheckViolation)
"""What a clerk may be told. Anything else (a deadlock above all) fails the test."""


@contextmanager
def desks(url: str, number: int) -> Iterator[SimpleQueue[Connection]]:
    """Open connections that wait to be taken."""
    free: SimpleQueue[Connection] = SimpleQueue()
    with ExitStack() as stack:
        for _ in range(number):
            free.put(stack.enter_context(psycopg.connect(url, autocommit=True)))
        yield free


@contextmanager
def own_database(server: Server) -> Iterator[str]:
    name = f"run_at_once_{threading.get_native_id()}"  # «run_» and the pid is the worker's own
    database.migrated_database(server, name)
    try:
        yield server.url("samsyn_app", name)
    finally:
        with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def url(postgres: Server) -> Iterator[str]:
    with own_database(postgres) as url:
        yield url


@pytest.fixture
def connection(url: str) -> Iterator[Connection]:
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def at_once(free: SimpleQueue[Connection], clerks: int, acts: Sequence[Callable[[Connection], Outcome]]) -> list[Any]:
    """What each act gave, or the refusal that it met. So many clerks share what there is to do."""

    def one(act: Callable[[Connection], Outcome]) -> Outcome:
        connection = free.get()
        try:
            return act(connection)
        except REFUSED as refusal:
            return str(refusal.diag.constraint_name or refusal.diag.message_primary)
        finally:
            free.put(connection)

    with ThreadPoolExecutor(clerks) as threads:
        return list(threads.map(one, acts))


def seeking(ground: Ground, guest: UUID, chance: random.Random) -> Callable[[Connection], Outcome]:
    """Try the sites in some order until one has room."""
    order = chance.sample(ground.sites, len(ground.sites))

    def act(connection: Connection) -> Outcome:
        for site in order:
            with under(connection, ground.clerk):
                if place := ground.give(connection, guest, site):
                    return place
        return None

    return act


def fight(url: str, connection: Connection, *, clerks: int, connections: int, guests: int = 200) -> None:
    """115 places at three sites, and more guests than that."""
    ground = lay(connection, 55, 20, 40, guests=guests)
    with desks(url, connections) as free:
        acts = [seeking(ground, guest, random.Random(n)) for n, guest in enumerate(ground.guests)]
        told = at_once(free, clerks, acts)
    got = [each for each in told if isinstance(each, UUID)]
    assert len(got) == len(set(got)) == 115
    assert told.count(None) == guests - 115
    assert ground.audit(connection) == []
    assert ground.given(connection) == {
        guest: place for guest, place in zip(ground.guests, told, strict=True) if place is not None
    }


def test_sixty_four_clerks_give_the_last_115_places_once_each(url: str, connection: Connection) -> None:
    fight(url, connection, clerks=64, connections=24)


def test_two_hundred_clerks_over_few_connections_give_them_once_each(url: str, connection: Connection) -> None:
    fight(url, connection, clerks=200, connections=8)


def test_the_judge_sees_two_in_one_place_and_one_in_two(postgres: Server) -> None:
    """A judge that finds nothing must be able to find something: in this database belt and braces are taken off."""
    with own_database(postgres) as url, psycopg.connect(url, autocommit=True) as connection:
        with psycopg.connect(postgres.url("samsyn_owner", url.rpartition("/")[2])) as owner:
            for name in ("a_place_has_one_guest_a_night", "a_guest_has_one_place_a_night"):
                owner.execute(f"ALTER TABLE beds_segment DROP CONSTRAINT {name}")
            owner.execute("ALTER TABLE beds_segment DISABLE TRIGGER USER")
        ground = lay(connection, 2, guests=2)
        [site], [place, _] = ground.sites, ground.places[ground.sites[0]]
        for guest in ground.guests:
            with under(connection, ground.clerk):
                ground.give(connection, guest, site)
        assert ground.audit(connection) == []
        with under(connection, ground.clerk):
            connection.execute("UPDATE beds_segment SET place_id = %s", [place])
        assert [each for each in ground.audit(connection) if each.startswith("place twice")]
        with under(connection, ground.clerk):
            connection.execute("UPDATE beds_segment SET guest_id = %s", [ground.guests[0]])
        assert [each for each in ground.audit(connection) if each.startswith("guest twice")]


def test_one_guest_at_every_site_at_once_gets_one_place(url: str, connection: Connection) -> None:
    """No lock on the guest is taken here: what decides is that the same nights are blocked twice."""
    ground = lay(connection, 30, 30, 30, 30, guests=30)
    with desks(url, 16) as free:
        acts: list[Any] = []
        for guest in ground.guests:
            acts += [giving(ground, guest, site) for site in ground.sites]
        told = at_once(free, 16, acts)
    refused = [each for each in told if isinstance(each, str)]
    assert len([each for each in told if isinstance(each, UUID)]) == 30
    assert Counter(refused) == {"stay_and_quarantine_do_not_overlap": 90}
    assert ground.audit(connection) == []


def giving(ground: Ground, guest: UUID, site: UUID, **other: Any) -> Callable[[Connection], Outcome]:
    def act(connection: Connection) -> Outcome:
        with under(connection, ground.clerk):
            return ground.give(connection, guest, site, **other)

    return act


def moving(ground: Ground, guest: UUID, to: UUID, chance: random.Random) -> Callable[[Connection], Outcome]:
    """From tomorrow in another bed, at random, free or not: the guest's row, then both sites in order."""

    def act(connection: Connection) -> Outcome:
        with under(connection, ground.clerk):
            connection.execute("SELECT FROM beds_guest WHERE id = %s FOR UPDATE", [guest])
            found = connection.execute(
                "SELECT id, site_id, entitlement_id FROM beds_segment WHERE guest_id = %s AND nights @> %s",
                [guest, NIGHT + timedelta(days=1)],
            ).fetchone()
            if found is None:
                return None
            for site in sorted({found[1], to}):
                connection.execute("SELECT beds_lock(%s)", [site])
            connection.execute(
                "UPDATE beds_segment SET nights = nights * daterange(NULL, %s) WHERE id = %s",
                [NIGHT + timedelta(days=1), found[0]],
            )
            _stay(connection, ground, guest, found[2], to, chance.choice(ground.places[to]))
        return None

    return act


def _stay(connection: Connection, ground: Ground, guest: UUID, entitlement: UUID, site: UUID, place: UUID) -> None:
    row = {
        "id": uuid4(), "partnership_id": ground.partnership, "kept_by": ground.kept_by, "guest_id": guest,
        "organisation_id": ground.runners[ground.sites.index(site)], "entitlement_id": entitlement, "sex": "man",
        "site_id": site, "place_id": place, "pool": ground.pool, "nights": span(NIGHT + timedelta(days=1), 4),
    }  # fmt: skip
    insert(connection, "beds_segment", [row])


def leaving(ground: Ground, guest: UUID) -> Callable[[Connection], Outcome]:
    """In the morning after the first night; the quarantine counts from then."""

    def act(connection: Connection) -> Outcome:
        gone = NIGHT + timedelta(days=1)
        with under(connection, ground.clerk):
            connection.execute("SELECT FROM beds_guest WHERE id = %s FOR UPDATE", [guest])
            connection.execute(
                "UPDATE beds_entitlement SET left_on = %s, ended = 'left' WHERE guest_id = %s AND left_on IS NULL",
                [gone, guest],
            )
            connection.execute(
                "UPDATE beds_segment SET nights = nights * daterange(NULL, %s) WHERE guest_id = %s", [gone, guest]
            )
            connection.execute(
                "UPDATE beds_block SET nights = nights * daterange(NULL, %s) WHERE guest_id = %s",
                [gone + timedelta(days=2), guest],
            )
        return None

    return act


def breaking(ground: Ground, site: UUID, place: UUID) -> Callable[[Connection], Outcome]:
    """A bed is out of order from tonight; refused where someone sleeps in it."""

    def act(connection: Connection) -> Outcome:
        owner = ground.runners[ground.sites.index(site)]
        row = {"id": uuid4(), "partnership_id": ground.partnership, "organisation_id": owner, "because": "trasig"}
        with under(connection, ground.watch(site)):
            insert(connection, "beds_outage", [{**row, "place_id": place, "nights": span(NIGHT, 3)}])
        return None

    return act


def closing(ground: Ground, site: UUID, place: UUID) -> Callable[[Connection], Outcome]:
    """A bed stands there no more from the second night; refused where someone has it then."""

    def act(connection: Connection) -> Outcome:
        with under(connection, ground.watch(site)):
            connection.execute(
                "UPDATE beds_standing SET nights = nights * daterange(NULL, %s) WHERE place_id = %s",
                [NIGHT + timedelta(days=1), place],
            )
        return None

    return act


def everything_at_once(url: str, connection: Connection, *, rounds: int, seed: int) -> Counter[str]:
    ground = lay(connection, 9, 6, 6, guests=30)
    chance = random.Random(seed)
    acts: list[Callable[[Connection], Outcome]] = []
    for _ in range(rounds):
        guest, site = chance.choice(ground.guests), chance.choice(ground.sites)
        place = chance.choice(ground.places[site])
        acts += [seeking(ground, guest, chance), seeking(ground, chance.choice(ground.guests), chance)]
        acts.append(moving(ground, chance.choice(ground.guests), site, random.Random(chance.random())))
        acts += chance.choices([leaving(ground, guest), breaking(ground, site, place), closing(ground, site, place)])
    with desks(url, 16) as free:
        told = at_once(free, 16, acts)
    assert ground.audit(connection) == []
    return Counter(each for each in told if isinstance(each, str))


def test_giving_moving_leaving_and_broken_beds_at_once_leave_nobody_without_a_bed(
    url: str, connection: Connection
) -> None:
    told = everything_at_once(url, connection, rounds=60, seed=4)
    assert "a_place_has_one_guest_a_night" in told
    assert "stay_and_quarantine_do_not_overlap" in told
    assert "Someone sleeps on the place on one of those nights. Move the guest first." in told


@pytest.mark.soak
def test_an_hour_of_an_evening_fifty_times_over(url: str, connection: Connection) -> None:
    for seed in range(50):
        everything_at_once(url, connection, rounds=120, seed=seed)


@pytest.mark.soak
def test_two_hundred_clerks_on_two_hundred_connections() -> None:
    with open_folder() as folder:
        with running_server(folder, durable=False) as server, _superuser(server) as connection:
            connection.execute("ALTER SYSTEM SET max_connections = 260")
        with running_server(folder, durable=False) as server, own_database(server) as url:
            for _ in range(5):
                with psycopg.connect(url, autocommit=True) as connection:
                    fight(url, connection, clerks=200, connections=200, guests=400)


def _superuser(server: Server) -> Connection:
    return psycopg.connect(server.url("postgres", "postgres"), autocommit=True)
