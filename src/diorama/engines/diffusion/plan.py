"""Where a model fits: chosen from what is free on the card, before anything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from diorama.engines.diffusion.families import Family
from diorama.engines.diffusion.libraries import library
from diorama.engines.diffusion.options import DiffusionOptions
from diorama.errors import EngineError

GB = 1024**3
ROOM = 2.5
"""GB for what is computed besides the weights, at a megapixel."""
FOUR_BITS = 0.3
"""Of half precision: 4 bits a weight, with their scales."""
TOLD = {
    "whole": "whole on the card", "offloaded": "its parts on the card by turns", "quantised": "quantised to 4 bits",
    "streamed": "streamed layer by layer, slowly",
}  # fmt: skip
Placement = Literal["whole", "offloaded", "quantised", "streamed"]


@dataclass(frozen=True)
class Machine:
    device: Literal["cuda", "mps", "cpu"]
    free: float
    """GB: of the card where there is one, else of the machine."""


@dataclass(frozen=True)
class Plan:
    device: str
    dtype: str
    """bfloat16, float16 or float32."""
    placement: Placement
    text: str
    """For people."""


def plan(model: Family, machine: Machine, options: DiffusionOptions, *, led: bool = False, tiny: bool = False) -> Plan:
    """How to load a model. `led`: with its control weights; `tiny`: it is smaller than it says. Raises EngineError where it fits in no way."""
    extra = 2 * model.control.billions if led and model.control else 0.0
    whole, largest = model.gigabytes + extra, 2 * max(model.billions.values()) + extra
    if machine.device == "cpu":
        exact = tiny or 2 * whole + ROOM < machine.free
        if not tiny and whole + ROOM > machine.free:
            hint = "a smaller model, or a machine with a card"
            raise EngineError(f"{model.name} needs {whole + ROOM:.0f} GB of memory, {machine.free:.0f} GB are free", hint=hint)
        return Plan("cpu", "float32" if exact else "bfloat16", "whole", "on the processor: minutes to hours a picture")
    fits: dict[Placement, float] = {"whole": whole, "offloaded": largest, "quantised": (largest - extra) * FOUR_BITS + extra, "streamed": extra}
    if machine.device == "mps":
        fits = {"whole": whole}
    chosen: Placement | None = next((how for how, size in fits.items() if size + ROOM <= machine.free), None) if options.memory == "auto" else options.memory
    if chosen is None or chosen not in fits:
        hint = "close what else uses the card, or choose a smaller model"
        raise EngineError(f"{model.name} needs {min(fits.values()) + ROOM:.0f} GB on the card, {machine.free:.1f} GB are free", hint=hint)
    return Plan(machine.device, "float16" if model.variant == "fp16" else "bfloat16", chosen, TOLD[chosen])


def machine(device: str = "auto") -> Machine:
    """This one. Raises EngineError for a device that is not here."""
    psutil, torch = library("psutil"), library("torch")
    there: dict[str, bool] = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    name: Any = next(kind for kind, here in there.items() if here) if device == "auto" else device
    if not there[name]:
        raise EngineError(f"there is no {name} here", where="options.device", hint="there is: " + ", ".join(kind for kind, here in there.items() if here))
    free = torch.cuda.mem_get_info()[0] if name == "cuda" else psutil.virtual_memory().available
    return Machine(name, free / GB)
