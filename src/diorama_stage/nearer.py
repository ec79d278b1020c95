# SPDX-License-Identifier: GPL-3.0-or-later
"""What is too small to be named beside what is large is brought near the lens: placements and a shot of their own, both sharp by aperture."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage import lens
from diorama_stage.actors import Actor
from diorama_stage.arrange import Constraint, Placement
from diorama_stage.arrange.foreground import Near, foreground
from diorama_stage.closer import Other, Size, ample, closer, shown
from diorama_stage.framing import PERSON
from diorama_stage.presence import LEAST_SIDE, SLENDER, confusion
from diorama_stage.scene_view import Scene
from diorama_stage.wants import MANY

LARGER = 2.2
"""Things are large beside small ones from so many times their length."""
MINGLED = frozenset(("behind", "under", "above", "covering", "between", "around", "riding", "holding", "wearing", "leaning_on", "against", "hanging_from"))
"""Relations that no distance may part."""
SOFT = 0.012
"""Of the frame's short side: how far off large things may be blurred. They are named, and the eye goes to what is near."""
WIDER, WIDEST = 35.0, 24.0
"""Lenses of these focal lengths, millimetres, where a longer one leaves the near or the far things too small."""
HAZY = 600.0
"""Metres: what is large and farther off is lost in the air, and behind the land; a wider lens brings it in from nearer."""
LARGE = 0.6
"""Of the largest that the frame lets the far things be, how large they are to be seen with a lens that is kept."""
FORESHORTENED = 0.15
"""Of a thing's depth, what is seen of it from little above the ground."""
LARGER_SEEN = 0.6
"""People are seen larger than what is named by its shape alone: at this share of the distance."""
FROM_ABOVE = 0.4
"""The same of what lies flat: it is looked down on."""
FILLED = 0.36
"""Of its frame, what a thing covers, and what the least area is to the least side."""
STOPS = (4.0, 5.6, 8.0, 11.0, 16.0, 22.0, 32.0, 45.0, 64.0)


