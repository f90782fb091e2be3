"""A kind of activity that no agreement had before, held by an organisation that is new: counted, staffed, asked about
and told of through the same pages, from its agreement file alone. Nothing in the code knows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from samsyn.web.roster.models import Worker
from samsyn.web.shifts.models import Shift
from samsyn.web.surveys.models import Question, Round, Version

ROOT = Path(__file__).parents[1]
CAFE = ROOT / "tests" / "agreements" / "cafe"
NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@dataclass
class Cafe:
    cast: Cast
    laid: Laid

    @property
    def ours(self) -> Organisation:
        return self.laid.organisations["sprakbordet"]

    @property
    def home(self) -> str:
        return f"/as/{self.ours.slug}/partnerships/{self.laid.partnership.slug}/"

    def as_(self, role: Role) -> Client:
        return self.cast.client(self.ours, role)


def _it_is(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: now)
    monkeypatch.setattr(clock, "today", lambda: now.date())


@pytest.fixture
def cafe(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cafe:
    _it_is(NOON, monkeypatch)
    return Cafe(cast, lay(CAFE))


@pytest.fixture
def head(cafe: Cafe) -> Client:
    return cafe.as_(Role.HEAD)


@pytest.fixture
def staff(cafe: Cafe) -> Client:
    return cafe.as_(Role.STAFF)


@pytest.fixture
def job(cafe: Cafe) -> Iterator[None]:
    """To look into the tables beside the pages."""
    with acting_as_job(Job.SEED):
        yield


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return _plain(answer.content)


def _plain(page: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode()).replace("\N{NO-BREAK SPACE}", " "))


def _sent(client: Client, address: str, **typed: object) -> str:
    """Where it leads, once it is accepted."""
    answer = client.post(address, typed)
    assert answer.status_code == 302, _plain(answer.content).split("Visning")[-1]
    return answer.headers["Location"]


def _taken_on(head: Client, cafe: Cafe, name: str) -> str:
    return _sent(
        head, f"{cafe.home}roster/new/", known_as=name, kind="volunteer", function="Samtalsledare",
        began_on=TODAY, first=TODAY,
    )  # fmt: skip


def _an_evening(staff: Client, cafe: Cafe) -> str:
    plan = f"{cafe.home}occasions/activities/sprakkafe/plan/"
    return _sent(staff, plan, day=TODAY, starts="17", ends="19", place="Salen")


def test_it_is_counted(cafe: Cafe, staff: Client) -> None:
    assert "Räkning" in _text(staff, cafe.home)
    paper = f"{cafe.home}tallies/vid-dorren/paper/"
    _sent(staff, paper, made=uuid4(), day=TODAY, n_0="14", n_1="11", sex="woman", reason="Listan vid dörren")
    shown = _text(staff, f"{cafe.home}tallies/vid-dorren/")
    assert "Fika" in shown
    assert "14" in shown
    one = _an_evening(staff, cafe)
    asked = _text(staff, f"{one}hold/")
    assert all(each in asked for each in ("0–12 år", "13–17 år", "18 år eller äldre"))


def test_it_is_held_only_by_those_who_have_shown_and_by_as_many_as_the_agreement_says(
    cafe: Cafe, head: Client, staff: Client
) -> None:
    people = [_taken_on(head, cafe, name) for name in ("Ada", "Bo")]
    one = _an_evening(staff, cafe)
    occasion = one.rstrip("/").rsplit("/", 1)[-1]
    shifts = f"{cafe.home}roster/shifts/"
    _sent(staff, f"{shifts}at/{occasion}/make/", made=uuid4(), function="Samtalsledare", n="2")
    for place, person in zip(_shifts(), people, strict=True):
        _is_refused_until_the_extract_is_shown(head, staff, f"{shifts}{place}/put-on/", person)
        if person == people[0]:
            alone = staff.post(f"{one}hold/", {"n_0_2": "9"})
            assert alone.status_code == 422
            assert "Minst 2 ska arbeta vid tillfället" in _plain(alone.content)
    _sent(staff, f"{one}hold/", n_0_0="3", n_0_2="9", n_1_2="4")
    assert "16 närvarande" in _text(staff, one)
    assert "16 närvarande" in _text(staff, f"{cafe.home}occasions/figures/")


def _shifts() -> list[object]:
    with acting_as_job(Job.SEED):
        return list(Shift.objects.order_by("id").values_list("pk", flat=True))


def _is_refused_until_the_extract_is_shown(head: Client, staff: Client, put_on: str, person: str) -> None:
    worker = person.rstrip("/").rsplit("/", 1)[-1]
    refused = staff.post(put_on, {"worker": worker})
    assert refused.status_code == 422
    assert "Utdrag ur belastningsregistret är inte noterat" in _plain(refused.content), _plain(refused.content)
    shown = f"{person}note/utdrag/"
    old = head.post(shown, {"on": TODAY, "dated": TODAY - timedelta(days=200)})
    assert old.status_code == 422, "older than six months"
    _sent(head, shown, on=TODAY, dated=TODAY - timedelta(days=20))
    _sent(staff, put_on, worker=worker)


@pytest.mark.usefixtures("job")
def test_whoever_comes_is_asked_and_nobody_is_in_the_answers(
    cafe: Cafe, head: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveys = f"{cafe.home}surveys/"
    version = _sent(head, f"{surveys}asked/vad-tycker-du/begin/")
    _sent(head, f"{version}fix/")
    last = TODAY + timedelta(days=6)
    _sent(
        head, f"{version}open/", name="Vad tycker du?", first_day=TODAY, last_day=last, languages=["sv", "en"],
        audiences=["adult", "child"], about="vid-dorren",
    )  # fmt: skip
    asked = Round.objects.get()
    adults = f"/answer/{asked.code}/questions/?lang=sv&who=adult"
    questions = list(Question.objects.filter(version=Version.objects.get()).exclude(wording_digest=""))
    scale = next(each for each in questions if each.type == "scale5")
    for number in range(6):
        said = {"sheet": uuid4(), f"q-{scale.pk}": str(3 + number % 3), "sex": "woman"}
        answered = Client().post(adults, said, headers={"Origin": "http://testserver"})
        assert answered.status_code == 302
        assert not answered.cookies
    child = Client().get(f"/answer/{asked.code}/questions/?lang=en&who=child")
    assert child.status_code == 200
    _it_is(NOON + timedelta(days=8), monkeypatch)
    shown = _text(head, f"{surveys}rounds/{asked.pk}/results/")
    assert "6" in shown
    assert "Jag känner mig välkommen här" in shown


def test_what_happens_there_is_told_to_whom_its_clause_names_and_by_when(cafe: Cafe, staff: Client) -> None:
    report = f"{cafe.home}incidents/report/"
    one = _sent(
        staff, report, made=uuid4(), kind="threat", happened_on=TODAY, says="En besökare skrek åt en annan besökare."
    )
    shown = _text(staff, one)
    assert "Bildningsnämnden" in shown
    assert "senast 2026-03-03" in shown, "the day after, § 7"


def test_nothing_in_the_code_knows_it() -> None:
    words = re.compile("sprakbordet|vid-dorren|vad-tycker-du|Älvbro")
    code = [path for path in (ROOT / "samsyn").rglob("*") if path.suffix in {".py", ".html", ".toml", ".js"}]
    assert len(code) > 500
    assert [path.name for path in code if words.search(path.read_text(encoding="utf-8"))] == []


def test_its_workers_are_nobody_elses(cafe: Cafe, head: Client) -> None:
    _taken_on(head, cafe, "Ada")
    board = cafe.cast.client(cafe.laid.organisations["bildningsnamnden"], Role.HEAD)
    theirs = cafe.home.replace(f"/as/{cafe.ours.slug}/", f"/as/{cafe.laid.organisations['bildningsnamnden'].slug}/")
    assert "Ada" not in board.get(f"{theirs}roster/").content.decode()
    with acting_as_job(Job.SEED):
        assert Worker.objects.get().organisation_id == cafe.ours.pk
