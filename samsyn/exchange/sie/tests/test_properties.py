"""Whatever bytes come: no crash, and no voucher that is not whole. What is written is read back the same."""

from __future__ import annotations

import io
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from samsyn.exchange.sie import Journal, Row, Voucher, read, write_sie
from samsyn.exchange.sie.fields import fields_of, objects_in, ore
from samsyn.exchange.sie.quick import ROW, objects

TEXTS = st.text(st.sampled_from(bytes(range(0x20, 0x7F)).decode() + "åäöÅÄÖéüÉ"), max_size=20)
"""Of letters that are met: which encoding a file has is judged by them."""
NAMES = st.text(st.sampled_from("ABCÅab0189 -_"), min_size=1, max_size=8)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
ACCOUNTS = st.integers(1000, 9999).map(str)
OBJECTS = st.lists(st.tuples(st.sampled_from(["1", "2", "6", "20"]), NAMES), max_size=3).map(tuple)
ROWS = st.builds(
    Row, ACCOUNTS, OBJECTS, st.integers(-(10**13), 10**13), st.none() | DAYS, TEXTS,
    st.sampled_from(["trans", "rtrans", "btrans"]),
)  # fmt: skip


@st.composite
def balanced(draw: st.DrawFn) -> Voucher:
    rows = draw(st.lists(ROWS, max_size=6))
    left = sum(row.amount for row in rows if row.kind == "trans")
    closing = Row(draw(ACCOUNTS), (), -left, None, draw(TEXTS))
    return Voucher(draw(TEXTS), draw(TEXTS), draw(DAYS), draw(TEXTS), (*rows, closing))


JOURNALS = st.builds(
    Journal,
    company=TEXTS, generated=DAYS, vouchers=st.lists(balanced(), max_size=4), org_number=NAMES,
    accounts=st.dictionaries(ACCOUNTS, TEXTS, max_size=3), objects=st.dictionaries(st.tuples(NAMES, NAMES), TEXTS),
    balances=st.dictionaries(ACCOUNTS, st.integers(-(10**12), 10**12), max_size=2), with_checksum=st.booleans(),
)  # fmt: skip


@given(JOURNALS)
def test_what_is_written_is_read_back_the_same(journal: Journal) -> None:
    found = read(io.BytesIO(write_sie(journal)))
    assert [each._replace(line=0) for each in found] == list(journal.vouchers)
    assert not found.faults
    assert found.header.accounts == dict(journal.accounts)
    assert found.header.objects == dict(journal.objects)
    assert found.checksum.verified is (True if journal.with_checksum else None)
    assert found.header.kind == ("4E" if journal.balances else "4I")


@given(JOURNALS, st.data())
def test_a_fuzzed_file_never_crashes_and_gives_no_half_voucher(journal: Journal, data: st.DataObject) -> None:
    whole = write_sie(journal)
    at = data.draw(st.integers(0, len(whole)))
    gone = data.draw(st.integers(0, 40))
    broken = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + gone :]
    for voucher in read(io.BytesIO(broken)):
        assert sum(row.amount for row in voucher.counted) == 0


@given(JOURNALS.filter(lambda journal: len(journal.vouchers) > 0), st.data())
def test_a_cut_file_gives_the_vouchers_before_the_cut_and_nothing_of_the_one_in_it(
    journal: Journal, data: st.DataObject
) -> None:
    whole = write_sie(journal)
    found = [each._replace(line=0) for each in read(io.BytesIO(whole[: data.draw(st.integers(0, len(whole)))]))]
    assert found == list(journal.vouchers)[: len(found)]


@given(
    st.binary(max_size=300) | st.text(st.sampled_from('#VERTANSKUM {}"\\\n\r\t 014-.å'), max_size=120).map(str.encode)
)
def test_rubbish_never_crashes(rubbish: bytes) -> None:
    for voucher in read(io.BytesIO(rubbish)):
        assert sum(row.amount for row in voucher.counted) == 0


@given(st.lists(ROWS, min_size=1, max_size=1), st.sampled_from(["%s", "\t%s\n", "%s 5 Anna", '%s "5 st" "A B"']))
def test_the_quick_way_and_the_slow_way_say_the_same(rows: list[Row], shape: str) -> None:
    (row,) = rows
    written = write_sie(Journal("X", date(2026, 1, 1), [Voucher("", "", date(2026, 1, 1), "", (row, *_against(row)))]))
    line = shape % next(each.strip() for each in written.decode("cp437").splitlines() if "TRANS" in each)
    quick = ROW.fullmatch(line)
    if quick is None:
        assert "\\" in line or "{}" not in line.replace(" ", "")
        return
    fields = fields_of(line)
    listed, at = objects_in(fields, 2)
    kind, account, inside, whole, parts, when, text, bare = quick.groups()
    assert (f"#{kind}TRANS", account) == (fields[0], fields[1])
    assert objects(inside) == listed
    assert int(f"{whole}{parts}") == ore(fields[at])
    assert (when or "") == fields[at + 1]
    assert (text or bare or "") == fields[at + 2]


def _against(row: Row) -> list[Row]:
    return [Row("1930", (), -row.amount, None, "")] if row.kind == "trans" else []
