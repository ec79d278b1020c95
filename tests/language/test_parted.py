"""Entries with "of" whose looks stand between: "a ball of blue yarn" is a ball of yarn, and blue; what is inside keeps its own."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.fillings import LIQUIDS
from diorama.language.lexicon import lexicon


def told(prompt: str) -> list[tuple[str | None, tuple[str, ...]]]:
    scene = read(prompt).scene
    return [(s.thing, tuple(c.name for c in s.surface.colours) if hasattr(s, "surface") else ()) for s in scene.subjects if not s.implied]


def entries() -> list[str]:
    """Each entry of a thing with "of" that is not named by what is in it; one of a thing."""
    things = {}
    for rows in lexicon().words.values():
        for entry, senses in rows:
            own = {s.kind for s in senses} == {"thing"}
            if own and len(entry) == 3 and entry[1] == "of" and entry[2].removesuffix("s") not in LIQUIDS and not entry[2].endswith("es"):
                things.setdefault(senses[0].key, " ".join(entry))
    return sorted(things.values())


def test_looks_within_are_the_whole_s():
    wrong = []
    for entry in entries():
        first, _, last = entry.partition(" of ")
        plain, parted = told(f"a {entry}"), told(f"a {first} of rusty {last}")
        if [thing for thing, _ in parted] != [thing for thing, _ in plain]:
            wrong.append((entry, plain, parted))
    assert len(entries()) > 100
    assert not [w for w in wrong if not w[0].startswith("nest")], wrong


@pytest.mark.parametrize(
    ("prompt", "thing", "colours"),
    [
        ("a ball of blue yarn", "yarn_ball", ("blue",)),
        ("A kitten playing with a ball of soft red and white yarn on a wooden floor", "yarn_ball", ("red", "white")),
        ("a sheet of yellow paper on a desk", "papers", ("yellow",)),
        ("a roll of white toilet paper", "toilet_roll", ("white",)),
        ("a nest of blue eggs", "egg", ("blue",)),
        ("a bottle of red wine", "wine_bottle", ()),
    ],
)
def test_colours(prompt, thing, colours):
    assert (thing, colours) in told(prompt)


def test_every_look_is_marked():
    prompt = "She holds a ring of rusty keys."
    reading = read(prompt)
    assert {"rusty"} <= {prompt[p.start : p.end] for p in reading.phrases if p.status == "applied"}
    keys = next(s for s in reading.scene.subjects if s.thing == "key_ring")
    assert keys.surface.finish == ("rusty",)
