"""Light in words: sources, directions, qualities, colours, the time of day.

Words about light gather on the light they follow; a light that was told no more than how warm it is becomes the picture's colour temperature.
"""

from __future__ import annotations

from typing import Any

from diorama.language.chunks import Chunk, Item
from diorama.language.draft import Draft, Effect, LightDraft, SubjectDraft
from diorama.language.dress import colour_of
from diorama.language.match import Atom
from diorama.language.times import Times
from diorama_catalogue import things

MOST = 16
FIELDS = ("source", "role", "azimuth", "elevation", "quality", "kelvin", "strength")
STANDS = {
    "behind": {"azimuth": 180, "elevation": 30}, "above": {"azimuth": 0, "elevation": 85}, "under": {"azimuth": 0, "elevation": -50},
    "left_of": {"azimuth": -75},
    "right_of": {"azimuth": 75}, "in_front_of": {"azimuth": 0, "elevation": 25}, "on": {}, "around": {}, "beside": {},
}  # fmt: skip
"""Where a light stands to a thing → where it comes from."""
SOURCE_OF_THING = {key: record.light for key, record in things().items() if record.light}
"""Things that give light."""


GELLED = frozenset((None, "neon", "softbox", "spotlight", "strip_light", "umbrella", "ring_light"))
"""Sources of any colour: two colours named of one are two lights."""


VIEWS = {
    "from below": ("angle", "low"), "from behind": ("azimuth", 180.0), "from the back": ("azimuth", 180.0),
    "from the side": ("azimuth", 90.0), "from side": ("azimuth", 90.0),
}  # fmt: skip
"""Directions that, told alone, are those of the view."""


