"""Nouns that are seldom or of two kinds: cans and wells, mother bears and lion cubs, framed pictures. Each repair takes a word and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.syntax.mends.tags import HUES, THINGS
from diorama.language.syntax.wellformed import CUT

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word

PARENTS = frozenset(("mother", "father", "mama", "papa", "mum", "mom", "dad"))
CUBS = frozenset(("cub", "pup", "calf", "kid", "chick", "foal", "kit"))
FIGURES = frozenset(("circle", "fan", "arc", "spiral", "zigzag", "loop", "ring", "semicircle"))
GLOWS = frozenset(("glow", "shine", "burn", "blaze", "gleam", "blush", "flush", "turn"))


def taken_for_verb(word: Word, words: list[Word]) -> None:
    """ "An alpine hut with a red door": what no dictionary has for a verb is a noun, and what was taken for its subject tells of it."""
    if word.tag not in ("VBP", "VB") or classes.verb(word.norm) is not None or classes.verb(word.lemma) is not None:
        return
    if not classes.noun(word.norm) or classes.share(word.norm, *THINGS) < 0.6:
        return
    word.tag, word.lemma = "NN", word.norm
    before = next((k for k in word.kids if k.dep == "nsubj" and k.i == word.i - 1), None)
    if before is not None:
        for kid in [k for k in before.kids if k.i < before.i]:
            kid.hang(word, kid.dep)
        before.dep = "amod" if classes.is_adjective(before.norm) else "compound"
        before.tag = "JJ" if before.dep == "amod" else before.tag
    for kid in [k for k in word.kids if k.dep in ("dobj", "attr")]:
        kid.dep = "appos"


def one_with_an_s(word: Word, words: list[Word]) -> None:
    """ "A matte black thermos": a noun that ends so, and no plural."""
    if word.tag == "NNS" and word.lemma != word.norm and any(k.norm in ("a", "an") and k.dep == "det" for k in word.kids):
        if classes.noun(word.norm) and not classes.noun(word.lemma):
            word.tag, word.lemma = "NN", word.norm


def of_its_noun(word: Word, words: list[Word]) -> None:
    """ "A woman in a striped apron lifts a lid": an adjective hung on the verb, of the noun that it stands before."""
    after = next((w for w in words if w.i == word.i + 1), None)
    if word.tag.startswith("JJ") and word.dep == "amod" and word.head.verb and after is not None and after.noun and after.i < word.head.i:
        word.hang(after, "amod")


def pair_does(word: Word, words: list[Word]) -> None:
    """ "A bride and groom dance": after two people it is what they do, and no sort of groom's."""
    who = next((k for k in word.kids if k.dep == "compound" and k.i == word.i - 1), None)
    first = word.head
    if who is None or word.tag != "NN" or word.dep != "conj" or classes.verb(word.norm) is None or first.kid("det") is None:
        return
    if classes.share(who.lemma, "person") < 0.5 or classes.share(first.lemma, "person") < 0.5 or classes.share(word.norm, *THINGS) > 0.3:
        return
    over, dep = first.head, first.dep
    for kid in [k for k in word.kids if k is not who and k.i < who.i]:
        kid.hang(who, kid.dep)
    word.tag, word.lemma = "VBP", word.norm
    first.kids.remove(word)
    who.hang(first, "conj")
    if over is first or over.i > word.i:  # it leads, and what was taken for the verb goes with it
        word.head, word.dep = (word, "ROOT") if over is first else (over, "parataxis")
        if over is not first:
            over.kids[over.kids.index(first)] = word
            for kid in [k for k in over.kids if word.i < k.i < over.i and k.dep in ("prep", "advmod")]:
                kid.hang(word, kid.dep)
    else:
        over.kids[over.kids.index(first)] = word
        word.head, word.dep = over, dep
    first.head, first.dep = word, "nsubj"
    word.kids.append(first)
    word.kids.sort(key=lambda w: w.i)


def mother_bear(word: Word, words: list[Word]) -> None:
    """ "A mother bear with two cubs": which bear it is, and nobody's mother beside it."""
    if word.norm not in PARENTS or not word.noun:
        return
    rest = iter(words[word.i - words[0].i + 1 :])
    beast = next((w for w in rest if not w.tag.startswith("JJ")), None)
    if beast is None or not beast.noun or classes.share(beast.lemma, "animal") < 0.3:
        return
    if beast.head is word:
        for kid in [k for k in word.kids if k is not beast]:
            kid.hang(beast, kid.dep)
        beast.stand_in_for(word)
    elif word.head is not beast:
        return
    else:
        for kid in list(word.kids):
            kid.hang(beast, kid.dep)
    word.hang(beast, "compound")


