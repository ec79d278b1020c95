# SPDX-License-Identifier: GPL-3.0-or-later
"""Brows go with a face's expression: up at the nose of who is sad or afraid, down there of who is angry, high over the eyes of who is surprised."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama.assets import installed  # noqa: E402

if not installed():
    pytest.skip("people are not set up here: `python -m diorama.assets`", allow_module_level=True)

from diorama_stage.people import body, hair  # noqa: E402
from diorama_stage.people.build import shape  # noqa: E402
from diorama_stage.people.pack import base  # noqa: E402
from diorama_stage.people.strands import hair_shader  # noqa: E402
from diorama_stage.people.who import settle  # noqa: E402

SEEDS = range(4)


def roots(traits: dict, seed: int) -> np.ndarray:
    """Where the hairs of somebody's brows grow, (n, 3) at rest, metres."""
    who = settle(traits, seed)
    face, calm, _ = shape(who)
    still = np.tile(np.eye(4), (len(base().bones), 1, 1))
    made = hair._brows(who, (face, calm), still, hair_shader("#402010"), np.random.default_rng(seed), 1.0)
    flat = np.empty(len(made.data.attributes["position"].data) * 3, np.float32)
    made.data.attributes["position"].data.foreach_get("vector", flat)
    return flat.reshape(-1, 5, 3)[:, 0].astype(float)


def brows(expression: str) -> np.ndarray:
    """Mean over some faces: how much brows rise over their inner two thirds, by the way out; how high they stand over the eyes, millimetres."""
    told = []
    for seed in SEEDS:
        traits = {"age": 30, "sex": "female", "expression": expression}
        at = roots(traits, seed)
        calm = shape(settle(traits, seed))[1]
        x = np.abs(at[:, 0])
        inner = x < x.min() + 0.62 * np.ptp(x)
        told.append((np.polyfit(x[inner], at[inner, 2], 1)[0], 1000 * (at[:, 2].mean() - hair.follow_eye("l", calm)[2])))
    return np.mean(told, axis=0)


def test_brows_tell_sadness_and_anger_by_their_slope():
    """They were brought to one slope after the expression had moved them, so that the sad, the afraid and the angry had the same brows."""
    calm, sad, afraid, angry = (brows(e)[0] for e in ("neutral", "sad", "afraid", "angry"))
    assert 0.08 < calm < 0.32, "usual brows rise from the nose"
    assert sad < calm - 0.12 and afraid < calm - 0.08
    assert angry > calm + 0.06


def test_brows_of_who_is_surprised_are_high_and_of_who_is_angry_low():
    calm, surprised, angry = (brows(e)[1] for e in ("neutral", "surprised", "angry"))
    assert surprised > calm + 3.0
    assert angry < calm - 2.0


def test_brows_of_women_grow_sparse_and_those_of_men_do_not():
    count = lambda age, sex: np.mean([len(roots({"age": age, "sex": sex, "expression": "neutral"}, seed)) for seed in SEEDS])  # noqa: E731
    assert count(78, "female") < 0.75 * count(30, "female")
    assert count(78, "male") > 0.9 * count(30, "male")


def shown(age: float, expression: str) -> tuple[float, float]:
    """How much of the upper and of the lower front teeth stands between parted lips, millimetres, in the middle of a face."""
    from diorama_stage.people import cards
    from diorama_stage.people.pack import fitted

    face, _, _ = shape(settle({"age": age, "sex": "female", "expression": expression}, 3))
    thing, at, own = fitted("Teeth_Base"), base().verts, base().groups["body"]
    teeth = cards.carried(thing, face, np.tile(np.eye(4), (len(base().bones), 1, 1)), age)
    rest, open_ = thing.on(at), body.morphed(at, {"faceunits/jawOpen": 0.4})
    front = (np.abs(rest[:, 0]) < 0.006) & (rest[:, 1] < -0.14)
    jaw = (thing.on(open_) - rest)[:, 2] < -0.004
    lips = own[(np.abs(at[own, 0]) < 0.004) & (at[own, 1] < -0.15) & (np.abs(at[own, 2] - 0.6608) < 0.004)]
    below = (open_ - at)[lips, 2] < -0.004
    upper_lip, lower_lip = face[lips[~below], 2].min(), face[lips[below], 2].max()
    return 1000 * (upper_lip - teeth[front & ~jaw, 2].min()), 1000 * (teeth[front & jaw, 2].max() - lower_lip)


