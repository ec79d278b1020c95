# SPDX-License-Identifier: GPL-3.0-or-later
"""From a scene (JSON) to a Blender scene that is ready to be photographed.

clear → cast → arrange → lens → look (are all subjects seen?) → set → light → composed
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import bpy
import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage import layout, lens, steam
from diorama_stage.arrange import Ground, Placement, arrange
from diorama_stage.arrange.solve import extent as extent_of
from diorama_stage.cast import Actor, cast, stand, ties
from diorama_stage.light import light_scene, sky
from diorama_stage.people import as_things
from diorama_stage.sets import Plan, View, plan
from diorama_stage.shoot import exact
from diorama_stage.shoot.haze import Air, air, prepare
from diorama_stage.shoot.settings import use_cycles
from diorama_stage.visible import shares

SEEN = 0.6
"""Every subject must be visible to this share, unless the words hide it."""
GLIMPSE = 0.14
"""What must be seen of each instance that the words put behind, in or under something."""
LADEN = 0.35
"""What must be seen of what carries, holds or stands behind another thing because the words say so."""
TRIES = 4
HIDING = frozenset(("behind", "in", "under", "filled_with", "covering", "between"))
"""Relations that hide their subject."""
PERSON = "doll_person"
PORTRAITS = {"macro": ("neck", 0.05), "close_up": ("neck", 0.0), "medium_close": ("chest", -0.1), "medium": ("hip", -0.06)}
"""Where a framing cuts a person: so far above a point of the body, metres for an adult."""
BUST = {"macro": 0.16, "close_up": 0.2, "medium_close": 0.32, "medium": 0.55}
"""Share of a standing figure, from the top, that a framing shows: head, bust, half-length; the words for framings come from portraits."""
STAGE = 2.5
"""What bears something is no subject of a close-up if it is this many times as long."""
OUTWARD = 7.0
"""Degrees that the camera looks less far down where there is a view outside to be seen."""
SCREENING = frozenset(("on", "in", "in_front_of", "leaning_on", "stacked_on", "against", "covering", "around", "filled_with", "wearing", "holding", "riding"))
"""Relations that hide a part of their object."""

Tell = Callable[[str, float, str], None]


@dataclass
class Composed:
    actors: list[Actor]
    placements: list[Placement]
    shot: lens.Shot
    plan: Plan
    spread: layout.Spread
    seen: dict[str, float]
    """Visible share by subject, as it was counted."""
    needed: dict[str, float]
    """The share of each that should be seen."""
    tries: int
    seconds: dict[str, float] = field(default_factory=dict)
    ids: np.ndarray | None = None
    """Pass indices seen in the quick look, (h, w) int32, at most 192 pixels long."""
    air: Air | None = None
    room: str | None = None
    """Which room lies behind a table top."""


def clear() -> None:
    """An empty Blender scene; the session's own data (fonts, images in use) goes too."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    if bpy.context.scene.world is None:
        bpy.context.scene.world = bpy.data.worlds.new("world")


def compose(scene: dict, *, seed: int, width: int, height: int, tell: Tell = lambda *_: None) -> Composed:
    """Build everything. Raises NoProp for a thing that no prop builds."""
    clock = _Clock()
    clear()
    use_cycles(width, height, seed)
    scene = _staged(as_things(scene))
    actors = cast(scene, seed, lambda done, text: tell("build", done, text))
    clock.lap("build")
    tell("arrange", 0.0, "arranging")
    made = _arranged(scene, actors, seed, width / height, tell)
    clock.lap("arrange")
    tell("set", 0.0, f"setting: {scene['environment']['setting'].replace('_', ' ')}")
    made.seconds = clock.laps
    _surround(scene, made, seed, clock)
    return made


def _staged(scene: dict) -> dict:
    """The scene as a studio photographer sets it up: a surface and another backdrop mean a table before a backdrop; a dark backdrop means little fill."""
    environment, lighting = scene["environment"], scene["lighting"]
    ground, backdrop = environment["ground"], environment["backdrop"]
    if environment["setting"] == "studio" and (ground["material"] or ground["colours"]) and (backdrop["material"] or backdrop["colours"]):
        environment = {**environment, "ground_shape": "table"}
    dark = backdrop["colours"] and sum(int(backdrop["colours"][0]["hex"][i : i + 2], 16) for i in (1, 3, 5)) < 180
    if dark and lighting["mood"] == "natural" and environment["setting"] in ("studio", "tabletop", "plain_room"):
        lighting = {**lighting, "mood": "low_key"}
    if _afloat(scene):
        environment = {**environment, "ground_shape": "water"}
    return {**scene, "environment": environment, "lighting": lighting, "relations": [*scene["relations"], *_named(scene)]}


