# SPDX-License-Identifier: GPL-3.0-or-later
"""A living animal as the stage's casting takes it: one of its count, turned as asked, standing on z = 0."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_catalogue.named import form_of
from diorama_stage.actors import AROUND
from diorama_stage.animals import creatures, kinds, tack, worn
from diorama_stage.animals.beast import Made, Wish
from diorama_stage.animals.derive import MARKINGS, Living
from diorama_stage.animals.rig import about_x, about_y
from diorama_stage.kit import Built, Support
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.materials.nodes import linear
from diorama_stage.people.hair import moved

NEAR = frozenset(("macro", "close_up", "extreme_close_up", "medium_close", "portrait"))
"""Framings that show an animal so large that its fur is built finely."""
HERDS = {"hooves": ["standing", "grazing", "walking"], "paws": ["standing", "sitting", "walking"], "birds": ["standing", "standing", "walking"]}
"""What those of a herd or a flock do, by the plan of their bodies."""
MANY = 6
"""From how many of a kind on each has fewer hairs."""
PROFILE = 0.3
"""How much of a bird's turn from the lens its head makes up for: seen along the bill no bird is named, but an owl."""
FILED = frozenset(("running", "leaping", "trotting", "walking", "swimming", "flying"))
"""What those of a row do who go one behind the other."""
LENS, STILL = frozenset(("lens", "camera", "viewer")), frozenset(("standing", "sitting", "lying", "perching"))
"""Gazes into the lens; what is done in place."""
ALONE = 1.8
"""How many times as many hairs one has that is alone, and fills more of the picture."""


def cast_animal(animal: Living, subject: dict, scene: dict, k: int, seed: int, wears: list[dict] = ()) -> tuple[Built, float]:
    """The k-th of a subject's animals in what it `wears` (subjects), and how it is turned: degrees about the vertical."""
    rng = np.random.default_rng([seed, k])
    kind = kinds.kind(animal.kind)
    pose = animal.pose or ("flying" if _aloft(subject, scene, kind) else usual_pose(kind, subject["count"], rng))
    carries = any(r["kind"] == "holding" and r["subject"] == subject["id"] for r in scene["relations"])
    if carries and kind.get("talons") and not animal.pose and not any(r["subject"] == subject["id"] and r["kind"] == "on" for r in scene["relations"]):
        pose = "flying"
    if kind["plan"] == "birds" and pose in ("standing", "perching"):
        borne = any(r["subject"] == subject["id"] and r["kind"] in PERCHED and [*r["objects"]] != ["ground"] for r in scene["relations"])
        pose = "perching" if borne else "standing"  # on the flat a tail that hangs would be in the ground
    if kind["plan"] == "birds" and pose == "diving":
        pose = "swimming" if kind.get("legs", {}).get("web") or not kind.get("flies", True) else "stooping"
    of = subject["count"]
    yaw = _turned(animal, pose, rng, of)
    head = _head_turn(animal, yaw * (PROFILE if kind["plan"] == "birds" and not kind.get("disc") else 1.0), pose, rng, of)
    many = sum(s["count"] for s in scene["subjects"] if s.get("living"))
    count = int(42_000 * min(ALONE / max(many, 1) ** 0.5, MANY / max(many, 1)))
    near = scene["camera"]["framing"] in NEAR and many <= 2
    shape: dict = {}
    if animal.young:
        shape |= young(kind)
    if animal.length and kind.get("fur", {}).get("length"):
        shape["fur"] = kind["fur"] | {"length": {"hairless": 0.0, "short": 1.6, "medium": 4.0, "long": 8.0}[animal.length]}
    if animal.eye_colour:
        shape["iris"] = animal.eye_colour
    if animal.fat != 1.0 and "trunk" in kind:
        shape["trunk"] = [[t, dz, r * (1 + (animal.fat - 1) * np.exp(-(((t - 0.5) / 0.4) ** 2)))] for t, dz, r in kind["trunk"]]
    if animal.colours and "coat" in kind:
        shape["coat"] = recoloured(kind.get("coat", []), animal.colours)
    if animal.mane:
        shape["coat"] = maned(shape.get("coat") or kind.get("coat", []), animal.mane)
    layers = marking(animal, kind)
    own = Own(rng, of)
    ridden = any(r["kind"] == "riding" and subject["id"] in r["objects"] for r in scene["relations"])
    made = creatures.creature(
        Wish(
            animal.kind,
            pose,
            int(rng.integers(1 << 30)) if subject["count"] > 1 else seed,
            near,
            layers,
            animal.scale,
            shape,
            head,
            0 if near else count,
            any(form_of(g) == "coat" for g in wears),
            own.tone,
            carries,
        )
    )
    lift = _lift(kind, pose, subject, scene, made, own.depth)
    on, left = worn.put_on(made.figure, wears, seed) if made.figure else ({}, [g["noun"] for g in wears])
    made.parts |= on
    if "seat" in made.marks:
        high = max((tack.THICK.get(form, 0.0) for form in worn.worn_forms(on).values()), default=0.0)
        made.marks |= {seat: made.marks[seat] + np.array([0, 0, high]) for seat in ("seat", "seat_2", "seat_3")}
    own_pose = kinds.taken(animal.kind, pose)
    over = bool(own_pose.get("turned_over"))
    built = finish(
        made, subject["thing"], exact=animal.exact, tilt=kind.get("tilt", 0.0), over=over, vary=own.size, lift=lift, mirrored=own.mirrored and not ridden,
        bank=-np.sign(yaw) * kind.get("bank", 0.0) * (pose == "swimming"),
    )  # fmt: skip
    built.draught = own_pose["draught"] * float(built.high[2]) if "draught" in own_pose else None
    built.left_out = left
    return built, yaw


