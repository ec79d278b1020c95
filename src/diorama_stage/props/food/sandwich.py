# SPDX-License-Identifier: GPL-3.0-or-later
"""Sandwiches, cut across."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, displace, extrude, from_geometry, loft, move, rotate, shade, smooth_path, solidify
from diorama_stage.kit.build import vertices
from diorama_stage.props.food.bakery import sheet
from diorama_stage.props.registry import prop


def bread_slice(wide: float, thick: float, z: float, seed: int):
    """A square slice of loaf lying at height z: the outline of a tin loaf, crust round its edge; returns crumb and crust."""
    o = [
        (-0.47, -0.5),
        (0.47, -0.5),
        (0.5, -0.47),
        (0.5, 0.2),
        (0.55, 0.33),
        (0.52, 0.45),
        (0.38, 0.52),
        (0, 0.54),
        (-0.38, 0.52),
        (-0.52, 0.45),
        (-0.55, 0.33),
        (-0.5, 0.2),
        (-0.5, -0.47),
    ]
    line = smooth_path([*o, o[0]], 90)[:-1] * wide
    crumb = displace(extrude([tuple(p) for p in line * 0.985], thick, bevel=0.0015, at=(0, 0, z)), 0.0007, 0.008, seed=seed)
    ring = [
        [(x * k, y * k, zz) for x, y in line]
        for k, zz in (
            (0.965, z + 0.0006),
            (0.995, z - 0.0002),
            (1.012, z + thick * 0.25),
            (1.012, z + thick * 0.75),
            (0.995, z + thick + 0.0002),
            (0.965, z + thick - 0.0006),
        )
    ]
    return crumb, displace(loft(ring, closed_ends=False, smooth=70), 0.0006, 0.01, seed=seed + 1)


@prop("sandwich")
def sandwich(spec: Spec, b: Builder) -> None:
    W, t = b.vary(0.115, 0.04), 0.014
    b.slot("bread", "bread_crumb", "#f2d9a0")
    b.slot("crust", "bread_crust", "#b9803f", role="fixed")
    for name, material, colour in (
        ("ham", "meat", "#d98f86"),
        ("cheese", "cheese", "#f0b83a"),
        ("tomato", "tomato_skin", "#c8321f"),
        ("lettuce", "leaf", "#7fb13c"),
    ):
        b.slot(name, material, colour, role="fixed")
    layers = [
        ("bread", 0.0),
        ("lettuce", t),
        ("ham", t + 0.005),
        ("cheese", t + 0.0115),
        ("tomato", t + 0.0155),
        ("lettuce", t + 0.022),
        ("bread", t + 0.026),
    ]
    parts: list[tuple[object, str]] = []
    for k, (what, z) in enumerate(layers):
        if what == "bread":
            parts += zip(bread_slice(W, t, z, spec.seed + k), ("bread", "crust"), strict=True)
        elif what == "lettuce":
            parts.append((sheet(W * 0.71, W * 0.02, z + 0.0045, 0.0062, 15, k), "lettuce"))
        elif what == "ham":
            for i in range(2):
                slab = extrude(
                    [
                        (
                            W * (0.53 + 0.025 * math.sin(5 * a + i)) * math.copysign(abs(math.cos(a)) ** 0.55, math.cos(a)),
                            W * 0.52 * math.copysign(abs(math.sin(a)) ** 0.55, math.sin(a)),
                        )
                        for a in np.linspace(0, 2 * math.pi, 90, endpoint=False)
                    ],
                    0.0026,
                    bevel=0.0008,
                    at=(0.001 * i, 0.001, z + 0.003 * i),
                )
                parts.append((displace(slab, 0.0012, 0.025, seed=i), "ham"))
        elif what == "cheese":
            g, half = 25, W * 0.545
            verts = []
            for j in range(g):
                for i in range(g):
                    x, y = half * (2 * i / (g - 1) - 1), half * (2 * j / (g - 1) - 1)
                    past = max(max(abs(x), abs(y)) - W * 0.49, 0)
                    verts.append((x, y, z + 0.002 - 0.55 * past))
            flat = from_geometry(
                "cheese",
                verts,
                [(j * g + i, j * g + i + 1, (j + 1) * g + i + 1, (j + 1) * g + i) for j in range(g - 1) for i in range(g - 1)],
                smooth=60,
            )
            parts.append((solidify(flat, 0.0032), "cheese"))
        else:
            parts += [(cylinder(W * 0.235, 0.0055, bevel=0.0016, at=(x * W * 0.26, y * W * 0.26, z)), "tomato") for x in (-1, 1) for y in (-1, 1)]
    halves(b, parts, W)


def halves(b: Builder, parts: list, W: float) -> None:
    """Cut the pile along its diagonal; one half lies on the other, turned a little, both cuts to the front: side by side they were wider than a plate."""
    made: list[list] = [[], []]
    for o, slot in parts:
        twin = o.copy()
        twin.data = o.data.copy()
        o.users_collection[0].objects.link(twin)
        for k, piece in enumerate((o, twin)):
            made[k].append((sliced(piece, (-1 if k else 1)), slot))
    high = max(float(vertices(o)[:, 2].max()) for o, slot in made[0] if slot == "bread")
    side = b.choose(-1, 1)
    for k, pieces in enumerate(made):
        for o, slot in pieces:
            rotate(o, 0, 0, -45 if k == 0 else 135)
            move(rotate(o, -2.5 * k, 2.0 * k * side, side * (7 - 21 * k)), side * 0.012 * k, 0.004 * k, k * (high + 0.0008))
            b.add(o, slot)


def sliced(object, side: int):
    """Keep what lies on one side of the upright plane x = y, and close the cut."""
    import bmesh

    work = bmesh.new()
    work.from_mesh(object.data)
    cut = bmesh.ops.bisect_plane(
        work, geom=work.verts[:] + work.edges[:] + work.faces[:], plane_co=(0, 0, 0), plane_no=(side, -side, 0), clear_outer=True
    )
    edges = [e for e in cut["geom_cut"] if isinstance(e, bmesh.types.BMEdge)]
    bmesh.ops.holes_fill(work, edges=edges)
    work.to_mesh(object.data)
    work.free()
    return shade(object, 40)
