"""Signing in: a browser goes to a provider of identities and comes back as an owner; whoever must not come in is told why, in one sentence."""

from __future__ import annotations

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from diorama.errors import RequestError
from diorama.server.auth import Tokens
from diorama.server.run import must_close
from diorama.studio import Settings

pytest.importorskip("authlib")
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant, RefreshTokenGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import OpenIDCode
from flask import Flask, jsonify, request
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

# ── a provider of identities: authlib's own authorization server behind Flask, on this machine; whoever comes is `user`, without a question ──


class Client(ClientMixin):
    def __init__(self, id: str, secret: str | None, back: str):
        self.id, self.secret, self.back = id, secret, back

    def get_client_id(self):
        return self.id

    def get_default_redirect_uri(self):
        return self.back

    def get_allowed_scope(self, scope):
        return scope

    def check_redirect_uri(self, uri):
        return uri == self.back

    def check_client_secret(self, secret):
        return secret == self.secret

    def check_endpoint_auth_method(self, method, endpoint):
        return method == ("client_secret_basic" if self.secret else "none")

    def check_response_type(self, kind):
        return kind == "code"

    def check_grant_type(self, kind):
        return kind in ("authorization_code", "refresh_token")


class Code(AuthorizationCodeMixin):
    def __init__(self, code: str, payload):
        self.code, data = code, payload.data
        self.back, self.scope = payload.redirect_uri, payload.scope
        self.nonce, self.code_challenge, self.code_challenge_method = data.get("nonce"), data.get("code_challenge"), data.get("code_challenge_method")

    def get_redirect_uri(self):
        return self.back

    def get_scope(self):
        return self.scope

    def get_nonce(self):
        return self.nonce

    def get_auth_time(self):
        return None

    def get_acr(self):
        return None

    def get_amr(self):
        return None


class Refreshing:
    """A refresh token that the provider gave: of one client, for one person."""

    def __init__(self, client):
        self.client = client

    def check_client(self, client):
        return client.id == self.client

    def get_scope(self):
        return "openid profile email"


class Provider:
    """`refreshes`: whether it gives refresh tokens, each good for one use.
    `user`: the claims of who comes; they go over those that the provider would write itself (`nonce`, `iss`, `exp`)."""

    def __init__(self):
        self.issuer, self.client, self.asked = "", None, []
        self.user: dict = {}
        self.key = self.signs = RSAKey.generate_key(2048, auto_kid=True)
        self.codes: dict[str, Code] = {}
        self.refreshes, self.given = False, {}
        self.app = Flask("provider")
        self.app.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True
        found = lambda id: self.client if self.client and id == self.client.id else None  # noqa: E731
        server = AuthorizationServer(self.app, query_client=found, save_token=self._give)
        server.register_grant(self._refresh())
        server.register_grant(self._grant(), [CodeChallenge(required=True), self._identity()])

        @self.app.get("/.well-known/openid-configuration")
        def facts():
            at = self.issuer
            doors = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys", "userinfo_endpoint": "me"}
            return jsonify(issuer=at, **{name: f"{at}/{door}" for name, door in doors.items()})

        @self.app.get("/me")
        def me():
            assert request.headers["authorization"].startswith("Bearer ")
            return jsonify(self.user)

        @self.app.get("/keys")
        def keys():
            return jsonify(keys=[self.key.as_dict(private=False)])

        @self.app.get("/authorize")
        def authorize():
            self.asked.append(dict(request.args))
            grant = server.get_consent_grant(end_user=self.user)
            return server.create_authorization_response(grant_user=self.user, grant=grant)

        @self.app.post("/token")
        def token():
            return server.create_token_response()

    def _grant(provider):
        class Grant(AuthorizationCodeGrant):
            TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "none"]

            def save_authorization_code(self, code, request):
                provider.codes[code] = Code(code, request.payload)

            def query_authorization_code(self, code, client):
                return provider.codes.get(code)

            def delete_authorization_code(self, code):
                del provider.codes[code.code]

            def authenticate_user(self, code):
                return provider.user

        return Grant

    def _give(self, token, request):
        if not self.refreshes:
            token.pop("refresh_token", None)
        elif "refresh_token" in token:
            self.given[token["refresh_token"]] = Refreshing(request.client.id)

    def _refresh(provider):
        class Refresh(RefreshTokenGrant):
            TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "none"]
            INCLUDE_NEW_REFRESH_TOKEN = True

            def authenticate_refresh_token(self, token):
                return provider.given.pop(token, None)

            def authenticate_user(self, credential):
                return provider.user

            def revoke_old_credential(self, credential):
                """It was taken as it was used."""

        return Refresh

    def _identity(provider):
        class Identity(OpenIDCode):
            def exists_nonce(self, nonce, request):
                return any(code.nonce == nonce for code in provider.codes.values())

            def resolve_client_private_key(self, client):
                return provider.signs

            def get_client_algorithm(self, client):
                return "RS256"

            def get_client_claims(self, client):
                return {"iss": provider.issuer}

            def get_encode_header(self, client):
                return {"alg": "RS256", "kid": provider.key.kid}

            def generate_user_info(self, user, scope):
                return user

        return Identity(require_nonce=True)


