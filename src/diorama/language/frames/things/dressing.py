"""Looks told of a subject; those that nothing is built by are kept as words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.dress import colour_of
from diorama.language.frames import animal, shown, traits
from diorama.language.frames.things.standin import nearest
from diorama.language.frames.vocabulary import physical
from diorama.language.lexicon import Sense
from diorama.language.match import Atom
from diorama.language.syntax.phrases import NUMBERS, atoms_of, own
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def dress(reader: Reader, subject: SubjectDraft, words: list[Word]) -> None:
    """Looks told of a subject; the words that are no looks have no effect."""
    if subject.traits is not None:
        return _dress_living(reader, subject, words)
    kept = [w for w in words if w.atom is not None and shown.shows(w.atom)]
    atoms = atoms_of(kept)
    left = reader.wardrobe.subject(subject, atoms) if atoms else []
    for word in words:
        atom = word.atom
        if atom is None or atom in left or word not in kept:
            keep(reader, subject, word)
        else:
            reader.claims.mark(word, "look", "told of it")


def keep(reader: Reader, subject: SubjectDraft, word: Word) -> None:
    """A word that nothing is built by: what can be seen is kept of the thing, all else has no effect."""
    if word.norm == "potted" and subject.category == "plant":
        return reader.claims.mark(word, "look", "as it is")  # "a potted cactus"
    if physical(word) and not reader.claims.has(word):
        value = (compound(reader, word) or own(word)).norm
        if value not in subject.attributes:
            subject.attributes.append(value)
        reader.claims.note(own(word), "subject", Effect("attributes", value, subject), status="no_effect", frame="look", rule="kept")
    else:
        reader.claims.none(word, "manner" if word.tag.startswith("RB") else "quality", "look")


def _dress_living(reader: Reader, subject: SubjectDraft, words: list[Word]) -> None:
    """Looks told of someone: age, build, colour of the coat, size."""
    for word in words:
        joined = reader.draft.prompt[word.end : word.end + 1] == "-" and any(w.start == word.end + 1 for w in words)
        if joined or reader.claims.has(word) or OF_A_PART.match(reader.draft.prompt, word.end):
            continue  # "dark-skinned": read once, as one, where its last word comes
        years = word.kid("npadvmod") if word.lemma == "old" else None
        if years is not None and (number := years.kid("nummod")) is not None and (told := _years(number)) is not None:
            traits.put(
                reader.draft, subject, own(word), "age", told if subject.category == "person" else "young" if told < 1 else "old" if told > 9 else "adult"
            )
            reader.claims.none(years, "known", "person")
            continue
        atom = compound(reader, word) or word.atom or own(word)
        frame = animal if subject.category == "animal" else traits
        if frame.adjective(reader.draft, subject, atom) or frame is animal and _coat(reader, subject, word.atom or atom):
            reader.claims.mark(atom, subject.category, "traits")
        elif word.tag == "VBG" and (frame.verb(reader.draft, subject, own(word), word.lemma) or frame.deed(reader.draft, subject, own(word), word.lemma, None)):
            reader.claims.mark(word, subject.category, "pose")  # "a running dog"
        elif subject.category == "person" and word.noun and (sex := traits.sex_of(word.lemma)) is not None:
            traits.put(reader.draft, subject, own(word), "sex", sex)
            reader.claims.mark(word, subject.category, "traits")
        elif subject.category == "person" and word.lemma in UNSHOD:
            unshod(reader, subject, word)
        elif word.atom is not None and word.atom.can("size") and word.atom.norm not in ("tall", "short", "thin", "slim", "slender"):
            reader.wardrobe.subject(subject, [word.atom])
            reader.claims.mark(word, subject.category, "size")
        else:
            reader.claims.none(word, "manner" if word.tag.startswith("RB") else "quality", "look")
    return None


UNSHOD = frozenset(("barefoot", "barefooted", "shoeless"))


def unshod(reader: Reader, wearer: SubjectDraft, word: Word) -> None:
    """ "A barefoot dancer", "she is barefoot": nothing is on their feet, whatever the role usually wears there."""
    sense = nearest("clothes", "unlisted", True)
    assert sense is not None
    bare = SubjectDraft("barefoot", sense.key, "wear", sense.data["size"], (word.start, word.end), max(wearer.count, 1), counted=True, worn_by=wearer)
    reader.draft.subjects.append(bare)
    made = reader.draft.relate([wearer], "wearing", [bare], own(word))
    reader.claims.note(word, "subject", Effect("relations", made), frame="garment", rule="unshod")


def _years(word: Word) -> float | None:
    return float(word.norm) if word.norm.isdigit() else float(NUMBERS[word.norm]) if word.norm in NUMBERS else None


def compound(reader: Reader, word: Word) -> Atom | None:
    """ "red-haired", "middle-aged": the words that a hyphen joins, as one; None if it is joined to none."""
    text, start = reader.draft.prompt, word.start
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    if "-" not in text[start : word.end] or start == word.start:
        return None
    whole = text[start : word.end]
    return Atom(start, word.end, whole, whole.lower(), (Sense("unknown", whole, {}),), False)


OF_A_PART = re.compile(r"-(?!colou?red|furred|coated|feathered|haired|skinned|scaled|striped|spotted|speckled|tinged|toned)\w+ed\b", re.I)
"""After a colour that is of a part of a body: "a red-eyed parrot", "a white-tailed deer"."""


def _coat(reader: Reader, subject: SubjectDraft, atom: Atom) -> bool:
    colour = colour_of(atom)
    if colour is None or atom.norm.endswith(" faced") or len(subject.traits.get("coat", {}).get("colours", ())) >= 4:
        return False
    return traits.put(reader.draft, subject, atom, "coat.colours", colour)
