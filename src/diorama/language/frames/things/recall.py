"""The subject that a phrase names again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.fillings import LIQUIDS
from diorama.language.frames import animal, members, phrase, traits
from diorama.language.frames.refer import NAMES, same
from diorama.language.frames.things import dressing, standin
from diorama.language.frames.vocabulary import component, verb
from diorama.language.heed import own_part
from diorama.language.lexicon import classes
from diorama.language.surfaces import VESSELS
from diorama.language.syntax.bare import GROUPS
from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

UNNAMED = frozenset(("sitter", "model", "subject", "figure", "person", "individual", "human", "someone", "character", "user"))


NAMED = frozenset(("girl", "boy", "woman", "man", "child", "lady", "gentleman", "toddler", "teenager"))


def known(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The subject named again: definitely, by an apposition, or as what something is."""
    dep, governor = mention.top.dep, mention.top.head
    if _somebody_else(reader, mention):
        return None
    if animal.its_parent(reader, mention):
        return _grown(reader, mention)
    if mention.rule == "somebody" and (again := _by_name(reader, mention)) is not None:
        return again
    if (drawn := drawn_from(reader, mention) or members.one_listed(reader, mention)) is not None:
        return drawn
    dep = "" if dep == "attr" and governor.kid("expl") is not None else dep  # "there is a bench": nothing is said to be one
    if mention.head.lemma in ("male", "female") and mention.determiner is None:
        living = [m.subject for m in reader.mentions if m.subject is not None and m.subject.traits is not None and m.subject in reader.draft.subjects]
        if living:
            living[-1].traits.setdefault("sex", mention.head.lemma)
            return living[-1]
    if dep == "appos" and reader.sentence.mention(governor) is not None and reader.sentence.mention(governor).kind == "listed":
        return None
    if dep == "appos" or dep == "attr" and governor.lemma == "be":
        other = reader.sentence.mention(governor) if dep == "appos" else reader.actor(governor)
        both = dep == "appos" and other is not None and mention.determiner == "a" == other.determiner
        listed = both and (not _sort_of(mention, other) or _filled(mention, other))
        listed = listed or dep == "appos" and _beside(mention, other)
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
    if _named_again(mention):
        return same(reader, mention) or _house(reader, mention)
    return None


