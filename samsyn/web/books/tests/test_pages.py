"""The pages: the civil party reads in, maps and releases; both read what it has cost."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samsyn.web.books.models import Import
from samsyn.web.books.tests.conftest import Table, bought
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\N{NO-BREAK SPACE}", " "))


def sides(table: Table) -> tuple[Client, Client]:
    return table.cast.client(table.ours, Role.CONTROLLER), table.cast.client(table.theirs, Role.CONTROLLER)


def laid_in(client: Client, table: Table, data: bytes) -> str:
    """The address of the preview."""
    answer = client.post(f"{table.home()}import/", {"file": SimpleUploadedFile("bok.se", data)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


MAPPED = {"account_from": "4000", "account_to": "4999", "dimension": "6", "object": "P1"}


def test_from_an_empty_room_to_a_figure_that_the_other_side_reads(table: Table) -> None:
    ours, theirs = sides(table)
    assert "Börja: fördela konton" in text(ours, table.home())
    assert ours.post(f"{table.home()}mapping/", MAPPED | {"cost_line": table.lines[1]}).status_code == 302
    file = table.file(bought(1, 1000_00, table.day(1)), bought(2, 99_00, table.day(1), objects=()))
    preview = laid_in(ours, table, file)
    page = text(ours, preview)
    assert "Nya verifikationer: 1." in page
    assert "Ingenting är lagrat än" in page
    assert "4010 Arbetskläder" in page, "what is not taken is told"
    assert ours.post(f"{preview}store/").status_code == 302
    assert ours.post(f"{preview}store/").status_code == 302, "twice is once"
    assert "1 ny verifikation" in text(ours, preview)
    query = f"?first={table.day(1, 1)}&last={table.day(12, 31)}"
    assert "1 000" in text(ours, f"{table.home()}{query}")
    assert "Inga kostnader att visa" in text(theirs, f"{table.home(table.theirs)}{query}")
    days = {"first": str(table.day(1, 1)), "last": str(table.day(12, 31))}
    assert ours.post(f"{table.home()}release/", days)["Location"].endswith("texts/")
    page = text(theirs, f"{table.home(table.theirs)}{query}")
    assert re.search(r"har 1 000 kr gått åt", page)
    page = text(theirs, f"{table.home(table.theirs)}lines/{table.lines[1]}/{query}")
    assert "A 1" in page
    assert "dold" in page
    assert "Jackor" not in page


def test_the_words_of_a_voucher_are_let_out_one_voucher_at_a_time(table: Table) -> None:
    ours, theirs = sides(table)
    table.map((4000, 4999), table.lines[1])
    number = "Kim 811218-9876"
    table.store(bought(1, 100, table.day(1), "Skor"), bought(2, 100, table.day(2), "Jacka", row_text=number))
    table.release()
    page = ours.get(f"{table.home()}texts/").content.decode()
    assert page.count("liknar ett personnummer") == 1
    first = re.findall(r'value="([0-9a-f-]{36})"', page)[0]
    assert ours.post(f"{table.home()}texts/", {"vouchers": [first]}).status_code == 302
    page = text(theirs, f"{table.home(table.theirs)}lines/{table.lines[1]}/")
    assert "Skor" in page
    assert "Jacka" not in page
    assert ours.post(f"{table.home()}texts/", {"vouchers": ["x"]}).status_code == 422


def test_a_corrected_file_is_shown_row_by_row_before_it_is_stored(table: Table) -> None:
    ours, theirs = sides(table)
    table.map((4000, 4999), table.lines[1])
    table.store(bought(1, 100_00, table.day(1), row_text="Fem"), bought(2, 1_00, table.day(1)))
    table.release()
    preview = laid_in(ours, table, table.file(bought(1, 120_00, table.day(1), row_text="Sex")))
    page = text(ours, preview)
    assert "ändringen syns för de andra parterna" in page
    assert re.search(r"4010 Fem 100 Sex 120", page)
    assert "Räkna inte längre" in page
    assert ours.post(f"{preview}store/", {"also_gone": "on"}).status_code == 302
    page = text(theirs, f"{table.home(table.theirs)}lines/{table.lines[1]}/")
    assert re.search(r"Tillsammans 120", page)
    assert "ersatt" in page, "what stood is still read"


NO_BOOKS = {
    "a photo": (b"\x89PNG\r\n\x1a\n" + bytes(500), "ingen SIE-fil"),
    "an archive": (b"PK\x03\x04" + bytes(100), "ingen SIE-fil"),
    "words": (b"hej\n", "ingen SIE-fil"),
    "SIE 5": (b"<?xml version='1.0'?><Sie/>", "Filen är XML"),
    "balances": (b"#FLAGGA 0\n#SIETYP 1\n#UB 0 1930 1.00\n", "inte har verifikationer"),
    "nothing": (b"", "tom"),
}


@pytest.mark.parametrize(("data", "says"), NO_BOOKS.values(), ids=NO_BOOKS)
def test_what_is_no_books_is_refused_in_words_and_not_kept(table: Table, data: bytes, says: str) -> None:
    ours, _ = sides(table)
    answer = ours.post(f"{table.home()}import/", {"file": SimpleUploadedFile("bok.se", data)})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    with table.by() as viewer:
        assert not Import.objects.visible_to(viewer).exists()


def test_a_preview_is_thrown_away(table: Table) -> None:
    ours, _ = sides(table)
    preview = laid_in(ours, table, table.file())
    assert ours.post(f"{preview}discard/").status_code == 302
    assert ours.get(preview).status_code == 404


def test_a_form_with_a_fault_keeps_what_was_typed(table: Table) -> None:
    ours, _ = sides(table)
    answer = ours.post(f"{table.home()}mapping/", MAPPED | {"cost_line": table.lines[0], "object": ""})
    assert answer.status_code == 422
    assert 'value="4000"' in answer.content.decode()
    assert "både dimension och objekt" in answer.content.decode()


def test_a_line_of_the_mapping_is_ended(table: Table) -> None:
    ours, _ = sides(table)
    line = table.map((4000, 4999), table.lines[1])
    assert "4000–4999" in text(ours, f"{table.home()}mapping/")
    assert ours.post(f"{table.home()}mapping/{line.pk}/end/").status_code == 302
    assert "4000–4999" not in text(ours, f"{table.home()}mapping/")


def test_salaries_are_a_sum_to_the_other_side_and_the_own_side_can_see_it_so(table: Table) -> None:
    ours, theirs = sides(table)
    table.map((7000, 7099), table.lines[0], is_salary=True, several_people=True)
    table.store(bought(1, 30_000_00, table.day(1), account="7010"), bought(2, 20_000_00, table.day(1), account="7010"))
    table.release()
    query = f"?first={table.day(1, 1)}&last={table.day(12, 31)}"
    for client, address in (
        (theirs, f"{table.home(table.theirs)}{query}"),
        (ours, f"{table.home()}{query}&seen=others"),
    ):
        page = text(client, address)
        assert "50 000" in page
        assert "löner, bara som summa" in page
        assert "30 000" not in page
    page = text(theirs, f"{table.home(table.theirs)}lines/{table.lines[0]}/{query}")
    assert "50 000 kr" in page
    assert "30 000" not in page
    assert "lön, bara ni ser" in text(ours, f"{table.home()}lines/{table.lines[0]}/{query}")


def test_those_without_money_do_not_find_the_pages_of_the_keeper(table: Table) -> None:
    imported = table.preview(bought(1, 1, table.day(1)))
    for whose, role in ((table.theirs, Role.STEERING), (table.ours, Role.STAFF), (table.ours, Role.AUDITOR)):
        client = table.cast.client(whose, role)
        for page in ("import/", f"import/{imported.pk}/", "mapping/", "release/", "texts/"):
            assert client.get(f"{table.home(whose)}{page}").status_code == 404, (role, page)
    other = table.cast.client(table.theirs, Role.HEAD)
    assert other.get(f"{table.home(table.theirs)}import/{imported.pk}/").status_code == 404, "another's file"
    assert "Läs in bokföring" not in text(other, table.home(table.theirs))
    assert Import.objects.count() == 0, "and without a viewer there is nothing"


def test_nonsense_days_and_lines_are_no_crash(table: Table) -> None:
    ours, _ = sides(table)
    for query in ("?first=x", "?first=2025-05-01&last=2025-01-01", "?first=0001-01-01&last=9999-12-31", "?seen=x"):
        assert ours.get(f"{table.home()}{query}").status_code == 200, query
    assert ours.get(f"{table.home()}lines/nothing/").status_code == 404


def test_the_room_asks_as_many_questions_however_much_is_in_it(table: Table) -> None:
    ours, _ = sides(table)
    table.map((4000, 4999), table.lines[1])
    table.store(bought(1, 100, table.day(1)))
    few = len(asked(ours, table.home()))
    table.store(*(bought(n, 100, table.day(n % 12 + 1)) for n in range(1, 40)))
    assert len(asked(ours, table.home())) == few


def test_a_file_that_waits_stands_on_my_day_of_those_who_manage_the_money(table: Table) -> None:
    ours, theirs = sides(table)
    table.map((4000, 4999), table.lines[1])
    waiting = table.preview(bought(1, 1, table.day(1)))
    page = ours.get(f"/as/{table.ours.slug}/").content.decode()
    assert f"books/import/{waiting.pk}/" in page
    assert "bok.se" not in theirs.get(f"/as/{table.theirs.slug}/").content.decode()
    assert "bok.se" not in table.cast.client(table.ours, Role.STAFF).get(f"/as/{table.ours.slug}/").content.decode()


def test_the_clause_on_insight_stands_where_the_figures_are(table: Table) -> None:
    insight = [each for each in table.laid.dossier.agreement.duty.values() if each.kind == "insight"]
    page = text(sides(table)[1], table.home(table.theirs))
    assert all(each.says in page for each in insight)


def test_the_days_to_release_begin_where_the_others_see_nothing_yet(table: Table) -> None:
    ours, _ = sides(table)
    table.map((4000, 4999), table.lines[1])
    table.store(bought(1, 1000_00, table.day(1)), bought(2, 99_00, table.day(7)), bought(3, 50_00, table.day(9)))
    table.release(last=table.day(3))
    page = ours.get(f"{table.home()}release/").content.decode()
    assert f'value="{table.day(7)}"' in page
    assert f'value="{table.day(9)}"' in page
