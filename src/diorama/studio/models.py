"""Models, and whether they can be used here: with a key, without one, on this machine, or not at all."""

from __future__ import annotations

from typing import Literal

from diorama import contracts
from diorama.engines.hosted.names import usable
from diorama.engines.hosted.services import SERVICES
from diorama.models import Card

Standing = Literal["runs here", "ready", "needs a key", "listed"]
"""It runs on this machine (weights may have to be fetched); there is a key for it; there is none yet; no engine here reaches it."""


def standing(card: Card) -> Standing:
    if card.here is not None:
        return "runs here" if card.here in contracts.names() else "listed"
    services = services_of(card)
    if not services:
        return "listed"
    return "ready" if any(has_key(name) for name in services) else "needs a key"


def services_of(card: Card) -> list[str]:
    """Those of its services that an engine here reaches."""
    return [offer.service for offer in card.offers if usable(card, offer)]


def has_key(service: str) -> bool:
    """Whether there is a key for a service, or it needs none."""
    facts = SERVICES[service].facts
    return (
        service == "compatible"
        or contracts.find_key(contracts.Capabilities(name=service, version="", title="", licence="", needs_key=service, key_env=facts.key_env)) is not None
    )
