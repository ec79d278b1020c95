"""What somebody is in or with, taken for who does it. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes, lexicon
from diorama.language.postures import base
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word


OF_CLOTH = frozenset((
    "matching", "reaching", "trailing", "flowing", "billowing", "covering", "fitting", "sparkling", "glittering", "fluttering", "shining", "showing",
    "revealing", "flapping", "dragging", "swirling", "clinging", "belonging", "including", "resembling",
))  # fmt: skip
"""What clothes do by themselves."""
NO_NAME = frozenset(("IN", "CC", "VBG", ",", ":"))
"""Tags of words that are in no garment's name."""
TIED = frozenset(("bun", "ponytail", "pigtails", "topknot", "braid", "braids", "plait", "plaits", "dreadlocks", "curls", "updo", "chignon"))
"""What hair is in."""
LOOSE = frozenset(("blowing", "dripping", "hanging", "catching"))
"""What they do unless it is done to something ("blowing in the wind", "blowing bubbles")."""


def busy_in(prep: Word, words: list[Word]) -> None:
    """ "A man in a tweed jacket feeding pigeons": he feeds them, in his jacket; he is not in pigeons, nor do jackets feed.

    By the words' order alone: the tagger has such participles for nouns, and the whole for one compound."""
    k = prep.i - words[0].i
    who = next((w for w in reversed(words[:k]) if w.noun and classes.share(w.lemma, "person") > 0.5), None)
    if prep.norm not in ("in", "with") or prep.tag != "IN" or who is None or any(w.verb and w.tag != "VBN" for w in words[who.i - words[0].i : k]):
        return
    end = next((j for j in range(k + 1, len(words) - 1) if words[j + 1].norm.endswith("ing") and words[j + 1].tag in ("VBG", "NN", "NNP")), None)
    phrase = words[k + 1 : end + 1] if end is not None else []
    tied = end is not None and words[end].norm in TIED and words[k - 1].norm in ("hair", *TIED)  # "with white hair in a bun knitting"
    if not phrase or end is None or len(phrase) > 6 or any(w.root or w.comma or w.tag in NO_NAME for w in phrase) or not (tied or _worn(words, end)):
        return
    worn, doing, after = words[end], words[end + 1], words[end + 2] if end + 2 < len(words) else None
    if doing.root or doing.norm in OF_CLOTH or classes.verb(base(doing.norm)) is None or after is not None and not after.text[:1].isalnum():
        return
    if doing.norm in LOOSE and (after is None or after.tag in ("IN", "TO")):
        return
    _let_do(who, prep, phrase, worn, doing)


ON_THE_HEAD = frozenset((
    "hair", "head", "beard", "moustache", "mustache", "stubble", "ponytail", "pigtails", "bun", "topknot", "bob", "braid", "braids", "plait", "plaits", "afro",
    "dreadlocks", "fringe", "curls", "freckles", "eyes", "glasses", "skin",
))  # fmt: skip


def hair_in_a_shirt(prep: Word, words: list[Word]) -> None:
    """ "A man with a shaved head in a black T-shirt": he is in it, not his head."""
    part, what = prep.head, prep.kid("pobj")
    of = part.head
    if prep.norm != "in" or prep.dep != "prep" or part.norm not in ON_THE_HEAD or part.dep != "pobj" or of.norm != "with" or what is None:
        return
    if classes.share(of.head.lemma, "person") > 0.5 and _worn(words, what.i - words[0].i):
        prep.hang(of.head, "prep")


IN_HAND, LARGE = frozenset(("paper", "tableware", "electronics", "instrument", "tool")), 0.18
"""Kinds of what is carried and is on no garment, from so many metres on: what is smaller may be printed on it or be in its pocket."""


def with_it_in_a_suit(prep: Word, words: list[Word]) -> None:
    """ "A man in a suit with a newspaper": he has it, not his suit."""
    worn, what = prep.head, prep.kid("pobj")
    over = worn.head
    if prep.norm != "with" or prep.dep != "prep" or worn.dep != "pobj" or over.norm != "in" or over.dep != "prep":
        return
    if what is None or what.kid("det") is None or any(k.norm == "on" for k in what.kids):
        return
    if classes.share(over.head.lemma, "person") <= 0.5 or not _worn(words, worn.i - words[0].i):
        return
    found = [s for entry, senses in lexicon().words.get(what.lemma, ()) if len(entry) == 1 for s in senses if s.kind == "thing"]
    if any(s.data.get("category") in IN_HAND and s.data.get("size", 0.0) >= LARGE for s in found):
        prep.hang(over.head, "prep")


