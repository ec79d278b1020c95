"""Atoms → items: noun phrases (with determiner, count, modifiers and head), links between them, and what stands alone.

A noun phrase's head is its last noun; everything before it modifies it, whatever else those words may mean elsewhere: "walnut" in
"a walnut table" is wood, "orange" in "an orange vase" a colour, "window" in "soft window light" where the light comes from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from diorama.language.lexicon import Sense, lexicon
from diorama.language.match import Atom

HEADS = ("thing", "light_head", "setting", "feature", "light_source", "backdrop", "place", "weather", "time", "season", "part", "material", "unknown")
"""Kinds a noun phrase can be about; of an ambiguous word's senses the first here wins."""
WEAK = frozenset(("weather", "time", "season", "material"))
"""Kinds that head a phrase only where nothing else in it can: in "street at night" the street is meant."""
MODIFIERS = frozenset((
    "colour", "colour_modifier", "material", "pattern", "finish", "shape", "size", "state", "attribute", "weather", "time", "season", "light_source",
    "light_quality",
    "light_strength", "light_kelvin", "light_direction", "hex", "kelvin", "clock", "age", "measure", "volume", "side_word",
))  # fmt: skip
ADJECTIVES = frozenset((
    "colour", "colour_modifier", "pattern", "finish", "shape", "size", "state", "attribute", "light_quality", "light_strength", "light_kelvin", "hex",
))  # fmt: skip
LONGEST = 16
"""Words of a noun phrase; people's have no more, and it keeps the time linear."""
SEEN = ("colour", "hex", "material", "pattern", "finish")
OPENERS = ("determiner", "count", "number", "piling")
"""Kinds that a noun phrase opens with."""
TRANSPARENT = frozenset(("boilerplate", "filler", "style", "function"))
NOUNS = frozenset(HEADS) - {"unknown"}


@dataclass(eq=False)
class Chunk:
    """A noun phrase."""

    atoms: list[Atom] = field(default_factory=list)
    determiner: Atom | None = None
    count: Atom | None = None
    number: int | None = None
    grouped: Atom | None = None
    """ "a set of" before a number."""
    piling: Atom | None = None
    modifiers: list[Atom] = field(default_factory=list)
    head: Atom | None = None
    sense: Sense | None = None
    proform: Atom | None = None
    """ "one", which stands for a noun named before."""
    joined: str | None = None
    """What stood before it, where it has no noun: "and", ",", None."""

    @property
    def start(self) -> int:
        return min(a.start for a in self._all())

    @property
    def end(self) -> int:
        return max(a.end for a in self._all())

    def _all(self) -> list[Atom]:
        return [a for a in (self.determiner, self.grouped, self.count, self.piling, *self.atoms) if a is not None]

    @property
    def definite(self) -> bool:
        return self.determiner is not None and self.determiner.sense("determiner").key == "the"

    @property
    def indefinite(self) -> bool:
        """With an article or a number of its own, as what is named first has."""
        return not self.definite and (self.determiner is not None or self.count is not None)

    @property
    def kind(self) -> str | None:
        return self.sense.kind if self.sense else None


@dataclass(eq=False)
class Item:
    """One step of a sentence: kind chunk, relation, link, side, conjunction, pronoun, punct, quote, free or function."""

    kind: str
    atom: Atom | None = None
    chunk: Chunk | None = None


def chunk(atoms: list[Atom]) -> list[Item]:
    atoms = [_counted(atoms, i) for i in range(len(atoms))]
    items: list[Item] = []
    i = 0
    while i < len(atoms):
        if (text := _unquoted(atoms, i)) is not None:
            items += [Item("link", atoms[i]), Item("quote", text)]
            while i < len(atoms) and atoms[i].start < text.end:
                i += 1
        elif starts(atoms, i):
            i = _chunk(atoms, i, items)
        else:
            atom = atoms[i]
            relative = atom.norm == "which" and bool(items) and items[-1].kind == "relation"  # "a table, on which a mug stands"
            items.append(Item("pronoun" if relative else _item_kind(atom), atom))
            i += 1
    return items


