"""The reader's walk over one clause, by someone who knows what is in the picture: "the mug" is the mug that stands there already.

What is said of subjects of the scene gathers on their handles (`Desk.handle`); what is new are subjects of the draft, as in any prompt.
"""

from __future__ import annotations

from diorama.language.bind import Binder
from diorama.language.chunks import Chunk, Item, chunk
from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.lexicon import Sense
from diorama.language.match import Atom
from diorama.language.refine.desk import Desk, placed
from diorama.language.refine.refer import Hit, Reference, phrase
from diorama.language.subjects import Subjects
from diorama.language.surfaces import Contents


class Hand(Binder):
    """One walk over the words of one clause."""

    def __init__(self, desk: Desk):
        draft = Draft(desk.words)
        draft.notes, draft.diagnostics, draft.styles = desk.draft.notes, desk.draft.diagnostics, desk.draft.styles
        draft.subjects = [desk.handle([s.id]) for s in desk.scene.subjects]
        super().__init__(draft)
        self.desk = desk
        self.resolved: dict[int, Reference] = {}
        """Nouns that stand for phrases about the picture's own subjects, by identity."""
        self.kept: list[Atom] = []
        self.subjects = Known(draft, self.wardrobe, desk, self.resolved)
        self.contents = Contents(draft, self.subjects)
        if desk.it:
            self.previous = [desk.handle(list(desk.it))]

    def read(self, atoms: list[Atom]) -> Draft:
        """Walk over the clause."""
        self.walk(chunk(self._resolved([a for a in atoms if not _idle(a)])))
        self.lights.settle()
        self.standalone.tell_idle()
        return self.draft

    def _resolved(self, atoms: list[Atom]) -> list[Atom]:
        """The words with each phrase that means something in the picture as one noun."""
        out: list[Atom] = []
        i = 0
        while i < len(atoms):
            found = phrase(self.desk, atoms, i) if self._opens(atoms[i]) else None
            if found is None or not found.hits or found.more:
                out.append(atoms[i])
                i += 1
                continue
            subject = self.desk.subject(found.hits[0].id)
            handle = self.desk.handle([subject.id])
            data = {"category": handle.category, "size": handle.length, "stand_in": False, "noun": subject.noun, "plural": False}
            start, end = found.atoms[0].start, found.atoms[-1].end
            atom = Atom(start, end, self.desk.words[start:end], subject.noun, (Sense("thing", subject.thing, data),))
            self.resolved[id(atom)] = found
            self.kept.append(atom)
            out.append(atom)
            i = found.end
        return out

    @staticmethod
    def _opens(atom: Atom) -> bool:
        if atom.can("quantifier"):
            return atom.sense("quantifier").key != "more"
        return atom.can("determiner") and atom.sense("determiner").key == "the" or atom.norm in ("the other", "everything", "both")

    def new(self) -> list[SubjectDraft]:
        """Subjects that the scene does not hold yet, in the order of the words."""
        return [s for s in self.draft.subjects if not placed(s)]

    @staticmethod
    def only_measures(other: SubjectDraft, new: bool, some: bool) -> bool:
        """ "Make the mug bigger than the table": none is added to measure by."""
        return new and not placed(other)

    def start_with(self, subject: SubjectDraft) -> None:
        """What the clause is about was named before it: relations that follow are its own."""
        self.group, self.last = [subject], subject

    def _pronoun(self, item: Item, items: list[Item], k: int) -> None:
        target = self._antecedent()
        if self.pending is None and target is None:
            mains = self.desk.it or [s.id for s in self.desk.scene.subjects if not s.implied][:1]
            if mains:
                self.start_with(self.desk.handle(mains))
                self.draft.note(item.atom, "subject")
                return
        super()._pronoun(item, items, k)


def _idle(atom: Atom) -> bool:
    """Words of asking ("please", "then") that the lexicon does not know."""
    return atom.can("talk") and len(atom.senses) == sum(s.kind in ("talk", "verb_needs_object", "closer_to") for s in atom.senses)


class Known(Subjects):
    """Noun phrases → subjects, the scene's own first."""

    def __init__(self, draft: Draft, wardrobe, desk: Desk, resolved: dict[int, Reference]):
        super().__init__(draft, wardrobe)
        self.desk = desk
        self.resolved = resolved

    def known(self, sense: Sense, head: Atom, chunk: Chunk | None = None) -> SubjectDraft | None:
        """What was named before in this clause, or is in the picture."""
        if id(head) in self.resolved:
            return self._handle(self.resolved[id(head)], head)
        mine = next((s for s in self.draft.subjects if not placed(s) and s.noun == sense.data["noun"]), None)
        found = None if mine else phrase(self.desk, [head], 0)
        return mine or (self.desk.handle(found.ids) if found is not None and found.hits else None)

    def make(self, chunk: Chunk) -> SubjectDraft:
        if id(chunk.head) in self.resolved:
            handle = self._handle(self.resolved[id(chunk.head)], chunk.head)
            self._dress(handle, chunk)
            return handle
        before = len(self.draft.subjects)
        made = super().make(chunk)
        if chunk.definite and len(self.draft.subjects) > before:
            self._say_added(made, chunk)
        return made

    def _handle(self, found: Reference, head: Atom) -> SubjectDraft:
        part(self.desk, found)
        handle = self.desk.handle(found.ids)
        if handle not in self.draft.subjects:
            self.draft.subjects.append(handle)
        self.draft.note(head, "subject", Effect("noun", handle.noun, handle))
        if found.unsure:
            say_unsure(self.desk, found)
        return handle

    def _say_added(self, made: SubjectDraft, chunk: Chunk) -> None:
        if chunk.head.can("setting", "backdrop") or made.thing in ("table", "desk", "coffee_table"):
            return
        self.desk.say("note", "added-too", f"there is no {made.noun} in the picture: one is put there", [chunk.head], "name what is there, or add it first")


def part(desk: Desk, found: Reference) -> None:
    """One of several that is spoken of by itself becomes a subject of its own."""
    ordered = sorted(found.hits, key=lambda h: -(h.index or 0))  # parting one renumbers those after it
    ids = {h: desk.split(h.id, h.index) if h.index is not None and desk.subject(h.id).count > 1 else h.id for h in ordered}
    found.hits = [Hit(i) for i in dict.fromkeys(ids[h] for h in found.hits)]


def say_unsure(desk: Desk, found: Reference) -> None:
    """Several could be meant: which one was taken."""
    hit = found.hits[0]
    subject = desk.subject(hit.id)
    colours = " ".join(c.name for c in subject.surface.colours)
    name = " ".join(w for w in (colours, subject.surface.material or "", subject.noun) if w)
    desk.say(
        "note", "several-fit", f"{desk.text(found.atoms)!r} could be several: the {name} ({hit.id}) is meant", found.atoms,
        "say which: 'the red one', 'the left one', 'all of them'",
    )  # fmt: skip
    found.unsure = False
