"""A statement as a document and as a workbook, from what it says and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext, override

from samsyn.exchange.pdf import statement as pdf
from samsyn.exchange.pdf.parts import NO_TAG, Fact, Notice, Party, Tag
from samsyn.exchange.sheets.workbook import Sheet, workbook_of
from samsyn.rules.quantities import Amount
from samsyn.web.statements.presenters.content import Content
from samsyn.web.ui.formats import kronor


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signed for the party, on which day, and which submission it was. A draft has none."""

    number: int
    name: str
    on: date
    seal: str


def statement_paper(said: Content, signing: Signing | None, day: date, *, fictitious: bool) -> bytes:
    with override(settings.LANGUAGE_CODE):
        return pdf.statement_pdf(document_of(said, signing, day, fictitious=fictitious), day)


def document_of(said: Content, signing: Signing | None, day: date, *, fictitious: bool) -> pdf.StatementDocument:
    return pdf.StatementDocument(
        language=settings.LANGUAGE_CODE,
        title=said["title"],
        tag=Tag(f"§\N{NO-BREAK SPACE}{said['clause']}", said["assumed"]) if said["clause"] else NO_TAG,
        partnership=said["partnership"],
        made=_made(signing, day),
        notices=tuple(_notices(signing, fictitious=fictitious)),
        parties=tuple(_party(each) for each in said["parties"]),
        facts=tuple(_facts(said)),
        says=summary(said),
        received=tuple(pdf.Received(each["on"], each["what"], kronor(each["amount_ore"])) for each in said["received"]),
        received_sum=kronor(said["received_ore"]),
        costs=tuple(_cost(each) for each in said["costs"]),
        cost_sum=kronor(said["spent_ore"]),
        left=left_words(said["left_ore"]),
        own=tuple(_own(each) for each in said["own"]),
        answers=tuple(pdf.Words(each["question"], _lines(each["says"])) for each in said["words"] if each["says"]),
        signed=_signed(said, signing),
        seal=signing.seal if signing else "",
        words=_words(said),
    )


def statement_workbook(said: Content, day: date) -> bytes:
    """Four tables: what came in, what it cost, own efforts, the words."""
    with override(settings.LANGUAGE_CODE):
        return workbook_of(list(_sheets(said)), day, said["title"])


def _sheets(said: Content) -> list[Sheet]:
    lead = (said["title"], said["partnership"], said["organisation"], summary(said))
    total = gettext("Summa")
    received = [
        (
            date.fromisoformat(each["on"]) if each["on"] else None,
            each["what"],
            Amount(each["amount_ore"]),
            each["source"],
        )
        for each in said["received"]
    ]
    costs = [
        (each["name"], _amount(each["budget_ore"]), Amount(each["amount_ore"]), behind(each)) for each in said["costs"]
    ]
    own = [
        (each["what"], each["days"], each["quantity"], _amount(each["value_ore"]), each["valued_how"])
        for each in said["own"]
    ]
    day, what, amount, shown = gettext("Dag"), gettext("Vad"), gettext("Belopp"), gettext("Visas av")
    return [
        Sheet(
            gettext("Pengar in"), (day, what, amount, shown), received,
            (total, None, Amount(said["received_ore"]), None), lead,
        ),
        Sheet(
            gettext("Kostnader"), (gettext("Kostnadsrad"), gettext("Budget"), amount, shown), costs,
            (total, None, Amount(said["spent_ore"]), None),
        ),
        Sheet(
            gettext("Egen insats"),
            (what, gettext("Dagar"), gettext("Hur mycket"), gettext("Värde"), gettext("Hur värdet är räknat")), own,
        ),
        Sheet(
            gettext("Med egna ord"), (gettext("Fråga"), gettext("Svar")),
            [(each["question"], each["says"]) for each in said["words"]],
        ),
    ]  # fmt: skip


def summary(said: Content) -> str:
    """The sentence that introduces the figures."""
    return gettext("%(who)s fick %(received)s och använde %(spent)s från %(first)s till %(last)s.") % {
        "who": said["organisation"],
        "received": kronor(said["received_ore"]),
        "spent": kronor(said["spent_ore"]),
        "first": said["first"],
        "last": said["last"],
    }


