"""A portrait is exposed for the lit side of a face."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.image.photograph import DARK_COATS, GREY, LIT_SIDE, MOST_SHORTER, RIMS, expose, for_coats, for_faces, mood, settle
from diorama.language import read


def metered(lit: float, shade: float = 0.05) -> np.ndarray:
    """A face, a quarter of it in the sun, before a dark ground: light, albedo, where it is."""
    picture = np.full((40, 40, 8), 0.02, np.float32)
    picture[..., 6:] = 0.0
    picture[10:30, 10:30, :3], picture[10:30, 10:30, 6] = shade, 1.0
    picture[10:30, 10:15, :3] = lit
    return picture


def seen(picture: np.ndarray, stops: float) -> float:
    """Stops above middle grey that the sunlit side has in the picture."""
    return float(np.log2(picture[20, 12, 0] / GREY) + stops)


@pytest.mark.parametrize("lit", [0.5, 0.6, 0.7])
def test_a_sunlit_side_keeps_its_skin(lit):
    picture = metered(lit)
    assert seen(picture, for_faces(picture, 0.3)) == pytest.approx(LIT_SIDE, abs=1e-4)


def test_soft_light_is_left_as_it_is_metered():
    picture = metered(0.2)
    assert for_faces(picture, 0.3) == for_faces(metered(0.1), 0.3)


def test_it_is_held_back_only_so_far():
    assert for_faces(metered(50.0), 0.3) == pytest.approx(for_faces(metered(0.1), 0.3) - MOST_SHORTER)


def framed(hair: float, face: float) -> np.ndarray:
    """A face whose light falls on 0.3 of grey, in hair that shines as told."""
    picture = metered(hair, hair)
    picture[15:28, 13:27, :3], picture[15:28, 13:27, 3:6], picture[15:28, 13:27, 7] = face, 0.3, 1.0
    return picture


@pytest.mark.parametrize("hair", [0.01, 0.15, 1.0])
def test_a_face_is_exposed_for_whatever_its_hair_is(hair):
    """Fair hair in the sun left the face in it dark."""
    assert for_faces(framed(hair, 0.15), 0.6) == pytest.approx(for_faces(framed(0.05, 0.15), 0.6))
    assert for_faces(framed(hair, 0.15), 0.6) > for_faces(framed(hair, 0.3), 0.6)


def test_nobody_seen_from_behind_has_a_face_to_expose_for():
    behind = framed(0.15, 0.05)
    behind[..., 7] = 0.0
    assert for_faces(behind, 0.6) == for_faces(framed(0.15, 0.15) * np.array([1] * 7 + [0], np.float32), 0.6)


def coat(albedo: float) -> np.ndarray:
    picture = metered(0.1)
    picture[..., 3:6] = albedo
    return picture


def test_dark_coats_are_exposed_shorter_and_pale_ones_as_metered():
    assert for_coats(coat(0.03), 1.0) == pytest.approx(1.0 - DARK_COATS)
    assert for_coats(coat(0.3), 1.0) == 1.0
    assert 1.0 - DARK_COATS < for_coats(coat(0.08), 1.0) < 1.0


@pytest.mark.parametrize(
    ("words", "shorter"),
    [
        ("a bottle on slate, rim light", RIMS), ("a bottle on slate, rim light and a softbox from the left", 0.0), ("a bottle on slate", 0.0),
        ("a bottle on slate, low key, rim light", 0.0),
    ],
)  # fmt: skip
def test_what_is_lit_from_behind_alone_stays_in_shade(words, shorter):
    metering = np.full((20, 30, 8), 0.2, np.float32)
    metering[..., 6] = 1
    scene = read(words).scene
    told = expose(metering, mood(scene))
    assert settle(scene, metering, {}).layout.exposure == pytest.approx(told - shorter, abs=1e-3)
