"""A page of another origin, in a real browser: with the setting and a token it uses the API and shows pictures by their links; otherwise it cannot."""

from __future__ import annotations

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

ASK = """async ([api, token, path, body]) => {
    const headers = { "content-type": "application/json", "x-stainless-lang": "js", ...(token ? { authorization: `Bearer ${token}` } : {}) };
    try {
        const answer = await fetch(api + path, { headers, ...(body ? { method: "POST", body: JSON.stringify(body) } : {}) });
        return [answer.status, await answer.json(), answer.headers.get("x-request-id")];
    } catch (wrong) { return [0, String(wrong), null]; }
}"""
SHOW = """async (address) => { const picture = new Image(); picture.src = address; try { await picture.decode(); } catch { return 0; } return picture.naturalWidth; }"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def elsewhere(tmp_path):
    """The address of another site."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<!doctype html><title>another site</title>")
    site = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path / "site")))
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    site.server_close()


@pytest.fixture
def page(browser, elsewhere):
    context = browser.new_context()
    page = context.new_page()
    page.goto(elsewhere)
    yield page
    context.close()


@pytest.fixture
def allowing(monkeypatch, elsewhere):
    monkeypatch.setenv("DIORAMA_ORIGINS", elsewhere)


@pytest.mark.parametrize("alone", [True])
def test_with_the_setting_and_a_token_it_makes_and_shows_pictures(allowing, page, server):
    token, body = server.person(), {"prompt": "a red mug", "size": "96x64", "response_format": "url"}
    status, answer, request = page.evaluate(ASK, [server.url, token, "v1/images/generations", body])
    assert status == 200 and request.startswith("req_")
    assert page.evaluate(SHOW, answer["data"][0]["url"]) == 96
    assert page.evaluate(SHOW, answer["data"][0]["url"].partition("?")[0]) == 0, "without its signature it is refused"
    status, answer, _ = page.evaluate(ASK, [server.url, None, "v1/models", None])
    assert status == 401 and "token" in answer["error"]["message"], "it can read why"


def test_without_the_setting_it_can_do_nothing(page, server):
    token = server.person()
    for path, body in (("v1/models", None), ("v1/images/generations", {"prompt": "a red mug"})):
        assert page.evaluate(ASK, [server.url, token, path, body])[0] == 0