@contextmanager
def provided():
    made = Provider()
    server = make_server("127.0.0.1", 0, made.app, threaded=True)
    made.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join(60)
        server.server_close()


# ── signing in ──



@pytest.fixture(scope="module")
def provider():
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # of the provider: it is on this machine
        with provided() as made:
            yield made


@pytest.fixture(scope="module")
def studio(provider, tmp_path_factory, run_server):
    home = tmp_path_factory.mktemp("home")
    tokens = Tokens(home / "tokens.json")
    tokens.set_team("prints", quota=2)
    more = {"oidc_issuer": provider.issuer, "oidc_client": "studio", "oidc_secret": "hush", "oidc_allowed": ("staff", "ops"), "oidc_admins": ("ops",)}
    with run_server(home, token_file=home / "tokens.json", oidc_teams=("ghosts=gone", "design=prints"), **more) as server:
        provider.client = Client("studio", "hush", f"{server.address}/api/session/callback")
        server.dio = tokens.add("cli")
        yield server


@pytest.fixture(autouse=True)
def ann(provider):
    provider.user, provider.signs = {"sub": "ann", "name": "Ann Ode", "groups": ["staff"]}, provider.key
    provider.asked.clear()
    provider.refreshes = False
    provider.given.clear()


@pytest.fixture
def browser(studio):
    with httpx.Client(base_url=studio.address, follow_redirects=True, timeout=60) as made:
        yield made


def test_a_person_comes_in_and_goes(studio, browser, provider):
    before = browser.get("/api/session").json()
    assert before["owner"] is None and before["provider"] == "/api/session/begin" and browser.get("/api/queue").status_code == 401
    came = browser.get(before["provider"])
    assert came.status_code == 200 and came.url.path == "/", came.text
    asked = provider.asked[0]
    assert asked["code_challenge_method"] == "S256" and asked["response_type"] == "code" and len(asked["nonce"]) >= 20 and len(asked["state"]) >= 20
    kept = came.history[-1].headers.get_list("set-cookie")
    assert any("diorama_token=ses_" in one and "HttpOnly" in one and "SameSite=strict" in one for one in kept)
    here = browser.get("/api/session").json()
    assert (here["owner"], here["shown"], here["by"], here["admin"], here["team"]) == ("oidc:ann", "Ann Ode", "provider", False, None)
    assert browser.get("/api/queue").status_code == 200 and browser.post("/api/queue", json={"paused": False}).status_code == 403
    copied = dict(browser.cookies)
    assert httpx.get(f"{studio.address}/api/queue", cookies=copied).status_code == 200
    assert browser.delete("/api/session").status_code == 204 and browser.get("/api/queue").status_code == 401
    assert httpx.get(f"{studio.address}/api/queue", cookies=copied).status_code == 401, "a copy does not outlive it"


def test_tokens_go_on_beside_it(studio, browser):
    assert httpx.get(f"{studio.address}/api/queue", headers={"authorization": f"Bearer {studio.dio}"}).status_code == 200
    assert browser.post("/api/session", json={"token": studio.dio}).status_code == 204
    assert browser.get("/api/session").json()["by"] == "token" and studio.dio not in str(dict(browser.cookies))
    copied = dict(browser.cookies)
    browser.delete("/api/session")
    assert httpx.get(f"{studio.address}/api/queue", cookies=copied).status_code == 401
    assert httpx.get(f"{studio.address}/api/queue", headers={"authorization": f"Bearer {studio.dio}"}).status_code == 200, "the token goes on"


def test_an_admin_signs_somebody_out_everywhere(studio, browser, provider):
    browser.get("/api/session/begin")
    provider.user |= {"sub": "eve", "groups": ["ops"]}
    with httpx.Client(base_url=studio.address, follow_redirects=True, timeout=60) as admin:
        admin.get("/api/session/begin")
        assert {"oidc:ann", "oidc:eve"} <= {one["owner"] for one in admin.get("/api/sessions").json()["sessions"]}
        assert browser.delete("/api/sessions/oidc:eve").status_code == 403 and browser.get("/api/sessions").status_code == 403
        assert admin.delete("/api/sessions/oidc:ann").json()["ended"] >= 1
        assert browser.get("/api/queue").status_code == 401 and admin.get("/api/queue").status_code == 200


