"""Words that stand alone: camera, film, shadows, moods, genres, numbers with units, and talk that has no effect."""

from __future__ import annotations

import re

from diorama.language.chunks import Chunk, Item
from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.match import Atom
from diorama.scene.relation import SIDES

THIRDS, OF_THIRDS = "rule_of_thirds", ("left", "right")
"""A composition, and those that say which of its lines."""
OF_THE_CAMERA = frozenset((
    "from", "directly", "seen", "viewed", "shot", "taken", "photographed", "camera", "straight", "is", "view", "angle", "light", "lighting", "lit", "sun",
    "and", "or",
))  # fmt: skip
"""Words before "overhead" where it is said of the camera or the light."""
KEYED = {"framing": "camera.framing", "angle": "camera.angle", "composition": "camera.composition"}
CLAUSES = frozenset(("while", "whereas", "meanwhile"))
"""Words that begin a clause of its own: what was told before is not told on."""
REMAINING = re.compile(r"\b(?:only|just)\b[^.,;:]*\s$", re.I)
"""Before "left" where it means what remains: "with only two kings left"."""
GRADED = {
    **dict.fromkeys(("desaturated", "muted", "subdued", "faded", "washed out"), {"saturation": 0.72, "contrast": 0.92}), "pastel": {"saturation": 0.8, "contrast": 0.85, "fade": 0.2},
    **dict.fromkeys(("saturated", "vivid", "vibrant"), {"saturation": 1.3, "contrast": 1.06}),
}  # fmt: skip
"""Words for colours that, standing alone, are of the whole picture: "moody, desaturated"."""
WHY = {
    "quality": "every picture is made as well as the engine can",
    "realism": "every picture is a photograph",
    "photo": "it names the picture, not what is in it",
    "vague": "it is a judgement, not something a camera can be pointed at",
    "negative_prompt": "only what is described is put into the picture",
    "parameters": "they steer other programs",
    "unheard": "what it joins to is not shown",
    "character": "nothing in the picture changes by it",
}
"""Why boilerplate has no effect."""


