"""What "with", "of", "full of" and "made of" mean between two things: contents, parts, stuff, company."""

from __future__ import annotations

from diorama.language.chunks import Chunk
from diorama.language.draft import Draft, Effect, RelationDraft, SubjectDraft

VESSELS = frozenset((
    "mug", "cup", "bottle", "wine_bottle", "water_bottle", "jar", "can", "box", "gift_box", "glass", "wine_glass", "vase", "bowl", "plate", "teapot", "kettle",
    "pitcher", "basket", "bucket", "tray", "barrel", "backpack", "handbag", "suitcase", "hat", "sink", "bathtub", "bookshelf", "shelf", "boot", "cosmetics_jar",
))  # fmt: skip
FLAT = frozenset(("plate", "tray", "shelf", "table", "desk", "bench", "bed", "couch", "chair", "coffee_table", "cake", "stool", "pizza"))
"""What is put onto, not into."""
LIQUIDS = frozenset(("coffee", "tea", "water", "wine", "red wine", "white wine", "milk", "juice", "orange juice", "beer", "espresso", "latte", "cappuccino", "hot chocolate", "cocoa", "soup", "broth", "lemonade", "iced tea", "whisky", "whiskey", "champagne", "honey", "jam", "sauce", "olive oil", "sugar", "salt", "flour", "rice", "soda", "cola", "rum", "green tea", "matcha", "cereal", "oatmeal", "porridge", "ketchup", "popcorn", "salad", "ramen", "noodles", "noodle", "pasta", "spaghetti", "smoothie", "milkshake", "cider", "lager", "iced coffee", "curry", "stew", "flat white", "ice cream", "candy", "spice", "mustard", "soy sauce"))
"""Nouns that fill a vessel rather than lie in it."""
CLOTHS = frozenset(("tablecloth", "table cloth", "cloth", "napkin", "dish towel", "tea towel", "towel"))
GROWING = frozenset(("flower", "rose", "tulip", "sunflower", "bouquet", "leaf", "grass_tuft", "log", "pen", "pencil", "spoon"))
WORN = frozenset(("hat", "cowboy_hat", "top_hat", "cap", "helmet", "scarf", "jacket", "shirt", "dress", "pants", "glasses", "sunglasses", "tie", "bowtie", "necklace", "glove", "boot", "shoe", "sneaker", "ring"))


def is_cloth(subject: SubjectDraft) -> bool:
    return subject.noun in CLOTHS


class Contents:
    def __init__(self, draft: Draft, subjects):
        self.draft = draft
        self.subjects = subjects

    def put(self, pending, subject: SubjectDraft, chunk: Chunk) -> None:
        """`owner` with/of/full of `subject`."""
        draft = self.draft
        owner = pending.owners[0] if pending.owners else None
        if owner is None or owner is subject:
            draft.note(pending.atom, "none", status="no_effect")
            return
        if chunk.sense.data["noun"] in LIQUIDS and owner.thing in VESSELS and not subject.plural:
            self._pour(owner, subject, chunk, pending)
        elif pending.kind in ("of", "full_of") and owner.thing not in VESSELS and pending.kind == "of":
            self._about(owner, subject, chunk, pending)
        elif owner.thing in VESSELS or pending.kind == "full_of":
            self._fill(owner, subject, pending)
        elif owner.category == "person" and subject.thing in WORN:
            draft.relations.append(RelationDraft([owner], "wearing", [subject], pending.atom))
            draft.note(pending.atom, "subject")
        elif owner.thing in FLAT:
            draft.relations.append(RelationDraft([subject], "on", [owner], pending.atom))
            draft.note(pending.atom, "subject")
        else:
            draft.relations.append(RelationDraft([owner], "with", [subject], pending.atom))
            draft.note(pending.atom, "subject")

    def _pour(self, owner: SubjectDraft, subject: SubjectDraft, chunk: Chunk, pending) -> None:
        """A cup of coffee is a cup: the coffee is its contents."""
        draft = self.draft
        noun = chunk.sense.data["noun"]
        self._forget(subject)
        owner.attributes.append(f"contents:{noun}")
        effect = Effect("attributes", f"contents:{noun}", owner)
        note = draft.notes.get((chunk.head.start, chunk.head.end))
        if note is not None:
            note.effects, note.status = [effect], "applied"
        draft.note(pending.atom, "subject", effect)
        for atom in chunk.modifiers:
            known = draft.notes.get((atom.start, atom.end))
            if known is not None and not any(e.owner is owner for e in known.effects):
                known.effects = [Effect("attributes", atom.norm, owner)]
                owner.attributes.append(atom.norm)

    def _about(self, owner: SubjectDraft, subject: SubjectDraft, chunk: Chunk, pending) -> None:
        """"a photograph of a dog", "a statue of a horse": what it shows, not a second thing."""
        self._forget(subject)
        value = f"of:{subject.noun}"
        owner.attributes.append(value)
        for atom in [*chunk.atoms, pending.atom, chunk.count]:
            if atom is None:
                continue
            known = self.draft.notes.pop((atom.start, atom.end), None)
            if known is None or known.status != "not_understood":
                self.draft.note(atom, "subject", Effect("attributes", value, owner))
            else:
                self.draft.notes[atom.start, atom.end] = known

    def _fill(self, owner: SubjectDraft, subject: SubjectDraft, pending) -> None:
        if pending.kind == "full_of" and not subject.counted and subject.plural and subject.thing not in GROWING:
            subject.count, subject.counted = 7, True
        if subject.plural and not subject.counted:
            subject.count, subject.counted = (5, True)
        kind = "on" if owner.thing in FLAT else "in"
        self.draft.relations.append(RelationDraft([subject], kind, [owner], pending.atom))
        self.draft.note(pending.atom, "subject")

    def _forget(self, subject: SubjectDraft) -> None:
        """Take back a subject that turned out to be none, with what was said of it."""
        draft = self.draft
        draft.subjects.remove(subject) if subject in draft.subjects else None
        draft.relations = [r for r in draft.relations if subject not in r.subjects and subject not in r.objects]
        draft.diagnostics = [d for d in draft.diagnostics if not (d.code == "stand-in" and d.span == subject.at)]

    def made_of(self, chunk: Chunk, pending) -> None:
        """"made of flowers": the nearest stuff, or a mark on the thing."""
        owner = pending.owners[0]
        value = f"made of {chunk.sense.data['noun']}"
        owner.attributes.append(value)
        for atom in [*chunk.atoms, pending.atom]:
            self.draft.note(atom, "subject", Effect("attributes", value, owner), status="stand-in")
        self.draft.say("warning", "stand-in", f"no material looks like {chunk.head.text!r}: the {owner.noun} keeps its own", (pending.atom.start, chunk.end), "a material the stage has, as in 'made of glass'")
