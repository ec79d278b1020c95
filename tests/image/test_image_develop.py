import numpy as np
import pytest

from diorama.errors import RequestError, SceneError
from diorama.image import Development, develop, run, stock, stocks
from diorama.image.colour import ciede2000, encoded_to_lab, parse_hex, to_linear
from diorama.image.vignette import vignette
from diorama.scene import Film

PLAIN = Film(vignette=0)
COLOUR = sorted(key for key, value in stocks().items() if value.kind != "monochrome")
MONOCHROME = sorted(key for key, value in stocks().items() if value.kind == "monochrome")


def flat(rgb, side=96) -> np.ndarray:
    return np.broadcast_to(np.array(rgb, np.float32), (side, side, 3)).copy()


def mean(rgb, film, **options) -> np.ndarray:
    return develop(flat(rgb), film, **{"exposure_stops": 0.0} | options).reshape(-1, 3).mean(0)


def test_same_record_same_pixels():
    light = np.random.default_rng(1).random((70, 90, 3), np.float32)
    record = Development(film=Film(stock="portra_400", grain=0.4), exposure_stops=0.5, kelvin=5000, seed=7)
    again = Development.model_validate_json(record.model_dump_json())
    assert again == record
    np.testing.assert_array_equal(run(light, record), run(light, again))
    assert (run(light, record) != run(light, record.model_copy(update={"seed": 8}))).any()


def test_the_light_itself_is_left_alone():
    light = flat((0.2, 0.3, 0.4))
    before = light.copy()
    develop(light, Film(stock="velvia_50"), exposure_stops=1.0)
    np.testing.assert_array_equal(light, before)


def test_middle_grey_makes_a_middle_code():
    np.testing.assert_allclose(mean([0.18] * 3, PLAIN), 118, atol=2.5)


def test_a_stop_more_in_the_light_is_a_stop_less_in_the_exposure():
    np.testing.assert_allclose(mean([0.3, 0.2, 0.1], PLAIN, exposure_stops=1.0), mean([0.6, 0.4, 0.2], PLAIN), atol=0.6)
    np.testing.assert_allclose(mean([0.3, 0.2, 0.1], Film(vignette=0, exposure=1.0)), mean([0.6, 0.4, 0.2], PLAIN), atol=0.6)


def test_white_balance_neutralises_its_light():
    from diorama.image import kelvin_to_rgb

    lamp = 0.18 * kelvin_to_rgb(3200)
    assert np.ptp(mean(lamp, PLAIN, kelvin=3200)) < 2 < 40 < np.ptp(mean(lamp, PLAIN, kelvin=6500))


def test_tungsten_film_shows_daylight_blue_where_no_balance_is_set():
    r, _, b = mean([0.18] * 3, Film(stock="cinestill_800t", vignette=0), kelvin=None)
    assert b > r + 25


@pytest.mark.parametrize("name", sorted(stocks()))
def test_stocks_keep_greys_rising_and_whites_pale(name):
    codes = [mean([0.18 * 2.0**ev] * 3, Film(stock=name, vignette=0)).mean() for ev in range(-7, 6)]
    assert all(later > earlier - 0.3 for earlier, later in zip(codes, codes[1:], strict=False)) and codes[8] > codes[5] + 40
    assert codes[0] < 40 and codes[-1] > 225


@pytest.mark.parametrize("name", COLOUR)
def test_colour_stocks_keep_the_hues_they_are_given(name):
    """Red stays red, green green, blue blue: within 40 degrees of hue of the digital picture, and not grey."""
    for rgb in ([0.4, 0.05, 0.04], [0.05, 0.3, 0.06], [0.03, 0.08, 0.4], [0.45, 0.28, 0.2]):
        here, digital = (encoded_to_lab(mean(rgb, Film(stock=key, vignette=0)) / 255) for key in (name, "digital"))
        turned = np.degrees(np.arctan2(here[2], here[1]) - np.arctan2(digital[2], digital[1]))
        assert abs((turned + 180) % 360 - 180) < 40
        assert np.hypot(*here[1:]) > 10


PATCHES = """735244 c29682 627a9d 576c43 8580b1 67bdaa d67e2c 505ba6 c15a63 5e3c6c 9dbc40 e0a32e 383d96 469449 af363c e7c71f bb5695 0885a1
c8c8c8 a0a0a0 7a7a79 555555 343434""".split()
"""A colour chart (ColorChecker, nominal sRGB), its white aside."""


def test_digital_shows_matte_colours_as_they_are():
    """What is asked for by hex and lit so that 18 % grey is middle grey comes out near that hex: a camera's error, not a filter's."""
    asked = np.array([parse_hex(patch) for patch in PATCHES])
    shown = np.array([mean(to_linear(codes), PLAIN) / 255 for codes in asked])
    apart = ciede2000(encoded_to_lab(asked), encoded_to_lab(shown))
    assert apart.mean() < 5 and apart.max() < 12
    richness = np.hypot(*encoded_to_lab(shown)[:18, 1:].T) / np.hypot(*encoded_to_lab(asked)[:18, 1:].T)
    assert 0.9 < np.median(richness) < 1.1


