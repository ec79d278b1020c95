"""Things: a phrase about one becomes a subject, or tells more of one that is known. Parts, surfaces and looks go to what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.fillings import LIQUIDS
from diorama.language.frames import phrase
from diorama.language.frames.things import absence, create, pieces, recall, vessel
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def claim(reader: Reader, mention: Mention) -> None:
    """A thing, an animal or a person."""
    if not mention.real:
        return absence.absent(reader, mention)
    same = next((m.subject for m in reader.mentions[-6:] if m.atom is mention.atom and m.subject is not None), None)
    if same is not None and " " in mention.atom.norm:
        mention.subject = same if " of " in mention.atom.norm and phrase.entry(mention) else None  # "a bottle of wine" is its first noun
        return reader.claims.phrase(mention, "known")  # "a tube of toothpaste" is one entry and one thing
    if absence.lists(reader, mention):
        mention.kind = "listed"
        return reader.claims.phrase(mention, "known")
    if (named := absence.named_closer(reader, mention)) is not None:
        mention.subject = named
        return reader.claims.phrase(mention, "known")
    known = recall.known(reader, mention)
    if known is None and mention.atom.norm in LIQUIDS and absence.loose_stuff(mention):
        return reader.claims.phrase(mention, "scenery")
    if known is None and absence.too_large(reader, mention):
        return reader.claims.phrase(mention, "part")
    if known is None and mention.kind == "person" and mention.top.dep == "poss" and mention.top.head.noun and not absence.bodily(reader, mention):
        return reader.claims.phrase(mention, "abstract")
    if (
        known is None
        and mention.top.dep == "poss"
        and mention.determiner is None
        and not mention.plural
        and mention.kind in ("animal", "thing")
        and not mention.head.tag.startswith("NNP")
    ):
        return reader.claims.phrase(mention, "likened")  # "a bathtub on lion's feet"
    if known is None and absence.summed_up(reader, mention):
        return reader.claims.phrase(mention, "known")
    if known is None and mention.kind == "unlisted" and (whole := absence.whole(reader, mention)) is not None:
        return pieces.unlisted_part(reader, mention, whole)
    if known is None and (mention.kind == "person" and absence.offstage(reader, mention) or absence.over_the_face(mention)):
        return reader.claims.phrase(mention, "abstract")
    if known is None and vessel.contents(reader, mention):
        return None
    if known is None:
        known = create.new(reader, mention)
        if known is None:
            return reader.claims.phrase(mention, "abstract")
    else:
        recall.again(reader, mention, known)
    mention.subject = known
    reader.lights.close()
    return None
