"""Verbs that are taken for nouns. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.syntax.lit import LIGHTS
from diorama.language.syntax.mends import deeds
from diorama.language.syntax.mends.tags import THINGS
from diorama.language.syntax.wellformed import is_noun
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word


def round_(word: Word, words: list[Word]) -> None:
    """ "Three friends crouch round a boombox": "round" before an article is a preposition, and what stands before it the verb."""
    k = word.i - words[0].i
    if word.norm != "round" or not word.root or not word.verb or k < 2 or k + 1 >= len(words) or words[k + 1].tag not in ("DT", "PRP$"):
        return
    verb, subject = words[k - 1], words[k - 2]
    if verb.tag != "NN" or classes.verb(verb.norm) is None or subject.head is not verb or not subject.noun:
        return
    kids = [x for x in word.kids if x is not verb]
    word.kids.remove(verb)
    verb.head, verb.dep, verb.tag = verb, "ROOT", "VBP"
    for kid in [x for x in verb.kids if x is not subject]:
        kid.hang(subject, kid.dep)
    subject.dep = "nsubj"
    word.head = word
    word.hang(verb, "prep")
    word.tag = "IN"
    for kid in kids:
        if kid.dep == "dobj":
            kid.dep = "pobj"
        else:
            kid.hang(verb, kid.dep)


def is_doing(word: Word, words: list[Word]) -> None:
    """ "A woman is cooking soup", "a man is sweeping leaves": what somebody is doing, taken for the kind of what it is done to."""
    k, thing = word.i - words[0].i, word.head
    be = words[k - 1] if k else None
    if word.tag != "VBG" or word.dep not in ("compound", "amod") or be is None or be.lemma != "be":
        return
    if thing.i != word.i + 1 or not thing.noun or deeds.doer(thing):
        return
    who = next((w.kid("nsubj") for w in (word, be, thing) if w.kid("nsubj") is not None), None)
    if who is None or who.i > be.i or not (deeds.doer(who) or who.tag == "PRP") or thing.kid("det", "poss") is not None:
        return
    over = be if thing.dep == "attr" and thing.head is be else thing
    word.stand_in_for(over)
    for kid in [kid for kid in over.kids if kid is not word and kid is not thing and kid.dep not in ("amod", "compound", "det")]:
        kid.hang(word, kid.dep)
    who.hang(word, "nsubj")
    be.hang(word, "aux")
    thing.hang(word, "dobj")
    for kid in thing.those("prep", "advcl"):
        kid.hang(word, kid.dep)


def somebody_there_does(word: Word, _: list[Word]) -> None:
    """ "A beach with children playing", "a corridor with a doctor walking": who is there does it, and no place."""
    place = word.kid("nsubj")
    if word.tag != "VBG" or not word.root or place is None or place.i > word.i or deeds.doer(place) or word.kid("aux") is not None:
        return
    who = next((p.kid("pobj") for p in place.those("prep") if p.norm == "with"), None)
    if who is None or not deeds.doer(who) or who.i != word.i - 1:
        return
    place.stand_in_for(word)
    for kid in [kid for kid in word.kids if kid is not place and kid.i < who.i or kid.dep == "punct"]:
        kid.hang(place, kid.dep)
    word.hang(who, "acl")


STAYS = frozenset(("sit", "stand", "kneel", "lie", "crouch", "squat", "perch", "lean", "rest", "wait", "walk", "lounge", "stroll", "hunch"))
"""Verbs of where somebody is, which are done to nothing."""


def stays_doing(word: Word, _: list[Word]) -> None:
    """ "An old man sits on a park bench feeding pigeons": what he does there, taken for the kind of what it is done to."""
    thing = word.head
    verb, who = thing.head, thing.head.kid("nsubj")
    if word.tag != "VBG" or word.dep not in ("compound", "amod") or thing.i != word.i + 1 or thing.dep not in ("dobj", "npadvmod", "dep", "advmod"):
        return
    if verb.lemma not in STAYS or not verb.verb or verb.i > word.i or who is None or thing.kid("det", "poss") is not None:
        return
    word.hang(verb, "advcl")
    thing.hang(word, "dobj")
    for kid in thing.those("prep", "advcl"):
        kid.hang(word, kid.dep)


def of_its_verb(word: Word, _: list[Word]) -> None:
    """ "Fig leaf opens": a noun just before a finite verb that has no subject is its subject."""
    verb = word.head
    if word.noun and word.dep in ("compound", "nmod") and verb.tag in ("VBZ", "VBP", "VBD") and verb.i == word.i + 1 and verb.kid("nsubj", "nsubjpass") is None:
        word.dep = "nsubj"


def of_its_subject(word: Word, _: list[Word]) -> None:
    """ "While a boy waves": what somebody is the subject of is a verb, whatever the tagger has."""
    subject = word.kid("nsubj")
    if word.tag != "NNS" or word.dep not in ("advcl", "conj", "ccomp", "relcl") or subject is None or subject.i != word.i - 1:
        return
    stem = singular(word.norm)
    if word.kid("det", "amod") is None and subject.tag == "NN" and classes.share(subject.lemma, "person", "animal") > 0.5 and classes.verb(stem) is not None:
        word.tag, word.lemma = "VBZ", stem


def busy_at(word: Word, words: list[Word]) -> None:
    """ "Sit around a campfire toasting marshmallows": what somebody does there, taken for the kind of the things it is done to."""
    k, things = word.i - words[0].i, word.head
    if not word.norm.endswith("ing") or word.dep not in ("compound", "amod", "nmod") or k == 0 or things.i != word.i + 1 or things.tag != "NNS":
        return
    place, prep = words[k - 1], things.head
    told = any(kid.dep in ("det", "poss") and kid.i < place.i for kid in things.kids)
    if not place.noun or place.head not in (things, word) or things.dep != "pobj" or not told:
        return
    doing = next((stem for stem in (word.norm[:-3], word.norm[:-3] + "e") if classes.verb(stem) is not None), None)
    over = prep.head
    does = over.kid("nsubj") if over.verb else over
    if doing is None or does is None or classes.share(does.lemma, "person", "animal") < 0.35 or place.kid("compound") is not None:
        return
    for kid in [kid for kid in things.kids if kid.i < place.i]:
        kid.hang(place, kid.dep)
    place.hang(prep, "pobj")
    word.hang(over, "advcl" if over.verb else "acl")
    things.hang(word, "dobj")
    word.tag, word.lemma = "VBG", doing


def has_braided(verb: Word, words: list[Word]) -> None:
    """ "The bride has braided auburn hair": she has it, and has done nothing to it."""
    has, hair = verb.kid("aux"), verb.kid("dobj")
    if verb.tag != "VBN" or has is None or has.lemma != "have" and has.norm not in ("has", "have", "had") or hair is None or has.i != verb.i - 1:
        return
    if hair.kid("det", "poss") is not None or classes.share(hair.lemma, "body") < 0.5 or verb.kid("agent", "advmod", "auxpass") is not None:
        return
    has.hang(verb, "aux")
    for kid in [kid for kid in verb.kids if kid is not has and kid is not hair]:
        kid.hang(has, kid.dep)
    hair.hang(has, "dobj")
    has.stand_in_for(verb) if has.below(verb) else None
    verb.hang(hair, "amod")
    has.tag, has.lemma = "VBZ", "have"


def as_somebody(word: Word, words: list[Word]) -> None:
    """ "Is laughing as her father, in a grey suit, ties his shoe": a clause of its own, whose subject is taken for a likeness."""
    who, main = word.kid("pobj"), word.head
    if word.norm != "as" or word.dep != "prep" or who is None or not main.verb or classes.share(who.lemma, "person", "animal") < 0.35:
        return
    verb = next((v for v in main.kids if v.i > who.i and v.dep == "conj" and v.tag in ("VBZ", "VBP") and v.kid("nsubj") is None), None)
    if verb is None or any(kid.dep == "cc" and who.i < kid.i < verb.i for kid in main.kids) or words[verb.i - words[0].i - 1].norm != ",":
        return
    for prep in [kid for kid in main.kids if kid.dep == "prep" and who.i < kid.i < verb.i]:
        prep.hang(who, "prep")
    verb.dep = "advcl"
    who.hang(verb, "nsubj")
    word.hang(verb, "mark")


def busy_after_which(verb: Word, _: list[Word]) -> None:
    """ "A mouse beside a teapot that is bigger than it, holding a needle": things hold nothing, so the one that the sentence is of does it."""
    over = verb.head
    if verb.tag != "VBG" or verb.dep != "advcl" or over.dep != "relcl" or over.head.dep not in ("pobj", "dobj") or verb.lemma not in HOLDS:
        return
    first, main = over.head, over.head.head
    while not main.root and not main.verb:
        main = main.head
    subject = main.kid("nsubj") if main.verb else main
    if subject is not None and classes.share(first.lemma, "person", "animal") < 0.35 <= classes.share(subject.lemma, "person", "animal"):
        verb.hang(main, "advcl")


HOLDS = frozenset(("hold", "wear", "carry", "eat", "drink", "read", "look", "smile", "laugh", "wave", "play", "watch", "clutch", "grip", "sip", "hug"))


def doing(word: Word, _: list[Word]) -> None:
    """ "A kitten sleeping in a basket": a beast just before what it does is its subject, and says of no sleeping of which kind it is."""
    verb = word.head
    before = word.noun and word.dep in ("amod", "compound", "nmod")
    beast = before and (classes.share(word.lemma, "animal") > 0.5 or verb.lemma in RESTS and classes.share(word.lemma, *THINGS) > 0.5)
    if beast and verb.tag == "VBG" and verb.i == word.i + 1 and verb.kid("prep") is not None and verb.kid("nsubj", "dobj") is None:
        word.dep = "nsubj"
        for kid in [k for k in verb.kids if k.i < word.i and k.dep in ("det", "amod", "nummod", "poss", "compound")]:
            kid.hang(word, kid.dep)


def begins_with_its_doer(noun: Word, _: list[Word]) -> None:
    """ "A wolf sitting under a chair": who is named just before a participle that governs all else does it, and is no measure of it."""
    verb = noun.head
    if noun.noun and noun.dep == "npadvmod" and noun.kid("det", "nummod") is not None and verb.root and verb.tag == "VBG" and verb.i == noun.i + 1:
        if verb.kid("nsubj", "nsubjpass", "aux") is None:
            noun.dep = "nsubj"


RESTS = frozenset(("rest", "lie", "stand", "sit", "hang", "lean", "balance", "perch", "float", "rise", "spill"))
"""How things are somewhere: "a spoon resting on the rim"."""


SELDOM = frozenset((
    "stream", "slide", "wrap", "sleep", "climb", "spill", "pour", "cascade", "filter", "drift", "fall", "rise", "run", "glow", "shine", "flow", "lie",
    "stand", "sit", "hang", "hum", "trickle", "wind", "snake", "curve", "smear", "blur", "graze", "melt", "glisten", "glitter", "twinkle", "mingle",
    "dance", "sprawl", "scatter", "bloom", "grow", "drip", "crackle", "burn", "smoulder", "simmer", "fade", "merge", "flicker", "jut", "protrude",
    "emerge", "overflow", "trail", "meander", "wander", "roam", "nap", "doze", "bask", "wade", "gallop", "splash", "crash", "roll", "tumble",
    "plunge", "leap", "jump", "stare", "frolic", "huddle", "gather", "cluster", "swarm", "soar", "glide", "flit", "buzz", "crawl", "scurry", "cling",
    "creep", "twist", "coil", "sag", "droop", "lurk", "march", "jostle", "line", "surround", "flank", "frame", "cover", "overlook", "blanket", "fill",
    "dot", "adorn", "crown", "carpet", "cloak", "graz", "peek", "peer", "reach", "stretch", "tower", "loom", "rest", "lean", "sway", "dangle",
    "flutter", "ripple", "sparkle", "glint", "gleam", "shimmer", "swim", "walk", "perch", "drape", "curl", "float", "hover", "swirl", "sweep",
    "spread", "sink", "circle", "drum", "brush", "patter", "beat", "hammer",
))  # fmt: skip
"""Verbs that are taken for plural nouns: "sunlight streams", "gravel slides past"."""


ROUND = frozenset(("around", "round", "along", "past", "across", "through"))
"""After these something goes its way: "a band of fabric wraps around the base"."""


def over_plural(word: Word) -> bool:
    """True if the noun that all hangs on is a plural, whose verb has no ending: "headlights of a white taxi smear across the road"."""
    if word.dep != "pobj" or word.head.norm != "of":
        return False
    return word.head.head.tag == "NNS" and word.head.head.dep in ("ROOT", "nsubj", "dep", "npadvmod", "conj", "nsubjpass")


def streams(word: Word, words: list[Word]) -> None:
    """ "through which bright sunlight streams, casting": a plural that stays without a verb of its own is the verb of the noun before it."""
    k = word.i - words[0].i
    if word.tag not in ("NNS", "NN") or word.lemma not in SELDOM or k == 0 or k + 1 >= len(words):
        return
    before, after = words[k - 1], words[k + 1]
    if (
        word.tag == "NN"
        and not over_plural(word)
        or word.lemma in ("line", "frame", "cover", "surround", "flank", "overlook", "blanket", "fill", "dot", "adorn", "crown", "carpet", "cloak", "circle")
        and after.tag not in ("DT", "PRP$")
    ):
        return
    if before.tag == "JJ" and before.head is word and not before.kids and classes.share(before.norm, *THINGS) >= 0.8:
        before.tag, before.dep = "NN", "compound"
    if (
        before.tag != "NN"
        or before.head is not word
        or before.dep != "compound"
        or after.tag not in (",", "IN", "RP", "RB", "TO", ".", "VBN", "VBG", "DT", "PRP$")
        or classes.share(before.lemma, "artifact") > 0.5
        and after.tag not in ("DT", "PRP$")
        and not over_plural(word)
        and not (word.dep == "pobj" and after.norm in ROUND)
        and word.lemma in ("wind", "slide", "run", "stand", "wrap", "filter", "sink", "drum", "brush")
    ):
        return
    over, dep = word.head, word.dep
    for kid in [x for x in word.kids if x.i < before.i]:
        kid.hang(before, kid.dep)
    word.kids.remove(before)
    top = before
    if over is not word:
        over.kids.remove(word)
        before.head, before.dep = over, dep
        over.kids.append(before)
        over.kids.sort(key=lambda w: w.i)
        while top.dep in ("pobj", "prep", "conj") and not top.root and (top.dep != "prep" or top.head.noun):
            top = top.head
    if over is word or not top.noun:
        before.head, before.dep = word, "nsubj"
        if over is not word and before in over.kids:
            over.kids.remove(before)
        word.kids.append(before)
        word.head = word if over is word or over.tag == "IN" else over
    elif top.root:
        top.head, top.dep = word, "nsubj"
        word.kids.append(top)
        word.head = word
    else:
        word.head = top.head
        top.hang(word, "nsubj")
    word.kids.sort(key=lambda w: w.i)
    word.tag, word.dep = "VBZ", "ROOT" if word.head is word else "parataxis"
    if word.head is not word and word not in word.head.kids:
        word.head.kids.append(word)


TONES = frozenset(("shade", "hue", "tone", "tint"))


def agrees(word: Word, before: Word, root: Word) -> bool:
    """Whether a last word can be the verb: it has the ending that its subject asks for, and the phrase is one without it ("of pink", not "of old" books)."""
    subject = (word.kid("nsubj") or before) if word is root else root
    several = subject.tag in ("NNS", "NNPS") or subject.kid("cc") is not None
    whole = before.noun or word is root or word.head.tag == "IN" and word.head.head.lemma in TONES
    return whole and (several == (word.tag == "NN") or not classes.noun(word.norm) and not classes.noun(word.lemma))


def find_verb(words: list[Word]) -> None:
    """ "Roses in shades of pink spill over a wall": in a sentence without a verb, a last word of a noun phrase that can be one and goes on with a preposition
    is the verb; the noun that the sentence hung on is its subject."""
    root = next(w for w in words if w.root)
    for k in range(1, len(words) - 1):
        word, before, after = words[k], words[k - 1], words[k + 1]
        own = before.head is word and before.dep in ("compound", "amod", "nmod")
        if (
            root.noun
            and own
            and not (word.dep == "dobj" and deeds.called(f"{before.norm} {word.lemma}"))
            and not (word.norm in LIGHTS and before.tag != "NNS" and after.tag != "DT")
            and word.tag in ("NN", "NNS")
            and after.tag in ("IN", "DT", "RB", "RP")
            and agrees(word, before, root)
            and classes.verb(word.lemma) is not None
            and classes.share(word.lemma, "artifact", "animal", "person", "body", "food", "plant") < 0.5
            and not classes.is_a(word.norm, "furniture")
            and not (word.tag == "NNS" and is_noun(before.lemma, word.lemma))
        ):
            break
    else:
        return
    before.dep, before.head = word.dep, word.head
    if word.root or word is root:
        before.dep, before.head = "nsubj", word
        subject = before
    else:
        word.head.kids.remove(word)
        before.head.kids.append(before)
        subject = root
    for kid in list(word.kids):
        if kid.i < word.i and kid is not before:
            word.kids.remove(kid)
            before.kids.append(kid)
            kid.head = before
    if before in word.kids and before.head is not word:
        word.kids.remove(before)
    word.head, word.dep, word.tag = word, "ROOT", "VBP"
    if subject is not before:
        subject.head, subject.dep = word, "nsubj"
        word.kids.append(subject)
    elif before not in word.kids:
        word.kids.append(before)
    for kid in list(root.kids):
        if kid.i > word.i and kid.dep in ("prep", "advmod", "advcl", "punct"):
            root.kids.remove(kid)
            word.kids.append(kid)
            kid.head = word


def its_doer(word: Word, _: list[Word]) -> None:
    """ "Waitress pouring coffee": who stands before what is done does it, and is no sort of it."""
    before = next((k for k in word.kids if k.i == word.i - 1 and k.noun and k.dep in ("amod", "compound", "nmod")), None)
    if word.tag != "VBG" or not word.root or before is None or word.kid("nsubj") is not None or word.kid("dobj", "prep") is None:
        return
    before.dep = "nsubj"
    for kid in [k for k in word.kids if k.i < before.i and k.dep in ("det", "amod", "compound", "nummod", "poss")]:
        kid.hang(before, kid.dep)
