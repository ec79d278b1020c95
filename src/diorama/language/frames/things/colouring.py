"""Colours and stuff named as nouns, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.frames import phrase
from diorama.language.frames.kinds.hues import made_of_parts
from diorama.language.frames.person import clothed, said
from diorama.language.frames.shown import loose
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.places import INDOORS
from diorama.language.syntax.phrases import atoms_of, own
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def look(reader: Reader, mention: Mention) -> None:
    """Colours and stuff named as nouns: "hues of red", "in velvet", "a deep crimson"."""
    target = _told_of(reader, mention)
    words = [*mention.modifiers, mention.head]
    looks = [w for w in words if w.atom is not None and w.atom.can("colour", "material", "colour_modifier", "pattern", "finish")]
    if not mention.real or target is None:
        return reader.claims.phrase(mention, mention.why or "look")
    if target.kind == "body":
        said(reader, target, words)  # "her skin, a deep warm brown"
        return reader.claims.phrase(mention, "look")
    mention.place = target.place
    dep, prep = phrase.governor(mention.top)
    whose = target.subject
    if whose is not None and whose.category == "person" and whose.traits is not None and (dep == "pobj" and prep.norm == "in" or verb(prep.lemma, "wear")):
        return clothed(reader, mention, whose, looks)
    if whose is not None and _fills(mention, whose):
        value = f"contents:{mention.atom.norm}"
        if not any(a.startswith("contents:") for a in whose.attributes):
            whose.attributes.append(value)
        reader.claims.note(mention.head, "subject", Effect("attributes", value, whose), frame="contents", rule="what fills it")
        return reader.claims.phrase(mention, "known")
    if dep == "pobj" and prep.head.verb and not reader.claims.has(prep.head) and verb(prep.head.lemma, "make"):
        reader.claims.joins(prep.head, "look", "made of")
    if target.place is not None and target.place.startswith("part:") and (owner := reader.owner(target)) is not None and owner.subject is not None:
        name = target.place.removeprefix("part:")
        surface_ = owner.subject.parts.setdefault(name, SurfaceDraft())
        reader.wardrobe.surface(atoms_of(looks), surface_, f"parts.{name}.surface", "subject", owner.subject)
        return reader.claims.phrase(mention, "look")
    if target.subject is not None and target.kind not in ("part", "body"):
        mention.subject = target.subject
        atoms = atoms_of(looks)
        if made_of_parts(mention) and not any(a.can("material") for a in atoms) and target.subject.surface.material is None:
            _of_metal(reader, mention, target.subject)
        left = reader.wardrobe.surface(atoms, target.subject.surface, "surface", "subject", target.subject)
        if any(a.can("colour", "material", "pattern") and a not in left for a in atoms):
            _with_its_hue(reader, mention)
        for word in words:
            if word.atom is None or word.atom in left or word not in looks:
                reader.claims.none(word, "known" if word is mention.head else "quality", "look", mention.rule)
            else:
                reader.claims.mark(word, "look", mention.rule)
    elif target.place == "sky" or target.kind == "place" and target.place in ("wall", "background", "ground"):
        room = reader.draft.environment.get("setting") in INDOORS and target.head.lemma not in ("floor", "table", "ground")
        sky = target.place in ("sky", "wall", "background") or room
        surface_, path = (reader.draft.backdrop, "environment.backdrop") if sky else (reader.draft.ground, "environment.ground")
        reader.wardrobe.surface(atoms_of([w for w in looks if sky is False or w.atom.can("colour", "colour_modifier")]), surface_, path, "environment")
        reader.claims.phrase(mention, "look")
    else:
        reader.claims.phrase(mention, "look")
    return None


def _with_its_hue(reader: Reader, mention: Mention) -> None:
    """ "Deep blue and white colours", "hues of red": the word for colour tells it with the colours."""
    dep, prep = phrase.governor(mention.top)
    hue = mention.head if noun(mention.head.lemma, "look") else prep.head if dep == "pobj" and prep.norm == "of" else None
    if hue is None or not noun(hue.lemma, "look"):
        return
    atom = hue.atom or own(hue)
    known = reader.draft.notes.get((atom.start, atom.end))
    if known is None or known.status == "no_effect":
        reader.draft.notes.pop((atom.start, atom.end), None)
        reader.claims.joins(hue, "look", "hue")


def _of_metal(reader: Reader, mention: Mention, whole: SubjectDraft) -> None:
    """ "Made of car parts", "built from machine parts": what such things are made of."""
    of = next((w for w in reversed(mention.modifiers) if w.noun and w.atom is not None and w.atom.can("thing")), None)
    if of is not None and of.atom.sense("thing").data["category"] in ("vehicle", "electronics", "tool", "instrument"):
        whole.surface.material = "steel"
        reader.claims.note(mention.head, "subject", Effect("surface.material", "steel", whole), frame="look", rule=mention.rule)


DYES = frozenset(("paint", "dye", "tint", "colour", "color", "glow", "gleam", "shine", "turn"))
"""Verbs whose object is a colour of who does it."""


def _fills(mention: Mention, whose: SubjectDraft) -> bool:
    """ "A wheelbarrow full of soil", "a crate of ice": what the thing holds, where it is not said to be made of it."""
    dep, prep = phrase.governor(mention.top)
    made = prep.head.verb and (verb(prep.head.lemma, "make") or prep.head.lemma == "carve")
    return loose(mention.atom, whose.category) and dep == "pobj" and prep.norm in ("of", "with") and not made


def _colour_of(reader: Reader, mention: Mention, governor: Word) -> Mention | None:
    """ "A dragon the colour of copper", "the lighthouse, the colour of honey": what stands just before it, whatever it hangs on."""
    prep = mention.top.head
    hue = reader.sentence.mention(prep.head) if reader.sentence and mention.top.dep == "pobj" and prep.norm == "of" else None
    if hue is None or hue.head.lemma not in ("colour", "color", "shade") or hue.determiner != "the" or phrase.governor(hue.top)[0] in ("pobj", "attr", "dobj"):
        return None
    before = [m for m in reader.sentence.mentions if m.head.i < hue.head.i and m.subject is not None and m.real]
    return before[-1] if before and hue.head.i - before[-1].head.i <= 4 else None


CONTRASTS = frozenset(("contrast", "stand", "clash", "juxtapose", "pop", "glow"))


def _of_another(mention: Mention) -> bool:
    """ "Stands out against the violet hues", "painting the horizon in hues of orange": the look of something else."""
    dep, prep = phrase.governor(mention.top)
    hue = prep.head if dep == "pobj" and prep.norm == "of" and noun(prep.head.lemma, "look") else None
    if hue is not None:
        dep, prep = phrase.governor(hue)
    if dep != "pobj" or not prep.head.verb:
        return False
    given = prep.norm == "in" and prep.head.kid("dobj") is not None and prep.head.tag != "VBN" and prep.head.lemma in DYES | {"bathe", "cover", "wash"}
    return given or prep.norm in ("against", "with") and prep.head.lemma in CONTRASTS


def _told_of(reader: Reader, mention: Mention) -> Mention | None:
    """Whose look it is: its owner ("its deep blue colours", "the golden tones of the metal"), what the phrase is said of or hangs on."""
    named = noun(mention.head.lemma, "look") or mention.determiner == "the" and mention.atom.can("colour", "material")
    whose = reader.owner(mention) if named else None
    if whose is not None and whose is not mention and whose.kind not in ("look", "surface", "picture", "medium"):
        return whose if whose.real and whose.kind not in ("manner", "where", "abstract") else None
    if _of_another(mention):
        return None
    dep, governor = phrase.governor(mention.top)
    for _ in range(5):
        if dep == "pobj":
            above = governor.head
            if above.noun:
                found = reader.sentence.mention(above) if reader.sentence else None
                if found is not None and found.kind in ("look", "surface", "manner", "where", "abstract") and found is not mention:
                    if found.subject is not None:
                        return found
                    owner = reader.owner(found) if found.kind == "surface" else None
                    if owner is not None and owner is not mention:
                        return owner
                    dep, governor = phrase.governor(found.top)
                    continue
                return found
            return reader.actor(above)
        if (beside := _colour_of(reader, mention, governor)) is not None:
            return beside
        if dep in ("attr", "oprd", "acomp"):
            return reader.actor(governor)
        if dep == "dobj" and (verb(governor.lemma, "have") or verb(governor.lemma, "wear") or governor.lemma in DYES):
            return reader.actor(governor)
        if dep == "appos":
            return reader.sentence.mention(governor) if reader.sentence else None
        return None
    return None
