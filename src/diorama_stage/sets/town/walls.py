# SPDX-License-Identifier: GPL-3.0-or-later
"""Brick walls of single bricks, paving, wet asphalt; the setting brick_wall."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher, _cube, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import asked, plain
from diorama_stage.sets.plan import _plain
from diorama_stage.sets.registry import setting

BRICK = (0.215, 0.065, 0.010)
"""Length and height of a brick, width of the joint, metres."""


def fired(colour: str | None = None) -> bpy.types.Material:
    """Weathered fired clay: pits, soot, lime bloom; each brick's own tone from "Tint"."""
    t = Tree("brick")
    pits = t.noise(70, detail=7, roughness=0.72)
    tone = t.mix(1.0, colour or "#94584a", t.attribute("Tint"), blend="MULTIPLY")
    tone = t.mix(t.span(t.noise(16, detail=6, roughness=0.65), 0.46, 0.72, 0.0, 0.65), tone, "#54382f")
    tone = t.mix(t.span(t.noise(1.3, detail=7, roughness=0.68), 0.5, 0.74, 0.0, 0.6), tone, "#b3a79b")
    tone = t.mix(t.span(t.noise(0.8, detail=6, roughness=0.6, vector=t.scaled(t.position(), (1, 1, 0.28))), 0.5, 0.7, 0.0, 0.62), tone, "#332b28")
    _, _, z = t.xyz(t.position())
    damp = t.math("MULTIPLY", t.span(t.math("ADD", z, t.math("MULTIPLY", t.noise(2.4, detail=5), 0.7)), 0.85, 0.3), 0.5)
    tone = t.mix(damp, tone, "#4b4438")
    return t.surface(t.principled(tone, 0.9, normal=t.bump(pits, 0.006), Specular_IOR_Level=0.25))


def mortar() -> bpy.types.Material:
    t = Tree("mortar")
    grain = t.noise(180, detail=5)
    tone = t.mix(t.noise(3, detail=5), "#857e73", "#b5ad9f")
    return t.surface(t.principled(tone, 0.95, normal=t.bump(grain, 0.004)))


def brickwork(site: Site, x0: float, x1: float, y: float, z0: float, z1: float, *, colour: str | None = None) -> None:
    """A wall in stretcher bond, front at y: near its middle single bricks, a little out of line; each slightly another red."""
    length, height, joint = BRICK
    rng = np.random.default_rng([site.seed, 77])
    rows, columns = int((z1 - z0) / (height + joint)) + 1, int((x1 - x0) / (length + joint)) + 2
    row, column = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    row, column = row.ravel(), column.ravel()
    n = len(row)
    xs = x0 + column * (length + joint) + (row % 2) * (length + joint) / 2 + rng.normal(0, 0.0012, n)
    zs = z0 + row * (height + joint) + height / 2 + joint + rng.normal(0, 0.0008, n)
    out = rng.normal(0, 0.0022, n) + (rng.random(n) < 0.03) * 0.006
    cube, faces = _cube(1, 0)
    half, r = np.array((length / 2, 0.03, height / 2)), 0.005
    side = np.abs(cube)
    inner = np.sign(cube) * (half - r)
    template = inner + np.sign(cube) * np.where(side > 1, r * 0.99, 0.0) * (1 - 0.3 * ((side > 1).sum(axis=1, keepdims=True) > 1))
    jitter = rng.normal(0, 0.0011, (n, len(template), 3))
    vertices = template[None] + jitter + np.stack([xs, y + 0.03 - out, zs], axis=1)[:, None]
    tone = rng.uniform(0.62, 1.2, (n, 1)) * np.stack([np.ones(n), rng.uniform(0.82, 1.2, n), rng.uniform(0.78, 1.25, n)], axis=1)
    tone[rng.random(n) < 0.1] *= 0.5
    every = (faces[None] + (np.arange(n) * len(template))[:, None, None]).reshape(-1, 4)
    bricks = mesh("bricks", vertices.reshape(-1, 3), every, smooth=True, material=fired(colour), colours=np.repeat(tone, len(template), axis=0))
    bed = Mesher()
    bed.box(x0 - 0.1, x1 + 0.3, y + 0.007, y + 0.4, z0 - 0.02, z1)
    site.add(bricks, bed.object("mortar", mortar()))


