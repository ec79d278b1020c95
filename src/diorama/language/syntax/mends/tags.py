"""Words that the tagger takes for another part of speech. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.postures import base
from diorama_catalogue.plurals import plural, singular

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word


def lower_case(word: Word, words: list[Word]) -> None:
    """ "A tray of dark walnut": what has no capital is no name."""
    if word.tag in ("NNP", "NNPS") and word.text[:1].islower() and not any(w.tag.startswith("NNP") and w.text[:1].isupper() for w in word.kids):
        word.tag = "NN" if word.tag == "NNP" else "NNS"


def on_the_left(word: Word, words: list[Word]) -> None:
    """ "A boat moored to a jetty on the left": a side, and no way how."""
    if word.norm in ("left", "right") and word.tag == "JJ" and word.dep == "pobj" and word.kid("det") is not None:
        word.tag = "NN"


def a_third(word: Word, words: list[Word]) -> None:
    """ "While a third watches": after "a" comes no plural, so that it is what the third does."""
    ordinal = next((k for k in word.kids if k.norm in ORDINALS and k.i == word.i - 1), None)
    if word.tag != "NNS" or ordinal is None or not any(k.norm in ("a", "another") for k in word.kids) or classes.verb(word.lemma) is None:
        return
    for kid in [k for k in word.kids if k.i < ordinal.i]:
        kid.hang(ordinal, kid.dep)
    ordinal.dep, word.tag = "nsubj", "VBZ"
    mark = word.head
    if word.dep == "pobj" and mark.norm in ("while", "as"):
        word.hang(mark.head, "advcl")
        mark.hang(word, "mark")


ORDINALS = frozenset(("second", "third", "fourth", "fifth", "sixth"))


def no_lie(word: Word, words: list[Word]) -> None:
    """ "On the very top lie a pair of gloves": the place, and what lies there; no lie."""
    prep, top = word.head, next((k for k in word.kids if k.i == word.i - 1 and k.norm in ("top", "bottom", "floor", "ground", "left", "right")), None)
    if word.norm != "lie" or word.tag != "NN" or word.dep != "pobj" or top is None:
        return
    thing = next((w for w in words if w.i > word.i and w.noun and (w.root or w.dep in ("nsubj", "dobj", "appos"))), None)
    if thing is None:
        return
    for kid in [k for k in word.kids if k.i < top.i]:
        kid.hang(top, kid.dep)
    prep.kids.remove(word)
    top.tag, word.tag, word.lemma = "NN", "VBP", "lie"
    over = thing.head
    if thing.root:
        word.head, word.dep = word, "ROOT"
    else:
        over.kids.remove(thing)
        word.head, word.dep = over, thing.dep
        over.kids.append(word)
    top.hang(prep, "pobj")
    for kid in [k for k in thing.kids if k.i < word.i]:
        kid.hang(word, kid.dep)
    thing.head = word
    thing.dep = "nsubj"
    word.kids.append(thing)


OUTSIZE = frozenset(("giant", "miniature", "mammoth"))
"""Nouns that tell a size where a noun follows."""


def outsize(word: Word, words: list[Word]) -> None:
    """ "A giant strawberry on a bus": before a noun (and its adjectives) it tells the size, and nobody's."""
    if word.norm not in OUTSIZE or not word.noun:
        return
    rest = iter(words[word.i - words[0].i + 1 :])
    noun = next((x for x in rest if not x.tag.startswith("JJ") and not (x.noun and x.dep == "compound" and x.head.i > x.i)), None)
    if noun is None or not noun.noun:
        return
    over = word.head
    for kid in [k for k in word.kids if k is not noun]:
        kid.hang(noun, kid.dep)
    if noun in word.kids:  # it was taken for the head
        word.kids.remove(noun)
        noun.dep = word.dep
        noun.head = noun if over is word else over
        if over is not word:
            over.kids[over.kids.index(word)] = noun
    word.tag, word.lemma = "JJ", word.norm
    word.hang(noun, "amod")


HAIRCUTS = frozenset(("buzz", "crew", "pixie", "bowl"))
"""What cuts of hair are called."""
DECADES = frozenset("teens twenties thirties forties fifties sixties seventies eighties nineties".split())


