"""A picture of the stage's in layers, for image editors and compositors: each as it was photographed.

.psd   the whole, the shadows, the things: layers of an image editor
.tif   the same as pages, with transparency
.exr   scene-linear light, depth, and Cryptomatte: any thing picked with soft edges
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import OpenEXR
from PIL import Image, TiffImagePlugin

from diorama.contracts import Cancel, File, Listen, nobody, part
from diorama.errors import RequestError
from diorama.history import Entry
from diorama.image import files
from diorama.image.codecs import srgb_profile
from diorama.recipe.request import LARGEST_SIDE
from diorama.studio import cryptomatte
from diorama.studio.darkroom import Picture, backed
from diorama.studio.make import Rendered, Studio

LAYERS = (("picture", "scene"), ("shadows", "only_shadow"), ("things", "none"))
"""Name of each layer, the lowest first, and what is behind the subjects in it. Things over shadows over any other ground is the cut-out."""
TYPES = {".psd": "image/vnd.adobe.photoshop", ".tif": "image/tiff", ".tiff": "image/tiff", ".exr": "image/x-exr"}
FINER = 4
"""How many times finer than the picture the ids are taken whose coverage is told, at most."""
PAGE_NAME = 285


def write(studio: Studio, of: Picture, path: Path, *, force: bool = False, listen: Listen = nobody, cancel: Cancel | None = None) -> tuple[Path, Entry]:
    """Write the layers; the history keeps the things with the file beside them. PSD and TIFF are three photographs, so three times the picture's time.

    Raises RequestError as `cut_out` does, OutputError.
    """
    kind = path.suffix.lower()
    if kind not in TYPES:
        raise RequestError(f"no layers in {kind or path.name!r}", where="output", hint="one of " + ", ".join(TYPES))
    studio.history.check_writable()
    make: Callable[..., tuple[bytes, Rendered]] = _exr if kind == ".exr" else _photographs
    data, shown = make(studio, of, kind, listen, cancel)
    edit = {"operation": "layers", "file": kind.removeprefix(".")}
    attached = studio.sealed((File(f"layers{kind}", TYPES[kind], data),), shown.recipe, shown.source_type)
    entry = studio.history.append(
        shown.encode(), shown.recipe, parent=of.entry.id if of.entry else None, edit=edit, seconds=shown.seconds, attached=attached,
    )  # fmt: skip
    written = files.write(path, data, force=force)
    for file in attached[1:]:  # the manifest, which such a file cannot hold
        files.write(written.with_name(f"{written.name}.c2pa"), file.data, force=force)
    return written, entry


def _photographs(studio: Studio, of: Picture, kind: str, listen: Listen, cancel: Cancel | None) -> tuple[bytes, Rendered]:
    """The file, and the last layer."""
    recipes = [(name, backed(studio, of, background)) for name, background in LAYERS]
    made = [(name, studio.render(recipe, listen=part(listen, k, len(recipes), name), cancel=cancel)) for k, (name, recipe) in enumerate(recipes)]
    layers = [(name, Image.fromarray(one.outcome.picture)) for name, one in made]
    return (_psd if kind == ".psd" else _tiff)(layers), made[-1][1]


def _psd(layers: list[tuple[str, Image.Image]]) -> bytes:
    """RGB, 8 bits; coverage as layer masks."""
    from psd_tools import PSDImage  # only here: half a second to load

    psd = PSDImage.new("RGB", layers[0][1].size)
    for name, picture in layers:
        psd.create_pixel_layer(picture, name=name)
    out = io.BytesIO()
    psd.save(out)
    return out.getvalue()


def _tiff(layers: list[tuple[str, Image.Image]]) -> bytes:
    """A page for each layer, the lowest first: RGBA, 8 bits, deflate, its name as PageName."""
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out, new=True) as file:
        for name, picture in layers:
            tags = TiffImagePlugin.ImageFileDirectory_v2()
            tags[PAGE_NAME] = name
            picture.convert("RGBA").save(file, "TIFF", compression="tiff_adobe_deflate", icc_profile=srgb_profile(), tiffinfo=tags)
            file.newFrame()
    return out.getvalue()


def _exr(studio: Studio, of: Picture, kind: str, listen: Listen, cancel: Cancel | None) -> tuple[bytes, Rendered]:
    """The file, and the things. Coverage is of sharp edges: the lens's blur is not in it."""
    things = backed(studio, of, "none")
    whole = things.model_copy(update={"options": {**things.options, "background": "scene"}})
    times = max(1, min(FINER, LARGEST_SIDE // max(whole.width, whole.height)))
    known = studio.engine(whole.engine).options.model_fields
    quick = {name: value for name, value in {"samples": 1, "preview": False}.items() if name in known}
    fine = whole.model_copy(update={"width": whole.width * times, "height": whole.height * times, "options": {**whole.options, **quick}})
    light = studio.render(whole, passes=True, listen=part(listen, 0, 3, "light"), cancel=cancel).outcome
    ids = studio.render(fine, passes=True, listen=part(listen, 1, 3, "what is where"), cancel=cancel).outcome
    shown = studio.render(things, listen=part(listen, 2, 3, "things"), cancel=cancel)
    names = {row["index"]: row["instance"] for row in ids.report["subjects"] if "index" in row}
    linear = light.passes["linear"].astype(np.float16)
    planes = {"R": linear[..., 0], "G": linear[..., 1], "B": linear[..., 2], "Z": light.passes["depth"].astype(np.float32)}
    return exr({**planes, **cryptomatte.channels(ids.passes["ids"], names, times)}, cryptomatte.header(names)), shown


def exr(planes: dict[str, np.ndarray], told: dict[str, str]) -> bytes:
    """An OpenEXR file (ZIP) of planes (h, w), half or single floats, with attributes of text."""
    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage, **told}
    with tempfile.TemporaryDirectory(prefix="diorama-") as folder:  # OpenEXR writes files only
        path = Path(folder) / "layers.exr"
        with OpenEXR.File(header, {name: np.ascontiguousarray(plane) for name, plane in planes.items()}) as file:
            file.write(str(path))
        return path.read_bytes()
