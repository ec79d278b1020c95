"""The shelf: all models that are known here, by name; and the forms that a package has of them."""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from diorama.models.card import Card

ROWS = ("known.toml", "apps.toml", "listed.toml")
"""By hand, from a package of types, from a list of prices; the first that has a name has it."""
USES = "uses.toml"
NAMED = "named.toml"
PRICES = "prices.toml"
FORMS = "forms.json"
THROUGH = "by the service's terms"
"""The licence of what is only to be had from services, where no other is known."""


@lru_cache(maxsize=1)
def cards() -> dict[str, Card]:
    """By name, in the order of the files."""
    named, uses, prices = tomllib.loads(_text(NAMED)), tomllib.loads(_text(USES))["use"], tomllib.loads(_text(PRICES))
    found: dict[str, Card] = {}
    for file in ROWS:
        for name, facts in tomllib.loads(_text(file)).items():
            offers = [{**_price(prices, offer), **offer, **_witnesses(named.get(offer["service"], {}), offer)} for offer in facts.get("offers", ())]
            usual = {"example": _use(uses, facts), **({"licence": THROUGH} if offers else {})}
            found.setdefault(name, Card.model_validate({**usual, **facts, "name": name, "by_hand": file == ROWS[0], "offers": offers}))
    return found


def find(name: str) -> Card | None:
    return cards().get(name)


def form(service: str, model: str | None) -> dict[str, Any] | None:
    """The JSON schema of a model's inputs, as a package of the service had it (its day and source: `form_source`); None where none has."""
    return _forms().get(service, {}).get(model)


def form_source() -> str:
    return f"{_forms()['source']}, {_forms()['as_of']}"


@lru_cache(maxsize=1)
def _forms() -> dict[str, Any]:
    return json.loads(_text(FORMS))


def _witnesses(named: dict[str, Any], offer: dict[str, Any]) -> dict[str, Any]:
    inputs = list(dict.fromkeys(name for model in (offer["model"], offer.get("edit")) for name in (form(offer["service"], model) or {}).get("properties", ())))
    known = {} if offer.get("inputs") else {"inputs": inputs}
    if not named:
        return known
    return known | {"named_by": named["models"].get(offer["model"], ()), "looked_in": named["looked"], "looked_on": named["as_of"]}


def _price(prices: dict[str, Any], offer: dict[str, Any]) -> dict[str, Any]:
    """The price that no list has, with who told it."""
    found = prices.get(offer["service"], {}).get(offer["model"])
    return {} if found is None else {"price": {**{k: v for k, v in found.items() if k != "from"}, **prices["sources"][found["from"]]}}


def _use(uses: list[dict[str, str]], facts: dict[str, Any]) -> str | None:
    models = " ".join(offer["model"] for offer in facts.get("offers", ()))
    return next((use["example"] for use in uses if use["kind"] == facts["kinds"][0] and use["word"] in models), None)


def _text(name: str) -> str:
    return (resources.files("diorama.models") / name).read_text(encoding="utf-8")
