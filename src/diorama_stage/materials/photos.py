# SPDX-License-Identifier: GPL-3.0-or-later
"""Photographs within the picture, painted by program: soft light, haze by distance, clouds and grain, so that a print or a screen looks photographed, not drawn."""

from __future__ import annotations

import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from scipy.ndimage import gaussian_filter, gaussian_filter1d

SKIES = [  # zenith, middle, horizon, light
    ((62, 104, 168), (132, 172, 210), (226, 222, 208), (255, 244, 220)),
    ((58, 74, 122), (196, 148, 132), (250, 202, 140), (255, 220, 160)),
    ((120, 148, 172), (176, 194, 204), (228, 230, 226), (250, 248, 240)),
    ((40, 52, 96), (150, 104, 128), (240, 158, 112), (255, 196, 140)),
]


def noise(shape, rng: np.random.Generator, rough: float = 1.8, stretch: float = 1.0) -> np.ndarray:
    """Fractal noise 0..1 by a falling spectrum; `stretch` over 1 draws it out sideways."""
    h, w = shape
    fy, fx = np.fft.fftfreq(h)[:, None], np.fft.rfftfreq(w)[None, :] * stretch
    power = np.hypot(fx, fy)
    power[0, 0] = 1
    field = np.fft.irfft2(np.exp(2j * np.pi * rng.random(power.shape)) / power**rough * (power < 0.49), s=(h, w))
    low, high = np.percentile(field, (2, 98))
    return np.clip((field - low) / max(high - low, 1e-12), 0, 1)


def _ridge(w: int, rng: np.random.Generator, rough: float) -> np.ndarray:
    """A skyline -1..1 over the width: noise of falling spectrum."""
    f = np.fft.rfftfreq(2 * w)
    f[0] = 1
    line = np.fft.irfft(np.exp(2j * np.pi * rng.random(len(f))) / f**rough * (f * 2 * w > 1.5), n=2 * w)[:w]
    return line / max(np.abs(line).max(), 1e-12)


