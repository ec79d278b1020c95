"""How long development takes: milliseconds for pictures of 512, 1024 and 2048 pixels a side, for a few stocks. One core.

    python bench/develop.py [--repeat 3] [--stocks digital portra_400]
"""

from __future__ import annotations

import argparse
import os
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np  # after the threads are set, before numpy starts them

from diorama.image import develop, encode, meter, stocks
from diorama.scene import Film

SIDES = (512, 1024, 2048)


def light(side: int) -> np.ndarray:
    """Scene light of 16 stops with some detail, the same each time."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    texture = np.random.default_rng(1).random((side, side, 3), np.float32) * 0.4 + 0.8
    return (np.float32(0.18) * np.exp2(16 * x - 10)[..., None] * np.stack([1 + y, np.ones_like(y), 2 - y], -1) * texture).astype(np.float32)


def best(action: object, repeat: int) -> float:
    """Milliseconds of the fastest run."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        action()  # type: ignore[operator]
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--stocks", nargs="*", default=["digital", "portra_400", "velvia_50", "cinestill_800t", "tri_x_400"], choices=list(stocks()))
    chosen = options.parse_args()
    print(f"{'ms':18}" + "".join(f"{side:>8}" for side in SIDES))
    pictures = {side: light(side) for side in SIDES}
    print(f"{'meter':18}" + "".join(f"{best(lambda s=side: meter(pictures[s]), chosen.repeat):8.0f}" for side in SIDES))
    for name in chosen.stocks:
        film = Film(stock=name)
        print(f"{name:18}" + "".join(f"{best(lambda s=side, f=film: develop(pictures[s], f, exposure_stops=0.0), chosen.repeat):8.0f}" for side in SIDES))
    shown = {side: develop(pictures[side], Film(), exposure_stops=0.0) for side in SIDES}
    for format in ("png", "jpeg", "webp"):
        print(f"{'save as ' + format:18}" + "".join(f"{best(lambda s=side, f=format: encode(shown[s], f), 1):8.0f}" for side in SIDES))


if __name__ == "__main__":
    main()
