"""Who has a tool does what is told with it."""

import pytest

from diorama.language import read


@pytest.mark.parametrize(
    ("words", "tool", "deed"),
    [
        ("a chef with a knife chopping carrots", "knife", "cutting"),
        ("a woman with a brush painting a fence", "brush", "painting"),
        ("a girl with a net catching butterflies", "net", "catching"),
        ("a woman with a rake gathering leaves", "rake", "working"),
    ],
)
def test_who_has_the_tool_does_it(words, tool, deed):
    scene = read(words).scene
    person = scene.subjects[0]
    assert person.kind == "person" and [a.deed for a in person.actions] == [deed]
    assert tool in [s.noun for s in scene.subjects]


def test_what_goes_by_itself_does_it_itself():
    man, car = read("a man with a car racing down the road").scene.subjects
    assert man.actions == () and car.noun == "car"
    assert read("a boy with a kite running on the beach").scene.subjects[0].posture == "running"


@pytest.mark.parametrize("words", ["a tailor measuring a jacket", "a woman choosing a red dress", "a woman photographing shoes"])
def test_clothes_that_something_is_done_to_are_not_worn(words):
    scene = read(words).scene
    assert scene.subjects[0].wears == () and len(scene.subjects) == 2


def test_clothes_of_whom_nothing_is_said_are_worn():
    assert [g.noun for g in read("a man, leather jacket, at night").scene.subjects[0].wears] == ["jacket"]


def test_who_sits_in_it_does_it():
    scene = read("a woman in a wheelchair playing basketball").scene
    woman, seat, ball = scene.subjects
    assert [a.deed for a in woman.actions] == ["playing"] and (seat.noun, ball.noun) == ("wheelchair", "basketball")
    assert ("in", (seat.id,)) in [(r.kind, r.objects) for r in scene.relations]
    dressed, violin = read("a woman in a dress playing the violin").scene.subjects
    assert [g.noun for g in dressed.wears] == ["dress"] and violin.noun == "violin"
