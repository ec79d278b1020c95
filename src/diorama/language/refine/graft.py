"""What a walk over a clause gathered is put into the scene: new subjects, looks of those that are there, relations, light, camera, film, place.

Only what was said: a field that no word spoke of keeps its value.
"""

from __future__ import annotations

from typing import Any

from diorama.language.assume import numbers
from diorama.language.build import relations, subjects
from diorama.language.draft import Draft, RelationDraft, SubjectDraft
from diorama.language.flanks import FLANKING
from diorama.language.gather import TABLE_TOPS
from diorama.language.refine import surroundings
from diorama.language.refine.desk import Desk, placed
from diorama.language.refine.hand import Hand
from diorama.language.refine.illumination import put_lights, put_times, switch
from diorama.language.refine.looks import dress
from diorama.language.subjects import MOST
from diorama.language.tabletops import surfaces
from diorama.scene import Relation, Subject

RESTING = frozenset(("on", "in", "stacked_on", "hanging_from", "leaning_on", "under", "above", "covering"))
LATERAL = frozenset(("beside", "left_of", "right_of", "behind", "in_front_of", "between", "around", "against", "near", "facing"))
SUPPORTED = 0.45
"""Metres: what is shorter stands on the table there is."""


def graft(desk: Desk, hand: Hand, *, moving: bool = False, new_lights: bool = False) -> list[str]:
    """Put a walk's draft into the scene. `moving`: what is said of where a subject is takes the place of where it was. Returns ids of new subjects."""
    draft = hand.draft
    numbers(draft)
    _tables(desk, draft)
    fresh = put_new(desk, draft)
    for subject in [desk.subject(i) for i in fresh]:
        if "lit" in subject.states or subject.thing == "neon_sign":
            switch(desk, subject.id, on=True)
    for handle in [s for s in draft.subjects if placed(s)]:
        for id in handle.ids:
            if desk.has(id):
                dress(desk, id, handle)
    put_relations(desk, draft.relations, moving)
    surroundings.put(desk, draft)
    put_times(desk, draft)
    put_lights(desk, draft, new_lights)
    put_camera(desk, draft)
    for name, value in draft.film.items():
        desk.set(f"film.{name}", value)
    if fresh:
        _support(desk, fresh)
        desk.speak_of(fresh)
    elif draft.lights or draft.times or "kelvin" in draft.lighting:
        desk.topic = "light"
    elif draft.camera or draft.focus or draft.depth:
        desk.topic = "camera"
    elif draft.film:
        desk.topic = "film"
    return fresh


def _tables(desk: Desk, draft: Draft) -> None:
    """A table that small things are put on is the ground, wherever the picture is taken."""
    said = "setting" in draft.environment
    if not said:
        draft.environment["setting"] = desk.scene.environment.setting
    surfaces(draft)
    if not said:
        draft.environment.pop("setting")


def put_new(desk: Desk, draft: Draft) -> list[str]:
    """Append the draft's new subjects, with ids of their own."""
    seen = [s for s in draft.subjects if not s.ids and s.becomes is None]
    room = MOST - len(desk.scene.subjects) - len(seen)
    ids = iter(lambda: desk.fresh(), None)
    made = subjects(seen, room, ids)
    for subject in made:
        desk.add_subject(subject)
    return [s.id for s in made]


def put_relations(desk: Desk, drafts: list[RelationDraft], moving: bool) -> None:
    """Add relations; where something is moved, its older ones of the kind go."""
    for told in [r for r in drafts if r.kind == FLANKING]:
        told.kind = "beside"  # of what is there already: nothing is made two by an edit
    made = tuple(r for r in relations(drafts) if not (r.objects == ("background",) and r.kind in ("on", "in", "against")))  # "on black": the backdrop
    if moving:
        moved = {r.subject for r in made}
        for id in moved:
            kinds = {r.kind for r in made if r.subject == id}
            onto = {r.kind for r in made if r.subject == id and desk.has(r.objects[0])}
            away = RESTING | (LATERAL if onto & RESTING else frozenset()) if kinds & RESTING else frozenset()
            away |= LATERAL if kinds & LATERAL else frozenset()
            desk.set("relations", tuple(r for r in desk.scene.relations if r in made or not (r.subject == id and r.kind in away)))
    for relation in made:
        if relation in desk.scene.relations or len(desk.scene.relations) >= 256:
            continue
        if relation.kind in RESTING and not _may_rest(desk.scene.relations, relation):
            desk.say("warning", "cannot-rest", f"{_name(desk, relation.subject)} rests on something else, or would rest on itself", (), "remove it, or move it")
            continue
        desk.set("relations", (*desk.scene.relations, relation))


def _may_rest(known: tuple[Relation, ...], relation: Relation) -> bool:
    strict = ("on", "in", "stacked_on", "hanging_from")
    if relation.kind not in strict:
        return True
    below = {r.subject: r.objects[0] for r in known if r.kind in strict}
    if relation.subject in below:
        return False
    here: str | None = relation.objects[0]
    while here is not None:
        if here == relation.subject:
            return False
        here = below.get(here)
    return True


def _name(desk: Desk, id: str) -> str:
    return f"the {desk.subject(id).noun}" if desk.has(id) else id


def _support(desk: Desk, fresh: list[str]) -> None:
    """New small things that nothing is said of stand on the table there is."""
    scene = desk.scene
    tables = [s for s in scene.subjects if s.thing in TABLE_TOPS and s.count == 1 and s.id not in fresh]
    held = {r.subject for r in scene.relations if r.kind in RESTING} | {o for r in scene.relations if r.kind in ("holding", "wearing") for o in r.objects}
    for subject in [desk.subject(i) for i in fresh] if tables else []:
        handle = desk.handle([subject.id])
        if subject.id in held or handle.length > SUPPORTED or handle.category == "animal":
            continue
        desk.set("relations", (*desk.scene.relations, Relation(subject=subject.id, kind="on", objects=(tables[0].id,)))[:256])
        desk.say("note", "assumed-support", f"the {subject.noun} stands on the {tables[0].noun}", (), "say where it is: 'on the floor', 'beside the mug'")


def put_camera(desk: Desk, draft: Draft) -> None:
    """Camera words. A shallow depth of field opens the lens where it is not open already."""
    camera: dict[str, Any] = {k: v for k, v in draft.camera.items() if k in type(desk.scene.camera).model_fields}
    if draft.depth == "shallow":
        camera.setdefault("f_number", min(desk.scene.camera.f_number, 1.8))
    if draft.depth == "shallow" or "f_number" in camera:
        camera.setdefault("deep_focus", False)
    if isinstance(draft.focus, SubjectDraft):
        ids = [i for i in draft.focus.ids if desk.has(i)]
        camera |= {"focus": ids[0]} if ids else {}
    elif draft.focus is not None:
        camera["focus"] = draft.focus
    for name, value in camera.items():
        desk.set(f"camera.{name}", value)


def replaced(desk: Desk, id: str, new: Subject) -> None:
    """One subject for another, in its place in the order and under its id."""
    desk.set("subjects", tuple(new.model_copy(update={"id": id}) if s.id == id else s for s in desk.scene.subjects))
