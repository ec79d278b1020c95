# SPDX-License-Identifier: GPL-3.0-or-later
"""Footwear: a leather lace-up shoe, a sneaker, a boot."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, bevel, box, cylinder, displace, ellipsoid, join, loft, move, rotate, smooth_path, sweep, torus
from diorama_stage.kit.seams import ribbon, sheet, stand_on, thread
from diorama_stage.props.clothing.shoe_last import Last, outset, settle
from diorama_stage.props.registry import prop


def sole(last: Last, layers) -> object:
    """A sole of layers (height above its underside, outset), from the ground up; it follows the last's heel and spring."""
    rings = []
    for z, by in layers:
        edge = outset(last.edge, by)
        rings.append(np.column_stack([edge, z + last.rise(edge[:, 0])]))
    return loft(rings, smooth=45)


def quarters(last: Last, gap: float, curve, lift: float, *, end: float = 0.5) -> list[np.ndarray]:
    """The two side pieces: from the throat (`gap` either side of the middle) to the heel, from the rim down to s = curve(q), q from 0 at the throat to 1 at `end`."""
    q = np.linspace(0, 1, 70)
    deep = np.array([curve(k) for k in q])
    s = np.linspace(0, 1, 26)[:, None] * deep
    grids = []
    for side in (1, -1):
        edge = np.interp(s, np.linspace(0, 1, 60), last.beside(np.linspace(0, 1, 60), side * gap))
        u = edge + (side * end - edge) * q**1.35
        grids.append(last.at(u, s, lift))
    return grids


def eyelets(last: Last, rows, gap: float, lift: float) -> np.ndarray:
    """Places of the eyelets (rows, 2, 3): outer side first."""
    rows = np.asarray(rows, float)
    return np.stack([last.at(last.beside(rows, side * gap), rows, lift) for side in (1, -1)], axis=1)


def lacing(holes: np.ndarray, radius: float, *, cross: bool = True, flat: float = 1.0, droop: float = 1.0) -> list:
    """Laces through eyelets (rows, 2, 3), lowest row last: bars or crosses, and a bow at the first row."""
    up = np.array((-0.35, 0, 0.95))
    made = []
    bar = lambda a, c, rise: sweep(smooth_path([a - up * radius, a + up * rise * 0.6, (a + c) / 2 + up * rise, c + up * rise * 0.6, c - up * radius], 18), radius, sides=8)  # noqa: E731
    for k in range(len(holes)):
        if cross and k + 1 < len(holes):
            made += [bar(holes[k, 0], holes[k + 1, 1], radius * 1.2), bar(holes[k, 1], holes[k + 1, 0], radius * 2.8)]
        if not cross or k + 1 == len(holes):
            made.append(bar(holes[k, 0], holes[k, 1], radius * 1.6))
    knot = holes[0].mean(axis=0) + up * radius * 3.2 + (0.004, 0, 0)
    made.append(ellipsoid(radius * 2.4, radius * 3, radius * 2, at=tuple(knot), segments=16))
    for s in (1, -1):
        made.append(bar(holes[0, 0 if s > 0 else 1], knot - (0, 0, radius), radius))
        loop = [(0, 0, 0), (0.004, 0.012, 0.008), (0.002, 0.03, 0.006), (-0.006, 0.041, -0.012 * droop), (-0.011, 0.036, -0.02 * droop), (-0.008, 0.02, -0.004), (0, 0.002, 0.001)]
        tail = [(0, 0, 0), (0.014, 0.01, 0.004), (0.028, 0.025, -0.008), (0.036, 0.037, -0.026), (0.042, 0.042, -0.042 * droop)]
        for path, n in ((loop, 40), (tail, 24)):
            made.append(sweep(knot + smooth_path(path, n) * (1, s, 1), radius, sides=8))
    return made


