"""`samsyn manage COMMAND …`: Django's commands and ours (found, forget_factors, purge) on this installation.

The file is not called manage.py: pytest-django takes the folder of a file with that name for a project's root.
"""

import argparse
import sys

from samsyn.cli.installation import open_installation, settle_django

NAME = "manage"
HELP = "found an organisation, forget someone's lost factors, try a purge: any of Django's commands"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="COMMAND …", help="help lists them all")


def run(given: argparse.Namespace) -> int:
    """As the application's role: what needs the owner is `samsyn migrate`."""
    with open_installation():
        settle_django()
        from django.core.management import execute_from_command_line

        try:
            execute_from_command_line(["samsyn manage", *given.arguments])
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else int(end.code is not None)
    sys.stdout.flush()
    return 0
