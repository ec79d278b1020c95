"""Where and in what light: settings, features, time, weather, lamps and sun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.chunks import Chunk
from diorama.language.draft import Effect, LightDraft
from diorama.language.frames import phrase
from diorama.language.frames.kinds.sites import within
from diorama.language.frames.things.create import to_chunk
from diorama.language.frames.vocabulary import relation, verb
from diorama.language.lexicon import Sense, classes, lexicon
from diorama.language.match import Atom
from diorama.language.places import CLEAR_SKIES, INDOORS, PLACE_OF, ROOMS_AND_HALLS, front
from diorama.language.places import WITHIN as WITHIN_OF
from diorama.language.syntax.phrases import atoms_of, of_object, own
from diorama.language.syntax.sentence import Mention
from diorama_catalogue import derived

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

WAYS = frozenset((
    "road", "pavement", "sidewalk", "kerb", "curb", "lane", "path", "pathway", "track", "crossing", "asphalt", "tarmac", "roadway", "footpath",
    "walkway", "crosswalk",
))  # fmt: skip
"""Words for what one walks or drives on: beside a setting that is known they bring no houses."""
GENERIC = frozenset((
    "light", "glow", "lighting", "sunlight", "daylight", "illumination", "radiance", "natural light", "ambient light", "ray", "beam", "shaft", "sun",
    "sunshine",
))  # fmt: skip
TAKES = frozenset(("reflect", "catch", "absorb", "capture", "diffuse", "filter", "refract", "block", "mirror", "play"))
GROUNDS = {
    "floorboard": "wood",
    "floorboards": "wood",
    "planking": "wood",
    "pavement": "stone",
    "sidewalk": "concrete",
    "gravel": "stone",
    "tile": "tile",
    "tiles": "tile",
    "earth": "soil",
    "dirt": "soil",
    "mud": "soil",
}
HOMES = frozenset((
    "apartment", "house", "home", "flat", "cottage", "cabin", "loft", "studio", "villa", "farmhouse", "room", "interior", "space", "indoors", "building",
))  # fmt: skip
"""Words of places that a room named after them makes exact."""
WITHIN = frozenset(("in", "inside", "within", "throughout", "at", "into"))


def link_of(mention: Mention) -> str | None:
    """How the phrase is joined: on, in, behind …"""
    dep, governor = phrase.governor(mention.top)
    return relation(governor.norm) if dep == "pobj" else None


def setting(reader: Reader, mention: Mention) -> None:
    """A place: the setting, or what is seen of one."""
    if not mention.real:
        return reader.claims.phrase(mention, mention.why)
    if mention.owner is not None and reader.owner(mention) is not None and reader.owner(mention).subject is not None and mention.atom.can("thing", "backdrop"):
        return reader.claims.phrase(mention, "part")
    if mention.determiner == "the" and _said(reader, mention):
        return None
    inner = of_object(mention.head)
    if mention.plural and inner is not None and inner.atom is not None and inner.atom.can("setting", "feature", "thing") and mention.atom.can("setting"):
        return reader.claims.phrase(mention, "known")
    inside = within(mention)
    sense = Sense("setting", WITHIN_OF[mention.head.lemma], {}) if inside else mention.atom.sense("setting", "feature", "place", "backdrop")
    chunk = to_chunk(mention, sense)
    chunk.modifiers = [a for a in chunk.modifiers if not a.can("unknown") and not (a.can("light_strength") and a.can("size"))]
    if sense.kind == "setting" and sense.key in INDOORS - {"studio", "tabletop", "plain_room"} and _from_outside(mention):
        if "setting" in reader.draft.environment:
            return reader.claims.phrase(mention, "known")
        chunk.sense = Sense("setting", front(sense.key, mention.head.norm), {})
    reader.places.enter(chunk) if link_of(mention) == "in" and mention.atom.can("thing") and not inside else None
    environment = reader.draft.environment
    if sense.key == "street" and mention.head.lemma in WAYS and "setting" in environment:
        mention.place = "ground"
        return reader.claims.phrase(mention, "known")
    if sense.kind == "setting" and _not_here(mention, sense, environment, bool(reader.draft.subjects), _before_a_house(reader)):
        mention.place = PLACE_OF.get(sense.key)
        if sense.key == "sky" and environment.get("setting") not in INDOORS and _tells_of_the_sky(chunk):
            if chunk.head.norm == "cloudy sky" and environment.setdefault("weather", "overcast") == "overcast":
                reader.claims.note(mention.head, "environment", Effect("environment.weather", "overcast"), frame="place", rule=mention.rule)
            else:
                reader.places.overhead(chunk, chunk.head)
            return _told(reader, mention)
        return reader.claims.phrase(mention, "scenery" if sense.key == "brick_wall" else "known")
    if (
        sense.kind == "setting"
        and sense.key in ROOMS_AND_HALLS
        and any(m.kind == "place" and m.head.lemma in HOMES for m in reader.mentions)
        and environment.get("setting") in INDOORS
        and mention.determiner != "a"
    ):
        environment.pop("setting")
    having = mention.head.dep == "nsubj" and any(p.norm == "with" for p in mention.head.those("prep"))  # "a ballroom with lamps and a couple dancing"
    leads = (mention.head.root or having) and not reader.draft.subjects and "setting" not in environment
    mention.place = reader.places.take(chunk, link_of(mention))
    if leads and environment.get("setting") in ROOMS_AND_HALLS:  # "a cosy living room with a cat on the armchair": the picture is of the room
        reader.draft.room_leads = True
    hours(reader, mention)
    _told(reader, mention)
    return None


def _tells_of_the_sky(chunk: Chunk) -> bool:
    """True for "a clear blue sky", "the starry sky", "grey skies" over what stands below: weather, hour or stars, and no more sky than is there."""
    chunk.modifiers = [a for a in chunk.modifiers if a.can("weather", "time") or a.norm in ("starry", "star-filled")]
    told = chunk.head.norm.split()[0]
    return bool(chunk.modifiers) or chunk.head.norm in CLEAR_SKIES or told in ("cloudy", "starry", "night", "sunset", "evening")


def _from_outside(mention: Mention) -> bool:
    """True for a building that something is before or passes: "in front of a closed bookshop", "past a bakery"."""
    dep, governor = phrase.governor(mention.top)
    if dep != "pobj" or mention.head.lemma in ("window", "wall", "counter", "table", "door"):
        return False
    return governor.norm in ("outside", "past", "opposite") or governor.norm == "of" and governor.head.norm in ("front", "outside")


def _before_a_house(reader: Reader) -> bool:
    """True if a building stands in the picture, and not one that is shown by itself on a table."""
    return any(s.category == "building" and s.becomes is None for s in reader.draft.subjects)


def _not_here(mention: Mention, sense: Sense, environment: dict, there: bool, house: bool) -> bool:
    """A sky or a sea beside the place told of is no cloud or wave; a roof that nobody is on is no rooftop."""
    dep, governor = phrase.governor(mention.top)
    if sense.key == "rooftop":
        return not (dep == "pobj" and governor.norm in ("on", "from", "onto", "atop")) or of_object(mention.head) is not None or mention.owner is not None
    if sense.key == "brick_wall" and environment.get("setting") is not None and _at_a_side(mention):
        return True  # "on the left a stone wall": beside the road that is there
    if sense.key == "windowsill" and (environment.get("setting") not in {None, *INDOORS} or house):
        return True  # a cat watches the street from one; a cottage is seen from outside
    if sense.key == "sky" and dep in ("nsubj", "nsubjpass") and there:
        return True  # "the sky above is full of clouds": over what stands below
    return sense.key in ("sky", "sea") and environment.get("setting") not in (None, sense.key)


def _at_a_side(mention: Mention) -> bool:
    """True of what is told with the side it is on."""
    words = mention.sentence.words if mention.sentence is not None else []
    first = min(w.i for w in (mention.head, *mention.modifiers, *mention.head.those("det")))
    before = [w for w in words if w.i < first][-3:]
    after = [p.kid("pobj") for p in mention.top.those("prep") if p.norm in ("on", "to", "at")]
    fronted = len(before) == 3 and before[0].norm in ("on", "to") and before[2].norm in ("left", "right")
    return fronted or any(w is not None and w.norm in ("left", "right") for w in after)


def _told(reader: Reader, mention: Mention) -> None:
    for word in mention.modifiers:
        reader.claims.none(word, "quality", "place", mention.rule)
    for word in [mention.head, *mention.measures, *([mention.count] if mention.count is not None else [])]:
        if reader.claims.has(word):
            reader.claims.mark(word, "place", mention.rule)
        else:
            reader.claims.joins(word, "place", mention.rule)


def _said(reader: Reader, mention: Mention) -> bool:
    """ "the room" again: the place is known. The words are the place's."""
    for m in reader.mentions:
        if m.kind in ("place", "scenery") and m.head.lemma == mention.head.lemma and m.place is not None:
            mention.place = m.place
            reader.claims.phrase(mention, "known")
            return True
    return False


