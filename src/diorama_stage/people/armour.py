# SPDX-License-Identifier: GPL-3.0-or-later
"""What is hard on a body: plate armour, helmets, a space suit's fittings. Metres on the base mesh, as in `tailor`; cloth beside it: `costumes`."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.spatial import ConvexHull

from diorama_stage.people import tailor
from diorama_stage.people.costumes import HEAD, about_arm, about_head, ears, joint, let_out, on_head, own, sewn, share, sheet, space_suit, upper
from diorama_stage.people.mesh import normals
from diorama_stage.people.pack import Fitted, base
from diorama_stage.people.tailor import Cloth, around, box, cut, grid, joined, tied, tube

SIDES = (("L", 1), ("R", -1))


def limb(side: str, *names: str) -> np.ndarray:
    """How far each vertex hangs on bones of one side, (19158,)."""
    return share(*(f"{n}.{side}" for n in names))


def _dome_at(at: np.ndarray, way: np.ndarray, half: tuple[float, float, float]) -> Cloth:
    """Half an ellipsoid with its top along `way`; `half`: across, up, out."""
    way = way / np.linalg.norm(way)
    side = np.cross((0, 0, 1.0) if abs(way[2]) < 0.9 else (0, 1.0, 0), way)
    side /= np.linalg.norm(side)
    u, v = np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 2 * np.pi, 28, endpoint=False), indexing="ij")
    r, h = np.cos(u * np.pi / 2 * 0.98), np.sin(u * np.pi / 2)
    p = r[..., None] * (np.cos(v)[..., None] * side * half[0] + np.sin(v)[..., None] * np.cross(way, side) * half[1]) + h[..., None] * way * half[2]
    return grid(at + p, closed=True)


def _facing(cloth: Cloth) -> Cloth:
    """A sheet with its faces turned away from the body's middle."""
    points, faces = cloth
    a, b, c, d = (points[faces[:, k]] for k in range(4))
    middle = (a + b + c + d) / 4 * (1, 1, 0)
    return cloth if np.einsum("ij,ij->", np.cross(c - a, d - b), middle) >= 0 else (points, faces[:, ::-1])


def _hard(name: str, cloth: Cloth, rows: np.ndarray) -> Fitted:
    return tied(name, cloth, to=rows, stiff=np.ones(len(cloth[0]), bool))


@cut
def cuirass() -> Fitted:
    """Breast and back plate with a ridge in front, a gorget, a fauld of four lames."""
    v = base().verts
    trunk = own() & (tailor._limbs()[1] < 0.28) & (v[:, 2] > 0.15) & (v[:, 2] < 0.548) & (tailor._limbs()[2] < 0.1)
    points, faces = let_out(trunk, 0.017, 40)
    ridge = np.exp(-np.abs(points[:, 0]) / 0.03) * np.clip((-0.05 - points[:, 1]) / 0.05, 0, 1)
    points[:, 1] -= 0.022 * ridge * np.clip((points[:, 2] - 0.14) / 0.12, 0, 1)
    pieces = [tied("cuirass", (points, faces), to=upper())]
    a = np.linspace(-np.pi, np.pi, 64, endpoint=False)
    for k in range(4):
        top, low = 0.175 - 0.048 * k, 0.115 - 0.048 * k
        rows = [around(top, a, 0.02 + 0.009 * k), around((top + low) / 2, a, 0.03 + 0.009 * k), around(low, a, 0.036 + 0.009 * k)]
        pieces.append(tied("cuirass", sheet(np.array(rows), closed=True), to=tailor._trunk()))
    ring = [
        np.stack([np.sin(a) * r, -0.028 - np.cos(a) * r, z - 0.022 * np.cos(a)], axis=1)
        for r, z in ((0.13, 0.53), (0.1, 0.553), (0.078, 0.572), (0.072, 0.6), (0.075, 0.612))
    ]
    pieces.append(tied("cuirass", sheet(np.array(ring), closed=True), to=upper()))
    return sewn("cuirass", *pieces)


