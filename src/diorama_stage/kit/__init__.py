# SPDX-License-Identifier: GPL-3.0-or-later
"""Modelling tools: solids, curves, modifiers, and the builder that collects the parts of a prop.

Lengths are metres, Z is up, a prop's front looks towards -Y (to the camera), its origin is the middle of its underside.
"""

from diorama_stage.kit.build import Builder, Built, Emitter, Interior, Slot, Spec, Support
from diorama_stage.kit.curves import arc, bezier, rounded_profile, rounded_rectangle, smooth_path, sweep
from diorama_stage.kit.field import field
from diorama_stage.kit.labels import FRONT, in_hand, label_arc, label_lathe, label_plane
from diorama_stage.kit.mesh import discard, from_geometry, join, move, polygons, rotate, scale, shade
from diorama_stage.kit.modify import bevel, boolean, decimate, displace, remesh, solidify, subdivide
from diorama_stage.kit.solids import box, cone, cylinder, ellipsoid, extrude, lathe, loft, sphere, torus

__all__ = [
    "Builder", "Built", "Emitter", "Interior", "Slot", "Spec", "Support", "arc", "bevel", "bezier", "boolean", "box", "cone", "cylinder", "decimate",
    "discard", "FRONT", "displace", "ellipsoid", "extrude", "field", "from_geometry", "in_hand", "join", "label_arc", "label_lathe", "label_plane",
    "lathe", "loft", "move", "polygons", "remesh", "rotate", "rounded_profile", "rounded_rectangle", "scale", "shade", "smooth_path", "solidify",
    "sphere", "subdivide", "sweep", "torus",
]  # fmt: skip
