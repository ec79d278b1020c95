"""The base of what requests bring as JSON: nothing is guessed from another type, and an unknown field is an error."""

from __future__ import annotations

from pydantic import ConfigDict

from diorama.scene.base import Model


class Sent(Model):
    model_config = ConfigDict(strict=True)
