# SPDX-License-Identifier: GPL-3.0-or-later
"""Rubber ducks, snow globes, mirror balls, light bulbs, lava lamps, paper lanterns."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, box, cone, displace, ellipsoid, extrude, join, lathe, move, remesh, rotate, rounded_profile, smooth_path, sphere, sweep, torus
from diorama_stage.kit.build import vertices
from diorama_stage.props.growth import Growth, grid_faces
from diorama_stage.props.lamps import OFF
from diorama_stage.props.parts import tint
from diorama_stage.props.pendants import cord
from diorama_stage.props.produce import grounded
from diorama_stage.props.registry import prop


@prop("rubber_duck")
def rubber_duck(spec: Spec, b: Builder) -> None:
    """The yellow one for the bath: a round head, wings pressed into the body, a turned-up tail, an orange bill, painted eyes."""
    b.slot("body", "rubber", "#f0bf1c", finish=("glossy",))
    b.slot("bill", "rubber", "#e2661c", role="fixed", finish=("glossy",))
    b.slot("eyes", "lacquer", "#141414", role="fixed")
    b.slot("white", "lacquer", "#f4f2ec", role="fixed")
    body = ellipsoid(0.043, 0.033, 0.027, at=(0, 0, 0.027), segments=40)
    chest = ellipsoid(0.026, 0.029, 0.026, at=(-0.018, 0, 0.03), segments=32)
    neck = ellipsoid(0.018, 0.019, 0.022, at=(-0.02, 0, 0.05), segments=32)
    head = ellipsoid(0.0235, 0.0225, 0.0225, at=(-0.022, 0, 0.07), segments=40)
    tail = sweep(smooth_path([(0.022, 0, 0.028), (0.038, 0, 0.036), (0.048, 0, 0.047), (0.053, 0, 0.057)], 20), np.linspace(0.021, 0.003, 20), sides=24)
    wings = [rotate(ellipsoid(0.024, 0.0075, 0.0145, segments=32), 0, -16, s * 7) for s in (-1, 1)]
    for s, w in zip((-1, 1), wings, strict=True):
        move(w, 0.008, s * 0.0305, 0.0325)
    duck = remesh(join([body, chest, neck, head, tail, *wings]), 0.0013, smooth=9)
    p = vertices(duck).astype(float)
    p[:, 2] = np.where(p[:, 2] < 0.003, 0.003 + 0.25 * (p[:, 2] - 0.003), p[:, 2])
    duck.data.vertices.foreach_set("co", p.astype(np.float32).ravel())
    duck.data.update()
    upper = move(rotate(ellipsoid(0.0125, 0.0105, 0.0036, segments=32), 0, 14, 0), -0.047, 0, 0.0675)
    lower = move(rotate(ellipsoid(0.0095, 0.0088, 0.0028, segments=32), 0, -8, 0), -0.0445, 0, 0.0625)
    bill = remesh(join([upper, lower, ellipsoid(0.005, 0.0095, 0.0052, at=(-0.041, 0, 0.0652), segments=24)]), 0.0007, smooth=4)
    made = [b.add(duck, "body"), b.add(bill, "bill")]
    for s in (-1, 1):
        out = np.array((-0.72, s * 0.56, 0.36)) / np.linalg.norm((0.72, 0.56, 0.36))
        at = np.array((-0.022, 0, 0.07)) + out * 0.0218
        made.append(b.add(move(ellipsoid(0.0034, 0.0034, 0.0034, segments=20), *at), "white", "eyes"))
        made.append(b.add(move(ellipsoid(0.0024, 0.0024, 0.0024, segments=20), *(at + out * 0.00145)), "eyes"))
    turn = b.rng.uniform(20, 44)
    for o in made:
        rotate(o, 0, 0, turn)


@prop("snow_globe")
def snow_globe(spec: Spec, b: Builder) -> None:
    """A glass ball on a turned foot: firs and a cottage in snow, flakes in the air."""
    r = 0.047
    b.slot("base", *b.choose(("walnut", None), ("lacquer", "#7a1f22"), ("dark_wood", None)))
    b.slot("glass", "glass", "#f4f8f8", role="fixed", params={"wall": 0.0016})
    b.slot("snow", "snow", "#f6f7f8", role="fixed")
    b.slot("firs", "leaf", "#2f5a38", role="fixed", finish=("matte",))
    b.slot("house", "paint", "#a3382c", role="fixed", finish=("matte",))
    b.slot("trim", "brass", "#b99752", role="fixed")
    foot = [(0, 0), (0.049, 0), (0.051, 0.004), (0.048, 0.009), (0.0435, 0.018), (0.042, 0.026), (0.0405, 0.0315), (0.036, 0.033), (0, 0.033)]
    b.add(lathe(rounded_profile(foot, 0.0015), segments=96), "base")
    b.add(torus(0.0405, 0.0016, at=(0, 0, 0.0305), segments=80, sides=10), "trim")
    middle = 0.033 + r * 0.78
    low = -math.asin(0.78)
    bowl = [(math.cos(a), math.sin(a)) for a in np.linspace(low, math.pi / 2 - 1e-4, 60)]
    b.add(
        move(lathe([*[(r * c, r * s) for c, s in bowl], *[((r - 0.0016) * c, (r - 0.0016) * s) for c, s in bowl[::-1]], (r * bowl[0][0], r * bowl[0][1])], segments=112, smooth=180), 0, 0, middle),
        "glass",
    )
    inner = math.sqrt(r * r - (r * 0.62) ** 2) - 0.0012
    hill = displace(
        lathe(smooth_path([(0, 0.0095), (inner * 0.5, 0.0075), (inner * 0.92, 0.0015), (inner, 0), (inner * 0.9, -0.006), (0, -0.006)], 50)[::-1], segments=72, smooth=180),
        0.0012,
        0.012,
        seed=spec.seed,
    )
    ground = middle - r * 0.6
    b.add(move(hill, 0, 0, ground), "snow")
    trees, caps = [], []
    for x, y, tall in ((-0.017, 0.006, 0.036), (-0.006, 0.016, 0.028), (0.02, 0.012, 0.03), (-0.026, -0.006, 0.022)):
        for k in range(4):
            z, w = tall * 0.2 * k, tall * (0.27 - 0.055 * k)
            trees.append(move(cone(w, tall * 0.4, bevel=0.0004, segments=18), x, y, ground + 0.004 + z))
            caps.append(move(cone(w * 0.74, tall * 0.3, bevel=0.0004, segments=18), x, y, ground + 0.0052 + z + tall * 0.105))
    b.add(join(trees), "firs")
    b.add(move(rotate(box(0.017, 0.013, 0.011, bevel=0.0004), 0, 0, 16), 0.005, -0.008, ground + 0.0055), "house")
    roof = rotate(extrude([(-0.0115, 0), (0.0115, 0), (0.0, 0.0095)], 0.0155, bevel=0.0008, at=(0, 0, -0.00775)), 90)
    caps.append(move(rotate(rotate(roof, 0, 0, 90), 0, 0, 16), 0.005, -0.008, ground + 0.016))
    b.slot("window", "emission", "#ffcf7a", role="fixed", params={"strength": 2.5})
    b.add(join([move(rotate(box(0.003, 0.0004, 0.0036, bevel=0, at=(x, -0.0067, 0)), 0, 0, 16), 0.005, -0.008, ground + 0.009) for x in (-0.0045, 0.0045)]), "window")
    b.add(join(caps), "snow")
    rng, flakes = np.random.default_rng(spec.seed), []
    while len(flakes) < 70:
        p = rng.uniform(-1, 1, 3) * r * 0.9
        if np.linalg.norm(p) < r * 0.88 and p[2] > -r * 0.4:
            flakes.append(sphere(rng.uniform(0.0004, 0.0008), at=(p[0], p[1], p[2] + middle), segments=6))
    b.add(join(flakes), "snow", "flakes")
    b.footprint = "round"


@prop("disco_ball")
def disco_ball(spec: Spec, b: Builder) -> None:
    """A ball of little mirrors in rings, each a hair askew, under a cap with a ring to hang it by."""
    r = b.vary(0.15, 0.06)
    b.slot("body", "chrome", "#dfe3e6")
    b.slot("core", "plastic", "#2a2c2f", role="fixed")
    b.slot("cap", "chrome", "#b9bcbf", role="fixed")
    rng, tiles = np.random.default_rng(spec.seed), Growth()
    rows = 34
    side = math.pi * r / rows
    box_faces = np.array([(4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)])
    for i in range(rows):
        polar = math.pi * (i + 0.5) / rows
        n = max(int(2 * math.pi * r * math.sin(polar) / side), 4)
        a = 2 * math.pi * (np.arange(n) + rng.uniform(0, 1)) / n
        out = np.stack([math.sin(polar) * np.cos(a), math.sin(polar) * np.sin(a), np.full(n, math.cos(polar))], axis=1)
        u = np.stack([-np.sin(a), np.cos(a), 0 * a], axis=1)
        v = np.cross(out, u)
        tilt = rng.normal(0, 0.016, (n, 2))
        for k in range(n):
            w = out[k] + u[k] * tilt[k, 0] + v[k] * tilt[k, 1]
            x, y = u[k] - w * (u[k] @ w), v[k] - w * (v[k] @ w)
            half = side * 0.46
            corners = [x * sx * half + y * sy * half for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
            base = out[k] * (r - 0.0012)
            tiles.add([base + c for c in corners] + [base + w * 0.0024 + c * 0.96 for c in corners], box_faces)
    b.add(tiles.object("mirrors", smooth=False), "body", "mirrors")
    b.add(sphere(r - 0.0006, segments=64), "core")
    b.add(move(lathe(rounded_profile([(0.026, -0.004), (0.026, 0.004), (0.012, 0.007), (0.006, 0.013), (0, 0.013)], 0.001), segments=48), 0, 0, r - 0.001), "cap")
    b.add(move(rotate(torus(0.008, 0.0014, segments=32, sides=8), 90), 0, 0, r + 0.019), "cap", "ring")
    b.hang = (0, 0, r + 0.027)
    if spec.has("hanging"):
        b.slot("cord", "steel", "#8a8c8e", role="fixed")
        cord(b, r + 0.03)
    b.footprint = "round"


@prop("light_bulb")
def light_bulb(spec: Spec, b: Builder) -> None:
    """Clear glass with a looped filament on a glass stem, a threaded cap; it lies on its side, and hangs by its cap."""
    off = spec.has(*OFF)
    b.slot("body", "glass", "#f8f8f5", params={"wall": 0.001})
    b.slot("cap", "brass", "#b9a06a", role="trim")
    b.slot("black", "lacquer", "#161616", role="fixed")
    b.slot("filament", *(("steel", "#5a5550") if off else ("emission", "#ffb45e")), role="fixed", **({} if off else {"params": {"strength": 60.0}}))
    outline = smooth_path([(0.0125, 0.0), (0.013, 0.008), (0.0165, 0.022), (0.026, 0.042), (0.0305, 0.06), (0.027, 0.079), (0.015, 0.0895), (0, 0.0915)], 90)
    glass = lathe([*map(tuple, outline), *[(max(x - 0.0008, 0), z - 0.0008 * (x < 0.02)) for x, z in outline[::-1]], tuple(outline[0])], segments=96, smooth=180)
    stem = lathe(smooth_path([(0, 0.0), (0.009, 0.0), (0.006, 0.012), (0.003, 0.024), (0.0032, 0.034), (0, 0.036)], 40), segments=32, smooth=180)
    t = np.linspace(0, 1, 140)
    thread = np.stack([0.0134 * np.cos(2 * np.pi * 4.5 * t), 0.0134 * np.sin(2 * np.pi * 4.5 * t), -0.003 - 0.0165 * t], axis=1)
    cap = join([lathe(rounded_profile([(0, 0.001), (0.0136, 0.001), (0.0132, -0.003), (0.0126, -0.021), (0.0085, -0.024), (0, -0.024)], 0.0008), segments=64), sweep(thread, 0.0013, sides=8)])
    foot = lathe(rounded_profile([(0, -0.0235), (0.0075, -0.0235), (0.0055, -0.0268), (0, -0.028)], 0.0006), segments=32)
    wires = [sweep(smooth_path([(s * 0.0026, 0, 0.026), (s * 0.0105, 0, 0.044), (s * 0.0125, 0, 0.056)], 14), 0.00032, sides=6) for s in (-1, 1)]
    u = np.linspace(-1, 1, 120)
    coil = np.stack([0.0125 * u, 0.0012 * np.sin(u * 60), 0.056 + 0.0065 * np.cos(u * math.pi * 2.5) * (1 - u**2) + 0.0012 * np.cos(u * 60)], axis=1)
    made = [b.add(glass, "body"), b.add(stem, "body", "stem"), b.add(cap, "cap"), b.add(foot, "black"), b.add(join(wires), "cap", "wires"), b.add(sweep(coil, 0.0005, sides=6), "filament")]
    if spec.has("hanging"):
        for o in made:
            rotate(o, 180)
        b.hang = (0, 0, 0.028)
        b.slot("cord", "rubber", "#1b1b1c", role="fixed")
        cord(b, 0.028)
    else:
        lean = math.degrees(math.atan2(0.0305 - 0.0134, 0.06 + 0.015))
        turn = b.rng.uniform(20, 40)
        for o in made:
            rotate(rotate(o, 0, 90 + lean, 0), 0, 0, 180 - turn)
        grounded(*made)
    if not off:
        middle = vertices(made[-1]).mean(axis=0)
        b.emitters.append(Emitter(*map(float, middle), 0.0012, 2500, 5.0))


@prop("lava_lamp")
def lava_lamp(spec: Spec, b: Builder) -> None:
    """A tapered bottle between a cone of metal and its cap; wax rises in glowing liquid."""
    off = spec.has(*OFF)
    wax, liquid = b.choose(("#ff5a1f", "#6a1f7a"), ("#ffd23a", "#c2371a"), ("#ff3f7a", "#3b2a9a"), ("#7dff5a", "#1a4a8a"))
    wax = spec.colours[0] if spec.colours else wax
    b.slot("metal", "aluminium", "#b5b7b9", role="trim")
    b.slot("glass", "glass", "#f5f5f5", role="fixed", params={"wall": 0.002})
    b.slot("liquid", "emission" if not off else "plastic", liquid, role="fixed", params={"strength": 0.55} if not off else {})
    b.slot("wax", "emission" if not off else "wax", wax, role="main", params={"strength": 3.4} if not off else {})
    h0, h1 = 0.135, 0.33
    r = lambda z: 0.049 - 0.023 * (z - h0) / (h1 - h0)
    base = [(0, 0), (0.057, 0), (0.058, 0.003), (0.036, 0.072), (0.0345, 0.078), (0.036, 0.084), (0.0515, h0 + 0.004), (0.0505, h0 + 0.005), (0.046, h0 - 0.004), (0, h0 - 0.006)]
    b.add(lathe(rounded_profile(base, 0.0012), segments=96, smooth=40), "metal")
    b.add(lathe([(r(z), z) for z in np.linspace(h0, h1, 24)], segments=96, smooth=180), "glass")
    b.add(lathe([(0, h0 + 0.001), *[(r(z) - 0.0022, z) for z in np.linspace(h0 + 0.001, h1 - 0.012, 20)], (0, h1 - 0.012)], segments=80, smooth=60), "liquid")
    b.add(lathe(rounded_profile([(0.0275, h1 - 0.006), (0.0285, h1 - 0.002), (0.019, h1 + 0.056), (0.0165, h1 + 0.062), (0, h1 + 0.063)], 0.001), segments=80, smooth=40), "metal", "cap")
    blobs = []
    for z, x, size, tall in (
        (h0 + 0.012, 0.0, 0.99, 0.45),
        (h0 + 0.052, 0.01, 0.6, 1.35),
        (h0 + 0.094, -0.01, 0.66, 1.0),
        (h0 + 0.128, 0.008, 0.55, 1.25),
        (h0 + 0.158, -0.004, 0.4, 1.0),
        (h1 - 0.024, 0.002, 0.98, 0.4),
    ):
        s = r(z) * size
        blobs.append(ellipsoid(s, s, s * tall, at=(x * b.rng.uniform(0.7, 1.2), -r(z) * (1 - size) * 0.97, z), segments=28))
    b.add(displace(join(blobs), 0.0015, 0.02, seed=spec.seed), "wax")
    if not off:
        b.emitters.append(Emitter(0, 0, 0.22, 0.04, 2400, 1.6, colour=wax))
    b.footprint = "round"


@prop("paper_lantern")
def paper_lantern(spec: Spec, b: Builder) -> None:
    """Thin paper over a spiral of wire: a plain white globe, or a red one with gold caps and a tassel. It hangs."""
    off = spec.has(*OFF)
    chinese = spec.named("chinese", "red") or any(int(c[1:3], 16) > 150 and int(c[3:5], 16) < 90 for c in spec.colours)
    r, squash = b.vary(0.16, 0.06), 0.82 if chinese else 0.94
    b.slot("paper", "paper", ("#c2201f" if off else "#f0e0d8") if chinese else "#f1e8d6", params={} if off else {"glow": True})
    b.slot("wire", "lacquer" if chinese else "steel", "#7d1512" if chinese else "#8a8780", role="fixed")
    b.slot("caps", "brass" if chinese else "bamboo", "#c79a3a" if chinese else "#b58f58", role="fixed")
    mouth, n, rows = 0.3, 24 if chinese else 15, 240
    t = np.linspace(math.asin(mouth), math.pi - math.asin(mouth), rows)
    if chinese:
        a = np.linspace(0, 2 * math.pi, n * 10, endpoint=False)
        rib = 1 - 0.035 * (1 - np.abs(np.cos(n * a / 2)))
        grid = np.stack([r * np.sin(t)[:, None] * rib * np.cos(a), r * np.sin(t)[:, None] * rib * np.sin(a), -r * squash * np.cos(t)[:, None] + 0 * a], axis=-1)[::6]
        wires = [
            sweep([(r * 1.001 * math.sin(q) * math.cos(2 * math.pi * k / n), r * 1.001 * math.sin(q) * math.sin(2 * math.pi * k / n), -r * squash * math.cos(q)) for q in t[::8]], 0.0009, sides=5)
            for k in range(n)
        ]
    else:
        a = np.linspace(0, 2 * math.pi, 120, endpoint=False)
        turns = n * (t[:, None] - t[0]) / (t[-1] - t[0]) - a / (2 * math.pi)
        sag = 1 - 0.022 * np.abs(np.sin(math.pi * turns))
        grid = np.stack([r * np.sin(t)[:, None] * sag * np.cos(a), r * np.sin(t)[:, None] * sag * np.sin(a), -r * squash * np.cos(t)[:, None] + 0 * a], axis=-1)
        s = np.linspace(0, 1, n * 48)
        q = t[0] + (t[-1] - t[0]) * s
        w = 2 * math.pi * n * s
        wires = [sweep(np.stack([r * 1.0005 * np.sin(q) * np.cos(w), r * 1.0005 * np.sin(q) * np.sin(w), -r * squash * np.cos(q)], axis=1), 0.0007, sides=5)]
    paper = Growth().add(grid.reshape(-1, 3), grid_faces(len(grid), grid.shape[1], closed=True)).object("paper")
    rng = np.random.default_rng(spec.seed)
    glow = np.ones(3) if off else np.array((0.3, 0.033, 0.018)) if chinese else np.full(3, 0.3)  # light takes the colour of the paper that it comes through
    tint(displace(paper, 0.0012, 0.03, seed=int(rng.integers(99))), lambda p: (0.62 + 0.5 * np.exp(-(((p[:, 2] + 0.02) / (0.75 * r)) ** 2)))[:, None] * glow)
    b.add(paper, "paper"), b.add(join(wires), "wire")
    z, m = r * squash * math.sqrt(1 - mouth**2), r * mouth
    if chinese:
        for s in (-1, 1):
            b.add(move(lathe(rounded_profile([(m * 1.08, -0.009), (m * 1.12, -0.004), (m * 1.12, 0.006), (m * 1.04, 0.012), (m * 0.9, 0.012)], 0.0012), segments=64), 0, 0, s * (z - 0.002)), "caps")
        b.slot("tassel", "silk", "#c9202a", role="fixed")
        threads = [
            sweep(smooth_path([(0, 0, -z - 0.035), (0.006 * math.cos(q), 0.006 * math.sin(q), -z - 0.06), (f * math.cos(q), f * math.sin(q), -z - 0.2)], 8), 0.0009, sides=4)
            for q, f in zip(rng.uniform(0, 6.3, 60), rng.uniform(0.002, 0.019, 60), strict=True)
        ]
        b.add(join([*threads, sweep([(0, 0, -z), (0, 0, -z - 0.02), (0, 0, -z - 0.04)], 0.0014, sides=6), sphere(0.009, at=(0, 0, -z - 0.034), segments=20)]), "tassel")
    else:
        b.add(join([torus(m, 0.0013, at=(0, 0, s * z), segments=64, sides=8) for s in (-1, 1)]), "wire", "rings")
    b.add(join([sweep([(-m, 0, z), (0, 0, z + 0.004), (m, 0, z)], 0.0011, sides=6), sweep([(0, 0, z + 0.003), (0, 0, z + 0.03), (0, 0, z + 0.06)], 0.0012, sides=6)]), "wire", "hanger")
    b.hang = (0, 0, z + 0.06)
    if spec.has("hanging"):
        b.slot("cord", "rubber", "#1b1b1c", role="fixed")
        cord(b, z + 0.062)
    if not off:
        b.emitters.append(Emitter(0, 0, 0, r * 0.5, 2500 if not chinese else 2100, 9.0))
    b.footprint = "round"
