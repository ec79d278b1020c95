"""Labels get what the words round their strings say: role, place, size, hand and colour. A string that no pass took goes to what bears its neighbours;
several carriers of one kind ("a second label says …") become subjects of their own, each with its own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.lettering import Lettering, is_text, labels, letterings
from diorama.language.subjects import MOST
from diorama.typeset import TEMPLATES, is_page
from diorama_catalogue import Tag, tagged

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
            _bear(bearer, part[0])
            part = [replace(one, hand=None) if one.hand and one.hand in bearer.thing else one for one in part]
            bearer.labels = [new if is_page(labels(part)) else _kept(owner, new) for new in labels(part)][:WRITTEN]
            for one in part:
                draft.note(Spot(one.start, one.end), "subject", Effect("labels", one.text, bearer))
                _tell_cues(draft, one, bearer)


def _owners(draft: Draft, found: tuple[Lettering, ...]) -> dict[Lettering, SubjectDraft]:
    """What bears each string: what a pass gave it to, unless that is but a word for a text ("steps"); else what bears another string of its carrier."""
    borne = {label.text: subject for subject in draft.subjects for label in subject.labels}
    texts = {subject for subject in borne.values() if is_text(subject.noun)}
    named = {one: next((s for s in draft.subjects if s not in texts and one.carrier and s.noun.lower() == one.carrier.lower()), None) for one in found}
    owners = {one: (named[one] or borne[one.text]) if borne.get(one.text) in texts else borne[one.text] for one in found if one.text in borne}
    for text in texts - set(owners.values()):
        draft.subjects.remove(text)
        draft.relations[:] = [r for r in draft.relations if text not in (*r.subjects, *r.objects)]
        draft.notes = {span: note for span, note in draft.notes.items() if not any(e.owner is text for e in note.effects)}
    by_carrier = {(one.template, one.instance): owner for one, owner in owners.items()}
    return owners | {one: by_carrier[key] for one in found if one not in owners and (key := (one.template, one.instance)) in by_carrier}


def _tell_cues(draft: Draft, one: Lettering, bearer: SubjectDraft) -> None:
    """Words for a text's role and look, which no pass understood, did something: they set how it stands on what bears it."""
    for start, end in one.cues:
        note = next((n for n in draft.notes.values() if n.start < end and start < n.end), None)
        if note is None:
            draft.note(Spot(start, end), "subject", Effect("labels", one.text, bearer))
        elif note.status in ("not_understood", "no_effect"):
            note.status, note.layer = "applied", "subject"
            note.effects.append(Effect("labels", one.text, bearer))


def _kept(owner: SubjectDraft, new):
    """A single plain text keeps the style that the walk gave it."""
    old = next((label for label in owner.labels if label.text == new.text), None)
    return new.model_copy(update={"style": old.style}) if old and new.style == "sans" else new


def _bear(bearer: SubjectDraft, first: Lettering) -> None:
    """A noun of two senses that bears words is the page ("a slide titled …"); a sign that nobody named is what the words call it."""
    made = TEMPLATES[first.template]
    if bearer.implied and first.carrier and first.carrier.lower() in made.nouns:
        bearer.noun, bearer.thing, bearer.implied = first.carrier.lower(), made.thing, False
    elif bearer.noun.lower() in made.nouns and bearer.thing not in tagged(Tag.BEARS_TEXT):
        bearer.thing = made.thing


def _another(draft: Draft, owner: SubjectDraft) -> SubjectDraft:
    """One more of a kind, standing as the first does; the same one where the picture is full."""
    if len(draft.subjects) >= MOST:
        return owner
    surface = replace(owner.surface, colours=list(owner.surface.colours), finish=list(owner.surface.finish))
    made = replace(
        owner, count=1, surface=surface, size=dict(owner.size), states=list(owner.states), labels=[], attributes=list(owner.attributes), parts=dict(owner.parts),
        split=[], ids=[],
    )  # fmt: skip
    owner.count = max(1, owner.count - 1)
    draft.subjects.insert(draft.subjects.index(owner) + 1, made)
    for relation in draft.relations:
        for side in (relation.subjects, relation.objects):
            if owner in side and made not in side:
                side.append(made)
    return made
