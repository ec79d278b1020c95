"""Where things are, when the words leave it open: tables that become the ground, the usual setting, what stands on what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.gather import SMALL, TABLE_TOPS
from diorama.language.lexicon import lexicon
from diorama.language.places import INDOORS, ROOMS
from diorama.language.surfaces import is_cloth
from diorama.language.tokens import scan
from diorama_catalogue import SettingTag, Tag, places, role, settings, tagged, thing
from diorama_catalogue.animals import met_in
from diorama_catalogue.plurals import plural

HUGE = 2.6
SPREAD = frozenset(("tablecloth", "table cloth"))
TABLES = frozenset((*TABLE_TOPS, "table", "bistro_table"))
OPEN = {"asphalt": "street", "cobblestone": "street", "sand": "beach", "snow": "snow_field", "grass": "park", "soil": "garden"}
"""Grounds that are found out of doors, and where."""


def surfaces(draft: Draft) -> None:
    """A table that small things stand on is the ground of a tabletop; so is a cloth."""
    if draft.room_leads or draft.camera.get("framing") == "establishing" and draft.environment.get("setting") in ROOMS:
        return  # where the room is seen, its tables are furniture
    laid = _laid(draft)
    resting = {id(r.objects[0]): r for r in draft.relations if r.kind in ("on", "stacked_on") and isinstance(r.objects[0], SubjectDraft)}
    for subject in list(draft.subjects):
        if id(subject) not in resting or not subject.object_only or subject.count > 1:
            continue
        others = [s for s in draft.subjects if s is not subject and s.becomes is None and laid.get(id(s)) is not subject]
        if is_cloth(subject) or subject.thing in TABLE_TOPS and subject.noun not in ("picnic table",):
            if all(s.length <= SMALL for s in others) and others and not _placed_otherwise(draft, subject):
                _become_ground(draft, subject)
                for cloth in [s for s in draft.subjects if laid.get(id(s)) is subject]:
                    _become_ground(draft, cloth)
    for cloth in [s for s in draft.subjects if id(s) in laid and s.becomes is None]:
        _dressed(draft, laid[id(cloth)], cloth)


def _laid(draft: Draft) -> dict[int, SubjectDraft]:
    """Cloths that lie on tables: "a table with a tablecloth" has it on it. id(cloth) → table."""
    out = {}
    for relation in (r for r in draft.relations if r.kind in ("with", "on") and r.subjects and r.objects):
        table, cloth = relation.subjects[0], relation.objects[0]
        if relation.kind == "on" and isinstance(cloth, SubjectDraft) and relation.atom is not None and relation.atom.norm == "with":
            table, cloth = cloth, table
        if isinstance(cloth, SubjectDraft) and cloth.noun in SPREAD and table.thing in TABLES:
            relation.subjects, relation.kind, relation.objects = [cloth], "on", [table]
            out[id(cloth)] = table
    return out


def _dressed(draft: Draft, table: SubjectDraft, cloth: SubjectDraft) -> None:
    """A table that stays furniture has its cloth as a part of its own, in the cloth's look."""
    told = list(draft.told.get(id(cloth), ()))
    draft.take_out(cloth)
    table.states.append("laid")
    table.parts["cloth"] = cloth.surface
    for effect in told:
        effect.owner = table
        effect.path, effect.value = (f"parts.cloth.{effect.path}", effect.value) if effect.path.startswith("surface.") else ("states", "laid")


BEYOND = ("window", "wall", "background")
"""What is behind every table in a room, whether or not the words say so."""


def _placed_otherwise(draft: Draft, subject: SubjectDraft) -> bool:
    """True if something stands to the table in a way that a ground cannot be stood to."""
    own = [r for r in draft.relations if subject in r.subjects and not (r.objects and all(isinstance(o, str) and o in BEYOND for o in r.objects))]
    borne = [r for r in draft.relations if subject in r.objects]
    return any(r.kind not in ("on", "in") for r in own) or any(r.kind not in ("on", "stacked_on", "in", "above") for r in borne)


