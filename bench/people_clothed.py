"""Is everybody dressed? `python -m bench.people_clothed [N] [--costumes]`: bodies × poses × garments (or what roles wear), in the pose.

N of them (0: all); renders nothing.

bare   faces of the skin that touch the base layer's region (chest, hips): must be 0
open   share of the region's faces that no cloth of any layer is drawn for: must be 0
pokes  faces of the skin that a garment covers at rest and that in the pose no cloth lies over: skin that pokes through or a gap that opened
"""

from __future__ import annotations

import random
import sys
from itertools import product

import bpy  # noqa: F401 - brings mathutils
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from diorama_stage.compose import clear
from diorama_stage.kit.build import vertices
from diorama_stage.people import build, garments, pose
from diorama_stage.people.mesh import normals
from diorama_stage.people.pack import base
from diorama_stage.people.who import settle

BODIES = (
    {"age": 1, "sex": "male"}, {"age": 7, "sex": "female"}, {"age": 14, "sex": "male"}, {"age": 25, "sex": "female", "build": "very_thin"}, {"age": 30, "sex": "female", "build": "heavy"},
    {"age": 35, "sex": "male", "build": "muscular"}, {"age": 50, "sex": "male", "build": "heavy"}, {"age": 82, "sex": "female"},
)  # fmt: skip

COMMON = ("standing", "sitting", "walking")


def one(body: dict, posture: str, garment: str | None) -> tuple[int, float, int, int]:
    """Bare faces, open share, poking faces, covered faces that are left."""
    b = base()
    traits = {**body, "posture": posture, "wears": [{"garment": garment}] if garment else [], "expression": "neutral", "hair": {"length": "bald"}, "gaze": "ahead", "turned": 0.0}
    seat = 0.45 if posture == "sitting" else None
    clear()
    built = build.person(traits, 5, build.Stand(seat=seat))
    who = settle(traits, 5)
    _, rest, _ = build.shape(who)
    layers = garments.layered(rest, garments.wardrobe(who))
    covered, region = _covered(layers, rest), garments.base_region()
    bare = int(region[b.faces[layers.skin]].any(axis=1).sum())
    drawn = np.zeros(len(b.faces), bool)
    drawn[layers.under] = True
    unclad = float((~drawn[region[b.faces].all(axis=1)]).mean())
    trees: list[BVHTree] = []
    for w, _, rows in layers.garments:
        if w.place in NOT_ON_SKIN or not len(rows):
            continue
        trees += [BVHTree.FromPolygons([v.co for v in o.data.vertices], [tuple(f.vertices) for f in o.data.polygons]) for o in built.parts[w.key]]
    used = np.unique(b.faces[layers.skin])
    posed = np.zeros_like(rest)
    posed[used] = vertices(built.parts["skin"][0])
    left = layers.skin[covered[b.faces[layers.skin]].all(axis=1)]
    n = normals(posed, b.faces[layers.skin])
    pokes = 0
    for f in b.faces[left]:
        at, way = Vector(posed[f].mean(axis=0)), Vector(n[f].mean(axis=0)).normalized()
        pokes += all(t.ray_cast(at - way * 0.004, way, 0.08)[0] is None for t in trees)
    return bare, unclad, pokes, len(left)


NOT_ON_SKIN = ("head", "eyes")
_last: tuple[garments.Layered | None, np.ndarray] = (None, np.zeros(0, bool))


def _covered(layers: garments.Layered, rest: np.ndarray) -> np.ndarray:
    """Which of the body's vertices (n,) bool, all (n, 3) of them at rest, a garment covers: asked for once for all poses of one person."""
    global _last
    if _last[0] is not layers:
        out, found = normals(rest, base().faces), np.zeros(len(rest), bool)
        for w, p, rows in layers.garments:
            if w.place not in NOT_ON_SKIN and len(rows):
                found |= garments.covered(rest, out, p, w.thing.faces[rows])
        _last = layers, found
    return _last[1]


def main() -> int:
    garbs: list[str | None] = [*sorted(garments.TABLE)]
    every = list(product(BODIES, sorted(pose.TABLE["pose"]), garbs))
    if "--costumes" in sys.argv:
        every = [({**body, "role": role}, posture, None) for body in BODIES[3:] for posture in COMMON for role in sorted(garments.OUTFITS["look"])]
    count = next((int(a) for a in sys.argv[1:] if a.isdigit()), 24)
    chosen = every if count == 0 else random.Random(1).sample(every, count)
    wrong, poked, left = 0, 0, 0
    for body, posture, garment in chosen:
        bare, unclad, pokes, covered = one(body, posture, garment)
        wrong += bool(bare or unclad)
        poked, left = poked + pokes, left + covered
        if bare or unclad or pokes > 12:
            print(f"{body['age']:>3} {body['sex']:<6} {posture:<16} {garment or body['role']:<18} bare {bare} open {unclad:.3f} pokes {pokes} of {covered}")
    print(f"{len(chosen)} people: {wrong} not decently dressed; {poked} of {left} faces near an edge of cloth not covered in the pose")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
