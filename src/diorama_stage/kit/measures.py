# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of a built thing without its meshes: what arranging, framing and those who are made to fit it read. Metres, the thing's own frame.

Built ──measured──▶ Measures (frozen; arrays that nobody writes to) ──archived──▶ bytes ──unarchived──▶ the same Measures
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace

import bpy
import numpy as np

from diorama_stage.arrange.data import Relief, SupportSurface
from diorama_stage.kit.arrays import corners
from diorama_stage.kit.build import Built, Interior, Slot, vertices


@dataclass(frozen=True)
class Words:
    """Letters on a patch: whether there are any (a logo has none), the x-height of the smallest as a share of the patch's height, and
    which of its points are its lower and its upper edge (as often as faces meet there)."""

    letters: bool
    share: float
    foot: np.ndarray
    head: np.ndarray


@dataclass(frozen=True)
class Body:
    """One object of a thing: its points (n, 3) float32, and where it has a place of its own in the thing's frame, that (4, 4)."""

    name: str
    points: np.ndarray
    local: np.ndarray | None = None
    beyond: bool = False
    """No frame need hold it."""
    main: bool = False
    """It takes the colour and material asked of the thing."""
    words: Words | None = None
    letters: float = 0.0
    """Of a garment that bears words: their x-height, metres; 0: it bears none."""
    over: str = ""
    """The mark that those words are over."""


@dataclass(frozen=True)
class Measures:
    kind: str
    low: np.ndarray
    high: np.ndarray
    supports: tuple[SupportSurface, ...]
    interior: Interior | None
    hang: tuple[float, float, float] | None
    lean: str | None
    footprint: str
    seat: float
    mount: float | None
    draught: float | None
    marks: dict[str, np.ndarray]
    head: np.ndarray | None
    form: np.ndarray
    """Points strewn over its surface and its outermost ones (n, 3) float32, as it stands when it is upside down, too."""
    bodies: tuple[Body, ...]
    """Of all its objects; after them those that belong to a part alone."""
    count: int
    """How many of them are its objects."""
    parts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """By a part's name which bodies it is of."""
    factors: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """By which it was resized."""
    shown: float | None = None
    """The turn that shows its words, degrees; None: it has a place for them, or none."""

    @property
    def objects(self) -> tuple[Body, ...]:
        return self.bodies[: self.count]

    def points(self, *parts: str) -> np.ndarray:
        """Of its objects, or of some of its parts, (n, 3) float32."""
        return np.concatenate([self.bodies[k].points for part in parts for k in self.parts[part]] if parts else [b.points for b in self.objects])

    def without(self, part: str) -> np.ndarray:
        """Points of all parts but one, (n, 3)."""
        return self.points(*(name for name in self.parts if name != part))

    def having(self, body: Body, part: str) -> Measures:
        """With one more object, which is a part of its own."""
        bodies = (*self.objects, body, *self.bodies[self.count :])
        moved = {name: tuple(k + (k >= self.count) for k in of) for name, of in self.parts.items()}
        return replace(self, bodies=bodies, count=self.count + 1, parts={**moved, part: (self.count,)})


ShareOf = Callable[[bpy.types.Object, dict], float]
"""The x-height of the smallest letters of a label on a patch, as a share of its height."""


def measured(built: Built, form: np.ndarray, share: ShareOf) -> Measures:
    """Measures of what was built. `form`: points that tell its form (see `Measures`)."""
    extra = [o for group in built.parts.values() for o in group if o not in built.objects]
    objects = [*built.objects, *dict.fromkeys(extra)]
    place = {o: k for k, o in enumerate(objects)}
    return Measures(
        built.kind, np.array(built.low), np.array(built.high), tuple(built.supports), built.interior, built.hang, built.lean, built.footprint, built.seat,
        built.mount, built.draught, {name: _own(at) for name, at in built.marks.items()}, _own(built.head), form,
        tuple(_body(o, built.slots.get(o.get("slot")), share) for o in objects),
        len(built.objects), {name: tuple(place[o] for o in group) for name, group in built.parts.items()},
    )  # fmt: skip


def _own(at):
    """An array that nobody else has; whatever else it is, itself."""
    return at.copy() if isinstance(at, np.ndarray) else at


def _body(o: bpy.types.Object, slot: Slot | None, share: ShareOf) -> Body:
    local = np.asarray(o.matrix_basis)
    words = None
    if slot and slot.label and o.data.uv_layers:
        lettered = bool(slot.label.get("text"))
        words = Words(lettered, share(o, slot.label) if lettered else 0.0, *edges(o))
    return Body(
        o.name, vertices(o), None if np.array_equal(local, np.eye(4)) else local, bool(o.get("beyond")), bool(slot and slot.role == "main"),
        words, float(o.get("letters", 0.0)), str(o.get("over", "")),
    )  # fmt: skip


def edges(patch: bpy.types.Object) -> tuple[np.ndarray, np.ndarray]:
    """Which of a patch's vertices are its lower and its upper edge, by its UV, corner by corner."""
    uv, at = np.empty(len(patch.data.loops) * 2, np.float32), corners(patch.data)
    patch.data.uv_layers[0].uv.foreach_get("vector", uv)
    v = uv[1::2]
    return at[np.abs(v - v.min()) < 0.02], at[np.abs(v - v.max()) < 0.02]


# ── as bytes ──

RECORDS = {c.__name__: c for c in (Words, Body, Measures, Relief, SupportSurface, Interior)}


def archived(value: Measures | Relief) -> bytes:
    """The measures (or a relief) as bytes: a JSON text that names the arrays behind it."""
    arrays: list[np.ndarray] = []

    def told(v):
        if isinstance(v, np.ndarray):
            arrays.append(v)
            return {"array": len(arrays) - 1}
        if type(v).__name__ in RECORDS:
            return {"record": type(v).__name__, "of": {f.name: told(getattr(v, f.name)) for f in fields(v)}}
        if isinstance(v, tuple):
            return {"tuple": [told(one) for one in v]}
        if isinstance(v, dict):
            return {"dict": {k: told(one) for k, one in v.items()}}
        return v.item() if isinstance(v, np.generic) else v

    text = json.dumps(told(value))
    out = io.BytesIO()
    np.savez(out, told=np.frombuffer(text.encode(), np.uint8), **{f"a{k}": a for k, a in enumerate(arrays)})
    return out.getvalue()


def unarchived(data: bytes) -> Measures | Relief:
    """What `archived` made bytes of. Raises ValueError, KeyError or OSError for anything else."""
    with np.load(io.BytesIO(data), allow_pickle=False) as held:
        arrays = {name: held[name] for name in held.files}

    def read(v):
        if not isinstance(v, dict):
            return v
        if "array" in v:
            return sealed(arrays[f"a{v['array']}"])
        if "record" in v:
            return RECORDS[v["record"]](**{name: read(one) for name, one in v["of"].items()})
        return tuple(map(read, v["tuple"])) if "tuple" in v else {name: read(one) for name, one in v["dict"].items()}

    return read(json.loads(arrays["told"].tobytes()))


def sealed(value):
    """The same, no array in it to be written to."""
    if isinstance(value, np.ndarray):
        value.setflags(write=False)
    elif type(value).__name__ in RECORDS:
        for f in fields(value):
            sealed(getattr(value, f.name))
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            sealed(one)
    return value
