"""Older scenes read as today's: one pure function per version step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diorama.errors import SceneError
from diorama.scene import people_1
from diorama_catalogue import settings, thing


def to_2(data: dict[str, Any]) -> dict[str, Any]:
    """Version 1 kept what fills a thing and what it shows as texts among its attributes ("contents:coffee", "of:dog"); subjects had no kind,
    and people were sculpted figures; the stage itself read what a noun or a place's words meant."""
    subjects = data.get("subjects", ())
    out = {**data, "version": 2, "subjects": [_subject(s) if isinstance(s, dict) else s for s in subjects] if isinstance(subjects, list) else subjects}
    environment = data.get("environment")
    if isinstance(environment, dict) and environment.get("setting") in settings():
        out["environment"] = {**environment, "place": list(settings()[environment["setting"]].named(str(environment.get("words", ""))))}
    return out


def _subject(subject: dict[str, Any]) -> dict[str, Any]:
    if subject.get("thing") != people_1.FIGURE:
        return _object(subject)
    if people_1.STATUE in str(subject.get("noun", "")):
        return _object({**subject, "thing": people_1.STATUE})
    return people_1.person(subject)


def _object(subject: dict[str, Any]) -> dict[str, Any]:
    words = list(subject.get("attributes", ()))
    contents = [w.removeprefix("contents:").replace(" ", "_") for w in words if w.startswith("contents:")]
    return {
        **{k: v for k, v in subject.items() if k != "attributes"}, "kind": "object", "contents": contents[0] if contents else None,
        "depicts": [w.removeprefix("of:") for w in words if w.startswith("of:")], "styles": [w for w in words if not w.startswith(("contents:", "of:"))],
        "variants": list(thing(str(subject.get("thing", ""))).named(str(subject.get("noun", "")))),
    }  # fmt: skip


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: to_2}
"""From version N to N+1."""

CURRENT = 2


def upgrade(data: dict[str, Any]) -> dict[str, Any]:
    version = data.get("version", CURRENT)
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= CURRENT:
        raise SceneError(f"unknown version {version!r}", where="version", hint=f"this Diorama reads versions 1 to {CURRENT}")
    while version < CURRENT:
        data = STEPS[version](data)
        version += 1
    return data
