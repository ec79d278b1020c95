"""What something is with or tied to, where that tells where it is: a balloon over its bench, an umbrella in the hand, potatoes on the plate."""

from __future__ import annotations

from collections.abc import Iterator

from diorama.language.bearing import length_of
from diorama.language.draft import Draft, Effect, RelationDraft, SubjectDraft
from diorama_catalogue import Tag, thing

TIED = frozenset(("tied to", "attached to", "fastened to", "tethered to"))


def accompanied(draft: Draft) -> None:
    """Relations that say no more than with, as what they mean."""
    tied(draft)
    borne_aloft(draft)
    carried(draft)
    garnished(draft)
    laid_by(draft)
    ridden_along(draft)


def tied(draft: Draft) -> None:
    """What is lighter than air is over what it is tied to."""
    for relation in draft.relations:
        to = relation.atom is not None and relation.atom.norm in TIED
        if to and relation.objects == ["water"] and all(Tag.AFLOAT in thing(s.thing).tags for s in relation.subjects):
            relation.kind = "on"  # "a boat tied to a pier"
        if to and relation.kind in ("beside", "near") and all(Tag.BUOYANT in thing(s.thing).tags for s in relation.subjects):
            relation.kind = "hanging_from"


HOOKS = frozenset(("wall_hook", "coat_rack", "clothesline"))
"""Things that others hang from."""
TREES = frozenset(("tree", "palm_tree", "pine_tree"))
LADEN = 24
"""How many fruits a tree has that is said to have some."""


def borne_aloft(draft: Draft) -> None:
    """ "A hook with a coat", "a tree with red apples", "a sandcastle with a flag": they hang from it, and the flag flies over it."""
    there = placed(draft)
    for relation, bearer, item in pairs(draft):
        if id(item) in there:
            continue
        fruit = bearer.thing in TREES and item.category == "food"
        if fruit or bearer.thing in HOOKS and item.category == "wear":
            relation.subjects, relation.kind, relation.objects = [item], "hanging_from", [bearer]
        elif item.thing == "flag" and bearer.category not in ("person", "animal") and (bearer.category == "building" or bearer.thing in FLAGGED):
            relation.subjects, relation.kind, relation.objects = [item], "on", [bearer]
        if fruit and item.plural and not item.counted:
            item.count, item.counted = LADEN, True


FLAGGED = frozenset(("sandcastle", "cake", "boat", "sailboat", "tall_ship", "snowman", "iceberg", "rock"))
"""What a flag flies on, beside buildings."""
OFFERING = frozenset(("selling", "sells", "sell", "offering", "offers"))
"""What somebody does with what is in the hand, unless it is on a stall."""


SEWN = frozenset(("dress", "apron", "skirt", "pinafore", "overalls", "gown", "coat", "shirt", "suit", "jumper"))
"""Clothes that a doll is made with; hats, scarves and glasses are put on it."""


def sewn_on(draft: Draft) -> None:
    """ "A doll in a blue dress": the doll's own dress is blue; there is no dress that it lies in."""
    for relation in list(draft.relations):
        doll, dress = relation.subjects[0] if len(relation.subjects) == 1 else None, relation.objects[0]
        if doll is None or relation.kind not in ("in", "wearing", "with") or not isinstance(dress, SubjectDraft) or dress.category != "wear":
            continue
        part = dress.noun.split()[-1]
        if part not in SEWN or doll.category in ("person", "animal") or doll.traits is not None or part not in thing(doll.thing).parts or dress not in draft.subjects:
            continue
        doll.parts[part] = dress.surface
        draft.relations.remove(relation)
        draft.put_in_place_of(dress, doll)  # "a doll in a dress on a shelf"
        for note in draft.notes.values():
            note.effects = [e for e in note.effects if e.owner is not dress and e.value is not relation]
        draft.note_of(dress, Effect("parts", part, doll))


def pairs(draft: Draft) -> Iterator[tuple[RelationDraft, SubjectDraft, SubjectDraft]]:
    """Each relation that says of one thing that it is with one other, and the two."""
    for relation in draft.relations:
        offered = relation.kind == "near" and relation.atom is not None and relation.atom.norm in OFFERING
        alone = len(relation.subjects) == 1 and len(relation.objects) == 1
        if (relation.kind == "with" or offered) and alone and isinstance(relation.objects[0], SubjectDraft):
            yield relation, relation.subjects[0], relation.objects[0]


def placed(draft: Draft) -> set[int]:
    """Identities of what more is said of than what it is with."""
    return {id(s) for r in draft.relations if r.kind != "with" for s in r.subjects}


BY = frozenset(("beside", "near", "behind", "in_front_of", "left_of", "right_of", "under"))
CARRIED, BY_HAND = 1.35, frozenset(("tool", "tableware", "instrument", "electronics", "paper", "food"))
"""Metres and kinds of what somebody who is "with" it has in the hand."""


