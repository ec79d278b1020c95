"""The darkroom's use cases: a picture, ours or anybody's, and an operation become a recipe. `Studio.make` makes it, as any other.

given      a picture from anywhere → its recipe: what it shows is known by its pixels alone
enlarged   ours from the stage: photographed again, with more pixels; any other: by an upscaler
cut_out    the subjects of one of ours, on a transparent background
cropped    a part of it
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import diorama
from diorama import contracts, image
from diorama.contracts import Job
from diorama.errors import OutputError, RequestError
from diorama.history import Entry
from diorama.history.inputs import Inputs
from diorama.image.codecs import LARGEST_SIDE as LARGEST_KEPT
from diorama.image.codecs import open_picture
from diorama.recipe import OPTION, Input, Recipe
from diorama.recipe.inputs import Box
from diorama.recipe.request import LARGEST_MADE, LARGEST_SEED, LARGEST_SIDE
from diorama.scene import Scene
from diorama.studio.make import Studio
from diorama.studio.source import Source, recognise

DARKROOM = "darkroom"
UNKNOWN = Scene.model_validate({"environment": {"setting": "studio"}, "lighting": {"time": "noon", "hour": 12.0}})
"""The scene of a picture of which nothing is known but its pixels: no subject is in it."""

MOST_TIMES = 8
"""The largest factor of an enlargement."""


class Picture(NamedTuple):
    """A picture that is there: its file's bytes, and what made it, where that is known."""

    data: bytes
    source: Source | None

    @property
    def entry(self) -> Entry | None:
        return self.source.entry if self.source else None


class Worked(NamedTuple):
    """What the darkroom is to do."""

    recipe: Recipe
    parent: str | None
    edit: dict[str, Any]
    """As the history keeps it."""


def picture(studio: Studio, ref: str) -> Picture:
    """The picture meant by `last`, an id of the history or its beginning, or any picture's file. Raises OutputError, UnknownEntry."""
    path = Path(ref)
    if path.suffix or path.exists():
        try:
            data = path.read_bytes()
        except OSError as wrong:
            raise OutputError(f"cannot read: {wrong.strerror}", where=ref) from None
        return Picture(data, recognise(studio.history, data))
    entry = studio.history.get(ref)
    return Picture(studio.history.read(entry), Source(entry.recipe, entry))


def given(inputs: Inputs, data: bytes) -> Recipe:
    """The recipe of a picture from anywhere: itself. Words, seed and model that another program wrote into it are taken along. Raises RequestError."""
    height, width = open_picture(data).shape[:2]
    told = image.read_metadata(data)
    words = told.get("prompt")
    seed = told.get("seed")
    seed = seed % (LARGEST_SEED + 1) if isinstance(seed, int) else 0
    return recipe_of(inputs, Picture(data, None), "keep", (width, height), {}, prompt=words if isinstance(words, str) else "", seed=seed)


def enlarged(studio: Studio, of: Picture, factor: float = 2.0, tool: str | None = None, *, to_file: bool = False) -> Worked:
    """`tool`: an upscaler's name. None: what the stage made is photographed again with more pixels, and whatever else is enlarged by Real-ESRGAN.

    `to_file`: an upscaler writes a PNG of up to 16384 pixels a side beside the picture that is kept, which is then its proof.
    Raises RequestError for a factor that does not enlarge, and where the result would be over 4096 pixels a side (the stage's) or 8192 (an upscaler's).
    """
    if not 1 < factor <= MOST_TIMES:
        raise RequestError(f"{factor:g} times as large", where="times", hint=f"more than 1, {MOST_TIMES} at most; `diorama crop` keeps a part")
    recipe = of.source.recipe if of.source else None
    edit = {"operation": "enlarge", "factor": factor}
    if tool is None and not to_file and recipe is not None and "scene" in studio.able(recipe.engine).speaks:
        return worked(studio, _photographed_again(studio, recipe, factor), of, edit)
    height, width = _size(of)
    options: dict[str, OPTION] = {"factor": factor, "tool": contracts.tool(tool or "realesrgan").capabilities().name}
    if to_file:
        options["large"] = True
    most = LARGEST_MADE if to_file else LARGEST_KEPT
    if max(height, width) * factor > most:
        larger = "" if to_file else f"; up to {LARGEST_MADE} into a file of its own: --large FILE.png, `large` by the API"
        hint = f"--times {most / max(height, width):.3g} at most{larger}"
        raise RequestError(f"{round(width * factor)}x{round(height * factor)} pixels", where="times", hint=hint)
    recipe = recipe_of(studio.history.inputs, of, "enlarge", (round(width * factor), round(height * factor)), options)
    return worked(studio, recipe, of, edit | {"tool": options["tool"]})


