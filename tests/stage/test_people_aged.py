# SPDX-License-Identifier: GPL-3.0-or-later
"""Old women are women still: jaw, brows and lips by those of old men and of the young; short hair by the sex. Men lose hair. Sheets press what is beneath."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama.assets import installed  # noqa: E402

if not installed():
    pytest.skip("people are not set up here: `python -m diorama.assets`", allow_module_level=True)

from diorama_stage.people import groom, hair, lay  # noqa: E402
from diorama_stage.people.build import shape  # noqa: E402
from diorama_stage.people.pack import base  # noqa: E402
from diorama_stage.people.who import settle  # noqa: E402


def proportions(age: float, sex: str) -> np.ndarray:
    """Of eight faces: the jaw, the chin and how high the brows stand over the eyes, by the width at the cheek bones, (3,)."""
    at, own = base().verts, base().groups["body"]

    def wide(face: np.ndarray, low: float, high: float, before: float) -> float:
        rows = own[(at[own, 2] > low) & (at[own, 2] < high) & (np.abs(at[own, 0]) < 0.09) & (at[own, 1] < before)]
        return float(np.ptp(face[rows, 0]))

    brows = own[np.linalg.norm(np.c_[np.abs(at[own, 0]), at[own, 1:]] - (0.03, -0.141, 0.748), axis=1) < 0.006]
    out = []
    for seed in range(8):
        _, face, _ = shape(settle({"age": age, "sex": sex, "expression": "neutral"}, seed))
        cheeks = wide(face, 0.69, 0.71, 0.02)
        over = face[brows, 2].mean() - face[base().groups["helper-l-eye"], 2].mean()
        out.append((wide(face, 0.632, 0.645, 0.02) / cheeks, wide(face, 0.612, 0.622, -0.125) / cheeks, over / cheeks))
    return np.mean(out, axis=0)


def test_an_old_womans_face_is_a_womans():
    """Her jaw was 0.62 of her cheek bones, half-way from a young woman's (0.57) to an old man's (0.69): she was taken for a man."""
    woman, man, young = proportions(78, "female"), proportions(78, "male"), proportions(28, "female")
    assert woman[0] < 0.6 < 0.65 < man[0] and abs(woman[0] - young[0]) < 0.3 * (man[0] - young[0])
    assert woman[1] < 0.88 * man[1]
    assert woman[2] > 1.25 * man[2]


@pytest.mark.parametrize(("who", "longer"), [({"sex": "female", "age": 78}, True), ({"sex": "female", "age": 30}, True), ({"sex": "female", "age": 7}, False)])
def test_a_womans_short_hair_is_longer_at_the_sides_than_a_mans(who, longer):
    man = groom.cut_of(settle({"sex": "male", "age": who["age"], "hair": {"length": "short", "texture": "straight"}}, 3))
    own = groom.cut_of(settle({**who, "hair": {"length": "short", "texture": "straight"}}, 3))
    assert (own.reach * own.sides > 2 * man.reach * man.sides) == longer
    cropped = groom.cut_of(settle({**who, "hair": {"length": "short", "texture": "straight", "styles": ["undercut"]}}, 3))
    assert cropped.reach * cropped.sides < 1.3 * man.reach * man.sides


def test_some_men_lose_their_hair_with_the_years():
    """All men of eighty had the hair of thirty. What words tell of hair is kept, and so is a woman's."""
    crown = np.linalg.norm(base().verts - hair.CROWN, axis=1) < 0.06
    crown &= groom.scalp() > 0.5
    kept = lambda **who: np.array([hair.covered(settle(who, seed))[crown].mean() for seed in range(24)])  # noqa: E731
    old = kept(sex="male", age=78)
    assert (old < 0.4).mean() > 0.2 < (old > 0.9).mean()
    assert kept(sex="male", age=28).min() > 0.99 and kept(sex="female", age=78).min() > 0.99
    assert kept(sex="male", age=78, hair={"length": "short", "texture": "wavy"}).min() > 0.99


def test_what_lies_under_a_sheet_is_pressed_behind_it():
    """A shirt came through the apron of who bends. What is beside the sheet, or far before it, stays."""
    x, z = np.meshgrid(np.linspace(-0.1, 0.1, 5), np.linspace(0, 0.2, 5))
    sheet = np.stack([x.ravel(), np.zeros(25), z.ravel()], axis=1)
    faces = np.array([(5 * i + j, 5 * i + j + 1, 5 * i + j + 6, 5 * i + j + 5) for i in range(4) for j in range(4)])
    points = np.array([(0.0, -0.02, 0.1), (0.03, -0.001, 0.1), (0.0, 0.02, 0.1), (0.13, -0.02, 0.1), (0.0, -0.2, 0.1)])
    flat = lay.behind(points, sheet, faces, 0.004)
    assert np.allclose(flat[:2, 1], 0.004) and np.allclose(flat[:2, (0, 2)], points[:2][:, (0, 2)])
    assert np.array_equal(flat[2:], points[2:])
