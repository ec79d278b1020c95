"""Words that are two things are told apart by the words about them."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.lexicon import classes, lexicon
from diorama.language.senses import has_part, homonyms, measures


@pytest.mark.parametrize(
    "prompt, thing",
    [
        ("a crane by a lake", "crane"),
        ("a crane over a half-built skyscraper", "tower_crane"),
        ("two cranes at a construction site", "tower_crane"),
        ("a paper crane on a building", "origami_crane"),
        ("a torch on a table", "flashlight"),
        ("torches on the walls of a castle", "flaming_torch"),
        ("an iron on an ironing board", "clothes_iron"),
        ("a hoop on a lawn", "hula_hoop"),
        ("a hoop on a basketball court", "basketball_hoop"),
        ("a bow on a present", "ribbon"),
        ("a bow beside three arrows", "archery_bow"),
        ("a rubber band on a desk", "ring"),
        ("a seal on an envelope", "coin"),
        ("a tank on a battlefield", "bulldozer"),
        ("a fish tank", "aquarium"),
        ("a pitcher of lemonade", "pitcher"),
        ("a ruler beside a notebook", "spirit_level"),
        ("a gold bar on a table", "cube"),
        ("a chocolate bar on a table", "chocolate_bar"),
        ("a lemonade stand in a street", "market_stall"),
        ("a glass of lemonade in a street", "glass"),
        ("a blue train carriage in a meadow", "train"),
        ("a horse-drawn carriage in a meadow", "carriage"),
        ("a broken eggshell on a counter", "egg"),
        ("an open case beside a saxophone", "instrument_case"),
        ("a turkey on a plate", "roast_turkey"),
        ("a silver jaguar on a motorway", "car"),
        ("a nut and a bolt", "ring"),
        ("a board with chess pieces", "chess_set"),
        ("a pipe in an old man's mouth", "smoking_pipe"),
        ("a pipe under a sink", "cylinder"),
    ],
)
def test_the_company_of_a_word_tells_what_it_means(prompt, thing):
    assert read(prompt).scene.subjects[0].thing == thing


def test_a_material_before_its_thing_stays_one():
    (bench,) = read("an iron bench").scene.subjects
    assert (bench.thing, bench.surface.material) == ("bench", "iron")


def test_every_other_meaning_is_in_the_lexicon():
    words = lexicon().words
    for word, several in homonyms().items():
        for homonym in several if not word.endswith("s") else ():
            assert homonym.is_ in ("person", "part", "filler", "nothing") or any(entry == homonym.means for entry, _ in words[homonym.means[0]]), word


def test_the_dictionary_knows_parts_of_things_in_their_other_sense():
    assert classes.part_of("tooth", "comb") == 2 and classes.part_of("mast", "boat") is None and classes.part_of("bed", "bedroom") == 1
    assert has_part("boat", "mast", own=False) and has_part("desk", "drawer", own=False) and not has_part("computer", "keyboard", own=True)
    assert not has_part("desk", "lamp", own=False) and not has_part("table", "plate", own=False)


def test_some_heads_only_measure_what_of_brings():
    assert measures("bed", "tulip") and measures("wall", "fire") and not measures("bed", "child") and not measures("wall", "brick")


@pytest.mark.parametrize(
    ("prompt", "built"),
    [
        ("A desk with an open drawer.", ["desk"]),
        ("A drawer on a desk.", ["box"]),
        ("A wooden comb with a broken tooth.", ["comb"]),
        ("A bed of red tulips in a park.", ["tulip"]),
        ("A child in a bed.", ["child", "bed"]),
        ("A monitor lizard on a rock.", ["lizard", "rock"]),
        ("A monitor on a desk.", ["monitor"]),
        ("A butter fly on a rose.", ["butterfly", "rose"]),
        ("A slice of chocolate cake.", ["cake"]),
        ("Two carpenters nail boards to a wall.", ["carpenter", "cutting_board"]),
        ("A rusty nail in a plank.", ["log", "nail"]),
        ("A rose in a vase.", ["rose", "vase"]),
        ("an oak on a hill", ["tree"]),
        ("an old oak on a hill", ["tree"]),
        ("a chair, oak", ["chair"]),
        ("A man carving oak.", ["man"]),
        ("A cardinal in red robes.", ["cardinal"]),
        ("A doll in a red dress.", ["doll"]),
        ("A film star on a red carpet.", ["film star", "rug"]),
    ],
)
def test_parts_measures_and_pairs_of_nouns(prompt, built):
    assert sorted(things(prompt)) == sorted(built)


def things(prompt: str) -> list[str]:
    return [s.thing if s.kind == "object" else s.species if s.kind == "animal" else s.noun for s in read(prompt).scene.subjects]


@pytest.mark.parametrize(
    ("prompt", "named"),
    [
        ("a fan waves a flag in a stadium", ["sports fan", "flag"]),
        ("a baseball pitcher throws a ball", ["baseball pitcher", "ball"]),
        ("a boy swings a bat", ["boy", "baseball_bat"]),
        ("a bat hangs in a cave", ["bat"]),
        ("two men in waders drag a boat", ["man", "boat"]),
        ("a bird in flight, shot with a fast shutter", ["bird"]),
        ("An elephant made of glass crosses a river while her calf, who is smaller, follows.", ["figure_elephant", "elephant"]),
        ("A calf stands in a river.", ["cow"]),
        ("a monarch on a thistle", ["butterfly", "flower"]),
        ("a monarch on a throne", ["monarch", "throne"]),
        ("a pike in a lake", ["fish"]),
        ("a turkey in a field", ["turkey"]),
        ("A musician plays the saxophone, his open case full of coins.", ["musician", "saxophone", "instrument_case", "coin"]),
        ("flat lay, camping gear: compass, folded map", ["compass", "map"]),
        ("a gear and a compass on a table", ["gear", "compass"]),
        ("confetti falls on a bride", ["petal", "bride"]),
        ("A submarine is covered in coral.", ["submarine", "coral"]),
    ],
)
def test_what_stands_there_is_what_the_words_mean(prompt, named):
    assert things(prompt) == named


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("empty subway car at midnight, green light", "carriage"),
        ("a crowded tram interior", "carriage"),
        ("a busker in a subway station", "subway"),
        ("inside a tram at night, a red umbrella on a seat", "carriage"),
        ("on the tram: a bag of oranges", "carriage"),
        ("a man reading in a crowded train", "carriage"),
        ("a crowded train at a station platform", "railway_platform"),
        ("a dog in a bus", "park"),
        ("a snowy village square at night", "village"),
        ("a fountain in a cobbled square", "street"),
        ("a red square on a white background", "studio"),
        ("egrets in a shallow pool in a river delta", "river"),
        ("a girl swims in a pool", "pool"),
        ("low angle shot of a skateboarder mid-air over stairs", "street"),
        ("a skyscraper against the sky", "sky"),
        ("It's a village square at night.", "village"),
        ("A woman stands at the door of a cottage. Geraniums stand on the windowsill.", "meadow"),
        ("A cat sleeps on the windowsill.", "windowsill"),
    ],
)
def test_a_place_is_what_the_words_mean(prompt, setting):
    assert read(prompt).scene.environment.setting == setting


@pytest.mark.parametrize(
    ("prompt", "material"),
    [
        ("a wood-fired oven in a garden", None),
        ("a wooden oven in a garden", "wood"),
        ("a coal-fired stove", None),
        ("A chef stands in front of a wood-fired oven.", None),
        ("a gold-plated watch on a desk", "gold"),
        ("A gold-plated watch lies on a desk.", "gold"),
        ("a leather-bound book", "leather"),
        ("a glass-topped table", None),
        ("a glass table", "glass"),
    ],
)
def test_a_participle_tells_what_its_noun_is_to_the_thing(prompt, material):
    thing = next(s for s in read(prompt).scene.subjects if s.kind == "object")
    assert thing.surface.material == material


@pytest.mark.parametrize(
    ("prompt", "garment"),
    [("A basketball game. A girl wears a white vest.", "tank top"), ("A wedding. A groom wears a white vest.", "vest"), ("A runner wears a bib.", "bib")],
)
def test_a_garment_is_what_its_company_makes_it(prompt, garment):
    assert [g.noun for s in read(prompt).scene.subjects if s.kind == "person" for g in s.wears] == [garment]


def test_company_may_be_anywhere_in_the_text():
    said = "It is a basketball game in a schoolyard. A girl leaps toward the hoop."
    assert "basketball_hoop" in things(said)
    assert "hula_hoop" in things("It is a game in a schoolyard. A girl leaps toward the hoop.")
