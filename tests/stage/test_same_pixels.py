"""A picture does not depend on what was rendered before it, nor on how many threads there are. Renders very small."""

import numpy as np
import pytest

pytestmark = pytest.mark.stage

SIZE, SAMPLES, THRESHOLD = (48, 32), 12, 0.06


@pytest.fixture
def shot():
    """Take a ball on a floor beside a lamp, from a scene that was built anew."""
    import bpy

    from diorama_stage.compose import clear
    from diorama_stage.render import render
    from diorama_stage.render.settings import use_cycles

    def take(before=(), threads: int | None = None) -> np.ndarray:
        clear()
        use_cycles(*SIZE, 7)
        scene = bpy.context.scene
        bpy.ops.mesh.primitive_plane_add(size=8)
        bpy.ops.mesh.primitive_ico_sphere_add(subdivisions=3, location=(0, 0, 1))
        bpy.ops.object.light_add(type="AREA", location=(2, -2, 4))
        bpy.context.object.data.energy = 300
        bpy.ops.object.camera_add(location=(0, -7, 2), rotation=(np.radians(82), 0, 0))
        scene.camera = bpy.context.object
        if threads:
            scene.render.threads_mode, scene.render.threads = "FIXED", threads
        for samples, share in before:
            render(samples, 0.5, share=share, fast=True)
        return render(SAMPLES, THRESHOLD)["Combined"]

    yield take
    clear()


def test_previews_before_it_change_no_pixel(shot):
    plain = shot()
    assert plain.shape[:2] == SIZE[::-1] and plain[..., :3].std() > 0.01
    assert np.array_equal(plain, shot())
    assert np.array_equal(plain, shot(before=[(2, 0.5), (4, 0.5)])), "fewer samples before it"


def test_threads_change_no_pixel(shot):
    assert np.array_equal(shot(threads=1), shot(threads=3))


def test_more_samples_before_it_change_no_pixel(shot):
    assert np.array_equal(shot(), shot(before=[(64, 1.0)]))
