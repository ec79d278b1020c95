# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact sheet of living animals, to be looked at: `python -m bench.contact_sheets.animals OUT.png dog "cat?pose=sitting" "horse?view=20&young=1" …`.

After `?`: pose, view (degrees from the front), tilt, look (degrees that the head turns), near=1 (its head), wear (garments, commas), young=1, seed, colour.
`--all [PLAN]` shows every kind of a plan (paws, hooves, birds, fishes, reptiles, others). Daylight; one small Cycles picture each.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote

import bpy
import numpy as np
from PIL import Image, ImageDraw

from bench.contact_sheets import tiles
from bench.contact_sheets.props import clear
from diorama_stage.animals import creatures, kinds
from diorama_stage.animals.beast import Wish
from diorama_stage.animals.built import finish, recoloured, usual_pose, young
from diorama_stage.animals.worn import put_on
from diorama_stage.dress import PLAIN
from diorama_stage.kit import Built


def daylight(size: float, px: int, samples: int) -> None:
    """Sun from the upper left, a clear sky, pale ground."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_denoising, scene.cycles.max_bounces = samples, True, 6
    scene.render.resolution_x = scene.render.resolution_y = px
    scene.view_settings.view_transform = "AgX"
    scene.world.use_nodes = True
    nodes, links = scene.world.node_tree.nodes, scene.world.node_tree.links
    background = nodes.get("Background") or nodes.new("ShaderNodeBackground")
    links.new(background.outputs[0], (nodes.get("World Output") or nodes.new("ShaderNodeOutputWorld")).inputs[0])
    background.inputs[0].default_value, background.inputs[1].default_value = (0.62, 0.75, 1.0, 1), 0.75
    sun = bpy.data.lights.new("sun", "SUN")
    sun.energy, sun.angle = 3.4, math.radians(2)
    lamp = bpy.data.objects.new("sun", sun)
    lamp.rotation_euler = (math.radians(48), 0, math.radians(-36))
    scene.collection.objects.link(lamp)
    bpy.ops.mesh.primitive_plane_add(size=size * 60)
    earth = bpy.data.materials.new("earth")
    earth.use_nodes = True
    earth.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value = (0.3, 0.28, 0.24, 1)
    bpy.context.object.data.materials.append(earth)


def aim(built: Built, view: float, tilt: float, near: bool) -> None:
    """The whole animal with a little air, or its head."""
    corners = np.array([[x, y, z] for x in (built.low[0], built.high[0]) for y in (built.low[1], built.high[1]) for z in (built.low[2], built.high[2])])
    if near and "left_eye" in built.marks:
        a, b = built.marks["left_eye"], built.marks["right_eye"]
        whole = float(np.linalg.norm(built.high - built.low))
        corners = (a + b) / 2 + (corners - corners.mean(axis=0)) * np.clip(8.0 * float(np.linalg.norm(a - b)) / whole, 0.12, 0.45)
    a, t, lens = math.radians(view), math.radians(tilt), 80.0
    back = np.array([math.sin(a) * math.cos(t), -math.cos(a) * math.cos(t), math.sin(t)])
    side = np.array([math.cos(a), math.sin(a), 0.0])
    across, up = corners @ side, corners @ np.cross(back, side)
    middle = side * (across.max() + across.min()) / 2 + np.cross(back, side) * (up.max() + up.min()) / 2
    local = corners - middle
    half = 18 / lens * 0.94
    distance = float(max((abs(local @ v) / half + local @ back).max() for v in (side, np.cross(back, side))))
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.lens, camera.data.clip_start, camera.data.clip_end = lens, distance / 100, distance * 100
    camera.location = tuple(middle + back * distance)
    camera.rotation_euler = (math.pi / 2 - t, 0, a)
    bpy.context.scene.collection.objects.link(camera)
    bpy.context.scene.camera = camera


def shot(item: str, px: int, samples: int) -> Image.Image:
    name, _, query = item.partition("?")
    asked = {k: unquote(v) for k, _, v in (pair.partition("=") for pair in filter(None, query.split("&")))}
    name, small = kinds.grown_up(name, bool(asked.get("young")))
    kind, seed, near = kinds.kind(name), int(asked.get("seed", "1")), bool(asked.get("near"))
    clear()
    shape = young(kind) if small else {}
    if "colour" in asked and "coat" in kind:
        shape["coat"] = recoloured(kind["coat"], tuple(asked["colour"].split(",")))
    start = time.perf_counter()
    pose = asked.get("pose") or usual_pose(kind, 1, np.random.default_rng(seed))
    made = creatures.creature(Wish(name, pose, seed, near, (), 1.0, shape, float(asked.get("look", "0")), coated="coat" in asked.get("wear", "")))
    wears = [{"noun": w, "thing": w, "surface": PLAIN} for w in filter(None, asked.get("wear", "").split(","))]
    if wears and made.figure:
        made.parts |= put_on(made.figure, wears, seed)[0]
    built = finish(made, name, exact=True, tilt=kind.get("tilt", 0.0), over=bool(kinds.taken(name, pose).get("turned_over")))
    seconds = time.perf_counter() - start
    size = float(max(built.high - built.low))
    daylight(size, px, samples)
    aim(built, float(asked.get("view", "50")), float(asked.get("tilt", "8")), near)
    with tempfile.TemporaryDirectory() as folder:
        bpy.context.scene.render.filepath = f"{folder}/shot.png"
        bpy.ops.render.render(write_still=True)
        picture = Image.open(f"{folder}/shot.png").convert("RGB")
    ImageDraw.Draw(picture).text((4, 3), f"{item} {seconds:.1f} s", fill=(255, 255, 255), stroke_width=1, stroke_fill=(0, 0, 0))
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("items", nargs="*")
    parser.add_argument("--all", nargs="?", const="")
    parser.add_argument("--px", type=int, default=192)
    parser.add_argument("--samples", type=int, default=12)
    parser.add_argument("--columns", type=int, default=6)
    given = parser.parse_intermixed_args()
    items = given.items or [k for k in kinds.tables() if not given.all or kinds.kind(k)["plan"] == given.all]
    tiles.write(given.out, items, lambda item: shot(item, given.px, given.samples), given.columns, given.px)


if __name__ == "__main__":
    main()
