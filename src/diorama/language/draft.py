"""The workspace of the passes: subjects, lights and settings as they are found, and notes on which words did what. Mutable, private to a reading."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from diorama.language.match import Atom
from diorama.language.model import Diagnostic, Filmed, Layer, Severity, Status
from diorama.scene import Coating, Colour, Label, Surface
from diorama.scene.camera import Box

GONE = object()
"""The value of an effect that took something away."""

ROOM = 32
"""Characters of the prompt whose notes are kept together, so that looking for them takes the same time in a long text."""
RELATIONS = 256
"""Relations a scene can hold."""


@dataclass
class SurfaceDraft:
    colours: list[Colour] = field(default_factory=list)
    material: str | None = None
    pattern: str | None = None
    finish: list[str] = field(default_factory=list)
    coatings: list[Coating] = field(default_factory=list)

    def build(self) -> Surface:
        finish, coatings = tuple(dict.fromkeys(self.finish)), tuple(self.coatings[:3])
        return Surface(colours=tuple(self.colours[:4]), material=self.material, pattern=self.pattern, finish=finish, coatings=coatings)

    def another(self) -> SurfaceDraft:
        return replace(self, colours=list(self.colours), finish=list(self.finish), coatings=list(self.coatings))


@dataclass(eq=False)
class SubjectDraft:
    noun: str
    thing: str
    category: str
    length: float
    """Usual largest length, metres."""
    at: tuple[int, int]
    count: int = 1
    plural: bool = False
    counted: bool = False
    definite: bool = False
    surface: SurfaceDraft = field(default_factory=SurfaceDraft)
    parts: dict[str, SurfaceDraft] = field(default_factory=dict)
    shape: str | None = None
    size: dict[str, float] = field(default_factory=dict)
    states: list[str] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)
    split: list[SurfaceDraft] = field(default_factory=list)
    """Looks of its own for each of the count."""
    implied: bool = False
    object_only: bool = False
    """Named only as what something else stands on, in or by."""
    becomes: str | None = None
    """A path in the environment that it turned into (`environment.ground`)."""
    ids: list[str] = field(default_factory=list)
    traits: dict[str, Any] | None = None
    """Fields of a person or an animal (scene.person, scene.animal), where it is read as one."""
    worn_by: SubjectDraft | None = None
    """The person or animal whose garment it is; it is then no subject of its own."""
    within: Box | None = None
    """Where in the frame it is told to be."""
    fellows: list[SubjectDraft] = field(default_factory=list)
    """Those it was one of: "two men, one …, the other …"."""

    def another(self, **changes: Any) -> SubjectDraft:
        """A second one of which all that was told of this holds, so far; what is told of either later is told of it alone."""
        own: dict[str, Any] = {
            "surface": self.surface.another(), "parts": {name: part.another() for name, part in self.parts.items()}, "size": dict(self.size),
            "states": list(self.states), "labels": list(self.labels), "attributes": list(self.attributes), "split": [s.another() for s in self.split],
            "traits": _plain(self.traits), "ids": [], "fellows": [],
        }  # fmt: skip
        return replace(self, **(own | changes))


def _plain(value: Any) -> Any:
    """A copy of nested data whose subjects stay the same ones."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, list) else value


@dataclass(eq=False)
class RelationDraft:
    subjects: list[SubjectDraft]
    kind: str
    objects: list[SubjectDraft | str]
    atom: Atom | None = None
    made: list[str] = field(default_factory=list)
    """What became of it in the scene, as `s1 on ground`."""
    part: str | None = None
    """Where on somebody's body it is (scene.relation.BodyPart)."""


@dataclass(eq=False)
class LightDraft:
    at: tuple[int, int]
    values: dict[str, Any] = field(default_factory=dict)
    subject: SubjectDraft | None = None
    id: str = ""
    open: bool = False
    """Waits for what gives the light ("backlit by …")."""
    words: int = 0


@dataclass(eq=False)
class Effect:
    """What some words did: a path with its value. The owner's id is known at the end only."""

    path: str
    value: Any
    owner: SubjectDraft | LightDraft | None = None


