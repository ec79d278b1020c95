# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes by post, and maps: an envelope by its back (flap, wax seal) or its front (stamp, postmark, address), a map unfolded along its creases."""

from __future__ import annotations

import math

import bmesh
import numpy as np

from diorama_stage.kit import Builder, Spec, extrude, from_geometry, label_plane, lathe, move, rotate, sphere, sweep, torus
from diorama_stage.kit.field import field
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

WIDE, TALL = 0.176, 0.125
"""Of an envelope, metres."""
ADDRESS = ("Mrs Eleanor Hart\n14 Mill Lane\nLavenham\nSuffolk", "Mr Thomas Wren\n8 Harbour Street\nWhitby", "Miss Ada Lowell\nThe Old Rectory\nPenzance\nCornwall")


@prop("envelope")
def envelope(spec: Spec, b: Builder) -> None:
    paper = b.choose("#efe6d2", "#e6d6b6", "#f1ece0")
    b.slot("paper", "paper", paper)
    b.slot("flap", "paper", paper)
    sealed = spec.has("sealed") or spec.is_a("seal")
    front = spec.has("stamped", "addressed") or bool(spec.labels) or not sealed and b.choose(True, False)
    turn = b.rng.uniform(-14, 14)
    if spec.is_a("letter"):
        _sheet(b)
    bulge = lambda x, y: 0.0011 + 0.0016 * np.clip(1 - (2 * x / WIDE) ** 2, 0, 1) * np.clip(1 - (2 * y / TALL) ** 2, 0, 1)  # noqa: E731
    x, y = np.meshgrid(np.linspace(-WIDE / 2, WIDE / 2, 40), np.linspace(-TALL / 2, TALL / 2, 30))
    wave = 0.0003 * field(np.column_stack([x.ravel(), y.ravel(), 0 * x.ravel()]), 0.06, seed=spec.seed).reshape(x.shape)
    b.add(sheet(np.stack([x, y, 0 * x + 0.0002], axis=-1), 0.0002), "paper", "body")
    b.add(sheet(np.stack([x, y, bulge(x, y) + wave * (bulge(x, y) - 0.0011) / 0.0016], axis=-1), 0.0002), "paper", "body")
    _front(spec, b) if front else _back(b, bulge, sealed or b.choose(True, False))
    for o in [o for g in b._parts.values() for o in g]:
        rotate(o, 0, 0, turn)


def _back(b: Builder, bulge, seal: bool) -> None:
    """Side flaps, the bottom flap over them, the top flap over all, its tip held by wax."""
    tip = -0.012
    for name, corners, lift in (("side", [(-WIDE / 2, TALL / 2), (-WIDE / 2, -TALL / 2), (-0.02, 0.0)], 0.0003), ("side", [(WIDE / 2, -TALL / 2), (WIDE / 2, TALL / 2), (0.02, 0.0)], 0.0003),
                                ("bottom", [(-WIDE / 2, -TALL / 2), (WIDE / 2, -TALL / 2), (0.008, 0.012), (-0.008, 0.012)], 0.0007), ("top", [(WIDE / 2, TALL / 2), (-WIDE / 2, TALL / 2), (-0.01, tip + 0.004), (0, tip), (0.01, tip + 0.004)], 0.0013)):  # fmt: skip
        b.add(_flap(corners, bulge, lift), "flap", f"{name} flap")
    if not seal:
        return
    b.slot("wax", "wax", b.choose("#8a1420", "#7a1019", "#5a1220"), role="fixed", finish=("glossy",))
    a = np.linspace(0, 2 * math.pi, 64, endpoint=False)
    edge = 0.0125 * (1 + 0.06 * np.cos(3 * a + 1) + 0.05 * np.cos(5 * a) + 0.03 * np.cos(9 * a + 2))
    rings = [(1.0, 0.0), (1.02, 0.0009), (0.96, 0.0022), (0.86, 0.0026), (0.74, 0.0024), (0.7, 0.0013), (0.66, 0.0011), (0.3, 0.0011), (0.0, 0.0011)]
    z0 = 0.0036
    points = np.concatenate([np.column_stack([k * edge * np.cos(a) if k > 0.8 else k * 0.0125 * np.cos(a), k * edge * np.sin(a) + tip + 0.004 if k > 0.8 else k * 0.0125 * np.sin(a) + tip + 0.004, np.full(64, z0 + z)]) for k, z in rings])
    faces = np.array([(i * 64 + j, i * 64 + (j + 1) % 64, (i + 1) * 64 + (j + 1) % 64, (i + 1) * 64 + j) for i in range(len(rings) - 2) for j in range(64)])
    last = (len(rings) - 2) * 64
    b.add(from_geometry("wax", points, [*faces.tolist(), [last + j for j in range(64)]], smooth=50), "wax", "seal")
    for k in range(6):  # the signet's flower
        t = k * math.pi / 3
        petal = sphere(0.0019, segments=16)
        for v in petal.data.vertices:
            v.co.x, v.co.z = v.co.x * 1.5, v.co.z * 0.4
        b.add(move(rotate(petal, 0, 0, math.degrees(t)), 0.0036 * math.cos(t), 0.0036 * math.sin(t) + tip + 0.004, z0 + 0.0011), "wax", "seal")
    b.add(lathe([(0.0013, z0 + 0.001), (0.0011, z0 + 0.002), (0, z0 + 0.0023)], segments=16), "wax", "seal")
    move(b._parts["seal"][-1], 0, tip + 0.004, 0)


