"""Cards that visitors may carry: how many different ones, and that nothing leads back to a card, a person or a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.utils import ProgrammingError
from django.test import Client

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds import codes
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role
from samsyn.web.tallies import actions
from samsyn.web.tallies.cards import fingerprint, new_card, read_card
from samsyn.web.tallies.models import CardSeen, CardYear, Device, Event
from samsyn.web.tallies.queries.cards import Different, different_cards
from samsyn.web.tallies.queries.tablet import Tablet, as_tablet, digest_of
from samsyn.web.tallies.tests.laid import House, a_house
from samsyn.web.tallies.views.pad_door import COOKIE

NOW = datetime.combine(TODAY, time(9), tzinfo=UTC)


@pytest.fixture
def house(cast: Cast, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    return a_house(cast)


def begin(house: House, today: date = TODAY, role: Role = Role.HEAD) -> CardYear:
    with house.cast.as_(house.ours, role, today=today) as by:
        return actions.begin_cards(house.partnership, house.pad.id, by=by, now=NOW, today=today)


def a_device(house: House) -> Device:
    with acting_as_job(Job.SEED):
        return Device.objects.create(
            partnership=house.partnership,
            organisation=house.ours,
            pad=house.pad.id,
            name="Köket",
            token_digest=digest_of("hemligt"),
            made_at=NOW,
        )


@contextmanager
def tablet_of(house: House, today: date) -> Iterator[Tablet]:
    with acting_as_job(Job.SEED):
        device = Device.objects.filter(partnership=house.partnership).first()
    with as_tablet(device or a_device(house), today) as tablet:
        yield tablet


def show(house: House, card: str, today: date = TODAY) -> None:
    with tablet_of(house, today) as tablet:
        actions.show_card(tablet, card, today=today)


def rows() -> list[CardSeen]:
    with acting_as_job(Job.SEED):
        return list(CardSeen.objects.all())


def figures(house: House, year: int = TODAY.year) -> Different:
    with house.cast.as_(house.ours, Role.HEAD) as viewer:
        return different_cards(viewer, house.partnership.pk, house.pad.id, year)


def test_a_card_is_read_however_it_is_written_and_a_wrong_sign_is_found() -> None:
    card = new_card()
    plain = card.replace("-", "")
    assert read_card(card) == read_card(card.lower()) == read_card(f" {plain[:3]} {plain[3:]} ") == plain
    for place, sign in enumerate(plain):
        for other in set(codes.ALPHABET) - {sign}:
            assert read_card(plain[:place] + other + plain[place + 1 :]) is None
    assert read_card("") is read_card("ABC") is read_card("åäöåäöåäöå") is None


def test_a_guests_card_of_a_night_shelter_is_never_a_visitors_card() -> None:
    for _ in range(200):
        assert read_card(codes.new_code()) is None
        assert codes.read_code(new_card()) is codes.Misread.MISREAD


def test_the_same_card_is_one_person_in_month_half_year_and_year(house: House) -> None:
    begin(house)
    first, second = new_card(), new_card()
    for card, day in (
        (first, date(2026, 3, 2)),
        (first, date(2026, 3, 2)),
        (first, date(2026, 3, 30)),
        (first, date(2026, 6, 1)),
        (first, date(2026, 9, 1)),
        (second, date(2026, 9, 2)),
    ):
        show(house, card, day)
    assert figures(house) == Different({3: 1, 6: 1, 9: 2}, (1, 2), 2)


def test_nothing_of_a_card_or_of_a_day_is_kept_and_no_visit_is_counted(house: House) -> None:
    begin(house)
    card = new_card()
    show(house, card)
    (row,) = rows()
    kept = {field.name: getattr(row, field.attname) for field in CardSeen._meta.concrete_fields}
    assert not any(isinstance(each, date) for each in kept.values())
    assert not {card, read_card(card)} & set(map(str, kept.values()))
    assert row.pk.version == 4
    with acting_as_job(Job.SEED):
        assert not Event.objects.exists()
        assert [each.name for each in Act.objects.filter(name__startswith="tally.")] == ["tally.begin_cards"]


def test_two_years_cannot_be_laid_together(house: House) -> None:
    begin(house)
    begin(house, date(2027, 1, 2))
    card = new_card()
    show(house, card, date(2026, 12, 31))
    show(house, card, date(2027, 1, 2))
    assert len({each.fingerprint for each in rows()}) == 2


def test_what_is_no_card_is_refused_and_so_is_any_card_where_none_are_used(house: House) -> None:
    with pytest.raises(ValidationError, match="inga kort"):
        show(house, new_card())
    begin(house)
    with pytest.raises(ValidationError, match="stämmer inte"):
        show(house, "22222-22222")
    assert rows() == []


def test_to_begin_twice_is_to_begin_once_and_only_for_those_who_answer_for_the_figures(house: House) -> None:
    assert begin(house).pk == begin(house).pk
    with pytest.raises(PermissionDenied):
        begin(house, role=Role.STAFF)


def test_the_key_is_not_changed_and_nothing_shown_is_rewritten(house: House) -> None:
    year = begin(house)
    show(house, new_card())
    for table, change in ((CardYear, {"key": b"1" * 32}), (CardSeen, {"month": 1})):
        with pytest.raises(ProgrammingError), transaction.atomic(), acting_as_job(Job.SEED):
            table.objects.update(**change)
    with acting_as_job(Job.SEED):
        assert CardYear.objects.get().key == year.key


def test_another_party_sees_neither_figures_nor_rows(house: House) -> None:
    begin(house)
    show(house, new_card())
    with house.cast.as_(house.cast.municipality, Role.HEAD):
        assert not CardSeen.objects.exists()
        assert not CardYear.objects.exists()


@pytest.mark.django_db(transaction=True, databases=["default", "retention"])
def test_the_keys_of_years_that_are_over_are_thrown_away_and_the_figures_stay(settings: Any) -> None:
    from samsyn.web.access.fixtures import lay_the_table
    from samsyn.web.tallies.jobs import put_the_cards_away

    settings.SAMSYN_TODAY = TODAY
    house = a_house(lay_the_table())
    begin(house)
    card = new_card()
    show(house, card)
    with acting_as_job(Job.SEED):
        key = bytes(CardYear.objects.get().key or b"")
    assert rows()[0].fingerprint == fingerprint(key, read_card(card) or "")
    put_the_cards_away()
    with acting_as_job(Job.SEED):
        assert CardYear.objects.get().key is not None
    settings.SAMSYN_TODAY = date(2027, 1, 1)
    put_the_cards_away()
    put_the_cards_away()
    with acting_as_job(Job.SEED):
        assert CardYear.objects.get().key is None
    assert figures(house).year == 1
    with pytest.raises(ValidationError, match="inga kort"):
        show(house, card)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_pages_begin_print_and_show_the_figures(house: House) -> None:
    head = house.cast.client(house.ours, Role.HEAD)
    assert head.get(f"{house.home}cards/sheet/").status_code == 404
    assert "Inga kort används i år" in text(head, f"{house.home}cards/")
    assert head.post(f"{house.home}cards/begin/").status_code == 302
    first = head.get(f"{house.home}cards/sheet/")
    found = set(re.findall(r"<b>(\w{5}-\w{5})</b>", first.content.decode()))
    assert len(found) == 10
    assert all(read_card(each) for each in found)
    assert "no-store" in first.headers["Cache-Control"]
    assert not found & set(re.findall(r"<b>(\w{5}-\w{5})</b>", head.get(f"{house.home}cards/sheet/").content.decode()))
    show(house, found.pop())
    assert "Olika personer med kort 2026" in text(head, f"{house.home}cards/")


def test_a_visitor_shows_a_card_at_the_tablet(house: House) -> None:
    begin(house)
    a_device(house)
    visitor = Client()
    assert "inte kopplad" in text(visitor, "/pad/card/")
    assert visitor.post("/pad/card/", {"card": new_card()}).status_code == 200
    assert rows() == []
    visitor.cookies[COOKIE] = "hemligt"
    card = new_card()
    for _ in range(2):
        answer = visitor.post("/pad/card/", {"card": card})
        assert answer.headers["Location"] == "/pad/card/?shown"
    assert "Tack." in text(visitor, "/pad/card/?shown")
    assert len(rows()) == 1
    wrong = visitor.post("/pad/card/", {"card": "22222-22222"})
    assert wrong.status_code == 422
    assert "stämmer inte" in wrong.content.decode()
    assert visitor.get("/pad/state/").json()["cards"] is True
