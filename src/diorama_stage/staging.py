# SPDX-License-Identifier: GPL-3.0-or-later
"""The scene as a studio photographer sets it up before anything is built."""

from __future__ import annotations

from diorama_catalogue import SettingTag, Tag, places, settings, tagged, thing
from diorama_stage.animals import kinds
from diorama_stage.lens import UNDER_SKY
from diorama_stage.light.sky import OPEN
from diorama_stage.scene_view import Camera, Environment, Lighting, Relation, Scene, Staged

LEVEL = frozenset(("eye_level", "slightly_high", "low"))
"""Camera angles from which the sky is seen."""


def staged(scene: Scene) -> Scene:
    """The scene as a studio photographer sets it up: a surface and another backdrop mean a table before a backdrop; a dark backdrop means little fill."""
    environment: Environment = scene["environment"]
    lighting: Lighting = scene["lighting"]
    ground, backdrop = environment["ground"], environment["backdrop"]
    if environment["setting"] == "studio" and (ground["material"] or ground["colours"]) and (backdrop["material"] or backdrop["colours"]):
        environment = {**environment, "ground_shape": "table"}
    dark = backdrop["colours"] and sum(int(backdrop["colours"][0]["hex"][i : i + 2], 16) for i in (1, 3, 5)) < 180
    if dark and lighting["mood"] == "natural" and environment["setting"] in ("studio", "tabletop", "plain_room"):
        lighting = {**lighting, "mood": "low_key"}
    if _afloat(scene):
        environment = {**environment, "ground_shape": "water"}
    if environment["setting"] == "street" and sum(s["count"] for s in scene["subjects"] if s["thing"] in tagged(Tag.ON_FRONTS)) > 1:
        environment = {**environment, "setting": "shop_front"}  # a wall of signs is seen from across the street
        scene = {**scene, "environment": environment}
    camera: Camera = scene["camera"]
    heavenly = bool({"stars", "aurora", "shooting_star", "comet", "rainbow_in_sky"} & set(environment["features"])) and environment["setting"] in OPEN
    if heavenly and camera["composition"] in ("balanced", "centred") and camera["angle"] in LEVEL:
        camera = {**camera, "composition": UNDER_SKY}
    pegged = _pegged(scene)
    fronted, signs = _named(scene)
    beside = _beside_doors(scene)
    kept = [r for r in scene["relations"] if not _spans(scene, r) and r["subject"] not in fronted]
    subjects: list[Staged] = [{**s, "states": [*s["states"], "hanging"]} if s["id"] in pegged else s for s in _under_snow(scene)]
    hung: list[Relation] = [{"subject": id, "kind": "hanging_from", "objects": ["wall"]} for id in sorted(pegged)]
    hung += [{"subject": id, "kind": "on", "objects": ["wall"]} for id in sorted(beside | _walled(scene))]
    kept = [r for r in kept if not (r["kind"] in ("under", "below") and r["subject"] in beside)]
    kept = [{**r, "kind": "against"} if _stands(scene, r) else r for r in _dining(scene, kept)]
    return {**scene, "subjects": subjects, "environment": environment, "camera": camera, "lighting": lighting, "relations": [*kept, *signs, *hung]}


FOOTED = frozenset((Tag.SAT_ON, Tag.SEAT, Tag.BACKED, Tag.DINED_AT, Tag.TABLE_TOP, Tag.WORKED_AT))
"""Of furniture that stands on the floor."""


def _stands(scene: Scene, relation: Relation) -> bool:
    """True of "a bench along the wall": it hangs on none."""
    kind = next((s["thing"] for s in scene["subjects"] if s["id"] == relation["subject"]), "")
    return relation["kind"] in ("on", "hanging_from") and "wall" in relation["objects"] and bool(FOOTED & thing(kind).tags)


def _walled(scene: Scene) -> set[str]:
    """What hangs on walls, and is not said to be anywhere else."""
    if scene["environment"]["setting"] not in places(SettingTag.HUNG):
        return set()
    placed = {r["subject"] for r in scene["relations"] if r["kind"] in ("on", "in", "leaning_on", "against", "hanging_from", "stacked_on", "under")}
    return {s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.ON_WALLS)} - placed


def _spans(scene: Scene, relation: Relation) -> bool:
    """True of "a bridge over a river": it stands on both banks, and hangs in no air."""
    kind = next((s["thing"] for s in scene["subjects"] if s["id"] == relation["subject"]), "")
    return kind in tagged(Tag.SPANS) and relation["kind"] in ("above", "on") and relation["objects"][0] in ("ground", "water")


