"""The gallery: every component in the states it can be in, looked at."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.looking import look_at


def test_the_gallery_is_looked_at(page: Page) -> None:
    page.goto("/ui/")
    look_at(page, "gallery")


def test_the_accessibility_statement_is_looked_at(page: Page) -> None:
    page.goto("/accessibility/")
    look_at(page, "accessibility")


def test_open_menus_and_lines_are_looked_at(page: Page) -> None:
    page.goto("/ui/")
    page.locator(".menu > summary").last.click()
    page.get_by_text("Visa tiden som tabell").first.click()
    page.evaluate("document.querySelectorAll('.header .menu').forEach((menu) => (menu.open = true))")
    look_at(page, "gallery-open")


def test_dark_is_chosen_at_once_and_remembered(page: Page) -> None:
    page.goto("/ui/")
    page.get_by_text("Visning").click()
    with page.expect_response(re.compile("/ui/appearance/")):
        page.get_by_role("button", name="Mörkt").click()
    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(24, 28, 27)")


def test_the_language_is_switched_and_remembered(page: Page) -> None:
    page.goto("/accessibility/")
    page.get_by_text("Visning").click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/ui/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_choice_of_light_works_without_javascript(context: BrowserContext, page: Page) -> None:
    bare = context.browser
    assert bare is not None
    plain = bare.new_context(java_script_enabled=False)
    still = plain.new_page()
    page.goto("/ui/")
    still.goto(page.url)
    still.get_by_text("Visning").click()
    still.get_by_role("button", name="Mörkt").click()
    expect(still.locator("html")).to_have_attribute("data-color-scheme", "dark")
    plain.close()


def test_on_a_phone_one_side_is_shown_and_the_switch_brings_the_others(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/ui/")
    sides = page.locator(".sides").first
    expect(sides.locator(".side:visible")).to_have_count(1)
    expect(sides.locator(".side-public")).to_be_visible()
    sides.get_by_text("Föreningen", exact=True).click()
    expect(sides.locator(".side-civil")).to_be_visible()
    expect(sides.locator(".side:visible")).to_have_count(1)


def test_on_a_wide_screen_the_sides_stand_beside_each_other_at_the_same_height(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/ui/")
    tops = page.locator(".sides").first.locator(".side").evaluate_all("sides => sides.map(s => s.offsetTop)")
    assert len(tops) == 3
    assert len(set(tops)) == 1


def test_the_line_stands_on_a_phone_and_lies_on_a_wide_screen(page: Page) -> None:
    page.goto("/ui/")
    line = page.locator(".agreement-line").first
    for width, form in ((1280, "wide"), (900, "middle"), (390, "standing")):
        page.set_viewport_size({"width": width, "height": 900})
        expect(line.locator("svg:visible")).to_have_count(1)
        expect(line.locator(f".line-{form}")).to_be_visible()


def test_texts_in_the_line_are_never_smaller_than_sixteen_pixels(page: Page) -> None:
    page.goto("/ui/")
    heights = "all => all.map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"
    for width in (1280, 1180, 900, 800, 390):
        page.set_viewport_size({"width": width, "height": 900})
        sizes = page.locator(".agreement-line svg:visible text").evaluate_all(heights)
        assert sizes
        assert min(sizes) >= 15.5, f"{min(sizes)} at {width}"


def test_labels_measured_by_the_browser_do_not_meet_either(page: Page) -> None:
    """The layout is computed from the font's widths; the browser has the last word."""
    page.goto("/ui/")
    meet = """svg => {
        const boxes = [...svg.querySelectorAll("text")].map((t) => t.getBBox());
        const hit = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
            && a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height;
        return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => hit(a, b))).length;
    }"""
    for width in (1280, 900, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for drawing in page.locator(".agreement-line svg:visible").all():
            assert drawing.evaluate(meet) == 0


def test_the_keyboard_reaches_the_content_first(page: Page) -> None:
    page.goto("/ui/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Hoppa till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_long_work_is_followed_to_its_end_under_the_strict_policy(page: Page) -> None:
    page.goto("/ui/")
    expect(page.locator(".progress")).to_contain_text("39 av 39 klara", timeout=15_000)
    expect(page.locator(".progress")).to_have_count(1)


def test_only_frames_that_scroll_stop_the_tab_key(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/ui/")
    frame = page.locator(".table-frame:visible").filter(has_text="Arbetskläder")
    expect(frame).not_to_have_attribute("tabindex", "0")
    expect(page.locator(".sides-many .sides-scroll")).to_have_attribute("tabindex", "0")
