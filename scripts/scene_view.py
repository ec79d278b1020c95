"""Write src/diorama_stage/scene_view.py: the scene's schema as types that the stage checks its look-ups by. A test compares it with the schema.

The stage imports nothing of the house (another licence, another process): what is written here is all it knows of the scene's form.
"""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from diorama.scene import schema

TARGET = Path(__file__).resolve().parent.parent / "src/diorama_stage/scene_view.py"
LEFT_OUT = {("Environment", "words")}
"""What the worker is not sent."""
WIDER = {("Environment", "ground_shape"): ' | Literal["water"]', ("Object", "kind"): ' | Literal["person", "animal"]'}
"""Values of the stage's own: things in open water; who is set up as a thing."""
HEAD = '''# SPDX-License-Identifier: GPL-3.0-or-later
"""The scene as the worker gets it: its form as types. Written by scripts/scene_view.py from the scene's schema; not by hand.

Angles are degrees, lengths metres, unless a field of `diorama.scene` says otherwise.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


'''
TAIL = '''class Staged(Object):
    """A subject as the stage sets it up: persons and animals have the fields of things, too, and what follows from the others."""

    wears: NotRequired[list[Garment]]
    posture: NotRequired[str | None]
    at: NotRequired[tuple[str, str]]
    """Which thing somebody is at, and how: seat, table …"""
    on_hands: NotRequired[tuple[str, str]]
    """Whom or what somebody has their hands on, and how (`people.hands_on`)."""
    living: NotRequired[Any]
    """The animal that lives in the figure's place."""
    names: NotRequired[Any]
    """What its noun names, as keys of the catalogue (`diorama_catalogue.named`)."""
    deeds: NotRequired[list[Behaviour]]
    touches: NotRequired[str]
    """Whom of the others an animal touches (its own id: two of a kind each other)."""
    sips: NotRequired[str]
    """The flower that who hovers at it drinks from."""
    grasps: NotRequired[str]
    """What an animal has between its arms."""


class Scene(TypedDict):
    subjects: list[Staged]
    relations: list[Relation]
    environment: Environment
    lighting: Lighting
    camera: Camera
    film: Film
    layout: Layout | None
'''


def written() -> str:
    """The whole file."""
    kinds = schema()["$defs"]
    order: list[str] = []
    for name in kinds:
        _visit(name, kinds, order)
    return HEAD + "".join(_class(name, kinds[name]) + "\n\n" for name in order) + TAIL


def _visit(name: str, kinds: dict[str, Any], order: list[str]) -> None:
    """Put what a type needs before it."""
    if name in order:
        return
    for other in kinds:
        if other != name and f"#/$defs/{other}'" in repr(kinds[name]):
            _visit(other, kinds, order)
    order.append(name)


def _class(name: str, facts: dict[str, Any]) -> str:
    fields = [f"    {key}: {_type(of)}{WIDER.get((name, key), '')}" for key, of in facts["properties"].items() if (name, key) not in LEFT_OUT]
    return f"class {name}(TypedDict):\n" + "".join(_wrapped(field) for field in fields)


def _wrapped(field: str) -> str:
    if len(field) <= 150:
        return field + "\n"
    head, _, rest = field.partition("Literal[")
    values, _, after = rest.partition("]")
    lines = textwrap.wrap(values, 140)
    return f"{head}Literal[\n" + "".join(f"        {line}\n" for line in lines) + f"    ]{after}  # fmt: skip\n"


def _type(of: dict[str, Any]) -> str:
    if "$ref" in of:
        return of["$ref"].rsplit("/", 1)[1]
    if "anyOf" in of or "oneOf" in of:
        return " | ".join(dict.fromkeys(_type(one) for one in of.get("anyOf", of.get("oneOf"))))
    if "enum" in of:
        return "Literal[" + ", ".join(f'"{value}"' for value in of["enum"]) + "]"
    if "const" in of:
        return f'Literal["{of["const"]}"]'
    kind = of.get("type")
    if kind == "array":
        return f"list[{_type(of.get('items') or of['prefixItems'][0])}]"
    if kind == "object":
        more = of.get("additionalProperties")
        return f"dict[str, {_type(more)}]" if isinstance(more, dict) else "dict[str, Any]"
    return {"string": "str", "number": "float", "integer": "int", "boolean": "bool", "null": "None"}.get(str(kind), "Any")


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
    print(f"{TARGET}: {written().count('class ')} types")
