"""Several that looks alone tell apart, and what "it" is by what fits there; each beside its opposite."""

from bench.facts.view import view
from diorama.language import read


def seen(prompt):
    found = view(read(prompt).scene)
    names = {e.id: e.noun for e in found.entities}
    looks = [" ".join([f"{e.count} {e.noun}", *(value for field, value in e.looks if field in ("colour", "coat.colours"))]) for e in found.entities]
    return looks, [f"{names[t.subject]} {t.kind} {' '.join(names.get(o, o) for o in t.objects)}" for t in found.ties]


def wrong(rows):
    out = []
    for prompt, (there, absent) in rows.items():
        told = {line for part in seen(prompt) for line in part}
        if not set(there) <= told or set(absent) & told:
            out.append((prompt, sorted(told)))
    return out


APART = {
    "two lions in front of a chair, one grey and the other white": (["1 lion grey", "1 lion white", "lion in_front_of chair"], ["2 lion"]),
    "two dressers in a bedroom: one is red, the other blue": (["1 dresser red", "1 dresser blue"], []),
    "Three cats lie on a rug: one is black, another white and the third grey.": (["1 cat black", "1 cat white", "1 cat grey", "cat on rug"], []),
    "two churches on a hill, the left one orange and the right one green": (["1 church orange", "1 church green", "church left_of church"], []),
    "A sofa and an armchair stand in a room. The former is red, the latter black.": (["1 sofa red", "1 armchair black"], []),
    "a red mug and one blue mug on a tray": (["1 mug red", "1 mug blue"], ["2 mug"]),
    "two mugs, both red, on a tray": (["2 mug red"], ["1 mug red"]),
}
IT = {
    "The mug stands on a table, while a ball lies under it.": (["ball under table"], ["ball under mug"]),
    "There is a mug on a bench and a spoon beside it.": (["spoon beside mug"], ["spoon beside bench"]),
    "A metal desk stands in a cafe. On it are a mug and a book, and under it a cat.": (["mug on desk", "book on desk", "cat under desk"], ["cat under mug"]),
    "a wooden desk, on which a mug and a book stand": (["mug on desk", "book on desk"], ["desk on mug"]),
    "a picnic table, a glass and a book on it, an armchair to its right": (["glass on picnic table", "armchair right_of picnic table"], ["book on glass"]),
    "To the left of a sofa stands a lamp; to its right, an armchair.": (["lamp left_of sofa", "armchair right_of sofa"], []),
    "a crate with a clock and a book on it": (["clock on crate", "book on crate"], ["clock in crate"]),
    "a crate with a clock and a book": (["clock in crate"], ["clock on crate"]),
    "A fox stands left of a lamp.": (["fox left_of lamp"], []),
    "The fox has left a bone by a lamp.": ([], ["fox left_of lamp"]),
    "A woman stands in back of a tractor.": (["woman behind tractor"], ["woman in tractor"]),
    "A woman stands in the back of a tractor.": (["woman in tractor"], ["woman behind tractor"]),
    "There are a mug and a spoon standing on a bench.": (["mug on bench", "spoon on bench"], []),
}


def test_told_apart_by_looks():
    assert wrong(APART) == []


def test_what_it_is_by_what_fits_there():
    assert wrong(IT) == []
