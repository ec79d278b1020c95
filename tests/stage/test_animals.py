"""Animals: which live, as what, in which posture and coat; what is only a figure stays one, and is told."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from scipy.spatial import cKDTree

from diorama.language import read
from diorama.scene import Animal
from diorama_catalogue import things
from diorama_catalogue.animals import animals, kind_of
from diorama_catalogue.named import figure_of, named
from diorama_stage import touching
from diorama_stage.animals import beast, kinds, living, plumage, rig
from diorama_stage.animals.built import Own, finish, recoloured
from diorama_stage.figures import as_figures
from diorama_stage.kit.build import vertices

FOUR_FOOTED = [k for k in kinds.tables() if kinds.kind(k)["plan"] in ("paws", "hooves", "reptiles")]


def thing_of(noun: str, figure: str, **more) -> dict:
    surface = {"colours": [], "material": None, "pattern": None, "finish": []} | more.pop("surface", {})
    return called({
        "id": "a",
        "kind": "object",
        "noun": noun,
        "thing": figure,
        "surface": surface,
        "states": [],
        "styles": [],
        "variants": [],
        "size": {"scale": 1.0},
        "count": 1,
        **more,
    })


def called(subject: dict) -> dict:
    return named({"subjects": [subject]})["subjects"][0]


@pytest.mark.parametrize(("species", "figure"), [("cat", "figure_cat"), ("horse", "figure_horse"), ("unicorn_of_no_catalogue", "figure_dog")])
def test_a_species_has_a_figure(species, figure):
    assert figure_of(species) == figure and figure in things()


def test_an_animal_becomes_an_object_that_placement_knows_with_the_living_one_beside_it(scene):
    cat = Animal(id="cat", noun="cat", species="cat", posture="sleeping", coat={"colours": [{"name": "ginger", "hex": "#c4793a"}]})
    data = scene.model_copy(update={"subjects": (cat, *scene.subjects), "relations": ()}).model_dump(mode="json")
    shown, mug, _ = as_figures(data)["subjects"]
    assert (shown["kind"], shown["thing"], shown["states"]) == ("object", "figure_cat", ["lying"])
    assert (shown["living"].kind, shown["living"].pose, shown["living"].exact) == ("ginger_cat", "curled_up", True)
    assert mug == called(data["subjects"][1])


@pytest.mark.parametrize(("finish", "lives"), [(["knitted"], False), (["carved"], False), (["fluffy"], True), ([], True)])
def test_a_finish_that_no_skin_has_makes_a_figure(finish, lives):
    assert (living(thing_of("owl", "figure_owl", surface={"finish": finish})) is not None) is lives


def test_a_knitted_figure_is_of_yarn(scene):
    owl = thing_of("owl", "figure_owl", surface={"finish": ["knitted"]}, wears=[])
    shown = as_figures({**scene.model_dump(mode="json"), "subjects": [owl], "relations": []})["subjects"][0]
    assert shown["surface"]["material"] == "knit" and "living" not in shown


def test_every_kind_that_the_catalogue_names_is_built_and_every_kind_built_is_named():
    assert set(animals().values()) == set(kinds.tables())


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("golden retriever", "golden_retriever"), ("Wolves", "wolf"), ("old grey_cat", "grey_cat"), ("ponies", "horse"), ("puppies", "dog"), ("teapot", None)],
)
def test_nouns_name_kinds_in_the_singular_and_the_plural_with_words_before_them(noun, kind):
    assert kind_of(noun) == kind


@pytest.mark.parametrize(
    "subject",
    [
        thing_of("elephant", "figure_elephant", surface={"material": "glass"}),
        thing_of("cat figurine", "figure_cat"),
        thing_of("fox", "figure_fox", styles=["plush"]),
        thing_of("mug", "mug"),
    ],
)
def test_a_material_or_a_word_for_a_sculpture_makes_no_living_animal(subject):
    assert living(subject) is None


def test_an_animal_of_another_kind_than_asked_says_so():
    told = living(thing_of("quokka", "figure_dog"))
    assert (told.kind, told.exact) == ("dog", False)


@pytest.mark.parametrize("name", FOUR_FOOTED)
def test_every_four_footed_kind_stands_on_its_four_feet(name):
    shape = kinds.kind(name)
    stands = rig.quadruped(shape, {})
    feet = [stands.points[leg][-1][2] - shape.get("sole", 3.0) for leg in rig.LEGS]
    assert np.ptp(feet) < 0.05 * rig.withers(stands, shape)


@pytest.mark.parametrize("pose", sorted(kinds.poses()))
def test_bones_keep_their_lengths_in_every_posture(pose):
    shape = kinds.kind("dog")
    stands, posed = rig.quadruped(shape, {}), rig.quadruped(shape, kinds.poses()[pose])
    for leg in rig.LEGS:
        long = [np.linalg.norm(np.diff(r.points[leg], axis=0), axis=1) for r in (stands, posed)]
        assert np.allclose(*long, rtol=1e-4)


def test_any_colour_takes_the_place_of_a_coat_and_leaves_its_dark_pattern():
    coat = recoloured(kinds.kind("tiger")["coat"], ("#2f5f9f",))
    assert coat[0]["colour"] == "#2f5f9f" and any("tiger" in layer and layer["colour"] == "#14100d" for layer in coat)


def test_young_ones_have_larger_heads_for_their_size():
    from diorama_stage.animals.built import young

    for name in ("dog", "horse", "elephant"):
        kind = kinds.kind(name)
        cub = young(kind)
        assert cub["height"] < 0.65 * kind["height"] and cub["head"]["length"] > 1.1 * kind["head"]["length"]


@pytest.mark.parametrize(("noun", "pose"), [("cat", "sitting"), ("owl", "perching"), ("fish", "swimming"), ("eagle", "flying")])
def test_what_is_said_of_a_posture_is_the_pose(noun, pose):
    animal = {"id": "a", "kind": "animal", "noun": noun, "species": noun, "posture": pose, "size": {"scale": 1.0}, "coat": {}}
    assert living(called(animal)).pose == pose


@pytest.mark.parametrize(
    ("garment", "form"),
    [("top_hat", "hat"), ("sunglasses", "glasses"), ("raincoat", "coat"), ("bandana", "scarf"), ("collar", "collar"), ("wizard_hat", "cone"), ("shoes", None)],
)
def test_what_an_animal_can_have_on_is_one_of_few_forms(garment, form):
    from diorama_catalogue.animals import worn_as as form_of

    assert form_of(garment) == form


def test_clothes_of_an_animal_are_on_it_and_what_it_cannot_have_on_stays_a_thing(scene):
    from diorama.scene.person import Garment
    from diorama_stage.clothing import worn

    dog = Animal(id="dog", noun="dog", species="dog", wears=(Garment(garment="scarf", noun="scarf"), Garment(garment="trainers", noun="trainers")))
    data = scene.model_copy(update={"subjects": (dog,), "relations": ()}).model_dump(mode="json")
    assert worn(as_figures(data)) == {"dog_worn1": "dog"}


def test_a_ring_about_a_body_has_its_radius():
    from diorama_stage.animals.worn import ring

    a = np.linspace(0, 2 * np.pi, 400)
    body = np.concatenate([np.c_[3 * np.cos(a), np.full(400, y), 3 * np.sin(a)] for y in np.linspace(-1, 1, 9)])
    assert np.allclose(ring(body, np.zeros(3), np.eye(3), 0.5, 9.0), 3.0, atol=0.01)


@pytest.mark.parametrize(("noun", "setting"), [("horse", "meadow"), ("Foxes", "forest"), ("robin", "garden"), ("dolphins", "sea"), ("mouse", None)])
def test_animals_are_met_where_they_live(noun, setting):
    from diorama_catalogue.animals import met_in

    assert met_in(noun) == setting


def test_where_animals_are_met_is_told_of_kinds_that_there_are():
    from diorama_catalogue.animals import _met

    assert set(_met()) <= set(kinds.tables())


@pytest.mark.parametrize(("over", "moved"), [(0.4, 0.0), (0.7, 0.0), (1.2, 0.5), (2.0, 1.3)])
def test_an_eye_that_the_skin_would_cover_is_moved_out_and_one_that_is_seen_stays(over, moved):
    from diorama_stage.animals.eyes import seated

    x, z = np.meshgrid(np.linspace(-3, 3, 61), np.linspace(-3, 3, 61))
    skin = np.stack([x.ravel(), np.full(x.size, -over), z.ravel()], axis=1)
    ((middle, radius),) = seated([(np.zeros(3), 1.0)], [np.array([0, -2.0, 0])], skin)
    assert radius == 1.0 and np.allclose(middle, [0, -moved, 0])


def test_contour_feathers_lie_over_the_skin_and_stand_apart():
    from diorama_stage.animals.plumage import Vanes, apart, contour

    rng = np.random.default_rng(2)
    points = np.c_[rng.uniform(-20, 20, (900, 2)), np.zeros(900)]
    up, back = np.tile([0.0, 0, 1], (900, 1)), np.tile([0.0, 1, 0], (900, 1))
    share = np.where(points[:, 0] < 0, 1.0, 0.0)
    vanes = Vanes()
    contour(vanes, points, up, back, share, np.full((900, 3), 0.4), 4.0, rng)
    made = vanes.arrays()[0]
    assert made[:, 2].min() > -0.6 and made[:, 0].max() < 6  # none where the share is nought
    kept = points[apart(points, 4.0, np.random.default_rng(3))]
    away = np.linalg.norm(kept[:, None] - kept[None], axis=2) + 9 * np.eye(len(kept))
    assert away.min() > 4.0 and len(kept) > 40


SITS = [("monkey", "sitting", "sitting_upright"), ("cat", "sitting", "sitting"), ("horse", "sitting", "lying_hoofed")]


@pytest.mark.parametrize(("kind", "asked", "taken"), SITS)
def test_a_body_sits_as_its_kind_does(kind, asked, taken):
    from diorama_stage.animals.kinds import able

    assert able(asked, kinds.kind(kind)) == taken


class Standing:
    """What framing asks of an actor."""

    def __init__(self, subject: str, half: float, head):
        from types import SimpleNamespace

        self.id, self.subject, self.item, self.measures = subject, subject, SimpleNamespace(half_x=half, half_y=half, height=half), SimpleNamespace(head=head)


@pytest.mark.parametrize(
    ("framing", "half", "tied", "head", "framed"),
    [
        ("close_up", 0.9, False, np.zeros((1, 3)), True),
        ("close_up", 0.9, True, np.zeros((1, 3)), True),
        ("close_up", 0.07, False, np.zeros((1, 3)), True),
        ("close_up", 0.07, True, np.zeros((1, 3)), False),  # a robin on a branch
        ("full", 0.9, False, np.zeros((1, 3)), False),
        ("macro", 0.01, False, None, False),  # a bee
    ],
)
def test_a_close_up_of_an_animal_frames_its_head(framing, half, tied, head, framed):
    from diorama_stage.framing import heads

    scene = {"camera": {"framing": framing}, "relations": [{"subject": "a", "kind": "on", "objects": ["b"]}] if tied else []}
    assert heads(scene, [Standing("a", half, head), Standing("b", 3.0, None)]) == ({"a"} if framed else set())


def subjects(scene, *animals_and_others, relations=()):
    return as_figures({**scene.model_dump(mode="json"), "subjects": list(animals_and_others), "relations": list(relations)})


def test_a_ridden_horse_has_saddle_and_bridle_on_and_a_cow_none(scene):
    from diorama_stage.riding import staged

    for species, told in (("horse", {"saddle", "bridle"}), ("cow", set())):
        mount = Animal(id="mount", noun=species, species=species).model_dump(mode="json")
        child = {**thing_of("monkey", "figure_monkey"), "id": "rider"}
        done = staged(subjects(scene, mount, child, relations=[{"subject": "rider", "kind": "riding", "objects": ["mount"]}]))
        rider = next(s for s in done["subjects"] if s["id"] == "rider")
        assert (rider["at"], rider["living"].pose) == (("mount", "rides"), "riding")
        assert {s["noun"] for s in done["subjects"]} - {species, "monkey"} == told
        assert {r["kind"] for r in done["relations"]} <= {"wearing"}


def test_who_sits_on_somebody_is_at_their_shoulder_and_who_sits_on_a_thing_is_not(scene):
    from diorama_stage.riding import staged

    parrot, pirate = thing_of("parrot", "figure_parrot"), {**thing_of("pirate", "doll_person"), "id": "p", "kind": "person"}
    on = lambda what: [{"subject": "a", "kind": "on", "objects": [what]}]  # noqa: E731
    told = staged({**scene.model_dump(mode="json"), **subjects(scene, parrot, thing_of("box", "box") | {"id": "b"}, relations=on("b"))})
    assert "at" not in told["subjects"][0] and told["relations"] == on("b")
    alive = subjects(scene, parrot)["subjects"]
    told = staged({**scene.model_dump(mode="json"), "subjects": [*alive, pirate], "relations": on("p")})
    assert told["subjects"][0]["at"] == ("p", "shoulder") and not told["relations"]


@pytest.mark.parametrize("name", ["horse", "elephant", "dog", "cat", "bear"])
def test_where_an_animal_is_sat_on_and_carries_lies_on_its_skin(name):
    from diorama_stage.animals.beast import Wish, beast
    from diorama_stage.kit.build import vertices

    made = beast(Wish(name, strands=10))
    skin = vertices(made.parts["skin"][0])
    tall = kinds.kind(name)["height"]
    for mark in ("seat", "rump"):
        assert np.linalg.norm(skin - made.marks[mark], axis=1).min() < max(0.01, 0.02 * tall)
    eye, mouth = made.marks["left_eye"], made.marks["mouth"]
    assert mouth[1] < eye[1] and mouth[2] < eye[2]  # before the eyes, and below them


ANATOMY = {
    # from the point of the shoulder to the point of the buttock, by the height at the withers
    "horse": (0.93, 1.07),  # both two and a half heads (American Quarter Horse Museum, "Relative Proportions")
    "german_shepherd": (1.10, 1.17),  # FCI standard 166
    "labrador": (0.98, 1.08),  # AKC standard: equal to, or slightly longer
    "dachshund": (1.65, 1.85),  # FCI standard 148: about 1.7 to 1.8
    "corgi": (1.35, 1.5),  # AKC standard of the Pembroke: about 40 % longer than high
}


@pytest.mark.parametrize(("name", "limits"), ANATOMY.items())
def test_bodies_are_as_long_as_their_standards_have_them(name, limits):
    shape = kinds.kind(name)
    behind, _, round_ = shape["trunk"][0]
    long = shape["length"] * (1 - behind) + round_ + shape["fore_radii"][0]
    assert limits[0] <= long / rig.withers(rig.quadruped(shape, {}), shape) <= limits[1]


@pytest.mark.parametrize(("a", "b"), [("giraffe", "horse"), ("horse", "cow"), ("horse", "pig"), ("llama", "sheep"), ("deer", "wolf")])
def test_who_carries_the_head_high_is_told_from_who_does_not(a, b):
    """By an eighth of the withers at least: what the eye tells apart in a silhouette of a hundred pixels."""

    def poll(name):
        shape = kinds.kind(name)
        stands = rig.quadruped(shape, {})
        return float(stands.points["head"][2]) / rig.withers(stands, shape)

    assert poll(a) > poll(b) + 0.125


def test_who_sits_has_the_forepaws_before_the_hind_ones():
    for name in ("dog", "cat", "lion", "wolf", "fox"):
        sits = rig.quadruped(kinds.kind(name), kinds.poses()["sitting"])
        fore, hind = (min(sits.points[f"{part}_{side}"][-1][1] for side in ("left", "right")) for part in ("fore", "hind"))
        assert fore < hind - 5  # front is -y


def test_animals_are_read_and_posed_as_asked():
    import tomllib

    from bench.fidelity.living import CASES, shortfalls

    cases = tomllib.loads(CASES.read_text("utf-8"))["case"]
    wrong = {case["prompt"] for case in cases if any(found for _, found in shortfalls(case))}
    assert len(cases) >= 120 and not wrong


def test_a_horse_arches_its_neck_and_a_camel_bends_it_up():
    horse, camel = (kinds.kind(k)["neck"]["pitch"] for k in ("horse", "camel"))
    assert horse[0] > horse[1] and camel[0] < camel[1]


@pytest.mark.parametrize(
    ("garment", "form"), [("saddle", "saddle"), ("saddlecloth", "cloth"), ("halter", "bridle"), ("knitted sweater", "coat"), ("shoes", None)]
)
def test_what_animals_can_have_on_is_known_to_the_catalogue(garment, form):
    from diorama_catalogue.animals import worn_as

    assert worn_as(garment) == form


def test_who_is_astride_has_the_lowest_point_about_the_hips_on_the_seat():
    from types import SimpleNamespace

    from diorama_stage.people.places import mounted

    seat, flank = np.array([0.0, 0.1, 1.5]), np.array([0.3, 0.1, 1.5])
    horse = SimpleNamespace(id="h", measures=SimpleNamespace(parts={}, marks={"seat": seat, "left_flank": flank}))
    thighs = {"left_thigh": np.array([0.1, 0, 0.9]), "right_thigh": np.array([-0.1, 0, 0.9])}
    points = np.array([(0, 0, 0.82), (0, 0.02, 0.9), (0.4, 0, 0.1)])
    rider = SimpleNamespace(id="r", measures=SimpleNamespace(points=lambda: points, marks=thighs, seat=0.9))
    assert mounted(rider, horse, 0.0).z == pytest.approx(1.5 - 0.82, abs=1e-6)


def test_a_cage_is_as_large_as_who_is_kept_in_it(scene):
    from types import SimpleNamespace

    from diorama_stage.cast import EASE, _guests, _housing

    inside = SimpleNamespace(name="inside", z=0.176, headroom=0.3)
    cage = SimpleNamespace(interior=None, supports=[inside], low=np.array([-0.18, -0.18, 0]), high=np.array([0.18, 0.18, 0.6]))
    kept = {"relations": [{"subject": "b", "kind": "in", "objects": ["c"]}]}

    def housed(tall: float, relations: dict) -> float:
        measures = SimpleNamespace(low=np.array([-0.03, -0.05, -0.02]), high=np.array([0.03, 0.05, tall]), head=None)
        return _housing(cage, _guests({"id": "c"}, relations, [SimpleNamespace(subject="b", measures=measures)]))

    assert housed(0.1, kept) == 1.0
    assert housed(0.6, kept) == pytest.approx(2 * EASE)
    assert housed(0.6, {"relations": []}) == 1.0


def test_a_second_rider_sits_behind_the_first_on_the_skin():
    from diorama_stage.animals.beast import ABREAST, Wish, beast
    from diorama_stage.kit.build import vertices

    made = beast(Wish("elephant", strands=10))
    skin = vertices(made.parts["skin"][0])
    first, second = made.marks["seat"], made.marks["seat_2"]
    assert second[1] - first[1] == pytest.approx(ABREAST, rel=0.15)
    assert np.linalg.norm(skin - second, axis=1).min() < 0.06


def _wing(kind: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Points of a bird's spread left wing as (across, behind) from the shoulder, those of its primaries, its arm's joints, and its span."""
    form = kinds.wing(kinds.kind(kind)["wing"])
    colours = {name: np.ones(3) for name in ("primary", "secondary", "greater", "covert", "under")}
    vanes = plumage.Vanes()
    joints = plumage.spread(vanes, np.zeros(3), np.eye(3), 1, form, colours, 0.0, np.random.default_rng(1))
    return np.concatenate(vanes.points)[:, :2], vanes.points[0][:, :2], joints, form["span"]


