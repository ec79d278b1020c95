# SPDX-License-Identifier: GPL-3.0-or-later
"""A wine rack."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, join, lathe, move, rotate, rounded_profile
from diorama_stage.props.registry import prop

BOTTLE = [
    (0, 0),
    (0.0375, 0),
    (0.038, 0.004),
    (0.038, 0.19),
    (0.034, 0.212),
    (0.018, 0.236),
    (0.0145, 0.25),
    (0.014, 0.296),
    (0.0155, 0.298),
    (0.0155, 0.305),
    (0, 0.305),
]


@prop("wine_rack")
def wine_rack(spec: Spec, b: Builder) -> None:
    """A lattice of wooden pegs and rails, four by four, bottles lying in most of its places with their necks to the lens."""
    b.slot("frame", "oak", b.choose("#8a5a32", "#6b4226", "#b88a54"))
    b.slot("glass", "lacquer", "#16241a", role="fixed")
    b.slot("clear", "lacquer", "#3a1015", role="fixed")
    for k, colour in enumerate(("#7a1620", "#c9a23f", "#1d1d1f")):
        b.slot(f"foil{k}", "foil", colour, role="fixed")
    pitch, n, deep = 0.112, 4, 0.22
    wide = pitch * n
    bars = []
    for y in (-deep / 2, deep / 2):
        bars += [box(0.022, 0.022, wide + 0.06, bevel=0.003, at=((k - n / 2) * pitch, y, 0)) for k in range(n + 1)]
        bars += [box(wide + 0.02, 0.014, 0.02, bevel=0.003, at=(0, y, 0.03 + k * pitch)) for k in range(n + 1)]
    bars += [box(0.014, deep, 0.014, bevel=0.002, at=((k - n / 2) * pitch, 0, 0.03 + j * pitch)) for k in range(n + 1) for j in range(n + 1)]
    b.add(join(bars), "frame")
    bottles: dict[str, list] = {}
    for j in range(n):
        for k in range(n):
            if b.rng.random() < 0.22:
                continue
            at = ((k + 0.5 - n / 2) * pitch, 0.13 - b.rng.uniform(0, 0.02), 0.052 + j * pitch + 0.038)
            body = move(rotate(lathe(rounded_profile(BOTTLE, 0.004), segments=32), 90), *at)
            foil = lathe([(0.0148, 0.25), (0.0151, 0.296), (0.0162, 0.298), (0.0162, 0.3062), (0, 0.3062)], segments=28)
            bottles.setdefault(b.rng.choice(("glass", "glass", "clear")), []).append(body)
            bottles.setdefault(f"foil{b.rng.randrange(3)}", []).append(move(rotate(foil, 90), *at))
    for slot, made in sorted(bottles.items()):
        b.add(join(made), slot, "bottles")
    b.support("top", -wide / 2 + 0.04, wide / 2 - 0.04, -deep / 2, deep / 2, wide + 0.05)
