"""Words become pictures: colours while one types, what is not understood, previews that sharpen, several at once, the queue."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from studio_steps import MUG, generate, make, pictures, strip, tell, write


MUG_AND_BOOK = re.compile('^A stoneware mug on a walnut table beside an open book')


def holding(part: str) -> re.Pattern[str]:
    return re.compile(re.escape(part))


def test_first_visit_has_something_to_begin_with(page):
    expect(page.get_by_role("button", name="Use these words")).to_be_visible()
    expect(page.get_by_role("button", name="Generate")).to_be_disabled()
    page.get_by_role("button", name="Product").click()
    page.get_by_role("button", name="Use these words").click()
    expect(page.get_by_label("Prompt: describe")).to_have_value(holding("perfume bottle"))
    expect(page.get_by_role("button", name="Generate")).to_be_enabled()


def test_the_first_picture_is_one_click_away(page):
    page.get_by_role("button", name="Make this picture").click()
    expect(pictures(page)).to_have_count(1)
    expect(page.get_by_role("button", name="Star", exact=True)).to_be_visible()
    expect(page.get_by_label("Prompt: describe")).to_have_value(MUG_AND_BOOK)


def test_words_take_the_colours_of_their_layers(page):
    write(page, MUG)
    mirror = page.locator(".mirror")
    for words, layer in (("mug", "subject"), ("walnut", "environment"), ("soft", "lighting"), ("85mm", "camera")):
        expect(mirror.locator(f".{layer}", has_text=words).first).to_be_visible()


def test_what_is_not_understood_is_marked_and_said(page):
    write(page, "A mug and a wibble, 85mm")
    expect(page.locator(".mirror [data-status=not_understood]")).to_contain_text("wibble")
    told = page.get_by_role("region", name="What the reading says")
    told.get_by_role("button", name="'wibble").click()
    assert page.evaluate("document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)") == "wibble"


def test_layers_are_cards_that_rewrite_the_prompt(page):
    write(page, MUG)
    light = page.get_by_role("region", name="lighting layer")
    light.get_by_label("lighting, words 1").fill("hard sun from the right")
    light.get_by_label("lighting, words 1").blur()
    expect(page.get_by_label("Prompt: describe")).to_have_value(holding("walnut table, hard sun from the right, 85mm f/1.8"))
    place = page.get_by_role("region", name="environment layer")
    place.get_by_label("Add to environment").fill("in a kitchen")
    place.get_by_label("Add to environment").press("Enter")
    expect(page.get_by_label("Prompt: describe")).to_have_value(holding("f/1.8, in a kitchen"))


@pytest.mark.parametrize("seconds", [3.0])
def test_a_picture_sharpens_and_arrives(page):
    generate(page)
    viewer = page.get_by_role("region", name="Picture")
    expect(viewer.get_by_role("progressbar")).to_be_visible()
    expect(viewer.locator("figure img[src*='/preview?']").first).to_be_visible()
    expect(viewer.locator("figure img[src*='/file']").first).to_be_visible()
    expect(pictures(page)).to_have_count(1)
    expect(page.get_by_role("region", name="Scene").get_by_role("region", name="Light")).to_be_visible()


def test_several_stand_side_by_side_and_one_can_be_opened(page):
    make(page, count=3)
    cells = page.locator(".cells .cell")
    expect(cells).to_have_count(3)
    cells.nth(1).get_by_role("button", name="Show alone").click()
    expect(cells).to_have_count(0)
    expect(page.locator("figure img[src*='/file']").first).to_be_visible()


@pytest.mark.parametrize("seconds", [600.0])
def test_the_queue_can_be_reordered_and_cancelled(page):
    generate(page, "A red apple on a table")
    generate(page, "A yellow lemon on a table")
    generate(page, "A green pear on a table")
    page.get_by_role("button", name="3 in the queue").click()
    queue = page.get_by_role("dialog", name="Queue")
    rows = queue.get_by_role("listitem")
    expect(rows.nth(0).get_by_role("button", name="Later")).to_have_count(0)  # the apple is being made: it has no place in line
    expect(rows.nth(1)).to_contain_text("lemon")
    rows.nth(2).get_by_role("button", name="Earlier").click()
    expect(rows.nth(1)).to_contain_text("pear")
    rows.nth(0).get_by_role("button", name="Cancel").click()
    expect(rows.nth(0)).to_contain_text("pear")
    expect(queue).not_to_contain_text("apple")


def test_pausing_holds_the_queue(page):
    page.get_by_role("button", name="Queue", exact=True).click()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("dialog", name="Queue").get_by_role("button", name="Close").click()
    expect(page.get_by_role("banner").get_by_role("button", name="Paused")).to_be_visible()
    generate(page)
    expect(page.get_by_text("The queue is paused")).to_be_visible()
    page.get_by_role("banner").get_by_role("button", name="Paused").click()
    page.get_by_role("button", name="Resume").click()
    expect(pictures(page)).to_have_count(1)


def test_a_failure_says_what_and_can_be_tried_again(page):
    generate(page, "A mug, refuse-this-prompt")
    expect(page.locator(".ended")).to_contain_text("efused on request")
    expect(page.get_by_role("button", name="Try again").first).to_be_visible()
    page.get_by_role("button", name="Dismiss").first.click()
    expect(strip(page)).to_have_count(0)


def test_earlier_prompts_come_back_with_the_keys(page):
    make(page, "A red apple on a table")
    make(page, "A yellow lemon on a table")
    field = page.get_by_label("Prompt: describe")
    field.fill("a draft")
    field.press("Alt+ArrowUp")
    expect(field).to_have_value("A yellow lemon on a table")
    field.press("Alt+ArrowUp")
    expect(field).to_have_value("A red apple on a table")
    field.press("Alt+ArrowDown")
    field.press("Alt+ArrowDown")
    expect(field).to_have_value("a draft")


def test_a_prompt_that_works_is_saved(page):
    write(page, MUG)
    page.get_by_role("button", name="Prompts: saved").click()
    page.get_by_label("Name for the prompt").fill("Morning mug")
    page.get_by_role("button", name="Save this prompt").click()
    expect(page.get_by_role("dialog", name="Prompts").get_by_text("Morning mug")).to_be_visible()
    page.reload()
    page.get_by_label("Prompt: describe").fill("something else")
    page.get_by_role("button", name="Prompts: saved").click()
    page.get_by_role("dialog", name="Prompts").get_by_text("Morning mug").click()
    expect(page.get_by_label("Prompt: describe")).to_have_value(MUG)
    expect(tell(page)).to_be_empty()


def test_a_page_at_rest_asks_nothing(page):
    """No request goes out while nobody does anything: no effect chases itself."""
    make(page)
    page.wait_for_timeout(800)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(1200)
    assert not asked


def test_a_film_is_chosen_by_hand_or_by_the_words(page):
    page.get_by_label("Engine").select_option("stage")
    chosen = page.get_by_label("Picture or film", exact=True).locator("select")
    write(page, "a slow orbit around a red mug on a table")
    expect(chosen.locator("option").first).to_have_text("As the words say: orbit")
    expect(page.get_by_role("status", name="Film")).to_contain_text("Orbit: 60 frames")
    with page.expect_request(lambda asked: asked.url.endswith("/api/quotes") and '"dolly_in"' in (asked.post_data or "")):
        chosen.select_option("dolly_in")
    page.get_by_label("Seconds").fill("2")
    page.get_by_label("Seconds").press("Enter")
    expect(page.get_by_role("status", name="Film")).to_contain_text("Dolly in: 24 frames")
    chosen.select_option("none")
    expect(page.get_by_role("status", name="Film")).to_have_count(0)
    page.get_by_label("Engine").select_option("null")
    expect(chosen).to_have_count(0)
