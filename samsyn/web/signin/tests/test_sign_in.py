"""Getting in, and not getting in."""

import re
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from samsyn.web.access.fixtures import Cast, signed_in
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment, Partnership
from samsyn.web.signin.idle import BEGAN, SEEN

PASSWORD = "gul bok under lampan"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def quick_hashing(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def real_person(cast: Cast) -> Person:
    """Not invented: has a password and needs a second factor."""
    with acting_as_job(Job.SEED):
        person = Person(email="ordinarie@kommunen.example", display_name="Ordinarie")
        person.set_password(PASSWORD)
        person.save()
        Membership.objects.create(
            person=person, organisation=cast.municipality, role=Role.CONTROLLER, since="2020-01-01"
        )
    return person


def with_app(person: Person) -> Person:
    with acting_as_job(Job.SIGN_IN):
        TOTP.activate(person, SECRET)
    return person


def code(secret: str = SECRET) -> str:
    counter = next(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counter)))


def log_in(client: Client, email: str, password: str = PASSWORD) -> str:
    """Post the form; where it leads, or the page's text if it stays."""
    response = client.post("/accounts/login/", {"login": email, "password": password})
    return response.headers.get("Location", "") or response.content.decode()


def add_app(client: Client) -> None:
    """After the password once more."""
    client.post("/accounts/confirm/?next=/accounts/factors/app/add/", {"password": PASSWORD})
    page = client.get("/accounts/factors/app/add/").content.decode()
    client.post("/accounts/factors/app/add/", {"code": code(re.findall(r"<code>(\w+)</code>", page)[0])})


def all_the_way_in(person: Person) -> Client:
    client = Client()
    log_in(client, person.email)
    client.post("/accounts/login/code/", {"code": code()})
    return client


def test_a_password_alone_opens_only_the_page_for_the_second_factor(real_person: Person) -> None:
    client = Client()
    log_in(client, real_person.email)
    for address in ("/", "/as/kommunen/", "/as/kommunen/people/"):
        response = client.get(address)
        assert (response.status_code, response.headers.get("Location")) == (302, "/accounts/factors/"), address
    assert client.get("/accounts/factors/").status_code == 200


def test_a_code_app_is_added_after_the_password_once_more(real_person: Person) -> None:
    client = Client()
    log_in(client, real_person.email)
    page = client.get("/accounts/factors/app/add/", follow=True)
    assert page.request["PATH_INFO"] == "/accounts/confirm/"
    page = client.post("/accounts/confirm/?next=/accounts/factors/app/add/", {"password": PASSWORD}, follow=True)
    (secret,) = re.findall(r"<code>(\w+)</code>", page.content.decode())
    page = client.post("/accounts/factors/app/add/", {"code": code(secret)}, follow=True)
    assert page.request["PATH_INFO"] == "/accounts/factors/codes/"
    assert client.get("/as/kommunen/").status_code == 200


def test_a_session_of_the_password_alone_ends_when_a_factor_is_added_elsewhere(real_person: Person) -> None:
    """Whoever stole the password before the owner had a second factor is outside from then on."""
    thief = Client()
    log_in(thief, real_person.email)
    assert thief.get("/as/kommunen/").headers["Location"] == "/accounts/factors/"
    with_app(real_person)
    for address in ("/accounts/factors/app/remove/", "/as/kommunen/", "/accounts/factors/"):
        assert thief.get(address).headers["Location"].startswith("/accounts/login/"), address
    assert thief.post("/accounts/factors/codes/new/").status_code == 302


def test_a_factor_added_in_a_session_counts_for_the_one_who_added_it(real_person: Person, cast: Cast) -> None:
    client = Client()
    log_in(client, real_person.email)
    session = client.session
    session["samsyn_added_factor"] = str(cast.person(cast.municipality, Role.HEAD).pk)
    session.save()
    with_app(real_person)
    assert client.get("/as/kommunen/").headers["Location"].startswith("/accounts/login/")


def test_removing_the_only_factor_closes_everything_again(real_person: Person) -> None:
    client = Client()
    log_in(client, real_person.email)
    add_app(client)
    assert client.get("/as/kommunen/").status_code == 200
    client.post("/accounts/factors/app/remove/")
    assert client.get("/as/kommunen/").headers["Location"] == "/accounts/factors/"


