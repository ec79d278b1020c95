# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the camera stands: from the kept viewpoint, or so that the subjects fill the frame as asked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, Thing, thing
from diorama_stage import layout, lens, steam
from diorama_stage.actors import Actor
from diorama_stage.legible import nearer, patches_of
from diorama_stage.people.hands_on import cut_off
from diorama_stage.scene_view import Camera, Scene, Staged
from diorama_stage.sets import Plan

PERSON = "doll_person"


PORTRAITS = {"macro": ("neck", 0.05), "close_up": ("neck", 0.0), "medium_close": ("chest", 0.07), "medium": ("hip", -0.06)}
"""Where a framing cuts a person: so far above a point of the body, metres for an adult."""


BUST = {"macro": 0.16, "close_up": 0.2, "medium_close": 0.32, "medium": 0.55}
"""Share of a standing figure, from the top, that a framing shows: head, bust, half-length; the words for framings come from portraits."""


HEADS = {"macro": 0.0, "close_up": 0.3, "medium_close": 0.7}
"""Framings that show an animal's head, and how much is seen below it, in heads."""


HANDFUL = 0.45
"""Metres: an animal that is no larger is shown whole with what it is on, however near: a robin on a branch."""


SMALL = 1.2
"""Metres: an animal that is no longer leads the picture of it on a branch or a rock."""


STAGE = 2.5
"""What bears something is no subject of a close-up if it is this many times as long."""


OUTWARD = 7.0
"""Degrees that the camera looks less far down where there is a view outside to be seen."""


CHEST, LOW, ONTO = 1.0, 0.4, 12.0
"""What is lower than 0.4 m and stands on something higher than 1 m is seen from so many degrees above, as one raises the camera to see the top of a cupboard."""


TOWER = 0.5
"""Of something high that bears what is small, so much is shown that it can be named."""


def _high_up(actors: list[Actor], boxes: dict) -> bool:
    """True if something low lies on top of something high that stands on the ground."""
    for a in actors:
        low, high = boxes[a.id]
        if low[2] > CHEST and high[2] - low[2] < LOW and any(b[0][2] < 0.1 and abs(b[1][2] - low[2]) < 0.6 and b[0][0] < (low[0] + high[0]) / 2 < b[1][0] for b in boxes.values()):
            return True
    return False


def busts(scene: Scene, actors: list[Actor]) -> set[str]:
    """People of whom the framing shows a part."""
    return {a.subject for a in actors if a.item.kind == PERSON} if scene["camera"]["framing"] in BUST else set()


def _lengths(actors: list[Actor]) -> dict[str, float]:
    """Half the length of each subject, metres."""
    return {a.subject: max(a.item.half_x, a.item.half_y, a.item.height / 2) for a in actors}


def heads(scene: Scene, actors: list[Actor]) -> set[str]:
    """Animals of whom the framing shows the head."""
    if scene["camera"]["framing"] not in HEADS:
        return set()
    tied = {id for r in scene["relations"] for id in (r["subject"], *r["objects"]) if r["kind"] != "near"}
    long = _lengths(actors)
    return {a.subject for a in actors if a.measures.head is not None and not (a.subject in tied and long[a.subject] <= HANDFUL / 2)}


def adorned(scene: Scene) -> dict[str, str]:
    """Subjects that adorn the subject they are on, and that one: the candles of a cake. The picture is of both, however small the first."""
    of = {s["id"]: s["thing"] for s in scene["subjects"]}
    on = [(r["subject"], r["objects"][0]) for r in scene["relations"] if r["kind"] in ("on", "in") and r["objects"]]
    return {one: host for one, host in on if one in of and host in of and _adorns(of[one], of[host])}


def stages(scene: Scene, actors: list[Actor]) -> set[str]:
    """Subjects that, seen this near, are but what the picture's subject stands on: the rock under a ring, the barrel under a bottle whose label is to be read."""
    framing = scene["camera"]["framing"]
    near = framing in ("macro", "close_up")
    read = {s["id"] for s in scene["subjects"] if s["labels"]} if framing in ("medium", "medium_close") else set()
    long = _lengths(actors)
    racks = {s["id"] for s in scene["subjects"] if Tag.RACK in thing(s["thing"]).tags} if framing in ("medium", "full") else set()
    carried = [(r["subject"], r["objects"][0]) for r in scene["relations"] if r["kind"] == "on" and {r["subject"], r["objects"][0]} <= set(long) and (near or r["subject"] in read or r["objects"][0] in racks)]
    return {host for one, host in carried if long[host] > STAGE * long[one]} - set(adorned(scene).values())


