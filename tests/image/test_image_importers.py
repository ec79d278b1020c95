"""Pictures of other programs: each is read into words, negative words, size, seed and model."""

import json

import foreign
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diorama.image import read_metadata
from diorama.image.metadata.importers import a1111, comfyui


@pytest.mark.parametrize("name", foreign.FILES)
def test_what_another_program_wrote_is_read(name):
    data, expected = foreign.FILES[name]
    found = read_metadata(data)
    assert {key: found.get(key) for key in expected} == expected
    json.dumps(found, allow_nan=False)


def test_a_photograph_says_nothing_of_the_kind():
    assert read_metadata(foreign.jpeg(foreign.main_exif({0x010E: "OLYMPUS DIGITAL CAMERA", 0x010F: "Olympus", 0x0131: "1.0"}))) == {}
    assert read_metadata(foreign.jpeg(foreign.user_comment("taken by the sea: 5 o'clock"))) == {}


def test_a_graph_that_goes_in_circles_ends():
    graph = foreign.comfy(foreign.clip(["8", 0]), foreign.clip(["3", 0]))
    graph["8"]["inputs"]["text"] = ["6", 0]
    assert comfyui.Graph(graph).told({}).prompt is None


def test_a_workflow_without_its_graph_is_told_apart():
    found = read_metadata(foreign.png({"workflow": json.dumps(foreign.WORKFLOW)}))
    assert found == {"tool": "ComfyUI", "comfyui_workflow": foreign.WORKFLOW}


def test_what_json_cannot_hold_is_not_told():
    found = read_metadata(foreign.png({"invokeai_metadata": '{"positive_prompt": "a \\ud800 fox", "seed": NaN, "cfg_scale": Infinity, "width": 1e999}'}))
    assert json.loads(json.dumps(found, allow_nan=False).encode())["prompt"] == "a ? fox"
    assert found["cfg_scale"] is None and "seed" not in found


JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["inputs", "class_type", "text", "positive", "prompt", "caption", "image", "seed"]) | st.text(max_size=4), inner, max_size=4), max_leaves=12)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["prompt", "workflow", "invokeai_metadata", "sd-metadata", "Comment", "parameters", "Dream", "Description"]), JSON | st.text(max_size=60))
def test_nothing_written_into_a_file_is_an_error(key, data):
    found = read_metadata(foreign.png({key: (data if isinstance(data, str) else json.dumps(data)).encode("utf-8", "replace").decode().replace("\0", "")}))
    json.dumps(found, allow_nan=False).encode()


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("Steps: 20, Seed: 1, Size: 4x4", {"Steps": 20, "Seed": 1, "Size": "4x4"}),
        ('Steps: 20, Seed: 1, Note: "a, b: \\"c\\"", Size: 4x4', {"Steps": 20, "Seed": 1, "Note": 'a, b: "c"', "Size": "4x4"}),
        ('Steps: 20, Seed: 1, Resources: [{"id": 1, "w": 0.5}], Size: 4x4', {"Steps": 20, "Seed": 1, "Resources": [{"id": 1, "w": 0.5}], "Size": "4x4"}),
        ('Steps: 20, Seed: 1, Odd: {"not json, Size: 4x4', {"Steps": 20, "Seed": 1, "Odd": '{"not json', "Size": "4x4"}),
        ("two mugs: one red, one blue", {}),
        ("colours: red, shape: round, mood: calm", {}),
    ],
)  # fmt: skip
def test_pairs_of_a_line(line, pairs):
    assert a1111.pairs_in(line) == pairs
