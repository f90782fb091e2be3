"""The board of the coordination: who sees it, and that asking again costs next to nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds import actions
from samsyn.web.beds.models import Initiative
from samsyn.web.beds.tests.laying import NIGHT, NOW, Laid, lay
from samsyn.web.beds.tests.test_overview import build
from samsyn.web.beds.tests.test_tonight import MORNING, address, at, give, text
from samsyn.web.organisations.roles import Role

BEFORE_SIX = MORNING - timedelta(hours=2)
"""Five in the morning in Sweden: the board is still about the night that is ending."""


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(cast)


@pytest.fixture
def desk(laid: Laid) -> Client:
    return laid.cast.client(laid.coordinating, Role.STAFF)


def board(laid: Laid, desk: Client, asked: str = "", **headers: str) -> HttpResponse:
    at_ = address(laid, laid.coordinating, f"overview/{asked}")
    return desk.get(at_, headers=headers)  # type: ignore[return-value]


def version(page: HttpResponse) -> str:
    return text(page).split("overview/?since=")[1].split('"')[0]


def test_only_who_sits_in_the_coordination_sees_it(laid: Laid) -> None:
    for who in (laid.cast.municipality, laid.cast.association, laid.cast.other_association, laid.cast.other_board):
        for role in (Role.HEAD, Role.STAFF, Role.AUDITOR):
            page = laid.cast.client(who, role).get(address(laid, who, "overview/"))
            assert page.status_code == 404, (who, role)
    unseated = laid.cast.client(laid.coordinating, Role.HEAD)
    assert unseated.get(address(laid, laid.coordinating, "overview/")).status_code == 404


def test_it_says_what_is_free_and_as_of_when(laid: Laid, desk: Client) -> None:
    give(laid, "Ana", laid.kajen)
    page = text(board(laid, desk))
    assert "19.30.00" in page
    assert "Av 10: 0 är här, 1 väntas" in page
    assert "Platser för kvinnor" in page


def test_who_has_left_in_the_morning_is_counted_apart(
    laid: Laid, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stays = [give(laid, called, laid.kajen) for called in ("Ana", "Bo", "Costel")]
    with laid.staff(laid.kajen) as viewer:
        came = [actions.arrive(each, NIGHT, by=viewer, now=NOW) for each in stays[:2]]
        actions.check_out(came[0], by=viewer, now=BEFORE_SIX)
    at(monkeypatch, BEFORE_SIX)
    page = text(board(laid, desk))
    assert "Av 10: 1 är här, 1 väntas, 1 har gått" in page
    kajen = page[page.index(">Kajen</a>") :]
    figures = [f'data-label="{head}">{n}<' for head, n in (("Väntas", 1), ("Är här", 1), ("Har gått", 1))]
    assert [each for each in figures if each not in kajen[: kajen.index("</tr>")]] == []
    at(monkeypatch, MORNING)
    choose = text(desk.get(address(laid, laid.coordinating, "tonight/")))
    assert "1 är här · 1 har gått" in choose


def test_in_the_evening_nobody_has_left(laid: Laid, desk: Client) -> None:
    assert "Har gått" not in text(board(laid, desk))


def test_while_nothing_has_changed_the_answer_is_empty(laid: Laid, desk: Client) -> None:
    since = version(board(laid, desk))
    unchanged = board(laid, desk, f"?since={since}", **{"HX-Request": "true"})
    assert (unchanged.status_code, unchanged.content, unchanged.headers["Samsyn-As-Of"]) == (204, b"", "19.30.00")


def test_when_something_has_changed_only_the_board_comes(laid: Laid, desk: Client) -> None:
    since = version(board(laid, desk))
    give(laid, "Ana", laid.kajen)
    changed = board(laid, desk, f"?since={since}", **{"HX-Request": "true"})
    assert changed.status_code == 200
    assert text(changed).startswith('<div id="board"')
    assert version(changed) != since


def test_without_javascript_the_whole_page_comes(laid: Laid, desk: Client) -> None:
    assert "<!doctype html>" in text(board(laid, desk, "?since=0.0.0"))


def test_a_new_night_is_a_new_version_also_when_nothing_has_happened(
    laid: Laid, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    since = version(board(laid, desk))
    at(monkeypatch, NOW + timedelta(days=1))
    assert board(laid, desk, f"?since={since}", **{"HX-Request": "true"}).status_code == 200


def test_to_ask_again_reads_one_row_of_the_night_places(laid: Laid, desk: Client) -> None:
    since = version(board(laid, desk))
    with CaptureQueriesContext(connection) as captured:
        board(laid, desk, f"?since={since}", **{"HX-Request": "true"})
    asked = [each["sql"] for each in captured.captured_queries if "beds_" in each["sql"]]
    assert len(asked) == 1


def test_the_page_asks_as_many_questions_with_fifty_sites_and_five_thousand_places(laid: Laid, desk: Client) -> None:
    board(laid, desk)
    few = _questions(laid, desk)
    build(laid, sites=50, places=100)
    assert _questions(laid, desk) == few
    assert few < 30


def _questions(laid: Laid, desk: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert board(laid, desk).status_code == 200
    return len([each for each in captured.captured_queries if "SAVEPOINT" not in each["sql"]])


def test_an_initiative_of_others_is_entered_once_a_night(laid: Laid, desk: Client) -> None:
    at_ = address(laid, laid.coordinating, "nights/initiatives/add/")
    typed = {"name": "Kyrkan på torget", "places": "8", "contact": "Vaktmästaren", "night": str(NIGHT)}
    assert desk.post(at_, typed).status_code == 302
    assert desk.post(at_, typed).status_code == 422
    with acting_as_job(Job.PLACES):
        assert Initiative.objects.count() == 1
    assert "Kyrkan på torget" in text(board(laid, desk))
