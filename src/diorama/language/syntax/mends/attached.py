"""What hangs on what: the place of what is done to, the deed of who stands on something, the look of who is named twice. Each repair hangs one word anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.postures import STATES
from diorama.language.syntax.fragments import DONE_BY_THE_LIVING
from diorama.language.syntax.mends.deeds import HANDS, doer

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word

MOVED = frozenset(("push", "pull", "wheel", "haul", "tow", "drag", "rock"))
"""Deeds to those who sit in what is moved: a wheelchair, a pram, a sledge, a swing."""
BORNE = frozenset(("hold", "raise", "lift", "dangle", "swing", "wave", "spread", "open"))
"""Deeds by which a thing comes to be over something."""
LEFT = frozenset(("lean", "prop", "park", "lock", "chain", "stand"))
"""What is told of the whole, and never of what it is full of."""


def moved(prep: Word, _: list[Word]) -> None:
    """ "Pushing a man in a wheelchair": he is in it, not who pushes."""
    verb, seat = prep.head, prep.kid("pobj")
    whom = verb.kid("dobj")
    if prep.dep != "prep" or prep.norm not in ("in", "on") or not verb.verb or verb.lemma not in MOVED or whom is None or seat is None:
        return
    if whom.i < prep.i and doer(whom) and any(classes.is_a(seat.lemma, kind) for kind in ("conveyance", "container", "seat", "mechanical device")):
        prep.hang(whom, "prep")


def in_the_whole(prep: Word, _: list[Word]) -> None:
    """ "A bottle with two glasses in it": they are in it; the bottle is in nothing."""
    it, whole = prep.kid("pobj"), prep.head
    if prep.dep != "prep" or it is None or it.norm not in ("it", "them") or not whole.noun:
        return
    having = next((k for k in whole.those("prep") if k.norm == "with" and k.i < prep.i), None)
    inside = having.kid("pobj") if having is not None else None
    if inside is not None and inside.i < prep.i and not any(k.comma for k in (inside, *inside.kids)):
        prep.hang(inside, "prep")


STOOD_ON = frozenset(("leg", "foot", "toe", "knee", "tiptoe"))
"""What one stands on oneself."""


def where_who_stands_is(prep: Word, _: list[Word]) -> None:
    """ "Standing on one leg in the water": it is there, and not the leg."""
    on = prep.head.head if prep.head.lemma in STOOD_ON and prep.head.dep == "pobj" else None
    if prep.dep == "prep" and on is not None and on.norm == "on" and on.dep == "prep" and on.head.verb and prep.norm in ("in", "on", "at", "by", "near"):
        prep.hang(on.head, "prep")


SIDES = frozenset(("background", "foreground", "distance", "left", "right", "horizon"))


def with_at_a_side(prep: Word, words: list[Word]) -> None:
    """ "A cup next to a plate with a penguin in the background": the penguin is there."""
    side, before = prep.kid("pobj"), words[prep.i - words[0].i - 1]
    if prep.dep != "prep" or prep.norm not in ("in", "on") or side is None or side.lemma not in SIDES or not before.noun or before is prep.head:
        return
    first = before
    while first.dep == "conj":
        first = first.head
    if first.dep == "pobj" and first.head.norm == "with" and not prep.below(before):
        prep.hang(before, "prep")


def no_apposition(word: Word, _: list[Word]) -> None:
    """ "A barber shaving an old man": without a comma it is nobody's other name, but who it is done to."""
    doing = next((k for k in word.head.those("acl") if k.tag == "VBG" and k.i > word.head.i), None) if word.dep == "appos" and word.noun else None
    start = min((k.i for k in word.kids if k.i < word.i), default=word.i)
    if doing is not None and start == doing.i + 1 and doing.kid("dobj") is None and word.kid("det") is not None and not doing.comma and not word.head.comma:
        word.hang(doing, "dobj")


def bent_over_on(prep: Word, _: list[Word]) -> None:
    """ "Leans over a teddy bear on a table": the bear is on the table."""
    verb = prep.head
    if prep.norm not in ("on", "in") or prep.dep != "prep" or verb.lemma not in ("lean", "bend", "hunch", "stoop", "bow", "crouch"):
        return
    over = next((k for k in verb.those("prep") if k.norm == "over" and k.i < prep.i), None)
    under = over.kid("pobj") if over is not None else None
    if under is not None and not under.comma:
        prep.hang(under, "prep")


