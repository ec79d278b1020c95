"""Who comes towards who looks: "walks towards us", "runs to the camera"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect
from diorama.language.frames.actors import who
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

LENS = frozenset(("us", "me", "camera", "viewer", "lens"))


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
