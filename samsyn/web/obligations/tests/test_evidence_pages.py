"""The pages on which a duty is shown to be met, and everywhere a met, waived or disputed one is listed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.documents.models import Document
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.obligations.tests.laying import Laid
from samsyn.web.obligations.tests.test_evidence import Told
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

SHOWN = {"kind": "payment", "done_on": "2026-04-02"}


@pytest.fixture
def told(youth: Laid, cast: Cast, settings: Settings) -> Told:
    settings.SAMSYN_TODAY = date(2026, 4, 10)
    return Told(youth, cast)


def browser(told: Told, organisation: Organisation, role: Role = Role.CONTROLLER) -> Client:
    return told.cast.client(organisation, role)


def at(told: Told, organisation: Organisation, obligation: Obligation, rest: str = "") -> str:
    return f"/as/{organisation.slug}/partnerships/{told.laid.partnership.slug}/obligations/{obligation.pk}/{rest}"


def page(told: Told, organisation: Organisation, obligation: Obligation) -> str:
    """Its text without what breaks lines and without tags."""
    html = browser(told, organisation).get(at(told, organisation, obligation)).content.decode()
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_paid_two_days_after_is_said_without_blame_and_the_other_may_object(told: Told) -> None:
    ours, theirs, payment = told.cast.municipality, told.cast.association, told.owed(kind="payment")
    assert "Inget underlag finns i Samsyn ännu" in page(told, ours, payment)
    answer = browser(told, ours).post(at(told, ours, payment, "evidence/"), SHOWN)
    assert answer["Location"] == at(told, ours, payment)
    seen = page(told, theirs, payment)
    assert "Gjort 2026-04-02, 2 dagar efter." in seen
    assert "Inget underlag" not in seen
    assert "Visa att det är gjort" not in seen
    answer = browser(told, theirs).post(at(told, theirs, payment, "object/"), {"says": "Pengarna har inte kommit."})
    assert answer.status_code == 302
    assert "Pengarna har inte kommit." in page(told, ours, payment)


def test_a_new_file_is_laid_in_handed_over_and_shown_in_one_act(told: Told) -> None:
    ours, payment = told.cast.municipality, told.owed(kind="payment")
    form = {**SHOWN, "kind": "document", "title": "Kvitto", "public_title": "Kvitto"}
    us = browser(told, ours)

    def send(**more: str) -> int:
        return us.post(
            at(told, ours, payment, "evidence/"), {**form, **more, "file": SimpleUploadedFile("a.txt", b"Hej")}
        ).status_code

    assert send() == 422
    with acting_as_job(Job.SEED):
        assert not Document.objects.exists()
    assert send(hand_over="on") == 302
    with acting_as_job(Job.SEED):
        document = Document.objects.get()
        assert (document.number, Evidence.objects.get().document_id) == (1, document.pk)
    there = f"/as/{told.cast.association.slug}/partnerships/{told.laid.partnership.slug}/documents/{document.pk}/"
    assert "Visar att det här är gjort" in browser(told, told.cast.association).get(there).content.decode()


def test_what_is_refused_leaves_no_paper_behind(told: Told) -> None:
    """The paper is right, the day lies before the period: neither has happened."""
    ours, dialogue = told.cast.municipality, told.owed(kind="extension_dialogue")
    form = {
        "kind": "document",
        "done_on": "2025-12-31",
        "title": "a",
        "public_title": "a",
        "hand_over": "on",
        "says": "Vi sågs",
    }
    answer = browser(told, ours).post(
        at(told, ours, dialogue, "evidence/"), {**form, "file": SimpleUploadedFile("a.txt", b"Hej")}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "börjar 2026-01-01" in text
    assert "Vi sågs" in text
    assert "Välj filen igen" in text
    with acting_as_job(Job.SEED):
        assert not Document.objects.exists()


def test_a_draft_is_handed_over_by_its_own_tick(told: Told) -> None:
    ours, payment, draft = (
        told.cast.municipality,
        told.owed(kind="payment"),
        told.paper(told.cast.municipality, hand_over=False),
    )
    us, form = browser(told, ours), {**SHOWN, "kind": "document", "document": str(draft.pk)}
    assert "Utkast: Rapport" in us.get(at(told, ours, payment, "evidence/")).content.decode()
    assert "Kryssa i rutan" in us.post(at(told, ours, payment, "evidence/"), form).content.decode()
    assert us.post(at(told, ours, payment, "evidence/"), {**form, "hand_over": "on"}).status_code == 302
    with acting_as_job(Job.SEED):
        assert Document.objects.get().number == 1


def test_another_s_draft_cannot_be_chosen(told: Told) -> None:
    ours, payment, draft = (
        told.cast.municipality,
        told.owed(kind="payment"),
        told.paper(told.cast.association, hand_over=False),
    )
    form = {**SHOWN, "kind": "document", "document": str(draft.pk), "hand_over": "on"}
    assert browser(told, ours).post(at(told, ours, payment, "evidence/"), form).status_code == 422


def test_who_does_not_owe_it_is_led_back_to_where_one_may_object(told: Told) -> None:
    theirs, payment = told.cast.association, told.owed(kind="payment")
    for answer in (
        browser(told, theirs).get(at(told, theirs, payment, "evidence/")),
        browser(told, theirs).post(at(told, theirs, payment, "evidence/"), SHOWN),
    ):
        assert answer["Location"] == at(told, theirs, payment)
    assert told.owed(pk=payment.pk).met_on is None


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.STAFF])
def test_who_only_reads_sees_no_buttons_and_no_forms(told: Told, role: Role) -> None:
    ours, payment = told.cast.municipality, told.owed(kind="payment")
    reader = browser(told, ours, role)
    text = reader.get(at(told, ours, payment)).content.decode()
    assert "Visa att det är gjort" not in text
    assert "object/" not in text
    assert [reader.get(at(told, ours, payment, rest)).status_code for rest in ("evidence/", "object/")] == [404, 404]


def test_one_s_own_evidence_is_taken_back_and_another_s_does_not_exist_there(told: Told) -> None:
    ours, theirs, payment = told.cast.municipality, told.cast.association, told.owed(kind="payment")
    evidence = told.give(ours, payment)
    rest = f"evidence/{evidence.pk}/take-back/"
    assert browser(told, theirs).get(at(told, theirs, payment, rest)).status_code == 404
    assert browser(told, ours).post(at(told, ours, payment, rest), {"says": ""}).status_code == 422
    for _ in range(2):
        assert browser(told, ours).post(at(told, ours, payment, rest), {"says": "Fel"}).status_code == 302
    assert "Taget tillbaka 2026-04-10: Fel" in page(told, theirs, payment)
    assert told.owed(pk=payment.pk).met_on is None


def test_an_objection_is_settled_by_who_raised_it(told: Told) -> None:
    ours, theirs, payment = told.cast.municipality, told.cast.association, told.owed(kind="payment")
    objection = told.object(theirs, payment)
    rest = f"objections/{objection.pk}/settle/"
    assert browser(told, ours).get(at(told, ours, payment, rest)).status_code == 404
    assert "Den är löst" not in page(told, ours, payment)
    assert browser(told, theirs).post(at(told, theirs, payment, rest), {"says": "Pengarna kom"}).status_code == 302
    assert "Löst 2026-04-10: Pengarna kom" in page(told, ours, payment)


def test_the_name_of_who_gave_it_is_the_own_organisation_s(told: Told) -> None:
    payment = told.owed(kind="payment")
    told.give(told.cast.municipality, payment)
    name = str(told.cast.person(told.cast.municipality, Role.CONTROLLER))
    assert name in page(told, told.cast.municipality, payment)
    assert name not in page(told, told.cast.association, payment)


def test_what_is_done_leaves_my_day_and_the_first_page(told: Told) -> None:
    ours, payment = told.cast.municipality, told.owed(kind="payment")
    day, home = f"/as/{ours.slug}/", f"/as/{ours.slug}/partnerships/{told.laid.partnership.slug}/"
    us, link = browser(told, ours), at(told, ours, payment)
    assert link in us.get(day).content.decode()
    told.give(ours, payment)
    assert link not in us.get(day).content.decode()
    coming = told.owed(kind="payment", due=date(2026, 6, 30))
    overview = f"/as/{ours.slug}/partnerships/"
    assert at(told, ours, coming) in us.get(overview).content.decode()
    assert "2026-06-30" in us.get(home).content.decode()
    told.give(ours, coming, done_on=date(2026, 4, 9))
    assert at(told, ours, coming) not in us.get(overview).content.decode()


def test_the_list_shows_what_is_done_and_can_be_narrowed_to_it(told: Told) -> None:
    ours, payment = told.cast.municipality, told.owed(kind="payment")
    told.give(ours, payment)
    us = browser(told, ours)
    start = f"/as/{ours.slug}/partnerships/{told.laid.partnership.slug}/obligations/"
    link = at(told, ours, payment)

    def entry(asked: str) -> str:
        text = us.get(f"{start}{asked}").content.decode()
        return next((each for each in text.split('<li class="entry">') if link in each), "")

    assert "gjort 2026-03-30" in entry("")
    assert "inget underlag" not in entry("")
    assert entry("?state=done")
    assert not entry("?state=open")
    assert "gjort 2026-03-30" in us.get(f"{start}calendar/?month=2026-03").content.decode()
    assert "gjort 2026-03-30" in us.get(f"{start}sides/?period=2026&kind=payment").content.decode()


def test_what_is_waived_is_not_waited_for(told: Told) -> None:
    ours, payment = told.cast.municipality, told.owed(kind="payment")
    with acting_as_job(Job.SEED):
        Obligation.objects.filter(pk=payment.pk).update(waived_on=date(2026, 4, 1))
    text = page(told, ours, payment)
    assert "Parterna avstod 2026-04-01. Det behöver inte göras." in text
    assert "Inget underlag" not in text
    assert "Visa att det är gjort" not in text
    assert at(told, ours, payment) not in browser(told, ours).get(f"/as/{ours.slug}/").content.decode()


def test_what_holds_all_the_time_takes_evidence_but_is_not_called_done(told: Told) -> None:
    theirs, standing = told.cast.association, told.owed(kind="safety_work")
    answer = browser(told, theirs).post(
        at(told, theirs, standing, "evidence/"), {"kind": "note", "done_on": "2026-04-09", "says": "Skyddsrond"}
    )
    assert answer.status_code == 302
    text = page(told, theirs, standing)
    assert "Skyddsrond" in text
    assert "Gjort 2026-04-09" not in text
    assert "Lägg till underlag" in text
