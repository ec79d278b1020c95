"""What is poured without anybody who pours: "a teapot pouring tea into a cup", "wine being poured from a bottle into a glass", "milk pouring into a bowl".

prompt → the words set aside, the liquid and what is told of on either side; draft + those → what is tipped is over what it pours into, and that has the liquid
"""

from __future__ import annotations

import re

from diorama.language.draft import Draft, Effect, Poured, SubjectDraft
from diorama.language.fillings import LIQUIDS
from diorama.language.match import Atom, match
from diorama.language.surfaces import Contents
from diorama.language.tokens import scan
from diorama_catalogue import Tag, coats, tagged

POURS, HOLDS = tagged(Tag.POURS), tagged(Tag.VESSEL, Tag.FILLABLE)
NAMES = "|".join(sorted(map(re.escape, LIQUIDS | set(coats())), key=len, reverse=True))
LIQUID = rf"(?:(?:some|hot|cold|fresh|steaming|warm|a stream of|streams of|the) ){{0,3}}(?P<liquid>{NAMES})"
NOUNS = r"(?:an? |the |its |\w+ )(?:[\w-]+ ){0,4}?"
POURING = r"(?:(?:is|are|slowly|gently|being) ){0,3}(?:pouring|poured|pours|flowing|streaming|running)"
RUNS = re.compile(r"\b(?:pour|tipping|flowing|streaming|running)", re.IGNORECASE)
"""Without one of these nothing is poured."""
TIPPED = re.compile(rf",? (?:that |which |is |slowly ){{0,3}}(?:pouring|pours|tipping) {LIQUID} (?:into|in|over|onto|on)(?= )", re.IGNORECASE)
""" "A teapot pouring tea into": what pours is before, what it pours into after."""
FROM = re.compile(rf"\b{LIQUID} {POURING} (?:from|out of)(?P<source> {NOUNS})(?P<into>(?:in)?to|over|onto)(?= )", re.IGNORECASE)
""" "Wine being poured from a bottle into": both are after."""
INTO = re.compile(rf"\b{LIQUID} {POURING} (?:into|in)(?= )(?!.* by )", re.IGNORECASE)
""" "Wine being poured into": nothing that is tipped is told of."""


def set_aside(draft: Draft, text: str) -> str:
    """The text with the words of pouring blank, of the same length; the draft keeps them. What somebody pours stays."""
    if not RUNS.search(text):
        return text
    for pattern in (TIPPED, FROM, INTO):
        for m in pattern.finditer(text):
            before = re.split(r"[.;!?\n]", text[: m.start()])[-1]
            if pattern is TIPPED and not _pours(before) or pattern is not TIPPED and _somebody(before):
                continue
            spans = [(m.start(), m.end())] if pattern is not FROM else [(m.start(), m.start("source")), m.span("into")]
            atom = Atom(m.start(), spans[0][1], text[slice(*spans[0])], text[slice(*spans[0])].lower(), ())
            draft.poured.append(Poured(atom, m.group("liquid").lower(), {TIPPED: -1, FROM: 1, INTO: 0}[pattern], m.end()))
            for start, end in spans:
                text = text[:start] + " " * (end - start) + text[end:]
            if pattern is FROM:  # the two are told of apart
                text = text[: m.start("into")] + "," + text[m.start("into") + 1 :]
    return text


def _named(side: str) -> list[Atom]:
    return [a for a in match(side, scan(side)) if a.can("thing", "person", "animal")]


def _pours(side: str) -> bool:
    found = _named(side)
    sense = found[-1].sense("thing") if found else None
    return sense is not None and sense.key in POURS


def _somebody(side: str) -> bool:
    return any((sense := a.sense("thing")) is None or sense.data.get("category") in ("person", "animal") for a in _named(side))


def give(draft: Draft, contents: Contents) -> None:
    """Each liquid to what it is poured into; what it is poured from is tipped over that."""
    for atom, liquid, source, end in draft.poured:
        there = sorted((s for s in draft.subjects if not s.implied and s.becomes is None and s.traits is None), key=lambda s: s.at[0])
        before, between = [s for s in there if s.at[0] < atom.start], [s for s in there if atom.start < s.at[0] < end]
        tipped = next(iter(before[-1:] if source < 0 else between[:1]), None)
        into = next((s for s in there if s.at[0] >= end), None)
        if into is None or source and (tipped is None or tipped.thing not in POURS and tipped.noun != "pot"):
            draft.note(atom, "none", status="no_effect")
            continue
        if liquid in LIQUIDS:
            for vessel in filter(None, (tipped, into)):
                contents.served(vessel, liquid)
        draft.note(atom, "subject", *_filled(into, liquid))
        if tipped is None:
            into.states.append("poured_onto")
            draft.note(atom, "subject", Effect("states", "poured_onto", into))
            continue
        draft.relations[:] = [r for r in draft.relations if not (r.subjects == [tipped] and r.objects == [into])]
        tipped.states.append("pouring")
        draft.note(atom, "subject", Effect("states", "pouring", tipped), Effect("relations", draft.relate([tipped], "above", [into], atom)))


def _filled(into: SubjectDraft, liquid: str) -> list[Effect]:
    """What a vessel has in it from now on; it keeps what was told of."""
    if into.thing not in HOLDS or any(a.startswith("contents:") for a in into.attributes) or liquid not in LIQUIDS:
        return []
    into.attributes.append(f"contents:{liquid}")
    return [Effect("attributes", f"contents:{liquid}", into)]
