"""Rows for parts of things and of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import phrase, vocabulary
from diorama.language.frames.kinds import base
from diorama.language.frames.vocabulary import RUNNING_GEAR, noun
from diorama.language.syntax.phrases import measures, of_object
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


OF_VEHICLES = frozenset((
    "bonnet", "hood", "boot", "trunk", "roof", "tailgate", "bumper", "bow", "stern", "deck", "cockpit", "cab", "wing", "windscreen", "windshield",
    "dashboard", "grille", "rack", "headlight", "mudguard",
))  # fmt: skip


GLAZED = frozenset(("window", "windshield", "windscreen", "mirror", "pane", "lens", "screen", "bonnet", "frame", "vehicle", "windowpane"))


def _pane(m: Mention, r: Reader) -> bool:
    """ "The windshield is shattered, with cracks across the glass": what is in it, and no vessel."""
    if phrase.lemma(m) != "glass" or m.determiner != "the" or m.plural or m.modifiers or m.number is not None:
        return False
    dep, prep = phrase.governor(m.top)
    runs = r.actor(prep.head) if dep == "pobj" and prep.head.verb else None
    wet = runs is not None and runs.head.lemma in ("rain", "raindrop", "drop", "droplet", "frost", "condensation", "snow")
    return not r.named_before(m) and (wet or any(x.head.lemma in GLAZED for x in r.mentions))


def _seat(m: Mention, r: Reader) -> bool:
    """ "A dog asleep in the driver's seat", after a bus was told of: the bus's."""
    told = m.owner.head.lemma if m.owner is not None else next((w.norm for w in m.modifiers), "")
    if phrase.lemma(m) != "seat" or told not in ("driver", "passenger", "back", "front", "rear", "pilot"):
        return False
    m.owner, m.determiner = None, "the"
    return base.of_the_vehicle(m, r)


def _running(m: Mention, r: Reader) -> bool:
    """ "Dust rises from the tyres", after a pickup was told of: the pickup's."""
    plain = phrase.lemma(m) in RUNNING_GEAR and m.plural and m.number is None and not r.named_before(m)
    return plain and base.of_the_vehicle(m, r)


def collar(m: Mention, r: Reader) -> bool:
    """ "With his collar turned up": that of what somebody has on; a dog's is its own."""
    owner = r.owner(m) if m.head.lemma in ("collar", "lapel", "sleeve", "cuff", "hem") else None
    return owner is not None and owner.kind in ("person", "garment")


def part(m: Mention, r: Reader) -> bool:
    if _pane(m, r):
        return True
    if _seat(m, r):
        return True
    owner = r.owner(m)
    if owner is None and _running(m, r):
        return True
    if phrase.lemma(m) in OF_VEHICLES and (owner is not None and phrase.category(owner) == "vehicle" or owner is None and base.of_the_vehicle(m, r)):
        return True
    if m.owner is None and owner is not None and m.determiner == "the" and owner.kind == "thing" and owner is not m and _of_the_whole(m, owner):
        return True
    if owner is None or owner.kind not in ("thing", "garment", "animal", "person", "part", "pronoun", "body"):
        return False
    thing = m.atom.sense("thing")
    dep, prep = phrase.governor(m.top)
    if m.owner is not None and dep == "pobj" and prep.norm in ("on", "in", "inside", "under", "against") and m.atom.can("thing") and not m.atom.can("part"):
        placed = r.sentence.mention(prep.head) if prep.head.noun and r.sentence else r.actor(prep.head)
        if placed is not None and placed.subject is not None and placed.subject is owner.subject:
            return False  # "the loaf is on its rack": what it is on is no part of it
    if m.owner is not None and thing is not None and owner.subject is not None and not m.atom.can("part") and thing.data["size"] > 1.2 * owner.subject.length:
        return False  # "the loaf on its rack"
    return owner.kind in ("thing", "garment", "pronoun", "part") and (
        m.atom.can("part") and phrase.entry(m) or m.owner is not None and not r.carried(m) and m.atom.can("thing", "part", "unknown") and owner.kind != "pronoun"
    )


def component(m: Mention, r: Reader) -> bool:
    """ "A bag with a red lining", "its stopper", "the rim of the tray", and "the handles are of leather" after a bag was named."""
    if not vocabulary.component(phrase.lemma(m)) or m.head.norm in ("glasses",):
        return False
    owner = r.owner(m)
    if owner is None and m.determiner == "the" and not r.named_before(m):
        owner = _bridged(m, r)
    if (
        owner is None
        or owner is m
        or owner.subject is None
        or owner.subject.becomes is not None
        or not vocabulary.component(phrase.lemma(m), owner.subject.category)
    ):
        return False
    thing = m.atom.sense("thing")
    if thing is not None and thing.data["size"] > owner.subject.length or m.number is not None and m.number > 12:
        return False
    return m.owner is not None or bool(phrase.looks(m)) or owner is r.owner(m)


def _bridged(m: Mention, r: Reader) -> Mention | None:
    """The thing named last that can have such a part, where the part is told of with an article alone: "A bag … The handles are …"."""
    if phrase.governor(m.top)[0] not in ("nsubj", "nsubjpass") or of_object(m.head) is not None:
        return None
    told = [x for x in r.mentions[-12:] if x.subject is not None and x.subject in r.draft.subjects and x.subject.category not in phrase.LIVING]
    fitting = [x for x in told if vocabulary.component(phrase.lemma(m), x.subject.category) and x.subject.becomes is None]
    found = fitting[-1] if fitting and len({id(x.subject) for x in fitting}) == 1 else None
    if found is not None:
        m.owner = found
    return found


def _of_the_whole(m: Mention, owner: Mention) -> bool:
    """ "the keys of the keyboard": things that a larger one is made up of."""
    inner, thing, whole = of_object(m.head), m.atom.sense("thing"), owner.atom.sense("thing")
    if inner is None or owner.head is not inner or thing is None or whole is None or owner.plural or owner.determiner not in ("the", "its", "a"):
        return False
    machines = ("electronics", "vehicle", "instrument", "furniture", "building", "tool")
    return (
        whole.data["category"] in machines
        and thing.data["category"] not in ("person", "animal", "food", "plant")
        and thing.data["size"] < whole.data["size"]
        and m.plural
    )


def surface(m: Mention, r: Reader) -> bool:
    return noun(phrase.lemma(m), "surface") and (r.owner(m) is not None or not m.atom.can("thing", "setting", "backdrop", "part"))


ENDS = frozenset(("base", "foot", "bottom", "top", "edge", "end", "side", "back", "front", "rear", "head", "corner"))


def _at_its(m: Mention) -> bool:
    """ "A large lodge at the base": of what was told before."""
    dep, prep = phrase.governor(m.top)
    return dep == "pobj" and prep.norm == "at" and not m.modifiers and not m.plural


def place_part(m: Mention, r: Reader) -> bool:
    inner = of_object(m.head)
    if phrase.lemma(m) in ENDS and m.determiner == "the" and inner is None and _at_its(m):
        return True
    return (
        phrase.lemma(m) in measures()["part"]
        and (inner is not None or m.determiner == "the" and not m.atom.can("setting", "thing", "backdrop"))
        and not (m.atom.can("setting") and inner is None)
    )
