"""Words about animals → fields of `scene.animal`: species and breed, age, sex, build, coat, ears, mouth, postures and deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.frames import traits, vocabulary
from diorama.language.lexicon import classes
from diorama.language.match import Atom
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama.scene import Colour
from diorama_catalogue.animals import animals, kind_of, stands_in
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

COVERED = frozenset((
    "fur", "coat", "plumage", "feather", "fleece", "hide", "scale", "wool", "pelt", "hair", "skin", "paw", "belly", "chest", "tail",
    "leg", "wing", "head", "back",
))  # fmt: skip
"""Parts whose colour is one of the coat's."""


def tables() -> dict[str, dict[str, Any]]:
    return vocabulary.animals()


def begin(draft: Draft, subject: SubjectDraft, at: Atom, noun: str) -> None:
    """What a noun says of an animal: "golden retriever puppy" is a dog of a breed, young; "calico cat" a cat with a coat of that kind."""
    subject.traits = {}
    words = singular(noun.lower()).split()
    while len(words) > 1 and words[0] in tables()["age"]:
        traits.put(draft, subject, at, "age", tables()["age"][words.pop(0)])
    while len(words) > 1 and words[0] in tables()["parent"]:
        traits.put(draft, subject, at, "sex", tables()["parent"][words.pop(0)])
    told, last = " ".join(words), words[-1]
    if last in tables()["young"]:
        subject.traits["age"] = "young"
    sex = next((s for s, names in tables()["sex"].items() if last in names), None)
    if sex is not None:
        subject.traits["sex"] = sex
    subject.traits["species"] = species(told)
    draft.retell(subject, "thing", subject.traits["species"])
    _sort(draft, subject, at, words)
    relative = stands_in(told)
    if relative is not None:
        kind = relative.replace("_", " ")
        article = "an" if kind[0] in "aeiou" else "a"
        draft.say("warning", "stand-in", f"{told!r} is not built itself yet: {article} {kind} stands in for it", subject.at, f"write {kind!r} to have it meant")


def more_exactly(draft: Draft, subject: SubjectDraft, at: Atom, noun: str) -> None:
    """ "My dog, a brown labrador": the breed of one named before."""
    told = singular(noun.lower())
    sense = at.sense("thing")
    alike = sense is not None and sense.key == subject.thing or subject.traits is not None and species(told) == subject.traits.get("species")
    if alike and subject.traits is not None and "breed" not in subject.traits and told not in (*subject.noun.split(), subject.traits.get("species")):
        _sort(draft, subject, at, told.split())


def young_of(noun: str, parent: SubjectDraft | None) -> str | None:
    """ "Her cubs", of a lioness: "lioness cub", which is read as the young of that species; None for a noun that tells of no young, and without a parent."""
    if noun == "cub" and parent is None:
        return "bear cub"
    known = parent.traits.get("species", parent.noun) if parent is not None and parent.traits is not None else parent.noun if parent is not None else ""
    if noun not in tables()["young"] or kind_of(known.replace("_", " ")) is None:
        return None
    own = tables()["young"][noun]
    kind = known.replace("_", " ")
    others = noun in tables()["of_many"] and all(classes.is_a(kind, above) for above in tables()["of_many"][noun])
    return noun if own and own != kind and kind_of(own) != kind_of(kind) and not others else f"{kind} {noun}"


def young_said(mention: Mention) -> str | None:
    """ "A lion cub", "a polar bear cub", "a goat kid": which says itself of what it is the young; None for others."""
    if mention.head.lemma not in tables()["young"]:
        return None
    before = [w.lemma for w in mention.modifiers if w.i < mention.head.i and w.tag[:2] in ("NN", "JJ", "FW")]
    known = [" ".join(before[k:]) for k in range(len(before))]
    named = (k for k in known if k in animals() or k in tables()["also"] or k in tables()["breed"])
    kind = next(named, None) or next((k for k in known[-1:] if kind_of(k) is not None), None)
    return f"{kind} {mention.head.lemma}" if kind is not None else None


