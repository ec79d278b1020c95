"""Draft → scene, phrases and diagnostics. A phrase keeps only effects that are true of the finished scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from pydantic import ValidationError

from diorama.language.draft import GONE, Draft, Effect, LightDraft, Note, RelationDraft, SubjectDraft, SurfaceDraft
from diorama.language.model import Phrase
from diorama.language.subjects import MOST
from diorama.scene import Animal, Camera, Colour, Environment, Film, Garment, Light, Lighting, Object, Part, Person, Relation, Scene, Size, Subject, Surface
from diorama_catalogue import settings, thing

WORDS = 64
"""Words of style kept of one subject."""
FILLED, SHOWN = "contents:", "of:"
"""Before what a draft's words say that a thing is filled with, and what it shows."""


def sorted_out(words: Iterable[str]) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    """A draft's words as fields of a thing: what fills it (the first that is told), what it shows, and its styles."""
    unique = list(dict.fromkeys(words))
    filled = [_key(w.removeprefix(FILLED)) for w in unique if w.startswith(FILLED)]
    shown = tuple(w.removeprefix(SHOWN) for w in unique if w.startswith(SHOWN))
    return filled[0] if filled else None, shown, tuple(w for w in unique if not w.startswith((FILLED, SHOWN)))[:WORDS]


def _key(words: str) -> str:
    return words.replace(" ", "_")


def field_of(word: str) -> tuple[str, str]:
    """The field of a thing that one of a draft's words sets, and its value there."""
    if word.startswith(FILLED):
        return "contents", _key(word.removeprefix(FILLED))
    return ("depicts", word.removeprefix(SHOWN)) if word.startswith(SHOWN) else ("styles", word)


def scene(draft: Draft) -> Scene:
    """The scene of a draft with nothing left open."""
    subjects = _subjects(draft)
    return Scene(
        subjects=subjects,
        relations=_relations(draft),
        environment=_environment(draft),
        lighting=_lighting(draft),
        camera=_camera(draft),
        film=Film(**draft.film),
    )


def _subjects(draft: Draft) -> tuple[Subject, ...]:
    seen = [s for s in draft.subjects if s.becomes is None and s.worn_by is None]
    worn = [s for s in draft.subjects if s.worn_by is not None]
    for s in worn:
        s.worn_by.traits.setdefault("wears", []).append(s)
    return subjects(seen, MOST - len(seen), (f"s{k}" for k in count(1)))


def subjects(seen: list[SubjectDraft], room: int, ids: Iterator[str]) -> tuple[Subject, ...]:
    """Subjects of their drafts, with ids in turn; `room`: how many more than the drafts there may be."""
    rows: list[tuple[SubjectDraft, str, SurfaceDraft | None, int]] = []
    for s in seen:
        split = s.split if len(s.split) == s.count and len(s.split) - 1 <= room else []
        room -= max(len(split) - 1, 0)
        for own in split or [None]:
            id = next(ids)
            s.ids.append(id)
            rows.append((s, id, own, 1 if split else s.count))
    return tuple(_subject(*row) if row[0].traits is None else _living(row[0], row[1]) for row in rows)


def _living(s: SubjectDraft, id: str) -> Person | Animal:
    """A person or an animal of what its words told."""
    traits = {k: v for k, v in s.traits.items() if k not in ("wears", "actions", "deeds")}
    told = [{"deed": a["deed"], "objects": tuple(i for o in a["objects"] for i in o.ids if i != id)[:4]} for a in (*s.traits.get("actions", ()), *s.traits.get("deeds", ()))]
    worn = tuple(_garment(g) for g in s.traits.get("wears", ()))
    if isinstance(traits.get("gaze"), SubjectDraft):
        traits["gaze"] = traits["gaze"].ids[0] if traits["gaze"].ids and traits["gaze"] is not s else None
    common = {"id": id, "noun": s.noun, "count": s.count, "size": Size(**s.size), "within": s.within, "implied": s.implied}
    if s.category == "animal":
        if "arranged" in s.states:
            traits.setdefault("formation", "row")
        return _valid(Animal, {**common, **traits, "wears": worn[:8], "deeds": tuple(told)})
    return _valid(Person, {**common, **traits, "wears": worn[:16], "actions": tuple(told)})


