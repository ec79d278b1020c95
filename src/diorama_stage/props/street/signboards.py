# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards that bear writing: signs on posts, on walls and over shops, chalkboards on walls and pavements."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, displace, label_plane, move, rotate, subdivide, sweep
from diorama_stage.kit.parts import add_rod, frame_bars
from diorama_stage.materials.printed import legible_on
from diorama_stage.props.registry import prop

FASCIA = (4.4, 0.6)
"""A shop's name board, metres: as wide as the lettering of a shop front."""
FASCIA_HEIGHT = 3.17
"""Metres above the pavement: where the shop fronts of `sets.facades` have theirs."""


@prop("sign")
def sign(spec: Spec, b: Builder) -> None:
    """A board of planks: over a shop where it is to be its name, without posts where it hangs on a wall, else on two posts."""
    if spec.has("fascia"):
        _fascia(spec, b)
        return
    if spec.is_a("lit", "road"):
        (_lit if spec.is_a("lit") else _road)(spec, b)
        return
    w, h = (0.95, 0.5) if spec.has("mounted") else (0.9, 0.46)
    foot = 0.0 if spec.has("mounted") else 0.95
    b.slot("board", "oak")
    b.slot("iron", "iron", "#26282a", role="trim")
    planks = 3
    for k in range(planks):
        slack = b.rng.uniform(-0.004, 0.004)
        b.add(displace(subdivide(box(w + slack, 0.028, h / planks - 0.003, bevel=0.004, at=(slack, 0, foot + k * h / planks)), 1, simple=True), 0.0008, 0.3, seed=spec.seed + k), "board")
    for x in (-w * 0.36, w * 0.36):
        if not foot:
            b.add(box(0.035, 0.006, h * 0.94, bevel=0.001, at=(x, 0.017, h * 0.03)), "iron", "straps")
        else:
            b.slot("post", "wood", "#6f5638", role="trim")
            b.add(box(0.08, 0.07, foot + h + 0.1, bevel=0.006, at=(x, 0.05, 0)), "post")
        for z in (foot + h / 6, foot + h * 5 / 6):
            b.add(_bolt(x, -0.0145, z), "iron", "bolts")
    for label in spec.labels[:1]:
        b.slot("print", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.9, h * 0.84, at=(0, -0.0165, foot + h / 2)), "print")
    b.lean = "back"


def _posts(spec: Spec, b: Builder, w: float, foot: float, top: float, apart: tuple[float, ...]) -> None:
    """Poles of steel behind a board, `apart` shares of half its width from its middle; none where it hangs on a wall."""
    if spec.has("mounted"):
        return
    b.slot("post", "steel", "#6d7275", role="trim")
    for share in apart:
        add_rod(b, "post", (share * w / 2, 0.04, 0), (share * w / 2, 0.04, foot + top), 0.028)


def _road(spec: Spec, b: Builder) -> None:
    """A sign of sheet metal on a pole, its edge and its letters light on the dark or dark on the light."""
    w, h = 0.9, 0.42
    foot = 0.0 if spec.has("mounted") else 1.7
    sheet = spec.colours[0] if spec.colours else b.choose("#0b5a3a", "#184a8c", "#f3f4f2")
    b.slot("board", "lacquer", sheet)
    b.slot("edge", "lacquer", legible_on(sheet), role="fixed")
    b.add(box(w, 0.012, h, bevel=0.005, at=(0, 0, foot)), "board")
    m, rim = 0.016, 0.009
    for z in (foot + m, foot + h - m - rim):
        b.add(box(w - 2 * m, 0.003, rim, bevel=0.001, at=(0, -0.0065, z)), "edge", "rim")
    for x in (-w / 2 + m + rim / 2, w / 2 - m - rim / 2):
        b.add(box(rim, 0.003, h - 2 * m, bevel=0.001, at=(x, -0.0065, foot + m)), "edge", "rim")
    _posts(spec, b, w, foot, h + 0.04, (0.0,))
    for label in spec.labels[:1]:
        b.slot("print", "printed", role="fixed", label=label, params={"transparent": True, "under": sheet})
        b.add(label_plane(w * 0.86, h * 0.76, at=(0, -0.0075, foot + h / 2)), "print")
    b.lean = "back"


