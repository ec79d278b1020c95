"""Fakes of the services, by the names of their engines."""

from services.bfl import FakeBFL
from services.fal import FakeFal
from services.google import FakeGoogle
from services.ideogram import FakeIdeogram
from services.openai import FakeCompatible, FakeOpenAI
from services.openrouter import FakeOpenRouter
from services.recraft import FakeRecraft
from services.replicate import FakeReplicate
from services.stability import FakeStability

FAKES = {
    "openai": FakeOpenAI,
    "fal": FakeFal,
    "replicate": FakeReplicate,
    "openrouter": FakeOpenRouter,
    "google": FakeGoogle,
    "bfl": FakeBFL,
    "ideogram": FakeIdeogram,
    "recraft": FakeRecraft,
    "stability": FakeStability,
    "compatible": FakeCompatible,
}
