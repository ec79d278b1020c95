# SPDX-License-Identifier: GPL-3.0-or-later
"""Baking: which mesh gets pixels of a page, which colours at its vertices, which one colour; and what Cycles then sees there.

What fills the frame gets as many texels as it has pixels; what is unwrapped into too many charts (leaves, hair) and what stands many times gets colours
at its vertices; what is a few pixels small or out of view gets its mean.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from diorama_stage.export import charts
from diorama_stage.export.channels import Look
from diorama_stage.export.evaluate import Bench, Page
from diorama_stage.export.gather import Frame, Shape

PAGE = 1024
"""Pixels of a page's side."""
MOST_PAGES = 6
CELL = 16
"""Pixels of the smallest block."""
FILL = 0.55
"""Share of a block that charts usually cover."""
SMALL = 12.0
"""Pixels: of what is seen smaller, one colour tells all."""
WIDE = 1200.0
"""Texels that ground would need in a row; more, and it is laid out as the lens sees it."""
OUTSIDE = 0.4
"""How fine what is out of the frame is beside what is in it."""
SAMPLES = 4
"""A pixel of a page: joints of boards and threads are finer than a texel."""
LEAST = 4
"""Pixels of the smallest side that Blender renders."""
PROBES = 24
"""Points at which a look's mean is read."""


@dataclass
class Plan:
    """How a shape is baked."""

    shape: Shape
    looks: np.ndarray
    """(t,) number of each triangle's look."""
    side: int = 0
    """Pixels of its block; 0: no block."""
    uv: np.ndarray | None = None
    """(t, 3, 2), pixels on its page."""
    page: int | None = None
    vertices: bool = False
    colours: np.ndarray | None = None
    """(t, 3, 3) linear, at the corners."""
    means: dict[int, dict[str, np.ndarray]] | None = None
    """By look, its channels' means."""
    spread: dict[int, dict[str, float]] | None = None
    """By look, the greatest standard deviation in a channel."""


def plan(shapes: list[Shape], numbers: dict[str, int], frame: Frame) -> list[Plan]:
    """What each shape is worth. Shapes that are ground around the lens are cut finer. `numbers`: looks by material; one more is of what has none."""
    out = []
    for shape in shapes:
        made = Plan(shape, np.array([numbers[m.name] for m in shape.materials] or [len(numbers)])[shape.slots])
        side = _side(shape)
        if shape.pixels > SMALL**2 and len(shape.places) == 1:
            made = _unwrapped(made, side, frame)
        made.vertices = made.uv is None and (shape.pixels > SMALL**2 or len(shape.places) > 8)
        out.append(made)
    _shrink(out)
    return out


def _side(shape: Shape) -> int:
    """Texels: as many as pixels where it is seen nearest, a power of two."""
    whole = np.sqrt(shape.areas().sum() / FILL) * shape.stretch * shape.scale
    return int(np.clip(2 ** np.round(np.log2(max(min(whole, np.sqrt(shape.pixels) * 4), 1))), CELL, PAGE))


def _unwrapped(made: Plan, side: int, frame: Frame) -> Plan:
    shape, ready = made.shape, None
    flat = np.sqrt(shape.areas().sum()) * shape.stretch * shape.scale > WIDE and _is_ground(shape, frame)
    if flat:
        made = _finer(made, frame)
        shape = made.shape
        world = shape.world(shape.points)
        up = np.cross(world[shape.triangles[:, 1]] - world[shape.triangles[:, 0]], world[shape.triangles[:, 2]] - world[shape.triangles[:, 0]])
        ready = charts.spread(world, shape.triangles, frame.eye, frame.axes)
        ready[up[:, 2] < 0.3 * np.linalg.norm(up, axis=1)] = np.nan
        weights = np.where(np.isnan(ready[:, 0, 0]), 1.5 / max(np.ptp(shape.points, axis=0).max(), 1e-6), 1.0)
    else:
        weights = _nearness(shape, frame)
    uv = charts.unwrap(shape.points, shape.triangles, side, weights, ready)
    return replace(made, uv=uv, side=side if uv is not None else 0)


