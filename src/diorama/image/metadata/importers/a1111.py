"""AUTOMATIC1111's web UI, its forks, and whoever writes its text:

prompt, of several lines
Negative prompt: of several lines
Steps: 20, Sampler: Euler a, Seed: 42, Size: 512x768, Model: name, Hashes: {"vae": "…"}, Lora hashes: "x: 1, y: 2", Version: v1.10.1
Template: the dynamic prompt
Negative Template: the dynamic negative prompt
"""

from __future__ import annotations

import json
import re
from typing import Any

from diorama.image.metadata.data import loads
from diorama.image.metadata.importers.told import Told, side, whole, words
from diorama.image.metadata.texts import Texts

NEGATIVE = "Negative prompt:"
TEMPLATE = re.compile(r"^(Template|Negative Template):", re.M)
KNOWN = {"Steps", "Sampler", "Seed", "Size", "CFG scale", "Model", "Model hash"}
KEY = re.compile(r"\s*(\w[\w /\-]*):\s*")
LEAST = 3
"""Pairs that a line has, to be taken for one of pairs."""
FORKS = {"v": "AUTOMATIC1111", "f": "Forge", "neo": "Forge"}
"""By what their version begins with, before its digits."""


def read(texts: Texts) -> Told | None:
    text = texts.parameters
    if not text or loads(text) is not None or ("parameters" not in texts.named and not any(map(pairs_in, text.split("\n")))):
        return None
    return told(text)


def told(text: str) -> Told:
    """What such a text says. One without a line of pairs is all prompt."""
    text, templates = _templates(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    lines = text.split("\n")
    at = next((k for k in reversed(range(len(lines))) if pairs_in(lines[k])), len(lines))
    pairs = pairs_in(lines[at]) if at < len(lines) else {}
    words_ = lines[:at]
    negative = next((k for k, line in enumerate(words_) if line.lstrip().startswith(NEGATIVE)), len(words_))
    width, _, height = str(pairs.pop("Size", "")).partition("x")
    more = {re.sub(r"[ /\-]+", "_", key.lower()): value for key, value in pairs.items()} | templates
    return Told(
        tool=_tool(pairs), prompt="\n".join(words_[:negative]).strip(), negative_prompt=words("\n".join(words_[negative:]).strip().removeprefix(NEGATIVE)),
        width=side(width), height=side(height), seed=whole(more.pop("seed", None)), model=words(str(more.pop("model", ""))) or _checkpoint(more), more=more,
    )  # fmt: skip


def _checkpoint(more: dict[str, Any]) -> str | None:
    """The model among the resources that Civitai lists."""
    listed = more.get("civitai_resources")
    found = [one for one in listed if isinstance(one, dict) and one.get("type") == "checkpoint"] if isinstance(listed, list) else []
    return words(found[0].get("modelName")) if found else None


def _templates(text: str) -> tuple[str, dict[str, str]]:
    """The text without what the Dynamic Prompts extension appends, and that by name."""
    begun = list(TEMPLATE.finditer(text))
    if not begun or not any(pairs_in(line) for line in text[: begun[0].start()].split("\n")):
        return text, {}
    ends = [*(match.start() for match in begun[1:]), len(text)]
    found = {match[1].lower().replace(" ", "_"): text[match.end() : end].strip() for match, end in zip(begun, ends, strict=True)}
    return text[: begun[0].start()].strip(), found


def pairs_in(line: str) -> dict[str, Any]:
    """The pairs of a line `Name: value, Name: "quoted, value", Name: {"json": 1}`; empty where it is not such a line."""
    found: dict[str, Any] = {}
    at = 0
    while match := KEY.match(line, at):
        value, at = _value(line, match.end())
        found[match[1].strip()] = value
    return found if len(found) >= LEAST and KNOWN & set(found) else {}


def _value(line: str, start: int) -> tuple[Any, int]:
    """A value, and where the next pair begins."""
    if line[start : start + 1] in ('"', "{", "["):
        try:
            value, end = json.JSONDecoder().raw_decode(line, start)
            if re.match(r"\s*(,|$)", line[end:]):
                comma = line.find(",", end)
                return loads(json.dumps(value)), len(line) if comma < 0 else comma + 1
        except (ValueError, RecursionError):
            pass
    comma = line.find(",", start)
    end = len(line) if comma < 0 else comma
    return _number(line[start:end].strip()), min(end + 1, len(line))


def _number(text: str) -> Any:
    if re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d{1,18}\.\d{1,18}", text) else text


def _tool(pairs: dict[str, Any]) -> str:
    version = str(pairs.get("Version", ""))
    begins = re.match(r"(v|f|neo)\d", version) or re.match(r"(neo)\b", version)
    return FORKS[begins[1]] if begins else version or "AUTOMATIC1111"