def _valid(kind: Any, data: dict[str, Any]) -> Any:
    """The model of the data; traits that it does not allow are left out, so that their words are told to have no effect."""
    try:
        return kind.model_validate(data)
    except ValidationError as wrong:
        bad = {error["loc"][0] for error in wrong.errors() if error["loc"]}
        return kind.model_validate({k: v for k, v in data.items() if k not in bad})


def _garment(s: SubjectDraft) -> Garment:
    return Garment(garment=garment_key(s), noun=s.noun, surface=s.surface.build(), styles=tuple(dict.fromkeys((*s.states, *sorted_out(s.attributes)[2]))), labels=tuple(s.labels[:8]))


def garment_key(s: SubjectDraft) -> str:
    """The garment's name in the scene: its noun."""
    return _key(s.noun)


def _subject(s: SubjectDraft, id: str, own: SurfaceDraft | None, count: int) -> Object:
    surface = s.surface.build()
    if own is not None:
        surface = Surface(
            colours=(tuple(own.colours) or surface.colours)[:4], material=own.material or surface.material, pattern=own.pattern or surface.pattern,
            finish=tuple(dict.fromkeys((*surface.finish, *own.finish))), coatings=(*surface.coatings, *own.coatings)[:3],
        )  # fmt: skip
    contents, depicts, styles = sorted_out(s.attributes)
    return Object(
        id=id,
        noun=s.noun,
        thing=s.thing,
        count=count,
        surface=surface,
        parts=tuple(Part(name=name, surface=part.build()) for name, part in s.parts.items()),
        shape=s.shape,
        size=Size(**s.size),
        within=s.within,
        states=tuple(dict.fromkeys(s.states)),
        labels=tuple(s.labels[:24]),
        variants=thing(s.thing).named(s.noun),
        contents=contents,
        depicts=depicts,
        styles=styles,
        implied=s.implied,
    )


RESTING = ("on", "in", "stacked_on", "hanging_from")


def _relations(draft: Draft) -> tuple[Relation, ...]:
    return relations(draft.relations)


def relations(drafts: list[RelationDraft]) -> tuple[Relation, ...]:
    """Relations of their drafts, by id; nothing rests on two things, or on itself."""
    out: list[Relation] = []
    below: dict[str, str] = {}
    for r in drafts:
        objects = [id for o in r.objects for id in (o.ids if isinstance(o, SubjectDraft) else [o])][:8]
        if r.kind == "between" and len(objects) > 2:
            objects = objects[:2]
        if r.kind in ("in", "near") and objects == ["ground"]:
            continue  # "in a living room": the setting says it
        for s in r.subjects:
            for id in s.ids:
                alone = r.kind == "facing" and objects == [id]  # "two swans facing each other"
                ends = tuple(o for o in objects if o != id or alone)
                if not ends:
                    continue
                made = Relation(subject=id, kind=r.kind, objects=ends[: 1 if r.kind in RESTING else 8], part=r.part)
                if made not in out and r.kind in RESTING and not _rests(below, id, ends[0]):
                    continue
                if made not in out and len(out) < 256:
                    out.append(made)
                if made in out:
                    r.made.append(f"{id} {r.kind} {' '.join(made.objects)}")
    return tuple(out)


def _rests(below: dict[str, str], id: str, on: str) -> bool:
    """Note that `id` rests on `on`, unless it would rest on itself or rests on something already."""
    if id in below:
        return False
    here: str | None = on
    while here is not None:
        if here == id:
            return False
        here = below.get(here)
    below[id] = on
    return True