@pytest.mark.parametrize("expression", ["shouting", "surprised", "laugh"])
def test_an_open_mouth_shows_the_upper_teeth_of_the_young(expression):
    """The upper row ended where the lip does, and who was surprised or shouted bared a centimetre of the lower one alone."""
    upper, lower = shown(25, expression)
    assert upper > 2.5 and lower < 1.6


def test_the_old_show_less_of_the_upper_teeth_and_more_of_the_lower():
    (upper, lower), (young, below) = shown(70, "shouting"), shown(25, "shouting")
    assert upper < young - 1.5 and lower > below + 1


@pytest.mark.parametrize("expression", ["shouting", "laugh", "open_smile", "neutral"])
@pytest.mark.parametrize("age", [4, 8, 25, 70])
def test_no_tooth_comes_through_a_face(age, expression):
    """Below the lip a chin is hollow, and those of children are small: the lower row stood out there as white spots."""
    from diorama_stage.people import cards

    for seed in SEEDS:
        face, _, _ = shape(settle({"age": age, "expression": expression}, seed))
        teeth = cards.carried(cards.fitted("Teeth_Base"), face, np.tile(np.eye(4), (len(base().bones), 1, 1)), age)
        own = face[base().groups["body"]][base().verts[base().groups["body"], 1] < -0.1]
        for tooth in teeth[teeth[:, 1] < np.percentile(teeth[:, 1], 20)]:
            near = np.hypot(*(own - tooth)[:, [0, 2]].T) < 0.005
            assert not near.any() or own[near, 1].min() < tooth[1] - 0.0015


def test_a_beard_is_short_beneath_the_jaw_and_leaves_the_neck_free():
    """As long there as on the chin it hung on the neck like a bib. A long one hangs."""
    from diorama_stage.people import groom, rig

    def hangs(beard: str) -> float:
        """How far below the chin the hairs before the throat end, metres."""
        who = settle({"age": 28, "sex": "male", "facial_hair": {"beard": beard}}, 2)
        face, _, bones = shape(who)
        matrices = rig.posed(bones, {})
        head = groom.head_of(face, matrices[bones.at("head")], face, [])
        made = hair._beard(who, head, 1.0, hair_shader("#402010"), np.random.default_rng(1))
        flat = np.empty(len(made.data.points) * 3, np.float32)
        made.data.attributes["position"].data.foreach_get("vector", flat)
        tip = flat.reshape(-1, 8, 3)[:, -1]
        return float(head.chin - np.percentile(tip[tip[:, 1] > head.middle[1] - 0.05, 2], 3))

    assert hangs("full") < 0.022 < 0.06 < hangs("long")


def test_hair_that_stands_off_all_around_is_short_at_its_edge():
    """As long at the hairline as on the crown it sat on the brow like a helmet."""
    from diorama_stage.people import groom, rig

    who = settle({"age": 28, "sex": "female", "hair": {"styles": ["afro"]}}, 2)
    face, _, bones = shape(who)
    head = groom.head_of(face, rig.posed(bones, {})[bones.at("head")], face, [])
    paths, at = groom.guides(head, groom.cut_of(who), np.random.default_rng(1), hair.covered(who))
    long = np.linalg.norm(np.diff(paths, axis=1), axis=2).sum(axis=1)
    over = groom.above(at + groom.MIDDLE)
    assert long[over < 0.006].mean() < 0.6 * long[over > 0.05].mean()
