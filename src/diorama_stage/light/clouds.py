# SPDX-License-Identifier: GPL-3.0-or-later
"""Clouds of the sky, drawn by direction: heaps of layers, the upper ones smaller, so that they have sides and tops; thin streaks high above."""

from __future__ import annotations

import numpy as np

LAYERS = 4
SOFT = 0.17
"""Of the noise, how far a layer takes to become dense: less, and clouds look cut out."""
STEP = 0.05
"""Height between layers as a share of the height of their base."""


def _split(n, vector):
    return n.node("ShaderNodeSeparateXYZ", {0: vector}).outputs


def _plane(n, vector, height: float, scale: float, shift=(0.0, 0.0), stretch: float = 1.0):
    """Where the ray meets a plane overhead, bent down at the horizon as the earth's curve bends it."""
    x, y, z = _split(n, vector)
    by = n.math("DIVIDE", height * scale, n.math("ADD", n.math("MAXIMUM", z, 0.0), 0.1))
    return n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY_ADD", x, by, shift[0]), 1: n.math("MULTIPLY_ADD", y, n.math("MULTIPLY", by, stretch), shift[1]), 2: 3.7}).outputs[0]


def _noise(n, vector, detail: float = 7.0, roughness: float = 0.55, distortion: float = 0.15):
    return n.node("ShaderNodeTexNoise", {"Vector": vector, "Scale": 1.0, "Detail": detail, "Roughness": roughness, "Distortion": distortion}).outputs[0]


def flat(n, vector, scale: float = 0.75):
    """Noise on one plane overhead, about 0.2 to 0.8: the structure of a closed cover."""
    return _noise(n, _plane(n, vector, 1.0, scale), 8.0, 0.56, 0.3)


def streaks(n, vector):
    """Long thin clouds high above, about 0.2 to 0.8."""
    return _noise(n, _plane(n, vector, 1.0, 0.55, (7.3, 1.9), 2.6), 7.0, 0.6, 0.9)


def over(n, sky, vector, sun, *, cover: float, low: float, clear):
    """The sky's colour with clouds before it. `low`: 0 by day, 1 where the sun is at the horizon and lights them from below; `clear`: 1 where they must not be."""
    z = _split(n, vector)[2]
    ahead = n.step(n.node("ShaderNodeVectorMath", {0: vector, 1: sun}, operation="DOT_PRODUCT").outputs["Value"], -0.6, 1.0)
    near = n.math("POWER", ahead, 4.0)
    rise = n.step(z, 0.015, 0.09)
    open_ = n.math("SUBTRACT", 1.0, clear)
    if low > 0.05 or cover > 0.2:
        thin = n.math("MULTIPLY", n.math("MULTIPLY", n.step(streaks(n, vector), 0.47, 0.82), 0.75 if low > 0.05 else 0.4), n.math("MULTIPLY", rise, open_))
        day = n.mix(near, (8.5, 8.8, 9.2, 1), (13.0, 12.6, 12.0, 1))
        evening = n.mix(near, n.mix(ahead, (1.6, 0.9, 1.15, 1), (5.6, 2.4, 2.2, 1)), (12.0, 5.2, 2.0, 1))
        sky = n.mix(thin, sky, n.mix(low, day, evening))
    low = min(1.0, 1.6 * low)
    threshold = 0.66 - 0.3 * cover
    side = np.array(sun[:2]) / max(np.hypot(*sun[:2]), 1e-6) * 0.16
    bodies = [_noise(n, _plane(n, vector, 1 + STEP * k, 0.8)) for k in range(LAYERS)]
    beside = _noise(n, _plane(n, vector, 1 + STEP * (LAYERS // 2), 0.8, tuple(side)), 5.0)
    shade = n.math("SUBTRACT", 1.0, n.math("MULTIPLY", n.step(beside, threshold - 0.02, threshold + 0.22), 0.75))
    for k in range(LAYERS - 1, -1, -1):  # from the top down: the base is nearest to the eye
        u = k / (LAYERS - 1)
        rim = threshold + 0.075 * u
        dense = n.step(bodies[k], rim, rim + SOFT)
        lit = _tone(n, u, low, near, ahead)
        sky = n.mix(n.math("MULTIPLY", n.math("MULTIPLY", dense, 0.9 if u == 0 else 0.75), n.math("MULTIPLY", rise, open_)), sky, lit)
    body = bodies[0]
    edge = n.math("MULTIPLY", n.math("MULTIPLY", n.step(body, threshold, threshold + 0.5 * SOFT), n.step(body, threshold + 0.24, threshold + 0.6 * SOFT)), n.math("MULTIPLY", rise, open_))
    bright = n.mix(low, (20.0, 19.6, 19.0, 1), (17.0, 6.4, 1.7, 1))
    sky = n.mix(n.math("MULTIPLY", edge, n.math("MULTIPLY_ADD", near, 0.6, 0.08)), sky, bright)
    full = n.math("MULTIPLY", n.math("MULTIPLY", n.step(body, threshold, threshold + 0.2), n.math("SUBTRACT", 1.0, shade)), n.math("MULTIPLY", rise, open_))
    return n.mix(n.math("MULTIPLY", full, 0.7), sky, n.mix(low, (6.2, 6.6, 7.3, 1), (1.3, 0.62, 0.8, 1)))


def _tone(n, u: float, low: float, near, ahead):
    """The colour of a layer, base (0) to top (1): by day grey below and white above; with a low sun lit from below, orange towards it, pink beside, violet behind."""
    grey = 0.85 + 0.65 * u
    day = n.mix(near, (10.4 * grey, 10.6 * grey, 10.9 * grey, 1), (13.0 * grey, 12.7 * grey, 12.2 * grey, 1))
    if low <= 0:
        return day
    glow = 1.0 - 0.55 * u
    evening = n.mix(near, n.mix(ahead, (1.5 * glow, 0.85 * glow, 1.15 * glow, 1), (5.6 * glow, 2.3 * glow, 2.05 * glow, 1)), (12.0 * glow, 4.7 * glow, 1.7 * glow, 1))
    return n.mix(low, day, evening)
