"""From first draft to what it became, through the pages alone: two parties, three, one who refuses, impatient hands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.rules.timeline import life, terms_on
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.tests.conftest import Party, party
from samsyn.web.changes.tests.laying import (
    APPROVED,
    BOARD,
    MANDATE,
    REPAYMENT,
    SIGNED,
    TERMINATION,
    TODAY,
    lay,
    paper,
)
from samsyn.web.changes.tests.sending import typed_in
from samsyn.web.changes.tests.test_pages import visible
from samsyn.web.documents.models import Document
from samsyn.web.meetings.models import ActionPoint
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

DAY = TODAY.isoformat()
WORDS = {"change-says": "Uppsägningstiden blir sex månader.", "change-because": "Tre är för kort.", "change-first": ""}


def agreed(partnership: Partnership) -> Any:
    with acting_as_job(Job.SEED):
        return terms_on(dossier_of(partnership), TODAY, TODAY)


def last_day(partnership: Partnership) -> date:
    with acting_as_job(Job.SEED):
        return life(dossier_of(partnership), TODAY).last


def the_change() -> Change:
    with acting_as_job(Job.SEED):
        return Change.objects.order_by("-number")[0]


def count(model: type[Any]) -> int:
    with acting_as_job(Job.SEED):
        return int(model.objects.count())


def draft_six_months(one: Party) -> Change:
    path = "start/amendment/terms/notice/uppsagning/"
    typed = {**typed_in(one.page(path)), **WORDS, "months": "6"}
    answer = one.post(path, typed)
    assert answer.status_code == 302, visible(answer.content.decode())
    return the_change()


def signed(one: Party, change: Change, **more: Any) -> Any:
    """With the party's own original as if it had been signed."""
    paper = one.get(f"{change.pk}/original.pdf").content
    file = SimpleUploadedFile("tillagg.pdf", paper, "application/pdf")
    typed = {"names": "Namn Ett, Namn Två", "where": "Orten", "on": DAY, "function": "Ordförande", "file": file, **more}
    return one.post(f"{change.pk}/sign/", typed)


