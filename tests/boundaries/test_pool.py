"""Many threads over few connections: what one request opened is shut when the next one borrows the connection."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from django.test import Client

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.scope import NOTHING, current
from samsyn.web.organisations.models import Membership, Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

pytestmark = pytest.mark.django_db(transaction=True)

_THREADS = 8
_CONNECTIONS = 2
_ROUNDS = 25


@pytest.fixture
def table(transactional_db: None) -> Cast:
    return lay_the_table()


@pytest.fixture
def few_connections() -> Iterator[None]:
    """A pool smaller than the number of threads, so that connections must be shared."""
    options = connections.settings["default"]["OPTIONS"]["pool"]
    before = dict(options)
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    options.update(min_size=_CONNECTIONS, max_size=_CONNECTIONS, timeout=60)
    yield
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    options.clear()
    options.update(before)


def look_around(clients: list[tuple[str, str, str, Client]], seed: int) -> list[str]:
    """Requests in random order, good and bad, and after each one a look at what a bare connection can see."""
    chance = random.Random(seed)
    leaks = []
    for _ in range(_ROUNDS):
        slug, mine, other, client = chance.choice(clients)
        page = client.get(f"/as/{slug}/").content.decode()
        leaks += [f"{slug} saw {other}"] if other in page else []
        leaks += [f"{slug} did not see {mine}"] if mine not in page else []
        client.get(f"/as/{chance.choice(['ingen', 'andra-namnden', 'foreningen'])}/")
        leaks += what_a_bare_connection_sees()
        connection.close()
    return leaks


def what_a_bare_connection_sees() -> list[str]:
    connection.close()
    return found_without_closing()


def found_without_closing() -> list[str]:
    found = [f"settings left: {current()}"] if current() != NOTHING else []
    tables = (Organisation, Membership, Partnership)
    return found + [f"rows of {model.__name__}" for model in tables if model._default_manager.exists()]


def test_the_look_around_would_find_a_leak(table: Cast) -> None:
    """A setting made for the session instead of the transaction is what must never happen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('samsyn.job', 'seed', false)")
    try:
        assert found_without_closing()
    finally:
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]


@pytest.mark.slow
def test_no_setting_leaks_from_one_thread_to_another(table: Cast, few_connections: None) -> None:
    clients = [
        ("kommunen", "Partnerskapet", "Andra partnerskapet", table.client(table.municipality, Role.HEAD)),
        ("foreningen", "Partnerskapet", "Andra partnerskapet", table.client(table.association, Role.STAFF)),
        (
            "andra-foreningen",
            "Andra partnerskapet",
            "Socialnämnden",
            table.client(table.other_association, Role.HEAD),
        ),
    ]
    connection.close()
    with ThreadPoolExecutor(_THREADS) as threads:
        found = list(threads.map(lambda seed: look_around(clients, seed), range(_THREADS)))
    assert not [leak for leaks in found for leak in leaks]
