"""Midjourney: the command as it was typed, in the file's description: `a fox, snow --ar 3:2 --no trees --v 6 Job ID: 00000000-…`."""

from __future__ import annotations

import re

from diorama.image.metadata import exif, xmp
from diorama.image.metadata.importers.told import Told, whole
from diorama.image.metadata.texts import Texts

JOB = re.compile(r"\s*\bJob ID:\s*([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\s*")
OPTION = re.compile(r"(?:^|\s)(?:--|\u2014)(?=[a-zA-Z])")
"""Phones turn -- into a dash."""
VERSIONED = re.compile(r"(?:^|\s)(?:--|\u2014)(?:v|version|niji|ar|aspect|stylize|s)\s+\d")
LINK = re.compile(r"^(?:https?://\S+\s+)+")
"""Pictures given before the words."""


def read(texts: Texts) -> Told | None:
    for text in (texts.named.get("Description"), texts.xmp.get(xmp.DESCRIPTION), texts.exif.get(exif.IMAGE_DESCRIPTION)):
        if text and (JOB.search(text) or VERSIONED.search(text)):
            return _told(text, texts)
    return None


def _told(text: str, texts: Texts) -> Told:
    job = JOB.search(text)
    command, *given = OPTION.split(JOB.sub(" ", text).strip())
    options: dict[str, str] = {}
    for one in given:
        key, _, value = one.strip().partition(" ")
        options[key.lower()] = value.strip()
    links = LINK.match(command)
    more: dict[str, object] = {key: value or True for key, value in options.items() if key not in ("no", "seed")}
    extra = {"job": job and job[1], "author": texts.named.get("Author"), "references": links and links[0].split()}
    return Told(
        tool="Midjourney", prompt=LINK.sub("", command).strip(), negative_prompt=options.get("no"), seed=whole(options.get("seed")), model=_model(options),
        more={**more, **{key: value for key, value in extra.items() if value}},
    )  # fmt: skip


def _model(options: dict[str, str]) -> str:
    if "niji" in options:
        return f"niji {options['niji']}".strip()
    return f"Midjourney {options.get('v') or options.get('version') or ''}".strip()
