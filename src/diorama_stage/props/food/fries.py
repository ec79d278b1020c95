# SPDX-License-Identifier: GPL-3.0-or-later
"""French fries: a heap of cut sticks, each come to rest on those under it."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, field, from_geometry, join
from diorama_stage.kit.parts import tint, toward
from diorama_stage.props.registry import prop

CELL = 0.0015
"""Grid of heights on which the sticks come to rest, metres."""


class Heap:
    """Heights of what lies already; sticks are laid on it one by one."""

    def __init__(self, half: float):
        self.half, self.z = half, np.zeros((int(2 * half / CELL),) * 2)

    def _cells(self, x, y):
        top = len(self.z) - 1
        return np.clip(((x + self.half) / CELL).astype(int), 0, top), np.clip(((y + self.half) / CELL).astype(int), 0, top)

    def rest(self, x: float, y: float, yaw: float, length: float, thick: float) -> tuple[float, float]:
        """Height of the middle of a stick's underside and its slope: it rests on the two highest places on either side of its middle."""
        s, w = np.linspace(-length / 2, length / 2, 41), np.linspace(-thick / 2, thick / 2, 7)
        px, py = x + s[:, None] * math.cos(yaw) - w * math.sin(yaw), y + s[:, None] * math.sin(yaw) + w * math.cos(yaw)
        under = self.z[self._cells(px, py)].max(axis=1)
        left, right = s < 0, s > 0
        best = (under[20], 0.0)
        for i in np.flatnonzero(left):
            slope = ((under[right] - under[i]) / (s[right] - s[i])).max()  # tipped about its left support until it meets something on the right
            if (under[left] <= under[i] + slope * (s[left] - s[i]) + 1e-9).all():
                best = (under[i] - slope * s[i], slope)
                break
        return float(best[0]), float(best[1])

    def keep(self, x: float, y: float, yaw: float, length: float, thick: float, level: float, slope: float) -> None:
        """What is laid from now on rests on this stick too."""
        s, w = np.linspace(-length / 2, length / 2, 61), np.linspace(-thick / 2, thick / 2, 7)
        cells = self._cells(x + s[:, None] * math.cos(yaw) - w * math.sin(yaw), y + s[:, None] * math.sin(yaw) + w * math.cos(yaw))
        self.z[cells] = np.maximum(self.z[cells], (level + slope * s + thick * 0.8)[:, None])


def stick(length: float, thick: float, rng: np.random.Generator):
    """A fried stick along x, its underside at z = 0: four soft edges, a little bent and twisted, ends cut askew."""
    n, k = 22, 12
    t = np.linspace(-1, 1, n)
    a = np.linspace(0, 2 * np.pi, k, endpoint=False) + np.pi / 4
    ring = np.stack([np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.5, np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.5], axis=1) / 1.19 * thick / 2
    wide = np.minimum(1, 0.62 + 9 * (1 - np.abs(t))) * (1 + 0.05 * np.sin(3 * t + rng.uniform(0, 6)))
    twist, bend, sway = rng.normal(0, 0.12), rng.normal(0, 0.03) * length, rng.normal(0, 0.02) * length
    verts = []
    for u, r in zip(t, wide, strict=True):
        c, s = math.cos(twist * u), math.sin(twist * u)
        y, z = ring[:, 0] * r, ring[:, 1] * r
        verts.append(np.stack([np.full(k, u * length / 2) + (0.5 * y if abs(u) > 0.9 else 0 * y), c * y - s * z + bend * u * u, s * y + c * z + thick / 2 + sway * (u * u - 0.4)], axis=1))
    verts = np.concatenate([*verts, verts[0].mean(axis=0)[None], verts[-1].mean(axis=0)[None]])
    low, j = np.arange(n - 1)[:, None] * k, np.arange(k)
    faces = np.stack([low + j, low + k + j, low + k + (j + 1) % k, low + (j + 1) % k], axis=2).reshape(-1, 4).tolist()
    faces += [(n * k, int(j), int((j + 1) % k)) for j in range(k)] + [(n * k + 1, (n - 1) * k + int((j + 1) % k), (n - 1) * k + int(j)) for j in range(k)]
    return verts, faces, np.concatenate([np.repeat(np.abs(t), k), [1, 1]])


@prop("fries")
def fries(spec: Spec, b: Builder) -> None:
    base = "#dca446"
    b.slot("body", "fried", base)
    rng = np.random.default_rng(b.rng.randrange(2**31))
    heap, made, colours = Heap(0.13), [], []
    for i in range(56):
        length, thick = float(np.clip(rng.normal(0.068, 0.014), 0.036, 0.095)), rng.uniform(0.0075, 0.0092)
        tries = []
        for _ in range(16):  # it slides to where it lies low and level
            far, a = 0.066 * math.sqrt(rng.random()), rng.uniform(0, 2 * math.pi)
            x, y, yaw = 1.3 * far * math.cos(a), far * math.sin(a), rng.normal(0.3, 0.8)
            level, slope = heap.rest(x, y, yaw, length, thick)
            tries.append((level + 0.02 * abs(slope) + 0.35 * far, x, y, yaw, level, slope))
        _, x, y, yaw, level, slope = min(tries)
        heap.keep(x, y, yaw, length, thick, level, slope)
        verts, faces, end = stick(length, thick, rng)
        pitch = math.atan(slope)
        u, z = verts[:, 0] * math.cos(pitch) - verts[:, 2] * math.sin(pitch), verts[:, 0] * math.sin(pitch) + verts[:, 2] * math.cos(pitch) + level
        at = np.stack([x + u * math.cos(yaw) - verts[:, 1] * math.sin(yaw), y + u * math.sin(yaw) + verts[:, 1] * math.cos(yaw), z], axis=1)
        edge = np.clip((np.hypot(verts[:, 1], verts[:, 2] - thick / 2) / (thick / 2) - 0.82) * 2.2, 0, 1)
        brown = 0.14 + 0.2 * rng.random() + 0.3 * edge + 0.45 * np.clip(end - 0.8, 0, 1) * 4 * rng.random() + 0.22 * field(at, 0.02, seed=i)
        made.append(from_geometry("fry", at, faces, smooth=70))
        colours.append(np.where(brown[:, None] > 0.25, toward(base, "#8a4a15", (brown - 0.25) * 1.1), toward(base, "#f2d588", (0.25 - brown) * 2.2)))
    whole = np.concatenate(colours)
    b.add(tint(join(made), lambda p: whole), "body")
    b.footprint = "round"
