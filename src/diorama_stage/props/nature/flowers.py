# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut flowers. By itself one lies on its side, its bloom turned to the camera; `upright` (in a vase, in a meadow) it stands by its stem."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, bezier, smooth_path
from diorama_stage.kit.growth import Growth, frames, leaf, unit, upon
from diorama_stage.props.nature import blooms
from diorama_stage.props.registry import prop


def slots(b: Builder, petals: str, heart: str = "#ffffff") -> None:
    """The slots of a flower: petals take what is asked; the tints of hearts are colours of their own."""
    b.slot("petals", "petal", petals, params={"thin": 0.22})
    b.slot("heart", "petal", heart, role="fixed")
    b.slot("green", "leaf", "#4d7a35", role="fixed", params={"thin": 0.2})


def stands(spec: Spec) -> bool:
    """Whether the flower stands by its stem; one that is said to lie lies, in a meadow too."""
    return spec.has("upright", "standing") and not spec.has("lying", "fallen")


def stem(length: float, axis, height: float, standing: bool, *, bow: float = 0.02, side: float = 1.0) -> np.ndarray:
    """A stem's path (28, 3) from its foot to the bloom: standing from the origin, or lying from the back to a bloom held `height` metres up, looking along `axis`."""
    axis = unit(axis)
    if standing:
        top = np.array((bow * side, 0.0, length))
        return bezier((0, 0, 0), (-bow * side, bow * 0.5, length * 0.4), top - axis * length * 0.3 - (0, 0, length * 0.08), top, 28)
    top = np.array((-side * length * 0.36, -length * 0.1, height))
    foot = np.array((side * length * 0.56, length * 0.2, 0.004))
    near = top - axis * height * 1.1
    return bezier(foot, foot * (0.4, 0.5, 1) + (0, 0, 0.004), (near[0] + side * length * 0.16, near[1] + length * 0.02, 0.004), top, 28)


def pose(spec: Spec, b: Builder, head: blooms.Head, length: float, *, up, down, bow: float = 0.02, back: float = 0.0) -> tuple[blooms.Head, np.ndarray, bool]:
    """Put the head on a stem, standing or lying, looking along `up` or `down`: the parts so far, the stem's path, whether it stands. `back`: metres of head behind its origin."""
    standing = stands(spec)
    side = b.choose(-1, 1)
    axis = unit(np.array(up if standing else down) * (1 if standing else side, 1, 1))
    turned = upon(axis, b.rng.uniform(0, 6))
    height = -min(float((rows @ turned.T)[:, 2].min()) for rows in head["petals"].verts)
    path = stem(length, axis, height, standing, bow=bow, side=side)
    parts: blooms.Head = {"green": Growth()}
    merge(parts, head, path[-1], turned)
    path[-1] -= axis * back
    return parts, path, standing


def show(b: Builder, parts: blooms.Head) -> None:
    """Add the growths of a flower to their slots. Leaves that hang below the ground are laid upon it: they bend, and would lift the whole flower."""
    for name, growth in parts.items():
        if growth.count:
            growth.verts = [np.maximum(rows, (-np.inf, -np.inf, 0.0004)) for rows in growth.verts]
            b.add(growth.object(name), name)


def merge(into: blooms.Head, head: blooms.Head, at, axes, size: float = 1.0, tint=1.0) -> None:
    """Put a head into a plant, slot by slot; only petals are tinted."""
    for name, growth in head.items():
        into.setdefault(name, Growth()).put(growth, at, axes, size, tint if name.startswith("petals") else 1.0)


def thorns(green: Growth, path: np.ndarray, radius: float, rng) -> None:
    """A rose's thorns along its stem."""
    cone = np.array([(0, 0, 0), (0.5, 0.3, 0), (0.5, -0.3, 0), (0.7, 0, 0.9)])
    at = [path[i] for i in range(5, 24, 2)]
    way = np.array([unit((rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 0.6))) for _ in at])
    green.copies((cone, np.array([(0, 1, 3), (1, 2, 3), (2, 0, 3)])), at, frames(unit(np.gradient(path, axis=0))[5:24:2], way), radius * 2.2, (1.2, 0.6, 0.5))


