"""The passes in a row."""

from __future__ import annotations

from diorama.errors import RequestError
from diorama.language.assume import fill_in
from diorama.language.bind import Binder
from diorama.language.build import phrases, scene
from diorama.language.check import check
from diorama.language.chunks import chunk
from diorama.language.coach import coach
from diorama.language.draft import Draft
from diorama.language.frames.claim import is_content as means
from diorama.language.frames.claim import tell
from diorama.language.frames.reader import Reader
from diorama.language.letter import letter
from diorama.language.match import Atom, match
from diorama.language.model import LAYERS, Reading, ordered
from diorama.language.spelling import respelt
from diorama.language.syntax.document import Piece, in_prose, is_prose, pieces
from diorama.language.syntax.parse import parse
from diorama.language.tokens import Token, scan, validate


def read(prompt: str, *, aspect: str | None = None) -> Reading:
    """Read a prompt. `aspect` ("16:9") overrules the prompt's own. Raises PromptError for what is no text, empty or longer than 32,000 characters."""
    validate(prompt)
    draft = Draft(prompt)
    if aspect is not None:
        draft.camera["aspect"] = _aspect(aspect)
    tokens, slips = respelt(scan(prompt))
    for token, word in slips:
        draft.say("note", "spelling", f"{token.text!r} is read as {word!r}", (token.start, token.end), f"write {word!r}")
    binder = Binder(draft)
    found = pieces(prompt)
    if is_prose(found, prompt):
        prose(draft, binder, found)
    else:
        atoms = match(prompt, tokens)
        binder.walk(chunk(atoms))
        binder.lights.settle()
        binder.standalone.tell_idle()
        _sweep(draft, atoms)
    letter(draft)
    fill_in(draft)
    made = scene(draft)
    told, overruled = phrases(draft, made)
    check(draft, told, overruled)
    coach(draft)
    layers = tuple(layer for layer in LAYERS if layer in draft.given)
    return Reading(prompt=prompt, scene=made, phrases=tuple(told), diagnostics=tuple(ordered(draft.diagnostics)), genre=draft.genre, layers=layers)


def prose(draft: Draft, binder: Binder, found: list[Piece]) -> Reader:
    """A caption: its sentences by their grammar, its fragments by the lexicon."""
    reader = Reader(draft, binder)
    for piece in found:
        if piece.kind == "sentence" or in_prose(draft.prompt[piece.start : piece.end]):
            reader.read(piece)
        else:
            atoms = match(draft.prompt, tokens_of(draft.prompt, piece))
            binder.walk(chunk(atoms))
            _sweep(draft, atoms)
    binder.lights.settle()
    binder.standalone.tell_idle()
    tell(reader.claims)
    return reader


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
    found = pieces(prompt)
    if not is_prose(found, prompt):
        return [(a.start, a.end, a.text) for a in match(prompt, respelt(scan(prompt))[0]) if is_content(a)]
    out: list[tuple[int, int, str]] = []
    for piece in found:
        if piece.kind == "sentence" or in_prose(prompt[piece.start : piece.end]):
            out += [(w.start, w.end, w.text) for w in parse(prompt[piece.start : piece.end], piece.start) if means(w)]
        else:
            out += [(a.start, a.end, a.text) for a in match(prompt, tokens_of(prompt, piece)) if is_content(a)]
    return out


def tokens_of(prompt: str, piece: Piece) -> list[Token]:
    """The tokens of a piece, with offsets in the prompt."""
    return [t._replace(start=t.start + piece.start, end=t.end + piece.start) for t in scan(prompt[piece.start : piece.end])]
