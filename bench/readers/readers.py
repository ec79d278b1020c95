"""Each reader with each of our formats; each writer, and what is left; every file of other programs that the tests know."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.clients.packages import Packages
from bench.readers.debian import Programs
from bench.readers.tree import PROMPT, SEED, Tree

HERE = Path(__file__).parent
FORMATS = {"png": "PNG", "jpg": "JPEG", "webp": "WebP"}


@dataclass(frozen=True)
class Reader:
    name: str
    package: str = ""
    """On the Python package index, or npm:NAME; a program of Debian's where it is empty."""
    more: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("png", "jpg", "webp")


READERS = (
    Reader("exiftool"), Reader("exiv2"), Reader("piexif", "piexif", formats=("jpg", "webp")), Reader("sd-prompt-reader", "sd-prompt-reader"), Reader("sd-parsers", "sd-parsers"),
    Reader("exifr", "npm:exifr", formats=("png", "jpg")), Reader("ExifReader", "npm:exifreader"),
)  # fmt: skip
WRITERS = ("exiv2 -M 'set Xmp.xmp.Rating 5'", "exiftool -XMP:Rating=5", "piexif.insert", "saved anew by Pillow, without loss")


def result(holds: bool, said: str) -> dict[str, Any]:
    return {"holds": holds, "said": said if len(said) < 120 else said[:120] + "…"}


# ── they read ours ──


def read(tree: Tree, reader: Reader, packages: Packages, programs: Programs) -> Iterator[tuple[str, dict]]:
    """What a reader finds of words and seed."""
    for suffix in reader.formats:
        path = tree.folder / f"ours.{suffix}"
        found = _debian(programs, reader.name, path) if not reader.package else _driven(packages, reader, path)
        yield f"{reader.name}, {FORMATS[suffix]}", found
    if reader.name == "exiftool":
        for suffix, name in FORMATS.items():
            done = programs.run("exiftool", "-validate", "-warning", "-error", "-a", "-s3", tree.folder / f"ours.{suffix}")
            yield f"exiftool -validate, {name}", result(done.stdout.strip() == "OK", done.stdout.strip().replace("\n", "; "))


def _debian(programs: Programs, name: str, path: Path) -> dict:
    if name == "exiftool":
        found = json.loads(programs.run("exiftool", "-j", path).stdout or "[{}]")[0]
        return _words(str(found.get("Parameters" if path.suffix == ".png" else "UserComment", "")), path.suffix)
    key = "Xmp.dc.description" if path.suffix == ".png" else "Exif.Photo.UserComment"
    return _words(programs.run("exiv2", "-K", key, "-Pt", path).stdout, path.suffix, seed=path.suffix != ".png")


def _words(text: str, suffix: str, *, seed: bool = True) -> dict:
    return result(PROMPT in text and (not seed or f"Seed: {SEED}" in text), " ".join(text.split()) or "nothing")


def _driven(packages: Packages, reader: Reader, path: Path) -> dict:
    """Python's and JavaScript's, in a process of their own that prints {prompt, seed}."""
    name = reader.package.removeprefix("npm:")
    command = [packages.node, HERE / "node_side.mjs", packages.modules(name), name, path] if reader.package.startswith("npm:") else [packages.python, HERE / "python_side.py", name, path]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120, check=False)
    try:
        found = json.loads(done.stdout.strip().split("\n")[-1])
    except ValueError:
        return result(False, (done.stderr.strip().split("\n") or [""])[-1])
    return result(found["prompt"] == PROMPT and found["seed"] in (str(SEED), None), json.dumps(found, ensure_ascii=False))


# ── they write ours ──


def written(tree: Tree, writer: str, packages: Packages, programs: Programs) -> Iterator[tuple[str, dict]]:
    """Whether the recipe is found, and the picture made again, after another program has written the file."""
    for suffix in ("jpg", "webp") if writer == "piexif.insert" else FORMATS:
        path = tree.folder / f"theirs.{suffix}"
        path.write_bytes((tree.folder / f"ours.{suffix}").read_bytes())
        if writer.startswith("exiv2"):
            programs.run("exiv2", "-M", "set Xmp.xmp.Rating 5", path)
        elif writer.startswith("exiftool"):
            programs.run("exiftool", "-q", "-overwrite_original", "-XMP:Rating=5", path)
        else:
            subprocess.run([str(packages.python), str(HERE / "python_side.py"), writer.split()[0], str(path)], capture_output=True, check=False)
        made = tree.folder / f"again-{suffix}.png"
        made.unlink(missing_ok=True)
        done = tree.run("make", "--like", path.name, "-o", made.name, "--quiet")
        yield f"{writer}, {FORMATS[suffix]}", result(made.exists(), done.stderr.strip().split("\n")[0] or "the same picture")


# ── ours reads theirs ──


def foreign(tree: Tree) -> Iterator[tuple[str, dict]]:
    """What this tree tells of pictures made by other programs: words, negative words, seed, size, model."""
    spec = importlib.util.spec_from_file_location("foreign", HERE.parents[1] / "tests" / "image" / "foreign.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    paths = [tree.folder / f"foreign-{k}" for k in range(len(module.FILES))]
    for path, (data, _) in zip(paths, module.FILES.values(), strict=True):
        path.write_bytes(data)
    for (name, (_, expected)), found in zip(module.FILES.items(), tree.told(paths), strict=True):
        wrong = [key for key in ("prompt", "negative_prompt", "seed", "size", "model") if key in expected and found.get(key) != expected[key]]
        yield name, result(not wrong, "all" if not wrong else "wrong or missing: " + ", ".join(wrong))
