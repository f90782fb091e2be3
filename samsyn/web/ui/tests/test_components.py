"""The components as HTML."""

import re
from datetime import date
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.fields import AmountField

TEMPLATES = Path(__file__).parents[3] / "web"


def shown(source: str, **values: object) -> str:
    with translation.override("sv"):
        return Template("{% load ui %}" + source).render(Context(values))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_clause_with_a_number_gets_its_sign_and_one_in_words_does_not() -> None:
    assert words(shown("{% clause '1.6' %}")) == "punkt § 1.6"
    assert words(shown("{% clause 'bilaga 2' %}")) == "punkt bilaga 2"


def test_an_assumption_is_told_apart_also_by_those_who_listen() -> None:
    html = shown("{% clause '4.4' href='/x/' assumed=True %}")
    assert "clause-assumed" in html
    assert words(html) == "tolkning av punkt § 4.4 ?"


def test_what_comes_from_an_agreement_cannot_become_markup() -> None:
    html = shown("{% clause text href=text meaning=text %}{% tag text %}", text='"><script>')
    assert "<script>" not in html


def test_an_unknown_kind_says_what_to_write() -> None:
    with pytest.raises(TemplateSyntaxError, match="write one of plain, done"):
        shown("{% tag 'Klart' 'green' %}")


SIDES = """{% sides label="Åtaganden" %}
{% side "public" "Nämnden" %}a{% endside %}{% side "joint" "Tillsammans" %}b{% endside %}
{% for each in more %}{% side "civil" each mine=True %}c{% endside %}{% endfor %}{% endsides %}"""


def test_the_sides_stand_in_the_order_they_are_written() -> None:
    html = shown(SIDES, more=["Föreningen"])
    assert re.findall(r'class="side side-(\w+)"', html) == ["public", "joint", "civil"]
    assert "sides-many" not in html


def test_more_than_two_parties_become_columns_that_scroll_together() -> None:
    html = shown(SIDES, more=["Föreningen", "Stiftelsen"])
    assert "sides-many" in html
    assert 'tabindex="0"' in html


def test_a_phone_opens_with_the_side_one_acts_for() -> None:
    html = shown(SIDES, more=["Föreningen", "Stiftelsen"])
    assert html.count(" checked") == 1
    assert re.search(r"checked>.*?Föreningen", html)


def test_a_table_with_a_short_row_is_refused() -> None:
    with pytest.raises(ValueError, match="a row has 1 cells, the head 2"):
        Table("Kostnader", [Column("Vad"), Column("Belopp", "kr", True)], [("Lokal",)])


def test_a_table_has_caption_heads_and_sums() -> None:
    table = Table("Kostnader", [Column("Vad"), Column("Belopp", "kr", True)], [("Lokal", "10")], sums=("Summa", "10"))
    html = shown("{% table_of table %}", table=table)
    assert "<caption>Kostnader" in html
    assert html.count('scope="row"') == 2
    assert words(html).endswith("Summa 10")


class AForm(forms.Form):
    amount = AmountField(label="Belopp", help_text="I kronor")
    note = forms.CharField(label="Anteckning", required=False)


def test_a_field_with_an_error_keeps_what_was_typed_and_points_to_the_error() -> None:
    html = shown("{% fields form %}", form=AForm({"amount": "mycket"}))
    assert 'value="mycket"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_amount-help id_amount-error"' in html
    assert 'href="#id_amount"' in html
    assert "(frivilligt)" in html


def test_a_form_that_is_right_has_no_summary_of_errors() -> None:
    assert "errors" not in shown("{% error_summary form %}", form=AForm({"amount": "5"}))


def test_the_pages_of_a_list_keep_what_the_list_is_filtered_by() -> None:
    request = RequestFactory().get("/", {"kind": "report", "page": "2"})
    page = Paginator(range(90), 10).page(2)
    html = shown("{% pagination page %}", page=page, request=request)
    assert 'href="?kind=report&amp;page=3"' in html
    assert html.count("aria-current") == 1


def test_a_list_of_one_page_has_no_steps() -> None:
    assert shown("{% pagination page %}", page=Paginator(range(9), 10).page(1)).strip() == ""


def test_an_entry_says_the_day_and_how_far_away_it_is() -> None:
    html = shown(
        "{% entry when=day today=today clause='6' state='Snart' state_kind='soon' %}Styrgruppen möts.{% endentry %}",
        day=date(2026, 12, 4),
        today=date(2026, 11, 20),
    )
    assert words(html) == "2026-12-04 om 14 dagar Styrgruppen möts. punkt § 6 Snart"


def test_no_template_has_an_inline_style_or_script() -> None:
    """The page's security policy would silently drop them. What is written to a file has no other sheet."""
    wrong = re.compile(r'<style|\sstyle=|<script(?![^>]*(?:src=|type="application/json"))|\son\w+="|hx-on|javascript:')
    found = {path.name: wrong.findall(path.read_text()) for path in TEMPLATES.rglob("templates/**/*.html")}
    assert found, "no templates were read"
    assert {name: hits for name, hits in found.items() if hits and not name.endswith("_file.html")} == {}


def test_a_date_in_a_sentence_is_kept_whole_and_the_rest_is_escaped() -> None:
    sentence = shown("{{ text|whole_dates }}", text="Senast 2027-04-30 <b>")
    assert sentence == 'Senast <span class="number">2027-04-30</span> &lt;b&gt;'