def _named(scene: dict) -> list[dict]:
    """A sign that stands nowhere else is the shop's own: it hangs over the shop front."""
    if scene["environment"]["setting"] != "shop_front":
        return []
    placed = {r["subject"] for r in scene["relations"]}
    return [{"subject": s["id"], "kind": "on", "objects": ["wall"]} for s in scene["subjects"] if s["thing"] == "sign" and s["id"] not in placed]


def _afloat(scene: dict) -> bool:
    """The things are in open water: the words put one there, or it is a boat that nothing says is ashore."""
    if scene["environment"]["setting"] not in ("lake", "sea"):
        return False
    at_water = {r["kind"] in ("on", "in") for r in scene["relations"] if "water" in r["objects"]}
    ashore = any("ground" in r["objects"] for r in scene["relations"])
    return at_water == {True} or (not at_water and not ashore and any(s["thing"] in ("boat", "sailboat") for s in scene["subjects"]))


class _Clock:
    def __init__(self):
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = round(now - self._last, 3)
        self._last = now


def _arranged(scene: dict, actors: list[Actor], seed: int, aspect: float, tell: Tell) -> Composed:
    """Arrange and frame, look through the lens, and arrange again if a subject is not seen; the best of the tries stays."""
    asked = ties(scene, actors)
    expected = _expected(scene["relations"]) | dict.fromkeys(_stages(scene, actors) | _busts(scene, actors), GLIMPSE)
    best: Composed | None = None
    held = {name.split(".")[0] for name in (scene.get("layout") or {}).get("places", {})}
    new, short = {a.subject for a in actors} - held, []
    for attempt in range(TRIES):
        if attempt == TRIES - 1 and set(short) & new:  # the kept viewpoint has no room for what was added: step back
            scene = layout.unframed(scene)
        placements, place, shot, space = _attempt(scene, actors, asked, seed + attempt * 1_000_003, aspect, lift=8.0 * attempt)
        if not actors:
            lens.mount(shot)
            return Composed(actors, placements, shot, place, space, {}, {}, 1)
        lens.mount(shot)
        ids = exact(_small()).ids
        seen = shares(actors, ids, shot)
        needed = {s: expected.get(s, SEEN) for s in seen}
        short = [s for s in seen if seen[s] < needed[s]]
        if best is None or _worst(seen, needed) > _worst(best.seen, best.needed):
            best = Composed(actors, placements, shot, place, space, seen, needed, attempt + 1, ids=ids)
        if not short or not new and scene.get("layout"):  # what stays as it is would only be seen the same way again
            break
        tell("arrange", attempt / TRIES, "arranging again: " + ", ".join(short) + " was hidden")
    stand(actors, best.placements)
    for camera in [o for o in bpy.data.objects if o.type == "CAMERA"]:
        bpy.data.objects.remove(camera)
    lens.mount(best.shot)
    return best


def _expected(relations: list[dict]) -> dict[str, float]:
    """The share to be seen of those subjects that the words hide."""
    laden = {o: LADEN for r in relations if r["kind"] in SCREENING for o in r["objects"]}
    return laden | {r["subject"]: GLIMPSE for r in relations if r["kind"] in HIDING}


def _busts(scene: dict, actors: list[Actor]) -> set[str]:
    """People of whom the framing shows a part."""
    return {a.subject for a in actors if a.item.kind == PERSON} if scene["camera"]["framing"] in BUST else set()


