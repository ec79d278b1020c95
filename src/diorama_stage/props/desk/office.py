# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies about an office: a calculator, a stapler, a postage stamp, a glossy magazine."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, extrude, from_geometry, label_plane, move, rotate, rounded_rectangle
from diorama_stage.kit.parts import add_rod, slab
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

KEYS = ("C", "±", "%", "÷", "7", "8", "9", "×", "4", "5", "6", "−", "1", "2", "3", "+", "0", ".", "√", "=")


@prop("calculator")
def calculator(spec: Spec, b: Builder) -> None:
    """A pocket calculator lying, tilted a little to the lens: a display with a number, a dark solar cell, five rows of four keys."""
    b.slot("body", "plastic", b.choose("#2b2e33", "#d8d9d6", "#3a4a5f", "#e7e2d4"), finish=("satin",))
    b.slot("keys", "plastic", "#e9e8e3", role="trim")
    b.slot("signs", "plastic", "#e0822a", role="fixed")
    b.slot("cell", "lacquer", "#2a1c26", role="fixed")
    b.slot("frame", "plastic", "#151618", role="fixed")
    number = spec.labels[0] if spec.labels else {"text": b.choose("1234.56", "3.14159", "80085", "42"), "style": "mono", "colour": {"hex": "#1c231d"}}
    b.slot("display", "printed", role="fixed", label=number, params={"paper": "#b7c3ac"})
    w, h, t = 0.078, 0.128, 0.011
    b.add(extrude(rounded_rectangle(w, h, 0.008), t, bevel=0.0025), "body")
    b.add(box(w * 0.86, 0.026, 0.0014, bevel=0.0006, at=(0, h * 0.31, t - 0.0004)), "frame")
    b.add(move(rotate(label_plane(w * 0.78, 0.0185), -90), 0, h * 0.31, t + 0.0012), "display")
    b.add(box(w * 0.4, 0.0085, 0.0008, bevel=0.0003, at=(w * 0.2, h * 0.445, t - 0.0002)), "cell", "solar cell")
    for k, sign in enumerate(KEYS):
        x, y = (k % 4 - 1.5) * 0.0172, h * 0.155 - 0.0172 * (k // 4)
        slot = "signs" if k % 4 == 3 or k == 0 else "keys"
        b.add(box(0.0135, 0.0115, 0.004, bevel=0.0016, at=(x, y, t - 0.0005)), slot, "keys")
        ink = b.slot(
            f"sign{k}",
            "printed",
            role="fixed",
            label={"text": sign, "style": "bold", "colour": {"hex": "#f7f5f0" if slot == "signs" else "#1b1c1e"}},
            params={"transparent": True},
        )
        b.add(move(rotate(label_plane(0.009, 0.0085), -90), x, y, t + 0.0037), ink, "signs")


@prop("stapler")
def stapler(spec: Spec, b: Builder) -> None:
    """A desk stapler, its jaw to the left: a long foot with an anvil, the arm over it hinged at the back and a little open, the steel magazine between."""
    b.slot("body", "plastic", b.choose("#b3202a", "#1d1f22", "#2a5f9a", "#1d1f22"), finish=("glossy",))
    b.slot("metal", "chrome", role="trim")
    b.slot("dark", "rubber", "#1c1d1e", role="fixed")
    foot = [(-0.078, 0.0), (0.07, 0.0), (0.078, 0.008), (0.07, 0.016), (0.045, 0.012), (-0.07, 0.007), (-0.08, 0.004)]
    b.add(slab(foot, 0.036, bevel=0.003), "body", "foot")
    b.add(box(0.15, 0.034, 0.003, bevel=0.001, at=(-0.002, 0, -0.002)), "dark", "pad")
    b.add(box(0.017, 0.014, 0.0022, bevel=0.0008, at=(-0.065, 0, 0.0066)), "metal", "anvil")
    rail = slab([(-0.082, 0.0), (0.058, 0.0), (0.058, 0.011), (-0.082, 0.011)], 0.014, bevel=0.001)
    cap = slab([(-0.086, 0.009), (-0.083, 0.024), (-0.05, 0.033), (0.02, 0.036), (0.06, 0.026), (0.066, 0.01)], 0.03, bevel=0.007, segments=5)
    for o, slot, part, lift in ((rail, "metal", "magazine", 9.0), (cap, "body", "arm", 12.0)):
        b.add(move(rotate(move(o, -0.055, 0, 0), 0, lift, 0), 0.055, 0, 0.014), slot, part)
    for s in (-1, 1):
        b.add(slab([(0.035, 0.008), (0.075, 0.008), (0.066, 0.034), (0.045, 0.034)], 0.0018, y=s * 0.0165, bevel=0.0006), "metal", "hinge")
    add_rod(b, "metal", (0.055, -0.019, 0.024), (0.055, 0.019, 0.024), 0.0036, "hinge")
    turn = b.rng.uniform(-6, 8)
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, turn)


