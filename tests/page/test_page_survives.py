"""Nothing is lost: a reload in the middle, a second tab, a server that is killed, an answer that does not arrive."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from studio_steps import MUG, generate, make, pictures, strip


@pytest.mark.parametrize("seconds", [4.0])
def test_a_reload_in_the_middle_finds_everything_again(page):
    generate(page, count=2)
    expect(strip(page)).to_have_count(2)
    page.reload()
    expect(page.get_by_label("Prompt: describe")).to_have_value(MUG)
    expect(strip(page)).to_have_count(2)
    expect(page.get_by_role("progressbar").first).to_be_visible()
    expect(pictures(page)).to_have_count(2)


@pytest.mark.parametrize("seconds", [2.0])
def test_a_second_tab_sees_the_same(page):
    other = page.context.new_page()
    other.goto(page.url)
    generate(page)
    expect(strip(other)).to_have_count(1)
    expect(pictures(other)).to_have_count(1)


@pytest.mark.parametrize("seconds", [4.0])
def test_a_killed_server_loses_nothing_and_words_are_kept_meanwhile(page, server):
    generate(page, count=3)
    expect(page.get_by_role("progressbar").first).to_be_visible()
    server.kill()
    expect(page.get_by_text("No connection")).to_be_visible()
    page.get_by_label("Prompt: describe").fill("A red apple on a table")
    expect(page.locator("#prompt-state")).to_contain_text("does not answer")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("does not answer")
    server.start()
    expect(page.get_by_text("No connection")).to_be_hidden()
    expect(pictures(page)).to_have_count(3, timeout=60_000)
    page.reload()
    expect(page.get_by_label("Prompt: describe")).to_have_value("A red apple on a table")
    expect(strip(page)).to_have_count(3)


def test_a_lost_answer_makes_no_second_picture(page):
    lost = []

    def lose(route):
        """The server gets the order; its answer never arrives."""
        if lost:
            route.continue_()
            return
        lost.append(route.fetch())
        route.abort()

    page.route("**/api/jobs", lambda route: lose(route) if route.request.method == "POST" else route.continue_())
    generate(page)
    expect(pictures(page)).to_have_count(1)
    page.wait_for_timeout(1500)
    assert lost
    expect(strip(page)).to_have_count(1)


def test_an_event_that_was_missed_is_made_up_for(page):
    """While the page hears nothing, another tab makes a picture; when it hears again, the picture is there."""
    page.route("**/api/events", lambda route: route.abort())
    page.reload()
    expect(page.get_by_text("No connection")).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url)
    make(other)
    expect(strip(page)).to_have_count(0)
    page.unroute("**/api/events")
    expect(pictures(page)).to_have_count(1)