@dataclass(eq=False)
class Note:
    """Words and what they did; becomes a Phrase."""

    start: int
    end: int
    layer: Layer
    status: Status = "applied"
    effects: list[Effect] = field(default_factory=list)


class Told(NamedTuple):
    """A colour of a palette, and the words for it."""

    atom: Atom
    colour: Colour


class Palette(NamedTuple):
    """Colours told of the whole picture, and where in the prompt: `start` to `end`, with the words that lead to them."""

    start: int
    end: int
    colours: tuple[Told, ...]


class Coated(NamedTuple):
    """Words for what something is coated with."""

    atom: Atom
    coating: Coating
    before: bool
    """Whether the thing is told before these words."""
    falling: bool
    """Whether it is still being poured."""
    apart: bool
    """Whether a comma sets them off from the thing."""


class Poured(NamedTuple):
    """Words for what is poured by nobody."""

    atom: Atom
    liquid: str
    source: int
    """Where what it is poured from is told of: -1 before these words, 1 after them, 0 nowhere."""
    end: int
    """Where in the prompt what it is poured into comes after."""


class Boxed(NamedTuple):
    """Words for a part of the frame, and the part: left, top, right, bottom as shares of it."""

    atom: Atom
    box: Box


class Member(NamedTuple):
    """One of several that looks alone tell apart."""

    pick: Atom
    """Words for which of them it is: "the other", "the left one"."""
    looks: tuple[Atom, ...]


