"""What a dish is made of is in it and lies nowhere beside it; what it has not is on it."""

from diorama.language import read


def told(words: str) -> list[str]:
    return [s.noun for s in read(words).scene.subjects]


def test_what_a_dish_has_of_its_own_is_no_thing_beside_it():
    assert told("a pizza with basil leaves and mozzarella on a wooden board") == ["pizza", "board"]
    assert told("a burger with lettuce and cheese") == ["burger"]


def test_where_its_toppings_are_put_the_dish_is():
    scene = read("a pizza with basil leaves and mozzarella on a wooden board").scene
    assert [(r.subject, r.kind, r.objects) for r in scene.relations] == [("s1", "on", ("s2",))]


def test_what_it_has_not_is_on_it_or_beside_it():
    assert told("a cheesecake with blueberries on top") == ["cheesecake", "blueberry"]
    assert told("a pizza with a glass of red wine beside it") == ["pizza", "glass"]
    assert told("a pizza with two basil leaves beside it") == ["pizza", "basil leaf"]


def test_mint_on_a_cake_is_a_leaf_and_a_mint_vase_has_its_colour():
    assert told("a slice of cake with raspberries and mint")[-1] == "mint leaf"
    assert [c.name for c in read("a mint vase").scene.subjects[0].surface.colours] == ["mint"]
