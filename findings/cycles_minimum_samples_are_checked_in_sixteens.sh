#!/bin/sh
# Cycles: a minimum of 16 samples a pixel keeps adaptive sampling from stopping any pixel before the 32nd; at 32 samples it does nothing at all.
# Expected: "Min Samples: minimum AA samples for adaptive sampling" of 16: a pixel without any noise is done after 16 of them.
# Seen in Blender 4.5.15: pixels are looked at after the 16th, 32nd, … sample, and the look after the 16th is left out for minima of 15 and 16 too.
# With 14 a surface of one even light takes 16 of 32 samples, with 16 it takes 32, as a noisy one beside it does.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "bpy==4.5.15" "numpy<2"
cat > "$here/try.py" <<'PYTHON'
import os
import sys

import bpy
import numpy as np

bpy.ops.wm.read_factory_settings(use_empty=True)
scene, layer = bpy.context.scene, bpy.context.view_layer


def plane(x, noisy):
    bpy.ops.mesh.primitive_plane_add(size=2, location=(x, 0, 0))
    material = bpy.data.materials.new("stuff")
    material.use_nodes = True
    tree = material.node_tree
    light = tree.nodes.new("ShaderNodeEmission")
    if noisy:
        fine = tree.nodes.new("ShaderNodeTexWhiteNoise")
        tree.links.new(tree.nodes.new("ShaderNodeNewGeometry").outputs["Position"], fine.inputs["Vector"])
        tree.links.new(fine.outputs["Value"], light.inputs["Strength"])
    tree.links.new(light.outputs[0], tree.nodes["Material Output"].inputs["Surface"])
    bpy.context.object.data.materials.append(material)


plane(-1, False)
plane(1, True)
bpy.ops.object.camera_add(location=(0, 0, 3))
scene.camera = bpy.context.object
scene.camera.data.type, scene.camera.data.ortho_scale = "ORTHO", 4
scene.render.engine, c = "CYCLES", scene.cycles
scene.render.resolution_x, scene.render.resolution_y = 32, 16
c.samples, c.use_adaptive_sampling, c.adaptive_threshold, c.use_denoising = 32, True, 0.02, False
layer.use_pass_combined = True
layer.cycles.pass_debug_sample_count = True
scene.use_nodes = True
layers, out = scene.node_tree.nodes.new("CompositorNodeRLayers"), scene.node_tree.nodes.new("CompositorNodeOutputFile")
out.base_path, out.format.file_format, out.format.color_depth = sys.argv[1], "OPEN_EXR", "32"
counts = next(s for s in layers.outputs if "Sample Count" in s.name)
scene.node_tree.links.new(counts, out.inputs[0])


def even_and_noisy(least):
    c.adaptive_min_samples = least
    out.file_slots[0].path = f"{least}-"
    bpy.ops.render.render()
    path = next(os.path.join(sys.argv[1], f) for f in os.listdir(sys.argv[1]) if f.startswith(f"{least}-"))
    pixels = np.array(bpy.data.images.load(path).pixels[:]).reshape(16, 32, 4)[..., 0] * 32
    return pixels[2:-2, 2:12].mean(), pixels[2:-2, 20:-2].mean()


seen = {least: even_and_noisy(least) for least in (14, 15, 16)}
for least, (even, noisy) in seen.items():
    print(f"Blender {bpy.app.version_string}: at least {least}: {even:.1f} samples where it is even, {noisy:.1f} where it is noisy", file=sys.stderr)
sys.exit(0 if seen[14][0] < 20 and seen[15][0] > 31 and seen[16][0] > 31 else 1)
PYTHON
"$here/venv/bin/python" "$here/try.py" "$here" >/dev/null
