# SPDX-License-Identifier: GPL-3.0-or-later
"""Birds: an egg of a body, a neck, a head with its bill; plumage as soft strands, wings and tail as rows of feathers; on foot or in flight.

Units: the body from breast to rump is 100 long.
"""

from __future__ import annotations

import numpy as np

from diorama_stage.animals import coat, eyes, fur, kinds, surface
from diorama_stage.animals.beast import Made, Wish
from diorama_stage.animals.flesh import CM, chain
from diorama_stage.animals.plumage import ARM, Vanes, contour, fan, folded, outline, spread, tinted, unit
from diorama_stage.animals.rig import Bone, Rig, about_x, about_y, about_z, framed
from diorama_stage.animals.rings import Figure
from diorama_stage.animals.unposed import rest_of
from diorama_stage.kit.build import vertices
from diorama_stage.kit.mesher import mesh
from diorama_stage.kit.sculpt import Clay, normals
from diorama_stage.materials.nodes import linear
from diorama_stage.props.figures.skeletons import parts as rows_of

SLEEK = 0.76
"""How thick a body is in flight, by how thick it stands."""
FLIES = frozenset(("flying", "gliding", "hovering", "stooping", "leaping", "running"))
STOOP = -58.0
"""Degrees that a bird which dives from the air is pitched."""
STOOPS, NEARLY = (22.0, 34.0, 46.0, 58.0), 8.0
"""Degrees that the body is let down, in turn, for the bill to come to the ground; units over it that are near enough."""
LOWEST = 1.4
"""The share of a neck's usual lowering that is tried first."""
HOVERING = 58.0
"""How high the wings are held where a bird stands in the air, degrees: over its back, where they are seen."""


def lin(hex: str) -> np.ndarray:
    return np.array(linear(hex)[:3])


def bird(wish: Wish) -> Made:
    shape = {**kinds.kind(wish.kind), **wish.shape}
    return _Bird(wish, shape).made()


def sleek(shape: dict) -> dict:
    """What lies close in flight: the body is drawn out as a drop, the neck is thinner, down lies flat."""
    body = [[t, r * float(np.interp(t, [0, 0.5, 1], [0.9, SLEEK, SLEEK]))] for t, r in shape["body"]]
    neck = shape["neck"] | {"radii": [0.82 * shape["neck"]["radii"][0], 0.9 * shape["neck"]["radii"][1]]}
    return {"body": body, "neck": neck, "down": 0.5 * shape.get("down", 7.0)}


