# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact sheet of people, to be looked at one by one: `python -m bench.contact_sheets.people OUT.png [N] [--ages] [--traits …] [--shows face|half|whole]`.

N people by seed (1, 2, …), or one for each `--traits` (a person's traits as data, with `seed` and `turned` if wanted). By window light from the left, 85 mm.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
import time

import bpy
import numpy as np
from PIL import Image, ImageDraw

from bench.contact_sheets import tiles
from bench.contact_sheets.props import clear
from diorama_stage.people.build import Stand, person

SHOWN = {"face": (0.36, "eyes"), "half": (0.95, "chest"), "whole": (2.1, "middle")}
"""Height shown in metres, and about what."""
STREET: tuple[dict, ...] = ({}, {}, {"age": 6}, {}, {"age": 74}, {}, {"age": 2}, {"age": 48}, {"age": 11}, {"age": 62})
"""Of ten people: who is no usual age."""


def studio(at: np.ndarray, tall: float, px: int, samples: int, back: float) -> None:
    """A grey wall, a window at the left, a weak fill; the lens 85 mm at the height of `at`."""
    scene = bpy.context.scene
    scene.render.engine, scene.cycles.samples, scene.cycles.use_denoising = "CYCLES", samples, True
    scene.render.resolution_x = scene.render.resolution_y = px
    scene.view_settings.view_transform = "AgX"
    scene.world.use_nodes = True
    scene.world.node_tree.nodes["Background"].inputs[0].default_value = (0.19, 0.2, 0.22, 1)
    for name, energy, size, place in (("window", 70, 1.2, (-1.7, -1.1, 0.7)), ("rim", 22 * back, 0.6, (1.3, 1.2, 0.8))):
        lamp = bpy.data.lights.new(name, "AREA")
        lamp.size, lamp.energy = size, energy
        light = bpy.data.objects.new(name, lamp)
        light.location = at + np.array(place) * max(tall, 0.8)
        lamp.energy *= max(tall, 0.8) ** 2
        way = np.array(place)
        light.rotation_euler = (math.acos(place[2] / np.linalg.norm(way)), 0, math.atan2(way[1], way[0]) + math.pi / 2)
        scene.collection.objects.link(light)
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.lens, camera.data.sensor_width = 85.0, 36.0
    camera.location = at + np.array([0, -tall * 85.0 / 36.0, 0])
    camera.rotation_euler = (math.pi / 2, 0, 0)
    scene.collection.objects.link(camera)
    scene.camera = camera


def shot(traits: dict, shows: str, px: int, samples: int, back: float, crop: tuple[float, ...] | None = None) -> Image.Image:
    """One picture. `crop`: left, bottom, right, top of what is rendered, shares of the picture (a close look costs little)."""
    clear()
    tall, about = SHOWN[shows]
    seed = int(traits.pop("seed", 1))
    start = time.perf_counter()
    cpu = time.process_time()
    seat = 0.45 if traits.get("posture") == "sitting" else None
    built = person(traits, seed, Stand(near=shows != "whole", pixel=tall / px, seat=seat, at=traits.pop("at", "")))
    told = f"{seed} {time.perf_counter() - start:.1f} s, cpu {time.process_time() - cpu:.1f}"
    m = built.marks
    eyes = (m["left_eye"] + m["right_eye"]) / 2
    at = {"eyes": eyes - (0, 0, 0.02), "chest": (m["chest"] + eyes) / 2 - (0, 0, 0.1), "middle": (built.low + built.high) / 2}[about]
    studio(np.asarray(at, float), tall, px, samples, back)
    render = bpy.context.scene.render
    render.use_border = render.use_crop_to_border = crop is not None
    if crop is not None:
        render.border_min_x, render.border_min_y, render.border_max_x, render.border_max_y = crop
    with tempfile.TemporaryDirectory() as folder:
        bpy.context.scene.render.filepath = f"{folder}/shot.png"
        bpy.ops.render.render(write_still=True)
        picture = Image.open(f"{folder}/shot.png").convert("RGB")
    ImageDraw.Draw(picture).text((4, 3), told, fill=(255, 255, 255))
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("count", nargs="?", type=int, default=8)
    parser.add_argument("--traits", action="append", default=[])
    parser.add_argument("--shows", choices=sorted(SHOWN), default="face")
    parser.add_argument("--px", type=int, default=256)
    parser.add_argument("--samples", type=int, default=24)
    parser.add_argument("--columns", type=int, default=4)
    parser.add_argument("--ages", action="store_true", help="children and the old among them")
    parser.add_argument("--rim", type=float, default=1.0)
    parser.add_argument("--crop", type=float, nargs=4, metavar=("LEFT", "BOTTOM", "RIGHT", "TOP"))
    given = parser.parse_args()
    asked = [json.loads(t) for t in given.traits] or [{"seed": k + 1} | (STREET[k % len(STREET)] if given.ages else {}) for k in range(given.count)]
    side = round(given.px * (max(given.crop[2] - given.crop[0], given.crop[3] - given.crop[1]) if given.crop else 1))
    tiles.write(given.out, asked, lambda traits: shot(traits, given.shows, given.px, given.samples, given.rim, given.crop), given.columns, side)


if __name__ == "__main__":
    main()
