"""Minutes are written together, frozen, and approved by every party; then the meeting counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes.actions import take_step
from samsyn.web.changes.models import Change
from samsyn.web.documents.models import Document
from samsyn.web.history.models import Act
from samsyn.web.meetings import actions
from samsyn.web.meetings.models import ActionPoint, AgendaItem, Decision, Meeting, Minutes, MinutesAnswer
from samsyn.web.meetings.presenters.content import digest
from samsyn.web.meetings.proposals import proposals_for
from samsyn.web.meetings.queries import held_days, to_approve
from samsyn.web.meetings.tests.conftest import AFTER, ENDS, LATER, STARTS, Table
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter


def item_of(table: Table, meeting: Meeting, **which: object) -> AgendaItem:
    with table.as_(table.cast.municipality):
        return AgendaItem.objects.filter(meeting=meeting, **which).select_related("meeting")[0]


def owed(table: Table) -> list[tuple[str, date | None, date | None]]:
    with table.as_(table.cast.municipality):
        rows = Obligation.objects.filter(partnership=table.partnership, term="styrgrupp").order_by("due", "occurrence")
        return [(each.occurrence, each.due, each.met_on) for each in rows.standing()]


def names(table: Table) -> list[str]:
    with table.as_(table.cast.municipality):
        return list(Act.objects.filter(partnership=table.partnership).order_by("pk").values_list("name", flat=True))


# ── writing ──


def test_two_who_write_the_same_item_do_not_overwrite_each_other(table: Table) -> None:
    meeting = table.held()
    item = item_of(table, meeting)
    with table.as_(table.cast.municipality) as viewer:
        actions.note(item, "Vi började klockan två.", was="", by=viewer, now=LATER)
    with table.as_(table.cast.association) as viewer:
        with pytest.raises(actions.Overwritten) as trouble:
            actions.note(item, "Alla hälsades välkomna.", was="", by=viewer, now=LATER)
        assert trouble.value.now_says == "Vi började klockan två."
        both = "Vi började klockan två. Alla hälsades välkomna."
        actions.note(item, both, was=trouble.value.now_says, by=viewer, now=LATER)
    assert item_of(table, meeting).noted == both


def test_the_same_text_twice_and_what_the_other_wrote_alike_are_no_quarrel(table: Table) -> None:
    meeting = table.held()
    item = item_of(table, meeting)
    with table.as_(table.cast.municipality) as viewer:
        for was in ("", ""):
            actions.note(item, "Lika.\r\nTvå rader.", was=was, by=viewer, now=LATER)
        actions.note(item, "Gammalt.", was="Gammalt.", by=viewer, now=LATER)
    assert item_of(table, meeting).noted == "Lika.\nTvå rader."
    assert names(table).count("meeting.note") <= 1


def test_nothing_is_written_before_the_meeting_is_held_or_while_the_text_lies_with_the_parties(table: Table) -> None:
    called = table.call()
    with table.as_(table.cast.municipality) as viewer, pytest.raises(ValidationError, match="inte hållits"):
        actions.note(item_of(table, called), "För tidigt", was="", by=viewer, now=LATER)
    held = table.held(starts_at=STARTS - timedelta(days=7), ends_at=ENDS - timedelta(days=7))
    table.put_forward(held)
    item = item_of(table, held)
    with table.as_(table.cast.municipality) as viewer:
        for act in (
            lambda: actions.note(item, "Sent", was="", by=viewer, now=LATER),
            lambda: actions.decide(held, "Sent", by=viewer, now=LATER, today=AFTER),
            lambda: actions.agree_action(held, "Sent", table.cast.municipality.pk, by=viewer, now=LATER),
            lambda: actions.add_item(held, "Sent", by=viewer, now=LATER),
            lambda: actions.note_attendance(held, {}, by=viewer, now=LATER),
        ):
            with pytest.raises(ValidationError, match="ligger hos parterna"):
                act()


def test_decisions_are_numbered_and_close_up_when_one_is_taken_out(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        for says in ("Ett", "Två", "Tre", "Tre"):
            actions.decide(meeting, says, by=viewer, now=LATER, today=AFTER)
        second = Decision.objects.get(meeting=meeting, number=2)
        actions.remove_decision(second, by=viewer, now=LATER)
        actions.remove_decision(second, by=viewer, now=LATER)
        assert list(Decision.objects.filter(meeting=meeting).values_list("number", "says")) == [(1, "Ett"), (2, "Tre")]


def test_a_reading_is_confirmed_once_and_only_if_it_is_open(table: Table) -> None:
    meeting = table.held()
    confirm = {"kind": "confirm", "now": LATER, "today": AFTER}
    with table.as_(table.cast.municipality) as viewer:
        with pytest.raises(ValidationError, match="inte öppen"):
            actions.decide(meeting, "Så.", assumption="finns-inte", by=viewer, **confirm)  # type: ignore[arg-type]
        with pytest.raises(ValidationError, match="svaret finns inte"):
            actions.decide(meeting, "Så.", assumption="sista-dag", answer="x", by=viewer, **confirm)  # type: ignore[arg-type]
        actions.decide(meeting, "Så.", assumption="sista-dag", by=viewer, **confirm)  # type: ignore[arg-type]
        with pytest.raises(ValidationError, match="redan svarat"):
            actions.decide(meeting, "Annorlunda.", assumption="sista-dag", by=viewer, **confirm)  # type: ignore[arg-type]


def test_a_guest_is_written_in_and_taken_out_and_one_who_was_called_is_not(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        for _ in "twice":
            guest = actions.add_guest(meeting, table.cast.association.pk, "Kassör", "Kim", by=viewer, now=LATER)
        assert meeting.attendances.filter(name="Kim").count() == 1
        with pytest.raises(ValidationError, match="med i partnerskapet"):
            actions.add_guest(meeting, table.cast.other_board.pk, "Chef", "Robin", by=viewer, now=LATER)
        with pytest.raises(ValidationError, match="kallad tas inte bort"):
            actions.remove_guest(meeting.attendances.exclude(person=None)[0], by=viewer, now=LATER)
        actions.remove_guest(guest, by=viewer, now=LATER)
        assert meeting.attendances.count() == 3


def test_an_item_under_which_something_is_written_is_not_thrown_away(table: Table) -> None:
    meeting = table.held()
    item = item_of(table, meeting)
    with table.as_(table.cast.municipality) as viewer:
        actions.note(item, "Något", was="", by=viewer, now=LATER)
        with pytest.raises(ValidationError, match="anteckning eller ett beslut"):
            actions.remove_item(item, by=viewer, now=LATER)
        new = actions.add_item(meeting, "Uppkom på mötet", by=viewer, now=LATER)
        titles = list(AgendaItem.objects.filter(meeting=meeting).values_list("title", flat=True))
        assert titles[-4:] == ["Uppkom på mötet", "Övriga frågor", "Nästa möte", "Mötet avslutas"]
        actions.move_item(new, up=True, by=viewer, now=LATER)
        actions.remove_item(new, by=viewer, now=LATER)
        actions.remove_item(new, by=viewer, now=LATER)
        left = AgendaItem.objects.filter(meeting=meeting)
        assert list(left.values_list("position", flat=True)) == list(range(1, left.count() + 1))


# ── putting forward ──


def test_what_is_put_forward_is_frozen_with_its_sum_and_its_paper_for_the_guest_too(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        actions.decide(meeting, "Vi fortsätter.", by=viewer, now=LATER, today=AFTER)
    minutes = table.put_forward(meeting)
    assert minutes.sha256 == digest(minutes.content)
    assert [each["party"] for each in minutes.content["approvers"]] == ["kommunen", "foreningen"]
    assert minutes.content["decisions"][0]["says"] == "Vi fortsätter."
    with table.as_(table.guest) as viewer:
        paper = Document.objects.visible_to(viewer).get(number=1)
        assert not paper.is_draft
        assert paper.content.media_type == "application/pdf"
    with table.as_(table.cast.municipality), pytest.raises(DatabaseError), transaction.atomic():
        type(minutes).objects.filter(pk=minutes.pk).update(sha256="0" * 64)


def test_put_forward_twice_is_one_revision_and_without_anyone_there_it_is_refused(table: Table) -> None:
    meeting = table.held()
    assert table.put_forward(meeting).pk == table.put_forward(meeting, table.cast.association).pk
    nobody = table.call(starts_at=STARTS - timedelta(days=7), ends_at=ENDS - timedelta(days=7))
    with table.as_(table.cast.municipality) as viewer:
        actions.hold(nobody, AFTER, by=viewer, now=LATER, today=AFTER)
    with pytest.raises(ValidationError, match="vilka som var med"):
        table.put_forward(nobody)


def test_those_who_sit_for_the_parties_are_told_that_minutes_wait_and_the_guest_is_not_asked(table: Table) -> None:
    minutes = table.put_forward(table.held())
    with acting_as_job(Job.SEED):
        told = set(Letter.objects.filter(about=f"{minutes.pk}/put-forward").values_list("organisation_id", flat=True))
    assert told <= {table.cast.municipality.pk, table.cast.association.pk}
    assert table.cast.association.pk in told


# ── approving ──


@pytest.mark.parametrize("first", ["municipality", "association"])
def test_whatever_order_the_parties_approve_in_the_meeting_counts_from_the_last_and_the_next_day_moves(
    table: Table, first: str
) -> None:
    before = owed(table)
    assert [(each[0], each[2]) for each in before[:2]] == [("2026", None), ("2026-2", None)]
    meeting = table.held()
    minutes = table.put_forward(meeting)
    order = sorted(
        (table.cast.municipality, table.cast.association), key=lambda each: each.pk != getattr(table.cast, first).pk
    )
    table.approve(minutes, order[0], AFTER)
    assert table.fresh(meeting).approved_on is None
    assert owed(table) == before
    table.approve(minutes, order[1], AFTER + timedelta(days=5))
    assert table.fresh(meeting).approved_on == AFTER + timedelta(days=5)
    after = owed(table)
    assert after[0] == ("2026", before[0][1], AFTER)
    assert after[1][0] == "2026-2"
    assert after[1][2] is None
    with table.as_(table.cast.municipality):
        assert held_days(table.partnership) == {"styrgrupp": [AFTER]}


def test_two_meetings_meet_the_year_and_the_next_one_is_of_next_year(table: Table) -> None:
    table.approved()
    table.approved(starts_at=STARTS + timedelta(days=1), ends_at=ENDS + timedelta(days=1))
    met = {occurrence: met_on for occurrence, _due, met_on in owed(table)}
    assert met["2026"] == AFTER
    assert met["2026-2"] == AFTER + timedelta(days=1)
    assert met["2027"] is None


def test_a_cancelled_meeting_and_one_whose_minutes_wait_do_not_count(table: Table) -> None:
    cancelled = table.call()
    with table.as_(table.cast.municipality) as viewer:
        actions.cancel(cancelled, "Ingen kan.", by=viewer, now=LATER)
    table.put_forward(table.held())
    with table.as_(table.cast.municipality):
        assert held_days(table.partnership) == {}
    assert [each[2] for each in owed(table)[:2]] == [None, None]


def test_approved_twice_is_approved_once(table: Table) -> None:
    meeting = table.held()
    minutes = table.put_forward(meeting)
    for _ in range(2):
        table.approve(minutes, table.cast.association)
    for _ in range(2):
        table.approve(minutes, table.cast.municipality)
    with table.as_(table.cast.municipality):
        assert MinutesAnswer.objects.filter(minutes=minutes).count() == 2
    assert names(table).count("minutes.approve") == 2
    assert names(table).count("minutes.approved") == 1


@pytest.mark.parametrize("role", [Role.STAFF, Role.CASE_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_does_not_answer_for_the_party_does_not_approve(table: Table, role: Role) -> None:
    minutes = table.put_forward(table.held())
    with pytest.raises(PermissionDenied):
        table.approve(minutes, table.cast.association, role=role)


def test_the_guest_and_others_do_not_approve(table: Table) -> None:
    minutes = table.put_forward(table.held())
    for organisation in (table.guest, table.cast.other_board):
        with pytest.raises(PermissionDenied):
            table.approve(minutes, organisation)


def test_minutes_sent_back_are_corrected_and_all_answer_the_next_version(table: Table) -> None:
    meeting = table.held()
    first = table.put_forward(meeting)
    table.approve(first, table.cast.municipality)
    with table.as_(table.cast.association) as viewer:
        with pytest.raises(ValidationError, match="vad som behöver rättas"):
            actions.send_back_minutes(first, " ", by=viewer, now=LATER, today=AFTER)
        for _ in range(2):
            actions.send_back_minutes(first, "Punkt 2 stämmer inte.", by=viewer, now=LATER, today=AFTER)
        actions.note(item_of(table, meeting), "Rättat.", was="", by=viewer, now=LATER)
    second = table.put_forward(meeting, table.cast.association)
    assert (first.revision, second.revision) == (1, 2)
    with pytest.raises(ValidationError, match="nyare version"):
        table.approve(first, table.cast.association)
    table.approve(second, table.cast.association)
    assert table.fresh(meeting).approved_on is None
    table.approve(second, table.cast.municipality)
    assert table.fresh(meeting).approved_on == AFTER
    with table.as_(table.cast.municipality):
        titles = list(
            Document.objects.filter(partnership=table.partnership).order_by("number").values_list("title", flat=True)
        )
    assert [title.endswith("version 2") for title in titles] == [False, True]


def test_one_who_has_approved_may_not_send_the_same_text_back_and_after_that_nothing_changes(table: Table) -> None:
    meeting = table.held()
    minutes = table.put_forward(meeting)
    table.approve(minutes, table.cast.association)
    with table.as_(table.cast.association) as viewer, pytest.raises(ValidationError, match="redan svarat"):
        actions.send_back_minutes(minutes, "Ångrar oss.", by=viewer, now=LATER, today=AFTER)
    table.approve(minutes, table.cast.municipality)
    with table.as_(table.cast.association) as viewer:
        with pytest.raises(ValidationError, match="godkänt av alla"):
            actions.note(item_of(table, meeting), "Efteråt", was="", by=viewer, now=LATER)
        with pytest.raises(DatabaseError), transaction.atomic():
            AgendaItem.objects.filter(meeting=meeting).update(noted="Bakvägen")


def a_met_report(table: Table) -> tuple[Meeting, Obligation]:
    """A meeting that notes that the yearly duty of the association was met there."""
    meeting = table.held()
    with acting_as_job(Job.SEED):
        duty = Obligation.objects.filter(partnership=table.partnership, term="rapport").earliest("due")
        Obligation.objects.filter(pk=duty.pk).update(evidence="minutes")
    with table.as_(table.cast.municipality) as viewer:
        item = actions.add_item(meeting, "Rapporten", by=viewer, now=LATER)
        AgendaItem.objects.filter(pk=item.pk).update(kind="obligation", obligation=duty)
        item.refresh_from_db()
        actions.note(item, "Genomgången.", was="", dealt_with=True, by=viewer, now=LATER)
    return meeting, duty


@pytest.mark.parametrize("last", ["municipality", "association"])
def test_what_the_meeting_dealt_with_is_shown_by_the_one_who_owes_it_whoever_approves_last(
    table: Table, last: str
) -> None:
    meeting, duty = a_met_report(table)
    minutes = table.put_forward(meeting)
    for organisation in sorted(
        (table.cast.municipality, table.cast.association), key=lambda each: each == getattr(table.cast, last)
    ):
        with table.as_(table.cast.municipality):
            assert not Evidence.objects.exists()
        table.approve(minutes, organisation)
    with table.as_(table.cast.municipality):
        shown = Evidence.objects.get(obligation=duty)
        assert (shown.kind, shown.done_on, shown.meeting_id) == ("meeting", AFTER, meeting.pk)
        assert shown.organisation_id == table.cast.association.pk


def test_what_a_meeting_cannot_show_is_refused_when_it_is_noted(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        duty = Obligation.objects.filter(partnership=table.partnership, term="fakturor")[0]
        item = actions.add_item(meeting, "Fakturan", by=viewer, now=LATER)
        AgendaItem.objects.filter(pk=item.pk).update(kind="obligation", obligation=duty)
        item.refresh_from_db()
        with pytest.raises(ValidationError, match="inte visas genom ett möte"):
            actions.note(item, "", was="", dealt_with=True, by=viewer, now=LATER)


def put_forward_with_a_reading(table: Table) -> Minutes:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        item = item_of(table, meeting, assumption="i-efterskott")
        actions.decide(
            meeting, "I efterskott.", kind="confirm", item=item, assumption="i-efterskott", answer="efterskott",
            by=viewer, now=LATER, today=AFTER,
        )  # fmt: skip
    return table.put_forward(meeting)


def test_a_confirmed_reading_takes_effect_with_the_last_approval(table: Table) -> None:
    minutes = put_forward_with_a_reading(table)
    table.approve(minutes, table.cast.association)
    with table.as_(table.cast.municipality):
        assert "i-efterskott" in {each.id for _, _, each in dossier_of(table.partnership).agreement.assumptions()}
        assert not Change.objects.exists()
    table.approve(minutes, table.cast.municipality)
    with table.as_(table.cast.municipality):
        change = Change.objects.get(partnership=table.partnership)
        assert change.done_on == AFTER
        assert dossier_of(table.partnership).changes[-1].change.kind == "confirmation"


@pytest.mark.parametrize("first", [True, False])
def test_a_reading_waits_for_someone_who_decides_where_the_minutes_were_approved_by_someone_who_does_not(
    table: Table, first: bool
) -> None:
    minutes = put_forward_with_a_reading(table)
    answers = [(table.cast.municipality, Role.CONTROLLER), (table.cast.association, Role.HEAD)]
    for organisation, role in answers if first else reversed(answers):
        table.approve(minutes, organisation, role=role)
    with table.as_(table.cast.municipality) as viewer:
        change = Change.objects.get(partnership=table.partnership)
        assert Meeting.objects.get(pk=minutes.meeting_id).approved_on == AFTER, "the minutes are right all the same"
        assert change.is_pending
        assert not dossier_of(table.partnership).changes
        take_step(change, "approval", {"on": AFTER}, by=viewer, now=LATER, today=AFTER)
        change.refresh_from_db()
        assert change.done_on == AFTER


# ── what is to be done ──


def agreed(table: Table, meeting: Meeting, says: str = "Boka lokal") -> ActionPoint:
    with table.as_(table.cast.municipality) as viewer:
        whose = table.cast.association.pk
        return actions.agree_action(meeting, says, whose, due=date(2026, 4, 1), by=viewer, now=LATER)


def on_agenda(table: Table, meeting: Meeting) -> list[ActionPoint | None]:
    with table.as_(table.cast.municipality):
        return [
            each.action for each in AgendaItem.objects.filter(meeting=meeting, kind="action").select_related("action")
        ]


def test_what_is_to_be_done_follows_from_meeting_to_meeting_until_it_is_done(table: Table) -> None:
    meeting = table.held()
    action = agreed(table, meeting)
    assert agreed(table, meeting).pk == action.pk
    week = timedelta(days=7)
    second = table.call(starts_at=STARTS + week, ends_at=ENDS + week)
    third = table.call(starts_at=STARTS + 2 * week, ends_at=ENDS + 2 * week)
    assert on_agenda(table, second) == on_agenda(table, third) == [action]
    with table.as_(table.cast.association) as viewer:
        with pytest.raises(ValidationError, match="inte varit än"):
            actions.finish_action(action, date(2027, 1, 1), by=viewer, now=LATER, today=AFTER)
        for _ in range(2):
            actions.finish_action(action, AFTER, "Klart.", by=viewer, now=LATER, today=AFTER)
        with pytest.raises(ValidationError, match="redan gjort"):
            actions.drop_action(action, "Behövs inte.", by=viewer, now=LATER, today=AFTER)
    fourth = table.call(starts_at=STARTS + 3 * week, ends_at=ENDS + 3 * week)
    assert on_agenda(table, fourth) == []
    assert names(table).count("action.finish") == 1


def test_it_is_put_on_the_next_meeting_s_agenda_where_that_is_called_already(table: Table) -> None:
    week = timedelta(days=7)
    coming = table.call(starts_at=STARTS + week, ends_at=ENDS + week)
    action = agreed(table, table.held())
    assert on_agenda(table, coming) == [action]


def test_what_is_dropped_keeps_its_reason_and_is_proposed_no_more(table: Table) -> None:
    action = agreed(table, table.held())
    with table.as_(table.cast.association) as viewer:
        with pytest.raises(ValidationError):
            actions.drop_action(action, "", by=viewer, now=LATER, today=AFTER)
        dropped = actions.drop_action(action, "Behövs inte.", by=viewer, now=LATER, today=AFTER)
    assert (dropped.dropped_on, dropped.dropped_because) == (AFTER, "Behövs inte.")


# ── what waits ──


def test_minutes_wait_for_each_party_that_has_not_answered(table: Table) -> None:
    minutes = table.put_forward(table.held())

    def waits_for(organisation: Organisation) -> bool:
        with table.as_(organisation) as viewer:
            return minutes in to_approve(viewer)

    everyone = (table.cast.municipality, table.cast.association, table.guest, table.cast.other_board)
    assert [waits_for(each) for each in everyone] == [True, True, False, False]
    table.approve(minutes, table.cast.association)
    assert [waits_for(each) for each in everyone] == [True, False, False, False]


def test_every_act_stands_in_the_history_and_none_holds_what_was_said(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        actions.note(item_of(table, meeting), "Hemligt ord", was="", by=viewer, now=LATER)
        actions.decide(meeting, "Hemligt beslut", by=viewer, now=LATER, today=AFTER)
        actions.agree_action(meeting, "Hemlig sak", table.cast.association.pk, by=viewer, now=LATER)
        every = list(Act.objects.all())
    done = {each.name for each in every}
    assert {
        "meeting.call",
        "meeting.hold",
        "meeting.note_attendance",
        "meeting.note",
        "meeting.decide",
        "action.agree",
    } <= done
    assert "emlig" not in "".join(f"{each.reason}{each.refers_to}" for each in every)


def test_what_one_body_agreed_is_not_put_before_those_who_sit_in_another(table: Table) -> None:
    agreed(table, table.held(), "Begär in registerutdrag")
    with table.as_(table.cast.municipality) as viewer:
        dossier = dossier_of(table.partnership)
        own = dossier.agreement.body["styrgrupp"]
        for body, count in ((own, 1), (replace(own, id="arbetsgrupp"), 0)):
            proposed = proposals_for(table.partnership, dossier, body, AFTER, AFTER, viewer)
            assert len([each for each in proposed if each.kind == "action"]) == count