@pytest.fixture
def soon(studio):
    """The provider is asked again after two seconds."""
    usual = studio.app_state.settings
    studio.app_state.settings = usual.model_copy(update={"oidc_minutes": 2 / 60})
    yield
    studio.app_state.settings = usual


def test_groups_are_looked_at_again(studio, browser, provider, soon):
    """By a refresh token: who is made an admin is one, who is in no group any more is signed out. Each token is taken once, whoever else asks meanwhile."""
    provider.refreshes = True
    browser.get("/api/session/begin")
    assert browser.get("/api/session").json()["admin"] is False
    provider.user |= {"groups": ["staff", "ops"]}
    time.sleep(2.1)
    assert browser.get("/api/session").json()["admin"] is True
    time.sleep(2.1)
    with ThreadPoolExecutor(8) as pool:
        cookies = dict(browser.cookies)
        answers = list(pool.map(lambda _: httpx.get(f"{studio.address}/api/queue", cookies=cookies, timeout=60).status_code, range(16)))
    assert set(answers) == {200}
    provider.user |= {"groups": ["guests"]}
    time.sleep(2.1)
    assert browser.get("/api/queue").status_code == 401
    provider.user |= {"groups": ["staff"]}
    assert browser.get("/api/queue").status_code == 401, "and stays so until they sign in"


def test_another_person_by_the_same_refresh_token_is_nobody(browser, provider, soon):
    provider.refreshes = True
    browser.get("/api/session/begin")
    provider.user |= {"sub": "mallory", "groups": ["ops"]}
    time.sleep(2.1)
    assert browser.get("/api/session").json()["owner"] is None


def kept(studio) -> list[dict]:
    return [json.loads(row["facts"]) for row in studio.app_state.queue.store.connection.execute("SELECT facts FROM sessions")]


def test_no_refresh_token_lies_in_the_database_as_it_is(studio, browser, provider, soon):
    """Nor after it was renewed; what sealed it may be changed, as long as the one before is named."""
    provider.refreshes, usual = True, studio.app_state.settings
    browser.get("/api/session/begin")
    before = [one["sealed"] for one in kept(studio) if one.get("sealed")]
    assert before and not any(token in str(kept(studio)) for token in provider.given)
    for secrets in (("a secret of 32 letters or so, new",), ("the one after it, newer still", "a secret of 32 letters or so, new")):
        studio.app_state.settings = studio.app_state.settings.model_copy(update={"secrets": secrets})
        time.sleep(2.1)
        assert browser.get("/api/queue").status_code == 200
        after = [one["sealed"] for one in kept(studio) if one.get("sealed")]
        assert after != before and not any(token in str(after) for token in provider.given)
        before = after
    studio.app_state.settings = usual.model_copy(update={"oidc_minutes": 2 / 60, "secrets": ("a secret that nobody had before",), "oidc_secret": None})
    time.sleep(2.1)
    assert browser.get("/api/queue").status_code == 401, "what cannot be opened is let go"
    studio.app_state.settings = usual


def test_a_server_without_a_secret_keeps_no_refresh_token_in_a_database_that_others_read(tmp_path):
    from types import SimpleNamespace

    from diorama.server.sealed import seal, unseal

    def of(**more):
        return SimpleNamespace(settings=Settings(home=tmp_path, **more), key=None)

    shared, alone = of(database="postgresql://somewhere/x"), of()
    assert seal(shared, "token") is None and unseal(shared, seal(alone, "token") or "") is None
    assert unseal(alone, seal(alone, "token") or "") == "token" and (tmp_path / "links.key").stat().st_mode & 0o77 == 0
    assert unseal(of(secrets=("x" * 16,)), seal(of(oidc_secret="hush"), "token") or "") is None


def test_a_link_is_good_for_who_is_signed_in_and_dies_as_they_go(studio, browser, provider):
    provider.user |= {"sub": "dee" + "e" * 60}
    browser.get("/api/session/begin")
    made = browser.post("/v1/images/generations", json={"prompt": "a red mug", "size": "64x64", "response_format": "url"})
    url = made.json()["data"][0]["url"]
    assert httpx.get(url).status_code == 200
    browser.delete("/api/session")
    assert httpx.get(url).status_code == 403 and "signed out" in httpx.get(url).json()["error"]["message"]


def test_groups_make_admins_and_teams_whose_limits_hold(studio, browser, provider):
    provider.user |= {"sub": "bob", "groups": ["ops", "design"]}
    browser.get("/api/session/begin")
    assert browser.post("/api/queue", json={"paused": False}).status_code == 200
    assert browser.post("/api/jobs", json={"prompt": "a mug", "size": 96, "n": 2}).status_code == 202
    assert browser.get("/api/session").json()["team"] == {"name": "prints", "quota": 2, "made": 2}
    refused = browser.post("/api/jobs", json={"prompt": "a cup", "size": 96})
    assert refused.status_code == 429 and "team prints: 2 of 2" in refused.json()["error"]["message"]
    seen = httpx.get(f"{studio.address}/metrics", headers={"authorization": f"Bearer {studio.dio}"}).text
    assert 'diorama_team_pictures{team="prints"} 2.0' in seen and 'diorama_team_quota{team="prints"} 2.0' in seen


