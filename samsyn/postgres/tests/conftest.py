"""A state folder that the account which root steps down to can reach."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samsyn.postgres.tests.worker import open_folder


@pytest.fixture
def state() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder / "state"
