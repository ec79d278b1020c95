"""Who is meant: by a pronoun, by "the vehicle", by an apposition."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from diorama.language import fitting
from diorama.language.draft import SubjectDraft
from diorama.language.frames import members, several
from diorama.language.frames.phrase import SPEAKER
from diorama.language.frames.vocabulary import OF_SIDE, component, relation
from diorama.language.lexicon import classes, without_singular
from diorama.language.sculpted import FIGURE
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
THEY = frozenset(("they", "them", "their", "themselves", "these", "those", "both", "ones"))
FEMALE = frozenset((
    "woman", "girl", "lady", "mother", "wife", "queen", "bride", "grandmother", "actress", "waitress", "princess", "daughter", "ballerina", "female",
))  # fmt: skip
MALE = frozenset(("man", "boy", "gentleman", "father", "husband", "king", "groom", "grandfather", "guy", "actor", "waiter", "son", "male"))
NAMES = {
    "vehicle": ("vehicle",), "animal": ("animal",), "creature": ("animal",), "pet": ("animal",), "feline": ("animal",), "canine": ("animal",), "bird": ("animal",), "figure": ("person", "figure", "animal"), "character": ("person", "animal"),
    "person": ("person",), "individual": ("person",), "subject": ("person", "animal"), "fruit": ("food",), "food": ("food",), "dish": ("food", "tableware"), "instrument": ("instrument",), "building": ("building",), "structure": ("building", "street", "furniture"),
    "flower": ("plant",), "bloom": ("plant",), "plant": ("plant",), "tree": ("plant",), "device": ("electronics",), "machine": ("electronics", "vehicle", "tool"), "appliance": ("electronics", "furniture"), "garment": ("wear",), "footwear": ("wear",), "vessel": ("tableware", "vehicle"), "container": ("tableware",),
    "item": ("tableware", "wear", "electronics", "paper", "tool", "food"), "object": ("tableware", "wear", "electronics", "paper", "tool", "shape", "instrument"), "statue": ("figure",), "sculpture": ("figure",), "craft": ("vehicle",), "boat": ("vehicle",), "car": ("vehicle",), "toy": ("figure", "tool"), "pastry": ("food",),
    "piece": ("furniture", "figure", "wear"), "utensil": ("tableware",), "gadget": ("electronics", "tool"), "weapon": ("tool",), "timepiece": ("electronics", "furniture"), "monument": ("building", "figure"), "beast": ("animal",), "pair": ("person", "wear", "animal"), "duo": ("person", "animal"), "trio": ("person", "animal"), "group": ("person", "animal"),
}  # fmt: skip
"""Common nouns that name again what was named more exactly: categories of what they can mean."""


def antecedent(reader: Reader, mention: Mention) -> None:
    """Fill in whom a pronoun means: `ref`, the phrase, and its subject and place."""
    if several.partitive(mention.head) or several.single(mention.head):
        mention.subject = members.meant(reader, mention) or _of_a_pair(reader, mention)
        return
    if several.elliptic(mention.head):
        mention.subject = members.at_side(reader, mention) or _of_a_pair(reader, mention)
        return
    found = _of_two(reader, mention) or _relative(reader, mention) or _pronoun(reader, mention)
    if found is None and mention.head.dep == "pobj" and mention.head.norm in ("it", "them"):
        mention.subject = _of_the_fragment(reader, mention)
    if found is not None and found.subject is not None and found.subject.traits is not None and found.subject.category == "person" and found.subject.count == 1:
        sex = "female" if mention.head.norm in SHE else "male" if mention.head.norm in HE else None
        if sex is not None:
            found.subject.traits.setdefault("sex", sex)
    if found is not None:
        mention.ref = found
        mention.subject, mention.place, mention.real, mention.why = found.subject, found.place, found.real, found.why


FIRST, SECOND = frozenset(("first", "one")), frozenset(("second", "other"))


def _of_a_pair(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "A sailor stands beside a bride. The first sings, the other types": of two who were named, the one or the other."""
    living = [s for s in reader.draft.subjects if s.traits is not None]
    one = mention.head.norm in FIRST
    if len(living) != 2 or any(s.count > 1 or s.plural for s in living) or not (one or mention.head.norm in SECOND):
        return None
    return living[not one]


