# SPDX-License-Identifier: GPL-3.0-or-later
"""People as a sculptor makes them: heads and hands of one material, hair and clothes of others, in the pose that the words tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from diorama_stage.kit import Builder, Spec, ellipsoid
from diorama_stage.kit.mesh import move, rotate
from diorama_stage.kit.sculpt import clay
from diorama_stage.props.figures.model import Model, skinned
from diorama_stage.props.figures.skeletons import CM, book, frame, parts, place, under
from diorama_stage.props.figures.to_mesh import cast, taking
from diorama_stage.props.registry import PROPS, prop

STYLES = (
    {"skin": ("patinated_bronze", "#a9794e"), "hair": ("patinated_bronze", "#3a2418"), "cloth": ("patinated_bronze", "#4f3a2a"), "shirt": ("patinated_bronze", "#b08a5c"), "shoes": ("patinated_bronze", "#2a1d15")},
    {"skin": ("clay", "#d3a583"), "hair": ("clay", "#4e3222"), "cloth": ("clay", "#3d566e"), "shirt": ("clay", "#e9e2d4"), "shoes": ("clay", "#2f2620")},
    {"skin": ("clay", "#cf9d78"), "hair": ("clay", "#33241a"), "cloth": ("clay", "#7a3d2e"), "shirt": ("clay", "#e2d8c4"), "shoes": ("clay", "#2b221c")},
    {"skin": ("clay", "#d8ac8a"), "hair": ("clay", "#5d3f28"), "cloth": ("clay", "#54604a"), "shirt": ("clay", "#e9e2d4"), "shoes": ("clay", "#33291f")},
    {"skin": ("wood", "#cf9f72"), "hair": ("walnut", "#4a2f20"), "cloth": ("walnut", "#6d4a30"), "shirt": ("wood", "#e6d3b0"), "shoes": ("walnut", "#33241a")},
)
"""Bronze of several patinas, painted terracotta, limewood and walnut: what tells a face from a coat."""
TIES = ("#6d1f24", "#1f3350", "#3d4a2c", "#4a3050")

TROUSERS = ("#43506a", "#6b6152", "#3c3d40", "#8a7a5c")
"""Of those who wear no suit."""


@dataclass(frozen=True)
class Person:
    """Which figure it is."""

    sex: str
    posture: str
    """A pose of the body's table."""
    hair: str
    child: bool
    casual: bool
    """No coat over the shirt."""

    @property
    def table(self) -> dict:
        return book("people")[self.sex]

    @property
    def pose(self) -> dict:
        return self.table[self.posture]


def person(spec: Spec) -> Person:
    rng = spec.random()
    woman = spec.is_a("woman") or (not spec.is_a("man") and rng.random() < 0.5)
    child = spec.is_a("child")
    body = book("people")["woman" if woman else "man"]
    name = "standing"
    if spec.has("seated", "chaired"):
        name = "sitting"
    elif spec.has("sitting"):
        name = "ground"
    elif spec.has("walking", "running"):
        name = "walking"
    casual = child or spec.has("in_shirt", "in_pants") or rng.random() < 0.4
    casual = casual and not (spec.has("in_jacket", "in_tie") or spec.is_a("business"))
    hair, loose = "short" if spec.has("short_hair") else body["hair"], spec.has("long_hair")
    if woman and (spec.is_a("old", "ballerina") or hair == "long" and rng.random() < 0.3 and not loose):
        hair = "bun"
    return Person("woman" if woman else "man", name, hair, child, casual)


