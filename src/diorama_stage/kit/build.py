# SPDX-License-Identifier: GPL-3.0-or-later
"""What a prop is made from (Spec), with (Builder) and becomes (Built)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

import bpy
import numpy as np
from mathutils import Matrix

from diorama_stage.arrange.data import SupportSurface as Support
from diorama_stage.kit.arrays import points


@dataclass(frozen=True)
class Spec:
    """What is asked of a prop. `size` holds factors on the usual size, applied by the caller after building: props are built at their usual size."""

    kind: str
    seed: int = 0
    shape: str | None = None
    states: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    labels: tuple[dict, ...] = ()
    """`scene.Label` as data: text, style, colour."""
    contents: str | None = None
    """What it is filled with, where a liquid or a loose filling is asked for: coffee, water, wine, milk, tea, juice, beer, soup …"""
    material: str | None = None
    """The material asked for, for props whose form depends on it (a wooden box, a cardboard box)."""
    parts: tuple[tuple[str, str], ...] = ()
    """Materials asked for single parts, by the part's name, for props whose form depends on it (a leather strap, links of steel)."""
    variants: frozenset[str] = frozenset()
    """Which of its declared variants are asked for: a fern among potted plants, an enamel mug."""
    colours: tuple[str, ...] = ()
    """Colours asked for (`#rrggbb`), for props whose usual material depends on them: a white sculpture is marble, a black one bronze."""

    bears: float = 0.0
    """Width of what is to rest on it side by side, metres, for props that come as long as they have to be: a bench."""
    depicts: tuple[str, ...] = ()
    """What it shows or is made up of: the flowers of a bouquet."""

    def random(self) -> random.Random:
        """A generator of its own: variants by seed, the same on every machine."""
        return random.Random(f"{self.kind}:{self.seed}")

    def has(self, *words: str) -> bool:
        """True where any of the words is among the states or attributes."""
        return any(word in self.states or word in self.attributes for word in words)

    def of(self, part: str) -> str | None:
        """The material asked for a part."""
        return dict(self.parts).get(part)

    def is_a(self, *variants: str) -> bool:
        """True where any of its declared variants is asked for."""
        return any(variant in self.variants for variant in variants)

    def shaped(self, *shapes: str) -> bool:
        """True where any of the shapes is asked for."""
        return self.shape in shapes


@dataclass(frozen=True)
class Slot:
    """A part's usual look. Role `main` takes the colour and material asked of the thing; `trim` a material only where all is asked to be of it; `fixed` never."""

    material: str
    colour: str | None = None
    pattern: str | None = None
    finish: tuple[str, ...] = ()
    role: str = "main"
    label: dict | None = None
    """For `printed` material: the label to typeset (text, style, colour, paper colour) or a picture to draw."""
    params: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Interior:
    """The hollow of a vessel or box: an upright cylinder (or box) that can be filled. `z0` its floor, `z1` its rim."""

    radius: float
    z0: float
    z1: float
    x: float = 0.0
    y: float = 0.0
    half_x: float | None = None
    half_y: float | None = None
    level: float | None = None
    """Height of the liquid in it, metres; None: there is none."""


@dataclass(frozen=True)
class Emitter:
    """Where a thing gives light when lit. `watts` is radiant power of the usual lamp, `radius` metres."""

    x: float
    y: float
    z: float
    radius: float
    kelvin: float
    watts: float
    kind: str = "point"
    colour: str | None = None
    """`#rrggbb` of a light that is no black body's: a neon tube."""


@dataclass
class Built:
    """A finished prop: objects under one root, and what placement and light need to know of it."""

    kind: str
    root: bpy.types.Object
    objects: list[bpy.types.Object]
    parts: dict[str, list[bpy.types.Object]]
    slots: dict[str, Slot]
    low: np.ndarray
    """Least corner of the bounding box, metres, prop's frame."""
    high: np.ndarray
    supports: list[Support]
    interior: Interior | None
    emitters: list[Emitter]
    hang: tuple[float, float, float] | None
    """The point it hangs from, where it can hang."""
    lean: str | None
    """How it leans on a wall: "back" (top tilts back), "side" (stands along the wall, like a bicycle), None: it does not lean."""
    footprint: str
    """Outline for placement: "round" or "box"."""
    seat: float = 0.0
    """Height above its lowest point of what it sits with, metres: the legs of a sitter hang below the seat."""
    mount: float | None = None
    """Height above the ground at which it hangs on a wall, metres; None: at the height of the eye."""
    strands: list[bpy.types.Object] = field(default_factory=list)
    """Curves (hair) under the root that are no meshes: they take the pass index, placement does not look at them."""
    marks: dict[str, np.ndarray] = field(default_factory=dict)
    """Points (3,) that framing and focus go by, the prop's frame: of people left_eye, chin, crown, chest, waist, hip …"""
    head: np.ndarray | None = None
    """Outermost points of an animal's head (n, 3), the prop's frame, by which a close-up is framed; None of what has none apart from its body."""
    credits: list[dict] = field(default_factory=list)
    """Assets whose licence asks that their authors be named: asset, licence, credit."""
    left_out: list[str] = field(default_factory=list)
    """What was asked of it and could not be built: garments of a person."""
    told: str = ""
    """What is to be said of it, after its noun: of a file of somebody's, how it was taken."""
    draught: float | None = None
    """How deep it lies in water, metres; None: as its record says."""
    stand_in: bool = False
    """It is only the nearest of its class: a living animal of another kind than the one asked for."""

    @property
    def polygons(self) -> int:
        return sum(len(o.data.polygons) for o in self.objects)


