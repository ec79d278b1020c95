"""The catalogue of models: enough of them, every fact with its day, every name an engine where it says so."""

from __future__ import annotations

import pytest

from diorama.contracts import Capabilities, engine, known
from diorama.engines.hosted.names import usable
from diorama.engines.hosted.services import SERVICES
from diorama.errors import EngineUnavailable
from diorama.models import cards, find

PEOPLE_SAY = (
    "gpt-image-2", "seedream-4.5", "krea-2-large", "riverflow-2.5-pro", "ideogram-v4-quality", "recraft-v4.1-pro", "flux-redux", "qwen-image-edit-plus",
    "real-esrgan",
)  # fmt: skip


def test_there_are_many_of_every_kind_and_each_fact_has_its_day():
    kinds = [kind for card in cards().values() for kind in card.kinds]
    assert len(cards()) > 150 and all(kinds.count(kind) >= 4 for kind in ("image", "edit", "upscale", "video", "audio"))
    for card in cards().values():
        for offer in card.offers:
            assert offer.price is None or (offer.price.as_of >= "2026-09" and offer.price.source)
            assert not offer.tokens or offer.tokens_as_of


@pytest.mark.parametrize("name", PEOPLE_SAY)
def test_the_names_that_people_say_are_engines(name):
    assert known(name)
    able = engine(name).capabilities()
    assert isinstance(able, Capabilities) and able.name == name and find(name).good_for


def test_every_model_with_a_service_here_opens_as_an_engine():
    for name, card in cards().items():
        if any(usable(card, offer) for offer in card.offers):
            able = engine(name).capabilities()
            assert able.name == name and able.options if hasattr(able, "options") else able.name == name


def test_what_is_only_listed_says_who_has_it():
    with pytest.raises(EngineUnavailable, match="is to be had from elevenlabs"):
        engine("eleven-v4")


def test_any_model_of_a_service_opens_by_its_own_name_there():
    assert engine("fal:fal-ai/some/app").capabilities().name == "fal:fal-ai/some/app"
    assert engine("replicate:owner/model:abc123").model is not None
    assert not known("nowhere:model") and not known("no-such-model")


def test_a_name_goes_to_the_first_of_its_services_for_which_there_is_a_key(monkeypatch, tmp_path):
    monkeypatch.setenv("DIORAMA_KEYS", str(tmp_path / "keys.toml"))
    for kind in SERVICES.values():
        monkeypatch.delenv(kind.facts.key_env, raising=False)
    maker = engine("seedream-4.5")
    assert maker.capabilities().needs_key == "fal", "without any key: the first of them"
    monkeypatch.setenv("OPENROUTER_API_KEY", "k")
    assert maker.capabilities().needs_key == "openrouter"
    monkeypatch.setenv("FAL_KEY", "k")
    assert maker.capabilities().needs_key == "fal"


def test_each_row_says_which_packages_name_it_or_that_none_does():
    cards_, told = cards().values(), [offer for card in cards().values() for offer in card.offers]
    assert all(offer.looked_on for offer in told if offer.looked_in) and all(set(offer.named_by) <= set(offer.looked_in) for offer in told)
    assert sum(card.checked == "named by packages" for card in cards_) > 150
    assert find("flux-pro").checked == "from one list", "a name that no package has is not called checked"
    assert find("seedream-4.5").offers[0].named_by[0].startswith("@fal-ai/client ")


def test_every_row_has_a_licence_an_example_and_a_maker():
    assert all(card.licence and card.example and card.maker for card in cards().values())


def test_a_name_that_is_nearly_right_is_told_the_right_one():
    with pytest.raises(EngineUnavailable) as unknown:
        engine("seedream-45")
    assert "did you mean seedream-4.5" in unknown.value.hint
