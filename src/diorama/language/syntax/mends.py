"""Repairs of a parse: what the model gets wrong often, and in ways that can be told from the words alone.

Each takes a word (and its sentence) and hangs it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.syntax.fragments import name, rehang
from diorama.language.syntax.lit import LIGHTS, from_side

if TYPE_CHECKING:
    from diorama.language.syntax.parse import Word


def mend(words: list[Word]) -> None:
    """All repairs of a sentence, in order: tags first, then verbs, then who hangs on whom."""
    from_side(words)
    for word in words:
        _outsize(word, words)
        _unseen(word)
        _verbless(word)
        _face_down(word)
        _round(word, words)
        _of_its_verb(word)
    for word, after in zip(words, words[1:], strict=False):
        word.comma = after.text in (",", ";", ":", "—", "–", ".")
        word.joined = after.text == "-" and after.start == word.end
        _mend(word, words)
    for word in words:
        _nominal(word, words)
        _listed(word)
        _streams(word, words)
        _dressed(word)
        _seated(word)
        _sat(word, words)
    for word in words:
        _no_pronoun(word)
        _one_is(word)
        _of_the_preposition(word)
        _inside_with(word)
        _two_subjects(word)
        _in_hand(word)
        _place_first(word)
        _fronted(word, words)
        _turn(word)
        _is_there(word)
        _gapped(word)
        _in_front_of_which(word, words)
        _begins_anew(word, words)
        _takes_back(word, words)
        _share(word)
        _levels(word)
    name(words)
    if words and not any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in words):
        _find_verb(words)
        rehang(words)


OUTSIZE = frozenset(("giant", "miniature", "mammoth"))
"""Nouns that tell a size where a noun follows."""


def _outsize(word: Word, words: list[Word]) -> None:
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


def _unseen(word: Word) -> None:
    """ "A clownfish hides": a noun that the tagger has seldom seen, and takes for an adjective."""
    seldom = word.tag in ("JJ", "FW", "UH") and "-" not in word.norm and classes.noun(word.norm) and not classes.is_adjective(word.norm)
    if seldom and word.atom is None and classes.share(word.norm, "animal", "person", "plant") >= 0.75:
        word.tag = "NN"
        word.dep = "compound" if word.dep == "amod" and word.head.noun else word.dep


def _verbless(word: Word) -> None:
    """ "Billowing thunderheads tower on the horizon": what has a subject just before it is a verb, and no noun."""
    before = next((k for k in word.kids if k.dep == "nsubj" and k.i == word.i - 1), None)
    if word.root and word.tag in ("NN", "NNS") and before is not None and classes.verb(word.lemma) is not None and classes.noun(before.lemma):
        if word.tag == "NNS" and before.tag == "NN":
            word.tag = "VBZ"  # "a tall model leans against a pillar"
        elif word.tag == "NN" and before.norm.endswith("s"):
            word.tag, before.tag = "VBP", "NNS"


def _face_down(word: Word) -> None:
    """ "One is face down on a mattress": who is so lies there."""
    if word.norm == "face" and word.tag.startswith("VB") and word.kid("auxpass", "aux") is not None and any(k.norm in ("down", "up") for k in word.kids):
        word.tag, word.lemma = "VBG", "lie"


def _gapped(word: Word) -> None:
    """ "Holds a lantern in one hand and a sword in the other": the second noun is listed with the object, not with the verb."""
    verb = word.head
    if not word.noun or word.dep != "conj" or not verb.verb or verb.i > word.i or word.kid("det") is None or word.kid("nsubj") is not None:
        return
    first = verb.kid("dobj")
    if first is not None and first.noun and first.i < word.i and verb.kid("cc") is not None:
        word.hang(first, "conj")


def _round(word: Word, words: list[Word]) -> None:
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


def _of_its_verb(word: Word) -> None:
    """ "Fig leaf opens": a noun just before a finite verb that has no subject is its subject."""
    verb = word.head
    if word.noun and word.dep in ("compound", "nmod") and verb.tag in ("VBZ", "VBP", "VBD") and verb.i == word.i + 1 and verb.kid("nsubj", "nsubjpass") is None:
        word.dep = "nsubj"


DOING = {
    "smiling": "smile", "laughing": "laugh", "grinning": "grin", "crying": "cry", "frowning": "frown", "waving": "wave", "dancing": "dance", "singing": "sing",
    "running": "run", "jumping": "jump", "walking": "walk", "sitting": "sit", "standing": "stand", "kneeling": "kneel",
}  # fmt: skip
"""What the living do, by participle."""


def _dressed(word: Word) -> None:
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


POSTURES = frozenset(("sit", "stand", "kneel", "lie", "lean", "crouch", "squat", "perch", "walk", "rest", "wait"))


def _seated(word: Word) -> None:
    """ "A woman sitting on a chair playing guitar": she sits on the chair and plays; a "chair playing guitar" there is none."""
    doing = next((k for k in word.kids if k.i == word.i - 1 and k.tag == "VBG" and k.dep in ("amod", "compound")), None)
    if doing is None:
        return
    seat = next((k for k in (*word.kids, *doing.kids) if k.i == doing.i - 1 and k.noun and k.dep in ("amod", "compound", "nmod")), None)
    prep = word.head
    if seat is None or word.dep != "pobj" or not (prep.head.tag.startswith("VB") and prep.head.lemma in POSTURES):
        return
    for kid in [k for k in word.kids if k.i < seat.i]:
        kid.hang(seat, kid.dep)
    seat.hang(prep, "pobj")
    doing.hang(prep.head, "advcl")
    doing.lemma = DOING.get(doing.norm) or _base(doing.norm)
    word.hang(doing, "dobj")


def _sat(word: Word, words: list[Word]) -> None:
    """ "A headshot of a woman with auburn hair, smiling, 85mm": who smiles is whom the picture is of."""
    over, k = word.head, word.i - words[0].i
    if word.norm not in DOING or k == 0 or words[k - 1].text != "," or over.i > word.i or over.norm not in SITTINGS:
        return
    of = over.kid("prep")
    sitter = of.kid("pobj") if of is not None and of.norm == "of" else None
    if sitter is not None and word.dep in ("amod", "acl", "advcl", "appos"):
        word.hang(sitter, "acl")
        word.tag, word.lemma = "VBG", DOING[word.norm]


SITTINGS = frozenset(("portrait", "headshot", "photo", "photograph", "picture", "shot", "close-up", "closeup", "selfie", "snapshot"))
"""Pictures that are of somebody."""


def _listed(word: Word) -> None:
    """ "books and reference materials": a plural before "and" is one of a list, no part of what follows."""
    over = word.head
    several = word.tag == "NNS" or word.tag == "NN" and over.tag == "NNS" and any(k.norm in ("a", "an") for k in over.kids) and word.kid("conj") is None
    if not several or word.dep not in ("nmod", "compound") or over.i < word.i or word.kid("cc") is None or not over.noun:
        return
    for kid in [k for k in over.kids if k.i < word.i]:
        kid.hang(word, kid.dep)
    top, dep = over.head, over.dep
    over.kids.remove(word)
    if top is over:
        word.head = word
    else:
        top.kids.remove(over)
        word.head = top
        top.kids.append(word)
        top.kids.sort(key=lambda w: w.i)
    word.dep = dep
    for kid in word.those("conj"):
        if kid.noun and kid.i < over.i:
            kid.hang(over, "compound")
    over.head, over.dep = word, "conj"
    word.kids.append(over)


def _swallowed(word: Word) -> Word | None:
    """The word before it that stands in its place: "an aged crimson oven occupies", "a small silver lighter is placed"."""
    if word.dep not in ("advmod", "npadvmod", "dep") or not word.head.verb or word.head.i < word.i:
        return None
    over = next((k for k in word.head.kids if k.dep in ("nsubj", "nsubjpass")), None)
    if over is not None:
        return over if over.i == word.i - 1 and over.noun and over.kid("det") is not None else None
    under = next((k for k in word.kids if k.i == word.i - 1 and k.noun and k.dep == "npadvmod"), None)
    return under if under is not None and under.kid("det") is not None else None


def _take_over(word: Word, before: Word) -> None:
    """The noun takes the arcs of its modifier, which was taken for the noun."""
    for kid in [k for k in before.kids if k.i < before.i]:
        kid.hang(word, kid.dep)
    word.dep = before.dep if before.dep.startswith("nsubj") else "nsubjpass" if word.head.kid("auxpass") is not None else "nsubj"
    before.hang(word, "compound")


HUES = frozenset((
    "red", "pink", "white", "yellow", "orange", "black", "blue", "purple", "crimson", "single", "lone", "wilted", "withered", "dried", "fresh",
    "scarlet",
))  # fmt: skip


def _flower(word: Word, before: Word) -> None:
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


SELDOM = frozenset((
    "stream", "slide", "wrap", "sleep", "climb", "spill", "pour", "cascade", "filter", "drift", "fall", "rise", "run", "glow", "shine", "flow", "lie",
    "stand", "sit", "hang", "hum", "trickle", "wind", "snake", "curve", "smear", "blur", "graze", "melt", "glisten", "glitter", "twinkle", "mingle",
    "dance", "sprawl", "scatter", "bloom", "grow", "drip", "crackle", "burn", "smoulder", "simmer", "fade", "merge", "flicker", "jut", "protrude",
    "emerge", "overflow", "trail", "meander", "wander", "roam", "nap", "doze", "bask", "wade", "gallop", "splash", "crash", "roll", "tumble",
    "plunge", "leap", "jump", "stare", "frolic", "huddle", "gather", "cluster", "swarm", "soar", "glide", "flit", "buzz", "crawl", "scurry", "cling",
    "creep", "twist", "coil", "sag", "droop", "lurk", "march", "jostle", "line", "surround", "flank", "frame", "cover", "overlook", "blanket", "fill",
    "dot", "adorn", "crown", "carpet", "cloak", "graz", "peek", "peer", "reach", "stretch", "tower", "loom", "rest", "lean", "sway", "dangle",
    "flutter", "ripple", "sparkle", "glint", "gleam", "shimmer", "swim", "walk", "perch", "drape", "curl", "float", "hover", "swirl", "sweep",
    "spread", "sink", "drum", "brush", "patter", "beat", "hammer",
))  # fmt: skip
"""Verbs that are taken for plural nouns: "sunlight streams", "gravel slides past"."""


def _over_plural(word: Word) -> bool:
    """True if the noun that all hangs on is a plural, whose verb has no ending: "headlights of a white taxi smear across the road"."""
    if word.dep != "pobj" or word.head.norm != "of":
        return False
    return word.head.head.tag == "NNS" and word.head.head.dep in ("ROOT", "nsubj", "dep", "npadvmod", "conj", "nsubjpass")


def _streams(word: Word, words: list[Word]) -> None:
    """ "through which bright sunlight streams, casting": a plural that stays without a verb of its own is the verb of the noun before it."""
    k = word.i - words[0].i
    if word.tag not in ("NNS", "NN") or word.lemma not in SELDOM or k == 0 or k + 1 >= len(words):
        return
    before, after = words[k - 1], words[k + 1]
    if (
        word.tag == "NN"
        and not _over_plural(word)
        or word.lemma in ("line", "frame", "cover", "surround", "flank", "overlook", "blanket", "fill", "dot", "adorn", "crown", "carpet", "cloak")
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
        and not _over_plural(word)
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


THINGS = ("artifact", "animal", "person", "plant", "food")


def _nominal(word: Word, words: list[Word]) -> None:
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
        return _flower(word, words[k - 1])
    if word.tag == "JJR" and any(s.kind == "artifact" for s in classes.noun(word.norm)) and _swallowed(word) is not None:
        word.tag = "NN"
    if word.noun and (before := _swallowed(word)) is not None:
        return _take_over(word, before)
    if word.tag not in ("RB", "RBR", "JJR", "JJS", "UH", "FW", "IN") or word.norm.endswith("ly") or classes.verb(word.norm) is not None or len(word.norm) < 4:
        return
    if classes.share(word.norm, *THINGS) < 0.8 or not any(k for k in words if k.i == word.i - 1 and k.tag in ("DT", "NN", "JJ", "PRP$", "VBN", "VBG", "CD")):
        return
    word.tag = "NN"
    before = words[word.i - words[0].i - 1]
    if _swallowed(word) is before:
        return _take_over(word, before)
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


POSITIONS = frozenset((
    "rise", "stand", "hang", "lie", "sit", "stretch", "rest", "loom", "tower", "lurk", "run", "grow", "float", "lean", "perch", "sprawl", "crouch",
    "wait", "glow", "burn", "sway", "drift", "come", "go", "spread", "shine", "kneel", "walk", "sleep", "appear", "dangle", "nestle", "gleam", "swim",
))  # fmt: skip
"""Verbs that take no object: a noun after one is its subject, told in turned order."""


SPATIAL = frozenset((
    "on", "in", "behind", "under", "beneath", "beside", "above", "below", "between", "around", "against", "near", "over", "atop", "inside", "at", "among",
    "across", "along", "from", "next", "opposite", "alongside", "underneath", "amid", "beyond",
))  # fmt: skip


def _place_before(verb: Word) -> bool:
    """True for a finite verb that comes right after a place and has no subject: "behind her grazes a horse"."""
    last = next((k for k in reversed(verb.kids) if k.i < verb.i and k.dep != "punct"), None)
    place = last is not None and last.norm in SPATIAL and last.dep in ("prep", "advmod") and last.kid("pobj", "prep") is not None
    return place and last.subtree()[-1].i == verb.i - 1


def _turn(word: Word) -> None:
    """ "Behind him rose the lighthouse": the subject after the verb."""
    finite = word.tag in ("VBZ", "VBD", "VBP") and (word.root or word.dep == "conj") and _place_before(word)
    told = word.lemma in POSITIONS or word.tag == "VBN" and word.kid("auxpass") is not None or finite
    if word.verb and told and word.kid("nsubj", "nsubjpass", "expl") is None and any(k.dep in ("prep", "advmod") and k.i < word.i for k in word.kids):
        after = word.kid("dobj", "attr", "oprd")
        if after is not None and after.noun and after.i > word.i:
            after.dep = "nsubj"


PRONOUNS = frozenset(("i", "me", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "one"))


def _no_pronoun(word: Word) -> None:
    """ "A bookshelf stands": a pronoun has no article."""
    if word.tag == "PRP" and word.norm not in PRONOUNS and not word.norm.endswith(("self", "selves")) and word.kid("det") is not None:
        word.tag = "NN"


def _place_first(prep: Word) -> None:
    """ "To the right of the jars, a loaf of bread": what comes after the comma is what the place is told of."""
    objects = prep.those("pobj")
    if not prep.root or prep.tag not in ("IN", "TO") or len(objects) != 2:
        return
    place, thing = objects
    if not any(k.text == "," and place.i < k.i < thing.i for k in prep.kids) or not thing.noun:
        return
    prep.kids.remove(thing)
    thing.head, thing.dep = thing, "ROOT"
    prep.hang(thing, "prep")


def _one_is(word: Word) -> None:
    """ "One blue and one green", "one knitting": who is so, and no number of it."""
    over = word.head
    if word.norm != "one" or word.dep != "nummod" or over.i != word.i + 1 or over.kid("det") is not None:
        return
    if over.tag.startswith("JJ") and over.kid("nsubj") is None and over.dep in ("conj", "advcl", "appos", "dep", "npadvmod"):
        word.dep = "nsubj"
    elif over.norm.endswith("ing") and over.tag == "NN" and over.dep in ("npadvmod", "appos", "dep", "conj") and classes.verb(_base(over.norm)) is not None:
        over.tag, over.lemma, over.dep, word.dep = "VBG", _base(over.norm), "advcl", "nsubj"


def _base(participle: str) -> str:
    """The verb of a participle in -ing: knitting → knit, baking → bake."""
    stem = participle.removesuffix("ing")
    return next((x for x in (stem, stem + "e", stem[:-1]) if len(x) > 2 and classes.verb(x) is not None), stem)


def _of_the_preposition(word: Word) -> None:
    """ "Behind her grazes a horse": "her" before a verb is what the preposition brings, and nobody's verb."""
    verb = word.head
    if word.tag != "PRP$" or word.dep != "poss" or not verb.verb or verb.noun:
        return
    prep = next((k for k in verb.kids if k.i == word.i - 1 and k.tag == "IN" and not k.kids), None)
    if prep is not None:
        word.tag = "PRP"
        word.hang(prep, "pobj")


