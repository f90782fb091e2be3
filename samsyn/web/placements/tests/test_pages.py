"""The pages of training places, as each side meets them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.models import Attendance, Consent, Extension, Placement, Referral, SelfAssessment, StepDone
from samsyn.web.placements.tests.conftest import Table


class Browser:
    """One who works for a party, at the partnership's placements."""

    def __init__(self, table: Table, who: Organisation, role: Role) -> None:
        self.client = table.cast.client(who, role)
        self.home = f"/as/{who.slug}/partnerships/{table.partnership.slug}/placements/"

    def read(self, path: str = "", status: int = 200) -> str:
        answer = self.client.get(f"{self.home}{path}", follow=True)
        assert answer.status_code == status, f"{path}: {answer.status_code}"
        return answer.content.decode()

    def send(self, path: str, status: int = 200, **typed: Any) -> str:
        """What the page says that one comes to."""
        answer = self.client.post(f"{self.home}{path}", typed, follow=True)
        assert answer.status_code == status, f"{path}: {answer.status_code}"
        return answer.content.decode()


@pytest.fixture
def officer(table: Table) -> Browser:
    return Browser(table, table.ours, Role.CASE_OFFICER)


@pytest.fixture
def supervisor(table: Table) -> Browser:
    return Browser(table, table.theirs, Role.STAFF)


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_each_side_comes_to_where_its_work_begins(table: Table, officer: Browser, supervisor: Browser) -> None:
    assert "Ingen deltagare är inskriven" in officer.read()
    assert "Ingen arbetstränar den här dagen" in supervisor.read()
    controller = Browser(table, table.ours, Role.CONTROLLER).read()
    assert "Målet 72 individer" in controller
    assert "placements/participants/" not in controller


def test_every_room_can_be_read_when_it_is_empty(officer: Browser, supervisor: Browser) -> None:
    for browser in (officer, supervisor):
        for room in ("day/", "places/", "referrals/", "figures/"):
            browser.read(room)
    officer.read("participants/add/")
    supervisor.read("participants/", status=404)


def test_the_tab_is_there_because_the_agreement_has_training_places(officer: Browser) -> None:
    assert re.search(r'href="[^"]+/placements/" aria-current="page">\s*Arbetsträning', officer.read("figures/"))


def test_a_participant_is_written_in_without_a_number_or_a_ground(table: Table, officer: Browser) -> None:
    form = officer.read("participants/add/")
    names = set(re.findall(r'name="(\w+)"', form)) - {"csrfmiddlewaretoken", "next", "language", "color_scheme"}
    assert names - {"viewport", "htmx"} == {"known_as", "birth_year", "sex"}
    page = officer.send("participants/add/", known_as="Sara", birth_year="1990", sex="woman", language="ar")
    assert "Sara" in page
    assert "Inget samtycke är inskrivet" in page


def test_a_wrong_year_keeps_all_that_was_typed(officer: Browser) -> None:
    page = officer.send("participants/add/", status=422, known_as="Sara", birth_year="199001011234", sex="woman")
    assert "Skriv födelseåret med fyra siffror" in page
    assert 'value="Sara"' in page
    assert "199001011234" in page


def test_the_draft_shows_just_what_the_host_will_see_and_cannot_be_sent_without_a_consent(
    table: Table, officer: Browser, supervisor: Browser
) -> None:
    participant = table.participant(birth_year=1990)
    page = officer.send(
        f"participants/{participant.pk}/refer/",
        wishes=["remake"],
        wanted_from="2025-03-10",
        assessed_by=str(table.cast.person(table.ours, Role.CASE_OFFICER).pk),
        assessed_on="2025-03-01",
    )
    assert "Det här ser Skåne Stadsmission" in page
    assert "ja, bedömt av Arbetsmarknads- och socialnämnden 2025-03-01" in text_of(page)
    assert "Samtycket saknas" in page
    referral = Referral.objects.all()
    with table.as_(table.ours):
        draft = referral.get()
    refused = officer.send(f"referrals/{draft.pk}/send/")
    assert "inget samtycke som gäller i dag" in refused
    supervisor.read(f"referrals/{draft.pk}/", status=404)


