# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast: every subject of the scene built, sized and dressed, once for each of its count; and placed.

scene → actors (Built + Item) → ties between items → placements → objects standing in Blender's scene
"""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np
from mathutils import Matrix

from diorama_catalogue import Tag, thing
from diorama_stage.arrange import Item, Placement, Tie
from diorama_stage.arrange.data import Hollow, Level
from diorama_stage.dress import dress
from diorama_stage.kit import Built, Spec
from diorama_stage.kit.build import vertices
from diorama_stage.people import cast_person, is_person
from diorama_stage.props import registry
from diorama_stage.tip import lies, piled, tip

LIGHT = 0.06
"""Of other things, the share of their height."""
INDOORS = frozenset(("cafe", "kitchen", "living_room", "bedroom", "office", "library", "workshop", "plain_room", "railway_platform"))
"""Where people sit on a chair though none is told of."""
FELT = 5000
"""Points that tell the form of a thing to what comes to rest on it."""
AROUND = np.random.default_rng(0).normal(size=(240, 3))
"""Directions in which outermost points are looked for."""
BETWEEN_ALL = ("left_of", "right_of", "behind", "in_front_of")


@dataclass
class Actor:
    """One instance of a subject."""

    id: str
    subject: str
    index: int
    """Pass index of its objects, from 1."""
    built: Built
    item: Item
    factors: tuple[float, float, float]
    upside_down: bool = False
    piled: bool = False
    """One of a stack: its fellows may cover it."""

    def box(self) -> tuple[np.ndarray, np.ndarray]:
        """Its bounding box in the world, low and high corners."""
        bpy.context.view_layer.update()
        points = np.concatenate([_world(o) for o in self.built.objects if not o.get("beyond")])
        return points.min(axis=0), points.max(axis=0)

    def mark(self, name: str) -> np.ndarray:
        """A point of a person's body (see `Built.marks`) in the world, (3,)."""
        m = np.asarray(self.built.root.matrix_world)
        return m[:3, :3] @ self.built.marks[name] + m[:3, 3]

    def outline(self, above: float = -np.inf) -> np.ndarray:
        """Its outermost points in the world that lie `above` a height, metres, (n, 3): what a frame must hold."""
        points = np.concatenate([_world(o) for o in self.built.objects if not o.get("beyond")])
        points = points[points[:, 2] >= min(above, points[:, 2].max())]
        return points[np.unique((points @ AROUND.T).argmax(axis=0))]


def _world(object: bpy.types.Object) -> np.ndarray:
    points = vertices(object)
    m = np.asarray(object.matrix_world)
    return points @ m[:3, :3].T + m[:3, 3]


def cast(scene: dict, seed: int, tell=lambda *_: None) -> list[Actor]:
    """Build every instance of every subject. Seeds are by subject, so that a change to one leaves the others as they are."""
    actors: list[Actor] = []
    clad = worn(scene)
    wanted = [(subject, k) for subject in scene["subjects"] if subject["id"] not in clad for k in range(subject["count"])]
    for index, (subject, k) in sorted(enumerate(wanted, 1), key=lambda w: 2 * is_person(w[1][0]) + (Tag.AS_LONG_AS_ITS_LOAD in thing(w[1][0]["thing"]).tags)):
        tell(len(actors) / len(wanted), f"building {subject['noun']}")
        if is_person(subject):  # last: a seat is as high as it is
            actors.append(_person(subject, k, seed, index, scene, actors))
        else:
            actors.append(_actor(subject, k, seed, index, scene, _borne(subject, scene, actors) if Tag.AS_LONG_AS_ITS_LOAD in thing(subject["thing"]).tags else 0.0))
    return sorted(actors, key=lambda a: a.index)


def _borne(subject: dict, scene: dict, actors: list[Actor]) -> float:
    """Width of what is said to rest on it, side by side, metres."""
    on = {r["subject"] for r in scene["relations"] if r["kind"] == "on" and subject["id"] in r["objects"]}
    return sum(2 * a.item.half_x for a in actors if a.subject in on)


def worn(scene: dict) -> dict[str, str]:
    """Clothes that people have on: garment → who wears it. What is printed on is shown as a thing of its own."""
    of = {s["id"]: s for s in scene["subjects"]}
    return {
        o: r["subject"] for r in scene["relations"] if r["kind"] == "wearing" and of.get(r["subject"], {}).get("thing") == "doll_person"
        for o in r["objects"] if o in of and thing(of[o]["thing"]).worn_on and not of[o]["labels"]
    }  # fmt: skip