def _environment(draft: Draft) -> Environment:
    environment = {k: v for k, v in draft.environment.items() if k not in ("hint", "way", "world")}
    words = ", ".join(dict.fromkeys(" ".join(draft.prompt[a:b].split()) for a, b in draft.place_spans))
    return Environment(
        **environment, words=words, place=settings()[environment["setting"]].named(words), ground=draft.ground.build(), backdrop=draft.backdrop.build(),
        features=tuple(dict.fromkeys(draft.features)),
        fittings=tuple(Part(name=name, surface=made) for name, told in draft.fittings.items() if not (made := told.build()).is_plain),
    )


def _lighting(draft: Draft) -> Lighting:
    lights = []
    for k, light in enumerate(draft.lights, 1):
        light.id = f"l{k}"
        owner = light.subject.ids[0] if light.subject is not None and light.subject.ids else None
        lights.append(Light(id=light.id, subject=owner, **light.values))
    lighting = {k: v for k, v in draft.lighting.items() if k in Lighting.model_fields}
    return Lighting(**lighting, lights=tuple(lights))


def _camera(draft: Draft) -> Camera:
    camera = {k: v for k, v in draft.camera.items() if k in Camera.model_fields}
    if isinstance(draft.focus, SubjectDraft):
        camera["focus"] = draft.focus.ids[0] if draft.focus.ids else None
    elif draft.focus is not None:
        camera["focus"] = draft.focus
    return Camera(**camera)


# ── phrases ──


def phrases(draft: Draft, made: Scene) -> tuple[list[Phrase], list[Note]]:
    """All notes as phrases, in order; and the notes whose every effect was overruled by later words."""
    out: list[Phrase] = []
    overruled: list[Note] = []
    strange: list[int] = []
    end = 0
    for note in _side_by_side(draft):
        if note.start < end:
            continue
        told = [t for e in note.effects for t in tell(e, made)]
        if note.status == "not_understood":
            if strange and draft.prompt[strange[1] : note.start].strip(" -–'’"):
                out.append(_strange(draft, strange))
                strange = []
            strange, end = [strange[0] if strange else note.start, note.end], note.end
            continue
        if strange:
            out.append(_strange(draft, strange))
            strange = []
        status = note.status
        if note.effects and not told and not all(isinstance(e.value, RelationDraft) for e in note.effects):
            status = "no_effect"
            overruled.append(note)
        end = note.end
        out.append(
            Phrase(start=note.start, end=end, text=draft.prompt[note.start : end], layer=note.layer, effect=tuple(dict.fromkeys(told)), status=status)
        )
    return out + ([_strange(draft, strange)] if strange else []), overruled


def _side_by_side(draft: Draft) -> Iterator[Note]:
    """The notes in order; one with another that begins and ends within it is cut there: "a ball of", "blue", "yarn"."""
    notes = sorted(draft.notes.values(), key=lambda n: (n.start, -n.end))
    for k, note in enumerate(notes):
        start = note.start
        for inner in notes[k + 1 :]:
            if inner.start >= note.end:
                break
            if start < inner.start and inner.end < note.end:
                yield replace(note, start=start, end=start + len(draft.prompt[start : inner.start].rstrip()))
                yield inner
                start = inner.end + len(draft.prompt[inner.end : note.end]) - len(draft.prompt[inner.end : note.end].lstrip())
        yield replace(note, start=start) if start > note.start else note


def _strange(draft: Draft, span: list[int]) -> Phrase:
    """Neighbouring words that were not understood, as one phrase."""
    return Phrase(start=span[0], end=span[1], text=draft.prompt[span[0] : span[1]], layer="none", status="not_understood")


def tell(effect: Effect, made: Scene) -> list[str]:
    """The effect as `path=value`, for each id its owner became; empty where the finished scene says otherwise."""
    if effect.value is GONE:
        return [f"{path}=" for path, _ in _places(effect, made) if not stands(made, path)]
    if isinstance(effect.value, RelationDraft):
        return [f"relations={text}" for text in effect.value.made]
    return [f"{path}={_text(value)}" for path, value in _places(effect, made) if holds(made, path, value)]


