"""The lens, the framing and the angle that are taken where the words say none."""

from __future__ import annotations

import re

from diorama.language.draft import Draft, SubjectDraft
from diorama.language.gather import SMALL, TABLE_TOPS
from diorama.language.insides import BEFORE
from diorama.scene import INDOORS
from diorama.typeset import TEMPLATES, template_of
from diorama_catalogue import SettingTag, Tag, places, tagged

LENS = {
    # genre: focal length, f-number, why
    "product": (90.0, 5.6, "a product is shot long, to keep its shape, and stopped down, to be sharp"),
    "still_life": (70.0, 2.8, "a still life takes a longish lens"),
    "landscape": (28.0, 8.0, "a landscape takes a wide lens, stopped down"), "interior": (28.0, 5.6, "an interior takes a wide lens"),
    "portrait": (85.0, 2.0, "people are taken with a short telephoto"), "street": (35.0, 5.6, "the street takes a moderate wide angle"),
    "architecture": (28.0, 8.0, "buildings take a wide lens"), "wildlife": (135.0, 4.0, "animals are shot from afar"),
    "vehicle": (50.0, 5.6, "a normal lens keeps a vehicle's lines"),
}  # fmt: skip


PANED, PANES = frozenset(("rain_on_window", "raindrops")), 5.6
"""What is asked to be seen on a window behind the subject, and the f-number that leaves it to be seen."""
PANED_LENS = 40.0
"""Millimetres: a lens that shows the window as well as what is on the table before it."""
TINY = 0.04
"""Metres: so near a thing of this size, a wide aperture leaves nothing of it sharp."""
STREETS = frozenset(("street", "shop_front", "alley"))


def lens(draft: Draft) -> None:
    camera = draft.camera
    focal, stop, why = LENS[draft.genre]
    if draft.genre == "street" and not {draft.environment.get("setting"), draft.environment.get("hint")} & STREETS:
        indoors = draft.environment.get("setting", draft.environment.get("hint")) in INDOORS
        why = f"{'indoors' if indoors else 'out of doors'} a moderate wide angle shows what is around"
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
    if in_a_shops_window(draft) and subjects and max(s.length for s in subjects) <= HAND_HELD:
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
        draft.genre or "", "medium"
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


def in_a_shops_window(draft: Draft) -> bool:
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


NIGHT_SKY = frozenset(("stars", "shooting_star", "comet"))
"""What is small in the sky, and high: mountains would hide it from a level lens."""


def _angle(draft: Draft) -> str:
    if _before_panes(draft):
        return "eye_level"
    if draft.genre == "landscape" and NIGHT_SKY & set(draft.features) and not any(s.becomes is None for s in draft.subjects):
        return "low"  # half of the frame is for the sky
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