def _house(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "A cabin, a dog asleep by the door": the cabin's, so that it is by the cabin."""
    if mention.determiner != "the" or mention.modifiers:
        return None
    houses = [s for s in reader.draft.subjects if s.category == "building" and s.becomes is None]
    return houses[-1] if len(houses) == 1 and own_part(houses[0].thing, mention.head.lemma) is not None else None


def _named_again(mention: Mention) -> bool:
    """ "The door", "its doors", "doors"; "there is no wall around it; just a door"."""
    if mention.determiner == "a":
        return any(k.norm in ONLY and k.i < mention.head.i for k in mention.head.kids)
    if mention.determiner in ("the", "its", "each") or mention.determiner is None and mention.plural and mention.number is None and not mention.modifiers:
        return True
    return False


ONLY = frozenset(("just", "only", "simply", "merely"))


def drawn_from(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """Of the vessel that somebody drinks from, what they drink, which was given a vessel of its own before this one was named: "drinking coffee from a mug"."""
    dep, prep = phrase.governor(mention.top)
    thing = mention.atom.sense("thing")
    if dep != "pobj" or prep.norm not in ("from", "of", "out of", "out", "in") or thing is None or thing.key not in VESSELS or reader.sentence is None:
        return None
    doing = next((w for w in (prep.head, prep.head.head) if w.verb), None)
    drunk = doing.kid("dobj") if doing is not None and verb(doing.lemma, "hold") else None
    first = reader.sentence.mention(drunk) if drunk is not None and drunk.norm in LIQUIDS else None
    return first.subject if first is not None and first.subject in reader.draft.subjects else None


def _sort_of(mention: Mention, other: Mention) -> bool:
    """True if one of two nouns is a sort of the other: "a truck, a vehicle", and no "a desk, a chair"."""
    one, two = phrase.lemma(mention), phrase.lemma(other)
    first, second = mention.atom.sense("thing"), other.atom.sense("thing")
    if mention.kind == "person" or one == two or first is not None and second is not None and first.key == second.key:
        return True
    return (
        one in NAMES
        or any(one in step for line in classes.lines(two)[:2] for step in line)
        or any(two in step for line in classes.lines(one)[:2] for step in line)
    )


def _grown(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "Two penguins over a chick that stands on its father's feet": one of those that are grown."""
    own = reader.owner(mention)
    beasts = (s for s in reader.draft.subjects if s.category == "animal" and own is not None and s is not own.subject)
    return next((s for s in beasts if (s.traits or {}).get("age") != "young"), None)


def _by_name(reader: Reader, mention: Mention) -> SubjectDraft | None:
    alike = (m.subject for m in reader.mentions if m.rule == "somebody" and m.head.norm == mention.head.norm)
    return next((s for s in alike if s in reader.draft.subjects), None)


def _somebody_else(reader: Reader, mention: Mention) -> bool:
    """ "A dog with its puppies", "a tiger in the grass, its cubs behind it": what somebody has is somebody else."""
    if mention.owner is None:
        return False
    if standin.parent(reader, mention) is not None:
        return True
    owner = reader.owner(mention) if mention.top.dep == "appos" else None
    first = reader.sentence.mention(mention.top.head) if reader.sentence is not None else None
    if owner is not None and first is not None and mention.kind == "thing" and first.kind == "thing" and not _sort_of(mention, first):
        return True  # "plays the saxophone, his case open at his feet"
    return owner is not None and first is not None and owner.subject is not None and owner.subject is first.subject


def _beside(mention: Mention, other: Mention | None) -> bool:
    """ "The dog, a cat and a rabbit": one in a list, and not what the first is; unlike "two friends, a boy and a girl"."""
    one = other is not None and other.subject is not None and other.subject.count == 1 and not other.subject.plural
    if one and mention.kind == "thing" and (mention.number or 1) > 1 and not component(mention.head.lemma, other.subject.category):
        return True  # "a teapot, two cups"
    return one and mention.determiner == "a" and mention.top.kid("conj") is not None


def _filled(mention: Mention, other: Mention) -> bool:
    """ "A plate of pasta, a dish of olives": two, each with its own."""
    return of_object(mention.head) is not None and of_object(other.head) is not None


def _alike(mention: Mention, subject: SubjectDraft) -> bool:
    """True if one thing can be both: a vehicle and a red truck, but no mug and a table."""
    thing = mention.atom.sense("thing")
    if (mention.kind in ("person", "animal")) != (subject.category in ("person", "animal")) or mention.head.lemma in GROUPS and subject.count == 1:
        return False
    return thing is None or thing.data["category"] == subject.category or thing.key == subject.thing


def again(reader: Reader, mention: Mention, subject: SubjectDraft) -> None:
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
    elif mention.top.dep == "appos" and mention.kind == subject.category == "person" and mention.head.lemma in NAMED:
        told, noun = dict(subject.traits), subject.noun  # "his apprentice, a girl with an apron": as old as girls are
        subject.noun = mention.head.lemma
        traits.begin(reader.draft, subject, mention.atom)
        subject.noun = noun
        subject.traits.update(told)
    if mention.top.dep == "appos" and mention.kind == subject.category == "animal":
        animal.more_exactly(reader.draft, subject, mention.atom, mention.head.lemma)
    if mention.top.dep == "attr" and mention.determiner == "a" and mention.kind == subject.category == "person":
        subject.noun = mention.head.lemma  # "the only customer is a diver"
        for told in reader.draft.told.get(id(subject), ()):
            if told.path == "noun":
                told.value = subject.noun
    if drawn_from(reader, mention) is subject:
        _into(reader, mention, subject)
    effect = Effect("noun", subject.noun, subject)
    for word in [mention.head, *mention.measures, *([mention.count] if mention.count is not None else [])]:
        reader.claims.note(word, "subject", effect, frame=mention.kind, rule="known")
    dressing.dress(reader, subject, mention.modifiers)


def _into(reader: Reader, mention: Mention, subject: SubjectDraft) -> None:
    """What is drunk is in the vessel that is named."""
    thing = mention.atom.sense("thing")
    assert thing is not None
    subject.noun, subject.thing, subject.length = thing.data["noun"], thing.key, thing.data["size"]
    for path in ("noun", "thing"):
        reader.draft.retell(subject, path, getattr(subject, path))
