"""How well one thing fits where it may be said to be of another, by the catalogue: what bears, holds and shelters what, what stands beside its like.

Where words leave open which of several things "it" is, or what a place belongs to, the likeliest is taken: by how it was named, times how well it fits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log
from typing import NamedTuple, TypeVar

from diorama.language.draft import SubjectDraft
from diorama.language.match import Atom
from diorama.language.surfaces import FLAT, VESSELS
from diorama_catalogue import Tag, tagged, thing

BEARERS = tagged(Tag.TABLE_TOP, Tag.SEAT, Tag.SAT_ON, Tag.BEARS_MODELS, Tag.FLAT, Tag.RACK, Tag.WORKED_AT) | frozenset(
    "bed couch piano crate box barrel suitcase steamer_trunk shelf bookshelf sideboard dresser nightstand rug log rock stone_slab book pallet oven "
    "washing_machine refrigerator hay_bale".split()
)  # fmt: skip
"""What things are set down on."""
HOMES = ("vehicle", "building", "furniture", "street", "plant")
"""Categories of what one can be under."""
ALIKE, FALL = 2.0, 0.45
"""Things of which one is at most so many times as long as the other are beside each other; the more they differ the less likely, so much per e-fold."""


class Sized(NamedTuple):
    """What is known of a thing before it is in the scene."""

    thing: str
    category: str
    length: float
    """Metres."""


def of(subject: SubjectDraft) -> Sized:
    return Sized(subject.thing, subject.category, subject.length * subject.size.get("scale", 1.0))


def of_word(atom: Atom | None) -> Sized | None:
    """What a noun will be, where no subject is made of it yet."""
    sense = atom.sense("thing") if atom is not None else None
    return Sized(sense.key, sense.data["category"], sense.data["size"]) if sense is not None else None


def fit(kind: str, one: Sized | None, other: Sized) -> float:
    """How likely it is that one stands so to the other: 1 for as usual, near 0 for hardly ever."""
    ratio = one.length / other.length if one is not None and other.length else 0.5
    alive = one is not None and one.category in ("person", "animal")
    if kind in ("on", "stacked_on"):
        return _borne(ratio, other) if other.category not in ("person", "animal") else 0.2
    if kind == "in":
        inside = other.thing in VESSELS - FLAT or other.category in ("vehicle", "building") or other.thing in ("bed", "hammock", "bathtub")
        roomy = other.category in ("furniture", "electronics", "tool") and ratio < 0.5  # a cupboard, an oven
        return (1.0 if ratio < 1.1 or alive else 0.3) if inside else 0.6 if roomy else 0.05
    if kind == "under":
        roofed = other.category in HOMES and other.thing != "rug" or other.thing == "umbrella"
        return (1.0 if ratio < 1.0 else 0.5) if roofed and ratio < 2.0 else 0.1
    if kind == "leaning_on":
        return 1.0 if ratio < 1.6 else 0.3
    if kind == "around":
        return 1.0 if ratio < 1.5 else 0.3
    if kind == "above":
        return 1.0
    return max(0.3, min(1.0, 1.0 - FALL * (abs(log(max(ratio, 1e-3))) - log(ALIKE))))


def _borne(ratio: float, other: Sized) -> float:
    if other.thing in BEARERS or thing(other.thing).support is not None:
        return 1.0 if ratio < 1.3 else 0.4
    return 0.35 if ratio < 1.0 and other.category not in ("food", "plant") else 0.12


T = TypeVar("T")
CLOSE = 0.8
"""From this share of the best on, a second reading is about as likely."""


def likeliest(candidates: Sequence[tuple[T, float]], weigh: Callable[[T], float]) -> tuple[T, bool] | None:
    """The candidate with the highest prior times fit, and whether another is about as likely; None where there is none."""
    weighed = sorted(((prior * weigh(c), -k) for k, (c, prior) in enumerate(candidates)), reverse=True)
    if not weighed:
        return None
    best, k = weighed[0]
    return candidates[-k][0], len(weighed) > 1 and weighed[1][0] >= CLOSE * best
