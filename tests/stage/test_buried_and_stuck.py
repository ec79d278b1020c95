"""What is half buried is cut at the ground and shows its broader end; stickers lie on the skin and overlap nowhere."""

from __future__ import annotations

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from diorama_stage.dress import dress  # noqa: E402
from diorama_stage.kit import Spec  # noqa: E402
from diorama_stage.kit.build import vertices  # noqa: E402
from diorama_stage.lay_down import bury, tip  # noqa: E402
from diorama_stage.props.registry import build  # noqa: E402
from diorama_stage.stickers import stick  # noqa: E402

pytestmark = pytest.mark.stage


def made(kind: str, seed: int = 3):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    return build(Spec(kind, seed))


def points(objects) -> np.ndarray:
    return np.concatenate([vertices(o) for o in objects])


@pytest.mark.parametrize("kind", ["bottle", "boot", "anchor"])
def test_what_is_half_buried_ends_at_the_ground(kind):
    built = made(kind)
    whole = points(built.objects)
    bury(built, 5)
    left = points(built.objects)
    assert built.low[2] == 0 and left[:, 2].min() > -0.04 * np.ptp(whole, axis=0).max()
    assert 0.35 < left[:, 2].max() / np.ptp(whole, axis=0).max() < 0.85
    assert not built.supports and built.interior is None


def test_a_shovel_shows_its_blade():
    built = made("shovel")
    tip(built)
    bury(built, 5)
    high = points(built.parts["blade"])[:, 2]
    assert high.max() > 0.9 * built.high[2] and high.min() > 0.1 * built.high[2]


@pytest.mark.parametrize("kind", ["suitcase", "laptop", "guitar"])
def test_stickers_lie_on_the_skin_and_beside_one_another(kind):
    built = made(kind)
    dress(built)
    skin, own = points(built.objects), list(built.objects)
    stick(built, 4)
    patches = built.parts["stickers"]
    assert len(patches) >= 4 and len(built.objects) == len(own) + len(patches)
    size = float((built.high - built.low).max())
    low, high = skin.min(axis=0) - 0.01 * size, skin.max(axis=0) + 0.01 * size
    middles = np.array([vertices(o).mean(axis=0) for o in patches])
    wide = np.array([np.ptp(vertices(o), axis=0).max() for o in patches])
    assert all(((vertices(o) > low) & (vertices(o) < high)).all() for o in patches)
    apart = np.linalg.norm(middles[:, None] - middles[None], axis=2) + np.eye(len(patches)) * 9
    assert (apart > 0.3 * np.minimum.outer(wide, wide)).all()
