"""What claims are looked for on: a finished picture with its exact passes and what its engine told."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diorama.contracts import Outcome
from diorama.recipe import Recipe

SEEN_PIXELS = 12


class Fails(Exception):
    """The claim does not hold; the text says what was found."""


class CannotTell(Exception):
    """Nobody can measure it here; the text says why."""


@dataclass
class Shown:
    """A finished picture with its passes."""

    recipe: Recipe
    outcome: Outcome

    def rows(self, name: str) -> list[dict]:
        """The report's rows for a thing, by noun or by what was built for it."""
        ids = {s.id for s in self.recipe.scene.subjects if name in (s.noun, s.thing, s.id) or name.replace("_", " ") == s.noun}
        return [r for r in self.outcome.report["subjects"] if r["id"] in ids]

    def mask(self, name: str) -> np.ndarray:
        return np.isin(self.outcome.passes["ids"], [r["index"] for r in self.rows(name)])

    def told(self) -> np.ndarray:
        """Where the subjects are that the words name."""
        ids = {s.id for s in self.recipe.scene.subjects if not s.implied}
        return np.isin(self.outcome.passes["ids"], [r["index"] for r in self.outcome.report["subjects"] if r["id"] in ids])

    def all(self) -> np.ndarray:
        return self.outcome.passes["ids"] > 0

    def need(self, name: str) -> np.ndarray:
        mask = self.mask(name)
        if mask.sum() < SEEN_PIXELS:
            raise Fails(f"no {name} is seen")
        return mask

    def middle(self, name: str) -> tuple[float, float]:
        y, x = np.nonzero(self.need(name))
        return float(x.mean()), float(y.mean())

    def box(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        rows = self.rows(name)
        if not rows:
            raise Fails(f"no {name} in the scene")
        return np.min([r["low"] for r in rows], axis=0), np.max([r["high"] for r in rows], axis=0)