def _inside_with(word: Word) -> None:
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


def _in_hand(prep: Word) -> None:
    """ "Stands with scissors in his hand": where the scissors are, not where he stands."""
    verb, place = prep.head, prep.kid("pobj")
    if prep.dep != "prep" or not verb.verb or place is None or place.norm not in HANDS or place.kid("poss") is None:
        return
    before = next((k for k in verb.kids if k.norm == "with" and k.dep == "prep" and k.i < prep.i and k.subtree()[-1].i == prep.i - 1), None)
    thing = before.kid("pobj") if before is not None else None
    if thing is not None:
        prep.hang(thing, "prep")


def _two_subjects(verb: Word) -> None:
    """ "A stool with a radio and a clock on it stands": of two subjects in a row the second is listed with what the first has."""
    found = [k for k in verb.kids if k.dep in ("nsubj", "nsubjpass") and k.noun and k.i < verb.i]
    if not verb.verb or len(found) != 2:
        return None
    first, second = found
    if first.comma and first.subtree()[-1] is first and second.kid("cc") is not None:
        return second.hang(first, "conj")  # "a cup, a spoon and a saucer stand"
    cc = first.kid("cc") or next((k for k in first.subtree() if k.dep == "cc" and k.i == min(w.i for w in second.subtree()) - 1), None)
    inner = [w for w in first.subtree() if w.dep == "pobj" and w.noun and w.head.norm in ("with", "of") and w.i > first.i]
    if cc is not None and inner:
        near = [w for w in inner if w.head.norm == "with"] or inner
        cc.hang(near[-1], "cc")
        second.hang(near[-1], "conj")
    return None


