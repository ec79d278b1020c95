"""Who stands where, who holds what: prepositions and verbs between subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import kinds, ties
from diorama.language.frames.person import bearer
from diorama.language.frames.predicate import LIVING, who
from diorama.language.frames.vocabulary import relation, verb
from diorama.language.surfaces import FLAT, VESSELS
from diorama.language.syntax.parse import Word
from diorama.language.syntax.phrases import of_object, own
from diorama.language.syntax.sentence import Mention, Sentence

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

SIDES = ("left", "right", "centre", "foreground", "background")
OF_SIDE = {
    "left": "left_of",
    "right": "right_of",
    "top": "on",
    "front": "in_front_of",
    "back": "behind",
    "side": "beside",
    "edge": "on",
    "center": "on",
    "centre": "on",
    "middle": "on",
    "midst": "in",
    "heart": "in",
    "bottom": "in",
    "foot": "beside",
    "base": "beside",
    "rear": "behind",
    "corner": "on",
    "end": "on",
    "surface": "on",
    "rim": "on",
    "branch": "on",
    "pile": "on",
    "stack": "on",
    "background": None,
    "foreground": None,
    "interior": "in",
}
"""Words for a part of a thing, with what being there is to the thing."""
ON_OVER = frozenset((
    "spill", "cascade", "drape", "hang", "throw", "sling", "climb", "fall", "scatter", "spread", "lay", "toss", "tumble", "flow", "sprawl", "strew",
    "pour", "sprinkle", "crawl", "walk", "run",
))  # fmt: skip
"""Verbs with which "over" is "on"."""
STAYS = frozenset((
    "sit", "stand", "lie", "rest", "hang", "lean", "perch", "nestle", "be", "remain", "stack", "situate", "locate", "display", "appear", "float",
    "hover", "tower", "loom", "sprawl", "stretch", "suspend", "pile", "surround", "flank", "line",
))  # fmt: skip
"""Verbs that only say that something is there."""
PUTS = frozenset((
    "put", "place", "set", "arrange", "lay", "hang", "leave", "drape", "throw", "toss", "pin", "tape", "lock", "park", "stack", "lean", "prop",
    "position", "mount", "balance", "spread", "scatter", "keep", "fit", "tuck", "spray", "plant", "pour", "drop", "see", "find", "fix",
))  # fmt: skip
"""Verbs whose object is what is put there."""
AT_WORK = frozenset((
    "type", "write", "work", "draw", "play", "cook", "focus", "concentrate", "feed", "feast", "chew", "nibble", "knock", "paint", "dine", "tap",
))  # fmt: skip
"""Deeds done on what one is at."""
HOLDING = frozenset(("hand", "arm", "paw", "finger", "mouth", "beak", "bill", "claw", "talon", "fist", "teeth", "tooth", "lip", "jaw", "palm", "grip", "grasp"))
SENT = frozenset(("point", "aim", "shout", "yell", "laugh", "bark", "growl", "hiss", "speak", "talk", "whisper", "sing", "scream", "blow", "nod", "signal"))
"""Verbs of what reaches further than the hand: "points at a board", "shouts into a phone"."""
BEARING = frozenset(("lap", "knee", "shoulder", "back", "head", "thigh", "leg", "chest", "foot", "palm"))
"""Parts of a body in which things are held, and on which they lie."""


NEARBY = frozenset((
    "push", "pull", "feed", "pet", "stroke", "kick", "lead", "approach", "repair", "mend", "polish", "tend", "paint", "water", "wash", "clean", "drag",
    "herd", "walk", "serve", "greet", "attack", "hug", "kiss", "touch", "sniff", "milk", "groom", "meet", "drive", "shear",
))  # fmt: skip
"""Deeds done to what is near."""


PLACED = {
    "wall": ("on", "against", "near", "beside", "leaning_on", "hanging_from", "in_front_of"), "window": ("under", "beside", "near", "in_front_of", "behind", "against", "on"), "windowsill": ("on", "under"), "sky": ("in", "under", "against"),
    "ceiling": ("hanging_from", "on", "under"), "water": ("on", "in", "above", "beside", "near"),
}  # fmt: skip
"""Relations that a part of a place can have; all else has "on" and "in"."""


def tell(reader: Reader, found: Sentence) -> None:
    for mention in found.mentions:
        if mention.real and (
            mention.kind == "body"
            or _end(reader, mention) is not None
            or mention.place in (*SIDES, "ground", "wall", "sky", "water", "windowsill", "window", "ceiling")
        ):
            _arc(reader, mention)
    for word in found.words:
        _elliptic(reader, found, word)
        _at_side(reader, found, word)
        if word.tag == "VBG" and verb(word.lemma, "surround") and word.head.lemma == "be" and word.kid("dobj") is not None:
            _surrounding(reader, found, word)


ALONE = {
    "above": "above",
    "behind": "behind",
    "below": "under",
    "beneath": "under",
    "underneath": "under",
    "beside": "beside",
    "alongside": "beside",
    "nearby": "near",
    "overhead": "above",
}
"""Adverbs of place, told of what was spoken of last."""


def _elliptic(reader: Reader, found: Sentence, word: Word) -> None:
    """ "Above hangs a lithograph", "behind, out of focus, runs a cabinet": of what the sentence before was about."""
    kind = ALONE.get(word.norm)
    if kind is None or word.kid("pobj", "pcomp", "prep") is not None or not word.head.verb or reader.claims.has(word):
        return
    placed = who(reader, word.head)
    topic = _topic(reader, found)
    if placed and topic is not None and topic not in placed and (word.head.lemma in STAYS or word.head.lemma in BY_ITSELF):
        _relate(reader, [p for p in placed if p in reader.draft.subjects], kind, topic, word)


BY_ITSELF = frozenset(
    ("run", "rise", "hang", "float", "walk", "drift", "grow", "burn", "glow", "wait", "follow", "climb", "open", "spread", "lurk", "pass", "move")
)


def _topic(reader: Reader, found: Sentence) -> SubjectDraft | None:
    """What the picture is about: the first thing named, in an earlier sentence."""
    earlier = [
        m
        for m in reader.mentions
        if m.sentence is not found and m.subject in reader.draft.subjects and m.real and m.kind not in ("part", "body", "surface", "look", "garment")
    ]
    return earlier[0].subject if earlier else None


def _at_side(reader: Reader, found: Sentence, word: Word) -> None:
    """ "To her left, a colleague points": beside whom the pronoun means."""
    if word.norm not in ("left", "right"):
        return
    before = [w for w in found.words if w.i in (word.i - 1, word.i - 2)]
    if len(before) < 2 or before[1].tag not in ("PRP", "PRP$") or before[0].norm not in ("to", "on", "at"):
        return
    whose, prep = found.mention(before[1]), before[0]
    if whose is None or whose.subject not in reader.draft.subjects:
        return
    above = prep.head
    if above.verb:
        placed = who(reader, above)
    else:
        placed = [
            m.subject for m in (found.mention(above), *(x for x in found.mentions if x.head.i > word.i)) if m is not None and m.subject is not None and m.real
        ][:1]
    placed = [p for p in placed if p is not whose.subject and p in reader.draft.subjects]
    if placed:
        _relate(reader, placed, f"{word.norm}_of", whose.subject, word)


def _surrounding(reader: Reader, found: Sentence, word: Word) -> None:
    """ "Surrounding the mirror are bottles"."""
    inner, outer = found.mention(word.kid("dobj")), found.mention(word.head.kid("attr", "nsubj", "dobj"))
    around = [m.subject for m in reader.group(outer) if m.subject is not None and m.real]
    if inner is not None and inner.subject in reader.draft.subjects and around:
        _relate(reader, around, "around", inner.subject, word)


def _arc(reader: Reader, mention: Mention) -> None:
    dep, governor = kinds.governor(mention.top)
    if (
        dep == "pobj"
        and governor.norm == "of"
        and (heap := reader.sentence.mention(governor.head)) is not None
        and heap.subject is None
        and heap.kind in ("manner", "quantity", "abstract")
        and heap is not mention
    ):
        dep, governor = kinds.governor(heap.top)  # "laden with pyramids of fruit"
    if mention.kind == "body" and dep == "pobj":
        return _onto_body(reader, mention, governor)
    if mention.kind in ("look", "body", "contents"):
        return
    if dep == "pobj":
        _preposition(reader, mention, governor)
    elif dep == "dobj" and mention.subject is not None and mention.kind != "pronoun":
        _object(reader, mention, governor)
    elif dep in ("nsubj", "nsubjpass") and mention.subject is not None:
        _inverted(reader, mention, governor)


def _end(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The subject at an end of a relation: of a part or a place of a thing, the thing."""
    if mention.subject is not None or mention.kind not in ("part", "surface", "where"):
        return mention.subject
    owner = reader.owner(mention)
    return owner.subject if owner is not None and owner.subject is not None and owner.subject.category not in LIVING else None


