# SPDX-License-Identifier: GPL-3.0-or-later
"""Coats: colours at points of the standing animal, layer on layer as a kind's table tells (ground, belly, mask, socks, stripes, spots …). Pure (numpy)."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.animals.unposed import Rest
from diorama_stage.kit.field import field
from diorama_stage.materials.nodes import linear


def smooth(value: np.ndarray, low: float, high: float) -> np.ndarray:
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def coat(rest: Rest, layers: list[dict], seed: int, marks: dict[str, np.ndarray]) -> np.ndarray:
    """Linear colours (n, 3), a little darker above than below, as coats are. `marks`: shares (n,) of places that layers name (ears, mane, eyes …)."""
    out = np.ones((len(rest.at), 3))
    for k, layer in enumerate(layers):
        share = np.ones(len(out))
        for name, value in layer.items():
            if name in LAYERS:
                share = share * LAYERS[name](rest, layer, value, seed + 17 * k)
            elif name in marks:
                share = share * np.clip(marks[name] * (value if isinstance(value, (int, float)) and not isinstance(value, bool) else 1.0), 0, 1)
            elif name in ("hair", "mane", "ears", "udder", "beak", "crest"):
                share = share * 0.0
        out += (np.array(linear(layer["colour"])[:3]) - out) * share[:, None]
    tone = 1 + 0.13 * field(rest.at, 26, seed=seed + 5) + 0.07 * field(rest.at, 5, seed=seed + 6) - 0.1 * rest.out[:, 2] * (1 - rest.share("head"))
    return np.clip(out * tone[:, None], 0.0, 1)


def _edge(rest: Rest, size: float, seed: int) -> np.ndarray:
    """No coat has ruled edges."""
    return field(rest.at, size, seed=seed, octaves=3)


def under(rest, layer, value, seed):
    """Below: where the skin looks down by more than `value`; not on the head and the feet."""
    return smooth(-rest.out[:, 2] + 0.12 * _edge(rest, 12, seed), value, value + layer.get("soft", 0.45)) * (1 - rest.share("head"))


def above(rest, layer, value, seed):
    return smooth(rest.at[:, 2] + 3 * _edge(rest, 14, seed), value - layer.get("soft", 8), value + layer.get("soft", 8))


def _inside(p: np.ndarray, b: list, layer: dict, usual: float, edge: tuple[np.ndarray, float, int]) -> np.ndarray:
    """Shares of points inside an ellipsoid. `edge`: places, size and seed of the noise of its rim; it is asked for where it can tell only."""
    soft = layer.get("soft", usual)
    sides = (1, -1) if layer.get("both") else (1,)
    far = np.min([np.linalg.norm((p - np.array([s * b[0], b[1], b[2]])) / b[3:6], axis=1) for s in sides], axis=0)
    rim = np.flatnonzero(abs(far - 1 + 0.35 * soft) < 0.65 * soft + 0.25)
    places, size, seed = edge
    far[rim] += 0.1 * field(places[rim], size, seed=seed, octaves=3)
    return 1 - smooth(far, 1 - soft, 1 + soft * 0.3)


def ball(rest, layer, value, seed):
    """Inside an ellipsoid about the standing animal's hips."""
    return _inside(rest.at, value, layer, 0.2, (rest.at, 12, seed)) * (1 - rest.share("head"))


def head(rest, layer, value, seed):
    return _inside(rest.head, value, layer, 0.25, (rest.at, 6, seed)) * smooth(rest.share("head", "neck2"), 0.3, 0.6)


def bone(rest, layer, value, seed):
    return smooth(rest.share(*value), 0.35, 0.65)


def _limb(*starts):
    def layer_(rest, layer, value, seed):
        u = rest.leg(*starts) + 0.02 * _edge(rest, 6, seed)
        return smooth(rest.share(*starts), 0.3, 0.6) * smooth(u, value[0] - 0.05, value[0] + 0.03) * (1 - smooth(u, value[1], value[1] + 0.05))

    return layer_


def tail(rest, layer, value, seed):
    u = rest.tail() + 0.015 * _edge(rest, 6, seed)
    return smooth(rest.share("tail"), 0.4, 0.6) * smooth(u, value[0] - 0.03, value[0] + 0.03) * (1 - smooth(u, value[1], value[1] + 0.04))


