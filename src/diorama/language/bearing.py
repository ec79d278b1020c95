"""Sizes that follow from each other: a stand-in as large as what it stands in for, a figurine where a horse stands on a desk, a boulder where a rock bears a backpack."""

from __future__ import annotations

from diorama.language.draft import Draft, SubjectDraft
from diorama.language.lexicon import lexicon
from diorama.language.surfaces import FOR_TOYS, is_cloth
from diorama_catalogue import Tag, thing
from diorama_catalogue.animals import kept_in

SAME = (0.87, 1.15)
"""A stand-in within these is as good as the thing's own size."""
LIVING = ("person", "animal")
ROOMY = 1.15
"""How much more room than its feet take a load needs to be told apart."""
SITTER = 0.42
"""Metres that a person takes who sits or stands on something."""
DESSERT = 1.35
"""How much wider than what it carries the well of a plate is."""
LEAST = 0.66
"""The smallest of plates, as a share of a dinner plate."""
CUT = 0.5
"""The share of a whole cake or pizza that one slice takes."""
PILED = 2.2
"""Layers that lie in a bowl or stand on one another."""


MOST_ON_TABLE = 1.0
"""Metres: what is larger on a table is there as a model of itself."""
MODEL = 0.34
"""Metres that such a model is long."""

HANDLED = 0.6
"""Metres: what is no longer than this does not grow to bear an elephant: the elephant shrinks."""
OVERHANG = 1.6
"""How far beyond what bears it a load may stand out, as a factor of its room."""
GROWN = 1.4
"""How much larger than usual a small thing may be that bears something unusual."""
CROWDED = 1.2
"""How much longer than what they are under things may be, side by side."""
MADE_SMALLER, SMALLER = ("tool", "instrument", "electronics"), 0.6
"""Kinds of things that there are of the size of a table, and how long such a one is, in metres: a telescope on a desk is no model."""
DWARFED = 0.3
"""Behind what is so many times its length, a thing is not seen."""
HOLLOW, ACROSS = 0.42, 0.52
"""Of the length of a vessel, and of how wide it stands: what it holds whole."""
HOUSED = ("vehicle", "building", "furniture", "street", "machine")
"""Kinds of things that are in a vessel as models of themselves."""
DWARFING = 2.5
"""A cat may be in a bowl half its length; nothing living that is longer than so many bowls is, at its own size."""
OUTSIZE = 2.0
"""From this scale on a thing is said to be huge."""
TOY, LIFE_SIZE = 0.25, 0.3
"""Metres that a toy is long; the scale from which on it would be no toy."""
SHOWN = 0.4
"""Of the length of what it stands behind: how large a thing is made that is no living one, so that it is seen."""


def _railways(draft: Draft) -> None:
    """A bridge that a train is on is a railway's."""
    crossed = [o for r in draft.relations if r.kind == "on" and any(s.thing == "train" for s in r.subjects) for o in r.objects]
    for bridge in crossed:
        if isinstance(bridge, SubjectDraft) and bridge.thing == "bridge_arch" and not bridge.size:
            bridge.thing, bridge.length = "viaduct", thing("viaduct").size


def toys(draft: Draft) -> None:
    """A "small toy car" is small among toys."""
    for toy in [s for s in draft.subjects if s.noun.startswith("toy ") and s.noun.split()[-1] not in FOR_TOYS and s.length > TOY and s.becomes is None]:
        if toy.size.get("scale", 1.0) > LIFE_SIZE:
            rescale(toy, TOY / toy.length, draft)


def sizes(draft: Draft) -> None:
    """All sizes that the words leave open."""
    _kept(draft)
    _railways(draft)
    for subject in draft.subjects:
        if subject.becomes is None and subject.traits is None:
            _true(subject, draft)
    for subject in draft.subjects:
        if subject.becomes is None and subject.traits is None:
            _model(subject, draft)
    _outsized(draft)
    _bottled(draft)
    _surreal(draft)
    for subject in draft.subjects:
        if subject.becomes is None and thing(subject.thing).support and not subject.size:
            _bear(subject, draft)


