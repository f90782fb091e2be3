"""Referrals and consents: what is refused, and what the other side sees and is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent, Participant, Placement, Referral
from samsyn.web.placements.queries.ground import ground_of
from samsyn.web.placements.queries.line import waiting_line
from samsyn.web.placements.tests.conftest import EVERYTHING, Table
from samsyn.web.reminders.models import Letter


def told(table: Table, about: str) -> set[str]:
    """Slugs of the organisations in which someone got a letter about it."""
    with acting_as_job(Job.SEED):
        return set(Letter.objects.filter(about__startswith=f"{about}/").values_list("organisation__slug", flat=True))


def seen(table: Table, who: Organisation, role: Role | None = None, today: date | None = None) -> tuple[int, int]:
    """How many participants and referrals there are for someone."""
    with table.as_(who, role, today) as viewer:
        return Participant.objects.visible_to(viewer).count(), Referral.objects.visible_to(viewer).count()


def done(table: Table, word: str) -> list[str]:
    with acting_as_job(Job.SEED):
        names = Act.objects.filter(name__startswith=f"{word}.").order_by("at", "id").values_list("name", flat=True)
        return [name.removeprefix(f"{word}.") for name in names]


def test_a_referral_is_sent_only_under_a_consent_and_the_refusal_says_which_clause(table: Table) -> None:
    draft = table.draft()
    with pytest.raises(ValidationError, match=r"inget samtycke.*10 st\. 1"):
        table.do(table.ours, actions.send_referral, draft)
    assert seen(table, table.theirs) == (0, 0)


def test_a_consent_that_does_not_cover_the_name_is_not_enough(table: Table) -> None:
    participant = table.participant()
    table.consent(participant, scope=["attendance"])
    with pytest.raises(ValidationError, match="inget samtycke"):
        table.do(table.ours, actions.send_referral, table.draft(participant))


def test_a_consent_that_has_ended_is_not_enough(table: Table) -> None:
    participant = table.participant()
    table.consent(participant, until=table.later(2))
    draft = table.draft(participant)
    with pytest.raises(ValidationError, match="inget samtycke"):
        table.do(table.ours, actions.send_referral, draft, at=table.later(2))
    assert table.do(table.ours, actions.send_referral, draft, at=table.later(1)).state == "sent"


def test_a_referral_is_sent_only_when_someone_has_assessed_the_target_group(table: Table) -> None:
    participant = table.participant()
    table.consent(participant)
    with pytest.raises(ValidationError, match="målgruppen"):
        table.do(table.ours, actions.send_referral, table.draft(participant, assessed_on=None))


def test_the_host_sees_a_referral_when_it_is_sent_and_is_told(table: Table) -> None:
    table.cast.person(table.theirs, Role.STAFF)
    referral = table.sent()
    assert seen(table, table.theirs) == (1, 1)
    assert told(table, "sent") == {table.theirs.slug}
    assert table.do(table.ours, actions.send_referral, referral).sent_at == referral.sent_at
    assert done(table, "referral") == ["write", "send"]


def test_what_is_seen_ends_with_the_consent_by_itself(table: Table) -> None:
    table.sent(until=table.later(10))
    assert seen(table, table.theirs, today=table.later(9)) == (1, 1)
    assert seen(table, table.theirs, today=table.later(10)) == (0, 0)


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.STEERING, Role.AUDITOR, Role.PROTECTION_OFFICER])
def test_who_does_not_work_with_individuals_sees_none_and_does_nothing(table: Table, role: Role) -> None:
    referral = table.sent()
    assert seen(table, table.theirs, role) == seen(table, table.ours, role) == (0, 0)
    with pytest.raises(PermissionDenied):
        table.do(table.theirs, actions.accept_referral, referral, role=role)


def test_the_host_does_not_do_what_the_sender_does_nor_the_other_way(table: Table) -> None:
    referral = table.sent()
    participant = table.again(referral).participant_id
    for act, given in (
        (actions.withdraw_referral, (referral, "other")),
        (actions.send_referral, (referral,)),
    ):
        with pytest.raises(PermissionDenied):
            table.do(table.theirs, act, *given)
    for act in (actions.accept_referral, actions.put_on_waiting_list):
        with pytest.raises(PermissionDenied):
            table.do(table.ours, act, referral)
    with pytest.raises(PermissionDenied), acting_as_job(Job.SEED):
        table.do(table.theirs, actions.make_own_page, Participant.objects.get(pk=participant))


def test_the_one_who_receives_refers_nobody(table: Table) -> None:
    participant = table.do(table.theirs, actions.write_participant, table.partnership, "Vår egen")
    with pytest.raises(ValidationError, match="anvisar inte"):
        table.do(table.theirs, actions.write_referral, participant, table.pool)


def test_a_draft_is_written_anew_and_a_second_open_one_is_not(table: Table) -> None:
    participant = table.participant()
    first = table.draft(participant)
    assert table.draft(participant, wishes=["remake"]) == first
    table.consent(participant)
    table.do(table.ours, actions.send_referral, first)
    with pytest.raises(ValidationError, match="redan en öppen anvisning"):
        table.draft(participant)


def test_a_wish_is_one_of_the_agreement_s_workshops(table: Table) -> None:
    with pytest.raises(ValidationError, match="verksamheter"):
        table.draft(wishes=["snickeri"])


def test_a_draft_is_thrown_away_and_what_was_sent_is_taken_back(table: Table) -> None:
    draft = table.draft()
    with pytest.raises(ValidationError, match="Kasta utkastet"):
        table.do(table.ours, actions.withdraw_referral, draft, "other")
    table.do(table.ours, actions.discard_referral, draft)
    referral = table.sent()
    with pytest.raises(ValidationError, match="Ta tillbaka"):
        table.do(table.ours, actions.discard_referral, referral)
    with pytest.raises(ValidationError, match="Välj ett skäl"):
        table.do(table.ours, actions.withdraw_referral, referral, "för att")
    table.do(table.ours, actions.withdraw_referral, referral, "another_way")
    assert (table.again(referral).state, seen(table, table.theirs)) == ("withdrawn", (0, 0))


def test_a_no_has_a_reason_and_closes_the_participant_again(table: Table) -> None:
    table.cast.person(table.ours, Role.CASE_OFFICER)
    referral = table.sent()
    table.do(table.theirs, actions.decline_referral, referral, "no_track")
    after = table.again(referral)
    assert (after.state, after.because) == ("declined", "no_track")
    assert seen(table, table.theirs) == (0, 0)
    assert told(table, "declined") == {table.ours.slug}
    with pytest.raises(Http404):
        table.do(table.theirs, actions.accept_referral, referral)


def test_a_letter_goes_to_the_case_officer_and_names_nobody(table: Table) -> None:
    for role in (Role.HEAD, Role.STAFF, Role.CASE_OFFICER):
        table.cast.person(table.ours, role)
    table.do(table.theirs, actions.accept_referral, table.sent())
    with acting_as_job(Job.SEED):
        letters = list(Letter.objects.filter(about__startswith="accepted/"))
        assert [each.person for each in letters] == [table.cast.person(table.ours, Role.CASE_OFFICER)]
        assert "Deltagare" not in letters[0].body + letters[0].subject


def test_the_line_goes_by_who_was_referred_first(table: Table) -> None:
    first, second = table.sent(), table.sent()
    for each in (second, first):
        table.do(table.theirs, actions.put_on_waiting_list, each)
    with table.as_(table.theirs) as viewer:
        line, reason = waiting_line(viewer, ground_of(table.partnership, table.pool, table.today, table.today))
    assert line == [first, second]
    assert reason.clause == "4.2 st. 1"
    with pytest.raises(ValidationError, match="Kön går inte efter skäl"):
        table.do(table.theirs, actions.prioritise, second, "agreed")


def test_a_withdrawn_consent_closes_everything_at_once(table: Table) -> None:
    table.cast.person(table.theirs, Role.STAFF)
    participant = table.participant()
    referral = table.do(table.theirs, actions.accept_referral, table.sent(participant))
    with acting_as_job(Job.SEED):
        consent = Consent.objects.get()
    table.do(table.ours, actions.withdraw_consent, consent)
    after = table.again(referral)
    assert (after.state, after.because) == ("withdrawn", "consent_withdrawn")
    assert seen(table, table.theirs) == (0, 0)
    assert table.again(participant).open_to_id is None
    assert told(table, "fell-away") == {table.theirs.slug}
    assert table.do(table.ours, actions.withdraw_consent, consent).withdrawn_at is not None
    assert done(table, "consent") == ["record", "withdraw"]
    with pytest.raises(Http404):
        table.do(table.theirs, actions.start_placement, referral, table.today)


def test_with_a_placement_going_on_a_withdrawal_stops_what_is_new_and_leaves_what_was_received(table: Table) -> None:
    table.cast.person(table.theirs, Role.STAFF)
    participant = table.participant()
    placement = table.start(table.accepted(participant))
    before = table.do(table.theirs, actions.note_attendance, placement, table.today, "present")
    with acting_as_job(Job.SEED):
        given = Consent.objects.get()
    table.do(table.ours, actions.withdraw_consent, given)
    assert told(table, "withdrawn") == {table.theirs.slug}
    assert seen(table, table.theirs) == (0, 0)
    with table.as_(table.theirs) as host:
        assert Placement.objects.visible_to(host).get().known_as == participant.known_as
        assert Consent.objects.visible_to(host).get().withdrawn_at is not None
    after = table.do(table.theirs, actions.note_attendance, placement, table.later(1), "absent", at=table.later(1))
    mine = table.do(table.ours, actions.do_step, placement, "nasta-steg", 1, done_on=table.today)
    assert (before.shared, after.shared, mine.shared) == (True, False, False)
    with table.as_(table.ours) as sender:
        assert list(type(before).objects.visible_to(sender)) == [before]
    with table.as_(table.theirs) as host:
        assert not type(mine).objects.visible_to(host).exists()
    with pytest.raises(ValidationError, match="inget samtycke"):
        table.do(table.theirs, actions.propose_extension, placement, date(2025, 8, 1), consulted_on=table.today)


def test_another_consent_opens_again_what_is_going_on(table: Table) -> None:
    participant = table.participant()
    placement = table.start(table.accepted(participant))
    with acting_as_job(Job.SEED):
        given = Consent.objects.get()
    table.do(table.ours, actions.withdraw_consent, given)
    table.consent(participant, scope=["identity", "attendance"])
    assert seen(table, table.theirs)[0] == 1
    assert table.do(table.theirs, actions.note_attendance, placement, table.today, "present").shared
    assert not table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=table.today).shared


def test_two_consents_to_the_same_do_not_overlap(table: Table) -> None:
    participant = table.participant()
    table.consent(participant)
    with pytest.raises(ValidationError, match="redan ett samtycke"):
        table.consent(participant, scope=["path"])


def test_a_consent_says_something_possible(table: Table) -> None:
    participant = table.participant()
    for wrong, says in (
        ({"given_on": table.later(1)}, "framåt i tiden"),
        ({"until": table.today}, "innan det börjar"),
        ({"scope": ["allt"]}, "giltigt alternativ"),
        ({"scope": []}, "tomt"),
    ):
        with pytest.raises(ValidationError, match=says):
            table.consent(participant, **wrong)
    with pytest.raises(ValidationError, match=r"10 st\. 1"):
        table.do(
            table.ours, actions.record_consent, participant, table.cast.other_association.pk,
            scope=EVERYTHING, given_on=table.today,
        )  # fmt: skip
