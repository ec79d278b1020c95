"""The difference of two pictures: measured in what an eye tells, told apart by whether it lies on what was to change."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.errors import RequestError
from diorama.recipe import parse
from diorama.studio import Settings, Studio, difference, refined, source

GREY = np.full((40, 60, 3), 128, np.uint8)


def test_equal_pictures_differ_nowhere():
    found = difference.difference(GREY, GREY.copy(), mask=np.zeros((40, 60), bool))
    assert (found.same, found.seen, found.most, found.elsewhere) == (1.0, 0.0, 0.0, 0.0)


def test_a_change_is_told_apart_from_what_it_does_elsewhere():
    after = GREY.copy()
    after[10:20, 10:30] = (200, 40, 40)
    after[20:22, 10:30] = 100  # its shadow
    mask = np.zeros((40, 60), bool)
    mask[10:20, 10:30] = True
    found = difference.difference(GREY, after, ("mug",), mask)
    assert found.same == pytest.approx(1 - 240 / 2400) and found.seen == pytest.approx(240 / 2400)
    assert found.on_subjects == pytest.approx(200 / 240) and found.most > 25 and found.elsewhere > difference.SEEN


def test_less_than_an_eye_tells_is_not_seen():
    assert difference.difference(GREY, GREY + 1).seen == 0.0


def test_pictures_of_other_sizes_are_refused():
    with pytest.raises(RequestError, match="60x40 and 40x40"):
        difference.differing(GREY, GREY[:, :40])


def test_the_sheet_is_bright_where_it_changed_and_grey_elsewhere():
    after = GREY.copy()
    after[:20] = (255, 0, 0)
    shown = difference.picture(GREY, after)
    assert shown[:20].min() > shown[20:].max() and np.ptp(shown[20:], axis=2).max() == 0


def test_a_refinement_names_what_it_changed_and_finds_it_in_the_frame(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as studio:
        request = parse({"prompt": "a red mug and a blue cube on a table", "engine": "null", "width": 96, "height": 64, "seed": 5})
        made = studio.make(studio.recipes(request, studio.read(request))[0], tmp_path / "a.png")
        step = refined(studio, source(studio, made.entry.id), "make the mug green")
        after = studio.make(step.recipe, tmp_path / "b.png", parent=step.parent, edit=step.edit)
        older, newer, *_ = difference.of_entry(studio, after.entry.id)
        assert older.id == made.entry.id and list(difference.changed(older.recipe.scene, newer.recipe.scene).values()) == ["mug"]
        mask = difference.where(studio, older.recipe, newer.recipe, (96, 64))
        assert mask is not None and mask.shape == (64, 96) and 0 < mask.mean() < 0.5
        with pytest.raises(RequestError, match="not made from another"):
            difference.of_entry(studio, made.entry.id)