def _stages(scene: dict, actors: list[Actor]) -> set[str]:
    """Subjects that, seen this near, are but what the picture's subject stands on: the rock under a ring, the barrel under a bottle whose label is to be read."""
    framing = scene["camera"]["framing"]
    near = framing in ("macro", "close_up")
    read = {s["id"] for s in scene["subjects"] if s["labels"]} if framing in ("medium", "medium_close") else set()
    long = {a.subject: max(a.item.half_x, a.item.half_y, a.item.height / 2) for a in actors}
    racks = {s["id"] for s in scene["subjects"] if Tag.RACK in thing(s["thing"]).tags} if framing in ("medium", "full") else set()
    carried = [(r["subject"], r["objects"][0]) for r in scene["relations"] if r["kind"] == "on" and r["objects"][0] in long and (near or r["subject"] in read or r["objects"][0] in racks)]
    return {host for one, host in carried if long[host] > STAGE * long[one]}


def _small() -> float:
    """Share of the resolution for a quick look: 192 pixels on the long side."""
    render = bpy.context.scene.render
    return min(192 / max(render.resolution_x, render.resolution_y), 1.0)


def _worst(seen: dict[str, float], needed: dict[str, float]) -> float:
    """How far the least visible subject is from what it needs; 1 is enough."""
    return min([min(share / needed[s], 1.0) for s, share in seen.items()], default=1.0)


def _attempt(scene: dict, actors: list[Actor], asked: list, seed: int, aspect: float, lift: float):
    """One arrangement: placements, plan, shot and spread. What the layout holds stays as it is."""
    items = [a.item for a in actors]
    fixed, wanted, kept = layout.places(scene, items), layout.wanted(scene, items), layout.spread(scene)
    camera = scene["camera"]
    rough = kept.radius if kept else sum(max(i.half_x, i.half_y) for i in items if not i.implied)
    place = plan(scene["environment"], rough)
    overhead = camera["angle"] == "overhead"
    on_wall = {t.item for t in asked if "wall" in t.objects}
    wall = kept.wall if kept and kept.wall is not None else rough * 1.2 + 0.2
    ground = Ground(place.half_x * 4, -50, 50, wall if on_wall else None, overhead, 89.0 if overhead else lens.TILT[camera["angle"]], aspect, place.shape == "water", place.shape == "terrain", 0.5 if place.shape == "table" else 1.4, _heading(scene["environment"]))
    placements = layout.rounded(arrange(items, asked, ground, seed, fixed=fixed, wanted=wanted, outside=layout.outside(scene, aspect)))
    stand(actors, placements)
    boxes = {a.id: a.box() for a in actors}
    if boxes and not fixed and not wanted:
        placements, boxes, wall = _centred(actors, placements, boxes, wall)
    if boxes:
        radius = kept.radius if kept else round(_radius(boxes), layout.DIGITS)
        place = plan(scene["environment"], radius)
        if on_wall and wall is not None:
            place = replace(place, wall_y=wall, back_y=min(place.back_y, wall) if not place.table else place.back_y)
    shot = _framed(scene, actors, boxes, place, aspect, lift)
    return placements, place, shot, kept or layout.rounded_spread(_spread(actors, placements, boxes, wall if on_wall else None))


def _heading(environment: dict) -> float | None:
    """How roads run here: away from the lens in a street, across the picture in open land (see `sets.road`)."""
    if environment["setting"] in ("street", "shop_front"):
        return 60.0 if environment["setting"] == "street" else 0.0
    return 0.0 if "road" in environment["place"] else None


def _hung(scene: dict, made: Composed) -> tuple[float, float, float, float] | None:
    """Where signs hang free over the ground: x low and high, y, z of the top. A street brings a house to hang them from."""
    above = {r["subject"] for r in scene["relations"] if r["kind"] in ("above", "hanging_from") and r["objects"][0] == "ground"}
    boxes = [a.box() for a in made.actors if a.subject in above and a.item.kind in ("neon_sign", "sign")]
    if not boxes:
        return None
    low, high = np.min([b[0] for b in boxes], axis=0), np.max([b[1] for b in boxes], axis=0)
    return (float(low[0]), float(high[0]), float(low[1] + high[1]) / 2, float(high[2]))


def _centred(actors: list[Actor], placements: list[Placement], boxes: dict, wall: float | None):
    """Everything moved so that the middle of the group is at the origin."""
    low, high = _corners(boxes)
    dx, dy = float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2
    placements = layout.rounded([replace(p, x=p.x - dx, y=p.y - dy) for p in placements])
    stand(actors, placements)
    return placements, {a.id: a.box() for a in actors}, None if wall is None else wall - dy


