"""The null engine: draws a plain card that says what it was asked for. For tests, benches and people who try the API. Always there.

It heeds what it takes: a source lies below the card and stays as it is outside the mask; references and depth are seen on the card, small.
Its option `seconds` (0 to 600; without it, DIORAMA_NULL_SECONDS) makes it as slow as an engine that works.
"""

from __future__ import annotations

import io
import os
import textwrap
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from pydantic import Field

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Job, Listen, Local, Options, Outcome, Piece, Preview, Progress, Survey, check, checked, nobody
from diorama.errors import ContentRefused

MOST_SECONDS = 600
THUMBNAIL = 0.3
"""Of the card's shorter side."""


def _face(job: Job) -> ImageFont.FreeTypeFont | None:
    """The face of letters that was given; None: Pillow's own."""
    given = job.first("font")
    return None if given is None else ImageFont.truetype(io.BytesIO(given.tobytes()), 14)


class NullOptions(Options):
    seconds: float | None = Field(default=None, ge=0, le=MOST_SECONDS, description="How long it pretends to work")
    parts: int = Field(default=1, ge=1, le=64, description="Into how many strips it divides its picture, to be made one by one")


class NullEngine(Local):
    """Says so on the picture itself: it is no photograph."""

    options = NullOptions

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="null", version=__version__, title="Draws a card with the request; no photograph", licence="Apache-2.0", speaks=("scene", "prompt"),
            takes=("source", "mask", "reference", "depth", "object", "font"),
            gives=("ids", "depth", "normal", "lights"), pretends=True, previews=True, cancels=True, may_refuse=True, deterministic=True,
            least=64, most=8192,
        )  # fmt: skip

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        cancel = cancel or Cancel()
        check(job, self.capabilities(), self.options)
        if "refuse-this-prompt" in job.recipe.prompt:
            raise ContentRefused("refused on request", category="test")
        begun, seconds = time.monotonic(), _seconds(job)
        for step in range(3):
            cancel.rest(max(0.0, begun + seconds * (step + 1) / 3 - time.monotonic()))  # what it draws is part of its work
            listen(Progress("draw", step / 3, "drawing a card"))
            if step < 2:
                listen(Preview(self._card(job, step), step))
        cancel.check()
        listen(Progress("draw", 1.0, "done"))
        passes = {**(self._passes(job) if job.passes else {}), **(self._lights(job) if job.lights else {})}
        report = {"subjects": self._subjects(job), "lights": [{"name": name, "kelvin": 6500.0} for name in self._light_names(job)]}
        return Outcome.of(self._card(job, 2), passes=passes, report=report)

    def pieces(self, job: Job) -> tuple[Piece, ...]:
        """Strips from the top; each takes the time that the option says."""
        recipe, many = job.recipe, NullOptions.model_validate(job.recipe.options).parts
        cuts = [round(recipe.height * k / many) for k in range(many + 1)]
        return tuple(Piece(box=(0, top, recipe.width, bottom)) for top, bottom in zip(cuts, cuts[1:], strict=False)) if many > 1 else ()

    def survey(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Survey:
        listen(Preview(self._card(job, 0), 0))
        return Survey(scene=job.recipe.scene)

    def piece(self, job: Job, piece: Piece, listen: Listen = nobody, cancel: Cancel | None = None) -> bytes:
        _, top, _, bottom = piece.box or (0, 0, 0, job.recipe.height)
        (cancel or Cancel()).rest(_seconds(job))
        listen(Progress("draw", 1.0, piece.told))
        return self._card(job, 2)[top:bottom].tobytes()

    def joined(self, job: Job, pieces: Sequence[bytes], listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        strips = [np.frombuffer(one, np.uint8).reshape(-1, job.recipe.width, 3) for one in pieces]
        return Outcome.of(np.concatenate(strips), passes=self._passes(job) if job.passes else {}, report={"subjects": self._subjects(job)})

    def _card(self, job: Job, step: int) -> np.ndarray:
        recipe, source, mask = job.recipe, job.first("source"), job.first("mask")
        size = recipe.width, recipe.height
        rng = np.random.default_rng(recipe.seed)
        ground = tuple(int(v) for v in rng.integers(60, 180, 3))
        below = Image.new("RGB", size, ground) if source is None else Image.fromarray(source).resize(size)
        card = Image.blend(below, Image.new("RGB", size, ground), 0.5) if source is not None else below.copy()
        draw = ImageDraw.Draw(card)
        text = f"null engine, seed {recipe.seed}, step {step + 1}/3\n" + "\n".join(textwrap.wrap(recipe.prompt, 40)[:12])
        draw.text((8, 8), text, fill=(245, 245, 240), font=_face(job))
        for subject in self._subjects(job):
            x0, y0, x1, y1 = (round(v * (recipe.width if i % 2 == 0 else recipe.height)) for i, v in enumerate(subject["frame"]))
            draw.rectangle((x0, y0, x1 - 1, y1 - 1), outline=(245, 245, 240), fill=tuple(min(v + 30, 255) for v in ground))
            draw.text((x0 + 4, y0 + 4), subject["thing"], fill=(245, 245, 240))
        _pin(card, [one.pixels for one in job.given("reference")] + [_grey(one.pixels) for one in job.given("depth")])
        if mask is None:
            return np.asarray(card)
        may_change = Image.fromarray(mask.astype(np.uint8) * 255).resize(size, Image.Resampling.NEAREST)
        return np.asarray(Image.composite(card, below, may_change))

    def _passes(self, job: Job) -> dict[str, np.ndarray]:
        shape = (job.recipe.height, job.recipe.width)
        normal = np.zeros((*shape, 3), np.float32)
        normal[..., 1] = -1
        ids, depth = np.zeros(shape, np.int32), np.full(shape, np.inf, np.float32)
        for subject in self._subjects(job):
            x0, y0, x1, y1 = (round(v * (shape[1] if i % 2 == 0 else shape[0])) for i, v in enumerate(subject["frame"]))
            ids[y0:y1, x0:x1], depth[y0:y1, x0:x1] = subject["index"], 1.0
        return {"ids": ids, "depth": depth, "normal": normal}

    def _subjects(self, job: Job) -> list[dict[str, Any]]:
        """Each instance as a box in a row across the card."""
        all_of = [(s, k) for s in job.recipe.scene.subjects for k in range(s.count)]
        wide = 1 / max(len(all_of), 1)
        return [
            {"id": s.id, "instance": f"{s.id}.{k}", "index": i + 1, "thing": s.thing, "frame": [(i + 0.1) * wide, 0.55, (i + 0.9) * wide, 0.85]}
            for i, (s, k) in enumerate(all_of)
        ]

    def _light_names(self, job: Job) -> list[str]:
        return [*(light.id for light in job.recipe.scene.lighting.lights), "sky"]

    def _lights(self, job: Job) -> dict[str, np.ndarray]:
        """An even share of light from each."""
        names = self._light_names(job)
        even = np.full((job.recipe.height, job.recipe.width, 3), 0.18 / len(names), np.float32)
        return {f"light:{name}": even for name in names}

    def close(self) -> None:
        pass


def _seconds(job: Job) -> float:
    """The option's, else the environment's."""
    asked = NullOptions.model_validate(job.recipe.options).seconds
    if asked is not None:
        return asked
    found = checked(NullOptions, {"seconds": os.environ.get("DIORAMA_NULL_SECONDS") or 0})["seconds"]
    return float(found)


def _pin(card: Image.Image, pictures: list[np.ndarray]) -> None:
    """Small pictures (uint8 sRGB) in a row along the lower edge."""
    side = max(8, round(THUMBNAIL * min(card.size)))
    for k, pixels in enumerate(pictures):
        small = Image.fromarray(pixels)
        small.thumbnail((side, side))
        card.paste(small, (4 + k * (side + 4), card.height - small.height - 4))


def _grey(depth: np.ndarray) -> np.ndarray:
    """A depth map (float32 (h, w), any unit) as uint8 sRGB: near is white."""
    near = 1 / np.maximum(np.where(np.isfinite(depth), depth, np.inf), 1e-6)
    shade = (255 * near / max(float(near.max()), 1e-9)).astype(np.uint8)
    return np.repeat(shade[..., None], 3, axis=2)
