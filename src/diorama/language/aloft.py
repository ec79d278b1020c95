"""Things that are said to be in the air: "sneakers floating in mid-air", "an orange levitating", "three books hovering in a library".

draft → what floats on no water and hangs from nothing is above the ground
"""

from __future__ import annotations

import re

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.match import Atom
from diorama_catalogue import Tag, settings, tagged, thing

HOVERS = re.compile(
    r"\W*(?:that |which |is |are |seems? to |appears? to |be ){0,4}"
    r"(?P<aloft>(?:floating|hovering|levitating|floats?|hovers?|levitates?|suspended|weightless|flying)(?: (?:up )?in (?:the )?(?:mid-?air|air|space))?)\b",
    re.IGNORECASE,
)
"""What follows the name of a thing."""
ON_WATER = re.compile(
    r"\s*(?:on|in|across|down|along|upon|through|past|over)\b(?! (?:an?|the) (?:[\w-]+ ){0,5}(?:background|backdrop|room|studio))", re.IGNORECASE
)
"""What may follow where nothing says that it is in the air."""
IN_AIR = re.compile(r"hover|levitat|air|space|weightless", re.IGNORECASE)
"""Words that mean no water."""
AFLOAT = tagged(Tag.AFLOAT, Tag.BUOYANT)
LIVING = ("animal", "person")
KEPT = frozenset(("above", "hanging_from", "holding", "wearing", "under"))


def give(draft: Draft) -> None:
    """What hovers is above the ground, and no longer on or in anything."""
    watery = settings()[draft.environment["setting"]].floats if draft.environment.get("setting") in settings() else False
    for subject in draft.subjects:
        if subject.category in LIVING or any(x is not None for x in (subject.traits, subject.becomes, subject.worn_by)) or subject.implied:
            continue
        m = HOVERS.match(draft.prompt, subject.at[1])
        if m is None:
            continue
        afloat = watery or subject.thing in AFLOAT or "floating" not in subject.states or ON_WATER.match(draft.prompt, m.end())
        if afloat and not IN_AIR.search(m.group("aloft")):
            continue
        _raise(draft, subject, m)
    _strung(draft)


STRUNG = frozenset(("street", "village", "courtyard", "garden", "park", "rooftop", "canal", "porch", "playground"))
"""Places out of doors over which lanterns are hung."""


def _strung(draft: Draft) -> None:
    """ "A night market with paper lanterns": what hangs by a cord of its own hangs overhead out of doors too, unless it is said to be somewhere."""
    if draft.environment.get("setting") not in STRUNG:
        return
    placed = {id(s) for r in draft.relations if r.kind != "near" for s in r.subjects} | {id(o) for r in draft.relations for o in r.objects}
    for subject in draft.subjects:
        if Tag.DANGLES in thing(subject.thing).tags and subject.becomes is None and id(subject) not in placed and not subject.implied and subject.plural:
            draft.note_of(subject, Effect("relations", draft.relate([subject], "above", ["ground"])))
            draft.say("note", "assumed-place", f"the {subject.noun}s hang overhead", subject.at, "say where they are: 'on the ground', 'on a table'")


def _raise(draft: Draft, subject: SubjectDraft, m: re.Match[str]) -> None:
    mine = [r for r in draft.relations if any(s is subject for s in r.subjects)]
    atom = Atom(m.start("aloft"), m.end("aloft"), m.group("aloft"), m.group("aloft").lower(), ())
    over = next((r for r in mine if r.kind in KEPT), None)
    for relation in mine if over is None else ():
        if relation.kind in ("on", "in") and not isinstance(relation.objects[0], SubjectDraft):
            relation.subjects[:] = [s for s in relation.subjects if s is not subject]
    draft.relations = [r for r in draft.relations if r.subjects]
    effect = Effect("relations", over or draft.relate([subject], "above", ["ground"], atom))
    told = [n for n in draft.notes.values() if n.start < atom.end and atom.start < n.end]
    for note in told:
        note.status, note.layer, note.effects = "applied", "subject", [effect]
    if not told:
        draft.note(atom, "subject", effect)
    if "floating" in subject.states:
        subject.states.remove("floating")
