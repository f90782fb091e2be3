"""`samsyn check FOLDER…`: say everything that is wrong in agreement files, or that nothing is."""

import argparse
from pathlib import Path

from samsyn.rules.reading import BrokenAgreement, read_agreement

NAME = "check"
HELP = "read agreement folders; every problem with its file, line, clause and what to write instead"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="with agreement.toml in it")


def run(given: argparse.Namespace) -> int:
    return max(_check(folder) for folder in given.folders)


def _check(folder: Path) -> int:
    """0 when the folder holds one whole agreement, 1 when something must be corrected."""
    try:
        dossier = read_agreement(folder.absolute())
    except BrokenAgreement as broken:
        for problem in broken.problems:
            print(problem)
        return 1
    terms = sum(1 for _ in dossier.agreement.terms())
    counted = f"{terms} terms, {len(dossier.clauses)} clauses, {len(dossier.changes)} changes"
    print(f"{dossier.id}: nothing to correct ({counted})")
    return 0
