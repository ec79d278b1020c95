"""People of version 1, which had none: a sculpted figure whose noun, states and attributes told who it was. What the words leave open stays open."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FIGURE, STATUE = "doll_person", "statue"
KEPT = ("id", "noun", "count", "size", "implied")
"""What a subject of either kind has."""


@cache
def _words() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("people_1.toml").read_text("utf-8"))


def person(subject: dict[str, Any]) -> dict[str, Any]:
    """A subject of version 1 that is a figure of a person, as a person of version 2."""
    told = " ".join([str(subject.get("noun", "")), *subject.get("attributes", ()), *subject.get("states", ())]).lower().replace("_", " ")
    parts = {p["name"]: p.get("surface", {}) for p in subject.get("parts", ())}
    traits = {
        "sex": next((sex for sex, words in _words()["sex"].items() if _said(told, *words)), None),
        "age": _age(told),
        "expression": _first(told, _words()["expression"]),
        "posture": next((p for p in _words()["posture"]["words"] if _said(told, p)), None),
        "hair": _hair(told, parts.get("hair", {})),
        "role": _role(str(subject.get("noun", ""))),
        "wears": [{"garment": _words()["worn"][name], "noun": name, "surface": surface} for name, surface in parts.items() if name in _words()["worn"]],
    }
    if "beard" in parts or _said(told, "bearded", "beard"):
        traits["facial_hair"] = {"beard": "full", "colour": next(iter(parts.get("beard", {}).get("colours", ())), None)}
    if _said(told, "freckled", "freckles"):
        traits["skin"] = {"details": ["freckles"]}
    return {"kind": "person", **{k: subject[k] for k in KEPT if k in subject}, **{k: v for k, v in traits.items() if v not in (None, [], {})}}


def _said(text: str, *words: str) -> bool:
    return any(re.search(rf"(?<![\w-]){re.escape(word)}(?:e?s)?(?![\w-])", text) for word in words)


def _first(text: str, table: dict[str, Any]) -> Any:
    return next((value for word, value in table.items() if _said(text, word)), None)


def _age(text: str) -> float | None:
    if years := re.search(r"(\d+)[ -]years?[ -]old", text):
        return float(years[1])
    if decade := re.search(r"in (?:his|her|their) (early |mid |late )?(\d)0s", text):
        return float(decade[2]) * 10 + {"early ": 2, "late ": 8}.get(decade[1], 5)
    age = _first(text, _words()["age"])
    return None if age is None else float(age)


def _hair(text: str, surface: dict[str, Any]) -> dict[str, Any]:
    colours, table = surface.get("colours", ()), _words()["hair"]
    named = next((word for word in table if _said(text, f"{word} hair", f"{word} haired") or word in _words()["alone"]["words"] and _said(text, word)), None)
    told = {"name": colours[0]["name"], "hex": table.get(colours[0]["name"], colours[0]["hex"])} if colours else None
    found = {
        "colour": told or ({"name": named, "hex": table[named]} if named else None),
        "length": next((length for length in ("long", "short") if _said(text, f"{length} hair")), "bald" if _said(text, "bald") else None),
        "texture": next((texture for texture in ("curly", "wavy", "straight") if _said(text, texture)), None),
    }
    return {k: v for k, v in found.items() if v is not None}


def _role(noun: str) -> str | None:
    """The last word of a noun that says more than how old somebody is and of which sex: "sailor" of "old sailor"."""
    last = noun.lower().replace("-", "_").split()[-1:]
    plain = {*_words()["age"], *_words()["plain"]["words"]}
    return last[0] if last and last[0].replace("_", "").isalpha() and last[0] not in plain else None
