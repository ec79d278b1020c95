"""3D files that come in several made one: an OBJ with its MTL and pictures as a ZIP, a glTF with buffers and pictures as a GLB, an archive as what is in it.

bytes + what lies beside it → one file's bytes, the same for the same content, and the names of what it asks for that is not there
"""

from __future__ import annotations

import base64
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote

from diorama.errors import OutputError, RequestError
from diorama.recipe.objects import JSON_CHUNK, LARGEST_UNPACKED, MATERIALS, MESH, format_of, is_archive

Beside = Callable[[str], bytes | None]
"""A file beside the one that names it, by its relative name with `/`; None where there is none."""
WHOLE = (".glb", ".usdz", ".usdc", ".usda", ".blend", ".fbx", ".obj", ".gltf", ".stl", ".ply")
"""What an archive is searched for, the one that tells most first."""
PICTURED = re.compile(rb"^[ \t]*(map_\w+|norm|bump|disp|decal|refl)[ \t]+(.+?)[ \t]*\r?$", re.MULTILINE)
"""A line of an MTL file that names a picture, after options such as `-s 1 1 1`."""
LIBRARY = re.compile(rb"^[ \t]*mtllib[ \t]+(.+?)[ \t]*\r?$", re.MULTILINE)
DAY = (1980, 1, 1, 0, 0, 0)


class Bundled(NamedTuple):
    data: bytes
    missing: tuple[str, ...]
    """What the file names and nobody gave."""


def bundled(data: bytes, beside: Beside = lambda _: None) -> Bundled:
    """The file with what belongs to it, as one. Any that is whole already comes back as it is. Raises RequestError."""
    if is_archive(data):
        return _unpacked(data)
    if _is_gltf(data):
        return _glb(data, beside)
    if LIBRARY.search(data) and format_of(data) == "obj":
        return _obj(data, beside)
    return Bundled(data, ())


def from_folder(path: Path) -> Beside:
    """Files in the folder in which `path` lies, and below it; nothing outside. Raises OutputError."""
    root = path.resolve().parent

    def read(name: str) -> bytes | None:
        found = (root / name).resolve()
        try:
            return found.read_bytes() if found.is_relative_to(root) and found.is_file() else None
        except (OSError, ValueError) as wrong:
            raise OutputError(f"cannot be read: {wrong}", where=str(found)) from None

    return read


def _unpacked(data: bytes) -> Bundled:
    """The one 3D file in an archive, with what lies beside it there."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _best_of(archive)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error) as wrong:
        raise RequestError(f"the archive cannot be read: {wrong}", where="object", hint="pack it again, without a password") from None


def _best_of(archive: zipfile.ZipFile) -> Bundled:
    if sum(one.file_size for one in archive.infolist()) > LARGEST_UNPACKED:
        raise RequestError(f"the archive holds more than {LARGEST_UNPACKED:,} bytes", where="object", hint="leave out what the thing does not need")
    names = [n for n in archive.namelist() if not n.endswith("/") and not PurePosixPath(n).name.startswith("._")]
    best = next((found for ending in WHOLE if (found := [n for n in names if n.lower().endswith(ending)])), [])
    if len(best) != 1:
        wrong = f"there are {len(best)} 3D files in the archive: {', '.join(best)[:120]}" if best else "there is no 3D file in the archive"
        raise RequestError(wrong, where="object", hint="give one of them" if best else "one of " + ", ".join(e[1:] for e in WHOLE))
    folder, held = str(PurePosixPath(best[0]).parent), frozenset(names)
    return bundled(archive.read(best[0]), lambda name: archive.read(found) if (found := _within(folder, name)) in held else None)


def _within(folder: str, name: str) -> str:
    """A name relative to a folder of an archive, with `..` resolved."""
    parts: list[str] = []
    for part in PurePosixPath(folder, name).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def _found(name: str, beside: Beside) -> bytes | None:
    """A file by the name that another gives it; where that is a place on somebody else's machine, by the last part of it."""
    there = name.strip().strip('"').replace("\\", "/")
    whole = None if there.startswith("/") or re.match(r"[A-Za-z]:", there) else beside(there)
    return whole if whole is not None else beside(PurePosixPath(there).name)


def _obj(data: bytes, beside: Beside) -> Bundled:
    materials, pictures, missing = b"", {}, []
    for library in dict.fromkeys(_text(m[1]) for m in LIBRARY.finditer(data)):
        found = _found(library, beside)
        if found is None:
            missing.append(library)
        else:
            materials += found + b"\n"

    def named(line: re.Match[bytes]) -> bytes:
        """The line with the picture's name in the archive; without it where there is none."""
        words = _text(line[2]).split(" ")
        for k in range(len(words)):  # options come first and have no fixed number of values; names may hold spaces
            name = " ".join(words[k:])
            found = _found(name, beside) if "." in words[-1] else None
            if found is not None:
                kept = pictures.setdefault(name, (f"{len(pictures)}{_ending(name)}", found))
                return b" ".join([line[1], " ".join([*words[:k], kept[0]]).encode()])
        missing.append(_text(line[2]))
        return b""

    materials = PICTURED.sub(named, materials)
    mesh = LIBRARY.sub(b"", data)
    if not materials.strip():
        return Bundled(mesh, tuple(dict.fromkeys(missing)))
    files = {MESH: b"mtllib " + MATERIALS.encode() + b"\n" + mesh, MATERIALS: materials, **dict(pictures.values())}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return Bundled(out.getvalue(), tuple(dict.fromkeys(missing)))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace").strip()


def _ending(name: str) -> str:
    found = re.search(r"\.(\w{1,5})$", name.strip('"'))
    return f".{found[1].lower()}" if found else ""


def _is_gltf(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"asset"' in data


def _glb(data: bytes, beside: Beside) -> Bundled:
    """A GLB of one JSON chunk, with all buffers and pictures in it as data URIs (glTF 2.0, 4.4)."""
    try:
        content: dict[str, Any] = json.loads(data)
        parts = [one for key in ("buffers", "images") for one in content.get(key, ()) if not one.get("uri", "data:").startswith("data:")]
    except (ValueError, AttributeError, TypeError):
        raise RequestError("this glTF file cannot be read", where="object", hint="export it again, as GLB") from None
    for one in parts:
        found = _found(unquote(one["uri"]), beside)
        if found is None:
            raise RequestError(f"{unquote(one['uri'])!r:.80} is not beside the glTF file", where="object", hint="give it too, or export one GLB")
        one["uri"] = "data:application/octet-stream;base64," + base64.b64encode(found).decode()
    for image in content.get("images", ()):
        if "uri" in image and not image.get("mimeType"):
            image["mimeType"] = "image/jpeg" if base64.b64decode(image["uri"].partition(",")[2][:8] or "AAAA")[:2] == b"\xff\xd8" else "image/png"
    text = json.dumps(content, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    return Bundled(struct.pack("<4sIIII", b"glTF", 2, 20 + len(text), len(text), JSON_CHUNK) + text, ())
