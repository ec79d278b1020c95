# SPDX-License-Identifier: GPL-3.0-or-later
"""Lamps and camera in glTF's terms (KHR_lights_punctual): suns are directional, area lamps become spots as wide as a Lambertian emitter shines.

Intensities are in units of the picture: light times the exposure's matrix, so that a viewer at exposure 1 shows what the photograph does. A surface
of reflectance 1 that faces light of intensity π has radiance 1.
"""

from __future__ import annotations

import bpy
import numpy as np
from mathutils import Matrix

from diorama_stage.export.gltf import Glb, round_all

SPREAD = 1.3
"""Half the angle of an area lamp's cone, radians; nothing to speak of leaves it at a flatter angle."""
DARKEST = 1e-4
TURN = Matrix(((1, 0, 0), (0, 0, 1), (0, -1, 0)))
"""Blender's axes to glTF's."""


def lights(glb: Glb, scene: bpy.types.Scene, matrix: np.ndarray, centre: np.ndarray, sun: tuple[np.ndarray, np.ndarray] | None) -> list[int]:
    """A node for each lamp, and one for the sky's own `sun` (way to it, irradiance). `centre`: where the subjects are. Returns nodes."""
    nodes = []
    for lamp in (o for o in scene.objects if o.type == "LIGHT" and not o.hide_render):
        data, at = lamp.data, np.array(lamp.matrix_world.translation)
        power = matrix @ (np.array(data.color) * data.energy)
        name = lamp.get("group") or lamp.name.split(".")[0]
        if data.type == "SUN":
            nodes.append(_node(glb, name, {"type": "directional"}, power, at, lamp.matrix_world.to_quaternion()))
        elif data.type == "AREA":
            area, away = data.size * (data.size_y if data.shape in ("RECTANGLE", "ELLIPSE") else data.size), float(np.linalg.norm(at - centre))
            back = 0.0 if lamp.light_linking.blocker_collection else 0.5 * area**0.5
            wide = power / (np.pi * (away**2 + area / np.pi)) * (away + back) ** 2  # the same at the subjects, and finite at the lamp
            behind = at + back * np.array(lamp.matrix_world.col[2].xyz.normalized())
            nodes.append(_node(glb, name, {"type": "spot", "spot": {"innerConeAngle": 0.0, "outerConeAngle": SPREAD}}, wide, behind, lamp.matrix_world.to_quaternion()))
        else:
            nodes.append(_node(glb, name, {"type": "point"}, power / (4 * np.pi), at, None))
    if sun is not None:
        facing = Matrix(_facing(sun[0])).to_quaternion()
        nodes.append(_node(glb, "sun", {"type": "directional"}, matrix @ sun[1], centre + 20 * sun[0], facing))
    return [n for n in nodes if n is not None]


def _facing(way: np.ndarray) -> np.ndarray:
    """A frame whose z points along `way`."""
    side = np.cross((0, 0, 1) if abs(way[2]) < 0.99 else (1, 0, 0), way)
    side /= np.linalg.norm(side)
    return np.stack([side, np.cross(way, side), way], axis=1)


def _node(glb: Glb, name: str, light: dict, power: np.ndarray, at: np.ndarray, turn) -> int | None:
    power = np.maximum(power, 0)
    intensity = float(power.max())
    if intensity < DARKEST:
        return None
    glb.uses("KHR_lights_punctual")
    held = glb.tree.setdefault("extensions", {}).setdefault("KHR_lights_punctual", {"lights": []})["lights"]
    held.append({"name": name, **light, "color": round_all(power / intensity, 4), "intensity": round(intensity, 5)})
    node = {"name": name, "translation": translation(at), "extensions": {"KHR_lights_punctual": {"light": len(held) - 1}}}
    if turn is not None:
        node["rotation"] = rotation(turn)
    return glb.add("nodes", node)


def camera(glb: Glb, scene: bpy.types.Scene, near: float, far: float) -> int:
    """The camera's node. glTF knows no shifted lens: the camera turns to where the shifted frame's middle is."""
    lens, render, at = scene.camera.data, scene.render, scene.camera.matrix_world
    width, height = render.resolution_x, render.resolution_y
    wide = lens.sensor_width / lens.lens * np.array((width, height)) / max(width, height)
    tall = 2 * float(np.arctan(wide[1] / 2))
    number = glb.add("cameras", {"type": "perspective", "perspective": {"yfov": round(tall, 6), "aspectRatio": round(width / height, 6), "znear": round(near, 4), "zfar": round(far, 3)}})
    step = lens.sensor_width / lens.lens
    back = Matrix(at.to_3x3()) @ _vector(-lens.shift_x * step, -lens.shift_y * step, 1.0)
    frame = at.to_3x3()
    across = frame.col[1].cross(back).normalized()
    back = back.normalized()
    turned = Matrix((across, back.cross(across), back)).transposed()
    return glb.add("nodes", {"name": "camera", "camera": number, "translation": translation(np.array(at.translation)), "rotation": rotation(turned.to_quaternion())})


def _vector(*values):
    from mathutils import Vector

    return Vector(values)


def translation(at: np.ndarray) -> list[float]:
    return round_all((at[0], at[2], -at[1]), 5)


def rotation(turn) -> list[float]:
    """A quaternion of Blender's world that turns what looks along -z (lamps, cameras), in glTF's world: (x, y, z, w)."""
    q = (TURN.to_quaternion() @ turn).normalized()
    return round_all((q.x, q.y, q.z, q.w), 7)
