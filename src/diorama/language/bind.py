"""Items → draft: who has which looks, what stands where, what lights it. One walk over the items, sentence by sentence.

chunk of a thing     → a subject, or one already named ("the box")
chunk of a place     → environment        chunk of a light → lighting        no head → the subject before it
relation, link       → waits for the next chunk; before any subject it waits for that too ("On the table, a mug")
"""

from __future__ import annotations

from diorama.language.chunks import Chunk, Item
from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.free import SIDES
from diorama.language.heads import ADVERBS, LARGEST, LOCATIVE, POSTURES, SEATS, SMALLEST, THROUGH, Heads
from diorama.language.heed import own_part
from diorama.language.lexicon import Sense
from diorama.language.lights import SOURCE_OF_THING
from diorama.language.loose import Pending
from diorama.language.match import Atom
from diorama.language.surfaces import FLAT, POURED_ON, RUNNING, VESSELS, WORN

PICTURES = frozenset(("photograph", "photo", "picture", "image", "print", "shot", "campaign", "advert"))
LIVES = ("person", "animal")
PAIRS = frozenset(("both", "both of them"))
CARRYING = ("on", "in", "stacked_on")
STANDING = (*CARRYING, "hanging_from", "leaning_on")
"""What carries a thing, and what that then stands on."""


MEMBER_AT = {"left": 0, "right": -1, "centre": "middle"}
MOST_MEMBERS = 24
"""Things of one count that looks are told of one by one."""
EVENTS = frozenset(("festival", "fair", "show", "parade", "race", "market", "stall", "market stall", "rally", "regatta", "exhibition", "competition", "stand"))
"""Places where there are many of what is named before them: "a hot air balloon festival", "a flower market"."""


def share_nouns(items: list[Item]) -> None:
    """ "One red and two yellow tulips": the first looks have the noun of the second."""
    for k in range(len(items) - 2):
        first, after = items[k].chunk, items[k + 2].chunk
        if first is None or after is None or items[k + 1].kind != "conjunction" or first.head is not None or not first.atoms:
            continue
        counted = (first.count is not None or first.determiner is not None) and (after.count is not None or after.determiner is not None)
        if counted and after.kind == "thing" and all(a.can("colour", "colour_modifier", "material", "size", "pattern") for a in first.atoms) and after.modifiers:
            first.head, first.modifiers = after.head, list(first.atoms)
            first.sense = after.sense._replace(data={**after.sense.data, "plural": first.number not in (None, 1)})


def respective(items: list[Item]) -> set[int]:
    """The phrases of looks that "respectively" gives to things one by one, by identity: those just before it, else those before a colon."""
    out: set[int] = set()
    for r, item in enumerate(items):
        if item.atom is None or item.atom.norm != "respectively":
            continue
        found = _looks_before(items, r)
        if len(found) < 2:
            colon = next((k for k in range(r, -1, -1) if items[k].atom is not None and items[k].atom.text == ":"), None)
            found = _looks_before(items, colon) if colon is not None else []
        out |= set(found) if len(found) > 1 else set()
    return out


def one_each(items: list[Item]) -> None:
    """ "Two spheres: one glass, one steel": what is told of each one is its look, whatever else the words may mean."""
    for k in range(1, len(items) - 1):
        before, sign = items[k - 1].chunk, items[k].atom
        if before is None or sign is None or sign.text not in ":,—–" or not 2 <= (before.number or 0) <= MOST_MEMBERS:
            continue
        told = []
        for item in items[k + 1 : k + 3 * before.number]:
            if item.kind == "chunk" and item.chunk.count is not None and item.chunk.count.norm == "one" and item.chunk.atoms and all(a.can("colour", "material", "colour_modifier") for a in item.chunk.atoms):
                told.append(item.chunk)
            elif item.kind != "conjunction" and not (item.kind == "punct" and item.atom.text == ","):
                break
        if len(told) == before.number:
            for chunk in told:
                chunk.head, chunk.sense, chunk.modifiers = None, None, chunk.atoms


