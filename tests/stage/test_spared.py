"""What rays are spared: relief where only scattered light sees it (what is seen or mirrored keeps it, and the light that comes back is the same), and the
choice among lamps by their nearness where they stand all about."""

import numpy as np
import pytest

pytestmark = pytest.mark.stage

SIZE = (60, 40)


@pytest.fixture
def wall():
    """Light (h, w, 3) of a rough wall that the sun falls on from a side; the lens sees it, a sheet of white paper beside it, or a mirror that shows it."""
    import bpy

    from diorama_stage.compose import clear
    from diorama_stage.materials import Look, material
    from diorama_stage.materials.bounces import spare_relief
    from diorama_stage.render import render
    from diorama_stage.render.settings import use_cycles

    def add(name: str, corners, stuff: str, finish: tuple[str, ...] = ()) -> None:
        mesh = bpy.data.meshes.new(name)
        mesh.from_pydata(corners, [], [(0, 1, 2, 3)])
        object = bpy.data.objects.new(name, mesh)
        bpy.context.collection.objects.link(object)
        object.data.materials.append(material(Look(stuff, ("#b07840",) if finish else ("#f0f0f0",), finish=finish, size=2.0)))

    def take(opposite: str | None, *, spared: bool, samples: int = 24) -> np.ndarray:
        clear()
        use_cycles(*SIZE, 3)
        add("wall", [(-3, 2, 0), (3, 2, 0), (3, 2, 4), (-3, 2, 4)], "clay", ("rough",))
        if opposite:  # it faces the wall, and the lens stands between the two
            add("opposite", [(3, -2, 0), (-3, -2, 0), (-3, -2, 4), (3, -2, 4)], opposite)
        bpy.ops.object.light_add(type="SUN", rotation=(np.radians(75), 0, np.radians(-50)))
        bpy.context.object.data.energy = 3
        bpy.ops.object.camera_add(location=(0, 0, 2), rotation=(np.radians(90), 0, np.radians(180 if opposite else 0)))
        bpy.context.scene.camera = bpy.context.object
        if spared:
            assert spare_relief() >= 1
        return np.ascontiguousarray(render(samples, 0.001)["Combined"][..., :3])

    yield take
    clear()


def test_what_is_seen_keeps_its_relief(wall):
    kept, spared = wall(None, spared=False), wall(None, spared=True)
    assert kept.std() > 0.05 * kept.mean(), "a wall without relief proves nothing"
    assert np.abs(spared - kept).max() < 1e-3


def test_what_a_mirror_shows_keeps_its_relief(wall):
    kept, spared = wall("chrome", spared=False), wall("chrome", spared=True)
    assert kept.std() > 0.05 * kept.mean()
    assert np.abs(spared - kept).max() < 0.02 * kept.mean()


def test_paper_gets_the_same_light_from_it(wall):
    kept, spared = wall("paper", spared=False, samples=96), wall("paper", spared=True, samples=96)
    assert not np.array_equal(kept, spared), "the light is not worked out another way"
    assert spared.mean() == pytest.approx(kept.mean(), rel=0.02)


def test_a_smooth_shader_is_led_by_the_same_values(blend):
    """All but the relief: colours, roughness, and the normal that the bump began with."""
    from diorama_stage.materials import Look, material
    from diorama_stage.materials.bounces import spare_relief

    made = material(Look("oak", finish=("old",)))
    made.use_fake_user = True
    assert spare_relief() == 1
    shaders = [n for n in made.node_tree.nodes if n.bl_idname == "ShaderNodeBsdfPrincipled"]
    full, smooth = sorted(shaders, key=lambda n: not n.inputs["Normal"].is_linked)
    assert full.inputs["Normal"].is_linked and not smooth.inputs["Normal"].is_linked
    for one, other in zip(full.inputs, smooth.inputs, strict=True):
        if one.name == "Normal":
            continue
        assert [link.from_socket for link in one.links] == [link.from_socket for link in other.links], one.name
        if hasattr(one, "default_value") and not one.is_linked:
            assert _held(one) == _held(other), one.name


def test_what_has_no_relief_has_one_shader(blend):
    from diorama_stage.materials import Look, material
    from diorama_stage.materials.bounces import spare_relief

    material(Look("marble")).use_fake_user = True
    before = len(blend.data.materials[0].node_tree.nodes)
    bumps = [n for n in blend.data.materials[0].node_tree.nodes if n.bl_idname == "ShaderNodeBump"]
    assert not bumps and spare_relief() == 0
    assert len(blend.data.materials[0].node_tree.nodes) == before


@pytest.mark.parametrize(("prompt", "indoor"), [("A red mug on a wooden table in a kitchen", True), ("A red ball in a meadow at noon", False)])
def test_rooms_spare_relief_and_meadows_do_not(blend, prompt, indoor):
    _compose(prompt)
    mixes = [n for m in blend.data.materials if m.use_nodes for n in m.node_tree.nodes if n.bl_idname == "ShaderNodeMixShader" and _by_ray(n)]
    assert bool(mixes) is indoor


@pytest.mark.parametrize(
    ("prompt", "by_nearness"),
    [
        ("A red ball on a street in a city at night", False),
        ("A lantern on a street in a city at night", True),
        ("A red ball on a street with string lights at night", True),
        ("A red ball in a living room at night", True),
    ],
)
def test_lamps_are_chosen_by_nearness_but_in_streets_lit_all_over(blend, prompt, by_nearness):
    _compose(prompt)
    assert blend.context.scene.cycles.use_light_tree is by_nearness


def _compose(prompt):
    from diorama.language import read, stand_in
    from diorama_stage.compose import compose

    compose(stand_in(read(prompt)).scene.model_dump(mode="json"), seed=3, width=96, height=64)


def _by_ray(mix) -> bool:
    """By whether the ray was scattered before."""
    chosen = mix.inputs[0].links[0].from_node if mix.inputs[0].is_linked else None
    return chosen is not None and any(link.from_socket.name == "Diffuse Depth" for s in chosen.inputs for link in s.links)


@pytest.fixture
def blend():
    import bpy

    from diorama_stage.compose import clear

    clear()
    yield bpy
    clear()


def _held(socket):
    value = socket.default_value
    return tuple(value) if hasattr(value, "__len__") else value