def _worn(words: list[Word], at: int) -> bool:
    """True of the last word of a name of something that is worn."""
    if any(classes.is_a(form, "clothing") for form in (words[at].norm, singular(words[at].norm))):
        return True
    names = (tuple(w.norm for w in words[at - k : at + 1]) for k in (0, 1) if at >= k)
    return any(
        entry == name and any(s.kind == "thing" and s.data.get("category") == "wear" for s in senses)
        for name in names
        for entry, senses in lexicon().words.get(name[0], ())
    )


def _let_do(who: Word, prep: Word, phrase: list[Word], worn: Word, doing: Word) -> None:
    """Hang what is worn on `prep`, that and what is done on `who`, what it is done to on that."""
    thing = next((w for w in (doing.head, doing.head.head) if w.noun and w.i > doing.i and w.dep in ("pobj", "compound", "dobj")), None)
    if thing is not None:
        thing = thing.head if thing.dep == "compound" and thing.head.i > doing.i else thing
    worn.tag = worn.tag if worn.noun else "NN"
    doing.tag, doing.lemma = "VBG", doing.lemma if doing.verb else base(doing.norm)
    worn.hang(prep, "pobj")
    for kid in [w for w in phrase if w is not worn and w.head not in phrase or w.head is worn]:
        kid.hang(worn, kid.dep if kid.dep in ("det", "amod", "compound", "poss", "nmod") else "amod")
    doing.hang(who, "acl")
    if thing is not None:
        thing.hang(doing, "dobj")
    for kid in [w for w in worn.kids if w.i > doing.i]:
        kid.hang(doing, kid.dep)
    way, along = doing.kid("prt"), doing.kid("dobj")
    if way is not None and along is not None and way.i < along.i and classes.verb(doing.lemma) == "motion":  # "skateboarding down a street"
        way.tag = "IN"
        way.hang(doing, "prep")
        along.hang(way, "pobj")
    prep.hang(who, "prep")


DRESSED = frozenset(("in", "with", "under", "beside", "on", "behind", "between"))


def in_shining(word: Word, words: list[Word]) -> None:
    """ "A knight in shining armour kneeling before a queen", "boys in matching red caps": a participle before a noun without an article tells how that is; who
    is in it kneels."""
    prep, noun = word.head, next((x for x in words if x.i > word.i and not x.tag.startswith("JJ")), None)
    if word.tag != "VBG" or word.dep != "pcomp" or prep.norm not in DRESSED or noun is None or not noun.noun or not prep.head.noun:
        return
    doing = noun.head if noun.dep == "compound" and noun.head is word.kid("dobj") and noun.head.norm.endswith("ing") else None
    if noun is not word.kid("dobj") and doing is None or classes.share(noun.lemma, "artifact", "body", "plant", "animal") < 0.3:
        return
    rest = [k for k in word.kids if k is not noun and k is not doing and k.i > noun.i]
    if doing is not None:
        if classes.verb(base(doing.norm)) is None:
            return
        doing.tag, doing.lemma = "VBG", base(doing.norm)
        doing.hang(prep.head, "acl")
    noun.hang(prep, "pobj")
    word.hang(noun, "amod")
    for kid in rest:
        kid.hang(doing if doing is not None else noun, kid.dep)


def in_a_dress(word: Word, words: list[Word]) -> None:
    """ "A woman in a red dress standing on a balcony": she is in the dress, and stands; no standing is what she is in."""
    prep, worn = word.head, word.kid("nsubj")
    if word.tag != "VBG" or word.dep not in ("pobj", "pcomp") or prep.norm != "in" or worn is None or not worn.noun or not prep.head.noun:
        return
    if classes.share(worn.lemma, "artifact") < 0.5 or classes.share(prep.head.lemma, "person", "animal") < 0.3:
        return
    worn.hang(prep, "pobj")
    word.hang(prep.head, "acl")


def in_an_apron(word: Word, words: list[Word]) -> None:
    """ "A man in a leather apron hammers a horseshoe": the man does; what he is in does nothing."""
    prep, worn = word.head, next((k for k in word.kids if k.dep == "nsubj" and k.i == word.i - 1), None)
    if word.tag not in ("VBZ", "VBP") or word.dep != "pobj" or prep.norm != "in" or worn is None or not worn.noun or not prep.head.noun:
        return
    who = prep.head
    if classes.share(worn.lemma, "artifact") < 0.5 or classes.share(who.lemma, "person", "animal") < 0.3:
        return
    worn.hang(prep, "pobj")
    over, dep = who.head, who.dep
    prep.kids.remove(word)
    if over is who:
        word.head, word.dep = word, "ROOT"
    else:
        over.kids[over.kids.index(who)] = word
        word.head, word.dep = over, dep
    word.lemma = base(word.norm)
    who.head, who.dep = word, "nsubj"
    word.kids.insert(0, who)
    for kid in [k for k in word.kids if k.dep == "appos" and k.i > word.i]:
        kid.dep = "dobj"


