"""Why a word has no effect, by what it is: its part of speech, its class in the dictionary, and what it hangs on.

A frame that finds nothing to do with a phrase gives one reason for all its words. What holds of the clause (it is denied, likened, meant for something) holds
for each of them; all else is asked of the word itself, so that no adjective is "part of a body" and no verb "nothing a camera can be pointed at".
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from diorama.language.frames.vocabulary import component, noun
from diorama.language.lexicon import classes, lexicon
from diorama.language.match import Atom
from diorama.language.postures import base
from diorama.language.syntax.lit import SHINES
from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.wellformed import stem
from diorama.language.syntax.word import Word
from diorama_catalogue.plurals import singular

TABLE: dict[str, Any] = tomllib.loads((files(__package__) / "reasons.toml").read_text("utf-8"))
WHY: dict[str, str] = TABLE["why"]
"""The sentence that is said for each reason."""
CLAUSE = frozenset(TABLE["clause"]["keys"])
DONE = frozenset(("deed", "where", "lights"))
"""Of verbs, what only what is there can do."""
LOOKS = ("colour", "colour_modifier", "material", "pattern", "finish", "size", "shape")
TOUCHED = 0.4
"""Of all uses of a noun, the part from which it names what can be seen."""

NEARLY = 0.7
"""The same, from which what is tagged as a verb that nobody does is the noun: socks, gloves."""
RARE = 0.2
"""The same for the name of a measure, which is a seldom word by that name: a sextant."""


def reason(word: Word | Atom, given: str, nobody: bool = False) -> str:
    """The reason that is true of a word to which a frame gave `given`; `nobody`: what does it or is so is not in the picture."""
    if given in CLAUSE:
        return given
    if isinstance(word, Atom):
        return _of_an_entry(word, given)
    if word.tag.startswith("VB") and not (word.dep == "amod" and classes.is_adjective(word.norm)):
        why = _of_doing(word)
        return "nobody" if nobody and why in DONE else why
    if word.tag.startswith("RB"):
        return _listed("adverb").get(word.norm, "manner")
    if word.tag.startswith("JJ") and not classes.is_adjective(word.norm) and classes.share(word.norm, *classes.SEEN) > TOUCHED:
        return of_noun(word, "abstract")  # "a castle tower"
    if word.tag.startswith(("JJ", "VB")):
        return of_adjective(word, given)
    if word.tag == "CD":
        return "loose"
    return of_noun(word, given) if word.noun or word.tag == "FW" else given


def _of_doing(word: Word) -> str:
    """By the verb's words and class, and by who does it: light falls as its lamps tell, what is done is a look, and what somebody alive does can be seen."""
    why = of_verb(word.lemma)
    who = word.kid("nsubj", "nsubjpass") or (word.head if word.dep in ("acl", "relcl") else None)
    if who is not None and who.norm in SHINES and why in (*DONE, "outcome"):
        return "lights"
    if word.tag in ("VBZ", "VBP") and who is None and classes.share(stem(word.norm), *classes.SEEN) > NEARLY:
        return by_class(stem(word.norm))
    listed = word.lemma in _listed("verb")
    if word.tag == "VBN" and word.kid("agent", "aux") is None and why in ("deed", "outcome") and not listed:
        return "look"
    alive = who is not None and classes.share(who.lemma, "person", "animal") > TOUCHED
    return "deed" if alive and (why == "outcome" or why == "meaning" and not listed) and word.tag != "VBN" else why


@lru_cache(maxsize=8)
def _listed(part: str) -> dict[str, str]:
    """Of a table of words by reason, the reason by word."""
    return {word: why for why, words in reversed(TABLE[part].items()) for word in words}


@lru_cache(maxsize=4096)
def of_verb(lemma: str) -> str:
    """By its words, else by the class that the dictionary has it in."""
    return _listed("verb").get(lemma) or _listed("verb_class").get(classes.verb(lemma) or "", "deed")


LEAST = 3
"""Letters: what is shorter is a mark or an abbreviation, whatever the dictionary has for it."""


def of_a_word(word: str) -> str | None:
    """The reason that holds for an English word by itself, as a brief leaves it; None for what the dictionary does not know."""
    if word in _listed("joining"):
        return "joins"
    if len(word) < LEAST:
        return None
    if word in lexicon().colours:
        return "look"
    if word.endswith("ing") and classes.verb(base(word)) is not None:
        return of_verb(base(word))
    if classes.is_adjective(word):
        return _listed("adjective").get(word) or _listed("adverb").get(word) or "quality"
    one = word if classes.noun(word) else singular(word)
    if classes.noun(one):
        return _listed("noun").get(one) or by_class(one)
    ends = (word, word.removesuffix("s"), *((word[:-1], word[:-2], word[:-3]) if word.endswith("ed") else ()))
    stem = next((s for s in ends if classes.verb(s)), None)
    return of_verb(stem) if stem is not None else None


