# SPDX-License-Identifier: GPL-3.0-or-later
"""Animals: from the scene's subject (as data) to living bodies with coats, eyes and postures.

subject (derive) → wish (kind, pose, coat) → skeleton in the pose (rig) → flesh and one skin → colours by the standing body (rest, coat)
→ fur (strands), eyes → Built
"""

from __future__ import annotations

from diorama_stage.animals.built import cast_animal
from diorama_stage.animals.derive import Living, living

__all__ = ["Living", "cast_animal", "living"]
