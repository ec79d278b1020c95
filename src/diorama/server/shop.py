"""/api/models: the catalogue of models, favourites, and what a picture would cost. (OpenAI's list of models: /v1/models.)"""

from __future__ import annotations

from statistics import median
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from diorama.contracts import Quote
from diorama.errors import EngineUnavailable
from diorama.models import Card, GoodFor, Kind, Price, cards, cheapest, favourites, find, priced, search, star, taken
from diorama.recipe.inputs import InputKind
from diorama.scene.base import Model
from diorama.server import orders
from diorama.server.context import OwnerOf
from diorama.server.state import AppStateOf
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
    lowest: Price | None
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
    title: str
    takes: tuple[InputKind, ...]
    """Pictures it goes by."""
    most_references: int
    costs: bool
    """Its pictures are paid for."""


class Cost(Model):
    pictures: int
    quote: Quote | None
    """For one picture; none: nothing, or nobody can say before."""
    costs: bool
    """False: it costs nothing."""
    seconds: float | None
    """That one picture takes: the median of the newest ones like it here; none: there were none yet."""
    like: int
    """How many those are."""
    waiting: int
    """Pictures that wait or are made in this engine's lane."""


@router.get("/models", operation_id="browseModels")
def browse(
    app_state: AppStateOf,
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
    stars = favourites(app_state.settings.home, who.name)
    found = search(cards().values(), words, kind=kind, good_for=good_for, takes=takes, service=service, most=most, names=stars if favourite else None)
    return Shop(models=tuple(_shown(card, stars) for card in found), total=len(cards()))


@router.get("/forms", operation_id="getForm")
def form(engine: Annotated[str, Query(min_length=1, max_length=200)], app_state: AppStateOf, _: OwnerOf) -> Form:
    """What an engine, a model or any model of a service (`fal:owner/app`) takes besides the words: its own options as a JSON schema, and pictures."""
    try:
        made = app_state.studio.engine(engine)
    except EngineUnavailable as wrong:
        raise Refusal(409, wrong.message, param="engine", code="model_unavailable", hint=wrong.hint) from None
    able = made.capabilities()
    defaults = {preset: dict(given) for preset, given in able.defaults.items()}
    schema = made.options.model_json_schema()
    return Form(
        name=able.name, title=able.title, options=schema, defaults=defaults, takes=able.takes, most_references=able.most_references, costs=able.costs,
    )  # fmt: skip


@router.put("/models/{name}/favourite", operation_id="starModel")
def put_star(name: Name, app_state: AppStateOf, who: OwnerOf) -> Shown:
    return _shown(_card(name), star(app_state.settings.home, name, who.name))


@router.delete("/models/{name}/favourite", operation_id="unstarModel")
def take_star(name: Name, app_state: AppStateOf, who: OwnerOf) -> Shown:
    return _shown(_card(name), star(app_state.settings.home, name, who.name, on=False))


@router.post("/quotes", operation_id="quote")
def quote(wish: Wish, app_state: AppStateOf, who: OwnerOf) -> Cost:
    """What an order would cost, as far as that can be said before. Nothing is ordered; the service may be asked."""
    if wish.like is not None:
        recipes = orders.again(orders.entry_of(app_state, who, wish.like, "like"), wish.seed, wish.n)
    else:
        recipes, _ = orders.recipes(app_state, wish.request(app_state, who))
    able, lasted = app_state.studio.able(recipes[0].engine), app_state.queue.store.lasted(recipes[0])
    seconds = round(median(lasted), 1) if lasted else None
    waiting = app_state.queue.store.waiting(recipes[0].engine)
    return Cost(pictures=len(recipes), quote=app_state.studio.quote(recipes[0]), costs=able.costs, seconds=seconds, like=len(lasted), waiting=waiting)


def _card(name: str) -> Card:
    card = find(name)
    if card is None:
        raise Refusal(404, f"there is no model {name[:80]!r}", param="name", code="model_not_found", hint="GET /api/models lists them")
    return card


def _shown(card: Card, stars: frozenset[str]) -> Shown:
    return Shown(
        **card.model_dump(exclude={"checked"}),
        standing=standing(card),
        services=tuple(dict.fromkeys(services_of(card))),
        price=priced(cheapest(card)),
        lowest=cheapest(card),
        goes_by=tuple(sorted(taken(card))),
        favourite=card.name in stars,
    )
