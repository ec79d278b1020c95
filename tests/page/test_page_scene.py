"""The scene beside the picture: changed by hand, in words and in the picture itself; undone, rendered again, told in plain language."""

from __future__ import annotations

from playwright.sync_api import expect
from studio_steps import MUG, make, pictures


def slide(page, name: str, key: str, times: int = 1):
    """Move a slider of the scene by keys, as anyone can."""
    slider = page.get_by_role("region", name="Scene").get_by_role("slider", name=name, exact=True).first
    slider.focus()
    for _ in range(times):
        slider.press(key)
    return slider


def changes(page):
    return page.get_by_role("region", name="Changes").get_by_role("listitem")


def test_a_light_is_moved_undone_redone_and_rendered(page):
    make(page)
    slide(page, "Direction", "ArrowRight", 6)
    expect(changes(page)).to_have_count(1)
    expect(changes(page).first).to_contain_text("light")
    page.keyboard.press("Control+z")
    expect(changes(page)).to_have_count(0)
    page.keyboard.press("Control+Shift+z")
    expect(changes(page)).to_have_count(1)
    page.get_by_role("button", name="Render").click()
    expect(pictures(page)).to_have_count(2)
    page.locator("body").press("l")
    lineage = page.get_by_role("dialog", name="Lineage")
    expect(lineage.get_by_role("listitem")).to_have_count(2)
    page.keyboard.press("Escape")
    page.locator("body").press("m")
    expect(page.get_by_role("region", name="Differences").get_by_role("listitem")).to_have_count(1)


def test_moving_one_slider_is_one_step_to_undo(page):
    make(page)
    slide(page, "Height", "ArrowUp", 5)
    slide(page, "Aperture", "ArrowRight", 2)
    expect(changes(page)).to_have_count(2)
    page.keyboard.press("Control+z")
    expect(changes(page)).to_have_count(1)
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_text("As rendered")).to_be_visible()


def test_a_thing_is_chosen_in_the_picture_painted_and_removed(page):
    make(page, "A red apple and a green pear on a table")
    layer = page.locator(".layer")
    box = layer.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.7)
    expect(layer.locator(".name")).to_have_text("apple")
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.7)
    things = page.get_by_role("region", name="Things")
    expect(things.get_by_role("button", name="apple")).to_have_attribute("aria-expanded", "true")
    things.get_by_role("button", name="blue", exact=True).click()
    expect(changes(page).first).to_contain_text("blue")
    things.get_by_label("Material").select_option("glass")
    expect(changes(page)).to_have_count(2)
    page.keyboard.press("Escape")
    things.get_by_role("button", name="pear").click()
    things.get_by_role("button", name="Remove").click()
    expect(things.get_by_role("button", name="pear")).to_have_count(0)


def test_focus_is_set_by_clicking(page):
    make(page, "A red apple and a green pear on a table")
    page.get_by_role("button", name="Pick", exact=True).click()
    box = page.locator(".layer").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.7)
    expect(changes(page).first).to_contain_text("Focus")
    expect(page.get_by_role("region", name="Scene").get_by_role("region", name="Camera")).to_contain_text("pear")


def test_words_change_the_scene_and_what_they_cannot_is_said(page):
    make(page)
    words = page.get_by_label("Change the picture in words")
    words.fill("make the mug red")
    words.press("Enter")
    expect(changes(page).first).to_contain_text("red")
    words.fill("make the giraffe bigger")
    words.press("Enter")
    expect(page.locator(".refine li").first).to_contain_text("giraffe")
    page.keyboard.press("Control+Shift+Enter")
    expect(pictures(page)).to_have_count(2)


def test_light_changes_at_once_without_rendering(page):
    make(page)
    with page.expect_response("**/api/relights") as answer:
        slide(page, "Exposure", "ArrowRight", 5)
    assert answer.value.ok and answer.value.headers["content-type"] == "image/jpeg"
    expect(page.locator("figure img[src^='blob:']").first).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("figure img[src^='blob:']")).to_have_count(0)


def test_variations_of_one_layer(page):
    make(page, MUG)
    page.keyboard.press("Escape")  # out of the prompt, where a V is a letter
    page.keyboard.press("Shift+V")
    page.get_by_role("dialog", name="Variations").get_by_text("2", exact=True).click()
    page.get_by_role("dialog", name="Variations").get_by_role("button", name="Light the same things").click()
    expect(pictures(page)).to_have_count(3)
    expect(page.locator(".cells .cell")).to_have_count(3)
