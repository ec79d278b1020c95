"""From elsewhere: pages of other origins, other names of this machine, and links that need no token."""

from __future__ import annotations

import io
import os
import re
import stat
import time

import httpx
import numpy as np
import openai
import pytest
from PIL import Image

from diorama.errors import RequestError
from diorama.image import encode
from diorama.recipe import Request, resolve
from diorama.server.auth import Tokens
from diorama.studio import Settings

APP = "https://app.example"


@pytest.fixture
def closed(run_server, tmp_path):
    """A server that asks for tokens and knows one other origin; Ann's headers, Bob's headers."""
    tokens = Tokens(tmp_path / "tokens.json")
    ann, bob = ({"authorization": f"Bearer {tokens.add(name)}"} for name in ("ann", "bob"))
    with run_server(tmp_path, require_token=True, origins=(APP,)) as server:
        yield server, ann, bob


# ── links ──


def link(server, headers, **more) -> str:
    body = {"prompt": "a red mug", "size": "64x64", "response_format": "url", **more}
    return server.http.post("/v1/images/generations", json=body, headers=headers).json()["data"][0]["url"]


def test_a_link_needs_no_token_for_an_hour(closed, monkeypatch):
    server, ann, _ = closed
    url = link(server, ann, output_format="webp", output_compression=40)
    answer = httpx.get(url)
    assert answer.status_code == 200 and Image.open(io.BytesIO(answer.content)).format == "WEBP"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin" and httpx.head(url).status_code == 200
    assert httpx.get(url.partition("?")[0]).status_code == 401, "without its signature it is nothing"
    later = time.time() + 3601
    monkeypatch.setattr(time, "time", lambda: later)
    assert httpx.get(url).status_code == 403 and "over" in httpx.get(url).json()["error"]["message"]


@pytest.mark.parametrize(("old", "new"), [("quality=92", "quality=93"), ("owner=ann", "owner=bob"), ("expires=1", "expires=2"), ("format=png", "format=jpeg"), (r"\w$", "!")])
def test_a_link_that_was_changed_is_none(closed, old, new):
    server, ann, _ = closed
    url = link(server, ann)
    changed = re.sub(old, "0" if new == "!" and url[-1] != "0" else new.replace("!", "1"), url)
    assert changed != url and httpx.get(changed).status_code == 403


def test_a_link_is_for_one_picture_and_dies_with_its_token(closed):
    server, ann, bob = closed
    one, other = link(server, ann), link(server, bob)
    moved = one.replace(one.split("/")[5], other.split("/")[5])
    assert moved != one and httpx.get(moved).status_code == 403
    Tokens(server.app_state.settings.tokens).remove("ann")
    assert httpx.get(one).status_code == 403 and httpx.get(other).status_code == 200


def test_links_outlive_a_restart_and_their_key_is_nobody_elses(run_server, tmp_path):
    ann = {"authorization": f"Bearer {Tokens(tmp_path / 'tokens.json').add('ann')}"}
    with run_server(tmp_path, require_token=True) as first:
        path = link(first, ann).removeprefix(first.address)
    assert stat.S_IMODE(os.stat(tmp_path / "links.key").st_mode) == 0o600 and len((tmp_path / "links.key").read_bytes()) == 32
    with run_server(tmp_path, require_token=True) as second:
        assert httpx.get(second.address + path).status_code == 200


def test_on_an_open_server_links_are_plain(server):
    assert "signature" not in link(server, {})


# ── other origins ──


