# SPDX-License-Identifier: GPL-3.0-or-later
"""From a scene (JSON) to a Blender scene that is ready to be photographed.

staged → cast (measured) → arranged → built, once → looked at (are all subjects seen?) → set → light → composed
"""

from __future__ import annotations

import bpy

from diorama_stage import leashes, moves, riding, touching
from diorama_stage.arranging import arranged
from diorama_stage.cast import cast
from diorama_stage.composed import Clock, Composed, Tell
from diorama_stage.figures import as_figures
from diorama_stage.frozen import frozen
from diorama_stage.people import as_things, company
from diorama_stage.people.bearing import at_ease
from diorama_stage.render.settings import use_cycles
from diorama_stage.scene_view import Scene
from diorama_stage.staging import staged
from diorama_stage.surrounding import surround


def clear() -> None:
    """An empty Blender scene; the session's own data (fonts, images in use) goes too. Preferences stay (reading them again takes five times as long)."""
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    if bpy.context.scene.world is None:
        bpy.context.scene.world = bpy.data.worlds.new("world")


def as_staged(scene: Scene) -> Scene:
    """The scene as it is set up before anything is measured: who is at what, what is understood though no word says so."""
    return frozen(staged(company.staged(touching.staged(riding.staged(as_things(at_ease(as_figures(frozen(scene)))))))))


def compose(scene: Scene, *, seed: int, width: int, height: int, tell: Tell = lambda *_: None, film: dict | None = None) -> Composed:
    """All of it; for a film the place is built as far round as its camera will see. Raises NoProp for a thing that no prop builds."""
    clock = Clock()
    scene, made = set_out(scene, seed=seed, width=width, height=height, tell=tell, clock=clock)
    if film and film["move"] in moves.USUAL and not (scene.get("layout") or {}).get("viewpoint"):  # a settled one is as wide as it was
        made.shot = moves.widened(made.shot, film["move"], film.get("amount"))
    tell("set", 0.0, f"setting: {scene['environment']['setting'].replace('_', ' ')}")
    surround(scene, made, seed, clock)
    return made


def set_out(scene: Scene, *, seed: int, width: int, height: int, tell: Tell = lambda *_: None, clock: Clock | None = None) -> tuple[Scene, Composed]:
    """Measure the things, arrange and frame them, build them; no place around them yet. Returns the scene as it is staged, too."""
    clock = clock or Clock()
    clear()
    use_cycles(width, height, seed)
    animals = frozenset(s["id"] for s in scene["subjects"] if s.get("kind") == "animal")
    scene = as_staged(scene)
    actors = cast(scene, seed, lambda done, text: tell("build", done, text))
    clock.lap("build")
    tell("arrange", 0.0, "arranging")
    made = arranged(scene, actors, seed, width / height, tell)
    leashes.draw(made.actors, scene)
    clock.lap("arrange")
    made.seconds, made.figures = clock.laps, animals
    return scene, made
