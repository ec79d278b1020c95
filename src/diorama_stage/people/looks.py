# SPDX-License-Identifier: GPL-3.0-or-later
"""What people of a role wear and are where the words leave it open (`outfits.toml`). Pure."""

from __future__ import annotations

import tomllib
from pathlib import Path

from diorama_catalogue.named import dresses_as

OUTFITS: dict = tomllib.loads(Path(__file__).with_name("outfits.toml").read_text(encoding="utf-8"))
OPEN = (None, "", [], ())


def in_role(person: dict) -> dict:
    """A person's traits (`scene.person.PersonTraits` as data), with what their role usually has where they are left open.

    Father Christmas is old and has a white beard.
    """
    role = dresses_as(person.get("role"))
    out = {**person, "role": role}
    for key, usual in OUTFITS["look"].get(role, {}).items():
        told = out.get(key)
        if key == "facial_hair" and (out.get("sex") == "female" or (out.get("age") or 30) < 18):
            continue
        if isinstance(usual, dict) and isinstance(told, dict):
            out[key] = {**usual, **{k: v for k, v in told.items() if v not in OPEN}}
        elif told in OPEN:
            out[key] = usual
    return out
