""" "A rose on each side of the cake", "two armchairs on either side of a fireplace": one to the left and one to the right."""

from __future__ import annotations

from diorama.language.draft import Draft, Effect, RelationDraft, SubjectDraft

FLANKING = "flanking"
"""The relation as the words tell it; the scene says which is left and which right."""


ROW = 4
"""How many a plural without a number on both sides is."""


def part(draft: Draft) -> None:
    """What is told to be on both sides becomes two subjects (or two halves of what it is), left and right of the other."""
    for told in [r for r in draft.relations if r.kind == FLANKING]:
        at = draft.relations.index(told)
        draft.relations[at : at + 1] = [r for s in told.subjects if s in draft.subjects for r in _sides(draft, s, told)]


def _sides(draft: Draft, left: SubjectDraft, told: RelationDraft) -> list[RelationDraft]:
    if left.plural and not left.counted:
        left.count, left.counted = ROW, True
    half = max(left.count // 2, 1)
    right = left.another(count=max(left.count - half, 1))
    left.count, left.plural, right.plural = half, half > 1, right.count > 1
    draft.retell(left, "count", left.count)
    draft.subjects.insert(draft.subjects.index(left) + 1, right)
    for known in [r for r in draft.relations if r is not told and left in r.subjects and right not in r.subjects]:
        known.subjects.append(right)
    made = [RelationDraft([one], kind, list(told.objects), told.atom) for one, kind in ((left, "left_of"), (right, "right_of")) if told.objects]
    if told.atom is not None:
        draft.note(told.atom, "subject", *(Effect("relations", r) for r in made), Effect("noun", right.noun, right))
    return made
