# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies that are no four-footed skeleton: frogs, turtles, insects, spiders, crabs, snails, octopuses, jellyfish, seals, snakes.

Pieces of rows (limbs and masses), each a skin of its own with its surface and colours, and sheets (wings) within an outline.
"""

from __future__ import annotations

import bpy
import numpy as np
from mathutils import Euler

from diorama_stage.animals import eyes, fur, kinds, surface, wings
from diorama_stage.animals.beast import Made, Wish
from diorama_stage.animals.coat import smooth
from diorama_stage.animals.unposed import Rest
from diorama_stage.kit.field import field
from diorama_stage.kit.mesher import mesh
from diorama_stage.kit.sculpt import Clay, normals
from diorama_stage.materials.nodes import linear
from diorama_stage.props.figures.skeletons import STILL, book, frame
from diorama_stage.props.figures.skeletons import parts as rows_of

CM = 0.01
NECKS: list[str] = ["body"]


def lin(hex: str) -> np.ndarray:
    return np.array(linear(hex)[:3])


def body(wish: Wish) -> Made:
    return _Small(wish, {**kinds.kind(wish.kind), **wish.shape}).made()


class _Small:
    def __init__(self, wish: Wish, shape: dict):
        self.wish, self.shape, self.rng = wish, shape, np.random.default_rng(wish.seed)
        pose = shape.get("poses", {}).get(wish.pose, {})
        own = [] if pose.get("instead") else shape["pieces"]
        self.pieces = [self.read(p) for p in [*own, *pose.get("pieces", [])]]
        every = [q for p, rows in self.pieces for q in rows if not q.cut]
        low, high = np.min([q.bounds()[0] for q in every], axis=0), np.max([q.bounds()[1] for q in every], axis=0)
        self.grasps = pose.get("grasps")
        self.scale = shape["size"] * pose.get("wide", 1.0) * wish.size / float((high - low)[{"x": 0, "y": 1, "z": 2}[shape.get("along", "y")]])

    def read(self, piece: dict):
        """A piece's parts: its own rows, or a body and a head of the sculptor's tables."""
        rows = list(rows_of(piece.get("rows", []), frame(piece.get("frame", []))))
        if "of" in piece:
            table, name, stance = piece["of"]
            figure = book(table)[name]
            rows = rows_of(figure[stance]["body"], STILL) + rows_of(figure["head"], frame(figure[stance]["head"])) + rows
        if piece.get("coil"):
            rows += rows_of([{"limb": _coil(**piece["coil"]), "steps": 2}], STILL)
        return piece, rows

    def made(self) -> Made:
        out, k = Made(), self.scale
        for piece, rows in self.pieces:
            out.parts.setdefault(piece["name"], []).append(self.skin(out, piece, rows))
        for sheet in self.shape.get("sheets", ()):
            for side in (1, -1) if sheet.get("both", True) else (1,):
                out.parts.setdefault("wings", []).append(self.sheet(sheet, side))
        if "sails" in self.shape:
            s = self.shape["sails"]
            out.parts["wings"] = wings.membrane(
                np.array(s["root"], float),
                np.eye(3),
                s["width"],
                s["span"],
                lin(s["colour"]),
                lin(s["sail"]),
                CM * k,
                self.wish.seed,
                lift=s.get("lift", 22),
                thick=s.get("thick", 1.0),
            )
        self.eyes(out)
        if self.grasps:
            out.marks["grasp"] = np.array(self.grasps, float) * CM * k
        return out

    def eyes(self, out: Made) -> None:
        s, k = self.shape, self.scale * CM
        if "figure_eyes" in s:
            table, name, stance = s["figure_eyes"]
            figure = book(table)[name]
            place, turn, factor = frame(figure[stance]["head"])
            x, y, z, r = figure["eyes"]
            rows = [((place + turn @ np.array([side * x, y, z]) * factor), r * factor) for side in (1, -1)]
        elif "eyes" in s:
            x, y, z, r = s["eyes"]
            rows = [(np.array([side * x, y, z]), r) for side in (1, -1)]
        else:
            return
        balls = [(p * k, r * k) for p, r in rows]
        out.marks = {"left_eye": balls[0][0], "right_eye": balls[1][0]}
        if s.get("bead"):
            from diorama_stage.kit import ellipsoid

            made = []
            for (x, y, z), r in balls:
                o = ellipsoid(r, r * s.get("bead_long", 1.0), r * s.get("bead_high", 1.0), at=(float(x), float(y), float(z)), segments=28)
                o.data.materials.append(surface.glossy(s.get("iris", "#0c0a09")))
                made.append(o)
            out.parts["eyes"] = made
            return
        side = s.get("aside", 1.6)
        out.parts["eyes"] = eyes.eyes(balls, [np.array([side, -1.0, 0.1]), np.array([-side, -1.0, 0.1])], s.get("iris", "#b98a2a"), s.get("pupil", "round"))

    def skin(self, out: Made, piece: dict, rows) -> bpy.types.Object:
        cell = piece.get("cell", self.shape.get("cell", 0.2)) * CM
        clay = Clay(rows, cell, floor=0.0 if piece.get("floor") else None)
        p, q = clay.skin()
        n = normals(p, q)
        c = self.colours(p / CM, n, piece)
        tones = clay.tones(p)
        marked = np.clip(abs(tones - 1).max(axis=1) / 0.3, 0, 1)[:, None]
        c = c + (tones - c) * marked
        made = mesh(piece["name"], p * self.scale, q, smooth=True, colours=c)
        made.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT").data.foreach_set(
            "vector", (p / CM * piece.get("grain", self.shape.get("grain", 6.0))).astype(np.float32).ravel()
        )
        made.data.attributes.new("Bare", "FLOAT", "POINT").data.foreach_set("value", np.ones(len(p), np.float32))
        kind = piece.get("surface", "hide")
        made.data.materials.append(
            {"glossy": surface.shellac, "clear": surface.jelly}[kind](self.wish.seed)
            if kind in ("glossy", "clear")
            else surface.skin(kind, self.shape["size"] * 0.6, self.wish.seed)
        )
        if "fuzz" in piece:
            self.fuzz(out, piece["fuzz"], p, q, n, c)
        return made

    def fuzz(self, out: Made, table: dict, p, q, n, c) -> None:
        ones = np.ones((len(p), 1))
        flow = np.repeat(np.array([[0, 1.0, -0.2]]), len(p), axis=0)
        rest = Rest(p / CM, n, NECKS, ones, ones * 0.5, flow, p / CM)
        unit = CM * self.scale
        if "colour" in table and not self.wish.layers:
            c = np.ones_like(c) * lin(table["colour"]) * (1 + 0.12 * field(p / CM, 1.2, seed=self.wish.seed))[:, None]
        count = table.get("bristles") or self.wish.strands or int(table.get("count", 16000) * (2.0 if self.wish.near else 1.0))
        made = fur.grown(p * self.scale, q, n, rest, c, np.full(len(p), table["length"] * 10), table, unit / 10, count, self.rng)
        out.strands.append(surface.curves("fuzz", made, surface.hair(0.5)))

    def colours(self, p, n, piece: dict) -> np.ndarray:
        """Linear colours of a piece, layer on layer."""
        layers = [{"colour": piece.get("colour", "#808080")}, *piece.get("coat", [])]
        if piece.get("main") and self.wish.layers:
            layers += list(self.wish.layers)
        out = np.zeros((len(p), 3))
        for k, layer in enumerate(layers):
            share = np.ones(len(p))
            noise = field(p, layer.get("grain", 1.5), seed=self.wish.seed + 11 * k, octaves=3)
            if "under" in layer:
                share *= smooth(-n[:, 2] + 0.15 * noise, layer["under"], layer["under"] + layer.get("soft", 0.4))
            if "spots" in layer:
                f = field(p, layer["spots"], seed=self.wish.seed + 3 * k, octaves=1)
                share *= smooth(f, layer.get("level", 0.6), layer.get("level", 0.6) + 0.12)
            if "bands" in layer:
                axis = {"x": 0, "y": 1, "z": 2}[layer.get("axis", "y")]
                share *= smooth(
                    np.sin(2 * np.pi * (p[:, axis] + layer.get("shift", 0) + 0.05 * noise) / layer["bands"]),
                    -0.05 + layer.get("thin", 0),
                    0.2 + layer.get("thin", 0),
                )
            if "ball" in layer:
                b = layer["ball"]
                share *= 1 - smooth(np.linalg.norm((np.c_[abs(p[:, 0]), p[:, 1:]] - b[:3]) / b[3:6], axis=1), 0.9, 1.1)
            if "plates" in layer:
                from diorama_stage.animals.coat import _scatter

                d, e, _ = _scatter(Rest(p * 10 * layer.get("zoom", 1.0), n, NECKS, None, None, None, None), layer["plates"] * 10 * layer.get("zoom", 1.0), 5)
                share *= 1 - smooth(e - d, 0.05 * layer["plates"] * 10, 0.2 * layer["plates"] * 10)
            out += (lin(layer["colour"]) - out) * share[:, None]
        return np.clip(out * (1 + 0.08 * field(p, 2.0, seed=self.wish.seed))[:, None], 0, 1)

    def sheet(self, sheet: dict, side: int) -> bpy.types.Object:
        """A wing: rings of its outline about the root; veins run out from it, an edge and spots follow it."""
        from diorama_stage.kit.sculpt import curve

        line = np.array(sheet["outline"], float)
        closed = curve(np.c_[np.vstack([line, line[:1]]), np.zeros(len(line) + 1), np.ones(len(line) + 1)], 8)[:, :2]
        rings = np.linspace(0, 1, 18)
        root = np.array(sheet.get("root", line[0]), float)
        grid = root + (closed[None] - root) * rings[:, None, None]
        m = len(closed)
        angle = np.arctan2(closed[:, 1] - root[1], closed[:, 0] - root[0])
        vein = np.clip(np.cos(angle * sheet.get("veins", 14)) * 4 - 3.1, 0, 1)
        r = rings[:, None]
        base, dark = lin(self.tinted(sheet)), lin(sheet.get("dark", "#14110f"))
        c = np.repeat(np.repeat(base[None, None], len(rings), 0), m, 1) * (0.75 + 0.45 * r[..., None])
        if "inner" in sheet:
            c = c + (lin(sheet["inner"]) - c) * (1 - smooth(r, 0.25, 0.6))[..., None]
        share = np.maximum(vein[None] * (r > 0.05), smooth(r + 0.02 * np.cos(angle * 9)[None], sheet.get("edge", 0.84), sheet.get("edge", 0.84) + 0.05))
        c = c + (dark - c) * share[..., None]
        if "spots" in sheet:
            dots = (np.cos(angle * sheet.get("dots", 30))[None] > 0.35) * (abs(r - 0.93) < 0.03)
            c = c + (lin(sheet["spots"]) - c) * dots[..., None]
        bend = sheet.get("bend", 0.06) * np.hypot(*(grid - root).transpose(2, 0, 1)) ** 2 / max(np.hypot(*(closed - root).T).max(), 1e-9)
        p = np.concatenate([grid, -bend[..., None]], axis=-1).reshape(-1, 3)
        turn = np.array(Euler(np.radians(sheet.get("turn", (0, 0, 0))), "XYZ").to_matrix())
        p = p @ turn.T + np.array(sheet["at"])
        p[:, 0] *= side
        i, j = np.meshgrid(np.arange(len(rings) - 1), np.arange(m - 1), indexing="ij")
        a = (i * m + j).ravel()
        q = np.stack([a, a + 1, a + m + 1, a + m], axis=1)
        made = mesh("wing", p * CM * self.scale, q, smooth=True, colours=c.reshape(-1, 3))
        made.data.materials.append(surface.film() if sheet.get("clear") else surface.fin(False))
        return made

    def tinted(self, sheet: dict) -> str:
        return self.wish.layers[0]["colour"] if self.wish.layers and sheet.get("main") else sheet["colour"]


def _coil(turns: float = 2.2, wide: float = 13, thick: float = 1.5, head: float = 6.0, lean: float = 1.0) -> list:
    """A snake's line: coils that close upwards, the neck raised (upright at a `lean` of 0), the head forward."""
    t = np.linspace(0, 1, 64)
    r = wide * (1 - 0.52 * t)
    a = turns * 2 * np.pi * t + 0.6
    z = 1.2 * thick + thick * 2.1 * turns * t**1.25 * 0.8
    radius = thick * np.interp(t, [0, 0.25, 0.8, 1], [0.16, 0.85, 1.0, 0.7])
    body = np.c_[r * np.cos(a), r * np.sin(a), z, radius]
    x, y, zz, rr = body[-1]
    up = [
        [x * 0.6 * lean, -wide * 0.28 + lean * (y * 0.5 - 1.0 + wide * 0.28), zz + head * 0.45, thick * 0.62],
        [0.2 * lean, -wide * 0.28, zz + head * 0.9, thick * 0.56],
        [0, -wide * 0.5, zz + head * 1.02, thick * 0.58],
    ]
    return [*body.tolist(), *up]
