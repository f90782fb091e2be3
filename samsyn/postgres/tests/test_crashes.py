"""Kill -9 of anything, at any moment: what was committed is there afterwards, and the next start just works."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from samsyn.postgres import running_server
from samsyn.postgres.account import server_account
from samsyn.postgres.tests.worker import begin, home_of, kill_everything, postmaster_of, working

pytestmark = pytest.mark.slow
UID = server_account().uid


def test_what_was_committed_is_there_after_everything_was_killed(state: Path) -> None:
    with working(state) as worker:
        assert worker.tell("write 1") == "written"
        kill_everything(worker, home_of(state, UID))
    with working(state) as worker:
        assert worker.tell("read") == "[1]"


def test_a_server_whose_launcher_was_killed_is_taken_over_and_then_stopped(state: Path) -> None:
    with working(state) as worker:
        worker.tell("write 7")
        worker.kill()
    left_over = postmaster_of(home_of(state, UID))
    assert left_over is not None
    with working(state) as worker:
        assert postmaster_of(home_of(state, UID)) == left_over
        assert worker.tell("read") == "[7]"
    assert postmaster_of(home_of(state, UID)) is None


@pytest.mark.parametrize("lock_file", ["postmaster.pid", ".s.PGSQL.5432.lock"])
def test_a_stale_lock_file_whose_number_another_program_got_is_no_obstacle(state: Path, lock_file: str) -> None:
    home = home_of(state, UID)
    with working(state) as worker:
        worker.tell("write 3")
        with running_server(state) as server:
            folder = home / "data" if lock_file == "postmaster.pid" else server.socket
        kill_everything(worker, home)
    account = server_account()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, cwd="/") as bystander:
        lines = (folder / lock_file).read_text().splitlines()
        (folder / lock_file).write_text("\n".join([str(bystander.pid), *lines[1:]]) + "\n")
        account.own(folder / lock_file)
        with working(state) as worker:
            assert worker.tell("read") == "[3]"
        assert bystander.poll() is None
        bystander.communicate(b"\n")


def test_a_first_start_killed_half_way_leaves_nothing_that_looks_finished(state: Path) -> None:
    home = home_of(state, UID)
    worker = begin(state)
    while not list(home.glob("making-*")) and worker.process.poll() is None:
        pass
    worker.kill()
    worker.process.communicate()
    with working(state) as again:
        assert again.tell("read") == "[]"
    assert not list(home.glob("making-*"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_launcher_that_is_asked_to_end_takes_its_server_along(state: Path, number: int) -> None:
    with working(state, durable=False) as worker:
        os.kill(worker.process.pid, number)
        worker.process.communicate(timeout=60)
    assert postmaster_of(home_of(state, UID, durable=False)) is None


@pytest.mark.soak
def test_thirty_rounds_of_writing_and_killing_lose_nothing(state: Path) -> None:
    expected: list[int] = []
    for round_number in range(30):
        with working(state) as worker:
            assert worker.tell("read") == str(expected)
            for number in range(round_number * 100, round_number * 100 + round_number % 7 + 1):
                worker.tell(f"write {number}")
                expected.append(number)
            kill_everything(worker, home_of(state, UID))
