"""A preposition between two subjects: which relation it is, as far as it can be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import phrase, traits
from diorama.language.frames.actors import GIVES, LIVING, who
from diorama.language.frames.person import SEIZING, bearer, put_on
from diorama.language.frames.predicate import LEADS, on_its_side
from diorama.language.frames.relations import acting, borne, governing, having, making, words
from diorama.language.frames.vocabulary import handles, verb
from diorama.language.postures import state_of
from diorama.language.surfaces import FLAT
from diorama.language.syntax.phrases import of_object, own
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama.scene.relation import SIDES
from diorama_catalogue import Tag, fittings, thing

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def preposition(reader: Reader, mention: Mention, prep: Word) -> None:
    if _says_nothing(mention, prep):
        return None
    if mention.kind == "side" and mention.place in ("left", "right") and (prep.norm == "to" or prep.norm == "from" and prep.head.verb):
        return _at_a_side(reader, mention, prep)
    if (led := _led(reader, mention, prep)) is not None:
        return _leashed(reader, led, mention.subject, prep)
    inner, (kind, prep) = prep, governing.kind(reader, mention, prep)
    if kind is None and prep.norm == "from" and mention.place == "ceiling" and prep.head.verb and verb(prep.head.lemma, "hang"):
        kind = "hanging_from"
    if kind is None:
        return _accompanied(reader, mention, prep)
    owners = _put_there(reader, prep) or governing.owners(reader, prep, mention)
    if mention.place in SIDES and mention.kind == "side":
        return _aside(reader, mention, prep, owners)
    at = governing.end(reader, mention)
    target = at if at is not None else mention.place
    above = prep.head
    told = prep.norm in ("into", "on") and above.lemma in words.SENT
    if told and isinstance(target, SubjectDraft) and target.category == "electronics" and target.length < 0.6:
        return making.relate(reader, [o for o in owners if o.category == "person"], "holding", target, prep)  # "talks on a phone"
    if prep.norm in ("in", "into", "on", "onto") and above.lemma in SET_DOWN and isinstance(target, SubjectDraft) and target.category == "paper":
        return making.relate(reader, [o for o in owners if o.category == "person"], "holding", target, prep)  # "draws an orchid in a sketchbook"
    held = _by_hand(reader, mention, prep)
    if held is not None and isinstance(target, SubjectDraft) and target not in held and target.category not in LIVING:
        paws = all(h.category == "animal" for h in held)
        return making.relate(reader, held, "on" if paws else "holding" if target.length < 1.3 else "near", target, prep)
    seat = isinstance(target, SubjectDraft) and Tag.SEAT in thing(target.thing).tags
    if kind == "on" and (target in ("ground", "water") or seat):
        owners = _holders(reader, owners)
    kind = _as_told(reader, mention, prep, kind, owners, target)
    if kind is None or target is None or not owners:
        return None
    one = isinstance(target, SubjectDraft) and target.count == 1
    both = _both(reader, owners, mention) if kind in BY_BOTH and one and mention.head.norm == "them" else []
    if target in both and len(both) == 2 and not set(both) & set(owners):
        return making.relate_all(reader, owners, kind, both, prep)
    if inner is not prep and inner.head.norm in governing.OF_WORD:
        reader.claims.joins(inner.head, "relation", kind)  # "on top of"
    return _placed(reader, mention, prep, kind, owners, target)


def _holders(reader: Reader, owners: list[SubjectDraft]) -> list[SubjectDraft]:
    """ "A painter, waffle in hand, on a street", "share an ice cream on a bench": who holds it is there."""
    held = {id(o): r.subjects for r in reader.draft.relations if r.kind == "holding" for o in r.objects}
    return list(dict.fromkeys(s for o in owners for s in held.get(id(o), [o])))


def _led(reader: Reader, mention: Mention, prep: Word) -> SubjectDraft | None:
    """The animal that is on a leash: "a dog on a leash", "walks a dog on a lead", "leads a pony by a rope"."""
    cord, above = mention.subject, prep.head
    if cord is None or cord.noun.split()[-1] not in words.LEASHES or prep.norm not in ("on", "by", "with") or reader.sentence is None:
        return None
    if above.noun and prep.norm == "by" or cord.noun.split()[-1] == "rope" and not (above.verb and above.lemma in (*LEADS, "hold")):
        return None
    taken = above.kid("dobj") if above.verb else above
    of = reader.sentence.mention(taken) if taken is not None else None
    led = of.subject if of is not None else None
    if led is None and above.verb and prep.norm == "on":
        led = next((s for s in governing.owners(reader, prep, mention) if s.category == "animal"), None)
    if led is not None and led.category == "person" and prep.norm == "on":  # "a person with a beagle on a leash"
        between = (m.subject for m in reversed(reader.sentence.mentions) if above.end < m.head.start < prep.start)
        led = next((s for s in between if s is not None and s.category == "animal"), None)
    return led if led is not None and led in reader.draft.subjects and led.category == "animal" and led.traits is not None else None


def _leashed(reader: Reader, animal: SubjectDraft, cord: SubjectDraft, prep: Word) -> None:
    """A leash is worn by who is on it."""
    put_on(reader, cord, animal)
    making.relate(reader, [animal], "wearing", cord, prep)


def _says_nothing(mention: Mention, prep: Word) -> bool:
    """ "Stands by itself", "the cat that is not on the sofa"; "in front of a house, a car behind": no car is what she is in."""
    face = prep.kid("pobj")
    if mention.top.dep == "conj" and face is not None and face.norm in FACES and face.kid("prep") is not None:
        return True
    if prep.head.verb and on_its_side(prep.head) is mention.head:
        return True
    return mention.head.norm.endswith(("self", "selves")) or prep.head.verb and any(k.dep == "neg" for k in prep.head.kids)


def _at_a_side(reader: Reader, mention: Mention, prep: Word) -> None:
    """ "To the left, a lamp", "watches from the left"; not "turns its head to the left", "to the left of the entrance"."""
    owners = governing.owners(reader, prep, mention)
    if prep.norm == "from":
        moving = [s for s in owners if s.category in (*LIVING, "vehicle")]
        return making.relate(reader, moving, "near", mention.place, prep) if moving else None
    return None if prep.i > prep.head.i or of_object(mention.head) is not None else _aside(reader, mention, prep, owners)


def _accompanied(reader: Reader, mention: Mention, prep: Word) -> None:
    """A preposition that tells no place: with whom, to whom, with what."""
    subject = mention.subject
    if prep.norm == "with" and prep.head.verb and subject is not None and _joined(prep.head, subject):
        return _together(reader, [s for s in governing.owners(reader, prep, mention) if s.category in LIVING], subject, prep)
    if prep.norm == "to" and prep.head.lemma in ADDRESSED and subject is not None and subject.category in LIVING:
        return making.relate(reader, who(reader, prep.head), "near", subject, prep)
    return having.accompanied(reader, mention, prep)


ADDRESSED = frozenset((
    *GIVES, "read", "sing", "talk", "speak", "whisper", "explain", "tell", "bow", "wave", "nod", "kneel", "curtsy", "beckon", "call", "preach",
))  # fmt: skip
"""What is done to somebody who is near."""
FACES = frozenset(("front", "back", "top", "middle", "centre", "center"))
"""Nouns of phrases that are prepositions: "in front of"."""


def _joined(verb_: Word, other: SubjectDraft) -> bool:
    """ "Plays with a ball", "dances with the groom": it is done by both, or with what is near."""
    if other.category in LIVING and (part := verb_.kid("dobj")) is not None and part.lemma == "hand":
        return True  # "shakes hands with a farmer"
    return verb_.lemma in words.AT_PLAY or verb_.tag != "VBN" and other.category in LIVING and state_of(verb_.lemma) is not None


def _together(reader: Reader, owners: list[SubjectDraft], other: SubjectDraft, prep: Word) -> None:
    """Who does something with somebody is near them, and both are in one posture where no word says otherwise."""
    if not owners or other in owners:
        return
    posture = next((o.traits["posture"] for o in owners if o.traits is not None and o.traits.get("posture")), None)
    if posture in SHARED and other.traits is not None and other.category == owners[0].category and "posture" not in other.traits:
        other.traits["posture"] = posture
        reader.claims.note(prep, "subject", Effect("posture", posture, other), frame="relation", rule="together")
    making.relate(reader, owners, "near", other, prep)


SHARED = frozenset(("dancing", "walking", "running"))
"""Postures in which two are together: one dances with who dances."""


def _put_there(reader: Reader, prep: Word) -> list[SubjectDraft]:
    """ "Grates cheese into a bowl", "slices bread onto a plate": what is done so goes there, and not who does it."""
    if prep.norm not in ("into", "onto") or not prep.head.verb or reader.sentence is None:
        return []
    verbs = [w for w in (*prep.head.those("conj"), prep.head) if w.verb and w.i < prep.i and w.kid("dobj") is not None]
    done = reader.sentence.mention(max(verbs, key=lambda w: w.i).kid("dobj")) if verbs else None
    return [done.subject] if done is not None and done.subject in reader.draft.subjects and done.subject.category not in LIVING else []


BY_BOTH = frozenset(("behind", "beside", "in_front_of", "near", "above", "under"))
"""What can be said of where one is to two at once."""


def _as_told(reader: Reader, mention: Mention, prep: Word, kind: str, owners: list[SubjectDraft], target: SubjectDraft | str | None) -> str | None:
    """The relation by what the preposition hangs on: a verb, or what lies across a bowl."""
    above = prep.head
    if prep.norm == "across" and above.noun and isinstance(target, SubjectDraft) and target.category == "tableware":
        return "on"  # "chopsticks across a bowl"
    if not above.verb:
        return kind
    done_to = above.kid("dobj") is not None and governing.too_small(reader, above, prep, mention)
    told = kind if done_to or _sat_on(prep, target) else governing.by_verb(kind, above, prep)
    if told == "on" and kind == "above" and above.lemma == "hang" and all(map(_dangles, owners)):
        told = kind
    if told != "on" or not _worked_at(above, owners, target):
        return told
    _upon(reader, above, target, prep)
    return "near"


def _upon(reader: Reader, verb_: Word, table: SubjectDraft | str | None, prep: Word) -> None:
    """ "Shapes a vase on a wheel", "kneads dough on a table": what it is done to lies there."""
    found = reader.sentence.mention(verb_.kid("dobj")) if reader.sentence is not None else None
    worked = found.subject if found is not None else None
    held = worked is None or worked.category in LIVING or worked.worn_by is not None or verb_.lemma in KEPT_IN_HAND
    if not held and not any(r.kind in ("on", "in") and worked in r.subjects for r in reader.draft.relations):
        making.relate(reader, [worked], "on", table, prep)


KEPT_IN_HAND = frozenset("hold carry play read drink eat smoke sip wave photograph film strum drag push pull sweep".split())


FLOWN = frozenset("fly soar glide hover float jump leap vault hang swing dive circle flutter swoop drift levitate".split())
"""How one is above a thing that one is said to be over."""


def _dangles(subject: SubjectDraft) -> bool:
    """ "Lanterns hang over a table": what has a cord of its own, or hangs on walls, is thrown over nothing."""
    return subject.category in ("electronics", "paper") or bool(thing(subject.thing).tags & {Tag.DANGLES, Tag.FROM_CEILING, Tag.ON_WALLS})


def _across(verb_: Word, owners: list[SubjectDraft], target: SubjectDraft | str) -> bool:
    """ "Feeds a horse over a fence": at the fence, and not in the air above it."""
    if not isinstance(target, SubjectDraft) or not verb_.verb or verb_.lemma in FLOWN:
        return False
    return all(o.category in LIVING and "flying" != (o.traits or {}).get("posture") for o in owners)


def _lower(owners: list[SubjectDraft], target: SubjectDraft | str) -> bool:
    """ "A leopard crouches on a ledge. Below it, four goats": lower down, before it, and not between its legs."""
    alive = isinstance(target, SubjectDraft) and target.category in LIVING and all(o.category in LIVING for o in owners)
    return alive and isinstance(target, SubjectDraft) and all(o.length > 0.4 * target.length for o in owners)


def _sat_on(prep: Word, target: SubjectDraft | str | None) -> bool:
    """ "Feeds pigeons on a bench": on it, and not at it."""
    if prep.norm not in ("on", "in") or not isinstance(target, SubjectDraft) or prep.head.lemma in ("lean", "paint", "hang"):
        return False
    return target.thing in SPREAD or bool(thing(target.thing).tags & {Tag.SEAT, Tag.SAT_ON})


SPREAD = frozenset(("rug", "blanket", "towel"))
"""What lies spread where one is on it."""


def _worked_at(verb_: Word, owners: list[SubjectDraft], target: SubjectDraft | str | None) -> bool:
    """True of a table that somebody does something at: "a baker kneads dough on a table" is not on it."""
    if not isinstance(target, SubjectDraft):
        return False
    table = target.thing in WORKED_AT or target.category == "furniture" and Tag.SEAT not in thing(target.thing).tags
    return table and verb_.kid("dobj") is not None and (handles(verb_.lemma) or verb_.lemma in COOKED) and all(o.category == "person" for o in owners)


WORKED_AT = frozenset(("anvil", "oven", "stove", "grill", "barbecue", "campfire", "potters_wheel", "ironing_board", "sewing_machine"))
"""What somebody does something on, and is not on."""


def _in_their_hands(mention: Mention, target: SubjectDraft | str, owners: list[SubjectDraft]) -> bool:
    """ "Looking at her phone", "at his map": what is looked at in the hand."""
    if not isinstance(target, SubjectDraft) or target.length > acting.IN_HAND or not all(o.category == "person" for o in owners):
        return False
    return target.category in acting.CONSULTED and mention.owner is not None


COOKED = frozenset(("fry", "grill", "roast", "cook", "bake", "boil", "toast", "stir", "heat", "warm"))
SET_DOWN = frozenset(("draw", "write", "sketch", "paint", "scribble", "jot", "note", "record", "read", "doodle"))
"""What one does in a book in one's hand."""
BAGS = frozenset(("bag", "handbag", "backpack", "rucksack", "sack", "purse", "tote", "pouch"))
"""What is carried, and can hold somebody small: "a goldfish in a plastic bag"."""
AT_FITTINGS = ("above", "beside", "near")
"""Relations to what belongs to the room itself, which is built at its wall."""


