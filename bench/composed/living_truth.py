"""Facts of people and animals held against a scene: `read`, `missing` or `false`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from diorama.language import Reading

if TYPE_CHECKING:
    from bench.composed.living import Told

READ, MISSING, FALSE = "read", "missing", "false"


class Seen:
    """A reading's scene, asked by the words of the prompt."""

    def __init__(self, told: Told, reading: Reading):
        self.told, self.scene, self.words = told, reading.scene, told.words
        self.by_id = {s.id: s for s in reading.scene.subjects}

    def those(self, slot: str) -> list[Any]:
        """Subjects of a slot's noun."""
        noun = self.words[slot]
        names = {noun, noun.split()[-1], noun.removesuffix("s"), {"women": "woman", "men": "man", "old men": "man"}.get(noun, noun)}
        names |= {n.split()[-1].removesuffix("s") for n in names}
        found = [s for s in self.scene.subjects if s.noun in names]
        return [s for s in found if (s.kind != "object") == (slot[0] in "PN" or s.noun in ("baby", "toddler", "cat", "puppy"))]

    def living(self) -> list[Any]:
        return [s for s in self.scene.subjects if s.kind != "object"]

    def has_on(self, one: Any, slot: str) -> bool:
        noun = self.words[slot]
        names = {noun, noun.removesuffix("s"), noun.split()[-1].removesuffix("s"), noun.split()[-1]}
        return any(g.noun in names or g.garment in names for g in one.wears)

    def deeds(self, one: Any) -> dict[str, tuple[str, ...]]:
        rows = one.actions if one.kind == "person" else one.deeds
        return {a.deed: a.objects for a in rows}

    def of(self, one: Any, other: Any) -> list[Any]:
        """Relations that tie the two."""
        ids = {one.id, other.id}
        return [r for r in self.scene.relations if {r.subject, *r.objects} >= ids]


def wears(seen: Seen, who: str, what: str) -> str:
    if any(seen.has_on(p, what) for p in seen.those(who)):
        return READ
    other = [p for p in seen.living() if seen.has_on(p, what)]
    return FALSE if other or seen.those(what) else MISSING


def off(seen: Seen, what: str) -> str:
    if any(seen.has_on(p, what) for p in seen.living()):
        return FALSE
    return READ if seen.those(what) else MISSING


BORNE = ("holding", "on", "with", "wearing", "in", "hanging_from", "leaning_on", "against")


def _bearing(seen: Seen, who: str, what: str) -> tuple[str, list[Any]]:
    """Whether somebody has it about them, and the relations that tell it."""
    people, things = seen.those(who), seen.those(what)
    worn = [p for p in seen.living() if p not in people and seen.has_on(p, what)]
    if any(seen.has_on(p, what) for p in people):
        return READ, [None]
    found = [r for p in people for t in things for r in seen.of(p, t) if r.kind in BORNE]
    if found:
        return READ, found
    others = [r for p in seen.living() if p not in people for t in things for r in seen.of(p, t) if p is not t]
    return (FALSE if others or worn else MISSING), []


def has(seen: Seen, who: str, what: str) -> str:
    return _bearing(seen, who, what)[0]


WORN_THERE = {"backpack": ("back",), "camera": ("neck",), "stethoscope": ("neck",), "whistle": ("neck",), "key": ("neck",), "handbag": ("arm", "shoulder")}


def part(seen: Seen, who: str, what: str, where: str) -> str:
    state, found = _bearing(seen, who, what)
    if state != READ:
        return state
    if None in found:
        return READ if where in WORN_THERE.get(seen.words[what], ()) else FALSE
    told = [getattr(r, "part", None) for r in found]
    if where in told or where in WORN_THERE.get(seen.words[what], ()) and any(r.kind == "wearing" for r in found):
        return READ
    return FALSE if any(told) else MISSING


def hand(seen: Seen, who: str, what: str, side: str = "left") -> str:
    state, found = _bearing(seen, who, what)
    if state != READ:
        return state
    ids = {t.id for t in seen.those(what)}
    sides = [a.hand for p in seen.those(who) for a in getattr(p, "actions", ()) if set(a.objects) & ids and a.hand]
    sides += [r.part.removesuffix("_hand") for r in found if r is not None and (getattr(r, "part", None) or "").endswith("_hand")]
    placed = any(r.objects[0] in ("left", "right") or r.kind in ("left_of", "right_of") for r in seen.scene.relations)
    return READ if side in sides else FALSE if sides or placed else MISSING


ALONE = {
    "cooking": ("cooking", "stirring"),
    "braids": ("brushing_hair",),
    "teaching": ("holding", "reading", "giving", "speaking"),
    "leading": ("leading",),
    "phoning": ("phoning", "speaking"),
    "photographing": ("photographing", "taking_selfie", "phoning"),
}
"""Deeds of the scene that a key of the table may come to."""


def _does(seen: Seen, one: Any, key: str) -> bool:
    return bool(set(seen.deeds(one)) & {key, *ALONE.get(key, ())}) or key == "singing" and getattr(one, "expression", "") == "singing"