def _clad(subject: dict, scene: dict) -> tuple[dict[str, dict], frozenset[str]]:
    """The surfaces of a person's clothes by the figure's parts, and words for which clothes these are."""
    surfaces, words, clad = {}, set(), worn(scene)
    for garment in (s for s in scene["subjects"] if clad.get(s["id"]) == subject["id"]):
        words.add(f"in_{garment['thing']}")
        surface = garment["surface"]
        if surface["colours"] or surface["material"] or surface["pattern"]:
            whole = garment["thing"] == "jacket" and "suit" in garment["variants"]
            surfaces |= dict.fromkeys(thing(garment["thing"]).worn_on + (("trousers",) if whole else ()), surface)
    return surfaces, frozenset(words)


def _actor(subject: dict, k: int, seed: int, index: int, scene: dict, bears: float = 0.0) -> Actor:
    number = (seed * 7919 + sum(ord(c) * 131**i for i, c in enumerate(subject["id"]))) % 2**31
    clothes, wears = _clad(subject, scene)
    # Copies of one thing share the kind of variant (a set of bottles) but not their small differences.
    spec = Spec(
        subject["thing"], number + (k * 104729 if Tag.ROLLS in thing(subject["thing"]).tags or Tag.UNLIKE in thing(subject["thing"]).tags or subject["count"] > 4 else 0), subject["shape"], _states(subject, scene),
        frozenset(subject["styles"]) | wears, tuple(subject["labels"]), subject["contents"], subject["surface"]["material"],
        tuple((p["name"], p["surface"]["material"]) for p in subject["parts"] if p["surface"]["material"]), frozenset(subject["variants"]), tuple(c["hex"] for c in subject["surface"]["colours"]), bears, tuple(subject["depicts"]),
    )  # fmt: skip
    built = registry.build(spec)
    size = subject["size"]
    scale = size["scale"] * (_varied(number, k, subject["count"]) if "varied" in spec.states else 1.0)
    factors = (scale * size["width"], scale * size["depth"], scale * size["height"])
    _resize(built, factors)
    if lies(subject["thing"], spec.states, _rests(subject, scene), built):
        tip(built, flat=piled(subject["thing"], spec.states))
    dress(built, subject["surface"], clothes | {p["name"]: p["surface"] for p in subject["parts"]}, seed=number % 1000 + k)
    for o in built.objects:
        o.pass_index = index
    return Actor(f"{subject['id']}.{k}", subject["id"], index, built, _item(f"{subject['id']}.{k}", subject, built, factors), factors, "upside_down" in subject["states"], _stacks(subject, scene))


def _person(subject: dict, k: int, seed: int, index: int, scene: dict, actors: list[Actor]) -> Actor:
    """A person, of flesh: on the seat that they are said to sit on, in the clothes they are said to have on."""
    number = (seed * 7919 + sum(ord(c) * 131**i for i, c in enumerate(subject["id"])) + k * 104729) % 2**31
    clad = worn(scene)
    wears = [s for s in scene["subjects"] if clad.get(s["id"]) == subject["id"]]
    hosts = [o for r in scene["relations"] if r["subject"] == subject["id"] and r["kind"] in ("on", "in") for o in r["objects"]]
    seat = next((max((s.z for s in a.built.supports), default=a.item.height) for a in actors if a.subject in hosts and Tag.SAT_ON in thing(a.item.kind).tags), None)
    states = _states(subject, scene)
    chair = registry.build(Spec("chair", number % 997, variants=frozenset(("bentwood",)))) if seat is None and "chaired" in states else None
    if chair:
        seat = max(s.z for s in chair.supports)
    built = cast_person(subject, scene, wears, states, number, seat)
    if chair:
        dress(chair, seed=number % 1000)
        _under(built, chair)
    for o in (*built.objects, *built.strands):
        o.pass_index = index
    item = _item(f"{subject['id']}.{k}", subject, built, (1.0, 1.0, 1.0))
    return Actor(f"{subject['id']}.{k}", subject["id"], index, built, item, (1.0, 1.0, 1.0))


def _under(built: Built, chair: Built) -> None:
    """Put a chair under who sits: its objects become the person's."""
    hip, turn = built.marks["hip"], built.marks["right_eye"] - built.marks["left_eye"]
    move = Matrix.Translation((hip[0], hip[1] + 0.03, 0)) @ Matrix.Rotation(float(np.arctan2(-turn[1], -turn[0])), 4, "Z")
    for o in chair.objects:
        o.data.transform(move)
        o.parent = built.root
    built.objects += chair.objects
    built.parts["chair"] = chair.objects
    points = np.concatenate([vertices(o) for o in built.objects])
    built.low, built.high, built.seat = points.min(axis=0), points.max(axis=0), 0.0


