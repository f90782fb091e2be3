"""Are the files in amendments/ possible, one after the other, on top of the signed text?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samsyn.rules.reading.checks import findings
from samsyn.rules.reading.problem import Problem
from samsyn.rules.reading.source_file import SourceFile
from samsyn.rules.reading.wording import problems_from
from samsyn.rules.terms import Agreement, ChangeFile
from samsyn.rules.terms.amend import NoTerm, NothingChanged, UnknownTerm, amended, with_answer
from samsyn.rules.terms.changes import Happening
from samsyn.rules.terms.renewal import carried_by_silence

CHANGE = ("change",)


def check_changes(signed: Agreement, changes: list[tuple[SourceFile, ChangeFile]]) -> list[Problem]:
    """Try each change in turn; a change that fails is left out for the ones after it."""
    problems: list[Problem] = []
    now, last, seen = signed, signed.period.last, dict[str, Happening]()
    for source, file in changes:
        change = file.change
        last = _in_silence(now, last, change, seen)
        found = list(_form(source, change, signed, last, seen))
        found += list(_terms(source, file))
        if not found and change.kind in ("amendment", "confirmation"):
            now, found = _apply(source, file, now)
        if not found and change.last and change.kind in ("extension", "termination"):
            last = change.last
        seen[change.id] = change
        problems += found
    return problems


def _in_silence(now: Agreement, last: date, change: Happening, seen: dict[str, Happening]) -> date:
    """The last day when the change was done: tacit extensions may have carried the agreement on."""
    withdrawn = {each.of for each in seen.values() if each.kind == "withdrawal"}
    notices = [each.on for each in seen.values() if each.kind == "notice" and each.id not in withdrawn]
    for term in now.extension.values():
        if term.applies and term.form == "tacit":
            last, _ = carried_by_silence(term, last, 0, change.on, notices)
    return last


def _form(
    source: SourceFile, change: Happening, signed: Agreement, last: date, seen: dict[str, Happening]
) -> Iterator[Problem]:
    """The happening by itself: the days, the parties, and what it is about."""
    for party in change.by:
        if party not in signed.party and party not in signed.body:
            do = f"Write one of: {', '.join(sorted(signed.party))}"
            yield source.problem((*CHANGE, "by"), f"«by» names «{party}», and there is no such party", do)
    if change.id in seen:
        yield source.problem((*CHANGE, "id"), f"another change is called «{change.id}»", "Give one of them another id")
    if change.on > last:
        what = f"done on {change.on}, after the agreement ended on {last}"
        yield source.problem((*CHANGE, "on"), what, "Correct the day; an agreement that has ended cannot be changed")
    yield from _about(source, change, signed, seen)
    if change.kind in ("extension", "termination"):
        yield from _new_end(source, change, signed, last)


def _about(source: SourceFile, change: Happening, signed: Agreement, seen: dict[str, Happening]) -> Iterator[Problem]:
    known: dict[str, list[str]] = {
        "withdrawal": [each.id for each in seen.values() if each.kind == "notice"],
        "condition_met": list(signed.condition),
        "confirmation": [assumption.id for _, _, assumption in signed.assumptions()],
    }
    if change.kind in known and change.of not in known[change.kind]:
        names = ", ".join(known[change.kind]) or "nothing: there is none"
        yield source.problem((*CHANGE, "of"), f"a {change.kind} of «{change.of}», which there is not", f"Write {names}")
    if change.kind == "notice" and not signed.notice:
        what = "the agreement has no clause on notice"
        yield source.problem(
            (*CHANGE, "kind"), what, "Write the [notice.…] of the signed text, or another kind of change"
        )
    if change.kind == "extension" and not signed.extension:
        what = "the agreement has no clause on extension"
        yield source.problem((*CHANGE, "kind"), what, "Write the [extension.…] of the signed text, or an amendment")


def _new_end(source: SourceFile, change: Happening, signed: Agreement, last: date) -> Iterator[Problem]:
    path = (*CHANGE, "last")
    if change.last is None:
        yield source.problem(path, f"an {change.kind} says no new last day", "Write last = the new last day")
        return
    if change.kind == "extension" and change.last <= last:
        yield source.problem(path, f"the new last day {change.last} is not after {last}", "Write a later day")
    ends = [extension.latest_end for extension in signed.extension.values() if extension.latest_end]
    if change.kind == "extension" and ends and change.last > max(ends):
        yield source.problem(path, f"{change.last} is after the latest end {max(ends)}", f"Write at most {max(ends)}")
    if change.kind == "termination" and change.last > last:
        yield source.problem(path, f"{change.last} is after the agreement ends {last}", "Write an earlier day")


def _terms(source: SourceFile, file: ChangeFile) -> Iterator[Problem]:
    has_terms = bool(file.set or file.add or file.change.remove)
    if file.change.kind != "amendment" and has_terms:
        what = f"a {file.change.kind} has set, add or remove"
        yield source.problem((*CHANGE, "kind"), what, 'Only kind = "amendment" changes terms')
    if file.change.kind == "amendment" and not has_terms:
        what = "the amendment changes nothing"
        yield source.problem(CHANGE, what, "Write [set.family.id], [add.family.id], or remove = [ … ] in [change]")


def _apply(source: SourceFile, file: ChangeFile, now: Agreement) -> tuple[Agreement, list[Problem]]:
    try:
        new = amended(now, file) if file.change.kind == "amendment" else with_answer(now, file.change)
    except UnknownTerm as trouble:
        return now, [source.problem(trouble.path, trouble.what, trouble.do)]
    except NothingChanged as trouble:
        return now, [source.problem(trouble.path, "this changes nothing: it says what already holds", "Take it away")]
    except NoTerm as trouble:
        return now, list(problems_from(trouble.trouble, source, under=trouble.path))
    before = {finding.what for finding in findings(now)}
    found = [source.problem(CHANGE, each.what, each.do) for each in findings(new) if each.what not in before]
    return (now, found) if found else (new, [])
