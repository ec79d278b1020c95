"""How well drift is noticed: the stage's own pictures (all is where it should be), the same shifted, and with one thing painted out.

python bench/drift.py [--size 384] [--first K --prompts N]   prints a row for each prompt, and shares of instances judged rightly.
"""

from __future__ import annotations

import argparse

import numpy as np
from scipy import ndimage

from diorama import contracts
from diorama.contracts import Job
from diorama.engines.guided.drift import drifted
from diorama.recipe import Request, resolve
from diorama.studio import words

PROMPTS = (
    "A red mug and two green apples on a walnut table, soft window light from the left",
    "Three white candles and a brass bell on dark linen, low key light",
    "A blue teapot left of a stack of books on a kitchen table, morning light",
    "A wooden chair and a floor lamp in a living room, evening",
    "Five oranges in a row on a marble counter, overhead view",
    "A glass bottle and a silver spoon on a white table, bright daylight",
)
SHIFT = 0.06
"""Of the width."""


def erased(picture: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The thing painted over with what is nearest to it."""
    wide = ndimage.binary_dilation(mask, iterations=3)
    nearest = ndimage.distance_transform_edt(wide, return_distances=False, return_indices=True)
    filled = picture[tuple(nearest)]
    soft = np.stack([ndimage.gaussian_filter(filled[..., k].astype(float), 6) for k in range(3)], axis=2)
    return np.where(wide[..., None], soft, picture).astype(np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--prompts", type=int, default=len(PROMPTS), help="how many")
    parser.add_argument("--first", type=int, default=0, help="the first, from 0")
    asked = parser.parse_args()
    stage = contracts.engine("stage")
    right = {"there": [], "moved": [], "missing": []}
    for prompt in PROMPTS[asked.first : asked.first + asked.prompts]:
        scene = words.read(prompt).scene
        recipe = resolve(Request(prompt=prompt, long_side=asked.size, quality="draft", seed=1), scene, engine_version="bench")
        outcome = stage.make(Job(recipe, passes=True))
        ids, seen = outcome.passes["ids"], outcome.report["subjects"]
        nouns = {s.id: s.noun for s in scene.subjects if not s.implied}
        colours = {s.id: s.surface.colours[0].hex for s in scene.subjects if s.surface.colours}

        def judge(picture: np.ndarray, ids=ids, seen=seen, nouns=nouns, colours=colours) -> dict[str, str]:
            return {v.instance: v.finding for v in drifted(picture, ids, seen, nouns, colours) if v.finding != "unjudged"}

        same = judge(outcome.picture)
        moved = judge(np.roll(outcome.picture, round(SHIFT * outcome.picture.shape[1]), axis=1))
        gone = {i: judge(erased(outcome.picture, ids == next(o["index"] for o in seen if o["instance"] == i)))[i] for i in same}
        right["there"] += [f == "there" for f in same.values()]
        right["moved"] += [f in ("moved", "missing") for f in moved.values()]
        right["missing"] += [f in ("missing", "moved") for f in gone.values()]
        print(prompt[:60], "| as it is", same, "| shifted", list(moved.values()), "| gone", list(gone.values()), flush=True)
    stage.close()
    for name, hits in right.items():
        print(f"{name}: {sum(hits)} of {len(hits)} told rightly")


if __name__ == "__main__":
    main()
