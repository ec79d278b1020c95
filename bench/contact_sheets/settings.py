# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact sheet of settings, to be looked at: `python -m bench.contact_sheets.settings OUT.png kitchen "street?wetness=1&time=night" "tabletop?ground=walnut" …`.

After `?`: ground, backdrop (materials, or #rrggbb), shape (ground_shape), features (commas), weather, wetness, season, place (commas), time, extent, lens, f, eye (x,y,z), look (x,y,z), seed, subject=0.
"""

from __future__ import annotations

import argparse
import math
import os
import tempfile
import time as clock
from urllib.parse import unquote

import bpy
from mathutils import Vector
from PIL import Image, ImageDraw

from diorama.scene.lighting import TIMES
from diorama_stage.sets import View, build, plan
from bench.contact_sheets.props import clear


def surface(value: str | None) -> dict:
    if not value:
        return {"colours": [], "material": None, "pattern": None, "finish": []}
    colours = [{"name": v, "hex": v} for v in value.split(",") if v.startswith("#")]
    names = [v for v in value.split(",") if not v.startswith("#")]
    return {"colours": colours, "material": names[0] if names else None, "pattern": None, "finish": names[1:]}


def subject(size: float) -> None:
    """A clay ball and a cube, so that scale and focus can be judged."""
    grey = bpy.data.materials.new("clay")
    grey.use_nodes = True
    grey.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value = (0.35, 0.16, 0.1, 1)
    bpy.ops.mesh.primitive_uv_sphere_add(radius=size * 0.5, segments=48, ring_count=24, location=(-size * 0.3, 0, size * 0.5))
    bpy.context.object.data.shade_smooth()
    bpy.context.object.data.materials.append(grey)
    bpy.ops.mesh.primitive_cube_add(size=size * 0.6, location=(size * 0.6, size * 0.1, size * 0.3), rotation=(0, 0, 0.5))
    bpy.context.object.data.materials.append(grey)


def world(hour: float, indoor: bool, sky: bool) -> None:
    scene = bpy.context.scene
    scene.world.use_nodes = True
    nodes, links = scene.world.node_tree.nodes, scene.world.node_tree.links
    background = nodes.get("Background") or nodes.new("ShaderNodeBackground")
    links.new(background.outputs[0], (nodes.get("World Output") or nodes.new("ShaderNodeOutputWorld")).inputs[0])
    night = hour < 5.5 or hour > 19.0
    if indoor and not sky:
        background.inputs[0].default_value, background.inputs[1].default_value = (0.9, 0.95, 1.0, 1), 0.02 if night else 0.12
        return
    if night:
        background.inputs[0].default_value, background.inputs[1].default_value = (0.25, 0.42, 1.0, 1), 0.02 if hour > 20 or hour < 5 else 0.12
        return
    texture = nodes.new("ShaderNodeTexSky")
    texture.sky_type = "NISHITA"
    texture.sun_elevation = max(math.radians(0.5), math.radians(52) * math.sin((hour - 6.2) / 12.4 * math.pi))
    texture.sun_rotation = math.radians(180 + 115)
    texture.sun_size = math.radians(1.2)
    texture.air_density, texture.dust_density = 1.0, 1.2
    links.new(texture.outputs[0], background.inputs[0])
    background.inputs[1].default_value = 0.12


def lights(dressing, night: bool, indoor: bool) -> None:
    """Area lights in the windows, points in the lamps."""
    def lamp(kind: str, where, energy: float, colour, **more) -> None:
        data = bpy.data.lights.new("light", kind)
        data.energy, data.color = energy, colour
        for k, v in more.items():
            setattr(data, k, v)
        made = bpy.data.objects.new("light", data)
        made.location = where
        bpy.context.scene.collection.objects.link(made)
        return made

    for w in dressing.windows:
        made = lamp("AREA", [c + n * 0.12 for c, n in zip(w.centre, w.normal, strict=True)], (4 if night else 70) * w.width * w.height, (0.5, 0.65, 1.0) if night else (0.93, 0.97, 1.0), shape="RECTANGLE", size=w.width, size_y=w.height)
        made.rotation_euler = Vector(w.normal).to_track_quat("-Z", "Y").to_euler()
        made.visible_camera = made.visible_glossy = False
    for p in dressing.practicals:
        lamp("POINT", (p.x, p.y, p.z), p.watts * (1.0 if night or not indoor else 0.6), (1.0, 0.62, 0.3) if p.kelvin < 3500 else (1, 0.95, 0.9), shadow_soft_size=p.radius)


def camera(eye, look, lens: float, f: float, aspect: float) -> View:
    scene = bpy.context.scene
    data = bpy.data.cameras.new("camera")
    data.lens, data.clip_start, data.clip_end = lens, 0.02, 100000
    made = bpy.data.objects.new("camera", data)
    eye, look = Vector(eye), Vector(look)
    made.location = eye
    forward = (look - eye).normalized()
    made.rotation_euler = forward.to_track_quat("-Z", "Y").to_euler()
    data.dof.use_dof, data.dof.focus_distance, data.dof.aperture_fstop = True, max((look - eye).length, 0.1), f
    scene.collection.objects.link(made)
    scene.camera = made
    fov_x = 2 * math.atan(18 / lens)
    return View(tuple(eye), tuple(forward), fov_x, 2 * math.atan(18 / lens / aspect), (look - eye).length)


def metered(path: str, out: str, night: bool, bias: float) -> Image.Image:
    """Expose the linear picture by its log-average, show it through AgX."""
    import numpy as np

    image = bpy.data.images.load(path)
    pixels = np.empty(image.size[0] * image.size[1] * 4, dtype=np.float32)
    image.pixels.foreach_get(pixels)
    light = np.maximum(pixels.reshape(-1, 4)[:, :3] @ (0.2126, 0.7152, 0.0722), 1e-4)
    scene = bpy.context.scene
    scene.view_settings.exposure = float(np.log2((0.05 if night else 0.16) / np.exp(np.log(light).mean()))) + bias
    image.save_render(out, scene=scene)
    return Image.open(out).convert("RGB")


def shot(item: str, px: int, samples: int) -> Image.Image:
    setting, _, query = item.partition("?")
    asked = {k: unquote(v) for k, _, v in (pair.partition("=") for pair in filter(None, query.split("&")))}
    clear()
    time = asked.get("time", "morning")
    hour = TIMES[time]
    environment = {
        "setting": setting, "place": [w for w in asked.get("place", "").split(",") if w], "ground": surface(asked.get("ground")), "ground_shape": asked.get("shape", "floor"), "backdrop": surface(asked.get("backdrop")),
        "features": [f for f in asked.get("features", "").split(",") if f], "weather": asked.get("weather", "clear"), "haze": 0.0, "wetness": float(asked.get("wetness", "0")), "season": asked.get("season"),
    }  # fmt: skip
    draft = plan(environment, 0.1)
    extent = float(asked.get("extent", "0.08" if draft.table else "0.4"))
    made = plan(environment, extent)
    lens, f = float(asked.get("lens", made.lens)), float(asked.get("f", "2.8"))
    numbers = lambda v: tuple(float(x) for x in v.split(","))  # noqa: E731
    distance = extent * 2.6 * lens / 18
    eye = numbers(asked["eye"]) if "eye" in asked else (-0.15 * distance, -distance, max(made.camera_low, extent * 0.9 + 0.14 * distance))
    look = numbers(asked["look"]) if "look" in asked else (0, 0, extent * 0.9)
    if not made.table and "eye" not in asked and made.camera_z and not made.setting == "sky":
        eye = (-0.1 * distance, -max(distance, 3.0), made.camera_z)
        look = (0, 0, made.camera_z - (0.05 if made.horizon else 0.1) * max(distance, 3.0))
    view = camera(eye, look, lens, f, 1.5)
    start = clock.perf_counter()
    dressing = build(made, environment, view, seed=int(asked.get("seed", "0")), time=time, hour=hour, extent=extent)
    seconds = clock.perf_counter() - start
    if asked.get("subject") != "0":
        subject(extent)
    night = hour > 18.8 or hour < 6
    world(hour, made.indoor, made.sky)
    lights(dressing, night, made.indoor)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_denoising, scene.cycles.max_bounces = samples, True, 6
    scene.cycles.caustics_reflective = scene.cycles.caustics_refractive = False
    scene.cycles.sample_clamp_indirect = 4
    scene.render.resolution_x, scene.render.resolution_y = px, int(px / 1.5)
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.look = "AgX - Medium High Contrast"
    polygons = sum(len(m.polygons) for m in bpy.data.meshes)
    with tempfile.TemporaryDirectory() as folder:
        scene.render.image_settings.file_format = "OPEN_EXR"
        scene.render.filepath = f"{folder}/shot.exr"
        start = clock.perf_counter()
        bpy.ops.render.render(write_still=True)
        took = clock.perf_counter() - start
        scene.render.image_settings.file_format = "PNG"
        picture = metered(f"{folder}/shot.exr", f"{folder}/shot.png", night, float(asked.get("ev", "0")))
    ImageDraw.Draw(picture).text((4, 3), f"{item}\n{polygons / 1000:.0f}k {seconds:.2f} s, render {took:.0f} s", fill=(255, 255, 255), stroke_width=1, stroke_fill=(0, 0, 0))
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("items", nargs="+")
    parser.add_argument("--px", type=int, default=320)
    parser.add_argument("--samples", type=int, default=16)
    parser.add_argument("--columns", type=int, default=3)
    given = parser.parse_args()
    quiet = os.dup(1)  # Cycles writes its progress to the standard output
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    pictures = [shot(item, given.px, given.samples) for item in given.items]
    os.dup2(quiet, 1)
    columns = min(given.columns, len(pictures))
    height = int(given.px / 1.5)
    sheet = Image.new("RGB", (columns * given.px, -(-len(pictures) // columns) * height))
    for i, picture in enumerate(pictures):
        sheet.paste(picture, (i % columns * given.px, i // columns * height))
    sheet.save(given.out)
    print(given.out)


if __name__ == "__main__":
    main()