def _put_on(noun: str) -> bool:
    return noun in ("mask", "goggles", "visor") or classes.is_a(noun, "clothing")


def girl_with_a_dress(word: Word, words: list[Word]) -> None:
    """ "A girl with braided hair and a blue dress", "a surgeon in scrubs and a mask": both are what she is with, or in."""
    with_ = next((k for k in word.head.kids if k.norm in ("with", "in") and k.dep == "prep" and k.i < word.i), None)
    first = with_.kid("pobj") if with_ is not None else None
    if word.dep != "conj" or not word.noun or first is None or word.head.kid("cc") is None or word.head.kid("cc").i < first.i:
        return
    if classes.share(word.head.lemma, "person") > 0.5 and _put_on(word.lemma) and not classes.is_a(first.lemma, "person"):
        word.hang(first, "conj")


def in_ones_own(prep: Word, words: list[Word]) -> None:
    """ "A girl in gloves waits beside a monk in a raincoat": the monk is in it; "stands by a window in a cap": no window is."""
    k, worn = prep.i - words[0].i, prep.kid("pobj")
    if prep.norm != "in" or prep.dep != "prep" or worn is None or k < 1 or not _worn(words, worn.i - words[0].i):
        return
    last, over = words[k - 1], prep.head
    if last is not over and last.noun and _person(last) and not (over.verb and (last is over.kid("nsubj") or over.lemma in PUT_IN)):
        return prep.hang(last, "prep")
    if not over.noun or _person(over) or classes.share(over.lemma, "animal") > 0.3 or over.dep not in ("pobj", "dobj"):
        return
    verb = over
    while not verb.root and not verb.verb:
        verb = verb.head
    who = verb.kid("nsubj") if verb.verb else verb
    if who is not None and who.i < prep.i and _person(who):
        prep.hang(who, "prep")


PUT_IN = frozenset(("dress", "clothe", "wrap", "help", "bundle", "draw", "paint", "sketch"))
"""What is done to somebody who is then in what they wear."""


def _person(word: Word) -> bool:
    return word.noun and classes.share(word.lemma, "person") > 0.5


def coat_and_hat(word: Word, words: list[Word]) -> None:
    """ "A man in a coat and hat with a dog": a hat is no verb."""
    k = word.i - words[0].i
    if k < 2 or not word.verb or words[k - 1].dep != "cc" or not words[k - 2].noun or not (_worn(words, k) and _worn(words, k - 2)):
        return
    first = words[k - 2]
    word.tag = "NNS" if word.norm.endswith("s") and singular(word.norm) != word.norm else "NN"
    word.lemma = singular(word.norm)
    rest = [kid for kid in word.kids if kid.i > word.i]
    over = word.head if not word.root else first
    word.hang(first, "conj")
    for kid in rest:
        kid.hang(over if over is not word else first, kid.dep)


def as_it_sits(verb: Word, words: list[Word]) -> None:
    """ "A mechanic, a hat pulled low over his eyes, sits": how the hat is; he sits. "His scarf tied tight", "her coat on"."""
    k = verb.i - words[0].i
    worn = words[k - 1] if k else None
    if worn is None or not worn.noun or not _worn(words, k - 1) or not (verb.tag in ("VBN", "VBD") or verb.norm in ("on", "off") and worn.dep == "nsubj"):
        return
    if verb.kid("dobj", "agent", "aux", "auxpass") is not None or not (worn.dep in ("nsubj", "nsubjpass") and worn.head is verb or verb.root):
        return
    who = next((w for w in reversed(words[: k - 1]) if w.dep in ("nsubj", "ROOT", "appos", "pobj") and _person(w)), None)
    does = _next_verb(verb)
    if who is None or verb.root and does is None:
        return
    if verb.root and does is not None:
        does.stand_in_for(verb)
        who.hang(does, "nsubj")
    if worn.head is verb:
        worn.hang(who, "appos")
    verb.hang(worn, "acl" if verb.verb else "prt")


def _next_verb(verb: Word) -> Word | None:
    return next((w for w in verb.kids if w.dep == "conj" and w.tag in ("VBZ", "VBP") and w.i > verb.i and w.kid("nsubj") is None), None)