def tail_rings(rest, layer, value, seed):
    return smooth(rest.share("tail"), 0.4, 0.6) * smooth(np.sin(rest.tail() * 2 * np.pi * value), -0.1, 0.3) * smooth(rest.tail(), 0.05, 0.1)


def _bands(rest: Rest) -> tuple[np.ndarray, np.ndarray]:
    """A length along which bands succeed one another: along the trunk, down the legs, along neck and tail; and how much of it is leg."""
    legs = rest.share("fore", "hind")
    u = np.where(rest.share("fore") > rest.share("hind"), rest.leg("fore"), rest.leg("hind"))
    low = smooth(u, 0.1, 0.32) * legs
    return rest.at[:, 1] * (1 - low) + rest.at[:, 2] * low, low


def tabby(rest, layer, value, seed):
    """Mackerel stripes that break into bars, a dark line on the back, an M on the brow."""
    run, low = _bands(rest)
    wave = np.sin((run + 2.6 * field(rest.at * (1, 1, 0.35), 16, seed=seed)) * 2 * np.pi / value)
    body = smooth(wave + 0.35 * field(rest.at, 8, seed=seed + 1), 0.05, 0.5)
    back = 1 - smooth(abs(rest.at[:, 0]), 2.0, 4.0)
    back *= smooth(rest.out[:, 2], 0.5, 0.8) * (1 - rest.share("head"))
    rings = smooth(np.sin(rest.tail() * 2 * np.pi * 7), -0.2, 0.3) * rest.share("tail")
    h = rest.head
    across = abs(h[:, 0]) + 0.12 * (h[:, 2] - 2) + 0.16 * field(h, 2.2, seed=seed + 2)
    brow = smooth(-np.cos(across * 2 * np.pi / 1.2), -0.1, 0.35) * smooth(h[:, 2], 1.2, 2.0) * (1 - smooth(h[:, 1], 2.0, 4.0))
    cheek = smooth(np.sin((h[:, 2] - 0.35 * abs(h[:, 1])) * 2 * np.pi / 2.2 + 0.6), 0.25, 0.7) * smooth(h[:, 1], -2.4, -1.6) * smooth(abs(h[:, 0]), 2.0, 2.8)
    face = np.maximum(brow, cheek)
    on_head = smooth(rest.share("head"), 0.4, 0.6)
    out = np.maximum(np.maximum(body * (1 - rest.share("tail")), back), rings)
    return (out * (1 - on_head) + face * on_head) * (0.8 + 0.15 * smooth(rest.out[:, 2], -0.5, 0.6))


def tiger(rest, layer, value, seed):
    """Narrow dark bands that taper to points on the flanks, doubled here and there."""
    run, low = _bands(rest)
    bend = run + 4.5 * field(rest.at * (1, 1, 0.5), 22, seed=seed) + 1.3 * field(rest.at, 8, seed=seed + 1)
    wide = 0.42 + 0.32 * field(rest.at, 20, seed=seed + 2) + 0.22 * smooth(rest.out[:, 2], -0.2, 0.8)
    body = smooth(np.sin(bend * 2 * np.pi / value) - 1 + wide + 0.18, -0.02, 0.16)
    h = rest.head
    face = (
        smooth(np.sin((np.hypot(h[:, 0] * 0.8, h[:, 2] - 2) + 0.25 * h[:, 1] + 1.2 * field(h, 6, seed=seed)) * 2 * np.pi / 4.6) - 0.35, 0, 0.2)
        * smooth(h[:, 1], -13, -9)
        * smooth(np.hypot(h[:, 0], h[:, 2] * 0.9), 6.5, 9)
    )
    on_head = smooth(rest.share("head"), 0.4, 0.6)
    return (body * (1 - on_head) + face * on_head) * (1 - 0.7 * smooth(-rest.out[:, 2], 0.6, 0.9))


