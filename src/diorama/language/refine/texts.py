"""One text among several on a page, by its role: 'make the title shorter: "RIVER"', "remove the footer", "set the date in script", "move the price to the top".

The other texts stay as they are, each character of them.
"""

from __future__ import annotations

from typing import Any

from diorama.language.draft import Effect
from diorama.language.dress import colour_of
from diorama.language.match import Atom
from diorama.language.refine.clauses import Clause
from diorama.language.refine.desk import Desk
from diorama.language.refine.writing import text_of
from diorama.language.texts.cues import LARGER_WORDS as LARGER
from diorama.language.texts.cues import told_hand, told_place, told_role
from diorama.scene import Label

TAKEN = ("remove", "light_off")
ADDED = ("add", "put", "more")


def edit_text(desk: Desk, clause: Clause) -> bool:
    """Apply a clause that names a text by its role. False where it names none, or nothing in the picture bears a page."""
    atoms = [*clause.opening, *clause.atoms]
    quotes = [a for a in clause.atoms if a.can("quote") and text_of(a)]
    said = " ".join(a.text for a in atoms if a not in quotes)
    pages = [s for s in desk.scene.subjects if len(s.labels) > 1]
    role = told_role(said) or (desk.text_role if quotes and not clause.opening else None)
    if not pages or role is None:
        return False
    page = next((s for s in pages if any(label.role == role for label in s.labels)), pages[0])
    mine = [k for k, label in enumerate(page.labels) if label.role == role]
    adding = clause.verb in ADDED
    if not mine and not (adding and quotes):
        if adding or clause.verb in TAKEN or quotes:
            desk.refuse("no-text", f"there is no {role.replace('_', ' ')} on the {page.noun}", atoms, f'write one: \'add a {role.replace("_", " ")} "…"\'')
            return True
        return False
    desk.text_role = role
    if clause.verb in TAKEN:
        made = tuple(label for label in page.labels if label.role != role)
    elif quotes and adding:
        made = _added(page.labels, role, quotes, mine)
    elif quotes:
        new = dict(zip(mine, map(text_of, quotes), strict=False))
        made = tuple(label.model_copy(update={"text": new[k]}) if k in new else label for k, label in enumerate(page.labels))
    else:
        change = _look(said, atoms, page.labels[mine[0]])
        if not change:
            return _only_spoken_of(desk, atoms, role)
        made = tuple(label.model_copy(update=change) if k in mine else label for k, label in enumerate(page.labels))
    if not made:
        return False
    desk.set(f"subjects.{page.id}.labels", made)
    changed = [label.text for label in made if label not in page.labels]
    desk.note([a for a in atoms if not a.can("punct")], "subject", *(Effect(f"subjects.{page.id}.labels", text) for text in changed))
    desk.speak_of([page.id])
    return True


def _only_spoken_of(desk: Desk, atoms: list[Atom], role: str) -> bool:
    """ "make the title shorter": how, is said by the words that follow; where none do, they are asked for."""
    if not any(a.can("quote") for a in desk.atoms):
        name = role.replace("_", " ")
        desk.refuse("nothing-said", f"it is not said what the {name} is to become", atoms, f"'make the {name} red', or give its words in quotation marks")
    else:
        desk.note(atoms, "subject")
    return True


def _added(labels: tuple[Label, ...], role: str, quotes: list[Atom], mine: list[int]) -> tuple[Label, ...]:
    """New texts after the last of their role; under a new heading they are its list."""
    rest = "list" if role == "heading" else role
    new = [Label(text=text_of(q), role=role if k == 0 else rest, template=labels[0].template) for k, q in enumerate(quotes)]
    at = len(labels) if role == "heading" or not mine else mine[-1] + 1
    return (*labels[:at], *new, *labels[at:])


def _look(said: str, atoms: list[Atom], old: Label) -> dict[str, Any]:
    change: dict[str, Any] = {}
    if colour := next((a for a in atoms if a.can("colour", "hex")), None):
        change["colour"] = colour_of(colour)
    if hand := told_hand(said):
        change["style"] = hand
    if place := told_place(said):
        change["at"] = place
    if factor := next((f for word, f in LARGER.items() if word in said.lower().split()), None):
        change["scale"] = min(max(old.scale * factor, 0.2), 5.0)
    return change