@pytest.mark.parametrize("kind", sorted(k for k, row in kinds.tables().items() if row["plan"] == "birds" and not kinds.kind(k)["wing"].get("flipper")))
def test_a_spread_wing_is_as_long_as_its_span_and_names_its_type(kind):
    assert "type" in kinds.kind(kind)["wing"]
    points, _, _, span = _wing(kind)
    assert 0.9 < points[:, 0].max() / span < 1.12


def test_soaring_birds_have_fingers_where_gulls_have_none():
    def narrowed(kind: str) -> float:
        """Width of the outmost primary at three quarters of its length by that at a quarter."""
        form = kinds.wing(kinds.kind(kind)["wing"])
        vane = _wing(kind)[1].reshape(form["primaries"], 9, plumage.ACROSS, 2)[-1]
        wide = np.linalg.norm(vane[:, 0] - vane[:, -1], axis=1)
        return float(wide[6] / wide[2])

    assert narrowed("eagle") < 0.65 < 0.8 < narrowed("seagull")


def test_gulls_ducks_and_swallows_have_points_to_their_wings_and_sparrows_owls_and_hens_do_not():
    def last(kind: str) -> float:
        profile = kinds.wing(kinds.kind(kind)["wing"])["profile"]
        return profile[-1] / max(profile)

    assert min(last(k) for k in ("seagull", "duck", "swallow", "swan")) == 1.0
    assert max(last(k) for k in ("sparrow", "owl", "chicken", "eagle")) < 0.95


