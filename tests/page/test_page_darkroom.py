"""The darkroom clicked through: where things are and in what face, enlarging with before and after, layers of a real photograph."""

from __future__ import annotations

import base64
import io
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect
from psd_tools import PSDImage

from studio_steps import make, pictures, write

FACE = files("font_source_serif_pro") / "files" / "SourceSerifPro-Semibold.ttf"


def newest(page: Page, limit: int = 1) -> list[dict]:
    return page.request.get(page.url.partition("#")[0] + f"api/pictures?limit={limit}").json()["pictures"]


def test_where_things_are_and_a_font_go_with_the_order(page):
    write(page, 'a cup, a bowl and a sign that says "OPEN"')
    page.get_by_text("Brief", exact=True).click()
    page.get_by_label("Where things are, a line each").fill("cup: left third\n\nbowl: 0.5,0.5,1,1")
    page.get_by_label("Font of all words").set_input_files({"name": "brand.ttf", "mimeType": "font/ttf", "buffer": FACE.read_bytes()})
    expect(page.locator("summary", has_text="Brief")).to_contain_text("2 boxes, font")
    with page.expect_request(lambda asked: asked.url.endswith("/api/jobs") and asked.method == "POST") as asked:
        page.get_by_role("button", name="Generate").click()
    wish = asked.value.post_data_json
    assert wish["boxes"] == {"cup": "left third", "bowl": "0.5,0.5,1,1"} and base64.b64decode(wish["font"]) == FACE.read_bytes()
    expect(pictures(page)).to_have_count(1)
    recipe = page.request.get(page.url.partition("#")[0] + f"api/pictures/{newest(page)[0]['id']}").json()["recipe"]
    within = {one["noun"]: one["within"] for one in recipe["scene"]["subjects"]}
    assert within["cup"] == [0, 0, 0.3333, 1] and within["bowl"] == [0.5, 0.5, 1, 1] and within["sign"] is None
    assert "font" in {one["kind"] for one in recipe["inputs"]}
    page.get_by_role("button", name="Without this font").click()
    expect(page.locator("summary", has_text="Brief")).not_to_contain_text("font")


def test_enlarged_twice_and_held_against_what_it_was(page):
    make(page, "A red apple on a table")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Enlarge: twice as wide and high").click()
    expect(pictures(page)).to_have_count(2)
    after, before = newest(page, 2)
    assert after["parent"] == before["id"] and (after["width"], after["height"]) == (2 * before["width"], 2 * before["height"])
    pictures(page).first.click()
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="Compare two pictures")).to_be_attached()
    top = page.locator(".frame img.top")
    expect(top).to_have_attribute("style", "clip-path: inset(0px 50% 0px 0px);")
    box = page.locator(".frame").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 20, steps=4)
    page.mouse.up()
    expect(top).to_have_attribute("style", "clip-path: inset(0px 10% 0px 0px);")
    page.get_by_text("Side by side", exact=True).click()
    expect(page.locator(".pair img")).to_have_count(2)


@pytest.mark.stage
def test_a_photograph_is_downloaded_in_layers(page):
    page.set_default_timeout(280_000)
    expect.set_options(timeout=280_000)
    try:
        server = page.url.partition("#")[0]
        asked = {"prompt": "a red mug on a table", "engine": "stage", "quality": "draft", "size": 96, "seed": 3}
        assert page.request.post(server + "api/jobs", data=asked).ok
        expect(pictures(page)).to_have_count(1)
        pictures(page).first.click()
        page.get_by_role("button", name="Download").first.click()
        page.get_by_role("dialog", name="Download").get_by_role("group", name="In layers").get_by_role("button", name="PSD").click()
        expect(pictures(page)).to_have_count(2)
        after, before = newest(page, 2)
        found = page.request.get(f"{server}api/pictures/{after['id']}").json()
        assert found["parent"] == before["id"] and [one["name"] for one in found["files"]] == ["layers.psd"]
        with page.expect_download() as download:
            page.get_by_role("link", name="Download layers.psd").click()
        layers = PSDImage.open(io.BytesIO(download.value.path().read_bytes()))
        assert [layer.name for layer in layers] == ["picture", "shadows", "things"]
    finally:
        expect.set_options(timeout=60_000)
