"""The pages: each party reads side by side what is put forward, and writes its own."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from django.test import Client

from samsyn.web.contributions.tests.conftest import RENT, Table
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role

TYPED = {
    "kind": "food", "what": "Frukost", "in_kind": "", "first": "2026-01-01", "last": "2026-03-02",
    "quantity": "120,5", "unit": "portions", "value": "4 000", "valued_how": "Inköpspris",
}  # fmt: skip


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\N{NO-BREAK SPACE}", " "))


def test_a_line_is_written_put_forward_and_read_by_the_other_party(table: Table) -> None:
    ours = table.cast.client(table.ours, Role.CONTROLLER)
    theirs = table.cast.client(table.theirs, Role.CONTROLLER)
    typed = TYPED | {"made": uuid4()}
    assert ours.post(f"{table.home()}add/", typed).status_code == 302
    assert ours.post(f"{table.home()}add/", typed).status_code == 302, "twice is once"
    page = text(ours, table.home())
    assert "120,5 portioner" in page
    assert "bara ni ser" in page
    assert "Frukost" not in text(theirs, table.home(table.theirs))
    assert ours.post(f"{table.home()}put-forward/2026/").status_code == 302
    page = text(theirs, table.home(table.theirs))
    assert "4 000 kr Inköpspris" in page
    assert "Ta tillbaka" not in page


def test_a_form_with_a_fault_keeps_what_was_typed(table: Table) -> None:
    ours = table.cast.client(table.ours, Role.CONTROLLER)
    answer = ours.post(f"{table.home()}add/", TYPED | {"made": uuid4(), "valued_how": "", "what": "Kaffe"})
    assert answer.status_code == 422
    assert 'value="Kaffe"' in answer.content.decode()
    assert "Skriv hur värdet är räknat" in answer.content.decode()


def test_different_units_are_never_added(table: Table) -> None:
    table.add(replace(RENT, kind="food", quantity=Decimal(3), unit="kilograms"))
    table.add(replace(RENT, kind="food", quantity=Decimal(4), unit="kilograms"))
    table.add(replace(RENT, kind="food", quantity=Decimal(5), unit="portions"))
    page = text(table.cast.client(table.ours, Role.CONTROLLER), table.home())
    assert re.search(r"Mat .*7 kg.* 5 portioner", page)
    assert "12" not in page.split("sida vid sida")[1].split("Värde, där")[0]


def test_a_line_is_changed_removed_and_taken_back_from_the_page(table: Table) -> None:
    ours = table.cast.client(table.ours, Role.CONTROLLER)
    line, other = table.add(), table.add()
    page = ours.get(f"{table.home()}{line.pk}/change/").content.decode()
    assert 'value="2026-03-02"' in page, "the last day, not the one after"
    assert ours.post(f"{table.home()}{line.pk}/change/", TYPED | {"made": uuid4()}).status_code == 302
    assert ours.post(f"{table.home()}{other.pk}/remove/").status_code == 302
    assert ours.post(f"{table.home()}put-forward/2026/").status_code == 302
    assert ours.post(f"{table.home()}{line.pk}/take-back/", {"because": "Fel år"}).status_code == 302
    page = text(table.cast.client(table.theirs, Role.HEAD), table.home(table.theirs))
    assert "Fel år" in page
    assert "Inga insatser är inskrivna för året" in page, "what is taken back counts no more"


def test_another_party_cannot_touch_a_line_that_it_reads(table: Table) -> None:
    line = table.add()
    table.cast.client(table.ours, Role.HEAD).post(f"{table.home()}put-forward/2026/")
    theirs = table.cast.client(table.theirs, Role.HEAD)
    for act in ("change", "take-back"):
        assert theirs.get(f"{table.home(table.theirs)}{line.pk}/{act}/").status_code == 404
    assert theirs.post(f"{table.home(table.theirs)}{line.pk}/remove/").status_code == 404


def test_an_auditor_reads_and_changes_nothing(table: Table) -> None:
    table.add()
    auditor = table.cast.client(table.ours, Role.AUDITOR)
    page = auditor.get(table.home()).content.decode()
    assert "<form" not in page.split("<main")[1].split("</main")[0]
    assert auditor.get(f"{table.home()}add/").status_code == 404


def test_many_lines_ask_no_more_questions_than_few(table: Table) -> None:
    ours = table.cast.client(table.ours, Role.CONTROLLER)
    table.add()
    few = asked(ours, table.home())
    for _ in range(5):
        table.add()
    many = asked(ours, table.home())
    assert len(many) == len(few) <= 20, many