def past_a_comma(word: Word, words: list[Word]) -> None:
    """ "A woman reading, empty seats": what a comma parts from the verb is not what it is done to."""
    verb = word.head
    if word.dep != "dobj" or not word.noun or verb.tag != "VBG" or verb.dep not in ("acl", "ROOT") or word.i < verb.i or verb.kid("conj") is not None:
        return
    first = min(w.i for w in word.subtree() if w.i > verb.i and w.dep != "punct")
    if first == verb.i + 2 and words[verb.i + 1].norm == ",":
        word.hang(verb, "dep")


def held_over(prep: Word, _: list[Word]) -> None:
    """ "Holds an umbrella over a puppy": the umbrella is over it."""
    verb, under = prep.head, prep.kid("pobj")
    thing = verb.kid("dobj")
    if prep.dep != "prep" or prep.norm not in ("over", "above") or not verb.verb or verb.lemma not in BORNE or thing is None or under is None:
        return
    if thing.i < prep.i and not doer(thing) and not classes.share(under.lemma, "body") > 0.5 and thing.noun:
        prep.hang(thing, "prep")


def busy_there(word: Word, _: list[Word]) -> None:
    """ "A wizard stands on a tower holding a staff": towers hold nothing; who stands there does."""
    place, prep = word.head, word.head.head
    if word.tag != "VBG" or word.dep != "acl" or word.lemma not in DONE_BY_THE_LIVING or place.dep != "pobj" or not prep.head.verb or doer(place):
        return
    who = prep.head.kid("nsubj") or (prep.head.head if prep.head.dep == "acl" else None)
    bears = word.lemma in ("hold", "carry") and any(classes.is_a(place.lemma, kind) for kind in ("container", "furniture", "vehicle", "support"))
    if prep.head.lemma in STATES and who is not None and (doer(who) or who.tag == "PRP") and not bears:
        word.hang(prep.head, "advcl")


def of_the_whole(word: Word, _: list[Word]) -> None:
    """ "A bicycle with a basket full of tulips leaning on a wall": neither what it is full of leans, nor what it has."""
    content, of = word.head, word.head.head
    full = of.head
    if word.dep != "acl" or word.lemma not in LEFT or content.dep != "pobj" or of.norm not in ("of", "with") or full.norm not in ("full", "filled"):
        return
    vessel = full.head
    if not vessel.noun:
        return
    whole = vessel.head.head if vessel.dep == "pobj" and vessel.head.norm == "with" and vessel.head.head.noun else vessel
    word.hang(whole, "acl")


def held_with(word: Word, _: list[Word]) -> None:
    """ "A bride holding a bouquet and a groom in a suit": who is named after what somebody holds is listed with that somebody."""
    thing = word.head
    verb = thing.head
    if word.dep != "conj" or thing.dep != "dobj" or word.kid("det", "nummod") is None or not person(word) or person(thing) or not verb.verb:
        return
    if verb.dep != "acl" or not person(verb.head) or doer(thing):
        return
    cc = thing.kid("cc")
    word.hang(verb.head, "conj")
    if cc is not None:
        cc.hang(verb.head, "cc")


def in_hands(prep: Word, words: list[Word]) -> None:
    """ "With a scarf around her neck and a camera in her hands": the camera is in them, and it is no neck."""
    hands = prep.kid("pobj")
    k = prep.i - words[0].i
    thing = words[k - 1] if k > 0 else None
    if prep.dep != "prep" or hands is None or hands.norm not in HANDS or hands.kid("poss") is None or thing is None or not thing.noun or prep.head is thing:
        return
    part = thing.head
    if thing.dep == "conj" and part.dep == "pobj" and part.norm in HANDS and part.head.head.noun and part.head.head.dep == "pobj" and prep.head.noun:
        first, cc = part.head.head, part.kid("cc")
        thing.hang(first, "conj")
        if cc is not None:
            cc.hang(first, "cc")
        prep.hang(thing, "prep")


def worn_on(prep: Word, _: list[Word]) -> None:
    """ "A life jacket on a dog in a canoe": the dog has it on, and is what is shown."""
    worn, who = prep.head, prep.kid("pobj")
    if prep.dep != "prep" or prep.norm != "on" or who is None or not doer(who) or not worn.noun or prep.i != worn.i + 1:
        return
    if not classes.is_a(worn.lemma, "clothing") or worn.dep not in ("ROOT", "nsubj", "attr", "appos", "conj") or who.kid("poss") is not None:
        return
    over, dep = worn.head, worn.dep
    rest = [k for k in worn.kids if k.i > prep.i]
    if worn.root:
        who.head.kids.remove(who)
        who.head, who.dep = who, "ROOT"
    else:
        who.hang(over, dep)
    for kid in rest:
        kid.hang(who, kid.dep)
    prep.hang(who, "prep")
    prep.norm = "in"
    worn.hang(prep, "pobj")


