"""`samsyn docs`: write the pages and files that are generated from the code, or check that they are fresh."""

import argparse
import os

from samsyn.cli.installation import CHECKOUT, SETTINGS, settle_django
from samsyn.cli.registered import GENERATED, resolve

NAME = "docs"
HELP = "write the generated pages and files"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is stale")


def run(given: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    settle_django()
    stale = []
    for name, maker in GENERATED.items():
        file, wanted = CHECKOUT / name, str(resolve(maker)())
        if file.exists() and file.read_text() == wanted:
            continue
        stale.append(name)
        if not given.check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted)
            print(f"wrote {name}")
    if given.check and stale:
        print("These files are not what the code says. Run `python -m samsyn docs`:", *stale, sep="\n  ")
        return 1
    return 0