@cut
def limb_plates() -> Fitted:
    """Pauldrons, plates of arms and legs, wings at elbow and knee."""
    name, pieces = "limb_plates", []
    v = base().verts
    for side, sign in SIDES:
        x = (sign, 1, 1)
        shoulder, elbow, knee = (joint(f"{n}.L") * x for n in ("upperarm01", "lowerarm01", "lowerleg01"))
        rows = lambda *names: np.flatnonzero(own() & (limb(side, *names) > 0.6))  # noqa: B023, E731
        out = np.array((0.75 * sign, -0.05, 0.62))
        for k, (far, half) in enumerate(((0.0, (0.082, 0.1, 0.066)), (0.035, (0.078, 0.088, 0.05)), (0.07, (0.07, 0.078, 0.038)))):
            along = (elbow - shoulder) / np.linalg.norm(elbow - shoulder)
            pieces.append(
                _hard(name, _dome_at(shoulder + along * far + np.array((0.012 * sign, 0, 0.0)), out + along * 0.25 * k, half), rows("upperarm01", "shoulder01"))
            )
        plates = (
            (("upperarm01", "upperarm02"), 0.012, 0.75),
            (("lowerarm01", "lowerarm02"), 0.012, 0.6),
            (("upperleg01", "upperleg02"), 0.013, 0.75),
            (("lowerleg01", "lowerleg02"), 0.012, 0.6),
        )
        for names, off, least in plates:
            mask = own() & (limb(side, *names) > least)
            mask &= (v[:, 2] < 0.0) | (tailor._limbs()[1] > 0.5)
            pieces.append(tied(name, let_out(mask, off, 25), to=rows(*names)))
        back = np.array((0.25 * sign, 0.95, 0.2))
        pieces.append(_hard(name, _dome_at(elbow - back * 0.012, back, (0.05, 0.052, 0.05)), rows("lowerarm01")))
        pieces.append(
            _hard(name, _dome_at(elbow + np.array((0.03 * sign, 0.0, 0.0)), np.array((1.0 * sign, 0.1, 0.3)), (0.058, 0.05, 0.02)), rows("lowerarm01"))
        )
        pieces.append(_hard(name, _dome_at(knee + np.array((0, -0.012, 0)), np.array((0.12 * sign, -1.0, 0.1)), (0.062, 0.066, 0.062)), rows("lowerleg01")))
        pieces.append(
            _hard(name, _dome_at(knee + np.array((0.052 * sign, 0.0, 0)), np.array((1.0 * sign, 0.0, 0.0)), (0.062, 0.055, 0.022)), rows("lowerleg01"))
        )
        pieces.append(tied(name, joined(about_arm(sign, 0.0, 0.042, 0.004, 0.004), _cuff(sign, 0.085, 0.04, 0.066)), to=rows("lowerarm02")))
    return sewn(name, *pieces)


def _cuff(sign: int, long: float, narrow: float, wide: float) -> Cloth:
    """A gauntlet's flared cuff."""
    elbow, wrist = joint("lowerarm01.L") * (sign, 1, 1), joint("wrist.L") * (sign, 1, 1)
    way = (elbow - wrist) / np.linalg.norm(elbow - wrist)
    t = np.array([-0.012, 0.0, 0.3, 0.7, 1.0, 1.0, 0.9])
    r = np.array([narrow * 0.9, narrow, narrow * 1.08, (narrow + wide) / 2, wide, wide - 0.005, wide - 0.012])
    return tube(wrist + way * (t * long)[:, None], r, r * 0.85, np.array([0, 0, 1.0]), sides=28)


def _hands(off: float, rounds: int) -> Cloth:
    return let_out(own() & (share("wrist", "finger", "metacarpal") > 0.35), off, rounds)


@cut
def gauntlets() -> Fitted:
    return tied("gauntlets", _hands(0.0045, 2))


@cut
def space_gloves() -> Fitted:
    return tied("space_gloves", joined(_hands(0.0065, 3), _cuff(1, 0.06, 0.046, 0.05), _cuff(-1, 0.06, 0.046, 0.05)))


def _feet(off: float, top: float, rounds: int, sole: float) -> Cloth:
    """Boots let out from the feet, with a flat sole `sole` metres thick."""
    v = base().verts
    points, faces = let_out(own() & (v[:, 2] < top) & (share("lowerleg", "foot", "toe") > 0.6), off, rounds)
    for _, sign in SIDES:
        mine = np.sign(points[:, 0]) == sign
        foot = points[mine & (points[:, 2] < -0.735)]
        middle, planes = np.array((0.22 * sign, -0.03, -0.79)), ConvexHull(foot).equations
        way = points[mine] - middle
        far = np.linalg.norm(way, axis=1)
        fall = way / far[:, None] @ planes[:, :3].T
        room = -(planes[:, :3] @ middle + planes[:, 3])
        hull = np.where(fall > 1e-6, room / np.maximum(fall, 1e-6), np.inf).min(axis=1)
        part = np.clip((-0.725 - points[mine, 2]) / 0.03, 0, 1)
        points[mine] += way / far[:, None] * (np.maximum(hull - far, 0) * part)[:, None]
    low = np.clip((-0.79 - points[:, 2]) / 0.02, 0, 1)
    points[:, 2] = points[:, 2] * (1 - low) + (-0.82 - sole) * low
    return points, faces


