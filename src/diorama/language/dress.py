"""Modifiers → the looks of a subject or surface: colour, material, pattern, finish, shape, size, state, style."""

from __future__ import annotations

import colorsys
import re

from diorama.language.draft import Draft, Effect, LightDraft, SubjectDraft, SurfaceDraft
from diorama.language.match import Atom
from diorama.language.measures import measured
from diorama.scene import Colour
from diorama_catalogue import Tag, tagged

SHIFT = {
    "dark": (1.0, 0.62), "light": (0.72, 1.35), "pale": (0.5, 1.4), "bright": (1.25, 1.12), "deep": (1.15, 0.72), "pastel": (0.5, 1.5),
    "muted": (0.55, 0.95), "neon": (1.5, 1.25), "coloured": (1.0, 1.0),
}  # fmt: skip
"""Colour modifier → factors on saturation and lightness."""

MODEL, MODEL_LENGTH = 0.8, 0.22
"""A tiny thing that is usually longer than the first is a model of it, about as long as the second (metres): a tiny car, a tiny chair on a table."""
COLOURED = frozenset(("vehicle", "electronics", "paper", "wear", "building", "furniture", "food", "plant", "animal", "person", "street"))
"""Categories on which "silver", "gold", "sand", "stone" are paint, not stuff."""
CAST = frozenset(("bronze", "brass", "copper", "terracotta", "stone"))
"""What an animal or somebody is cast or hewn of; "silver" and "gold" are coats."""
HEWN = frozenset(("stone",))
"""What anything but clothes is hewn of: a stone car is no beige one, stone trousers are."""
KIN = frozenset(("vintage", "modern", "minimalist", "rustic", "elegant"))
"""Styles whose words mean much the same ("retro", "old-fashioned"): the style's name is kept besides the word."""
ALSO = {"slice": ("sliced",)}
"""What a state brings with it."""
METALLIC = tagged(Tag.METALLIC)


def colour_of(atom: Atom, modifier: str | None = None) -> Colour | None:
    """The colour a word names, shifted by the modifier before it: "pale green"."""
    sense = atom.sense("colour")
    if sense is not None:
        name, value = sense.key.replace("_", " "), sense.data["hex"]
    elif atom.can("hex"):
        value = _long_hex(atom.text)
        name = value
    else:
        return None
    if modifier is None or modifier == "coloured":
        return Colour(name=name, hex=value)
    return Colour(name=f"{modifier} {name}", hex=shifted(value, modifier))


def _long_hex(text: str) -> str:
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(c * 2 for c in digits))


def shifted(value: str, modifier: str) -> str:
    """A hex colour made darker, paler, brighter …, in HLS."""
    r, g, b = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    h, lightness, s = colorsys.rgb_to_hls(r, g, b)
    fs, fl = SHIFT[modifier]
    lightness = min(lightness * fl, 1 - (1 - lightness) * 0.45) if fl > 1 else lightness * fl
    r, g, b = colorsys.hls_to_rgb(h, min(max(lightness, 0.03), 0.95), min(s * fs, 1.0))
    return "#" + "".join(f"{round(v * 255):02x}" for v in (r, g, b))


