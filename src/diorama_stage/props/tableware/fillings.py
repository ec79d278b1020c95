# SPDX-License-Identifier: GPL-3.0-or-later
"""What vessels are filled with: liquids that follow the inside, and food that is heaped in bowls and on plates.

`fill` goes by the words of the contents ("orange_juice", "ramen", "cereal"); what it does not know is a liquid of the material's usual colour.
"""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, ellipsoid, field, from_geometry, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.growth import grid_faces
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import blade
from diorama_stage.props.food.ramen import noodle_soup
from diorama_stage.props.tableware.latte import latte_art

Inside = list[tuple[float, float]]
"""The inner wall from the floor up: (radius, z), metres."""
STRANDS = ("spaghetti", "pasta", "noodle", "ramen", "carbonara", "linguine")
FOODS = ("rice", "cereal", "popcorn", "oatmeal", "porridge", "salad", "sugar", "salt", "flour", "candy", "curry", "stew", "ice_cream", "spice", "yogurt", "yoghurt", "granola", "muesli", *STRANDS)


def is_food(contents: str | None) -> bool:
    return contents is not None and any(word in contents for word in FOODS)


def is_noodle_soup(contents: str | None) -> bool:
    return contents is not None and ("ramen" in contents or "noodle" in contents)


def fill(spec: Spec, b: Builder, inside: Inside, *, level: float = 0.8) -> None:
    """Fill a vessel to `level` (share of its inner height) with the spec's contents. Nothing without contents."""
    if spec.contents is None:
        return
    floor, rim = inside[0][1], inside[-1][1]
    if is_noodle_soup(spec.contents):
        level = max(level, 0.84)  # a soup with things in it is served to the brim
    top = floor + (rim - floor) * level
    if is_food(spec.contents):
        serve(spec, b, _radius(inside, top), top, below=[p for p in inside if p[1] < top])
        return
    b.liquid = top
    b.slot("contents", "liquid", role="fixed", params={"of": spec.contents, "closed": True})
    # The liquid reaches a little into the wall: a gap of air would mirror, and make clear drinks look like milk.
    wall = [(r + 0.0003, z) for r, z in inside if r > 0.001 and z < top - 0.0005]
    edge = _radius(inside, top) + 0.0003
    b.add(lathe([(0, floor - 0.0003), *wall, (edge, top + 0.0007), (edge - 0.0006, top + 0.0002), (edge - 0.0016, top - 0.0002), (edge - 0.003, top - 0.0004), (0, top - 0.0004)], segments=88, smooth=60), "contents")
    _bubbles(spec, b, edge - 0.0012, top - 0.0003)
    if spec.contents in ("cappuccino", "latte", "flat_white") and not spec.has("latte_art"):
        _milk(spec, b, edge, top)
    if spec.contents == "soup":
        _soup(b, edge, top)
    latte_art(spec, b, edge - 0.001, top)


def _milk(spec: Spec, b: Builder, edge: float, z: float) -> None:
    """Milk foam poured into the middle: pale within a ring of coffee, drawn out to a heart's point, full of the finest bubbles."""
    b.slot("foam", "icing", "#8a5a30", role="fixed")
    far, a = np.meshgrid(np.linspace(0.001, 1, 60) ** 0.8, np.linspace(0, 2 * np.pi, 120, endpoint=False), indexing="ij")
    at = np.column_stack([(edge * far * np.cos(a)).ravel(), (edge * far * np.sin(a)).ravel(), np.full(far.size, z)])
    at[:, 2] += 0.0012 * np.clip(1 - far.ravel() ** 4, 0, 1) + 0.0001 * field(at, 0.006, seed=spec.seed)
    u = np.hypot(at[:, 0], at[:, 1] * (1 + 0.25 * np.tanh(at[:, 1] / edge * 3)) + 0.06 * edge) / edge
    cleft = 0.3 * np.exp(-((at[:, 0] / (0.09 * edge)) ** 2)) * np.clip(at[:, 1] / edge, 0, 1)
    milk = np.clip((0.66 - u - cleft + 0.05 * field(at, 0.012, seed=spec.seed + 1) + 0.02 * field(at, 0.003, seed=spec.seed + 2)) / 0.09, 0, 1)
    tone = toward("#8a5a30", "#f6ead6", 0.12 + 0.86 * milk + 0.07 * field(at, 0.004, seed=spec.seed + 3)) * (1 - 0.25 * np.clip((far.ravel() - 0.9) * 10, 0, 1))[:, None]
    i, j = np.arange(59)[:, None] * 120, np.arange(120)
    b.add(tint(from_geometry("foam", at, np.stack([i + j, i + 120 + j, i + 120 + (j + 1) % 120, i + (j + 1) % 120], axis=2).reshape(-1, 4), smooth=180), lambda _: tone), "foam")


