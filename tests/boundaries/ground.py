"""`sample`: what `samples.lay_out` lays, laid once for all tests in a row that ask for it.

A pytest plugin (named in the root conftest). The ground lies in a transaction that stays open; each test stands on it
in a savepoint of its own, which is rolled back as after every test with `db`, and has copies of the objects. The first
test that does not ask for the ground rolls it away before its own fixtures are made.
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

        from samsyn.web.access.fixtures import lay_the_table
        from tests.boundaries.samples import lay_out

        self._held = transaction.atomic()
        self._held.__enter__()
        try:
            return lay_out(lay_the_table())
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


_GROUND = pytest.StashKey[Ground]()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    ground = item.config.stash.get(_GROUND, None)
    if ground is not None and "laid" not in getattr(item, "fixturenames", ()):
        ground.roll_away()


@pytest.fixture(scope="session")
def ground(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Ground]:
    kept = request.config.stash[_GROUND] = Ground(django_db_blocker)
    yield kept
    kept.roll_away()


@pytest.fixture
def laid(ground: Ground) -> Sample:
    """The ground itself, before the test's own savepoint. Tests ask for `sample`."""
    return ground.lay()


@pytest.fixture
def sample(laid: Sample, db: None) -> Sample:
    """Objects of the test's own: what it changes in them, or in the database, no other test sees."""
    return copy.deepcopy(laid)
