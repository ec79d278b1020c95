"""What each setting of Cycles is worth: error against CPU seconds. `python -m bench.sampling [--scenes night street] [--try NAME:setting=value,… …]`.

Each scene is composed once; of its picture at full size two small boxes are rendered, the one with most detail and one of the usual: a pixel shows and
costs what it does in the whole, at a fortieth of the time. Error is measured in the developed picture against a long render of another seed,
all under one exposure: root mean square of sRGB (0 to 1) and FLIP. `samples` and `threshold` are the picture's, `metered=True` has the noise judged as
the picture is exposed (pixels stop before 32 samples only with `adaptive_min_samples=14` or less); every other name is one of Cycles' settings.
The table gives each box's error and then, against the first that was tried, the mean ratio of RMS, FLIP and CPU seconds of rendering and denoising.
"""

from __future__ import annotations

import argparse
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import bpy
import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.ndimage import uniform_filter

from bench.beside import PROMPTS
from bench.flip import flip
from diorama.engines.stage.engine import wordless
from diorama.engines.stage.quality import PRESETS
from diorama.image import develop
from diorama.recipe import Recipe, Request
from diorama.scene import Film
from diorama.image.photograph import settle
from diorama.studio import Settings, Studio
from diorama_stage import service
from diorama_stage.compose import compose
from diorama_stage.props import registry
from diorama_stage.render import picture
from diorama_stage.render.border import Box, within

Value = str | int | float | bool
STANDARD = PRESETS["standard"]
TRIED = (
    f"standard:samples={STANDARD.samples}", "sobol:sampling_pattern=TABULATED_SOBOL", "8:samples=8", "16:samples=16", "16, 4 bounces:samples=16,max_bounces=4",
    "16, no light tree:samples=16,use_light_tree=False", "16, balanced:samples=16,denoising_quality=BALANCED",
    "16, rough guides:samples=16,denoising_prefilter=NONE",
)  # fmt: skip
WIDE, HIGH = 112, 80
"""Pixels of a box."""
SMALL = 0.25
"""Share of the size at which the picture is metered and boxes are chosen."""
USUAL = 0.6
"""The box of this rank in detail (0 to 1) is taken for a usual one."""