class _Bird:
    def __init__(self, wish: Wish, shape: dict):
        self.wish, self.shape, self.rng = wish, shape, np.random.default_rng(wish.seed)
        self.flies = wish.pose in FLIES and shape.get("flies", True)
        self.swims = wish.pose in ("swimming", "diving") or (wish.pose == "swimming")
        self.scale = shape["size"] * wish.size / 100
        if self.flies:
            self.shape = shape | sleek(shape)
        self.still, self.posed = self.rig({}), self.rig(self.pose())

    def pose(self) -> dict:
        s = self.shape
        if self.flies and self.wish.pose == "hovering":
            return {"lean": 46.0, "turn": 0.0}
        if self.flies and self.wish.pose == "stooping":
            return {"pitch": STOOP, "neck": [STOOP] * 2, "head": STOOP}
        if self.flies:
            return {"pitch": 8, "neck": [s["neck"].get("fly", 6)] * 2, "head": 0}
        if self.wish.pose in ("grazing", "eating"):
            return self.stooped()
        if self.wish.pose in ("curled_up", "lying"):
            return {
                "neck": [max(s["neck"]["pitch"][0] - 20, 10), -20] if s["neck"]["length"] > 40 else s["neck"]["pitch"],
                "low": True,
                "turn": self.wish.turn,
                "eyes": "closed" if self.wish.pose == "curled_up" else "open",
            }
        if self.wish.pose != "perching" and s["tail"]["length"] > 35 and s["pitch"] > 40:
            return {"turn": self.wish.turn, "lean": s["pitch"] * 0.72}  # on the flat tail and wings are held off the ground
        return {"turn": self.wish.turn}

    def stooped(self) -> dict:
        """Neck and body let down as far as the bill comes to the ground, and no farther: a duck's would be in it, a hen's over it."""
        return next((pose for down in STOOPS for share in np.linspace(LOWEST, -0.6, 41) if (pose := self.down_to_ground(down, float(share))) is not None), {})

    def down_to_ground(self, down: float, share: float) -> dict | None:
        """The body let down by so many degrees, the neck by a share of what it can be; None where the bill is in the ground, or does not come near it."""
        s = self.shape
        rows = [p for piece in s["head"].get("pieces", ()) for row in piece["rows"] for p in row.get("limb", ())]
        reach = max((-p[1] for p in rows), default=10.0) * s["head"]["radius"] / 10
        pitch, g = s["pitch"] - down, s["legs"]
        sole = (about_x(-pitch) @ np.array([0, 50 - 100 * g.get("at", 0.42), -g.get("down", 12.0)]))[2] - g["thigh"] - g["shank"]
        pose = {"pitch": pitch, "neck": [-40 * share, -60 * share], "head": -55 * max(share, 0.3), "turn": 0}
        posed = self.rig(pose)
        over = float((posed.points["head"] + posed.head @ np.array([0, -reach, 0]))[2] - sole)
        return pose if 0 <= over <= NEARLY or over > NEARLY and share == LOWEST and down == STOOPS[-1] else None

    def rig(self, pose: dict) -> Rig:
        s, rig = self.shape, Rig()
        pitch = pose.get("pitch", pose.get("lean", s["pitch"]))
        turn = about_x(-pitch)
        front, back = np.array([0, -50.0, 0]), np.array([0, 50.0, 0])
        front, back = turn @ front, turn @ back
        rig.body = turn
        rig.add("back", front, back, np.mean([r for _, r in s["body"]]) * 0.7)
        rig.bones["back"].turn = turn
        n = s["neck"]
        base = turn @ np.array([0, -50 * n.get("at", 0.72), n.get("up", 8)])
        a, b = pose.get("neck", n["pitch"])
        points, mid = [base], n.get("mid")
        angles = np.interp(np.linspace(0, 1, 6), [0, 0.5, 1], [a, mid if mid is not None and "neck" not in pose else (a + b) / 2, b])
        for k, angle in enumerate(angles):
            w = np.radians(angle)
            heading = pose.get("turn", 0.0) * (k + 1) / 9
            points.append(points[-1] + about_z(heading) @ np.array([0, -np.cos(w), np.sin(w)]) * n["length"] / 6)
        rig.points["neck"] = np.array(points)
        rig.add("neck1", points[3], points[0], n["radii"][0] * 0.8)
        rig.add("neck2", points[6], points[3], n["radii"][1] * 0.8)
        head = about_z(pose.get("turn", 0.0)) @ about_x(-pose.get("head", n.get("head", 0))) @ about_y(0)
        r = s["head"]["radius"]
        rig.points["head"] = points[-1]
        rig.head = head
        rig.bones["head"] = Bone(points[-1] + head @ np.array([0, -1.2 * r, 0]), points[-1] + head @ np.array([0, 0.8 * r, 0]), head, r * 0.85)
        t = s["tail"]
        end = turn @ np.array([0, 46.0, t.get("up", 2)])
        hangs = t.get("pitch", pitch * 0.6) if "pitch" not in pose else 0.0
        if self.wish.pose != "perching" and not self.flies and t["length"]:  # on the flat the tail is held off the ground
            g = s["legs"]
            sole = (turn @ np.array([0, 50 - 100 * g.get("at", 0.42), -g.get("down", 12.0)]))[2] - g["thigh"] - g["shank"]
            hangs = min(hangs, float(np.degrees(np.arcsin(np.clip((end[2] - sole - 4) / t["length"], -1, 1)))))
        way = about_x(-hangs) @ np.array([0, 1.0, 0])
        rig.points["tail"] = end
        rig.tail = framed(way, (1, 0, 0))
        rig.add("tail1", end, end + way * 4, 4)
        rig.add("tail2", end + way * 4, end + way * 8, 3)
        return rig

    def surface_at(self, s: np.ndarray, angle: np.ndarray, side: int) -> tuple[np.ndarray, np.ndarray]:
        """Points on the body and its normals, (…, 3), at s (1 breast, 0 rump) and an angle from its back; behind the rump it goes on straight."""
        rows = np.array(self.shape["body"], float)
        inside = np.maximum(s, 0.04)
        r = np.interp(inside, rows[:, 0], rows[:, 1]) * np.interp(s, [-0.9, 0.04], [0.25, 1.0])
        a = np.radians(angle)
        n = np.stack([np.sin(a) * side, 0 * a, np.cos(a)], axis=-1)
        p = np.stack([n[..., 0] * r * self.shape.get("narrow", 0.9), 50 - 100 * s, n[..., 2] * r + self.dz(inside)], axis=-1)
        return p @ self.posed.body.T, n @ self.posed.body.T

    def dz(self, s: np.ndarray | float) -> np.ndarray:
        return float(self.shape.get("hang", 0.0)) * np.sin(np.pi * np.clip(s, 0, 1))

    def parts(self):
        s, rig, k = self.shape, self.posed, self.scale
        rows = np.array(s["body"], float)
        axis = [rig.body @ np.array([0, 50 - 100 * t, self.dz(t)]) for t in rows[:, 0]]
        out = [chain(axis, rows[:, 1], k, 4, rig.body[:, 0] * s.get("narrow", 0.9))]
        n = s["neck"]
        radii = np.interp(np.linspace(0, 1, 7), [0, 0.3, 1], [n["radii"][0], n["radii"][0] * 0.75 + n["radii"][1] * 0.25, n["radii"][1]])
        out.append(chain(rig.points["neck"], radii, k, 0.7 * n["radii"][0]))
        out += self.rump()
        return out + (self.arms() if not self.flies and not s["wing"].get("flipper") else [])

    def rump(self) -> list:
        """The coverts of the tail, above and below: the body runs out in it."""
        s, rig = self.shape, self.posed
        t = s["tail"]
        if t["length"] < 20 or s.get("train") or s["wing"].get("flipper"):
            return []
        r, way = s["body"][1][1], rig.tail[:, 1]
        root = rig.points["tail"] - rig.tail[:, 2] * 0.12 * r
        reach = 0.42 * min(t["length"], 70)
        line = [root - way * 0.5 * r, root + way * 0.3 * reach, root + way * reach]
        return [chain(line, [0.62 * r, 0.4 * r, 0.1 * r], self.scale, 0.5 * r, rig.tail[:, 2] * 0.6)]

    def arms(self) -> list:
        """The closed wings' flesh under the feathers: the bend stands out at the breast."""
        s, form = self.shape, kinds.folded_wing(self.shape["wing"])
        u = np.array([0.05, 0.2, 0.45])
        upper, lower = outline(form, u)
        thick = np.array([0.16, 0.22, 0.14]) * max(r for _, r in s["body"])
        out = []
        for side in (1, -1):
            p, n = self.surface_at(form["bend"] - u * s["wing"]["length"] / 100, 0.45 * upper + 0.55 * lower, side)
            out.append(chain(p - n * (0.55 * thick)[:, None], thick, self.scale, 5))
        return out

    def head_parts(self):
        s = self.shape["head"]
        place = (self.posed.points["head"] * self.scale / CM, self.posed.head, self.scale * s["radius"] / CM / 10)
        skull = [{"ball": [0, -1, 0.5, *(10 * np.array(s.get("skull", [0.92, 1.08, 0.96])))]}, *s.get("rows", [])]
        balls = []
        x, y, z, r = s["eye"]
        for side in (1, -1):
            balls.append(((place[0] + self.posed.head @ np.array([side * x, y, z]) * place[2]) * CM, r * place[2] * CM))
        return rows_of(skull, place), place, balls

    def made(self) -> Made:
        s, k = self.shape, self.scale
        parts, (head, place, balls) = self.parts(), self.head_parts()
        grips = self.wish.carries and s.get("talons", False)
        legs = [] if (self.flies and not grips) or self.swims or self.posed_low() else [1]
        thighs = self.thighs() if legs else []
        low, high = np.min([p.bounds()[0] for p in head], axis=0), np.max([p.bounds()[1] for p in head], axis=0)
        points, quads = Clay([*parts, *thighs, *head], 1.9 * k, [(low, high, max(s["head"]["radius"] / 13, 0.6) * k)]).skin()
        n = normals(points, quads)
        rest = rest_of(points, n, self.posed, self.still, k, place)
        aims = [self.posed.head @ np.array([sx * s["head"].get("aside", 1.6), -1.0, 0.05]) for sx in (1, -1)]
        balls = eyes.seated(balls, aims, points)
        rest.eyes = np.min([np.linalg.norm(points - m, axis=1) / r for m, r in balls], axis=0)
        colours = coat.coat(rest, [*s["coat"], *self.wish.layers], self.wish.seed, {})
        out = Made()
        self.pieces(out, place)
        bare = np.clip(1 - (rest.eyes - 1.0) / 0.35, 0, 1)
        if s.get("bald"):
            bare = np.maximum(bare, rest.share("head", "neck2") * s["bald"])
        shade = colours * (1 - 0.75 * bare * (rest.eyes < 1.6))[:, None]
        skin = mesh("skin", points, quads, smooth=True, colours=shade)
        skin.data.attributes.new("Bare", "FLOAT", "POINT").data.foreach_set("value", bare.astype(np.float32))
        skin.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", rest.at.astype(np.float32).ravel())
        skin.data.materials.append(surface.skin("furred", s["size"] * 0.7, self.wish.seed))
        out.parts["skin"] = [skin]
        if self.pose().get("eyes") != "closed":
            out.parts["eyes"] = eyes.eyes(balls, aims, s.get("iris", "#1a120c"), s.get("pupil", "large"))
        out.strands = [self.down(points, quads, n, rest, colours, bare)]
        self.feathers(out, rest, points, n, colours)
        if legs:
            self.legs(out)
        if grips and legs and self.flies:
            out.marks["talons"] = vertices(out.parts["legs"][0])[:, :3][self.soles(out)].mean(axis=0)
        elif beak := out.parts.get("beak"):
            p = np.concatenate([vertices(o) for o in beak])
            along = p @ -self.posed.head[:, 1]
            out.marks["mouth"] = p[along > along.max() - 0.3 * np.ptp(along)].mean(axis=0)
        bill = [vertices(o) for name, group in out.parts.items() if name not in ("skin", "eyes", "feathers", "legs", "wings") for o in group]
        out.head = np.concatenate([points[rest.share("head") > 0.5], *bill])
        r = s["head"]["radius"] * k
        top = self.posed.points["head"] * k + self.posed.head[:, 2] * r * (s["head"].get("skull", [0, 0, 0.96])[2] + 0.05)
        neck = np.vstack([self.posed.points["neck"], self.posed.points["head"][None]]) * k
        out.figure = Figure(
            points, neck, s["neck"]["radii"][1] * k, self.posed.head, top, 0.92 * r, 0.4 * s.get("down", 7.0) * k, (balls[0][0], balls[1][0]), balls[0][1]
        )
        out.marks |= {"left_eye": balls[0][0], "right_eye": balls[1][0], "crown": self.posed.points["head"] * k + np.array([0, 0, s["head"]["radius"] * k])}
        return out

    def posed_low(self) -> bool:
        return bool(self.pose().get("low"))

    def down(self, points, quads, n, rest, colours, bare):
        table = {"length": self.shape.get("down", 7.0), "clump": 0.75, "head": 0.45}
        if self.shape.get("disc"):
            self.disc(rest, points)
        long = np.full(len(points), table["length"]) * (1 - 0.62 * rest.share("head")) * (1 - 0.3 * rest.share("neck2")) * (1 - bare)
        long *= 0.5 + 0.5 * coat.smooth(rest.eyes, 1.0, 3.0)
        if not self.flies and not self.shape["wing"].get("flipper"):
            long *= 1 - 0.94 * self.under_wing(rest)
        if self.shape.get("contour"):
            long *= 1 - 0.76 * (1 - self.soft(rest))  # what lies between and under the vanes
        count = self.wish.strands or (60_000 if self.wish.near else 22_000)
        made = fur.grown(points, quads, n, rest, colours, long, table, self.scale, count, self.rng)
        made.radius *= 1.25
        return surface.curves("plumage", made, surface.hair(0.45))

    def under_wing(self, rest) -> np.ndarray:
        """Shares of the skin that the closed wings lie on, (n,): what grows there would stand through them."""
        w = self.shape["wing"]
        form = kinds.folded_wing(w)
        local = rest.at @ self.still.body
        s = (50 - local[:, 1]) / 100
        angle = np.degrees(np.arctan2(abs(local[:, 0]) / self.shape.get("narrow", 0.9), local[:, 2] - self.dz(s)))
        u = (form["bend"] - s) * 100 / w["length"]
        upper, lower = outline(form, u)
        over = np.interp(u, [0.25, 0.5], [0.0, 1.0])  # behind the shoulders they meet, or nearly
        inside = np.maximum(coat.smooth(angle, upper - 14, upper - 4), 0.85 * over) * (1 - coat.smooth(angle, lower - 4, lower + 6))
        return inside * coat.smooth(u, -0.14, -0.02) * (1 - rest.share("head"))

    def soft(self, rest) -> np.ndarray:
        """Where feathers are as soft as hair: on the head, and below (`soft`: on how much of the breast), (n,)."""
        below = -(rest.out @ self.still.body)[:, 2]
        from_, to = self.shape.get("soft", (-0.1, 0.4))
        return np.maximum(coat.smooth(rest.share("head"), 0.4, 0.8), coat.smooth(below, from_, to))

    def disc(self, rest, points) -> None:
        """An owl's face: its feathers run outwards from the eyes."""
        middle = [
            self.posed.points["head"] * self.scale + self.posed.head @ np.array([sx * x, y, z]) * self.scale * self.shape["head"]["radius"] / 10
            for x, y, z, _ in [self.shape["head"]["eye"]]
            for sx in (1, -1)
        ]
        apart = np.stack([points - m for m in middle])
        nearest = np.linalg.norm(apart, axis=2).argmin(axis=0)
        way = unit(apart[nearest, np.arange(len(points))])
        face = coat.smooth(rest.share("head"), 0.5, 0.8) * coat.smooth(-rest.head[:, 1], 1.0, 5.0)
        rest.flow = unit(rest.flow * (1 - face)[:, None] + way * face[:, None])

    def colours(self) -> dict[str, np.ndarray]:
        base = lin(self.shape["coat"][0]["colour"])
        wing = {name: lin(hex) for name, hex in self.shape.get("wing_colours", {}).items()}
        for layer in self.wish.layers:
            wing = {name: lin(layer["colour"]) for name in ("primary", "secondary", "greater", "covert")}
        first = wing.get("covert", base)
        return {
            "covert": first,
            "greater": wing.get("greater", first * 0.92),
            "secondary": wing.get("secondary", first * 0.8),
            "primary": wing.get("primary", first * 0.6),
            "under": wing.get("under", first * 0.85 + 0.06),
            "tertial": wing.get("tertial", 0.5 * (wing.get("secondary", first * 0.8) + first)),
            "scapular": wing.get("scapular", base if not self.wish.layers else first),
        } | ({"speculum": wing["speculum"]} if "speculum" in wing else {})

    def contour(self, vanes: Vanes, rest, points, normal, colours) -> None:
        """Rows of small feathers over breast, back and neck; smaller towards the head, none on face and wings."""
        s, k = self.shape, self.scale
        bare = s.get("bald", 0.0)
        sleek = rest.share("neck") if s["neck"]["length"] > 40 else 0.5 * rest.share("neck2")  # a long neck is as smooth as velvet
        share = (1 - sleek) * (1 - 0.72 * rest.share("head")) * (1 - bare * rest.share("neck2", "head"))
        share *= 1 - 0.9 * self.soft(rest)
        if not self.flies and not s["wing"].get("flipper"):
            share *= 1 - 0.9 * self.under_wing(rest)
        share *= coat.smooth(rest.eyes, 2.2, 5.0) * (1 - coat.smooth(-rest.head[:, 1], 3.0, 5.0) * rest.share("head"))
        contour(vanes, points / k, normal, rest.flow, share, colours, s["contour"], self.rng)

    def feathers(self, out: Made, rest, points, normal, skin) -> None:
        s, rig, vanes = self.shape, self.posed, Vanes()
        look = {"edge": lin(s["edge"]) if "edge" in s else None}
        if "bars" in s:
            look |= {"bars": s["bars"], "dark": lin(s.get("bar_colour", "#241d17"))}
        own = self.colours()
        w = s["wing"]
        if self.flies:
            form = kinds.wing(w)
            lift = {"gliding": 7.0, "hovering": HOVERING, "stooping": HOVERING}.get(self.wish.pose, form["beat"][0 if self.wish.seed % 2 else 1])
            for side in (1, -1):
                shoulder = rig.body @ np.array([side * s["body"][-2][1] * 0.62, -26.0, 9.0])
                joints = spread(vanes, shoulder, rig.body, side, form, own, lift, self.rng, **look)
                arm = Clay([chain(joints, 0.72 * np.array(ARM), self.scale, 1)], 1.2 * self.scale).skin()
                out.parts.setdefault("wings", []).append(self.piece("arm", *arm, own["covert"]))
        elif w.get("flipper"):
            self.flippers(out, own["covert"])
        else:
            folded(vanes, self.surface_at, w, kinds.folded_wing(w), own, self.rng, **look)
        t = s["tail"]
        tail = lin(t["colour"]) if "colour" in t and not self.wish.layers else own["primary"] * 1.1
        if t["length"] > 0:
            fan(
                vanes,
                rig.points["tail"],
                rig.tail[:, 1],
                rig.tail[:, 0],
                rig.tail[:, 2],
                t,
                t.get("spread", 24) * (2.4 if self.flies else 1),
                tail,
                self.rng,
                **(look | ({"tipped": lin(t["tip_colour"])} if "tip_colour" in t else {})),
            )
        for row in s.get("plumes", ()):
            self.plumes(vanes, row)
        if s.get("train") and not self.flies:
            self.train(vanes)
        if s.get("contour") and not self.posed_low():
            self.contour(vanes, rest, points, normal, skin)
        if vanes.count:
            p, q, c, uv = vanes.arrays()
            made = mesh("feathers", p * self.scale, q, smooth=True, colours=c, uvs=uv)
            made.data.materials.append(surface.vane(self.wish.seed))
            out.parts["feathers"] = [made]

    def plumes(self, vanes: Vanes, row: dict) -> None:
        """Long curved feathers: a cock's sickles, a crest."""
        frame, origin = (self.posed.head, self.posed.points["head"]) if row.get("in") == "head" else (self.posed.body, np.zeros(3))
        r = self.shape["head"]["radius"] / 10 if row.get("in") == "head" else 1.0
        for _ in range(row["count"]):
            t = np.linspace(0, 1, 9)[:, None]
            a0, a1 = np.radians(row["from"] + self.rng.uniform(-6, 6)), np.radians(row["to"] + self.rng.uniform(-14, 14))
            angle = a0 + (a1 - a0) * t
            step = (
                np.c_[self.rng.normal(0, row.get("spread", 0.1)) * np.ones((9, 1)), np.cos(angle), np.sin(angle)]
                * row["length"]
                * r
                / 8
                * self.rng.uniform(0.7, 1.1)
            )
            local = np.array(row["at"]) * r + np.cumsum(step, axis=0) + self.rng.normal(0, row.get("scatter", 1.0), 3) * r
            path = origin + local @ frame.T
            side = unit(frame[:, 0] + self.rng.normal(0, 0.3, 3) + np.array([0, 0, 0.3]))
            vanes.add(path, np.repeat(side[None], 9, axis=0), row["wide"] * r, tinted(lin(row["colour"]), self.rng, 9), tip=0.3)

    def train(self, vanes: Vanes) -> None:
        """A peacock's train raised to a wheel, an eye near each feather's end."""
        root = self.posed.points["tail"]
        for row, (n, long) in enumerate(((33, 215), (29, 180), (25, 140), (19, 98))):
            for k in range(n):
                a = np.radians(-12 + 204 * k / (n - 1) + self.rng.normal(0, 1.2))
                way = np.array([np.cos(a), 0.25, np.sin(a)])
                t = np.linspace(0, 1, 26)[:, None]
                path = root + np.array([0, -row * 3.0, 4]) + way * long * t * self.rng.uniform(0.95, 1.03) + np.array([0, 1.0, 0]) * long * (-0.1 * t**2)
                green, bronze, blue, dark = lin("#3f6b2a"), lin("#7a6a2a"), lin("#1f8fb0"), lin("#141a4a")
                c = green[None] * (0.7 + 0.3 * t)
                for mid, wide, colour in ((0.9, 0.075, bronze), (0.905, 0.05, blue), (0.915, 0.027, dark)):
                    c = c + (colour[None] - c) * (abs(t - mid) < wide)
                side = np.array([-np.sin(a), 0, np.cos(a)])
                vanes.add(path, np.repeat(side[None], 26, axis=0), 15 if row < 3 else 12, c, tip=0.35)

    def flippers(self, out: Made, colour) -> None:
        for side in (1, -1):
            top = self.posed.body @ np.array([side * self.shape["body"][-2][1] * 0.86, -28.0, 0])
            down = np.array([side * (0.5 if self.wish.seed % 2 else 0.28), 0.12, -1.0])
            down /= np.linalg.norm(down)
            arm = Clay(
                [chain([top, top + down * 22, top + down * 52], [7, 8, 3], self.scale, 2, unit(np.cross(down, [0, 1.0, 0])) * 0.3)], 1.1 * self.scale
            ).skin()
            out.parts.setdefault("wings", []).append(self.piece("flipper", *arm, colour))

    def piece(self, name, points, quads, colour, kind="hide"):
        made = mesh(name, points, quads, smooth=True, colours=np.repeat(np.asarray(colour)[None], len(points), axis=0))
        made.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", (points / self.scale).astype(np.float32).ravel())
        made.data.materials.append(surface.skin(kind, self.shape["size"], self.wish.seed))
        return made

    def pieces(self, out: Made, place) -> None:
        """Bill, comb, wattles: pieces of their own colour on the head."""
        r = self.shape["head"]["radius"] / 13 * self.scale
        for row in self.shape["head"]["pieces"]:
            points, quads = Clay(rows_of(row["rows"], place), min(max(row.get("cell", 0.8) * r, 0.0002), 1.2 * r)).skin()
            kind = {"horn": "horn", "flesh": "hide"}[row.get("of", "horn")]
            out.parts.setdefault(row.get("name", "beak"), []).append(self.piece("bill", points, quads, lin(row["colour"]), kind))

    def hips(self) -> list[np.ndarray]:
        g = self.shape["legs"]
        return [self.posed.body @ np.array([side * g["apart"], 50 - 100 * g.get("at", 0.42), -g.get("down", 12.0)]) for side in (1, -1)]

    def thighs(self):
        g, out = self.shape["legs"], []
        for hip in self.hips():
            knee = hip + np.array([0, g.get("knee", -6.0), -g["thigh"]])
            out.append(chain([hip, knee], [g["thick"], g["thick"] * 0.42], self.scale, 5))
        return out

    def soles(self, out: Made) -> np.ndarray:
        """Which vertices of the legs are the toes'."""
        z = vertices(out.parts["legs"][0])[:, 2]
        return z < z.min() + 0.15 * np.ptp(z)

    def legs(self, out: Made) -> None:
        """Bare shanks and toes; a step between the feet where it walks."""
        g, parts = self.shape["legs"], []
        walks = self.wish.pose in ("walking", "trotting", "running")
        for k, hip in enumerate(self.hips()):
            knee = hip + np.array([0, g.get("knee", -6.0), -g["thigh"] + 2])
            swing = (0.35 if k else -0.35) * g["shank"] if walks else (0.04 if k else -0.03) * g["shank"]
            ankle = (
                knee + np.array([0, 0.22 * g["shank"] + swing, -0.5 * g["shank"]])
                if g.get("bend")
                else knee + np.array([0, 0.08 * g["shank"] + swing, -0.5 * g["shank"]])
            )
            foot = ankle + np.array([0, -0.16 * g["shank"] + swing * 0.6, -0.5 * g["shank"]])
            if self.shape.get("one_leg") and k and not walks:
                ankle = knee + np.array([0, -0.3 * g["shank"], -0.2 * g["shank"]])  # drawn up under the belly
                foot = ankle + np.array([-2, 0.44 * g["shank"], 0.12 * g["shank"]])
            r = g["width"]
            parts.append(chain([knee, ankle, foot], [r * 1.2, r * 1.05, r], self.scale, 0.6 * r, steps=3))
            ends = []
            for angle, long in ((-32, 0.92), (0, 1.0), (32, 0.92), (180, 0.5)):
                a = np.radians(angle)
                tip = foot + np.array([np.sin(a), -np.cos(a), 0]) * g["toe"] * long + np.array([0, 0, -0.4 * r])
                mid = foot + (tip - foot) * 0.5 + np.array([0, 0, 0.25 * r])
                parts.append(chain([foot, mid, tip], [r * 0.85, r * 0.8, r * 0.42], self.scale, 0.4 * r, steps=3))
                ends.append(tip)
            if g.get("web"):
                parts += [
                    chain([foot + (ends[j] - foot) * u, foot + (ends[j + 1] - foot) * u], [r * 0.4] * 2, self.scale, 0.8 * r)
                    for j in (0, 1)
                    for u in np.linspace(0.2, 0.95, 7)
                ]
        made = Clay(parts, max(0.36 * g["width"], 0.3) * self.scale).skin()
        out.parts["legs"] = [self.piece("legs", *made, lin(g["colour"]), "horn")]
        if not self.flies:
            out.marks["base"] = np.array([0, 0, made[0][:, 2].min()])