def _fitting(mention: Mention) -> bool:
    """ "A painting above the fireplace"."""
    seen = mention.atom.sense("feature")
    return mention.place == "background" and seen is not None and (seen.key in fittings() or seen.key == "fireplace")


def _placed(reader: Reader, mention: Mention, prep: Word, kind: str, owners: list[SubjectDraft], target: SubjectDraft | str) -> None:
    """The relation of some subjects to another or to a part of the place, as far as it can be one."""
    above = prep.head
    kind = _by_both_ends(kind, prep, owners, target)
    if prep.norm in ("amid", "amidst", "among", "amongst") and isinstance(target, SubjectDraft):
        return making.relate(reader, [target], "around", owners[0], prep)
    afloat = target == "water" and all(Tag.AFLOAT in thing(o.thing).tags for o in owners)
    if prep.norm in ("along", "across") and (target == "ground" or afloat):
        kind = "on"
    if kind == "facing" and _in_their_hands(mention, target, owners):
        kind = "holding"
        for owner in owners:
            traits.act(reader.draft, owner, prep.atom or own(prep), "actions", "holding", target)
    if (
        target == "water"
        and kind == "on"
        and mention.top.head.norm == "of"
        and mention.top.head.head.lemma in ("edge", "bank", "shore", "side", "margin", "end")
    ):
        kind = "near"
    if (
        isinstance(target, str)
        and kind not in (AT_FITTINGS if _fitting(mention) else words.PLACED.get(target, ("on", "in")))
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
        and above.lemma in ("cover", "coat", "blanket", "wrap", "drape", "dust", "smother", "swathe", *having.STREWN)
        and isinstance(target, SubjectDraft)
    ):
        return making.relate(reader, [target], "covering", owners[0], prep)
    if prep.norm == "by" and above.tag == "VBN" and governing.after_participle(above, prep) is None:
        return acting.passive(reader, above, owners, target, prep)
    if kind == "between":
        return _between(reader, mention, prep, owners)
    bag = isinstance(target, SubjectDraft) and target.noun.split()[-1] in BAGS
    if kind == "in" and isinstance(target, SubjectDraft) and target.category == "wear" and not bag and all(o.category in LIVING for o in owners):
        return None
    if kind == "on" and prep.head.noun and isinstance(target, SubjectDraft) and target.noun.split()[-1] in words.CORDS:
        kind = "with"
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
    return making.relate(reader, owners, kind, target, prep)


