# SPDX-License-Identifier: GPL-3.0-or-later
"""A pose made to fit what hands are on: flesh meets the point that it is to touch, and the head is turned to it. Pure (numpy)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_stage.people import held, pose, rig
from diorama_stage.people.pack import base

ROUNDS, FARTHEST = 3, 0.5
"""How often a hand is moved to what it touches, and how far in all, metres."""
NODS, TURNS = (-25.0, 42.0), 50.0
"""Degrees that a head is bent down, and turned aside, at most, to look at something."""


def _hand_rows(bones: rig.Skeleton, side: str) -> np.ndarray:
    """Vertices of the body that are of a hand."""
    names = [k for k, name in enumerate(bones.names) if name.endswith(f".{side}") and (name.startswith("finger") or name.startswith("metacarpal"))]
    weights = base().weights
    return np.flatnonzero(np.asarray(weights[:, names].sum(axis=1)).ravel() > 0.5)


def reached(solver: pose.Solver, chosen: pose.Pose, verts: np.ndarray, at: dict[str, np.ndarray]) -> pose.Pose:
    """The pose with the skin of each hand on its point of `at` (left, right: (3,), the figure's frame), as far as the arm reaches.

    `verts`: the body at rest."""
    rows = {side: _hand_rows(solver.bones, side[0].upper()) for side in ("left", "right") if side in at}
    moved = dict.fromkeys(rows, np.zeros(3))
    for _ in range(ROUNDS):
        matrices = solver.solve(chosen)
        for side, own in rows.items():
            skin = rig.follow(verts, base().weights, matrices)[own] if len(own) else np.zeros((0, 3))
            if not len(skin):
                continue
            away = at[side] - skin[int(np.linalg.norm(skin - at[side], axis=1).argmin())]
            moved[side] = moved[side] + away
            if (far := float(np.linalg.norm(moved[side]))) > FARTHEST:
                moved[side] = moved[side] * FARTHEST / far
                continue
            hand = in_world(solver, getattr(chosen, side), side)
            chosen = replace(chosen, **{side: replace(hand, at=tuple(np.array(hand.at) + away))})
        if "grasp" in at:
            hand = in_world(solver, chosen.right, "right")
            chosen = replace(chosen, right=replace(hand, at=tuple(np.array(hand.at) + at["grasp"] - solver.grasp("R"))))
    return chosen


def in_world(solver: pose.Solver, hand: pose.Hand, side: str) -> pose.Hand:
    """The same hand, told by where its wrist is in the figure's frame."""
    if hand.of == "world":
        return hand
    sign = 1 if side == "left" else -1
    flip = np.array([sign, 1, 1.0])
    turn = solver.world("root") if hand.of in ("hip", "knee", "ground", "table", "saddle") else solver.world("spine01")
    told = {name: tuple(solver.world("root").inv().apply(turn.apply(np.array(getattr(hand, name)) * flip)) * flip) for name in ("fingers", "palm")}
    wrist = solver.where(f"wrist.{side[0].upper()}")
    return replace(hand, at=tuple(map(float, wrist)), of="world", **told)


STEEP, FLAT = 0.9, 0.5
"""Sines of how steeply a long tool stands, at most and at least."""
ASIDE = 22.0
"""Degrees to the left of straight ahead that it points."""


def grounded(solver: pose.Solver, chosen: pose.Pose, tool: held.Load) -> tuple[pose.Pose, dict[str, np.ndarray]]:
    """The pose with the right hand low enough for a long tool to stand on the ground; where its head is (`tool`), and the left hand on its shaft."""
    row = pose.TABLE["tool"][tool.kind]
    long = row["ground"]
    solver.solve(chosen)
    high = solver.grasp("R")[2]
    if high > STEEP * long:
        hand = in_world(solver, chosen.right, "right")
        chosen = replace(chosen, right=replace(hand, at=tuple(np.array(hand.at) - (0.0, 0.0, high - STEEP * long))))
        solver.solve(chosen)
    at = solver.grasp("R")
    ahead = solver.world("spine01").apply((0.0, -1.0, 0.0))[:2]
    turn = np.arctan2(ahead[1], ahead[0]) + np.radians(ASIDE)
    steep = float(np.clip(at[2] / long, FLAT, 0.999))
    flat = np.sqrt(1 - steep**2)
    way = np.array([np.cos(turn) * flat, np.sin(turn) * flat, -steep])
    tip = at + way * long
    origin, along, face = held.guided(tool, solver, tip)
    turn = np.stack([np.cross(-face, along), -face, along], axis=1)
    return chosen, {"left": origin + turn @ np.array(tool.shaft[1] if tool.shaft else row["left"]), "tool": tip}


def looked_at(solver: pose.Solver, chosen: pose.Pose, at: dict[str, np.ndarray]) -> pose.Pose:
    """The pose with the head turned to the middle of `at`, as far as a neck lets."""
    solver.solve(chosen)
    goal = np.mean(list(at.values()), axis=0)
    head = solver.world("head")
    eyes = (solver.where("eye.L") + solver.where("eye.R")) / 2
    own = head.inv().apply(goal - eyes)
    down = np.degrees(np.arctan2(-own[2], np.hypot(own[0], own[1])))
    aside = np.degrees(np.arctan2(own[0], -own[1]))
    forward, left, about = chosen.head
    nod, turn = float(np.clip(0.75 * down, *NODS)), float(np.clip(0.8 * aside, -TURNS, TURNS))
    return replace(chosen, head=(forward + nod, left, about + turn))
