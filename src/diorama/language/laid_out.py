"""Lists of what is on or in a thing: after a colon ("a picnic on a blanket: sandwiches and four cups"), and after "with" or "of"."""

from __future__ import annotations

import re

from diorama.language.bearing import length_of
from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.match import Atom
from diorama.language.surfaces import FLAT, VESSELS
from diorama_catalogue import Tag, thing

COLON = re.compile(r":\s")
BEARS = frozenset((Tag.TABLE_TOP, Tag.RACK, Tag.SPREAD_OUT))
SPREAD = frozenset(("rug", "blanket", "towel", "shelf", "desk", "table", "tablecloth"))
SMALLER = 0.8
"""Of the length of what bears it, the most that what lies on it has."""
SMALL = 0.7
"""Metres: furniture that stands on furniture, as lamps do."""
PLACING = frozenset(("on", "in", "under", "above", "behind", "beside", "hanging_from", "leaning_on", "stacked_on", "near"))
LOOSE = frozenset(("food", "tableware", "tool", "paper", "electronics", "instrument", "plant", "shape", "figure", "wear", "vehicle"))
"""Categories of what is laid out; the living and furniture stand where they stand."""


def laid_out(draft: Draft) -> None:
    """Each thing of the list that has no place of its own goes onto or into what stands before the colon."""
    found = COLON.search(draft.prompt)
    if found is None or found.start() < 3 or draft.prompt[: found.start()].count(",") > 1:
        return
    before = [s for s in draft.subjects if s.at[1] <= found.start() and s.becomes is None]
    host = before[-1] if before and _bears(before[-1]) and before[-1].count == 1 else None
    if host is None:
        return
    end = draft.prompt.find(".", found.end())
    placed = {id(s) for r in draft.relations if r.kind in PLACING for s in r.subjects} | {id(r.objects[0]) for r in draft.relations if r.kind == "wearing"}
    kind = "in" if host.thing in VESSELS and host.thing not in FLAT else "on"
    for one in draft.subjects:
        listed = one.at[0] >= found.end() and (end < 0 or one.at[1] <= end)
        loose = one.category in LOOSE or one.category == "furniture" and length_of(one) < SMALL
        if listed and id(one) not in placed and loose and one.worn_by is None and length_of(one) < SMALLER * length_of(host):
            made = draft.relate([one], kind, [host], Atom(found.start(), found.start() + 1, ":", ":", (), False))
            draft.note_of(one, Effect("relations", made))


LINKS = frozenset(("with", "of", "full of", "filled with", "holding", "containing"))
GAP = re.compile(r"(?P<first>,|,? and )(?:\s*(?!(?:in|on|at|under|with|by|behind|beside|near|is|are|of)\b)[\w'-]+){0,4}\s*")
"""What stands between two of a list: a comma or "and", and the words for the looks and the number of the second."""


def listed_with(draft: Draft) -> None:
    """ "Crates of oranges, grapes and watermelons", "an aquarium with six fish, a castle and a plant": the whole list up to its "and" is there."""
    for relation in list(draft.relations):
        if relation.atom is None or relation.atom.norm not in LINKS or relation.kind not in ("with", "in", "on"):
            continue
        hosts, given = (relation.subjects, relation.objects) if relation.kind == "with" else (relation.objects, relation.subjects)
        host, last = hosts[0], given[-1]
        if not isinstance(host, SubjectDraft) or not isinstance(last, SubjectDraft) or len(hosts) > 1:
            continue
        if not _bears(host) and not LIVED_IN & set(thing(host.thing).tags):
            continue
        kind = relation.kind if relation.kind != "with" else "in" if host.thing in VESSELS and host.thing not in FLAT else "on"
        for one in _rest_of_list(draft, host, last, bare=relation.atom.norm.endswith("of")):
            made = draft.relate([one], kind, [host], relation.atom)
            draft.note_of(one, Effect("relations", made))


LIVED_IN = frozenset((Tag.AS_LARGE_AS_ITS_GUEST, Tag.HOLDS_MODELS))


ARTICLES = re.compile(r"\b(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|\d+)\b")


def _rest_of_list(draft: Draft, host: SubjectDraft, last: SubjectDraft, *, bare: bool) -> list[SubjectDraft]:
    """What goes on being listed after `last`, in order; nothing where no "and" ends the list.

    `bare`: it goes on without articles only ("crates of oranges, grapes and melons", but not "a vase of roses, a candle and a book").
    """
    placed = {id(s) for r in draft.relations if r.kind in PLACING for s in r.subjects}
    out: list[SubjectDraft] = []
    for one in sorted((s for s in draft.subjects if s.at[0] > last.at[1]), key=lambda s: s.at):
        gap = GAP.fullmatch(draft.prompt[(out[-1] if out else last).at[1] : one.at[0]])
        swims = one.category == "animal" and LIVED_IN & set(thing(host.thing).tags)
        kept = one.category in LOOSE or swims or Tag.HOLDS_MODELS in thing(host.thing).tags
        if gap is None or bare and ARTICLES.search(gap[0]) or not kept or id(one) in placed or one.worn_by is not None or one.object_only:
            return []
        out.append(one)
        if "and" in gap["first"]:
            return out
    return []


def _bears(subject: SubjectDraft) -> bool:
    return subject.thing in VESSELS | FLAT | SPREAD or bool(BEARS & set(thing(subject.thing).tags))