class Wardrobe:
    """Puts modifiers on surfaces and notes what each word did."""

    def __init__(self, draft: Draft):
        self.draft = draft

    def surface(self, atoms: list[Atom], surface: SurfaceDraft, path: str, layer: str, owner: SubjectDraft | LightDraft | None = None) -> list[Atom]:
        """Apply colours, materials, patterns and finishes; return the atoms that are none of these."""
        rest, modifier = [], None
        for k, atom in enumerate(atoms):
            after = atoms[k + 1] if k + 1 < len(atoms) else None
            if atom.can("colour_modifier") and after is not None and after.can("colour", "hex", "colour_modifier"):
                modifier = atom
                continue
            if not self._one(atom, atoms, surface, path, layer, owner, modifier):
                rest.append(atom)
            modifier = None if not atom.can("colour_modifier") else modifier
        return rest

    def _one(self, atom: Atom, atoms: list[Atom], surface: SurfaceDraft, path: str, layer: str, owner, modifier: Atom | None) -> bool:
        note = self.draft.note
        named = [a for a in atoms if a is not atom and a.can("material") and not a.can("colour")]
        material = atom.sense("material")
        if (
            material is not None
            and atom.can("colour")
            and isinstance(owner, SubjectDraft)
            and owner.category in COLOURED
            and owner.thing not in METALLIC
            and not (owner.category in ("animal", "person") and atom.norm in CAST)
            and not (owner.category != "wear" and atom.norm in HEWN and not any(a.start == atom.end + 1 and a.norm in ("coloured", "colored") for a in atoms))
        ):
            material = None
        if atom.can("colour", "hex") and not (material and not named and surface.material is None and not self._colour_like(atom)):
            colour = colour_of(atom, modifier.sense("colour_modifier").key if modifier else None)
            known = any(c.hex == colour.hex for c in surface.colours)
            if len(surface.colours) >= 4 and not known:
                self._say_full(atom)
                return True
            if not known:
                surface.colours.append(colour)
            effect = Effect(f"{path}.colours", colour.name, owner)
            note(atom, layer, effect)
            if modifier is not None:
                note(modifier, layer, Effect(f"{path}.colours", colour.name, owner))
            return True
        if material is not None:
            if surface.material is not None and surface.material != material.key:
                if material.key == "paint" or surface.material == "paint":
                    surface.material = material.key if surface.material == "paint" else surface.material
                else:
                    surface.material = material.key
            else:
                surface.material = material.key
            note(atom, layer, Effect(f"{path}.material", material.key, owner))
            if modifier is not None:
                note(modifier, layer, Effect(f"{path}.material", material.key, owner))
            return True
        if atom.can("pattern"):
            surface.pattern = atom.sense("pattern").key
            note(atom, layer, Effect(f"{path}.pattern", surface.pattern, owner))
            return True
        if atom.can("finish") and not atom.can("state"):
            finish = atom.sense("finish").key
            surface.finish.append(finish)
            note(atom, layer, Effect(f"{path}.finish", finish, owner))
            return True
        return False

    @staticmethod
    def _colour_like(atom: Atom) -> bool:
        """Words that are colour before they are stuff ("terracotta", "chocolate"), unlike metals and stones."""
        return atom.sense("colour").key not in (
            "gold",
            "golden",
            "silver",
            "copper",
            "bronze",
            "stone",
            "slate",
            "bone",
            "rust",
            "straw",
            "sand",
            "terracotta",
            "ruby",
            "sapphire",
            "emerald",
            "jade",
            "amethyst",
            "onyx",
            "ebony",
            "mahogany",
        )

    def _say_full(self, atom: Atom) -> None:
        self.draft.note(atom, "none", status="no_effect")
        if not any(d.code == "too-many-colours" for d in self.draft.diagnostics):
            self.draft.say(
                "note",
                "too-many-colours",
                f"a surface takes four colours; {atom.text!r} is left out",
                (atom.start, atom.end),
                "name fewer colours, or give parts colours of their own",
            )

    def subject(self, subject: SubjectDraft, atoms: list[Atom]) -> list[Atom]:
        """Dress a subject in its modifiers; return those that do not fit a thing."""
        atoms = measured(self.draft, subject, atoms)
        rest = self.surface([a for a in atoms if not self._shape_first(a)], subject.surface, "surface", "subject", subject)
        left = []
        for atom in [a for a in atoms if self._shape_first(a)] + rest:
            if not self._trait(subject, atom):
                left.append(atom)
        return left

    @staticmethod
    def _shape_first(atom: Atom) -> bool:
        return atom.can("shape", "size") and not atom.can("colour", "material")

    def _trait(self, subject: SubjectDraft, atom: Atom) -> bool:
        note = self.draft.note
        for kind in ("shape", "size", "state", "attribute", "finish"):
            sense = atom.sense(kind)
            if sense is None:
                continue
            if kind == "shape":
                subject.shape = sense.key
                note(atom, "subject", Effect("shape", sense.key, subject))
            elif kind == "size":
                model = sense.key == "tiny" and subject.length > MODEL
                for name, factor in sense.data.items():
                    factor = max(MODEL_LENGTH / subject.length, 0.05) if model else factor
                    subject.size[name] = round(min(max(subject.size.get(name, 1.0) * factor, 0.05 if model else 0.3), 4.0), 3)
                note(atom, "subject", *(Effect(f"size.{name}", subject.size[name], subject) for name in sense.data))
            elif kind == "finish":
                subject.surface.finish.append(sense.key)
                note(atom, "subject", Effect("surface.finish", sense.key, subject))
            else:
                many, path = (subject.states, "states") if kind == "state" else (subject.attributes, "attributes")
                value = sense.key if kind == "state" else atom.norm
                values = dict.fromkeys((value, *ALSO.get(sense.key, ()), *((sense.key,) if kind == "attribute" and sense.key in KIN else ())))
                many += values
                note(atom, "subject", *(Effect(path, v, subject) for v in values))
            return True
        if atom.can("colour_modifier"):
            return self._modifier_alone(subject, atom)
        if atom.can("age"):
            words = re.sub(r"[^0-9a-z]+", "_", atom.text.lower()).strip("_")
            subject.attributes.append(words)
            note(atom, "subject", Effect("attributes", words, subject))
            return True
        return False

    def _modifier_alone(self, subject: SubjectDraft, atom: Atom) -> bool:
        """ "a dark bottle": no colour to change, so the thing is made dark or light as such."""
        key = atom.sense("colour_modifier").key
        grounds = {
            "dark": ("dark", "#33302d"),
            "light": ("light", "#d9d3c8"),
            "pale": ("pale", "#ddd6ca"),
            "bright": None,
            "deep": None,
            "pastel": ("pastel", "#dcc9cf"),
            "muted": None,
            "neon": None,
            "coloured": None,
        }
        if grounds[key] and not subject.surface.colours and subject.surface.material is None:
            name, value = grounds[key]
            subject.surface.colours.append(Colour(name=name, hex=value))
            self.draft.note(atom, "subject", Effect("surface.colours", name, subject))
        else:
            subject.attributes.append(atom.norm)
            self.draft.note(atom, "subject", Effect("attributes", atom.norm, subject))
        return True