@dataclass(frozen=True)
class Shot:
    light: np.ndarray
    """Scene-linear (h, w, 3)."""
    seconds: float
    """CPU."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenes", nargs="+", choices=list(PROMPTS), default=["still life", "glass", "day", "night", "street", "forest"])
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--reference", type=int, default=512, help="samples of the reference")
    parser.add_argument("--try", dest="tried", nargs="+", default=TRIED, help="NAME:setting=value,…; the first is what the others are compared with")
    given = parser.parse_args()
    plans = [planned(text) for text in given.tried]
    registry.load()
    rows: dict[str, list[tuple[float, float, float]]] = {name: [] for name, _ in plans}
    for scene in given.scenes:
        for k, box in enumerate(boxes_of(scene, given.size, given.reference, plans, rows)):
            print(f"{scene} {k} {box}: " + "  ".join(f"{name} {rows[name][-2 + k][0]:.4f} {rows[name][-2 + k][2]:.2f} s" for name, _ in plans), flush=True)
    Console().print(table(rows, [f"{scene} {k}" for scene in given.scenes for k in (0, 1)]))


def planned(text: str) -> tuple[str, dict[str, Value]]:
    """A name and settings, of `NAME:setting=value,…`. Raises ValueError for a setting without a value."""
    name, _, rest = text.partition(":")
    pairs = [one.split("=", 1) for one in rest.split(",") if one]
    return name, {key: value(told) for key, told in pairs}


def value(told: str) -> Value:
    for kind in (int, float):
        try:
            return kind(told)
        except ValueError:
            continue
    return {"True": True, "False": False}.get(told, told)


def boxes_of(scene: str, size: int, reference: int, plans: list[tuple[str, dict[str, Value]]], rows: dict[str, list[tuple[float, float, float]]]) -> list[Box]:
    """Compose the scene and add the error by RMS and FLIP and the CPU seconds of every plan in each of its two boxes to `rows`."""
    recipe = _recipe(PROMPTS[scene], size)
    composed = compose(wordless(recipe.scene), seed=recipe.seed, width=recipe.width, height=recipe.height)
    passes = picture.render(8, 0.2, share=SMALL)
    light, albedo = service.through_air(passes, composed)
    stops = settle(recipe.scene, service.metering(light, albedo, composed), {}).layout.exposure
    boxes = chosen(light, recipe)
    order = sorted(plans, key=lambda plan: plan[1].get("samples", STANDARD.samples))
    for box in boxes:
        for _ in range(2):  # the first with Cycles' data made anew, the second keeps it: what is built once is not counted
            shoot(box, {"samples": 1})
        tried = {name: shoot(box, settings, stops) for name, settings in order}  # never fewer samples after more, which would build anew
        truth = _developed(shoot(box, {"samples": reference, "threshold": 0.003, "seed": recipe.seed + 77}).light, stops)
        for name, shot in tried.items():
            seen = _developed(shot.light, stops)
            rows[name].append((float(np.sqrt(np.mean((seen - truth) ** 2))), float(flip(truth, seen).mean()), shot.seconds))
    return boxes


def _recipe(prompt: str, size: int) -> Recipe:
    with TemporaryDirectory() as home, Studio(Settings(home=Path(home))) as studio:
        request = Request(prompt=prompt, width=size, seed=1)
        return studio.recipes(request, studio.read(request))[0]


def chosen(light: np.ndarray, recipe: Recipe) -> list[Box]:
    """The box of the whole picture with most detail, and one of the usual, by a small picture's light."""
    steps = np.hypot(*np.gradient(np.log2(1e-3 * light.mean() + light.mean(axis=-1))))
    high, wide = round(HIGH * SMALL), round(WIDE * SMALL)
    detail = uniform_filter(np.minimum(steps, 1.0), (high, wide))[high // 2 : -(high // 2), wide // 2 : -(wide // 2)]
    order, out = np.argsort(detail.ravel()), []
    for rank in (len(order) - 1, int(len(order) * USUAL)):
        y, x = divmod(int(order[rank]), detail.shape[1])
        left, top = min(round(x / SMALL), recipe.width - WIDE), min(round(y / SMALL), recipe.height - HIGH)
        out.append((left, top, left + WIDE, top + HIGH))
    return out


def shoot(box: Box, settings: dict[str, Value], stops: float = 0.0) -> Shot:
    """The box's light under Cycles' usual settings but for these. `stops`: by which the picture will be exposed."""
    rest = dict(settings)
    rest["film_exposure"] = exposure = 2.0**stops if rest.pop("metered", False) else 1.0
    samples, threshold = int(rest.pop("samples", STANDARD.samples)), float(rest.pop("threshold", STANDARD.threshold))
    with _changed(rest), within(box):
        before = _spent()
        passes = picture.render(samples, threshold)
        seconds = _spent() - before
    return Shot(np.ascontiguousarray(passes["Combined"][..., :3]) / exposure, seconds)


@contextmanager
def _changed(settings: dict[str, Value]) -> Iterator[None]:
    """Cycles so set meanwhile, whatever the quality says. Raises AttributeError for a setting that there is not."""
    cycles, usual = bpy.context.scene.cycles, picture.set_quality
    before = {name: getattr(cycles, name) for name in settings}

    def changed(*told: float, **more: bool) -> None:
        usual(*told, **more)
        _set(cycles, settings)

    try:
        with patch.object(picture, "set_quality", changed):
            yield
    finally:
        _set(cycles, before)


def _set(cycles: object, settings: dict[str, Value]) -> None:
    for name, told in settings.items():
        setattr(cycles, name, told)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _developed(light: np.ndarray, stops: float) -> np.ndarray:
    return develop(light, Film(vignette=0), exposure_stops=stops).astype(np.float32) / 255


def table(rows: dict[str, list[tuple[float, float, float]]], boxes: list[str]) -> Table:
    out = Table("tried", *boxes, "RMS", "FLIP", "CPU", box=None, title="RMS error by box; then mean ratios to the first")
    first = np.array(next(iter(rows.values())))
    for name, told in rows.items():
        ratio = (np.array(told) / first).mean(axis=0)
        out.add_row(name, *(f"{one[0]:.4f}" for one in told), *(f"{one:.3f}" for one in ratio))
    return out


if __name__ == "__main__":
    main()