def of_adjective(word: Word, given: str = "quality") -> str:
    """Where, when, how many; a look that nothing was given; else a quality."""
    listed = _listed("adjective").get(word.norm)
    if listed is not None:
        return listed
    if word.atom is not None and word.atom.can(*LOOKS):
        return "look"
    return "sort" if given == "sort" else "look" if _visible(word.norm) else "quality"


def _visible(word: str) -> bool:
    """True for what is so by what lies on it or is done to it: mossy, stormy, dented, flowing."""
    stem_ = word[:-1] if word.endswith("y") else ""
    stem_ = stem_[:-1] if len(stem_) > 3 and stem_[-1:] == stem_[-2:-1] else stem_
    of = max((classes.share(s, *classes.SEEN, "phenomenon") for s in (stem_, stem_ + "e") if stem_), default=0.0)
    done = word.endswith("ing") and classes.verb(base(word)) in ("motion", "contact", "weather")
    stems = (word[:-1], word[:-2], word[:-3]) if word.endswith("ed") else ()
    cut = any(classes.verb(s) in ("contact", "weather") or s in _listed("verb_seen") for s in stems)
    return of > TOUCHED or done or cut


def of_noun(word: Word, given: str = "abstract") -> str:
    """What a frame said, where that is true of such a noun; else by its words and its class."""
    atom = word.atom
    if word.lemma in lexicon().colours and classes.is_adjective(word.lemma) and classes.share(word.lemma, "plant", "food", "animal") < TOUCHED:
        return "look"
    if word.dep in ("compound", "nmod") and given not in ("light", "look"):
        return "sort" if given != "unbuilt" else by_class(word.lemma)
    if _kept(word.lemma, atom, given):
        return given
    listed = _listed("noun").get(word.lemma)
    if listed == "form" and of_object(word) is None:
        return "scenery" if classes.share(word.lemma, "phenomenon", "object", "event") > TOUCHED else "unbuilt"
    if listed is not None and given != "unbuilt":
        return listed
    stuff = word.dep in ("dobj", "nsubj", "nsubjpass", "pobj") and word.head.norm != "of" and classes.share(word.lemma, "substance", "food") > TOUCHED
    if atom is not None and atom.can(*LOOKS) and not atom.can("thing", "part") and not stuff:
        return "look"
    return by_class(word.lemma)


KEPT = {"body": "body", "text": "text", "shadow": "shadow", "light": "glow", "picture": "picture"}
"""Reasons that hold for the nouns of a list of the frames'."""


def _kept(lemma: str, atom: Atom | None, given: str) -> bool:
    listed = _listed("noun").get(lemma)
    if given == "body":
        return listed is None and (noun(lemma, "body") or noun(lemma, "coat") or classes.share(lemma, "body") > TOUCHED)
    if given == "part":
        return component(lemma) or noun(lemma, "surface") or atom is not None and atom.can("part")
    if given == "scenery":
        return listed is None and classes.share(lemma, "location", "object", "artifact", "plant", "substance", "phenomenon") > TOUCHED
    if given == "known":
        return listed is None and not noun(lemma, "look")
    if given == "sort":
        return False
    if given == "unbuilt":
        return classes.share(lemma, *classes.SEEN) >= TOUCHED
    if given == "picture":
        return noun(lemma, "picture") or noun(lemma, "medium") or atom is not None and atom.can("genre", "style", "boilerplate", "camera_words", "film_words")
    if given in KEPT:
        return noun(lemma, KEPT[given])
    return given == "loose" and classes.share(lemma, "quantity", "time", "communication") > TOUCHED


@lru_cache(maxsize=4096)
def by_class(lemma: str) -> str:
    """By what a noun mostly is: what can be seen is not built, all else is no thing."""
    seen = classes.share(lemma, "artifact", "animal", "person", "food", "plant", "object", "substance")
    if seen >= TOUCHED or seen > RARE and classes.kind(lemma) == "quantity":
        return "unbuilt"
    return _listed("noun_class").get(classes.kind(lemma) or "", "abstract")


def _of_an_entry(atom: Atom, given: str) -> str:
    """Of an entry of the lexicon that no one word was taken for: several words, or what the walker left."""
    if given not in ("abstract", "quality") or atom.can("attribute", "colour", "time", "season"):
        return given
    return "unbuilt" if classes.share(atom.norm, *classes.SEEN) >= TOUCHED else given