# ── prepositions ──


def _preposition(reader: Reader, mention: Mention, prep: Word) -> None:
    if mention.head.norm.endswith(("self", "selves")):
        return None  # "stands by itself"
    kind, prep = _kind(reader, mention, prep)
    if kind is None and prep.norm == "from" and mention.place == "ceiling" and prep.head.verb and verb(prep.head.lemma, "hang"):
        kind = "hanging_from"
    if kind is None:
        return _with(reader, mention, prep)
    owners = _owners(reader, prep, mention)
    if mention.place in SIDES and mention.kind == "side":
        return _aside(reader, mention, prep, owners)
    end = _end(reader, mention)
    target = end if end is not None else mention.place
    above = prep.head
    held = _by_hand(reader, mention, prep)
    if held is not None and isinstance(target, SubjectDraft) and target not in held and target.category not in LIVING:
        paws = all(h.category == "animal" for h in held)
        return _relate(reader, held, "on" if paws else "holding" if target.length < 1.3 else "near", target, prep)
    if above.verb:
        kind = _by_verb(kind, above, prep)
    if kind is None or target is None or not owners:
        return None
    return _placed(reader, mention, prep, kind, owners, target)


def _placed(reader: Reader, mention: Mention, prep: Word, kind: str, owners: list[SubjectDraft], target: SubjectDraft | str) -> None:
    """The relation of some subjects to another or to a part of the place, as far as it can be one."""
    above = prep.head
    if prep.norm == "around" and kind == "near" and isinstance(target, SubjectDraft) and (len(owners) > 1 or owners[0].plural or owners[0].count > 1):
        kind = "around"
    if prep.norm in ("amid", "amidst", "among", "amongst") and isinstance(target, SubjectDraft):
        return _relate(reader, [target], "around", owners[0], prep)
    if prep.norm in ("along", "across") and (target == "ground" or target == "water" and owners[0].category == "vehicle"):
        kind = "on"
    if (
        target == "water"
        and kind == "on"
        and mention.top.head.norm == "of"
        and mention.top.head.head.lemma in ("edge", "bank", "shore", "side", "margin", "end")
    ):
        kind = "near"
    if (
        isinstance(target, str)
        and kind not in PLACED.get(target, ("on", "in"))
        or isinstance(target, str)
        and kind == "facing"
        or isinstance(target, SubjectDraft)
        and target.category == "wear"
        and owners[0].category == "wear"
    ):
        return None
    if (
        kind == "in"
        and prep.norm == "in"
        and above.tag == "VBN"
        and above.lemma in ("cover", "coat", "blanket", "wrap", "drape", "dust", "smother", "swathe", *STREWN)
        and isinstance(target, SubjectDraft)
    ):
        return _relate(reader, [target], "covering", owners[0], prep)
    if prep.norm == "by" and above.tag == "VBN":
        return _passive(reader, above, owners, target, prep)
    if kind == "between":
        others = [m.subject for m in reader.group(mention) if m.subject is not None]
        return _relate_all(reader, owners, "between", others, prep) if len(others) > 1 or mention.plural and others else None
    if kind == "in" and isinstance(target, SubjectDraft) and target.category == "wear" and all(o.category in LIVING for o in owners):
        return None
    if kind == "in" and isinstance(target, SubjectDraft) and target.thing in FLAT:
        kind = "on"
    if (
        kind in ("on", "in")
        and isinstance(target, SubjectDraft)
        and target.category in LIVING
        and all(o.category not in LIVING for o in owners)
        and mention.kind != "pronoun"
    ):
        return None
    return _relate(reader, owners, kind, target, prep)


