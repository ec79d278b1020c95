# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies about out of doors: mushrooms, leaves, rocks, logs, tufts of grass, crystals; and two signs as solid things, heart and star."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, bevel, bezier, displace, from_geometry, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.build import vertices
from diorama_stage.props.growth import Growth, frames, grid_faces, leaf, unit, upon
from diorama_stage.props.parts import tint
from diorama_stage.props.produce import grounded
from diorama_stage.props.registry import prop

CAP = [(0.0, 1.0), (0.32, 0.96), (0.66, 0.8), (0.9, 0.5), (1.0, 0.18), (0.98, 0.06), (0.9, 0.02)]
"""Half of a mushroom's cap from its top to its rim, shares of its radius and height."""


def one_mushroom(b: Builder, toadstool: bool, tall: float, radius: float, open_: float, seed: int) -> dict[str, bpy.types.Object]:
    """A mushroom on the origin: cap, gills, stem with its ring, and the white flecks of a toadstool. Lengths in metres."""
    high = radius * (1.0 - 0.35 * open_)
    cap_z = tall - high
    made = {}
    outline = smooth_path([(r * radius, cap_z + z * high) for r, z in CAP], 40)
    under = [(radius * r, cap_z + 0.02 * high + high * 0.3 * (1 - r) ** 0.8) for r in np.linspace(0.88, 0.18, 12)]
    cap = displace(lathe([*outline, *under, (0, under[-1][1])][::-1], segments=80, smooth=80), radius * 0.035, radius * 0.8, seed=seed)
    made["cap"] = tint(cap, lambda p: np.clip(0.72 + 0.45 * (p[:, 2] - cap_z) / high, 0.5, 1.1))
    gills = Growth()
    a = np.linspace(0, 2 * math.pi, 90, endpoint=False)
    r = np.array([0.16, 0.45, 0.75, 0.93])[None, :] * radius
    drop = np.array([0.1, 0.16, 0.12, 0.02])[None, :] * high
    top = cap_z + 0.02 * high + high * 0.3 * np.clip(1 - r / radius, 0, 1) ** 0.8
    for side in range(90):
        x, y = math.cos(a[side]), math.sin(a[side])
        grid = np.stack([np.stack([r[0] * x, r[0] * y, top[0] + 0.0006], axis=-1), np.stack([r[0] * x, r[0] * y, top[0] - drop[0]], axis=-1)])
        gills.sheet(grid, np.array([[0.7], [1.0]]) * np.ones((2, 4)))
    made["gills"] = gills.object("gills")
    s = radius * 0.24
    lean = b.rng.uniform(-0.1, 0.1) * tall
    path = bezier((lean, 0, 0), (lean * 0.7, 0, tall * 0.3), (0, 0, tall * 0.5), (0, 0, cap_z + high * 0.35), 26)
    widths = np.interp(np.linspace(0, 1, 26), [0, 0.08, 0.2, 0.6, 1], [1.45, 1.7, 1.25, 0.95, 0.85]) * s
    made["stem"] = displace(sweep(path, widths, sides=36), s * 0.08, s * 0.9, seed=seed)
    if toadstool:
        z = cap_z - tall * 0.13
        skirt = smooth_path([(s * 0.8, z + s * 0.75), (s * 1.05, z + s * 0.6), (s * 1.7, z + s * 0.05), (s * 1.75, z - s * 0.1), (s * 1.6, z), (s * 0.8, z + s * 0.55)], 24)
        made["ring"] = displace(lathe(skirt, segments=60, smooth=180), s * 0.2, s * 0.7, seed=seed)
        flecks = Growth()
        ball = np.stack([np.zeros(7), np.zeros(7), np.linspace(-0.5, 0.6, 7)], axis=1)
        for k in range(48):
            u, turn = math.sqrt((k + 0.6) / 49), k * 2.39996 + b.rng.uniform(-0.3, 0.3)
            i = int(np.argmin(np.abs(outline[:, 0] - radius * u * 0.985)))
            rr, zz = outline[i]
            slope = outline[min(i + 1, 39)] - outline[max(i - 1, 0)]
            normal = unit((-slope[1] * math.cos(turn), -slope[1] * math.sin(turn), slope[0]))
            size = radius * b.rng.uniform(0.03, 0.085) * (1.1 - 0.35 * u)
            squash = Growth().tube(ball * (1, 1, 0.9), np.sqrt(np.clip(1 - np.linspace(-0.8, 0.98, 7) ** 2, 0.001, 1)), 9)
            axes = upon(normal, b.rng.uniform(0, 6)) * (b.rng.uniform(0.8, 1.3), b.rng.uniform(0.7, 1.1), 0.75)
            flecks.put(squash, (rr * math.cos(turn), rr * math.sin(turn), zz), axes, size)
        made["flecks"] = flecks.object("flecks")
    return made


