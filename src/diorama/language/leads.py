"""Whoever walks a dog has it on a leash, which no word names: it is added, and told ("a woman walking her dog along a street").

draft → animals that are walked wear a leash
"""

from __future__ import annotations

import re

from diorama.language.draft import Draft, SubjectDraft

WALKS = re.compile(r"\bwalk(?:s|ing|ed)?(?: (?:his|her|their|its|a|an|the|two|three|four|several|some|[\w'-]+)){1,4}\s*$", re.IGNORECASE)
"""What stands before the name of an animal that somebody walks."""
ELSEWHERE = re.compile(r"\b(?:with|beside|by|past|toward|towards|to|near|behind|without|over|on|in|through|across|along|and|like|as)\b|[,.;:]", re.IGNORECASE)
"""Words in between that make it no object of the walking."""
LEASHED = frozenset(("dog",))
"""Kinds that are walked."""
FREE = re.compile(r"\b(?:off[- ](?:the[- ])?lea(?:sh|d)|unleashed|without a lea(?:sh|d))\b", re.IGNORECASE)


def give(draft: Draft) -> None:
    """A leash for each kind of animal that is walked and wears none."""
    if not any(s.category == "person" for s in draft.subjects) or FREE.search(draft.prompt):
        return
    for animal in [s for s in draft.subjects if s.category == "animal" and (s.traits or {}).get("species") in LEASHED]:
        before = re.split(r"[.;!?\n]", draft.prompt[: animal.at[0]])[-1]
        m = WALKS.search(before)
        if m is None or ELSEWHERE.search(m.group()) or any(s.worn_by is animal and s.noun in ("leash", "lead", "rope", "rein") for s in draft.subjects):
            continue
        draft.subjects.append(SubjectDraft("leash", "necklace", "wear", 1.2, animal.at, worn_by=animal, implied=True))
        draft.say("note", "assumed-tool", f"added, as whoever walks a {animal.noun} leads it: a leash", animal.at, "say how it goes: 'off the leash'")
