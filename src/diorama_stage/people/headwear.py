# SPDX-License-Identifier: GPL-3.0-or-later
"""What is worn about head and face that no package carries: hoods, veils, hats, masks. Metres on the base mesh, as in `tailor`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from diorama_stage.people import tailor
from diorama_stage.people.costumes import HEAD, about_head, ears, joint, on_head, own, sheet
from diorama_stage.people.pack import Fitted, base
from diorama_stage.people.tailor import Cloth, around, box, cut, grid, joined, tied, tube


def hood_sheet(edge: Callable[[np.ndarray], np.ndarray], off: float, low: float, spread: float, *, round_: float = 0.0, rows: int = 40, n: int = 73) -> Cloth:
    """Cloth about head and neck. `edge`: heights → half the opening for the face, radians; down to `low`, `spread` metres wider there."""
    rise = np.linspace(np.pi / 2 - 0.02, -0.62, rows)
    z = HEAD[2] + 0.12 * np.sin(rise)
    u = np.linspace(-1, 1, n)
    turn = lambda a: np.pi + u[None] * (np.pi - a[:, None])  # noqa: E731
    head = about_head(turn(edge(z)), rise[:, None], off, round_=round_)
    down = np.linspace(min(0.6, head[-1, :, 2].mean() - 0.02), low, 12)
    sheet = []
    for k, q in enumerate(down):
        s = (k + 1) / len(down)
        a = turn(edge(np.array([q])))[0]
        out = around(float(q), a, off + spread * s)
        sheet.append(out)
    sheet = np.concatenate([head, np.array(sheet)])
    for _ in range(3):
        sheet[rows - 8 : -1] = (sheet[rows - 9 : -2] + 2 * sheet[rows - 8 : -1] + sheet[rows - 7 :]) / 4
    return tailor.outward(grid(sheet))


def under_hood(front: float = -0.06) -> np.ndarray:
    """What of head and neck a hood covers: all behind the face, and the ears."""
    x, y, z = base().verts.T
    return own() & (((y > front) & (z > 0.6) & (tailor._limbs()[2] > 0.3)) | ears())


def _goes_with_head_and_neck() -> np.ndarray:
    z = base().verts[:, 2]
    return np.flatnonzero(
        own() & (tailor._limbs()[1] < 0.05) & (z > 0.4) & ((tailor._limbs()[2] > 0.9) & ((z > 0.76) | (base().verts[:, 1] > -0.05)) | (z < 0.6))
    )


def _hood(name: str, sheet: Cloth) -> Fitted:
    return replace(tied(name, sheet, to=_goes_with_head_and_neck()), hidden=np.flatnonzero(under_hood()))


@cut
def comm_cap() -> Fitted:
    """The close cap that is worn under a space helmet."""
    return _hood("comm_cap", hood_sheet(lambda z: np.interp(z, (0.56, 0.62, 0.64, 0.78, 0.795), (0.3, 0.6, 0.88, 0.95, 0.0)), 0.007, 0.575, 0.0))


@cut
def mask_hood() -> Fitted:
    """A black hood that leaves but the eyes free."""
    eyes = lambda z: np.interp(z, (0.708, 0.712, 0.757, 0.761), (0.0, 0.72, 0.72, 0.0))  # noqa: E731
    made = _hood("mask_hood", hood_sheet(eyes, 0.006, 0.5, 0.012, rows=72))
    z, y = base().verts[:, 2], base().verts[:, 1]
    face = own() & (tailor._limbs()[2] > 0.5) & ((z < 0.69) | (z > 0.785) | (y > -0.07))
    return replace(made, hidden=np.flatnonzero(under_hood() | face))


@cut
def wimple() -> Fitted:
    """A nun's white cloth about face, neck and chest."""
    return _hood("wimple", hood_sheet(lambda z: np.interp(z, (0.6, 0.635, 0.66, 0.77, 0.79), (0.0, 0.55, 0.78, 0.8, 0.0)), 0.006, 0.44, 0.03))