def its_cub(word: Word, words: list[Word]) -> None:
    """ "A lion cub on a rock": the cub, and no lion that does so."""
    beast = word.head
    if (
        word.lemma not in CUBS
        or not word.noun
        or word.dep not in ("acl", "appos", "dep")
        or beast.i != word.i - 1
        or classes.share(beast.lemma, "animal") < 0.3
    ):
        return
    for kid in [k for k in beast.kids if k is not word]:
        kid.hang(word, kid.dep)
    word.stand_in_for(beast)
    beast.hang(word, "compound")


def framed_of(word: Word, words: list[Word]) -> None:
    """ "A framed photograph of a sailor beside a lamp": beside the lamp is the photograph."""
    if not word.noun or not any(k.norm == "framed" and k.dep == "amod" for k in word.kids):
        return
    shown = next((o for p in word.those("prep") if p.norm == "of" for o in p.those("pobj")), None)
    for prep in [k for k in shown.those("prep") if k.norm not in ("of", "in", "with")] if shown is not None else ():
        prep.hang(word, "prep")


def a_well(word: Word, words: list[Word]) -> None:
    """ "Beside a stone well in the snow": after a noun with an article, and nothing that is done well, it is the well."""
    k = word.i - words[0].i
    before, after = words[k - 1] if k else None, words[k + 1] if k + 1 < len(words) else None
    if word.norm != "well" or word.tag != "RB" or before is None or not before.noun or before.dep != "pobj" or before.kid("det") is None:
        return
    if after is not None and after.tag not in ("IN", ",", ".", "CC", "VBZ"):
        return
    word.tag, word.lemma = "NN", "well"
    over = before.head
    word.hang(over, "pobj")
    for kid in list(before.kids):
        kid.hang(word, kid.dep)
    before.hang(word, "compound")


def a_can(word: Word, words: list[Word]) -> None:
    """ "A watering can stands", "the oil can is red": what has a verb of its own after it is a can, and nobody can."""
    k = word.i - words[0].i
    before, after = words[k - 1] if k else None, words[k + 1] if k + 1 < len(words) else None
    if word.norm != "can" or word.tag != "MD" or before is None or before.kid("det", "amod", "compound") is None or not (before.noun or before.tag == "VBG"):
        return
    if after is None or after.tag not in ("VBZ", "VBD", "VBP", "IN", ",", "VBN", "VBG"):
        return
    verb = word.head
    word.tag, word.lemma = "NN", "can"
    for kid in [x for x in before.kids if x.i < before.i]:
        kid.hang(word, kid.dep)
    word.dep = before.dep
    before.tag = "NN"
    before.hang(word, "compound")
    for kid in [x for x in before.kids if x.i > word.i]:
        kid.hang(word, kid.dep)
    if verb is before:
        word.head = word


def in_a_figure(word: Word, words: list[Word]) -> None:
    """ "Rolls in a slow circle on the floor", "lie in a fan between the plates": what comes after is where it is, not where the figure is."""
    verb = word.head.head
    if word.lemma in FIGURES and word.dep == "pobj" and word.head.norm == "in" and verb.verb:
        for prep in [k for k in word.those("prep") if k.norm not in ("of", "with")]:
            prep.hang(verb, "prep")


def cut_up(word: Word, words: list[Word]) -> None:
    """ "A glass of water with lemon slices", "an orange slice": so many, cut; the lemon slices nothing."""
    k = word.i - words[0].i
    food = words[k - 1] if k else None
    if word.norm not in CUT or food is None or not food.noun or food.comma or classes.share(food.lemma, "food", "plant") < 0.5 or word.kid("dobj") is not None:
        return
    if food.head is not word and word.head is not food:
        return
    if food.head is word:
        food.stand_in_for(word)
        for kid in [x for x in word.kids if x is not food]:
            kid.hang(food, kid.dep)
    if food in word.kids:
        word.kids.remove(food)
    if food.head is not food and food not in food.head.kids:
        food.head.kids.append(food)
    word.head = food
    if word not in food.kids:
        food.kids.append(word)
    word.dep, word.tag = "amod", "JJ"
    food.tag = "NNS" if word.norm.endswith("s") else "NN"
    for kid in [x for x in food.kids if x.dep == "nsubj" and x.tag == "CD"]:
        kid.dep = "nummod"
    food.dep = "ROOT" if food.head is food else food.dep


