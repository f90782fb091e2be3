"""A change on paper: each party's copy says what stands, what will stand, what follows, and where to sign."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from samsyn.exchange.pdf.change import ChangeDocument
from samsyn.web.access.fixtures import Cast
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.paper import change_papers, paper_of
from samsyn.web.changes.presenters.change_document import change_document
from samsyn.web.changes.tests.laying import (
    APPROVED,
    BOARD,
    REPAYMENT,
    SIGNED,
    SIX_MONTHS,
    TERMINATION,
    TODAY,
    drafted,
    lay,
    proposed,
    step,
)
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_by_all(cast: Cast) -> Partnership:
    return lay(cast, SIGNED)


def document_of(change: Change, party: str = "kommunen") -> ChangeDocument:
    return change_document(paper_of(Change.objects.get(pk=change.pk), TODAY), party)


def six_months(partnership: Partnership, by: Any) -> Change:
    return proposed(partnership, "amendment", content=SIX_MONTHS, by=by)


def test_a_proposal_says_what_stands_and_what_will_stand(signed_by_all: Partnership, cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as head:
        document = document_of(six_months(signed_by_all, head))
    (term,) = document.terms
    assert (term.what, term.tag.label[-1]) == ("changed", "3")
    stands = {line.stands: line.will_stand for line in term.lines}
    assert stands["Uppsägningstiden är tre månader."] == "Uppsägningstiden är sex månader."
    assert any("3" in old and "6" in new for old, new in stands.items())


def test_it_says_what_follows_without_and_with_the_change(signed_by_all: Partnership, cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as head:
        document = document_of(six_months(signed_by_all, head))
    follows = {each.what: (each.before, each.after) for each in document.follows}
    assert follows["Sista dagen om den sägs upp 2026-03-02"] == (("2026-06-02",), ("2026-09-02",))


def test_each_party_has_a_copy_of_its_own_with_the_same_text(signed_by_all: Partnership, cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as head:
        change = six_months(signed_by_all, head)
        first, second = document_of(change), document_of(change, "foreningen")
        papers = change_papers(Change.objects.get(pk=change.pk), TODAY)
    assert first.original == "Exemplar 1 av 2, för Socialnämnden"
    assert second.original == "Exemplar 2 av 2, för Föreningen"
    assert first.seal == second.seal == change.sha256
    assert list(papers) == ["kommunen", "foreningen"]
    for pdf in papers.values():
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        assert change.sha256 in text
        assert "Namnförtydligande" in text


def test_everybody_who_must_sign_has_a_place_for_it_and_is_awaited(signed_by_all: Partnership, cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as head:
        change = six_months(signed_by_all, head)
        step(change, Step.Kind.SIGNATURE, by=head, names="Ada Ek", where="Exempelstad", function="Förvaltningschef")
        document = document_of(change)
    assert [block.party for block in document.blocks] == ["Socialnämnden", "Föreningen"]
    assert document.standing == "Väntar på Föreningen."
    (gathered,) = document.gathered
    assert (gathered.party, gathered.who) == ("Socialnämnden", "Ada Ek, Förvaltningschef")
    assert gathered.says == "undertecknade, handling 1"
    assert gathered.when == "Exempelstad, 2026-03-02"


def test_a_change_in_force_is_told_against_the_terms_before_it(signed_by_all: Partnership, cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as head:
        change = six_months(signed_by_all, head)
        step(change, Step.Kind.SIGNATURE, by=head, names="Ada Ek")
    with cast.as_(cast.association, Role.HEAD) as other:
        step(Change.objects.get(pk=change.pk), Step.Kind.SIGNATURE, by=other, names="Cleo Asp")
        document = document_of(change)
    assert document.kind == "Ändring av överenskommelsen"
    assert "version 2" in document.standing
    assert [term.what for term in document.terms] == ["changed"]
    assert document.blocks == (), "what is signed is not signed again"
    assert len(document.gathered) == 2


def test_a_draft_says_that_nobody_else_has_it(signed_by_all: Partnership, cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as head:
        document = document_of(drafted(signed_by_all, "amendment", content=SIX_MONTHS, by=head))
    assert document.kind.startswith("Utkast")
    assert document.standing == "Ingen annan part har fått det här utkastet."
    assert document.seal == ""


def test_terms_that_are_added_and_removed_are_told_as_such(signed_by_all: Partnership, cast: Cast) -> None:
    step_in = {"clause": "6", "says": "En kvartalsrapport.", "name": "Kvartalsrapport"}
    with cast.as_(cast.municipality, Role.HEAD) as head:
        content = {"remove": ["fakturor"], "add": {"site": {"nytt-hus": step_in}}}
        document = document_of(proposed(signed_by_all, "amendment", content=content, by=head))
    assert {term.what for term in document.terms} == {"added", "removed"}
    lost = next(each for each in document.follows if each.after == ("ingenting",))
    assert lost.before[0].startswith("2026-")


def test_the_form_of_the_clause_stands_in_sentences(cast: Cast) -> None:
    partnership = lay(cast, BOARD)
    with cast.as_(cast.municipality, Role.HEAD) as head:
        document = document_of(six_months(partnership, head))
    (says,) = document.demands
    assert says.startswith("§\N{NO-BREAK SPACE}8: Ändringen ska vara skriftlig och godkännas.")
    assert "Socialnämnden fattar beslut i nämnden och låter beslutet vinna laga kraft." in says
    assert "Föreningen godkänner." in says


@pytest.mark.parametrize(
    ("kind", "rest", "values"),
    [
        ("notice", "", {"clause": "3", "says": "Vi säger upp överenskommelsen."}),
        ("termination", TERMINATION, {"clause": "3 a", "says": "Vi häver.", "because": "Ni brast.", "last": TODAY}),
        (
            "repayment",
            REPAYMENT,
            {"clause": "4 a", "says": "Vi kräver.", "because": "Fel.", "of": "felaktig", "amount_ore": 1_000_00},
        ),
        ("confirmation", APPROVED, {"clause": "3", "says": "På dagen.", "of": "sista-dag"}),
    ],
)
def test_every_kind_of_change_has_its_paper(cast: Cast, kind: str, rest: str, values: dict[str, Any]) -> None:
    partnership = lay(cast, rest)
    with cast.as_(cast.municipality, Role.HEAD) as head:
        change = proposed(partnership, kind, values, by=head)
        papers = change_papers(Change.objects.get(pk=change.pk), TODAY)
    assert set(papers) == {"kommunen", "foreningen"}
    assert all(pdf.startswith(b"%PDF") for pdf in papers.values())
