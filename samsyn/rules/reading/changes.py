"""Are the files in amendments/ possible, one after the other, on top of the signed text?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from samsyn.rules.reading.checks import findings
from samsyn.rules.reading.happenings import CHANGE, Before, faults_in
from samsyn.rules.reading.problem import Problem
from samsyn.rules.reading.source_file import SourceFile
from samsyn.rules.reading.wording import problems_from
from samsyn.rules.terms import Agreement, ChangeFile
from samsyn.rules.terms.amend import NoTerm, NothingChanged, UnknownTerm, amended, with_answer
from samsyn.rules.terms.base import LATEST
from samsyn.rules.terms.changes import Happening
from samsyn.rules.terms.renewal import carried_by_silence

Files = list[tuple[SourceFile, ChangeFile]]


def check_changes(signed: Agreement, changes: Files) -> list[Problem]:
    """Try each change in turn; a change that fails is left out for the ones after it."""
    problems: list[Problem] = []
    now, last, seen = signed, signed.period.last, dict[str, Happening]()
    for source, file in changes:
        change = file.change
        last = _in_silence(now, last, change, seen)
        horizon = max((last, *_extended_on(change.on, changes)))
        found = [source.problem(*fault) for fault in faults_in(change, Before(now, last, horizon, seen))]
        found += list(_terms(source, file))
        if not found and change.kind in ("amendment", "confirmation"):
            now, found = _apply(source, file, now, horizon)
        if not found and change.last and change.kind in ("extension", "termination"):
            last = change.last
        seen[change.id] = change
        problems += found
    return [*problems, *_contradictions(changes)]


def _extended_on(day: date, changes: Files) -> list[date]:
    """The last days that extensions of that day give."""
    return [
        file.change.last
        for _, file in changes
        if file.change.kind == "extension" and file.change.on == day and file.change.last
    ]


def _in_silence(now: Agreement, last: date, change: Happening, seen: dict[str, Happening]) -> date:
    """The last day when the change was done: tacit extensions may have carried the agreement on."""
    withdrawn = {each.of for each in seen.values() if each.kind == "withdrawal"}
    notices = [each.on for each in seen.values() if each.kind == "notice" and each.id not in withdrawn]
    for term in now.extension.values():
        if term.applies and term.form == "tacit":
            last, _ = carried_by_silence(term, last, 0, change.on, notices)
    return last


def _terms(source: SourceFile, file: ChangeFile) -> Iterator[Problem]:
    has_terms = bool(file.set or file.add or file.change.remove)
    if file.change.kind != "amendment" and has_terms:
        what = f"a {file.change.kind} has set, add or remove"
        yield source.problem((*CHANGE, "kind"), what, 'Only kind = "amendment" changes terms')
    if file.change.kind == "amendment" and not has_terms:
        what = "the amendment changes nothing"
        yield source.problem(CHANGE, what, "Write [set.family.id], [add.family.id], or remove = [ … ] in [change]")


def _contradictions(changes: Files) -> Iterator[Problem]:
    """Two amendments of one day that give a key different values: neither comes before the other."""
    given: dict[tuple[date, date, str, str, str], tuple[str, object]] = {}
    for source, file in changes:
        if file.change.kind != "amendment":
            continue
        days = file.change.on, file.change.first or file.change.on
        for family, terms in file.set.items():
            for name, keys in terms.items():
                for key, value in keys.items():
                    other, said = given.setdefault((*days, family, name, key), (file.change.id, value))
                    if said != value:
                        what = f"«{other}», of the same day, says something else of {key} in [{family}.{name}]"
                        do = "Keep one of them, or write in one when it takes effect: first = …"
                        yield source.problem(("set", family, name, key), what, do)


def _apply(source: SourceFile, file: ChangeFile, now: Agreement, last: date) -> tuple[Agreement, list[Problem]]:
    """The terms with the change laid over them, and what it contradicts in an agreement that runs to `last`."""
    try:
        new = amended(now, file) if file.change.kind == "amendment" else with_answer(now, file.change)
    except UnknownTerm as trouble:
        return now, [source.problem(trouble.path, trouble.what, trouble.do)]
    except NothingChanged as trouble:
        return now, [source.problem(trouble.path, "this changes nothing: it says what already holds", "Take it away")]
    except NoTerm as trouble:
        return now, list(problems_from(trouble.trouble, source, under=trouble.path))
    before = {finding.what for finding in findings(_until(now, last))}
    found = [
        source.problem(CHANGE, each.what, each.do) for each in findings(_until(new, last)) if each.what not in before
    ]
    return (now, found) if found else (new, [])


def _until(terms: Agreement, last: date) -> Agreement:
    """The same terms in an agreement that has been extended to a day."""
    return replace(terms, period=replace(terms.period, last=min(max(last, terms.period.last), LATEST)))