def _kept(draft: Draft) -> None:
    """A bowl with a fish in it is a fishbowl."""
    for r in draft.relations:
        for host in (o for o in r.objects if r.kind == "in" and isinstance(o, SubjectDraft) and o.thing in ("bowl", "jar")):
            home = next((kept_in(s.noun) for s in r.subjects if s.category == "animal"), None)
            if home and host.surface.material in (None, "glass"):
                host.thing, host.length = home, thing(home).size
                draft.retell(host, "thing", home)


def _true(subject: SubjectDraft, draft: Draft) -> None:
    """A living thing's stand-in is as large as it: a child is no grown-up, a tiger no cat."""
    own = lexicon().sizes.get(subject.thing, subject.length)
    ratio = subject.length / own
    if subject.category in (*LIVING, "bag") and not SAME[0] < ratio < SAME[1]:
        rescale(subject, ratio, draft)


def _model(subject: SubjectDraft, draft: Draft) -> None:
    """What is too large for the table it stands on is there as a model of itself."""
    length = length_of(subject)
    on = (r.objects[0] for r in draft.relations if r.kind == "on" and subject in r.subjects)
    if not (length > MOST_ON_TABLE and any(_on_table(place, draft) for place in on)):
        return
    if is_cloth(subject):
        rescale(subject, MOST_ON_TABLE / length, draft)  # as large as the table
    elif subject.category in MADE_SMALLER:
        rescale(subject, SMALLER / length, draft)
        draft.say("note", "assumed-size", f"the {subject.noun} is a small one, as it stands on a table", subject.at, "say where it is: 'beside the desk'")
    else:
        rescale(subject, MODEL / length, draft)
        help = "say where it is: 'on the floor', 'in front of the desk'"
        draft.say("note", "assumed-size", f"the {subject.noun} stands there as a figurine", subject.at, help)


def figurines(draft: Draft) -> None:
    """An animal of glass or brass among candlesticks is a figurine, as they are."""
    shown = [s for s in draft.subjects if s.becomes is None]
    made = [s for s in shown if s.category == "animal" and s.traits is None and not s.size and length_of(s) > HANDLED]
    others = [s for s in shown if s not in made]
    if not others or any(s.category in LIVING or length_of(s) > HANDLED for s in others):
        return
    for subject in made:
        rescale(subject, MODEL / length_of(subject), draft)
        told = f"the {subject.noun} is a figurine, among things of that size"
        draft.say("note", "assumed-size", told, subject.at, f"say its size: 'a life-size {subject.noun}'")


def _pairs(draft: Draft) -> list[tuple[SubjectDraft, SubjectDraft, str]]:
    """What is told to be where of one other thing: the load, the host, and how."""
    ties = [(r, host) for r in draft.relations if len(r.objects) == 1 and isinstance(host := r.objects[0], SubjectDraft)]
    return [(load, host, r.kind) for r, host in ties for load in r.subjects if load.becomes is None]


def _outsized(draft: Draft) -> None:
    """ "A giant strawberry on a school bus" is large beside the bus, and not among strawberries."""
    for load, host, kind in _pairs(draft):
        giant = kind in ("on", "behind", "beside", "left_of", "right_of", "in_front_of") and load.size.get("scale", 1.0) >= OUTSIZE
        if giant and length_of(load) < SHOWN * length_of(host):
            rescale(load, SHOWN * length_of(host) / length_of(load), draft)