def of_hair(word: Word, _: list[Word]) -> None:
    """ "With a buzz cut": a haircut."""
    if word.norm == "cut" and word.noun and any(k.dep == "compound" and k.norm in HAIRCUTS for k in word.kids):
        word.lemma = "haircut"


def in_years(word: Word, _: list[Word]) -> None:
    """ "A man in his thirties with a beard": the beard is the man's."""
    if word.norm in DECADES and word.dep == "pobj" and word.head.head.noun:
        for kid in word.those("prep"):
            kid.hang(word.head.head, "prep")


def unseen(word: Word, words: list[Word]) -> None:
    """ "A clownfish hides", "a viking", "with stubble": a noun that the tagger has seldom seen, and takes for an adjective or a verb."""
    if word.tag == "VBG" and word.kid("det") is not None and classes.verb(word.lemma) is None:
        word.tag, word.lemma = "NN", word.norm
    if word.tag == "JJ" and word.dep in ("pobj", "conj") and "-" not in word.norm and classes.noun(word.norm) and not classes.is_adjective(word.norm):
        word.tag = "NN"
    seldom = (
        (word.tag in ("JJ", "FW", "UH") or word.tag == "RB" and word is words[0])
        and "-" not in word.norm
        and classes.noun(word.norm)
        and not classes.is_adjective(word.norm)
    )
    if seldom and word.atom is None and classes.share(word.norm, "animal", "person", "plant") >= 0.75:
        word.tag = "NN"
        word.dep = "compound" if word.dep == "amod" and word.head.noun else word.dep


def geese(word: Word, _: list[Word]) -> None:
    """ "Two geese walk": a plural of its own form, taken for an adjective."""
    one = singular(word.norm)
    if word.tag == "JJ" and word.dep != "amod" and one != word.norm and not classes.is_adjective(word.norm) and classes.share(one, "animal", "person") > 0.5:
        word.tag, word.lemma = "NNS", one


def adjectival(word: Word, _: list[Word]) -> None:
    """ "In a misty forest": what is no noun at all, and an adjective, is one before a noun."""
    if word.tag == "NN" and word.dep == "compound" and word.head.noun and not classes.noun(word.norm) and classes.is_adjective(word.norm):
        word.tag, word.dep = "JJ", "amod"


def verbless(word: Word, _: list[Word]) -> None:
    """ "Billowing thunderheads tower on the horizon": what has a subject just before it is a verb, and no noun."""
    before = next((k for k in word.kids if k.dep == "nsubj" and k.i == word.i - 1), None)
    stated = word.root or word.dep in ("advcl", "conj")
    if stated and word.tag in ("NN", "NNS") and before is not None and classes.verb(word.lemma) is not None and classes.noun(before.lemma):
        if word.tag == "NNS" and before.tag == "NN":
            word.tag = "VBZ"  # "a tall model leans against a pillar"
        elif word.tag == "NN" and before.norm.endswith("s"):
            word.tag, before.tag = "VBP", "NNS"


def face_down(word: Word, _: list[Word]) -> None:
    """ "One is face down on a mattress": who is so lies there."""
    if word.norm == "face" and word.tag.startswith("VB") and word.kid("auxpass", "aux") is not None and any(k.norm in ("down", "up") for k in word.kids):
        word.tag, word.lemma = "VBG", "lie"


PRONOUNS = frozenset(("i", "me", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "one"))


def no_pronoun(word: Word, _: list[Word]) -> None:
    """ "A bookshelf stands": a pronoun has no article."""
    if word.tag == "PRP" and word.norm not in PRONOUNS and not word.norm.endswith(("self", "selves")) and word.kid("det") is not None:
        word.tag = "NN"


def one_is(word: Word, _: list[Word]) -> None:
    """ "One blue and one green", "one knitting": who is so, and no number of it."""
    over = word.head
    if word.norm != "one" or word.dep != "nummod" or over.i != word.i + 1 or over.kid("det") is not None:
        return
    if over.tag.startswith("JJ") and over.kid("nsubj") is None and over.dep in ("conj", "advcl", "appos", "dep", "npadvmod"):
        word.dep = "nsubj"
    elif over.norm.endswith("ing") and over.tag == "NN" and over.dep in ("npadvmod", "appos", "dep", "conj") and classes.verb(base(over.norm)) is not None:
        over.tag, over.lemma, over.dep, word.dep = "VBG", base(over.norm), "advcl", "nsubj"


