"""Work on a marked part: the rest stays to the last bit whichever engine works, and what hands mark becomes what may change."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import gaussian_filter

from diorama.contracts import Capabilities, Local, Outcome, Warned
from diorama.engines.darkroom.compose import composed
from diorama.engines.darkroom.erase import erase
from diorama.errors import EngineRefused, RequestError
from diorama.image import open_picture, read_metadata
from diorama.image.codecs import encode
from diorama.image.metadata import Metadata
from diorama.recipe import Input, Request
from diorama.studio import Settings, Studio, darkroom, extend, retouch
from diorama.studio.selection import Selection, Stroke
from diorama.studio.untouched import composited, laid


class Spills(Local):
    """An engine that changes pictures, takes no mask, chooses the size itself and repaints everything."""

    asked: list = []

    def capabilities(self):
        return Capabilities(name="spills", version="1", title="", licence="", takes=("source",), least=32, most=4096, multiple_of=32)

    def make(self, job, listen=None, cancel=None):
        self.asked.append([one.kind for one in job.recipe.inputs])
        return Outcome.of(np.full((job.recipe.height, job.recipe.width, 3), (10, 200, 30), np.uint8))

    def close(self):
        pass


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as made:
        made._engines["spills"] = Spills()
        yield made


@pytest.fixture
def photograph():
    return np.random.default_rng(1).integers(0, 255, (90, 150, 3), dtype=np.uint8)


@pytest.fixture
def of(studio, tmp_path, photograph):
    path = tmp_path / "a.png"
    Image.fromarray(photograph).save(path)
    return darkroom.picture(studio, str(path))


def render(studio, worked):
    return studio.render(worked.recipe, parent=worked.parent).outcome.picture


# ── what stays ──


def test_an_engine_that_takes_no_mask_and_repaints_everything_changes_only_what_is_marked(studio, of, photograph):
    changes = Selection(boxes=((0.3, 0.3, 0.6, 0.7),)).changes(photograph)
    after = render(studio, retouch.painted(studio, of, changes, "a green field", "spills"))
    assert after.shape == photograph.shape and np.array_equal(after[changes == 0], photograph[changes == 0])
    assert (after[changes == 255] == (10, 200, 30)).all() and Spills.asked[-1] == ["source"]


def test_a_soft_edge_passes_into_the_picture_and_beyond_it_nothing_moves(studio, of, photograph):
    changes = Selection(boxes=((0.3, 0.3, 0.6, 0.7),), feather=10).changes(photograph)
    half = (changes > 0) & (changes < 255)
    after = render(studio, retouch.painted(studio, of, changes, "a green field", "spills"))
    assert half.sum() > 200 and np.array_equal(after[changes == 0], photograph[changes == 0])
    share = changes[half][:, None] / 255
    assert np.abs(after[half] - (photograph[half] * (1 - share) + np.array((10, 200, 30)) * share)).max() <= 0.51


def test_what_comes_in_another_shape_is_refused():
    with pytest.raises(RequestError, match="another shape"):
        composited(np.zeros((64, 96, 3), np.uint8), np.zeros((64, 64, 3), np.uint8), np.full((64, 96), 255, np.uint8))


def test_an_older_frame_is_laid_over_what_an_engine_makes_and_the_engine_is_not_told(studio):
    request = Request(prompt="a red mug", seed=1, width=96, height=64, engine="null")
    (recipe,) = studio.recipes(request, studio.read(request))
    plain = studio.render(recipe).outcome.picture
    frame = np.zeros((64, 96, 4), np.uint8)
    frame[:, :48] = np.dstack([plain[:, :48] // 2 + 60, np.full((64, 48), 255, np.uint8)])
    kept = Input(kind="kept", sha256=studio.history.inputs.keep(encode(frame)))
    with_it = recipe.model_copy(update={"inputs": (kept,)})
    after = laid(Outcome.of(frame[..., :3] + np.uint8(1)), with_it, studio.history.inputs).picture
    assert np.array_equal(after[:, :48], frame[:, :48, :3])
    assert studio.job(with_it).recipe.inputs == () and with_it.with_seed(2).inputs == () == with_it.anew().inputs


def test_a_picture_in_part_by_a_model_is_said_to_be(studio, of, photograph, tmp_path, monkeypatch):
    trained = Spills().capabilities().model_copy(update={"source_type": "trainedAlgorithmicMedia"})
    monkeypatch.setattr(Spills, "capabilities", lambda self: trained)
    worked = retouch.painted(studio, of, Selection(boxes=((0, 0, 0.5, 1),)).changes(photograph), "sky", "spills")
    made = studio.make(worked.recipe, tmp_path / "out.png", parent=worked.parent, edit=worked.edit)
    assert read_metadata(made.path)["source_type"] == "compositeWithTrainedAlgorithmicMedia" and made.entry.edit["words"] == "sky"


TOLD = {None: None, "stage": "algorithmicMedia", "model": "trainedAlgorithmicMedia"}


@pytest.mark.parametrize(
    ("front", "behind", "kind"),
    [
        (None, "#3060a0", "composite"), (None, None, "composite"), ("stage", None, "composite"), ("stage", "stage", "algorithmicMedia"),
        ("stage", "#3060a0", "algorithmicMedia"),
        (None, "model", "compositeWithTrainedAlgorithmicMedia"),
        ("model", "#3060a0", "compositeWithTrainedAlgorithmicMedia"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("relight", [None, 0.5])
def test_what_is_put_together_tells_what_of(studio, photograph, tmp_path, front, behind, kind, relight):
    def file(of):
        told = None if TOLD[of] is None else Metadata(width=150, height=90, seed=0, source_type=TOLD[of])
        return encode(photograph, metadata=told)

    (tmp_path / "front.png").write_bytes(file(front))
    picture = darkroom.picture(studio, str(tmp_path / "front.png"))
    changes = Selection(boxes=((0, 0, 0.5, 1),)).changes(photograph)
    worked = retouch.backgrounded(studio, picture, changes, behind if str(behind).startswith("#") else file(behind), relight)
    made = studio.make(worked.recipe, tmp_path / "out.png", parent=worked.parent, edit=worked.edit)
    told = read_metadata(made.path)
    assert told["source_type"] == kind and "Sampler" not in told.get("parameters", "")


def test_of_a_large_picture_an_engine_is_given_what_matters_in_a_shape_that_it_makes(studio, tmp_path):
    square = Spills().capabilities().model_copy(update={"sizes": ((64, 64), (128, 128))})
    large = np.random.default_rng(5).integers(0, 255, (600, 1000, 3), dtype=np.uint8)
    changes = Selection(boxes=((0.9, 0.5, 0.94, 0.53),)).changes(large)
    (left, top, right, bottom), size = retouch.window(changes, square)
    assert size == (128, 128) and (right - left) * 1000 == pytest.approx((bottom - top) * 600, abs=1) and left <= 0.9
    assert right >= 0.94 and 128 < (right - left) * 1000 < 300
    Image.fromarray(large).save(tmp_path / "large.png")
    worked = retouch.painted(studio, darkroom.picture(studio, str(tmp_path / "large.png")), changes, "a boat", "spills")
    assert studio.job(worked.recipe).first("source").shape[0] < 300
    after = render(studio, worked)
    assert after.shape == large.shape and np.array_equal(after[changes == 0], large[changes == 0]) and (after[changes > 0] == (10, 200, 30)).all()
    with pytest.raises(RequestError, match="no picture of a shape"):
        retouch.window(np.full((300, 900), 255, np.uint8), square)


# ── operations ──


def test_a_background_is_a_colour_or_a_picture_and_the_subject_stays(studio, of, photograph):
    changes = Selection(boxes=((0.3, 0.2, 0.7, 0.9),), invert=True).changes(photograph)
    plain = render(studio, retouch.backgrounded(studio, of, changes, "#e8e4dc"))
    assert np.array_equal(plain[changes == 0], photograph[changes == 0]) and (plain[changes == 255] == (0xE8, 0xE4, 0xDC)).all()
    behind = np.zeros((40, 200, 3), np.uint8)
    behind[:, 100:] = 255
    other = render(studio, retouch.backgrounded(studio, of, changes, encode(behind)))
    assert other[5, 5].max() < 20 and other[5, -5].min() > 235 and np.array_equal(other[changes == 0], photograph[changes == 0])


def test_a_frame_grows_by_patches_or_an_engine_and_the_old_one_stays(studio, of, photograph):
    for by in (retouch.PATCHES, "spills"):
        after = render(studio, retouch.outpainted(studio, of, extend.Margins(right=0.28, top=0.0667), "grass", by))
        assert after.shape == (96, 192, 3) and np.array_equal(after[6:, :150], photograph)
    assert (after[:6] == (10, 200, 30)).all()


@pytest.mark.parametrize(
    ("engine", "words", "wrong", "says"),
    [("stage", "x", EngineRefused, "does not change pictures"), ("spills", " ", RequestError, "is not said")],
)
def test_what_cannot_be_painted_is_said_at_once(studio, of, photograph, engine, words, wrong, says):
    changes = Selection(boxes=((0, 0, 0.5, 0.5),)).changes(photograph)
    with pytest.raises(wrong, match=says):
        retouch.painted(studio, of, changes, words, engine)


# ── selections ──


@pytest.fixture
def card():
    """A red disc and a red square on grey: (100, 200, 3)."""
    y, x = np.mgrid[0:100, 0:200]
    card = np.full((100, 200, 3), 128, np.uint8)
    card[(y - 50) ** 2 + (x - 50) ** 2 < 30**2] = (200, 20, 20)
    card[30:70, 130:170] = (200, 20, 20)
    return card


def test_a_click_marks_what_is_of_one_colour_and_joined(card):
    marked = Selection(clicks=((0.25, 0.5),)).changes(card) == 255
    assert np.array_equal(marked, (card[..., 0] == 200) & (np.arange(200) < 100))


def test_boxes_lassos_and_strokes_are_one_selection(card):
    lasso = ((0.5, 0), (0.6, 0), (0.6, 0.2), (0.5, 0.2))
    marks = Selection(boxes=((0, 0, 0.1, 0.1),), lassos=(lasso,), strokes=(Stroke(points=((0.8, 0.8), (0.9, 0.8)), size=0.05),))
    marked = marks.changes(card) > 0
    assert marked[5, 10] and marked[10, 110] and marked[80, 170] and marked[84, 165] and not marked[80, 150] and not marked[50, 50]
    assert np.array_equal(marks.model_copy(update={"invert": True}).changes(card) > 0, ~marked)


def test_a_mask_is_of_the_pictures_size_and_something_is_marked(card):
    with pytest.raises(RequestError, match="the mask has"):
        Selection().changes(card, np.zeros((10, 10), np.uint8))
    with pytest.raises(RequestError, match="nothing is marked"):
        Selection().changes(card)


def test_the_noise_of_a_jpeg_mask_changes_nothing(studio):
    import io

    from diorama.studio.inputs import decode, weights

    mask = np.zeros((64, 64), np.uint8)
    mask[20:40, 20:40] = 255
    out = io.BytesIO()
    Image.fromarray(mask).save(out, "JPEG", quality=70)
    assert (open_picture(out.getvalue())[..., 0][:10] <= 8).all() and not weights(out.getvalue())[:8].any() and decode("mask", out.getvalue())[30, 30]


def test_a_thing_of_the_stages_is_marked_by_its_name(studio, tmp_path):
    from diorama.studio.things import mask_of

    request = Request(prompt="a red mug and a green bowl", seed=1, width=96, height=64, engine="null")
    made = studio.make(studio.recipes(request, studio.read(request))[0], tmp_path / "mug.png")
    of = darkroom.picture(studio, str(made.path))
    mug, bowl = (mask_of(studio, of, [name]) > 0 for name in ("mug", "bowl"))
    assert mug.any() and bowl.any() and not (mug & bowl).any()
    with pytest.raises(RequestError, match="no 'spoon'"):
        mask_of(studio, of, ["spoon"])


# ── before another background ──


def test_what_stays_is_relit_roughly_and_its_edge_holds_nothing_of_the_old_background(studio, tmp_path):
    y, x = np.mgrid[0:120, 0:160]
    away = np.clip((np.hypot(x - 80, y - 60) - 30) * 32, 0, 255)[..., None] / 255
    grey, green = np.array((140.0, 140, 140)), np.array((20.0, 200, 40))
    Image.fromarray(np.rint(grey * (1 - away) + green * away).astype(np.uint8)).save(tmp_path / "disc.png")
    of, changes = darkroom.picture(studio, str(tmp_path / "disc.png")), np.rint(away[..., 0] * 255).astype(np.uint8)
    sunset = encode(np.full((40, 40, 3), (230, 130, 60), np.uint8))
    clean = render(studio, retouch.backgrounded(studio, of, changes, sunset, 0.0)).astype(int)
    told: list = []
    lit = studio.render(retouch.backgrounded(studio, of, changes, sunset, 1.0).recipe, listen=told.append).outcome.picture.astype(int)
    plain = render(studio, retouch.backgrounded(studio, of, changes, sunset)).astype(int)
    edge, middle = (changes > 60) & (changes < 200), changes == 0
    assert (plain[edge][:, 1] - plain[edge][:, 0]).max() > 5 > (clean[edge][:, 1] - clean[edge][:, 0]).max(), "green of the old one shines through"
    assert (clean[middle] == 140).all() and (lit[middle][:, 0] - lit[middle][:, 2]).min() > 25, "grey becomes warm"
    assert [one.code for one in told if isinstance(one, Warned)] == ["relit_roughly"]


def test_a_copy_of_another_thing_never_fills_the_hole():
    """Before a blurred window and a table, beside a red mug: patches of the mug took 59 % of the hole where they might be copied."""
    rng, (height, width) = np.random.default_rng(0), (170, 256)
    picture = np.zeros((height, width, 3))
    picture[:68], picture[68:] = (110, 130, 110), (205, 170, 140)
    picture += gaussian_filter(rng.normal(0, 1, picture.shape), (9, 9, 0)) * 220
    picture[36:136, 135:210], picture[36:50, 140:205] = (200, 50, 30), (120, 25, 15)
    picture = gaussian_filter(picture, (1, 1, 0)).clip(0, 255).astype(np.uint8)
    mask = np.zeros((height, width), bool)
    mask[51:145, 5:108] = True
    made = erase(picture, mask).astype(int)
    assert (made[..., 0] - made[..., 1])[mask].max() < 100 and np.array_equal(made[~mask], picture[~mask])


@pytest.mark.parametrize("from_right", [True, False])
def test_what_is_relit_has_its_bright_side_and_its_shadow_where_the_new_light_wants_them(from_right):
    picture, away = np.full((120, 200, 3), 150, np.uint8), np.full((120, 200), 255, np.uint8)
    away[40:90, 85:115] = 0
    ramp = np.linspace(60, 240, 200)[:: 1 if from_right else -1]
    behind = np.repeat(np.repeat(ramp[None, :, None], 120, axis=0), 3, axis=2).astype(np.uint8)
    made = composed(picture, away, behind, 0.8).astype(int)
    left, right = made[45:85, 87:92].mean(), made[45:85, 108:113].mean()
    assert (right > left + 15) == from_right and abs(right - left) > 15
    darker = (behind.astype(int) - made)[70:95, :, 0]
    assert (darker[:, 55:83].mean() > darker[:, 117:145].mean() + 2) == from_right, "the shadow lies away from the light"
    assert np.array_equal(composed(picture, away, behind, 0.0)[away == 255], behind[away == 255]), "nothing is drawn that was not asked for"


def test_what_the_frame_cuts_casts_no_shadow():
    away = np.full((120, 200), 255, np.uint8)
    away[60:, 85:115] = 0
    behind = np.full((120, 200, 3), 200, np.uint8)
    assert np.array_equal(composed(np.full((120, 200, 3), 90, np.uint8), away, behind, 1.0)[away == 255], behind[away == 255])
