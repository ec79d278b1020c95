"""Words and scenes: the one door to the language. What an engine cannot show is said here, for every reading and every edit, whoever asks.

words → language → reading or refinement → stand-ins for what the engine cannot build → what doors get
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diorama.contracts import Capabilities
from diorama.errors import RequestError
from diorama.language import LAYERS, Diagnostic, Phrase, Reading, choices, must_show
from diorama.language import read as read_words
from diorama.language import stand_in as stand_in_for_reading
from diorama.language.boxes import box_named
from diorama.language.explain import Why, explain
from diorama.language.lexicon import lexicon
from diorama.language.model import ordered
from diorama.language.page_edits import edited as edit_pages
from diorama.language.pages.documents import document
from diorama.language.palette import colours_named
from diorama.language.refine import Line, Refinement
from diorama.language.refine import refine as refine_words
from diorama.language.refine import stand_in as stand_in_for_refinement
from diorama.language.refine.describe import describe
from diorama.language.tokens import scan
from diorama.language.vary import layers as varying
from diorama.language.vary import vary as vary_layer
from diorama.scene import Edit, Scene, diff
from diorama.scene.base import Model
from diorama.scene.by_hand import put as put_values
from diorama.scene.camera import Box

__all__ = [
    "LAYERS", "Diagnostic", "Line", "Phrase", "Put", "Reading", "Refinement", "Why", "choices", "count", "document", "edit",
    "edit_pages", "explain", "kinds", "layers", "must_show", "put", "read", "unfilmed", "unheeded", "vary", "warm",
]  # fmt: skip

BROWSED = (
    "thing", "stand_in", "material", "pattern", "finish", "colour", "shape", "state", "setting", "feature", "weather", "time", "light_source", "framing", "angle", "stock",
)  # fmt: skip
"""Kinds of the lexicon that a person would look through."""


def palette(text: str) -> tuple[str, ...]:
    """Colours as `#rrggbb`, from a list such as "#b5651d, teal and deep coral". Raises RequestError for what names none."""
    if not text.strip():
        return ()
    found = colours_named(text)
    if found is None:
        raise RequestError(f"{text!r} is no list of colours", where="palette", hint="numbers or names: '#b5651d #2f4b3c', 'teal, deep coral and cream'")
    return tuple(one.hex for one in found)


def box(text: str) -> Box:
    """A part of the frame, from words such as "left third" or four shares of it such as "0.5,0,1,1". Raises RequestError."""
    found = box_named(text)
    if found is None:
        hint = "left,top,right,bottom as shares of it, or words: 'left third', 'lower right corner'"
        raise RequestError(f"{text!r} is no part of the frame", where="box", hint=hint)
    return found


def read(prompt: str, *, aspect: str | None = None, choice: int = 0, able: Capabilities | None = None) -> Reading:
    """The prompt as a scene that the engine can show (the stage, where none is given); what it cannot is said. `aspect`: "16:9"; `choice`: which of the
    prompt's alternatives. Raises PromptError."""
    reading = read_words(prompt, aspect=aspect, choice=choice)
    return stand_in_for_reading(reading) if builds(able) else reading


def unheeded(prompt: str) -> tuple[str, ...]:
    """The phrases of a prompt's first paragraph (what follows refined it) that the scene holds nothing of."""
    first = next(iter(prompt.strip().splitlines()), "")
    phrases = read_words(first).phrases if first else ()
    return tuple(phrase.text for phrase in phrases if phrase.status in ("not_understood", "no_effect") and len(phrase.text) > 2)


def unfilmed(reading: Reading, engine: str) -> Reading:
    """The same for an engine that makes no films: where its words ask for one, it is said that a picture comes of them."""
    if reading.filmed is None:
        return reading
    message = f"{engine} makes pictures and no films: this is one picture of it"
    told = {"severity": "warning", "code": "no-film", "message": message, "help": "the stage makes films"}
    said = tuple(one.model_copy(update=told) if one.code == "film" else one for one in reading.diagnostics)
    return reading.model_copy(update={"filmed": None, "diagnostics": tuple(ordered(list(said)))})


def edit(before: Scene, words: str, *, able: Capabilities | None = None) -> Refinement:
    """What words make of a scene, as the engine can show it. Raises PromptError for what is no text."""
    made = refine_words(before, words)
    return stand_in_for_refinement(before, made) if builds(able) else made


def vary(before: Scene, layer: str, n: int = 4, of: str = "", *, able: Capabilities | None = None) -> tuple[Refinement, ...]:
    """Variations of a scene along one layer, as the engine can show them; see `layers`. Raises RequestError."""
    made = vary_layer(before, layer, n, of)
    return tuple(stand_in_for_refinement(before, one) for one in made) if builds(able) else made


class Put(Model):
    """Values put into a scene by hand."""

    scene: Scene
    edit: Edit
    diff: tuple[Line, ...]


def put(before: Scene, values: Mapping[str, Any]) -> Put:
    """Values for places of a scene ("lighting.lights.l1.azimuth"), and in words what that changes. Raises SceneError."""
    after = put_values(before, dict(values))
    return Put(scene=after, edit=diff(before, after), diff=describe(before, after))


def builds(able: Capabilities | None) -> bool:
    """Whether pictures are built from the scene, so that it matters what can be built."""
    return able is None or "scene" in able.speaks


def layers() -> tuple[str, ...]:
    """What `vary` can vary."""
    return tuple(varying())


def kinds() -> dict[str, list[str]]:
    """The words that are known, by kind: things, materials, colours, settings …"""
    groups: dict[str, set[str]] = {}
    for entries in lexicon().words.values():
        for _, senses in entries:
            for sense in (x for x in senses if x.kind in BROWSED):
                groups.setdefault(sense.kind, set()).add(sense.key)
    return {kind: sorted(keys) for kind, keys in sorted(groups.items())}


def count(text: str) -> int:
    """Words and signs, as the reader counts them."""
    return len(scan(text))


def warm() -> None:
    """Load what reading needs, now and not when somebody waits for it."""
    read_words("a mug")
