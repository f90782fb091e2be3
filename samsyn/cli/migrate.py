"""`samsyn migrate`: bring the database's tables up to this version."""

import argparse

from samsyn.cli.installation import migrate_as_owner, open_installation

NAME = "migrate"
HELP = "bring the database up to this version, as the role that owns the tables"


def configure(parser: argparse.ArgumentParser) -> None:
    pass


def run(given: argparse.Namespace) -> int:
    with open_installation():
        return migrate_as_owner(verbosity=1)