def ground(reader: Reader, mention: Mention) -> None:
    """ "on the wet asphalt", "the wide floorboards": what the ground is of."""
    if not mention.real:
        return reader.claims.phrase(mention, mention.why)
    if mention.rule == "stuff under things":
        return _stuff(reader, mention)
    if mention.rule == "water one is in":
        return _water(reader, mention)
    material = GROUNDS.get(mention.head.norm) or (mention.atom.sense("material").key if mention.atom.can("material") else None)
    looks = atoms_of([w for w in mention.modifiers if w.atom is not None and w.atom.can("colour", "colour_modifier", "material", "finish", "pattern")])
    draft = reader.draft
    reader.wardrobe.surface([a for a in looks if a.norm != "wet"], draft.ground, "environment.ground", "environment")
    if any(a.norm in ("wet", "slick", "soaked") for a in looks):
        reader.places.modifiers([a for a in looks if a.norm == "wet"])
    if material is not None and draft.ground.material is None:
        draft.ground.material = material
        reader.claims.note(mention.head, "environment", Effect("environment.ground.material", material), frame="place", rule=mention.rule)
    mention.place = "ground"
    _told(reader, mention)
    return None


def _water(reader: Reader, mention: Mention) -> None:
    reader.draft.environment.setdefault("hint", "lake")
    mention.place = "water"
    reader.claims.joins(mention.head, "place", mention.rule)
    _told(reader, mention)


