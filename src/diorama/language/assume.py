"""What the words leave open, filled in as a photographer would: setting, supports, light, lens, by the kind of picture. Each guess is said."""

from __future__ import annotations

import re

from diorama.language.accompanied import accompanied, sewn_on
from diorama.language.assorted import assorted, coloured, meals
from diorama.language.bearing import figurines, sizes, toys
from diorama.language.clutter import cluttered
from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.gather import SMALL, TABLE_TOPS, gather
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
from diorama.scene import INDOORS, TIMES
from diorama.typeset import TEMPLATES, template_of
from diorama_catalogue import SettingTag, Tag, places, tagged, thing
from diorama_catalogue.plurals import singular

GENRE_OF_SETTING = {
    **dict.fromkeys(("cliff", "lake", "river", "mountains", "sea", "beach", "desert", "snow_field", "meadow", "savannah", "forest", "sky"), "landscape"),
    "village": "landscape",
    **dict.fromkeys(("living_room", "bedroom", "bathroom", "kitchen", "office", "library", "cafe", "workshop", "plain_room"), "interior"),
    **dict.fromkeys(("lecture_hall", "airport_hall", "temple_interior"), "interior"),
    **dict.fromkeys(("street", "shop_front", "railway_platform", "brick_wall", "porch", "driveway"), "street"),
    **dict.fromkeys(("city_skyline", "rooftop"), "architecture"),
}
WIDE_OPEN = frozenset(("cliff", "lake", "river", "mountains", "sea"))
PAVED = frozenset(("street", "shop_front", "railway_platform", "brick_wall", "rooftop"))
LENS = {
    # genre: focal length, f-number, why
    "product": (90.0, 5.6, "a product is shot long, to keep its shape, and stopped down, to be sharp"),
    "still_life": (70.0, 2.8, "a still life takes a longish lens"),
    "landscape": (28.0, 8.0, "a landscape takes a wide lens, stopped down"), "interior": (28.0, 5.6, "an interior takes a wide lens"),
    "portrait": (85.0, 2.0, "people are taken with a short telephoto"), "street": (35.0, 5.6, "the street takes a moderate wide angle"),
    "architecture": (28.0, 8.0, "buildings take a wide lens"), "wildlife": (135.0, 4.0, "animals are shot from afar"),
    "vehicle": (50.0, 5.6, "a normal lens keeps a vehicle's lines"),
}  # fmt: skip


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
    if _in_a_shops_window(draft):
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
    _lens(draft)


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


# ── time ──


BY_NIGHT = frozenset(("candle", "fire", "string_lights", "neon"))
"""Lights that are lit when daylight is gone: a picture by candlelight is no morning."""


def _by_its_own_light(draft: Draft) -> bool:
    """A candle in a dark room: nothing else gives light."""
    return draft.lighting.get("mood") == "moody" and not draft.lights and any(SOURCE_OF_THING.get(s.thing) in ("candle", "lamp") and s.becomes is None for s in draft.subjects)


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
            if any(x.values.get("source") in BY_NIGHT for x in draft.lights) or any(s.thing == "campfire" and s.becomes is None for s in draft.subjects)
            else "afternoon"
            if draft.environment.get("setting", draft.environment.get("world")) in ("street", "beach", "park")
            else "morning"
        )
        lighting["time"], lighting["hour"] = time, TIMES[time]
    for atom, time in draft.times:
        draft.note(atom, "lighting", Effect("lighting.time", time))


# ── lens ──


PANED, PANES = frozenset(("rain_on_window", "raindrops")), 5.6
"""What is asked to be seen on a window behind the subject, and the f-number that leaves it to be seen."""
PANED_LENS = 40.0
"""Millimetres: a lens that shows the window as well as what is on the table before it."""
TINY = 0.04
"""Metres: so near a thing of this size, a wide aperture leaves nothing of it sharp."""


STREETS = frozenset(("street", "shop_front", "alley"))