def tongue(last: Last, half: float, rise: float, thickness: float, *, lean: float = 0.7):
    """The tongue: under the laces from s = 0.3 up to the rim, then `rise` metres above it, leaning back by `lean` of that; `half` its half width, metres."""
    y = np.linspace(-1, 1, 15) * half
    rows = [last.at(last.beside(s, y * k), s, 0.0005) for s, k in ((0.34, 0.6), (0.2, 0.8), (0.04, 1.0))]
    rim = rows[-1]
    bow = 0.004 * (np.linspace(-1, 1, 15) ** 2)[:, None] * (-1, 0, -1)
    for k, wide in ((0.4, 1.04), (0.75, 1.04), (0.95, 0.92), (1.0, 0.75)):
        rows.append(rim * (1, wide, 1) + (-lean * rise * k, 0, rise * k) + bow * (1 + k))
    return sheet(np.array(rows), thickness)


def ring_at(at, normal, radius: float, wire: float):
    return stand_on(torus(radius, wire, segments=18, sides=8), at, normal)


@prop("shoe")
def shoe(spec: Spec, b: Builder) -> None:
    """A lace-up shoe with a toe cap; its pieces edged with punched holes."""
    b.slot("body", "leather", b.choose("#6a3a1c", "#1d1b1a", "#4a2415"), finish=("glossy",))
    b.slot("sole", "leather", "#2b1a10", role="fixed")
    b.slot("lining", "leather", "#a98256", role="fixed")
    b.slot("holes", "rubber", "#120c08", role="fixed")
    b.slot("laces", "cotton", "#1d1512", role="trim")
    last = Last(0.285, (0.112, 0.008, 0.031, 0.098, 0.066, 0.077), point=0.3, floor=0.012, heel=0.022, spring=0.007, toe=0.046, throat=0.5)
    b.add(sheet(last.grid, closed=True), "body")
    _soles(b, last)
    curve = lambda q: np.interp(q, [0, 0.05, 0.14, 0.28, 0.42, 0.52, 1], [0.3, 0.32, 0.38, 0.54, 0.8, 1, 1])  # noqa: E731
    for grid in quarters(last, 0.0085, curve, 0.0016):
        b.add(sheet(grid, 0.0022, smooth=60), "body", "quarters")
        b.add(thread(grid[-1] * 0.72 + grid[-4] * 0.28 + (0, 0, 0.0016), 0.0022, 0.0011, gap=1.0), "holes", "broguing")
    um = 0.135
    fold = lambda q: float(last.level(-um + 2 * um * q, 0.222 - 0.012 * (2 * q - 1) ** 2))  # noqa: E731
    cap = last.panel(-um, um, fold, 1.0, 0.0008, nu=60, ns=16)
    b.add(sheet(cap, 0.002, smooth=60), "body", "toe cap")
    for k, size in ((2, 0.0012), (1, 0.0008)):
        b.add(thread(cap[k] + (0, 0, 0.0012), 2.1 * size, size, gap=1.1), "holes", "broguing")
    counter = last.panel(0.385, 0.615, lambda q: 0.22 + 1.2 * abs(q - 0.5) ** 1.6, 1.0, 0.0026, nu=40)
    b.add(sheet(counter, 0.0018, smooth=60), "body", "counter")
    b.add(thread(counter[1], 0.002, 0.001, gap=1.1), "holes", "broguing")
    b.add(tongue(last, 0.019, 0.013, 0.0022), "body", "tongue")
    holes = eyelets(last, np.linspace(0.03, 0.25, 5), 0.0135, 0.0022)
    for pair in holes:
        for p in pair:
            b.add(ring_at(p, (0.35, np.sign(p[1]) * 0.2, 0.9), 0.0019, 0.0006), "holes", "eyelets")
    for o in lacing(holes, 0.0016, cross=False):
        b.add(o, "laces")
    settle(b)


