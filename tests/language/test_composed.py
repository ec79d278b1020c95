"""Prompts composed from scenes that are known are read as they were composed, at least as often as this."""

from bench.composed import judge, placed

MANY = 152
"""Prompts of each half."""
FLOOR = {  # read, false: of the open and of the held-out half
    False: {"subjects": (0.96, 0.02), "attributes": (0.91, 0.02), "relations": (0.86, 0.08)},
    True: {"subjects": (0.94, 0.04), "attributes": (0.88, 0.06), "relations": (0.74, 0.18)},
}


def test_composed_prompts_are_read_as_composed():
    low = []
    for held, floor in FLOOR.items():
        rates = judge.rates(judge.judge(judge.draw(MANY, held=held, seed=7)))
        for sort, (read, false) in floor.items():
            rate = rates[sort]
            if rate.read < read * rate.facts or rate.false > false * rate.claims:
                low.append(f"{'held out' if held else 'open'} {sort}: {rate}")
    assert not low


PLACED = {False: 0.80, True: 0.74}
"""Of words of place with the things that they fit, in every frame: read right, open and held out."""


def test_every_word_of_place_is_read_in_every_frame():
    low = []
    for out, floor in PLACED.items():
        found = placed.judge(placed.draw(120, out=out, seed=7))
        if sum(placed.verdict(j) == "right" for j in found) < floor * len(found):
            low.append(placed.shares("held out" if out else "open", found))
    assert not low
