"""`samsyn specimens FOLDER`: one real document of every kind, for outside validators to judge in one go."""

import argparse
import os
import sys
from pathlib import Path

from samsyn.cli.days import day
from samsyn.cli.installation import bring_up_to_date, open_installation
from samsyn.cli.registered import EXAMPLES, SPECIMENS, resolve

NAME = "specimens"
HELP = "write one document of every kind that can be made from the loaded data"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="to write in; made if it is not there")
    parser.add_argument("--today", type=day, metavar="DATE", help="the day they are made for (today)")


def run(given: argparse.Namespace) -> int:
    folder: Path = given.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if given.today:
        os.environ["SAMSYN_TODAY"] = given.today.isoformat()
    with open_installation():
        if status := bring_up_to_date():
            return status
        written: list[Path] = [path for maker in SPECIMENS for path in resolve(maker)(folder)]
    if not written:
        print(
            "samsyn specimens: no data is loaded, so nothing could be written.\n"
            "  what to do: run `samsyn demo` once, or point SAMSYN_STATE or DATABASE_URL to an installation with data.",
            file=sys.stderr,
        )
        return 1
    for path in [*written, *(path for maker in EXAMPLES for path in resolve(maker)(folder))]:
        print(path.relative_to(folder))
    return 0
