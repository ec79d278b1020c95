"""Keys of services: from the environment, or from one file that only its owner reads. Never from a recipe, a setting or a log.

DIORAMA_KEYS (else keys.toml in the user's configuration folder):   openai = "sk-…"
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from platformdirs import user_config_path

from diorama.contracts.capabilities import Capabilities
from diorama.errors import EngineAuth


def keys_file() -> Path:
    """Where keys are kept, whether the file exists or not."""
    named = os.environ.get("DIORAMA_KEYS")
    return Path(named) if named else user_config_path("diorama") / "keys.toml"


def get_key(able: Capabilities) -> str:
    """The key that an engine needs. Raises EngineAuth that says how to give one."""
    key = find_key(able)
    if key is None:
        name = able.needs_key or able.name
        ways = ([f"set {able.key_env}"] if able.key_env else []) + [f'write `{name} = "…"` into {keys_file()}']
        raise EngineAuth(f"{able.name} needs a key, and there is none", where="engine", hint=", or ".join(ways))
    return key


def find_key(able: Capabilities) -> str | None:
    """The key, or None. Raises EngineAuth where the file cannot be read."""
    if able.key_env and os.environ.get(able.key_env, "").strip():
        return os.environ[able.key_env].strip()
    found = _file().get(able.needs_key or able.name)
    return found.strip() or None if isinstance(found, str) else None


def _file() -> dict[str, object]:
    path = keys_file()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise EngineAuth(f"the keys cannot be read: {type(wrong).__name__}", where=str(path), hint='one line each: name = "key"') from None