def _varied(number: int, k: int, count: int) -> float:
    """How large the k-th of things of different sizes is: evenly spread about their usual size, in no order."""
    return float(np.random.default_rng(number).permutation(np.geomspace(0.7, 1.3, max(count, 2)))[k])


def _rests(subject: dict, scene: dict) -> bool:
    """True if it is said to be on or in something."""
    return any(r["subject"] == subject["id"] and r["kind"] in ("on", "in") for r in scene["relations"])


def _states(subject: dict, scene: dict) -> frozenset[str]:
    """The asked states; what rests on something is closed (an umbrella) or folded (a blanket) unless it is said to be open."""
    states = frozenset(subject["states"])
    rests = any(r["subject"] == subject["id"] and r["kind"] in ("on", "in") and r["objects"][0] != "ground" for r in scene["relations"])
    if thing(subject["thing"]).tags & {Tag.LEANS, Tag.NO_FOOT} and any(r["subject"] == subject["id"] and r["kind"] == "leaning_on" for r in scene["relations"]):
        states |= {"leaning"}  # a straight ladder; on its own it is a stepladder, and a paddle lies
    if subject["thing"] == "sign" and any(r["subject"] == subject["id"] and r["kind"] in ("on", "hanging_from", "against") and "wall" in r["objects"] for r in scene["relations"]):
        states |= {"fascia" if scene["environment"]["setting"] == "shop_front" else "mounted"}
    if subject["thing"] == "map" and any(r["subject"] == subject["id"] and r["kind"] in ("on", "hanging_from", "against") and "wall" in r["objects"] for r in scene["relations"]):
        states |= {"mounted"}
    if subject["thing"] == "crate" and any(r["kind"] in ("in", "filled_with") and subject["id"] in (r["objects"] if r["kind"] == "in" else [r["subject"]]) for r in scene["relations"]):
        states |= {"filled"}
    seats = {s["id"] for s in scene["subjects"] if Tag.SAT_ON in thing(s["thing"]).tags}
    if subject["thing"] == "doll_person" and "standing" not in states and any(r["subject"] == subject["id"] and r["kind"] in ("on", "in") and r["objects"][0] in seats for r in scene["relations"]):
        states |= {"seated"}
    elif subject["thing"] == "doll_person" and "sitting" in states and not rests and scene["environment"]["setting"] in INDOORS:
        states |= {"seated", "chaired"}
    if Tag.LIT_BY_NIGHT in thing(subject["thing"]).tags and scene["lighting"]["time"] in ("dusk", "blue_hour", "evening", "night"):
        states |= {"lit"}
    if Tag.VEHICLE in thing(subject["thing"]).tags and scene["lighting"]["time"] in ("dusk", "blue_hour", "evening", "night") and "parked" not in states | frozenset(subject["styles"]):
        states |= {"lit"}
    if subject["thing"] == "airplane" and (scene["environment"]["setting"] == "sky" or any(r["subject"] == subject["id"] and r["kind"] in ("above", "in") for r in scene["relations"])):
        states |= {"flying"}
    grows = scene["environment"]["setting"] in ("meadow", "garden", "park", "forest") and not rests
    vased = any(r["subject"] == subject["id"] and r["kind"] == "in" for r in scene["relations"])
    if Tag.DANGLES in thing(subject["thing"]).tags and any(r["subject"] == subject["id"] and r["kind"] == "hanging_from" and "ceiling" in r["objects"] for r in scene["relations"]):
        states |= {"hanging"}
    if Tag.CUT_FLOWER in thing(subject["thing"]).tags and (grows or vased):
        states |= {"upright", "vased"} if vased else {"upright"}
    if subject["thing"] == "sushi" and subject["count"] > 1:
        states |= {"piece"}  # six sushi rolls are six pieces, not six servings
    season = scene["environment"].get("season") or ("winter" if scene["environment"]["setting"] == "snow_field" else None)
    if season and subject["thing"] in ("tree", "bush", "leaf"):
        states |= {season}
    resting = {"umbrella": "closed", "blanket": "folded"}.get(subject["thing"])
    return states | {resting} if resting and rests and not states & {"open", "spread", "draped"} else states