CLAUSES = frozenset(("if", "though", "as", "than", "because", "while", "since", "until", "before", "after", "when", "where", "that", "whether"))


def _fronted(word: Word, words: list[Word]) -> None:
    """ "On it are a lamp and a book": the pronoun is the preposition's, what comes after the verb its subject."""
    k = word.i - words[0].i
    if word.tag != "IN" and word.norm not in ("beside", "alongside", "opposite", "nearby") or word.kids or k + 2 >= len(words) or word.norm in CLAUSES:
        return
    pronoun, verb = words[k + 1], words[k + 2]
    if pronoun.tag != "PRP" or pronoun.dep not in ("nsubj", "nsubjpass") or not (pronoun.head is verb or verb.dep == "auxpass" and verb.head is pronoun.head):
        return
    passive = pronoun.dep == "nsubjpass"
    if not passive and verb.lemma not in POSITIONS | {"be"}:
        return
    verb = pronoun.head
    word.tag, word.dep = "IN", "prep"
    pronoun.hang(word, "pobj")
    after = verb.kid("attr", "dobj")
    if after is not None:
        after.dep = "nsubj"


PREDICATE = ("acomp", "advmod", "prep")
"""Arcs of what stands before "is" where it is turned: "next to the sofa is a lamp"."""


def _is_there(word: Word) -> None:
    """ "In the middle is a vase", "perched on the branch is a kingfisher": what comes after "is" is its subject, if nothing before it is."""
    if word.kid("nsubj", "nsubjpass", "expl", "csubj") is not None:
        return
    if (
        word.lemma == "be"
        and word.dep not in ("aux", "auxpass")
        and any(k.i < word.i and k.dep in PREDICATE and (k.tag == "IN" or k.kid("prep")) for k in word.kids)
    ):
        after = word.kid("attr", "dobj")
        if after is not None and after.noun and after.i > word.i:
            after.dep = "nsubj"
    elif word.tag in ("VBN", "VBG", "JJ") and (be := word.kid("auxpass", "aux")) is not None and be.lemma == "be" and be.i > word.i:
        after = be.kid("attr", "dobj")
        if after is not None and after.noun and after.i > be.i:
            after.hang(word, "nsubjpass" if word.tag == "VBN" else "nsubj")


