"""Which thing words mean, how a picture that was made is changed, and being honest about what cannot be done."""

from __future__ import annotations

import pytest

from diorama.language import read, stand_in
from diorama.language.refine import Refinement, refine
from diorama.language.refine import stand_in as stand_in_refined
from diorama.scene import Layout, Place, Scene, Spread, Viewpoint

STILL = "a white mug on a walnut table left of an open book, three green apples, soft window light from the left, 85mm f/1.8"
BOTTLES = "a tall green bottle, a small blue bottle and a red bottle on a shelf"


def changed(brief: str, words: str) -> set[str]:
    """Ids of the subjects that are not as they were."""
    scene = read(brief).scene
    after = {s.id: s for s in refine(scene, words).scene.subjects}
    return {s.id for s in scene.subjects if after.get(s.id) != s} | (after.keys() - {s.id for s in scene.subjects})


@pytest.mark.parametrize(
    ("brief", "words", "ids"),
    [
        (STILL, "make the mug red", {"s1"}),
        (STILL, "make it red", {"s1"}),
        (STILL, "make the book blue, and make it bigger", {"s2"}),
        (STILL, "make the white mug red", {"s1"}),
        (STILL, "make all the apples red", {"s3"}),
        (STILL, "make the apple red", {"s3"}),
        (STILL, "make one of the apples red", {"s3", "s4"}),
        (STILL, "make everything red", {"s1", "s2", "s3"}),
        (STILL, "make the fruit red", {"s3"}),
        (STILL, "make the mug and the book red", {"s1", "s2"}),
        (BOTTLES, "make the green bottle yellow", {"s1"}),
        (BOTTLES, "make the tall bottle yellow", {"s1"}),
        (BOTTLES, "make the biggest bottle yellow", {"s1"}),
        (BOTTLES, "make the smallest bottle yellow", {"s2"}),
        (BOTTLES, "make the second bottle yellow", {"s2"}),
        (BOTTLES, "make the last bottle yellow", {"s3"}),
        (BOTTLES, "make the bottles yellow", {"s1", "s2", "s3"}),
        (BOTTLES, "make the red one yellow", {"s3"}),
        (BOTTLES, "make the blue bottle bigger and the other ones smaller", {"s1", "s2", "s3"}),
        ("an apple, a mug and a spoon next to the mug", "remove the spoon next to the mug", {"s3"}),
        ("an apple, a mug and a spoon", "remove the spoon next to the mug", {"s3"}),
        ("an apple on a plate, an apple and a mug", "remove the apple next to the mug", {"s1"}),
        ("a wine bottle and a mug", "make the bottle red", {"s1"}),
        ("an apple to the left of a mug, and an apple to the right of the mug", "make the left apple green", {"s1"}),
        ("an apple to the left of a mug, and an apple to the right of the mug", "make the apple to the right of the mug green", {"s3"}),
    ],
)
def test_what_is_meant(brief, words, ids):
    assert changed(brief, words) == ids


def settled() -> Scene:
    """A mug on the left, a book on the right, three apples in a bowl in front: as an engine laid them out."""
    scene = read("a white mug on a walnut table left of an open book, three green apples in a bowl, soft window light from the left").scene
    where = {"s1.0": (-0.1, 0.0), "s2.0": (0.12, 0.02), "s3.0": (0.0, -0.1, "s4.0"), "s3.1": (0.04, -0.1, "s4.0"), "s3.2": (-0.04, -0.1, "s4.0"), "s4.0": (0.0, -0.1)}
    places = {name: Place(x=p[0], y=p[1], host=p[2] if len(p) > 2 else None) for name, p in where.items()}
    spread = Spread(radius=0.25, reach=0.3, centre=(0, 0, 0), lit=0.3)
    return scene.model_copy(update={"layout": Layout(places=places, viewpoint=Viewpoint(eye=(0, -1, 0.4), target=(0.02, 0, 0)), spread=spread, exposure=1.0, white_balance=5000)})


def place(made: Refinement, name: str) -> Place:
    return made.scene.layout.places[name]


def test_a_thing_is_moved_in_the_picture_that_was_made():
    made = refine(settled(), "move the mug to the right")
    assert place(made, "s1.0").x > -0.1 and place(made, "s1.0").y == 0
    assert not any(r.kind == "left_of" for r in made.scene.relations), "it cannot be told to be left of the book any more"
    assert {n: p for n, p in made.scene.layout.places.items() if n != "s1.0"} == {n: p for n, p in settled().layout.places.items() if n != "s1.0"}
    assert made.scene.layout.viewpoint == settled().layout.viewpoint
    assert place(refine(settled(), "move the mug a bit to the right"), "s1.0").x < place(made, "s1.0").x


def test_what_rests_on_a_thing_moves_along():
    made = refine(settled(), "move the bowl closer")
    assert place(made, "s4.0").y < -0.1 and place(made, "s3.1").y == place(made, "s4.0").y
    assert [line.text for line in made.diff] == ["bowl: 11.2 cm towards the camera"]