def _by_hand(reader: Reader, mention: Mention, prep: Word) -> list[SubjectDraft] | None:
    """Whose hands are on or around it; None if no hands are told of."""
    above = prep.head
    actor = reader.sentence.mention(above) if above.noun else reader.actor(above)
    if (
        actor is None
        or actor.kind != "body"
        or actor.head.lemma not in ("hand", "finger", "paw", "fingertip", "palm", "fist")
        or prep.norm not in ("on", "around", "upon", "over", "in", "at")
    ):
        return None
    subject = bearer(reader, actor)
    return [subject] if subject is not None else None


def _onto_body(reader: Reader, mention: Mention, prep: Word) -> None:
    """ "a newspaper over his knees", "held in her hand", "leans against her shoulder"."""
    part, whose = mention.head.lemma, bearer(reader, mention)
    owners = [s for s in _owners(reader, prep, mention) if s is not whose and s.category != "wear"]
    if whose is None or whose not in reader.draft.subjects or not owners:
        return
    if (
        part in HOLDING
        and (prep.norm in ("in", "between", "under") or prep.norm == "with" and prep.head.verb and part != "arm")
        and all(o.category not in LIVING or part == "arm" or o.length < whose.length for o in owners)
    ):
        for owner in owners:
            _relate(reader, [whose], "holding", owner, prep)
    elif prep.norm == "against":
        _relate(reader, owners, "leaning_on", whose, prep)
    elif part in BEARING and prep.norm in ("on", "over", "across", "upon", "in", "atop"):
        _relate(reader, owners, "on", whose, prep)
    elif prep.norm in ("between", "under", "beneath", "behind", "beside", "near", "above", "over", "at", "around") and all(
        o.category not in LIVING for o in owners
    ):
        kind = {"under": "under", "beneath": "under", "behind": "behind", "beside": "beside", "above": "above"}.get(prep.norm, "near")
        _relate(reader, owners, kind, whose, prep)


