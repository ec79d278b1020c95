# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of props: a name, and the function that builds it. Families register by decorator; `load` imports them all."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace

from diorama_stage.kit import Builder, Built, Spec
from diorama_stage.kit.blueprint import again

Maker = Callable[[Spec, Builder], None]
PROPS: dict[str, Maker] = {}


def prop(*kinds: str) -> Callable[[Maker], Maker]:
    """Register a maker for one or several kinds (it can look at `spec.kind`)."""

    def register(maker: Maker) -> Maker:
        for kind in kinds:
            if kind in PROPS:
                raise ValueError(f"prop {kind!r} is registered twice")
            PROPS[kind] = maker
        return maker

    return register


def load() -> dict[str, Maker]:
    """The makers of all kinds; every family of this package is imported."""
    _import()
    return PROPS


@functools.cache
def _import() -> None:
    package = importlib.import_module("diorama_stage.props")
    for module in pkgutil.walk_packages(package.__path__, "diorama_stage.props."):
        importlib.import_module(module.name)


class NoProp(Exception):
    """No prop builds a thing of this kind."""


def build(spec: Spec) -> Built:
    """One prop at its usual size, standing at the origin: made, or made again of what is kept of it. Raises NoProp for an unknown kind."""
    words = {name: tuple(sorted(getattr(spec, name))) for name in ("states", "attributes", "variants")}
    return again(repr(replace(spec, **words)), lambda: make(spec))


def make(spec: Spec) -> Built:
    """Build one prop at its usual size, standing at the origin. Raises NoProp for an unknown kind."""
    maker = load().get(spec.kind)
    if maker is None:
        raise NoProp(f"the stage cannot build {spec.kind!r}")
    builder = Builder(spec)
    maker(spec, builder)
    return builder.finish()
