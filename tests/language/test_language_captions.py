"""Captions: sentences are read by their grammar. What is in the picture becomes a subject; what is part of a body, likened, felt, denied or behind the camera does not."""

from __future__ import annotations

import pytest

from diorama.errors import PromptError
from diorama.language import Reading, choices, content_words, must_show, read, stand_in
from diorama.language.explain import explain
from diorama.language.frames.kinds import ROWS
from diorama.language.syntax.document import is_prose, pieces
from diorama.scene import Animal, Object, Person


def nouns(reading: Reading) -> list[str]:
    return [s.noun for s in reading.scene.subjects]


def ties(reading: Reading) -> set[str]:
    named = {s.id: s.noun for s in reading.scene.subjects}
    return {f"{named[r.subject]} {r.kind} {' '.join(named.get(o, o) for o in r.objects)}" for r in reading.scene.relations}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_rule_takes_its_example_and_leaves_its_counter_example(row):
    from diorama.language.frames import kinds

    for sentence, taken in ((row.example, True), (row.counter, False)):
        seen: list[tuple[str, str]] = []
        real = kinds.kind

        def spy(mention, reader, real=real, seen=seen):
            found = real(mention, reader)
            seen.append((mention.head.text, found[1]))
            return found

        kinds.kind = spy
        try:
            plain = sentence.replace("[", "").replace("]", "")
            read(plain + " The rest of it is quiet and there is nothing else that could be seen in it by anybody at all.")
        finally:
            kinds.kind = real
        word = sentence[sentence.index("[") + 1 : sentence.index("]")].split()[-1]
        rules = [rule for head, rule in seen if head == word]
        assert (row.name in rules) is taken, (sentence, seen)


WOMAN = (
    "An elderly woman sits on a weathered wooden bench in her garden, her silver hair pulled back into a loose bun. She wears a lilac cardigan over a white "
    "blouse and looks into the camera, while a black cat sleeps beside her on the bench."
)


def test_hair_and_clothes_belong_to_whom_they_are_told_of():
    woman, bench, cat = read(WOMAN).scene.subjects
    assert isinstance(woman, Person) and woman.hair.colour.name == "silver" and "bun" in woman.hair.styles
    assert [g.noun for g in woman.wears] == ["cardigan", "blouse"] and woman.wears[0].surface.colours[0].name == "lilac"
    assert woman.posture == "sitting" and woman.gaze == "lens" and woman.age > 60
    assert isinstance(bench, Object) and bench.surface.material == "wood"
    assert isinstance(cat, Animal) and cat.posture == "sleeping" and cat.coat.colours[0].name == "black"


def test_animals_are_shown_as_they_are_read():
    shown = stand_in(read(WOMAN))
    assert [s for s in shown.scene.subjects if isinstance(s, Animal)][0].posture == "sleeping"
    assert {"woman on bench", "cat beside woman"} <= ties(shown)


@pytest.mark.parametrize(
    ("caption", "there", "not_there"),
    [
        ("The photographer has used a long lens, and a lioness drinks at the edge of the water while dust hangs in the air behind her like smoke.", ["lioness"], ["photographer", "camera", "smoke"]),
        ("A wooden table stands in a bright kitchen with a red mug on it. There are no plates, no forks and no flowers in the picture at all.", ["table", "mug"], ["plate", "fork", "flower"]),
        ("A dragon made of green glass lies on a marble table, its wings folded like wet sails, and beside it stands a candle the size of a pencil.", ["dragon", "candle"], ["sail", "pencil", "glass"]),
        ("A poster with a drawing of a tiger hangs on the brick wall above a wooden chair, and the whole scene suggests an office of the past.", ["poster", "chair"], ["tiger"]),
        ("Hues of orange and lilac fill the sky above the hills as two boys walk along the beach, evoking a sense of quiet joy and freedom.", ["boy"], ["orange", "shades"]),
        ("Two sea creatures, a crab and a lobster, wave their claws on a sandy beach, and the crab is as red as a tomato in the morning light.", ["crab", "lobster"], ["creature", "tomato", "claw"]),
    ],
)
def test_only_what_is_in_the_picture_becomes_a_subject(caption, there, not_there):
    seen = " ".join(nouns(read(caption)))
    assert all(word in seen for word in there), seen
    assert not any(word in seen for word in not_there), seen


@pytest.mark.parametrize(
    ("caption", "tie"),
    [
        ("A sleek gray cat lies on the roof of a polished black car that is parked in front of a house with a white door and a small window.", "cat on car"),
        ("Behind the table stands a wooden chair, and on the table there is a red mug that somebody has left there since the early morning.", "chair behind table"),
        ("A pair of golden candles and a stack of three books rest on a wooden shelf beside a green vase that is filled with white roses.", "candle on shelf"),
        ("A woman in a blue dress holds a yellow umbrella while she walks across the wet street, and a small dog follows her at some distance.", "woman holding umbrella"),
    ],
)
def test_verbs_and_prepositions_say_who_stands_where(caption, tie):
    assert tie in ties(read(caption))


def test_what_was_named_is_meant_again_by_its_kind():
    reading = read("A red pickup truck stands in a field of tall grass. The vehicle is rusty and its doors are white, and it has been there for many years.")
    (truck,) = reading.scene.subjects
    assert "rusty" in truck.surface.finish and truck.parts[0].name == "doors" and truck.parts[0].surface.colours[0].name == "white"


def test_every_content_word_of_a_caption_lies_in_a_phrase():
    reading = read(WOMAN)
    assert all(any(p.start <= a and b <= p.end for p in reading.phrases) for a, b, _ in content_words(WOMAN))


