"""What lies about: "a cluttered desk" has papers, books and mugs on it. The words leave open which; the reading says what it took."""

from __future__ import annotations

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.subjects import MOST
from diorama_catalogue import Clutter, Tag, clutter, tagged, thing

STATE = "cluttered"


def cluttered(draft: Draft) -> None:
    """Add it where a thing or the table that it became is said to be cluttered."""
    for bearer in [s for s in draft.subjects if STATE in s.states and s.count == 1]:
        what = _of(draft, bearer)
        if what is None:
            bearer.states.remove(STATE)
            draft.say("note", "no-effect", f"what lies about in or on the {bearer.noun} is not known: it stays tidy", bearer.at, "name what lies there")
            continue
        there = {s.thing for s in draft.subjects}
        added = [_lying(bearer, *row) for row in what.lies if row[0] not in there][: MOST - len(draft.subjects)]
        draft.subjects += added
        for subject in added:
            draft.relate([subject], "on", ["ground" if bearer.becomes else bearer])
        for effect in draft.told.get(id(bearer), ()) if bearer.becomes and added else ():
            if (effect.path, effect.value) == ("states", STATE):  # the table is the ground: what lies on it tells of it
                effect.path, effect.value, effect.owner = "thing", added[0].thing, added[0]
        draft.note_of(bearer, *(Effect("thing", s.thing, s) for s in added))
        names = ", ".join(s.noun if s.count == 1 else f"{s.count} {s.noun}s".replace("ss", "s") for s in added)
        draft.say("note", "assumed-clutter", f"what lies about: {names}", bearer.at, "name what lies there to have just that")


def _of(draft: Draft, bearer: SubjectDraft) -> Clutter | None:
    """What lies on it: by what it is, for a table by where it stands."""
    rows, setting = list(clutter().values()), draft.environment.get("setting")
    own = [c for c in rows if bearer.thing in c.of]
    there = [c for c in rows if setting in c.within]
    found = [*there, *own] if bearer.thing in tagged(Tag.TABLE_TOP) and bearer.thing != "desk" else [*own, *there]
    return found[0] if found else None


def _lying(bearer: SubjectDraft, key: str, count: int, state: str | None = None) -> SubjectDraft:
    record = thing(key)
    return SubjectDraft(
        key.replace("_", " "), key, record.category, record.size, bearer.at, count=count, counted=True, states=[state] if state else [], implied=True
    )