def paving(site: Site, *, colour: str = "#8b867e", slab: tuple[float, float] = (0.6, 0.4), wet: float = 0.0) -> bpy.types.Material:
    """Concrete or stone slabs with dark joints, stains and chewing gum; wet ones mirror in patches."""
    t = Tree("paving")
    p = t.position()
    brick = t.node("TexBrick", {"Vector": p, "Scale": 1.0, "Mortar Size": 0.006, "Mortar Smooth": 0.3, "Brick Width": slab[0], "Row Height": slab[1], "Color1": "#ffffff", "Color2": "#bdb8ae", "Mortar": "#3a3733"})
    stain, fine = t.noise(1.3, detail=7, roughness=0.6), t.noise(120, detail=5, roughness=0.7)
    tone = t.mix(1.0, colour, brick.outputs[0], blend="MULTIPLY")
    tone = t.mix(t.span(stain, 0.42, 0.72, 0.0, 0.5), tone, "#4f4a43")
    tone = t.mix(0.3, tone, t.ramp(fine, [(0.3, "#2b2926"), (0.7, "#dcd6cc")]), blend="OVERLAY")
    height = t.math("SUBTRACT", t.math("MULTIPLY", fine, 0.12), brick.outputs[1])
    return soaked(t, tone, t.bump(height, 0.006), 0.8, wet)


def soaked(t: Tree, tone, normal, rough: float, wet: float) -> bpy.types.Material:
    """Finish a ground material with rain: darker, and puddles that mirror where the noise is low."""
    if wet <= 0:
        return t.surface(t.principled(tone, rough, normal=normal, Specular_IOR_Level=0.35))
    pools = t.noise(0.55, detail=5, roughness=0.5)
    puddle = t.span(pools, 0.64 - 0.2 * wet, 0.55 - 0.2 * wet)
    film = t.noise(9, detail=4)
    dark = t.mix(min(1.0, 0.5 + 0.5 * wet), tone, t.mix(1.0, tone, "#6a665f", blend="MULTIPLY"))
    gloss = t.math("SUBTRACT", t.span(film, 0.3, 0.7, 0.22 + 0.3 * (1 - wet), 0.4 + 0.3 * (1 - wet)), t.math("MULTIPLY", puddle, 0.6), clamp=True)
    level = t.node("Mix", {0: puddle, 4: normal, 5: t.bump(t.noise(14, detail=2), 0.0006)}, data_type="VECTOR").outputs[1]
    lying = t.bump(t.noise(7, detail=2), 0.0012)  # the film of water over all of it mirrors lamps and signs, however rough the stone
    drawn = t.mix(puddle, t.span(film, 0.3, 0.7, 0.2, 0.33), 0.06)  # over the grain it is uneven: seen low, that draws images out towards the lens
    return t.surface(t.principled(dark, gloss, normal=level, Specular_IOR_Level=0.5, Coat_Weight=min(1.0, 1.1 * wet), Coat_Roughness=drawn, Coat_Normal=lying))


