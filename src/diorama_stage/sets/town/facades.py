# SPDX-License-Identifier: GPL-3.0-or-later
"""House fronts: storeys of recessed windows, sills, cornices, balconies; shops with signs, awnings and lit displays. Gathered into few meshes."""

from __future__ import annotations

from dataclasses import dataclass, field

import bpy

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glass, glowing, plain
from diorama_stage.sets.town.displays import DEEP, goods, room

FAR = 38.0
"""Metres down the street from which a shop shows no single things."""


@dataclass(frozen=True)
class Style:
    """The character of a street's houses."""

    walls: tuple[str, ...]
    brick: float
    """Share of fronts in brick."""
    storeys: tuple[int, int]
    roofs: str
    balconies: float
    awnings: tuple[str, ...] = ("#7a1f22", "#1f3d2f", "#22304a", "#b8923f")
    frames: tuple[str, ...] = ("#e8e4da", "#2b2d2e", "#3c4a40")
    shutters: float = 0.0
    """Share of houses with shutters at their windows."""


SHUTTERS = ("#3f5a48", "#5a4632", "#6d7a80", "#2f4a5a", "#8a7f6a", "#4a3a34", "#7d8f86")
SHUT = 0.16
"""Share of shutters that are closed."""
FADED = 0.22
"""By how much, more or less, a house is darker or paler than the paint of its street: no two were painted in the same year."""

STYLES = {
    "paris": Style(("#cfc2a6", "#d6cbb2", "#c4b699", "#d9d0bb"), 0.0, (5, 6), "mansard", 0.75, frames=("#e8e4da", "#d8d4ca")),
    "london": Style(("#a5583f", "#8f5a42", "#c8bfae", "#e2ddd0"), 0.6, (3, 4), "flat", 0.0),
    "new_york": Style(("#7d4534", "#8a5a44", "#a08a72", "#6a5a50"), 0.8, (5, 7), "flat", 0.2),
    "italy": Style(("#c98b54", "#d6a56a", "#b8694a", "#dcc08c", "#c9a58a"), 0.0, (3, 5), "tiles", 0.35, shutters=0.85),
    "amsterdam": Style(("#5a3a30", "#6d4436", "#3f3a38", "#8a5440", "#d8cfbe"), 0.75, (4, 5), "gables", 0.0, frames=("#ece8de", "#2d3a33")),
    "harbour": Style(("#e6ddc8", "#d9b98a", "#b5553f", "#8fa8b0", "#e9e4d8", "#caa15e"), 0.1, (2, 3), "tiles", 0.05, shutters=0.4),
    "europe": Style(("#cdbfa5", "#b9a58c", "#a86a4e", "#d8d0c0", "#9fa39c", "#c9a87c"), 0.3, (3, 5), "mansard", 0.25, shutters=0.35),
}
def style_of(site: Site) -> Style:
    return STYLES[next((style for style in STYLES if site.has(style)), "europe")]


@dataclass
class Fronts:
    """The meshes that a street's houses are gathered in."""

    site: Site
    wall: Mesher = field(default_factory=Mesher)
    brick: Mesher = field(default_factory=Mesher)
    trim: Mesher = field(default_factory=Mesher)
    glass: Mesher = field(default_factory=Mesher)
    lit: Mesher = field(default_factory=Mesher)
    goods: Mesher = field(default_factory=Mesher)
    closed: Mesher = field(default_factory=Mesher)
    lamps: Mesher = field(default_factory=Mesher)
    clear: Mesher = field(default_factory=Mesher)
    iron: Mesher = field(default_factory=Mesher)
    roof: Mesher = field(default_factory=Mesher)
    cloth: Mesher = field(default_factory=Mesher)
    signs: Mesher = field(default_factory=Mesher)

    def place(self, x: float, y: float, z: float, degrees: float) -> None:
        for m in vars(self).values():
            if isinstance(m, Mesher):
                m.frame = (x, y, z, degrees)

    def finish(self) -> None:
        """Make the objects."""
        dark = self.site.dark
        paints = {
            "wall": lambda: stucco(), "brick": lambda: stucco(bricks=True), "trim": lambda: plain("#ffffff", 0.6, tinted=True), "glass": pane, "clear": glass,
            "lit": lambda: self.site.glow(interior(2.6 if dark else 0.5), "window"), "goods": lambda: self.site.glow(goods(3.4 if dark else 0.32), "window"),
            "closed": lambda: goods(0.0), "lamps": lambda: self.site.glow(glowing("#ffdcae", 60.0 if dark else 9.0), "window"),
            "iron": lambda: plain("#17191a", 0.5), "roof": lambda: plain("#4a4e54", 0.6, tinted=True), "cloth": awning, "signs": lambda: self.site.glow(neon(7.0 if dark else 1.2), "sign"),
        }  # fmt: skip
        for name, make in paints.items():
            m = getattr(self, name)
            if m:
                self.site.add(m.object(f"fronts {name}", make()))


