"""Words that ask for a film: the move, how long, and what is in it; and words that sound alike and ask for none."""

from __future__ import annotations

import pytest

from diorama.language import read

ASKED = {
    "a slow pan over a wooden table with a red mug": ("pan_right", 5.0, {"table", "mug"}),
    "a 5-second clip of a mug on a table": ("orbit", 5.0, {"mug"}),
    "A green vase on a table. The camera slowly orbits around it.": ("orbit", 5.0, {"vase"}),
    "a video of a dog in a meadow": ("orbit", 3.0, {"dog"}),
    "A red mug on a table, slow dolly in": ("dolly_in", 5.0, {"mug"}),
    "Slow push in on a candle, 4 seconds": ("dolly_in", 4.0, {"candle"}),
    "ten second orbit around a perfume bottle on black marble": ("orbit", 10.0, {"perfume bottle"}),
    "a quick zoom out from a lighthouse on a rock": ("dolly_out", 2.0, {"lighthouse", "rock"}),
    "crane shot of a lighthouse": ("crane_up", 3.0, {"lighthouse"}),
    "A bicycle in a street at night, camera pans left for 6 seconds": ("pan_left", 6.0, {"bicycle"}),
}


@pytest.mark.parametrize("prompt", ASKED)
def test_films_are_asked_for_in_words_and_what_is_in_them_is_read_as_ever(prompt):
    move, seconds, things = ASKED[prompt]
    reading = read(prompt)
    assert reading.filmed is not None and (reading.filmed.move, reading.filmed.seconds) == (move, seconds)
    assert {one.noun for one in reading.scene.subjects} == things
    (told,) = [one for one in reading.diagnostics if one.code == "film"]
    assert "stands still" in told.message and told.span is not None
    assert not [one for one in reading.diagnostics if one.code in ("unknown-word", "no-effect", "not-shown")]
    assert not [one for one in reading.phrases if one.status == "not_understood"]


def test_what_is_set_aside_changes_nothing_else():
    plain, film = read("a green vase on a wooden table, soft window light"), read("a slow orbit around a green vase on a wooden table, soft window light")
    assert film.scene == plain.scene and plain.filmed is None


def test_how_far_how_fast_and_which_hours():
    assert read("a 90 degree orbit around a motorbike").filmed.amount == 90  # type: ignore[union-attr]
    assert read("A bicycle in a street. The camera pans right, 24 fps").filmed.fps == 24  # type: ignore[union-attr]
    day = read("time-lapse of a street from morning to noon")
    assert day.filmed is not None and (day.filmed.move, day.filmed.hours, day.scene.lighting.time) == ("daylight", 3.0, "morning")


def test_what_a_film_cannot_be_is_said():
    assert "one-move" in {one.code for one in read("a lighthouse; the camera pans right, then the camera rises").diagnostics}
    long = read("a 90-second clip of a mug")
    assert long.filmed is not None and long.filmed.seconds == 60 and "film-cut" in {one.code for one in long.diagnostics}


@pytest.mark.parametrize(
    "prompt",
    [
        "a frying pan over a fire", "a satellite in orbit around a planet", "a woman with a camera", "a pan of eggs on a stove", "a film of dust on a table",
        "a cinematic film still of a man in a car", "a paper clip", "a video camera on a table",
        "a man playing a video game", "a 30-second exposure of a river",
        "time-lapse photo of a busy road", "an old pan on a stove", "a crane over a harbour", "a zoom lens on a table",
    ],
)  # fmt: skip
def test_words_that_sound_alike_ask_for_none(prompt):
    assert read(prompt).filmed is None
