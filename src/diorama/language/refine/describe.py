"""Two scenes → what changed, in plain language: one line for each change, with its place, its layer, what it was and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from diorama.language.boxes import name_of_part
from diorama.language.model import Layer
from diorama.language.refine.model import Line
from diorama.scene import Colour, Label, Light, Part, Relation, Scene, Subject
from diorama.scene.base import Model
from diorama.scene.person import Garment
from diorama.scene.subject import Animal, Person

WORDS = {
    "on": "on", "in": "in", "under": "under", "above": "above", "beside": "beside", "left_of": "left of", "right_of": "right of", "in_front_of": "in front of",
    "leaning_on": "leaning on", "hanging_from": "hanging from", "stacked_on": "stacked on", "filled_with": "filled with", "near": "at the", "with": "with",
}  # fmt: skip
UNIT = {"focal_length": " mm", "kelvin": " K", "azimuth": "°", "elevation": "°", "roll": "°", "exposure": " stops"}
NAMES = {
    "f_number": "aperture", "focal_length": "lens", "azimuth": "direction", "haze": "haze", "ground": "ground",
    "deep_focus": "everything sharp", "hour": "hour", "kelvin": "colour temperature",
    "ground_shape": "kind of ground", "words": "words for the place", "monochrome": "black and white",
}  # fmt: skip


def describe(before: Scene, after: Scene) -> tuple[Line, ...]:
    """All changes: subjects, how they stand, place, light, camera, film."""
    return (
        *_subjects(before, after), *_relations(before, after), *_moved(before, after),
        *_fields("environment", "environment", before.environment, after.environment, "", before, after),
        *_lighting(before, after),
        *_fields("camera", "camera", before.camera, after.camera, "", before, after),
        *_fields("film", "film", before.film, after.film, "film: ", before, after),
    )  # fmt: skip


def name_of(scene: Scene, id: str) -> str:
    """ "the mug", with its id where there are several of the kind; a place of the frame by its name."""
    found = next((s for s in scene.subjects if s.id == id), None)
    if found is None:
        return id.replace("_", " ")
    same = sum(s.noun == found.noun for s in scene.subjects) > 1
    colour = found.surface.colours[0].name + " " if same and found.surface.colours else ""
    return f"{colour}{found.noun}{f' ({id})' if same else ''}"


def looks_of(s: Subject) -> str:
    """A subject in a few words: "two red glass bottles" as "2 × red glass bottle"."""
    material, pattern = ((word or "").replace("_", " ") for word in (s.surface.material, s.surface.pattern))
    words = [*(c.name for c in s.surface.colours), *s.surface.finish, material, pattern, *s.states, s.noun]
    size = f" ({_percent(s.size.scale)} of usual size)" if s.size.scale != 1 else ""
    return (f"{s.count} × " if s.count > 1 else "") + " ".join(w for w in words if w) + size


# ── subjects ──


def _subjects(before: Scene, after: Scene) -> Iterator[Line]:
    old, new = {s.id: s for s in before.subjects}, {s.id: s for s in after.subjects}
    for id, s in old.items():
        if id not in new:
            yield Line(path=f"subjects.{id}", layer="subject", before=looks_of(s), after="", text=f"removed: {looks_of(s)}")
    for id, s in new.items():
        if id not in old:
            label = "".join(f", {p.name} {_say(p)}" for p in s.parts) + "".join(f", reading “{x.text}”" for x in s.labels)
            yield Line(path=f"subjects.{id}", layer="subject", before="", after=looks_of(s), text=f"added: {looks_of(s)}{label}")
            yield from _within(None, s, after)
        elif s != old[id]:
            yield from _subject(old[id], s, before, after)
            yield from _within(old[id], s, before)


def _within(a: Subject | None, b: Subject, scene: Scene) -> Iterator[Line]:
    """The part of the frame that it is told to be in."""
    old, new = (None if one is None or one.within is None else name_of_part(one.within) for one in (a, b))
    if old != new:
        text = f"{name_of(scene, b.id)}: " + (f"in the {new} of the frame" if new else f"anywhere in the frame, no more in the {old}")
        yield Line(path=f"subjects.{b.id}.within", layer="subject", before=old or "", after=new or "", text=text)


def _subject(a: Subject, b: Subject, before: Scene, after: Scene) -> Iterator[Line]:
    path = f"subjects.{a.id}"
    name = name_of(before, a.id)
    if isinstance(a, Person | Animal) and type(a) is type(b):
        yield from _someone(a, b, name, path)
        return
    becomes = a.noun != b.noun or a.thing != b.thing
    if becomes:
        yield Line(path=path, layer="subject", before=looks_of(a), after=looks_of(b), text=f"{name}: becomes {looks_of(b)}")
    else:
        yield from _fields("subject", f"{path}.surface", a.surface, b.surface, f"{name}: ", before, after)
    yield from _size(a, b, name, path)
    for field in ("shape", "labels", "styles", "contents", "depicts", "implied") if becomes else ("count", "shape", "states", "labels", "styles", "contents", "depicts", "implied"):
        yield from _field("subject", f"{path}.{field}", getattr(a, field), getattr(b, field), f"{name}: ", field, before, after)
    yield from _parts(a, b, name, path, before, after)


def _someone(a: Person | Animal, b: Person | Animal, name: str, path: str) -> Iterator[Line]:
    """What of someone living changed, field by field."""
    for field in type(a).model_fields:
        x, y = getattr(a, field), getattr(b, field)
        if x != y and field != "within":
            old, new = _trait(x), _trait(y)
            text = f"{name}: {field.replace('_', ' ')} {old or 'as it came'} → {new or 'none'}"
            yield Line(path=f"{path}.{field}", layer="subject", before=old, after=new, text=text)


def _trait(value: Any) -> str:
    """A trait in a few words: "red coat, hat", "60", "full beard"."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_trait(v) for v in value)
    if isinstance(value, Colour):
        return value.name
    if isinstance(value, Garment):
        return " ".join((*(c.name for c in value.surface.colours), value.noun or value.garment.replace("_", " ")))
    if isinstance(value, Model):
        told = {k: v for k, v in value if v not in (None, (), False, "none")}
        return ", ".join(k.replace("_", " ") if v is True else f"{v} {k}" if k == "beard" else getattr(v, "name", None) or _trait(v) for k, v in told.items())
    return f"{value:g}" if isinstance(value, float) else str(value).replace("_", " ")


