"""Whether things stand to each other as the words say, and what stands around something or in a circle. Pure: nothing is built."""

import numpy as np

from bench.fidelity import truths
from diorama_stage.arrange.data import Constraint, Item
from diorama_stage.arrange.table import set_round
from diorama_stage.as_told import Spot, unkept


def spot(x, y=0.0, z=0.0, half=0.5, high=1.0, frame=None):
    """A thing whose frame is its box seen from straight before it, ten metres wide."""
    seen = ((x - half) / 10 + 0.5, 1 - (z + high) / 10, (x + half) / 10 + 0.5, 1 - z / 10) if frame is None else frame
    return Spot(np.array([x - half, y - half, z]), np.array([x + half, y + half, z + high]), seen, 10 + y)


def broken(kind, a, *others, host=None):
    names = "bcd"[: len(others)]
    tie = Constraint("a", kind, tuple(names))
    return unkept([tie], {"a": a, **dict(zip(names, others, strict=True))}, {"a": host}) == [tie]


def test_a_relation_holds_or_does_not():
    """Each beside its opposite."""
    left, right, far, back = spot(-2), spot(2), spot(4.4), spot(0, y=3)
    over, tight = spot(0, z=1.0), spot(0, high=2.0, half=0.2)
    rows = [
        ("left_of", left, [right], False), ("left_of", right, [left], True), ("right_of", right, [left], False), ("right_of", left, [right], True),
        ("behind", back, [spot(0)], False), ("behind", spot(0), [back], True), ("behind", spot(4, y=3), [spot(-4)], True),
        ("farther", spot(4, y=3), [spot(-4)], False), ("farther", spot(-4), [spot(4, y=3)], True), ("nearer", spot(-4), [spot(4, y=3)], False),
        ("in_front_of", spot(0), [back], False), ("in_front_of", back, [spot(0)], True),
        ("beside", spot(-0.7), [spot(0.7)], False), ("beside", left, [far], True), ("beside", back, [spot(0)], True),
        ("above", spot(0, z=1.5), [spot(0)], False), ("above", spot(0), [spot(0, z=1.5)], True), ("above", spot(4, z=1.5), [spot(-4)], True),
        ("between", spot(0), [left, right], False), ("between", far, [left, right], True),
        ("under", spot(0, half=0.2), [spot(0, high=2.0)], False), ("under", tight, [spot(0)], True),
        ("on", over, [spot(0)], False), ("on", spot(0, z=1.6), [spot(0)], True), ("on", spot(3, z=1.0), [spot(0)], True),
        ("hanging_from", spot(0.9, z=1.0, half=0.3), [spot(0, high=3.0)], False), ("hanging_from", spot(3, z=1.0, half=0.3), [spot(0, high=3.0)], True),
    ]  # fmt: skip
    assert [(kind, k) for k, (kind, a, others, wrong) in enumerate(rows) if broken(kind, a, *others) != wrong] == []


def test_of_what_is_not_seen_nothing_is_told_and_nothing_of_places():
    unseen = spot(2, frame=(0.0, 0.0, 0.0, 0.0))
    assert not broken("left_of", unseen, spot(-2))
    assert unkept([Constraint("a", "on", ("wall",))], {"a": spot(0)}, {"a": None}) == []


def test_what_contradicts_itself_is_not_looked_for():
    from diorama_stage.arranging import _told

    ties = [Constraint("s1.0", "left_of", ("s2.0",)), Constraint("s1.0", "right_of", ("s2.0",)), Constraint("s3.0", "behind", ("s2.0",))]
    scene = {"relations": [{"subject": "s1", "kind": "between", "objects": ["s2", "s3"]}, {"subject": "s3", "kind": "near", "objects": ["background"]}]}
    assert [(t.item, t.kind) for t in _told(scene, ties)] == [("s3.0", "farther")]
    assert [t.kind for t in _told(scene, ties[:1])] == ["left_of"]