def _become_ground(draft: Draft, subject: SubjectDraft) -> None:
    cloth = is_cloth(subject)
    subject.becomes = "environment.ground"
    draft.given.add("environment")
    surface, ground = subject.surface, draft.ground
    ground.material = surface.material or ground.material or ("linen" if cloth else None)
    ground.colours, ground.pattern = surface.colours or ground.colours, surface.pattern or ground.pattern
    ground.finish = surface.finish or ground.finish
    if not cloth and {"rustic", "old", "antique", "vintage", "farmhouse style"} & set(subject.attributes):
        _worn(draft, subject)
    draft.environment.setdefault("setting", draft.environment.get("hint") or "tabletop")
    draft.environment["ground_shape"] = "table"
    if cloth:
        draft.features.append("tablecloth")
        draft.note_of(subject, Effect("environment.features", "tablecloth"))
    draft.note_of(subject, Effect("environment.ground_shape", "table"))
    for relation in draft.relations:
        relation.objects = ["ground" if o is subject else o for o in relation.objects]
    draft.relations = [r for r in draft.relations if subject not in r.subjects]


def _worn(draft: Draft, subject: SubjectDraft) -> None:
    """ "a rustic table": wood that has been used."""
    ground = draft.ground
    ground.material = ground.material or "wood"
    ground.finish = [*ground.finish, "worn"]
    for effect in draft.told.get(id(subject), ()):
        if effect.path == "attributes":
            effect.path, effect.value = "surface.finish", "worn"


def _hearth(draft: Draft) -> None:
    """A fire in a room burns in a fireplace, unless something that burns is told of."""
    shown = "fireplace" in settings()[draft.environment["setting"]].shows and "fireplace" not in draft.features
    burning = any(thing(s.thing).light == "fire" for s in draft.subjects)
    if shown and not burning and any(x.values.get("source") == "fire" for x in draft.lights):
        draft.features.append("fireplace")


ON_FLOORS = tagged(Tag.ON_FLOORS)
"""Small things that are as much at home on the floor."""


def _doors(draft: Draft) -> None:
    """A door that is said to be nowhere is in a wall: of a house where what is with it belongs out of doors, else of a room."""
    placed = {id(s) for r in draft.relations if r.kind in ("on", "in", "hanging_from", "leaning_on", "against") for s in r.subjects}
    doors = [s for s in draft.subjects if s.thing == "door" and s.becomes is None and id(s) not in placed]
    environment = draft.environment
    known = environment.get("setting") or environment.get("hint")
    if not doors or known not in (None, "brick_wall", "plain_room", *INDOORS):
        return
    for door in doors:
        draft.note_of(door, Effect("relations", draft.relate([door], "on", ["wall"])))
    if known is None:
        wet = environment.get("weather", "clear") not in ("clear", "haze") or environment.get("wetness")
        outside = wet or any(s.category in ("vehicle", "street", "plant") for s in draft.subjects) or any(x.values.get("source") == "sun" for x in draft.lights)
        environment["hint"] = "brick_wall" if outside else "plain_room"


def _steps(draft: Draft) -> None:
    """The steps of a porch are its own: what is on them is on its ground."""
    for steps in [s for s in draft.subjects if s.thing == "stairs" and draft.environment.get("setting") == "porch" and s.becomes is None]:
        steps.becomes = "environment.setting"
        for relation in draft.relations:
            relation.objects = ["ground" if o is steps else o for o in relation.objects]
        draft.relations = [r for r in draft.relations if steps not in r.subjects]
        draft.note_of(steps, Effect("environment.setting", "porch"))


def _winter(draft: Draft) -> None:
    """Where snow lies on a thing it lies on the ground too, unless the place is indoors."""
    under = next((s for s in draft.subjects if "snow_covered" in s.surface.finish), None)
    environment = draft.environment
    known = environment.get("setting") or environment.get("world")
    if under is None or known in INDOORS:
        return
    environment.setdefault("season", "winter")
    if known is None and "hint" not in environment:
        environment["hint"] = "park" if under.category == "furniture" else "street" if under.category == "vehicle" else "snow_field"
    if "snow" not in draft.features:
        draft.features.append("snow")
        draft.note_of(under, Effect("environment.features", "snow"))


def _on_water(draft: Draft) -> None:
    """ "A leaf floating on dark water": what grows, lives or floats is on a lake, and on no tabletop of water."""
    if draft.ground.material != "water" or {"setting", "hint", "world"} & set(draft.environment):
        return
    on = [r for r in draft.relations if r.kind in ("on", "in") and r.objects == ["ground"]]
    if not any("floating" in s.states or s.category in ("plant", "animal", "person") or s.thing in tagged(Tag.AFLOAT) for r in on for s in r.subjects):
        return
    draft.ground.material, draft.environment["setting"] = None, "lake"
    for relation in on:
        relation.objects = ["water"]
    for note in draft.notes.values():
        for effect in note.effects:
            if (effect.path, effect.value) == ("environment.ground.material", "water"):
                effect.path, effect.value = "environment.setting", "lake"


