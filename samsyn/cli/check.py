"""`samsyn check FOLDER…`: say everything that is wrong in agreement files, or that nothing is."""

import argparse
from pathlib import Path

from samsyn.rules.example_file import FILE
from samsyn.rules.examples import check_examples
from samsyn.rules.obligations.fitting import unfitting
from samsyn.rules.reading import BrokenAgreement, Dossier, read_agreement

NAME = "check"
HELP = "read agreement folders; every problem with its file, line, clause and what to write instead"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="with agreement.toml in it")


def run(given: argparse.Namespace) -> int:
    return max(_check(folder) for folder in given.folders)


def _check(folder: Path) -> int:
    """0 when the folder holds one whole agreement and its worked examples hold, 1 when something must be corrected."""
    try:
        dossier = read_agreement(folder.absolute())
        outcomes = check_examples(dossier, folder.absolute().name + "/")
    except BrokenAgreement as broken:
        print(broken)
        return 1
    wrong = [outcome for outcome in outcomes if not outcome.ok]
    for outcome in wrong:
        print(f"{folder.name}/{FILE}: {outcome}. Correct the example, or the term it rests on.")
    for duty, sentence in unfitting(dossier.agreement):
        print(f"{folder.name}: [duty.{duty.id}] (§ {duty.clause}) is possible, but {sentence}.")
    if not wrong:
        print(f"{dossier.id}: nothing to correct ({_counted(dossier)}, {len(outcomes)} worked examples)")
    return 1 if wrong else 0


def _counted(dossier: Dossier) -> str:
    terms = sum(1 for _ in dossier.agreement.terms())
    assumed = sum(1 for _ in dossier.agreement.assumptions())
    clauses, changes = len(dossier.clauses), len(dossier.changes)
    return f"{terms} terms, {clauses} clauses, {changes} changes, {assumed} assumptions to confirm"
