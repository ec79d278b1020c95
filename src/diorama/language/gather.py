"""Things named side by side that belong together: a drink and its cup, clothes and who wears them, a table and what it carries.

"Espresso in a white cup" is one cup; "an old fisherman, yellow raincoat" wears it; "a bowl of soup, wooden table" stands on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diorama.language.draft import Draft, Effect, RelationDraft, SubjectDraft, SurfaceDraft
from diorama.language.fillings import LIQUIDS
from diorama.language.heed import own_part
from diorama.language.surfaces import VESSELS, WORN, is_cloth
from diorama.language.syntax.document import DESKTOP
from diorama_catalogue import Tag, tagged, thing

TABLE_TOPS = tagged(Tag.TABLE_TOP)
ASSORTED = ("fruit", "vegetable")
SMALL = 0.75
"""Metres: what is shorter goes on a table."""
OUT = frozenset(("garden", "park", "meadow", "forest", "beach"))
"""Settings whose tables are furniture of their own."""
POTS = frozenset(("pot", "flower pot", "flowerpot", "planter", "plant pot"))
POTTED = tagged(Tag.POTTED)
"""Plants that are built with their pot."""
CHESSMEN = frozenset(("king", "queen", "knight", "bishop", "rook", "pawn"))


def gather(draft: Draft) -> None:
    _own_parts(draft)
    _views(draft)
    _said_elsewhere(draft)
    _kept_in(draft)
    _over_its_load(draft)
    _mice(draft)
    _chess(draft)
    _pots(draft)
    _cooking(draft)
    _key_rings(draft)
    _pickups(draft)
    _wreaths(draft)
    _afloat(draft)
    _drinks(draft)
    _iced(draft)
    _lanterns(draft)
    _washing(draft)
    _ingredients(draft)
    _at_its_foot(draft)
    _served(draft)
    _assorted(draft)
    _steam(draft)
    _clothes(draft)
    _tables(draft)


VIEW = re.compile(r"\b(?:view|views|looking|looks)\s(?:out\s)?(?:of|over|onto|on)\s(?:[\w-]+\s){0,3}$")
BEYOND = {"building": "buildings", "plant": "trees"}
"""What is seen far off through a window, by the category of what is named."""


def _views(draft: Draft) -> None:
    """ "A window with a view of skyscrapers": they are seen through it, and do not stand in the room."""
    if "window" not in draft.features:
        return
    for seen in [s for s in draft.subjects if s.category in BEYOND and VIEW.search(draft.prompt[: s.at[0]].lower())]:
        feature = BEYOND[seen.category]
        draft.undo(seen)
        if feature not in draft.features:
            draft.features.append(feature)
        draft.note_of(seen, Effect("environment.features", feature))
        draft.note_as_applied(seen)


def _own_parts(draft: Draft) -> None:
    """ "A cabin, smoke rising from the chimney": what cannot be built by itself, and is a part of something there, is that part."""
    stand_ins = {d.span for d in draft.diagnostics if d.code == "stand-in"}
    placed = {id(x) for r in draft.relations if r.kind != "with" for x in (*r.subjects, *r.objects)}  # an apron on a table, or on somebody at it
    for part in [s for s in draft.subjects if s.at in stand_ins and s.count == 1 and s.category != "wear" and not s.labels and id(s) not in placed]:
        before = [s for s in draft.subjects if s.at < part.at and s.at not in stand_ins]
        whole = next((s for s in before if own_part(s.thing, part.noun) is not None), None)
        if whole is None:
            continue
        own = own_part(whole.thing, part.noun)
        draft.take_out(part)
        if note := draft.notes.get(part.at):
            note.status, note.effects = "applied", [Effect("noun", whole.noun, whole)]
        if part.surface != SurfaceDraft():
            whole.parts[own] = part.surface
        for effect in draft.told.get(id(part), ()):
            effect.owner = whole
            if effect.path.startswith("surface."):
                effect.path = f"parts.{own}.{effect.path}"
            else:
                effect.path, effect.value = "noun", whole.noun


PLACED = frozenset(("under", "beside", "near", "behind", "in_front_of", "left_of", "right_of", "around", "leaning_on", "hanging_from"))


def _said_elsewhere(draft: Draft) -> None:
    """ "A chair with a dog under it": what a chair is with is on it, unless the words go on to say where it is."""
    told = {(id(s), id(o)) for r in draft.relations if r.kind in PLACED for s in r.subjects for o in r.objects}
    for relation in [r for r in draft.relations if r.kind in ("on", "in") and r.atom is not None and r.atom.norm == "with"]:
        relation.subjects = [_bearer(draft, relation, s) for s in relation.subjects if not any((id(s), id(o)) in told for o in relation.objects)]
        if not relation.subjects:
            draft.relations.remove(relation)


def _kept_in(draft: Draft) -> None:
    """ "Shelves of vegetables in jars", "a shelf with a toothbrush in a glass": what the shelves bear is the jars, the glass."""
    for shelf in [r for r in draft.relations if r.kind == "on" and r.atom is not None and r.atom.norm in ("of", "with")]:
        kept = {id(s): r.objects[0] for r in draft.relations if r.kind == "in" and isinstance(r.objects[0], SubjectDraft) for s in r.subjects}
        shelf.subjects = list(dict.fromkeys(kept.get(id(s), s) if kept.get(id(s)) not in shelf.objects else s for s in shelf.subjects))


def _over_its_load(draft: Draft) -> None:
    """ "Jars on the shelf above": the shelf is above something else, and not above the jars that it bears."""
    borne = {(id(o), id(s)) for r in draft.relations if r.kind in ("on", "in") for s in r.subjects for o in r.objects}
    for over in [r for r in draft.relations if r.kind == "above"]:
        over.subjects = [s for s in over.subjects if not any((id(s), id(o)) in borne for o in over.objects)]
    draft.relations = [r for r in draft.relations if r.subjects]


def _bearer(draft: Draft, relation: RelationDraft, subject: SubjectDraft) -> SubjectDraft:
    """ "A table with a mug on a tray": what the table bears is the tray."""
    rests = [r for r in draft.relations if r is not relation and r.kind == "on" and r.subjects == [subject] and r.atom is not None and r.atom.norm != "with"]
    under = next((o for r in rests for o in r.objects if isinstance(o, SubjectDraft)), None)
    borne = under is not None and relation.kind == "on" and not any(under in r.subjects for r in draft.relations) and under not in relation.objects
    return under if under is not None and borne else subject


def _mice(draft: Draft) -> None:
    """ "A keyboard and a mouse": the computer's."""
    if not any(s.thing in DESKTOP for s in draft.subjects):
        return
    for mouse in [s for s in draft.subjects if s.noun in ("mouse", "mice") and s.thing == "figure_mouse"]:
        mouse.thing, mouse.category, mouse.length = "computer_mouse", "electronics", 0.11
        mouse.traits = None
        draft.retell(mouse, "thing", mouse.thing)
        draft.note_as_applied(mouse)
        draft.diagnostics = [d for d in draft.diagnostics if not (d.code == "stand-in" and d.span == mouse.at)]


