"""The services, by name."""

from __future__ import annotations

from diorama.engines.hosted.fal import Fal
from diorama.engines.hosted.service import Service

SERVICES: dict[str, type[Service]] = {kind.facts.name: kind for kind in (Fal,)}
