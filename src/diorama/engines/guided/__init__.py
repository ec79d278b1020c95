"""A painter led by the stage: exact passes of the scene first, then any engine that takes pictures to go by paints over them.

scene → stage → passes → leads (depth, edges, …) ─┐
      └→ caption (words in the painter's form) ───┴→ painter → laid (what stays photographed, with its shadow and light) → drift (what is not where it was put)

engine    the contract: `z-image+scene` is the engine z-image, led             options  what is led how, besides the painter's own
takes     the stage's part: the scene photographed, and the set without what stays photographed
leads     passes as the pictures that painters go by                          caption, clauses  the scene in words
compare   where two scenes differ in the picture: what a refinement repaints
laid      differential rendering: things of one picture in another           drift    outlines and colours, looked for where they should be
"""

from diorama.engines.guided.engine import Guided

__all__ = ["Guided"]
