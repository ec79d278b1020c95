# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading what Blender wrote: multilayer OpenEXR to numpy arrays by pass name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import OpenEXR


def read(path: Path) -> dict[str, np.ndarray]:
    """Passes by name (Combined, Depth, Normal, IndexOB, Mist …): float32, (h, w) or (h, w, channels). Raises OSError for a file that was not written whole."""
    try:
        with OpenEXR.File(str(path)) as file:
            return _passes(file)
    except (ValueError, RuntimeError, OSError) as wrong:
        raise OSError(f"Blender did not write {path.name} whole ({wrong})") from None


def _passes(file: OpenEXR.File) -> dict[str, np.ndarray]:
    out: dict[str, np.ndarray] = {}
    single: dict[str, dict[str, np.ndarray]] = {}
    for name, channel in file.channels().items():
        parts = name.split(".")
        pixels = np.asarray(channel.pixels, dtype=np.float32)
        if len(parts) > 2 and parts[-2].startswith("CryptoObject"):  # ids, and no light: `covering` reads them
            continue
        if pixels.ndim == 3:
            out[parts[1] if len(parts) > 1 else "Combined" if name in ("RGB", "RGBA") else name] = pixels
        else:
            single.setdefault(parts[-2] if len(parts) > 1 else "Combined", {})[parts[-1]] = pixels
    for name, channels in single.items():
        order = [c for c in "RGBAXYZV" if c in channels]
        out[name] = next(iter(channels.values())) if len(channels) == 1 else np.stack([channels[c] for c in order], axis=-1)
    return out