def _soup(b: Builder, radius: float, z: float) -> None:
    """What a cook puts on a thick soup: a swirl of cream, croutons, chopped parsley, pepper."""
    b.slot("cream", "egg_white", "#f4ead6", role="fixed")
    b.slot("croutons", "fried", "#c98a3e", role="fixed")
    b.slot("herbs", "leaf", "#4f7d2c", role="fixed")
    t = np.linspace(0, 1, 150)
    a, far = 1.9 * np.pi * 2 * t + b.rng.uniform(0, 6), radius * (0.1 + 0.5 * t) * (1 + 0.08 * np.sin(17 * t))
    path = np.column_stack([far * np.cos(a), far * np.sin(a) * 0.9, np.full(150, z - 0.0001)])
    b.add(sweep(path, radius * 0.024 * np.clip(np.minimum(9 * t, 7 * (1 - t)), 0.08, 1) * (1 + 0.3 * np.sin(31 * t)), sides=10, flat=0.2), "cream")
    for k in range(7):
        q, r = b.rng.uniform(0, 2 * math.pi), radius * b.rng.uniform(0.05, 0.4)
        crouton = displace(box(0.013, 0.012, 0.011, bevel=0.002), 0.0016, 0.006, seed=k)
        b.add(move(rotate(crouton, b.rng.uniform(-25, 25), b.rng.uniform(-25, 25), b.rng.uniform(0, 90)), r * math.cos(q), r * math.sin(q), z - 0.003), "croutons")
    rng = np.random.default_rng(b.spec.seed)
    q, r = rng.uniform(0, 2 * np.pi, 70), radius * 0.75 * np.sqrt(rng.random(70))
    at = np.column_stack([r * np.cos(q), r * np.sin(q), np.full(70, z + 0.0002)])
    b.add(copies(*bead(), at, turns(b.rng, 70), np.array((0.0016, 0.0011, 0.0003)) * rng.uniform(0.5, 1.4, (70, 1))), "herbs")


def _bubbles(spec: Spec, b: Builder, edge: float, z: float) -> None:
    """The small bubbles that gather at the wall: of coffee and tea just poured, thick and white on beer."""
    kind = spec.contents or ""
    if kind in ("coffee", "espresso", "tea", "cola"):
        b.slot("bubbles", "icing", {"coffee": "#6b4526", "espresso": "#9a6a36", "tea": "#b07a44", "cola": "#6b4a34"}[kind], role="fixed")
        rng = np.random.default_rng(spec.seed)
        n = 90 if kind == "coffee" else 60
        a, r = rng.uniform(0, 0.6, n) + rng.choice(rng.uniform(0, 6.3, 7), n), rng.uniform(0.0003, 0.0009, n)
        far = edge - r - np.abs(rng.normal(0, 0.0009, n))
        at = np.stack([far * np.cos(a), far * np.sin(a), np.full(n, z)], axis=1)
        b.add(copies(*bead(7, 10), at, np.repeat(np.eye(3)[None], n, 0), r[:, None] * np.array([1, 1, 0.55])), "bubbles")
    elif kind in ("beer", "lager"):
        b.slot("bubbles", "icing", "#f6efdf", role="fixed")
        b.add(displace(lathe(smooth_path([(edge + 0.001, z - 0.001), (edge + 0.001, z + 0.014), (edge * 0.8, z + 0.018), (0, z + 0.019)], 40), segments=88, smooth=180), 0.0012, 0.006, seed=spec.seed), "bubbles", "foam")


def serve(spec: Spec, b: Builder, radius: float, z: float, *, below: Inside | None = None) -> None:
    """Food on a plate, or heaped in a bowl whose inner wall under it is `below`."""
    kind = spec.contents or ""
    if below:
        _bed(b, below, radius, z, _bed_look(kind))
    if below and is_noodle_soup(kind):
        noodle_soup(b, radius, z)
    elif any(word in kind for word in STRANDS):
        _strands(b, radius, z)
    elif kind == "salad":
        _salad(b, radius, z)
    elif kind in ("yogurt", "yoghurt"):
        _yogurt(spec, b, radius, z)
    elif kind == "ice_cream":
        _scoops(b, radius, z)
    elif kind in ("oatmeal", "porridge", "curry", "stew", "sugar", "salt", "flour", "spice"):
        _mound(b, radius, z, kind, rise=0.12 if below else 0.3)
    else:
        _grains(b, radius, z, kind, rise=0.2 if below else 0.32)


