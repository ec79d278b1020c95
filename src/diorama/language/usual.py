"""Where things are usually met, when the words name no place: one rule a kind of picture, the most telling first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diorama.language.draft import Draft, SubjectDraft
from diorama.language.gather import SMALL
from diorama.language.lexicon import lexicon
from diorama.language.places import INDOORS
from diorama.language.tokens import scan
from diorama_catalogue import Tag, role, settings, tagged, thing
from diorama_catalogue.animals import met_in
from diorama_catalogue.plurals import plural

HUGE = 2.6
"""Metres: what is longer stands in the open."""
OPEN = {"asphalt": "street", "cobblestone": "street", "sand": "beach", "snow": "snow_field", "grass": "park", "soil": "garden"}
"""Grounds that are found out of doors, and where."""
PETS = frozenset(("dog", "cat", "puppy", "kitten", "pigeon", "labrador", "poodle"))
"""Animals that one meets in a street."""


def _met(draft: Draft) -> str | None:
    """The setting in which the living animals of the picture are met, unless what else is there belongs in a room."""
    subjects = [s for s in draft.subjects if s.becomes is None and s.worn_by is None]
    alive = [s for s in subjects if s.category == "animal" and s.traits is not None]
    held = _in_mouths(draft, alive)
    others = {s.category for s in subjects if not any(s is a for a in [*alive, *held])}
    if (borne := _of_what_bears(draft, alive)) is not None:
        return borne
    if not alive or others - {"plant", "street", "person", "vehicle", "building", "animal", "wear", "food"} or draft.ground.material is not None:
        return None
    home = _where_shown(met_in(alive[0].noun), draft.features)
    return None if home in INDOORS and others & {"vehicle", "building", "street"} else home


BEARS_THEM = 10.0
"""Metres: what animals are on that is so large says where they are."""


def _of_what_bears(draft: Draft, alive: list[SubjectDraft]) -> str | None:
    """ "Penguins on an iceberg": where that is met."""
    under = [r.objects[0] for r in draft.relations if r.kind in ("on", "in") and any(s is a for s in r.subjects for a in alive)]
    return next((home for o in under if isinstance(o, SubjectDraft) and o.length >= BEARS_THEM and (home := thing(o.thing).home)), None)


GRASSLAND = "meadow"
"""Where the ground is open and grown with what may be told of ("a tiger in tall grass")."""


def _where_shown(home: str | None, features: list[str]) -> str | None:
    """Where an animal is met, or the grassland where what is told of the place is to be seen there and not at its home."""
    told = set(features)
    hidden = home is not None and home not in INDOORS and told - set(settings()[home].shows)
    return GRASSLAND if hidden and told <= set(settings()[GRASSLAND].shows) else home


def _in_mouths(draft: Draft, alive: list[SubjectDraft]) -> list[SubjectDraft]:
    """What animals carry: it says nothing of where they are."""
    borne = [o for a in alive for d in (a.traits or {}).get("deeds", ()) if d["deed"] in ("carrying", "holding") for o in d["objects"]]
    held = [o for r in draft.relations if r.kind == "holding" and any(s is a for s in r.subjects for a in alive) for o in r.objects]
    return [o for o in (*borne, *held) if isinstance(o, SubjectDraft)]


LIVESTOCK = 1.4
"""Metres: an animal that is longer is not met among furniture."""


def _room_of(noun: str) -> str | None:
    """ "a café table", "kitchen chairs": the place that a piece of furniture is named after."""
    words = tuple(token.norm for token in scan(noun))
    entries = lexicon().words.get(words[0], ()) if len(words) > 1 else ()
    return next((s.key for entry, senses in entries if entry == words[:1] for s in senses if s.kind == "setting"), None)


Choice = tuple[str, str]
"""A setting, and why: "for a train"."""
SHOWN = {
    "aurora": "snow_field", "rainbow_in_sky": "meadow", "shooting_star": "lake", "comet": "mountains",
    "rain_on_window": "windowsill", "hills": "meadow", "mountains": "mountains", "waves": "sea",
    "stars": "sky", "moon": "sky", "clouds": "sky",
    "trees": "forest", "flowers": "meadow", "buildings": "street", "window": "plain_room", "puddles": "street",
}  # fmt: skip
"""Where a feature is seen when nothing else is there, the most telling feature first."""


@dataclass(frozen=True)
class Seen:
    """What is in the picture, for the choice of its setting."""

    draft: Draft
    subjects: list[SubjectDraft]
    models: list[SubjectDraft]
    """Those much smaller than life: a toy train runs in a room."""
    categories: frozenset[str]
    longest: float
    """Metres, of the largest."""

    @property
    def weather(self) -> str:
        return self.draft.environment.get("weather", "clear")

    def of(self, *categories: str) -> bool:
        return not self.categories.isdisjoint(categories)

    def at_home(self, *categories: str) -> Choice | None:
        """Where the first of these categories is met that has a place of its own."""
        found = ((s, thing(s.thing).home) for s in self.subjects if s.category in categories and s not in self.models)
        return next(((home, f"for a {s.noun}") for s, home in found if home), None)


def what_is_seen(draft: Draft) -> Seen:
    vessels = (r for r in draft.relations if r.kind == "in" and getattr(r.objects[0], "category", "") == "tableware")
    within = {id(s) for r in vessels for s in r.subjects}
    subjects = [s for s in draft.subjects if s.becomes is None and id(s) not in within]  # a boat in a cup is met where cups are
    models = [s for s in subjects if s.size.get("scale", 1.0) < 0.2]
    longest = max((s.length * (s.size["scale"] if s in models else 1.0) for s in subjects), default=0)
    return Seen(draft, subjects, models, frozenset(s.category for s in subjects if s not in models), longest)


def _on_its_ground(seen: Seen) -> Choice | None:
    ground = seen.draft.ground.material
    if ground == "ice" and (any(met_in(s.noun) == "snow_field" for s in seen.subjects) or seen.of("person", "vehicle", "building") or seen.longest > LIVESTOCK):
        return "snow_field", "for a ground of ice"
    if ground in OPEN and seen.subjects:
        return OPEN[ground], f"for a ground of {ground}"
    if ground is not None and seen.longest <= SMALL:
        return ("studio", "as a product is shot") if seen.draft.genre == "product" else ("tabletop", "for small things on a surface")
    return None


SAND = re.compile(r"\b(?:on|in|across|along) (?:the )?(?:wet |white |warm |soft |fine |golden )*sand\b", re.I)


def _on_its_sand(seen: Seen) -> Choice | None:
    """ "Shells on the sand": sand that is told of as a part of the place."""
    hit = SAND.search(seen.draft.prompt)
    return ("beach", "for the sand") if hit and seen.subjects else None


def _of_nothing(seen: Seen) -> Choice | None:
    if seen.subjects:
        return None
    shown = next(((setting, f"for {feature}") for feature, setting in SHOWN.items() if feature in seen.draft.features), None)
    return shown or (("meadow", "for a picture of light alone") if seen.draft.times else ("studio", "for nothing that needs another"))


def _in_heaven(seen: Seen) -> Choice | None:
    heavenly = [s for s in seen.subjects if Tag.CELESTIAL in thing(s.thing).tags]
    return ("space", f"for the {heavenly[0].noun.removeprefix('the ')}") if heavenly and len(heavenly) == len(seen.subjects) else None


def _by_a_fire(seen: Seen) -> Choice | None:
    fires = (record for s in seen.subjects if (record := thing(s.thing)).light == "fire")
    return next(((record.home, "for a fire") for record in fires if record.home), None)


def _by_the_fireside(seen: Seen) -> Choice | None:
    """A dog that sleeps by the fire lies before a hearth."""
    fire = any(x.values.get("source") == "fire" for x in seen.draft.lights)
    pets = [s for s in seen.subjects if s.category == "animal" and s.noun.split()[-1] in PETS]
    return ("living_room", f"for a {pets[0].noun} by a fire") if fire and pets and len(pets) == len(seen.subjects) else None


AFLOAT = frozenset(("sea", "underwater", "lake", "beach", "river"))
"""Where those that live there are met among waves."""


FARMS = frozenset(("barn", "farm", "farmhouse", "stable", "byre"))


def _where_met(seen: Seen) -> Choice | None:
    home = _met(seen.draft)
    if home and home not in AFLOAT and "waves" in seen.draft.features and len(seen.categories) == 1:
        return "beach", f"for {next(s.noun for s in seen.subjects if s.category == 'animal')}s in the waves"
    if home == "park" and any(s.noun.split()[-1] in FARMS for s in seen.subjects):
        return "meadow", "for animals on a farm"
    if home and not (home in ("living_room", "park") and seen.weather != "clear"):
        return home, f"where {plural(next(s.noun for s in seen.subjects if s.category == 'animal'))} are met"
    return None


def _by_the_hearth(seen: Seen) -> Choice | None:
    return ("living_room", "for a fireplace") if "fireplace" in seen.draft.features else None


def _as_figures(seen: Seen) -> Choice | None:
    """Animals of glass, wood or paper, alone, are shown as a sculpture is: they graze nowhere."""
    made = seen.categories == {"animal"} and all(s.traits is None for s in seen.subjects)
    return ("studio", "as a figure is shown") if made and seen.weather == "clear" and not seen.draft.times else None


def _by_a_window(seen: Seen) -> Choice | None:
    return ("living_room", "for furniture by a window") if "window" in seen.draft.features and seen.of("furniture") else None


def _in_the_country(seen: Seen) -> Choice | None:
    country = seen.of("vehicle") and any(s.thing in tagged(Tag.HOMESTEAD) for s in seen.subjects)
    return ("meadow", "for a house in the country") if country else None


def _in_the_weather(seen: Seen) -> Choice | None:
    if seen.of("person") and (met := at_their_work(seen)) is not None:
        return met
    airy = seen.weather in ("dust", "haze", "mist") and seen.longest <= SMALL  # flour in the air of a bakery
    if (airy or seen.weather == "clear") and not seen.draft.environment.get("wetness"):
        return None
    if seen.categories == {"plant"}:
        return "garden", "for plants in this weather"
    if "window" in seen.draft.features and seen.categories <= {"animal", "person"}:
        return "living_room", "for who looks out at the weather"
    if seen.categories and seen.categories <= {"animal", "plant"}:
        pets = all(s.noun.split()[-1] in PETS for s in seen.subjects if s.category == "animal")
        return "street" if pets else "meadow", "for animals out in this weather"
    return _on_the_road(seen) or _in_the_open(seen) or seen.at_home(*seen.categories) or ("street", "for a picture out in this weather")


def _on_the_road(seen: Seen) -> Choice | None:
    if not seen.of("vehicle", "street"):
        return None
    afloat = {s.thing for s in seen.subjects if thing(s.thing).home == "sea"}
    if afloat and any(r.kind == "under" and getattr(o, "thing", None) in afloat for r in seen.draft.relations for o in r.objects):
        return "beach", "for a boat that something is under"
    if afloat:
        return "sea", "for what belongs on water"
    if any(s.category == "plant" and s.length > HUGE for s in seen.subjects) and all(s.length <= HUGE for s in seen.subjects if s.category != "plant"):
        return "park", "for a tree"
    home = seen.at_home("vehicle", "street", "tool") or ("street", "for what belongs on the street")
    across = home[0] == "railway_platform" and any(s.thing in tagged(Tag.SPANS) for s in seen.subjects)
    return ("meadow", "for a railway that crosses a valley") if across else home


def _in_the_open(seen: Seen) -> Choice | None:
    if home := seen.at_home("figure"):
        return home
    if seen.of("building") or seen.longest > HUGE:
        return seen.at_home("building") or ("meadow", "for what stands in the open")
    grazing = any(s.category == "animal" and s not in seen.models and s.length > LIVESTOCK for s in seen.subjects)
    return ("meadow", "for large animals") if grazing else None


GRAND = 1.3
"""Metres: an instrument that is longer stays in its room."""


def _among_furniture(seen: Seen) -> Choice | None:
    grand = seen.of("furniture") and any(s.category == "instrument" and s.length > GRAND for s in seen.subjects)
    if grand and not seen.of("plant", "street", "vehicle", "building"):
        return "living_room", "for an instrument"  # the bench beside a piano is in no park
    home = seen.at_home("furniture")
    if home:
        return home
    if not seen.of("furniture") or seen.longest <= SMALL:
        return None
    room = next((room for s in seen.subjects if s.category == "furniture" and (room := _room_of(s.noun))), None)
    return (room, "as its furniture is named after it") if room else ("living_room" if seen.longest > 0.9 else "plain_room", "for furniture")


def _in_puddles(seen: Seen) -> Choice | None:
    return ("street", "for puddles") if "puddles" in seen.draft.features and seen.subjects else None


def at_their_work(seen: Seen) -> Choice | None:
    """A baker is met in a bakery; a portrait shows nobody's place of work, and what is told of the weather nothing indoors."""
    homes = ((s.noun, role((s.traits or {}).get("role")).home) for s in seen.subjects if s.category == "person")
    outside = seen.weather != "clear"
    met = next(((home, f"where one meets a {noun}") for noun, home in homes if home and not (outside and home in INDOORS)), None)
    return None if seen.draft.genre_said else met


