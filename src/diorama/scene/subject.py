"""Subjects: who and what is in the picture. An object is a thing built to the catalogue; people and animals have traits of their own."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from diorama.scene.animal import AnimalTraits
from diorama.scene.base import Framed, Model, unit
from diorama.scene.look import Label, Part, Size, Surface
from diorama.scene.person import PersonTraits


class _Named(Model):
    """What every subject has."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    noun: str
    """The word of the prompt (singular); for people's eyes: no engine need read it."""
    count: int = Field(default=1, ge=1, le=100)
    size: Size = Size()
    within: Framed | None = Field(default=None, json_schema_extra=unit("1"))
    """Where in the frame all of it is to be seen; None: where the arrangement has it."""
    implied: bool = False
    """True where no word names it and a short prompt was filled in with it (the table under a mug)."""


class Object(_Named):
    """One kind of thing in the picture, once or several times."""

    STANCE: ClassVar[tuple[str, ...]] = ("thing", "asset", "variants", "shape", "size", "states", "styles", "contents", "depicts")
    """Fields that decide how it stands."""

    kind: Literal["object"] = "object"
    thing: str
    """What is built for it: a key of the catalogue. Differs from `noun` where a stand-in is used."""
    asset: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the file that it is, a 3D file or a picture with transparency among the recipe's inputs; None: it is built. `thing` then only tells how large
    such things are and how they stand."""
    variants: tuple[str, ...] = ()
    """Which of the thing's declared variants its noun names: an "enamel" mug by "camp mug"."""
    surface: Surface = Surface()
    parts: tuple[Part, ...] = ()
    shape: str | None = None
    """round, square, rectangular, oval, triangular, cubic, spherical, cylindrical, conical, pyramidal, hexagonal, heart, star, teardrop, flat …"""
    states: tuple[str, ...] = ()
    """open, closed, lit, unlit, empty, full, half_full, broken, folded, rolled, sliced, peeled, burning, steaming, pouring,
    poured_onto, blooming, wilted, fallen, upside_down …"""
    styles: tuple[str, ...] = ()
    """Words of style, era or make that were understood to speak of this thing: vintage, modern, elegant, old, printed …"""
    contents: str | None = None
    """What it is filled with: coffee, orange_juice, soup …"""
    depicts: tuple[str, ...] = ()
    """What it shows or is made up of: a photograph of a "dog", a bouquet of "rose" and "tulip"."""
    labels: tuple[Label, ...] = ()


class _Living(_Named):
    """What objects have and living things have not: empty, so that what asks all subjects need not ask their kind first."""

    @property
    def surface(self) -> Surface:
        return Surface()

    @property
    def parts(self) -> tuple[Part, ...]:
        return ()

    @property
    def shape(self) -> None:
        return None

    @property
    def states(self) -> tuple[str, ...]:
        return ()

    styles = variants = depicts = states

    @property
    def labels(self) -> tuple[Label, ...]:
        return ()

    @property
    def contents(self) -> None:
        return None


class Person(_Living, PersonTraits):
    """A person, or several alike."""

    STANCE: ClassVar[tuple[str, ...]] = ("age", "sex", "build", "height", "size", "role", "wears", "posture", "gestures", "actions", "turned")

    kind: Literal["person"] = "person"

    @property
    def thing(self) -> str:
        return "person"


class Animal(_Living, AnimalTraits):
    """An animal, or several alike."""

    STANCE: ClassVar[tuple[str, ...]] = ("species", "breed", "age", "build", "size", "wears", "posture", "deeds", "turned", "formation")

    kind: Literal["animal"] = "animal"

    @property
    def thing(self) -> str:
        return self.species


def _kind(value: Any) -> str:
    """An object where nothing else is said."""
    return value.get("kind", "object") if isinstance(value, dict) else getattr(value, "kind", "object")


Subject = Annotated[Annotated[Object, Tag("object")] | Annotated[Person, Tag("person")] | Annotated[Animal, Tag("animal")], Discriminator(_kind)]
"""Any of them, told apart by `kind`."""
