# SPDX-License-Identifier: GPL-3.0-or-later
"""Chess: the board with its men set up, and single men after Staunton, turned of wood (the knight carved), each on felt. Lengths in the tables are millimetres."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, boolean, box, cylinder, extrude, from_geometry, join, lathe, move, rotate, rounded_profile, smooth_path, sphere
from diorama_stage.kit.build import vertices
from diorama_stage.kit.field import field
from diorama_stage.kit.mesh import discard
from diorama_stage.kit.parts import repeated, tint
from diorama_stage.kit.sculpt import Clay, Part, curve, normals
from diorama_stage.props.registry import prop

MM = 0.001
MEN = {
    # half width of the foot, stem (radius, height) from the foot up, and what is turned on it
    "pawn": (14.5, [(11.2, 13.5), (7.2, 19), (5.4, 26), (4.9, 32)], [(8.6, 33), (8.8, 34.2), (6.2, 35.6)], [(5.0, 36), (7.6, 38.4), (8.9, 42.5), (7.9, 47), (4.8, 50.2), (0, 51.4)]),
    "rook": (17.0, [(13.2, 15), (9.6, 22), (8.6, 30), (8.8, 37)], [(11.0, 39), (11.3, 40.2), (9.6, 41.4)], [(9.7, 42), (11.2, 46), (12.0, 48), (12.2, 55.2), (11.6, 56), (8.7, 56), (8.4, 55.4), (8.2, 50), (0, 49.6)]),
    "bishop": (17.0, [(12.6, 15), (8.0, 22), (5.8, 33), (5.2, 42)], [(9.6, 43.4), (9.9, 44.8), (7.0, 46), (8.2, 47.4), (8.2, 48.4), (5.8, 49.6)], [(5.2, 50.5), (7.8, 54), (9.0, 58.6), (7.6, 64.5), (4.0, 69.6), (2.2, 71.4), (3.0, 73.4), (2.2, 75.4), (0, 76.2)]),
    "queen": (18.5, [(14.2, 16), (9.6, 24), (6.9, 38), (6.2, 52)], [(11.2, 53.6), (11.5, 55.2), (8.0, 56.8), (9.4, 58.2), (9.4, 59.4), (6.8, 61)], [(6.6, 62), (8.4, 69), (11.8, 78.5), (12.3, 80.4), (10.4, 80.2), (9.0, 78.6), (6.6, 81.4), (2.4, 83.4), (2.2, 84.4), (3.4, 86.6), (2.6, 89), (0, 90)]),
    "king": (19.5, [(15.0, 17), (10.2, 25), (7.4, 40), (6.8, 56)], [(12.0, 57.8), (12.3, 59.4), (8.6, 61), (10.0, 62.4), (10.0, 63.8), (7.4, 65.4)], [(7.2, 66.4), (9.0, 74), (12.0, 83), (12.2, 84.6), (10.6, 85.8), (6.4, 88), (3.0, 89.2), (2.8, 91), (0, 91.4)]),
}  # fmt: skip
RANK = ("rook", "knight", "bishop", "queen", "king", "bishop", "knight", "rook")
SQUARE, EDGE, THICK = 0.055, 0.03, 0.018
"""Of the board, metres: one square, its frame, how thick it is."""
WOODS = {"white": ("bone", "#d8b27a"), "black": ("walnut", "#35201a")}
"""Boxwood, too close-grained to show any, and rosewood stained dark."""


def turned(name: str, steps: int = 3) -> list[tuple[float, float]]:
    """The outline of a man without what is carved on him, metres."""
    half, stem, collar, head = MEN[name]
    low = stem[0][1]
    foot = [(half - 0.8, 0), (half, 0.8), (half, 4.2), (half - 0.9, 5.2), (half - 0.9, 6.4)]
    swell = smooth_path([(half - 1.6, 7), (half - 2.2, low * 0.66), (stem[0][0] - 0.3, low - 1.8)], 4 * steps)
    ring = [(stem[0][0] + 0.9, low - 1.2), (stem[0][0] + 0.9, low - 0.2), (stem[0][0] - 0.6, low + 0.2)]
    trunk = smooth_path([(stem[0][0] - 0.9, low + 0.6), *stem[1:]], 8 * steps)
    top = head if name == "rook" else [*smooth_path(head[:-1] if name in ("queen", "king") else head, 15 * steps), *(head[-1:] if name in ("queen", "king") else ())]
    rows = [(0, 0), *rounded_profile([*foot, *swell, *ring, *trunk, *collar], 0.5, steps), *(rounded_profile(top, 0.5, steps) if name in ("rook", "queen", "king") else top)]
    return [(r * MM, z * MM) for r, z in rows]


def carved(cell: float = 0.75) -> bpy.types.Object:
    """The knight's horse, from the chest up, facing +x, over the foot's ring at 18 mm."""
    limb = lambda rows, k=3.0, **more: Part(curve(np.array(rows, float)) * MM, k * MM, **more)  # noqa: E731
    flat = np.array((0.0, 1.0, 0.0))
    parts = [
        limb([(-2, 0, 16, 10.5), (-3.4, 0, 26, 10.2), (-4.4, 0, 37, 8.8), (-2.6, 0, 46, 7.2), (0.5, 0, 51, 5.8)], thin=flat * 0.86),
        limb([(3.5, 0, 18, 8.4), (4.4, 0, 25, 7.6), (1.5, 0, 33, 6.5)], 4.0, thin=flat * 0.8),
        limb([(0.6, 0, 51, 6.2), (7.5, 0, 47.4, 5.4), (13.2, 0, 41.6, 4.2), (16.0, 0, 38.4, 3.9)], 2.2, thin=flat * 0.84),
        Part(np.array([(4.2, 0, 44.2, 0)]) * MM, 2.0 * MM, radii=np.array((6.6, 5.5, 6.0)) * MM, turn=np.eye(3)),
        limb([(0.5, 0, 57.5, 1.6), (-6.4, 0, 54, 2.6), (-11.6, 0, 46, 3.0), (-13.6, 0, 36, 3.2), (-12.6, 0, 25, 3.4), (-9, 0, 18, 3.0)], 1.6, thin=flat * 0.75, fur=(1.7 * MM, 3.2 * MM)),
    ]
    for s in (-1, 1):
        parts += [
            limb([(0.4, s * 2.9, 54, 2.3), (0.0, s * 3.3, 58.5, 1.7), (1.0, s * 3.1, 62.6, 0.5)], 1.2),
            limb([(2.6, s * 4.6, 51.6, 1.1), (5.2, s * 4.9, 51.0, 1.2), (8.6, s * 4.2, 47.8, 0.9)], 1.4),
            Part(np.array([(5.6, s * 4.9, 49.0, 0)]) * MM, 0.5 * MM, radii=np.array((1.7, 1.0, 1.3)) * MM, turn=np.eye(3), cut=True),
            Part(np.array([(5.6, s * 4.3, 49.0, 0)]) * MM, 0.2 * MM, radii=np.array((1.15, 1.0, 1.0)) * MM, turn=np.eye(3)),
            limb([(16.8, s * 3.2, 40.4, 0.9), (15.4, s * 3.6, 41.6, 0.7)], 0.8, cut=True),
            limb([(18.6, s * 3.3, 36.6, 0.55), (14.0, s * 3.7, 38.0, 0.5), (11.0, s * 4.3, 39.4, 0.35)], 0.8, cut=True),
            limb([(0.4, s * 5.6, 50.5, 0.5), (-0.6, s * 6.2, 45, 0.7), (1.2, s * 6.2, 39.5, 0.6), (5.4, s * 5.4, 37.4, 0.4)], 1.2, cut=True),
            limb([(-7.6, s * 7.2, 50.5, 0.5), (-9.6, s * 7.2, 42, 0.8), (-9.8, s * 8.2, 32, 0.8), (-8.0, s * 9.0, 22, 0.5)], 1.2, cut=True),
        ]
    clay = Clay(parts, cell * MM, floor=17 * MM)
    points, quads = clay.skin()
    points = points + normals(points, quads) * clay.locks(3)[:, None]
    return from_geometry("horse", points, quads, smooth=180)


def man(name: str, *, steps: int = 3, cell: float = 0.5) -> bpy.types.Object:
    """One man at the origin, facing +x; of fewer `steps` and larger cells where he is one of many."""
    segments = 32 * steps
    if name == "knight":
        half = 17.0
        rows = [(0, 0), *rounded_profile([(half - 0.8, 0), (half, 0.8), (half, 4.2), (half - 0.9, 5.2), (half - 0.9, 6.4), *smooth_path([(half - 1.6, 7), (half - 2.2, 10.5), (12.6, 13.6)], 12), (13.6, 14.2), (13.6, 16.4), (12.2, 17.6)], 0.5, steps), (0, 18)]
        return join([lathe([(r * MM, z * MM) for r, z in rows], segments=segments), carved(cell)])
    made = [lathe(turned(name, steps), segments=segments)]
    if name == "king":
        cross = [(-1.5, 0), (1.5, 0), (1.3, 3.4), (4.3, 2.9), (4.3, 6.1), (1.3, 5.6), (1.7, 9), (-1.7, 9), (-1.3, 5.6), (-4.3, 6.1), (-4.3, 2.9), (-1.3, 3.4)]
        made.append(move(rotate(extrude([(x * MM, y * MM) for x, y in cross], 2.8 * MM, bevel=0.0005), 90, 0, 90), -1.4 * MM, 0, 90.6 * MM))
    if name == "queen":
        made += [sphere(0.00125, at=(0.0116 * math.cos(a), 0.0116 * math.sin(a), 0.0803), segments=12) for a in np.arange(9) * 2 * math.pi / 9]
    if name == "rook":
        made += [merlon(a) for a in np.arange(6) * 60.0]
    if name == "bishop":
        made = [boolean(made[0], move(rotate(box(0.012, 0.03, 0.0016, bevel=0), 0, -38), 0.0062, 0, 0.0618))]
    return join(made)


def merlon(turn: float) -> bpy.types.Object:
    """One of the six blocks of a rook's battlements."""
    t = np.radians(np.linspace(-20, 20, 9))
    outline = [(12.15 * math.cos(a), 12.15 * math.sin(a)) for a in t] + [(8.5 * math.cos(a), 8.5 * math.sin(a)) for a in t[::-1]]
    return rotate(extrude([(x * MM, y * MM) for x, y in outline], 0.0042, bevel=0.0005, segments=2, at=(0, 0, 0.0552)), 0, 0, turn)


