"""Who comes towards who looks: "walks towards us", "runs to the camera"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect
from diorama.language.frames.actors import who
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

LENS = frozenset(("us", "me", "camera", "viewer", "lens"))


SIDEWAYS = {"left": 90.0, "right": -90.0}
"""Degrees from the lens of who goes or faces there."""
FACES = frozenset(("face", "turn", "head", "point"))


def _verb_of(word: Word) -> Word | None:
    """The verb of "runs to the left", "facing right"; None of "the left of the frame", "on the left"."""
    if word.norm not in SIDEWAYS or any(k.norm == "of" for k in word.kids):
        return None
    above = word.head
    if word.dep == "pobj":
        done = above.head if above.head.verb else next((k for k in above.head.kids if k.verb and k.i == above.i - 1), None)
        return done if above.norm in ("to", "towards", "toward") and done is not None and above.i > done.i else None
    if above.verb and above.i == word.i - 1:
        return above
    return next((k for k in above.kids if k.verb and k.i == word.i - 1), None)  # beside the verb on who does it


def sideways(reader: Reader, word: Word) -> None:
    """Who runs, dives or faces to a side is seen from theirs."""
    verb_ = _verb_of(word)
    for walker in who(reader, verb_) if verb_ is not None else ():
        posture = (walker.traits or {}).get("posture")
        if walker.traits is None or "turned" in walker.traits or not (verb_.lemma in FACES or posture in GOING):
            continue
        walker.traits["turned"] = SIDEWAYS[word.norm]
        reader.claims.note(word, "subject", Effect("turned", SIDEWAYS[word.norm], walker), frame="relation", rule="to a side")
        reader.claims.joins(verb_, "relation", "to a side")


GOING = frozenset(("walking", "running", "jumping", "riding", "swimming", "crawling", "flying", "galloping", "trotting", "leaping"))


def tell(reader: Reader, word: Word) -> None:
    """Turned to the lens: 0 degrees."""
    place = word.kid("pobj")
    if word.norm not in ("toward", "towards") or place is None or place.norm not in LENS or not word.head.verb:
        return
    for walker in who(reader, word.head):
        if walker.category != "person" or walker.traits is None or "turned" in walker.traits:
            continue
        walker.traits["turned"] = 0.0
        reader.claims.note(word, "subject", Effect("turned", 0.0, walker), frame="relation", rule="to the lens")
