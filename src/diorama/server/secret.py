"""The key by which this server signs: all servers of one database have the same, else a link that one made would be nothing to another."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from diorama.server.state import AppState

NAME = "links"


def key_of(app_state: AppState) -> bytes:
    """32 random bytes, made at their first use; whoever makes them first wins. Of a database they are kept in mind."""
    if app_state.key is None:
        app_state.key = _shared(app_state) if app_state.settings.database is not None else _own(app_state.settings.home / "links.key")
    return app_state.key


def _shared(app_state: AppState) -> bytes:
    connection = app_state.queue.store.connection
    queries = app_state.queue.store.queries
    connection.execute(queries["secret_begins"], {"name": NAME, "value": secrets.token_hex(32)})
    return bytes.fromhex(connection.execute(queries["secret"], {"name": NAME}).fetchone()[0])


def _own(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        pass
    own = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with open(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(32))
    try:
        os.link(own, path)
    except FileExistsError:
        pass
    finally:
        own.unlink()
    return path.read_bytes()
