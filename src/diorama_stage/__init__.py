# SPDX-License-Identifier: GPL-3.0-or-later
"""The stage: builds, lights and photographs scenes with Blender's Cycles, in a process of its own.

scene → props (kit) → arrange → set → light → lens → render → linear picture and exact passes.

World: metres, Z up. The camera looks towards +Y; subjects stand around the origin, on the main surface at z = 0; +X is right in the picture.
"""
