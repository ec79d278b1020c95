#!/bin/sh
# Blender's glTF exporter, with its default options, brings lamps and surfaces that shine into different units: a set lit by both comes out 683 times off.
# Seen: a sun of 3 W/m² is written as intensity 2049 (lux), an emission of 40 W/m²/sr stays emissiveStrength 40. One exposure cannot suit both.
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
shader.inputs["Emission Color"].default_value = (1, 1, 1, 1)
shader.inputs["Emission Strength"].default_value = 40.0
sun = bpy.data.lights.new("sun", "SUN")
sun.energy = 3.0
scene.collection.objects.link(bpy.data.objects.new("sun", sun))
path = sys.argv[1]
bpy.ops.export_scene.gltf(filepath=path, export_format="GLB", export_lights=True)
data = open(path, "rb").read()
tree = json.loads(data[20 : 20 + int.from_bytes(data[12:16], "little")])
print("Blender", bpy.app.version_string, "-", tree["asset"]["generator"])
intensity = tree["extensions"]["KHR_lights_punctual"]["lights"][0]["intensity"]
strength = tree["materials"][0]["extensions"]["KHR_materials_emissive_strength"]["emissiveStrength"]
print(f"sun: {sun.energy} became {intensity}, times {intensity / sun.energy:.0f}; emission: 40.0 became {strength}, times {strength / 40:.0f}")
sys.exit(0 if intensity == 2049 and strength == 40 else 1)
PYTHON
"$here/venv/bin/python" "$here/try.py" "$here/out.glb" 2>/dev/null
