"""What is listed with what. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word


SUMS = frozenset(("animal", "creature", "pet", "beast", "figure", "friend", "companion", "thing", "item", "object", "visitor", "guest", "bird", "people"))
"""Nouns after which a list names what they are: "two pets, a cat and a dog"."""


def enumerated(word: Word, _: list[Word]) -> None:
    """ "Two cats, three dogs and four horses": the dogs are listed with the cats, and are no other name for them."""
    over = word.head
    counts = all(w.kid("nummod") is not None or any(k.norm in ("a", "an", "one") for k in w.kids if k.dep == "det") for w in (word, over))
    if word.dep != "appos" or not (word.noun and over.noun and over.comma and counts) or word.kid("cc") is None or word.kid("conj") is None:
        return
    alive = all(classes.share(w.lemma, "animal", "person") > 0.5 for w in (word, over))
    several = over.kid("nummod") is not None and classes.share(over.lemma, "person") > 0.5  # "two friends, a boy and a girl"
    same = over.lemma == word.lemma and over.kid("nummod") is not None and word.kid("nummod") is not None
    if alive and (same or not several and over.lemma not in SUMS and not classes.is_a(word.lemma, over.lemma)):
        word.hang(over, "conj")


def listed_things(word: Word, _: list[Word]) -> None:
    """ "Plastic cups, a plate of sandwiches, and a present": a list, and no other name for the cups."""
    over = word.head
    if word.dep != "appos" or not (word.noun and over.noun and over.comma) or over.tag != "NNS" or over.kid("det", "nummod") is not None:
        return
    told = word.kid("det") is not None and word.kid("det").norm in ("a", "an") and word.kid("cc") is not None and word.kid("conj") is not None
    things = all(classes.share(w.lemma, "animal", "person") < 0.5 for w in (word, over))
    if told and things and over.lemma not in SUMS and not classes.is_a(word.lemma, over.lemma):
        word.hang(over, "conj")


HOLDERS = frozenset("bottle jar bowl cup glass mug pot jug pitcher carafe plate can carton bag sack box tin tube jug bucket flask".split())


def after_without(word: Word, _: list[Word]) -> None:
    """ "Two cups without saucers and a jar": with an article of its own, what follows is listed with the cups, and is not missing too."""
    over = word.head
    prep = over.head
    bare = over.tag in ("NNS", "NN") and over.kid("det", "nummod") is None
    own = word.kid("nummod") is not None or any(k.norm in ("a", "an") for k in word.those("det"))
    leads = prep.norm == "without" or prep.norm == "of" and over.tag == "NN" and prep.head.lemma in HOLDERS  # "a bottle of wine and two glasses"
    if word.dep == "conj" and word.noun and over.dep == "pobj" and leads and prep.head.noun and bare and own:
        for joiner in [k for k in over.kids if k.dep in ("cc", "punct") and over.i < k.i < word.i]:
            joiner.hang(prep.head, joiner.dep)
        word.hang(prep.head, "conj")


LIKE_PARTICIPLES = frozenset(("asleep", "awake", "alone", "afloat", "aloft", "ablaze", "open", "upright"))


def goes_its_own_way(word: Word, words: list[Word]) -> None:
    """ "A scooter propped against a wall and a cat asleep on its seat": what has a participle of its own is in no list with the place of what stands before."""
    first, k = word, word.i - words[0].i
    while first.dep == "conj":
        first = first.head
    prep, done = first.head, words[k + 1] if k + 1 < len(words) else None
    if word.dep != "conj" or first.dep != "pobj" or prep.dep != "prep" or done is None or word.comma or not (word.kid("det", "nummod") or word.tag == "NNS"):
        return
    doing = prep.head
    if not (done.tag in ("VBN", "VBG", "VBD") or done.norm in LIKE_PARTICIPLES) or not doing.verb or doing.i > first.i or first.kid("acl") is not None:
        return
    if prep.norm == "between" and first.tag != "NNS" and word.head is first:
        return
    whole = doing.head if doing.dep == "acl" else doing.kid("nsubj")
    if whole is None or whole.i > doing.i:
        return
    word.hang(whole if doing.dep == "acl" else doing, "conj" if doing.dep == "acl" else "dep")
    if done.head is not word:
        done.hang(word, "acl" if done.verb else "amod")
    if done.tag == "VBD":
        done.tag = "VBN"


def first_of_two(word: Word, words: list[Word]) -> None:
    """ "Sheets scattered around a stool and a lamp hanging above": what has a participle of its own does not do what the other does."""
    verb = word.head
    if word.dep != "nsubj" or verb.tag != "VBG" or verb.kid("aux") is not None or verb.i < word.i:
        return
    first = next((k for k in verb.those("nsubj") if k.i < word.i), None)
    own = first.kid("acl") if first is not None else None
    if own is None or own.i > word.i or own.tag not in ("VBN", "VBG"):
        return
    first.hang(verb, "dep")
    joins = words[word.i - words[0].i - 2] if word.i - words[0].i >= 2 else None
    if joins is not None and joins.dep == "cc" and joins.head is first:
        joins.hang(verb, "cc")


SIDES = frozenset(("left", "right", "middle", "centre", "center", "foreground", "background"))


def after_a_side(word: Word, _: list[Word]) -> None:
    """ "A blue vase on the left and a white vase on the right": listed with the first vase, and not with its side."""
    side = word.head
    prep = side.head
    own = word.kid("nummod") is not None or any(k.norm in ("a", "an") for k in word.those("det"))
    if word.dep != "conj" or not word.noun or word.lemma in SIDES or not own or side.lemma not in SIDES or side.dep != "pobj":
        return
    if prep.head.verb:
        word.hang(prep.head, "dep")  # "a man stands on the left and a dog on the right"
        return
    for joiner in [k for k in side.kids if k.dep in ("cc", "punct") and side.i < k.i < word.i]:
        joiner.hang(prep.head, joiner.dep)
    word.hang(prep.head, "conj")


def each_its_noun(word: Word, _: list[Word]) -> None:
    """ "With pink bob and transparent raincoat": two nouns, each with its own look, and no quality of the second."""
    over, second = word.head, word.kid("conj")
    if not word.noun or word.dep not in ("amod", "nmod", "compound") or not over.noun or over.i < word.i or word.kid("cc") is None or second is None:
        return
    if not second.tag.startswith("JJ") or not word.i < second.i < over.i or word.kid("amod", "det") is None or word.kid("amod", "det").i > word.i:
        return
    prep, dep = over.head, over.dep
    cc = word.kid("cc")
    second.hang(over, "amod")
    word.hang(prep, dep)
    over.hang(word, "conj")
    cc.hang(word, "cc")


def another_person(word: Word, _: list[Word]) -> None:
    """ "A man without a hat and a woman with one": she is listed with him, and not with the hat."""
    over = word.head
    prep = over.head
    person = lambda w: w.noun and classes.share(w.lemma, "person") > 0.5  # noqa: E731
    if word.dep != "conj" or over.dep != "pobj" or prep.norm not in ("with", "without", "in") or word.kid("det", "nummod") is None:
        return
    if person(word) and person(prep.head) and not person(over) and over.kid("conj") is word:
        cc = over.kid("cc")
        word.hang(prep.head, "conj")
        if cc is not None:
            cc.hang(prep.head, "cc")


def gapped(word: Word, _: list[Word]) -> None:
    """ "Holds a lantern in one hand and a sword in the other": the second noun is listed with the object, not with the verb."""
    verb = word.head
    if not word.noun or word.dep != "conj" or not verb.verb or verb.i > word.i or word.kid("det") is None or word.kid("nsubj") is not None:
        return
    first = verb.kid("dobj")
    if first is not None and first.noun and first.i < word.i and verb.kid("cc") is not None:
        word.hang(first, "conj")


def listed(word: Word, _: list[Word]) -> None:
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


def two_subjects(verb: Word, _: list[Word]) -> None:
    """ "A stool with a radio and a clock on it stands": of two subjects in a row the second is listed with what the first has."""
    found = [k for k in verb.kids if k.dep in ("nsubj", "nsubjpass") and k.noun and k.i < verb.i]
    if not verb.verb or len(found) != 2:
        return None
    first, second = found
    if first.comma and first.subtree()[-1] is first and second.kid("cc") is not None:
        return second.hang(first, "conj")  # "a cup, a spoon and a saucer stand"
    if first.comma and first.subtree()[-1] is first and second.kid("det", "poss", "nummod") is None and second.subtree()[0].i > first.i + 1:
        return second.hang(first, "appos")  # "her suitcase, brown leather with brass corners, stands"
    cc = first.kid("cc") or next((k for k in first.subtree() if k.dep == "cc" and k.i == min(w.i for w in second.subtree()) - 1), None)
    inner = [w for w in first.subtree() if w.dep == "pobj" and w.noun and w.head.norm in ("with", "of") and w.i > first.i]
    if cc is not None and inner:
        near = [w for w in inner if w.head.norm == "with"] or inner
        cc.hang(near[-1], "cc")
        second.hang(near[-1], "conj")
    return None


DEPICTED = frozenset((
    "picture", "photo", "photograph", "painting", "drawing", "print", "poster", "mural", "portrait", "view", "shot", "image", "mix", "blend",
    "combination", "hue", "shade",
))  # fmt: skip


def counted(word: Word) -> bool:
    return any(k.dep in ("det", "nummod") and k.i < word.i and k.norm not in ("some", "any", "no", "all") for k in word.kids)


def levels(word: Word, _: list[Word]) -> None:
    """ "A bowl of apples, a loaf of bread and two candles": what has an article is listed with the bowl, not with what it holds.

    "The table holds a bowl, a knife and a cup": not with the table either.
    """
    over = word.head
    if not word.noun or over is word:
        return
    if word.dep == "conj" and over.dep == "pobj" and over.head.norm == "of" and over.head.head.noun and over.head.head.i < over.i:
        whole = over.head.head
        if over.noun and counted(word) and not counted(over) and over.kid("poss") is None and counted(whole) and whole.lemma not in DEPICTED:
            cc = over.kid("cc")
            word.hang(whole, "conj")
            if cc is not None and over.kid("conj") is None:
                cc.hang(whole, "cc")
    elif word.dep == "appos" and over.dep in ("nsubj", "nsubjpass") and over.head.verb and over.head.i < word.i and over.i < over.head.i:
        told = [k for k in over.head.kids if k.dep in ("dobj", "attr", "prep") and over.head.i < k.i < word.i]
        if told:
            last = told[-1]
            last = (last.kid("pobj") or last) if last.dep == "prep" else last
            if last.noun and counted(word):
                word.hang(last, "conj")


def share(root: Word, _: list[Word]) -> None:
    """ "A pair of candles and a stack of books rest on a shelf": both are the verb's subjects, not the second alone."""
    if not root.root or not root.noun:
        return
    verb = next((k for k in root.kids if k.dep in ("conj", "appos") and k.verb and k.tag not in ("VBN", "VBG")), None)
    other = verb.kid("nsubj") if verb is not None else None
    if verb is None or root.kid("cc") is None and not (verb.dep == "appos" and other is not None and other.kid("cc") is not None):
        return
    if other is None or not other.noun or other.i < root.i:
        return
    root.kids.remove(verb)
    verb.kids.remove(other)
    verb.head, verb.dep = verb, "ROOT"
    root.head, root.dep = verb, "nsubj"
    verb.kids.append(root)
    other.head, other.dep = root, "conj"
    root.kids.append(other)


