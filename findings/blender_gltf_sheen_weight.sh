#!/bin/sh
# Blender's glTF exporter drops the weight of a sheen: a trace of it becomes a full coat of fibres.
# Seen: weights 0.1 and 1.0 both give sheenColorFactor [1, 1, 1]; KHR_materials_sheen has no weight of its own, so the colour should carry it.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "bpy==4.5.15" "numpy<2"
cat > "$here/try.py" <<'PYTHON'
import json
import sys

import bpy

bpy.ops.wm.read_factory_settings(use_empty=True)
scene = bpy.context.scene
mesh = bpy.data.meshes.new("triangle")
mesh.from_pydata([(0, 0, 0), (1, 0, 0), (0, 1, 0)], [], [(0, 1, 2)])
scene.collection.objects.link(bpy.data.objects.new("triangle", mesh))
material = bpy.data.materials.new("material")
material.use_nodes = True
mesh.materials.append(material)
shader = material.node_tree.nodes["Principled BSDF"]
shader.inputs["Sheen Tint"].default_value = (1, 1, 1, 1)
shader.inputs["Sheen Weight"].default_value = 0.1
full = material.copy()
full.node_tree.nodes["Principled BSDF"].inputs["Sheen Weight"].default_value = 1.0
second = mesh.copy()
second.materials[0] = full
scene.collection.objects.link(bpy.data.objects.new("second", second))
path = sys.argv[1]
bpy.ops.export_scene.gltf(filepath=path, export_format="GLB", export_lights=True)
data = open(path, "rb").read()
tree = json.loads(data[20 : 20 + int.from_bytes(data[12:16], "little")])
print("Blender", bpy.app.version_string, "-", tree["asset"]["generator"])
sheens = [m["extensions"]["KHR_materials_sheen"]["sheenColorFactor"] for m in tree["materials"]]
print("sheen weight 0.1 and 1.0 became", *sheens)
sys.exit(0 if sheens == [[1, 1, 1]] * 2 else 1)
PYTHON
"$here/venv/bin/python" "$here/try.py" "$here/out.glb" 2>/dev/null
