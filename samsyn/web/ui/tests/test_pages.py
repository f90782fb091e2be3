"""The pages of ui itself, without a database."""

import pytest
from django.test import Client, override_settings

from samsyn.web.ui.templatetags.ui import register


@pytest.mark.django_db
@override_settings(SAMSYN_CONTACT="tillganglighet@example.org")
def test_the_accessibility_statement_says_where_to_report_a_fault() -> None:
    page = Client().get("/accessibility/").content.decode()
    assert 'href="mailto:tillganglighet@example.org"' in page
    assert "Digg" in page


@pytest.mark.django_db
def test_without_an_address_the_statement_says_so_instead_of_nothing() -> None:
    assert "inte angett någon adress" in Client().get("/accessibility/").content.decode()


@pytest.mark.django_db
def test_every_component_is_shown_in_the_gallery_or_in_the_base_page() -> None:
    page = Client().get("/ui/").content.decode()
    told = {"sides", "side", "entry", "table", "table_of", "field", "fields", "error_summary", "clause", "tag"}
    told |= {"figure", "notice", "empty_state", "opens", "what_if", "timeline", "progress", "facts", "places"}
    told |= {"agreement_line", "agreement_strip", "breadcrumb", "pagination", "button", "link_button", "document_link"}
    inner = {"side_shape"}
    assert set(register.tags) == told | inner
    assert [name for name in told if f"{name} " not in page and f"{name}%" not in page] == []


@pytest.mark.django_db
def test_the_choice_of_light_never_sends_the_reader_elsewhere() -> None:
    answer = Client().post("/ui/appearance/", {"color_scheme": "dark", "next": "https://example.org/"})
    assert answer.headers["Location"] == "/"
    assert answer.cookies["samsyn_color_scheme"].value == "dark"


@pytest.mark.django_db
def test_an_unknown_colour_scheme_is_not_remembered() -> None:
    answer = Client().post("/ui/appearance/", {"color_scheme": "pink", "next": "/ui/"})
    assert "samsyn_color_scheme" not in answer.cookies
