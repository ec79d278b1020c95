# SPDX-License-Identifier: GPL-3.0-or-later
"""Raised main surfaces: table tops, tablecloths, shelves."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, grid, mesh
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import noise
from diorama_stage.sets.paint import asked, plain, standard

CLOTHS = frozenset(("linen", "cotton", "silk", "velvet", "wool", "felt", "canvas", "denim", "knit", "fur", "satin", "lace", "tweed", "corduroy", "burlap"))
REPEATS = {"stripes": 0.13, "vertical_stripes": 0.13, "checks": 0.07, "dots": 0.07, "plaid": 0.18, "floral": 0.24, "zigzag": 0.12, "diamonds": 0.1}
"""Size of the pattern's repeat on a tablecloth, metres."""
SLABS = {"marble": 0.03, "black_marble": 0.03, "granite": 0.03, "slate": 0.024, "stone": 0.035, "concrete": 0.045, "terrazzo": 0.03, "travertine": 0.03, "onyx": 0.03, "jade": 0.03, "malachite": 0.03, "alabaster": 0.03, "glass": 0.012, "steel": 0.02}


def extent_of_top(site: Site) -> tuple[float, float, float, float]:
    """x0, x1, y0, y1 of a table top that holds the subjects, and runs below the frame's lower edge where that is near."""
    plan, view = site.plan, site.view
    x0, x1, y0, y1 = -plan.half_x, plan.half_x, plan.front_y, plan.back_y
    away = view.near_floor(0.0)
    near = None if away is None else view.eye[1] + away * max(view.forward[1], 0.2)
    if near is not None and near < y0 and near > plan.front_y - max(0.9, 2.5 * site.extent):
        y0 = near - 0.15  # the table's front edge stays out of the picture, as in most still lifes
    half = (max(0.0, y1 - view.eye[1])) * np.tan(view.fov_x / 2) * 1.15
    wide = min(max(plan.half_x, half), max(1.1, 2.2 * plan.half_x))
    x0, x1 = -wide, wide
    if abs(view.yaw) > 0.5:  # seen from the side the depth is the width
        y0, y1 = min(y0, -wide), max(y1, wide * 0.8)
    return float(x0), float(x1), float(y0), float(y1)


def raise_surface(site: Site) -> None:
    """Build the table top, cloth or shelf of the plan."""
    if site.plan.shape == "shelf":
        shelf(site)
        return
    ground = site.environment.get("ground") or {}
    name = ground.get("material") or site.plan.surface
    box = extent_of_top(site)
    if name in CLOTHS or "tablecloth" in site.features or ground.get("pattern") and not ground.get("material"):
        cloth(site, box, ground if name in CLOTHS or not ground.get("material") else {"material": "linen"})
    else:
        top(site, box, name, ground)


def top(site: Site, box, name: str, ground: dict) -> None:
    """A slab of boards or stone on four legs, its edges eased."""
    x0, x1, y0, y1 = box
    size = max(x1 - x0, y1 - y0)
    thick = SLABS.get(name, 0.036) * max(1.0, size / 1.6)
    paint = asked(ground, name, size=size, seed=site.seed)
    slab = Mesher()
    slab.soft(x0, x1, y0, y1, -thick, 0.0, 0.004 if name != "glass" else 0.002, steps=3)
    site.add(slab.object("table top", paint, smooth=True))
    frame = Mesher()
    inset, leg, z1 = 0.09, 0.06 * max(1.0, size / 1.8), -thick
    for x in (x0 + inset, x1 - inset - leg):
        for y in (y0 + inset, y1 - inset - leg):
            frame.soft(x, x + leg, y, y + leg, site.plan.floor_z, z1, 0.004)
    for y in (y0 + inset + 0.01, y1 - inset - 0.035):
        frame.box(x0 + inset + leg, x1 - inset - leg, y, y + 0.022, z1 - 0.1, z1)
    for x in (x0 + inset + 0.01, x1 - inset - 0.035):
        frame.box(x, x + 0.022, y0 + inset + leg, y1 - inset - leg, z1 - 0.1, z1)
    wooden = name in ("oak", "walnut", "pine", "wood", "dark_wood", "bamboo")
    site.add(frame.object("table frame", asked(ground, name, size=0.8) if wooden else plain("#2b2a29", 0.45)))


