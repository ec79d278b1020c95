"""What is in "a bowl of fruit" whose fruit is not named: several kinds of the family."""

from __future__ import annotations

from diorama.language.draft import Draft, Effect, RelationDraft, SubjectDraft
from diorama.language.lexicon.inflect import plural

_FRUIT = (("apple", 2), ("orange", 2), ("pear", 1), ("lemon", 1))
_GREENS = (("tomato", 2), ("carrot", 2), ("pepper", 1))
ASSORTED = {"fruit": _FRUIT, "fruits": _FRUIT, "vegetable": _GREENS, "vegetables": _GREENS}
"""Things of the family, and how many of each."""


def assorted(draft: Draft) -> None:
    """Family words in or on something become several subjects, each related as the word was."""
    for relation in list(draft.relations):
        if relation.kind not in ("in", "on") or len(relation.subjects) != 1 or not isinstance(relation.objects[0], SubjectDraft):
            continue
        subject = relation.subjects[0]
        if subject.noun in ASSORTED and subject.thing == ASSORTED[subject.noun][0][0] and subject in draft.subjects and not subject.surface.colours and subject.count in (1, 5, 7):
            _spread(draft, relation, subject)


def _spread(draft: Draft, relation: RelationDraft, subject: SubjectDraft) -> None:
    (_, subject.count), *others = ASSORTED[subject.noun]
    subject.counted = True
    draft.retell(subject, "count", subject.count)
    kinds = [subject] + [SubjectDraft(thing, thing, subject.category, subject.length, subject.at, count=count, counted=True, plural=count > 1) for thing, count in others]
    draft.subjects += kinds[1:]
    for kind in kinds[1:]:
        draft.relate([kind], relation.kind, list(relation.objects))
    note = draft.notes.get(subject.at)
    if note is not None:
        note.status = "assumed"
        note.effects += [Effect("thing", kind.thing, kind) for kind in kinds[1:]]
    draft.diagnostics = [d for d in draft.diagnostics if not (d.code == "stand-in" and d.span == subject.at)]
    shown = ", ".join(f"{kind.count} {plural(kind.thing) if kind.count > 1 else kind.thing}" for kind in kinds)
    draft.say("note", "assumed-kind", f"which {subject.noun}? {shown} are shown", subject.at, "name them: 'apples and pears'")
