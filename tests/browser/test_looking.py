"""The look itself: it finds what stands in one width, or in one light, alone."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import look_at

PAGE = """<!doctype html><html lang="sv"><head><title>Sida</title><meta name="viewport" content="width=device-width">
<style>
body {{ background: white; color: black }}
a {{ color: inherit }}
@media (prefers-color-scheme: dark) {{ body {{ background: black; color: white }} }}
.pale {{ display: none; color: #ddd; background: white }}
@media {when} {{ .pale {{ display: block }} }}
</style></head><body><main><h1>Rubrik</h1><p class="pale">Blek text</p></main></body></html>"""


@pytest.mark.parametrize(
    ("when", "where"),
    [
        ("(min-width: 800px)", "looking-1280-light"),
        ("(max-width: 500px)", "looking-390-light"),
        ("(prefers-color-scheme: dark)", "looking-1280-dark"),
    ],
)
def test_pale_text_is_found_in_whichever_width_or_light_it_stands(page: Page, when: str, where: str) -> None:
    page.set_content(PAGE.format(when=when))
    with pytest.raises(AssertionError, match=f"{where}: color-contrast"):
        look_at(page, "looking")


@pytest.mark.parametrize(
    ("style", "content", "found"),
    [
        (".word { display: none }", '<p><a href="/">{}</a></p>', "link-name"),
        (".word { visibility: hidden }", "<h2>{}</h2>", "empty-heading"),
        (
            "a { font-size: 8px; display: block; height: 9px }",
            '<a href="/a">{}</a><a href="/b">Nästa</a>',
            "target-size",
        ),
    ],
)
def test_what_a_telephone_hides_or_shrinks_is_found(page: Page, style: str, content: str, found: str) -> None:
    small = "</style><style>@media (max-width: 500px) {{ " + style.replace("{", "{{").replace("}", "}}") + " }}</style>"
    whole = PAGE.replace("</style>", small).replace(
        "</main>", content.format('<span class="word">Ord</span>') + "</main>"
    )
    page.set_content(whole.format(when="print"))
    with pytest.raises(AssertionError, match=f"^looking-390-light: {found}"):
        look_at(page, "looking")


def test_a_page_wider_than_a_telephone_is_found(page: Page) -> None:
    page.set_content(PAGE.format(when="print").replace("</h1>", '</h1><img alt="" width="600" height="9">'))
    with pytest.raises(AssertionError, match=r"looking-390-light: the page is 2\d\d px wider than its window"):
        look_at(page, "looking")
