# SPDX-License-Identifier: GPL-3.0-or-later
"""What animals wear: hats and glasses of the props, as large as the head; collars, scarves, crowns and coats cut to the body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import bpy
import numpy as np
from mathutils import Matrix

from diorama_catalogue.animals import Garment
from diorama_catalogue.named import names
from diorama_stage.animals import tack
from diorama_stage.animals.rings import Figure, around, ring, tubed
from diorama_stage.dress import PLAIN, dress, look_of
from diorama_stage.kit import Slot, Spec, displace, lathe, solidify
from diorama_stage.kit.mesh import from_geometry
from diorama_stage.kit.sculpt import Clay, Part, curve
from diorama_stage.materials import material
from diorama_stage.props import registry

NEEDS_SPINE = frozenset(("coat", "saddle", "cloth"))
"""What is cut to the trunk."""

WORN = "worn "
"""What is worn is a part of an animal: "worn 0 hat", the first of its clothes."""


def worn_forms(parts: Mapping[str, Any]) -> dict[str, str]:
    """Of an animal's parts those that it has on, and the form of each."""
    return {name: name.split(" ")[-1] for name in parts if name.startswith(WORN)}


def put_on(figure: Figure, garments: list[dict], seed: int) -> tuple[dict[str, list[bpy.types.Object]], list[str]]:
    """The objects of clothes (as the scene's subjects) by part, and the nouns of those that such a body cannot have on."""
    made, left = {}, []
    for k, garment in enumerate(garments):
        kind = names(garment).worn
        objects = MAKERS[kind.form](figure, kind, garment["surface"], seed + k) if kind and (kind.form not in NEEDS_SPINE or figure.spine) else []
        if objects:
            made[f"{WORN}{k} {kind.form}"] = objects
        else:
            left.append(garment["noun"])
    return made, left


def _of_prop(kind: str, place: np.ndarray, turn: np.ndarray, factor: float, surface: dict, seed: int, without=()) -> list[bpy.types.Object]:
    built = registry.build(Spec(kind, seed % 997, colours=tuple(c["hex"] for c in surface["colours"]), material=surface["material"]))
    dress(built, surface, seed=seed % 997)
    matrix = Matrix.Translation(place) @ Matrix(turn).to_4x4() @ Matrix.Scale(factor, 4)
    gone = [o for part in without for o in built.parts.get(part, ())]
    kept = [o for o in built.objects if o not in gone]
    for o in kept:
        o.data.transform(matrix)
        o.parent = None
    for o in (*gone, built.root):
        bpy.data.objects.remove(o)
    return kept


def _looking(o: bpy.types.Object, look: tuple[str, str | None], surface: dict, size: float, seed: int) -> bpy.types.Object:
    o.data.materials.append(material(look_of(Slot(*look), surface or PLAIN, size=size, seed=seed % 997)))
    if o.name not in bpy.context.scene.collection.objects:
        bpy.context.scene.collection.objects.link(o)
    return o