def _resize(built: Built, factors: tuple[float, float, float]) -> None:
    """Scale the meshes themselves, so that materials keep their real scale."""
    if factors == (1.0, 1.0, 1.0):
        return
    matrix = Matrix.Diagonal((*factors, 1))
    for o in built.objects:
        o.data.transform(matrix)
        o.data.update()
    built.low, built.high = built.low * np.asarray(factors), built.high * np.asarray(factors)


def _item(id: str, subject: dict, built: Built, f: tuple[float, float, float]) -> Item:
    low, high, record = built.low, built.high, thing(subject["thing"])
    levels = tuple(
        Level(s.name, s.x0 * f[0], s.x1 * f[0], s.y0 * f[1], s.y1 * f[1], s.z * f[2], s.round, s.headroom * f[2]) for s in built.supports
    )
    form = _form(built, "upside_down" in subject["states"])
    i = built.interior
    hollow = Hollow(i.radius * min(f[0], f[1]), i.z0 * f[2], i.z1 * f[2], i.x * f[0], i.y * f[1]) if i else None
    return Item(
        id, subject["id"], subject["thing"], float(max(-low[0], high[0])), float(max(-low[1], high[1])), float(high[2]), built.footprint == "round",
        levels, hollow, built.lean, built.hang[2] * f[2] if built.hang else None, Tag.ROLLS in thing(subject["thing"]).tags, subject["implied"], Tag.CUT_FLOWER in thing(subject["thing"]).tags, built.seat * f[2],
        LIGHT * float(high[2]) if record.draught is None else record.draught * f[2], built.mount, bool(subject["labels"]), "arranged" in subject["states"] and subject["count"] > 1, _hand(subject["thing"], form), form,
    )  # fmt: skip


def _form(built: Built, upside_down: bool) -> np.ndarray:
    """Points strewn evenly over its surface, and its vertices' extremes, (n, 3), the prop's frame."""
    rng = np.random.default_rng(1)
    clouds = [_strewn(o.data, rng) for o in built.objects]
    area = sum(a for _, a in clouds) or 1.0
    points = np.concatenate([c[: max(int(FELT * a / area), 60)] for c, a in clouds])
    if upside_down:
        points = points * (1, -1, -1) + (0, 0, built.high[2])
    return points.astype(np.float32)


