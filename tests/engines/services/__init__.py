"""Fakes of the services, by the names of their engines."""

from services.fal import FakeFal

FAKES = {"fal": FakeFal}