def _by_both_ends(kind: str, prep: Word, owners: list[SubjectDraft], target: SubjectDraft | str) -> str:
    """The relation by what it is between: several are around a thing, a boat tied to a pier is on the water, goats below a leopard are before it."""
    arms = prep.head.verb and (put := prep.head.kid("dobj")) is not None and put.lemma == "arm"  # "wraps her arms around a dog"
    several = not arms and (len(owners) > 1 or owners[0].plural or owners[0].count > 1 or prep.head.lemma in words.COILS)
    if prep.norm in ("around", "round") and kind == "near" and isinstance(target, SubjectDraft) and several:
        return "around"
    if target == "water" and prep.head.lemma in words.FASTENED and all(Tag.AFLOAT in thing(o.thing).tags for o in owners):
        return "on"
    if kind == "above" and prep.norm == "over" and _across(prep.head, owners, target):
        return "near"
    return "in_front_of" if kind == "under" and prep.norm == "below" and _lower(owners, target) else kind


def _between(reader: Reader, mention: Mention, prep: Word, owners: list[SubjectDraft]) -> None:
    """ "Between a cup and a plate", "between them", "between two trees, a fountain in front": there are two sides."""
    whole = mention.subject if mention.kind == "pronoun" and mention.subject is not None and mention.subject.count > 1 else None
    listed = [m.subject for m in reader.group(mention) if m.subject is not None]
    if mention.number is not None and mention.number > 1 and mention.subject is not None:
        listed = [mention.subject]
    others = _both(reader, owners) or [whole] if mention.kind == "pronoun" else listed
    told = len(others) > 1 or mention.plural and others or others == [whole] != [None]
    return making.relate_all(reader, owners, "between", others, prep) if told else None


