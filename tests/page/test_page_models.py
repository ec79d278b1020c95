"""Models on the page: searched like a shop, chosen beside Generate with their price and options, video played where it is kept. A fake of fal does the work."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from studio_steps import write

sys.path.insert(0, str(Path(__file__).parents[1] / "engines"))  # for the fakes of services

from services.desk import KEY
from services.fal import FakeFal


@pytest.fixture
def fal(monkeypatch, tmp_path):
    desk = FakeFal()
    for name, value in {"DIORAMA_FAL_URL": desk.url, "FAL_KEY": KEY, "XDG_CACHE_HOME": str(tmp_path / "cache")}.items():
        monkeypatch.setenv(name, value)
    yield desk
    desk.close()


@pytest.mark.parametrize("seconds", [0.2])
def test_a_model_is_found_starred_used_priced_and_its_video_played(fal, visit):
    page = visit("#/models")
    page.get_by_label("Search models").fill("seedance")
    cards = page.get_by_role("listitem")
    expect(cards.first).to_contain_text("Bytedance Seedance 2.0")
    page.get_by_role("button", name="video", exact=True).click()
    first = cards.filter(has_text="Seedance 2.5 Text To Video")
    expect(first).to_contain_text(re.compile(r"0\.2205 to 0\.473 USD a second \(2026-11-28\)"))
    expect(first).to_contain_text("Ready")
    first.get_by_role("button", name="Favourite").click()
    page.get_by_role("button", name="Favourites", exact=True).click()
    expect(cards).to_have_count(1)
    cards.first.get_by_role("button", name="Use").click()
    expect(page.get_by_label("Engine", exact=True)).to_have_value("bytedance-seedance-2.5-text-to-video")
    page.get_by_text("Options of bytedance").click()
    page.get_by_label("duration").select_option("5")
    write(page, "a-video of a mug")
    expect(page.get_by_label("Price")).to_contain_text(re.compile(r"1\.10 to 2\.3[67] USD a picture"))
    page.get_by_role("button", name="Generate").click()
    expect(page.get_by_label("Video: a-video of a mug")).to_have_attribute("src", re.compile(r"/api/pictures/[0-9a-f]{64}/files/0$"))
    page.keyboard.press("i")
    assert fal.billed == ["r0"]


@pytest.mark.parametrize("seconds", [0.2])
def test_without_a_key_it_says_whose_key_is_needed(visit):
    page = visit("#/models")
    page.get_by_label("Search models").fill("seedream 4.5")
    expect(page.get_by_role("listitem").first).to_contain_text("Needs a key: fal or replicate or openrouter")
    page.get_by_role("button", name="Usable here").click()
    expect(page.get_by_text("No model has all of that")).to_be_visible()
