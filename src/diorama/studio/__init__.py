"""Use cases: make a picture from words, a scene or another picture's recipe. Doors (cli, server) call these and nothing below.

settings  where things are kept
make      request → reading → recipe → engine → picture file → history
passes    exact passes as files, with the JSON that ties ids to subjects
"""

from diorama.studio.make import Made, Rendered, Studio
from diorama.studio.settings import Settings

__all__ = ["Made", "Rendered", "Settings", "Studio"]