def _in_front_of_which(word: Word, words: list[Word]) -> None:
    """ "The window, in front of which stands a desk": the place before the verb is no subject, and all of it tells of the noun before."""
    verb, prep = word.head, word.head.head
    if word.dep != "nsubj" or verb.dep != "pcomp" or prep.tag != "IN" or prep.i != word.i - 1 or not any(w.tag == "WDT" for w in word.subtree()):
        return
    over = next((w for w in reversed(words) if w.i < prep.i and w.noun and w.dep != "compound"), None)
    if over is None:
        return
    word.hang(prep, "pobj")
    verb.hang(over, "relcl")
    prep.hang(verb, "prep")
    after = verb.kid("dobj", "attr")
    if after is not None:
        after.dep = "nsubj"


def _begins_anew(verb: Word, words: list[Word]) -> None:
    """ "Both wear raincoats and one of them holds a bucket": what stands just before a verb without a subject, after "and", is that subject."""
    alone = verb.kid("nsubj", "nsubjpass", "aux", "auxpass") is None
    if verb.tag not in ("VBZ", "VBP", "VBD") or verb.dep not in ("conj", "ccomp", "parataxis", "dep") or not alone:
        return
    k = verb.i - words[0].i
    word = words[k - 1] if k else None
    while word is not None and not word.root and (word.dep != "conj" or word.head.i > word.i):
        word = word.head if word.head.i < word.i else None
    if word is None or word.root:
        word = _listed_before(verb)
    if word is None or word.root or not (word.noun or word.tag in ("CD", "DT")) or word.head is verb:
        return
    inside = word.subtree()
    first = inside[0].i - words[0].i
    agrees = (word.tag in ("NN", "NNP") or word.norm == "one") if verb.tag == "VBZ" else word.tag != "NN" or verb.tag == "VBD"
    if inside[-1].i == verb.i - 1 and agrees and first and words[first - 1].tag == "CC" and words[k].head.head is not word:
        word.hang(verb, "nsubj")


