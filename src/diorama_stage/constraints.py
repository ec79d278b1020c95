# SPDX-License-Identifier: GPL-3.0-or-later
"""The scene's relations as constraints between instances."""

from __future__ import annotations

from diorama_catalogue import Tag, thing
from diorama_stage.actors import Actor
from diorama_stage.arrange import Constraint, Item
from diorama_stage.clothing import worn
from diorama_stage.scene_view import Scene
from diorama_stage.situations import stacks

BETWEEN_ALL = ("left_of", "right_of", "behind", "in_front_of")


def ties(scene: Scene, actors: list[Actor]) -> list[Constraint]:
    """The scene's relations between subjects, told between instances."""
    of: dict[str, list[str]] = {}
    for a in actors:
        of.setdefault(a.subject, []).append(a.id)
    out: list[Constraint] = []
    clad = worn(scene)
    for r in scene["relations"]:
        if r["kind"] == "wearing" and set(r["objects"]) <= set(clad):
            continue
        mine, kind = of.get(r["subject"], []), r["kind"]
        ends = [of.get(o, [o]) for o in r["objects"]]
        if kind == "between":
            flat = [e[0] for e in ends] if len(ends) > 1 else ends[0][:2]
            mine = _carrier(r["subject"], scene, of) or mine
            out += [c for m in mine for c in _flanked(m, flat, scene)] if len(flat) == 2 else [Constraint(m, kind, tuple(flat)) for m in mine]
        elif r["objects"][0] == r["subject"] and kind == "facing":
            out += [Constraint(m, kind, (mine[i ^ 1],)) for i, m in enumerate(mine) if i ^ 1 < len(mine)]  # two by two
        elif r["objects"][0] == r["subject"]:
            out += [Constraint(m, kind, (mine[i - 1],)) for i, m in enumerate(mine) if i]  # stacked on one another
        elif kind in BETWEEN_ALL:
            out += [Constraint(m, kind, (o,)) for m in mine for end in ends for o in end]
        elif kind == "beside" and len(mine) > 2:  # a group beside a thing is no row: the first is at its side, the others near it
            out += [Constraint(m, "near" if i else kind, (end[0],)) for end in ends for i, m in enumerate(mine)]
        elif kind == "filled_with" or kind == "holding" and len(ends[0]) > len(mine) > 0:  # one holds a bunch
            out += [Constraint(mine[i % len(mine)], kind, (o,)) for end in ends for i, o in enumerate(end)]
        else:
            out += [Constraint(m, kind, (end[i % len(end)],)) for end in ends for i, m in enumerate(mine)]
    return _in_frame(_spread_under(_off_the_floor(_on_the_same(_behind_props(_piled(out, scene, of)), actors), actors), actors), actors)


LITTLE = 0.4
"""Share of the length of what lies spread out: smaller things that nothing is said of lie on it."""


def _spread_under(all_ties: list[Constraint], actors: list[Actor]) -> list[Constraint]:
    """ "A compass and an old map": the compass lies on the map, as a stylist would lay it."""
    tied = {name for t in all_ties for name in (t.item, *t.objects)}
    sheet = next((a for a in actors if Tag.SPREAD_OUT in thing(a.item.kind).tags and a.id not in tied), None)
    if sheet is None:
        return all_ties
    most = LITTLE * max(sheet.item.half_x, sheet.item.half_y)
    small = [a.id for a in actors if a.id not in tied and a is not sheet and max(a.item.half_x, a.item.half_y) < most]
    return [*all_ties, *(Constraint(id, "on", (sheet.id,)) for id in small)]


def _flanked(item: str, ends: list[str], scene: Scene) -> list[Constraint]:
    """ "A vase between two candles": one stands to its left, the other to its right, as far off as it needs."""
    first, last = (end.split(".")[0] for end in ends)
    told = {(r["subject"], r["kind"], o) for r in scene["relations"] for o in r["objects"]}
    swapped = (first, "right_of", last) in told or (last, "left_of", first) in told
    left, right = reversed(ends) if swapped else ends
    return [Constraint(left, "left_of", (item,)), Constraint(right, "right_of", (item,))]


