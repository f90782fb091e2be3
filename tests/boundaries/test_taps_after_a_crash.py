"""The site and its database are killed in the middle of a sync. Sent again, all that was tapped is counted once."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from samsyn.postgres import Server
from samsyn.postgres.tests.worker import open_folder
from tests.beds_ground import SEEDING, insert, lay, under
from tests.boundaries.crashing import kill_the_server, own_server, schema

__all__ = ["schema"]
TABLETS, BATCH = 6, 100
NOW = datetime.now(UTC)
Batch = list[dict[str, str]]


def taps() -> Batch:
    """A week of them. The first half-dozen also undone."""
    made = [
        {"id": str(uuid4()), "button": "visit", "at": (NOW - n * timedelta(hours=1)).isoformat()} for n in range(BATCH)
    ]
    return [*made, *({"id": str(uuid4()), "at": NOW.isoformat(), "undoes": each["id"]} for each in made[:6])]


def tablets(connection: psycopg.Connection[tuple[object, ...]]) -> list[str]:
    """Tokens of tablets at one pad."""
    ground = lay(connection)
    tokens = [uuid4().hex for _ in range(TABLETS)]
    shown = json.dumps({"buttons": ["visit"], "asks": [], "age_bands": []})
    with under(connection, SEEDING):
        insert(connection, "tallies_device", [
            {
                "id": uuid4(), "partnership_id": ground.partnership, "organisation_id": ground.coordination,
                "pad": "huset", "name": "Plattan", "shown": shown, "made_at": NOW,
                "token_digest": hashlib.sha256(each.encode()).hexdigest(),
            }
            for each in tokens
        ])  # fmt: skip
    return tokens


@contextmanager
def site(server: Server, state: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """As `samsyn serve` serves it, in a process group of its own. Answers when it is left."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    environment |= {
        "DATABASE_URL": server.url("samsyn_app"), "SAMSYN_STATE": str(state), "SAMSYN_DEMO": "1",
        "SAMSYN_HOSTS": "127.0.0.1", "DJANGO_SETTINGS_MODULE": "samsyn.web.project.settings",
    }  # fmt: skip
    said = subprocess.DEVNULL
    command = [sys.executable, "-m", "samsyn.cli.granian_process", "127.0.0.1", str(port)]
    with subprocess.Popen(command, env=environment, start_new_session=True, stdout=said, stderr=said) as process:
        try:
            while process.poll() is None:
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield port, process
        finally:
            kill_the_site(process)


def kill_the_site(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def send(port: int, token: str, batch: Batch) -> dict[str, str]:
    """Id → state. OSError or HTTPException where no answer came, RuntimeError for an answer of another kind."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {
        "Cookie": f"samsyn_pad={token}", "Content-Type": "application/json", "X-Samsyn-Pad": "1",
        "Origin": f"http://127.0.0.1:{port}",
    }  # fmt: skip
    try:
        line.request("POST", "/pad/sync/", json.dumps({"events": batch, "sent_at": NOW.isoformat()}), headers)
        answer = line.getresponse()
        said = answer.read()
        if answer.status != 200:
            raise RuntimeError(str(answer.status))
        return {key: each["state"] for key, each in json.loads(said)["results"].items()}
    finally:
        line.close()


def send_until_it_dies(port: int, token: str, sent: list[Batch], answered: set[str], stop: threading.Event) -> None:
    while not stop.is_set():
        batch = taps()
        sent.append(batch)
        try:
            states = send(port, token, batch)
        except (OSError, http.client.HTTPException, RuntimeError):
            return
        assert set(states.values()) == {"counted"}
        answered |= set(states)


@pytest.mark.slow
def test_a_sync_that_was_cut_off_by_a_killed_server_is_sent_again_and_counts_once(schema: str) -> None:
    with open_folder() as folder:
        state = folder / "site"
        state.mkdir(mode=0o700)
        sent: list[list[Batch]] = [[] for _ in range(TABLETS)]
        answered: set[str] = set()
        with own_server(folder, schema) as server:
            with psycopg.connect(server.url("samsyn_app"), autocommit=True) as connection:
                tokens = tablets(connection)
            with site(server, state) as (port, process):
                assert send(port, tokens[0], []) == {}
                _kill_in_the_middle(folder, port, process, tokens, sent, answered)
        everything = [each for batches in sent for batch in batches for each in batch]
        assert answered, "it was killed before the first answer"
        assert len(answered) < len(everything), "it was killed after the last answer"
        with own_server(folder, schema) as server, site(server, state) as (port, _):
            for token, batches in zip(tokens, sent, strict=True):
                for batch in batches:
                    states = send(port, token, batch)
                    assert set(states.values()) <= {"counted", "known"}
                    assert {states[each["id"]] for each in batch if each["id"] in answered} <= {"known"}
            with psycopg.connect(server.url("postgres"), autocommit=True) as superuser:
                stored = superuser.execute("SELECT sum(n), count(*) FROM tallies_event").fetchone()
                kept = superuser.execute("SELECT sum(n) FROM tallies_daysum").fetchone()
        tapped = sum(-1 if "undoes" in each else 1 for each in everything)
        assert stored == (tapped, len(everything))
        assert kept == (tapped,)


def _kill_in_the_middle(
    folder: Path,
    port: int,
    process: subprocess.Popen[bytes],
    tokens: list[str],
    sent: list[list[Batch]],
    answered: set[str],
) -> None:
    """The database first, and at once the site: neither has time to say or finish anything."""
    stop = threading.Event()
    with ThreadPoolExecutor(TABLETS) as threads:
        work = [
            threads.submit(send_until_it_dies, port, token, mine, answered, stop)
            for token, mine in zip(tokens, sent, strict=True)
        ]
        while len(answered) < 5 * BATCH and not all(each.done() for each in work):
            time.sleep(0.01)
        kill_the_server(folder)
        kill_the_site(process)
        stop.set()
        for each in work:
            each.result()