def _listed_before(verb: Word) -> Word | None:
    """ "The mug on the left is blue and the mug on the right is red": the noun after "and"; the place between it and its verb is its own."""
    over = verb.head
    prep = next((k for k in reversed(over.kids) if k.i < verb.i and k.dep == "prep" and k.subtree()[-1].i == verb.i - 1), None)
    noun = next((w for w in over.subtree() if prep is not None and w.noun and w.dep == "conj" and w.i == prep.i - 1 and w.kid("det") is not None), None)
    if prep is not None and noun is not None:
        prep.hang(noun, "prep")
    return noun


DEPICTED = frozenset((
    "picture", "photo", "photograph", "painting", "drawing", "print", "poster", "mural", "portrait", "view", "shot", "image", "mix", "blend",
    "combination", "hue", "shade",
))  # fmt: skip


def _counted(word: Word) -> bool:
    return any(k.dep in ("det", "nummod") and k.i < word.i and k.norm not in ("some", "any", "no", "all") for k in word.kids)


def _levels(word: Word) -> None:
    """ "A bowl of apples, a loaf of bread and two candles": what has an article is listed with the bowl, not with what it holds.

    "The table holds a bowl, a knife and a cup": not with the table either.
    """
    over = word.head
    if not word.noun or over is word:
        return
    if word.dep == "conj" and over.dep == "pobj" and over.head.norm == "of" and over.head.head.noun and over.head.head.i < over.i:
        whole = over.head.head
        if over.noun and _counted(word) and not _counted(over) and over.kid("poss") is None and _counted(whole) and whole.lemma not in DEPICTED:
            cc = over.kid("cc")
            word.hang(whole, "conj")
            if cc is not None and over.kid("conj") is None:
                cc.hang(whole, "cc")
    elif word.dep == "appos" and over.dep in ("nsubj", "nsubjpass") and over.head.verb and over.head.i < word.i and over.i < over.head.i:
        told = [k for k in over.head.kids if k.dep in ("dobj", "attr", "prep") and over.head.i < k.i < word.i]
        if told:
            last = told[-1]
            last = (last.kid("pobj") or last) if last.dep == "prep" else last
            if last.noun and _counted(word):
                word.hang(last, "conj")