def preflight(server, origin=APP, **more) -> httpx.Response:
    asked = {"origin": origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type,x-stainless-lang", **more}
    return httpx.options(f"{server.address}/v1/images/generations", headers=asked)


def test_a_page_that_is_allowed_may_use_the_api_with_a_token(closed):
    server, ann, _ = closed
    asked = preflight(server, **{"access-control-request-private-network": "true"})
    assert asked.status_code == 204 and asked.headers["access-control-allow-origin"] == APP and "POST" in asked.headers["access-control-allow-methods"]
    assert "x-stainless-lang" in asked.headers["access-control-allow-headers"] and asked.headers["access-control-allow-private-network"] == "true"
    for answer in (
        server.http.post("/v1/images/generations", json={"prompt": "a mug", "size": "64x64"}, headers={"origin": APP, **ann}), server.http.get("/api/pictures", headers={"origin": APP, **ann}),
    ):  # fmt: skip
        assert answer.status_code == 200 and answer.headers["access-control-allow-origin"] == APP and "origin" in answer.headers["vary"]
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin" and "access-control-allow-credentials" not in answer.headers
    made = openai.OpenAI(base_url=f"{server.address}/v1", api_key=ann["authorization"].split()[1], default_headers={"origin": APP})
    assert made.images.generate(prompt="a mug", size="64x64").data[0].b64_json


def test_it_needs_one_even_where_this_machine_does_not(run_server, tmp_path):
    secret = Tokens(tmp_path / "tokens.json").add("ann")
    with run_server(tmp_path, origins=(APP,)) as server:
        for more in ({}, {"authorization": "Bearer wrong"}, {"cookie": f"diorama_token={secret}"}):
            refused = server.http.get("/api/pictures", headers={"origin": APP, **more})
            assert refused.status_code == 401 and refused.headers["access-control-allow-origin"] == APP, "the page can read why"
        assert server.http.get("/api/pictures", headers={"origin": APP, "authorization": f"Bearer {secret}"}).status_code == 200
        assert server.http.get("/api/pictures").status_code == 200


def test_a_link_is_good_for_an_allowed_page_too(closed):
    server, ann, _ = closed
    url, page = link(server, ann), {"origin": APP}
    answer = httpx.get(url, headers=page)
    assert answer.status_code == 200 and answer.headers["access-control-allow-origin"] == APP
    bare = url.partition("?")[0]
    assert [httpx.get(f"{bare}{query}", headers=page).status_code for query in ("", "?signature=", f"?signature={'0' * 64}")] == [401, 400, 403]
    assert httpx.get(bare.replace("/file", "/thumbnail") + f"?signature={'0' * 64}", headers=page).status_code == 401


@pytest.mark.parametrize("origin", ["https://evil.example", "https://app.example.evil", "http://[x", "http://app.example", "null", "https://app.example:444"])
def test_another_page_may_not(closed, origin):
    server, ann, _ = closed
    assert "access-control-allow-origin" not in preflight(server, origin).headers
    refused = server.http.post("/v1/images/generations", json={"prompt": "a mug"}, headers={"origin": origin, **ann})
    assert refused.status_code == 403 and "access-control-allow-origin" not in refused.headers and "origins" in refused.json()["error"]["message"]


@pytest.mark.parametrize("origin", ["app.example", "https://app.example/", "https://app.example/path", "*", ""])
def test_an_origin_is_a_scheme_and_a_host(origin, monkeypatch):
    monkeypatch.setenv("DIORAMA_ORIGINS", origin or "  ")
    if origin:
        with pytest.raises(RequestError, match="origins"):
            Settings.load()
    else:
        assert Settings.load().origins == ()


def test_several_origins_from_the_environment(monkeypatch):
    monkeypatch.setenv("DIORAMA_ORIGINS", "https://a.example, http://localhost:3000")
    assert Settings.load().origins == ("https://a.example", "http://localhost:3000")


# ── other names ──


def test_from_a_container_the_machine_has_another_name(run_server, tmp_path):
    with run_server(tmp_path, names=("host.docker.internal",)) as server:
        assert server.http.get("/v1/models", headers={"host": "host.docker.internal:7860"}).status_code == 200


def test_a_name_that_is_not_known_is_told_with_its_setting(server):
    told = server.http.get("/v1/models", headers={"host": "host.docker.internal:7860"}).json()["error"]
    assert "DIORAMA_NAMES=host.docker.internal" in told["message"]


# ── pictures from elsewhere ──


def test_a_picture_that_somebody_is_given_is_in_their_gallery(closed, scene):
    """Made on the command line, it is nobody's with a token, until it is given."""
    server, ann, bob = closed
    history = server.app_state.studio.history
    recipe = resolve(Request(prompt="a mug by a window", seed=1, width=96, height=64), scene, engine_version="1")
    entry = history.append(encode(np.full((64, 96, 3), 90, np.uint8)), recipe)
    assert server.http.get(f"/api/pictures/{entry.id}", headers=ann).status_code == 404
    history.give([entry.id], "ann")
    listed = {name: [one["id"] for one in server.http.get("/api/pictures", headers=who).json()["pictures"]] for name, who in (("ann", ann), ("bob", bob))}
    assert listed == {"ann": [entry.id], "bob": []} and server.http.get(f"/api/pictures/{entry.id}/file", headers=ann).status_code == 200
