"""Trees that are only named with a picture's first thing stand behind it; those of which more is said stand where it says."""

from diorama.language import read


def relations(words: str) -> list[tuple[str, str, tuple[str, ...]]]:
    scene = read(words).scene
    nouns = {s.id: s.noun for s in scene.subjects}
    return [(nouns[r.subject], r.kind, tuple(nouns.get(o, o) for o in r.objects)) for r in scene.relations]


def test_trees_in_a_list_stand_behind_and_it_is_said():
    words = "a yellow bus on a country road, autumn trees"
    assert ("tree", "near", ("background",)) in relations(words)
    assert [d.message for d in read(words).diagnostics if d.code == "assumed-place"] == ["the trees stand behind"]


def test_trees_that_are_counted_lead_or_are_told_of_stay_where_they_are():
    assert relations("a house between two trees") == [("house", "between", ("tree",))]
    assert ("tree", "near", ("background",)) not in relations("pine trees, a deer in a meadow")
    assert ("palm tree", "near", ("background",)) not in relations("a car parked under palm trees on a beach")


def test_behind_what_is_by_the_water_they_are_the_shores():
    lake, beach = (read(words).scene for words in ("a wooden rowing boat on a calm mountain lake, pine trees", "a red car on a beach, palm trees"))
    assert "trees" in lake.environment.features and "palms" in beach.environment.features
    assert [s.noun for s in (*lake.subjects, *beach.subjects)] == ["rowing boat", "car"]


def test_curtains_of_a_room_hang_at_its_window():
    reading = read("an open suitcase on a bed, morning sun coming through white curtains")
    assert [s.noun for s in reading.scene.subjects] == ["suitcase", "bed"] and "curtains" in reading.scene.environment.features
    assert not any("white" in d.message for d in reading.diagnostics)
    assert "curtain" in [s.thing for s in read("red velvet curtains on a stage").scene.subjects]
    assert "curtain" in [s.thing for s in read("a cat behind the curtains in a living room").scene.subjects]
