# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is with somebody, or at play: two who are together, who sits on a swing and who pushes them, who has a kite on its line. Pure on the scene."""

from __future__ import annotations

from diorama_catalogue import Tag, tagged

PORTRAITS = frozenset(("macro", "close_up", "medium_close"))
"""Framings that show nothing of what somebody rides."""
COMPANY = 34.0
"""Degrees that each of two who are together is turned from the lens to the other."""


def swung(scene: dict) -> dict:
    """Who sits on a swing holds its chains; who pushes somebody there stands behind them (`swings`: at which swing)."""
    swings = {s["id"] for s in scene["subjects"] if s.get("thing") in tagged(Tag.SWUNG_ON)}
    on = {r["subject"]: o for r in scene["relations"] if r["kind"] in ("on", "in", "riding") for o in r["objects"] if o in swings}
    people = {s["id"]: s for s in scene["subjects"] if s.get("kind") == "person" and s["count"] == 1}
    sat = {id: o for id, o in on.items() if id in people and people[id].get("posture") in (None, "sitting")}
    pushes = lambda s: next((sat[o] for a in s.get("actions") or () if a["deed"] == "pushing" for o in a["objects"] if o in sat and o != s["id"]), None)  # noqa: E731
    behind = {id: o for id, s in people.items() if id not in sat and (o := pushes(s))}

    def told(s: dict) -> dict:
        if s["id"] in sat:
            return {**s, "gestures": tuple(s.get("gestures") or ()) or ("on_chains",), "turned": 0.0, "gaze": s.get("gaze") or "ahead"}
        if s["id"] in behind:
            own = {"swings": behind[s["id"]], "actions": (), "gestures": ("pushing_low",), "turned": 0.0, "posture": "standing"}
            return {**s, **own, "gaze": s.get("gaze") or "down"}
        return s

    gone = lambda r: r["subject"] in behind and r["kind"] in ("near", "behind", "with", "beside")  # noqa: E731
    return {**scene, "subjects": [told(s) for s in scene["subjects"]], "relations": [r for r in scene["relations"] if not gone(r)]}


def flown(scene: dict) -> dict:
    """Who has something flying on a line near them holds the line, and looks up to it (`flies`: what)."""
    kites = {s["id"] for s in scene["subjects"] if s.get("thing") in tagged(Tag.FLOWN) and s["count"] == 1}
    near = {r["subject"]: o for r in scene["relations"] if r["kind"] in ("near", "with") for o in r["objects"] if o in kites}
    near |= {o: r["subject"] for r in scene["relations"] if r["kind"] == "above" and r["subject"] in kites for o in r["objects"]}

    def told(s: dict) -> dict:
        free = s.get("kind") == "person" and s["count"] == 1 and not s.get("actions") and not s.get("gestures")
        if s["id"] not in near or not free or s.get("posture") not in (None, "standing", "walking", "running"):
            return s
        return {**s, "flies": near[s["id"]], "gestures": ("flying",), "turned": 38.0 if s.get("turned") is None else s["turned"], "gaze": "up"}

    return {**scene, "subjects": [told(s) for s in scene["subjects"]]}


BESIDE_EACH_OTHER = frozenset(("with", "near", "beside"))


def in_company(scene: dict) -> dict:
    """Two of whom no more is told than that they are together stand half turned to each other (`company`: which of the two each is)."""
    people = [s for s in scene["subjects"] if s.get("kind") == "person"]
    if sum(s["count"] for s in people) != 2 or scene["camera"]["framing"] in PORTRAITS:
        return scene
    pair = [s["id"] for s in people for _ in range(s["count"])]
    bound = ("meets", "bears", "borne", "on_hands", "feeds", "tends", "leads", "swings", "flies", "treated", "boards")
    free = lambda s: s.get("posture") in (None, "standing") and not any(s.get(k) for k in (*bound, "gaze", "actions", "gestures")) and s.get("turned") is None  # noqa: E731
    tied = [r for r in scene["relations"] if set(pair) & {r["subject"], *r["objects"]}]
    plain = all(
        r["kind"] in ("wearing", "holding") or r["kind"] in BESIDE_EACH_OTHER and set(r["objects"]) <= set(pair) or "ground" in r["objects"] for r in tied
    )
    if not plain or not all(free(s) for s in people):
        return scene
    told = lambda s: {**s, "company": tuple(k for k, id in enumerate(pair) if id == s["id"])}  # noqa: E731
    gone = lambda r: r["kind"] in BESIDE_EACH_OTHER and {r["subject"], *r["objects"]} <= set(pair)  # noqa: E731
    return {
        **scene,
        "subjects": [told(s) if s["id"] in pair else s for s in scene["subjects"]],
        "relations": [r for r in scene["relations"] if not gone(r)],
    }
