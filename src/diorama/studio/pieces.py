"""Pictures in pieces: what is too large for one worker, and films. See `contracts.Divides`."""

from __future__ import annotations

from diorama.contracts import Cancel, Divides, Listen, Piece, nobody
from diorama.errors import EngineRefused
from diorama.recipe import Recipe
from diorama.studio.make import Studio
from diorama.studio.standing import stands


def pieces(studio: Studio, recipe: Recipe, **wanted: bool) -> tuple[Piece, ...]:
    """How the picture is divided; none: it is made whole."""
    engine = studio.engine(recipe.engine)
    return engine.pieces(studio.job(recipe, **wanted)) if isinstance(engine, Divides) and stands(recipe) is None else ()


def survey(studio: Studio, recipe: Recipe, listen: Listen = nobody, cancel: Cancel | None = None) -> Recipe:
    """The recipe with all that is settled once for its pieces."""
    return recipe.with_scene(_divides(studio, recipe).survey(studio.job(recipe), listen, cancel or Cancel()).scene)


def piece(studio: Studio, recipe: Recipe, one: Piece, *, passes: bool = False, listen: Listen = nobody, cancel: Cancel | None = None) -> bytes:
    """One piece of a settled recipe, as a file."""
    return _divides(studio, recipe).piece(studio.job(recipe, passes=passes), one, listen, cancel or Cancel())


def _divides(studio: Studio, recipe: Recipe) -> Divides:
    engine = studio.engine(recipe.engine)
    if not isinstance(engine, Divides):
        raise EngineRefused(f"{recipe.engine} makes no pictures in pieces", where="engine", hint="have it made whole")
    return engine