STANDING = frozenset(("statue", "sculpture", "figurine", "bust", "carving", "statuette"))
PICTURES = frozenset(("painting", "drawing", "print", "sketch", "illustration", "watercolour", "poster", "photo", "photograph", "portrait", "picture", "image"))
WALLS, HEARTHS = frozenset(("wall", "easel", "mantelpiece", "mantel")), frozenset(("fireplace", "mantelpiece", "mantel", "hearth"))
"""What pictures hang on or lean against, and what they hang over besides furniture."""
THERE = frozenset(("between", "beside", "behind", "near", "against", "under", "above", "over", "below", "at", "by", "in", "on", "next"))
RIDDEN = ("vehicle", "animal", "conveyance")


def of_what_it_shows(prep: Word, _: list[Word]) -> None:
    """ "A statue of a lion between two trees", "a painting of a ship above a fireplace": the statue stands there, the painting hangs there; "of a man on a horse" is
    what it shows."""
    shown, place = prep.head, prep.kid("pobj")
    whole = shown.head.head if shown.dep == "pobj" and shown.head.norm == "of" else None
    if prep.dep != "prep" or prep.norm not in THERE or whole is None or not whole.noun or (place is None and prep.norm != "next"):
        return
    if whole.lemma in STANDING:
        if place is None or not _shown(prep, place):
            prep.hang(whole, "prep")
    elif whole.lemma in PICTURES and place is not None and on_a_wall(prep, place):
        prep.hang(whole, "prep")


def _shown(prep: Word, place: Word) -> bool:
    """What a statue shows along with somebody: what they ride, and what they are in."""
    ridden = prep.norm == "on" and (classes.share(place.lemma, "animal") > 0.5 or any(classes.is_a(place.lemma, kind) for kind in RIDDEN))
    return ridden or prep.norm in ("in", "by") and classes.is_a(place.lemma, "clothing")


def done_by_the_last(word: Word, words: list[Word]) -> None:
    """ "A doctor talks to a boy sitting on a bed": who was named last sits there; where a comma parts them, it may be either."""
    verb, before = word.head, words[word.i - words[0].i - 1]
    if word.tag != "VBG" or word.dep != "advcl" or word.i == words[0].i or not before.noun or before.dep != "pobj":
        return
    if not doer(before) or before.head.norm not in TO:
        return
    if before.head.head is verb and verb.verb and before.kid("det", "poss", "nummod") is not None and word.lemma in STATES:
        word.hang(before, "acl")


TO = frozenset(("to", "at", "with"))


def with_it_in_hand(word: Word, _: list[Word]) -> None:
    """ "Woman with umbrella crossing the street": she has it and crosses; umbrellas cross nothing."""
    prep, thing = word.head, word.kid("nsubj")
    if word.tag != "VBG" or word.dep != "pcomp" or prep.norm != "with" or thing is None or not doer(prep.head) or doer(thing) or thing.i != word.i - 1:
        return
    if word.lemma in DONE_BY_THE_LIVING | ON_THE_WAY and classes.share(thing.lemma, "artifact") > 0.5:
        thing.hang(prep, "pobj")
        word.hang(prep.head, "acl")


def without_it(word: Word, _: list[Word]) -> None:
    """ "A knight without a helmet facing a dragon": he faces it, and no helmet does."""
    thing = word.head
    prep = thing.head
    if word.tag != "VBG" or word.dep != "acl" or thing.dep != "pobj" or prep.norm != "without" or not doer(prep.head) or doer(thing):
        return
    if classes.verb(word.lemma) is not None and classes.share(thing.lemma, "artifact") > 0.5:
        word.hang(prep.head, "acl")


ON_THE_WAY = frozenset(("cross", "walk", "run", "wait", "stroll", "climb", "ride", "jump", "dance", "smile", "laugh", "look"))


def of_its_own(verb: Word, words: list[Word]) -> None:
    """ "Laundry hangs between the buildings and a scooter is parked": the second verb's subject, taken for a second place of the first."""
    first = verb.head
    start = min((k.i for k in verb.kids if k.dep in ("aux", "auxpass")), default=verb.i)
    before = words[start - words[0].i - 1] if start > words[0].i else None
    if verb.dep != "conj" or not verb.verb or not first.verb or verb.kid("nsubj", "nsubjpass") is not None or before is None or not before.noun:
        return
    if before.dep == "conj" and before.head.dep in ("pobj", "dobj") and before.kid("det", "nummod", "poss") is not None and verb.tag != "VBG":
        subject = first.kid("nsubj", "nsubjpass")
        if subject is not None and subject.i < before.head.i < before.i < verb.i:
            before.hang(verb, "nsubjpass" if verb.kid("auxpass") is not None else "nsubj")


