"""How an invoice stands, and who does what next, in the same words to both sides. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from samsyn.web.invoices.models import Invoice
from samsyn.web.invoices.queries.standing import Stand, Standing
from samsyn.web.ui.formats import kronor


@dataclass(frozen=True, slots=True)
class StandWords:
    """`state` and `kind` are a tag's. `next`: one sentence on who does what next, empty where nobody does."""

    state: str
    kind: str
    next: str


def title_of(invoice: Invoice) -> str:
    if not invoice.name:
        return gettext("Utkast till kreditfaktura") if invoice.is_credit else gettext("Utkast till faktura")
    what = gettext("Kreditfaktura %(name)s") if invoice.is_credit else gettext("Faktura %(name)s")
    return what % {"name": invoice.name}


def stand_words(found: Standing, viewer: UUID, today: date) -> StandWords:
    invoice = found.invoice
    state, kind = _STATES[found.stand]()
    if invoice.is_credit and invoice.is_sent:
        return StandWords(gettext("sänd"), "done", _credit_next(found))
    names = {
        "sender": invoice.organisation.name, "payer": invoice.payer.name,
        "left": kronor(found.left_ore), "due": invoice.due or "", "back": kronor(found.to_pay_back_ore),
    }  # fmt: skip
    return StandWords(state, kind, _next(found, today) % names)


def _next(found: Standing, today: date) -> str:
    stand, late = found.stand, found.is_late(today)
    if found.to_pay_back_ore:
        return gettext("%(back)s är betalt som sedan har krediterats. %(sender)s betalar tillbaka det.")
    if stand == Stand.ACCEPTED:
        if late:
            return gettext("%(payer)s betalar %(left)s. Dagen för det var %(due)s.")
        return (
            gettext("%(payer)s betalar %(left)s, senast %(due)s.")
            if found.invoice.due
            else gettext("%(payer)s betalar %(left)s.")
        )
    return {
        Stand.DRAFTED: gettext("Någon hos %(sender)s går igenom utkastet och granskar det."),
        Stand.CHECKED: gettext("Någon annan hos %(sender)s än den som granskade godkänner fakturan."),
        Stand.APPROVED: gettext("%(sender)s sänder fakturan. Den dateras den dagen."),
        Stand.SENT: gettext("%(payer)s läser fakturan och godtar eller bestrider den."),
        Stand.RECEIVED: gettext("%(payer)s har fått fakturan och godtar eller bestrider den."),
        Stand.DISPUTED: gettext("%(sender)s svarar på det som %(payer)s bestrider, eller krediterar."),
        Stand.ANSWERED: gettext("%(payer)s läser svaret och godtar eller bestrider."),
        Stand.PAID: "",
        Stand.CREDITED: gettext("Hela fakturan är krediterad. Ingenting är kvar att betala."),
    }[stand]


def is_said_late(found: Standing, today: date) -> bool:
    """Whether its day has been, where the sentence on what is next does not say so itself."""
    return found.is_late(today) and found.stand != Stand.ACCEPTED


def _credit_next(found: Standing) -> str:
    credited = found.invoice.credits
    said = gettext("Sänker faktura %(name)s med %(total)s.")
    return said % {"name": credited.name if credited else "", "total": found.invoice.total}


_STATES: Mapping[Stand, Callable[[], tuple[str, str]]] = {
    Stand.DRAFTED: lambda: (gettext("utkast"), "waiting"),
    Stand.CHECKED: lambda: (gettext("granskad"), "waiting"),
    Stand.APPROVED: lambda: (gettext("godkänd, inte sänd"), "waiting"),
    Stand.SENT: lambda: (gettext("sänd"), "waiting"),
    Stand.RECEIVED: lambda: (gettext("mottagen"), "waiting"),
    Stand.ACCEPTED: lambda: (gettext("godtagen"), "waiting"),
    Stand.DISPUTED: lambda: (gettext("bestridd"), "waiting"),
    Stand.ANSWERED: lambda: (gettext("besvarad"), "waiting"),
    Stand.PAID: lambda: (gettext("betald"), "done"),
    Stand.CREDITED: lambda: (gettext("krediterad"), "plain"),
}


def tax_words(tax: str, rate: int | None, reason: str) -> str:
    if tax == "taxed":
        return gettext("moms %(rate)s %%") % {"rate": rate}
    return {
        "outside": gettext("utanför mervärdesskatten"),
        "exempt": gettext("undantaget från mervärdesskatt"),
    }.get(tax, gettext("inte sagt")) + (f": {reason}" if reason else "")


def purpose_words(purpose: str) -> str:
    """Empty where the agreement's own sentence has to say it."""
    return {
        "staff": gettext("Löner"),
        "clothes": gettext("Arbetskläder"),
        "premises": gettext("Lokaler"),
        "material": gettext("Material"),
    }.get(purpose, "")