def above_rim(spec: Spec, path: np.ndarray, at: tuple[int, ...]) -> tuple[int, ...]:
    """Points of the stem that bear leaves: in a vase, none that would be inside it (florists strip them)."""
    return tuple(i for i in at if not spec.has("vased") or i >= 0.55 * len(path))


def rose_leaf(green: Growth, at, axes, length: float) -> None:
    """A rose's leaf: a stalk with five toothed leaflets, along the frame's X from `at`."""
    one = Growth()
    one.tube([(0, 0, 0), (0.3, 0, 0.03), (0.62, 0, 0.02)], 0.008, 5)
    shape = leaf(0.62, fold=0.12, curl=0.22, rows=12, columns=5, wave=0.035, base=0.75)
    for x, y, turn, size in ((0.6, 0, 0, 0.42), (0.42, 0.01, 62, 0.36), (0.42, -0.01, -62, 0.36), (0.2, 0.01, 70, 0.28), (0.2, -0.01, -70, 0.28)):
        a = math.radians(turn)
        one.copies(shape, [(x, y, 0.02)], frames([(math.cos(a), math.sin(a), 0.05)]), size)
    green.put(one, at, axes, length)


@prop("rose")
def rose(spec: Spec, b: Builder) -> None:
    slots(b, "#a8182b")
    head = blooms.rose(b.rng, b.vary(0.042, 0.06), b.rng.uniform(0.65, 0.95))
    parts, path, standing = pose(spec, b, head, b.vary(0.42 if stands(spec) else 0.32), up=(0.16, -0.55, 1.0), down=(-0.3, -0.78, 0.62))
    green = parts["green"]
    green.tube(path, np.linspace(0.0031, 0.0024, len(path)), 10, np.linspace((1.0, 0.9, 0.8), (1, 1, 1), len(path)))
    thorns(green, path, 0.0026, b.rng)
    for k, i in enumerate(above_rim(spec, path, (9, 14, 19))):
        a = b.rng.uniform(0, 2 * math.pi) if standing else (-1) ** k * 1.1 + math.pi / 2
        out = np.array((math.cos(a), math.sin(a), 0.55)) if standing else np.array(((-1) ** k * 0.5, math.sin(a) * (-1) ** k, 0.22 + 0.1 * k))
        rose_leaf(green, path[i], frames([out], (0, -0.3, 1))[0], b.vary(0.085, 0.15))
    show(b, parts)


def broad_leaf(green: Growth, path: np.ndarray, i: int, out, length: float, width: float, *, curl: float = 0.35, floor: float | None = None) -> None:
    """A long leaf that clasps the stem at point `i` and arches along `out`; kept above `floor`, metres."""
    out = unit(out)
    along = unit(np.gradient(path, axis=0))[i]
    t, s = np.linspace(0, 1, 15)[:, None], np.linspace(-1, 1, 7)[None, :]
    rise = along * 0.75 + out * 0.35
    spine = path[i] + length * (t * rise + t**2 * (out * 0.45 - np.array((0, 0, curl))))
    side = unit(np.cross(rise, out))
    half = width / 2 * (np.sin(np.pi * np.clip(t * 0.93 + 0.07, 0, 1) ** 0.75) ** 0.8 + 0.002)
    cup = np.abs(s) ** 1.6 * half * (1.15 - 0.8 * t)
    grid = spine[:, None, :] + (s * half)[..., None] * side + cup[..., None] * unit(out - along * 0.4) + (np.sin(5 * t + 2 * s) * width * 0.06)[..., None] * out
    if floor is not None:
        grid[..., 2] = np.maximum(grid[..., 2], floor + 0.001 * np.abs(s))
    green.sheet(grid, 0.82 + 0.18 * np.cos(7 * np.pi * s + 0 * t) * 0.4 + 0.12 * t, 0.0006)


