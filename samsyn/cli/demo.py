"""`samsyn demo`: the whole product with its agreements, from nothing to an address."""

import argparse
import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from typing import IO

from samsyn.cli.days import day
from samsyn.cli.installation import bring_up_to_date, close_connections, open_installation, state_folder
from samsyn.cli.other_version import set_aside
from samsyn.cli.site import free_port, run_site

NAME = "demo"
HELP = "serve the site with the agreements and their twins, on a fixed day"
ADDRESS = "127.0.0.1"
FIRST_PORT = 8000
SEED = "samsyn.web.seed.actions"
BELLS = "samsyn.web.reminders.jobs"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=day, metavar="DATE", help="the demo's day, YYYY-MM-DD")
    parser.add_argument("--port", type=int, help=f"exactly this one (else the first free from {FIRST_PORT})")


def run(given: argparse.Namespace) -> int:
    with _the_only_demo() as note:
        if note is None:
            return 1
        port = free_port(ADDRESS, given.port, FIRST_PORT)
        if port is None:
            print(
                f"samsyn demo: port {given.port} is taken or not allowed for this account.\n"
                "  what to do: choose another with --port, or leave it out to get a free one.",
                file=sys.stderr,
            )
            return 1
        note.write(f"http://{ADDRESS}:{port}/ (process {os.getpid()})")
        note.flush()
        return _run(port, given.today)


def _run(port: int, today: date | None) -> int:
    os.environ["SAMSYN_DEMO"] = "1"
    # Addresses in letters and in the catalogue of open data lead here, and not to another port.
    os.environ.setdefault("SAMSYN_SITE", f"http://{ADDRESS}:{port}")
    seed_day = today or _default_day()
    os.environ["SAMSYN_TODAY"] = seed_day.isoformat()
    with open_installation() as server:
        if server and (kept := set_aside(server)):
            print(f"The demo was founded by another version and is founded anew. The old one is kept as {kept}.")
        print("Bringing the database up to date …", flush=True)
        if status := bring_up_to_date():
            return status
        import_module(SEED).load_demo(today=seed_day, say=_say)
        # A demo rings no bells, for its day stands still: the letters of its morning are written here.
        import_module(BELLS).remind_of_the_day()
        close_connections()
        return run_site(ADDRESS, port, lambda: _announce(port, seed_day))


def _say(text: str) -> None:
    """A first start takes about a minute: whoever waits sees what for."""
    print(f"Telling {text}", flush=True)


def _default_day() -> date:
    day: date = import_module("samsyn.web.seed").DEMO_DAY
    return day


def _announce(port: int, today: date) -> None:
    address = f"http://{ADDRESS}:{port}"
    print(f"\nSamsyn answers at {address}/   (the demo's day is {today}; Ctrl-C stops site and database)\n")
    print(f"Sign in with one click at {address}/demo/ as")
    for login in import_module(SEED).demo_logins():
        print(f"  {login}")
    sys.stdout.flush()


@contextmanager
def _the_only_demo() -> Iterator[IO[str] | None]:
    """None, with a sentence printed, when another demo runs on the same state."""
    with (state_folder() / "demo.lock").open("a+") as note:
        try:
            fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            note.seek(0)
            print(
                f"samsyn demo: it is already running, at {note.read() or 'an address it has not settled yet'}.\n"
                f"  where: {state_folder()}\n"
                "  what to do: open that address; or stop it with Ctrl-C where it was started; or set\n"
                "  SAMSYN_STATE to another folder for a second demo with data of its own.",
                file=sys.stderr,
            )
            yield None
            return
        note.truncate(0)
        yield note
