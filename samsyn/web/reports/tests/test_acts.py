"""A report from its opening to its submission, its correction, and the same bytes made again."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samsyn.exchange.reports import Drawn
from samsyn.rules.reports import PartState, State
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.reports import actions, paper
from samsyn.web.reports.content import document_in
from samsyn.web.reports.jobs import open_reports
from samsyn.web.reports.models import Draft, Report, Submission
from samsyn.web.reports.presenters.difference import difference_between
from samsyn.web.reports.tests.conftest import MOMENT, TODAY, Table


def test_a_compiled_report_goes_all_the_way_and_the_duties_are_met(table: Table) -> None:
    report, submission = table.submitted()
    assert table.standing(report).state == State.SUBMITTED
    with acting_as_job(Job.SEED):
        met = {each.term: each.met_on for each in Obligation.objects.filter(met_on__isnull=False)}
        assert met == dict.fromkeys(["delrapport", "genomgang", "sammanstallning"], TODAY)
        assert Evidence.objects.filter(obligation__term="delrapport").count() == 2
        assert submission.document.number is not None, "handed over"
    said = document_in(submission.content)
    words = [line for section in said.sections for block in section.blocks for line in getattr(block, "lines", ())]
    assert words == ["Det gick bra.", "Vi har haft öppet.", "Vi också."]
    assert [each.party for each in said.signatures] == ["Föreningen", "Andra föreningen"]


def test_figures_stand_side_by_side_and_added_up_and_a_few_are_told_to_nobody(table: Table) -> None:
    """40 + 2 + 60 + 20 came; the two cannot be found by taking anything that is told from anything else."""
    table.came(table.one, "ena", woman=40, man=2)
    table.came(table.other, "andra", woman=60, man=20)
    _report, submission = table.submitted()
    tables = {each.key: each for each in document_in(submission.content).tables}
    whole = tables["siffror"]
    assert [row[1].value for row in (*whole.rows, whole.sums)] == [42, 80, 122], "what the agreement asks for is exact"
    ones, others, together = (row[1:3] for row in tables["efter-kon"].rows)
    assert {cell.state for cell in ones} == {"hidden"}, "two men, and the women that would give them away"
    assert [cell.value for cell in others] == [60, 20]
    assert {cell.state for cell in together} == {"hidden"}
    assert "2" not in {str(cell.value) for each in tables.values() for row in each.rows for cell in row}


def test_every_step_waits_for_the_one_before(table: Table) -> None:
    report = table.opened()
    part = table.sign(report, table.one, gjort="Vi har haft öppet.")
    with table.by(table.other) as viewer, pytest.raises(ValidationError, match="Alla delar"):
        actions.go_through(report, note="Nej.", by=viewer, **MOMENT)
    with table.by(table.other) as viewer, pytest.raises(ValidationError, match="Skriv först under «Det vi har gjort»"):
        actions.sign(report, seal=table.seal(report, table.other), by=viewer, **MOMENT)
    table.sign(report, table.other, gjort="Vi också.")
    assert table.standing(report).state == State.TO_GO_THROUGH
    with pytest.raises(ValidationError, match="Samverkansgruppen har inte gått igenom"):
        table.submit(report)
    table.go_through(report)
    with table.by(table.one) as viewer, pytest.raises(PermissionDenied):
        actions.submit(report, seal="", by=viewer, **MOMENT)
    with table.by(table.compiler, Role.CONTROLLER) as viewer, pytest.raises(PermissionDenied):
        actions.submit(report, seal="", by=viewer, **MOMENT)
    again = table.submit(report)
    assert table.submit(report).pk == again.pk, "twice is once"
    assert table.sign(report, table.one).pk == part.pk


def test_a_part_is_sent_back_with_a_note_and_answered_by_a_new_version(table: Table) -> None:
    report = table.opened()
    first = table.sign(report, table.one, gjort="Öppet.")
    table.sign(report, table.other, gjort="Vi också.")
    with table.by(table.one) as viewer, pytest.raises(PermissionDenied):
        actions.send_back(first, "Vår egen.", by=viewer, **MOMENT)
    with table.by(table.compiler, Role.CONTROLLER) as viewer:
        with pytest.raises(ValidationError, match="Skriv vad"):
            actions.send_back(first, " ", by=viewer, **MOMENT)
        back = actions.send_back(first, "Hur ofta?", by=viewer, **MOMENT)
        assert actions.send_back(first, "Hur ofta?", by=viewer, **MOMENT).pk == back.pk
    assert table.standing(report).part_state("foreningen") == PartState.SENT_BACK
    with pytest.raises(ValidationError, match="Ingenting är ändrat"):
        table.sign(report, table.one)
    second = table.sign(report, table.one, gjort="Öppet två dagar i veckan.")
    assert (second.number, second.because) == (2, "Ändrad efter att den skickades tillbaka.")
    with table.by(table.compiler) as viewer, pytest.raises(ValidationError, match="ny version"):
        actions.send_back(first, "Mer.", by=viewer, **MOMENT)
    assert table.standing(report).state == State.TO_GO_THROUGH


def test_a_correction_is_a_new_version_with_a_reason_and_a_readable_difference(table: Table) -> None:
    report, first = table.submitted()
    with pytest.raises(ValidationError, match="Skriv vad som är rättat"):
        table.sign(report, table.one, gjort="Vi har haft öppet. Också på söndagar.")
    table.sign(report, table.one, because="Söndagarna saknades.", gjort="Vi har haft öppet. Också på söndagar.")
    assert table.standing(report).state == State.CHANGED
    table.go_through(report)
    with pytest.raises(ValidationError, match="Skriv vad som är rättat"):
        table.submit(report)
    second = table.submit(report, because="Föreningens del är rättad.")
    assert second.number == 2
    found = difference_between(document_in(first.content), document_in(second.content))
    changed = [
        (each.section, each.where, each.before, each.after) for each in found if each.section == "Det vi har gjort"
    ]
    assert changed == [("Det vi har gjort", "Föreningen", "", "Också på söndagar.")]
    with acting_as_job(Job.SEED):
        assert Submission.objects.get(pk=first.pk).content == first.content, "the first stays as it was"


def test_one_party_alone_submits_by_signing(table: Table) -> None:
    report = table.opened("statistik")
    table.sign(report, table.one, ord="Få kom i juli.")
    assert table.standing(report).state == State.SUBMITTED
    assert table.owed("statistik").met_on == TODAY


def test_both_parties_sign_side_by_side_and_it_is_submitted_with_the_last(table: Table) -> None:
    report = table.opened("uppfoljning", table.compiler)
    table.sign(report, table.compiler, insats="Vi betalade.")
    assert table.standing(report).state == State.WRITING
    table.sign(report, table.one, insats="Vi höll öppet.")
    assert table.standing(report).state == State.SUBMITTED
    assert table.owed("uppfoljning").met_on == TODAY


def test_nobody_writes_over_somebody_else_and_only_the_own_party_reads_a_draft(table: Table) -> None:
    report = table.opened()
    table.write(report, table.one, gjort="Vi.")
    with table.by(table.one) as viewer, pytest.raises(ValidationError, match="Någon annan har skrivit"):
        actions.write(report, {"gjort": "Jag."}, edits=0, by=viewer, now=MOMENT["now"])
    with table.by(table.other) as viewer:
        assert not Draft.objects.exists()
        assert Report.objects.visible_to(viewer).get() == report


def test_what_was_read_is_what_is_signed(table: Table) -> None:
    report = table.opened()
    table.write(report, table.one, gjort="Vi har haft öppet.")
    seal = table.seal(report, table.one)
    table.write(report, table.one, gjort="Något annat.")
    with table.by(table.one) as viewer, pytest.raises(ValidationError, match="Läs den igen"):
        actions.sign(report, seal=seal, by=viewer, **MOMENT)


def test_the_same_bytes_are_made_again_and_another_version_is_said(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    _report, submission = table.submitted()
    with acting_as_job(Job.SEED):
        frozen = Submission.objects.select_related("document__content").get(pk=submission.pk)
        kept = bytes(frozen.document.content.data)
    made = actions.remade(frozen)
    assert (made.same, made.changed) == (True, {})
    assert made.data == kept
    monkeypatch.setattr(paper, "drawn", lambda: (Drawn("typst", "999"),))
    monkeypatch.setattr("samsyn.web.reports.actions.remake.drawn", lambda: (Drawn("typst", "999"),))
    assert actions.remade(frozen).changed["typst"][1] == "999"


def test_the_bell_opens_what_is_near_and_twice_is_once(table: Table) -> None:
    open_reports()
    open_reports()
    with acting_as_job(Job.SEED):
        found = sorted((each.term, str(each.days.lower)) for each in Report.objects.filter(days__isempty=False))
    assert found == [("gemensam", "2025-01-01"), ("halvar", "2025-07-01"), ("statistik-till-kommunen", "2025-07-01")]
