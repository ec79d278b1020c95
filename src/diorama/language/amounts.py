"""How many a plural without a number is, by what holds it: a bowl of cherries, a wheelbarrow full of apples, a street full of people."""

from __future__ import annotations

from diorama.language.draft import SubjectDraft

BERRY = 0.055
"""Metres: of what is smaller, a bowl holds sixteen rather than five."""
FEW, SOME, BERRIES, MOST = 5, 7, 16, 30
"""Of what lies in a vessel; of what fills one; of berries; the most that are laid singly."""
ROOM = 0.14
"""Of the square on a vessel's length, the share that is its open mouth; a wheelbarrow has handles, a basket a round rim."""
THRONG = {"person": 16, "vehicle": 8, "building": 8, "animal": 14, "furniture": 8}
"""How many of a kind are seen where a place is full of them; of small things, more."""
STREWN = 18


def held(subject: SubjectDraft) -> int:
    """How many lie in a vessel that is not said to be full."""
    return BERRIES if subject.length < BERRY else FEW


def shared_out(owner: SubjectDraft, subject: SubjectDraft, *, each: bool) -> None:
    """How many lie in vessels, where the words give no number: "three bowls of lemons"; each has its own of what is no plural ("three baskets of bread")."""
    potted = owner.thing == "flower_pot" and subject.category == "plant"  # a plant in its pot is one thing
    if subject.counted or potted or not (subject.plural or each and owner.count > 1):
        return
    subject.count = min(held(subject) * owner.count, max(MOST, owner.count)) if subject.plural else owner.count
    subject.counted = True


def filling(owner: SubjectDraft, subject: SubjectDraft) -> int:
    """How many fill a vessel to its rim, as far as they are seen from above."""
    mouth = ROOM * (owner.length / subject.length) ** 2
    return min(max(BERRIES if subject.length < BERRY else SOME, round(mouth)), MOST)


def thronging(subject: SubjectDraft) -> int:
    """How many a place is full of."""
    return THRONG.get(subject.category, STREWN)