def test_a_consent_leads_back_to_the_referral_that_waits_for_it(
    table: Table, officer: Browser, supervisor: Browser
) -> None:
    draft = table.draft()
    at = f"participants/{draft.participant_id}/consents/add/?referral={draft.pk}"
    unsaid = officer.send(at, status=422, given_on="2025-03-03")
    assert "Välj minst ett slag av uppgifter" in unsaid
    assert "Berätta det för deltagaren först" in unsaid
    page = officer.send(
        at, scope=["identity", "path"], reservation=["not_passed_on"], given_on="2025-03-03", understood="on"
    )
    assert "planering och steg" in page
    assert "Samtycket saknas" not in page
    assert "Anvisningen är skickad" in officer.send(f"referrals/{draft.pk}/send/")
    assert "uppgifterna får inte lämnas vidare" in supervisor.read(f"referrals/{draft.pk}/")


def test_the_last_day_of_a_consent_is_a_day_on_which_it_holds(table: Table, officer: Browser) -> None:
    participant = table.participant()
    officer.send(
        f"participants/{participant.pk}/consents/add/",
        scope=["identity"], given_on="2025-03-03", last="2025-06-30", understood="on",
    )  # fmt: skip
    with table.as_(table.ours):
        assert str(Consent.objects.get().until) == "2025-07-01"
    assert "till och med 2025-06-30" in text_of(officer.read(f"participants/{participant.pk}/"))


def test_a_referral_is_received_and_a_place_given_by_the_host(
    table: Table, officer: Browser, supervisor: Browser
) -> None:
    referral = table.sent()
    assert "Deltagare 1" in supervisor.read("referrals/")
    assert "Ge en plats" in supervisor.send(f"referrals/{referral.pk}/accept/")
    assert "Lediga hela veckan" not in supervisor.read(f"referrals/{referral.pk}/start/")
    page = supervisor.send(f"referrals/{referral.pk}/start/", first_day="2025-03-10", track="remake")
    assert "Plats 1" in text_of(page)
    assert "Introduktionssamtal" in page
    assert "Deltagaren har fått en plats" in officer.read(f"referrals/{referral.pk}/")
    officer.send(f"referrals/{referral.pk}/accept/", status=404)


def test_a_no_says_why_and_the_host_sees_the_participant_no_more(
    table: Table, officer: Browser, supervisor: Browser
) -> None:
    referral = table.sent()
    assert "Välj ett skäl" in supervisor.send(f"referrals/{referral.pk}/decline/", status=422)
    supervisor.send(f"referrals/{referral.pk}/decline/", because="no_place")
    supervisor.read(f"referrals/{referral.pk}/", status=404)
    assert "det finns ingen plats inom rimlig tid" in officer.read(f"referrals/{referral.pk}/")


def test_the_line_says_in_which_order_it_goes_and_by_which_clause(table: Table, supervisor: Browser) -> None:
    first, second = table.sent(), table.sent()
    supervisor.send(f"referrals/{second.pk}/wait/")
    supervisor.send(f"referrals/{first.pk}/wait/")
    page = text_of(supervisor.read("referrals/"))
    assert page.index("Deltagare 1") < page.index("Deltagare 2")
    assert "Den som kom först får plats först." in page
    assert "4.2 st. 1" in page


