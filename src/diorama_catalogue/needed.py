"""What people need for what they do and nobody names: decided here, told by the reading, built by the stage."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from diorama_catalogue import food_tools, role, tagged, thing, tools
from diorama_catalogue.tags import Tag

AT_REST = (None, "standing", "walking")
"""Postures of who may bear what those of their role bear."""


@dataclass(frozen=True)
class Deed:
    """What somebody does, and the keys of the things it is done to."""

    name: str
    things: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tool:
    """The key of what somebody has in hand, and what is done with it where no deed tells that already."""

    thing: str
    deed: str | None = None


def own_tools(deeds: Sequence[Deed]) -> tuple[str, ...]:
    """Keys of what the first deed that has tools is done with, the usual one first; none where it is done to what one writes or paints on."""
    with_tool = _with_tool(deeds)
    return () if with_tool is None or set(with_tool.things) & tagged(Tag.WRITTEN_ON) else tools()[with_tool.name]


def tool_added(key: str | None, deeds: Sequence[Deed], posture: str | None, *, gestures: bool, there: Collection[str]) -> Tool | None:
    """The tool that one person of the role `key` gets though no word names it: that of the deed, else that of the role. None where the picture has it.

    `there`: the keys of what is in the picture.
    """
    if _with_tool(deeds) is None:
        usual = _of_the_role(key, deeds, free=posture in AT_REST and not deeds and not gestures)
        return usual if usual is not None and usual.thing not in there else None
    own = own_tools(deeds)
    return Tool(own[0]) if own and not set(own) & set(there) else None


def _with_tool(deeds: Sequence[Deed]) -> Deed | None:
    return next((d for d in deeds if d.name in tools()), None)


def _of_the_role(key: str | None, deeds: Sequence[Deed], *, free: bool) -> Tool | None:
    row = role(key)
    if row.strikes and any(d.name == "hitting" for d in deeds):
        return Tool(row.strikes, "hitting")
    if row.bears and free:
        return Tool(row.bears, "holding")
    return Tool(row.plays, "playing") if row.plays else None


def for_food(deed: Deed, *, holds: bool, loose: bool) -> tuple[str | None, str | None]:
    """Keys of what is in the hand that works at food, and of what lies under it: the one unless something is held (`holds`), the other where food lies `loose`
    and not in a vessel that is worked at too. None and None of a deed that is done to no food."""
    row = food_tools().get(deed.name)
    if row is None or not any(thing(key).category in ("food", "tableware") for key in deed.things):
        return None, None
    vessel = any(Tag.VESSEL in thing(key).tags for key in deed.things)
    return None if holds else row.in_hand, row.under if loose and not vessel else None
