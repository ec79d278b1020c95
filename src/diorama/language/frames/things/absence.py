"""Phrases about things that bring no subject: why, and what they tell of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import phrase, traits
from diorama.language.frames.refer import NAMES, same
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.lexicon import classes
from diorama.language.surfaces import VESSELS
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama_catalogue.loading import things

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def summed_up(reader: Reader, mention: Mention) -> bool:
    """ "The makeup tools", "these items", after things were named: a common noun for what is known."""
    general = mention.head.lemma in classes.GENERAL and mention.head.lemma not in things()  # "the bed" is a bed, whatever else was named
    common = mention.head.lemma in NAMES or general or noun(mention.head.lemma, "summary")
    return (
        common
        and mention.determiner in ("the", "each")
        and mention.number is None
        and bool(reader.draft.subjects)
        and mention.head.kid("relcl", "acl", "prep") is None
        and mention.kind in ("thing", "unlisted")
        and mention.top.dep in ("pobj", "dobj", "nsubj", "nsubjpass", "poss")
    )


def whole(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The thing that an unlisted noun is a part of: "its tassels", "a mattress with stripes"."""
    dep, prep = phrase.governor(mention.top)
    owned = mention.owner is not None or dep == "pobj" and prep.norm == "with" and prep.head.noun and mention.plural and mention.number is None
    owner = reader.owner(mention) if owned else None
    subject = owner.subject if owner is not None and owner.kind in ("thing", "unlisted", "pronoun", "surface") else None
    return (
        subject if subject is not None and subject.category not in ("person", "animal") and subject.thing not in VESSELS and subject.becomes is None else None
    )


FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
"""Tags of verbs that make a sentence."""


def offstage(reader: Reader, mention: Mention) -> bool:
    """Owners, buyers, the father of a chick, whom a clause only speaks of: named, and nowhere to be seen."""
    dep, governor = phrase.governor(mention.top)
    owner = reader.owner(mention)
    company = dep == "pobj" and governor.norm == "with" and phrase.lemma(mention) != "character"  # "a table with four people", "shares an apple with a girl"
    if owner is not None and owner.subject is not None and owner.subject.category not in ("person",) and not company:
        return True
    acts = dep == "nsubj" and governor.lemma in traits.tables()["posture"] | traits.tables()["deed"] and not reader.aside(mention)
    if noun(phrase.lemma(mention), "offstage"):
        shown = mention.top.root and reader.sentence is not None and not any(w.tag in FINITE for w in reader.sentence.words)  # "a scientist in a laboratory"
        pictured = dep == "pobj" and governor.norm == "of" and noun(governor.head.lemma, "picture")
        alone = mention.determiner is None and not mention.plural and not reader.mentions and len(reader.sentences) == 1  # "inventor, leather apron"
        told = alone and shown or mention.determiner == "a" and (shown or bool(_looks_told(mention)) or pictured or _by_somebody(reader, mention))
        return not told and not acts and not (dep in ("nsubj", "nsubjpass", "dobj") and mention.determiner == "a" and not reader.aside(mention))
    return mention.determiner is None and mention.plural and mention.number is None and not mention.modifiers and reader.aside(mention) and not acts


BESIDE = frozenset(("beside", "near", "behind", "opposite", "alongside", "between", "at"))


ADDRESSED = frozenset("give hand offer show serve read talk speak whisper explain bow wave nod sing point pass throw pour call".split())
"""Verbs after which "to" brings who is there."""


def _by_somebody(reader: Reader, mention: Mention) -> bool:
    """ "Sits beside a painter", "hands a letter to a shopper", "a painter and a sculptor": who is where somebody is, or named with them, is there."""
    if mention.top.dep == "conj" and reader.sentence is not None and (first := reader.sentence.mention(mention.top.head)) is not None:
        return first.kind == "person" and first.subject in reader.draft.subjects
    dep, prep = phrase.governor(mention.top)
    return dep in ("pobj", "dative") and (prep.norm in BESIDE or prep.norm == "to" and (prep.head.norm in ("next", "close") or prep.head.lemma in ADDRESSED))


