"""Looks that are told of several things at once: "one red and two yellow tulips", "in steel and oak respectively"."""

from __future__ import annotations

from diorama.language.chunks import Item

MOST_MEMBERS = 24
"""Things of one count that looks are told of one by one."""


def share_nouns(items: list[Item]) -> None:
    """ "One red and two yellow tulips": the first looks have the noun of the second."""
    for k in range(len(items) - 2):
        first, after = items[k].chunk, items[k + 2].chunk
        if first is None or after is None or items[k + 1].kind != "conjunction" or first.head is not None or not first.atoms:
            continue
        counted = (first.count is not None or first.determiner is not None) and (after.count is not None or after.determiner is not None)
        looks = all(a.can("colour", "colour_modifier", "material", "size", "pattern") for a in first.atoms)
        if counted and after.kind == "thing" and looks and after.modifiers:
            first.head, first.modifiers = after.head, list(first.atoms)
            first.sense = after.sense._replace(data={**after.sense.data, "plural": first.number not in (None, 1)})


def share_looks(items: list[Item]) -> None:
    """ "A red cup and saucer": what has no article of its own has the looks of the first, where both are of a kind."""
    for k in range(len(items) - 2):
        first, after = items[k].chunk, items[k + 2].chunk
        if first is None or after is None or items[k + 1].kind != "conjunction" or first.kind != "thing" or after.kind != "thing":
            continue
        single = first.determiner is not None and first.determiner.norm in ("a", "an") and not (after.determiner or after.count or after.piling)
        alike = first.sense.data["category"] == after.sense.data["category"] and not after.sense.data["plural"]
        looks = [a for a in first.modifiers if a.can("colour", "colour_modifier", "material", "pattern")]
        if single and alike and not any(a.can("colour", "material", "pattern") for a in after.modifiers):
            after.modifiers = [*looks, *after.modifiers]


def respective(items: list[Item]) -> set[int]:
    """The phrases of looks that "respectively" gives to things one by one, by identity: those just before it, else those before a colon."""
    out: set[int] = set()
    for r, item in enumerate(items):
        if item.atom is None or item.atom.norm != "respectively":
            continue
        found = _looks_before(items, r)
        if len(found) < 2:
            colon = next((k for k in range(r, -1, -1) if items[k].atom is not None and items[k].atom.text == ":"), None)
            found = _looks_before(items, colon) if colon is not None else []
        out |= set(found) if len(found) > 1 else set()
    return out


def _looks_before(items: list[Item], k: int) -> list[int]:
    found = []
    while k > 0:
        k -= 1
        item = items[k]
        if item.kind == "chunk" and item.chunk.kind in (None, "material") and item.chunk.determiner is None and item.chunk.atoms:
            found.append(id(item.chunk))
        elif item.kind != "conjunction" and not (item.kind == "punct" and item.atom.text == ","):
            break
    return found