def _flap(corners, bulge, lift: float):
    """A flap of paper, its outline filled with rows so that it follows the swell beneath."""
    flat = extrude(corners, 0.0003, bevel=0)
    work = bmesh.new()
    work.from_mesh(flat.data)
    bmesh.ops.triangulate(work, faces=work.faces)
    bmesh.ops.subdivide_edges(work, edges=work.edges, cuts=9, use_grid_fill=True)
    for v in work.verts:
        v.co.z += float(bulge(v.co.x, v.co.y)) + lift
    work.to_mesh(flat.data)
    work.free()
    return flat


def _front(spec: Spec, b: Builder) -> None:
    """A stamp with perforated edges, its postmark, and the address by hand."""
    label = spec.labels[0] if spec.labels else {"text": b.choose(*ADDRESS), "style": "script", "colour": {"hex": "#22305a"}}
    b.slot("address", "printed", role="fixed", label=label, params={"transparent": True})
    b.slot("stamp", "paper", "#f4f1e8", role="fixed")
    b.slot("picture", "printed", role="fixed", params={"picture": "landscape", "paper": "#f4f1e8"})
    b.slot("postmark", "paper", "#26262a", role="fixed")
    z = 0.0031
    b.add(move(rotate(label_plane(0.095, 0.058), -90), 0.006, -0.014, z), "address")
    w, h, tooth = 0.021, 0.025, 0.0016
    edge = []
    for (ax, ay), (cx, cy) in (((-w, -h), (w, -h)), ((w, -h), (w, h)), ((w, h), (-w, h)), ((-w, h), (-w, -h))):
        n = round(math.hypot(cx - ax, cy - ay) / 2 / tooth)
        out = np.array([(cy - ay), -(cx - ax)]) / math.hypot(cx - ax, cy - ay)
        for t in np.arange(0, n, 0.25):
            k = 0.00045 * max(math.sin(2 * math.pi * t), -0.7)
            edge.append(((ax + (cx - ax) * t / n) / 2 + out[0] * k, (ay + (cy - ay) * t / n) / 2 + out[1] * k))
    at = (WIDE / 2 - 0.019, TALL / 2 - 0.021)
    b.add(move(extrude(edge, 0.00025, bevel=0), *at, z - 0.0018), "stamp")
    b.add(move(rotate(label_plane(w * 0.8, h * 0.82), -90), *at, z - 0.0015), "picture", "stamp")
    x, y = at[0] - 0.02, at[1] - 0.002
    for r in (0.0105, 0.0065):
        ring = torus(r, 0.00022, at=(x, y, z - 0.0006), segments=64, sides=6)
        b.add(ring, "postmark")
    t = np.linspace(-0.06, 0.0, 60)
    for k in range(4):
        b.add(sweep([(x + 0.008 + 0.045 * (s + 0.06) / 0.06 - 0.06, y - 0.006 + 0.004 * k + 0.0007 * math.sin(s * 500), z - 0.0004) for s in t], 0.00016, sides=5), "postmark")


def _sheet(b: Builder) -> None:
    """The letter itself under its envelope: a leaf folded twice that does not quite lie flat again."""
    b.slot("letter", "printed", role="fixed", params={"picture": "page", "paper": "#f2ecdc"})
    b.slot("leaf", "paper", "#f2ecdc", role="fixed")
    grid = _creased(0.148, 0.21, 1, 3, 0.002, 5)
    for o, slot in ((sheet(grid, 0.0002), "leaf"), (_printed(grid, 0.0003), "letter")):
        b.add(move(rotate(o, 0, 0, 24), 0.05, 0.07, 0), slot, "letter")


def _creased(wide: float, tall: float, across: int, down: int, lift: float, seed: int, n: int = 12) -> np.ndarray:
    """Paper that was folded into `across` by `down` panels and opened: creases up and down in turn, panels a little curved. Rows from the front, (rows, columns, 3)."""
    u, v = np.linspace(0, across, across * n + 1), np.linspace(0, down, down * n + 1)
    ridge = lambda t: np.abs((t % 2) - 1)  # noqa: E731
    x, y = np.meshgrid((u / across - 0.5) * wide, (v / down - 0.5) * tall)
    z = lift * (ridge(u + 1)[None, :] * 0.9 * (across > 1) + ridge(v + 1)[:, None] * (down > 1))
    z = z + 0.3 * lift * np.abs(field(np.column_stack([x.ravel(), y.ravel(), 0 * x.ravel()]), wide / 3, seed=seed).reshape(x.shape))
    return np.stack([x, y, z + 0.0006], axis=-1)


def _printed(grid: np.ndarray, lift: float):
    m, n, _ = grid.shape
    faces = np.array([(i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j) for i in range(m - 1) for j in range(n - 1)])
    uvs = [(j / (n - 1), i / (m - 1)) for i in range(m) for j in range(n)]
    return from_geometry("print", (grid + (0, 0, lift)).reshape(-1, 3), faces, smooth=12, uvs=uvs)


@prop("map")
def map_(spec: Spec, b: Builder) -> None:
    """A map opened out, its creases worn pale; on a wall it hangs."""
    w, h = 0.72, 0.5
    b.slot("paper", "paper", "#efe8d6")
    b.slot("print", "printed", role="fixed", params={"picture": "map", "paper": "#efe8d6", "aspect": w / h})
    grid = _creased(w, h, 6, 3, 0.012, spec.seed)
    made = [(sheet(grid, 0.0002, smooth=12), "paper"), (_printed(grid, 0.0003), "print")]
    turn = 0.0 if spec.has("mounted") else b.rng.uniform(-12, 12)
    for o, slot in made:
        b.add(rotate(o, 90) if spec.has("mounted") else rotate(o, 0, 0, turn), slot)
    if spec.has("mounted"):
        b.hang = (0, 0, h)
    else:
        b.support("top", -w * 0.4, w * 0.4, -h * 0.4, h * 0.4, 0.013)
