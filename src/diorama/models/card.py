"""What is known of a model: facts with their day and source. What nobody has said is None, and shown as not known."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, computed_field

from diorama.contracts.capabilities import PromptForm
from diorama.recipe import InputKind
from diorama.scene.base import Model

Kind = Literal["image", "edit", "upscale", "video", "audio"]
Per = Literal[
    "picture", "megapixel", "megapixel of all frames", "second", "30 seconds", "minute", "second of computing", "run", "1000 characters", "1000000 tokens",
]
GoodFor = Literal["photorealism", "portraits", "text", "speed", "resolution", "editing", "illustration", "vector", "price", "open weights"]


Checked = Literal["named by packages", "by hand", "from one list"]


class Price(Model):
    amount: float = Field(ge=0)
    """At the default quality and size; of the least where there is a range."""
    most: float | None = None
    """The top of the range."""
    per: Per = "picture"
    currency: str = "USD"
    as_of: str
    """The day it was read, ISO 8601."""
    source: str
    """Where it was read."""


class Offer(Model):
    """One way to have a model."""

    service: str
    """fal, replicate, openrouter, openai, …: an engine of ours, or a service that is only listed."""
    model: str
    """Its name there."""
    edit: str | None = None
    """Its name there for changing pictures, where that is another."""
    inputs: tuple[str, ...] = ()
    """The names of its inputs; none: not known here, to be read from the service."""
    price: Price | None = None
    tokens: dict[str, float] = {}
    """USD for a million tokens of each kind (text, image, output), where it is paid by those."""
    tokens_as_of: str | None = None
    named_by: tuple[str, ...] = ()
    """Packages, with their versions, in which the service's own (or others') programs name this model."""
    looked_in: tuple[str, ...] = ()
    """Packages that were looked through for it; none: no package was found that would name this service's models."""
    looked_on: str | None = None
    """The day of that, ISO 8601."""


class Card(Model):
    """One model."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9.\-]*$")
    title: str
    maker: str
    kinds: tuple[Kind, ...]
    licence: str | None = None
    offers: tuple[Offer, ...] = ()
    takes: tuple[InputKind, ...] = ()
    """Pictures it goes by; of a model whose offers list their inputs that is read from those."""
    limits: dict[str, Any] = {}
    """Fields of Capabilities about sizes."""
    good_for: tuple[GoodFor, ...] = ()
    prompt_form: PromptForm = "caption"
    """The form of words that it was trained on."""
    example: str | None = None
    """A use, in words."""
    here: str | None = None
    """The engine that runs it on this machine."""
    memory_gb: float | None = None
    """Of the graphics card, to run it here."""
    note: str | None = None
    by_hand: bool = False
    """Its facts were put together by hand; else they are as a list has them."""

    @computed_field
    @property
    def checked(self) -> Checked:
        """What its facts go by, besides the list that has its price."""
        if any(offer.named_by for offer in self.offers):
            return "named by packages"
        return "by hand" if self.by_hand else "from one list"
