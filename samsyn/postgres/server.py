"""The launcher itself: one server per data folder, shared by all who ask for it, stopped by the last."""

import fcntl
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO
from urllib.parse import quote

from samsyn.postgres.account import Account, server_account
from samsyn.postgres.binaries import binaries_for
from samsyn.postgres.cluster import ensure_cluster
from samsyn.postgres.passwords import SUPERUSER, read_or_make_passwords
from samsyn.postgres.places import Places, make_socket_folder, prepare_places
from samsyn.postgres.postmaster import (
    living_postmaster,
    start_postmaster,
    stop_postmaster,
    wait_until_it_answers,
)
from samsyn.postgres.roles import DATABASE, ensure_database, ensure_roles


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL, reached only over its socket."""

    binaries: Path
    socket: Path
    passwords: dict[str, str] = field(repr=False)

    def url(self, role: str, database: str = DATABASE) -> str:
        """`postgresql://role:password@%2Fsocket%2Ffolder/database`, for libpq and for DATABASE_URL alike."""
        password = quote(self.passwords[role], safe="")
        return f"postgresql://{role}:{password}@{quote(str(self.socket), safe='')}/{quote(database, safe='')}"

    def ensure_database(self, name: str) -> None:
        """Make a further database (a scratch copy, a test) with the same roles and extensions."""
        ensure_database(self.url(SUPERUSER, "postgres"), self.url(SUPERUSER, name), name)


@contextmanager
def running_server(state: Path, *, durable: bool = True) -> Iterator[Server]:
    """Run PostgreSQL for as long as the block lasts.

    A server that runs already, whether another process uses it or a killed one left it, is shared; the last
    user stops it. `durable=False` is for tests: no fsync, and a data folder of its own.

    Raises PostgresTrouble with what, where and what to do.
    """
    account = server_account()
    places = prepare_places(state, account, durable=durable)
    with end_by_signal_runs_the_exit():
        users = places.users.open("a")
        try:
            with _turn(places):
                fcntl.flock(users, fcntl.LOCK_SH)
                server = _start_or_join(places, account, users, durable=durable)
            yield server
        finally:
            _leave(places, users)


def _start_or_join(places: Places, account: Account, users: IO[str], *, durable: bool) -> Server:
    make_socket_folder(places.socket, account)
    binaries = binaries_for(account)
    passwords = read_or_make_passwords(places.passwords)
    server = Server(binaries, places.socket, passwords)
    superuser = server.url(SUPERUSER, "postgres")
    ensure_cluster(places, binaries, account, passwords[SUPERUSER], durable=durable)
    if living_postmaster(places) is None or not wait_until_it_answers(superuser, places, None):
        start_postmaster(places, binaries, account, superuser, durable=durable)
    ensure_roles(superuser, passwords)
    server.ensure_database(DATABASE)
    return server


def _leave(places: Places, users: IO[str]) -> None:
    """Stop the server unless someone else still holds the users lock."""
    with users, _turn(places):
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        stop_postmaster(places)
        with suppress(OSError):  # something of someone else's lies in it
            places.socket.rmdir()


@contextmanager
def _turn(places: Places) -> Iterator[None]:
    """One at a time starts or stops; the kernel gives the lock back when its holder dies."""
    with places.turn.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def end_by_signal_runs_the_exit() -> Iterator[None]:
    """SIGTERM and SIGHUP end Python without `finally`; make them leave by the door, as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def leave(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    parent = os.getpid()
    watched = (signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in watched}
    for number in watched:
        if before[number] is signal.SIG_DFL:
            signal.signal(number, leave)
    try:
        yield
    finally:
        if os.getpid() == parent:
            for number, handler in before.items():
                signal.signal(number, handler)
