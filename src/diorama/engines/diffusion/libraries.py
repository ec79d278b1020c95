"""The libraries of the extra, opened only when a picture is made."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

from diorama.errors import EngineUnavailable

EXTRA = ("diffusers", "torch", "transformers", "accelerate", "psutil")


def library(name: str) -> Any:
    """Raises EngineUnavailable that says what to install."""
    present()
    return importlib.import_module(name)


def present(*more: str) -> None:
    """Raises EngineUnavailable where the extra, or what a model needs besides, is not installed."""
    missing = [name for name in (*EXTRA, *more) if importlib.util.find_spec(name) is None]
    if missing:
        told = f"local models need {' and '.join(missing)}, and {'it is' if len(missing) == 1 else 'they are'} not installed"
        raise EngineUnavailable(told, where="engine", hint="pip install 'diorama[diffusion]'; docs/engines-local.md")