REFUSALS = {
    "an answer to another sign-in": ({"nonce": "another"}, "(nonce): it belongs to another sign-in"),
    "another issuer": ({"iss": "https://evil.example"}, "(iss): it is not http"),
    "for another client": ({"aud": "other"}, "(aud)"),
    "expired": ({"exp": 1_000_000_000}, "has expired"),
    "no group that may": ({"groups": ["guests"]}, "in none of the groups"),
    "no groups at all": ({"groups": None}, "in none of the groups"),
    "nobody": ({"sub": None}, "does not say who you are"),
    "a team that there is not": ({"groups": ["staff", "ghosts"]}, "no team"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_who_must_not_come_in_is_told_why(case, browser, provider):
    claims, told = REFUSALS[case]
    provider.user |= claims
    answer = browser.get("/api/session/begin")
    assert answer.status_code in (403, 502) and told in answer.text and "You are not signed in" in answer.text, answer.text
    assert browser.get("/api/session").json()["owner"] is None


def test_another_key_signs_nothing(browser, provider):
    provider.signs = RSAKey.generate_key(2048)
    answer = browser.get("/api/session/begin")
    assert answer.status_code == 403 and "BadSignature" in answer.text


def test_a_new_key_of_the_provider_is_looked_up(browser, provider):
    provider.key = provider.signs = RSAKey.generate_key(2048, auto_kid=True)
    assert browser.get("/api/session/begin").url.path == "/"


def test_an_answer_is_taken_by_the_browser_that_asked_and_once(studio, browser):
    with httpx.Client(base_url=studio.address, timeout=60) as other:
        away = other.get("/api/session/begin").headers["location"]
        back = httpx.get(away).headers["location"]
        stolen = browser.get(back)
        assert stolen.status_code == 403 and "not begun in this browser" in stolen.text
        wrong = back.replace(parse_qs(urlsplit(back).query)["state"][0], "x")
        assert "belongs to another sign-in" in other.get(wrong).text
        flow = dict(other.cookies)
        assert other.get(back).status_code == 303
        again = httpx.get(back, cookies=flow)
        assert again.status_code == 403 and "did not take" in again.text
    said = browser.get("/api/session/callback?state=x&error=access_denied&error_description=<b>no</b>")
    assert said.status_code == 403 and "<b>no" not in said.text


def test_a_session_is_not_written_by_hand_and_ends(studio, browser):
    from diorama.server.signed import signed

    facts, sessions = {"name": "oidc:ann", "shown": "Ann", "admin": True, "team": None, "sealed": None}, studio.app_state.queue.sessions
    good, ended = sessions.begin("oidc:ann", facts, 60), sessions.begin("oidc:ann", facts, -1)
    kept, older = sessions.find(good), signed(studio.app_state, "session", {**facts, "until": time.time() + 60})
    assert kept is not None and good != kept.id
    for text, status in ((good, 200), (kept.id, 401), (ended, 401), (older, 401), ("", 401), ("ä.ö".encode().hex(), 401)):
        assert httpx.get(f"{studio.address}/api/queue", cookies={"diorama_token": "ses_" + text}).status_code == status, text
    assert httpx.get(f"{studio.address}/api/queue", headers={"authorization": f"Bearer ses_{good}"}).status_code == 401, "a cookie only"


def test_a_studio_with_a_provider_asks_everybody(tmp_path, run_server):
    settings = Settings(home=tmp_path, oidc_issuer="https://login.example", oidc_client="studio")
    assert must_close(settings) is True
    with run_server(tmp_path / "without") as server:
        assert server.http.get("/api/session").json()["provider"] is None and server.http.get("/api/session/begin").status_code == 404
    from diorama.server.oidc import Provider

    for more, told in (({"oidc_client": None}, "an issuer and a client"), ({"oidc_issuer": "http://login.example"}, "by https")):
        with pytest.raises(RequestError, match=told):
            Provider(settings.model_copy(update=more))


def test_a_provider_that_is_away_or_another_is_told(tmp_path, run_server, provider):
    for issuer, told in ((provider.issuer + "/", "calls itself"), ("http://127.0.0.1:9", "gives no answer")):
        with run_server(tmp_path / told, oidc_issuer=issuer, oidc_client="studio") as server:
            answer = server.http.get("/api/session/begin")
            assert answer.status_code in (404, 502) and told in answer.text