def _pegged(scene: Scene) -> set[str]:
    """Clothes that the words put above something, and hung on nothing: they hang on the wall, from a peg."""
    if scene["environment"]["setting"] not in places(SettingTag.HUNG):
        return set()
    of = {s["id"]: s for s in scene["subjects"]}
    hung = {r["subject"] for r in scene["relations"] if r["kind"] == "hanging_from"}
    over = {r["subject"] for r in scene["relations"] if r["kind"] == "above" and r["objects"][0] in of}
    return {id for id in over - hung if id in of and of[id]["thing"] in tagged(Tag.WORN) and "hanging" in thing(of[id]["thing"]).states}


def _dining(scene: Scene, relations: list[Relation]) -> list[Relation]:
    """The relations, with seats around the one table there is, where no words place them otherwise: "a table and four chairs"."""
    tables = [s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.DINED_AT) and s["count"] == 1]
    if len(tables) != 1:
        return relations
    loose = [r for r in relations if r["kind"] in ("with", "around")]
    placed = {id for r in relations if r not in loose and r["objects"] != ["ground"] for id in (r["subject"], *r["objects"])}
    seats = [s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.DRAWN_UP) and s["id"] not in placed]
    kept = [r for r in relations if r not in loose or not {r["subject"], *r["objects"]} <= {*seats, tables[0]}]
    return [*kept, *({"subject": id, "kind": "around", "objects": [tables[0]]} for id in seats)]


FRONTED = {"shop_front": ("on", "wall"), "street": ("above", "ground")}
"""Where a house front is at hand, and how a sign hangs on it: along a street it juts out over the pavement."""


def _named(scene: Scene) -> tuple[set[str], list[Relation]]:
    """Neon hangs on a house front, and so does a shop's sign that stands nowhere else: who they are, and what they stand to instead of the ground."""
    setting = scene["environment"]["setting"]
    if setting not in FRONTED:
        return set(), []
    elsewhere = {r["subject"] for r in scene["relations"] if r["objects"] != ["ground"]}
    openings = {s["id"] for s in scene["subjects"] if s["thing"] in ("door", "window")}
    placed = {r["subject"] for r in scene["relations"] if not (r["kind"] == "above" and set(r["objects"]) <= openings)}
    neon = {s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.ON_FRONTS)} - elsewhere
    own = {s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.OVER_SHOPS)} - placed if setting == "shop_front" else set()
    kind, place = FRONTED[setting]
    return neon | own, [{"subject": id, "kind": kind, "objects": [place]} for id in sorted(neon | own)]


def _beside_doors(scene: Scene) -> set[str]:
    """Plaques beside what is in the wall: they are screwed to the wall, and stand on no floor."""
    in_wall = {r["subject"] for r in scene["relations"] if r["kind"] == "on" and r["objects"] == ["wall"]}
    plaques = {s["id"] for s in scene["subjects"] if s["thing"] == "plaque"} - in_wall
    return {r["subject"] for r in scene["relations"] if r["kind"] in ("beside", "left_of", "right_of") and r["objects"][0] in in_wall} & plaques


def _swims(subject: Staged) -> bool:
    """True of a living animal that swims though it has legs."""
    animal = subject.get("living")
    return animal is not None and "draught" in kinds.taken(animal.kind, animal.pose)


def _under_snow(scene: Scene) -> list[Staged]:
    """The subjects, houses with snow on their roofs where the land lies under it."""
    place = scene["environment"]
    snowed = place["setting"] == "snow_field" or place["weather"] == "snow" or place["ground"]["material"] == "snow"
    if not snowed or place["season"] in ("spring", "summer", "autumn"):
        return list(scene["subjects"])
    roofed = {s["id"] for s in scene["subjects"] if thing(s["thing"]).category == "building" and SNOWED not in s["surface"]["finish"]}
    return [{**s, "surface": {**s["surface"], "finish": [*s["surface"]["finish"], SNOWED]}} if s["id"] in roofed else s for s in scene["subjects"]]


SNOWED = "snow_covered"


def _afloat(scene: Scene) -> bool:
    """The things are in open water: the words put one there, or it is a boat that nothing says is ashore."""
    if not settings()[scene["environment"]["setting"]].floats:
        return False
    at_water = {r["kind"] in ("on", "in") for r in scene["relations"] if "water" in r["objects"]}
    ashore = any("ground" in r["objects"] for r in scene["relations"])
    moored = "jetty" in scene["environment"]["place"]  # "moored at a dock": alongside
    return at_water == {True} or (not ashore and (moored or not at_water) and any(s["thing"] in tagged(Tag.AFLOAT) or _swims(s) for s in scene["subjects"]))
