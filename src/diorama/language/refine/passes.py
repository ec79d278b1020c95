"""The passes in a row."""

from __future__ import annotations

from collections.abc import Callable

from diorama.errors import SceneError
from diorama.language.build import phrases
from diorama.language.check import check
from diorama.language.match import Atom
from diorama.language.reader import is_content, ordered
from diorama.language.refine import changes, commands, moves, removal, texts
from diorama.language.refine.clauses import Clause, clauses
from diorama.language.refine.describe import describe
from diorama.language.refine.desk import Desk
from diorama.language.refine.living import edit_living
from diorama.language.refine.model import Refinement
from diorama.language.refine.vocabulary import atoms
from diorama.language.tokens import validate
from diorama.scene import Layout, Scene, carried, diff, load

MOST = 200
"""Clauses that are applied; more are told and left."""
EDIT_WORDS = ("verb", "state_verb", "step", "target", "amount", "move_word", "factor", "place_word", "group", "away_from", "closer_to", "light_direction")
"""Kinds of the refinement's own words that mean something."""

VERBS: dict[str, Callable[[Desk, Clause], None]] = {
    "add": commands.add, "put": commands.put, "remove": removal.remove, "replace": changes.replace, "change": commands.change, "make": commands.make, "move": moves.move,
    "rotate": moves.rotate, "light_on": commands.light_on, "light_off": commands.light_off, "focus": commands.focus, "write": changes.write, "rename": commands.change,
    "keep": commands.keep, "view": commands.view, "more": changes.more, "less": changes.less, "copy": changes.copy, "undo": commands.undo, "state": commands.state, "": commands.bare,
}  # fmt: skip


def refine(scene: Scene, words: str) -> Refinement:
    """Change a scene as the words say. Raises PromptError for what is no text, empty or longer than 32,000 characters."""
    validate(words)
    desk = Desk(words, scene)
    found = desk.atoms = atoms(words)
    parts = clauses(found)
    for clause in parts[:MOST]:
        _apply(desk, clause)
    _too_many(desk, parts[MOST:])
    _sweep(desk, found)
    made = _settled(desk)
    told, overruled = phrases(desk.draft, made)
    check(desk.draft, told, overruled)
    return Refinement(
        words=words, scene=made, edit=diff(scene, made), diff=describe(scene, made), phrases=tuple(told), diagnostics=tuple(ordered(desk.draft.diagnostics))
    )  # fmt: skip


def _apply(desk: Desk, clause: Clause) -> None:
    """One clause. Where nothing changes by it and nothing was said, that is said."""
    desk.forget_handles()
    before, told = desk.scene, len(desk.draft.diagnostics)
    desk.note(clause.aside, "none", status="no_effect")
    if texts.edit_text(desk, clause) or edit_living(desk, clause):
        return
    VERBS[clause.verb](desk, clause)
    desk.rejoin()
    if desk.scene is not before and desk.scene != before or len(desk.draft.diagnostics) > told:
        return
    words = [a for a in (*clause.opening, *clause.atoms) if not a.can("punct")]
    notes = [n for a in words if (n := desk.draft.notes.get((a.start, a.end))) is not None]
    if not any(_means(a) for a in words) or any(n.status == "not_understood" for n in notes):
        return
    if any(e.path != "noun" for n in notes for e in n.effects):
        desk.say("note", "no-change", f"{desk.text(words)!r}: it is so already", words)
    else:
        desk.say(
            "warning", "no-effect", f"{desk.text(words)!r}: nothing in the picture changes by this", words, "say what is to change, and how: 'make the mug red'"
        )


def content_words(words: str) -> list[tuple[int, int, str]]:
    """The words that mean something to a picture or its change: (start, end, text). Each lies in a phrase of the refinement."""
    return [(a.start, a.end, a.text) for a in atoms(words) if _means(a)]


def _means(atom: Atom) -> bool:
    return not atom.can("punct") and (atom.can(*EDIT_WORDS) or is_content(atom) and not atom.can("talk"))


def _too_many(desk: Desk, rest: list[Clause]) -> None:
    words = [a for c in rest for a in (*c.opening, *c.atoms) if not a.can("punct")]
    if words:
        desk.refuse("too-many-changes", f"{MOST} changes are made at once; what follows is left out", words, "make the rest in another refinement")


def _sweep(desk: Desk, found: list[Atom]) -> None:
    """The promise kept: a content word that nothing took is told as not understood."""
    spans = sorted(desk.draft.notes)
    k = 0
    for atom in found:
        while k < len(spans) and spans[k][1] <= atom.start:
            k += 1
        if _means(atom) and not (k < len(spans) and spans[k][0] <= atom.start and atom.end <= spans[k][1]):
            desk.draft.note(atom, "none", status="not_understood")


def _settled(desk: Desk) -> Scene:
    """The new scene, checked; of the layout what still holds, and what was said to move."""
    scene = desk.scene
    if scene.layout is not None:
        held = carried(desk.before.model_copy(update={"layout": scene.layout}), scene)
        scene = scene.model_copy(update={"layout": _with_moved(desk, held, scene.layout)})
    try:
        return load(scene.to_json())
    except SceneError as wrong:  # a rule that no pass knew: nothing is changed, and it is said
        desk.draft.say("error", "not-possible", f"this cannot be: {wrong.message}", None, "make one change at a time")
        return desk.before


def _with_moved(desk: Desk, held: Layout, said: Layout) -> Layout:
    kept = {name: said.places[name] for name in desk.moved if name in said.places and name not in held.places}
    return held.model_copy(update={"places": {**held.places, **kept}}) if kept else held
