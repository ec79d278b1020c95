"""Items → draft: who has which looks, what stands where, what lights it. One walk over the items, sentence by sentence.

chunk of a thing     → a subject, or one already named ("the box")
chunk of a place     → environment        chunk of a light → lighting        no head → the subject before it
relation, link       → waits for the next chunk; before any subject it waits for that too ("On the table, a mug")
"""

from __future__ import annotations

from diorama.language import fitting
from diorama.language.chunks import Item
from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.heads import ADVERBS
from diorama.language.lights import SOURCE_OF_THING
from diorama.language.loose import Pending
from diorama.language.match import Atom
from diorama.language.measures import scaled_to
from diorama.language.naming import CARRYING, LIVES, Naming
from diorama.language.postures import state_of
from diorama.language.relating import LOCATIVE
from diorama.language.shared_looks import MOST_MEMBERS, respective, share_looks, share_nouns
from diorama.language.surfaces import FLAT, POURED_ON, RUNNING, VESSELS

WRITTEN = ("reading", "depicting")
"""Links that a quotation may follow: "printed with "OPEN""."""
PAIRS = frozenset(("both", "both of them"))
OVERGROWN = frozenset(("covered with", "covered in", "covered by", "overgrown with", "draped with", "draped in", "overgrown by"))
"""What is told of a wall so, hangs on it."""
ITS_SIDES = frozenset(("to its left", "on its left", "to its right", "on its right"))
STANDING = (*CARRYING, "hanging_from", "leaning_on")
"""What carries a thing, and what that then stands on."""