@pytest.mark.parametrize("name", ["dog", "cat", "fox", "lion", "wolf", "horse", "cow", "sheep", "bear", "deer"])
def test_who_drinks_has_the_mouth_at_the_ground_and_before_the_feet(name):
    shape = kinds.kind(name)
    posed = rig.quadruped(shape, kinds.poses()[kinds.able("grazing", shape)])
    mouth = posed.bones["head"].a
    assert mouth[2] < 0.22 * rig.withers(posed, shape)
    assert mouth[1] < min(posed.points[f"fore_{side}"][3][1] for side in ("left", "right"))


def test_an_elephant_drinks_with_its_trunk():
    assert kinds.able("grazing", kinds.kind("elephant")) == "standing"


@pytest.mark.parametrize("name", ["dog", "cat", "lion", "fox"])
def test_who_runs_reaches_before_the_chest_and_behind_the_rump(name):
    shape = kinds.kind(name)
    posed = rig.quadruped(shape, kinds.poses()[kinds.able("running", shape)])
    ahead = min(posed.points[f"fore_{side}"][4][1] for side in ("left", "right"))
    behind = max(posed.points[f"hind_{side}"][4][1] for side in ("left", "right"))
    long = shape["length"]
    assert ahead < posed.points["fore_left"][0][1] - 0.5 * long and behind > posed.points["hind_left"][0][1] + 0.45 * long


