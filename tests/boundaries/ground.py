"""`sample`: what `samples.lay_out` lays, laid once for all tests in a row that ask for it.

A pytest plugin (named in the root conftest). The ground lies in a transaction that stays open; each test stands on it
in a savepoint of its own, which is rolled back as after every test with `db`, and has copies of the objects. The first
test that does not ask for the ground rolls it away before its own fixtures are made. A test that commits has everything
laid for itself.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django import DjangoDbBlocker

if TYPE_CHECKING:
    from django.db.transaction import Atomic

    from tests.boundaries.samples import Sample


class Ground:
    """`laid` is None until somebody asks, and after it was rolled away."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self.laid: Sample | None = None
        self._blocker = blocker
        self._held: Atomic | None = None

    def lay(self) -> Sample:
        if self.laid is None:
            with self._blocker.unblock():
                self.laid = self._lay()
        return self.laid

    def _lay(self) -> Sample:
        from django.db import transaction

        self._held = transaction.atomic()
        self._held.__enter__()
        try:
            return _laid_out()
        except BaseException:
            self.roll_away()
            raise

    def roll_away(self) -> None:
        from django.db import transaction

        self.laid, held, self._held = None, self._held, None
        if held is not None:
            with self._blocker.unblock():
                transaction.set_rollback(True)
                held.__exit__(None, None, None)


def _laid_out() -> Sample:
    from samsyn.web.access.fixtures import lay_the_table
    from tests.boundaries.samples import lay_out

    return lay_out(lay_the_table())


_GROUND = pytest.StashKey[Ground]()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    ground = item.config.stash.get(_GROUND, None)
    if ground is not None and ("laid" not in getattr(item, "fixturenames", ()) or _commits(item)):
        ground.roll_away()


def _commits(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or (marked is not None and bool(marked.kwargs.get("transaction")))


@pytest.fixture(scope="session")
def ground(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Ground]:
    kept = request.config.stash[_GROUND] = Ground(django_db_blocker)
    yield kept
    kept.roll_away()


@pytest.fixture
def laid(request: pytest.FixtureRequest, ground: Ground) -> Sample | None:
    """The ground itself, before the test's own savepoint. Tests ask for `sample`."""
    return None if _commits(request.node) else ground.lay()


@pytest.fixture
def sample(laid: Sample | None, db: None) -> Sample:
    """Objects of the test's own: what it changes in them, or in the database, no other test sees."""
    return copy.deepcopy(laid) if laid else _laid_out()
