"""`samsyn calendar FOLDER`: everything an agreement asks of its parties, by date, with clause and reason."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from samsyn.cli.days import day
from samsyn.exchange.calendar import calendar_ics
from samsyn.rules.obligations import Obligation, duties
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import BrokenAgreement, Dossier, read_agreement
from samsyn.rules.timeline import life

NAME = "calendar"
HELP = "list the duties of an agreement between two days, as a table, JSON or iCalendar"
_HEAD = ("when", "kind", "who", "to", "what", "amount", "clause")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="with agreement.toml in it")
    parser.add_argument("--from", dest="first", type=day, metavar="DATE", help="first day")
    parser.add_argument("--to", dest="last", type=day, metavar="DATE", help="last day, included")
    parser.add_argument("--format", choices=("table", "json", "ics"), default="table", help="(table)")


def run(given: argparse.Namespace) -> int:
    try:
        dossier = read_agreement(given.folder.absolute())
    except BrokenAgreement as broken:
        print(*broken.problems, sep="\n", file=sys.stderr)
        return 1
    if given.first and given.last and given.last < given.first:
        print(f"samsyn calendar: --to {given.last} is before --from {given.first}.", file=sys.stderr)
        return 1
    found = duties(dossier, _span(dossier, given.first, given.last), known_on=_seen_from(dossier, given.last))
    if given.format == "ics":
        sys.stdout.buffer.write(calendar_ics(dossier, found))
    elif given.format == "json":
        print(json.dumps([_record(dossier, each) for each in found], ensure_ascii=False, indent=2))
    else:
        _print_table([_row(dossier, each) for each in found])
    return 0


def _span(dossier: Dossier, first: date | None, last: date | None) -> DateRange | None:
    """None means everything, also what a clause sets after the agreement's end."""
    if first is None and last is None:
        return None
    begin = first or min(life(dossier).start, last or date.max)
    return DateRange.through(begin, last) if last else DateRange(begin, date.max)


def _seen_from(dossier: Dossier, last: date | None) -> date | None:
    """The last day asked for, so that a tacit extension is counted when nobody has given notice; but never so early
    that a change in the files is not yet known."""
    return max(last, *(file.change.on for file in dossier.changes)) if last and dossier.changes else last


def _record(dossier: Dossier, each: Obligation) -> dict[str, object]:
    """Amounts in öre. `due_stated` false: the clause names no day, the last day of its period is shown."""
    return {
        "term": each.term,
        "occurrence": each.occurrence,
        "kind": each.kind,
        "due": each.due.isoformat() if each.due else None,
        "due_stated": each.due_stated,
        "first_day": each.window.start.isoformat(),
        "last_day": each.window.last.isoformat(),
        "by": [dossier.agreement.party_name(key) for key in each.by],
        "to": [dossier.agreement.party_name(key) for key in each.to],
        "joint": each.joint,
        "says": each.says,
        "amount_ore": each.amount.ore if each.amount else None,
        "amount_note": each.amount_note or None,
        "clause": each.clause,
        "reason": each.reason.says,
        "assumptions": list(each.owed.assumptions),
        "evidence": each.evidence.value,
    }


def _row(dossier: Dossier, each: Obligation) -> tuple[str, ...]:
    return (
        _when(each),
        each.kind,
        ", ".join(dossier.agreement.party_name(key) for key in each.by),
        ", ".join(dossier.agreement.party_name(key) for key in each.to),
        each.says,
        str(each.amount) if each.amount else each.amount_note,
        f"§ {each.clause}",
    )


def _when(each: Obligation) -> str:
    """«2026-03-31»; «≤ 2026-12-31» where the clause names no day; «always» and the like have no day at all."""
    if each.due is None:
        return "no day"
    return each.due.isoformat() if each.due_stated else f"≤ {each.due}"


def _print_table(rows: list[tuple[str, ...]]) -> None:
    """Aligned columns, no lines; the last column but one is a sum and stands to the right."""
    if not rows:
        print("No duties between these days.")
        return
    widths = [max(len(row[column]) for row in (_HEAD, *rows)) for column in range(len(_HEAD))]
    for row in (_HEAD, *rows):
        cells = [
            cell.rjust(width) if name == "amount" else cell.ljust(width)
            for cell, width, name in zip(row, widths, _HEAD, strict=True)
        ]
        print("  ".join(cells).rstrip())