def _takes_back(word: Word, words: list[Word]) -> None:
    """ "Beside her lies a radio with its antenna pulled out": the noun after the verb is its subject, not that of the participle."""
    if (
        not word.verb
        or word.lemma not in POSITIONS
        or word.kid("nsubj", "nsubjpass", "expl", "dobj", "attr") is not None
        or not any(k.dep in ("prep", "advmod") and k.i < word.i for k in word.kids)
    ):
        return
    noun = next((w for w in words if w.i > word.i and w.noun and w.dep == "nsubj"), None)
    if noun is None or min(w.i for w in noun.subtree()) != word.i + 1 or noun.head.head is not word or noun.head.tag not in ("VBD", "VBN", "VBG"):
        return
    other = noun.head
    noun.hang(word, "nsubj")
    other.hang(noun, "acl")


def _share(root: Word) -> None:
    """ "A pair of candles and a stack of books rest on a shelf": both are the verb's subjects, not the second alone."""
    if not root.root or not root.noun:
        return
    verb = next((k for k in root.kids if k.dep in ("conj", "appos") and k.verb and k.tag not in ("VBN", "VBG")), None)
    other = verb.kid("nsubj") if verb is not None else None
    if verb is None or root.kid("cc") is None and not (verb.dep == "appos" and other is not None and other.kid("cc") is not None):
        return
    if verb is None or other is None or not other.noun or other.i < root.i:
        return
    root.kids.remove(verb)
    verb.kids.remove(other)
    verb.head, verb.dep = verb, "ROOT"
    root.head, root.dep = verb, "nsubj"
    verb.kids.append(root)
    other.head, other.dep = root, "conj"
    root.kids.append(other)


