"""Who does what: participles after what somebody has on, sits on or is pictured in. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.postures import STATES, base
from diorama_catalogue import things
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word


DOING = {
    "smiling": "smile", "laughing": "laugh", "grinning": "grin", "crying": "cry", "frowning": "frown", "waving": "wave", "dancing": "dance", "singing": "sing",
    "running": "run", "jumping": "jump", "walking": "walk", "sitting": "sit", "standing": "stand", "kneeling": "kneel",
}  # fmt: skip
"""What the living do, by participle."""


def dressed(word: Word, _: list[Word]) -> None:
    """ "A woman in a red sari smiling": a participle after what somebody has on is theirs, and no such thing."""
    noun = next((k for k in word.kids if k.i == word.i - 1 and (k.dep == "compound" and k.noun or k.dep == "amod" and classes.is_a(k.norm, "clothing"))), None)
    over, dep = word.head, word.dep
    worn = over.head if dep == "conj" and over.dep == "pobj" else over  # "in a hat and a red sari smiling"
    if noun is None or word.norm not in DOING or dep not in ("pobj", "conj") or worn.norm not in ("in", "with") or not worn.head.noun:
        return
    noun.tag = noun.tag if noun.noun else "NN"  # "an orange vest kneeling": no superlative
    for kid in [k for k in word.kids if k.i < word.i and k is not noun]:
        kid.hang(noun, kid.dep)
    word.hang(worn.head, "acl")
    noun.hang(over, dep)
    word.tag, word.lemma = "VBG", DOING[word.norm]


def seated(word: Word, _: list[Word]) -> None:
    """ "A woman sitting on a chair playing guitar": she sits on the chair and plays; a "chair playing guitar" there is none."""
    doing = next((k for k in word.kids if k.i == word.i - 1 and k.tag == "VBG" and k.dep in ("amod", "compound")), None)
    if doing is None:
        return
    seat = next((k for k in (*word.kids, *doing.kids) if k.i == doing.i - 1 and k.noun and k.dep in ("amod", "compound", "nmod")), None)
    prep = word.head
    if seat is None or word.dep != "pobj" or not (prep.head.tag.startswith("VB") and (prep.head.lemma in STATES or prep.head.lemma == "lean")):
        return
    for kid in [k for k in word.kids if k.i < seat.i]:
        kid.hang(seat, kid.dep)
    seat.hang(prep, "pobj")
    doing.hang(prep.head, "advcl")
    doing.lemma = DOING.get(doing.norm) or base(doing.norm)
    word.hang(doing, "dobj")


def on_the_back(prep: Word, _: list[Word]) -> None:
    """ "A dog lying on its back on a rug": the dog lies on the rug, and its back is on nothing."""
    back = prep.head
    if prep.dep != "prep" or back.lemma != "back" or back.kid("poss") is None or back.dep != "pobj" or back.head.norm not in ("on", "onto"):
        return
    if (verb := back.head.head).tag.startswith("VB"):
        prep.hang(verb, "prep")


SITTINGS = frozenset(("portrait", "headshot", "photo", "photograph", "picture", "shot", "close-up", "closeup", "selfie", "snapshot"))
"""Pictures that are of somebody."""


def sat(word: Word, words: list[Word]) -> None:
    """ "A headshot of a woman with auburn hair, smiling, 85mm": who smiles is whom the picture is of."""
    over, k = word.head, word.i - words[0].i
    if word.norm not in DOING or k == 0 or words[k - 1].text != "," or over.i > word.i or over.norm not in SITTINGS:
        return
    of = over.kid("prep")
    sitter = of.kid("pobj") if of is not None and of.norm == "of" else None
    if sitter is not None and word.dep in ("amod", "acl", "advcl", "appos"):
        word.hang(sitter, "acl")
        word.tag, word.lemma = "VBG", DOING[word.norm]


def sitter_with(prep: Word, _: list[Word]) -> None:
    """ "A close-up portrait of a man with dreadlocks": he has them, the portrait has not."""
    picture = prep.head
    of = picture.kid("prep")
    sitter = of.kid("pobj") if of is not None and of.norm == "of" and of.i < prep.i else None
    if prep.norm == "with" and prep.dep == "prep" and picture.norm in SITTINGS and sitter is not None and doer(sitter):
        prep.hang(sitter, "prep")


def inside_with(word: Word, _: list[Word]) -> None:
    """ "A shelf with jars lined up on it hangs": the participle is said of what "with" brings, the noun before is the subject of the verb that follows."""
    over = word.head
    if word.tag not in ("VBN", "VBG") or word.dep not in ("ccomp", "csubj", "advcl", "csubjpass"):
        return
    if over.i < word.i or over.kid("nsubj", "nsubjpass") is not None:
        return
    whole = word.kid("nsubj", "nsubjpass")
    prep = next((k for k in whole.kids if k.norm == "with" and k.dep == "prep"), None) if whole is not None and word.kid("aux", "auxpass") is None else None
    inner = prep.kid("pobj") if prep is not None else None
    if whole is None or inner is None or not over.verb:
        return
    whole.hang(over, "nsubj")
    word.hang(inner, "acl")


HANDS = frozenset((
    "hand", "hands", "fingers", "arm", "arms", "lap", "mouth", "teeth", "lips", "shoulder", "shoulders", "head", "knee", "knees", "neck", "paws", "beak",
))  # fmt: skip


def in_hand(prep: Word, _: list[Word]) -> None:
    """ "Stands with scissors in his hand": where the scissors are, not where he stands."""
    verb, place = prep.head, prep.kid("pobj")
    if prep.dep != "prep" or not verb.verb or place is None or place.norm not in HANDS or place.kid("poss") is None:
        return
    before = next((k for k in verb.kids if k.norm == "with" and k.dep == "prep" and k.i < prep.i and k.subtree()[-1].i == prep.i - 1), None)
    thing = before.kid("pobj") if before is not None else None
    if thing is not None:
        prep.hang(thing, "prep")


def beside_which(prep: Word, words: list[Word]) -> None:
    """ "Larger than the mug on the right": where the mug is that it is measured by, not where the larger one is."""
    noun = words[prep.i - words[0].i - 1] if prep.i > words[0].i else None
    by = noun is not None and noun.noun and noun.dep == "pobj" and noun.head.norm == "than"
    if by and noun is not None and prep.dep == "prep" and prep.head in (noun.head.head, noun.head.head.head):
        prep.hang(noun, "prep")


def in_a_colour(word: Word, _: list[Word]) -> None:
    """ "Two defenders in red stand with their hands up": they stand, and there is no red stand."""
    hue = next((k for k in word.kids if k.dep == "amod" and k.i == word.i - 1), None)
    prep = word.head
    if hue is None or word.dep != "pobj" or prep.norm != "in" or word.lemma not in STATES or word.kid("det", "poss") is not None or word.comma:
        return
    who = prep.head
    if not who.noun or who.i > prep.i or hue.i != prep.i + 1 or not classes.is_a(hue.norm, "color"):
        return
    hue.tag = "NN"
    hue.hang(prep, "pobj")
    word.hang(who, "acl")
    word.tag = "VBG"


def seat_of(prep: Word, _: list[Word]) -> None:
    """ "A woman sitting with a book on a bench": who sits is on the bench, with the book."""
    noun, seat = prep.head, prep.kid("pobj")
    if prep.dep != "prep" or prep.norm != "on" or not noun.noun or noun.dep not in ("pobj", "dobj") or seat is None:
        return
    above = noun.head if noun.dep == "dobj" else noun.head.head if noun.head.norm == "with" else noun
    if above.verb and (above.lemma in STATES or noun.dep == "dobj" and above.lemma in OF_SITTERS) and classes.is_a(seat.lemma, "seat"):
        prep.hang(above, "prep")


OF_SITTERS = frozenset(("read", "eat", "drink", "hold", "play", "sip", "feed", "knit", "peel", "cradle", "smoke", "write"))
"""What is done on a seat, and to what is not on it."""


def handling(word: Word, words: list[Word]) -> None:
    """ "A chef tossing pizza dough", "a chef slicing onions": somebody, a participle and what it is done to; taken for one compound noun."""
    k = word.i - words[0].i
    who = words[k - 1] if k else None
    over = word.head
    top = over.head if over.dep == "compound" else over
    if who is None or not who.noun or word.dep not in ("compound", "amod") or not (_tossing(who, word, top) or _slicing(who, word, top)):
        return
    if not doer(who) or classes.verb(base(word.norm)) is None or top.i < word.i:
        return
    for kid in [x for x in top.kids if x.i < who.i]:
        kid.hang(who, kid.dep)
    above, dep = top.head, top.dep
    for kid in [x for x in top.kids if x.i > top.i and x.dep != "conj"]:
        kid.hang(word if kid.dep == "prep" else who, kid.dep)
    who.head.kids.remove(who)
    who.dep, who.head = dep, who if above is top else above
    if above is not top:
        above.kids[above.kids.index(top)] = who
    word.head.kids.remove(word)
    word.head, word.dep, word.tag, word.lemma = who, "acl", "VBG", base(word.norm)
    who.kids.append(word)
    top.head, top.dep = word, "dobj"
    word.kids.append(top)
    for one in (who, word):
        one.kids.sort(key=lambda w: w.i)


def _tossing(who: Word, word: Word, top: Word) -> bool:
    """ "Chef" is said of the dough, and "tossing" too."""
    return word.tag == "VBG" and who.head is top and who.dep == "compound"


def _slicing(who: Word, word: Word, top: Word) -> bool:
    """After "a" comes no plural and no garlic: the article is of who slices."""
    many = top.tag == "NNS" or classes.share(top.lemma, "food", "substance") > 0.5
    one = any(k.norm in ("a", "an") and k.i < who.i for k in (*top.kids, *who.kids))
    return many and one and word.norm.endswith("ing") and who.head in (word, top) and who.dep in ("compound", "amod", "nmod", "npadvmod")


BUSY = ("consumption", "contact", "body", "communication")
"""Classes of verbs for what one does where one sits or stands."""


def at_leisure(word: Word, _: list[Word]) -> None:
    """ "A man standing on a pier fishing": he stands on the pier and fishes."""
    seat, prep = next((k for k in word.kids if k.i == word.i - 1 and k.dep == "compound" and k.noun), None), word.head
    verb = base(word.norm) if word.norm.endswith("ing") else ""
    if seat is None or word.tag != "NN" or word.dep != "pobj" or word.kid("det") is None or classes.verb(verb) not in BUSY:
        return
    if not (prep.head.tag in ("VBG", "VBZ", "VBD", "VBP") and prep.head.lemma in STATES) or prep.norm not in ("on", "in", "at", "by"):
        return
    for kid in [k for k in word.kids if k is not seat and k.i < seat.i]:
        kid.hang(seat, kid.dep)
    seat.hang(prep, "pobj")
    word.hang(prep.head, "advcl")
    word.tag, word.lemma = "VBG", verb


def at_it(word: Word, words: list[Word]) -> None:
    """ "A grandmother knitting in an armchair": what follows somebody and ends as participles do is what they do, no noun."""
    who = words[word.i - words[0].i - 1] if word.i > words[0].i else None
    if word.tag != "NN" or not word.norm.endswith("ing") or word.dep not in ("acl", "ROOT", "appos", "dep") or who is None or not who.noun or not doer(who):
        return
    plain = word.kid("det", "amod", "compound", "poss") is None
    if who in (word.head, *word.kids) and plain and classes.verb(base(word.norm)) in (*BUSY, "creation", "change"):
        word.tag, word.lemma = "VBG", base(word.norm)


LIMBS = frozenset("arm hand leg hair beard moustache shoulder eye face sleeve tattoo freckle skin braid ponytail glasses".split())


def with_limbs(word: Word, _: list[Word]) -> None:
    """ "A barista with tattooed arms pouring milk": whose arms they are pours it."""
    limb, prep = word.head, word.head.head
    if word.tag != "VBG" or word.dep not in ("acl", "relcl") or word.kid("dobj") is None or limb.lemma not in LIMBS or limb.dep != "pobj":
        return
    if prep.norm == "with" and prep.head.noun and prep.head is not prep:
        word.hang(prep.head, "acl")


def beard_playing(word: Word, words: list[Word]) -> None:
    """ "A man with a white beard playing chess": the beard is what he has, chess is what he plays."""
    at, prep = word.i - words[0].i, word.head
    doing, limb = (words[at - 1], words[at - 2]) if at > 2 else (word, word)
    if not word.noun or word.dep != "pobj" or prep.norm != "with" or limb.norm not in LIMBS or doing not in word.kids or not doing.norm.endswith("ing"):
        return
    if limb not in word.kids or not prep.head.noun or classes.verb(base(doing.norm)) is None:
        return
    for kid in [k for k in word.kids if k.i < limb.i]:
        kid.hang(limb, kid.dep)
    limb.tag = "NN"
    limb.hang(prep, "pobj")
    doing.tag, doing.lemma = "VBG", base(doing.norm)
    doing.hang(prep.head, "acl")
    word.hang(doing, "dobj")


def tending(word: Word, words: list[Word]) -> None:
    """ "A gardener pruning roses": the participle is what somebody does, the noun after it what it is done to; taken for another name of theirs."""
    who, thing = words[word.i - words[0].i - 1] if word.i > words[0].i else None, word.head
    if word.tag != "VBG" or word.dep not in ("compound", "amod") or thing.dep != "appos" or thing.head is not who or who is None or not doer(who):
        return
    if classes.verb(base(word.norm)) is not None and thing.i > word.i and thing.kid("det", "poss") is None:
        word.hang(who, "acl")
        word.lemma = base(word.norm)
        thing.hang(word, "dobj")


PUT_ON = {"cosmetic": "apply", "clothing": "wear"}


def put_on(particle: Word, _: list[Word]) -> None:
    """ "Putting on lipstick", "a coat": it is applied, or worn; nobody is on it."""
    verb, what = particle.head, particle.kid("pobj")
    if particle.norm == "on" and verb.lemma == "put" and verb.verb and particle.i == verb.i + 1:
        what = what or verb.kid("dobj")
        lemma = next((lemma for kind, lemma in PUT_ON.items() if what is not None and classes.is_a(what.lemma, kind)), None)
        if what is not None and lemma is not None:
            what.hang(verb, "dobj")
            verb.lemma = lemma


SHOTS = frozenset(("photograph", "photographs", "photo", "photos", "picture", "pictures", "selfie", "selfies", "snapshot", "snapshots"))


SELFIES = frozenset(("selfie", "selfies"))
LACED = frozenset(("shoelace", "lace", "bootlace", "shoe", "boot", "trainer", "sneaker"))


def laces_up(verb: Word, _: list[Word]) -> None:
    """ "Tying his shoelaces": what is done to what one has on, and no thing that is tied."""
    what = verb.kid("dobj")
    if verb.lemma not in ("tie", "lace", "fasten") or not verb.verb or verb.tag == "VBN" or what is None or what.lemma not in LACED or what.i < verb.i:
        return
    if what.kid("poss", "det") is not None or what.tag == "NNS":
        verb.lemma = "lace_up"
        for kid in [k for k in what.kids if k.dep == "prep"]:
            kid.hang(verb, "prep")
        what.hang(verb, "prt")
        what.tag = "RP"


def takes_pictures(verb: Word, _: list[Word]) -> None:
    """ "Taking a photograph of a bridge": the bridge is photographed; there is no photograph to be seen."""
    shot = verb.kid("dobj")
    if verb.tag not in ("VBG", "VBZ", "VBP") or verb.lemma not in ("take", "snap", "shoot") or shot is None or shot.norm not in SHOTS or shot.i < verb.i:
        return
    of = next((k for k in shot.kids if k.dep == "prep" and k.norm == "of"), None)
    what = of.kid("pobj") if of is not None else None
    verb.lemma = "selfie" if shot.norm in SELFIES else "photograph"
    if of is not None and what is not None:
        what.hang(verb, "dobj")
        of.hang(verb, "prt")
        of.tag = "RP"
    for kid in [k for k in shot.kids if k.dep == "prep"]:
        kid.hang(verb, "prep")
    shot.hang(verb, "prt")
    shot.tag = "RP"


def doer(word: Word) -> bool:
    """True for a noun of who can do something with hands or paws."""
    return classes.share(word.lemma, "person", "animal") > 0.5 or word.lemma in MADE_TO_DO


MADE_TO_DO = frozenset(("robot", "snowman", "scarecrow", "skeleton", "android", "puppet", "doll"))
"""Things that are shown doing what people do."""


def furnished(word: Word, words: list[Word]) -> None:
    """ "Three students studying at a library table with laptops": a piece of furniture after another noun, taken for the verb of the sentence."""
    before, who = words[word.i - words[0].i - 1] if word.i > words[0].i else None, word.kid("nsubj")
    if not word.root or word.tag not in ("VBP", "VB") or before is None or who is None or before.dep != "pobj" or before.kid("det") is None:
        return
    if word.kid("dobj") is not None or not classes.is_a(word.norm, "furniture"):
        return
    prep = before.head
    for kid in [k for k in word.kids if k is not who]:
        kid.hang(who, kid.dep)
    word.kids.remove(who)
    who.head, who.dep = who, "ROOT"
    for kid in list(before.kids):
        kid.hang(word, kid.dep)
    word.hang(prep, "pobj")
    before.hang(word, "compound")
    word.tag, word.lemma = "NN", word.norm


def performing(word: Word, words: list[Word]) -> None:
    """ "A drummer playing drums": a plural taken for the verb, with what somebody does for its subject."""
    doing = word.kid("nsubj")
    who = doing.kid("compound") if doing is not None and doing.norm.endswith("ing") and doing.i == word.i - 1 else None
    if doing is None or who is None or not word.root or word.tag != "VBZ" or not doer(who) or who.i != doing.i - 1 or not classes.noun(singular(word.norm)):
        return
    for kid in [k for k in doing.kids if k.i < who.i]:
        kid.hang(who, kid.dep)
    doing.kids.remove(who)
    word.kids.remove(doing)
    who.head, who.dep = who, "ROOT"
    doing.head, doing.dep, doing.tag, doing.lemma = who, "acl", "VBG", base(doing.norm)
    who.kids.append(doing)
    for kid in list(word.kids):
        kid.hang(doing, kid.dep)
    word.head, word.dep, word.tag, word.lemma = doing, "dobj", "NNS", singular(word.norm)
    doing.kids.append(word)


@lru_cache(maxsize=256)
def called(name: str) -> bool:
    """True of what a thing of two words is called."""
    return any(name == key.replace("_", " ") or name in row.nouns for key, row in things().items())


def done_to(word: Word, words: list[Word]) -> None:
    """ "A girl blowing soap bubbles in a park": a plural taken for the verb is what she does it to, with the noun before it."""
    who, before = word.kid("nsubj"), next((w for w in words if w.i == word.i - 1), None)
    doing = before.head if before is not None and before.noun and before.dep == "dobj" else None
    if not word.root or word.tag != "VBZ" or who is None or not classes.noun(singular(word.norm)):
        return
    if doing is None or doing.tag != "VBG" or doing.head is not who:
        return
    if word.kid("dobj", "attr", "acomp") is not None or not called(f"{before.norm} {singular(word.norm)}"):
        return
    if any(k.norm in ("a", "an", "another") for k in before.those("det")):
        return  # "a man wearing a straw hat stands gazing": one hat, and no hat stands
    word.kids.remove(who)
    who.head, who.dep = who, "ROOT"
    for kid in list(word.kids):
        kid.hang(doing, kid.dep)
    before.hang(word, "compound")
    word.head, word.dep, word.tag, word.lemma = doing, "dobj", "NNS", singular(word.norm)
    doing.kids.append(word)


def no_verb(word: Word, words: list[Word]) -> None:
    """ "Seagulls circling overhead", "sparks flying": a plural before what it does is a noun, though the tagger has it for a verb."""
    doing = next((k for k in (word.head, *word.kids) if k.i == word.i + 1 and k.tag == "VBG"), None)
    if word.tag != "VBZ" or doing is None or not word.norm.endswith("s") or not classes.noun(singular(word.norm)):
        return
    first = word.kid("nsubj")
    if word.dep == "aux" and classes.verb(word.lemma) is None:
        word.tag, word.lemma = "NNS", singular(word.norm)
        _beside(word, doing, first)
    elif word.root and word is words[0]:
        word.tag, word.lemma, doing.dep = "NNS", singular(word.norm), "acl"
    elif word.root and first is not None and first.noun and words[word.i - words[0].i - 1].text == ",":
        word.tag, word.lemma, doing.dep = "NNS", singular(word.norm), "acl"
        _after_a_comma(word, doing, first)


def _after_a_comma(word: Word, doing: Word, first: Word) -> None:
    """ "A bonfire, sparks rising into the sky": what comes before the comma leads."""
    word.kids.remove(first)
    first.head, first.dep = first, "ROOT"
    for kid in [x for x in word.kids if x is not doing]:
        kid.hang(first if kid.i < word.i else doing, kid.dep)
    word.head, word.dep = first, "appos"
    first.kids.append(word)


def _beside(word: Word, doing: Word, first: Word | None) -> None:
    """What comes first is what the sentence hangs on; what is beside it does something of its own."""
    if first is None or not doing.root:
        word.dep = "nsubj"
        return
    doing.kids.remove(word)
    word.kids.remove(first)
    first.head, first.dep = first, "ROOT"
    for kid in [x for x in doing.kids if x.i < word.i]:
        kid.hang(first, kid.dep)
    word.head, word.dep = first, "dep"
    first.kids.append(word)
    doing.head, doing.dep = word, "acl"
    word.kids.append(doing)


def does_a_noun(word: Word, _: list[Word]) -> None:
    """ "A couple dancing tango in a street": what they dance, and no sort of it."""
    what = word.head
    who = what.head
    if word.dep != "compound" or not word.norm.endswith("ing") or what.dep != "appos" or who.i != word.i - 1 or not (doer(who) or who.norm in PAIRED):
        return
    if classes.verb(base(word.norm)) is None:
        return
    word.tag, word.lemma = "VBG", base(word.norm)
    word.hang(who, "acl")
    what.hang(word, "dobj")
    for kid in [k for k in who.those("prep") if k.i > what.i]:
        kid.hang(word, "prep")


PAIRED = frozenset(("couple", "pair", "duo", "trio", "group", "crowd", "family"))


def holding_it(word: Word, words: list[Word]) -> None:
    """ "1boy, holding sword": a tag of what one does to what follows, and no look of that."""
    thing, first = word.head, next((w for w in words if w.root), None)
    if word.tag != "VBG" or word.dep != "amod" or word.lemma not in ("hold", "carry", "wear", "ride") or not thing.noun:
        return
    if word is words[0] and first is thing:
        thing.hang(word, "dobj")
        return
    who = first if first is None or first.noun or first.tag == "CD" else first.kid("nsubj")
    if word is not words[0] and words[word.i - words[0].i - 1].text == "," and who is not None and who is not thing:
        word.hang(who, "acl")
        thing.hang(word, "dobj")


GLOWING = frozenset(("glow", "burn", "boil", "steam", "bubble", "sparkle", "gleam", "glisten", "melt", "flow", "rise"))
"""What stuff does by itself."""


def glowing_iron(word: Word, _: list[Word]) -> None:
    """ "Hammering glowing iron": what is hammered glows; nobody glows it."""
    what, over = word.kid("dobj"), word.head
    if word.tag != "VBG" or word.dep != "xcomp" or not over.verb or over.i != word.i - 1 or word.lemma not in GLOWING:
        return
    if what is None or what.kid("det") is not None:
        return
    what.hang(over, "dobj")
    word.hang(what, "amod")


def doing_on(word: Word, _: list[Word]) -> None:
    """ "Sitting at a bar drinking a milkshake": who sits there drinks it; a bar does nothing."""
    place = word.head
    prep = place.head
    if word.tag != "VBG" or word.dep != "acl" or place.dep != "pobj" or word.kid("dobj") is None or doer(place) or place.kid("det") is None:
        return
    first = prep.head
    who = first.head if first.tag in ("VBG", "VBN") and first.dep == "acl" else first.kid("nsubj") if first.verb else None
    if first.verb and who is not None and who.noun and doer(who) and classes.verb(base(word.norm)) in {*BUSY, "creation", "perception"}:
        word.hang(first, "advcl")


OVER = frozenset(("hang", "loom", "hover", "tower", "lean", "bend", "stand", "fly", "swing", "float", "drift", "rise", "stoop", "crouch"))


def over_a_thing(word: Word, words: list[Word]) -> None:
    """ "Lanterns hang over a table": where they hang, and nothing that is hung over."""
    thing = word.head.kid("dobj")
    if word.norm == "over" and word.dep == "prt" and word.head.lemma in OVER and thing is not None and thing.i > word.i:
        word.dep, word.tag = "prep", "IN"
        thing.hang(word, "pobj")


def of_whom_a_list_begins_with(word: Word, words: list[Word]) -> None:
    """ "Boy, chopping an onion on a board": who is named before the comma does it."""
    if not word.root or word.tag != "VBG" or word.kid("nsubj") is not None:
        return
    named = next((w for w in words[: word.i - words[0].i] if w.noun and w.head is word and w.dep in ("npadvmod", "dep", "advmod", "nmod", "compound")), None)
    if named is not None and doer(named) and words[word.i - words[0].i - 1].text == ",":
        named.dep = "nsubj"