def stucco(*, bricks: bool = False) -> bpy.types.Material:
    """Rendered or stone walls, tinted per house: streaks below sills, soot; or courses of brick."""
    t = Tree("facade")
    tone = t.attribute("Tint")
    streak = t.noise(1.2, detail=6, vector=t.scaled(t.position(), (1, 1, 0.18)))
    tone = t.mix(t.span(streak, 0.48, 0.72, 0.0, 0.45), tone, t.mix(1.0, tone, "#8a8278", blend="MULTIPLY"))
    fine = t.noise(14, detail=7, roughness=0.7)
    tone = t.mix(0.18, tone, t.ramp(fine, [(0.3, "#3a362f"), (0.7, "#f2ece0")]), blend="OVERLAY")
    if not bricks:
        return t.surface(t.principled(tone, 0.9, normal=t.bump(fine, 0.012), Specular_IOR_Level=0.2))
    x, y, z = t.xyz(t.position())
    flat = t.combine(t.math("ADD", x, y), z, 0.0)
    node = t.node("TexBrick", {"Vector": flat, "Scale": 1.0, "Mortar Size": 0.007, "Brick Width": 0.23, "Row Height": 0.077, "Color1": "#ffffff", "Color2": "#a89488", "Mortar": "#d8d0c4"})
    return t.surface(t.principled(t.mix(1.0, tone, node.outputs[0], blend="MULTIPLY"), 0.9, normal=t.bump(t.math("SUBTRACT", 1.0, node.outputs[1]), 0.01), Specular_IOR_Level=0.2))


def drapes(t: Tree):
    """Masks of what hangs in a window by its own chance (the tint's): curtains to the sides, a blind let down part of the way; and their folds."""
    u, v, _ = t.xyz(t.uv())
    own = t.xyz(t.node("TexWhiteNoise", {"W": t.math("MULTIPLY", t.xyz(t.attribute("Tint"))[0], 977.0)}, noise_dimensions="1D").outputs["Color"])
    aside = t.math("SUBTRACT", 0.5, t.math("ABSOLUTE", t.math("SUBTRACT", u, 0.5)))
    wide = t.math("MULTIPLY", t.span(own[0], 0.35, 1.0, 0.0, 0.34, smooth=False), t.math("GREATER_THAN", own[0], 0.4))
    curtain = t.math("LESS_THAN", aside, t.math("MULTIPLY_ADD", v, 0.05, wide))
    curtain = t.math("MULTIPLY", curtain, t.math("GREATER_THAN", own[0], 0.4))
    blind = t.math("MULTIPLY", t.math("GREATER_THAN", v, t.math("MULTIPLY_ADD", own[1], 0.5, 0.45)), t.math("GREATER_THAN", own[2], 0.6))
    folds = t.math("MULTIPLY_ADD", t.math("SINE", t.math("MULTIPLY", u, 95.0)), 0.22, 0.78)
    return t.math("MAXIMUM", curtain, blind), t.mix(blind, folds, 0.9)


def pane() -> bpy.types.Material:
    """A window by day: a dark room behind curtains, the sky in the glass; panes differ a little."""
    t = Tree("dark pane")
    cloth, folds = drapes(t)
    tone = t.mix(cloth, t.mix(1.0, "#20262b", t.attribute("Tint"), blend="MULTIPLY"), t.mix(1.0, "#8d8678", folds, blend="MULTIPLY"))
    wave = t.bump(t.noise(1.1, detail=2), 0.012)
    return t.surface(t.principled(tone, 0.04, normal=wave, Specular_IOR_Level=0.8))