@cut
def veil() -> Fitted:
    """A nun's veil: from above the brow over head and shoulders to the back."""
    u = np.linspace(-1, 1, 61)
    sheet = []
    for rise in np.linspace(0.72, np.pi / 2, 12)[:-1]:  # the front of it, from ear to ear over the crown
        a = u * np.pi * 0.5
        sheet.append(_arch(rise, a, 0.017))
    for rise in np.linspace(np.pi / 2, np.pi + 0.12, 16):
        sheet.append(_arch(rise, u * np.pi * 0.5, 0.019))
    last = sheet[-1]
    for s in np.linspace(0, 1, 18)[1:]:
        wide = np.interp(s, (0, 0.25, 1), (1.1, 1.55, 1.95))
        y = last[:, 1] * (1 - s) + s * (0.14 - 0.16 * u * u)
        x = last[:, 0] * wide + 0.012 * s * np.sin(u * 16)
        sheet.append(np.stack([x, np.maximum(y, 0.02 - 0.1 * np.abs(u)) + 0.012 * s * np.cos(u * 19), last[:, 2] - 0.4 * s], axis=1))
    return tied("veil", tailor.outward(grid(np.array(sheet))), to=_goes_with_head_and_neck())


def _arch(rise: float, across: np.ndarray, off: float) -> np.ndarray:
    """Points over the head in a plane that is turned about the axis through the ears by `rise` from the front, `across` from the middle, radians."""
    up = np.array([0, -np.cos(rise), np.sin(rise)])
    way = np.sin(across)[:, None] * np.array([1.0, 0, 0]) + np.cos(across)[:, None] * up
    return about_head(np.arctan2(way[:, 0], -way[:, 1]), np.arcsin(np.clip(way[:, 2], -1, 1)), off)


def cone(height: float, brim: float, bend: float, *, dip: float = 0.012, crumple: float = 0.0) -> tuple[Cloth, Cloth | None]:
    """A pointed hat that leans back by `bend`, and its brim."""
    ring = tailor._dome(0.785, 0.012, 0.1)[0].reshape(-1, 48, 3)[0]
    middle, a = ring.mean(axis=0), np.linspace(0, 2 * np.pi, 48, endpoint=False)
    rows = []
    for s in np.linspace(0, 1, 26):
        k = (1 - s) ** 0.9 * 0.97 + 0.02
        fold = 1 + crumple * np.sin(s * 26) * np.sin(np.pi * s) * (0.6 + 0.4 * np.sin(a + s * 5))
        rows.append(middle + (ring - middle) * (k * fold)[:, None] * (1, 1, 1 - s) + (bend * 0.3 * s * s, bend * s**2.2, height * s - 0.35 * bend * s**3))
    top = grid(np.array(rows), closed=True)
    if not brim:
        return top, None
    way = np.stack([np.sin(a), -np.cos(a), 0 * a], axis=1)
    sag = dip * (1 + 1.2 * np.cos(2 * a)) + 0.006 * np.sin(3 * a + 1)
    out = [ring + way * brim * s - np.stack([0 * a, 0 * a, sag * s * s], axis=1) for s in (0.0, 0.25, 0.5, 0.75, 1.0)]
    out += [out[-1] - (0, 0, 0.004), ring + way * brim * 0.5 - (0, 0, 0.006), ring - (0, 0, 0.004)]
    return top, grid(np.array(out), closed=True)


@cut
def wizard_hat() -> Fitted:
    return on_head("wizard_hat", joined(*cone(0.36, 0.105, 0.09, crumple=0.05)))


@cut
def witch_hat() -> Fitted:
    return on_head("witch_hat", joined(*cone(0.34, 0.14, 0.075, dip=0.008, crumple=0.08)))


