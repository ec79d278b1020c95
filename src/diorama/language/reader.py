"""The passes in a row."""

from __future__ import annotations

import re

from diorama.errors import PromptError, RequestError
from diorama.language import aloft, apart, boxes, coatings, films, flanks, leads, palette, poured, tooled, untied
from diorama.language.abroad import home
from diorama.language.assume import fill_in
from diorama.language.bind import Binder
from diorama.language.build import SHOWN, phrases, scene
from diorama.language.check import check
from diorama.language.chunks import chunk
from diorama.language.coach import coach
from diorama.language.draft import Draft
from diorama.language.fields import as_places
from diorama.language.frames.claim import is_content as means
from diorama.language.frames.claim import tell
from diorama.language.frames.passes import SentenceReader
from diorama.language.letter import Spot, letter
from diorama.language.match import Atom, match
from diorama.language.model import LAYERS, Reading, ordered
from diorama.language.spelling import respelt, spelt
from diorama.language.syntax import scenes
from diorama.language.syntax.document import (
    TERMS,
    Piece,
    about_doers,
    about_hung,
    about_living,
    brief_pieces,
    in_prose,
    is_aside,
    is_prose,
    of_the_trade,
    pieces,
)
from diorama.language.syntax.glossed import gloss
from diorama.language.syntax.parse import parse, prepare
from diorama.language.syntax.pasted import Plain, plain
from diorama.language.syntax.tongue import tongue
from diorama.language.tokens import Token, scan, validate
from diorama.language.unlisted import stood_in
from diorama.scene import Scene


def read(prompt: str, *, aspect: str | None = None, choice: int = 0) -> Reading:
    """Read a prompt. `aspect` ("16:9") overrules the prompt's own; `choice`: which of its alternatives ("{walnut|oak}") is taken, counted on from 0 through them all.

    Raises PromptError for what is no text, empty or longer than 32,000 characters; what shows nothing is read, and `must_show` refuses it.
    """
    if told := gloss(prompt):
        return home(read(told.text, aspect=aspect, choice=choice), told)
    draft, reader = understood(prompt, aspect, choice)
    made = scene(draft)
    untied.tell(draft, reader)
    told, overruled = phrases(draft, made)
    check(draft, told, overruled)
    tooled.tell(draft)
    coach(draft)
    _shows(draft, made)
    layers = tuple(layer for layer in LAYERS if layer in draft.given)
    said = tuple(ordered(draft.diagnostics))
    return Reading(prompt=prompt, scene=made, phrases=tuple(told), diagnostics=said, genre=draft.genre, layers=layers, filmed=draft.filmed)


def understood(prompt: str, aspect: str | None = None, choice: int = 0, *, walked: bool = False) -> tuple[Draft, SentenceReader | None]:
    """The draft with what is left open filled in, and the reader of its sentences where grammar reads them.

    `walked`: a brief is walked through even if it is about the living.
    """
    validate(prompt)
    pasted = plain(prompt, choice)
    draft = Draft(prompt)
    text = boxes.set_aside(draft, films.set_aside(draft, palette.set_aside(draft, pasted.text)))
    text = coatings.set_aside(draft, poured.set_aside(draft, apart.set_aside(draft, text)))
    draft.tongue = tongue(text)
    set_aside(draft, pasted)
    if aspect is not None:
        draft.camera["aspect"] = _aspect(aspect)
    binder = Binder(draft)
    found, reader = pieces(text), None
    tokens, slips = respelt(scan(text))
    for token, word in slips if draft.tongue is None else ():
        draft.say("note", "spelling", f"{token.text!r} is read as {word!r}", (token.start, token.end), f"write {word!r}")
    if is_prose(found, text):
        reader = prose(draft, binder, found, text)
    elif (about_living(atoms := stood_in(as_places(match(text, tokens)))) | (doers := about_doers(atoms)) | about_hung(atoms)) and not walked:
        reader = prose(draft, binder, brief_pieces(atoms), text)
        if not doers and not any(s.traits is not None or any(a.startswith(SHOWN) for a in s.attributes) for s in draft.subjects):  # words without a grammar
            return understood(prompt, aspect, choice, walked=True)
    else:
        binder.walk(chunk(atoms))
        binder.lights.settle()
        _sweep(draft, atoms)
    letter(draft, text)
    _left_by_letters(draft)
    apart.face_to_face(draft)
    binder.standalone.tell_idle()
    if reader is not None:
        tell(reader.claims)
    flanks.part(draft)
    apart.give(draft, binder)
    apart.abreast(draft)
    apart.amid(draft)
    apart.by_their_ends(draft)
    boxes.give(draft)
    leads.give(draft)
    aloft.give(draft)
    poured.give(draft, binder.contents)
    coatings.give(draft)
    fill_in(draft)
    return draft, reader


def choices(prompt: str) -> int:
    """In how many ways the alternatives of a prompt can be taken; 1 where it has none."""
    return plain(prompt).choices