def interior(strength: float) -> bpy.types.Material:
    """A lit window: warm, brighter above, furniture as shadows below, curtains that the light comes through; tint varies per window."""
    t = Tree("lit pane")
    _, v, _ = t.xyz(t.uv())
    cloth, folds = drapes(t)
    shade = t.span(v, -0.3, 1.0, 0.35, 1.0)
    colour = t.mix(1.0, "#ffc98a", t.attribute("Tint"), blend="MULTIPLY")
    x, y, z = t.xyz(t.position())
    squares = t.node("TexBrick", {"Vector": t.combine(t.math("ADD", x, y), z, 0.0), "Scale": 1.0, "Mortar Size": 0.0, "Brick Width": 0.47, "Row Height": 0.63, "Color1": (0.25, 0.25, 0.25, 1), "Color2": "#ffffff"}).outputs[0]
    things = t.math("MULTIPLY", t.span(t.noise(3.2, detail=3), 0.35, 0.65, 0.45, 1.0), t.mix(t.span(v, 0.25, 0.7), squares, "#ffffff"))
    glow = t.mix(cloth, t.math("MULTIPLY", shade, things), t.math("MULTIPLY", folds, 0.75))
    light = t.emission(colour, t.math("MULTIPLY", glow, strength))
    gloss = t.node("BsdfGlossy", {"Color": "#ffffff", "Roughness": 0.03}).outputs[0]
    return t.surface(t.blend(t.node("Fresnel", {0: 1.4}).outputs[0], light, gloss))


def neon(strength: float) -> bpy.types.Material:
    t = Tree("sign")
    return t.surface(t.emission(t.attribute("Tint"), strength))


def awning() -> bpy.types.Material:
    t = Tree("awning")
    stripe = t.math("GREATER_THAN", t.math("FRACT", t.math("MULTIPLY", t.xyz(t.uv())[0], 9.0)), 0.5)
    tone = t.mix(t.math("MULTIPLY", stripe, 0.0), t.attribute("Tint"), "#e9e2d2")
    return t.surface(t.blend(0.3, t.principled(tone, 0.9), t.node("BsdfTranslucent", {0: tone}).outputs[0]))


def house(
    f: Fronts, x: float, y: float, z: float, degrees: float, width: float, style: Style,
    *, shop: bool = True, storeys: int | None = None, open_shop: bool = False, signed: bool = False,
) -> float:  # fmt: skip
    """One house front from (x, y): along its own +X for `width`, looking to its own -Y. `signed`: its shop has a sign of its own. Returns its height."""
    rng = f.site.rng
    f.place(x, y, z, degrees)
    bricked = rng.random() < style.brick
    wall = f.brick if bricked else f.wall
    tint = faded(rng, rng.choice(style.walls))
    shutter = faded(rng, rng.choice(SHUTTERS)) if rng.random() < style.shutters else None
    trim = linear(rng.choice(("#d9d2c2", "#c8c0b0", "#e4dfd4") if bricked else style.walls))[:3]
    frame = linear(rng.choice(style.frames))[:3]
    storeys = storeys or rng.randint(*style.storeys)
    base, floor = (4.1 if shop else 3.6), rng.uniform(3.05, 3.45)
    bays = max(2, round(width / rng.uniform(2.2, 2.8)))
    bay, w, deep = width / bays, min(1.25, width / bays * 0.52), 0.18
    level = 0.0
    for storey in range(storeys):
        tall = base if storey == 0 else floor
        if storey == 0 and shop:
            shopfront(f, width, tall, trim, style, through=open_shop, signed=signed)
            level += tall
            continue
        sill, head = level + (0.35 if style.balconies > 0.5 else 0.85), level + tall - 0.5
        wall.box(0, width, 0, 0.4, level, sill, tint=tint)
        wall.box(0, width, 0, 0.4, head, level + tall, tint=tint)
        for b in range(bays):
            left, middle = b * bay, (b + 0.5) * bay
            wall.box(left, middle - w / 2, 0, 0.4, sill, head, tint=tint)
            wall.box(middle + w / 2, left + bay, 0, 0.4, sill, head, tint=tint)
            window(f, middle, w, sill, head, deep, frame, trim, shutter)
        if rng.random() < style.balconies and storey in (1, 2, storeys - 1):
            railing(f, 0.2, width - 0.2, sill - 0.05)
        f.trim.box(-0.02, width + 0.02, -0.07, 0.02, level - 0.09, level + 0.05, tint=trim)
        level += tall
    for k, (out, up) in enumerate(((0.12, 0.14), (0.26, 0.12), (0.36, 0.08))):
        f.trim.box(-0.03, width + 0.03, -out, 0.1, level + 0.12 * k, level + 0.12 * k + up, tint=trim)
    drain = rng.choice((0.1, width - 0.18))
    f.iron.box(drain, drain + 0.08, -0.14, -0.05, 0.1, level)
    level += 0.36
    roof(f, width, level, style)
    wall.box(0, width, 0.4, 9.0, base if shop else 0, level - 0.05, tint=tint)
    if shop and not open_shop:
        wall.box(0, width, 0.2 + DEEP, 9.0, 0, base, tint=tint)
    return level


