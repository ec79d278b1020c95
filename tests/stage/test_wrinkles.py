"""Wrinkles lie where a pose presses cloth together, across the way it is pressed; cloth lies on shoulders, and hands at the hips do not push it away."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama_stage.people import lay, wrinkles  # noqa: E402


def sleeve(rings: int = 24, around: int = 16, radius: float = 0.06, length: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    """A tube along z, open at both ends."""
    z, a = np.meshgrid(np.linspace(0, -length, rings), np.linspace(0, 2 * np.pi, around, endpoint=False), indexing="ij")
    points = np.stack([radius * np.cos(a), radius * np.sin(a), z], axis=-1).reshape(-1, 3)
    i, j = np.meshgrid(np.arange(rings - 1), np.arange(around), indexing="ij")
    k = (j + 1) % around
    faces = np.stack([i * around + j, (i + 1) * around + j, (i + 1) * around + k, i * around + k], axis=-1).reshape(-1, 4)
    return points, faces


def test_what_is_pressed_along_folds_across():
    rest, faces = sleeve()
    posed = rest.copy()
    middle = np.abs(rest[:, 2] + 0.25) < 0.08
    posed[:, 2] = np.interp(rest[:, 2], (-0.5, -0.33, -0.17, 0.0), (-0.45, -0.28, -0.17, 0.0))  # pressed in its middle
    out = rest * (1, 1, 0) / 0.06
    made = wrinkles.field(rest, posed, faces, np.zeros_like(rest), (posed - out * 0.003, out))
    deep = made[:, :3].sum(axis=1)
    assert deep[middle].mean() > 4 * max(deep[np.abs(rest[:, 2] + 0.05) < 0.04].mean(), 1e-3)
    assert (made[middle, 2] / deep[middle]).mean() > 0.7  # across z; diagonals have a share
    assert deep.max() <= 1 + 1e-9


def test_cloth_that_stands_off_hangs_in_upright_folds():
    rest, faces = sleeve()
    out = rest * (1, 1, 0) / 0.06
    far = wrinkles.field(rest, rest, faces, np.zeros_like(rest), (rest - out * 0.04, out))
    near = wrinkles.field(rest, rest, faces, np.zeros_like(rest), (rest - out * 0.003, out))
    assert far[:, :3].sum(axis=1).mean() > 0.3 and near[:, :3].sum(axis=1).mean() < 0.02
    assert far[:, 2].max() < 1e-6  # none of it along z


def test_a_hand_at_the_hip_does_not_count_for_the_shirt_there():
    points, arms = np.array([[0.0, 0, 0], [0.05, 0, 0]]), np.array([0.0, 1.0])
    cloth = np.array([[0.04, 0, 0]])
    assert lay.Flesh(points, arms).of(np.array([0.0])).query(cloth)[1][0] == 0
    assert lay.Flesh(points, arms).of(np.array([1.0])).query(cloth)[1][0] == 1