def _size(a: Subject, b: Subject, name: str, path: str) -> Iterator[Line]:
    for field in type(a.size).model_fields:
        x, y = getattr(a.size, field), getattr(b.size, field)
        if x != y:
            word = "size" if field == "scale" else field
            text = f"{name}: {word} {_percent(x)} → {_percent(y)} of usual"
            yield Line(path=f"{path}.size.{field}", layer="subject", before=_percent(x), after=_percent(y), text=text)


def _percent(x: float) -> str:
    return f"{round(x * 100)} %"


def _parts(a: Subject, b: Subject, name: str, path: str, before: Scene, after: Scene) -> Iterator[Line]:
    old, new = {p.name: p for p in a.parts}, {p.name: p for p in b.parts}
    for part in dict.fromkeys((*old, *new)):
        x, y = old.get(part), new.get(part)
        if x is not None and y is not None:
            yield from _fields("subject", f"{path}.parts.{part}.surface", x.surface, y.surface, f"{name}, {part}: ", before, after)
        elif x != y:
            yield Line(path=f"{path}.parts.{part}", layer="subject", before=_say(x), after=_say(y), text=f"{name}: {part} {_say(y) or 'as usual'}")


# ── how things stand ──


def _relations(before: Scene, after: Scene) -> Iterator[Line]:
    ids, gone = {s.id for s in after.subjects}, {s.id for s in before.subjects}
    for r in before.relations:
        if r not in after.relations and r.subject in ids:
            text = relation(before, r)
            yield Line(path="relations", layer="subject", before=text, after="", text=f"no longer: {text}")
    for r in before.relations:
        if r not in after.relations and r.subject not in ids:
            yield Line(path="relations", layer="subject", before=relation(before, r), after="", text=f"gone with it: {relation(before, r)}")
    for r in after.relations:
        if r not in before.relations:
            text = relation(after, r)
            yield Line(path="relations", layer="subject", before="", after=text, text=text if r.subject in gone else f"{text} (new)")


def relation(scene: Scene, r: Relation) -> str:
    """ "mug left of the book"."""
    objects = " and ".join(name_of(scene, o) for o in r.objects)
    word = WORDS.get(r.kind, r.kind.replace("_", " "))
    return f"{name_of(scene, r.subject)} {word} {'' if r.kind == 'near' else 'the '}{objects}"


def _moved(before: Scene, after: Scene) -> Iterator[Line]:
    """Things whose place in the layout was moved by hand or word."""
    if before.layout is None or after.layout is None:
        return
    known = {(name.split(".")[0], place.x, place.y, place.yaw) for name, place in before.layout.places.items()}
    shifted = {n for n, p in after.layout.places.items() if n in before.layout.places and (n.split(".")[0], p.x, p.y, p.yaw) not in known}
    for name in [n for n in after.layout.places if n in shifted]:
        place, old = after.layout.places[name], before.layout.places[name]
        if place.host in shifted:
            continue  # it moves along with what it rests on
        right, away, turn = place.x - old.x, place.y - old.y, place.yaw - old.yaw
        told = [_way(right, "to the right", "to the left"), _way(away, "away from the camera", "towards the camera"), f"turned by {turn:.0f}°" if turn else ""]
        told = [t for t in told if t]
        said = ", ".join(told) or "moved"
        yield Line(path=f"layout.places.{name}", layer="subject", before=_point(old), after=_point(place), text=f"{name_of(after, name.split('.')[0])}: {said}")


