"""Models on the page: a shop, their price and options beside Generate, pictures to go by, video played. A fake of fal does the work."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from studio_steps import strip, write

sys.path.insert(0, str(Path(__file__).parents[1] / "engines"))  # for the fakes of services

from services.desk import KEY, paint
from services.fal import FakeFal


PATIENCE_MS = 60_000


@pytest.fixture
def no_keys(monkeypatch, tmp_path):
    """Other tests of this process may have services of their own."""
    for name in [name for name in os.environ if name.endswith(("_KEY", "_TOKEN")) or name.startswith("DIORAMA_") and name.endswith("_URL")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.fixture
def fal(no_keys, monkeypatch, tmp_path):
    desk = FakeFal()
    for name, value in {"DIORAMA_FAL_URL": desk.url, "FAL_KEY": KEY, "XDG_CACHE_HOME": str(tmp_path / "cache")}.items():
        monkeypatch.setenv(name, value)
    yield desk
    desk.close()


@pytest.mark.parametrize("alone", [True])
def test_a_model_is_found_starred_used_priced_and_its_video_played_and_a_mask_painted(fal, visit, tmp_path):
    page = visit("#/models")
    page.get_by_label("Search models").fill("seedream 4.5")
    expect(page.get_by_role("listitem").first).to_contain_text("0.04 USD a picture")
    page.get_by_label("Search models").fill("seedance")
    cards = page.get_by_role("listitem")
    expect(cards.first).to_contain_text("Bytedance Seedance 2.0")
    page.get_by_role("button", name="video", exact=True).click()
    first = cards.filter(has_text="Seedance 2.5 Text To Video")
    expect(first).to_contain_text(re.compile(r"0\.221 to 0\.473 USD a second\s*\(2026-11-28, from a list\)"))
    expect(first).to_contain_text("Ready")
    first.get_by_role("button", name="Favourite").click()
    page.get_by_role("button", name="Favourites", exact=True).click()
    expect(cards).to_have_count(1)
    page.get_by_role("button", name="Bytedance Seedance 2.5 Text To Video", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("as one public price list has them")
    page.get_by_role("dialog").get_by_role("button", name="Use").click()
    expect(page.get_by_label("Engine", exact=True)).to_have_value("bytedance-seedance-2.5-text-to-video")
    page.get_by_text("Options of bytedance").click()
    page.get_by_label("duration").select_option("5")
    write(page, "a-video of a mug")
    expect(page.get_by_label("Price")).to_contain_text(re.compile(r"1\.1 to 2\.3[67] USD a picture"))
    expect(page.get_by_label("Time", exact=True)).to_contain_text("Time not known yet")
    page.get_by_role("button", name="Generate").click()
    expect(page.get_by_label("Video: a-video of a mug")).to_have_attribute("src", re.compile(r"/api/pictures/[0-9a-f]{64}/files/0$"))
    assert fal.billed == ["r0"]

    page.goto(page.url.partition("#")[0] + "#/models")
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Search models").fill("gpt image 2")
    page.get_by_role("button", name="Use GPT Image 2", exact=True).click()
    (tmp_path / "a.png").write_bytes(paint("a", 300, 200))
    page.get_by_label("Picture files").set_input_files([str(tmp_path / "a.png")])
    page.get_by_role("button", name="Mark where").click()
    sheet = page.get_by_label("The picture, to be marked")
    box = sheet.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.5)
    page.mouse.up()
    page.get_by_role("button", name="Only there").click()
    write(page, "a red mug")
    page.get_by_label("Picture files").set_input_files([str(tmp_path / "a.png")])
    expect(page.get_by_label("What the picture is for")).to_have_count(2)
    page.get_by_role("button", name="Generate").click()
    deadline = time.monotonic() + 60
    while not fal.edits and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    (mask,) = fal.edits
    assert mask.shape == (200, 300) and mask[100, 90] and not mask[100, 200] and not mask[20, 90]
    assert len(fal.orders["r1"]["asked"]["image_urls"]) == 2, "the one to be changed and the one to go by"


@pytest.mark.parametrize(("alone", "seconds"), [(True, 600)])
def test_two_lanes_go_at_once_and_sound_is_heard(fal, visit):
    fal.looks = 10**9  # it goes on until it is told otherwise
    page = visit("#/models")
    page.get_by_label("Search models").fill("elevenlabs sound")
    page.get_by_role("button", name=re.compile("^Use Elevenlabs Sound")).click()
    write(page, "a-sound of rain on a tin roof")
    page.get_by_role("button", name="Generate").click()
    page.get_by_label("Engine", exact=True).select_option("null")
    write(page, "a red mug")
    page.get_by_role("button", name="Generate").click()
    page.get_by_role("button", name="2 in the queue").click()
    lanes = page.get_by_role("list", name=re.compile("^Lane of "))
    expect(lanes).to_have_count(2)
    expect(page.get_by_role("dialog", name="Queue").get_by_text("1 made now, 0 waiting")).to_have_count(2)
    page.get_by_label("Lane of null").get_by_role("button", name="Cancel").click()
    expect(lanes).to_have_count(1)
    fal.looks = 2
    page.keyboard.press("Escape")
    sound = page.locator("audio[aria-label='Sound: a-sound of rain on a tin roof']")
    strip(page).first.click()
    expect(sound).to_have_count(1)
    page.wait_for_function("() => document.querySelector('audio').duration === 1", timeout=PATIENCE_MS)
    sound.evaluate("element => element.play()")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 0.2", timeout=PATIENCE_MS)


@pytest.mark.parametrize("alone", [True])
def test_without_a_key_it_says_whose_key_is_needed(no_keys, visit):
    page = visit("#/models")
    page.get_by_label("Search models").fill("seedream 4.5")
    expect(page.get_by_role("listitem").first).to_contain_text("Needs a key: fal or replicate or openrouter")
    page.get_by_role("button", name="Usable here").click()
    expect(page.get_by_text("No model has all of that")).to_be_visible()