def _soles(b: Builder, last: Last) -> None:
    """A thin leather sole with a stitched welt, a stacked heel, and the inside."""
    welt = [(0, -0.004), (0.001, 0.001), (0.0045, 0.0038), (0.0055, 0.0038), (0.0062, 0.0028), (0.0068, 0.0045), (0.0092, 0.0045), (0.0105, 0.003), (0.011, -0.002)]
    b.add(sole(last, welt), "sole")
    edge = outset(last.edge, 0.0022)
    b.add(thread(np.column_stack([edge, 0.0107 + last.rise(edge[:, 0])]), 0.0024, 0.0005), "lining", "welt")
    rear = last.edge[last.edge[:, 0] < 0.078]
    rear = outset(rear, 0.0028) * (1, 0.98)
    rings = [np.column_stack([rear, np.full(len(rear), z) if z < 0.02 else 0.001 + last.rise(rear[:, 0])]) for z in (0.0, 0.0007, 0.007, 0.0075, 0.014, 0.0145, 0.05)]
    for k, shrink in enumerate((0.97, 0.985, 0.985, 0.978, 0.99, 0.983, 1.0)):
        centre = rings[k].mean(axis=0) * (1, 1, 0)
        rings[k] = (rings[k] - centre) * (shrink, shrink, 1) + centre
    b.add(loft(rings, smooth=40), "sole", "heel")
    inside = last.lining(0.003, 0.03)
    b.add(sheet(inside, closed=True), "lining", "lining")
    middle = inside[-1].mean(axis=0)
    b.add(sheet([inside[-1], middle + (inside[-1] - middle) * 0.02], closed=True), "lining", "insole")
    rim = np.vstack([last.rim, last.rim[:1]])
    b.add(sweep(rim, 0.0016, sides=8), "body", "rim")


@prop("sneaker")
def sneaker(spec: Spec, b: Builder) -> None:
    """A low leather court shoe on a cup sole; asked for as a running shoe or of cloth, a runner on a thick sole.

    All of its upper takes the asked colour: white sneakers are white.
    """
    runner = spec.is_a("running") or spec.material in ("fabric", "knit")
    colour = b.choose("#2c5a94", "#b3392f", "#2a2c30", "#5f8a76") if runner else b.choose("#eeeeeb", "#f1efe9", "#23252a")
    b.slot("body", spec.material or ("fabric" if runner else "leather"), colour)
    b.slot("panels", "suede" if runner else "leather", colour)
    b.slot("tab", "leather", b.choose("#2f6a4a", "#27304a", "#c9c4b8"), role="fixed")
    b.slot("sole", "rubber", "#f0eee8", role="fixed")
    b.slot("tread", "rubber", "#e3dccb" if not runner else "#2a2a2b", role="fixed")
    b.slot("lining", "fabric", "#e4e1d9", role="fixed")
    b.slot("holes", "rubber", "#3a3836", role="fixed")
    b.slot("laces", "cotton", "#f4f2ec", role="fixed")
    if runner:
        last = Last(0.288, (0.108, 0.006, 0.031, 0.115, 0.082, 0.1), floor=0.027, heel=0.01, spring=0.016, toe=0.044, throat=0.42, width=1.0)
    else:
        last = Last(0.288, (0.112, 0.006, 0.03, 0.098, 0.07, 0.083), floor=0.022, heel=0.003, spring=0.008, toe=0.042, throat=0.42, width=0.97)
    b.add(sheet(last.grid, closed=True), "body")
    _cup(b, last, runner)
    curve = lambda q: np.interp(q, [0, 0.06, 0.2, 0.34, 0.5, 1], [0.4, 0.42, 0.4, 0.26, 0.17, 0.14])  # noqa: E731
    for grid in quarters(last, 0.0095, curve, 0.0014, end=0.42):
        b.add(sheet(grid, 0.0022, smooth=60), "panels", "eyestay")
        for row in (-2, -4):
            b.add(thread(grid[row] + (0, 0, 0.0013), 0.0024, 0.00032, gap=0.4), "laces", "stitches")
    um = 0.185
    toe = last.panel(-um, um, lambda q: 0.6 + 0.36 * abs(2 * q - 1) ** 1.7, 1.0, 0.0012, nu=70)
    b.add(sheet(toe, 0.002, smooth=60), "panels", "toe cap")
    b.add(thread(toe[1] + (0, 0, 0.0013), 0.0024, 0.00032, gap=0.4), "laces", "stitches")
    pores = [last.at(last.beside(s, y), s, 0.0004) for s in np.linspace(0.5, 0.66, 4) for y in np.linspace(-0.014, 0.014, 5) if not runner]
    for p in pores:
        b.add(stand_on(cylinder(0.00075, 0.0003, bevel=0, segments=10), p, (0.5, 0, 0.87)), "holes", "pores")
    heel = last.panel(0.385, 0.615, lambda q: 0.02 + 0.62 * abs(2 * q - 1) ** 2.2, 1.0, 0.0014, nu=50)
    b.add(sheet(heel, 0.0022, smooth=60), "panels", "heel")
    tab = last.panel(0.45, 0.55, 0.03, lambda q: 0.34 - 0.08 * abs(2 * q - 1) ** 2, 0.0026, nu=30)
    b.add(sheet(tab, 0.0018, smooth=60), "tab", "heel tab")
    b.add(tongue(last, 0.0245, 0.02, 0.0055, lean=0.55), "body", "tongue")
    inside = last.lining(0.006, 0.035)
    b.add(sheet(inside, closed=True), "lining", "lining")
    middle = inside[-1].mean(axis=0)
    b.add(sheet([inside[-1], middle + (inside[-1] - middle) * 0.02], closed=True), "lining", "insole")
    b.add(sweep(np.vstack([last.rim[3:-3]]) - (0, 0, 0.001), 0.0042, sides=12), "lining", "collar")
    holes = eyelets(last, np.linspace(0.03, 0.36, 7 if not runner else 6), 0.0148, 0.0028)
    for pair in holes:
        for p in pair:
            b.add(ring_at(p, (0.35, np.sign(p[1]) * 0.25, 0.9), 0.0019, 0.0006), "holes", "eyelets")
    for o in _flat_laces(holes, 0.0033):
        b.add(o, "laces")
    settle(b)