def _looks_before(items: list[Item], k: int) -> list[int]:
    found = []
    while k > 0:
        k -= 1
        item = items[k]
        if item.kind == "chunk" and item.chunk.kind in (None, "material") and item.chunk.determiner is None and item.chunk.atoms:
            found.append(id(item.chunk))
        elif item.kind != "conjunction" and not (item.kind == "punct" and item.atom.text == ","):
            break
    return found


class Binder(Heads):
    """The walk, step by step."""

    def walk(self, items: list[Item]) -> None:
        share_nouns(items)
        self.respective = respective(items)
        one_each(items)
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
        if "outside" in item.atom.norm and k + 1 < len(items) and items[k + 1].chunk is not None and items[k + 1].chunk.sense is not None and items[k + 1].chunk.sense.key == "window":
            kind = "behind"  # "a tree outside the window": one looks out
        if self.pending is not None and self.pending.kind == "lit_by":
            self.draft.note(item.atom, "lighting")
            return
        self._drop_pending()
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
        owners = self._owners(kind)
        company = self.done.owners[:1] if self.done is not None and self.done.kind == "with" else []
        if company and company[0].category in LIVES and self.last is not None and self.last.category not in LIVES and item.atom.norm.split()[0] in POSTURES:
            owners = company  # "a cat with a hat sitting on a mat"
        self.pending = Pending(kind, item.atom, owners)
        self.joined = None

    def _owners(self, kind: str) -> list[SubjectDraft]:
        if kind in ("with", "of", "made_of", "full_of", "reading", "shape_of"):
            return [self.last] if self.last is not None else []
        if self.done is not None and self.done.kind == "with" and self.last is not None and self.last not in self.group:
            owner = self.done.owners[0] if self.done.owners else None
            if owner is not None and owner.category == "food" and owner.thing in POURED_ON | FLAT:
                return list(self.group)  # "a pizza with mushrooms on a plate"
            if owner is not None and kind in ("on", "in") and owner.category in ("food", "tableware", "wear") and owner.thing not in FLAT | VESSELS:
                return [*self.group, self.last]  # "a hamburger with fries on a board": both are
            filled = owner is not None and owner.thing in VESSELS | POURED_ON
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
        if kind == "seen":
            self.pending = Pending("seen", item.atom)
            self.joined = None
            return
        after = items[k + 1].chunk if k + 1 < len(items) else None
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
        target = self._antecedent()
        within = self.done is not None and self.done.kind == "with" and self.last is target and bool(self.group)
        if self.pending is not None and self.pending.kind in LOCATIVE and within:
            target, self.pending.owners = self.group[-1], [self.last]  # "a bag with baguettes sticking out of it", "a cake with a coin under it"
        if target is None and self.pending is not None and len(self.pending.owners) > 1:
            *_, target, last = self.pending.owners  # "a sideboard, a mirror above it"
            self.pending.owners = [last]
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
        """ "An armchair with a book on the seat": the seat is the armchair's. False if it is a thing of its own."""
        part = chunk.head.sense("part")
        if part is None or not chunk.definite or chunk.kind == "thing" and self.subjects.known(chunk.sense, chunk.head) is not None:
            return False
        seat = part.key in ("seat", "arm", "back", "cushion")
        whole = next((s for s in reversed(self.draft.subjects) if s is not self.last and (own_part(s.thing, part.key) is not None or seat and s.thing in SEATS)), None)
        if whole is None:
            return False
        self.draft.note(chunk.head, "subject", Effect("noun", whole.noun, whole))
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
        tag = chunk.head.norm in (*PICTURES, "snapshot") and chunk.determiner is None and bool(chunk.modifiers) and after is not None and after.atom is not None and after.atom.text in ",:"
        return chunk.head.norm in PICTURES and tells or purpose or tag

    def _heads_list(self, chunk: Chunk, items: list[Item], k: int) -> bool:
        """ "Hiking gear: boots, a map …", "Skincare flat lay: a jar …": what is listed is the thing, not its heading."""
        j = k + 1
        while j < len(items) and items[j].kind == "free" and j < k + 3:
            j += 1
        colon = j < len(items) and items[j].atom is not None and items[j].atom.text == ":" and j + 1 < len(items) and items[j + 1].kind == "chunk"
        bare = not self.draft.subjects and chunk.determiner is None and chunk.count is None
        return bool(colon and bare and (chunk.sense.data["stand_in"] or j > k + 1))

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

    def _sized_so(self, atom: Atom) -> None:
        """ "A red apple and a green one half its size": measured by the thing told of before."""
        owner, factor = self.last, atom.sense("link").data["factor"]
        if owner is None:
            self.draft.note(atom, "subject", status="no_effect")
            self.standalone.idle.setdefault("loose", []).append(atom)
            return
        other = next((s for s in reversed(self.draft.subjects) if s is not owner and s.thing == owner.thing), owner)  # alone, by its usual size
        owner.size["scale"] = round(min(max(factor * other.size.get("scale", 1.0), SMALLEST), LARGEST), 3)
        self.draft.note(atom, "subject", Effect("size.scale", owner.size["scale"], owner))

    def _topping(self) -> Pending | None:
        """ "Pancakes with blueberries and maple syrup": what the last of a list is poured on."""
        done = self.done
        return done if self.joined == "and" and done is not None and done.kind == "with" and done.owners and done.owners[0].thing in POURED_ON else None

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

    def _antecedent(self) -> SubjectDraft | None:
        """What "it" means: the main subject of the sentence before, else the last one named that is not itself what is being placed."""
        owners = self.pending.owners if self.pending else []
        for candidate in [*reversed(self.previous), *reversed(self.group), *reversed(self.draft.subjects)]:
            if candidate not in owners:
                return candidate
        return None

    def _quote(self, item: Item, items: list[Item], k: int) -> None:
        after = items[k + 1].chunk if k + 1 < len(items) else None
        if self.pending is None and after is not None and after.kind == "thing" and after.determiner is None and after.count is None:
            self.quote = item.atom
            return
        owner = self.pending.owners[0] if self.pending and self.pending.kind == "reading" and self.pending.owners else self.last
        self.subjects.label(owner, item.atom, self.pending.atom if self.pending and self.pending.kind in ("reading", "with") else None)
        if self.pending and self.pending.kind in ("reading", "with", "made_of"):
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

    def _chunk(self, item: Item, items: list[Item], k: int) -> None:
        chunk = item.chunk
        pending, self.pending = self.pending, None
        if id(chunk) in self.respective:
            self.waiting.append(chunk)
            self.done = None
            if pending is not None:
                self.draft.note(pending.atom, "subject")
            return
        if chunk.count is not None and chunk.count.norm == "one" and not chunk.atoms and k + 1 < len(items) and items[k + 1].kind == "link" and items[k + 1].atom.sense("link").key == "is":
            self._member(Atom(chunk.start, chunk.end, chunk.count.text, "one", (Sense("member", "member", {"at": 0}),)))
            return  # "three keys, one is brass"
        if chunk.kind in ("setting", "feature") and pending is None and self._through_window(items, k):
            self.places.see_out()
            pending = Pending("view", chunk.head)
        if chunk.proform is not None:
            self._one(chunk)
        if self._of_picture(chunk, items, k) or chunk.kind == "thing" and self._heads_list(chunk, items, k):
            self.pending = None
            for atom in chunk.atoms:
                if atom is not chunk.head and atom.can("setting", "time", "weather", "season"):
                    self.standalone.leftover(atom, None)  # "street snapshot"
                else:
                    self.draft.note(atom, "none", status="no_effect")
            return
        if chunk.kind == "setting" and chunk.head.norm in EVENTS:
            self._event(chunk)
        if chunk.kind == "thing" and pending is not None and pending.atom.norm in ("in", "inside", "within", "inside of", "on"):
            self.places.enter(chunk, "on" if pending.atom.norm == "on" else "in")
        if pending is not None and pending.kind == "style_of":
            self.standalone.manner(chunk, pending.atom)
            self.pending = pending
            return
        if (
            pending is not None
            and pending.kind == "made_of"
            and pending.owners
            and any(a.can("material") for a in chunk.atoms)
            and chunk.kind != "thing"
        ):
            self._made_of(chunk, pending)
            return
        if (
            chunk.definite
            and chunk.kind == "thing"
            and chunk.count is None
            and chunk.head.can("feature")
            and chunk.sense.data.get("plural")
            and not self.subjects.known(chunk.sense, chunk.head)
        ):
            chunk.sense = chunk.head.sense("feature")  # "fog between the trees"
        if chunk.kind == "thing" and chunk.head.norm == "stars" and chunk.head.can("feature") and chunk.count is None and not any(a.can("colour", "material") for a in chunk.modifiers):
            chunk.sense = chunk.head.sense("feature")  # "a cabin at night, stars": those of the sky
        limb = chunk.kind == "thing" and chunk.sense.data["category"] == "person" and chunk.head.can("part")
        if limb and self.last is not None and not any(s.category in LIVES for s in self.draft.subjects):
            chunk.sense = chunk.head.sense("part")  # "a chair with three legs, one leg broken"
        if self._by_side(chunk, items, k):
            return
        self._elsewhere(chunk, items, k)
        whole = pending or (self.done if self.joined else None)
        if whole is not None and whole.kind == "with" and whole.owners and chunk.head is not None and chunk.head.can("part"):
            if not (chunk.sense.kind == "thing" and chunk.sense.key in WORN and whole.owners[0].category in ("person", "animal")):
                chunk.sense = chunk.head.sense("part")  # the cap of a bottle, not of a child
                pending = pending or whole
        whole = pending or (self.done if self.joined else None)
        stuck = len(chunk.atoms) > 1 and chunk.head is chunk.atoms[-2] and chunk.head.can("colour") and chunk.atoms[-1].can("part")
        if stuck and whole is not None and whole.kind == "with" and whole.owners and own_part(whole.owners[0].thing, chunk.atoms[-1].sense("part").key) is not None:
            chunk.head, chunk.modifiers = chunk.atoms[-1], chunk.atoms[:-1]  # "with two mustard cushions": a colour of cushions, not a jar
            chunk.sense, pending = chunk.head.sense("part"), pending or whole
        if self.contents.studs(pending, chunk):
            self.joined = None
            return
        if self.contents.pours(pending or self._topping(), chunk):
            self.joined = None
            return
        if not self.negative and self.contents.flows(pending, chunk, items[k + 1 : k + 3]):
            self.joined = None
            return
        if chunk.piling is not None and not chunk.atoms and chunk.definite and pending is not None and pending.kind in LOCATIVE:
            pile = next((s for s in reversed(self.draft.subjects) if "stacked" in s.states and s is not self.last), None)
            if pile is not None:  # "… on top of the stack"
                self.draft.note(chunk.piling, "subject", Effect("noun", pile.noun, pile))
                self._relate(pending, pile, pending.atom)
                return
        sliced = chunk.piling is not None or pending is not None and pending.kind in ("of", "full_of")
        eaten = pending is not None and pending.kind == "with" and chunk.atoms and chunk.atoms[-1].can("thing") and chunk.atoms[-1].sense("thing").data["category"] == "food"
        if chunk.head is None and (sliced or eaten) and chunk.atoms and chunk.atoms[-1].can("thing"):
            chunk.head, chunk.sense = chunk.atoms[-1], chunk.atoms[-1].sense("thing")
            chunk.modifiers = chunk.atoms[:-1]
        if chunk.kind in ("thing", "part") and pending is not None and pending.kind in CARRYING and self._on_part(chunk, pending):
            self.joined = None
            return
        if self.negative or pending is not None and pending.kind == "without":
            self._refused(chunk, pending)
        elif chunk.kind == "thing":
            self._thing(chunk, pending, items, k)
        elif chunk.kind in ("light_head", "light_source"):
            self._light(chunk, pending)
        elif chunk.kind in ("setting", "feature", "backdrop", "place", "weather", "time", "season"):
            self._place(chunk, pending)
        elif chunk.kind == "part":
            self._part(chunk, pending)
        elif chunk.kind == "unknown":
            self._unknown(chunk, pending)
        else:
            self._headless(chunk, pending)
        self.joined = None