def its_parent(reader: Reader, mention: Mention) -> bool:
    """ "A calf beneath its mother": an animal's is an animal."""
    if mention.owner is None or mention.head.lemma not in tables()["parent"]:
        return False
    owner = reader.owner(mention)
    return owner is not None and owner.subject is not None and owner.subject.category == "animal" and owner.subject.traits is not None


def breed(noun: str) -> bool:
    """True for a breed that a dictionary does not know."""
    return noun in tables()["breed"]


def species(noun: str) -> str:
    """The species that a noun (in the singular) names: its own name, or of a breed that of the family."""
    table, last, before = tables(), noun.split()[-1], " ".join(noun.split()[:-1])
    if last in table["young"] and before and (kind_of(before) is not None or before in table["also"]):  # "elephant calf"
        return species(before)
    named = table["young"].get(last) or table["also"].get(noun) or table["breed"].get(noun) or table["also"].get(last) or table["breed"].get(last)
    if named:
        return named.replace(" ", "_")
    if last in table["young"] and " " in noun:  # "bear cub"
        return species(" ".join(noun.split()[:-1]))
    family = _family(noun)
    if family is not None:
        return family
    return (noun if kind_of(noun) is not None and kind_of(noun) != kind_of(last) else last if kind_of(last) is not None else noun).replace(" ", "_")


def _family(noun: str) -> str | None:
    """The species with breeds that a noun is a kind of: a siamese is a cat, a tiger a "big cat" and none."""
    steps = classes.above(noun, "animal")[:6] or classes.above(noun.split()[-1], "animal")[:6]
    return next((w for step in steps for w in tables()["family"]["of"] if step[0] in (w, f"domestic {w}", f"house {w}")), None)


def _sort(draft: Draft, subject: SubjectDraft, at: Atom, words: list[str]) -> None:
    """Which sort of its species the noun names: a marking, a colour, a breed."""
    table, kind = tables(), subject.traits["species"].replace("_", " ")
    own = {kind, *kind.split(), *(w for w in words if w in table["young"] or w in table["also"])}
    whole = " ".join(words)
    sort = " ".join(w for w in words if w not in own)
    if table["breed"].get(sort) == kind or animals().get(sort) not in (None, kind):
        left = [sort]
    elif table["breed"].get(whole) == kind:
        left = [whole]
    else:
        left = [] if table["also"].get(whole) == kind else [w for w in words if w not in own]
    if (named := traits.named(table["coated"].get(" ".join(w for w in words if w not in table["young"]), ""))) is not None:
        traits.put(draft, subject, at, "coat.colours", named)
        left = [word for word in left if word in table["young"]]
    for word in list(left):
        if word in table["marking"]:
            traits.put(draft, subject, at, "coat.marking", table["marking"][word])
        elif word in table["length"]:
            traits.put(draft, subject, at, "coat.length", table["length"][word])
        elif word not in (whole, sort) and (colour := traits.named(word)) is not None:
            traits.put(draft, subject, at, "coat.colours", colour)
        else:
            continue
        left.remove(word)
    if left and kind in table["family"]["of"]:
        traits.put(draft, subject, at, "breed", "_".join(left).replace(" ", "_"))


FIELDS = (("age", "age"), ("build", "build"), ("marking", "coat.marking"), ("length", "coat.length"), ("texture", "coat.texture"), ("posture", "posture"))