def _lit(spec: Spec, b: Builder) -> None:
    """A board of lights in a dark case: on two poles, or on a wall."""
    w, h, deep = 1.3, 0.5, 0.09
    foot = 0.0 if spec.has("mounted") else 1.5
    b.slot("case", "lacquer", "#17191b")
    b.add(box(w, deep, h, bevel=0.008, at=(0, 0, foot)), "case")
    _posts(spec, b, w, foot, h, (-0.7, 0.7))
    label = spec.labels[0] if spec.labels else None
    amber = {} if label and label.get("colour") else {"colour": {"hex": "#ff9a2e"}}
    b.slot("print", "screen", role="fixed", label={**label, **amber} if label else None, params={"picture": "desktop", "paper": "#0b0c0e"})
    b.add(label_plane(w - 0.05, h - 0.05, at=(0, -deep / 2 - 0.001, foot + h / 2)), "print")
    b.lean = "back"


def _bolt(x: float, y: float, z: float):
    return move(rotate(box(0.012, 0.012, 0.004, bevel=0.0015), 90), x, y, z)


def _fascia(spec: Spec, b: Builder) -> None:
    """A shop's name: a moulded board under swan-neck lamps."""
    w, h = FASCIA
    b.slot("board", "lacquer", b.choose("#1f3a33", "#23303f", "#4a1c20", "#2b2a28"))
    b.slot("moulding", "lacquer", "#c9b27c", role="trim")
    b.slot("lamps", "lacquer", "#1b1c1d", role="fixed")
    b.add(box(w, 0.05, h, bevel=0.006), "board")
    for z in (0.0, h - 0.03):
        b.add(box(w, 0.07, 0.03, bevel=0.008, at=(0, -0.012, z)), "moulding")
    for x in (-w / 2 + 0.015, w / 2 - 0.015):
        b.add(box(0.03, 0.068, h, bevel=0.008, at=(x, -0.012, 0)), "moulding")
    for label in spec.labels[:1]:
        b.slot("print", "printed", role="fixed", label={"colour": {"hex": "#ecdcb0"}, **{k: v for k, v in label.items() if v}}, params={"transparent": True})
        b.add(label_plane(w * 0.92, h * 0.74, at=(0, -0.0262, h / 2)), "print")
    for x in (-w * 0.34, 0.0, w * 0.34):
        b.add(sweep([(x, 0, h), (x, -0.1, h + 0.1), (x, -0.3, h + 0.12), (x, -0.38, h + 0.04)], 0.009, sides=10), "lamps", "necks")
        add_rod(b, "lamps", (x, -0.36, h + 0.06), (x, -0.4, h - 0.0), 0.05, "shades")
    b.mount = FASCIA_HEIGHT


@prop("chalkboard")
def chalkboard(spec: Spec, b: Builder) -> None:
    """A slate in a wooden frame; one that stands on a pavement is a pair of them, hinged at the top."""
    w, h = (0.6, 0.84) if not spec.is_a("blackboard") else (1.5, 0.95)
    stands = spec.is_a("sandwich")
    b.slot("frame", "oak", b.choose("#8a6238", "#6b4a2c", "#a67c4c"))
    b.slot("slate", "plaster", "#25292b", role="fixed")
    for label in spec.labels[:1]:
        b.slot("chalk", "printed", role="fixed", label=_chalked(label), params={"transparent": True, "chalk": True})
    m = 0.045
    faces = (1,) if not stands else (1, -1)
    for side in faces:
        made = [(o, "frame") for o in frame_bars(w, h, m, 0.024)]
        made.append((box(w - m, 0.008, h - m, bevel=0.0006, at=(0, 0.002, m / 2)), "slate"))
        if spec.labels and side == 1:
            made.append((label_plane((w - 2 * m) * 0.94, (h - 2 * m) * 0.94, at=(0, -0.0026, h / 2)), "chalk"))
        for o, slot in made:
            if stands:
                move(o, 0, 0, 0.12)
                rotate(o, -11)
                move(o, 0, -0.21, 0)
                if side < 0:
                    rotate(o, 0, 0, 180)
            b.add(o, slot)
        if stands:
            for x in (-w / 2 + m / 2, w / 2 - m / 2):
                leg = rotate(box(m, 0.024, 0.14, bevel=0.003, at=(x, 0, 0)), -11)
                b.add(rotate(move(leg, 0, -0.21, 0), 0, 0, 0 if side > 0 else 180), "frame", "legs")
    if not stands:
        b.add(box(w * 0.6, 0.05, 0.014, bevel=0.003, at=(0, -0.03, 0)), "frame", "ledge")
        b.slot("stick", "plaster", "#efece4", role="fixed")
        add_rod(b, "stick", (0.06, -0.035, 0.019), (0.13, -0.038, 0.019), 0.005, "chalk stick")
        b.lean = "back"


def _chalked(label: dict) -> dict:
    """Writing in chalk: by hand unless another style is asked for, white unless another colour is."""
    style = "handwritten" if label.get("style") in (None, "sans") else label["style"]
    return {**label, "style": style, "colour": label.get("colour") or {"hex": "#f1eee6"}}
