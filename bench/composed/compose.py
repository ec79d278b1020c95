"""A scene is drawn, told in a frame, and its facts kept: prompts whose truth is known because of how they were made.

The notation of frames is told in `frames.txt`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bench.composed.words import TABLE, Noun, chosen, looks, nouns
from bench.facts.captions import LAYERS, PLACES, Caption, PartFact, RelationFact, Said, SubjectFact
from diorama_catalogue.plurals import plural

FILE = Path(__file__).parent / "frames.txt"
SLOT = re.compile(r"\b([SFVCLOPNG]\d)\b")
TOKEN = re.compile(r"\{([^}]*)\}")
NUMBERS = ("", "a", "two", "three", "four", "five", "six")
VERBS = {"be": ("is", "are"), "have": ("has", "have"), "lie": ("lies", "lie"), "wear.": ("wears", "wear")}
FEMALE = ("woman", "girl", "nurse", "queen", "lady", "waitress", "dancer")
MALE = ("man", "boy", "king", "gentleman", "monk", "knight", "fisherman", "soldier", "sailor", "farmer", "shepherd", "pilot", "mechanic", "carpenter")
MATERIALS = frozenset(m for words in TABLE["looks"]["material"].values() for m in words)
BESIDE = ("beside", "near", "left_of", "right_of", "behind", "in_front_of")
WORN_BY_ANIMALS = ["scarf", "collar", "hat", "coat", "cape"]


class Frame(NamedTuple):
    section: str
    text: str
    facts: tuple[str, ...]
    held: bool


@dataclass
class Subject:
    """What a slot holds, and what is said of it so far."""

    noun: Noun
    count: int = 1
    looks: list[str] = field(default_factory=list)
    parts: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    wears: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    maybe: list[str] = field(default_factory=list)
    """Looks that may be meant of it too: those of the mug in "a red mug and saucer"."""
    said: bool = False


@dataclass(frozen=True)
class Composed:
    frame: Frame
    caption: Caption
    words: tuple[str, ...]
    """The nouns and looks that were drawn."""
    spans: dict[str, tuple[int, int]]
    """Where in the text a fact is told, by the words of its need."""


def frames(path: Path = FILE) -> list[Frame]:
    out, section = [], ""
    for line in filter(None, map(str.strip, path.read_text("utf-8").splitlines())):
        if re.fullmatch(r"\[[^\]]*\]", line):
            section = line[1:-1]
        elif not line.startswith("#"):
            text, _, facts = line.partition(" → ")
            out.append(Frame(section, text, tuple(f.strip() for f in facts.split(";") if f.strip()), len(out) % 3 == 2))
    return out


def compose(frame: Frame, seed: int, out: bool, swapped: str | None = None) -> Composed:
    """One prompt in this frame. `out`: of held-out words; `swapped`: a slot that holds another thing of its class, all else as with the same seed."""
    return Writer(frame, seed, out, swapped).write()


class Writer:
    def __init__(self, frame: Frame, seed: int, out: bool, swapped: str | None):
        self.frame, self.out = frame, out
        self.dice = random.Random(f"{seed} {frame.text}")
        self.text = ""
        self.spans: dict[str, tuple[int, int]] = {}
        self.relations: list[RelationFact] = []
        self.setting: dict[str, list[Said]] = {layer: [] for layer in LAYERS}
        self.absent: list[str] = []
        self.measured: list[str] = []
        """Slots whose size is told by another's."""
        self.drawn: dict[str, str] = {}
        """The last relation that `{rel}` and `{prep}` drew."""
        self.subjects = self._cast(swapped)

    def _cast(self, swapped: str | None) -> dict[str, Subject]:
        """What stands in every slot of the frame: no two of the same words."""
        told, taken, cast = self.frame.text, set[str](), dict[str, Subject]()
        copied = dict(re.findall(r"\{pair (\w\d) (\w\d)\}", told)) | dict(re.findall(r"(\w\d)=(\w\d)", told))
        for slot in dict.fromkeys(SLOT.findall(told)):
            if slot in copied.values():
                continue
            parted = any(f"{word} {slot}" in told for word in ("part", "partof"))
            coloured = re.search(rf"look (\w\d[+=])?{slot}\b", told) is not None
            fits = [n for n in nouns(slot[0], self.out) if (not parted or n.parts) and (not coloured or looks(n.category, "colour", self.out))]
            if slot[0] == "C":
                holder = next(c.noun for s, c in cast.items() if s[0] == "V") if any(s[0] == "V" for s in cast) else None
                fits = [n for n in fits if holder is None or n.size < 0.6 * holder.size] or fits
            fits = [n for n in fits if not taken & set(n.word.split())] or fits
            first, second = self.dice.sample(fits, 2) if len(fits) > 1 else (fits[0], fits[0])
            noun = second if slot == swapped else first
            taken |= {*first.word.split(), *second.word.split()}
            many = f"{{{slot}#}}" in told and self.dice.random() < 0.6
            cast[slot] = Subject(noun, self.dice.randint(2, 6) if many else 1)
        for one, other in copied.items():
            cast[other] = Subject(cast[one].noun)
        return cast

    def write(self) -> Composed:
        at = 0
        for m in TOKEN.finditer(self.frame.text):
            self.text += self.frame.text[at : m.start()]
            word, *rest = m[1].split()
            if self.text.endswith(("", ". ")) and (not self.text or self.text.endswith(". ")):
                self._capital(lambda word=word, rest=rest: self._token(word, rest))
            else:
                self._token(word, rest)
            at = m.end()
        self.text += self.frame.text[at:]
        self._told()
        return Composed(self.frame, self._caption(), self._words(), self.spans)

    def _capital(self, write: Callable[[], None]) -> None:
        """What begins a sentence, unless the frame is a fragment."""
        at = len(self.text)
        write()
        if self.frame.text.rstrip().endswith("."):
            self.text = self.text[:at] + self.text[at : at + 1].upper() + self.text[at + 1 :]

    def _token(self, word: str, rest: list[str]) -> None:
        if SLOT.fullmatch(word.rstrip("#")):
            return self._phrase(word.rstrip("#"), "a")
        plain = word.lower().rstrip("+")
        kinds = TABLE["relation"]
        if plain in ("rel", "prep", "prep.") or plain.rstrip(".") in kinds and len(rest) > 1:
            return self._relation(plain, rest)
        if plain in ("place", "time", "weather", "light", "light2", "camera"):
            return self._setting(plain, rest, word[0].isupper())
        getattr(self, f"_{plain.rstrip('.')}", lambda rest: self._verb(word, rest))(rest)

    # ── phrases ──

    def _add(self, text: str, *keys: str) -> None:
        start = len(self.text)
        self.text += text
        for key in keys:
            self.spans[key] = (start, len(self.text))

    def _phrase(self, slot: str, article: str) -> None:
        """A noun phrase with the looks that it is told with at first."""
        subject = self.subjects[slot]
        subject.said = True
        said = self._looks(slot)
        noun = subject.noun.word if subject.count == 1 else plural(subject.noun.word)
        first = [*said, noun][0]
        if article == "a":
            article = ("an" if first[0] in "aeiou" and not first.startswith(("uni", "one", "eu")) else "a") if subject.count == 1 else NUMBERS[subject.count]
        self._add(f"{article} " if article else "")
        for look in said:
            subject.looks.append(look)
            self._add(look, f"{slot} {look}")
            self._add(" ")
        self._add(noun, slot, f"{subject.count} {slot}")

    def _looks(self, slot: str) -> list[str]:
        noun, told = self.subjects[slot].noun, self.frame.text
        later = re.search(rf"look \w*{slot}\b|look {slot}[+=]", told) is not None
        sorts = [s for s in ("size", "state") if self.dice.random() < 0.2] + [s for s in ("colour", "material") if self.dice.random() < 0.45 and not later]
        made = any(noun.word.startswith(m) or m in noun.word.split() for m in MATERIALS)
        found = [self.dice.choice(words) for s in sorts if not (made and s == "material") and (words := looks(noun.category, s, self.out))]
        return [w for k, w in enumerate(found) if w not in found[:k] and w not in noun.word.split()][:2]

    def _the(self, rest: list[str]) -> None:
        """ "the mug" again; at first mention, which "+" marks, with its looks."""
        if not self.subjects[rest[0]].said:
            return self._phrase(rest[0], "the")
        noun = self.subjects[rest[0]].noun.word
        self._add(f"the {noun if self.subjects[rest[0]].count == 1 else plural(noun)}")

    def _bare(self, rest: list[str]) -> None:
        self._phrase(rest[0], "")

    def _kind(self, rest: list[str]) -> None:
        slot = rest[0].split("=")[-1]
        self.subjects[slot].said = True
        before = next((s for s in reversed(list(self.subjects.values())) if s.said and s is not self.subjects[slot]), None)
        if self.text.endswith(" and ") and before is not None:
            self.subjects[slot].maybe += before.looks
        self._add(self.subjects[slot].noun.word, slot)

    def _pair(self, rest: list[str]) -> None:
        for slot in rest:
            self.subjects[slot].said = True
        self._add(f"two {plural(self.subjects[rest[0]].noun.word)}", *rest)

    def _absent(self, rest: list[str]) -> None:
        word = self.subjects.pop(rest[0]).noun.word
        self.absent.append(word)
        self._add(f"{'an' if word[0] in 'aeiou' else 'a'} {word}")

    def _absentnoun(self, rest: list[str]) -> None:
        word = self.subjects.pop(rest[0]).noun.word
        self.absent.append(word)
        self._add(word)

    def _pronoun(self, slot: str, forms: tuple[str, str, str]) -> str:
        word = self.subjects[slot].noun.word
        return forms[0] if word in FEMALE else forms[1] if word in MALE else forms[2] if self.subjects[slot].noun.category == "person" else "it"

    def _it(self, rest: list[str]) -> None:
        self._add("them" if self.subjects[rest[0]].count > 1 else self._pronoun(rest[0], ("her", "him", "them")))

    def _its(self, rest: list[str]) -> None:
        said = self._pronoun(rest[0], ("her", "his", "their"))
        self._add("its" if said == "it" else said)

    def _sub(self, rest: list[str]) -> None:
        self._add(self._pronoun(rest[0], ("She", "He", "They")))

    def _verb(self, word: str, rest: list[str]) -> None:
        slot = rest[0].rstrip("+")
        subject = self.subjects[slot]
        theirs = "They " in self.text and subject.noun.category == "person"
        single, many = VERBS.get(word, (f"{word}s", word))
        self._add(many if subject.count > 1 or rest[0].endswith("+") or theirs else single)

    def _wearing(self, rest: list[str]) -> None:
        self._add(self.dice.choice(["wearing", "dressed in", "in"]))

    # ── what is said of something ──

    def _colour(self, slot: str) -> str:
        noun, known = self.subjects[slot].noun, {x for s in self.subjects.values() for x in s.looks}
        return self.dice.choice([c for c in looks(noun.category, "colour", self.out) if c not in known] or ["red"])

    def _look(self, rest: list[str]) -> None:
        slots = [s for s in re.split(r"[+]", rest[0].split("=")[-1])]
        for slot in slots:
            self.subjects[slot].said = True
        look = self._colour(slots[0])
        first = self.subjects[slots[0]]
        for slot in slots:
            alike = self.subjects[slot].noun.category == first.noun.category
            (self.subjects[slot].looks if alike else self.subjects[slot].maybe).append(look)
        if "=" in rest[0]:
            self.spans[slots[0]] = (len(self.text), len(self.text) + len(look))
        self._add(look, *(f"{slot} {look}" for slot in slots))

    def _absentlook(self, rest: list[str]) -> None:
        self._add(self._colour(rest[0]))

    def _part(self, rest: list[str]) -> None:
        slot = rest[0]
        part, look = self._drawn_part(slot)
        start = len(self.text)
        several = part.endswith("s")
        self._add("" if several else "an " if look[0] in "aeiou" else "a ")
        self._add(look, f"{slot}'s {part} {look}")
        self._add(f" {part}", f"{slot} {part}")
        assert start < len(self.text)

    def _partof(self, rest: list[str]) -> None:
        slot = rest[0]
        part, look = self._drawn_part(slot)
        self._add(part, f"{slot} {part}")
        self._add(" are " if part.endswith("s") else " is ")
        self._add(look, f"{slot}'s {part} {look}")

    def _drawn_part(self, slot: str) -> tuple[str, str]:
        subject = self.subjects[slot]
        part = self.dice.choice(subject.noun.parts)
        look = self.dice.choice(TABLE["parts"][part])
        look = self.dice.choice(chosen(TABLE["looks"]["colour"], self.out)) if look == "colour" else look
        subject.parts.append((part, (look,)))
        return part, look

    def _wear(self, rest: list[str]) -> None:
        slot = rest[0]
        if (
            self.frame.text.count("{wear. " + slot)
            and self.text.endswith(("She ", "He ", "They ", ", "))
            and not self.subjects[slot].wears
            and not self.worn_said
        ):
            self.worn_said = True
            return self._verb("wear.", rest)
        person = self.subjects[slot].noun.category == "person"
        garment = self.dice.choice(chosen(TABLE["slots"]["garments"], self.out) if person else WORN_BY_ANIMALS)
        look = self.dice.choice(chosen(TABLE["looks"]["colour"], self.out))
        self.subjects[slot].wears.append((garment, (look,)))
        self._add("an " if look[0] in "aeiou" else "a ")
        self._add(look, f"{slot}'s {garment} {look}")
        self._add(" ")
        self._add(garment, f"{slot} {garment}")

    worn_said = False

    # ── relations and the setting ──

    def _relation(self, word: str, rest: list[str]) -> None:
        """ "{rel S1 S2}": any that fits; "{prep S1 S2}": one that follows a verb; "{on S1 F1}": this one."""
        one, other = rest[:2]
        kinds = TABLE["fits"].get(one[0] + other[0]) or TABLE["fits"].get(other[0] + one[0]) or TABLE["fits"]["OO"]
        after_verb = word.startswith("prep") or word.endswith(".")
        named = word.rstrip(".")
        if named not in TABLE["relation"]:
            usable = [k for k in kinds if not after_verb or any(not p.startswith("|") for p in TABLE["relation"][k])]
            named = self.dice.choice(usable)
        phrases = [p for p in TABLE["relation"][named] if not (after_verb and p.startswith("|"))] or TABLE["relation"][named]
        phrase = self.dice.choice(phrases).removeprefix("| ")
        if word == "prep.":
            phrase = phrase[0].upper() + phrase[1:] if not self.text or self.text.endswith(". ") else phrase
        self.drawn["prep" if word.startswith("prep") else "rel"] = named
        self._fact(one, named, [other])
        self._add(phrase, self._key(self.relations[-1]))

    def _fact(self, one: str, kind: str, others: list[str], loose: bool = False) -> None:
        kinds = tuple(dict.fromkeys(k for each in kind.split("|") for k in TABLE["sibling"].get(each, [each])))
        self.relations.append(RelationFact(one, kinds, tuple(others), loose))

    @staticmethod
    def _key(fact: RelationFact) -> str:
        return f"{fact.subject} {fact.kinds[0]} {' '.join(fact.objects)}"

    def _told(self) -> None:
        """The facts behind the arrow: "N1 behind|near O1", "=prep" what was drawn last, "?" none that must be read; "camera 50mm"; "size L1 L2" measured."""
        for line in self.frame.facts:
            one, kind, *others = line.split()
            if one == "camera":
                self.setting["camera"].append(Said(kind))
            elif one == "size":
                self.measured += [kind, *others]
            else:
                loose = kind.endswith("?")
                kind = "|".join(self.drawn.get(k[1:], "beside") if k.startswith("=") else k.rstrip("?") for k in kind.split("|"))
                self._fact(one, kind, [o.split("|")[0] for o in others], loose)
                for other in others[0].split("|")[1:]:  # either end is right
                    self.relations.append(RelationFact(one, self.relations[-1].kinds, (other,), True))
        self.relations += self._implied()

    def _implied(self) -> list[RelationFact]:
        """What follows, and may be read: what is beside a thing on a table is on the table; who is behind somebody on a chair is behind the chair."""
        out = []
        for lean in (r for r in self.relations if r.kinds[0] == "leaning_on" and r.subject[0] == "S"):
            out += [RelationFact(lean.subject, r.kinds, r.objects, True) for r in self.relations if r.kinds[0] == "on" and r.subject == lean.objects[0]]
        for under in (r for r in self.relations if r.kinds[0] in ("on", "leaning_on") and len(r.objects) == 1):
            for r in (r for r in self.relations if r.kinds[0] in BESIDE and len(r.objects) == 1):
                ends = (r.subject, r.objects[0])
                if under.subject in ends and under.objects[0] not in ends:
                    other = ends[ends[0] == under.subject]
                    out.append(RelationFact(other, under.kinds, under.objects, True))
                    near = RelationFact(other, r.kinds, under.objects, True) if other == r.subject else RelationFact(under.objects[0], r.kinds, (other,), True)
                    out += [near] if under.subject[0] in "PN" else []
        return out

    def _setting(self, layer: str, rest: list[str], capital: bool) -> None:
        known = layer.rstrip("2")
        if known == "place":
            out_of_doors = rest == ["out"] or not rest and any(s[0] in "ON" for s in self.subjects)
            table = TABLE["place"]["outdoor" if out_of_doors else "indoor"]
        else:
            table = TABLE["setting"][known]
        words = [w for w in chosen(list(table), self.out) if Said(table[w]) not in self.setting[known]] or list(table)
        said = self.dice.choice(words)
        self.setting[known].append(Said(table[said]))
        self._add(said[0].upper() + said[1:] if capital else said, table[said])

    # ── the facts ──

    def _caption(self) -> Caption:
        facts = tuple(
            SubjectFact(
                slot, s.noun.word, s.count, False, self._said(slot, s),
                tuple(PartFact((name, f"{name}_part"), tuple(map(Said, said)), False) for name, said in s.parts),
                tuple(PartFact((name,), tuple(map(Said, said)), False) for name, said in s.wears),
            )
            for slot, s in self.subjects.items()
        )  # fmt: skip
        ends = {*self.subjects, *PLACES}
        assert all({r.subject, *r.objects} <= ends for r in self.relations), self.frame.text
        setting = {layer: tuple(said) for layer, said in self.setting.items()}
        return Caption(self.frame.section, self.frame.section, self.text, facts, tuple(self.relations), setting, tuple(self.absent))

    def _said(self, slot: str, subject: Subject) -> tuple[Said, ...]:
        sizes = ("large", "small") if slot in self.measured else ()
        return (*map(Said, subject.looks), *(Said(word, True) for word in (*subject.maybe, *sizes)))

    def _words(self) -> tuple[str, ...]:
        return tuple(s.noun.word for s in self.subjects.values()) + tuple(look for s in self.subjects.values() for look in s.looks)
