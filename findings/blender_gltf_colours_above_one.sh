#!/bin/sh
# Blender's glTF exporter writes float colour attributes above 1 as they are: the file is not valid glTF.
# Seen: a vertex colour of 1.5, legal in Blender, is written to COLOR_0 as 1.5; Khronos's validator: ACCESSOR_NON_CLAMPED, an error for each such number.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "bpy==4.5.15" "numpy<2"
(cd "$here" && npm init --yes >/dev/null && npm install --silent gltf-validator@2.0.0-dev.3.10 >/dev/null)
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
tint = mesh.color_attributes.new("Tint", "FLOAT_COLOR", "POINT")
for point in tint.data:
    point.color = (1.5, 0.5, 0.5, 1.0)
read = material.node_tree.nodes.new("ShaderNodeAttribute")
read.attribute_name = "Tint"
material.node_tree.links.new(read.outputs["Color"], shader.inputs["Base Color"])
path = sys.argv[1]
bpy.ops.export_scene.gltf(filepath=path, export_format="GLB", export_lights=True)
data = open(path, "rb").read()
tree = json.loads(data[20 : 20 + int.from_bytes(data[12:16], "little")])
print("Blender", bpy.app.version_string, "-", tree["asset"]["generator"])
sys.exit(0)
PYTHON
"$here/venv/bin/python" "$here/try.py" "$here/out.glb" 2>/dev/null
cd "$here"
node -e "
const validator = require('gltf-validator'), fs = require('fs');
validator.validateBytes(new Uint8Array(fs.readFileSync('out.glb'))).then((report) => {
  const codes = report.issues.messages.filter((m) => m.severity === 0).map((m) => m.code + ': ' + m.message);
  console.log(report.issues.numErrors, 'errors', codes);
  process.exit(codes.some((c) => c.startsWith('ACCESSOR_NON_CLAMPED')) ? 0 : 1);
});"
