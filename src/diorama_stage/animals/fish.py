# SPDX-License-Identifier: GPL-3.0-or-later
"""Fish and whales: a body lofted through sections, fins as fans of rays, scales or smooth wet skin; it bends as it swims.

Units: from the nose to the root of the tail fin 100. A section is [place 0 nose … 1, height of its middle, half height, half width].
"""

from __future__ import annotations

import numpy as np

from diorama_stage.animals import eyes, kinds, surface
from diorama_stage.animals.beast import Made, Wish
from diorama_stage.animals.coat import smooth
from diorama_stage.kit.field import field
from diorama_stage.kit.mesher import mesh
from diorama_stage.materials.nodes import linear

ROWS, AROUND = 110, 56


def lin(hex: str) -> np.ndarray:
    return np.array(linear(hex)[:3])


def fish(wish: Wish) -> Made:
    return _Fish(wish, {**kinds.kind(wish.kind), **wish.shape}).made()


class _Fish:
    def __init__(self, wish: Wish, shape: dict):
        self.wish, self.shape, self.scale = wish, shape, shape["size"] * wish.size / 100
        self.rows = np.array(shape["body"], float)
        self.rng = np.random.default_rng(wish.seed)
        self.bend = self.rng.choice((-1, 1)) * shape.get("bend", 9.0) * (1.3 if wish.pose in ("running", "leaping") else 1.0)

    def section(self, t):
        """Middle's height, half height, half width at t, smooth between the rows."""
        from scipy.interpolate import PchipInterpolator

        return [PchipInterpolator(self.rows[:, 0], self.rows[:, k])(np.clip(t, 0, 1)) for k in (1, 2, 3)]

    def bent(self, p: np.ndarray) -> np.ndarray:
        """Points with the swimming bend: sideways for fish, up and down for whales."""
        t = (p[:, 1] + 50) / 100
        wave = self.bend * (0.2 * np.sin(2.2 * t) + np.clip(t, 0, 1.6) ** 2 * 0.9 * np.sin(1.2 + 2.6 * t))
        out = p.copy()
        out[:, 2 if self.shape.get("whale") else 0] += wave
        if self.wish.pose == "leaping":
            a = np.radians(-38.0)
            out[:, 1:] = out[:, 1:] @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
        return out

    def body(self):
        t = np.linspace(0, 1, ROWS) ** 1.15
        a = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
        z, h, w = self.section(t)
        power = self.shape.get("square", 1.0)
        c, s = np.sign(np.cos(a)) * abs(np.cos(a)) ** power, np.sign(np.sin(a)) * abs(np.sin(a)) ** power
        p = np.stack([w[:, None] * s, np.repeat((100 * t - 50)[:, None], AROUND, axis=1), z[:, None] + h[:, None] * c], axis=-1)
        p = self.mouth(p.reshape(-1, 3), np.repeat(t, AROUND), np.tile(a, ROWS))
        i, j = np.meshgrid(np.arange(ROWS - 1), np.arange(AROUND), indexing="ij")
        k = (j + 1) % AROUND
        quads = np.stack([i * AROUND + j, (i + 1) * AROUND + j, (i + 1) * AROUND + k, i * AROUND + k], axis=-1).reshape(-1, 4)
        return p, quads, np.repeat(t, AROUND), np.tile(a, ROWS)

    def mouth(self, p, t, a):
        """A groove for the mouth and one for the gill."""
        m = self.shape.get("mouth", {"at": -0.25, "long": 0.1, "deep": 0.9})
        z, h, w = self.section(t)
        level = (p[:, 2] - z) / np.maximum(h, 1e-6)
        line = (
            np.exp(-(((level - m["at"] - m.get("rise", 0) * t / max(m["long"], 1e-6)) / 0.09) ** 2)) * (t < m["long"]) * np.clip((m["long"] - t) / 0.02, 0, 1)
        )
        g = self.shape.get("gill", 0.25)
        gill = np.exp(-(((t - g - 0.03 * np.cos(a) ** 2) / 0.006) ** 2)) * (abs(np.cos(a)) < 0.75) if g else 0.0
        cut = m["deep"] * line + 0.8 * gill
        scale = 1 - np.clip(cut / np.maximum(np.minimum(h, w), 0.8), 0, 0.35)
        out = p.copy()
        out[:, 0] *= scale
        out[:, 2] = z + (out[:, 2] - z) * scale
        self.creases = np.clip(line + gill, 0, 1)
        return out

    def colours(self, p, t, a) -> np.ndarray:
        out = np.repeat(lin(self.shape["coat"][0]["colour"])[None], len(p), axis=0)
        z, h, _ = self.section(t)
        level = (p[:, 2] - z) / np.maximum(h, 1e-6)
        for k, layer in enumerate((*self.shape["coat"][1:], *self.wish.layers)):
            noise = field(p, layer.get("grain", 10), seed=self.wish.seed + k, octaves=3)
            share = np.ones(len(p))
            if "below" in layer:
                share *= 1 - smooth(level + 0.12 * noise, layer["below"] - layer.get("soft", 0.25), layer["below"] + layer.get("soft", 0.25))
            if "bands" in layer:
                share *= np.max([1 - smooth(abs(t + 0.012 * noise - x) / wide, 0.8, 1.05) for x, wide in layer["bands"]], axis=0)
            if "patches" in layer:
                n = field(p, layer["patches"], seed=self.wish.seed + 3 * k, octaves=2)
                share *= smooth(n, np.quantile(n, 1 - layer["share"]) - 0.05, np.quantile(n, 1 - layer["share"]) + 0.06)
            if "spots" in layer:
                n = field(p, layer["spots"], seed=self.wish.seed + 5 * k, octaves=1)
                share *= smooth(n, 0.75, 0.95) * (level > -0.1)
            if "ball" in layer:
                x, y, zz, rx, ry, rz = layer["ball"]
                share *= 1 - smooth(np.linalg.norm((np.c_[abs(p[:, 0]), p[:, 1:]] - (x, y, zz)) / (rx, ry, rz), axis=1), 0.9, 1.1)
            out += (lin(layer["colour"]) - out) * share[:, None]
        return out * (1 - 0.6 * self.creases)[:, None]

    def on_body(self, root: np.ndarray) -> np.ndarray:
        """Roots of fins (n, 3), drawn in where the body is slimmer than that of the kind that has lent them."""
        z, h, w = self.section((root[:, 1] + 50) / 100)
        inside = abs(root[:, 1]) < 45  # the tail's fan stands behind the body
        out = root.copy()
        out[:, 2] = np.where(inside, np.clip(root[:, 2], z - 0.94 * h, z + 0.94 * h), root[:, 2])
        out[:, 0] = np.where(inside, np.clip(root[:, 0], -0.94 * w, 0.94 * w), root[:, 0])
        return out

    def fins(self):
        """Fans of rays as thin double sheets: points, quads, colours."""
        points, quads, colours, count = [], [], [], 0
        for f in self.shape["fins"]:
            for side in (1, -1) if f.get("both") else (1,):
                n, k = f.get("rays", 18), 9
                u = np.linspace(0, 1, n)
                root = np.stack([np.interp(u, [0, 1], [f["from"][c], f["to"][c]]) for c in range(3)], axis=1)
                root = self.on_body(root)
                long = np.interp(u, np.linspace(0, 1, len(f["length"])), f["length"])
                angle = np.radians(np.interp(u, np.linspace(0, 1, len(f["angle"])), f["angle"]))
                out = np.radians(f.get("out", 0.0))
                way = np.stack([np.sin(out) * np.ones(n), np.cos(angle) * np.cos(out), np.sin(angle) * np.cos(out)], axis=1)
                if f.get("flat"):
                    way = np.stack([np.sin(angle), np.cos(angle), np.full(n, np.sin(out))], axis=1)
                s = np.linspace(0, 1, k)[None, :, None]
                droop = np.array(f.get("droop", (0, 0, 0)), float)
                grid = root[:, None] + way[:, None] * long[:, None, None] * s + droop * (s**2) * long[:, None, None]
                ripple = f.get("ripple", 0.02) * long[:, None] * s[..., 0] * np.sin(u * 9 + 2)[:, None]
                grid[..., 2 if f.get("flat") else 0] += ripple
                grid[..., 0] *= side
                shade = (1 - 0.25 * (np.arange(n) % 2))[:, None] * (1.0 - 0.25 * s[..., 0])
                base = lin(f.get("colour", self.shape["coat"][0]["colour"]))
                edge = lin(f["edge"]) if "edge" in f else base
                c = base + (edge - base) * smooth(s, 0.72, 0.84)
                points.append(grid.reshape(-1, 3))
                colours.append((c * shade[..., None]).reshape(-1, 3))
                i, j = np.meshgrid(np.arange(n - 1), np.arange(k - 1), indexing="ij")
                q = (i * k + j).ravel() + count
                quads.append(np.stack([q, q + 1, q + k + 1, q + k], axis=1))
                count += n * k
        return np.concatenate(points), np.concatenate(quads), np.concatenate(colours)

    def made(self) -> Made:
        s, k = self.shape, self.scale
        p, quads, t, a = self.body()
        c = self.colours(p, t, a)
        if self.wish.layers or self.wish.shape.get("coat"):
            pass
        body = mesh("skin", self.bent(p) * k, quads, smooth=True, colours=c)
        body.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", p.astype(np.float32).ravel())
        body.data.attributes.new("Bare", "FLOAT", "POINT").data.foreach_set("value", np.ones(len(p), np.float32))
        body.data.materials.append(
            surface.fish_skin(s.get("scales", 2.6), s["size"]) if s.get("scales", 2.6) else surface.skin("wet", s["size"] * 0.3, self.wish.seed)
        )
        out = Made()
        out.parts["skin"] = [body]
        if s.get("fins"):
            fp, fq, fc = self.fins()
            fins = mesh("fins", self.bent(fp) * k, fq, smooth=True, colours=fc)
            fins.data.materials.append(surface.fin(s.get("thick_fins", False)))
            if s.get("thick_fins"):
                solid = fins.modifiers.new("thick", "SOLIDIFY")
                solid.thickness, solid.offset = 1.6 * k, 0.0
                fins.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", fp.astype(np.float32).ravel())
            out.parts["fins"] = [fins]
        e = s["eye"]
        z, h, w = (float(v) for v in self.section(e[0]))
        up = e[1]
        x = w * np.sqrt(max(1 - up**2, 0)) - e[2] * 0.45
        at = np.array([[x, 100 * e[0] - 50, z + h * up], [-x, 100 * e[0] - 50, z + h * up]])
        at = self.bent(at) * k
        balls = [(at[0], e[2] * k), (at[1], e[2] * k)]
        out.parts["eyes"] = eyes.eyes(balls, [np.array([1.0, -0.25, 0.05]), np.array([-1.0, -0.25, 0.05])], s.get("iris", "#b9a04a"), s.get("pupil", "round"))
        out.marks = {"left_eye": balls[0][0], "right_eye": balls[1][0]}
        return out