def _kind(reader: Reader, mention: Mention, prep: Word) -> tuple[str | None, Word]:
    """The relation that a preposition, or a phrase like "to the left of", tells; and the preposition that it hangs by."""
    above = prep.head
    if prep.norm == "of" and above.noun or prep.norm == "to" and above.norm in ("next", "adjacent", "close"):
        if above.norm in ("next", "adjacent", "close"):
            return "beside" if above.norm != "close" else "near", above
        word = above.lemma
        dep, outer = kinds.governor(above)
        if (
            dep == "pobj"
            and word in OF_SIDE
            and outer.norm in ("on", "in", "to", "at", "from", "along", "by", "around", "near", "atop", "onto", "across", "over")
        ):
            kind = OF_SIDE[word]
            if word in ("end", "edge", "corner") and outer.norm == "at":
                kind = "near"
            if word == "top" and outer.norm not in ("on", "at", "onto", "atop"):
                kind = None
            return kind, outer
        found = reader.sentence.mention(above) if reader.sentence else None
        if (
            dep == "pobj"
            and found is not None
            and found.kind in ("abstract", "where", "manner", "surface", "scenery")
            and found.subject is None
            and relation(outer.norm) in ("on", "in", "against", "under", "above", "beside", "behind", "near")
        ):
            return relation(outer.norm), outer
        return None, prep
    if prep.norm == "of" and above.norm in ("front", "top", "outside", "inside", "ahead"):
        return {"front": "in_front_of", "top": "on", "outside": "in_front_of", "inside": "in", "ahead": "in_front_of"}[above.norm], above
    if prep.norm == "to" and above.tag.startswith(("JJ", "RB", "IN")) and above.norm in ("next", "adjacent", "close", "parallel", "opposite", "nearer"):
        return "beside" if above.norm in ("next", "adjacent", "parallel") else "near", above
    return relation(prep.norm), prep