def carried(draft: Draft) -> None:
    """ "A girl with a balloon", "a woman with an umbrella": it is in her hand, where nothing else is said of where it is."""
    there = placed(draft)
    for relation, person, item in pairs(draft):
        bunch = Tag.BUOYANT in thing(item.thing).tags
        if person.category != "person" or id(item) in there and not bunch or not bunch and item.count > (2 if person.count == 1 else person.count):
            continue
        tags = thing(item.thing).tags
        handled = item.category in BY_HAND and (item.category == "tableware" or not thing(item.thing).support) or tags & {Tag.HUNG_FROM_HAND, Tag.CUT_FLOWER, Tag.HELD_UPRIGHT}
        if handled and length_of(item) < CARRIED:
            relation.kind = "holding"
            for other in draft.relations:  # "sells balloons beside a fountain": who holds them is beside it
                if other.kind in BY and item in other.subjects:
                    other.subjects = list(dict.fromkeys(person if s is item else s for s in other.subjects))


def garnished(draft: Draft) -> None:
    """ "A plate of roast chicken with potatoes": what food comes with is on its plate."""
    dishes = {id(s): r.objects[0] for r in draft.relations if r.kind == "on" for s in r.subjects if isinstance(r.objects[0], SubjectDraft)}
    for relation, main, beside in pairs(draft):
        dish = dishes.get(id(main))
        foods = main.category == "food" and (beside.category == "food" or Tag.CUT_FLOWER in thing(beside.thing).tags)
        if foods and dish is not None and Tag.DISH in thing(dish.thing).tags and id(beside) not in dishes:
            relation.subjects, relation.kind, relation.objects = [beside], "on", [dish]


JARS = frozenset(("jar", "tin", "can"))
"""Vessels that are full of what they are of: what they are with goes in only to stir or to dip."""
SERVED_IN = JARS | {"bowl", "cup", "mug", "paper_cup", "glass", "wine_glass", "vase", "pitcher", "teapot", "plate", "bottle", "wine_bottle"}
"""Vessels on a table: what is with one of a basket's kind is in that."""
STIRS = frozenset(("spoon", "ladle", "whisk", "chopsticks", "straw", "drinking_straw", "honey_dipper", "tea_bag", "spatula"))
"""What stands or lies in a bowl or a cup that is said to be with it."""
STUCK_IN = frozenset(("mug", "cup", "paper_cup", "glass", "jar", "vase", "pitcher", "tin", "can"))
"""Vessels that brushes, pens and the like stand in."""
BOTTLES = frozenset(("bottle", "wine_bottle"))
"""Vessels with a neck: flowers stand in them, olives lie beside them."""
FITS = 0.6
"""Of a vessel's length, the largest that is in it where nothing but "with" is said: keys in a bowl."""


def laid_by(draft: Draft) -> None:
    """ "A bowl of soup with a spoon and a napkin": the spoon is in it and the napkin beside it; a glass with a plate is not on the plate."""
    for relation in list(draft.relations):
        vessel = relation.objects[0]
        told = relation.atom is not None and relation.atom.norm == "with" and relation.kind in ("in", "on")
        if not told or not isinstance(vessel, SubjectDraft) or vessel.thing not in SERVED_IN or "saucer" in vessel.noun:
            continue
        tied = {id(s) for r in draft.relations if r is not relation and vessel in r.objects for s in r.subjects}
        aside = [s for s in relation.subjects if id(s) not in tied and not _goes_in(s, vessel)]
        if aside and len(aside) == len(relation.subjects):
            relation.kind = "beside"
        elif aside:
            relation.subjects = [s for s in relation.subjects if s not in aside]
            draft.relate(aside, "beside", [vessel], relation.atom)


def _goes_in(one: SubjectDraft, vessel: SubjectDraft) -> bool:
    if vessel.thing in BOTTLES:
        return one.category == "plant" and not any(a.startswith("contents:") for a in vessel.attributes)
    if vessel.thing in JARS and any(a.startswith("contents:") for a in vessel.attributes):
        return bool({one.thing, one.noun.replace(" ", "_")} & STIRS)
    if one.category in ("food", "plant", "animal", "person", "figure") or {one.thing, one.noun.replace(" ", "_")} & STIRS:
        return True
    if Tag.FLAT in thing(vessel.thing).tags:
        return Tag.VESSEL not in thing(one.thing).tags or one.length < FITS / 2 * vessel.length
    if one.category in ("paper", "wear", "furniture"):
        return one.length < FITS / 2 * vessel.length
    return one.length < FITS * vessel.length or vessel.thing in STUCK_IN and one.category == "tool"


CYCLE = 2.2
"""Metres: what wheels are no longer carry a basket before the handlebar."""


def ridden_along(draft: Draft) -> None:
    """ "A bicycle with a basket of flowers": the basket is on the bicycle."""
    there = placed(draft)
    for relation, vehicle, basket in pairs(draft):
        if vehicle.category != "vehicle" or length_of(vehicle) > CYCLE or id(basket) in there:
            continue
        if {Tag.PADDED, Tag.HUNG_FROM_HAND} <= set(thing(basket.thing).tags):
            relation.subjects, relation.kind, relation.objects = [basket], "on", [vehicle]
