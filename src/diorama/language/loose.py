"""Looks without a noun: surfaces ("on white marble"), colours told after the thing ("four bottles, green, amber"), and words of style."""

from __future__ import annotations

from dataclasses import dataclass, field

from diorama.language.chunks import Chunk, Item, leads_on
from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.dress import Wardrobe
from diorama.language.free import Standalone
from diorama.language.lexicon import classes
from diorama.language.lights import Lights
from diorama.language.match import Atom, match
from diorama.language.places import Places
from diorama.language.subjects import Subjects
from diorama.language.surfaces import Contents
from diorama.language.tokens import scan

BARE_GROUND = frozenset(("asphalt", "sand", "snow", "grass", "soil", "water", "ice", "moss"))
"""Stuff that, named by itself, is the ground: "…, rain-wet asphalt"."""


SHEETS = frozenset(("paper", "cardboard"))
SLABS = SHEETS | {
    "marble", "black_marble", "granite", "slate", "stone", "sandstone", "concrete", "terrazzo", "plaster", "tile", "walnut", "oak", "pine", "wood", "dark_wood", "linen", "velvet", "silk", "plastic",
}  # fmt: skip
"""Stuff that things are laid out on."""

EATEN = 0.2
"""Of all uses of a noun, the part from which it is read as food or a plant in a list of such."""


@dataclass
class Pending:
    """A link that waits for what comes after it."""

    kind: str
    atom: Atom
    owners: list[SubjectDraft] = field(default_factory=list)
    loose: bool = False
    """Told of a place: a thing that follows stands for itself."""


