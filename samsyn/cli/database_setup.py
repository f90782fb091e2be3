"""`samsyn database-setup`: the SQL for a PostgreSQL of one's own."""

import argparse

from samsyn.postgres.roles import DATABASE, setup_script

NAME = "database-setup"
HELP = "print the SQL that a database administrator runs once, for use with DATABASE_URL"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--database", default=DATABASE, metavar="NAME", help=f"its name ({DATABASE})")


def run(given: argparse.Namespace) -> int:
    print(setup_script(given.database), end="")
    return 0