def _owners(reader: Reader, prep: Word, mention: Mention) -> list[SubjectDraft]:
    """The subjects that a preposition places."""
    above = prep.head
    for _ in range(3):
        if above.dep in ("prep", "advmod", "acomp", "pcomp") and not above.noun and not above.verb and above.head is not above:
            above = above.head if above.dep != "acomp" else above
            if above.dep == "acomp":
                break
        else:
            break
    if above.noun or above.tag in ("PRP", "CD", "DT"):
        owner = reader.sentence.mention(above) if reader.sentence else None
        if owner is None or owner is mention:
            return []
        dep, outer = kinds.governor(owner.top)
        if owner.head.norm in ("something", "anything", "nothing", "everything"):
            return []  # "laughs at something on a phone"
        if (
            owner.subject is None
            and dep == "pobj"
            and owner.kind in ("place", "scenery", "where", "manner", "measured", "side", "ground")
            and outer.norm != "of"
            and outer is not prep
        ):
            return _owners(reader, outer, mention)  # "hangs from the ceiling above a chair"
        if owner.rule == "unit" and dep in ("dobj", "npadvmod", "advmod", "attr"):
            return _owners(reader, above, mention)  # "floats a metre above the floor"
        if owner.subject is None and dep == "dobj" and owner.kind in ("abstract", "scenery", "manner", "weather") and owner.head.kid("acl", "relcl") is None:
            return who(reader, outer)  # "emits steam on a stove"
        if owner.kind in UNSEEN and owner.subject is None:
            return [s for s in _pictured(reader, owner, prep) if s is not _end(reader, mention)]
        told = reader.group(owner) if prep.i < above.i else [owner]
        if above.root and any(k.i < prep.i for k in above.those("conj")):
            told = [m for m in reader.group(owner) if m.head.i < prep.i and m.kind != "garment"]  # "a cat and a dog on a sofa"
        subjects = [m.subject for m in told if m.subject is not None and m.real and m.kind not in ("part", "body")]
    elif (
        above.verb
        and above.kid("dobj") is not None
        and (cast := reader.sentence.mention(above.kid("dobj"))) is not None
        and cast.kind in ("shadow", "light", "look")
    ):
        return []  # "casts a shadow onto the wall"
    elif above.verb and above.lemma in PUTS and above.kid("dobj") is not None and reader.sentence is not None:
        subjects = [m.subject for m in reader.group(reader.sentence.mention(above.kid("dobj"))) if m.subject is not None and m.real]
    else:
        subjects = who(reader, above)
        if (
            not subjects
            and above.dep == "acl"
            and verb(above.lemma, "surround")
            and (noun := reader.sentence.mention(above.head)) is not None
            and noun.subject is None
            and noun.kind in ("picture", "place", "scenery", "manner")
        ):
            main = _verb_above(noun.top)
            subjects = who(reader, main) if main.verb else []  # "sits in a jungle, surrounded by leaves"
    target = _end(reader, mention)
    return [s for s in dict.fromkeys(subjects) if s is not target and s in reader.draft.subjects]


UNSEEN = frozenset(("picture", "medium", "camera", "manner", "abstract", "where", "surface", "look", "shadow", "light"))
"""Kinds of phrases that stand nowhere themselves."""


def _pictured(reader: Reader, picture: Mention, prep: Word) -> list[SubjectDraft]:
    """What a picture is of: it stands where the picture is said to be. "A photo of a cat on a sofa", "a close-up of a robin on a branch"."""
    shows = picture.kind in ("picture", "medium", "camera")
    of = next((k for k in picture.head.those("prep") if shows and k.norm == "of" and k.i < prep.i), None)
    seen = of and of.kid("pobj")
    first = reader.sentence.mention(seen) if seen and reader.sentence else None
    return [m.subject for m in reader.group(first) if m.head.i < prep.i and m.subject is not None and m.real and m.kind not in ("part", "body", "garment")] if first else []


