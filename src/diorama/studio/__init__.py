"""Use cases: make a picture from words, a scene or another picture's recipe. Doors (cli, server) call these and nothing below.

settings  where things are kept
make      request → reading → recipe → engine → picture file → history
passes    exact passes as files, with the JSON that ties ids to subjects
relight   other light, exposure and film for a picture that is made, from its light passes
"""

from diorama.studio.make import Made, Rendered, Studio
from diorama.studio.relight import Change, LightTable, Relight, applied, relight
from diorama.studio.settings import Settings

__all__ = ["Change", "LightTable", "Made", "Relight", "Rendered", "Settings", "Studio", "applied", "relight"]