def _bottled(draft: Draft) -> None:
    """A ship in a bottle, a boat in a cup, an elephant in a teacup: it is as small as what holds it needs."""
    for load, host, kind in _pairs(draft):
        if kind == "in":
            _floated(load, host, draft)
        room = min(length_of(host) * HOLLOW, _foot(host) * ACROSS)
        huge = load.category in HOUSED or load.category in (*LIVING, "figure") and length_of(load) > DWARFING * length_of(host)
        if kind == "in" and Tag.HOLDS_MODELS in thing(host.thing).tags and huge and length_of(load) > room:
            rescale(load, room / length_of(load), draft)
            told = f"the {load.noun} is so small that the {host.noun} holds it"
            draft.say("note", "assumed-scale", told, load.at, f"put it elsewhere: 'beside the {host.noun}'")


BREWED = {"teacup": "tea", "tea cup": "tea", "coffee cup": "coffee", "mug": "coffee", "coffee mug": "coffee"}
"""What is in a vessel of that name; in any other it is water."""


def _floated(load: SubjectDraft, host: SubjectDraft, draft: Draft) -> None:
    """A boat in a cup floats: there is something in the cup that it floats on."""
    tags = thing(host.thing).tags
    if Tag.AFLOAT not in thing(load.thing).tags or not {Tag.FILLABLE, Tag.SERVED} <= tags or any(a.startswith("contents:") for a in host.attributes):
        return
    liquid = BREWED.get(host.noun, "water")
    host.attributes.append(f"contents:{liquid}")
    told = f"there is {liquid} in the {host.noun}, for the {load.noun} to float on"
    draft.say("note", "assumed-contents", told, host.at, f"say what is in it: '{host.noun} of milk'")


def _surreal(draft: Draft) -> None:
    """What nothing in the world could show at its own size: whales on teacups, a pretzel behind a cow. The sizes give way, and it is said."""
    for load, host, kind in _pairs(draft):
        if not {"scale", "height"} & set(load.size) - ({"scale"} if load.category in LIVING else set()):
            _fit(load, host, kind, draft)


def _fit(load: SubjectDraft, host: SubjectDraft, kind: str, draft: Draft) -> None:
    length, other = length_of(load), length_of(host)
    if kind == "on" and other <= HANDLED and load.category != "person":
        most = thing(host.thing).support.most if thing(host.thing).support else GROWN
        room = other * (0.8 if most == GROWN else 1.0) * max(host.count / load.count, 1 if load.count <= host.count else 0) ** 0.5
        if _foot(load) > OVERHANG * room * most:
            rescale(host, GROWN, draft)
            rescale(load, room * GROWN / _foot(load), draft)
            draft.say("note", "assumed-scale", f"the {load.noun} is so small that the {host.noun} bears it", load.at, f"say its size: 'a tiny {load.noun}'")
    elif kind == "under" and load.category == "animal" and _foot(load) * load.count > CROWDED * other:
        rescale(load, other / (_foot(load) * load.count), draft)
        told = f"the {load.noun} is so small that it has room under the {host.noun}"
        draft.say("note", "assumed-scale", told, load.at, f"say its size: 'a large {load.noun}'")
    elif kind == "behind" and load.category not in LIVING and length < DWARFED * other and not _stands_on(load, draft):
        rescale(load, SHOWN * other / length, draft)
        told = f"the {load.noun} is so large that it is seen behind the {host.noun}"
        draft.say("note", "assumed-scale", told, load.at, f"put it elsewhere: 'in front of the {host.noun}'")


def _stands_on(load: SubjectDraft, draft: Draft) -> bool:
    """True of what stands on furniture, which lifts it into sight: "a record player on the sideboard behind them"."""
    held = [r for r in draft.relations if r.kind in ("on", "stacked_on", "hanging_from") and load in r.subjects]
    return any(r.objects[0] == "wall" or getattr(r.objects[0], "category", None) == "furniture" for r in held)


def _on_table(place: SubjectDraft | str, draft: Draft) -> bool:
    if isinstance(place, SubjectDraft):
        return Tag.BEARS_MODELS in thing(place.thing).tags
    return place == "ground" and draft.environment.get("ground_shape") in ("table", "shelf", "sill")