def _radius(inside: Inside, z: float) -> float:
    return float(np.interp(z, [p[1] for p in inside], [p[0] for p in inside]))


def _bed_look(kind: str) -> tuple[str, str]:
    """Material and colour of what fills the vessel under the heap."""
    if "ramen" in kind or "noodle" in kind:
        return "liquid", "#9a5a22"
    looks = {"cereal": ("liquid", "#efece4"), "yogurt": ("icing", "#f5f1ea"), "yoghurt": ("icing", "#f5f1ea"), "granola": ("icing", "#f5f1ea"), "muesli": ("icing", "#f0ece2"), "salad": ("leaf", "#4f7d35"), "popcorn": ("bread_crumb", "#f1e6c4"), "candy": ("plastic", "#c2425a")}
    return looks.get(kind, ("bread_crumb", {"rice": "#f0ece2", "oatmeal": "#cdb694", "porridge": "#d9c8a8", "curry": "#b8741f", "stew": "#6d3a1c"}.get(kind, "#eee6d6")))


def _bed(b: Builder, below: Inside, radius: float, z: float, look: tuple[str, str]) -> None:
    b.slot("bed", look[0], look[1], role="fixed")
    wall = [(max(r - 0.0003, 0.0005), h) for r, h in below]
    b.add(lathe([(0, below[0][1] + 0.0002), *wall, (radius - 0.0003, z), (radius * 0.5, z), (0, z)], segments=80, smooth=60), "bed")


def copies(vertices: np.ndarray, faces: np.ndarray, places: np.ndarray, turns: np.ndarray, sizes: np.ndarray):
    """One mesh of many copies: `places` (n, 3), `turns` (n, 3, 3), `sizes` (n, 3)."""
    moved = np.einsum("nij,nvj->nvi", turns, vertices[None] * sizes[:, None, :])
    moved = moved + places[:, None, :]
    n, v = len(places), len(vertices)
    every = (faces[None] + (np.arange(n) * v)[:, None, None]).reshape(-1, faces.shape[1])
    return from_geometry("bits", moved.reshape(-1, 3), every, smooth=180)


def bead(rows: int = 5, around: int = 7) -> tuple[np.ndarray, np.ndarray]:
    """A unit sphere of few quads; its poles are tiny rings."""
    t = np.linspace(0.06, math.pi - 0.06, rows)
    a = np.linspace(0, 2 * math.pi, around + 1)[:-1]
    points = np.array([(math.sin(u) * math.cos(w), math.sin(u) * math.sin(w), math.cos(u)) for u in t for w in a])
    faces = np.array([(i * around + k, (i + 1) * around + k, (i + 1) * around + (k + 1) % around, i * around + (k + 1) % around) for i in range(rows - 1) for k in range(around)])
    return points, faces


def turns(rng, n: int) -> np.ndarray:
    """Random rotations (n, 3, 3), by QR."""
    q, r = np.linalg.qr(np.random.default_rng(rng.randrange(2**31)).normal(size=(n, 3, 3)))
    return q * np.sign(np.diagonal(r, axis1=1, axis2=2))[:, None, :]


def _dome(rng, n: int, radius: float, z: float, rise: float, jitter: float) -> np.ndarray:
    """Places over a dome of `rise` radii."""
    k = np.arange(n)
    u, a = np.sqrt((k + 0.5) / n), k * 2.399963
    noise = np.random.default_rng(rng.randrange(2**31)).normal(size=(n, 3)) * jitter
    return np.stack([radius * u * np.cos(a), radius * u * np.sin(a), z + rise * radius * (1 - u**2)], axis=1) + noise


