"""The first page of a partnership."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.tests.conftest import Table, lay_invented
from samsyn.web.agreements.tests.invented import FILES
from samsyn.web.agreements.tests.test_every_page import visible
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership


def test_it_says_why_who_and_where_we_are(lanterna: Table) -> None:
    page = visible(lanterna.page())
    assert "Ingen ska vara ensam om kvällen." in page
    assert "Överenskommelsen gäller till och med 31 december 2027. I dag är dag 324 av 730." in page
    assert "SN 2025/0412" in page
    assert "Exempelstads kommun" in page


def test_the_same_words_stand_on_both_sides(lanterna: Table, cast: Cast) -> None:
    """A party sees its own column marked; nothing else differs."""
    other = cast.client(cast.municipality, Role.STEERING)
    theirs = other.get(f"/as/{cast.municipality.slug}/partnerships/{lanterna.partnership.slug}/").content.decode()
    ours, others = (visible(page).replace("din sida", "").split() for page in (lanterna.page(), theirs))
    assert ours == others


def test_a_meeting_stands_in_the_middle_and_a_report_with_the_one_who_owes_it(lanterna: Table) -> None:
    page = lanterna.page()
    public, joint, civil = (
        page.split(f'<section class="side side-{kind}">')[1] for kind in ("public", "joint", "civil")
    )
    assert "Möte." in joint.split("</section>")[0]
    assert "Rapport." in civil.split("</section>")[0]
    assert "Rapport." not in public.split("</section>")[0]


def test_a_sum_that_falls_due_is_a_part_of_the_year_to_the_ore(lanterna: Table) -> None:
    assert "1 150 000,12 kr" in visible(lanterna.page())  # 4 600 000,50 / 4; the last carries the rest


def test_what_waits_for_an_answer_is_counted_and_linked(lanterna: Table) -> None:
    page = lanterna.page()
    assert "2 tolkningar att bekräfta" in page
    assert f'href="{lanterna.home}agreement/assumptions/"' in page


def test_the_line_has_its_deadlines_as_a_drawing_and_as_a_table(lanterna: Table) -> None:
    page = visible(lanterna.page())
    assert "sista dag att förlänga" in page
    assert "2027-06-30" in page
    assert "sista dag att säga upp i förtid" in page
    assert "2027-09-30" in page  # three months before 2027-12-31, one day to spare


def test_before_it_begins_and_after_it_has_ended_the_page_says_so(lanterna: Table, settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2025, 12, 1)
    assert "börjar gälla 1 januari 2026, om 4 veckor" in visible(lanterna.page())
    settings.SAMSYN_TODAY = date(2028, 3, 1)  # the report on the last year was due the day before
    page = visible(lanterna.page())
    assert "har slutat gälla. Sista dagen var 31 december 2027" in page
    assert "Inget mer har en dag." in page


def test_a_proposal_says_that_it_is_one_and_what_is_missing(real: Table) -> None:
    """Which of the agreements is one is written in its file, not here."""
    from samsyn.web.agreements.queries import dossier_of

    with acting_as_job(Job.SEED):
        source = dossier_of(real.partnership).agreement.source
    page = visible(real.page())
    assert ("Det här är ett förslag" in page) == (source.status == "proposal")
    assert ("Det här är ett utkast" in page) == (source.status == "draft")
    assert all(missing in page for missing in source.missing)
    if source.status != "signed":
        assert "Överenskommelsen gäller till och med" not in page
        assert "Överenskommelsen har slutat" not in page


def test_a_demo_partnership_says_so(lanterna: Table) -> None:
    assert "Demodata:" in lanterna.page()


def test_only_a_twin_is_said_to_have_real_terms(lanterna: Table, cast: Cast) -> None:
    assert "påhittade parter och händelser." in lanterna.page()
    assert "verkliga villkor" not in lanterna.page()
    with acting_as_job(Job.SEED):
        original = Partnership.objects.create(slug="den-riktiga", name="Den riktiga")
        Partnership.objects.filter(pk=lanterna.partnership.pk).update(twin_of=original)
    assert "påhittade parter och händelser, verkliga villkor." in lanterna.page()


def test_the_line_speaks_the_reader_s_language(lanterna: Table) -> None:
    lanterna.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = visible(lanterna.page())
    assert "Meeting." in page
    assert "Möte." not in page
    assert "Report." in page


def _extended(files: Mapping[str, bytes], old: str, new: str) -> dict[str, bytes]:
    written = files["agreement.toml"].decode()
    assert old in written
    return dict(files) | {"agreement.toml": written.replace(old, new).encode()}


def test_the_line_reaches_as_far_as_all_extensions_together(cast: Cast, today: date) -> None:
    page = visible(lay_invented(cast, _extended(FILES, "times = 1\n", "times = 3\n")).page())
    assert "2030-12-31 längst, om den förlängs" in page


def test_where_the_text_sets_no_end_the_line_shows_the_next_one(cast: Cast, today: date) -> None:
    page = visible(lay_invented(cast, _extended(FILES, "times = 1\n", "")).page())
    assert "2028-12-31 nästa sista dag, om den förlängs" in page
    assert "längst, om den förlängs" not in page


def test_what_goes_on_of_itself_is_stopped_and_not_extended(cast: Cast, today: date) -> None:
    page = visible(lay_invented(cast, _extended(FILES, '"written_agreement"', '"tacit"')).page())
    assert "sista dag att säga upp, annars förlängs den till 2028-12-31" in page
    assert "sista dag att förlänga" not in page