SHRINKS = {"plate": LEAST, "stone_slab": 0.4}
"""Supports that come as small as what is on them, with the least of their usual size."""


IN_A_ROW = 1.12
"""What things that stand side by side take, of the sum of their widths. Of three and more on one support, the two widest stand so."""


def _bear(host: SubjectDraft, draft: Draft) -> None:
    """A support grows, within its kind, until it has room for what the words put on it."""
    room = thing(host.thing).support
    wide, deep, most = room.across, room.deep, room.most
    need, longest, layers = 0.0, 0.0, 1.0
    wide_ones: list[float] = []
    for r in draft.relations:
        if r.objects[0] is not host or r.kind not in ("on", "in"):
            continue
        layers = PILED if r.kind == "in" else layers
        for load in r.subjects:
            if r.kind == "on" and load.category == "tool" and Tag.VESSEL in thing(host.thing).tags and Tag.FLAT not in thing(host.thing).tags:
                continue  # chopsticks lie across a bowl from rim to rim
            foot = _foot(load)
            need += foot**2 * (1 if "stacked" in load.states else load.count) * ROOMY
            longest = max(longest, foot if r.kind == "in" or "arranged" not in load.states else foot * load.count * IN_A_ROW)
            wide_ones += [length_of(load)] * min(load.count, 2) if r.kind == "on" and "stacked" not in load.states else []
    longest = max(longest, IN_A_ROW * sum(sorted(wide_ones)[-2:]) if len(wide_ones) > 2 else 0.0)
    factor = min(max((need / layers / (wide * deep * max(host.count, 1))) ** 0.5, longest / max(wide, deep)), most)
    factor = max(factor, _clear(host, draft))
    if factor > 1.08:
        rescale(host, factor, draft)
        draft.say("note", "assumed-size", f"the {host.noun} is a large one, to hold what is on it", host.at, f"say its size: 'a small {host.noun}'")
    elif host.thing in SHRINKS and 0 < longest and host.noun != "platter":
        fit = max((need / (wide * deep * max(host.count, 1))) ** 0.5, longest / max(wide, deep)) * DESSERT
        if fit < 0.92:
            rescale(host, max(fit, SHRINKS[host.thing]), draft)
            draft.say("note", "assumed-size", f"the {host.noun} is a small one, as what is on it is", host.at, f"say its size: 'a large {host.noun}'")


CLEAR = 1.9
"""How high something is from which a living thing hangs, by the length of that: stretched out it hangs clear of the ground."""


def _clear(host: SubjectDraft, draft: Draft) -> float:
    """How many times as large as usual it is, so that those who hang from it by their hands do not stand on the ground; 0 where nobody does."""
    rise = thing(host.thing).support.rise
    hung = [load.length for r in draft.relations if r.kind == "hanging_from" and r.objects[0] is host for load in r.subjects if load.category in LIVING]
    return CLEAR * max(hung, default=0.0) / rise if rise else 0.0


def _foot(load: SubjectDraft) -> float:
    """Metres across that a thing takes of what it rests on."""
    if load.category == "person":
        return SITTER
    cut = CUT if load.thing in ("cake", "pizza") and "sliced" in load.states else 1.0
    return cut * length_of(load) * thing(load.thing).foot


def length_of(subject: SubjectDraft) -> float:
    """Metres, as it is built: what stands in for a living thing has a length of its own, scaled to that of what it stands in for."""
    own = lexicon().sizes.get(subject.thing, subject.length) if subject.category in (*LIVING, "bag") else subject.length
    return own * subject.size.get("scale", 1.0)


def rescale(subject: SubjectDraft, factor: float, draft: Draft) -> None:
    value = min(max(subject.size.get("scale", 1.0) * factor, 0.005), 200.0)
    value = round(value, 3 if value > 0.05 else 4)
    subject.size["scale"] = value
    draft.retell(subject, "size.scale", value)