@cut
def sabatons() -> Fitted:
    return tied("sabatons", _feet(0.009, -0.7, 12, 0.008))


@cut
def space_boots() -> Fitted:
    return tied("space_boots", _feet(0.02, -0.55, 14, 0.026))


@cut
def tall_boots() -> Fitted:
    """Boots to below the knee."""
    return tied("tall_boots", _feet(0.02, -0.44, 10, 0.02))


@cut
def soft_boots() -> Fitted:
    """Close boots of soft stuff, to the calf."""
    return tied("soft_boots", _feet(0.006, -0.58, 6, 0.008))


@cut
def clown_shoes() -> Fitted:
    """Shoes that are much too long."""
    points, faces = _feet(0.014, -0.735, 10, 0.016)
    ahead = np.clip((-0.03 - points[:, 1]) / 0.1, 0, 1)
    points[:, 1] -= 0.11 * ahead
    points[:, 0] += np.sign(points[:, 0]) * (np.abs(points[:, 0]) - 0.215) * 0.45 * ahead
    points[:, 2] += 0.03 * ahead * np.clip((points[:, 2] + 0.81) / 0.04, 0, 1)
    return tied("clown_shoes", (points, faces))


def _helmet(edge: float, brow: float, mouth: float, off: float, low: float, round_: float) -> tuple[np.ndarray, np.ndarray]:
    """A shell about the head that is open for the face: its points by rows (r, c, 3), and the rim of its opening (n, 3).

    `edge`: half the opening, radians; `brow`, `mouth`, `low`: how far up the opening reaches, how far down, and the shell, radians.
    """
    n, rise = 97, np.linspace(np.pi / 2 - 0.01, low, 49)
    u = np.linspace(-1, 1, n)
    t = np.clip((rise - mouth) / (brow - mouth), 0, 1)
    a = edge * np.clip(1 - np.abs(2 * t - 1) ** 3.2, 0, 1) ** 0.5
    turn = np.pi + u[None] * (np.pi - a[:, None])
    shell = about_head(turn, rise[:, None], off, round_=round_)
    open_ = np.flatnonzero((rise < brow) & (rise > mouth))
    rim = np.concatenate([shell[open_, -1], shell[open_[::-1], 0]])
    return shell, rim


@cut
def space_helmet() -> Fitted:
    """A white shell, and the frame about its window; under it the ring at the neck."""
    shell, rim = _helmet(1.1, 0.62, -0.78, 0.058, -1.12, 0.8)
    frame = tube(_evenly(rim, 96), np.full(96, 0.008), np.full(96, 0.012), _evenly(rim, 96) - HEAD, sides=10, closed=True)
    ears_ = [_dome_at(HEAD + np.array((sign * 0.166, 0.01, 0.0)), np.array((sign, 0, 0.0)), (0.042, 0.05, 0.022)) for _, sign in SIDES]
    return on_head("space_helmet", joined(grid(shell), frame, *ears_))


def _evenly(line: np.ndarray, count: int) -> np.ndarray:
    """A closed line's points at equal distances."""
    closed = np.concatenate([line, line[:1]])
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    t = np.linspace(0, along[-1], count, endpoint=False)
    out = np.stack([np.interp(t, along, closed[:, k]) for k in range(3)], axis=1)
    for _ in range(6):
        out = (np.roll(out, 1, axis=0) + 2 * out + np.roll(out, -1, axis=0)) / 4
    return out


@cut
def visor() -> Fitted:
    """The window of a space helmet."""
    u, rise = np.meshgrid(np.linspace(-1.2, 1.2, 61), np.linspace(0.7, -0.86, 41))
    return on_head("visor", sheet(about_head(u, rise, 0.055 + 0.012 * np.cos(u / 1.2 * np.pi / 2) * np.cos(rise), round_=0.8)))


