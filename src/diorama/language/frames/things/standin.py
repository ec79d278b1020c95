"""What is built for a noun: its own entry of the lexicon, or the nearest thing of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import SubjectDraft
from diorama.language.frames import animal
from diorama.language.frames.phrase import framed, governor, hangs
from diorama.language.lexicon import Sense, classes, lexicon
from diorama.language.syntax.sentence import Mention
from diorama_catalogue import derived
from diorama_catalogue.plurals import plural

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


SIZES = {"person": 1.7, "animal": 0.6, "food": 0.12, "plant": 0.5, "artifact": 0.4, "object": 0.5}


FALLBACK = {"person": "person", "animal": "animal"}


def parent(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """Whose young are told of: their owner, or the animal named last; None for nouns of no young."""
    if mention.head.lemma not in animal.tables()["young"]:
        return None
    owner = reader.owner(mention)
    if owner is not None and owner.subject is not None and (owner.subject.category == "animal" or owner.subject.thing.startswith("figure_")):
        return owner.subject  # of one of glass, too
    dep, prep = governor(mention.top)
    beside = reader.sentence.mention(prep.head) if dep == "pobj" and prep.norm == "with" and reader.sentence is not None else None
    if beside is not None and beside.subject is not None and beside.subject.category == "animal":
        return beside.subject  # "a penguin with a chick"
    vague = not animal.tables()["young"][mention.head.lemma]
    named = [s for s in reader.draft.subjects if s.category == "animal" and s.traits is not None] if vague else []
    return named[-1] if named else None


def kin(reader: Reader, mention: Mention) -> str | None:
    """The young of an animal, or its mother or father, by the name of its kind: "lion cub", "mother elephant"; None for others."""
    if animal.its_parent(reader, mention):
        return f"{mention.head.lemma} {reader.owner(mention).subject.traits['species'].replace('_', ' ')}"
    return animal.young_said(mention) or animal.young_of(mention.head.lemma, parent(reader, mention))


def sense(reader: Reader, mention: Mention) -> Sense | None:
    thing = mention.atom.sense("thing")
    if mention.head.norm == "glasses" and mention.kind == "thing":
        thing = next((s for s in mention.atom.senses if s.kind == "thing" and s.key == "glass"), thing)
    said = animal.young_said(mention)
    if said is not None and mention.kind == "animal" and (kind := nearest(said.rpartition(" ")[0], "animal", mention.plural)) is not None:
        return kind._replace(data={**kind.data, "noun": mention.head.norm, "stand_in": False})
    if mention.kind == "animal" and animal.its_parent(reader, mention):
        owner = reader.owner(mention).subject
        return Sense("thing", owner.thing, {"category": "animal", "size": owner.length, "stand_in": False, "noun": mention.head.norm, "plural": mention.plural})
    whose = parent(reader, mention)
    if whose is not None and (thing is None or not animal.tables()["young"][mention.head.lemma]):
        data = {"category": whose.category, "size": whose.length * 0.5, "stand_in": whose.category == "animal", "noun": mention.head.norm, "plural": mention.plural}
        return Sense("thing", whose.thing, data)
    if thing is not None:
        return thing if not mention.plural or thing.data.get("plural") else thing._replace(data={**thing.data, "plural": True})
    if framed(mention) and (frame := _entry(("picture frame",), mention.kind)) is not None:
        return frame._replace(data={**frame.data, "noun": f"framed {mention.head.lemma}", "plural": mention.plural})
    if hangs(mention) and (printed := _entry(("photograph",), mention.kind)) is not None:
        return _as(printed, mention.head.lemma, mention.plural)
    near = nearest("person" if mention.rule == "somebody" else mention.head.lemma, mention.kind, mention.plural)
    told = mention.number not in (None, 1) or any(w.atom is not None and w.atom.can("colour", "material", "shape") for w in mention.modifiers)
    told = told or mention.determiner in ("a", "its", "another") or reader.placed(mention)
    return None if near is not None and near.key == "box" and not told and not any("box" in step for step in classes.above(mention.head.lemma)) else near


@derived
def nearest(word: str, kind: str, many: bool) -> Sense | None:
    """The thing of the lexicon that an unlisted noun is a kind of, as a stand-in; None where nothing is near."""
    classes_of = (kind,) if kind in FALLBACK else ("artifact", "food", "plant", "object")
    words = lexicon().words
    last, worn = classes.tail(word), any(classes.is_a(word, name) for name in ("clothing", "footwear", "jewelry", "headdress", "accessory"))
    family = (animal.species(word).replace("_", " "),) if kind == "animal" else None
    grown = tuple(f"{word} {form}" for form in ("tree", "plant", "stalk", "flower")) if kind == "unlisted" and classes.is_a(word, "plant") else ()
    near = [family, grown, (last,) if last else None]
    for step in [*filter(None, near), *(step for line in classes.lines(word, *classes_of)[:3] for step in line[1:5])]:
        thing = _entry(step, kind, worn)
        if thing is not None:
            return _as(thing, word, many)
    made = any("artifact" in step for line in classes.lines(word, "artifact", "object") for step in line)
    if kind == "unlisted" and made and classes.share(word, "artifact", "object") >= 0.6 and "box" in words:
        return _as(next(s for entry, senses in words["box"] for s in senses if entry == ("box",) and s.kind == "thing"), word, many)
    if kind in FALLBACK:
        fallback = next((s for entry, senses in words[FALLBACK[kind]] for s in senses if entry == (FALLBACK[kind],) and s.kind == "thing"), None)
        return _as(fallback, word, many) if fallback is not None else None
    return None


def _entry(step: tuple[str, ...], kind: str, worn: bool = True) -> Sense | None:
    """The thing of the lexicon that one of these words is, of the kind asked for."""
    for name in step:
        for entry, senses in lexicon().words.get(name.split()[0], ()) if name not in classes.GENERAL else ():
            if " ".join(entry) == name:
                thing = next(
                    (
                        s
                        for s in senses
                        if s.kind == "thing"
                        and (s.data["category"] != "wear" or worn)
                        and (s.data["category"] == kind if kind in FALLBACK else s.data["category"] not in FALLBACK)
                    ),
                    None,
                )
                if thing is not None:
                    return thing
    return None


def _as(thing: Sense, word: str, many: bool) -> Sense:
    return Sense("thing", thing.key, {**thing.data, "stand_in": True, "noun": plural(word) if many else word, "plural": many})