@prop("mushroom")
def mushroom(spec: Spec, b: Builder) -> None:
    toadstool = not spec.named("fungus", "truffle", "champignon") and (spec.named("toadstool") or b.rng.random() < 0.7)
    b.slot("cap", "mushroom", "#b3241b" if toadstool else b.choose("#a57a4f", "#8d6443", "#c9a67c"), finish=("satin",))
    b.slot("stem", "mushroom", "#e9e1cf", role="fixed")
    b.slot("flecks", "bread_crumb", "#f1ead8", role="fixed")
    places = [(0, 0, 1.0, b.rng.uniform(0.5, 0.9))]
    if b.rng.random() < 0.75:
        places += [(0.055, -0.022, b.rng.uniform(0.5, 0.65), 0.15), (-0.045, -0.03, b.rng.uniform(0.3, 0.42), 0.0)][: b.choose(1, 2)]
    for k, (x, y, size, open_) in enumerate(places):
        made = one_mushroom(b, toadstool, 0.105 * size, 0.046 * size * (0.7 + 0.4 * open_), open_, spec.seed + k)
        for name, o in made.items():
            slot = {"cap": "cap", "flecks": "flecks"}.get(name, "stem")
            b.add(move(rotate(o, b.rng.uniform(-3, 3), 6 * np.sign(x), 0), x, y, 0), slot, name)
    b.footprint = "round"


MAPLE = [
    (0.0, -0.40), (0.20, -0.44), (0.23, -0.37), (0.43, -0.38), (0.39, -0.28), (0.50, -0.20), (0.38, -0.15), (0.25, -0.10), (0.50, -0.04), (0.68, -0.04), (0.66, 0.07), (0.84, 0.20),
    (0.69, 0.22), (0.66, 0.36), (0.50, 0.28), (0.21, 0.14), (0.27, 0.36), (0.41, 0.46), (0.28, 0.50), (0.27, 0.64), (0.15, 0.62), (0.0, 0.97),
]  # fmt: skip
"""Right half of a maple leaf's outline from its stalk to its tip, shares of its length."""
MAPLE_VEINS = [((0, -0.4), (0, 0.9)), ((0, -0.38), (0.78, 0.18)), ((0, -0.39), (0.44, -0.24)), ((0, 0.05), (0.36, 0.44)), ((0.3, -0.16), (0.6, -0.03)), ((0.38, -0.1), (0.6, 0.31)), ((0, 0.3), (0.22, 0.6))]