@lru_cache(maxsize=16)
def pieces(who: Person, seed: int, *, toned: bool = True) -> dict[str, list[Model]]:
    """The skins of all pieces, by slot; the same ones where they are asked for again, so that nobody may change them."""
    every, pose, body = book("people"), who.pose, who.table
    upper = frame(pose.get("at", []))
    x, y, z, a, b, c, f = body["head"]
    head = under(frame((x, y, z + (2.5 if who.child else 0), a, b, c, f * (1.24 if who.child else 1))), upper)
    hands = [(pose["hand"], 1), (pose.get("other") or mirrored(pose["hand"]), -1)]
    feet = [p for at in pose["feet"] for p in parts(every["foot"]["rows"], frame(at))]
    make = lambda rows, cell, fine=(): skinned(clay(rows, cell * CM, fine, floor=0.0), cell * CM, seed, toned=toned) if rows else None  # noqa: E731
    skin = [make(parts(every["head"]["rows"] + every["head"][who.sex], head), 0.3 * head[2])]
    skin += [make(parts(flipped(every["hand"]["rows"], s), under(frame(at), upper)), 0.34) for at, s in hands]
    bare = parts(body.get("bust", []), upper) + parts(pose.get("bare", []), upper)
    calves = parts(pose.get("calves", []))
    skin += [make(bare, 0.7), make(calves, 0.7)]
    cloth, legs = parts([r for r in body["upper"] + pose["arms"] + pose["hips"] if not (who.casual and r.get("coat") or who.child and r.get("grown"))], upper), parts(pose["legs"])
    out = {
        "skin": skin,
        "hair": [make(parts(every["hair"][who.hair], head), 0.42 * head[2])],
        "body": [make(cloth + legs if body["skirt"] else cloth, 0.8)],
        "trousers": [] if body["skirt"] else [darker(make(legs, 0.8))],
        "shirt": [None if who.casual else make(parts(body["shirt"], upper), 0.9)],
        "tie": [None if who.casual else make(parts(body["tie"], upper), 0.4)],
        "shoes": [make(feet, 0.6)],
    }
    out["skin"][0].eyes = [(place([(3.05 * s, -8.3, 0.0)], head)[0] * CM, 0.62 * head[2] * CM) for s in (1, -1)]
    return {k: [m for m in v if m is not None] for k, v in out.items()}


def darker(made: Model) -> Model:
    made.tint *= 0.72
    return made


def mirrored(at: list[float]) -> list[float]:
    x, y, z, a, b, c, *rest = at
    return [-x, y, z, a, -b, -c, *rest]


def flipped(rows: list[dict], side: int) -> list[dict]:
    """Rows of a left limb as a right one's."""
    if side > 0:
        return rows
    turn = lambda p: [-p[0], *p[1:]]  # noqa: E731
    return [{**r, **({"limb": [turn(p) for p in r["limb"]]} if "limb" in r else {"ball": turn(r["ball"])})} for r in rows]


def chair(spec: Spec, b: Builder, seat: float) -> None:
    """A chair under who sits."""
    under = Builder(Spec("chair", spec.seed, attributes=frozenset(("bentwood",))))
    PROPS["chair"](under.spec, under)
    height = max(s.z for s in under.supports)
    for group in b._parts.values():
        for o in group:
            move(o, 0, -0.02, height - seat)
    for group in under._parts.values():
        for o in group:
            look = under._slots[o["slot"]]
            name = f"chair {o['slot']}"
            b._slots[name] = replace(look, role="fixed")
            b.add(o, name, "chair")


@prop("doll_person")
def doll(spec: Spec, b: Builder) -> None:
    who = person(spec)
    style = dict(b.choose(*(STYLES[1:4] if spec.has("in_jacket", "in_shirt", "in_dress", "in_pants", "in_tie", "in_shoe", "in_sneaker", "in_boot") else STYLES)))  # a painted coat takes any colour
    if spec.colours:
        style["cloth"] = (taking(spec.colours[0]), None)
    if spec.is_a("old") or spec.has("old", "elderly"):
        style["hair"] = (style["hair"][0], "#b8b2a8")
    b.slot("body", *style["cloth"])
    if who.casual:
        b.slot("trousers", style["shirt"][0], b.choose(*TROUSERS), role="fixed")
    else:
        b.slot("trousers", *style["cloth"])
    b.slot("skin", *style["skin"], role="fixed")
    b.slot("hair", *style["hair"], role="fixed")
    b.slot("shirt", *style["shirt"], role="fixed")
    b.slot("shoes", *style["shoes"], role="fixed")
    b.slot("eyes", "lacquer", "#2b1d15", role="fixed")
    b.slot("tie", style["cloth"][0], b.choose(*TIES), role="fixed")
    for name, models in pieces(who, spec.seed % 997).items():
        for model in models:
            b.add(cast(name, model), name)
            for (x, y, z), r in model.eyes:
                b.add(ellipsoid(r, r * 0.5, r, at=(x, y, z), segments=20), "eyes")
    if spec.has("chaired"):
        chair(spec, b, who.pose["seat"] * CM)
    elif spec.has("seated"):
        b.seat = who.pose["seat"] * CM
    if spec.has("lying"):
        for group in b._parts.values():
            for o in group:
                rotate(o, -90)
    b.lean = None
