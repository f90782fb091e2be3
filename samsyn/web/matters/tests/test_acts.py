"""What can happen in a matter, and what it leaves behind."""

from __future__ import annotations

from datetime import date
from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.matters import actions
from samsyn.web.matters.models import Entry, Matter
from samsyn.web.matters.tests.conftest import TODAY, Table
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter

SOON = date(2025, 6, 20)
AFTERWARDS = date(2025, 7, 3)


def acts(table: Table) -> list[str]:
    with acting_as_job(Job.SEED):
        found = Act.objects.filter(partnership=table.laid.partnership, name__startswith="matter.").order_by("at", "id")
        assert all(each.shared for each in found)
        return [each.name.removeprefix("matter.") for each in found]


def test_a_change_in_the_economy_is_known_when_the_other_party_has_acknowledged(training: Table) -> None:
    matter = training.open("economic_change", training.theirs)
    assert (matter.number, matter.term, matter.clause) == (1, "ekonomiska-forandringar", "6 st. 4")
    training.act(training.ours, actions.acknowledge, matter, role=Role.CONTROLLER)
    after = training.again(matter)
    assert (after.closed_on, after.outcome) == (TODAY, "known")
    assert acts(training) == ["open", "acknowledge"]


@pytest.mark.parametrize(("day", "outcome"), [(SOON, "approved"), (AFTERWARDS, "approved_after")])
def test_a_deviation_is_approved_by_both_after_their_dialogue(training: Table, day: date, outcome: str) -> None:
    matter = training.open("deviation")
    with pytest.raises(ValidationError, match="Först för parterna en dialog"):
        training.act(training.theirs, actions.approve, matter)
    training.act(training.theirs, actions.add_dialogue, matter, "Vi talade om det.", on=TODAY, role=Role.CONTROLLER)
    training.act(training.theirs, actions.approve, matter)
    assert training.again(matter).closed_on is None
    training.act(training.ours, actions.approve, matter, today=day)
    assert (training.again(matter).closed_on, training.again(matter).outcome) == (day, outcome)


