"""Looking at a page as a person would: at two widths, in light and dark, and with axe beside.

look_at(page, "partnership-home")   zero findings demanded of axe; with PICTURES=1 also three pictures in screenshots/
"""

import json
import os
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "screenshots"
# For whoever wants to see them: they take a fifth of the time of a look, and no test reads them.
PICTURED = os.environ.get("PICTURES") == "1"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = {1280: 900, 390: 844}
# A picture is for a person to judge by. Of an agreement of thirty screens the first ones do; axe reads them all.
TALLEST = 3000
# The dark colours are the same at both widths: one picture of them, and one reading by axe.
SCHEMES = {1280: ("light", "dark"), 390: ("light",)}
# Everything that WCAG 2.2 AA asks for and axe can see, and its advice on good practice.
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What can differ between light and dark: nothing but colours. axe is most of the time that looking takes.
RULES_OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_NO_COLOURS = {name: {"enabled": False} for name in ("color-contrast", "link-in-text-block")}
# Of what is in order nothing is written down, and no rule here asks for the style sheets in advance.
_ONLY_WHAT_IS_READ = "resultTypes: ['violations'], preload: {assets: ['media']}"

# The page sees its new width in the frame after the next one, and says then what scrolls. In a closed menu an animation
# has no frame to run in, and would be waited for without end.
_SETTLED = """Promise.all([
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    document.fonts.ready,
    ...document.getAnimations().filter((each) => each.effect.target.checkVisibility()).map((each) => each.finished),
])"""
# What can differ between the widths where the same elements are seen in both: where they lie and how large they are.
RULES_OF_LAYOUT = {
    "type": "rule",
    "values": ["target-size", "scrollable-region-focusable", "css-orientation-lock", "region", "skip-link", "bypass"],
}
# What stood on the page when it was read at the wider width. At the narrower the colours are read of what is seen only
# there; and all else is read anew if anything has come or gone: a name may have gone with it, or the only heading.
_IS_SEEN = "(each) => each.checkVisibility({visibilityProperty: true})"
_ELEMENTS = "[...document.body.querySelectorAll('*')]"
_NOTE_WHAT_IS_SEEN = f"() => {{ window.seenWide = new Set({_ELEMENTS}.filter({_IS_SEEN})); }}"
_SEEN_ONLY_NOW = f"{_ELEMENTS}.filter({_IS_SEEN}).filter((each) => !(window.seenWide && window.seenWide.has(each)))"
_SAME_IS_SEEN = f"""() => {{
    const now = {_ELEMENTS}.filter({_IS_SEEN});
    const wide = window.seenWide || new Set();
    return now.length === wide.size && now.every((each) => wide.has(each));
}}"""
_TALL = "document.documentElement.scrollHeight"
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def look_at(page: Page, name: str) -> None:
    """Read the page at both widths, and at one in the dark; fail on any axe finding and on any sideways scroll.

    name: lower case with hyphens; pictures, if any, are screenshots/<name>-<width>-<scheme>.png.
    """
    page.wait_for_load_state()  # a click comes back when the next page has begun, before it holds anything
    faults: list[str] = []
    for width in WIDTHS:
        for scheme in SCHEMES[width]:
            faults += [f"{name}-{width}-{scheme}: {fault}" for fault in _look(page, name, width, scheme)]
    assert not faults, "\n".join(faults)


def _look(page: Page, name: str, width: int, scheme: str) -> list[str]:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.evaluate(_SETTLED)
    if PICTURED:
        _picture(page, f"{name}-{width}-{scheme}", width)
    if scheme == "dark":
        return axe_findings(page, RULES_OF_COLOUR)
    if width == max(WIDTHS):
        findings = axe_findings(page)
        page.evaluate(_NOTE_WHAT_IS_SEEN)
    elif page.evaluate(_SAME_IS_SEEN):
        findings = axe_findings(page, RULES_OF_LAYOUT)
    else:
        findings = axe_findings(page, but=_NO_COLOURS) + axe_findings(page, RULES_OF_COLOUR, of=_SEEN_ONLY_NOW)
    return _sideways(page) + findings


def _picture(page: Page, where: str, width: int) -> None:
    """In a window as tall as the page: Chromium pictures what is outside the window at six times the cost."""
    PICTURES.mkdir(exist_ok=True)
    tall = min(TALLEST, page.evaluate(_TALL))
    if tall > WIDTHS[width]:
        page.set_viewport_size({"width": width, "height": tall})
    page.screenshot(path=PICTURES / f"{where}.png", animations="disabled")
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})


def _sideways(page: Page) -> list[str]:
    too_wide = page.evaluate(_TOO_WIDE)
    return [f"the page is {too_wide} px wider than its window"] if too_wide > 0 else []


def axe_findings(
    page: Page, rules: dict[str, Any] = RULES, *, but: dict[str, Any] | None = None, of: str = "[document]"
) -> list[str]:
    """One line a finding: rule, what it says, and where. `of`: script for the elements to read; none is no finding."""
    page.wait_for_load_state()
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE.read_text())
    result: list[dict[str, Any]] = page.evaluate(
        f"""async () => {{
            const include = {of};
            if (!include.length) return [];
            const options = {{runOnly: {json.dumps(rules)}, rules: {json.dumps(but or {})}, {_ONLY_WHAT_IS_READ}}};
            return (await axe.run({{include}}, options)).violations;
        }}"""
    )
    return [
        f"{found['id']}: {found['help']} at {node['target']}: {node['failureSummary']}"
        for found in result
        for node in found["nodes"]
    ]
