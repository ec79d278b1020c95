"""What a deed needs and no word names is added to the picture, and told: a painter's brush, a waiter's tray, a pan under eggs that are fried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from diorama.language.draft import Draft, SubjectDraft
from diorama_catalogue import Tag, food_tools, role, tagged, thing, tools


def tell(draft: Draft) -> None:
    """A note for each person to whom tools are added, where the words of the deed stand."""
    for person in draft.subjects:
        if person.category != "person" or person.traits is None or person.count != 1:
            continue
        added = list(dict.fromkeys(_added(draft, person)))
        if added:
            first = _with_article(added[0].replace("_", " "))
            told = f"added for what the {person.noun} does, as no word names it: {', '.join(_with_article(key.replace('_', ' ')) for key in added)}"
            draft.say("note", "assumed-tool", told, person.at, f"say with what: 'with {first}'")


def _with_article(name: str) -> str:
    return name if name.endswith("s") and not name.endswith("ss") else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _added(draft: Draft, person: SubjectDraft) -> Iterator[str]:
    assert person.traits is not None
    deeds = person.traits.get("actions", ())
    there = {s.thing for s in draft.subjects if s.becomes is None}
    holds = any(r.kind == "holding" and person in r.subjects for r in draft.relations)
    deed = next((a for a in deeds if a["deed"] in tools()), None)
    if deed is not None and not _written_on(deed):
        yield from () if there & set(tools()[deed["deed"]]) else tools()[deed["deed"]][:1]
    elif deed is None:
        yield from _of_the_role(person, deeds, there)
    for a in deeds:
        food = [o for o in a["objects"] if isinstance(o, SubjectDraft) and o.category in ("food", "tableware")]
        if a["deed"] in food_tools() and food:
            yield from _for_food(draft, a["deed"], food, holds)


def _written_on(deed: dict[str, Any]) -> bool:
    return any(isinstance(o, SubjectDraft) and o.thing in tagged(Tag.WRITTEN_ON) for o in deed["objects"])


def _for_food(draft: Draft, deed: str, worked: list[SubjectDraft], holds: bool) -> Iterator[str]:
    row = food_tools()[deed]
    if not holds:
        yield row.in_hand
    laid = {id(s) for r in draft.relations if r.kind in ("on", "in") for s in r.subjects}
    loose = [s for s in worked if s.category == "food" and id(s) not in laid]
    if loose and not any(Tag.VESSEL in thing(s.thing).tags for s in worked):
        yield row.under


def _of_the_role(person: SubjectDraft, deeds: Any, there: set[str]) -> Iterator[str]:
    """An instrument, a hammer, a sword, a tray: what somebody of the role has in hand."""
    assert person.traits is not None
    row = role(person.traits.get("role") or person.noun.replace(" ", "_"))
    free = person.traits.get("posture") in (None, "standing", "walking") and not deeds and not person.traits.get("gestures")
    strikes = row.strikes if any(a["deed"] == "hitting" for a in deeds) else None
    usual = strikes or (row.bears if row.bears and free else row.plays)
    if usual and usual not in there:
        yield usual
