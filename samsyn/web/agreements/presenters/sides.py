"""Two sides, one middle: the next duties of each party, in the same words, and the shared ones between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext, ngettext

from samsyn.rules.obligations import MIDDLE, places_at_table
from samsyn.rules.obligations.kinds import KINDS
from samsyn.rules.terms import Agreement

if TYPE_CHECKING:
    from samsyn.rules.obligations import Obligation as Derived
    from samsyn.web.obligations.models import Obligation

NEXT = 3
"""So many dated duties that are not yet done are shown for each side; the rest is a link away."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One duty with its day. `title` is the kind of duty, with its sum where it has one."""

    when: date
    title: str
    says: str
    clause: str
    assumed: bool
    note: str
    remark: str
    latest: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A party with its next duties, or what the parties do together. `kind`: public, civil or joint."""

    key: str
    kind: str
    name: str
    role: str
    short: str
    mine: bool
    entries: tuple[Entry, ...]
    later: int
    always: int


def sides_of(agreement: Agreement, owed: Iterable[Obligation], today: date, own_key: str | None) -> tuple[Side, ...]:
    """Public parties, what is shared, civil parties: the order around the table."""
    found: dict[str, list[Obligation]] = {key: [] for key in (MIDDLE, *agreement.party)}
    for each in owed:
        for key in places_at_table(agreement, each.kind, each.by_keys, each.joint):
            found[key].append(each)
    parties = [_party(agreement, key, found[key], today, own_key) for key in agreement.party]
    shared = _side(agreement, "", "joint", gettext("Tillsammans"), found[MIDDLE], today)
    public = (side for side in parties if side.kind == "public")
    civil = (side for side in parties if side.kind == "civil")
    return (*public, shared, *civil)


def _party(agreement: Agreement, key: str, owed: list[Obligation], today: date, own_key: str | None) -> Side:
    party = agreement.party[key]
    role = party.legal_name if party.legal_name != party.name else None
    return _side(agreement, key, party.kind, party.name, owed, today, role or "", key == own_key)


def _side(
    agreement: Agreement,
    key: str,
    kind: str,
    name: str,
    owed: list[Obligation],
    today: date,
    role: str = "",
    mine: bool = False,
) -> Side:
    coming = sorted((each for each in owed if each.due and each.due >= today and each.is_open), key=_order)
    shown = tuple(_entry(agreement, each, key) for each in coming[:NEXT])
    always = sum(each.due is None for each in owed)
    return Side(key, kind, name, role, name, mine, shown, len(coming) - len(shown), always)


def _order(owed: Obligation) -> tuple[date, str, str]:
    return owed.due or date.max, owed.kind, owed.term


def _entry(agreement: Agreement, owed: Obligation, column: str) -> Entry:
    assert owed.due is not None, "only dated duties come here"
    note = "" if owed.due_stated else gettext("dagen står inte i texten")
    return Entry(
        when=owed.due,
        title=duty_title(owed),
        says=owed.says,
        clause=owed.clause,
        assumed=bool(owed.assumptions),
        note=note,
        remark=" ".join(filter(None, (_together(agreement, owed, column), _awaiting(owed)))),
        latest=is_latest(owed.kind),
    )


def is_latest(kind: str) -> bool:
    """Whether the day of such a duty is the last one for it; the last day of the agreement is that day itself."""
    return kind != "end_of_period"


def convenor_of(agreement: Agreement, owed: Obligation) -> str:
    """Who calls what is held together, by name; empty where nobody is named to call, and for all else."""
    shared = places_at_table(agreement, owed.kind, owed.by_keys, owed.joint) == (MIDDLE,)
    if owed.kind != "meeting" or owed.joint or not shared:
        return ""
    return together(agreement.party_name(key) for key in owed.by_keys)


def duty_title(owed: Obligation | Derived) -> str:
    """«Betalning, 250 000 kr»; the kind alone where there is no sum."""
    title = kind_title(owed.kind)
    return f"{title}, {owed.amount}" if owed.amount else title


def kind_title(kind: str) -> str:
    """In the reader's language; the bare name for a kind that the rules no longer have."""
    known = KINDS.get(kind)
    if known is None:
        return kind.replace("_", " ").capitalize()
    return known.english if (get_language() or "").startswith("en") else known.title


def together(names: Iterable[str]) -> str:
    """«A», «A och B», «A, B och C»."""
    *first, last = names
    if not first:
        return last
    return gettext("%(first)s och %(last)s") % {"first": ", ".join(first), "last": last}


def _awaiting(owed: Obligation) -> str:
    return owed.amount_note if owed.amount is None else ""


def _together(agreement: Agreement, owed: Obligation, column: str) -> str:
    """Who calls a meeting; with whom a party owes it, where several on one side owe it as one."""
    if convenor := convenor_of(agreement, owed):
        return gettext("%(who)s kallar.") % {"who": convenor}
    others = [agreement.party_name(key) for key in owed.by_keys if key != column]
    if not (column and owed.joint and others):
        return ""
    return gettext("Tillsammans med %(others)s.") % {"others": ", ".join(others)}


def counted(side: Side) -> str:
    """«och 14 senare, 9 som gäller hela tiden», or nothing."""
    later = ngettext("%(n)s till med dag", "%(n)s till med dag", side.later) % {"n": side.later}
    always = ngettext("%(n)s utan dag", "%(n)s utan dag", side.always) % {"n": side.always}
    return ", ".join(text for text, number in ((later, side.later), (always, side.always)) if number)
