"""Larger by a trained network: Real-ESRGAN (Wang, Xie, Dong and Shan, 2021) on the processor, by ncnn. What it adds was not in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from diorama import __version__
from diorama.assets.upscaler import folder
from diorama.contracts import Cancel, Listen, Outcome, Progress, nobody
from diorama.contracts.tools import ToolCapabilities
from diorama.errors import EngineUnavailable, RequestError
from diorama.image.codecs import LARGEST_SIDE
from diorama.recipe import Recipe

TILE = 96
"""Side of a tile, pixels: what the network holds of one grows with its area, 57 kB a pixel and 265 MB; a gigabyte with the lap."""
LAP = 10
"""Pixels that a tile sees beyond its edges, as Real-ESRGAN's own program has it, so that no seam is seen."""
FETCH = "`python -m diorama.assets upscaler`"
MODEL, SCALE = "realesrgan-x4plus", 4


class RealESRGAN:
    """`diorama[enlarge]` installs ncnn; `python -m diorama.assets upscaler` fetches the weights, once."""

    def __init__(self, model: str = MODEL, scale: int = SCALE):
        self._model, self._scale = model, scale
        self._net = None

    def capabilities(self) -> ToolCapabilities:
        return ToolCapabilities(
            kind="upscale", name="realesrgan", version=__version__, title="Larger by Real-ESRGAN x4plus on the processor: sharp, with detail that it guesses",
            licence="BSD-3-Clause", needs=("weights",), deterministic=True, invents=True,
        )  # fmt: skip

    def upscale(self, picture: np.ndarray, factor: float, *, recipe: Recipe | None = None, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        """`picture`: uint8 sRGB (h, w, 3), of which grey stays grey. The network makes it four times as large; other factors are resampled from that.

        Raises RequestError for sides over 8192 pixels, EngineUnavailable where ncnn or the weights are missing.
        """
        height, width = picture.shape[:2]
        size = round(width * factor), round(height * factor)
        if factor <= 1 or max(size) > LARGEST_SIDE:
            raise RequestError(f"{factor:g} times {width}x{height} is not made", where="factor", hint=f"over 1, and {LARGEST_SIDE} pixels a side at most")
        out = np.concatenate(list(self.strips(picture, factor, listen=listen, cancel=cancel)))
        listen(Progress("enlarge", 1.0))
        return Outcome.of(out, provenance={"model": self._model})

    def strips(self, picture: np.ndarray, factor: float, *, listen: Listen = nobody, cancel: Cancel | None = None) -> Iterator[np.ndarray]:
        """The same, a row of tiles at a time."""
        height, width = picture.shape[:2]
        size = round(width * factor), round(height * factor)
        net, cancel, grey = self._open(), cancel or Cancel(), bool((picture[..., :1] == picture).all())
        pieces = list(_tiles(height, width))
        strip = np.empty((0, size[0], 3), np.uint8)
        for done, tile in enumerate(pieces):
            cancel.check()
            listen(Progress("enlarge", done / len(pieces), f"tile {done + 1} of {len(pieces)}"))
            rows, columns = tile.write(size[1] / height, size[0] / width)
            if columns.start == 0:
                strip = np.empty((rows.stop - rows.start, size[0], 3), np.uint8)
            keep = Image.fromarray(_run(net, picture[tile.read])[tile.inner(self._scale)])
            strip[:, columns] = np.asarray(keep.resize((columns.stop - columns.start, rows.stop - rows.start), Image.Resampling.LANCZOS))
            if columns.stop == size[0]:
                yield np.repeat(np.rint(strip.mean(axis=2, keepdims=True)).astype(np.uint8), 3, axis=2) if grey else strip

    def close(self) -> None:
        self._net = None

    def _open(self):
        if self._net is None:
            try:
                import ncnn
            except ImportError as missing:
                raise EngineUnavailable("Real-ESRGAN needs ncnn, which is not installed", hint="pip install 'diorama[enlarge]'") from missing
            files = [folder() / f"{self._model}.{kind}" for kind in ("param", "bin")]
            if not all(file.exists() for file in files):
                raise EngineUnavailable("the weights of Real-ESRGAN are not here", where=str(folder()), hint=f"{FETCH} fetches them (45 MB), once")
            net = ncnn.Net()  # pyright: ignore[reportAttributeAccessIssue]
            net.opt.use_vulkan_compute = False
            if net.load_param(str(files[0])) or net.load_model(str(files[1])):
                raise EngineUnavailable("the weights of Real-ESRGAN are damaged", where=str(folder()), hint=f"remove them; {FETCH} fetches them again")
            self._net = net
        return self._net


@dataclass(frozen=True)
class Tile:
    """A part of the picture, pixels: what the network sees, and the part of that which is kept."""

    read: tuple[slice, slice]
    kept: tuple[slice, slice]

    def write(self, down: float, across: float) -> tuple[slice, slice]:
        """Where the kept part lies in the enlarged picture."""
        rows, columns = self.kept
        return slice(round(rows.start * down), round(rows.stop * down)), slice(round(columns.start * across), round(columns.stop * across))

    def inner(self, scale: int) -> tuple[slice, slice]:
        """Where the kept part lies in what the network gives."""
        return tuple(slice((k.start - r.start) * scale, (k.stop - r.start) * scale) for k, r in zip(self.kept, self.read, strict=True))  # type: ignore[return-value]


def _tiles(height: int, width: int) -> Iterator[Tile]:
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            kept = slice(top, min(top + TILE, height)), slice(left, min(left + TILE, width))
            read = slice(max(top - LAP, 0), min(top + TILE + LAP, height)), slice(max(left - LAP, 0), min(left + TILE + LAP, width))
            yield Tile(read, kept)


def _run(net: Any, tile: np.ndarray) -> np.ndarray:
    """The network on one tile, uint8 sRGB (h, w, 3)."""
    import ncnn

    planes = np.ascontiguousarray(tile.transpose(2, 0, 1), np.float32) / 255  # a Mat shares the array's memory: it has to live as long
    extractor = net.create_extractor()
    extractor.input(net.input_names()[0], ncnn.Mat(planes))  # pyright: ignore[reportAttributeAccessIssue]
    wrong, out = extractor.extract(net.output_names()[0])
    if wrong:
        raise EngineUnavailable(f"Real-ESRGAN failed on a tile (code {wrong})", hint="there may be too little memory")
    return np.rint(np.clip(np.array(out), 0, 1) * 255).astype(np.uint8).transpose(1, 2, 0)