@prop("tulip")
def tulip(spec: Spec, b: Builder) -> None:
    slots(b, "#d23b4e")
    head = blooms.tulip(b.rng, b.vary(0.031, 0.06), b.rng.uniform(0.25, 0.55))
    parts, path, standing = pose(spec, b, head, b.vary(0.36 if stands(spec) else 0.31), up=(0.12, -0.35, 1.0), down=(-0.85, -0.38, 0.3))
    green = parts["green"]
    green.tube(path, np.linspace(0.0042, 0.0034, len(path)), 12, np.linspace((0.9, 1, 0.9), (1.35, 1.4, 1.1), len(path)))
    for k, i in enumerate((14, 16) if spec.has("vased") else (2, 6, 10) if standing else (9, 13)):
        a = b.rng.uniform(0, 1) + 2.1 * k
        out = (math.cos(a), math.sin(a), 0.9 if spec.has("vased") else 0) if standing else (0, (-1) ** k, 0.4)
        broad_leaf(green, path, i, out, b.vary((0.2 if standing else 0.155) - 0.02 * k, 0.1), 0.043, curl=0.12 if standing else 0.3, floor=None if standing else 0.0025)
    show(b, parts)


def heart_leaf(green: Growth, at, axes, length: float) -> None:
    """A sunflower's leaf: heart-shaped, toothed, on a stalk, along the frame's X from `at`."""
    one = Growth()
    one.tube([(0, 0, 0), (0.15, 0, 0.05), (0.34, 0, 0.03)], np.array((0.018, 0.014, 0.01)), 6)
    verts, faces = leaf(0.78, fold=0.1, curl=0.3, rows=16, columns=9, wave=0.03, base=0.52, point=2.2)
    one.copies((verts, faces), [(0.28, 0, 0.03)], frames([(1, 0, 0.1)]), 0.8)
    green.put(one, at, axes, length)


@prop("sunflower")
def sunflower(spec: Spec, b: Builder) -> None:
    slots(b, "#efb10e")
    head = blooms.sunflower(b.rng, b.vary(0.1, 0.06))
    parts, path, standing = pose(spec, b, head, b.vary(0.75 if stands(spec) else 0.48), up=(0.14, -1.0, 0.55), down=(-0.22, -0.72, 0.66), back=0.02)
    green = parts["green"]
    green.tube(path, np.linspace(0.0095, 0.0075, len(path)), 12, 1.1)
    for k, i in enumerate(above_rim(spec, path, (8, 13, 18, 22)) if standing else (8, 14, 19)):
        a = b.rng.uniform(-0.4, 0.4) + (0 if k % 2 else math.pi) + (0.5 if k > 1 else 0)
        out = np.array((math.cos(a), math.sin(a) - 0.2, 0.35)) if standing else np.array(((-1) ** k * 0.35, (-1) ** k, 0.3))
        heart_leaf(green, path[i], frames([out], (0, -0.2, 1))[0], b.vary(0.17, 0.12))
    show(b, parts)


BLOOMS = {
    "daisy": "#f1eee6", "gerbera": "#e2694d", "poppy": "#cf2b1c",
    "lily": "#f0d7dc", "peony": "#e29db0",
    "dahlia": "#b23a6b", "daffodil": "#f0c81e", "carnation": "#e0607a", "blossom": "#efb9c8", "thistle": "#8d4fa6",
}  # fmt: skip
"""Forms of bloom: usual colour."""


def form_of(spec: Spec, b: Builder) -> str:
    """The form that the noun asks for, or one by the seed."""
    return next((name for name in BLOOMS if spec.is_a(name)), None) or b.choose("daisy", "gerbera", "daisy", "poppy")


def bloom(form: str, b: Builder) -> tuple[blooms.Head, float]:
    """A head of the form, and its radius in metres."""
    if form == "peony":
        return blooms.rose(b.rng, 0.045, 1.0), 0.05
    if form == "daffodil":
        return blooms.daffodil(b.rng, b.vary(0.036)), 0.04
    if form == "carnation":
        return blooms.carnation(b.rng, b.vary(0.028)), 0.03
    if form == "dahlia":
        return blooms.daisy(b.rng, 0.045, count=22, rings=6, disc=0.16), 0.045
    if form == "thistle":
        return blooms.thistle(b.rng, b.vary(0.021)), 0.03
    if form in ("poppy", "lily", "blossom"):
        return blooms.wide(b.rng, form), {"poppy": 0.045, "lily": 0.07, "blossom": 0.025}[form]
    size = b.vary(0.032 if form == "daisy" else 0.048)
    return blooms.daisy(b.rng, size, count=24 if form == "daisy" else 34, rings=1 if form == "daisy" else 2, disc=0.3 if form == "daisy" else 0.24), size