def test_full_is_said_with_the_clause_and_the_first_free_day(table: Table, supervisor: Browser) -> None:
    for _ in range(24):
        table.start()
    referral = table.accepted()
    page = supervisor.read(f"referrals/{referral.pk}/start/")
    assert "Den första dagen med en plats för hela tiden är" in page
    unchosen = supervisor.send(f"referrals/{referral.pk}/start/", status=422, first_day="2025-03-04")
    assert "Välj en verksamhet." in unchosen
    refused = supervisor.send(f"referrals/{referral.pk}/start/", status=422, first_day="2025-03-04", track="remake")
    assert "Fullt tisdag 4 mars. Nästa lediga plats är från torsdag 3 juli. (4.2 st. 1)" in text_of(refused)


def test_one_press_notes_who_is_here_and_another_press_puts_it_right(table: Table, supervisor: Browser) -> None:
    placement = table.start()
    at, day = f"{placement.pk}/attendance/", str(table.today)
    page = supervisor.send(at, day=day, state="present")
    assert "1 av 1 är här." in page
    supervisor.send(at, day=day, state="present", talk="1")
    with table.as_(table.theirs):
        row = Attendance.objects.get()
        assert (row.state, row.talk) == ("present", True)
    page = supervisor.send(at, day=day, state="absent_notified")
    assert "0 av 1 är här." in page
    with table.as_(table.theirs):
        row = Attendance.objects.get()
        assert (row.state, row.talk) == ("absent_notified", False)


def test_the_one_who_refers_reads_the_day_and_has_nothing_to_press(table: Table, officer: Browser) -> None:
    placement = table.start()
    table.do(table.theirs, actions.note_attendance, placement, table.today, "present", talk=True)
    page = officer.read("day/")
    assert "samtal hållet" in page
    assert "/attendance/" not in page
    officer.send(f"{placement.pk}/attendance/", status=404, day=str(table.today), state="absent")


def test_the_picture_and_the_table_say_who_has_which_place(table: Table, supervisor: Browser) -> None:
    table.start()
    table.start(first=table.later(7))
    page = supervisor.read("places/")
    assert page.count("<svg") >= 2
    assert page.count("places-bar-held") == page.count("places-bar-promised") == 2
    assert re.search(r"Deltagare 2</a></td><td>[^<]+</td><td><time[^>]*>2025-03-10", page)
    assert "I dag är 1 av 24 platser upptagna." in text_of(page)


def test_the_steps_are_said_in_the_same_words_to_both(table: Table, officer: Browser, supervisor: Browser) -> None:
    placement = table.start()
    paths = [
        re.search(r'<ol class="path">.*?</ol>', browser.read(f"{placement.pk}/"), re.S)
        for browser in (officer, supervisor)
    ]
    mine, theirs = (text_of(found[0]) if found else "" for found in paths)
    assert mine == theirs
    assert "Skåne Stadsmission ser till att det blir gjort." in mine
    assert "Arbetsmarknads- och socialnämnden ser till att det blir gjort." in mine


def test_a_step_is_noted_and_taken_back_by_the_one_who_noted_it(
    table: Table, officer: Browser, supervisor: Browser
) -> None:
    placement = table.start()
    page = supervisor.send(f"{placement.pk}/steps/introduktion/1/", done_on=str(table.today))
    assert "antecknat av Skåne Stadsmission" in page
    with table.as_(table.theirs):
        done = StepDone.objects.get()
    assert "take-back" not in officer.read(f"{placement.pk}/")
    officer.read(f"steps/{done.pk}/take-back/", status=404)
    page = supervisor.send(f"steps/{done.pk}/take-back/", because="wrong_day")
    assert "antecknat av" not in page


def test_a_step_in_the_future_is_refused_at_its_field(table: Table, supervisor: Browser) -> None:
    placement = table.start()
    page = supervisor.send(f"{placement.pk}/steps/introduktion/1/", status=422, done_on="2025-04-01")
    assert "Dagen ligger framåt i tiden" in page
    assert 'value="2025-04-01"' in page


