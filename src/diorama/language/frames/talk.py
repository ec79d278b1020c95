"""What is no thing: the picture itself, who looks at it, its text, its camera, shadows, manner and what cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.chunks import Chunk
from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import kinds, phrase, traits
from diorama.language.frames.phrase import WRITING
from diorama.language.frames.vocabulary import tables
from diorama.language.lexicon import Sense
from diorama.language.match import Atom
from diorama.language.syntax.phrases import counted, own
from diorama.language.syntax.sentence import MEASURED, Mention, Sentence, head_of, of_light, words_in
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

ALONE = (
    "camera_words",
    "film_words",
    "framing",
    "angle",
    "composition",
    "aspect_words",
    "shadow",
    "gobo",
    "silhouette",
    "mood",
    "f_number",
    "focal",
    "aspect",
    "iso",
    "kelvin",
    "clock",
    "flag",
    "weight",
    "frame_flag",
)
"""Kinds of entries that mean the same wherever they stand."""
SHOWING = ("camera_words", "film_words", "framing", "angle", "composition", "mood")


def _taken_in(reader: Reader, mention: Mention) -> None:
    """ "a studio portrait", "a studio headshot": where it is taken, if nothing else is said."""
    for word in (mention.head, *mention.modifiers):
        if word.atom is not None and word.atom.norm.split()[0] == "studio":
            reader.draft.environment.setdefault("hint", "studio")
            reader.claims.note(word, "environment", Effect("environment.setting", "studio"), frame="place", rule="of the picture")


def camera(reader: Reader, mention: Mention) -> None:
    _taken_in(reader, mention)
    if mention.real and mention.atom.norm not in ("mood", "atmosphere", "frame"):
        reader.standalone.alone(mention.atom)
        reader.claims.mark(mention.head, "camera", mention.rule)
    reader.claims.phrase(mention, mention.why or "picture")


def measured(reader: Reader, mention: Mention) -> None:
    """ "85mm", "f/2", "6pm": means the same wherever it stands."""
    if mention.rule == "unit":
        return reader.claims.phrase(mention, "loose")
    reader.standalone.alone(mention.atom)
    reader.claims.phrase(mention, "loose")


AROUND = frozenset(("environment", "setting", "landscape", "scene", "surrounding", "surroundings", "backdrop", "space", "scenery"))
"""Nouns for what is around that are a place with a word before them."""


def _placed(reader: Reader, mention: Mention) -> None:
    """ "A jungle environment", "an urban setting": the place that a word before it tells."""
    for word in mention.modifiers if mention.real else ():
        told = word.atom.sense("setting") if word.noun and word.atom is not None else None
        if told is None and mention.head.lemma in AROUND and mention.top.dep == "pobj" and "setting" not in reader.draft.environment:
            told = next((Sense("setting", key, {}) for key, words in tables()["of_place"].items() if word.norm in words), None)
        if reader.claims.has(word):
            continue
        if mention.head.lemma in AROUND and word.atom is not None and word.atom.can("weather", "season"):
            reader.places.modifiers([word.atom])  # "a snowy scene"
            reader.claims.mark(word, "place", "of the picture")
        if told is None or reader.claims.has(word):
            continue
        if told.key == "park":  # "an outdoor setting": any other place that is told is more than that
            reader.draft.environment.setdefault("hint", "park")
            reader.claims.note(word, "environment", Effect("environment.setting", "park"), frame="place", rule="of the picture")
            continue
        reader.places.take(Chunk(atoms=[word.atom or own(word)], modifiers=[], head=word.atom or own(word), sense=told), "in")
        reader.claims.mark(word, "place", "of the picture")
        if mention.head.lemma in AROUND and not reader.claims.has(mention.head):
            reader.claims.joins(mention.head, "place", "of the picture")


def picture(reader: Reader, mention: Mention) -> None:
    """ "a black and white close-up shot": what sort of picture."""
    _taken_in(reader, mention)
    for word in mention.modifiers:
        if word.atom is not None and word.atom.can(*SHOWING) and not reader.claims.has(word):
            reader.standalone.alone(word.atom)
            reader.claims.mark(word, "camera", "of the picture")
    _placed(reader, mention)
    kind = mention.head.atom
    if kind is not None and kind.can("genre") and reader.fragmentary():
        reader.draft.genre, reader.draft.genre_said = reader.draft.genre or kind.sense("genre").key, True
    if mention.atom.can(*SHOWING) and mention.head.lemma not in ("mood", "atmosphere", "feeling", "feel"):
        reader.standalone.alone(mention.atom)
    mention.place = "picture"
    reader.claims.phrase(mention, "picture")


def medium(reader: Reader, mention: Mention) -> None:
    """A painting or a drawing is asked for: the picture is a photograph all the same, which is said once."""
    if reader.medium is None and mention.atom.norm != "art":
        reader.medium = mention.head.lemma
        reader.draft.styles.append(mention.atom)
    mention.place = "picture"
    reader.claims.phrase(mention, "picture")


def text(reader: Reader, mention: Mention) -> None:
    if any(reader.quoted(w) for w in [mention.head]):
        return
    reader.claims.phrase(mention, mention.why or "text")


def viewer(reader: Reader, mention: Mention) -> None:
    for atom in dict.fromkeys((mention.atom, *(w.atom for w in mention.modifiers if w.atom is not None))):
        if mention.head.lemma == "lens" and atom.can("camera_words"):
            reader.standalone.alone(atom)  # "photographed with a fisheye lens"
    reader.claims.phrase(mention, "viewer")


def shadow(reader: Reader, mention: Mention) -> None:
    if mention.real and mention.atom.can("silhouette") and (mention.atom.norm.startswith("in ") or mention.top.head.norm == "in"):
        reader.standalone.alone(mention.atom)
        reader.claims.mark(mention.head, "light", "silhouette")
    elif mention.real and mention.atom.can("shadow", "gobo") and (" " in mention.atom.norm or mention.atom.can("gobo")):
        reader.standalone.alone(mention.atom)
    elif mention.real and mention.head.lemma == "shadow":
        for word in mention.modifiers:
            if word.norm in ("long", "soft", "hard", "sharp", "dappled"):
                key = {"sharp": "hard", "dappled": "soft"}.get(word.norm, word.norm)
                reader.draft.lighting["shadow"] = key
                reader.claims.note(word, "lighting", Effect("lighting.shadow", key), frame="light", rule="shadow")
                reader.claims.note(mention.head, "lighting", Effect("lighting.shadow", key), frame="light", rule="shadow")
    reader.claims.phrase(mention, mention.why or "shadow")


def side(reader: Reader, mention: Mention) -> None:
    """ "in the background", "to the left": where in the frame; a relation says of what."""
    mention.place = mention.atom.sense("side").key
    reader.claims.phrase(mention, "known")


def where(reader: Reader, mention: Mention) -> None:
    reader.claims.phrase(mention, mention.why or "known")


def abstract(reader: Reader, mention: Mention) -> None:
    if mention.head.norm in traits.YEARS and mention.owner is not None:  # "in his sixties"
        owner = reader.owner(mention)
        actor = reader.actor(mention.top.head)
        subject = next(
            (m.subject for m in (owner, actor) if m is not None and m.subject is not None and m.subject.traits is not None and m.subject.category == "person"),
            None,
        )
        if subject is not None:
            traits.put(reader.draft, subject, own(mention.head), "age", traits.YEARS[mention.head.norm])
    if mention.real and reader.subjects.place_of(mention.atom):  # "a family having a picnic"
        return reader.claims.mark(mention.head, "place", "hint")
    reader.claims.phrase(mention, mention.why or "abstract")


def number(reader: Reader, mention: Mention) -> None:
    someone = _aged(reader, mention) if mention.real else None
    if someone is not None:
        traits.put(reader.draft, someone, own(mention.head), "age", float(_years(mention)))
        reader.claims.mark(mention.head, "person", "age")
    reader.claims.phrase(mention, mention.why or "loose")


def _years(mention: Mention) -> int | None:
    word = mention.head
    tens = word.kid("compound", "nummod")
    more = counted(tens) if tens is not None and tens.joined else 0
    number_ = counted(word)
    return number_ + (more or 0) if number_ is not None else None


def _aged(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "A girl of about sixteen", "she is nine": whose age a bare number is."""
    years, (dep, above) = _years(mention), phrase.governor(mention.top)
    if years is None or not 0 < years < 105 or mention.top.kid("prep") is not None:
        return None
    if dep == "pobj" and above.norm == "of" and above.head.noun:
        whose = reader.sentence.mention(above.head)
    else:
        whose = reader.actor(above) if dep in ("attr", "acomp") and above.lemma in ("be", "turn") else None
    subject = whose.subject if whose is not None and whose.real else None
    return subject if subject is not None and subject.traits is not None and subject.category == "person" and subject.count == 1 else None


