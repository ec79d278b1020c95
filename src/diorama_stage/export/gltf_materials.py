# SPDX-License-Identifier: GPL-3.0-or-later
"""glTF materials: a look's channels as factors, textures and Khronos extensions."""

from __future__ import annotations

import json

import numpy as np

from diorama_stage.export.channels import Look
from diorama_stage.export.gltf import Glb, round_all

LEAST = 0.02
"""Of an extension's factor that is worth the extension."""
SOLID, DARK = 0.012, 0.35
"""Metres, and the share of light let through: what is thicker and darker (wine in a glass) counts as opaque, since viewers do not show what lets light through
behind what lets light through."""


class Surfaces:
    """Makes each material once. `matrix` (3, 3) brings light to the picture's exposure and white balance."""

    def __init__(self, glb: Glb, matrix: np.ndarray):
        self.glb, self.matrix = glb, matrix
        self._made: dict[str, int] = {}

    def material(self, look: Look, mean: dict[str, np.ndarray], *, thickness: float, closed: bool, coloured: bool = False, textures: dict | None = None) -> int:
        """The index of the material. `mean`: the look's channels; `thickness`: metres of the thing; `coloured`: the vertices bring the colour.

        `textures`: indices by base, arm, normal, glow, with `strength` of the glow and `alpha`: OPAQUE, MASK or BLEND.
        """
        textures = textures or {}
        base, alpha, rough, metal = np.clip(mean["base"], 0, 1), *np.clip(mean["arm"], 0, 1)
        through, coat = np.clip(mean["tch"][:2], 0, 1)
        absorbed = self._absorbed(look, thickness)
        if absorbed is not None and thickness > SOLID and absorbed.max() < DARK:
            base, through, textures = absorbed, 0.0, {k: v for k, v in textures.items() if k != "base"}
        pbr: dict = {"baseColorFactor": round_all([*base, alpha], 4), "metallicFactor": round(float(metal), 3), "roughnessFactor": round(float(rough), 3)}
        if coloured:
            pbr["baseColorFactor"] = [1, 1, 1, round(float(alpha), 4)]
        if "base" in textures:
            pbr |= {"baseColorTexture": {"index": textures["base"]}, "baseColorFactor": [1, 1, 1, 1]}
        if "arm" in textures:
            pbr |= {"metallicRoughnessTexture": {"index": textures["arm"]}, "metallicFactor": 1, "roughnessFactor": 1}
        out: dict = {"name": look.material.name.removeprefix("bake ").split(".")[0], "pbrMetallicRoughness": pbr}
        mode = textures.get("alpha", "OPAQUE") if "base" in textures else "BLEND" if alpha < 0.98 else "OPAQUE"
        if mode != "OPAQUE":
            out["alphaMode"] = mode
        if not closed or mode != "OPAQUE":
            out["doubleSided"] = True
        if "normal" in textures:
            out["normalTexture"] = {"index": textures["normal"]}
        extensions = self._extensions(look, mean, through, coat, thickness, absorbed)
        self._glow(out, extensions, self.matrix @ np.maximum(mean["glow"], 0), textures)
        if extensions:
            out["extensions"] = extensions
            for name in extensions:
                self.glb.uses(name)
        key = json.dumps(out, sort_keys=True)
        if key not in self._made:
            self._made[key] = self.glb.add("materials", out)
        return self._made[key]

    def _absorbed(self, look: Look, thickness: float) -> np.ndarray | None:
        if look.absorption is None:
            return None
        colour, density = look.absorption
        return np.exp(-(1 - np.array(colour)) * density * thickness)

    def _extensions(self, look: Look, mean: dict, through: float, coat: float, thickness: float, absorbed) -> dict:
        surface, out = look.surface, {}
        if through > LEAST:
            out["KHR_materials_transmission"] = {"transmissionFactor": round(float(through), 3)}
            if absorbed is not None or thickness > 0.01:
                volume: dict = {"thicknessFactor": round(float(thickness), 4)}
                if absorbed is not None:
                    colour, density = look.absorption
                    volume |= {"attenuationDistance": round(1 / max(density, 1e-6), 5), "attenuationColor": round_all(np.exp(-(1 - np.array(colour))), 4)}
                out["KHR_materials_volume"] = volume
        if coat > LEAST:
            out["KHR_materials_clearcoat"] = {"clearcoatFactor": round(float(coat), 3), "clearcoatRoughnessFactor": round(surface.coat_rough, 3)}
        fuzz = np.clip(mean["fuzz"], 0, 1)
        if fuzz.max() > LEAST:
            out["KHR_materials_sheen"] = {"sheenColorFactor": round_all(fuzz, 4), "sheenRoughnessFactor": round(surface.fuzz_rough, 3)}
        if abs(surface.ior - 1.5) > 0.005 and surface.ior >= 1:
            out["KHR_materials_ior"] = {"ior": round(surface.ior, 3)}
        if surface.specular < 0.98:
            out["KHR_materials_specular"] = {"specularFactor": round(surface.specular, 3)}
        return out

    def _glow(self, out: dict, extensions: dict, light: np.ndarray, textures: dict) -> None:
        strength = float(textures.get("strength", light.max()))
        if strength < 1e-3:
            return
        out["emissiveFactor"] = [1, 1, 1] if "glow" in textures else round_all(np.clip(light / max(strength, 1.0), 0, 1), 5)
        if "glow" in textures:
            out["emissiveTexture"] = {"index": textures["glow"]}
        if strength > 1 or "glow" in textures:
            extensions["KHR_materials_emissive_strength"] = {"emissiveStrength": round(strength, 4)}