def _grains(b: Builder, radius: float, z: float, kind: str, rise: float) -> None:
    """Rice, cereal, popcorn, sweets."""
    looks = {
        "rice": (1500, (0.0011, 0.0011, 0.0032), 0.0012, ("paint",), ("#f4f1e8",)), "popcorn": (150, (0.0085, 0.0085, 0.0075), 0.004, ("bread_crumb",), ("#f6ecd0",)),
        "granola": (420, (0.0044, 0.0034, 0.0022), 0.003, ("pastry", "bread_crust", "pastry", "charred"), ("#c08a48", "#d8ab68", "#a86a30", "#4a2818")), "muesli": (420, (0.0046, 0.0036, 0.0014), 0.003, ("pastry", "bread_crumb", "bread_crumb", "charred"), ("#cfa569", "#e2c596", "#d9b987", "#4a2818")),
        "cereal": (190, (0.0062, 0.0062, 0.0028), 0.0018, ("bread_crust",), ("#c98f45",)), "candy": (130, (0.0068, 0.0068, 0.005), 0.002, ("lacquer",) * 5, ("#d23b4e", "#efb10e", "#3f9a58", "#3a76c8", "#e8823a")),
    }  # fmt: skip
    count, size, jitter, materials, colours = looks.get(kind, (160, (0.006, 0.006, 0.005), 0.002, ("bread_crust",), ("#b98a52",)))
    count = int(min(count * max(1.0, (radius / 0.1)) ** 2, 2200))
    places = _dome(b.rng, count, radius * 0.96, z + size[2] * 0.4, rise, jitter)
    shape = bead() if kind != "popcorn" else bead(7, 10)
    groups = np.arange(count) % len(colours)
    for g, (material, colour) in enumerate(zip(materials, colours, strict=True)):
        slot = b.slot(f"food{g or ''}", material, colour, role="fixed")
        at = places[groups == g]
        sizes = np.array(size) * (1 + 0.14 * np.random.default_rng(g + 1).normal(size=(len(at), 1)))
        made = copies(*shape, at, turns(b.rng, len(at)), sizes)
        b.add(displace(made, 0.0042, 0.0045, seed=b.spec.seed) if kind == "popcorn" else made, slot)


def _strands(b: Builder, radius: float, z: float) -> None:
    """Spaghetti: loops over a dome, with sauce, parmesan and basil."""
    b.slot("noodles", "wax", "#eab95c", role="fixed", finish=("satin",))
    made, wide = [], radius * 0.82
    for _ in range(46):
        a0, bend, r0 = b.rng.uniform(0, 2 * math.pi), b.rng.uniform(1.6, 3.6) * b.rng.choice((-1, 1)), wide * math.sqrt(b.rng.random()) * 0.96
        r1 = wide * math.sqrt(b.rng.random()) * 0.96
        path = []
        for u in np.linspace(0, 1, 12):
            r = r0 + (r1 - r0) * u + 0.1 * wide * math.sin(7 * u + a0)
            a = a0 + bend * u
            path.append((r * math.cos(a), r * math.sin(a), z + 0.42 * radius * max(0.0, 1 - (r / wide) ** 2) + b.rng.uniform(0.0, 0.004) + 0.002))
        made.append(sweep(smooth_path(path, 34), 0.0017, sides=6))
    b.add(join(made), "noodles")
    top = z + 0.44 * radius
    b.slot("sauce", "seared", "#b5301a", role="fixed", finish=("glossy",))
    b.slot("leaves", "leaf", "#3f7a2a", role="fixed")
    ladle = displace(displace(ellipsoid(radius * 0.5, radius * 0.46, radius * 0.17, at=(0, 0, top - 0.005), segments=88), 0.009, 0.02, seed=b.spec.seed), 0.0035, 0.006, seed=1)
    b.add(tint(ladle, lambda p: 1 + 0.35 * field(p, 0.008, seed=b.spec.seed)), "sauce")
    crumbs = _dome(b.rng, 90, radius * 0.5, top + radius * 0.07, 0.16, 0.002)
    b.slot("parmesan", "cheese", "#f3e2b0", role="fixed")
    b.add(copies(*bead(), crumbs, turns(b.rng, 90), np.array((0.0013, 0.0005, 0.0004)) * np.random.default_rng(b.spec.seed).uniform(0.6, 1.6, (90, 1))), "parmesan")
    for k in range(3):
        b.add(move(rotate(blade(0.034, 0.02, 0.3, rise=0.25), 0, 0, 120 * k + 20), 0, 0, top + radius * 0.12), "leaves")


def _salad(b: Builder, radius: float, z: float) -> None:
    b.slot("leaves", "leaf", "#5f9438", role="fixed")
    b.slot("dark", "leaf", "#37662a", role="fixed")
    b.slot("tomato", "tomato_skin", "#c22a1c", role="fixed")
    places = _dome(b.rng, 46, radius * 0.85, z, 0.35, 0.004)
    for slot, part in (("leaves", places[::2]), ("dark", places[1::2])):
        made = []
        for p in part:
            leaf = blade(b.rng.uniform(0.04, 0.065), b.rng.uniform(0.026, 0.04), 0.5, rise=b.rng.uniform(0.2, 0.7))
            made.append(move(rotate(leaf, b.rng.uniform(-30, 30), b.rng.uniform(-30, 20), b.rng.uniform(0, 360)), *p))
        b.add(displace(join(made), 0.003, 0.012, seed=b.spec.seed), slot)
    for p in _dome(b.rng, 7, radius * 0.7, z + 0.016, 0.35, 0.003):
        b.add(ellipsoid(0.0125, 0.0125, 0.0115, at=tuple(p), segments=32), "tomato")


