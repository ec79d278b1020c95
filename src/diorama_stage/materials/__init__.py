# SPDX-License-Identifier: GPL-3.0-or-later
"""Materials: procedural, imperfect, made for a Look. `material(look)` is the one door."""

from diorama_stage.materials.look import Look
from diorama_stage.materials.make import NAMES, material

__all__ = ["NAMES", "Look", "material"]