@pytest.mark.parametrize("name", ["cat", "bear", "squirrel", "monkey"])
def test_who_climbs_reaches_over_the_shoulders(name):
    shape = kinds.kind(name)
    posed = rig.quadruped(shape, kinds.poses()[kinds.able("climbing", shape)])
    assert max(posed.points[f"fore_{side}"][4][2] for side in ("left", "right")) > posed.points["fore_left"][0][2] + 10


@pytest.mark.parametrize(("one", "other"), [("cat", "dog"), ("horse", "horse")])
def test_two_that_nuzzle_touch_with_their_heads(one, other):
    from diorama_stage.animals import creatures
    from diorama_stage.animals.built import finish
    from diorama_stage.items import measures_of

    built = [finish(creatures.creature(beast.Wish(kind)), kind, exact=True) for kind in (one, other)]
    actors = [SimpleNamespace(id=f"{k}.0", subject=str(k), measures=measures_of(b)) for k, b in enumerate(built)]
    told = touching.placed(actors, {"0": {"touches": "1"}, "1": {"touches": "0"}})
    skins, muzzles = [], []
    for a in actors:
        p = told[a.id]
        skins.append(touching._turned(touching._skin(a), p.yaw) + (p.x, p.y, p.z))
        muzzles.append(touching._turned(touching._muzzle(a), p.yaw) + (p.x, p.y, p.z))
    assert 0.001 < cKDTree(skins[0]).query(skins[1])[0].min() < 0.01
    assert np.linalg.norm((muzzles[0] - muzzles[1])[:2]) < 0.35 * np.ptp(skins[1][:, 0])


