"""A prompt → its pieces: sentences with a finite verb, fragments ("85mm f/1.8, soft light"), headings.

A brief about people or animals is cut at its commas, so that grammar reads who does what and the lexicon the terms of the trade.
A prompt is prose if it has a sentence of some length with a finite verb, and more words in such sentences than a brief has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from diorama.language.lexicon import Sense, classes
from diorama.language.lexicon.placing import compound
from diorama.language.match import Atom
from diorama.language.postures import base
from diorama.language.syntax.mends.attached import HEARTHS, WALLS
from diorama.language.syntax.parse import parse
from diorama_catalogue import Tag, thing
from diorama_catalogue.animals import kind_of
from diorama_catalogue.plurals import singular

Kind = Literal["sentence", "fragment"]


class Piece(NamedTuple):
    """A run of the prompt between stops; `prompt[start:end]` is its text."""

    start: int
    end: int
    kind: Kind


STOP = re.compile(
    r"(?<![A-Z])(?<!\b[A-Za-z])(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bvs)[.!?…]+[\"'”’)\]]*(?=\s|$)|\n+|(?<=[A-Za-z]{4})[.!?](?=[A-Z][a-z])|(?<=[A-Z0-9])\"(?=\s+[A-Z][a-z])"
)
"""Where a sentence ends: a stop before white space (not after an initial or a title), a new line, or a stop that a blank was left out after."""
RUNNING = frozenset((
    "a", "an", "the", "of", "with", "in", "on", "at", "and", "is", "are", "its", "their", "his", "her", "that", "which", "who", "while", "to", "from", "by", "as", "for", "into", "has", "have", "it", "they", "under", "over", "through",
    "against", "each", "this", "these", "was", "were", "there", "where", "be", "been", "be", "or", "but", "like", "around", "across", "between", "among", "near", "behind", "beneath", "beside", "above", "along", "one", "two", "three", "several",
))  # fmt: skip
"""Words that running text is held together by."""
FINITE = frozenset((
    "is", "are", "was", "were", "has", "have", "had", "sits", "stands", "lies", "rests", "hangs", "holds", "wears", "looks", "shows", "casts", "fills", "appears", "seems", "features", "captures", "depicts",
    "reflects", "creates", "adds", "gives", "leans", "gazes", "stares", "runs", "walks", "plays", "sit", "stand", "lie", "rest", "hang", "hold", "wear", "creating", "adding", "showcasing",
    "suggesting", "giving", "casting", "which", "who", "while", "its", "their", "his", "her", "that", "appear", "evoking", "hinting", "highlighting", "floats", "glides", "can", "radiates", "towers", "features",
))  # fmt: skip
"""Words of sentences that briefs seldom have."""
PROSE_WORDS = 24
"""Words from which a prompt of sentences is a caption rather than a brief."""
SENTENCE_WORDS = 5
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def pieces(prompt: str) -> list[Piece]:
    """The prompt cut at its stops; white space between pieces belongs to none."""
    out, start = [], 0
    for stop in [*STOP.finditer(prompt), None]:
        end = len(prompt) if stop is None else stop.end()
        text = prompt[start:end]
        lead = len(text) - len(text.lstrip())
        if text.strip():
            out.append(Piece(start + lead, start + len(text.rstrip()), "sentence" if is_sentence(text) else "fragment"))
        start = end
    return out


def is_sentence(text: str) -> bool:
    """True for running text rather than a list of terms: some length, held together by small words."""
    words = WORD.findall(text.lower())
    held = sum(w in RUNNING for w in words)
    return len(words) >= SENTENCE_WORDS and held >= 0.2 * len(words) and text.count(",") <= 0.2 * len(words)


TECHNICAL = re.compile(r"\b\d+(\.\d+)?\s?mm\b|\bf/\d|\biso\b|\b[48]k\b|--\w+|\bbokeh\b", re.IGNORECASE)


def in_prose(text: str) -> bool:
    """True if a piece of a caption is read by its grammar: all of some length but lists of terms of the trade."""
    words = WORD.findall(text.lower())
    held = sum(w in RUNNING for w in words)
    if TECHNICAL.search(text):
        return len(words) >= 3 and held >= 0.25 * len(words) and text.count(",") <= 0.21 * len(words) + 1
    if len(words) >= 3 and (held > 0 or len(words) >= 5 and text.count(",") <= 0.21 * len(words) + 1):
        return True
    return 2 <= len(words) < 5 and text[:1].isupper() and text.rstrip()[-1:] in ".!" and "," not in text and _clause(text)  # "Vultures circle overhead."


ASIDE = 14
"""Words up to which a fragment of a caption ("Sponge clean only.", "300mm, from a hide.") brings no subject."""


def is_aside(text: str) -> bool:
    return len(WORD.findall(text)) <= ASIDE


TERMS = (
    "light_head", "light_quality", "light_source", "light_kelvin", "light_direction", "focal", "f_number", "iso", "aspect", "camera_words", "film_words",
    "time", "weather", "framing", "angle", "flag", "frame_flag",
)  # fmt: skip
FLAGS = ("flag", "frame_flag", "aspect")
"""Senses of the trade's terms, which the lexicon reads better than grammar does."""


