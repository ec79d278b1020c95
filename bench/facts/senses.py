"""Every homonym as a whole finite set: what a word must be in its sentence, and what the reading makes of it (`senses/*.txt`).

A file holds words in brackets and, below each, sentences: `what it may be: sentence with the *word* marked`. What it may be is any of the classes of `CLASSES`,
or a thing by its words ("baseball_bat"); `+car` after them: a car must stand there as well (one of several, after commas). `none`: no claim is right (a
measure, a likeness, what no picture shows).

A word's case is right, lost (nothing is made of it, or what must stand there does not) or false (something else is made of it). Two thirds of the words are
open; the rest, chosen by a checksum, is held out: only its rate is printed.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench.facts.phrases import effects
from bench.facts.view import FIGURES
from bench.facts.words import plain, same_noun, senses, singular
from diorama.language import Reading, read
from diorama.language.lexicon import classes

FOLDER = Path(__file__).parent / "senses"
ROW = re.compile(r"(?P<may>[a-z_,]+)(?:\+(?P<there>[a-z_,]+))?: (?P<text>.+)")
DEEDS = frozenset(("actions", "deeds", "posture", "gestures", "gaze", "expression", "turned", "mouth", "eyes", "motion", "role"))
SETTING = {
    "environment.weather": "weather", "environment.haze": "weather", "environment.wetness": "weather", "environment.season": "time", "environment": "place",
    "lighting.time": "time", "lighting.hour": "time", "lighting": "light", "camera": "camera", "film": "film",
}  # fmt: skip
OF_SUBJECTS = {
    "parts": "part", "wears": "worn", "depicts": "depicts", "contents": "inside", "labels": "text", "count": "count",
    **dict.fromkeys(DEEDS, "deed"),
}  # fmt: skip
SAME = {
    "side": ("relation", "place"), "season": ("time", "weather"), "state": ("look", "deed"), "size": ("look",), "shape": ("look",), "pattern": ("look",),
    "finish": ("look",), "hair": ("look", "part"), "clothes": ("worn",), "genre": ("film", "camera"), "style": ("film", "look"),
    "deed": ("deed", "relation", "look"),
    "weather": ("weather", "time", "place"), "light": ("light", "time", "weather"), "film": ("film", "light"), "inside": ("inside", "part", "depicts"),
}  # fmt: skip
"""What a word for a class allows, where that is not the class alone."""
CLASSES = frozenset((
    *SETTING.values(), *OF_SUBJECTS.values(), *SAME, "animal", "person", "object", "plant", "food", "relation", "look", "none",
))  # fmt: skip


class Case(NamedTuple):
    word: str
    may: tuple[str, ...]
    there: tuple[str, ...]
    text: str
    span: tuple[int, int]

    @property
    def held(self) -> bool:
        return zlib.crc32(self.word.encode()) % 3 == 0


class Verdict(NamedTuple):
    case: Case
    outcome: str
    """right, lost or false."""
    made: tuple[str, ...]
    """What was made of the word: classes, a thing with its key."""


def load(folder: Path = FOLDER) -> list[Case]:
    return [case for file in sorted(folder.glob("*.txt")) for case in _file(file)]


def _file(file: Path) -> Iterable[Case]:
    word = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("["):
            word = line.strip("[] ")
        elif line and not line.startswith("#"):
            row = ROW.fullmatch(line)
            if row is None or row["text"].count("*") != 2:
                raise ValueError(f"{file.name}: {line}")
            start, end = row["text"].index("*"), row["text"].rindex("*") - 1
            there = tuple(row["there"].split(",")) if row["there"] else ()
            yield Case(word, tuple(row["may"].split(",")), there, row["text"].replace("*", ""), (start, end))


def verdict(case: Case, reading: Reading) -> Verdict:
    made = [(path, value) for p in reading.phrases if p.start < case.span[1] and p.end > case.span[0] for path, value in effects(p)]
    got = [_class(reading, path, value) for path, value in made]
    found = {g for g in got if g[0] != "count"}
    missing = [] if any(_there(reading, t) for t in case.there) else list(case.there[:1])
    told = (*sorted(":".join(filter(None, g)) for g in found), *(f"no {m}" for m in missing))
    return Verdict(case, _outcome(case, reading, found, bool(missing)), told)


def _outcome(case: Case, reading: Reading, found: set[tuple[str, str]], missing: bool) -> str:
    if any(_allowed(may, *g) for g in found for may in case.may):
        return "lost" if missing else "right"
    subject = any(kind in ("object", "animal", "person", "worn") for kind, _ in found)
    if not subject and any(may not in CLASSES and _there(reading, may) for may in case.may):
        return "lost" if missing else "right"
    if found:
        return "false"
    return "right" if "none" in case.may and not missing else "lost"


def _class(reading: Reading, path: str, value: str) -> tuple[str, str]:
    """The class of a claim; of a subject what is built with it."""
    group, _, rest = path.partition(".")
    if group == "relations":
        return "relation", ""
    if group == "environment" and rest.endswith(("colours", "material", "pattern", "finish")):
        return "look", ""
    if group != "subjects":
        return next((SETTING[p] for p in (".".join(path.split(".")[:2]), group) if p in SETTING), "other"), ""
    id, _, field = rest.partition(".")
    first, _, more = field.partition(".")
    if first == "thing":
        return _subject(reading, id)
    kind = OF_SUBJECTS.get(first, "look")
    return (f"look of {kind}" if kind in ("worn", "part") and "." in more else kind), ""


def _subject(reading: Reading, id: str) -> tuple[str, str]:
    subject = next((s for s in reading.scene.subjects if s.id == id), None)
    if subject is None:
        return "other", ""
    kind, key = type(subject).__name__.lower(), getattr(subject, "thing", "")
    if kind == "object" and key.startswith(FIGURES):
        kind = "person" if key == "doll_person" else "animal"
    return kind, f"{subject.noun}={key}"


def _allowed(may: str, kind: str, what: str) -> bool:
    if may not in CLASSES:
        return _is(may, what) and kind not in ("animal", "person")
    if kind in (may, *SAME.get(may, ())) or kind in (f"look of {may}", "look of worn", "look of part") and may in (kind.rpartition(" ")[2], "look"):
        return True
    return bool(what) and may in ("animal", "food", "plant") and classes.kind(plain(what.partition("=")[2])) == may


def _is(wanted: str, what: str) -> bool:
    """Whether a subject ("noun=key") is the thing of these words: by its noun, or by what is built."""
    noun, _, key = what.partition("=")
    if singular(noun) == singular(wanted) or key == wanted or plain(key) in _keys(wanted):
        return True
    return plain(key).endswith(plain(wanted)) or classes.is_a(plain(key), plain(wanted))


@cache
def _keys(words: str) -> frozenset[str]:
    return frozenset(key for kind, key in senses(plain(words), stand_ins=True) if kind == "thing")


def _there(reading: Reading, wanted: str) -> bool:
    if wanted == "person":
        return any(_subject(reading, s.id)[0] == "person" for s in reading.scene.subjects)
    worn = (g.noun or g.garment for s in reading.scene.subjects for g in getattr(s, "wears", ()))
    if any(same_noun(noun, plain(wanted)) for noun in worn):
        return True
    return any(same_noun(s.noun, plain(wanted)) or _is(wanted, _subject(reading, s.id)[1]) for s in reading.scene.subjects)


def verdicts(cases: Sequence[Case] | None = None) -> list[Verdict]:
    return [verdict(case, read(case.text)) for case in (load() if cases is None else cases)]


def rate(found: Sequence[Verdict]) -> float:
    return sum(v.outcome == "right" for v in found) / len(found)


def table(found: Sequence[Verdict], show: int = 0, word: str | None = None) -> str:
    lines = [f"{'':10}{'words':>7}{'cases':>7}{'right':>8}{'lost':>7}{'false':>7}"]
    parts = {"open": [v for v in found if not v.case.held], "held out": [v for v in found if v.case.held]}
    for title, part in parts.items():
        share = Counter(v.outcome for v in part)
        rates = "".join(f"{share[o] / len(part):{width}.1%}" for o, width in (("right", 8), ("lost", 7), ("false", 7)))
        lines.append(f"{title:10}{len({v.case.word for v in part}):7}{len(part):7}{rates}")
    wrong = [v for v in parts["open"] if v.outcome != "right"]
    errors = Counter((v.case.may[0] if v.case.may[0] in CLASSES else "thing", _short(v)) for v in wrong)
    lines += ["", "open, what it must be and what was made of it"]
    lines += [f"{n:5}  {must} → {made}" for (must, made), n in errors.most_common(30)]
    chosen = [v for v in wrong if word is None or v.case.word == word][: show or None] if show or word else []
    lines += [f"{v.outcome:6} {v.case.word}: {v.case.text}  [{','.join(v.case.may)}] {' '.join(v.made) or 'nothing'}" for v in chosen]
    return "\n".join(lines)


def _short(found: Verdict) -> str:
    kinds = [m.partition(":")[0] for m in found.made if not m.startswith("no ")]
    first = next((k for k in ("animal", "person", "object", "worn", "place") if k in kinds), kinds[0] if kinds else "nothing")
    return ("thing" if first == "object" else first) if found.outcome == "false" else "nothing" if not kinds else "right, something else is not there"
