# SPDX-License-Identifier: GPL-3.0-or-later
"""Sun in a room: by a window at the side, from its side, and only on a bright day."""

import numpy as np

from diorama_stage.light.beams import HIGH, LOW, sunshine
from diorama_stage.sets.dressing import Window

LEFT, BACK = Window((-2.7, 0.0, 1.5), (1.0, 0.0, 0.0), 1.6, 1.9), Window((0.5, 3.0, 1.5), (0.0, -1.0, 0.0), 1.3, 1.9)
SUN = {"id": "l1", "source": "sun", "role": "key", "azimuth": -60.0, "elevation": 30.0, "strength": 1.0}


def shone(windows=(BACK, LEFT), weather="clear", time="morning", mood="natural", lights=(), elevation=35.0):
    return sunshine({"weather": weather}, {"lights": list(lights), "mood": mood, "time": time, "gobo": "none"}, list(windows), elevation)


def test_sun_comes_in_by_the_window_at_the_side_and_no_higher_than_its_sill_lets_it():
    way = np.array(shone().way)
    assert np.isclose(np.linalg.norm(way), 1) and way[0] < -0.7 and way[1] < 0
    heights = [np.degrees(np.arcsin(shone(elevation=e).way[2])) for e in (2.0, 30.0, 80.0)]
    assert np.allclose(heights, [LOW, 30.0, HIGH])


def test_told_sun_is_the_light_that_is_told_and_comes_from_its_own_side():
    told = shone(lights=[SUN])
    assert told.group == "l1" and told.way[0] < 0 and shone().group == "daylight"
    assert shone(lights=[{**SUN, "azimuth": 60.0}]) is None


def test_no_sun_comes_in_without_a_window_or_a_bright_day_or_beside_another_light():
    assert shone(windows=[BACK]) is None
    assert shone(weather="rain") is None and shone(weather="partly_cloudy") is not None
    assert shone(time="night") is None and shone(mood="moody") is None
    assert shone(lights=[{**SUN, "source": "lamp"}]) is None
