"""Prompts that are made, with what is to be read in them known by how they were made; and quotations, fields and drawings each beside its opposite."""

from bench.text.told.score import made, scored
from diorama.language.pages.documents import document
from diorama.language.syntax.pasted import plain
from diorama.language.texts.reading import letterings

FLOORS = {"open": 0.97, "held": 0.97}
"""Of all strings the share that is whole: once, exact, on its surface, in its role, order and place, with its look."""


def test_made_prompts_are_read_as_they_were_made():
    for part, floor in FLOORS.items():
        scores = [scored(*one) for one in made(part, 80, 11)]
        faults = "\n".join(f"{s.way}: {s.prompt}\n    {s.faults}" for s in scores if s.faults)
        assert sum(s.whole for s in scores) >= floor * sum(s.strings for s in scores), faults
        assert sum(s.right["nothing more"] for s in scores) >= floor * len(scores), faults


def texts(words: str) -> list[str]:
    return [one.text for one in letterings(plain(words).text)]


def test_what_is_quoted_and_no_text_is_not_set_and_what_is_text_is():
    rows = [
        ('A man known as "Skip" beside a sign that says "OPEN".', ["OPEN"]),
        ('A man beside a sign that says "Skip".', ["Skip"]),
        ('The client said "make it pop". A poster titled "Moon".', ["Moon"]),
        ('A comic panel: a cat says "make it pop".', ["make it pop"]),
        ('A poster with a "vintage" look. Title: "Moon".', ["Moon"]),
        ('A poster titled "Moon" with a "Vintage" badge.', ["Moon", "Vintage"]),
        ('A poster in the style of "Metropolis" that says "Moon".', ["Moon"]),
        ("Poster. Headline: Moon Fair. Subhead: Bring a lamp.", ["Moon Fair", "Bring a lamp"]),
        ("Subject: a fox. Title: Moon Fair. Setting: a barn.", []),
        ("Slide. Title: Moon\n- Walk home\n- Sleep", ["Moon", "Walk home", "Sleep"]),
        ('A whiteboard, a numbered list: 1. "ship it" 2. "sell it"', ["ship it", "sell it"]),
        ('A menu: "Tea" 2, "Milk" 3.', ["Tea 2", "Milk 3"]),
        ('A business card: Ada Reyes, Piano Tuner, ada@reyes.example.', ["Ada Reyes", "Piano Tuner", "ada@reyes.example"]),
        ("A business card: cream paper, thin border, no picture.", []),
    ]
    assert [(words, texts(words)) for words, _ in rows] == rows


def test_what_a_verb_or_a_field_asks_to_be_drawn_is_drawn_or_told():
    rows = [("Put a crown on it.", ["crown"], ()), ("Illustration: a badger.", [], ("a badger",)), ("The king wears it.", [], ())]
    for words, drawn, told in rows:
        made_of = document(f'A poster titled "Moon". {words}')
        assert made_of is not None and ([one.kind for one in made_of.pages[0].art], made_of.pages[0].undrawn) == (drawn, told), words