@cut
def suit_rings() -> Fitted:
    """The rings by which helmet and gloves lock on, and stripes on the arms."""
    a = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    pieces = []
    for z, r, high in ((0.606, 0.118, 0.012), (0.58, 0.13, 0.014)):
        line = np.stack([np.sin(a) * r, -0.034 - np.cos(a) * r, z - 0.012 * np.cos(a)], axis=1)
        pieces.append(tied("suit_rings", tube(line, np.full(64, 0.013), np.full(64, high), np.array([0, 0, 1.0]), sides=10, closed=True), to=upper()))
    neck = [np.stack([np.sin(a) * r, -0.036 - np.cos(a) * r, np.full(64, z)], axis=1) for r, z in ((0.118, 0.565), (0.115, 0.6), (0.108, 0.62), (0.09, 0.635))]
    pieces.append(tied("suit_rings", sheet(np.array(neck), closed=True), to=upper()))
    for side, sign in SIDES:
        rows = np.flatnonzero(own() & (limb(side, "lowerarm02") > 0.5))
        pieces.append(tied("suit_rings", about_arm(sign, 0.05, 0.052, 0.012, 0.008), to=rows))
    return sewn("suit_rings", *pieces)


@cut
def suit_stripes() -> Fitted:
    """Coloured bands about arms and thighs."""
    made = space_suit()
    points = made.on(base().verts)
    way = joint("lowerarm01.L") - joint("upperarm01.L")
    way /= np.linalg.norm(way)
    pieces = []
    for _, sign in SIDES:
        along = (points * (sign, 1, 1) - joint("upperarm02.L")) @ way
        pieces.append(_band_of((points, made.faces), np.abs(along) < 0.02, points[:, 0] * sign > 0.17, points[:, 2] > 0.3))
        pieces.append(_band_of((points, made.faces), np.abs(points[:, 2] + 0.2) < 0.022, points[:, 0] * sign > 0))
    return tied("suit_stripes", joined(*pieces))


def _band_of(cloth: Cloth, *where: np.ndarray) -> Cloth:
    """A strip of a garment, 3 mm over it."""
    points, faces = cloth
    mask = np.all(where, axis=0)
    kept = faces[mask[faces].any(axis=1)]
    used = np.unique(kept)
    lookup = np.zeros(len(points), np.int32)
    lookup[used] = np.arange(len(used))
    return (points + normals(points, faces) * 0.003)[used], lookup[kept]


@cut
def life_support() -> Fitted:
    """The pack on the back, as wide as the shoulders, with its hoses to the chest."""
    body = box((0.0, 0.17, 0.36), (0.185, 0.085, 0.27), round_=4.0, n=16)
    top = box((0.0, 0.165, 0.56), (0.15, 0.07, 0.075), round_=3.0, n=12)
    hard = joined(body, top)
    hoses = []
    for sign in (1, -1):
        path = np.array([(0.15, 0.1, 0.2), (0.2, 0.02, 0.24), (0.2, -0.09, 0.3), (0.14, -0.175, 0.36), (0.09, -0.185, 0.37)]) * (sign, 1, 1)
        t = np.linspace(0, 4, 40)
        line = np.stack([np.interp(t, range(5), path[:, k]) for k in range(3)], axis=1)
        for _ in range(12):
            line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        ribs = 0.012 + 0.0012 * np.sin(np.arange(40) * 2.2)
        hoses.append(tube(line, ribs, ribs, np.array([0, 0, 1.0]), sides=10))
    return sewn("life_support", _hard("life_support", hard, upper()), tied("life_support", joined(*hoses), to=upper()))


@cut
def chest_unit() -> Fitted:
    """The control box on the chest."""
    front = around(0.37, np.array([0.0]), 0.065)[0]
    case = box(tuple(front), (0.1, 0.04, 0.062), round_=4.0, n=12)
    return tied("chest_unit", case, to=upper())


@cut
def controls() -> Fitted:
    """Its knobs and dials."""
    front = around(0.37, np.array([0.0]), 0.106)[0]
    knobs = [
        box((front[0] + x, front[1], front[2] + z), (r, 0.008, r), round_=1.5, n=8)
        for x, z, r in ((-0.06, 0.025, 0.014), (-0.015, 0.025, 0.01), (0.02, 0.025, 0.01), (0.062, 0.0, 0.019), (-0.05, -0.025, 0.012), (0.0, -0.025, 0.012))
    ]
    return tied("controls", joined(*knobs), to=upper())


