# SPDX-License-Identifier: GPL-3.0-or-later
"""The exposure: Cycles renders the scene to linear light, and exact passes (ids, depth, normals) beside it."""

from diorama_stage.render.aovs import Exact, exact
from diorama_stage.render.picture import render

__all__ = ["Exact", "exact", "render"]