def _corners(boxes: dict) -> tuple[np.ndarray, np.ndarray]:
    return np.min([b[0] for b in boxes.values()], axis=0), np.max([b[1] for b in boxes.values()], axis=0)


def _radius(boxes: dict) -> float:
    low, high = _corners(boxes)
    return max(float(np.hypot(*(high - low)[:2])) / 2, 1e-3)


def _spread(actors: list[Actor], placements: list[Placement], boxes: dict, wall: float | None) -> layout.Spread:
    """The room the subjects take; an empty picture is lit as if something stood in its middle."""
    reach = extent_of([a.item for a in actors], placements)
    if not boxes:
        return layout.Spread(0.5, reach, wall, (0.0, 0.0, 1.0), 0.1)
    centre = np.mean([(low + high) / 2 for low, high in boxes.values()], axis=0)
    lit = max([float(np.linalg.norm(high - low)) / 2 for low, high in boxes.values()] + [reach, 0.1])
    return layout.Spread(_radius(boxes), reach, wall, tuple(centre), lit)


def _framed(scene: dict, actors: list[Actor], boxes: dict, place: Plan, aspect: float, lift: float) -> lens.Shot:
    """The shot: from the layout's viewpoint, or so that the subjects fill the frame as asked, `lift` degrees higher."""
    camera = scene["camera"]
    stages = _stages(scene, actors)
    shown = [a for a in actors if not a.item.implied and a.subject not in stages] or actors
    bust = BUST.get(camera["framing"], 1.0)
    boxes = boxes | {a.id: _portrait(a, boxes[a.id], camera["framing"]) if a.built.marks else _upper(boxes[a.id], bust) for a in shown if a.item.kind == PERSON}
    main = [boxes[a.id] for a in shown]
    if main and min(b[0][2] for b in main) > 1.5:  # what hangs over the ground is photographed with some of the ground: on a wet street, so much that its mirror image shows
        main = [(np.array([*b[0][:2], b[0][2] * (0.3 - 0.8 * min(scene["environment"]["wetness"], 1.0))]), b[1]) for b in main]
        points = None
    else:
        points = np.concatenate([*[lens.corners(*boxes[a.id]) if a.built.marks and bust < 1 else a.outline(above=boxes[a.id][0][2]) for a in shown], steam.room(actors, scene)]) if main else None
    focused = next((a for a in actors if a.subject == camera["focus"]), None) or next((a for a in shown if a.built.marks), None)
    focus = (_eyes(focused, camera["azimuth"]) if focused.built.marks else boxes[focused.id]) if focused else None
    eye = None if place.camera_z is None else (0.0, -min(place.reach * 0.3, 4.0), place.camera_z)
    lifted = camera["angle"] in ("slightly_high", "eye_level") and bool(main)
    shot = lens.frame(camera, main, aspect, points=points, focus_box=focus, camera_low=place.camera_low, eye=eye, lift=lift - OUTWARD * (place.setting == "windowsill") if lifted else 0.0)
    shot = layout.rounded_shot(layout.stood(scene, shot, aspect))
    if not main:
        return shot
    return replace(shot, focus_distance=lens.depth_of(shot, main[0] if focus is None else focus))


def _portrait(actor: Actor, box, framing: str):
    """The part of a person that a framing shows: from a line across the body to above the hair, arms held wide left out of it."""
    if framing not in PORTRAITS:
        return box
    name, above = PORTRAITS[framing]
    low, high = box
    eyes, chin = (actor.mark("left_eye") + actor.mark("right_eye")) / 2, actor.mark("chin")
    head = max(float(np.linalg.norm(actor.mark("crown") - chin)), 0.05)
    foot = actor.mark(name)[2] + above * head / 0.24
    half = head * {"macro": 0.42, "close_up": 0.55, "medium_close": 1.0, "medium": 1.3}[framing]
    return np.array([eyes[0] - half, eyes[1] - 0.1, min(foot, chin[2] - 0.2 * head)]), np.array([eyes[0] + half, eyes[1] + 0.15, high[2]])


def _eyes(actor: Actor, azimuth: float):
    """The eye that is nearer to the lens, as a box without size."""
    a = np.radians(azimuth)
    eye = min((actor.mark("left_eye"), actor.mark("right_eye")), key=lambda p: float(p @ (-np.sin(a), np.cos(a), 0)))
    return eye, eye