@cut
def armet() -> Fitted:
    """A knight's helmet, its visor raised."""
    shell, _ = _helmet(0.82, 0.3, -0.62, 0.014, -0.78, 0.12)
    comb = np.exp(-((shell[..., 0] / 0.012) ** 2)) * np.clip((shell[..., 2] - 0.8) / 0.04, 0, 1)
    shell = shell + (shell - HEAD) * (0.14 * comb)[..., None]
    u, s = np.meshgrid(np.linspace(-1.25, 1.25, 57), np.linspace(0, 1, 17))
    rise = 0.3 + 0.62 * s
    beak = 0.02 + 0.075 * np.exp(-((u / 0.32) ** 2)) * np.sin(np.pi * np.clip(s + 0.12, 0, 1)) + 0.012 * (np.abs(s - 0.3) < 0.07)
    plate = about_head(u, rise + 0.12 * np.cos(u), beak)
    hinges = [_dome_at(about_head(np.array(sign * 1.35), np.array(0.32), 0.014), np.array((sign, 0, 0.1)), (0.02, 0.02, 0.012)) for _, sign in SIDES]
    hides = own() & (((base().verts[:, 1] > -0.07) & (tailor._limbs()[2] > 0.6)) | ears())
    return on_head("armet", joined(grid(shell), grid(plate), *hinges), hides)


@cut
def plume() -> Fitted:
    """A feather on a helmet's crown, falling behind."""
    s = np.linspace(0, 1, 40)
    line = np.stack([0 * s, -0.02 + 0.2 * s**0.8, 0.875 + 0.13 * np.sin(s * np.pi * 0.72) - 0.12 * s**3], axis=1)
    wide = 0.034 * np.sin(np.pi * np.clip(s * 0.92 + 0.06, 0, 1)) ** 0.6
    return on_head("plume", tube(line, wide * 0.7, wide, np.array([0, 0, 1.0]), sides=14))


@cut
def norse_helmet() -> Fitted:
    """A rounded helmet with bands, a guard for the nose."""
    dome = tailor._dome(0.775, 0.016, 0.06, 0.02)
    p = dome[0]
    across, along = np.exp(-((p[:, 0] / 0.01) ** 2)), np.exp(-(((p[:, 1] + 0.06) / 0.01) ** 2))
    p += (p - HEAD) * (0.03 * np.maximum(across, along))[:, None]
    ring = p.reshape(-1, 48, 3)[0]
    band = tube(ring + (0, 0, 0.012), np.full(48, 0.005), np.full(48, 0.015), np.array([0, 0, 1.0]), sides=8, closed=True)
    z = np.linspace(0.8, 0.705, 14)
    face = np.stack([0 * z, np.interp(z, (0.7, 0.72, 0.76, 0.8), (-0.181, -0.178, -0.171, -0.163)), z], axis=1)
    guard = tube(face, np.interp(z, (0.7, 0.75, 0.8), (0.011, 0.008, 0.016)), np.full(14, 0.003), np.array([0, -1.0, 0]), sides=8)
    return on_head("norse_helmet", joined((p, dome[1]), band, guard))


@cut
def horns() -> Fitted:
    s = np.linspace(0, 1, 22)
    made = []
    for sign in (1, -1):
        line = np.stack([sign * (0.075 + 0.115 * np.sin(s * 1.5)), -0.055 - 0.03 * s, 0.815 + 0.17 * s**1.7], axis=1)
        r = 0.024 * (1 - s) ** 0.7 + 0.001
        made.append(tube(line, r, r, np.array([0, -1.0, 0]), sides=14))
    return on_head("horns", joined(*made))


