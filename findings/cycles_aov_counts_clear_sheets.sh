#!/bin/sh
# Cycles: a colour AOV is written once more for each clear sheet before a surface; the sum, not the mean, arrives in the pass.
# Expected: with a wholly transparent sheet before a wall the pass holds what one of them told (or their mix by opacity: the wall's), alpha 1.
# Seen in Blender 4.5.15: sheet and wall both tell (1, 1, 1); the pass holds (2, 2, 2) with alpha 2 behind the sheet, (1, 1, 1) with alpha 1 beside it.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "bpy==4.5.15" "numpy<2" "OpenEXR==3.3.3"
cat > "$here/try.py" <<'PYTHON'
import math
import os
import sys

import bpy
import numpy as np
import OpenEXR

bpy.ops.wm.read_factory_settings(use_empty=True)
scene = bpy.context.scene


def material(name, clear):
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    nodes, link = made.node_tree.nodes, made.node_tree.links.new
    if clear:
        link(nodes.new("ShaderNodeBsdfTransparent").outputs[0], nodes["Material Output"].inputs["Surface"])
    told = nodes.new("ShaderNodeOutputAOV")
    told.aov_name = "told"
    told.inputs["Color"].default_value = (1, 1, 1, 1)
    return made


def wall(left, right, y, made):
    mesh = bpy.data.meshes.new("wall")
    mesh.from_pydata([(left, y, -1), (right, y, -1), (right, y, 1), (left, y, 1)], [], [(0, 1, 2, 3)])
    mesh.materials.append(made)
    scene.collection.objects.link(bpy.data.objects.new("wall", mesh))


wall(-1, 1, 0.0, material("paint", False))
wall(-1, 0, -0.01, material("clear", True))
camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
camera.data.type, camera.data.ortho_scale = "ORTHO", 0.8
camera.location, camera.rotation_euler = (0, -2, 0), (math.pi / 2, 0, 0)
scene.collection.objects.link(camera)
scene.camera = camera
scene.render.engine, scene.cycles.samples, scene.cycles.use_denoising = "CYCLES", 4, False
scene.render.resolution_x = scene.render.resolution_y = 32
aov = bpy.context.view_layer.aovs.add()
aov.name, aov.type = "told", "COLOR"
scene.render.image_settings.file_format, scene.render.filepath = "OPEN_EXR_MULTILAYER", os.path.join(sys.argv[1], "wall.exr")
bpy.ops.render.render(write_still=True)
channels = OpenEXR.File(scene.render.filepath, separate_channels=True).channels()
red, alpha = (next(v.pixels for k, v in channels.items() if k.endswith(f"told.{c}")) for c in "RA")
seen = [(round(float(red[16, x]), 2), round(float(alpha[16, x]), 2)) for x in (8, 24)]
print(f"Blender {bpy.app.version_string}: behind the clear sheet {seen[0]}, beside it {seen[1]}", file=sys.stderr)
sys.exit(0 if seen == [(2.0, 2.0), (1.0, 1.0)] else 1)
PYTHON
"$here/venv/bin/python" "$here/try.py" "$here" >/dev/null