def bearers(actors: list[Actor], hosts: dict[str, str | None], small: set[str]) -> set[str]:
    """Subjects that bear something too `small` to be named beside them, and are many times as long: the picture goes near what they bear."""
    of = {a.id: a for a in actors}
    long = {a.id: max(a.item.half_x, a.item.half_y, a.item.height / 2) for a in actors}
    found = [(of[id], of[host]) for id in small if (host := hosts.get(id)) in of]
    found = [(a, b) for a, b in found if b.item.hollow is None]  # a vessel is seen with what it holds
    return {b.subject for a, b in found if not b.measures.marks and long[b.id] > STAGE * long[a.id] and not _adorns(a.item.kind, b.item.kind)}


def _adorns(one: str, host: str) -> bool:
    """True for kinds of which the first decks the other."""
    return "on_cake" in thing(one).situations and Tag.CELEBRATED in thing(host).tags


BEARING = frozenset(("furniture", "instrument"))
LOOMING = frozenset(("plant", "building"))
BESIDE = frozenset(("under", "beside", "near", "in_front_of", "left_of", "right_of", "against", "leaning_on"))
"""How something is by a tree or a house that looms over it."""
UNDER = 0.3
"""How much of what a small animal is on a close-up shows, sideways and below, in multiples of the animal's length."""
LED, AROUND, PERCHED = 2.0, (0.75, 0.9), (0.5, 0.65)
"""What stands on something so many times as long leads the picture; how much around it is shown, sideways and below, in its larger sides; less where animals do."""


SHADED = 0.9
"""A tree that the picture's first thing is under leads it no more where it is so many times as long."""


def borne(scene: Scene, actors: list[Actor]) -> tuple[str, set[str]] | None:
    """The furniture (or the bridge) that the picture's first subject is on, the tree or house that it is by, many times as long, and all that is there.

    The picture is of them, with as much of it as tells what it is.
    """
    if scene["camera"]["framing"] not in ("medium", "full", "wide") or not scene["subjects"]:
        return None
    things = {s["id"]: s for s in scene["subjects"]}
    by = {id for id, s in things.items() if thing(s["thing"]).category in LOOMING}
    there = [r for r in scene["relations"] if r["objects"] and (r["kind"] in ("on", "in", "hanging_from") or r["kind"] in BESIDE and r["objects"][0] in by)]
    on = {r["subject"]: r["objects"][0] for r in there}
    first, host = scene["subjects"][0]["id"], on.get(scene["subjects"][0]["id"])
    long = _lengths(actors)
    if host not in long or first not in long or "person" in (things[first]["kind"], things[host]["kind"]):
        return None
    shaded = thing(things[host]["thing"]).category == "plant" and any(r["kind"] == "under" and r["subject"] == first and host in r["objects"] for r in there)
    bearing = shaded or _cropped(thing(things[host]["thing"]), scene["camera"]["framing"]) or host in _perches(scene, things, long)
    if long[host] < (SHADED if shaded else LED) * long[first] or not bearing:
        return None
    return host, {s for s in long if host in (on.get(s), on.get(on.get(s, "")))}


WHOLE = frozenset(("vehicle", "person", "animal", "building"))
"""What is told from the whole of it, also with a bird on it."""


def _beast(subject: Staged) -> bool:
    """True of an animal, alive or as a figure."""
    return bool(subject.get("living")) or subject["thing"].startswith("figure_")


def _perches(scene: Scene, things: dict, long: dict[str, float]) -> set[str]:
    """Subjects that a small animal is on or hangs from: a bird fills the picture, not the branch that it is on."""
    if scene["camera"]["framing"] == "wide":
        return set()
    small = {id for id, s in things.items() if _beast(s) and long.get(id, SMALL) < SMALL / 2}
    under = {o for r in scene["relations"] if r["kind"] in ("on", "hanging_from") and r["subject"] in small for o in r["objects"][:1]}
    return {host for host in under if host in things and not things[host].get("living") and thing(things[host]["thing"]).category not in WHOLE}


def _cropped(host: Thing, framing: str) -> bool:
    """True of what may go on beyond the frame: furniture, trees and houses, unless the picture is wide; a bridge always."""
    return Tag.SPANS in host.tags or framing != "wide" and host.category in BEARING | LOOMING


def _around(boxes: list[tuple[np.ndarray, np.ndarray]], share: tuple[float, float]):
    """A box about what leads the picture, and so much of what bears it."""
    low, high = np.min([b[0] for b in boxes], axis=0), np.max([b[1] for b in boxes], axis=0)
    side = max(high[0] - low[0], high[2] - low[2])
    return np.array([low[0] - share[0] * side, low[1], max(low[2] - share[1] * side, 0.0)]), np.array([high[0] + share[0] * side, high[1], high[2]])