def _stuff(reader: Reader, mention: Mention) -> None:
    """What things stand on or before, told by its stuff or its colour alone."""
    chunk = to_chunk(mention, mention.atom.sense("material", "colour"))
    against = phrase.governor(mention.top)[1].norm == "against"
    if mention.atom.can("material"):
        mention.place = reader.places.stuff(chunk, "against" if against else "on")
    else:
        mention.place = reader.places.hue(chunk)
    _told(reader, mention)


def scenery(reader: Reader, mention: Mention) -> None:
    """An unlisted noun of a place: the nearest setting that its class names stands in, if it says where; else it is not built."""
    near = nearest(mention.head.lemma)
    if not mention.real or near is None or link_of(mention) not in ("in", "on") and mention.head.dep != "ROOT" or mention.owner is not None:
        return reader.claims.phrase(mention, mention.why or "scenery")
    if "setting" in reader.draft.environment or not _outermost(mention):
        return reader.claims.phrase(mention, "scenery")
    chunk = to_chunk(mention, near)
    chunk.head = Atom(mention.head.start, mention.head.end, mention.head.text, mention.head.norm, (near,), False)
    chunk.modifiers = [a for a in chunk.modifiers if not a.can("unknown")]
    mention.place = reader.places.take(chunk, link_of(mention))
    _told(reader, mention)
    return None


def _outermost(mention: Mention) -> bool:
    """True if the phrase says where it all is: its preposition hangs on a verb or a main noun."""
    dep, governor = phrase.governor(mention.top)
    return dep != "pobj" or governor.norm in WITHIN


@derived
def nearest(word: str) -> Sense | None:
    """The setting of the lexicon that a noun is a kind of, as a stand-in."""
    for step in classes.above(word, "location", "object", "artifact")[1:4]:
        for name in step:
            for entry, senses in lexicon().words.get(name.split()[0], ()):
                found = next((s for s in senses if s.kind == "setting"), None)
                if " ".join(entry) == name and found is not None:
                    return Sense("setting", found.key, {"stand_in": True})
    return None


def weather(reader: Reader, mention: Mention) -> None:
    if not mention.real:
        return reader.claims.phrase(mention, mention.why)
    chunk = to_chunk(mention, mention.atom.sense("weather"))
    reader.places.take(chunk, link_of(mention))
    hours(reader, mention)
    _told(reader, mention)
    return None


def hours(reader: Reader, mention: Mention) -> None:
    """ "morning fog", "the night sky": the hour that a word before a noun tells."""
    for word in mention.modifiers:
        if word.atom is not None and word.atom.can("time", "season") and not word.atom.can("colour") and not reader.claims.has(word):
            sense = word.atom.sense("time", "season")
            reader.lights.time_chunk(Chunk(atoms=[word.atom], modifiers=[], head=word.atom, sense=sense))
            reader.claims.mark(word, "place", "hour")


def time(reader: Reader, mention: Mention) -> None:
    """ "in the soft light of a winter morning": the hour, the season."""
    vague = mention.head.lemma == "day" and not any(
        w.atom is not None and w.atom.can("weather", "season", "light_strength", "colour_modifier") for w in mention.modifiers
    )
    if not mention.real or vague or mention.plural:
        return reader.claims.phrase(mention, mention.why or "abstract")
    sense = mention.atom.sense("time", "season")
    chunk = to_chunk(mention, sense)
    chunk.modifiers = [a for a in chunk.modifiers if not a.can("unknown")]
    reader.lights.time_chunk(chunk)
    _told(reader, mention)
    return None


