"""What an activity has cost, as far as the viewer may see it: the own books, and what others have released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth

from samsyn.rules.quantities import Amount, end_of_month
from samsyn.web.access.viewer import Viewer
from samsyn.web.books.models import Import, Mapping, Release, RowText, SalarySum, VoucherRow
from samsyn.web.books.rows import VoucherRowQuerySet


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one organisation's cost line has cost in a month (its first day); costs are positive.

    `vouchers`: how many are behind it; 0 for salaries of another party, which are summed.
    `salaries_of`: the cost lines, in the agreement's order, whose salaries another party shows as one sum; `cost_line`
    is the first of them. Empty for all else, also for own salaries.
    """

    cost_line: str
    month: date
    amount: Amount
    vouchers: int
    organisation_id: UUID
    salaries_of: tuple[str, ...] = ()


def outcome(
    viewer: Viewer, partnership: UUID, first: date, last: date, *, released_only: bool = False
) -> list[Outcome]:
    """Days from first to last, both included. By cost line and month.

    `released_only`: the own organisation's as the others see them, so that both sides have the same figures.
    Of others' salaries, and with `released_only` of the own, only months that lie wholly within the days.
    """
    rows = _rows(viewer, partnership, first, last)
    if released_only:
        rows = rows.filter(release__isnull=False, is_salary=False)
    found = rows.annotate(month=TruncMonth("day")).values("cost_line", "month", "organisation_id")
    summed = found.annotate(ore=Sum("amount_ore"), n=Count("voucher", distinct=True))
    costs = [
        Outcome(each["cost_line"], each["month"], Amount(each["ore"]), each["n"], each["organisation_id"])
        for each in summed.order_by("cost_line", "month", "organisation_id")
    ]
    return [*costs, *_salaries(viewer, partnership, first, last, released_only)]


def rows_of(viewer: Viewer, partnership: UUID, cost_line: str, first: date, last: date) -> list[VoucherRow]:
    """The rows behind a figure, by day, each with its voucher; also those not yet released of the own.

    A row's words: `words_of`.
    """
    rows = _rows(viewer, partnership, first, last).filter(cost_line=cost_line)
    return list(rows.select_related("voucher").order_by("day", "voucher__series", "voucher__key", "position"))


def superseded_rows(viewer: Viewer, partnership: UUID, cost_line: str, first: date, last: date) -> list[VoucherRow]:
    """What stood in the books before a correction, as far as the viewer may see it. Never part of a sum."""
    seen = VoucherRow.objects.visible_to(viewer).filter(voucher__superseded_at__isnull=False)
    rows = seen.filter(partnership_id=partnership, cost_line=cost_line, day__gte=first, day__lte=last)
    return list(rows.select_related("voucher").order_by("day", "voucher__series", "voucher__key", "position"))


def words_of(viewer: Viewer, rows: Sequence[VoucherRow]) -> dict[UUID, RowText]:
    """By row, those that the viewer may read. Of the own also such as are hidden from others."""
    found = RowText.objects.visible_to(viewer).filter(row__in=[row.pk for row in rows])
    return {each.row_id: each for each in found}


def rows_named(viewer: Viewer, partnership: UUID, ids: Sequence[UUID]) -> list[VoucherRow]:
    """For others that hold rows by their ids: as far as the viewer may see them."""
    rows = VoucherRow.objects.visible_to(viewer).filter(partnership_id=partnership, pk__in=ids)
    return list(rows.select_related("voucher"))


def mapping_of(viewer: Viewer, partnership: UUID) -> list[Mapping]:
    return list(Mapping.objects.visible_to(viewer).filter(partnership_id=partnership).live())


def imports_of(viewer: Viewer, most: int = 20) -> list[Import]:
    """The latest first, without their bytes."""
    return list(Import.objects.visible_to(viewer).without_bytes().select_related("made_by")[:most])


def releases_of(viewer: Viewer, partnership: UUID) -> list[Release]:
    return list(Release.objects.visible_to(viewer).filter(partnership_id=partnership))


def waiting_for_release(viewer: Viewer, partnership: UUID) -> int:
    """How many of the own vouchers the other parties do not see."""
    return _not_released(viewer, partnership).order_by().values("voucher").distinct().count()


def days_to_release(viewer: Viewer, partnership: UUID) -> tuple[date, date] | None:
    """The first and the last day of them."""
    return _ends(_not_released(viewer, partnership))


def _not_released(viewer: Viewer, partnership: UUID) -> VoucherRowQuerySet:
    own = VoucherRow.objects.visible_to(viewer).filter(organisation_id=viewer.organisation_id, release=None)
    return own.standing().filter(partnership_id=partnership)


def hidden_texts(viewer: Viewer, partnership: UUID) -> list[RowText]:
    """Of own rows that the others see, without their words. Salaries are not among them."""
    own = RowText.objects.visible_to(viewer).filter(
        organisation_id=viewer.organisation_id, partnership_id=partnership, released_at=None,
        row__release__isnull=False, row__is_salary=False, row__voucher__superseded_at=None,
    )  # fmt: skip
    return list(own.select_related("row__voucher").order_by("row__day", "row__voucher__key", "row__position"))


def has_books(viewer: Viewer, partnership: UUID) -> bool:
    """Whether there is anything that the viewer may see."""
    return VoucherRow.objects.visible_to(viewer).filter(partnership_id=partnership).exists()


def first_and_last(viewer: Viewer, partnership: UUID) -> tuple[date, date] | None:
    """The days of the first and the last standing row that the viewer may see."""
    return _ends(VoucherRow.objects.visible_to(viewer).filter(partnership_id=partnership).standing())


def _ends(rows: VoucherRowQuerySet) -> tuple[date, date] | None:
    days = rows.order_by("day").values_list("day", flat=True)
    first, last = days.first(), days.last()
    return (first, last) if first and last else None


def _rows(viewer: Viewer, partnership: UUID, first: date, last: date) -> VoucherRowQuerySet:
    seen = VoucherRow.objects.visible_to(viewer).standing()
    return seen.filter(partnership_id=partnership, day__gte=first, day__lte=last)


def _salaries(viewer: Viewer, partnership: UUID, first: date, last: date, own_too: bool) -> list[Outcome]:
    sums = SalarySum.objects.visible_to(viewer).filter(partnership_id=partnership, month__gte=first, month__lte=last)
    if not own_too:
        sums = sums.exclude(organisation_id=viewer.organisation_id)
    return [
        Outcome(
            each.cost_lines[0], each.month, Amount(each.amount_ore), 0, each.organisation_id, tuple(each.cost_lines)
        )
        for each in sums
        if end_of_month(each.month) <= last
    ]