def _lens(draft: Draft) -> None:
    camera = draft.camera
    focal, stop, why = LENS[draft.genre]
    if draft.genre == "street" and not {draft.environment.get("setting"), draft.environment.get("hint")} & STREETS:
        why = "out of doors a moderate wide angle shows what is around"
    focal = min(focal, PANED_LENS) if _before_panes(draft) else focal
    said = []
    if "focal_length" not in camera:
        camera["focal_length"] = 100.0 if camera.get("framing") == "macro" else 50.0 if camera.get("angle") == "overhead" else focal
        said.append(f"{camera['focal_length']:g}mm")
    if "f_number" not in camera:
        seen = [s for s in draft.subjects if s.becomes is None]
        led = bool(seen) and seen[0].category == "animal" and seen[0].length <= TINY  # an ant on a leaf: the lens is near the ant
        close = camera.get("framing") == "macro" or led or bool(draft.subjects) and all(s.length <= TINY for s in seen)
        camera["f_number"] = (
            (4.0 if close else 1.8)
            if draft.depth == "shallow"
            else 16.0 if close
            else 11.0 if draft.depth == "deep"
            else 8.0 if camera.get("angle") == "overhead"
            else max(stop, 11.0 if sum(bool(s.labels) for s in draft.subjects) > 1 else 8.0) if any(s.labels for s in draft.subjects)  # to be read
            else max(stop, PANES) if not PANED.isdisjoint(draft.features)
            else stop
        )
        said.append(f"f/{camera['f_number']:g}")
    if said:
        draft.say("note", "assumed-camera", f"{' at '.join(said)}: {why}", None, "say your own: '85mm f/1.8', '24mm f/8'")
    camera.setdefault("framing", _framing(draft))
    people = [s for s in draft.subjects if s.category == "person" and s.becomes is None]
    alone = sum(s.count for s in people) == 1 and all(_near(s) for s in draft.subjects if s.becomes is None)
    if "aspect" not in camera and alone and draft.genre == "portrait":
        camera["aspect"] = {"close_up": (4, 5), "medium_close": (4, 5), "medium": (4, 5), "full": (2, 3)}.get(camera["framing"], (3, 2))
    elif "aspect" not in camera and (upright := _upright(draft)):
        camera["aspect"] = upright
        told = f"upright, {upright[0]}:{upright[1]}: what is to be read stands on an upright page"
        draft.say("note", "assumed-aspect", told, None, "say your own: '3:2', '16:9', 'square'")
    camera.setdefault("angle", _angle(draft))


UPRIGHT = 1.2
"""Of its width, how high a page is of which the picture is upright."""


def _upright(draft: Draft) -> tuple[int, int] | None:
    """The frame of a picture whose first thing is the only one that bears words, on an upright page: the letters are larger in it."""
    things = [s for s in draft.subjects if s.becomes is None]
    if not things or not things[0].labels or things[0].count > 1 or any(s.labels for s in things[1:]):
        return None
    told = things[0].labels[0].template or template_of(things[0].noun, things[0].thing)
    wide, high = TEMPLATES[told].size
    return None if told == "page" or high < UPRIGHT * wide else (2, 3) if high > 1.8 * wide and len(things) == 1 else (4, 5)


HAND_HELD = 1.2
"""Metres: what is no larger is lost in a landscape unless the camera goes near."""
LED = 4.0
"""The picture's first thing leads it where the largest is so many times as long."""


VIEWS = frozenset(("waves", "lake", "mountains", "hills", "buildings", "trees", "rain_on_window", "city", "garden", "street", "rooftops"))
"""What a window can look out on."""


WHOLE_BODY = frozenset(("digging", "sweeping", "chopping", "boxing", "crawling", "meditating"))
"""What is done with the whole body, or with what reaches the ground."""


def _seen_whole(traits: dict) -> bool:
    return bool(WHOLE_BODY & {traits.get("posture"), *(a["deed"] for a in traits.get("actions") or ())})


def _framing(draft: Draft) -> str:
    subjects = [s for s in draft.subjects if s.becomes is None]
    if draft.room_leads:
        furnished = any(s.category == "furniture" for s in subjects)
        return "full" if furnished and sum(s.category != "furniture" for s in subjects) > 1 else "wide"  # with things to be seen in it, nearer
    if draft.environment.get("setting") == "windowsill" and VIEWS & set(draft.features):
        return "wide"  # what lies outside is to be seen
    people = [s for s in subjects if s.category == "person"]
    among_green = draft.environment.get("setting") in ("garden", "park", "meadow", "forest") and bool(people)
    if _in_a_shops_window(draft) and subjects and max(s.length for s in subjects) <= HAND_HELD:
        return "establishing" if len(subjects) == 1 and subjects[0].count == 1 and subjects[0].length <= CLOSE else "wide"
    if _seen_in_its_place(draft, subjects):
        return "establishing" if draft.environment["setting"] in BEFORE and subjects[0].length <= CLOSE else "wide"
    if draft.genre == "landscape" and subjects and _lost_in_it(draft, subjects):
        return "full"
    if draft.genre == "landscape" and not among_green or not subjects:
        return "wide"
    if people and (told := framed_as(draft.prompt)):
        return told
    if any(_seen_whole(s.traits or {}) for s in people):
        return "full"
    furnished = any(s.category in ("furniture", "vehicle") for s in subjects)
    beasts = [s for s in subjects if s.category == "animal"]
    if beasts and not people and not furnished:  # of an animal it is the head too
        if told := framed_as(draft.prompt) or faced(draft.prompt):
            return told
        if draft.genre == "portrait" and draft.genre_said and sum(s.count for s in beasts) <= 2:
            return "medium_close"
    sat = draft.genre == "portrait" and draft.genre_said and sum(s.count for s in people) == 1 and not furnished
    if sat or len(subjects) == 1 and _of_the_face(draft, subjects[0]):
        return "medium_close"  # a portrait is of a face
    if people and any(s.labels and s.category == "clothing" for s in draft.subjects):
        return "medium"  # what is on the chest is to be read
    few = 1 <= sum(s.count for s in people) <= 4 and all(_near(s) or _handled(s, people) for s in subjects)
    if few and (draft.genre in ("portrait", "street", "interior") or among_green) and not _moving(subjects):
        return "medium"  # people are looked at in the face
    return {"interior": "full", "portrait": "full", "architecture": "wide", "vehicle": "full", "street": "full", "wildlife": "full"}.get(
        draft.genre, "medium"
    )