def _counted(atoms: list[Atom], i: int) -> Atom:
    """ "a stack of letters": after a count or an article a word that also joins is the thing, unless the text follows it ("letters 'SALE'")."""
    atom = atoms[i]
    held, of = atom.sense("thing"), i + 1 < len(atoms) and atoms[i + 1].norm == "of"
    if of and held is not None and held.data["category"] == "tableware" and atom.can("material"):
        return replace(atom, senses=tuple(s for s in atom.senses if s.kind != "material"))  # "pizza, glass of wine": a glass, and no pizza of glass
    last = i > 0 and not atoms[i - 1].can(*OPENERS) and (i + 1 == len(atoms) or atoms[i + 1].can("punct", "conjunction"))
    if last and atom.can("part") and atom.can("count"):
        return replace(atom, senses=tuple(s for s in atom.senses if s.kind != "count"))  # "a sneaker, green sole"
    if i > 0 and atom.can("piling") and atom.can("state") and atoms[i - 1].can("thing"):
        return replace(atom, senses=tuple(s for s in atom.senses if s.kind != "piling"))  # "a lemon slice"
    opened = i > 0 and atoms[i - 1].can(*OPENERS)
    quoted = i + 1 < len(atoms) and (atoms[i + 1].can("quote") or atoms[i + 1].text.isupper())
    if not (atom.can("link") and atom.can("thing") and opened) or quoted:
        return atom
    return replace(atom, senses=tuple(s for s in atom.senses if s.kind != "link"))


def _unquoted(atoms: list[Atom], i: int) -> Atom | None:
    """ "a sign that says STOP AHEAD": capitals after a word of writing are the text, without quotation marks too."""
    if not (atoms[i].can("link") and atoms[i].sense("link").key == "reading"):
        return None
    taken = []
    for atom in atoms[i + 1 : i + 9]:
        if not (atom.text[:1].isupper() or taken and (atom.text.isdigit() or atom.text == "&")):
            break
        taken.append(atom)
    if not taken:
        return None
    text = " ".join(a.text for a in taken)
    return Atom(taken[0].start, taken[-1].end, text, text, (Sense("quote", text, {}),))


def _item_kind(atom: Atom) -> str:
    for kind in ("punct", "quote", "relation", "link", "conjunction", "pronoun"):
        if atom.can(kind):
            return kind
    return "free"


def starts(atoms: list[Atom], i: int) -> bool:
    """True where a noun phrase may begin."""
    atom = atoms[i]
    if atom.can(*OPENERS):
        return True
    if atom.can("punct", "quote", "relation", "link", "conjunction", "pronoun", "function"):
        return False
    if atom.can(
        "framing",
        "angle",
        "composition",
        "camera_words",
        "aspect_words",
        "film_words",
        "lettering",
        "boilerplate",
        "style",
        "genre",
        "shadow",
        "gobo",
        "mood",
    ) and not _leads(atoms, i):
        return False
    return atom.can(*HEADS) or atom.can(*MODIFIERS)


def _leads(atoms: list[Atom], i: int) -> bool:
    """True where a word that can stand alone is used as a modifier: "a square box", "an overhead softbox", "bright …"."""
    atom = atoms[i]
    if not (atom.can(*MODIFIERS) or atom.can(*NOUNS)):
        return False
    if atom.can(*NOUNS) and not atom.can(*MODIFIERS):
        return True
    for after in atoms[i + 1 : i + 5]:
        if after.can("punct", "relation", "link", "conjunction", "function"):
            return False
        if after.can(*NOUNS):
            return True
    return False


ABROAD = frozenset(("outdoors", "indoors", "underwater", "undersea", "downtown"))


def _chunk(atoms: list[Atom], i: int, items: list[Item]) -> int:
    made = Chunk()
    while i < len(atoms):
        atom = atoms[i]
        opening = atom.can(*OPENERS) and (not made.atoms or _measured(made, atom)) and not _stands_for(made, atoms, i) and not _compounds(atoms, i)
        if opening and (used := _opens(made, atoms, i)):
            i += used
            if made.piling and i < len(atoms) and atoms[i].can("link") and atoms[i].norm == "of":
                i += 1
            continue
        if _stands_for(made, atoms, i):
            made.atoms.append(atom)
            made.proform = atom
            i += 1
            break
        if made.atoms and atom.can("weather", "time", "season") and atom.norm.split()[0] in ("in", "at", "after", "by", "late"):
            break  # "a cat in the rain": weather, not a kind of cat
        if _has_noun(made) and atom.norm in ABROAD:
            break  # "a car outdoors" is no kind of outdoors
        if made.determiner is not None and not made.atoms and atom.can("light_direction", "side"):
            break
        if len(made.atoms) < LONGEST and starts(atoms, i) and (not atom.can(*OPENERS) or _compounds(atoms, i)) and not _ends(made, atom):
            made.atoms.append(atom)
            i += 1
            continue
        if atom.can(*TRANSPARENT) and not atom.can("relation") and not _has_noun(made) and i + 1 < len(atoms) and not atom.can("function"):
            items.append(Item("free", atom))
            i += 1
            continue
        if made.atoms and not _has_noun(made) and _emphasis(atom) and i + 1 < len(atoms) and (starts(atoms, i + 1) or _emphasis(atoms[i + 1])):
            if atom.can("weight"):
                items.append(Item("free", atom))
            i += 1  # "a (red:1.3) car"
            continue
        if _continues(made, atoms, i):
            i += 1 if not atoms[i + 1].can("conjunction") else 2
            continue
        break
    _choose_head(made)
    items.append(Item("chunk", chunk=made) if made.atoms or made.count or made.piling else Item("function", made.determiner))
    return i


