"""Whose session a cookie is. What a provider of identities said is looked at anew every few minutes, where it gave a refresh token: who was taken out of a
group has no more of it then, and whom the provider does not know any more is signed out. Without one, a session is as long as the setting says."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from diorama.errors import DioramaError, EngineUnreachable, RequestError
from diorama.jobs.sessions import Session
from diorama.server.auth import Owner
from diorama.server.state import AppState

SESSION = "ses_"
"""What a cookie begins with that is a session's secret."""

log = logging.getLogger("diorama.server")


def provider_of(app_state: AppState) -> Any:
    """The provider of identities. Raises RequestError where there is none."""
    if app_state.settings.oidc_issuer is None:
        raise RequestError("nobody signs in here with a provider of identities", where="oidc_issuer", hint="DIORAMA_OIDC_ISSUER names one")
    if app_state.provider is None:
        from diorama.server.oidc import Provider  # loads authlib

        app_state.provider = Provider(app_state.settings)
    return app_state.provider


def owner_of(app_state: AppState, cookie: str) -> Owner | None:
    """Whose session a cookie is; None: nobody's, or it has ended."""
    secret = cookie.removeprefix(SESSION)
    session = app_state.queue.sessions.find(secret)
    if session is None:
        return None
    if "token" in session.facts:
        return app_state.tokens.owner_by(session.facts["token"])
    if app_state.settings.oidc_issuer is None:
        return None
    facts = _looked_at(app_state, session, secret)
    if facts is None:
        return None
    try:
        team = app_state.tokens.team(facts["team"])
    except RequestError:  # the team is gone, and its limits with it: who it was for signs in again
        return None
    return Owner(name=facts["name"], shown=facts["shown"], admin=facts["admin"], team=team)


def _looked_at(app_state: AppState, session: Session, secret: str) -> Mapping[str, Any] | None:
    """The facts as the provider has them now; None where it has let them go."""
    sealed = session.facts.get("sealed")
    if sealed is None or not app_state.queue.sessions.looking(session, app_state.settings.oidc_minutes * 60):
        return session.facts
    from diorama.server.oidc import Refused
    from diorama.server.sealed import seal, unseal

    refresh = unseal(app_state, sealed)
    if refresh is None:
        log.warning("%s is signed out: what seals refresh tokens is another now, and DIORAMA_SECRETS does not name the one before", session.facts["name"])
        app_state.queue.sessions.end(secret)
        return None
    try:
        person, again = provider_of(app_state).again(refresh, session.facts["name"])
    except Refused as wrong:
        log.info("signed out by the provider: %s", wrong)
        app_state.queue.sessions.end(secret)
        return None
    except (EngineUnreachable, DioramaError) as wrong:  # it is asked again as many minutes later, and the session ends when it ends
        log.warning("the provider was not asked about %s: %s", session.facts["name"], wrong)
        return session.facts
    return app_state.queue.sessions.renew(session, {**person._asdict(), "sealed": seal(app_state, again)}).facts
