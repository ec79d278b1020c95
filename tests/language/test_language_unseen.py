"""What is spoken of and not seen: each row of the table takes its example and leaves its counter-example."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.frames import unseen

REST = " The rest of it is quiet and there is nothing else that could be seen in it by anybody at all."


@pytest.mark.parametrize("row", unseen.ROWS, ids=lambda row: row.name)
def test_each_row_takes_its_example_and_leaves_its_counter_example(row, monkeypatch):
    for sentence, taken in ((row.example, True), (row.counter, False)):
        seen: list[tuple[str, str]] = []

        def spy(mention, reader, seen=seen):
            found = next((r for r in unseen.ROWS if r.fits(mention, reader)), None)
            seen.append((mention.head.text, found.name if found else ""))
            return found.why if found else None

        monkeypatch.setattr(unseen, "why", spy)
        read(sentence.replace("[", "").replace("]", "") + REST)
        word = sentence[sentence.index("[") + 1 : sentence.index("]")].split()[-1]
        assert ((word, row.name) in seen) is taken, (sentence, seen)


@pytest.mark.parametrize(
    ("sentence", "there", "absent"),
    [
        ("A village lies around a bay, seen from a drone, and a church stands on a rock.", "church", "drone"),
        ("The chairs stand in rows and a white card fills the shadows on the left of them.", "chair", "card"),
        ("A dwarf no taller than an umbrella holds up a green lantern in the hall.", "lantern", "umbrella"),
        ("A cat sleeps on a rug in the hall. Please leave out the sign and the rails.", "cat", "sign"),
    ],
)
def test_what_is_only_spoken_of_is_not_built(sentence, there, absent):
    nouns = [s.noun for s in read(sentence + REST).scene.subjects]
    assert there in nouns
    assert absent not in nouns
