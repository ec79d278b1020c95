"""The air between the lens and things, as it is laid over a picture."""

import numpy as np
import pytest

pytestmark = pytest.mark.stage


def test_a_clear_sheet_before_a_thing_darkens_nothing():
    from diorama_stage.render.haze import Air, once, veil

    air = Air(haze=0.1, low=0.7, base=0.0, eye=(0, -5, 1.5), sun=(0, -0.7, 0.7), elevation=45)
    picture = np.full((4, 6, 3), 0.4, np.float32)
    picture[:2] = 0.8  # the sky
    told = np.zeros((4, 6, 4), np.float32)
    told[2:] = (0.98, 0.98, 0.98, 1.0)
    twice = told.copy()
    twice[3, 2:4] *= 2  # ink on a clear sheet, and the wood behind it
    rays = np.broadcast_to(np.array((0, 1, 0), np.float32), (4, 6, 3))
    made = [veil(picture, once(seen), picture, rays, air) for seen in (told, twice)]
    assert np.allclose(made[0], made[1], atol=1e-6)
    assert not np.allclose(made[0], veil(picture, twice, picture, rays, air), atol=1e-4)


def test_where_leaves_and_sky_blur_a_noisy_count_of_both_leaves_no_specks():
    from diorama_stage.render.haze import Air, veil

    air = Air(haze=0.1, low=0.0, base=0.0, eye=(0, -5, 1.5), sun=(0, -0.7, 0.7), elevation=45)
    rays = np.broadcast_to(np.array((0, 0.9, 0.44), np.float32), (24, 24, 3))
    picture = np.full((24, 24, 3), 0.05, np.float32)  # dark leaves, denoised
    picture[:4] = 2.0  # the sky over them
    seen = np.full((24, 24, 4), 0.999, np.float32)
    seen[:4] = 0.0
    calm = veil(picture, seen, picture, rays, air)
    noisy = seen.copy()
    noisy[8::5, 3::5] *= 0.625  # three samples of eight found the sky between the leaves
    assert np.abs(veil(picture, noisy, picture, rays, air) - calm)[6:].max() < 0.02
    open_sky = seen.copy()
    open_sky[12:] = 0.0
    bright = np.where(np.arange(24)[:, None, None] < 12, picture, 2.0).astype(np.float32)
    assert np.allclose(veil(bright, open_sky, bright, rays, air)[12:], 2.0, atol=0.1), "and the sky is as bright as it was"


def test_the_sun_shines_on_what_is_seen_through_a_clear_sheet(tmp_path):
    import bpy

    from diorama_stage.compose import clear
    from diorama_stage.kit.mesher import mesh
    from diorama_stage.light.sky import Sky, build
    from diorama_stage.render.settings import use_cycles

    clear()
    use_cycles(32, 32, 1)
    paint = bpy.data.materials.new("paint")
    sheet = bpy.data.materials.new("sheet")
    sheet.use_nodes = True
    tree = sheet.node_tree
    tree.links.new(tree.nodes.new("ShaderNodeBsdfTransparent").outputs[0], tree.nodes["Material Output"].inputs["Surface"])
    for side, y, material in ((1.0, 0.0, paint), (0.5, -0.01, sheet)):
        mesh("wall", [(-side, y, -1), (side if side == 1 else 0, y, -1), (side if side == 1 else 0, y, 1), (-side, y, 1)], [(0, 1, 2, 3)], material=material)
    build(Sky("day", (0.0, -0.7071, 0.7071), 45.0, 0.5, 0.0))
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.type, camera.data.ortho_scale, camera.location, camera.rotation_euler = "ORTHO", 0.9, (0, -3, 0), (np.pi / 2, 0, 0)
    scene = bpy.context.scene
    scene.collection.objects.link(camera)
    scene.camera, scene.cycles.samples, scene.cycles.use_denoising = camera, 32, False
    scene.render.image_settings.file_format, scene.render.filepath = "OPEN_EXR", str(tmp_path / "wall.exr")
    bpy.ops.render.render(write_still=True)
    pixels = np.array(bpy.data.images.load(scene.render.filepath).pixels[:]).reshape(32, 32, 4)[..., :3]
    behind, bare = pixels[:, 3:13].mean(), pixels[:, 19:29].mean()
    assert bare > 0.1 and abs(behind / bare - 1) < 0.1