def test_directions_are_the_cameras():
    scene = settled()
    turned = scene.model_copy(update={"camera": scene.camera.model_copy(update={"azimuth": 90.0})})
    moved = place(refine(turned, "move the mug to the right"), "s1.0")
    assert moved.y > 0.05 and moved.x == pytest.approx(-0.1)


def test_the_left_one_of_several_is_the_one_that_lies_left():
    made = refine(settled(), "make the left apple red")
    assert place(made, "s5.0").x == -0.04
    assert sorted(p.x for n, p in made.scene.layout.places.items() if n.startswith("s3.")) == [0.0, 0.04]
    assert made.scene.subject("s3").count == 2 and made.scene.subject("s5").surface.colours[0].name == "red"


def test_one_of_several_is_taken_away_and_the_rest_stays():
    made = refine(settled(), "remove the right apple")
    assert sorted(p.x for n, p in made.scene.layout.places.items() if n.startswith("s3.")) == [-0.04, 0.0]


def test_two_things_change_places():
    made = refine(settled(), "swap the mug and the book")
    assert (place(made, "s1.0").x, place(made, "s2.0").x) == (0.12, -0.1)
    assert any(r.subject == "s2" and r.kind == "left_of" and r.objects == ("s1",) for r in made.scene.relations)


def test_a_thing_is_turned():
    assert place(refine(settled(), "rotate the mug 90 degrees"), "s1.0").yaw == 90
    assert place(refine(settled(), "turn the book around"), "s2.0").yaw in (180, -180)
    assert "cannot-turn" in {d.code for d in refine(read(STILL).scene, "rotate the mug").diagnostics}


def test_light_is_kept_unless_it_is_spoken_of():
    assert refine(settled(), "make the light warmer").scene.layout.white_balance == 5000
    assert refine(settled(), "make it night").scene.layout.exposure is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("make the unicorn pink", "not-there"),
        ("remove the fork", "not-there"),
        ("no people", "not-there"),
        ("make the mug zorgly", "unknown-word"),
        ("asdf qwer", "unknown-word"),
        ("make the mug warmer", "does-not-fit"),
        ("make the mug", "nothing-said"),
        ("replace the mug", "nothing-said"),
        ("write on the mug", "nothing-said"),
        ("remove the handle of the mug", "cannot-leave-out"),
        ("make the rim light softer", "not-there"),
        ("turn on the book", "does-not-fit"),
        ("move the mug up", "cannot-move"),
        ("move the unicorn to the left", "not-there"),
        ("undo", "undo"),
        ("keep the light as it is", "kept"),
        ("make the mug white", "no-change"),
        ("tighter, tighter, tighter, tighter, tighter", "at-its-end"),
        ("add an armadillo", "stand-in"),
        ("make the left apple green", "several-fit"),
        ("make it look like a watercolor painting", "not-a-photograph"),
        ("put it on a shelf", "no-change"),
    ],
)
def test_what_cannot_be_done_is_said(words, code):
    made = refine(read(STILL).scene, words)
    if code == "no-change" and words.startswith("put"):
        assert any(s.thing == "shelf" for s in made.scene.subjects)
        return
    assert code in {d.code for d in made.diagnostics}, made.diagnostics


@pytest.mark.parametrize("words", ["make the unicorn pink", "asdf qwer", "make the mug warmer", "remove the fork", "undo", "make the left apple zorgly", "move the mug up"])
def test_what_cannot_be_done_changes_nothing(words):
    scene = read(STILL).scene
    made = refine(scene, words)
    assert made.scene == scene and not made.edit.changes and not made.diff


def test_steps_add_up_and_come_back():
    scene = read(STILL).scene
    there = refine(scene, "make the mug bigger, make the mug bigger").scene
    assert there.subject("s1").size.scale == pytest.approx(1.5625, abs=0.01)
    assert refine(there, "make the mug smaller and smaller").scene.subject("s1").size.scale == pytest.approx(1.0, abs=0.02)
    made = refine(scene, "make the light warmer, and warmer")
    assert [p.effect for p in made.phrases if p.text == "warmer"] == [("lighting.kelvin=3090",)] * 2


def test_effects_are_true_of_the_new_scene():
    made = refine(read(STILL).scene, "make the mug red, remove the book, f/8")
    told = {p.text: p.effect for p in made.phrases if p.effect}
    assert told["red"] == ("subjects.s1.surface.colours=red",)
    assert told["f/8"] == ("camera.f_number=8",)
    assert told["book"] == ("subjects.s2=",)


def test_what_the_setting_cannot_show_is_left_out_and_said():
    scene = read("a mug in a kitchen").scene
    made = stand_in_refined(scene, refine(scene, "add clouds"))
    assert made.scene.environment.features == scene.environment.features
    assert "not-shown" in {d.code for d in made.diagnostics}


