"""Hosted engines: services far away that are paid, each a file of its own over what they share.

service   model + offer → capabilities, errors, prices, results      http      an order once, looks as often as one likes, results without the key
direct    services that answer with the picture itself               forms     models with forms of their own: by schema, or by names of inputs
pictures  files, data URLs, masks of either polarity                 schemas   JSON schemas as options; `live` reads and keeps them
names     `seedream-4.5`, `fal:any/app`                              services  openai, fal, replicate, openrouter, google, bfl, ideogram, recraft, stability
"""

from collections.abc import Callable

from diorama.engines.hosted.names import engine, usual
from diorama.engines.hosted.service import Service


def _usual(service: str) -> Callable[[], Service]:
    return lambda: usual(service)


openai = _usual("openai")
fal = _usual("fal")
replicate = _usual("replicate")
openrouter = _usual("openrouter")
google = _usual("google")
bfl = _usual("bfl")
ideogram = _usual("ideogram")
recraft = _usual("recraft")
stability = _usual("stability")
compatible = _usual("compatible")

__all__ = ["bfl", "compatible", "engine", "fal", "google", "ideogram", "openai", "openrouter", "recraft", "replicate", "stability", "usual"]