def _hat_band(high: float, off: float, low: float = 0.785) -> Cloth:
    ring = tailor._dome(low, 0.012, 0.1)[0].reshape(-1, 48, 3)[0]
    middle = ring.mean(axis=0)
    return grid(
        np.array(
            [middle + (ring - middle) * (1 + (off + d) / 0.09) + (0, 0, z) for z, d in ((0.0, -0.004), (0.002, 0.0), (high, -0.012), (high + 0.002, -0.02))]
        ),
        closed=True,
    )


@cut
def hat_band() -> Fitted:
    """A band about a pointed hat, its buckle in front."""
    return on_head("hat_band", _hat_band(0.034, 0.004))


@cut
def santa_hat() -> Fitted:
    """A pointed cap whose end falls to the side."""
    ring = tailor._dome(0.775, 0.014, 0.12)[0].reshape(-1, 48, 3)[0]
    middle = ring.mean(axis=0)
    s = np.linspace(0, 1, 26)
    line = middle + np.stack(
        [
            np.interp(s, (0, 0.35, 0.6, 0.8, 1), (0, 0.01, 0.07, 0.125, 0.15)),
            np.interp(s, (0, 0.5, 1), (0, 0.03, 0.04)),
            np.interp(s, (0, 0.35, 0.55, 0.75, 1), (0, 0.105, 0.135, 0.1, 0.0)),
        ],
        axis=1,
    )
    rows = []
    for k, at in enumerate(line):
        way = line[min(k + 1, 25)] - line[max(k - 1, 0)]
        way /= np.linalg.norm(way)
        flat = ring - middle
        side = np.array([way[2], 0, -way[0]])
        turned_ = flat[:, :1] * side + flat[:, 1:2] * np.array([0, 1.0, 0])
        rows.append(at + turned_ * (1 - s[k]) ** 0.75 * (1 + 0.03 * np.sin(k * 2.1)) + flat * (0, 0, 1) * (1 - min(s[k] * 4, 1)))
    return on_head("santa_hat", sheet(np.array(rows), closed=True))


@cut
def hat_fur() -> Fitted:
    """The fur about that cap, and its bobble."""
    ring = tailor._dome(0.775, 0.02, 0.12)[0].reshape(-1, 48, 3)[0]
    band = tube(ring + (0, 0, 0.012), np.full(48, 0.019), np.full(48, 0.026), np.array([0, 0, 1.0]), sides=10, closed=True)
    end = ring.mean(axis=0) + (0.152, 0.04, -0.015)
    return on_head("hat_fur", joined(band, box(tuple(end), (0.032, 0.032, 0.032), round_=1.0, n=10)))


@cut
def tricorn() -> Fitted:
    """A hat whose brim is turned up on three sides."""
    dome = tailor._dome(0.785, 0.013, 0.08, 0.006)
    ring = dome[0].reshape(-1, 48, 3)[0]
    a = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    way = np.stack([np.sin(a), -np.cos(a), 0 * a], axis=1)
    corner = np.clip(np.cos(1.5 * ((a + np.pi / 3) % (2 * np.pi / 3) - np.pi / 3)), 0, 1)  # 1 at the front and at either side behind
    reach = 0.045 + 0.095 * corner**1.6
    rows = [
        ring
        + way * (reach * s)[:, None]
        + np.stack([0 * a, 0 * a, (0.078 * (1 - corner**1.2) + 0.02 * corner) * np.sin(s * np.pi / 2) ** 1.5 - 0.004 * s], axis=1)
        for s in np.linspace(0, 1, 9)
    ]
    rows += [rows[-1] * 1.0 - (0, 0, 0.003), ring + way * (reach * 0.5)[:, None] - (0, 0, 0.008), ring - (0, 0, 0.004)]
    return on_head("tricorn", joined(dome, grid(np.array(rows), closed=True)))


@cut
def hat_braid() -> Fitted:
    """Braid along the brim of a tricorn."""
    points = tricorn().on(base().verts)
    rim = points[-12 * 48 :].reshape(12, 48, 3)[8]
    return on_head("hat_braid", tube(rim, np.full(48, 0.004), np.full(48, 0.004), np.array([0, 0, 1.0]), sides=8, closed=True))


