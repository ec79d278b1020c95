"""A `.blend` of the stage's set: nothing of the machine in it, and Blender alone renders from it what the stage rendered."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
import zstandard

from diorama.contracts import Job, engine
from diorama.recipe import Request, resolve

pytestmark = pytest.mark.stage

AGAIN = """
import sys, bpy, numpy as np
bpy.ops.wm.open_mainfile(filepath=sys.argv[1])
c = bpy.context.scene.cycles
from diorama_stage.render import exact, render
from types import SimpleNamespace
from diorama_stage.service import sharpen
passes, camera = render(c.samples, c.adaptive_threshold), bpy.context.scene.camera.data
sharpen(passes, SimpleNamespace(focus_distance=camera.dof.focus_distance, f_number=camera.dof.aperture_fstop, focal_length=camera.lens), 96)
linear = passes["Combined"][..., :3]
seen = exact()
np.savez(sys.argv[2], linear=linear, ids=seen.ids, depth=seen.depth, normal=seen.normal, exposure=bpy.context.scene.view_settings.exposure, missing=[i.name for i in bpy.data.images if i.source == "FILE" and not i.packed_files])
"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The stage's own picture with its passes, and the .blend it left."""
    from diorama.scene import Environment, Light, Lighting, Object, Scene

    scene = Scene(
        subjects=(Object(id="s1", noun="mug", thing="mug"), Object(id="s2", noun="book", thing="book")), environment=Environment(setting="tabletop", ground_shape="table"),
        lighting=Lighting(time="morning", hour=9.0, lights=(Light(id="l1", source="window", azimuth=-75, elevation=25, quality="soft"),)),
    )  # fmt: skip
    recipe = resolve(Request(prompt="a mug and a book", width=96, height=64, seed=7), scene, engine_version="test")
    recipe = recipe.model_copy(update={"options": {**recipe.options, "samples": 4}})
    path = tmp_path_factory.mktemp("a folder whose name is nobody's business") / "set.blend"
    stage = engine("stage")
    yield stage.make(Job(recipe, passes=True, export=(path,))), path
    stage.close()


@pytest.fixture(scope="module")
def rendered(exported, tmp_path_factory):
    """The .blend rendered by Blender's own module in a process that knows nothing else."""
    out = tmp_path_factory.mktemp("again") / "again.npz"
    subprocess.run([sys.executable, "-c", AGAIN, str(exported[1]), str(out)], check=True, capture_output=True, timeout=300)
    return np.load(out)


def test_no_byte_of_it_tells_of_the_machine(exported):
    path = exported[1]
    data = path.read_bytes()
    with path.open("rb") as file:
        whole = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True).read()
    assert whole[:7] == b"BLENDER"
    folders = (path.parent.name, str(Path.home()), tempfile.gettempdir(), sys.prefix, "site-packages", str(Path(__file__).parents[2]))
    for folder in folders:
        assert folder.encode() not in data + whole, folder


def test_its_exact_passes_are_the_stages(exported, rendered):
    passes = exported[0].passes
    for name in ("ids", "depth", "normal"):
        assert np.array_equal(passes[name], rendered[name]), name
    assert len(np.unique(passes["ids"])) == 3, "mug, book and the set"


def test_its_light_is_the_stages(exported, rendered):
    """Its camera's numbers are of single precision, by which the detail that is given back is worked out."""
    assert np.allclose(exported[0].passes["linear"], rendered["linear"], rtol=0, atol=1e-6)


def test_nothing_is_missing_and_the_view_is_exposed_as_the_picture_was(exported, rendered):
    assert not len(rendered["missing"])
    assert float(rendered["exposure"]) == pytest.approx(exported[0].scene.layout.exposure + exported[0].scene.film.exposure, abs=1e-3)
