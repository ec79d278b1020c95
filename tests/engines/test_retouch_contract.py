"""Every engine that changes pictures, through the darkroom: inpaint, outpaint, erase, another background. What is not marked is the same to the last bit,
under a soft edge too, whatever the engine makes of the rest. The services answer over HTTP, from a fake of each."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from diorama.contracts import engine, nearest
from diorama.engines.hosted.services import SERVICES
from diorama.studio import Settings, Studio, darkroom, extend, retouch
from diorama.studio.selection import Selection

FEATHER = 12.0
WORK = {
    "inpaint": lambda studio, of, changes, by: retouch.painted(studio, of, changes, "a bowl of lemons", by, 3),
    "erase": lambda studio, of, changes, by: retouch.erased(studio, of, changes, by, seed=3),
    "background": lambda studio, of, changes, by: retouch.set_before(studio, of, changes, "a beach at dusk", by, 3),
}


@pytest.fixture(scope="module", params=["fake", "spills", *SERVICES])
def editor(request, tmp_path_factory):
    """A studio with the engine in it, and its name. `spills`: the pretended service, repainting all of the picture whatever its mask says."""
    if request.param in SERVICES:
        request.getfixturevalue("desks")
    name = "fake" if request.param == "spills" else request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIORAMA_FAKE_SERVICE", str(tmp_path_factory.mktemp("service")))
        if not {"source"} <= set(engine(name).capabilities().takes):
            pytest.skip(f"{name} changes no pictures")
        with Studio(Settings(home=tmp_path_factory.mktemp("home"), engine="null")) as studio:
            yield studio, name, {"spills": True} if request.param == "spills" else {}


@pytest.fixture(scope="module")
def photograph(editor, tmp_path_factory):
    """A picture full of grain of a size that the engine makes, and its file."""
    studio, name, _ = editor
    width, height = nearest(studio.able(name), 384, 256)
    grain = np.random.default_rng(2).integers(0, 255, (height, width, 3), dtype=np.uint8)
    path = tmp_path_factory.mktemp("picture") / "grain.png"
    Image.fromarray(grain).save(path)
    return grain, path


def render(studio, worked, options) -> np.ndarray:
    recipe = worked.recipe.model_copy(update={"options": {**worked.recipe.options, **options}})
    return studio.render(recipe, parent=worked.parent).outcome.picture


@pytest.fixture(params=[0.0, FEATHER])
def feather(request, editor):
    """Where the work is laid in under a hard edge is no matter of the service: that is told of the engines that answer at once."""
    if editor[1] != "fake" and not request.param:
        pytest.skip("under a soft edge alone")
    return request.param


@pytest.mark.parametrize("operation", WORK)
def test_what_is_not_marked_stays_to_the_last_bit(editor, photograph, operation, feather):
    (studio, name, options), (before, path) = editor, photograph
    marked = Selection(boxes=((0.3, 0.3, 0.6, 0.7),), invert=operation == "background", feather=feather).changes(before)
    after = render(studio, WORK[operation](studio, darkroom.picture(studio, str(path)), marked, name), options)
    assert after.shape == before.shape
    assert np.array_equal(after[marked == 0], before[marked == 0]), "what is not marked"
    assert ((marked > 0) & (marked < 255)).sum() > 1000 or not feather, "the edge is soft"
    assert not np.array_equal(after[marked == 255], before[marked == 255]), "what is marked was worked on"


def test_a_wider_frame_holds_the_old_one_to_the_last_bit(editor, photograph):
    (studio, name, options), (before, path) = editor, photograph
    sides = extend.Margins(left=0.0, right=0.25, top=0.125, bottom=0.0)
    try:
        worked = retouch.outpainted(studio, darkroom.picture(studio, str(path)), sides, "a meadow", name, 3)
    except retouch.RequestError as why:
        assert "no picture of a shape" in why.message
        pytest.skip(f"{name} makes no frame of that shape, and says so")
    after = render(studio, worked, options)
    top = after.shape[0] - before.shape[0]
    assert top > 0 and after.shape[1] > before.shape[1]
    assert np.array_equal(after[top:, : before.shape[1]], before)
    assert not np.array_equal(after[:top], np.repeat(after[top : top + 1], top, axis=0)), "the new part was worked on"