def left_words(ore: int) -> str:
    """Money in and costs of the same days need not meet; the sentence says no more than the figures do."""
    if ore > 0:
        return gettext("%(left)s mer kom in än vad som användes under de dagarna.") % {"left": kronor(ore)}
    if ore < 0:
        return gettext("%(over)s mer användes än vad som kom in under de dagarna.") % {"over": kronor(-ore)}
    return gettext("Det som kom in är det som användes, på öret.")


def behind(cost: Content) -> str:
    """What shows the sum of a cost line."""
    parts = []
    if cost["vouchers"]:
        parts.append(gettext("%(n)s verifikat i bokföringen") % {"n": cost["vouchers"]})
    parts += [f"{each['what']}: {kronor(each['amount_ore'])} ({each['source']})" for each in cost["typed"]]
    return "; ".join(parts)


def _cost(said: Content) -> pdf.Cost:
    budget = "" if said["budget_ore"] is None else kronor(said["budget_ore"])
    return pdf.Cost(said["name"], budget, kronor(said["amount_ore"]), behind(said))


def _own(said: Content) -> pdf.Own:
    value = "" if said["value_ore"] is None else f"{kronor(said['value_ore'])} ({said['valued_how']})"
    return pdf.Own(f"{said['what']}, {said['days']}", said["quantity"], value)


def _facts(said: Content) -> list[Fact]:
    found = [
        Fact(gettext("Avser"), (gettext("%(first)s till och med %(last)s") % said,)),
        Fact(gettext("Enligt överenskommelsen"), (said["says"],)),
    ]
    return [*found, Fact(gettext("Bilaga"), (said["paper"],))] if said["paper"] else found


def _party(said: Content) -> Party:
    legal = said["legal_name"] if said["legal_name"] != said["name"] else ""
    number = gettext("Organisationsnummer %(number)s") % {"number": said["org_nr"]} if said["org_nr"] else ""
    case = gettext("Diarienummer %(number)s") % {"number": said["case_number"]} if said["case_number"] else ""
    return Party(said["side"], said["name"], tuple(line for line in (legal, number, case) if line))


def _notices(signing: Signing | None, *, fictitious: bool) -> list[Notice]:
    found = [Notice(gettext("Demodata"), (gettext("Parterna och siffrorna är påhittade."),))] if fictitious else []
    if signing is None:
        found.append(Notice(gettext("Utkast"), (gettext("Inte undertecknat och inte inlämnat."),)))
    return found


def _made(signing: Signing | None, day: date) -> str:
    if signing is None:
        return gettext("Utkast, framställt %(day)s.") % {"day": day}
    return gettext("Inlämning %(n)s, %(day)s.") % {"n": signing.number, "day": signing.on}


def _signed(said: Content, signing: Signing | None) -> str:
    if signing is None:
        return ""
    return gettext("Undertecknad i Samsyn för %(who)s av %(name)s, %(day)s.") % {
        "who": said["organisation"], "name": signing.name, "day": signing.on,
    }  # fmt: skip


def _words(said: Content) -> dict[str, str]:
    return {
        "kind": gettext("Hur pengarna har använts"),
        "received": gettext("Pengar in"),
        "received_none": gettext("Inga pengar har kommit in under de dagarna."),
        "when": gettext("Dag"),
        "what": gettext("Vad"),
        "amount": gettext("Belopp"),
        "costs": gettext("Kostnader"),
        "costs_none": gettext("Inga kostnader är redovisade."),
        "line": gettext("Kostnadsrad"),
        "budget": gettext("Budget"),
        "behind": gettext("Visas av"),
        "sum": gettext("Summa"),
        "own": gettext("Egen insats, utöver pengar"),
        "quantity": gettext("Hur mycket"),
        "value": gettext("Värde, partens eget"),
        "answers": gettext("Med egna ord"),
        "signature": gettext("Undertecknande"),
        "seal": gettext("Kontrollsumma (SHA-256):"),
        "page": gettext("Sida"),
        "of": gettext("av"),
    }


def _amount(ore: int | None) -> Amount | None:
    return None if ore is None else Amount(ore)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())