def _cup(b: Builder, last: Last, runner: bool) -> None:
    """The sole: a straight stitched wall for a court shoe, a swelling foam one over a dark tread for a runner."""
    if runner:
        b.add(sole(last, [(0.006, 0.001), (0.009, 0.005), (0.015, 0.0065), (0.021, 0.0055), (0.022, 0.0045), (0.023, 0.0052), (0.0295, 0.0038), (0.0325, 0.0015), (0.033, -0.001)]), "sole")
        b.add(sole(last, [(0, -0.006), (0.001, 0.0), (0.004, 0.0028), (0.0065, 0.0036), (0.007, 0.001)]), "tread")
        return
    b.add(sole(last, [(0.0025, 0.0022), (0.0035, 0.0032), (0.0125, 0.0034), (0.013, 0.0028), (0.0136, 0.0034), (0.0255, 0.0031), (0.027, 0.0022), (0.0274, 0.0006), (0.0275, -0.001)]), "sole")
    b.add(sole(last, [(0, -0.003), (0.0008, 0.002), (0.0024, 0.0028), (0.0028, 0.0018)]), "tread")
    edge = outset(last.edge, 0.0033)
    b.add(thread(np.column_stack([edge, 0.0222 + last.rise(edge[:, 0])]), 0.003, 0.00045, gap=0.45), "laces", "stitches")


