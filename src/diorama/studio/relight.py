"""Relighting: light adds up, so a picture under other lights is a weighted sum of its light passes, developed again. Nothing is rendered.

entry of the history ──engine, once──▶ LightTable (one linear picture for each light, kept on disk) ──relight──▶ picture;  applied ──▶ scene
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import Field

from diorama.contracts import Outcome
from diorama.errors import RequestError
from diorama.image import run
from diorama.image.photograph import development
from diorama.image.white_balance import kelvin_to_rgb
from diorama.recipe import Recipe
from diorama.recipe.resolve import even
from diorama.scene import Film, Layout, Scene, load
from diorama.scene.base import Model

LONG_SIDE = 640
"""Pixels of a table's pictures: enough to judge light on a screen, few enough to develop while a finger moves."""
LARGEST_FACTOR = 100.0


class Change(Model):
    """What is done to one light."""

    strength: float = Field(1.0, ge=0, le=LARGEST_FACTOR)
    """Factor on what it is."""
    kelvin: float | None = Field(None, ge=1000, le=20000)
    """A new colour temperature; None: as it is."""


class Relight(Model):
    """A wish for other light. Anything left out stays."""

    lights: dict[str, Change] = {}
    """By light: ids of the scene's lights, of subjects that shine, and `sky`, `daylight`, `usual_key`, `set`."""
    stops: float = Field(0.0, ge=-10, le=10)
    """Brighter or darker than the picture was exposed."""
    white_balance: float | None = Field(None, ge=1000, le=40000)
    """Kelvin the camera is set to; None: as it was."""
    film: Film | None = None


@dataclass(frozen=True)
class LightTable:
    """One linear picture for each light, (n, h, w, 3) float32, and the settled scene they were taken of."""

    names: tuple[str, ...]
    kelvin: tuple[float | None, ...]
    light: np.ndarray
    scene: Scene
    seed: int

    def save(self, path: Path) -> None:
        """Write whole or not at all (half floats, compressed)."""
        facts = {"names": self.names, "kelvin": self.kelvin, "scene": self.scene.model_dump(mode="json"), "seed": self.seed}
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name}.part")
        with half.open("wb") as file:
            np.savez_compressed(file, light=np.minimum(self.light, 65000).astype(np.float16), facts=np.array(json.dumps(facts)))
        half.replace(path)

    @classmethod
    def open(cls, path: Path) -> LightTable:
        with np.load(path) as kept:
            facts = json.loads(str(kept["facts"]))
            return cls(tuple(facts["names"]), tuple(facts["kelvin"]), kept["light"].astype(np.float32), load(facts["scene"]), facts["seed"])


def small(recipe: Recipe) -> Recipe:
    """The recipe at the size of a light table."""
    share = min(LONG_SIDE / max(recipe.width, recipe.height), 1.0)
    return recipe.model_copy(update={"width": even(recipe.width * share), "height": even(recipe.height * share)})


def table_of(recipe: Recipe, outcome: Outcome) -> LightTable:
    """The light table of an outcome that was asked for with lights."""
    found = {row["name"]: row["kelvin"] for row in outcome.report["lights"]}
    light = np.stack([outcome.passes[f"light:{name}"] for name in found])
    scene = outcome.scene or recipe.scene
    if scene.layout is None:
        scene = scene.model_copy(update={"layout": Layout()})
    return LightTable(tuple(found), tuple(found.values()), light, scene, recipe.seed)


def relight(table: LightTable, wish: Relight) -> np.ndarray:
    """The picture (h, w, 3) uint8 under the wished light. Raises RequestError for a light that is not in the table."""
    layout = table.scene.layout or Layout()
    linear = np.einsum("nhwc,nc->hwc", table.light, weights(table, wish), optimize=True)
    own = development(table.scene.model_copy(update={"film": wish.film or table.scene.film}), table.seed)
    changes = {"exposure_stops": (layout.exposure or 0.0) + wish.stops, "kelvin": wish.white_balance or layout.white_balance}
    return run(linear, own.model_copy(update=changes))


def weights(table: LightTable, wish: Relight) -> np.ndarray:
    """Gain of each light, (n, 3) float32 linear RGB. Raises RequestError."""
    out = np.ones((len(table.names), 3), np.float32)
    for name, change in wish.lights.items():
        if name not in table.names:
            raise RequestError(f"no light {name!r}", where=f"lights.{name}", hint="there are: " + ", ".join(table.names))
        k = table.names.index(name)
        out[k] = change.strength
        if change.kelvin is not None:
            before = table.kelvin[k]
            if before is None:
                raise RequestError(f"the light {name!r} has no colour temperature to change", where=f"lights.{name}.kelvin")
            out[k] *= kelvin_to_rgb(change.kelvin) / np.maximum(kelvin_to_rgb(before), 1e-3)
    return out


def applied(scene: Scene, wish: Relight) -> Scene:
    """The scene with the wish written into it, so that a render of it shows what `relight` showed."""
    lights, levels = list(scene.lighting.lights), dict(scene.lighting.levels)
    for name, change in wish.lights.items():
        k = next((k for k, light in enumerate(lights) if name in (light.id, light.subject)), None)
        if k is None:
            levels[name] = levels.get(name, 1.0) * change.strength
        else:
            update = {"strength": min(lights[k].strength * change.strength, LARGEST_FACTOR)} | ({"kelvin": change.kelvin} if change.kelvin else {})
            lights[k] = lights[k].model_copy(update=update)
    layout = scene.layout
    if layout is not None:
        layout = layout.model_copy(
            update={"exposure": (layout.exposure or 0.0) + wish.stops, "white_balance": wish.white_balance or layout.white_balance}
        )
    lighting = scene.lighting.model_copy(update={"lights": tuple(lights), "levels": levels})
    return load(scene.model_copy(update={"lighting": lighting, "layout": layout, "film": wish.film or scene.film}).to_json())