def wear(made: bpy.types.Object, seed: int) -> bpy.types.Object:
    """The polish is thin where fingers hold it: broad faint patches, darker in the grooves' height."""
    return tint(made, lambda p: 1 + 0.09 * field(p, 0.014, seed=seed))


@prop("chess_piece")
def chess_piece(spec: Spec, b: Builder) -> None:
    """One man; black or white by what is asked, or by the seed."""
    name = next((n for n in ("knight", "queen", "king", "rook", "bishop", "pawn") if spec.is_a(n)), None) or b.choose("knight", "king", "queen")
    b.slot("body", *WOODS[b.choose("white", "black")], finish=("satin",))
    b.slot("felt", "felt", "#24452f", role="fixed")
    half = 17.0 if name == "knight" else MEN[name][0]
    b.add(cylinder((half - 1.2) * MM, 0.0012, bevel=0.0003), "felt")
    facing = b.choose(-150, -30) if name == "knight" else b.choose(-60, -30, -110)
    b.add(wear(move(rotate(man(name), 0, 0, facing + b.rng.uniform(-8, 8)), 0, 0, 0.0009), spec.seed), "body")
    b.footprint = "round"


@prop("chess_set")
def chess_set(spec: Spec, b: Builder) -> None:
    """A board of inlaid squares in a frame, all men on their squares, none quite in the middle; White is near. The middle is free for what stands on it."""
    b.slot("frame", "walnut", "#4a2b1b")
    b.slot("dark", "walnut", "#5a3422", role="trim", finish=("satin",))
    b.slot("light", "oak", "#dcbb86", role="trim", finish=("satin",))
    side = 8 * SQUARE
    b.add(box(side + 2 * EDGE, side + 2 * EDGE, THICK - 0.001, bevel=0.003, segments=4), "frame", "frame")
    b.add(box(side + 0.006, side + 0.006, 0.001, bevel=0.0003, at=(0, 0, THICK - 0.00145)), "light", "inlay")
    for dark in (True, False):
        where = [(f, r) for f in range(8) for r in range(8) if ((f + r) % 2 == 0) == dark]
        b.add(_squares(where, spec.seed), "dark" if dark else "light", "squares")
    if not spec.has("empty"):
        _men(b)
    b.support("squares", -side * 0.48, side * 0.48, -SQUARE * 1.9, SQUARE * 1.9, THICK)