@pytest.mark.parametrize("name", MONOCHROME)
def test_black_and_white_is_grey(name):
    picture = develop(np.random.default_rng(2).random((40, 40, 3), np.float32), Film(stock=name), exposure_stops=0.0)
    assert (np.ptp(picture.astype(int), axis=-1) == 0).all()


def test_what_stocks_are_known_for():
    skin, leaf, shade = [0.45, 0.28, 0.2], [0.06, 0.16, 0.03], [0.03] * 3
    things = (("skin", skin), ("leaf", leaf), ("shade", shade))
    lab = {key: {name: encoded_to_lab(mean(rgb, Film(stock=key, vignette=0)) / 255) for name, rgb in things} for key in stocks()}

    def chroma(key: str, thing: str) -> float:
        return float(np.hypot(*lab[key][thing][1:]))

    assert chroma("velvia_50", "leaf") > chroma("digital", "leaf") > chroma("portra_160", "leaf")
    assert lab["cinestill_800t"]["shade"][2] < -4 < lab["gold_200"]["shade"][2]
    assert lab["portra_400"]["skin"][2] > 8
    assert lab["polaroid"]["shade"][0] > lab["digital"]["shade"][0] > lab["velvia_50"]["shade"][0]


def test_wishes_of_the_scene_go_their_way():
    sky, dark = [0.1, 0.2, 0.5], [0.004] * 3
    assert np.ptp(mean(sky, Film(saturation=1.6, vignette=0))) > np.ptp(mean(sky, PLAIN)) > np.ptp(mean(sky, Film(saturation=0.4, vignette=0)))
    assert np.ptp(mean(sky, Film(saturation=0, vignette=0))) < 0.01
    assert mean(dark, Film(contrast=1.6, vignette=0)).mean() < mean(dark, PLAIN).mean() < mean(dark, Film(contrast=0.3, vignette=0)).mean()
    assert mean(dark, Film(fade=1.0, vignette=0)).mean() > mean(dark, PLAIN).mean() + 20
    grey = [0.18] * 3
    warm, cold = mean(grey, Film(warmth=0.8, vignette=0)), mean(grey, Film(warmth=-0.8, vignette=0))
    assert warm[0] > warm[2] + 10 and cold[2] > cold[0] + 10
    assert np.ptp(mean(sky, Film(monochrome=True, vignette=0))) < 0.01
    r, g, b = mean(grey, Film(sepia=True, vignette=0))
    assert r > g > b and r - b > 20


def test_vignette_darkens_the_corners_and_only_them():
    none, default, strong = (develop(flat([0.3] * 3, 128), Film(vignette=v), exposure_stops=0.0).astype(int).mean(-1) for v in (0, 0.15, 1))
    assert np.ptp(none) < 3
    assert default[64, 64] == pytest.approx(none[64, 64], abs=2)
    assert strong[1, 1] < default[1, 1] - 15 and 3 < none[1, 1] - default[1, 1] < 40


def test_natural_vignette_is_the_cosine_fourth_law():
    along = vignette(361, 1, 0.25, 85.0)[0, 180:]
    millimetres = np.arange(181) * 36 / 361
    artistic = 1 - 0.75 * 0.25 * (millimetres / millimetres[-1]) ** 3
    np.testing.assert_allclose(along, np.cos(np.arctan(millimetres / 85)) ** 4 * artistic, atol=1e-4)


def spot(stock_name: str) -> np.ndarray:
    light = flat([0.02] * 3, 256)
    light[118:138, 118:138] = 40.0
    return develop(light, Film(stock=stock_name, vignette=0), exposure_stops=0.0).astype(int)


def test_cinestill_puts_red_halos_around_lamps_and_digital_does_not():
    cine, digital = spot("cinestill_800t"), spot("digital")
    far = cine[10:40, 10:40].reshape(-1, 3).mean(0)
    near = cine[126:130, 142:145].reshape(-1, 3).mean(0)
    assert near[0] - far[0] > 40 and near[0] > near[2] + 20
    ring = digital[126:130, 142:145].reshape(-1, 3).mean(0)
    assert abs(ring[0] - ring[2]) < 6


def test_bloom_adds_no_light():
    from diorama.image import halation

    light = np.random.default_rng(4).random((3, 64, 96), np.float32)
    assert halation.glow(light, 0.0, (1, 1, 1)).sum() == pytest.approx(halation.BLOOM * light.sum(), rel=0.02)


