"""What a deed needs and no word names is added to the picture, and told: a painter's brush, a waiter's tray, a pan under eggs that are fried."""

from __future__ import annotations

from collections.abc import Iterator

from diorama.language.draft import Draft, SubjectDraft
from diorama_catalogue.needed import Deed, for_food, tool_added


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
    traits = person.traits
    done = [(a["deed"], [o for o in a["objects"] if isinstance(o, SubjectDraft)]) for a in traits.get("actions", ())]
    deeds = [Deed(name, tuple(o.thing for o in objects if o.thing is not None)) for name, objects in done]
    there = {s.thing for s in draft.subjects if s.becomes is None and s.thing is not None}
    key = traits.get("role") or person.noun.replace(" ", "_")
    tool = tool_added(key, deeds, traits.get("posture"), gestures=bool(traits.get("gestures")), there=there)
    if tool is not None:
        yield tool.thing
    holds = any(r.kind == "holding" and person in r.subjects for r in draft.relations)
    laid = {id(s) for r in draft.relations if r.kind in ("on", "in") for s in r.subjects}
    for deed, (_, objects) in zip(deeds, done, strict=True):
        loose = any(o.category == "food" and id(o) not in laid for o in objects)
        yield from (key for key in for_food(deed, holds=holds, loose=loose) if key is not None)
