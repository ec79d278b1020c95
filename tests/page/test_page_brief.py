"""A brief beside the words: a palette, rules, the best of several; and the press, in four inks."""

from __future__ import annotations

import base64

from playwright.sync_api import Page, expect

from studio_steps import make, pictures, write
from tests.image import inks


def ordered(page: Page, path: str, act) -> dict:
    with page.expect_request(lambda asked: asked.url.endswith(path) and asked.method == "POST") as asked:
        act()
    return asked.value.post_data_json


def test_palette_rules_and_tries_go_with_the_order_and_the_reasons_are_shown(page):
    write(page, "a mug and a vase on a table")
    page.get_by_text("Brief", exact=True).click()
    page.get_by_label("Palette").fill("teal and #ff0000")
    page.get_by_label("Rules, a line each").fill("no mug\n\nnothing is cut off")
    page.get_by_label("Best of how many").select_option("2")
    expect(page.locator("summary", has_text="Brief")).to_contain_text("palette, 2 rules, best of 2")
    wish = ordered(page, "/api/jobs", lambda: page.get_by_role("button", name="Generate").click())
    assert (wish["palette"], wish["rubric"], wish["best_of"]) == (["teal and #ff0000"], {"rules": ["no mug", "nothing is cut off"]}, 2)
    expect(pictures(page)).to_have_count(3)
    page.keyboard.press("Escape")
    page.locator("body").press("i")
    expect(page.get_by_text("checked against its words")).to_contain_text("no mug")


def test_a_profile_makes_four_inks_and_the_file_lies_beside_the_proof(page):
    make(page, "a red mug")
    page.get_by_role("button", name="Download").first.click()
    press = page.get_by_role("dialog", name="Download")
    press.get_by_label("ICC profile of the press").set_input_files({"name": "press.icc", "mimeType": "application/vnd.iccprofile", "buffer": inks.profile()})
    press.get_by_label("Dots an inch").select_option("150")
    press.get_by_label("Paper").select_option("a6")
    wish = ordered(page, "/api/darkroom", lambda: press.get_by_role("button", name="PDF/X").click())
    assert (wish["space"], wish["dpi"], wish["file"]) == ("cmyk", 150, "pdf") and base64.b64decode(wish["profile"]) == inks.profile()
    expect(pictures(page)).to_have_count(2)
    newest = page.request.get(page.url.partition("#")[0] + "api/pictures?limit=1").json()["pictures"][0]
    assert [one["name"] for one in newest["files"]] == ["print.pdf"]
