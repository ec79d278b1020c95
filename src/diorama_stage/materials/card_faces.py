# SPDX-License-Identifier: GPL-3.0-or-later
"""Printed things of games and instruments: playing cards, their backs, a compass rose, a wireless's dial."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from diorama_stage.materials.lettering import face

RANKS = ("A", "K", "Q", "J", "10", "9", "8", "7")
INKS = {"heart": (190, 30, 38), "diamond": (190, 30, 38), "spade": (28, 28, 32), "club": (28, 28, 32)}


def suit(d: ImageDraw.ImageDraw, kind: str, x: float, y: float, r: float) -> None:
    """A suit's sign of half height r about (x, y)."""
    ink = INKS[kind]
    if kind == "diamond":
        d.polygon([(x, y - r), (x + r * 0.72, y), (x, y + r), (x - r * 0.72, y)], fill=ink)
        return
    if kind == "club":
        for dx, dy in ((0, -0.45), (-0.48, 0.2), (0.48, 0.2)):
            d.ellipse((x + (dx - 0.43) * r, y + (dy - 0.43) * r, x + (dx + 0.43) * r, y + (dy + 0.43) * r), fill=ink)
    else:
        flip = 1 if kind == "heart" else -1
        points = [(16 * math.sin(t) ** 3, 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)) for t in (k * math.pi / 30 for k in range(60))]
        d.polygon([(x + px * r / 17, y - flip * (py + 1.5) * r / 16) for px, py in points], fill=ink)
    if kind != "heart":
        d.polygon([(x - r * 0.34, y + r), (x + r * 0.34, y + r), (x + r * 0.06, y + r * 0.1), (x - r * 0.06, y + r * 0.1)], fill=ink)


def card(size, rng) -> Image.Image:
    """A playing card's face: rank and suit in two corners, the suit large in the middle."""
    w, h = size
    image = Image.new("RGB", size, (247, 244, 237))
    kind, rank = rng.choice(tuple(INKS)), rng.choice(RANKS)
    corner = image.copy().crop((0, 0, int(w * 0.24), int(h * 0.3)))
    c = ImageDraw.Draw(corner)
    c.text((w * 0.12, h * 0.085), rank, font=face("serif", int(h * 0.12)), fill=INKS[kind], anchor="mm")
    suit(c, kind, w * 0.12, h * 0.19, h * 0.042)
    image.paste(corner, (0, 0))
    image.paste(corner.rotate(180), (w - corner.width, h - corner.height))
    d = ImageDraw.Draw(image)
    if rank.isdigit():
        rows, left = (0.24, 0.41, 0.59, 0.76), int(rank) - 8
        spots = [(x, y) for y in rows for x in (0.34, 0.66)][: int(rank) - max(left, 0)] + [(0.5, 0.325), (0.5, 0.675)][: max(left, 0)]
        for x, y in spots:
            suit(d, kind, w * x, h * y, h * 0.06)
    else:
        suit(d, kind, w / 2, h / 2, h * 0.15)
    return image


def card_back(size, rng) -> Image.Image:
    """A lattice of diamonds within a white rim."""
    w, h = size
    image, m = Image.new("RGB", size, (247, 244, 237)), int(w * 0.07)
    inner = Image.new("RGB", (w - 2 * m, h - 2 * m), rng.choice(((150, 30, 38), (34, 58, 110))))
    d, step = ImageDraw.Draw(inner), w / 13
    for k in range(-30, 40):
        d.line((k * step, 0, k * step + inner.height, inner.height), fill=(236, 228, 218), width=max(w // 170, 1))
        d.line((k * step, 0, k * step - inner.height, inner.height), fill=(236, 228, 218), width=max(w // 170, 1))
    image.paste(inner, (m, m))
    return image


def rose(size, rng) -> Image.Image:
    """A compass rose: degrees round the edge, eight points, four letters."""
    image = Image.new("RGB", size, (239, 230, 208))
    d, r = ImageDraw.Draw(image), min(size) / 2
    for k in range(72):
        a, long = k * math.pi / 36, 0.1 if k % 2 == 0 else 0.06
        d.line((r + r * 0.96 * math.sin(a), r - r * 0.96 * math.cos(a), r + r * (0.96 - long) * math.sin(a), r - r * (0.96 - long) * math.cos(a)), fill=(40, 36, 32), width=max(int(r * 0.008), 1))
    for k in (1, 3, 5, 7, 0, 2, 4, 6):
        a, long = k * math.pi / 4, 0.62 if k % 2 == 0 else 0.4
        tip = (r + r * long * math.sin(a), r - r * long * math.cos(a))
        for s, ink in ((-1, (40, 36, 32)), (1, (196, 170, 120))):
            side = (r + r * 0.11 * math.sin(a + s * math.pi / 4), r - r * 0.11 * math.cos(a + s * math.pi / 4))
            d.polygon([(r, r), tip, side], fill=ink)
    for k, letter in enumerate("NESW"):
        a = k * math.pi / 2
        d.text((r + r * 0.74 * math.sin(a), r - r * 0.74 * math.cos(a)), letter, font=face("serif", int(r * 0.22)), fill=(150, 30, 30) if letter == "N" else (40, 36, 32), anchor="mm")
    return image


def tuning(size, rng) -> Image.Image:
    """A wireless's scale: two bands of numbers and marks."""
    w, h = size
    image = Image.new("RGB", size, (240, 226, 188))
    d, font = ImageDraw.Draw(image), face("sans", int(h * 0.17))
    for y, values in ((0.3, (55, 60, 70, 80, 100, 120, 140, 160)), (0.72, (88, 92, 96, 100, 104, 108))):
        d.line((w * 0.05, h * y, w * 0.95, h * y), fill=(84, 52, 30), width=max(int(h * 0.015), 1))
        for k in range(41):
            x = w * (0.05 + 0.9 * k / 40)
            d.line((x, h * y, x, h * (y + (0.09 if k % 5 == 0 else 0.05))), fill=(84, 52, 30), width=max(int(h * 0.012), 1))
        for k, v in enumerate(values):
            d.text((w * (0.08 + 0.84 * k / (len(values) - 1)), h * (y - 0.11)), str(v), font=font, fill=(84, 40, 24), anchor="mm")
    return image