def _flat_laces(holes: np.ndarray, half: float) -> list:
    """Flat laces: straight bars over the tongue with crosses under them, and a soft bow with its ends hanging to the sides."""
    up = np.array((-0.3, 0, 0.95))
    made = []
    for k in range(len(holes)):
        a, c = holes[k]
        bar = smooth_path([a - up * 0.002, a + up * 0.0016, (a + c) / 2 + up * 0.0034, c + up * 0.0016, c - up * 0.002], 22)
        made.append(ribbon(bar, (0.95, 0, 0.3), 2 * half, 0.0011))
        if k + 1 < len(holes):
            for p, q in ((a, holes[k + 1, 1]), (c, holes[k + 1, 0])):
                made.append(ribbon(smooth_path([p, (p + q) / 2 + up * 0.0012, q], 12), (0.95, 0, 0.3), 1.6 * half, 0.001))
    knot = holes[0].mean(axis=0) + up * 0.006
    made.append(ellipsoid(0.0042, 0.0058, 0.0034, at=tuple(knot), segments=20))
    for s in (1, -1):
        loop = [(0, 0, 0), (0.002, 0.014, 0.006), (-0.001, 0.032, 0.001), (-0.005, 0.04, -0.014), (-0.001, 0.033, -0.019), (0.002, 0.016, -0.006), (0, 0.002, -0.001)]
        tail = [(0, 0, 0), (0.012, 0.012, 0.002), (0.022, 0.026, -0.01), (0.027, 0.036, -0.03), (0.029, 0.041, -0.048)]
        made.append(ribbon(knot + smooth_path(loop, 44) * (1, s, 1), (0.9, 0, 0.35), 1.7 * half, 0.0011))
        made.append(ribbon(knot + smooth_path(tail, 28) * (1, s, 1), (0.8, -0.3 * s, 0.5), 1.5 * half, 0.0011))
    return made


@prop("boot")
def boot(spec: Spec, b: Builder) -> None:
    """A laced work boot; of rubber a wellington; asked for so, a cowboy boot."""
    cowboy = spec.has("cowboy", "western") or spec.is_a("cowboy")
    wellington = spec.material == "rubber" or spec.is_a("wellington")
    if cowboy or wellington:
        _pulled_on(spec, b, cowboy)
        return
    b.slot("body", "leather", b.choose("#8a5a2c", "#4a2f1d", "#1f1d1b"))
    b.slot("sole", "rubber", "#2a2421", role="fixed")
    b.slot("lining", "leather", "#8a6a45", role="fixed")
    b.slot("thread", "cotton", "#d9b877", role="fixed")
    b.slot("metal", "brass", "#a98a4a", role="fixed")
    b.slot("laces", "cotton", "#4a3423", role="trim")
    last = Last(0.29, (0.094, 0.0, 0.042, 0.205, 0.203, 0.21), floor=0.02, heel=0.016, spring=0.01, toe=0.06, throat=0.0, fall=0.76, waist=0.016, width=1.06)
    b.add(displace(sheet(last.grid, closed=True), 0.0022, 0.05, seed=spec.seed), "body")
    _lugs(b, last)
    um = 0.15
    cap = last.panel(-um, um, lambda q: float(last.level(-um + 2 * um * q, 0.226 - 0.012 * (2 * q - 1) ** 2)), 1.0, 0.0016, nu=60)
    b.add(sheet(cap, 0.0024, smooth=60), "body", "toe cap")
    curve = lambda q: np.interp(q, [0, 0.05, 0.16, 0.3, 0.45, 0.55, 1], [0.74, 0.75, 0.77, 0.83, 0.92, 1, 1])  # noqa: E731
    for grid in quarters(last, 0.009, curve, 0.002):
        b.add(sheet(grid, 0.0028, smooth=60), "body", "quarters")
        b.add(thread(grid[-2] + (0, 0, 0.0015), 0.003, 0.0005), "thread", "stitches")
    counter = last.panel(0.37, 0.63, lambda q: 0.5 + 1.3 * abs(q - 0.5) ** 1.6, 1.0, 0.0034, nu=40)
    b.add(sheet(counter, 0.0022, smooth=60), "body", "counter")
    for grid, row in ((cap, 1), (cap, 2), (counter, 1)):
        b.add(thread(grid[row] + (0, 0, 0.0013), 0.003, 0.0005), "thread", "stitches")
    b.add(tongue(last, 0.024, 0.03, 0.004, lean=-0.2), "body", "tongue")
    inside = last.lining(0.012, 0.04)
    b.add(sheet(inside, closed=True), "lining", "lining")
    middle = inside[-1].mean(axis=0)
    b.add(sheet([inside[-1], middle + (inside[-1] - middle) * 0.02], closed=True), "lining", "insole")
    b.add(sweep(last.rim[4:-4] + (0, 0, -0.002), 0.0055, sides=12), "body", "collar")
    holes = eyelets(last, np.concatenate([np.linspace(0.03, 0.4, 4), np.linspace(0.5, 0.7, 4)]), 0.0155, 0.004)
    for pair in holes:
        for p in pair:
            b.add(ring_at(p, (0.8, np.sign(p[1]) * 0.3, 0.5), 0.0026, 0.001), "metal", "eyelets")
    for o in lacing(holes, 0.002):
        b.add(o, "laces")
    loop = smooth_path([(-0.001, 0, 0.195), (-0.014, 0, 0.215), (-0.012, 0, 0.235), (0.002, 0, 0.225), (0.004, 0, 0.2)], 24)
    b.add(ribbon(loop, (0, 1, 0), 0.014, 0.002), "laces", "loop")
    settle(b)


