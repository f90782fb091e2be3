"""Looking at a page as a person would: at two widths, in light and dark, and with axe beside.

look_at(page, "partnership-home")   three pictures in screenshots/, and zero findings demanded of axe
"""

from pathlib import Path
from typing import Any

from playwright.sync_api import FloatRect, Page

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "screenshots"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = {1280: 900, 390: 844}
# A picture is for a person to judge by. Of an agreement of thirty screens the first ones do; axe reads them all.
TALLEST = 6000
# The dark colours are the same at both widths: one picture of them, and one reading by axe.
SCHEMES = {1280: ("light", "dark"), 390: ("light",)}
# Everything that WCAG 2.2 AA asks for and axe can see, and its advice on good practice.
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What can differ between light and dark: nothing but colours. axe is most of the time that looking takes.
RULES_OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# Of what is in order nothing is written down, and no rule here asks for the style sheets in advance.
_ONLY_WHAT_IS_READ = "resultTypes: ['violations'], preload: {assets: ['media']}"

# In a closed menu an animation has no frame to run in, and would be waited for without end.
_SETTLED = """Promise.all([
    document.fonts.ready,
    ...document.getAnimations().filter((each) => each.effect.target.checkVisibility()).map((each) => each.finished),
])"""
_TALL = "document.documentElement.scrollHeight"
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def look_at(page: Page, name: str) -> None:
    """Picture the page at both widths, and at one in the dark; fail on any axe finding and on any sideways scroll.

    name: the file's name, lower case with hyphens; pictures are screenshots/<name>-<width>-<scheme>.png.
    """
    PICTURES.mkdir(exist_ok=True)
    faults: list[str] = []
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES[width]:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            page.evaluate(_SETTLED)
            where = f"{name}-{width}-{scheme}"
            _picture(page, where, width)
            rules = RULES if scheme == "light" else RULES_OF_COLOUR
            faults += [f"{where}: {fault}" for fault in _faults(page, rules)]
    assert not faults, "\n".join(faults)


def _picture(page: Page, where: str, width: int) -> None:
    clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": min(TALLEST, page.evaluate(_TALL))}
    page.screenshot(path=PICTURES / f"{where}.png", full_page=True, clip=clip, animations="disabled")


def _faults(page: Page, rules: dict[str, Any]) -> list[str]:
    too_wide = page.evaluate(_TOO_WIDE)
    sideways = [f"the page is {too_wide} px wider than its window"] if too_wide > 0 else []
    return sideways + axe_findings(page, rules)


def axe_findings(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """One line a finding: rule, what it says, and where."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE.read_text())
    result: dict[str, Any] = page.evaluate(f"axe.run({{runOnly: {rules}, {_ONLY_WHAT_IS_READ}}})")
    return [
        f"{found['id']}: {found['help']} at {node['target']}: {node['failureSummary']}"
        for found in result["violations"]
        for node in found["nodes"]
    ]