def _chess(draft: Draft) -> None:
    """ "A chess board with a fallen king": a piece, no man."""
    board = next((s for s in draft.subjects if "chess" in s.noun), None)
    if board is None:
        return
    for piece in [s for s in draft.subjects if s.noun.removesuffix("s") in CHESSMEN and "chess" not in s.noun]:
        if board.thing == "chess_set":  # it has its men
            for effect in draft.told.get(id(piece), ()):
                effect.path, effect.value, effect.owner = "noun", board.noun, board
            draft.note_as_applied(piece)
            draft.take_out(piece)
            continue
        piece.thing, piece.category, piece.length = "cylinder", "shape", 0.09
        draft.retell(piece, "thing", piece.thing)
        for k, d in enumerate(draft.diagnostics):
            if d.code == "stand-in" and d.span == piece.at:
                draft.diagnostics[k] = d.model_copy(update={"message": f"chess pieces cannot be built yet: a cylinder stands in for {piece.noun!r}", "help": "name things that can be built"})


def _pots(draft: Draft) -> None:
    """ "A cactus in a terracotta pot": the pot that it comes with."""
    for relation in [r for r in draft.relations if r.kind == "in" and len(r.subjects) == 1]:
        plant, pot = relation.subjects[0], relation.objects[0]
        if isinstance(pot, SubjectDraft) and pot is not plant and pot.noun in POTS and pot in draft.subjects and plant.thing in POTTED:
            plant.parts["pot"] = pot.surface
            plant.count, plant.counted = max(plant.count, pot.count) if plant.counted else pot.count, True
            for effect in draft.told.get(id(pot), ()):
                looks = effect.path.startswith("surface.")
                effect.path, effect.value, effect.owner = (f"parts.pot.{effect.path}", effect.value, plant) if looks else ("parts", "pot", plant)
            if relation.atom is not None:
                draft.note(relation.atom, "subject", Effect("parts", "pot", plant))
            draft.note_as_applied(pot)
            _merge(draft, relation, pot, plant)


