# SPDX-License-Identifier: GPL-3.0-or-later
"""Are people read and settled as asked: `python -m bench.fidelity.who`. Prints every case that fails, and shares by what is asked; makes no picture.

age, turned  between two values, years and degrees
wears        "garment colour" (or a garment alone), worn by the first of them and built
count        of people
the rest     fields of who it is, as the stage settles them (`who.settle`), or of the scene as it gets it: sex, length, texture, style, hair (its colour's
             name), beard, moustache, tone, ancestry, skin, expression, eyes, gaze, posture, gesture, deed, role
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.fidelity.tally import tally
from diorama.errors import DioramaError
from diorama.language import read
from diorama_stage.figures import as_figures
from diorama_stage.people import as_things, company
from diorama_stage.people.garments import wardrobe
from diorama_stage.people.who import Who, settle

CASES = Path(__file__).with_name("who.toml")
SEED = 7


def shortfalls(case: dict) -> Iterator[tuple[str, str | None]]:
    """Each thing asked with None, or what was found instead."""
    try:
        scene = company.staged(as_things(dict(as_figures(json.loads(read(case["prompt"]).scene.model_dump_json())))))
    except DioramaError as wrong:
        yield "reading", str(wrong)
        return
    people = [s for s in scene["subjects"] if s.get("kind") == "person"]
    if "count" in case:
        found = sum(s["count"] for s in people)
        yield "count", None if found == case["count"] else str(found)
    if not people:
        yield "somebody", ", ".join(s["noun"] for s in scene["subjects"])
        return
    told, who = people[0], settle(people[0], SEED)
    for key in ("age", "turned"):
        if key in case:
            found = who.age if key == "age" else abs(who.turned or 0.0)
            yield key, None if case[key][0] <= found <= case[key][1] else f"{found:g}"
    for asked in case.get("wears", ()):
        yield "wears", _worn(asked, told, who)
    seen = _seen(told, who)
    for key in set(case) & set(seen):
        yield key, None if case[key] in seen[key] else ", ".join(map(str, seen[key])) or "nothing"


def _seen(told: dict, who: Who) -> dict[str, tuple]:
    """What may be asked by its name, and what there is of it."""
    hair = told.get("hair") or {}
    return {
        "sex": ("female" if who.female else "male",),
        "length": (who.hair.length,),
        "texture": (who.hair.texture,),
        "style": tuple(who.hair.styles),
        "hair": ((hair.get("colour") or {}).get("name"),),
        "beard": (who.beard,),
        "moustache": (who.moustache,),
        "tone": (who.tone,),
        "ancestry": (who.ancestry,),
        "skin": tuple(who.details),
        "expression": (who.expression,),
        "eyes": (who.eyes,),
        "gaze": (who.gaze,),
        "posture": ("riding" if "rides" in told.get("at", ()) else who.posture,),
        "gesture": tuple(who.gestures),
        "deed": (*(a["deed"] for a in who.actions), *(("holding", "hugging") if "bears" in told else ())),
        "role": (who.role,),
    }


def _worn(asked: str, told: dict, who: Who) -> str | None:
    """None where a garment is told of in its colour and something for it is worn."""
    garment, _, colour = asked.partition(" ")
    for g in told.get("wears") or ():
        names = [c["name"] for c in (g.get("surface") or {}).get("colours") or ()]
        if g["garment"].replace("-", "_").replace(" ", "_") == garment and (not colour or colour in names):
            return None if any(w.asked.get("noun") == g["noun"] for w in wardrobe(who)) else f"no cut for {garment}"
    return ", ".join(g["garment"] for g in told.get("wears") or ()) or "nothing told of"


if __name__ == "__main__":
    tally(CASES, shortfalls)
