"""Figures of speech: a piece or a stretch of what nobody can see ("nuggets of wisdom", "a sea of sorrow")."""

from __future__ import annotations

from diorama.language.lexicon import classes
from diorama_catalogue.plurals import singular

PIECES = frozenset((
    "nugget", "pearl", "gem", "grain", "seed", "spark", "shred", "crumb", "kernel", "drop", "ray", "ocean", "sea", "river", "wave", "flood", "mountain",
    "wall", "web", "cloud", "blanket", "veil", "thread", "pocket", "taste", "storm", "sliver", "fountain", "pinch", "spring", "stream", "shadow", "cloak",
    "shroud", "glimmer", "flicker", "window", "well", "abyss", "mantle", "tapestry", "symphony", "dance", "burst", "wealth", "whiff", "bundle", "ounce",
))  # fmt: skip
"""What is told of as a measure of what has none."""
UNSEEN = ("cognition", "feeling", "attribute", "state", "time", "motive", "relation")


def figure_of_speech(piece: str, of: str) -> bool:
    """True if a noun measures one that is of the mind: "pearls of wisdom", not "pearls of glass"."""
    return singular(piece).split()[-1] in PIECES and classes.share(singular(of), *UNSEEN) >= 0.9