def test_a_step_that_the_agreement_lacks_does_not_exist(table: Table, supervisor: Browser) -> None:
    placement = table.start()
    supervisor.read(f"{placement.pk}/steps/finns-inte/1/", status=404)
    supervisor.read(f"{placement.pk}/steps/introduktion/7/", status=404)
    supervisor.read(f"{placement.pk}/steps/sjalvskattning/1/", status=404)
    supervisor.read(f"{placement.pk}/assess/nobody/1/", status=404)


def test_the_supervisor_s_grading_takes_no_number_from_the_participant_s(table: Table, supervisor: Browser) -> None:
    placement = table.start()
    answers: dict[str, Any] = {f"statement_{n}": "3" for n in range(1, 6)}
    page = supervisor.send(f"{placement.pk}/assess/supervisor/1/", done_on=str(table.today), **answers)
    assert f"{placement.pk}/assess/participant/1/" in page
    assert f"{placement.pk}/assess/supervisor/2/" in page
    assert f"{placement.pk}/assess/participant/2/" not in page


def test_a_self_assessment_under_another_number_is_not_left_as_the_next_step(table: Table, supervisor: Browser) -> None:
    """Two were answered, as times 2 and 3: the first of two is done, and so is the second."""
    placement = table.start()
    answers: dict[str, Any] = {f"statement_{n}": "3" for n in range(1, 6)}
    for wave in (2, 3):
        page = supervisor.send(f"{placement.pk}/assess/participant/{wave}/", done_on=str(table.today), **answers)
    assert "Nästa steg: Introduktionssamtal" in text_of(page)
    assert "Det är gjort: Självskattning" not in page
    assert "Redan gjort: Självskattning" not in page


def test_two_self_assessments_are_shown_as_a_paired_change_with_n(table: Table, supervisor: Browser) -> None:
    placement = table.start()
    first: dict[str, Any] = {f"statement_{n}": str(n) for n in range(1, 6)}
    supervisor.send(f"{placement.pk}/assess/participant/1/", done_on=str(table.today), **first)
    second = {**first, "statement_1": "3", "statement_2": "skipped"}
    page = supervisor.send(f"{placement.pk}/assess/participant/2/", done_on=str(table.today), **second)
    assert "4 av 5 påståenden är besvarade båda gångerna." in page
    assert "+2" in page
    none = supervisor.send(f"{placement.pk}/assess/supervisor/1/", status=422, done_on=str(table.today))
    assert "Svara på minst ett påstående." in none


def test_an_extension_waits_for_the_other_and_then_holds(table: Table, officer: Browser, supervisor: Browser) -> None:
    placement = table.start()
    at = f"{placement.pk}/extend/"
    asked_later = supervisor.send(at, status=422, last="2025-08-29", consulted_on="2025-03-04")
    assert "Fråga deltagaren först" in asked_later
    within = supervisor.send(at, status=422, last="2025-06-01", consulted_on="2025-03-03")
    assert "Placeringen är redan till och med 2025-07-02" in within
    page = supervisor.send(at, last="2025-08-29", consulted_on="2025-03-03")
    assert "Gäller först när båda parter har sagt ja." in page
    assert "Godkänn förlängningen" not in page
    with table.as_(table.ours):
        extension = Extension.objects.get()
    assert "Godkänn förlängningen" in officer.read(f"{placement.pk}/")
    page = officer.send(f"extensions/{extension.pk}/approve/")
    assert "Gäller: båda parter har sagt ja." in page
    assert "2025-08-29" in page
    assert "Förlängningen gäller redan" in supervisor.send(f"extensions/{extension.pk}/drop/")


def test_a_closing_says_how_it_went_and_where_it_led(table: Table, officer: Browser, supervisor: Browser) -> None:
    placement = table.start()
    page = supervisor.send(f"{placement.pk}/close/", status=422, on=str(table.today))
    assert "Välj hur det gick mot planeringen." in page
    page = supervisor.send(f"{placement.pk}/close/", on=str(table.today), result="followed_plan", outcome="work")
    assert "genomförd enligt planeringen" in page
    assert "Ledde till : arbete" in text_of(page).replace("Ledde till:", "Ledde till :")
    assert "Ändra vad den ledde till" in page
    assert "Skriv vad den ledde till" in officer.read(f"{placement.pk}/")
    page = officer.send(f"{placement.pk}/outcome/", outcome="studies")
    assert "studier" in page
    assert "Ändra vad den ledde till" in page