def quantity(reader: Reader, mention: Mention) -> None:
    reader.claims.phrase(mention, mention.why or "known")


def labels(reader: Reader, found: Sentence) -> None:
    """Text in quotation marks goes onto what bears it, where the sentence tells of writing; what someone says is no text."""
    for atom in [a for a in found.atoms if a.can("quote")]:
        inside = words_in(found.words, atom.start, atom.end)
        owner = _bearer(reader, found, atom)
        if owner is None and not _written(found, atom):
            reader.claims.none(atom, "text", "text", "spoken")
            continue
        reader.subjects.label(owner, atom, None)
        for word in inside:
            reader.claims.mark(word, "text", "written")


def _written(found: Sentence, atom: Atom) -> bool:
    before = [w for w in found.words if w.end <= atom.start][-7:]
    inside = words_in(found.words, atom.start, atom.end)
    above = [w for x in inside[:1] for w in (x.head, x.head.head)]
    return any(w.lemma in WRITING for w in (*before, *above))


def _bearer(reader: Reader, found: Sentence, atom: Atom):
    """The thing that the text stands on: the last named before it in its sentence, if the sentence tells of writing."""
    if not _written(found, atom):
        return None
    before = [
        m
        for m in found.mentions
        if m.subject is not None and m.head.end <= atom.start and m.subject.category not in ("person", "animal") and m.subject in reader.draft.subjects
    ]
    return before[-1].subject if before else None


