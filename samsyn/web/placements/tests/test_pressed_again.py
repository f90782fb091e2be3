"""Double clicks, both parties at the same thing, the back button, late days, and what belongs to only one of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.forms.referring import ConsentForm
from samsyn.web.placements.models import Attendance, Closing, Consent, Participant, Placement, Referral
from samsyn.web.placements.presenters.words import civil_day, standing_words
from samsyn.web.placements.queries.own import own_page
from samsyn.web.placements.tests.conftest import Table
from samsyn.web.placements.views import answering


@pytest.mark.parametrize(
    ("done", "says"),
    [
        (actions.put_on_waiting_list, "Deltagaren står redan i kö"),
        (actions.start_placement, "Deltagaren har redan fått en plats"),
        (actions.decline_referral, "Ni har redan svarat nej"),
        (actions.withdraw_referral, "Anvisningen är tillbakatagen"),
    ],
)
def test_an_answer_that_comes_too_late_is_told_what_has_happened(table: Table, done: object, says: str) -> None:
    referral = table.accepted()
    if done is actions.start_placement:
        table.start(referral)
    elif done is actions.put_on_waiting_list:
        table.do(table.theirs, actions.put_on_waiting_list, referral)
    else:
        who = table.ours if done is actions.withdraw_referral else table.theirs
        table.do(who, done, referral, "other")  # type: ignore[arg-type]
        with acting_as_job(Job.SEED):
            Participant.objects.update(open_to=table.theirs)
    with pytest.raises(ValidationError, match=says):
        table.do(table.theirs, actions.accept_referral, referral)


def test_here_pressed_again_keeps_the_talk_and_away_takes_it_away(table: Table) -> None:
    placement = table.start()
    client = table.cast.client(table.theirs, Role.STAFF)
    at = f"/as/{table.theirs.slug}/partnerships/{table.partnership.slug}/placements/{placement.pk}/attendance/"
    day = table.today.isoformat()

    def noted() -> tuple[str, bool]:
        with acting_as_job(Job.SEED):
            row = Attendance.objects.get()
        return row.state, row.talk

    client.post(at, {"day": day, "state": "present", "talk": "1"})
    client.post(at, {"day": day, "state": "present"})
    assert noted() == ("present", True)
    client.post(at, {"day": day, "state": "absent"})
    assert noted() == ("absent", False)


def test_attendance_of_a_day_that_is_none_is_not_noted_today(table: Table) -> None:
    placement = table.start()
    client = table.cast.client(table.theirs, Role.STAFF)
    at = f"/as/{table.theirs.slug}/partnerships/{table.partnership.slug}/placements/{placement.pk}/attendance/"
    refused = client.post(at, {"day": "3 mars", "state": "present"}, follow=True)
    assert "Inget är antecknat" in refused.content.decode()
    client.post(at, {"day": "2025-03-02", "state": "present"})
    client.post(at, {"day": "2025-03-04", "state": "present"})
    with acting_as_job(Job.SEED):
        assert not Attendance.objects.exists()


def test_from_the_first_day_on_only_the_host_says_that_nobody_came(table: Table) -> None:
    """The other is perhaps not told who was there, and what it hears must not depend on it."""
    participant = table.participant()
    table.consent(participant, scope=["identity"])
    sent = table.do(table.ours, actions.send_referral, table.draft(participant))
    placement = table.start(table.do(table.theirs, actions.accept_referral, sent))
    with pytest.raises(ValidationError, match="Kom ingen, säger den som har platsen det"):
        table.do(table.ours, actions.cancel_placement, placement, "other")
    table.do(table.theirs, actions.note_attendance, placement, table.today, "present")
    with pytest.raises(ValidationError, match="Kom ingen, säger den som har platsen det"):
        table.do(table.ours, actions.cancel_placement, placement, "other")


def test_a_referral_waits_for_another_day_only_under_a_consent(table: Table) -> None:
    placement = table.start(first=table.later(7))
    with acting_as_job(Job.SEED):
        consent = Consent.objects.get()
    table.do(table.ours, actions.withdraw_consent, consent)
    for who in (table.ours, table.theirs):
        with pytest.raises(ValidationError, match="inget samtycke som gäller i dag"):
            table.do(who, actions.cancel_placement, placement, "first_day", again=True)
    table.do(table.theirs, actions.cancel_placement, placement, "first_day")
    with acting_as_job(Job.SEED):
        assert Referral.objects.get().state == "withdrawn"


def test_a_referral_that_would_wait_beside_another_says_so(table: Table) -> None:
    placement = table.start(first=table.later(7))
    with acting_as_job(Job.SEED):
        participant = Participant.objects.get()
    table.draft(participant)
    with pytest.raises(ValidationError, match="redan en öppen anvisning"):
        table.do(table.ours, actions.cancel_placement, placement, "first_day", again=True)


def test_both_close_the_same_day_and_both_words_are_kept(table: Table) -> None:
    placement = table.start()
    for who, result in ((table.theirs, "followed_plan"), (table.ours, "partly"), (table.ours, "broke_off")):
        table.do(who, actions.close_placement, placement, result, "work", on=table.today)
    with acting_as_job(Job.SEED):
        assert set(Closing.objects.values_list("organisation_id", "result")) == {
            (table.theirs.pk, "followed_plan"),
            (table.ours.pk, "partly"),
        }


def test_both_propose_the_same_day_and_it_holds(table: Table) -> None:
    placement = table.start()
    last = date(2025, 8, 1)
    for who in (table.theirs, table.theirs, table.ours):
        made = table.do(who, actions.propose_extension, placement, last, consulted_on=table.today)
    assert made.in_force_on == table.today
    assert table.again(placement).planned_last == last


def test_while_one_day_is_proposed_another_is_refused_and_says_whose_turn_it_is(table: Table) -> None:
    placement = table.start()
    table.do(table.theirs, actions.propose_extension, placement, date(2025, 8, 1), consulted_on=table.today)
    for who, says in ((table.theirs, "Ni har redan föreslagit 2025-08-01"), (table.ours, "Säg ja eller nej")):
        with pytest.raises(ValidationError, match=says):
            table.do(who, actions.propose_extension, placement, date(2025, 8, 15), consulted_on=table.today)


def at(table: Table, who: Organisation, path: str) -> str:
    return f"/as/{who.slug}/partnerships/{table.partnership.slug}/placements/{path}"


def test_while_more_time_is_proposed_the_page_says_who_is_to_answer_and_offers_no_other(table: Table) -> None:
    placement = table.start()
    ours = table.cast.client(table.ours, Role.CASE_OFFICER)
    theirs = table.cast.client(table.theirs, Role.STAFF)
    read = {who: at(table, who, f"{placement.pk}/") for who in (table.ours, table.theirs)}
    assert "Föreslå förlängning" in theirs.get(read[table.theirs]).content.decode()
    table.do(table.theirs, actions.propose_extension, placement, date(2025, 8, 1), consulted_on=table.today)
    host, sender = theirs.get(read[table.theirs]).content.decode(), ours.get(read[table.ours]).content.decode()
    assert "Väntar på svar från Arbetsmarknads- och socialnämnden." in host
    assert "Väntar på ert svar." in sender
    assert "Skåne Stadsmission sade ja" in sender
    for page in (host, sender):
        assert "Föreslå förlängning" not in page
    answer = theirs.get(f"{read[table.theirs]}extend/", follow=True)
    assert answer.redirect_chain == [(read[table.theirs], 302)]
    assert "En förlängning är redan föreslagen." in answer.content.decode()


def test_a_place_given_twice_leads_both_times_to_the_one_placement(table: Table) -> None:
    referral = table.accepted()
    host = table.cast.client(table.theirs, Role.STAFF)
    url = at(table, table.theirs, f"referrals/{referral.pk}/start/")
    typed = {"first_day": str(table.today), "track": table.track}
    first, second = (host.post(url, typed, follow=True) for _ in range(2))
    assert first.redirect_chain == second.redirect_chain
    assert "redan startad, från och med" in second.content.decode()
    assert host.get(url).status_code == 302
    with acting_as_job(Job.SEED):
        assert Placement.objects.count() == 1


def test_two_who_give_the_place_at_once_both_come_to_the_placement(table: Table, monkeypatch: Any) -> None:
    """The second has passed the first look when the other is done."""
    referral = table.accepted()
    host = table.cast.client(table.theirs, Role.STAFF)
    table.start(referral)
    seen = iter([None])
    really = answering._started
    monkeypatch.setattr(answering, "_started", lambda scene, found: next(seen, really(scene, found)))
    url = at(table, table.theirs, f"referrals/{referral.pk}/start/")
    answer = host.post(url, {"first_day": str(table.today), "track": table.track}, follow=True)
    assert "redan startad" in answer.content.decode()


def test_the_supervisor_s_rating_is_the_host_s(table: Table) -> None:
    placement = table.start()
    with pytest.raises(PermissionDenied):
        table.do(table.ours, actions.assess, placement, 1, "supervisor", [5] * 5, done_on=table.today)
    with pytest.raises(ValidationError, match="vilken gång"):
        table.do(table.theirs, actions.assess, placement, 40_000, "supervisor", [5] * 5, done_on=table.today)


def test_a_placement_that_nobody_has_closed_says_so(table: Table) -> None:
    placement = table.start(last=table.later(5))
    assert standing_words(placement, table.later(5))[0] == "pågår"
    assert standing_words(placement, table.later(6))[0] == "sista dagen har varit, ska avslutas"


def test_half_past_midnight_is_a_new_day() -> None:
    assert civil_day(datetime(2025, 6, 30, 22, 30, tzinfo=UTC)) == "2025-07-01"
    assert civil_day(datetime(2025, 12, 30, 22, 30, tzinfo=UTC)) == "2025-12-30"


def test_the_own_page_answers_for_the_placement_that_it_shows(table: Table) -> None:
    """Also where one that is over has not been closed."""
    participant = table.participant()
    table.consent(participant)
    sent = table.do(table.ours, actions.send_referral, table.draft(participant))
    table.start(table.do(table.theirs, actions.accept_referral, sent), last=table.later(5))
    again = table.do(table.ours, actions.send_referral, table.draft(participant))
    second = table.start(table.do(table.theirs, actions.accept_referral, again), table.later(10))
    secret = table.do(table.ours, actions.make_own_page, participant)
    day = table.later(12)
    with own_page(secret, day) as own:
        assert own.current(day) == second
    made = actions.assess_oneself(secret, 1, [3] * 5, now=table.now(day), today=day)
    assert made.placement_id == second.pk


def test_when_a_consent_has_run_out_the_sender_reads_that_the_host_sees_nothing(table: Table, settings: Any) -> None:
    participant = table.participant()
    table.consent(participant, until=table.later(10))
    referral = table.do(table.ours, actions.send_referral, table.draft(participant))
    home = f"partnerships/{table.partnership.slug}/placements/referrals/{referral.pk}/"
    settings.SAMSYN_TODAY = table.later(10)
    ours = table.cast.client(table.ours, Role.CASE_OFFICER).get(f"/as/{table.ours.slug}/{home}")
    assert "ser inte anvisningen och kan inte svara" in ours.content.decode()
    theirs = table.cast.client(table.theirs, Role.STAFF).get(f"/as/{table.theirs.slug}/{home}")
    assert theirs.status_code == 404


def test_a_consent_that_has_run_out_takes_nothing_with_it_when_it_is_withdrawn(table: Table) -> None:
    participant = table.participant()
    old = table.consent(participant, until=table.later(10))
    referral = table.do(table.ours, actions.send_referral, table.draft(participant))
    day = table.later(10)
    given: dict[str, Any] = {"scope": ["identity"], "given_on": day}
    table.do(table.ours, actions.record_consent, participant, table.theirs.pk, **given, at=day)
    table.do(table.ours, actions.withdraw_consent, old, at=day)
    assert table.again(old).withdrawn_at is None
    assert table.again(referral).state == "sent"
    with table.as_(table.theirs, today=day) as host:
        assert Participant.objects.visible_to(host).exists()


def test_no_reservation_is_offered_that_samsyn_would_not_keep() -> None:
    form = ConsentForm(recipients=[], today=date(2025, 3, 3))
    assert {key for key, _says in form.fields["reservation"].choices} == {"supervisors_only", "not_passed_on"}  # type: ignore[attr-defined]
