"""A sentence that is a list of little scenes, cut at its commas: "a worn armchair by a window, a mug on a stack of books, a cat curled up on the cushion".

A statistical parser takes what stands between such commas for appositions and subjects of one another; each scene by itself it reads well. Only commas between
what stands by itself are cut: not those of a list that shares its verb or its place, and not before what tells more of the scene before ("holding a lantern").
"""

from __future__ import annotations

import re

from diorama.language.lexicon import classes
from diorama.language.syntax.parse import unmended
from diorama.language.syntax.word import Word

BEGINS = ("DT", "CD", "PRP$", "JJ", "JJS", "NN", "NNS", "NNP", "VBN", "VBD")
"""Tags with which a scene begins; a participle only before a noun ("crumpled paper")."""
JOINED = frozenset((
    "one", "another", "both", "each", "all", "others", "other", "some", "neither", "either", "that", "this", "these", "those", "which", "who",
    "whose", "and", "or", "but", "so", "yet", "then", "no", "not", "every", "most", "half",
))  # fmt: skip
"""First words of what tells of things named before, or is one of a list."""
PLACES = frozenset((
    "behind", "nearby", "around", "outside", "above", "below", "beneath", "beside", "overhead", "inside", "everywhere", "asleep", "underneath",
    "alongside", "beyond",
))  # fmt: skip
"""Words that alone say where something is."""
LEAST = 3
"""Words of a scene, at least."""


def cuts(text: str) -> list[int]:
    """Offsets of the commas at which a sentence is cut; none where it is one scene."""
    if text.count(",") < 1 or '"' in text or "“" in text or "(" in text or GEAR.search(text):
        return []
    words = unmended(text)
    for comma, word, after in zip(words, words[1:], words[2:], strict=False):
        if comma.text == "," and word.tag in ("VB", "VBP") and after.tag == "VBG" and classes.noun(word.norm):
            word.tag = "NN"  # "smoke drifting past", "waitress pouring coffee"
    segments = _segments(words)
    past = any(w.tag == "VBD" and not w.norm.endswith("ed") for w in words)
    if len(segments) < 2 or not _begins(segments[0]) or any(_goes_on(s, past) for s in segments[1:]):
        return []
    alone = [k for k in range(1, len(segments)) if _stands_alone(segments[k]) and not _shared(words, segments[k][0])]
    if any(_finite(w) and w.kid("dobj") is not None for w in segments[0]):  # "a tray holds a cup, a croissant on a plate and a vase"
        alone = [k for k in alone if any(w.tag in ("VBG", "VBN", "VBD") for w in segments[k][1:])]
    named = {k for k, s in enumerate(segments) if k and _begins(s) and len(s) >= LEAST and not any(w.lemma in TERMS for w in s)}
    if 2 * len(alone) <= len(named | {*alone}) or len(alone) < 2 and not _opens(segments[0], text):
        return []
    return [segments[k][0].start for k in alone if not _of_the_one_before(segments, k)]


TERMS = frozenset((
    "background", "backdrop", "light", "lighting", "sky", "cloud", "depth", "focus", "bokeh", "grain", "mood", "atmosphere", "style", "photo",
    "photograph", "shot", "lens", "fog", "mist", "haze", "colour", "color", "palette", "shadow", "angle", "view", "blur", "tone", "film", "exposure",
    "contrast", "composition", "photography",
))  # fmt: skip
"""Nouns of the picture as a whole, which are no scenes of their own."""
GEAR = re.compile(r"\b(?:softbox|beauty dish|snoot|octabox|reflector|strobe|speedlight|key light|fill light|rim light)\b", re.IGNORECASE)
"""Where these are listed, they light one scene."""


def _goes_on(segment: list[Word], past: bool) -> bool:
    """True for a clause with a verb of its own, and for one of several that were named together: such sentences are prose and read whole."""
    told = segment[0].norm in ("one", "another") or segment[0].norm == "the" and len(segment) > 1 and segment[1].norm in OTHERS
    return told or any(
        (_finite(w) or past and w.tag == "VBD") and w.dep != "relcl" and not any(k.norm in ("that", "which", "who") for k in w.kids) for w in segment
    )


OTHERS = frozenset(("other", "others", "third", "second", "first"))


def _segments(words: list[Word]) -> list[list[Word]]:
    """The words between commas."""
    out: list[list[Word]] = [[]]
    for word in words:
        if word.text in (",", ";", ":"):
            out.append([])
        else:
            out[-1].append(word)
    return [s for s in out if s]


def _opens(first: list[Word], text: str) -> bool:
    """True for a scene, a clause or a heading at the head of the sentence, not for the first of a list ("Stacks of books, paper cups and a lamp stand …")."""
    return _stands_alone(first) or text[first[-1].end :].startswith(":")


def _begins(segment: list[Word]) -> bool:
    head, after = segment[0], segment[1] if len(segment) > 1 else None
    if head.norm in JOINED or head.tag not in BEGINS:
        return False
    return head.tag not in ("VBN", "VBD") or after is not None and (after.noun or after.tag == "JJ")


def _stands_alone(segment: list[Word]) -> bool:
    """True for a noun phrase with what it does or where it is."""
    if len(segment) < LEAST or not _begins(segment):
        return False
    pairs = enumerate(zip(segment, [*segment[1:], None], strict=True))
    noun = next((k for k, (w, after) in pairs if w.noun and not _goes_with(after)), None)
    return noun is not None and any(map(_tells_where_or_what, segment[noun + 1 :]))


def _goes_with(after: Word | None) -> bool:
    """True for a noun that the one before it is a sort of; "flying" of "its mane flying" is none."""
    return after is not None and after.noun and not after.norm.endswith("ing")


def _tells_where_or_what(word: Word) -> bool:
    doing = word.verb or word.tag == "TO" or word.norm.endswith("ing")
    return doing or word.tag in ("IN", "RP") and word.norm != "of" or word.norm in PLACES


def _finite(word: Word) -> bool:
    """True for a verb that is one whatever the parser takes it for: "curled", "draped" are participles as often as not."""
    return word.tag in ("VBZ", "VBP", "MD") or word.tag == "VBD" and not word.norm.endswith("ed")


def _shared(words: list[Word], first: Word) -> bool:
    """True if a verb after the comma has its subject before it: "her brother, a tall man with a beard, stands by the door"."""
    for word in words:
        if word.i > first.i and _finite(word):
            subject = word.kid("nsubj", "nsubjpass", "expl")
            if subject is None and word.dep == "conj":
                continue
            if subject is None or subject.i < first.i:
                return True
            if any(k.dep in ("conj", "appos") and k.i >= first.i for k in subject.subtree()) and subject.i < first.i:
                return True
    return False


def _of_the_one_before(segments: list[list[Word]], k: int) -> bool:
    """True where the comma parts adjectives or a place from what is there, and before a scene after which a participle goes on about somebody:
    "a thick, white-tipped tail", "to the left, a chair by a door", "a woman, a scarf around her neck, looking at the sea"."""
    before, after = segments[k - 1], segments[k + 1] if k + 1 < len(segments) else None
    adjectives = before[-1].tag in ("JJ", "VBN") and segments[k][0].tag in ("JJ", "NN", "VBN") and not any(w.noun for w in before[:-1])
    placed = before[0].tag in ("IN", "RB", "TO") and not any(w.tag in ("VBG", "VBN") for w in before)
    own = any(w.tag == "PRP$" for w in segments[k])
    return adjectives or placed or own and after is not None and after[0].tag in ("VBG", "VBN")


__all__ = ["cuts"]