def faded(rng, hex: str) -> tuple[float, float, float]:
    """A street's paint as it is on one of its houses: darker or paler, and a little off in hue."""
    value = 1 + rng.uniform(-FADED, FADED)
    return tuple(c * value * (1 + rng.uniform(-0.06, 0.06)) for c in linear(hex)[:3])


def shutters(f: Fronts, middle: float, w: float, sill: float, head: float, tint) -> None:
    """Two leaves folded back beside a window, of slats where one is near enough to see them; some are shut, few hang straight."""
    rng = f.site.rng
    leaf, shut = w / 2 - 0.02, rng.random() < SHUT
    for s in (-1, 1):
        a = middle + s * (0.01 if shut else w / 2 + 0.03)
        b = a + s * leaf
        out = -0.03 - rng.uniform(0.0, 0.05)
        f.trim.box(min(a, b), max(a, b), out - 0.02, out, sill, head, tint=tint)
        if f.trim.frame[1] > FAR:
            continue
        h = sill + 0.08
        while h < head - 0.08:
            f.trim.box(min(a, b) + 0.05, max(a, b) - 0.05, out - 0.035, out - 0.02, h, h + 0.035, tint=[0.8 * c for c in tint])
            h += 0.075


def window(f: Fronts, middle: float, w: float, sill: float, head: float, deep: float, frame, trim, shutter=None) -> None:
    """A recessed sash: pane (lit by chance), bars, sill and lintel; shutters in the colour given."""
    if shutter is not None:
        shutters(f, middle, w, sill, head, shutter)
    rng, site = f.site.rng, f.site
    lit = rng.random() < (0.42 if site.dark else 0.04)
    a, b = middle - w / 2, middle + w / 2
    quad = ((a, deep, sill), (b, deep, sill), (b, deep, head), (a, deep, head))
    if lit:
        hue = rng.choice(((1, 1, 1), (1, 0.85, 0.7), (0.9, 0.95, 1.1), (1.0, 0.9, 0.6)))
        f.lit.quad(*quad, tint=[h * rng.uniform(0.3, 1.1) for h in hue])
    else:
        f.glass.quad(*quad, tint=(rng.uniform(0.4, 1.6),) * 3)
    for u in (a, b - 0.06, middle - 0.03):
        f.trim.box(u, u + 0.06, deep - 0.05, deep, sill, head, tint=frame)
    for v in (sill, head - 0.06, sill + (head - sill) * 0.62):
        f.trim.box(a, b, deep - 0.04, deep, v, v + 0.05, tint=frame)
    f.trim.box(a - 0.1, b + 0.1, -0.1, 0.05, sill - 0.1, sill, tint=trim)
    f.trim.box(a - 0.08, b + 0.08, -0.04, 0.05, head, head + 0.2, tint=trim)


def railing(f: Fronts, x0: float, x1: float, z: float) -> None:
    """A balcony of iron bars on a slab."""
    f.trim.box(x0, x1, -0.62, 0.05, z - 0.14, z, tint=(0.6, 0.56, 0.48))
    for h in (0.08, 0.95):
        f.iron.box(x0, x1, -0.6, -0.57, z + h, z + h + 0.04)
    for k in range(int((x1 - x0) / 0.13)):
        x = x0 + 0.13 * k
        f.iron.box(x, x + 0.018, -0.595, -0.575, z, z + 0.95)


