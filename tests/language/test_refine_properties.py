"""What holds of any refinement: it can be undone, what was not named stays, no word is lost, every scene is legal, time is linear."""

from __future__ import annotations

import string
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diorama.errors import PromptError
from diorama.language import read
from diorama.language.refine import Refinement, content_words, refine
from diorama.language.refine.vocabulary import vocabulary
from diorama.scene import Layout, Place, Scene, Spread, Viewpoint, apply, findings

NAMES = sorted({" ".join(words) for entries in vocabulary().words.values() for words, _ in entries})
GLUE = [
    "a", "the", "two", "three", "and", "on", "in", "with", "of", "next to", ",", ".", "to", '"TEXT"', "from the left", "it", "is", "make", "add", "remove", "replace",
    "move", "put", "change", "turn", "the mug", "the left one", "all the", "one of the", "apples", "bigger", "red", "light", "softer", "no", "more", "less", "a bit",
    "one", "them", "everything", "background", "twice as", "20 %",
]  # fmt: skip
soup = st.lists(st.one_of(st.sampled_from(GLUE), st.sampled_from(NAMES)), min_size=1, max_size=16).map(" ".join)
text = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120).filter(str.strip)
ascii_text = st.text(string.ascii_letters + string.digits + " ,.;:-'\"/#()\n", min_size=1, max_size=120).filter(str.strip)


def laid_out(scene: Scene) -> Scene:
    """As an engine leaves it: everything has a place."""
    names = [f"{s.id}.{k}" for s in scene.subjects for k in range(s.count)]
    places = {name: Place(x=0.1 * k - 0.2, y=0.03 * (k % 3)) for k, name in enumerate(names)}
    return scene.model_copy(
        update={
            "layout": Layout(
                places=places, viewpoint=Viewpoint(eye=(0, -1, 0.4), target=(0, 0, 0.05)), spread=Spread(radius=0.3, reach=0.3, centre=(0, 0, 0), lit=0.3),
                exposure=1.0, white_balance=5200,
            )
        }
    )  # fmt: skip


BRIEFS = (
    "a white mug on a walnut table left of an open book, three green apples in a bowl, soft window light from the left, 85mm f/1.8",
    "a lit lamp and a candle on a desk at night", "golden hour over a meadow with hills", 'two red bottles and a blue bottle reading "A" in a kitchen',
)  # fmt: skip
SCENES = [*(read(b).scene for b in BRIEFS), *(laid_out(read(b).scene) for b in BRIEFS)]


def check(scene: Scene, made: Refinement) -> None:
    assert not findings(made.scene)
    assert apply(scene, made.edit) == made.scene
    assert apply(made.scene, made.edit.inverse()) == scene
    told = [c for c in made.edit.changes if c.path[0] != "layout"]
    assert not told or made.diff, "every change is told"
    end = 0
    for phrase in made.phrases:
        assert phrase.text == made.words[phrase.start : phrase.end] and phrase.start >= end
        end = phrase.end
        if phrase.status == "not_understood":
            assert any(d.code == "unknown-word" and d.span == (phrase.start, phrase.end) for d in made.diagnostics)
    for start, stop, word in content_words(made.words):
        assert any(p.start <= start and stop <= p.end for p in made.phrases), word
    for d in made.diagnostics:
        assert d.message and (d.span is None or 0 <= d.span[0] < d.span[1] <= len(made.words))
    _same_subjects(scene, made.scene)


def _same_subjects(before: Scene, after: Scene) -> None:
    """Those that stay keep their order; new ones come after them, with ids that were not used."""
    old = [s.id for s in before.subjects]
    kept = [s.id for s in after.subjects if s.id in old]
    assert kept == [i for i in old if i in kept]
    assert [s.id for s in after.subjects][: len(kept)] == kept


@given(soup, st.sampled_from(SCENES))
@settings(max_examples=200, deadline=None)
@example("the left one put softer dresser . from the left light the left one", SCENES[3])
@example("apples with a ingredients one softer more , the left one in add , one of the dramatic lighting", SCENES[2])
def test_word_soup(words, scene):
    check(scene, refine(scene, words))