def _by_verb(kind: str, above: Word, prep: Word) -> str | None:
    """A verb that says more exactly how: leaning, hanging, stacked."""
    word = above.lemma
    if verb(word, "hang") and kind in ("on", "in", "under", "against") or word in ("hang", "suspend", "dangle") and prep.norm == "from":
        return "hanging_from"
    if verb(word, "lean") and prep.norm in ("against",) or word == "lean" and kind == "on":
        return "leaning_on"
    if word in SENT and prep.norm in ("at", "into", "to", "toward", "towards", "on"):
        return None
    if kind == "on" and word in AT_WORK:
        return "near"
    if verb(word, "stack") and kind == "on":
        return "stacked_on"
    if (
        kind == "near"
        and prep.norm == "across"
        and word in ("lie", "lay", "rest", "drape", "sit", "sprawl", "stretch", "place", "set", "throw", "sling", "fall")
    ):
        return "on"
    if verb(word, "look") and above.kid("dobj") is None and prep.norm in ("at", "toward", "towards", "into", "over", "across", "upon", "on"):
        return "facing"
    if (
        kind == "above"
        and prep.norm == "over"
        and (word in ON_OVER or above.tag == "VBN")
        and not any(k.norm in ("on", "from") and k.i < prep.i for k in above.kids)
    ):
        return "on"
    if kind == "against" and verb(word, "imagine") or word in ("contrast", "pop", "stand", "set") and prep.norm == "against" and word in ("contrast", "pop"):
        return None
    return kind


def _aside(reader: Reader, mention: Mention, prep: Word, owners: list[SubjectDraft]) -> None:
    inner = of_object(mention.head)
    whose = reader.owner(mention) if mention.owner is not None else None
    if whose is not None and whose.subject is not None and mention.place in ("left", "right") and prep.norm in ("on", "to", "at"):
        return _relate(reader, [o for o in owners if o is not whose.subject], f"{mention.place}_of", whose.subject, prep)
    whole = reader.sentence.mention(inner) if inner is not None else None
    if whole is not None and (whole.subject is not None or mention.head.norm in ("front", "back", "rear")) or mention.head.norm == "front":
        return  # "in front of the barn", "on the left of the mug"
    if mention.owner is not None or inner is not None and mention.place == "centre" or prep.norm not in ("in", "on", "at", "to"):
        return
    for owner in owners:
        _relate(reader, [owner], "near", mention.place, prep)


BESIDE_THE_POINT = frozenset((
    "contrast", "harmonize", "harmonise", "compare", "coordinate", "blend", "match", "clash", "compete", "merge", "agree", "accord", "juxtapose",
))  # fmt: skip
"""Verbs whose "with" places nothing."""


def _with(reader: Reader, mention: Mention, prep: Word) -> None:
    """ "a plate with a fork", "a truck loaded with pumpkins", "adorned with a ribbon"."""
    subject = mention.subject
    if subject is None or prep.norm not in ("with", "of", "from") or mention.kind == "pronoun" or prep.head.lemma in BESIDE_THE_POINT:
        return
    above = prep.head
    if prep.norm == "from":
        owners = _owners(reader, prep, mention)
        if above.verb and verb(above.lemma, "hang") or above.dep in ("pobj", "advmod") and verb(_verb_above(above).lemma, "hang"):
            _relate(reader, owners, "hanging_from", subject, prep)
        elif (
            above.verb
            and above.lemma in ("watch", "look", "peer", "peek", "gaze", "observe", "wave", "call", "sing")
            and all(o.category in LIVING for o in owners)
        ):
            _relate(reader, owners, "in" if subject.category in ("vehicle", "building") else "on", subject, prep)
        return
    if prep.head.norm in ("along", "together") and prep.norm == "with":
        return _along(reader, subject, prep)
    owners = _owners(reader, prep, mention)
    if not owners or subject.category == "wear" and owners[0].category in LIVING:
        return
    _has(reader, mention, prep, owners[0], subject)


def _along(reader: Reader, subject: SubjectDraft, prep: Word) -> None:
    """ "Two cups stand on a table, along with a newspaper": it is where they are."""
    above = prep.head.head
    others = who(reader, above) if above.verb else [m.subject for m in (reader.sentence.mention(above),) if m is not None and m.subject is not None]
    for known in [
        r
        for r in reader.draft.relations
        if r.kind in ("on", "in", "beside", "near") and set(r.subjects) & set(others) and subject not in (*r.subjects, *r.objects)
    ]:
        made = reader.draft.relate([subject], known.kind, list(known.objects), prep.atom or own(prep))
        reader.claims.note(prep, "subject", Effect("relations", made), frame="relation", rule="along with")