def _upper(box, share: float):
    """The upper share of a box: a head, a bust, a half-length."""
    low, high = box
    return np.array([*low[:2], high[2] - share * (high[2] - low[2])]), high


def _covers(actors: list[Actor]) -> tuple[tuple[float, float, float, float], ...]:
    """Ground that thin, wide things (blankets, rugs) lie on: x0, x1, y0, y1. Grass does not grow through them."""
    boxes = [a.box() for a in actors if a.item.height < 0.12 and a.item.half_x * a.item.half_y > 0.06]
    return tuple((low[0], high[0], low[1], high[1]) for low, high in boxes if low[2] < 0.02)


def _surround(scene: dict, made: Composed, seed: int, clock: _Clock) -> None:
    """The set around the subjects, and the light."""
    from diorama_stage.sets import build

    environment, lighting = scene["environment"], scene["lighting"]
    shot, place = made.shot, replace(made.plan, hung=_hung(scene, made))
    distance = float(np.linalg.norm(np.asarray(shot.target) - np.asarray(shot.eye)))
    view = View(tuple(shot.eye), tuple(shot.forward), float(np.radians(shot.fov_x)), float(np.radians(shot.fov_y)), distance)
    dressing = build(place, environment, view, seed=seed, time=lighting["time"], hour=lighting["hour"], extent=made.spread.reach, mood=lighting["mood"], things=frozenset(a.built.kind for a in made.actors), room=(scene.get("layout") or {}).get("room"), covers=_covers(made.actors))
    made.room = dressing.room
    if place.indoor and place.setting != "windowsill" and any(x["role"] == "key" for x in lighting["lights"]):
        dressing.give_way()
    steam.rise(made.actors, scene, shot.eye, seed)
    clock.lap("set")
    objects = [o for a in made.actors for o in a.built.objects]
    emitters = [e for a in made.actors for e in _emitters(a, scene)]
    chosen = sky(environment, lighting, indoor=place.indoor and not place.sky, camera_azimuth=scene["camera"]["azimuth"])
    light_scene(
        chosen, lighting, centre=np.asarray(made.spread.centre), extent=made.spread.lit, indoor=place.indoor, studio=place.setting == "studio", camera_azimuth=scene["camera"]["azimuth"],
        subjects=objects, near=_near(dressing.objects, made.spread.reach), windows=dressing.windows, practicals=[*dressing.practicals, *emitters], emitters=emitters,
    )  # fmt: skip
    made.air = air(environment["haze"], horizon=place.horizon, base=place.water_z or place.floor_z, eye=shot.eye, sun=chosen.sun, elevation=chosen.elevation)
    prepare(made.air)
    clock.lap("light")


def _near(objects: list, reach: float) -> list:
    """Objects of the set that begin no farther back than the subjects: the surface they stand on, not the walls behind."""
    bpy.context.view_layer.update()
    return [o for o in objects if o.type == "MESH" and min((o.matrix_world @ _vector(*c)).y for c in o.bound_box) < reach]


@dataclass(frozen=True)
class Lamp:
    """An emitter of a prop, in the world."""

    x: float
    y: float
    z: float
    radius: float
    kelvin: float
    watts: float
    group: str
    """The subject that gives this light."""
    colour: str | None = None


def _emitters(actor: Actor, scene: dict) -> list[Lamp]:
    strength = next((x["strength"] for x in scene["lighting"]["lights"] if x["subject"] == actor.subject), 1.0) * scene["lighting"]["levels"].get(actor.subject, 1.0)
    kelvin = next((x["kelvin"] for x in scene["lighting"]["lights"] if x["subject"] == actor.subject), None)
    out = []
    for e in actor.built.emitters:
        f = actor.factors
        p = actor.built.root.matrix_world @ _vector(e.x * f[0], e.y * f[1], e.z * f[2])
        out.append(Lamp(p[0], p[1], p[2], e.radius * f[0], kelvin or e.kelvin, e.watts * strength, actor.subject, e.colour if kelvin is None else None))
    return out


def _vector(x: float, y: float, z: float):
    from mathutils import Vector

    return Vector((x, y, z))
