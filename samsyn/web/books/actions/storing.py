"""Writing what a file changes. A corrected voucher supersedes the one before, which stays to be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from samsyn.web.books.actions.salaries import sum_salaries
from samsyn.web.books.differences import Difference
from samsyn.web.books.models import Import, RowText, Voucher, VoucherRow
from samsyn.web.books.taking import Taken, TakenRow

BATCH = 1000


class Storing:
    """In the caller's transaction."""

    def __init__(self, imported: Import, difference: Difference, now: datetime) -> None:
        self.imported = imported
        self.difference = difference
        self.now = now
        self.vouchers: list[Voucher] = []
        self.rows: list[VoucherRow] = []
        self.texts: list[RowText] = []

    def carry_out(self, *, also_gone: bool) -> None:
        """1. What was is superseded. 2. What is new is written. 3. Salaries are summed anew where others see them."""
        changed = self.difference.changed
        before = [each.before.pk for each in changed]
        gone = [each.pk for each in self.difference.gone] if also_gone else []
        touched = self._partnerships([*before, *gone])
        shown = _rows_by_voucher(before)
        Voucher.objects.filter(pk__in=[*before, *gone]).update(superseded_at=self.now)
        for new in self.difference.new:
            self._voucher(new, ())
        for each in changed:
            self._voucher(each.after, shown.get(each.before.pk, ()))
        self._write()
        for each, made in zip(changed, self.vouchers[len(self.difference.new) :], strict=True):
            each.before.superseded_by, each.before.superseded_at = made, self.now
        Voucher.objects.bulk_update([each.before for each in changed], ["superseded_by", "superseded_at"], BATCH)
        for partnership in touched:
            sum_salaries(self.imported.organisation_id, partnership)

    def _partnerships(self, vouchers: list[UUID]) -> set[UUID]:
        """Those in which rows of the vouchers are released."""
        rows = VoucherRow.objects.filter(voucher__in=vouchers, release__isnull=False)
        return set(rows.values_list("partnership_id", flat=True).order_by().distinct())

    def _voucher(self, taken: Taken, before: Sequence[VoucherRow]) -> None:
        made = Voucher(
            organisation_id=self.imported.organisation_id, year=taken.year, key=taken.key, series=taken.series,
            number=taken.number, day=taken.day, digest=taken.digest, brought_by=self.imported,
        )  # fmt: skip
        self.vouchers.append(made)
        shown = _Shown(before)
        for row in taken.rows:
            self._row(made, row, taken.text, shown)

    def _row(self, voucher: Voucher, row: TakenRow, said: str, shown: _Shown) -> None:
        whose = {"organisation_id": self.imported.organisation_id, "partnership_id": row.partnership_id}
        made = VoucherRow(
            voucher=voucher, position=row.position, day=row.day, account=row.account, account_name=row.account_name,
            objects_named=[list(each) for each in row.objects], amount_ore=row.amount_ore, cost_line=row.cost_line,
            is_salary=row.is_salary, several_people=row.several_people,
            release_id=shown.release(row.partnership_id), **whose,
        )  # fmt: skip
        self.rows.append(made)
        text = RowText(row=made, voucher_text=said, row_text=row.text, **whose)
        text.released_at, text.released_by_id = shown.words(row.position, said, row.text)
        self.texts.append(text)

    def _write(self) -> None:
        Voucher.objects.bulk_create(self.vouchers, batch_size=BATCH)
        VoucherRow.objects.bulk_create(self.rows, batch_size=BATCH)
        RowText.objects.bulk_create(self.texts, batch_size=BATCH)


class _Shown:
    """What the other parties saw of the voucher before: they see its correction too, but no words that are new."""

    def __init__(self, before: Sequence[VoucherRow]) -> None:
        self._rows = before

    def release(self, partnership: UUID) -> UUID | None:
        return next(
            (row.release_id for row in self._rows if row.partnership_id == partnership and row.release_id), None
        )

    def words(self, position: int, voucher_text: str, row_text: str) -> tuple[datetime | None, UUID | None]:
        for row in self._rows:
            text = row.text
            if row.position == position and (text.voucher_text, text.row_text) == (voucher_text, row_text):
                return text.released_at, text.released_by_id
        return None, None


def _rows_by_voucher(vouchers: list[UUID]) -> dict[UUID, list[VoucherRow]]:
    """Each row with its words, in one question."""
    found: dict[UUID, list[VoucherRow]] = defaultdict(list)
    for row in VoucherRow.objects.filter(voucher__in=vouchers).select_related("text"):
        found[row.voucher_id].append(row)
    return found
