"""The pages: declared, shown, put forward, and the state aid of the parties."""

from __future__ import annotations

import re
from uuid import uuid4

from django.test import Client

from samsyn.web.funders.tests.conftest import Table
from samsyn.web.organisations.roles import Role

TYPED = {
    "funder": "Fonden", "cost_line": "loner", "first": "2026-01-01", "last": "2026-12-31", "percent": "20",
    "amount": "", "source": "Beslut 4",
}  # fmt: skip
AID = {
    "recipient": "foreningen", "giver": "Regionen", "granted_on": "2026-01-15", "amount": "100 000", "valued_how": "",
    "rate": "11,4275", "rate_on": "2026-01-15", "rate_source": "Riksbanken",
}  # fmt: skip


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\N{NO-BREAK SPACE}", " "))


def test_a_funder_is_declared_its_clash_seen_explained_and_read_by_the_other_party(table: Table) -> None:
    table.spend(10_000)
    ours = table.cast.client(table.ours, Role.CONTROLLER)
    theirs = table.cast.client(table.theirs, Role.CONTROLLER)
    typed = TYPED | {"made": uuid4()}
    assert ours.post(f"{table.home()}add/", typed).status_code == 302
    assert ours.post(f"{table.home()}add/", typed).status_code == 302, "twice is once"
    page = text(ours, table.home())
    assert "bara ni ser" in page
    assert "finansiärerna betalar 2 000 kr mer än kostnaden 10 000 kr" in page
    assert "Fonden" not in text(theirs, table.home(table.theirs))
    address = re.search(r'href="([^"]*clashes/[^"]*)"', ours.get(table.home()).content.decode())
    assert address is not None
    assert ours.post(address[1], {"explanation": ""}).status_code == 422
    assert ours.post(address[1], {"explanation": "En extra tjänst."}).status_code == 302
    page = text(theirs, table.home(table.theirs))
    assert "2 000 kr mer" in page
    assert "En extra tjänst." in page


def test_put_forward_the_other_party_reads_what_each_pays_and_where_it_stands(table: Table) -> None:
    table.declare()
    ours = table.cast.client(table.ours, Role.CONTROLLER)
    assert ours.post(f"{table.home()}put-forward/").status_code == 302
    page = text(table.cast.client(table.theirs, Role.STAFF), table.home(table.theirs))
    assert "Fonden" in page
    assert "20 %" in page
    assert "Beslut 4" in page


def test_neither_per_cent_nor_amount_is_answered_at_the_field_and_nothing_typed_is_lost(table: Table) -> None:
    ours = table.cast.client(table.ours, Role.CONTROLLER)
    answer = ours.post(f"{table.home()}add/", TYPED | {"made": uuid4(), "percent": ""})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "antingen en andel i procent eller ett belopp" in page
    assert "Beslut 4" in page


def test_who_stands_behind_a_voucher_is_chosen_among_the_own_funders(table: Table) -> None:
    row, share = table.spend(10_000), table.declare()
    ours = table.cast.client(table.ours, Role.CONTROLLER)
    assert "Lön februari" in text(ours, f"{table.home()}vouchers/")
    assert ours.post(f"{table.home()}vouchers/{row.pk}/", {"funders": [str(share.funder_id)]}).status_code == 302
    assert re.search(r"Fonden Ändra", text(ours, f"{table.home()}vouchers/"))
    theirs = table.cast.client(table.theirs, Role.CONTROLLER)
    assert theirs.get(f"{table.home(table.theirs)}vouchers/{row.pk}/").status_code == 404


def test_aid_is_summed_in_euro_against_the_ceiling_with_its_source(table: Table) -> None:
    theirs = table.cast.client(table.theirs, Role.CONTROLLER)
    home = table.home(table.theirs)
    assert theirs.post(f"{home}aid/add/", AID | {"made": uuid4()}).status_code == 302
    page = text(table.cast.client(table.ours, Role.CONTROLLER), table.home())
    assert "8 750,82 €" in page
    assert "291 249,18 € är kvar till taket" in page
    assert "upphandlingsmyndigheten.se" in page


def test_a_rate_that_is_none_says_how_to_write_it(table: Table) -> None:
    theirs = table.cast.client(table.theirs, Role.CONTROLLER)
    answer = theirs.post(f"{table.home(table.theirs)}aid/add/", AID | {"made": uuid4(), "rate": "0"})
    assert answer.status_code == 422
    assert "till exempel 11,4275" in answer.content.decode()