def _on_head(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    place = figure.brow - figure.head[:, 2] * 0.3 * figure.half
    return _of_prop(worn.thing or "hat", place, figure.head, (figure.half + 0.5 * figure.hair) / 0.082, surface, seed)


def _glasses(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    left, right = figure.eyes
    apart = float(np.linalg.norm(left - right))
    middle, ahead = (left + right) / 2, -figure.head[:, 1]
    factor = max(apart / 0.064, 1.0 * figure.bulge / 0.02)
    side = (left - right) / max(apart, 1e-9)
    front = figure.points[np.abs((figure.points - middle) @ side) < 0.2 * apart]
    up = figure.head[:, 2]
    near = front[np.abs((front - middle) @ up) < 0.5 * figure.bulge]
    bridge = float(((near - middle) @ ahead).max()) if len(near) else 0.0
    reach = float(np.clip(bridge, figure.bulge, 2.2 * figure.bulge)) + 0.004 * factor
    place = middle + ahead * reach - up * 0.025 * factor
    return _of_prop(worn.thing or "glasses", place, figure.head, factor, surface, seed)


def _throat(figure: Figure, at: float) -> tuple[np.ndarray, np.ndarray]:
    """A place on the neck's line (0 body to 1 head) and its frame: x left, y along the neck, z out of the throat."""
    line = figure.neck
    s = at * (len(line) - 1)
    pick = lambda k: np.array([np.interp(k, np.arange(len(line)), line[:, c]) for c in range(3)])  # noqa: E731
    way = pick(s + 0.4) - pick(s - 0.4)
    way /= max(float(np.linalg.norm(way)), 1e-9)
    x = figure.head[:, 0] - way * float(way @ figure.head[:, 0])
    x /= np.linalg.norm(x)
    return pick(s), np.stack([x, way, np.cross(x, way)], axis=1)


def _collar(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    """A strap with a tag at the throat."""
    middle, frame = _throat(figure, 0.5)
    g, thick = figure.girth, 0.05 * figure.girth
    radii = ring(figure.points, middle, frame, 0.3 * g, 2.2 * g) + 0.3 * figure.hair
    wide = 0.17 * g
    rows = [around(middle + frame[:, 1] * y * wide, frame, radii + r * thick) for y, r in ((-1, 0), (-1, 1), (1, 1), (1, 0), (-1, 0))]
    strap = _looking(tubed("collar", rows), worn.look, surface, 2 * g, seed)
    throat = rows[1][len(radii) // 4] * 0.5 + rows[2][len(radii) // 4] * 0.5
    disc = lathe([(0, 0), (0.14 * g, 0), (0.14 * g, 0.02 * g), (0, 0.02 * g)], segments=32)
    disc.data.transform(Matrix.Translation(throat + frame[:, 2] * 0.02 * g - frame[:, 1] * 0.22 * g) @ Matrix(frame).to_4x4())
    return [strap, _looking(disc, ("gold", None), PLAIN, g, seed)]


def _scarf(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    """Two turns about the neck and two ends that hang from a knot at the throat."""
    rng, g = np.random.default_rng(seed), figure.girth
    thick = 0.2 * g
    parts = []
    for at, more in ((0.3, 0.3), (0.52, 0.12)):
        middle, frame = _throat(figure, at)
        radii = ring(figure.points, middle, frame, 0.3 * g, 2.2 * g) + 0.4 * figure.hair + more * thick
        loop = around(middle, frame, radii) + frame[:, 1] * 0.05 * g * np.sin(np.arange(len(radii)) / 9 + at * 9)[:, None]
        loop = np.vstack([loop, loop[:1]])
        parts.append(Part(np.c_[loop, thick * (0.9 + 0.2 * np.sin(np.arange(len(loop)) / 5 + 9 * at))], k=0.1 * thick))
    middle, frame = _throat(figure, 0.3)
    throat = around(middle, frame, radii + thick)[len(radii) // 4 - 3]
    out = frame[:, 2]
    parts.append(Part(np.append(throat, 0.0)[None], radii=np.array([1.0, 0.9, 1.0]) * 1.15 * thick, turn=frame, k=0.3 * thick))
    for side in (-0.45, 0.35):
        long = (1.9 + 0.5 * rng.random()) * g
        t = np.linspace(0, 1, 6)[:, None]
        fall = throat + out * 0.12 * g * t + frame[:, 0] * side * g * t**0.7 + np.array([0, 0, -long]) * t
        for _ in range(2):  # on the chest, not in it
            depth = np.array([_depth(figure.points, p, out, 0.3 * g) for p in fall])
            fall = fall + out * np.clip(depth + 0.5 * thick, 0, None)[:, None]
        parts.append(Part(curve(np.c_[fall, thick * np.array([0.7, 1.0, 1.15, 1.2, 1.25, 1.25])], 4), thin=out * 0.42, k=0.2 * thick))
    p, q = Clay(parts, 0.3 * thick).skin()
    return [_looking(displace(from_geometry("scarf", p, q, smooth=60.0), 0.1 * thick, 0.5 * thick, seed=seed % 997), worn.look, surface, 2 * g, seed)]


def _depth(points: np.ndarray, p: np.ndarray, out: np.ndarray, wide: float) -> float:
    """How far a body (n, 3) reaches beyond a point along `out`, within `wide` of it; far below 0 where there is none."""
    ahead = (points - p) @ out
    near = np.linalg.norm(points - p - ahead[:, None] * out, axis=1) < wide
    return float(ahead[near].max(initial=-9))


def _bow(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    middle, frame = _throat(figure, 0.42)
    radii = ring(figure.points, middle, frame, 0.3 * figure.girth, 2.2 * figure.girth) + 0.5 * figure.hair
    throat = around(middle, frame, radii)[len(radii) // 4]
    turn = np.stack([frame[:, 0], -frame[:, 2], frame[:, 1]], axis=1)
    factor = 1.9 * figure.girth / 0.136
    return _of_prop("bowtie", throat - turn[:, 2] * 0.032 * factor, turn, factor, surface, seed, without=("band",))


def _crown(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    r, n = 0.8 * figure.half + 0.3 * figure.hair, 80
    a = np.arange(n) / n * 2 * np.pi
    high = r * (0.45 + 0.4 * abs(np.cos(a * 4)) ** 1.4)
    base = figure.brow - figure.head[:, 2] * 0.25 * figure.half
    rows = [base + np.c_[np.cos(a) * r * f, np.sin(a) * r * f, high * s] @ figure.head.T for s, f in ((0.0, 1.0), (0.5, 1.03), (1.0, 1.12))]
    return [_looking(solidify(tubed("crown", rows), 0.05 * r), worn.look, surface, 2 * r, seed)]


def _cone(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    r = 0.85 * figure.half + 0.4 * figure.hair
    brim = worn.brim * r
    made = lathe(
        [(0, 0), (brim, 0), (brim, 0.04 * r), (r, 0.1 * r), (0.62 * r, 1.0 * r), (0.3 * r, 1.9 * r), (0.05 * r, 2.5 * r), (0, 2.52 * r)], segments=64, smooth=50
    )
    made.data.transform(Matrix.Translation(figure.brow - figure.head[:, 2] * 0.3 * figure.half) @ Matrix(figure.head).to_4x4())
    return [_looking(made, worn.look, surface, 2 * r, seed)]


def _coat(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    """A sleeve about the trunk from the neck to before the hips, with a turned-up collar."""
    rows = []
    for middle, frame in figure.spine:
        size = float(np.ptp(figure.points[:, 2]))
        radii = ring(figure.points, middle, frame, 0.02 * size, 0.45 * size)
        folds = 0.012 * size * np.sin(np.arange(len(radii)) * 0.9 + 11 * len(rows)) * (0.3 + 0.7 * (np.arange(len(radii)) > len(radii) // 2))
        rows.append(around(middle, frame, radii + 0.014 * size + 0.25 * folds))
    first, (middle, frame) = rows[0], figure.spine[0]
    rows = [middle + (first - middle) * f - frame[:, 1] * d * figure.girth for f, d in ((0.98, 0.34), (0.9, 0.3), (0.92, 0.12))] + rows
    made = solidify(tubed("coat", rows), 0.05 * figure.girth)
    return [_looking(displace(made, 0.02 * figure.girth, 0.35 * figure.girth, seed=seed % 997), worn.look, surface, 6 * figure.girth, seed)]


def _leash(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    """The collar that it is clipped to, and the ring; the cord runs to whoever holds it (`leashes`)."""
    strap, tag = _collar(figure, worn, surface, seed)
    tag.data.materials.clear()
    tag.data.materials.append(material(look_of(Slot("steel", None), PLAIN, size=0.05, seed=seed % 997)))
    return [strap, tag]


MAKERS = {
    "hat": _on_head, "cap": _on_head, "helmet": _on_head, "cone": _cone, "crown": _crown,
    "glasses": _glasses, "collar": _collar, "leash": _leash, "scarf": _scarf, "bow": _bow, "coat": _coat,
    "saddle": tack.saddle, "cloth": tack.cloth, "bridle": tack.bridle,
}  # fmt: skip
