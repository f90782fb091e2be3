"""What the agreement says of other money, who pays what, and what clashes."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from samsyn.rules.money.double_funding import Clash, Cost, Declared, by_agreement, clashes
from samsyn.rules.money.register import IndexRegister
from samsyn.rules.money.state_aid import Support
from samsyn.rules.quantities import Amount, DateRange, Percent
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.resources import OtherFunding, StateAid
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import own_key
from samsyn.web.books.models import VoucherRow
from samsyn.web.funders.models import Aid, Finding, Funder, FunderShare, VoucherFunding


def speaks_of_others(terms: Agreement) -> bool:
    """Whether the agreement says anything of other money or of state aid."""
    return any(each.applies for each in (*terms.other_funding.values(), *terms.state_aid.values()))


def rules_for(terms: Agreement, party: str | None = None) -> list[OtherFunding]:
    """What the agreement says of other money, to one party or to any."""
    found = [each for each in terms.other_funding.values() if each.applies]
    return [each for each in found if party is None or each.party == party]


def declared_state_aid(terms: Agreement) -> StateAid | None:
    """What the parties have declared; None where they have said nothing."""
    return next((each for each in terms.state_aid.values() if each.applies), None)


def is_paid(terms: Agreement, party: str | None) -> bool:
    """Whether the party gets money by the agreement: then it is the one that declares who else pays."""
    return any(each.applies and party in each.payees for each in terms.funding.values())


def funders_of(viewer: Viewer, partnership: UUID) -> list[Funder]:
    """The acting organisation's own."""
    return list(Funder.objects.own(viewer).filter(partnership_id=partnership))


def shares_of(viewer: Viewer, partnership: UUID) -> list[FunderShare]:
    """Of all parties, as far as the viewer sees them; also what is taken back."""
    rows = FunderShare.objects.visible_to(viewer).filter(partnership_id=partnership)
    return list(rows.select_related("funder", "organisation"))


def findings_of(viewer: Viewer, partnership: UUID) -> list[Finding]:
    return list(Finding.objects.visible_to(viewer).filter(partnership_id=partnership).select_related("organisation"))


def aid_of(viewer: Viewer, partnership: UUID) -> list[Aid]:
    """Also what is taken back."""
    return list(Aid.objects.visible_to(viewer).filter(partnership_id=partnership).select_related("recipient"))


def supports(rows: Iterable[Aid], recipient: UUID) -> list[Support]:
    """What stands, as the rules sum it."""
    return [
        Support(each.granted_on, Amount(each.amount_ore), each.rate)
        for each in rows
        if each.recipient_id == recipient and each.taken_back_at is None
    ]


def cost_rows(viewer: Viewer, partnership: UUID, days: DateRange) -> list[VoucherRow]:
    """The own rows that stand in the books, in order of days."""
    rows = VoucherRow.objects.visible_to(viewer).standing()
    own = rows.filter(partnership_id=partnership, organisation_id=viewer.organisation_id)
    return list(own.filter(day__gte=days.start, day__lt=days.end).select_related("voucher", "text"))


def behind_rows(viewer: Viewer, partnership: UUID) -> list[tuple[UUID, UUID]]:
    """(row, funder) for every own row that a funder stands behind."""
    rows = VoucherFunding.objects.own(viewer).filter(partnership_id=partnership)
    return list(rows.values_list("row_id", "funder_id"))


def clashes_of(
    viewer: Viewer, partnership: UUID, terms: Agreement, days: DateRange, register: IndexRegister
) -> tuple[Clash, ...]:
    """What the acting organisation has to look at before it invoices for the days."""
    costs = [
        Cost(str(row.pk), row.cost_line, row.day, Amount(row.amount_ore))
        for row in cost_rows(viewer, partnership, days)
    ]
    names = {each.pk: each.name for each in funders_of(viewer, partnership)}
    shares = FunderShare.objects.own(viewer).live().filter(partnership_id=partnership)
    declared = [
        *by_agreement(terms, own_key(viewer, partnership), days, register),
        *(_declared(share, names[share.funder_id]) for share in shares),
    ]
    behind = [(str(row), names[funder]) for row, funder in behind_rows(viewer, partnership)]
    return clashes(costs, declared, behind, days)


def _declared(share: FunderShare, name: str) -> Declared:
    days = DateRange(share.days.lower, share.days.upper)
    if share.percent is not None:
        return Declared(name, share.cost_line, days, percent=Percent(share.percent))
    return Declared(name, share.cost_line, days, amount=Amount(share.amount_ore or 0))
