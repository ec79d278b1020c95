"""A part of a picture is marked by hand or keys, and worked on; a picture from elsewhere is kept first."""

from __future__ import annotations

import base64
import io
import os

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from diorama.image import encode, open_picture
from studio_steps import make, pictures
from test_page_access import in_both_themes


@pytest.fixture
def photograph() -> np.ndarray:
    """A red disc on a fine grey pattern: (240, 360, 3)."""
    y, x = np.mgrid[0:240, 0:360]
    grey = (120 + 20 * ((x // 4 + y // 4) % 2)).astype(np.uint8)
    picture = np.repeat(grey[..., None], 3, axis=2)
    picture[(y - 120) ** 2 + (x - 250) ** 2 < 40**2] = (200, 20, 20)
    return picture


def kept(page: Page, photograph: np.ndarray) -> None:
    """Take the photograph in, and open the table of the darkroom."""
    page.get_by_role("link", name="Gallery").click()
    page.get_by_role("button", name="Read a picture").click()
    page.get_by_label("Choose a picture").set_input_files({"name": "phone.png", "mimeType": "image/png", "buffer": encode(photograph)})
    page.get_by_role("button", name="Keep it here").click()
    expect(pictures(page)).to_have_count(1)
    page.get_by_role("button", name="Retouch a part of it").click()
    expect(page.get_by_role("dialog", name="Retouch")).to_be_visible()


def sheet(page: Page):
    return page.get_by_label("The picture, to be marked")


def drag(page: Page, *points: tuple[float, float]) -> None:
    """A drag along points, shares of the sheet."""
    box = sheet(page).bounding_box()
    spots = [(box["x"] + u * box["width"], box["y"] + v * box["height"]) for u, v in points]
    page.mouse.move(*spots[0])
    page.mouse.down()
    for spot in spots[1:]:
        page.mouse.move(*spot, steps=4)
    page.mouse.up()


def click(page: Page, u: float, v: float) -> None:
    box = sheet(page).bounding_box()
    page.mouse.click(box["x"] + u * box["width"], box["y"] + v * box["height"])


def sent(page: Page, button: str) -> tuple[dict, np.ndarray]:
    """What the page orders, and its mask: bool (h, w)."""
    with page.expect_request(lambda asked: asked.url.endswith("/api/darkroom")) as asked:
        page.get_by_role("dialog").get_by_role("button", name=button, exact=True).click()
    wish = asked.value.post_data_json
    return wish, open_picture(base64.b64decode(wish["mask"].partition(",")[2]))[..., 0] > 127


def result(page: Page) -> np.ndarray:
    """The newest picture, once there are two."""
    expect(pictures(page)).to_have_count(2)
    expect(page.locator("figure img").first).to_be_visible()
    server = page.url.partition("#")[0]
    newest = page.request.get(server + "api/pictures?limit=1").json()["pictures"][0]["id"]
    answer = page.request.get(server + f"api/pictures/{newest}/file")
    return np.asarray(Image.open(io.BytesIO(answer.body())).convert("RGB"))


def shown(page: Page, name: str) -> None:
    """Keep what is seen, for people to look at: where DIORAMA_SHOTS names a folder."""
    if folder := os.environ.get("DIORAMA_SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png")


def test_a_click_marks_a_thing_and_it_is_erased_and_the_rest_stays(page, photograph):
    kept(page, photograph)
    page.get_by_role("radio", name="Click").click()
    click(page, 250 / 360, 0.5)
    shown(page, "click")
    wish, mask = sent(page, "Erase")
    disc = photograph[..., 0] == 200
    assert wish["operation"] == "erase" and np.array_equal(mask, disc)
    after = result(page)
    assert np.array_equal(after[~mask], photograph[~mask]) and not (after[mask] == (200, 20, 20)).all(axis=1).any()


def test_a_rectangle_and_a_lasso_unmarked_inverted_and_undone(page, photograph):
    kept(page, photograph)
    page.get_by_role("radio", name="Rectangle").click()
    drag(page, (0.25, 0.25), (0.5, 0.75))
    page.get_by_role("radio", name="Lasso").click()
    page.get_by_role("button", name="Unmark").click()
    drag(page, (0.3, 0.3), (0.45, 0.3), (0.45, 0.6), (0.3, 0.6), (0.3, 0.3))
    page.get_by_role("button", name="Invert").click()
    page.get_by_role("dialog").get_by_role("button", name="Undo").click()
    page.get_by_role("radio", name="Background").click()
    page.get_by_label("Colour").fill("#00ff00")
    page.get_by_label("Soft edge").fill("6")
    shown(page, "lasso")
    wish, mask = sent(page, "Background")
    assert wish["behind"] == "#00ff00" and wish["feather"] == 6
    assert mask[65, 95] and mask[170, 170] and not mask[100, 135] and not mask[10, 10] and not mask[120, 250]
    after = result(page)
    assert (after[165, 140] == (0, 255, 0)).all() and np.array_equal(after[:40], photograph[:40])
    assert np.array_equal(after[100:130, 120:150], photograph[100:130, 120:150])


def test_a_brush_and_words_for_an_engine(page, photograph):
    kept(page, photograph)
    drag(page, (0.1, 0.2), (0.4, 0.2))
    page.get_by_role("radio", name="Paint anew").click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Paint anew", exact=True)).to_be_disabled()
    page.get_by_label("What is to be seen there").fill("a wooden bowl")
    page.get_by_role("dialog").get_by_label("Engine", exact=True).select_option("null")
    shown(page, "brush")
    wish, mask = sent(page, "Paint anew")
    assert (wish["words"], wish["by"]) == ("a wooden bowl", "null") and mask[48, 90] and not mask[150, 90]
    after = result(page)
    assert np.array_equal(after[~mask], photograph[~mask]) and not np.array_equal(after[mask], photograph[mask])


@pytest.mark.parametrize(("act", "words"), [("Erase", ""), ("Background", "a beach at dusk")])
def test_an_engine_erases_and_paints_another_background(page, photograph, act, words):
    kept(page, photograph)
    drag(page, (0.1, 0.2), (0.4, 0.2))
    page.get_by_role("radio", name=act).click()
    page.get_by_label("Painted by an engine").check()
    page.get_by_role("dialog").get_by_label("Engine", exact=True).select_option("null")
    if words:
        expect(page.get_by_role("dialog").get_by_role("button", name=act, exact=True)).to_be_disabled()
        page.get_by_label("What is to be seen there").fill(words)
    shown(page, f"engine-{act}")
    wish, mask = sent(page, act)
    assert (wish["operation"], wish["words"], wish["by"]) == (act.lower(), words, "null") and "behind" not in wish
    after = result(page)
    assert np.array_equal(after[~mask], photograph[~mask]) and not np.array_equal(after[mask], photograph[mask])


def test_a_thing_of_a_made_picture_is_marked_by_a_click_and_all_goes_by_keys(page):
    make(page, "A red apple on a table")
    page.keyboard.press("Escape")
    page.locator("body").press("t")
    expect(page.get_by_role("dialog", name="Retouch")).to_be_visible()
    page.get_by_role("radio", name="Rectangle").press("Enter")
    sheet(page).press("Enter")
    for _ in range(6):
        sheet(page).press("ArrowRight")
        sheet(page).press("ArrowDown")
    sheet(page).press("Enter")
    shown(page, "keys")
    _, mask = sent(page, "Erase")
    rows, columns = np.nonzero(mask)
    assert 0.05 < (columns.max() - columns.min()) / mask.shape[1] < 0.07 and abs(columns.min() / mask.shape[1] - 0.5) < 0.01


def test_axe_finds_nothing_serious_and_a_phone_is_wide_enough(page, photograph):
    kept(page, photograph)
    found = in_both_themes(page, "retouch")
    for act in ("Paint anew", "Background"):
        page.get_by_role("radio", name=act).click()
        found += in_both_themes(page, act)
    page.set_viewport_size({"width": 390, "height": 780})
    shown(page, "phone")
    assert not found and page.evaluate("document.querySelector('dialog .content').scrollWidth <= document.querySelector('dialog .content').clientWidth")


def test_a_frame_is_widened_and_a_page_for_the_press_is_made(page, photograph):
    kept(page, photograph)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Wider frame").click()
    dialog = page.get_by_role("dialog", name="Wider frame")
    dialog.get_by_label("Right").fill("20")
    shown(page, "wider")
    with page.expect_request(lambda asked: asked.url.endswith("/api/darkroom")) as asked:
        dialog.get_by_role("button", name="Widen").click()
    assert asked.value.post_data_json["by"] == "patches"
    after = result(page)
    assert after.shape == (240, 432, 3) and np.array_equal(after[:, :360], photograph)
    page.get_by_role("button", name="Download").click()
    page.get_by_label("Paper").select_option("a6")
    shown(page, "press")
    page.get_by_role("button", name="PDF", exact=True).click()
    expect(pictures(page)).to_have_count(3)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download print.pdf").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-1.6")
    shown(page, "printed")
