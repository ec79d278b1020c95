# SPDX-License-Identifier: GPL-3.0-or-later
"""Placement: items and their relations → where each stands. Pure functions on plain data; no Blender.

items → forest (who rests on whom) → big before small, each at the best of many candidate places → placements
"""

from diorama_stage.arrange.data import Constraint, Ground, Item, Placement
from diorama_stage.arrange.solve import arrange

__all__ = ["Constraint", "Ground", "Item", "Placement", "arrange"]
