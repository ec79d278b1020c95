"""What the words leave open, filled in as a photographer would: setting, supports, light, by the kind of picture. Each guess is said."""

from __future__ import annotations

import re

from diorama.language.accompanied import accompanied, sewn_on
from diorama.language.assorted import assorted, coloured, meals
from diorama.language.bearing import figurines, sizes, toys
from diorama.language.clutter import cluttered
from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.gather import SMALL, gather
from diorama.language.illuminate import lights
from diorama.language.insides import BEFORE
from diorama.language.laid_out import laid_out, listed_with
from diorama.language.lights import SOURCE_OF_THING
from diorama.language.palette import carry
from diorama.language.scenery import behind, by_fields, hung
from diorama.language.sculpted import sculpted
from diorama.language.shared_places import attach
from diorama.language.subjects import PAIRED
from diorama.language.surround import setting
from diorama.language.tabletops import supports, surfaces
from diorama.language.viewpoints import in_a_shops_window, lens
from diorama.scene import INDOORS, TIMES
from diorama_catalogue import Tag, thing
from diorama_catalogue.plurals import singular

GENRE_OF_SETTING = {
    **dict.fromkeys(("cliff", "lake", "river", "mountains", "sea", "beach", "desert", "snow_field", "meadow", "savannah", "forest", "sky"), "landscape"),
    "village": "landscape",
    **dict.fromkeys(("living_room", "bedroom", "bathroom", "kitchen", "office", "library", "cafe", "workshop", "plain_room"), "interior"),
    **dict.fromkeys(("lecture_hall", "airport_hall", "temple_interior", "ballroom", "great_hall", "hotel_lobby"), "interior"),
    **dict.fromkeys(("laundromat", "nightclub", "barn_interior", "cellar"), "interior"),
    **dict.fromkeys(("street", "shop_front", "railway_platform", "brick_wall", "porch", "driveway"), "street"),
    **dict.fromkeys(("city_skyline", "rooftop"), "architecture"),
}
WIDE_OPEN = frozenset(("cliff", "lake", "river", "mountains", "sea"))
PAVED = frozenset(("street", "shop_front", "railway_platform", "brick_wall", "rooftop"))


PET = 0.8
"""Longest side of pets and of what they lie on, metres."""


def genre(draft: Draft) -> str:
    """The kind of picture: as said, else from what is in it and where."""
    if draft.genre is not None:
        return draft.genre
    if draft.room_leads:
        return "interior"
    if draft.thronged:
        return GENRE_OF_SETTING.get(draft.environment["setting"], "interior" if draft.environment["setting"] in INDOORS else "landscape")
    subjects = [s for s in draft.subjects if s.becomes is None and s.worn_by is None and not s.object_only]
    setting = draft.environment.get("setting")
    if any(s.category == "person" for s in subjects):
        return "portrait" if len(subjects) <= 2 else "street"
    if setting == "studio" or len(subjects) == 1 and subjects[0].labels and subjects[0].length < SMALL:
        return "product"
    if in_a_shops_window(draft):
        return "street"
    beast = setting is None and any(s.category == "animal" and s.length > 0.5 for s in subjects)  # a dog is at home on no table
    if subjects and not beast and all(s.length <= SMALL for s in subjects) and setting in (None, "tabletop", "windowsill", "kitchen", "cafe"):
        return (
            "still_life"
            if len(subjects) > 1 or setting
            else "product"
            if subjects[0].category in ("tableware", "electronics", "wear")
            else "still_life"
        )
    if any(s.category == "animal" for s in subjects):
        if setting not in ("living_room", "bedroom", "kitchen"):
            return "wildlife"
        if all(s.length <= PET for s in subjects):  # a cat on a pile of jumpers is no picture of a room
            return "still_life"
    if any(s.category == "vehicle" for s in subjects) and (setting in (None, "street") or any(s.category == "building" for s in subjects)):
        return "vehicle"
    if setting in GENRE_OF_SETTING and (not subjects or max(s.length for s in subjects) > 0.3 or setting in WIDE_OPEN | BEFORE):
        return GENRE_OF_SETTING[setting]
    if any(s.category == "furniture" for s in subjects):
        return "interior" if setting is None or setting in INDOORS else "street"
    if any(s.category == "building" for s in subjects):
        return "architecture"
    return "still_life" if subjects else "landscape"


def fill_in(draft: Draft) -> None:
    """All assumptions, in the order in which each needs those before it."""
    near = draft.depth == "shallow" or draft.camera.get("framing") not in (None, "full", "wide", "establishing")
    draft.room_leads = draft.room_leads and draft.genre in (None, "interior") and not near
    attach(draft)
    sewn_on(draft)
    gather(draft)
    laid_out(draft)
    listed_with(draft)
    between(draft)
    assorted(draft)
    meals(draft)
    numbers(draft)
    coloured(draft)
    _time(draft)
    surfaces(draft)
    sculpted(draft)
    toys(draft)
    figurines(draft)
    setting(draft)
    _reflections(draft)
    by_fields(draft)
    behind(draft)
    hung(draft)
    draft.genre = genre(draft)
    accompanied(draft)
    cluttered(draft)
    supports(draft)
    sizes(draft)
    carry(draft)
    lights(draft)
    lens(draft)


