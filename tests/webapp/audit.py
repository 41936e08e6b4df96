"""What every page must stand: axe-core, a phone, a zoomed screen, the dark, paper.

assert audit(page) == []        # the page as it is now, at 1440 and 360 px, light and dark
"""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # the only rules that another colour scheme can change
PLACES = ["target-size", "scrollable-region-focusable"]  # those that another width changes most
DESK, ZOOMED, PHONE = ((1440, 900), (640, 400), (360, 740))  # 640 px is a screen of 1280 px at 200%
RUN = """only => axe.run(document, {runOnly: only, resultTypes: ["violations"]}).then(
    found => found.violations.map(v => [v.id, v.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]))"""


def audit(page: Page, thorough: bool = True) -> list[str]:
    """What is wrong with the page, one line a fault; it is left as it was found, light and at a desk.

    What came without a doctype is a fragment that htmx asks for, and no page. When not thorough, as on a walk through
    all pages, the phone is looked at in the dark only, with the rules that width and colours change.
    """
    if page.evaluate("document.doctype === null"):
        return []
    _inject(page)
    faults: list[str] = []
    for size in (DESK, PHONE):
        _resize(page, size)
        faults += _sideways(page, size)
        if thorough or size == DESK:
            faults += _axe(page, STANDARDS, size, "light")
        if thorough or size == PHONE:
            page.emulate_media(color_scheme="dark")
            faults += _axe(page, COLOURS + PLACES, size, "dark")
            page.emulate_media(color_scheme="light")
    _resize(page, ZOOMED)
    faults += _sideways(page, ZOOMED)
    _resize(page, DESK)
    return faults + _printed(page)


def _inject(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))


def _resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def _axe(page: Page, rules: list[str], size: tuple[int, int], scheme: str) -> list[str]:
    kind = "tag" if rules is STANDARDS else "rule"
    found = page.evaluate(RUN, {"type": kind, "values": rules})
    return [f"{size[0]} px, {scheme}: {rule}: {'; '.join(nodes)}" for rule, nodes in found]


def _sideways(page: Page, size: tuple[int, int]) -> list[str]:
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{size[0]} px: the page is {width} px wide"] if width > size[0] else []


def _printed(page: Page) -> list[str]:
    """On paper nothing stands that is only for clicking through."""
    page.emulate_media(media="print")
    seen = page.evaluate(
        """[...document.querySelectorAll("nav:not(.counts), .skip-link, .who")]
        .filter(one => one.checkVisibility()).map(one => one.className)"""
    )
    page.emulate_media(media="screen")
    return [f"on paper: {name}" for name in seen]