class Standalone:
    def __init__(self, draft: Draft, binder):
        self.draft = draft
        self.binder = binder
        self.idle: dict[str, list[Atom]] = {}
        """Words without effect, by why."""

    def take(self, atom: Atom, items: list[Item], k: int) -> None:
        if atom.can("side") and self._leads(atom, items, k):
            return
        if self.alone(atom):
            self._joined(atom)
            return
        if atom.can("function", "determiner"):
            if atom.norm in CLAUSES:
                self.binder.group, self.binder.done, self.binder.fronted = [], None, []
            if atom.norm == "from" and self.binder.lights.current is not None:
                self.binder.lights.current.open = True  # "overhead light from skylights" is one light
            return
        if atom.can("unknown"):
            self.draft.note(atom, "none", status="not_understood")
        else:
            self.leftover(atom, self.binder.last)

    def _joined(self, atom: Atom) -> None:
        """ "at 6pm", "with film grain": the word before belongs to it."""
        pending, note = self.binder.pending, self.draft.notes.get((atom.start, atom.end))
        if pending is not None and pending.kind == "style_of" and note is not None:
            self.draft.note(pending.atom, "none", status=note.status)  # "in the style of film noir"
            self.binder.pending = None
        elif pending is not None and pending.atom.norm in ("at", "in", "on", "with", "by") and note is not None and (note.status == "applied" or atom.can("genre", "boilerplate")):
            self.draft.note(pending.atom, note.layer, status=note.status)
            self.binder.pending = None

    def _after_stop(self, atom: Atom) -> bool:
        return self.draft.prompt[: atom.start].rstrip().endswith((",", ".", ";", ":"))

    def _of_the_shot(self, atom: Atom) -> bool:
        """ "Blue moonlight, dramatic low angle": past a comma an angle is the camera's, not "sunlight at a low angle"."""
        light = self.binder.lights.current
        return "angle" in atom.norm and light is not None and "," in self.draft.prompt[light.at[1] : atom.start]

    def _over_all(self, atom: Atom) -> bool:
        """ "Paper lanterns overhead": up there, and no angle of the camera; "overhead shot", "a desk, overhead" are one."""
        before = self.draft.prompt[: atom.start].rstrip().lower()
        word = before.split()[-1] if before else ""
        if not word[-1:].isalpha() or word in OF_THE_CAMERA or self.binder.lights.current is not None:
            return False
        last = self.binder.last
        if last is not None and len(self.draft.prompt[last.at[1] : atom.start].split()) <= 1:
            made = self.draft.relate([last], "above", ["ground"], atom)
            self.draft.note(atom, "subject", Effect("relations", made))
        else:
            self.draft.note(atom, "none", status="no_effect")
        return True

    def alone(self, atom: Atom) -> bool:
        """Apply a word that means the same wherever it stands. False if it is no such word."""
        if atom.norm == "overhead" and self._over_all(atom):
            return True
        if atom.can("genre"):
            self._genre(atom)
        for kind in (
            "camera_words",
            "film_words",
            "angle",
            "framing",
            "composition",
            "aspect_words",
            "shadow",
            "gobo",
            "silhouette",
            "style",
            "mood",
            "boilerplate",
            "filler",
        ):
            sense = atom.sense(kind)
            if sense is None:
                continue
            light = self.binder.lights.current
            if kind == "angle" and atom.can("light_direction") and not self._of_the_shot(atom) and ("angle" in self.draft.camera or light is not None and ("azimuth" not in light.values or not self._after_stop(atom))):
                continue  # "a softbox, overhead"; but of "side light, overhead" the light has its direction
            getattr(self, "_" + kind, self._keyed)(atom, kind, sense)
            return True
        if atom.can("genre"):
            return True
        for kind in ("f_number", "focal", "aspect", "iso", "degrees", "number"):
            if atom.can(kind):
                getattr(self, "_" + kind)(atom)
                return True
        if atom.can("flag", "weight"):
            self.draft.note(atom, "none", status="no_effect")
            self.idle.setdefault("parameters", []).append(atom)
            return True
        if atom.can("frame_flag"):
            self.draft.note(atom, "camera")
            return True
        lights = self.binder.lights
        if atom.can("kelvin"):
            lights.kelvin(atom)
        elif atom.can("clock"):
            lights.clock(atom)
        elif atom.can("light_direction"):
            lights.direction(atom)
        elif atom.can("side"):
            self._side(atom)
        elif atom.can("light_verb"):
            self.draft.note(atom, "lighting", status="applied" if self.draft.lights else "no_effect")
        elif atom.can("lettering"):
            return self.binder.subjects.lettering(atom)
        else:
            return False
        return True

    def leftover(self, atom: Atom, owner: SubjectDraft | None) -> None:
        """A modifier without a noun of its own, or one that does not fit its noun."""
        lights, places = self.binder.lights, self.binder.places
        if self.alone(atom):
            return
        if atom.can("time"):
            lights.time(atom)
        elif atom.can("weather"):
            places.weather(atom)
        elif atom.can("season"):
            places.season(atom)
        elif atom.can("light_kelvin") and not lights.current:
            kelvin = atom.sense("light_kelvin").data["kelvin"]
            self.draft.lighting["kelvin"] = kelvin
            self.draft.note(atom, "lighting", Effect("lighting.kelvin", kelvin))
        elif atom.can("light_quality", "light_kelvin", "light_strength", "light_source") and lights.current:
            lights._modifier(lights.current, atom, places)
        elif atom.can("setting") and "setting" not in self.draft.environment:
            places.setting(atom.sense("setting").key, atom)
        elif atom.can("feature"):
            places._feature_atom(atom.sense("feature").key, atom)
        elif atom.can("colour_modifier") and atom.norm in GRADED and owner is None or atom.norm in ("desaturated", "saturated"):
            for name, value in GRADED[atom.norm].items():
                self.draft.film[name] = value
                self.draft.note(atom, "film", Effect(f"film.{name}", value))
        elif owner is not None and atom.can("part", "thing", "light_quality", "light_kelvin", "light_strength"):
            self.binder.subjects._trait_word(owner, atom)
        elif atom.can("unknown"):
            self.draft.note(atom, "none", status="not_understood")
        elif not self.binder.subjects.place_of(atom):
            self.draft.note(atom, "none", status="no_effect")
            self.idle.setdefault("character" if atom.can("attribute") else "loose", []).append(atom)

    def count_alone(self, chunk: Chunk) -> None:
        self.draft.note(chunk.count, "none", status="no_effect")
        self.idle.setdefault("loose", []).append(chunk.count)

    # ── camera ──

    def _keyed(self, atom: Atom, kind: str, sense) -> None:
        path, said = KEYED[kind], self.draft.camera.get(kind)
        key = said if sense.key == THIRDS and said in OF_THIRDS else sense.key
        if said == THIRDS and key in OF_THIRDS:
            for note in self.draft.notes.values():
                for effect in note.effects:
                    effect.value = key if effect.path == path else effect.value
        self._camera(kind, key, atom)
        self.draft.note(atom, "camera", Effect(path, key))

    def _camera(self, name: str, value, atom: Atom) -> None:
        self.draft.camera[name] = value
        self.draft.given.add("camera")

    def _camera_words(self, atom: Atom, kind: str, sense) -> None:
        for name, value in sense.data.items():
            if name == "depth":
                self._depth(atom, value)
            elif name == "focal_length" and self.draft.camera.get("focal_said"):
                self.draft.note(atom, "camera", Effect("camera.focal_length", self.draft.camera["focal_length"]))
            else:
                self._camera(name, value, atom)
                self.draft.note(atom, "camera", Effect(f"camera.{name}", value))

    def _depth(self, atom: Atom, value: str) -> None:
        if value == "unsaid":
            self.draft.note(atom, "camera")
            return
        self.draft.depth = value
        if value == "deep":
            self.draft.camera["deep_focus"] = True
            self.draft.note(atom, "camera", Effect("camera.deep_focus", True))
        else:
            self.draft.note(atom, "camera", Effect("camera.f_number", "shallow"))

    def _aspect_words(self, atom: Atom, kind: str, sense) -> None:
        self._aspect_of(atom, *sense.data["aspect"])

    def _aspect_of(self, atom: Atom, width: int, height: int) -> None:
        self.draft.camera.setdefault("aspect", (width, height))
        self.draft.note(atom, "camera", Effect("camera.aspect", self.draft.camera["aspect"]))

    def _aspect(self, atom: Atom) -> None:
        from fractions import Fraction

        left, right = (Fraction(part.strip()) for part in atom.text.lower().replace("×", ":").replace("x", ":").split(":"))
        ratio = left / right if right else Fraction(0)
        if not Fraction(1, 6) <= ratio <= 6:
            self.draft.note(atom, "none", status="no_effect")
            self.draft.say(
                "warning", "out-of-range", f"{atom.text}: the frame's shape goes from 1:6 to 6:1", (atom.start, atom.end), "16:9, 3:2, 1:1 or 4:5"
            )
            return
        exact = (
            (left, right)
            if left.denominator == right.denominator == 1
            else (ratio.limit_denominator(100).numerator, ratio.limit_denominator(100).denominator)
        )
        self._aspect_of(atom, int(exact[0]), int(exact[1]))

    def _f_number(self, atom: Atom) -> None:
        value = float("".join(c for c in atom.text.replace(",", ".") if c.isdigit() or c == "."))
        self._ranged(atom, "f_number", value, 0.7, 64, "f/1.8 blurs the background, f/8 is sharp through")

    def _focal(self, atom: Atom) -> None:
        value = float(re.findall(r"[\d.]+", atom.text)[-1])  # of a zoom, "24-70mm", the long end
        if self._ranged(atom, "focal_length", value, 8, 1200, "24mm is wide, 50mm normal, 85mm a portrait lens"):
            self.draft.camera["focal_said"] = True

    def _ranged(self, atom: Atom, name: str, value: float, low: float, high: float, help: str) -> bool:
        if not low <= value <= high:
            self.draft.note(atom, "none", status="no_effect")
            self.draft.say("warning", "out-of-range", f"{atom.text}: from {low:g} to {high:g}", (atom.start, atom.end), help)
            return False
        self._camera(name, value, atom)
        self.draft.note(atom, "camera", Effect(f"camera.{name}", value))
        return True

    def _iso(self, atom: Atom) -> None:
        self.draft.note(atom, "film", status="no_effect")
        self.draft.say(
            "note",
            "no-effect",
            f"{atom.text}: exposure is metered, so it changes nothing",
            (atom.start, atom.end),
            "for grain write 'film grain' or name a film: 'Ilford Delta 3200'",
        )

    def _degrees(self, atom: Atom) -> None:
        value = int("".join(c for c in atom.text if c.isdigit()))
        light = self.binder.lights.current
        if light is not None and value <= 90:
            self.binder.lights._data(light, {"elevation": value}, atom)
        else:
            self.draft.note(atom, "none", status="no_effect")
            self.idle.setdefault("loose", []).append(atom)

    def _number(self, atom: Atom) -> None:
        self.draft.note(atom, "none", status="no_effect")
        self.idle.setdefault("loose", []).append(atom)

    # ── film, light, talk ──

    def _film_words(self, atom: Atom, kind: str, sense) -> None:
        for name, value in sense.data.items():
            if name == "stock" and sense.key == "analogue film" and "stock" in self.draft.film:
                value = self.draft.film["stock"]
            if name == "grain" and sense.key == "analogue film":
                value = max(value, self.draft.film.get("grain", 0))
            self.draft.film[name] = value
            self.draft.note(atom, "film", Effect(f"film.{name}", value))

    def _shadow(self, atom: Atom, kind: str, sense) -> None:
        self.draft.lighting["shadow"] = sense.key
        self.draft.note(atom, "lighting", Effect("lighting.shadow", sense.key))

    def _gobo(self, atom: Atom, kind: str, sense) -> None:
        self.draft.lighting["gobo"] = sense.key
        self.draft.note(atom, "lighting", Effect("lighting.gobo", sense.key))

    def _mood(self, atom: Atom, kind: str, sense) -> None:
        self.draft.lighting["mood"] = sense.key
        self.draft.note(atom, "lighting", Effect("lighting.mood", sense.key))

    def _silhouette(self, atom: Atom, kind: str, sense) -> None:
        light = self.binder.lights._new((atom.start, atom.end))
        self.draft.lighting["mood"] = "low_key"
        effects = [Effect("lighting.mood", "low_key")]
        if light is not None:
            light.values, light.words = {"role": "back", "azimuth": 180, "elevation": 15, "quality": "hard"}, 3
            effects.append(Effect("role", "back", light))
        self.draft.note(atom, "lighting", *effects)

    def _style(self, atom: Atom, kind: str, sense) -> None:
        self.draft.styles.append(atom)
        self.draft.note(atom, "none", status="no_effect")

    def _genre(self, atom: Atom) -> None:
        self.draft.genre = self.draft.genre or atom.sense("genre").key
        self.draft.genre_said = True
        self.draft.note(atom, "none")

    def _boilerplate(self, atom: Atom, kind: str, sense) -> None:
        self.draft.note(atom, "none", status="no_effect")
        self.idle.setdefault(sense.key, []).append(atom)
        if atom.norm == "negative prompt":
            self.binder.negative = True

    @staticmethod
    def named(chunk: Chunk, link: Atom) -> bool:
        """ "by Ansel Adams": a name in capitals after "by"."""
        return link.norm == "by" and all(a.text[:1].isupper() for a in chunk.atoms)

    def manner(self, chunk: Chunk, link: Atom) -> None:
        """ "in the style of …": what of it a camera or film can do is done; a manner by name is told to have no effect."""
        left = [a for a in (chunk.count, *chunk.atoms) if a is not None and not (a.can("film_words", "mood", "camera_words", "composition", "style") and self.alone(a))]
        self.draft.note(link, "none", status="applied" if not left else "no_effect")
        if not left:
            return
        for atom in left:
            self.draft.note(atom, "none", status="no_effect")
        self.draft.say(
            "note",
            "no-effect",
            f"{self.draft.prompt[link.start : left[-1].end]!r}: a manner is not imitated by its name",
            (link.start, left[-1].end),
            "say what makes it so: 'hard flash, high contrast, black and white'",
        )

    def _filler(self, atom: Atom, kind: str, sense) -> None:
        self.draft.note(atom, "none", status="no_effect")

    def _leads(self, atom: Atom, items: list[Item], k: int) -> bool:
        """ "To the left is a glass", "…, on the right a cup": a side told before what is there. False if it is told of what went before."""
        before, after = items[k - 1] if k else None, items[k + 1] if k + 1 < len(items) else None
        opens = before is None or before.kind == "punct" and before.atom.text in ".;!?\n:—–"
        named = before is not None and before.kind == "function"  # "the left mug"
        clause = opens or named or before.kind in ("punct", "conjunction") or before.atom is not None and before.atom.can("function")
        if after is not None and (after.kind == "link" and after.atom.sense("link").key == "is" or after.kind == "free" and after.atom.can("function", "unknown", "filler")):
            after = items[k + 2] if k + 2 < len(items) else None
        leads = after is not None and (after.kind == "chunk" and after.chunk.head is not None and (named or after.chunk.determiner or after.chunk.count) or opens and after.kind == "punct" and after.atom.text == ",")
        if clause and leads and after.kind == "chunk" and after.chunk.kind != "thing":
            self.draft.note(atom, "environment")  # "in the background a window"
            return True
        if not (clause and leads) or self.binder.lights.current is not None and not opens:
            return False
        binder = self.binder
        if not opens:
            binder.previous, binder.group = binder.group or binder.previous, []
        binder.fronted = [f for f in binder.fronted if f[1] not in SIDES] + [("near", atom.sense("side").key, atom)]
        binder.done, binder.joined = None, None
        self.draft.note(atom, "subject")
        return True

    def _side(self, atom: Atom) -> None:
        """ "on the left": of the light spoken of, or of the frame."""
        key = atom.sense("side").key
        binder = self.binder
        if atom.norm == "left" and REMAINING.search(self.draft.prompt[: atom.start]):
            self.draft.note(atom, "subject", status="no_effect")
            return
        if binder.lights.side(key, atom):
            return
        has = binder.done is not None and binder.done.kind == "with"
        there = binder.done is not None and not has and binder.joined is None and key in ("left", "right")  # "a boat moored to a jetty on the left"
        if binder.placed and not there:
            self.draft.note(atom, "environment")  # "a stormy sea in the background"
            return
        told = {id(s) for r in self.draft.relations if r.objects[0] in SIDES for s in r.subjects}
        what = binder.last
        of_a_thing = has and what is not None and what not in binder.group and all(o.category not in ("person", "animal") for o in binder.done.owners)
        if of_a_thing and id(what) not in told and "corner" not in atom.norm:  # "a tractor in a field with a barn in the distance": the barn is there
            made = self.draft.relate([what], "near", [key], atom)
            self.draft.note(atom, "subject", Effect("relations", made))
            return
        owners = [s for s in binder.joined_by_and() if id(s) not in told] or ([binder.last] if binder.last and id(binder.last) not in told else [])
        if owners:
            made = self.draft.relate(owners, "near", [key], atom)
            self.draft.note(atom, "subject", Effect("relations", made))
        else:
            self.draft.note(atom, "camera")
            binder.fronted = [f for f in binder.fronted if f[1] not in SIDES] + [("near", key, atom)]

    def tell_idle(self) -> None:
        """One diagnostic for each reason why words have no effect."""
        notes = self.draft.notes
        still = {why: [a for a in atoms if (note := notes.get((a.start, a.end))) is None or note.status != "applied"] for why, atoms in self.idle.items()}
        for why, atoms in ((why, atoms) for why, atoms in still.items() if atoms):
            words = ", ".join(dict.fromkeys(a.text for a in atoms[:8]))
            span = (atoms[0].start, atoms[0].end)
            if why == "loose":
                self.draft.say(
                    "warning",
                    "no-effect",
                    f"{words}: belongs to nothing in the sentence, so it changes nothing",
                    span,
                    "put it before the noun it describes: 'a red mug'",
                )
            elif why == "vague":
                self.draft.say(
                    "help", "too-abstract", f"{words}: {WHY[why]}", span, "say what makes it so: 'low sun behind thin clouds', 'dew on the petals'"
                )
            elif why != "photo":
                self.draft.say("note", "no-effect", f"{words}: no effect; {WHY[why]}", span)
