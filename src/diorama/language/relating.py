"""Where one thing is told to be by another: whose relation it is, of those told before, and what the words make of it."""

from __future__ import annotations

from diorama.language import fitting
from diorama.language.chunks import Item
from diorama.language.draft import Effect, SubjectDraft
from diorama.language.flanks import FLANKING
from diorama.language.loose import Loose, Pending
from diorama.language.match import Atom
from diorama.language.postures import state_of
from diorama.language.subjects import PAIRED
from diorama.language.surfaces import VESSELS, WORN
from diorama.scene.relation import SIDES
from diorama_catalogue import Tag, tagged, thing

LOCATIVE = frozenset((
    "on", "in", "under", "above", "beside", "left_of", "right_of", "behind", "in_front_of", "between", "around", "against", "leaning_on",
    "hanging_from", "stacked_on", "near", "facing", "covering", "holding", "wearing", "riding", FLANKING,
))  # fmt: skip
PARTICIPLES = frozenset(("leaning_on", "hanging_from", "facing", "holding", "wearing", "riding"))
"""Relations that, after a list with commas alone, are told of its last thing: "red lanterns, a bicycle leaning against the wall"."""
DISHES = tagged(Tag.DISH)
ASHORE = frozenset(("plant", "building", "furniture", "person", "street", "wear"))
"""Categories that stand beside water rather than on it."""
RELATIONS = LOCATIVE | {"with"}
AMID = frozenset(("surrounded by", "among", "amongst", "amid", "amidst"))


