# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of kinds: proportions, heads, coats; a kind stands on the one it is `like`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from diorama_stage.props.figures.skeletons import book

FOLDER = Path(__file__).with_name("kinds")


@cache
def tables() -> dict[str, dict]:
    """Every kind by its key, with the `plan` of its body (the name of its file)."""
    out: dict[str, dict] = {}
    for file in sorted(FOLDER.glob("*.toml")):
        if file.stem in ("heads", "wings"):
            continue
        for key, row in tomllib.loads(file.read_text("utf-8")).items():
            out[key] = {"plan": file.stem, **row}
    return out


@cache
def kind(key: str) -> dict:
    """A kind with all that it takes from the one it is like. Raises KeyError for an unknown key."""
    row = tables()[key]
    return {**kind(row["like"]), **row} if "like" in row else row


@cache
def heads() -> dict[str, dict]:
    return tomllib.loads((FOLDER / "heads.toml").read_text("utf-8"))


@cache
def _wings() -> dict[str, dict]:
    return tomllib.loads((FOLDER / "wings.toml").read_text("utf-8"))


def wing(row: dict) -> dict:
    """A kind's wing with what its `type` tells (usually broad), its own before that."""
    return {**_wings()[row.get("type", "broad")], **row}


def folded_wing(row: dict) -> dict:
    """The closed wing: where its edges run and its rows of feathers, a kind's own (`closed`) before what all have."""
    return {**_wings()["folded"], **row.get("closed", {})}


@cache
def head(key: str) -> tuple[tuple[dict, ...], list[float], dict]:
    """A head's rows, its eyes (x, y, z, radius) and what else its table says."""
    row = heads()[key]
    if "of" in row:
        table, name = row["of"]
        book_ = book(table)
        figure = book_[name]
        while "like" in figure:
            figure = {**book_[figure["like"]], **{k: v for k, v in figure.items() if k != "like"}}
        rows = [r for r in figure["head"] if not r.get("paint")]
        rows = rows[: row.get("upto", len(rows))] + row.get("more", [])
        return tuple(rows), row.get("eyes", figure["eyes"]), row
    return tuple(row["rows"]), row["eyes"], row


def shortened(rows: list[dict], at: list[float], row: dict, share: float) -> tuple[list[dict], list[float], dict]:
    """A head's rows, eyes and table with a muzzle of a `share` of its length: what is before the skull's middle is drawn in, the eyes half as much."""
    back = lambda y, much: y * much if y < 0 else y  # noqa: E731
    drawn = lambda p, much: [p[0], back(p[1], much), *p[2:]]  # noqa: E731
    made = []
    for r in rows:
        r = dict(r)
        if "ball" in r:
            r["ball"] = drawn(r["ball"], share)
        if "limb" in r:
            r["limb"] = [drawn(p, share) for p in r["limb"]]
        made.append(r)
    table = row | ({"nose": drawn(row["nose"], share)} if "nose" in row else {})
    return made, drawn(at, share), table


@cache
def poses() -> dict[str, dict]:
    return tomllib.loads(Path(__file__).with_name("poses.toml").read_text("utf-8"))


def able(pose: str, shape: dict) -> str:
    """The pose, or the one next to it that such a body can take."""
    pose = shape.get("poses", {}).get(pose, pose)
    pose = {"fighting": "rearing", "diving": "swimming"}.get(pose, pose)
    if pose == "eating":
        pose = "grazing"
    if pose == "nibbling" and not shape.get("handy"):
        pose = "sitting"
    if shape["foot"] == "hoof" and pose in ("sitting", "lying", "curled_up"):
        return "lying_hoofed"
    if shape["foot"] == "hoof" and pose == "climbing":
        return "clambering"
    if shape["foot"] == "paw" and pose == "grazing":
        return "lapping"
    return pose if pose in poses() else {"roaring": "howling", "perching": "sitting", "flying": "leaping"}.get(pose, "standing")


def grown_up(key: str, young: bool, sex: str | None = None) -> tuple[str, bool]:
    """The kind that a young one, or a female, is built as, and whether it is still to be made young: ducklings are a kind of their own, cubs have no mane."""
    if not young:
        return (tables()[key].get("female", key) if sex == "female" else key), False
    own = tables()[key].get("young")
    if own is None:
        return key, young
    return own, kind(own)["plan"] != "birds"


def taken(key: str, pose: str) -> dict:
    """The row of `poses.toml` that a four-footed animal of a kind takes for a pose; empty for others."""
    shape = kind(key)
    return poses()[able(pose or "standing", shape)] if shape["plan"] in ("paws", "hooves") else {}
