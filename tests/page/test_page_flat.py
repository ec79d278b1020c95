"""What is to be read, set flat in the picture's place: a click into a text of the page picks that text."""

from __future__ import annotations

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
