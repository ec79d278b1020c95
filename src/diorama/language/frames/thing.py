"""Things: a phrase about one becomes a subject, or tells more of one that is known. Parts, surfaces and looks go to what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.chunks import Chunk
from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.dress import colour_of
from diorama.language.frames import animal, kinds, traits
from diorama.language.frames.refer import NAMES, same
from diorama.language.frames.vocabulary import component, noun, physical, verb
from diorama.language.lexicon import Sense, classes, lexicon
from diorama.language.lexicon.inflect import plural
from diorama.language.loose import Pending
from diorama.language.match import Atom
from diorama.language.places import INDOORS
from diorama.language.subjects import LIVING
from diorama.language.surfaces import LIQUIDS, POURED_ON, VESSELS
from diorama.language.syntax.document import alive
from diorama.language.syntax.parse import Word
from diorama.language.syntax.phrases import NUMBERS, atoms_of, measures, own
from diorama.language.syntax.sentence import LOOKS, Mention
from diorama_catalogue import derived

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

UNNAMED = frozenset(("sitter", "model", "subject", "figure", "person", "individual", "human", "someone", "character", "user"))
NAMED = frozenset(("girl", "boy", "woman", "man", "child", "lady", "gentleman", "toddler", "teenager"))
SEEN_LOOKS = (*LOOKS, "hex", "measure", "age")
SIZES = {"person": 1.7, "animal": 0.6, "food": 0.12, "plant": 0.5, "artifact": 0.4, "object": 0.5}
GENERAL = frozenset((
    "device", "equipment", "instrument", "implement", "instrumentality", "bed", "machine", "container", "holder", "vessel", "pipe", "tool", "animal",
    "creature", "fruit", "vegetable", "column", "bar", "vehicle", "toy", "weapon", "figure", "body", "food", "foodstuff", "meal", "object", "thing",
    "plant", "block", "sheet", "structure", "covering", "board", "part", "piece", "base", "weight", "cover", "surface", "rack", "stand", "support", "engine", "motor", "apparatus",
))  # fmt: skip
"""Words that too many nouns are a kind of to say anything of their look."""
FALLBACK = {"person": "person", "animal": "animal"}


def claim(reader: Reader, mention: Mention) -> None:
    """A thing, an animal or a person."""
    if not mention.real:
        return _absent(reader, mention)
    if any(m.atom is mention.atom and m.subject is not None for m in reader.mentions[-6:]) and " " in mention.atom.norm:
        return reader.claims.phrase(mention, "known")  # "a tube of toothpaste" is one entry and one thing
    if _lists(reader, mention):
        mention.kind = "listed"
        return reader.claims.phrase(mention, "known")
    if (named := _named_closer(reader, mention)) is not None:
        mention.subject = named
        return reader.claims.phrase(mention, "known")
    known = _known(reader, mention)
    if known is None and mention.atom.norm in LIQUIDS and _loose_stuff(mention):
        return reader.claims.phrase(mention, "scenery")
    if known is None and _too_large(reader, mention):
        return reader.claims.phrase(mention, "part")
    if known is None and mention.kind == "person" and mention.top.dep == "poss" and mention.top.head.noun and not _bodily(reader, mention):
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
    if known is None and _summed_up(reader, mention):
        return reader.claims.phrase(mention, "known")
    if known is None and mention.kind == "unlisted" and (whole := _whole(reader, mention)) is not None:
        return _unlisted_part(reader, mention, whole)
    if known is None and mention.kind == "person" and _offstage(reader, mention):
        return reader.claims.phrase(mention, "abstract")
    if known is None and _contents(reader, mention):
        return None
    if known is None:
        known = _new(reader, mention)
        if known is None:
            return reader.claims.phrase(mention, "abstract")
    else:
        _again(reader, mention, known)
    mention.subject = known
    reader.lights.close()
    return None


def _summed_up(reader: Reader, mention: Mention) -> bool:
    """ "The makeup tools", "these items", after things were named: a common noun for what is known."""
    common = mention.head.lemma in NAMES or mention.head.lemma in GENERAL or noun(mention.head.lemma, "summary")
    return (
        common
        and mention.determiner in ("the", "each")
        and mention.number is None
        and bool(reader.draft.subjects)
        and mention.head.kid("relcl", "acl", "prep") is None
        and mention.kind in ("thing", "unlisted")
        and mention.top.dep in ("pobj", "dobj", "nsubj", "nsubjpass", "poss")
    )


def _whole(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The thing that an unlisted noun is a part of: "its tassels", "a mattress with stripes"."""
    dep, prep = kinds.governor(mention.top)
    owned = mention.owner is not None or dep == "pobj" and prep.norm == "with" and prep.head.noun and mention.plural and mention.number is None
    owner = reader.owner(mention) if owned else None
    subject = owner.subject if owner is not None and owner.kind in ("thing", "unlisted", "pronoun", "surface") else None
    return (
        subject if subject is not None and subject.category not in ("person", "animal") and subject.thing not in VESSELS and subject.becomes is None else None
    )


