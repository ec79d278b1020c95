"""Models: what is known of those that people name, as dated facts.

card       one model: maker, licence, what it takes, where it is to be had and for how much
shelf      all of them, from the TOML files beside it
"""

from diorama.models.card import Card, Offer, Price
from diorama.models.shelf import cards, find

__all__ = ["Card", "Offer", "Price", "cards", "find"]