def _places(effect: Effect, made: Scene) -> list[tuple[str, Any]]:
    value, path, owner = effect.value, effect.path, effect.owner
    if isinstance(value, SubjectDraft):
        value = value.ids[0] if value.ids else None
    if path == "camera.f_number" and value == "shallow":
        value = made.camera.f_number
    if isinstance(owner, LightDraft):
        return [(f"lighting.lights.{owner.id}.{path}", value)] if owner.id else []
    if isinstance(owner, SubjectDraft):
        return _subject_places(owner, path, value)
    return [(path, value)]


def _subject_places(owner: SubjectDraft, path: str, value: Any) -> list[tuple[str, Any]]:
    if path == "attributes":
        path, value = field_of(value)
    if owner.worn_by is not None:
        return _garment_places(owner, path, value)
    if owner.becomes is not None:
        if path == "thing":
            return [(f"{owner.becomes}_shape", "table")]
        return [(path.replace("surface", owner.becomes, 1), value)] if path.startswith("surface.") else []
    if path.startswith("split."):
        _, k, rest = path.split(".", 2)
        return [(f"subjects.{owner.ids[int(k)]}.{rest}", value)] if int(k) < len(owner.ids) else []
    if path == "count" and len(owner.ids) > 1:
        return [(f"subjects.{id}.count", 1) for id in owner.ids]
    return [(f"subjects.{id}.{path}", value) for id in owner.ids]


def _garment_places(owner: SubjectDraft, path: str, value: Any) -> list[tuple[str, Any]]:
    """What is told of a garment, where its wearer has it."""
    key = garment_key(owner)
    rest = {"states": "styles", "attributes": "styles"}.get(path, path)
    told = f"wears.{key}.{rest}" if path.startswith(("surface.", "states", "attributes", "labels", "noun")) else "wears"
    return [(f"subjects.{id}.{told}", value if told != "wears" else key) for id in owner.worn_by.ids]


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return ":".join(f"{v:g}" if isinstance(v, float) else str(v) for v in value)
    return f"{value:g}" if isinstance(value, float) else str(value).replace("\n", " ")


def holds(made: Scene, path: str, value: Any) -> bool:
    """True if the scene has the value at the path. Ids and names step into lists; a list holds a value if one of its members is it."""
    here: Any = made
    for step in _steps(path):
        here = _step(here, step)
        if here is None:
            return False
    if isinstance(here, tuple) and not isinstance(value, tuple):
        return any(_is(v, value) for v in here)
    if path == "environment.words":
        return str(value) in str(here)
    return _is(here, value)


def stands(made: Scene, path: str) -> bool:
    """True if there is anything at the path; a member of a list without id or name is its last step, as in `environment.features.trees`."""
    here: Any = made
    for step in path.split("."):
        if isinstance(here, tuple) and any(_is(v, step) for v in here):
            return True
        here = _step(here, step)
        if here is None:
            return False
    return here not in ((), "", False, 0.0)


def _steps(path: str) -> list[str]:
    """The steps of a path; names of places in the layout have a dot in them (`layout.places.s1.0.x`)."""
    steps = path.split(".")
    return [*steps[:2], ".".join(steps[2:4]), *steps[4:]] if steps[:2] == ["layout", "places"] else steps


def _step(here: Any, step: str) -> Any:
    if isinstance(here, dict):
        return here.get(step)
    if isinstance(here, tuple):
        if step == "style":
            return tuple(getattr(v, step) for v in here)
        return next((v for v in here if getattr(v, "id", getattr(v, "name", getattr(v, "garment", None))) == step), None)
    return getattr(here, step, None)


def _is(have: Any, value: Any) -> bool:
    if isinstance(have, Colour):
        return value in (have.name, have.hex)
    if hasattr(have, "text"):
        return have.text == value
    for name in ("name", "garment", "deed", "of"):
        if hasattr(have, name):
            return getattr(have, name) == value
    if isinstance(have, float) and isinstance(value, (int, float)):
        return abs(have - value) < 1e-6
    return have == value
