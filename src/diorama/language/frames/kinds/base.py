"""What rows ask of a phrase: its head, its entry of the lexicon, what it hangs on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


class Row(NamedTuple):
    name: str
    kind: str
    fits: Callable[[Mention, Reader], bool]
    example: str
    counter: str


def of_the_vehicle(m: Mention, r: Reader) -> bool:
    """ "A pair of gloves lies on the bonnet", after a car was told of: the car's."""
    known = [x for x in r.mentions if x.subject in r.draft.subjects and x.subject is not None and x.subject.category == "vehicle"]
    alone = len({id(x.subject) for x in known}) == 1 and m.determiner == "the" and of_object(m.head) is None
    if alone:
        m.owner = known[-1]
    return alone


