"""How many samples a pixel gets: as asked up to 1024 pixels, in proportion fewer beyond, and there a power of two."""

from __future__ import annotations

import pytest

from diorama.engines.stage.quality import FULL, LEAST, PRESETS, samples


CASES = [
    (32, 512, 32), (20, 512, 20), (32, 1024, 32), (32, 1280, 32), (32, 1536, 16), (100, 1536, 64), (20, 1088, 16), (32, 2048, 16),
    (32, 4096, 16), (8, 4096, 8), (128, 4096, 32), (2, 4096, 2), (1, 64, 1),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "side", "given"), CASES)
def test_a_picture_is_given_so_many_samples_a_pixel(asked: int, side: int, given: int) -> None:
    assert samples(asked, side) == given


@pytest.mark.parametrize("preset", list(PRESETS.values()), ids=list(PRESETS))
def test_a_larger_picture_never_has_more_samples_a_pixel_nor_fewer_for_what_a_pixel_of_a_smaller_one_shows(preset) -> None:
    sides = range(FULL, 4097, 64)
    each = [samples(preset.samples, side) for side in sides]
    assert each == sorted(each, reverse=True) and min(each) >= min(preset.samples, LEAST)
    assert all(n * (side / FULL) ** 2 >= preset.samples for n, side in zip(each, sides, strict=True))
    assert all(n.bit_count() == 1 for n in each)