def begins_anew(verb: Word, words: list[Word]) -> None:
    """ "Both wear raincoats and one of them holds a bucket": what stands just before a verb without a subject, after "and", is that subject."""
    alone = verb.kid("nsubj", "nsubjpass", "aux", "auxpass") is None
    if verb.tag not in ("VBZ", "VBP", "VBD") or verb.dep not in ("conj", "ccomp", "parataxis", "dep") or not alone:
        return
    k = verb.i - words[0].i
    word = words[k - 1] if k else None
    while word is not None and not word.root and (word.dep != "conj" or word.head.i > word.i):
        word = word.head if word.head.i < word.i else None
    if word is None or word.root:
        word = listed_before(verb)
    if word is None or word.root or not (word.noun or word.tag in ("CD", "DT")) or word.head is verb:
        return
    inside = word.subtree()
    first = inside[0].i - words[0].i
    agrees = (word.tag in ("NN", "NNP") or word.norm == "one") if verb.tag == "VBZ" else word.tag != "NN" or verb.tag == "VBD"
    if inside[-1].i == verb.i - 1 and agrees and first and words[first - 1].tag == "CC" and words[k].head.head is not word:
        word.hang(verb, "nsubj")


def listed_before(verb: Word) -> Word | None:
    """ "The mug on the left is blue and the mug on the right is red": the noun after "and"; the place between it and its verb is its own."""
    over = verb.head
    prep = next((k for k in reversed(over.kids) if k.i < verb.i and k.dep == "prep" and k.subtree()[-1].i == verb.i - 1), None)
    noun = next((w for w in over.subtree() if prep is not None and w.noun and w.dep == "conj" and w.i == prep.i - 1 and w.kid("det") is not None), None)
    if prep is not None and noun is not None:
        prep.hang(noun, "prep")
    return noun


