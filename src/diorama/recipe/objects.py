"""Objects of one's own: a 3D file or a picture with transparency, told by its bytes, that a subject of the scene is."""

from __future__ import annotations

import json
import re
import struct
import zipfile
from io import BytesIO
from typing import Literal, get_args

from diorama.errors import RequestError

ObjectFormat = Literal["glb", "obj", "stl", "ply", "fbx", "usda", "usdc", "usdz", "blend", "zip", "png", "webp", "tiff"]
CUTOUTS = frozenset(("png", "webp", "tiff"))
"""Pictures: what of them is not transparent stands in the scene as a card."""
FORMATS = ", ".join(one for one in get_args(ObjectFormat) if one not in CUTOUTS)
_MAGIC: tuple[tuple[bytes, ObjectFormat], ...] = (
    (b"glTF", "glb"), (b"Kaydara FBX Binary", "fbx"), (b"PXR-USDC", "usdc"), (b"#usda", "usda"),
    (b"ply", "ply"), (b"BLENDER", "blend"), (b"\x28\xb5\x2f\xfd", "blend"),
    (b"\x89PNG\r\n\x1a\n", "png"), (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"),
)  # fmt: skip
JSON_CHUNK = 0x4E4F534A
"""The type of a GLB file's first chunk (glTF 2.0, 4.4.3)."""
HEAD = 1 << 16
"""Bytes that are looked at."""
MESH, MATERIALS = "mesh.obj", "mesh.mtl"
"""What a ZIP of an OBJ holds (`bundle`), beside its pictures: names without folders."""
LARGEST_UNPACKED = 1 << 29
"""Bytes of all that is in an archive."""
OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xd8\xff", "a JPEG has no transparency", "cut the thing out and save it as PNG, or give a 3D file"),
    (b"<?xml", "COLLADA and other XML files are not read", "export it as GLB"),
    (b"; FBX", "FBX files of text are not read", "export it as binary FBX, or as GLB"),
    (b"{", "a glTF file leaves its meshes in others", "give it with them, or export one GLB"),
)
"""What people give that is none of the formats: how it begins, what is wrong, what would help."""


def format_of(data: bytes) -> ObjectFormat:
    """What kind of file these bytes are. Raises RequestError for what is none of them, and for a file that leaves its pictures in others."""
    found: ObjectFormat | None = next((format for magic, format in _MAGIC if data.startswith(magic)), None) or _by_form(data)
    if found is None:
        raise _refused(data)
    if found == "glb":
        _whole_glb(data)
    return found


def _by_form(data: bytes) -> ObjectFormat | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[:4] == b"PK\x03\x04":
        return "usdz" if _holds_usd(data) else "zip" if is_obj_archive(data) else None
    if len(data) >= 84 and len(data) == 84 + 50 * struct.unpack_from("<I", data, 80)[0]:  # 80 bytes of anything, a count, then 50 bytes a triangle
        return "stl"
    try:
        text = data[:HEAD].decode("utf-8", errors="strict" if len(data) <= HEAD else "ignore")
    except UnicodeDecodeError:
        return None
    if text.lstrip().startswith("solid") and "facet" in text:
        return "stl"
    lines = [line.split() for line in text.splitlines()]
    return "obj" if any(len(words) >= 4 and words[0] == "v" for words in lines) else None


def _refused(data: bytes) -> RequestError:
    if not data.strip():
        return RequestError("the file is empty", where="object", hint="export it again")
    kinds = (*OTHERS, (b"", "this is no 3D file that is read here", f"{FORMATS}, or a PNG, WebP or TIFF with transparency"))
    _, wrong, help_ = next(one for one in kinds if data.lstrip().startswith(one[0]))
    return RequestError(wrong, where="object", hint=help_)


def is_archive(data: bytes) -> bool:
    """Whether these bytes are a ZIP that is not yet a thing: neither USDZ nor what `bundle` makes of an OBJ."""
    return data[:4] == b"PK\x03\x04" and not _holds_usd(data) and not is_obj_archive(data)


def is_obj_archive(data: bytes) -> bool:
    """Whether a ZIP is an OBJ with its materials, as `bundle` writes them."""
    return _plain_names(data)[:2] == (MESH, MATERIALS)


def _plain_names(data: bytes) -> tuple[str, ...]:
    """The names in a ZIP whose files all lie in no folder and are not too large; else none."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            files = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ()
    plain = all(re.fullmatch(r"[\w.]+", one.filename, re.ASCII) and one.filename.strip(".") for one in files)
    return tuple(one.filename for one in files) if plain and sum(one.file_size for one in files) <= LARGEST_UNPACKED else ()


def _holds_usd(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return any(name.endswith((".usdc", ".usda", ".usd")) for name in archive.namelist())
    except zipfile.BadZipFile:
        return False


def _whole_glb(data: bytes) -> None:
    """Raises RequestError where its meshes or pictures lie in other files."""
    try:
        length, kind = struct.unpack_from("<II", data, 12)
        content = json.loads(data[20 : 20 + length]) if kind == JSON_CHUNK else {}
    except (struct.error, ValueError):
        raise RequestError("this GLB file cannot be read", where="object", hint="export it again") from None
    missing = [one["uri"] for key in ("buffers", "images") for one in content.get(key, ()) if not one.get("uri", "data:").startswith("data:")]
    if missing:
        raise RequestError(f"this GLB file leaves {missing[0]!r:.80} in another file", where="object", hint="export one file with everything in it")