@prop("flower")
def flower(spec: Spec, b: Builder) -> None:
    form = form_of(spec, b)
    slots(b, BLOOMS[form])
    head, size = bloom(form, b)
    length = b.vary(0.32 if stands(spec) else 0.22) + size
    parts, path, standing = pose(spec, b, head, length, up=(0.14, -0.9, 0.75), down=(-0.22, -0.72, 0.66), bow=0.012, back=0.004)
    green = parts["green"]
    green.tube(path, np.linspace(0.0024, 0.0018, len(path)), 10, 1.15)
    prickly = form == "thistle"
    shape = leaf(0.3 if prickly else 0.26, fold=0.2, curl=0.25, rows=22 if prickly else 10, columns=5, wave=0.3 if prickly else 0.06, point=1.5)
    for k, i in enumerate((6, 10, 14, 18)):
        a = 2.2 * k + b.rng.uniform(0, 1)
        out = (math.cos(a), math.sin(a), 0.7) if standing else (0.2 * (-1) ** k, (-1) ** k, 0.3)
        green.copies(shape, [path[i]], frames([out], (0, -0.2, 1)), b.vary(0.07, 0.15))
    show(b, parts)


MIXES = {
    "rose": (("rose", 0.9), ("rose", 0.8), ("filler", 1.0)), "tulip": (("tulip", 1.1),), "sunflower": (("sunflower", 0.62), ("filler", 1.0)), "daisy": (("daisy", 1.0), ("filler", 1.0)),
    "peony": (("peony", 0.95), ("filler", 1.0)), "poppy": (("poppy", 0.9), ("filler", 1.0)), "lily": (("lily", 0.75), ("filler", 1.0)),
}  # fmt: skip
"""What bouquets of one flower are made of, with factors on the size; `filler` is gypsophila and leaves."""
HUES = {"rose": ("#c23a55", "#eac3b0"), "peony": ("#e2a0b4",), "daisy": ("#f1eee6",), "gerbera": ("#e08a4a",), "tulip": ("#d23b4e", "#e8b93a"), "sunflower": ("#efb10e",), "poppy": ("#cf2b1c",), "lily": ("#f0d7dc",)}
"""Usual colours of the blooms in a bouquet."""


def spray(white: Growth, green: Growth, rng) -> None:
    """Gypsophila at the origin: fine stalks that fork into small white stars, 7 cm across, 6 cm high."""
    star = leaf(0.6, curl=0.1, rows=3)
    for _ in range(26):
        tip = np.array((rng.gauss(0, 0.02), rng.gauss(0, 0.02), rng.uniform(0.025, 0.05)))
        green.tube([(0, 0, -0.03), tip * (0.3, 0.3, 0.5), tip], (0.0007, 0.0005, 0.0004), 4)
        a = np.linspace(0, 2 * math.pi, 7)[:6]
        white.copies(star, np.tile(tip, (6, 1)), frames(np.stack([np.cos(a), np.sin(a), np.full(6, 0.35)], axis=1)), 0.0048)
        white.copies(star, np.tile(tip + (0, 0, 0.001), (6, 1)), frames(np.stack([np.cos(a + 0.5), np.sin(a + 0.5), np.full(6, 1.1)], axis=1)), 0.0036)


def heads_for(spec: Spec, b: Builder) -> list[tuple[str, blooms.Head, float]]:
    """The kinds of bloom of a bouquet: name, head, and how much room one takes, metres. A mixed one where no flower is named."""
    asked = [name for name in MIXES if spec.is_a(name) or name in spec.depicts]
    mix = MIXES[asked[0]] if asked else (("rose", 0.85), ("daisy", 1.0), ("peony", 0.8), ("gerbera", 0.8), ("filler", 1.0))
    out = []
    for name, factor in mix:
        if name == "filler":
            continue
        made = {"rose": lambda: blooms.rose(b.rng, 0.037 * factor, 0.8, count=22, detail=(11, 11)), "tulip": lambda: blooms.tulip(b.rng, 0.027 * factor, 0.4), "sunflower": lambda: blooms.sunflower(b.rng, 0.1 * factor)}
        head = made[name]() if name in made else bloom(name, b)[0]
        low, high = head["petals"].bounds()
        out.append((name, head, float(max(high[:2] - low[:2])) / 2 * (1.0 if name != "tulip" else 1.15)))
    return out


