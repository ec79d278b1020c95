# SPDX-License-Identifier: GPL-3.0-or-later
"""Clothes that people and animals have on: who wears what, and what of it their figure shows."""

from __future__ import annotations

from diorama_catalogue import Tag, tagged, thing
from diorama_catalogue.named import form_of
from diorama_stage.scene_view import Scene, Staged, Surface


def worn(scene: Scene) -> dict[str, str]:
    """Clothes that people and animals have on: garment → who wears it. What is printed on is shown as a thing of its own, beside a figure of a person."""
    of = {s["id"]: s for s in scene["subjects"]}
    on_people = {
        o: r["subject"] for r in scene["relations"] if r["kind"] == "wearing" and of.get(r["subject"], {}).get("thing") in tagged(Tag.HUMAN)
        for o in r["objects"] if o in of and thing(of[o]["thing"]).worn_on and not of[o]["labels"]
    }  # fmt: skip
    return on_people | {
        o: r["subject"] for r in scene["relations"] if r["kind"] == "wearing" and of.get(r["subject"], {}).get("living")
        for o in r["objects"] if o in of and form_of(of[o])
    }  # fmt: skip


def clad(subject: Staged, scene: Scene) -> tuple[dict[str, Surface], frozenset[str]]:
    """The surfaces of a person's clothes by the figure's parts, and words for which clothes these are."""
    surfaces, words, clad = {}, set(), worn(scene)
    for garment in (s for s in scene["subjects"] if clad.get(s["id"]) == subject["id"]):
        words.add(f"in_{garment['thing']}")
        surface = garment["surface"]
        if surface["colours"] or surface["material"] or surface["pattern"]:
            record = thing(garment["thing"])
            too = (part for variant in garment["variants"] for part in record.worn_too.get(variant, ()))
            surfaces |= dict.fromkeys((*record.worn_on, *too), surface)
    return surfaces, frozenset(words)