THINGS = ("artifact", "animal", "person", "plant", "food")


def one_of_them(word: Word, _: list[Word]) -> None:
    """ "Behind the hedgehog": no plural without its ending."""
    if word.tag == "NNS" and word.norm == word.lemma and not word.norm.endswith("s") and singular(word.norm) == word.norm and plural(word.norm) != word.norm:
        if classes.noun(word.norm) and word.norm not in MANY and any(k.norm in ("a", "an", "the") and k.dep == "det" for k in word.kids):
            word.tag = "NN"


MANY = frozenset("cattle people police folk poultry livestock clergy staff moose bison swine trout cod spacecraft dice".split())
"""Plurals without an ending."""


def hued(word: Word, _: list[Word]) -> None:
    """ "One grey heron stood": a colour just before a noun is its look, and no noun that the other explains."""
    noun = next((k for k in word.kids if k.i == word.i + 1 and k.noun and k.dep == "appos"), None)
    if noun is None or not word.noun or not classes.is_adjective(word.norm) or classes.share(word.norm, "artifact", "animal", "person", "plant", "food") > 0.3:
        return
    for kid in [k for k in word.kids if k is not noun]:
        kid.hang(noun, kid.dep)
    word.kids.remove(noun)
    over = word.head
    noun.dep, noun.head = word.dep, noun if over is word else over
    if over is not word:
        over.kids[over.kids.index(word)] = noun
    word.tag, word.lemma = "JJ", word.norm
    word.head = word
    word.hang(noun, "amod")


def reading_glasses(word: Word, words: list[Word]) -> None:
    """ "A pair of reading glasses": what follows "of" is the thing, and nobody reads."""
    noun = next((k for k in word.kids if k.dep == "dobj" and k.i == word.i + 1 and k.noun and k.kid("det") is None), None)
    prep = word.head
    if word.tag != "VBG" or word.dep != "pcomp" or prep.norm != "of" or noun is None or prep.head.lemma != "pair":
        return
    for kid in [k for k in word.kids if k is not noun]:
        kid.hang(noun if kid.dep != "prep" else prep.head, kid.dep)
    noun.hang(prep, "pobj")
    word.hang(noun, "amod")


def plants(word: Word, words: list[Word]) -> None:
    """ "A boy and his grandmother plant tomatoes": after somebody it is what they do, and no sort of tomato."""
    who = next((k for k in words if k.i == word.i - 1), None)
    crop = word.head
    if word.norm != "plant" or not word.noun or word.dep != "compound" or not crop.noun or who is None or classes.share(who.lemma, "person") < 0.5:
        return
    first = crop.head
    if crop.dep != "conj" or classes.share(first.lemma, "person") < 0.5:
        return
    who.tag = "NN"
    for kid in [k for k in crop.kids if k.i < who.i]:
        kid.hang(who, kid.dep)
    if who.head is not first:
        who.hang(first, "conj")
    else:
        who.dep = "conj"
    over, dep = first.head, first.dep
    word.tag, word.lemma = "VBP", "plant"
    word.head.kids.remove(word)
    if over is first:
        word.head, word.dep = word, "ROOT"
    else:
        over.kids[over.kids.index(first)] = word
        word.head, word.dep = over, dep
    first.head, first.dep = word, "nsubj"
    word.kids.append(first)
    crop.hang(word, "dobj")
    for prep in [k for k in first.those("prep") if k.i > crop.i]:
        prep.hang(word, "prep")


def side_by_side(word: Word, words: list[Word]) -> None:
    """ "Two horses galloping side by side": how they do, and no side that gallops."""
    k = word.i - words[0].i
    if [w.norm for w in words[k : k + 3]] != ["side", "by", "side"] or not word.noun:
        return
    doing = next((x for x in word.kids if x.tag == "VBG" and x.i == word.i - 1), None)
    if doing is None or word.root:
        return
    over = word.head
    doing.lemma = base(doing.norm)
    doing.hang(over, "acl")
    word.tag = "RB"
    word.hang(doing, "advmod")
    for later in words[k + 1 : k + 3]:
        if later.head is not word and later.norm == "by":
            later.hang(word, "prep")
    for prep in [x for x in over.those("prep") if x.i > words[k + 2].i]:
        prep.hang(doing, "prep")


