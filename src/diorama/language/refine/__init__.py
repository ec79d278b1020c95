"""Refinement: words about a picture → an edit of its scene. What was not named stays as it is.

vocabulary    words → atoms: the lexicon, and what words of change mean    grammar.toml, steps.toml
clauses       atoms → clauses: a verb, and what it is about
refer         noun phrases → subjects of the scene ("the left one", "it", "all the apples")
targets       … → parts, lights, the ground, the camera, the picture
commands      clause by clause: make, put, turn, switch, focus; clauses without a verb
changes       add, replace, copy, write        removal, moves        take away, move
complement    what is said of a target: steps (steps, scales), looks, writing
hand, graft   the reader's walk over a clause, by someone who knows the picture; what it gathered is put into the scene
illumination, surroundings    what follows: the sun at another hour, the veil of fog
describe      two scenes → what changed, in plain language
standins      what the stage cannot build yet → what it can, and said

Pure and deterministic; linear in the words. No content word is left without a phrase (`content_words`).
"""

from __future__ import annotations

from diorama.language.refine.model import Line, Refinement
from diorama.language.refine.passes import content_words, refine
from diorama.language.refine.standins import stand_in

__all__ = ["Line", "Refinement", "content_words", "refine", "stand_in"]