def _cooking(draft: Draft) -> None:
    """ "A pot on the stove" is one to cook in."""
    for relation in draft.relations:
        host = relation.objects[0]
        if relation.kind == "on" and isinstance(host, SubjectDraft) and host.thing == "oven":
            for pot in (s for s in relation.subjects if s.noun == "pot" and s.thing == "flower_pot"):
                pot.thing, pot.length = "saucepan", 0.3
                draft.retell(pot, "thing", pot.thing)


KEY_RING = 1.8
"""Times a finger's ring."""


def _key_rings(draft: Draft) -> None:
    """ "Three keys on a ring": one to hang keys on; nothing is threaded on it, so they lie by it."""
    for relation in draft.relations:
        ring, keys = relation.objects[0], all(s.thing == "key" for s in relation.subjects)
        if keys and relation.kind in ("on", "hanging_from") and isinstance(ring, SubjectDraft) and ring.thing == "ring":
            ring.noun, relation.kind = "key ring", "beside"
            ring.size.setdefault("scale", KEY_RING)
            draft.say("note", "stand-in", "keys are not threaded on a ring yet: they lie beside it", ring.at)


AGED = frozenset(("old", "vintage", "rusty", "rusted", "antique", "classic", "weathered", "retro"))


def _pickups(draft: Draft) -> None:
    """ "An old truck": a word for a lorry in England, for a pickup in America. One that is old and has no trade is the latter."""
    for truck in (s for s in draft.subjects if s.thing == "truck" and s.noun in ("truck", "trucks")):
        if AGED & {*truck.attributes, *truck.states, *truck.surface.finish}:
            pickup = thing("car")
            truck.noun, truck.thing, truck.length = "pickup truck", "car", pickup.size
            draft.retell(truck, "thing", truck.thing)
            draft.retell(truck, "noun", truck.noun)
            draft.say("note", "assumed-kind", "an old truck is taken for a pickup", truck.at, "write 'lorry' or 'delivery truck' to have one")


def _wreaths(draft: Draft) -> None:
    """ "A wreath on a door" hangs on its leaf, at the height of the eye."""
    for relation in [r for r in draft.relations if r.kind in ("on", "hanging_from") and len(r.subjects) == 1]:
        wreath, door = relation.subjects[0], relation.objects[0]
        if isinstance(door, SubjectDraft) and wreath.thing == "wreath" and door.thing == "door" and wreath in draft.subjects:
            door.attributes.append("wreath")
            for effect in draft.told.get(id(wreath), ()):
                effect.path, effect.value, effect.owner = "attributes", "wreath", door
            if relation.atom is not None:
                draft.note(relation.atom, "subject", Effect("attributes", "wreath", door))
            draft.note_as_applied(wreath)
            _merge(draft, relation, wreath, door)


def _ingredients(draft: Draft) -> None:
    """ "A burger with lettuce and tomato": what it is made of is in it, and lies nowhere beside it."""
    upon = [(r.subjects[0], r.objects) for r in draft.relations if r.kind == "with"]
    upon += [(r.objects[0], r.subjects) for r in draft.relations if r.kind == "on" and isinstance(r.objects[0], SubjectDraft)]
    for dish in {id(one): one for one, _ in upon if one.category == "food"}.values():
        parts = {part.removesuffix("s") for part in thing(dish.thing).parts}
        others = [s for s in draft.subjects if s.category in ("food", "plant") and s is not dish and not s.counted and not s.surface.colours]
        own = [s for s in others if {s.noun.removesuffix("s"), s.noun.split()[0], s.thing} & parts]
        if not any(one is dish and o in own for one, beside in upon for o in beside):
            continue
        for part in own:
            _taken_in(draft, dish, part)


def _taken_in(draft: Draft, dish: SubjectDraft, part: SubjectDraft) -> None:
    """The part is no thing of its own: where it was put, the dish is."""
    for effect in draft.told.get(id(part), ()):
        effect.path, effect.value, effect.owner = "noun", dish.noun, dish
    draft.note_as_applied(part)
    draft.subjects.remove(part)
    for relation in list(draft.relations):
        relation.objects = [o for o in relation.objects if o is not part]
        relation.subjects = list(dict.fromkeys(dish if s is part else s for s in relation.subjects))
        if not relation.objects or relation.objects == [dish] == relation.subjects:
            draft.relations.remove(relation)


def _at_its_foot(draft: Draft) -> None:
    """ "A blanket at the foot of a bed" lies on the bed."""
    for relation in draft.relations:
        bed = relation.objects[0]
        told = relation.atom is not None and relation.atom.norm == "at the foot of" and isinstance(bed, SubjectDraft) and bed.thing == "bed"
        if told and all(s.category in ("furniture", "wear", "animal") and s.length < bed.length for s in relation.subjects):
            relation.kind = "on"


