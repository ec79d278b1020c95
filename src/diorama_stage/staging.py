# SPDX-License-Identifier: GPL-3.0-or-later
"""The scene as a studio photographer sets it up before anything is built."""

from __future__ import annotations


def staged(scene: dict) -> dict:
    """The scene as a studio photographer sets it up: a surface and another backdrop mean a table before a backdrop; a dark backdrop means little fill."""
    environment, lighting = scene["environment"], scene["lighting"]
    ground, backdrop = environment["ground"], environment["backdrop"]
    if environment["setting"] == "studio" and (ground["material"] or ground["colours"]) and (backdrop["material"] or backdrop["colours"]):
        environment = {**environment, "ground_shape": "table"}
    dark = backdrop["colours"] and sum(int(backdrop["colours"][0]["hex"][i : i + 2], 16) for i in (1, 3, 5)) < 180
    if dark and lighting["mood"] == "natural" and environment["setting"] in ("studio", "tabletop", "plain_room"):
        lighting = {**lighting, "mood": "low_key"}
    if _afloat(scene):
        environment = {**environment, "ground_shape": "water"}
    return {**scene, "environment": environment, "lighting": lighting, "relations": [*scene["relations"], *_named(scene)]}


def _named(scene: dict) -> list[dict]:
    """A sign that stands nowhere else is the shop's own: it hangs over the shop front."""
    if scene["environment"]["setting"] != "shop_front":
        return []
    placed = {r["subject"] for r in scene["relations"]}
    return [{"subject": s["id"], "kind": "on", "objects": ["wall"]} for s in scene["subjects"] if s["thing"] == "sign" and s["id"] not in placed]


def _afloat(scene: dict) -> bool:
    """The things are in open water: the words put one there, or it is a boat that nothing says is ashore."""
    if scene["environment"]["setting"] not in ("lake", "sea"):
        return False
    at_water = {r["kind"] in ("on", "in") for r in scene["relations"] if "water" in r["objects"]}
    ashore = any("ground" in r["objects"] for r in scene["relations"])
    return at_water == {True} or (not at_water and not ashore and any(s["thing"] in ("boat", "sailboat") for s in scene["subjects"]))