@given(st.one_of(text, ascii_text), st.sampled_from(SCENES))
@settings(max_examples=80, deadline=None)
@example("make the mug \U0001f34b, naïve ½ №5 100%", SCENES[0])
@example("'a' \"b\" “c” ‘d’ «e»", SCENES[0])
def test_any_text(words, scene):
    check(scene, refine(scene, words))


@given(soup, st.sampled_from(SCENES))
@settings(max_examples=40, deadline=None)
def test_same_words_same_refinement(words, scene):
    assert refine(scene, words) == refine(scene, words)


NAMED = {
    "make the mug red": "subjects.s1.surface.colours", "make the book bigger": "subjects.s2.size", "make the light softer": "lighting.lights", "more grain": "film.grain",
    "closer": "camera.framing", "f/8": "camera.f_number", "make the light warmer": "lighting.kelvin", "on concrete": "environment.ground", "golden hour": "lighting",
    "black and white": "film.monochrome", "add a spoon": "subjects relations", "one more apple": "subjects.s3.count", "make the mug twice as tall": "subjects.s1.size",
    "remove the book": "subjects relations", "focus on the book": "camera.focus", "make it rain": "environment", "square": "camera.aspect", 'write "A" on the mug': "subjects.s1.labels",
}  # fmt: skip


MOVING = {"make the book bigger", "make the mug twice as tall", "add a spoon", "one more apple", "remove the book", "on concrete", "make it rain"}
"""What may move things: they grow, come, go, or stand on something else."""


@given(st.lists(st.sampled_from(sorted(NAMED)), min_size=1, max_size=5, unique=True), st.sampled_from([", ", "; ", ". ", " and "]), st.sampled_from([SCENES[0], SCENES[4]]))
@settings(max_examples=80, deadline=None)
def test_clauses_leave_alone_what_they_do_not_name(clauses, joiner, scene):
    made = refine(scene, joiner.join(clauses))
    allowed = [p for c in clauses for p in NAMED[c].split()]
    for change in made.edit.changes:
        path = _by_id(change.path, scene)
        assert path.startswith("layout") or any(path.startswith(a) or a.startswith(path) for a in allowed), (path, allowed)
    if scene.layout is not None and not MOVING & set(clauses):
        assert made.scene.layout.places == scene.layout.places, "what is not moved stays where it is"
    assert not made.of("error"), made.diagnostics


def _by_id(path, scene: Scene) -> str:
    """The path with ids in place of numbers."""
    steps = list(path)
    if steps[0] == "subjects" and len(steps) > 1:
        steps[1] = scene.subjects[steps[1]].id
    return ".".join(map(str, steps))


def test_what_is_not_named_keeps_its_place():
    scene = SCENES[4]
    made = refine(scene, "make the book blue, add a spoon, warmer")
    for name, place in scene.layout.places.items():
        assert made.scene.layout.places[name] == place
    assert made.scene.layout.viewpoint == scene.layout.viewpoint and made.scene.layout.exposure == scene.layout.exposure


@pytest.mark.parametrize("words", ["the left ", "make the mug red and ", "a mug on ", '"A" ', "mug bigger ", "make the light warmer, move the mug to the right, add a spoon. ", "x y z, "])
def test_work_is_linear(words):
    """Counted in calls, which are the same on every machine."""
    scene = SCENES[0]
    refine(scene, words)
    made = []
    for length in (2_000, 8_000):
        prompt = (words * (length // len(words) + 1))[:length]
        made.append(calls(lambda prompt=prompt: refine(scene, prompt)))
    check(scene, refine(scene, prompt))
    assert made[1] < 6 * made[0]


def calls(work) -> int:
    """How many functions of Python are called while `work` is done."""
    count, before = 0, sys.getprofile()

    def tell(frame, event, argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("words", ["", "  ", "x" * 32_001, "a\x07b"])
def test_what_is_no_text_is_refused(words):
    with pytest.raises(PromptError):
        refine(SCENES[0], words)


def test_a_road_can_be_asked_for_afterwards():
    """That a way was named is known to the reading alone, and once broke the refinement."""
    made = refine(read("a red car on a beach").scene, "put it on a road")
    assert made.scene.environment.setting == "street"