def beside_who_wears(prep: Word, _: list[Word]) -> None:
    """ "A referee in a striped shirt between them": he stands there, and not his shirt."""
    worn, place = prep.head, prep.kid("pobj")
    link = worn.head
    if prep.dep != "prep" or prep.norm not in BESIDE or worn.dep != "pobj" or link.norm not in ("in", "wearing") or place is None or not doer(link.head):
        return
    if classes.is_a(worn.lemma, "clothing") and not classes.is_a(place.lemma, "clothing") and not classes.share(place.lemma, "body") > 0.5:
        prep.hang(link.head, "prep")


BESIDE = frozenset(("between", "beside", "behind", "near", "against", "among"))


def next_to_who_wears(prep: Word, _: list[Word]) -> None:
    """ "A wolf with a hat next to a sailor": the wolf is there, and not its hat."""
    side, worn = prep.head, prep.head.head
    link, place = worn.head, prep.kid("pobj")
    if prep.norm != "to" or side.norm not in ("next", "close", "adjacent") or worn.dep != "pobj" or link.norm not in ("in", "with", "wearing") or place is None:
        return
    if doer(link.head) and classes.is_a(worn.lemma, "clothing") and not classes.is_a(place.lemma, "clothing") and not classes.share(place.lemma, "body") > 0.5:
        side.hang(link.head, side.dep)


def on_a_wall(prep: Word, place: Word) -> bool:
    """Where flat pictures are: on a wall or an easel, over what stands before a wall."""
    if prep.norm in ("on", "against"):
        return place.lemma in WALLS
    return prep.norm in ("above", "over") and (place.lemma in HEARTHS or classes.is_a(place.lemma, "furniture"))


def held_in_hand(prep: Word, words: list[Word]) -> None:
    """ "Climbs a staircase with a lantern in his right hand": who climbs has it, and no staircase does."""
    hand = prep.kid("pobj")
    before = next((w for w in words if w.i == prep.i - 1), None)
    if prep.norm != "in" or not prep.head.verb or hand is None or hand.lemma != "hand" or hand.kid("poss") is None or before is None:
        return
    having = before.head
    if before.noun and before.dep == "pobj" and having.norm == "with" and having.head is not prep.head and having.head.noun and not doer(having.head):
        having.hang(prep.head, "prep")
        prep.hang(before, "prep")


def with_a_place_of_its_own(word: Word, _: list[Word]) -> None:
    """ "A cat by a fireplace and a dog under a table": the dog is listed with the cat, whom the fireplace alone is beside."""
    first = word.head
    prep = first.head
    if word.dep != "conj" or not word.noun or first.dep != "pobj" or prep.dep != "prep" or not prep.head.noun:
        return
    if prep.norm in ("between", "among", "of", "with"):
        return
    listed = first.those("conj")
    own = any(k.dep == "prep" and k.norm in APART and k.kid("pobj") is not None for k in word.kids)
    if own and listed == [word] and word.kid("det", "nummod") is not None and first.kid("cc") is not None:
        first.kid("cc").hang(prep.head, "cc")
        word.hang(prep.head, "conj")


def sat_with(prep: Word, _: list[Word]) -> None:
    """ "An old man with a dog on a park bench": he is on the bench, and the dog is with him."""
    beside, seat = prep.head, prep.kid("pobj")
    with_ = beside.head
    if prep.dep != "prep" or prep.norm not in ("on", "in", "at") or seat is None or beside.dep != "pobj" or with_.norm != "with" or with_.dep != "prep":
        return
    seated = any(classes.is_a(seat.lemma, kind) for kind in ("seat", "furniture", "boat", "swing"))
    if seated and doer(beside) and doer(with_.head) and seat.kid("poss") is None and beside.kid("acl") is None:
        prep.hang(with_.head, "prep")


APART = frozenset(("above", "over", "under", "beneath", "underneath", "behind", "against"))
"""What places one of a list, and not all of it, as "on a table" may."""


def person(word: Word) -> bool:
    return word.noun and classes.share(word.lemma, "person") > 0.5