def absolute(word: Word, words: list[Word]) -> None:
    """ "They carry boards, a dog running ahead of them": who does so besides, and no apposition to the boards."""
    doing = next((k for k in word.kids if k.dep == "acl" and k.tag == "VBG" and k.i > word.i), None)
    before = next((w for w in words if w.i == min(k.i for k in word.subtree()) - 1), None)
    if doing is None or before is None or before.text != "," or classes.share(word.lemma, "animal", "person") < 0.5:
        return
    second = word.dep == "dobj" and any(k.dep == "dobj" and k.i < word.i for k in word.head.kids)
    apposed = word.dep == "appos" and word.head.dep in ("dobj", "pobj") and classes.share(word.head.lemma, "animal", "person") < 0.5
    listed = word.dep == "conj" and word.head.dep == "dobj" and word.head.kid("cc") is None and word.kid("cc", "conj") is None and doing.i == word.i + 1
    other = word.dep == "appos" and classes.share(word.lemma, "animal") > 0.5 and classes.share(word.head.lemma, "person") > 0.5
    if not (second or apposed or other or listed and classes.share(word.head.lemma, "animal", "person") < 0.5):
        return
    verb = word.head
    while not verb.root and not verb.verb:
        verb = verb.head
    if not verb.verb:
        return
    doing.hang(verb, "advcl")
    word.hang(doing, "nsubj")


