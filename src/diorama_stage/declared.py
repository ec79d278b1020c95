# SPDX-License-Identifier: GPL-3.0-or-later
"""What a prop asks of its spec and what changes by it, found by building it: `python -m diorama_stage.declared mug chair` tells where a record of the
catalogue and its prop differ. A renderer's scene reader tells of parameters that nobody looked up in the same way (pbrt's `ParamSet`, mitsuba's `Properties`).
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import bpy
import numpy as np

from diorama_catalogue import Tag, Thing, shared, thing
from diorama_stage.kit import Built, Spec
from diorama_stage.kit.build import vertices
from diorama_stage.props import registry

SEEDS = (1, 2)
MORE = (3, 4, 5, 6, 7, 8)
"""Tried where something declared has not shown by the first two: a word that settles what the seed chooses changes nothing where the seed chose just that."""
LABEL = {"text": "ABC", "style": "sans", "colour": None}
DRINKS = ("coffee", "cappuccino", "soup", "salad", "water", "maple_syrup")
"""What fillable things are filled with to find what else changes by it."""
MATERIALS = ("wood", "glass", "leather", "plastic")
"""What things are made of to find what else changes by it, where the prop looks at its material at all."""
MATERIAL = ("field", "material")


class Recording(Spec):
    """A spec that keeps what it is asked."""

    asked: set[tuple[str, str]] = set()

    def has(self, *words: str) -> bool:
        self.asked.update(("word", w) for w in words)
        return super().has(*words)

    def is_a(self, *variants: str) -> bool:
        self.asked.update(("variant", v) for v in variants)
        return super().is_a(*variants)

    def shaped(self, *shapes: str) -> bool:
        self.asked.update(("shape", s) for s in shapes)
        return super().shaped(*shapes)

    def __getattribute__(self, name: str) -> Any:
        if name in ("labels", "contents", "depicts", "material") and sys._getframe(1).f_globals["__name__"] != "dataclasses":  # `replace` copies every field
            type(self).asked.add(("field", name))
        return super().__getattribute__(name)


@dataclass
class Found:
    """How a prop and its record differ; all empty where they agree."""

    undeclared: set[str] = field(default_factory=set)
    """Asked for, but not in the record."""
    unasked: set[str] = field(default_factory=set)
    """In the record, but never asked for."""
    idle: set[str] = field(default_factory=set)
    """Asked for and declared, but nothing changes by it."""

    def __bool__(self) -> bool:
        return bool(self.undeclared or self.unasked or self.idle)


class _Bench:
    """Builds one kind again and again, and remembers what came out."""

    def __init__(self, kind: str, look: Callable[[Built], None]):
        self.kind, self.parts, self.asked, self.look = kind, set(), set(), look
        self.known: dict[str, tuple[str, set[tuple[str, str]]]] = {}

    def built(self, seed: int, **asked: Any) -> tuple[str, set[tuple[str, str]]]:
        """A digest of the thing, and what it asked for while it was built."""
        key = repr((seed, sorted((k, sorted(v) if isinstance(v, frozenset) else v) for k, v in asked.items())))
        if key not in self.known:
            Recording.asked = set()
            built = registry.make(Recording(self.kind, seed, **asked))
            self.asked |= Recording.asked
            self.parts |= {*built.parts, *built.slots}
            self.known[key] = _digest(built), Recording.asked
            if not asked:
                self.look(built)
            bpy.data.batch_remove([*bpy.data.objects, *bpy.data.meshes, *bpy.data.curves])
        return self.known[key]

    def changes(self, contexts: list[dict[str, Any]], name: str, add: dict[str, Any]) -> bool:
        """True if in some context the thing is another one with `add`, which it asks for by `name`. Where it does not ask, it cannot be another one."""
        tries = ((context, seed) for context in contexts for seed in (SEEDS if not context else SEEDS[:1]))
        more = (({}, seed) for seed in MORE)
        return any(self._other(context, seed, name, add) for context, seed in chain(tries, more))

    def _other(self, context: dict[str, Any], seed: int, name: str, add: dict[str, Any]) -> bool:
        digest, asked = self.built(seed, **context)
        return tuple(name.split(" ", 1)) in asked and self.built(seed, **_joined(context, add))[0] != digest


def _joined(context: dict[str, Any], add: dict[str, Any]) -> dict[str, Any]:
    return {**context, **{k: context.get(k, frozenset()) | v if isinstance(v, frozenset) else v for k, v in add.items()}}


def _digest(built: Built) -> str:
    """Geometry, tints and looks, and where things stand on it and light comes from."""
    objects = sorted((o.get("slot"), len(o.data.polygons), hashlib.md5(vertices(o).round(5).tobytes() + _tints(o)).hexdigest()) for o in built.objects)
    slots = sorted((name, repr(slot)) for name, slot in built.slots.items())
    rest = (slots, built.supports, built.interior, built.emitters, built.hang, built.lean, built.seat, built.mount)
    return hashlib.md5(repr((objects, rest)).encode()).hexdigest()


def _tints(made: bpy.types.Object) -> bytes:
    layer = made.data.color_attributes.get("Tint")
    if layer is None:
        return b""
    flat = np.empty(len(layer.data) * 4, np.float32)
    layer.data.foreach_get("color", flat)
    return flat.round(3).tobytes()


def compare(kind: str, look: Callable[[Built], None] = lambda _: None) -> Found:
    """How the record of a kind and its prop differ; `look` is shown the thing as it is built where nothing is asked of it, once for each seed."""
    record, bench = thing(kind), _Bench(kind, look)
    contexts, declared = list(_contexts(record)), dict(_declared(record))
    for context in contexts:
        bench.built(SEEDS[0], **context)
    for seed in SEEDS:
        bench.built(seed)
    for seed in MORE:
        if set(record.parts) - bench.parts:
            bench.built(seed)
    if MATERIAL in bench.asked:
        contexts += [{"material": m} for m in MATERIALS]
        for context in contexts[-len(MATERIALS) :]:
            bench.built(SEEDS[0], **context)
    asked = {f"{what} {word}" for what, word in bench.asked}
    idle = {name for name, add in declared.items() if name in asked and not bench.changes(contexts, name, add)}
    asked = {f"{what} {word}" for what, word in bench.asked - {MATERIAL}}
    own = {*record.parts, *(shared().filling if Tag.FILLABLE in record.tags else ())}
    return Found(
        undeclared=(asked - set(declared)) | {f"part {p}" for p in bench.parts - own},
        unasked=(set(declared) - asked) | {f"part {p}" for p in set(record.parts) - bench.parts},
        idle=idle,
    )


def _declared(record: Thing) -> Iterator[tuple[str, dict[str, Any]]]:
    """All that a record declares, and how to ask for it."""
    yield from ((f"word {w}", {"states": frozenset((w,))}) for w in (*record.states, *record.styles, *record.situations))
    yield from ((f"variant {v}", {"variants": frozenset((v,))}) for v in record.variants)
    yield from ((f"shape {s}", {"shape": s}) for s in record.shapes)
    if Tag.BEARS_TEXT in record.tags:
        yield "field labels", {"labels": (LABEL,)}
    if Tag.FILLABLE in record.tags:
        flavour = record.styles[0] if Tag.EATEN_IN_HAND in record.tags else DRINKS[0]  # what is eaten in the hand is of what fills it
        yield "field contents", {"contents": DRINKS[-1] if Tag.SYRUPED in record.tags else flavour}
    if Tag.DEPICTS in record.tags:
        yield "field depicts", {"depicts": tuple(record.variants)[:1]}


def _contexts(record: Thing) -> Iterator[dict[str, Any]]:
    """In which a word may matter: alone, with a variant, a shape, a filling, another word."""
    yield {}
    yield from ({"variants": frozenset((v,))} for v in record.variants)
    yield from ({"shape": s} for s in record.shapes[:2])
    if Tag.FILLABLE in record.tags:
        yield from ({"contents": c} for c in DRINKS)
    yield from ({"states": frozenset((w,))} for w in (*record.states, *record.styles, *record.situations))
    if Tag.BEARS_TEXT in record.tags:
        yield {"labels": (LABEL,)}


def main() -> None:
    from diorama_stage.compose import clear

    clear()
    for kind in sys.argv[1:] or sorted(registry.load()):
        found = compare(kind)
        if found:
            print(kind, *(f"{name}: {', '.join(sorted(words))}" for name, words in vars(found).items() if words), sep="\n  ", flush=True)


if __name__ == "__main__":
    main()