DESKTOP = frozenset(("monitor", "keyboard", "laptop", "computer", "mousepad", "printer"))
"""Beside these a mouse is no animal."""
MYTHICAL = frozenset(("dragon", "unicorn", "pegasus", "phoenix", "griffin", "hydra", "centaur", "sphinx", "werewolf"))
"""Animals that a dictionary has for something else."""
FIGURE = "doll_person"
"""What the lexicon has for every word for a person."""


def about_living(atoms: Sequence[Atom]) -> bool:
    """True if a person or an animal is named, not as what there is none of, nor as what something else is ("a statue of a woman" is a thing)."""
    for k, atom in enumerate(atoms):
        sense = atom.sense("thing")
        if atom.norm in ("he", "she"):
            return True
        if atom.norm in ("mouse", "mice") and any(a.norm in DESKTOP for a in atoms):
            continue
        if sense is not None and atom.kind == "thing" and alive(sense) and not any(a.norm in ("no", "without") for a in atoms[max(0, k - 2) : k]):
            return True
    return False


def about_doers(atoms: Sequence[Atom]) -> bool:
    """True if a figure with hands, a thing or a part of the place does something that the lexicon has no word for: "a robot watering sunflowers", "a river
    winding through a valley"."""
    return any(
        b.norm.endswith("ing")
        and classes.verb(base(b.norm)) is not None
        and (_busy(a, b, c) or b.kind == "unknown" and a.can(*DOES) and c.can("relation", "determiner"))
        for a, b, c in zip(atoms, atoms[1:], atoms[2:], strict=False)
    )


DOES = ("thing", "setting", "place", "feature", "weather", "surface")


def _busy(who: Atom, doing: Atom, what: Atom) -> bool:
    sense = who.sense("thing")
    handed = sense is not None and Tag.HAS_HANDS in thing(sense.key).tags
    return handed and (doing.kind == "unknown" or doing.can("finish") and what.can("determiner", "count"))


def about_hung(atoms: Sequence[Atom]) -> bool:
    """True if a picture hangs somewhere as a thing: "a painting of a ship above a fireplace"."""
    first = next((k for k, a in enumerate(atoms) if PICTURED & set(a.norm.split()) and a.norm.split()[-1] in PICTURED | {"of"}), None)
    if first is None:
        return False
    later = [k for k in range(first + 2, len(atoms) - 1) if atoms[k].norm in ("on", "above", "over", "on a", "on the")]
    return any(b.norm.split()[-1] in WALLS | HEARTHS or _furniture(b) for k in later for b in atoms[k + 1 : k + 4])


def _furniture(atom: Atom) -> bool:
    sense = atom.sense("thing")
    return sense is not None and sense.data["category"] == "furniture"


PICTURED = frozenset(("painting", "drawing", "watercolour", "photograph", "photo", "print", "sketch", "poster"))


def alive(sense: Sense) -> bool:
    """True for a word for people or for animals as they live, not for what is left of them ("a seashell", "antlers")."""
    last = sense.data["noun"].split()[-1]
    return (
        sense.key == FIGURE
        or sense.data["category"] == "animal"
        and (kind_of(sense.data["noun"]) is not None or classes.is_a(last, "animal") or last in MYTHICAL)
    )