def _both(reader: Reader, besides: list[SubjectDraft], pronoun: Mention | None = None) -> list[SubjectDraft]:
    """Whom "between them" means: the two living beings there are, else the two things of the sentence before."""
    for categories in (("person",), LIVING):
        living = [s for s in reader.draft.subjects if s.category in categories and s.becomes is None and s not in besides]
        if len(living) == 2 and all(s.count == 1 for s in living) or len(living) == 1 and living[0].count == 2:
            return living
    named = [m for m in reader.mentions if m.subject in reader.draft.subjects and m.subject not in besides and m.real]
    here = [m for m in named if pronoun is not None and m.sentence is reader.sentence and m.head.i < pronoun.head.i]
    earlier = here or [m for m in named if m.sentence is not reader.sentence]
    last = list(dict.fromkeys(m.subject for m in earlier if m.sentence is earlier[-1].sentence and m.subject is not None))
    return last if len(last) == 2 else []


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


def _perch(mention: Mention, owners: list[SubjectDraft]) -> bool:
    """ "Crows on its arms"; flour on his nose is no thing there."""
    return mention.head.lemma in words.PERCHES and mention.owner is not None and not any(o.category == "food" for o in owners)


def onto_body(reader: Reader, mention: Mention, prep: Word) -> None:
    """ "a newspaper over his knees", "held in her hand", "leans against her shoulder"."""
    part, whose = mention.head.lemma, bearer(reader, mention)
    if whose is not None and whose in reader.draft.subjects and not _flung(reader, prep, whose) and borne.tell(reader, mention, prep, whose):
        return
    owners = [s for s in governing.owners(reader, prep, mention) if s is not whose and s.category != "wear"]
    if whose is None or whose not in reader.draft.subjects or not owners:
        return
    hands = [s for s in _by_hand(reader, mention, prep) or () if s is not whose]
    if hands:  # "a hand on a friend's arm"
        return making.relate(reader, hands, "near", whose, prep)
    if _flung(reader, prep, whose):
        return
    if (
        part in words.HOLDING
        and (prep.norm in ("in", "between", "under") or prep.norm == "with" and prep.head.verb and part != "arm")
        and all(o.category not in LIVING or part == "arm" or part in SEIZING or o.length < whose.length for o in owners)
    ):
        for owner in owners:
            making.relate(reader, [whose], "holding", owner, prep)
    elif part == "arm" and prep.norm in ("on", "over") and all(o.category in CARRIED for o in owners):
        for owner in owners:
            making.relate(reader, [whose], "holding", owner, prep)
    elif prep.norm == "against":
        making.relate(reader, owners, "leaning_on", whose, prep)
    elif (part in words.BEARING or _perch(mention, owners)) and prep.norm in ("on", "over", "across", "upon", "in", "atop"):
        making.relate(reader, owners, "on", whose, prep)
        if part in words.SEATED and whose.category == "person" and whose.traits is not None:
            whose.traits.setdefault("posture", "sitting")
    elif prep.norm == "at" and part in ("foot", "side", "heel"):
        holder = _held_by(reader, prep)
        owners = [holder] if holder is not None else owners
        making.relate(reader, owners, "near", whose, prep)
    elif prep.norm in ("between", "under", "beneath", "behind", "beside", "near", "above", "over", "at", "around") and all(
        o.category not in LIVING for o in owners
    ):
        if part == "ear" and prep.norm == "behind":
            return making.relate(reader, [whose], "with", owners[0], prep)  # "a pencil behind his ear": not behind him
        kind = {"under": "under", "beneath": "under", "behind": "behind", "beside": "beside", "above": "above"}.get(prep.norm, "near")
        making.relate(reader, owners, kind, whose, prep)


