# SPDX-License-Identifier: GPL-3.0-or-later
"""A four-footed animal: skeleton in the pose → flesh → one skin → colours → eyes → fur."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field, replace
from functools import lru_cache

import bpy
import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.animals import coat, eyes, flesh, fur, kinds, rig, surface, wings
from diorama_stage.animals.rings import Figure
from diorama_stage.animals.unposed import Rest, rest_of
from diorama_stage.kit.mesher import mesh
from diorama_stage.kit.sculpt import Clay, normals
from diorama_stage.props.figures.skeletons import parts as rows_of


@dataclass
class Made:
    """Objects by part, strands, and points by name, metres, the animal's frame."""

    parts: dict[str, list[bpy.types.Object]] = field(default_factory=dict)
    strands: list[bpy.types.Object] = field(default_factory=list)
    marks: dict[str, np.ndarray] = field(default_factory=dict)
    head: np.ndarray | None = None
    """Points of the head (n, 3), with its ears, horns and bill; None of bodies of which it is no part of its own."""
    figure: Figure | None = None
    """What clothes are cut to; None of bodies that wear none."""


NEARER = 1.6
"""How many times as fine the skin of a head is that fills the picture."""
LASHED, LID_TONE, RIM_TONE = 60, 0.5, 0.07
"""Of how many vertices next to an eye its lids take their colour; how light they are by it, and along their edges."""
ABREAST, STRIDE = 0.44, 0.5
"""How far behind the first a second rider sits, and how far from the middle a foot comes, at most, metres."""


@dataclass(frozen=True)
class Wish:
    """What is asked of an animal."""

    kind: str
    pose: str = "standing"
    seed: int = 0
    near: bool = False
    layers: tuple[dict, ...] = ()
    """Layers over the kind's own coat: asked colours and markings."""
    size: float = 1.0
    shape: dict = field(default_factory=dict)
    """Of the kind's table, what is otherwise."""
    turn: float = 0.0
    """Degrees that the head is turned to the animal's left."""
    strands: int = 0
    """How many at most; 0: as the distance asks."""
    coated: bool = False
    """It has a coat on, under which no hair stands."""
    tone: float = 1.0
    """How light its coat is by that of its kind."""
    carries: bool = False
    """It has something in its jaws or claws."""


def beast(wish: Wish) -> Made:
    shape = {**kinds.kind(wish.kind), **wish.shape}
    still = {k: v for k, v in shape.items() if k not in ("coat", "fur", "iris", "nose")}
    body = replace_wish(_body(json.dumps(still, sort_keys=True), kinds.able(wish.pose, shape), wish.turn, wish.size, wish.near), wish, shape)
    made = Made()
    body.dress(made)
    posed, scale = body.posed, body.scale
    made.marks = {
        "left_eye": body.balls[0][0],
        "right_eye": body.balls[1][0],
        "crown": posed.points["head"] * scale + posed.head @ np.array([0, 0, 0.2 * shape["head"]["length"] * scale]),
    }
    if shape.get("wings"):
        _winged(made, shape, posed, scale, wish)
    dz, r = rig.section(shape, 0.6)
    p, turn = posed.line(0.6)
    made.head = body.points[body.rest.share("head") > 0.5]
    made.marks["back"] = (p + turn[:, 2] * (dz + r)) * scale
    made.marks |= body.bearing()
    made.figure = replace(body.figure(), seat=made.marks["seat"])
    return made


def replace_wish(body: _Body, wish: Wish, shape: dict) -> _Body:
    """The same flesh for another wish: coat, fur and seed may differ."""
    out = copy.copy(body)
    out.wish, out.shape = wish, shape
    return out


