"""The command line: a file per command, each with NAME, HELP, `configure` and `run`.

A new command is one file and one line in COMMANDS.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Protocol

from samsyn.cli import (
    backup,
    calendar,
    check,
    database_setup,
    demo,
    django_command,
    docs,
    migrate,
    new,
    restore,
    serve,
    specimens,
)
from samsyn.postgres import PostgresTrouble


class Command(Protocol):
    """What a command's module must hold. `run` returns the exit status."""

    NAME: str
    HELP: str

    def configure(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, given: argparse.Namespace) -> int: ...


COMMANDS: tuple[Command, ...] = (
    demo,
    serve,
    migrate,
    django_command,
    check,
    calendar,
    new,
    backup,
    restore,
    specimens,
    docs,
    database_setup,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when it went well, 1 when something must be corrected, 2 for a command that is not understood."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        status = int(given.run(given))
        sys.stdout.flush()
        return status
    except PostgresTrouble as trouble:
        print(f"samsyn {given.command}: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our lines (`| head`) has had enough; closing the pipe again at exit must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="samsyn", description="Runs a partnership from its agreement file.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        one = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.configure(one)
        one.set_defaults(run=command.run)
    return parser