def test_a_step_that_an_early_end_left_behind_is_not_late(table: Table, supervisor: Browser) -> None:
    placement = table.start()
    supervisor.send(f"{placement.pk}/close/", on=str(table.today), result="broke_off", outcome="unknown")
    path = re.search(r'<ol class="path">.*?</ol>', supervisor.read(f"{placement.pk}/"), re.S)
    assert path
    assert "2025-07-02" in path[0]
    assert "placeringen slutade före" in path[0]
    assert "dagen har passerat" not in path[0]


def test_what_does_not_come_to_be_frees_the_place(table: Table, supervisor: Browser) -> None:
    placement = table.start(first=table.later(7))
    page = supervisor.send(f"{placement.pk}/cancel/", because="declined_itself")
    assert "Platsen är ledig igen" in page
    assert "blev inte av" in page


def test_the_host_changes_workshop_place_and_last_day(table: Table, supervisor: Browser, officer: Browser) -> None:
    placement = table.start()
    assert "Matmissionen" in supervisor.send(f"{placement.pk}/track/", track="matmissionen")
    assert "Plats 5" in supervisor.send(f"{placement.pk}/move/", place="5", from_day=str(table.today))
    assert "2025-05-30" in supervisor.send(f"{placement.pk}/last-day/", last="2025-05-30")
    too_long = supervisor.send(f"{placement.pk}/last-day/", status=422, last="2025-12-01")
    assert "Längre blir den genom en förlängning" in too_long
    for path in ("track/", "move/", "last-day/"):
        officer.read(f"{placement.pk}/{path}", status=404)


def test_after_a_withdrawal_the_page_says_what_the_host_keeps(
    table: Table, officer: Browser, supervisor: Browser
) -> None:
    placement = table.start()
    with table.as_(table.ours):
        consent = Consent.objects.get()
    page = officer.read(f"consents/{consent.pk}/withdraw/")
    assert "Det som Skåne Stadsmission redan har fått finns kvar där och följer deras regler." in page
    officer.send(f"consents/{consent.pk}/withdraw/")
    assert "redan tillbakataget" in officer.read(f"consents/{consent.pk}/withdraw/")
    for browser in (officer, supervisor):
        page = browser.read(f"{placement.pk}/")
        assert "Det som Skåne Stadsmission redan har fått finns kvar där och följer deras regler." in page
        assert "Antalen räknas fortfarande." in page
    supervisor.send(f"{placement.pk}/steps/introduktion/1/", done_on=str(table.today))
    assert "antecknat av" not in officer.read(f"{placement.pk}/")
    supervisor.send(f"consents/{consent.pk}/withdraw/", status=404)


def test_small_numbers_by_sex_are_hidden_from_the_one_whose_facts_they_are_not(
    table: Table, officer: Browser, supervisor: Browser
) -> None:
    table.start(table.accepted(table.participant(sex="man")))
    theirs, ours = supervisor.read("figures/"), officer.read("figures/")
    assert "färre än 5" not in theirs
    assert "färre än 5" in ours
    assert "visas bara för den part som har uppgifterna" in ours


def test_the_figures_name_nobody(table: Table) -> None:
    table.start()
    for role in (Role.CONTROLLER, Role.STEERING, Role.AUDITOR):
        page = Browser(table, table.theirs, role).read("figures/")
        assert "Deltagare 1" not in page
        assert "Egenupplevd utveckling" in page


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.STEERING, Role.AUDITOR])
def test_who_does_not_work_with_individuals_sees_none(table: Table, role: Role) -> None:
    placement = table.start()
    browser = Browser(table, table.ours, role)
    for path in ("day/", "places/", "participants/", "referrals/", f"{placement.pk}/"):
        browser.read(path, status=404)