def zebra(rest, layer, value, seed):
    """Bands about trunk, neck and legs that lean back over the rump."""
    x, y, z = rest.at.T
    legs = rest.share("fore", "hind")
    u = np.where(rest.share("fore") > rest.share("hind"), rest.leg("fore"), rest.leg("hind"))
    low = smooth(u, 0.05, 0.35) * legs
    neck = smooth(rest.share("neck", "head"), 0.3, 0.7)
    rump = smooth(y, -22, 14)
    lean = (y * 0.55 - z * 1.0) * rump + y * (1 - rump)
    along = lean * (1 - neck) + (y * 0.72 - z * 0.72) * neck
    run = along * (1 - low) + z * 1.35 * low
    wide = value * (1 + 0.45 * rump * (1 - low) - 0.42 * low - 0.3 * rest.share("head"))
    body = smooth(np.sin((run + 1.5 * field(rest.at, 24, seed=seed) + 0.4 * field(rest.at, 7, seed=seed)) * 2 * np.pi / wide) + 0.05, -0.12, 0.12)
    return body * (1 - 0.9 * smooth(-rest.out[:, 2], 0.75, 0.95) * (1 - legs))


def _scatter(rest: Rest, size: float, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Distances to the two nearest of points strewn over the animal about `size` apart, and which is nearest; the same whatever is asked of it."""
    rng = np.random.default_rng(seed)
    low, high = np.array([-34.0, -190, -4]), np.array([34.0, 130, 330])
    steps = np.stack(np.meshgrid(*[np.arange(a, b, size) for a, b in zip(low, high, strict=True)], indexing="ij"), axis=-1).reshape(-1, 3)
    steps += rng.uniform(-0.42, 0.42, steps.shape) * size
    d, i = cKDTree(steps).query(rest.at, k=2)
    return d[:, 0], d[:, 1], i[:, 0]


def spots(rest, layer, value, seed):
    """Round spots `value` wide; `share`: how much they cover."""
    size = value * (0.62 + 0.38 * (1 - rest.share("head", "fore_left_2", "fore_right_2", "hind_left_2", "hind_right_2")))
    d, _, i = _scatter(rest, value * 1.25, seed)
    own = np.random.default_rng(seed + 1).uniform(0.35, 1.0, i.max() + 1)[i]
    return 1 - smooth(
        d + 0.18 * value * field(rest.at, value * 0.6, seed=seed),
        size * own * layer.get("share", 0.35) * 1.2,
        size * own * layer.get("share", 0.35) * 1.2 + 0.12 * value,
    )


def rosettes(rest, layer, value, seed):
    """Broken rings on the trunk, solid spots on legs and head."""
    d, _, i = _scatter(rest, value * 1.12, seed)
    d = d + 0.16 * value * field(rest.at, value * 0.5, seed=seed)
    ring = smooth(d, value * 0.16, value * 0.25) * (1 - smooth(d, value * 0.4, value * 0.48)) * smooth(field(rest.at, value * 0.5, seed=seed + 2), -0.75, -0.35)
    dot = 1 - smooth(d, value * 0.26, value * 0.34)
    solid = smooth(rest.share("head", "fore", "hind", "tail", "neck2"), 0.3, 0.7)
    return ring * (1 - solid) + dot * solid


def patches(rest, layer, value, seed):
    own = layer.get("seed", 0) + seed % 7
    level = np.quantile(field(rest.at, value, seed=own, octaves=2), 1 - layer.get("share", 0.4))
    return smooth(field(rest.at, value, seed=own, octaves=2) + 0.06 * _edge(rest, 6, seed), level - 0.03, level + 0.05)


def net(rest, layer, value, seed):
    """Plates with light lines between them, smaller on neck and legs."""
    d, e, _ = _scatter(rest, value, seed)
    gap = layer.get("gap", 0.1) * value
    return smooth(e - d + 0.5 * field(rest.at, value * 0.5, seed=seed), gap, gap + 0.08 * value)


def dapple(rest, layer, value, seed):
    d, _, _ = _scatter(rest, value, seed)
    return 1 - smooth(d, value * 0.2, value * 0.55)


LAYERS = {
    "under": under,
    "above": above,
    "ball": ball,
    "head": head,
    "bone": bone,
    "legs": _limb("fore", "hind"),
    "fore": _limb("fore"),
    "hind": _limb("hind"),
    "tail": tail,
    "tail_rings": tail_rings,
    "eyes": lambda rest, layer, value, seed: 1 - smooth(rest.eyes, value * 0.75, value * 1.15),
    "tabby": tabby,
    "tiger": tiger,
    "zebra": zebra,
    "spots": spots,
    "rosettes": rosettes,
    "patches": patches,
    "net": net,
    "dapple": dapple,
}
