"""How a made prompt is read, string by string, against how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from bench.text.found import _names_of, _plain
from bench.text.told.pages import Surface, Text, kinds, surface
from bench.text.told.ways import WAYS, Teller, Way
from diorama.language.pages.documents import document
from diorama.language.pages.drawings import kinds as drawings
from diorama.language.pages.drawings import named, singular
from diorama.language.syntax.pasted import plain
from diorama.language.texts.inks import colours_in
from diorama.language.texts.lettering import Lettering
from diorama.language.texts.reading import letterings
from diorama.typeset import Document
from diorama.typeset.art import KINDS

MEASURES = ("once", "surface", "role", "order", "place", "hand", "colour", "size", "drawn", "nothing more")


@dataclass
class Score:
    """Counts by measure: how many were right of how many were told; `whole` strings are right in all of them."""

    way: str
    kind: str
    prompt: str
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    told: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    whole: int = 0
    strings: int = 0
    faults: list[str] = field(default_factory=list)

    def count(self, measure: str, right: bool, fault: str) -> bool:
        self.told[measure] += 1
        self.right[measure] += right
        if not right:
            self.faults.append(f"{measure}: {fault}")
        return right


def made(part: str, count: int, seed: int) -> Iterator[tuple[Way, list[Surface], str]]:
    """Prompts of one part: all ways in turn, each on pages that it can be told of. What is held out are ways, and in both parts words and kinds of page."""
    rng = Random(f"{part}-{seed}")
    ways = [way for way in WAYS.values() if way.held == (part == "held")]
    for k in range(count):
        way = ways[k % len(ways)]
        fitting = [name for name in kinds(part) if way.fits(name)] or [name for name in kinds("held") if way.fits(name)]
        names = rng.sample(fitting, way.several) if len(fitting) >= way.several else fitting * way.several
        pages = [surface(name, part, rng) for name in names]
        teller = Teller(rng, part)
        words = way.tell(teller, pages)
        yield way, pages, words


def scored(way: Way, pages: Sequence[Surface], words: str) -> Score:
    score = Score(way.name, "+".join(page.kind for page in pages), words)
    found = list(letterings(plain(words).text))
    flat = document(words)
    left = list(found)
    held: dict[int, int] = {}
    for n, page in enumerate(pages):
        at: list[int] = []
        for text in page.texts:
            _one(score, n, page, text, found, left, held, flat, at)
        _drawn(score, page, flat)
    score.count("nothing more", not left, " | ".join(one.text for one in left))
    return score


def _one(
    score: Score, n: int, page: Surface, text: Text, found: list[Lettering], left: list[Lettering], held: dict[int, int], flat: Document | None, at: list[int]
) -> None:
    score.strings += 1
    hit = next((one for one in left if _plain(one.text) == _plain(text.text)), None)
    if not score.count("once", hit is not None, text.text) or hit is None:
        return
    left.remove(hit)
    surface = hash((hit.template, 0 if hit.template == "sticky_notes" else hit.instance))
    names = _names_of(hit.carrier.lower()) | {hit.template}
    fits = bool(names & {*page.templates, page.noun.lower()})
    alone = held.setdefault(surface, n) == n and all(s == surface for s, m in held.items() if m == n)
    good = score.count("surface", fits and alone, f"{text.text} on {hit.carrier or hit.template}" + ("" if alone else " (mingled or parted)"))
    good &= score.count("role", hit.role in text.roles, f"{text.text} as {hit.role} ({'/'.join(sorted(text.roles)) if len(text.roles) < 4 else text.kind})")
    place = _reading_place(flat, hit)
    good &= score.count("order", place is not None and (not at or at[-1] <= place), f"{text.text} ({place} after {at[-1:]})")
    at.append(place if place is not None else -1)
    if text.at:
        good &= score.count("place", hit.at == text.at, f"{text.text} at {hit.at} ({text.at})")
    if text.hand:
        good &= score.count("hand", hit.hand == text.hand, f"{text.text} in {hit.hand} ({text.hand})")
    if text.colour:
        wanted = colours_in(text.colour)[-1:]
        good &= score.count(
            "colour",
            bool(wanted) and hit.colour is not None and hit.colour.hex == wanted[0].hex,
            f"{text.text} {hit.colour and hit.colour.name} ({text.colour})",
        )
    if text.size:
        good &= score.count("size", (hit.scale > 1) - (hit.scale < 1) == text.size, f"{text.text} × {hit.scale} ({text.size:+})")
    score.whole += good


def _reading_place(flat: Document | None, one: Lettering) -> int | None:
    """Where a text stands among all texts of the document, read page by page."""
    texts = [text for page in flat.pages for text in page.strings()] if flat else []
    said = [one.text, one.text.split("\n")[0]]
    return next((k for k, text in enumerate(texts) if text in said or any(s.startswith(text) and text for s in said)), None)


def _drawn(score: Score, page: Surface, flat: Document | None) -> None:
    for what in page.drawn:
        score.count("drawn", shown(what, flat), what)


def shown(what: str, flat: Document | None) -> bool:
    """Whether some page of a document draws it."""
    hit = named().fullmatch(what)
    pages = flat.pages if flat else ()
    have = {one for page in pages for one in (*(a.kind for a in page.art), page.border, page.pattern, *(e.icon for b in page.blocks for e in b.entries))}
    kind = drawings()[singular(what)] if hit else None
    return kind is not None and (kind in have or KINDS[kind].get("large", kind) in have)