def _has(reader: Reader, mention: Mention, prep: Word, owner: SubjectDraft, subject: SubjectDraft) -> None:
    above = prep.head
    filled = above.verb and (verb(above.lemma, "fill") or above.lemma in ("overflow", "teem")) or above.norm in ("full", "laden")
    if prep.norm == "of" and not filled:
        if owner.thing in VESSELS:
            _relate(reader, [subject], "on" if owner.thing in FLAT else "in", owner, prep)
        return
    if owner.thing in VESSELS or filled and owner.category in ("furniture", "vehicle", "tableware"):
        _many(subject)
        _relate(reader, [subject], "on" if owner.thing in FLAT else "in", owner, prep)
    elif above.verb and verb(above.lemma, "top") or owner.thing in FLAT:
        _relate(reader, [subject], "on", owner, prep)
    elif above.verb and above.lemma in ("surround", "flank", "encircle", "line"):
        _relate(reader, [subject], "around", owner, prep)
    elif above.verb and above.lemma in STREWN:
        _many(subject)
        _relate(reader, [subject], "on", owner, prep)
    elif above.verb and above.lemma in ("cover", "blanket", "drape"):
        _relate(reader, [subject], "covering", owner, prep)
    elif (
        owner.category == "person"
        and above.verb
        and above.lemma not in STAYS
        and subject.category in TOOLS
        and subject.length < 1.6
        and not filled
        and mention.head.kid("prep") is None
    ):
        _relate(reader, [owner], "holding", subject, prep)
    elif owner.category in LIVING and subject.category not in LIVING and (above.noun or above.tag == "PRP"):
        _relate(reader, [owner], "with", subject, prep)
    elif not above.verb or above.lemma in ("adorn", "decorate", "equip", "fit", "furnish", "accompany", "pair", "embellish"):
        _relate(reader, [owner], "with", subject, prep)


MOUNTS = frozenset(("vehicle", "animal", "furniture", "tool", "figure", "shape"))
"""What can be ridden."""
TOOLS = frozenset(("tool", "tableware", "instrument", "electronics", "paper"))
"""What someone does something with is in the hand."""
STREWN = frozenset((
    "plaster", "stud", "dot", "litter", "strew", "sprinkle", "scatter", "stack", "crowd", "pepper", "speckle", "cram", "clutter", "pile", "heap", "hang",
    "festoon", "drape",
))  # fmt: skip
"""Participles with "with" of what lies all over a thing."""


def _many(subject: SubjectDraft) -> None:
    if subject.plural and not subject.counted:
        subject.count, subject.counted = (16 if subject.length < 0.055 else 7), True


def _verb_above(word: Word) -> Word:
    while not word.verb and not word.root:
        word = word.head
    return word


def _passive(reader: Reader, word: Word, owners: list[SubjectDraft], target, prep: Word) -> None:
    """ "surrounded by trees", "held by a woman", "lit by a candle"."""
    if not isinstance(target, SubjectDraft):
        return
    if verb(word.lemma, "surround") or word.lemma in ("accompany",):
        _relate(reader, [target], "around" if word.lemma != "accompany" else "beside", owners[0], prep)
    elif verb(word.lemma, "hold") and target.category in LIVING:
        _relate(reader, [target], "holding", owners[0], prep)
    elif verb(word.lemma, "ride") and target.category in LIVING:
        _relate(reader, [target], "riding", owners[0], prep)
    elif verb(word.lemma, "wear") and target.category in LIVING:
        _relate(reader, [target], "wearing", owners[0], prep)
    elif verb(word.lemma, "cover"):
        _relate(reader, [target], "covering", owners[0], prep)
    elif verb(word.lemma, "lit"):
        reader.lights.by_subject(target, prep.atom or own(prep))
        reader.lights.close()
    elif word.lemma in ("support", "prop"):
        _relate(reader, owners, "on", target, prep)


# ── verbs ──


