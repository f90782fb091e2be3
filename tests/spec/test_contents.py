"""The reference page is made from the chapters."""

from __future__ import annotations

from samsyn.rules.obligations import KINDS
from tests.spec.contents import render_obligation_reference


def test_every_kind_stands_on_the_page_with_its_swedish_name() -> None:
    page = render_obligation_reference()
    assert [kind.name for kind in KINDS.values() if f"| {kind.english} | {kind.title} |" not in page] == []


def test_a_test_is_a_sentence_with_its_terms_and_its_answer() -> None:
    page = render_obligation_reference()
    assert "**Four quarters are four equal parts.**" in page
    assert 'assert days([found]) == ["once 2026-11-30"]' in page
    assert "[duty.report]" in page
