# SPDX-License-Identifier: GPL-3.0-or-later
"""Small appliances: toasters, remote controls, fans, computer mice."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    boolean,
    box,
    cylinder,
    displace,
    ellipsoid,
    extrude,
    from_geometry,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    solidify,
    sweep,
    torus,
)  # fmt: skip
from diorama_stage.props.registry import prop


def toast(wide: float, tall: float, thick: float):
    """A slice of bread, upright in x–z, its crown up, standing on z = 0."""
    outline = [
        (-0.42, 0),
        (0.42, 0),
        (0.46, 0.05),
        (0.45, 0.6),
        (0.52, 0.75),
        (0.5, 0.88),
        (0.38, 0.97),
        (0.15, 1.0),
        (-0.15, 1.0),
        (-0.38, 0.97),
        (-0.5, 0.88),
        (-0.52, 0.75),
        (-0.45, 0.6),
        (-0.46, 0.05),
    ]
    points = smooth_path([(x * wide, z * tall) for x, z in [*outline, outline[0]]], 70)[:-1]
    slice_ = extrude([tuple(p) for p in points], thick, bevel=0.003)
    return displace(move(rotate(move(slice_, 0, 0, -thick / 2), 90), 0, 0, 0), 0.0012, 0.02)


@prop("toaster")
def toaster(spec: Spec, b: Builder) -> None:
    w, d, h = 0.285, 0.165, 0.175
    material, colour = b.choose(("paint", "#b8312a"), ("chrome", None), ("paint", "#9fc3bd"), ("paint", "#ece4d2"))
    b.slot("body", material, colour)
    b.slot("ends", "plastic", "#1f1f21", role="fixed", finish=("satin",))
    b.slot("metal", "chrome", role="trim")
    b.slot("slots", "cast_iron", "#181716", role="fixed")
    side = [
        (-d / 2, 0),
        (-d / 2, h * 0.5),
        (-d * 0.49, h * 0.8),
        (-d * 0.4, h * 0.96),
        (-d * 0.22, h),
        (d * 0.22, h),
        (d * 0.4, h * 0.96),
        (d * 0.49, h * 0.8),
        (d / 2, h * 0.5),
        (d / 2, 0),
    ]
    curve = [*[tuple(p) for p in smooth_path(side[:5], 26)], *[tuple(p) for p in smooth_path(side[5:], 26)]]
    shell = extrude(curve[::-1], w, bevel=0.012, segments=5)
    shell = move(rotate(rotate(shell, 90), 0, 0, 90), -w / 2, 0, 0.016)
    low = min(v.co.x for v in shell.data.vertices)
    move(shell, -w / 2 - low, 0, 0)
    for y in (-0.034, 0.034):
        shell = boolean(shell, box(0.2, 0.029, 0.2, bevel=0, at=(0, y, 0.09)))
        b.add(box(0.2, 0.029, 0.004, bevel=0, at=(0, y, 0.086)), "slots")
        rim = [(-0.102, y - 0.0165), (0.102, y - 0.0165), (0.102, y + 0.0165), (-0.102, y + 0.0165), (-0.102, y - 0.0165)]
        path = [
            (x, v, h + 0.0155)
            for (x0, y0), (x1, y1) in zip(rim, rim[1:], strict=False)
            for x, v in np.linspace((x0, y0), (x1, y1), 6, endpoint=False)
        ]
        b.add(sweep([*path, path[0]], 0.0022, sides=10), "metal", "rims")
    b.add(bevel(shell, 0.0008, 2, angle=50), "body")
    for s in (-1, 1):
        cap = extrude([(x * 1.015, z * 1.005) for x, z in curve[::-1]], 0.026, bevel=0.006, segments=4)
        cap = rotate(rotate(cap, 90), 0, 0, 90)
        middle = (min(v.co.x for v in cap.data.vertices) + max(v.co.x for v in cap.data.vertices)) / 2
        b.add(move(cap, s * (w / 2 - 0.004) - middle, 0, 0.0155), "ends")
    b.add(box(w * 0.96, d * 0.95, 0.012, bevel=0.004, at=(0, 0, 0.008)), "ends", "base")
    for x in (-0.11, 0.11):
        for y in (-0.055, 0.055):
            b.add(cylinder(0.011, 0.012, bevel=0.003, at=(x, y, 0)), "ends", "feet")
    end = w / 2 + 0.009
    b.add(box(0.004, 0.012, 0.1, bevel=0.001, at=(end - 0.001, 0, 0.055)), "slots")
    b.add(box(0.032, 0.05, 0.016, bevel=0.006, at=(end + 0.014, 0, 0.125)), "metal", "lever")
    b.add(move(rotate(cylinder(0.015, 0.014, bevel=0.003), 0, 90), end - 0.001, -0.045, 0.055), "metal", "knob")
    if not spec.has("empty"):
        b.slot("toast", "bread_crust", "#c98d48", role="fixed")
        for y, lift in ((-0.034, 0.0), (0.034, b.rng.uniform(0.004, 0.012))):
            b.add(move(toast(0.125, 0.128, 0.015), b.rng.uniform(-0.015, 0.015), y, 0.108 + lift), "toast")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, -16)


@prop("fan")
def fan(spec: Spec, b: Builder) -> None:
    R, z = 0.165, 0.29
    colour = b.choose("#e9e6dc", "#8fb5ad", "#26282b", "#c9463a")
    b.slot("body", "paint", colour)
    b.slot("cage", "chrome", role="trim")
    b.slot("blades", "plastic", b.choose("#cfd6d4", "#b8c4c6"), role="trim", finish=("satin",))
    b.slot("buttons", "plastic", "#2a2a2c", role="fixed")
    b.add(
        lathe(
            rounded_profile(
                [(0, 0), (0.105, 0), (0.108, 0.01), (0.085, 0.026), (0.035, 0.036), (0.02, 0.05), (0.017, z - 0.05), (0, z - 0.05)], 0.008
            ),
            segments=64,
        ),
        "body",
        "base",
    )
    for k in range(3):
        b.add(cylinder(0.009, 0.01, bevel=0.003, at=(-0.024 + 0.024 * k, -0.072, 0.024)), "buttons")
    motor = lathe(rounded_profile([(0, -0.085), (0.03, -0.085), (0.055, -0.065), (0.06, 0.0), (0.045, 0.018), (0, 0.018)], 0.012), segments=48)
    made = [
        b.add(motor, "body", "motor"),
        b.add(lathe(rounded_profile([(0, 0.018), (0.026, 0.018), (0.028, 0.045), (0.014, 0.058), (0, 0.059)], 0.006), segments=40), "blades", "hub"),
    ]
    for k in range(4):
        verts, n, m = [], 14, 8
        for i in range(n + 1):
            for j in range(m + 1):
                r, t = 0.022 + (R - 0.037) * i / n, j / m - 0.5
                wide = (
                    math.radians(64)
                    * (0.55 + 0.5 * math.sin(math.pi * min(i / n, 1) ** 0.8))
                    * math.sqrt(max(1 - max(i / n - 0.72, 0) ** 2 / 0.09, 0.02))
                )
                a = t * wide + 0.5 * i / n
                verts.append((r * math.cos(a), r * math.sin(a), 0.038 + 0.034 * t * (1.1 - 0.4 * i / n)))
        faces = [(i * (m + 1) + j, (i + 1) * (m + 1) + j, (i + 1) * (m + 1) + j + 1, i * (m + 1) + j + 1) for i in range(n) for j in range(m)]
        made.append(b.add(rotate(solidify(from_geometry("blade", verts, faces, smooth=80), 0.0018), 0, 0, 90 * k + 20), "blades"))
    wires = []
    for side in (1, -1):
        bow = (
            [(0.03, 0.072), (0.08, 0.07), (0.135, 0.058), (R - 0.004, 0.036), (R, 0.022)]
            if side > 0
            else [(0.058, -0.03), (0.11, -0.022), (0.15, -0.004), (R, 0.018)]
        )
        arc_ = smooth_path(bow, 12)
        for k in range(44):
            a = 2 * math.pi * k / 44 + (0.07 if side < 0 else 0)
            wires.append(sweep([(r * math.cos(a), r * math.sin(a), v) for r, v in arc_], 0.0011, sides=5))
        wires += [
            torus(float(np.interp(v, *zip(*sorted((q, p) for p, q in bow), strict=True))), 0.0013, at=(0, 0, v), segments=72, sides=6)
            for v in ((0.067, 0.05) if side > 0 else (-0.02,))
        ]
    wires += [
        torus(R, 0.0042, at=(0, 0, 0.02), segments=88, sides=12),
        lathe(rounded_profile([(0, 0.07), (0.036, 0.07), (0.036, 0.075), (0.03, 0.079), (0, 0.079)], 0.002), segments=44),
    ]
    made.append(b.add(join(wires), "cage"))
    for o in made:
        move(rotate(rotate(o, 84), 0, 0, 12), 0, 0, z)
    b.footprint = "round"


@prop("remote")
def remote(spec: Spec, b: Builder) -> None:
    w, L, h = 0.048, b.vary(0.185, 0.05), 0.017
    b.slot("body", "plastic", b.choose("#1c1c1e", "#232427", "#d9d8d3"), finish=("satin",))
    b.slot("buttons", "rubber", "#6a6d70", role="trim")
    b.slot("red", "rubber", "#c02a22", role="fixed")
    b.slot("pad", "plastic", "#3a3b3e", role="trim")
    b.slot("window", "lacquer", "#1a0a0c", role="fixed")
    colours = ("#c9302a", "#3f8f4a", "#d9b22e", "#2f62b0")
    for k, colour in enumerate(colours):
        b.slot(f"colour{k}", "rubber", colour, role="fixed")
    rings = []
    for t in np.linspace(-1, 1, 40):
        end = max(1 - abs(t) ** 22, 0) ** 0.5
        a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        x = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.4 * w / 2 * (0.93 + 0.07 * abs(t)) * (0.86 + 0.14 * end)
        z = np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.45 * h / 2 * (0.5 + 0.5 * end)
        rings.append(np.stack([x, np.full(40, t * L / 2), z + h / 2], axis=1))
    made = [b.add(loft(rings, smooth=50), "body")]
    top = h - 0.0006

    def button(x: float, y: float, r: float, slot: str = "buttons", long: float = 0.0):
        o = (
            box(2 * r + long, 2 * r * 0.8, 0.0026, bevel=min(r * 0.7, 0.0012), at=(x, y, top))
            if long
            else cylinder(r, 0.0026, bevel=0.0011, segments=24, at=(x, y, top))
        )
        made.append(b.add(o, slot, "buttons"))

    k = L / 0.185
    button(-0.0135, 0.078 * k, 0.0045, "red")
    button(0.0135, 0.078 * k, 0.0035, long=0.003)
    for row in range(4):
        for col in range(3):
            button((col - 1) * 0.0135, (0.06 - 0.0125 * row) * k, 0.0036, long=0.0028)
    made.append(
        b.add(
            lathe(rounded_profile([(0.009, top), (0.0178, top), (0.0172, top + 0.0026), (0.0098, top + 0.0026), (0.009, top)], 0.0008), segments=48),
            "pad",
        )
    )
    move(made[-1], 0, -0.014 * k, 0)
    button(0, -0.014 * k, 0.0072)
    for s in (-1, 1):
        for i in range(2):
            made.append(b.add(box(0.0085, 0.012, 0.003, bevel=0.0014, at=(0.0145 * s, (-0.043 - 0.0128 * i) * k, top)), "buttons"))
        button(0, (-0.043 - 0.0065 * (1 + s)) * k, 0.0032)
    for i in range(4):
        button((i - 1.5) * 0.0098, -0.0725 * k, 0.0029, f"colour{i}", long=0.002)
    for s in (-1, 0, 1):
        button(0.0135 * s, -0.083 * k, 0.003)
    made.append(b.add(box(0.022, 0.003, 0.007, bevel=0.001, at=(0, L / 2 - 0.0012, 0.005)), "window"))
    for o in made:
        rotate(o, 0, 0, 32)


@prop("computer_mouse")
def computer_mouse(spec: Spec, b: Builder) -> None:
    L, W, H = 0.112, 0.062, 0.036
    b.slot("body", "plastic", b.choose("#222326", "#e6e4de", "#8a8d90"), finish=("satin",))
    b.slot("gaps", "rubber", "#0f0f10", role="fixed")
    b.slot("wheel", "rubber", "#6c6e70", role="fixed")
    n, m = 64, 33

    def skin(t: float, u: float) -> tuple[float, float, float]:
        """The shell over its outline: t along (-1 at the buttons, 1 at the palm), u across."""
        wide = W / 2 * (1 - abs(t) ** 3.2) ** (1 / 2.4) * (0.93 + 0.07 * math.cos(math.pi * t))
        rise = np.interp(t, [-1, -0.9, -0.6, -0.1, 0.3, 0.65, 0.9, 1], [0.3, 0.45, 0.66, 0.93, 1.0, 0.87, 0.5, 0.2]) * H
        lift = (1 - abs(u) ** 3.4) ** (1 / 2.2)
        return (wide * u, t * L / 2, 0.0055 + (rise - 0.0055) * lift)

    across = np.sin(np.linspace(-np.pi / 2, np.pi / 2, m))
    along = np.sin(np.linspace(-np.pi / 2, np.pi / 2, n))
    verts = [skin(t * 0.9995, u) for t in along for u in across]
    faces = [(i * m + j, (i + 1) * m + j, (i + 1) * m + j + 1, i * m + j + 1) for i in range(n - 1) for j in range(m - 1)]
    shell = from_geometry("shell", verts, [f[::-1] for f in faces], smooth=180)
    under = loft(
        [
            [(0.97 * skin(t * 0.9995, s)[0] * k, t * L / 2 * k, z) for t, s in [*((t, 1) for t in along), *((t, -1) for t in along[::-1])]]
            for z, k in ((0.0, 0.94), (0.0, 0.96), (0.0057, 1.0))
        ],
        smooth=50,
    )
    made = [b.add(shell, "body"), b.add(under, "gaps", "base")]
    line = lambda points: sweep([np.array(skin(t, u)) - (0, 0, 0.00015) for t, u in points], 0.0007, sides=8)  # noqa: E731
    made.append(b.add(line([(t, 0.0) for t in np.linspace(-0.995, -0.05, 40)]), "gaps", "buttons"))
    made.append(b.add(line([(-0.02 + 0.1 * abs(u) ** 2, u) for u in np.linspace(-0.93, 0.93, 40)]), "gaps", "buttons"))
    x, y, z = skin(-0.52, 0)
    slot = ellipsoid(0.0052, 0.0155, 0.002, at=(0, y, z), segments=24)
    made.append(b.add(slot, "gaps", "wheel"))
    ribs = 36
    wheel = lathe(
        [(0.0, -0.0036), (0.0098, -0.0036), (0.0112, -0.0026), (0.0112, 0.0026), (0.0098, 0.0036), (0, 0.0036)], segments=4 * ribs, smooth=50
    )
    for v in wheel.data.vertices:
        a = math.atan2(v.co.y, v.co.x)
        f = 1 - 0.06 * (math.sin(ribs * a) > 0) * (math.hypot(v.co.x, v.co.y) > 0.005)
        v.co.x, v.co.y = v.co.x * f, v.co.y * f
    made.append(b.add(move(rotate(wheel, 0, 90), 0, y, z - 0.0062), "wheel"))
    if spec.has("wired", "corded", "optical"):
        cord = smooth_path(
            [
                (0, -L / 2 + 0.002, 0.009),
                (0.004, -0.08, 0.004),
                (0.05, -0.12, 0.0022),
                (0.12, -0.1, 0.0022),
                (0.16, -0.02, 0.0022),
                (0.14, 0.1, 0.0022),
            ],
            60,
        )
        made.append(b.add(sweep(cord, 0.0019, sides=10), "wheel", "cable"))
    for o in made:
        rotate(o, 0, 0, -24)
    b.footprint = "round"
