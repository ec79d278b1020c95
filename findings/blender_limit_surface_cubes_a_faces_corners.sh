#!/bin/sh
# Blender: a Subdivision Surface modifier on the limit surface (use_limit_surface, on by default) takes time by the cube of a face's corners.
# Expected: time by the number of faces that come out, as without it; the manual says only that vertices go where infinitely many levels would put them.
# Seen in Blender 4.5.15: a prism with caps of 32, 64 and 128 corners, level 2: 0.06, 0.5 and 5.5 CPU seconds; without the limit surface 0.002 to 0.06,
# and as many faces. Way out: use_limit_surface off, or caps of triangles and quads.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "bpy==4.5.15" "numpy<2"
"$here/venv/bin/python" - <<'PYTHON'
import math
import sys
import time

import bpy


def seconds(n: int, limit: bool) -> tuple[float, int]:
    ring = [(math.cos(2 * math.pi * k / n), math.sin(2 * math.pi * k / n)) for k in range(n)]
    mesh = bpy.data.meshes.new("prism")
    sides = [(k, (k + 1) % n, n + (k + 1) % n, n + k) for k in range(n)]
    mesh.from_pydata([(x, y, z) for z in (0.0, 1.0) for x, y in ring], [], [tuple(reversed(range(n))), tuple(range(n, 2 * n)), *sides])
    thing = bpy.data.objects.new("prism", mesh)
    bpy.context.scene.collection.objects.link(thing)
    modifier = thing.modifiers.new("smooth", "SUBSURF")
    modifier.levels, modifier.use_limit_surface = 2, limit
    begin = time.process_time()
    faces = len(thing.evaluated_get(bpy.context.evaluated_depsgraph_get()).data.polygons)
    took = time.process_time() - begin
    bpy.data.objects.remove(thing)
    return took, faces


seconds(8, True)  # the first evaluation starts threads
print("Blender", bpy.app.version_string, file=sys.stderr)
slow, fast = [], []
for n in (32, 64, 128):
    (one, faces), (other, same) = seconds(n, True), seconds(n, False)
    slow.append(one)
    fast.append(other)
    print(f"caps of {n} corners: {one:.3f} CPU s on the limit surface ({faces} faces), {other:.4f} without ({same} faces)", file=sys.stderr)
sys.exit(0 if slow[-1] > 16 * slow[0] and slow[-1] > 10 * fast[-1] else 1)
PYTHON