def _nearness(shape: Shape, frame: Frame) -> np.ndarray:
    """How fine each triangle is worth being, (t,): as its distance makes it, and less out of the frame."""
    corners = shape.world(shape.points)[shape.triangles]
    seen, depth = frame.project(corners.reshape(-1, 3))
    inside = ((depth > 0.01) & (np.abs(seen) <= frame.half * 1.2).all(axis=1)).reshape(-1, 3).any(axis=1)
    away = np.linalg.norm(corners - frame.eye, axis=2).min(axis=1)
    nearest = np.percentile(away, 2)
    return np.where(inside, 1.0, OUTSIDE) * nearest / np.maximum(away, nearest)


def _is_ground(shape: Shape, frame: Frame) -> bool:
    """Level for the most part, and under the lens."""
    world = shape.world(shape.points)
    a, b, c = (world[shape.triangles[:, k]] for k in range(3))
    up = np.cross(b - a, c - a)
    return bool(np.abs(up[:, 2]).sum() > 0.8 * np.linalg.norm(up, axis=1).sum() and np.median(world[:, 2]) < frame.eye[2])


def _finer(made: Plan, frame: Frame) -> Plan:
    shape = made.shape
    eye = (frame.eye - shape.places[shape.at][:3, 3]) / max(shape.stretch, 1e-9)
    height = abs(float(eye[2] - np.median(shape.points[:, 2])))
    wanted = lambda p: 0.3 * (np.hypot(p[:, 0] - eye[0], p[:, 1] - eye[1]) + 0.4 * height)  # noqa: E731
    points, triangles, parents, weights = charts.refine(shape.points, shape.triangles, wanted)
    onto = lambda values: np.einsum("tij,tjk->tik", weights, values[parents])  # noqa: E731
    fresh = replace(
        shape, points=points, triangles=triangles, normals=_unit(onto(shape.normals)), uv=None if shape.uv is None else onto(shape.uv),
        attributes={k: onto(v) for k, v in shape.attributes.items()}, slots=shape.slots[parents],
    )  # fmt: skip
    return replace(made, shape=fresh, looks=made.looks[parents])


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


def _shrink(plans: list[Plan]) -> None:
    """Halve the larger blocks until all fit on the pages there may be."""
    least = 512
    while sum(p.side**2 for p in plans) > MOST_PAGES * PAGE**2 and least >= CELL:
        for p in plans:
            if p.side > least:
                p.side, p.uv = p.side // 2, p.uv / 2
        if not any(p.side > least for p in plans):
            least //= 2


