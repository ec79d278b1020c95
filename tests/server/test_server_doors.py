"""Who may come in: tokens, owners, names, origins; and the page."""

from __future__ import annotations

import json
import stat

import httpx
import pytest

from diorama.errors import RequestError
from diorama.server import page
from diorama.server.auth import Tokens
from diorama.server.run import is_loopback, must_close
from diorama.studio import Settings


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """A home with three tokens, one of them an admin's: its folder, headers and secrets by name."""
    home = tmp_path_factory.mktemp("closed")
    tokens = Tokens(home / "tokens.json")
    secrets = {"ann": tokens.add("ann"), "bob": tokens.add("bob"), "root": tokens.add("root", admin=True)}
    yield home, {name: {"authorization": f"Bearer {secret}"} for name, secret in secrets.items()}, secrets


@pytest.fixture
def doors(closed, run_server):
    home, headers, secrets = closed
    with run_server(home, require_token=True) as server:
        yield server, headers, secrets


@pytest.mark.parametrize(("host", "alone"), [("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False), ("192.168.1.4", False), ("studio.example", False)])
def test_addresses(tmp_path, host, alone):
    assert is_loopback(host) == alone
    settings = Settings(home=tmp_path, host=host)
    if alone:
        assert must_close(settings) is False
    else:
        with pytest.raises(RequestError, match="no token"):
            must_close(settings)
        Tokens(settings.tokens).add("ann")
        assert must_close(settings) is True


def test_tokens_are_kept_as_hashes(tmp_path):
    tokens = Tokens(tmp_path / "t.json")
    secret = tokens.add("ann", quota=5)
    assert secret not in tokens.path.read_text() and stat.S_IMODE(tokens.path.stat().st_mode) == 0o600
    assert tokens.owner(secret).quota == 5 and tokens.owner(secret + "x") is None and tokens.owner("") is None
    newer = tokens.add("ann")
    assert tokens.owner(secret) is None and tokens.owner(newer).name == "ann"
    tokens.remove("ann")
    assert tokens.owner(newer) is None
    for name in ("", "local", "Ann", "a/b", "x" * 41):
        with pytest.raises(RequestError):
            tokens.add(name)
    tokens.path.write_text("{}")
    with pytest.raises(RequestError, match="damaged"):
        tokens.all()


def test_tokens_may_be_of_a_team(tmp_path):
    tokens = Tokens(tmp_path / "t.json")
    with pytest.raises(RequestError, match="no team 'prints'"):
        tokens.add("ann", team="prints")
    tokens.set_team("prints", quota=7)
    secret = tokens.add("ann", team="prints")
    assert tokens.owner(secret).team.quota == 7 and Tokens(tokens.path).owner(secret).team.name == "prints"
    tokens.set_team("prints", budget=2)
    assert tokens.owner(secret).team.quota is None and tokens.owner(secret).team.budget == 2
    with pytest.raises(RequestError, match="ann's token is of team prints"):
        tokens.remove_team("prints")
    tokens.add("ann")
    tokens.remove_team("prints")
    assert tokens.teams() == ()
    for wrong in ({"name": "A b"}, {"name": "a", "quota": 0}, {"name": "a", "budget": -1}):
        with pytest.raises(RequestError):
            tokens.set_team(**wrong)


def test_without_a_token_nothing_is_told(doors):
    server, _, _ = doors
    document = httpx.get(f"{server.address}/api/openapi.json").json()
    for path, methods in document["paths"].items():
        for method in methods:
            if path in ("/healthz", "/readyz", "/api/session"):
                continue
            filled = path.replace("{id}", "0" * 64).replace("{name}", "ids.png")
            answer = server.http.request(method, filled, headers={"authorization": "Bearer wrong"})
            assert answer.status_code in (400, 401), (method, path, answer.status_code)
            if answer.status_code == 400:  # the place in the path is looked at first
                assert "job" in path or "boards" in path or "prompts" in path


def test_everybody_has_a_history_of_their_own(doors):
    server, headers, _ = doors
    job = server.http.post("/api/jobs", json={"prompt": "a mug", "size": 96}, headers=headers["ann"]).json()["jobs"][0]
    picture = server.until(job["id"], "done", headers=headers["ann"])["picture"]
    board = server.http.post("/api/boards", json={"name": "Mine"}, headers=headers["ann"]).json()["id"]
    saved = server.http.post("/api/prompts", json={"prompt": "a mug"}, headers=headers["ann"]).json()["id"]
    assert len(server.http.get("/api/pictures", headers=headers["ann"]).json()["pictures"]) >= 1
    for path in ("/api/pictures", "/api/jobs", "/api/boards", "/api/prompts"):
        (listed,) = [value for key, value in server.http.get(path, headers=headers["bob"]).json().items() if key != "next"]
        assert listed == [], path
    for method, path in (
        ("GET", f"/api/jobs/{job['id']}"), ("POST", f"/api/jobs/{job['id']}/cancel"), ("GET", f"/api/jobs/{job['id']}/preview"), ("GET", f"/api/pictures/{picture}"),
        ("GET", f"/api/pictures/{picture}/file"), ("GET", f"/api/pictures/{picture}/thumbnail"), ("GET", f"/api/pictures/{picture}/passes/ids.png"),
        ("GET", f"/api/pictures/{picture}/lineage"), ("DELETE", f"/api/pictures/{picture}"), ("POST", f"/api/pictures/{picture}/restore"),
        ("GET", f"/api/pictures?after={picture}"), ("DELETE", f"/api/boards/{board}"), ("DELETE", f"/api/prompts/{saved}"),
    ):  # fmt: skip
        assert server.http.request(method, path, headers=headers["bob"]).status_code == 404, path
    assert server.http.patch(f"/api/pictures/{picture}", json={"note": "hm"}, headers=headers["bob"]).status_code == 404
    for body in ({"like": picture}, {"prompt": "x", "parent": picture}):
        assert server.http.post("/api/jobs", json=body, headers=headers["bob"]).status_code == 404
    assert server.http.get(f"/api/pictures?board={board}", headers=headers["bob"]).json()["pictures"] == []


def test_only_admins_stop_the_queue(doors):
    server, headers, _ = doors
    assert server.http.post("/api/queue", json={"paused": True}, headers=headers["ann"]).status_code == 403
    assert server.http.post("/api/queue", json={"paused": False}, headers=headers["root"]).status_code == 200


def test_a_browser_signs_in(doors):
    server, _, secrets = doors
    with httpx.Client(base_url=server.address) as browser:
        assert browser.get("/").status_code == 200 and browser.get("/api/queue").status_code == 401
        assert browser.post("/api/session", json={"token": "wrong"}).status_code == 401
        answer = browser.post("/api/session", json={"token": secrets["ann"]})
        assert answer.status_code == 204 and "HttpOnly" in answer.headers["set-cookie"] and "SameSite=strict" in answer.headers["set-cookie"]
        assert browser.get("/api/queue").status_code == 200
        assert browser.delete("/api/session").status_code == 204
        assert browser.get("/api/queue").status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "localhost.:80@evil"])
def test_foreign_names_are_not_answered(server, host):
    answer = server.http.get("/api/pictures", headers={"host": host})
    assert answer.status_code in (400, 403) and "pictures" not in answer.text.replace("/api/pictures", "")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_foreign_pages_may_not_order(server, origin):
    for method, path in (("POST", "/api/jobs"), ("POST", "/v1/images/generations"), ("DELETE", "/api/pictures/" + "0" * 64), ("PATCH", "/api/pictures/" + "0" * 64)):
        assert server.http.request(method, path, headers={"origin": origin, "content-type": "text/plain"}, content=b'{"prompt":"x"}').json()["error"]["code"] == "foreign_origin"
    assert server.http.post("/api/readings", json={"prompt": "a mug"}, headers={"origin": server.address}).status_code == 200


def test_every_answer_has_its_id_and_says_what_it_is(server):
    for path in ("/", "/api/nothing", "/api/jobs", "/healthz"):
        answer = server.http.get(path, headers={"x-request-id": "mine-1"})
        assert answer.headers["x-request-id"] == "mine-1" and answer.headers["x-content-type-options"] == "nosniff" and answer.headers["x-frame-options"] == "DENY"
    assert server.http.get("/healthz", headers={"x-request-id": "bad id"}).headers["x-request-id"].startswith("req_")


def test_the_page(tmp_path, run_server, monkeypatch):
    (tmp_path / "static" / "assets").mkdir(parents=True)
    (tmp_path / "static" / "index.html").write_text("<html><script>let a = 1;</script><script src='assets/x.js'></script></html>")
    (tmp_path / "static" / "assets" / "index-AbCd1234.js").write_text("1")
    (tmp_path / "static" / "icon.svg").write_text("<svg/>")
    (tmp_path / "static" / "secret.py").write_text("1")
    monkeypatch.setattr(page.install, "__defaults__", (tmp_path / "static",))
    with run_server(tmp_path) as server:
        answer = server.http.get("/")
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "'sha256-" in policy and "unsafe-inline" not in policy.replace("style-src-attr 'unsafe-inline'", "") and "http" not in policy
        assert "immutable" in server.http.get("/assets/index-AbCd1234.js").headers["cache-control"]
        icon = server.http.get("/icon.svg")
        assert icon.headers["cache-control"] == "no-cache" and icon.headers["content-type"] == "image/svg+xml"
        assert server.http.get("/secret.py").status_code == 404 and server.http.get("/assets/none.js").status_code == 404


def test_a_page_that_is_not_built_says_so(tmp_path, run_server, monkeypatch):
    monkeypatch.setattr(page.install, "__defaults__", (tmp_path / "none",))
    with run_server(tmp_path) as server:
        answer = server.http.get("/")
        assert "has not been built" in answer.text and "build_page.py" in answer.text
        assert json.loads(server.http.get("/icon.svg").text)["error"]["code"] == "not_found"
