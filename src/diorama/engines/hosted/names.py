"""Names of engines that are no entry points: a model people know (`seedream-4.5`), or a service and its own name for a model (`fal:fal-ai/flux-2`)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diorama.contracts import Cancel, Capabilities, Event, Job, Listen, Options, Outcome, Quote, Submitted, find_key, nobody
from diorama.contracts.catalogue import engine as by_entry_point
from diorama.engines.hosted.forms import Formed
from diorama.engines.hosted.live import read, schema_of
from diorama.engines.hosted.service import Service
from diorama.engines.hosted.services import SERVICES
from diorama.errors import EngineError, EngineUnavailable
from diorama.models import Card, Offer, cards, find


def engine(name: str) -> Any:
    """The engine of this name; None where the name says nothing here. Raises EngineUnavailable for a model of which no service is known here."""
    service, colon, model = name.partition(":")
    if colon and service in SERVICES and model:
        return of_service(service, model, name)
    card = find(name)
    if card is None:
        return None
    if card.here is not None:
        return by_entry_point(card.here)
    there = [offer for offer in card.offers if usable(card, offer)]
    if not there:
        told = ", ".join(sorted({offer.service for offer in card.offers})) or "nobody that is known here"
        raise EngineUnavailable(f"{card.title} is to be had from {told}, and there is no engine for that", hint="`diorama models` lists what can be used")
    return Named(card, [made(card, offer, name) for offer in there])


def names() -> tuple[str, ...]:
    """Of all models that people name."""
    return tuple(cards())


def knows(name: str) -> bool:
    """Whether the name means anything here."""
    service, colon, model = name.partition(":")
    return bool(colon and service in SERVICES and model) or find(name) is not None


def usual(service: str) -> Service:
    """A service's engine, with its usual model. Raises EngineUnavailable."""
    kind = SERVICES[service]
    card = find(kind.facts.usual)
    offer = next((one for one in card.offers if one.service == service), None) if card else None
    if card is None or offer is None:
        raise EngineUnavailable(f"{service} has no usual model in the catalogue", where="models/known.toml")
    return made(card, offer, service)


def of_service(service: str, model: str, name: str) -> Service:
    """The engine for any model of a service: as the catalogue knows it, else by its schema, read from the service."""
    for card in _with(service):
        for offer in card.offers:
            if offer.service == service and model in (offer.model, offer.edit):
                return made(card, offer.model_copy(update={"model": model, "edit": None}) if model == offer.edit else offer, name)
    return made(Card(name="unlisted", title=model, maker="not known", kinds=("image",)), Offer(service=service, model=model), name)


def usable(card: Card, offer: Offer) -> bool:
    """Whether an engine here makes this: those with forms make anything, the others pictures."""
    kind = SERVICES.get(offer.service)
    return kind is not None and (issubclass(kind, Formed) or bool({"image", "edit", "upscale"} & set(card.kinds)))


def made(card: Card, offer: Offer, name: str) -> Service:
    kind = SERVICES[offer.service]
    if not issubclass(kind, Formed):
        return kind(card, offer, name)
    engine = kind(card, offer, name, schema_of(offer))
    if find_key(engine.capabilities()) is None:
        return engine  # without a key nobody is asked: what was read before, or the names that the catalogue tells
    schema = read(offer, engine.published)
    return engine if schema == engine.schema else kind(card, offer, name, schema)


def _with(service: str) -> list[Card]:
    return [card for card in cards().values() if any(offer.service == service for offer in card.offers)]


class Named:
    """A model by its own name: made by the first of its services for which there is a key. What was ordered is fetched where it was ordered."""

    def __init__(self, card: Card, ways: list[Service]):
        self.card, self.ways = card, ways

    @property
    def way(self) -> Service:
        """The service that is asked now."""
        return next((way for way in self.ways if find_key(way.capabilities()) is not None), self.ways[0])

    @property
    def options(self) -> type[Options]:
        return self.way.options

    def capabilities(self) -> Capabilities:
        return self.way.capabilities()

    def quote(self, job: Job) -> Quote | None:
        return self.way.quote(job)

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        way = self.way

        def hear(event: Event) -> None:
            listen(replace(event, remote_id=f"{way.facts.name} {event.remote_id}") if isinstance(event, Submitted) else event)

        return way.make(job, hear, cancel)

    def resume(self, remote_id: str, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        service, _, id = remote_id.partition(" ")
        way = next((way for way in self.ways if way.facts.name == service), None)
        if way is None:
            raise EngineError(f"it was ordered from {service}, and {self.card.name} is not known there any more", hint="it was probably paid: look there")
        return way.resume(id, job, listen, cancel)

    def check(self) -> str:
        return self.way.check()

    def close(self) -> None:
        for way in self.ways:
            way.close()