def place(plans: list[Plan], clear: set[int]) -> list[int]:
    """Give every block its page; returns the pages' sides. Blocks with looks that are not opaque (`clear`) keep to pages of their own."""
    pages: list[int] = []
    blocks = [p for p in plans if p.side]
    for see_through in (False, True):
        used = 0
        mine = sorted((p for p in blocks if bool(clear & set(p.looks.tolist())) == see_through), key=lambda p: -p.side)
        first = len(pages)
        for p in mine:
            p.page = first + used // PAGE**2
            p.uv = p.uv + _morton(used % PAGE**2 // CELL**2) * CELL
            used += p.side**2
            if p.page == len(pages):
                pages.append(PAGE)
        rest = used % PAGE**2
        if mine and rest:
            pages[-1] = next(side for side in (256, 512, PAGE) if rest <= side**2)
    return pages


def _morton(cell: int) -> np.ndarray:
    """Column and row of a cell in Morton's order (1966): blocks of falling powers of two fill a square without gaps."""
    x = sum((cell >> 2 * k & 1) << k for k in range(16))
    return np.array((x, sum((cell >> 2 * k + 1 & 1) << k for k in range(16))), float)


def bake(plans: list[Plan], looks: list[Look], pages: list[int], names: frozenset[str], veil: Callable[[dict], dict], tell: Callable[[float, str], None]) -> list[dict[str, np.ndarray]]:
    """See every page through the air (`veil`); fills in the plans' means and vertex colours. Returns the pages' channels."""
    bench = Bench([look.material for look in looks], names)
    tell(0.0, "baking: single colours")
    if plans:
        _probe(plans, bench, veil)
    out = []
    for number, side in enumerate(pages):
        tell((number + 1) / (len(pages) + 1), f"baking: page {number + 1} of {len(pages)}")
        page = Page()
        for p in plans:
            if p.page == number:
                page.lay(p.uv, _attributes(p.shape), p.looks)
        out.append(veil(bench.look(page, side, side, samples=SAMPLES)))
    return out


def _attributes(shape: Shape) -> dict[str, np.ndarray]:
    """All that a look may ask at a corner, (t, 3, 4) each."""
    matrix = shape.places[shape.at]
    corners = shape.points[shape.triangles]
    normal = _unit(shape.normals @ np.linalg.inv(matrix[:3, :3]))
    uv = np.zeros((*corners.shape[:2], 3)) if shape.uv is None else np.concatenate([shape.uv, np.zeros((*shape.uv.shape[:2], 1))], axis=2)
    vectors = {"x_position": corners @ matrix[:3, :3].T + matrix[:3, 3], "x_object": corners, "x_normal": normal, "x_uv": uv, "x_random": np.full(corners.shape, shape.random)}
    return {name: np.concatenate([v, np.ones((*v.shape[:2], 1))], axis=2).astype(np.float32) for name, v in vectors.items()} | shape.attributes


def _probe(plans: list[Plan], bench: Bench, veil: Callable[[dict], dict]) -> None:
    """Read single points: some of each shape's looks, for their means, and all vertices of what gets its colours there."""
    points: list[tuple[dict, np.ndarray]] = []
    owners = []
    for p in plans:
        corners = _attributes(p.shape)
        if p.vertices:
            _, first, back = np.unique(p.shape.triangles.ravel().astype(np.int64) * (p.looks.max() + 1) + np.repeat(p.looks, 3), return_index=True, return_inverse=True)
            points.append(({k: v.reshape(-1, 4)[first] for k, v in corners.items()}, np.repeat(p.looks, 3)[first]))
            owners.append((p, back.reshape(-1, 3)))
        else:
            chosen = _some(p)
            weights = np.random.default_rng(1).dirichlet((1, 1, 1), len(chosen))
            points.append(({k: (v[chosen] * weights[:, :, None]).sum(axis=1) for k, v in corners.items()}, p.looks[chosen]))
            owners.append((p, None))
    total = sum(len(look) for _, look in points)
    width = int(np.clip(np.ceil(total**0.5), LEAST, PAGE))
    page, start = Page(), 0
    for values, look in points:
        at = np.arange(start, start + len(look))
        cell = np.stack([at % width, at // width], axis=1)[:, None] + np.array(((0.1, 0.1), (1.0, 0.3), (0.3, 1.0)))
        page.lay(cell, {k: np.repeat(v[:, None], 3, axis=1) for k, v in values.items()}, look)
        start += len(look)
    seen = {k: v.reshape(-1, *v.shape[2:]) for k, v in veil(bench.look(page, width, max(-(-total // width), LEAST))).items()}
    start = 0
    for (p, back), (_, look) in zip(owners, points, strict=True):
        part = {k: v[start : start + len(look)] for k, v in seen.items()}
        p.means = {int(n): {k: v[look == n].mean(axis=0) for k, v in part.items()} for n in np.unique(look)}
        p.spread = {int(n): {k: v[look == n].std(axis=0).max() for k, v in part.items() if k != "seen"} for n in np.unique(look)}
        if back is not None:
            p.colours = part["base"][back]
        start += len(look)


def _some(p: Plan) -> np.ndarray:
    """Triangles to read each look at, more likely the larger ones."""
    rng, areas = np.random.default_rng(7), p.shape.areas()
    out = []
    for n in np.unique(p.looks):
        mine = np.flatnonzero(p.looks == n)
        out.append(rng.choice(mine, PROBES, p=areas[mine] / areas[mine].sum()))
    return np.concatenate(out)