def _on_a_rock(seen: Seen) -> bool:
    """ "A woman rests on a rock", "leans on a tree": what grows or lies in the open, and in no pot."""
    told = (o for r in seen.draft.relations if r.kind in ("on", "under", "leaning_on", "hanging_from", "behind", "beside") for o in r.objects)
    grown = (o for o in told if isinstance(o, SubjectDraft) and o.category == "plant" and o.length >= 0.25)
    return any(not thing(o.thing).tags & {Tag.POTTED, Tag.CUT_FLOWER} for o in grown)


OUT_OF_DOORS = frozenset(("kicking",))


def _of_the_living(seen: Seen) -> Choice | None:
    if seen.of("person") and any("blackboard" in thing(s.thing).named(s.noun) for s in seen.subjects):
        return "classroom", "for a blackboard"
    if seen.longest <= SMALL:
        return None
    if seen.of("animal") and seen.of("instrument"):
        return "living_room", "for an instrument"
    beasts = [s for s in seen.subjects if s.category == "animal" and s not in seen.models]
    if beasts and not (seen.of("person") and all(s.length <= LIVESTOCK for s in beasts)):
        return "meadow", "for large animals"
    if seen.of("person"):
        if beasts and (home := met_in(beasts[0].noun)) is not None:
            return home, f"where one meets a {beasts[0].noun}"
        if (met := at_their_work(seen)) is not None:
            return met
        if any(d["deed"] in OUT_OF_DOORS for s in seen.subjects if s.category == "person" for d in (s.traits or {}).get("actions", ())):
            return "sports_field", "for what is played out of doors"
        if {"stars", "moon"} & set(seen.draft.features):
            return "meadow", "for people under the stars"
        if (home := seen.at_home("tool")) is not None or _on_a_rock(seen):
            return home or ("meadow", "for what lies in the open")
        fire = any(x.values.get("source") == "fire" for x in seen.draft.lights)
        return ("forest", "for a fire out of doors") if fire else ("plain_room", "for a person")
    return None


