"""Pictures in tiles and films in ranges: what is divided, what a tile's file keeps, and, with Blender, that the joined picture is the whole one."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.contracts import Job, Piece
from diorama.engines.stage import StageEngine, pieces
from diorama.engines.stage.engine import StageOptions
from diorama.engines.stage.film import film_of
from diorama.errors import RequestError
from diorama.recipe import Request, resolve


def of(scene, width, height, **options) -> Job:
    request = Request(prompt="a mug", seed=3, width=width, height=height, quality="draft", options=options)
    return Job(resolve(request, scene, engine_version="1", options=dict(options)))


@pytest.mark.parametrize("size", [(4096, 4096), (4096, 2304), (1152, 4096), (3000, 2999)])
def test_tiles_cover_the_picture_once_and_are_small(size):
    covered = np.zeros(size[::-1], np.uint8)
    for one in pieces.boxes(*size):
        left, top, right, bottom = one.box
        covered[top:bottom, left:right] += 1
        assert (right - left) * (bottom - top) <= 1.1 * pieces.TILE and max(right - left, bottom - top) < 2.2 * min(right - left, bottom - top)
    assert (covered == 1).all()


def test_what_one_worker_can_take_is_made_whole(scene):
    assert StageEngine().pieces(of(scene, 2048, 2048)) == ()
    assert StageEngine().pieces(of(scene, 4096, 4096, background="none")) == ()


def test_ranges_hold_each_frame_once_in_order(scene):
    found = StageEngine().pieces(of(scene, 64, 64, move="orbit", seconds=3.0, fps=12.0))
    assert [n for one in found for n in range(*one.frames)] == list(range(36)) and len(found) == 3


@pytest.mark.parametrize("wrong", [{"move": "orbit", "seconds": 60, "fps": 60}, {"move": "dolly_in", "amount": 2}, {"move": "daylight", "hours": 12}])
def test_films_that_cannot_be_say_so(scene, wrong):
    with pytest.raises(RequestError):
        film_of(StageOptions.model_validate(wrong), scene)


def test_a_tiles_file_keeps_the_light_of_night_and_of_noon():
    rng = np.random.default_rng(1)
    for stops in (-6.0, 0.0, 14.0):
        light = (rng.random((16, 16, 3)).astype(np.float32) + 0.01) * np.float32(0.18 / 2**stops)
        index = rng.integers(0, 400, (16, 16)).astype(np.float32)
        found = dict(pieces.unpacked(pieces.packed({"light": light, "index": index}, {"a": 1}, stops), stops))
        assert np.abs(found["light"] / light - 1).max() < 2**-10 and np.array_equal(found["index"], index)


def test_a_piece_wants_a_settled_scene(scene):
    with pytest.raises(RequestError, match="metered"):
        StageEngine().piece(of(scene, 64, 64), Piece(box=(0, 0, 32, 32)))


@pytest.fixture(scope="module")
def stage():
    engine = StageEngine()
    yield engine
    engine.close()


@pytest.mark.stage
def test_the_joined_picture_is_the_whole_one_but_for_the_denoisers_margin(stage, scene, monkeypatch):
    job = of(scene, 128, 96, samples=4)
    settled = job.settled(stage.survey(job).scene)
    whole = stage.make(settled).picture.astype(int)
    monkeypatch.setattr(pieces, "MOST", 128 * 96 // 2)
    monkeypatch.setattr(pieces, "TILE", 128 * 96 // 4)
    monkeypatch.setattr(pieces, "OVERLAP", 24)
    assert len(stage.pieces(settled)) == 4
    joined = stage.make(settled)
    apart = np.abs(joined.picture.astype(int) - whole)
    seams = apart[:, 62:66].mean() + apart[46:50].mean()
    assert apart.mean() < 1.0, "four samples a pixel: the denoiser guesses much"
    assert seams < 4 * apart.mean() + 0.5, "no line where the tiles meet"
    assert joined.scene.layout == settled.recipe.scene.layout, "settled once, and the same for all"


@pytest.mark.stage
def test_a_film_has_its_frames_and_one_exposure_and_ranges_make_what_the_whole_makes(stage, scene, monkeypatch):
    job = of(scene, 96, 64, samples=1, move="orbit", amount=6.0, seconds=1.0, fps=4.0, clip="zip")
    settled = job.settled(stage.survey(job).scene)
    whole = pieces.unpacked_frames(stage.piece(settled, Piece(frames=(0, 4))))
    later = pieces.unpacked_frames(stage.piece(settled, Piece(frames=(2, 4))))
    assert whole.shape == (4, 64, 96, 3) and np.array_equal(whole[2:], later), "a range is what it would be in the whole film"
    assert all(np.abs(a.astype(int) - b).mean() > 0.3 for a, b in zip(whole, whole[1:], strict=False)), "the camera moves"
    assert np.ptp(whole.mean(axis=(1, 2, 3))) < 8, "one exposure: what is seen hardly changes over six degrees"
    monkeypatch.setattr(pieces, "RANGE", 2)
    outcome = stage.make(settled)
    assert outcome.files[0].type == "application/zip" and outcome.report["film"]["frames"] == 4 and np.array_equal(outcome.picture, whole[2])