def listed_thing(word: Word, words: list[Word]) -> None:
    """ "A cup, a croissant on a plate": what has an article and is no adjective is a noun."""
    thing = word.tag == "JJ" and word.dep in ("appos", "conj") and any(k.norm in ("a", "an") for k in word.kids if k.dep == "det")
    if thing and classes.noun(word.norm) and not classes.is_adjective(word.norm):
        word.tag = "NN"


def set_for(word: Word, words: list[Word]) -> None:
    """ "The table is set for six: white plates and glasses": six people; the plates are what it is set with."""
    colon = next((w for w in words if w.i == word.i + 1), None)
    if word.tag != "CD" or word.dep != "nummod" or colon is None or colon.text != ":" or word.head.dep != "pobj" or word.head.head.norm != "for":
        return
    prep, thing = word.head.head, word.head
    over = prep.head
    word.hang(prep, "pobj")
    thing.hang(over.kid("nsubjpass", "nsubj") or over, "appos")


def aged(word: Word, words: list[Word]) -> None:
    """ "A boy of about eight kneels on a sack": who is so old kneels; there are no eight kneels."""
    prep, number = word.head, word.kid("nummod")
    if word.tag != "NNS" or word.dep != "pobj" or prep.norm != "of" or number is None or number.i != word.i - 1 or classes.verb(word.lemma) is None:
        return
    who = prep.head
    if classes.share(who.lemma, "person") < 0.5 or classes.share(word.lemma, "person", "animal", "food") > 0.5:
        return
    number.hang(prep, "pobj")
    for kid in [k for k in word.kids if k.i < number.i]:
        kid.hang(number, kid.dep)
    word.tag = "VBZ"
    word.hang(who, "acl")


def half_hidden(word: Word, words: list[Word]) -> None:
    """ "Behind the trunk, half hidden under a sheet, stands a horse": "half" is how it is hidden, and the horse is."""
    hidden, verb = word.kid("acl"), word.head
    if word.norm != "half" or word.dep != "nsubj" or hidden is None or hidden.i != word.i + 1 or word.kid("det") is not None:
        return
    who = next((k for k in verb.kids if k.dep in ("nsubj", "nsubjpass", "dobj", "attr") and k is not word and k.noun), None)
    if who is None:
        return
    who.dep = "nsubj"
    hidden.hang(verb, "advcl")
    word.tag = "RB"
    word.hang(hidden, "advmod")


def lay(word: Word, _: list[Word]) -> None:
    """ "A greyhound lay stretched on the rug": who lay there, and no "lay" of a greyhound's."""
    who = next((k for k in word.kids if k.dep == "compound" and k.i == word.i - 1 and classes.share(k.lemma, "animal", "person") > 0.5), None)
    if word.norm != "lay" or word.tag != "NN" or who is None or not word.root:
        return
    for kid in [k for k in word.kids if k.i < who.i and k.dep in ("det", "amod", "nummod", "compound", "poss")]:
        kid.hang(who, kid.dep)
    word.tag, word.lemma, who.dep = "VBD", "lie", "nsubj"


def no_doing(word: Word, words: list[Word]) -> None:
    """ "grandpa leans in the doorway": a word that is nobody's doing, before one that is, is who does it."""
    verb = next((k for k in word.kids if k.dep == "dobj" and k.i == word.i + 1 and k.tag == "NNS" and classes.verb(k.lemma) is not None), None)
    named = word is words[0] and word.root and word.verb and classes.verb(word.norm) is None and classes.share(word.norm, "animal", "person") > 0.5
    if verb is None or not named:
        return
    for kid in [k for k in word.kids if k is not verb and k.i > verb.i]:
        kid.hang(verb, kid.dep)
    word.kids.remove(verb)
    verb.head, verb.dep, verb.tag, word.tag = verb, "ROOT", "VBZ", "NN"
    word.hang(verb, "nsubj")