def _offstage(reader: Reader, mention: Mention) -> bool:
    """Owners, buyers, the father of a chick, whom a clause only speaks of: named, and nowhere to be seen."""
    dep, governor = kinds.governor(mention.top)
    owner = reader.owner(mention)
    if owner is not None and owner.subject is not None and owner.subject.category not in ("person",):
        return True
    acts = dep == "nsubj" and governor.lemma in traits.tables()["posture"] | traits.tables()["deed"] and not reader.aside(mention)
    if noun(kinds.lemma(mention), "offstage"):
        told = mention.determiner == "a" and (bool(_looks_told(mention)) or dep == "pobj" and governor.norm == "of" and noun(governor.head.lemma, "picture"))
        return not told and not acts and not (dep in ("nsubj", "nsubjpass", "dobj") and mention.determiner == "a" and not reader.aside(mention))
    return mention.determiner is None and mention.plural and mention.number is None and not mention.modifiers and reader.aside(mention) and not acts


def _looks_told(mention: Mention) -> list[Word]:
    """Words that say what somebody looks like or wears."""
    return [k for k in mention.head.kids if k.dep == "prep" and k.norm in ("in", "with") and k.kid("pobj") is not None]


def _lists(reader: Reader, mention: Mention) -> bool:
    """ "Two sea creatures, a swordfish and a narwhal": the list names them."""
    first = mention.top.kid("appos")
    if first is None or mention.head.lemma not in NAMES or reader.sentence is None or not mention.plural:
        return False
    found = reader.sentence.mention(first)
    return found is not None and bool(first.those("conj")) and found.head.noun


