"""What is in the picture: subjects, environment, lighting, camera, film. Frozen data that knows no renderer."""

from diorama.scene.camera import Camera
from diorama.scene.edits import Change, Edit, apply, diff
from diorama.scene.environment import INDOORS, Environment
from diorama.scene.film import Film
from diorama.scene.layout import Layout, Place, Spread, Viewpoint, carried, moved
from diorama.scene.lighting import TIMES, Light, Lighting
from diorama.scene.rules import check, findings
from diorama.scene.scene import VERSION, Scene, load, schema
from diorama.scene.subject import PLACES, Colour, Label, Part, Relation, Size, Subject, Surface

__all__ = [
    "INDOORS", "PLACES", "TIMES", "VERSION", "Camera", "Change", "Colour", "Edit", "Environment", "Film", "Label", "Layout", "Light", "Lighting", "Part", "Place",
    "Relation", "Scene", "Size", "Spread", "Subject", "Surface", "Viewpoint", "apply", "carried", "check", "diff", "findings", "load", "moved", "schema",
]  # fmt: skip