def _afloat(draft: Draft) -> None:
    """A rubber duck in a bath swims: there is water in it."""
    for relation in draft.relations:
        bath = relation.objects[0]
        swims = relation.kind == "in" and any(s.thing in ("rubber_duck", "figure_duck", "sailboat") for s in relation.subjects)
        if swims and isinstance(bath, SubjectDraft) and bath.thing == "bathtub" and not any(a.startswith("contents:") for a in bath.attributes):
            bath.attributes.append("contents:water")


def _merge(draft: Draft, relation: RelationDraft, gone: SubjectDraft, kept: SubjectDraft) -> None:
    """What was said of one is said of the other, which it is part of."""
    draft.relations.remove(relation)
    draft.put_in_place_of(gone, kept)


def _drinks(draft: Draft) -> None:
    for relation in [r for r in draft.relations if r.kind == "in" and len(r.subjects) == 1]:
        drink, vessel = relation.subjects[0], relation.objects[0]
        if isinstance(vessel, SubjectDraft) and vessel is not drink and drink.noun in LIQUIDS and drink in draft.subjects and vessel.thing in VESSELS:
            _pour(draft, relation, drink, vessel)


def _pour(draft: Draft, relation: RelationDraft, drink: SubjectDraft, vessel: SubjectDraft) -> None:
    value = f"contents:{drink.noun}"
    vessel.attributes.append(value)
    vessel.states += [s for s in drink.states if s not in vessel.states]  # "whisky with ice"
    for effect in draft.told.get(id(drink), ()):
        if effect.path != "states":
            effect.path, effect.value = "attributes", value
        effect.owner = vessel
    if relation.atom is not None:
        draft.note(relation.atom, "subject", Effect("attributes", value, vessel))
    draft.note_as_applied(drink)
    _merge(draft, relation, drink, vessel)


def _had(draft: Draft, *kinds: str) -> Iterator[tuple[RelationDraft, SubjectDraft, SubjectDraft]]:
    """Relations of these kinds with what is had and what has it, whichever way they are told."""
    for relation in [r for r in draft.relations if r.kind in kinds]:
        ends = relation.objects[0], relation.subjects[0]
        had, having = ends if relation.kind == "with" else ends[::-1]
        if isinstance(had, SubjectDraft) and isinstance(having, SubjectDraft) and had in draft.subjects:
            yield relation, had, having


def _iced(draft: Draft) -> None:
    """ "A glass of whisky with an ice cube": the ice is in the drink."""
    for relation, ice, drink in _had(draft, "in", "with", "beside", "on"):
        told = relation.atom is None or relation.atom.norm in ("with", "in", "over")
        if told and len(relation.subjects) == 1 and ice.noun in ICE and Tag.FILLABLE in thing(drink.thing).tags:
            _become_state(draft, relation, ice, drink, "iced")


ICE = frozenset(("ice", "ice cube", "ice cubes", "cube of ice", "cubes of ice"))


def _lanterns(draft: Draft) -> None:
    """ "A lantern with a candle": the candle that it burns is its own."""
    for relation, candle, lantern in _had(draft, "in", "with"):
        if candle.thing == "candle" and candle.count == 1 and lantern.thing == "lamp" and "lantern" in lantern.noun:
            _become_state(draft, relation, candle, lantern, "lit")


def _become_state(draft: Draft, relation: RelationDraft, gone: SubjectDraft, kept: SubjectDraft, state: str) -> None:
    """What is with a thing as nothing but a state of that."""
    kept.states += [state] if state not in kept.states else []
    for effect in draft.told.get(id(gone), ()):
        effect.path, effect.value, effect.owner = "states", state, kept
    if relation.atom is not None:
        draft.note(relation.atom, "subject", Effect("states", state, kept))
    draft.note_as_applied(gone)
    _merge(draft, relation, gone, kept)


def _washing(draft: Draft) -> None:
    """ "Laundry hanging between the houses", "laundry on a clothesline": it hangs on a line, which has it on as it is built."""
    for washing in [s for s in draft.subjects if s.thing == "laundry_pile"]:
        line = next((r for r in draft.relations if washing in r.subjects and getattr(r.objects[0], "thing", None) == "clothesline"), None)
        if line is not None:
            _become_state(draft, line, washing, line.objects[0], "hung")
            continue
        tied = any(r.kind in ("hanging_from", "between") for r in draft.relations if washing in r.subjects)
        if tied or "hanging" in (*washing.attributes, *washing.states):
            washing.thing, washing.length = "clothesline", thing("clothesline").size
            draft.retell(washing, "thing", washing.thing)


