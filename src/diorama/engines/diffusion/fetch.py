"""Pulling weights: only files that cannot run programs, resumed where they were cut off, each held against its checksum, named complete at the end alone.

The hub's API: GET /api/models/REPO/tree/REVISION?recursive=true lists files (`lfs.oid` is a SHA-256, `oid` a Git blob's SHA-1); /REPO/resolve/REVISION/PATH
gives one, in ranges. DIORAMA_HUB (else HF_ENDPOINT) names another hub that speaks it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from diorama.contracts import Cancel
from diorama.engines.diffusion.families import Family, families
from diorama.engines.diffusion.weights import FORBIDDEN, Held, Part, folder, note
from diorama.errors import EngineError, EngineUnreachable, OutputError

HUB = "https://huggingface.co"
CHUNK = 1 << 20
TIMEOUT = 60.0
"""Seconds without a byte."""
KINDS = (".safetensors", ".json", ".txt", ".model", ".jinja", ".md")
Told = Callable[[int, int, str], None]
"""Bytes done, bytes in all, the file that is being fetched."""


class Reads(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Remote(NamedTuple):
    path: str
    size: int
    digest: str
    """SHA-256 in hex, or `git:` and a blob's SHA-1."""


def pull(model: Family, part: Part = "model", tell: Told = lambda *_: None, cancel: Cancel | None = None, hub: str | None = None) -> Held:
    """Fetch a model's part; what is there already is not fetched again.

    Raises EngineUnreachable (ask again: it goes on where it was), EngineError, OutputError, Cancelled.
    """
    cancel = cancel or Cancel()
    origin = {"model": model, "control": model.control, "decoder": model.decoder}[part]
    if origin is None:
        lacks = "nothing leads it: it has no ControlNet" if part == "control" else "it has no tiny decoder"
        raise EngineError(f"{model.name}: {lacks} here", hint=f"there is one for {', '.join(n for n, one in families().items() if getattr(one, part))}")
    repo, licence = origin.repo, origin.licence
    base = hub or os.environ.get("DIORAMA_HUB") or os.environ.get("HF_ENDPOINT") or HUB
    revision = str(_json(f"{base}/api/models/{repo}").get("sha", "main"))
    files = wanted(list(_listed(base, repo, revision)), model.variant if part == "model" else None)
    total, done = sum(one.size for one in files), 0
    there = folder(model.name, part)
    note(model.name, part).unlink(missing_ok=True)
    for one in files:
        before = done
        _fetch(f"{base}/{repo}/resolve/{revision}/{urllib.parse.quote(one.path)}", one, there, lambda n, b=before, p=one.path: tell(b + n, total, p), cancel)
        done += one.size
    made = Held(repo=repo, revision=revision, licence=licence, files={one.path: one.digest for one in files}, size=total)
    _write(note(model.name, part), made.model_dump_json(indent=2).encode())
    return made


def wanted(files: list[Remote], variant: str | None) -> list[Remote]:
    """Of a repository's files those that are loaded: safe kinds, in folders of parts, in one variant. Raises EngineError where weights come as pickles only."""
    safe = [one for one in files if Path(one.path).suffix in KINDS and not one.path.lower().endswith(FORBIDDEN) and one.path.count("/") <= 1]
    weights = [one for one in safe if one.path.endswith(".safetensors")]
    if not weights:
        raise EngineError("this repository has no .safetensors files, and others can run programs when they are opened", hint="choose another model")
    inside = {one.path.rsplit("/", 1)[0] for one in weights if "/" in one.path}
    tag = f".{variant}." if variant else ""
    tagged = {one.path.rsplit("/", 1)[0] for one in weights if tag and tag in one.path}
    out = [one for one in safe if "/" in one.path or not inside or not one.path.endswith(".safetensors")]
    return [one for one in out if not one.path.endswith(".safetensors") or one.path.rsplit("/", 1)[0] not in tagged or tag in one.path]