def _blossom(scene: Scene, actors: list[Actor], boxes: dict, mere: set[str]) -> list[tuple[np.ndarray, np.ndarray]]:
    """In a close-up of a small animal, boxes about it in which some of what it is on is seen: the flower under a bee."""
    if scene["camera"]["framing"] not in ("macro", "close_up"):
        return []
    living = {s["id"] for s in scene["subjects"] if s.get("living")}
    on = {r["subject"] for r in scene["relations"] if r["kind"] == "on" and r["objects"] and r["objects"][0] in mere}
    found = [boxes[a.id] for a in actors if a.subject in living & on]
    return [(low - UNDER * (high - low).max() * np.array([1, 0, 1]), high + UNDER * (high - low).max() * np.array([1, 0, 0])) for low, high in found]


def _about(scene: Scene, actors: list[Actor], boxes: dict, led: tuple[str, set[str]]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Boxes of what leads the picture with some of what it is on; of a tree that it is by, and not up in, the foot."""
    up = any(r["subject"] in led[1] and r["kind"] in ("on", "in", "hanging_from") and led[0] in r["objects"] for r in scene["relations"])
    up |= any(s.get("sips") == led[0] for s in scene["subjects"])
    beasts = {s["id"] for s in scene["subjects"] if _beast(s)}
    leading = _around([boxes[a.id] for a in actors if a.subject in led[1]], PERCHED if up and led[1] <= beasts else AROUND)
    plant = any(s["id"] == led[0] and thing(s["thing"]).category == "plant" for s in scene["subjects"])
    if not plant and any(r["kind"] == "under" and r["subject"] in led[1] and led[0] in r["objects"] for r in scene["relations"]):
        low, high = next(boxes[a.id] for a in actors if a.subject == led[0])
        middle, tall = (leading[0] + leading[1]) / 2, high[2] - low[2]
        return [leading, (np.array([middle[0] - 0.5 * tall, low[1], low[2]]), np.array([middle[0] + 0.5 * tall, low[1], high[2]]))]  # the arch over it
    if up or not plant:
        return [leading]  # a house behind it is so large that it is seen
    low, high = next(boxes[a.id] for a in actors if a.subject == led[0])
    middle, tall = (low + high) / 2, leading[1][2] - low[2]
    return [leading, (np.array([*(middle[:2] - 0.3 * tall), low[2]]), np.array([*(middle[:2] + 0.3 * tall), low[2] + 1.3 * tall]))]


def framed(scene: Scene, actors: list[Actor], boxes: dict, place: Plan, aspect: float, lift: float, mere: set[str]) -> lens.Shot:
    """The shot: from the layout's viewpoint, or so that the subjects fill the frame as asked, `lift` degrees higher; a part of what is `mere` stage."""
    camera = scene["camera"]
    mere = stages(scene, actors) | mere | cut_off(scene, actors)
    faces = heads(scene, actors)
    if faces or busts(scene, actors):  # near a person, tables and the like are cut by the frame
        mere |= {a.subject for a in actors if not a.measures.marks and max(a.item.half_x, a.item.half_y) > 0.3}
    led = borne(scene, actors)
    mere |= {led[0]} if led else set()
    camera = {**camera, "framing": "full"} if led and camera["framing"] == "wide" else camera
    shown = [a for a in actors if not a.item.implied and a.subject not in mere] or actors
    bust = BUST.get(camera["framing"], 1.0)
    boxes = boxes | {a.id: _portrait(a, boxes[a.id], camera["framing"]) if a.measures.marks else _upper(boxes[a.id], bust) for a in shown if a.item.kind == PERSON}
    boxes |= {a.id: _head(a, camera["framing"]) for a in shown if a.subject in faces}
    lift += ONTO * _high_up(actors, boxes)
    about = _about(scene, actors, boxes, led) if led else _blossom(scene, shown, boxes, mere)
    towers = [] if led else [a for a in actors if a.subject in mere and not a.measures.marks and a.item.height > 1.2 * 2 * a.item.half_x and a.item.height > CHEST]
    shown, boxes = [*shown, *(a for a in towers if a not in shown)], boxes | {a.id: _upper(boxes[a.id], TOWER) for a in towers}
    main = [*(boxes[a.id] for a in shown), *about]
    people = any(a.measures.marks for a in shown)
    lift += _over_flat(camera, place, main)
    strung = _strung_over(camera, place, main, scene)
    # What hangs over the ground is photographed with some of the ground: on a wet street, so much that its mirror image shows.
    if main and not people and not mere and min(b[0][2] for b in main) > 1.5 and not strung:
        main = [(np.array([*b[0][:2], b[0][2] * (0.3 - 0.8 * min(scene["environment"]["wetness"], 1.0))]), b[1]) for b in main]
        points = None
    else:
        outlines = [lens.corners(*boxes[a.id]) if a.measures.marks and bust < 1 else a.outline(above=boxes[a.id][0][2]) for a in shown]
        points = np.concatenate([*outlines, *(lens.corners(*b) for b in about), steam.room(actors, scene)]) if main else None
    focused = next((a for a in actors if a.subject == camera["focus"]), None) or next((a for a in shown if a.measures.marks), None)
    focus = (_eyes(focused, camera["azimuth"]) if focused.measures.marks else boxes[focused.id]) if focused else None
    eye = None if place.camera_z is None else (0.0, -min(place.reach * 0.3, 4.0), place.camera_z)
    lifted = camera["angle"] in ("slightly_high", "eye_level") and bool(main)
    if points is not None and eye is not None and not people and (_of_room(camera, place) or strung):
        shot = _in_room(camera, points, aspect, eye)
    else:
        lift = lift - OUTWARD * (place.setting == "windowsill") if lifted else 0.0
        shot = lens.frame(camera, main, aspect, points=points, focus_box=focus, camera_low=place.camera_low, eye=eye, lift=lift)
        shot = lens.raised_by(shot, FLOOR) if not main and _of_room(camera, place) else shot
    told = {s["id"] for s in scene["subjects"] if _words_on(s)}
    written = [a for a in actors if a.subject in told]
    if written and people and bust < 1.0:  # who is shown in part stays in the picture
        beside = [*(boxes[a.id] for a in written), *(boxes[a.id] for a in shown if a.measures.marks)]
        corners = np.concatenate([lens.corners(*b) for b in beside])
        shot = nearer(shot, lambda: lens.frame(camera, beside, aspect, points=corners, focus_box=focus, camera_low=place.camera_low), written)
        faces = [_portrait(a, boxes[a.id], "macro") for a in shown if a.measures.marks]
        if patches := patches_of(written):  # a mug in a hand: the words and who holds them, no more
            near = [*patches, *faces]
            corners = np.concatenate([lens.corners(*b) for b in near])
            close = {**camera, "framing": READ}
            shot = nearer(shot, lambda: lens.frame(close, near, aspect, points=corners, focus_box=focus, camera_low=place.camera_low), written)
    elif written:
        shot = _read(shot, {**camera, "framing": READ} if camera["framing"] in FAR else camera, written, boxes, focus, aspect, place)
    shot = layout.rounded_shot(layout.stood(scene, shot, aspect))
    if not main or layout.focused(scene):
        return shot
    if written and focused is None:
        return replace(shot, focus_distance=_amid(shot, written))
    return replace(shot, focus_distance=lens.depth_of(shot, main[0] if focus is None else focus))


def _words_on(subject: Staged) -> bool:
    """Whether something is to be read on a subject, or on what it wears."""
    return bool(subject["labels"]) or any(one["labels"] for one in subject.get("wears", ()))


def _amid(shot: lens.Shot, written: list[Actor]) -> float:
    """The distance to focus on so that the nearest and the farthest of what bears words are alike sharp, metres."""
    depths = [max(lens.depth_of(shot, a.box()), 0.02) for a in written]
    return 2 * min(depths) * max(depths) / (min(depths) + max(depths))


READ, FAR = "close_up", frozenset(("wide", "establishing", "full", "medium"))
"""As near as a picture of what is written goes, where the words put it no nearer themselves."""


def _read(shot: lens.Shot, camera: Camera, written: list[Actor], boxes: dict, focus, aspect: float, place: Plan) -> lens.Shot:
    """The shot so near that what is written can be read: first all of what bears it, then its patches alone fill the frame, as far as it must."""
    onto = lambda near, points: lens.frame(camera, near, aspect, points=points, focus_box=focus, camera_low=place.camera_low)  # noqa: E731
    shot = nearer(shot, lambda: onto([boxes[a.id] for a in written], np.concatenate([a.outline() for a in written])), written)
    if patches := [*patches_of(written), *(_portrait(a, boxes[a.id], "macro") for a in written if a.measures.marks)]:
        shot = nearer(shot, lambda: onto(patches, np.concatenate([lens.corners(*b) for b in patches])), written)
    return shot


FLAT, OVER = 0.3, 18.0
"""What is lower than this share of its width, on a table, is looked down on by up to so many degrees more: plates and papers are seen, not their edges."""


def _over_flat(camera: Camera, place: Plan, boxes: list) -> float:
    """Degrees that the camera is higher than usual, over a table with nothing high on it."""
    if camera["angle"] != "slightly_high" or camera["framing"] in ("wide", "establishing") or not place.table or not boxes or place.setting == "windowsill":
        return 0.0
    low, high = np.min([b[0] for b in boxes], axis=0), np.max([b[1] for b in boxes], axis=0)
    return OVER * max(0.0, 1 - float(high[2] - low[2]) / max(float(high[0] - low[0]), 1e-6) / FLAT)


ROOMY, BACK, FLOOR = 0.88, 0.15, -0.12
"""How much of the frame things may take where the picture is of the room; metres between places where the camera tries to stand; the lens shifted
down, as a share of half the frame: more of the floor than of the ceiling, and upright walls."""


def _of_room(camera: Camera, place: Plan) -> bool:
    """True where a wide picture is of the room, with its things in it."""
    return place.indoor and place.camera_z is not None and not place.table and camera["framing"] in ("wide", "establishing") and camera["angle"] == "eye_level"


STRUNG = 1.2
"""Metres: of what hangs over a street, its greatest size for the picture to be of the street."""


def _strung_over(camera: Camera, place: Plan, boxes: list, scene: Scene) -> bool:
    """True where small things hang over the ground of a place out of doors: the place is photographed as it is when it is empty, with them in it."""
    near = camera["framing"] not in ("full", "wide", "establishing")
    if place.indoor or place.camera_z is None or not boxes or near or scene["environment"]["wetness"] > 0.3:
        return False
    return min(b[0][2] for b in boxes) > 1.5 and max(float((b[1] - b[0]).max()) for b in boxes) < STRUNG and camera["angle"] == "eye_level"


def _in_room(camera: Camera, points: np.ndarray, aspect: float, eye: tuple[float, float, float]) -> lens.Shot:
    """The room as it is photographed when it is empty, from so far back that all things are in the frame; at most four times as far."""
    near = min(eye[1], points.min(axis=0)[1] - 0.8)
    stands = [lens.raised_by(lens.frame(camera, [], aspect, eye=(eye[0], near - k * BACK, eye[2])), FLOOR) for k in range(max(1, int(3 * -eye[1] / BACK)))]
    return next((shot for shot in stands if _holds(shot, points)), stands[-1])


def _holds(shot: lens.Shot, points: np.ndarray) -> bool:
    seen = shot.project(points)
    return bool(seen[:, 2].min() > 0.3 and np.abs(seen[:, :2]).max() <= ROOMY)


def _portrait(actor: Actor, box, framing: str):
    """The part of a person that a framing shows: from a line across the body to above the hair, arms held wide left out of it."""
    if framing not in PORTRAITS:
        return box
    name, above = PORTRAITS[framing]
    high = box[1]
    eyes, chin = (actor.mark("left_eye") + actor.mark("right_eye")) / 2, actor.mark("chin")
    head = max(float(np.linalg.norm(actor.mark("crown") - chin)), 0.05)
    foot = actor.mark(name)[2] + above * head / 0.24
    if framing == "medium":  # what the hands do is in the picture; of what is under it (a table's foot, knees) little
        foot = max(foot, min(actor.mark("left_hand")[2], actor.mark("right_hand")[2]) - 0.5 * head)
    half = head * {"macro": 0.42, "close_up": 0.48, "medium_close": 0.62, "medium": 1.3}[framing]  # shoulders may leave the frame
    return np.array([eyes[0] - half, eyes[1] - 0.1, min(foot, chin[2] - 0.2 * head)]), np.array([eyes[0] + half, eyes[1] + 0.15, high[2]])


def _head(actor: Actor, framing: str):
    """An animal's head, with as much below it as the framing shows."""
    points = actor.head()
    low, high = points.min(axis=0), points.max(axis=0)
    return low - (0, 0, HEADS[framing] * (high[2] - low[2])), high


def _eyes(actor: Actor, azimuth: float):
    """The eye that is nearer to the lens, as a box without size."""
    a = np.radians(azimuth)
    eye = min((actor.mark("left_eye"), actor.mark("right_eye")), key=lambda p: float(p @ (-np.sin(a), np.cos(a), 0)))
    return eye, eye


def _upper(box, share: float):
    """The upper share of a box: a head, a bust, a half-length."""
    low, high = box
    return np.array([*low[:2], high[2] - share * (high[2] - low[2])]), high
