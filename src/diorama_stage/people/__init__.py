# SPDX-License-Identifier: GPL-3.0-or-later
"""People: from the scene's person (as data) to bodies with faces, hair and clothes.

traits (derive) → who (settle) → body (morphs) + face → clothes (fitted, what they hide cut away) → pose → objects
"""

from __future__ import annotations

import bpy

from diorama_stage.kit import Built
from diorama_stage.people import held, pack

FRAMED_NEAR = frozenset(("macro", "close_up", "medium_close", "medium"))
"""Framings that show faces so large that skin and hair are built finely."""


SPAN = {"macro": 0.28, "close_up": 0.36, "medium_close": 0.6, "medium": 1.0, "full": 2.2}
"""How much of the height of a figure a framing shows, metres."""


BLANK = {
    "thing": "doll_person",
    "variants": (),
    "surface": {"colours": (), "material": None, "pattern": None, "finish": ()},
    "parts": (),
    "shape": None,
    "states": (),
    "styles": (),
    "contents": None,
    "depicts": (),
    "labels": (),
}
"""What a thing has and a person has not."""


def as_things(scene: dict) -> dict:
    """The scene with its people given the (empty) fields that things have, so that what asks all subjects need not ask their kind first."""
    return {
        **scene,
        "subjects": [{**BLANK, **s, "states": (s["posture"],) if s.get("posture") else ()} if s.get("kind") == "person" else s for s in scene["subjects"]],
    }


def is_person(subject: dict) -> bool:
    """True for a person whom this package builds: the pack is there. Without it a sculpted figure stands in, which is also what the scene tells the
    material or the variant of."""
    return subject.get("thing") == "doll_person" and not subject["surface"]["material"] and not subject["variants"] and pack.available()


def cast_person(
    subject: dict,
    scene: dict,
    wears: list[dict],
    states: frozenset[str],
    seed: int,
    seat: float | None,
    grips: dict | None = None,
    holds: float | None = None,
    table: float = 0.74,
    load: held.Load | None = None,
    hung: int = 0,
) -> Built:
    """Build one person of the scene.

    `seat`: height of what they sit on, metres; `wears`: subjects that are their clothes; `grips`: where what they ride is sat on and held;
    `holds`: half the width of what their hand is closed round, `table`: the height of the table they are at, metres;
    `load`: what both hands hold; `hung`: how many things hang from their hands.
    """
    from diorama_stage.people.build import Stand, person
    from diorama_stage.people.derive import traits

    data = traits(subject, scene, wears, seat is not None or "seated" in states)
    near = scene["camera"]["framing"] in FRAMED_NEAR
    render = bpy.context.scene.render
    pixel = SPAN.get(scene["camera"]["framing"], 4.0) / max(render.resolution_y, 1)
    return person(
        data,
        seed,
        Stand(
            pixel=pixel,
            grips=grips,
            holds=holds,
            table=table,
            load=load,
            hung=hung,
            mirrored=bool(subject.get("mirrored")),
            at=subject.get("at", ("", ""))[1],
            seat=seat if data.get("posture") == "sitting" else None,
            near=near,
            lens=scene["camera"]["azimuth"],
        ),
    )
