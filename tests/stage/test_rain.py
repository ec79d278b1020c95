"""Rain on a window of a room: drops and streaks lie on the pane and within it, and are large enough to be seen. Needs Blender; renders nothing."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")


def site(features=(), weather=None, eye=(0.0, -2.5, 1.4)):
    made = []
    return SimpleNamespace(
        seed=7,
        extent=1.6,
        view=SimpleNamespace(eye=eye),
        environment={"weather": weather, "features": features},
        has=lambda *names: bool(set(names) & set(features)),
        add=lambda *objects: made.extend(objects),
        made=made,
    )


PANE = [(-0.8, 1.0, 0.5), (0.8, 1.0, 0.5), (0.8, 1.0, 2.2), (-0.8, 1.0, 2.2)]


def test_rain_wets_panes_where_it_is_asked_for_or_falls():
    from diorama_stage.sets.rooms import rain

    assert rain.wets(site(("rain_on_window",))) and rain.wets(site(weather="rain")) and not rain.wets(site(weather="overcast"))


def test_drops_lie_on_the_pane_and_streaks_run_down_it():
    from diorama_stage.kit.build import vertices
    from diorama_stage.sets.rooms import rain

    there = site(("rain_on_window",))
    rain.on_pane(there, PANE)
    points = vertices(there.made[0])
    assert np.abs(points[:, 1] - 1.0).max() < 0.02
    assert points[:, 0].min() > -0.83 and points[:, 0].max() < 0.83 and points[:, 2].min() > 0.45 and points[:, 2].max() < 2.25
    assert len(points) > 10_000


def test_far_panes_have_coarser_drops():
    from diorama_stage.kit.build import vertices
    from diorama_stage.sets.rooms import rain

    def thick(eye):
        there = site(("rain_on_window",), eye=eye)
        rain.on_pane(there, PANE)
        return float(np.ptp(vertices(there.made[0])[:, 1]))

    assert thick((0.0, -3.0, 1.4)) > 1.3 * thick((0.0, -0.3, 1.4))
