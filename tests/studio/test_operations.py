"""What every operation of the darkroom keeps to: it tells how far it is and shows what it has, it can be stopped, its picture is an entry with parent and
recipe, and the recipe makes the same picture again."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from diorama.assets import upscaler
from diorama.contracts import Cancel, Preview, Progress
from diorama.errors import Cancelled
from diorama.image import open_picture
from diorama.recipe import Request
from diorama.studio import Settings, Studio, darkroom, extend, judging, layers, printing, refined, retouch
from diorama.studio.darkroom import Picture, Worked
from diorama.studio.extend import Margins
from diorama.studio.rubric import Rubric
from diorama.studio.source import Source


def marked(of: Picture) -> np.ndarray:
    changes = np.zeros(open_picture(of.data).shape[:2], np.uint8)
    changes[20:34, 30:48] = 255
    return changes


def words(studio: Studio, of: Picture, said: str) -> Worked:
    assert of.source is not None
    step = refined(studio, of.source, said)
    return Worked(step.recipe, step.parent, step.edit)


NETWORK = "enlarge by a network"
Work = Callable[[Studio, Picture], Worked]
ANY: dict[str, Work] = {
    "enlarge": lambda studio, of: darkroom.enlarged(studio, of, 2.0, "resample"),
    "crop": lambda studio, of: darkroom.cropped(studio, of, (0.1, 0, 0.9, 1)),
    "erase": lambda studio, of: retouch.erased(studio, of, marked(of)),
    "background": lambda studio, of: retouch.backgrounded(studio, of, 255 - marked(of), "#e8e4dc"),
    "background, relit": lambda studio, of: retouch.backgrounded(studio, of, 255 - marked(of), "#e8b080", 0.7),
    "inpaint": lambda studio, of: retouch.painted(studio, of, marked(of), "a green field", "painter"),
    "extend by patches": lambda studio, of: retouch.outpainted(studio, of, Margins(right=0.3), "", "patches"),
    "extend by an engine": lambda studio, of: retouch.outpainted(studio, of, Margins(right=0.3), "a wall", "painter"),
    "import": lambda studio, of: Worked(darkroom.given(studio.history.inputs, of.data), of.entry.id if of.entry else None, {}),
    "erase by an engine": lambda studio, of: retouch.erased(studio, of, marked(of), "painter"),
    "background by an engine": lambda studio, of: retouch.set_before(studio, of, 255 - marked(of), "a beach", "painter"),
    NETWORK: lambda studio, of: darkroom.enlarged(studio, of, 2.0, "realesrgan"),
    "judge": lambda studio, of: judging.to_judge(studio, of, Rubric(rules=("well exposed",))),
    "print": lambda studio, of: printing.printed(studio, of, (60, 40), dpi=72),
}
"""Of any picture, whoever made it."""
STAGE: dict[str, Work] = {
    "enlarge by photographing again": lambda studio, of: darkroom.enlarged(studio, of, 1.5),
    "extend by photographing again": lambda studio, of: extend.extended(studio, of, Margins(right=0.3)),
    "layers": lambda studio, of: layers.layered(studio, of, "tiff"),
    "cut out": lambda studio, of: darkroom.cut_out(studio, of),
    "judge a photograph": lambda studio, of: judging.to_judge(studio, of),
    "recolour": lambda studio, of: words(studio, of, "make the mug blue"),
}
"""Of a picture of the stage's."""


def made(studio: Studio, path) -> Picture:
    request = Request(prompt="a red mug on a table", seed=3, width=96, height=64, quality="draft", engine=studio.settings.engine)
    entry = studio.make(studio.recipes(request, studio.read(request))[0], path).entry
    return Picture(studio.history.read(entry), Source(entry.recipe, entry))


@pytest.fixture(scope="module")
def flat(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flat")
    with Studio(Settings(home=folder / "home", engine="null")) as studio:
        yield studio, made(studio, folder / "a.png"), folder


@pytest.fixture(scope="module")
def tiny(flat):
    """A bit of it: a network takes its time for each pixel."""
    studio, of, folder = flat
    asked = darkroom.cropped(studio, of, (0.25, 0.25, 0.5, 0.5))
    entry = studio.make(asked.recipe, folder / "bit.png", parent=asked.parent, edit=asked.edit).entry
    return studio, Picture(studio.history.read(entry), Source(entry.recipe, entry)), folder


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    folder = tmp_path_factory.mktemp("staged")
    with Studio(Settings(home=folder / "home")) as studio:
        yield studio, made(studio, folder / "a.png"), folder


@pytest.fixture(params=[*ANY, *(pytest.param(name, marks=pytest.mark.stage) for name in STAGE)])
def work(request):
    if request.param == NETWORK and not (upscaler.folder() / "realesrgan-x4plus.bin").exists():
        pytest.skip("the weights of Real-ESRGAN are not here")
    known = request.getfixturevalue("tiny" if request.param == NETWORK else "flat" if request.param in ANY else "staged")
    return (*known, (ANY | STAGE)[request.param], request.param)


def test_it_is_an_entry_with_its_parent_and_its_recipe_makes_it_again(work):
    studio, of, folder, operation, name = work
    asked, heard = operation(studio, of), []
    path = folder / f"{name}.png"
    entry = studio.make(asked.recipe, path, parent=asked.parent, edit=asked.edit, listen=heard.append).entry
    assert entry.parent == of.entry.id and entry.edit is not None and entry.recipe.to_json() == entry.recipe_json
    done = [one.done for one in heard if isinstance(one, Progress)]
    assert len(done) > 1 and done == sorted(done) and done[-1] == 1.0
    shown = [one.picture for one in heard if isinstance(one, Preview)]
    assert shown and all(one.dtype == np.uint8 and one.shape[2] in (3, 4) for one in shown)
    again = studio.render(studio.history.get(entry.id).recipe).outcome.picture
    assert np.array_equal(again, open_picture(path.read_bytes()))


def test_it_is_stopped_and_nothing_is_kept_of_it(work):
    studio, of, folder, operation, name = work
    asked, cancel = operation(studio, of), Cancel()
    cancel.now()
    before = studio.history.count()
    with pytest.raises(Cancelled):
        studio.make(asked.recipe, folder / f"{name}-stopped.png", parent=asked.parent, edit=asked.edit, cancel=cancel)
    assert studio.history.count() == before and not (folder / f"{name}-stopped.png").exists()