def article_noun(word: Word, words: list[Word]) -> None:
    """ "A dog in a convertible", "a husky lying there": what has an article and no noun after it is the noun, whatever the tagger has."""
    after = next((w for w in words if w.i == word.i + 1), None)
    ends = after is None or after.tag in ("IN", ",", ".", "CC", "VBZ", "VBP", "VBD", "WDT", "RB", ":", "TO")
    busy = after is not None and after.tag == "VBG" and after.head is word
    if word.tag == "JJ" and word.dep in ("pobj", "dobj", "nsubj", "conj", "ROOT") and (ends or busy) and any(k.norm in ("a", "an") for k in word.kids if k.dep == "det"):
        if word.norm == "comic" or classes.share(word.norm, "artifact", "animal", "plant", "food") >= 0.5:
            word.tag = "NN"
    thing = word.tag == "VBN" and word.dep in ("pobj", "dobj") and any(k.norm in ("a", "an") for k in word.kids if k.dep == "det")
    if thing and (after is None or not after.noun) and classes.share(word.norm, "artifact", "animal", "plant", "food") >= 0.5:
        word.tag, word.lemma = "NN", word.norm  # "pulls a sled loaded with firewood"


def place_outside(word: Word, words: list[Word]) -> None:
    """ "Against the lamppost outside": the noun before the adverb is what it leans against."""
    k = word.i - words[0].i
    if word.norm not in OUTSIDE or word.dep != "pobj" or k == 0:
        return
    thing, prep = words[k - 1], word.head
    if thing.head is not word or thing.dep not in ("amod", "compound", "nmod") or classes.share(thing.norm, *THINGS) < 0.5:
        return
    for kid in [kid for kid in word.kids if kid.i < thing.i]:
        kid.hang(thing, kid.dep)
    thing.hang(prep, "pobj")
    thing.tag = "NN"
    word.hang(prep.head, "advmod")


OUTSIDE = frozenset(("outside", "inside", "nearby", "upstairs", "downstairs", "overhead", "alone", "together"))


def opposite(word: Word, _: list[Word]) -> None:
    """ "Opposite him, a nun reads": where she is, and no quality."""
    who = word.kid("dobj", "pobj")
    if word.norm == "opposite" and word.tag != "IN" and who is not None and who.i == max(k.i for k in word.kids) and not word.root:
        word.tag, word.dep, who.dep = "IN", "prep", "pobj"


def nominal(word: Word, words: list[Word]) -> None:
    """A noun that the tagger does not know: "a rosewood sideboard" as an adverb, "a luthier" as an adjective, "a red rose" as a verb."""
    k = word.i - words[0].i
    if (
        word.norm == "rose"
        and word.tag in ("VBD", "VBN")
        and k
        and words[k - 1].tag in ("JJ", "NN")
        and words[k - 1].kid("det") is not None
        and words[k - 1].norm in HUES
    ):
        return flower(word, words[k - 1])
    if word.tag == "JJR" and any(s.kind == "artifact" for s in classes.noun(word.norm)) and swallowed(word) is not None:
        word.tag = "NN"
    if word.noun and (before := swallowed(word)) is not None:
        return take_over(word, before)
    alone = word.tag == "JJ" and word.dep in ("ROOT", "nsubj", "nsubjpass", "pobj", "dobj") and word.kid("det") is not None
    if alone and classes.share(word.norm, "person") >= 0.8:
        word.tag = "NN"  # "a newborn sleeps"
    if word.tag not in ("RB", "RBR", "JJR", "JJS", "UH", "FW", "IN") or word.norm.endswith("ly") or classes.verb(word.norm) is not None or len(word.norm) < 4:
        return
    if classes.share(word.norm, *THINGS) < 0.8 or not any(k for k in words if k.i == word.i - 1 and k.tag in ("DT", "NN", "JJ", "PRP$", "VBN", "VBG", "CD")):
        return
    word.tag = "NN"
    before = words[word.i - words[0].i - 1]
    if swallowed(word) is before:
        return take_over(word, before)
    if word.head is before and before.noun and word.dep in ("advmod", "amod", "npadvmod"):
        over, dep = before.head, before.dep
        before.kids.remove(word)
        word.head, word.dep = (over, dep) if over is not before else (word, dep)
        if over is not before:
            over.kids.remove(before)
            over.kids.append(word)
        for kid in list(before.kids):
            kid.hang(word, kid.dep)
        before.head, before.dep = word, "compound"
        word.kids.append(before)
        word.kids.sort(key=lambda w: w.i)


