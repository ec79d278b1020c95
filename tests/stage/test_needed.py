"""What the reading tells as added for what people do is what the stage puts into their hands."""

import json

import pytest

pytest.importorskip("bpy")

from diorama.language import read
from diorama_catalogue import roles, tools
from diorama_catalogue.needed import Deed, own_tools, tool_added
from diorama_stage.figures import as_figures
from diorama_stage.people import as_things, company

pytestmark = pytest.mark.stage


def told_and_added(prompt: str) -> tuple[set[str], set[str]]:
    """Tools that the reading tells of as added, and those that are in a hand when the stage has looked at it; names of both without articles."""
    reading = read(prompt)
    told = [d.message.partition(": ")[2] for d in reading.diagnostics if d.code == "assumed-tool"]
    names = {name.removeprefix("an ").removeprefix("a ") for one in told for name in one.split(", ")}
    before = as_things(as_figures(json.loads(reading.scene.model_dump_json())))
    known = {s["id"] for s in before["subjects"]}
    after = company.staged(before)
    held = {o for r in after["relations"] if r["kind"] == "holding" for o in r["objects"]}
    return names, {s["thing"].replace("_", " ") for s in after["subjects"] if s["id"] in held - known}


def test_what_is_told_as_added_is_in_the_hand():
    prompts = [f"A {role.replace('_', ' ')} on a stage." for role in sorted(roles())]
    prompts += ["A woman paints a picture.", "A man sweeps a yard.", "A boy digs a hole."]
    prompts += ["A violinist photographs a cat with a camera.", "A violinist digs a hole."]
    both = {prompt: told_and_added(prompt) for prompt in prompts}
    assert {prompt: pair for prompt, pair in both.items() if pair[0] != pair[1]} == {}
    assert sum(bool(told) for told, _ in both.values()) > 10


def test_a_deed_has_its_own_tool_before_a_roles():
    violin = lambda *deeds, there=(): tool_added("violinist", deeds, None, gestures=False, there=there)  # noqa: E731
    assert violin().thing == "violin" and violin(there=("violin",)) is None
    for deed, usual in tools().items():
        assert violin(Deed(deed)).thing == usual[0] and violin(Deed(deed), there=usual[-1:]) is None
    assert own_tools([Deed("painting", ("easel",))]) == () and violin(Deed("painting", ("easel",))) is None