GROUNDS = frozenset(("background", "foreground", "distance"))
"""Where in the depth of a picture something is."""


def there_besides(word: Word, words: list[Word]) -> None:
    """ "A soldier leans on his shield, two tents in the background": they are there besides, and nothing is done to them."""
    verb, place = word.head, word.kid("prep")
    told = place.kid("pobj") if place is not None and place.norm == "in" and place.i == word.i + 1 else None
    if word.dep != "dobj" or not verb.verb or told is None or told.norm not in GROUNDS:
        return
    first = next(w.i for w in word.subtree() if w.text != ",") - words[0].i
    leaning = any(k.dep == "prep" and verb.i < k.i < word.i for k in verb.kids)
    if first and words[first - 1].text == "," and leaning:
        word.hang(verb, "npadvmod")


TELLS = frozenset(("in", "with", "wearing", "holding", "carrying", "dressed"))
"""Words after which one of several is told of."""


def one_and_the_other(word: Word, words: list[Word]) -> None:
    """ "Two women, one in a red coat and the other in a grey jumper": each is one of the women, and what follows is told of her, not of the coat."""
    k = word.i - words[0].i
    after = words[k + 1] if k + 1 < len(words) else None
    other = word.norm == "other" and words[k - 1].norm == "the" or word.norm == "another"
    if after is None or after.norm not in TELLS or not (other or word.norm == "one") or k < 2 or word.head is after:
        return
    begins = words[k - 1 - (words[k - 1].norm == "the")]
    whole = next((w for w in words[:k] if w.tag == "NNS" and w.kid("nummod") is not None), None)
    if whole is None or begins.text not in (",", ";", "and", "while", "(") or classes.share(whole.lemma, "person", "animal") < 0.5 and not other:
        return
    joined = next((x for x in word.head.kids if x.dep == "cc" and x is begins), None)
    word.hang(whole, "appos")
    if joined is not None:
        joined.hang(word, "punct")
    if words[k - 1].norm == "the":
        words[k - 1].hang(word, "det")
    after.hang(word, "prep" if after.tag == "IN" else "acl")


def both_do(word: Word, _: list[Word]) -> None:
    """ "A bride and groom walk down an alley": the last word is what the two do, and the groom no sort of walk."""
    first = word.head
    second = next((k for k in word.kids if k.i == word.i - 1 and k.noun and k.dep in ("compound", "nmod", "amod")), None)
    if word.tag not in ("VB", "VBP") or word.dep != "conj" or second is None or not first.noun or first.kid("cc") is None:
        return
    if min(classes.share(w.lemma, "person", "animal") for w in (first, second)) < 0.5 or classes.verb(word.lemma) is None:
        return
    for kid in [k for k in word.kids if k.i < second.i and k.dep in ("det", "amod", "compound", "nummod", "poss")]:
        kid.hang(second, kid.dep)
    word.tag = "VBP"
    word.stand_in_for(first)
    first.hang(word, "nsubj")
    second.hang(first, "conj")
    for prep in [k for k in first.kids if k.i > word.i and k.dep in ("prep", "prt", "advmod")]:
        prep.hang(word, prep.dep)


ON_A_FACE = frozenset(("moustache", "mustache", "beard", "goatee", "stubble", "braid", "ponytail", "monocle"))


def beard_and_suit(word: Word, _: list[Word]) -> None:
    """ "A man with a moustache and brown suit": a moustache is no sort of suit."""
    first = next((k for k in word.kids if k.dep in ("nmod", "compound") and k.lemma in ON_A_FACE and k.i < word.i), None)
    if first is None or first.kid("cc") is None or word.root or not word.noun:
        return
    for kid in first.those("conj"):
        for inner in [k for k in kid.kids if k.dep in ("amod", "compound")]:
            inner.hang(word, inner.dep)
        kid.hang(word, "compound")
    for kid in [k for k in word.kids if k.i < first.i]:
        kid.hang(first, kid.dep)
    word.kids.remove(first)
    first.head = first
    first.stand_in_for(word)
    word.hang(first, "conj")
