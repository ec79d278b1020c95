# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact sheet of props, to be looked at: `python -m bench.contact_sheets.props OUT.png mug "bottle?colour=#2a6a3a&material=glass" …`.

After `?`: colour (several with commas), material, pattern, finish, seed, state, text, contents, shape, attribute, variant, turn (degrees). One small Cycles picture each.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote

import bpy
from PIL import Image, ImageDraw

from bench.contact_sheets import tiles
from diorama_stage.dress import dress
from diorama_stage.kit import Built, Spec
from diorama_stage.props.registry import build


def clear() -> None:
    bpy.ops.wm.read_factory_settings(use_empty=True)
    if bpy.context.scene.world is None:
        bpy.context.scene.world = bpy.data.worlds.new("World")


def studio(size: float, px: int, samples: int, exposure: float = 0.0) -> None:
    """A grey sweep, a softbox from the upper left, an interior panorama for reflections."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_denoising = samples, True
    scene.cycles.max_bounces = 8
    scene.render.resolution_x = scene.render.resolution_y = px
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.exposure = exposure
    world = scene.world
    world.use_nodes = True
    nodes, links = world.node_tree.nodes, world.node_tree.links
    panorama = nodes.new("ShaderNodeTexEnvironment")
    folder = Path(bpy.utils.resource_path("LOCAL")) / "datafiles" / "studiolights" / "world"
    panorama.image = bpy.data.images.load(str(folder / "interior.exr"))
    background = nodes.get("Background") or nodes.new("ShaderNodeBackground")
    output = nodes.get("World Output") or nodes.new("ShaderNodeOutputWorld")
    links.new(background.outputs[0], output.inputs[0])
    links.new(panorama.outputs[0], background.inputs[0])
    background.inputs[1].default_value = 0.55
    lamp = bpy.data.lights.new("softbox", "AREA")
    lamp.size, lamp.energy = size * 1.6, 60 * size * size
    light = bpy.data.objects.new("softbox", lamp)
    light.location = (-1.5 * size, -1.1 * size, 2.0 * size)
    light.rotation_euler = (math.radians(38), 0, math.radians(-52))
    scene.collection.objects.link(light)
    n, s = 24, size * 14
    rows = [(-s / 2, 0.0)] + [(size * 2 + s * 0.12 * math.sin(a), s * 0.12 * (1 - math.cos(a))) for a in [i / n * math.pi / 2 for i in range(n + 1)]] + [(size * 2 + s * 0.12, s / 2)]
    vertices = [(x, y, z) for y, z in rows for x in (-s, s)]
    sweep = bpy.data.meshes.new("sweep")
    sweep.from_pydata(vertices, [], [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(rows) - 1)])
    sweep.shade_smooth()
    ground = bpy.data.objects.new("sweep", sweep)
    grey = bpy.data.materials.new("grey")
    grey.use_nodes = True
    grey.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value = (0.42, 0.42, 0.41, 1)
    ground.data.materials.append(grey)
    scene.collection.objects.link(ground)


def aim(built: Built, lens: float = 70.0, turn: float = 28.0, tilt: float = 18.0) -> None:
    """Frame the prop with a little air, from `turn` degrees to its right and `tilt` above."""
    middle = (built.low + built.high) / 2
    radius = float(((built.high - built.low) ** 2).sum() ** 0.5) / 2
    distance = radius * 1.12 / math.sin(math.atan(18 / lens))
    a, t = math.radians(turn), math.radians(tilt)
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.lens = lens
    camera.data.clip_start, camera.data.clip_end = distance / 100, distance * 100
    camera.location = (middle[0] + distance * math.sin(a) * math.cos(t), middle[1] - distance * math.cos(a) * math.cos(t), middle[2] + distance * math.sin(t))
    camera.rotation_euler = (math.pi / 2 - t, 0, a)
    bpy.context.scene.collection.objects.link(camera)
    bpy.context.scene.camera = camera


def shot(item: str, px: int, samples: int) -> Image.Image:
    kind, _, query = item.partition("?")
    asked: dict[str, list[str]] = {}
    for pair in filter(None, query.split("&")):
        key, _, value = pair.partition("=")
        asked.setdefault(key, []).extend(unquote(value).split(",") if key != "text" else [unquote(value)])
    one = lambda key, default=None: asked.get(key, [default])[0]  # noqa: E731
    clear()
    labels = tuple({"text": t.replace("|", "\n"), "style": one("style", "sans"), "colour": None} for t in asked.get("text", ()))
    spec = Spec(kind, int(one("seed", "0")), one("shape"), frozenset(asked.get("state", ())), frozenset(asked.get("attribute", ())), labels, one("contents"), one("material"), variants=frozenset(asked.get("variant", ())), colours=tuple(asked.get("colour", ())))
    start = time.perf_counter()
    built = build(spec)
    seconds = time.perf_counter() - start
    dress(built, {"colours": [{"hex": c} for c in asked.get("colour", ())], "material": one("material"), "pattern": one("pattern"), "finish": tuple(asked.get("finish", ()))}, seed=spec.seed)
    size = float(max(built.high - built.low))
    studio(size, px, samples)
    built.root.location.z = -float(built.low[2])
    aim(built, turn=float(one("turn", "28")), tilt=float(one("tilt", "18")))
    bpy.context.scene.camera.location.z -= float(built.low[2])
    with tempfile.TemporaryDirectory() as folder:
        bpy.context.scene.render.filepath = f"{folder}/shot.png"
        bpy.ops.render.render(write_still=True)
        picture = Image.open(f"{folder}/shot.png").convert("RGB")
    x, y, z = (built.high - built.low) * 100
    ImageDraw.Draw(picture).text((4, 3), f"{item}\n{built.polygons} polygons {seconds:.2f} s  {x:.0f}x{y:.0f}x{z:.0f} cm", fill=(255, 255, 255))
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("items", nargs="+")
    parser.add_argument("--px", type=int, default=240)
    parser.add_argument("--samples", type=int, default=12)
    parser.add_argument("--columns", type=int, default=4)
    given = parser.parse_args()
    sys.stdout.flush()
    tiles.write(given.out, given.items, lambda item: shot(item, given.px, given.samples), given.columns, given.px)


if __name__ == "__main__":
    main()