class Own:
    """What one of several has of its own, so that they are no copies though they share flesh: size, tone of its coat, which side is which."""

    def __init__(self, rng: np.random.Generator, of: int):
        several = of > 1
        self.size = float(np.clip(rng.normal(1.0, 0.07), 0.84, 1.1)) if several else 1.0
        self.tone = float(np.clip(rng.normal(1.0, 0.13), 0.74, 1.3)) if several else 1.0
        self.mirrored = bool(several and rng.random() < 0.5)
        self.depth = float(rng.uniform(0.0, SCHOOL)) if several else 0.0
        """How much higher than the lowest of a school it swims, in its own lengths."""


SCHOOL = 2.4
"""How high a school of fishes is, in their lengths."""


PERCHED = frozenset(("on", "hanging_from"))
"""Ties by which a bird is on something over the ground."""
FREE = frozenset(("near", "holding", "wearing"))
"""Ties that bind nobody to the ground."""


def _lift(kind: dict, pose: str, subject: dict, scene: dict, made: Made, deeper: float) -> float:
    """Metres that it hovers over where it is put: in flight, or in the water, unless it is said to be on, in or over something."""
    held = any(r["subject"] == subject["id"] and any(o != "ground" for o in r["objects"]) and r["kind"] not in FREE for r in scene["relations"])
    points = np.concatenate([vertices(o) for group in made.parts.values() for o in group])
    if held or scene["camera"]["framing"] == "macro":
        return 0.0
    if pose in ("flying", "gliding", "stooping") and kind["plan"] in ("birds", "others"):
        return float(np.clip(2.2 * np.ptp(points, axis=0).max(), 0.05, 3.0))
    if kind["plan"] == "fishes":
        return 0.3 * float(np.ptp(points[:, 2])) + deeper * float(np.ptp(points[:, 1]))
    under = pose == "swimming" and scene["environment"]["setting"] == "underwater"
    return 0.5 * float(np.ptp(points, axis=0).max()) if under else 0.0


def _aloft(subject: dict, scene: dict, kind: dict) -> bool:
    """What has wings flies where it is said to be above something, or nothing but sky is there."""
    winged = kind["plan"] == "birds" and kind.get("flies", True) or kind.get("wings") or "sails" in kind
    above = any(r["subject"] == subject["id"] and r["kind"] in ("above", "over") for r in scene["relations"])
    return bool(winged) and (above or scene["environment"]["setting"] == "sky" and not any(r["subject"] == subject["id"] for r in scene["relations"]))


def usual_pose(kind: dict, count: int, rng: np.random.Generator) -> str:
    """What such an animal does when nothing is said."""
    usual = kind.get("usual")
    if count == 1:
        return usual[0] if usual else "standing"
    return str(rng.choice(usual or HERDS.get(kind["plan"], ["standing"])))


