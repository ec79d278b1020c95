"""Tables and cloths that small things stand on: which become the ground, and what stands on the others."""

from __future__ import annotations

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.gather import SMALL, TABLE_TOPS
from diorama.language.places import ROOMS
from diorama.language.surfaces import is_cloth

SPREAD = frozenset(("tablecloth", "table cloth"))
TABLES = frozenset((*TABLE_TOPS, "table", "bistro_table"))


def surfaces(draft: Draft) -> None:
    """A table that small things stand on is the ground of a tabletop; so is a cloth."""
    if draft.room_leads or draft.camera.get("framing") == "establishing" and draft.environment.get("setting") in ROOMS:
        return  # where the room is seen, its tables are furniture
    laid = _laid(draft)
    resting = {id(r.objects[0]): r for r in draft.relations if r.kind in ("on", "stacked_on") and isinstance(r.objects[0], SubjectDraft)}
    for subject in list(draft.subjects):
        if id(subject) not in resting or not subject.object_only or subject.count > 1:
            continue
        others = [s for s in draft.subjects if s is not subject and s.becomes is None and laid.get(id(s)) is not subject]
        if is_cloth(subject) or subject.thing in TABLE_TOPS and subject.noun not in ("picnic table",):
            if all(s.length <= SMALL for s in others) and others and not _placed_otherwise(draft, subject):
                _become_ground(draft, subject)
                for cloth in [s for s in draft.subjects if laid.get(id(s)) is subject]:
                    _become_ground(draft, cloth)
    for cloth in [s for s in draft.subjects if id(s) in laid and s.becomes is None]:
        _dressed(draft, laid[id(cloth)], cloth)


def _laid(draft: Draft) -> dict[int, SubjectDraft]:
    """Cloths that lie on tables: "a table with a tablecloth" has it on it. id(cloth) → table."""
    out = {}
    for relation in (r for r in draft.relations if r.kind in ("with", "on") and r.subjects and r.objects):
        table, cloth = relation.subjects[0], relation.objects[0]
        if relation.kind == "on" and isinstance(cloth, SubjectDraft) and relation.atom is not None and relation.atom.norm == "with":
            table, cloth = cloth, table
        if isinstance(cloth, SubjectDraft) and cloth.noun in SPREAD and table.thing in TABLES:
            relation.subjects, relation.kind, relation.objects = [cloth], "on", [table]
            out[id(cloth)] = table
    return out


def _dressed(draft: Draft, table: SubjectDraft, cloth: SubjectDraft) -> None:
    """A table that stays furniture has its cloth as a part of its own, in the cloth's look."""
    told = list(draft.told.get(id(cloth), ()))
    draft.take_out(cloth)
    table.states.append("laid")
    table.parts["cloth"] = cloth.surface
    for effect in told:
        effect.owner = table
        effect.path, effect.value = (f"parts.cloth.{effect.path}", effect.value) if effect.path.startswith("surface.") else ("states", "laid")


BEYOND = ("window", "wall", "background")
"""What is behind every table in a room, whether or not the words say so."""


def _placed_otherwise(draft: Draft, subject: SubjectDraft) -> bool:
    """True if something stands to the table in a way that a ground cannot be stood to."""
    own = [r for r in draft.relations if subject in r.subjects and not (r.objects and all(isinstance(o, str) and o in BEYOND for o in r.objects))]
    borne = [r for r in draft.relations if subject in r.objects]
    return any(r.kind not in ("on", "in") for r in own) or any(r.kind not in ("on", "stacked_on", "in", "above") for r in borne)


def _become_ground(draft: Draft, subject: SubjectDraft) -> None:
    cloth = is_cloth(subject)
    subject.becomes = "environment.ground"
    draft.given.add("environment")
    surface, ground = subject.surface, draft.ground
    ground.material = surface.material or ground.material or ("linen" if cloth else None)
    ground.colours, ground.pattern = surface.colours or ground.colours, surface.pattern or ground.pattern
    ground.finish = surface.finish or ground.finish
    if not cloth and {"rustic", "old", "antique", "vintage", "farmhouse style"} & set(subject.attributes):
        _worn(draft, subject)
    draft.environment.setdefault("setting", draft.environment.get("hint") or "tabletop")
    draft.environment["ground_shape"] = "table"
    if cloth:
        draft.features.append("tablecloth")
        draft.note_of(subject, Effect("environment.features", "tablecloth"))
    draft.note_of(subject, Effect("environment.ground_shape", "table"))
    for relation in draft.relations:
        relation.objects = ["ground" if o is subject else o for o in relation.objects]
    draft.relations = [r for r in draft.relations if subject not in r.subjects]


def _worn(draft: Draft, subject: SubjectDraft) -> None:
    """ "a rustic table": wood that has been used."""
    ground = draft.ground
    ground.material = ground.material or "wood"
    ground.finish = [*ground.finish, "worn"]
    for effect in draft.told.get(id(subject), ()):
        if effect.path == "attributes":
            effect.path, effect.value = "surface.finish", "worn"


STALLS = frozenset(("booth", "stall", "stand", "kiosk", "rack"))
"""What a table stands in for, and what nobody puts small things on without saying so."""


PICNIC = frozenset(("picnic blanket", "picnic rug", "picnic cloth"))
"""What is laid on the grass for what is eaten there."""


HELD = frozenset(("on", "in", "hanging_from", "stacked_on", "under", "above", "leaning_on", "holding", "wearing"))
"""Relations that tell where something is; in a vineyard is on no table, though."""


def supports(draft: Draft) -> None:
    """Small things that nothing is said of stand on the table there is."""
    under = {id(o) for r in draft.relations if r.kind == "under" for o in r.objects}
    laid = [s for s in draft.subjects if s.becomes is None and (s.thing in TABLE_TOPS or s.noun in PICNIC)]
    tables = [s for s in laid if s.count == 1 and s.noun.split()[-1] not in STALLS]
    if not tables or id(tables[0]) in under:
        return
    held = {
        id(s)
        for r in draft.relations
        if r.kind in HELD and not (r.kind == "in" and isinstance(r.objects[0], str))
        for s in r.subjects
    }
    held |= {id(o) for r in draft.relations if r.kind in ("holding", "wearing", "filled_with") for o in r.objects}
    beside = {
        id(s): r
        for r in draft.relations
        if r.kind in ("beside", "left_of", "right_of", "behind", "in_front_of", "near", "between")
        for s in r.subjects
    }
    for subject in draft.subjects:
        if id(subject) in held or subject is tables[0] or subject.becomes or subject.length > 0.45 or subject.category == "animal":
            continue
        relation = beside.get(id(subject))
        if relation is not None and any(o is tables[0] or isinstance(o, SubjectDraft) and o.length > SMALL for o in relation.objects):
            continue
        draft.relate([subject], "on", [tables[0]])
        draft.say(
            "note",
            "assumed-support",
            f"the {subject.noun} stands on the {tables[0].noun}",
            subject.at,
            "say where it is: 'on the floor', 'on the windowsill'",
        )
