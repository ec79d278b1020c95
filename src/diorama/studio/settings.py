"""Settings: one TOML file, then environment variables over it; the defaults need no thought. `diorama settings` prints this table.

defaults < settings.toml (DIORAMA_SETTINGS, or the user's configuration folder) < DIORAMA_<NAME> < options of a command
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_config_path, user_data_path
from pydantic import Field, ValidationError

from diorama.errors import RequestError
from diorama.scene.base import Model

PREFIX = "DIORAMA_"


class Settings(Model):
    home: Path = Field(default_factory=lambda: user_data_path("diorama"), description="Where history keeps pictures and databases")
    database: Annotated[str, Field(pattern=r"^postgres(ql)?://")] | None = Field(
        None, repr=False, description="A PostgreSQL database for history, jobs and boards (postgresql://user:password@host/name); without it, files in home"
    )
    bucket: Annotated[str, Field(pattern=r"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?$")] | None = Field(
        None, description="Object storage for pictures (s3://name/prefix; AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID … say where); without it, files in home"
    )
    bucket_links: bool = Field(False, description="Links to pictures that need no token lead to the bucket itself: clients have to reach it")
    cluster: Annotated[str, Field(pattern=r"^(ray://.+|auto|local)$")] | None = Field(
        None, description="A Ray cluster that makes the pictures: ray://host:10001, auto (this machine's), local (one of its own)"
    )
    makes: bool = Field(True, description="Make pictures in the server's own process; off: only workers do (`diorama worker`)")
    engine: str = Field("stage", description="The engine where none is named")
    host: str = Field("127.0.0.1", description="Address to listen on; any but this machine's own needs tokens")
    port: int = Field(7860, ge=0, le=65535, description="Port to listen on; 0 takes a free one")
    require_token: bool = Field(False, description="Ask for a token on this machine too (behind a proxy, say)")
    token_file: Path | None = Field(None, description="Where tokens are kept; without it, tokens.json in home")
    oidc_issuer: Annotated[str, Field(pattern=r"^https?://[^\s?#]+$")] | None = Field(
        None, description="Who signs people in, by OpenID Connect (https://login.example/realm); the server then asks everybody who they are"
    )
    oidc_client: str | None = Field(None, description="This server's name at the issuer (client_id)")
    oidc_secret: str | None = Field(None, repr=False, description="Its secret there; without it, PKCE alone")
    secrets: tuple[Annotated[str, Field(min_length=16)], ...] = Field(
        (), repr=False,
        description="Secrets of this server, 16 letters or more each: the first seals refresh tokens in the database, all open them; else oidc_secret does",
    )  # fmt: skip
    oidc_address: Annotated[str, Field(pattern=r"^https?://[^/\s]+/?$")] | None = Field(
        None, description="The server's address as browsers see it, to which the issuer leads back (…/api/session/callback); without it, as it was asked"
    )
    oidc_scope: str = Field("openid profile email", description="What the issuer is asked for")
    oidc_owner: str = Field("sub", description="The claim that names the owner of pictures; one that the issuer never gives to somebody else")
    oidc_groups: str = Field("groups", description="The claim that names groups")
    oidc_allowed: tuple[str, ...] = Field((), description="Groups that may come in; without it, everybody whom the issuer knows")
    oidc_admins: tuple[str, ...] = Field((), description="Groups whose members are admins")
    oidc_teams: tuple[Annotated[str, Field(pattern=r"^[^=]+=[a-z0-9][a-z0-9_-]{0,39}$")], ...] = Field(
        (), description="Teams of groups, GROUP=TEAM each; of several the first counts"
    )
    oidc_hours: float = Field(12, gt=0, le=720, description="How long one is signed in, in hours")
    oidc_minutes: float = Field(
        10, ge=1, le=1440, description="How often the issuer is asked again about who is signed in, in minutes, where it gives refresh tokens (offline_access)"
    )
    names: tuple[str, ...] = Field((), description="Host names, besides the address, under which the server is reached (host.docker.internal)")
    origins: tuple[Annotated[str, Field(pattern=r"^https?://[^/\s]+$")], ...] = Field((), description="Origins whose pages may use the API, with a token (https://app.example)")
    browser: bool = Field(True, description="Open the page in a browser at the start")
    keep_passes: bool = Field(True, description="Keep exact passes of pictures that the server makes, for picking and measuring")
    judge: Literal["off", "score", "again"] = Field(
        "score", description="What pictures that the server makes are measured for: nothing, a score with reasons, or a second try where something is wrong"
    )
    max_body: int = Field(64, ge=1, le=1024, description="Largest request, in MiB")
    max_pixels: int = Field(50_000_000, ge=10_000, le=100_000_000, description="Largest picture that is taken in, in pixels")
    max_queue: int = Field(2000, ge=1, description="Most jobs that wait")
    max_queue_each: int = Field(500, ge=1, description="Most jobs of one owner that wait")
    wait_seconds: float = Field(270, gt=0, description="How long /v1 is silent at most before it shows a sign of life")
    budget: float | None = Field(None, ge=0, description="Most that engines which cost may spend in 24 hours; without it, as much as is asked for")
    budget_currency: str = Field("USD", pattern=r"^[A-Z]{3,8}$", description="The budget's currency")
    c2pa_certificate: Path | None = Field(None, description="Sign pictures (C2PA) with this certificate chain, a PEM file")
    c2pa_key: Path | None = Field(None, description="The key of c2pa_certificate, a PEM file")
    stop_seconds: float = Field(10, ge=0, description="How long open requests may take at shutdown")
    log: Literal["text", "json"] = Field("text", description="Form of the server's log")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="What the server's log leaves out")

    @classmethod
    def load(cls, **options: Any) -> Settings:
        """The settings in force; `options` that are None count as not given. Raises RequestError that names the wrong one."""
        given = {**_file(), **_environment(), **{key: value for key, value in options.items() if value is not None}}
        try:
            return cls.model_validate(given)
        except ValidationError as wrong:
            first = wrong.errors()[0]
            name = ".".join(map(str, first["loc"]))
            if first["type"] == "extra_forbidden":
                raise RequestError("no such setting", where=name, hint="`diorama settings` lists them") from None
            field = cls.model_fields.get(str(first["loc"][0]))
            shown = f"{first['input']!r:.80}: " if field is None or field.repr else ""  # a secret stands in no message
            raise RequestError(f"{shown}{first['msg']}", where=name, hint="`diorama settings` says what is allowed") from None

    @property
    def tokens(self) -> Path:
        return self.token_file or self.home / "tokens.json"


def settings_file() -> Path:
    """Where the settings file is, whether it exists or not."""
    named = os.environ.get(PREFIX + "SETTINGS")
    return Path(named) if named else user_config_path("diorama") / "settings.toml"


def source(name: str) -> str:
    """Where a setting's value comes from: an environment variable, the file, or the default."""
    if PREFIX + name.upper() in os.environ:
        return PREFIX + name.upper()
    return settings_file().name if name in _file() else "default"


def _file() -> dict[str, Any]:
    path = settings_file()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if os.environ.get(PREFIX + "SETTINGS"):
            raise RequestError("no such file", where=str(path), hint="DIORAMA_SETTINGS names it") from None
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise RequestError(f"the settings cannot be read: {wrong}", where=str(path)) from None


def _environment() -> dict[str, Any]:
    found: dict[str, Any] = {name: os.environ[PREFIX + name.upper()] for name in Settings.model_fields if os.environ.get(PREFIX + name.upper())}
    for several in ("names", "origins", "secrets", "oidc_allowed", "oidc_admins", "oidc_teams"):
        if several in found:
            found[several] = tuple(found[several].replace(",", " ").split())
    return found
