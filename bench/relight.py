"""How long a relight takes: `python -m bench.relight`. A table of random light, as long as `LONG_SIDE`, with 3, 6 and 9 lights; median of 15."""

from __future__ import annotations

import time

import numpy as np
from rich.console import Console
from rich.table import Table

from diorama.language import read
from diorama.scene import Layout
from diorama.studio import Change, LightTable, Relight, relight
from diorama.studio.relight import LONG_SIDE


def main() -> None:
    scene = read("a mug on a table").scene.model_copy(update={"layout": Layout(exposure=0.0, white_balance=5600.0)})
    rng = np.random.default_rng(1)
    out = Table("lights", "pixels", "ms", box=None)
    for count in (3, 6, 9):
        names = tuple(f"l{k}" for k in range(count))
        light = rng.random((count, round(LONG_SIDE / 1.5), LONG_SIDE, 3), dtype=np.float32) / count
        table = LightTable(names, (5600.0,) * count, light, scene, 1)
        times = []
        for k in range(15):
            start = time.perf_counter()
            relight(table, Relight(lights={"l1": Change(strength=0.1 * k, kelvin=3000 + 100 * k)}))
            times.append((time.perf_counter() - start) * 1000)
        out.add_row(str(count), f"{light.shape[2]}×{light.shape[1]}", f"{np.median(times):.0f}")
    Console().print(out)


if __name__ == "__main__":
    main()
