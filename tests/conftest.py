"""Shared by all tests: small scenes and jobs. The stage tier (marker `stage`) needs Blender; everything else runs without."""

from __future__ import annotations

import importlib.util

import pytest

from diorama.scene import Camera, Environment, Light, Lighting, Object, Scene


def pytest_collection_modifyitems(items):
    """Without Blender the stage tier is skipped and says so. It runs last, so that quick failures come first."""
    items.sort(key=lambda item: item.get_closest_marker("stage") is not None)
    if importlib.util.find_spec("bpy") is None:
        for item in items:
            if item.get_closest_marker("stage"):
                item.add_marker(pytest.mark.skip(reason="bpy is not installed"))


@pytest.fixture
def scene() -> Scene:
    """Two things on a table by a window."""
    return Scene(
        subjects=(Object(id="s1", noun="mug", thing="mug"), Object(id="s2", noun="cube", thing="cube")),
        relations=({"subject": "s2", "kind": "left_of", "objects": ("s1",)},),
        environment=Environment(setting="tabletop", ground_shape="table"),
        lighting=Lighting(time="morning", hour=9.0, lights=(Light(id="l1", source="window", azimuth=-75, elevation=25, quality="soft"),)),
        camera=Camera(focal_length=85, f_number=2.8),
    )