@lru_cache(maxsize=10)
def _body(shape_json: str, pose_name: str, turned: float, size: float, near: bool) -> _Body:
    """Flesh and skin of a shape in a pose, without its colours: the same for all of a herd that stand so. `near`: the head in finer cells."""
    shape = json.loads(shape_json)
    pose = dict(kinds.poses()[pose_name])
    pose["turn"] = pose.get("turn", 0.0) + turned
    still, posed = rig.quadruped(shape, {}), rig.quadruped(shape, pose)
    scale = shape["height"] * size / rig.withers(still, shape)
    rows, at, head_row = kinds.head(shape["head"]["rows"])
    if "muzzle" in shape["head"]:
        rows, at, head_row = kinds.shortened(rows, at, head_row, shape["head"]["muzzle"])
    parts = flesh.quadruped(posed, shape, scale)
    own, balls, frame = flesh.head(posed, shape, list(rows), at, scale)
    masses = _masses(posed, shape, scale)
    low, high = np.min([p.bounds()[0] for p in own], axis=0), np.max([p.bounds()[1] for p in own], axis=0)
    fine = shape["head"].get("cell", max(shape["head"]["length"] / 46, 0.5)) * scale / (NEARER if near else 1.0)
    clay = Clay([*parts, *masses, *own], 1.7 * scale, [(low, high, fine)], floor=None if pose.get("lift") else 0.0)
    points, quads = clay.skin()
    n = normals(points, quads)
    rest = rest_of(points, n, posed, still, scale, frame)
    balls = eyes.seated(balls, [_aim(posed, head_row, balls, k) for k in (0, 1)], points)
    return _Body(shape, points, quads, n, rest, clay, own, list(rows), balls, scale, head_row, masses, posed, pose)


def _winged(made: Made, shape: dict, posed: rig.Rig, scale: float, wish: Wish) -> None:
    """Wings at the shoulders, in the colour of the coat."""
    dz, r = rig.section(shape, 0.9)
    p, turn = posed.line(0.84)
    root = p + turn[:, 2] * (dz + 0.55 * r)
    colour = np.array(coat.linear(shape["coat"][0]["colour"])[:3])
    if shape["wings"] == "feathered":
        made.parts["wings"] = wings.feathered(root, turn, 0.45 * r, 150, colour, scale, np.random.default_rng(wish.seed), wish.seed)
    else:
        made.parts["wings"] = wings.membrane(root, turn, 0.5 * r, 210, colour, colour * np.array([0.8, 0.62, 0.55]), scale, wish.seed)


def _masses(posed: rig.Rig, shape: dict, scale: float) -> list:
    out = []
    for row in shape.get("masses", ()):
        out += rows_of([row], flesh.at(posed, row["in"], scale))
    return out


def _aim(posed: rig.Rig, head_row: dict, balls: list[tuple[np.ndarray, float]], k: int) -> np.ndarray:
    """Eyes look out of the head, more to the side the more they stand there."""
    middle, other = balls[k][0], balls[1 - k][0]
    side = (middle - other) / max(float(np.linalg.norm(middle - other)), 1e-9)
    return posed.head @ np.array([0, -1.0, 0.0]) + side * head_row.get("aside", 0.75)


