"""What nobody would type: it is answered with a page that says what to do, and never breaks anything."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError, connection, transaction
from django.test import Client

from samsyn.web.access.fixtures import Cast, signed_in
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Membership
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment
from samsyn.web.project.logs import WithoutValues
from tests.boundaries.capabilities import gathered
from tests.boundaries.samples import Sample

NONSENSE = [
    "", "\0", "2026-11-20\0", "0000-00-00", "0001-01-01", "9999-12-31", "9999-13-45", "1-1-1", "-1", "0", "1e400",
    "9" * 30, "9" * 5000, "20٢٦-01", "٣", "\N{RIGHT-TO-LEFT OVERRIDE}x", "\N{PILE OF POO}", "<script>alert(1)</script>",
    "\"'`{{ 7*7 }}", "../../etc/passwd", "x" * 3000, "%s%(a)s", "\r\nX-Evil: 1",
]  # fmt: skip
_OF_ONE = "/as/kommunen/partnerships/{slug}"
ASKED = {
    "/": ["page"],
    "/ui/": ["done"],
    "/ui/progress/": ["done"],
    "/accounts/login/": ["next"],
    "/accounts/confirm/": ["next"],
    "/as/kommunen/": ["page", "show"],
    "/as/kommunen/history/": ["page"],
    "/as/kommunen/partnerships/": ["q", "time", "sort", "page"],
    "/as/kommunen/meetings/": ["page"],
    f"{_OF_ONE}/meetings/": ["page"],
    f"{_OF_ONE}/agreement/": ["on"],
    f"{_OF_ONE}/agreement/differences/": ["from", "to", "old_day", "new_day", "old_version", "new_version"],
    f"{_OF_ONE}/agreement/what-if/": ["notice_on", "notice_by", "agreed_on", "reading"],
    f"{_OF_ONE}/documents/": ["q", "whose", "page"],
    f"{_OF_ONE}/documents/register/": ["without", "page", "q", "first", "last", "own"],
    f"{_OF_ONE}/documents/register.csv": ["without", "q", "first", "last", "own"],
    f"{_OF_ONE}/documents/register.xlsx": ["without", "first"],
    f"{_OF_ONE}/documents/register.pdf": ["without", "q"],
    f"{_OF_ONE}/overview/": ["since"],
    f"{_OF_ONE}/tonight/{{site}}/paper/": ["night"],
    f"{_OF_ONE}/obligations/": ["party", "kind", "period", "state", "page"],
    f"{_OF_ONE}/obligations/sides/": ["kind", "period", "state"],
    f"{_OF_ONE}/obligations/calendar/": ["month", "party", "kind", "state"],
    f"{_OF_ONE}/intake/guests/{{guest}}/slip/{{entitlement}}/": ["lang"],
    f"{_OF_ONE}/changes/start/amendment/": ["q"],
    f"{_OF_ONE}/placements/day/": ["day", "pool"],
    f"{_OF_ONE}/placements/places/": ["pool"],
    f"{_OF_ONE}/placements/participants/": ["show"],
    f"{_OF_ONE}/placements/figures/": ["pool"],
    f"{_OF_ONE}/support/figures/": ["half"],
    f"{_OF_ONE}/tallies/{{pad}}/": ["month"],
    f"{_OF_ONE}/changes/start/confirmation/": ["assumption"],
    f"{_OF_ONE}/changes/start/waiver/": ["obligation"],
    **gathered("ASKED"),
}
TYPED = {
    "/as/kommunen/people/invite/": ["email", "display_name", "role", "since"],
    "/as/kommunen/people/{person}/give-role/": ["role", "since"],
    "/as/kommunen/people/roles/{membership}/end-role/": ["until"],
    f"{_OF_ONE}/documents/add/": ["title", "public_title", "direction", "dated", "correspondent", "file"],
    f"{_OF_ONE}/obligations/{{obligation}}/evidence/": [
        "kind",
        "done_on",
        "document",
        "file",
        "title",
        "public_title",
        "hand_over",
        "meeting",
        "says",
    ],
    f"{_OF_ONE}/obligations/{{obligation}}/object/": ["says"],
    f"{_OF_ONE}/obligations/{{obligation}}/evidence/{{evidence}}/take-back/": ["says"],
    f"{_OF_ONE}/obligations/{{obligation}}/objections/{{objection}}/settle/": ["says"],
    f"{_OF_ONE}/case-number/": ["case_number"],
    f"{_OF_ONE}/changes/start/notice/": ["says", "because"],
    f"{_OF_ONE}/changes/start/extension/": ["last"],
    f"{_OF_ONE}/changes/start/waiver/": ["obligation", "because"],
    f"{_OF_ONE}/changes/start/amendment/terms/body/{{body}}/": [
        "name",
        "members__0__seats",
        "meets__times",
        "change-first",
    ],
    f"{_OF_ONE}/changes/start/amendment/add/duty/": [
        "clause",
        "kind",
        "by",
        "when__due__day",
        "when__between__0",
        "more",
    ],
    f"{_OF_ONE}/changes/wind-down/add/": ["says", "organisation", "due"],
    f"{_OF_ONE}/changes/wind-down/take/": ["task"],
    f"{_OF_ONE}/bodies/{{body}}/appoint/": ["function", "person", "since"],
    f"{_OF_ONE}/bodies/seats/{{seat}}/end/": ["until"],
    "/as/kommunen/calendar/title/": ["named"],
    f"{_OF_ONE}/meetings/call/{{body}}/": ["day", "begins", "ends", "place", "link", "agenda"],
    f"{_OF_ONE}/meetings/{{meeting}}/reschedule/": ["day", "begins", "ends", "place", "link"],
    f"{_OF_ONE}/meetings/{{meeting}}/cancel/": ["because"],
    f"{_OF_ONE}/meetings/{{meeting}}/agenda/add/": ["title", "background"],
    f"{_OF_ONE}/meetings/{{meeting}}/hold/": ["held_on"],
    f"{_OF_ONE}/meetings/{{meeting}}/minutes/": ["at", "new-item-title", "action-says", "action-due", "note-x-noted"],
    f"{_OF_ONE}/tonight/{{site}}/log/": ["says"],
    f"{_OF_ONE}/tonight/{{site}}/emergency/": ["about"],
    f"{_OF_ONE}/tonight/{{site}}/incident/": ["kind", "police_called"],
    f"{_OF_ONE}/tonight/{{site}}/leave/{{segment}}/": ["on"],
    f"{_OF_ONE}/tonight/{{site}}/bar/{{segment}}/": ["until", "reason"],
    f"{_OF_ONE}/sites/open/": ["name", "address", "opens", "latest_arrival", "out_by"],
    f"{_OF_ONE}/sites/{{site}}/places/add/": ["labels", "pool", "kind", "weekdays", "from_night", "until"],
    f"{_OF_ONE}/sites/{{site}}/places/{{place}}/out-of-order/": ["first", "last", "because"],
    f"{_OF_ONE}/sites/{{site}}/places/{{place}}/move/": ["first", "last", "pool", "because"],
    f"{_OF_ONE}/nights/decide/": ["trigger", "night", "forecast", "source", "reason", "site", "pool", "number"],
    f"{_OF_ONE}/nights/initiatives/add/": ["name", "night", "places", "contact"],
    f"{_OF_ONE}/bars/{{bar}}/answer/": ["words", "until"],
    f"{_OF_ONE}/code/": ["code"],
    f"{_OF_ONE}/placements/participants/add/": ["known_as", "birth_year", "sex", "language"],
    f"{_OF_ONE}/placements/participants/{{participant}}/edit/": ["known_as", "birth_year", "sex"],
    f"{_OF_ONE}/placements/participants/{{participant}}/consents/add/": ["scope", "reservation", "given_on", "last"],
    f"{_OF_ONE}/placements/participants/{{participant}}/refer/": [
        "wishes",
        "wanted_from",
        "assessed_by",
        "assessed_on",
    ],
    f"{_OF_ONE}/placements/referrals/{{referral}}/withdraw/": ["because"],
    f"{_OF_ONE}/placements/referrals/{{received}}/decline/": ["because"],
    f"{_OF_ONE}/placements/referrals/{{received}}/prioritise/": ["priority"],
    f"{_OF_ONE}/placements/referrals/{{received}}/start/": ["first_day", "last", "number", "track"],
    f"{_OF_ONE}/placements/steps/{{done}}/take-back/": ["because"],
    f"{_OF_ONE}/placements/{{placement}}/attendance/": ["day", "state", "talk"],
    f"{_OF_ONE}/placements/{{placement}}/assess/participant/1/": ["statement_1", "done_on"],
    f"{_OF_ONE}/placements/{{placement}}/track/": ["track"],
    f"{_OF_ONE}/placements/{{placement}}/move/": ["place", "from_day"],
    f"{_OF_ONE}/placements/{{placement}}/last-day/": ["last"],
    f"{_OF_ONE}/placements/{{placement}}/extend/": ["last", "consulted_on"],
    f"{_OF_ONE}/placements/{{placement}}/close/": ["on", "result", "outcome"],
    f"{_OF_ONE}/placements/{{placement}}/outcome/": ["outcome"],
    f"{_OF_ONE}/placements/{{placement}}/cancel/": ["because"],
    f"{_OF_ONE}/tallies/{{pad}}/paper/": ["made", "day", "n_0", "sex", "age_band", "reason"],
    f"{_OF_ONE}/tallies/{{pad}}/correct/": ["made", "day", "button", "way", "n", "sex", "age_band", "reason"],
    f"{_OF_ONE}/tallies/{{pad}}/waiting/{{day}}/decide/": ["until", "answer", "because"],
    f"{_OF_ONE}/tallies/{{pad}}/days/mark/": ["day", "state", "reason"],
    f"{_OF_ONE}/tallies/{{pad}}/days/shut/": ["first", "last", "why"],
    f"{_OF_ONE}/tallies/{{pad}}/periods/close/": ["first", "last"],
    f"{_OF_ONE}/tallies/{{pad}}/periods/{{period}}/reopen/": ["because"],
    f"{_OF_ONE}/tallies/{{pad}}/devices/make/": ["name"],
    f"{_OF_ONE}/support/count/": [
        "contact",
        "channel",
        "kind",
        "first_or_returning",
        "children",
        "concern",
        "day",
    ],
    f"{_OF_ONE}/support/undo/": ["contact"],
    f"{_OF_ONE}/intake/find/": ["text"],
    f"{_OF_ONE}/intake/point/": ["point"],
    f"{_OF_ONE}/intake/guests/new/": ["known_as", "sex", "born", "key"],
    f"{_OF_ONE}/intake/guests/{{guest}}/change/": ["known_as", "sex", "born"],
    f"{_OF_ONE}/intake/guests/{{guest}}/give/": ["offer"],
    f"{_OF_ONE}/intake/guests/{{guest}}/override/": ["what", "pool", "site", "reason"],
    f"{_OF_ONE}/intake/guests/{{guest}}/refuse/": ["pool", "reason"],
    f"{_OF_ONE}/intake/guests/{{guest}}/wait/": ["pool"],
    f"{_OF_ONE}/intake/guests/{{guest}}/merge/": ["other", "code", "because"],
    f"{_OF_ONE}/intake/line/draw/": ["pool"],
    "/ui/appearance/": ["next", "color_scheme"],
    "/ui/language/": ["next", "language"],
    **gathered("TYPED"),
}
WELL_TYPED = {
    "email": "ny@kommunen.example", "display_name": "Ny", "role": "staff", "since": "2026-03-02", "labels": "3",
    "pool": "nattplatser", "kind": "rolling", "from_night": "2026-03-02", "first": "2026-03-02", "last": "2026-03-04",
    "until": "2026-03-09", "because": "x", "reason": "x", "night": "2026-03-02", "places": "1", "opens": "20",
    "out_by": "8", "number": "1", "trigger": "special_event",
    "known_as": "Alias", "sex": "man", "first_day": "2026-03-02", "given_on": "2026-03-02", "scope": "path",
    "understood": "on", "done_on": "2026-03-02", "consulted_on": "2026-03-02", "on": "2026-03-02", "day": "2026-03-02",
    "result": "partly", "outcome": "other", "state": "present", "place": "2", "from_day": "2026-03-02",
}  # fmt: skip


@pytest.fixture
def client(sample: Sample) -> Client:
    """Signed in as someone with every role and a seat where night places are given, so that no door is in the way."""
    person = sample.cast.person(sample.cast.municipality, Role.HEAD)
    with acting_as_job(Job.SEED):
        Appointment.objects.create(
            person=person, partnership=sample.partnership, organisation=sample.cast.municipality,
            body=sample.beds.segment.kept_by, function="Samordnare", since="2020-01-01",
        )  # fmt: skip
        for role in set(Role) - {Role.HEAD}:
            Membership.objects.create(
                person=person, organisation=sample.cast.municipality, role=role, since="2020-01-01"
            )
    return signed_in(person)


def at(address: str, sample: Sample) -> str:
    return address.format(
        slug=sample.partnership.slug,
        person=sample.colleague.pk,
        membership=sample.membership.pk,
        body=sample.appointment.body,
        seat=sample.appointment.pk,
        meeting=sample.work.meeting.pk,
        obligation=sample.obligation.pk,
        evidence=sample.work.evidence.pk,
        objection=sample.work.objection.pk,
        site=sample.beds.site.pk,
        place=sample.beds.place.pk,
        segment=sample.beds.segment.pk,
        bar=sample.beds.bar.pk,
        guest=sample.beds.guest.pk,
        entitlement=sample.beds.entitlement.pk,
        participant=sample.training.participant.pk,
        referral=sample.training.referral.pk,
        received=sample.training.received.pk,
        pad=sample.tallies.device.pad,
        day=sample.tallies.event.day,
        period=sample.tallies.period.pk,
        placement=sample.training.placement.pk,
        done=sample.training.done.pk,
        **{name: of(sample) for name, of in gathered("SAMPLES").items()},
    )


def some_for(number: int) -> list[str]:
    """A sixth of it, another sixth for each field in turn, so that all of it is met among them; each field meets all
    of it in `make soak`."""
    return NONSENSE[number % 6 :: 6]


@pytest.mark.slow
@pytest.mark.parametrize("address", ASKED)
def test_nonsense_in_an_address_is_answered(sample: Sample, client: Client, address: str) -> None:
    for number, name in enumerate(ASKED[address], len(address)):
        for nonsense in some_for(number):
            ask(client, at(address, sample), name, nonsense)


@pytest.mark.slow
@pytest.mark.parametrize("address", TYPED)
def test_nonsense_in_a_form_is_answered(sample: Sample, client: Client, address: str) -> None:
    for number, name in enumerate(TYPED[address], len(address)):
        for nonsense in some_for(number):
            send(client, at(address, sample), name, nonsense)


@pytest.mark.soak
@pytest.mark.parametrize("address", [*ASKED, *TYPED])
def test_all_nonsense_in_every_field_is_answered(sample: Sample, client: Client, address: str) -> None:
    for name in ASKED.get(address, []):
        for nonsense in NONSENSE:
            ask(client, at(address, sample), name, nonsense)
    for name in TYPED.get(address, []):
        for nonsense in NONSENSE:
            send(client, at(address, sample), name, nonsense)


def ask(client: Client, address: str, name: str, nonsense: str) -> None:
    _answered(client.get(f"{address}?{name}={quote(nonsense)}"), name, nonsense)


def send(client: Client, address: str, name: str, nonsense: str) -> None:
    _answered(client.post(address, {**WELL_TYPED, name: nonsense}), name, nonsense)


def _answered(answer: Any, name: str, nonsense: str) -> None:
    assert answer.status_code < 500, (name, nonsense)
    assert "<script>alert" not in answer.content.decode(errors="replace"), (name, nonsense)
    assert "X-Evil" not in answer.headers


@pytest.mark.parametrize("path", [
    "/as/kommunen%00/", "/as/%ff/", "/as/" + "a" * 5000 + "/", "/as/kommunen/partnerships/%00/",
    f"{_OF_ONE}/agreement/versions/0/files.zip", f"{_OF_ONE}/agreement/versions/{'9' * 30}/files.zip",
    f"{_OF_ONE}/agreement/clauses/%00/", f"{_OF_ONE}/bodies/%00/appoint/", "/feeds/%00.ics",
    f"/accounts/factors/keys/{'9' * 30}/edit/", f"/as/kommunen/people/{'0' * 40}/give-role/",
    "/static/../samsyn/web/project/settings.py", "/static/%2e%2e/%2e%2e/pyproject.toml",
])  # fmt: skip
def test_what_is_not_there_is_not_found(sample: Sample, client: Client, path: str) -> None:
    answer = client.get(at(path, sample))
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.content.decode()


@pytest.mark.parametrize("cookie", ["abcdefgh\0ij", "å" * 32, "a b c d e f", "../../../etc", "x" * 5000, "-" * 32])
def test_a_cookie_that_is_no_session_is_nobody_s(db: None, cookie: str) -> None:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert client.get("/as/kommunen/").status_code == 302


@pytest.mark.parametrize("host", ["example.org", "localhost.example.org", "localhost:x", "a b", ""])
def test_a_host_that_is_not_ours_gets_a_page_and_nothing_else(db: None, host: str) -> None:
    answer = Client().get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "Det gick inte att ta emot" in answer.content.decode()
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


_FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("typed", [{"a": "x" * 3_000_000}, {f"a{number}": "1" for number in range(1500)}])
def test_a_form_that_is_too_large_is_refused_in_plain_words(db: None, typed: dict[str, str]) -> None:
    for checks in (True, False):
        client = Client(enforce_csrf_checks=checks)
        client.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
        answer = client.post("/ui/appearance/", urlencode(typed), content_type=_FORM)
        assert answer.status_code == 413
        assert "för stort" in answer.content.decode()


def test_a_file_to_a_page_that_takes_none_is_refused_before_it_is_stored(db: None) -> None:
    answer = Client().post("/ui/appearance/", {"next": "/", "file": SimpleUploadedFile("a.bin", b"x" * 10_000)})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "content_type", ["multipart/form-data", "multipart/form-data; boundary=", "text/plain; charset=x"]
)
def test_a_body_that_cannot_be_read_is_refused(db: None, content_type: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    answer = client.generic("POST", "/ui/appearance/", b"\xff\0", content_type)
    assert answer.status_code in (400, 403)
    assert "sparades" in answer.content.decode()


@pytest.mark.parametrize("target", [
    "https://example.org/", "//example.org/", "///example.org", "/\\example.org", "https:example.org",
    "javascript:alert(1)", "\0", "feeds", "http://[", "\r\nLocation: https://example.org",
])  # fmt: skip
def test_nobody_is_sent_elsewhere(cast: Cast, target: str) -> None:
    client = cast.client(cast.municipality, Role.HEAD)
    answers = [client.post(f"/ui/{name}/", {"next": target, "language": "sv"}) for name in ("appearance", "language")]
    answers.append(client.get("/accounts/login/", {"next": target}))
    for answer in answers:
        assert answer.status_code == 302
        where = answer.headers["Location"]
        assert "//" not in where
        assert not where.startswith(("http", "javascript", "/\\")), where


def written(error: BaseException) -> str:
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "", (), (type(error), error, None))
    return WithoutValues("%(message)s").format(record)


def test_the_log_gives_the_database_s_code_and_not_what_was_typed(db: None) -> None:
    typed = "@".join(("namn", "kommunen.example"))
    with pytest.raises(DataError) as trouble, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT %s::date", [typed])
    assert typed in str(trouble.value)
    text = written(trouble.value)
    assert typed not in text
    assert "DataError: 22007" in text


def test_the_log_says_that_the_server_was_not_reached() -> None:
    with pytest.raises(psycopg.OperationalError) as trouble:
        psycopg.connect("host=127.0.0.1 port=1 dbname=x user=x connect_timeout=2")
    assert "127.0.0.1" in written(trouble.value)


def test_the_log_writes_the_route_and_not_the_secret_in_the_address(db: None) -> None:
    request = Client().get("/feeds/a-real-secret.ics").wsgi_request
    record = logging.LogRecord(
        "django.request", logging.ERROR, "", 0, "Broken: %s", ("/feeds/a-real-secret.ics",), None
    )
    record.request, record.status_code = request, 500
    text = WithoutValues("%(message)s").format(record)
    assert text.startswith("500 GET /")
    assert "secret>" in text or "…" in text
    assert "a-real-secret" not in text