def _strewn(mesh: bpy.types.Mesh, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Points on a mesh's triangles, as many on each as its area asks, and the whole area."""
    mesh.calc_loop_triangles()
    corners = np.empty(len(mesh.loop_triangles) * 3, np.int32)
    mesh.loop_triangles.foreach_get("vertices", corners)
    co = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", co)
    co = co.reshape(-1, 3).astype(float)
    if not len(corners):
        return co, 1e-9
    a, b, c = (co[corners[k::3]] for k in range(3))
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    total = float(areas.sum())
    if total <= 0:
        return co, 1e-9
    picked = np.searchsorted(np.cumsum(areas), np.sort(rng.random(FELT)) * total).clip(0, len(areas) - 1)
    rng.shuffle(picked)
    u, v = rng.random(FELT), rng.random(FELT)
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
    return a[picked] + (b - a)[picked] * u[:, None] + (c - a)[picked] * v[:, None], total


def _hand(kind: str, form: np.ndarray) -> tuple[float, float, float] | None:
    """Where a figure holds things: of those with arms, the outermost of its middle; before the chest of all others."""
    if Tag.HAS_HANDS not in thing(kind).tags:
        return None
    low, high = form.min(axis=0), form.max(axis=0)
    tall = high[2]
    if kind == "doll_person":
        middle = form[(form[:, 2] > 0.42 * tall) & (form[:, 2] < 0.52 * tall)]
        reach = middle[middle[:, 0] > 0.9 * middle[:, 0].max()].mean(axis=0)
        return float(reach[0]), float(reach[1]), float(reach[2])
    return float(0.62 * high[0]), float(0.85 * low[1]), float(0.5 * tall)


def ties(scene: dict, actors: list[Actor]) -> list[Tie]:
    """The scene's relations between subjects, told between instances."""
    of: dict[str, list[str]] = {}
    for a in actors:
        of.setdefault(a.subject, []).append(a.id)
    out: list[Tie] = []
    clad = worn(scene)
    for r in scene["relations"]:
        if r["kind"] == "wearing" and set(r["objects"]) <= set(clad):
            continue
        mine, kind = of.get(r["subject"], []), r["kind"]
        ends = [of.get(o, [o]) for o in r["objects"]]
        if kind == "between":
            flat = [e[0] for e in ends] if len(ends) > 1 else ends[0][:2]
            out += [Tie(m, kind, tuple(flat)) for m in mine]
        elif r["objects"][0] == r["subject"]:
            out += [Tie(m, kind, (mine[i - 1],)) for i, m in enumerate(mine) if i]  # stacked on one another
        elif kind in BETWEEN_ALL:
            out += [Tie(m, kind, (o,)) for m in mine for end in ends for o in end]
        elif kind == "beside" and len(mine) > 2:  # a group beside a thing is no row: the first is at its side, the others near it
            out += [Tie(m, "near" if i else kind, (end[0],)) for end in ends for i, m in enumerate(mine)]
        elif kind == "filled_with":
            out += [Tie(mine[i % len(mine)], kind, (o,)) for end in ends for i, o in enumerate(end)]
        else:
            out += [Tie(m, kind, (end[i % len(end)],)) for end in ends for i, m in enumerate(mine)]
    return _in_frame(_piled(out, scene, of), actors)


def _stacks(subject: dict, scene: dict) -> bool:
    """A stack is asked for, or several pancakes lie on one plate."""
    served = Tag.SYRUPED in thing(subject["thing"]).tags and any(r["subject"] == subject["id"] and r["kind"] == "on" and r["objects"][0] != "ground" for r in scene["relations"])
    return subject["count"] > 1 and ("stacked" in subject["states"] or served)


def _piled(all_ties: list[Tie], scene: dict, of: dict[str, list[str]]) -> list[Tie]:
    """A stack stands on its lowest: the others rest on one another, where they are not round."""
    for subject in scene["subjects"]:
        ids = of.get(subject["id"], [])
        if not _stacks(subject, scene) or Tag.ROLLS in thing(subject["thing"]).tags or any(t.kind == "stacked_on" and t.item in ids for t in all_ties):
            continue
        all_ties = [Tie(t.item, t.kind, tuple(ids[-1] if o in ids and t.kind in ("on", "above") else o for o in t.objects)) for t in all_ties if t.item not in ids[1:]]
        all_ties += [Tie(b, "stacked_on", (a,)) for a, b in zip(ids, ids[1:], strict=False)]
    return all_ties


def _in_frame(all_ties: list[Tie], actors: list[Actor]) -> list[Tie]:
    """Relations to parts of the frame (left, right, foreground, background) as relations to all other things on the ground."""
    turned = {"left": "left_of", "right": "right_of", "foreground": "in_front_of", "background": "behind"}
    carried = {t.item for t in all_ties if t.kind in ("on", "in", "stacked_on") and t.objects[0] not in ("ground", "wall")}
    out = []
    for t in all_ties:
        if t.objects[0] in turned:
            subject = t.item.split(".")[0]
            placed_so = {u.item for u in all_ties if u.objects[0] == t.objects[0]}
            out += [Tie(t.item, turned[t.objects[0]], (a.id,)) for a in actors if a.subject != subject and a.id not in carried and a.id not in placed_so]
        else:
            out.append(t)
    return out


def stand(actors: list[Actor], placements: list[Placement]) -> None:
    """Move every actor to its place."""
    for actor, p in zip(actors, placements, strict=True):
        turn = Matrix.Rotation(np.radians(p.yaw), 4, "Z") @ Matrix.Rotation(np.radians(p.tilt_x), 4, "X") @ Matrix.Rotation(np.radians(p.tilt_y), 4, "Y")
        pivot = Matrix.Identity(4)
        middle = Matrix.Translation((0, 0, actor.item.height / 2))
        if actor.upside_down:
            turn, pivot = turn @ middle @ Matrix.Rotation(np.pi, 4, "X") @ middle.inverted(), Matrix.Identity(4)
        if actor.item.rolls and p.host is not None:
            turn, pivot = middle @ turn @ middle.inverted(), Matrix.Identity(4)
        actor.built.root.matrix_world = Matrix.Translation((p.x, p.y, p.z)) @ turn @ pivot
    bpy.context.view_layer.update()
    _touch(actors, placements)


def _touch(actors: list[Actor], placements: list[Placement]) -> None:
    """Let what tilts on the ground rest on it: lift or lower it so that its lowest point is at its height."""
    for actor, p in zip(actors, placements, strict=True):
        if p.host is None and (p.tilt_x or p.tilt_y) or actor.upside_down:
            low, _ = actor.box()
            actor.built.root.location.z += p.z - float(low[2])
    bpy.context.view_layer.update()
