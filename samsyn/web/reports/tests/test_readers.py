"""A signed part is read by its signer and by those it is owed to; what all read holds what all may be told."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from samsyn.exchange.reports import ReportDocument
from samsyn.web.access.fixtures import Cast
from samsyn.web.documents.models import Content, Document
from samsyn.web.organisations.roles import Role
from samsyn.web.publication.actions import let_out
from samsyn.web.releases.queries import released
from samsyn.web.reports.content import document_in, is_for_anyone
from samsyn.web.reports.models import Part, PartContent, Report
from samsyn.web.reports.tests.conftest import AGREEMENT, MOMENT, TODAY, Table, lay_it

_SEAT = '    { function = "Representant", party = "andra-foreningen" },\n'


@pytest.fixture
def small(cast: Cast, settings: Any) -> Table:
    """The other association does not sit in the group that goes through the parts. Three came to the one."""
    settings.SAMSYN_TODAY = TODAY
    assert AGREEMENT.count(_SEAT) == 1
    table = lay_it(cast, AGREEMENT.replace(_SEAT, ""))
    table.came(table.one, "ena", woman=3)
    table.came(table.other, "andra", woman=60, man=20)
    return table


def test_a_part_with_a_small_total_that_is_promised_does_not_exist_for_a_party_it_is_not_owed_to(small: Table) -> None:
    report = small.opened()
    part = small.sign(report, small.one, gjort="Öppet.")
    assert part.document_id is not None
    for whose in (small.one, small.compiler):
        with small.by(whose, Role.CONTROLLER) as viewer:
            assert _said(document_in(PartContent.objects.visible_to(viewer).get(part=part).content)) >= {3}
            assert Document.objects.visible_to(viewer).filter(pk=part.document_id).exists()
            assert Content.objects.filter(documents=part.document_id).exists()
    with small.by(small.other) as viewer:
        assert Part.objects.visible_to(viewer).get(pk=part.pk).signed_on == TODAY, "that it is signed all see"
        assert not PartContent.objects.filter(part=part).exists(), "the wall, without any filter"
        assert not Content.objects.filter(documents=part.document_id).exists(), "nor the bytes of its paper"
        assert not Document.objects.visible_to(viewer).filter(pk=part.document_id).exists()
        told = released(viewer, small.partnership, organisation=small.one.pk)
        assert [line.value for each in told for line in each.lines] == [None] * sum(len(each.lines) for each in told)
    reader = small.cast.client(small.other, Role.HEAD)
    home = small.home(small.other)
    shown = reader.get(f"{home}{report.pk}/")
    assert shown.status_code == 200
    assert f"parts/{part.pk}/" not in shown.content.decode()
    for address in (f"{home}parts/{part.pk}/", f"{home}parts/{part.pk}/send-back/",
                    f"{home.removesuffix('reports/')}documents/{part.document_id}/",
                    f"{home.removesuffix('reports/')}documents/{part.document_id}/file/"):  # fmt: skip
        assert reader.get(address).status_code == 404, address


def test_the_compiled_one_holds_what_all_that_read_it_may_be_told(small: Table) -> None:
    report = small.opened()
    small.sign(report, small.one, gjort="Öppet.")
    small.sign(report, small.other, gjort="Vi också.")
    for address in (
        f"{small.home(small.other)}{report.pk}/compiled/",
        f"{small.home(small.other)}{report.pk}/compiled.pdf",
    ):
        assert small.cast.client(small.other, Role.HEAD).get(address).status_code == 404
        small.go_through(report, by=small.compiler) if address.endswith("compiled/") else None
    submission = small.submit(report)
    tables = {each.key: each for each in document_in(submission.content).tables}
    rows = [row[1] for row in (*tables["siffror"].rows, tables["siffror"].sums)]
    assert [cell.state for cell in rows] == ["hidden", "value", "hidden"], "80 of 83 would give the three away"
    assert not _said(document_in(submission.content)) & {3, 83}
    assert is_for_anyone(submission.content)
    assert (
        small.cast.client(small.other, Role.HEAD).get(f"{small.home(small.other)}versions/{submission.pk}/").status_code
        == 200
    )


def test_one_party_alone_hands_its_receiver_the_exact_total_and_the_others_the_rest(small: Table) -> None:
    report: Report = small.opened("statistik")
    part = small.sign(report, small.one, ord="Få kom i juli.")
    submission = small.standing(report).last
    assert submission is not None
    assert part.document_id != submission.document_id, "two papers"
    assert 3 not in _said(document_in(submission.content))
    assert "Få kom i juli." in str(submission.content), "its words are for all"
    with small.by(small.compiler):
        assert 3 in _said(document_in(PartContent.objects.get(part=part).content))


def test_nobody_changes_who_reads_a_part(small: Table) -> None:
    part = small.sign(small.opened(), small.one, gjort="Öppet.")
    assert part.document_id is not None
    with small.by(small.one), pytest.raises(DatabaseError), transaction.atomic():
        PartContent.objects.filter(part=part).update(only_for=[])
    with small.by(small.one), pytest.raises(DatabaseError), transaction.atomic():
        Document.objects.filter(pk=part.document_id).update(only_for=[])


def _said(document: ReportDocument) -> set[object]:
    """Every number in its figures and tables."""
    cells = [cell for each in document.tables for row in (*each.rows, each.sums) for cell in row]
    figures = [getattr(block, "value", None) for block in document.blocks]
    more = [getattr(block, name, None) for block in document.blocks for name in ("n", "missing")]
    return {cell.value for cell in (*cells, *filter(None, figures))} | set(more)


def test_what_one_party_alone_hands_a_board_is_not_let_out_to_everyone_with_a_total_of_a_few(
    cast: Cast, settings: Any
) -> None:
    settings.SAMSYN_TODAY = TODAY
    own = AGREEMENT.replace('signed_by = ["foreningen"]\n', 'signed_by = ["foreningen"]\naudience = "board"\n')
    own = own.replace(
        'by = ["foreningen"]\nto = ["kommunen"]', 'by = ["foreningen"]\nto = ["kommunen", "andra-foreningen"]'
    )
    table = lay_it(cast, own.replace('reported_to = ["kommunen"]\n', ""))
    table.came(table.one, "ena", woman=3)
    report = table.opened("statistik")
    table.sign(report, table.one, ord="Få kom i juli.")
    submission = table.standing(report).last
    assert submission is not None
    with table.by(table.one) as viewer, pytest.raises(ValidationError, match="bara parterna får läsa"):
        let_out(submission.document, by=viewer, **MOMENT)
