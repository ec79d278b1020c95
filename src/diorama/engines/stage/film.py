"""Films: one scene, one exposure, a camera or a sun that moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
from pydantic import Field

from diorama.contracts import File, Listen, Options, Outcome, Progress, Warned
from diorama.errors import EngineUnavailable, RequestError
from diorama.image.clips import TYPES, Clip, can, encode_clip
from diorama.recipe import Recipe
from diorama.scene import Scene

Move = Literal["orbit", "dolly_in", "dolly_out", "pan_left", "pan_right", "crane_up", "crane_down", "daylight", "none"]
MOST_FRAMES = 600
NOON = 13.0
"""The hour at which the stage's sun changes sides."""


class FilmOptions(Options):
    """What makes a film of a picture; with `move` left out there is none."""

    move: Move | None = Field(
        default=None, description="A film: what the camera does; daylight: it stands, and the hour goes on; none: a picture, whatever the words ask for"
    )
    seconds: float = Field(default=3.0, gt=0, le=60, description="How long a film is")
    fps: float = Field(default=12.0, ge=1, le=60, description="A film's frames a second")
    amount: float | None = Field(default=None, gt=0, le=120, description="How far the camera goes: degrees of an orbit or pan; else the share of its distance")
    hours: float = Field(default=2.0, ge=-12, le=12, description="How many hours pass while daylight moves")
    clip: Clip | None = Field(default=None, description="A film's file: mp4, webp, gif, zip (its frames); without it mp4, or webp where nothing writes that")


class Film(NamedTuple):
    """A film, as the worker has it."""

    move: str
    amount: float | None
    hours: float
    frames: int
    fps: float
    clip: Clip | None

    def request(self, first: int, last: int) -> dict[str, Any]:
        return {"move": self.move, "amount": self.amount, "hours": self.hours, "frames": self.frames, "first": first, "last": last}


def film_of(options: FilmOptions, scene: Scene) -> Film | None:
    """The film that is asked for; None for a picture. Raises RequestError for one that cannot be, EngineUnavailable for a file that nothing here writes."""
    if options.move in (None, "none"):
        return None
    if options.clip is not None and not can(options.clip):
        raise EngineUnavailable("nothing here writes MP4", where="options.clip", hint="pip install 'diorama[film]', or ask for webp, gif or zip")
    frames = max(round(options.seconds * options.fps), 2)
    if frames > MOST_FRAMES:
        raise RequestError(f"{frames} frames", where="options.seconds", hint=f"{MOST_FRAMES} at most: fewer seconds, or fewer frames a second")
    if options.move in ("dolly_in", "dolly_out", "crane_up", "crane_down") and options.amount is not None and not options.amount < 1:
        raise RequestError(f"a move of {options.amount:g} times the distance", where="options.amount", hint="a share below 1, such as 0.3")
    begin, end = scene.lighting.hour, scene.lighting.hour + options.hours
    if options.move == "daylight" and not (0 <= end < 24 and (begin < NOON) == (end < NOON)):
        told = f"from {begin:g} to {end:g} o'clock the sun would leap from one side to the other"
        raise RequestError(told, where="options.hours", hint="stay before 13 o'clock, or after it, within one day")
    return Film(options.move, options.amount, options.hours, frames, options.fps, options.clip)


def told_film(film: Film, ranges: Sequence[np.ndarray], recipe: Recipe, listen: Listen) -> Outcome:
    """The film of its ranges, in order; its middle frame is the picture that stands for it."""
    frames = [frame for one in ranges for frame in one]
    if len(frames) != film.frames:
        raise RequestError(f"{len(frames)} frames came of {film.frames}", where="pieces", hint="try the job again")
    format: Clip = film.clip or ("mp4" if can("mp4") else "webp")
    if film.clip is None and format != "mp4":
        listen(Warned("no_mp4", "nothing here writes MP4 (pip install 'diorama[film]'): the film is an animated WebP"))
    listen(Progress("develop", 0.99, "writing the film"))
    data = encode_clip(frames, film.fps, format)
    report = {"film": {"move": film.move, "frames": film.frames, "fps": film.fps, "clip": format}}
    return Outcome.of(frames[len(frames) // 2], files=(File(f"film.{format}", TYPES[format], data),), report=report, scene=recipe.scene)
