"""`samsyn calendar FOLDER`: what each party owes and is owed, by date and clause, straight from the files."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from samsyn.exchange.calendar import calendar_ics
from samsyn.rules.obligations import Obligation, duties
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import BrokenAgreement, Dossier, read_agreement
from samsyn.rules.timeline import life

NAME = "calendar"
HELP = "what each party owes and is owed, by date and clause"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with agreement.toml")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DATE", help="first day")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, metavar="DATE", help="last day, included")
    parser.add_argument("--format", choices=["table", "json", "ics"], default="table")


def run(given: argparse.Namespace) -> int:
    """1 if the agreement cannot be read or the days are turned around."""
    try:
        dossier = read_agreement(given.folder)
    except BrokenAgreement as trouble:
        print(trouble, file=sys.stderr)
        return 1
    whole = life(dossier)
    first, last = given.first or whole.start, given.last or whole.last
    if last < first:
        print(f"samsyn calendar: --to {last} comes before --from {first}. Turn them around.", file=sys.stderr)
        return 1
    found = duties(dossier, DateRange.through(first, last))
    sys.stdout.write(_FORMATS[given.format](dossier, found))
    return 0


def _table(dossier: Dossier, found: list[Obligation]) -> str:
    rows = [("DATE", "WHO", "WHAT", "CLAUSE")]
    for each in found:
        who = ", ".join(dossier.agreement.party_name(party) for party in each.by)
        rows.append((_day(each), who, each.says, f"§ {each.reason.clause}"))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    widths = [min(width, limit) for width, limit in zip(widths, (12, 34, 90), strict=True)]
    return "".join("  ".join([*map(_cut, row[:3], widths), row[3]]).rstrip() + "\n" for row in rows)


def _cut(text: str, width: int) -> str:
    return (text if len(text) <= width else text[: width - 1] + "…").ljust(width)


def _day(each: Obligation) -> str:
    if each.due is None:
        return "no date"
    return each.due.isoformat() + ("" if each.due_stated else " ?")


def _json(dossier: Dossier, found: list[Obligation]) -> str:
    return json.dumps([_plain(each) for each in found], ensure_ascii=False, indent=2) + "\n"


def _plain(each: Obligation) -> dict[str, object]:
    return {
        "term": each.key[0],
        "occurrence": each.key[1],
        "kind": each.kind,
        "by": list(each.by),
        "to": list(each.to),
        "due": each.due.isoformat() if each.due else None,
        "due_stated": each.due_stated,
        "first": each.window.start.isoformat(),
        "last": each.window.last.isoformat(),
        "says": each.says,
        "amount_ore": each.amount.ore if each.amount else None,
        "clause": each.reason.clause,
        "because": each.reason.says,
        "assumptions": list(each.reason.assumptions),
    }


def _ics(dossier: Dossier, found: list[Obligation]) -> str:
    return calendar_ics(dossier, found).decode()


_FORMATS = {"table": _table, "json": _json, "ics": _ics}
