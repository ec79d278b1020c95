"""Keys of services: from the environment, or from one file that only its owner reads. Never from a recipe, a setting or a log.

DIORAMA_KEYS (else keys.toml in the user's configuration folder):   openai = "sk-…"
"""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

from platformdirs import user_config_path

from diorama.contracts.capabilities import Capabilities
from diorama.errors import EngineAuth, OutputError


def keys_file() -> Path:
    """Where keys are kept, whether the file exists or not."""
    named = os.environ.get("DIORAMA_KEYS")
    return Path(named) if named else user_config_path("diorama") / "keys.toml"


def get_key(able: Capabilities) -> str:
    """The key that an engine needs. Raises EngineAuth that says how to give one."""
    key = find_key(able)
    if key is None:
        name = able.needs_key or able.name
        ways = [f"`diorama key set {name}`"] + ([f"set {able.key_env}"] if able.key_env else [])
        model = able.name.partition("+")[0]
        others = f"; `diorama models show {model}` tells who else has it" if model != name and ":" not in model else ""
        raise EngineAuth(f"{able.name} needs a key, and there is none", where="engine", hint=", or ".join(ways) + others)
    return key


def find_key(able: Capabilities) -> str | None:
    """The key, or None. Raises EngineAuth where the file cannot be read."""
    if able.key_env and os.environ.get(able.key_env, "").strip():
        return os.environ[able.key_env].strip()
    found = _file().get(able.needs_key or able.name)
    return found.strip() or None if isinstance(found, str) else None


def kept_keys() -> tuple[str, ...]:
    """The names of keys in the file, never the keys."""
    return tuple(sorted(_file()))


def set_key(name: str, key: str | None) -> None:
    """Keep a key in the file, which only its owner can read from then on; None takes it out. Raises EngineAuth, OutputError."""
    kept = {**_file(), name: key}
    path = keys_file()
    text = "".join(f"{json.dumps(one)} = {json.dumps(value)}\n" for one, value in sorted(kept.items()) if value is not None)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        part.replace(path)
    except OSError as wrong:
        raise OutputError(f"the keys cannot be written: {wrong.strerror}", where=str(path), hint="DIORAMA_KEYS names another file") from None


def _file() -> dict[str, object]:
    path = keys_file()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise EngineAuth(f"the keys cannot be read: {type(wrong).__name__}", where=str(path), hint='one line each: name = "key"') from None
