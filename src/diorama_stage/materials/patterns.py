# SPDX-License-Identifier: GPL-3.0-or-later
"""Patterns on anything: tiles drawn once with Pillow, laid on by box projection; stripes run round (or up) a thing by its own height."""

from __future__ import annotations

import math
import random
from functools import lru_cache

import bpy
import numpy as np
from PIL import Image, ImageDraw

from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.materials.tones import sheet

TILE = 512


def pattern(n: Nodes, ground, look: Look, on=None):
    """The ground colour with the look's pattern on it. `on`: places that it is laid on by (metres), if not the thing's own."""
    kind = look.pattern
    second = linear(look.colours[1]) if len(look.colours) > 1 else _contrast(look)
    params = dict(look.params)
    width = float(params.get("unrolled", 0.0))
    raw = n.stretch(n.node("ShaderNodeTexCoord").outputs["UV"], width, width, width) if width else on or n.node("ShaderNodeTexCoord").outputs["Object"]
    repeat = float(params.get("repeat", max(look.size, 0.02) / 3.2))
    if kind in ("stripes", "vertical_stripes", "gradient", "rainbow"):
        return _bands(n, raw, ground, second, look, kind, repeat)
    image = _tile("gingham" if width and kind == "checks" else kind)
    turned = float(params.get("round", 0.0))
    if turned:  # a whole number of tiles round it, so that the last meets the first
        u, v = sheet(n, raw, look)
        whole = max(round(2 * math.pi * turned / repeat), 1) / (2 * math.pi * turned)
        at = n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", u, whole), 1: n.math("DIVIDE", v, repeat)}).outputs[0]
    else:
        at = n.stretch(raw, 1 / repeat, 1 / repeat, 1 / repeat)
    texture = n.node("ShaderNodeTexImage", {"Vector": at}, projection="FLAT" if width or turned else "BOX", projection_blend=0.12)
    texture.image = image
    if kind in ("tie_dye", "patchwork", "map"):
        return n.mix(0.92, ground, texture.outputs[0])
    mask = n.node("ShaderNodeRGBToBW", {0: texture.outputs[0]}).outputs[0]
    return n.mix(mask, ground, second)


def _contrast(look: Look) -> tuple[float, float, float, float]:
    base = linear(look.colours[0])[:3] if look.colours else (0.7, 0.7, 0.7)
    return (0.82, 0.8, 0.75, 1) if sum(base) < 1.1 else (0.03, 0.045, 0.1, 1)


def _bands(n: Nodes, raw, ground, second, look: Look, kind: str, repeat: float):
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: raw}).outputs
    if dict(look.params).get("unrolled"):
        along, z = x, y
    elif kind == "vertical_stripes":
        along = n.math("MULTIPLY", n.math("ARCTAN2", y, x), repeat * 12 / (2 * math.pi))
    else:
        along = z
    if kind in ("gradient", "rainbow"):
        share = n.math("DIVIDE", z, max(look.size, 0.02))
        if kind == "gradient":
            return n.mix(n.step(share, 0.0, 1.0), ground, second)
        hue = n.node("ShaderNodeCombineColor", {0: n.math("FRACT", n.math("MULTIPLY", share, 0.85)), 1: 0.85, 2: 0.8}, mode="HSV").outputs[0]
        return hue
    wave = n.math("FRACT", n.math("DIVIDE", along, repeat * 0.5))
    if dict(look.params).get("unrolled"):  # ticking: a broad stripe between two fine ones
        beside = n.math("MULTIPLY", n.math("GREATER_THAN", wave, 0.14), n.math("LESS_THAN", wave, 0.2))
        return n.mix(n.math("MAXIMUM", beside, n.math("MAXIMUM", n.math("GREATER_THAN", wave, 0.62), n.math("MULTIPLY", n.math("GREATER_THAN", wave, 0.5), n.math("LESS_THAN", wave, 0.56)))), ground, second)
    return n.mix(n.math("GREATER_THAN", wave, 0.5), ground, second)


@lru_cache(maxsize=64)
def _drawn(kind: str) -> Image.Image:
    draw_tile = DRAWERS.get(kind, _dots)
    return draw_tile()


def _tile(kind: str) -> bpy.types.Image:
    name = f"pattern-{kind}"
    found = bpy.data.images.get(name)
    if found:
        return found
    pixels = np.asarray(_drawn(kind).convert("RGBA"), dtype=np.float32)[::-1] / 255
    image = bpy.data.images.new(name, TILE, TILE)
    image.pixels.foreach_set(np.ascontiguousarray(pixels).ravel())
    image.pack()
    return image


