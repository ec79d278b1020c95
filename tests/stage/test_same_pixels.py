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


SCENES = (
    "a red mug on a wooden table, window light from the left", "a glass bottle and a brass bowl on white marble, softbox overhead",
    "a sofa in a living room by day", "a green armchair in a living room at night, lamp light", "a bicycle leaning against a brick wall",
    "a street in a city after rain, evening", "a path through a forest in morning mist", "a wooden chair in a meadow", "a sailing boat on the sea at sunset",
    "three candles on a table in the dark", "a cat on a rug", "steam over a cup of tea on a tray",
)  # fmt: skip


def digest(prompt: str, folder, *, previews: bool, threads: str) -> str:
    """SHA-256 of a scene's light as the worker makes it, 64 pixels square."""
    import hashlib

    from diorama.contracts import Job
    from diorama.engines.stage.engine import _request
    from diorama.recipe import Request
    from diorama.studio import Settings, Studio
    from diorama_stage import service

    with Studio(Settings(home=folder / "home")) as studio, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIORAMA_THREADS", threads)
        request = Request(prompt=prompt, width=64, height=64, seed=3, quality="draft", options={"samples": 4})
        recipe = studio.recipes(request, studio.read(request))[0]
        answer = service.serve(_request(Job(recipe, previews=previews), str(folder)), lambda *_, **__: None)
    return hashlib.sha256(np.load(answer["files"]["linear"]).tobytes()).hexdigest()


@pytest.fixture(scope="module")
def cold(tmp_path_factory):
    """Each scene's digest with nothing known of its things, one after the other."""
    from diorama_stage.known import known
    from diorama_stage.service import start

    start()
    known.forget()
    yield {prompt: digest(prompt, tmp_path_factory.mktemp("cold"), previews=False, threads="2") for prompt in SCENES}
    known.forget()


@pytest.mark.parametrize("prompt", reversed(SCENES))
def test_what_is_known_previews_threads_and_other_pictures_change_no_pixel(cold, tmp_path, prompt):
    assert digest(prompt, tmp_path, previews=True, threads="1") == cold[prompt]
    assert len(set(cold.values())) == len(SCENES)
