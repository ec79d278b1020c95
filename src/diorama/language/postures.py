"""How the living are where they are: one table of verbs, for grammar, for the walk and for the repairs of a parse."""

from __future__ import annotations

import re

from diorama.language.lexicon import classes

VERBS = {
    "sitting": "sit perch seat kneel crouch squat",
    "standing": "stand pose wait",
    "lying": "lie recline sleep lounge nap sprawl rest curl doze nestle",
    "running": "run sprint jog gallop race dash charge",
    "walking": "walk stroll stride wander march hike trot prowl",
    "jumping": "jump leap",
    "dancing": "dance",
    "flying": "fly soar glide",
    "floating": "hover float levitate",
    "smiling": "smile grin laugh beam",
    "sad": "frown cry",
}
STATES = {verb: state for state, verbs in VERBS.items() for verb in verbs.split()}
"""The verb → what a thing's state is called."""


def state_of(form: str) -> str | None:
    """ "Sitting", "seated", "lies": the state that a form of a verb tells; None if it tells none."""
    verbs = (form, "lie" if form == "laying" else base(form), form.removesuffix("ed"), form.removesuffix("s"))
    return next((STATES[verb] for verb in verbs if verb in STATES), None)


SHORT = re.compile(r"[^aeiouy]+[aeiou][^aeiouwxy]")
"""Stems whose last letter is doubled before -ing: "ridding" is of "rid", "riding" of "ride"."""


def base(participle: str) -> str:
    """The verb of a participle in -ing: knitting → knit, baking → bake."""
    stem = participle.removesuffix("ing")
    first = (stem + "e", stem) if SHORT.fullmatch(stem) else (stem, stem + "e")
    return next((x for x in (*first, stem[:-1], stem[:-1] + "ie") if len(x) > 2 and classes.verb(x) is not None), stem)
