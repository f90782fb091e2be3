"""Laid in, handed over, thrown away, opened: who may, what is written, and what cannot be done twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.documents import actions
from samsyn.web.documents.actions import add as add_room
from samsyn.web.documents.models import Content, Document
from samsyn.web.documents.tests.conftest import NOW, TODAY, Table
from samsyn.web.history.models import Act
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter

SAID: dict[str, Any] = {"title": "Årsrapport", "public_title": "Rapport", "direction": "drawn_up", "dated": TODAY}


def acts_seen(table: Table, organisation: Organisation) -> list[str]:
    with table.cast.as_(organisation, Role.AUDITOR) as viewer:
        found = Act.objects.visible_to(viewer).filter(name__startswith="document.").order_by("id")
        return list(found.values_list("name", flat=True))


def test_a_draft_is_its_owner_s_alone_and_so_is_its_history(table: Table) -> None:
    draft = table.laid_in(table.cast.municipality)
    with table.cast.as_(table.cast.association, Role.HEAD):
        assert not Document.objects.filter(pk=draft.pk).exists()
        assert not Content.objects.exists()
    assert acts_seen(table, table.cast.municipality) == ["document.add"]
    assert acts_seen(table, table.cast.association) == []


def test_handing_over_numbers_it_and_is_known_to_every_party(table: Table) -> None:
    first = table.handed_over(table.cast.municipality)
    second = table.handed_over(table.cast.association)
    assert (first.number, second.number) == (1, 2)
    assert acts_seen(table, table.cast.association) == ["document.hand_over", "document.add", "document.hand_over"]
    with table.cast.as_(table.cast.association, Role.HEAD) as viewer:
        assert Document.objects.visible_to(viewer).filter(pk=first.pk).exists()
        assert Content.objects.visible_to(viewer).exists()


def test_handing_over_twice_changes_nothing(table: Table) -> None:
    document = table.handed_over(table.cast.municipality)
    with table.cast.as_(table.cast.municipality, Role.HEAD) as viewer:
        assert actions.hand_over(document, by=viewer, now=NOW).number == 1
    assert acts_seen(table, table.cast.municipality).count("document.hand_over") == 1


def test_the_others_get_a_letter_with_the_public_title_and_no_other(table: Table) -> None:
    reader = table.cast.person(table.cast.association, Role.CONTROLLER)
    table.handed_over(table.cast.municipality, title="Om en enskild")
    with acting_as_job(Job.SEED):
        letters = list(Letter.objects.filter(person=reader))
    assert len(letters) == 1
    assert "Rapport" in letters[0].body
    assert "enskild" not in letters[0].body + letters[0].subject


def test_handed_over_as_part_of_another_act_no_letter_is_written(table: Table) -> None:
    table.cast.person(table.cast.association, Role.CONTROLLER)
    assert table.laid_in(table.cast.municipality, hand_over=True).number == 1
    with acting_as_job(Job.SEED):
        assert not Letter.objects.exists()


def test_what_is_handed_over_is_never_changed(table: Table) -> None:
    document = table.handed_over(table.cast.municipality)
    with table.cast.as_(table.cast.municipality, Role.HEAD):
        document.title = "Något annat"
        with pytest.raises(DatabaseError), transaction.atomic():
            document.save()


def test_the_same_bytes_stand_once_whoever_lays_them_in(table: Table) -> None:
    table.handed_over(table.cast.municipality)
    table.handed_over(table.cast.association, name="annat namn.csv")
    with acting_as_job(Job.SEED):
        assert Content.objects.count() == 1
        assert Document.objects.count() == 2


def test_a_draft_can_be_thrown_away_and_what_is_handed_over_cannot(table: Table) -> None:
    draft, given = table.laid_in(table.cast.municipality), table.handed_over(table.cast.municipality)
    with table.cast.as_(table.cast.municipality, Role.HEAD) as viewer:
        actions.discard(draft, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="kan inte kastas"):
            actions.discard(given, by=viewer, now=NOW)
        assert list(Document.objects.values_list("pk", flat=True)) == [given.pk]
    assert "document.discard" in acts_seen(table, table.cast.municipality)
    assert "document.discard" not in acts_seen(table, table.cast.association)


def test_another_s_paper_is_neither_handed_over_nor_thrown_away(table: Table) -> None:
    draft = table.laid_in(table.cast.municipality)
    with table.cast.as_(table.cast.association, Role.HEAD) as viewer:
        for act in (actions.hand_over, actions.discard):
            with pytest.raises(PermissionDenied):
                act(draft, by=viewer, now=NOW)


@pytest.mark.parametrize("role", [Role.STAFF, Role.AUDITOR, Role.ADMINISTRATOR, Role.CASE_OFFICER])
def test_who_does_not_fulfil_a_party_s_duties_lays_nothing_in(table: Table, role: Role) -> None:
    with table.cast.as_(table.cast.municipality, role) as viewer, pytest.raises(PermissionDenied):
        actions.add_document(table.partnership, "a.txt", b"Hej", **SAID, by=viewer, now=NOW)


def test_who_only_takes_part_lays_nothing_in_and_sees_only_what_is_opened_to_it(table: Table) -> None:
    table.handed_over(table.cast.municipality, data=b"Bara parterna")
    opened = table.handed_over(
        table.cast.municipality, data=b"Ocks\xc3\xa5 n\xc3\xa4mnden", also_for=[table.participant.pk]
    )
    with table.cast.as_(table.participant, Role.HEAD) as viewer:
        assert list(Document.objects.visible_to(viewer)) == [opened]
        assert list(Document.objects.all()) == [opened]
        assert [bytes(each.data) for each in Content.objects.all()] == ["Också nämnden".encode()]
        with pytest.raises(PermissionDenied):
            actions.add_document(table.partnership, "a.txt", b"Hej", **SAID, by=viewer, now=NOW)


def test_a_draft_that_names_a_participant_is_still_a_draft(table: Table) -> None:
    table.laid_in(table.cast.municipality, also_for=[table.participant.pk])
    with table.cast.as_(table.participant, Role.HEAD):
        assert not Document.objects.exists()


def test_opening_is_written_in_the_reader_s_own_history(table: Table) -> None:
    document = table.handed_over(table.cast.municipality)
    with table.cast.as_(table.cast.association, Role.STAFF) as viewer:
        assert bytes(actions.open_document(document, by=viewer, now=NOW).data) == b"Hej"
    with table.cast.as_(table.cast.association, Role.PROTECTION_OFFICER) as officer:
        act = Act.objects.visible_to(officer).get(name="document.open")
    assert (act.subject_id, act.person_id) == (document.pk, viewer.person_id)
    assert "document.open" not in acts_seen(table, table.cast.municipality)


def test_no_history_no_paper(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_it(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no history today")

    monkeypatch.setattr(add_room, "record", break_it)
    with pytest.raises(RuntimeError):
        table.laid_in(table.cast.municipality)
    with acting_as_job(Job.SEED):
        assert not Document.objects.exists()
        assert not Content.objects.exists()


def test_a_paper_is_not_drawn_up_tomorrow(table: Table) -> None:
    with pytest.raises(ValidationError, match="har inte varit än"):
        table.laid_in(table.cast.municipality, dated=date(2026, 3, 3))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("tom.pdf", b"", "är tom"),
        ("virus.exe", b"MZ" + b"\0" * 90, "ett program"),
        ("sida.html", b"<html></html>", "en webbsida"),
        ("bild.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "innehållet är en PNG-bild"),
        ("gammalt.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "äldre format"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_with_what_it_is(table: Table, name: str, data: bytes, says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        table.laid_in(table.cast.municipality, data=data, name=name)
    assert says in refused.value.messages[0]
    assert name in refused.value.messages[0]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Årsrapport 🎉 åäö.txt", "Årsrapport 🎉 åäö.txt"),
        ("../../x\0y.txt", "xy.txt"),
        ("utan", "utan.txt"),
        ("", "handling.txt"),
    ],
)
def test_its_name_is_kept_as_far_as_it_can_be_saved(table: Table, given: str, kept: str) -> None:
    assert table.laid_in(table.cast.municipality, name=given).file_name == kept
