"""A state folder that the account which root steps down to can reach."""

from pathlib import Path

import pytest

from samsyn.postgres.tests.worker import open_to_the_servers_account


@pytest.fixture
def state(tmp_path: Path) -> Path:
    open_to_the_servers_account(tmp_path)
    return tmp_path / "state"
