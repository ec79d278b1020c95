"""Labels get what the words round their strings say: role, place, size, hand and colour. A string that no pass took goes to what bears its neighbours;
several carriers of one kind ("a second label says …") become subjects of their own, each with its own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.lettering import Lettering, labels, letterings
from diorama.language.subjects import MOST
from diorama.typeset import is_page

WRITTEN = 24
"""Strings on one thing."""


@dataclass(frozen=True)
class Spot:
    start: int
    end: int


def letter(draft: Draft) -> None:
    """Rewrite the labels of all subjects by `letterings`."""
    found = letterings(draft.prompt)
    owners = _owners(draft, found)
    for owner in dict.fromkeys(owners.values()):
        mine = [one for one in found if owners.get(one) is owner]
        parts = [[one for one in mine if one.instance == k] for k in dict.fromkeys(one.instance for one in mine)]
        for k, part in enumerate(parts):
            bearer = owner if k == 0 else _another(draft, owner)
            part = [replace(one, hand=None) if one.hand and one.hand in bearer.thing else one for one in part]
            bearer.labels = [new if is_page(labels(part)) else _kept(owner, new) for new in labels(part)][:WRITTEN]
            for one in part:
                draft.note(Spot(one.start, one.end), "subject", Effect("labels", one.text, bearer))


def _owners(draft: Draft, found: tuple[Lettering, ...]) -> dict[Lettering, SubjectDraft]:
    """What bears each string: what a pass gave it to; else what bears another string of its carrier."""
    borne = {label.text: subject for subject in draft.subjects for label in subject.labels}
    owners = {one: borne[one.text] for one in found if one.text in borne}
    by_carrier = {(one.template, one.instance): owner for one, owner in owners.items()}
    return owners | {one: by_carrier[key] for one in found if one not in owners and (key := (one.template, one.instance)) in by_carrier}


def _kept(owner: SubjectDraft, new):
    """A single plain text keeps the style that the walk gave it."""
    old = next((label for label in owner.labels if label.text == new.text), None)
    return new.model_copy(update={"style": old.style}) if old and new.style == "sans" else new


def _another(draft: Draft, owner: SubjectDraft) -> SubjectDraft:
    """One more of a kind, standing as the first does; the same one where the picture is full."""
    if len(draft.subjects) >= MOST:
        return owner
    surface = replace(owner.surface, colours=list(owner.surface.colours), finish=list(owner.surface.finish))
    made = replace(owner, count=1, surface=surface, size=dict(owner.size), states=list(owner.states), labels=[], attributes=list(owner.attributes), parts=dict(owner.parts), split=[], ids=[])
    owner.count = max(1, owner.count - 1)
    draft.subjects.insert(draft.subjects.index(owner) + 1, made)
    for relation in draft.relations:
        for side in (relation.subjects, relation.objects):
            if owner in side and made not in side:
                side.append(made)
    return made
