"""What a statement says, as plain values: this is what is frozen, summed and signed. Sums are whole öre."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from samsyn.rules.money.statements import balance, is_a_year
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.duties import Duty
from samsyn.rules.terms.funding import CostLine
from samsyn.web.contributions.models import Contribution
from samsyn.web.documents.models import Document
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.statements.figures import Figures, Spent
from samsyn.web.statements.models import Addition, Draft, Statement
from samsyn.web.ui.formats import quantity

Content = dict[str, Any]


@dataclass(frozen=True)
class Material:
    """All that a statement is made of, fetched. `places` by party, `receivers` their organisations."""

    statement: Statement
    draft: Draft
    paper: Document | None
    additions: tuple[Addition, ...]
    figures: Figures
    terms: Agreement
    duty: Duty | None
    places: Mapping[str, PartnershipParty]
    receivers: frozenset[UUID]
    days: DateRange


def content_of(material: Material) -> Content:
    """Without its number and day, so that the same said again is the same."""
    received, costs = _received(material), _costs(material)
    sums = balance(*([Amount(each["amount_ore"]) for each in rows] for rows in (received, costs)))
    statement = material.statement
    return {
        "partnership": statement.partnership.name,
        "kind": statement.kind,
        "title": title_of(statement, material.days),
        "clause": statement.obligation.clause,
        "assumed": bool(statement.obligation.assumptions),
        "says": statement.obligation.says,
        "organisation": statement.organisation.name,
        "first": material.days.start.isoformat(),
        "last": material.days.last.isoformat(),
        "parties": [_party(each, material) for each in material.places.values() if _concerned(each, material)],
        "received": received,
        "received_ore": sums.received.ore,
        "costs": costs,
        "spent_ore": sums.spent.ore,
        "left_ore": sums.left.ore,
        "own": [_own(each) for each in material.figures.own],
        "words": [{"question": each, "says": material.draft.words.get(each, "")} for each in questions_of(material)],
        "paper": material.paper.title if material.paper else "",
    }


def digest(content: Content) -> str:
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def title_of(statement: Statement, days: DateRange) -> str:
    """«Redogörelse 2025», «Redogörelse 2019-05-01–2020-04-30»"""
    kind = statement.get_kind_display().capitalize()
    whole_year = days.start.month == days.start.day == 1 and is_a_year(days)
    return f"{kind} {days.start.year}" if whole_year else f"{kind} {days.start}\N{EN DASH}{days.last}"


def questions_of(material: Material) -> tuple[str, ...]:
    """What the text says that it must contain, and room for the rest."""
    about = tuple(material.duty.about) if material.duty else ()
    return (*about, gettext("Något mer som den som läser behöver veta"))


def line_names(terms: Agreement) -> dict[str, str]:
    return {line.id: line.says for line in terms.cost_line.values() if line.applies}


def _received(material: Material) -> list[Content]:
    found = [
        {
            "on": each.on.isoformat() if each.on else "", "what": each.what, "amount_ore": each.amount.ore,
            "source": each.source, "path": each.path,
        }
        for each in material.figures.received
    ]  # fmt: skip
    typed = [
        {"on": "", "what": each.text, "amount_ore": each.amount_ore, "source": each.source, "path": ""}
        for each in _typed(material, Addition.Side.RECEIVED)
    ]
    return found + typed


def _costs(material: Material) -> list[Content]:
    """In the order of the agreement; also a line of it that cost nothing, so that it is seen that it did not.

    Lines whose salaries may only be seen in sum stand as one row, with all that they cost.
    """
    lines = {line.id: line for line in material.terms.cost_line.values() if line.applies}
    spent = {each.cost_line: each for each in material.figures.spent}
    typed = list(_typed(material, Addition.Side.COST))
    known = {*spent, *(each.cost_line for each in typed)}
    keys = [*lines, *(key for key in spent if key and key not in lines), *([""] if "" in known else [])]
    group_of = {key: group for group in material.figures.together for key in group}
    rows, done = [], set[str]()
    for key in keys:
        if key not in done:
            group = group_of.get(key, (key,))
            done |= set(group)
            rows.append(_cost(group, lines, spent, [each for each in typed if each.cost_line in group], material.days))
    return rows


def _cost(
    group: Sequence[str],
    lines: Mapping[str, CostLine],
    spent: Mapping[str, Spent],
    typed: Sequence[Addition],
    days: DateRange,
) -> Content:
    books = [spent[key] for key in group if key in spent]
    budgets = [_budget(lines.get(key), days) for key in group]
    names = [lines[key].says if key in lines else (key or gettext("Annat")) for key in group]
    return {
        "lines": [{"line": key, "name": name} for key, name in zip(group, names, strict=True)],
        "name": " + ".join(names),
        "clause": lines[group[0]].clause if group[0] in lines else "",
        "budget_ore": None if None in budgets else sum(each or 0 for each in budgets),
        "amount_ore": sum(each.amount.ore for each in books) + sum(each.amount_ore for each in typed),
        "vouchers": sum(each.vouchers for each in books),
        "typed": [{"what": each.text, "amount_ore": each.amount_ore, "source": each.source} for each in typed],
    }


def _budget(line: CostLine | None, days: DateRange) -> int | None:
    """The sum of a cost line is for a year: beside other days it would say something else than it means."""
    return line.amount.ore if line and line.amount is not None and is_a_year(days) else None


def _typed(material: Material, side: str) -> Iterable[Addition]:
    return (each for each in material.additions if each.side == side)


def _own(line: Contribution) -> Content:
    last = line.days.upper - date.resolution
    return {
        "what": ": ".join(each for each in (line.get_kind_display().capitalize(), line.what) if each),
        "days": f"{line.days.lower}\N{EN DASH}{last}",
        "quantity": quantity(line.quantity, line.get_unit_display()),
        "value_ore": line.value_ore,
        "valued_how": line.valued_how,
    }


def _concerned(place: PartnershipParty, material: Material) -> bool:
    return place.organisation_id in {*material.receivers, material.statement.organisation_id}


def _party(place: PartnershipParty, material: Material) -> Content:
    party = material.terms.party.get(place.key)
    return {
        "side": party.kind if party else place.organisation.kind,
        "name": place.organisation.name,
        "legal_name": place.organisation.legal_name,
        "org_nr": place.organisation.org_nr,
        "case_number": place.case_number,
    }
