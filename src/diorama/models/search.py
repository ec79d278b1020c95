"""Finding models: by words, by what they are for, what they take, what they cost."""

from __future__ import annotations

from collections.abc import Iterable

from diorama.models.card import Card, GoodFor, Kind, Price
from diorama.recipe import InputKind


LEADS: dict[InputKind, str] = {"depth": "depth", "pose": "openpose", "edges": "canny", "normal": "normal", "segmentation": "segmentation"}
"""Words in the names of inputs that lead."""


def search(
    among: Iterable[Card],
    words: str = "",
    *,
    kind: Kind | None = None,
    good_for: GoodFor | None = None,
    takes: InputKind | None = None,
    service: str | None = None,
    most: float | None = None,
    names: frozenset[str] | None = None,
) -> list[Card]:
    """Cards that have all of it: every word somewhere in name, title, maker, licence or example; `most`: US dollars for a picture; `names`: only these."""
    wanted = words.lower().split()
    return [
        card
        for card in among
        if all(word in text_of(card) for word in wanted)
        and (kind is None or kind in card.kinds)
        and (good_for is None or good_for in card.good_for)
        and (takes is None or takes in taken(card))
        and (service is None or any(offer.service == service for offer in card.offers))
        and (most is None or ((price := cheapest(card)) is not None and price.per in ("picture", "run") and price.amount <= most))
        and (names is None or card.name in names)
    ]


def text_of(card: Card) -> str:
    """What words are looked for in."""
    offers = " ".join(f"{offer.service} {offer.model}" for offer in card.offers)
    return " ".join([card.name, card.title, card.maker, card.licence or "", card.example or "", *card.kinds, *card.good_for, offers]).lower()


def cheapest(card: Card) -> Price | None:
    """The lowest price that is known; of those by the picture, where there are any."""
    known = [offer.price for offer in card.offers if offer.price is not None]
    by_picture = [price for price in known if price.per in ("picture", "run")]
    return min(by_picture or known, key=lambda price: price.amount, default=None)


def taken(card: Card) -> set[str]:
    """Pictures that it goes by, as far as that is known here."""
    found: set[str] = set(card.takes)
    names = {name for offer in card.offers for name in offer.inputs}
    if any("image" in name and "size" not in name for name in names):
        found |= {"reference", "source"}
    if any("mask" in name for name in names):
        found.add("mask")
    if "preprocess" in names:
        found |= {"depth", "edges", "pose"}
    found |= {kind for kind, word in LEADS.items() if f"{word}_image_url" in names}
    return found


def priced(price: Price | None) -> str:
    """A price in words, with its day."""
    if price is None:
        return "price not known"
    amount = f"{price.amount:g}" + (f" to {price.most:g}" if price.most else "")
    return (
        f"{amount} {price.currency} a {price.per} ({price.as_of})"
        if not price.per[0].isdigit()
        else f"{amount} {price.currency} for {price.per} ({price.as_of})"
    )
