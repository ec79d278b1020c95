"""Models: what is known of those that people name, as dated facts.

card       one model: maker, licence, what it takes, where it is to be had and for how much
shelf      all of them, from the TOML files beside it: known.toml by hand, listed.toml by scripts/list_models.py
search     by words, kind, use, price          favourites  those that somebody starred
"""

from diorama.models.card import Card, GoodFor, Kind, Offer, Price
from diorama.models.favourites import favourites, star
from diorama.models.search import cheapest, priced, search, taken
from diorama.models.shelf import cards, find

__all__ = ["Card", "GoodFor", "Kind", "Offer", "Price", "cards", "cheapest", "favourites", "find", "priced", "search", "star", "taken"]
