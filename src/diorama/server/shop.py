"""/api/models: the catalogue of models, favourites, and what a picture would cost. (OpenAI's list of models: /v1/models.)"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from diorama.contracts import Quote
from diorama.errors import EngineUnavailable
from diorama.models import Card, GoodFor, Kind, cards, cheapest, favourites, find, priced, search, star, taken
from diorama.recipe.inputs import InputKind
from diorama.scene.base import Model
from diorama.server import orders
from diorama.server.context import HouseOf, OwnerOf
from diorama.server.errors import Refusal
from diorama.server.jobs import Wish
from diorama.studio.models import Standing, services_of, standing

router = APIRouter(prefix="/api", tags=["models"])
Name = Annotated[str, Path(max_length=200, pattern=r"^[a-z0-9][a-z0-9.\-]*$")]


class Shown(Card):
    """A model, with what is known of it here."""

    standing: Standing
    services: tuple[str, ...]
    """Those that an engine here reaches."""
    price: str
    """The lowest that is known, in words, with its day."""
    goes_by: tuple[str, ...]
    """Pictures that it takes, as far as that is known."""
    favourite: bool


class Shop(Model):
    models: tuple[Shown, ...]
    total: int
    """Of all there are, whatever was looked for."""


class Form(Model):
    """A model's own options."""

    name: str
    options: dict[str, Any]
    """Their JSON schema."""
    defaults: dict[str, dict[str, Any]]
    """By quality."""


class Cost(Model):
    pictures: int
    quote: Quote | None
    """For one picture; none: nothing, or nobody can say before."""
    costs: bool
    """False: it costs nothing."""


@router.get("/models", operation_id="browseModels")
def browse(
    house: HouseOf,
    who: OwnerOf,
    words: Annotated[str, Query(max_length=200)] = "",
    kind: Kind | None = None,
    good_for: GoodFor | None = None,
    takes: InputKind | None = None,
    service: Annotated[str | None, Query(max_length=64)] = None,
    most: Annotated[float | None, Query(ge=0)] = None,
    favourite: bool = False,
) -> Shop:
    """Models by words, use, what they take and cost."""
    stars = favourites(house.settings.home, who.name)
    found = search(cards().values(), words, kind=kind, good_for=good_for, takes=takes, service=service, most=most, names=stars if favourite else None)
    return Shop(models=tuple(_shown(card, stars) for card in found), total=len(cards()))


@router.get("/models/{name}/form", operation_id="getModelForm")
def form(name: Name, house: HouseOf, _: OwnerOf) -> Form:
    """Its own options as a JSON schema: of the service that would be asked now."""
    _card(name)
    try:
        engine = house.studio.engine(name)
    except EngineUnavailable as wrong:
        raise Refusal(409, wrong.message, param="name", code="model_unavailable", hint=wrong.hint) from None
    return Form(
        name=name, options=engine.options.model_json_schema(), defaults={preset: dict(given) for preset, given in engine.capabilities().defaults.items()}
    )


@router.put("/models/{name}/favourite", operation_id="starModel")
def put_star(name: Name, house: HouseOf, who: OwnerOf) -> Shown:
    return _shown(_card(name), star(house.settings.home, name, who.name))


@router.delete("/models/{name}/favourite", operation_id="unstarModel")
def take_star(name: Name, house: HouseOf, who: OwnerOf) -> Shown:
    return _shown(_card(name), star(house.settings.home, name, who.name, on=False))


@router.post("/quotes", operation_id="quote")
def quote(wish: Wish, house: HouseOf, who: OwnerOf) -> Cost:
    """What an order would cost, as far as that can be said before. Nothing is ordered; the service may be asked."""
    if wish.like is not None:
        recipes = orders.again(orders.entry_of(house, who, wish.like, "like"), wish.seed, wish.n)
    else:
        recipes, _ = orders.recipes(house, wish.request(house, who))
    able = house.studio.able(recipes[0].engine)
    return Cost(pictures=len(recipes), quote=house.studio.quote(recipes[0]), costs=able.costs)


def _card(name: str) -> Card:
    card = find(name)
    if card is None:
        raise Refusal(404, f"there is no model {name[:80]!r}", param="name", code="model_not_found", hint="GET /api/models lists them")
    return card


def _shown(card: Card, stars: frozenset[str]) -> Shown:
    return Shown(
        **card.model_dump(),
        standing=standing(card),
        services=tuple(dict.fromkeys(services_of(card))),
        price=priced(cheapest(card)),
        goes_by=tuple(sorted(taken(card))),
        favourite=card.name in stars,
    )
