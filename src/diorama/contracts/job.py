"""What an engine is asked: a recipe, the pictures it goes by, and what is wanted besides the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from diorama.recipe import Input, InputKind, Recipe
from diorama.scene import Scene


class Given(NamedTuple):
    """An input with its pixels: mask bool (h, w), True where it may change; depth float32 (h, w), metres where the file has them, else relative,
    infinite where there is nothing; object, profile, font, logo the file's bytes, uint8 (n,); all others uint8 sRGB (h, w, 3)."""

    input: Input
    pixels: np.ndarray


@dataclass(frozen=True)
class Job:
    recipe: Recipe
    pictures: tuple[np.ndarray, ...] = ()
    """The pixels of the recipe's inputs, one each, in their order; as `Given` tells."""
    passes: bool = False
    """Exact passes are wanted too."""
    lights: bool = False
    """The picture by light is wanted too: a pass `light:NAME` for each, which add up to the whole."""
    export: tuple[Path, ...] = ()
    """Files the engine should leave of its own scene (.blend, .glb)."""
    draw: bool = True
    """False: only the exports are wanted. The picture is then as small as metering allows."""
    previews: bool = True
    """Somebody looks at what the engine shows on the way; False: it need not show anything before the picture."""
    token: str = ""
    """A name for this order, the same at each attempt: services that know such keys make one picture for it. Empty: there is none."""
    unheeded: Callable[[], tuple[str, ...]] = tuple
    """What the recipe's words say that its scene cannot hold, phrase by phrase, for an engine that hears both; asked of whoever reads words."""

    def given(self, *kinds: InputKind) -> tuple[Given, ...]:
        """The inputs of these kinds (of all, without any) with their pixels, in the recipe's order."""
        return tuple(Given(*pair) for pair in zip(self.recipe.inputs, self.pictures, strict=True) if not kinds or pair[0].kind in kinds)

    def settled(self, scene: Scene) -> Job:
        """The same of a scene in which everything is settled."""
        return replace(self, recipe=self.recipe.with_scene(scene))

    def first(self, kind: InputKind) -> np.ndarray | None:
        """The pixels of the first input of a kind; None where there is none."""
        found = self.given(kind)
        return found[0].pixels if found else None
