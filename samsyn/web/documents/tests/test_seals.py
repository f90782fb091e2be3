"""Electronic signatures are told on the paper's page in plain words, and whom to trust is a choice of the site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from samsyn.exchange.signatures.tests.signing import authority, blank_pdf, person, signed, with_another_page_text
from samsyn.web.documents.presenters.seals import seals_words
from samsyn.web.documents.tests.conftest import Table
from samsyn.web.organisations.roles import Role

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
SIGNED = signed(blank_pdf(), person())


def page_of(table: Table, data: bytes) -> str:
    document = table.laid_in(table.cast.municipality, data=data, name="avtal.pdf")
    at = table.at(table.cast.municipality, f"{document.pk}/")
    html = table.cast.client(table.cast.municipality, Role.HEAD).get(at).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_who_signed_when_and_that_it_holds_for_the_whole_document(table: Table) -> None:
    page = page_of(table, SIGNED)
    assert "Ada Ek , Exempelstads kommun oförändrat sedan dess" in page
    assert "enligt undertecknarens egen klocka" in page
    assert "Den gäller hela dokumentet." in page
    assert "Vem det är har Samsyn inte prövat" in page


def test_an_issuer_that_the_site_trusts_vouches_for_who_it_is(table: Table, tmp_path: Path, settings: Settings) -> None:
    settings.SAMSYN_ISSUERS = str(authority().pem_into(tmp_path))
    assert "utfärdat av någon som Samsyn litar på" in page_of(table, SIGNED)


def test_what_was_changed_afterwards_does_not_fit_the_signature(table: Table) -> None:
    page = page_of(table, with_another_page_text(SIGNED))
    assert "stämmer inte med filen" in page
    assert "Innehållet har ändrats." in page


def test_a_pdf_that_nobody_has_signed_says_nothing_of_it(table: Table) -> None:
    assert "Elektroniska underskrifter" not in page_of(table, blank_pdf())


@pytest.mark.parametrize(
    ("seal", "state", "says"),
    [
        ({"trouble": "broken"}, "går inte att pröva", "Underskriften går inte att läsa."),
        ({"intact": False, "trust": "untrusted", "trust_why": "broken"}, "stämmer inte med filen", "bekräfta"),
        ({"intact": True, "covers": "part"}, "oförändrat sedan dess", "bara en del"),
        ({"intact": True, "trust": "untrusted", "trust_why": "expired"}, "oförändrat sedan dess", "gått ut"),
        ({}, "går inte att pröva", ""),
    ],
)  # fmt: skip
def test_each_state_has_its_words(seal: dict[str, Any], state: str, says: str) -> None:
    (words,) = seals_words([seal])
    assert words.state == state
    assert says in " ".join(words.says)
