"""What is known of a thing without its meshes: it is what is built, and a second picture of the same things is arranged by it before anything is built."""

from __future__ import annotations

import hashlib
import json
from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest

from diorama.assets import installed
from diorama.language import read

pytestmark = pytest.mark.stage
bpy = pytest.importorskip("bpy")

PROMPTS = [
    "A parrot in a cage, a cat on a red armchair and a mug on a table",
    'An upside-down bucket beside a pillow that says "REST"',
    "A snowman wearing a top hat",
]


@pytest.fixture(autouse=True)
def nothing_known():
    from diorama_stage.compose import clear
    from diorama_stage.known import known

    known.forget()
    clear()
    yield
    known.forget()


def scene_of(prompt: str) -> dict:
    from diorama_stage.compose import as_staged

    return as_staged(read(prompt).scene.model_dump(mode="json"))


def forbidden(*_, **__):
    raise AssertionError("something is built")


@pytest.fixture
def no_building(monkeypatch):
    """A function after which nothing can be built."""
    from diorama_stage import cast

    def forbid() -> None:
        for of, name in ((cast.registry, "build"), (cast, "cast_animal"), (cast, "cast_person"), (cast, "put_on"), (cast, "_bare")):
            monkeypatch.setattr(of, name, forbidden)

    return forbid


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_second_picture_of_the_same_things_is_arranged_without_building(prompt, no_building, monkeypatch):
    from diorama_stage import arranging
    from diorama_stage.cast import cast
    from diorama_stage.compose import clear

    class Looked(Exception):
        pass

    def arranged(scene: dict) -> list:
        tried = []
        with monkeypatch.context() as patch:
            patch.setattr(arranging, "build", lambda _: (_ for _ in ()).throw(Looked))
            patch.setattr(arranging, "_attempt", lambda *a, real=arranging._attempt, **k: tried.append(real(*a, **k)) or tried[-1])
            with pytest.raises(Looked):
                arranging.arranged(scene, cast(scene, 3), 3, 1.5, lambda *_: None)
        return [tried[0].placements, tried[0].shot]

    scene = scene_of(prompt)
    first = arranged(scene)
    clear()
    no_building()
    later = {**scene, "lighting": {**scene["lighting"], "lights": ()}}
    assert arranged(later) == first
    assert not [o for o in bpy.data.objects if o.type == "MESH"]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_what_is_known_of_a_thing_is_what_is_built_of_it(prompt):
    from diorama_stage.actors import NotBuilt, build, stand, world_points
    from diorama_stage.arrange import Placement
    from diorama_stage.cast import cast
    from diorama_stage.compose import clear

    scene = scene_of(prompt)
    cast(scene, 3)
    clear()
    actors = cast(scene, 3)
    with pytest.raises(NotBuilt):
        _ = actors[0].built
    _ = [a.box() for a in actors]  # of where they stood before
    stand(actors, [Placement(a.id, 0.3 * k, -0.2, 0.1, yaw=31.0 * k, tilt_x=4.0) for k, a in enumerate(actors)])
    boxes = [a.box() for a in actors]
    build(actors)
    for a, box in zip(actors, boxes, strict=True):
        points = np.concatenate([world_points(o) for o in a.built.objects if not o.get("beyond")])
        assert np.allclose(box, (points.min(axis=0), points.max(axis=0)), atol=1e-6), a.id
        assert {o.pass_index for o in a.built.objects} == {a.index}


def test_measures_are_frozen_and_the_same_from_their_bytes(tmp_path):
    from diorama_stage.cast import cast
    from diorama_stage.kit.measures import archived, unarchived
    from diorama_stage.known import Known

    measures = next(a.measures for a in cast(scene_of(PROMPTS[1]), 3) if any(b.words for b in a.measures.objects))
    with pytest.raises(FrozenInstanceError):
        measures.seat = 1.0
    with pytest.raises(ValueError, match="read-only"):
        measures.objects[0].points[0] = 0
    again = unarchived(archived(measures))
    assert archived(again) == archived(measures) and again.objects[0].points.dtype == np.float32
    one = Known(tmp_path)
    one.keep("a", measures)
    assert archived(Known(tmp_path).find("a")) == archived(measures), "another process finds it"
    (tmp_path / "a.npz").write_bytes(b"PK half a file")
    assert Known(tmp_path).find("a") is None and Known(tmp_path).find("b") is None and Known().find("a") is None


