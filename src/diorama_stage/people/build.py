# SPDX-License-Identifier: GPL-3.0-or-later
"""A person, from the scene's data to objects under one root: body, face, hair, clothes, in the pose."""

from __future__ import annotations

from dataclasses import replace

import bpy
import numpy as np
from scipy.sparse import csr_matrix
from scipy.spatial import cKDTree

from diorama_stage.kit import Built
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.people import body, cards, cloth, eyes, face, folds, fur, hair, held, pose, prints, reaching, rig, skin, tailor, wrinkles
from diorama_stage.people.doing import TWO_HANDED, Stand, at_ear, body_turn, chosen_pose, looking, touched
from diorama_stage.people.garments import Layered, Worn, base_region, layered, left_out, wardrobe
from diorama_stage.people.lay import Flesh, behind, clear_of, mushed, over, resting, trunk
from diorama_stage.people.mesh import attribute, mesh_of, normals
from diorama_stage.people.pack import base, credits, fitted
from diorama_stage.people.who import Who, settle

NEAR = 2
"""Subdivisions of a face that fills the picture; of a figure seen whole, 1."""
FOLDED = frozenset(("top", "bottom", "whole", "outer"))
OVER = {"over": 0.012, "waist": 0.004, "buckle": 0.008, "neck": 0.0, "hood": 0.0, "throat": 0.0006, "wrist": 0.001, "slung": 0.003}
OVER |= {"cape": 0.008, "trim": 0.0, "hips": 0.003, "chest": 0.0, "on_chest": 0.0, "shoulders": 0.01}
"""What is laid over all that is worn under it, and how far off it lies, metres."""
SHEETS = frozenset(("under", "top", "bottom", "whole", "outer", "hands", "over", "waist", "head", "wrist"))
SHEETS |= {"coif", "plate", "limb_plates", "hips", "cape", "face"}
"""What is thin, and is given a thickness."""
BASE_HEIGHT = 1.666
"""Of the base mesh, metres."""
GLASSES, LENSES, FRAME = 0.006, 0.84, 0.95
"""How much higher glasses sit than they are fitted (one looks through their upper half), metres on the base mesh; the height and width of their front, by that."""
FOLDS_SEEN = 0.02
"""Folds are made where a pixel covers less than this, metres."""
FINE_FOLDS_SEEN = 0.004
"""And made twice, on a finer mesh, where it covers less than this."""
FINE_ENOUGH = 2600
"""Faces of a garment from which on it is not made finer for its folds."""
OUTWARD = 0.3
"""Cosine to the body's own normal from which on a place of a garment is one that another lies on."""
BULKY = 0.035
"""How far off the body a garment is where nothing lies on it: what sticks out there is a flap or a tab, metres."""
BIB = 1.24
"""How high over the soles a sheet that is worn over the rest presses it flat, and its straps no more, metres on the base mesh."""
OVER_CLOTH = 0.003
"""How far one garment lies off another, metres."""