class Lights(Times):
    def __init__(self, draft: Draft):
        super().__init__(draft)
        self.current: LightDraft | None = None
        self.held: list[Atom] = []
        """Directions told before any light."""
        self.second: list[LightDraft] = []
        """Lights of the further colours of a phrase."""

    @property
    def waiting(self) -> bool:
        """True after "backlit by": the next light is this one."""
        return self.current is not None and self.current.open

    def close(self) -> None:
        self.current = None

    def wants(self, atom: Atom, items: list[Item], k: int) -> bool:
        """ "backlit by morning sun": the relation word belongs to the light that waits."""
        if self.waiting and atom.norm == "by":
            self.draft.note(atom, "lighting")
            return True
        return False

    def stands(self, kind: str, atom: Atom, items: list[Item], k: int) -> bool:
        """ "a softbox behind the bottle": where a light stands tells its direction. False if the words do not place the light."""
        after = items[k + 1] if k + 1 < len(items) else None
        scenery = after is not None and after.chunk is not None and after.chunk.kind != "thing"
        shaded = k > 0 and items[k - 1].atom is not None and items[k - 1].atom.can("shadow")
        if kind not in STANDS or scenery or self.waiting or shaded:
            return False
        self.draft.note(atom, "lighting")
        if STANDS[kind]:
            self._data(self.current, STANDS[kind], atom)
        return True

    def _new(self, at: tuple[int, int]) -> LightDraft | None:
        if len(self.draft.lights) >= MOST:
            if not any(d.code == "too-many-lights" for d in self.draft.diagnostics):
                self.draft.say(
                    "warning", "too-many-lights", f"a scene holds {MOST} lights; those after are left out", at, "three or four lights make a picture"
                )
            return None
        light = LightDraft(at)
        self.draft.lights.append(light)
        return light

    def take(self, chunk: Chunk, merge: bool = False) -> None:
        """A phrase whose head is a light."""
        head, sense = chunk.head, chunk.sense
        if not (merge and self.current is not None):
            made = self._new((head.start, head.end))
            if made is None:
                self.current = None
                for atom in chunk.atoms:
                    self.draft.note(atom, "none", status="no_effect")
                return
            self.current = made
        light = self.current
        light.open = bool(sense.data.get("open"))
        self.draft.note(head, "lighting")
        self._data(light, sense.data, head, weak=merge)
        for atom in self.held:
            self.direction(atom)
        self.held = []

    def dress(self, chunk: Chunk, places) -> None:
        """The modifiers of the light taken last."""
        for k, atom in enumerate(chunk.modifiers):
            modifier = (
                chunk.modifiers[k - 1] if k and chunk.modifiers[k - 1].can("colour_modifier") and not chunk.modifiers[k - 1].can("colour") else None
            )
            if self.current is None:
                self.draft.note(atom, "none", status="no_effect")
            else:
                self._modifier(self.current, atom, places, modifier)
        self._part_colours()

    def _part_colours(self) -> None:
        """ "Pink and blue neon light" is two lights, one from each side."""
        light, others = self.current, self.second
        self.second = []
        if light is None or not others:
            return
        sides = "azimuth" not in light.values
        for k, other in enumerate(others):
            other.values = {**light.values, **other.values}
            other.words = light.words
            if sides:
                other.values["azimuth"] = 65.0 if k == 0 else 150.0
        if sides:
            light.values["azimuth"] = -65.0

    def _modifier(self, light: LightDraft, atom: Atom, places, modifier: Atom | None = None) -> None:
        if atom.norm == "low" and light.values.get("source") in ("sun", "moon"):
            return self._data(light, {"elevation": 10}, atom)  # where it stands, and not how bright it is
        if atom.can("light_head") and atom.norm not in ("light", "lights", "lighting"):
            self._data(light, atom.sense("light_head").data, atom)
        elif atom.can("light_quality", "light_kelvin", "light_source", "light_direction"):
            sense = atom.sense("light_direction", "light_kelvin", "light_source", "light_quality")
            self._data(light, sense.data, atom)
        elif atom.can("time"):
            self.time(atom)
        elif atom.can("clock"):
            self.clock(atom)
        elif atom.can("kelvin"):
            self.kelvin(atom)
        elif atom.can("colour", "hex"):
            colour = colour_of(atom, modifier.sense("colour_modifier").key if modifier else None)
            if "colour" in light.values and light.values.get("source") in GELLED and not self.draft.times and (other := self._new((atom.start, atom.end))) is not None:
                self.second.append(other)
                light = other
            light.values["colour"] = colour
            self.draft.note(atom, "lighting", Effect("colour", colour.name, light))
            if modifier is not None:
                self.draft.note(modifier, "lighting", Effect("colour", colour.name, light))
        elif atom.can("light_strength"):
            self._data(light, atom.sense("light_strength").data, atom)
        elif atom.can("weather"):
            places.weather(atom)
        elif atom.can("season"):
            places.season(atom)
        elif atom.can("colour_modifier"):
            self._shade(light, atom)
        elif atom.norm in ("low", "short"):
            self._data(light, {"elevation": 10}, atom)
        elif atom.norm in ("big", "large", "huge", "giant", "oversized"):
            self._data(light, {"quality": "soft"}, atom)
        elif atom.norm in ("small", "tiny", "narrow"):
            self._data(light, {"quality": "hard"}, atom)
        elif atom.can("thing") and atom.sense("thing").key in SOURCE_OF_THING:
            self._data(light, {"source": SOURCE_OF_THING[atom.sense("thing").key]}, atom)
        elif atom.can("setting") and "setting" not in self.draft.environment:
            places.setting(atom.sense("setting").key, atom)
        elif atom.can("unknown"):
            self.draft.note(atom, "none", status="not_understood")
        else:
            self.draft.note(atom, "lighting", status="no_effect")

    def _shade(self, light: LightDraft, atom: Atom) -> None:
        strength = {"dark": 0.5, "deep": 0.7, "pale": 0.7, "muted": 0.6, "pastel": 0.8, "bright": 1.5, "neon": 1.5}.get(
            atom.sense("colour_modifier").key
        )
        if strength is not None and not any(a.can("colour") for a in (atom,)):
            self._data(light, {"strength": strength}, atom)

    def _data(self, light: LightDraft, data: dict[str, Any], atom: Atom, weak: bool = False) -> None:
        """Set a light's fields from a lexicon entry. `weak`: what is set already stays (the direction of "backlit" over that of "sun")."""
        if data.get("both") and light.values.get("source") in ("sun", "moon"):
            self.draft.note(atom, "none", status="no_effect")  # "scooters parked on both sides, noon sun": there is one sun
            self.draft.say("note", "no-effect", f"{atom.text!r}: there is one {light.values['source']}, which is on no two sides", (atom.start, atom.end), "")
            return
        for name, value in data.items():
            if name in FIELDS:
                if name == "kelvin" and atom.norm in ("warm", "warmer", "golden") and light.values.get("kelvin", 9e9) <= 3500:
                    value = light.values["kelvin"]  # "warm tungsten light": tungsten says how warm
                if weak and name in light.values and name in ("azimuth", "elevation", "role", "quality"):
                    continue
                if name == "kelvin" and "kelvin" in light.values and (value < 4500) == (light.values["kelvin"] < 4500):
                    self.draft.retell(light, "kelvin", value)
                if name == "quality" and {value, light.values.get(name)} == {"soft", "diffused"}:
                    value = "diffused"  # "soft diffused light"
                    self.draft.retell(light, "quality", value)
                light.values[name] = value
                self.draft.note(atom, "lighting", Effect(name, value, light))
                light.words += 1
            elif name == "time":
                self.draft.lighting.setdefault("time_hint", value)
            elif name == "outdoors":
                light.values["outdoors"] = value
            elif name == "haze":
                self.draft.environment.setdefault("haze", value)
                self.draft.note(atom, "environment", Effect("environment.haze", value))
            elif name == "both":
                self._mirror(light, atom)
            elif name == "rig":
                self._three_point(atom)
        self.draft.note(atom, "lighting")

    def _mirror(self, light: LightDraft, atom: Atom) -> None:
        other = self._new((atom.start, atom.end))
        if other is not None:
            other.values = {**light.values, "azimuth": 75}
            other.words = 2
            self.draft.note(atom, "lighting", Effect("azimuth", 75, other))

    def _three_point(self, atom: Atom) -> None:
        for values in (
            {"role": "fill", "azimuth": 50, "elevation": 20, "source": "softbox", "quality": "soft"},
            {"role": "rim", "azimuth": 150, "elevation": 40, "source": "softbox"},
        ):
            light = self._new((atom.start, atom.end))
            if light is not None:
                light.values, light.words = dict(values), 3
                self.draft.note(atom, "lighting", Effect("role", values["role"], light))

    def accepts(self, atoms: list[Atom]) -> bool:
        """True if loose words can only mean the light spoken of last."""
        return (
            bool(atoms)
            and self.current is not None
            and all(a.can("light_quality", "light_kelvin", "light_strength", "light_direction", "time", "kelvin") for a in atoms)
        )

    def more(self, atoms: list[Atom]) -> None:
        for atom in atoms:
            self._modifier(self.current, atom, None)

    def direction(self, atom: Atom) -> bool:
        """ "from the left" after a light; before one it waits."""
        light = self.current or (self.draft.lights[-1] if self.draft.lights else None)
        if light is None:
            self.held.append(atom)
            return False
        sense = atom.sense("light_direction")
        self._data(light, sense.data, atom)
        return True

    def side(self, key: str, atom: Atom) -> bool:
        """ "a softbox on the left": where a light stands is where it comes from."""
        if self.current is None or key not in ("left", "right", "background"):
            return False
        self._data(self.current, {"azimuth": {"left": -75, "right": 75, "background": 180}[key]}, atom)
        return True

    def _seen(self, atom: Atom) -> bool:
        """ "A knight, from below", "1girl, from behind": where who is in the picture, or what, is looked at from."""
        view = VIEWS.get(atom.norm)
        told = next((s for s in self.draft.subjects if s.becomes is None and s.traits is not None), None)
        traits = told.traits if told is not None else None
        if view is None or not self.draft.subjects or view[0] in self.draft.camera or self.draft.prompt[: atom.start].rstrip()[-1:] not in (",", ";", "."):
            return False
        if view[0] == "azimuth" and traits is not None:
            traits.setdefault("turned", view[1])
            self.draft.note(atom, "subject", Effect("turned", traits["turned"], told))
        else:
            self.draft.camera[view[0]] = view[1]
            self.draft.given.add("camera")
            self.draft.note(atom, "camera", Effect(f"camera.{view[0]}", view[1]))
        return True

    def settle(self) -> None:
        """Directions that no light ever came for are where it is seen from, or lights themselves."""
        for atom in self.held:
            if not self.draft.lights and self._seen(atom):
                continue
            if (light := self._new((atom.start, atom.end))) is not None:
                self.current = light
                self._data(light, atom.sense("light_direction").data, atom)
        self.held = []
        for atom in self.draft.shining:
            if self.draft.lights:
                self.draft.note(atom, "lighting", status="no_effect")
            elif (light := self._new((atom.start, atom.end))) is not None:
                self._data(light, atom.sense("light_source").data, atom)

    def kelvin(self, atom: Atom) -> None:
        value = float("".join(c for c in atom.text if c.isdigit()))
        if not 1000 <= value <= 20000:
            self.draft.note(atom, "none", status="no_effect")
            self.draft.say(
                "warning",
                "out-of-range",
                f"{atom.text}: colour temperatures go from 1000 K to 20000 K",
                (atom.start, atom.end),
                "3200K is tungsten, 5600K daylight, 7500K shade",
            )
            return
        light = self.current
        if light is not None:
            light.values["kelvin"] = value
            self.draft.note(atom, "lighting", Effect("kelvin", value, light))
        else:
            self.draft.lighting["kelvin"] = value
            self.draft.note(atom, "lighting", Effect("lighting.kelvin", value))

    def by_subject(self, subject: SubjectDraft, atom: Atom) -> None:
        """ "lit by a candle": the thing gives the light."""
        source = SOURCE_OF_THING.get(subject.thing)
        if source is None:
            self.draft.note(atom, "none", status="no_effect")
            return
        light = self.current if self.waiting else self._new((atom.start, atom.end))
        if light is None:
            return
        light.subject, light.open = subject, False
        light.values = {"azimuth": 0.0, "elevation": 10.0, **light.values, "source": source, "role": "practical"}
        light.words = 2
        subject.states.append("lit")
        self.current = light
        self.draft.note(atom, "lighting", Effect("source", source, light), Effect("subject", subject, light))