def test_a_late_step_is_listed_for_both_until_it_is_taken(
    table: Table, officer: Browser, supervisor: Browser, settings: Any
) -> None:
    table.start()
    settings.SAMSYN_TODAY = table.today + timedelta(days=20)
    for browser in (officer, supervisor):
        page = browser.read("places/")
        assert "dagen har passerat" in page
        assert "Introduktionssamtal" in page


def test_the_pages_ask_as_many_questions_however_many_are_placed(
    table: Table, supervisor: Browser, django_assert_max_num_queries: Any
) -> None:
    from samsyn.web.obligations.tests.laying import asked

    table.start()
    counts = {room: len(asked(supervisor.client, f"{supervisor.home}{room}")) for room in ("day/", "places/")}
    for _ in range(5):
        table.start()
    for room, before in counts.items():
        assert len(asked(supervisor.client, f"{supervisor.home}{room}")) == before, room


def secret_of(page: str) -> str:
    found = re.search(r"/own/([\w-]+)/", page)
    assert found
    return found[1]


def test_the_own_page_is_shown_once_and_stops_when_it_is_closed(table: Table, officer: Browser) -> None:
    participant = table.participant()
    at = f"participants/{participant.pk}/"
    secret = secret_of(officer.send(f"{at}own-page/make/"))
    assert secret not in officer.read(at)
    stranger = Client()
    answer = stranger.get(f"/own/{secret}/")
    assert "Hej Deltagare 1" in answer.content.decode()
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert "<title>Min sida</title>" in answer.content.decode()
    officer.send(f"{at}own-page/revoke/")
    assert stranger.get(f"/own/{secret}/").status_code == 404
    assert stranger.get(f"/own/{secret}x/").status_code == 404


def test_on_the_own_page_the_participant_reads_answers_and_withdraws(table: Table) -> None:
    placement = table.start()
    with table.as_(table.ours):
        participant, consent = placement.participant, Consent.objects.get()
    secret = table.do(table.ours, actions.make_own_page, participant)
    me, home = Client(), f"/own/{secret}/"
    page = me.get(home).content.decode()
    assert "Vi pratar om hur det börjar" in page
    assert "2025-07-02" in page
    empty = me.post(f"{home}questions/", {})
    assert (empty.status_code, "Svara på minst en fråga." in empty.content.decode()) == (422, True)
    answered = me.post(f"{home}questions/", {"statement_1": "4", "statement_2": "skipped"}, follow=True)
    assert "Dina svar är sparade 2025-03-03" in answered.content.decode()
    with table.as_(table.theirs):
        assert SelfAssessment.objects.get().values == (4, None, None, None, None)
    sure = me.get(f"{home}consents/{consent.pk}/withdraw/").content.decode()
    assert "Från och med nu får Skåne Stadsmission inget nytt veta om dig." in sure
    gone = me.post(f"{home}consents/{consent.pk}/withdraw/", follow=True).content.decode()
    assert "Du tog tillbaka det 2025-03-03." in gone
    assert table.again(consent).withdrawn_at is not None
    assert me.post(f"{home}consents/{consent.pk}/withdraw/", follow=True).status_code == 200


