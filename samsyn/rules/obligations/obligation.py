"""An obligation: who owes what to whom, by when, under which clause, and what shows that it was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samsyn.rules.because import Reason
from samsyn.rules.obligations.wording import occurrence_words
from samsyn.rules.periods import Slot
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Term


class Evidence(StrEnum):
    """What shows that an obligation was met. Value → what is recorded."""

    MINUTES = "minutes"  # protokoll från ett möte
    REPORT = "report"  # en skriftlig rapport, redogörelse eller sammanställning
    INVOICE = "invoice"  # en faktura
    PAYMENT = "payment"  # en betalning
    CALCULATION = "calculation"  # en uträkning som båda sidor har sett
    SIGNED = "signed"  # ett undertecknat papper
    APPROVAL = "approval"  # ett godkännande på förhand
    WRITTEN_NOTICE = "written_notice"  # ett skriftligt meddelande
    SURVEY = "survey"  # en genomförd enkät
    NOTE = "note"  # en anteckning om att det är gjort, utan personuppgifter
    NONE = "none"  # inget att visa upp


class Key(NamedTuple):
    """What evidence is kept under. Stays the same when the terms change and obligations are derived anew."""

    term: str
    occurrence: str

    def __str__(self) -> str:
        return f"{self.term}/{self.occurrence}"


@dataclass(frozen=True, slots=True)
class Owed:
    """What is the same for every occurrence of a term: kind, debtor, creditor, evidence."""

    kind: str
    family: str
    term: Term
    by: tuple[str, ...]
    to: tuple[str, ...]
    joint: bool
    evidence: Evidence
    assumptions: tuple[str, ...]
    whose: str = ""
    """Set where several owe the same thing, each its own: then it is part of every key."""
    sentence: str = ""
    """Said instead of the term's own, where one term makes two kinds of obligation: an invoice and its payment."""

    def named(self, occurrence: str) -> str:
        return f"{occurrence}-{self.whose}" if self.whose else occurrence


class Frequency(NamedTuple):
    """Where an occurrence stands among «at least so many times in the period».

    `nth` of `of`; `remaining` counts those not yet held, this one included; `cannot_be_met_from` is the first day on
    which this occurrence can no longer be held in time (None once it has been held).
    """

    nth: int
    of: int
    remaining: int
    held: tuple[date, ...]
    cannot_be_met_from: date | None


@dataclass(frozen=True, slots=True)
class Obligation:
    """One occurrence. `due` is the last day; None where the clause gives none and no period ends."""

    owed: Owed
    occurrence: str
    window: DateRange
    """The days that it concerns; always within the life of the agreement."""
    due: date | None
    due_stated: bool
    """False: the clause says no day, and the last day of the period is shown in its place."""
    template: str
    """A Swedish sentence on why just this day; `reason` fills in {window}, {last}, {due}, {times} and {left}."""
    slot: Slot | None = None
    amount: Amount | None = None
    amount_note: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    met_on: date | None = None
    """The day it was done, as far as `happened` tells."""
    waived_on: date | None = None
    """The day on which the parties agreed that this occurrence need not be done."""
    after_end: bool = False
    """The clause itself sets the day after the agreement's last: the period lies within, the paper comes after."""
    frequency: Frequency | None = None

    @property
    def key(self) -> Key:
        return Key(self.owed.term.id, self.occurrence)

    @property
    def term(self) -> str:
        return self.owed.term.id

    @property
    def clause(self) -> str:
        return self.owed.term.clause

    @property
    def kind(self) -> str:
        return self.owed.kind

    @property
    def by(self) -> tuple[str, ...]:
        return self.owed.by

    @property
    def to(self) -> tuple[str, ...]:
        return self.owed.to

    @property
    def joint(self) -> bool:
        return self.owed.joint

    @property
    def evidence(self) -> Evidence:
        return self.owed.evidence

    @property
    def cannot_be_met_from(self) -> date | None:
        return self.frequency.cannot_be_met_from if self.frequency else None

    @property
    def says(self) -> str:
        """The term's own sentence (or that of the obligation) and which occurrence it is."""
        sentence, which = (self.owed.sentence or self.owed.term.says).rstrip(". "), self.which()
        return f"{sentence} ({which})." if which else f"{sentence}."

    def which(self, language: str = "sv") -> str:
        """Which occurrence, in words: «möte 2 av 4, kvartal 1 2026». Nothing for what comes once or always."""
        return occurrence_words(self, language)

    @property
    def reason(self) -> Reason:
        """Why it is owed on that day, with what was put in."""
        return Reason(self.clause, self.term, self._why(), (*self._dates(), *self.inputs), self.owed.assumptions)

    def _why(self) -> str:
        nth, times = (self.frequency.nth, self.frequency.of) if self.frequency else (1, 1)
        left = times - nth + 1
        return self.template.format(window=self.window, last=self.window.last, due=self.due, times=times, left=left)

    def _dates(self) -> tuple[tuple[str, str], ...]:
        found = [("Period", str(self.window))]
        if self.frequency:
            found.append(("Hållna", ", ".join(map(str, self.frequency.held)) or "inga än"))
            found.append(("Kvar", f"{self.frequency.remaining} av {self.frequency.of}"))
        if self.frequency and self.frequency.cannot_be_met_from:
            found.append(("Kan inte längre nås från", str(self.frequency.cannot_be_met_from)))
        return tuple(found)
