# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: where a picture is taken. `plan` says where things may stand (pure); `build` makes the place around them.

`plan` is importable without Blender; `build` is imported on use.
"""

from __future__ import annotations

from diorama_stage.sets.plan import KINDS, Plan, plan

__all__ = ["KINDS", "Dressing", "Glow", "Plan", "Practical", "View", "Window", "build", "plan"]
LATE = {"build": "registry", "Dressing": "dressing", "Glow": "dressing", "Practical": "dressing", "View": "dressing", "Window": "dressing"}


def __getattr__(name: str):
    """The names that need Blender, on first use (PEP 562)."""
    if name in LATE:
        import importlib

        return getattr(importlib.import_module(f"diorama_stage.sets.{LATE[name]}"), name)
    raise AttributeError(name)
