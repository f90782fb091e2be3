"""`samsyn new FOLDER`: the files of an agreement with comments, to fill in."""

import argparse
import sys
from pathlib import Path

from samsyn.rules.reading.skeleton import CLAUSES, EXAMPLES, skeleton

NAME = "new"
HELP = "start the files of an agreement, with comments to fill in"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="a new folder, for example agreements/lund-language-cafe"
    )


def run(given: argparse.Namespace) -> int:
    """1 if there is an agreement in the folder already: nothing is ever written over."""
    folder: Path = given.folder
    if (folder / "agreement.toml").exists():
        print(f"samsyn new: {folder}/agreement.toml is there already. Name another folder.", file=sys.stderr)
        return 1
    (folder / "amendments").mkdir(parents=True, exist_ok=True)
    files = {"agreement.toml": skeleton(folder.name), "clauses.md": CLAUSES, "expected.toml": EXAMPLES}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"Wrote {', '.join(files)} in {folder}. Fill them in, then run: python -m samsyn check {folder}")
    return 0