def _measured(made: Chunk, atom: Atom) -> bool:
    """ "a red pair of shoes", "a brass set of scales": looks before a word that counts what follows are that one's."""
    measure = atom.can("count", "piling") and atom.norm.endswith(" of") and atom.norm.split()[0] not in ("a", "an")
    return measure and all(a.can(*SEEN) and not a.can(*NOUNS) or a.can("material") for a in made.atoms)


def _emphasis(atom: Atom) -> bool:
    """Brackets and weights that other tools take for emphasis."""
    return atom.can("weight") or atom.text in ("(", ")", "[", "]")


TENS = frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))


def _stands_for(made: Chunk, atoms: list[Atom], i: int) -> bool:
    """True for the "one" of "a red one", "the one on the left": it stands for a noun named before."""
    if atoms[i].norm not in ("one", "ones") or atoms[i].glued or not (made.atoms or made.determiner) or _has_noun(made):
        return False
    return i + 1 >= len(atoms) or not starts(atoms, i + 1) or made.number is not None


def _compounds(atoms: list[Atom], i: int) -> bool:
    """ "A two-tone car", "a 3-tier cake": a number joined to what follows is part of an adjective, unless it is a number still ("twenty-five")."""
    return atoms[i].glued and atoms[i].can("count", "number") and not (atoms[i].norm in TENS and atoms[i + 1].can("count"))


def _opens(made: Chunk, atoms: list[Atom], i: int) -> int:
    """Take a determiner, a count or "a stack of" at the beginning of the phrase: how many atoms it is."""
    atom = atoms[i]
    if atom.norm in TENS and atom.glued and made.count is None:
        unit = atoms[i + 1]
        text = f"{atom.text}-{unit.text}"
        made.count = Atom(atom.start, unit.end, text, f"{atom.norm} {unit.norm}", (Sense("count", text, {}),))
        made.number = int(atom.sense("count").key) + int(unit.sense("count").key)
        return 2
    if atom.can("piling") and made.piling is None:
        made.piling = atom
    elif atom.can("count", "number") and (made.count is None or made.grouped is None and made.count.norm.endswith(" of")):
        made.count, made.grouped = atom, made.count  # "a set of four cups" is four
        made.number = int(atom.sense("count").key) if atom.can("count") else _whole(atom.text)
    elif atom.can("determiner"):
        made.determiner = made.determiner or atom
    else:
        return 0
    return 1