LIVED_IN = ("living_room", "bedroom", "kitchen", "cafe", "library")
"""What a room of which no more is told may be, the likeliest first."""


def _room_that_shows(draft: Draft) -> None:
    """ "A room with a fireplace", "a window with city lights behind it": a plain room shows less than one that is lived in."""
    told = set(draft.features)
    if draft.environment["setting"] != "plain_room" or told <= set(settings()["plain_room"].shows):
        return
    room = next((key for key in LIVED_IN if told <= set(settings()[key].shows)), None)
    if room is not None:
        _retell_setting(draft, room)


def setting(draft: Draft) -> None:
    environment = draft.environment
    _on_water(draft)
    _outside(draft)
    _doors(draft)
    _steps(draft)
    _winter(draft)
    world = environment.pop("world", None)
    if world is not None and "setting" not in environment and (not draft.ground.material or draft.environment.get("ground_shape") != "table"):
        environment["setting"] = world
    if "setting" in environment:
        environment.pop("hint", None)
        _at_a_counter(draft)
    else:
        _assume_setting(draft)
    afloat = [s for s in draft.subjects if s.thing in tagged(Tag.AFLOAT) and s.becomes is None]
    if settings()[environment["setting"]].floats and any(r.kind == "on" and r.objects == ["water"] and r.subjects[0] in afloat for r in draft.relations):
        draft.relations = [r for r in draft.relations if r.kind != "beside" or r.objects != ["water"]]  # "a boat beside a pier" is on the water
    elif environment["setting"] == "sea":
        _ashore(draft)
    _room_that_shows(draft)
    _in_its_sky(draft)
    _hearth(draft)
    _raise(draft)


COUNTERS = re.compile(r"\b(?:counter|bar)\b", re.I)


def _at_a_counter(draft: Draft) -> None:
    """Who stands at a counter is in a room that has one: that of their work, a kitchen, or a café."""
    environment = draft.environment
    people = [s for s in draft.subjects if s.category == "person" and s.becomes is None and s.length > 1.0]
    laid = any(r.kind == "on" and r.objects == ["ground"] and not set(r.subjects) & set(people) for r in draft.relations)
    if people and environment["setting"] == "kitchen" and not laid:
        environment.pop("ground_shape", None)  # the kitchen's own counter: nobody stands on it
    if environment["setting"] != "tabletop" or not people or not any(COUNTERS.search(draft.prompt[a:b]) for a, b in draft.place_spans):
        return
    work = _at_their_work(_seen(draft))
    environment.pop("ground_shape", None)
    deeds = {a["deed"] for s in people for a in (s.traits or {}).get("actions", ())}
    at_home = re.search(r"\bkitchen\b", draft.prompt, re.I) or deeds & {"cooking", "cutting"}
    _retell_setting(draft, work[0] if work is not None and work[0] in INDOORS else "kitchen" if at_home else "cafe")


def _ashore(draft: Draft) -> None:
    """Who is by the sea is on its shore, with all that is theirs."""
    by = [r for r in draft.relations if r.kind in ("beside", "near") and r.objects == ["water"]]
    if any(s.category == "person" for r in by for s in r.subjects) or any(thing(s.thing).home == "beach" for s in draft.subjects if s.becomes is None):
        _retell_setting(draft, "beach")


def _in_its_sky(draft: Draft) -> None:
    """The Earth over the moon's ground is the sky's there, and no globe on it."""
    for earth in [s for s in draft.subjects if s.thing == "earth" and draft.environment["setting"] == "moon_surface" and s.becomes is None]:
        earth.becomes = "environment.setting"
        draft.relations = [r for r in draft.relations if earth not in r.subjects and earth not in r.objects]
        draft.note_of(earth, Effect("environment.setting", "moon_surface"))


def _outside(draft: Draft) -> None:
    """The wall that a vehicle stands before, or that rain falls on, is out of doors."""
    environment = draft.environment
    if environment.get("setting") != "plain_room" or not any("wall" in draft.prompt[a:b].lower() for a, b in draft.place_spans):
        return
    weather = environment.get("weather", "clear") != "clear" or environment.get("wetness")
    if weather or any(s.category in ("vehicle", "street") or s.length > HUGE for s in draft.subjects if s.becomes is None):
        draft.backdrop.material = draft.backdrop.material or "plaster"
        _retell_setting(draft, "brick_wall")


