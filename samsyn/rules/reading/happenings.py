"""A happening by itself: can it have been done that day, by those, about that, in the form that the text demands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.rules.quantities import add_months, day_before
from samsyn.rules.quantities.dates import DAY
from samsyn.rules.reading.source_file import Path
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.changes import Happening

CHANGE: Path = ("change",)
Fault = tuple[Path, str, str]
"""Where, what is wrong, and what to do."""


@dataclass(frozen=True)
class Before:
    """What holds when a change is done: the terms, the last day, what has happened.

    `horizon` is the last day when the day is over: an extension of the same day counts, whichever file comes first.
    """

    terms: Agreement
    last: date
    horizon: date
    seen: Mapping[str, Happening]

    @property
    def first(self) -> date:
        return self.terms.period.first


def faults_in(change: Happening, before: Before) -> Iterator[Fault]:
    yield from _who(change, before)
    yield from _when(change, before)
    yield from _about(change, before)
    if change.kind in ("extension", "termination"):
        yield from _new_end(change, before)


def _who(change: Happening, before: Before) -> Iterator[Fault]:
    terms, path = before.terms, (*CHANGE, "by")
    for party in change.by:
        if party not in terms.party and party not in terms.body:
            do = f"Write one of: {', '.join(sorted(terms.party))}"
            yield path, f"«by» names «{party}», and there is no such party", do
    if change.id in before.seen:
        yield (*CHANGE, "id"), f"another change is called «{change.id}»", "Give one of them another id"
    allowed = [term.by for term in terms.notice.values() if term.applies]
    if change.kind == "notice" and allowed and all(allowed) and change.by:
        named = {party for by in allowed for party in by}
        if not named & set(change.by):
            what = f"«{', '.join(change.by)}» may not give notice: the clause names {', '.join(sorted(named))}"
            yield path, what, "Correct by, or the [notice.…]"
    if missing := _unsigned(change, before):
        names = ", ".join(terms.party_name(party) for party in missing)
        everybody = ", ".join(f'"{party}"' for party in (*change.by, *missing))
        what = f"the text demands that all agree to this in writing, and it does not say that {names} did"
        yield path, what, f"Write by = [{everybody}], or wait with the file until they have"


def _unsigned(change: Happening, before: Before) -> tuple[str, ...]:
    """Parties whose signature or approval the text demands, and that are not among those who gave it."""
    demanded = [each for each in _demanded(change, before.terms) if each]
    missing = [tuple(party for party in parties if party not in change.by) for parties in demanded]
    return min(missing, key=len, default=())


def _demanded(change: Happening, terms: Agreement) -> Iterator[tuple[str, ...]]:
    """Every way in which it may be agreed; one of them is enough."""
    everybody = tuple(terms.party)
    clauses = [term for term in terms.extension.values() if term.applies] if change.kind == "extension" else []
    if change.kind == "extension" and clauses:
        for term in clauses:
            yield (term.by or everybody) if term.form == "written_agreement" else ()
    elif change.kind == "extension":
        yield everybody
    elif change.kind in ("amendment", "waiver"):
        for each in terms.change.values():
            if change.kind == "waiver" and each.waiver == "written_by_receiver":
                yield ()
            elif each.applies:
                yield each.by or (everybody if each.form != "mandate" else ())


def _when(change: Happening, before: Before) -> Iterator[Fault]:
    path, begins = (*CHANGE, "on"), before.first
    if change.on > before.horizon:
        what = f"done on {change.on}, after the agreement ended on {before.last}"
        yield path, what, "Correct the day; an agreement that has ended cannot be changed"
    if change.kind == "notice" and change.on < begins:
        yield path, f"notice given on {change.on}, before the agreement begins on {begins}", "Correct the day"
    if change.kind != "amendment":
        return
    if change.first is None and change.on < begins:
        what = f"done on {change.on}, before the agreement begins on {begins}, and without a first day of its own"
        yield path, what, f"Write first = {begins}, or correct the day"
    if change.first and change.first < begins:
        what = f"the new terms would hold from {change.first}, before the agreement begins on {begins}"
        yield (*CHANGE, "first"), what, f"Write {begins} or a later day"
    if change.first and change.first > before.horizon:
        what = f"the new terms would hold from {change.first}, after the agreement has ended on {before.horizon}"
        yield (*CHANGE, "first"), what, "Correct the day, or write the extension in a file of its own"


def _about(change: Happening, before: Before) -> Iterator[Fault]:
    terms = before.terms
    known: dict[str, list[str]] = {
        "withdrawal": [each.id for each in before.seen.values() if each.kind == "notice"],
        "condition_met": list(terms.condition),
        "confirmation": [assumption.id for _, _, assumption in terms.assumptions()],
    }
    if change.kind in known and change.of not in known[change.kind]:
        names = ", ".join(known[change.kind]) or "nothing: there is none"
        yield (*CHANGE, "of"), f"a {change.kind} of «{change.of}», which there is not", f"Write {names}"
    if change.kind in ("waiver", "repayment"):
        yield from _about_a_term(change, terms)
    if change.kind == "notice" and not terms.notice:
        what = "the agreement has no clause on notice"
        yield (*CHANGE, "kind"), what, "Write the [notice.…] of the signed text, or another kind of change"


def _about_a_term(change: Happening, terms: Agreement) -> Iterator[Fault]:
    """A waiver is of a duty that follows from a term, a repayment rests on a clause that allows it."""
    path = (*CHANGE, "of")
    if change.kind == "repayment":
        if change.of not in terms.repayment:
            names = ", ".join(terms.repayment) or "nothing: the agreement has no clause on repayment"
            yield path, f"a repayment under «{change.of}», which is no [repayment.…]", f"Write {names}"
        if change.amount is None:
            yield CHANGE, "a repayment says no amount", "Write amount = kronor"
    elif not change.of or terms.find(change.of) is None:
        yield path, f"a waiver of «{change.of}», and there is no such term", "Write the id of the term"


def _new_end(change: Happening, before: Before) -> Iterator[Fault]:
    path, last = (*CHANGE, "last"), before.last
    if change.last is None:
        article = "an" if change.kind == "extension" else "a"
        yield path, f"{article} {change.kind} says no new last day", "Write last = the new last day"
    elif change.kind == "extension":
        if change.last <= last:
            yield path, f"the new last day {change.last} is not after {last}", "Write a later day"
        yield from _too_long(change.last, before)
    elif change.last > last:
        yield path, f"{change.last} is after the agreement ends {last}", "Write an earlier day"
    elif change.last < before.first:
        yield path, f"{change.last} is before the agreement begins on {before.first}", "Write a later day"


def _too_long(new: date, before: Before) -> Iterator[Fault]:
    """Does any clause on extension reach so far? Without such a clause all must have agreed, and then it does."""
    path = (*CHANGE, "last")
    terms = [term for term in before.terms.extension.values() if term.applies]
    ends = [term.latest_end for term in terms if term.latest_end]
    if len(ends) == len(terms) and ends and new > max(ends):
        yield path, f"{new} is after the latest end {max(ends)}", f"Write at most {max(ends)}"
        return
    made = sum(each.kind == "extension" for each in before.seen.values())
    if terms and all(term.times is not None and made >= term.times for term in terms):
        what = (
            f"the text lets the agreement be extended {max(term.times or 0 for term in terms)} times, and it has been"
        )
        yield (*CHANGE, "kind"), what, "Amend the clause on extension first, or take the file away"
        return
    reach = max((day_before(add_months(before.last + DAY, term.months)) for term in terms), default=new)
    if new > reach:
        what = f"{new} is further than the clause on extension reaches at a time"
        yield path, what, f"Write at most {reach}, or amend the clause first"