def test_no_more_is_kept_than_is_said(tmp_path):
    from diorama_stage.arrange.data import Relief
    from diorama_stage.known import Known

    relief = Relief(0.0, 0.0, 0.1, np.zeros((100, 100)))
    known = Known(tmp_path, memory=200_000, disk=200_000)
    for name in "abcd":
        known.keep(name, relief)
    assert len(known._held) == 2 and len(list(tmp_path.iterdir())) == 2
    assert known.find("d") is not None and known.find("a") is None


def test_what_is_ordered_otherwise_has_another_name():
    from diorama_stage.cast import Guest, Order
    from diorama_stage.known import digest

    order = Order({"id": "s1", "size": {"scale": 1.0}}, 0, 7, frozenset(("open", "wet")), {}, frozenset(), frozenset(), 0.0, (), False, False, False)
    same = Order({"size": {"scale": 1.0}, "id": "s1"}, 0, 7, frozenset(("wet", "open")), {}, frozenset(), frozenset(), 0.0, (), False, False, False)
    assert digest(order) == digest(same)
    guests = [Guest(np.zeros(3), np.ones(3) * k, headed) for k, headed in ((1, True), (2, True), (2, False))]
    others = [replace(order, k=1), replace(order, number=8), replace(order, states=frozenset(("wet",))), replace(order, rests=True), replace(order, bears=1.0)]
    others += [replace(order, subject={"id": "s1", "size": {"scale": 1.1}}), *(replace(order, guests=(guest,)) for guest in guests)]
    assert len({digest(one) for one in (order, *others)}) == len(others) + 1


@pytest.mark.skipif(not installed(), reason="the pack of people is not installed")
def test_a_persons_measures_do_not_hang_on_light_or_layout_but_on_what_they_do(no_building):
    from diorama_stage.cast import cast
    from diorama_stage.compose import clear

    scene = scene_of("A woman holding a mug in a kitchen")
    (woman,) = [a for a in cast(scene, 3) if a.measures.marks]
    clear()
    no_building()
    again = cast({**scene, "lighting": {**scene["lighting"], "hour": 22.0}}, 3)
    assert next(a.measures for a in again if a.measures.marks) is woman.measures
    with pytest.raises(AssertionError, match="built"):
        cast({**scene, "relations": ()}, 3)


# ── what is built is made again ──


def told(built) -> str:
    """All of a built thing: names, places, meshes to the last bit (but for what is selected in them), and what placement knows of it."""
    from diorama_stage.kit.kept import Kept

    def mesh(of) -> str:
        kept = Kept.of(of)
        more = [one for one in kept.more if not one[0].startswith(".select")]
        arrays = [kept.at, kept.edges, kept.corners, kept.along, kept.starts, np.array(() if kept.uv is None else kept.uv), *(values for *_, values in more)]
        return str([one[:3] for one in more]) + hashlib.sha256(b"".join(a.dtype.str.encode() + a.tobytes() for a in arrays)).hexdigest()

    objects = [(o.name, o.data.name, sorted(map(str, o.items())), mesh(o.data)) for o in built.objects]
    parts = {name: [o.name for o in group] for name, group in built.parts.items()}
    known = ("slots", "supports", "interior", "emitters", "hang", "lean", "footprint", "seat", "mount", "low", "high")
    rest = [getattr(built, name) for name in known]
    return json.dumps([objects, parts]) + repr(rest) + str([o.name for o in bpy.context.scene.collection.objects])


@pytest.mark.parametrize("kind", ["car", "piano", "lasagna", "boot", "street_lamp"])
def test_a_prop_that_was_built_is_made_again_to_the_last_bit_and_is_its_own(kind, monkeypatch):
    from diorama_stage.compose import clear
    from diorama_stage.kit import Spec, blueprint
    from diorama_stage.props import registry

    monkeypatch.setattr(blueprint, "SLOW", -1.0)
    blueprint._kept.clear()
    first = told(registry.build(Spec(kind, 3)))
    clear()
    monkeypatch.setitem(registry.load(), kind, forbidden)
    again = registry.build(Spec(kind, 3))
    assert told(again) == first
    again.objects[0].data.vertices[0].co = (9, 9, 9)
    again.slots.clear()
    clear()
    assert told(registry.build(Spec(kind, 3))) == first
    for other in (Spec(kind, 4), Spec(kind, 3, states=frozenset(("open",)))):
        with pytest.raises(AssertionError, match="built"):
            registry.build(other)
    blueprint._kept.clear()