OF_THE_FACE = frozenset(("expression", "skin", "hair", "facial_hair", "eye_colour", "eyes", "gaze"))
"""What is told of somebody that a face shows; years, sex and where they come from it shows as well as a whole figure does."""
OF_ANY_SIZE = OF_THE_FACE | {"age", "sex", "ancestry"}


def _of_the_face(draft: Draft, subject: SubjectDraft) -> bool:
    """True of one person of whom nothing is told but what their face shows, nowhere in particular."""
    told = {path.split(".")[0] for path, value in (subject.traits or {}).items() if value not in (None, [], ())}
    alone = subject.category == "person" and subject.count == 1 and not draft.relations and not subject.states and not draft.features
    return alone and bool(told & OF_THE_FACE) and told <= OF_ANY_SIZE and not draft.place_spans


CLOSE = 0.6
"""Metres: of what is no larger, a picture that it fills shows nothing of its place."""


def _in_a_shops_window(draft: Draft) -> bool:
    return draft.environment.get("setting") == "shop_front" and draft.environment.get("ground_shape") == "sill"


def _seen_in_its_place(draft: Draft, subjects: list[SubjectDraft]) -> bool:
    """True of one thing that is said to be somewhere out of doors: "a suitcase on a railway platform" shows the platform."""
    if len(subjects) != 1 or subjects[0].count > 1 or subjects[0].labels or subjects[0].category in ("person", "animal", "building"):
        return False
    if not draft.place_spans:
        return False
    outside = draft.environment["setting"] not in INDOORS | {"brick_wall"}
    return outside and draft.genre in ("street", "landscape", "vehicle") or draft.environment["setting"] in places(SettingTag.HALL)


def _lost_in_it(draft: Draft, subjects: list[SubjectDraft]) -> bool:
    """True of what a landscape would swallow: small things, a few houses in a row, a wheelbarrow before the barn that it is told to stand by."""
    first, longest = subjects[0], max(s.length for s in subjects)
    led = first.length <= max(HAND_HELD, longest / LED) and _all_tied(draft, subjects)
    return longest <= HAND_HELD or led or all("arranged" in s.states for s in subjects)


def _all_tied(draft: Draft, subjects: list[SubjectDraft]) -> bool:
    """True if the first thing is told to be at, under or by each of the others, or they at it."""
    tied = [[*r.subjects, *r.objects] for r in draft.relations]
    return all(any(subjects[0] in ends and other in ends for ends in tied) for other in subjects[1:])


PORTRAITS = {
    "medium_close": ("headshot", "head shot", "head and shoulders", "head-and-shoulders", "bust"),
    "medium": ("half-length", "half length", "waist-up", "waist up", "upper body"),
    "full": ("full-length", "full length", "full body", "full-body", "head to toe"),
}
"""How much of a person the words of portraits show, wherever they stand in the sentence."""


def framed_as(prompt: str) -> str | None:
    low = prompt.lower()
    return next((framing for framing, words in PORTRAITS.items() if any(word in low for word in words)), None)


FACED = re.compile(r"\b(?:face|head|eyes) of (?:an?|the|this|his|her|my|our)\b|\w['’]s (?:face|head)\b(?! (?:is|turn|down|up|on|in|held))")
"""Words that tell of the face or the head of something: "the face of a tiger", "a lion's head"."""


def faced(prompt: str) -> str | None:
    """A close-up, where the words tell of a face or a head."""
    return "close_up" if FACED.search(prompt.lower()) else None