def _sky(shape, rng: np.random.Generator, tones, horizon: float, sun: float) -> np.ndarray:
    """Sky (h, w, 3) down to the horizon's share of the height: a gradient, light about the sun, clouds lit from it."""
    h, w = shape
    y = np.clip(np.arange(h) / (h * horizon), 0, 1)[:, None]
    zenith, middle, low, light = (np.array(t, float) for t in tones)
    ramp = np.stack([np.interp(y[:, 0] ** 1.2, (0, 0.55, 1), (zenith[k], middle[k], low[k])) for k in range(3)], axis=-1)[:, None, :]
    x = np.arange(w)[None, :] / w - sun
    glow = np.exp(-((x * 2.4) ** 2 + ((y - 0.86) * 1.9) ** 2) * 2.2)[..., None]
    sky = ramp * (1 - 0.55 * glow) + light * 0.55 * glow
    cloud = noise(shape, rng, 1.75, 2.4)
    veil = np.clip((cloud - 0.5) / 0.5, 0, 1) ** 1.3 * (0.35 + 0.65 * (1 - y))
    lit = np.clip(0.72 + 0.5 * (cloud - np.roll(cloud, h // 40, axis=0)) * 4, 0.45, 1.1)[..., None]
    return sky * (1 - 0.75 * veil[..., None]) + (light * 0.97 * lit + 6) * 0.75 * veil[..., None]


def _finish(rgb: np.ndarray, rng: np.random.Generator, soft: float = 0.7) -> Image.Image:
    """Lens and film: softness, falling light in the corners, a gentle curve, grain."""
    h, w, _ = rgb.shape
    rgb = gaussian_filter(rgb, (soft, soft, 0)) / 255
    y, x = np.mgrid[-1 : 1 : h * 1j, -1 : 1 : w * 1j]
    rgb = rgb * (1 - 0.2 * (x * x + y * y)[..., None] / 2)
    rgb = np.clip(rgb, 0, 1) ** 1.08
    rgb = rgb * rgb * (3 - 2 * rgb) * 0.35 + rgb * 0.65
    rgb = rgb + gaussian_filter(rng.normal(0, 1, (h, w, 1)), (0.6, 0.6, 0)) * 0.022
    return Image.fromarray((rgb.clip(0, 1) * 255).astype(np.uint8))


def hills(size, rng: np.random.Generator) -> Image.Image:
    """Ranges of hills in haze, woods on the near ones, a meadow before them."""
    w, h = size
    tones = SKIES[rng.integers(len(SKIES))]
    sun = rng.uniform(0.2, 0.8)
    rgb = _sky((h, w), rng, tones, 0.62, sun)
    haze, dark = np.array(tones[2], float) * 0.92, np.array((34, 48, 30), float)
    grain, rows = noise((h, w), rng, 1.0), np.arange(h)[:, None]
    light = np.exp(-(((np.arange(w) / w - sun) * 1.6) ** 2))[None, :, None]
    for k in range(5):
        near = k / 4
        crest = h * (0.47 + 0.095 * k) + h * (0.075 + 0.02 * k) * _ridge(w, rng, 1.35) * (1 - 0.35 * near)
        if k > 2:  # tops of trees
            crest = crest + h * 0.012 * (near**2) * np.abs(_ridge(w, rng, 0.35))
        depth = np.clip((rows - crest[None, :]) / (h * 0.17), 0, 1)[..., None]
        tone = haze * (1 - near**0.75) + dark * near**0.75
        wood = (0.7 + 0.6 * grain[..., None] * near + 0.3 * (1 - near)) * (1 + 0.45 * light * (1 - depth) * near)
        body = tone * wood * (1 - 0.25 * depth * near) + haze * 0.3 * depth * (1 - near)
        edge = np.clip(rows - crest[None, :] + 0.5, 0, 1)[..., None]
        rgb = rgb * (1 - edge) + body * edge
    return _finish(rgb, rng)


def mountains(size, rng: np.random.Generator) -> Image.Image:
    """Snowy mountains lit from one side, mirrored in a lake."""
    w, h = size
    tones = SKIES[rng.integers(len(SKIES))]
    shore = int(h * 0.62)
    rgb = _sky((h, w), rng, tones, 0.62, rng.uniform(0.1, 0.9))
    rows, haze = np.arange(h)[:, None], np.array(tones[2], float)
    relief = noise((h, w), rng, 1.95)
    facet = gaussian_filter(np.gradient(relief, axis=1) * w * rng.choice((-1, 1)), 1.6)
    facet = np.clip(0.55 + facet / (np.abs(facet).std() * 5 + 1e-9), 0.12, 1.15)[..., None]
    for k, (level, high) in enumerate(((0.3, 0.22), (0.46, 0.13))):
        crest = h * level + h * high * _ridge(w, rng, 1.25)
        snow = np.clip((h * (0.43 + 0.03 * k) + (relief - 0.5) * h * 0.28 - rows) / (h * 0.03), 0, 1)[..., None]
        rock = np.array((74, 72, 76), float) * (1 - 0.35 * k) * (0.6 + 0.8 * facet)
        body = rock * (1 - snow) + np.array((244, 243, 246), float) * (0.42 + 0.6 * facet) * snow
        mist = np.clip((rows - h * 0.36) / (h * 0.26), 0, 1)[..., None] * (0.55 - 0.3 * k)
        body = body * (1 - mist) + haze * mist * 0.9
        edge = np.clip(rows - crest[None, :] + 0.5, 0, 1)[..., None]
        rgb = rgb * (1 - edge) + body * edge
    trees = shore - h * 0.02 - h * 0.05 * np.abs(_ridge(w, rng, 0.5))
    edge = np.clip(rows - trees[None, :], 0, 1)[..., None]
    rgb = rgb * (1 - edge) + np.array((26, 36, 30), float) * (0.7 + 0.7 * noise((h, w), rng, 0.7)[..., None]) * edge
    mirror = rgb[np.clip(2 * shore - np.arange(shore, h), 0, h - 1)]
    ripple = gaussian_filter(mirror, (h * 0.008, w * 0.002, 0)) * 0.78 * (0.9 + 0.2 * noise(mirror.shape[:2], rng, 1.0, 8.0)[..., None])
    rgb[shore:] = ripple + np.array((6, 10, 14))
    return _finish(rgb, rng)


def coast(size, rng: np.random.Generator) -> Image.Image:
    """The sea from a beach: glittering towards the sun, a wave's foam, wet sand."""
    w, h = size
    tones = SKIES[rng.integers(len(SKIES))]
    sun, horizon = rng.uniform(0.25, 0.75), int(h * 0.44)
    rgb = _sky((h, w), rng, tones, 0.44, sun)
    depth = (np.arange(horizon, h) - horizon)[:, None] / (h - horizon)
    wave = np.zeros((h - horizon, w))
    swell = noise((512, w), rng, 1.15, 5.0)
    for i, d in enumerate(depth[:, 0]):  # rows of water draw together towards the horizon
        wave[i] = swell[int(500 * (1 - 1 / (1 + 5 * d)) * 1.19) % 512]
    deep, low = np.array((34, 74, 92), float), np.array(tones[2], float) * 0.72
    sea = low * (1 - depth[..., None]) ** 2 + deep * (1 - (1 - depth[..., None]) ** 2)
    sea = sea * (0.72 + 0.56 * wave[..., None])
    track = np.exp(-(((np.arange(w)[None, :] / w - sun) / (0.05 + 0.16 * depth)) ** 2)) * (wave > 0.62 - 0.2 * (1 - depth))
    sea = sea + np.array(tones[3], float) * 0.62 * gaussian_filter(track.astype(float), 0.8)[..., None]
    line = 0.6 + 0.1 * _ridge(w, rng, 1.4)[None, :]
    sand = np.array((196, 170, 134), float) * (0.78 + 0.3 * noise(wave.shape, rng, 0.8)[..., None])
    wet = np.clip((depth - line) / 0.3, 0, 1)[..., None]
    sand = sand * (0.55 + 0.45 * wet) * (1 - 0.25 * (1 - wet)) + low * 0.22 * (1 - wet)
    edge = np.clip((depth - line) / 0.012, 0, 1)[..., None]
    sea = sea * (1 - edge) + sand * edge
    foam = np.exp(-(((depth - line) / 0.02) ** 2)) + 0.7 * np.exp(-(((depth - line + 0.13) / 0.03) ** 2)) * (noise(wave.shape, rng, 0.9, 2.0) > 0.45)
    foam = np.clip(foam * (0.5 + 0.8 * noise(wave.shape, rng, 0.7)), 0, 1)[..., None]
    rgb[horizon:] = sea * (1 - foam) + np.array((240, 242, 240)) * foam
    return _finish(rgb, rng)


def _discs(size, rng: np.random.Generator, colours, count: int, radius, strength: float) -> np.ndarray:
    """Lights out of focus: even discs with a slightly brighter rim, added up."""
    w, h = size
    rgb = np.zeros((h, w, 3))
    for _ in range(count):
        r = rng.uniform(*radius) * min(w, h)
        cx, cy = rng.uniform(0, w), rng.uniform(0, h)
        x0, y0 = int(max(cx - r - 2, 0)), int(max(cy - r - 2, 0))
        y, x = np.mgrid[y0 : min(int(cy + r + 3), h), x0 : min(int(cx + r + 3), w)]
        d = np.hypot(x - cx, y - cy) / r
        rgb[y0 : y0 + y.shape[0], x0 : x0 + y.shape[1]] += np.array(colours[rng.integers(len(colours))], float) * (np.clip((1 - d) * r / 1.6, 0, 1) * (0.75 + 0.25 * d**4) * rng.uniform(0.3, 1) * strength)[..., None]
    return rgb


def city(size, rng: np.random.Generator) -> Image.Image:
    """A street at night, far out of focus."""
    w, h = size
    base = np.linspace((16, 20, 38), (34, 26, 30), h)[:, None, :] * np.ones((1, w, 1))
    lights = _discs(size, rng, [(255, 170, 70), (255, 120, 60), (120, 160, 255), (255, 220, 160), (220, 60, 70), (90, 220, 190)], 70, (0.025, 0.075), 1.05)
    middle = np.exp(-(((np.arange(h) / h - 0.45) / 0.22) ** 2))[:, None, None]
    wet = gaussian_filter(lights[::-1], (h * 0.06, 2, 0)) * np.clip((np.arange(h) / h - 0.6) / 0.3, 0, 1)[:, None, None]
    return _finish(base + lights * middle + wet * 0.5, rng, 1.0)


def portrait(size, rng: np.random.Generator) -> Image.Image:
    """Someone seen from behind, head and shoulders, before a view out of focus, with the light along one side."""
    w, h = size
    view = (hills, coast, mountains)[rng.integers(3)](size, rng)
    rgb = np.asarray(view.filter(ImageFilter.GaussianBlur(h * 0.016)), float) + _discs(size, rng, [(255, 236, 180), (255, 214, 160)], 9, (0.04, 0.09), 0.12)
    side, scale, cx = rng.choice((-1, 1)), min(w, h) * 0.2, w * rng.uniform(0.42, 0.58)
    hair = np.array([(44, 32, 26), (96, 64, 42), (28, 25, 25), (158, 118, 74)][rng.integers(4)], float)
    shirt = np.array([(62, 78, 108), (150, 72, 60), (206, 196, 180), (196, 156, 70)][rng.integers(4)], float)
    y, x = np.mgrid[0:h, 0:w]
    u, v = (x - cx) / scale, (y - h * 0.56) / scale
    long = rng.random() < 0.6
    locks = noise((h, w), rng, 1.1, 0.1 if long else 0.4)
    sides = np.exp(-(((np.abs(u) - 0.92) / 0.22) ** 2)) * (np.sign(u) == side)
    lit = (0.62 + 0.2 * side * u + 0.85 * sides)[..., None]

    def layer(mask, colour, soft: float) -> None:
        nonlocal rgb
        mask = gaussian_filter(mask.astype(float), soft)[..., None]
        rgb = rgb * (1 - mask) + colour * mask

    folds = 0.8 + 0.4 * noise((h, w), rng, 1.8, 2.0)[..., None]
    rim = np.exp(-(((v - 1.3 - 0.16 * np.abs(u) ** 2.6) / 0.12) ** 2))[..., None] * 0.5
    layer(v > 1.3 + 0.16 * np.abs(u) ** 2.6, shirt * (0.62 + 0.2 * side * np.clip(u / 2, -1, 1)[..., None] + rim) * folds, 1.4)
    layer((np.abs(u) < 0.4) & (v > 0.5) & (v < 1.5), np.array((168, 122, 96), float) * lit, 1.6)
    crown = np.hypot(u / 0.88, v / 1.08) < 1
    if long:
        crown |= (np.abs(u + 0.05 * np.sin(v * 4)) < 0.86 + 0.06 * v + 0.06 * (locks - 0.5)) & (v > 0) & (v < 1.9 + 0.4 * (locks - 0.5) - 0.2 * u**2)
    layer(crown, hair * lit * (0.55 + 0.9 * locks[..., None]), 1.3)
    return _finish(rgb, rng, 0.9)


def flowers(size, rng: np.random.Generator) -> Image.Image:
    """A flower in a meadow, close, the ground far out of focus."""
    w, h = size
    rgb = np.linspace((150, 170, 96), (58, 84, 44), h)[:, None, :] * np.ones((1, w, 1)) * (0.8 + 0.4 * gaussian_filter(noise((h, w), rng, 1.6), 8)[..., None])
    rgb += _discs(size, rng, [(255, 236, 180), (240, 150, 170), (200, 230, 140)], 30, (0.04, 0.11), 0.22)
    colour = np.array([(226, 92, 110), (240, 236, 226), (238, 182, 62), (150, 110, 190)][rng.integers(4)], float)
    y, x = np.mgrid[0:h, 0:w]
    cx, cy, r = w * rng.uniform(0.38, 0.62), h * 0.45, min(w, h) * 0.3
    stem = np.clip(3.5 - np.abs(x - cx - 0.06 * (y - cy) * np.sin((y - cy) / h * 3)), 0, 1) * (y > cy)
    rgb = rgb * (1 - stem[..., None]) + np.array((84, 116, 54), float) * stem[..., None]
    a, d = np.arctan2((y - cy) * 1.25, x - cx), np.hypot(x - cx, (y - cy) * 1.25) / r
    for k, (count, size_) in enumerate(((8, 1.0), (8, 0.8))):
        lobe = np.abs(np.cos((a + k * np.pi / 8) * count / 2))
        edge = size_ * (0.45 + 0.55 * lobe**0.6)
        shade = (0.55 + 0.5 * np.clip(d / size_, 0, 1)) * (0.75 + 0.3 * lobe) * np.clip(0.95 - 0.2 * np.cos(a - 0.8), 0.6, 1.2)
        mask = gaussian_filter(np.clip((edge - d) * r / 2, 0, 1), 0.8)[..., None]
        rgb = rgb * (1 - mask) + colour * shade[..., None] * mask
    heart = np.clip((0.2 - d) * r / 2, 0, 1)[..., None]
    rgb = rgb * (1 - heart) + np.array((226, 170, 50), float) * (0.5 + 0.7 * noise((h, w), rng, 0.5)[..., None]) * heart
    return _finish(rgb, rng, 0.8)


def dunes(size, rng: np.random.Generator) -> Image.Image:
    """Smooth bands of light and shade like dunes at dusk: what comes with a computer as its wallpaper."""
    w, h = size
    pairs = [((30, 34, 82), (244, 132, 92), (252, 214, 170)), ((16, 52, 92), (74, 158, 190), (226, 232, 220)), ((54, 24, 70), (206, 84, 110), (250, 190, 150))]
    deep, middle, light = (np.array(c, float) for c in pairs[rng.integers(len(pairs))])
    rgb = np.linspace(light, middle, h)[:, None, :] * np.ones((1, w, 1))
    rows = np.arange(h)[:, None]
    for k in range(5):
        t = k / 4
        crest = h * (0.34 + 0.13 * k) + h * 0.13 * gaussian_filter1d(_ridge(w, rng, 1.6), w * 0.03)
        tone = light * (1 - t) * 0.5 + middle * (1 - abs(2 * t - 1)) * 0.5 + middle * 0.3 + deep * t * 0.6
        depth = np.clip((rows - crest[None, :]) / (h * 0.3), 0, 1)[..., None]
        body = tone * (1.12 - 0.62 * depth) + deep * 0.5 * depth
        edge = np.clip(rows - crest[None, :] + 0.5, 0, 1)[..., None]
        rgb = rgb * (1 - edge) + body * edge
    return Image.fromarray(rgb.clip(0, 255).astype(np.uint8))


PHOTOS = {"hills": hills, "mountains": mountains, "coast": coast, "city": city, "portrait": portrait, "flowers": flowers, "dunes": dunes}


def photo(kind: str, size, rng: random.Random) -> Image.Image:
    """A photograph of one kind (a key of PHOTOS), w × h pixels."""
    return PHOTOS[kind](size, np.random.default_rng(rng.getrandbits(32)))


def rounded(image: Image.Image, radius: int) -> Image.Image:
    """With rounded, clear corners."""
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, image.width - 1, image.height - 1), radius, fill=255)
    image = image.convert("RGBA")
    image.putalpha(mask.filter(ImageFilter.GaussianBlur(0.6)))
    return image
