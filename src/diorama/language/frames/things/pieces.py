"""Parts and surfaces of things: their looks go to what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.frames import phrase
from diorama.language.frames.things import create, dressing
from diorama.language.frames.vocabulary import component, noun
from diorama.language.lexicon import classes
from diorama.language.syntax.phrases import atoms_of
from diorama.language.syntax.sentence import LOOKS, Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def part(reader: Reader, mention: Mention) -> None:
    """ "the truck's white doors": the look of a part."""
    owner = reader.owner(mention)
    subject = owner.subject if owner is not None else None
    sense = mention.atom.sense("part")
    if not mention.real or subject is None or subject.category in ("person", "animal") or subject.becomes is not None:
        return reader.claims.phrase(mention, mention.why or "part")
    if sense is None:
        return unlisted_part(reader, mention, subject)
    chunk = create.to_chunk(mention, sense)
    chunk.modifiers = [a for a in chunk.modifiers if a.can(*LOOKS)]
    reader.subjects.part(subject, chunk)
    mention.subject = None
    mention.place = f"part:{sense.key}"
    create.told(reader, mention)
    return None


def unlisted_part(reader: Reader, mention: Mention, subject: SubjectDraft) -> None:
    """A part that nothing is built for is kept with its look."""
    name = phrase.lemma(mention)
    seen = classes.share(name, "artifact", "body", "plant", "food", "substance", "object") >= 0.5
    if not component(name) and (not seen or noun(name, "surface") or noun(name, "manner")):
        return reader.claims.phrase(mention, "part")
    dep, prep = phrase.governor(mention.top)
    if dep == "pobj" and prep.norm not in ("with", "of", "in") and not mention.modifiers:
        return reader.claims.phrase(mention, "part")  # "at its foot": a place at the thing
    surface_ = subject.parts.setdefault(name, SurfaceDraft())
    reader.claims.note(mention.head, "subject", Effect("parts", name, subject), status="no_effect", frame="part", rule="kept")
    looks = [w for w in mention.modifiers if w.atom is not None and w.atom.can("colour", "colour_modifier", "material", "pattern", "finish")]
    reader.wardrobe.surface(atoms_of(looks), surface_, f"parts.{name}.surface", "subject", subject)
    mention.place = f"part:{name}"
    create.told(reader, mention)


def surface(reader: Reader, mention: Mention) -> None:
    """ "its surface is smooth": the look of a part that is the thing itself."""
    owner = reader.owner(mention)
    subject = owner.subject if owner is not None else None
    if subject is None or not mention.real:
        reader.claims.phrase(mention, mention.why or "part")
        return
    if subject.category in ("person", "animal"):
        reader.claims.phrase(mention, "body")
        return
    mention.subject = subject
    reader.claims.joins(mention.head, "surface", mention.rule)
    dressing.dress(reader, subject, mention.modifiers)
