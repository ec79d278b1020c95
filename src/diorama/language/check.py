"""Conflicts between words, and words that nothing could be made of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diorama.language.draft import Draft, Note
from diorama.language.frames import reasons
from diorama.language.heed import own_part
from diorama.language.model import Diagnostic, Phrase
from diorama.language.spelling import near

SUGGESTED = 32
"""Unknown words that get a look for a near one; more are not worth the time."""
DAY = {
    "dawn": 0, "sunrise": 0, "early_morning": 1, "morning": 2, "noon": 3, "afternoon": 4, "late_afternoon": 5, "golden_hour": 6, "sunset": 6,
    "dusk": 7, "blue_hour": 7, "evening": 8, "night": 9,
}  # fmt: skip


def check(draft: Draft, phrases: list[Phrase], overruled: list[Note]) -> None:
    _left_out(draft)
    _times(draft)
    _styles(draft)
    _overruled(draft, overruled)
    _unknown(draft, phrases)
    _untold(draft, phrases)


WORD = re.compile(r"[a-z]{3,}")


def _left_out(draft: Draft) -> None:
    """ "A burger with no tomato": what is built into a thing is there all the same, and it is said."""
    for k, said in enumerate(draft.diagnostics):
        if said.code != "left-out" or said.span is None:
            continue
        words = {form for word in WORD.findall(draft.prompt[slice(*said.span)].lower()) for form in (word, word.removesuffix("s"))}
        for subject in draft.subjects:
            built = sorted(word for word in words if subject.traits is None and own_part(subject.thing, word) is not None)
            if built:
                text = f"{draft.prompt[slice(*said.span)].strip()!r}: the {subject.noun} is built with {' and '.join(built)}, which cannot be left out"
                help_ = "name a thing that has none, as 'tumbler' for a mug without handle"
                draft.diagnostics[k] = said.model_copy(update={"severity": "warning", "code": "cannot-leave-out", "message": text, "help": help_})
                break


def _times(draft: Draft) -> None:
    if not draft.times:
        return
    first, time = draft.times[0]
    for atom, other in draft.times[1:]:
        if abs(DAY[other] - DAY[time]) > 1:
            draft.say(
                "warning",
                "conflicting-times",
                f"{first.text!r} and {atom.text!r} are different times of day: {first.text!r} is taken",
                (atom.start, atom.end),
                "name one time",
            )


def _styles(draft: Draft) -> None:
    realism = next(
        (
            n
            for n in draft.notes.values()
            if draft.prompt[n.start : n.end].lower().replace("-", "")
            in ("photorealistic", "realistic", "hyperrealistic", "photo realistic", "photorealism")
        ),
        None,
    )
    for atom in draft.styles[:8]:
        if realism is not None:
            both = draft.prompt[realism.start : realism.end]
            draft.say(
                "warning",
                "conflicting-styles",
                f"{both!r} and {atom.text!r} exclude each other: the picture is a photograph",
                (atom.start, atom.end),
                "leave one out",
            )
        else:
            draft.say(
                "warning",
                "not-a-photograph",
                f"{atom.text!r} is no photograph: it has no effect",
                (atom.start, atom.end),
                "describe light, lens and film in its place, for example 'Kodak Portra 400, soft light'",
            )


def _untold(draft: Draft, phrases: list[Phrase]) -> None:
    """Words without effect that nothing that is said names or points at: the last to see to it that no word is dropped silently."""
    left = untold(phrases, draft.diagnostics)
    if left:
        shown = ", ".join(repr(text) for text in dict.fromkeys(p.text for p in left))
        it = "it" if len(left) == 1 else "them"
        draft.say("note", "no-effect", f"{shown}: nothing in the picture changes by {it}", (left[0].start, left[0].end), "")


def untold(phrases: Iterable[Phrase], diagnostics: Iterable[Diagnostic]) -> list[Phrase]:
    """Phrases without effect that no diagnostic names (by their longest word) or points at."""
    said = {word for d in diagnostics for word in re.findall(r"\w+", d.message)}
    spans = [d.span for d in diagnostics if d.span is not None]
    idle = (p for p in phrases if p.status == "no_effect" and re.search(r"\w", p.text) and max(re.findall(r"\w+", p.text), key=len, default="") not in said)
    return [p for p in idle if not any(a <= p.start and p.end <= b for a, b in spans)]


def _overruled(draft: Draft, overruled: list[Note]) -> None:
    for note in overruled[:16]:
        text = draft.prompt[note.start : note.end]
        effect = note.effects[0]
        if effect.path == "lighting.time" or effect.path == "camera.framing" and effect.value == "close_up" and draft.camera.get("framing") == "macro":
            continue
        if effect.path in ("environment.words", "attributes", "states", "shape") or effect.path.startswith("size."):
            told = f"{text!r}: nothing in the picture changes by it"
            draft.say("note", "no-effect", told, (note.start, note.end), "say it in colours, materials, patterns or light")
            continue
        draft.say("warning", "overruled", f"{text!r} has no effect: other words set the same", (note.start, note.end), "say it once")


def _known(draft: Draft, phrases: list[Phrase]) -> None:
    """What a brief leaves over and the dictionary knows is understood: it has no effect, and each says why."""
    idle: dict[str, list[Phrase]] = {}
    for k, phrase in enumerate(phrases):
        whys = [reasons.of_a_word(word) for word in phrase.text.lower().split()] if phrase.status == "not_understood" else []
        if whys and all(whys):
            phrases[k] = phrase.model_copy(update={"status": "no_effect"})
            idle.setdefault(whys[-1] or "", []).append(phrase)
    for why, told in idle.items():
        shown = ", ".join(repr(text) for text in dict.fromkeys(p.text for p in told))
        draft.say("note", "no-effect", f"{shown}: {reasons.WHY[why]}", (told[0].start, told[0].end), "say it in what can be seen")


def _unknown(draft: Draft, phrases: list[Phrase]) -> None:
    if draft.tongue is not None:
        return  # said once for all of them
    _known(draft, phrases)
    asked = 0
    for phrase in phrases:
        if phrase.status != "not_understood":
            continue
        meant = None
        for word in phrase.text.split():
            found = near(word.lower()) if asked < SUGGESTED and word.isascii() and word.isalpha() else None
            asked += 1
            if found is not None:
                meant = (meant or phrase.text).replace(word, found.word, 1)
        span = (phrase.start, phrase.end)
        shown = phrase.text if len(phrase.text) <= 60 else phrase.text[:57] + "…"
        if meant is not None:
            draft.say("error", "unknown-word", f"{shown!r} is not understood: did you mean {meant!r}?", span, f"write {meant!r}")
        elif not phrase.text.isascii():
            draft.say("error", "unknown-word", f"{shown!r} is not understood: prompts are read in English", span, "describe it in English words")
        else:
            draft.say(
                "error", "unknown-word", f"{shown!r} is not understood", span, "describe it by shape, material and colour: 'a tall blue glass bottle'"
            )
