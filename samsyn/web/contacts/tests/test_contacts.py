"""Who to ring about what, kept by each party for all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.contacts import actions
from samsyn.web.contacts.models import Contact
from samsyn.web.history.models import Act
from samsyn.web.obligations.tests.laying import ROOT, Laid, asked, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SHELTER = ROOT / "agreements" / "helsingborg-hemlosas-hus"
WRITTEN = {"topic": "daily", "function": "Samordnare", "phone": "040-34 50 00", "hours": "vardagar 8–16"}


@pytest.fixture
def laid(cast: Cast, settings: Any) -> Laid:
    settings.SAMSYN_TODAY = TODAY
    return lay(SHELTER, with_={"socialnamnden": cast.municipality, "skane-stadsmission": cast.association})


def add(cast: Cast, laid: Laid, who: Organisation, today: date = TODAY, **written: str) -> Contact:
    with cast.as_(who, Role.CONTROLLER, today=today) as viewer:
        return actions.add_contact(laid.partnership, WRITTEN | written, by=viewer, now=NOW, today=today)


def home(laid: Laid, who: Organisation) -> str:
    return f"/as/{who.slug}/partnerships/{laid.partnership.slug}/contacts/"


def page(cast: Cast, laid: Laid, who: Organisation, role: Role = Role.CONTROLLER) -> str:
    answer = cast.client(who, role).get(home(laid, who))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def acts(laid: Laid) -> list[str]:
    with acting_as_job(Job.SEED):
        found = Act.objects.filter(partnership=laid.partnership, name__startswith="contact.").order_by("id")
        assert all(each.shared and not each.reason and "040" not in str(each.refers_to) for each in found)
        return [each.name for each in found]


def test_a_contact_is_read_and_rung_by_every_party(cast: Cast, laid: Laid) -> None:
    add(cast, laid, cast.municipality)
    for who in (cast.municipality, cast.association):
        assert 'href="tel:+4640345000">040-34 50 00</a>' in page(cast, laid, who)
    assert "Ändra" in page(cast, laid, cast.municipality)
    assert "Ändra" not in page(cast, laid, cast.association).split("contacts-own")[0]
    assert "Ändra" not in page(cast, laid, cast.municipality, Role.AUDITOR)


def test_the_urgent_stands_first_and_topics_with_nobody_are_left_out(cast: Cast, laid: Laid) -> None:
    add(cast, laid, cast.association, topic="money")
    add(cast, laid, cast.association, topic="urgent", phone="112")
    shown = page(cast, laid, cast.municipality)
    topics = [
        shown.find(f">{name}</h2>")
        for name in ("Bråttom i dag", "Överenskommelsen och styrgruppen", "Pengar och fakturor")
    ]
    assert topics == sorted(topics)
    assert -1 not in topics
    assert ">Annat</h2>" not in shown


def test_where_nobody_is_written_the_functions_of_the_agreement_stand_with_their_clause(cast: Cast, laid: Laid) -> None:
    assert "Socialdirektör" in page(cast, laid, cast.association)
    assert "Direktor" in page(cast, laid, cast.association)
    add(cast, laid, cast.municipality, topic="agreement", function="Enhetschef")
    shown = page(cast, laid, cast.association)
    assert "Socialdirektör" not in shown
    assert "Direktor" in shown


def test_after_half_a_year_without_a_word_it_is_said_and_asked(cast: Cast, laid: Laid) -> None:
    add(cast, laid, cast.municipality, today=TODAY - timedelta(days=180))
    assert "Senast bekräftad" not in page(cast, laid, cast.association)
    add(cast, laid, cast.municipality, today=TODAY - timedelta(days=181), function="Ekonom")
    assert "Senast bekräftad" in page(cast, laid, cast.association)
    assert "Stämmer era kontakter fortfarande?" not in page(cast, laid, cast.association)
    assert "Stämmer era kontakter fortfarande?" in page(cast, laid, cast.municipality)
    client = cast.client(cast.municipality, Role.CONTROLLER)
    for _ in range(2):
        assert client.post(f"{home(laid, cast.municipality)}confirm/").status_code == 302
    assert "Senast bekräftad" not in page(cast, laid, cast.association)
    assert acts(laid) == ["contact.add", "contact.add", "contact.confirm"]


def test_to_confirm_is_to_confirm_one_s_own(cast: Cast, laid: Laid) -> None:
    theirs = add(cast, laid, cast.association, today=TODAY - timedelta(days=300))
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        assert actions.confirm_contacts(laid.partnership, by=viewer, now=NOW, today=TODAY) == 0
    with acting_as_job(Job.SEED):
        assert Contact.objects.get(pk=theirs.pk).confirmed_on == TODAY - timedelta(days=300)


def test_nobody_changes_another_party_s_contact(cast: Cast, laid: Laid) -> None:
    theirs = add(cast, laid, cast.association)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        with pytest.raises(PermissionDenied):
            actions.change_contact(theirs, WRITTEN, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(PermissionDenied):
            actions.end_contact(theirs, TODAY, by=viewer, now=NOW)
    client = cast.client(cast.municipality, Role.HEAD)
    assert client.get(f"{home(laid, cast.municipality)}{theirs.pk}/change/").status_code == 404


def test_a_contact_that_ends_is_there_until_then(cast: Cast, laid: Laid) -> None:
    mine = add(cast, laid, cast.municipality)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        actions.end_contact(mine, TODAY + timedelta(days=1), by=viewer, now=NOW)
        assert "Till och med" in page(cast, laid, cast.association)
        actions.end_contact(mine, TODAY, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="finns från"):
            actions.end_contact(mine, TODAY - timedelta(days=1), by=viewer, now=NOW)
    assert "040-34 50 00" not in page(cast, laid, cast.association)


def test_the_same_again_is_the_same_contact(cast: Cast, laid: Laid) -> None:
    assert add(cast, laid, cast.municipality) == add(cast, laid, cast.municipality)
    assert acts(laid) == ["contact.add"]


def test_nothing_changed_is_no_change(cast: Cast, laid: Laid) -> None:
    mine = add(cast, laid, cast.municipality)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        actions.change_contact(mine, WRITTEN, by=viewer, now=NOW, today=TODAY)
        actions.change_contact(mine, WRITTEN | {"name": "Kim"}, by=viewer, now=NOW, today=TODAY)
    assert acts(laid) == ["contact.add", "contact.change"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"phone": "345000"}, "saknar riktnummer"),
        ({"phone": "ring"}, "går inte att ringa"),
        ({"phone": ""}, "telefonnummer eller en e-postadress"),
        ({"email": "ingen"}, "e-post"),
    ],
)
def test_what_was_typed_stays_when_it_is_refused(cast: Cast, laid: Laid, typed: dict[str, str], said: str) -> None:
    client = cast.client(cast.municipality, Role.CONTROLLER)
    answer = client.post(f"{home(laid, cast.municipality)}add/", WRITTEN | {"about": "Nattplatserna"} | typed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Nattplatserna" in answer.content.decode()
    assert typed.get("phone", "") in answer.content.decode()


def test_as_many_questions_for_many_contacts_as_for_none(cast: Cast, laid: Laid) -> None:
    client = cast.client(cast.association, Role.HEAD)
    none = len(asked(client, home(laid, cast.association)))
    for number in range(6):
        add(cast, laid, cast.municipality, function=f"Samordnare {number}")
    assert len(asked(client, home(laid, cast.association))) == none <= 9
