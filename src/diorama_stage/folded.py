# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures folded of paper: their form in few flat facets, as folds leave it."""

from __future__ import annotations

import bpy

from diorama_stage.kit import Built

FACETS = 340
"""Of how many triangles the largest piece of a figure is."""
FEWEST = 24


def fold(built: Built) -> None:
    """Every piece of a figure in flat facets with sharp edges; small pieces of fewer, as they are smaller."""
    counts = {o.name: len(o.data.polygons) * 2 for o in built.objects}
    most = max(counts.values(), default=1)
    for o in built.objects:
        wanted = max(FEWEST, round(FACETS * counts[o.name] / most))
        if counts[o.name] <= wanted:
            continue
        fewer = o.modifiers.new("fewer", "DECIMATE")
        fewer.ratio, fewer.use_symmetry = wanted / counts[o.name], True
        evaluated = o.evaluated_get(bpy.context.evaluated_depsgraph_get())
        made = bpy.data.meshes.new_from_object(evaluated)
        o.modifiers.clear()
        o.data = made
        o.data.shade_flat()
