"""Looks taken apart: whatever Blender's shaders mix becomes the channels of one surface, and a page reads them where the mesh really is."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
bpy = pytest.importorskip("bpy")

from diorama_stage.export import air, channels  # noqa: E402
from diorama_stage.export.evaluate import Bench, Page  # noqa: E402
from diorama_stage.materials import Look, material  # noqa: E402
from diorama_stage.materials.make import reset  # noqa: E402
from diorama_stage.materials.nodes import Nodes  # noqa: E402
from diorama_stage.render.haze import Air  # noqa: E402

SIDE = 16


@pytest.fixture(autouse=True)
def empty():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    reset()


def made(build) -> bpy.types.Material:
    """A material whose shader `build` makes of the wiring hand."""
    out = bpy.data.materials.new("made")
    out.use_nodes = True
    n = Nodes(out.node_tree)
    n.output(build(n))
    return out


def read(look: channels.Look, **attributes: np.ndarray) -> dict[str, np.ndarray]:
    """The channels in the middle of a page that the look covers."""
    page = Page()
    corners = np.array([[(0, 0), (SIDE, 0), (0, SIDE)], [(SIDE, SIDE), (0, SIDE), (SIDE, 0)]], float)
    spot = {"x_normal": np.broadcast_to((0.0, 0.0, 1.0, 1.0), (2, 3, 4))} | {k: np.broadcast_to((*v, 1.0), (2, 3, 4)) for k, v in attributes.items()}
    page.lay(corners, spot, np.zeros(2, int))
    names = channels.attributes_of([look.material])
    seen = Bench([look.material], frozenset(k for k in names if not k.startswith("x_"))).look(page, SIDE, SIDE)
    return {k: v[SIDE // 2, SIDE // 2] for k, v in seen.items()}


def test_a_diffuse_shader_keeps_its_colour_and_has_no_gloss():
    look = channels.take_apart(made(lambda n: n.node("ShaderNodeBsdfDiffuse", {"Color": (0.7, 0.1, 0.2, 1)}).outputs[0]))
    seen = read(look)
    assert seen["base"] == pytest.approx((0.7, 0.1, 0.2), abs=1e-4) and seen["arm"] == pytest.approx((1, 1, 0), abs=1e-4)
    assert look.surface.specular == 0


def test_a_mix_with_transparent_lets_through_by_its_share():
    def build(n):
        paint, clear = n.node("ShaderNodeBsdfPrincipled", {"Base Color": (0.2, 0.4, 0.6, 1)}), n.node("ShaderNodeBsdfTransparent")
        return n.node("ShaderNodeMixShader", {0: 0.25, 1: clear.outputs[0], 2: paint.outputs[0]}).outputs[0]

    seen = read(channels.take_apart(made(build)))
    assert seen["arm"][0] == pytest.approx(0.25, abs=1e-4) and seen["base"] == pytest.approx((0.2, 0.4, 0.6), abs=1e-4)


def test_transparent_mixed_with_gloss_is_a_pane():
    def build(n):
        clear, gloss = n.node("ShaderNodeBsdfTransparent", {"Color": (0.9, 0.95, 0.9, 1)}), n.node("ShaderNodeBsdfGlossy", {"Roughness": 0.0})
        return n.node("ShaderNodeMixShader", {0: n.node("ShaderNodeFresnel").outputs[0], 1: clear.outputs[0], 2: gloss.outputs[0]}).outputs[0]

    seen = read(channels.take_apart(made(build)))
    assert seen["tch"][0] == pytest.approx(1) and seen["arm"][0] == pytest.approx(1) and seen["arm"][2] == pytest.approx(0)


def test_emission_is_colour_times_strength():
    seen = read(channels.take_apart(made(lambda n: n.node("ShaderNodeEmission", {"Color": (1, 0.5, 0.25, 1), "Strength": n.math("MULTIPLY", n.value(4.0), 2.0)}).outputs[0])))
    assert seen["glow"] == pytest.approx((8, 4, 2), abs=1e-3) and seen["base"] == pytest.approx((0, 0, 0))


def test_a_mix_by_the_kind_of_ray_is_taken_as_the_lens_sees_it():
    def build(n):
        seen, other = n.node("ShaderNodeBsdfPrincipled", {"Base Color": (0.8, 0.1, 0.1, 1)}), n.node("ShaderNodeBsdfDiffuse", {"Color": (0, 0, 1, 1)})
        return n.node("ShaderNodeMixShader", {0: n.node("ShaderNodeLightPath").outputs["Is Shadow Ray"], 1: seen.outputs[0], 2: other.outputs[0]}).outputs[0]

    assert read(channels.take_apart(made(build)))["base"] == pytest.approx((0.8, 0.1, 0.1), abs=1e-4)


def test_position_and_object_space_are_those_of_the_mesh_not_of_the_page():
    look = channels.take_apart(made(lambda n: n.node("ShaderNodeBsdfDiffuse", {"Color": n.node("ShaderNodeTexCoord").outputs["Object"]}).outputs[0]))
    assert read(look, x_object=np.array((0.1, 0.2, 0.3)))["base"] == pytest.approx((0.1, 0.2, 0.3), abs=1e-4)
    look = channels.take_apart(made(lambda n: n.node("ShaderNodeBsdfDiffuse", {"Color": n.node("ShaderNodeNewGeometry").outputs["Position"]}).outputs[0]))
    assert read(look, x_position=np.array((7.0, -3.0, 0.5)))["base"] == pytest.approx((7.0, -3.0, 0.5), abs=1e-3)


def test_vertex_colours_come_through():
    look = channels.take_apart(made(lambda n: n.node("ShaderNodeBsdfDiffuse", {"Color": n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]}).outputs[0]))
    assert read(look, Tint=np.array((0.3, 0.6, 0.9)))["base"] == pytest.approx((0.3, 0.6, 0.9), abs=1e-4)


@pytest.mark.parametrize(("name", "colour"), [("stoneware", "#c01818"), ("oak", None), ("velvet", "#204a8c"), ("leather", "#5a2d14"), ("paint", "#d8c020")])
def test_the_librarys_looks_keep_their_hue(name, colour):
    look = channels.take_apart(material(Look(material=name, colours=(colour,) if colour else ())))
    base = read(look, x_object=np.array((0.02, 0.03, 0.04)), x_position=np.array((0.02, 0.03, 0.04)))["base"]
    assert 0 < base.max() <= 1.2
    if colour:
        asked = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
        assert base.argmax() == asked.argmax() and base.argmin() == asked.argmin()


def test_air_takes_more_of_what_is_farther_and_gives_the_skys_light():
    thick = Air(haze=0.7, low=0.0, base=0.0, eye=(0.0, 0.0, 1.6), sun=(0.0, 1.0, 0.5), elevation=30.0)
    points = np.array([(0.0, 1.0, 1.6), (0.0, 60.0, 1.6), (0.0, 4000.0, 1.6)])
    clear = air.transmittance(thick, points)
    assert (np.diff(clear[:, 0]) < 0).all() and clear[0].min() > 0.97 and clear[2].max() < 0.05
    sky = np.full((32, 64, 3), (0.4, 0.5, 0.6))
    grey = {"base": np.full((3, 3), 0.5), "glow": np.zeros((3, 3)), "fuzz": np.zeros((3, 3)), "x_position": points}
    seen = air.veil(thick, sky, np.array((0.0, 1.0, 0.0)))(grey)
    assert seen["glow"][2] == pytest.approx((0.4, 0.5, 0.6), abs=0.03) and seen["base"][2].max() < 0.03 and seen["base"][0].min() > 0.48


def test_hair_becomes_ribbons_that_face_the_lens_and_keep_their_shades():
    from diorama_stage.export import gather, hair_ribbons
    from diorama_stage.people.strands import curves, hair_shader

    root = np.random.default_rng(0).uniform(-0.1, 0.1, (40, 1, 3))
    points = root + np.linspace(0, 0.2, 8)[None, :, None] * (0, 0, 1)
    object = curves("hair", [points], 0.001, np.random.default_rng(1), hair_shader("#6a4020"))
    eye = np.array((0.0, -2.0, 0.1))
    made, triangles, normals, strand, along = hair_ribbons.ribbons(object.data, eye)
    assert len(triangles) == 40 * (hair_ribbons.JOINTS - 1) * 2 and triangles.max() == len(made) - 1
    towards = eye - made[triangles].mean(axis=1)
    assert (np.einsum("tx,tx->t", normals.mean(axis=1), towards) > 0).all()
    lens = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    lens.location, lens.rotation_euler = eye, (np.pi / 2, 0, 0)
    bpy.context.scene.collection.objects.link(lens)
    bpy.context.scene.camera = lens
    bpy.context.view_layer.update()
    shapes = gather.gather(bpy.context.scene, channels.attributes_of(object.data.materials))
    assert len(shapes) == 1 and shapes[0].pixels > 100
    assert np.unique(shapes[0].attributes["shade"][..., 0]).size == 40


def test_hidden_things_stay_out_and_render_subdivisions_are_made():
    from diorama_stage.export import gather

    bpy.ops.mesh.primitive_cube_add(size=1)
    smooth = bpy.context.object
    modifier = smooth.modifiers.new("subdivided", "SUBSURF")
    modifier.levels, modifier.render_levels = 0, 2
    bpy.ops.mesh.primitive_cube_add(size=1, location=(1, 0, 0))
    bpy.context.object.hide_render = True
    bpy.ops.mesh.primitive_cube_add(size=1, location=(2, 0, 0))
    bpy.context.object.visible_camera = False
    lens = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    lens.location, lens.rotation_euler = (0, -6, 0), (np.pi / 2, 0, 0)
    bpy.context.scene.collection.objects.link(lens)
    bpy.context.scene.camera = lens
    bpy.context.view_layer.update()
    shapes = gather.gather(bpy.context.scene, frozenset())
    assert [len(s.triangles) for s in shapes] == [6 * 4**2 * 2]


def test_the_skys_dome_is_seen_from_inside():
    from diorama_stage.export import glb, gltf

    file = gltf.Glb()
    centre = np.array((1.0, 2.0, 0.5))
    glb._dome(file, np.full((8, 16, 3), 0.5), 10.0, centre)
    part = file.tree["meshes"][0]["primitives"][0]
    blob = b"".join(file._parts)
    raw = lambda number: blob[(view := file.tree["bufferViews"][file.tree["accessors"][number]["bufferView"]])["byteOffset"] :][: view["byteLength"]]  # noqa: E731
    points, faces = np.frombuffer(raw(part["attributes"]["POSITION"]), np.float32).reshape(-1, 3), np.frombuffer(raw(part["indices"]), np.uint32).reshape(-1, 3)
    a, b, c = (points[faces[:, k]] for k in range(3))
    facing = np.cross(b - a, c - a)
    assert (np.linalg.norm(facing, axis=1) > 0.01).all(), "no triangle without area"
    assert (((gltf.y_up(centre) - a) * facing).sum(axis=1) > 0).all(), "every front looks to the middle"