FLUNG = frozenset(("throw", "toss", "fling", "hurl", "chuck"))


def _flung(reader: Reader, prep: Word, whose: SubjectDraft) -> bool:
    """ "Throws her bouquet over her shoulder": away, and not onto it."""
    return prep.norm == "over" and prep.head.verb and prep.head.lemma in FLUNG and whose in who(reader, prep.head)


def _held_by(reader: Reader, prep: Word) -> SubjectDraft | None:
    """ "An open case with coins at his feet": the case is there, with the coins in it."""
    dep, outer = phrase.governor(prep.head)
    whole = reader.sentence.mention(outer.head) if dep == "pobj" and outer.norm == "with" and outer.head.noun and reader.sentence is not None else None
    return whole.subject if whole is not None and whole.subject is not None and whole.subject.category not in LIVING else None


CARRIED = frozenset(("tool", "tableware", "instrument"))
"""What is on an arm is carried by it: a shield, a basket."""


def _aside(reader: Reader, mention: Mention, prep: Word, owners: list[SubjectDraft]) -> None:
    inner = of_object(mention.head)
    whose = reader.owner(mention) if mention.owner is not None else None
    if whose is not None and whose.subject is not None and mention.place in ("left", "right") and prep.norm in ("on", "to", "at"):
        return making.relate(reader, [o for o in owners if o is not whose.subject], f"{mention.place}_of", whose.subject, prep)
    whole = reader.sentence.mention(inner) if inner is not None else None
    if whole is not None and (whole.subject is not None or mention.head.norm in ("front", "back", "rear")) or mention.head.norm == "front":
        return  # "in front of the barn", "on the left of the mug"
    if mention.owner is not None or inner is not None and mention.place == "centre" or prep.norm not in ("in", "on", "at", "to"):
        return
    if mention.place in ("left", "right") and _of_the_place(reader, prep, not owners):
        return reader.claims.late(mention.head, "aside")
    elsewhere = {id(s) for r in reader.draft.relations if r.objects[0] in SIDES and r.objects != [mention.place] for s in r.subjects}
    for owner in owners:
        if id(owner) not in elsewhere or len(owners) == 1:  # "a fox on the left and a boy sitting on the right"
            making.relate(reader, [owner], "near", mention.place, prep)


def _of_the_place(reader: Reader, prep: Word, alone: bool) -> bool:
    """ "A rainbow on the right", "a man in a room with a window on the left": of what is seen of the place, and no subject."""
    told = reader.sentence.mention(prep.head) if prep.head.noun and reader.sentence is not None else None
    if told is None or told.subject is not None or not (alone or told.atom.can("feature") and not told.atom.can("setting")):
        return False
    return told.kind in ("place", "scenery", "weather", "unlisted", "manner")