def brief_pieces(atoms: Sequence[Atom]) -> list[Piece]:
    """A brief cut at its commas and stops: runs that tell of the scene are sentences, terms of light, lens and film are fragments of their own."""
    segments: list[list[Atom]] = [[]]
    for atom in atoms:
        if atom.kind == "punct" and (atom.text in ",.;\n" or atom.text == ":" and _terms(segments[-1])):
            segments.append([])
        elif atom.kind in FLAGS and segments[-1] and segments[-1][-1].kind not in FLAGS:
            segments.append([atom])  # "a puppy in a basket --ar 3:2"
        else:
            segments[-1].append(atom)
    out: list[Piece] = []
    last: Atom | None = None
    runs = [s for s in segments if s]
    for k, segment in enumerate(runs):
        kind: Kind = "fragment" if _terms(segment) or segment[0].can("quote") else "sentence"
        own = last is not None and _ends(last) and (_named(_looks(segment)) or _bodily(segment)) and not _goes_on(runs, k)
        own = own and not (len(segment) > 1 and out and out[-1].start == runs[k - 1][0].start and _place_alone(runs[k - 1]))
        if out and kind == out[-1].kind == "sentence" and not own and not _of_somebody(atoms, out, segment):
            out[-1] = Piece(out[-1].start, segment[-1].end, kind)
        else:
            out.append(Piece(segment[0].start, segment[-1].end, kind))
        last = segment[-1]
    return out


PLACES = frozenset((
    "on", "in", "at", "under", "beneath", "underneath", "below", "above", "over", "behind", "beside", "by", "near", "next", "close", "inside", "outside",
    "between", "around", "against", "along", "across", "opposite", "atop", "upon", "to", "just", "right", "directly", "halfway", "among", "beyond", "aboard",
))  # fmt: skip
"""What a phrase of place begins with."""


def _place_alone(segment: Sequence[Atom]) -> bool:
    """ "Under a piano, a fox": a phrase of place that opens a brief is of what comes next."""
    opens = segment[0].can("relation", "side", "function", "unknown", "link") and (segment[0].norm.split()[0] in PLACES or segment[0].norm in compound())
    return opens and any(a.can("thing", "feature", "part") for a in segment[1:]) and not any(a.can("relation") or does(a) for a in segment[1:])


def _ends(last: Atom) -> bool:
    """True for what ends a phrase: a noun, or what somebody does ("arms raised, blue tank top", "dancing, barn wedding")."""
    return last.can("thing", "part", "setting", "time", "weather", "season") or does(last) or last.norm in ("raised", "out")


def _looks(segment: Sequence[Atom]) -> Atom:
    """Where a phrase begins, past an adjective that the lexicon has not: "crooked black hat"."""
    strange = segment[0].kind == "unknown" and classes.is_adjective(segment[0].norm) and len(segment) > 1 and not does(segment[0])
    return segment[1] if strange else segment[0]


HELD = ("out", "raised", "closed", "open", "shut", "crossed")


def _bodily(segment: Sequence[Atom]) -> bool:
    """ "Running through a meadow, tongue out": how somebody holds a part of their body, in two words."""
    return len(segment) == 2 and segment[1].norm in HELD and classes.share(singular(segment[0].norm), "body") > 0.5


def does(atom: Atom) -> bool:
    """True for an -ing form of a verb that is no thing."""
    return atom.norm.endswith("ing") and not atom.can("thing", "part", "setting", "colour", "material") and classes.verb(base(atom.norm)) is not None


def _of_somebody(atoms: Sequence[Atom], out: Sequence[Piece], segment: Sequence[Atom]) -> bool:
    """True for what somebody does, after a piece that tells of their look: "a woman, white shirt, sitting on a bench"."""
    before = [a for a in atoms if out[-1].start <= a.start < out[-1].end]
    lives = any((s := a.sense("thing")) is not None and alive(s) for a in before) or any(does(a) for a in before)
    return len(out) > 1 and not lives and segment[0].norm.split()[0].endswith("ing") and classes.verb(base(segment[0].norm.split()[0])) is not None


def of_the_trade(atoms: Sequence[Atom]) -> bool:
    """True for words that say how a picture is taken, and name nothing in it: "cinematic wide shot"."""
    taken = any(a.can(*TERMS) for a in atoms)
    return taken and not any(a.can("thing", "part", "relation", "setting", "place") and not a.can(*TERMS) for a in atoms)


def _terms(segment: Sequence[Atom]) -> bool:
    told = any(a.can("thing", "part", "relation") and not a.can(*TERMS) for a in segment)
    return not told and any(a.can(*TERMS, "setting", "place", "genre") for a in segment)


