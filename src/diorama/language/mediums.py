"""What a picture is made with, named by itself after the scene ("a cat on a chair, oil painting"): a style of the picture, and no picture on a wall."""

from __future__ import annotations

from dataclasses import replace

from diorama.language.lexicon import Sense
from diorama.language.match import Atom

MEDIUMS = {
    **dict.fromkeys(("oil painting", "watercolour painting", "watercolor painting", "acrylic painting", "digital painting"), "painting_style"),
    **dict.fromkeys(("pencil drawing", "charcoal drawing", "ink drawing", "pencil sketch", "line drawing"), "drawing_style"),
}


def as_styles(atoms: list[Atom]) -> list[Atom]:
    """The atoms, mediums that stand alone between commas after something else as the style of the whole."""
    out = list(atoms)
    for i, atom in enumerate(atoms):
        style = MEDIUMS.get(atom.norm)
        alone = i > 1 and atoms[i - 1].text in (",", ".", ";") and (i + 1 == len(atoms) or atoms[i + 1].text in (",", ".", ";"))
        if style is not None and alone:
            out[i] = replace(atom, senses=(Sense("style", style, {}),))
    return out
