"""Sentences by construction (`sentences/constructions.txt`): how many of each are read as they tell, in other words than the captions'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.facts import briefs
from bench.facts.words import same_look, same_noun, singular

FILE = Path(__file__).parent / "sentences" / "constructions.txt"


class Wanted(NamedTuple):
    construction: str
    sentence: str
    facts: tuple[str, ...]
    """"mug on tray", "mug: blue", "2 mug", "setting library"; "!" before what must not be read."""


def load(path: Path = FILE) -> list[Wanted]:
    out, section = [], ""
    for line in filter(None, map(str.strip, path.read_text("utf-8").splitlines())):
        if line.startswith("["):
            section = line[1:-1]
        elif not line.startswith("#"):
            sentence, _, facts = line.partition(" → ")
            out.append(Wanted(section, sentence, tuple(facts.split(" ; "))))
    return out


def wrong(wanted: Wanted) -> list[str]:
    """The facts of a sentence that are not read, and those that must not be and are."""
    form = briefs.form(wanted.sentence)
    return [fact for fact in wanted.facts if _met(fact.removeprefix("!"), form) == fact.startswith("!")]


def _met(fact: str, form: briefs.Form) -> bool:
    if fact.startswith("setting "):
        return f"setting={fact.split()[1]}" in form.get("environment", ())
    if len(fact.split(":")[0].split()) > 2:
        return any(_tells(fact.split(), re.sub(r"#\d+", "", tie)) for tie in form.get("relations", ()))
    return any(_is(fact, subject) for subject in form.get("subjects", ()))


def _named(said: str, names: str) -> bool:
    return any(singular(said).split()[-1] == name or same_noun(said, name) for name in names.split("|"))


def _tells(fact: Sequence[str], tie: str) -> bool:
    """Whether a relation as read ("wooden box on table") is the one that is meant (box, on, table)."""
    for kind in fact[1].split("|"):
        one, between, far = tie.partition(f" {'near' if kind == 'at' else kind} ")
        if between and _named(one, fact[0]) and all(any(_named(word, end) for word in (far, *far.split())) for end in fact[2:]):
            return True
    return False


def _is(fact: str, subject: str) -> bool:
    """Whether a subject as read ("2 mug; colour=blue") is the one that is meant: its noun, its number, each of its looks."""
    name, _, looks = fact.partition(":")
    head, *fields = subject.split("; ")
    number, noun = head.split(" as ")[0].split(" ", 1)
    values = [f.partition("=")[2] for f in fields if "=" in f and "(" not in f and "contents:" not in f]
    for each in name.strip().split("|"):
        count, _, kind = each.rpartition(" ")
        if _named(noun, kind) and count in ("", number):
            return all(any(same_look("", value, look) for value in values) for look in looks.split())
    return False


def table(all_: Sequence[Wanted]) -> str:
    found = [(w, wrong(w)) for w in all_]
    lines = []
    for name in dict.fromkeys(w.construction for w in all_):
        mine = [faults for w, faults in found if w.construction == name]
        lines.append(f"{name:44}{sum(not f for f in mine):4} of {len(mine)}")
    lines.append(f"{'all':44}{sum(not f for _, f in found):4} of {len(found)}")
    return "\n".join([*(f"{w.sentence}\n    not so: {', '.join(f)}" for w, f in found if f), "", *lines])
