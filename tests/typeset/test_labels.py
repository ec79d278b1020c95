"""What a thing bears: several texts are one page, set by their roles; the stage gets it ready to be set."""

import pytest

from diorama.engines.stage.pages import with_pages
from diorama.language import read
from diorama.language.refine import refine
from diorama.studio.typeset import flats
from diorama.typeset import is_page, page_of, template_of

POSTER = 'A festival poster on a brick wall with the title "RIVER SOUNDS" in condensed letters, below it in smaller letters "12–14 June 2027", at the bottom "Tickets from £35"'


def test_labels_carry_what_the_words_say_of_them():
    (poster,) = read(POSTER).scene.subjects
    assert [(x.text, x.role, x.style, x.at, x.scale) for x in poster.labels] == [
        ("RIVER SOUNDS", "title", "condensed", None, 1.0), ("12–14 June 2027", "date", "sans", None, 0.75), ("Tickets from £35", "footer", "sans", "bottom", 1.0),
    ]  # fmt: skip


def test_several_carriers_of_one_kind_have_their_own_words():
    scene = read('a wooden sign reading "Honesty Stall" and a second sign reading "Apples"').scene
    assert [[x.text for x in s.labels] for s in scene.subjects if s.labels] == [["Honesty Stall"], ["Apples"]]


def test_a_single_plain_text_needs_no_typesetter():
    (mug,) = read('a mug that says "Monday"').scene.subjects[:1]
    assert not is_page(mug.labels)
    assert with_pages(read("a mug").scene.model_dump(mode="json"), read("a mug").scene) == read("a mug").scene.model_dump(mode="json")


def test_the_stage_gets_one_page_with_all_the_words():
    scene = read(POSTER).scene
    (label,) = with_pages(scene.model_dump(mode="json"), scene)["subjects"][0]["labels"]
    assert label["text"].split("\n") == ["RIVER SOUNDS", "12–14 June 2027", "Tickets from £35"]
    assert [block["text"] for block in label["page"]["data"]["blocks"]] == label["text"].split("\n")


def test_rows_with_prices_become_entries():
    board = next(s for s in read('A chalkboard menu with the heading "Soups", "Tomato £4.50", "Leek £5.00"').scene.subjects if s.labels)
    page = page_of(board.labels, template_of(board.noun, board.thing))
    assert page.template == "chalkboard"
    assert [(e.text, e.value) for e in page.blocks[1].entries] == [("Tomato", "£4.50"), ("Leek", "£5.00")]


EDITS = {
    'make the title shorter: "RIVER"': ("RIVER", "12–14 June 2027", "Tickets from £35"),
    "remove the footer": ("RIVER SOUNDS", "12–14 June 2027"),
    'add a subtitle "On the water"': ("RIVER SOUNDS", "12–14 June 2027", "Tickets from £35", "On the water"),
    'replace "Tickets from £35" with "Free"': ("RIVER SOUNDS", "12–14 June 2027", "Free"),
}


@pytest.mark.parametrize("words", EDITS)
def test_one_text_of_a_page_is_edited_and_the_others_stay(words):
    made = refine(read(POSTER).scene, words)
    assert tuple(label.text for s in made.scene.subjects for label in s.labels) == EDITS[words]
    assert not made.diagnostics


def test_a_look_is_given_to_one_text():
    (poster,) = refine(read(POSTER).scene, "set the date in script").scene.subjects
    assert [label.style for label in poster.labels] == ["condensed", "script", "sans"]


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ('A blue door with the words "NO ENTRY" in white', "door"), ('A linen pillow embroidered with "Nap first" on a sofa', "pillow"),
        ('A rowing boat with the name "LITTLE AUK" on its hull', "boat"), ('A balloon that reads "Thirty!" tied to a chair', "balloon"),
        ('A brass plate on a door says "Flat 4"', "plaque"),
    ],
)  # fmt: skip
def test_words_stand_on_the_thing_itself(words, thing):
    reading = read(words)
    assert [s.thing for s in reading.scene.subjects if s.labels] == [thing]
    assert "assumed-sign" not in {d.code for d in reading.diagnostics}


def test_what_lives_bears_no_words():
    reading = read('A tabby cat with the words "NO ENTRY"')
    assert [(s.thing, [label.text for label in s.labels]) for s in reading.scene.subjects if s.labels] == [("sign", ["NO ENTRY"])]


def test_a_label_is_borne_by_the_jar_it_is_stuck_on():
    jars = [s for s in read('Two jars of jam on a shelf. The first label says "Damson", the second label says "Quince".').scene.subjects if s.labels]
    assert [(s.thing, s.labels[0].text, s.labels[0].template) for s in jars] == [("jar", "Damson", "label"), ("jar", "Quince", "label")]


def test_a_scene_is_set_flat_page_by_page():
    scene = read('a wooden sign reading "Honesty Stall" and a second sign reading "Apples"').scene
    made = flats(scene)
    assert [one.subject for one in made] == [s.id for s in scene.subjects if s.labels]
    assert all(one.svg.startswith("<svg") and not one.notes for one in made)


def test_where_each_text_stands_is_told():
    (menu,) = flats(read('A menu on a table titled "Noodles", section "Broth": "Miso 9.50", "Udon 8.90", at the bottom "Ask us"').scene)
    assert [place[0] for place in menu.places] == [0, 1, 2, 3, 4]
    middles = [(top + bottom) / 2 for _, _, top, _, bottom in menu.places]
    assert middles == sorted(middles) and 0 < middles[0] and middles[-1] < 1