def _carrier(subject: str, scene: Scene, of: dict[str, list[str]]) -> list[str]:
    """The one thing that several are on: what is told to flank them flanks it."""
    if len(of.get(subject, [])) < 2:
        return []
    hosts = [o for r in scene["relations"] if r["subject"] == subject and r["kind"] in ("on", "in") for o in r["objects"]]
    return next((of[o] for o in hosts if len(of.get(o, [])) == 1), [])


NEXT_TO = ("left_of", "right_of", "beside", "near", "behind", "in_front_of", "with")
RESTING = ("on", "in", "stacked_on", "hanging_from", "filled_with", "leaning_on", "against", "under", "above", "covering", "wearing", "holding")
FURNITURE = 0.35
"""Metres: what is as high bears what is told to be next to its load; a plate does not."""


def _behind_props(all_ties: list[Constraint]) -> list[Constraint]:
    """ "A spade leaning against a wheelbarrow, a bird bath behind": it is behind the barrow too."""
    prop = {t.item: t.objects[0] for t in all_ties if t.kind == "leaning_on" and t.objects[0] != "wall"}
    further = [Constraint(t.item, "behind", (prop[t.objects[0]],)) for t in all_ties if t.kind == "behind" and prop.get(t.objects[0], t.item) != t.item]
    return [*all_ties, *(t for t in dict.fromkeys(further) if t not in all_ties)]


SERVED = frozenset(("food", "tableware"))
"""Categories of what nobody sets on a floor."""
WORKTOP = (0.6, 1.3)
"""How high what is told to be beside a piece of furniture, and belongs on no floor, can stand on it, metres: a stove, no wardrobe."""


def _off_the_floor(all_ties: list[Constraint], actors: list[Actor]) -> list[Constraint]:
    """ "Garlic beside the stove": it lies on it, beside what is there; a lamp that things on a dresser are beside stands on the dresser."""
    items = {a.id: a.item for a in actors}
    rests = {t.item: t.objects[0] for t in all_ties if t.kind in RESTING} | {o: t.item for t in all_ties if t.kind == "filled_with" for o in t.objects}
    hosts = {id: host for id, host in rests.items() if host in items and any(t.item == id and t.kind == "on" for t in all_ties)}
    added: dict[str, str] = {}
    for t in all_ties:
        own, other = items.get(t.item), items.get(t.objects[0])
        if own is None or other is None or t.kind not in ("beside", "near", "with", "left_of", "right_of"):
            continue
        if t.objects[0] not in rests and t.item in hosts and _fits_on(other, items[hosts[t.item]]):
            added.setdefault(t.objects[0], hosts[t.item])
        elif t.item not in rests and t.objects[0] not in rests and thing(own.kind).category in SERVED and _fits_on(own, other) and _is_worktop(other):
            added.setdefault(t.item, other.id)
    kept = [t for t in all_ties if not (t.kind in NEXT_TO and (added.get(t.item) == t.objects[0] or added.get(t.objects[0]) == t.item))]
    return [*kept, *(Constraint(id, "on", (host,)) for id, host in added.items())]


def _fits_on(own: Item, host: Item) -> bool:
    """True of something small beside what is furniture beneath it."""
    return max(own.half_x, own.half_y) < 0.45 * max(host.half_x, host.half_y) and own.height < host.height and host.height >= FURNITURE


def _is_worktop(host: Item) -> bool:
    """True of furniture with a top at the height of a table or a counter, that nobody sits or lies on."""
    record = thing(host.kind)
    return record.category == "furniture" and Tag.SAT_ON not in record.tags and any(WORKTOP[0] <= level.z <= WORKTOP[1] for level in host.levels)


