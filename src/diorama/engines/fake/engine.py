"""The fake engine's side of the contract."""

from __future__ import annotations

import textwrap
import time
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image, ImageDraw
from pydantic import Field

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Hosted, Job, Listen, Options, Outcome, Quote, Spent, Status, Warned, check, nobody
from diorama.engines.fake.service import Order, Service
from diorama.errors import ContentRefused, EngineBusy, EngineError, EngineRefused, EngineTimeout, EngineUnreachable

CURRENCY = "XTS"
"""ISO 4217's code for tests."""


class FakeOptions(Options):
    seconds: float = Field(default=0.3, ge=0, le=600, description="How long the service works")
    price: float = Field(default=0.04, ge=0, le=100, description="Of one picture, in money that is none")
    waits: float = Field(default=0.0, ge=0, le=600, description="Seconds in line before the work")
    busy: int = Field(default=0, ge=0, le=100, description="How often the service says that it is busy before it takes the order")
    offline: int = Field(default=0, ge=0, le=100, description="How often it cannot be reached while it works")
    refuses: Literal["no", "prompt", "picture"] = Field("no", description="What it refuses the order for")
    fails: bool = Field(default=False, description="It breaks down half-way")
    silent: bool = Field(default=False, description="It takes the order, and the answer is lost")
    late: float = Field(default=0.0, ge=0, le=60, description="Seconds until it answers an order that it has taken")
    spills: bool = Field(default=False, description="It repaints the whole picture, whatever its mask says")
    revises: bool = Field(default=False, description="It changes the words")


class FakeEngine(Hosted):
    """Says so on the picture itself. `keyed`: two orders with one token are one."""

    options = FakeOptions
    beat, slowest = 0.03, 0.3

    def __init__(self, folder: Path | None = None, *, keyed: bool = False):
        self.service = Service(folder)
        self._keyed = keyed

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="fake", version=__version__, title="Pretends to be a service far away; nothing is paid and nothing photographed", licence="Apache-2.0",
            speaks=("prompt",), takes=("source", "mask"),
            cancels=True, costs=True, cancelled_costs="all", resumable=True, idempotent=self._keyed, may_refuse=True, deterministic=True, pretends=True, concurrent=4,
            least=64, most=2048, multiple_of=32, max_pixels=2_359_296, source_type="trainedAlgorithmicMedia",
        )  # fmt: skip

    def quote(self, job: Job) -> Quote:
        price = _options(job).price
        return Quote(low=price, high=price, currency=CURRENCY, source="the option price")

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        check(job, self.capabilities(), self.options)
        if _options(job).revises:
            listen(Warned("prompt_revised", "the service changes the words"))
        return super().make(job, listen, cancel)

    def submit(self, job: Job) -> str:
        options = _options(job)
        if options.refuses == "prompt" or "refuse-this-prompt" in job.recipe.prompt:
            raise ContentRefused("the service refuses these words", category="test", stage="prompt")
        if options.busy >= self.service.knock(job.token or job.recipe.digest):
            raise EngineBusy("the service is busy", retry_after=0.05)
        id = self.service.order(job.token, options.model_dump(), options.price, keyed=self._keyed)
        if options.silent:
            raise EngineTimeout("the service did not answer")
        time.sleep(options.late)
        return id

    def status(self, remote_id: str) -> Status:
        order = self._known(remote_id)
        options = FakeOptions.model_validate(order.work)
        if order.failures < options.offline:
            self.service.missed(remote_id)
            raise EngineUnreachable("the service cannot be reached")
        if order.withdrawn:
            raise EngineRefused("the order was withdrawn")
        worked = time.time() - order.since - options.waits
        if worked < 0:
            return Status(False, position=1, eta=-worked)
        done = min(1.0, worked / options.seconds) if options.seconds else 1.0
        if options.fails and done >= 0.5:
            raise EngineError("the service broke down half-way", hint="try again: it will be paid again")
        if options.refuses == "picture" and done >= 1:
            raise ContentRefused("the service refuses what came of it", category="test", stage="picture")
        return Status(done >= 1, done, "painting", partial=None if done >= 1 else np.full((64, 64, 3), round(255 * done), np.uint8))

    def fetch(self, remote_id: str, job: Job) -> Outcome:
        order = self._known(remote_id)
        options = FakeOptions.model_validate(order.work)
        spent = Spent(amount=options.price, currency=CURRENCY, reference=f"bill-{remote_id}")
        words = f"{job.recipe.prompt}, vivid" if options.revises else None
        picture = _painted(job, _card(job), spills=options.spills)
        return Outcome.of(picture, spent=(spent,), revised_prompt=words, provenance={"service": "fake", "remote_id": remote_id})

    def withdraw(self, remote_id: str) -> None:
        self.service.withdraw(remote_id)

    def _known(self, remote_id: str) -> Order:
        order = self.service.look(remote_id)
        if order is None:
            raise EngineRefused("the service knows no such order")
        return order


def _options(job: Job) -> FakeOptions:
    return FakeOptions.model_validate(job.recipe.options)


def _painted(job: Job, card: np.ndarray, *, spills: bool) -> np.ndarray:
    """The card over the source, where the mask lets it: half of each, so that both are seen."""
    source, mask = job.first("source"), job.first("mask")
    if source is None:
        return card
    over = np.asarray(Image.fromarray(source[..., :3]).resize((card.shape[1], card.shape[0]), Image.Resampling.LANCZOS), np.uint16)
    mixed = ((over + card) // 2).astype(np.uint8)
    if mask is None or spills:
        return mixed
    free = np.asarray(Image.fromarray(mask).resize((card.shape[1], card.shape[0]), Image.Resampling.NEAREST))
    return np.where(free[..., None], mixed, over.astype(np.uint8))


def _card(job: Job) -> np.ndarray:
    recipe = job.recipe
    low, high = np.random.default_rng(recipe.seed).integers(40, 200, (2, 3))
    across = np.linspace(0, 1, recipe.width)[None, :, None]
    ground = np.broadcast_to(low + across * (high - low), (recipe.height, recipe.width, 3)).astype(np.uint8)
    card = Image.fromarray(np.ascontiguousarray(ground))
    text = f"fake service, seed {recipe.seed}\n" + "\n".join(textwrap.wrap(recipe.prompt, 40)[:12])
    ImageDraw.Draw(card).text((8, 8), text, fill=(245, 245, 240))
    return np.asarray(card)
