"""Judged before delivery: claims come from the scene, verdicts from what was measured, and of several tries the best is delivered."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.contracts import Outcome
from diorama.contracts.tools import Claim, Verdict
from diorama.engines.guided import Guided
from diorama.engines.null import NullEngine
from diorama.engines.painter import PainterEngine
from diorama.recipe import Request
from diorama.scene import Colour, Label, Object, Relation, Surface
from diorama.studio import Settings, Studio, darkroom, judging
from diorama.studio.judging import claims_of, judged


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as made:
        yield made


@pytest.fixture
def shown(scene):
    """A red mug to the left of a cube, as a picture with its passes: (recipe, outcome)."""
    from diorama.recipe import resolve

    red = Surface(colours=(Colour(name="red", hex="#c81e1e"),))
    mug = Object(id="s1", noun="mug", thing="mug", surface=red)
    beside = Relation(subject="s1", kind="left_of", objects=("s2",))
    told = scene.model_copy(update={"subjects": (mug, Object(id="s2", noun="cube", thing="cube")), "relations": (beside,)})
    ids = np.zeros((64, 96), np.int32)
    ids[20:50, 10:40], ids[20:50, 60:90] = 1, 2
    albedo = np.full((64, 96, 3), 0.5, np.float32)
    albedo[ids == 1] = (0.58, 0.013, 0.013)
    boxes = [{"id": f"s{k}", "instance": f"s{k}.0", "index": k, "frame": [0.1, 0.3, 0.4, 0.7], "low": [k, 0, 0], "high": [k + 0.5, 1, 1]} for k in (1, 2)]
    passes = {"ids": ids, "albedo": albedo, "depth": np.ones((64, 96), np.float32)}
    recipe = resolve(Request(prompt="", scene=told, width=96, height=64, seed=1, engine="null"), told, engine_version="1")
    return recipe, Outcome.of(np.full((64, 96, 3), 128, np.uint8), passes=passes, report={"subjects": boxes, "visible": {"s1": 1.0, "s2": 1.0}})


def verdict(found, kind, subject=None):
    return next(one for one in found.verdicts if one.claim.kind == kind and subject in (None, one.claim.subject))


def test_a_scene_claims_what_can_be_measured(shown):
    kinds = [(claim.kind, claim.subject, claim.value) for claim in claims_of(shown[0].scene)]
    assert ("present", "s1", None) in kinds and ("count", "s1", 1) in kinds and ("colour", "s1", "#c81e1e") in kinds and ("left_of", "s1", None) in kinds


def test_glass_and_patterns_claim_no_colour_and_labels_claim_their_text(scene):
    red = (Colour(name="red", hex="#c81e1e"),)
    subjects = (
        Object(id="a", noun="vase", thing="vase", surface=Surface(colours=red, material="glass")),
        Object(id="b", noun="cup", thing="mug", surface=Surface(colours=red, pattern="stripes")),
        Object(id="c", noun="sign", thing="sign", labels=(Label(text="OPEN"),)),
    )  # fmt: skip
    claims = claims_of(scene.model_copy(update={"subjects": subjects, "relations": ()}))
    assert "colour" not in {claim.kind for claim in claims} and "OPEN" in {claim.value for claim in claims}


def test_a_picture_that_shows_it_all_scores_full(shown):
    recipe, outcome = shown
    found = judged(outcome.picture, recipe, outcome)
    assert found.score == 1.0 and not found.failed


def test_what_is_missing_is_said_with_what_was_seen(shown):
    recipe, outcome = shown
    ids = outcome.passes["ids"].copy()
    ids[ids == 1] = 0
    found = judged(outcome.picture, recipe, Outcome.of(outcome.picture, passes={**outcome.passes, "ids": ids}, report=outcome.report))
    assert verdict(found, "present", "s1").holds is False and "0 seen" in verdict(found, "count", "s1").seen and found.score < 0.7


def test_the_wrong_colour_and_the_wrong_side_fail(shown):
    recipe, outcome = shown
    blue = outcome.passes["albedo"].copy()
    blue[outcome.passes["ids"] == 1] = (0.01, 0.02, 0.6)
    swapped = outcome.passes["ids"][:, ::-1]
    found = judged(outcome.picture, recipe, Outcome.of(outcome.picture, passes={**outcome.passes, "albedo": blue}, report=outcome.report))
    assert "CIEDE2000" in verdict(found, "colour", "s1").seen
    found = judged(outcome.picture, recipe, Outcome.of(outcome.picture, passes={**outcome.passes, "ids": swapped}, report=outcome.report))
    assert "wrong side" in verdict(found, "left_of", "s1").seen


def test_without_passes_it_cannot_tell_and_says_so(shown):
    recipe, outcome = shown
    found = judged(outcome.picture, recipe, Outcome.of(outcome.picture))
    assert verdict(found, "present", "s1").holds is None and verdict(found, "exposed").holds is True


def test_of_several_tries_the_best_is_delivered_and_all_are_kept(studio, tmp_path, monkeypatch):
    request = Request(prompt="a red mug and a green bowl", seed=5, width=96, height=64, engine="null")
    (recipe,) = studio.recipes(request, studio.read(request))
    scores = iter((0.5, 1.0, 0.75))
    monkeypatch.setattr(judging, "judged", lambda *_, **__: judging.Judged(next(scores), ()))
    best = judging.best_of(studio, [recipe, recipe.with_seed(6), recipe.with_seed(7)], tmp_path / "best.png")
    assert best.made.recipe.seed == 6 and best.judged.score == 1.0 and [found.score for _, found in best.others] == [0.75, 0.5]
    assert len(studio.history.list()) == 3 and best.made.path.read_bytes() == studio.history.read(best.made.entry)


DRIFT = [{"instance": "s1.0", "finding": "missing", "text": "no mug is to be seen"}, {"instance": "s2.0", "finding": "moved", "text": "the bowl stands 9 % off"},
         {"instance": "s2.1", "finding": "there", "text": ""}]  # fmt: skip
CLAIMS = [("present", "s1", None, False), ("present", "s2", None, True), ("count", "s2", None, False), ("colour", "s1", None, False),
          ("colour", "s2", None, True), ("left_of", "s1", "s2", False), ("exposed", None, None, True)]  # fmt: skip


@pytest.mark.parametrize(("kind", "subject", "other", "holds"), CLAIMS)
def test_what_drifted_in_a_painted_picture_makes_its_claims_false_in_the_same_words(kind, subject, other, holds):
    measured = Verdict(claim=Claim(kind=kind, subject=subject, object=other), holds=True, confidence=0.9)
    (found,) = judging.painted([measured], DRIFT)
    assert found.holds is holds and (found.seen != "") is not holds


@pytest.fixture
def painter(studio, monkeypatch):
    """The fake painter led by a stage without Blender; it remembers how often it painted."""

    class Counted(PainterEngine):
        painted = 0

        def make(self, *job):
            self.painted += 1
            return super().make(*job)

    made = {"painter": Counted(), "stage": NullEngine()}
    made["painter+scene"] = Guided("painter", made.__getitem__)
    monkeypatch.setattr(studio, "engine", made.__getitem__)
    return made["painter"]


def test_over_a_scene_tries_end_where_nothing_is_wrong_and_judging_again_paints_nothing(studio, painter, tmp_path):
    options = {"photographed": "none", "drift": 0.12, "steady_from": 6}
    request = Request(prompt="a red mug", seed=5, width=256, height=256, engine="painter+scene", options=options)
    (recipe,) = studio.recipes(request, studio.read(request))
    best = judging.best_of(studio, [recipe.with_seed(5 + k) for k in range(4)], tmp_path / "best.png")
    assert painter.painted == 2 and best.made.recipe.seed == 6 and not best.judged.failed
    (worse, found), = best.others
    assert any(one.seen.startswith("the mug stands 1") and "to the right" in one.seen for one in found.failed)
    again, kept = judging.judge_picture(studio, darkroom.picture(studio, worse.id))
    assert painter.painted == 2 and {one.seen for one in again.failed} == {one.seen for one in found.failed}
