"""What is to be read: each string once, with its role, its look and what carries it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diorama.language import read
from diorama.language.pages.documents import document
from diorama.language.syntax.pasted import plain
from diorama.language.texts.reading import letterings as of_plain

PROMPTS = {
    'A festival poster with the title "RIVER SOUNDS" in bold letters, below it in smaller letters "12–14 June 2027", at the bottom "Tickets from £35" and the venue "Harbour Meadow"': [
        ("RIVER SOUNDS", "poster", 0, "title"), ("12–14 June 2027", "poster", 0, "date"), ("Tickets from £35", "poster", 0, "footer"), ("Harbour Meadow", "poster", 0, "place"),
    ],
    'three labels: the first label reads "Rye loaf" with the price "€4.20", a second label says "Croissant" and "€1.80"': [
        ("Rye loaf", "label", 0, "title"), ("€4.20", "label", 0, "price"), ("Croissant", "label", 1, "title"), ("€1.80", "label", 1, "price"),
    ],
    "'OPEN' in pink neon on a brick wall sign above a door that says PLEASE KNOCK": [("OPEN", "shop_sign", 0, "title"), ("PLEASE KNOCK", "shop_sign", 1, "title")],
    'A slide titled "Calm teams" with bullet points "Write things down", "Meet less" and the footer "Quarterly review"': [
        ("Calm teams", "slide", 0, "title"), ("Write things down", "slide", 0, "list"), ("Meet less", "slide", 0, "list"), ("Quarterly review", "slide", 0, "footer"),
    ],
    'A chalkboard menu with the heading "Soups", "Tomato £4.50", "Leek £5.00"': [
        ("Soups", "chalkboard", 0, "heading"), ("Tomato £4.50", "chalkboard", 0, "menu"), ("Leek £5.00", "chalkboard", 0, "menu"),
    ],
    'a chat with "Mara": "Are you on the train?" and the reply "Yes!"': [("Mara", "chat", 0, "title"), ("Are you on the train?", "chat", 0, "message"), ("Yes!", "chat", 0, "reply")],
}  # fmt: skip


UNQUOTED = {
    "a sign that says back in five minutes hangs on the door": ["back in five minutes"],
    "a cake that says Happy Birthday Tom in pink icing": ["Happy Birthday Tom"],
    "a jar marked flour and a jar marked sugar": ["flour", "sugar"],
    "a protest sign: NO MORE ROADS": ["NO MORE ROADS"],
    "a book titled The Fox Who Counted Stars and a pen": ["The Fox Who Counted Stars"],
    "its cover is titled Salt Paths and carries the author's name Lena Abara. A dog": ["Salt Paths", "Lena Abara"],
    "a man holding a newspaper that says the war is over": ["the war is over"],
    "a neon sign spelling O-P-E-N in a rainy window": ["O-P-E-N"],
    "a sign that says hello!": ["hello!"],
    'a sign that says "HELLO': ["HELLO"],
    'a poster that says "ONE\nTWO" on a wall': ["ONE\nTWO"],
    "a birthday card reading happy birthday, nana next to a cake": ["happy birthday, nana"],
    "a photo captioned Lisbon, spring 1974, in an album": ["Lisbon, spring 1974"],
    "a plywood board leaning on the bales reads PUMPKINS in white paint": ["PUMPKINS"],
    "a paper bag stamped with the logo Crumb & Co. and a man": ["Crumb & Co."],
    "a woman reads Anna Karenina beside a sign that says Wet Paint": ["Wet Paint"],
    "a price tag that reads €12,50 on a hat": ["€12,50"],
    "a woman with a book reading in the garden": [],
    "a box marked with an X": [],
    'a 12" x 8" board and a 10" pipe': [],
}


def letterings(prompt: str):
    return of_plain(plain(prompt).text)


@pytest.mark.parametrize("prompt", UNQUOTED)
def test_strings_without_quotation_marks_end_where_their_clause_goes_on(prompt):
    assert [one.text for one in letterings(prompt)] == UNQUOTED[prompt]
    assert len(plain(prompt).text) == len(prompt)


def test_surfaces_in_the_plural_have_a_text_each():
    found = letterings('three jars with kraft labels: "Turmeric", "Star anise" and "Sumac"')
    assert [(one.text, one.instance) for one in found] == [("Turmeric", 0), ("Star anise", 1), ("Sumac", 2)]


SEVERAL = {
    'each tray has a small card: the croissants\' card says "A", the one by the buns says "B", and the card by the rye says "C"': [0, 1, 2],
    'people carry placards. The left placard reads "A", the middle one "B", and the right one "C"': [0, 1, 2],
    'a sticky note on the lamp says "A". Another, pink, on the desk: "B"': [0, 1],
    'two shirts. The girl\'s shirt says "A", the boy\'s says "B"': [0, 1],
    'a trail sign with one line "A" and another "B"': [0, 0],
}


@pytest.mark.parametrize("prompt", SEVERAL)
def test_one_of_several_is_told_by_its_turn_its_owner_or_its_place(prompt):
    assert [one.instance for one in letterings(prompt)] == SEVERAL[prompt]


def test_only_the_page_that_is_told_so_runs_from_top_to_bottom():
    made = document('a vertical sign reads "らーめん横丁" and a menu lists "醤油ラーメン 850円"')
    assert [page.vertical for page in made.pages] == [True, False]


ROLES = {
    'a road sign with "Inverness 42" and "Aviemore 18"': ["title", "title"],
    'a wedding invitation with "Together with their families" and the names "Amara & Joaquín"': ["kicker", "title"],
    'an infographic titled "Tea" with sections: "Water" with "Fresh", "Leaves" with "Two grams"': ["title", "heading", "list", "heading", "list"],
    'a letter that says "Dear Ada," and "thank you for the plums" and "Yours, Tom"': ["body", "body", "body"],
}


@pytest.mark.parametrize("prompt", ROLES)
def test_what_stands_together_tells_roles(prompt):
    assert [one.role for one in letterings(prompt)] == ROLES[prompt]


SURFACES = {
    'a menu lists "A". Behind it a kraft paper bag bears the sentence "B"': "bag",
    'a menu lists "A". In the window there is a handwritten note that says "B"': "note",
    'a shirt says "A". Behind them, written in the sand, "B"': "sand",
    'a poster says "A". Large vinyl letters on the facade spell "B"': "facade",
    'a slide with the title "A" and a bar chart with the bars labelled "B"': "slide",
    'a wooden sign reads "A". A second board, nailed to the post, has an arrow and the words "B"': "board",
}


@pytest.mark.parametrize("prompt", SURFACES)
def test_a_new_surface_is_seen_where_the_sentence_brings_one(prompt):
    assert letterings(prompt)[-1].carrier.lower() == SURFACES[prompt]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_strings_have_their_carrier_and_role(prompt):
    assert [(l.text, l.template, l.instance, l.role) for l in letterings(prompt)] == PROMPTS[prompt]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_each_string_is_set_exactly_once(prompt):
    set_ = [text for page in document(prompt).pages for text in page.strings()]
    assert "".join(set_).replace(" ", "") == "".join(l.text for l in letterings(prompt)).replace(" ", "")


def test_words_that_are_not_to_be_read_make_no_page():
    assert document("a cat on a windowsill reading the room") is None


def test_looks_are_told_of_the_string_they_stand_by():
    first, second = letterings('a poster with the title "Jazz" in red script letters and "Friday" in small stencil letters')
    assert (first.hand, first.scale, second.hand, second.scale) == ("script", 1.0, "stencil", 0.75)
    assert first.colour and not second.colour


def test_a_text_that_nothing_bears_is_read_all_the_same():
    assert [(x.text, x.carrier) for x in letterings('"HELLO"')] == [("HELLO", "")]


PIECES = ['"Ab"', "a sign", "that says", "the second", "on a", ",", ". ", "whose title is", "poster", "with", "“C”", "letters", "phone number"]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_order_of_words_is_read(words):
    prompt = " ".join(words)
    assert sum(x.text in ("Ab", "C") for x in letterings(prompt)) >= min(1, prompt.count('"Ab"') + prompt.count("“C”"))


SAID_OF = {
    'a teenager in a hoodie; across the chest of the hoodie is printed "A". To the right a cardboard box marked "B"': ["hoodie", "box"],
    'a runner wears a bib with the number "A", and her T-shirt says "B"': ["bib", "T-shirt"],
    'three trunks by a wall; stencilled on the first is "A", on the second "B", and on the smallest "C"': ["trunks", "trunks", "trunks"],
    'two signs on one post; the upper one points left and says "A"; the lower one points right and says "B"': ["sign", "sign"],
    'across the columns hangs a sheet on which is painted "A". A bottle stands by it; on the bottle you find "B"': ["sheet", "bottle"],
    'an old box. Its lid bears the word "A"': ["box"],
}


@pytest.mark.parametrize("prompt", SAID_OF)
def test_grammar_tells_what_a_string_is_said_of(prompt):
    assert [one.carrier for one in letterings(prompt)] == SAID_OF[prompt]


def test_several_named_without_their_noun_have_a_text_each():
    found = letterings('three trunks by a wall; stencilled on the first is "A", on the second "B", and on the smallest "C"')
    assert [one.instance for one in found] == [0, 1, 2]


def test_words_on_clothes_are_worn():
    (boy,) = read('A boy in a white T-shirt that says "run" in gold letters').scene.subjects
    ((shirt, label),) = [(worn, label) for worn in boy.wears for label in worn.labels]
    assert (shirt.garment, label.text, label.colour.name) == ("t-shirt", "run", "gold")


@pytest.mark.parametrize(
    ("prompt", "bearer", "text"),
    [
        ('two red bottles and a blue bottle reading "A"', "blue", "A"),
        ('three boxes, a barrel and a crate marked "FRAGILE"', "crate", "FRAGILE"),
        ('a mug reading "A" and a bowl reading "B"', "bowl", "B"),
        ('a chocolate cake that says "Happy Birthday"', "cake", "Happy Birthday"),
    ],
)
def test_what_is_said_after_several_is_said_of_the_last(prompt, bearer, text):
    said = [s for s in read(prompt).scene.subjects if any(label.text == text for label in s.labels)]
    assert len(said) == 1 and bearer in (said[0].thing, *(c.name for c in said[0].surface.colours))
