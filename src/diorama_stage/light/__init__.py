# SPDX-License-Identifier: GPL-3.0-or-later
"""Light: the sky (world) and the lamps. The picture is metered afterwards, so what counts here are ratios and directions.

sky    the world: physical sky by the hour, overcast, night, room
lamps  the lights the scene asks for, each with a size and a colour temperature
"""

from diorama_stage.light.luminaires import leads, light_scene
from diorama_stage.light.sky import Sky, sky

__all__ = ["Sky", "leads", "light_scene", "sky"]
