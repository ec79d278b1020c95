"""Use cases: make a picture from words, a scene or another picture's recipe. Doors (cli, server) call these, and never the language.

settings  where things are kept
output    names of files, asked before the work
source    the picture somebody means, and which of ours a file is
words     readings, edits and variations, as an engine can show them
make      request → reading → recipe → engine → picture file → history
standing  a picture that stays, and the passes of its scene
keeping   of a parent's picture what a change does not touch
inputs    the pictures that recipes go by, decoded
passes    exact passes as files, with the JSON that ties ids to subjects
refine    words about a picture → the recipe of another, and back again
campaign  one brief, many subjects, in several formats
series    one brief, many subjects, in the same light
take_in   archives, folders and loose pictures become entries of the history
darkroom  a picture that is there, ours or anybody's, enlarged, cut
retouch   a marked part of it: erased, painted anew, another background; a wider frame
printing  a picture for the press
judging   what a picture should show, and rules in words, measured; a second try
trial     the best of several, judged before it is delivered
sheet     pictures in a grid with their words
relight   other light, exposure and film for a picture that is made, from its light passes
"""

from diorama.studio.make import Made, Rendered, Studio
from diorama.studio.refine import Refined, changes, recipe_of, refined, source, undo
from diorama.studio.relight import Change, LightTable, Relight, applied, relight
from diorama.studio.series import alike, metered, series
from diorama.studio.settings import Settings
from diorama.studio.sheet import contact_sheet
from diorama.studio.source import Source, recognise
from diorama.studio.take_in import Taken, take_in

__all__ = [
    "Change", "LightTable", "Made", "Refined", "Relight", "Rendered", "Settings", "Source", "Studio", "Taken", "alike", "applied", "changes", "contact_sheet", "metered", "recipe_of",
    "recognise", "refined", "relight", "series", "source", "take_in", "undo",
]  # fmt: skip
