"""A duty is shown to be met, by whom and with what; and it is taken back, disputed and settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.history.models import Act
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations import actions
from samsyn.web.obligations.actions import evidence as evidence_room
from samsyn.web.obligations.actions import objection as objection_room
from samsyn.web.obligations.models import Evidence, Objection, Obligation
from samsyn.web.obligations.tests.laying import Laid
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter

NOW = datetime(2026, 4, 10, 9, tzinfo=UTC)
TODAY = date(2026, 4, 10)


@dataclass(frozen=True)
class Told:
    """The youth evenings on a day in April, with shorthand for acts by someone in an organisation."""

    laid: Laid
    cast: Cast

    def owed(self, **which: object) -> Obligation:
        with acting_as_job(Job.SEED):
            found = Obligation.objects.select_related("partnership").filter(partnership=self.laid.partnership, **which)
            return found.order_by("due", "occurrence")[0]

    def give(self, by: Organisation, obligation: Obligation, kind: str = "payment", **more: Any) -> Evidence:
        said = {"done_on": date(2026, 3, 30), **more}
        with self.cast.as_(by, Role.CONTROLLER) as viewer:
            return actions.give_evidence(obligation, kind=kind, **said, by=viewer, now=NOW, today=TODAY)

    def object(self, by: Organisation, obligation: Obligation, reason: str = "Inte framme") -> Objection:
        with self.cast.as_(by, Role.CONTROLLER) as viewer:
            return actions.object_to(obligation, reason, by=viewer, now=NOW, today=TODAY)

    def paper(self, by: Organisation, *, hand_over: bool = True) -> Document:
        said: dict[str, Any] = {"title": "Rapport", "public_title": "Rapport", "direction": "drawn_up", "dated": TODAY}
        with self.cast.as_(by, Role.HEAD) as viewer:
            return add_document(self.laid.partnership, "a.txt", b"Hej", **said, hand_over=hand_over, by=viewer, now=NOW)

    def derive(self) -> int:
        with acting_as_job(Job.DERIVE):
            return actions.derive_anew(self.laid.partnership, self.laid.dossier, by=Job.DERIVE, now=NOW, today=TODAY)

    def acts(self, *names: str) -> list[Act]:
        with self.cast.as_(self.cast.association, Role.HEAD) as viewer:
            return list(Act.objects.visible_to(viewer).filter(name__in=names).order_by("id"))


@pytest.fixture
def told(youth: Laid, cast: Cast) -> Told:
    return Told(youth, cast)


def test_who_owes_it_shows_that_it_was_done_and_every_party_sees_it(told: Told) -> None:
    payment = told.owed(kind="payment")
    told.give(told.cast.municipality, payment)
    assert told.owed(pk=payment.pk).met_on == date(2026, 3, 30)
    with told.cast.as_(told.cast.association, Role.AUDITOR) as viewer:
        assert Evidence.objects.visible_to(viewer).count() == 1
    (act,) = told.acts("evidence.give")
    assert (act.clause, act.refers_to["kind"]) == (payment.clause, "payment")
    assert act.organisation_id == told.cast.municipality.pk


@pytest.mark.parametrize(("kind", "may"), [("invoice", "association"), ("payment", "municipality")])
def test_who_it_is_owed_to_does_not_show_it_for_the_other(told: Told, kind: str, may: str) -> None:
    other = {"association": "municipality", "municipality": "association"}[may]
    obligation, how = told.owed(kind=kind), "note" if kind == "invoice" else "payment"
    done = date(2026, 3, 1)
    if kind == "invoice":
        with pytest.raises(PermissionDenied):
            told.give(getattr(told.cast, other), obligation, how, done_on=done, says="Skickad")
    told.give(getattr(told.cast, may), obligation, how, done_on=done, says="Skickad")
    assert told.owed(pk=obligation.pk).met_on == done


def test_what_is_done_together_any_party_of_it_may_show(told: Told) -> None:
    dialogue = told.owed(kind="extension_dialogue")
    for organisation in (told.cast.municipality, told.cast.other_board, told.cast.association):
        told.give(organisation, dialogue, "document", document=told.paper(organisation))
    assert len(told.acts("evidence.give")) == 3


@pytest.mark.parametrize("role", [Role.STAFF, Role.AUDITOR, Role.CASE_OFFICER])
def test_who_does_not_fulfil_a_party_s_duties_shows_nothing(told: Told, role: Role) -> None:
    payment = told.owed(kind="payment")
    with told.cast.as_(told.cast.municipality, role) as viewer, pytest.raises(PermissionDenied):
        actions.give_evidence(payment, kind="payment", done_on=TODAY, by=viewer, now=NOW, today=TODAY)


def test_a_stranger_neither_shows_nor_objects(told: Told) -> None:
    payment = told.owed(kind="payment")
    for act in (told.give, told.object):
        with pytest.raises(PermissionDenied):
            act(told.cast.other_association, payment)


@pytest.mark.parametrize(
    ("which", "kind", "more", "says"),
    [
        ("payment", "payment", {"done_on": date(2026, 4, 11)}, "har inte varit än"),
        ("payment", "note", {"says": "Betalt"}, "Välj «betalning», «handling»"),
        ("payment", "document", {}, "Välj den handling"),
        ("extension_dialogue", "document", {"done_on": date(2025, 12, 31)}, "börjar 2026-01-01"),
        ("extension_dialogue", "meeting", {}, "Välj det möte"),
        ("end_of_period", "note", {"says": "Slut"}, "kommer av sig själv"),
    ],
)
def test_what_does_not_show_it_is_refused_with_what_to_do(
    told: Told, which: str, kind: str, more: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        told.give(told.cast.municipality, told.owed(kind=which), kind, **more)
    assert says in refused.value.messages[0]


def test_an_invoice_may_be_sent_before_its_quarter_begins(told: Told) -> None:
    told.give(told.cast.association, told.owed(kind="invoice"), "note", done_on=date(2025, 12, 15), says="Skickad")
    assert told.owed(kind="invoice").met_on == date(2025, 12, 15)


def test_a_draft_shows_nothing_until_it_is_handed_over(told: Told) -> None:
    payment, draft = told.owed(kind="payment"), told.paper(told.cast.municipality, hand_over=False)
    with pytest.raises(ValidationError, match="utkast"):
        told.give(told.cast.municipality, payment, document=draft)
    assert told.owed(pk=payment.pk).met_on is None


def test_the_same_again_gives_what_is_there(told: Told) -> None:
    payment = told.owed(kind="payment")
    first, second = told.give(told.cast.municipality, payment), told.give(told.cast.other_board, payment)
    assert first.pk == second.pk
    assert len(told.acts("evidence.give")) == 1


def test_the_earliest_day_that_stands_counts(told: Told) -> None:
    payment = told.owed(kind="payment")
    told.give(told.cast.municipality, payment, done_on=date(2026, 4, 2))
    early = told.give(told.cast.municipality, payment, done_on=date(2026, 3, 2))
    assert told.owed(pk=payment.pk).met_on == date(2026, 3, 2)
    with told.cast.as_(told.cast.municipality, Role.HEAD) as viewer:
        actions.take_back_evidence(early, "Fel faktura", by=viewer, now=NOW, today=TODAY)
    assert told.owed(pk=payment.pk).met_on == date(2026, 4, 2)


def test_what_is_taken_back_stands_with_its_reason_and_counts_no_more(told: Told) -> None:
    payment = told.owed(kind="payment")
    evidence = told.give(told.cast.municipality, payment)
    with told.cast.as_(told.cast.association, Role.HEAD) as viewer, pytest.raises(PermissionDenied):
        actions.take_back_evidence(evidence, "Nej", by=viewer, now=NOW, today=TODAY)
    with told.cast.as_(told.cast.municipality, Role.HEAD) as viewer:
        with pytest.raises(ValidationError, match="Skriv varför"):
            actions.take_back_evidence(evidence, " ", by=viewer, now=NOW, today=TODAY)
        for _ in range(2):
            actions.take_back_evidence(evidence, "Fel faktura", by=viewer, now=NOW, today=TODAY)
        assert Evidence.objects.visible_to(viewer).get().taken_back_because == "Fel faktura"
    assert told.owed(pk=payment.pk).met_on is None
    assert len(told.acts("evidence.take_back")) == 1
    assert not any("faktura" in str(act.refers_to) + act.reason for act in told.acts("evidence.take_back"))


def test_what_holds_all_the_time_is_never_done_for_good(told: Told) -> None:
    standing = told.owed(kind="safety_work")
    told.give(told.cast.association, standing, "note", says="Skyddsrond", done_on=TODAY)
    assert told.owed(pk=standing.pk).met_on is None
    with acting_as_job(Job.SEED):
        assert Evidence.objects.filter(obligation=standing).count() == 1


def test_no_history_no_evidence(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_it(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no history today")

    payment = told.owed(kind="payment")
    monkeypatch.setattr(evidence_room, "record", break_it)
    monkeypatch.setattr(objection_room, "record", break_it)
    for act in (told.give, told.object):
        with pytest.raises(RuntimeError):
            act(told.cast.municipality, payment)
    after = told.owed(pk=payment.pk)
    assert (after.met_on, after.disputed_on) == (None, None)
    with acting_as_job(Job.SEED):
        assert not Evidence.objects.exists()
        assert not Objection.objects.exists()


def test_nobody_signed_in_writes_how_an_obligation_stands(told: Told) -> None:
    payment = told.owed(kind="payment")
    with told.cast.as_(told.cast.municipality, Role.HEAD):
        assert Obligation.objects.filter(pk=payment.pk).update(met_on=TODAY) == 0
        payment.met_on = TODAY
        with pytest.raises(DatabaseError), transaction.atomic():
            payment.save(update_fields=["met_on"], force_update=True)


def test_an_objection_stands_until_the_one_who_raised_it_says_that_it_is_settled(told: Told) -> None:
    payment = told.owed(kind="payment")
    told.give(told.cast.municipality, payment)
    objection = told.object(told.cast.association, payment)
    assert told.owed(pk=payment.pk).disputed_on == TODAY
    with told.cast.as_(told.cast.municipality, Role.HEAD) as viewer, pytest.raises(PermissionDenied):
        actions.settle_objection(objection, "Strunt", by=viewer, now=NOW, today=TODAY)
    with told.cast.as_(told.cast.association, Role.HEAD) as viewer:
        for _ in range(2):
            actions.settle_objection(objection, "Pengarna kom", by=viewer, now=NOW, today=TODAY)
        assert Objection.objects.visible_to(viewer).get().settled_how == "Pengarna kom"
    after = told.owed(pk=payment.pk)
    assert (after.disputed_on, after.met_on) == (None, date(2026, 3, 30))
    assert [act.name for act in told.acts("objection.raise", "objection.settle")] == [
        "objection.raise",
        "objection.settle",
    ]


def test_a_party_objects_once_at_a_time_and_each_party_for_itself(told: Told) -> None:
    payment = told.owed(kind="payment")
    first = told.object(told.cast.association, payment)
    assert told.object(told.cast.association, payment).pk == first.pk
    with pytest.raises(ValidationError, match="redan en invändning"):
        told.object(told.cast.association, payment, "Något annat")
    with pytest.raises(ValidationError, match="Skriv vad ni invänder"):
        told.object(told.cast.municipality, payment, " ")
    told.object(told.cast.municipality, payment, "Vi ska inte betala")
    assert len(told.acts("objection.raise")) == 2


def test_the_others_are_told_of_an_objection_without_what_it_says(told: Told) -> None:
    reader = told.cast.person(told.cast.municipality, Role.HEAD)
    told.object(told.cast.association, told.owed(kind="payment"), "Om en enskild")
    with acting_as_job(Job.SEED):
        (letter,) = Letter.objects.filter(person=reader)
    assert "har invänt" in letter.body
    assert "enskild" not in letter.body


def test_deriving_anew_keeps_ids_evidence_and_how_everything_stands(told: Told) -> None:
    payment = told.owed(kind="payment")
    told.give(told.cast.municipality, payment)
    told.object(told.cast.association, payment)
    told.give(told.cast.association, told.owed(kind="safety_work"), "note", says="Rond", done_on=TODAY)
    with acting_as_job(Job.SEED):
        before = list(Obligation.objects.filter(partnership=told.laid.partnership).order_by("id").values())
    assert told.derive() == 0
    with acting_as_job(Job.SEED):
        assert list(Obligation.objects.filter(partnership=told.laid.partnership).order_by("id").values()) == before
        Obligation.objects.filter(pk=payment.pk).update(met_on=None, disputed_on=None, says="Fel")
    assert told.derive() == 1
    after = told.owed(pk=payment.pk)
    assert (after.met_on, after.disputed_on) == (date(2026, 3, 30), TODAY)


def test_a_meeting_with_approved_minutes_shows_itself_and_evidence_given_beside_changes_nothing(told: Told) -> None:
    meeting = told.owed(kind="meeting")
    with acting_as_job(Job.SEED):
        held = Meeting.objects.create(
            partnership=told.laid.partnership, body="styrgrupp", body_name="Styrgruppen", clause="1", number=1,
            called_by=told.cast.municipality, called_at=NOW, starts_at=NOW, ends_at=NOW.replace(hour=10),
            held_on=date(2026, 2, 3),
        )  # fmt: skip
    assert told.derive() == 0
    with acting_as_job(Job.SEED):
        held.approved_on = date(2026, 2, 20)
        held.save()
    assert told.derive() > 0
    assert told.owed(pk=meeting.pk).met_on == date(2026, 2, 3)
    evidence = told.give(
        told.cast.municipality,
        meeting,
        "document",
        document=told.paper(told.cast.municipality),
        done_on=date(2026, 1, 9),
    )
    assert told.owed(pk=meeting.pk).met_on == date(2026, 2, 3)
    with told.cast.as_(told.cast.municipality, Role.HEAD) as viewer:
        actions.take_back_evidence(evidence, "Behövs inte", by=viewer, now=NOW, today=TODAY)
    assert told.owed(pk=meeting.pk).met_on == date(2026, 2, 3)
    with pytest.raises(ValidationError, match="Välj «handling»"):
        told.give(told.cast.municipality, meeting, "meeting", meeting=held)


def test_what_no_longer_follows_from_the_terms_can_still_be_settled(told: Told) -> None:
    payment = told.owed(kind="payment")
    objection = told.object(told.cast.association, payment)
    with acting_as_job(Job.SEED):
        Obligation.objects.filter(pk=payment.pk).update(fell_away_on=TODAY, occurrence="borta", met_on=TODAY)
    with told.cast.as_(told.cast.association, Role.HEAD) as viewer:
        actions.settle_objection(objection, "Överspelat", by=viewer, now=NOW, today=TODAY)
    after = told.owed(pk=payment.pk)
    assert (after.disputed_on, after.met_on) == (None, TODAY)
    for act in (told.give, told.object):
        with pytest.raises(ValidationError, match="följer inte längre"):
            act(told.cast.municipality, payment)
