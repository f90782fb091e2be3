"""A file read in, read in again, corrected; and what the other party sees of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samsyn.exchange.sie import Row, Voucher
from samsyn.rules.quantities import Amount
from samsyn.web.books import actions
from samsyn.web.books.differences import difference_of, rows_changed
from samsyn.web.books.models import Import, Release, RowText, SalarySum, VoucherRow
from samsyn.web.books.models import Voucher as Stored
from samsyn.web.books.queries import outcome, rows_of, words_of
from samsyn.web.books.tests.conftest import NOW, PROJECT, Table, bought
from samsyn.web.organisations.roles import Role


def two(table: Table) -> tuple[Voucher, Voucher]:
    table.map((4000, 4999), table.lines[1])
    return bought(1, 1000_00, table.day(1)), bought(2, 250_50, table.day(2), row_text="Skor till Kim")


def test_only_rows_that_the_mapping_takes_are_stored(table: Table) -> None:
    table.store(*two(table), bought(3, 99_00, table.day(3), objects=()), bought(4, 5_00, table.day(3), account="5010"))
    assert table.rows() == [(table.lines[1], 1000_00), (table.lines[1], 250_50)]
    with table.by():
        assert Stored.objects.count() == 2, "a voucher without rows of ours leaves no trace"
        assert not VoucherRow.objects.filter(account=1930).exists()


def test_the_bytes_of_the_file_go_when_its_rows_are_stored(table: Table) -> None:
    imported = table.store(*two(table))
    with table.by():
        found = Import.objects.get(pk=imported.pk)
        assert (found.state, found.data, found.counts) == (
            "stored", None, {"new": 2, "changed": 0, "same": 0, "gone": 0}
        )  # fmt: skip


def test_the_same_file_twice_changes_nothing(table: Table) -> None:
    vouchers = two(table)
    first = table.preview(*vouchers)
    assert table.preview(*vouchers).pk == first.pk, "looked at twice it is one preview"
    table.store(*vouchers)
    with table.by():
        before = list(Stored.objects.values("pk", "superseded_at"))
    again = table.preview(*vouchers)
    with table.by() as viewer:
        found = difference_of(again)
        assert (found.new, found.changed, found.same, found.gone) == ([], [], 2, [])
        assert actions.store(again, by=viewer, now=NOW).counts["same"] == 2
        assert actions.store(again, by=viewer, now=NOW).counts["same"] == 2
        assert list(Stored.objects.values("pk", "superseded_at")) == before


def test_a_corrected_file_shows_the_difference_row_by_row_and_keeps_what_was(table: Table) -> None:
    one, other = two(table)
    table.store(one, other)
    mended = bought(2, 300_00, table.day(2), row_text="Skor")
    with table.by():
        found = difference_of(table.preview(one, mended))
        (changed,) = found.changed
        (row,) = rows_changed(changed)
        assert row.before is not None
        assert row.after is not None
        assert (row.before.amount_ore, row.text_before) == (250_50, "Skor till Kim")
        assert (row.after.amount_ore, row.after.text) == (300_00, "Skor")
    table.store(one, mended)
    assert table.rows() == [(table.lines[1], 1000_00), (table.lines[1], 300_00)]
    with table.by():
        before = Stored.objects.get(superseded_at__isnull=False)
        assert before.superseded_by is not None
        assert [each.amount_ore for each in before.rows.all()] == [250_50], "what was, stays"


def test_a_voucher_gone_from_the_books_counts_until_somebody_says_otherwise(table: Table) -> None:
    one, other = two(table)
    table.store(one, other)
    table.store(one)
    assert len(table.rows()) == 2
    table.store(one, also_gone=True)
    assert table.rows() == [(table.lines[1], 1000_00)]


def test_what_is_in_another_year_or_later_than_the_file_covers_is_not_gone(table: Table) -> None:
    one, other = two(table)
    table.store(one, other)
    data = table.file(one).replace(b"#SIETYP 4", f"#SIETYP 4\r\n#OMFATTN {table.day(1, 31):%Y%m%d}".encode())
    with table.by() as viewer:
        assert difference_of(actions.preview("januari.se", data, by=viewer, now=NOW)).gone == []


def test_an_unbalanced_voucher_is_refused_and_the_others_are_stored(table: Table) -> None:
    one, other = two(table)
    data = table.file(one, other).replace(b"-250.50", b"-250.00")
    with table.by() as viewer:
        imported = actions.preview("bok.se", data, by=viewer, now=NOW)
        found = difference_of(imported)
        assert len(found.new) == 1
        assert "går inte ihop" in found.faults[0].says
        actions.store(imported, by=viewer, now=NOW)
    assert table.rows() == [(table.lines[1], 1000_00)]


def test_a_file_that_is_cut_is_stored_not_at_all(table: Table) -> None:
    data = table.file(*two(table), with_checksum=True)
    with table.by() as viewer:
        imported = actions.preview("bok.se", data[: data.rindex(b"#KSUMMA")], by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="avkortad"):
            actions.store(imported, by=viewer, now=NOW)
    assert table.rows() == []


def test_a_row_with_two_claims_on_it_leaves_its_voucher_out_and_is_told(table: Table) -> None:
    table.map((4000, 4999), table.lines[1])
    table.map((4000, 4999), table.lines[0], dimension="1", object="10", is_salary=True)
    both = bought(1, 100, table.day(1), objects=(("6", "P1"), ("1", "10")))
    with table.by():
        found = difference_of(table.preview(both))
        assert (found.new, len(found.ambiguous)) == ([], 1)


def test_an_object_says_more_than_an_account_alone(table: Table) -> None:
    table.map((4000, 4999), "other", dimension="", object="")
    table.map((4010, 4010), table.lines[1])
    table.store(bought(1, 100, table.day(1)), bought(2, 200, table.day(1), objects=()))
    assert table.rows() == [(table.lines[1], 100), ("other", 200)]


def test_an_account_goes_to_one_place(table: Table) -> None:
    line = table.map((4000, 4999), table.lines[0], is_salary=True)
    assert table.map((4000, 4999), table.lines[0], is_salary=True).pk == line.pk, "said twice it is once"
    with pytest.raises(ValidationError, match="redan fördelat"):
        table.map((4500, 5000), table.lines[1])
    with table.by() as viewer:
        actions.end_mapping(line, by=viewer, now=NOW)
    table.map((4500, 5000), table.lines[1])


def test_a_line_that_the_agreement_has_for_staff_is_not_mapped_as_anything_but_salaries(table: Table) -> None:
    """Else a box that was forgotten would show the others what one person earns."""
    staff = [key for key, each in table.laid.dossier.agreement.cost_line.items() if each.purpose == "staff"]
    parts = [key for key, each in table.laid.dossier.agreement.cost_line.items() if each.part_of in staff]
    for line in (staff[0], parts[0]):
        with pytest.raises(ValidationError, match="är för löner"):
            table.map((7210, 7211), line)
        table.map((7210, 7211), line, is_salary=True, object=line)


@pytest.mark.parametrize("number", ["", "0"])
def test_vouchers_without_a_number_are_told_apart_by_what_they_say(table: Table, number: str) -> None:
    table.map((4000, 4999), table.lines[1])
    alike = [bought(0, 100, table.day(1))._replace(number=number, series="") for _ in range(2)]
    table.store(*alike)
    table.store(*alike)
    assert table.rows() == [(table.lines[1], 100)] * 2


def test_the_other_party_sees_what_is_released_and_no_words(table: Table) -> None:
    table.store(*two(table))
    assert table.rows(table.theirs) == []
    table.release(table.day(1, 1), table.day(1, 31))
    assert table.rows(table.theirs) == [(table.lines[1], 1000_00)]
    with table.by(table.theirs) as viewer:
        rows = rows_of(viewer, table.partnership.pk, table.lines[1], table.day(1, 1), table.day(12, 31))
        assert [row.voucher.key for row in rows] == ["A 1"]
        assert words_of(viewer, rows) == {}
        assert RowText.objects.count() == 0
    assert Release.objects.count() == 0, "without a viewer nobody sees it"


def test_words_are_read_when_somebody_has_let_them_be_read(table: Table) -> None:
    table.store(*two(table))
    table.release()
    with table.by() as viewer:
        vouchers = list(Stored.objects.values_list("pk", flat=True).order_by("day"))
        assert actions.release_texts(table.partnership, vouchers[1:], by=viewer, now=NOW) == 1
        assert actions.release_texts(table.partnership, vouchers[1:], by=viewer, now=NOW) == 0
    with table.by(table.theirs):
        assert [text.row_text for text in RowText.objects.all()] == ["Skor till Kim"]


def test_a_correction_of_what_is_released_is_seen_but_not_its_new_words(table: Table) -> None:
    one, other = two(table)
    table.store(one, other)
    table.release()
    with table.by() as viewer:
        actions.release_texts(table.partnership, Stored.objects.values_list("pk", flat=True), by=viewer, now=NOW)
    table.store(bought(1, 900_00, table.day(1)), bought(2, 250_50, table.day(2), row_text="Skor till Kim Kimsson"))
    assert table.rows(table.theirs) == [(table.lines[1], 900_00), (table.lines[1], 250_50)]
    with table.by(table.theirs):
        standing = RowText.objects.filter(row__voucher__superseded_at=None)
        assert [text.row_text for text in standing] == [""], "the words that are new are hidden until let out"


def test_released_twice_is_released_once(table: Table) -> None:
    table.store(*two(table))
    table.release()
    table.release()
    with table.by():
        assert Release.objects.count() == 1
    with pytest.raises(ValidationError, match="inga kostnader"):
        table.release(date(table.year + 1, 1, 1), date(table.year + 1, 1, 31))


def salaries(table: Table, *, several: bool) -> None:
    table.map((7000, 7099), table.lines[0], is_salary=True, several_people=several)
    table.map((4000, 4999), table.lines[1])
    table.store(bought(1, 30_000_00, table.day(1), account="7010"), bought(2, 500_00, table.day(1)))
    table.release()


def seen(table: Table, role: Role = Role.CONTROLLER) -> list[tuple[str, date, Amount, int]]:
    with table.by(table.theirs, role) as viewer:
        found = outcome(viewer, table.partnership.pk, table.day(1, 1), table.day(12, 31))
        return [(each.cost_line, each.month, each.amount, each.vouchers) for each in found]


def test_one_persons_salary_is_never_seen_by_the_other_party(table: Table) -> None:
    salaries(table, several=False)
    assert seen(table) == [(table.lines[1], table.day(1, 1), Amount(500_00), 1)]
    with table.by(table.theirs):
        assert not VoucherRow.objects.filter(is_salary=True).exists()
        assert SalarySum.objects.count() == 0


def test_the_salaries_of_several_are_seen_as_a_sum_without_rows(table: Table) -> None:
    salaries(table, several=True)
    assert (table.lines[0], table.day(1, 1), Amount(30_000_00), 0) in seen(table)
    with table.by(table.theirs):
        assert not VoucherRow.objects.filter(is_salary=True).exists()
        assert [voucher.key for voucher in Stored.objects.all()] == ["A 2"]


def test_the_own_side_sees_its_salaries_row_by_row_and_what_the_others_see(table: Table) -> None:
    salaries(table, several=False)
    with table.by() as viewer:
        asked = (viewer, table.partnership.pk, table.day(1, 1), table.day(12, 31))
        assert sum(each.amount.ore for each in outcome(*asked)) == 30_500_00
        assert sum(each.amount.ore for each in outcome(*asked, released_only=True)) == 500_00


def test_a_salary_joined_to_anothers_is_seen_with_it(table: Table) -> None:
    table.map((7000, 7099), table.lines[0], is_salary=True, several_people=True)
    table.map((7100, 7199), table.lines[1], is_salary=True)
    one, other = bought(1, 300, table.day(1), account="7010"), bought(2, 200, table.day(1), account="7110")
    table.store(one, other)
    table.release()
    with table.by(table.theirs) as viewer:
        (found,) = outcome(viewer, table.partnership.pk, table.day(1, 1), table.day(12, 31))
    assert (found.amount, found.salaries_of) == (Amount(500), tuple(table.lines[:2]))
    table.store(bought(1, 350, table.day(1), account="7010"), other)
    assert seen(table) == [(table.lines[0], table.day(1, 1), Amount(550), 0)], "a correction is summed anew"


def test_what_stands_in_one_voucher_with_a_salary_is_hidden_with_it(table: Table) -> None:
    table.map((7000, 7099), table.lines[0], is_salary=True)
    table.map((7500, 7599), table.lines[1])
    paid = bought(1, 30_000_00, table.day(1), account="7010")
    fees = [Row("7510", PROJECT, 9_426_00, None, ""), Row("2731", (), -9_426_00, None, "")]
    table.store(paid._replace(rows=(*paid.rows, *fees)))
    table.release()
    assert seen(table) == [], "pay and fees are one person's, though they stand on two lines"
    with table.by(table.theirs):
        assert not VoucherRow.objects.exists()


@pytest.mark.parametrize("role", [Role.STAFF, Role.STEERING, Role.AUDITOR])
def test_only_those_who_manage_money_read_in_map_and_release(table: Table, role: Role) -> None:
    with table.by(role=role) as viewer:
        with pytest.raises(PermissionDenied):
            actions.preview("bok.se", b"#FLAGGA 0\n", by=viewer, now=NOW)
        assert not Import.objects.visible_to(viewer).exists()


def test_a_preview_can_be_thrown_away_and_what_is_stored_cannot(table: Table) -> None:
    stored = table.store(*two(table))
    waiting = table.preview(bought(9, 1, table.day(1)))
    with table.by() as viewer:
        actions.discard(waiting, by=viewer, now=NOW)
        actions.discard(waiting, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="redan lagrad"):
            actions.discard(stored, by=viewer, now=NOW)
