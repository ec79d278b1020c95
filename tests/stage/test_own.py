# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of one's own in the scene: every format gives the same thing, upright and in metres, with its materials, or with those that were asked for."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

pytestmark = pytest.mark.stage
PLAIN = {"colours": (), "material": None, "pattern": None, "finish": ()}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A red box, 6 × 4 × 20 cm, with a blue cap on it, in every format that Blender writes."""
    import bpy

    from diorama_stage.compose import clear
    from diorama_stage.kit.mesh import move, scale

    clear()
    folder = tmp_path_factory.mktemp("own")
    for name, size, z, colour in (("body", (0.03, 0.02, 0.09), 0.09, (0.8, 0.0, 0.0)), ("cap", (0.01, 0.01, 0.01), 0.19, (0.0, 0.0, 0.8))):
        bpy.ops.mesh.primitive_cube_add(size=2)
        made = bpy.context.object
        made.name = name
        move(scale(made, *size), z=z)
        paint = bpy.data.materials.new(f"{name} paint")
        paint.use_nodes = True
        paint.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value = (*colour, 1.0)
        made.data.materials.append(paint)
    bpy.ops.export_scene.gltf(filepath=str(folder / "a.glb"))
    bpy.ops.wm.stl_export(filepath=str(folder / "a.stl"), global_scale=1000)
    bpy.ops.wm.obj_export(filepath=str(folder / "a.obj"))
    bpy.ops.wm.ply_export(filepath=str(folder / "a.ply"))
    bpy.ops.wm.usd_export(filepath=str(folder / "a.usdz"))
    bpy.ops.export_scene.fbx(filepath=str(folder / "a.fbx"))
    bpy.ops.wm.save_as_mainfile(filepath=str(folder / "a.blend"))
    return folder


@pytest.fixture
def cast(files):
    from diorama_stage.compose import clear
    from diorama_stage.own import cast_own

    clear()
    return lambda name, thing="bottle", surface=PLAIN, parts=(): cast_own(
        {"asset": str(files / name), "thing": thing, "surface": surface, "parts": list(parts)}, 3
    )


def colours(built) -> dict[str, tuple[float, ...]]:
    return {
        m.name.split()[0].split("_")[0]: tuple(round(v, 2) for v in m.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value[:3])
        for o in built.objects for m in o.data.materials if "Principled BSDF" in m.node_tree.nodes
    }  # fmt: skip


@pytest.mark.parametrize("name", ["a.glb", "a.stl", "a.obj", "a.ply", "a.usdz", "a.fbx", "a.blend"])
def test_every_format_stands_upright_in_metres_on_its_feet(cast, name):
    built = cast(name)
    assert np.allclose(built.high - built.low, (0.06, 0.04, 0.2), atol=1e-3) and abs(built.low[2]) < 1e-6 and built.told == ""
    assert np.allclose((built.high + built.low)[:2], 0, atol=1e-3)


@pytest.mark.parametrize("name", ["a.glb", "a.usdz", "a.fbx", "a.blend"])
def test_materials_are_kept(cast, name):
    assert colours(cast(name)) == {"body": (0.8, 0, 0), "cap": (0, 0, 0.8)}


def test_what_is_asked_for_lies_on_the_largest_part_and_on_named_ones(cast):
    gold = {**PLAIN, "material": "gold"}
    names = {o.name.split(".")[0]: o.data.materials[0].name for o in cast("a.glb", surface=gold).objects}
    assert names["cap"].startswith("cap paint") and not names["body"].startswith("body paint")
    names = {o.name.split(".")[0]: o.data.materials[0].name for o in cast("a.glb", parts=[{"name": "cap", "surface": gold}]).objects}
    assert names["body"].startswith("body paint") and not names["cap"].startswith("cap paint")


def test_a_part_is_found_by_another_word_for_it_and_by_its_material_alone_and_what_is_not_there_is_said(cast, files):
    import bpy

    gold = {**PLAIN, "material": "gold"}
    lid = cast("a.glb", parts=[{"name": "lid", "surface": gold}])
    names = {o.name.split(".")[0]: o.data.materials[0].name for o in lid.objects}
    assert names["body"].startswith("body paint") and not names["cap"].startswith("cap paint") and lid.told == ""
    assert "its lid" in cast("a.stl", parts=[{"name": "lid", "surface": gold}]).told
    for o in (whole := list(cast("a.glb").objects)):
        o.select_set(True)
    bpy.context.view_layer.objects.active = whole[0]
    bpy.ops.object.join()
    bpy.ops.export_scene.gltf(filepath=str(files / "joined.glb"), use_selection=True)
    (joined,) = cast("joined.glb", parts=[{"name": "lid", "surface": gold}]).objects
    kept = [m.name.startswith("body paint") for m in joined.data.materials]
    assert sorted(kept) == [False, True], kept


def test_a_size_that_cannot_be_true_is_the_usual_one_and_that_is_said(cast):
    from diorama_catalogue import thing

    built = cast("a.glb", thing="lighthouse")
    assert built.high[2] == pytest.approx(thing("lighthouse").size, rel=1e-3) and "size in its file" in built.told


def test_a_level_top_bears_things(cast):
    (top,) = cast("a.blend").supports
    assert top.z == pytest.approx(0.18, abs=1e-3) and (top.x1 - top.x0, top.y1 - top.y0) == pytest.approx((0.06, 0.04), abs=1e-3)


def test_a_cut_out_stands_as_a_relief_with_its_colours(cast, files):
    picture = np.zeros((200, 120, 4), np.uint8)
    y, x = np.ogrid[:200, :120]
    disc = (x - 60) ** 2 + (y - 90) ** 2 < 50**2
    picture[disc] = (200, 30, 30, 255)
    Image.fromarray(picture).save(files / "disc.png")
    built = cast("disc.png", thing="vase")
    width, depth, height = built.high - built.low
    assert width == pytest.approx(height, rel=0.03) and 0.3 * width < depth < 0.8 * width and "cut-out" in built.told
    (image,) = [node.image for node in built.objects[0].data.materials[0].node_tree.nodes if node.type == "TEX_IMAGE"]
    assert tuple(image.size) == (120, 200)


def test_a_cut_out_is_as_deep_at_its_level_foot_as_above_and_casts_from_the_ground(cast, files):
    picture = np.zeros((200, 120, 4), np.uint8)
    picture[20:180, 20:100] = (200, 30, 30, 255)
    Image.fromarray(picture).save(files / "block.png")
    built = cast("block.png", thing="vase")
    points = np.array([v.co for v in built.objects[0].data.vertices])
    used = {k for polygon in built.objects[0].data.polygons for k in polygon.vertices}
    points = points[sorted(used)]
    high = points[:, 2].max()
    foot, middle, top = (np.ptp(points[abs(points[:, 2] - at * high) < 0.012 * high, 1]) for at in (0.0, 0.5, 1.0))
    assert foot > 0.95 * middle > 3 * top
    below = [p for p in built.objects[0].data.polygons if p.normal.z < -0.99 and p.center.z < 1e-4]
    width, depth, _ = built.high - built.low
    assert sum(p.area for p in below) > 0.6 * width * depth


def test_nothing_of_the_file_stays_but_meshes_and_materials(cast):
    import bpy

    cast("a.blend")
    assert {o.type for o in bpy.data.objects} == {"MESH", "EMPTY"} and not bpy.data.libraries and not bpy.data.texts and not bpy.data.actions


def test_what_cannot_be_read_says_so(cast, files):
    from diorama_stage.own.files import BadFile

    (files / "broken.glb").write_bytes(b"glTF" + bytes(20))
    (files / "empty.ply").write_bytes(b"ply\nformat ascii 1.0\nelement vertex 0\nproperty float x\nproperty float y\nproperty float z\nend_header\n")
    for name in ("broken.glb", "empty.ply"):
        with pytest.raises(BadFile):
            cast(name)


MADE = {
    "loose.obj": "v 0 0 0\nv 9 9 9\nv 0.1 0 0\nv 0 0 0.2\nf 1 3 4\n",
    "point.obj": "v 1 1 1\nv 1 1 1\nv 1 1 1\nf 1 2 3\n",
    "floor.obj": "o floor\nv -9 0 -9\nv 9 0 -9\nv 9 0 9\nv -9 0 9\nf 1 2 3 4\no thing\nv 0 0 0\nv 0.1 0 0\nv 0.1 0.2 0\nv 0 0.2 0\nf 5 6 7 8\n",
    "rug.obj": "o rug\nv -9 0 -9\nv 9 0 -9\nv 9 0 9\nv -9 0 9\nf 1 2 3 4\n",
    "scan.ply": "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\n"
    "property uchar red\nproperty uchar green\nproperty uchar blue\n"
    "element face 1\nproperty list uchar int vertex_indices\nend_header\n0 0 0 255 0 0\n0.1 0 0 255 0 0\n0 0 0.2 0 0 255\n3 0 1 2\n",
}
NAN = float("nan")
TRIANGLES = {
    "holes.stl": [[(0, 0, 0), (0.1, 0, 0), (0, 0, 0.2)], [(0, 0, 0), (NAN, 0, 0), (0, 0, 0.1)], [(0, 0, 0), (0.1, 0, 0), (0, 1e30, 0)]],
    "nowhere.stl": [[(NAN, 0, 0), (0, NAN, 0), (0, 0, NAN)]],
}


@pytest.fixture
def by_hand(files):
    for name, text in MADE.items():
        (files / name).write_text(text)
    for name, faces in TRIANGLES.items():
        each = np.zeros(len(faces), [("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("more", "<u2")])
        each["corners"] = faces
        (files / name).write_bytes(bytes(80) + np.uint32(len(faces)).tobytes() + each.tobytes())


@pytest.mark.parametrize(
    ("name", "size", "told"),
    [("holes.stl", (0.1, 0.2), "has broken faces"), ("loose.obj", (0.1, 0.2), ""), ("floor.obj", (0.1, 0.2), "a ground of its own"),
     ("rug.obj", (0.18, 0.18), "")],
)
def test_what_is_no_part_of_the_thing_is_left_out_and_told(by_hand, cast, name, size, told):
    built = cast(name)
    assert told in built.told and bool(told) == bool(built.told)
    assert sorted(built.high - built.low)[1:] == pytest.approx(size, abs=1e-3)


@pytest.mark.parametrize("name", ["point.obj", "nowhere.stl"])
def test_what_has_no_size_is_a_bad_file_and_whose_it_is_is_told(by_hand, cast, name):
    from diorama_stage.own.files import BadFile

    with pytest.raises(BadFile, match="the bottle: no surface in the file has a size"):
        cast(name)


def test_colours_at_corners_are_kept_until_words_ask_for_others(by_hand, cast):
    nodes = lambda built: {node.bl_idname for node in built.objects[0].data.materials[0].node_tree.nodes}  # noqa: E731
    assert "ShaderNodeVertexColor" in nodes(cast("scan.ply")) and "ShaderNodeVertexColor" not in nodes(cast("scan.ply", surface={**PLAIN, "material": "gold"}))


def test_an_obj_keeps_its_materials_and_pictures_and_tells_of_those_that_are_elsewhere(files, cast):
    from diorama.recipe.bundle import bundled, from_folder

    picture = files / "a label.png"
    Image.fromarray(np.full((4, 4, 3), 90, np.uint8)).save(picture)
    (files / "a.mtl").write_text("newmtl body_paint\nKd 1 1 1\nmap_Kd a label.png\nnewmtl cap_paint\nKd 0 0 0.8\n")
    (files / "told.zip").write_bytes(bundled((files / "a.obj").read_bytes(), from_folder(files / "a.obj")).data)
    built = cast("told.zip")
    (image,) = [node.image for o in built.objects for m in o.data.materials for node in m.node_tree.nodes if node.type == "TEX_IMAGE"]
    assert tuple(image.size) == (4, 4) and image.packed_file and built.told == ""
    assert "a label.png" in cast("a.obj").told
