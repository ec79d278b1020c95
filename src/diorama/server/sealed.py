"""What lies in the database sealed, so that who can read the database cannot use it: refresh tokens of a provider of identities.

Fernet (AES-128 in CBC mode, HMAC-SHA-256) of `cryptography`, which authlib brings along. Keys are derived by HKDF (RFC 5869) from secrets that no database
holds: `DIORAMA_SECRETS`, then the client's secret at the provider. The first seals, all open: so they are changed.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from diorama.server.secret import key_of
from diorama.server.state import AppState

USE = b"diorama refresh tokens"


def seal(app_state: AppState, text: str | None) -> str | None:
    """Text as the database may have it; None where there is none, or no secret to seal it by."""
    box = _box(app_state)
    return box.encrypt(text.encode()).decode() if text and box else None


def unseal(app_state: AppState, text: str) -> str | None:
    """The text again; None where none of the secrets opens it."""
    box = _box(app_state)
    try:
        return box.decrypt(text.encode()).decode() if box else None
    except InvalidToken:
        return None


def _box(app_state: AppState) -> MultiFernet | None:
    """None: whatever this server could seal by, its database holds too."""
    settings = app_state.settings
    known = [secret.encode() for secret in (*settings.secrets, settings.oidc_secret) if secret]
    if not known and settings.database is None:
        known = [key_of(app_state)]  # a file beside the databases, which backups leave out
    keys = [HKDF(SHA256(), 32, salt=None, info=USE).derive(secret) for secret in known]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys]) if keys else None