BLURS = frozenset(("blur", "blurred", "blurry", "defocused", "soft-focus", "bokeh"))


def alone(reader: Reader, found: Sentence) -> None:
    """Entries that mean the same wherever they stand, and are no words of a thing."""
    word = next((w for w in found.words if (w.norm in BLURS or w.lemma in BLURS) and _of_background(w)), None)
    if word is not None and reader.draft.depth is None:
        reader.draft.depth = "shallow"
        reader.draft.notes.pop((word.start, word.end), None)
        reader.claims.note(word, "camera", Effect("camera.f_number", "shallow"), frame="camera", rule="blurred background")
    for atom in found.atoms:
        shot = atom.can("angle") and not of_light(words_in(found.words, atom.start, atom.end))
        if atom.can("light_head") and atom.norm.split()[0] in LIT and not reader.draft.noted(atom.start, atom.end):
            _lit(reader, atom)
            continue
        if atom.kind == "light_direction" and not shot and (reader.draft.lights or any(m.kind == "light" for m in found.mentions)):
            reader.lights.direction(atom)
            continue
        if not atom.can(*ALONE) or atom.norm.startswith("in ") and atom.can("shadow", "mood") or reader.draft.noted(atom.start, atom.end):
            continue
        word = head_of(atom, found.words)
        several = " " in atom.norm or "-" in atom.text or atom.kind in MEASURED
        if atom.norm in ("low", "mood", "dark", "bright") and not several:
            continue
        if word is not None and (several or _of_picture(reader, word)):
            reader.standalone.alone(atom)
            reader.claims.mark(word, "camera", "alone")


LIT = frozenset(("lit", "illuminated", "lighted"))


def _lit(reader: Reader, atom: Atom) -> None:
    """ "A woman lit from below": the light that was told of in this sentence comes from there, or one that no word names."""
    data = {k: v for k, v in atom.sense("light_head").data.items() if k in ("azimuth", "elevation")}
    light = reader.draft.lights[-1] if reader.draft.lights else None
    if light is None:
        reader.lights.take(Chunk(atoms=[atom], modifiers=[], head=atom, sense=atom.sense("light_head")))
    else:
        reader.lights._data(light, data, atom)
    reader.claims.mark(atom, "light", "lit")


def _of_background(word: Word) -> bool:
    """True if it is the background that is blurred."""
    above = word
    for _ in range(4):
        if above.root:
            break
        above = above.head
        if above.lemma in ("background", "backdrop"):
            return True
        if above.verb or above.tag == "IN":
            if any(k.lemma in ("background", "backdrop") and k.dep in ("nsubj", "nsubjpass", "dobj", "pobj") for k in above.kids):
                return True
    return any(w.lemma in ("background", "backdrop") for w in word.subtree())


def _of_picture(reader: Reader, word: Word) -> bool:
    mention = reader.sentence.mention(word.head) if reader.sentence else None
    return mention is not None and mention.kind in ("picture", "camera", "medium")


_ = kinds
