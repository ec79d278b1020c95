"""What stands right before a string and says it, and what only stands near."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.syntax.pasted import plain
from diorama.language.texts.reading import letterings


def said(prompt: str) -> list[tuple[str, str]]:
    return [(one.text, one.carrier.lower()) for one in letterings(prompt)]


@pytest.mark.parametrize(
    ("prompt", "carriers"),
    [
        ("A front door with a doormat reading “GO AWAY” and a brass plaque beside it.", ["doormat"]),
        ("A cafe with a menu board; the notice next to it says “Cash only”.", ["notice"]),
        ("A shop whose awning says “Florist”, a chalkboard before it reading “Tulips 5”.", ["awning", "chalkboard"]),
        ("A poster with the title “NIGHT RUN”, below it in smaller letters “5 km”.", ["poster", "poster"]),
        ("A menu on a table by a sign that says “Open”.", ["sign"]),
    ],
)
def test_who_says_it(prompt, carriers):
    assert [carrier for _, carrier in said(prompt)] == carriers


@pytest.mark.parametrize(
    ("prompt", "roles"),
    [
        ("A poster. Title: “NIGHT RUN”. By “Lena Abara”.", ["title", "author"]),
        ("A poster titled “NIGHT RUN” and, below the title, “5 km”.", ["title", "subtitle"]),
        ("A price tag that says “£4”, was “£6”.", ["price", "old_price"]),
        # a role that only tells where the next string stands, before a string and after it
        ("A business card says “Wren” with “Honey and wax” below the name.", ["title", "subtitle"]),
        ("A business card with the name “Wren” and below it “Honey and wax”.", ["title", "subtitle"]),
        # how jars stand, and how texts do
        ("Jars stand in a row, one with a label reading “Honey”.", ["title"]),
        ("A poster titled “NIGHT” and, in a column, “Copper”, “Tugboat”.", ["title", "list", "list"]),
        # who made it, and what only follows
        ("A box with the title “FERRY” and the designer's name, “Ilse Brandvold”.", ["title", "author"]),
        ("A box with the title “FERRY” followed by “Ilse and Co”.", ["title", "subtitle"]),
        # headings each with its text; a lone pair is none
        (
            "A seating chart, at the top “Find your seat”, then “Fern” with the names “Odette, Yusuf” and “Moss” with the names “Greta, Lou”.",
            ["title", "heading", "list", "heading", "list"],
        ),
        ("A poster with “Fern” with the title “Odette”.", ["kicker", "title"]),
    ],
)
def test_a_role_is_told_by_the_words_before_its_string(prompt, roles):
    assert [one.role for one in letterings(prompt)] == roles


@pytest.mark.parametrize(
    ("prompt", "carriers"),
    [
        # a second one, told by a comparison; and words that only lay a text out
        ("A man holds a placard reading “Books”. A child has a smaller one: “Chapter two”.", [("placard", 0), ("placard", 1)]),
        ("A placard reading “Books”, and in smaller letters “Chapter two”.", [("placard", 0), ("placard", 0)]),
        ("A wooden arrow says “Summit”, below it a second one “Hut”.", [("wooden arrow", 0), ("wooden arrow", 1)]),
        # lines counted, not signs
        ("An enamel sign says “Do not lean out”, the second line being “Ne pas” and the third “Nicht”.", [("enamel sign", 0)] * 3),
        # what is laid down in an inverted clause, and what lies there without words of its own
        ("A notice board reads “Fair”. In front of it lies a blue ribbon with “2nd PLACE” in gold.", [("notice board", 0), ("ribbon", 1)]),
        # letters over a door are the house's; over a title they are the page's
        ("A note says “Sorry”. Above the door, in brass letters, it says “TO THE BOATS”.", [("note", 0), ("sign", 0)]),
        ("A poster says “Sorry”. Above the title, in small letters, it says “by request”.", [("poster", 0), ("poster", 0)]),
        # a kind that is only told of a thing
        ("A calendar shows “May”. The magnet is a tiny pizza that says “Napoli”.", [("calendar", 0), ("magnet", 0)]),
        ("On the table is a mug that says “Napoli”.", [("mug", 0)]),
        # what is shown on a surface bears none of its words
        ("A record sleeve reads “Glass” over a photograph of cranes, with “The Society” along the bottom.", [("record sleeve", 0)] * 2),
        ("A tile beside a door, hand-painted with lemons, bearing the name “Villa Rosa”.", [("tile", 0)]),
        # a sticker on a cover is a part of it; on a laptop it is not
        ("An LP cover with the title “Tired” and a round sticker reading “Stereo”.", [("lp cover", 0)] * 2),
        ("A novel titled “Tired” and a laptop with a sticker reading “Stereo”.", [("novel", 0), ("sticker", 0)]),
        # another's sign is another sign
        ("The sign says “BAR”. A pharmacy glows, and a cross; its sign says “24h”.", [("sign", 0), ("sign", 0)]),
        ("The sign says “BAR”. Across the road a green cross glows, and its sign says “24h”.", [("sign", 0), ("sign", 1)]),
        # a can, and what one can do
        ("A tin says “Oil”. On a board behind it you can read “Abril”.", [("tin", 0), ("board", 0)]),
        # signs that are characters
        ("A bag says “Otter”, © and ™ signs as printed: “Otter™”.", [("bag", 0)] * 2),
        # a slate with words is no stone; a boat's parts are the boat
        ("A jar with a label reading “Honey”. Against it leans a slate: “Taste”.", [("label", 0), ("slate", 0)]),
        ("An old trawler in the harbour. On the bow is painted “MARIGOLD”.", [("trawler", 0)]),
        ("A gift with a red bow and a tag that says “MARIGOLD”.", [("tag", 0)]),
        # what a screen shows is on the screen; what lies beside it is not
        ("A phone on a desk. Its screen shows a shopping list titled “Saturday” with “Oat milk”.", [("screen", 0)] * 2),
        ("A phone on a desk. Beside it lies a shopping list titled “Saturday” with “Oat milk”.", [("shopping list", 0)] * 2),
        # other languages
        ("Une affiche, le titre “LA MARÉE” en lettres jaunes; au-dessous, “un film”.", [("affiche", 0)] * 2),
        ("Auf der Tafel liest man “Heute: Kipferl”. Im Fenster klebt ein Zettel mit “Lehrling gesucht”.", [("tafel", 0), ("zettel", 0)]),
    ],
)
def test_which_surface_of_several(prompt, carriers):
    assert [(one.carrier.lower(), one.instance) for one in letterings(prompt)] == carriers


def test_what_nothing_bears_shares_no_surface_with_a_sign():
    first, second = letterings("Engraved into stone is “He carried us”. A wreath with a ribbon; on the ribbon stands “From all”.")
    assert (first.template, first.instance) != (second.template, second.instance)


@pytest.mark.parametrize(
    ("prompt", "texts"),
    [
        ("Book cover for a thriller called The Ninth Lighthouse by Marit Solberg.", ["The Ninth Lighthouse", "Marit Solberg"]),
        ("A mug called The Ninth Lighthouse by Marit Solberg.", ["The Ninth Lighthouse"]),
    ],
)
def test_who_made_a_work(prompt, texts):
    assert [one.text for one in letterings(plain(prompt).text)] == texts


def test_a_board_with_words_is_not_lost_beside_a_sign():
    scene = read("Two road signs on one post. The upper one says “Salt”; the lower one says “Nowhere”. A board leaning on the post says “last water”.").scene
    assert sorted(label.text for s in scene.subjects for label in s.labels) == ["Nowhere", "Salt", "last water"]


@pytest.mark.parametrize(
    ("prompt", "template"), [("A folded card that says “Reserved for Ada, 10.30”.", "invitation"), ("A folded card that says “Rye loaf 4.20”.", "price_tag")]
)
def test_an_hour_is_no_price(prompt, template):
    assert letterings(prompt)[0].template == template


@pytest.mark.parametrize(
    ("prompt", "template"),
    [
        ("A museum hall; a panel bears the heading “Woolly Mammoth”.", "museum_caption"),
        ("A fence; a panel bears the heading “Woolly Mammoth”.", "shop_sign"),
        ("A slate lists the catch: “Hake 14”.", "chalkboard"),
        ("A bag on slate, the front reads “Hake”.", "shop_sign"),
    ],
)
def test_what_a_panel_is_by_the_words_about_it(prompt, template):
    assert letterings(prompt)[0].template == template


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [
        ("A slide titled “Rent or buy?” with “No upkeep”.", "projection_screen"),
        ("A slide titled “Playgrounds we built” with “Nine in a year”.", "projection_screen"),
        ("A playground with a slide that says “NO RUNNING”.", "slide"),
    ],
)
def test_a_slide_is_shown_unless_it_is_a_playgrounds(prompt, thing):
    assert [s.thing for s in read(prompt).scene.subjects if s.labels] == [thing]
