"""The demo as a person starts it: from nothing to an address, and nothing left when it ends.

A start is what costs: what can be seen of one demo is seen of one, and each test judges a part of it.
"""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from samsyn.cli.installation import CHECKOUT
from samsyn.postgres.account import server_account
from samsyn.postgres.tests.worker import end_group, home_of, open_folder, postmaster_of

pytestmark = pytest.mark.slow
_PATIENCE = 120


@pytest.fixture(scope="module")
def state() -> Iterator[Path]:
    """One for all tests here, so that only the first start loads the agreements."""
    with open_folder() as folder:
        yield folder / "state"


def _environment(state: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DATABASE_", "SAMSYN_", "DJANGO_"))}
    return kept | {"SAMSYN_STATE": str(state)}


@contextmanager
def _demo(state: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A running demo and its address."""
    command = [sys.executable, "-m", "samsyn", "demo"]
    with subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env=_environment(state),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as demo:
        assert demo.stdout is not None
        said = []
        try:
            for line in demo.stdout:
                said.append(line)
                if found := re.search(r"answers at (http://[\w.:]+/)", line):
                    break
            else:
                pytest.fail("The demo ended instead of answering:\n" + "".join(said))
            yield demo, found[1]
        finally:
            end_group(demo, signal.SIGINT, _PATIENCE)


def _children(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _wait_until(holds: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"Waited in vain until {what}.")
        time.sleep(0.05)


def _site_of(demo: "subprocess.Popen[str]") -> tuple[int, list[int]]:
    """The serving process and its workers."""
    for pid in _children(demo.pid):
        if b"granian_process" in Path(f"/proc/{pid}/cmdline").read_bytes():
            return pid, _children(pid)
    pytest.fail("The demo has no serving process.")


@dataclass(frozen=True)
class Seen:
    """Of one demo from its first address to Ctrl-C. `survivors`: its processes that still lived afterwards."""

    sheet: int
    second: "subprocess.CompletedProcess[str]"
    address: str
    afterwards: int
    said: str
    survivors: list[int]
    database: int | None


@dataclass(frozen=True)
class Killed:
    """Of one demo whose command was killed, and of the next, whose serving process was."""

    left_over: int | None
    taken_over: int | None
    workers: list[int]
    code: int
    database: int | None


@pytest.fixture(scope="module")
def seen(state: Path) -> Seen:
    with _demo(state) as (demo, address):
        page = urllib.request.urlopen(address).read().decode()
        sheet = re.search(r'href="(/static/[^"]+\.css)"', page)
        assert sheet
        style = urllib.request.urlopen(address.rstrip("/") + sheet[1]).status
        second = subprocess.run(
            [sys.executable, "-m", "samsyn", "demo"],
            cwd=CHECKOUT,
            env=_environment(state),
            capture_output=True,
            text=True,
            check=False,
        )
        afterwards = urllib.request.urlopen(address).status
        for path in ("as/jouren/partnerships/jouren/support/", "almanac/", "no-such-page/"):
            with suppress(urllib.error.HTTPError):
                urllib.request.urlopen(address + path).read()
        site, workers = _site_of(demo)
        os.killpg(demo.pid, signal.SIGINT)
        said, _ = demo.communicate(timeout=_PATIENCE)
        survivors = [pid for pid in (site, *workers) if _lives(pid)]
    database = postmaster_of(home_of(state, server_account().uid))
    return Seen(style, second, address, afterwards, said, survivors, database)


@pytest.fixture(scope="module")
def killed(state: Path, seen: Seen) -> Killed:
    home = home_of(state, server_account().uid)
    with _demo(state) as (demo, _):
        site, workers = _site_of(demo)
        demo.kill()
        _wait_until(lambda: not any(map(_lives, [site, *workers])), "the site had ended")
    left_over = postmaster_of(home)
    with _demo(state) as (demo, _):
        taken_over = postmaster_of(home)
        site, workers = _site_of(demo)
        os.kill(site, signal.SIGKILL)
        _wait_until(lambda: not any(map(_lives, workers)), "the workers had ended")
        code = demo.wait(_PATIENCE)
    return Killed(left_over, taken_over, workers, code, postmaster_of(home))


def test_the_demo_answers_with_its_own_style_and_stops_whole_on_ctrl_c(seen: Seen) -> None:
    assert seen.sheet == 200
    assert not seen.survivors
    assert seen.database is None


def test_nothing_is_written_about_a_request(seen: Seen) -> None:
    """Of the whole process, as whoever keeps its output would find it: neither address nor hour."""
    for word in ("GET", "support", "almanac", "no-such-page", "HTTP/1"):
        assert word not in seen.said, seen.said


def test_a_second_demo_is_told_where_the_first_one_is(seen: Seen) -> None:
    assert seen.second.returncode == 1
    assert f"already running, at {seen.address}" in seen.second.stderr
    assert "SAMSYN_STATE" in seen.second.stderr
    assert seen.afterwards == 200


def test_when_the_command_is_killed_the_site_ends_and_the_next_demo_takes_over_the_database(killed: Killed) -> None:
    assert killed.left_over is not None
    assert killed.taken_over == killed.left_over


def test_no_worker_outlives_a_killed_master(killed: Killed) -> None:
    assert killed.workers
    assert killed.code != 0
    assert killed.database is None