def _yogurt(spec: Spec, b: Builder, radius: float, z: float) -> None:
    """Thick yogurt, swirled with the back of a spoon; granola along one side where it is asked for."""
    b.slot("food", "icing", "#f6f2ec", role="fixed")
    far, a = np.meshgrid(np.linspace(0.002, 1, 70), np.linspace(0, 2 * np.pi, 140, endpoint=False), indexing="ij")
    swirl = np.sin(a * 1 - 15 * far + b.rng.uniform(0, 6))
    up = 0.006 * (1 - far**2) + 0.0026 * swirl * np.clip(6 * (1 - far), 0, 1) * np.clip(far * 5, 0.2, 1)
    at = np.stack([radius * far * np.cos(a), radius * far * np.sin(a), z + up], axis=-1)
    b.add(displace(from_geometry("yogurt", at.reshape(-1, 3), grid_faces(70, 140, closed=True)[:, ::-1], smooth=180), 0.0008, 0.012, seed=spec.seed), "food")
    if any(spec.has(word) for word in ("granola", "muesli", "nuts", "with granola")):
        rng = np.random.default_rng(spec.seed)
        for g, (material, colour) in enumerate((("pastry", "#c08a48"), ("bread_crust", "#d8ab68"), ("pastry", "#a86a30"), ("charred", "#4a2818"))):
            n = 90
            q, r = rng.normal(0.4, 0.75, n), radius * rng.uniform(0.35, 0.92, n)
            place = np.column_stack([r * np.cos(q), r * np.sin(q), z + 0.004 + 0.006 * rng.random(n) * np.exp(-((r / radius - 0.62) ** 2) / 0.06)])
            slot = b.slot(f"granola{g}", material, colour, role="fixed")
            b.add(copies(*bead(), place, turns(b.rng, n), np.array((0.0046, 0.0036, 0.0024)) * rng.uniform(0.6, 1.4, (n, 1))), slot, "granola")


def _scoops(b: Builder, radius: float, z: float) -> None:
    for k, colour in enumerate(("#f3e6c4", "#e79aa6", "#5f3a24")):
        slot = b.slot(f"scoop{k}", "icing", colour, role="fixed")
        a, r = 2.1 * k + 0.5, min(radius * 0.42, 0.032)
        b.add(displace(ellipsoid(r, r, r * 0.92, at=(radius * 0.42 * math.cos(a), radius * 0.42 * math.sin(a), z + r * 0.7), segments=64), 0.003, 0.012, seed=k), slot)


def _mound(b: Builder, radius: float, z: float, kind: str, rise: float) -> None:
    colour = {"oatmeal": "#cdb694", "porridge": "#d9c8a8", "curry": "#b8741f", "stew": "#6d3a1c", "sugar": "#f4f2ee", "salt": "#f4f2ee", "flour": "#f1ece2", "spice": "#b8511c"}[kind]
    b.slot("food", "icing" if kind in ("curry", "stew") else "sand" if kind in ("sugar", "salt", "flour", "spice") else "bread_crumb", colour, role="fixed")
    profile = smooth_path([(0, z + rise * radius), (radius * 0.5, z + rise * radius * 0.75), (radius * 0.95, z + 0.001), (radius * 0.97, z - 0.002), (0, z - 0.002)], 50)
    body = lathe([tuple(p) for p in profile][::-1], segments=96, smooth=180)
    b.add(displace(displace(body, 0.004, 0.03, seed=b.spec.seed), 0.002, 0.008, seed=1), "food")
    if kind in ("curry", "stew"):
        b.slot("pieces", "carrot", "#d9772b", role="fixed")
        b.slot("meat", "meat", "#6d3f26", role="fixed")
        for k, p in enumerate(_dome(b.rng, 12, radius * 0.7, z + rise * radius * 0.2, rise, 0.003)):
            b.add(displace(ellipsoid(0.011, 0.009, 0.007, at=tuple(p), segments=24), 0.002, 0.01, seed=k), "pieces" if k % 2 else "meat")
