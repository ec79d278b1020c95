#!/bin/sh
# Cycles: a world that reads Light Path's "Transparent Depth" dims the sun on surfaces that are seen through a clear sheet.
# Expected: the world is asked for light on a wall; the clear sheet lies between wall and lens, not between wall and sun, so the depth is 0.
# Seen in Blender 4.5.15: the depth is that of the path from the lens (1 behind the sheet), whatever lies between wall and sky, so the half of the wall behind
# a wholly transparent sheet is black, the other half lit. "Is Camera Ray" is 0 in both: multiplying by it is the way around.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "bpy==4.5.15" "numpy<2"
cat > "$here/try.py" <<'PYTHON'
import math
import os
import sys

import bpy
import numpy as np

bpy.ops.wm.read_factory_settings(use_empty=True)
scene = bpy.context.scene


def wall(left, right, y, material):
    mesh = bpy.data.meshes.new("wall")
    mesh.from_pydata([(left, y, -1), (right, y, -1), (right, y, 1), (left, y, 1)], [], [(0, 1, 2, 3)])
    mesh.materials.append(material)
    scene.collection.objects.link(bpy.data.objects.new("wall", mesh))


paint, clear = bpy.data.materials.new("paint"), bpy.data.materials.new("clear")
paint.use_nodes = clear.use_nodes = True
nodes = clear.node_tree.nodes
clear.node_tree.links.new(nodes.new("ShaderNodeBsdfTransparent").outputs[0], nodes["Material Output"].inputs["Surface"])
wall(-1, 1, 0.0, paint)
wall(-1, 0, -0.01, clear)

scene.world = bpy.data.worlds.new("world")
scene.world.use_nodes = True
tree = scene.world.node_tree
depth, less = tree.nodes.new("ShaderNodeLightPath"), tree.nodes.new("ShaderNodeMath")
less.operation = "SUBTRACT"
less.use_clamp = True
less.inputs[0].default_value = 1.0
tree.links.new(depth.outputs["Transparent Depth"], less.inputs[1])
tree.links.new(less.outputs[0], tree.nodes["Background"].inputs["Strength"])
tree.nodes["Background"].inputs["Color"].default_value = (1, 1, 1, 1)

camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
camera.data.type, camera.data.ortho_scale = "ORTHO", 0.8
camera.location, camera.rotation_euler = (0, -2, 0), (math.pi / 2, 0, 0)
scene.collection.objects.link(camera)
scene.camera = camera
scene.render.engine, scene.cycles.samples, scene.cycles.use_denoising = "CYCLES", 64, False
scene.render.resolution_x = scene.render.resolution_y = 32
scene.render.image_settings.file_format, scene.render.filepath = "OPEN_EXR", os.path.join(sys.argv[1], "wall.exr")
bpy.ops.render.render(write_still=True)
pixels = np.array(bpy.data.images.load(scene.render.filepath).pixels[:]).reshape(32, 32, 4)
behind, bare = pixels[8:24, 4:12, 0].mean(), pixels[8:24, 20:28, 0].mean()
print(f"Blender {bpy.app.version_string}: behind the clear sheet {behind:.3f}, bare {bare:.3f}", file=sys.stderr)
sys.exit(0 if bare > 0.2 and behind < 0.2 * bare else 1)
PYTHON
"$here/venv/bin/python" "$here/try.py" "$here" >/dev/null
