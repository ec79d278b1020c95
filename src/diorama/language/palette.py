"""A palette in words: "in the colours #1a2b3c and #ff0000", "brand palette of teal and coral". It is told of the whole picture, and of no thing.

prompt → the words of the palette set aside, its colours; draft + colours → what has no colour of its own carries them in order, what is left goes to
backdrop and ground
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from diorama.language.draft import Draft, Effect, Palette, SubjectDraft, SurfaceDraft, Told
from diorama.language.dress import SHIFT, colour_of
from diorama.language.match import Atom, match
from diorama.language.tokens import scan
from diorama.scene import Colour
from diorama_catalogue import thing

OWNED = r"(?:our|the|their|my|a|an|brand|company|corporate|house|club|team|product|campaign)"
WHOSE = r"(?:brand|house|corporate|company|club|team)(?:['’]s|s['’])?"
HEAD = re.compile(
    rf"(?:\b(?:in|with|using|and|on)\s+)?(?:\b{OWNED}(?:'s)?\s+)*\b(?P<head>(?:{WHOSE} )?(?:colou?r\s+)?(?:palette|scheme)s?"
    rf"|colou?rways?|{WHOSE} colou?rs?|colou?rs of (?:our|the|my) (?:brand|company|house|club|team))\b"
    r"\s*(?:\bof\b|\bis\b|\bare\b|\bin\b|\bwith\b|:|,|=|–|—|-|\()?\s*(?:\bonly\b|\bjust\b|\bthe colou?rs\b)?\s*",
    re.IGNORECASE,
)
"""Words that only a palette is called by; colours have to follow."""
PLAIN = re.compile(r"\b(?:all )?(?:in|using|with)\s+(?:only\s+)?(?:the|our|these|only)\s+(?:two |three |four )?colou?rs\s*:?\s*", re.IGNORECASE)
"""Words that may be of the thing before them: of the picture where a comma sets them off, or where the colours are told by their numbers."""
MOST, MOST_APART = 8, 12
"""Colours of a palette; things of a kind that carry one each."""
JOINS = frozenset((",", "and", "&", "+", "/", "with", "plus", "or"))


def palettes(text: str) -> tuple[Palette, ...]:
    """All palettes of a prompt, in order. A colour scheme of which no colour is told is none."""
    found: list[Palette] = []
    for m in sorted((*HEAD.finditer(text), *PLAIN.finditer(text)), key=lambda m: m.start()):
        if found and m.start() < found[-1].end:
            continue
        colours = tuple(_colours(text, m.end()))[:MOST]
        if not colours or m.re is PLAIN and not _of_all(text, m.start(), colours):
            continue
        start, end = _graded(text, m), colours[-1].atom.end
        closed = re.compile(r"\s*\)").match(text, end) if "(" in m.group() else None
        found.append(Palette(start, closed.end() if closed else end, colours))
    return tuple(found)


def _of_all(text: str, start: int, colours: tuple[Told, ...]) -> bool:
    before = text[:start].rstrip()
    return len(colours) > 1 and (not before or before[-1] in ",;.:\n" or all(one.atom.can("hex") for one in colours))


def _graded(text: str, m: re.Match[str]) -> int:
    """Where the palette's words begin: "muted palette" grades the film, and stays."""
    if "head" not in m.groupdict():
        return m.start()
    line = max(text.rfind(c, 0, m.start("head")) for c in ".,;\n") + 1
    of = next((a for a in match(text, scan(text[: m.end("head")])) if line <= a.start < m.start("head") < a.end and a.can("film_words")), None)
    return of.end if of is not None else m.start()


def _colours(text: str, at: int) -> Iterator[Told]:
    """The colours from a place on, as long as nothing but "and" and commas stands between them."""
    shade: Atom | None = None
    for atom in _shifted(match(text[at : at + 400], scan(text[at : at + 400])), at):
        if (colour := colour_of(atom, None if shade is None else shade.norm)) is not None:
            start = atom.start if shade is None else shade.start
            yield Told(replace(atom, start=start, text=text[start : atom.end]), colour)
            shade = None
        elif atom.norm in SHIFT and shade is None:
            shade = atom
        elif atom.text.lower() not in JOINS or shade is not None:
            return


def _shifted(atoms: list[Atom], by: int) -> list[Atom]:
    return [replace(atom, start=atom.start + by, end=atom.end + by) for atom in atoms]


def colours_named(text: str) -> tuple[Colour, ...] | None:
    """The colours of a list such as "teal, deep coral and #1a2b3c"; None where anything else stands in it."""
    found = tuple(_colours(text, 0))
    rest = text[found[-1].atom.end :] if found else "?"
    return None if rest.strip(" ,;.") else tuple(one.colour for one in found)


def set_aside(draft: Draft, text: str) -> str:
    """The text with its palettes blank, of the same length; the draft keeps their colours."""
    for one in palettes(text):
        draft.palette.append(one)
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def carry(draft: Draft) -> None:
    """Things without a colour take them in order, several of one kind one each; then backdrop and ground. What words give a colour keeps it."""
    colours = [told for one in draft.palette for told in one.colours]
    if not colours:
        return
    for one in draft.palette:
        said = draft.prompt[one.start : one.colours[0].atom.start].strip()
        start = draft.prompt.index(said, one.start)
        draft.note(Atom(start, start + len(said), said, "", ()), "environment")
    places = [(path, surface) for path, surface in (("backdrop", draft.backdrop), ("ground", draft.ground)) if _free(surface)]
    slots = [slot for subject in draft.subjects if _carries(subject) for slot in _slots(subject, len(colours))]
    for k, told in enumerate(colours):
        for subject, path in slots[k :: len(colours)]:
            _paint(draft, subject, path, told)
        if k >= len(slots) and places:
            path, surface = places.pop(0)
            surface.colours.append(told.colour)
            draft.note(told.atom, "environment", Effect(f"environment.{path}.surface.colours".replace(".surface", ""), told.colour.hex))
        elif k >= len(slots):
            draft.note(told.atom, "none", status="no_effect")
            span = (told.atom.start, told.atom.end)
            draft.say("warning", "overruled", f"nothing is left to carry {told.atom.text!r}", span, "name a thing without a colour, or leave it out")


def _carries(subject: SubjectDraft) -> bool:
    """Things that are painted: no people, animals, food or plants, and nothing that shows what is behind or around it."""
    worn = subject.worn_by is not None
    return (
        subject.traits is None and subject.becomes is None and not (subject.implied or subject.split) and _free(subject.surface)
        and (worn or not thing(subject.thing).grown)
    )  # fmt: skip


def _free(surface: SurfaceDraft) -> bool:
    return not surface.colours and surface.pattern is None and not surface.build().shows_around


def _slots(subject: SubjectDraft, colours: int) -> list[tuple[SubjectDraft, str]]:
    """Where a subject takes colours: several that are counted take one each."""
    if subject.worn_by is not None or not 1 < subject.count <= MOST_APART or colours < 2 or "stacked" in subject.states:
        return [(subject, "surface.colours")]
    subject.split = [SurfaceDraft() for _ in range(subject.count)]
    return [(subject, f"split.{k}.surface.colours") for k in range(subject.count)]


def _paint(draft: Draft, subject: SubjectDraft, path: str, told: Told) -> None:
    surface = subject.split[int(path.split(".")[1])] if path.startswith("split.") else subject.surface
    surface.colours.append(told.colour)
    draft.note(told.atom, "subject", Effect(path, told.colour.hex, subject))