def cloth(site: Site, box, ground: dict) -> None:
    """A tablecloth: creases of folding and soft waves kept low where things stand, falling in folds over the edges."""
    x0, x1, y0, y1 = box
    drop = 0.26
    xs, ys = np.linspace(x0 - drop, x1 + drop, 220), np.linspace(y0 - drop, y1 + drop, 200)
    x, y = np.meshgrid(xs, ys)
    over_x, over_y = np.maximum(np.maximum(x0 - x, x - x1), 0), np.maximum(np.maximum(y0 - y, y - y1), 0)
    px, py = np.clip(x, x0, x1), np.clip(y, y0, y1)
    over = np.hypot(over_x, over_y)
    calm = np.clip((np.hypot(x, y) - 0.9 * site.extent) / 0.25, 0.3, 1.0)
    wave = noise.ridged(x * 2.6 + 3.1 * noise.fbm(x * 1.3, y * 1.3, 2, seed=site.seed), y * 2.2, 3, seed=site.seed + 5)
    z = 0.011 * calm * (wave - 0.55) + 0.004 * calm * noise.fbm(x * 4, y * 4, 3, seed=site.seed + 9)
    for line in (-0.32, 0.34):  # the creases of a folded, ironed cloth
        z += 0.002 * np.exp(-(((x - line * (x1 - x0)) / 0.006) ** 2)) * calm
    z = z - z[(over <= 0) & (np.hypot(x, y) < site.extent + 0.1)].max(initial=0.0)
    angle = np.arctan2(y - py, x - px)
    along = np.where(over_x > over_y, y, x)
    fold = np.sin(along * 26 + 4 * noise.fbm(along * 3, along * 0, 2, seed=site.seed + 2)) * 0.5 + 0.5
    hang = np.clip(over, 0, None)
    bend = 0.02
    out = np.where(hang > 0, np.minimum(hang, bend) * 0.7 + fold * hang * 0.22, 0)
    z = z - np.where(hang > 0, np.maximum(hang - bend * 0.4, 0), 0)
    vertices = np.stack([px + out * np.cos(angle), py + out * np.sin(angle), z], axis=-1).reshape(-1, 3)
    _, faces = grid(xs, ys, 0.0)
    uvs = np.stack([(x - x0) / (x1 - x0), (y - y0) / (x1 - x0)], axis=-1).reshape(-1, 2)
    paint = asked(ground, "linen", "#ddd6c8", size=float(x1 - x0), seed=site.seed, unrolled=float(x1 - x0), repeat=REPEATS.get(ground.get("pattern"), 0.16), creased=1.0)
    site.add(mesh("tablecloth", vertices, faces, smooth=True, uvs=uvs, material=paint))
    under = Mesher()
    low = float(z[over <= 0].min()) - 0.006  # the wood must not come through the hollows of the cloth
    under.box(x0 + 0.01, x1 - 0.01, y0 + 0.01, y1 - 0.01, low - 0.03, low)
    for lx in (x0 + 0.1, x1 - 0.16):
        for ly in (y0 + 0.1, y1 - 0.16):
            under.box(lx, lx + 0.06, ly, ly + 0.06, site.plan.floor_z, low - 0.03)
    site.add(under.object("table", standard("oak", size=1.2)))


def shelf(site: Site) -> None:
    """A thick board on the wall, on two brackets."""
    plan = site.plan
    board = Mesher()
    half = max(plan.half_x + 0.15, 0.7)
    board.soft(-half, half, plan.front_y, plan.back_y, -0.034, 0.0, 0.003)
    site.add(board.object("shelf", asked(site.environment.get("ground"), plan.surface, size=2 * half, seed=site.seed)))
    arms = Mesher()
    for x in (-half * 0.7, half * 0.7):
        arms.soft(x - 0.012, x + 0.012, plan.front_y + 0.03, plan.back_y, -0.046, -0.034, 0.002)
        arms.soft(x - 0.012, x + 0.012, plan.back_y - 0.012, plan.back_y, -0.2, -0.034, 0.002)
    site.add(arms.object("brackets", standard("iron", size=0.2)))
