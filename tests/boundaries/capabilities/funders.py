"""Who else pays: a share, what stands behind a voucher, a finding and support, of both parties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from psycopg.types.range import DateRange

from samsyn.rules.money.double_funding import Clash
from samsyn.rules.quantities import Amount
from samsyn.rules.quantities import DateRange as Year
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.books.models import Import, Voucher, VoucherRow
from samsyn.web.funders.actions import mark_of
from samsyn.web.funders.models import Aid, Finding, Funder, FunderShare, VoucherFunding
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/funders"
_NAMED = "/as/kommunen/partnerships/{slug}/funders"
_ANOTHER = "f" * 64

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/add/": InPartnership(Permission.MANAGE_MONEY),
    f"{_AT}/put-forward/": InPartnership(Permission.MANAGE_MONEY, post=True),
    f"{_AT}/shares/<uuid:share>/take-back/": Acting(Permission.MANAGE_MONEY),
    f"{_AT}/vouchers/": InPartnership(Permission.MANAGE_MONEY),
    f"{_AT}/vouchers/<uuid:cost>/": Acting(Permission.MANAGE_MONEY),
    f"{_AT}/clashes/<int:year>/<slug:mark>/": Acting(Permission.MANAGE_MONEY),
    f"{_AT}/aid/add/": InPartnership(Permission.MANAGE_MONEY),
    f"{_AT}/aid/<uuid:aid>/take-back/": Acting(Permission.MANAGE_MONEY),
}

TERMS = """
[other_funding.annat-i-prov]
clause = "annat"
says = "Samma insats får inte ha någon annan finansiering."
party = "{civil}"
rule = "not_for_same_activity"

[state_aid.stod-i-prov]
clause = "annat"
says = "Parterna är överens om att verksamheten är ekonomisk."
economic = true
"""
ANSWERED = """
## annat · Andra pengar
Andra pengar och statligt stöd.

Terms: `annat-i-prov`, `stod-i-prov`
"""


@dataclass(frozen=True)
class Laid:
    """The municipality's."""

    share: FunderShare
    row: VoucherRow
    aid: Aid


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    _of({"partnership": partnership, "organisation": cast.association}, cast.association, now)
    return _of({"partnership": partnership, "organisation": cast.municipality}, cast.association, now)


def _of(whose: dict[str, Any], recipient: Organisation, now: datetime) -> Laid:
    days = DateRange(date(TODAY.year, 1, 1), TODAY)
    funder = Funder.objects.create(**whose, name="Fonden")
    share = FunderShare.objects.create(
        **whose, funder=funder, days=days, percent=Decimal(5), source="Beslut 4", made_at=now
    )
    row = _row(whose, now)
    other = Funder.objects.create(**whose, name="Stiftelsen")
    for each in (funder, other):
        VoucherFunding.objects.create(**whose, row=row, funder=each)
    Finding.objects.create(
        **whose, mark=_ANOTHER, kind="over", days=days, cost_ore=100, over_ore=5, parts=[["Fonden", 5]],
        explanation="Inget.", shown_at=now,
    )  # fmt: skip
    aid = Aid.objects.create(
        **whose, recipient=recipient, giver="Regionen", granted_on=TODAY, amount_ore=100, rate=Decimal("11.5"),
        rate_on=TODAY, rate_source="Banken", made_at=now,
    )  # fmt: skip
    return Laid(share, row, aid)


def _mark(row: VoucherRow) -> str:
    """Of the clash that two funders behind the row make."""
    amount = Amount(row.amount_ore)
    parts = (("Fonden", amount), ("Stiftelsen", amount))
    return mark_of(Clash("voucher", row.cost_line, Year.year(TODAY.year), amount, parts, (str(row.pk),)))


def _row(whose: dict[str, Any], now: datetime) -> VoucherRow:
    organisation = whose["organisation"]
    brought = Import.objects.create(
        organisation=organisation, sha256="e" * 64, file_name="f.se", size=1, state="stored", made_at=now, stored_at=now
    )
    voucher = Voucher.objects.create(
        organisation=organisation, year=date(TODAY.year, 1, 1), key="Z 1", day=TODAY, digest="0" * 64,
        brought_by=brought,
    )  # fmt: skip
    return VoucherRow.objects.create(
        voucher=voucher, **whose, position=0, day=TODAY, account=7010, amount_ore=100, cost_line="other"
    )


SAMPLES = {
    "share": lambda sample: sample.laid["funders"].share.pk,
    "cost": lambda sample: sample.laid["funders"].row.pk,
    "aid": lambda sample: sample.laid["funders"].aid.pk,
    "mark": lambda sample: _mark(sample.laid["funders"].row),
}
ASKED = {f"{_NAMED}/": ["year"], f"{_NAMED}/vouchers/": ["year"]}
TYPED = {
    f"{_NAMED}/shares/{{share}}/take-back/": ["because"],
    f"{_NAMED}/vouchers/{{cost}}/": ["funders"],
    f"{_NAMED}/add/": ["made", "funder", "cost_line", "first", "last", "percent", "amount", "source"],
    f"{_NAMED}/clashes/{{year}}/{{mark}}/": ["explanation"],
    f"{_NAMED}/aid/add/": [
        "made", "recipient", "giver", "granted_on", "amount", "valued_how", "rate", "rate_on", "rate_source",
    ],
    f"{_NAMED}/aid/{{aid}}/take-back/": ["because"],
}  # fmt: skip
CHANGEABLE = {
    "funders_fundershare": False,
    "funders_funder": False,
    "funders_voucherfunding": True,
    "funders_aid": False,
}
ADDABLE = {"funders_finding": True}
MOVED = {"funders_fundershare": ["organisation_id", "partnership_id"], "funders_aid": ["organisation_id"]}
