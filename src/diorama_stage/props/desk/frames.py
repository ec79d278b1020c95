# SPDX-License-Identifier: GPL-3.0-or-later
"""Framed pictures and mirrors: mouldings mitred at their corners, a mount with a bevelled window, glass; paintings without either."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, box, label_plane, lathe, move, rotate, rounded_profile
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

PLAIN = [(0.0, 0.012), (0.0, -0.013), (0.022, -0.013), (0.022, -0.004)]
SCOOP = [(0.0, 0.014), (0.0, -0.012), (0.006, -0.018), (0.012, -0.018), (0.018, -0.012), (0.03, -0.007), (0.037, -0.0075), (0.04, -0.01), (0.043, -0.0075), (0.043, -0.003)]
"""Sections of moulding: metres in from the outer edge, metres back (in front below 0), from the outside of the back to the inner lip."""


def moulding(w: float, h: float, section) -> list[bpy.types.Object]:
    """The four sides of an upright frame about (0, 0, h / 2), each its own length of wood, cut at 45° where they meet."""
    profile = rounded_profile(section, 0.0016, 4)
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    made = []
    for k in range(4):
        ends = (corners[k], corners[(k + 1) % 4])
        rows = [[(sx * (w / 2 - inset), y, h / 2 + sz * (h / 2 - inset)) for sx, sz in ends] for inset, y in profile]
        made.append(sheet(np.array(rows)[:, ::-1], smooth=35))
    return made


@prop("picture_frame")
def picture_frame(spec: Spec, b: Builder) -> None:
    painted = spec.is_a("painting")
    upright = b.choose(False, False, True)
    w, h = (0.38, 0.5) if upright else (0.5, 0.38)
    section = SCOOP if painted or b.choose(True, False, False) else PLAIN
    b.slot("frame", *(("gold", "#b58d3c") if painted else b.choose(("oak", None), ("walnut", None), ("lacquer", "#17181a"))), **({"finish": ("worn",)} if painted else {}))
    inner = section[-1][0]
    for side in moulding(w, h, section):
        b.add(side, "frame")
    b.slot("back", "cardboard", role="fixed")
    b.add(box(w - 0.02, 0.004, h - 0.02, bevel=0, at=(0, 0.006, 0.01)), "back", "back")
    label = spec.labels[0] if spec.labels else None
    mount = 0.0 if painted else b.choose(0.045, 0.06, 0.0)
    if mount:
        b.slot("mount", "paper", "#f0ede5", role="fixed")
        a, c = w - 2 * inner + 0.004, h - 2 * inner + 0.004
        for side in moulding(a, c, [(0.0, -0.0005), (0.0, -0.0018), (mount, -0.0018), (mount + 0.0012, -0.0002)]):
            b.add(move(side, 0, 0, (h - c) / 2), "mount", "mount")
    pw, ph = w - 2 * (inner + mount) + 0.004, h - 2 * (inner + mount) + 0.004
    if label:
        b.slot("print", "printed", role="fixed", label=label)
    else:
        b.slot("print", "printed", role="fixed", params={"picture": "portrait" if upright and painted else "landscape" if painted else b.choose("portrait", "abstract") if upright else b.choose("landscape", "landscape", "abstract")})
    b.add(label_plane(pw, ph, at=(0, -0.0001, h / 2)), "print", "picture")
    if not painted:
        b.slot("glass", "glass", role="fixed", params={"pane": True})
        b.add(label_plane(w - 2 * inner + 0.004, h - 2 * inner + 0.004, at=(0, -0.0026, h / 2)), "glass", "glass")
    b.lean, b.hang = "back", (0, 0, h)


@prop("mirror")
def mirror(spec: Spec, b: Builder) -> None:
    """A mirror in a mitred frame, or a round one with a thin rim; its glass has a bevelled edge."""
    b.slot("frame", *b.choose(("oak", None), ("walnut", None), ("brass", "#b08d45"), ("lacquer", "#17181a")))
    b.slot("glass", "chrome", "#e2e6e6", role="fixed")
    if spec.shaped("round") or spec.has("round") or (spec.shape is None and b.choose(True, False, False)):
        r = 0.32
        b.add(move(rotate(lathe(rounded_profile([(r - 0.014, -0.012), (r, -0.012), (r, 0.014), (r - 0.006, 0.017), (r - 0.013, 0.014), (r - 0.014, 0.004)], 0.002), segments=128), 90), 0, 0, r), "frame", "frame")
        b.add(move(rotate(lathe([(0, 0.0042), (r - 0.034, 0.0042), (r - 0.0135, 0.0024), (r - 0.0135, -0.004), (0, -0.004)], segments=128, smooth=3), 90), 0, 0, r), "glass")
        b.lean, b.hang = "back", (0, 0, 2 * r)
        return
    w, h = 0.5, 0.8
    for side in moulding(w, h, b.choose(PLAIN, SCOOP)):
        b.add(side, "frame")
    b.slot("back", "cardboard", role="fixed")
    b.add(box(w - 0.02, 0.004, h - 0.02, bevel=0, at=(0, 0.007, 0.01)), "back", "back")
    edge = 0.018
    a, c = w - 0.04, h - 0.04
    for side in moulding(a, c, [(0.0, -0.0002), (edge, -0.002)]):
        b.add(move(side, 0, 0, (h - c) / 2), "glass")
    b.add(label_plane(a - 2 * edge, c - 2 * edge, at=(0, -0.002, h / 2)), "glass")
    b.lean, b.hang = "back", (0, 0, h)