class _Body:
    """A skin with all that lies on it."""

    def __init__(self, shape, points, quads, n, rest: Rest, clay: Clay, own, rows, balls, scale, head_row, masses, posed: rig.Rig, pose: dict):
        self.wish, self.posed, self.pose = Wish(""), posed, pose
        self.shape, self.points, self.quads, self.normals, self.rest, self.scale, self.balls = shape, points, quads, n, rest, scale, balls
        self.head_row, self.masses = head_row, masses
        of_head = rest.share("head") > 0.5
        self.reach = float(-rest.head[of_head, 1].min()) if of_head.any() else 1.0
        """How far the muzzle is before the head's root, in units of its rows: of the head alone, for a lowered one looks at the feet."""
        self.toned, self.tone = self._tones(clay)
        self.marks = self._marks(own, rows)

    def _tones(self, clay: Clay) -> tuple[np.ndarray, np.ndarray]:
        tones = clay.tones(self.points)
        return np.clip(np.abs(tones - 1).max(axis=1) / 0.3, 0, 1), tones

    def _marks(self, own, rows) -> dict[str, np.ndarray]:
        """Shares of named places: ears, eyes, nose, mane, hooves, udder."""
        p, rest = self.points, self.rest
        x, y, z = p.astype(np.float32).T
        ears = np.full(len(p), 9.0)
        flags = [r for r in rows for _ in ((0, 1) if r.get("both") else (0,))]
        for part, row in zip(own, flags, strict=True):
            if not part.cut and row.get("both") and not row.get("horn") and ("thin" in row or row.get("mark")) and "tone" not in row:
                ears = np.minimum(ears, part.distance(x, y, z))
        out = {"ears": 1 - coat.smooth(ears, 0.0, 0.9 * self.scale)}
        far = np.min([np.linalg.norm(p - m, axis=1) / r for m, r in self.balls], axis=0)
        rest.eyes = far
        out["eyes"] = np.clip(1 - (far - 1.2) / 0.6, 0, 1)
        h = rest.head
        nose = self.head_row.get("nose")
        out["nose"] = (
            1 - coat.smooth(np.linalg.norm((h - nose[:3]) / nose[3:6], axis=1), 0.75, 1.1)
            if nose
            else self.toned * coat.smooth(-h[:, 1], 0.7 * self.reach, 0.8 * self.reach)
        )
        out["lips"] = self._lips(own, flags, x, y, z)
        reach = self.reach
        back = coat.smooth(h[:, 1], -0.34 * reach, -0.16 * reach) * rest.share("head")
        front = (
            coat.smooth(-rest.at[:, 1], 0.72 * self.shape["length"], 0.95 * self.shape["length"])
            * rest.share("chest", "fore_left_s", "fore_right_s", "fore_left_0", "fore_right_0")
            * coat.smooth(rest.at[:, 2], 44, 62)
        )
        out["mane"] = np.clip(rest.share("neck1", "neck2") + back + front, 0, 1) * (1 - out["ears"])
        feet = rest.share(*(f"{leg}_3" for leg in rig.LEGS))
        low = rest.leg("fore", "hind")
        out["hoof"] = coat.smooth(low, 0.88, 0.9) * coat.smooth(feet, 0.4, 0.6) if self.shape["foot"] == "hoof" else np.zeros(len(p))
        udder = np.full(len(p), 9.0)
        for part, row in zip(self.masses, self.shape.get("masses", ()), strict=False):
            if row.get("colour") == "udder":
                udder = np.minimum(udder, part.distance(x, y, z))
        out["udder"] = 1 - coat.smooth(udder, -1.0 * self.scale, 1.0 * self.scale)
        return out

    def _lips(self, own, flags, x, y, z) -> np.ndarray:
        """The line of the mouth: along what is cut out of the muzzle lengthwise."""
        far = np.full(len(x), 9.0)
        for part, row in zip(own, flags, strict=True):
            run = np.array(row.get("limb", [[0, 0, 9, 0]]), float)
            if part.cut and (run[:, 1:3].mean(axis=0) < 0).all() and not row.get("thin"):
                far = np.minimum(far, part.distance(x, y, z))
        return 1 - coat.smooth(far, 0.15 * self.scale, 0.8 * self.scale)

    def dress(self, made: Made) -> None:
        s, w, posed, pose = self.shape, self.wish, self.posed, self.pose
        rng = np.random.default_rng(w.seed)
        marks = self.marks
        near_eye = np.clip(1 - (self.rest.eyes - 1.0) / 0.5, 0, 1) if pose.get("eyes") != "closed" else self._lids()
        layers = [*s["coat"], *w.layers]
        colours = np.clip(coat.coat(self.rest, layers, w.seed, marks) * w.tone, 0, 1)
        horn = self.toned * (1 - marks["nose"])
        bare = np.clip(np.maximum.reduce([marks["nose"], marks["hoof"], horn, marks["udder"], marks["lips"], coat.smooth(near_eye, 0.5, 0.9)]), 0, 1)
        face = s.get("bare_face")
        if face:
            bare = np.maximum(bare, (1 - coat.smooth(np.linalg.norm((self.rest.head - face[:3]) / face[3:6], axis=1), 0.8, 1.1)) * (1 - marks["ears"]))
            bare = np.maximum(bare, coat.smooth(self.rest.leg("fore", "hind"), 0.84, 0.9) * self.rest.share("fore", "hind"))
        if s.get("tail_bare"):
            bare = np.maximum(bare, np.maximum(self.rest.share("tail"), marks["ears"] * 0.8))
        if w.coated:
            bare = np.maximum(bare, coat.smooth(self._covered(), 0.4, 0.7))
        flat = colours.copy()
        flat += (self.tone - flat) * self.toned[:, None]
        lin = lambda c: np.array(coat.linear(c)[:3])  # noqa: E731
        flat += (lin(s.get("nose", "#1a1513")) - flat) * marks["nose"][:, None] * (0 if s.get("hide") else 1)
        flat += (lin(s.get("hoof", "#3a3029")) - flat) * marks["hoof"][:, None]
        flat *= 1 - 0.75 * np.maximum(coat.smooth(near_eye, 0.35, 0.85), marks["lips"])[:, None]
        table = s["fur"]
        furred = table.get("length", 0) > 0 and not s.get("bare")
        skin = mesh("skin", self.points, self.quads, smooth=True, colours=flat)
        skin.data.attributes.new("Bare", "FLOAT", "POINT").data.foreach_set(
            "value", (np.maximum(bare, np.clip(1 - table.get("length", 0) / 3, 0, 0.8)) if furred else np.ones(len(bare))).astype(np.float32)
        )
        skin.data.attributes.new("Wet", "FLOAT", "POINT").data.foreach_set("value", marks["nose"].astype(np.float32))
        skin.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", self.rest.at.astype(np.float32).ravel())
        skin.data.materials.append(surface.skin(s.get("hide") or ("furred" if furred else "hide"), s["height"] * w.size, w.seed))
        made.parts["skin"] = [skin]
        if pose.get("eyes") != "closed":
            aims = [_aim(posed, self.head_row, self.balls, k) for k in (0, 1)]
            made.parts["eyes"] = eyes.eyes(self.balls, aims, s.get("iris", "#2a180d"), s.get("pupil", "round"))
            made.parts["skin"] += self._lidded(aims, colours, skin.data.materials[0])
        made.strands = list(self._hair(posed, colours, bare, marks, rng))

    def _lidded(self, aims: list[np.ndarray], colours: np.ndarray, material: bpy.types.Material) -> list[bpy.types.Object]:
        """Lids about open eyes, in the colour of what is round them, dark and moist along their edges."""
        out = []
        for (middle, radius), aim, side in zip(self.balls, aims, (1.0, -1.0), strict=True):
            verts, quads, edge = eyes.lids(middle, radius, aim, self.posed.head[:, 2], side, tuple(self.head_row.get("lids", eyes.LIDS)))
            away = np.linalg.norm(self.points - middle, axis=1)
            round_ = colours[np.argsort(away)[:LASHED]].mean(axis=0)
            lid = mesh("lids", verts, quads, smooth=True, colours=round_ * (LID_TONE * (1 - edge) + RIM_TONE * edge)[:, None])
            for name, value in (("Bare", np.ones(len(verts))), ("Wet", 0.5 * edge)):
                lid.data.attributes.new(name, "FLOAT", "POINT").data.foreach_set("value", value.astype(np.float32))
            lid.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", (verts / self.scale).astype(np.float32).ravel())
            lid.data.materials.append(material)
            out.append(lid)
        return out

    def _lids(self) -> np.ndarray:
        """The line of closed lids."""
        out = np.zeros(len(self.points))
        for middle, radius in self.balls:
            x, _, z = ((self.points - middle) @ self.posed.head / radius).T
            out = np.maximum(out, np.exp(-(((z + 0.35 - 0.3 * x**2) / 0.2) ** 2)) * (1 - coat.smooth(self.rest.eyes, 1.1, 1.5)))
        return out

    def bearing(self) -> dict[str, np.ndarray]:
        """Where it is sat on, its left flank there, what it sits on itself and where it carries things, on the skin, metres, (3,) each."""
        s, k = self.shape, self.scale
        seats = [self._seat(s.get("seat", 0.62) - j * ABREAST / (s["length"] * k)) for j in range(3)]
        middle, turn, half = seats[0]
        local = (self.points - middle) @ turn
        aside = min(half + 0.05, STRIDE)
        there = local[(abs(local[:, 0] - aside) < 0.06) & (abs(local[:, 1] + 0.1) < 0.1)]
        foot = middle + turn @ np.array([aside, -0.1, there[:, 2].max() if len(there) and half > STRIDE else -9.0])
        below = self.points[self.rest.share("pelvis", "tail1") > 0.5]
        rump = below[below[:, 2].argmin()] * (0, 1, 1) if len(below) else middle
        h, reach = self.rest.head, self.reach
        jaw = self.points[(self.rest.share("head") > 0.5) & (-h[:, 1] > 0.7 * reach) & (-h[:, 1] < 0.86 * reach)]
        low = jaw[jaw @ self.posed.head[:, 2] < np.quantile(jaw @ self.posed.head[:, 2], 0.45)] if len(jaw) else self.points[:1]
        on = {"seat": middle, "seat_2": seats[1][0], "seat_3": seats[2][0], "left_flank": middle + turn[:, 0] * half, "left_rest": foot}
        return {**on, "rump": rump, "mouth": low.mean(axis=0)}

    def _seat(self, t: float) -> tuple[np.ndarray, np.ndarray, float]:
        """The top of the back at t, metres, (3,), its frame, and half the body's width there."""
        s, k = self.shape, self.scale
        p, turn = self.posed.line(t)
        dz, r = rig.section(s, float(np.clip(t, 0.0, 1.0)))
        local = (self.points / k - p) @ turn - (0, 0, dz)
        near = (abs(local[:, 1]) < 0.25 * r) & (np.linalg.norm(local, axis=1) < 2.2 * r)
        top = near & (abs(local[:, 0]) < 0.2 * r)
        half = local[near & (abs(local[:, 2]) < 0.6 * r), 0].max(initial=0.5 * r) * k
        return (p + turn[:, 2] * (dz + (local[top, 2].max() if top.any() else r))) * k, turn, float(half)

    def figure(self) -> Figure:
        s, posed, rest = self.shape, self.posed, self.rest
        reach = self.reach
        skull = (rest.share("head") > 0.4) & (self.toned < 0.5) & (rest.head[:, 1] > -0.4 * reach) & (rest.head[:, 1] < 0.2 * reach)
        skull &= (self.marks["ears"] < 0.1) | ~(skull & (self.marks["ears"] < 0.1)).any()
        place, turn = posed.points["head"] * self.scale, posed.head
        local = (self.points[skull] - place) @ turn if skull.any() else np.zeros((1, 3))
        half = float(np.quantile(abs(local[:, 0]), 0.8))
        middle = local[abs(local[:, 0]) < 0.35 * half]
        top = middle[middle[:, 2].argmax()] if len(middle) else np.zeros(3)
        trunk = np.linspace(1.02, 0.12, 22)
        spine = []
        for t in trunk:
            p, frame = posed.line(t)
            spine.append(((p + frame[:, 2] * rig.section(s, t)[0]) * self.scale, frame))
        own = self.points[rest.share("fore_left_1", "fore_right_1", "fore_left_2", "fore_right_2", "hind", "tail", "fore_left_3", "fore_right_3") < 0.5]
        hair = s["fur"].get("length", 0.0) * self.scale
        brow = place + turn @ np.array([0.0, top[1], top[2]])
        (left, bulge), (right, _) = self.balls
        return Figure(own, posed.points["neck"] * self.scale, s["neck"]["radii"][1] * self.scale, turn, brow, half, hair, (left, right), bulge, tuple(spine))

    def _covered(self) -> np.ndarray:
        """Shares of the skin that a coat lies over."""
        long, y = self.shape["length"], -self.rest.at[:, 1]
        run = coat.smooth(y, 0.1 * long, 0.16 * long) * (1 - coat.smooth(y, 1.0 * long, 1.06 * long))
        return run * self.rest.share("chest", "back", "loin", "pelvis", "fore_left_s", "fore_right_s", "fore_left_0", "fore_right_0")

    def _hair(self, posed: rig.Rig, colours, bare, marks, rng):
        s, w, table = self.shape, self.wish, self.shape["fur"]
        material = surface.hair()
        long = fur.lengths(self.rest, table, bare, marks["mane"] if table.get("mane") else np.zeros(len(bare)))
        inner = marks["ears"]
        long = long * (1 - 0.5 * inner) * (0.25 + 0.75 * coat.smooth(self.rest.eyes, 1.1, 2.6))
        count = w.strands or (fur.NEAR if w.near else fur.FAR)
        if long.max() > 0:
            away = marks["mane"] * self.rest.share("head", "neck2") if table.get("mane") else None
            points, n, tint = self._woolly(colours, long) if table.get("curl", 0.0) >= 0.8 else (self.points, self.normals, colours)
            tint = np.ones_like(tint) * coat.linear(table["colour"])[:3] if "colour" in table else tint
            grown = fur.grown(points, self.quads, n, self.rest, tint, long, table, self.scale, count, rng, away, self._dense())
            yield surface.curves("fur", grown, material)
        for name in ("crest", "switch", "beard", "whiskers"):
            amount = table.get(name) or (s.get(name) if name == "whiskers" else None)
            if amount:
                made = getattr(self, "_" + name)(posed, amount, colours, marks, rng)
                if made is not None:
                    yield surface.curves(name, made, material)

    def _dense(self) -> np.ndarray:
        """How many times as densely hair stands at each vertex: near the lens the head has most of it."""
        nearer = self.rest.share("head") + 0.5 * self.rest.share("neck1", "neck2")
        return 1 + (fur.HEAD_FIRST - 1) * nearer * self.wish.near

    def _woolly(self, colours: np.ndarray, long: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Roots, normals and colours of wool: it stands out in tufts, and is darker where they part."""
        tuft = fur.tufts(self.rest, self.wish.seed % 97) * np.clip(long / max(float(long.max()), 1e-9) * 1.6, 0, 1)
        points = self.points + self.normals * (2.4 * self.scale * tuft)[:, None]
        return points, normals(points, self.quads), colours * (0.5 + 0.5 * np.clip(1.4 * tuft, 0, 1))[:, None]

    def _hair_colour(self, colours: np.ndarray, count: int, rng) -> np.ndarray:
        told = [layer["colour"] for layer in (*self.shape["coat"], *self.wish.layers) if layer.get("hair")]
        base = np.array(coat.linear(told[-1])[:3]) if told else colours
        return np.clip(base * rng.normal(1, 0.15, (count, 1)).clip(0.6, 1.4), 0, 1) * np.ones((count, 3))

    def _from(self, weight: np.ndarray, count: int, rng):
        tri, share, _ = fur.sown(self.points, self.quads, weight, count, rng)
        pick = lambda a: np.einsum("nk...,nk->n...", a[tri], share)  # noqa: E731
        return pick

    def _crest(self, posed, long, colours, marks, rng):
        """A mane on the ridge of the neck: falls to the right, or stands."""
        r = self.rest
        half = 0.055 * self.shape["neck"]["length"] if not self.shape["fur"].get("upright") else 1.6
        ridge = (
            (1 - coat.smooth(abs(r.at[:, 0]), half * 0.6, half))
            * coat.smooth(r.share("neck1", "neck2", "head"), 0.5, 0.8)
            * coat.smooth(r.out[:, 2] + 0.5 * r.out[:, 1], 0.25, 0.6)
        )
        reach = max(self.reach, 1e-6)
        ridge *= 1 - coat.smooth(-r.head[:, 1], 0.05 * reach, 0.16 * reach) * coat.smooth(r.share("head"), 0.3, 0.6)
        ridge = np.maximum(ridge, self._nape(posed, half))
        ridge *= (1 - marks["ears"]) * (1 - 0.85 * coat.smooth(r.share("head"), 0.4, 0.7))
        count = 14000 if self.wish.near else 8500
        pick = self._from(ridge, count, rng)
        p, n = pick(self.points), fur.unit(pick(self.normals))
        brow = coat.smooth(pick(r.share("head")), 0.3, 0.6)[:, None]  # the forelock, down the face
        lengths = long * self.scale * rng.uniform(0.6, 1.1, count) * (1 - 0.4 * brow[:, 0])
        if self.shape["fur"].get("upright"):
            start = n + rng.normal(0, 0.1, p.shape)
            strands = fur.falling(p, start, lengths, 0.0, rng, steps=4)
            colour = pick(colours) if not any(layer.get("hair") for layer in self.shape["coat"]) else self._hair_colour(None, count, rng)
        else:
            keep = fur.outside(self.points, self.normals, 0.012 * self.shape["height"])
            falls = np.where(rng.random((count, 1)) < 0.3, 0.9, -0.9)  # to the right, some of it to the left
            down = 0.3 * (1 - brow) - 0.9 * brow
            start = 0.45 * n + posed.head[:, 0] * falls * (1 - 0.8 * brow) + pick(r.flow) * down + rng.normal(0, 0.15, p.shape)
            strands = fur.falling(p, start, lengths, 0.5, rng, keep=keep)
            strands, _ = fur.clumped(strands, p, lengths * 0.4, rng, 0.4)
            colour = self._hair_colour(pick(colours), count, rng)
        return fur.Strands(strands, np.full(count, (0.05 if self.wish.near else 0.075) * self.scale), colour)

    def _nape(self, posed, half: float) -> np.ndarray:
        """Shares of the skin along the upper edge of the posed neck, (n,): of a lowered one, which lies against the chest, its bones tell too little."""
        line = posed.points["neck"] * self.scale
        side = fur.unit(posed.head[:, 0][None])[0]
        out = np.zeros(len(self.points))
        for a, b in zip(line[:-1], line[1:], strict=True):
            way = b - a
            t = (self.points - a) @ way / max(float(way @ way), 1e-12)
            up = fur.unit(np.cross(way, side)[None])[0]  # to the crest: away from the throat
            off = self.points - a - np.clip(t, 0, 1)[:, None] * way
            near = (abs(t - 0.5) < 0.55) & (np.linalg.norm(off, axis=1) < 1.5 * self.shape["neck"]["radii"][0] * self.scale)
            across = 1 - coat.smooth(abs(off @ side) / self.scale, half * 0.6, half)
            out = np.maximum(out, near * across * coat.smooth(self.normals @ up, 0.3, 0.7) * (off @ up > 0))
        return out

    def _switch(self, posed, long, colours, marks, rng):
        """A tail of long hair: from all of it, or from its end."""
        count = 10000 if self.wish.near else 5500
        line = posed.points["tail"] * self.scale
        u = rng.uniform(0.1 if long > 30 else 0.7, 1.0, count) * (len(line) - 1)
        at = lambda k: np.stack([np.interp(k, np.arange(len(line)), line[:, c]) for c in range(3)], axis=1)  # noqa: E731
        way = fur.unit(at(u + 0.05) - at(u - 0.05) + 1e-9)
        out = fur.unit(np.cross(way, rng.normal(0, 1, (count, 3))))
        radii = self.shape["tail"]["radii"]
        p = at(u) + out * (np.interp(u / (len(line) - 1), np.linspace(0, 1, len(radii)), radii) * self.scale)[:, None]
        lengths = long * self.scale * rng.uniform(0.6, 1.1, count)
        streams = self.wish.pose in ("running", "leaping")
        fall, apart = (0.15, 0.1) if streams else (0.4, 0.25)
        start = way + apart * out + rng.normal(0, 0.4 * apart, p.shape)
        strands, _ = fur.clumped(fur.falling(p, start, lengths, fall, rng), p, lengths * 0.4, rng, 0.6)
        own = colours[cKDTree(self.points).query(p)[1]]
        return fur.Strands(strands, np.full(count, (0.08 if self.wish.near else 0.12) * self.scale), self._hair_colour(own, count, rng))

    def _beard(self, posed, long, colours, marks, rng):
        h = self.rest.head
        reach = self.reach
        weight = (
            coat.smooth(self.rest.share("head"), 0.6, 0.9)
            * coat.smooth(-h[:, 1], 0.62 * reach, 0.7 * reach)
            * (1 - coat.smooth(-h[:, 1], 0.9 * reach, 0.95 * reach))
            * coat.smooth(-(self.normals @ posed.head[:, 2]), 0.4, 0.8)
        )
        if weight.max() < 0.1:
            return None
        pick = self._from(weight, 900, rng)
        p = pick(self.points)
        lengths = long * self.scale * rng.uniform(0.5, 1.1, 900)
        return fur.Strands(
            fur.clumped(fur.falling(p, pick(self.normals), lengths, 0.4, rng), p, lengths, rng, 0.7)[0], np.full(900, 0.12 * self.scale), pick(colours)
        )

    def _whiskers(self, posed, long, colours, marks, rng):
        """Stiff white hairs beside the nose."""
        h, reach = self.rest.head, self.reach
        pads = (
            coat.smooth(-h[:, 1], 0.72 * reach, 0.8 * reach)
            * (1 - coat.smooth(-h[:, 1], 0.93 * reach, 0.96 * reach))
            * coat.smooth(abs(self.normals @ posed.head[:, 0]), 0.5, 0.75)
            * coat.smooth(self.rest.share("head"), 0.7, 0.9)
        )
        if pads.max() < 0.1:
            return None
        pick = self._from(pads, 26, rng)
        p, n = pick(self.points), fur.unit(pick(self.normals))
        out = np.sign((p - posed.points["head"] * self.scale) @ posed.head[:, 0])[:, None] * posed.head[:, 0]
        start = out + 0.3 * n + posed.head[:, 1] * rng.uniform(-0.1, 0.45, (26, 1)) + posed.head[:, 2] * rng.uniform(-0.35, 0.25, (26, 1))
        return fur.Strands(
            fur.falling(p, start, long * self.scale * rng.uniform(0.5, 1.0, 26), 0.035, rng), np.full(26, 0.1 * self.scale), np.full((26, 3), 0.85)
        )
