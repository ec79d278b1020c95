"""Where the picture is taken: settings, features, ground and backdrop, weather, places of the world."""

from __future__ import annotations

from diorama.language.chunks import Chunk
from diorama.language.draft import Draft, Effect, SurfaceDraft
from diorama.language.dress import Wardrobe
from diorama.language.lexicon import Sense
from diorama.language.match import Atom
from diorama.scene import INDOORS
from diorama_catalogue import SettingTag, fittings, places, said, settings

WALLS = frozenset((
    "wall", "walls", "wallpaper", "wallpapers", "brick wall", "weathered brick wall", "exposed brick wall", "old brick wall", "red brick wall", "stone wall",
    "graffiti wall", "brick building", "garden wall",
))  # fmt: skip
SILLS = frozenset(("windowsill", "window sill", "window ledge", "sill", "kitchen windowsill", "window seat"))
TABLES = frozenset((
    "table top", "tabletop", "table surface", "desktop", "desk surface", "countertop", "counter", "worktop", "bar counter",
    "bar top", "kitchen table top", "kitchen counter", "kitchen countertop", "kitchen worktop", "kitchen island",
))  # fmt: skip
ROOMS = places(SettingTag.ROOM)
ROOMS_AND_HALLS = ROOMS | places(SettingTag.HALL)
WALLED = frozenset(("wall", "walls", "wallpaper", "floor", "wooden floor", "hardwood floor", "parquet floor", "room", "indoors", "indoor", "interior", "hall"))
"""Words of a room that any other place may have too."""
WEIGHT = {"haze": 0, "clear": 0, "partly_cloudy": 1, "overcast": 2, "dust": 3, "mist": 3, "fog": 4, "snow": 5, "rain": 5, "storm": 6}
"""Of two words for the weather the heavier is seen: "falling snow, overcast" is snow."""
WAVES = frozenset(("wave", "waves", "surf", "breakers", "tide"))
FLOORS = frozenset(("floor", "wooden floor", "hardwood floor", "parquet floor"))
DENSITY = {
    "dense": 0.85, "thick": 0.8, "heavy": 0.75, "thin": 0.25, "light": 0.3, "faint": 0.2, "soft": 0.35, "gentle": 0.3, "low": 0.5, "slight": 0.3,
    "subtle": 0.25,
}  # fmt: skip
"""How much the air veils, by the word before fog, mist or haze."""
BROADER = frozenset(("plain_room", "tabletop", "sky", "street", "meadow", "mountains", "snow_field"))
"""Settings so general that a later, more special one takes their place and leaves them as a feature."""
AS_FEATURE = {
    "mountains": "mountains", "sea": "waves", "city_skyline": "buildings", "forest": "trees", "sky": "clouds", "lake": "lake", "street": "buildings",
    "meadow": "hills", "savannah": "trees", "garden": "plants", "river": "lake", "jungle": "trees", "city_river": "buildings", "harbour": "waves",
}  # fmt: skip
OUTLOOKS = {**AS_FEATURE, "garden": "trees", "beach": "waves", "cliff": "waves", "park": "trees", "snow_field": "mountains", "rooftop": "buildings", "shop_front": "buildings"}
"""What of a place is seen through a window."""
INTERIORS = {
    **dict.fromkeys(("house", "cottage", "cabin", "log cabin", "villa", "home", "farmhouse", "bungalow", "chalet", "mansion", "hut"), "living_room"),
    "shed": "workshop",
    **dict.fromkeys(("temple", "monastery", "mosque", "synagogue"), "church_interior"), "hotel": "bedroom",
}  # fmt: skip
"""Buildings that things are in, and the room that stands in for their inside."""
WITHIN = {noun: name for name, one in settings().items() for noun in one.within}
"""Buildings that things are in, or worlds they are on, and the setting that is just that."""
WATERY = frozenset(("beach", "cliff", "city_skyline", *(name for name, one in settings().items() if one.floats)))
HOURS = {"sunset": "sunset", "sunrise": "sunrise", "dawn": "dawn", "dusk": "dusk", "evening": "evening", "night": "night"}
"""Skies by their hour: "a sunset sky"."""
CLEAR_SKIES, UP_THERE = frozenset(("clear sky", "blue sky", "clear blue sky", "clear skies")), frozenset(("in", "through", "across", "into", "against", "of"))
"""A sky without clouds is the weather, but where something is said to be up in it."""
FLOORED = (INDOORS | {"greenhouse"}) - {"studio", "tabletop", "windowsill", "plain_room"}
"""Places that have a floor and walls of their own: "on a greenhouse floor"."""
ROADS = frozenset(("open road", "empty road", "empty highway", "interstate", "road", "highway", "lane", "freeway", "motorway", "path", "trail"))
"""Streets that leave the town where open country is named."""
def front(key: str, word: str) -> str:
    """The setting in which a house is seen from outside: "outside a café", "in front of a bookshop"."""
    shops = settings()["shop_front"].place
    return "shop_front" if key in ("cafe", "bakery") or any(word in shops[kind] for kind in SHOPS) else "street"


