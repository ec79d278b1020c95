"""What a noun phrase is about, and what follows: a subject and its place, a setting, a light, a part, or what is refused."""

from __future__ import annotations

from dataclasses import replace

from diorama.language.amounts import filling
from diorama.language.chunks import Chunk, Item
from diorama.language.draft import Effect, SubjectDraft
from diorama.language.flanks import FLANKING
from diorama.language.lexicon.figures import figure_of_speech
from diorama.language.loose import Pending
from diorama.language.match import Atom
from diorama.language.measures import LARGEST, SMALLEST, is_upright, scaled_to
from diorama.language.places import ROOMS_AND_HALLS
from diorama.language.relating import LOCATIVE, RELATIONS, Relating
from diorama.language.surfaces import FLAT, VESSELS, WORN
from diorama_catalogue import Tag, tagged

SEATS = tagged(Tag.SEAT)
FRONTED = 8
"""Places told before a subject ("on the left, behind the box, a mug") that it takes; more would cost time for nothing."""
OPPOSITE = {"lit": "unlit", "open": "closed", "closed": "open", "empty": "full", "full": "empty"}
"""States that "not" turns into another."""
THROUGH = frozenset(("through", "outside", "outside of", "just outside", "out of", "behind", "beyond", "past"))
ADVERBS = frozenset((
    "inside", "within", "on top", "on the top", "underneath", "beneath", "below", "above", "behind", "beside", "on each side", "on either side",
    "on both sides", "one on each side", "to its left", "on its left", "to its right", "on its right",
    *(f"{how} on top" for how in ("lying", "resting", "sitting", "perched", "placed", "balanced", "standing")),
))  # fmt: skip
"""Words of place that need no object said."""
LISTING = frozenset((
    "beside", "between", "with", "holding", "wearing", "near", "left_of", "right_of", "behind", "in_front_of", "around", "full_of", "of",
))  # fmt: skip
"""Relations whose object may be a list: "between a cup and a plate"."""


def _place_follows(items: list[Item], k: int, owners: list[SubjectDraft]) -> bool:
    """True if after the phrase at k stands where it is: by a pronoun or, where it would else be in what is told to have it, by an adverb of place alone."""
    kinds = [item.kind for item in items]
    while k + 3 < len(items) and kinds[k + 1] in ("conjunction", "punct") and kinds[k + 2] == "chunk" and kinds[k + 3] in ("conjunction", "relation", "punct"):
        k += 2  # "a crate with a scale and a ticket on it"
    if k + 1 >= len(items) or items[k + 1].kind != "relation":
        return False
    after = items[k + 2] if k + 2 < len(items) else None
    alone = items[k + 1].atom.norm in ADVERBS and (after is None or after.kind in ("punct", "conjunction"))
    flanking = alone and items[k + 1].atom.sense("relation").key == FLANKING
    known = [i.chunk.sense.key for i in items[:k] if i.chunk is not None and i.chunk.kind == "thing"]
    again = after is not None and after.chunk is not None and after.chunk.kind == "thing" and after.chunk.definite and after.chunk.sense.key in known
    return after is not None and after.kind == "pronoun" or again or flanking or alone and bool(owners) and owners[0].thing in VESSELS - FLAT


SAUCES = frozenset(("syrup", "sauce", "honey", "gravy", "custard", "cream", "caramel", "glaze", "dressing", "vinegar", "marinade"))
COVERED = ("covered with", "covered in", "covered by", "blanketed with", "blanketed in")


