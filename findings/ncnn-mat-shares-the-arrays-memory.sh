#!/bin/bash
# ncnn 1.0.20261020 (PyPI): `ncnn.Mat(array)` takes a NumPy array and shares its memory without saying so, and does not keep the array alive.
# Seen: writing into the array afterwards changes the Mat; the array's reference count is the same before and after. So a temporary array (`Mat(picture / 255)`)
# must be held by the caller until the network has run, or be cloned: `Mat(array).clone()`. Other wrappers (torch.from_numpy, Pillow) keep a reference.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install -q --disable-pip-version-check "ncnn==1.0.20261020" "numpy==1.26.4"
"$folder/env/bin/python" - <<'PY'
import sys
import ncnn, numpy as np
array = np.zeros((1, 2, 2), np.float32)
before = sys.getrefcount(array)
mat = ncnn.Mat(array)
after = sys.getrefcount(array)
array[0, 0, 0] = 7.0
shared = float(np.array(mat)[0, 0, 0]) == 7.0
cloned = ncnn.Mat(array).clone()
array[0, 0, 0] = 9.0
print(f"shares memory: {shared}; references held: {after - before}; a clone keeps its own: {float(np.array(cloned)[0, 0, 0]) == 7.0}")
sys.exit(0 if shared and after == before else 1)
PY
