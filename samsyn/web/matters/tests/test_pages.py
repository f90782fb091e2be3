"""The pages of matters: what stands there, for whom, in how few questions."""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.web.matters import actions
from samsyn.web.matters.models import Matter
from samsyn.web.matters.tests.conftest import TODAY, Table
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role


def seen(table: Table, matter: Matter, *, ours: bool = True, role: Role = Role.HEAD) -> str:
    page = table.get(table.ours if ours else table.theirs, f"{matter.pk}/", role)
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_until_all_have_approved_the_page_says_who_is_missing_and_by_when_to_both_alike(training: Table) -> None:
    matter = training.open("deviation")
    training.act(training.ours, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    training.act(training.ours, actions.approve, matter)
    stands = "Har ännu inte godkänts av Skåne Stadsmission. Avvikelsen ska vara godkänd före"
    assert stands in seen(training, matter)
    assert stands in seen(training, matter, ours=False)
    assert "/approve/" not in seen(training, matter)
    assert "/approve/" in seen(training, matter, ours=False)


def test_an_approval_that_came_late_is_said_in_the_same_words_to_both(training: Table) -> None:
    matter = training.open("deviation", happens_on=date(2025, 5, 1))
    training.act(training.ours, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    for who in (training.ours, training.theirs):
        training.act(who, actions.approve, matter)
    for ours in (True, False):
        assert "godkänd först efter att den skedde" in seen(training, matter, ours=ours)


def test_where_it_goes_is_said_as_the_clause_has_it(training: Table, shelter: Table) -> None:
    assert "avgörs den i allmän domstol" in seen(training, training.open("dispute"))
    assert "säger överenskommelsen inte" in seen(shelter, shelter.open("dispute"))


def test_without_a_clause_the_page_says_so(shelter: Table) -> None:
    page = seen(shelter, shelter.open("deviation"))
    assert "ingen punkt om att avvikelser ska godkännas" in page
    assert "clause-assumed" in page


def test_a_reading_of_ours_is_dashed(training: Table) -> None:
    page = seen(training, training.open("dispute"))
    assert "Måste alla bekräfta?" in page
    assert "clause-assumed" in page


def test_someone_who_does_not_decide_learns_who_in_the_party_does(training: Table) -> None:
    matter = training.open("deviation", training.theirs)
    training.act(training.theirs, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    page = seen(training, matter, role=Role.CONTROLLER)
    assert "Det gör verksamhetschefen eller en ledamot i styrgruppen." in page
    assert "/approve/" not in page


def test_a_person_is_named_only_to_their_own(training: Table) -> None:
    name = training.cast.person(training.ours, Role.HEAD).display_name
    matter = training.open("other")
    assert name in seen(training, matter, role=Role.STAFF)
    assert name not in seen(training, matter, ours=False)


def test_a_matter_is_opened_answered_and_closed_in_the_browser(training: Table) -> None:
    typed = {"title": "Ny hyra", "says": "Hyran stiger.", "amount": "12 000"}
    opened = training.post(training.theirs, "open/economic-change/", **typed)
    assert opened.status_code == 302
    path = opened.headers["Location"].split("/matters/")[1]
    assert "Ny hyra" in training.get(training.ours, "").content.decode()
    assert training.post(training.ours, f"{path}acknowledge/").status_code == 302
    again = training.post(training.ours, f"{path}acknowledge/")
    assert again.status_code == 302
    assert "Ny hyra" not in training.get(training.ours, "").content.decode()
    assert "Ny hyra" in training.get(training.ours, "?show=closed").content.decode()


def test_what_was_typed_stays_when_it_is_refused(training: Table) -> None:
    page = training.post(training.ours, "open/deviation/", title="Ny plan", says="Så här.", happens_on="snart")
    assert page.status_code == 422
    assert "Så här." in page.content.decode()
    assert "«snart» är inget datum" in page.content.decode()


def test_the_words_that_were_read_are_the_words_that_are_confirmed(training: Table) -> None:
    matter = training.open("dispute")
    at = f"{matter.pk}/"
    talked = {"on": "2025-06-01", "says": "Vi talade."}
    assert training.post(training.ours, f"{at}add-dialogue/", **talked).status_code == 302
    assert training.post(training.ours, f"{at}settle/", says="Rad ett\r\nRad två").status_code == 302
    assert "Bekräfta orden" in seen(training, matter, ours=False)
    training.post(training.theirs, f"{at}settle/confirm/", says="Rad ett\r\nRad två")
    assert training.again(matter).outcome == "settled"


def test_a_step_that_cannot_be_taken_now_leads_back_with_the_reason(training: Table) -> None:
    matter = training.open("dispute")
    client = training.cast.client(training.ours, Role.HEAD)
    home = f"/as/{training.ours.slug}/partnerships/{training.laid.partnership.slug}/matters/{matter.pk}/"
    page = client.get(f"{home}settle/", follow=True).content.decode()
    assert "Först för parterna en dialog (punkt 9 st. 2)" in page


def test_a_dispute_is_opened_from_an_obligation(training: Table) -> None:
    from samsyn.web.access.jobs import Job
    from samsyn.web.access.scope import acting_as_job
    from samsyn.web.obligations.models import Obligation

    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=training.laid.partnership, due__isnull=False).first()
    assert owed is not None
    page = training.get(training.ours, f"open/dispute/?obligation={owed.pk}").content.decode()
    assert owed.says in page
    training.post(training.ours, f"open/dispute/?obligation={owed.pk}", title="Inte gjort", says="Inget kom.")
    with acting_as_job(Job.SEED):
        assert Matter.objects.get(title="Inte gjort").obligation == owed


@pytest.mark.parametrize("wanted", ["nej", "00000000-0000-0000-0000-000000000000", "' OR 1=1"])
def test_an_obligation_that_is_not_there_is_no_obligation(training: Table, wanted: str) -> None:
    page = training.get(training.ours, f"open/dispute/?obligation={wanted}")
    assert page.status_code == 200
    assert "Det gäller åtagandet" not in page.content.decode()


def test_as_many_questions_for_many_matters_as_for_few(training: Table) -> None:
    client = training.cast.client(training.ours, Role.CONTROLLER)
    home = f"/as/{training.ours.slug}/partnerships/{training.laid.partnership.slug}/matters/"
    training.open("other", title="Ett")
    few = len(asked(client, home))
    for number in range(5):
        matter = training.open("dispute", title=f"Ärende {number}")
        training.act(training.theirs, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    assert len(asked(client, home)) == few <= 12
    assert len(asked(client, f"{home}{matter.pk}/")) <= 12
