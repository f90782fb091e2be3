"""What if notice is given, it is extended, or another reading is right."""

from datetime import date
from html import unescape

from samsyn.web.access.fixtures import Cast
from samsyn.web.agreements.tests.conftest import Table, lay_invented
from samsyn.web.agreements.tests.invented import FILES
from samsyn.web.agreements.tests.test_every_page import visible


def said(table: Table, **asked: str) -> str:
    return visible(table.page("agreement/what-if/", **asked))


def test_notice_gives_the_last_day_and_why(lanterna: Table) -> None:
    page = said(lanterna, notice_on="2027-03-15", notice_by="kommunen")
    assert "15 juni 2027" in page
    assert "Sägs överenskommelsen upp 2027-03-15 är sista dagen 2027-06-15 (3 månaders uppsägningstid)." in page
    assert "Form: skriftligt." in page


def test_notice_is_counted_by_the_terms_that_hold_that_day(amended: Table) -> None:
    assert "Sista dagen blir 30 september 2026" in said(amended, notice_on="2026-06-30")
    assert "Sista dagen blir 1 januari 2027" in said(amended, notice_on="2026-07-01")


def test_notice_after_the_end_is_refused_in_words(lanterna: Table) -> None:
    assert "upphörde redan 2027-12-31" in said(lanterna, notice_on="2028-02-01")


def test_without_asking_the_answer_is_for_today(lanterna: Table) -> None:
    assert "20 februari 2027" in said(lanterna)


def test_an_extension_says_by_when_in_what_form_and_how_far(lanterna: Table) -> None:
    page = said(lanterna, agreed_on="2027-06-30")
    assert "2027-06-30 är i tid. Då gäller den till och med 31 december 2028." in page
    assert "Form: alla parter kommer överens skriftligt." in page
    assert "Längre än till och med 31 december 2028 kan den inte förlängas." in page


def test_an_extension_a_day_late_is_late(lanterna: Table) -> None:
    page = said(lanterna, agreed_on="2027-07-01")
    assert "2027-07-01 är för sent. Förlängningen skulle ha varit klar senast 2027-06-30." in page


def test_another_reading_shows_what_would_differ(lanterna: Table) -> None:
    page = said(lanterna, reading="sista-dag")
    assert "Sägs den upp i dag blir sista dagen 2027-02-28 i stället för 2027-02-20." in page


def test_a_date_that_is_none_is_kept_and_the_other_answers_stay(lanterna: Table) -> None:
    page = lanterna.page("agreement/what-if/", notice_on="2026-13-40", agreed_on="2027-06-30")
    assert 'value="2026-13-40"' in page
    assert "«2026-13-40» är inget datum." in unescape(page)
    assert "är i tid" in page


def test_a_reading_that_is_not_there_is_refused(lanterna: Table) -> None:
    assert "Det här behöver rättas" in lanterna.page("agreement/what-if/", reading="påhittad")


def laid(cast: Cast, form: str, by: str = "") -> Table:
    written = FILES["agreement.toml"].decode().replace('form = "written_agreement"', f'form = "{form}"\n{by}')
    return lay_invented(cast, dict(FILES) | {"agreement.toml": written.encode()})


def test_what_goes_on_of_itself_is_asked_about_notice(cast: Cast, today: date) -> None:
    page = said(laid(cast, "tacit"), agreed_on="2027-06-30")
    assert "Sägs den upp 2027-06-30 är det i tid, och den förlängs inte." in page
    assert "Den löper vidare om ingen säger upp den i tid." in page
    assert "Sägs den inte upp senast 2027-06-30 förlängs den till 2028-12-31" in page
    assert "Dag för uppsägning" in page
    assert "parterna är överens" not in page


def test_a_written_notice_says_who_may_give_it(cast: Cast, today: date) -> None:
    page = said(laid(cast, "written_notice"))
    assert "Form: en av parterna, vilken som helst, meddelar de andra skriftligt." in page


def test_a_written_notice_that_one_party_may_give_names_it(cast: Cast, today: date) -> None:
    page = said(laid(cast, "written_notice", 'by = ["kommunen"]'))
    assert "Form: Socialnämnden meddelar de andra parterna skriftligt." in page
