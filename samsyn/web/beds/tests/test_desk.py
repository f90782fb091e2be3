"""The intake desk: what is typed and what is answered, and nothing more than that."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions.cards import new_card
from samsyn.web.beds.codes import new_code
from samsyn.web.beds.models import (
    Bar,
    Card,
    EmergencyContact,
    Entitlement,
    Guest,
    Merge,
    Override,
    Refusal,
    Segment,
    Waiting,
)
from samsyn.web.beds.phrases import FILE, PHRASES, SENTENCES, read
from samsyn.web.beds.tests.laying import AGREEMENT, BODY, FILES, NIGHT, NOW, ORDINARY, Laid, a_guest, lay, nights
from samsyn.web.history.models import Act
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock

ONE = timedelta(days=1)


class Desk:
    """A coordinator's browser."""

    def __init__(self, laid: Laid, browser: Client) -> None:
        self.laid, self.browser = laid, browser
        self.home = f"/as/{laid.coordinating.slug}/partnerships/{laid.partnership.slug}/"

    def get(self, path: str) -> HttpResponse:
        return self.browser.get(f"{self.home}{path}")  # type: ignore[return-value]

    def post(self, path: str, follow: bool = True, **typed: Any) -> Any:
        return self.browser.post(f"{self.home}{path}", typed, follow=follow)

    def at(self, guest: Guest, path: str = "place/") -> str:
        return f"intake/guests/{guest.pk}/{path}"

    def give(self, guest: Guest, site: Any, pool: str = ORDINARY, **typed: Any) -> Any:
        return self.post(self.at(guest, "give/"), offer=f"{pool}/ordinary/{site.pk}", **typed)


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


@pytest.fixture
def desk(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NIGHT)
    return Desk(laid, laid.cast.client(laid.coordinating, Role.STAFF))


def said(page: Any) -> str:
    return " ".join(page.content.decode().split())


def rows(model: Any, **which: Any) -> list[Any]:
    with acting_as_job(Job.SEED):
        return list(model.objects.filter(**which))


def test_a_name_that_nobody_has_is_kept_in_the_form_for_a_new_guest(desk: Desk) -> None:
    page = desk.post("intake/find/", text="Gheorghe")
    assert "Ingen som liknar «Gheorghe»" in said(page)
    assert 'name="known_as"' in said(page)
    assert said(page).count('value="Gheorghe"') == 2


