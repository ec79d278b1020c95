"""What is to be read, set flat in the picture's place: a click into a text of the page picks that text."""

from __future__ import annotations

import re
from urllib.parse import unquote

from playwright.sync_api import expect
from studio_steps import make


def test_a_click_into_a_page_picks_the_text_that_stands_there(page):
    make(page, 'A wooden sign on a wall with the title "Honesty Stall", at the bottom in small letters "Apples are on the left"')
    page.get_by_role("button", name="What is to be read, flat").click()
    sheet = page.get_by_role("button", name="Write on the sign")
    expect(sheet.locator("img")).to_be_visible()
    wide, high = (sheet.bounding_box()[side] for side in ("width", "height"))
    for share, text in ((0.85, "Apples are on the left"), (0.3, "Honesty Stall")):
        sheet.click(position={"x": wide / 2, "y": high * share})
        expect(page.locator("figcaption input:focus")).to_have_value(text)


def test_other_words_keep_the_palette_of_their_page_and_the_toggle_leads_back(page):
    make(page, 'A festival poster on a brick wall titled "River Sounds" with the date "12-14 June"')
    toggle = page.get_by_role("button", name="What is to be read, flat")
    toggle.click()
    sheet = page.get_by_role("button", name=re.compile("Write on the"))
    expect(sheet.locator("img")).to_be_visible()
    colours = lambda: set(re.findall(r"#[0-9a-f]{6}\b", unquote(sheet.locator("img").get_attribute("src") or "")))  # noqa: E731
    before = colours()
    sheet.click(position={"x": 60, "y": 40})
    title = page.locator("figcaption input:focus")
    expect(title).to_have_value("River Sounds")
    title.fill("Harbour Sounds")
    page.keyboard.press("Tab")
    expect(sheet.locator("img")).to_have_attribute("alt", "Harbour Sounds. 12-14 June")
    page.wait_for_timeout(1500)  # the page is set anew
    assert (colours(), page.evaluate("1")) == (before, 1)
    toggle.click()
    expect(page.locator(".sheet")).to_have_count(0)