PROTRUDES = frozenset(("sticks", "pokes", "juts", "peeks", "peeps", "pops", "spills"))


def sticks_out(word: Word, words: list[Word]) -> None:
    """ "A bottle of wine sticks out of a basket": what it does, and no sticks of wine."""
    out = next((w for w in words if w.i == word.i + 1 and w.norm in ("out", "up")), None)
    stuff = next((k for k in word.kids if k.dep in ("compound", "nmod", "amod") and k.i == word.i - 1), None)
    prep = word.head
    if word.norm not in PROTRUDES or not word.noun or out is None or stuff is None or word.dep != "pobj" or prep.norm != "of" or not prep.head.root:
        return
    who = prep.head
    stuff.hang(prep, "pobj")
    stuff.tag = "NN" if not stuff.noun else stuff.tag
    for kid in list(word.kids):
        kid.hang(stuff, kid.dep)
    for kid in [k for k in who.kids if k.i > word.i]:
        kid.hang(word, kid.dep)
    prep.kids.remove(word)
    word.head, word.dep, word.tag, word.lemma = word, "ROOT", "VBZ", word.norm.removesuffix("s")
    if prep in word.kids:
        prep.hang(who, "prep")
    who.hang(word, "nsubj")


def glows(word: Word, words: list[Word]) -> None:
    """ "The tents of a camp glow orange": what they do, and the colour in which."""
    if word.norm not in GLOWS or not word.noun or word.dep != "pobj" or word.head.norm != "of":
        return
    hue = next((w for w in words if w.i == word.i + 1 and w.norm in HUES), None)
    camp = next((k for k in word.kids if k.dep == "compound" and k.i == word.i - 1), None)
    if hue is None or camp is None or not hue.root or hue.kid("nsubj") is None:
        return
    camp.hang(word.head, "pobj")
    for kid in list(word.kids):
        kid.hang(camp, kid.dep)
    word.head.kids.remove(word)
    word.head, word.dep, word.tag = word, "ROOT", "VBP"
    for kid in list(hue.kids):
        kid.hang(word, kid.dep)
    hue.tag = "JJ"
    hue.head, hue.dep = word, "acomp"
    word.kids.append(hue)


def counted(word: Word, words: list[Word]) -> None:
    """ "A fox, three crows overhead": what a number stands before is so many, and no verb."""
    number = next((k for k in word.kids if k.tag == "CD" and k.dep == "nsubj" and k.i == word.i - 1), None)
    if word.tag == "VBZ" and number is not None and number.norm not in ("one", "each") and classes.noun(word.lemma):
        word.tag, number.dep = "NNS", "nummod"


def no_copula(word: Word, words: list[Word]) -> None:
    """ "A girl reading a comic, her cat on her lap": two that are there, and no girl that is a cat."""
    who = word.kid("nsubj")
    if not word.root or not word.noun or who is None or not who.noun or word.kid("cop", "aux", "auxpass") is not None:
        return
    if not any(w.text == "," and who.i < w.i < word.i for w in words):
        return
    word.kids.remove(who)
    who.head, who.dep = who, "ROOT"
    word.head, word.dep = who, "conj"
    who.kids.append(word)
    who.kids.sort(key=lambda w: w.i)


OF_A_VEHICLE = frozenset(("bed", "hood", "bonnet", "roof", "boot", "cab", "trunk", "tailgate", "windscreen", "windshield", "bumper", "deck"))


def of_the_vehicle(word: Word, words: list[Word]) -> None:
    """ "The truck bed", "the car hood": a part of the vehicle, and neither a bed nor a hood."""
    vehicle = next((k for k in word.kids if k.i == word.i - 1 and k.noun and k.dep in ("compound", "nmod")), None)
    if word.lemma in OF_A_VEHICLE and vehicle is not None and classes.is_a(vehicle.lemma, "vehicle"):
        vehicle.hang(word, "poss")
        for kid in [k for k in word.kids if k.dep == "det"]:
            kid.hang(vehicle, "det")
