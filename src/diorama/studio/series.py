"""A series: one brief, many subjects, in the same light, with the same lens, palette and place.

"a {subject} on white marble, softbox from the left" + subjects → readings → scenes that share the first one's surroundings, light, camera and film
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from diorama.errors import RequestError
from diorama.recipe import Recipe, Request
from diorama.scene import Layout, Scene
from diorama.studio.make import Studio
from diorama.studio.words import Reading

PLACE = "{subject}"
MOST = 64


def series(
    studio: Studio, brief: str, subjects: Sequence[str], request: Request, own: Callable[[str], Mapping[str, Any]] = lambda _: {},
) -> list[tuple[Reading, Recipe]]:
    """A reading and a recipe for each subject; `request` says size, quality, seed and engine, `own` what else a subject's request has. Raises RequestError for
    a brief without its place."""
    if PLACE not in brief:
        raise RequestError(f"the brief has no {PLACE}", where="brief", hint=f'"a {PLACE} on white marble, softbox from the left"')
    names = [s.strip() for s in subjects if s.strip()]
    if not 1 <= len(names) <= MOST:
        raise RequestError(f"{len(names)} subjects are not allowed", where="subjects", hint=f"1 to {MOST}")
    made: list[tuple[Reading, Recipe]] = []
    for name in names:
        seed = made[0][1].seed if made else request.seed
        wish = request.model_copy(update={"prompt": brief.replace(PLACE, name), "seed": seed, "count": 1, **own(name)})
        reading = studio.read(wish)
        assert reading is not None, "a brief brings no scene of its own"
        if made:
            reading = reading.model_copy(update={"scene": alike(made[0][0].scene, reading.scene)})
        made.append((reading, studio.recipes(wish, reading)[0]))
    return made


def alike(first: Scene, own: Scene) -> Scene:
    """A scene with the surroundings, light, camera and film of the first; lamps that are things of its own still shine."""
    lights = tuple(x for x in first.lighting.lights if x.subject is None)
    used = [int(x.id[1:]) for x in lights if x.id[1:].isdigit()]
    practical = tuple(
        x.model_copy(update={"id": f"l{max(used, default=0) + k}"}) for k, x in enumerate((x for x in own.lighting.lights if x.subject is not None), 1)
    )  # fmt: skip
    return own.model_copy(
        update={
            "environment": first.environment, "lighting": first.lighting.model_copy(update={"lights": (*lights, *practical)[:16]}),
            "camera": first.camera.model_copy(update={"focus": own.camera.focus}), "film": first.film,
        }
    )  # fmt: skip


def metered(recipe: Recipe, first: Scene) -> Recipe:
    """The recipe with the exposure, tones and white balance that the first picture was metered with, so that white is the same white throughout."""
    if first.layout is None:
        return recipe
    settings = ("exposure", "white_balance", "black", "contrast")
    layout = Layout(**{name: getattr(first.layout, name) for name in settings})
    return recipe.with_scene(recipe.scene.model_copy(update={"layout": layout}))
