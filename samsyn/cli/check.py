"""`samsyn check FOLDER…`: read agreements and say everything that is wrong in them, with line and clause."""

import argparse
import sys
from pathlib import Path

from samsyn.rules.examples import wrong_examples
from samsyn.rules.reading import BrokenAgreement, Dossier, read_agreement

NAME = "check"
HELP = "read agreement folders and say what must be mended, with line and clause"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="a folder with agreement.toml")


def run(given: argparse.Namespace) -> int:
    """1 if anything in any folder must be mended."""
    return max([_check(folder) for folder in given.folders])


def _check(folder: Path) -> int:
    try:
        dossier = read_agreement(folder)
    except BrokenAgreement as trouble:
        for problem in trouble.problems:
            print(problem, file=sys.stderr)
        return 1
    wrong = wrong_examples(dossier)
    for sentence in wrong:
        print(f"{folder.name}/expected.toml: {sentence}", file=sys.stderr)
    if not wrong:
        print(_summary(folder, dossier))
    return 1 if wrong else 0


def _summary(folder: Path, dossier: Dossier) -> str:
    terms = sum(1 for _ in dossier.agreement.terms())
    assumed = sum(1 for _ in dossier.agreement.assumptions())
    parts = [f"{terms} terms", f"{len(dossier.clauses)} clauses answered", f"{assumed} assumptions to confirm"]
    return f"{folder.name}: in order ({', '.join(parts)})"
