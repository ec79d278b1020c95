"""Many machines, measured: `python -m bench.scale PART`, where PART is workers, scheduler, history, listeners, idle, kills, nodes, simulation (docs/scale.md)."""
