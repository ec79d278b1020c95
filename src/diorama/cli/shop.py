"""`diorama models`: the catalogue, searched; its favourites."""

from __future__ import annotations

from typing import Annotated, cast, get_args

import typer
from rich.table import Table

from diorama import contracts
from diorama.cli.terminal import out, print_json, styled
from diorama.errors import RequestError
from diorama.models import Card, GoodFor, Kind, Offer, cards, cheapest, favourites, find, priced, search, taken
from diorama.models import star as star_model
from diorama.recipe import INPUT_KINDS
from diorama.recipe.inputs import InputKind
from diorama.studio import Settings
from diorama.studio.models import services_of, standing


def browse(
    context: typer.Context,
    words: Annotated[str, typer.Option("--search", "-s", help="Words in the name, the maker, the licence, the uses.")] = "",
    kind: Annotated[str | None, typer.Option(help="image, edit, upscale, video or audio.")] = None,
    good_for: Annotated[
        str | None, typer.Option(help="photorealism, portraits, text, speed, resolution, editing, illustration, vector, price, open weights.")
    ] = None,
    takes: Annotated[str | None, typer.Option(help="reference, source, mask …")] = None,
    service: Annotated[str | None, typer.Option(help="fal, replicate, openrouter …")] = None,
    most: Annotated[float | None, typer.Option("--max-price", help="US dollars a picture.")] = None,
    usable: Annotated[bool, typer.Option("--usable", help="Only what runs here or has a key.")] = False,
    starred: Annotated[bool, typer.Option("--favourites", help="Only those that are starred.")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Models by name: what they are good for, what they cost, whether they can be used here."""
    if context.invoked_subcommand is not None:
        return
    home = Settings.load().home
    asked_kind, asked_use, asked_input = (
        one_of("kind", kind, get_args(Kind)),
        one_of("good-for", good_for, get_args(GoodFor)),
        one_of("takes", takes, INPUT_KINDS),
    )
    found = search(
        cards().values(),
        words,
        kind=cast(Kind | None, asked_kind),
        good_for=cast(GoodFor | None, asked_use),
        takes=cast(InputKind | None, asked_input),
        service=service,
        most=most,
        names=favourites(home) if starred else None,
    )
    if usable:
        found = [card for card in found if standing(card) in ("runs here", "ready")]
    if as_json:
        print_json([card.model_dump(mode="json") | {"standing": standing(card), "favourite": card.name in favourites(home)} for card in found])
        return
    stars, table = favourites(home), Table("", "model", "by", "for", "good for", "price", "here", box=None)
    for card in found:
        table.add_row(
            "★" if card.name in stars else "", card.name, card.maker, ", ".join(card.kinds), ", ".join(card.good_for), priced(cheapest(card)), told(card)
        )
    out.print(table)
    out.print(f'{len(found)} of {len(cards())} models. `diorama models show NAME` tells all; `diorama make "…" --engine NAME` uses one.')


def show(name: Annotated[str, typer.Argument(help="A model's name.")], as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """All that is known of a model: where it is to be had, for how much, its own options."""
    card = _card(name)
    options = contracts.engine(name).options.model_json_schema() if standing(card) != "listed" else None
    if as_json:
        print_json(card.model_dump(mode="json") | {"standing": standing(card), "options": options})
        return
    out.print(styled("[bold]{}[/]  {} by {}: {}", card.name, card.title, card.maker, ", ".join(card.kinds)))
    rows = {
        "licence": card.licence or "not known",
        "good for": ", ".join(card.good_for) or "not known",
        "goes by": ", ".join(sorted(taken(card))) or "words alone, or not known",
        "for example": card.example,
        "note": card.note,
        "here": told(card),
        "facts": {"named by packages": "each name looked up in its service's packages", "by hand": "put together by hand", "from one list": "from one list alone"}[
            card.checked
        ],
    }
    for what, text in rows.items():
        if text:
            out.print(f"  {what:<12} {text}")
    for offer in card.offers:
        told_price = (
            priced(offer.price)
            if offer.price
            else "by tokens: " + ", ".join(f"{k} {v:g} USD" for k, v in offer.tokens.items()) + " a million"
            if offer.tokens
            else "not known"
        )
        out.print(f"  at {offer.service:<12} {offer.model}  price {told_price}{witnessed(offer)}")
    for option, schema in (options or {}).get("properties", {}).items():
        out.print(f"  --set {option}=…  {schema.get('description', '')}")


def witnessed(offer: Offer) -> str:
    """Which packages name it, in words."""
    if offer.named_by:
        return f"; named by {', '.join(offer.named_by)} ({offer.looked_on})"
    return f"; not named by {', '.join(offer.looked_in)} ({offer.looked_on})" if offer.looked_in else "; no package was found that names this service's models"


def star(name: Annotated[str, typer.Argument(help="A model's name.")]) -> None:
    """Make a model one of your favourites."""
    star_model(Settings.load().home, _card(name).name)


def unstar(name: Annotated[str, typer.Argument(help="A model's name.")]) -> None:
    """It is none any more."""
    star_model(Settings.load().home, name, on=False)


def told(card: Card) -> str:
    """Whether it can be used here, in words."""
    state = standing(card)
    if state == "runs here":
        return f"runs here, {card.memory_gb:g} GB" if card.memory_gb else "runs here"
    if state == "needs a key":
        return "needs a key: " + " or ".join(dict.fromkeys(services_of(card)))
    return "ready" if state == "ready" else "no engine here"


def one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> str | None:
    if value is not None and value not in allowed:
        raise RequestError(f"{value!r} is not allowed", where=name, hint=", ".join(allowed))
    return value


def _card(name: str) -> Card:
    card = find(name)
    if card is None:
        near = ", ".join(one.name for one in search(cards().values(), name.split("-")[0])[:8])
        raise RequestError(f"there is no model {name!r} in the catalogue", where="name", hint=f"near: {near}" if near else "`diorama models` lists them")
    return card
