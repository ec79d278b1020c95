"""A new subject, and all that its phrase tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.chunks import Chunk
from diorama.language.draft import Effect, SubjectDraft
from diorama.language.dress import CAST
from diorama.language.frames import animal, traits
from diorama.language.frames.kinds.hues import PIECES
from diorama.language.frames.refer import NAMELESS
from diorama.language.frames.shown import loose, shows
from diorama.language.frames.things import dressing, standin
from diorama.language.frames.vocabulary import physical
from diorama.language.lexicon import Sense, without_singular
from diorama.language.match import Atom
from diorama.language.sculpted import SCULPTED_IN
from diorama.language.subjects import LIVING
from diorama.language.syntax.document import alive
from diorama.language.syntax.phrases import atoms_of, measures, own
from diorama.language.syntax.sentence import LOOKS, Mention
from diorama.language.syntax.word import Word
from diorama_catalogue import Tag, thing

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def _in_one(mention: Mention, subject: SubjectDraft) -> bool:
    """ "A bouquet of peonies": what the peonies are of is built, and is one."""
    return any(w.tag == "NN" and w.atom is not None and w.atom.can("thing") and w.atom.sense("thing").key == subject.thing for w in mention.measures)


def _filling(mention: Mention) -> bool:
    """ "A tray of champagne glasses": what a thing is full of is several."""
    prep = mention.top.head
    vessel = prep.head.atom if mention.top.dep == "pobj" and prep.norm == "of" and prep.head.noun else None
    return vessel is not None and vessel.can("thing") and not mention.measures


def _number(mention: Mention, subject: SubjectDraft) -> None:
    """One or several, where the noun's form or what it is of tells."""
    if any(w.tag == "NNS" and w.lemma in measures()["pile"] for w in mention.measures) and mention.number is None:
        subject.plural, subject.counted = True, False
    elif mention.kind == "unlisted" or mention.head.tag in ("NNS", "NNPS"):
        alone = mention.head.norm in without_singular() and not _filling(mention)
        one = _in_one(mention, subject) or Tag.ONE_PAIR in thing(subject.thing).tags or alone
        subject.plural = (mention.plural or subject.plural) and not one
        if _in_one(mention, subject) and mention.number is None and all(w.tag == "NN" for w in mention.measures):
            subject.count = 1


def new(reader: Reader, mention: Mention) -> SubjectDraft | None:
    sense = standin.sense(reader, mention)
    if sense is None:
        return None
    chunk = to_chunk(mention, sense)
    before = len(reader.draft.subjects)
    full = NAMELESS.get(mention.head.norm, mention.head.norm) if mention.rule == "somebody" else _full_noun(mention, sense)
    young = standin.kin(reader, mention)
    full = young or full
    living = (sense.data["category"] == "person" or alive(sense) or young is not None) and not _sculpted(mention)
    if living:
        chunk.modifiers = []
    subject = reader.subjects.make(chunk)
    if living and subject in reader.draft.subjects:
        if subject.category == "person":
            traits.begin(reader.draft, subject, chunk.head)
            reader.draft.note_as_applied(subject)  # people are built as themselves
        else:
            animal.begin(reader.draft, subject, chunk.head, full or subject.noun)
            if young is not None:  # built as the young of its kind
                reader.draft.note_as_applied(subject)
                reader.draft.diagnostics = [d for d in reader.draft.diagnostics if not (d.code == "stand-in" and d.span == subject.at)]
        dressing.dress(reader, subject, mention.modifiers)
    if full is not None and subject in reader.draft.subjects:
        subject.noun = full
        if living and mention.head.norm in NAMELESS and subject.category == "person":
            traits.begin(reader.draft, subject, chunk.head)  # "she": a woman
            subject.plural = full == "people"
    if len(reader.draft.subjects) == before and subject not in reader.draft.subjects:
        return None
    _number(mention, subject)
    _named_so(reader, mention, subject)
    if not living and subject.becomes is None:
        for word in mention.modifiers:
            if "scale" not in subject.size:
                reader.subjects.toy(subject, own(word))
            if word not in _sorts(mention) and not reader.claims.has(word) and physical(word):
                dressing.keep(reader, subject, word)
    told(reader, mention)
    return subject


def _named_so(reader: Reader, mention: Mention, subject: SubjectDraft) -> None:
    """ "A street musician", "construction workers": what somebody is goes by both words, and a place among them is where they are met."""
    if subject.category == "person":
        for word in _sorts(mention):
            if word.norm in subject.noun.split():
                if word.atom is not None and (place := word.atom.sense("setting")) is not None:
                    reader.draft.environment.setdefault("hint", place.key)
                reader.claims.note(word, "subject", Effect("noun", subject.noun, subject), frame=mention.kind, rule="its noun")


def _sculpted(mention: Mention) -> bool:
    """ "a bronze horse", "a ceramic cat", "a terracotta warrior": a sculpture as it is."""
    if mention.kind == "person":
        stuffs = (s.key for w in mention.modifiers if w.atom is not None and (s := w.atom.sense("material")) is not None)
        return any(stuff in SCULPTED_IN for stuff in stuffs)
    own = (w for w in mention.modifiers if w.atom is None or w.atom.norm == w.norm)  # not "chocolate" of a chocolate labrador
    made = mention.kind == "animal" and any({w.lemma, w.norm} & {*animal.tables()["made"]["of"]} for w in own)
    of = next((p for k in mention.head.those("acl") if k.lemma in ("make", "carve", "mould", "cast", "knit", "fold", "build") for p in k.those("prep")), None)
    stuff = of.kid("pobj") if of is not None and of.norm in ("of", "from", "in", "out") else None
    if stuff is not None and stuff.atom is not None and stuff.atom.can("material") and stuff.atom.sense("material").key not in LIVING:
        return True  # "a swan made of ice"
    if stuff is not None and stuff.lemma in PIECES and stuff.tag == "NNS":
        return True  # "a dragon made of car parts"
    cast = any(w.norm in CAST for w in mention.modifiers) and not any(w.norm in ("coloured", "colored", "coated") for w in mention.modifiers)
    return made or cast and mention.kind == "animal" or any(
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
    """Nouns before the head that tell which sort it is, and are no looks: "a fire extinguisher", "a water bowl"."""
    thing = mention.atom.sense("thing")
    category = thing.data["category"] if thing is not None else None
    return [
        w
        for w in mention.modifiers
        if w.noun
        and w.dep in ("compound", "nmod")
        and w.head is mention.head
        and not (mention.atom.start <= w.start < mention.atom.end)
        and (w.atom is None or not w.atom.can(*LOOKS) or loose(w.atom, category))
    ]


def told(reader: Reader, mention: Mention) -> None:
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
        and not (head.start <= w.start < head.end and w.atom is mention.atom)
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


def _measured(mention: Mention, chunk: Chunk) -> None:
    """ "a pair of sandals", "a stack of books"."""
    table = measures()
    for word in mention.measures:
        if word.lemma in table["pile"]:
            key = table["pile"][word.lemma]
            one = "a " if word.tag == "NN" else ""
            chunk.piling = Atom(word.start, word.end, word.text, f"{one}{word.norm} of", (Sense("piling", key, {}),), False)
        elif word.lemma in table["count"] and mention.number is None and mention.head.noun:
            number = table["count"][word.lemma]
            chunk.count, chunk.number = Atom(word.start, word.end, word.text, f"{word.norm} of", (Sense("count", f"_{number}", {}),), False), number
