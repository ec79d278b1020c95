# SPDX-License-Identifier: GPL-3.0-or-later
"""Typesetting: exact characters, several lines, as large as the patch allows; fonts by style, with fallback character by character."""

from __future__ import annotations

import io
import tempfile
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import bpy
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from PIL import Image, ImageDraw, ImageFont

LONG = 1024
"""Pixels of the patch's long side at least; in a larger picture as many as its own."""


def long_side() -> int:
    """Pixels of a patch's long side: no fewer than the finished picture has, so that a patch that fills it is as fine."""
    render = bpy.context.scene.render
    return int(min(max(render.resolution_x, render.resolution_y, LONG), 4096))


STYLES: dict[str, tuple[tuple[str, str], ...]] = {
    # style: (where, file) in order of preference; "blender" is the datafiles' fonts folder, else a distribution's name
    "sans": (("blender", "Inter.woff2"),), "bold": (("blender", "Inter.woff2"),), "mono": (("blender", "DejaVuSansMono.woff2"),),
    "serif": (("font-source-serif-pro", "SourceSerifPro-Semibold.ttf"),), "handwritten": (("font-amatic-sc", "AmaticSC-Bold.ttf"),),
    "script": (("font-intuitive", "Intuitive.ttf"),),
}  # fmt: skip
FALLBACK = (("blender", "Inter.woff2"), ("blender", "Noto Sans CJK Regular.woff2"), ("blender", "DejaVuSansMono.woff2"), ("blender", "NotoSansSymbols2-Regular.woff2"))


@lru_cache(maxsize=16)
def _bytes(where: str, name: str) -> bytes | None:
    """A font as TrueType bytes (woff2 unpacked); None where it is not installed."""
    if where == "blender":
        path = Path(bpy.utils.resource_path("LOCAL")) / "datafiles" / "fonts" / name
    else:
        try:
            path = next((Path(str(f.locate())) for f in files(where) or () if f.name == name), None)
        except PackageNotFoundError:
            return None
    if path is None or not path.exists():
        return None
    if path.suffix != ".woff2":
        return path.read_bytes()
    font = TTFont(path)
    font.flavor = None
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@lru_cache(maxsize=16)
def _covers(where: str, name: str) -> frozenset[int]:
    data = _bytes(where, name)
    return frozenset(TTFont(io.BytesIO(data)).getBestCmap()) if data else frozenset()


@lru_cache(maxsize=128)
def _font(where: str, name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(io.BytesIO(_bytes(where, name)), size)
    try:
        axes = font.get_variation_axes()
        font.set_variation_by_axes([min(max(weight, a["minimum"]), a["maximum"]) if b"eight" in a["name"] else a["default"] for a in axes])
    except OSError:
        pass  # not a variable font
    return font


@lru_cache(maxsize=64)
def _thin(characters: frozenset[str]) -> str:
    """Those characters of Inter at its thinnest, as a file that Blender's text objects can load."""
    chosen = Subsetter(Options(layout_features=["kern"]))
    chosen.populate(text="".join(sorted(characters)))
    font = TTFont(io.BytesIO(_bytes("blender", "Inter.woff2")))
    chosen.subset(font)
    path = Path(tempfile.mkdtemp(prefix="diorama-face-")) / "thin.ttf"
    instantiateVariableFont(font, {"wght": 100}).save(path)
    return str(path)


def thin_face(text: str) -> bpy.types.VectorFont | None:
    """A face of hairlines for Blender's text objects; None where it lacks a character of the text."""
    if not all(ord(c) in _covers("blender", "Inter.woff2") for c in text):
        return None
    return bpy.data.fonts.load(_thin(frozenset(text)), check_existing=True)


def face(style: str, size: int) -> ImageFont.FreeTypeFont:
    """The font of a style, `size` pixels high, for pictures that draw their own text."""
    where, name = next(f for f in (*STYLES[style], *FALLBACK) if _bytes(*f))
    return _font(where, name, size, 500 if style == "sans" else 400)


def _runs(line: str, style: str) -> list[tuple[str, tuple[str, str]]]:
    """A line cut where the font must change."""
    chain = (*STYLES.get(style, STYLES["sans"]), *FALLBACK)
    out: list[tuple[str, tuple[str, str]]] = []
    for character in line:
        face = next((f for f in chain if ord(character) in _covers(*f)), chain[0])
        if out and out[-1][1] == face:
            out[-1] = (out[-1][0] + character, face)
        else:
            out.append((character, face))
    return out


def _measure(line: str, style: str, size: int) -> float:
    return sum(_font(*face, size, _weight(style)).getlength(text) for text, face in _runs(line, style))


def _weight(style: str) -> int:
    return 800 if style == "bold" else 600


def lines_of(text: str, aspect: float, style: str = "sans") -> list[str]:
    """The text's lines: as given, or broken between words where that makes the letters larger."""
    if "\n" in text:
        return text.split("\n")
    words = text.split(" ")
    best, largest = [text], 0.0
    for count in range(1, min(len(words), 6) + 1):
        lines = _broken(words, count)
        widest = max(_measure(line, style, 100) for line in lines) / 100
        size = min(aspect / max(widest, 1e-6), 1 / (len(lines) * 1.16))
        if size > largest * 1.08:
            best, largest = lines, size
    return best


def _broken(words: list[str], count: int) -> list[str]:
    """Words over `count` lines of about equal length."""
    total, lines, here = sum(map(len, words)) + len(words) - 1, [], []
    for k, word in enumerate(words):
        here.append(word)
        if len(lines) < count - 1 and len(" ".join(here)) >= total / count - 2 and len(words) - k - 1 >= count - len(lines) - 1:
            lines.append(" ".join(here))
            here = []
    return [*lines, " ".join(here)] if here else lines


def typeset(label: dict, aspect: float, *, paper: str | None, ink: str, measure: float = 0.88) -> Image.Image:
    """The label as RGBA, the patch's aspect (width to height); without `paper` the ground is clear. `measure`: the share of the width that lines may fill."""
    long = long_side()
    width, height = (long, max(round(long / aspect), 32)) if aspect >= 1 else (max(round(long * aspect), 32), long)
    style = label.get("style") or "sans"
    ground = (*_rgb(paper), 255) if paper else (*_rgb(ink), 0)
    image = Image.new("RGBA", (width, height), ground)
    lines = lines_of(label["text"], width * measure / (height * 0.82), style)
    per_em = max(max(_measure(line, style, 100) for line in lines) / 100, 1e-6)
    size = int(min(width * measure / per_em, height * 0.84 / (len(lines) * 1.16)))
    size = max(size, 8)
    draw = ImageDraw.Draw(image)
    y = height / 2 - len(lines) * size * 1.16 / 2 + size * 0.58
    for line in lines:
        x = width / 2 - _measure(line, style, size) / 2
        for text, face in _runs(line, style):
            font = _font(*face, size, _weight(style))
            draw.text((x, y), text, font=font, fill=(*_rgb(ink), 255), anchor="lm")
            x += font.getlength(text)
        y += size * 1.16
    return image


def x_height(label: dict, aspect: float, measure: float = 0.88) -> float:
    """Height of a small letter, as a share of the patch's height."""
    style = label.get("style") or "sans"
    lines = lines_of(label["text"], aspect * measure / 0.82, style)
    per_em = max(max(_measure(line, style, 100) for line in lines) / 100, 1e-6)
    return 0.5 * min(aspect * measure / per_em, 0.84 / (len(lines) * 1.16))


def _rgb(hex: str) -> tuple[int, int, int]:
    return int(hex[1:3], 16), int(hex[3:5], 16), int(hex[5:7], 16)