def _photographed_again(studio: Studio, recipe: Recipe, factor: float) -> Recipe:
    """The same scene, arranged and lit as it was: more pixels of the same light, with detail that is truly there."""
    width, height = round(recipe.width * factor), round(recipe.height * factor)
    if max(width, height) > LARGEST_SIDE:
        most = LARGEST_SIDE / max(recipe.width, recipe.height)
        raise RequestError(f"{width}x{height} is larger than the stage makes", where="times", hint=f"--times {most:.3g} at most, or --by realesrgan")
    versions = {"engine_version": studio.able(recipe.engine).version, "diorama": diorama.__version__}
    return recipe.anew().model_copy(update={"width": width, "height": height, **versions})


def cut_out(studio: Studio, of: Picture, *, shadow: bool = True) -> Worked:
    """The subjects on a transparent background, photographed again so: soft edges, glass that shows nothing behind it; with the shadow they cast, or without.

    Raises RequestError for a picture that no engine here has a scene of.
    """
    return worked(studio, backed(studio, of, "shadow" if shadow else "none"), of, {"operation": "cut out", "shadow": shadow})


def backed(studio: Studio, of: Picture, background: str) -> Recipe:
    """The picture's recipe with something else behind its subjects. Raises RequestError."""
    recipe = of.source.recipe if of.source else None
    if recipe is None or not studio.able(recipe.engine).transparent:
        raise RequestError("what is behind the things in this picture is not known", where="picture", hint="cutting out needs a picture of the stage's")
    return recipe.anew().model_copy(update={"options": {**recipe.options, "background": background}})


def cropped(studio: Studio, of: Picture, box: Box) -> Worked:
    """The part of the picture in a box, pixel for pixel. Raises RequestError."""
    left, top, right, bottom = box
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        raise RequestError(f"{left:g},{top:g},{right:g},{bottom:g} is no box", where="box", hint="left, top, right, bottom as shares of the frame")
    high, wide = _size(of)
    columns, rows = round(right * wide) - round(left * wide), round(bottom * high) - round(top * high)
    if columns < 1 or rows < 1:
        raise RequestError("no pixel lies in this box", where="box", hint="left, top, right, bottom as shares of the frame, farther from one another")
    options: dict[str, OPTION] = {"left": round(float(box[0]), 6), "top": round(float(box[1]), 6)}
    recipe = recipe_of(studio.history.inputs, of, "crop", (columns, rows), options)
    return worked(studio, recipe, of, {"operation": "crop", "box": list(box)})


def upright(of: Picture) -> np.ndarray:
    """The pixels of a picture that is worked on by them, uint8 sRGB (h, w, 3). Raises RequestError for a transparent one: it would come out opaque."""
    picture = open_picture(of.data)
    if picture.shape[2] == 4:
        hint = "`diorama make \"my bottle on slate\" --with FILE` stands it in a scene; else lay it on a ground in another program first"
        raise RequestError("this picture is transparent, and would come out opaque", where="picture", hint=hint)
    return picture


def _size(of: Picture) -> tuple[int, int]:
    """Height and width of such a picture."""
    height, width = upright(of).shape[:2]
    return height, width


def worked(studio: Studio, recipe: Recipe, of: Picture, edit: dict[str, Any]) -> Worked:
    studio.check(Job(recipe))
    return Worked(recipe, of.entry.id if of.entry else None, edit)


def recipe_of(
    inputs: Inputs, of: Picture, operation: str, size: tuple[int, int], options: dict[str, OPTION], *,
    more: tuple[Input, ...] = (), prompt: str = "", seed: int = 0,
) -> Recipe:  # fmt: skip
    """The darkroom's recipe: the picture's file is its source, and its scene, words and seed go along."""
    made_by = of.source.recipe if of.source else None
    source = Input(kind="source", sha256=inputs.keep(of.data))
    return Recipe(
        prompt=made_by.prompt if made_by else prompt, scene=made_by.scene if made_by else UNKNOWN, engine=DARKROOM, engine_version=diorama.__version__,
        diorama=diorama.__version__, width=size[0], height=size[1], quality="final", seed=made_by.seed if made_by else seed,
        options={"operation": operation, **options}, inputs=(source, *more),
    )  # fmt: skip