def roof(f: Fronts, width: float, level: float, style: Style) -> None:
    rng = f.site.rng
    if style.roofs == "mansard":
        f.roof.add([(0, 0.1, level), (width, 0.1, level), (width, 1.5, level + 2.6), (0, 1.5, level + 2.6)], [(0, 1, 2, 3)], tint=(1, 1, 1.02))
        f.roof.add([(0, 1.5, level + 2.6), (width, 1.5, level + 2.6), (width, 6, level + 3.3), (0, 6, level + 3.3)], [(0, 1, 2, 3)])
        for k in range(max(1, round(width / 3.2))):
            m = (k + 0.5) * width / max(1, round(width / 3.2))
            f.trim.box(m - 0.55, m + 0.55, 0.25, 1.4, level + 0.3, level + 2.1, tint=(0.55, 0.54, 0.52))
            f.glass.quad((m - 0.4, 0.24, level + 0.5), (m + 0.4, 0.24, level + 0.5), (m + 0.4, 0.24, level + 1.9), (m - 0.4, 0.24, level + 1.9))
    elif style.roofs == "tiles":
        f.roof.add([(-0.2, -0.5, level), (width + 0.2, -0.5, level), (width + 0.2, 5, level + 1.9), (-0.2, 5, level + 1.9)], [(0, 1, 2, 3)], tint=(1.6, 0.75, 0.45))
    elif style.roofs == "gables":
        gable(f, width, level)
    for _ in range(rng.randint(1, 2)):
        c = rng.uniform(0.5, width - 0.5)
        f.brick.box(c - 0.4, c + 0.4, 2.5, 3.2, level, level + 4.2, tint=(0.3, 0.14, 0.1))
        for k in range(3):
            f.trim.box(c - 0.3 + 0.22 * k, c - 0.15 + 0.22 * k, 2.7, 2.9, level + 4.2, level + 4.6, tint=(0.4, 0.2, 0.12))


def gable(f: Fronts, width: float, level: float) -> None:
    """A gable over the front, stepped, pointed or with a raised neck, the roof's ridge running back from it; a hoisting beam under its top."""
    rng, kind = f.site.rng, f.site.rng.choice(("steps", "neck", "point"))
    tall, tone = rng.uniform(2.6, 3.6), linear(rng.choice(("#5a3a30", "#6d4436", "#4a3a36")))[:3]
    if kind == "steps":
        for k in range(5):
            inset = width * 0.1 * k
            f.brick.box(inset, width - inset, 0, 0.4, level + tall * k / 5, level + tall * (k + 1) / 5, tint=tone)
            f.trim.box(inset - 0.05, width - inset + 0.05, -0.06, 0.44, level + tall * (k + 1) / 5 - 0.06, level + tall * (k + 1) / 5 + 0.04)
    elif kind == "neck":
        f.brick.box(width * 0.3, width * 0.7, 0, 0.4, level, level + tall, tint=tone)
        f.trim.box(width * 0.26, width * 0.74, -0.08, 0.45, level + tall, level + tall + 0.22)
    else:
        f.brick.add([(0, 0, level), (width, 0, level), (width / 2, 0, level + tall), (width / 2, 0, level + tall)], [(0, 1, 2, 3)], tint=tone)
    for side in (0.0, width):
        ridge, face = level + tall * 0.94, (0, 1, 2, 3) if side else (3, 2, 1, 0)
        f.roof.add([(side, 0.2, level), (width / 2, 0.2, ridge), (width / 2, 9.0, ridge), (side, 9.0, level)], [face], tint=(1.0, 0.72, 0.6))
    f.trim.box(width / 2 - 0.06, width / 2 + 0.06, -0.9, 0.1, level + tall * 0.7, level + tall * 0.7 + 0.14, tint=(0.2, 0.17, 0.14))