# ── light ──


def light(reader: Reader, mention: Mention) -> None:
    """A light: new, or more of the one told of before."""
    if not mention.real or mention.determiner == "no":
        return reader.claims.phrase(mention, mention.why or "light")
    sense = mention.atom.sense("light_head", "light_source") or Sense("light_head", "light", {})
    chunk = to_chunk(mention, sense)
    chunk.modifiers = [
        a
        for a in chunk.modifiers
        if not a.can("unknown", "shape", "size", "pattern", "finish", "attribute")
        or a.can("light_quality", "light_kelvin", "light_strength", "light_direction", "colour")
    ]
    if mention.atom.can("light_quality", "light_kelvin", "light_strength"):
        chunk.modifiers.append(mention.atom)  # "soft light", "harsh lighting": one entry
    _its_time(reader, mention)
    said = [a for a in chunk.modifiers if a.can("light_quality", "light_kelvin", "light_strength", "light_direction", "light_source", "colour", "time")]
    if not said and not _specific(sense) and not _comes_from(mention, sense) and (_taken(mention) or reader.draft.lights or reader.draft.times):
        return reader.claims.phrase(mention, "light")
    known = _same_light(reader, sense)
    if known is not None:
        reader.lights.current = known
    elif len(reader.draft.lights) >= 4:
        return reader.claims.phrase(mention, "light")
    reader.lights.take(chunk, merge=known is not None)
    reader.lights.dress(chunk, reader.places)
    mention.place = "light"
    _told(reader, mention)
    return None


def _its_time(reader: Reader, mention: Mention) -> None:
    """ "Golden evening light": the hour that a light is of, where no other is told."""
    for word in mention.modifiers:
        if word.atom is not None and word.atom.can("time") and word.noun and not reader.draft.times and not reader.claims.has(word):
            time = word.atom.sense("time").key
            reader.draft.times.append((word.atom, time))
            reader.claims.note(word, "lighting", Effect("lighting.time", time), frame="light", rule="its hour")
    _sun_moves(reader, mention)


SUN = {"set": "sunset", "sink": "sunset", "dip": "sunset", "descend": "sunset", "rise": "sunrise", "ascend": "sunrise"}
"""What the sun does, and the hour that tells."""


def _sun_moves(reader: Reader, mention: Mention) -> None:
    """ "The sun is setting behind a castle": the hour, where no other is told; the moon's rising tells none."""
    told = next((k for k in mention.head.kids if k.dep in ("amod", "compound") and k.lemma in SUN and k.i < mention.head.i), None)
    does = told or mention.top.head
    if mention.head.lemma != "sun" or told is None and mention.top.dep != "nsubj" or does.lemma not in SUN or reader.draft.times:
        return
    reader.draft.times.append((does.atom or own(does), SUN[does.lemma]))
    reader.claims.note(does, "lighting", Effect("lighting.time", SUN[does.lemma]), frame="light", rule="its hour")


def _specific(sense: Sense) -> bool:
    return bool(sense.data.get("source")) and sense.data.get("source") not in ("ambient", "skylight")


def _taken(mention: Mention) -> bool:
    """ "reflects the light": it is named as what falls on things."""
    dep, governor = phrase.governor(mention.top)
    return dep == "dobj" and governor.lemma in TAKES or dep == "pobj" and governor.norm in ("in", "under", "with", "to", "by")


def _comes_from(mention: Mention, sense: Sense) -> bool:
    """ "Light from skylights": what the light before comes from."""
    dep, governor = phrase.governor(mention.top)
    return dep == "pobj" and governor.norm in ("from", "through") and bool(sense.data.get("source"))


def _same_light(reader: Reader, sense: Sense) -> LightDraft | None:
    """The light told of before that this can be: no other source, no other direction; a fill is beside what it fills up."""
    for known in reversed(reader.draft.lights):
        source, told = sense.data.get("source"), known.values.get("source")
        other = source is not None and told is not None and source != told and {source, told} - {"sun", "skylight", "window", "ambient"}
        side = sense.data.get("azimuth") is not None and known.values.get("azimuth") is not None and sense.data["azimuth"] != known.values["azimuth"]
        fill = sense.data.get("role") == "fill" != known.values.get("role")
        if not other and not side and not fill:
            return known
    return None


_ = verb, GENERIC
