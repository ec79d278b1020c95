"""How one picture is made: a `Request` (what a person asked, much of it left open) is resolved into a `Recipe` (nothing left open).

request + scene → resolve → recipe → canonical JSON → digest
"""

from diorama.recipe.inputs import INPUT_KINDS, Input, InputKind
from diorama.recipe.recipe import VERSION, Recipe, digest_of, load
from diorama.recipe.request import OPTION, QUALITIES, Quality, Request, parse
from diorama.recipe.resolve import resolve, resolve_all

__all__ = [
    "INPUT_KINDS", "OPTION", "QUALITIES", "VERSION", "Input", "InputKind", "Quality", "Recipe", "Request", "digest_of", "load", "parse", "resolve", "resolve_all",
]  # fmt: skip
