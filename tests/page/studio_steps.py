"""What one does in the studio, for the tests: words for clicks."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

MUG = "A stoneware mug on a walnut table, soft window light from the left, 85mm f/1.8"


def write(page: Page, words: str) -> None:
    """Write the prompt and wait until it is read."""
    with page.expect_response(lambda answer: answer.url.endswith("/api/readings")):
        page.get_by_label("Prompt: describe").fill(words)


def generate(page: Page, words: str = MUG, count: int = 1) -> None:
    write(page, words)
    for _ in range(count - 1):
        page.get_by_role("button", name="One more").click()
    page.keyboard.press("Control+Enter")


def strip(page: Page) -> Locator:
    """The tiles below the picture: jobs and pictures."""
    return page.get_by_role("listbox", name="Pictures, newest first").get_by_role("option")


def pictures(page: Page) -> Locator:
    """Tiles of finished pictures."""
    return strip(page).and_(page.locator(":not([aria-label^='queued:'], [aria-label^='running:'], [aria-label^='failed:'])"))


def make(page: Page, words: str = MUG, count: int = 1) -> None:
    """Make pictures and wait until they are there."""
    before = pictures(page).count()
    generate(page, words, count)
    expect(pictures(page)).to_have_count(before + count)


def tell(page: Page) -> Locator:
    return page.get_by_role("region", name="Messages")