def test_a_cat_lies_on_the_lap_and_a_bird_sits_on_the_shoulder():
    from types import SimpleNamespace

    from diorama_stage.people.bearing import at_ease, on_lap

    def animal(kind):
        return {"id": "a", "living": SimpleNamespace(kind=kind, scale=1.0, young=False)}

    def person(posture=None):
        return {"id": "p", "kind": "person", "posture": posture}

    def laptop(thing="laptop"):
        return {"id": "a", "thing": thing}

    told = [on_lap(animal("cat"), person()), on_lap(animal("parrot"), person()), on_lap(animal("mouse"), person()), on_lap(animal("cat"), person("standing"))]
    told += [on_lap(laptop(), person("sitting")), on_lap(laptop(), person()), on_lap(laptop("hat"), person("sitting"))]
    assert told == [True, False, False, False, True, False, False]
    on = [{"subject": "a", "kind": "on", "objects": ["p"]}]
    assert at_ease({"subjects": [animal("cat"), person()], "relations": on})["subjects"][1]["posture"] == "sitting"
    assert at_ease({"subjects": [animal("parrot"), person()], "relations": on})["subjects"][1]["posture"] is None


def item(id, half=0.3, subject="s1", **more):
    return Item(id, subject, "pumpkin", half, half, 0.5, round=True, **more)


def turns(places, middle=(0.0, 0.0)):
    """Least and greatest angle between neighbours as they are seen from the middle, degrees."""
    at = np.sort([np.degrees(np.arctan2(p.y - middle[1], p.x - middle[0])) for p in places])
    gaps = np.diff([*at, at[0] + 360])
    return float(gaps.min()), float(gaps.max())


def test_what_is_around_a_thing_stands_on_all_its_sides_and_on_no_other():
    ones, middle = [item(f"s1.{k}") for k in range(4)], Item("m", "m", "scarecrow", 0.8, 0.4, 2.0)
    out = set_round([middle, *ones], [Constraint(i.id, "around", ("m",)) for i in ones], frozenset())
    ring = [out[i.id] for i in ones]
    assert turns(ring)[1] < 120 and all(np.hypot(p.x / 1.1, p.y / 0.7) > 1 for p in ring)
    assert all(np.hypot(p.x - q.x, p.y - q.y) > 0.6 for p in ring for q in ring if p is not q)
    on_table = [*(Constraint(i.id, "around", ("m",)) for i in ones), Constraint("m", "on", ("t",))]
    assert set_round([middle, *ones, Item("t", "t", "table", 1, 1, 0.7)], on_table, frozenset()) == {}


def test_a_circle_of_things_is_one():
    ones = [item(f"s1.{k}", circle=True) for k in range(7)]
    out = set_round(ones, [], frozenset())
    assert len(out) == 7 and turns(list(out.values()))[1] < 60
    assert set_round([item(f"s1.{k}") for k in range(7)], [], frozenset()) == {}


def test_truths_of_the_bench_tell_true_from_false():
    def body(id, x, y=0.0, z=0.0):
        corners = np.array([(x + i, y + j, z + k) for i in (-0.2, 0.2) for j in (-0.2, 0.2) for k in (0, 0.4)])
        return truths.Body(id, corners, ((x - 0.2) / 10 + 0.5, 0.4, (x + 0.2) / 10 + 0.5, 0.6), 0.1, 10 + y)

    here = truths.Here(lambda a, b: float(np.abs(a.middle - b.middle).max()) - 0.4, lambda a, b: 1.0)
    row = [body(f"{k}", k * 0.6) for k in range(4)]
    assert not list(truths.row(row, [], here)) and list(truths.row([*row[:3], body("3", 1.8, 1.0)], [], here))
    assert list(truths.heap(row, [], here)) and not list(truths.heap([body("0", 0), body("1", 0, 0, 0.4)], [], here))
    ring = [body(f"{k}", np.cos(a), np.sin(a)) for k, a in enumerate((0.3, 1.9, 3.5, 5.0))]
    assert not list(truths.around(ring, [body("m", 0)], here)) and list(truths.around(ring[:2], [body("m", 0)], here))
    assert list(truths.on_wall(body("a", 0, z=1), [], here)) and not list(truths.on_wall(body("a", 0, z=1), [], truths.Here(here.apart, here.over, wall_y=0.2)))
    assert list(truths.afloat(body("a", 0, z=0.1), [], here)) and not list(truths.afloat(body("a", 0, z=-0.1), [], here))
