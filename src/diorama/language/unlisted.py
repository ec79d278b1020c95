"""Nouns of a brief that the lexicon has not, as the nearest thing of their kind: "a theodolite", "a samovar". A stand-in says that it is one."""

from __future__ import annotations

from diorama.language.frames.place import nearest as nearest_place
from diorama.language.frames.things.standin import nearest
from diorama.language.lexicon import classes
from diorama.language.match import Atom
from diorama.language.postures import base
from diorama_catalogue.plurals import singular

MADE = ("artifact", "food", "plant", "object")
SURE = 0.6
"""Of all uses of a word, the part from which it is taken for a noun of these classes."""
SELDOM = 0.15
"""The part below which an adjective is no noun of these classes ("bent" is a grass, too)."""
ALSO_A_VERB = 0.9
"""The same, for a word that is a verb or an adjective as well."""


def stood_in(atoms: list[Atom]) -> list[Atom]:
    """The atoms, unknown nouns of things, animals and people with the meaning of what is near to them. Beside another unknown word a word may be of another
    language, and stays unknown."""
    strange = [a.kind == "unknown" and not _does(a.norm) and not _only_tells(a.norm) and not _they_do(atoms, k) for k, a in enumerate(atoms)]
    unknown = [a.kind == "unknown" for a in atoms]
    alone = [s and not any(strange[max(k - 1, 0) : k]) and not any(strange[k + 1 : k + 2]) for k, s in enumerate(unknown)]
    return [
        _with_kind(a, _within(atoms, k), made=k > 0 and atoms[k - 1].can("material")) if alone[k] and _spelt_out(a.norm) else a for k, a in enumerate(atoms)
    ]


def _does(word: str) -> bool:
    """True for what somebody does: "leans" beside "grandpa", "diving" beside "goalkeeper"."""
    return word.endswith("s") and classes.verb(singular(word)) is not None or word.endswith("ing") and classes.verb(base(word)) is not None


def _they_do(atoms: list[Atom], k: int) -> bool:
    """True for what several do: "share" beside "sisters"."""
    if k == 0 or not _spelt_out(atoms[k - 1].norm):
        return False
    doers = atoms[k - 1].norm
    return singular(doers) != doers and classes.verb(atoms[k].norm) is not None and classes.share(singular(doers), "person", "animal") > SURE


def _only_tells(word: str) -> bool:
    """True for what tells how somebody is, and is no thing: "bent" beside "seamstress", "hunched"."""
    return classes.is_adjective(word) and classes.share(word, *MADE, "person", "animal") < SELDOM


def _spelt_out(word: str) -> bool:
    return word.isascii() and word.replace("-", "").isalpha() and len(word) > 2


WITHIN = frozenset(("in", "at", "through", "across", "inside", "throughout"))
"""Before a noun of a place: where it all is."""


def _within(atoms: list[Atom], k: int) -> bool:
    """True if a word is where something is said to be: "in a muddy farmyard"."""
    while k > 0 and atoms[k - 1].can("determiner", "colour", "material", "attribute", "size", "finish", "weather"):
        k -= 1
    return k > 0 and atoms[k - 1].norm in WITHIN


A_LITTLE = 0.1
"""The same, for a thing that is said to be of some material: "a brass knocker" is nobody."""


def _with_kind(atom: Atom, within: bool, *, made: bool = False) -> Atom:
    word = singular(atom.norm)
    many = word != atom.norm
    place = nearest_place(word) if within and not many else None
    if place is not None:
        return Atom(atom.start, atom.end, atom.text, atom.norm, (place,), atom.glued)
    if classes.tail(word) is not None or _compares(word) or word.endswith("ing") and classes.verb(word[:-3]) is not None:
        return atom
    least = ALSO_A_VERB if classes.verb(word) is not None or classes.verb(atom.norm) is not None or classes.is_adjective(atom.norm) else SURE
    made = made and classes.share(word, *MADE) >= A_LITTLE
    tried = (("unlisted", MADE),) if made else (("animal", ("animal",)), ("person", ("person",)), ("unlisted", MADE))
    for kind, kinds in tried:
        if made or classes.share(word, *kinds) >= least:
            near = nearest(word, kind, many)
            if near is None:
                return atom
            return Atom(atom.start, atom.end, atom.text, atom.norm, (near._replace(data={**near.data, "noun": word}),), atom.glued)
    return atom


def _compares(word: str) -> bool:
    """ "closer": a comparative of an adjective rather than somebody who closes."""
    return word.endswith("er") and (classes.is_adjective(word[:-2]) or classes.is_adjective(word[:-1]))
