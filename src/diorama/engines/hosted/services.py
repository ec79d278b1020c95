"""The services, by name."""

from __future__ import annotations

from diorama.engines.hosted.bfl import BFL
from diorama.engines.hosted.compatible import Compatible
from diorama.engines.hosted.fal import Fal
from diorama.engines.hosted.google import Google
from diorama.engines.hosted.ideogram import Ideogram
from diorama.engines.hosted.openai import OpenAI
from diorama.engines.hosted.openrouter import OpenRouter
from diorama.engines.hosted.recraft import Recraft
from diorama.engines.hosted.replicate import Replicate
from diorama.engines.hosted.service import Service
from diorama.engines.hosted.stability import Stability

KINDS: tuple[type[Service], ...] = (OpenAI, Fal, Replicate, OpenRouter, Google, BFL, Ideogram, Recraft, Stability, Compatible)
SERVICES: dict[str, type[Service]] = {kind.facts.name: kind for kind in KINDS}