def shopfront(f: Fronts, width: float, tall: float, trim, style: Style, *, through: bool = False, signed: bool = False) -> None:
    """A ground floor of glass between pilasters: stall riser, door, fascia with a sign, an awning for some. `through`: the panes are clear (a real room lies
    behind); `signed`: a sign of its own hangs where the fascia is."""
    rng = f.site.rng
    paint = linear(rng.choice(("#1f2d2a", "#2a2c33", "#5a1f22", "#24364a", "#3a3128", "#8a8577", "#30402e")))[:3]
    f.trim.box(0, width, 0, 0.35, tall - 0.85, tall, tint=trim)
    if not signed:
        f.trim.box(0.15, width - 0.15, -0.1, 0.05, tall - 0.95, tall - 0.3, tint=paint)
        f.trim.box(0.1, width - 0.1, -0.16, 0.05, tall - 0.3, tall - 0.22, tint=paint)
    door = (0.78 if through else rng.uniform(0.25, 0.7)) * width
    if not through:
        lit = rng.random() < 0.85
        room(f.goods if lit else f.closed, f.lamps, 0.1, width - 0.1, 0.15, tall - 0.9, rng, lit=lit, far=f.goods.frame[1] > FAR)
    columns = [0.0, 0.35, door - 0.55, door + 0.55, width - 0.35, width]
    f.trim.box(columns[0], columns[1], -0.05, 0.35, 0, tall - 0.85, tint=paint)
    f.trim.box(columns[4], columns[5], -0.05, 0.35, 0, tall - 0.85, tint=paint)
    for a, b in ((columns[1], columns[2]), (columns[3], columns[4])):
        if b - a < 0.2:
            continue
        f.trim.box(a, b, 0.0, 0.3, 0, 0.55, tint=paint)
        f.clear.quad((a, 0.12, 0.55), (b, 0.12, 0.55), (b, 0.12, tall - 0.95), (a, 0.12, tall - 0.95))
        panes = max(1, round((b - a) / 1.3))
        for k in range(panes + 1):
            u = a + (b - a) * k / panes
            f.trim.box(u - 0.035, u + 0.035, 0.03, 0.14, 0.55, tall - 0.95, tint=paint)
        f.trim.box(a, b, 0.03, 0.14, tall - 1.55, tall - 1.48, tint=paint)
    f.clear.quad((columns[2] + 0.15, 0.3, 0.3), (columns[3] - 0.15, 0.3, 0.3), (columns[3] - 0.15, 0.3, 2.3), (columns[2] + 0.15, 0.3, 2.3))
    for a, b in ((columns[2], columns[2] + 0.15), (columns[3] - 0.15, columns[3])):
        f.trim.box(a, b, 0.2, 0.35, 0, 2.4, tint=paint)
    f.trim.box(columns[2], columns[3], 0.2, 0.35, 2.3, tall - 0.9, tint=paint)
    f.trim.box(columns[2], columns[3], 0.25, 0.33, 0, 0.3, tint=paint)
    if signed:
        return
    letters(f, width, tall)
    if rng.random() < 0.4:
        tone = linear(rng.choice(style.awnings))[:3]
        a, b, top, low, out = 0.3, width - 0.3, tall - 0.95, tall - 1.75, 1.25
        f.cloth.quad((a, -out, low), (b, -out, low), (b, -0.05, top), (a, -0.05, top), tint=tone)
        f.cloth.quad((a, -out, low - 0.22), (b, -out, low - 0.22), (b, -out, low), (a, -out, low), tint=tone)
    if rng.random() < 0.35:
        f.iron.box(width * 0.9, width * 0.9 + 0.03, -0.8, 0, tall - 0.2, tall - 0.17)
        hue = rng.choice(((1, 0.25, 0.15), (0.2, 1.0, 0.4), (0.25, 0.5, 1.0), (1, 0.7, 0.3), (1, 0.3, 0.7)))
        f.signs.box(width * 0.9 - 0.02, width * 0.9 + 0.05, -0.8, -0.2, tall - 0.9, tall - 0.25, tint=hue)


def letters(f: Fronts, width: float, tall: float) -> None:
    """Raised strokes that read as lettering from afar, on the fascia."""
    rng, x = f.site.rng, width * rng_share(f)
    end, h = width - x, 0.3
    lit = f.site.rng.random() < 0.3
    while x < end:
        w = rng.uniform(0.1, 0.24)
        m = f.signs if lit else f.trim
        tint = (1, 0.8, 0.5) if lit else (0.85, 0.8, 0.65)
        z = tall - 0.78
        kind = rng.randint(0, 3)
        m.box(x, x + 0.04, -0.12, -0.1, z, z + h, tint=tint)
        if kind != 1:
            m.box(x, x + w, -0.12, -0.1, z + h - 0.04, z + h, tint=tint)
        if kind in (0, 2):
            m.box(x, x + w, -0.12, -0.1, z, z + 0.04, tint=tint)
        if kind in (2, 3):
            m.box(x + w - 0.04, x + w, -0.12, -0.1, z, z + h, tint=tint)
        x += w + (0.07 if rng.random() < 0.85 else 0.22)


def rng_share(f: Fronts) -> float:
    return f.site.rng.uniform(0.2, 0.36)


def row(f: Fronts, x: float, y0: float, y1: float, z: float, side: int, style: Style, *, shops: float = 0.75) -> None:
    """Houses along a street that runs to +Y: their fronts on the line x, looking to the street's middle; `side` -1 left, 1 right."""
    y = y0
    while y < y1:
        width = f.site.rng.uniform(6.5, 11.5)
        if side < 0:
            house(f, x, y, z, 90.0, width, style, shop=f.site.rng.random() < shops)
        else:
            house(f, x, y + width, z, -90.0, width, style, shop=f.site.rng.random() < shops)
        y += width


