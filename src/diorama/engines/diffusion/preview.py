"""A look at a picture that is not finished: by a tiny decoder of the model's latents where one was pulled, else latents as colours.

Those come by a linear map fitted once to the model's own encoder. Patches of plain colour are encoded; least squares then tell how a cell of latents becomes red, green and blue. It needs no table and no decoder of
its own, and holds for any model; one cell is 8 or 16 pixels wide.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from diorama.engines.diffusion.families import Shape
from diorama.engines.diffusion.libraries import library

SIDE = 256
"""Pixels of the picture that is encoded."""
PATCH = 32
RIDGE = 1e-3


class Look(NamedTuple):
    matrix: np.ndarray
    """float (channels + 1, 3): from latents, and 1, to sRGB in 0..1."""
    shape: Shape

    def picture(self, latents: Any, width: int, height: int) -> np.ndarray:
        """uint8 sRGB, one pixel a cell. `latents`: as the pipeline's callback has them; width and height of the picture, pixels."""
        cells = _cells(latents.detach().float().cpu().numpy(), self.shape, width, height)
        return np.clip(np.round((cells @ self.matrix[:-1] + self.matrix[-1]) * 255), 0, 255).astype(np.uint8)


class Decoded(NamedTuple):
    """Latents of the shape `plain` through a tiny decoder, which takes them as the pipeline has them: scaled. https://github.com/madebyollin/taesd"""

    decoder: Any

    def picture(self, latents: Any, width: int, height: int) -> np.ndarray:
        """uint8 sRGB of the picture's size. `latents`: as the pipeline's callback has them."""
        torch = library("torch")
        with torch.no_grad():
            made = self.decoder.to(latents.device).decode(latents[:1].to(self.decoder.dtype)).sample[0]
        return np.clip(np.round((made.float().cpu().numpy().transpose(1, 2, 0) + 1) * 127.5), 0, 255).astype(np.uint8)[:height, :width]


def fit(pipe: Any, shape: Shape) -> Look:
    """Fit to the pipeline's own encoder. It must not be placed by parts yet."""
    torch = library("torch")
    patches = np.random.default_rng(1).uniform(0, 1, (SIDE // PATCH, SIDE // PATCH, 3)).astype(np.float32)
    picture = patches.repeat(PATCH, 0).repeat(PATCH, 1)
    vae = pipe.vae
    encoded = torch.from_numpy(picture * 2 - 1).permute(2, 0, 1)[None].to(vae.device, vae.dtype)
    with torch.no_grad():
        latents = _ENCODE[shape](pipe, encoded)
    cells = _cells(latents.float().cpu().numpy(), shape, SIDE, SIDE)
    step = SIDE // cells.shape[0]
    known = np.concatenate([cells.reshape(-1, cells.shape[-1]), np.ones((cells.shape[0] * cells.shape[1], 1))], axis=1)
    seen = picture[step // 2 :: step, step // 2 :: step].reshape(-1, 3)
    weight = RIDGE * np.eye(known.shape[1]) * len(known)
    return Look(np.linalg.solve(known.T @ known + weight, known.T @ seen), shape)


def _cells(latents: np.ndarray, shape: Shape, width: int, height: int) -> np.ndarray:
    """float (rows, columns, channels)."""
    if shape == "plain":
        return np.moveaxis(latents[0], 0, -1)
    ratio = width / height
    rows = round((latents.shape[1] / ratio) ** 0.5)
    return latents[0].reshape(rows, latents.shape[1] // rows, -1)


def _plain(pipe: Any, picture: Any) -> Any:
    config = pipe.vae.config
    return (pipe.vae.encode(picture).latent_dist.mode() - (config.get("shift_factor") or 0.0)) * config.scaling_factor


def _flux2(pipe: Any, picture: Any) -> Any:
    torch = library("torch")
    norm, patched = pipe.vae.bn, pipe._patchify_latents(pipe.vae.encode(picture).latent_dist.mode())
    spread = torch.sqrt(norm.running_var + pipe.vae.config.batch_norm_eps)
    return pipe._pack_latents((patched - norm.running_mean.view(1, -1, 1, 1)) / spread.view(1, -1, 1, 1))


def _qwen(pipe: Any, picture: Any) -> Any:
    torch = library("torch")
    config = pipe.vae.config
    made = pipe.vae.encode(picture[:, :, None]).latent_dist.mode()
    mean, spread = (torch.tensor(values).view(1, -1, 1, 1, 1).to(made) for values in (config.latents_mean, config.latents_std))
    normed = (made - mean) / spread
    return pipe._pack_latents(normed, 1, normed.shape[1], normed.shape[3], normed.shape[4])


_ENCODE = {"plain": _plain, "flux2": _flux2, "qwen": _qwen}