def does(seen: Seen, who: str, deed: str) -> str:
    key = seen.words[deed]
    if any(_does(seen, p, key) for p in seen.those(who)):
        return READ
    return FALSE if any(_does(seen, p, key) for p in seen.living()) and list(seen.words[d] for d in seen.words if d[0] == "D").count(key) == 1 else MISSING


def never(seen: Seen, who: str, deed: str) -> str:
    key = seen.words[deed]
    return FALSE if any(_does(seen, p, key) for p in seen.those(who)) else READ


def to(seen: Seen, who: str, deed: str, whom: str) -> str:
    key = seen.words[deed]
    doers, others = seen.those(who), {p.id for p in seen.those(whom)}
    if any(_does(seen, p, key) for p in seen.those(whom) if p not in doers):
        return FALSE
    acts = [(d, o) for p in doers for d, o in seen.deeds(p).items() if d in (key, *ALONE.get(key, ()))]
    tied = [r for p in doers for w in seen.those(whom) for r in seen.of(p, w)]
    if key in ("leading", "carrying", "washing"):  # told by relations too
        kinds = {"leading": ("near", "beside", "holding"), "carrying": ("holding",), "washing": ("near",)}[key]
        return READ if any(r.kind in kinds for r in tied) or acts else MISSING
    if not acts:
        return MISSING
    looked = any(p.gaze in others for p in doers)
    return READ if any(others & set(o) for _, o in acts) or tied or looked else MISSING


def one(seen: Seen, who: str, deed: str) -> str:
    hits = [p for p in seen.those(who) if _does(seen, p, seen.words[deed])]
    if any(p.count == 1 for p in hits):
        return READ if len(hits) == 1 else FALSE
    return FALSE if hits else MISSING


def every(seen: Seen, who: str, deed: str) -> str:
    people = seen.those(who)
    return READ if people and all(_does(seen, p, seen.words[deed]) for p in people) else MISSING


def onewears(seen: Seen, who: str, what: str) -> str:
    hits = [p for p in seen.those(who) if seen.has_on(p, what)]
    if any(p.count == 1 for p in hits):
        return READ if len(hits) == 1 else FALSE
    return FALSE if hits or seen.those(what) else MISSING


def all2(seen: Seen, who: str, what: str) -> str:
    people, things = seen.those(who), seen.those(what)
    held = [p for p in people if any(seen.of(p, t) for t in things)]
    return READ if people and len(held) == len(people) and sum(t.count for t in things) >= 2 else MISSING


def asleep(seen: Seen, who: str) -> str:
    def sleeps(one_: Any) -> bool:
        return one_.posture in ("sleeping", "curled_up") and (one_.kind == "animal") or one_.eyes == "closed"

    if any(sleeps(p) for p in seen.those(who)):
        return READ
    return FALSE if any(sleeps(p) for p in seen.living()) else MISSING


def gesture(seen: Seen, who: str, name: str) -> str:
    return READ if any(name in p.gestures for p in seen.those(who)) else MISSING


def posture(seen: Seen, who: str, name: str) -> str:
    found = [p.posture for p in seen.those(who)]
    return READ if name in found else MISSING


def seen_(seen: Seen, who: str, what: str) -> str:
    ids = {t.id for t in seen.those(what)}
    faced = any(r.kind == "facing" for p in seen.those(who) for t in seen.those(what) for r in seen.of(p, t))
    return READ if faced or any(p.gaze in ids for p in seen.those(who)) else MISSING


def deed_(seen: Seen, who: str, name: str) -> str:
    return READ if any(name in seen.deeds(p) for p in seen.those(who)) else MISSING


def notin(seen: Seen, what: str) -> str:
    paper = [s.id for s in seen.scene.subjects if s.noun.split()[-1] in ("notebook", "paper", "sheet")]
    return FALSE if any(r.objects[0] in paper for t in seen.those(what) for r in seen.scene.relations if r.subject == t.id) else READ


def watches(seen: Seen, who: str, whom: str) -> str:
    ids = {p.id for p in seen.those(whom)}
    ok = any(a.gaze in ids or any(set(o) & ids for o in seen.deeds(a).values()) for a in seen.those(who))
    return READ if ok or any(r.kind == "facing" for a in seen.those(who) for p in seen.those(whom) for r in seen.of(a, p)) else MISSING


def neversmile(seen: Seen, who: str) -> str:
    return FALSE if any(p.expression in ("smile", "open_smile", "laugh") for p in seen.those(who)) else READ


CHECKS: dict[str, Callable[..., str]] = {
    "wears": wears, "off": off, "has": has, "part": part, "hand": hand, "other": lambda s, p, t: hand(s, p, t, "right"), "does": does, "not": never,
    "to": to, "one": one, "all": every, "onewears": onewears, "all2": all2, "asleep": asleep, "oneasleep": asleep, "gesture": gesture, "posture": posture,
    "seen": seen_, "deed": deed_, "notin": notin, "watches": watches, "neversmile": neversmile,
}  # fmt: skip
