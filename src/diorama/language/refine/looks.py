"""Looks said of a subject that is there: each field that was said takes its new value, the rest stays.

A new colour takes the place of the colours; a state or finish, of those that it excludes ("open" of "closed", "matte" of "glossy").
"""

from __future__ import annotations

from collections.abc import Callable

from diorama.language.build import WORDS, sorted_out
from diorama.language.chunks import LONGEST
from diorama.language.draft import SubjectDraft, SurfaceDraft
from diorama.language.dress import Wardrobe
from diorama.language.match import Atom
from diorama.language.refine.desk import Desk
from diorama.language.refine.illumination import switch
from diorama.scene import Part, Surface

EXCLUDES = (
    ("open", "closed"), ("lit", "unlit", "burning"), ("empty", "full", "half_full"), ("sitting", "standing", "lying", "running", "walking", "jumping", "dancing", "flying"),
    ("inflated", "deflated"), ("blooming", "wilted"), ("sliced", "halved", "peeled"), ("smiling", "sad"), ("fallen", "standing", "upside_down"), ("stacked", "scattered", "arranged"),
    ("frozen", "melting", "steaming"), ("parked", "moving"), ("folded", "rolled", "crumpled"), ("broken", "broken"),
)  # fmt: skip
"""States that a thing has only one of."""
FINISHES = (("matte", "glossy", "satin", "polished", "brushed"), ("rough", "smooth"), ("wet", "dusty"), ("frosted", "translucent"))
METALS = frozenset(("gold", "silver", "copper", "bronze", "brass", "chrome"))
"""Stuff whose colour is its own: what is turned into it loses the colours it had."""
WRITTEN = 8


def dress(desk: Desk, id: str, said: SubjectDraft) -> None:
    """Put what was said of a subject onto it."""
    path = f"subjects.{id}"
    subject = desk.subject(id)
    if (surface := surfaced(subject.surface, said.surface)) != subject.surface:
        desk.set(f"{path}.surface", surface)
    for name, part in said.parts.items():
        _part(desk, id, name, part)
    if said.shape is not None:
        desk.set(f"{path}.shape", said.shape)
    for name, factor in said.size.items():
        desk.set(f"{path}.size.{name}", factor)
    if said.states:
        states = subject.states
        for state in said.states:
            states = joined(states, state, EXCLUDES)
        desk.set(f"{path}.states", states)
        if lit := {"lit", "unlit", "burning"} & set(said.states):
            switch(desk, id, "unlit" not in lit)
    if said.labels:
        desk.set(f"{path}.labels", tuple(said.labels)[:WRITTEN])
    if said.attributes:
        contents, depicts, styles = sorted_out(said.attributes)
        if contents:
            desk.set(f"{path}.contents", contents)
        if depicts:
            desk.set(f"{path}.depicts", tuple(dict.fromkeys((*subject.depicts, *depicts))))
        if styles:
            desk.set(f"{path}.styles", tuple(dict.fromkeys((*subject.styles, *styles)))[:WORDS])
    if said.counted and said.count != subject.count:
        desk.set(f"{path}.count", said.count)
    if said.split:
        desk.set(f"{path}.surface.colours", tuple(said.split[:4]))


def surfaced(surface: Surface, said: SurfaceDraft) -> Surface:
    """A surface with what was said of it."""
    finish = surface.finish
    for word in said.finish:
        finish = joined(finish, word, FINISHES)
    colours = tuple(said.colours[:4])
    if said.material is not None and not colours and (said.material in METALS or surface.material in METALS):
        kept: tuple = ()
    else:
        kept = surface.colours
    return surface.model_copy(
        update={
            "colours": colours or kept,
            "material": said.material or surface.material,
            "pattern": said.pattern or (None if colours and not said.pattern and surface.pattern in ("rainbow", "gradient") else surface.pattern),
            "finish": finish,
        }
    )


def joined(have: tuple[str, ...], word: str, groups: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The words with one more, without those that it excludes."""
    out = {other for group in groups if word in group for other in group}
    return (*(w for w in have if w not in out and w != word), word)


def _part(desk: Desk, id: str, name: str, said: SurfaceDraft) -> None:
    subject = desk.subject(id)
    known = next((p for p in subject.parts if p.name == name), None)
    made = Part(name=name, surface=surfaced(known.surface if known else Surface(), said))
    parts = tuple(made if p.name == name else p for p in subject.parts) if known else (*subject.parts, made)
    desk.set(f"subjects.{id}.parts", parts)


def _by_parts(atoms: list[Atom], dress_in: Callable[[list[Atom]], list[Atom]]) -> list[Atom]:
    """Words in runs as long as a noun phrase may be: each word is held against all of its run, so this keeps the time linear."""
    return [left for k in range(0, len(atoms), LONGEST) for left in dress_in(atoms[k : k + LONGEST])]


def say_looks(desk: Desk, ids: list[str], atoms: list[Atom]) -> list[Atom]:
    """Looks of subjects in words; returns the words that are none."""
    handle = desk.handle(ids)
    left = _by_parts(atoms, lambda some: Wardrobe(desk.draft).subject(handle, some))
    for id in ids:
        dress(desk, id, handle)
    desk.forget_handles()
    return left


def say_part(desk: Desk, ids: list[str], name: str, atoms: list[Atom]) -> list[Atom]:
    """Looks of a part of subjects; returns the words that are none."""
    handle = desk.handle(ids)
    surface = handle.parts.setdefault(name, SurfaceDraft())
    left = _by_parts(atoms, lambda some: Wardrobe(desk.draft).surface(some, surface, f"parts.{name}.surface", "subject", handle))
    for id in ids:
        dress(desk, id, handle)
    desk.forget_handles()
    return left


def say_place(desk: Desk, place: str, atoms: list[Atom]) -> list[Atom]:
    """Looks of the ground or the backdrop; returns the words that are none."""
    said = SurfaceDraft()
    path = f"environment.{place}"
    modifier = [a for a in atoms if a.can("colour_modifier") and not a.can("colour")]
    left = _by_parts(atoms, lambda some: Wardrobe(desk.draft).surface(some, said, path, "environment"))
    desk.set(path, surfaced(desk.get(path), said))
    if said.colours:
        left = [a for a in left if a not in modifier]
    return left