def roots(placements: list[Placement], bonds: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """For each item, what of its pile stands on the ground; of who is at something (`bonds`), that."""
    host = {p.item: p.host or bonds.get(p.item) for p in placements}

    def root(id: str) -> str:
        for _ in host:  # no pile is higher than there are things
            if host.get(id) not in host:
                break
            id = host[id]
        return id

    return {id: root(id) for id in host}


def _bonds(scene: Scene, actors: list[Actor]) -> dict[str, str]:
    """Of who leads, feeds or works at something, and stands by it, that: no distance parts them."""
    first = {a.subject: a.id for a in reversed(actors)}
    at = {s["id"]: place[0] for s in scene["subjects"] if (place := s.get("at")) and place[0] in first}
    return {a.id: first[at[a.subject]] for a in actors if a.subject in at}


def parted(actors: list[Actor], root: dict[str, str], asked: list[Constraint], small: set[str]) -> tuple[set[str], set[str]] | None:
    """The roots of what is small and of what is large beside it; None where distance cannot part them."""
    of = {a.id: a for a in actors}
    seated = {t.item for t in asked if t.objects[0] in ("wall", "ceiling", "sky", "water")}
    length = {r: max(of[r].item.radius * 2, of[r].item.height) for r in set(root.values())}
    largest = max(length.values())
    near = {root[i] for i in small if LARGER * length[root[i]] <= largest}
    near |= {r for r in length if any(LARGER * length[r] <= largest and of[r].subject == of[n].subject for n in near)}
    near -= {e for t in asked if t.kind in MINGLED for e in _ends(t, root, near)}
    near |= _with(near, {r for r in length if LARGER * length[r] <= largest}, root, asked)
    far = {r for r in length if r not in near and not of[r].item.implied}
    if not near or not far or near & seated:
        return None
    for t in asked:
        ends = [root.get(o) for o in (t.item, *t.objects)]
        crossing = any(e in near for e in ends) and any(e in far for e in ends)
        passing = t.kind == "near" and any(_lives(of[e]) for e in ends if e in near)  # who walks past cars is near them before them too
        if crossing and t.kind in CLOSE and not passing and largest < TOGETHER * max(length[e] for e in ends if e in near):
            return None
        if crossing and (t.kind in MINGLED - ({"behind"} if ends[0] in far else set()) or t.kind == "in_front_of" and ends[0] in far):
            return None
    return near, far


def _lives(actor: Actor) -> bool:
    return bool(actor.measures.marks) or actor.measures.head is not None


def _ends(t: Constraint, root: dict[str, str], near: set[str]) -> set[str]:
    """Of a relation that no distance may part, what would be near where not all of it would: a fox under a bridge stays there."""
    ends = {root[o] for o in (t.item, *t.objects) if o in root}
    return ends & near if ends - near and not (t.kind == "behind" and root.get(t.item) not in near) else set()


CLOSE = frozenset(("beside", "near", "with"))
"""Relations that bring a thing along with what comes near."""


TOGETHER = 12.5
"""What is told to be by something no more than so many times as long stays by it."""


def _with(near: set[str], may: set[str], root: dict[str, str], asked: list[Constraint]) -> set[str]:
    """What is told to be by something near, of what `may` come near too: a bicycle beside the crate."""
    pairs = [(root[t.item], root[o]) for t in asked if t.kind in CLOSE for o in t.objects if t.item in root and o in root]
    found = set(near)
    while more := {b for one, two in pairs for a, b in ((one, two), (two, one)) if a in found and b in may} - found:
        found |= more
    return found - near


def brought(
    scene: Scene, actors: list[Actor], placements: list[Placement], asked: list[Constraint], small: set[str], shot: lens.Shot, aspect: float, low: float, seed: int
) -> tuple[list[Placement], lens.Shot] | None:  # fmt: skip
    """The placements with what is `small` near the lens, and the shot; None where that is impossible or does not help."""
    root = roots(placements, _bonds(scene, actors))
    found = parted(actors, root, asked, small)
    if found is None or scene["camera"]["azimuth"] or scene["camera"]["angle"] in ("overhead", "aerial", "worms_eye"):
        return None
    near, far = found
    trees = {r: [a for a in actors if root[a.id] == r] for r in near | far}
    points = np.concatenate([p for r in far for a in trees[r] for p in (_framing(a, [b for o in far - {r} for b in trees[o]]),)])
    subjects = sorted({trees[r][0].subject if r == trees[r][0].id else next(a.subject for a in trees[r] if a.id == r) for r in near})
    own_right = {root[i] for i in small}
    told = [
        replace(_near(r, trees[r], _side(r, near, root, asked), subjects.index(next(a.subject for a in trees[r] if a.id == r))), tied=r not in own_right)
        for r in sorted(near)
    ]
    best = None
    own = shot.focal_length
    for focal in dict.fromkeys(min(own, wide) for wide in (own, max(WIDER, 0.5 * own), WIDER, WIDEST)):
        fov = lens.field_of_view(focal, aspect)
        tried = foreground(told, points, fov, low=low, seed=seed)
        if tried and (best is None or tried.large > 1.1 * best[0].large or best[0].farthest > HAZY):
            best = tried, focal, fov
        if best and best[0].large >= LARGE and best[0].farthest <= HAZY:
            break
    if best is None:
        return None
    staged, focal, fov = best
    there = {p.item: p for p in placements}
    moved = []
    for p in placements:
        to = staged.places.get(root[p.item])
        at = there[root[p.item]]
        moved.append(p if to is None else replace(p, x=p.x + to[0] - at.x, y=p.y + to[1] - at.y))
    made = lens.Shot(staged.eye, staged.target, shot.roll, focal, shot.f_number, staged.nearest, 0.0, 0.0, *fov)
    people = any(a.measures.marks for r in far for a in trees[r])
    return moved, sharp(made, staged.nearest, staged.farthest, both=people)


ARCH = 0.6
"""Of a bridge's height, how much of it is shown to each side of what is there."""


def _framing(actor: Actor, others: list[Actor]) -> np.ndarray:
    """Points on a thing that the frame must hold: of what goes on beyond any frame, as much as is about the others; of a tree over them, its foot."""
    if others and _looms(actor, _across(others)):
        return _foot(actor)
    if Tag.SPANS not in thing(actor.item.kind).tags or not others:
        return actor.outline()
    low, high = actor.box()
    middle, half = float(np.mean([a.box()[0][0] + a.box()[1][0] for a in others])) / 2, ARCH * float(high[2] - low[2])
    return lens.corners((middle - half, low[1], low[2]), (middle + half, high[1], high[2]))


BORNE, CUT = 0.25, 0.85
"""Of what bears something, and of anything else, the share that stays within the frame where the picture goes nearer to what is small."""
BODY = 0.5
"""Of somebody's height, from the top: so much of them stays."""


BEHIND, AS_IT_WAS = 0.4, 0.85
"""Of furniture or a house that something stands before, the share that stays; of what the frame cuts already, of what it leaves."""


def approached(
    actors: list[Actor], placements: list[Placement], small: set[str], shot: lens.Shot, low: float, asked: list[Constraint],
    *, looming: Set[str] = frozenset(), size: Size = ample,
) -> lens.Shot | None:  # fmt: skip
    """The shot from nearer to what is `small` and the others of its kind until they are large enough by `size`, sharp from the nearest to the farthest of them.

    Of subjects that are `looming` over them a part stays. None where the frame would cut too much of the others."""
    subjects = {a.subject for a in actors if a.id in small}
    loads = {p.item: p.host for p in placements}
    laden = {loads.get(a.id) for a in actors if a.id in small}
    laid_on = [a for a in actors if a.id in laden and not _lives(a)]
    subjects -= {a.subject for a in laid_on if not all(b.subject == a.subject for b in actors if loads.get(b.id) == a.id)}  # the rug, not the horse
    leading = [a for a in actors if a.subject in subjects]
    if not leading:
        return None
    bearing = {p.host for p in placements}
    across = max(float(np.ptp(np.concatenate([a.outline() for a in leading]), axis=0).max()), 1e-3)
    backs = {o for t in asked if t.kind == "in_front_of" for o in t.objects}
    backs = {a.id for a in actors if a.id in backs and _backdrop(a)}
    stays = {a.id: BORNE if a.id in bearing else BEHIND if a.id in backs or a.subject in looming else CUT for a in actors}
    stays |= {a.id: FRONT for a in actors if a.subject in looming and thing(a.item.kind).category == "building"}
    others = [_other(a, stays[a.id], across) for a in actors if a.subject not in subjects and not a.item.implied]
    others = [replace(o, stays=min(o.stays, AS_IT_WAS * shown(shot, o.points))) for o in others]  # of what the frame cuts already
    others += [Other(head, min(HEAD, shown(shot, head))) for a in actors if a.subject not in subjects for head in _head(a)]
    lowly = max(a.box()[1][2] for a in leading) < LOWLY and not any(a.measures.marks for a in actors)
    found = closer(shot, [a.outline() for a in leading], others, low=low, high=max(STANDING, shot.eye[2]), lifts=LIFTS if lowly else (0.0,), size=size)
    if found is None:
        return None
    depths = [lens.depth_of(found, a.box()) for a in leading]
    return sharp(found, min(depths), max(depths))


FRONT = 0.25
"""Of a house that looms over who is before it: a gate and a wall tell it."""
HEAD, HAIR = 0.99, 0.04
"""Of somebody's head, the share that stays, as far as it is there; how high hair stands over the crown, metres."""


def _head(actor: Actor) -> list[np.ndarray]:
    """Points on the head of a person, (n, 3); none of what has no face."""
    names = ("crown", "chin", "left_ear", "right_ear")
    if not set(names) <= actor.measures.marks.keys():
        return []
    points = np.array([actor.mark(name) for name in names])
    return [np.concatenate([points, points[:1] + (0.0, 0.0, HAIR)])]


STANDING = 1.9
"""Metres: how high somebody who stands holds a camera."""
LOWLY, LIFTS = 0.6, (0.0, 9.0, 18.0)
"""Metres: what is no higher may be looked down on from nearer, by so many degrees more."""
LOOMS, FOOT, GLIMPSED = 2.5, 0.1, 0.4
"""Of a tree so many times as high as what leads is wide, the lowest part, and the share of that which stays."""


def _backdrop(actor: Actor) -> bool:
    """True of furniture, and of a house that is wider than it is high: a part of them is named; of a tower not."""
    low, high = actor.box()
    wide = float(high[0] - low[0]) >= float(high[2] - low[2])
    return thing(actor.item.kind).category == "furniture" or thing(actor.item.kind).category == "building" and wide


def _across(actors: list[Actor]) -> float:
    """The longest side of the box about each of them, metres."""
    return max(float(np.ptp(a.outline(), axis=0).max()) for a in actors)


def _looms(actor: Actor, across: float) -> bool:
    return thing(actor.item.kind).category == "plant" and actor.item.height > LOOMS * across


def _foot(actor: Actor) -> np.ndarray:
    every = actor.points()
    return every[every[:, 2] <= every[:, 2].min() + FOOT * np.ptp(every[:, 2])]


def _other(actor: Actor, stays: float, across: float) -> Other:
    points = actor.outline()
    if _looms(actor, across):
        return Other(_foot(actor), GLIMPSED)
    if actor.measures.marks:
        points = actor.outline(above=points[:, 2].max() - BODY * np.ptp(points[:, 2]))
    return Other(points, 1.0 if actor.measures.marks else stays)


def sharp(shot: lens.Shot, near: float, far: float, *, both: bool = False) -> lens.Shot:
    """The shot focused and stopped down so that both depths (metres) are sharp: on the near one where the far one is soft enough, else between them.

    A wide aperture that was asked for stays: f/2 and wider; but not where `both` are what the picture is of, somebody and what they are busy with.
    """
    if shot.f_number is None or shot.f_number <= 2.0 and not both:
        return replace(shot, focus_distance=near)
    between = 2 * near * far / (near + far)
    for focus, limit in ((near, SOFT), (between, SOFT / 2)):
        for stop in (shot.f_number, *(s for s in STOPS if s > shot.f_number)):
            made = replace(shot, focus_distance=focus, f_number=stop)
            if max(confusion(made, near), confusion(made, far)) <= limit:
                return made
    return replace(shot, focus_distance=between, f_number=STOPS[-1])


FLAT = 0.12
"""What is lower than this share of its width is seen from above or not at all: near the ground a lens sees its edge."""


def _flat(tree: list[Actor]) -> bool:
    low, high = np.min([a.box()[0] for a in tree], axis=0), np.max([a.box()[1] for a in tree], axis=0)
    return float(high[2] - low[2]) < FLAT * float(max((high - low)[:2]))


def _near(id: str, tree: list[Actor], side: str, order: int) -> Near:
    low, high = np.min([a.box()[0] for a in tree], axis=0), np.max([a.box()[1] for a in tree], axis=0)
    led = [a for a in tree if a.item.kind == PERSON] or [a for a in tree if not _heaped(a, tree)]  # of somebody who holds something the whole figure
    flat = _flat(tree)
    least = min(_least(a, FROM_ABOVE if flat else FORESHORTENED) * (LARGER_SEEN if a.item.kind == PERSON else 1.0) for a in led)
    return Near(id, float(max((high - low)[:2])) / 2, float(high[2] - low[2]), least, side, order, flat)


def _heaped(actor: Actor, tree: list[Actor]) -> bool:
    """True of the many that a vessel holds: they are named together."""
    fellows = [a for a in tree if a.subject == actor.subject]
    return len(fellows) >= MANY and any(a.item.hollow is not None and a.subject != actor.subject for a in tree)


def _least(actor: Actor, seen: float) -> float:
    """The side of the square that is worth what is seen of a thing that lies before the lens, metres: by its lesser side (of a slender one, its length),
    and by its area. `seen`: of its depth, what is seen."""
    wide, deep, high = (float(v) for v in np.subtract(*reversed(actor.box())))
    sides = sorted((wide, high + seen * deep))
    return min(max(sides[0], sides[1] * LEAST_SIDE / SLENDER), (FILLED * sides[0] * sides[1]) ** 0.5)


def _side(id: str, near: set[str], root: dict[str, str], asked: list[Constraint]) -> str:
    """Where the words put it: left or right of what is not near."""
    for t in asked:
        ends = root.get(t.item), root.get(t.objects[0])
        if t.kind in ("left_of", "right_of") and id in ends and (ends[0] in near) != (ends[1] in near):
            return t.kind.removesuffix("_of") if ends[0] == id else {"left_of": "right", "right_of": "left"}[t.kind]
    return ""
