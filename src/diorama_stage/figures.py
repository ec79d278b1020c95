# SPDX-License-Identifier: GPL-3.0-or-later
"""Animals of a scene as things that placement knows (`figure_*`), with the living animal to be built where there is one.

A sculpted figure stands in where there is none, which is told (`stand_ins` of the report).
"""

from __future__ import annotations

from diorama_catalogue import thing
from diorama_catalogue.named import FIGURE, figure_of, named, names
from diorama_stage.animals import kinds, living
from diorama_stage.scene_view import Garment, Relation, Scene, Staged

USUAL_GARMENT = "shirt"
TOYS = {"paper": 0.16, "fur": 0.34, "knit": 0.26, "felt": 0.2}
"""How large figures of such materials are, metres."""
PLUSH, USUAL_PLUSH = "fur", "#9a7650"
"""The material of soft toys, and the colour of those of which nothing else is known."""
POSES = {"sitting": "sitting", "begging": "sitting", "perching": "sitting", "lying": "lying", "sleeping": "lying", "curled_up": "lying", "walking": "walking",
         "trotting": "walking", "running": "running", "leaping": "jumping", "flying": "flying", "gliding": "flying"}  # fmt: skip
"""Postures that figures have."""


def as_figures(scene: Scene) -> Scene:
    """The scene with every animal as an object: its species' figure in the pose nearest to its own, and its clothes as objects that it wears.

    `living`: what lives in its place. Here a scene's nouns are looked up (`names`); after it they are only told.
    """
    scene = named(scene)
    subjects: list[Staged] = []
    relations: list[Relation] = list(scene["relations"])
    for subject in scene["subjects"]:
        worn = subject["wears"] if subject.get("kind") == "animal" else ()
        garments = [_garment(g, f"{subject['id']}_worn{k}", subject["count"]) for k, g in enumerate(worn, 1)]
        subjects += [_alive(subject), *garments]
        relations += [{"subject": subject["id"], "kind": "wearing", "objects": [g["id"]]} for g in garments]
    return {**scene, "subjects": subjects, "relations": relations}


def _alive(subject: Staged) -> Staged:
    if subject.get("kind") != "animal":
        found = living(subject)
        return {**subject, "living": found} if found else _made(subject)
    figure = _figure(subject)
    found = living(subject)
    return {**figure, "living": found, "deeds": subject.get("deeds", [])} if found else figure


def _made(subject: Staged) -> Staged:
    """A knitted figure is of wool where no other yarn is told; a plush one has the colour of whom it shows; toys are as large as toys."""
    if subject.get("kind") == "person" or not subject["thing"].startswith(FIGURE):  # a person has no thing or surface yet
        return subject
    surface, size = subject["surface"], subject["size"]
    if "knitted" in surface["finish"] and not surface["material"]:
        surface = {**surface, "material": "knit"}
    if surface["material"] == PLUSH and not surface["colours"]:
        surface = {**surface, "colours": [{"name": "plush", "hex": _own_colour(subject)}]}
    if surface["material"] in TOYS:
        size = {**size, "scale": size["scale"] * min(TOYS[surface["material"]] / thing(subject["thing"]).size, 1.0)}
    return {**subject, "surface": surface, "size": size}


def _own_colour(subject: Staged) -> str:
    """The ground colour of the coat of the animal that a figure shows, `#rrggbb`."""
    beast = names(subject).beast
    coat = kinds.kind(beast.usual).get("coat") if beast and beast.usual in kinds.tables() else None
    return coat[0]["colour"] if coat else USUAL_PLUSH


def _figure(animal: Staged) -> dict:
    pose, row = POSES.get(animal.get("posture") or ""), animal.get("formation") == "row"
    return {
        **{key: animal[key] for key in ("id", "noun", "count", "size", "implied")}, "names": names(animal), "within": animal.get("within"),
        "kind": "object", "thing": figure_of(str(animal.get("species"))), "variants": [],
        "surface": {"colours": animal["coat"]["colours"][:1], "material": None, "pattern": None, "finish": []}, "parts": [], "shape": None,
        "states": [*([pose] if pose else []), *(["arranged"] if row else [])], "styles": [], "contents": None, "depicts": [], "labels": [],
    }  # fmt: skip


def _garment(garment: Garment, id: str, count: int) -> dict:
    """A garment as the thing that is built for it; a shirt where the catalogue has none like it."""
    return {
        "id": id, "kind": "object", "noun": garment["noun"] or garment["garment"], "names": names(garment), "count": count, "implied": False,
        "thing": names(garment).thing or USUAL_GARMENT, "variants": [],
        "surface": garment["surface"], "size": {"scale": 1.0, "height": 1.0, "width": 1.0, "depth": 1.0}, "parts": [], "shape": None, "states": [],
        "styles": list(garment["styles"]), "contents": None, "depicts": [], "labels": list(garment["labels"]),
    }  # fmt: skip
