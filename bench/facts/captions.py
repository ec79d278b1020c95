"""Captions with their facts by hand, read from TOML. The notation is described in README.md."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "captions"
SETS = {
    "A": FOLDER, "B": FOLDER.parent / "held_back", "C": FOLDER.parent / "unseen", "D": FOLDER.parent / "later",
    "E1": FOLDER.parent / "everyday", "E2": FOLDER.parent / "everyday_held", "F": FOLDER.parent / "sixth",
    "G1": FOLDER.parent / "pasted", "G2": FOLDER.parent / "pasted_held", "quoted": FOLDER.parent / "quoted",
}  # fmt: skip
"""A to develop on; B was written without looking at the reader, to measure with; C and D likewise, later and in other hands;
G1 and G2 are of the sorts that people paste, G1 to develop on and G2 to measure with;
`quoted` are misreadings once met, in a sentence or two each."""

HEAD = re.compile(r"(?P<id>[a-z_0-9]+)(=(?P<kind>[a-z_0-9]+))?( x(?P<count>\d+|\+))?(?P<loose>\?)?(:|;|$)")
FIELDS = frozenset(("hair", "eyes", "skin", "beard", "moustache", "hands", "lips", "nails", "coat", "mane", "fur", "feathers", "look"))
"""First words of two-word looks: `hair silver`."""


class Said(NamedTuple):
    """One word of fact. `loose`: right where it is read, no fault where it is not."""

    value: str
    loose: bool = False


@dataclass(frozen=True)
class PartFact:
    """A part or a garment with its looks. Two names where both would be right (`gown=dress`)."""

    names: tuple[str, ...]
    looks: tuple[Said, ...]
    loose: bool


@dataclass(frozen=True)
class Deed:
    verb: str
    object: str
    """What it is done with or to: an id of the caption, another word, or nothing."""
    loose: bool


@dataclass(frozen=True)
class SubjectFact:
    id: str
    kind: str
    count: int | None
    """None: several, the caption does not say how many."""
    loose: bool
    looks: tuple[Said, ...] = ()
    parts: tuple[PartFact, ...] = ()
    wears: tuple[PartFact, ...] = ()
    does: tuple[Deed, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelationFact:
    subject: str
    kinds: tuple[str, ...]
    """One, or several any of which is right (`egg in|on skillet`)."""
    objects: tuple[str, ...]
    loose: bool


@dataclass(frozen=True)
class Caption:
    id: str
    voice: str
    text: str
    subjects: tuple[SubjectFact, ...]
    relations: tuple[RelationFact, ...]
    setting: dict[str, tuple[Said, ...]]
    """`place`, `time`, `weather`, `light`, `camera`, `film`."""
    absent: tuple[str, ...]
    """What is spoken of and not to be seen."""


LAYERS = ("place", "time", "weather", "light", "camera", "film")


def load(folder: Path = FOLDER) -> tuple[Caption, ...]:
    """All captions of a folder. Raises ValueError that names the caption and the wrong line."""
    rows = [row for path in sorted(folder.glob("*.toml")) for row in tomllib.loads(path.read_text("utf-8"))["caption"]]
    return tuple(_caption(row) for row in rows)


def _caption(row: dict[str, Any]) -> Caption:
    try:
        subjects = tuple(_subject(line) for line in row["subjects"])
        owners = {name: s.id for s in subjects for part in (*s.parts, *s.wears) for name in part.names}
        names = {**{name: name for name in PLACES}, **owners, **{s.kind: s.id for s in subjects}, **{s.id: s.id for s in subjects}}
        relations = tuple(_relation(line, names) for line in row.get("relations", ()))
    except ValueError as wrong:
        raise ValueError(f"{row['id']}: {wrong}") from None
    if unknown := set(row) - {"id", "voice", "text", "subjects", "relations", "absent", *LAYERS}:
        raise ValueError(f"{row['id']}: no such field: {', '.join(sorted(unknown))}")
    setting = {layer: tuple(_said(text) for text in row.get(layer, ())) for layer in LAYERS}
    return Caption(row["id"], row["voice"], row["text"], subjects, relations, setting, tuple(row.get("absent", ())))


PLACES = frozenset((
    "ground", "wall", "window", "windowsill", "sky", "ceiling", "water", "background", "left", "right", "centre", "foreground", "outside", "lens",
    "street", "beach", "park", "hill", "garden", "plains", "ridge", "sea", "table", "floor", "track", "lawn", "field", "meadow", "shore",
))  # fmt: skip
"""What a relation may point to besides the caption's subjects: the frame and the place."""


def _said(text: str) -> Said:
    text = text.strip()
    return Said(text.rstrip("?").strip(), text.endswith("?"))


def _subject(line: str) -> SubjectFact:
    head = HEAD.match(line)
    if head is None:
        raise ValueError(f"no subject in {line!r}")
    count = 1 if head["count"] is None else None if head["count"] == "+" else int(head["count"])
    looks: list[Said] = []
    found: dict[str, list[Any]] = {"has": [], "wears": [], "does": [], "text": []}
    for clause in filter(None, (c.strip() for c in line[head.end() :].split(";"))):
        word, _, rest = clause.partition(" ")
        if word == "text":
            found["text"].append(rest)
        elif word == "does":
            found["does"] += [_deed(text) for text in rest.split(",")]
        elif word in ("has", "wears"):
            found[word].append(_part(rest))
        else:
            looks += [_said(text) for text in clause.split(",")]
    return SubjectFact(
        head["id"], head["kind"] or head["id"], count, bool(head["loose"]), tuple(looks), *(tuple(found[k]) for k in ("has", "wears", "does", "text"))
    )  # fmt: skip


def _part(text: str) -> PartFact:
    name, _, looks = text.partition(":")
    name = re.sub(r" x(\d+|\+)", "", name).strip()
    return PartFact(tuple(name.rstrip("?").split("=")), tuple(_said(t) for t in looks.split(",") if t.strip()), name.endswith("?"))


def _deed(text: str) -> Deed:
    said = _said(text)
    verb, _, object = said.value.partition(" ")
    return Deed(verb, object, said.loose)


def _relation(line: str, names: dict[str, str]) -> RelationFact:
    said = _said(line)
    subject, kind, *objects = said.value.split()
    if unknown := {subject, *objects} - set(names):
        raise ValueError(f"{line!r} speaks of {', '.join(sorted(unknown))}, which is no subject")
    return RelationFact(names[subject], tuple(kind.split("|")), tuple(names[o] for o in objects), said.loose)
