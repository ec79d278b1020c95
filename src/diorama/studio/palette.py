"""A palette by hex: who carries which colour. What the words give a colour keeps it.

things without a colour of their own, in order, take the colours in order; those that are left go to the backdrop and the ground
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from diorama.scene import Colour, Object, Scene
from diorama.scene.look import Surface
from diorama_catalogue import thing


def carried(scene: Scene, palette: Sequence[str]) -> Scene:
    """`palette`: colours such as #b5651d. Glass and metals keep what they are: they show what is behind and around them. Each colour is carried to the digit,
    so that a judge holds it to CIEDE2000 5."""
    if not palette:
        return scene
    colours = [Colour(name=one.lower(), hex=one.lower()) for one in palette]
    told = (one for one in scene.subjects if isinstance(one, Object) and not one.implied and one.asset is None and not thing(one.thing).grown)
    taken = [one.id for one in told if _free(one.surface)]
    given = dict(zip(taken, itertools.cycle(colours), strict=False))
    subjects = tuple(_painted(one, given[one.id]) if one.id in given else one for one in scene.subjects)
    left = iter(colours[len(taken) :])
    places: dict[str, Any] = {}
    for name in ("backdrop", "ground"):
        surface: Surface = getattr(scene.environment, name)
        if _free(surface) and (colour := next(left, None)) is not None:
            places[name] = surface.model_copy(update={"colours": (colour,)})
    return scene.model_copy(update={"subjects": subjects, "environment": scene.environment.model_copy(update=places)})


def _free(surface: Surface) -> bool:
    return not surface.colours and surface.pattern is None and not surface.shows_around


def _painted(subject: Any, colour: Colour) -> Any:
    return subject.model_copy(update={"surface": subject.surface.model_copy(update={"colours": (colour,)})})
