"""The time of day and the season in words: "at blue hour", "6pm", "warm orange and pink sunset"."""

from __future__ import annotations

from diorama.language.chunks import Chunk
from diorama.language.draft import Draft, Effect
from diorama.language.dress import colour_of
from diorama.language.match import Atom


class Times:
    def __init__(self, draft: Draft):
        self.draft = draft

    def time(self, atom: Atom) -> None:
        self.draft.times.append((atom, atom.sense("time").key))
        self.draft.note(atom, "lighting")

    def time_chunk(self, chunk: Chunk) -> None:
        """A time or season as head: "at blue hour", "warm orange and pink sunset"."""
        if chunk.kind == "time":
            self.time(chunk.head)
        else:
            self._season(chunk.head)
        colours = []
        for atom in chunk.modifiers:
            if atom.can("colour", "hex") and not (atom.can("light_kelvin") and chunk.kind == "time"):
                colours.append(atom)
            elif atom.can("light_kelvin"):
                kelvin = atom.sense("light_kelvin").data["kelvin"]
                self.draft.lighting["kelvin"] = kelvin
                self.draft.note(atom, "lighting", Effect("lighting.kelvin", kelvin))
            elif atom.can("season"):
                self._season(atom)
            elif atom.can("time"):
                self.time(atom)
            elif atom.can("weather"):
                self._weather(atom)
            elif atom.can("light_strength", "light_quality", "mood"):
                self.draft.note(atom, "lighting", status="no_effect")
            elif atom.can("unknown"):
                self.draft.note(atom, "none", status="not_understood")
            else:
                self.draft.note(atom, "environment", status="no_effect")
        for atom in colours[:4]:
            colour = colour_of(atom)
            self.draft.backdrop.colours.append(colour)
            self.draft.note(atom, "environment", Effect("environment.backdrop.colours", colour.name))

    def _season(self, atom: Atom) -> None:
        key = atom.sense("season").key
        self.draft.environment["season"] = key
        self.draft.note(atom, "environment", Effect("environment.season", key))

    def _weather(self, atom: Atom) -> None:
        for name, value in atom.sense("weather").data.items():
            self.draft.environment[name] = value
            self.draft.note(atom, "environment", Effect(f"environment.{name}", value))

    def clock(self, atom: Atom) -> None:
        """ "6pm", "18:00": the hour, and the named time it falls in."""
        text = atom.text.lower().replace(".", ":") if not atom.text.lower().endswith(".m.") else atom.text.lower().replace(".", "")
        digits = "".join(c if c.isdigit() or c == ":" else " " for c in text).split()[0].strip(":")
        hours, _, minutes = digits.partition(":")
        hour = int(hours) + (int(minutes) / 60 if minutes else 0)
        if "p" in text and hour < 12:
            hour += 12
        elif "a" in text and 12 <= hour < 13:
            hour -= 12
        if hour >= 24:
            self.draft.note(atom, "none", status="not_understood")
            return
        self.draft.lighting["hour"] = round(hour, 2)
        self.draft.note(atom, "lighting", Effect("lighting.hour", round(hour, 2)))
