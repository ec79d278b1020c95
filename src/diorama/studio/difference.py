"""The difference of a picture from the one it was made from: how far each pixel's colour moved, and whether that lies on what was changed.

two pictures → colour difference → (two fast shots of the stage: where the changed subjects are) → figures and a sheet
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from diorama.contracts import Cancel, Listen, nobody
from diorama.errors import RequestError
from diorama.history import Entry
from diorama.image import open_picture
from diorama.image.colour import ciede2000, encoded_to_lab
from diorama.recipe import Recipe
from diorama.scene import Scene
from diorama.studio.make import Studio
from diorama.studio.relight import small

SEEN = 2.3
"""CIEDE2000 that an eye just tells side by side (Mahy, Van Eycken, Oosterlinck 1994, for CIELAB)."""
FELT = 1.0
"""CIEDE2000 from which on light counts as changed, however little an eye tells of it."""
FULL = 25.0
"""CIEDE2000 that is white on the sheet."""
AROUND = 0.02
"""Of the long side: as far from a changed subject its edge is still its own."""


@dataclass(frozen=True)
class Difference:
    """Shares of the frame, 0 to 1, and CIEDE2000."""

    same: float
    """Pixels that are equal to the last bit."""
    seen: float
    """Pixels whose change an eye can tell (`SEEN`)."""
    most: float
    subjects: tuple[str, ...] = ()
    """Nouns of the subjects that were changed, added or taken away."""
    on_subjects: float | None = None
    """Of the seen change, how much lies on them; the rest is their shadow, reflection and light. None: nobody can say where they are."""
    elsewhere: float | None = None
    """The 99th percentile of the change off them."""
    stray: int | None = None
    """Pixels that are not the same to the last bit though they lie neither on them nor where light is seen to have changed."""

    def data(self) -> dict[str, Any]:
        return asdict(self)


def differing(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """CIEDE2000 of two pictures (uint8 sRGB, h × w × 3) of one size, float32 (h, w). Raises RequestError."""
    if before.shape[:2] != after.shape[:2]:
        sizes = " and ".join(f"{p.shape[1]}x{p.shape[0]}" for p in (before, after))
        raise RequestError(f"the pictures differ in size: {sizes}", where="picture", hint="crop or enlarge one of them first")
    return ciede2000(*(encoded_to_lab(p[..., :3].astype(np.float32) / 255) for p in (before, after))).astype(np.float32)


def difference(before: np.ndarray, after: np.ndarray, subjects: tuple[str, ...] = (), mask: np.ndarray | None = None) -> Difference:
    """`mask`: bool (h, w), where the changed subjects are or were."""
    moved = differing(before, after)
    seen = moved > SEEN
    same = float((before[..., :3] == after[..., :3]).all(axis=2).mean())
    found = Difference(same, float(seen.mean()), float(moved.max()), subjects)
    if mask is None:
        return found
    from scipy.ndimage import binary_dilation  # a tenth of a second, which not every command's start should take

    off = moved[~mask]
    on = float(seen[mask].sum() / seen.sum()) if seen.any() else 1.0
    lit = np.asarray(binary_dilation(moved >= FELT, iterations=max(1, round(AROUND * max(mask.shape)))), bool)
    stray = int(((before[..., :3] != after[..., :3]).any(axis=2) & ~mask & ~lit).sum())
    return replace(found, on_subjects=on, elsewhere=float(np.quantile(off, 0.99)) if off.size else 0.0, stray=stray)


def changed(before: Scene, after: Scene) -> dict[str, str]:
    """The ids of subjects that are not the same in both, and their nouns; where only the arrangement tells, those that moved."""
    one, other = ({s.id: s for s in scene.subjects} for scene in (before, after))
    places = [{} if scene.layout is None else scene.layout.places for scene in (before, after)]
    moved = {name.split(".")[0] for name in places[0].keys() | places[1].keys() if places[0].get(name) != places[1].get(name)}
    ids = [id for id in dict.fromkeys((*one, *other)) if one.get(id) != other.get(id) or id in moved]
    return {id: (other.get(id) or one[id]).noun for id in ids}


def where(studio: Studio, before: Recipe, after: Recipe, size: tuple[int, int], *, listen: Listen = nobody, cancel: Cancel | None = None) -> np.ndarray | None:
    """bool (h, w), `size` in pixels (w, h): where what changed is in one of the two pictures, from fast exact passes. None for engines that give none."""
    engine = studio.engine(after.engine)
    if before.engine != after.engine or "ids" not in engine.capabilities().gives:
        return None
    from scipy.ndimage import binary_dilation

    ids, out = set(changed(before.scene, after.scene)), np.zeros(size[::-1], bool)
    able = engine.capabilities()
    for recipe in (before, after):
        fast = small(recipe).model_copy(update={"quality": "draft", "options": {**recipe.options, **able.defaults.get("draft", {})}})
        outcome = engine.make(studio.job(fast, passes=True), listen, cancel or Cancel())
        on = np.isin(outcome.passes["ids"], [s["index"] for s in outcome.report.get("subjects", ()) if s["id"] in ids])
        out |= np.asarray(Image.fromarray(on).resize(size, Image.Resampling.NEAREST))
    return binary_dilation(out, iterations=max(1, round(AROUND * max(size))))


def picture(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The change as a picture, uint8 (h, w, 3): the newer one faint and grey, what changed from dark red to white."""
    moved = np.clip(differing(before, after) / FULL, 0, 1)[..., None]
    grey = after[..., :3].mean(axis=2, keepdims=True) * 0.25
    heat = np.concatenate([np.clip(moved * k - o, 0, 1) for k, o in ((2.5, 0.0), (2.5, 0.6), (2.5, 1.5))], axis=2) * 255
    return np.rint(np.where(moved > SEEN / FULL, heat, grey)).astype(np.uint8)


def of_entry(studio: Studio, after: str, before: str | None = None) -> tuple[Entry, Entry, np.ndarray, np.ndarray]:
    """Two entries of the history and their pixels: `before` is by default what the newer one was made from. Raises RequestError."""
    newer = studio.history.get(after)
    origin = before or newer.parent
    if origin is None:
        raise RequestError("this picture was not made from another", where=after, hint="name the other one too")
    older = studio.history.get(origin)
    return older, newer, open_picture(studio.history.read(older)), open_picture(studio.history.read(newer))