def test_two_parties_draft_see_propose_sign_and_it_holds(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    change = draft_six_months(one)
    page = visible(one.page(f"{change.pk}/"))
    assert "Bara er part ser det" in page
    assert "Uppsägningstid 3 månader 6 månader" in page
    assert one.post(f"{change.pk}/propose/").status_code == 302
    assert "Väntar på er" in visible(other.page())
    assert signed(one, change).status_code == 302
    assert agreed(partnership).notice["uppsagning"].months == 3
    page = visible(other.page(f"{change.pk}/"))
    assert "Namn Ett, Namn Två, Orten" in page
    assert signed(other, change).status_code == 302
    assert agreed(partnership).notice["uppsagning"].months == 6
    page = visible(one.page(f"{change.pk}/"))
    assert "Ändringen är med i version 2 av överenskommelsen" in page
    assert "Så blev det gjort" in page
    assert "Uppsägningstid 3 månader 6 månader" in page
    assert count(Document) == 2


def test_each_party_has_an_original_of_its_own(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    change = draft_six_months(one)
    one.post(f"{change.pk}/propose/")
    first, second = one.get(f"{change.pk}/original.pdf"), other.get(f"{change.pk}/original.pdf")
    assert first["Content-Type"] == second["Content-Type"] == "application/pdf"
    assert first.content.startswith(b"%PDF-")
    assert first.content != second.content


def test_a_paper_already_handed_over_can_be_the_other_party_s_signature(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    change = draft_six_months(one)
    one.post(f"{change.pk}/propose/")
    signed(one, change)
    with acting_as_job(Job.SEED):
        paper = Document.objects.get()
    both = signed(other, change, document=str(paper.pk))
    assert both.status_code == 422
    answer = signed(other, change, file="", document=str(paper.pk))
    assert answer.status_code == 302
    assert the_change().version_id
    assert count(Document) == 1


def test_a_signature_without_a_paper_keeps_what_was_typed(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    one = party(cast, partnership, cast.municipality)
    change = draft_six_months(one)
    one.post(f"{change.pk}/propose/")
    answer = signed(one, change, file="")
    assert answer.status_code == 422
    assert "Namn Ett, Namn Två" in answer.content.decode()
    assert "Välj den undertecknade filen" in visible(answer.content.decode())
    assert signed(one, change, on="2026-03-03").status_code == 422
    assert not count(Step)
    assert not count(Document)


def test_three_parties_approve_in_any_order(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED, three=True)
    parties = [party(cast, partnership, each) for each in (cast.municipality, cast.association, cast.other_association)]
    change = draft_six_months(parties[2])
    parties[2].post(f"{change.pk}/propose/")
    for number, one in enumerate((parties[1], parties[0], parties[2])):
        assert (the_change().version_id is None) is (number < 3)
        assert one.post(f"{change.pk}/approve/", {"on": DAY, "function": "", "reference": ""}).status_code == 302
    assert agreed(partnership).notice["uppsagning"].months == 6


def test_one_who_refuses_ends_it_with_a_reason_and_the_terms_are_as_before(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED, three=True)
    parties = [party(cast, partnership, each) for each in (cast.municipality, cast.association, cast.other_association)]
    change = draft_six_months(parties[0])
    parties[0].post(f"{change.pk}/propose/")
    parties[1].post(f"{change.pk}/approve/", {"on": DAY})
    silent = parties[2].post(f"{change.pk}/refuse/", {"on": DAY, "says": ""})
    assert silent.status_code == 422
    assert parties[2].post(f"{change.pk}/refuse/", {"on": DAY, "says": "Vi hinner inte."}).status_code == 302
    assert agreed(partnership).notice["uppsagning"].months == 3
    for one in parties:
        page = visible(one.page(f"{change.pk}/"))
        assert "Villkoren är som förut" in page
        assert "Andra föreningen: Vi hinner inte." in page
    late = parties[0].post(f"{change.pk}/approve/", {"on": DAY}, follow=True)
    assert "Ändringen är avslutad" in visible(late.content.decode())
    assert parties[1].post(f"{change.pk}/again/").status_code == 302
    again = the_change()
    assert (again.instead_of_id, again.organisation_id) == (change.pk, cast.association.pk)
    assert parties[1].post(f"{change.pk}/again/").headers["Location"].endswith(f"{again.pk}/")
    assert count(Change) == 2


def test_a_double_click_an_old_page_and_the_back_button_do_no_harm(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    change = draft_six_months(one)
    for _ in range(2):
        assert one.post(f"{change.pk}/propose/").status_code == 302
    for _ in range(2):
        assert one.post(f"{change.pk}/approve/", {"on": DAY}).status_code == 302
    again = one.post(f"{change.pk}/approve/", {"on": DAY}, follow=True)
    assert "Er part har redan gjort detta" in visible(again.content.decode())
    stale = one.post(f"{change.pk}/terms/notice/uppsagning/", {"months": "9"}, follow=True)
    assert "skrivs inte om" in visible(stale.content.decode())
    assert one.post(f"{change.pk}/discard/").status_code == 302
    other.post(f"{change.pk}/approve/", {"on": DAY})
    late = one.post(f"{change.pk}/withdraw/", {"because": "x"}, follow=True)
    assert "väntar inte på svar" in visible(late.content.decode())
    assert (the_change().version_id, count(Step)) == (the_change().version_id, 2)
    assert the_change().version_id


def test_two_browsers_of_one_party_write_the_same_draft(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    one = party(cast, partnership, cast.municipality)
    two = party(cast, partnership, cast.municipality, Role.STEERING)
    change = draft_six_months(one)
    path = f"{change.pk}/terms/duty/rapport/"
    typed = {**typed_in(two.page(path)), "says": "Föreningen lämnar en kort rapport varje år."}
    one.post(f"{change.pk}/propose/")
    answer = two.post(path, typed, follow=True)
    assert "framlagd" in visible(answer.content.decode())
    assert set(the_change().content["set"]) == {"notice"}


def test_several_terms_are_changed_added_removed_and_taken_back_in_one_draft(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    one = party(cast, partnership, cast.municipality)
    change = draft_six_months(one)
    typed = typed_in(one.page(f"{change.pk}/add/duty/"))
    new = {
        "clause": "10", "says": "Föreningen lämnar ett bokslut.", "kind": "annual_report", "by": ["foreningen"],
        "when__by": "2027-03-31", "when__every": "", "when__due": "unspecified",
    }  # fmt: skip
    wrong = one.post(f"{change.pk}/add/duty/", {**typed, **new, "by": []})
    assert wrong.status_code == 422
    assert "Välj minst en." in visible(wrong.content.decode())
    assert "Föreningen lämnar ett bokslut." in wrong.content.decode()
    assert one.post(f"{change.pk}/add/duty/", {**typed, **new}).status_code == 302
    assert one.post(f"{change.pk}/terms/duty/insyn/remove/").status_code == 302
    page = visible(one.page(f"{change.pk}/"))
    for words in ("nytt", "borttaget", "kommer till, det första 2027-03-31"):
        assert words in page, words
    content = the_change().content
    added = next(iter(content["add"]["duty"]))
    assert content["remove"] == ["insyn"]
    edited = {**typed_in(one.page(f"{change.pk}/terms/duty/{added}/")), "when__by": "2027-04-30"}
    assert one.post(f"{change.pk}/terms/duty/{added}/", edited).status_code == 302
    for path in ("duty/insyn", f"duty/{added}", "notice/uppsagning"):
        one.post(f"{change.pk}/terms/{path}/undo/")
    assert set(the_change().content) == {"set"}, "a draft that changes nothing is thrown away, not emptied"
    one.post(f"{change.pk}/discard/")
    assert the_change().closed_at


def test_money_is_moved_by_a_row_and_shown_year_by_year(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    path = "start/amendment/terms/funding/bidrag/"
    typed = {**typed_in(one.page(path)), **WORDS, "amounts__1__amount": "5 000 000"}
    assert one.post(path, typed).status_code == 302
    change = the_change()
    page = visible(one.page(f"{change.pk}/"))
    assert "2027 4 600 000,50 5 000 000" in page
    one.post(f"{change.pk}/propose/")
    for each in (one, other):
        each.post(f"{change.pk}/approve/", {"on": DAY})
    with acting_as_job(Job.SEED):
        paid = Obligation.objects.filter(kind="payment", due__year=2027).values_list("amount_ore", flat=True)
        assert sum(each or 0 for each in paid) == 5_000_000_00


def test_another_row_is_given_without_judging_what_is_typed(cast: Cast, today: date) -> None:
    one = party(cast, lay(cast, SIGNED), cast.municipality)
    path = "start/amendment/terms/body/styrgrupp/"
    typed = {**typed_in(one.page(path)), "members__2__function": "Ekonom", "more": "members", "change-says": "Ny plats"}
    answer = one.post(path, typed)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'name="members__3__function"' in page
    assert "Ekonom" in page
    assert "Ny plats" in page
    assert "Det här behöver rättas" not in page


def test_a_mandate_is_certified_or_the_board_decides(cast: Cast, today: date) -> None:
    partnership = lay(cast, MANDATE)
    one = party(cast, partnership, cast.municipality)
    change = draft_six_months(one)
    one.post(f"{change.pk}/propose/")
    page = visible(one.page(f"{change.pk}/"))
    assert "Förvaltningschef, Socialnämnden, godkänner" in page
    assert "Mandatets gränser: Målen ändras inte" in page
    refused = one.post(f"{change.pk}/approve/", {"on": DAY})
    assert refused.status_code == 422
    assert one.post(f"{change.pk}/approve/", {"on": DAY, "limit_0": "on"}).status_code == 302
    assert agreed(partnership).notice["uppsagning"].months == 6


def test_a_board_decides_and_the_decision_wins_legal_force(cast: Cast, today: date) -> None:
    partnership = lay(cast, BOARD)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    change = draft_six_months(other)
    other.post(f"{change.pk}/propose/")
    other.post(f"{change.pk}/approve/", {"on": DAY})
    assert one.post(f"{change.pk}/legal-force/", {"on": DAY}).status_code == 422
    assert one.post(f"{change.pk}/decide/", {"on": "2026-02-01", "reference": "SN § 7"}).status_code == 302
    assert "låta" not in visible(one.page(f"{change.pk}/"))
    early = one.post(f"{change.pk}/legal-force/", {"on": "2026-01-31"})
    assert early.status_code == 422
    assert "kan inte ha vunnit laga kraft före det" in visible(early.content.decode())
    assert one.post(f"{change.pk}/legal-force/", {"on": "2026-02-23"}).status_code == 302
    assert agreed(partnership).notice["uppsagning"].months == 6


def test_it_is_extended_to_the_suggested_day(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    typed = typed_in(one.page("start/extension/"))
    assert typed["last"] == "2028-12-31"
    assert one.post("start/extension/", {**typed, "last": "2030-01-01"}).status_code == 422
    assert one.post("start/extension/", typed).status_code == 302
    change = the_change()
    assert "Sista dagen blir 2028-12-31 i stället för 2027-12-31." in visible(one.page(f"{change.pk}/"))
    one.post(f"{change.pk}/propose/")
    for each in (one, other):
        each.post(f"{change.pk}/approve/", {"on": DAY})
    assert last_day(partnership) == date(2028, 12, 31)


def test_notice_is_given_counted_down_wound_up_and_taken_back(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    one.post("start/notice/", typed_in(one.page("start/notice/")))
    change = the_change()
    assert "Sista dagen blir 2026-06-02" in visible(one.page(f"{change.pk}/"))
    assert "Det här gör er part själv" in visible(one.page(f"{change.pk}/propose/"))
    one.post(f"{change.pk}/propose/", {"function": "Nämnden"})
    assert last_day(partnership) == date(2026, 6, 2)
    for each in (one, other):
        assert "Sista dagen är 2026-06-02, om 92 dagar." in visible(each.page(f"{change.pk}/"))
        assert "Sista dagen är 2026-06-02, om 92 dagar." in visible(each.page())
    page = other.page("wind-down/")
    assert "Till och med 2026-06-02" in visible(page)
    for _ in range(2):
        assert other.post("wind-down/take/", {"task": "money"}).status_code == 302
    other.post("wind-down/take/", {"task": "inget"})
    assert count(ActionPoint) == 1
    with acting_as_job(Job.SEED):
        task = ActionPoint.objects.get()
    assert (task.organisation_id, task.due) == (cast.association.pk, date(2026, 6, 2))
    assert one.post(f"wind-down/{task.pk}/finish/", {"done_on": "2026-03-03"}).status_code == 422
    assert one.post(f"wind-down/{task.pk}/finish/", {"done_on": DAY, "says": "Klart"}).status_code == 302
    assert "gjort 2026-03-02. Klart" in visible(other.page("wind-down/"))
    assert one.post(f"wind-down/{task.pk}/drop/", {"because": "x"}).status_code == 302
    other.post("wind-down/take/", {"task": "papers"})
    with acting_as_job(Job.SEED):
        task = ActionPoint.objects.open().get()
    assert one.post(f"wind-down/{task.pk}/drop/", {"because": ""}).status_code == 422
    assert one.post(f"wind-down/{task.pk}/drop/", {"because": "Redan gjort."}).status_code == 302
    assert "struket 2026-03-02. Redan gjort." in visible(other.page("wind-down/"))
    typed = {**typed_in(one.page("start/withdrawal/")), "of": change.key}
    assert one.post("start/withdrawal/", typed).status_code == 302
    back = the_change()
    one.post(f"{back.pk}/propose/")
    for each in (one, other):
        each.post(f"{back.pk}/approve/", {"on": DAY})
    assert last_day(partnership) == date(2027, 12, 31)


def test_own_tasks_are_written_for_any_party(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one = party(cast, partnership, cast.municipality)
    typed = {"says": "Flytta tavlan", "organisation": str(cast.association.pk), "function": "", "due": "2026-05-01"}
    assert one.post("wind-down/add/", {**typed, "says": ""}).status_code == 422
    for _ in range(2):
        assert one.post("wind-down/add/", typed).status_code == 302
    assert count(ActionPoint) == 1
    assert "Flytta tavlan" in visible(party(cast, partnership, cast.association).page("wind-down/"))
    foreign = one.post("wind-down/add/", {**typed, "organisation": str(cast.other_association.pk)})
    assert foreign.status_code == 422


def test_termination_demands_correction_first(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED + TERMINATION)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    page = one.page("start/termination/")
    typed = {**typed_in(page), "because": "Inga rapporter.", "last": "2026-05-01"}
    typed["cause"] = "Brister allvarligt och rättar sig inte"
    assert one.post("start/termination/", {**typed, "because": ""}).status_code == 422
    assert one.post("start/termination/", typed).status_code == 302
    change = the_change()
    one.post(f"{change.pk}/propose/")
    assert "Kräv rättelse" in visible(one.page(f"{change.pk}/"))
    demand = {"on": "2026-02-01", "says": "Lämna rapporten."}
    assert one.post(f"{change.pk}/demand/", demand).status_code == 422, "a letter that the other party cannot read"
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        letter = paper(partnership, viewer)
    assert one.post(f"{change.pk}/demand/", {**demand, "document": str(letter.pk)}).status_code == 302
    assert "Svara att det är rättat" in visible(other.page(f"{change.pk}/"))
    assert other.post(f"{change.pk}/correct/", {"on": "2026-02-20", "says": "Den är lämnad."}).status_code == 302
    assert "Skriv in samtalet" in visible(one.page(f"{change.pk}/"))
    assert last_day(partnership) == date(2027, 12, 31)
    assert one.post(f"{change.pk}/talk/", {"on": DAY, "says": "Vi är inte överens."}).status_code == 302
    assert one.post(f"{change.pk}/notify/", {"on": DAY}).status_code == 302
    assert last_day(partnership) == date(2026, 5, 1)


def test_a_claim_for_repayment_weighs_each_exception(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED + REPAYMENT)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    assert "kan inte göra detta enligt punkten" in visible(other.page("start/repayment/"))
    typed = {**typed_in(one.page("start/repayment/")), "of": "felaktig", "amount_ore": "10 000", "because": "Fel."}
    assert one.post("start/repayment/", {**typed, "amount_ore": "tio"}).status_code == 422
    assert one.post("start/repayment/", typed).status_code == 302
    change = the_change()
    assert (change.clause, change.amount_ore) == ("4 a", 10_000_00)
    one.post(f"{change.pk}/propose/")
    page = visible(one.page(f"{change.pk}/notify/"))
    assert "Vi har prövat det här: Föreningen har varit så omsorgsfull som kan krävas." in page
    assert one.post(f"{change.pk}/notify/", {"on": DAY}).status_code == 422
    assert one.post(f"{change.pk}/notify/", {"on": DAY, "limit_0": "on"}).status_code == 302
    assert not the_change().version_id
    assert other.post(f"{change.pk}/approve/", {"on": DAY}).status_code == 302
    assert the_change().version_id


def test_one_obligation_is_waived_in_the_form_of_a_change(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=partnership, term="rapport").order_by("due")[0]
    path = f"start/waiver/?obligation={owed.pk}"
    typed = {**typed_in(one.page("start/waiver/", obligation=str(owed.pk))), "because": "Den behövs inte."}
    assert typed["obligation"] == str(owed.pk)
    assert one.post(path, typed).status_code == 302
    change = the_change()
    page = visible(one.page(f"{change.pk}/"))
    assert "Det här behöver inte göras den här gången" in page
    assert "Texten säger inget om detta" in page
    one.post(f"{change.pk}/propose/")
    for each in (one, other):
        each.post(f"{change.pk}/approve/", {"on": DAY})
    with acting_as_job(Job.SEED):
        assert Obligation.objects.get(pk=owed.pk).waived_on == TODAY


def test_a_reading_is_confirmed_with_what_the_others_would_give(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    assert "?assumption=sista-dag" in one.page("start/confirmation/")
    page = one.page("start/confirmation/", assumption="sista-dag")
    assert "Vid månadens slut." in visible(page)
    typed = {**typed_in(page), "answer": "manadens-slut"}
    assert one.post("start/confirmation/?assumption=sista-dag", typed).status_code == 302
    change = the_change()
    assert "Vid månadens slut." in visible(one.page(f"{change.pk}/"))
    one.post(f"{change.pk}/propose/")
    for each in (one, other):
        each.post(f"{change.pk}/approve/", {"on": DAY})
    assert agreed(partnership).notice["uppsagning"].ends == "month_end"
    assert not agreed(partnership).notice["uppsagning"].assumption


def test_new_talks_are_called_for_where_a_clause_says_so(cast: Cast, today: date) -> None:
    clause = '[renegotiation.samtal]\nclause = "3 b"\nsays = "En part kan begära nya samtal."\n'
    partnership = lay(cast, APPROVED + clause)
    one, other = party(cast, partnership, cast.municipality), party(cast, partnership, cast.association)
    one.post("start/renegotiation/", {**typed_in(one.page("start/renegotiation/")), "because": "Kostnaderna."})
    change = the_change()
    one.post(f"{change.pk}/propose/", {"function": ""})
    assert the_change().version_id
    assert "Kostnaderna." in visible(other.page(f"{change.pk}/"))


@pytest.mark.parametrize("typed", ["", "\0", "2026-13-45", "9" * 50, "<script>alert(1)</script>"])
def test_nonsense_in_a_form_is_answered_and_kept(cast: Cast, today: date, typed: str) -> None:
    one = party(cast, lay(cast, SIGNED), cast.municipality)
    path = "start/amendment/terms/notice/uppsagning/"
    answer = one.post(path, {**typed_in(one.page(path)), **WORDS, "months": typed, "first": typed})
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
    assert not count(Change)
