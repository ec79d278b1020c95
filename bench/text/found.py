"""Stage A, without a picture: is each string read once, whole, on its surface, in its order? Asked of the flat pages and of the scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.text.prompts import Prompt
from diorama.language import read
from diorama.language.syntax.glossed import gloss
from diorama.language.syntax.pasted import plain
from diorama.language.texts.lettering import of_page
from diorama.language.texts.reading import in_order, letterings
from diorama.typeset import template_of

WAYS = ("flat", "scene")


@dataclass(frozen=True)
class Borne:
    """A string as it was read: which surface of several, and the names that this surface goes by."""

    text: str
    bearer: int
    names: frozenset[str]
    role: str | None
    at: str | None = None


@dataclass
class Finding:
    """What was read of one prompt, one way."""

    prompt: Prompt
    way: str
    present: int = 0
    placed: int = 0
    ordered: bool = True
    cast: int = 0
    """Strings in a role that is right, of those whose roles were written."""
    more: int = 0
    """Strings that nobody asked for."""
    whole: int = 0
    """Strings that are right in all of this, and where the words put them."""
    faults: list[str] = field(default_factory=list)

    @property
    def wanted(self) -> int:
        return len(self.prompt.wanted)

    @property
    def roles(self) -> int:
        return sum(bool(w.roles) for w in self.prompt.wanted)


def find(prompt: Prompt, way: str) -> Finding:
    borne = _flat(prompt.words) if way == "flat" else _scene(prompt.words)
    finding = Finding(prompt, way)
    bearers: dict[str, int] = {}
    places: list[int] = []
    for wanted in prompt.wanted:
        hits = [k for k, one in enumerate(borne) if _plain(one.text) == _plain(wanted.text) and k not in places]
        if not hits or len(hits) != sum(_plain(w.text) == _plain(wanted.text) for w in prompt.wanted if prompt.wanted.index(w) >= prompt.wanted.index(wanted)):
            finding.faults.append(f"{'missing' if not hits else 'twice'}: {wanted.text}")
        if not hits:
            continue
        finding.present += 1
        one = borne[hits[0]]
        places.insert(len(places) - (wanted.over and len(places) > 0), hits[0])
        finding.cast += bool(wanted.roles) and one.role in wanted.roles
        if put := wanted.place is not None and one.at != wanted.place:
            finding.faults.append(f"at {one.at}: {wanted.text} ({wanted.place})")
        if wanted.roles and one.role not in wanted.roles:
            finding.faults.append(f"as {one.role}: {wanted.text} ({'/'.join(wanted.roles)})")
        fits = any(surface.partition("#")[0] in one.names for surface in wanted.surfaces)
        alone = bearers.setdefault(wanted.surface, one.bearer) == one.bearer and all(b != one.bearer for s, b in bearers.items() if s != wanted.surface)
        finding.placed += fits and alone
        finding.whole += fits and alone and not put and (not wanted.roles or one.role in wanted.roles)
        if not fits:
            finding.faults.append(f"on {'/'.join(sorted(one.names))}: {wanted.text} ({wanted.surface})")
        elif not alone:
            finding.faults.append(f"{'parted' if bearers[wanted.surface] != one.bearer else 'mingled'}: {wanted.text} ({wanted.surface})")
    finding.ordered = _in_order(prompt, borne, places)
    if not finding.ordered:
        finding.faults.append("order: " + " | ".join(borne[k].text for k in sorted(places)))
    spare = [one for k, one in enumerate(borne) if k not in places]
    finding.more = len(spare)
    finding.faults += [f"more: {one.text}" for one in spare]
    return finding


def _in_order(prompt: Prompt, borne: Sequence[Borne], places: Sequence[int]) -> bool:
    """On each surface the strings follow each other as in the prompt."""
    return all(a < b for a, b in zip(places, places[1:], strict=False) if borne[a].bearer == borne[b].bearer)


def _flat(words: str) -> list[Borne]:
    told = gloss(words)
    read = letterings(plain(told.text if told else words).text)
    pages = {(one.template, one.instance): of_page(one, read) for one in read}
    found = [one for page in pages.values() for one in in_order(page)]
    return [Borne(one.text, hash((one.template, one.instance)), _names_of(one.carrier.lower()) | {one.template}, one.role, one.at) for one in found]


def _names_of(noun: str) -> frozenset[str]:
    """A noun, its last word, and both in the singular."""
    return frozenset((noun, noun.removesuffix("s"), *(w for last in noun.split()[-1:] for w in (last, last.removesuffix("s")))))


def _scene(words: str) -> list[Borne]:
    found = []
    for k, subject in enumerate(read(words).scene.subjects):
        noun, thing = subject.noun, getattr(subject, "thing", "")
        names = _names_of(noun.lower()) | {thing}
        found += [Borne(label.text, k, names | {label.template or template_of(noun, thing)}, label.role, label.at) for label in subject.labels]
        for j, worn in enumerate(getattr(subject, "wears", ())):
            found += [Borne(label.text, 1000 * (k + 1) + j, _names_of(worn.noun.lower()) | {"shirt_print"}, label.role, label.at) for label in worn.labels]
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())
