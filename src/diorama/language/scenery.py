"""What is behind or before what a picture is of: by the field of a prompt, and trees that are only named."""

from __future__ import annotations

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.syntax.labelled import fields
from diorama.scene import INDOORS
from diorama_catalogue import fittings, settings

PARTS = frozenset(("background", "foreground"))
"""Fields of a prompt that tell of a part of the frame."""


def by_fields(draft: Draft) -> None:
    """ "Background: row of painted hives": they are in the background, where their own words say nothing of where they are."""
    told = {id(s) for r in draft.relations for s in r.subjects}
    for field in (field for field in fields(draft.prompt) if field.name in PARTS):
        for subject in draft.subjects:
            if field.at <= subject.at[0] < field.end and id(subject) not in told and subject.becomes is None and subject.worn_by is None:
                draft.relate([subject], "near", [field.name], None)


def hung(draft: Draft) -> None:
    """ "Sun coming through white curtains": those of the room's window, and none that stand in it."""
    if draft.environment.get("setting") not in fittings()["curtains"].of:
        return
    for curtain in [s for s in draft.subjects if s.thing == "curtain" and s.plural and not s.counted and s.becomes is None]:
        ties = [r for r in draft.relations if curtain in r.subjects or curtain in r.objects]
        if any(r.objects != ["window"] or r.subjects != [curtain] for r in ties):
            continue
        draft.fittings["curtains"] = curtain.surface
        draft.features += ["curtains"] if "curtains" not in draft.features else []
        for effect in [e for note in draft.notes.values() for e in note.effects if e.owner is curtain and e.path.startswith("surface")]:
            effect.path, effect.owner = f"environment.fittings.curtains.{effect.path}", None
        draft.note_of(curtain, Effect("environment.features", "curtains"))
        draft.take_out(curtain)


TALL = 2.0
"""Metres: plants of this size are trees."""


def behind(draft: Draft) -> None:
    """ "A rowing boat on a lake, pine trees", "a yellow bus on a road, autumn trees": the trees are around it all, and not in a row with it."""
    if draft.environment.get("setting") in INDOORS:
        return
    shown = [s for s in draft.subjects if s.becomes is None and s.worn_by is None and not s.object_only]
    if len(shown) < 2 or _tree(shown[0]):
        return
    told = {id(s) for r in draft.relations for s in (*r.subjects, *r.objects) if isinstance(s, SubjectDraft)}
    for trees in [s for s in shown[1:] if _tree(s) and s.plural and not s.counted and id(s) not in told]:
        if (grown := _of_the_shore(draft, trees)) is not None:
            draft.features += [grown] if grown not in draft.features else []
            draft.note_of(trees, Effect("environment.features", grown))
            draft.take_out(trees)
            continue
        draft.relate([trees], "near", ["background"], None)
        draft.say("note", "assumed-place", f"the {trees.noun.removesuffix('s')}s stand behind", trees.at, "say where: 'trees on both sides of it'")


def _of_the_shore(draft: Draft, trees: SubjectDraft) -> str | None:
    """The place's own trees, where what is behind would stand in the water: "a rowing boat on a lake, pine trees"."""
    place = settings().get(draft.environment.get("setting", ""))
    if place is None or not (place.floats or draft.environment["setting"] == "beach") or trees.surface.colours or trees.states or trees.size:
        return None
    kind = trees.noun.removesuffix("s").removesuffix(" tree").split()[-1] + "s"
    return next((name for name in (kind, "trees") if name in place.shows), None)


def _tree(subject: SubjectDraft) -> bool:
    return subject.category == "plant" and subject.length >= TALL and subject.thing.split("_")[-1] == "tree"