def _way(metres: float, plus: str, minus: str) -> str:
    return f"{abs(metres) * 100:.1f} cm {plus if metres > 0 else minus}" if abs(metres) >= 0.0005 else ""


def _point(place: Any) -> str:
    return f"({place.x:.3f}, {place.y:.3f}, {place.z:.3f}) m, {place.yaw:.0f}°"


# ── light ──


def _lighting(before: Scene, after: Scene) -> Iterator[Line]:
    old, new = {x.id: x for x in before.lighting.lights}, {x.id: x for x in after.lighting.lights}
    for field in ("time", "hour", "mood", "shadow", "kelvin"):
        a, b = getattr(before.lighting, field), getattr(after.lighting, field)
        yield from _field("lighting", f"lighting.{field}", a, b, "all light: " if field == "kelvin" else "", field, before, after)
    for id, light in old.items():
        if id not in new:
            yield Line(path=f"lighting.lights.{id}", layer="lighting", before=_light(light), after="", text=f"removed: {_light(light)}")
    for id, light in new.items():
        if id not in old:
            yield Line(path=f"lighting.lights.{id}", layer="lighting", before="", after=_light(light), text=f"added: {_light(light)}")
        else:
            yield from _fields("lighting", f"lighting.lights.{id}", old[id], light, f"{_short(old[id])}: ", before, after)


def _short(light: Light) -> str:
    return f"{light.source.replace('_', ' ')} ({light.role.replace('key', 'key light')})"


def _light(light: Light) -> str:
    colour = light.colour.name if light.colour else f"{light.kelvin:g} K" if light.kelvin else ""
    strength = f"{light.strength:g} × as strong as usual" if light.strength != 1 else ""
    lamp = f"{light.quality} {light.source.replace('_', ' ')} as {light.role} light"
    return ", ".join(w for w in (lamp, _direction(light.azimuth, light.elevation), colour, strength) if w)


def _direction(azimuth: float, elevation: float) -> str:
    side = "from behind" if abs(azimuth) > 150 else "from the front" if abs(azimuth) < 20 else f"from the {'left' if azimuth < 0 else 'right'}"
    return "from above" if elevation > 70 else "from below" if elevation < -20 else side


# ── any field ──


def _fields(layer: Layer, path: str, a: Any, b: Any, prefix: str, before: Scene, after: Scene) -> Iterator[Line]:
    for field in type(a).model_fields:
        if field == "place":  # follows from the words
            continue
        yield from _field(layer, f"{path}.{field}", getattr(a, field), getattr(b, field), prefix, field, before, after)


def _field(layer: Layer, path: str, a: Any, b: Any, prefix: str, field: str, before: Scene, after: Scene) -> Iterator[Line]:
    if a == b:
        return
    if isinstance(a, Model) and isinstance(b, Model) and not isinstance(a, Colour):
        yield from _fields(layer, path, a, b, f"{prefix}{NAMES.get(field, field.replace('_', ' '))}: ", before, after)
        return
    was, now = _say(a, field, before), _say(b, field, after)
    name = NAMES.get(field, field.replace("_", " "))
    yield Line(path=path, layer=layer, before=was, after=now, text=f"{prefix}{name} {was or 'as usual'} → {now or 'as usual'}")


def _say(value: Any, field: str = "", scene: Scene | None = None) -> str:
    if value is None or value == ():
        return ""
    if field in ("focus", "subject") and scene is not None:
        return name_of(scene, value)
    if field == "aspect":
        return f"{value[0]}:{value[1]}"
    if field == "f_number":
        return f"f/{value:g}"
    if field == "hour":
        return f"{int(value)}:{round(value % 1 * 60) % 60:02d}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_say(v) for v in value)
    if isinstance(value, Colour):
        return value.name
    if isinstance(value, Label):
        return f"“{value.text}”" + ("" if value.style == "sans" else f" ({value.style})") + (f" in {value.colour.name}" if value.colour else "")
    if isinstance(value, Part):
        s = value.surface
        return " ".join(w for w in (*(c.name for c in s.colours), *s.finish, s.material or "", s.pattern or "") if w)
    if isinstance(value, (int, float)):
        return f"{value:g}{UNIT.get(field, '')}"
    return str(value).replace("_", " ")
