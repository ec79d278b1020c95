"""Clothes that somebody is helped into, has on some part of the body, or does not wear: "his hat on the bench beside him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import phrase
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def on_whom(reader: Reader, mention: Mention) -> Mention | None:
    """ "A crocodile waits, a merchant's hat on its snout": whose body it is on has it on."""
    for prep in (p for p in mention.top.those("prep") if p.norm in ("on", "over", "around", "round")):
        part = reader.sentence.mention(prep.kid("pobj")) if reader.sentence is not None else None
        if part is not None and part.head.noun and part.owner is not None and part.owner.head.tag in ("PRP$", "WP$"):
            reader.take(part)
            return reader.owner(part) if part.kind == "body" else None
    return None


def dressed_in_it(reader: Reader, mention: Mention) -> Mention | None:
    """ "Helps a bride into a coat", "wraps her son in a scarf": who is helped into it has it on."""
    dep, prep = phrase.governor(mention.top)
    if dep != "pobj" or prep.norm not in ("in", "into") or not prep.head.verb or prep.head.tag == "VBN" or reader.sentence is None:
        return None
    whom = reader.sentence.mention(prep.head.kid("dobj"))
    told = prep.norm == "into" and prep.head.lemma in HELPS or prep.norm == "in" and (prep.head.lemma in CLOTHES or verb(prep.head.lemma, "clothe"))
    if whom is None or not told:
        return None
    reader.take(whom)
    return whom if whom.subject is not None and whom.subject.category in ("person", "animal") else None


HELPS = frozenset(("help", "zip", "button", "coax", "bundle", "squeeze", "lace", "strap", "ease", "wrestle", "guide", "put", "dress"))
"""What is done to somebody until they are in something."""
CLOTHES = frozenset(("wrap", "dress", "bundle", "swaddle", "swathe", "envelop"))


SHOD = frozenset(("shoe", "boot", "sandal", "slipper", "sneaker", "heel", "sock", "trainer", "moccasin", "loafer"))


def taken_off(mention: Mention) -> bool:
    """ "Her shoes off": the feet are bare."""
    return singular(mention.head.lemma) in SHOD and any(k.norm == "off" and k.kid("pobj") is None for k in mention.head.kids)


def laid_aside(reader: Reader, mention: Mention) -> bool:
    """ "His hat on the bench beside him", "a white shirt hanging on a chair", "her boots by the door": who has it does not wear it."""
    dep, governor = phrase.governor(mention.top)
    if dep == "dobj" and governor.verb and (governor.lemma in BROUGHT or verb(governor.lemma, "hold") and singular(mention.head.lemma) in TAKEN_OFF):
        return True
    if dep == "pobj" and governor.norm == "in":
        return False
    if any(a.lemma in LAID and not _of_a_body(reader, a) for a in mention.head.those("acl", "relcl")):
        return True
    where = _where(reader, mention)
    if where is None:
        return False
    if where.kind == "ground" or where.head.lemma in BELOW or where.kind == "pronoun":
        return True
    if mention.top.dep == "pobj" or where.kind in ("place", "scenery") and mention.owner is None:
        return False
    return mention.owner is not None or mention.determiner is not None or phrase.category(where) == "furniture"


def _where(reader: Reader, mention: Mention) -> Mention | None:
    """What a garment lies on or by, and is not worn; None where it is on a body, or where no such place is told."""
    top = mention.top
    laid = top.dep in ("ROOT", "appos", "nsubj", "conj", "dep", "npadvmod") or top.dep == "pobj" and top.head.norm == "with"
    if not laid or reader.sentence is None:
        return None
    verb_ = top.head if top.dep == "nsubj" and top.head.lemma in LIES else None
    for above in (mention.head, *mention.head.those("advmod"), *([verb_, *verb_.those("advmod")] if verb_ is not None else [])):
        for prep in above.those("prep"):
            found = reader.sentence.mention(prep.kid("pobj"))
            if prep.norm in PUT_BY | {"to"} and found is not None and not (prep.norm == "to" and above.norm != "next"):
                reader.sort(found)
                return found if found.kind not in ("body", "garment", "look", "light", "weather", "time") or found.head.lemma in BELOW else None
    return None


def _of_a_body(reader: Reader, laid: Word) -> bool:
    """ "A scarf hanging from her neck": on her, however it is."""
    ends = [p.kid("pobj") for p in laid.those("prep")]
    found = [reader.sentence.mention(e) for e in ends if e is not None] if reader.sentence is not None else []
    return any(m is not None and (noun(m.head.lemma, "body") and m.head.lemma not in BELOW) for m in found)


LAID = frozenset((
    "hang", "lie", "fold", "lay", "leave", "drop", "set", "place", "discard", "strew", "pile", "stand", "rest", "sit", "throw", "toss", "stack", "raise",
    "wave", "brandish",
))  # fmt: skip
"""What is told of clothes that nobody wears meanwhile."""
LIES = LAID | {"be", "remain", "wait", "dry"}
PUT_BY = frozenset(("on", "under", "beside", "by", "near", "behind", "against", "in", "at", "over", "upon", "atop", "from", "inside", "beneath", "alongside"))
"""Prepositions of where clothes are put."""
BELOW = frozenset(("foot", "feet", "side", "ground", "floor", "grass", "sand", "pavement", "doorstep", "carpet"))
"""Where at somebody, or under them, clothes are that are not worn."""


BROUGHT = frozenset((
    "carry", "bring", "fetch", "iron", "wash", "hand", "drop", "polish", "leave", "remove", "fold", "pack", "lay", "hang", "place", "sew", "stitch", "mend",
    "darn", "knit", "crochet", "dye", "dry", "shed", "discard", "scrub", "rinse", "unpack", "buy", "sell", "hem",
))  # fmt: skip
"""Verbs whose object is worn by nobody meanwhile."""
TAKEN_OFF = frozenset(("helmet", "shoe", "boot", "sandal", "slipper", "sneaker", "glove", "heel", "sock", "skate"))
"""What one holds when one has not got it on; a hat that is held is held on to."""