WHOLE_FIGURE = frozenset(
    ("walking", "running", "jumping", "dancing", "climbing", "swimming", "floating", "lying", "kneeling", "crouching", "riding", "bending")
)
"""Postures that are told by the legs."""
BELOW_THE_KNEE = frozenset(("dress", "skirt", "gown", "shoes", "boots", "trainers", "jeans", "trousers", "shorts", "coat"))
"""What is worn where a half-length does not show it; a suit is known by its jacket."""
FROM_THE_WAIST = frozenset(("apron", "pinafore"))
"""What goes for a dress and is known by its upper half."""


def _near(subject: SubjectDraft) -> bool:
    """A person, or what may lie by one at arm's length: the rest asks for the whole figure."""
    small = subject.length <= 0.6 or subject.thing in ("table", "desk", "chair", "window", "counter")
    return small or subject.category == "person" or subject.worn_by is not None or subject.implied


HANDLED, BY_HAND = 1.1, frozenset(("playing", "cooking", "cutting", "pouring", "reading", "painting", "serving", "knitting"))
"""Metres up to which what hands are at is seen with who does it, from the waist up; the deeds that are done so (what is held up may reach over the head)."""


def _handled(subject: SubjectDraft, people: list[SubjectDraft]) -> bool:
    """True of what somebody's hands hold or are at: a guitar, a pot on the stove."""
    deeds = (a for p in people for a in (p.traits or {}).get("actions") or () if a["deed"] in BY_HAND)
    return subject.category not in ("animal", "vehicle") and subject.length <= HANDLED and any(o is subject for a in deeds for o in a["objects"])


def _moving(subjects: list[SubjectDraft]) -> bool:
    """True where what they do or wear is told below the waist."""
    people = [s for s in subjects if s.category == "person"]
    told = [s.traits or {} for s in people]
    worn = {word for s in subjects if s.worn_by is not None and s.noun not in FROM_THE_WAIST for word in (s.thing, *s.noun.split())}
    return any(t.get("posture") in WHOLE_FIGURE for t in told) or bool(worn & BELOW_THE_KNEE) or any(set(s.states) & WHOLE_FIGURE for s in people)


LAID = tagged(Tag.LAID)
"""What lies flat where it has nothing to lean on: it is seen from above, from the side it is a line."""
LIE_FLAT = tagged(Tag.LIES_FLAT)
"""Things whose text faces the sky: it is read from above."""


FACE_UP = tagged(Tag.FACE_UP)
"""Flat things that are told by their upper face."""


def _stands(subject: SubjectDraft) -> bool:
    """Whether what it bears is set on a card that stands, or on a panel."""
    made = TEMPLATES[subject.labels[0].template or template_of(subject.noun, subject.thing)]
    return made.stands or made.post


BOARD = 1.2
"""Metres: a shelf or a box that is no longer does not keep the camera from looking down into what is on it."""


def _before_panes(draft: Draft) -> bool:
    """True of things on a table before a window of which the words tell what is on its panes: who looks down on the table sees no window."""
    return draft.environment.get("setting") == "tabletop" and not PANED.isdisjoint(draft.features)


def _angle(draft: Draft) -> str:
    if _before_panes(draft):
        return "eye_level"
    laid = {id(s) for r in draft.relations if r.kind == "on" for s in r.subjects if s.thing in LAID or "lying" in s.states}
    if any(id(s) in laid and s.category not in ("person", "animal") for s in draft.subjects):
        return "high"
    if any(s.thing in FACE_UP for s in draft.subjects[:1] if s.becomes is None):
        return "high"
    written = [s for s in draft.subjects if s.becomes is None and s.labels]
    if any(s.thing in LIE_FLAT and not _stands(s) for s in written):
        return "high"
    longest = max((s.length for s in draft.subjects if s.becomes is None), default=10.0)
    bearing = {id(o) for r in draft.relations if r.kind == "on" for o in r.objects if isinstance(o, SubjectDraft) and o.length <= BOARD}
    small = all(s.length <= SMALL or id(s) in bearing for s in draft.subjects if s.becomes is None)
    if small and any(r.kind == "in" and isinstance(o, SubjectDraft) for r in draft.relations for o in r.objects):
        return "slightly_high"  # one looks down into what holds something
    laden = {id(o) for r in draft.relations if r.kind == "on" for s in r.subjects for o in r.objects if isinstance(o, SubjectDraft) and s.length < 0.6 * o.length and s.category not in ("person", "animal")}
    if any(id(s) in laden and s.thing in TABLE_TOPS for s in draft.subjects):
        return "slightly_high"  # one looks down on a table that bears something
    return "eye_level" if longest > 0.9 or draft.genre in ("wildlife", "landscape", "interior", "street", "architecture") else "slightly_high"