def asphalt(wet: float = 0.0, *, colour: str = "#5a5853") -> bpy.types.Material:
    """Road: stone chips in bitumen, lanes that tyres polished and dripped on, squares dug up and filled again, cracks that were sealed with tar."""
    t = Tree("asphalt")
    p = t.position()
    chips, hue = t.cells(110), t.cells(110, out="Color")
    tone = t.mix(0.6, colour, hue, blend="SOFT_LIGHT")
    tone = t.node("HueSaturation", {"Saturation": 0.2, "Color": tone}).outputs[0]
    tone = t.mix(t.span(t.noise(34, detail=6, roughness=0.75), 0.42, 0.7, 0.0, 0.45), tone, "#2e2d2c")
    lanes = t.noise(1.5, detail=8, roughness=0.62, vector=t.scaled(p, (1, 0.06, 1)))
    tone = t.mix(t.span(lanes, 0.5, 0.7, 0.0, 0.5), tone, "#7c7974")
    tone = t.mix(t.span(lanes, 0.46, 0.3, 0.0, 0.55), tone, "#2b2a2a")
    tone = t.mix(t.span(t.noise(0.8, detail=8, roughness=0.62), 0.45, 0.68, 0.0, 0.5), tone, "#3a3938")
    bent = t.node("Mix", {0: 0.12, 4: p, 5: t.noise(2.5, detail=6, out="Color")}, data_type="VECTOR").outputs[1]
    laid = {"Scale": 1.0, "Mortar Size": 0.022, "Brick Width": 2.3, "Row Height": 1.4, "Color1": 1.0, "Color2": 0.0}
    dug = t.node("TexBrick", {"Vector": t.scaled(bent, 1.0, (0.4, 0.7, 0)), **laid}, offset=0.37)
    filled = t.math("MULTIPLY", t.span(dug.outputs[0], 0.86, 0.9), t.math("SUBTRACT", 1.0, dug.outputs[1]))
    tone = t.mix(t.math("MULTIPLY", filled, 0.55), tone, t.mix(1.0, tone, "#8a8886", blend="MULTIPLY"))
    crack = t.cells(0.55, feature="DISTANCE_TO_EDGE", vector=bent)
    tone = t.mix(t.math("MULTIPLY", t.span(crack, 0.014, 0.004), t.math("MULTIPLY", t.span(t.noise(0.3), 0.48, 0.6), 0.8)), tone, "#171615")
    return soaked(t, tone, t.bump(t.span(chips, 0.6, 0.0), 0.006), 0.75, wet)


@setting("brick_wall")
def brick_wall(site: Site) -> None:
    """A weathered brick wall close behind, a pavement before it."""
    plan, view = site.plan, site.view
    y = plan.wall_y if plan.wall_y is not None else plan.back_y + 0.6
    cx, half, cz, tall = view.frame(y)
    wide = min(max(abs(cx) + half * 1.25 + 0.5, 3.0), 9.0)
    top = plan.floor_z + min(max(cz + tall * 1.4 + 0.4 - plan.floor_z, 3.2), 6.5)
    backdrop = site.environment.get("backdrop") or {}
    if backdrop.get("material") in (None, "brick"):
        hues = backdrop.get("colours") or ()
        colour = hues[0]["hex"] if hues else site.rng.choice((None, None, "#83503f", "#93705c"))
        brickwork(site, -wide, wide, y, plan.floor_z, top, colour=colour)
    else:
        flat = Mesher()
        flat.box(-wide, wide, y, y + 0.3, plan.floor_z, top)
        site.add(flat.object("wall", asked(backdrop, "brick", size=2 * wide, seed=site.seed)))
    ground = site.environment.get("ground") or {}
    floor = paving(site, wet=site.wet) if plan.table or _plain(ground) or ground.get("material") in ("stone", "concrete") else asphalt(site.wet) if ground.get("material") == "asphalt" else asked(ground, "concrete", size=3.0)
    near = min(-9.0, view.eye[1] - 3)
    site.add(mesh("pavement", [(-14, near, plan.floor_z), (14, near, plan.floor_z), (14, y + 0.1, plan.floor_z), (-14, y + 0.1, plan.floor_z)], [(0, 1, 2, 3)], material=floor))
    foot = Mesher()
    foot.soft(-14, 14, y - 0.012, y + 0.1, plan.floor_z, plan.floor_z + 0.14, 0.01)
    pipe = Mesher()
    px = (1 if site.rng.random() < 0.5 else -1) * max(plan.half_x * 0.5 + 1.0, half * 0.72)
    pipe.tube([(px, y - 0.08, plan.floor_z + 0.1), (px, y - 0.08, top)], 0.045, sides=12)
    for z in np.arange(plan.floor_z + 0.5, top, 1.6):
        pipe.tube([(px, y - 0.08, z), (px, y - 0.08, z + 0.09)], 0.056, sides=12)
    site.add(foot.object("plinth", paving(site, colour="#7d7870", slab=(1.2, 0.5))), pipe.object("downpipe", plain("#2b2f30", 0.5, bump=0.001), smooth=True))
    if plan.table:
        raise_surface(site)
