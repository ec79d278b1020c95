"""What is in the picture: subjects, environment, lighting, camera, film. Frozen data that knows no renderer."""

from diorama.scene.camera import Camera
from diorama.scene.carry import carried
from diorama.scene.edits import Change, Edit, apply, diff
from diorama.scene.environment import INDOORS, Environment
from diorama.scene.film import Film
from diorama.scene.layout import Layout, Place, Spread, Viewpoint, moved
from diorama.scene.lighting import TIMES, Light, Lighting
from diorama.scene.loading import load, schema
from diorama.scene.look import Coating, Colour, Label, PageLook, Part, Size, Surface
from diorama.scene.person import Garment
from diorama.scene.relation import PLACES, Relation
from diorama.scene.rules import check, findings
from diorama.scene.scene import VERSION, Scene
from diorama.scene.subject import Animal, Object, Person, Subject

__all__ = [
    "INDOORS", "PLACES", "TIMES", "VERSION", "Animal", "Camera", "Change", "Coating", "Colour", "Edit", "Environment", "Film", "Garment",
    "Label", "Layout", "Light", "Lighting", "Object", "PageLook", "Part", "Person",
    "Place",
    "Relation", "Scene", "Size", "Spread", "Subject", "Surface", "Viewpoint", "apply", "carried", "check", "diff", "findings", "load", "moved", "schema",
]  # fmt: skip
