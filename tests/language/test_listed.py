"""Lists of phrases: whose a part, a look, a garment or a doing is that stands between commas. Each kind beside its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.scene import Animal, Object, Person


def objects(prompt: str) -> dict[str, Object]:
    return {s.thing: s for s in read(prompt).scene.subjects if isinstance(s, Object)}


def person(prompt: str) -> Person:
    return next(s for s in read(prompt).scene.subjects if isinstance(s, Person))


@pytest.mark.parametrize("prompt", ["cherry tomatoes, glass of red wine", "pizza, glass of red wine, tomatoes", "cheese board, glass of wine, grapes"])
def test_glass_of_wine_in_list(prompt: str) -> None:
    found = objects(prompt)
    assert found["wine_glass"].contents and all(s.surface.material is None for s in found.values())


def test_glass_without_of_is_stuff() -> None:
    assert read("a vase, glass, a red rose").scene.subjects[0].surface.material == "glass"


@pytest.mark.parametrize(
    ("prompt", "part", "material"), [("a ceramic travel mug in matte black with a cork lid", "lid", "cork"), ("perfume bottle, gold cap", "lid", "gold")]
)
def test_part_with_its_stuff(prompt: str, part: str, material: str) -> None:
    scene = read(prompt).scene
    assert len(scene.subjects) == 1
    assert [(p.name, p.surface.material) for p in scene.subjects[0].parts] == [(part, material)]


@pytest.mark.parametrize("prompt", ["perfume bottle, a red cap", "a man, red cap", "a mug, red cap on a hook"])
def test_cap_of_nobody_stays_a_cap(prompt: str) -> None:
    assert not any(s.parts for s in read(prompt).scene.subjects)


def test_petals_around_the_bottle() -> None:
    scene = read("perfume bottle, gold cap, pink rose petals around it").scene
    names = {s.id: s.thing for s in scene.subjects}
    assert [(names[r.subject], r.kind, names[r.objects[0]]) for r in scene.relations] == [("petal", "around", "perfume_bottle")]


@pytest.mark.parametrize(
    ("prompt", "thing", "material"), [("a porcelain doll", "doll", "porcelain"), ("a linen napkin", "napkin", "linen"), ("a doll", "doll", None)]
)
def test_stuff_of_doll_and_napkin(prompt: str, thing: str, material: str | None) -> None:
    assert objects(prompt)[thing].surface.material == material


def test_paper_bag_is_a_sack() -> None:
    assert objects("a paper bag")["sack"].variants == ("paper",)
    assert "handbag" in objects("a leather bag")


@pytest.mark.parametrize(
    ("prompt", "posture", "garment"),
    [
        ("young woman, white shirt, sitting on a windowsill, holding a book", "sitting", "shirt"),
        ("young man, white shirt, leaning on a motorcycle", "leaning", "shirt"),
        ("woman, long hair, white shirt, standing in a field", "standing", "shirt"),
        ("man, black hat, sitting on a bench", "sitting", "hat"),
        ("runner, arms raised, blue tank top", None, "tank_top"),
        ("young woman in a white shirt, sitting on a windowsill", "sitting", "shirt"),
        ("inventor, brass goggles, leather apron", None, "apron"),
    ],
)
def test_posture_and_garment_after_commas_are_of_the_person(prompt: str, posture: str | None, garment: str) -> None:
    found = person(prompt)
    assert garment in [g.garment for g in found.wears]
    assert posture is None or found.posture == posture
    assert not {"shirt", "hat", "dress"} & objects(prompt).keys()


def test_a_shirt_that_hangs_there_is_a_thing() -> None:
    assert "shirt" in objects("a woman, a white shirt hanging on a chair")


def test_who_only_is_told_of_is_not_seen() -> None:
    assert person("steampunk inventor").role == "inventor"
    assert not any(isinstance(s, Person) for s in read("The lamp stands on the desk. Designer unknown.").scene.subjects)


def people(prompt: str) -> list[Person]:
    return [s for s in read(prompt).scene.subjects if isinstance(s, Person)]


def animal(prompt: str) -> Animal:
    return next(s for s in read(prompt).scene.subjects if isinstance(s, Animal))


@pytest.mark.parametrize(
    ("prompt", "role"),
    [
        ("waitress in turquoise uniform", "waitress"),
        ("waitress in a blue uniform", "waitress"),
        ("witch, raven on her shoulder", "witch"),
        ("witch with a raven on her shoulder", "witch"),
        ("pirate with a parrot on his shoulder", "pirate"),
        ("witch, stirring a cauldron, crooked black hat", "witch"),
    ],
)
def test_somebody_without_an_article(prompt: str, role: str) -> None:
    scene = read(prompt).scene
    assert person(prompt).role == role
    assert person(prompt).wears or [(r.subject, r.kind, r.objects) for r in scene.relations] == [("s2", "on", ("s1",))]


def test_a_verb_stays_a_verb() -> None:
    assert not people("running water in a stream") and not people("walking the dog")


@pytest.mark.parametrize(
    ("prompt", "posture"),
    [
        ("sleeping cat, armchair", "sleeping"),
        ("sleeping border collie, rug", "sleeping"),
        ("running dog, beach", "running"),
        ("golden retriever puppy, blue collar, running through a meadow, tongue out, daisies", "running"),
        ("cat, armchair", None),
    ],
)
def test_posture_of_an_animal_in_a_list(prompt: str, posture: str | None) -> None:
    assert animal(prompt).posture == posture


def test_collar_after_a_dog_is_worn_and_its_daisies_are_not_blue() -> None:
    prompt = "golden retriever puppy, blue collar, running through a meadow, tongue out, daisies"
    assert [g.garment for g in animal(prompt).wears] == ["collar"]
    assert objects(prompt).keys() == {"flower"} and not objects(prompt)["flower"].surface.colours
    assert "scarf" in objects("a cat sleeping on a sofa, red scarf")


@pytest.mark.parametrize(("prompt", "colour"), [("hummingbird, iridescent green feathers", "green"), ("peacock, blue feathers", "blue")])
def test_listed_plumage(prompt: str, colour: str) -> None:
    assert [c.name for c in animal(prompt).coat.colours] == [colour]
    assert "feather" not in objects(prompt)


def test_feathers_on_the_ground_lie_there() -> None:
    assert "feather" in objects("a peacock, blue feathers on the ground")


@pytest.mark.parametrize("prompt", ["a lighthouse, crisp", "a map, bright"])
def test_words_of_the_picture_are_no_styles(prompt: str) -> None:
    assert not read(prompt).scene.subjects[0].styles  # type: ignore[union-attr]


def test_sizes_on_a_table() -> None:
    assert not any(d.code == "assumed-size" for d in read("a cloth on a table").diagnostics)
    said = [d.message for d in read("a brass telescope on a desk").diagnostics if d.code == "assumed-size"]
    assert said == ["the telescope is a small one, as it stands on a table"]


def test_leaves_of_a_tree_and_one_who_leaves() -> None:
    assert "leaf" in objects("samurai on a bridge, red maple leaves falling")
    assert "leaf" not in objects("The red train leaves the station.")


def test_both_dance() -> None:
    assert [p.posture for p in people("bride and groom dancing, barn wedding")] == ["dancing", "dancing"]


@pytest.mark.parametrize(
    ("prompt", "counts"),
    [
        ("five kids, one boy waving", [4, 1]),
        ("two men in hats, one man holding a dog", [1, 1]),
        ("five teenagers, one girl doing a kickflip", [4, 1]),
        ("five kids, one man waving", [5, 1]),
        ("two women, one man reading", [2, 1]),
    ],
)
def test_one_of_those_counted(prompt: str, counts: list[int]) -> None:
    assert [p.count for p in people(prompt)] == counts


@pytest.mark.parametrize(
    ("prompt", "worn"),
    [
        ("mother and daughter baking cookies, matching aprons", [["apron"], ["apron"]]),
        ("The groom and his brothers are jumping. They all wear beige suits", [["suit"], ["suit"]]),
        ("two men and a woman, hats on a shelf", [[], []]),
    ],
)
def test_each_wears_one(prompt: str, worn: list[list[str]]) -> None:
    assert [[g.garment for g in p.wears] for p in people(prompt)] == worn


def test_he_is_not_the_bride() -> None:
    found = people("The bride holds flowers and he wears a navy suit with a pink tie")
    assert [(p.sex, [g.garment for g in p.wears]) for p in found] == [("female", []), ("male", ["suit", "tie"])]
    assert len(people("A doctor holds a cup and he smiles")) == 1


@pytest.mark.parametrize(("prompt", "contents"), [("a man pours mint tea", "mint_tea"), ("a cup of mint tea", "mint_tea"), ("a mint cup of tea", "tea")])
def test_mint_tea_and_a_mint_cup(prompt: str, contents: str) -> None:
    cup = objects(prompt)["cup"]
    assert cup.contents == contents
    assert bool(cup.surface.colours) == (contents == "tea")


@pytest.mark.parametrize(("prompt", "thing", "material"), [("acacia tree", "tree", None), ("an acacia table", "table", "wood")])
def test_acacia_grows_and_is_wood(prompt: str, thing: str, material: str | None) -> None:
    assert objects(prompt)[thing].surface.material == material


def test_flour_on_a_face_is_no_jar() -> None:
    assert "jar" not in objects("mother and daughter baking cookies, flour on their faces")
    assert objects("baker, flour, rolling pin")["jar"].contents == "flour"


def test_tiled_floor_is_the_floor() -> None:
    scene = read("a paper bag on a blue tiled floor").scene
    ground = scene.environment.ground
    assert (ground.material, [c.name for c in ground.colours]) == ("tile", ["blue"])
    assert not objects("a paper bag on a blue tiled floor")["sack"].surface.colours


def test_apron_beside_her_hands_is_hers() -> None:
    assert [g.garment for g in person("A potter at a wheel. Her hands and apron are covered with clay").wears] == ["apron"]
    assert "hat" in objects("A man and a dog. His hands and a hat lie on a table.")
