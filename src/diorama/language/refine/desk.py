"""The workspace of a refinement: the scene as it is so far, what was spoken of last, and notes on which words did what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from diorama.language.draft import GONE, Draft, Effect, SubjectDraft
from diorama.language.lexicon import lexicon
from diorama.language.match import Atom
from diorama.scene import Layout, Light, Object, Relation, Scene, Subject
from diorama.typeset import rewritten
from diorama_catalogue import settings

__all__ = ["Desk", "layout_without", "placed"]


LABELS = re.compile(r"subjects\.[^.]+\.labels")
"""Where what is to be read on a thing stands in a scene."""


class Desk:
    def __init__(self, words: str, scene: Scene):
        self.words = words
        self.before = scene
        self.scene = scene
        self.draft = Draft(words)
        """Only its notes and diagnostics are used, by every clause."""
        self.it: list[str] = []
        """Ids of the subjects spoken of last."""
        self.named = False
        """A subject was named by these words."""
        self.topic: str | None = None
        """What kind of target was spoken of last: light, subject, camera, film …"""
        self.moved: set[str] = set()
        """Things whose place in the layout was said."""
        self.parted: Scene | None = None
        """The scene right after one of several was parted from the others, and before."""
        self.unparted: Scene | None = None
        self.stepped: dict[str, Effect] = {}
        self._handles: dict[tuple[str, ...], SubjectDraft] = {}
        self._ids = _fresh(scene)
        self.atoms: list[Atom] = []
        """All words."""
        self.text_role: str | None = None
        """The text of a page that was spoken of last, by its role."""

    # ── say ──

    def note(self, atoms: Iterable[Atom | None], layer: str, *effects: Effect, status: str = "applied") -> None:
        for atom in atoms:
            if atom is not None and not atom.can("punct"):
                self.draft.note(atom, layer, *effects, status=status)

    def say(self, severity: str, code: str, message: str, atoms: Iterable[Atom] = (), help: str = "") -> None:
        spans = [(a.start, a.end) for a in atoms if a is not None]
        span = (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
        self.draft.say(severity, code, message, span, help)

    def refuse(self, code: str, message: str, atoms: Iterable[Atom], help: str = "") -> None:
        """Words that could not be applied: said, and marked as without effect."""
        atoms = list(atoms)
        self.note(atoms, "none", status="no_effect")
        self.say("warning", code, message, atoms, help)

    def text(self, atoms: Iterable[Atom]) -> str:
        spans = [(a.start, a.end) for a in atoms]
        return self.words[min(s for s, _ in spans) : max(e for _, e in spans)] if spans else ""

    # ── look ──

    def subject(self, id: str) -> Subject:
        return next(s for s in self.scene.subjects if s.id == id)

    def has(self, id: str) -> bool:
        return any(s.id == id for s in self.scene.subjects)

    def light(self, id: str) -> Light:
        return next(x for x in self.scene.lighting.lights if x.id == id)

    def fresh(self, kind: str = "s") -> str:
        """An id that no subject (or light) has or had."""
        self._ids[kind] += 1
        return f"{kind}{self._ids[kind]}"

    def speak_of(self, ids: list[str], topic: str = "subject") -> None:
        self.it, self.topic = [i for i in ids if self.has(i)] or self.it, topic
        self.named = self.named or bool(ids)

    def handle(self, ids: list[str]) -> SubjectDraft:
        """Subjects of the scene as the reader's passes take them. Always the same one for the same ids; what is put onto it was said of it."""
        key = tuple(ids)
        if key not in self._handles:
            first = self.subject(ids[0])
            words = lexicon()
            made = SubjectDraft(first.noun, first.thing, words.categories.get(first.thing, "tableware"), words.sizes.get(first.thing, 0.3), (-1, -1))
            made.ids = list(ids)
            self._handles[key] = made
        return self._handles[key]

    def forget_handles(self) -> None:
        """Between clauses: what was said of a subject has been applied."""
        self._handles = {}

    # ── change ──

    def set(self, path: str, value: Any) -> None:
        """Set one place of the scene; ids and names step into lists."""
        if LABELS.fullmatch(path) and isinstance(bearer := self.subject(path.split(".")[1]), Object):
            value = rewritten(bearer, value)
        self.scene = _set(self.scene, path.split("."), value)
        if path in ("environment", "environment.words", "environment.setting"):
            here = self.scene.environment
            self.scene = _set(self.scene, ["environment", "place"], settings()[here.setting].named(here.words))

    def get(self, path: str) -> Any:
        here: Any = self.scene
        for step in path.split("."):
            here = next(v for v in here if _name(v) == step) if isinstance(here, tuple) else getattr(here, step)
        return here

    def step_effect(self, path: str, value: Any) -> Effect:
        """The effect of a relative word; those before it on the same place share it, and so tell what it came to."""
        effect = self.stepped.setdefault(path, Effect(path, value))
        effect.value = value
        return effect

    def add_subject(self, subject: Subject) -> None:
        self.set("subjects", (*self.scene.subjects, subject))

    def remove_subject(self, id: str) -> None:
        """Take a subject out, with its relations and the light it gave."""
        scene = self.scene
        self.set("subjects", tuple(_unmet(s, id) for s in scene.subjects if s.id != id))
        self.set("relations", tuple(r for r in (_without(r, id) for r in scene.relations) if r is not None))
        self.set("lighting.lights", tuple(x for x in scene.lighting.lights if x.subject != id))
        if scene.camera.focus == id:
            self.set("camera.focus", None)
        self.it = [i for i in self.it if i != id]

    def split(self, id: str, index: int) -> str:
        """One of several becomes a subject of its own, where it stands; its id."""
        whole, new, before = self.subject(id), self.fresh(), self.scene
        self.set(f"subjects.{id}.count", whole.count - 1)
        self.add_subject(whole.model_copy(update={"id": new, "count": 1}))
        self.set("relations", _doubled(self.scene.relations, id, new))
        if self.scene.layout is not None:
            self.set("layout", _parted(self.scene.layout, id, index, new, whole.count))
        if self.parted is not before:
            self.unparted = before
        self.parted = self.scene
        return new

    def rejoin(self) -> None:
        """Take back a parting that nothing came of."""
        if self.parted is not None and self.scene == self.parted and self.unparted is not None:
            self.scene = self.unparted
            self.it = [i for i in self.it if self.has(i)]
        self.parted = self.unparted = None

    def gone(self, path: str) -> Effect:
        return Effect(path, GONE)


