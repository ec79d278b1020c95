"""Every material of the library on one sheet, on a ball and a block of a cup's size: `python -m bench.materials FILE [--only WORD] [--side 150]`.

One render; for whoever looks at surfaces, not for a number.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import bpy
import numpy as np
from PIL import Image, ImageDraw

from bench.fidelity.arranged import quiet
from diorama.image import Development, run
from diorama.image.meter import meter
from diorama_stage.kit.mesher import Mesher
from diorama_stage.materials import NAMES, Look, material
from diorama_stage.render.picture import render
from diorama_stage.render.settings import use_cycles
from diorama_stage.sets.paint import plain

UNSEEN = frozenset(("printed", "screen", "emission"))
"""What is no material of its own."""
SIZE = 0.1
"""Metres: the height of a thing, as its look is told."""
STEP = 0.26
COLUMNS = 10
TILT = np.radians(40)
"""From straight down, how far the camera looks up."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--only", default="", help="materials of this name")
    parser.add_argument("--side", type=int, default=150, help="pixels of each")
    parser.add_argument("--samples", type=int, default=16)
    given = parser.parse_args()
    names = [n for n in NAMES if n not in UNSEEN and given.only in n]
    columns = min(COLUMNS, len(names))
    rows = -(-len(names) // columns)
    bpy.ops.wm.read_factory_settings(use_empty=True)
    use_cycles(columns * given.side, rows * given.side, 7)
    for k, name in enumerate(names):
        _thing(name, STEP * (k % columns), -STEP * (k // columns))
    _place(columns, rows)
    with quiet():
        light = np.ascontiguousarray(render(given.samples, 0.02)["Combined"][..., :3])
    picture = Image.fromarray(run(light, Development(exposure_stops=meter(light), black=0.006, sharpness=0.5, speed=200)))
    draw = ImageDraw.Draw(picture)
    for k, name in enumerate(names):
        off = np.array((k % columns - (columns - 1) / 2 - 0.45, ((rows - 1) / 2 - k // columns - 0.42) * np.cos(TILT))) * given.side
        draw.text((picture.width / 2 + off[0], picture.height / 2 - off[1]), name, fill=(240, 236, 220))
    picture.save(given.file)


def _thing(name: str, x: float, y: float) -> None:
    """A ball before a block, at (x, y) of the sheet, which lies on the ground."""
    stuff = material(Look(material=name, size=SIZE, seed=3))
    block, ball = Mesher(), Mesher()
    block.soft(x - 0.09, x + 0.01, y - 0.04, y + 0.07, 0.0, 0.09, 0.004, steps=3)
    ball.soft(x + 0.0, x + 0.1, y - 0.09, y + 0.01, 0.0, 0.1, 0.0499, steps=12)
    for form, sort in ((block, "block"), (ball, "ball")):
        form.object(f"{name} {sort}", stuff, smooth=True)


def _place(columns: int, rows: int) -> None:
    """A grey ground, a window on the left, a dim room, and a camera that looks down at all."""
    scene, wide, high = bpy.context.scene, STEP * columns, STEP * rows
    ground = Mesher()
    ground.box(-wide, 2 * wide, -2 * high, high, -0.02, 0.0)
    ground.object("ground", plain("#8c8a86", 0.8))
    lamp = bpy.data.lights.new("window", "AREA")
    lamp.shape, lamp.size, lamp.size_y, lamp.energy = "RECTANGLE", 2.0, 2.0, 400.0
    made = bpy.data.objects.new("window", lamp)
    made.location, made.rotation_euler = (-wide * 0.4 - 1.5, high * 0.2, 2.6), (0.35, -0.95, 0.0)
    scene.collection.objects.link(made)
    scene.world = bpy.data.worlds.new("room")
    scene.world.use_nodes = True
    scene.world.node_tree.nodes["Background"].inputs[1].default_value = 0.5
    eye = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    eye.data.type, eye.data.ortho_scale = "ORTHO", max(wide, high)
    middle = np.array((STEP * (columns - 1) / 2, -STEP * (rows - 1) / 2, 0.05))
    eye.location = tuple(middle + 6 * np.array((0, -np.sin(TILT), np.cos(TILT))))
    eye.rotation_euler = (TILT, 0, 0)
    scene.collection.objects.link(eye)
    scene.camera = eye


if __name__ == "__main__":
    main()
