"""Many machines, measured: `python -m bench.scale PART`, where `--help` names the parts. What came of it: docs/scale.md."""
