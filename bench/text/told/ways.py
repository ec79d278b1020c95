"""All ways of telling, by name: each third is held out."""

from bench.text.told import in_designs, in_fields, in_prose, in_scenes
from bench.text.told.teller import WAYS, Teller, Way

__all__ = ["WAYS", "Teller", "Way", "in_designs", "in_fields", "in_prose", "in_scenes"]