class Binder(Naming):
    """The walk, step by step."""

    def walk(self, items: list[Item]) -> None:
        share_nouns(items)
        share_looks(items)
        self.respective = respective(items)
        for k, item in enumerate(items):
            if item.kind != "chunk" or item.chunk.head is not None:
                if not (item.kind == "conjunction" or item.kind == "punct" and item.atom.text in ",&/"):
                    self._settle_bare()
            getattr(self, "_" + item.kind)(item, items, k)
        self._settle_bare()
        self._drop_pending()
        for atom in self.early:
            self.standalone.leftover(atom, None)

    # ── steps ──

    def _punct(self, item: Item, items: list[Item], k: int) -> None:
        text = item.atom.text
        if text in ",&/":
            self.joined = ","
            if self.pending is not None and not self._goes_on(items, k):
                self._drop_pending()
        elif text in ".;!?\n:—–()" and not (text == ":" and self.pending is not None and self.pending.kind == "reading"):
            self._drop_pending()
            self.joined, self.done = None, None
            self.lights.close()
            if text in ".;!?\n":
                self.negative = self.negative and text != "\n"  # a negative prompt goes to the end of its line
                if self.group:
                    self.previous = list(self.group)
                self.group = []
                self.fronted = []

    @staticmethod
    def _goes_on(items: list[Item], k: int) -> bool:
        return k > 0 and items[k - 1].kind in ("relation", "link") and k + 1 < len(items) and items[k + 1].kind == "quote"

    def _conjunction(self, item: Item, items: list[Item], k: int) -> None:
        if self.pending is not None and k and items[k - 1].atom is self.pending.atom and self.pending.atom.norm in ADVERBS:
            self._drop_pending()  # "pancakes with butter on top and a fork"
        self.joined = "and"

    def _function(self, item: Item, items: list[Item], k: int) -> None:
        self.each = item.atom is not None and item.atom.can("determiner") and item.atom.sense("determiner").key == "each"

    def _relation(self, item: Item, items: list[Item], k: int) -> None:
        kind = item.atom.sense("relation").key
        if self.contents.running is not None and item.atom.norm in RUNNING:
            self.draft.note(item.atom, "subject", status="no_effect")  # "coffee pouring from a pot"
            return
        if self.contents.running is not None and item.atom.norm in ("over", "across"):
            self.draft.note(item.atom, "subject", status="no_effect")  # "bread, flour dusted over the table": the bread is not over it
            self._drop_pending()
            return
        after = items[k + 1].chunk if k + 1 < len(items) else None
        if "outside" in item.atom.norm and after is not None and after.sense is not None and after.sense.key == "window":
            kind = "behind"  # "a tree outside the window": one looks out
        if self.pending is not None and self.pending.kind == "lit_by":
            self.draft.note(item.atom, "lighting")
            return
        self._drop_pending()
        if self._place_is_there(item.atom, items, k):
            return
        if self.lights.current is not None and self.lights.stands(kind, item.atom, items, k):
            self.pending = Pending("light", item.atom)
            return
        if self.lights.wants(item.atom, items, k):
            return
        if self.place_told and "window" not in item.atom.norm and k and items[k - 1].kind != "punct" and kind in LOCATIVE and not (k + 1 < len(items) and items[k + 1].kind == "pronoun"):
            self.pending = Pending(kind, item.atom, loose=True)  # "waves crashing against the rocks": no thing is against them
            return
        if kind == "on" and k and items[k - 1].atom is not None and "focus" in items[k - 1].atom.norm:
            self.pending = Pending("focus", item.atom)
            return
        if kind == "holding" and self.last is not None and self.last.thing in VESSELS | FLAT:
            kind = "with"  # "a basket holding oranges": not with hands
        if item.atom.norm in ITS_SIDES and self._fronts_its_side(item, items, k):
            return
        after = items[k + 1] if k + 1 < len(items) else None
        doing = item.atom.norm.split()[0].endswith(("ing", "ed")) and not (after is not None and after.kind == "pronoun")
        owners = self._owners(kind, of_whole=doing and kind in STANDING)
        company = self.done.owners[:1] if self.done is not None and self.done.kind == "with" else []
        if (piece := self._kept_in(kind, after)) is not None:
            owners = [piece]
        if company and company[0].category in LIVES and self.last is not None and self.last.category not in LIVES and state_of(item.atom.norm.split()[0]) is not None:
            owners = company  # "a cat with a hat sitting on a mat"
        self.pending = Pending(kind, item.atom, owners)
        self.joined = None

    def _fronts_its_side(self, item: Item, items: list[Item], k: int) -> bool:
        """ "A lamp stands beside a sofa; to its right, an armchair": what follows is there."""
        follows = next((i for i in items[k + 1 : k + 3] if i.kind in ("chunk", "conjunction")), None)
        if follows is None or follows.kind != "chunk" or not self._opens_clause(items, k, item.atom):
            return False
        self.pending = Pending(item.atom.sense("relation").key, item.atom)
        told = next((r for r in reversed(self.draft.relations) if r.kind in ("left_of", "right_of")), None)
        before = told is not None and told.kind != self.pending.kind and told is self.draft.relations[-1]
        other = told.objects[0] if told is not None and before else None
        target = other if isinstance(other, SubjectDraft) else self._antecedent(one=True, placed=self._placed(items, k))
        pending, self.pending = self.pending, None
        if target is not None:
            self.fronted = [f for f in self.fronted if f[0] not in ("left_of", "right_of")]
            self._front(pending, target)
            self.draft.note(item.atom, "subject")
        return target is not None

    def _kept_in(self, kind: str, after: Item | None) -> SubjectDraft | None:
        """ "Shelves of vegetables in jars": in the jars is what the shelves bear."""
        held = self.done is not None and self.done.kind in ("of", "full_of") and bool(self.done.owners) and self.done.owners[0].category == "furniture"
        vessel = after is not None and after.chunk is not None and after.chunk.kind == "thing" and after.chunk.sense.key in VESSELS
        return self.last if held and vessel and kind == "in" and self.last not in self.group else None

    def _place_is_there(self, atom: Atom, items: list[Item], k: int) -> bool:
        """ "A cup on a table, a rainy window behind": the adverb tells where the window is, and stands no thing behind another."""
        before, after = items[k - 1].chunk if k else None, items[k + 1] if k + 1 < len(items) else None
        if before is None or before.kind != "feature" or atom.norm not in ADVERBS or after is not None and after.kind not in ("punct", "conjunction"):
            return False
        self.draft.note(atom, "environment", Effect("environment.features", before.sense.key))
        return True

    def _owners(self, kind: str, *, of_whole: bool = False) -> list[SubjectDraft]:
        if kind in ("with", "of", "made_of", "full_of", "reading", "shape_of"):
            return [self.last] if self.last is not None else []
        if self.done is not None and self.done.kind == "with" and self.last is not None and self.last not in self.group:
            owner = self.done.owners[0] if self.done.owners else None
            if owner is not None and owner.category == "food" and owner.thing in POURED_ON | FLAT:
                return list(self.group)  # "a pizza with mushrooms on a plate"
            if owner is not None and kind in ("on", "in") and owner.category in ("food", "tableware", "wear") and owner.thing not in FLAT | VESSELS:
                return [*self.group, self.last]  # "a hamburger with fries on a board": both are
            filled = owner is not None and (owner.thing in VESSELS | POURED_ON or of_whole and self.last.length < owner.length)
            if owner is not None and owner.category == "furniture" and kind in STANDING and self.last.category != "furniture":
                return [self.last]  # "a table with a loaf on a board": the loaf is on the board
            return list(self.group) if filled else [self.last]  # "a vase with tulips beside the mug": the vase is
        if self.done is not None and self.done.owners and self.done.kind in (*CARRYING, "facing") and kind in STANDING and self.last is not None and self.last not in self.group:
            return [self.last]  # "a cactus in a pot on a pile of books", "a cup on a saucer on a tray": the pot is, the saucer is
        if self.done is not None and self.done.owners and self.done.kind in LOCATIVE and self.last is not None and self.last not in self.group:
            return self.done.owners
        return list(self.group)

    def _link(self, item: Item, items: list[Item], k: int) -> None:
        kind = item.atom.sense("link").key
        if kind == "is":
            if self.lights.current is not None:
                self.lights.current.open = True  # "the key light is a softbox" is one light
            self.part_said = self.last_part  # "the mug's handle is gold"
            self.place_is = self.place_told
            return
        if kind == "sized_so":
            self._sized_so(item.atom)
            return
        if kind == "lights":
            source = self.last
            if source is not None and source.thing in SOURCE_OF_THING:
                self.lights.by_subject(source, item.atom)
            else:
                self.draft.note(item.atom, "none", status="no_effect")
            self.joined = "and"  # "a lamp illuminating a book on a desk": both are on it
            return
        if kind == "sized":
            self._drop_pending()
            self.pending = Pending(kind, item.atom, list(self.group[-1:]))
            return
        if kind == "view":
            self._drop_pending()
            self.pending = Pending(kind, item.atom)
            self.joined = None
            return
        if kind == "without":
            self.pending = Pending("without", item.atom, [self.last] if self.last else [])
            return
        if kind == "depicting":
            self.pending = Pending(kind, item.atom, self._owners("with"))
            return
        if kind == "seen":
            self.pending = Pending("seen", item.atom)
            self.joined = None
            return
        after = items[k + 1].chunk if k + 1 < len(items) else None
        if self.at_wall and self.placed and item.atom.norm in OVERGROWN and after is not None and after.kind == "thing":
            self._drop_pending()
            self.draft.note(item.atom, "environment")
            self.fronted = [("on", "wall", item.atom)]  # "in front of a wall covered with ivy": the wall is
            return
        if kind == "style_of" and item.atom.norm == "style of" and after is not None and (after.determiner or after.count):
            self._drop_pending()
            self.draft.note(item.atom, "none", status="no_effect")  # "a photo in 1950s style of a Chevrolet": the car is shown
            return
        if self.pending is not None and kind == "of" and self.pending.kind in LOCATIVE:
            return
        if self.pending is not None and kind == self.pending.kind == "reading":
            self.draft.note(self.pending.atom, "subject")  # "with a label | that says"
        self._drop_pending()
        several = [s for s in self.group if s.count > 1 or s.plural] if self.each else []
        self.pending = Pending(kind, item.atom, [] if kind == "style_of" else several or self._owners(kind))
        self.joined = None

    def _pronoun(self, item: Item, items: list[Item], k: int) -> None:
        if item.atom.norm in PAIRS and (two := self._both()):
            return self._of_both(item.atom, two)
        if item.atom.norm == "which" and self.pending is not None and self.pending.owners:  # "a table, on which a mug stands"
            self._front(Pending(self.pending.kind, self.pending.atom), self.pending.owners[-1])
            self.draft.note(self.pending.atom, "subject")
            self.joined, self.pending = None, None
            return self._said(item.atom)
        if self.pending is not None and self.pending.owners and self._fronts(items, k):
            self.pending.owners = []  # "…, and beside it a mug": what follows is there
        target = self._antecedent(one=item.atom.norm in ("it", "which"), placed=self._placed(items, k))
        if self.awaiting and self.pending is not None and self.pending.kind in LOCATIVE and isinstance(target, SubjectDraft) and target in self.previous:
            return self._all_there(self.pending, target, item.atom)
        company = self.done is not None and self.done.kind == "with" and bool(self.group)
        owners = self.pending.owners if self.pending is not None else []
        within = company and (self.last is target or self.last not in self.group and owners in ([self.last], self.group))
        if self.pending is not None and self.pending.kind in LOCATIVE and within:
            # "a bag with baguettes sticking out of it", "a cake with a coin under it", "a train around a tree with presents under it"
            target, self.pending.owners = self._beside(self.pending.kind), list(dict.fromkeys([*self.awaiting, self.last]))
            self.awaiting = []
            after = items[k + 1] if k + 1 < len(items) else None
            if isinstance(target, SubjectDraft) and (after is None or after.kind == "punct"):  # "a bowl with an apple in it, on a table": the bowl is
                self._relate(self.pending, target, item.atom)
                self.last, self.done, self.pending = target, None, None
                return self._said(item.atom)
        if target not in self.previous and self.pending is not None and len(self.pending.owners) > 1:
            target, self.pending.owners = self._first_of(self.pending)  # "a sideboard, a mirror above it", "a table, a cup and a spoon on it"
        if target is None and self.pending is not None and len(self.pending.owners) == 1 and self._opens_clause(items, k - 1, self.pending.atom):
            target, self.pending.owners = self.pending.owners[0], []  # "a wooden table, on it a red apple"
        if self.pending is not None and target is not None and not self.pending.owners and self.pending.kind in LOCATIVE:
            self._front(self.pending, target)
            self.draft.note(self.pending.atom, "subject")
            self.pending = None
        elif self.pending is not None and target is not None:
            self._relate(self.pending, target, item.atom)
            self.done, self.pending = self.pending, None
        elif target is not None:
            self.group, self.last = list(self.previous) or [target], target
        self.draft.note(item.atom, "subject")
        if target is None:
            self.draft.note(item.atom, "none", status="no_effect")


    def _all_there(self, pending: Pending, target: SubjectDraft, atom: Atom) -> None:
        """ "A bowl with a fork and a napkin in it": both; what comes next is told of the bowl."""
        pending.owners = list(dict.fromkeys([*self.awaiting, *pending.owners]))
        self._relate(pending, target, atom)
        self.group, self.previous, self.last = [target], [], target
        self.awaiting, self.done, self.pending = [], None, None
        self._said(atom)

    def _said(self, atom: Atom) -> None:
        self.draft.note(atom, "subject")

    def _first_of(self, pending: Pending) -> tuple[SubjectDraft, list[SubjectDraft]]:
        """Of a list that a place is told of by "it": what "it" is, the likeliest of those before the last; and those after that, which are there."""
        *before, last = pending.owners
        ranked = [(o, 1.0 if self.joins.get(id(last)) != "and" or k else 0.8) for k, o in enumerate(reversed(before))]
        found = fitting.likeliest(ranked, lambda o: fitting.fit(pending.kind, fitting.of(last), fitting.of(o)))
        target = found[0] if found is not None else before[-1]
        there = pending.owners[pending.owners.index(target) + 1 :]
        return target, [o for o in there if o in self.joined_by_and()] or [last]

    def _beside(self, kind: str) -> SubjectDraft | str:
        """What the last thing is with: that which is named before it, or the table that this is on ("a mug on a table with a lamp on it")."""
        assert self.done is not None
        whole = (self.done.owners or self.group)[-1]
        laid = any(
            r.kind == "on" and r.objects == ["ground"] and whole in r.subjects and r.atom is not None and whole.at[1] <= r.atom.start < self.done.atom.start
            for r in self.draft.relations
        )
        return "ground" if laid and kind == "on" else whole

    def _sized_so(self, atom: Atom) -> None:
        """ "A red apple and a green one half its size": measured by the thing told of before."""
        owner, factor = self.last, atom.sense("link").data["factor"]
        if owner is None:
            self.draft.note(atom, "subject", status="no_effect")
            self.standalone.idle.setdefault("loose", []).append(atom)
            return
        other = next((s for s in reversed(self.draft.subjects) if s is not owner and s.thing == owner.thing), owner)  # alone, by its usual size
        owner.size["scale"] = scaled_to(owner, factor * other.size.get("scale", 1.0) * owner.length)
        self.draft.note(atom, "subject", Effect("size.scale", owner.size["scale"], owner))


    def _both(self) -> list[SubjectDraft]:
        """The last two things told of that are no part of what is being placed; none if there are no two."""
        owners = self.pending.owners if self.pending else []
        two = [s for s in self.draft.subjects if s not in owners][-2:]
        return two if len(two) == 2 else []

    def _of_both(self, atom: Atom, two: list[SubjectDraft]) -> None:
        """ "… to the right of both", "both wearing red scarves"."""
        self.draft.note(atom, "subject")
        pending, self.pending = self.pending, None
        if pending is None or not pending.owners:
            self.group, self.last, self.done = two, two[-1], None
            self.joins[id(two[1])] = "and"
            return
        self._relate(pending, two[0], atom)
        made = self.draft.relations[-1] if self.draft.relations else None
        if made is not None and made.atom is pending.atom and pending.kind not in CARRYING:
            made.objects.append(two[1])
        self.done = pending

    def _antecedent(self, *, one: bool = False, placed: fitting.Sized | None = None) -> SubjectDraft | None:
        """What "it" means: the main subject of the sentence before, else the last one named that is not itself what is being placed; and what that fits.

        `one`: several are meant only where nothing else was named ("three pears in a bowl, a knife beside it")."""
        owners = self.pending.owners if self.pending else []
        single = [s for s in self.draft.subjects if s not in owners and s.count == 1 and not s.plural]
        ranked = [c for c in [*reversed(self.previous), *reversed(self.group), *reversed(self.draft.subjects)] if c not in owners]
        if one and ranked and (ranked[0].count > 1 or ranked[0].plural) and single:
            return single[-1]
        if not one or self.pending is None or self.pending.kind not in LOCATIVE or placed is None:
            return ranked[0] if ranked else None
        kind = self.pending.kind
        weighed = [(c, 1.0 if k == 0 else 0.6) for k, c in enumerate(dict.fromkeys(ranked)) if c.category != "person"]
        found = fitting.likeliest(weighed, lambda c: fitting.fit(kind, placed, fitting.of(c)))
        return found[0] if found is not None else None

    def _fronts(self, items: list[Item], k: int) -> bool:
        """True for a place by a pronoun at the head of a clause, after which what is there is named."""
        begins = self.pending is not None and k > 1 and items[k - 1].atom is self.pending.atom and items[k - 2].kind == "conjunction"
        after = next((i.chunk for i in items[k + 1 : k + 3] if i.chunk is not None and i.chunk.kind is not None), None)
        return begins and after is not None and after.kind == "thing" and after.indefinite

    def _placed(self, items: list[Item], k: int) -> fitting.Sized | None:
        """What is told to be where a pronoun is: what the place is of, or what follows a place told first."""
        owners = self.pending.owners if self.pending else []
        if owners:
            return fitting.of(owners[-1])
        after = next((i.chunk for i in items[k + 1 : k + 4] if i.kind == "chunk" and i.chunk is not None and i.chunk.kind == "thing"), None)
        return fitting.of_word(after.head) if after is not None else None

    def _quote(self, item: Item, items: list[Item], k: int) -> None:
        after = items[k + 1].chunk if k + 1 < len(items) else None
        if self.pending is None and after is not None and after.kind == "thing" and after.determiner is None and after.count is None:
            self.quote = item.atom
            return
        owner = self.pending.owners[0] if self.pending and self.pending.kind in WRITTEN and self.pending.owners else self.last
        self.subjects.label(owner, item.atom, self.pending.atom if self.pending and self.pending.kind in (*WRITTEN, "with") else None)
        if self.pending and self.pending.kind in (*WRITTEN, "with", "made_of"):
            self.pending = None

    def _free(self, item: Item, items: list[Item], k: int) -> None:
        if item is self.said_of_member:
            return None
        if item.atom.can("member"):
            return self._member(item.atom)
        if item.atom.norm == "respectively":
            return self._respectively()
        self.standalone.take(item.atom, items, k)

    def _member(self, atom: Atom) -> None:
        """ "The second from left is green", "the others are clear": of the last things that are several."""
        owner = next((s for s in reversed(self.draft.subjects) if s.counted and 1 < s.count <= MOST_MEMBERS), None)
        data = atom.sense("member").data
        if owner is None or not -owner.count <= data["at"] < owner.count:
            self.draft.note(atom, "none", status="no_effect")
            return
        owner.split = owner.split or [SurfaceDraft() for _ in range(owner.count)]
        at = data["at"] if data["at"] >= 0 else owner.count + data["at"]
        at = owner.count // 2 if data.get("middle") else at
        told = [k for k, look in enumerate(owner.split) if not look.build().is_plain]
        self.member = (owner, [k for k in range(owner.count) if k not in told] if data.get("rest") else [at])
        self.draft.note(atom, "subject", Effect("noun", owner.noun, owner))

    def _respectively(self) -> None:
        """ "a kettle and a spoon in steel and oak respectively": the first look to the first thing, the next to the next."""
        waiting, self.waiting = self.waiting, []
        for k, chunk in enumerate(waiting):
            self.wardrobe_all([self.group[k]] if len(waiting) == len(self.group) else self.group, chunk)

    def joined_by_and(self) -> list[SubjectDraft]:
        """The last main subjects, back to where a comma or nothing parts them from those before."""
        out: list[SubjectDraft] = []
        for subject in reversed(self.group):
            out.append(subject)
            if self.joins.get(id(subject)) != "and":
                break
        return out[::-1]

