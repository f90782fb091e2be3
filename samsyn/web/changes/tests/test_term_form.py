"""A term as a form: every term of every agreement, posted back as it stands, changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict

from samsyn.rules.reading import files_in, read_files
from samsyn.rules.terms import FAMILIES, Agreement, Term
from samsyn.rules.terms.patch import as_values, patched
from samsyn.web.agreements.tests.invented import COUNTED, FILES
from samsyn.web.changes.forms.keys import adapter, fields_of, kind_of
from samsyn.web.changes.forms.term import TermForm
from samsyn.web.obligations.tests.laying import FOLDERS


def as_sent(form: TermForm) -> QueryDict:
    """What a browser would send of the form as it stands."""
    sent = QueryDict(mutable=True)
    for bound in form:
        value: Any = bound.value()
        if isinstance(value, list | tuple):
            sent.setlist(bound.html_name, [str(each) for each in value])
        elif value is True:
            sent[bound.html_name] = "on"
        elif value not in (None, False):
            sent[bound.html_name] = str(value).replace("\n", "\r\n")
    return sent


def sent_back(family: str, term: Term, agreement: Agreement, **typed: str) -> TermForm:
    sent = as_sent(TermForm(family=family, agreement=agreement, term=term))
    sent.update(typed)
    return TermForm(sent, family=family, agreement=agreement, term=term)


def invented() -> Agreement:
    return read_files(FILES).agreement


def every_term() -> Iterator[tuple[str, Term, Agreement]]:
    for folder in FOLDERS:
        agreement = read_files(files_in(folder)).agreement
        for family, term in agreement.terms():
            yield family, term, agreement


def test_every_term_sent_back_as_it_stands_changes_nothing() -> None:
    wrong, count = [], 0
    for family, term, agreement in every_term():
        form = sent_back(family, term, agreement)
        count += 1
        if not form.is_valid() or form.changes:
            wrong.append(f"{agreement.agreement.id} {family}.{term.id}: {form.errors.as_json()} {form.changes}")
    assert count > 300
    assert not wrong, "\n".join(wrong)


def test_every_term_written_anew_from_its_form_is_the_same_term() -> None:
    """Nothing of a term is lost on the way to a file: all its keys, typed as the file has them."""
    wrong = []
    for family, term, agreement in every_term():
        if family == "period":
            continue
        form = TermForm(
            as_sent(TermForm(family=family, agreement=agreement, term=term)), family=family, agreement=agreement
        )
        if not form.is_valid():
            wrong.append(f"{family}.{term.id}: {form.errors.as_json()}")
            continue
        anew = adapter(kind_of(family)).validate_python({**form.changes, "id": term.id})
        if patched(anew, {"assumption": [*_plain(term)]}) != term and not _same_but_for_order(anew, term):
            wrong.append(f"{family}.{term.id}: {form.changes}")
    assert not wrong, "\n".join(wrong)


def _plain(term: Term) -> list[Any]:
    return list(as_values(term.assumption))


def _same_but_for_order(anew: Term, term: Term) -> bool:
    """Boxes that are ticked have no order."""

    def bare(item: Term) -> dict[str, Any]:
        values = {key: getattr(item, key) for key in fields_of(type(item)) if key != "assumption"}
        return {key: sorted(map(str, value)) if isinstance(value, tuple) else value for key, value in values.items()}

    return bare(anew) == bare(term)


def test_every_family_opens_as_an_empty_form() -> None:
    agreement = invented()
    for family in FAMILIES:
        form = TermForm(family=family, agreement=agreement)
        assert list(form.parts())
        assert not TermForm(QueryDict(), family=family, agreement=agreement).is_valid() or family == "period"


def test_only_what_differs_is_written() -> None:
    agreement = invented()
    form = sent_back("notice", agreement.notice["uppsagning"], agreement, months="6")
    assert form.is_valid()
    assert form.changes == {"months": 6}


def test_an_amount_is_written_in_kronor_without_losing_an_ore() -> None:
    agreement = invented()
    typed = {"amounts__1__amount": "4 700 000,25", "amounts__0__amount": "4 500 001"}
    form = sent_back("funding", agreement.funding["bidrag"], agreement, **typed)
    assert form.is_valid()
    assert [row["amount"] for row in form.changes["amounts"]] == [4500001, Decimal("4700000.25")]
    assert all(type(row["amount"]) in (int, Decimal) for row in form.changes["amounts"])


def test_a_row_is_added_in_the_empty_one_and_taken_away_by_emptying_it() -> None:
    agreement = invented()
    term = agreement.body["styrgrupp"]
    form = sent_back("body", term, agreement, members__2__function="Ekonom", members__2__party="kommunen")
    assert form.is_valid(), form.errors
    assert form.changes["members"][2] == {"function": "Ekonom", "party": "kommunen"}
    form = sent_back("body", term, agreement, members__0__function="", members__0__party="")
    assert form.is_valid(), form.errors
    assert [row["function"] for row in form.changes["members"]] == ["Ordförande"]


def test_a_row_half_filled_says_what_is_missing_where_it_is_missing() -> None:
    agreement = invented()
    form = sent_back("funding", agreement.funding["bidrag"], agreement, amounts__2__first="2028-01-01")
    assert not form.is_valid()
    assert set(form.errors) == {"amounts__2__last", "amounts__2__amount"}


def test_one_of_some_keys_is_written_anew_as_a_whole() -> None:
    agreement = invented()
    form = sent_back(
        "duty", agreement.duty["rapport"], agreement, when__every="", when__due="unspecified", when__due__day="",
        when__due_year="same", when__by="2027-03-31",
    )  # fmt: skip
    assert form.is_valid(), form.errors
    assert form.changes["when"]["by"].isoformat() == "2027-03-31"
    assert "every" not in form.changes["when"]


def test_a_key_of_a_table_that_goes_back_to_what_holds_anyway_is_written_out() -> None:
    agreement = invented()
    exact = patched(agreement.body["styrgrupp"], {"meets": {"exactly": True}})
    form = TermForm(family="body", agreement=agreement, term=exact)
    sent = as_sent(form)
    del sent["meets__exactly"]
    form = TermForm(sent, family="body", agreement=agreement, term=exact)
    assert form.is_valid(), form.errors
    assert form.changes == {"meets": {"exactly": False}}


def test_what_cannot_be_taken_away_by_an_amendment_is_said_beside_its_field() -> None:
    agreement = invented()
    party = sent_back("party", agreement.party["kommunen"], agreement, legal_name="")
    assert not party.is_valid()
    assert "kan inte lämnas tomt" in party.errors["legal_name"][0]


@pytest.mark.parametrize("typed", ["sex", "-1", "9" * 40, "1e3", "6,5", "<b>"])
def test_nonsense_is_refused_in_swedish_and_kept(typed: str) -> None:
    agreement = invented()
    form = sent_back("notice", agreement.notice["uppsagning"], agreement, months=typed)
    assert not form.is_valid()
    assert form["months"].value() == typed
    assert form.errors["months"]


def test_the_age_bands_of_a_pad_are_typed_one_on_each_line_and_corrected_in_words() -> None:
    agreement = read_files(COUNTED).agreement
    pad = agreement.pad["disken"]
    form = sent_back("pad", pad, agreement, age_bands="0-12\r\n13-17\r\n18+")
    assert form.is_valid(), form.errors
    assert form.changes == {"age_bands": ["0-12", "13-17", "18+"]}
    form = sent_back("pad", pad, agreement, age_bands="barn\r\nvuxna")
    assert "13-17" in str(form.errors["age_bands"])
