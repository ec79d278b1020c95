"""What the walk does at a noun phrase: what takes it whole, what its noun is here, and which frame claims it."""

from __future__ import annotations

from dataclasses import dataclass

from diorama.language.chunks import Chunk, Item
from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.frames.vocabulary import RUNNING_GEAR, component
from diorama.language.heads import SEATS, THROUGH, Heads
from diorama.language.heed import own_part
from diorama.language.lexicon import Sense, lexicon
from diorama.language.loose import Pending
from diorama.language.match import Atom
from diorama.language.relating import LOCATIVE
from diorama.language.shared_looks import MOST_MEMBERS
from diorama.language.surfaces import POURED_ON, VESSELS, WORN
from diorama.scene.relation import SIDES
from diorama_catalogue.plurals import singular

PICTURES = frozenset(("photograph", "photo", "picture", "image", "print", "shot", "campaign", "advert"))
LIVES = ("person", "animal")
CARRYING = ("on", "in", "stacked_on")
ENTERS = frozenset(("in", "inside", "within", "inside of", "on"))
GENERAL = frozenset(("gear", "kit", "equipment", "supplies", "essentials", "tools", "accessories"))
ROOFS = frozenset(("roof", "rooftop"))
PARTED = frozenset(("door", "lid", "drawer", "handle", "window", "bonnet", "hood", "roof"))
"""Parts that are named after their whole: an oven door, a car window."""
OF_HOUSES = frozenset(("door", "front door", "chimney", "roof", "gate", "porch", "doorstep", "window"))
"""What a house has, and what is by it is by the house."""
MEMBER_AT = {"left": 0, "right": -1, "centre": "middle"}
LEAVES = frozenset(("loose", "scattered", "torn", "ruled", "lined", "blank", "scribbled"))
"""How paper is that lies about in sheets, besides its states."""
BY_ITSELF_ANOTHER = frozenset(("frame", "boot", "trunk", "hood", "bonnet"))
"""Parts whose word is another thing where nothing has it: a hat, a chest."""
LIMBS = frozenset(("head", "face", "hand", "finger", "fist", "palm", "arm"))
"""Parts of a body, which a thing has as its own: a clock has hands, a pumpkin a face."""
EVENTS = frozenset(("festival", "fair", "show", "parade", "race", "market", "stall", "market stall", "rally", "regatta", "exhibition", "competition", "stand"))
"""Places where there are many of what is named before them: "a hot air balloon festival", "a flower market"."""
CLAIMS = {
    **dict.fromkeys(("light_head", "light_source"), "_light"),
    **dict.fromkeys(("setting", "feature", "backdrop", "place", "weather", "time", "season"), "_place"),
    "part": "_part",
    "unknown": "_unknown",
}
"""The kind of a phrase that is no thing → what claims it."""


@dataclass
class At:
    """A phrase, the relation that waits for it, and where it is among the items."""

    chunk: Chunk
    pending: Pending | None
    items: list[Item]
    k: int


