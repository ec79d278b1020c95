"""Models: what is known of those that people name, as dated facts.

card       one model: maker, licence, what it takes, where it is to be had and for how much
shelf      all of them, from the files beside it: known.toml by hand; listed.toml by scripts/list_models.py (a list of prices); prices.toml: prices that it
           lacks; apps.toml, named.toml and forms.json by scripts/check_models.py (packages of the services: which names they know, the forms they have)
search     by words, kind, use, price          favourites  those that somebody starred
"""

from diorama.models.card import Card, Checked, GoodFor, Kind, Offer, Per, Price
from diorama.models.favourites import favourites, star
from diorama.models.search import cheapest, priced, search, taken
from diorama.models.shelf import cards, find, form, form_source

__all__ = [
    "Card", "Checked", "GoodFor", "Kind", "Offer", "Per", "Price", "cards", "cheapest", "favourites", "find", "form", "form_source", "priced", "search", "star",
    "taken",
]  # fmt: skip
