# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's traits from the scene: what they hold, wear beside what they are told to wear, and sit on; what the scene leaves open is left open."""

from __future__ import annotations

from diorama_catalogue import thing, tools
from diorama_catalogue.named import dresses_as, names
from diorama_stage.people import pose
from diorama_stage.people.climate import climate
from diorama_stage.people.doing import WIELDED


def traits(subject: dict, scene: dict, wears: list[dict], seated: bool) -> dict:
    """`scene.person.PersonTraits` as data. `wears`: subjects that the scene says this one wears."""
    out = _traits(subject, scene, wears, seated)
    done = {o for a in out.get("actions") or () for o in a["objects"]}
    things = {s["id"]: s.get("thing") for s in scene["subjects"]}
    own = {kind for a in out.get("actions") or () for kind in tools().get(a["deed"], ())}  # it is the deed that tells how its tool is held
    own |= {kind for deed, kind in WIELDED if any(a["deed"] == deed for a in out.get("actions") or ())}
    done |= {o for o, kind in things.items() if kind in own}
    held = [o for r in scene["relations"] if r["subject"] == subject["id"] and r["kind"] == "holding" for o in r["objects"] if o not in done]
    deeds = [{"deed": thing(things.get(o) or "").held_for or "holding", "objects": [o], "hand": None} for o in held]
    return {**out, "actions": [*(out.get("actions") or ()), *deeds], "climate": climate(scene)}


def _traits(subject: dict, scene: dict, wears: list[dict], seated: bool) -> dict:
    if subject.get("kind") == "person":
        return {
            **subject,
            "role": dresses_as(names(subject).role),
            "wears": [*subject.get("wears", ()), *(w for w in (_garment(g) for g in wears) if w)],
            **({"posture": "sitting"} if seated and not subject.get("posture") else {}),
        }
    posture = "sitting" if seated else next((s for s in subject["states"] if s in pose.TABLE["pose"]), None)
    return {"wears": [w for w in (_garment(g) for g in wears) if w], "role": dresses_as(names(subject).role), "posture": posture}


def _garment(subject: dict) -> dict | None:
    called = names(subject)
    return {"garment": called.garment, "names": called, "surface": subject["surface"], "styles": subject["styles"]} if called.garment else None