@pytest.mark.parametrize(
    ("prompt", "words", "lines"),
    [
        ("a bowl of three lemons on a table", "put two more lemons in the bowl", ["lemon: count 3 → 5"]),
        ("a bowl of three lemons on a table", "add two more lemons to the bowl", ["lemon: count 3 → 5"]),
        ("a green armchair and a floor lamp in a living room", "turn the armchair to face the lamp", ["armchair facing the floor lamp"]),
        ("a mug and a book on a table", "write HELLO on the mug", ["mug: labels as usual → “HELLO”"]),
        ("a mug and a book on a table", "straight from above", ["angle slightly high → overhead"]),
        ("a bowl of seven lemons", "cut the lemons in half", ["lemon: states as usual → halved"]),
    ],
)
def test_only_what_is_named_changes(prompt, words, lines):
    assert [line.text for line in refine(read(prompt).scene, words).diff] == lines


@pytest.mark.parametrize("words", ["make the cap silver", "silver cap instead of gold", "a silver cap"])
def test_a_part_by_the_name_its_thing_has_for_it_is_changed_and_not_doubled(words):
    before = stand_in(read("a frosted glass perfume bottle with a gold cap on black marble")).scene
    scene = stand_in_refined(before, refine(before, words)).scene
    assert [s.thing for s in scene.subjects] == ["perfume_bottle"]
    assert [(p.name, p.surface.material) for p in scene.subjects[0].parts] == [("cap", "silver")]


def test_words_that_no_picture_shows_say_so_in_a_refinement():
    before = stand_in(read("a mug on a table")).scene
    made = stand_in_refined(before, refine(before, "make the mug steampunk"))
    assert "no-effect" in {d.code for d in made.diagnostics}


@pytest.mark.parametrize(
    ("words", "noun", "box"),
    [
        ("move the mug to the left third", "mug", (0, 0, 0.3333, 1)), ("put the bowl in the lower right corner", "bowl", (0.5, 0.5, 1, 1)),
        ("the book should be in the upper-left corner of the frame", "book", (0, 0, 0.5, 0.5)),
        ("put it on the right side of the picture", "mug", (0.5, 0, 1, 1)),
        ("move the book to the corner", "book", (0.5, 0.5, 1, 1)), ("push the mug into the corner", "mug", (0, 0.5, 0.5, 1)),
        ("add a pear in the bottom left corner", "pear", (0, 0.5, 0.5, 1)),
    ],
)  # fmt: skip
def test_a_thing_goes_to_a_part_of_the_frame_and_nothing_else_moves(words, noun, box):
    before = settled()
    made = refine(before, words)
    of = {s.noun: s for s in made.scene.subjects}
    assert of[noun].within == box and {s.noun for s in made.scene.subjects if s.within} == {noun}
    assert not [one for one in made.diagnostics if one.severity in ("warning", "error")] and all(p.status == "applied" for p in made.phrases)
    mine = {name for name, p in before.layout.places.items() if of[noun].id in (name.split(".")[0], (p.host or "").split(".")[0])}
    assert {n: p for n, p in before.layout.places.items() if n not in mine} == made.scene.layout.places
    assert made.scene.layout.viewpoint == before.layout.viewpoint and made.scene.camera == before.camera
    assert any(line.path.endswith(".within") and "of the frame" in line.text for line in made.diff)


@pytest.mark.parametrize(
    "words", ["put the mug in the corner of the table", "leave room for a headline in the upper left corner", "move the light to the upper left"],
)  # fmt: skip
def test_a_corner_of_a_thing_or_of_something_else_is_no_part_of_the_frame_for_it(words):
    assert not any(s.within for s in refine(settled(), words).scene.subjects)


def test_a_thing_that_is_told_to_go_elsewhere_leaves_its_part_of_the_frame_and_two_that_change_places_change_parts():
    boxed = refine(settled(), "move the mug to the left third").scene.model_copy(update={"layout": settled().layout})
    free = refine(boxed, "move the mug to the right").scene
    assert free.subjects[0].within is None and free.layout.places["s1.0"].x > boxed.layout.places["s1.0"].x
    swapped = refine(boxed, "swap the mug and the book").scene
    of = {s.noun: s for s in swapped.subjects}
    assert of["mug"].within is None and of["book"].within == (0, 0, 0.3333, 1)
    assert swapped.layout.places["s1.0"].x == boxed.layout.places["s2.0"].x and swapped.layout.places["s2.0"].x == boxed.layout.places["s1.0"].x


def test_what_is_there_already_is_put_beside_another_and_made_two_of_nothing():
    """ "On either side" makes two of what a prompt tells; an edit of what stands there ended in an error."""
    scene = read("a white mug and a book on a table").scene
    after = refine(scene, "at either side of them").scene
    assert [(r.subject, r.kind, r.objects) for r in after.relations if r.kind != "on"] == [("s1", "beside", ("s2",))]
    assert after.subjects == scene.subjects