OUTDOOR_GEAR = 0.2
"""Metres: what is as long and on a rock or under a tree was left there; a ring is photographed on a stone."""


def _of_things(seen: Seen) -> Choice:
    draft = seen.draft
    if home := seen.at_home(*seen.categories):
        return home
    if seen.longest > SMALL:
        return "plain_room", "for things of this size"
    if "rain_on_window" in draft.features:
        return "windowsill", "for a rainy window"
    daylight = draft.times or any(x.values.get("source") in ("sun", "window", "candle", "lamp", "fire") for x in draft.lights)
    if _on_a_rock(seen) and draft.genre != "product" and any(OUTDOOR_GEAR <= s.length and s.category != "plant" for s in seen.subjects):
        return "meadow", "for what lies in the open"
    placed = any(r.kind != "above" or r.objects != ["ground"] for r in draft.relations)
    alone = len(seen.subjects) == 1 and not placed and not daylight
    if draft.genre == "product" or any(s.thing == "plinth" for s in seen.subjects) or alone:
        return "studio", "as a product is shot"
    return "tabletop", "for small things"


USUAL = (
    _on_its_ground, _on_its_sand, _of_nothing, _in_heaven, _by_a_fire, _by_the_hearth, _in_puddles, _by_the_fireside, _where_met,
    _as_figures, _by_a_window, _in_the_country, _in_the_weather, _on_the_road, _in_the_open, _among_furniture, _of_the_living,
)  # fmt: skip
"""What tells of the setting, the most telling first."""


def usual_setting(draft: Draft) -> Choice:
    seen = what_is_seen(draft)
    return next((choice for rule in USUAL if (choice := rule(seen)) is not None), None) or _of_things(seen)