def _of_the_fragment(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "A statue. Behind it sits a girl": what was named before without a sentence."""
    several_ = mention.head.norm == "them"
    named = [s for s in reader.draft.subjects if s.at is not None and s.at[1] < mention.head.start and s.category != "person" and not s.implied]
    return next((s for s in reversed(named) if several_ == (s.count > 1 or s.plural)), None)


def _of_two(reader: Reader, mention: Mention) -> Mention | None:
    """ "The former", "the latter": of the first two that are listed last."""
    if not several.of_two(mention.head):
        return None
    named = [m for m in reader.mentions if m.real and m.subject in reader.draft.subjects and m.kind in ("person", "animal", "thing")]
    last = next((m for m in reversed(named) if m.top.dep == "conj" and m.top.head.noun), None)
    first = next((m for m in named if last is not None and m.top is last.top.head), None)
    found = first if mention.head.norm == "former" else last
    if found is not None:
        reader.claims.joins(mention.head, "person", "of two")
    return found


NAMELESS = {
    "he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman", "hers": "woman", "they": "people", "their": "people",
}  # fmt: skip
"""Who is meant by a pronoun where nobody was named: "She stands by a window"."""


def nameless(reader: Reader, mention: Mention) -> bool:
    """True for "he", "she" or "they" of whom nobody was named before, and who do something or have a body: somebody of that sex is in the picture."""
    word, top = mention.head, mention.top
    if word.norm not in NAMELESS or mention.ref is not None or mention.subject is not None or not _only_of_the_other_sex(reader, word):
        return False
    if any(m.kind == "person" and m.subject is None or m.head.tag.startswith("NNP") for m in reader.mentions):
        return False  # who is not in the picture may be meant
    if word.dep == "poss":
        return word.norm in ("his", "her") and classes.share(word.head.lemma, "body") > 0.5 and word.head.dep in ("nsubj", "nsubjpass", "dobj")
    if word.dep != "nsubj" or not top.head.verb:
        return False
    verb = top.head if top.head.lemma != "be" or top.head.kid("acomp") is None else top.head.kid("acomp")
    return word.norm != "they" or classes.verb(verb.lemma) in ("motion", "consumption", "communication", "perception", "emotion", "body", "competition") and top.head.tag != "VBN"


def _only_of_the_other_sex(reader: Reader, word: Word) -> bool:
    """True where nobody that was named can be meant: "the bride holds flowers and he wears a suit"."""
    living = [s for s in reader.draft.subjects if s.traits is not None]
    other = "female" if word.norm in HE else "male" if word.norm in SHE else None
    if not living:
        return True
    return other is not None and word.dep == "nsubj" and all(s.category == "person" and s.count == 1 and _sex(s) == other for s in living)


def _relative(reader: Reader, mention: Mention) -> Mention | None:
    """ "a table that has …", "a man whose hat …": the noun that the clause hangs on."""
    if mention.head.norm not in ("that", "which", "who", "whom", "whose") or reader.sentence is None:
        return None
    word = mention.head
    while not word.root and word.dep != "relcl":
        word = word.head
    found = reader.sentence.mention(word.head) if word.dep == "relcl" else None
    return found if found is not mention else None


def _pronoun(reader: Reader, mention: Mention) -> Mention | None:
    word = mention.head.norm
    if word in SPEAKER:
        return None
    if word in ("this", "that", "which", "there", "one", "each"):
        return _last(reader, mention, lambda s: True) if word in ("one", "each") else None
    if (whole := _of_the_whole(reader, mention)) is not None:
        return whole
    if word == "its" and (other := _with_such_a_part(reader, mention)) is not None:
        return other
    if word in HE or word in SHE:
        other, sex = (FEMALE, "female") if word in HE else (MALE, "male")
        return (
            _last(reader, mention, lambda s: s.category == "person" and s.count == 1 and not s.plural and _last_word(s) not in other and _sex(s) != sex)
            or _last(reader, mention, lambda s: s.category == "animal" and s.count == 1 and not s.plural)
            or _last(reader, mention, lambda s: s.category == "animal")
        )
    if word in THEY:
        counted = _last(reader, mention, lambda s: s.plural or s.count > 1 or bool(s.fellows), _listed)
        return (
            _later_people(reader, mention, counted)
            or counted
            or _last(reader, mention, lambda s: s.category == "person")
            or _last(reader, mention, lambda s: True)
        )
    return _fitting(reader, mention)


def _fitting(reader: Reader, mention: Mention) -> Mention | None:
    """What "it" means: who it would be by the grammar, and how well what is placed stands so to it. "A kettle on a bench, a cat under it": under the bench."""
    plain = _ranked(reader, mention, lambda s: s.category != "person" and not (s.plural or s.count > 1 or s.noun in without_singular()))
    ranked = plain or _ranked(reader, mention, lambda s: s.category != "person")
    placing = _placing(reader, mention)
    if placing is None or len(ranked) < 2:
        return ranked[0][0] if ranked else None
    kind, placed = placing
    found = fitting.likeliest(ranked, lambda m: fitting.fit(kind, placed, fitting.of(m.subject)) if m.subject is not None else 0.0)
    if found is None:
        return None
    mention.unsure = found[1]
    return found[0]


def _placing(reader: Reader, mention: Mention) -> tuple[str, fitting.Sized | None] | None:
    """Where something is of what a pronoun means, and what it is that is there; None where the pronoun tells no place."""
    prep = mention.head.head
    if mention.head.dep != "pobj" or reader.sentence is None:
        return None
    kind, above = relation(prep.norm), prep.head
    if prep.norm == "of" and above.norm in OF_SIDE:
        kind, above = OF_SIDE[above.norm], above.head.head if above.dep == "pobj" else above.head
    elif prep.norm in ("to", "of") and not above.verb and not above.noun:
        kind, above = "beside" if prep.norm == "to" else kind, above.head
    if kind is None:
        return None
    own = _right_before(reader, prep.head, prep) or (reader.sentence.mention(above) if above.noun else reader.actor(above))
    if own is None:
        return kind, None
    return kind, fitting.of(own.subject) if own.subject is not None else fitting.of_word(own.atom)


def _later_people(reader: Reader, mention: Mention, counted: Mention | None) -> Mention | None:
    """ "A stall with lemons. The seller hands a tourist a bag. A donkey waits behind them": those two, and not what the sentence before them counts."""
    if counted is None or counted.sentence is reader.sentence or counted.subject is not None and counted.subject.category in ("person", "animal"):
        return None
    found = _last(reader, mention, lambda s: s.category == "person")
    later = found is not None and found.sentence is not counted.sentence and reader.mentions.index(found) > reader.mentions.index(counted)
    alive = {m.subject for m in reader.mentions if later and m.sentence is found.sentence and m.subject is not None and m.subject.category == "person"}
    return found if len(alive) > 1 else None


def _sex(s: SubjectDraft) -> str | None:
    return (s.traits or {}).get("sex")


def _with_such_a_part(reader: Reader, mention: Mention) -> Mention | None:
    """ "A van is parked on a street. A ladder lies across its roof": that of the van, since a ladder has none."""
    part = mention.head.head
    if mention.head.dep != "poss" or part.dep != "pobj" or not part.noun:
        return None
    near = _last(reader, mention, lambda s: s.category not in ("person", "animal"))
    if near is None or near.subject is None or component(part.lemma, near.subject.category):
        return None
    return _last(reader, mention, lambda s: s.count == 1 and component(part.lemma, s.category) and part.lemma in COVERS)


COVERS = frozenset(("roof", "bonnet", "hood", "tailgate", "deck", "mast", "windscreen", "windshield", "bumper", "chimney", "seat", "lid", "rim", "brim"))
"""Parts that few things have, and by which one can tell which is meant."""


def _of_the_whole(reader: Reader, mention: Mention) -> Mention | None:
    """ "A chair with a coat hanging over its back": inside what a thing has, a pronoun means the thing."""
    word = mention.head
    if word.norm not in ("it", "its", "they", "them", "their"):
        return None
    passed = 0
    while not word.root and passed < 8:
        having = word.norm == "with" and word.dep == "prep"
        turned = having and word.head.verb and (last := word.head.kid("nsubj")) is not None and word.head.i < last.i < word.i
        if having and (word.head.noun or turned):  # "on the desk lies a notebook with a pen across it"
            found = reader.sentence.mention(word.head.kid("nsubj") if turned else word.head) if reader.sentence else None
            plural = found is not None and found.subject is not None and (found.subject.count > 1 or found.subject.plural)
            fits = found is not None and found.subject in reader.draft.subjects and plural == (mention.head.norm not in ("it", "its"))
            return found if fits and word.i < mention.head.i else None
        passed += 1
        if word.dep in ("nsubj", "nsubjpass") and word.head.tag in ("VBZ", "VBP", "VBD"):
            return None
        word = word.head
    return None


def _last_word(subject: SubjectDraft) -> str:
    return subject.noun.split()[-1]


REMEMBERED = 200
"""Phrases among which a pronoun's is looked for."""


def _listed(m: Mention) -> bool:
    """ "A man and a dog walk": several together."""
    return m.top.dep in ("nsubj", "nsubjpass", "ROOT") and bool(m.top.those("conj"))


def _last(reader: Reader, mention: Mention, fits, also=lambda m: False) -> Mention | None:
    """The likeliest phrase about a subject that fits, by grammar alone."""
    return next((m for m, _ in _ranked(reader, mention, fits, also)), None)


def _ranked(reader: Reader, mention: Mention, fits, also=lambda m: False) -> list[tuple[Mention, float]]:
    """Phrases about a subject that fits, each with how likely it is meant: in its own sentence the grammatical subject, then the nearest, then others."""
    barred = _barred(reader, mention)
    earlier = [
        m
        for m in reader.mentions[-REMEMBERED:]
        if m.subject not in barred
        and isinstance(m.subject, SubjectDraft)
        and m.subject in reader.draft.subjects
        and m.kind not in ("part", "surface", "body", "look")
        and (fits(m.subject) or also(m))
    ]
    here = [m for m in earlier if m.sentence is reader.sentence and m.head.i < mention.head.i]
    out: list[tuple[Mention, float]] = []
    for found, whole in ((here, 1.0), ([m for m in earlier if m not in here], 0.5)):
        sentence = found if found is here else [m for m in found if m.sentence is found[-1].sentence]
        if sentence:
            led = [m for m in sentence if _leads(m)]
            first = (led[-1] if led else sentence[-1]) if found is here else (led[0] if led else sentence[0])
            scale = whole if not out else 0.5 * whole
            out += [(first, scale), *((m, 0.7 * scale) for m in reversed(sentence) if m is not first)]
    return out


def _leads(m: Mention) -> bool:
    """True of the subject of a clause: "a mug stands", "there is a mug"."""
    return m.top.dep in ("nsubj", "nsubjpass", "ROOT") or m.top.dep == "attr" and m.top.head.kid("expl") is not None


EDGES = frozenset(("edge", "side", "top", "surface", "centre", "center", "middle", "base", "rim", "end", "corner", "foot", "left", "right", "midst"))


def _barred(reader: Reader, mention: Mention) -> list[SubjectDraft]:
    """Whom a pronoun cannot mean: who does or is what it is the object of ("a post stands behind it"), and the noun that it hangs on."""
    dep, governor = mention.top.dep, mention.top.head
    if mention.head.norm in ("its", "their") and dep == "poss" and governor.dep == "pobj" and governor.lemma in EDGES | COVERS:
        dep, governor = "pobj", governor.head  # "a towel folded on its edge": that of something else
    aside = dep == "poss" and mention.head.norm in ("his", "her") and governor.norm in ("left", "right", "side")
    if aside and governor.dep == "pobj" and governor.head.head.noun:
        return _all_of(reader, reader.sentence.mention(governor.head.head)) if reader.sentence is not None else []  # "a nurse on his left": another's
    if mention.head.norm.endswith(("self", "selves")) or dep not in ("pobj", "dobj", "dative"):
        return []
    above = governor.head if dep == "pobj" else governor
    while dep == "pobj" and above.noun and governor.norm == "of" and above.lemma in SIDES and above.dep == "pobj":
        governor = above.head  # "in front of it": that which stands there
        above = governor.head
    if reader.sentence is not None and (beside := _right_before(reader, above, governor)) is not None:
        put = beside.head.head.head
        return [*_all_of(reader, reader.actor(put)), *_all_of(reader, beside), *_in_subject(reader, put, mention)]
    if above.noun and reader.sentence is not None:
        placed = above.head.head if above.dep == "pobj" and above.head.head.verb else None
        return [*_all_of(reader, reader.sentence.mention(above)), *(_in_subject(reader, placed, mention) if placed is not None else [])]
    put = reader.sentence.mention(above.kid("dobj")) if dep == "pobj" and reader.sentence is not None else None
    found = _all_of(reader, reader.actor(above))
    if put is not None:
        return [*(_all_of(reader, put)), *found[:0 if mention.head.tag == "PRP" else None]]
    return [*found, *_in_subject(reader, above, mention)]


def _right_before(reader: Reader, above: Word, prep: Word) -> Mention | None:
    """The phrase that "next to it" goes on from: "a cat sleeps on the chair next to it" is beside neither the cat nor the chair."""
    assert reader.sentence is not None
    first = above if above.norm in ("next", "adjacent", "close") else prep
    ends = next((m for m in reversed(reader.sentence.mentions) if m.head.i == first.i - 1), None)
    at = ends.head.head if ends is not None and ends.head.dep == "pobj" else None
    return ends if at is not None and at.norm in ("on", "in") and at.head.verb and ends.kind == "thing" else None


def _in_subject(reader: Reader, verb_: Word, mention: Mention) -> list[SubjectDraft]:
    """All that is named within the subject of a verb: "a tray of cookies stands in front of them" is before nobody's cookies."""
    subject = verb_.kid("nsubj", "nsubjpass")
    if subject is None or reader.sentence is None or mention.head in subject.subtree():
        return []
    inside = (reader.sentence.mention(w) for w in subject.subtree() if w.tag != "PRP$")  # "their lander stands behind them": the same
    return [m.subject for m in inside if m is not None and m.subject is not None]


SIDES = frozenset(("front", "top", "back", "side", "middle", "centre", "center", "left", "right", "rear", "foot", "edge", "end", "midst", "bottom"))


def _all_of(reader: Reader, found: Mention | None) -> list[SubjectDraft]:
    return [m.subject for m in reader.group(found) if m.subject is not None]


def same(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The subject that a definite phrase names again; None if it names a new one."""
    lemma = mention.head.lemma
    thing = mention.atom.sense("thing")
    subjects = reader.draft.subjects
    if (one := members.at_side(reader, mention)) is not None:
        return one
    if mention.kind == "person" and (person := _one_person(mention, subjects)) is not None:
        return person
    noun = thing.data["noun"] if thing is not None else lemma
    single = _singular(noun)
    somebody = mention.kind == "person" or thing is not None and thing.key == FIGURE
    whose = mention.owner.subject if mention.owner is not None and somebody else None  # "a boxer and her coach" are two
    ranks = (
        lambda s: _singular(s.noun) == single or s.noun == noun,
        lambda s: _singular(s.noun).split()[-1] == single.split()[-1] and (" " not in single or " " not in s.noun),
        lambda s: len(single) > 3 and " " not in single and _singular(s.noun).endswith(single),
        lambda s: thing is not None and s.thing == thing.key and not thing.data.get("stand_in"),
        lambda s: lemma in NAMES and s.category in NAMES[lemma] and not _narrower(lemma, s),
        lambda s: any(lemma in step for line in classes.lines(_singular(s.noun).split()[-1])[:3] for step in line[1:6]),
        lambda s: s.count == 1 and mention.kind == "thing" and any(_singular(s.noun).split()[-1] in step for step in classes.above(lemma)[1:4]),
    )
    counted: list[SubjectDraft] = []
    for fits in ranks:
        found = [s for s in subjects if fits(s) and _agrees(mention, s) and not _elsewhere(reader, mention, s) and s is not whose]
        if found and mention.head.tag == "NN" and mention.determiner == "the" and all(s.count > 1 for s in found):
            counted = counted or found  # "dozens of boats … a rowing boat … beside the boat"
        elif found:
            fit = [s for s in found if s.count == 1] if counted else found
            return fit[-1] if len(fit) == 1 else _nearest(fit, mention)
    return (counted[-1] if len(counted) == 1 else _nearest(counted, mention)) if counted else None


GENERIC = frozenset((
    "person", "figure", "man", "woman", "girl", "boy", "individual", "child", "lady", "gentleman", "guy", "sitter", "model", "subject", "character",
    "human", "youth", "teenager", "toddler", "baby", "kid", "adult",
))  # fmt: skip


CHILDREN = frozenset(("girl", "boy", "child", "kid", "toddler", "baby"))
DESCENDANTS = {
    "granddaughter": "girl", "daughter": "girl", "niece": "girl", "grandson": "boy", "son": "boy", "nephew": "boy", "grandchild": "child", "sister": "girl",
    "brother": "boy",
}  # fmt: skip
"""Kin that "the girl" or "the boy" may name again, by sex."""


def _one_person(mention: Mention, subjects: list[SubjectDraft]) -> SubjectDraft | None:
    """ "the sitter", where one person was named: that one, unless age or sex speak against it."""
    people = [s for s in subjects if s.category == "person"]
    word = mention.head.lemma
    if len(people) > 1 and word in CHILDREN and mention.determiner == "the":  # "a woman and her granddaughter … the girl"
        kin = [s for s in people if _singular(s.noun).split()[-1] in DESCENDANTS and _sexes(word, DESCENDANTS[_singular(s.noun).split()[-1]])]
        return kin[0] if len(kin) == 1 else None
    if len(people) != 1 or mention.determiner != "the" or mention.plural != (people[0].plural or people[0].count > 1):
        return None
    known = _singular(people[0].noun).split()[-1]
    named = not classes.noun(known)
    if word == known or word in GENERIC and (_sexes(word, known) or named) or known in ("sitter", "model", "subject", "figure", "person", "individual"):
        return people[0]
    return None


def _sexes(one: str, other: str) -> bool:
    return not (one in FEMALE and other in MALE or one in MALE and other in FEMALE)


def _nearest(found: list[SubjectDraft], mention: Mention) -> SubjectDraft:
    """Of several the one whose look is asked for, else the first: it is what the picture is about."""
    asked = {w.norm for w in mention.modifiers}
    for subject in found:
        told = {c.name for c in subject.surface.colours} | {subject.surface.material or ""} | set(subject.attributes)
        if asked & told:
            return subject
    return found[0]


def _narrower(lemma: str, subject: SubjectDraft) -> bool:
    """ "the bird" is no cat."""
    return lemma in ("bird", "flower", "tree", "boat", "car", "feline", "canine", "fruit") and not any(
        lemma in step for step in classes.above(_singular(subject.noun).split()[-1])
    )


def _elsewhere(reader: Reader, mention: Mention, subject: SubjectDraft) -> bool:
    """ "The mug on the left … the mug on the right": two of a kind that are told apart by where they are."""
    own, first = several.teller(mention.head), next((m for m in reader.mentions if m.subject is subject), None)
    other = several.teller(first.head) if first is not None else None
    return own in members.OPPOSITE and other == members.OPPOSITE[own]


def _agrees(mention: Mention, subject: SubjectDraft) -> bool:
    """Number and looks do not speak against it."""
    if mention.number is not None and mention.number != subject.count and mention.number > 1:
        return False
    if mention.plural and subject.count == 1 and not (subject.plural or subject.fellows) and mention.atom.can("thing") and mention.determiner != "its":
        return False
    colours = [
        w.atom.sense("colour").key.replace("_", " ")
        for w in mention.modifiers
        if w.atom is not None and w.atom.can("colour") and not w.atom.can("light_kelvin")
    ]
    known = {c.name for c in subject.surface.colours}
    return not (colours and known and not known & set(colours))


@lru_cache(maxsize=4096)
def _singular(noun: str) -> str:
    words = noun.split()
    last = words[-1]
    if last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.endswith(("ches", "shes", "xes", "sses")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    last = {
        "men": "man",
        "women": "woman",
        "people": "person",
        "children": "child",
        "leave": "leaf",
        "mice": "mouse",
        "geese": "goose",
        "knive": "knife",
        "loave": "loaf",
    }.get(last, last)
    return " ".join([*words[:-1], last])