def _lugs(b: Builder, last: Last) -> None:
    """A thick stitched rubber sole with cleats along its edge and a heel."""
    b.add(sole(last, [(0.009, -0.002), (0.01, 0.004), (0.017, 0.005), (0.0178, 0.003), (0.0185, 0.006), (0.0225, 0.006), (0.024, 0.004), (0.0245, -0.002)]), "sole")
    edge = outset(last.edge, 0.004)
    b.add(thread(np.column_stack([edge, 0.0243 + last.rise(edge[:, 0])]), 0.003, 0.0006), "thread", "welt")
    outer, cleats = outset(last.edge, 0.002), []
    for k in range(0, len(outer), 3):
        x, y = outer[k]
        z = float(last.rise(np.array([x]))[0])
        if x > 0.088:
            turn = np.degrees(np.arctan2(*(outer[(k + 1) % len(outer)] - outer[k - 1])[::-1]))
            cleats.append(move(rotate(box(0.0062, 0.009, 0.0105 + min(z, 0.004), bevel=0), 0, 0, turn), x, y, z - min(z, 0.004)))
    b.add(bevel(join(cleats), 0.0008, 2), "sole", "cleats")
    rear = outset(last.edge[last.edge[:, 0] < 0.078], 0.003)
    b.add(loft([np.column_stack([rear, np.full(len(rear), 0.004) if z < 0.01 else 0.012 + last.rise(rear[:, 0])]) for z in (0.0, 0.02)], smooth=40), "sole", "heel")