def test_the_session_is_another_after_signing_in_and_none_after_signing_out(real_person: Person) -> None:
    with_app(real_person)
    client = Client()
    client.get("/demo/")
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    keys = ["a" * 32]
    log_in(client, real_person.email)
    keys.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    client.post("/accounts/login/code/", {"code": code()})
    keys.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    assert keys[-1] not in keys[:-1]
    client.post("/accounts/logout/")
    client.cookies[settings.SESSION_COOKIE_NAME] = keys[-1]
    assert client.get("/as/kommunen/").headers["Location"].startswith("/accounts/login/")


def test_leaving_asks_first(cast: Cast) -> None:
    client = cast.client(cast.municipality, Role.HEAD)
    assert client.get("/accounts/logout/").status_code == 200
    assert client.get("/as/kommunen/").status_code == 200


def test_a_factor_kept_under_another_secret_key_opens_nothing_and_breaks_nothing(
    real_person: Person, settings: Settings
) -> None:
    with_app(real_person)
    settings.SECRET_KEY = "another key than when the app was added"
    client = Client()
    log_in(client, real_person.email)
    assert client.post("/accounts/login/code/", {"code": code()}).status_code == 200
    assert client.get("/as/kommunen/").status_code == 302


def test_an_invented_person_is_sent_no_way_to_a_password(
    cast: Cast, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    invented = cast.person(cast.association, Role.STAFF)
    with django_capture_on_commit_callbacks(execute=True):
        answer = Client().post("/accounts/password/reset/", {"email": invented.email})
        cast.client(cast.municipality, Role.ADMINISTRATOR).post(
            "/as/kommunen/people/invite/",
            {"email": invented.email, "display_name": "X", "role": "staff", "since": "2026-01-01"},
        )
    assert answer.headers["Location"] == "/accounts/password/reset/done/"
    assert not mailoutbox
    page = log_in(Client(), invented.email, "")
    assert "/as/" not in page


def test_the_letter_about_a_new_factor_says_from_whom_it_is(
    real_person: Person,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    client = Client()
    log_in(client, real_person.email)
    with django_capture_on_commit_callbacks(execute=True):
        add_app(client)
    (letter,) = mailoutbox
    assert letter.to == [real_person.email]
    assert "Samsyn!" in str(letter.body)


def test_password_and_code_lead_to_the_day(real_person: Person) -> None:
    with_app(real_person)
    client = Client()
    assert log_in(client, real_person.email) == "/accounts/login/code/"
    assert client.get("/as/kommunen/").status_code == 302
    assert client.post("/accounts/login/code/", {"code": code()}).headers["Location"] == "/"
    assert client.get("/as/kommunen/").status_code == 200


def test_a_code_is_not_accepted_twice(real_person: Person) -> None:
    with_app(real_person)
    typed = code()
    for expected in ("/as/kommunen/", "/accounts/login/"):
        client = Client()
        log_in(client, real_person.email)
        client.post("/accounts/login/code/", {"code": typed})
        response = client.get("/as/kommunen/")
        ends = response.request["PATH_INFO"] if response.status_code == 200 else response.headers["Location"]
        assert ends.startswith(expected)


def test_the_secret_of_an_app_is_not_stored_in_the_clear(real_person: Person) -> None:
    with_app(real_person)
    with acting_as_job(Job.SIGN_IN):
        stored = Authenticator.objects.get(user=real_person).data["secret"]
    assert SECRET not in stored


def test_an_unknown_address_is_answered_in_the_same_words_as_a_wrong_password(real_person: Person) -> None:
    pages = [log_in(Client(), email, "fel lösenord här") for email in (real_person.email, "ingen@kommunen.example")]
    plain = [re.sub(r'value="[^"]*"|csrf[^>]*|X-CSRFToken[^}]*', "", page) for page in pages]
    assert plain[0] == plain[1]


def test_asking_for_a_new_password_says_nothing_about_who_has_an_account(
    real_person: Person,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answers = {
            Client().post("/accounts/password/reset/", {"email": email}).headers["Location"]
            for email in (real_person.email, "ingen@kommunen.example")
        }
    assert answers == {"/accounts/password/reset/done/"}
    assert len(mailoutbox) == 1


def test_attempts_on_one_address_are_limited_whoever_makes_them(real_person: Person) -> None:
    cache.clear()
    for number in range(6):
        Client(REMOTE_ADDR=f"10.0.0.{number}").post(
            "/accounts/login/", {"login": real_person.email, "password": "fel lösenord"}
        )
    client = Client(REMOTE_ADDR="10.0.1.1")
    log_in(client, real_person.email)
    assert client.get("/as/kommunen/").headers["Location"].startswith("/accounts/login/")


def test_a_network_address_that_is_only_claimed_starts_no_new_count(cast: Cast) -> None:
    """Without a trusted proxy X-Forwarded-For is the sender's own word."""
    cache.clear()
    answers = [
        Client(headers={"x-forwarded-for": f"10.0.0.{number}"}).post(
            "/accounts/login/", {"login": f"ingen{number}@kommunen.example", "password": "fel lösenord"}
        )
        for number in range(12)
    ]
    assert "för många försök" in answers[-1].content.decode()
    assert "för många försök" not in answers[0].content.decode()


def test_nobody_signs_up() -> None:
    assert Client().get("/accounts/signup/").status_code == 404


def test_after_half_an_hour_without_a_request_one_is_signed_out(cast: Cast) -> None:
    client = cast.client(cast.municipality, Role.HEAD)
    assert client.get("/as/kommunen/").status_code == 200
    session = client.session
    session[SEEN] -= 31 * 60
    session.save()
    assert client.get("/as/kommunen/").headers["Location"].startswith("/accounts/login/")


def test_a_session_ends_with_the_working_day_even_if_it_is_used(cast: Cast) -> None:
    client = cast.client(cast.municipality, Role.HEAD)
    client.get("/as/kommunen/")
    session = client.session
    session[BEGAN] -= 11 * 3600
    session.save()
    assert client.get("/as/kommunen/").status_code == 302


def test_a_changed_password_ends_the_other_sessions(real_person: Person) -> None:
    client = all_the_way_in(with_app(real_person))
    assert client.get("/as/kommunen/").status_code == 200
    with acting_as_job(Job.SEED):
        real_person.set_password("ett helt annat lösenord")
        real_person.save()
    assert client.get("/as/kommunen/").status_code == 302


def test_an_invented_person_is_one_click_away(cast: Cast) -> None:
    cast.person(cast.association, Role.STAFF)
    client = Client()
    page = client.get("/demo/").content.decode()
    assert "Partnerskapet" in page
    (address,) = re.findall(r'action="(/demo/sign-in/[^"]+)"', page)
    response = client.post(address, follow=True)
    assert response.redirect_chain == [("/as/foreningen/", 302)]
    assert response.status_code == 200


def test_a_real_person_cannot_be_chosen_in_the_demo(real_person: Person) -> None:
    with acting_as_job(Job.SEED):
        (membership,) = Membership.objects.filter(person=real_person)
    client = Client()
    assert client.post(f"/demo/sign-in/{membership.pk}/").status_code == 404
    assert "Ordinarie" not in client.get("/demo/").content.decode()


def test_an_invented_person_is_nobody_where_there_is_no_demo(cast: Cast, settings: Settings) -> None:
    client = cast.client(cast.municipality, Role.HEAD)
    settings.SAMSYN_DEMO = False
    assert client.get("/as/kommunen/").headers["Location"].startswith("/accounts/login/")


def test_the_organisation_in_the_address_decides_for_someone_with_two(cast: Cast) -> None:
    person = cast.person(cast.municipality, Role.CONTROLLER)
    with acting_as_job(Job.SEED):
        Membership.objects.create(
            person=person,
            organisation=Organisation.objects.get(slug="andra-namnden"),
            role=Role.CONTROLLER,
            since="2020-01-01",
        )
    client = signed_in(person)
    assert "Fritidsnämnden" in client.get("/").content.decode()
    for slug in ("kommunen", "andra-namnden"):
        assert client.get(f"/as/{slug}/").context["acting"].slug == slug


def test_a_seat_among_the_staff_is_named_beside_the_role(cast: Cast) -> None:
    person = cast.person(cast.association, Role.STAFF)
    with acting_as_job(Job.SEED):
        Partnership.objects.filter(pk=cast.partnership.pk).update(is_demo=True)
        Appointment.objects.create(
            person=person, partnership=cast.partnership, organisation=cast.association, body="samordning",
            function="Samordnare", since=date(2020, 1, 1),
        )  # fmt: skip
    assert ">personal, samordnare</button>" in Client().get("/demo/").content.decode()