def _unmet(subject: Subject, id: str) -> Subject:
    """Someone without what they did to, or their look at, a subject that is gone."""
    field = {"person": "actions", "animal": "deeds"}.get(subject.kind)
    if field is None:
        return subject
    deeds = getattr(subject, field)
    left = tuple(d.model_copy(update={"objects": tuple(o for o in d.objects if o != id)}) for d in deeds if d.objects != (id,))
    gaze = None if getattr(subject, "gaze", None) == id else getattr(subject, "gaze", None)
    return subject.model_copy(update={field: left, "gaze": gaze})


def _fresh(scene: Scene) -> dict[str, int]:
    """The highest number used in ids, of subjects and of lights."""
    places = [name.split(".")[0] for name in scene.layout.places] if scene.layout else []
    ids = {"s": [s.id for s in scene.subjects] + places, "l": [x.id for x in scene.lighting.lights]}
    return {kind: max([int(i[1:]) for i in names if i[:1] == kind and i[1:].isdigit()], default=0) for kind, names in ids.items()}


def _name(item: Any) -> str | None:
    return getattr(item, "id", getattr(item, "name", None))


def _set(here: Any, steps: list[str], value: Any) -> Any:
    if not steps:
        return value
    first, *rest = steps
    if isinstance(here, tuple):
        return tuple(_set(v, rest, value) if _name(v) == first else v for v in here)
    return here.model_copy(update={first: _set(getattr(here, first), rest, value)})


def _without(relation: Relation, id: str) -> Relation | None:
    if relation.subject == id:
        return None
    objects = tuple(o for o in relation.objects if o != id)
    if not objects:
        return None
    if relation.kind == "between" and len(objects) < len(relation.objects):
        return relation.model_copy(update={"kind": "beside", "objects": objects})
    return relation.model_copy(update={"objects": objects})


def _doubled(relations: tuple[Relation, ...], id: str, new: str) -> tuple[Relation, ...]:
    """What held of several holds of the one that was parted from them."""
    own = tuple(r.model_copy(update={"subject": new}) for r in relations if r.subject == id and id not in r.objects)
    return (*relations, *own)[:256]


def _parted(layout: Layout, id: str, index: int, new: str, count: int) -> Layout:
    """Places renamed: number `index` of `id` is now `new.0`, those after it count one less."""
    names = {f"{id}.{index}": f"{new}.0", **{f"{id}.{k}": f"{id}.{k - 1}" for k in range(index + 1, count)}}
    places = {
        names.get(name, name): p.model_copy(update={"host": names.get(p.host, p.host)}) if p.host in names else p for name, p in layout.places.items()
    }  # fmt: skip
    return layout.model_copy(update={"places": places})


def layout_without(layout: Layout, id: str, index: int, count: int) -> Layout:
    """Number `index` of `id` is gone; what rested on it must find a new place, those after it count one less."""
    gone = f"{id}.{index}"
    kept = {name: p for name, p in layout.places.items() if name != gone and p.host != gone}
    names = {f"{id}.{k}": f"{id}.{k - 1}" for k in range(index + 1, count)}
    places = {names.get(n, n): p.model_copy(update={"host": names.get(p.host, p.host)}) if p.host in names else p for n, p in kept.items()}
    return layout.model_copy(update={"places": places})


def placed(subject: SubjectDraft) -> bool:
    """True for a handle on a subject that the scene holds already."""
    return bool(subject.ids) and subject.at == (-1, -1)