def dome(rng, kinds, count: int, radius: float, rise: float) -> list[tuple[int, np.ndarray]]:
    """Places on a dome over the middle of a bouquet, for blooms of several sizes: (kind, (x, y, z)); the largest near the middle."""
    out = []
    for k in range(count):
        u = math.sqrt((k + 0.4) / count)
        a = k * blooms.GOLDEN + rng.uniform(-0.12, 0.12)
        out.append((k % len(kinds) if k else 0, np.array((radius * u * math.cos(a), radius * u * math.sin(a), rise * (1 - u**2) + rng.uniform(-0.008, 0.012)))))
    return out


def arranged(spec: Spec, b: Builder, reach: float, waist: float) -> blooms.Head:
    """A bouquet's flowers about Z: the stems cross at the origin `waist` metres up from their cut ends, the blooms form a dome `reach` metres above that."""
    parts: blooms.Head = {"petals": Growth(), "green": Growth(), "heart": Growth(), "white": Growth()}
    kinds = heads_for(spec, b)
    slots(b, "#c23a55")
    used: list[str] = []
    for k, (name, *_) in enumerate(kinds):
        b.slot(f"petals{k or ''}", "petal", HUES[name][used.count(name) % len(HUES[name])], params={"thin": 0.22})
        used.append(name)
    b.slot("white", "petal", "#f4f2ec", role="fixed")
    room = sum(r for *_, r in kinds) / len(kinds)
    count = int(min(24, max(10, round(1.45 * (0.115 / room) ** 2))))
    radius = max(0.105, room * math.sqrt(count) * 0.86)
    tied = np.array((0.0, 0.0, 0.0))
    cut = leaf(0.4, fold=0.15, curl=0.2, rows=8, columns=5, wave=0.02)
    for which, place in dome(b.rng, kinds, count, radius, 0.055):
        _, head, _ = kinds[which]
        tip = place + (0, 0, reach)
        axis = unit(tip * (1.5, 1.5, 1.0) - (0, 0, reach * 0.15))
        own = {f"petals{which or ''}" if name == "petals" else name: growth for name, growth in head.items()}  # a slot for each, so that each has its colour
        merge(parts, own, tip, upon(axis, b.rng.uniform(0, 6)), b.rng.uniform(0.9, 1.06), b.rng.uniform(0.88, 1.08))
        foot = np.array((-place[0] * 0.28, -place[1] * 0.28, -waist))
        parts["green"].tube(bezier(foot, tied + (foot - tied) * 0.3, tied + (tip - tied) * 0.5, tip, 14), 0.0024, 7, b.rng.uniform(0.85, 1.2))
    ring = 16
    for k in range(ring):
        a = 2 * math.pi * (k + b.rng.uniform(-0.3, 0.3)) / ring
        way = np.array((math.cos(a), math.sin(a), 0.5 + b.rng.uniform(-0.2, 0.3)))
        parts["green"].copies(cut, [way * (radius * 0.75, radius * 0.75, 0) + (0, 0, reach - 0.02)], frames([way], (0, 0, 1)), b.vary(0.1, 0.2), b.rng.uniform(0.7, 1.0))
    if not spec.is_a("tulip"):
        one, fine = Growth(), Growth()
        spray(one, fine, b.rng)
        for k in range(10):
            a, u = k * blooms.GOLDEN * 1.7 + 1, b.rng.uniform(0.4, 1.0)
            at = (radius * u * math.cos(a), radius * u * math.sin(a), reach + 0.055 * (1 - u * u) + 0.015)
            axes = upon((at[0], at[1], reach * 0.8), b.rng.uniform(0, 6))
            parts["white"].put(one, at, axes), parts["green"].put(fine, at, axes)
    return parts


