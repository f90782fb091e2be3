"""The agreement clause by clause, and as it held on another day."""

from html import unescape

from samsyn.web.agreements.tests.conftest import Table
from samsyn.web.agreements.tests.test_every_page import visible


def test_every_clause_stands_there_with_its_terms_as_facts(lanterna: Table) -> None:
    page = visible(lanterna.page("agreement/"))
    assert "4 500 000 kr för 2026" in page
    assert "4 600 000,50 kr för 2027" in page
    assert "Ordförande (Föreningen), 2 platser" in page
    assert "varje år, senast 28 februari året efter" in page
    assert "Inget att räkna: ett namn." in page


def test_a_term_that_two_clauses_speak_of_stands_once_and_is_pointed_to(lanterna: Table) -> None:
    page = lanterna.page("agreement/")
    assert page.count("Kommunen bidrar med 4 500 000 kr per år.") == 1
    assert "Se också:" in visible(page)


def test_as_it_held_before_and_after_an_amendment(amended: Table) -> None:
    before, after = (visible(amended.page("agreement/", on=day)) for day in ("2026-06-30", "2026-07-01"))
    assert "3 månader" in before
    assert "6 månader" not in before
    assert "6 månader" in after
    assert "Så här gällde den 2026-06-30." in before


def test_a_clause_that_an_amendment_brought_has_its_place(amended: Table) -> None:
    page = visible(amended.page("agreement/"))
    assert "Tillagt genom ett tillägg." in page
    assert "Föreningen lämnar en verksamhetsberättelse en gång." in page
    assert "verksamhetsberättelse" not in visible(amended.page("agreement/", on="2026-06-30"))


def test_a_date_that_is_none_is_kept_and_explained(lanterna: Table) -> None:
    page = lanterna.page("agreement/", on="nästa vår")
    assert 'value="nästa vår"' in page
    assert "«nästa vår» är inget datum. Skriv år, månad och dag" in unescape(page)


def test_a_day_outside_the_period_is_said_to_be_so(lanterna: Table) -> None:
    page = visible(lanterna.page("agreement/", on="2031-01-01"))
    assert "Den 2031-01-01 ligger efter överenskommelsens sista dag, 2027-12-31." in page


def test_the_clause_page_has_terms_duties_and_why(lanterna: Table) -> None:
    page = visible(lanterna.page("agreement/clauses/4/"))
    assert "Betalningsplan" in page
    assert "Punkten läses som i förskott: första dagen" in page  # why the invoice falls due that day
    assert "2027-01-01" in page
    assert "7 dagar som har varit" in page or "8 dagar som har varit" in page


def test_the_clause_page_says_what_the_other_readings_would_give(lanterna: Table) -> None:
    page = visible(lanterna.page("agreement/clauses/4/"))
    assert "I förskott eller i efterskott?" in page
    assert "Då står det: När: i efterskott." in page
    unsaid = "(dagen står inte i texten)"
    assert f"Faktura: 2026-04-01 {unsaid} i stället för 2026-01-01 {unsaid}." in page
    assert "Inga dagar, belopp eller parter som är kända i dag ändras." in page


def test_clause_tags_lead_to_their_clause(lanterna: Table) -> None:
    for path in ("", "agreement/assumptions/", "agreement/what-if/"):
        assert f'href="{lanterna.home}agreement/clauses/3/"' in lanterna.page(path)


def test_a_clause_that_is_not_there_does_not_exist(lanterna: Table) -> None:
    assert lanterna.get("agreement/clauses/99/").status_code == 404


def test_before_it_began_it_is_not_said_to_have_held(lanterna: Table) -> None:
    page = visible(lanterna.page("agreement/", on="2024-01-01"))
    assert "Den 2024-01-01 hade överenskommelsen inte börjat gälla." in page
    assert "Så här gällde" not in page


def test_a_day_to_come_has_not_been(lanterna: Table) -> None:
    assert "Så här gäller den 2027-06-01." in visible(lanterna.page("agreement/", on="2027-06-01"))
