"""What a vessel holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.fillings import LIQUIDS
from diorama.language.frames import phrase
from diorama.language.frames.things import create
from diorama.language.frames.vocabulary import verb
from diorama.language.lexicon import Sense
from diorama.language.loose import Pending
from diorama.language.surfaces import FLAT, POURED_ON, VESSELS
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def contents(reader: Reader, mention: Mention) -> bool:
    """ "a cup of coffee", "a vase filled with tulips": what a vessel holds. False if this is no such thing."""
    dep, prep = phrase.governor(mention.top)
    held = dep == "dobj" and verb(prep.lemma, "contain")
    if not held and (dep != "pobj" or prep.norm not in ("of", "with", "in")) or reader.sentence is None:
        return False
    holder = reader.actor(prep) if held else _holder(reader, prep)
    if holder is None or holder.subject is None or holder.subject.thing not in (VESSELS | POURED_ON | FLAT if prep.norm == "of" else VESSELS | POURED_ON):
        return False
    atom, owner = mention.atom, holder.subject
    if any(a.startswith("contents:") for a in owner.attributes):
        return False
    pending = Pending("full_of" if prep.norm != "of" else "of", prep.atom or own(prep), [owner])
    if atom.norm in LIQUIDS and not (prep.norm == "in"):
        chunk = create.to_chunk(
            mention, atom.sense("thing") or Sense("thing", "cup", {"category": "food", "size": 0.1, "noun": atom.norm, "stand_in": True, "plural": False})
        )
        if reader.contents.pours(pending, chunk):
            mention.subject = None
            mention.kind = "contents"
            create.told(reader, mention)
            return True
    return False


def _holder(reader: Reader, prep: Word) -> Mention | None:
    above = prep.head
    if above.noun:
        return reader.sentence.mention(above) if reader.sentence else None
    if above.verb and verb(above.lemma, "fill") or above.norm in ("full",):
        return reader.actor(above)
    return None