def _pulled_on(spec: Spec, b: Builder, cowboy: bool) -> None:
    """A boot without laces: a cowboy boot (pointed, stitched, its top cut in scallops) or a wellington."""
    b.slot("body", "leather" if cowboy else "rubber", b.choose("#7a4526", "#3a2418") if cowboy else b.choose("#2f5a34", "#d9b21c", "#b3261e", "#1f3a5c"), finish=() if cowboy else ("glossy",))
    b.slot("sole", "leather" if cowboy else "rubber", "#22170f" if cowboy else "#1c1c1c", role="fixed")
    b.slot("lining", "fabric", "#4a3a2c" if cowboy else "#c9c3b4", role="fixed")
    b.slot("thread", "cotton", "#e2c48a", role="fixed")
    if cowboy:
        last = Last(0.3, (0.098, -0.012, 0.052, 0.35, 0.315, 0.345), point=0.95, floor=0.011, heel=0.036, spring=0.008, toe=0.042, throat=0.0, fall=0.86, waist=0.012)
        layers = [(0, -0.003), (0.001, 0.001), (0.004, 0.0035), (0.0085, 0.0035), (0.0105, 0.002), (0.011, -0.002)]
    else:
        last = Last(0.295, (0.1, -0.012, 0.055, 0.335, 0.328, 0.33), floor=0.016, heel=0.012, spring=0.006, toe=0.056, throat=0.0, fall=0.86, waist=0.012, width=1.1)
        layers = [(0, -0.002), (0.001, 0.003), (0.012, 0.0045), (0.0135, 0.0035), (0.0145, 0.0055), (0.021, 0.0055), (0.0225, 0.0035), (0.024, 0.001), (0.0245, -0.002)]
    b.add(displace(sheet(last.grid, closed=True), 0.005 if cowboy else 0.003, 0.07, seed=spec.seed), "body")
    b.add(sole(last, layers), "sole")
    rear = last.edge[last.edge[:, 0] < (0.066 if cowboy else 0.085)]
    middle = rear.mean(axis=0)
    steps = [(0.0, 0.8), (0.001, 0.82), (0.02, 0.9), (0.045, 1.02)] if cowboy else [(0.0, 1.0), (0.02, 1.02)]
    rings = [np.column_stack([middle + (rear - middle) * k, np.full(len(rear), z) if z < last.heel - 0.005 else 0.003 + last.rise(rear[:, 0])]) for z, k in steps]
    b.add(loft(rings, smooth=40), "sole", "heel")
    inside = last.lining(0.012, 0.06)
    b.add(sheet(inside, closed=True), "lining", "lining")
    centre = inside[-1].mean(axis=0)
    b.add(sheet([inside[-1], centre + (inside[-1] - centre) * 0.02], closed=True), "lining", "insole")
    rim = np.vstack([last.rim, last.rim[:2]])
    b.add(sweep(rim, 0.003 if cowboy else 0.0042, sides=10), "body", "rim")
    if cowboy:
        _western(b, last)
    else:
        u = np.linspace(0, 1, 90)
        b.add(sheet(np.array([last.at(u, last.height(u, z), 0.001) for z in (0.312, 0.306, 0.3)]), 0.003), "sole", "band")
    settle(b)


def _western(b: Builder, last: Last) -> None:
    """Side seams with pull straps, a wing stitched over the toe, and rows of ornament up the shaft."""
    s = np.linspace(0.01, 0.66, 50)
    for u in (0.32, 0.68):
        b.add(sweep(last.at(u, s, 0.001), 0.0022, sides=8), "body", "seams")
        strap = [last.at(u, k, 0.004) for k in np.linspace(0.2, 0.0, 10)] + [last.at(u, 0.0, 0.003) + (0, 0, 0.016), last.at(u, 0.0, -0.006) + (0, 0, 0.02), last.at(u, 0.0, -0.012) + (0, 0, 0.0)]
        b.add(ribbon(strap, (1, 0, 0), 0.022, 0.003), "body", "straps")
    um = 0.15
    wing = last.panel(-um, um, lambda q: float(last.level(-um + 2 * um * q, 0.175 + 0.045 * abs(2 * q - 1) ** 0.8)), 1.0, 0.001, nu=60)
    b.add(sheet(wing, 0.002, smooth=60), "body", "toe cap")
    b.add(thread(wing[1] + (0, 0, 0.001), 0.003, 0.0005), "thread", "stitches")
    for centre in (0.2, -0.2):
        for k in (0, 1, 2):
            q = np.linspace(-1, 1, 60)
            wide, top, low = 0.085 - 0.022 * k, 0.1 + 0.06 * k, 0.6 - 0.05 * k
            for side in (-1, 1):
                heart = np.column_stack([centre + side * wide * np.sin(np.pi * (q + 1) / 2) ** 0.8 * (1 - 0.25 * q), top + (low - top) * (q + 1) / 2 - 0.04 * np.exp(-((q + 1) ** 2) / 0.1)])
                b.add(thread(last.at(heart[:, 0], heart[:, 1], 0.0016), 0.003, 0.0006), "thread", "stitches")
    heel = last.panel(0.38, 0.62, lambda q: 0.6 + 1.3 * abs(q - 0.5) ** 1.4, 1.0, 0.0012, nu=40)
    b.add(sheet(heel, 0.002, smooth=60), "body", "counter")