REFUSED = ("not-english", "nothing-seen")


def must_show(reading: Reading) -> None:
    """Raise PromptError for a reading of which no picture can be made: in another language, or with nothing in it that can be seen."""
    wrong = next((d for d in reading.diagnostics if d.code in REFUSED), None)
    if wrong is not None:
        raise PromptError(wrong.message, where="prompt", hint=wrong.help)


def _shows(draft: Draft, made: Scene) -> None:
    """Said of what shows nothing: "masterpiece, best quality", "sadness"."""
    seen = any(not s.implied or s.labels for s in made.subjects) or bool({"environment", "lighting"} & draft.given)
    if not seen and draft.tongue is None:
        draft.say(
            "error",
            "nothing-seen",
            "nothing in these words can be seen in a picture",
            None,
            'name a thing and where it stands: "a red mug on a walnut table, soft window light"',
        )


def set_aside(draft: Draft, pasted: Plain) -> None:
    """What was pasted along with a description is told of, once a kind."""
    for kind, severity, code, what, help_ in ASIDE:
        found = [s for s in pasted.aside if s.kind == kind]
        if not found:
            continue
        for s in found:
            draft.note(Atom(s.start, s.end, draft.prompt[s.start : s.end], "", (), False), "none", status="no_effect")
        told = ", ".join(dict.fromkeys(s.value for s in found))[:80] if kind != "data" or len(found) > 1 or not pasted.fields else _offered(pasted.fields)
        if severity is not None:
            draft.say(severity, code, what.format(told), (found[0].start, found[0].end), help_.format(_flags(pasted.fields)))
    if draft.tongue is not None:
        draft.say(
            "error",
            "not-english",
            f"the prompt is in {draft.tongue}: prompts are read in English",
            None,
            'describe the picture in English: "a red mug on a walnut table, soft window light"',
        )


ASIDE = (
    # kind, severity, code, message, help
    ("data", "note", "no-effect", "{}: parameters of another program", "{}"),
    ("negative", "note", "left-out", "{}: only what is described is put into the picture", ""),
    ("left_out", "note", "left-out", "{}: left out", ""),
    ("alternative", "note", "alternative", "of the alternatives {!r} is taken", "another seed takes another; -n makes one picture of each"),
    ("wildcard", "warning", "no-effect", "__{}__ stands for words that another program fills in", "write what is meant"),
    ("mark", None, "", "", ""),
)


def _offered(fields: dict[str, str]) -> str:
    return ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in fields.items() if value)[:160]


def _flags(fields: dict[str, str]) -> str:
    """How the size and seed of another program are asked for here."""
    width, _, height = fields.get("size", "").partition("x")
    shape = f"--width {width} --height {height}" if width.isdigit() and height.isdigit() else ""
    seed = f"--seed {fields['seed']}" if fields.get("seed", "").isdigit() else ""
    return f"ask for {' '.join(filter(None, (shape, seed)))}" if shape or seed else ""


def prose(draft: Draft, binder: Binder, found: list[Piece], text: str) -> SentenceReader:
    """A caption: its sentences by their grammar, its fragments by the lexicon. `text`: the prompt with what is no description left blank."""
    reader = SentenceReader(draft, binder, text)
    found = [part for piece in found for whole in without_terms(text, piece) for part in by_scenes(text, whole)]
    prepare([spelt(text[p.start : p.end]).text for p in found if p.kind == "sentence"])
    for piece in found:
        if piece.kind == "sentence" or in_prose(text[piece.start : piece.end]):
            reader.read(piece)
        else:
            atoms = as_places(match(text, tokens_of(text, piece)), text)
            if about_living(atoms) and not is_aside(text[piece.start : piece.end]):
                for part in brief_pieces(atoms):
                    if part.kind == "sentence":
                        reader.read(part)
                    else:
                        binder.walk(chunk(own := as_places(match(text, tokens_of(text, part)), text)))
                        _sweep(draft, own)
                continue
            before = list(draft.subjects)
            binder.walk(chunk(atoms))
            if is_aside(text[piece.start : piece.end]) and before:
                draft.undo(*(s for s in draft.subjects if s not in before))
            _sweep(draft, atoms)
    binder.lights.settle()
    return reader


TITLE = re.compile(r"([^:,.;\n]{3,48}):\s+(?=\w)")


def without_terms(text: str, piece: Piece) -> list[Piece]:
    """A sentence, and the terms of light, lens and film that end it, which grammar would hang on what is named last: "…, soft morning light"."""
    comma = text.rfind(",", piece.start, piece.end)
    if piece.kind != "sentence" or comma < 0 or not in_prose(text[piece.start : comma]):
        return [piece]
    tail = Piece(comma + 1 + len(text[comma + 1 : piece.end]) - len(text[comma + 1 : piece.end].lstrip()), piece.end, "fragment")
    told = [a for a in match(text, tokens_of(text, tail)) if not a.can("punct")]
    if not told or not all(a.can(*TERMS) and not a.can("thing", "function", "determiner", "relation") for a in told):
        return [piece]
    return [*without_terms(text, Piece(piece.start, comma, piece.kind)), tail]