class Naming(Heads):
    """What the walk does at each noun phrase."""

    def _chunk(self, item: Item, items: list[Item], k: int) -> None:
        pending, self.pending = self.pending, None
        at = At(item.chunk, pending, items, k)
        if any(step(at) for step in (self._shared, self._first_of_several, self._no_thing_of_its_own, self._only_manner)):
            return
        for step in (self._as_feature, self._limb):
            step(at)
        if self._by_side(at.chunk, items, k):
            return
        self._elsewhere(at.chunk, items, k)
        for step in (self._as_part, self._stuck_part, self._sheets):
            step(at)
        if self._strewn_stuff(at) or self._swirl(at):
            return
        if self._at_part_of(at) or self._of_the_whole(at):
            return
        if any(step(at) for step in (self._flowing, self._on_the_pile)):
            return
        self._eaten(at)
        self._claim(at)

    # ── what takes a phrase whole ──

    def _shared(self, at: At) -> bool:
        """A look that "respectively" gives to its own thing."""
        if id(at.chunk) not in self.respective:
            return False
        self.waiting.append(at.chunk)
        self.done = None
        if at.pending is not None:
            self.draft.note(at.pending.atom, "subject")
        return True

    def _first_of_several(self, at: At) -> bool:
        """ "Three keys, one is brass"."""
        chunk, after = at.chunk, at.items[at.k + 1] if at.k + 1 < len(at.items) else None
        if chunk.count is None or chunk.count.norm != "one" or chunk.atoms or after is None or after.kind != "link" or after.atom.sense("link").key != "is":
            return False
        self._member(Atom(chunk.start, chunk.end, chunk.count.text, "one", (Sense("member", "member", {"at": 0}),)))
        return True

    def _no_thing_of_its_own(self, at: At) -> bool:
        """The picture itself, what it is for, and the heading of a list."""
        chunk = at.chunk
        if chunk.kind in ("setting", "feature") and at.pending is None and self._through_window(at.items, at.k):
            self.places.see_out()
            at.pending = Pending("view", chunk.head)
        if chunk.proform is not None:
            self._one(chunk)
        if not (self._of_picture(chunk, at.items, at.k) or self._for_somebody(at) or chunk.kind == "thing" and self._heads_list(chunk, at.items, at.k)):
            return False
        self.pending = None
        for atom in chunk.atoms:
            if atom is not chunk.head and atom.can("setting", "time", "weather", "season"):
                self.standalone.leftover(atom, None)  # "street snapshot"
            else:
                self.draft.note(atom, "none", status="no_effect")
        return True

    def _only_manner(self, at: At) -> bool:
        """Where it all is, the style of it, and what a thing is made of."""
        chunk, pending = at.chunk, at.pending
        if chunk.kind == "setting" and chunk.head.norm in EVENTS:
            self._event(chunk)
        after = at.items[at.k + 1] if at.k + 1 < len(at.items) else None
        full = after is not None and after.kind == "link" and after.atom.sense("link").key == "full_of"
        if chunk.kind == "thing" and pending is None and full and chunk.sense.data["category"] == "building":
            self.places.enter(chunk)  # "a greenhouse full of ferns" is seen from within
        if chunk.kind == "thing" and pending is not None and pending.atom.norm in ENTERS:
            self.places.enter(chunk, "on" if pending.atom.norm == "on" else "in")
        if pending is not None and pending.kind == "style_of":
            self.standalone.manner(chunk, pending.atom)
            self.pending = pending
            return True
        if pending is not None and pending.kind == "made_of" and pending.owners and any(a.can("material") for a in chunk.atoms) and chunk.kind != "thing":
            self._made_of(chunk, pending)
            return True
        return False

    # ── what the noun is here ──

    def _as_feature(self, at: At) -> None:
        """ "Fog between the trees", "a cabin at night, stars": what is seen of the place."""
        chunk = at.chunk
        if chunk.kind != "thing" or chunk.count is not None or not chunk.head.can("feature"):
            return
        definite = chunk.definite and chunk.sense.data.get("plural") and not self.subjects.known(chunk.sense, chunk.head)
        if definite or chunk.head.norm == "stars" and not any(a.can("colour", "material") for a in chunk.modifiers):
            chunk.sense = chunk.head.sense("feature")

    def _limb(self, at: At) -> None:
        """ "A chair with three legs, one leg broken", "a pumpkin with a carved face": a part where nobody lives."""
        chunk, whole = at.chunk, self._whole(at)
        lifeless = whole is not None and all(o.category not in (*LIVES, "figure") for o in whole.owners)
        if lifeless and chunk.kind == "thing" and (limb := singular(chunk.head.norm)) in LIMBS:
            chunk.sense, at.pending = Sense("part", limb, {}), at.pending or whole
            return
        if chunk.kind == "thing" and chunk.sense.data["category"] == "person" and chunk.head.can("part"):
            if self.last is not None and not any(s.category in LIVES for s in self.draft.subjects):
                chunk.sense = chunk.head.sense("part")

    def _whole(self, at: At) -> Pending | None:
        """What is said to be with something: the phrase's own relation, or that of the list it goes on."""
        whole = at.pending or (self.done if self.joined else None)
        return whole if whole is not None and whole.kind == "with" and whole.owners else None

    def _as_part(self, at: At) -> None:
        """ "A bottle with a cap": the cap of a bottle, not of a child."""
        chunk, whole = at.chunk, self._whole(at)
        if chunk.kind == "light_head" and chunk.head.can("part") and chunk.definite and at.pending is not None and at.pending.kind in CARRYING:
            chunk.sense = chunk.head.sense("part")  # "a slice of lemon on the rim": no light
        if self.last is not None and chunk.head is not None and chunk.head.can("part") and self._listed_part(at):
            whole = Pending("with", chunk.head, [self.last])
        if whole is None or chunk.head is None or not chunk.head.can("part"):
            return
        if chunk.head.norm in OF_HOUSES and chunk.sense.kind == "thing" and own_part(whole.owners[0].thing, chunk.head.sense("part").key) is None:
            return  # "a dog with a door"
        if chunk.count is not None and chunk.sense.kind == "thing" and chunk.head.sense("part").key == "cushion" and whole.owners[0].thing in SEATS:
            return  # "a sofa with two cushions": loose ones
        if not (chunk.sense.kind == "thing" and chunk.sense.key in WORN and whole.owners[0].category in LIVES):
            chunk.sense, at.pending = chunk.head.sense("part"), at.pending or whole

    def _listed_part(self, at: At) -> bool:
        """ "Perfume bottle, gold cap": a part by its looks alone, after what has such a part, is its own."""
        chunk, after = at.chunk, at.items[at.k + 1] if at.k + 1 < len(at.items) else None
        alone = at.pending is None and self.joined == "," and chunk.determiner is None and chunk.count is None and bool(chunk.modifiers)
        part = chunk.head.sense("part") if chunk.head is not None else None
        if not alone or part is None or self.last is None or self.last.category in LIVES:
            return False
        if after is not None and after.kind in ("relation", "link", "conjunction"):
            return False
        return own_part(self.last.thing, part.key) is not None

    def _stuck_part(self, at: At) -> None:
        """ "With two mustard cushions": a colour of cushions, not a jar."""
        chunk, whole = at.chunk, self._whole(at)
        stuck = len(chunk.atoms) > 1 and chunk.head is chunk.atoms[-2] and chunk.head.can("colour") and chunk.atoms[-1].can("part")
        if stuck and whole is not None and own_part(whole.owners[0].thing, chunk.atoms[-1].sense("part").key) is not None:
            chunk.head, chunk.modifiers = chunk.atoms[-1], chunk.atoms[:-1]
            chunk.sense, at.pending = chunk.head.sense("part"), at.pending or whole

    @staticmethod
    def _sheets(at: At) -> None:
        """ "Crumpled paper, a pen": sheets of it, and not what all stands on."""
        chunk, pending = at.chunk, at.pending
        stuff = chunk.kind == "material" and chunk.head.norm == "paper" and any(a.can("state") or a.norm in LEAVES for a in chunk.modifiers)
        if stuff and (pending is None or pending.kind in ("with", "beside", "near")):
            chunk.sense = next(s for rows in lexicon().words["papers"] for s in rows[1] if s.kind == "thing")

    def _swirl(self, at: At) -> bool:
        """ "A bowl of soup with a swirl of cream": what floats on what is in it, and no look of the bowl."""
        chunk, owner = at.chunk, at.pending.owners[-1] if at.pending is not None and at.pending.kind == "with" and at.pending.owners else None
        of, stuff = (at.items[at.k + 1 : at.k + 3] + [None, None])[:2]
        filled = owner is not None and any(a.startswith("contents:") for a in owner.attributes)
        swirl = chunk.determiner is not None and [a.norm for a in chunk.atoms] in (["swirl"], ["spiral"])
        if not (filled and swirl and of is not None and of.kind == "link" and of.atom.norm == "of" and stuff is not None and stuff.chunk is not None):
            return False
        value = f"with {' '.join(a.norm for a in stuff.chunk.atoms)}"
        owner.attributes.append(value)
        for atom in (at.pending.atom, *chunk.atoms, of.atom, *stuff.chunk.atoms):
            self.draft.note(atom, "subject", Effect("attributes", value, owner))
        of.kind = stuff.kind = "function"
        of.atom = stuff.chunk = None
        self.done, self.last, self.joined = at.pending, owner, None
        return True

    def _strewn_stuff(self, at: At) -> bool:
        """ "A hen, straw on the ground": what the ground is of, and not the hen."""
        chunk = at.chunk
        on, ground = (at.items[at.k + 1 : at.k + 3] + [None, None])[:2]
        stuff = at.pending is None and chunk.kind == "material" and chunk.determiner is None and chunk.count is None
        there = on is not None and on.kind == "relation" and on.atom.sense("relation").key == "on" and ground is not None and ground.chunk is not None
        if not stuff or not there or ground.chunk.kind != "backdrop" or any(a.can("material", "colour") for a in ground.chunk.atoms):
            return False
        self.places.stuff(chunk, "on")
        self.placed, self.joined, self.group = True, None, []
        return True

    def _at_part_of(self, at: At) -> bool:
        """ "On the rim of a glass", "over the back of a chair", "on the roof of a barn": what is there is on the glass, the chair, the barn."""
        chunk, pending = at.chunk, at.pending
        if pending is None or pending.kind not in LOCATIVE or not pending.owners or not chunk.definite or chunk.head is None:
            return False
        of, whole = (at.items[at.k + 1 : at.k + 3] + [None, None])[:2]
        told = of is not None and of.kind == "link" and of.atom.norm == "of" and whole is not None and whole.chunk is not None and whole.chunk.kind == "thing"
        if not told or not (chunk.kind == "part" or chunk.head.norm in ROOFS or chunk.head.can("part")):
            return False
        if pending.atom.norm == "over":
            pending.kind = "on"
        for atom in (chunk.head, *chunk.modifiers):
            self.draft.note(atom, "subject")
        self.pending = pending
        return True

    def _of_the_whole(self, at: At) -> bool:
        """ "By the door", after a cabin, "hanging from the oven door", after an oven: it is the whole's, and no other."""
        chunk, pending = at.chunk, at.pending
        if chunk.kind != "thing" or chunk.count is not None or self.subjects.known(chunk.sense, chunk.head) is not None:
            return False
        named = next((m for m in chunk.modifiers if m.can("thing") and not m.can("material", "colour")), None)
        house = next((s for s in reversed(self.draft.subjects) if s.category == "building" and s.becomes is None), None)
        if named is not None and chunk.head.norm in PARTED:
            whole = self.subjects.known(named.sense("thing"), named)
        else:
            whole = house if named is None and chunk.definite and chunk.head.norm in OF_HOUSES else None
        if whole is None or pending is not None and pending.kind not in LOCATIVE:
            return False
        for atom in (chunk.head, *chunk.modifiers):
            self.draft.note(atom, "subject", Effect("noun", whole.noun, whole))
        if pending is not None:
            if pending.owners == [whole] and self.last not in (None, whole):
                pending.owners = [self.last]
                self._no_longer_with(whole)
            self._relate(pending, whole, pending.atom)
            self.done = pending
        return True

    def _flowing(self, at: At) -> bool:
        """What studs a thing, is poured on it, or flows."""
        chunk, pending = at.chunk, at.pending
        taken = self.contents.studs(pending, chunk) or self.contents.pours(pending or self._topping(), chunk)
        taken = taken or self.contents.heaps(pending, chunk) or not self.negative and self.contents.flows(pending, chunk, at.items[at.k + 1 : at.k + 3])
        self.joined = None if taken else self.joined
        return taken

    def _on_the_pile(self, at: At) -> bool:
        """ "… on top of the stack"."""
        chunk, pending = at.chunk, at.pending
        if chunk.piling is None or chunk.atoms or not chunk.definite or pending is None or pending.kind not in LOCATIVE:
            return False
        pile = next((s for s in reversed(self.draft.subjects) if "stacked" in s.states and s is not self.last), None)
        if pile is None:
            return False
        self.draft.note(chunk.piling, "subject", Effect("noun", pile.noun, pile))
        self._relate(pending, pile, pending.atom)
        return True

    @staticmethod
    def _eaten(at: At) -> None:
        """ "Slices of lemon", "with cream": a noun that only counted is the thing."""
        chunk, pending = at.chunk, at.pending
        last = chunk.atoms[-1].sense("thing") if chunk.atoms and chunk.head is None else None
        if last is None:
            return
        sliced = chunk.piling is not None or pending is not None and pending.kind in ("of", "full_of")
        if sliced or pending is not None and pending.kind == "with" and last.data["category"] == "food":
            chunk.head, chunk.sense, chunk.modifiers = chunk.atoms[-1], last, chunk.atoms[:-1]

    def _its_part(self, chunk: Chunk, pending: Pending | None) -> None:
        """ "A car, its boot full", "a truck with a red tailgate", "a clock, its face cracked": a part of the thing, whatever else the word may be."""
        whole = pending.owners[0] if pending is not None and pending.kind == "with" and pending.owners else self.last
        runs_on = self._runs_on(chunk)
        whole = runs_on or whole
        own = runs_on is not None or chunk.determiner is not None and chunk.determiner.norm in ("its", "their")
        if whole is None or chunk.kind == "part" or not (own or pending is not None and pending.kind == "with"):
            return
        part = next((a for a in chunk.atoms if component(singular(a.norm), whole.category)), None)
        seen = part.sense("thing") if part is not None else None
        if part is None or not own and (seen is None or part is not chunk.head or not (seen.data["stand_in"] or part.norm in BY_ITSELF_ANOTHER)):
            return
        chunk.modifiers = [a for a in chunk.atoms if a is not part and a is not chunk.determiner]
        chunk.head, chunk.sense = part, part.sense("part") or Sense("part", singular(part.norm).replace(" ", "_"), {})

    def _runs_on(self, chunk: Chunk) -> SubjectDraft | None:
        """ "A car on a desert road, dust rising from the tyres": the one vehicle that was named, whose tyres they are."""
        if chunk.kind != "thing" or not chunk.definite or chunk.count is not None:
            return None
        if chunk.head.norm == "wheel" or singular(chunk.head.norm) not in RUNNING_GEAR:  # the one wheel is at the helm
            return None
        vehicles = [s for s in self.draft.subjects if s.category == "vehicle" and s.becomes is None]
        return vehicles[0] if len(vehicles) == 1 and self.subjects.known(chunk.sense, chunk.head) is None else None

    def _claim(self, at: At) -> None:
        """The frame of its kind."""
        chunk, pending = at.chunk, at.pending
        self._its_part(chunk, pending)
        if chunk.kind in ("thing", "part") and pending is not None and pending.kind in CARRYING and self._on_part(chunk, pending):
            pass
        elif pending is not None and pending.kind == "depicting" and self.contents.depicted(chunk, pending):
            self.done = None
        elif self.negative or pending is not None and pending.kind == "without":
            self._refused(chunk, pending)
        elif chunk.kind == "thing":
            self._thing(chunk, pending, at.items, at.k)
        elif chunk.kind in CLAIMS:
            getattr(self, CLAIMS[chunk.kind])(chunk, pending)
        else:
            self._headless(chunk, pending)
        self.joined = None

    def _by_side(self, chunk: Chunk, items: list[Item], k: int) -> bool:
        """ "Two mugs. The mug on the left is blue, the right mug is red.": of several, the one on that side."""
        if chunk.kind != "thing" or chunk.count is not None or chunk.sense.data.get("plural"):
            return False
        after = items[k + 1] if k + 1 < len(items) else None
        before = items[k - 1] if k > 1 and items[k - 2].kind == "function" else None
        told = next((i for i in (before, after) if i is not None and i.atom is not None and i.atom.can("side") and (i is before or chunk.definite)), None)
        at = MEMBER_AT.get(told.atom.sense("side").key) if told is not None else None
        owner = self.subjects.known(chunk.sense, chunk.head) if at is not None else None
        if owner is None or not 1 < owner.count <= MOST_MEMBERS:
            return False
        self.fronted = [f for f in self.fronted if f[2] is not told.atom]
        self.draft.note(chunk.head, "subject", Effect("noun", owner.noun, owner))
        self.draft.note(told.atom, "subject", Effect("noun", owner.noun, owner))
        self.said_of_member = told if told is after else None
        owner.split = owner.split or [SurfaceDraft() for _ in range(owner.count)]
        self.member = (owner, [owner.count // 2 if at == "middle" else at % owner.count])
        return True

    def _elsewhere(self, chunk: Chunk, items: list[Item], k: int) -> None:
        """ "The mug on the left is larger than the mug on the right": what stands on another side is another."""
        if chunk.kind != "thing" or not chunk.definite or chunk.count is not None:
            return
        told = [items[k + 1].atom] if k + 1 < len(items) and items[k + 1].atom is not None else []
        side = next((a.sense("side").key for a in (*chunk.modifiers, *told) if a.can("side")), None)
        known = self.subjects.known(chunk.sense, chunk.head, chunk) if side else None
        if known is not None and any(r.subjects == [known] and r.objects[0] in SIDES and r.objects[0] != side for r in self.draft.relations):
            chunk.determiner = None

    def _on_part(self, chunk: Chunk, pending: Pending) -> bool:
        """ "An armchair with a book on the seat": the seat is the armchair's, a rim that of the glass. False if it is a thing of its own."""
        part = chunk.head.sense("part")
        if part is None or not chunk.definite or chunk.kind == "thing" and self.subjects.known(chunk.sense, chunk.head) is not None:
            return False
        whose = SEATS if part.key in ("seat", "arm", "back", "cushion") else VESSELS if part.key in ("rim", "brim") else frozenset()
        others = (s for s in reversed(self.draft.subjects) if s is not self.last)
        whole = next((s for s in others if own_part(s.thing, part.key) is not None or s.thing in whose), None)
        if whole is None:
            return False
        self.draft.note(chunk.head, "subject", Effect("noun", whole.noun, whole))
        if pending.owners == [whole] and self.last not in (None, whole):  # "a lemonade with a slice of lemon on the rim"
            pending.owners = [self.last]
            for told in [r for r in self.draft.relations if r.subjects == [self.last] and r.objects == [whole]]:
                self.draft.relations.remove(told)
        self._relate(pending, whole, pending.atom)
        self.done = pending
        return True

    @staticmethod
    def _through_window(items: list[Item], k: int) -> bool:
        """ "Snow outside the window": what is named is seen from a room."""
        if k + 2 >= len(items) or items[k + 1].kind not in ("relation", "link") or items[k + 2].chunk is None:
            return False
        return items[k + 1].atom.norm in THROUGH and items[k + 2].chunk.kind == "feature" and items[k + 2].chunk.sense.key == "window"

    def _one(self, chunk: Chunk) -> None:
        """ "a red mug and a blue one": the noun it stands for."""
        base = self.last
        if base is None or chunk.definite and base.count > 1:
            chunk.head = None
            return
        data = {"category": base.category, "size": base.length, "stand_in": False, "noun": base.noun, "plural": chunk.proform.norm == "ones"}
        chunk.sense = Sense("thing", base.thing, data)

    def _of_picture(self, chunk: Chunk, items: list[Item], k: int) -> bool:
        """ "An editorial photograph for a magazine showing …": the picture itself, and what it is for, are not in it."""
        if self.draft.subjects or chunk.head is None:
            return False
        after = items[k + 1] if k + 1 < len(items) else None
        j = k - 1
        while j > 0 and items[j].kind == "free" and items[j].atom.norm != "for":
            j -= 1
        tells = after is not None and after.atom is not None and after.atom.norm in ("for", "of", "showing", "featuring", "depicting", "capturing")
        said = [i.chunk.head if i.chunk is not None else i.atom for i in items[:j]] if 0 < j < 8 and items[j].kind == "free" else []
        purpose = any(a is not None and (a.norm in PICTURES or a.can("genre", "boilerplate")) for a in said)
        named = chunk.head.norm in (*PICTURES, "snapshot") and chunk.determiner is None and bool(chunk.modifiers)
        tag = named and after is not None and after.atom is not None and after.atom.text in ",:"
        return chunk.head.norm in PICTURES and tells or purpose or tag

    def _heads_list(self, chunk: Chunk, items: list[Item], k: int) -> bool:
        """ "Hiking gear: boots, a map …", "Skincare flat lay: a jar …": what is listed is the thing, not its heading."""
        j = k + 1
        while j < len(items) and items[j].kind == "free" and j < k + 3:
            j += 1
        colon = j < len(items) and items[j].atom is not None and items[j].atom.text == ":" and j + 1 < len(items) and items[j + 1].kind == "chunk"
        bare = not self.draft.subjects and chunk.determiner is None and chunk.count is None
        general = chunk.head.norm in GENERAL and bool(chunk.modifiers)  # "hiking gear", but "a gear"
        return bool(colon and bare and (chunk.sense.data["stand_in"] or j > k + 1 or general))

    def _for_somebody(self, at: At) -> bool:
        """ "A bottle for an old man": whom a thing is for is not there."""
        before = at.items[at.k - 1] if at.k else None
        living = at.chunk.kind == "thing" and at.chunk.sense.data["category"] in LIVES
        return living and bool(self.draft.subjects) and before is not None and before.atom is not None and before.atom.norm == "for"

    def _event(self, chunk: Chunk) -> None:
        """Where many of a thing are, the things are shown."""
        named = next((a for a in reversed(chunk.modifiers) if a.can("thing")), None)
        if named is None:
            return
        subject = self.subjects.make(Chunk([named], head=named, sense=named.sense("thing")))
        subject.count, subject.counted, subject.plural = 5, True, True
        self.draft.note_of(subject, Effect("count", 5, subject))
        chunk.modifiers.remove(named)
        self._main(subject)
        self.last = subject
        if subject.category == "vehicle" and subject.thing == "hot_air_balloon":
            chunk.sense = Sense("setting", "meadow", {})  # up in the air over open country, not in a street

    def _topping(self) -> Pending | None:
        """ "Pancakes with blueberries and maple syrup": what the last of a list is poured on."""
        done = self.done
        return done if self.joined == "and" and done is not None and done.kind == "with" and done.owners and done.owners[0].thing in POURED_ON else None
