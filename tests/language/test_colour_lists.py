"""Several colours in a row do what one of them does; marks on things are their finish; the look of something else is not given to who stands before it."""

from __future__ import annotations

import pytest

from diorama.language import read


def _effects(prompt: str) -> str:
    return " ; ".join(effect for phrase in read(prompt).phrases for effect in phrase.effect)


ROWS = (
    ("A cyclist in a white and orange jersey climbs a steep road, and people with flags line it.", ("jersey.surface.colours=orange",), ("thing=orange",)),
    ("A calico cat with a mixture of brown, black, and white fur sits on a sofa in a quiet room.", ("coat.colours=brown", "coat.colours=black"), ()),
    ("A helicopter stands on a lawn. Sunlight accentuates its deep blue and white colors.", ("colours=deep blue", "colours=white"), ()),
    ("A dog sits in a field of long grass under a clear blue sky, and a cat lies near it.", ("environment.weather=clear",), ("sky=",)),
    ("A blue car with patches of rust stands on a road in the early morning.", ("finish=rusty",), ("colours=rust",)),
    ("A wooden bench covered in a layer of dust stands in a large room.", ("finish=dusty",), ("weather=dust",)),
    ("Dust hangs in the air above a road, and a car drives along it in the evening.", ("weather=dust",), ("finish=dusty",)),
    ("The dark wood of an antique desk shines under a lamp, and a globe stands on it.", ("surface.material=dark_wood",), ()),
    ("A red wallet stands out against the violet hues of the wall, and a cup is beside it.", ("s1.surface.colours=red",), ("s1.surface.colours=violet",)),
    ("Hills lie behind a wooden fence, painting the horizon in hues of orange and purple.", (), ("colours=orange",)),
    ("A boat lies in a coastal setting, and two gulls sit on it in the evening.", ("setting=beach",), ()),
    ("A person wearing a wide-brimmed straw hat stands gazing toward the horizon in a meadow.", ("wears=hat",), ("coat_rack",)),
)


@pytest.mark.parametrize(("prompt", "has", "lacks"), ROWS)
def test_looks_reach_what_they_are_told_of(prompt, has, lacks):
    found = _effects(prompt)
    assert all(effect in found for effect in has) and not any(effect in found for effect in lacks), found
