"""What a slot's words come to alone, and facts of a composed sentence held against its scene: `read`, `missing` or `false`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from bench.facts.words import singular
from diorama.language import read
from diorama.scene import Scene

READ, MISSING, FALSE = "read", "missing", "false"
UNSAID = ("plain_room", "studio", "backdrop", "surface")
"""Settings that are taken where none is told."""


PRACTICAL = ("lamp", "candle", "neon", "fire", "moon", "street_lamp", "string_lights")
"""Sources that are seen; all else may be taken as the sun or a window."""


@cache
def alone(text: str) -> Scene:
    """The scene of a text that is read by itself."""
    return read(text).scene


def usable(letter: str, word: str) -> bool:
    """Whether a word of a slot is read rightly alone."""
    if letter in "VE":
        return bool(done(letter, word))
    if letter == "L":
        return alone(f"A woman {word}.").environment.setting not in UNSAID
    if letter == "S":
        return bool(lit(word))
    if letter == "G":
        return bool(alone(f"A woman in a {word}.").subjects[0].wears)
    found = alone(f"A {word}.").subjects
    return len(found) == 1 and found[0].kind == {"P": "person", "N": "animal"}.get(letter, found[0].kind)


@cache
def done(letter: str, word: str) -> frozenset[str]:
    """What somebody does who does this alone: deeds, else a posture or a gesture."""
    one = alone(f"A {'nurse' if letter == 'V' else 'dog'} {word}.").subjects[0]
    return deeds(one) or held(one) - held(alone("A nurse." if letter == "V" else "A dog.").subjects[0])


@cache
def lit(words: str) -> frozenset[tuple[str, Any]]:
    return light(alone(f"A bench. {words}.")) - light(alone("A bench."))


def light(scene: Scene) -> frozenset[tuple[str, Any]]:
    found = {("time", scene.lighting.time), ("weather", scene.environment.weather), ("haze", scene.environment.haze > 0.1)}
    for one in scene.lighting.lights:
        found.add(("light", one.source if one.source in PRACTICAL else "day"))
        found |= {("quality", one.quality)} if one.quality in ("soft", "hard") else set()
        found |= {("side", "left" if one.azimuth < 0 else "right")} if abs(one.azimuth) > 70 else set()
        found |= {("warm", one.kelvin < 4500)} if one.kelvin is not None else set()
    return frozenset(found)


def deeds(one: Any) -> frozenset[str]:
    return frozenset(a.deed for a in getattr(one, "actions", ()) or getattr(one, "deeds", ()) or ())


def held(one: Any) -> frozenset[str]:
    rows = [getattr(one, "posture", None), getattr(one, "expression", None), *getattr(one, "gestures", ())]
    return frozenset(str(r) for r in rows if r)


def does_it(one: Any, keys: frozenset[str]) -> bool:
    return bool(keys & (deeds(one) | held(one)))


def named(scene: Scene, word: str) -> list[Any]:
    last = singular(word.split()[-1])
    same = {last, {"waiter": "waitress"}.get(last, last)}
    return [s for s in scene.subjects if singular(s.noun.split()[-1]) in same or getattr(s, "role", None) == word]


def those(scene: Scene, words: dict[str, str], slot: str) -> list[Any]:
    kind = {"P": "person", "N": "animal"}.get(slot[0])
    found = named(scene, words[slot])
    return [s for s in found if kind is None or s.kind == kind]


def there(scene: Scene, words: dict[str, str], x: str) -> str:
    if those(scene, words, x):
        return READ
    return FALSE if named(scene, words[x]) else MISSING


def gone(scene: Scene, words: dict[str, str], x: str) -> str:
    return FALSE if named(scene, words[x]) else READ


def does(scene: Scene, words: dict[str, str], who: str, what: str) -> str:
    keys = done(what[0], words[what])
    if any(does_it(p, keys) for p in those(scene, words, who)):
        return READ
    shared = any(done(w[0], words[w]) & keys for w in words if w[0] in "VE" and w != what)
    return FALSE if not shared and any(does_it(s, keys) for s in scene.subjects) else MISSING


def never(scene: Scene, words: dict[str, str], who: str, what: str) -> str:
    keys = done(what[0], words[what]) - frozenset().union(*(done(w[0], words[w]) for w in words if w[0] in "VE" and w != what))
    return FALSE if any(does_it(p, keys) for p in those(scene, words, who)) else READ


def wears(scene: Scene, words: dict[str, str], who: str, what: str) -> str:
    garment = words[what].split()[-1]

    def has_on(one: Any) -> bool:
        return any(garment in (g.noun, g.garment, *g.noun.split()) for g in getattr(one, "wears", ()) or ())

    if any(has_on(p) for p in those(scene, words, who)):
        return READ
    return FALSE if any(has_on(s) for s in scene.subjects) or named(scene, garment) else MISSING


def by(scene: Scene, words: dict[str, str], a: str, b: str) -> str:
    if words[b].split()[-1] in ("table", "desk") and scene.environment.setting == "tabletop":
        return READ
    first, second = {s.id for s in those(scene, words, a)}, {s.id for s in those(scene, words, b)}
    tied = any({r.subject, *r.objects} & first and {r.subject, *r.objects} & second for r in scene.relations)
    other = any(r.subject in first | second and r.objects[0] not in first | second and r.kind not in ("facing",) for r in scene.relations)
    return READ if tied else FALSE if other and len(words) < 3 else MISSING


def place(scene: Scene, words: dict[str, str], where: str) -> str:
    wanted = alone(f"A woman {words[where]}.").environment.setting
    got = scene.environment.setting
    return READ if got == wanted else MISSING if got in UNSAID else FALSE


def shone(scene: Scene, words: dict[str, str], what: str) -> str:
    wanted, got = lit(words[what]), light(scene)
    if wanted <= got:
        return READ
    usual = light(alone("A bench."))
    said = {name: value for name, value in got if name in ("time", "weather")}
    wrong = any(name in said and said[name] != value and (name, said[name]) not in usual for name, value in wanted)
    return FALSE if wrong else MISSING


def no(scene: Scene, words: dict[str, str], what: str) -> str:
    del words
    return FALSE if named(scene, what) or scene.environment.setting == what or what in scene.environment.features else READ


def robot(scene: Scene, words: dict[str, str], who: str) -> str:
    found = named(scene, words[who])
    return READ if any("robot" in (getattr(s, "thing", "") or "") for s in found) else FALSE if found else MISSING


CHECKS: dict[str, Callable[..., str]] = {
    "there": there, "gone": gone, "does": does, "not": never, "wears": wears, "by": by, "in": place, "lit": shone, "no": no, "robot": robot,
}  # fmt: skip


def extras(scene: Scene, text: str, words: dict[str, str]) -> list[str]:
    """Subjects that no word of the text names, and that nothing told alone brings with it."""
    brought = {s.noun for w in words if w[0] in "VE" for s in alone(f"A nurse {words[w]}.").subjects}
    said = {singular(w) for w in re.findall(r"[a-z]+", text.lower())}
    return [s.noun for s in scene.subjects if s.noun not in brought and singular(s.noun.split()[-1]) not in said and s.noun.split()[-1] not in text.lower()]