def test_a_place_that_is_given_in_the_morning_is_for_the_coming_night(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the site it is still last night, with guests who have not gone out. At the desk that night is over."""
    in_the_morning = AGREEMENT.replace('opens = "18:00"', 'opens = "08:00"')
    laid = lay(cast, FILES | {"agreement.toml": in_the_morning.encode()})
    guest = a_guest(laid, "Ana")
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(hour=8))
    monkeypatch.setattr(clock, "today", lambda: NIGHT)
    desk = Desk(laid, laid.cast.client(laid.coordinating, Role.STAFF))
    desk.give(guest, laid.kajen)
    (given,) = rows(Entitlement)
    assert given.nights.lower == NIGHT


def test_a_guest_is_written_in_given_a_place_and_leaves_with_a_slip(desk: Desk) -> None:
    page = desk.post("intake/guests/new/", known_as="Ana", sex="woman", born="1980")
    assert "Plats finns" in said(page)
    (guest,) = rows(Guest)
    page = desk.give(guest, desk.laid.kajen)
    assert page.redirect_chain[-1][0].endswith(f"/slip/{rows(Entitlement)[0].pk}/")
    for words in (
        "Kajengatan 1",
        "måndag 2 mars",
        "lördag 7 mars",
        "21.30",
        "08.00",
        "0000-00 00 00",
        "måndag 9 mars",
        'class="qr"',
    ):
        assert words in said(page)
    assert "Ana" not in said(page).split("<article")[1].split("</article>")[0]
    assert "http://" not in said(page).split("<article")[1].replace("http://www.w3.org/2000/svg", "")


def test_pressing_give_twice_gives_once_and_leads_to_the_same_slip(desk: Desk) -> None:
    guest = a_guest(desk.laid, "Ana")
    one, other = (desk.give(guest, desk.laid.kajen) for _ in range(2))
    assert one.redirect_chain[-1] == other.redirect_chain[-1]
    assert len(rows(Entitlement)) == len(rows(Segment)) == len(rows(Card)) == 1


def test_a_woman_is_offered_the_women_s_places_first(desk: Desk) -> None:
    page = said(desk.get(desk.at(a_guest(desk.laid, "Ana", sex="woman"))))
    assert page.index("Lyktan") < page.index("Kajen") < page.index("Vinden")
    assert page.count("checked") == 1
    assert "Lyktan" not in said(desk.get(desk.at(a_guest(desk.laid, "Bo"))))


def test_a_card_leads_to_its_guest_and_a_wrong_one_says_what_is_wrong(desk: Desk) -> None:
    guest = a_guest(desk.laid, "Ana")
    with desk.laid.coordination() as by:
        card = new_card(guest, by=by, now=NOW, tonight=NIGHT)
    page = desk.post("intake/find/", text=card.code.lower())
    assert page.redirect_chain[-1][0].endswith(f"{guest.pk}/place/")
    assert "Koden är felläst" in said(desk.post("intake/find/", text="2A3B4C5D6E7"))
    assert "Ingen har det kortet" in said(desk.post("intake/find/", text=new_code()))
    desk.post(desk.at(guest, f"cards/{card.pk}/revoke/"))
    assert "Kortet är spärrat" in said(desk.post("intake/find/", text=card.code))


def test_no_place_says_why_by_which_clause_and_until_when(desk: Desk) -> None:
    guest = a_guest(desk.laid, "Bo")
    given = desk.give(guest, desk.laid.kajen)
    assert "Din nattplats" in said(given)
    page = said(desk.get(desk.at(guest)))
    assert "Har redan plats" in page
    assert "måndag 9 mars" in page
    assert "clauses/4/" in page
    assert "refuse/" not in page


def test_with_everything_taken_one_can_wait_or_be_counted(desk: Desk) -> None:
    for number, site in enumerate([desk.laid.kajen] * 6 + [desk.laid.vinden] * 4):
        desk.give(a_guest(desk.laid, f"Gäst {number}"), site)
    guest = a_guest(desk.laid, "Bo")
    page = said(desk.get(desk.at(guest)))
    assert "Ingen plats" in page
    assert "Ställ i kön" in page
    assert "utan plats, fullt" in page
    desk.post(desk.at(guest, "wait/"), pool=ORDINARY)
    assert "Näst på tur:" in said(desk.get("intake/"))
    desk.post(desk.at(guest, "refuse/"), pool=ORDINARY, reason="full")
    assert [each.state for each in rows(Waiting)] == ["refused"]
    assert [(each.sex, each.reason) for each in rows(Refusal)] == [("man", "full")]


def test_an_exception_from_quarantine_needs_a_reason_and_opens_the_offers(desk: Desk) -> None:
    guest = in_quarantine(desk)
    page = said(desk.get(desk.at(guest)))
    assert "Ingen plats" in page
    assert "utan plats, karens" in page
    assert "Gör undantag" in page
    page = desk.post(desk.at(guest, "override/"), what="quarantine", pool=ORDINARY, reason="")
    assert page.status_code == 422
    page = desk.post(desk.at(guest, "override/"), what="quarantine", pool=ORDINARY, reason="Minus femton i natt")
    assert "Plats finns" in said(page)
    assert [each.reason for each in rows(Override)] == ["Minus femton i natt"]
    assert "Din nattplats" in said(desk.give(guest, desk.laid.kajen))
    assert "karens: Minus femton i natt" in said(desk.get(desk.at(guest, "")))


def test_a_bar_shuts_one_house_and_can_be_set_aside_with_a_reason(desk: Desk) -> None:
    guest = a_guest(desk.laid, "Bo")
    with acting_as_job(Job.SEED):
        Bar.objects.create(
            partnership=desk.laid.partnership, organisation=desk.laid.kajen.organisation, kept_by=BODY,
            site=desk.laid.kajen, guest=guest, nights=nights(NIGHT - ONE, 7), reason="Slog sönder en ruta",
            decided_at=NOW,
        )  # fmt: skip
    page = said(desk.get(desk.at(guest)))
    assert "Plats finns" in page
    assert "Avstängd från Kajen" in page
    assert 'class="offer-site">Kajen' not in page
    page = desk.post(
        desk.at(guest, "override/"), what="bar", pool=ORDINARY, site=desk.laid.kajen.pk, reason="Fullt på Vinden"
    )
    assert "Kajengatan 1" in said(page)


def test_outside_hours_it_says_when_it_opens_and_gives_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW - timedelta(hours=3))
    guest = a_guest(desk.laid, "Bo")
    assert "Den öppnar måndag 2 mars 18.00, Luckan" in said(desk.get("intake/"))
    assert "Inskrivningen är stängd" in said(desk.get(desk.at(guest)))
    assert "Inskrivningen är stängd" in said(desk.give(guest, desk.laid.kajen))
    assert not rows(Entitlement)


def test_of_two_points_the_chosen_one_is_remembered(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    text = AGREEMENT.replace("[extra_places.extra-natter]", _ANOTHER_POINT + "[extra_places.extra-natter]")
    laid = lay(
        cast,
        FILES
        | {
            "agreement.toml": text.encode(),
            "clauses.md": FILES["clauses.md"].replace(b"`luckan`", b"`luckan`, `torget`"),
        },
    )
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NIGHT)
    desk = Desk(laid, cast.client(laid.coordinating, Role.STAFF))
    assert "Var sitter du?" in said(desk.get("intake/"))
    assert "Kod eller namn" not in said(desk.get("intake/"))
    assert "09.00–11.00" in said(desk.get("intake/")), "as all other hours are written"
    assert "Den öppnar" in said(desk.post("intake/point/", point="torget"))
    assert "Kod eller namn" in said(desk.post("intake/point/", point="luckan"))
    guest = a_guest(laid, "Bo")
    desk.give(guest, laid.kajen)
    assert [each.intake for each in rows(Entitlement)] == ["luckan"]


_ANOTHER_POINT = """
[intake_point.torget]
clause = "7"
says = "Platser ges på Torget varje morgon."
name = "Torget"
pools = ["nattplatser"]
opens = "09:00"
closes = "11:00"

"""


def test_a_minor_is_never_written_in_and_the_call_is_noted_without_a_name(desk: Desk) -> None:
    page = desk.post("intake/guests/new/", known_as="Ana", sex="woman", born=str(NIGHT.year - 16))
    assert "Ring socialjouren" in said(page)
    assert "112" in said(page)
    assert not rows(Guest)
    desk.post("intake/minor/")
    assert [each.about for each in rows(EmergencyContact)] == ["minor"]
    assert [each.reason for each in rows(Refusal)] == ["minor"]


def test_in_the_year_of_eighteen_the_desk_has_to_ask(desk: Desk) -> None:
    guest = a_guest(desk.laid, "Bo", born=NIGHT.year - 18)
    assert "gästen har fyllt 18 år" in said(desk.get(desk.at(guest)))
    assert "Under 18" in said(desk.give(guest, desk.laid.kajen))
    assert not rows(Entitlement)
    assert "Din nattplats" in said(desk.give(guest, desk.laid.kajen, is_adult="1"))


@pytest.mark.parametrize("language", PHRASES)
def test_the_slip_is_said_in_each_language(desk: Desk, language: str) -> None:
    guest = a_guest(desk.laid, "Bo")
    desk.give(guest, desk.laid.kajen)
    page = said(desk.get(desk.at(guest, f"slip/{rows(Entitlement)[0].pk}/?lang={language}")))
    phrases = PHRASES[language]
    assert phrases.title in page
    assert f'lang="{language}" dir="{phrases.dir}" aria-label' in page
    assert phrases.day(NIGHT) in page
    assert "{" not in page.split("<article")[1].split("</article>")[0]


def test_every_language_says_the_same_things() -> None:
    import string

    def holes(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for name in SENTENCES:
        assert len({frozenset(holes(getattr(each, name))) for each in PHRASES.values()}) == 1, name
        assert all(getattr(each, name) for each in PHRASES.values()), name
    with pytest.raises(TypeError):
        read(FILE.read_text("utf-8").replace('code = "Din kod"', ""))


def test_a_guest_s_page_shows_stays_cards_and_likely_doubles_and_merges_them(desk: Desk) -> None:
    guest = in_quarantine(desk, "Gheorghe")
    other = a_guest(desk.laid, "gheorge")
    page = said(desk.get(desk.at(guest, "")))
    for words in ("nights-stay", "nights-quarantine", "gheorge", "Gör ett kort"):
        assert words in page
    desk.post(desk.at(guest, "cards/make/"))
    assert "qr" in said(desk.get(desk.at(guest, f"cards/{rows(Card)[0].pk}/")))
    assert desk.post(desk.at(guest, "merge/"), because="Samma").status_code == 422
    page = desk.post(desk.at(guest, "merge/"), other=str(other.pk), because="Hon sade det")
    assert "Gästerna är nu en" in said(page)
    assert desk.get(desk.at(other, "")).status_code == 302
    (merged,) = rows(Merge)
    assert "åtskilda" in said(desk.post(desk.at(guest, f"merges/{merged.pk}/part/")))
    assert desk.get(desk.at(other, "")).status_code == 200


def test_every_opening_of_a_guest_is_in_the_history(desk: Desk) -> None:
    guest = a_guest(desk.laid, "Bo")
    desk.get(desk.at(guest))
    desk.get(desk.at(guest, ""))
    desk.post("intake/find/", text="Bo")
    assert len(rows(Act, name="guest.open")) == 2


def test_a_party_asks_about_a_code_and_learns_yes_or_no(desk: Desk, cast: Cast) -> None:
    guest = in_quarantine(desk, "Gheorghe")
    with desk.laid.coordination() as by:
        card = new_card(guest, by=by, now=NOW, tonight=NIGHT)
    asking = Desk(desk.laid, cast.client(cast.municipality, Role.CASE_OFFICER))
    asking.home = asking.home.replace("mittemot", cast.municipality.slug)
    page = said(asking.post("code/", code=card.code))
    assert "Nej" in page
    assert "onsdag 4 mars" in page
    assert "Gheorghe" not in page
    assert "arens" not in page
    assert "Okänt kort" in said(asking.post("code/", code=new_code()))
    assert "felläst" in said(asking.post("code/", code="hej"))
    assert asking.post("code/", code="").status_code == 422
    assert asking.get("intake/").status_code == 404
    assert asking.get(f"intake/guests/{guest.pk}/place/").status_code == 404


def test_the_tab_leads_each_to_the_own_work(desk: Desk, cast: Cast) -> None:
    assert desk.get("beds/").headers["Location"].endswith("/intake/")
    for organisation, role, leads in [
        (cast.association, Role.STAFF, "/tonight/"),
        (cast.municipality, Role.CASE_OFFICER, "/code/"),
    ]:
        other = Desk(desk.laid, cast.client(organisation, role))
        other.home = other.home.replace("mittemot", organisation.slug)
        assert other.get("beds/").headers["Location"].endswith(leads)
        assert "Nattplatser" in said(other.get(""))
    controller = Desk(desk.laid, cast.client(cast.municipality, Role.CONTROLLER))
    controller.home = controller.home.replace("mittemot", cast.municipality.slug)
    assert "Nattplatser</a>" not in said(controller.get(""))
    assert controller.get("beds/").status_code == 404


def in_quarantine(desk: Desk, name: str = "Bo") -> Guest:
    """Stayed until yesterday morning; may have a place again from 4 March."""
    from samsyn.web.beds.tests.test_guests import stayed

    guest = a_guest(desk.laid, name)
    with acting_as_job(Job.PLACES):
        stayed(guest, desk.laid.kajen, NIGHT - 5 * ONE)
    return guest


def test_as_many_questions_in_a_full_house_as_in_an_empty_one(desk: Desk) -> None:
    guest = a_guest(desk.laid, "Ana", sex="woman")
    few = {path: len(asked(desk.browser, desk.home + path)) for path in ("intake/", desk.at(guest), desk.at(guest, ""))}
    for number in range(4):
        desk.give(a_guest(desk.laid, f"Anna {number}", sex="woman"), desk.laid.vinden)
    many = {path: len(asked(desk.browser, desk.home + path)) for path in few}
    assert many == few
    assert max(many.values()) <= 22, many