def a_table(word: Word, words: list[Word]) -> None:
    """ "Two chairs and a metal table outside": a piece of furniture after an article and what it is of is no verb."""
    k = word.i - words[0].i
    before = words[k - 1] if k else None
    first = word.kid("nsubj")
    if not word.root or word.tag not in ("VBP", "VB") or before is None or first is None or before.dep != "conj" or before.head is not first:
        return
    if word.kid("dobj") is not None or before.kid("det") is None or not classes.is_a(word.norm, "furniture"):
        return
    word.kids.remove(first)
    first.head, first.dep = first, "ROOT"
    for kid in list(word.kids):
        kid.hang(first if kid.dep in ("npadvmod", "appos", "punct") else word, "appos" if kid.dep == "npadvmod" else kid.dep)
    for kid in list(before.kids):
        kid.hang(word, kid.dep)
    word.head = word
    word.hang(first, "conj")
    before.hang(word, "compound")
    word.tag, word.lemma = "NN", word.norm


def named_twice(word: Word, _: list[Word]) -> None:
    """ "His apprentice, a girl with an apron, stands": two subjects between commas, of which the second tells who the first is."""
    verb = word.head
    first = next((k for k in verb.kids if k.dep == "nsubj" and k.i < word.i), None)
    if word.dep != "nsubj" or first is None or not first.comma or not (doer(word) and doer(first)) or word.kid("cc") is not None or first.kid("cc") is not None:
        return
    last = word.subtree()[-1]
    ends = last.text == "," or last.comma
    new = any(k.dep == "det" and k.norm in ("a", "an") for k in word.kids)
    if ends and new and (first.kid("poss") is not None or _definite(first)):
        word.hang(first, "appos")


def _definite(word: Word) -> bool:
    return word.tag.startswith("NNP") or any(k.dep == "det" and k.norm in ("the", "this", "that") for k in word.kids)


WAYS = frozenset(("up", "down", "over", "across", "along", "through", "around", "past", "off"))


def along_a_way(particle: Word, _: list[Word]) -> None:
    """ "Scrambles up a ladder": up the ladder, and no ladder is scrambled."""
    verb = particle.head
    way = verb.kid("dobj") if particle.dep == "prt" and particle.norm in WAYS and verb.verb else None
    if way is None or way.i < particle.i or not any(step[:1] == ("travel",) for sense in classes.ways(verb.lemma)[:2] for step in sense.line):
        return
    particle.tag, particle.dep = "IN", "prep"
    way.hang(particle, "pobj")


HELD = frozenset((
    "cross", "fold", "clasp", "raise", "close", "shut", "bow", "tilt", "turn", "lower", "spread", "clench", "interlace", "press", "draw", "tuck", "pull",
    "tie", "stretch", "lift", "rest", "throw", "lock", "lace", "bend", "open", "puff", "furrow", "narrow", "plant", "prop", "dangle", "hang",
))  # fmt: skip
"""What is done with a part of a body."""


def of_the_part(word: Word, words: list[Word]) -> None:
    """ "A man with his arms crossed", "with her chin resting on her fist": so are they held, and he crosses nothing."""
    k = word.i - words[0].i
    part = words[k - 1] if k > 1 else None
    if part is None or word.tag not in ("VBD", "VBN", "VBG") or word.lemma not in HELD or part.dep != "pobj" or part.head.norm != "with":
        return
    if word.head is part or word.kid("dobj", "aux", "auxpass") is not None or classes.share(part.lemma, "body") < 0.4:
        return
    who = part.head.head
    if who.head is word and who.dep in ("nsubj", "nsubjpass"):
        who.stand_in_for(word)
    elif not (word.head is part.head or word.head is who):
        return
    word.hang(part, "acl")


LAID = frozenset(("hand", "arm", "head", "chin", "elbow", "foot", "finger", "fist", "palm", "face"))
WHERE = frozenset(("on", "in", "around", "round", "over", "behind", "to", "under", "above", "against", "through"))


def where_the_part_is(prep: Word, words: list[Word]) -> None:
    """ "A woman in a coat with her hand on a friend's shoulder": the hand is there."""
    k = prep.i - words[0].i
    part = words[k - 1] if k > 1 else None
    if part is None or prep.dep != "prep" or prep.norm not in WHERE or part.lemma not in LAID or part is prep.head:
        return
    on = prep.kid("pobj")
    if on is not None and prep.norm == "in" and classes.is_a(on.lemma, "clothing"):
        return  # "with a shaved head in a black T-shirt"
    if part.noun and part.dep == "pobj" and part.head.norm == "with" and part.kid("poss", "det", "nummod") is not None and not part.comma:
        prep.hang(part, "prep")