def blade_of(outline, veins, length: float, *, step: float, lift) -> bpy.types.Object:
    """A leaf lying on the ground from the right half of its outline and its veins (right half), shares of `length` metres; `lift` gives heights for points (n, 2)."""
    from mathutils import Vector
    from mathutils.geometry import delaunay_2d_cdt

    right = np.array(outline, float)
    fine = np.concatenate([np.linspace(p, q, max(2, int(np.linalg.norm(q - p) / step)), endpoint=False) for p, q in zip(right, right[1:], strict=False)] + [right[-1:]])
    whole = np.concatenate([fine, (fine * (-1, 1))[-2:0:-1]])
    x, y = np.meshgrid(np.arange(-0.9, 0.9, step), np.arange(-0.5, 1.0, step))
    inner = np.stack([x.ravel() + 0.4 * step * (np.arange(x.size) % 2), y.ravel()], axis=1)
    n = len(whole)
    points, _, faces, *_ = delaunay_2d_cdt([Vector(p) for p in np.concatenate([whole, inner])], [(i, (i + 1) % n) for i in range(n)], [], 1, 1e-5)
    flat = np.array([p[:] for p in points])
    lines = [np.array(v, float) * m for v in veins for m in ((1, 1), (-1, 1))]
    far = np.min([_away(flat, p, q) for p, q in lines], axis=0)
    z = lift(flat) + 0.01 * np.minimum(far / 0.06, 1) ** 0.7
    made = from_geometry("leaf", np.column_stack([flat, z]) * length, [f for f in faces if len(f) > 2], smooth=180)
    pale = np.exp(-((far / 0.014) ** 2))
    tint(made, lambda p: np.clip(0.8 + 0.25 * np.sin(p[:, 0] / length * 4 + 1) * np.cos(p[:, 1] / length * 5), 0.5, 1.1)[:, None] * (1 - pale[:, None]) + pale[:, None] * np.array((1.5, 1.45, 1.1)))
    return made