@dataclass
class Draft:
    """All that the passes know of the scene so far."""

    prompt: str
    subjects: list[SubjectDraft] = field(default_factory=list)
    relations: list[RelationDraft] = field(default_factory=list)
    lights: list[LightDraft] = field(default_factory=list)
    environment: dict[str, Any] = field(default_factory=dict)
    ground: SurfaceDraft = field(default_factory=SurfaceDraft)
    backdrop: SurfaceDraft = field(default_factory=SurfaceDraft)
    features: list[str] = field(default_factory=list)
    fittings: dict[str, SurfaceDraft] = field(default_factory=dict)
    """How features of the place are to look."""
    lighting: dict[str, Any] = field(default_factory=dict)
    camera: dict[str, Any] = field(default_factory=dict)
    film: dict[str, Any] = field(default_factory=dict)
    focus: SubjectDraft | str | None = None
    tongue: str | None = None
    """The language of the prompt, where it is not English."""
    genre: str | None = None
    genre_said: bool = False
    """The words named the kind of picture, it was not guessed."""
    room_leads: bool = False
    """The first thing told of is a room: "a modern kitchen with a bowl of fruit" is a picture of the kitchen."""
    thronged: bool = False
    """The place is full of what is in it: the picture is of the place."""
    depth: str | None = None
    place_spans: list[tuple[int, int]] = field(default_factory=list)
    """The prompt's own words for the place."""
    notes: dict[tuple[int, int], Note] = field(default_factory=dict)
    rooms: dict[int, set[tuple[int, int]]] = field(default_factory=dict)
    """The places of notes, by where in the prompt they lie."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    styles: list[Atom] = field(default_factory=list)
    shining: list[Atom] = field(default_factory=list)
    """Light told of by a thing: "a candlelit table"."""
    times: list[tuple[Atom, str]] = field(default_factory=list)
    told: dict[int, list[Effect]] = field(default_factory=dict)
    """Effects by the identity of their owner."""
    palette: list[Palette] = field(default_factory=list)
    """Colours told of the whole picture."""
    boxes: list[Boxed] = field(default_factory=list)
    poured: list[Poured] = field(default_factory=list)
    coated: list[Coated] = field(default_factory=list)
    """What things are told to be coated with, in order of the prompt."""
    """Parts of the frame told of single things, in order of the prompt."""
    handled: list[SubjectDraft] = field(default_factory=list)
    """What somebody is said to do something to: clothes that are measured are worn by nobody."""
    apart: list[list[Member]] = field(default_factory=list)
    """Lists that tell several apart by looks alone."""
    filmed: Filmed | None = None
    given: set[str] = field(default_factory=set)
    """Layers that words spoke of."""

    def note(self, atom: Atom, layer: Layer, *effects: Effect, status: Status = "applied") -> Note:
        """Record what a word did; a second call for the same word adds to it."""
        known = self.notes.get((atom.start, atom.end))
        if known is None:
            known = self.notes[atom.start, atom.end] = Note(atom.start, atom.end, layer, status)
            for room in range(atom.start // ROOM, (max(atom.end, atom.start + 1) - 1) // ROOM + 1):
                self.rooms.setdefault(room, set()).add((atom.start, atom.end))
        elif status == "stand-in" or known.status in ("not_understood", "no_effect"):
            known.status, known.layer = status, layer
        known.effects.extend(effects)
        for effect in effects:
            if effect.owner is not None:
                self.told.setdefault(id(effect.owner), []).append(effect)
        if layer in ("subject", "environment", "lighting", "camera") and status in ("applied", "stand-in"):
            self.given.add(layer)
        return known

    def noted(self, start: int, end: int) -> bool:
        """True if one note covers all of a stretch of the prompt."""
        return any(a <= start and end <= b and (a, b) in self.notes for a, b in self.rooms.get(start // ROOM, ()))

    def say(self, severity: Severity, code: str, message: str, span: tuple[int, int] | None = None, help: str = "") -> None:
        self.diagnostics.append(Diagnostic(severity=severity, code=code, span=span, message=message, help=help))

    def note_of(self, subject: SubjectDraft, *effects: Effect) -> None:
        """Add effects to the word that named a subject."""
        known = self.notes.get(subject.at)
        if known is not None:
            known.effects.extend(effects)
            self.told.setdefault(id(subject), []).extend(effects)

    def note_as_applied(self, subject: SubjectDraft) -> None:
        """What the word names is shown after all: no stand-in."""
        known = self.notes.get(subject.at)
        if known is not None:
            known.status = "applied"

    def relate(self, subjects: list[SubjectDraft], kind: str, objects: list[SubjectDraft | str], atom: Atom | None = None) -> RelationDraft:
        """Add a relation. Beyond what a scene can hold it is told but not kept."""
        made = RelationDraft(subjects, kind, objects, atom)
        if len(self.relations) < RELATIONS:
            self.relations.append(made)
        return made

    def take_out(self, *gone: SubjectDraft) -> None:
        """Take subjects out, with the relations that they are in, and what was said of their stand-ins. What their words did is the caller's to tell."""
        spans = {s.at for s in gone}
        self.subjects[:] = [s for s in self.subjects if s not in gone]
        self.relations = [r for r in self.relations if not any(s in gone for s in (*r.subjects, *r.objects))]
        self.diagnostics = [d for d in self.diagnostics if not (d.code == "stand-in" and d.span in spans)]

    def undo(self, *gone: SubjectDraft) -> None:
        """Take subjects out, and with them all that words did to them: those that did nothing else have no effect."""
        self.take_out(*gone)
        for note in self.notes.values():
            if any(e.owner in gone for e in note.effects):
                note.effects = [e for e in note.effects if e.owner not in gone]
                note.status, note.layer = (note.status, note.layer) if note.effects else ("no_effect", "none")

    def put_in_place_of(self, gone: SubjectDraft, kept: SubjectDraft) -> None:
        """Take out what is a part of something else: the other stands in its relations, but in none to itself."""
        for relation in self.relations:
            relation.subjects = list(dict.fromkeys(kept if s is gone else s for s in relation.subjects))
            relation.objects = [kept if o is gone else o for o in relation.objects]
        self.relations = [r for r in self.relations if not set(map(id, r.subjects)) & set(map(id, r.objects))]
        self.take_out(gone)

    def retell(self, owner: object, path: str, value: Any) -> None:
        """Words that said the same less exactly, or of what was taken otherwise, now did what the exact word says."""
        for effect in self.told.get(id(owner), ()):
            if effect.path == path:
                effect.value = value