def paper(b: Builder, reach: float, radius: float, waist: float) -> np.ndarray:
    """A sheet of wrapping paper rolled to a pleated cone about Z: (rows, columns, 3), its corners standing up behind, its ends overlapping at the front."""
    t, u = np.linspace(0, 1, 34)[:, None], np.linspace(0, 1, 150)[None, :]
    angle = 2 * math.pi * (u * 1.12 - 0.56) + math.pi / 2
    back = 0.5 + 0.5 * np.cos(angle - math.pi / 2)
    peaks = np.abs(((u * 5 + 0.5) % 1.0) - 0.5) * 2
    top = reach * (0.72 + 0.26 * back + 0.15 * peaks)
    z = -waist * 0.55 + (top + waist * 0.55) * t
    up = np.clip(z / reach, 0, 2)
    down = np.clip(-z / waist, 0, 1)
    r = 0.021 + (radius * 1.12 - 0.021) * up**0.8 + 0.035 * down**1.2 + 0.0035 * (u - 0.5)
    pleat = np.sin(angle * 14 + 1.2 * np.sin(3 * angle)) * (0.0035 + 0.004 * np.exp(-((z / 0.03) ** 2))) * np.clip(1.2 - 0.7 * up, 0.15, 1)
    crease = 0.006 * np.sin(angle * 5 + b.rng.uniform(0, 6)) * up
    r = r + pleat + crease
    return np.stack([r * np.cos(angle), r * np.sin(angle), np.broadcast_to(z, r.shape)], axis=-1)


def bow(ribbon: Growth, at, size: float) -> None:
    """A tied ribbon at `at`, facing -Y: two loops, two tails, a knot."""
    loop = np.array([(0, 0, 0), (0.45, -0.1, 0.3), (0.95, -0.22, 0.32), (1.05, -0.12, 0.05), (0.6, 0.02, -0.02), (0, 0.02, 0)])
    tail = np.array([(0, 0, 0), (0.2, -0.15, -0.5), (0.45, -0.1, -1.0), (0.5, -0.12, -1.6)])
    for side in (-1, 1):
        for line, wide in ((loop, 0.45), (tail, 0.4)):
            path = smooth_path(line * (side, 1, 1), 30) * size + np.asarray(at)
            across = unit(np.cross(np.gradient(path, axis=0), (0, 1.0, 0.0))) * wide * size / 2
            ribbon.sheet(np.stack([path - across, path, path + across], axis=1), 1.0, 0.0006)
    t = np.linspace(0, 1, 7)
    ribbon.tube(np.asarray(at) + np.stack([np.zeros(7), np.full(7, -0.1 * size), (t - 0.5) * 0.5 * size], axis=1), size * 0.2 * np.sin(np.pi * (0.1 + 0.8 * t)), 12)


@prop("bouquet")
def bouquet(spec: Spec, b: Builder) -> None:
    standing = stands(spec)
    reach, waist = (0.15, 0.23) if standing else (0.21, 0.13)
    parts = arranged(spec, b, reach, waist)
    low, high = parts["petals"].bounds()
    radius = float(max(high[:2] - low[:2])) / 2
    if not standing:
        b.slot("paper", "paper", b.choose("#c9a987", "#d9c3b4", "#b9bfae"), role="fixed")
        b.slot("ribbon", "silk", b.choose("#e8dfd0", "#8c2f3c", "#51604c"), role="fixed")
        sheet, ribbon = paper(b, reach, radius, waist), Growth()
        parts["paper"] = Growth().sheet(sheet, 1.0, 0.0004)
        t = np.linspace(0, 1, 9)
        ribbon.tube(np.stack([np.zeros(9), np.zeros(9), -0.009 + 0.018 * t], axis=1), 0.027 + 0.0012 * np.sin(np.pi * t), 40)
        bow(ribbon, (0, -0.029, 0), 0.05)
        parts["ribbon"] = ribbon
        side = b.choose(-1, 1)
        axis, bow_to = unit((0.8 * side, -0.5, 0.4)), np.array((0.0, -0.75, 1.0))
        away = unit(axis * (axis @ bow_to) - bow_to)
        turned = np.stack([np.cross(away, axis), away, axis], axis=1)
        for growth in parts.values():
            growth.verts = [rows @ turned.T for rows in growth.verts]
        ground = min(float(rows[:, 2].min()) for rows in parts["paper"].verts) + 0.012
        for growth in parts.values():
            growth.verts = [rows - (0, 0, ground) for rows in growth.verts]
    else:
        for growth in parts.values():
            growth.verts = [rows + (0, 0, waist) for rows in growth.verts]
        b.footprint = "round"
    show(b, parts)
