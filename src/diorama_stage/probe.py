# SPDX-License-Identifier: GPL-3.0-or-later
"""What Blender here is and has: `python -m diorama_stage.probe` prints JSON, [version, names of the GPUs that Cycles can use, files of its fonts]."""

from __future__ import annotations

import json
import os


def main() -> None:
    import bpy

    cycles = bpy.context.preferences.addons["cycles"].preferences
    cycles.refresh_devices()
    fonts = os.listdir(os.path.join(bpy.utils.resource_path("LOCAL"), "datafiles", "fonts"))
    print("\n" + json.dumps([bpy.app.version_string, [d.name for d in cycles.devices if d.type != "CPU"], fonts]))


if __name__ == "__main__":
    main()