class Builder:
    """Collects the parts of one prop. Each object belongs to a named part and to a slot (its usual look)."""

    def __init__(self, spec: Spec):
        self.spec = spec
        self.rng = spec.random()
        self._parts: dict[str, list[bpy.types.Object]] = {}
        self._slots: dict[str, Slot] = {}
        self._slot_of: dict[str, str] = {}
        self.supports: list[Support] = []
        self.interior: Interior | None = None
        self.liquid: float | None = None
        """Height up to which `fillings.fill` filled it with a liquid, metres."""
        self.emitters: list[Emitter] = []
        self.hang: tuple[float, float, float] | None = None
        self.seat = 0.0
        self.mount: float | None = None
        self.lean: str | None = None
        self.footprint = "box"

    def slot(self, name: str, material: str, colour: str | None = None, *, role: str = "main", **more) -> str:
        """Declare a slot: its usual material (a key of `materials`), colour `#rrggbb`, pattern, finish, role. Returns its name."""
        self._slots[name] = Slot(material=material, colour=colour, role=role, **more)
        return name

    def add(self, object: bpy.types.Object, slot: str, part: str | None = None, *, beyond: bool = False) -> bpy.types.Object:
        """Add an object; its mesh is in the prop's frame. `part` is the name people use for it (lid, handle, wheels), by default the slot's name.

        `beyond`: no frame need hold it (the cord of a lamp runs up out of the picture).
        """
        if slot not in self._slots:
            raise KeyError(f"{self.spec.kind}: slot {slot!r} was not declared")
        self._parts.setdefault(part or slot, []).append(object)
        self._slot_of[object.name] = slot
        object["slot"] = slot
        if beyond:
            object["beyond"] = True
        return object

    def support(self, name: str, x0: float, x1: float, y0: float, y1: float, z: float, **more) -> None:
        self.supports.append(Support(name, x0, x1, y0, y1, z, **more))

    def choose(self, *options):
        """One of the options, by the prop's seed."""
        return self.rng.choice(options)

    def vary(self, value: float, share: float = 0.08) -> float:
        """The value, more or less by up to `share` of it, by the prop's seed."""
        return value * (1 + self.rng.uniform(-share, share))

    def finish(self) -> Built:
        """Parent all to one root that stands on z = 0 with its middle at the origin."""
        objects = [o for group in self._parts.values() for o in group]
        corners = np.concatenate([vertices(o) for o in objects if not o.get("beyond")])
        low, high = corners.min(axis=0), corners.max(axis=0)
        lift = -float(low[2])
        if self.interior and self.liquid is not None:
            self.interior = replace(self.interior, level=self.liquid)
        if abs(lift) > 1e-5:
            self._lift(objects, lift)
            low, high = low + (0, 0, lift), high + (0, 0, lift)
        root = bpy.data.objects.new(self.spec.kind, None)
        bpy.context.scene.collection.objects.link(root)
        for o in objects:
            o.parent = root
        return Built(self.spec.kind, root, objects, self._parts, self._slots, low, high, self.supports, self.interior, self.emitters, self.hang, self.lean, self.footprint, self.seat, self.mount)


    def _lift(self, objects: list[bpy.types.Object], by: float) -> None:
        """Move everything up, so that the lowest point is at z = 0."""
        for o in objects:
            o.data.transform(Matrix.Translation((0, 0, by)))
            o.data.update()
        self.supports = [replace(s, z=s.z + by) for s in self.supports]
        self.emitters = [replace(e, z=e.z + by) for e in self.emitters]
        if self.interior:
            inside = self.interior
            level = None if inside.level is None else inside.level + by
            self.interior = replace(inside, z0=inside.z0 + by, z1=inside.z1 + by, level=level)
        if self.hang:
            self.hang = (*self.hang[:2], self.hang[2] + by)


def vertices(object: bpy.types.Object) -> np.ndarray:
    """Vertex positions, (n, 3) float32, object's frame."""
    return points(object.data)
