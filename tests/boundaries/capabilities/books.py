"""A file that is looked at, a mapping, a voucher with its words, a release and a sum of salaries, of each party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.books.models import Import, Mapping, Release, RowText, SalarySum, Voucher, VoucherRow
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/books"
_NAMED = "/as/kommunen/partnerships/{slug}/books"
_DAYS = ["first", "last"]

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/lines/<slug:cost_line>/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/import/": InPartnership(Permission.MANAGE_MONEY, files=True),
    f"{_AT}/import/<uuid:imported>/": Acting(Permission.MANAGE_MONEY),
    f"{_AT}/import/<uuid:imported>/store/": Acting(Permission.MANAGE_MONEY, post=True),
    f"{_AT}/import/<uuid:imported>/discard/": Acting(Permission.MANAGE_MONEY, post=True),
    f"{_AT}/mapping/": InPartnership(Permission.MANAGE_MONEY),
    f"{_AT}/mapping/<uuid:mapping>/end/": Acting(Permission.MANAGE_MONEY, post=True),
    f"{_AT}/release/": InPartnership(Permission.MANAGE_MONEY),
    f"{_AT}/texts/": InPartnership(Permission.MANAGE_MONEY),
}


@dataclass(frozen=True)
class Laid:
    imported: Import
    mapping: Mapping


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    """The municipality's."""
    _of({"partnership": partnership, "organisation": cast.association}, now)
    return _of({"partnership": partnership, "organisation": cast.municipality}, now)


def _of(whose: dict[str, Any], now: datetime) -> Laid:
    imported = Import.objects.create(
        organisation=whose["organisation"], sha256="a" * 64, file_name="bok.se", size=10, data=b"#FLAGGA 0\n",
        made_at=now,
    )  # fmt: skip
    voucher = Voucher.objects.create(
        organisation=whose["organisation"], year=date(TODAY.year, 1, 1), key="A 1", series="A", number="1", day=TODAY,
        digest="1" * 64, brought_by=imported,
    )  # fmt: skip
    row = VoucherRow.objects.create(
        **whose, voucher=voucher, position=0, day=TODAY, account=4010, amount_ore=100, cost_line="other"
    )
    RowText.objects.create(**whose, row=row, row_text="Skor till Kim")
    Release.objects.create(**whose, days=DateRange(date(TODAY.year, 1, 1), TODAY), released_at=now)
    SalarySum.objects.create(**whose, month=date(TODAY.year, 1, 1), cost_lines=["other"], amount_ore=100)
    mapping = Mapping.objects.create(**whose, account_from=4000, account_to=4999, cost_line="other", made_at=now)
    unused = Import.objects.create(
        organisation=whose["organisation"], sha256="b" * 64, file_name="ny.se", size=10, data=b"#FLAGGA 0\n",
        made_at=now,
    )  # fmt: skip
    return Laid(unused, mapping)


SAMPLES = {
    "cost_line": lambda sample: "other",
    "imported": lambda sample: sample.laid["books"].imported.pk,
    "mapping": lambda sample: sample.laid["books"].mapping.pk,
}
ASKED = {f"{_NAMED}/": [*_DAYS, "seen"], f"{_NAMED}/lines/{{cost_line}}/": _DAYS}
TYPED = {
    f"{_NAMED}/import/{{imported}}/store/": ["also_gone"],
    f"{_NAMED}/mapping/": [
        "account_from", "account_to", "dimension", "object", "cost_line", "is_salary", "several_people",
    ],
    f"{_NAMED}/release/": _DAYS,
    f"{_NAMED}/texts/": ["vouchers"],
}  # fmt: skip
CHANGEABLE = {
    "books_import": True,
    "books_mapping": False,
    "books_voucher": False,
    "books_voucherrow": False,
    "books_rowtext": False,
    "books_salarysum": True,
}
ADDABLE = {"books_release": True}
MOVED = {
    "books_mapping": ["organisation_id", "partnership_id"],
    "books_voucher": ["organisation_id"],
    "books_voucherrow": ["organisation_id", "partnership_id"],
    "books_rowtext": ["organisation_id", "partnership_id"],
}
