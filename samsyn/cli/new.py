"""`samsyn new FOLDER`: a small whole agreement, commented, to write over."""

import argparse
import sys
from pathlib import Path

from samsyn.rules.reading.skeleton import CLAUSES, EXAMPLES, skeleton

NAME = "new"
HELP = "begin an agreement: a folder with commented files to write over"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="to make, for example agreements/orten-kaffe")


def run(given: argparse.Namespace) -> int:
    folder: Path = given.folder.absolute()
    files = {"agreement.toml": skeleton(folder.name), "clauses.md": CLAUSES, "expected.toml": EXAMPLES}
    standing = [name for name in files if (folder / name).exists()]
    if standing:
        print(f"samsyn new: {folder} already has {', '.join(standing)}. Choose another folder.", file=sys.stderr)
        return 1
    (folder / "amendments").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"Begun: {', '.join(str(given.folder / name) for name in files)}")
    print(f"Write over them with agreements/README.md beside you, then: python -m samsyn check {given.folder}")
    return 0