def swallowed(word: Word) -> Word | None:
    """The word before it that stands in its place: "an aged crimson oven occupies", "a small silver lighter is placed"."""
    if word.dep not in ("advmod", "npadvmod", "dep") or not word.head.verb or word.head.i < word.i:
        return None
    over = next((k for k in word.head.kids if k.dep in ("nsubj", "nsubjpass")), None)
    if over is not None:
        return over if over.i == word.i - 1 and over.noun and over.kid("det") is not None else None
    under = next((k for k in word.kids if k.i == word.i - 1 and k.noun and k.dep == "npadvmod"), None)
    return under if under is not None and under.kid("det") is not None else None


def take_over(word: Word, before: Word) -> None:
    """The noun takes the arcs of its modifier, which was taken for the noun."""
    for kid in [k for k in before.kids if k.i < before.i]:
        kid.hang(word, kid.dep)
    word.dep = before.dep if before.dep.startswith("nsubj") else "nsubjpass" if word.head.kid("auxpass") is not None else "nsubj"
    before.hang(word, "compound")


HUES = frozenset((
    "red", "pink", "white", "yellow", "orange", "black", "blue", "purple", "crimson", "single", "lone", "wilted", "withered", "dried", "fresh",
    "scarlet",
))  # fmt: skip


def flower(word: Word, before: Word) -> None:
    """ "A deep red rose with petals sits": the flower is the subject of the verb that hangs on it."""
    word.tag, word.lemma = "NN", "rose"
    if before in word.kids:
        for kid in list(before.kids):
            kid.hang(word, kid.dep)
        before.dep, before.tag = "amod", "JJ"
    verb = next((x for x in word.kids if x.verb and x.i > word.i and x.dep in ("advcl", "ccomp", "conj", "dep", "xcomp")), None)
    if word.root and verb is not None:
        word.kids.remove(verb)
        verb.head, verb.dep = verb, "ROOT"
        word.hang(verb, "nsubj")


def compound_verb(word: Word, words: list[Word]) -> None:
    """ "A lioness drinks" taken for a compound noun: after "a" comes no plural, so the last word is the verb and the one before it its subject."""
    articles = ("a", "an") if word.tag == "NNS" else ("a", "an", "the")
    if word.tag not in ("NNS", "VBZ") or not any(k.norm in articles and k.dep == "det" for k in word.kids):
        return
    lemma = next((v for v in (word.lemma, word.norm[:-1], word.norm[:-2]) if classes.verb(v) is not None), None)  # "crosses" of no "crosse"
    if lemma is None:
        return
    before = words[word.i - words[0].i - 1] if word.i > words[0].i else None
    if before is None or before.head is not word or before.dep not in ("compound", "amod", "nmod") or not before.noun:
        return
    word.tag, word.lemma, before.dep = "VBZ", lemma, "nsubj"
    for kid in [k for k in word.kids if k.i < before.i and k.dep in ("det", "amod", "compound", "nummod", "poss", "advmod", "nmod", "punct")]:
        word.kids.remove(kid)
        before.kids.append(kid)
        kid.head = before
    _leads(word)


def _leads(word: Word) -> None:
    """ "A bus crosses a bridge, its headlights glowing": what was hung on the participle leads, and the participle goes with it."""
    over = word.head
    if not over.root or over.tag != "VBG" or over.i < word.i or word.dep not in ("dobj", "npadvmod", "dep", "nsubj", "ccomp"):
        return
    over.kids.remove(word)
    word.head, word.dep = word, "ROOT"
    over.hang(word, "advcl") if over.head is not over else _under(over, word)
    for kid in [k for k in word.kids if k.dep == "appos" and k.i > word.i]:
        kid.dep = "dobj"


def _under(over: Word, word: Word) -> None:
    over.head, over.dep = word, "advcl"
    word.kids.append(over)
    word.kids.sort(key=lambda w: w.i)