@cut
def kabuto() -> Fitted:
    """A samurai's helmet: a ribbed bowl and the neck guard of lames that flares about it."""
    dome = tailor._dome(0.785, 0.024, 0.04, 0.016)
    p = dome[0]
    angle = np.arctan2(p[:, 0], -(p[:, 1] + 0.06))
    p += (p - HEAD) * (0.022 * np.clip(np.cos(angle * 12), 0, 1) ** 4 * np.clip((0.9 - p[:, 2]) / 0.03, 0, 1))[:, None]
    a = np.linspace(0.95, 2 * np.pi - 0.95, 64)
    way = np.stack([np.sin(a), -np.cos(a), 0 * a], axis=1)
    rows = []
    for k in range(4):
        for s in (0.0, 1.0):
            far = 0.112 + 0.022 * (k + s) - 0.006 * (s == 0) * (k > 0)
            rows.append(np.array([0, -0.06, 0.79 - 0.03 * (k + s)]) + way * far * (1, 1.05, 1))
    peak_a = np.linspace(-1.0, 1.0, 31)
    ring = lambda r, z: np.stack([np.sin(peak_a) * r, -0.06 - np.cos(peak_a) * r * 1.12, np.full(31, z)], axis=1)  # noqa: E731
    peak = grid(np.array([ring(0.098, 0.797), ring(0.12, 0.79), ring(0.132, 0.782)]))
    return on_head("kabuto", joined(dome, grid(np.array(rows)), peak))


@cut
def crest() -> Fitted:
    """The two gilt horns on a samurai's helmet, and its rim."""
    s = np.linspace(0, 1, 24)
    made = [
        tube(
            np.stack([sign * (0.012 + 0.1 * np.sin(s * 1.75)), -0.185 - 0.01 * s, 0.81 + 0.16 * s**1.3], axis=1),
            0.02 * (1 - s) ** 0.6 + 0.001,
            np.full(24, 0.003),
            np.array([0, -1.0, 0]),
            sides=8,
        )
        for sign in (1, -1)
    ]
    return on_head("crest", joined(box((0, -0.19, 0.815), (0.022, 0.006, 0.022), round_=1.0, n=8), *made))


@cut
def lamellar() -> Fitted:
    """A samurai's armour: rows of lacquered plates about the trunk, at the shoulders, over the hips."""
    name = "lamellar"
    v = base().verts
    trunk = own() & (tailor._limbs()[1] < 0.28) & (v[:, 2] > 0.1) & (v[:, 2] < 0.5) & (tailor._limbs()[2] < 0.1)
    points, faces = let_out(trunk, 0.034, 40)
    pieces = [tied(name, (points, faces), to=upper())]
    for k in range(5):  # tassets, in five panels
        middle = -np.pi + (k + 0.5) * 2 * np.pi / 5 + np.pi
        a = middle + np.linspace(-0.56, 0.56, 22)
        rows = []
        for row in range(5):
            for s in (0.0, 1.0):
                rows.append(around(0.16 - 0.052 * (row + s) + 0.012 * (s == 0) * (row > 0), a, 0.042 + 0.011 * (row + s) - 0.008 * (s == 0)))
        pieces.append(tied(name, _facing(grid(np.array(rows))), to=tailor._trunk()))
    for side, sign in SIDES:
        rows_of = np.flatnonzero(own() & (limb(side, "upperarm01", "upperarm02") > 0.6))
        start, end = joint("upperarm01.L") * (sign, 1, 1), joint("lowerarm01.L") * (sign, 1, 1)
        along = (end - start) / np.linalg.norm(end - start)
        out = np.cross(along, np.array((0, 1.0, 0)))
        out *= np.sign(out[0] * sign) / np.linalg.norm(out)
        w = np.linspace(-1, 1, 18)
        rows = []
        for row in range(5):
            for s in (0.0, 1.0):
                at = start - along * 0.04 + along * 0.048 * (row + s) - along * 0.01 * (s == 0) * (row > 0)
                rows.append(at + out * (0.085 + 0.006 * row + 0.008 * s - 0.03 * w[:, None] ** 2) + np.array((0, 1.0, 0)) * (0.085 * w)[:, None])
        pieces.append(_hard(name, _facing(grid(np.array(rows))), rows_of))
    return sewn(name, *pieces)


@cut
def chaps() -> Fitted:
    """Leather over the legs, open behind and at the crotch."""
    v = base().verts
    mask = (
        own()
        & (v[:, 2] < 0.03)
        & (v[:, 2] > -0.74)
        & (share("upperleg", "lowerleg") > 0.5)
        & ~((v[:, 1] > 0.05) & (v[:, 2] > -0.1))
        & (np.abs(v[:, 0]) > np.interp(v[:, 2], (-0.3, 0.05), (0.03, 0.12)))
    )
    return replace(tied("chaps", let_out(mask, 0.026, 14)), name="chaps")
