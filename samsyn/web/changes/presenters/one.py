"""One change in words: how it stands, what it is about, which terms its draft speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from samsyn.rules.terms import Agreement
from samsyn.web.agreements.presenters.changes import TermChange
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.agreements.presenters.terms import family_title, title
from samsyn.web.changes.drafting import content_of
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.standing import Standing
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.project.clock import SWEDEN
from samsyn.web.ui.formats import civil_date, kronor


@dataclass(frozen=True)
class Drafted:
    """A term that a draft speaks of. `what`: changed, added, removed; `change`: what stood and what would stand."""

    family: str
    term: str
    what: str
    title: str
    name: str
    clause: str
    change: TermChange | None = None


def waits_words(standing: Standing, agreement: Agreement, own: str) -> str:
    """Whom it waits for, said to the party that looks."""
    waited = list(dict.fromkeys(demand.party for demand in standing.missing))
    others = [agreement.party_name(key) for key in waited if key != own]
    if own in waited:
        return gettext("Det väntar på er.") if not others else ""
    if not others:
        return ""
    return gettext("Ni har gjort ert. Nu väntar det på %(who)s.") % {"who": together(others)}


@dataclass(frozen=True)
class Refusal:
    """Who refused it, or took it back, and why."""

    name: str
    says: str


def refusal_in(steps: Iterable[Step], agreement: Agreement) -> Refusal | None:
    found = next((step for step in steps if step.kind == Step.Kind.REFUSAL), None)
    return Refusal(agreement.party_name(found.place.key), found.says) if found else None


def with_changes_shown(drafted: tuple[Drafted, ...], changes: Iterable[TermChange]) -> tuple[Drafted, ...]:
    shown = {each.term: each for each in changes}
    return tuple(replace(each, change=shown.get(each.term)) for each in drafted)


def standing_sentence(change: Change, agreement: Agreement, places: Mapping[str, PartnershipParty]) -> str:
    who = _who(change, agreement, places)
    if change.version_id and change.version and change.done_on:
        words = {"day": civil_date(change.done_on, "long"), "version": change.version.number}
        return (
            gettext("Allt var klart den %(day)s. Ändringen är med i version %(version)s av överenskommelsen.") % words
        )
    if change.closed_at:
        day = change.closed_at.astimezone(SWEDEN).date()
        words = {"day": civil_date(day, "long"), "who": who}
        if change.closed_how == Change.Closed.REFUSED:
            return gettext("Ändringen avböjdes den %(day)s. Villkoren är som förut.") % words
        return gettext("%(who)s tog tillbaka förslaget den %(day)s. Villkoren är som förut.") % words
    if change.proposed_at:
        day = change.proposed_at.astimezone(SWEDEN).date()
        return gettext("%(who)s lade fram det här den %(day)s. Texten är fryst sedan dess.") % {
            "who": who, "day": civil_date(day, "long"),
        }  # fmt: skip
    return gettext("Det här är ett utkast. Bara er part ser det tills ni lägger fram det.")


def facts_of(change: Change, agreement: Agreement, places: Mapping[str, PartnershipParty]) -> list[tuple[str, str]]:
    """What the kind of change turns on, each with its word."""
    found = [
        (gettext("Från"), _who(change, agreement, places)),
        (gettext("Gäller från och med"), change.first.isoformat() if change.first else ""),
        (gettext("Sista dag"), change.last.isoformat() if change.last else ""),
        (gettext("Belopp"), kronor(change.amount_ore) if change.amount_ore is not None else ""),
        (gettext("Åtagande"), change.obligation.says if change.obligation_id and change.obligation else ""),
        (gettext("Frågan"), _question(change, agreement)),
        (gettext("Svaret"), _answer(change, agreement)),
    ]
    return [(word, value) for word, value in found if value]


def terms_drafted(change: Change, agreement: Agreement) -> tuple[Drafted, ...]:
    """Every term that the draft speaks of, also where the draft no longer fits the agreement."""
    content, found = content_of(change), []
    for what, part in (("changed", "set"), ("added", "add")):
        for family, terms in content.get(part, {}).items():
            for term, values in terms.items():
                old = agreement.find(term)
                named = title(family, old) if old else family_title(family)
                clause = old.clause if old else str(values.get("clause", ""))
                name = getattr(old, "name", "") if old else str(values.get("name", ""))
                found.append(Drafted(family, term, what, named, name, clause))
    families = {item.id: (family, item) for family, item in agreement.terms()}
    for term in content.get("remove", []):
        family, old = families.get(term, ("", None))
        if old is not None:
            found.append(Drafted(family, term, "removed", title(family, old), getattr(old, "name", ""), old.clause))
    return tuple(found)


def _who(change: Change, agreement: Agreement, places: Mapping[str, PartnershipParty]) -> str:
    key = next((key for key, each in places.items() if each.organisation_id == change.organisation_id), "")
    return agreement.party_name(key) if key else change.organisation.name


def _question(change: Change, agreement: Agreement) -> str:
    if change.kind != Change.Kind.CONFIRMATION:
        return ""
    return next((each.question for _, _, each in agreement.assumptions() if each.id == change.of), "")


def _answer(change: Change, agreement: Agreement) -> str:
    if change.kind != Change.Kind.CONFIRMATION:
        return ""
    for _, _, each in agreement.assumptions():
        if each.id == change.of:
            return {other.id: other.says for other in each.alternatives}.get(change.answer, each.chosen)
    return ""