def _turned(animal: Living, pose: str, rng: np.random.Generator, of: int) -> float:
    if animal.turned is not None:
        return float(animal.turned)
    if pose == "curled_up":
        return float(rng.uniform(-165, -140))  # the hollow of the body, and the face in it, to the lens
    side = 1 if rng.random() < 0.5 else -1
    if animal.gaze in LENS and of == 1 and pose in STILL:
        return side * float(rng.uniform(8, 26))
    if animal.in_row and of > 1:  # one behind the other, or side by side
        return float(-83 + rng.normal(0, 3) if pose in FILED else rng.normal(0, 9) - 20)
    if of > 2 and pose in ("standing", "grazing", "sitting", "lying", "perching"):
        return side * float(rng.uniform(95, 150) if rng.random() < 0.18 else rng.uniform(18, 82))
    aside = pose in ("running", "leaping", "trotting", "walking", "swimming", "stooping", "on_its_back", "floating_on_its_back")
    return side * float(rng.uniform(64, 80) if aside else rng.uniform(36, 58))


def _head_turn(animal: Living, yaw: float, pose: str, rng: np.random.Generator, of: int) -> float:
    """Degrees that the head turns: towards the lens where that is asked, and often where nothing is."""
    if animal.gaze == "ahead":
        return 0.0
    if animal.gaze in ("left", "right"):
        return 35.0 if animal.gaze == "left" else -35.0
    still = pose in STILL
    if animal.gaze in LENS and of == 1:
        return float(np.clip(round(-yaw / 5) * 5, -50, 50))
    if animal.gaze in LENS or (still and rng.random() < (0.92 if of == 1 else 0.6)):
        return float(np.clip(round(-yaw * 0.62 / 20) * 20, -40, 40))  # in steps, so that those of a herd share their flesh
    return 0.0


def young(kind: dict) -> dict:
    """Proportions of a young one. Paws: short thick legs, a short body, a large round head with a short muzzle; hooves: long legs under a short slim body;
    a nestling: a large head, short wings and tail. All: soft fur."""
    if "size" in kind:
        return {"size": kind["size"] * 0.6} | (_nestling(kind) if kind.get("plan") == "birds" else {})
    hoof = kind.get("plan") == "hooves" and not kind.get("column") and kind.get("fore", [0, 0])[0] + kind.get("fore", [0, 0])[1] > SHORT_LEGGED
    paws = kind.get("plan") == "paws"
    leg, body, slim, neck, head = (1.12, 0.84, 0.84, 0.84, 1.14) if hoof else (0.8, 0.84, 1.0, 0.74, 1.3) if paws else (0.92, 0.92, 1.0, 0.9, 1.16)
    out: dict = {"height": kind.get("height", 0.0) * (0.62 if hoof else 0.46)}
    for legs in ("fore", "hind"):
        if legs in kind:
            out[legs] = [kind[legs][0] * leg, kind[legs][1] * leg, *kind[legs][2:]]
    for name in ("fore_radii", "hind_radii"):
        if paws and name in kind:
            out[name] = [1.1 * r for r in kind[name]]
    if "length" in kind:
        out["length"] = kind["length"] * body
    if "trunk" in kind:
        out["trunk"] = [[t, dz, r * slim] for t, dz, r in kind["trunk"]]
    if "length" in kind.get("head", {}):
        out["head"] = kind["head"] | {"length": kind["head"]["length"] * head, "muzzle": kind["head"].get("muzzle", 1.0) * (0.8 if paws else 0.88)}
    if "neck" in kind:
        out["neck"] = kind["neck"] | {"length": kind["neck"]["length"] * neck}
    if "tail" in kind:
        out["tail"] = kind["tail"] | {"length": kind["tail"]["length"] * 0.7}
    if paws:
        out["paw_wide"] = kind.get("paw_wide", 1.25) * 1.15
    fur = {k: v for k, v in kind.get("fur", {}).items() if k not in ("mane", "fringe")}
    out["fur"] = fur | {"length": fur.get("length", 0) * 1.2} | {k: 0.35 * fur[k] for k in ("crest", "switch", "beard") if k in fur}
    return out


SHORT_LEGGED = 42
"""What has shorter forelegs than this for its withers, units, has no long legs when it is young: pigs, hippopotamuses."""


def _nestling(kind: dict) -> dict:
    return {
        "head": kind["head"] | {"radius": kind["head"]["radius"] * 1.22},
        "tail": kind["tail"] | {"length": kind["tail"]["length"] * 0.4},
        "wing": kind["wing"] | {"length": kind["wing"].get("length", 90) * 0.72},
        "neck": kind["neck"] | {"length": kind["neck"]["length"] * 0.86},
        "down": kind.get("down", 7.0) * 1.3,
    }