def test_who_nuzzles_whom_is_told_to_the_stage():
    scene = as_figures(read("a cat nuzzling a dog").scene.model_dump(mode="json"))
    cat, dog = touching.staged(scene)["subjects"]
    assert (cat["touches"], dog["touches"]) == (dog["id"], cat["id"])
    (horses,) = touching.staged(as_figures(read("two horses nuzzling each other").scene.model_dump(mode="json")))["subjects"]
    assert horses["touches"] == horses["id"]
    (alone,) = touching.staged(as_figures(read("a horse nuzzling a fence").scene.model_dump(mode="json")))["subjects"][:1]
    assert "touches" not in alone


@pytest.mark.parametrize("name", ["sparrow", "pigeon", "duck", "eagle", "swallow"])
def test_a_closed_wing_is_as_long_as_its_kind_has_it_and_its_rows_lie_one_over_another(name):
    row = kinds.kind(name)["wing"]
    form = kinds.folded_wing(row)
    grey = dict.fromkeys(("primary", "secondary", "tertial", "greater", "covert", "scapular"), np.full(3, 0.5))

    def barrel(s, angle, side):
        a = np.radians(angle)
        out = np.stack([np.sin(a) * side, 0 * a, np.cos(a)], axis=-1)
        return out * 30 + np.stack([0 * a, 50 - 100 * s + 0 * a, 0 * a], axis=-1), out

    def laid(names):
        vanes = plumage.Vanes()
        plumage.folded(vanes, barrel, row, form | {"rows": [r for r in form["rows"] if r[0] in names]}, grey, np.random.default_rng(3))
        return vanes.arrays()[0]

    every = laid(grey)
    assert np.ptp(every[:, 1]) == pytest.approx(row["length"] * 1.03, rel=0.06)
    assert np.ptp(every[:, 0]) == pytest.approx(2 * abs(every[:, 0]).max(), rel=0.02)  # one on each side
    off = [np.linalg.norm(laid([n])[:, [0, 2]], axis=1).mean() for n in ("greater", "covert", "scapular")]
    assert off == sorted(off)


