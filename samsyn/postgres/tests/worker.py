"""A process of its own that uses the launcher and does as it is told, so that tests can kill it."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

ROOT = Path(__file__).parents[3]
SITE_PACKAGES = Path(psycopg.__file__).parents[1]
ORDINARY_UID = pwd.getpwnam("daemon").pw_uid  # initdb asks for a name; every system has this one

_SCRIPT = """
import sys
from pathlib import Path
import psycopg
from samsyn.postgres import running_server
with running_server(Path(sys.argv[1]), durable=sys.argv[2] == "durable") as server:
    with psycopg.connect(server.url("samsyn_owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (number int PRIMARY KEY)")
        print("ready", flush=True)
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            if word == "write":
                connection.execute("INSERT INTO kept VALUES (%s)", [int(rest)])
                print("written", flush=True)
            elif word == "read":
                print([row[0] for row in connection.execute("SELECT number FROM kept ORDER BY 1")], flush=True)
            elif word == "stop":
                break
"""


class Worker:
    """One line in, one line out."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def tell(self, line: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.hear()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def stop(self) -> int:
        self.process.communicate("stop\n", timeout=60)
        return self.process.returncode

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def begin(state: Path, *, durable: bool = True, uid: int | None = None, python: str = sys.executable) -> Worker:
    """Start one and do not wait for it."""
    options: dict[str, Any] = {} if uid is None else {"user": uid, "group": uid, "extra_groups": []}
    process = subprocess.Popen(
        [python, "-c", _SCRIPT, str(state), "durable" if durable else "scratch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": f"{ROOT}:{SITE_PACKAGES}", "PYTHONDONTWRITEBYTECODE": "1"},
        **options,
    )
    return Worker(process)


@contextmanager
def working(state: Path, **options: Any) -> Iterator[Worker]:
    """Start one and wait until its server answers; ended by stop unless the test ended it already."""
    worker = begin(state, **options)
    try:
        said = worker.hear()
        if said != "ready":
            pytest.fail(f"The worker did not start: {worker.process.communicate()[1]}")
        yield worker
    finally:
        if worker.process.poll() is None:
            worker.stop()
        for pipe in (worker.process.stdin, worker.process.stdout, worker.process.stderr):
            if pipe is not None and not pipe.closed:
                pipe.close()


def home_of(state: Path, uid: int, *, durable: bool = True) -> Path:
    return state / f"{'postgres' if durable else 'scratch'}-{uid}"


def postmaster_of(home: Path) -> int | None:
    """The pid of the PostgreSQL that lives on this data folder now, if any."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
            if os.fsencode(home / "data") in words and parent != int(entry.name):
                return int(entry.name)
    return None


def kill_everything(worker: Worker, home: Path) -> None:
    """Kill -9 the launcher, PostgreSQL and all its children at once."""
    postmaster = postmaster_of(home)
    assert postmaster is not None
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    for pid in (postmaster, *map(int, children)):
        os.kill(pid, signal.SIGKILL)
    worker.kill()


def python_for(uid: int) -> str:
    """A Python of this minor version that the account can run, or the test is skipped."""
    own = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for candidate in (sys.executable, shutil.which(own, path="/usr/bin:/usr/local/bin")):
        if candidate is None:
            continue
        try:
            tried = subprocess.run([candidate, "-c", ""], user=uid, cwd="/", check=False, capture_output=True)
        except PermissionError:
            continue
        if tried.returncode == 0:
            return candidate
    pytest.skip(f"no {own} that another account can run")


def end_group(process: "subprocess.Popen[Any]", by: signal.Signals, patience: float) -> None:
    """Ask a session of its own to end. One that does not is killed and fails its test: nobody waits for ever."""
    if process.poll() is None:
        os.killpg(process.pid, by)
    try:
        process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that the account which root steps down to can reach.

    Pytest's own lie behind doors that only root opens, as many of them as there are workers, and another session
    closes them again.
    """
    with tempfile.TemporaryDirectory(prefix="samsyn-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        yield Path(name)