def recoloured(layers: list[dict], colours: tuple[str, ...]) -> list[dict]:
    """A kind's coat in other colours: its dark patterns stay, what is light stays lighter than the rest."""
    ground = colours[0]
    patterns = {"tabby", "tiger", "zebra", "spots", "rosettes", "net", "patches"}
    out = [{"colour": ground}]
    for layer in layers[1:]:
        light = sum(linear(layer["colour"])[:3]) / 3
        if patterns & layer.keys():
            out.append(layer | ({"colour": colours[1]} if len(colours) > 1 else {}))
        elif "mane" in layer or "hair" in layer:
            out.append(layer | {"colour": mixed(ground, "#000000", 0.45)})
        elif "under" in layer:
            out.append(layer | {"colour": mixed(ground, "#ffffff", 0.3)})
        elif light < 0.02 and not {"ball", "above"} & layer.keys():
            out.append(layer)
    if len(colours) > 1 and not any(patterns & layer.keys() for layer in layers):
        out.append({"colour": colours[1], "patches": 30, "share": 0.4})
    return out


def maned(layers: list[dict], colour: str) -> list[dict]:
    """A coat with its mane in a colour: the long hair of a horse, what is about a lion's face."""
    own = [{**layer, "colour": colour} if layer.keys() & {"mane", "hair"} else layer for layer in layers]
    return own if own != layers else [*layers, {"colour": colour, "hair": True}]


def marking(animal: Living, kind: dict) -> tuple[dict, ...]:
    """The layer of an asked marking that the kind has not by itself."""
    own = MARKINGS.get(animal.marking or "")
    if kind["plan"] not in ("paws", "hooves", "reptiles"):
        return ({"colour": animal.colours[0]},) if animal.colours and kind["plan"] == "others" else ()
    if own is None or any(own.keys() & layer.keys() for layer in kind.get("coat", [])):
        return ()
    ground = animal.colours[0] if animal.colours else kind["coat"][0]["colour"]
    dark = sum(linear(ground)[:3]) / 3 < 0.08
    colour = (
        animal.colours[1] if len(animal.colours) > 1 else "#e9e3d8" if dark or animal.marking in ("bicolour", "piebald") else mixed(ground, "#000000", 0.86)
    )
    return ({"colour": colour, **own},)


def mixed(a: str, b: str, share: float) -> str:
    return "#" + "".join(f"{round(int(a[k : k + 2], 16) * (1 - share) + int(b[k : k + 2], 16) * share):02x}" for k in (1, 3, 5))


def finish(
    made: Made, kind: str, *, exact: bool, tilt: float = 0.0, over: bool = False, lift: float = 0.0, vary: float = 1.0, mirrored: bool = False, bank: float = 0.0
) -> Built:
    """All under one root, its middle at the origin, its lowest point `lift` metres over z = 0.

    `tilt`: degrees that its back is turned to the front; `bank`: that it leans to its left in the water; `over`: it lies on its back; `vary`: a factor on its size; `mirrored`: its left is its right.
    """
    objects = [o for group in made.parts.values() for o in group]
    root = bpy.data.objects.new(kind, None)
    bpy.context.scene.collection.objects.link(root)
    turn = about_x(-tilt) @ about_y(180.0 * over + bank) * vary @ np.diag([-1.0 if mirrored else 1.0, 1, 1])
    corners = np.concatenate([vertices(o) for o in objects]) @ turn.T
    low, high = corners.min(axis=0), corners.max(axis=0)
    base = float((turn @ made.marks.pop("base"))[2]) if "base" in made.marks else float(low[2])
    shift = np.array([-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, lift - base])
    for o in objects:
        set_points(o.data, vertices(o) @ turn.T + shift)
        if mirrored:
            o.data.flip_normals()
        o.data.update()
    for o in made.strands:
        moved(o, shift @ turn / vary**2, turn)
    for o in (*objects, *made.strands):
        o.parent = root
    low, high = low + shift, high + shift
    supports = []
    if "back" in made.marks:
        x, y, z = turn @ made.marks["back"] + shift
        half = 0.16 * float(high[1] - low[1])
        supports = [Support("back", float(x) - 0.4 * half, float(x) + 0.4 * half, float(y) - half, float(y) + half, float(z))]
    built = Built(kind, root, objects, made.parts, {}, low, high, supports, None, [], None, None, "box")
    built.strands = made.strands
    built.marks = {name: turn @ p + shift for name, p in made.marks.items() if name != "back"}
    if made.head is not None and len(made.head):
        points = made.head @ turn.T + shift
        built.head = points[np.unique((points @ AROUND.T).argmax(axis=0))]
    built.stand_in = not exact
    return built
