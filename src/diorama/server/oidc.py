"""Sign-in by a provider of identities: OpenID Connect Core 1.0, the authorization code flow with PKCE (RFC 7636), by authlib (the extra `oidc`).

begin → the provider's page → code → tokens → the ID token's signature, issuer, audience, time and nonce → claims → an owner

Who may come in, who is an admin and whose team one is, is told by groups, as the settings `oidc_…` say.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from diorama.errors import EngineUnreachable, RequestError
from diorama.scene.base import Model
from diorama.server.auth import BY_PROVIDER
from diorama.studio import Settings

try:
    import requests
    from authlib.common.errors import AuthlibBaseError
    from authlib.integrations.requests_client import OAuth2Session
    from authlib.oidc.core import CodeIDToken
    from joserfc import errors as jose
    from joserfc import jwt
    from joserfc.jwk import KeySet
except ImportError as missing:
    raise RequestError("sign-in by OpenID Connect needs a library that is not here", where="oidc_issuer", hint="pip install 'diorama[oidc]'") from missing

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures by a key that only the provider has; never `none`, never by the client's secret."""
LEEWAY = 60
"""Seconds by which two clocks may differ."""
REMEMBERED = 3600.0
"""Seconds for which what a provider says of itself is not asked again."""
TIMEOUT = 15
"""Seconds for an answer of the provider."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Refused(Exception):
    """Somebody is not let in; the message is for them."""


class Begun(Model):
    """What the browser keeps while it is at the provider's."""

    state: str
    nonce: str
    verifier: str
    until: float


class Person(NamedTuple):
    """Who came in."""

    name: str
    """The owner: `oidc:` and the claim that the setting `oidc_owner` names."""
    shown: str
    admin: bool
    team: str | None


