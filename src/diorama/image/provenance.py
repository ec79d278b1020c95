"""Content credentials (C2PA): a signed manifest of where a picture comes from. It is written last of all; whatever saves the file again breaks it.

Optional: `diorama[c2pa]`, with a certificate and key of one's own. Without them nothing is signed, and nothing is claimed.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PIL import Image

from diorama import __version__
from diorama.errors import EngineUnavailable, RequestError
from diorama.image.metadata import SOURCE_TYPES, SourceType

MIME = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp", "pdf": "application/pdf", "tiff": "image/tiff"}
OPAQUE, MANIFEST = "application/octet-stream", "application/c2pa"
"""A file of which C2PA knows nothing but its bytes; and a manifest in a file of its own, which is laid beside it."""
Action = Literal["created", "edited", "converted"]


@dataclass(frozen=True)
class Credentials:
    """Whoever signs. Certificates are trusted by others only where their list of trust has the issuer: one of your own is valid, and untrusted."""

    certificate: bytes
    """PEM, the chain from the leaf on."""
    key: bytes
    """PEM, PKCS 8, of the curve P-256."""

    @classmethod
    def load(cls, certificate: Path, key: Path) -> Credentials:
        """Raises RequestError for files that cannot be read."""
        try:
            return cls(certificate.read_bytes(), key.read_bytes())
        except OSError as wrong:
            raise RequestError(f"cannot read: {wrong.strerror}", where=str(wrong.filename), hint="c2pa_certificate and c2pa_key name PEM files") from None


@dataclass(frozen=True)
class Ingredient:
    """A picture that this one goes by. `parent`: this one is that one, worked on."""

    data: bytes
    title: str
    parent: bool = False


def sign(
    data: bytes, format: str, by: Credentials, *, title: str, action: Action = "created", source_type: SourceType | None = None,
    ingredients: Sequence[Ingredient] = (),
) -> bytes:  # fmt: skip
    """The file (`MIME`) with a manifest. Raises EngineUnavailable where c2pa is missing, RequestError for credentials that do not sign."""
    return _signed(data, MIME[format], by, title, action, source_type, ingredients)[0]


def sealed(data: bytes, type: str, by: Credentials, **told: Any) -> tuple[bytes, bytes | None]:
    """A file that comes beside a picture, signed, by its media type; and the manifest to be laid beside it where it cannot hold one.

    C2PA's library signs PDF and TIFF. It loses the further pages of a TIFF (0.38: the offsets to them); PDF/X is left as the press checks it; and layers of
    image editors have no place for one: these get a manifest of their bytes. `told`: as of `sign`.
    """
    format = next((name for name, mime in MIME.items() if mime == type), None)
    if format is None or (format == "pdf" and b"/GTS_PDFX" in data) or (format == "tiff" and _pages(data) > 1):
        return data, _signed(data, OPAQUE, by, told["title"], told.get("action", "created"), told.get("source_type"), told.get("ingredients", ()))[1]
    return sign(data, format, by, **told), None


def _pages(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as image:
        return getattr(image, "n_frames", 1)


def _signed(
    data: bytes, mime: str, by: Credentials, title: str, action: Action, source_type: SourceType | None, ingredients: Sequence[Ingredient],
) -> tuple[bytes, bytes]:  # fmt: skip
    """The file with its manifest (`OPAQUE`: nothing), and the manifest."""
    try:
        import c2pa
    except ImportError as missing:
        raise EngineUnavailable("pictures cannot be signed: c2pa is not installed", hint="pip install 'diorama[c2pa]'") from missing
    parents = [f"i{k}" for k, one in enumerate(ingredients) if one.parent]
    generator = [{"name": "Diorama", "version": __version__}]
    builder = c2pa.Builder({"claim_generator_info": generator, "title": title, "assertions": [_actions(action, source_type, parents)]})
    out = io.BytesIO()
    try:
        for k, one in enumerate(ingredients):
            told = {"title": one.title, "relationship": "parentOf" if one.parent else "inputTo", "label": f"i{k}"}
            builder.add_ingredient(json.dumps(told), mime_of(one.data), io.BytesIO(one.data))
        signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(c2pa.C2paSigningAlg.ES256, by.certificate, by.key, None))
        if mime == OPAQUE:
            builder.set_no_embed()
        manifest = builder.sign(signer, mime, io.BytesIO(data), out)
    except c2pa.C2paError as wrong:
        hint = "a PEM chain for ES256 whose leaf may sign content, and its key"
        raise RequestError(f"the picture cannot be signed: {wrong}", where="c2pa_certificate", hint=hint) from None
    return out.getvalue(), manifest


def _actions(action: Action, source_type: SourceType | None, parents: Sequence[str]) -> dict[str, Any]:
    """C2PA 2.2, actions: what begins with a picture opens it; anything else is created."""
    kind = {} if source_type is None else {"digitalSourceType": SOURCE_TYPES + source_type}
    if not parents:
        return {"label": "c2pa.actions.v2", "data": {"actions": [{"action": "c2pa.created", **kind}]}}
    opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": list(parents)}}
    return {"label": "c2pa.actions.v2", "data": {"actions": [opened, {"action": f"c2pa.{action}", **(kind if action == "edited" else {})}]}}


def mime_of(data: bytes) -> str:
    """The kind of picture file, by its first bytes; PNG where none is known."""
    if data[:3] == b"\xff\xd8\xff":
        return "image/jpeg"
    return "image/webp" if data[8:12] == b"WEBP" else "image/png"
