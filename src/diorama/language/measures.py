"""Sizes in centimetres, metres, inches or feet ("a vase 30 cm tall") → factors on a thing's usual size."""

from __future__ import annotations

import re

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.match import Atom
from diorama_catalogue import Tag, tagged

METRES = {"c": 0.01, "i": 0.0254, "f": 0.3048, "mm": 0.001}
"""By the unit's first letter; what is none of these is metres."""
UPRIGHT_KINDS = frozenset(("building", "plant", "person", "figure"))
UPRIGHT = tagged(Tag.UPRIGHT)
"""Things whose usual largest length is their height."""
SMALLEST, LARGEST = 0.05, 20.0
"""Factors on its usual size between which a thing can be."""
UP, ACROSS = ("tall", "high"), ("long", "wide", "deep", "across", "thick")


def metres(text: str) -> float:
    """ "30 cm", "1.2-metre", "12 inch" in metres."""
    number, unit = re.match(r"([\d.,]+)[\s-]*(\w+)", text.lower()).groups()
    return float(number.replace(",", ".")) * METRES.get("mm" if unit == "mm" else unit[0], 1.0)


def measured(draft: Draft, owner: SubjectDraft, atoms: list[Atom]) -> list[Atom]:
    """Take the measures with the words after them; return the other atoms."""
    rest, k = [], 0
    while k < len(atoms):
        atom = atoms[k]
        way = atoms[k + 1] if k + 1 < len(atoms) and atoms[k + 1].norm in (*UP, *ACROSS) else None
        if not atom.can("measure"):
            rest.append(atom)
        else:
            _scale(draft, owner, [atom, way] if way is not None else [atom], way.norm if way is not None else "")
            k += way is not None
        k += 1
    return rest


def is_upright(owner: SubjectDraft) -> bool:
    """True if a thing's largest length is its height."""
    return owner.category in UPRIGHT_KINDS or owner.thing in UPRIGHT


def scaled_to(owner: SubjectDraft, length: float) -> float:
    """The factor on its usual size by which a thing is as long as `length`, in metres, as near as it can be."""
    return round(min(max(length / owner.length, SMALLEST), LARGEST), 3)


def _scale(draft: Draft, owner: SubjectDraft, words: list[Atom], way: str) -> None:
    upright = is_upright(owner)
    factor = round(metres(words[0].text) / owner.length, 3)
    told = way in UP and upright or way in ACROSS and not upright or not way
    if told and SMALLEST <= factor <= LARGEST:
        owner.size["scale"] = factor
        for atom in words:
            draft.note(atom, "subject", Effect("size.scale", factor, owner))
        return
    for atom in words:
        draft.note(atom, "none", status="no_effect")
    span = (words[0].start, words[-1].end)
    largest = "height" if upright else "length"
    why = f"its {largest} is what can be set" if not told else f"from {SMALLEST * owner.length:.2g} m to {LARGEST * owner.length:.2g} m"
    draft.say("note", "out-of-range", f"{draft.prompt[slice(*span)]!r}: the {owner.noun} keeps its size; {why}", span, f"'30 cm {'tall' if upright else 'long'}', or 'small', 'large'")
