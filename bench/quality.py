"""How good each quality preset is: error against a long reference render of the same scenes, and what it costs. `python bench/quality.py`.

Error is the root mean square of the difference in AgX-developed sRGB (0 to 1), without grain, at 384 pixels; cost is relative to `draft`.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from diorama.contracts import Job
from diorama.image import develop
from diorama.recipe import Request
from diorama.scene import Film
from diorama.studio import Settings, Studio

PROMPTS = (
    "A stoneware mug on a walnut table, soft window light from the left, 85mm f/1.8",
    "A glass bottle and a brass bowl on white marble, softbox overhead",
    "A red bicycle leaning against a brick wall, late afternoon sun from the right",
    "A green velvet armchair in a living room, warm lamp light at night",
)
CANDIDATES = ((8, 0.2), (16, 0.1), (32, 0.06), (64, 0.04), (128, 0.025), (256, 0.015))
REFERENCE = (1536, 0.003)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--reference", type=int, default=REFERENCE[0], help="samples of the reference")
    given = parser.parse_args()
    errors: dict[tuple[int, float], list[float]] = {c: [] for c in CANDIDATES}
    seconds: dict[tuple[int, float], list[float]] = {c: [] for c in CANDIDATES}
    with tempfile.TemporaryDirectory() as home, Studio(Settings(home=Path(home))) as studio:
        for prompt in PROMPTS:
            truth, _, stops = shoot(studio, prompt, given.size, given.reference, REFERENCE[1])
            for candidate in CANDIDATES:
                picture, took, _ = shoot(studio, prompt, given.size, *candidate, stops=stops)
                errors[candidate].append(float(np.sqrt(np.mean((picture - truth) ** 2))))
                seconds[candidate].append(took)
                print(f"{candidate[0]:4} samples, threshold {candidate[1]}: error {errors[candidate][-1]:.4f}, {took:.1f} s  {prompt[:40]}", flush=True)
    table = Table("samples", "threshold", "rms error, mean", "worst", "seconds", "cost", box=None)
    cheapest = np.mean(seconds[CANDIDATES[0]])
    for candidate in CANDIDATES:
        e, s = errors[candidate], float(np.mean(seconds[candidate]))
        table.add_row(str(candidate[0]), str(candidate[1]), f"{np.mean(e):.4f}", f"{max(e):.4f}", f"{s:.1f}", f"{s / cheapest:.2f}")
    Console().print(table)


def shoot(studio: Studio, prompt: str, size: int, samples: int, threshold: float, stops: float | None = None) -> tuple[np.ndarray, float, float]:
    """The developed picture (h, w, 3), 0 to 1, the seconds of its render, and the stops it was exposed by (as metered, where none are given)."""
    request = Request(prompt=prompt, width=size, seed=1, options={"samples": samples, "threshold": threshold, "preview": False})
    recipe = studio.recipes(request, studio.read(request))[0]
    outcome = studio.engine("stage").make(Job(recipe, passes=True))
    stops = outcome.scene.layout.exposure if stops is None else stops
    picture = develop(outcome.passes["linear"], Film(vignette=0), exposure_stops=stops).astype(np.float32) / 255
    return picture, outcome.report["seconds"]["render"], stops


if __name__ == "__main__":
    main()