class Relating(Loose):
    """What the walk makes of a place that is told by another thing."""

    def _relate(self, pending: Pending, target: SubjectDraft | str, atom: Atom) -> None:
        if pending.kind not in RELATIONS:
            return
        owners = [o for o in pending.owners if o is not target]
        owners = self._nearest(pending, target, owners)
        worn = isinstance(target, SubjectDraft) and target.thing in WORN and any(o.category in ("person", "animal") for o in owners)
        if pending.kind == "in" and worn:
            pending.kind = "wearing"  # "a man in a blue suit"
        along = pending.atom.norm == "along" and all(Tag.AFLOAT not in thing(o.thing).tags for o in owners)  # "bicycles along a canal"
        if target == "water" and owners and (along or all(o.category in ASHORE for o in owners)):
            target = "ground"
        if isinstance(target, SubjectDraft) and pending.owners:
            target.object_only = target.object_only or target.at[0] >= pending.atom.start
        if isinstance(target, str) and target in SIDES and len(owners) > 1:  # "a teapot behind, and a sprig in the foreground"
            told = {id(s) for r in self.draft.relations if r.kind in ("behind", "in_front_of", "beside", "under", "above") for s in r.subjects}
            owners = [o for o in owners if id(o) not in told] or owners
        if isinstance(target, SubjectDraft) and pending.kind in ("in", "on") and len(owners) > 1:  # "a candle in the middle and roses in vases"
            aside = {id(s) for r in self.draft.relations if r.kind == "near" and r.objects[0] in SIDES for s in r.subjects}
            owners = [o for o in owners if id(o) not in aside] or owners
        if not owners:
            if isinstance(target, str) and not pending.owners:
                self.draft.note(pending.atom, "environment")
                self.fronted.append((pending.kind, target, pending.atom))
            return
        if target == "ground" and pending.kind in ("above", "under") and any(r.kind == "on" and r.objects == ["ground"] and r.subjects == owners for r in self.draft.relations):
            self.draft.note(pending.atom, "environment")  # "a lighthouse on a cliff above the sea": so is the cliff
            return
        known = self.draft.relations[-1] if self.draft.relations else None
        if known is not None and known.atom is pending.atom and known.kind == "between":
            known.objects.append(target)
            return
        if pending.atom.norm in AMID and isinstance(target, SubjectDraft) and len(owners) == 1:
            made = self.draft.relate([target], "around", owners, pending.atom)  # "a bottle surrounded by petals"
            self.draft.note(pending.atom, "subject", Effect("relations", made))
            return
        if pending.kind == "wearing" and isinstance(target, SubjectDraft) and target.plural and not target.counted and target.thing not in PAIRED and sum(o.count for o in owners) > 1:
            target.count, target.counted = sum(o.count for o in owners), True  # "both wearing red scarves": one each
        if pending.kind in ("in", "on") and isinstance(target, SubjectDraft):
            self._set_down(owners, target)
            self._served_on(owners, target)
        made = self.draft.relate(owners, pending.kind, [target], pending.atom)
        self.draft.note(pending.atom, "subject", Effect("relations", made), *self._posture(owners, pending.atom))

    def _served_on(self, owners: list[SubjectDraft], target: SubjectDraft) -> None:
        """ "A cake on a glass stand": a cake stand."""
        if target.noun.split()[-1] == "stand" and target.thing == "tray" and all(o.category == "food" for o in owners):
            target.noun = "cake stand"
            self.contents.becomes(target, "cake_stand", 0.28)
            self.draft.diagnostics = [d for d in self.draft.diagnostics if not (d.code == "stand-in" and d.span == target.at)]
            self.draft.note_as_applied(target)

    def _set_down(self, owners: list[SubjectDraft], target: SubjectDraft) -> None:
        """ "On a shelf, two apples in a bowl": on the shelf is the bowl."""
        told_before = [f[2] for f in self.fronted if f[0] in ("on", "in")]
        for known in self.draft.relations:
            if known.kind in ("on", "in") and known.subjects == owners and known.atom in told_before and target not in known.objects:
                known.subjects = [target]

    def _front(self, pending: Pending, target: SubjectDraft | str) -> None:
        """A place told before what is there. A second one of its clause takes the first's place: "on the left a cup, on the right a jug"."""
        self.fronted = [f for f in self.fronted if f[0] != pending.kind or f[2].end + 2 >= pending.atom.start]
        self.fronted.append((pending.kind, target, pending.atom))

    @staticmethod
    def _opens_clause(items: list[Item], k: int, atom: Atom) -> bool:
        """True if the item at k has nothing before it in its clause, and no end of one after it."""
        while k >= 0 and items[k].atom is not atom:
            k -= 1
        before = items[k - 1] if k > 0 else None
        return before is None or before.kind in ("punct", "conjunction") or before.atom is not None and before.atom.can("function")

    def _nearest(self, pending: Pending, target: SubjectDraft | str, owners: list[SubjectDraft]) -> list[SubjectDraft]:
        """Of a list with commas alone, some relations are told of its last thing; and nothing rests on what is much smaller."""
        vessel = isinstance(target, SubjectDraft) and (pending.kind == "in" and target.thing in VESSELS or pending.kind == "on" and target.thing in DISHES)
        if len(owners) > 1 and pending.owners == self.group and (vessel or pending.kind in PARTICIPLES) and self.joins.get(id(owners[-1])) != "and":
            return owners[-1:]
        if len(owners) > 1 and isinstance(target, SubjectDraft) and target.noun.endswith(" stand") and owners[-1].category != "food":
            return owners[-1:]  # "a keyboard, a mouse and headphones on a stand"
        if isinstance(target, SubjectDraft) and pending.kind in ("on", "in", "stacked_on") and len(owners) > 1:
            if self.joins.get(id(owners[-1])) != "and" and owners[-1].category != "furniture":
                owners = [o for o in owners if o.category != "furniture"]  # "oak cabinets, a kettle on the stove"
            return [o for o in owners if o.length <= 2 * target.length] or owners
        beside = self.done is not None and self.done.kind in ("beside", "near", "left_of", "right_of") and owners == self.done.owners
        last = self.last if beside and self.last is not target and self.last not in owners else None
        if last is not None and isinstance(target, SubjectDraft) and pending.kind in ("in_front_of", "behind", "on") and target.length > 2 * last.length:
            return [*owners, last]  # "a crate beside a bicycle in front of a house": both are before it
        return owners

    @staticmethod
    def _posture(owners: list[SubjectDraft], atom: Atom) -> list[Effect]:
        """ "sitting on", "lying under": how people and animals are there, besides where."""
        state = state_of(atom.norm.split()[0])
        living = [o for o in owners if state and (o.category in ("person", "animal") or state == "lying" and o.category not in ("food", "paper"))]
        for owner in living:
            owner.states.append(state)
        return [Effect("states", state, owner) for owner in living]

    def _thereto(self, pending: Pending) -> bool:
        """ "A glass cube with a red sphere inside", "a bookshelf and a small plant on top": there is where the thing told before it is. False if there is none."""
        company = self.done.owners if self.done is not None and self.done.kind == "with" else []
        before = self.previous if self.last is not None and self.joins.get(id(self.last)) else []
        placed = self._listed_last(pending.kind)
        near = list(dict.fromkeys(s for s in [*self._stacked(pending.kind), *company, *reversed(self.group), *reversed(before)] if s not in placed))
        if pending.kind == FLANKING and near:
            near = [max((s for s in self.draft.subjects if s not in placed), key=lambda s: s.length)]
        one = fitting.of(self.last) if self.last is not None else None
        ranked = [(s, max(0.85**k, 0.8 if s is near[-1] else 0.5)) for k, s in enumerate(near)]
        found = fitting.likeliest(ranked, lambda s: fitting.fit(pending.kind, one, fitting.of(s)))
        holder = found[0] if found is not None else None
        if any(r.kind == pending.kind and self.last in r.subjects for r in self.draft.relations):
            self.draft.note(pending.atom, "subject")  # said already: "with butter on top"
            return True
        if self.last is None or holder is None or self.lights.current is not None or any(self.last in r.subjects and r.kind != "with" for r in self.draft.relations):
            return False
        self._no_longer_with(holder)
        if pending.kind == FLANKING:
            self.draft.relations = [r for r in self.draft.relations if not (r.kind == "on" and r.subjects == placed and r.objects == [holder])]
        self._relate(Pending(pending.kind, pending.atom, placed), holder, pending.atom)
        return True

    def _listed_last(self, kind: str) -> list[SubjectDraft]:
        """ "Pancakes, blueberries and butter on top": all that the list joins, where something before it can bear them."""
        listed = self.joined_by_and()
        bearer = self.group[-len(listed) - 1] if len(self.group) > len(listed) else None
        small = kind == "on" and bearer is not None and self.last in listed and all(s.length < bearer.length for s in listed)
        return listed if small else [self.last] if self.last is not None else []

    def _stacked(self, kind: str) -> list[SubjectDraft]:
        """ "Tulips next to a stack of books, glasses on top": on the stack."""
        bearing = [s for s in self.draft.subjects if "stacked" in s.states and s is not self.last] if kind == "on" else []
        return [bearing[-1]] if bearing and bearing[-1] not in self.group else []

    def _no_longer_with(self, holder: SubjectDraft) -> None:
        """Where it is said more exactly where the last thing is, what it was with is no relation."""
        self.draft.relations = [r for r in self.draft.relations if not (r.kind == "with" and r.subjects == [holder] and r.objects == [self.last])]
