"""What a change would bring, in plain words, before anybody approves it: terms, days, duties, money."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.money import IndexRegister
from samsyn.rules.obligations import duties
from samsyn.rules.reading import Dossier
from samsyn.web.agreements.presenters.changes import TermChange, term_changes
from samsyn.web.agreements.presenters.other_reading import follows
from samsyn.web.changes.models import Change
from samsyn.web.changes.preview import Preview
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.formats import kronor


@dataclass(frozen=True)
class Sums:
    """What is paid for one year. `awaits`: a part of it has no sum yet."""

    ore: int
    awaits: bool


@dataclass(frozen=True)
class PreviewWords:
    """`terms`: what stood and what stands. `follows`: one sentence for each thing that follows. `money`: by year."""

    terms: tuple[TermChange, ...]
    follows: tuple[str, ...]
    money: Table | None
    first: date

    @property
    def nothing(self) -> bool:
        return not (self.terms or self.follows or self.money)


def preview_words(preview: Preview, change: Change, today: date) -> PreviewWords:
    """In the reader's language."""
    return PreviewWords(
        terms=term_changes(preview.old, preview.new),
        follows=(*_said_of(change), *follows(preview.before, preview.after, today, preview.index)),
        money=money_table(preview.before, preview.after, today, preview.index),
        first=preview.first,
    )


def _said_of(change: Change) -> tuple[str, ...]:
    """What the kind itself brings, where nothing of it is seen in terms or days."""
    if change.kind == Change.Kind.WAIVER and change.obligation is not None:
        words = {"what": change.obligation.says, "clause": change.obligation.clause}
        return (gettext("Det här behöver inte göras den här gången: %(what)s") % words,)
    if change.kind == Change.Kind.REPAYMENT and change.amount_ore is not None:
        return (gettext("%(amount)s ska betalas tillbaka.") % {"amount": kronor(change.amount_ore)},)
    if change.kind == Change.Kind.RENEGOTIATION:
        return (
            gettext("Parterna talar om villkoren på nytt. Tills de har kommit överens gäller villkoren som förut."),
        )
    return ()


def money_table(before: Dossier, after: Dossier, today: date, index: IndexRegister) -> Table | None:
    """What is paid for each year, before and after. None where it is the same."""
    was, becomes = sums_by_year(before, today, index), sums_by_year(after, today, index)
    if was == becomes:
        return None
    none = Sums(0, awaits=False)
    years = sorted({*was, *becomes})
    rows = [(str(year), _sum(was.get(year, none)), _sum(becomes.get(year, none))) for year in years]
    columns = [
        Column(gettext("År")),
        Column(gettext("I dag"), "kr", amount=True),
        Column(gettext("Med ändringen"), "kr", amount=True),
    ]
    note = gettext(
        "Vad som betalas för varje år enligt betalningsplanen. «–» är inget, «+» att en del inte är känd än."
    )
    return Table(gettext("Pengar år för år"), columns, rows, note=note)


def sums_by_year(dossier: Dossier, today: date, index: IndexRegister) -> dict[int, Sums]:
    """By the year in which the paid period begins."""
    found: dict[int, list[int | None]] = defaultdict(list)
    for each in duties(dossier, index=index, known_on=today):
        if each.kind == "payment":
            found[each.window.start.year].append(each.amount.ore if each.amount is not None else None)
    return {year: Sums(sum(each or 0 for each in all_), None in all_) for year, all_ in found.items()}


def _sum(sums: Sums) -> str:
    if not sums.ore:
        return gettext("inte känt än") if sums.awaits else "–"
    text = kronor(sums.ore, unit=False)
    return f"{text} +" if sums.awaits else text
