"""What is drawn beside the texts of a page: over, under and between its blocks, on either side, and the arrows of signs and tickets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from diorama.typeset import art
from diorama.typeset.faces import PLAIN, families
from diorama.typeset.model import Motif, Page
from diorama.typeset.palette import legible

VEHICLES = frozenset(("airplane", "train", "steam_train", "bus", "ocean_liner", "boat", "car", "tram_car", "bicycle"))
"""What goes from one place to the other on a ticket."""
POINTING = frozenset(("road_sign", "shop_sign"))
"""Signs whose rows each have the arrow that the words tell."""
ORNAMENT = 0.17
"""The share of a page's short side that a drawing by its words has."""
BOTANIC = frozenset(("leaves", "flowers"))
"""Drawings that stand in a page's corners."""


def arrow_of_rows(page: Page) -> str:
    """The arrow that each row of a sign has, where it has more than one."""
    if page.template not in POINTING:
        return ""
    rows = any(len(block.entries) > 1 for block in page.blocks)
    return next((one.kind for one in page.art if one.kind.startswith("arrow") and one.under is None), "") if rows else ""


def route_of(page: Page) -> list[int]:
    """On a ticket the numbers of the two texts that tell from where to where: one on the left, the next on the right, or an arrow between."""
    if page.template != "ticket":
        return []
    sides = [(k, block.at) for k, block in enumerate(page.blocks) if block.text and block.at in ("left", "right")]
    short = [k for k, _ in sides if page.blocks[k].role not in ("price", "number", "badge") and len(page.blocks[k].text) < 24]
    alone = lambda a: page.blocks[a - 1].at != "left" if a else True  # noqa: E731
    facing = [[a, b] for (a, one), (b, other) in pairwise(sides) if one == "left" and other == "right" and b == a + 1]
    pair = next((both for both in facing if {*both} <= {*short} and alone(both[0])), None)
    arrowed = any(one.kind == "arrow" or one.kind in VEHICLES for one in page.art)
    named = [k for k, block in enumerate(page.blocks) if block.role in ("title", "subtitle", "heading", "place")]
    return pair or (named[:2] if arrowed and len(named) > 1 and named[1] == named[0] + 1 else [])


def has_icons() -> bool:
    return bool(families(PLAIN, "\N{SAXOPHONE}")[1:])


def apart(one: Motif, page: Page) -> bool:
    """Whether a drawing of a cover stands by its words, not in the room for its large one: a small one, or one in a corner or over the title."""
    below = one.under is not None and (one.under >= len(page.blocks) or page.blocks[one.under].role not in ("title", "kicker"))
    if below or one.at == "sides" or one.kind == "line":
        return True
    stands = art.KINDS.get(one.kind, {}).get("layer") == "stands"
    return stands and (one.at or "").startswith(("top", "bottom")) or stands and one.scale < 1 and (one.at is not None or len(page.art) > 1)


def adorn(shown: Sequence[Motif], page: Page, tones: dict[str, str], side: float, turn: int) -> dict[int, dict[str, Any]]:
    """By the number of a block: the drawings that stand by it, and on which of its sides. What has ground is a strip over the first."""
    shown = [one for one in shown if one.kind in art.KINDS]
    if all(art.KINDS[one.kind]["layer"] in ("sky", "stands") for one in shown):
        shown = [one.model_copy(update={"kind": art.ALONE.get(one.kind, one.kind)}) for one in shown]
    if not shown or not page.blocks:
        return {}
    heads = [k for k, block in enumerate(page.blocks) if block.role in ("title", "kicker")] or [0]
    groups: dict[tuple[int, str, str], list[Motif]] = {}
    for one in shown:
        if one.under is not None and one.under < len(page.blocks):
            beside = "left" if one.kind == "arrow_left" else "right" if one.kind.startswith("arrow") and page.template in POINTING else "under"
            beside = one.at if one.at in ("left", "right") else beside
            groups.setdefault((one.under, beside, ""), []).append(one)
            continue
        at = one.at or "top"
        if at == "sides":
            groups.setdefault((next((k for k in heads if page.blocks[k].role == "title"), heads[0]), "sides", ""), []).append(one)
            continue
        low, ended = at.startswith("bottom"), at.rpartition("_")[2]
        first = min(heads) if low or ended not in ("left", "right") else next((k for k in heads if page.blocks[k].role == "title"), heads[0])
        titled = page.blocks[first].at in ("left", "right")
        facing = {ended, page.blocks[first].at} == {"left", "right"}  # a logo on the left, the name to the right of it
        pos = "under" if low else ended if facing else "over" if titled else ended if ended in ("left", "right") else "under" if at == "centre" else "over"
        lowest = max((k for k, block in enumerate(page.blocks) if not (block.at or "").startswith("top")), default=len(page.blocks) - 1)
        beside = lowest if low else max(heads) if at == "centre" else first
        groups.setdefault((beside, pos, ended if low and ended != "bottom" else ""), []).append(one)
    return {k: _ornament(group, page, tones, side * ORNAMENT, pos, to, turn) for (k, pos, to), group in groups.items()}


def _ornament(group: Sequence[Motif], page: Page, tones: dict[str, str], size: float, pos: str, side: str, turn: int) -> dict[str, Any]:
    made = art.lowered(page.model_copy(update={"art": tuple(group)}), tones, turn)
    for one in made["items"]:
        one["colour"] = legible(one["colour"], tones["paper"], art.ICON if one["glyph"] else art.SEEN)
    return {"pos": pos, "side": side, "u": size, "items": made["items"], "strip": made if made["land"] else None}