class Provider:
    """Threads may use it at a time."""

    def __init__(self, settings: Settings):
        if settings.oidc_issuer is None or settings.oidc_client is None:
            raise RequestError("sign-in by OpenID Connect needs an issuer and a client", where="oidc_client", hint="DIORAMA_OIDC_ISSUER and DIORAMA_OIDC_CLIENT")
        issuer = urlsplit(settings.oidc_issuer)
        if issuer.scheme != "https" and issuer.hostname not in LOOPBACK:
            raise RequestError("an issuer is reached by https", where="oidc_issuer", hint="http only for one on this machine")
        self._settings = settings
        self._known: tuple[float, Mapping[str, Any]] = (-REMEMBERED, {})
        self._keys: KeySet | None = None

    def begin(self, redirect: str) -> tuple[str, Begun]:
        """The provider's page to go to, and what to keep meanwhile. Raises EngineUnreachable."""
        begun = Begun(state=secrets.token_urlsafe(24), nonce=secrets.token_urlsafe(24), verifier=secrets.token_urlsafe(48), until=time.time() + 600)
        with self._session(redirect) as session:
            page = self._facts()["authorization_endpoint"]
            url, _ = session.create_authorization_url(page, state=begun.state, nonce=begun.nonce, code_verifier=begun.verifier)
        return url, begun

    def finish(self, answer: Mapping[str, str], begun: Begun | None, redirect: str) -> tuple[Person, str | None]:
        """Who came back with this answer, and the provider's refresh token, where it gave one. Raises Refused, EngineUnreachable."""
        if begun is None or begun.until < time.time():
            raise Refused("this sign-in was not begun in this browser, or longer than ten minutes ago")
        if not secrets.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise Refused("this answer belongs to another sign-in")
        if "error" in answer:
            raise Refused(f"the provider let nobody in: {answer.get('error_description') or answer['error']:.200}")
        if answer.get("iss", self._settings.oidc_issuer) != self._settings.oidc_issuer:  # RFC 9207
            raise Refused("the answer is another provider's")
        try:
            with self._session(redirect) as session:
                tokens = session.fetch_token(self._facts()["token_endpoint"], code=answer.get("code", ""), code_verifier=begun.verifier, timeout=TIMEOUT)
        except AuthlibBaseError as wrong:
            raise Refused(f"the provider did not take its own code: {wrong.description or wrong.error:.200}") from wrong
        except requests.RequestException as wrong:
            raise self._unreachable(wrong) from wrong
        return self._person(self._claims(tokens, begun.nonce)), tokens.get("refresh_token")

    def again(self, refresh: str, name: str) -> tuple[Person, str]:
        """The same person by a refresh token (OpenID Connect Core 1.0, 12), as the provider knows them now, and the token for the next time. Raises Refused
        where it knows them no more, EngineUnreachable."""
        try:
            with self._session("") as session:
                tokens = session.refresh_token(self._facts()["token_endpoint"], refresh_token=refresh, timeout=TIMEOUT)
                claims = self._claims(tokens, None) if tokens.get("id_token") else self._told(session)
        except AuthlibBaseError as wrong:
            raise Refused(f"the provider does not go on with {name:.80}: {wrong.description or wrong.error:.200}") from wrong
        except (requests.RequestException, ValueError) as wrong:
            raise self._unreachable(wrong) from wrong
        person = self._person(claims)
        if person.name != name:
            raise Refused(f"the provider tells of {person.name:.80} where it was asked about {name:.80}")
        return person, tokens.get("refresh_token") or refresh

    def _told(self, session: Any) -> Mapping[str, Any]:
        """What the provider's userinfo says of who an access token is for."""
        with session.get(self._facts()["userinfo_endpoint"], timeout=TIMEOUT) as answer:
            if answer.status_code in (401, 403):
                raise Refused("the provider does not tell who this is any more")
            answer.raise_for_status()
            return dict(answer.json())

    def _claims(self, tokens: Mapping[str, Any], nonce: str | None) -> Mapping[str, Any]:
        told = tokens.get("id_token")
        if not isinstance(told, str):
            raise Refused("the provider sent no ID token")
        issuer, client = self._settings.oidc_issuer, self._settings.oidc_client
        try:
            token = self._decoded(told)
            params = ({"nonce": nonce} if nonce else {}) | {"client_id": client, "access_token": tokens.get("access_token")}
            wanted = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client}}
            claims = CodeIDToken(token.claims, token.header, wanted, params)
            claims.validate(leeway=LEEWAY)
        except jose.ExpiredTokenError as wrong:
            raise Refused("the provider's ID token has expired: do the clocks agree?") from wrong
        except (jose.InvalidClaimError, jose.MissingClaimError) as wrong:
            faults = {"nonce": "it belongs to another sign-in", "iss": f"it is not {issuer}'s", "aud": "it is for another client", "sub": "it does not say who you are"}
            said = faults.get(wrong.claim, "it is not as it must be")
            raise Refused(f"the provider's ID token is not taken ({wrong.claim}): {said}") from wrong
        except (jose.JoseError, ValueError) as wrong:
            raise Refused(f"the provider's ID token is not taken: {type(wrong).__name__}") from wrong
        return claims

    def _decoded(self, told: str) -> jwt.Token:
        """Its signature is the provider's. Keys change: an unknown one is looked for once more."""
        if self._keys is None:
            self._keys = self._fetched_keys()
        try:
            return jwt.decode(told, self._keys, algorithms=ALGORITHMS)
        except (jose.InvalidKeyIdError, ValueError, jose.BadSignatureError):
            self._keys = self._fetched_keys()
            return jwt.decode(told, self._keys, algorithms=ALGORITHMS)

    def _person(self, claims: Mapping[str, Any]) -> Person:
        settings = self._settings
        name = claims.get(settings.oidc_owner)
        if not isinstance(name, str) or not 1 <= len(name) <= 200 or not name.isprintable():
            raise Refused(f"the provider does not say who you are: no claim {settings.oidc_owner!r}")
        if settings.oidc_owner == "email" and claims.get("email_verified") is not True:
            raise Refused(f"the provider has not verified {name:.80}")
        told = claims.get(settings.oidc_groups, ())
        groups = {told} if isinstance(told, str) else set(map(str, told)) if isinstance(told, list) else set()
        if settings.oidc_allowed and not groups & set(settings.oidc_allowed):
            raise Refused(f"{name:.80} is in none of the groups that may use this studio")
        teams = [team for group, _, team in (one.partition("=") for one in settings.oidc_teams) if group in groups]
        shown = next((claims[key] for key in ("name", "preferred_username", "email") if isinstance(claims.get(key), str) and claims[key]), name)
        return Person(BY_PROVIDER + name, shown[:80], bool(groups & set(settings.oidc_admins)), teams[0] if teams else None)

    def _session(self, redirect: str) -> Any:
        settings = self._settings
        way = "client_secret_basic" if settings.oidc_secret else "none"
        return OAuth2Session(
            settings.oidc_client, settings.oidc_secret, scope=settings.oidc_scope, redirect_uri=redirect, code_challenge_method="S256",
            token_endpoint_auth_method=way,
        )  # fmt: skip

    def _facts(self) -> Mapping[str, Any]:
        """What the provider says of itself (OpenID Connect Discovery 1.0)."""
        at, known = self._known
        if time.monotonic() - at >= REMEMBERED or not known:
            issuer = str(self._settings.oidc_issuer)
            known = self._got(issuer.rstrip("/") + "/.well-known/openid-configuration")
            if known.get("issuer") != issuer:
                message = f"the provider calls itself {str(known.get('issuer'))!r:.100}"
                raise RequestError(message, where="oidc_issuer", hint="DIORAMA_OIDC_ISSUER must be the same to the letter")
            self._known = (time.monotonic(), known)
        return known

    def _fetched_keys(self) -> KeySet:
        return KeySet.import_key_set(self._got(self._facts()["jwks_uri"]))  # type: ignore[arg-type]

    def _got(self, url: str) -> Mapping[str, Any]:
        try:
            with requests.get(url, timeout=TIMEOUT) as answer:
                answer.raise_for_status()
                return dict(answer.json())
        except (requests.RequestException, ValueError) as wrong:
            raise self._unreachable(wrong) from wrong

    def _unreachable(self, wrong: Exception) -> EngineUnreachable:
        return EngineUnreachable(f"the provider of identities gives no answer: {type(wrong).__name__}", where="oidc_issuer", hint="try again; is DIORAMA_OIDC_ISSUER right?")