def test_briefs_are_no_captions():
    for brief in ("a red mug on a walnut table", "A stoneware mug on a walnut table beside an open book, soft window light from the left, 85mm f/1.8, shallow depth of field"):
        assert not is_prose(pieces(brief), brief)
    assert is_prose(pieces(WOMAN), WOMAN)


def test_why_a_word_was_read_so():
    told = {w.word: w for w in explain(WOMAN)}
    assert told["bench"].tag == "NN" and told["bench"].governor == "pobj of on" and told["bench"].frame == "thing" and told["bench"].status == "applied"
    assert told["bun"].frame == "body"


# ── what people paste ──


@pytest.mark.parametrize(
    ("prompt", "there"),
    [
        ("a red mug on a table, no people, cars or trees", ["mug"]),
        ("a white table without plates and forks", ["table"]),
        ("a red mug on a table --no plates, forks --ar 16:9", ["mug"]),
        ("a red mug on a table\nNegative prompt: blurry, cat, extra fingers", ["mug"]),
        ('"A red mug on a walnut table"', ["mug"]),
        ("a red mug\nSteps: 30, Sampler: Euler a, CFG scale: 7, Seed: 123, Size: 512x768, Model: toaster", ["mug"]),
        ("red_mug, walnut_table", ["mug"]),
        ("(red mug:1.3) on a walnut table", ["mug"]),
        ("**A red mug** on a `walnut` table", ["mug"]),
        ("1. a red mug\n2. on a walnut table", ["mug"]),
        ("Image 1: a red mug on a walnut table", ["mug"]),
        ("Shot on Canon EOS R5, 85mm f/1.4, a red mug on a walnut table", ["mug"]),
        ("A RED MUG ON A WALNUT TABLE", ["mug"]),
        ("a __colour__ red mug", ["mug"]),
    ],
)
def test_what_is_pasted_along_with_a_description_is_no_part_of_the_picture(prompt, there):
    reading = read(prompt)
    assert [n for n in nouns(reading) if n != "table"] == [n for n in there if n != "table"] and not [s for s in reading.scene.subjects if s.labels]
    assert not [d for d in reading.diagnostics if d.code == "unknown-word"]


def test_size_and_seed_of_another_program_are_offered():
    told = read("a red mug\nSteps: 30, Sampler: Euler a, Seed: 123, Size: 512x768").diagnostics
    assert any("--seed 123" in d.help and "--width 512" in d.help for d in told)


def test_of_alternatives_one_is_taken_and_counting_on_takes_each():
    prompt = "a {walnut|oak} table with a red [cup|bowl]"
    assert choices(prompt) == 4
    seen = {(s[0].surface.material, s[1].noun) for s in (read(prompt, choice=k).scene.subjects for k in range(4))}
    assert seen == {("walnut", "cup"), ("walnut", "bowl"), ("oak", "cup"), ("oak", "bowl")}
    assert any(d.code == "alternative" for d in read(prompt).diagnostics)


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("Ein roter Becher steht auf einem Tisch aus Holz mit Licht von links", "German"),
        ("Une tasse rouge est sur la table avec des fleurs dans un vase", "French"),
        ("Una taza roja está sobre la mesa de madera con flores en el jardín", "Spanish"),
        ("Uma caneca vermelha está sobre a mesa de madeira com flores no jardim", "Portuguese"),
        ("Una tazza rossa è sul tavolo di legno con dei fiori nella luce", "Italian"),
        ("木桌上放着一个红色的杯子", "Chinese"),
        ("木のテーブルの上の赤いマグカップ", "Japanese"),
    ],
)
def test_other_languages_are_answered_in_one_message(prompt, language):
    reading = read(prompt)
    assert [d.message for d in reading.diagnostics if d.severity == "error"] == [f"the prompt is in {language}: prompts are read in English"]
    with pytest.raises(PromptError, match=language):
        must_show(reading)


@pytest.mark.parametrize("prompt", ["masterpiece, best quality", "sadness", "85mm f/1.8"])
def test_what_shows_nothing_is_refused(prompt):
    with pytest.raises(PromptError, match="nothing in these words can be seen"):
        must_show(read(prompt))
    must_show(read("a red mug"))


@pytest.mark.parametrize(
    "prompt", ["a desk (no lamp, no books)", "a bed. No pillows. No cat.", "a kitchen, no pans, no cups, no chairs", "no people, no cars, a street, no text"]
)
def test_what_there_is_none_of_is_no_portuguese(prompt):
    must_show(read(prompt))


@pytest.mark.parametrize(
    ("words", "clothes"),
    [
        ("a woman in red in a field", "red"),
        ("a girl dressed in blue", "blue"),
        ("a man in white clothes on a bench", "white"),
        ("a woman with a red ball", None),
    ],
)
def test_who_is_in_a_colour_has_clothes_of_it(words, clothes):
    worn = [(w.noun, [c.name for c in w.surface.colours]) for s in read(words).scene.subjects for w in getattr(s, "wears", ())]
    assert worn == ([("clothes", [clothes])] if clothes else [])


@pytest.mark.parametrize(
    ("words", "tie"),
    [
        ("a black cat sleeping on a stack of old books next to a window", "cat on book"),
        ("an old man on a pier", "man on ground"),
    ],
)
def test_the_noun_after_a_preposition_is_no_verb(words, tie):
    scene = read(words).scene
    noun = {s.id: s.noun for s in scene.subjects}
    assert tie in {f"{noun[r.subject]} {r.kind} {' '.join(noun.get(o, o) for o in r.objects)}" for r in scene.relations}


def test_a_wheat_field_round_somebody_is_a_field():
    scene = read("a woman in a wheat field at sunset").scene
    assert scene.environment.setting == "meadow" and [s.noun for s in scene.subjects] == ["woman"]