def _listed(base: str, repo: str, revision: str) -> Iterator[Remote]:
    address: str | None = f"{base}/api/models/{repo}/tree/{revision}?recursive=true"
    while address:
        with _open(address) as answer:
            for one in json.load(answer):
                if one.get("type") == "file":
                    if ".." in Path(one["path"]).parts or Path(one["path"]).is_absolute():
                        raise EngineError(f"the repository names a file outside its folder: {one['path']!r}", hint="do not use it")
                    lfs = one.get("lfs")
                    yield Remote(one["path"], int(lfs["size"] if lfs else one["size"]), lfs["oid"].removeprefix("sha256:") if lfs else f"git:{one['oid']}")
            found = re.search(r'<([^>]+)>;\s*rel="next"', answer.headers.get("Link", ""))
            address = found[1] if found else None


def _fetch(address: str, one: Remote, there: Path, tell: Callable[[int], None], cancel: Cancel) -> None:
    path = there / one.path
    if path.exists() and path.stat().st_size == one.size and _digest(path, one) == one.digest:
        tell(one.size)
        return
    part = path.with_name(path.name + ".part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        have = part.stat().st_size if part.exists() else 0
        have = have if have <= one.size else 0
        if have < one.size or not part.exists():
            with _open(address, have) as answer, open(part, "ab" if have and answer.status == 206 else "wb") as file:
                _copy(answer, file, have if answer.status == 206 else 0, tell, cancel)
    except OSError as wrong:
        if isinstance(wrong, TimeoutError | ConnectionError | urllib.error.URLError):
            raise EngineUnreachable(f"the connection broke while {one.path} was fetched", hint="pull again: it goes on where it was") from None
        hint = "free some disk space, or set DIORAMA_WEIGHTS to a folder with room"
        raise OutputError(f"the weights cannot be written: {wrong.strerror}", where=str(there), hint=hint) from None
    if part.stat().st_size < one.size:
        raise EngineUnreachable(f"the connection broke while {one.path} was fetched", hint="pull again: it goes on where it was")
    if _digest(part, one) != one.digest:
        part.unlink()
        raise EngineError(f"{one.path} is not what the repository says it is: thrown away", hint="pull again; where it happens twice, do not use this hub")
    part.replace(path)


def _copy(answer: Reads, file: Any, done: int, tell: Callable[[int], None], cancel: Cancel) -> None:
    tell(done)
    while block := answer.read(CHUNK):
        cancel.check()
        file.write(block)
        done += len(block)
        tell(done)


def _digest(path: Path, one: Remote) -> str:
    git = one.digest.startswith("git:")
    made = hashlib.sha1(f"blob {path.stat().st_size}\0".encode()) if git else hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(CHUNK):
            made.update(block)
    return ("git:" if git else "") + made.hexdigest()


def _json(address: str) -> dict[str, Any]:
    with _open(address) as answer:
        return json.load(answer)


def _open(address: str, have: int = 0) -> Any:
    """Raises EngineUnreachable, or EngineError where the hub says no."""
    asked = urllib.request.Request(address, headers={"User-Agent": "diorama", **({"Range": f"bytes={have}-"} if have else {})})
    try:
        return urllib.request.urlopen(asked, timeout=TIMEOUT)
    except urllib.error.HTTPError as said:
        said.close()
        if said.code in (401, 403):
            page = address.split("/resolve/")[0].replace("/api/models", "")
            raise EngineError("the hub wants its terms accepted before it gives this model", hint=f"see its page: {page}") from None
        if said.code == 404:
            raise EngineError("the hub does not have this model or file any more", where=address) from None
        raise EngineUnreachable(f"the hub answered {said.code}", hint="pull again later: it goes on where it was") from None
    except OSError:
        raise EngineUnreachable("the hub cannot be reached", hint="check the network; DIORAMA_HUB names another hub") from None


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".new")
        part.write_bytes(data)
        part.replace(path)
    except OSError as wrong:
        raise OutputError(f"the weights cannot be written: {wrong.strerror}", where=str(path)) from None
