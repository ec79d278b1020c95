"""The null engine: draws a plain card that says what it was asked for. For tests, benches and people who try the API. Always there.

Its option `seconds` (0 to 600; without it, DIORAMA_NULL_SECONDS) makes it as slow as an engine that works.
"""

from __future__ import annotations

import os
import textwrap
import threading
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Event, Job, Outcome, Preview, Progress
from diorama.errors import EngineRefused, RequestError


class NullEngine:
    """Says so on the picture itself: it is no photograph."""

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="null", version=__version__, title="Draws a card with the request; no photograph", licence="Apache-2.0", speaks=("scene", "prompt"),
            takes=("references", "mask", "depth"), gives=("ids", "depth", "normal", "lights"), previews=True, cancels=True, may_refuse=True, deterministic=True,
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
        seconds = _seconds(job)
        for step in range(3):
            _rest(seconds / 3, cancel)
            listen(Progress("draw", step / 3, "drawing a card"))
            picture = self._card(job, step)
            if step < 2:
                listen(Preview(picture, step))
        cancel.check()
        listen(Progress("draw", 1.0, "done"))
        passes = {**(self._passes(job) if job.passes else {}), **(self._lights(job) if job.lights else {})}
        report = {"subjects": self._subjects(job), "lights": [{"name": name, "kelvin": 6500.0} for name in self._light_names(job)]}
        return Outcome(picture, passes, report)

    def _card(self, job: Job, step: int) -> np.ndarray:
        recipe = job.recipe
        rng = np.random.default_rng(recipe.seed)
        ground = tuple(int(v) for v in rng.integers(60, 180, 3))
        card = Image.new("RGB", (recipe.width, recipe.height), ground)
        draw = ImageDraw.Draw(card)
        text = f"null engine, seed {recipe.seed}, step {step + 1}/3\n" + "\n".join(textwrap.wrap(recipe.prompt, 40)[:12])
        draw.text((8, 8), text, fill=(245, 245, 240))
        for subject in self._subjects(job):
            x0, y0, x1, y1 = (round(v * (recipe.width if i % 2 == 0 else recipe.height)) for i, v in enumerate(subject["frame"]))
            draw.rectangle((x0, y0, x1 - 1, y1 - 1), outline=(245, 245, 240), fill=tuple(min(v + 30, 255) for v in ground))
            draw.text((x0 + 4, y0 + 4), subject["thing"], fill=(245, 245, 240))
        return np.asarray(card)

    def _passes(self, job: Job) -> dict[str, np.ndarray]:
        shape = (job.recipe.height, job.recipe.width)
        normal = np.zeros((*shape, 3), np.float32)
        normal[..., 1] = -1
        ids, depth = np.zeros(shape, np.int32), np.full(shape, np.inf, np.float32)
        for subject in self._subjects(job):
            x0, y0, x1, y1 = (round(v * (shape[1] if i % 2 == 0 else shape[0])) for i, v in enumerate(subject["frame"]))
            ids[y0:y1, x0:x1], depth[y0:y1, x0:x1] = subject["index"], 1.0
        return {"ids": ids, "depth": depth, "normal": normal}

    def _subjects(self, job: Job) -> list[dict]:
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
    seconds = float(job.recipe.options.get("seconds", os.environ.get("DIORAMA_NULL_SECONDS", 0)))
    if not 0 <= seconds <= 600:
        raise RequestError(f"{seconds:g} is not allowed", where="options.seconds", hint="0 to 600")
    return seconds


def _rest(seconds: float, cancel: Cancel) -> None:
    """Wait, unless cancelled. Raises Cancelled at once then."""
    asked = threading.Event()
    forget = cancel.on(asked.set)
    asked.wait(seconds)
    forget()
    cancel.check()