def person(data: dict, seed: int, stand: Stand = Stand()) -> Built:
    """Build one person. `data`: `scene.person.PersonTraits`; missing fields count as open."""
    who = settle(data, seed)
    turned = body_turn(who, stand)
    chosen = chosen_pose(who, stand)
    load = None
    tool = stand.load if stand.load is not None and stand.load.guided else None
    pipe = stand.load if stand.load is not None and stand.load.pipe is not None else None
    if stand.load is not None and tool is None and pipe is None:
        chosen, load = held.taken(chosen, stand.load, who.height / 1.7, chosen.seat is not None)
    chosen, aim = looking(who, chosen, turned, stand)
    verts, rest, bones = shape(who, aim)
    worn = wardrobe(who)
    layers = layered(rest, worn)
    solver = pose.Solver(bones, float(np.ptp(rest[base().groups["body"]][:, 2])) / 1.7)
    solver.sole = _sole(layers, rest)
    solver.ribs = _ribs(rest, bones)
    solver.holds, solver.table = stand.holds, stand.table
    at_hand = touched(chosen, stand)
    if tool is not None and "ground" in pose.TABLE["tool"][tool.kind]:
        chosen, at_hand = reaching.grounded(solver, chosen, tool)
    if pipe is not None:
        solver.solve(chosen)
        blown, hands = held.blown(pipe, solver)
        chosen = reaching.reached(solver, chosen, verts, hands)
    if at_hand:
        chosen = reaching.reached(solver, chosen, verts, at_hand)
        chosen = chosen if stand.at == "takes" else reaching.looked_at(solver, chosen, at_hand)
    matrices = solver.solve(chosen)
    make = _Maker(who, stand, verts, rest, matrices, layers, aim, stand.lens - turned, bones)
    make.body()
    make.clothes()
    make.head(bones)
    make.grasp, make.other = solver.grasp("R"), solver.grasp("L")
    make.chest = solver.in_chest((0.0, 0.0, 0.0))
    make.touched = at_hand
    if any(a["deed"] == "phoning" for a in who.actions):
        make.load = at_ear(solver)
    if pipe is not None:
        make.load = blown
    if tool is not None:
        make.load = held.guided(tool, solver, at_hand.get("tool"))
    if load is not None:
        make.load = np.stack([solver.in_chest(load.at), *(solver.world("spine01").apply(np.array(w)) for w in (load.along, load.face))])
        if stand.load.kind == "violin":
            make.bow()
    return make.finish(chosen, bones)


def shape(who: Who, aim: tuple[float, float] = (0.0, 0.0)) -> tuple[np.ndarray, np.ndarray, rig.Skeleton]:
    """The body with its expression, the same without, both (19158, 3) standing at rest, and the skeleton."""
    amounts = body.shares(age=who.age, sex=0.0 if who.female else 1.0, muscle=who.muscle, weight=who.weight, ancestry=who.shares)
    own = body.features(who.random("face"), strength=0.6 if who.age < 12 else 1.0, female=float(who.female and who.age > 13), age=who.age)
    plain = body.body(amounts | own, body.narrower(who.age, who.female))
    plain = body.grounded(body.headed(plain, who.age, 0.0 if who.female else 1.0, who.height))
    scale = who.height / body.height_of(plain)
    expressed = body.morphed(plain, _shut(plain, face.units(who, aim))) + face.moved(who)
    return expressed * scale, plain * scale, rig.skeleton(plain * scale)


SHUT, BITE = 0.5, 0.0012
"""The share of a blink from which on lids are to meet as it tells, and how far closed lids go over each other, metres on the base mesh."""


def _shut(plain: np.ndarray, units: dict[str, float]) -> dict[str, float]:
    """Face units with blinks as large as this face's lids need: the unit closes the base mesh's, which are less open than some."""
    out = dict(units)
    for side in ("Left", "Right"):
        name = f"faceunits/eyeBlink{side}"
        if out.get(name, 0.0) < SHUT:
            continue
        wide, left = hair.opening(plain, side[0].lower()), hair.opening(body.morphed(plain, {name: 1.0}), side[0].lower())
        out[name] *= float(np.max((wide + BITE) / np.maximum(wide - left, 1e-3)))
    return out


STRINGS = (0.235, 0.05)
"""Where a bow lies on a violin: up its z, before its middle, metres."""


def _sole(layers: Layered, rest: np.ndarray) -> float:
    """How much shoes raise the feet, metres."""
    low = [p[np.unique(w.thing.faces[faces])][:, 2].min() for w, p, faces in layers.garments if w.place == "feet" and len(faces)]
    return float(max(-min(low), 0.0)) if low else 0.0


RIBS = (0.1, -0.22, -0.08)
"""Where the front of the ribs is sought: half the width, from and to which height by the chest's joint, shares of a stature."""


def _ribs(rest: np.ndarray, bones: rig.Skeleton) -> float:
    """How far the front of the ribs is before the chest's joint, metres."""
    own, joint = rest[base().groups["body"]], bones.heads[bones.at("spine01")]
    wide, low, high = (part * float(np.ptp(own[:, 2])) / 1.7 for part in RIBS)
    near = own[(np.abs(own[:, 0]) < wide) & (own[:, 2] > joint[2] + low) & (own[:, 2] < joint[2] + high)]
    return float(joint[1] - near[:, 1].min())


EAR = (0.85, 1.5)
"""How far an ear is to the side of its eye and behind it, in distances between the eyes."""


