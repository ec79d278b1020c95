#!/bin/sh
# ray.cluster_utils.AutoscalingCluster cannot be made from Ray's wheels: they lack the example of a configuration that it begins with.
# Seen: FileNotFoundError: …/ray/autoscaler/_private/fake_multi_node/example.yaml. It is in Ray's repository. The provider itself (fake_multinode) works with a
# configuration of one's own, as `python -m bench.scale autoscaling` has it.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "ray==2.60.0"
cat > "$here/try.py" <<'PYTHON'
import sys

from ray.cluster_utils import AutoscalingCluster

try:
    AutoscalingCluster(head_resources={"CPU": 0}, worker_node_types={"node": {"resources": {"CPU": 1}, "node_config": {}, "min_workers": 0, "max_workers": 2}})
except FileNotFoundError as wrong:
    print(f"{type(wrong).__name__}: {wrong}")
    sys.exit(1)
print("made")
PYTHON
"$here/venv/bin/python" "$here/try.py"