def _listed(runs: Sequence[Sequence[Atom]], k: int) -> bool:
    """True if a segment goes on with a list that ends in "and": "a dog, a mug and a cup on a table"."""
    last = next((j for j in range(k, len(runs)) if any(a.can("conjunction") for a in runs[j])), None)
    if last is None or not runs[k][0].can("determiner", "count", "number"):
        return False
    joined = next(j for j, a in enumerate(runs[last]) if a.can("conjunction"))
    before = [*runs[k - 1], *(a for run in runs[k:last] for a in run), *runs[last][:joined]]
    return not any(a.can("relation", "unknown", "link") for a in before)


def _goes_on(runs: Sequence[Sequence[Atom]], k: int) -> bool:
    return _listed(runs, k) or _apposed(runs, k) or _of_several(runs, k)


TOLD_APART = frozenset(("in", "with", "wearing", "holding", "carrying", "dressed"))


def _of_several(runs: Sequence[Sequence[Atom]], k: int) -> bool:
    """True if a segment tells of one of those who were named: "two women on a bench, one in a red coat, the other in a grey jumper"."""
    words = " ".join(a.norm for a in runs[k][:3]).split()
    words = words[1:] if words[0] == "and" else words
    alone = words[:1] in (["one"], ["another"]) and words[1:2] or words[:2] in (["the", "other"], ["the", "second"]) and words[2:3]
    return bool(alone) and alone[0] in TOLD_APART


def _apposed(runs: Sequence[Sequence[Atom]], k: int) -> bool:
    """True if a segment tells who it is that was named, and what is done comes after: "his apprentice, a girl with an apron, stands by the anvil"."""
    before, first = runs[k - 1], runs[k][0]
    known = before[0].can("determiner") and before[0].norm not in ("a", "an") and not any(a.can("relation", "link", "conjunction") for a in before)
    living = (sense := before[-1].sense("thing")) is not None and alive(sense)
    return known and living and first.norm in ("a", "an") and k + 1 < len(runs) and not _named(runs[k + 1][0])


def _named(first: Atom) -> bool:
    """True if a segment that begins so names something of its own: "an old fisherman, yellow raincoat"."""
    return first.can("determiner", "count", "number", "colour", "material", "attribute", "pattern", "size", "finish", "thing", "setting", "place")


def _whole(text: str) -> bool:
    """True for a sentence with its verb: "a dog and a cat lie on a rug", not "a mug on a table"."""
    if not is_sentence(text if text.count(",") > APPOSED else text.replace(",", "")):
        return text.count(",") <= APPOSED and _clause(text)
    words = WORD.findall(text.lower())
    return any(w in FINITE - JOINING for w in words[1:]) or any(w.tag in ("VBZ", "VBP", "VBD") for w in parse(text))


def _clause(text: str) -> bool:
    """True for a subject and its verb, however few small words hold them together ("Thick grey smoke fills the corridor")."""
    return any(w.root and w.tag in ("VBZ", "VBP", "VBD", "VB") and any(k.i < w.i for k in w.those("nsubj")) for w in parse(text))


APPOSED = 2
"""Commas around what somebody is: "a painter, an old wizard, sits on a stool"; more of them may part a list."""
JOINING = frozenset((
    "its", "their", "his", "her", "that", "which", "who", "while", "creating", "adding", "showcasing", "suggesting", "giving", "casting", "evoking",
    "hinting", "highlighting",
))  # fmt: skip
"""Words of sentences that are no finite verbs."""


def is_prose(found: list[Piece], prompt: str) -> bool:
    """True if the prompt is a caption: whole sentences from capital to stop, or sentences with verbs, longer than a brief."""
    stopped = bool(found) and all(prompt[p.end - 1] in ".!?" and prompt[p.start].isupper() for p in found)
    if stopped and any(all(map(_whole, prompt[p.start : p.end].split(";"))) for p in found):
        return True
    texts = [prompt[p.start : p.end].lower() for p in found if p.kind == "sentence"]
    words = [WORD.findall(t) for t in texts]
    running = sum(len(w) for w in words)
    finite = sum(any(x in FINITE for x in w) for w in words)
    return running >= PROSE_WORDS and running >= 0.5 * len(prompt.split()) and (finite > 0 or len(texts) > 1)
