"""What a thing has, holds or is covered with: "with", "of", "from"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.amounts import BERRIES, BERRY, SOME, filling, shared_out, thronging
from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames.actors import LIVING, who
from diorama.language.frames.phrase import case, verb_above
from diorama.language.frames.relations import governing, making, words
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.postures import state_of
from diorama.language.surfaces import FLAT, VESSELS
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama_catalogue import Tag, tagged, thing

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

TABLE_TOPS = tagged(Tag.TABLE_TOP)
BESIDE_THE_POINT = frozenset((
    "contrast", "harmonize", "harmonise", "compare", "coordinate", "blend", "match", "clash", "compete", "merge", "agree", "accord", "juxtapose",
))  # fmt: skip
"""Verbs whose "with" places nothing."""


def accompanied(reader: Reader, mention: Mention, prep: Word) -> None:
    """ "a plate with a fork", "a truck loaded with pumpkins", "adorned with a ribbon"."""
    subject = mention.subject if prep.norm != "from" else governing.end(reader, mention)
    if subject is None or prep.norm not in ("with", "of", "from") or mention.kind == "pronoun" and prep.norm != "from" or prep.head.lemma in BESIDE_THE_POINT:
        return
    above = prep.head
    if prep.norm == "from":
        owners = governing.owners(reader, prep, mention)
        taken = reader.sentence.mention(above.kid("dobj")) if above.verb and reader.sentence is not None else None
        if taken is not None and taken.real and taken.subject is not None and _taken_from(subject) and taken.subject.category in ("food", "plant"):
            return making.relate(reader, [taken.subject], "on" if subject.thing in FLAT else "in", subject, prep)  # "sells oranges from a cart"
        if above.verb and verb(above.lemma, "hang") or above.dep in ("pobj", "advmod") and verb(verb_above(above).lemma, "hang"):
            making.relate(reader, owners, "hanging_from", subject, prep)
        elif (
            above.verb
            and above.lemma in ("watch", "look", "peer", "peek", "gaze", "observe", "wave", "call", "sing")
            and all(o.category in LIVING for o in owners)
        ):
            making.relate(reader, owners, _seen_from(subject, mention), subject, prep)
        return
    if prep.head.norm in ("along", "together") and prep.norm == "with":
        return _along(reader, subject, prep)
    if (table := _laid_on(reader, prep)) is not None and subject.category not in (*LIVING, "wear", "furniture"):
        return making.relate(reader, [subject], "on", table, prep)
    owners = _in_hands(reader, prep, subject) or governing.owners(reader, prep, mention)
    places = [k.kid("pobj") for k in mention.head.those("prep")]
    if any(p is not None and (noun(p.lemma, "body") or p.lemma in AT_A_SIDE) for p in places):
        return  # "in a hammock with a cat on his stomach", "with a mill in the background": told by where it is
    if not owners and above.norm in THRONGED and "setting" in reader.draft.environment and subject.plural:
        return _throng(reader, subject, prep)
    worn = subject.category == "wear" and not case(subject.thing)
    if not owners or worn and owners[0].category in LIVING:
        return
    if any(_of_the_owner(reader, k, owners[0]) for k in mention.head.those("prep")):
        return  # "a bowl with chopsticks across it": told by where they are
    there = _there(mention.head)
    there = None if owners[0].category in LIVING and there in ("under", "behind") else there  # "knights with shields below": they are below
    if there is not None:
        making.relate(reader, [subject], there, owners[0], prep)
        for word in mention.head.subtree():
            if word.norm in THERE:
                reader.claims.joins(word, "relation", "there")
    else:
        _has(reader, mention, prep, owners[0], subject)


AT_A_SIDE = frozenset(("background", "foreground", "distance", "horizon"))


def _laid_on(reader: Reader, prep: Word) -> SubjectDraft | None:
    """ "A mug stands on a table with three spoons": the table, which these are on too."""
    table = prep.head
    if table.verb and table.lemma in words.STAYS:
        table = next((p.kid("pobj") for p in table.those("prep") if p.norm in ("on", "atop") and p.i < prep.i and p.kid("pobj") is not None), table)
    found = reader.sentence.mention(table) if prep.norm == "with" and table.noun and reader.sentence is not None else None
    laid = found is not None and found.subject is not None and found.subject.thing in TABLE_TOPS and found.head.i < prep.i
    return found.subject if laid and found.head.head.norm in ("on", "atop") else None


def _seen_from(subject: SubjectDraft, mention: Mention) -> str:
    """Where one is who looks out from something."""
    if subject.thing == "door":
        return "in_front_of"
    within = subject.category in ("vehicle", "building") and mention.subject is not None or subject.thing in VESSELS and subject.thing not in FLAT
    return "in" if within else "on"


THERE = {
    "top": "on", "inside": "in", "within": "in", "underneath": "under", "beneath": "under", "below": "under", "behind": "behind", "beside": "beside",
    "alongside": "beside",
}  # fmt: skip
"""Where something is of what it goes with, said after it without naming that again."""


def _in_hands(reader: Reader, prep: Word, subject: SubjectDraft) -> list[SubjectDraft]:
    """ "A chef holding a tray with a chicken", "serves a plate with a fork": what it is with is on what is held."""
    held = prep.head.kid("dobj") if prep.norm == "with" and prep.head.verb and verb(prep.head.lemma, "hold") else None
    found = reader.sentence.mention(held) if held is not None and held.i < prep.i and reader.sentence is not None else None
    vessel = found.subject if found is not None and found.subject in reader.draft.subjects else None
    return [vessel] if vessel is not None and vessel.thing in VESSELS | FLAT and subject.length < 1.5 * vessel.length else []


def _of_the_owner(reader: Reader, prep: Word, owner: SubjectDraft) -> bool:
    inner = prep.kid("pobj")
    found = reader.sentence.mention(inner) if inner is not None and inner.tag == "PRP" and reader.sentence is not None else None
    return prep.norm in BY_PRONOUN and found is not None and found.subject is owner


BY_PRONOUN = frozenset(("across", "over", "under", "beside", "behind", "around", "above", "below", "beneath", "near"))


def _taken_from(subject: SubjectDraft) -> bool:
    """What things are taken out of, which are in it."""
    return subject.thing in VESSELS or subject.noun.split()[-1] in ("cart", "barrow", "wheelbarrow", "van", "truck", "stall")


def _there(head: Word) -> str | None:
    """ "A stack of books with a cat on top", "a jar with a key inside": the relation that the last word tells."""
    laid = [k for a in head.those("acl") for k in a.those("prep")]
    for kid in [*head.kids, *laid]:
        last = kid.kid("pobj") if kid.norm in ("on", "across", "over") else kid
        if kid.i > head.i and last is not None and last.norm in THERE and not any(k.dep in ("pobj", "prep", "det", "poss") for k in last.kids):
            return THERE[last.norm]
    return None


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


THRONGED = frozenset(("full", "filled", "crowded", "packed", "teeming", "bustling", "thronged", "lined", "overgrown"))
"""Words for a place that has many of what follows."""


def _throng(reader: Reader, subject: SubjectDraft, prep: Word) -> None:
    """ "A street full of people": as many as make it look full."""
    if not subject.counted:
        subject.count, subject.counted = thronging(subject), True
    reader.draft.thronged = True
    reader.claims.note(prep, "subject", Effect("count", subject.count, subject), frame="relation", rule="full of")


def _peopled(owner: SubjectDraft, people: SubjectDraft) -> str | None:
    """Where people are of what is said to be with them: "a table with four people", "a boat with two men", "a bench with a couple"."""
    tags = thing(owner.thing).tags
    if Tag.RIDDEN_ASTRIDE in tags or Tag.SEAT in tags or owner.thing in ("bed", "couch"):
        return "on"
    if owner.category == "vehicle" or owner.thing == "hammock":
        return "in"
    if owner.thing == "campfire":
        return "around" if people.count > 1 or people.plural else "beside"
    return "near" if tags & {Tag.TABLE_TOP, Tag.WORKED_AT, Tag.DINED_AT} or owner.category in ("instrument", "street", "furniture") else None


def _has(reader: Reader, mention: Mention, prep: Word, owner: SubjectDraft, subject: SubjectDraft) -> None:
    above = prep.head
    if subject.category == "person" and prep.norm == "with" and (kind := _peopled(owner, subject)) is not None:
        return making.relate(reader, [subject], kind, owner, prep)
    filled = above.verb and (verb(above.lemma, "fill") or above.lemma in ("overflow", "teem")) or above.norm in ("full", "laden")
    if prep.norm == "of" and not filled:
        if owner.thing in VESSELS:
            shared_out(owner, subject, each=True)
            making.relate(reader, [subject], "on" if owner.thing in FLAT else "in", owner, prep)
        return
    if owner.category == "furniture" and subject.category == "furniture" and Tag.SEAT in thing(subject.thing).tags and not filled:
        return making.relate(reader, [subject], "around" if subject.count > 1 or subject.plural else "beside", owner, prep)  # "a table with four chairs"
    if owner.thing in VESSELS or filled and owner.category in ("furniture", "vehicle", "tableware"):
        if filled and subject.plural and not subject.counted:
            subject.count, subject.counted = filling(owner, subject), True
        shared_out(owner, subject, each=prep.norm == "of")
        making.relate(reader, [subject], "on" if owner.thing in FLAT else "in", owner, prep)
    elif above.verb and (verb(above.lemma, "top") or above.lemma in ("load", "burden")) or owner.thing in FLAT:
        making.relate(reader, [subject], "on", owner, prep)
    elif above.verb and above.lemma in ("surround", "flank", "encircle", "line"):
        making.relate(reader, [subject], "around", owner, prep)
    elif above.verb and above.lemma in STREWN:
        many(subject)
        making.relate(reader, [subject], "on", owner, prep)
    elif above.verb and above.lemma in ("cover", "blanket", "drape"):
        making.relate(reader, [subject], "covering", owner, prep)
    elif (
        owner.category == "person"
        and above.verb
        and above.lemma not in words.STAYS
        and subject.category in TOOLS
        and subject.length < 1.6
        and not filled
        and mention.head.kid("prep") is None
    ):
        making.relate(reader, [owner], "holding", subject, prep)
    elif owner.category == "person" and above.verb and state_of(above.lemma) is not None and (subject.category not in (*LIVING, "wear", "building") or case(subject.thing)):
        elsewhere = any(k.norm != "of" for k in mention.head.those("prep")) or above.lemma in words.STAYS and any(k.i > prep.i for k in above.those("prep"))
        carried = subject.length <= CARRIED and subject.count <= 2 and not elsewhere
        making.relate(reader, [owner], "holding" if carried else "near", subject, prep)  # "walks with a basket"
    elif owner.category in LIVING and subject.category not in LIVING and (above.noun or above.tag == "PRP"):
        making.relate(reader, [owner], "with", subject, prep)
    elif not above.verb or above.lemma in ("adorn", "decorate", "equip", "fit", "furnish", "accompany", "pair", "embellish"):
        making.relate(reader, [owner], "with", subject, prep)


CARRIED = 0.7
"""Metres: what is no longer is carried by who sits, stands or walks with it; what is longer is beside them."""
TOOLS = frozenset(("tool", "tableware", "instrument", "electronics", "paper"))
"""What someone does something with is in the hand."""


STREWN = frozenset((
    "plaster", "stud", "dot", "litter", "strew", "sprinkle", "scatter", "stack", "crowd", "pepper", "speckle", "cram", "clutter", "pile", "heap", "hang",
    "festoon", "drape",
))  # fmt: skip
"""Participles with "with" of what lies all over a thing."""


def many(subject: SubjectDraft) -> None:
    if subject.plural and not subject.counted:
        subject.count, subject.counted = (BERRIES if subject.length < BERRY else SOME), True