def _served(draft: Draft) -> None:
    """ "A steak with fries on a board": both are on the board."""
    for beside in [r for r in draft.relations if r.kind == "with"]:
        for carried in [r for r in draft.relations if r.kind in ("on", "in") and any(o in r.subjects for o in beside.objects)]:
            free = [s for s in beside.subjects if not any(s in r.subjects for r in draft.relations if r.kind in ("on", "in", "stacked_on"))]
            if free and all(s.category == "food" for s in (*free, *carried.subjects)) and all(getattr(o, "category", None) == "tableware" for o in carried.objects):
                carried.subjects = [*free, *carried.subjects]


def _assorted(draft: Draft) -> None:
    """ "A bowl of fruit with apples and grapes on a table": the apples and grapes are the fruit, in the bowl; the bowl is on the table."""
    for held in [r for r in draft.relations if r.kind == "in" and len(r.subjects) == 1 and r.subjects[0].noun in ASSORTED]:
        kind, vessel = held.subjects[0], held.objects[0]
        told = [r for r in draft.relations if r.kind == "with" and kind in r.subjects and all(getattr(o, "category", None) == "food" for o in r.objects)]
        named = [o for r in told for o in r.objects]
        if not named or not isinstance(vessel, SubjectDraft):
            continue
        last = max(o.at[0] for o in named)
        for r in [r for r in draft.relations if r.kind == "on" and len(r.subjects) == 1 and (r.objects[0] == "ground" or getattr(r.objects[0], "thing", None) in TABLE_TOPS)]:
            also = r.subjects[0]
            if also.category == "food" and also.at[0] > last:  # the last of the list: what the list rests on is the vessel's
                named.append(also)
                r.subjects = [vessel]
        draft.relations = [r for r in draft.relations if r not in told]
        held.subjects = [kind, *(n for n in named if n is not kind)]


def _steam(draft: Draft) -> None:
    """Steam that is named beside a dish or a drink rises from it: from what holds something hot, else from the first that can."""
    able = [s for s in draft.subjects if s.thing in tagged(Tag.STEAMS) and s.thing not in ("plate", "glass", "pitcher")]
    if "steam" not in draft.features or not able:
        return
    filled = [s for s in able if s.thing in tagged(Tag.DRUNK_FROM) or any(a.startswith("contents:") for a in s.attributes)]
    hot = [s for s in draft.subjects if "steaming" in s.states] or filled or able[:1]
    draft.features.remove("steam")
    for subject in hot:
        if "steaming" not in subject.states:
            subject.states.append("steaming")
    for note in draft.notes.values():
        for effect in note.effects:
            if (effect.path, effect.value) == ("environment.features", "steam"):
                effect.path, effect.value, effect.owner = "states", "steaming", hot[0]


def _clothes(draft: Draft) -> None:
    """Clothes that nothing is said of are worn by the one person before them."""
    people = [s for s in draft.subjects if s.category == "person"]
    placed = {id(x) for r in draft.relations for x in (*r.subjects, *r.objects)}
    done_to = {id(o) for person in people for a in (person.traits or {}).get("actions", ()) for o in a.get("objects", ())}
    for subject in draft.subjects:
        alone = subject.thing in WORN and id(subject) not in placed | done_to and subject not in draft.handled
        if len(people) == 1 and people[0].count == 1 and alone and subject.at[0] > people[0].at[0]:
            made = draft.relate(people, "wearing", [subject])
            draft.note_of(subject, Effect("relations", made))


def _tables(draft: Draft) -> None:
    """A table or cloth named beside small things alone carries them."""
    placed = {id(x) for r in draft.relations for x in (*r.subjects, *r.objects)}
    if draft.environment.get("setting", draft.environment.get("hint")) in OUT and draft.environment.get("setting"):
        return
    for table in [s for s in draft.subjects if s.count == 1 and id(s) not in placed and (s.thing in TABLE_TOPS or is_cloth(s))]:
        others = [s for s in draft.subjects if s is not table]
        if others and all(s.length <= SMALL and s.category not in ("furniture", "animal", "person", "wear") for s in others):
            rests = {id(s) for r in draft.relations if r.kind in ("on", "in", "stacked_on", "hanging_from") for s in r.subjects}
            free = [s for s in others if id(s) not in rests]
            if free:
                draft.relate(free, "on", [table])
                table.object_only = True
                return
