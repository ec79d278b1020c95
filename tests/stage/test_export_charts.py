"""Unwrapping and laying out, without a picture: charts do not overlap, fit their square, and what is cut finer has no cracks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.stage
charts = pytest.importorskip("diorama_stage.export.charts")
bake = pytest.importorskip("diorama_stage.export.bake")

CUBE = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
SIDES = np.array([(0, 1, 3), (0, 3, 2), (4, 6, 7), (4, 7, 5), (0, 4, 5), (0, 5, 1), (2, 3, 7), (2, 7, 6), (0, 2, 6), (0, 6, 4), (1, 5, 7), (1, 7, 3)])


def inside(triangle: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Which points (n, 2) lie strictly inside the triangle (3, 2)."""
    edges = np.roll(triangle, -1, axis=0) - triangle
    sides = [e[0] * (points[:, 1] - p[1]) - e[1] * (points[:, 0] - p[0]) for e, p in zip(edges, triangle, strict=True)]
    return (np.stack(sides) > 1e-9).all(axis=0) | (np.stack(sides) < -1e-9).all(axis=0)


def test_each_side_of_a_cube_is_a_chart_and_no_two_overlap():
    uv = charts.unwrap(CUBE, SIDES, 64)
    assert uv.min() >= charts.MARGIN and uv.max() <= 64 - charts.MARGIN
    pixels = np.stack(np.meshgrid(np.arange(64) + 0.5, np.arange(64) + 0.5), axis=-1).reshape(-1, 2)
    covered = sum(inside(t, pixels).astype(int) for t in uv)
    assert covered.max() == 1
    assert covered.sum() > 0.4 * 64**2, "the charts take most of the square"


def test_charts_are_not_mirrored():
    uv = charts.unwrap(CUBE, SIDES, 64) * (1, -1)
    a, b = uv[:, 1] - uv[:, 0], uv[:, 2] - uv[:, 0]
    outward = np.sign(np.einsum("tx,tx->t", np.cross(CUBE[SIDES[:, 1]] - CUBE[SIDES[:, 0]], CUBE[SIDES[:, 2]] - CUBE[SIDES[:, 0]]), CUBE[SIDES].mean(axis=1) - 0.5))
    assert (np.sign(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) * outward == outward).all()


def test_a_heap_of_loose_leaves_is_refused():
    rng = np.random.default_rng(0)
    points = rng.normal(size=(3 * 300, 3))
    assert charts.unwrap(points, np.arange(len(points)).reshape(-1, 3), 256) is None


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.floats(0.01, 3), st.floats(0.01, 3)), min_size=1, max_size=40))
def test_rectangles_on_shelves_lie_apart_and_inside(sizes):
    size = np.array(sizes)
    corner, scale = charts.shelves(size, 256)
    assert scale > 0
    ends = corner + np.maximum(size * scale, charts.THINNEST)
    assert (corner >= charts.MARGIN - 1e-6).all() and (ends <= 256 - charts.MARGIN + 1e-6).all()
    for k in range(len(size)):
        apart = (corner[k] >= ends + charts.MARGIN - 1e-6) | (ends[k] + charts.MARGIN - 1e-6 <= corner)
        assert apart.any(axis=1).sum() == len(size) - 1


@settings(deadline=None, max_examples=30)
@given(st.floats(0.05, 0.8), st.integers(0, 9))
def test_what_is_cut_finer_keeps_its_surface_without_cracks(wanted, seed):
    rng = np.random.default_rng(seed)
    points = CUBE + rng.normal(0, 0.1, CUBE.shape)
    fine, triangles, parents, weights = charts.refine(points, SIDES, lambda p: np.full(len(p), wanted))
    assert np.allclose(np.einsum("tij,tjk->tik", weights, points[SIDES][parents]), fine[triangles])
    edges = np.sort(np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=2), axis=2).reshape(-1, 2)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all(), "closed stays closed"
    assert np.linalg.norm(fine[edges[:, 0]] - fine[edges[:, 1]], axis=1).max() <= wanted + 1e-9


def test_ground_around_the_lens_is_finest_where_it_is_near():
    xs, ys = np.meshgrid(np.linspace(-50, 50, 101), np.linspace(-2, 98, 101))
    points = np.stack([xs.ravel(), ys.ravel(), np.zeros(xs.size)], axis=1)
    a = (np.arange(100)[:, None] * 101 + np.arange(100)).ravel()
    triangles = np.concatenate([np.stack([a, a + 1, a + 102], axis=1), np.stack([a, a + 102, a + 101], axis=1)])
    plane = charts.spread(points, triangles, np.array((0.0, -5.0, 1.6)), np.array(((1.0, 0, 0), (0, 0, 1.0), (0, -1.0, 0))))
    assert not np.isnan(plane).any()
    area = np.abs(np.cross(plane[:, 1] - plane[:, 0], plane[:, 2] - plane[:, 0]))
    across, along = np.abs(points[triangles].mean(axis=1)[:, 0]), points[triangles].mean(axis=1)[:, 1]
    near, far = (along < 5) & (across < 2), (along > 80) & (across < 20)
    assert np.median(area[near]) > 30 * np.median(area[far])


def test_blocks_fill_a_page_without_gaps_or_overlaps():
    taken = np.zeros((64, 64), int)
    cell = 0
    for side in (512, 512, 512, 256, 256, 256, 128, 16, 16):
        x, y = bake._morton(cell).astype(int)
        taken[y : y + side // 16, x : x + side // 16] += 1
        cell += (side // 16) ** 2
    assert taken.max() == 1 and taken.sum() == cell