def test_after_a_withdrawal_the_own_page_says_what_has_stopped_and_what_has_not(table: Table, settings: Any) -> None:
    placement = table.start(table.accepted(scope=["identity", "path"]))
    with table.as_(table.ours):
        participant, consent = placement.participant, Consent.objects.get()
    secret = table.do(table.ours, actions.make_own_page, participant)
    me, home = Client(), f"/own/{secret}/"
    assert "Du har tagit tillbaka ditt samtycke" not in me.get(home).content.decode()
    table.do(table.ours, actions.withdraw_consent, consent, at=table.later(9))
    settings.SAMSYN_TODAY = table.later(12)
    said = text_of(me.get(home).content.decode())
    assert "Sedan 2025-03-12 får Skåne Stadsmission inget nytt veta om dig." in said
    assert "ser Skåne Stadsmission och Arbetsmarknads- och socialnämnden fortfarande" in said
    assert "de fick veta till dess: namn, födelseår, kön, språk och önskemål din plan och dina steg Det följer" in said
    assert "dataskyddsförordningen (GDPR)" in said
    assert "Du är fortfarande med när deltagare räknas." in said
    assert "Skåne Stadsmission fick veta:" in said
    assert "Skåne Stadsmission får veta:" not in said
    settings.SAMSYN_TODAY = table.today = table.later(13)
    table.consent(participant)
    assert "Du har tagit tillbaka ditt samtycke" not in me.get(home).content.decode()


def test_after_a_withdrawal_both_read_what_is_still_seen(table: Table, officer: Browser, supervisor: Browser) -> None:
    placement = table.start()
    with table.as_(table.ours):
        consent = Consent.objects.get()
    table.do(table.ours, actions.withdraw_consent, consent)
    for page in (officer.read(f"{placement.pk}/"), supervisor.read(f"{placement.pk}/")):
        assert "ser Skåne Stadsmission och Arbetsmarknads- och socialnämnden fortfarande: verksamhet, plats" in page
        assert "Inget nytt lämnas" not in page


def test_one_participant_s_address_opens_nothing_of_another_s(table: Table) -> None:
    one, other = table.participant(), table.participant()
    consent = table.consent(other)
    secret = table.do(table.ours, actions.make_own_page, one)
    assert Client().get(f"/own/{secret}/consents/{consent.pk}/withdraw/").status_code == 404
    assert "Deltagare 2" not in Client().get(f"/own/{secret}/").content.decode()


@pytest.mark.parametrize("language", ["sv", "en", "ar", "uk", "so"])
def test_the_own_page_speaks_the_participant_s_language(table: Table, language: str) -> None:
    from samsyn.web.placements.phrases import phrases

    participant = table.participant(language=language)
    table.start(table.accepted(participant))
    secret = table.do(table.ours, actions.make_own_page, participant)
    page = Client().get(f"/own/{secret}/").content.decode()
    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page
    assert phrases()["steps"][language] in page
    assert (phrases()["unread"][language] in page) or not phrases()["unread"][language]
    swedish = Client().get(f"/own/{secret}/?lang=sv").content.decode()
    assert "Mina steg" in swedish


def test_placements_that_are_not_of_the_partnership_do_not_exist(table: Table, officer: Browser) -> None:
    placement: Placement = table.start()
    stranger = table.cast.client(table.cast.other_association, Role.STAFF)
    at = officer.home.replace(table.ours.slug, table.cast.other_association.slug)
    assert stranger.get(f"{at}{placement.pk}/").status_code == 404


def test_a_day_is_not_turned_round_in_a_language_from_right_to_left() -> None:
    from samsyn.web.placements.phrases import Voice

    assert "\N{FIRST STRONG ISOLATE}2025-03-10\N{POP DIRECTIONAL ISOLATE}" in Voice("ar").say("by", day="2025-03-10")
    assert Voice("sv").say("by", day="2025-03-10") == "Senast 2025-03-10"


def test_every_phrase_is_said_in_every_language_with_the_same_places_to_fill() -> None:
    from samsyn.web.placements.phrases import languages, phrases

    for name, said in phrases().items():
        assert set(said) == set(languages()), name
        places = {language: set(re.findall(r"{\w+}", text)) for language, text in said.items()}
        assert len({frozenset(each) for each in places.values()}) == 1, name
        assert name == "unread" or all(said.values()), name
