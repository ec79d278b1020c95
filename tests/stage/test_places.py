"""A place that is asked for is built and is known by its parts: what a lens that stands there sees of each, by rays."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from mathutils import Vector  # noqa: E402

from diorama.scene import Environment  # noqa: E402
from diorama_stage.compose import clear  # noqa: E402
from diorama_stage.sets import View, build, plan  # noqa: E402

pytestmark = pytest.mark.stage

PARTS = {
    ("classroom", ""): ("blackboard", "desks"),
    ("laboratory", ""): ("lab benches", "reagents"),
    ("hospital_room", ""): ("headwall", "bed frame"),
    ("theatre", ""): ("stage curtain", "backcloth"),
    ("church_interior", ""): ("columns", "pews", "stained glass"),
    ("supermarket", ""): ("goods", "shelves", "cooler"),
    ("bakery", ""): ("loaves", "bread boards"),
    ("gym", ""): ("dumbbells", "rubber floor"),
    ("sports_hall", ""): ("backboard", "wainscot", "floor lines"),
    ("museum", ""): ("print", "rope"),
    ("factory", ""): ("machines", "ducts"),
    ("warehouse", ""): ("boxes", "rack beams"),
    ("garage", ""): ("garage door",),
    ("carriage", ""): ("chair", "floor", "outside"),
    ("carriage", "streets"): ("chair", "poles", "outside"),
    ("subway", ""): ("station tiles", "platform", "edge strip"),
    ("greenhouse", ""): ("ribs", "benches", "pots"),
    ("canal", ""): ("water", "quay", "fronts brick"),
    ("canal", "venice"): ("water", "bridge", "mooring posts"),
    ("city_river", ""): ("water", "bridge", "quay"),
    ("harbour", ""): ("water", "quay", "fronts trim"),
    ("jungle", ""): ("ground",),
    ("moon_surface", ""): ("ground", "earth"),
    ("planet_surface", "mars"): ("ground",),
    ("planet_surface", ""): ("ground", "moon"),
    ("sports_field", "basketball"): ("court", "lines", "backboard"),
    ("sports_field", "tennis"): ("court", "lines", "post"),
    ("sports_field", "football"): ("field", "goal"),
    ("sports_field", "stadium"): ("field", "crowd", "seats"),
    ("parking_lot", ""): ("asphalt", "car", "bays"),
    ("pool", ""): ("water", "deck", "coping"),
    ("courtyard", ""): ("columns", "arcade", "paving"),
    ("courtyard", "castle"): ("castle walls", "towers", "portcullis"),
    ("courtyard", "cloister"): ("columns", "arcade", "lawn"),
    ("ruins", ""): ("columns", "steps", "blocks"),
    ("lecture_hall", ""): ("seats", "desk", "tiers"),
    ("airport_hall", ""): ("seats", "columns", "board", "window frame"),
    ("temple_interior", ""): ("columns", "gilt", "altar"),
    ("ballroom", ""): ("pilasters", "gilt", "curtains", "mirrors"),
    ("great_hall", ""): ("columns", "banners", "gilt", "carpet", "stone walls"),
    ("hotel_lobby", ""): ("counter", "pigeonholes", "columns"),
    ("laundromat", ""): ("washing_machine", "plinth", "fascia"),
    ("nightclub", ""): ("dance floor", "speakers", "desk"),
    ("barn_interior", ""): ("barn boards", "posts", "hay_bale", "straw"),
    ("cellar", ""): ("vault", "ribs", "barrel", "racks"),
    ("cellar", "dungeon"): ("vault", "iron", "straw"),
    ("porch", ""): ("wall", "door", "porch floor"),
    ("porch", "doorstep"): ("wall", "door", "doorstep"),
    ("driveway", ""): ("drive", "door", "house"),
    ("village", ""): ("house", "church"),
    ("mountains", "volcano"): ("ground", "plume"),
    ("beach", "pebbles"): ("stone", "sea"),
}
"""What each place is known by, named as its objects are."""


def stand(setting: str, place: str) -> Vector:
    """Build a place around somebody; where the lens is that looks along +y."""
    clear()
    told = Environment(setting=setting, place=(place,) if place else ()).model_dump(mode="json")
    made = plan(told, 0.5)
    eye = (0.0, -4.2, made.camera_z or 1.4)
    view = View(eye, (0.0, 1.0, 0.0), np.radians(54), np.radians(37), 4.2)
    bpy.context.scene.camera = None
    build(made, told, view, seed=7, time="morning", hour=10.0, extent=0.5, things=frozenset(("person",)), tall=1.7)
    bpy.context.view_layer.update()
    return Vector(eye)


CLEAR = ("pane", "panes", "doors", "fence", "fronts clear", "sash")


def seen(eye: Vector, across: int, down: int) -> Counter[str]:
    """How many of so many rays meet each of the place's objects first; what is clear is looked through."""
    met: Counter[str] = Counter()
    graph = bpy.context.evaluated_depsgraph_get()
    for u in np.linspace(-0.5, 0.5, across):
        for v in np.linspace(-0.335, 0.335, down):
            start, name = eye, "sky"
            way = Vector((float(u), 1.0, float(v))).normalized()
            for _ in range(4):
                hit, at, _, _, o, _ = bpy.context.scene.ray_cast(graph, start, way)
                name = o.name.split(".")[0] if hit else "sky"
                if name not in CLEAR:
                    break
                start = at + way * 1e-3
            met[name] += 1
    return met


@pytest.mark.parametrize(("setting", "place"), PARTS)
def test_a_place_is_known_by_its_parts_around_somebody(setting, place):
    eye, parts = stand(setting, place), PARTS[setting, place]
    coarse = seen(eye, 27, 18)
    if all(coarse[part] for part in parts):
        return
    fine = seen(eye, 54, 36)  # what is thin falls between a few rays
    missing = [part for part in parts if fine[part] < 3]
    assert not missing, f"{missing} of {fine.most_common(14)}"