@cut
def western_hat() -> Fitted:
    """A cowboy's hat: a creased crown, a wide brim curled up at the sides."""
    dome = tailor._dome(0.782, 0.014, 0.06, 0.045)
    p = dome[0]
    high = np.clip((p[:, 2] - 0.84) / 0.05, 0, 1)
    p[:, 2] -= 0.028 * np.exp(-((p[:, 0] / 0.022) ** 2)) * high
    p[:, 0] *= 1 - 0.18 * high * np.clip((-0.06 - p[:, 1]) / 0.06, 0, 1)
    ring = p.reshape(-1, 48, 3)[0]
    a = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    way = np.stack([np.sin(a), -np.cos(a), 0 * a], axis=1)
    side = np.sin(a) ** 2
    lift = lambda s: np.stack([0 * a, 0 * a, 0.07 * side * s**2.2 - 0.018 * (1 - side) * s * s], axis=1)  # noqa: E731
    rows = [ring + way * ((0.1 - 0.012 * side) * s)[:, None] + lift(s) for s in np.linspace(0, 1, 8)]
    rows += [rows[-1] - (0, 0, 0.004), ring + way * 0.05 + lift(0.5) - (0, 0, 0.005), ring - (0, 0, 0.004)]
    return on_head("western_hat", joined((p, dome[1]), grid(np.array(rows), closed=True)))


@cut
def red_nose() -> Fitted:
    """A clown's nose."""
    face = base().verts[own() & (tailor._limbs()[2] > 0.5)]
    tip = face[np.argmin(face[:, 1])]
    return on_head("red_nose", box((0.0, tip[1] - 0.004, tip[2] + 0.002), (0.024, 0.022, 0.023), round_=1.0, n=12))


@cut
def eye_patch() -> Fitted:
    """A patch over the right eye, its strap round the head."""
    eye = joint("eye.R")
    u, v = np.meshgrid(np.linspace(0.001, 1, 8), np.linspace(0, 2 * np.pi, 25)[:-1], indexing="ij")
    turn0, rise0 = np.arctan2(eye[0], -(eye[1] - HEAD[1])), np.arctan2(eye[2] - HEAD[2], np.hypot(eye[0], eye[1] - HEAD[1]))
    patch = about_head(turn0 + u * np.sin(v) * 0.3, rise0 + u * np.cos(v) * (0.2 + 0.07 * np.sin(v) ** 2) - 0.06, 0.004 - 0.003 * u)
    a = np.linspace(0, 2 * np.pi, 80, endpoint=False)
    tilt = np.interp(a, (0, np.pi, 2 * np.pi), (0.22, -0.05, 0.22)) + 0.12 * np.sin(a)
    strap = about_head(a, tilt, 0.004)
    return on_head(
        "eye_patch", joined(grid(patch, closed=True), tube(strap, np.full(80, 0.0016), np.full(80, 0.005), np.array([0, 0, 1.0]), sides=6, closed=True))
    )


@cut
def domino() -> Fitted:
    """A mask about the eyes."""
    v = base().verts
    x, y, z = v.T
    band = (
        own()
        & (tailor._limbs()[2] > 0.5)
        & (y < -0.075)
        & (z < 0.757 + 0.08 * np.abs(x))
        & (z > 0.705 + 0.16 * np.clip(0.02 - np.abs(x), 0, 1) + 0.05 * np.abs(x))
    )
    hole = np.min([np.hypot((x - joint(f"eye.{s}")[0]) / 0.0185, (z - joint(f"eye.{s}")[2]) / 0.0115) for s in "LR"], axis=0) < 1
    return tied("domino", tailor.shell(band & ~hole, 0.0022), to=np.flatnonzero(own() & (tailor._limbs()[2] > 0.5)))
