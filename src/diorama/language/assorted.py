"""What words for a variety stand for: the kinds of "a bowl of fruit", the colours of "five colourful umbrellas"."""

from __future__ import annotations

from diorama.language.draft import Draft, Effect, RelationDraft, SubjectDraft, SurfaceDraft
from diorama.scene import Colour
from diorama_catalogue import Tag, tagged, thing
from diorama_catalogue.plurals import plural

_FRUIT = (("apple", 2), ("orange", 2), ("pear", 1), ("lemon", 1))
_GREENS = (("tomato", 2), ("carrot", 2), ("pepper", 1))
_TOOLS = (("hammer", 1), ("saw", 1), ("wrench", 1), ("screwdriver", 2))
ASSORTED = {"fruit": _FRUIT, "fruits": _FRUIT, "vegetable": _GREENS, "vegetables": _GREENS, "tools": _TOOLS, "tool": _TOOLS}
"""Things of the family, and how many of each."""

BRIGHT = {"red": "#b8262b", "yellow": "#e3b322", "blue": "#2b5fb3", "green": "#3f8f4f", "orange": "#dd7a2b", "purple": "#7a4a9c",
          "pink": "#dd8fa8", "turquoise": "#3aa6a6"}  # fmt: skip
"""Colours that things of many colours come in, one after another."""
PASTEL = {"pink": "#e9a9b8", "mint": "#a9d4bd", "lemon yellow": "#efdd96", "lilac": "#c3aed8", "peach": "#f0c0a0",
          "sky blue": "#a9c8e0", "rose": "#d98a98", "cream": "#efe3cb"}  # fmt: skip
"""As confectioners dye: colours of sweet things."""
MOST = 24
"""So many of one kind have a colour each; more are a heap, whose pattern it is."""
VARIED = frozenset((
    "colourful", "colorful", "multicoloured", "multi-coloured", "multicolored", "multi-colored", "brightly coloured", "brightly colored", "assorted",
    "various colours", "different colours",
))  # fmt: skip
SWEET = tagged(Tag.SWEET)

MEALS = {
    "breakfast": (("croissant", 2, 0.14, ()), ("cup", 1, 0.1, ("contents:coffee",)), ("glass", 1, 0.13, ("contents:orange juice",))),
    "lunch": (("sandwich", 1, 0.14, ()), ("glass", 1, 0.13, ("contents:water",)), ("apple", 1, 0.08, ())),
    "food": (("bread", 1, 0.28, ()), ("cheese", 1, 0.15, ()), ("apple", 2, 0.08, ()), ("tomato", 2, 0.07, ())),
    "dinner": (("steak", 1, 0.25, ()), ("wine_glass", 1, 0.22, ("contents:red wine",)), ("bread", 1, 0.28, ())),
}  # fmt: skip
"""What is on the table for a meal of which nothing else is told: thing, how many, usual length in metres, what it holds."""


def meals(draft: Draft) -> None:
    """ "Breakfast by a window": where the words name food it is the name of what they name, else a usual one is laid."""
    for subject in [s for s in draft.subjects if s.noun in MEALS and s.thing == "bread" and s.becomes is None]:
        named = [s for s in draft.subjects if s is not subject and s.category == "food"]
        if not named and draft.prompt[: subject.at[0]].rstrip().endswith(" for"):  # "a table set for dinner with six plates": with those
            named = [s for s in draft.subjects if s.category == "tableware"]
        note = draft.notes.get(subject.at)
        laid = named[:1] or [
            SubjectDraft(
                key.replace("_", " "), key, thing(key).category, length, subject.at, count=count, counted=True,
                plural=count > 1, attributes=list(holds),
            )  # fmt: skip
            for key, count, length, holds in MEALS[subject.noun]
        ]
        for relation in draft.relations:
            if subject in relation.subjects:
                relation.subjects[:] = [s for s in relation.subjects if s is not subject] + [s for s in laid if not named and s not in relation.subjects]
        draft.relations = [r for r in draft.relations if r.subjects]
        draft.take_out(subject)
        if note is not None:
            note.status, note.effects = "assumed", [Effect("thing", s.thing, s) for s in laid]
        if not named:
            draft.subjects += laid
            shown = ", ".join(f"{s.count} {plural(s.noun) if s.count > 1 else s.noun}" for s in laid)
            draft.say("note", "assumed-kind", f"which {subject.noun}? {shown} are shown", subject.at, "name what there is: 'toast, butter and a cup of tea'")


def coloured(draft: Draft) -> None:
    """Of several colourful things each has a colour of its own; one is of many colours, as the words say."""
    for subject in draft.subjects:
        if not 1 < subject.count <= MOST or subject.surface.pattern != "rainbow" or subject.surface.colours or subject.split or subject.becomes or "stacked" in subject.states:
            continue
        varied = (n for n in draft.notes.values() if draft.prompt[n.start : n.end].lower() in VARIED)
        told = [e for n in varied for e in n.effects if e.owner is subject and e.path == "surface.pattern"]
        if not told:
            continue
        bright = list((PASTEL if subject.thing in SWEET else BRIGHT).items())
        palette = [bright[k % len(bright)] for k in range(subject.count)]
        subject.surface.pattern = None
        subject.split = [SurfaceDraft(colours=[Colour(name=name, hex=value)]) for name, value in palette]
        for note in draft.notes.values():
            if told[0] in note.effects:
                note.effects = [e for e in note.effects if e is not told[0]] + [Effect(f"split.{k}.surface.colours", name, subject) for k, (name, _) in enumerate(palette)]


PLACED = ("in", "on", "hanging_from", "against")


def assorted(draft: Draft) -> None:
    """Family words in or on something become several subjects, each related as the word was."""
    for subject in list(draft.subjects):
        placed = [r for r in draft.relations if r.subjects == [subject]]
        if not any(r.kind in PLACED and (isinstance(r.objects[0], SubjectDraft) or r.kind != "on") for r in placed):
            continue
        family = subject.noun in ASSORTED and subject.thing == ASSORTED[subject.noun][0][0]
        if family and not subject.surface.colours and (subject.count in (1, 5, 7) or not subject.counted):
            _spread(draft, placed, subject)


def _spread(draft: Draft, placed: list[RelationDraft], subject: SubjectDraft) -> None:
    (_, subject.count), *others = ASSORTED[subject.noun]
    subject.counted = True
    draft.retell(subject, "count", subject.count)
    kinds = [subject] + [
        SubjectDraft(thing, thing, subject.category, subject.length, subject.at, count=count, counted=True, plural=count > 1) for thing, count in others
    ]  # fmt: skip
    draft.subjects += kinds[1:]
    for relation in placed:
        for kind in kinds[1:]:
            draft.relate([kind], relation.kind, list(relation.objects))
    note = draft.notes.get(subject.at)
    if note is not None:
        note.status = "assumed"
        note.effects += [Effect("thing", kind.thing, kind) for kind in kinds[1:]]
    draft.diagnostics = [d for d in draft.diagnostics if not (d.code == "stand-in" and d.span == subject.at)]
    shown = ", ".join(f"{kind.count} {plural(kind.thing) if kind.count > 1 else kind.thing}" for kind in kinds)
    draft.say("note", "assumed-kind", f"which {subject.noun}? {shown} are shown", subject.at, "name them: 'apples and pears'")