def test_those_of_a_herd_are_no_copies_and_one_alone_is_as_its_kind():
    herd = [Own(np.random.default_rng([1, k]), 6) for k in range(6)]
    assert len({o.size for o in herd}) == len({o.tone for o in herd}) == 6 and {o.mirrored for o in herd} == {True, False}
    alone = Own(np.random.default_rng(1), 1)
    assert (alone.size, alone.tone, alone.mirrored) == (1.0, 1.0, False)


def test_a_mirrored_animal_has_its_skin_outwards_and_its_sides_exchanged():
    from diorama_stage.animals import creatures
    from diorama_stage.kit.build import vertices

    plain, other = (finish(creatures.creature(beast.Wish("fox", "walking", strands=10)), "fox", exact=True, mirrored=m) for m in (False, True))
    one, two = plain.parts["skin"][0], other.parts["skin"][0]
    assert np.allclose(vertices(one) * (-1, 1, 1), vertices(two), atol=1e-5)
    for o in (one, two):
        normals, faces = np.array([p.normal for p in o.data.polygons]), np.array([p.center for p in o.data.polygons])
        assert (normals * (faces - faces.mean(axis=0))).sum(axis=1).mean() > 0
    assert other.marks["left_eye"][0] == pytest.approx(-plain.marks["left_eye"][0], abs=1e-6)


@pytest.mark.parametrize("name", ["cat", "dog", "fox", "wolf"])
def test_who_sleeps_curled_lies_on_the_ground_with_the_head_by_the_haunch(name):
    shape = kinds.kind(name)
    body = rig.quadruped(shape, kinds.poses()["curled_up"])
    nose, haunch, chest = body.bones["head"].a, body.line(0.0)[0], body.line(0.98)[0]
    assert np.linalg.norm((nose - haunch)[:2]) < 0.75 * shape["length"]  # stretched out they are one and a half lengths apart
    assert chest[2] < 1.25 * rig.section(shape, 0.98)[1]  # no legs hold it up


def test_who_hangs_has_the_hands_over_the_head():
    shape = kinds.kind("monkey")
    body = rig.quadruped(shape, kinds.poses()["hanging"])
    hands = min(body.points[f"fore_{side}"][-1][2] for side in ("left", "right"))
    assert hands > body.bones["head"].a[2] + 0.3 * shape["head"]["length"] and body.points["hind_left"][-1][2] > 0


def test_fins_stand_on_the_body_that_has_them():
    from diorama_stage.animals.beast import Wish
    from diorama_stage.animals.fish import _Fish

    salmon = _Fish(Wish("salmon"), kinds.kind("salmon"))
    roots = salmon.on_body(np.array([[0, 0, 30.0], [9.0, -20, -4], [0, 46, 5]]))
    _, half, wide = salmon.section((roots[:, 1] + 50) / 100)
    assert roots[0, 2] < half[0] and roots[1, 0] < wide[1] and roots[2, 2] == 5


PERCHES = [("robin", "branch", "full", True), ("robin", "branch", "wide", False), ("robin", "fence", "full", True),
    ("robin", "car", "full", False), ("horse", "fence", "full", False)]