def _named_closer(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "One other vehicle, a logging truck", "just one figure, a monk": what a common noun means is said just after it."""
    first = mention.top.kid("appos")
    if first is None or mention.head.lemma not in NAMES or mention.plural or reader.sentence is None:
        return None
    found = reader.sentence.mention(first)
    if found is None or found.head.i < mention.head.i or found.determiner != "a" or found.head.kid("conj") is not None:
        return None
    reader.take(found)
    return found.subject if found.subject is not None and found.subject.category in NAMES[mention.head.lemma] else None


def _loose_stuff(mention: Mention) -> bool:
    """Salt, water, flour by themselves: no vessel holds them, none is to be seen."""
    dep, governor = kinds.governor(mention.top)
    if (
        dep == "pobj"
        and governor.norm == "with"
        and governor.head.lemma in ("dust", "sprinkle", "drizzle", "coat", "glaze", "season", "brush", "frost", "dredge", "stain", "splatter", "smear")
    ):
        return True
    served = mention.determiner == "a" or dep == "dobj" and governor.lemma in ("drink", "eat", "sip", "serve", "pour", "hold", "contain")
    return not served and mention.determiner is None and mention.number is None and dep != "ROOT" and not (dep == "pobj" and governor.norm in ("of", "with"))


def _too_large(reader: Reader, mention: Mention) -> bool:
    """ "pens with blue barrels": what a thing has is no larger than it is, unless it is loaded with it."""
    dep, prep = kinds.governor(mention.top)
    thing = mention.atom.sense("thing")
    if dep != "pobj" or prep.norm != "with" or not prep.head.noun or thing is None or reader.sentence is None:
        return False
    owner = reader.sentence.mention(prep.head)
    return (
        owner is not None
        and owner.subject is not None
        and owner.subject.category in ("tableware", "paper", "tool", "electronics", "food", "wear", "instrument", "shape", "figure")
        and thing.data["size"] > 1.3 * owner.subject.length
    )


def _bodily(reader: Reader, mention: Mention) -> bool:
    """ "a woman's hands", "a woman's coat billows": who has them is there; "my neighbour's dog", "an astronaut's helmet in space" are there without them."""
    return (
        noun(mention.top.head.lemma, "body")
        or mention.top.head.dep in ("nsubj", "nsubjpass")
        and mention.top.head.atom is not None
        and mention.top.head.atom.can("thing")
        and mention.top.head.atom.sense("thing").data["category"] == "wear"
    )


def _absent(reader: Reader, mention: Mention) -> None:
    """What is likened, denied or depicted is no subject; what a picture shows is kept as what it is of."""
    if mention.why in ("likened", "purpose") and mention.determiner == "the" and (known := same(reader, mention)) is not None:
        mention.subject = known
    host = _host(reader, mention) if mention.why == "depicted" else None
    if host is not None and mention.atom.can("thing"):
        value = f"of:{mention.atom.sense('thing').data['noun']}"
        if value not in host.attributes:
            host.attributes.append(value)
        reader.claims.note(mention.head, "subject", Effect("attributes", value, host), frame="thing", rule="depicted")
    reader.claims.phrase(mention, mention.why)


def _host(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The thing with the picture on it."""
    word = mention.top
    while not word.root:
        word = word.head
        above = reader.sentence.mention(word) if reader.sentence else None
        if above is not None and above is not mention:
            if above.subject is not None:
                return above.subject
            owner = reader.owner(above)
            if owner is not None and owner.subject is not None:
                return owner.subject
    return None


def _known(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The subject named again: definitely, by an apposition, or as what something is."""
    dep, governor = mention.top.dep, mention.top.head
    if mention.rule == "somebody":
        again = next(
            (m.subject for m in reader.mentions if m.rule == "somebody" and m.head.norm == mention.head.norm and m.subject in reader.draft.subjects), None
        )
        if again is not None:
            return again
    if dep == "attr" and governor.kid("expl") is not None:
        dep = ""  # "there is a bench": nothing is said to be one
    if mention.head.lemma in ("male", "female") and mention.determiner is None:
        living = [m.subject for m in reader.mentions if m.subject is not None and m.subject.traits is not None and m.subject in reader.draft.subjects]
        if living:
            living[-1].traits.setdefault("sex", mention.head.lemma)
            return living[-1]
    if dep == "appos" and reader.sentence.mention(governor) is not None and reader.sentence.mention(governor).kind == "listed":
        return None
    if dep == "appos" or dep == "attr" and governor.lemma == "be":
        other = reader.sentence.mention(governor) if dep == "appos" else reader.actor(governor)
        listed = dep == "appos" and other is not None and mention.determiner == "a" == other.determiner and not _sort_of(mention, other)
        if other is not None and other.subject is not None and _alike(mention, other.subject) and not listed:
            return other.subject
    if mention.determiner == "the" and mention.atom.can("material") and not mention.modifiers and not mention.plural:
        of_it = [s for s in reader.draft.subjects if s.surface.material == mention.atom.sense("material").key]
        if of_it and not any(s.noun == mention.atom.norm for s in reader.draft.subjects):
            return of_it[-1]  # "the glass", of a glass table
    if mention.determiner == "its" and mention.head.lemma in NAMES:
        if mention.owner is not None and mention.owner.head.tag == "PRP$" and not mention.modifiers and mention.head.lemma == "instrument":
            return same(reader, mention)
        return None  # "in my grandmother's yellow dish" is no dish named before
    if mention.determiner in ("the", "its", "each") or mention.determiner is None and mention.plural and mention.number is None and not mention.modifiers:
        return same(reader, mention)
    return None


def _sort_of(mention: Mention, other: Mention) -> bool:
    """True if one of two nouns is a sort of the other: "a truck, a vehicle", and no "a desk, a chair"."""
    one, two = kinds.lemma(mention), kinds.lemma(other)
    first, second = mention.atom.sense("thing"), other.atom.sense("thing")
    if mention.kind == "person" or one == two or first is not None and second is not None and first.key == second.key:
        return True
    return (
        one in NAMES
        or any(one in step for line in classes.lines(two)[:2] for step in line)
        or any(two in step for line in classes.lines(one)[:2] for step in line)
    )


def _alike(mention: Mention, subject: SubjectDraft) -> bool:
    """True if one thing can be both: a vehicle and a red truck, but no mug and a table."""
    thing = mention.atom.sense("thing")
    if (mention.kind in ("person", "animal")) != (subject.category in ("person", "animal")):
        return False
    return thing is None or thing.data["category"] == subject.category or thing.key == subject.thing


def _again(reader: Reader, mention: Mention, subject: SubjectDraft) -> None:
    """What more is said of a known subject."""
    if subject.traits is not None and mention.head.lemma in NAMED and subject.noun in UNNAMED:
        subject.noun = mention.head.lemma
        for effect in reader.draft.told.get(id(subject), ()):
            if effect.path == "noun":
                effect.value = subject.noun
        told = dict(subject.traits)
        traits.begin(reader.draft, subject, mention.atom)
        subject.traits.update(told)
        subject.traits.pop("role", None)
    if mention.top.dep == "attr" and mention.determiner == "a" and mention.kind == subject.category == "person":
        subject.noun = mention.head.lemma  # "the only customer is a diver"
        for told in reader.draft.told.get(id(subject), ()):
            if told.path == "noun":
                told.value = subject.noun
    effect = Effect("noun", subject.noun, subject)
    for word in [mention.head, *mention.measures, *([mention.count] if mention.count is not None else [])]:
        reader.claims.note(word, "subject", effect, frame=mention.kind, rule="known")
    dress(reader, subject, mention.modifiers)


def _new(reader: Reader, mention: Mention) -> SubjectDraft | None:
    sense = _sense(reader, mention)
    if sense is None:
        return None
    chunk = to_chunk(mention, sense)
    before = len(reader.draft.subjects)
    full = mention.head.norm if mention.rule == "somebody" else _full_noun(mention, sense)
    living = sense.data["category"] == "person" or alive(sense) and not _sculpted(mention)
    if living:
        chunk.modifiers = []
    subject = reader.subjects.make(chunk)
    if living and subject in reader.draft.subjects:
        if subject.category == "person":
            traits.begin(reader.draft, subject, chunk.head)
            reader.draft.note_as_applied(subject)  # people are built as themselves
        else:
            animal.begin(reader.draft, subject, chunk.head, full or subject.noun)
        dress(reader, subject, mention.modifiers)
    if full is not None and subject in reader.draft.subjects:
        subject.noun = full
    if len(reader.draft.subjects) == before and subject not in reader.draft.subjects:
        return None
    if any(w.tag == "NNS" and w.lemma in measures()["pile"] for w in mention.measures) and mention.number is None:
        subject.plural, subject.counted = True, False
    elif mention.kind == "unlisted" or mention.head.tag in ("NNS", "NNPS"):
        subject.plural = mention.plural or subject.plural
    if not living and subject.becomes is None:
        for word in mention.modifiers:
            if word not in _sorts(mention) and not reader.claims.has(word) and physical(word):
                keep(reader, subject, word)
    _told(reader, mention)
    return subject


def _sculpted(mention: Mention) -> bool:
    """ "a bronze horse", "a ceramic cat": a sculpture as it is."""
    made = mention.kind == "animal" and any({w.lemma, w.norm} & {*animal.tables()["made"]["of"]} for w in mention.modifiers)
    return made or any(
        w.atom is not None and w.atom.can("material") and w.atom.sense("material").key not in LIVING and not w.atom.can("colour") for w in mention.modifiers
    )


def _full_noun(mention: Mention, sense: Sense) -> str | None:
    """ "fire extinguisher": the noun with the nouns that make it this one; None where there are none."""
    before = [w.norm for w in _sorts(mention)]
    if sense.data["category"] == "animal":
        atoms = [w.atom for w in mention.modifiers if w.atom is not None and w.atom is not mention.atom and w.atom.can("thing")]
        breed = next((a.norm for a in atoms if a.sense("thing").data["category"] == "animal"), None)
        before = [breed] if breed else before
    return " ".join([*before, sense.data["noun"]])[:60] if before else None


def _sorts(mention: Mention) -> list[Word]:
    """Nouns before the head that tell which sort it is, and are no looks."""
    return [
        w
        for w in mention.modifiers
        if w.noun
        and w.dep in ("compound", "nmod")
        and w.head is mention.head
        and not (mention.atom.start <= w.start < mention.atom.end)
        and (w.atom is None or not w.atom.can(*LOOKS))
    ]


def _told(reader: Reader, mention: Mention) -> None:
    """The words of the phrase that nothing came of are said to have no effect; all are marked."""
    for word in _sorts(mention) if mention.subject is None and mention.kind in ("thing", "unlisted", "animal") else ():
        if not reader.claims.has(word):
            reader.claims.joins(word, mention.kind, "sort")
    for word in mention.modifiers:
        reader.claims.none(word, "manner" if word.tag.startswith("RB") else "quality", mention.kind, mention.rule)
    for word in [mention.head, *mention.measures, *([mention.count] if mention.count is not None else [])]:
        if reader.claims.has(word):
            reader.claims.mark(word, mention.kind, mention.rule)
        else:
            reader.claims.joins(word, mention.kind, mention.rule)


def to_chunk(mention: Mention, sense: Sense) -> Chunk:
    """The phrase as the makers of subjects take it."""
    atom = mention.atom if mention.atom.can(sense.kind) or mention.atom.sense("unknown") is None else own(mention.head)
    head = Atom(atom.start, atom.end, atom.text, atom.norm, (sense, *[s for s in atom.senses if s is not sense]), False)
    sorts = _sorts(mention)
    words = [
        w
        for w in mention.modifiers
        if w not in sorts
        and w.atom is not None
        and (sense.kind != "thing" or shows(w.atom))
        and not (mention.kind == "person" and w.atom.can("thing", "setting", "part") and not w.atom.can("colour", "attribute", "size"))
        and not w.tag.startswith("RB")
        and not (w.norm in ("half", "full") and w.joined)
        and not (head.start <= w.start < head.end)
    ]
    chunk = Chunk(atoms=[*atoms_of(words), head], modifiers=atoms_of(words), head=head, sense=sense)
    if any(w.lemma in measures()["pile"] for w in mention.measures):
        _measured(mention, chunk)
    if mention.number is not None and mention.count is not None:
        chunk.count, chunk.number = mention.count.atom or own(mention.count), mention.number
        if mention.number == 1 and mention.plural:
            chunk.count = chunk.number = None
    elif mention.measures:
        _measured(mention, chunk)
    return chunk


STYLES = frozenset(("vintage", "antique", "modern", "futuristic", "rustic", "industrial", "ornate", "art_deco", "latte_art", "scandinavian", "minimalist"))
"""Styles that things are built in; other words of character change nothing that is seen."""


def shows(atom: Atom) -> bool:
    """True for a word of look, size, state or style that a thing can be built by."""
    if atom.can("attribute") and not atom.can("colour", "material", "pattern", "finish", "shape", "size", "state"):
        return atom.sense("attribute").key in STYLES
    return atom.can(*SEEN_LOOKS)


def _measured(mention: Mention, chunk: Chunk) -> None:
    """ "a pair of sandals", "a stack of books"."""
    table = measures()
    for word in mention.measures:
        if word.lemma in table["pile"]:
            key = table["pile"][word.lemma]
            one = "a " if word.tag == "NN" else ""
            chunk.piling = Atom(word.start, word.end, word.text, f"{one}{word.norm} of", (Sense("piling", key, {}),), False)
        elif word.lemma in table["count"] and mention.number is None and mention.head.tag in ("NNS", "NNPS", "NN"):
            number = table["count"][word.lemma]
            chunk.count, chunk.number = Atom(word.start, word.end, word.text, f"{word.norm} of", (Sense("count", f"_{number}", {}),), False), number


YOUNG = frozenset(("cub", "pup", "chick", "calf", "whelp", "hatchling"))
"""Young animals: of the kind of whose they are."""


def _sense(reader: Reader, mention: Mention) -> Sense | None:
    thing = mention.atom.sense("thing")
    owner = reader.owner(mention)
    if mention.head.norm == "glasses" and mention.kind == "thing":
        thing = next((s for s in mention.atom.senses if s.kind == "thing" and s.key == "glass"), thing)
    if mention.head.lemma in YOUNG and owner is not None and owner.subject is not None and owner.subject.category == "animal":
        parent = owner.subject
        return Sense(
            "thing", parent.thing, {"category": "animal", "size": parent.length * 0.5, "stand_in": True, "noun": mention.head.norm, "plural": mention.plural}
        )
    if thing is not None:
        return thing if not mention.plural or thing.data.get("plural") else thing._replace(data={**thing.data, "plural": True})
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
    for step in [*([family] if family else []), *([(last,)] if last else []), *(step for line in classes.lines(word, *classes_of)[:3] for step in line[1:5])]:
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
        for entry, senses in lexicon().words.get(name.split()[0], ()) if name not in GENERAL else ():
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


def dress(reader: Reader, subject: SubjectDraft, words: list[Word]) -> None:
    """Looks told of a subject; the words that are no looks have no effect."""
    if subject.traits is not None:
        return _dress_living(reader, subject, words)
    kept = [w for w in words if w.atom is not None and shows(w.atom)]
    atoms = atoms_of(kept)
    left = reader.wardrobe.subject(subject, atoms) if atoms else []
    for word in words:
        atom = word.atom
        if atom is None or atom in left or word not in kept:
            keep(reader, subject, word)
        else:
            reader.claims.mark(word, "look", "told of it")


def keep(reader: Reader, subject: SubjectDraft, word: Word) -> None:
    """A word that nothing is built by: what can be seen is kept of the thing, all else has no effect."""
    if physical(word) and not reader.claims.has(word):
        value = (compound(reader, word) or own(word)).norm
        if value not in subject.attributes:
            subject.attributes.append(value)
        reader.claims.note(own(word), "subject", Effect("attributes", value, subject), status="no_effect", frame="look", rule="kept")
    else:
        reader.claims.none(word, "manner" if word.tag.startswith("RB") else "quality", "look")


def _dress_living(reader: Reader, subject: SubjectDraft, words: list[Word]) -> None:
    """Looks told of someone: age, build, colour of the coat, size."""
    for word in words:
        if reader.claims.has(word):
            continue
        years = word.kid("npadvmod") if word.lemma == "old" else None
        if years is not None and (number := years.kid("nummod")) is not None and (told := _years(number)) is not None:
            traits.put(
                reader.draft, subject, own(word), "age", told if subject.category == "person" else "young" if told < 1 else "old" if told > 9 else "adult"
            )
            reader.claims.none(years, "known", "person")
            continue
        atom = compound(reader, word) or word.atom or own(word)
        frame = animal if subject.category == "animal" else traits
        if frame.adjective(reader.draft, subject, atom) or frame is animal and _coat(reader, subject, word.atom or atom):
            reader.claims.mark(atom, subject.category, "traits")
        elif word.tag == "VBG" and (frame.verb(reader.draft, subject, own(word), word.lemma) or frame.deed(reader.draft, subject, own(word), word.lemma, None)):
            reader.claims.mark(word, subject.category, "pose")  # "a running dog"
        elif word.atom is not None and word.atom.can("size") and word.atom.norm not in ("tall", "short", "thin", "slim", "slender"):
            reader.wardrobe.subject(subject, [word.atom])
            reader.claims.mark(word, subject.category, "size")
        else:
            reader.claims.none(word, "manner" if word.tag.startswith("RB") else "quality", "look")
    return None


def _years(word: Word) -> float | None:
    return float(word.norm) if word.norm.isdigit() else float(NUMBERS[word.norm]) if word.norm in NUMBERS else None


def compound(reader: Reader, word: Word) -> Atom | None:
    """ "red-haired", "middle-aged": the words that a hyphen joins, as one; None if it is joined to none."""
    text, start = reader.draft.prompt, word.start
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    if "-" not in text[start : word.end] or start == word.start:
        return None
    whole = text[start : word.end]
    return Atom(start, word.end, whole, whole.lower(), (Sense("unknown", whole, {}),), False)


def _coat(reader: Reader, subject: SubjectDraft, atom: Atom) -> bool:
    colour = colour_of(atom)
    if colour is None or len(subject.traits.get("coat", {}).get("colours", ())) >= 4:
        return False
    return traits.put(reader.draft, subject, atom, "coat.colours", colour)


# ── contents ──


def _contents(reader: Reader, mention: Mention) -> bool:
    """ "a cup of coffee", "a vase filled with tulips": what a vessel holds. False if this is no such thing."""
    dep, prep = kinds.governor(mention.top)
    held = dep == "dobj" and verb(prep.lemma, "contain")
    if not held and (dep != "pobj" or prep.norm not in ("of", "with", "in")) or reader.sentence is None:
        return False
    holder = reader.actor(prep) if held else _holder(reader, prep)
    if holder is None or holder.subject is None or holder.subject.thing not in VESSELS | POURED_ON:
        return False
    atom, owner = mention.atom, holder.subject
    if any(a.startswith("contents:") for a in owner.attributes):
        return False
    pending = Pending("full_of" if prep.norm != "of" else "of", prep.atom or own(prep), [owner])
    if atom.norm in LIQUIDS and not (prep.norm == "in"):
        chunk = to_chunk(
            mention, atom.sense("thing") or Sense("thing", "cup", {"category": "food", "size": 0.1, "noun": atom.norm, "stand_in": True, "plural": False})
        )
        if reader.contents.pours(pending, chunk):
            mention.subject = None
            mention.kind = "contents"
            _told(reader, mention)
            return True
    return False


def _holder(reader: Reader, prep: Word) -> Mention | None:
    above = prep.head
    if above.noun:
        return reader.sentence.mention(above) if reader.sentence else None
    if above.verb and verb(above.lemma, "fill") or above.norm in ("full",):
        return reader.actor(above)
    return None


# ── parts, surfaces, looks ──


def part(reader: Reader, mention: Mention) -> None:
    """ "the truck's white doors": the look of a part."""
    owner = reader.owner(mention)
    subject = owner.subject if owner is not None else None
    sense = mention.atom.sense("part")
    if not mention.real or subject is None or subject.category in ("person", "animal") or subject.becomes is not None:
        return reader.claims.phrase(mention, mention.why or "part")
    if sense is None:
        return _unlisted_part(reader, mention, subject)
    chunk = to_chunk(mention, sense)
    chunk.modifiers = [a for a in chunk.modifiers if a.can(*LOOKS)]
    reader.subjects.part(subject, chunk)
    mention.subject = None
    mention.place = f"part:{sense.key}"
    _told(reader, mention)
    return None


def _unlisted_part(reader: Reader, mention: Mention, subject: SubjectDraft) -> None:
    """A part that nothing is built for is kept with its look."""
    name = kinds.lemma(mention)
    seen = classes.share(name, "artifact", "body", "plant", "food", "substance", "object") >= 0.5
    if not component(name) and (not seen or noun(name, "surface") or noun(name, "manner")):
        return reader.claims.phrase(mention, "part")
    dep, prep = kinds.governor(mention.top)
    if dep == "pobj" and prep.norm not in ("with", "of", "in") and not mention.modifiers:
        return reader.claims.phrase(mention, "part")  # "at its foot": a place at the thing
    surface_ = subject.parts.setdefault(name, SurfaceDraft())
    reader.claims.note(mention.head, "subject", Effect("parts", name, subject), status="no_effect", frame="part", rule="kept")
    looks = [w for w in mention.modifiers if w.atom is not None and w.atom.can("colour", "colour_modifier", "material", "pattern", "finish")]
    reader.wardrobe.surface(atoms_of(looks), surface_, f"parts.{name}.surface", "subject", subject)
    mention.place = f"part:{name}"
    _told(reader, mention)


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
    dress(reader, subject, mention.modifiers)


def look(reader: Reader, mention: Mention) -> None:
    """Colours and stuff named as nouns: "hues of red", "in velvet", "a deep crimson"."""
    target = _told_of(reader, mention)
    words = [*mention.modifiers, mention.head]
    looks = [w for w in words if w.atom is not None and w.atom.can("colour", "material", "colour_modifier", "pattern", "finish")]
    if not mention.real or target is None:
        return reader.claims.phrase(mention, mention.why or "look")
    if target.kind == "body":
        from diorama.language.frames.person import said

        said(reader, target, words)  # "her skin, a deep warm brown"
        return reader.claims.phrase(mention, "look")
    mention.place = target.place
    dep, prep = kinds.governor(mention.top)
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
        left = reader.wardrobe.surface(atoms, target.subject.surface, "surface", "subject", target.subject)
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


def _colour_of(reader: Reader, mention: Mention, governor: Word) -> Mention | None:
    """ "A dragon the colour of copper", "the lighthouse, the colour of honey": what stands just before it, whatever it hangs on."""
    prep = mention.top.head
    hue = reader.sentence.mention(prep.head) if reader.sentence and mention.top.dep == "pobj" and prep.norm == "of" else None
    if hue is None or hue.head.lemma not in ("colour", "color", "shade") or hue.determiner != "the" or kinds.governor(hue.top)[0] in ("pobj", "attr", "dobj"):
        return None
    before = [m for m in reader.sentence.mentions if m.head.i < hue.head.i and m.subject is not None and m.real]
    return before[-1] if before and hue.head.i - before[-1].head.i <= 4 else None


def _told_of(reader: Reader, mention: Mention) -> Mention | None:
    """Whose look it is: what the phrase is said of or hangs on."""
    dep, governor = kinds.governor(mention.top)
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
                    dep, governor = kinds.governor(found.top)
                    continue
                return found
            return reader.actor(above)
        if (beside := _colour_of(reader, mention, governor)) is not None:
            return beside
        if dep in ("attr", "oprd", "acomp"):
            return reader.actor(governor)
        if dep == "dobj" and (verb(governor.lemma, "have") or governor.lemma in ("paint", "dye", "tint", "colour", "color", "glow", "gleam", "shine", "turn")):
            return reader.actor(governor)
        if dep == "appos":
            return reader.sentence.mention(governor) if reader.sentence else None
        return None
    return None
