"""What no English sentence has tells that a parse is wrong, and surer words in its place bring another."""

import pytest

from diorama.language.syntax.parse import parse
from diorama.language.syntax.wellformed import flaws

RIGHT = tuple(
    (*at, word, lemma, tag, arc, over)
    for at, word, lemma, tag, arc, over in (
        ((0, 1), "A", "a", "DT", "det", 1),
        ((2, 5), "dog", "dog", "NN", "nsubj", 2),
        ((6, 10), "sits", "sit", "VBZ", "ROOT", 2),
        ((10, 11), ".", ".", ".", "punct", 2),
    )
)
ARMOURS = tuple((*row[:4], {"sits": "NNS"}.get(row[2], row[4]), {"dog": "compound"}.get(row[2], row[5]), row[6]) for row in RIGHT)


def test_a_sentence_and_what_is_none():
    assert flaws(RIGHT, "A dog sits.") == 0
    assert flaws(ARMOURS, "A dog sits.") >= 2  # a plural after "a", no verb


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("A knight in dented armour kneels before a tree whose leaves are blue flames.", "kneels", "knight"),
        ("A girl in a white vest with the number 7 leaps toward the hoop, while a boy tries to block her.", "leaps", "girl"),
        ("A dwarf blacksmith with a braided red beard hammers a glowing axe head on an anvil.", "hammers", "blacksmith"),
        ("A shark circles above, and tiny yellow fish swim between the railings.", "swim", "fish"),
        ("A bucket hangs from a nail, and geraniums in a blue pot stand on the windowsill.", "stand", "geraniums"),
        ("Her trainer, a huge bald man in a grey tracksuit, kneels to lace her left boot.", "kneels", "trainer"),
    ],
)
def test_who_does_it(sentence, verb, subject):
    word = next(w for w in parse(sentence) if w.text == verb)
    assert word.verb
    assert [k.text for k in word.those("nsubj")] == [subject]


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("Three notes, one bottle.", "notes"),
        ("A pile of library books and a snake plant in a basket.", "books"),
        ("Photographed at dusk with the festoon lights on.", "lights"),
        ("The shed behind them is the one Dad painted red.", "them"),
        ("A group photo of five nurses on the steps of a rural clinic.", "nurses"),
        ("A bride is laughing as her father ties his shoelace on the church steps.", "steps"),
        ("A stool and a pot stand of wrought iron.", "stand"),
    ],
)
def test_what_stays_a_noun(sentence, noun):
    word = next(w for w in parse(sentence) if w.text == noun)
    assert not word.verb
    assert word.dep != "nsubj"


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Warm light glows in every window and a lantern swings above the door.", "swings", "lantern"),
        ("A copper robot waters a row of tomato plants.", "waters", "robot"),
        ("A duckling swims in a pond.", "swims", "duckling"),
    ],
)
def test_what_a_stands_before_is_no_plural(sentence, verb, subject):
    assert [k.text for k in next(w for w in parse(sentence) if w.text == verb).those("nsubj")] == [subject]


def test_a_young_one_is_no_doing():
    assert [w.tag for w in parse("A duckling swims in a pond.") if w.text == "duckling"] == ["NN"]
    assert [w.tag for w in parse("A man is running in a park.") if w.text == "running"] == ["VBG"]