class Loose:
    """The state of a walk over a prompt, and what it does with looks that have no noun of their own."""

    def __init__(self, draft: Draft):
        self.draft = draft
        self.wardrobe = Wardrobe(draft)
        self.subjects = Subjects(draft, self.wardrobe)
        self.places = Places(draft, self.wardrobe)
        self.lights = Lights(draft)
        self.contents = Contents(draft, self.subjects)
        self.standalone = Standalone(draft, self)
        self.group: list[SubjectDraft] = []
        self.previous: list[SubjectDraft] = []
        """The main subjects of the sentence before: what "it" means."""
        self.last: SubjectDraft | None = None
        self.pending: Pending | None = None
        self.done: Pending | None = None
        """The relation just fulfilled, for lists of objects."""
        self.fronted: list[tuple[str, SubjectDraft | str, Atom]] = []
        self.awaiting: list[SubjectDraft] = []
        """What a thing is told to have, and of which it is still to be told where it is: "a bowl with a fork and a napkin in it"."""
        self.joined: str | None = None
        """What stood between the last chunk and this: "and", ",", None."""
        self.quote: Atom | None = None
        """Text before the thing that bears it: "SALE" poster."""
        self.last_part: tuple[SubjectDraft, str] | None = None
        self.early: list[Atom] = []
        """Words of style told before the first thing."""
        self.joins: dict[int, str | None] = {}
        """How each main subject was joined to the one before it."""
        self.bare: list[Chunk] = []
        self.at_wall = False
        """The last place spoken of was a wall."""
        self.place_told = False
        """The last thing spoken of was a place of its own: what it does or is, is told of no subject."""
        self.place_is = False
        self.member: tuple[SubjectDraft, list[int]] | None = None
        """Which of several things looks are told of next: "the middle one is red"."""
        self.said_of_member: Item | None = None
        """The side that told which of several things is meant."""
        self.waiting: list[Chunk] = []
        self.respective: set[int] = set()
        """Looks that are told of the things before them one by one."""
        self.placed = False
        """The last thing spoken of was a place."""
        self.negative = False
        self.part_said: tuple[SubjectDraft, str] | None = None
        """The part that looks after "is" are told of."""
        self.some_told: Chunk | None = None
        """ "One of them", until what these are like is told."""
        self.each = False
        """ "each with …": as many of what follows as there are of what it belongs to."""

    # ── what those who know nouns do ──

    def _main(self, subject: SubjectDraft) -> None:
        """A main subject of the sentence."""
        raise NotImplementedError

    def _relate(self, pending: Pending, target: SubjectDraft | str, atom: Atom) -> None:
        """A relation whose other side is known now."""
        raise NotImplementedError

    def _member(self, atom: Atom) -> None:
        """One or some of the last things that are several."""
        raise NotImplementedError

    def joined_by_and(self) -> list[SubjectDraft]:
        """The last main subjects, back to where a comma or nothing parts them from those before."""
        raise NotImplementedError

    def _headless(self, chunk: Chunk, pending: Pending | None) -> None:
        """Modifiers with no noun: a surface ("on white marble"), looks of the subject before ("four bottles, green, amber"), or on their own."""
        stuff = [a for a in chunk.atoms if a.can("material")]
        if pending is not None and chunk.atoms and all(a.can("clock") for a in chunk.atoms):
            self.draft.note(pending.atom, "lighting")  # "at 6pm"
            pending = None
        if pending is not None and pending.kind == "in" and pending.owners and chunk.determiner is None and not self._bodily(chunk):
            self.draft.note(pending.atom, "subject")
            self.wardrobe_all([pending.owners[-1]], chunk)  # "a bottle in green glass"
            return
        if pending is not None and pending.kind == "in" and self.at_wall and stuff and self.placed:
            self.places.stuff(chunk, "against")  # "a wall in a warm clay tone"
            self.draft.note(pending.atom, "environment")
            return
        if pending is not None and (self._on_a_colour(chunk, pending) or (chunk.kind == "material" or stuff) and self._of_stuff(chunk, pending)):
            return
        if pending is None and chunk.kind == "material" and chunk.head.norm in ("tiles", "tiling", "subway tiles", "bricks", "ceramic tiles", "wall tiles") and chunk.number is None:
            self.places.stuff(chunk, "against")
            return
        if pending is None and chunk.kind == "material" and chunk.sense.key in BARE_GROUND:
            self.places.stuff(chunk, "on")
            return
        if pending is not None and pending.kind == "shape_of":
            self.contents.shaped(chunk, pending)
            return
        if pending is not None:
            if pending.kind == "in" and pending.owners or pending.kind in ("made_of", "with", "of") and pending.owners:
                self.draft.note(pending.atom, "subject")
                self.wardrobe_all([pending.owners[-1]], chunk)
                return
            self.pending = pending
        chunk.joined = self.joined
        self.bare.append(chunk)

    def _of_stuff(self, chunk: Chunk, pending: Pending) -> bool:
        """ "A lid of glass", "made of brass", "on white marble": what is of that stuff, or stands on it. False where neither is told."""
        if pending.kind in ("of", "made_of") and self.last_part is not None:
            owner, name = self.last_part  # "a lid of glass"
            self.draft.note(pending.atom, "subject")
            for atom in self.wardrobe.surface(chunk.atoms, owner.parts[name], f"parts.{name}.surface", "subject", owner):
                self.standalone.leftover(atom, owner)
            return True
        if pending.atom.norm == "out of" and self.last is not None:
            self._made_of(chunk, Pending("made_of", pending.atom, [self.last]))
            return True
        if pending.kind in ("made_of", "of", "with") and pending.owners:
            self.draft.note(pending.atom, "subject")
            self.wardrobe_all(pending.owners, chunk)
            return True
        if pending.kind in (
            "on",
            "in",
            "against",
            "under",
            "leaning_on",
            "seen",
            "above",
            "beside",
            "behind",
            "in_front_of",
        ):
            return self._at(self.places.stuff(chunk, pending.kind), pending)
        return False

    def _on_a_colour(self, chunk: Chunk, pending: Pending) -> bool:
        return self._before_a_colour(chunk, pending) and self._at(self.places.hue(chunk), pending)

    def _at(self, place: str, pending: Pending) -> bool:
        """Things are at a part of the place. Always True."""
        self.draft.note(pending.atom, "environment")
        self._relate(pending, place, pending.atom)
        self.done = pending
        return True

    def _before_a_colour(self, chunk: Chunk, pending: Pending) -> bool:
        """ "A mug on white", "a vase against pale grey": what the thing is shown before."""
        told = pending.atom.norm in ("on", "against") and chunk.determiner is None and chunk.count is None
        told = told and bool(pending.owners) and pending.owners[-1].surface.pattern is None  # "black dots on white"
        before = self.draft.prompt[: pending.atom.start].split()[-1:]
        told = told and not any(atom.can("colour") for word in before for atom in match(word, scan(word)))  # "black on white"
        hues = [a for a in chunk.atoms if a.can("colour") and not a.can("material", "thing")]
        return told and bool(hues) and all(a in hues or a.can("colour_modifier") for a in chunk.atoms)

    @staticmethod
    def _bodily(chunk: Chunk) -> bool:
        """Stuff that things can be in: sand, snow, water."""
        return any(a.can("material") and a.sense("material").key in (*BARE_GROUND, "straw", "foam", "stone", "concrete", "brick") for a in chunk.atoms)

    def _made_of(self, chunk: Chunk, pending: Pending) -> None:
        """ "made of kitchen tile": stuff, whatever else its words may mean."""
        self.draft.note(pending.atom, "subject")
        for atom in self.wardrobe.subject(pending.owners[0], chunk.atoms):
            if atom.can("unknown"):
                self.draft.note(atom, "none", status="not_understood")
            else:
                self.subjects._trait_word(pending.owners[0], atom)

    def wardrobe_all(self, owners: list[SubjectDraft], chunk: Chunk) -> None:
        for owner in owners:
            left = self.wardrobe.subject(owner, chunk.atoms)
            for atom in left:
                self.standalone.leftover(atom, owner)

    def _settle_bare(self) -> None:
        """Give a run of headless modifiers to the subject before it: one colour each if there are as many as things."""
        chunks, self.bare = self.bare, []
        if not chunks:
            return
        atoms = [a for c in chunks for a in c.atoms]
        counts = [c for c in chunks if c.count is not None]
        part, self.part_said = self.part_said, None
        if part is not None and part == self.last_part:
            for atom in self.wardrobe.surface(atoms, part[0].parts[part[1]], f"parts.{part[1]}.surface", "subject", part[0]):
                self.standalone.leftover(atom, part[0])
            return
        place_is, self.place_is = self.place_is, False
        if place_is:
            self.places.modifiers(atoms)  # "the rest of the room is dark"
            return
        member, self.member = self.member, None
        if member is not None:
            for k in member[1]:
                self.subjects.look_of(member[0], k, atoms)
            return
        owner = self.last
        if len(chunks) == 1 and not counts and self._eaten_alone(chunks[0]):
            return self._alone(chunks[0])
        told, self.some_told = self.some_told, None
        if counts and not atoms and len(counts) == 1:
            self.some_told = counts[0]  # "one of them" lit
        elif told is not None and not counts and (several := self._several(told, atoms)) is not None:
            self.standalone.idle["loose"].remove(told.count)
            self._some(several, told, atoms)
            self.draft.notes[(told.count.start, told.count.end)].status = "applied"
            return
        if self.done is not None and self.done.kind == "with" and self.done.owners and any(a.norm == "paint" for a in atoms):
            owner = self.done.owners[0]  # "a door with a brass knob and peeling green paint"
        if len(atoms) == 1 and atoms[0].norm in ("colourful", "vibrant", "vivid") and chunks[0].joined == "," and len(self.draft.subjects) > 1:
            self.draft.film["saturation"] = 1.25  # ", colourful, soft light": of the whole picture
            self.draft.note(atoms[0], "film", Effect("film.saturation", 1.25))
            return
        of_light = atoms[0].can("attribute", "colour_modifier") and atoms[0].can("light_quality", "light_strength") if len(atoms) == 1 else False
        if of_light and chunks[0].joined == "," and not self.lights.current:
            return self.standalone.leftover(atoms[0], None)  # "a lighthouse, crisp": of the picture
        looks = self._one_each(owner, chunks, atoms)
        if looks and len(counts) == len(chunks) and any(a.can("state") for a in atoms):
            for chunk in chunks[:-1]:
                self._some(owner, chunk, chunk.atoms)  # "two books, one open and one closed"
            self.draft.note(chunks[-1].count, "subject", Effect("count", owner.count, owner))
            for atom in self.wardrobe.subject(owner, chunks[-1].atoms):
                self.standalone.leftover(atom, owner)
            return
        if looks:
            self.subjects.one_look_each(owner, looks)
            for chunk in counts:
                self.draft.note(chunk.count, "subject", Effect("count", 1, owner))
            return
        if len(counts) == 1 and (several := self._several(counts[0], atoms)) is not None:
            self._some(several, counts[0], atoms)
            return
        for chunk in counts:
            self.standalone.count_alone(chunk)
        if self.lights.accepts(atoms):
            self.lights.more(atoms)
        elif owner is not None and len(chunks) == 1 and self._lies_under(owner, chunks[0]):
            self.places.stuff(chunks[0], "on")
        elif owner is not None:
            for atom in self.wardrobe.subject(owner, atoms):
                self.standalone.leftover(atom, owner)
        else:
            for chunk in chunks:
                self._alone(chunk)

    def _eaten_alone(self, chunk: Chunk) -> bool:
        """ "Oysters on ice, lemon", "figs and raspberry": food listed with food, and no colour of it."""
        word = chunk.atoms[0] if len(chunk.atoms) == 1 else None
        if word is None or not word.can("colour") or word.can("material") and chunk.joined == ",":
            return False
        food = word.can("thing") and word.sense("thing").data["category"] in ("food", "plant")
        if chunk.joined == ",":
            return food and any(s.category == "food" for s in self.draft.subjects)
        listed = self.last is not None and (self.last.category in ("food", "plant") or self.done is not None and self.done.kind == "with")
        return chunk.joined == "and" and listed and not self.last.surface.colours and (food or classes.share(word.norm, "food", "plant") >= EATEN)

    def _several(self, count: Chunk, atoms: list[Atom]) -> SubjectDraft | None:
        """The things of which fewer than there are have a look or a state of their own; None if these words tell of no such."""
        if not atoms or not count.number or not all(a.can("state", "finish", "shape", "size", "colour", "hex", "material", "pattern") for a in atoms):
            return None
        return next((s for s in reversed(self.draft.subjects) if s.counted and not s.split and s.becomes is None and count.number < s.count <= 24), None)

    def _some(self, owner: SubjectDraft, count: Chunk, atoms: list[Atom]) -> None:
        """ "Three candles, one of them lit": as many as told are a subject of their own, placed as the others are."""
        number = count.number
        some = owner.another(count=number, plural=number > 1, split=[])
        owner.count -= number
        self.draft.retell(owner, "count", owner.count)
        self.draft.subjects.insert(self.draft.subjects.index(owner) + 1, some)
        for relation in self.draft.relations:
            for side in (relation.subjects, relation.objects):
                if owner in side and some not in side:
                    side.append(some)
        if owner in self.group:
            self.group.append(some)
        self.draft.note(count.count, "subject", Effect("count", number, some))
        for atom in self.wardrobe.subject(some, atoms):
            self.standalone.leftover(atom, some)

    @staticmethod
    def _one_each(owner: SubjectDraft | None, chunks: list[Chunk], atoms: list[Atom]) -> list[list[Atom]]:
        """The looks of each of several things, where as many looks are told as there are things; else none."""
        if owner is None or owner.count < 2 or owner.split:
            return []
        looks: list[list[Atom]] = [[]]
        tallied = all(c.number for c in chunks)
        for atom in atoms:
            if any(a.can("colour", "hex") for a in looks[-1]):
                looks.append([])
            looks[-1].append(atom)
        if len(looks) == owner.count and not (tallied and any(c.number > 1 for c in chunks)) and looks[-1][-1].can("colour", "hex"):
            return looks
        if all(c.number for c in chunks) and sum(c.number for c in chunks) == owner.count:
            return [c.atoms for c in chunks for _ in range(c.number)]  # "five balloons: two red, two blue, one yellow"
        by_chunk = [c.atoms for c in chunks]
        return by_chunk if len(by_chunk) == owner.count and all(any(a.can("colour", "hex", "material", "pattern") for a in c) for c in by_chunk) else []

    def _lies_under(self, owner: SubjectDraft, chunk: Chunk) -> bool:
        """ "Red apple, yellow pear, white marble": stuff listed after things that cannot be of it is what they lie on."""
        material = next((a.sense("material").key for a in chunk.atoms if a.can("material")), None)
        known = owner.surface
        other = known.material not in (None, material) or known.colours and any(a.can("colour") for a in chunk.atoms)
        fits = material in SLABS and (owner.category in ("food", "plant") or other or material in SHEETS and owner.category not in ("paper", "wear"))
        free = self.draft.ground.material is None and self.draft.environment.get("setting") in (None, "tabletop", "studio")
        return bool(fits and free and chunk.joined == "," and chunk.determiner is None and chunk.count is None)

    def _alone(self, chunk: Chunk) -> None:
        """Headless words with nothing before them: the last may be a thing after all ("lemon"), else they stand alone."""
        thing = next((a for k, a in reversed(list(enumerate(chunk.atoms))) if a.can("thing") and not leads_on(chunk.atoms, k)), None)
        if thing is not None:
            chunk.head, chunk.sense = thing, thing.sense("thing")
            chunk.modifiers = [a for a in chunk.atoms if a is not thing]
            self._main(self.subjects.make(chunk))
            self.last = self.group[-1]
            return
        for atom in chunk.atoms:
            if atom.can("attribute") and not self.draft.subjects:
                self.early.append(atom)  # "minimalist product photo of a mug"
            else:
                self.standalone.leftover(atom, None)