def _retell_setting(draft: Draft, setting: str) -> None:
    """Another setting than the words gave at first, told to the phrases that set it."""
    draft.environment["setting"] = setting
    for note in draft.notes.values():
        for effect in note.effects:
            if effect.path == "environment.setting":
                effect.value = setting


def _raise(draft: Draft) -> None:
    """Small things in a room stand on a table in it, unless they are on its floor."""
    subjects = [s for s in draft.subjects if s.becomes is None]
    small = bool(subjects) and all(s.length <= 0.45 and s.category not in ("animal", "person") and s.thing not in ON_FLOORS for s in subjects)
    placed = ("on", "under", "above", "hanging_from", "leaning_on", "against")
    grounded = any(r.kind in placed and isinstance(o, str) for r in draft.relations for o in r.objects)
    if draft.environment["setting"] in places(SettingTag.TABLES) and small and not grounded and "ground_shape" not in draft.environment:
        draft.environment["ground_shape"] = "table"
        draft.say(
            "note", "assumed-support", f"the {subjects[0].noun} stands on a table", subjects[0].at, "say where it is: 'on the floor', 'on the windowsill'"
        )


def _assume_setting(draft: Draft) -> None:
    environment = draft.environment
    hint = environment.pop("hint", None)
    work = _at_their_work(_seen(draft)) if hint == "plain_room" else None  # "by the door": a chef's is the kitchen's
    setting, why = work or ((hint, "as the words hint") if hint else _usual_setting(draft))
    environment["setting"] = setting
    draft.say(
        "note",
        "assumed-setting",
        f"no setting is named: {setting.replace('_', ' ')}, {why}",
        None,
        "name one: 'on a walnut table', 'in a living room', 'on a beach', 'on a white seamless background'",
    )


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


def _seen(draft: Draft) -> Seen:
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
    if seen.of("person") and (met := _at_their_work(seen)) is not None:
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


def _at_their_work(seen: Seen) -> Choice | None:
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
        if (met := _at_their_work(seen)) is not None:
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


def _usual_setting(draft: Draft) -> Choice:
    seen = _seen(draft)
    return next((choice for rule in USUAL if (choice := rule(seen)) is not None), None) or _of_things(seen)


STALLS = frozenset(("booth", "stall", "stand", "kiosk", "rack"))
"""What a table stands in for, and what nobody puts small things on without saying so."""


PICNIC = frozenset(("picnic blanket", "picnic rug", "picnic cloth"))
"""What is laid on the grass for what is eaten there."""


HELD = frozenset(("on", "in", "hanging_from", "stacked_on", "under", "above", "leaning_on", "holding", "wearing"))
"""Relations that tell where something is; in a vineyard is on no table, though."""


def supports(draft: Draft) -> None:
    """Small things that nothing is said of stand on the table there is."""
    under = {id(o) for r in draft.relations if r.kind == "under" for o in r.objects}
    laid = [s for s in draft.subjects if s.becomes is None and (s.thing in TABLE_TOPS or s.noun in PICNIC)]
    tables = [s for s in laid if s.count == 1 and s.noun.split()[-1] not in STALLS]
    if not tables or id(tables[0]) in under:
        return
    held = {
        id(s)
        for r in draft.relations
        if r.kind in HELD and not (r.kind == "in" and isinstance(r.objects[0], str))
        for s in r.subjects
    }
    held |= {id(o) for r in draft.relations if r.kind in ("holding", "wearing", "filled_with") for o in r.objects}
    beside = {
        id(s): r
        for r in draft.relations
        if r.kind in ("beside", "left_of", "right_of", "behind", "in_front_of", "near", "between")
        for s in r.subjects
    }
    for subject in draft.subjects:
        if id(subject) in held or subject is tables[0] or subject.becomes or subject.length > 0.45 or subject.category == "animal":
            continue
        relation = beside.get(id(subject))
        if relation is not None and any(o is tables[0] or isinstance(o, SubjectDraft) and o.length > SMALL for o in relation.objects):
            continue
        draft.relate([subject], "on", [tables[0]])
        draft.say(
            "note",
            "assumed-support",
            f"the {subject.noun} stands on the {tables[0].noun}",
            subject.at,
            "say where it is: 'on the floor', 'on the windowsill'",
        )
