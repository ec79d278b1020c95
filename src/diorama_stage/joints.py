# SPDX-License-Identifier: GPL-3.0-or-later
"""The joints of people as the lens sees them: what painters are led by, who know poses."""

from __future__ import annotations

import numpy as np

NAMES = {
    "nose": "nose", "neck": "collar",
    **{f"{side}_{name}": f"{side}_{mark}" for side in ("left", "right") for name, mark in (
        ("shoulder", "shoulder"), ("elbow", "elbow"), ("wrist", "wrist"), ("hip", "thigh"), ("knee", "knee"), ("ankle", "foot"), ("eye", "eye"), ("ear", "ear"),
    )},
}  # fmt: skip
"""OpenPose's names of joints, and the marks (`Built.marks`) that they are."""


def joints(actor, shot) -> dict[str, list[float]] | None:
    """By name: x, y from the frame's upper left corner in shares of its sides, and metres along the lens; None for who has no such body."""
    if not set(NAMES.values()) <= set(actor.built.marks or ()):
        return None
    seen = shot.project(np.array([actor.mark(mark) for mark in NAMES.values()]))
    at = np.stack([seen[:, 0] * 0.5 + 0.5, 0.5 - seen[:, 1] * 0.5, seen[:, 2]], axis=1)
    return {name: [round(float(v), 4) for v in row] for name, row in zip(NAMES, at, strict=True)}
