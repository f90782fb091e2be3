"""The pages: both parties read the same, each does its own part."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from django.test import Client

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.claims.models import Claim, Plan, Repaid
from samsyn.web.claims.tests.conftest import TODAY, Table
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role

TYPED: dict[str, Any] = {
    "term": "felaktig", "against": "foreningen", "title": "Hyra", "says": "Lokalen användes till annat.",
    "first": "2025-05-01", "last": "2025-05-31", "amount": "10 000",
}  # fmt: skip


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\N{NO-BREAK SPACE}", " "))


def test_a_claim_goes_from_draft_to_settled_on_the_pages(table: Table) -> None:
    one, other = table.cast.client(table.claiming, Role.HEAD), table.cast.client(table.paying, Role.HEAD)
    home, theirs, typed = table.home(), table.home(table.paying), TYPED | {"made": uuid4()}
    assert one.post(f"{home}start/", typed).status_code == 302
    assert one.post(f"{home}start/", typed).status_code == 302, "twice is once"
    here, there = f"{home}{typed['made']}/", f"{theirs}{typed['made']}/"
    assert other.get(there).status_code == 404
    assert "2025-05-31" in text(one, here), "the last day, not the one after"
    assert one.post(f"{here}raise/").status_code == 302
    assert "Lokalen användes till annat." in text(other, there)
    assert (
        other.post(f"{theirs}received/{typed['made']}/answer/", {"says": "Vi trodde att det var rätt."}).status_code
        == 302
    )
    for number in (0, 1):
        assert "Skriv vad ni kommer fram till" in text(one, here)
        said = {"holds": "no", "says": "Vi har läst fakturan."}
        assert one.post(f"{here}consider/{number}/", said).status_code == 302
    assert one.get(f"{here}consider/2/").status_code == 404
    answer = one.post(f"{here}decision/", {"amount": "8 000", "because": "Fel."})
    assert "/changes/" in answer["Location"]
    change = answer["Location"]
    assert one.post(f"{change}propose/").status_code == 302
    certified = {f"limit_{number}": "on" for number in range(3)}
    told = one.post(f"{change}notify/", {"on": TODAY, **certified})
    assert told.status_code == 302
    assert (
        other.post(f"{change.replace(home.split('/')[2], theirs.split('/')[2], 1)}approve/", {"on": TODAY}).status_code
        == 302
    )
    assert "ska betala tillbaka 8 000 kr" in text(other, there)
    assert other.post(f"{there}plan/", {"number": "2", "first": "2026-04-30", "months": "1"}).status_code == 302
    with acting_as_job(Job.SEED):
        plan = Plan.objects.get()
    assert one.post(f"{here}plans/{plan.pk}/agree/").status_code == 302
    assert "Nästa del är 4 000 kr, senast 2026-04-30" in text(other, there)
    paid = {"made": uuid4(), "on": TODAY, "amount": "8 000", "reference": "123"}
    assert other.post(f"{there}pay/", paid).status_code == 302
    with acting_as_job(Job.SEED):
        repaid = Repaid.objects.get()
    assert other.post(f"{there}repaid/{repaid.pk}/confirm/").status_code == 404
    assert one.post(f"{here}repaid/{repaid.pk}/confirm/").status_code == 302
    assert "har betalat tillbaka hela beloppet" in text(other, there)


def test_both_parties_read_the_same_words(table: Table) -> None:
    claim = table.weighed()
    pages = [
        text(table.cast.client(whose, Role.AUDITOR), f"{table.home(whose)}{claim.pk}/")
        for whose in (table.claiming, table.paying)
    ]
    one, other = (page.split("Kravet riktas till")[1].split("Samsyn")[0] for page in pages)
    assert one == other


def test_a_form_with_a_fault_keeps_what_was_typed(table: Table) -> None:
    one = table.cast.client(table.claiming, Role.HEAD)
    answer = one.post(f"{table.home()}start/", TYPED | {"made": uuid4(), "amount": "tio", "last": ""})
    assert answer.status_code == 422
    assert 'value="tio"' in answer.content.decode()
    assert "Skriv båda dagarna" in answer.content.decode()


def test_the_party_that_nothing_is_owed_to_has_no_page_to_claim_on(table: Table) -> None:
    assert table.cast.client(table.paying, Role.HEAD).get(f"{table.home(table.paying)}start/").status_code == 404


def test_it_is_taken_up_on_a_meeting_that_is_called(table: Table) -> None:
    claim, one = table.raised(), table.cast.client(table.claiming, Role.CONTROLLER)
    here = f"{table.home()}{claim.pk}/"
    assert "Inget möte är kallat" in text(one, f"{here}prepare/")
    meeting = table.meeting()
    assert one.post(f"{here}prepare/", {"meeting": meeting.pk}).status_code == 302
    assert "tog upp det på ett möte: Styrgruppen" in text(one, here)


def test_a_draft_is_changed_and_thrown_away(table: Table) -> None:
    one, claim = table.cast.client(table.claiming, Role.CONTROLLER), table.drafted()
    here = f"{table.home()}{claim.pk}/"
    assert 'value="Hyra av en lokal"' in one.get(f"{here}change/").content.decode()
    assert one.post(f"{here}change/", TYPED | {"made": claim.pk}).status_code == 302
    assert one.post(f"{here}discard/").status_code == 302
    with acting_as_job(Job.SEED):
        assert not Claim.objects.exists()


def test_what_stands_is_said_to_whoever_comes_too_late(table: Table) -> None:
    claim = table.raised()
    one = table.cast.client(table.claiming, Role.HEAD)
    page = one.post(f"{table.home()}{claim.pk}/discard/", follow=True).content.decode()
    assert "står fast" in page


def test_where_the_economy_changes_one_is_led_to_the_matters(table: Table) -> None:
    one = table.cast.client(table.claiming, Role.CONTROLLER)
    assert "matters/open/economic-change/" in one.get(table.home()).content.decode()


def test_an_auditor_reads_and_changes_nothing(table: Table) -> None:
    claim = table.weighed()
    auditor = table.cast.client(table.claiming, Role.AUDITOR)
    for address in (table.home(), f"{table.home()}{claim.pk}/"):
        assert "<form" not in auditor.get(address).content.decode().split("<main")[1].split("</main")[0]
    assert auditor.get(f"{table.home()}start/").status_code == 404


def test_my_day_asks_the_one_that_it_is_claimed_of_to_answer(table: Table) -> None:
    table.raised()
    day = text(table.cast.client(table.paying, Role.HEAD), f"/as/{table.paying.slug}/")
    assert "Återkrav 1: svara" in day
    assert "Återkrav 1: svara" not in text(table.cast.client(table.claiming, Role.HEAD), f"/as/{table.claiming.slug}/")


def test_many_claims_ask_no_more_questions_than_few(table: Table) -> None:
    one = table.cast.client(table.claiming, Role.HEAD)
    table.weighed()
    few = asked(one, table.home())
    for _ in range(3):
        table.weighed()
    many = asked(one, table.home())
    assert len(many) == len(few) <= 25, many