def test_a_no_says_why_and_ends_it(training: Table) -> None:
    matter = training.open("deviation")
    training.act(training.ours, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    with pytest.raises(ValidationError, match="Skriv varför"):
        training.act(training.theirs, actions.refuse, matter, " ")
    training.act(training.theirs, actions.refuse, matter, "Kläderna behövs.")
    assert training.again(matter).outcome == "refused"
    with pytest.raises(ValidationError, match="redan avslutat"):
        training.act(training.ours, actions.approve, matter)


def test_where_no_clause_speaks_of_it_a_deviation_is_only_told(shelter: Table) -> None:
    matter = shelter.open("deviation")
    assert (matter.term, matter.clause) == ("", "")
    with pytest.raises(ValidationError, match="Det går inte"):
        shelter.act(shelter.theirs, actions.approve, matter)
    shelter.act(shelter.theirs, actions.acknowledge, matter)
    assert shelter.again(matter).outcome == "known"


def test_a_dispute_is_settled_by_words_that_every_party_says(training: Table) -> None:
    matter = training.open("dispute")
    with pytest.raises(ValidationError, match="dialog"):
        training.act(training.ours, actions.settle, matter, "Hälften var.")
    training.act(training.ours, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    first = training.act(training.ours, actions.settle, matter, "Hälften var.")
    assert training.act(training.ours, actions.settle, matter, "Hälften var.") == first
    training.act(training.theirs, actions.settle, matter, "En tredjedel.")
    with pytest.raises(ValidationError, match="har ändrats"):
        training.act(training.ours, actions.settle, matter, "Hälften var!", confirms=True)
    assert training.again(matter).closed_on is None
    training.act(training.ours, actions.settle, matter, "En tredjedel.", confirms=True)
    assert training.again(matter).outcome == "settled"
    assert acts(training) == ["open", "add_dialogue", "settle", "settle", "settle"]


def test_a_dispute_can_go_further_after_dialogue_and_only_its_opener_takes_it_back(training: Table) -> None:
    matter = training.open("dispute")
    with pytest.raises(ValidationError, match="Bara den part som öppnade"):
        training.act(training.theirs, actions.withdraw, matter, "Vi vill inte.")
    training.act(training.ours, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    training.act(training.theirs, actions.pass_on, matter, "Till domstolen.")
    assert training.again(matter).outcome == "passed_on"
    other = training.open("dispute", title="En annan")
    training.act(training.ours, actions.withdraw, other, "Det löste sig.")
    assert (other.number, training.again(other).outcome) == (2, "withdrawn")


def test_the_same_again_is_done_once(training: Table) -> None:
    assert training.open("other") == training.open("other")
    matter = training.open("other")
    said = training.act(training.theirs, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    assert training.act(training.theirs, actions.add_dialogue, matter, "Vi talade.", on=TODAY) == said
    training.act(training.theirs, actions.acknowledge, matter)
    with pytest.raises(ValidationError):
        training.act(training.theirs, actions.acknowledge, matter)
    assert acts(training) == ["open", "add_dialogue", "acknowledge"]


def test_a_dialogue_has_been_held_when_it_is_written_in(training: Table) -> None:
    matter = training.open("dispute")
    with pytest.raises(ValidationError, match="framåt i tiden"):
        training.act(training.ours, actions.add_dialogue, matter, "Vi ska tala.", on=SOON)


def test_a_matter_without_words_or_a_deviation_without_its_day_is_not_opened(training: Table) -> None:
    with pytest.raises(ValidationError) as found:
        training.open("deviation", says=" ", happens_on=None)
    assert set(found.value.message_dict) == {"says", "happens_on"}


def test_a_dispute_may_be_about_an_obligation(training: Table) -> None:
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=training.laid.partnership).first()
    assert training.open("dispute", obligation=owed).obligation == owed


@pytest.mark.parametrize("role", [Role.STAFF, Role.CASE_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_does_not_answer_for_the_party_s_duties_opens_nothing(training: Table, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        training.act(
            training.ours, actions.open_matter, training.laid.partnership, "other", title="Nej", says="Nej", role=role
        )


def test_what_binds_the_party_is_said_by_someone_who_decides(training: Table) -> None:
    matter = training.open("deviation")
    training.act(training.ours, actions.add_dialogue, matter, "Vi talade.", on=TODAY)
    for act, given in ((actions.approve, ()), (actions.refuse, ("Nej.",))):
        with pytest.raises(PermissionDenied):
            training.act(training.theirs, act, matter, *given, role=Role.CONTROLLER)
    training.act(training.theirs, actions.approve, matter, role=Role.STEERING)


def test_what_was_written_is_never_changed(training: Table) -> None:
    matter = training.open("other")
    with training.cast.as_(training.ours, Role.HEAD):
        for change in (
            lambda: Entry.objects.filter(matter=matter).update(says="Något annat"),
            lambda: Matter.objects.filter(pk=matter.pk).update(title="Något annat"),
            lambda: Matter.objects.filter(pk=matter.pk).delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_if_the_history_cannot_be_written_nothing_has_happened(training: Table) -> None:
    with patch("samsyn.web.matters.actions._write.record", side_effect=RuntimeError), pytest.raises(RuntimeError):
        training.open("other")
    with acting_as_job(Job.SEED):
        assert not Matter.objects.filter(partnership=training.laid.partnership).exists()


def test_both_parties_are_told_in_the_same_words_and_not_what_was_written(training: Table) -> None:
    for who in (training.ours, training.theirs):
        training.cast.person(who, Role.CONTROLLER)
    training.open("deviation", title="Hemlig rubrik")
    with acting_as_job(Job.SEED):
        letters = list(Letter.objects.filter(about__startswith="matter/"))
    bodies = {each.body.replace(training.ours.slug, "x").replace(training.theirs.slug, "x") for each in letters}
    assert {each.organisation_id for each in letters} == {training.ours.pk, training.theirs.pk}
    assert len(bodies) == 1
    assert "Avvikelsen ska vara godkänd före 2025-07-01" in letters[0].body
    assert "Hemlig" not in letters[0].body + letters[0].subject


def test_a_draft_cannot_be_pointed_to(training: Table) -> None:
    from samsyn.web.documents.models import Content, Document

    with acting_as_job(Job.SEED):
        content = Content.objects.create(sha256="c" * 64, size=3, media_type="text/plain", data=b"Hej")
        draft = Document.objects.create(
            partnership=training.laid.partnership,
            organisation=training.ours,
            content=content,
            file_name="a.txt",
            title="Utkast",
            public_title="Utkast",
            direction="drawn_up",
            dated=TODAY,
            added_at="2025-06-02T08:00:00Z",
        )
    with pytest.raises(ValidationError, match="Lämna över"):
        training.open("other", document=draft)