def by_scenes(text: str, piece: Piece) -> list[Piece]:
    """A sentence cut into the scenes that it lists; else the piece as it is."""
    if (head := TITLE.match(text, piece.start, piece.end)) is not None and of_the_trade(match(text, tokens_of(text, Piece(*head.span(1), "fragment")))):
        return [Piece(*head.span(1), "fragment"), *by_scenes(text, Piece(head.end(), piece.end, piece.kind))]  # "Cinematic wide shot: a man leans …"
    at = scenes.cuts(text[piece.start : piece.end]) if piece.kind == "sentence" else []
    edges = [piece.start, *(piece.start + k for k in at), piece.end]
    parts = [(a, a + len(text[a:b].rstrip().rstrip(",;").rstrip()) if b != piece.end else b) for a, b in zip(edges, edges[1:], strict=False)]
    return [Piece(a, b, piece.kind) for a, b in parts]


def _aspect(text: str) -> tuple[int, int]:
    width, _, height = text.partition(":")
    if not (width.isdigit() and height.isdigit() and int(width) and int(height) and 1 / 6 <= int(width) / int(height) <= 6):
        raise RequestError(f"{text!r} is no shape of a frame", where="aspect", hint="width:height between 1:6 and 6:1, as 3:2, 16:9, 1:1")
    return int(width), int(height)


def _sweep(draft: Draft, atoms: list[Atom]) -> None:
    """The promise kept: a content word that no pass took is told as not understood."""
    spans = sorted(draft.notes)
    k = 0
    for atom in atoms:
        while k < len(spans) and spans[k][1] <= atom.start:
            k += 1
        if is_content(atom) and not (k < len(spans) and spans[k][0] <= atom.start and atom.end <= spans[k][1]):
            draft.note(atom, "none", status="not_understood")


def _left_by_letters(draft: Draft) -> None:
    """The promise kept where a text was found among words: one that led to it and that nothing took has no effect."""
    if not any(s.labels for s in draft.subjects):
        return
    spans = sorted(draft.notes)
    k, reached = 0, 0
    for start, end, _ in content_words(draft.prompt):
        while k < len(spans) and spans[k][0] < end:
            reached, k = max(reached, spans[k][1]), k + 1
        if reached <= start:
            draft.note(Spot(start, end), "none", status="no_effect")


def is_content(atom: Atom) -> bool:
    """Everything but punctuation and function words (articles, auxiliary verbs, conjunctions)."""
    if atom.can("punct", "function", "conjunction"):
        return False
    if atom.can("determiner"):
        return atom.can("count", "number")
    link = atom.sense("link")
    return link is None or link.key not in ("is", "of", "with")


def content_words(prompt: str) -> list[tuple[int, int, str]]:
    """The words of a prompt that mean something to a picture: (start, end, text). Each lies in a phrase of its reading."""
    return [part for word in _content_words(plain(prompt).text) for part in _parted(prompt, *word)]


def _parted(prompt: str, start: int, end: int, text: str) -> list[tuple[int, int, str]]:
    """A word as it stands in the prompt; where a mark was put between two ("big"is"), each of them that means something."""
    if prompt[start:end] == text:
        return [(start, end, text)]
    words = [w for m in re.finditer(r"\S+", prompt[start:end]) for w in parse(m.group(), start + m.start())]
    return [(w.start, w.end, w.text) for w in words if means(w)]


def _content_words(prompt: str) -> list[tuple[int, int, str]]:
    found, atoms = pieces(prompt), match(prompt, respelt(scan(prompt))[0])
    if not is_prose(found, prompt) and not about_living(atoms) and not about_doers(atoms):
        return [(a.start, a.end, a.text) for a in map(boxes.without_verb, atoms) if is_content(a)]
    if not is_prose(found, prompt):  # grammar reads a brief by words; where it finds nobody, the lexicon by entries
        entries = [a for a in atoms if is_content(a)]
        words = [w for p in brief_pieces(atoms) for w in parse(prompt[p.start : p.end], p.start) if means(w)]
        return [(w.start, w.end, w.text) for w in words if any(a.start <= w.start < a.end for a in entries)]
    out: list[tuple[int, int, str]] = []
    for piece in found:
        if piece.kind == "sentence" or in_prose(prompt[piece.start : piece.end]):
            out += [(w.start, w.end, w.text) for w in parse(prompt[piece.start : piece.end], piece.start) if means(w)]
        else:
            out += [(a.start, a.end, a.text) for a in match(prompt, tokens_of(prompt, piece)) if is_content(a)]
    return out


def tokens_of(prompt: str, piece: Piece) -> list[Token]:
    """The tokens of a piece, with offsets in the prompt."""
    return [t._replace(start=t.start + piece.start, end=t.end + piece.start) for t in spelt(prompt[piece.start : piece.end]).tokens]