def test_smooth_light_is_not_banded():
    """A ramp of two codes over the whole width: its steps of a tenth of a code are seen in the mean of many pixels (5 sigma)."""
    ramp = np.repeat(np.linspace(0.1800, 0.1850, 512, dtype=np.float32)[None, :, None], 512, 0) * np.ones(3, np.float32)
    steps = develop(ramp, PLAIN, exposure_stops=0.0)[..., 1].reshape(512, 16, 32).mean((0, 2))
    straight = np.polyval(np.polyfit(np.arange(16), steps, 1), np.arange(16))
    assert 1 < steps[-1] - steps[0] < 4
    np.testing.assert_allclose(steps, straight, atol=5 * 0.5 / np.sqrt(512 * 32))


def test_every_size_works():
    for shape in ((1, 1), (1, 7), (9, 1), (47, 49), (97, 5), (600, 3)):
        picture = develop(np.full((*shape, 3), 0.5, np.float32), Film(stock="cinestill_800t"), exposure_stops=0.0)
        assert picture.shape == (*shape, 3) and picture.dtype == np.uint8


def test_broken_pixels_harm_only_themselves():
    light = flat([0.18] * 3, 128)
    light[5, 5] = np.nan
    light[9, 9] = np.inf
    whole, broken = develop(flat([0.18] * 3, 128), PLAIN, exposure_stops=0.0).astype(int), develop(light, PLAIN, exposure_stops=0.0).astype(int)
    assert np.abs(whole - broken)[64:, 64:].max() <= 1


def test_wrong_input_is_named():
    with pytest.raises(RequestError, match="linear"):
        develop(np.zeros((4, 4), np.float32), Film(), exposure_stops=0.0)
    with pytest.raises(RequestError, match="uint8"):
        develop(np.zeros((4, 4, 3), np.uint8), Film(), exposure_stops=0.0)
    with pytest.raises(SceneError, match="velvia_50"):
        develop(flat([1, 1, 1]), Film(stock="agfa_vista"), exposure_stops=0.0)


def test_stocks_are_sound_data():
    names = list(stocks())
    aliases = [alias for value in stocks().values() for alias in value.aliases]
    assert len({*names, *aliases}) == len(names) + len(aliases)
    for key, value in stocks().items():
        np.testing.assert_allclose(np.sum(value.matrix, axis=1), 1, atol=1e-9, err_msg=key)
        assert value.weights is None or sum(value.weights) == pytest.approx(1), key
        assert (value.weights is not None) == (value.kind == "monochrome"), key
    assert stock("hp5") is stocks()["hp5_400"]


def test_black_is_taken_from_shadows_and_leaves_middle_grey_and_hues():
    veiled = {"exposure_stops": 0.0, "kelvin": 6500.0, "film": PLAIN}
    show = lambda rgb, black: run(flat(rgb), Development(black=black, **veiled)).reshape(-1, 3).mean(0)  # noqa: E731
    np.testing.assert_allclose(show([0.18] * 3, 0.03), show([0.18] * 3, 0.0), atol=1.5)
    assert show([0.035] * 3, 0.03).mean() < show([0.035] * 3, 0.0).mean() - 25
    assert show([0.02] * 3, 0.03).mean() < show([0.03] * 3, 0.03).mean() < show([0.04] * 3, 0.03).mean(), "what is darker than the black is not all one black"
    ratio = [show([0.12, 0.06, 0.04], black) for black in (0.0, 0.03)]
    assert ratio[1].argmax() == 0 and ratio[1].argmin() == 2


def test_a_steeper_curve_spreads_light_and_hardly_strengthens_colours():
    low, high = ([level] * 3 for level in (0.09, 0.36))
    show = lambda rgb, contrast: run(flat(rgb), Development(film=PLAIN, contrast=contrast)).reshape(-1, 3).mean(0)  # noqa: E731
    assert show(high, 1.2).mean() - show(low, 1.2).mean() > show(high, 1.0).mean() - show(low, 1.0).mean() + 8
    leaf = [0.08, 0.16, 0.05]
    rich = [float(np.hypot(*encoded_to_lab(show(leaf, contrast) / 255)[1:])) for contrast in (1.0, 1.2)]
    assert rich[1] < 1.12 * rich[0]


def test_sharpening_knows_no_bands():
    """Edges become steeper, alike wherever they lie; what is even stays even."""
    light = flat([0.1] * 3, 144)
    light[:, 72:] = 0.3
    soft, sharp = (run(light, Development(film=PLAIN, sharpness=amount)).astype(int) for amount in (0.0, 0.8))
    rows = sharp[:, 68:76, 1]
    assert np.ptp(rows, axis=0).max() <= 1, "every row is the same, at the edge of a band, too"
    assert sharp[:, 72].mean() > soft[:, 72].mean() + 3 and sharp[:, 71].mean() < soft[:, 71].mean() - 3
    assert np.abs(sharp - soft)[:, :60].max() <= 1