def _whole(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def _ends(made: Chunk, atom: Atom) -> bool:
    """A plural noun or a light ends a phrase when another noun follows that cannot go with it."""
    if not made.atoms:
        return False
    last = made.atoms[-1]
    noun = last.sense("thing")
    if atom.can("light_head") and atom.sense("light_head").data.get("after"):
        return True  # "a vase | lit from the left"
    return bool(
        noun
        and noun.data.get("plural")
        and not last.can("colour", "material", "unknown")
        and atom.can("thing", "setting", "backdrop")
        and not last.glued
    )


def _has_noun(made: Chunk) -> bool:
    return any(a.can(*NOUNS) and not a.can(*ADJECTIVES) and not a.can("material") for a in made.atoms)


def _continues(made: Chunk, atoms: list[Atom], i: int) -> bool:
    """True where a comma or "and" joins modifiers before a head: "a small, round table", "orange and pink sunset"."""
    joiner = atoms[i]
    if not made.atoms or i + 1 >= len(atoms) or not (joiner.text in (",", "&", "/") or joiner.can("conjunction")):
        return False
    after = atoms[i + 1]
    if after.can("conjunction"):
        after = atoms[i + 2] if i + 2 < len(atoms) else after
    last = made.atoms[-1]
    compound = len(made.atoms) > 1 and made.atoms[-2].glued  # "hand-painted, …"
    if not last.can(*ADJECTIVES) and not compound and not (last.can("material") and joiner.can("conjunction")) or _strong_noun(made):
        return False
    same = any(last.can(k) and after.can(k) for k in ("colour", "hex", "material"))
    either = made.determiner is not None and (compound or not last.can(*NOUNS)) and after.can(*ADJECTIVES)
    return (same or either) and _reaches_head(atoms, i + 1)


def _strong_noun(made: Chunk) -> bool:
    return any(a.can(*NOUNS) and not a.can(*MODIFIERS) and not leads_on(made.atoms, k) for k, a in enumerate(made.atoms))


def _reaches_head(atoms: list[Atom], i: int) -> bool:
    """True if, going on over modifiers and their joiners only, a noun comes before the phrase would end."""
    for k in range(i, min(i + 10, len(atoms))):
        atom = atoms[k]
        if atom.can("determiner", "count", "number", "relation", "link", "quote"):
            return False
        if atom.can(*NOUNS) and not atom.can("colour", "material", "state") and not atom.glued:
            return True
        if not (atom.can(*MODIFIERS) or atom.glued or k > i and atoms[k - 1].glued or atom.text in (",", "&", "/") or atom.can("conjunction")):
            return False
    return False


def _choose_head(made: Chunk) -> None:
    """The last noun is the head. Words that are adjectives as well give way to a plainer noun before them only if they follow it ("bottle green").
    An unknown word after looks alone ("a wooden dipper") is a noun that is not known: its looks are nothing else's."""
    if made.proform is not None:
        made.head, made.modifiers = made.proform, made.atoms[:-1]
        return
    if made.atoms and made.atoms[-1].can("unknown") and len(made.atoms) > 1 and not _has_noun(made):
        made.head, made.sense = made.atoms[-1], made.atoms[-1].sense("unknown")
        made.modifiers = made.atoms[:-1]
        return
    if (stand := _stand(made)) is not None:
        made.head, made.sense, made.modifiers = made.atoms[-1], stand, made.atoms[:-1]
        return
    for weak in (False, True):
        noun_after = False
        for k, atom in reversed(list(enumerate(made.atoms))):
            after = made.atoms[k + 1] if k + 1 < len(made.atoms) else None
            if leads_on(made.atoms, k):
                continue
            tinted = atom.can("colour_modifier") and after is not None and after.can("colour", "hex")  # "neon green" is no sign
            sense = None if tinted or noun_after and atom.can("colour", "material") else _head_sense(made, atom)
            noun_after = noun_after or atom.can(*NOUNS)
            alone = made.determiner is not None and len(made.atoms) == 1
            noun = atom.can("thing", "setting", "light_head") or alone and atom.can("feature")  # "under a rainbow"
            if sense is not None and (sense.kind in WEAK) == weak and (noun or not atom.can(*ADJECTIVES)):
                made.head, made.sense = atom, sense
                break
        if made.head is not None:
            break
    else:
        if made.atoms and made.atoms[-1].can("unknown"):
            made.head, made.sense = made.atoms[-1], made.atoms[-1].sense("unknown")
    made.modifiers = [a for a in made.atoms if a is not made.head]


def _stand(made: Chunk) -> Sense | None:
    """ "On a glass stand", "on a wooden stand": what things are set on, told of by looks alone; None where the word is a verb."""
    looks = made.atoms[:-1]
    told = made.indefinite and bool(looks) and made.atoms[-1].norm == "stand" and made.number in (None, 1)
    if not told or not all(a.can("colour", "material", "size", "shape", "finish", "pattern", "colour_modifier") for a in looks):
        return None
    return next(s for words, senses in lexicon().words["a"] if words == ("a", "stand") for s in senses if s.kind == "thing")


def leads_on(atoms: list[Atom], k: int) -> bool:
    """True for a word that only tells of the next: joined to it by a hyphen ("hand-painted"), or its possessor ("the sailor's knot")."""
    return k + 1 < len(atoms) and (atoms[k].glued and atoms[k + 1].start == atoms[k].end + 1 or _possessive(atoms[k]))


def _possessive(atom: Atom) -> bool:
    return atom.text.lower().endswith(("'s", "’s")) and atom.can("thing", "feature", "setting", "unknown")


def _own(made: Chunk) -> bool:
    return made.determiner is not None and made.determiner.norm in ("its", "their")


def _head_sense(made: Chunk, atom: Atom) -> Sense | None:
    if atom.can("unknown"):
        return None
    if atom.can("part") and (_own(made) or any(_possessive(a) and not a.can("unknown") for a in made.atoms)):
        return atom.sense("part")  # "the chair's arm"
    marked = made.determiner is not None or made.count is not None
    thing = atom.sense("thing")
    if thing and atom.can("material") and not marked and not thing.data.get("plural"):
        return atom.sense("material")
    if thing and atom.can("colour") and not marked and not thing.data.get("plural") and len(made.atoms) == 1:
        return None
    if (
        atom.can("light_source")
        and atom.can("feature")
        and (atom.norm == "sun" or len(made.atoms) > 1 and any(m.can("time", "light_quality") for m in made.atoms))
    ):
        return atom.sense("light_source")
    for kind in HEADS:
        if atom.can(kind):
            return atom.sense(kind)
    return None
