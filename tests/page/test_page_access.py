"""For everybody: axe finds nothing serious in any state, the keyboard is enough, a phone is wide enough, no file comes from another site."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from playwright.sync_api import expect
from studio_steps import MUG, make, write

AXE = Path(__file__).resolve().parents[2] / "web/node_modules/axe-core/axe.min.js"


STILL = "() => document.getAnimations().every(one => one.playState !== 'running' || one.effect.getComputedTiming().iterations === Infinity)"
"""What moves in has arrived; what turns while something is made goes on."""


RUN = """only => axe.run(
    document.querySelector('dialog:modal') ?? document, {resultTypes: ['violations'], ...(only.length ? {runOnly: only} : {})}
)"""
COLOURS = ("color-contrast", "link-in-text-block")
"""Rules of axe that another theme may break: all that is otherwise in it is its colours."""


def findings(page, state: str, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds serious or critical, by some of its rules or by all; of an open dialog alone: what lies behind cannot be reached until it is closed."""
    page.wait_for_function(STILL)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN, list(rules))["violations"]
    return [f"{state}: {one['id']}: {node['html'][:160]}" for one in found if one["impact"] in ("serious", "critical") for node in one["nodes"]]


def in_both_themes(page, state: str) -> list[str]:
    """What axe finds in the dark theme, and of colours in the light one, which is the same page."""
    found = findings(page, state)
    page.emulate_media(color_scheme="light")
    found += findings(page, f"{state}, light", COLOURS)
    page.emulate_media(color_scheme="dark")
    return found


def test_axe_finds_nothing_serious(page):
    expect(page.get_by_role("button", name="Use these words")).to_be_visible()
    seen = partial(in_both_themes, page)
    found = seen("empty")
    write(page, "A red bottel and a mug on a walnut table, soft window light, Kodak Portra 400, wibble")
    found += seen("words")
    make(page, MUG)
    make(page, "A mug, a lemon and a red apple on a table")
    for panel in ("Place", "Notes"):
        page.get_by_role("button", name=panel, exact=True).click()
    page.get_by_role("region", name="Things").get_by_role("button", name="mug").click()
    found += seen("scene")
    page.get_by_role("region", name="Scene").get_by_role("slider", name="Exposure").press("ArrowRight")
    found += seen("changed")
    for key in ("l", "Shift+V", "q", "?", "d"):
        page.locator("body").press(key)
        expect(page.get_by_role("dialog")).to_be_visible()
        found += seen(key)
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Prompts: saved").click()
    found += seen("prompts")
    page.keyboard.press("Escape")
    page.locator("body").press("m")
    found += seen("compare")
    page.get_by_role("link", name="Gallery").click()
    found += seen("gallery")
    page.get_by_role("button", name="Read a picture").click()
    found += seen("recipe")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Trash", exact=True).click()
    found += seen("empty trash")
    assert not found, "\n".join(found)


def test_the_keyboard_is_enough(page):
    """From an empty studio to a starred picture that is found in the gallery, opened, compared and deleted, without a pointer."""
    page.get_by_label("Prompt: describe").focus()
    page.keyboard.type("A red apple on a table")
    page.keyboard.press("Control+Enter")
    options = page.get_by_role("listbox", name="Pictures, newest first").get_by_role("option")
    expect(page.get_by_role("button", name="Star", exact=True)).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(options).to_have_count(2)
    expect(page.get_by_role("button", name="Star", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Star", exact=True).focus()
    page.keyboard.press(".")
    expect(page.get_by_role("button", name="Remove the star")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("g")
    grid = page.get_by_role("listbox", name="Pictures", exact=True)
    expect(grid.get_by_role("option")).to_have_count(2)
    grid.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("figure img[src*='/file']").first).to_be_visible()
    page.keyboard.press("m")
    expect(page.get_by_label("Where A ends")).to_be_attached()
    page.keyboard.press("Escape")
    page.keyboard.press("Delete")
    expect(options).to_have_count(1)


def test_help_shows_every_key(page):
    page.locator("body").press("?")
    help = page.get_by_role("dialog", name="Keys")
    for does in ("Generate", "Cancel", "Undo", "Star", "Compare", "Older prompt", "Use its seed", "Remix: use its words"):
        expect(help.get_by_text(does, exact=True)).to_be_visible()


def test_on_a_phone_one_panel_at_a_time(visit):
    page = visit(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    write(page, MUG)
    page.get_by_role("button", name="Generate").tap()
    page.get_by_role("button", name="Picture", exact=True).tap()
    expect(page.locator("figure img[src*='/file']").first).to_be_visible()
    page.get_by_role("button", name="Adjust").tap()
    expect(page.get_by_role("region", name="Light", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Gallery").tap()
    expect(page.get_by_role("listbox", name="Pictures", exact=True).get_by_role("option")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_light_and_dark_are_chosen_and_kept(page):
    canvas = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(canvas)
    page.get_by_role("button", name="Theme: auto").click()
    page.get_by_role("button", name="Theme: dark").click()
    light = page.evaluate(canvas)
    assert light != dark
    page.reload()
    assert page.evaluate(canvas) == light


def test_every_file_comes_from_this_server(visit, server):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    make(page, MUG)
    page.get_by_role("link", name="Gallery").click()
    page.wait_for_timeout(500)
    assert asked and not [url for url in asked if not url.startswith((server.url, "blob:", "data:"))]


def test_a_token_is_asked_for_where_one_is_needed(visit, server):
    page = visit(known=False)
    page.get_by_label("Token").fill("dio_wrong")
    page.get_by_role("button", name="Enter").click()
    expect(page.get_by_role("alert")).to_contain_text("not a valid token")
    page.get_by_label("Token").fill(server.person())
    page.get_by_role("button", name="Enter").click()
    expect(page.get_by_role("button", name="Use these words")).to_be_visible()
