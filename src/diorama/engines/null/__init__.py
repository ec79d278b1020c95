"""The null engine: draws a plain card that says what it was asked for. For tests, benches and people who try the API. Always there."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Event, Job, Outcome, Preview, Progress
from diorama.errors import EngineRefused


class NullEngine:
    """Says so on the picture itself: it is no photograph."""

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="null", version=__version__, title="Draws a card with the request; no photograph", licence="Apache-2.0", speaks=("scene", "prompt"),
            takes=("references", "mask", "depth"), gives=("ids", "depth", "normal"), previews=True, cancels=True, may_refuse=True, deterministic=True,
            least=64, most=8192,
        )  # fmt: skip

    def make(self, job: Job, listen: Callable[[Event], None] = lambda _: None, cancel: Cancel | None = None) -> Outcome:
        cancel = cancel or Cancel()
        recipe = job.recipe
        if job.export:
            raise EngineRefused("the null engine has no scene of its own to export", hint="use the stage")
        if "refuse-this-prompt" in recipe.prompt:
            raise EngineRefused("refused on request", where="prompt")
        picture = None
        for step in range(3):
            cancel.check()
            listen(Progress("draw", step / 3, "drawing a card"))
            picture = self._card(job, step)
            if step < 2:
                listen(Preview(picture, step))
        cancel.check()
        listen(Progress("draw", 1.0, "done"))
        return Outcome(picture, self._passes(job) if job.passes else {}, {"subjects": [{"id": s.id, "count": s.count} for s in recipe.scene.subjects]})

    def _card(self, job: Job, step: int) -> np.ndarray:
        recipe = job.recipe
        rng = np.random.default_rng(recipe.seed)
        ground = tuple(int(v) for v in rng.integers(60, 180, 3))
        card = Image.new("RGB", (recipe.width, recipe.height), ground)
        draw = ImageDraw.Draw(card)
        text = f"null engine, seed {recipe.seed}, step {step + 1}/3\n" + "\n".join(textwrap.wrap(recipe.prompt, 40)[:12])
        draw.text((8, 8), text, fill=(245, 245, 240))
        return np.asarray(card)

    def _passes(self, job: Job) -> dict[str, np.ndarray]:
        shape = (job.recipe.height, job.recipe.width)
        normal = np.zeros((*shape, 3), np.float32)
        normal[..., 1] = -1
        return {"ids": np.zeros(shape, np.int32), "depth": np.full(shape, np.inf, np.float32), "normal": normal}

    def close(self) -> None:
        pass
