"""A printing condition for tests: an ICC profile of four inks that multiply, without dot gain; nobody's but ours."""

from __future__ import annotations

import itertools
import struct

import numpy as np

from diorama.image.profiles import _description, _numbers, written

INKS = np.array([(0.0, 0.62, 0.90), (0.85, 0.10, 0.50), (0.98, 0.90, 0.10), (0.09, 0.09, 0.09)])
"""Linear sRGB of cyan, magenta, yellow, black on white."""
TO_XYZ_D50 = np.array([(0.4360747, 0.3850649, 0.1430804), (0.2225045, 0.7168786, 0.0606169), (0.0139322, 0.0971045, 0.7141733)])
WHITE = np.array((0.9642, 1.0, 0.8249))


def lab_of(light: np.ndarray) -> np.ndarray:
    xyz = light @ TO_XYZ_D50.T / WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def light_of(lab: np.ndarray) -> np.ndarray:
    y = (lab[..., 0] + 16) / 116
    f = np.stack([y + lab[..., 1] / 500, y, y - lab[..., 2] / 200], -1)
    xyz = np.where(f > 0.2069, f**3, (f - 16 / 116) / 7.787) * WHITE
    return np.clip(xyz @ np.linalg.inv(TO_XYZ_D50).T, 0, 1)


def printed(amounts: np.ndarray) -> np.ndarray:
    """Linear sRGB of inks, 0 to 1 (n, 4)."""
    return np.prod(1 - amounts[..., None] * (1 - INKS), axis=-2)


def inked(light: np.ndarray) -> np.ndarray:
    """Amounts of three inks (n, 4) for linear sRGB: black is left out."""
    amounts = np.zeros((*light.shape[:-1], 4))
    for _ in range(12):
        for ink in range(3):
            others = amounts.copy()
            others[..., ink] = 0
            amounts[..., ink] = np.clip((1 - light[..., ink] / np.maximum(printed(others)[..., ink], 1e-3)) / (1 - INKS[ink, ink]), 0, 1)
    return amounts


def _table(kind_in: int, kind_out: int, grid: int, values: np.ndarray) -> bytes:
    """lut16Type (ICC.1:2001-04, 6.5.9), with straight curves. `values`: 0 to 65535."""
    head = b"mft2" + bytes(4) + struct.pack(">BBBx", kind_in, kind_out, grid) + _numbers((1, 0, 0, 0, 1, 0, 0, 0, 1)) + struct.pack(">HH", 2, 2)
    return head + struct.pack(">HH", 0, 65535) * kind_in + np.rint(values).astype(">u2").tobytes() + struct.pack(">HH", 0, 65535) * kind_out


def profile() -> bytes:
    inks = np.array(list(itertools.product(np.linspace(0, 1, 9), repeat=4)))
    lab = lab_of(printed(inks))
    a2b = _table(4, 3, 9, np.stack([lab[:, 0] / 100 * 65280, (lab[:, 1] + 128) * 256, (lab[:, 2] + 128) * 256], -1).clip(0, 65535))
    grid = np.array(list(itertools.product(np.linspace(0, 1, 17), repeat=3)))
    wanted = np.stack([grid[:, 0] * 65535 / 65280 * 100, grid[:, 1] * 65535 / 256 - 128, grid[:, 2] * 65535 / 256 - 128], -1)
    b2a = _table(3, 4, 17, inked(light_of(wanted)) * 65535)
    tags = {b"desc": _description("Four test inks"), b"cprt": b"text" + bytes(4) + b"CC0\0", b"wtpt": b"XYZ " + bytes(4) + _numbers(tuple(WHITE))}
    return written(tags | {b"A2B0": a2b, b"A2B1": a2b, b"B2A0": b2a, b"B2A1": b2a}, b"prtr", b"CMYK", b"Lab ")