def _blank(mode: str = "L", fill=0) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new(mode, (TILE, TILE), fill)
    return image, ImageDraw.Draw(image)


def _spread(count: int, seed: int = 3) -> list[tuple[float, float, float]]:
    rng = random.Random(seed)
    side = math.ceil(count**0.5)
    step = TILE / side
    return [((i % side + 0.5 + rng.uniform(-0.22, 0.22)) * step, (i // side + 0.5 + rng.uniform(-0.22, 0.22)) * step, rng.uniform(0, 360)) for i in range(side * side)]


def _wrap(draw_at) -> None:
    for dx in (-TILE, 0, TILE):
        for dy in (-TILE, 0, TILE):
            draw_at(dx, dy)


def _dots() -> Image.Image:
    image, d = _blank()
    for cx, cy in ((0.25, 0.25), (0.75, 0.75)):
        r = 0.135 * TILE
        d.ellipse((cx * TILE - r, cy * TILE - r, cx * TILE + r, cy * TILE + r), fill=255)
    return image


def _checks() -> Image.Image:
    image, d = _blank()
    h = TILE // 2
    d.rectangle((0, 0, h - 1, h - 1), fill=255)
    d.rectangle((h, h, TILE, TILE), fill=255)
    return image


def _gingham() -> Image.Image:
    """White and dyed threads in bands of equal width, both ways: white, half and full squares."""
    a = np.tile(np.repeat((0.0, 1.0), TILE // 4), 2)
    return _shares((a[:, None] + a[None, :]) / 2)


def _plaid() -> Image.Image:
    a = np.zeros(TILE)
    a[40:200] = 0.5
    a[260:276] = 0.8
    a[330:346] = 0.8
    return _shares(np.clip(a[:, None] * 0.6 + a[None, :] * 0.6, 0, 1))


def _shares(of: np.ndarray) -> Image.Image:
    """A tile of which a place is a share (0 to 1) of the second colour: pictures are read as sRGB, in which a half of the light is 188."""
    return Image.fromarray((of ** (1 / 2.2) * 255).astype(np.uint8))


def _shapes(points, radius: float, count: int) -> Image.Image:
    image, d = _blank()
    for x, y, turn in _spread(count):
        a = math.radians(turn * 0.15)
        ring = [(px * math.cos(a) - py * math.sin(a), px * math.sin(a) + py * math.cos(a)) for px, py in points]
        _wrap(lambda dx, dy, ring=ring, x=x, y=y: d.polygon([(x + dx + px * radius, y + dy + py * radius) for px, py in ring], fill=255))
    return image


def _stars() -> Image.Image:
    return _shapes([(math.sin(k * math.pi / 5) * (1 if k % 2 == 0 else 0.42), -math.cos(k * math.pi / 5) * (1 if k % 2 == 0 else 0.42)) for k in range(10)], 52, 9)


def _hearts() -> Image.Image:
    t = np.linspace(0, 2 * np.pi, 48)
    return _shapes(list(zip(np.sin(t) ** 3, -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)) / 16, strict=True)), 52, 9)


def _floral() -> Image.Image:
    image, d = _blank()
    for k, (x, y, turn) in enumerate(_spread(9, 5)):
        r = 34 if k % 2 else 25
        for p in range(5):
            a = math.radians(turn + p * 72)
            cx, cy = x + r * 0.8 * math.cos(a), y + r * 0.8 * math.sin(a)
            _wrap(lambda dx, dy, cx=cx, cy=cy, r=r: d.ellipse((cx + dx - r * 0.62, cy + dy - r * 0.62, cx + dx + r * 0.62, cy + dy + r * 0.62), fill=255))
        _wrap(lambda dx, dy, x=x, y=y, r=r: d.ellipse((x + dx - r * 0.4, y + dy - r * 0.4, x + dx + r * 0.4, y + dy + r * 0.4), fill=90))
        a = math.radians(turn + 30)
        _wrap(lambda dx, dy, x=x, y=y, a=a: d.line((x + dx + 45 * math.cos(a), y + dy + 45 * math.sin(a), x + dx + 85 * math.cos(a), y + dy + 85 * math.sin(a)), fill=170, width=9))
    return image


def _zigzag() -> Image.Image:
    y, x = np.mgrid[0:TILE, 0:TILE] / TILE
    return Image.fromarray((((y * 4 + np.abs((x * 4) % 1 - 0.5) * 1.6) % 1 > 0.5) * 255).astype(np.uint8))


def _noise(seed: int, period: int) -> np.ndarray:
    """Tileable smooth noise, 0 to 1."""
    rng = np.random.default_rng(seed)
    out, total = np.zeros((TILE, TILE)), 0.0
    for octave in range(4):
        p = period * 2**octave
        grid = np.asarray(Image.fromarray(rng.random((p, p)).astype(np.float32)).resize((TILE, TILE), Image.BICUBIC))
        out += grid / 2**octave
        total += 1 / 2**octave
    return out / total


def _leopard() -> Image.Image:
    image, d = _blank()
    rng = random.Random(8)
    for x, y, turn in _spread(25, 8):
        r = rng.uniform(24, 34)
        for k in range(3):
            start = turn + k * 120 + rng.uniform(0, 30)
            _wrap(lambda dx, dy, x=x, y=y, r=r, s=start: d.arc((x + dx - r, y + dy - r * 0.8, x + dx + r, y + dy + r * 0.8), s, s + 84, fill=255, width=15))
    return image


def _zebra() -> Image.Image:
    y = np.mgrid[0:TILE, 0:TILE][0] / TILE
    return Image.fromarray(((np.sin((y * 5 + _noise(4, 3) * 1.3) * 2 * np.pi) > 0.1) * 255).astype(np.uint8))


def _camouflage() -> Image.Image:
    return Image.fromarray((((_noise(2, 4) > 0.52) * 0.6 + (_noise(5, 5) > 0.56) * 0.4) * 255).astype(np.uint8))


def _herringbone() -> Image.Image:
    y, x = np.mgrid[0:TILE, 0:TILE] / TILE
    side = (x * 4).astype(int) % 2
    return Image.fromarray((((y * 8 + np.where(side, x, -x) * 8) % 1 > 0.5) * 255).astype(np.uint8))


def _houndstooth() -> Image.Image:
    cells = np.array([[1, 1, 1, 1, 0, 1, 0, 0], [1, 1, 1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 0, 0, 0, 1], [1, 1, 1, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 0, 0, 0, 0]], np.uint8)
    return Image.fromarray(np.tile(np.kron(cells, np.ones((32, 32), np.uint8)), (2, 2)) * 255)


def _swirls() -> Image.Image:
    return Image.fromarray(((np.sin(_noise(7, 3) * 40) > 0.2) * 255).astype(np.uint8))


def _diamonds() -> Image.Image:
    y, x = np.mgrid[0:TILE, 0:TILE] / TILE
    return Image.fromarray((((np.floor((x + y) * 3) + np.floor((x - y) * 3)) % 2) * 255).astype(np.uint8))


def _tie_dye() -> Image.Image:
    import colorsys

    y, x = np.mgrid[0:TILE, 0:TILE] / TILE - 0.5
    turn = np.arctan2(y, x) / (2 * np.pi) + np.hypot(x, y) * 2 + _noise(3, 4) * 0.6
    table = np.array([colorsys.hsv_to_rgb(h / 256, 0.75, 0.85) for h in range(256)])
    return Image.fromarray((table[((turn % 1) * 255).astype(int)] * 255).astype(np.uint8))


def _patchwork() -> Image.Image:
    rng = random.Random(2)
    image, d = _blank("RGB", (200, 190, 170))
    colours = [(150, 60, 50), (60, 90, 120), (200, 160, 80), (90, 120, 80), (180, 120, 130), (220, 210, 190)]
    for i in range(4):
        for j in range(4):
            d.rectangle((i * 128, j * 128, i * 128 + 125, j * 128 + 125), fill=rng.choice(colours))
    return image


def _map() -> Image.Image:
    land = _noise(11, 3)
    sea = np.array([128, 170, 196])
    tones = np.array([[196, 190, 140], [170, 180, 120], [205, 180, 130]])
    rgb = np.where((land > 0.5)[..., None], tones[(land * 30).astype(int) % 3], sea)
    rgb[np.abs(land - 0.5) < 0.006] = (90, 80, 60)
    return Image.fromarray(rgb.astype(np.uint8))


DRAWERS = {
    "dots": _dots, "checks": _checks, "gingham": _gingham, "plaid": _plaid, "stars": _stars, "hearts": _hearts, "floral": _floral, "paisley": _floral, "zigzag": _zigzag, "leopard": _leopard, "zebra": _zebra,
    "camouflage": _camouflage, "herringbone": _herringbone, "houndstooth": _houndstooth, "swirls": _swirls, "marbled": _swirls, "diamonds": _diamonds, "tie_dye": _tie_dye,
    "patchwork": _patchwork, "map": _map, "hieroglyphs": _houndstooth, "terrazzo": _leopard,
}  # fmt: skip
