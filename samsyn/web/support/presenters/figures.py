"""The sums of a half-year as a sentence and quiet tables. A contact is not a person, and the page says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils import dates
from django.utils.translation import gettext, ngettext

from samsyn.web.support.half import Half
from samsyn.web.support.line import Line
from samsyn.web.support.models import SupportContact
from samsyn.web.support.queries import Tally
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.formats import grouped


def half_words(half: Half) -> str:
    """«juli–december 2026»."""
    return f"{dates.MONTHS[half.first.month]}–{dates.MONTHS[half.last.month]} {half.year}"


def total_words(tally: Tally, half: Half, today: date) -> str:
    said = ngettext("%(n)s kontakt %(when)s", "%(n)s kontakter %(when)s", tally.total)
    until = gettext(", till och med i dag") if today < half.last else ""
    return f"{said % {'n': grouped(tally.total), 'when': half_words(half)}}{until}."


def by_kind(tally: Tally, line: Line, half: Half, today: date) -> Table:
    kinds = _rows(line.kinds, line.names, {kind for _, _, kind in tally.contacts})
    rows = [(name, {month: tally.of(month=month, kind=key) for month in half.months}) for key, name in kinds]
    return _by_month(gettext("Vad kontakterna gällde"), gettext("Vad"), rows, half, today)


def by_channel(tally: Tally, line: Line, half: Half, today: date) -> Table:
    channels = _rows(line.channels, _words(SupportContact.Channel), {channel for _, channel, _ in tally.contacts})
    rows = [(name, {month: tally.of(month=month, channel=key) for month in half.months}) for key, name in channels]
    return _by_month(gettext("Hur kontakterna togs"), gettext("Hur"), rows, half, today)


def crossed(tally: Tally, line: Line) -> Table:
    """Kind by channel, for the whole half-year."""
    kinds = _rows(line.kinds, line.names, {kind for _, _, kind in tally.contacts})
    channels = _rows(line.channels, _words(SupportContact.Channel), {channel for _, channel, _ in tally.contacts})
    return Table(
        caption=gettext("Vad och hur, hela halvåret"),
        columns=[
            Column(gettext("Vad")),
            *(Column(name, amount=True) for _, name in channels),
            Column(gettext("Summa"), amount=True),
        ],
        rows=[
            [name, *(_shown(tally.of(channel=c, kind=k)) for c, _ in channels), _shown(tally.of(kind=k))]
            for k, name in kinds
        ],
        sums=[gettext("Summa"), *(_shown(tally.of(channel=c)) for c, _ in channels), _shown(tally.total)],
    )


def of_half(tally: Tally, line: Line) -> list[tuple[str, str]]:
    """What is told for the half-year only: first or returning, children, concern."""
    lines: list[tuple[str, str]] = []
    if line.asks_before:
        lines += [
            (gettext("Första gången, med hennes egna ord"), _shown(tally.before.get("first", 0))),
            (gettext("Har varit i kontakt förr, med hennes egna ord"), _shown(tally.before.get("returning", 0))),
            (gettext("Inte frågat"), _shown(tally.before.get("", 0))),
        ]
    if line.asks_children:
        lines.append((gettext("Barn som har nämnts, sammanlagt"), _shown(tally.children)))
    lines += [
        (gettext("Oro för barn: %(what)s") % {"what": name[:1].lower() + name[1:]}, _shown(tally.concern.get(key, 0)))
        for key, name in line.concerns.items()
    ]
    return lines


def _by_month(caption: str, head: str, rows: Sequence[tuple[str, Mapping[int, int]]], half: Half, today: date) -> Table:
    come = [month for month in half.months if date(half.year, month, 1) <= today]
    return Table(
        caption=caption,
        columns=[
            Column(head),
            *(Column(str(dates.MONTHS[month]), amount=True) for month in come),
            Column(gettext("Halvåret"), amount=True),
        ],
        rows=[[name, *(_shown(n[month]) for month in come), _shown(sum(n.values()))] for name, n in rows],
        sums=[
            gettext("Summa"),
            *(_shown(sum(n[month] for _, n in rows)) for month in come),
            _shown(sum(sum(n.values()) for _, n in rows)),
        ],
    )


def _rows(counted: Mapping[str, str], names: Mapping[str, str], found: set[str]) -> list[tuple[str, str]]:
    """What is counted today, and after it what was counted before."""
    earlier = sorted(found - set(counted))
    return [*counted.items(), *((key, names.get(key, key)) for key in earlier)]


def _words(choices: type[SupportContact.Channel]) -> dict[str, str]:
    return {each.value: str(each.label)[:1].upper() + str(each.label)[1:] for each in choices}


def _shown(number: int) -> str:
    return grouped(number)
