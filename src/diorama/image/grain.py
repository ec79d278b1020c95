"""Film grain: noise whose strength follows the density, and whose size is that of the grain on the frame, not of the pixel.

Model: the Gaussian limit of the Boolean model of Newson, Delon and Galerne, "A Stochastic Film Grain Model for
Resolution-Independent Rendering", Computer Graphics Forum 36(8), 2017. Grains are discs of a Poisson process; a point is covered
with probability u, so a single point has the variance u(1 - u), and an area that holds many grains tends to a Gaussian with that
variance scaled down. Strength comes from the published diffuse rms granularity (ISO 10505: 1000 times the standard deviation of
density under a 48 µm aperture) and Selwyn's law (the deviation goes with one over the root of the area); the correlation of the
field is a Gaussian of the grain's size, so small pixels see soft clumps and large pixels see white noise.
"""

from __future__ import annotations

import math

import numpy as np

from diorama.image.raster import micrometres_per_pixel

APERTURE_UM2 = math.pi * 24.0**2
"""The area of ISO 10505's aperture."""
SCANNER = 0.42
"""Standard deviation, in pixels, of the scanner's own blur."""
PRINT_GAMMA = 1.6
"""Contrast that the print adds to the negative's density differences."""
MIX = ((0.8246, 0.4, 0.4), (0.4, 0.8246, 0.4), (0.4, 0.4, 0.8246))
"""Three dye layers into three channels: each keeps its variance, two channels correlate by 0.8."""
ROWS = 256


def strength(rms: float, size: float, pitch: float) -> float:
    """Standard deviation of the display code (0..1) at middle density, for pixels `pitch` micrometres wide and grains of `size` micrometres."""
    spread = 4 * math.pi * size * size
    deviation = rms / 1000 * math.sqrt((APERTURE_UM2 + spread) / (pitch * pitch + spread))
    # density to the natural log of light, then to a display code: d(code) = code/2.2 · d(ln light), at code 0.5
    return 0.5 / 2.2 * math.log(10) * PRINT_GAMMA * deviation


def field(width: int, height: int, size: float, seed: int, layers: int) -> np.ndarray:
    """Unit-variance noise, layers x height x width float32. The same seed and size give the same field on every machine."""
    from scipy.ndimage import gaussian_filter1d  # only developing needs it: a tenth of a second of each command's start

    pitch = micrometres_per_pixel(width, height)
    sigma = math.hypot(size / pitch, SCANNER)
    noise = np.empty((layers, height, width), np.float32)
    source = np.random.PCG64(seed)
    for layer in noise:
        for top in range(0, height, ROWS):
            rows = layer[top : top + ROWS]
            rows[:] = _gaussian(source, rows.size).reshape(rows.shape)
        layer[:] = gaussian_filter1d(gaussian_filter1d(layer, sigma, axis=0, mode="wrap", truncate=3.0), sigma, axis=1, mode="wrap", truncate=3.0)
    taps = _taps(sigma)
    noise *= np.float32(1.0 / np.sum(taps * taps))
    return noise


def _taps(sigma: float) -> np.ndarray:
    radius = int(3.0 * sigma + 0.5)
    taps = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    return taps / taps.sum()


def _gaussian(source: np.random.PCG64, count: int) -> np.ndarray:
    """Nearly normal numbers: four 16-bit uniforms summed (Irwin–Hall), from the raw stream, which numpy promises never to change."""
    parts = source.random_raw(count).view(np.uint16).reshape(count, 4)
    total = parts[:, 0].astype(np.float32)
    for column in range(1, 4):
        total += parts[:, column]
    total -= np.float32(2 * 65535)
    total *= np.float32(math.sqrt(3.0) / 65536)
    return total


def apply(codes: np.ndarray, noise: np.ndarray, amplitude: float) -> None:
    """Add the noise to display codes, in place: CxHxW codes 0..1, by 2·√(u(1-u)) of `amplitude`."""
    for channel, plane in enumerate(codes):
        grain = noise[0] if noise.shape[0] == 1 else np.tensordot(np.array(MIX[channel], np.float32), noise, 1)
        weight = plane * (1 - plane)
        np.maximum(weight, 0, out=weight)
        np.sqrt(weight, out=weight)
        weight *= grain
        weight *= np.float32(2 * amplitude)
        plane += weight