@prop("postage_stamp")
def postage_stamp(spec: Spec, b: Builder) -> None:
    """One stamp lying, its edge perforated: a white margin, a picture, the value in a corner, a name below."""
    b.slot("paper", "paper", "#f4f1e6")
    b.slot("picture", "printed", role="fixed", params={"picture": b.choose("landscape", "portrait", "landscape")})
    b.slot(
        "value",
        "printed",
        role="fixed",
        label={"text": b.choose("25", "1.10", "50c"), "style": "bold", "colour": {"hex": "#ffffff"}},
        params={"transparent": True},
    )
    b.slot(
        "name",
        "printed",
        role="fixed",
        label=spec.labels[0] if spec.labels else {"text": b.choose("POSTAGE", "POSTE", "CORREOS"), "style": "serif", "colour": {"hex": "#33302a"}},
        params={"transparent": True},
    )
    w, h, pitch = 0.027, 0.034, 0.0017
    rim = []
    for (x0, y0), (x1, y1) in (
        ((-w / 2, -h / 2), (w / 2, -h / 2)),
        ((w / 2, -h / 2), (w / 2, h / 2)),
        ((w / 2, h / 2), (-w / 2, h / 2)),
        ((-w / 2, h / 2), (-w / 2, -h / 2)),
    ):
        along = np.array((x1 - x0, y1 - y0))
        n = round(float(np.linalg.norm(along)) / pitch)
        inward = np.array((-along[1], along[0])) / np.linalg.norm(along)
        for k in range(n):
            for f in np.linspace(0, 1, 10, endpoint=False):
                bite = max(0.0, 1 - ((f - 0.5) / 0.3) ** 2) ** 0.5 * 0.00055
                rim.append(np.array((x0, y0)) + along * (k + f) / n + inward * bite)
    b.add(extrude(rim, 0.00012, bevel=0), "paper")
    b.add(move(rotate(label_plane(w * 0.8, h * 0.72), -90), 0, h * 0.05, 0.00018), "picture")
    b.add(move(rotate(label_plane(w * 0.3, h * 0.11), -90), w * 0.22, h * 0.34, 0.00024), "value")
    b.add(move(rotate(label_plane(w * 0.76, h * 0.085), -90), 0, -h * 0.375, 0.0002), "name")


@prop("magazine")
def magazine(spec: Spec, b: Builder) -> None:
    """A glossy magazine lying: a cover photograph to its edges, the title across its head, lines of what is in it; its pages bowed."""
    b.slot("pages", "paper", "#f1efe9", role="trim")
    b.slot("photo", "printed", role="fixed", params={"picture": b.choose("portrait", "landscape", "photo")})
    title = (
        spec.labels[0]
        if spec.labels
        else {"text": b.choose("VISTA", "HOME", "FORM", "TRAVEL"), "style": "bold", "colour": {"hex": b.choose("#ffffff", "#f3d23a", "#e2352a")}}
    )
    b.slot("title", "printed", role="fixed", label=title, params={"transparent": True})
    b.slot(
        "lines",
        "printed",
        role="fixed",
        label={"text": "The new classics\n24 pages of light\nSpring at last", "style": "sans", "colour": {"hex": "#ffffff"}},
        params={"transparent": True},
    )
    b.slot("spine", "paper", b.choose("#c4261f", "#1f3f6f", "#1d1d1f"))
    w, h, t = 0.21, 0.275, 0.0075

    def bow(x):
        return t * (0.55 + 0.45 * np.clip(0.5 - x / w, 0, 1) ** 2) + 0.002 * np.sin((x / w + 0.5) * np.pi)

    u = np.linspace(-w / 2, w / 2, 40)
    for k in range(9):
        x, y = np.meshgrid(u + 0.0004 * np.sin(5 * k), np.linspace(-h / 2, h / 2, 12))
        b.add(sheet(np.stack([x, y, 0.0004 + bow(x) * k / 9], axis=-1), 0.0007), "pages")
    x, y = np.meshgrid(u, np.linspace(-h / 2, h / 2, 12))
    b.add(sheet(np.stack([x, y, bow(x) - 0.0001], axis=-1), 0.0004), "spine", "cover")
    for slot, x0, x1, y0, y1, lift in (("photo", 0, 1, 0, 1, 0.0006), ("title", 0.06, 0.94, 0.8, 0.96, 0.001), ("lines", 0.06, 0.6, 0.08, 0.32, 0.001)):
        b.add(_printed(w, h, bow, (x0, x1, y0, y1), lift), slot)
    b.add(box(0.0012, h, t, bevel=0.0004, at=(-w / 2 - 0.0004, 0, 0.0004)), "spine")
    turn = b.rng.uniform(-10, 10)
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, turn)
    b.support("top", -w * 0.4, w * 0.4, -h * 0.4, h * 0.4, t)


def _printed(w: float, h: float, bow, share, lift: float):
    """A printed patch over shares of the cover (left, right, bottom, top), following its bow."""
    n = 30
    x, y = np.meshgrid(np.linspace(share[0] - 0.5, share[1] - 0.5, n) * w, np.linspace(share[2] - 0.5, share[3] - 0.5, 6) * h)
    points = np.stack([x, y, bow(x) + lift], axis=-1).reshape(-1, 3)
    faces = [(i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j) for i in range(5) for j in range(n - 1)]
    uvs = [(j / (n - 1), i / 5) for i in range(6) for j in range(n)]
    return from_geometry("print", points, faces, smooth=180, uvs=uvs)