def _object(reader: Reader, mention: Mention, word: Word) -> None:
    """ "holds a cup", "rides a horse", "the table supports a lamp"."""
    subject = mention.subject
    owners = [s for s in who(reader, word) if s is not subject and s in reader.draft.subjects]
    if not owners or any(k.dep == "neg" for k in word.kids) or subject not in reader.draft.subjects:
        return
    living = all(o.category in LIVING for o in owners)
    target_living = subject.category in LIVING
    kind = None
    if (
        living
        and verb(word.lemma, "hold")
        and all(o.category == "animal" for o in owners)
        and word.lemma not in ("hold", "carry", "grip", "clutch", "clasp", "grasp")
    ):
        return reader.claims.joins(word, "relation", "deed") if reader.claims.has(word) else None
    if living and verb(word.lemma, "wear"):
        return _relate(reader, owners, "wearing", subject, word) if subject.thing in ("backpack", "handbag", "helmet") else None
    if living and verb(word.lemma, "hold"):
        kind = "holding"
    elif living and verb(word.lemma, "ride") and subject.category in MOUNTS or living and word.lemma == "drive" and subject.category == "vehicle":
        kind = "riding"
    elif verb(word.lemma, "face") and (living or word.lemma == "face"):
        kind = "facing"
    elif verb(word.lemma, "cover"):
        kind = "covering"
    elif verb(word.lemma, "surround"):
        kind = "on" if word.lemma == "line" and subject.category == "furniture" else "around"
    elif not living and (verb(word.lemma, "contain") or verb(word.lemma, "support")) and not target_living:
        inside = owners[0].thing in VESSELS and owners[0].thing not in FLAT
        _many(subject) if inside else None
        return _relate(reader, [subject], "in" if inside else "on", owners[0], word)
    elif (row := ties.tie(word.lemma, owners, subject)) is not None:
        return _tied(reader, row, owners, subject, word)
    elif living and word.lemma in NEARBY:
        kind = "near"
    elif verb(word.lemma, "have") and not target_living:
        if owners[0].thing in VESSELS:
            return _relate(reader, [subject], "on" if owners[0].thing in FLAT else "in", owners[0], word)
        kind = "with" if not living else None
    if kind is not None:
        _relate(reader, owners, kind, subject, word)
    return None


def _tied(reader: Reader, row: ties.Row, owners: list[SubjectDraft], subject: SubjectDraft, word: Word) -> None:
    whole = owners[0] if row.turned else subject
    kind = "on" if row.relation == "in" and (whole.thing in FLAT or whole.category == "furniture") else row.relation
    if row.turned:
        return _relate(reader, [subject], kind, owners[0], word)
    return _relate(reader, owners, kind, subject, word)


def _inverted(reader: Reader, mention: Mention, word: Word) -> None:
    """ "Surrounding the bulb are …", "Beside it lies …": told by the prepositions of the verb, which find their subject by themselves."""


def _relate_all(reader: Reader, owners: list[SubjectDraft], kind: str, targets: list[SubjectDraft], word: Word) -> None:
    made = reader.draft.relate(owners, kind, list(targets), word.atom or own(word))
    reader.claims.note(word, "subject", Effect("relations", made), frame="relation", rule=kind)


def _relate(reader: Reader, owners: list[SubjectDraft], kind: str, target: SubjectDraft | str, word: Word) -> None:
    """A relation, unless the same two are related so already."""
    if target in owners:
        return
    if kind == "near" and any(r.objects == [target] and set(owners) <= set(r.subjects) for r in reader.draft.relations):
        return
    known = next((r for r in reader.draft.relations if r.kind == kind and r.subjects == owners and r.objects == [target]), None)
    if known is None:
        if isinstance(target, SubjectDraft) and kind in ("on", "in", "stacked_on"):
            target.object_only = target.object_only or target is not reader.draft.subjects[0]
        known = reader.draft.relate(owners, kind, [target], word.atom or own(word))
    layer = "subject" if not isinstance(target, str) else "environment"
    reader.claims.note(word, layer, Effect("relations", known), frame="relation", rule=kind)
    above = word.head
    if word.tag in ("IN", "RP", "RB") and above.verb and not reader.claims.has(above) and (above.lemma in STAYS or above.lemma in PUTS):
        reader.claims.note(above, layer, Effect("relations", known), frame="relation", rule=kind)