def between(draft: Draft) -> None:
    """ "A mug between the book": where nothing stands on the other side, it is beside it, and it is said."""
    for relation in draft.relations:
        one = relation.objects[0] if len(relation.objects) == 1 else None
        if relation.kind != "between" or one is None or isinstance(one, SubjectDraft) and (one.plural or one.count > 1 or one.split):
            continue
        relation.kind = "beside" if isinstance(one, SubjectDraft) else "near"
        name = one.noun if isinstance(one, SubjectDraft) else one
        at = (relation.atom.start, relation.atom.end) if relation.atom is not None else None
        draft.say("note", "between-one", f"nothing is between one {name}: it is put beside it", at, f"name both sides: 'between two {name}s', 'between the {name} and …'")


TWO_PEOPLE = frozenset(("parent", "twin", "newlywed", "spouse", "grandparent"))
"""Whom a plural without a number means two of."""


IN_HAND = 1.0
"""Metres: what is no longer, and is told of several persons, each has in the hand."""


def _each_one(draft: Draft, subject: SubjectDraft) -> int | None:
    """ "Two surfers carrying boards": as many as there are to hold them; None where nobody counted has them."""
    held = (r.subjects for r in draft.relations if r.objects == [subject] and (r.kind == "holding" or r.kind == "with" and subject.length <= IN_HAND))
    held = [*held, *(r.subjects for r in draft.relations if r.objects == [subject] and r.kind in ("near", "on", "in") and _for_one(subject))]
    several = next((b for b in held if b and all(s.category == "person" and s.counted for s in b) and sum(s.count for s in b) > 1), None)
    return sum(s.count for s in several) if several is not None else None


def _for_one(subject: SubjectDraft) -> bool:
    """True of what one person sits on or at: "two lifeguards on chairs", "eight students at their desks"."""
    return subject.thing == "desk" or bool({Tag.SEAT, Tag.DRAWN_UP} & set(thing(subject.thing).tags)) and subject.length <= SINGLE


SINGLE = 1.2
"""Metres: longer seats are for several."""


def numbers(draft: Draft) -> None:
    """A plural without a number is three; petals are strewn by the dozen, and each of several has one in the hand."""
    for subject in draft.subjects:
        if subject.plural and not subject.counted and (each := _each_one(draft, subject)) is not None:
            subject.count, subject.counted = each, True
            draft.note_of(subject, Effect("count", each, subject))
        if subject.plural and not subject.counted:
            two = subject.thing in PAIRED or subject.category == "person" and singular(subject.noun.split()[-1]) in TWO_PEOPLE
            subject.count = 2 if two else 14 if subject.thing == "petal" else 3
            draft.note_of(subject, Effect("count", subject.count, subject))
            draft.say(
                "note",
                "assumed-count",
                f"how many {draft.prompt[slice(*subject.at)]}? {subject.count} are shown",
                subject.at,
                f"say a number: 'five {draft.prompt[slice(*subject.at)]}'",
            )


def _reflections(draft: Draft) -> None:
    """ "reflections" in a street are those of its wet ground."""
    if "reflections" in draft.features and draft.environment["setting"] in PAVED:
        draft.features.remove("reflections")
        draft.environment["wetness"] = max(draft.environment.get("wetness", 0.0), 0.7)
        for note in draft.notes.values():
            for effect in note.effects:
                if (effect.path, effect.value) == ("environment.features", "reflections"):
                    effect.path, effect.value = "environment.wetness", draft.environment["wetness"]


BY_NIGHT = frozenset(("candle", "fire", "string_lights", "neon"))
"""Lights that are lit when daylight is gone: a picture by candlelight is no morning."""


def _by_its_own_light(draft: Draft) -> bool:
    """A candle in a dark room: nothing else gives light."""
    return draft.lighting.get("mood") == "moody" and not draft.lights and any(SOURCE_OF_THING.get(s.thing) in ("candle", "lamp") and s.becomes is None for s in draft.subjects)


LIT_BY = re.compile(
    r"\b(?:(?:lit|illuminated|lighted) (?:only |softly |dimly |warmly )?(?:by|with)|(?:glow|light) of|glowing)\b(?: [\w-]+){0,3}? "
    r"(?:street ?(?:lamp|light)s?|lamp ?posts?|lanterns?|bedside lamps?|torches|light bulbs?|oil lamps?|gas lamps?"
    r"|(?:a|the|one) (?:single )?(?:bare )?(?:bulb|lamp))\b|\bbedtime\b",
    re.IGNORECASE,
)
"""What is lit by lamps, or done at bedtime, is so in the evening, unless the words tell another hour."""


def _time(draft: Draft) -> None:
    named = draft.times[0][1] if draft.times else None
    lighting = draft.lighting
    hour = lighting.get("hour")
    if hour is not None:
        nearest = min(TIMES, key=lambda t: abs((TIMES[t] - hour + 12) % 24 - 12))
        if hour >= 20.5 or hour < 4.8:
            nearest = "night"
        lighting["time"] = named if named and abs((TIMES[named] - hour + 12) % 24 - 12) <= 2 else nearest
    elif named is not None:
        lighting["time"], lighting["hour"] = named, TIMES[named]
    else:
        time = lighting.get("time_hint") or (
            "night"
            if {"stars", "moon", "aurora", "shooting_star", "comet"} & set(draft.features) or _by_its_own_light(draft)
            else "evening"
            if any(x.values.get("source") in BY_NIGHT for x in draft.lights)
            or any(s.thing == "campfire" and s.becomes is None for s in draft.subjects)
            or LIT_BY.search(draft.prompt)
            else "afternoon"
            if draft.environment.get("setting", draft.environment.get("world")) in ("street", "beach", "park")
            else "morning"
        )
        lighting["time"], lighting["hour"] = time, TIMES[time]
    for atom, time in draft.times:
        draft.note(atom, "lighting", Effect("lighting.time", time))
