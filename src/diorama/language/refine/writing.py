"""Text on things: what is to be read, where, in which letters."""

from __future__ import annotations

from diorama.language.draft import Effect
from diorama.language.dress import colour_of
from diorama.language.match import Atom
from diorama.language.refine.desk import Desk
from diorama.language.subjects import WRITABLE
from diorama.scene import Label

MARKS = "\"“”„«»'‘’"


def text_of(quote: Atom) -> str:
    return quote.text.strip(MARKS).strip()


def bearers(desk: Desk) -> list[str]:
    """What text is on: of what was spoken of last if it bears any, else of all that do, else of the first that can."""
    written = [s.id for s in desk.scene.subjects if s.labels]
    spoken = [i for i in desk.it if desk.has(i)] if desk.named else []
    if spoken:
        return [i for i in spoken if i in written] or spoken
    return written or [s.id for w in WRITABLE for s in desk.scene.subjects if s.thing == w][:1] or [s.id for s in desk.scene.subjects if not s.implied][:1]


def say(desk: Desk, ids: list[str], atoms: list[Atom]) -> None:
    """Put quoted text onto subjects; words of lettering and colour change the text that is there."""
    quotes = [a for a in atoms if a.can("quote") and text_of(a)]
    rest = [a for a in atoms if a not in quotes]
    if not ids:
        desk.refuse("nothing-to-write-on", "there is nothing in the picture that text could stand on", atoms, "add a sign, a label or a book first")
        return
    if quotes:
        old = next((x for i in ids for x in desk.subject(i).labels), None)
        style = old.style if old else "sans"
        labels = tuple(Label(text=text_of(q), style=style, colour=old.colour if old else None) for q in quotes)[:8]
        for id in ids:
            desk.set(f"subjects.{id}.labels", labels)
        for quote in quotes:
            desk.note([quote], "subject", *(Effect(f"subjects.{id}.labels", text_of(quote)) for id in ids))
    _style(desk, ids, rest)
    desk.speak_of(ids)


def _style(desk: Desk, ids: list[str], rest: list[Atom]) -> None:
    """Lettering and colour of the text that is there."""

    for atom in rest:
        if atom.can("lettering"):
            change, effect = {"style": atom.sense("lettering").key}, ("labels.style", atom.sense("lettering").key)
        elif atom.can("colour", "hex"):
            colour = colour_of(atom)
            change, effect = {"colour": colour}, None
        else:
            desk.note([atom], "subject", status="applied" if atom.can("link", "link_to", "function", "determiner", "talk", "target", "relation") else "no_effect")
            continue
        changed = [i for i in ids if desk.subject(i).labels]
        for id in changed:
            desk.set(f"subjects.{id}.labels", tuple(x.model_copy(update=change) for x in desk.subject(id).labels))
        if changed:
            desk.note([atom], "subject", *([Effect(f"subjects.{i}.{effect[0]}", effect[1]) for i in changed] if effect else []))
        else:
            desk.refuse("no-text", f"{atom.text!r}: there is no text yet", [atom], 'write some: \'write "HELLO" on the mug\'')


def rename(desk: Desk, old: str, new: Atom, atoms: list[Atom]) -> bool:
    """Text for text: `replace "LUMEN" with "LUNA"`. False where it is not there."""
    found = [(s.id, x) for s in desk.scene.subjects for x in s.labels if x.text.casefold() == old.casefold()]
    for id, _ in found:
        labels = tuple(x.model_copy(update={"text": text_of(new)}) if x.text.casefold() == old.casefold() else x for x in desk.subject(id).labels)
        desk.set(f"subjects.{id}.labels", labels)
    if found:
        desk.note(atoms, "subject")
        desk.note([new], "subject", *(Effect(f"subjects.{id}.labels", text_of(new)) for id, _ in found))
        desk.speak_of([id for id, _ in found])
    return bool(found)