TONES = frozenset(("shade", "hue", "tone", "tint"))


def _agrees(word: Word, before: Word, root: Word) -> bool:
    """Whether a last word can be the verb: it has the ending that its subject asks for, and the phrase is one without it ("of pink", not "of old" books)."""
    subject = (word.kid("nsubj") or before) if word is root else root
    several = subject.tag in ("NNS", "NNPS") or subject.kid("cc") is not None
    whole = before.noun or word is root or word.head.tag == "IN" and word.head.head.lemma in TONES
    return whole and (several == (word.tag == "NN") or not classes.noun(word.norm) and not classes.noun(word.lemma))


def _find_verb(words: list[Word]) -> None:
    """ "Roses in shades of pink spill over a wall": in a sentence without a verb, a last word of a noun phrase that can be one and goes on with a preposition
    is the verb; the noun that the sentence hung on is its subject."""
    root = next(w for w in words if w.root)
    for k in range(1, len(words) - 1):
        word, before, after = words[k], words[k - 1], words[k + 1]
        own = before.head is word and before.dep in ("compound", "amod", "nmod")
        if (
            root.noun
            and own
            and not (word.norm in LIGHTS and before.tag != "NNS" and after.tag != "DT")
            and word.tag in ("NN", "NNS")
            and after.tag in ("IN", "DT", "RB", "RP")
            and _agrees(word, before, root)
            and classes.verb(word.lemma) is not None
            and classes.share(word.lemma, "artifact", "animal", "person", "body", "food", "plant") < 0.5
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


def _mend(word: Word, words: list[Word]) -> None:
    """ "A lioness drinks" taken for a compound noun: after "a" comes no plural, so the last word is the verb and the one before it its subject."""
    articles = ("a", "an") if word.tag == "NNS" else ("a", "an", "the")
    if word.tag not in ("NNS", "VBZ") or not any(k.norm in articles and k.dep == "det" for k in word.kids) or classes.verb(word.lemma) is None:
        return
    before = words[word.i - words[0].i - 1] if word.i > words[0].i else None
    if before is None or before.head is not word or before.dep not in ("compound", "amod", "nmod") or not before.noun:
        return
    word.tag, before.dep = "VBZ", "nsubj"
    for kid in [k for k in word.kids if k.i < before.i and k.dep in ("det", "amod", "compound", "nummod", "poss", "advmod", "nmod", "punct")]:
        word.kids.remove(kid)
        before.kids.append(kid)
        kid.head = before