class _Maker:
    """Collects the objects of one person."""

    def __init__(
        self,
        who: Who,
        stand: Stand,
        verts: np.ndarray,
        rest: np.ndarray,
        matrices: np.ndarray,
        layers: Layered,
        aim: tuple[float, float],
        yaw: float,
        bones: rig.Skeleton,
    ):
        self.who, self.stand, self.verts, self.rest, self.matrices, self.layers, self.aim, self.yaw, self.bones = (
            who,
            stand,
            verts,
            rest,
            matrices,
            layers,
            aim,
            yaw,
            bones,
        )
        self.parts: dict[str, list[bpy.types.Object]] = {}
        self.strands: list[bpy.types.Object] = []
        self.grasp = np.zeros(3)
        """Where the middle of what lies in the right hand is."""
        self.other = np.zeros(3)
        """And in the left one."""
        self.chest = np.zeros(3)
        self.touched: dict[str, np.ndarray] = {}
        """What hands and the tip of a tool touch, (3,) each."""
        self.load: np.ndarray | None = None
        """Of what both hands hold: its origin, where its z and its front point, (3, 3)."""
        self.upper: list[tuple[np.ndarray, np.ndarray]] = []
        """Vertices and faces of clothes above the waist, in the pose: hair falls over them."""
        self.credits: set[str] = {"body, morphs, rig"}
        b = base()
        self.posed = mushed(rig.follow(verts, b.weights, matrices), verts, b.weights, matrices, b.faces)

    def add(self, object: bpy.types.Object, part: str) -> bpy.types.Object:
        self.parts.setdefault(part, []).append(object)
        object["slot"] = part
        return object

    def body(self) -> None:
        b, layers = base(), self.layers
        detail = NEAR if self.stand.near else 1
        bare = self.posed - normals(self.posed, b.faces) * layers.tucked[:, None]
        flesh = mesh_of("skin", bare, b.faces[layers.skin], uv=b.uv, loops=b.loops[layers.skin], subdivided=detail)
        attribute(flesh, "Scalp", hair.covered(self.who)[np.unique(b.faces[layers.skin])])
        if not self.who.female:
            attribute(flesh, "Beard", hair.beard_density(replace(self.who, beard="full"))[np.unique(b.faces[layers.skin])])
        _rest(flesh, b.verts, b.faces[layers.skin])
        flesh.data.materials.append(skin.skin(self.who, self.stand.near))
        self.add(flesh, "skin")
        self.credits.add("skins/" + skin.map_of(self.who).removeprefix("skins_").rsplit("_", 1)[0])
        rows = np.unique(np.concatenate([layers.under, _ring(b.faces, layers.under)]))
        sunk = np.where(layers.sunk, -0.007, 0.0016)
        under = self.posed + normals(self.posed, b.faces) * np.where(base_region(), sunk, 0.0004)[:, None]
        cover = mesh_of("base layer", under, b.faces[rows], subdivided=1)
        _rest(cover, self.rest, b.faces[rows])
        top = next((w for w, _, _ in layers.garments if w.place in ("top", "whole", "outer")), None)
        cover.data.materials.append(cloth.plain(cloth.asked_colour(top, self.who) if top else "#d9d6d0"))
        self.add(cover, "base layer")

    def clothes(self) -> None:
        own = np.unique(base().faces)
        arms = folds.on_arms(base().weights, self.bones)
        flesh = Flesh(self.posed[own], arms[own])
        out = normals(self.posed, base().faces)[own]
        inner = [(self.posed[own], out, arms[own])]
        tall = float(np.ptp(self.rest[own][:, 2])) / BASE_HEIGHT
        bare = trunk(self.rest[own], tall)
        below = [(self.posed[own][bare], out[bare])]
        drawn: list[tuple[bpy.types.Object, np.ndarray]] = []
        at_rest, rest_out = Flesh(self.rest[own], arms[own]), normals(self.rest, base().faces)[own]
        for layer, (w, p, rows) in enumerate(self.layers.garments):
            if not len(rows):
                continue
            weights = w.thing.skin(base().weights)
            p = self.before_eyes(p, tall) if w.place == "eyes" else p
            if w.place in FOLDED and not w.row.get("close"):
                sleeves = folds.on_arms(weights, self.bones)
                p = folds.taken_in(p, sleeves, at_rest.of(sleeves), self.rest[own], rest_out, cloth.stuff_of(w))
            mesh = folds.Mesh(w.thing.faces[rows], len(p), w.thing.uv, w.thing.loops[rows])
            at = mushed(rig.follow(p, weights, self.matrices), p, weights, self.matrices, mesh.faces)
            if w.place == "over" and len(mesh.faces) < FINE_ENOUGH:  # between its vertices what bulges beneath would come through
                mesh, matrix = folds.finer(mesh)
                at, p = matrix @ at, matrix @ p
            if w.place in OVER:
                at = over(at, mesh.faces, [i[:2] for i in inner] if w.place == "wrist" else below, OVER[w.place])
            pressed = None
            if w.place in FOLDED:
                near = flesh.of(folds.on_arms(weights, self.bones))
                at = clear_of(at, near, self.posed[own], out, 0.003 + 0.0015 * layer)
                if self.stand.pixel < FOLDS_SEEN and not w.row.get("close"):
                    at = resting(at, near, self.posed[own], out, 0.003 + 0.0015 * layer)
                    if w.place in ("top", "whole"):
                        at = folds.closed(at, folds.cuff(p, mesh.faces, folds.on_arms(weights, self.bones), self.bones), near, self.posed[own], out)
                    pressed = wrinkles.field(p, at, mesh.faces, folds.limbs(weights, self.bones), (self.posed[own], out))
                    mesh, at, p, pressed = self.draped(w, mesh, at, p, weights, inner, pressed)
                used = np.unique(mesh.faces)
                used = used[trunk(p[used], tall)]
                below.append((at[used], normals(at, mesh.faces)[used]))
            if w.place in ("top", "whole", "outer"):
                used = np.unique(mesh.faces)
                lookup = np.zeros(len(at), np.int32)
                lookup[used] = np.arange(len(used))
                self.upper.append((at[used], lookup[mesh.faces]))
            if w.place == "over":
                self.press(drawn, at, mesh.faces[(p[mesh.faces][..., 2] < BIB * tall).all(axis=1)], cloth.thickness(w) + OVER_CLOTH / 2)
            drawn.append((self.sewn(w, mesh, at, p, pressed, tall), trunk(p[np.unique(mesh.faces)], tall)))

    def sewn(self, w: Worn, mesh: folds.Mesh, at: np.ndarray, p: np.ndarray, pressed: np.ndarray | None, tall: float) -> bpy.types.Object:
        """The object of a garment that lies `at` in the pose, (n, 3), and at `p` at rest; `pressed`: its wrinkles, if it has any."""
        made = mesh_of(w.key, at, mesh.faces, uv=mesh.uv, loops=mesh.loops, subdivided=1)
        _rest(made, p, mesh.faces)
        if pressed is not None:
            for name, part in (("Pressed", pressed[:, :3]), ("Sheared", pressed[:, 3:])):
                _vectors(made, name, part[np.unique(mesh.faces)])
        attribute(made, "Hem", folds.from_edge(p, mesh.faces)[np.unique(mesh.faces)])
        if w.place in SHEETS:
            thick = made.modifiers.new("thick", "SOLIDIFY")
            thick.thickness, thick.offset, thick.show_viewport = cloth.thickness(w), -1.0, False
        stuff = cloth.stuff_of(w)
        at_rest = p[np.unique(mesh.faces)]
        made.data.materials.append(cloth.visor(self.stand.near) if stuff == "visor" else cloth.cloth(w, self.who, at_rest))
        if labels := list(w.asked.get("labels") or ()):
            made["letters"], made["over"] = prints.letters(labels, prints.field(w.place, at_rest)), "crown" if w.place in prints.HAT else "chest"
        if w.row.get("fur"):
            self.strands.append(fur.grown(at, mesh.faces, w.row["fur"] * tall, cloth.asked_colour(w, self.who), self.stand.pixel))
        self.add(made, w.key)
        if w.thing.name not in tailor.CUTS:
            self.credits.add("clothes/" + w.thing.name)
        return made

    def press(self, drawn: list[tuple[bpy.types.Object, np.ndarray]], sheet: np.ndarray, faces: np.ndarray, off: float) -> None:
        """Press what of those garments is not on the arms, (n,) bool each, behind a sheet laid over it: shirts of who bends came through their aprons."""
        for beneath, bare in drawn:
            flat = vertices(beneath)
            flat[bare] = behind(flat[bare], sheet, faces, off)
            set_points(beneath.data, flat)

    def before_eyes(self, p: np.ndarray, tall: float) -> np.ndarray:
        """Glasses (n, 3) at rest with their front as large as faces wear it, before the eyes; their temples go to the ears as they did."""
        front = np.clip((p[:, 1].min() + 0.04 * tall - p[:, 1]) / (0.03 * tall), 0, 1)[:, None]
        size = 1 + front * (np.array([FRAME, 1.0, LENSES]) - 1)
        middle = np.array([0.0, 0.0, p[front[:, 0] > 0.5][:, 2].mean()])
        return middle + (p - middle) * size + np.array([0, 0, GLASSES * tall])

    def draped(
        self, w: Worn, mesh: folds.Mesh, at: np.ndarray, p: np.ndarray, weights: csr_matrix, inner: list, pressed: np.ndarray
    ) -> tuple[folds.Mesh, np.ndarray, np.ndarray, np.ndarray]:
        """A garment with the folds of the pose: its mesh made finer, its vertices in the pose and at rest, what of it is `pressed` (n, 6).

        It lies over what is in `inner`, and is added there."""
        stuff = folds.STUFFS.get((w.asked.get("surface") or {}).get("material") or w.row["material"], folds.STUFFS["cotton"])
        cut = folds.grain(weights, self.bones, stuff.ease)
        body = tuple(np.concatenate(a) for a in zip(*inner, strict=True))
        rng = np.random.default_rng(self.who.seed % 2**32)
        arms, yoke = folds.on_arms(weights, self.bones), folds.yoke(p, self.bones)
        kept = np.maximum(folds.collar(p, mesh.faces, self.bones), folds.cuff(p, mesh.faces, arms, self.bones))[:, None]
        at = kept * at + (1 - kept) * folds.draped(at, p, mesh, cut, stuff, body, 0.003, rng, arms, yoke)
        if len(mesh.faces) < FINE_ENOUGH and self.stand.pixel < FINE_FOLDS_SEEN:
            mesh, matrix = folds.finer(mesh)
            at, p, cut, pressed, arms, yoke, kept = (matrix @ v for v in (at, p, cut, pressed, arms, yoke, kept))
            at = kept * at + (1 - kept) * folds.draped(at, p, mesh, cut, stuff, body, 0.003, rng, arms, yoke, folds.FINER_ROUNDS)
        if len(inner) > 1:  # hems that are held where the body carries them lie over what is worn beneath, too
            beneath, out, of_arms = (np.concatenate(a) for a in zip(*inner[1:], strict=True))
            at = clear_of(at, Flesh(beneath, of_arms).of(arms), beneath, out, OVER_CLOTH)
        used = np.unique(mesh.faces)
        out = normals(at, mesh.faces)[used]
        skin_, skin_out, _ = inner[0]  # the inside of a pocket faces the body: nothing lies on it
        far, close = cKDTree(skin_).query(at[used])
        outward = (np.einsum("ij,ij->i", out, skin_out[close]) > OUTWARD) & (far < BULKY)
        inner.append((at[used][outward], out[outward], arms[used][outward]))
        return mesh, at, p, pressed

    def head(self, bones: rig.Skeleton) -> None:
        turn = self.matrices[bones.at("head")]
        yaw, up = np.radians(self.aim)
        iris = eyes.iris_of(eyes.ball(self.verts, "l"))
        white, clear = eyes.white(self.who.iris, self.who.seed, iris), eyes.cornea()
        water = eyes.water()
        for side in "lr":
            ball = eyes.ball(self.verts, side)
            out = yaw + eyes.between_lids(ball, hair.lid(side, 2, self.verts, 0.0))
            high = up + eyes.level(eyes.ball(self.rest, side), hair.lid(side, 2, self.rest, 0.0), hair.lid(side, 1, self.rest, 0.0))
            ahead = turn[:3, :3] @ np.array([np.sin(out) * np.cos(high), -np.cos(out) * np.cos(high), np.sin(high)])
            ball = eyes.Ball(turn[:3, :3] @ ball.centre + turn[:3, 3], ball.radius)
            for o in eyes.eye(ball, ahead, white, clear, f"eye {side}", iris):
                self.add(o, "eyes")
            if self.stand.near:
                self.add(eyes.tear(ball, hair.lid(side, 1, self.posed, 0.0), water), "eyes")
        for name, maker in (("Teeth_Base", cards.teeth), ("tongue01", cards.tongue)):
            thing = fitted(name)
            self.add(maker(thing, cards.carried(thing, self.verts, self.matrices, self.who.age)), "mouth")
        cloths = [(p, normals(p, f)) for p, f in self.upper]
        worn = {w.place for w, _, _ in self.layers.garments if not w.row.get("open")}
        self.strands += hair.grown(self.seen(), self.verts, self.rest, self.posed, self.matrices, turn, self.stand.pixel, worn, cloths)

    def seen(self) -> Who:
        """Whose hair and beard are seen: not what is under hoods and helmets."""
        covers = {c for w, _, _ in self.layers.garments for c in w.row.get("covers", ())}
        who = replace(self.who, hair=replace(self.who.hair, length="bald", styles=())) if "hair" in covers else self.who
        return replace(who, beard="none", moustache=False) if "beard" in covers else who

    def bow(self) -> None:
        """A violin's bow, from the right hand over the strings: the stick, its hair, the frog."""
        start, along, face = self.load
        tail, tip = held.bow(start + along * STRINGS[0] + face * STRINGS[1], self.grasp)
        way = (tip - tail) / np.linalg.norm(tip - tail)
        line = tail + (tip - tail) * np.linspace(0, 1, 24)[:, None]
        arch = np.sin(np.pi * np.linspace(0, 1, 24)) * 0.006
        stick = tailor.tube(line + face * (0.013 - arch)[:, None], np.linspace(0.0044, 0.003, 24), np.linspace(0.0044, 0.003, 24), face, sides=8)
        hairs = tailor.tube(line[2:], np.full(22, 0.0045), np.full(22, 0.0007), face, sides=6)
        frog = tailor.box((0, 0, 0), (0.022, 0.006, 0.009), round_=4.0, n=8)
        turn = np.stack([way, np.cross(face, way), face], axis=1)
        for name, (p, f), colour in (
            ("stick", stick, "#4a2416"), ("hairs", hairs, "#d9d2c0"), ("frog", (frog[0] @ turn.T + tail + way * 0.05 + face * 0.006, frog[1]), "#16110e"),
        ):  # fmt: skip
            made = mesh_of(f"bow {name}", p, f)
            made.data.materials.append(cloth.plain(colour))
            _rest(made, p, f)
            self.add(made, "bow")

    def finish(self, chosen: pose.Pose, bones: rig.Skeleton) -> Built:
        """All under one root, standing on z = 0 (or with its seat height known), turned as asked."""
        objects = [o for group in self.parts.values() for o in group]
        root = bpy.data.objects.new("person", None)
        bpy.context.scene.collection.objects.link(root)
        corners = np.concatenate([vertices(o) for o in objects])
        shift = np.array([-(corners[:, 0].min() + corners[:, 0].max()) / 2, -(corners[:, 1].min() + corners[:, 1].max()) / 2, -corners[:, 2].min()])
        a = np.radians(self.yaw)
        spin = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1.0]])
        if self.who.posture == "lying":  # on the back
            spin = spin @ np.array([[1, 0, 0], [0, 0, 1.0], [0, -1.0, 0]])
            laid = corners @ spin.T
            shift = np.linalg.inv(spin) @ np.array([-(laid[:, 0].min() + laid[:, 0].max()) / 2, -(laid[:, 1].min() + laid[:, 1].max()) / 2, -laid[:, 2].min()])
        for o in objects:
            set_points(o.data, (vertices(o) + shift) @ spin.T)
        for o in self.strands:
            hair.moved(o, shift, spin)
        for o in (*objects, *self.strands):
            o.parent = root
        corners = (corners + shift) @ spin.T
        built = Built(
            "doll_person", root, objects, self.parts, {}, corners.min(axis=0), corners.max(axis=0), [], None, [], None, None, "box",
            float(chosen.seat + shift[2]) if chosen.seat is not None and chosen.name in ("sitting", "riding") else 0.0,
        )  # fmt: skip
        built.strands = self.strands
        built.left_out = left_out(self.who)
        built.marks = self._marks(bones, shift, spin)
        built.credits = [c for name, c in credits().items() if name in self.credits and c["licence"].startswith("CC-BY")]
        return built

    def _marks(self, bones: rig.Skeleton, shift: np.ndarray, spin: np.ndarray) -> dict[str, np.ndarray]:
        """Points of the body that framing and focus go by, (3,) each, in the figure's frame."""
        at = lambda name, end="head": (rig.joint(bones, self.matrices, name, end) + shift) @ spin.T  # noqa: E731
        head = self.matrices[bones.at("head")]

        def ear(own: str, other: str) -> np.ndarray:
            """No bone ends there: to the side of the eye and behind it, by the eyes' distance."""
            eye, across = (bones.heads[bones.at(f"eye.{side}")] for side in (own, other))
            across = eye - across
            p = eye + EAR[0] * across + np.array([0.0, EAR[1] * np.linalg.norm(across), 0.0])
            return (head[:3, :3] @ p + head[:3, 3] + shift) @ spin.T

        load = {}
        if self.load is not None:
            load = {f"load_{name}": v @ spin.T for name, v in zip(("at", "along", "face"), self.load + np.array([1, 0, 0])[:, None] * shift, strict=True)}
        load |= {f"touch_{name}": (v + shift) @ spin.T for name, v in self.touched.items()}
        return load | {
            "chest_joint": (self.chest + shift) @ spin.T,
            "right_grip": (self.grasp + shift) @ spin.T, "left_grip": (self.other + shift) @ spin.T,
            "left_eye": at("eye.L"), "right_eye": at("eye.R"), "chin": at("jaw", "tail"),
            "crown": at("head", "tail"), "neck": at("neck01"), "chest": at("spine01"), "waist": at("spine04"),
            "hip": at("root"), "left_hand": at("finger3-1.L"), "right_hand": at("finger3-1.R"), "left_knee": at("lowerleg01.L"), "right_knee": at("lowerleg01.R"),
            "both_hands": (at("finger3-1.L") + at("finger3-1.R")) / 2, "two_handed": np.array(float(bool({a["deed"] for a in self.who.actions} & TWO_HANDED))),
            "right_toe": at("foot.R", "tail"),
            "left_foot": at("foot.L"), "right_foot": at("foot.R"), "left_shoulder": at("upperarm01.L"), "right_shoulder": at("upperarm01.R"),
            "left_elbow": at("lowerarm01.L"), "right_elbow": at("lowerarm01.R"), "left_wrist": at("wrist.L"), "right_wrist": at("wrist.R"),
            "left_thigh": at("upperleg01.L"), "right_thigh": at("upperleg01.R"), "left_ear": ear("L", "R"), "right_ear": ear("R", "L"),
            "nose": at("special03", "tail"), "collar": (at("upperarm01.L") + at("upperarm01.R")) / 2,
        }  # fmt: skip


def _ring(faces: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Rows of faces that touch those of `rows`."""
    near = np.zeros(faces.max() + 1, bool)
    near[faces[rows].ravel()] = True
    return np.flatnonzero(near[faces].any(axis=1))


def _rest(object: bpy.types.Object, rest: np.ndarray, faces: np.ndarray) -> None:
    """Where each vertex is at rest, for patterns that go with the cloth."""
    _vectors(object, "Rest", rest[np.unique(faces)])


def _vectors(object: bpy.types.Object, name: str, values: np.ndarray) -> None:
    """An attribute of three numbers on each vertex, (n, 3)."""
    object.data.attributes.new(name, "FLOAT_VECTOR", "POINT").data.foreach_set("vector", np.ascontiguousarray(values, np.float32).ravel())
