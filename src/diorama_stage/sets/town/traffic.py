# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands along a street: cars parked at both kerbs, and at dark some that drive, their lamps lit; the stalls of a market.

Two models are built, and stand many times in other looks.
"""

from __future__ import annotations

import math

import bpy
from mathutils import Matrix

from diorama_stage.dress import dress
from diorama_stage.kit import Built, Spec
from diorama_stage.kit.mesher import Mesher
from diorama_stage.materials import Look, material
from diorama_stage.props.registry import build
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain

PAINTS = ("#15181a", "#7d8286", "#d6d5d0", "#4a1517", "#182a44", "#2f3234", "#a5a29a", "#20302c")
MODELS = ("sedan", "hatchback", "suv")


def model(shape: str, seed: int) -> tuple[bpy.types.Object, list[str]]:
    """A car as one object, and what each of its material slots is; coarser than a subject's: it stands farther off."""
    return whole(build(Spec("car", seed, attributes=frozenset(("far",)), variants=frozenset((shape,)))), seed)


def whole(built: Built, seed: int) -> tuple[bpy.types.Object, list[str]]:
    """A thing in its usual look as one object, and what each of its material slots is."""
    dress(built, seed=seed)
    names = {}
    for o in built.objects:
        o.parent = None
        names.setdefault(o.data.materials[0].name, o["slot"])
    with bpy.context.temp_override(active_object=built.objects[0], selected_editable_objects=built.objects, selected_objects=built.objects):
        bpy.ops.object.join()
    one = built.objects[0]
    bpy.data.objects.remove(built.root)
    bpy.context.scene.collection.objects.unlink(one)
    return one, [names[m.name] for m in one.data.materials]


def stand(site: Site, car: tuple[bpy.types.Object, list[str]], x: float, y: float, z: float, turn: float, looks: dict[str, bpy.types.Material]) -> None:
    """One car or stall, turned by so many degrees (0: a car's nose to the left, a stall's front to the lens), some of its looks changed."""
    one, names = car
    made = bpy.data.objects.new("car", one.data)
    bpy.context.scene.collection.objects.link(made)
    made.matrix_world = Matrix.Translation((x, y, z)) @ Matrix.Rotation(math.radians(turn), 4, "Z")
    for slot, name in zip(made.material_slots, names, strict=True):
        if name in looks:
            slot.link = "OBJECT"
            slot.material = looks[name]
    site.add(made)


def cars(site: Site, x: float, z: float, start: float) -> None:
    """Parked along the kerbs beyond `start`; after dark two come and two go."""
    rng = site.rng
    models = [model(MODELS[(site.seed + k) % len(MODELS)], site.seed + k) for k in range(2)]
    paint = lambda: {"paint": material(Look("paint", (rng.choice(PAINTS),), size=4.5))}  # noqa: E731
    _rows(site, models, x, z, (start + 3, 80), 0.62, 1.2, (6.2, 9), paint)
    if site.dark:
        lit = {"beam": site.glow(glowing("#fff1d8", 60.0), "practical"), "tail": site.glow(glowing("#ff2212", 14.0), "practical")}
        for yy, s in ((max(start + 18, 30.0), -1), (62.0, -1), (max(start + 11, 22.0), 1), (75.0, 1)):
            stand(site, rng.choice(models), s * x * 0.38, yy, z, -90.0 * s, paint() | lit)


def _rows(site: Site, models: list, x: float, z: float, span: tuple[float, float], share: float, stray: float, step: tuple[float, float], looks) -> None:
    """Two rows at `x` and -`x` that face each other, metres: `share` of the places are taken, each up to `stray` further on, the next a `step` away."""
    rng, y = site.rng, span[0]
    while y < span[1]:
        for s in (-1, 1):
            if rng.random() < share:
                stand(site, rng.choice(models), s * x, y + rng.uniform(0, stray), z, -90.0 * s, looks())
        y += rng.uniform(*step)


CLOTHS = ("#9a2f2a", "#2f5d7a", "#c9a24a", "#3f6b46", "#e2dccd", "#7a4a6a")


def stalls(site: Site, x: float, z: float, start: float) -> None:
    """A market: stalls under awnings, some across behind what is in the picture, the others in two rows that face each other, their cloths in other colours."""
    rng = site.rng
    models = [whole(build(Spec("market_stall", site.seed + k)), site.seed + k) for k in range(2)]
    cloth = lambda: {"awning": material(Look("canvas", (rng.choice(CLOTHS),), size=2.4))}  # noqa: E731
    places = [(2.9 * k + 0.7, start + 1.2 + 0.15 * abs(k)) for k in range(-2, 3)]
    for k, (sx, sy) in enumerate(places):
        stand(site, models[k % 2], sx, sy, z, 0.0, cloth())
    if site.dark:
        _bulbs(site, places, z)
    _rows(site, models, x, z, (start + 4.5, 46), 0.88, 0.5, (3.0, 3.6), cloth)


def _bulbs(site: Site, places: list[tuple[float, float]], z: float) -> None:
    """Two bare bulbs under the awning of each stall, that light what it sells. `places`: x and y of each, metres."""
    glass, cord = Mesher(), Mesher()
    for x, y in places:
        for u in (x - 0.6, x + 0.6):
            cord.tube([(u, y, z + 2.2), (u, y, z + 1.93)], 0.005, sides=4)
            glass.tube([(u, y, z + 1.94), (u, y, z + 1.88), (u, y, z + 1.83)], [0.012, 0.034, 0.008], sides=12)
        site.lamp(x, y - 0.25, z + 1.8, radius=0.2, kelvin=2600, watts=26.0)
    site.add(glass.object("stall bulbs", site.glow(glowing("#ffcf8a", 26.0), "practical"), smooth=True), cord.object("cords", plain("#1d1b19", 0.6)))
