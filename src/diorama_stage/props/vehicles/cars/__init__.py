# SPDX-License-Identifier: GPL-3.0-or-later
"""Cars: one way of building, many shapes (shapes.toml); the noun and the seed choose."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.cars.bodywork import Car, shape, slots
from diorama_stage.props.vehicles.cars.liveries import service

PAINTS = ("#7d1518", "#1c3557", "#b9bcbe", "#33383c", "#dcdad4", "#22302a", "#5c646a")
OLD_PAINTS = ("#7fa8a0", "#9c2f2b", "#d8c9a3", "#35516b", "#2c3f35")
SHAPES = {
    "sports": ("sports", "sporty", "racing"), "vintage": ("vintage", "classic", "retro", "antique", "old", "old-fashioned"), "suv": (), "hatchback": (), "pickup": (), "minivan": (),
}  # fmt: skip
"""Shapes that the noun names, and the styles that name them too."""
USUAL = {"taxi": "#e8b21c", "police": "#e7e8e8"}
"""The paint of cars in service."""


def shape_of(spec: Spec, b: Builder) -> str:
    if spec.kind == "van":
        return "minivan" if spec.is_a("minivan") else "van"
    called = (name for name in SHAPES if spec.is_a(name))
    styled = (name for name, styles in SHAPES.items() if styles and spec.has(*styles))
    named = next(called, None) or next(styled, None)
    return named or ("sedan" if spec.is_a("sedan", *USUAL) else b.choose("sedan", "hatchback", "sedan", "suv"))


@prop("car", "van")
def car(spec: Spec, b: Builder) -> None:
    name = shape_of(spec, b)
    if name == "vintage":
        slots(b, b.choose(*OLD_PAINTS), rims=("paint", "#b9b3a4"), seats=("leather", b.choose("#7a2b20", "#c9b691", "#3a2a20")))
        b.slot("roof", "paint", "#e9e2d2", role="trim")
        b.slot("whitewall", "rubber", "#d9d6cc", role="fixed")
    else:
        usual = next((paint for name, paint in USUAL.items() if spec.is_a(name)), "")
        slots(b, usual or (b.choose("#e6e5e0", "#d3d6d8", "#2f4f6f") if name == "van" else b.choose(*PAINTS)), rims=("aluminium", "#9fa2a4"))
    made = Car(b, shape(name))
    made.build()
    service(spec, b, made)
