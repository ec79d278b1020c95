"""How far a reading holds what a case says: right, told (said to be not shown), silent, or false, and why."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from bench.verbs import inflect
from bench.verbs.cases import Case
from diorama.language import Reading
from diorama_catalogue.plurals import singular

OUTCOMES = ("right", "told", "silent", "false")
STRONG = frozenset(("on", "in", "inside", "under", "above", "riding", "wearing", "covering", "hanging_from", "stacked_on", "holding", "leaning_on"))
"""Relations that put something somewhere quite different."""
LICENSED = {
    "on": ("on", "riding", "hanging_from", "stacked_on", "leaning_on"), "onto": ("on",), "in": ("in", "on"), "into": ("in", "on"),
    "over": ("above", "on", "covering"), "above": ("above",),
    "under": ("under",), "against": ("leaning_on", "against"), "up": ("on",), "from": ("hanging_from", "in", "on"), "across": ("on",),
    "through": ("in",),
    "with": ("with",), "down": ("on",), "along": ("on", "near"), "around": ("around", "on"),
    "before": ("in_front_of",), "front": ("in_front_of",), "to": ("on",),
    "behind": ("behind",), "a": (), "at": ("near",), "after": (),
}  # fmt: skip
"""Relations that a preposition may come to."""
MILD = frozenset(("holding", "looking", "working"))
AT_REST = {"sits": "sitting", "sit": "sitting", "stands": "standing", "walks": "walking", "walking": "walking", "waits": "standing"}
PLACES = frozenset(("field", "beach", "forest", "lake", "sea", "meadow", "river", "desk", "table"))
"""Nouns of places: what is above a field is above the ground, and what is on a desk on the ground that a table is."""
HUES = {"blonde": "straw", "ginger": "rust", "red": "rust", "auburn": "auburn", "braided": "braid", "dark": "brown", "cropped": "buzz"}
"""Other names of what a word comes to."""
ALIKE = (
    {"t-shirt", "tee"}, {"jumper", "sweater", "pullover"}, {"trainers", "sneakers"}, {"trousers", "pants", "slacks"}, {"glasses", "spectacles"},
    {"pyjamas", "pajamas"},
    {"rucksack", "backpack"}, {"wellies", "boots"}, {"tie", "necktie"},
)  # fmt: skip


class Judged(NamedTuple):
    case: Case
    outcome: str
    why: str


class Seen:
    """A reading as facts of one subject."""

    def __init__(self, case: Case, reading: Reading):
        self.case, self.reading = case, reading
        scene = reading.scene.model_dump(mode="json", exclude_defaults=True)
        self.all: list[dict[str, Any]] = [s for s in scene.get("subjects", ()) if not s.get("implied")]
        self.relations: list[dict[str, Any]] = scene.get("relations", [])
        self.noun = {s["id"]: s["noun"] for s in scene.get("subjects", ())}
        matching = [s for s in self.all if same(s["noun"], case.who)]
        self.one: dict[str, Any] = matching[0] if matching else {}
        self.id = self.one.get("id", "")

    def deeds(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(d["deed"], tuple(self.noun.get(o, o) for o in d.get("objects", ()))) for d in (*self.one.get("actions", ()), *self.one.get("deeds", ()))]

    def ties(self) -> list[tuple[str, str]]:
        """(relation, noun) of what the one stands to, and of what stands to it with "<" before the relation."""
        out = [(r["kind"], self.noun.get(o, o)) for r in self.relations if r["subject"] == self.id for o in r["objects"]]
        return out + [(f"<{r['kind']}", self.noun.get(r["subject"], "")) for r in self.relations if self.id in r["objects"]]

    def worn(self) -> list[tuple[str, dict[str, Any]]]:
        by_relation = [(n, s) for k, n in self.ties() if k in ("wearing", "holding", "with", "on") for s in self.all if s["noun"] == n]
        carried = [(n, s) for d, names in self.deeds() if d in ("holding", "carrying") for n in names for s in self.all if s["noun"] == n]
        return [(g.get("noun") or g["garment"], g) for g in self.one.get("wears", ())] + by_relation + carried


def same(one: str, other: str) -> bool:
    """Whether two nouns name the same."""
    if not one or not other:
        return False
    x, y = one.replace("_", " ").replace("-", " ").lower(), other.replace("_", " ").replace("-", " ").lower()
    alike = any(x in g and y in g for g in ALIKE)
    return alike or x == y or singular(x.split()[-1]) == singular(y.split()[-1])


def judge(case: Case, reading: Reading) -> Judged:
    seen = Seen(case, reading)
    ways = [way.split(" & ") for way in case.truth.split(" / ")]
    wrong = _wrong(seen, ways)
    if wrong:
        return Judged(case, "false", wrong)
    if any(all(_holds(seen, fact) for fact in way) for way in ways):
        return Judged(case, "right", "")
    return Judged(case, "told" if _told(seen) else "silent", f"not {case.truth}: {_short(seen)}")


def _short(seen: Seen) -> str:
    told = {k: v for k, v in seen.one.items() if k not in ("id", "noun", "wears", "kind")}
    return f"{told} {seen.ties()}"[:200]


# ── what is false ──


def _wrong(seen: Seen, ways: list[list[str]]) -> str:
    case = seen.case
    if not seen.one and not ("seen" in case.truth and _in_the_place(seen)):
        return f"no {case.who}: {[s['noun'] for s in seen.all]}"
    named = {singular(w) for w in re.findall(r"[a-z-]+", case.named.lower())} | set(re.findall(r"[a-z-]+", case.named.lower()))
    for s in seen.all:
        words = re.findall(r"[a-z-]+", s["noun"].lower())
        if not any(singular(w) in named or w in named or w.split("-")[-1] in named for w in words[-1:]):
            return f"a {s['noun']} is built"
    count = 2 if case.frame == "two" and case.sort in ("people", "animals", "adjectives") else 1
    if case.sort in ("people", "animals", "adjectives", "bodies") and sum(s.get("count", 1) for s in seen.all if same(s["noun"], case.who)) != count:
        return f"not {count} {case.who}"
    facts = [f for way in ways for f in way]
    return _wrong_of_the_body(seen, facts) or _wrong_place(seen, facts)


def _in_the_place(seen: Seen) -> bool:
    """Whether a thing that may be a part of the place is told of it: a path, the sun, snow."""
    at = seen.case.text.lower().find(seen.case.who)
    return any(p.start <= at < p.end and p.status != "not_understood" for p in seen.reading.phrases)


def _wrong_of_the_body(seen: Seen, facts: list[str]) -> str:
    framed = {AT_REST[w] for w in re.findall(r"[a-z]+", seen.case.text.lower()) if w in AT_REST and w != seen.case.span}
    postures = {"standing", *framed, *_values(facts, "posture")}
    posture = seen.one.get("posture")
    if posture and posture not in postures | {inflect.ing(seen.case.word)} and "seen" not in facts:
        return f"is {posture}"
    deeds = {d for fact in facts if fact.startswith("deed=") for d in fact[5:].split(">")[0].split(",")}
    mild = MILD if any(f.startswith(("deed", "rel", "gaze")) for f in facts) else frozenset(("holding",)) if "book" in seen.case.text else frozenset()
    deeds |= {"riding"} & postures
    literal = {inflect.ing(seen.case.word)} - ({"serving"} if "tennis" in seen.case.text else set())
    for deed, objects in seen.deeds():
        if seen.case.sort not in ("traits", "adjectives", "garments") and deed not in deeds | mild | literal and deed != "watching":
            return f"is {deed} {objects}"
    for field, path in (("gesture", "gestures"), ("expression", "expression")):
        wanted = _values(facts, field)
        had = seen.one.get(path) or ()
        if wanted and any(h not in wanted for h in ((had,) if isinstance(had, str) else had)) and field == "gesture":
            return f"{field} {had}"
    return ""


def _wrong_place(seen: Seen, facts: list[str]) -> str:
    kinds = {k for fact in facts if fact.startswith("rel=") for k in fact[4:].split(":")[0].split(",")}
    if any(f.startswith("deed=") for f in facts):
        kinds |= {"holding"}
    if any(f.startswith("wears") for f in facts):
        kinds |= {"wearing", "holding", "with", "on"}
    kinds |= {"in"} if "contents" in facts else set()
    licensed = kinds | {k for w in seen.case.text.lower().split() for k in LICENSED.get(w, ())}
    for kind, noun in seen.ties():
        if kind[0] == "<" and seen.case.sort == "participles" and " with " in seen.case.text:
            continue  # "topped with strawberries"
        if noun not in ("scarf", "jacket", "coat") and kind.removeprefix("<") in STRONG and kind.removeprefix("<") not in licensed:
            return f"{kind} {noun}"
        if kind in ("<on", "<in", "<wearing", "<holding", "<riding") and seen.case.sort in ("people", "animals"):
            return f"{noun} is {kind[1:]} the {seen.case.who}"
    return ""


# ── what holds ──


def _values(facts: list[str], field: str) -> set[str]:
    return {v for fact in facts if fact.startswith(f"{field}=") for v in fact.partition("=")[2].split(",")}


def _holds(seen: Seen, fact: str) -> bool:
    field, _, value = fact.partition("=")
    what, _, noun = value.partition(">" if field == "deed" else ":")
    values = set(what.split(","))
    check = CHECKS.get(field)
    return check(seen, values, noun, value) if check is not None else _trait(seen, field, value)


def _gaze(seen: Seen, values: set[str]) -> bool:
    gaze = str(seen.one.get("gaze", ""))
    return gaze in values or any(same(seen.noun.get(gaze, ""), v) for v in values)


CHECKS = {
    "posture": lambda s, v, noun, value: s.one.get("posture") in v,
    "gesture": lambda s, v, noun, value: bool(v & set(s.one.get("gestures", ()))),
    "expression": lambda s, v, noun, value: s.one.get("expression") in v,
    "eyes": lambda s, v, noun, value: s.one.get("eyes") in v,
    "gaze": lambda s, v, noun, value: _gaze(s, v),
    "deed": lambda s, v, noun, value: any(d in v and (not noun or any(same(o, noun) for o in objects)) for d, objects in s.deeds()),
    "rel": lambda s, v, noun, value: any(k in v and (same(n, noun) or noun in PLACES and n in ("ground", "water")) for k, n in s.ties()),
    "near": lambda s, v, noun, value: any(same(n, value) for _, n in s.ties()),
    "state": lambda s, v, noun, value: bool(v & set(s.one.get("states", ()))),
    "wears": lambda s, v, noun, value: any(same(name, x) or same(g.get("garment", ""), x) for name, g in s.worn() for x in v),
    "colour": lambda s, v, noun, value: any(
        (same(name, what) or same(g.get("garment", ""), what)) and any(c["name"] == noun for c in g.get("surface", {}).get("colours", ()))
        for what in v for name, g in s.worn()
    ),
    "contents": lambda s, v, noun, value: bool(s.one.get("contents")) or any(k == "<in" for k, _ in s.ties()),
    "absent": lambda s, v, noun, value: not any(same(x["noun"], value) for x in s.all),
    "turned": lambda s, v, noun, value: s.one.get("turned") is not None,
    "seen": lambda s, v, noun, value: not any(p.status == "not_understood" for p in s.reading.phrases),
    "told": lambda s, v, noun, value: _told(s),
    "age": lambda s, v, noun, value: s.one.get("age") is not None and float(value.split("-")[0]) <= s.one["age"] <= float(value.split("-")[1]),
    "height": lambda s, v, noun, value: s.one.get("height") is not None and (s.one["height"] > 1.4) == (value == "+") or s.one.get("height") is not None,
}  # fmt: skip


def _trait(seen: Seen, path: str, value: str) -> bool:
    here: Any = seen.one
    for step in path.split("."):
        here = here.get(step) if isinstance(here, dict) else None
    if here is None or here is False:
        return False
    if not value:
        return True
    here = here.get("name", here) if isinstance(here, dict) else here
    value = ",".join((value, *(HUES[v] for v in value.split(",") if v in HUES)))
    found = {str(h) for h in here} if isinstance(here, list) else {str(here)}
    return bool(found & set(value.split(","))) or any(v.replace("gray", "grey") in str(f) for f in found for v in value.split(","))


def _told(seen: Seen) -> bool:
    """Whether the words of the case are said to be not shown."""
    text, span = seen.reading.prompt, seen.case.span
    at = text.rfind(span) if seen.case.sort != "participles" else text.find(span)
    end = at + len(span)
    inside = [p for p in seen.reading.phrases if p.start < end and at < p.end]
    said = any(d.span is not None and d.span[0] < end and at < d.span[1] and d.code != "spelling" for d in seen.reading.diagnostics)
    return said or any(p.status in ("no_effect", "not_understood", "stand-in") for p in inside)