SHOPS = ("bakery", "eatery", "books", "flowers")
"""Places of `shop_front` that are trades."""
COUNTRY = frozenset(("meadow", "savannah", "desert", "mountains", "snow_field", "forest"))
UNDERFOOT = frozenset(("puddles", "flowers", "autumn_leaves", "snow_on_ground"))
"""Features that one is on or in where one stands."""
COLOURED = frozenset(("tablecloth", *(crop for setting in settings().values() for crop in setting.sown)))
"""Features that are the ground's own colour: a cloth on it, what blooms all over it."""
PLACE_OF = {"brick_wall": "wall", "windowsill": "windowsill", "sky": "sky", "space": "sky", **{name: "water" for name, one in settings().items() if one.floats}}


class Places:
    def __init__(self, draft: Draft, wardrobe: Wardrobe):
        self.draft = draft
        self.wardrobe = wardrobe

    def take(self, chunk: Chunk, link: str | None) -> str | None:
        """Note a place; return the name of the part of it that a relation can point to."""
        if chunk.kind in ("setting", "feature", "place", "backdrop"):
            self._span(chunk)
        head, kind, key = chunk.head, chunk.kind, chunk.sense.key
        if chunk.count is not None:
            self.draft.note(chunk.count, "environment", status="no_effect")
        place = getattr(self, "_" + kind)(chunk, head, key, link)
        return place

    def enter(self, chunk: Chunk, link: str = "in") -> None:
        """ "A piano in an old barn", "a robot on Mars": the building is the place, seen from within, or the world; it is made the phrase's sense."""
        room = WITHIN.get(chunk.head.norm, INTERIORS.get(chunk.head.norm))
        small = any(a.can("size") or a.norm in ("toy", "model", "paper", "cardboard", "gingerbread", "lego") for a in chunk.modifiers)
        if link == "on" and (room is None or chunk.sense.data.get("category") == "building"):
            return
        if room is not None and not small and chunk.count is None and not chunk.sense.data.get("plural"):
            chunk.sense = Sense("setting", room, {"stand_in": chunk.head.norm not in WITHIN})

    def see_out(self) -> None:
        """There is a window to look through."""
        if self.draft.environment.get("setting") != "windowsill":
            self._add_feature("window")

    def outlook(self, chunk: Chunk) -> bool:
        """ "A bedroom with a view of the sea": what is seen through its window. False if there is no window to look through."""
        environment, head = self.draft.environment, chunk.head
        room = environment.get("setting", environment.get("hint"))
        if room not in INDOORS - {"studio", "tabletop"} and "window" not in self.draft.features:
            return False
        self._span(chunk)
        if chunk.sense.key == "snow_field":
            self._set("season", "winter", head)
        seen = OUTLOOKS.get(chunk.sense.key, chunk.sense.key if chunk.kind == "feature" else None)
        if seen is None:
            self._word(head)
        else:
            self._feature_atom(seen, head)
        self.see_out()
        self.modifiers(chunk.modifiers)
        return True

    def _setting(self, chunk: Chunk, head: Atom, key: str, link: str | None) -> str:
        grounded = any(s.category in ("person", "building", "furniture", "plant", "street") for s in self.draft.subjects)
        if key == "sky" and (link == "under" or head.norm in CLEAR_SKIES and link not in UP_THERE or link == "in" and grounded):
            return self.overhead(chunk, head)
        for atom in [m for m in chunk.modifiers if m.norm == "plain"]:  # "a plain wall": how it is, and no plain
            self.draft.note(atom, "none", status="no_effect")
            chunk.modifiers.remove(atom)
        if head.text.lower() in ("roofs", "rooftops", "balconies") and link not in ("on", "above", "in", "from"):
            return self._seen_of(chunk, head)
        if link == "in_front_of":
            key = front(key, head.norm) if key in INDOORS - {"studio", "tabletop", "plain_room"} else key
        wall = head.norm in WALLS or head.norm == "walls"
        rooms = [a for a in chunk.modifiers if a.can("setting") and a.sense("setting").key in FLOORED]
        exact = rooms[0] if rooms and key == "plain_room" else None
        if exact is not None:  # "a cosy café interior": the word before it says which
            self._word(head)
            chunk.modifiers.remove(exact)
            head, key = exact, exact.sense("setting").key
        outer = [m for m in chunk.modifiers if m.can("setting") and m.sense("setting").key not in INDOORS] if wall and key == "plain_room" else []
        if outer:  # "a harbour wall", "a castle wall"
            key = "brick_wall"
            self.draft.backdrop.material = self.draft.backdrop.material or "stone"
            self._word(outer[0])
            chunk.modifiers.remove(outer[0])
        if head.norm in WALLS and head.norm in ("wall", "walls", "garden wall", "stone wall") and self._bricks(chunk):
            key = "brick_wall"
        self.setting(key, head)
        self._raised(key, head, link)
        surface, path = (self.draft.backdrop, "environment.backdrop") if wall else (self.draft.ground, "environment.ground")
        rest = self._but_panes(chunk.modifiers)
        if wall or head.norm in TABLES or head.norm in FLOORS or self.draft.environment.get("setting") == key and any(a.can("material") for a in rest):
            rest = self.wardrobe.surface(rest, surface, path, "environment")
        built = next((stuff for stuff in ("brick", "stone") if stuff in head.norm.split()), None)
        if built is not None and wall:
            self.draft.backdrop.material = self.draft.backdrop.material or built
            self.draft.note(head, "environment", Effect("environment.backdrop.material", self.draft.backdrop.material))
        if head.norm in ("weathered brick wall", "old brick wall"):
            self.draft.backdrop.finish.append("weathered")
            self.draft.note(head, "environment", Effect("environment.backdrop.finish", "weathered"))
        if head.norm in ("wooden floor", "hardwood floor", "parquet floor"):
            self.draft.ground.material = "wood"
            self.draft.note(head, "environment", Effect("environment.ground.material", "wood"))
        self.modifiers(rest)
        if wall:
            return "wall"
        if head.norm in SILLS:
            return "windowsill"
        if any(w in head.norm for w in ("shore", "bank", "edge of", "side")) or link == "on" and said(head.norm, *settings()["lake"].place["jetty"]):
            return "ground"
        return PLACE_OF.get(key, "ground") if link in ("above", "in", "on") else "ground" if link == "on" else PLACE_OF.get(key, "ground")

    def _seen_of(self, chunk: Chunk, head: Atom) -> str:
        """ "Red roofs, a harbour": a roof that nothing is on is no rooftop; what is seen of it are houses."""
        self._feature_atom("buildings", head)
        self.modifiers(chunk.modifiers)
        return "ground"

    def _raised(self, key: str, head: Atom, link: str | None) -> None:
        """What of the place things stand on, where its word says: its table, its shelf, the board in its window."""
        if head.norm in TABLES:
            self._set("ground_shape", "table", head)
        elif key == "shop_front" and "window" in head.norm and link not in ("in_front_of", "beside", "near"):
            self._set("ground_shape", "sill", head)  # "loaves in a bakery window": seen from the pavement, on the board behind the pane
        elif head.norm.endswith(" shelf") and link == "on":
            self._set("ground_shape", "shelf", head)  # "on a kitchen shelf"

    def overhead(self, chunk: Chunk, head: Atom) -> str:
        """ "under a starry sky": what is above a place is no place of its own."""
        starry = any("star" in a.norm or "night" in a.norm for a in chunk.atoms)
        if starry:
            self._feature_atom("stars", head)
        elif head.norm == "cloudy sky":
            self._feature_atom("clouds", head)
        elif head.norm in CLEAR_SKIES:
            self._set("weather", self.draft.environment.get("weather", "clear"), head)
        elif chunk.modifiers:
            self.draft.note(head, "environment")
        else:
            self.draft.note(head, "environment", Effect("environment.words", head.text))
        self.modifiers(chunk.modifiers)
        return "sky"

    @staticmethod
    def _bricks(chunk: Chunk) -> bool:
        return any(a.can("material") and a.sense("material").key == "brick" for a in chunk.modifiers)

    def setting(self, key: str, atom: Atom) -> None:
        """The first special setting wins; others are seen in it as features."""
        self._choose(key, atom)
        note = self.draft.notes.get((atom.start, atom.end))
        inside = atom.norm in INTERIORS and not atom.can("setting") and INTERIORS[atom.norm] != "living_room"
        if (inside or atom.can("setting") and atom.sense("setting").data.get("stand_in")) and note is not None and note.status == "applied":
            note.status = "stand-in"
            place = key.replace("_", " ")
            self.draft.say("warning", "stand-in", f"{atom.text!r} cannot be built yet: a {place} stands in for it", (atom.start, atom.end), "a place that the stage has is shown as itself")

    def _choose(self, key: str, atom: Atom) -> None:
        environment = self.draft.environment
        if key == "sky" and (hour := HOURS.get(atom.norm.split()[0])) is not None:
            self.draft.times.append((atom, hour))
        known = environment.get("setting")
        way = environment.get("way")
        if key == "brick_wall" and known in COUNTRY:  # "a misty moor, a stone wall behind"
            return self._word(atom)
        narrower = known in BROADER and key not in BROADER or self._shore_of(known, key, atom) or known == "sky" and self._below_the_sky(key)
        if known is None or narrower or (way and known in ("street", "meadow") and key in COUNTRY):
            if known is not None and (known in AS_FEATURE or way) and not (known == "sky" and "stars" in self.draft.features):
                self._add_feature("road" if way else AS_FEATURE[known])
            for effect in [e for n in self.draft.notes.values() for e in n.effects if known and e.path == "environment.setting"]:
                effect.value = key  # what was said broadly holds of the special place
            environment["setting"] = key
            if atom.norm in ROADS:
                environment["way"] = True
            self.draft.note(atom, "environment", Effect("environment.setting", key))
        elif known in COUNTRY and atom.norm in ROADS:
            self._feature_atom("road", atom)
        elif key == "brick_wall" and known in INDOORS:
            self.draft.backdrop.material = self.draft.backdrop.material or "brick"
            self.draft.note(atom, "environment", Effect("environment.backdrop.material", self.draft.backdrop.material))
        elif known == key:
            self.draft.note(atom, "environment", Effect("environment.setting", key))
        elif key == "tabletop" and known in INDOORS:
            self.draft.note(atom, "environment", Effect("environment.words", atom.text))  # "a kitchen with fruit on the counter": the room's own
        elif known == "kitchen" and atom.norm == "island":
            self.draft.note(atom, "environment", Effect("environment.words", atom.text))
        elif key == "plain_room" and atom.norm in WALLED:
            self.draft.note(atom, "environment", Effect("environment.words", atom.text))  # every room has a floor and walls, every street a wall
        elif key in AS_FEATURE:
            self._feature_atom(AS_FEATURE[key], atom)
            if key == "river":  # in other settings a lake stands in for it
                self.draft.notes[(atom.start, atom.end)].status = "stand-in"
        else:
            self.draft.note(atom, "environment", status="no_effect")
            self.draft.say(
                "note",
                "second-setting",
                f"one picture has one setting: {known.replace('_', ' ')}, not {atom.text!r} as well",
                (atom.start, atom.end),
                "name the place that is to be seen",
            )

    def _below_the_sky(self, key: str) -> bool:
        """ "A starry sky over snowy mountains": the mountains are the place, and what is told of the sky is over them."""
        if key in INDOORS or key == "sky":
            return False
        told = (self.draft.prompt[n.start : n.end].lower() for n in self.draft.notes.values() if any(e.path == "environment.setting" for e in n.effects))
        if any("star" in words for words in told):
            self._add_feature("stars")
        return True

    def _shore_of(self, known: str, key: str, atom: Atom) -> bool:
        """ "On the shore of a lake": the shore is the lake's, no beach by the sea. "Waves rolling onto a beach": where they end is seen."""
        if known == "sea" and key == "beach":
            told = [n for n in self.draft.notes.values() if any(e.path == "environment.setting" for e in n.effects)]
            said = self.draft.prompt.lower()
            return any(said[n.start : n.end] in WAVES and "off" not in said[n.end : atom.start].split() for n in told)
        return known == "beach" and key in ("lake", "river") and any("shore" in self.draft.prompt[a:b].lower() for a, b in self.draft.place_spans)

    def _feature(self, chunk: Chunk, head: Atom, key: str, link: str | None) -> str:
        if key == "moon" and link == "on":
            self.setting("moon_surface", head)  # "an astronaut on the moon"
            self.modifiers(chunk.modifiers)
            return "ground"
        self._feature_atom(key, head)
        if key == "grass" and link in ("on", "in"):
            self.draft.environment.setdefault("hint", "park")
            self.modifiers(chunk.modifiers)
            return "ground"
        hint = head.sense("hint")
        if hint is not None:
            self.draft.environment.setdefault("hint", hint.key)
        rest = chunk.modifiers
        if key in COLOURED:
            rest = self.wardrobe.surface(rest, self.draft.ground, "environment.ground", "environment")
        elif key in fittings():
            told = self.draft.fittings.setdefault(key, SurfaceDraft())
            rest = self.wardrobe.surface(rest, told, f"environment.fittings.{key}.surface", "environment")
        self.modifiers(rest)
        upon = "ground" if key in UNDERFOOT and link in ("on", "in") else "background"
        return {"window": "window", **dict.fromkeys(("clouds", "stars", "moon", "aurora"), "sky")}.get(key, upon)

    def _feature_atom(self, key: str, atom: Atom) -> None:
        self._add_feature(key)
        self.draft.note(atom, "environment", Effect("environment.features", key))

    def _add_feature(self, key: str) -> None:
        if key not in self.draft.features:
            self.draft.features.append(key)

    def _backdrop(self, chunk: Chunk, head: Atom, key: str, link: str | None) -> str:
        if key == "ceiling":
            self.draft.note(head, "environment")
            self.modifiers(chunk.modifiers)
            return "ceiling"
        if key == "ground":
            rest = self.wardrobe.surface(chunk.modifiers, self.draft.ground, "environment.ground", "environment")
            self.draft.note(head, "environment")
            self.modifiers(rest)
            return "ground"
        rest = self.wardrobe.surface(chunk.modifiers, self.draft.backdrop, "environment.backdrop", "environment")
        dark = next((a for a in rest if a.can("colour_modifier", "light_quality") and a.norm in ("dark", "light", "pale", "bright")), None)
        if dark is not None:
            rest.remove(dark)
            self._shade(dark)
        if key == "seamless":
            if self.draft.environment.get("setting") is None:
                self._set("setting", "studio", head)
            self._set("ground_shape", "seamless", head)
        else:
            self.draft.environment.setdefault("hint", "studio")
            effects = [Effect("environment.backdrop.colours", c.name) for c in self.draft.backdrop.colours]
            if self.draft.backdrop.material:
                effects.append(Effect("environment.backdrop.material", self.draft.backdrop.material))
            self.draft.note(head, "environment", *effects)
        self.modifiers(rest)
        return "background"

    def _shade(self, atom: Atom) -> None:
        from diorama.scene import Colour

        name, value = ("dark", "#1d1c1b") if atom.norm == "dark" else (atom.norm, "#e9e6df")
        self.draft.backdrop.colours.append(Colour(name=name, hex=value))
        self.draft.note(atom, "environment", Effect("environment.backdrop.colours", name))

    def _place(self, chunk: Chunk, head: Atom, key: str, link: str | None) -> None:
        setting = chunk.sense.data.get("setting")
        if setting and "setting" not in self.draft.environment:
            self.draft.environment.setdefault("setting" if key == "open_air" else "world", setting)  # "on a desk in Tokyo": the desk leads; "outdoors", there is none
            self.draft.note(head, "environment", Effect("environment.setting", setting))
        self.draft.note(head, "environment", Effect("environment.words", head.text))
        self.modifiers(chunk.modifiers)
        return None

    def _weather(self, chunk: Chunk, head: Atom, key: str, link: str | None) -> None:
        self.weather(head)
        rest = []
        for atom in chunk.modifiers:
            if atom.norm in DENSITY and head.sense("weather").data.get("weather") in ("fog", "mist", "haze", "dust"):
                self._set("haze", DENSITY[atom.norm], atom)
            else:
                rest.append(atom)
        self.modifiers(rest)

    def _time(self, chunk: Chunk, head: Atom, key: str, link: str | None) -> None:
        return None

    _season = _time

    def weather(self, atom: Atom) -> None:
        data = atom.sense("weather").data
        for name, value in data.items():
            if name == "weather":
                known = self.draft.environment.get("weather", value)
                if WEIGHT[known] > WEIGHT[value]:
                    self.draft.note(atom, "environment", Effect("environment.weather", known))
                    continue
                self.draft.environment["weather"] = value
            else:
                self.draft.environment[name] = value
            self.draft.note(atom, "environment", Effect(f"environment.{name}", value))

    def season(self, atom: Atom) -> None:
        key = atom.sense("season").key
        self.draft.environment["season"] = key
        self.draft.note(atom, "environment", Effect("environment.season", key))

    def stuff(self, chunk: Chunk, link: str) -> str:
        """A surface named by its stuff: "on white marble", "against brick"."""
        self._span(chunk)
        if self.draft.environment.get("setting") in WATERY and any(a.can("material") and a.sense("material").key == "water" for a in chunk.atoms):
            for atom in chunk.atoms:
                self._word(atom)  # "a beach with turquoise water": the sand stays sand
            return "water"
        below = link in ("on", "under", "above", "in")
        surface, path = (self.draft.ground, "environment.ground") if below else (self.draft.backdrop, "environment.backdrop")
        if below and surface.material is not None:
            surface.colours.clear()
        rest = self.wardrobe.surface(chunk.atoms, surface, path, "environment")
        if not below and surface.material == "brick" and "setting" not in self.draft.environment:
            self.draft.environment["setting"] = "brick_wall"
        self.modifiers(rest)
        return "ground" if below else "wall"

    def _but_panes(self, looks: list[Atom]) -> list[Atom]:
        """ "A glass greenhouse": all of them are, and its floor is not."""
        for glass in [a for a in looks if a.norm == "glass"]:
            self._word(glass)
        return [a for a in looks if a.norm != "glass"]

    def hue(self, chunk: Chunk) -> str:
        """A colour that something is shown on: "on white", "against pale grey"."""
        self.draft.environment.setdefault("hint", "studio")
        self.modifiers(self.wardrobe.surface(chunk.atoms, self.draft.backdrop, "environment.backdrop", "environment"))
        return "background"

    def modifiers(self, atoms: list[Atom]) -> None:
        """What qualifies a place: weather, time, season, colours, features; the rest stays as words."""
        for atom in atoms:
            if atom.can("weather"):
                self.weather(atom)
            elif atom.can("season"):
                self.season(atom)
            elif atom.can("time"):
                self.draft.times.append((atom, atom.sense("time").key))
                self.draft.note(atom, "lighting")
            elif atom.norm in ("dark", "darkened", "unlit", "shadowy"):
                self.draft.lighting.setdefault("mood", "moody")
                self.draft.note(atom, "lighting", Effect("lighting.mood", self.draft.lighting["mood"]))
            elif atom.norm == "wet":
                self.draft.environment["wetness"] = 0.8
                self.draft.note(atom, "environment", Effect("environment.wetness", 0.8))
            elif atom.can("setting") and "setting" not in self.draft.environment:
                self.setting(atom.sense("setting").key, atom)
            elif atom.can("setting") and atom.sense("setting").key in AS_FEATURE:
                self._feature_atom(AS_FEATURE[atom.sense("setting").key], atom)
            elif atom.can("feature"):
                self._feature_atom(atom.sense("feature").key, atom)
            elif atom.can("light_source", "light_quality", "light_kelvin", "light_strength"):
                self._light_word(atom)
            elif atom.can("unknown"):
                self.draft.note(atom, "none", status="not_understood")
            else:
                self._word(atom)

    def _light_word(self, atom: Atom) -> None:
        """ "a sunlit meadow", "a dim room": the place tells of its light."""
        if atom.can("light_kelvin"):
            kelvin = atom.sense("light_kelvin").data["kelvin"]
            self.draft.lighting["kelvin"] = kelvin
            self.draft.note(atom, "lighting", Effect("lighting.kelvin", kelvin))
        elif atom.can("light_strength") and atom.sense("light_strength").key == "dim":
            self.draft.lighting["mood"] = "moody"
            self.draft.note(atom, "lighting", Effect("lighting.mood", "moody"))
        elif atom.can("light_strength", "colour_modifier"):
            self.draft.lighting["mood"] = "high_key"
            self.draft.note(atom, "lighting", Effect("lighting.mood", "high_key"))
        else:
            self._word(atom)

    def _word(self, atom: Atom) -> None:
        """Kept as the prompt's own words of the place."""
        self.draft.note(atom, "environment", Effect("environment.words", atom.text))

    def _set(self, name: str, value: str | float, atom: Atom) -> None:
        self.draft.environment[name] = value
        self.draft.note(atom, "environment", Effect(f"environment.{name}", value))

    def _span(self, chunk: Chunk) -> None:
        """The prompt's own words for the place; those close to each other in one."""
        spans = self.draft.place_spans
        start = chunk.atoms[0].start
        if spans and 0 <= start - spans[-1][1] <= 6:
            spans[-1] = (spans[-1][0], max(chunk.end, spans[-1][1]))
        else:
            spans.append((start, chunk.end))
