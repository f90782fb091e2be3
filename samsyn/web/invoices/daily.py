"""What the invoices put on My day: whose turn it is. Without sums: My day is read where others can look on."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from samsyn.web.invoices.queries.standing import Stand, Standing, standings
from samsyn.web.obligations.daily import Asked, Share, Task
from samsyn.web.organisations.roles import Permission


def share_of(asked: Asked) -> Share:
    """Five questions however many partnerships. Nothing for who neither keeps the money nor decides."""
    viewer = asked.viewer
    if not (viewer.may(Permission.MANAGE_MONEY) or viewer.may(Permission.DECIDE)):
        return Share()
    at = {partnership.pk: (asked.home(partnership), partnership.name) for partnership, _ in asked.partnerships}
    found = (each for each in standings(viewer, at) if each.is_open or each.to_pay_back_ore)
    return Share(tasks=tuple(task for each in found for task in _tasks(each, asked, at)))


def _tasks(found: Standing, asked: Asked, at: dict) -> Iterator[Task]:  # type: ignore[type-arg]
    home, name = at[found.invoice.partnership_id]
    text = what_to_do(found, asked)
    if text:
        due = found.invoice.due if found.invoice.is_sent and found.is_open else None
        yield Task(text, name, f"{home}invoices/{found.invoice.pk}/", due)


def what_to_do(found: Standing, asked: Asked) -> str:
    """What waits for the viewer; empty where it waits for somebody else."""
    viewer, invoice = asked.viewer, found.invoice
    money, decides = viewer.may(Permission.MANAGE_MONEY), viewer.may(Permission.DECIDE)
    named = {"name": invoice.name or gettext("utkast")}
    if invoice.organisation_id == viewer.organisation_id:
        if money and found.to_pay_back_ore:
            return gettext("Betala tillbaka det som är krediterat av faktura %(name)s") % named
        mine = {
            Stand.DRAFTED: money and gettext("Granska ett utkast till faktura"),
            Stand.CHECKED: decides and invoice.checked_by_id != viewer.person_id and gettext("Godkänn en faktura"),
            Stand.APPROVED: money and gettext("Sänd faktura %(name)s") % named,
            Stand.DISPUTED: money and gettext("Svara på bestridd faktura %(name)s") % named,
        }
        return mine.get(found.stand) or ""
    if not money or invoice.is_credit or invoice.payer_id != viewer.organisation_id:
        return ""
    theirs = {
        Stand.SENT: gettext("Läs och svara på faktura %(name)s") % named,
        Stand.RECEIVED: gettext("Svara på faktura %(name)s") % named,
        Stand.ANSWERED: gettext("Läs svaret om faktura %(name)s") % named,
        Stand.ACCEPTED: gettext("Betala faktura %(name)s") % named,
    }
    return theirs.get(found.stand, "")