class Heads(Relating):
    """What the walk does at each phrase that has a noun."""

    def _covers(self, chunk: Chunk, pending: Pending) -> bool:
        """ "A table covered with a map", "a desk covered in books": they lie on it, and it is made of nothing else."""
        owner = pending.owners[0] if pending.owners else None
        if owner is None or owner.category in ("person", "animal") or any(a.can("material") for a in chunk.atoms):
            return False
        subject = self.subjects.make(chunk)
        if subject.plural and not subject.counted:
            subject.count, subject.counted = filling(owner, subject), True
        kind = "on" if subject.plural or subject.count > 1 else "covering"
        self.draft.note(pending.atom, "subject", Effect("relations", self.draft.relate([subject], kind, [owner], pending.atom)))
        self.done = pending
        return True

    def _thing(self, chunk: Chunk, pending: Pending | None, items: list[Item], k: int) -> None:
        self.placed = self.place_told = False
        if pending is not None and pending.loose:
            self.draft.note(pending.atom, "environment")
            pending = None
        if pending is not None and pending.kind == "shape_of":
            return self.contents.shaped(chunk, pending)
        if pending is not None and pending.atom.norm == "lined with" and pending.owners and not any(a.can("material") for a in chunk.atoms):
            pending = Pending("full_of", pending.atom, pending.owners)  # "shelves lined with bowls"
        if pending is not None and pending.kind == "in" and self.last is not None and self.last.category == "food" and chunk.head.norm.split()[-1] in SAUCES:
            self.draft.note(pending.atom, "subject")
            pending = Pending("with", pending.atom, [self.last])  # "pancakes dripping in maple syrup": in no jar of it
        if pending is not None and pending.kind == "made_of" and pending.atom.norm in COVERED and self._covers(chunk, pending):
            return
        if pending is not None and pending.kind in ("made_of",) and pending.owners:
            if any(a.can("material") for a in chunk.modifiers):  # "made of old brass clock parts"
                self.draft.note(chunk.head, "subject", status="no_effect")
                return self._made_of(replace(chunk, atoms=chunk.modifiers), pending)
            return self.contents.made_of(chunk, pending)
        if pending is None and self.done is not None and self.joined in ("and", ",") and self.done.kind in LISTING and self._lists_on(items, k):
            pending = Pending(self.done.kind, self.done.atom, self.done.owners)
        subject = self._lamp_named(chunk, pending) or self.subjects.make(chunk)
        if pending is not None and pending.kind in ("in", "on") and self.contents.receive(subject) and not any(o.thing == "spoon" for o in pending.owners):
            pending.kind = "beside"  # "coffee pouring from a pot into a cup": the pot is not in it
        if self.each and pending is not None and pending.owners and not subject.counted and not subject.plural:
            subject.count, subject.counted = max(pending.owners[0].count, 1), True  # "five pots, each with a cactus"
        self.each = False
        self.wardrobe.subject(subject, self.early)
        self.early, self.last_part = [], None
        if self.quote is not None:
            self.subjects.label(subject, self.quote, None)
            self.quote = None
        if pending is None:
            self._main(subject)
        elif pending.kind == "of" and not pending.owners:  # "an overhead shot of a knife beside a plate"
            self._main(subject)
        elif pending.kind == "with" and _place_follows(items, k, pending.owners):
            self.done = pending  # "with a vase on it", "with a lamp on top": the relation says where
            self.awaiting.append(subject)
        elif pending.kind in ("of", "full_of", "with"):
            self.contents.put(pending, subject, chunk)
            self.done = pending
        elif pending.kind == "seen":
            self._relate(Pending("in_front_of", pending.atom, []), subject, chunk.head)
        elif pending.kind == "light":
            if subject.at == (chunk.head.start, chunk.head.end):
                self._main(subject)
        elif pending.kind == "sized":
            self._sized(pending, subject, chunk.head, new=subject.at == (chunk.head.start, chunk.head.end), some=chunk.indefinite)
            subject = self.last if subject not in self.draft.subjects else subject
        elif pending.kind == "view" and "window" in self.draft.features:
            self._main(subject)
            self._relate(Pending("behind", pending.atom, [subject]), "window", pending.atom)
        elif pending.kind == "focus":
            self.draft.focus = subject
            self.draft.note(pending.atom, "camera", Effect("camera.focus", subject))
        elif pending.kind == "lit_by":
            self.lights.by_subject(subject, pending.atom)
        elif pending.kind == "reading":
            self.contents.put(Pending("with", pending.atom, pending.owners), subject, chunk)
        elif pending.kind not in RELATIONS:
            if pending.kind == "view":
                self.draft.note(pending.atom, "environment")
            self._main(subject)
        elif not pending.owners:
            self.draft.note(pending.atom, "subject")
            subject.object_only = True
            self._front(pending, subject)
        elif pending.owners == [subject] and pending.kind in LOCATIVE:
            self.draft.note(pending.atom, "subject")
            self._front(pending, subject)  # "a blue car, behind the car a yellow house"
        else:
            self._relate(pending, subject, chunk.head)
            self.done = pending
        gone = subject not in self.draft.subjects and pending is not None and bool(pending.owners)
        self.last = pending.owners[0] if gone else subject  # "a bottle of serum with a label": the bottle has it
        self.lights.close()

    def _sized(self, pending: Pending, other: SubjectDraft, head: Atom, *, new: bool, some: bool) -> None:
        """ "A pumpkin twice as big as the apple": the first in the size that the second gives it."""
        if new and pending.owners:
            self.group, self.joins[id(other)], self.done = [*pending.owners, other], "and", None
        data = pending.atom.sense("link").data
        likened = pending.owners and self.only_measures(other, new, some)  # "a snail the size of a car", "bigger than an elephant": that is not there
        if likened:
            self.contents.forget(other)
            self.group.remove(other)
        owner = next((o for o in reversed(pending.owners) if o is not other), None)
        if owner is None or data["upright"] and is_upright(owner) != is_upright(other):  # how tall a table is, its length does not tell
            self.draft.note(pending.atom, "subject", status="no_effect")
            self.standalone.idle.setdefault("loose", []).append(pending.atom)
            return
        several = other.count if likened and other.counted else 1  # "as tall as two bottles"
        meant = data["factor"] * several * other.length * other.size.get("scale", 1.0) / owner.length
        factor = owner.size["scale"] = scaled_to(owner, meant * owner.length)
        effect = Effect("size.scale", factor, owner)
        if abs(factor - meant) > 0.01 * meant:
            ends = f"{SMALLEST * owner.length:.2g} m to {LARGEST * owner.length:.2g} m"
            told = f"the {owner.noun} is {factor:g} times its usual size: it can be from {ends}"
            self.draft.say("note", "out-of-range", told, (head.start, head.end), "compare it to something nearer its size")
        self.draft.note(pending.atom, "subject", effect)
        if likened:
            self.last = owner
            self.draft.notes.pop(other.at, None)
            self.draft.note(head, "subject", effect)
            for note in self.draft.notes.values():
                note.effects = [effect if e.owner is other else e for e in note.effects]

    @staticmethod
    def only_measures(other: SubjectDraft, new: bool, some: bool) -> bool:
        """True if what a thing is measured by is not in the picture: named here first, with an article or a number."""
        return new and some

    def _lamp_named(self, chunk: Chunk, pending: Pending | None) -> SubjectDraft | None:
        """ "lit by a candle", where a candle stands already: that one is meant."""
        if pending is None or pending.kind != "lit_by":
            return None
        known = self.subjects.known(chunk.sense, chunk.head, chunk)
        if known is not None:
            self.draft.note(chunk.head, "subject", Effect("noun", known.noun, known))
            self.wardrobe.subject(known, chunk.modifiers)
        return known

    def _lists_on(self, items: list[Item], k: int) -> bool:
        """True where "… and a plate" goes on listing objects: no relation of its own follows."""
        last = self.draft.relations[-1] if self.draft.relations else None
        if self.done.kind == "between" and self.joined == "," and last is not None and last.kind == "between":
            first = last.objects[0]
            if isinstance(first, SubjectDraft) and first.count > 1:
                return False  # "between two trees, a fountain"
        if (
            self.done.kind == "between"
            and self.draft.relations
            and self.draft.relations[-1].kind == "between"
            and len(self.draft.relations[-1].objects) < 2
        ):
            return True
        after = items[k + 1] if k + 1 < len(items) else None
        if self.done.kind == "with" and after is not None and after.kind == "relation" and k + 2 < len(items) and items[k + 2].kind == "chunk" and items[k + 2].chunk.kind in ("setting", "place"):
            after = None  # "a desk with a laptop and a mug in an office": where all of it is
        chunk, head = items[k].chunk, items[k].chunk.sense
        if self.done.kind == "with" and self.joined == "," and self._closed(self.done.atom, chunk):
            return False  # "pancakes with butter and syrup, a glass of juice"
        if self.done.kind in ("of", "full_of") and self.joined == "," and (chunk.determiner is not None or chunk.piling is not None):
            return False  # "a bowl of grapes, a wedge of cheese"
        if self.done.kind in ("of", "full_of") and self.done.owners and head.data["size"] > 1.5 * self.done.owners[0].length:
            return False  # "a bowl of lemons, a linen tablecloth"
        if self.done.kind == "wearing" and head.key in WORN:
            return True
        if self.done.kind in ("of", "full_of") and self.done.owners and any(a.startswith("contents:") for a in self.done.owners[0].attributes) and self.last in self.done.owners:
            return False  # "a bottle of wine, a baguette": what is poured is all that is in it
        alike = self.last is not None and self.last.category == head.data["category"]
        if self.done.kind == "with" and self.joined == "and" and alike and head.data["category"] == "food" and self.done.owners and self.done.owners[0].thing in FLAT | VESSELS:
            return True  # "a board with brie, grapes and walnuts on a barrel"
        borne = all(head.data["size"] < (1.4 if o.thing == "tray" else 0.6) * o.length for o in self.done.owners)
        small = after is not None and after.kind == "conjunction" and borne
        if self.done.kind in ("of", "full_of") and self.last is not None and self.last.category == "food" and not alike:
            return False  # "a plate of pancakes, a fork and a glass of milk": only food goes on
        if self.done.kind in ("with", "of", "full_of") and self.joined == "," and (alike or small):  # "a desk with a laptop, a lamp and a mug"
            return not (after is not None and after.kind == "relation")
        if self.done.kind in ("of", "full_of") and self.joined == "and" and self.last is not None and self.last.category == head.data["category"]:
            return True
        return not (after is not None and after.kind in ("relation", "link")) and (
            self.joined == "and" or self.done.kind in ("between", "full_of", "of")
        )

    def _closed(self, begins: Atom, chunk: Chunk) -> bool:
        """True where a list has had its "and" before the last comma, and food was its last."""
        said = self.draft.prompt[begins.end : chunk.start].lower()
        return " and " in said and said.rstrip().endswith(",") and self.last is not None and self.last.category == "food"

    def _main(self, subject: SubjectDraft) -> None:
        self.awaiting = self.awaiting if self.joined == "and" else []
        if self.joined is None:
            self.group = []
        elif self.done is not None and self.group:
            self.previous, self.group = self.group, []  # "a cat under a table, a dog …": what follows is told of the dog alone
        inherited = (
            self.done
            if self.joined and self.done is not None and self.done.kind in ("on", "in") and self.last is not None and self.last not in self.group
            else None
        )
        one_more = inherited is not None and inherited.kind == "in" and (bool(self.fronted) or not subject.plural)
        if inherited and one_more and inherited.owners and subject.category != inherited.owners[-1].category:
            inherited = None  # "two apples in a bowl and a candle"
        if inherited and self.joined == "and" and inherited.owners:
            target = next((r for r in reversed(self.draft.relations) if r.subjects == inherited.owners and r.kind == inherited.kind), None)
            rests = target is not None and (not isinstance(target.objects[0], SubjectDraft) or subject.length <= 1.5 * target.objects[0].length)
            seat = target is not None and isinstance(target.objects[0], SubjectDraft) and target.objects[0].thing in SEATS and target.objects[0].count == 1
            if rests and target.objects[0] is not subject and not (seat and subject.category in ("animal", "person")):
                self.draft.relate([subject], target.kind, list(target.objects))
        self.joins[id(subject)] = self.joined
        self.group.append(subject)
        subject.object_only = False
        self.done = None
        for kind, target, atom in self.fronted[-FRONTED:]:
            self._relate(Pending(kind, atom, [subject]), target, atom)

    def _place(self, chunk: Chunk, pending: Pending | None) -> None:
        house = next((s for s in reversed(self.draft.subjects) if s.category == "building"), None)
        if chunk.sense.key == "window" and self.lights.current is not None and pending is not None and pending.kind == "in" and house is not None:
            house.states.append("lit")  # "a cabin with warm light in the windows"
            for atom in (*chunk.atoms, pending.atom):
                self.draft.note(atom, "subject", Effect("states", "lit", house))
            return
        if self._on_its_roof(chunk, pending, house):
            return
        if self.placed and chunk.sense.key == "window" and pending is not None and pending.atom.norm in THROUGH:
            self.draft.note(pending.atom, "environment")  # "a view of the sea through the window": what is told of the view is of no thing
            self.places.take(chunk, None)
            return
        self.placed = chunk.kind != "time"
        if pending is None and not self.draft.subjects and chunk.kind == "setting":
            self.draft.room_leads |= any(a.can("setting") and a.sense("setting").key in ROOMS_AND_HALLS for a in chunk.atoms)
        viewed = pending is not None and (pending.kind in ("view", "seen") or pending.kind == "with" and chunk.head.norm.endswith(" view"))
        if viewed and pending is not None and chunk.kind in ("setting", "feature", "place") and self.places.outlook(chunk):
            self.draft.note(pending.atom, "environment")
            return
        if pending is not None and pending.kind == "view":
            self.draft.note(pending.atom, "environment")
            pending = None  # "a view of the sea": the sea
        self.place_told = chunk.kind in ("setting", "feature") and (pending is None or pending.kind == "of")
        place = self.places.take(chunk, pending.kind if pending else None)
        self.at_wall = place == "wall"
        if pending is not None and pending.kind == "focus":
            self.draft.focus = "background"
            self.draft.note(pending.atom, "camera", Effect("camera.focus", "background"))
            return
        if chunk.sense.key == "window" and self.lights.current is not None and pending is None and "source" not in self.lights.current.values:
            self.lights._data(self.lights.current, {"source": "window"}, chunk.head)
        if chunk.kind == "time" or chunk.kind == "season":
            self.lights.time_chunk(chunk)
        if pending is None:
            return
        self.draft.note(pending.atom, "environment")
        if pending.kind == "lit_by":
            self.draft.note(pending.atom, "lighting")
        if place is not None and pending.kind in LOCATIVE:
            pending.owners = self._with_what_it_has(pending.owners)
            self._relate(pending, place, pending.atom)
            self.done = pending

    def _on_its_roof(self, chunk: Chunk, pending: Pending | None, house: SubjectDraft | None) -> bool:
        """ "A car with a surfboard on the roof": the roof of the last vehicle that is not on it itself. False where it is a place of its own."""
        if house is not None and chunk.sense.key == "rooftop" and chunk.determiner is not None:
            for atom in (*chunk.atoms, *([pending.atom] if pending else [])):
                self.draft.note(atom, "subject", Effect("attributes", "roof", house))  # "icing on the roof": that of the house
            return True
        if chunk.head.norm != "roof" or pending is None or pending.kind != "on" or not pending.owners:
            return False
        whole = next((s for s in reversed(self.draft.subjects) if s.category == "vehicle" and s not in pending.owners), None)
        if whole is None:
            return False
        self._relate(pending, whole, chunk.head)
        self.draft.note(chunk.head, "subject", Effect("noun", whole.noun, whole))
        self.last, self.done = whole, None  # "…, parked at the beach": the car is
        return True

    def _with_what_it_has(self, owners: list[SubjectDraft]) -> list[SubjectDraft]:
        """ "A bicycle with a basket outside a bakery": the bicycle is there, and what it has with it."""
        whole = self.done.owners if self.done is not None and self.done.kind == "with" else []
        lesser = bool(whole) and self.last is not None and owners == [self.last] and self.last.length < 0.6 * whole[0].length
        return list(whole) if lesser else owners

    def _light(self, chunk: Chunk, pending: Pending | None) -> None:
        if chunk.count is not None:
            self.draft.note(chunk.count, "lighting")
        if pending is not None:
            self.draft.note(pending.atom, "lighting")
            if pending.kind not in ("lit_by", "with", "in", "under", "beside", "near"):
                self.lights.close()
        self.lights.take(chunk, merge=pending is not None and pending.kind in ("lit_by", "beside") or self.lights.waiting)
        self.lights.dress(chunk, self.places)

    def _part(self, chunk: Chunk, pending: Pending | None) -> None:
        owner = pending.owners[0] if pending is not None and pending.owners else self.last
        own = [m for m in chunk.modifiers if m.can("thing") and not (m.can("material", "colour", "colour_modifier") and owner)]  # "a cork lid"
        possessor = next(iter(own), None)
        if possessor is not None:
            known = self.subjects.known(possessor.sense("thing"), possessor)
            owner = known or owner
            chunk.modifiers.remove(possessor)
            if known:
                self.draft.note(possessor, "subject", Effect("noun", known.noun, known))
            else:  # "the mug's handle", where no mug was named yet
                owner = self.subjects.make(Chunk([possessor], chunk.determiner, head=possessor, sense=possessor.sense("thing")))
                self._main(owner)
                self.last = owner
        self.subjects.part(owner, chunk)
        self.last_part = (owner, chunk.sense.key) if owner is not None else None
        if pending is not None:
            self.draft.note(pending.atom, "subject")
            self.done = pending

    def _unknown(self, chunk: Chunk, pending: Pending | None) -> None:
        rest = [a for a in chunk.modifiers]
        if pending is not None and self.standalone.named(chunk, pending.atom):
            return self.standalone.manner(chunk, pending.atom)
        if pending is not None and pending.kind == "of" and pending.owners and figure_of_speech(pending.owners[-1].noun, chunk.head.norm):
            return self._no_thing(pending, chunk)
        if pending is not None:
            self.draft.note(pending.atom, "none", status="not_understood")
        if chunk.count is not None:
            self.draft.note(chunk.count, "none", status="not_understood")
        for atom in [*rest, chunk.head]:
            if not self.standalone.alone(atom):
                self.draft.note(atom, "none", status="not_understood")

    def _no_thing(self, pending: Pending, chunk: Chunk) -> None:
        """ "Nuggets of wisdom": neither is to be seen."""
        owner = pending.owners[-1]
        self.contents.forget(owner)
        self.group = [s for s in self.group if s is not owner]
        self.last = self.group[-1] if self.group else None
        for note in self.draft.notes.values():
            if any(e.owner is owner for e in note.effects):
                note.effects, note.status, note.layer = [], "no_effect", "none"
        for atom in (pending.atom, *chunk.modifiers, chunk.head):
            self.draft.note(atom, "none", status="no_effect")

    def _refused(self, chunk: Chunk, pending: Pending | None) -> None:
        """ "no people", "without handle": true already, or not in our power."""
        opposite = next((OPPOSITE[s.key] for a in chunk.atoms for s in a.senses if s.kind == "state" and s.key in OPPOSITE), None)
        if pending is not None and chunk.head is None and opposite is not None and self.last is not None:
            self.last.states.append(opposite)
            for atom in [*chunk.atoms, pending.atom]:
                self.draft.note(atom, "subject", Effect("states", opposite, self.last))
            return
        for atom in [*chunk.atoms, chunk.count, pending.atom if pending else None]:
            if atom is not None:
                self.draft.note(atom, "none", status="no_effect")
        span = (pending.atom.start if pending else chunk.start, chunk.end)
        text = self.draft.prompt[span[0] : span[1]]
        if chunk.kind == "part":
            self.draft.say(
                "warning",
                "cannot-leave-out",
                f"{text!r}: the {chunk.head.text} cannot be left out",
                span,
                "name a thing that has none, as 'tumbler' for a mug without handle",
            )
        else:
            self.draft.say("note", "left-out", f"{text!r}: only what is described is put into the picture, so this holds already", span)

    def _out_of_doors(self, atom: Atom) -> None:
        """ "a dog outside": no house is named, so it is in the open."""
        if "window" in self.draft.features:
            self.draft.note(atom, "environment", Effect("environment.features", "window"))  # "by a window, rain outside"
            return
        place = "street" if any(s.category == "vehicle" for s in self.draft.subjects) else "park"
        self.draft.note(atom, "environment", Effect("environment.setting", self.draft.environment.setdefault("hint", place)))

    def _drop_pending(self) -> None:
        """A link that nothing followed."""
        pending, self.pending = self.pending, None
        if pending is None or pending.atom.norm in ("with", "of") or (pending.atom.start, pending.atom.end) in self.draft.notes:
            return
        if pending.kind == "reading" and any(s.labels for s in self.draft.subjects):
            self.draft.note(pending.atom, "subject")  # "written on it", after the text
            return
        if "outside" in pending.atom.norm and not self.bare:  # "blue outside, white inside" is of a thing
            self._out_of_doors(pending.atom)
            return
        if pending.atom.norm in ADVERBS and self._thereto(pending):
            return
        self.draft.note(pending.atom, "none", status="no_effect")
        if pending.kind not in ("near", "beside", "in", "on", "with", "of", "is", "around", "above", "behind"):
            self.standalone.idle.setdefault("unheard", []).append(pending.atom)