def _taken(made: bpy.types.Object) -> tuple[np.ndarray, list[tuple[int, ...]]]:
    """A mesh as arrays; the object goes."""
    points, faces = vertices(made).astype(float), [tuple(p.vertices) for p in made.data.polygons]
    discard(made)
    return points, faces


def _squares(where, seed: int) -> bpy.types.Object:
    """The squares of one wood, each of its own board: their tones differ a little."""
    one = box(SQUARE - 0.00025, SQUARE - 0.00025, 0.0016, bevel=0.00015, segments=1)
    points, faces = _taken(one)
    at = np.array([((f - 3.5) * SQUARE, (r - 3.5) * SQUARE, THICK - 0.0016) for f, r in where])
    return repeated(at[:, None] + points[None], faces, tones=np.random.default_rng(seed).uniform(0.84, 1.14, len(where)))


PLAYED = ("2r2rk1", "1bq1bpp1", "p2ppn1p", "1p6", "3NPP2", "P1N1B1Q1", "1PP3PP", "R4R1K")
"""Where the men stand in a game that is half played: ranks from Black's side, as Forsyth wrote them (1846); White's in capitals."""
TAKEN = {"white": ("pawn", "bishop"), "black": ("pawn", "knight")}
"""Men off the board then, which stand beside it."""
LETTERS = {"p": "pawn", "r": "rook", "n": "knight", "b": "bishop", "q": "queen", "k": "king"}