def _looks_told(mention: Mention) -> list[Word]:
    """Words that say what somebody looks like or wears."""
    return [k for k in mention.head.kids if k.dep == "prep" and k.norm in ("in", "with") and k.kid("pobj") is not None]


def lists(reader: Reader, mention: Mention) -> bool:
    """ "Two sea creatures, a swordfish and a narwhal": the list names them."""
    first = mention.top.kid("appos")
    if first is None or mention.head.lemma not in NAMES or reader.sentence is None or not mention.plural:
        return False
    found = reader.sentence.mention(first)
    return found is not None and bool(first.those("conj")) and found.head.noun


def named_closer(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "One other vehicle, a logging truck", "just one figure, a monk": what a common noun means is said just after it."""
    first = mention.top.kid("appos")
    if first is None or mention.head.lemma not in NAMES or mention.plural or reader.sentence is None:
        return None
    found = reader.sentence.mention(first)
    if found is None or found.head.i < mention.head.i or found.determiner != "a" or found.head.kid("conj") is not None:
        return None
    reader.take(found)
    return found.subject if found.subject is not None and found.subject.category in NAMES[mention.head.lemma] else None


SERVES = frozenset("drink eat sip serve pour hold contain cook stir ladle prepare simmer heat taste".split())
"""What is done with food that is in something."""


SPREAD = frozenset("cover strew powder dust sprinkle drizzle coat glaze season brush frost dredge stain splatter smear".split())
"""What is done to a thing with salt, flour or honey."""


def loose_stuff(mention: Mention) -> bool:
    """Salt, water, flour by themselves: no vessel holds them, none is to be seen."""
    dep, governor = phrase.governor(mention.top)
    on = next((p.kid("pobj") for p in mention.head.those("prep") if p.norm == "on"), None)
    if on is not None and noun(on.lemma, "body"):
        return True  # "flour on their faces"
    if (
        dep == "pobj"
        and governor.norm == "with"
        and governor.head.lemma in SPREAD
    ):
        return True
    served = mention.determiner == "a" or dep == "dobj" and governor.lemma in SERVES
    return not served and mention.determiner is None and mention.number is None and dep != "ROOT" and not (dep == "pobj" and governor.norm in ("of", "with"))


def too_large(reader: Reader, mention: Mention) -> bool:
    """ "pens with blue barrels": what a thing has is no larger than it is, unless it is loaded with it."""
    dep, prep = phrase.governor(mention.top)
    thing = mention.atom.sense("thing")
    if dep != "pobj" or prep.norm != "with" or not prep.head.noun or thing is None or reader.sentence is None:
        return False
    if mention.kind in ("person", "animal") and prep.head.dep == "dobj" and prep.head.head.verb:
        return False  # "shares an apple with a girl"
    owner = reader.sentence.mention(prep.head)
    return (
        owner is not None
        and mention.kind != "garment"
        and owner.subject is not None
        and owner.subject.category in ("tableware", "paper", "tool", "electronics", "food", "wear", "instrument", "shape", "figure")
        and owner.subject.thing not in VESSELS
        and not owner.subject.category == thing.data["category"] == "food"  # "a burger with fries": one is served with the other
        and thing.data["size"] > 1.3 * owner.subject.length
    )


def over_the_face(mention: Mention) -> bool:
    """ "Wearing a green mask": nobody has a carved one beside them."""
    dep, above = phrase.governor(mention.top)
    worn = dep == "dobj" and verb(above.lemma, "wear") or dep == "pobj" and above.norm in ("in", "with", "behind")
    return phrase.lemma(mention) == "mask" and worn


def bodily(reader: Reader, mention: Mention) -> bool:
    """ "a woman's hands", "a woman's coat billows": who has them is there; "my neighbour's dog", "an astronaut's helmet in space" are there without them."""
    return (
        noun(mention.top.head.lemma, "body")
        or mention.top.head.dep in ("nsubj", "nsubjpass")
        and mention.top.head.atom is not None
        and mention.top.head.atom.can("thing")
        and mention.top.head.atom.sense("thing").data["category"] == "wear"
    )


def absent(reader: Reader, mention: Mention) -> None:
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
