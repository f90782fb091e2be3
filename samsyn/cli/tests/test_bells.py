"""`samsyn serve` also does what happens unasked: a site whose purge never rings keeps everything for ever."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from samsyn.cli.installation import CHECKOUT
from samsyn.cli.site import free_port
from samsyn.postgres import Server
from samsyn.postgres.tests.worker import end_group, open_folder
from tests.database import migrated_database

pytestmark = pytest.mark.slow
_PATIENCE = 120
_RUNG = "SELECT EXISTS (SELECT FROM samsyn_cache WHERE cache_key = 'old'), count(*) FROM procrastinate_jobs"


@pytest.fixture
def state() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder / "state"


SAMSYN = [sys.executable, "-m", "samsyn"]


def environment(state: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DATABASE_", "SAMSYN_", "DJANGO_"))}
    return kept | {"SAMSYN_STATE": str(state)}


def samsyn(state: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*SAMSYN, *arguments], cwd=CHECKOUT, env=environment(state), check=False, capture_output=True, text=True
    )


@pytest.fixture
def addresses(postgres: Server) -> Iterator[dict[str, str]]:
    """A migrated database on the tests' server, as where one has a PostgreSQL of one's own."""
    name = f"bells_{os.getpid()}"
    migrated_database(postgres, name)
    roles = {"DATABASE_URL": "app", "DATABASE_OWNER_URL": "owner", "DATABASE_RETENTION_URL": "retention"}
    yield {variable: postgres.url(f"samsyn_{role}", name) for variable, role in roles.items()}
    with psycopg.connect(postgres.url("postgres", "postgres"), autocommit=True) as superuser:
        superuser.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def served(state: Path, addresses: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    port = free_port("127.0.0.1", None, 8300)
    command = [*SAMSYN, "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=CHECKOUT, env=environment(state) | addresses, start_new_session=True) as site:
        yield site
        end_group(site, signal.SIGTERM, _PATIENCE)


def children(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_serving_rings_the_bells_and_they_end_with_it(
    served: "subprocess.Popen[bytes]", addresses: dict[str, str]
) -> None:
    with psycopg.connect(addresses["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("INSERT INTO samsyn_cache VALUES ('old', 'x', now() - interval '1 hour')")
        connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('default', 'attempts', %s)",
            ['{"timestamp": 0}'],
        )
        deadline = time.monotonic() + _PATIENCE
        while (found := connection.execute(_RUNG).fetchone()) != (False, 0):
            assert time.monotonic() < deadline, found
            assert served.poll() is None
            time.sleep(0.2)
    started = [served.pid, *children(served.pid)]
    os.kill(served.pid, signal.SIGTERM)
    served.wait(timeout=_PATIENCE)
    assert not [pid for pid in started[1:] if Path(f"/proc/{pid}").exists()]


def test_the_first_organisation_is_founded_from_the_command_line(state: Path) -> None:
    assert samsyn(state, "migrate").returncode == 0
    words = ["found", "foreningen", "Föreningen", "--kind", "civil", "--email", "a@b.example", "--person", "A"]
    done, again = samsyn(state, "manage", *words), samsyn(state, "manage", *words)
    assert "/as/foreningen/" in done.stdout
    assert (done.returncode, again.returncode) == (0, 1)
    assert samsyn(state, "manage", "no-such-command").returncode == 1