def adjective(draft: Draft, subject: SubjectDraft, atom: Atom) -> bool:
    """ "fluffy", "spotted", "long-haired", "old": a word told of an animal as a whole. False if it says nothing of one."""
    table, word = tables(), atom.norm
    if table["posture"].get(word) == "sleeping" and subject.traits.get("posture") == "curled_up":  # who is curled up has the eyes closed
        draft.note(atom, "subject", Effect("posture", "curled_up", subject))
        return True
    for name, path in FIELDS:
        if word in table[name]:
            return traits.put(draft, subject, atom, path, table[name][word])
    if word in table["alert"]:
        return traits.act(draft, subject, atom, "deeds", table["alert"][word], None)
    if word in table["parent"]:
        return traits.put(draft, subject, atom, "sex", table["parent"][word])
    if word.endswith("-eyed") and (colour := traits.named(word.removesuffix("-eyed"))) is not None:
        return traits.put(draft, subject, atom, "eye_colour", colour)
    if word.endswith("-eared") and word.removesuffix("-eared") in table["ears"]:
        return traits.put(draft, subject, atom, "ears", table["ears"][word.removesuffix("-eared")])
    if atom.norm == "black and white" or word == "bicolored":
        for colour in ("black", "white"):
            traits.put(draft, subject, atom, "coat.colours", traits.named(colour))
        return traits.put(draft, subject, atom, "coat.marking", "bicolour")
    kind, breed = subject.traits.get("species", ""), singular(word)
    if kind in table["family"]["of"] and not atom.can("colour") and (table["breed"].get(breed) == kind or _family(breed) == kind):
        return traits.put(draft, subject, atom, "breed", breed.replace(" ", "_"))
    return False


def part(draft: Draft, subject: SubjectDraft, atom: Atom, word: str, told: list[tuple[Atom, Any]]) -> bool:
    """What a part of its body says: "blue eyes", "floppy ears", "its tongue out", "black spots". `told`: its modifiers with their colours, if they are any."""
    if word == "tongue":
        return traits.put(draft, subject, atom, "mouth", "tongue_out")
    rows = [row for other, colour in told if (row := _of_part(word, other, colour)) is not None]
    marking = tables()["marking"].get(word)
    if marking is not None:
        rows.append((atom, "coat.marking", marking))
    done = [traits.put(draft, subject, other, path, value) for other, path, value in rows]
    if any(done) and (atom.start, atom.end) not in draft.notes:
        draft.note(atom, "subject", Effect("noun", subject.noun, subject))
    return any(done)


def _of_part(word: str, other: Atom, colour: Colour | None) -> tuple[Atom, str, Any] | None:
    """The field that a word told of a part sets."""
    if word == "eye":
        return (other, "eye_colour", colour) if colour is not None else (other, "eyes", "closed") if other.norm in ("closed", "shut") else None
    if word == "ear":
        return (other, "ears", tables()["ears"][other.norm]) if other.norm in tables()["ears"] else None
    if word in ("mouth", "beak", "jaw"):
        return (other, "mouth", "open") if other.norm in ("open", "wide", "gaping") else None
    if word == "mane":
        return (other, "coat.mane", colour) if colour is not None else None
    covered = word in COVERED or word in tables()["marking"]
    return (other, "coat.colours", colour) if covered and colour is not None else None


def verb(draft: Draft, subject: SubjectDraft, atom: Atom, lemma: str) -> bool:
    """What it does by itself: a posture. False if the verb is of no such kind."""
    posture = tables()["posture_verb"].get(lemma)
    if posture in BY_KIND:
        posture = _by_kind(subject, posture, BY_KIND[posture])
    return posture is not None and traits.put(draft, subject, atom, "posture", posture)


BY_KIND = {"circling": "walking", "hurrying": "running", "winding": "walking"}
"""Ways of going that differ by the kind, each a table, with what is usual."""


def _by_kind(subject: SubjectDraft, table: str, usual: str) -> str:
    """What a table says of the kind that an animal is of; else what is usual."""
    noun = singular(subject.noun.split()[-1])
    return next((how for kind, how in tables()[table].items() if noun == kind or classes.is_a(noun, kind)), usual)


def deed(draft: Draft, subject: SubjectDraft, atom: Atom, lemma: str, target: SubjectDraft | None, what: Word | None = None) -> bool:
    """What it does to or with something. False if the verb is of no such kind. Prey is hunted; a thing that is caught is in its mouth, in a leap."""
    name = tables()["deed"].get(lemma)
    if name == "crying":
        name = _by_kind(subject, "crying", "roaring")
    if name == "hunting" and target is not None and target.category not in ("animal", "person"):
        name = "carrying"
        if subject.traits is not None and subject.traits.get("posture") is None:
            traits.put(draft, subject, atom, "posture", "leaping")
    return traits.act(draft, subject, atom, "deeds", name, target)