def _on_the_same(all_ties: list[Constraint], actors: list[Actor]) -> list[Constraint]:
    """ "A microwave on a refrigerator, a banana to the right of the microwave": the banana lies on the refrigerator too, where it has room there."""
    items = {a.id: a.item for a in actors}
    rests = {t.item: t for t in reversed(all_ties) if t.kind in RESTING} | {o: t for t in all_ties if t.kind == "filled_with" for o in t.objects}
    out = list(all_ties)
    for t in all_ties:
        beside = rests.get(t.objects[0])
        if t.kind not in NEXT_TO or t.item in rests or beside is None or beside.kind != "on" or beside.objects[0] not in items:
            continue
        own, host, load = items[t.item], items[beside.objects[0]], items[t.objects[0]]
        fits = max(own.half_x, own.half_y) < 0.45 * max(host.half_x, host.half_y) and own.height < host.height
        if fits and host.height >= FURNITURE and own.half_x + load.half_x < host.half_x * 1.15 and not any(u.item == host.id and u.objects == t.objects for u in all_ties):
            out.append(Constraint(t.item, "on", (host.id,)))
            rests[t.item] = out[-1]
    return out


def _piled(all_ties: list[Constraint], scene: Scene, of: dict[str, list[str]]) -> list[Constraint]:
    """A stack stands on its lowest: the others rest on one another, where they are not round."""
    for subject in scene["subjects"]:
        ids = of.get(subject["id"], [])
        if not stacks(subject, scene) or thing(subject["thing"]).tags & {Tag.ROLLS, Tag.CORDED} or any(t.kind == "stacked_on" and t.item in ids for t in all_ties):
            continue
        all_ties = [Constraint(t.item, t.kind, tuple(ids[-1] if o in ids and t.kind in ("on", "above") else o for o in t.objects)) for t in all_ties if t.item not in ids[1:]]
        all_ties += [Constraint(b, "stacked_on", (a,)) for a, b in zip(ids, ids[1:], strict=False)]
    return all_ties


def _in_frame(all_ties: list[Constraint], actors: list[Actor]) -> list[Constraint]:
    """Relations to parts of the frame (left, right, foreground, background) as relations to all other things on the ground; both back and aside is a corner."""
    turned = {"left": "left_of", "right": "right_of", "foreground": "in_front_of", "background": "behind"}
    carried = {t.item for t in all_ties if t.kind in ("on", "in", "stacked_on") and t.objects[0] not in ("ground", "wall")}
    back = {t.item for t in all_ties if t.objects[0] == "background"}
    corner = {t.item: f"back_{t.objects[0]}" for t in all_ties if t.objects[0] in ("left", "right") and t.item in back}
    out = []
    for t in all_ties:
        if t.objects[0] == "background" and t.item in corner:
            continue
        if t.objects[0] in turned:
            subject = t.item.split(".")[0]
            placed_so = {u.item for u in all_ties if u.objects[0] == t.objects[0]}
            kind, others = corner.get(t.item, turned[t.objects[0]]), [a for a in actors if a.subject != subject and a.id not in carried and a.id not in placed_so]
            out += [Constraint(t.item, kind, (a.id,)) for a in others]
        else:
            out.append(t)
    return out


def side_by_side(scene: Scene, actors: list[Actor], told: list[Constraint]) -> list[Constraint]:
    """What bears words and is told to be nowhere stands beside the one before it: one picture shows all that is to be read, as large as it can be."""
    written = {s["id"] for s in scene["subjects"] if any(label.get("text") for label in s["labels"])}
    placed = {t.item for t in told}
    row = [a for a in actors if a.subject in written and a.id.endswith(".0") and Tag.ON_WALLS not in thing(a.item.kind).tags]
    tied = {(t.item, o) for t in told for o in t.objects}
    hung = {t.item for t in told if set(t.objects) & {"wall", "ceiling", "sky"}}
    pairs = [(a.id, b.id) for a, b in zip(row, row[1:], strict=False) if b.id not in placed and (a.id, b.id) not in tied and a.id not in hung]
    return _on_the_same([*told, *(Constraint(b, "beside", (a,)) for a, b in pairs)], actors)[len(told) :]
