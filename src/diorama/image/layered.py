"""Files of several layers, as image editors and compositors read them.

psd   RGB, 8 bits, coverage as layer masks        tiff  a page for each layer, RGBA        exr  planes of floats, with attributes
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, TiffImagePlugin

from diorama.image.codecs import srgb_profile

Layer = tuple[str, np.ndarray]
"""Its name; uint8 sRGB (h, w, 3), or with transparency (h, w, 4)."""
PAGE_NAME = 285


def psd(layers: Sequence[Layer]) -> bytes:
    """A Photoshop file of layers, the lowest first. It opens as what the lowest shows; the others, which are in it already, are hidden."""
    from psd_tools import PSDImage  # only here: half a second to load

    height, width = layers[0][1].shape[:2]
    file = PSDImage.new("RGB", (width, height))
    for k, (name, picture) in enumerate(layers):
        file.create_pixel_layer(Image.fromarray(picture), name=name).visible = k == 0
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def tiff(layers: Sequence[Layer]) -> bytes:
    """A page for each layer, the lowest first: RGBA, 8 bits, deflate, its name as PageName."""
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out, new=True) as file:
        for name, picture in layers:
            tags = TiffImagePlugin.ImageFileDirectory_v2()
            tags[PAGE_NAME] = name
            Image.fromarray(picture).convert("RGBA").save(file, "TIFF", compression="tiff_adobe_deflate", icc_profile=srgb_profile(), tiffinfo=tags)
            file.newFrame()
    return out.getvalue()


def exr(planes: Mapping[str, np.ndarray], told: Mapping[str, str]) -> bytes:
    """An OpenEXR file (ZIP) of planes (h, w), half or single floats, with attributes of text."""
    import OpenEXR  # only here: a library of its own

    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage, **told}
    with tempfile.TemporaryDirectory(prefix="diorama-") as folder:  # OpenEXR writes files only
        path = Path(folder) / "layers.exr"
        with OpenEXR.File(header, {name: np.ascontiguousarray(plane) for name, plane in planes.items()}) as file:
            file.write(str(path))
        return path.read_bytes()
