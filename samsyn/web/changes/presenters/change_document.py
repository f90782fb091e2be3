"""A change as a document, one copy for each party. In the language of the agreement, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone, translation
from django.utils.translation import gettext, pgettext

from samsyn.exchange.pdf import change as pdf
from samsyn.exchange.pdf.parts import Fact, Notice, Party
from samsyn.rules.mandates import Way
from samsyn.rules.terms.parties import Party as Term
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.changes.content import amount_of
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.presenters.follows import follows_of, tag, terms_of
from samsyn.web.changes.presenters.form import demands_of, signers_in
from samsyn.web.changes.preview import Preview
from samsyn.web.project.clock import SWEDEN
from samsyn.web.ui.formats import civil_date

if TYPE_CHECKING:
    from samsyn.web.partnerships.models import PartnershipParty


@dataclass(frozen=True)
class Paper:
    """What a document is made from. `places` by the party's id in the agreement.

    `ways` are those that its clause opens, `awaited` the parties that something is still wanted from.
    """

    change: Change
    preview: Preview
    places: Mapping[str, PartnershipParty]
    steps: Sequence[Step]
    ways: Sequence[Way]
    awaited: Sequence[str]
    today: date


def change_document(paper: Paper, party: str) -> pdf.ChangeDocument:
    """The copy of `party`, by its id in the agreement."""
    with translation.override(paper.preview.old.agreement.language):
        return _document(paper, party)


def _document(paper: Paper, party: str) -> pdf.ChangeDocument:
    change, terms = paper.change, paper.preview.old
    heading = terms.agreement
    return pdf.ChangeDocument(
        language=heading.language,
        kind=_kind(change),
        title=title_of(change),
        agreement=heading.title,
        original=_original(paper, party),
        made=gettext("%(name)s. Framställt %(today)s.") % {"name": heading.name, "today": paper.today},
        standing=_standing(paper),
        notices=tuple(_notices(paper)),
        parties=tuple(_party(each, paper.places.get(key)) for key, each in terms.party.items()),
        facts=tuple(_facts(paper)),
        lead=_paragraphs(change.says),
        why=_paragraphs(change.because),
        terms=tuple(terms_of(paper.preview)),
        follows=tuple(follows_of(paper.preview, paper.today)),
        demands=tuple(demands_of(paper.ways, terms)),
        blocks=tuple(_blocks(paper)),
        gathered=tuple(_gathered(each, terms.party_name(each.place.key)) for each in paper.steps),
        seal=change.sha256,
        words=_words(),
    )


def title_of(change: Change) -> str:
    """«Tillägg 3»."""
    label = str(Change.Kind(change.kind).label)
    return f"{label[:1].upper()}{label[1:]} {change.number}"


def _kind(change: Change) -> str:
    if change.is_draft:
        return gettext("Utkast till ändring av överenskommelsen")
    if change.version_id is None:
        return gettext("Förslag till ändring av överenskommelsen")
    return gettext("Ändring av överenskommelsen")


def _original(paper: Paper, party: str) -> str:
    keys = list(paper.preview.old.party)
    words = {"n": keys.index(party) + 1, "of": len(keys), "who": paper.preview.old.party_name(party)}
    return gettext("Exemplar %(n)s av %(of)s, för %(who)s") % words


def _standing(paper: Paper) -> str:
    change, names = paper.change, paper.preview.old.party_name
    if change.done_on is not None and change.version is not None:
        words = {"day": civil_date(change.done_on, "long"), "version": change.version.number}
        return gettext("Klart den %(day)s. Ändringen ingår i version %(version)s av överenskommelsen.") % words
    if change.closed_at is not None:
        words = {"how": str(Change.Closed(change.closed_how).label), "day": _civil(change.closed_at)}
        return gettext("Förslaget gäller inte. Det blev %(how)s den %(day)s.") % words
    if change.is_draft:
        return gettext("Ingen annan part har fått det här utkastet.")
    if not paper.awaited:
        return ""
    return gettext("Väntar på %(who)s.") % {"who": together(names(key) for key in paper.awaited)}


def _notices(paper: Paper) -> Iterator[Notice]:
    if paper.change.partnership.twin_of_id is not None:
        says = gettext("Parterna och händelserna är påhittade. Villkoren är hämtade ur en verklig överenskommelse.")
        yield Notice(gettext("Demodata"), (says,))
    elif paper.preview.old.agreement.fictitious:
        yield Notice(gettext("Demodata"), (gettext("Parterna och händelserna är påhittade."),))


def _party(party: Term, place: PartnershipParty | None) -> Party:
    legal = party.legal_name if party.legal_name != party.name else None
    number = gettext("Organisationsnummer %(number)s") % {"number": party.org_nr} if party.org_nr else None
    case = place.case_number if place else ""
    case = gettext("Diarienummer %(number)s") % {"number": case} if case else ""
    return Party(party.kind, party.name, tuple(filter(None, (legal, party.administration, number, case))))


def _facts(paper: Paper) -> Iterator[Fact]:
    change = paper.change
    yield Fact(gettext("Punkt"), (tag(change.clause).label,))
    if change.first:
        yield Fact(gettext("Gäller från"), (civil_date(change.first, "long"),))
    if change.last:
        yield Fact(gettext("Sista dagen blir"), (civil_date(change.last, "long"),))
    if change.obligation:
        due = change.obligation.due.isoformat() if change.obligation.due else ""
        yield Fact(gettext("Åtagandet"), tuple(filter(None, (change.obligation.says, due))))
    if change.amount_ore is not None:
        yield Fact(gettext("Belopp"), (str(amount_of(change)),))
    yield from _answered(paper)
    if change.proposed_at:
        words = {"who": _proposer(paper), "day": _civil(change.proposed_at)}
        yield Fact(gettext("Framlagt av"), (gettext("%(who)s den %(day)s") % words,))


def _answered(paper: Paper) -> Iterator[Fact]:
    """The question that a confirmation answers, and the answer in words."""
    for _, _, assumption in paper.preview.before.agreement.assumptions():
        if assumption.id == paper.change.of and paper.change.kind == Change.Kind.CONFIRMATION:
            others = {each.id: each.says for each in assumption.alternatives}
            yield Fact(gettext("Frågan"), (assumption.question,))
            yield Fact(gettext("Svaret"), (others.get(paper.change.answer, assumption.chosen),))


def _proposer(paper: Paper) -> str:
    for key, place in paper.places.items():
        if place.organisation_id == paper.change.organisation_id:
            return paper.preview.old.party_name(key)
    return paper.change.organisation.name


def _blocks(paper: Paper) -> Iterator[pdf.Block]:
    """Nobody signs what is already done or will not be."""
    if paper.change.version_id is None and paper.change.closed_at is None:
        for key, function in signers_in(paper.ways, paper.preview.old):
            party = paper.preview.old.party[key]
            yield pdf.Block(party.name, party.kind, function)


def _gathered(step: Step, party: str) -> pdf.Gathered:
    says = str(Step.Kind(step.kind).label)
    paper = ""
    if step.document_id and step.document and step.document.number:
        paper = gettext("handling %(number)s") % {"number": step.document.number}
    who = step.names or (step.person.display_name if step.person else "")
    return pdf.Gathered(
        party=party,
        says=_listed(says, step.reference, paper),
        who=_listed(who, step.function),
        when=_listed(step.where, step.on.isoformat()),
    )


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _civil(instant: datetime) -> str:
    return civil_date(timezone.localtime(instant, SWEDEN).date(), "long")


def _words() -> dict[str, str]:
    return {
        "why": gettext("Varför"),
        "terms": gettext("Vad som ändras"),
        "terms_none": gettext("Inget villkor skrivs om."),
        "what": gettext("Vad"),
        "stands": gettext("Står i dag"),
        "will_stand": gettext("Ska stå"),
        "added": gettext("Det här är nytt."),
        "removed": gettext("Det här gäller inte längre."),
        "follows": gettext("Vad som följer av det"),
        "follows_none": gettext("Inga dagar eller belopp som är kända i dag ändras."),
        "without": gettext("Utan ändringen"),
        "with": gettext("Med ändringen"),
        "form": gettext("Så blir ändringen giltig"),
        "signatures": gettext("Underskrifter"),
        "place_and_day": gettext("Ort och datum"),
        "signature": gettext("Underskrift"),
        "name": gettext("Namnförtydligande"),
        "function": gettext("Funktion"),
        "gathered": gettext("Vad parterna har gjort"),
        "party": gettext("Part"),
        "says": gettext("Vad"),
        "who": gettext("Vem"),
        "when": gettext("När"),
        "seal": gettext("Kontrollsumma (SHA-256) för texten som parterna svarar på:"),
        "page": gettext("Sida"),
        "of": pgettext("Sida 1 av 2", "av"),
    }