def _places(colour: str) -> dict[str, list[tuple[int, int]]]:
    """File and rank of a colour's men in the game that is half played, by their names."""
    out: dict[str, list[tuple[int, int]]] = {}
    for row, told in enumerate(PLAYED):
        f = 0
        for letter in told:
            if letter.isdigit():
                f += int(letter)
                continue
            if letter.isupper() == (colour == "white"):
                out.setdefault(LETTERS[letter.lower()], []).append((f, 7 - row))
            f += 1
    return out


def _men(b: Builder) -> None:
    b.slot("white", *WOODS["white"], role="fixed", finish=("satin",))
    b.slot("black", *WOODS["black"], role="fixed", finish=("satin",))
    shapes = {name: _taken(man(name, steps=1, cell=1.1)) for name in ("pawn", *dict.fromkeys(RANK))}
    played = b.spec.has("in_play")
    for colour, home, ahead in (("white", 0, 1), ("black", 7, -1)):
        men = []
        for name, (points, faces) in shapes.items():
            if played:
                on = [_set(points, f, rank, ahead, b.rng) for f, rank in _places(colour).get(name, [])]
                off = [_beside(points, ahead, k, b.rng) for k, taken in enumerate(TAKEN[colour]) if taken == name]
                men += [repeated(np.array(some), faces) for some in (on, off) if some]
                continue
            files, rank = (range(8), home + ahead) if name == "pawn" else ([k for k, n in enumerate(RANK) if n == name], home)
            men.append(repeated(np.array([_set(points, f, rank, ahead, b.rng) for f in files]), faces))
        b.add(tint(join(men), lambda p: 1 + 0.08 * field(p, 0.05, seed=home)), colour, f"{colour} men")


def _set(points: np.ndarray, f: int, rank: int, ahead: int, rng) -> np.ndarray:
    """A man on his square: he looks at the other side, but nobody sets them out by ruler."""
    a = math.radians(90 * ahead + rng.uniform(-16, 16))
    x, y = (f - 3.5) * SQUARE + rng.gauss(0, 0.0016), (rank - 3.5) * SQUARE + rng.gauss(0, 0.0016)
    c, s = math.cos(a), math.sin(a)
    return np.column_stack([x + c * points[:, 0] - s * points[:, 1], y + s * points[:, 0] + c * points[:, 1], THICK + points[:, 2]])


def _beside(points: np.ndarray, ahead: int, k: int, rng) -> np.ndarray:
    """A man that was taken, on the table beside the board, at the hand of who took it."""
    out = _set(points, 0, 0, ahead, rng)
    wide = 4 * SQUARE + EDGE + 0.035
    return out + (ahead * wide + 3.5 * SQUARE, ahead * (0.1 + 0.05 * k) + 3.5 * SQUARE + rng.uniform(-0.01, 0.01), -THICK)
