"""`samsyn serve`: the site, for real use."""

import argparse
import os
import sys

from samsyn.cli.installation import close_connections, open_installation, settle_django, tables_lag_behind
from samsyn.cli.other_version import refused
from samsyn.cli.site import free_port, run_site

NAME = "serve"
HELP = "serve the site; settings come from the environment (docs/how-to/run-it.md)"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--address", default="127.0.0.1", help="to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="to listen on (8000)")
    parser.add_argument(
        "--no-bells", action="store_true", help="leave what happens at night to another process or machine"
    )


def run(given: argparse.Namespace) -> int:
    if free_port(given.address, given.port, given.port) is None:
        print(
            f"samsyn serve: port {given.port} on {given.address} is taken or not allowed for this account.\n"
            "  what to do: stop what uses it, or choose another with --port.",
            file=sys.stderr,
        )
        return 1
    with open_installation():
        if refused(NAME, os.environ["DATABASE_URL"]):
            return 1
        settle_django()
        if tables_lag_behind():
            print("samsyn serve: the database is older than the code. Run `samsyn migrate` first.", file=sys.stderr)
            return 1
        close_connections()
        return run_site(
            given.address, given.port, lambda: _announce(given.address, given.port), bells=not given.no_bells
        )


def _announce(address: str, port: int) -> None:
    print(f"Samsyn answers at http://{address}:{port}/", flush=True)
