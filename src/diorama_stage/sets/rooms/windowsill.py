# SPDX-License-Identifier: GPL-3.0-or-later
"""The windowsill: a board before a real window; beyond the panes a garden or a town out of focus; rain on the glass where asked."""

from __future__ import annotations

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import asked, glass, plain, wall
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import rain
from diorama_stage.sets.rooms.furnishings import curtain
from diorama_stage.sets.rooms.shell import Room, outside


@setting("windowsill")
def windowsill(site: Site) -> None:
    plan = site.plan
    y = plan.back_y + 0.03
    half = max(plan.half_x + 0.25, 0.75)
    tall = max(1.25, site.extent * 2.4 + 0.5)
    sill = Mesher()
    sill.soft(-half - 0.1, half + 0.1, plan.front_y, y + 0.06, -0.035, 0.0, 0.006, steps=3)
    site.add(sill.object("sill", asked(site.environment.get("ground"), plan.surface, size=2 * half, seed=site.seed), smooth=True))
    glazed(site, half, y, tall)


def before_panes(site: Site) -> None:
    """A table pushed up to a window: what is on it stands before the panes, and the rain that runs down them."""
    y = site.plan.back_y + 0.1
    cx, wide, _, _ = site.view.frame(y)
    glazed(site, max(site.plan.half_x, abs(cx) + wide + 0.1, 0.75), y, max(1.25, site.extent * 2.4 + 0.5))


def glazed(site: Site, half: float, y: float, tall: float) -> None:
    """A wall with a window in it that begins at the level of the main surface: frame, panes, curtains, rain on the glass, what lies outside. Metres."""
    plan = site.plan
    frame(site, half, y, tall)
    inner = Mesher()
    far = max(2.5, half + 1.2)
    for a, b, z0, z1 in ((-far, -half, plan.floor_z, tall + 1.2), (half, far, plan.floor_z, tall + 1.2), (-half, half, plan.floor_z, -0.035), (-half, half, tall, tall + 1.2)):
        inner.box(a, b, y - 0.1 if z1 != -0.035 else plan.front_y + 0.05, y + 0.16, z0, z1)
    site.add(inner.object("wall", asked(site.environment.get("backdrop"), "plaster", size=3) if (site.environment.get("backdrop") or {}).get("material") else wall("#d9d4ca")))
    site.window((0.0, y - 0.02, tall / 2), (0.0, -1.0, 0.0), 2 * half, tall)
    if site.has("curtains"):
        room = Room(half + 0.3, y - 0.1, site.view.eye[1] - 1, plan.floor_z, tall + 1.2)
        for a, b in ((-half - 0.15, -half * 0.72), (half * 0.72, half + 0.15)):
            curtain(site, room, "back", a, b, tall - plan.floor_z + 0.2)
    rainy = rain.wets(site)
    if rainy:
        rain.on_pane(site, [(-half, y + 0.0275, 0), (half, y + 0.0275, 0), (half, y + 0.0275, tall), (-half, y + 0.0275, tall)])
    view = "city" if site.has("city", "street", "buildings", "rooftops") else "garden"
    away = 4.5
    cx, half_w, cz, half_h = site.view.frame(y + away)
    wide, high = abs(cx) + half_w + 2.5, half_h + 2.0
    outside(site, [(cx + a * wide, y + away, cz + 0.3 + b * high) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))], view, grey=rainy)


def frame(site: Site, half: float, y: float, tall: float) -> None:
    """Casement: outer frame, two sashes with a glazing bar each, handles, panes."""
    bars, mid = Mesher(), 0.04
    rail = min(0.045, max(0.026, 0.32 * site.extent))  # before small things a heavy frame would hide the view
    post = site.rng.choice((-1, 1)) * half * 0.42  # beside the middle, where the subject stands
    spans = [(-half, post - mid / 2), (post + mid / 2, half)] if half < 1.4 else [(-half, -half / 3), (-half / 3, half / 3), (half / 3, half)]
    for a, b in spans:
        for p, q in ((a, a + rail), (b - rail, b)):
            bars.soft(p, q, y, y + 0.055, 0.0, tall, 0.006)
        for p, q in ((0.0, rail + 0.015), (tall - rail, tall)):
            bars.soft(a, b, y + 0.002, y + 0.053, p, q, 0.006)
        z = tall * 0.68
        bars.soft(a, b, y + 0.012, y + 0.045, z - 0.012, z + 0.012, 0.005)
    site.add(bars.object("window frame", plain(site.rng.choice(("#e6e3db", "#e6e3db", "#3a3f3d", "#6b4a32")), 0.35, bump=0.0004), smooth=True))
    handle = Mesher()
    handle.soft(post - 0.012, post + 0.012, y - 0.012, y, tall * 0.36, tall * 0.36 + 0.09, 0.005)
    handle.soft(post - 0.01, post + 0.01, y - 0.035, y - 0.012, tall * 0.36 + 0.05, tall * 0.36 + 0.065, 0.006)
    handle.soft(post - 0.01, post + 0.1, y - 0.045, y - 0.03, tall * 0.36 + 0.05, tall * 0.36 + 0.066, 0.006)
    pane = mesh("panes", [(-half, y + 0.03, 0), (half, y + 0.03, 0), (half, y + 0.03, tall), (-half, y + 0.03, tall)], [(0, 1, 2, 3)], material=glass())
    site.add(handle.object("handle", plain("#a8884f", 0.3, metal=1.0), smooth=True), pane)