@pytest.mark.parametrize(("species", "thing_", "framing", "cropped"), PERCHES)
def test_a_bird_on_a_branch_fills_the_picture_and_not_the_branch(scene, species, thing_, framing, cropped):
    """What is told from the whole of it stays whole, and so does all in a wide picture."""
    from diorama_stage.framing import _about, borne

    bird = Animal(id="a", noun=species, species=species).model_dump(mode="json")
    host = {**thing_of(thing_, thing_), "id": "b"}
    staged = subjects(scene, bird, host, relations=[{"subject": "a", "kind": "on", "objects": ["b"]}])
    staged = {**staged, "camera": {**staged["camera"], "framing": framing}}
    led = borne(staged, [Standing("a", 0.07 if species == "robin" else 1.2, None), Standing("b", 3.0, None)])
    assert led == (("b", {"a"}) if cropped else None)
    if led:  # and the foot of the branch is not in the picture, where only its top is led to
        boxes = {"a": (np.array([0, 0, 2.0]), np.array([0.1, 0.1, 2.1])), "b": (np.array([-1.5, 0, 0.0]), np.array([1.5, 0.1, 2.0]))}
        assert np.concatenate(_about(staged, [Standing("a", 0.07, None), Standing("b", 3.0, None)], boxes, led))[:, 2].min() > 1.5


@pytest.mark.parametrize("name", ["otter", "dog", "cat"])
def test_who_is_on_its_back_has_the_legs_over_the_belly(name):
    for pose in ("on_its_back", "floating_on_its_back"):
        shape, row = kinds.kind(name), kinds.taken(name, pose)
        body = rig.quadruped(shape, row)
        middle, half = body.line(0.5)[0][2], rig.section(shape, 0.5)[1]
        feet = [body.points[leg][-1][2] for leg in rig.LEGS]
        assert row["turned_over"] and max(feet) < middle + half  # under the back as built, so over it when laid on it
        assert min(feet) > middle - half - 0.45 * rig.withers(rig.quadruped(shape, {}), shape)  # folded


def test_what_swims_though_it_has_legs_is_put_into_the_water_and_what_stands_is_not(scene):
    from diorama_stage.staging import staged

    for posture, shape in (("floating_on_its_back", "water"), ("swimming", "water"), ("standing", None)):
        otter = Animal(id="a", noun="otter", species="otter", posture=posture).model_dump(mode="json")
        told = subjects(scene, otter)
        told = {**told, "environment": {**told["environment"], "setting": "lake", "ground_shape": "terrain"}}
        assert (staged(told)["environment"]["ground_shape"] == "water") is (shape == "water")


def test_those_of_a_row_walk_one_behind_the_other_and_stand_alike():
    from dataclasses import replace

    from diorama_stage.animals.built import _turned

    one = living(thing_of("penguin", "figure_penguin"))
    turns = [_turned(replace(one, in_row=True), "walking", np.random.default_rng(k), 5) for k in range(12)]
    assert np.ptp(turns) < 20 and abs(np.mean(turns)) > 75
    assert np.ptp([_turned(one, "walking", np.random.default_rng(k), 5) for k in range(12)]) > 90


YOUNG = [("dog", 0.85, 1.15), ("cat", 0.85, 1.15), ("bear", 0.85, 1.15), ("horse", 1.05, 1.0)]


@pytest.mark.parametrize(("name", "legs", "head"), YOUNG)
def test_young_ones_are_no_small_adults(name, legs, head):
    """Cubs and puppies have short legs and a large head with a short muzzle, foals long legs under a short body."""
    from diorama_stage.animals.built import young

    adult = kinds.kind(name)
    small = {**adult, **young(adult)}
    leg = [sum(shape["fore"]) / shape["length"] for shape in (adult, small)]
    assert (small["fore"][0] < legs * adult["fore"][0]) if legs < 1 else (leg[1] > 1.2 * leg[0] and small["fore"][0] > legs * adult["fore"][0])
    assert small["head"]["length"] > head * adult["head"]["length"] and small["head"]["muzzle"] < 0.95


def test_a_cub_of_a_lion_has_no_mane_and_a_duckling_is_no_small_drake():
    cub = living(thing_of("lion cub", "figure_lion"))
    duckling = living(thing_of("baby duck", "figure_duck"))
    assert (cub.kind, cub.young) == ("lioness", True) and (duckling.kind, duckling.young) == ("duckling", False)
    assert living(thing_of("lion", "figure_lion")).kind == "lion"
    assert [kinds.grown_up("duck", False, sex)[0] for sex in ("female", "male", None)] == ["duck_hen", "duck", "duck"]


def test_a_shortened_muzzle_draws_in_the_nose_and_leaves_the_back_of_the_skull():
    rows, eye, row = kinds.head("cat")
    made, at, table = kinds.shortened(rows, eye, row, 0.8)
    assert table["nose"][1] == pytest.approx(0.8 * row["nose"][1]) and at[1] > eye[1] and at[::2] == eye[::2]
    assert made[0]["ball"] == rows[0]["ball"]  # its middle is behind the eyes


