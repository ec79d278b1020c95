"""A campaign: one brief, many subjects, in several formats, all in the same light and palette. A file says it; one command makes it.

campaign.toml → a series of subjects → each subject in each format: same place, light, exposure and film, framed anew for the shape
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import Field, ValidationError

from diorama.contracts import Job
from diorama.errors import OutputError, RequestError
from diorama.recipe import OPTION, Input, Recipe, parse
from diorama.recipe.request import Quality, as_request_error
from diorama.recipe.resolve import even
from diorama.scene import Camera, Scene
from diorama.scene.base import Model
from diorama.scene.camera import Box
from diorama.studio import words
from diorama.studio.inputs import keep, lettered
from diorama.studio.make import Studio
from diorama.studio.series import PLACE, series

MOST_FORMATS = 12
Shape = tuple[int, int]
Name = Annotated[str, Field(max_length=80)]
T = TypeVar("T")


class Placed(Model):
    """Where things are and what they bear, by their names; {subject} is whatever subject it is."""

    boxes: dict[Name, Box | Name] = Field({}, max_length=32)
    """Left, top, right, bottom as shares of the frame, or words for it."""
    logos: dict[Name, Annotated[str, Field(min_length=1)]] = Field({}, max_length=16)
    """A picture's file for each, by its place from the campaign's folder."""


P = TypeVar("P", bound=Placed)


class Advertised(Placed):
    """A subject with boxes and logos of its own, before those of the whole campaign."""

    name: str = Field(min_length=1)


class Campaign(Placed):
    """What the file says. Every field but the brief and its subjects has a default."""

    brief: str = Field(min_length=1, max_length=32_000)
    """With {subject} in it."""
    subjects: tuple[str | Advertised, ...] = Field(min_length=1, max_length=64)
    formats: tuple[str, ...] = Field(("1:1", "4:5", "9:16", "16:9"), min_length=1, max_length=MOST_FORMATS)
    size: int = Field(1024, ge=64, le=4096)
    """Pixels of each picture's long side."""
    quality: Quality = "standard"
    seed: int | None = None
    engine: str | None = None
    options: dict[str, OPTION] = {}
    palette: tuple[str, ...] = ()
    """Colours that things without one carry, in order, in every picture."""
    font: str | None = None
    """The face of all words: a file, by its place from the campaign's folder."""

    @property
    def all(self) -> tuple[Advertised, ...]:
        """Every subject with what holds for it; those without a name left out."""
        found = [one if isinstance(one, Advertised) else Advertised(name=one, boxes={}, logos={}) for one in self.subjects]
        return tuple(
            Advertised(name=name, boxes=_of(name, self.boxes) | _of(name, one.boxes), logos=_of(name, self.logos) | _of(name, one.logos))
            for one in found if (name := one.name.strip())
        )  # fmt: skip

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The formats as two numbers each. Raises RequestError."""
        found = []
        for text in self.formats:
            across, _, down = text.partition(":")
            if not (across.isdigit() and down.isdigit() and 0 < int(across) and 0 < int(down) and 1 / 6 <= int(across) / int(down) <= 6):
                raise RequestError(f"{text!r} is no format", where="formats", hint="such as 1:1, 4:5, 9:16, 16:9")
            found.append((int(across), int(down)))
        return tuple(found)


class Piece(NamedTuple):
    """One picture of a campaign."""

    subject: str
    format: str
    recipe: Recipe

    @property
    def name(self) -> str:
        """What its file is called: `red-mug-4x5`."""
        words = "".join(c if c.isalnum() else "-" for c in self.subject.lower())
        return "-".join(part for part in words.split("-") if part) + "-" + self.format.replace(":", "x")


def load(path: Path) -> Campaign:
    """The campaign in a TOML file. Raises OutputError for one that cannot be read, RequestError that names the wrong field."""
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        made = Campaign.model_validate(data)
        return _beside(made, path.parent)
    except OSError as wrong:
        raise OutputError(f"cannot read: {wrong.strerror}", where=str(path)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise RequestError(f"not TOML: {wrong}", where=str(path)) from None
    except ValidationError as wrong:
        error = as_request_error(wrong)
        hint = error.hint or f'brief = "a {PLACE} on white marble", subjects = ["mug", "vase"]'
        raise RequestError(error.message, where=f"{path.name}: {error.where}", hint=hint) from None


def pieces(studio: Studio, campaign: Campaign) -> Iterator[Piece]:
    """Every subject in every format, subject by subject. Raises as `series` does."""
    engine = campaign.engine or studio.settings.engine
    request = parse({
        "prompt": campaign.brief, "quality": campaign.quality, "seed": campaign.seed, "long_side": campaign.size, "engine": engine, "options": campaign.options,
        "palette": words.palette(", ".join(campaign.palette)),
    })  # fmt: skip
    shapes = campaign.shapes
    if campaign.font is not None:
        request = request.model_copy(update={"inputs": lettered(studio.history.inputs, Path(campaign.font))})
    subjects = campaign.all
    if twice := [name for name, count in Counter(one.name for one in subjects).items() if count > 1]:
        raise RequestError(f"{twice[0]!r} stands there twice", where="subjects", hint="each picture is called by its subject: tell them apart in their words")
    own = {one.name: {"boxes": _boxes(one.boxes), "inputs": (*request.inputs, *_marks(studio, one.logos))} for one in subjects}
    made = series(studio, campaign.brief, [one.name for one in subjects], request, own.__getitem__)
    for subject, (_, recipe) in zip(subjects, made, strict=True):
        for shape in shapes:
            one = Piece(subject.name, f"{shape[0]}:{shape[1]}", shaped(recipe, shape, campaign.size))
            studio.check(Job(one.recipe))
            yield one


def _of(subject: str, given: Mapping[str, T]) -> dict[str, T]:
    return {name.replace(PLACE, subject).strip(): value for name, value in given.items()}


def _boxes(given: Mapping[str, Box | str]) -> dict[str, Box]:
    """Raises RequestError for words that are no part of the frame."""
    return {name: words.box(box) if isinstance(box, str) else box for name, box in given.items()}


def _marks(studio: Studio, given: Mapping[str, str]) -> tuple[Input, ...]:
    """Raises OutputError for a file that cannot be read, RequestError that tells which is no picture."""
    found: list[Input] = []
    for name, file in given.items():
        try:
            (kept,) = keep(studio.history.inputs, [("logo", Path(file).read_bytes())])
        except OSError as wrong:
            raise OutputError(f"cannot be read: {wrong.strerror}", where=file) from None
        except RequestError as wrong:
            raise RequestError(wrong.message, where=file, hint=wrong.hint) from None
        found.append(kept.model_copy(update={"subject": name or None}))
    return tuple(found)


def _beside(made: Campaign, folder: Path) -> Campaign:
    """With its files' places as they are from here."""
    def there(one: P) -> P:
        return one.model_copy(update={"logos": {name: str(folder / file) for name, file in one.logos.items()}})

    subjects = tuple(one if isinstance(one, str) else there(one) for one in made.subjects)
    return there(made).model_copy(update={"subjects": subjects, "font": None if made.font is None else str(folder / made.font)})


def shaped(recipe: Recipe, shape: Shape, size: int) -> Recipe:
    """The recipe in another shape, `size` pixels long."""
    across, down = shape
    width, height = (size, even(size * down / across)) if across >= down else (even(size * across / down), size)
    return recipe.model_copy(update={"width": width, "height": height, "scene": _framed(recipe.scene, shape)})


def _framed(scene: Scene, shape: Shape) -> Scene:
    return scene.model_copy(update={"camera": Camera.model_validate({**scene.camera.model_dump(), "aspect": shape}), "layout": None})
