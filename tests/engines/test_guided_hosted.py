"""The scene leads hosted models too, through the contract alone: the stage's picture goes along, it is ordered once, and paid once."""

from __future__ import annotations

import pytest

from diorama.contracts import Job, Sending, Submitted, engine
from diorama.engines.guided import Guided
from diorama.engines.null import NullEngine
from diorama.errors import EngineRefused
from diorama.recipe import Request, resolve

HOSTED = ["openai", "fal", "google", "bfl", "recraft"]


def led(name: str) -> Guided:
    return Guided(name, {name: engine(name), "stage": NullEngine()}.__getitem__)


def asked(scene, guided: Guided) -> Job:
    able = guided.capabilities()
    width, height = (able.sizes or ((1024, 1024),))[0]
    request = Request(prompt="a mug and a cube", engine=able.name, width=width, height=height, seed=1)
    return Job(resolve(request, scene, engine_version="1"), token="order-1")


@pytest.mark.parametrize(("desk", "name"), [(name, name) for name in HOSTED], indirect=["desk"])
def test_a_service_is_sent_the_stages_picture_with_what_to_make_of_it(desk, name, scene):
    heard, guided = [], led(name)
    outcome = guided.make(asked(scene, guided), heard.append)
    assert outcome.report["led_by"] == ["source"] and outcome.report["prompt"].startswith("Turn this rendering into a real photograph.")
    assert len(desk.billed) == 1
    assert any(isinstance(event, Sending) for event in heard) or any(isinstance(event, Submitted) for event in heard)
    assert outcome.picture.shape[:2] == (asked(scene, guided).recipe.height, asked(scene, guided).recipe.width)
    assert guided.capabilities().needs_key == name and guided.capabilities().costs


@pytest.mark.parametrize(("desk", "name"), [("openai", "openai")], indirect=["desk"])
def test_what_costs_is_painted_once_an_order(desk, name, scene):
    guided = led(name)
    job = asked(scene, guided)
    with pytest.raises(EngineRefused, match="costs money"):
        guided.make(Job(job.recipe.model_copy(update={"options": {"attempts": 3}})))
    assert not desk.billed


@pytest.mark.parametrize("desk", ["fal"], indirect=True)
def test_fibo_is_sent_the_scene_as_its_structured_prompt_with_the_stages_picture(desk, scene):
    guided = led("fibo")
    guided.make(asked(scene, guided))
    sent = ordered(desk)
    assert "prompt" not in sent and sent["image_url"].startswith("data:image/png") and len(sent["structured_prompt"]["objects"]) >= 2
    plain = engine("fibo")
    plain.make(Job(resolve(Request(prompt="a mug", engine="fibo", width=1024, height=1024, seed=1), scene, engine_version="1"), token="order-2"))
    assert ordered(desk)["prompt"] == "a mug"


def ordered(desk) -> dict:
    """What was sent to fal last."""
    return [one for one in desk.orders.values() if isinstance(one, dict)][-1]["asked"]