def _away(points: np.ndarray, p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Distance of points (n, 2) from a line between two points."""
    d = q - p
    t = np.clip(((points - p) @ d) / (d @ d), 0, 1)
    return np.linalg.norm(points - p - t[:, None] * d, axis=1)


@prop("leaf")
def one_leaf(spec: Spec, b: Builder) -> None:
    maple = spec.named("maple", "autumn", "fallen") or spec.has("autumn", "fallen") or (not spec.named("bay", "mint", "eucalyptus", "palm") and b.rng.random() < 0.6)
    length = b.vary(0.085 if maple else 0.1)
    b.slot("blade", "leaf", b.choose("#b5501d", "#a8341c", "#c47f22") if maple else b.choose("#4a7a30", "#557f36"), params={"thin": 0.3})
    b.slot("stalk", "plant_stem", "#8a4a2a" if maple else "#6d8a45", role="fixed")
    a = b.rng.uniform(0, 6)
    if maple:
        lift = lambda p: 0.1 * p[:, 0] ** 2 + 0.06 * np.sin(3.2 * p[:, 0] + a) * p[:, 1] + 0.16 * np.maximum(p[:, 1] - 0.2, 0) ** 2 + 0.05 * np.cos(4 * p[:, 1])  # noqa: E731
        made, foot = blade_of(MAPLE, MAPLE_VEINS, length, step=0.028, lift=lift), -0.4
    else:
        t = np.linspace(0, 1, 26)
        outline = np.stack([0.31 * np.sin(np.pi * t**0.8) ** 0.9 * (1 - 0.25 * t**3) + 0.004 * np.abs(np.sin(t * 60)), -0.45 + 1.4 * t], axis=1)
        outline[0, 0] = outline[-1, 0] = 0.0
        veins = [((0, -0.45), (0, 0.93))] + [((0, -0.35 + 0.16 * k), (0.3, -0.13 + 0.18 * k)) for k in range(6)]
        lift = lambda p: 0.3 * np.abs(p[:, 0]) + 0.1 * (p[:, 1] - 0.2) ** 2 + 0.02 * np.sin(9 * p[:, 1] + a)  # noqa: E731
        made, foot = blade_of(outline, veins, length, step=0.03, lift=lift), -0.45
    z = float(lift(np.array([(0.0, foot)]))[0]) * length
    path = bezier((0, foot * length + 0.003, z), (0, foot * length - 0.02, z + 0.003), (0.004, foot * length - 0.035, z + 0.006), (0.012, foot * length - 0.05, 0.003), 14)
    stalk = sweep(path, np.linspace(0.0009, 0.0014, 14), sides=8)
    turn = b.rng.uniform(-35, 35)
    for o in (made, stalk):
        rotate(o, 0, 0, turn)
    b.add(made, "blade"), b.add(stalk, "stalk")
    grounded(made, stalk)


@prop("rock")
def rock(spec: Spec, b: Builder) -> None:
    smooth = spec.named("pebble", "river", "cobble") or spec.has("smooth", "round")
    size = b.vary(0.09 if smooth else 0.55 if spec.named("boulder") else 0.2)
    b.slot("body", "stone", b.choose("#85807a", "#77726c", "#8c8072") if not smooth else b.choose("#7d7f80", "#9a958c"))
    rng = np.random.default_rng(spec.seed)
    body = ball(6)
    p = vertices(body).astype(float)
    if not smooth:
        for _ in range(19):  # planes cut off the ball, as fractures do
            n = unit(rng.normal(0, 1, 3))
            p = p - np.maximum(p @ n - rng.uniform(0.55, 0.86), 0)[:, None] * n * 0.97
    scale = np.array((1.25, rng.uniform(0.8, 1.0), rng.uniform(0.62, 0.8) * (0.72 if smooth else 1.0))) * size
    body.data.vertices.foreach_set("co", (p * scale).astype(np.float32).ravel())
    body.data.update()
    displace(body, size * (0.06 if not smooth else 0.1), size * (0.75 if not smooth else 1.6), seed=spec.seed, detail=5 if not smooth else 1)
    if not smooth:
        displace(body, size * 0.02, size * 0.12, seed=spec.seed + 3, detail=4)
    low = float(vertices(body)[:, 2].min())
    flat = low + size * (0.16 if not smooth else 0.03)
    for v in body.data.vertices:
        v.co.z = max(v.co.z, flat)
    grounded(b.add(tint(body, lambda q: 0.72 + 0.4 * np.clip((q[:, 2] - flat) / (size * 0.9), 0, 1)), "body"))
    x, y, z = _seat(vertices(body), size * 0.34)
    b.support("top", x - size * 0.34, x + size * 0.34, y - size * 0.34, y + size * 0.34, z, round=True)
    b.footprint = "round"


def _seat(points: np.ndarray, reach: float) -> tuple[float, float, float]:
    """Where something can stand on a rock: the place whose top within `reach` is the most even and the highest."""
    top = points[points[:, 2] > points[:, 2].max() * 0.5]
    best = None
    for x, y, _ in top[:: max(1, len(top) // 60)]:
        near = top[np.hypot(top[:, 0] - x, top[:, 1] - y) < reach]
        level = float(np.percentile(near[:, 2], 85))
        cost = float(np.percentile(near[:, 2], 90) - np.percentile(near[:, 2], 25)) - 0.8 * level + 0.4 * math.hypot(x, y)
        if best is None or cost < best[0]:
            best = (cost, x, y, level)
    _, x, y, z = best
    low, high = points.min(axis=0) + reach, points.max(axis=0) - reach
    return float(np.clip(x, low[0], high[0])), float(np.clip(y, low[1], high[1])), z


def ball(subdivisions: int) -> bpy.types.Object:
    """A ball of radius 1 from even triangles (6: 20,480 of them), shaded smooth."""
    import bmesh

    work = bmesh.new()
    bmesh.ops.create_icosphere(work, subdivisions=subdivisions, radius=1.0)
    mesh = bpy.data.meshes.new("ball")
    work.to_mesh(mesh)
    work.free()
    mesh.shade_smooth()
    made = bpy.data.objects.new("ball", mesh)
    bpy.context.scene.collection.objects.link(made)
    return made


def rings(radius: float, edge: np.ndarray, at, axes, rng) -> bpy.types.Object:
    """The sawn end of a log: growth rings and cracks in a disc whose outline is `edge` (n,), shares of `radius` metres, in a frame whose Z looks out."""
    n, rows = len(edge), 64
    t, a = np.linspace(0, 1, rows)[:, None], np.linspace(0, 2 * math.pi, n, endpoint=False)[None, :]
    off = 0.16 * (1 - t) * np.array((math.cos(1.0), math.sin(1.0)))[:, None, None]
    r = t * radius * (edge[None, :] * t + (1 - t))
    x, y = r * np.cos(a) + off[0] * radius, r * np.sin(a) + off[1] * radius
    crack = np.zeros((rows, n))
    for k in range(7):
        way, reach = rng.uniform(0, 2 * math.pi), rng.uniform(0.4, 1.0)
        crack = np.maximum(crack, np.exp(-((np.angle(np.exp(1j * (a - way + 0.15 * np.sin(6 * t + k)))) * np.maximum(t, 0.05) / 0.012) ** 2)) * (t < reach))
    years = 0.5 + 0.5 * np.sin(2 * math.pi * 13 * t**0.9 + 0.7 * np.sin(3 * a) + 0.4 * np.sin(7 * a))
    tone = (0.78 + 0.24 * years - 0.2 * np.exp(-((t / 0.3) ** 2))) * (1 - 0.75 * crack)
    z = -0.003 * crack - 0.0006 * years
    points = np.stack([x, y, z], axis=-1).reshape(-1, 3) @ np.asarray(axes).T + np.asarray(at)
    return Growth().add(points, grid_faces(rows, n, closed=True), tone.ravel()).object("rings")


@prop("log")
def log(spec: Spec, b: Builder) -> None:
    stump, drift = spec.named("stump"), spec.named("driftwood")
    birch = spec.named("birch") or (not drift and b.rng.random() < 0.15)
    rng = np.random.default_rng(spec.seed)
    radius = b.vary(0.22 if stump else 0.045 if spec.named("firewood", "branch", "twig") or drift else 0.11)
    length = b.vary(0.38 if stump else 0.36 if spec.named("firewood") else 0.75)
    b.slot("bark", "bark" if not drift else "wood", "#cfc7ba" if birch else "#a2968a" if drift else b.choose("#5d4733", "#6a5038", "#54442f"))
    b.slot("ends", "pine" if not drift else "wood", "#a2968a" if drift else "#c9a36c", role="fixed")
    n, rows = 150, 110
    a, t = np.linspace(0, 2 * math.pi, n, endpoint=False)[None, :], np.linspace(0, 1, rows)[:, None]
    ridge = sum(np.sin(k * a + rng.uniform(0, 6) + rng.uniform(-3, 3) * t * 2) / k**0.8 for k in (11, 17, 23, 31)) * 0.5
    broad = 1 + 0.05 * np.sin(2 * a + 2 * t + 1) + 0.03 * np.sin(3 * a - 3 * t)
    flare = 1 + (0.5 * np.exp(-t * 7) * (0.65 + 0.5 * np.cos(5 * a + 0.6)) if stump else 0.06 * np.sin(5 * t))
    deep = 0.004 if birch else 0.055
    r = radius * broad * flare * (1 + deep * np.sign(ridge) * np.abs(ridge) ** 0.6)
    bow = 0.25 * radius * np.sin(math.pi * t)
    points = np.stack([r * np.cos(a) + bow, r * np.sin(a), length * t + 0 * a], axis=-1)
    dark = np.clip(0.85 + 0.55 * ridge, 0.28, 1.45)
    if birch:
        dark = np.where((np.sin(90 * t + 3 * np.sin(2 * a)) + 0.8 * np.sin(31 * t + 5) > 1.15 + 0.4 * np.cos(3 * a + 9 * t)), 0.12, 0.95 + 0 * a)
    moss = np.clip(1.6 * np.sin(2 * a - 1.2 + 3 * t) * np.sin(5 * t + 1) - 0.75, 0, 0.8) * (0.0 if birch or drift else 1.0)
    shade = dark[..., None] * (1 - moss[..., None]) + moss[..., None] * np.array((0.75, 1.5, 0.5))
    body = Growth().add(points, grid_faces(rows, n, closed=True), shade.reshape(-1, 3))
    for k in range(0 if stump else b.choose(1, 2)):
        at, turn = b.rng.uniform(0.25, 0.75), b.rng.uniform(0.3, 2.6)
        way = unit((math.cos(turn), math.sin(turn), 0.5 * (-1) ** k))
        foot = np.array((0.0, 0.0, length * at)) + way * radius * 0.7
        body.tube(np.stack([foot, foot + way * radius * 0.35, foot + way * radius * 0.7, foot + way * radius * 0.9, foot + way * radius * 0.91]), np.array((0.42, 0.28, 0.24, 0.22, 0.01)) * radius, 14, 0.8)
    made = [(body.object("bark"), "bark")]
    for end, up in ((-1, 1.0), (0, -1.0)):
        edge = r[end] / radius
        axes = np.eye(3) if up > 0 else np.diag((1.0, -1.0, -1.0))
        made.append((rings(radius, edge if up > 0 else np.roll(edge[::-1], 1), (0, 0, length if up > 0 else 0.0), axes, rng), "ends"))
    turn = b.rng.uniform(-42, -26)
    for o, slot in made:
        if not stump:
            rotate(move(o, 0, 0, -length / 2), 0, 90, 0), rotate(o, 40, 0, turn)
        b.add(o, slot)
    grounded(*(o for o, _ in made))
    if stump:
        b.support("top", -radius * 0.75, radius * 0.75, -radius * 0.75, radius * 0.75, length, round=True)
        b.footprint = "round"
    else:
        top = float(max(vertices(o)[:, 2].max() for o, _ in made[1:]))
        b.support("top", -length * 0.36, length * 0.36, -radius * 0.35, radius * 0.35, top)


@prop("grass_tuft")
def grass_tuft(spec: Spec, b: Builder) -> None:
    wheat, plume = spec.named("wheat"), spec.named("pampas", "reed", "dried")
    lavender = spec.named("lavender", "rosemary")
    colour = "#d0ab5a" if wheat else "#c9b58c" if plume else "#6f8a58" if lavender else b.choose("#5d8f35", "#55852f", "#6a943b")
    b.slot("blades", "leaf", colour, params={"thin": 0.3})
    b.slot("ears", "straw", "#d9b566" if wheat else "#e3d4b8" if plume else "#8466b5" if lavender else "#b3a667", role="fixed", params={"thin": 0.2})
    rng = np.random.default_rng(spec.seed)
    green, ears = Growth(), Growth()
    tall = b.vary(0.55 if wheat or plume else 0.4 if lavender else 0.34)
    special = wheat or plume or lavender
    for k in range(60 if special else 230):
        a, d = rng.uniform(0, 2 * math.pi), 0.05 * math.sqrt(rng.random())
        turn = a + rng.normal(0, 0.7)
        out = np.array((math.cos(turn), math.sin(turn), 0.0))
        high = tall * rng.uniform(0.4, 1.0) * (0.6 if special else 1.0)
        bend = high * rng.uniform(0.15, 0.75) * (0.5 + 10 * d)
        foot = np.array((d * math.cos(a), d * math.sin(a), 0.0))
        path = bezier(foot, foot + (0, 0, high * 0.55) + out * bend * 0.1, foot + (0, 0, high) + out * bend * 0.4, foot + (0, 0, high * rng.uniform(0.7, 1.0)) + out * bend, 9)
        half = rng.uniform(0.0016, 0.0032) * np.linspace(1, 0.02, 9) ** 0.7
        side = np.cross(out, (0, 0, 1.0)) * half[:, None]
        mid = path + out * half[:, None] * 0.5 * (-1)
        green.sheet(np.stack([path - side, mid, path + side], axis=1), (np.linspace(0.5, 1.15, 9) * rng.uniform(0.75, 1.2))[:, None] * np.ones((1, 3)))
    for k in range(16 if special else 7):
        a, d = k * 2.39996, 0.045 * math.sqrt((k + 0.5) / 16)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        high = tall * rng.uniform(0.85, 1.2)
        path = bezier(out * d, out * d + (0, 0, high * 0.5), out * (d + 0.05) + (0, 0, high * 0.85), out * (d + 0.1) + (0, 0, high), 20)
        green.tube(path, np.linspace(0.0014, 0.0008, 20), 5, 1.2)
        ear(ears, path, rng, wheat, plume, lavender)
    b.add(green.object("blades"), "blades")
    b.add(ears.object("ears"), "ears")
    b.footprint = "round"


def ear(ears: Growth, path: np.ndarray, rng, wheat: bool, plume: bool, lavender: bool) -> None:
    """What stands at the end of a stalk: grains with beards (wheat), a feathery plume, whorls of small flowers (lavender), or the seeds of plain grass."""
    along = unit(path[-1] - path[-3])
    length = 0.085 if wheat else 0.17 if plume else 0.075
    grain = leaf(0.42, fold=0.5, curl=-0.1, rows=4, base=0.7)
    hair = leaf(0.05, rows=2, curl=0.25)
    count = 26 if wheat else 260 if plume else 70 if lavender else 22
    t = np.sort(rng.random(count)) if plume else np.linspace(0, 1, count)
    at = path[-1] - along * 0.012 + along * (t * length)[:, None]
    turn = np.arange(count) * (math.pi * 0.52 if wheat else 2.4) + rng.normal(0, 0.2, count)
    axes = upon(along)
    out = np.cos(turn)[:, None] * axes[:, 0] + np.sin(turn)[:, None] * axes[:, 1]
    if plume:
        ears.copies(hair, at, frames(out * 0.6 + along * 0.9 - (0, 0, 0.25), out), 0.055 * (0.35 + np.sin(math.pi * np.clip(t, 0.05, 1) ** 0.7)), rng.uniform(0.75, 1.15, count))
    else:
        size = 0.014 if wheat else 0.011 if lavender else 0.008
        ears.copies(grain, at + out * 0.0015, frames(out * (0.45 if not lavender else 0.9) + along, out), size * rng.uniform(0.85, 1.15, count), rng.uniform(0.75, 1.2, count))
        if wheat:
            ears.copies(leaf(0.014, rows=2, curl=-0.05), at, frames(out * 0.28 + along, out), 0.09, 1.1)


@prop("heart", "star")
def sign(spec: Spec, b: Builder) -> None:
    """A heart or a star as a puffed solid, standing on its tip or on two of its points, 20 cm."""
    size = 0.2
    b.slot("body", "lacquer" if spec.kind == "heart" else "gold", "#c2182b" if spec.kind == "heart" else "#dcae3e")
    n = 220
    a = np.linspace(0, 2 * math.pi, n, endpoint=False)
    if spec.kind == "heart":
        power = np.where(np.cos(a) < 0, 2.1, 3.0)  # a blunt tip below, full cheeks above
        x, z = 16 * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** power / 17, (13 * np.cos(a) - 5 * np.cos(2 * a) - 2 * np.cos(3 * a) - np.cos(4 * a)) / 17 + 0.1
        rows, deep = np.linspace(-math.pi / 2, math.pi / 2, 60), 0.34
        shrink = np.cos(rows)[:, None] ** 0.72
        puff = np.stack([x[None] * shrink, np.sin(rows)[:, None] * deep + 0 * x[None], z[None] * shrink], axis=-1) * size / 2
        body = Growth().add(puff, grid_faces(60, n, closed=True)).object("heart")
        b.add(body, "body")
    else:
        from diorama_stage.props.trees import faceted_star

        verts, faces = faceted_star(size / 2 * 1.15, size * 0.34)
        body = bevel(from_geometry("star", verts, faces, smooth=None), size * 0.016, 3, angle=12)
        b.add(body, "body")
    grounded(body)


def shard(rng, length: float, radius: float, *, point: float = 0.3) -> tuple[np.ndarray, list]:
    """A six-sided crystal along Z with a slanted point: vertices and faces, metres."""
    a = np.arange(6) * math.pi / 3 + rng.normal(0, 0.07, 6)
    wide = radius * rng.uniform(0.82, 1.12, 6)
    ring = lambda f, z: [(f * w * math.cos(t), f * w * math.sin(t), zz) for w, t, zz in zip(wide, a, np.broadcast_to(z, 6), strict=True)]  # noqa: E731
    shoulder = length * (1 - point) + radius * rng.uniform(-0.45, 0.45, 6)
    apex = (radius * rng.normal(0, 0.16), radius * rng.normal(0, 0.16), length)
    verts = [*ring(0.86, 0.0), *ring(1.0, shoulder), apex]
    faces = [tuple(range(5, -1, -1))] + [(k, (k + 1) % 6, 6 + (k + 1) % 6, 6 + k) for k in range(6)] + [(6 + k, 6 + (k + 1) % 6, 12) for k in range(6)]
    return np.array(verts), faces


def cut_gem(radius: float) -> bpy.types.Object:
    """A round brilliant lying on its pavilion: table, crown and pavilion facets of an eight-fold cut."""
    rows = []
    for share, z, shift, n in ((0.56, 0.3, 0.5, 8), (0.84, 0.19, 0.0, 8), (1.0, 0.03, 0.5, 16), (1.0, -0.02, 0.5, 16), (0.22, -0.62, 0.0, 8)):
        rows.append([(share * radius * math.cos(2 * math.pi * (k + shift) / n), share * radius * math.sin(2 * math.pi * (k + shift) / n), z * radius) for k in range(n)])
    points = [p for row in rows for p in row] + [(0, 0, -0.82 * radius)]
    import bmesh

    work = bmesh.new()
    for p in points:
        work.verts.new(p)
    bmesh.ops.convex_hull(work, input=work.verts)
    mesh = bpy.data.meshes.new("gem")
    work.to_mesh(mesh)
    work.free()
    made = bpy.data.objects.new("gem", mesh)
    bpy.context.scene.collection.objects.link(made)
    return made


GEMS = {"ruby": "#c2123a", "emerald": "#12824d", "amethyst": "#8a4fc0", "sapphire": "#1f4fb5", "diamond": "#f4f8fb", "quartz": "#eef1f3", "salt": "#f3e9e4"}
"""Colours of precious stones, by name."""


@prop("crystal")
def crystal(spec: Spec, b: Builder) -> None:
    colour = next((c for word, c in GEMS.items() if spec.named(word)), None)
    if spec.named("gem", "jewel", "diamond", "ruby", "emerald", "sapphire"):
        b.slot("body", "crystal", colour or b.choose("#c2123a", "#1f4fb5", "#12824d"))
        made = b.add(bevel(cut_gem(0.03), 0.0004, 2, angle=5), "body")
        grounded(rotate(made, 0, 37, -60))
        return
    b.slot("body", "crystal", colour or b.choose("#a06ad0", "#a06ad0", "#c9d9ea", "#e3a9bd"))
    b.slot("base", "stone", "#5d574f", role="fixed")
    rng = np.random.default_rng(spec.seed)
    made = []
    for k in range(17):
        u = math.sqrt(k / 17)
        turn, tilt = k * 2.39996 + rng.normal(0, 0.2), u * 0.85 + rng.normal(0, 0.07)
        length = 0.125 * (1.05 - 0.62 * u) * rng.uniform(0.8, 1.15)
        verts, faces = shard(rng, length, length * rng.uniform(0.13, 0.19) + 0.003)
        axes = upon((math.cos(turn) * math.sin(tilt), math.sin(turn) * math.sin(tilt), math.cos(tilt)), rng.uniform(0, 6))
        foot = np.array((math.cos(turn) * u * 0.042, math.sin(turn) * u * 0.036, 0.008))
        made.append(bevel(from_geometry("shard", verts @ axes.T + foot, faces, smooth=None), length * 0.006, 2, angle=12))
    body = ball(5)
    points = vertices(body).astype(float)
    body.data.vertices.foreach_set("co", np.column_stack([points[:, 0] * 0.066, points[:, 1] * 0.056, np.maximum(points[:, 2], -0.45) * 0.026 + 0.012]).astype(np.float32).ravel())
    body.data.update()
    displace(body, 0.012, 0.03, seed=spec.seed, detail=4)
    for v in body.data.vertices:
        v.co.z = max(v.co.z, 0.0)
    b.add(join(made), "body"), b.add(body, "base")
    b.footprint = "round"
