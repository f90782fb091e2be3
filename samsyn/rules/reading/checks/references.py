"""Ids are unique, and what is named exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement

PARTIES = ("party",)
ANYBODY = ("party", "participant", "body")

REFERS: dict[str, tuple[str, ...]] = {
    "by": ANYBODY,
    "to": ANYBODY,
    "payers": PARTIES,
    "payees": PARTIES,
    "belongs_to": PARTIES,
    "convenor": ANYBODY,
    "chair": ANYBODY,
    "may_call": ANYBODY,
    "approved_by": ANYBODY,
    "extension_needs": ANYBODY,
    "asked_by": ANYBODY,
    "shared_with": ANYBODY,
    "binds": ANYBODY,
    "reported_by": ANYBODY,
    "reported_to": ANYBODY,
    "party": PARTIES,
    "participant": ("participant",),
    "funding": ("funding",),
    "index": ("index",),
    "pool": ("pool",),
    "pools": ("pool",),
    "tracks": ("service",),
    "services": ("service",),
    "kinds": ("service",),
    "override_by": ANYBODY,
    "site": ("site",),
    "service": ("service",),
    "duty": ("duty",),
    "against": ("pad",),
    "activity": ("activity",),
    "survey": ("survey",),
    "steps": ("step",),
    "leads_to": ("theory",),
    "indicators": ("indicator",),
    "public": ("indicator",),
    "signed_by": PARTIES,
    "compiled_by": PARTIES,
    "part_duty": ("duty",),
    "gone_through_by": ("body",),
    "gone_through_duty": ("duty",),
}
"""Key → the families in which its ids are looked for."""

OWN: dict[tuple[str, str], tuple[str, ...]] = {
    ("cost_line", "part_of"): ("cost_line",),
    ("pool", "part_of"): ("pool",),
    ("pad", "by"): PARTIES,
    ("support_line", "by"): PARTIES,
    ("activity", "by"): PARTIES,
    ("survey", "by"): PARTIES,
    ("secrecy", "of"): ANYBODY,
    ("section", "by"): (),
}
"""Keys that mean something else in one family."""


def ids_are_unique(agreement: Agreement) -> Iterator[Finding]:
    """A duty is known by the id of its term, so an id stands once in the whole file."""
    seen: dict[str, str] = {}
    for family, term in agreement.terms():
        if term.id in seen:
            what = f"the id «{term.id}» is already used by [{seen[term.id]}.{term.id}]"
            yield Finding((family, term.id), what, "Give one of them another id")
        seen.setdefault(term.id, family)


def references_exist(agreement: Agreement) -> Iterator[Finding]:
    for family, term in agreement.terms():
        yield from _references(agreement, family, term, (family, term.id))
    for name, body in agreement.body.items():
        for number, seat in enumerate(body.members):
            path = ("body", name, "members", number)
            yield from _references(agreement, "body", seat, path)
            if (seat.party is None) == (seat.participant is None):
                yield Finding(
                    path, f"the seat «{seat.function}» is of neither or of both", "Write party or participant"
                )
    yield from _inside(agreement)


def _inside(agreement: Agreement) -> Iterator[Finding]:
    """Small tables inside a term name things too."""
    for name, indicator in agreement.indicator.items():
        for key in ("where", "reached"):
            if (asked := getattr(indicator, key)) is not None:
                yield from _references(agreement, key, asked, ("indicator", name, key))
    for name, report in agreement.report.items():
        for number, section in enumerate(report.sections):
            yield from _references(agreement, "section", section, ("report", name, "sections", number))
    for name, funding in agreement.funding.items():
        for number, share in enumerate(funding.shares):
            yield from _references(agreement, "funding", share, ("funding", name, "shares", number))


def _references(agreement: Agreement, family: str, item: Any, path: tuple[str | int, ...]) -> Iterator[Finding]:
    for key in item.__pydantic_fields__:
        families = OWN.get((family, key), REFERS.get(key))
        value = getattr(item, key)
        if not families or (family, key) == ("consent", "of"):
            continue
        for name in value if isinstance(value, tuple) else (value,):
            if isinstance(name, str) and not any(name in agreement.family(each) for each in families):
                known = sorted(known for each in families for known in agreement.family(each))
                do = f"Write one of: {', '.join(known) or 'nothing, until such a table is written'}"
                yield Finding((*path, key), f"«{key}» names «{name}», and there is no such {' or '.join(families)}", do)


def parties_are_two_sides(agreement: Agreement) -> Iterator[Finding]:
    """An IOP has at least one public and one civil party; two associations cannot share a number."""
    kinds = {party.kind for party in agreement.party.values()}
    if kinds != {"public", "civil"}:
        missing = "public" if "public" not in kinds else "civil"
        yield Finding(("party",), f"there is no {missing} party", f'Write a [party.…] with kind = "{missing}"')
    seen: dict[str, str] = {}
    for name, party in agreement.party.items():
        if party.kind == "civil" and party.org_nr:
            if party.org_nr in seen:
                what = f"«{seen[party.org_nr]}» has the same organisation number {party.org_nr}"
                yield Finding(("party", name, "org_nr"), what, "Correct one of them")
            seen[party.org_nr] = party.name