def test_a_duckling_swims_on_the_water_and_not_under_it(scene):
    """A duck lies 13 cm deep; a duckling is not so high."""
    from diorama_stage.cast import SUNK, Maker, _animal

    duckling = Animal(id="a", noun="duckling", species="duck", age="young", posture="swimming").model_dump(mode="json")
    told = subjects(scene, duckling)
    maker = Maker(build=True)
    _animal(maker, told["subjects"][0], 0, 1, 1, told)
    (actor,) = maker.actors
    assert 0 < actor.item.draft <= SUNK * actor.item.height + 1e-6 < 0.13


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("An elephant calf in a field", "elephant"),
        ("A seal pup in a field", "seal"),
        ("A polar bear cub in a field", "polar_bear"),
        ("A goat kid in a field", "goat"),
        ("A calf in a field", "cow"),
        ("A golden retriever puppy in a field", "golden_retriever"),
    ],
)
def test_the_young_are_of_the_kind_that_was_read(prompt, kind):
    from diorama.engines.stage.engine import wordless
    from diorama.language import read
    from diorama_stage.animals.derive import living

    assert living(called(wordless(read(prompt).scene)["subjects"][0])).kind == kind


def test_who_hovers_at_a_flower_has_the_bill_at_its_bloom(scene):
    told = read("a hummingbird hovering at a red hibiscus flower").scene.model_dump(mode="json")
    staged_ = touching.staged(as_figures(told))
    bird = next(s for s in staged_["subjects"] if s.get("living"))
    assert bird["living"].pose == "hovering" and bird["sips"] == "s2"
    head = np.array([[0.0, -0.06, 0.05], [0.0, 0.02, 0.04]])
    petals = np.array([[-0.05, -0.05, 0.3], [0.05, 0.05, 0.36]])
    measures = SimpleNamespace(head=head, form=head, parts={})
    flower = SimpleNamespace(form=petals, parts={"petals": (0,), "green": (1,)}, without=lambda part: petals)
    actors = [SimpleNamespace(id="s1.0", subject="s1", measures=measures), SimpleNamespace(id="s2.0", subject="s2", measures=flower)]
    there = touching.placed(actors, {s["id"]: s for s in staged_["subjects"]})
    a = np.radians(there["s1.0"].yaw)
    tip = np.array([0.06 * np.sin(a), -0.06 * np.cos(a), 0.05]) + (there["s1.0"].x, there["s1.0"].y, there["s1.0"].z)
    assert np.all(tip >= petals.min(axis=0)) and np.all(tip <= petals.max(axis=0))
    assert there["s2.0"].z == 0


def _at_another(prompt: str) -> dict:
    """The scene of a prompt as the stage takes it up, who touches, drinks and grasps being settled."""
    return touching.staged(as_figures(read(prompt).scene.model_dump(mode="json")))


def test_an_octopus_closes_its_arms_about_a_jar_and_not_about_a_ship():
    octopus = _at_another("an octopus opening a jar on the sea floor")["subjects"][0]
    assert octopus["grasps"] == "s2" and octopus["living"].pose == "grasping"
    assert "grasps" not in _at_another("an octopus near a ship on the sea floor")["subjects"][0]


def test_a_cobra_rises_from_its_basket_and_a_bee_is_on_its_sunflower():
    cobra = _at_another("a cobra rising from a basket")
    assert cobra["subjects"][0]["living"].pose == "rising" and [r["kind"] for r in cobra["relations"]] == ["in"]
    bee = _at_another("a bee collecting pollen from a sunflower, macro")
    assert [(r["kind"], r["objects"]) for r in bee["relations"] if r["subject"] == "s1"] in ([("on", ["s2"])], [("on", ("s2",))])


@pytest.mark.parametrize(("kind", "pose"), [("deer", "butting"), ("bull", "butting"), ("goat", "butting"), ("wolf", "rearing"), ("horse", "rearing")])
def test_what_has_horns_fights_with_them_and_the_rest_rears(kind, pose):
    assert kinds.able("fighting", kinds.kind(kind)) == pose


def test_posture_bench_draws_the_same_cases_and_each_is_a_scene():
    from bench.fidelity import postures

    cases = postures.every()
    assert len(cases) == len(set(cases)) > 150
    assert all(postures.scene_of(case).subjects[0].kind == "animal" for case in cases[::9])


@pytest.mark.parametrize("name", ["duck", "goose", "chicken", "sparrow", "pigeon", "crow", "flamingo"])
def test_a_bird_that_eats_has_its_bill_at_the_ground_and_not_in_it(name):
    from diorama_stage.animals.bird import NEARLY, bird

    made = bird(beast.Wish(name, "eating", strands=200))
    sole = min(vertices(o)[:, 2].min() for o in made.parts["legs"])
    beak = float(made.head[:, 2].min())
    unit = kinds.kind(name)["size"] / 100
    assert -8 * unit < beak - sole < 2 * NEARLY * unit
