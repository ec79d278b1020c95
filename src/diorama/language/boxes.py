"""Where in the frame each of several subjects is: "a red cup in the left third and a blue bowl in the lower right corner".

prompt → the words of boxes set aside; draft + boxes → a subject told before its words (after them where none is) has the box; one box for all there is,
is the camera's
"""

from __future__ import annotations

import re
from dataclasses import replace

from diorama.language.draft import Boxed, Draft, Effect, SubjectDraft
from diorama.language.lexicon import corners, parts_of_frame
from diorama.language.match import Atom, match
from diorama.language.tokens import scan
from diorama.scene.camera import Box

LINES: dict[str, Box] = {"left": (0.0, 0.0, 0.3333, 1.0), "centred": (0.3333, 0.0, 0.6667, 1.0), "right": (0.6667, 0.0, 1.0, 1.0)}
"""Compositions that are boxes where several are told, each of its own thing."""
ENDS = re.compile(r"[.;!?\n]")
RESTING = frozenset(("on", "in", "stacked_on", "hanging_from", "filled_with"))
VERB = re.compile(r"(?:(?:is|are|stands?|sits?|lies|lie|standing|sitting|lying)\s+)+", re.IGNORECASE)
"""Verbs at the head of the words for a box: they stay in their sentence."""
JOINED = re.compile(r"\s*(?:,?\s*\band\b|,|&)\s*(?:a|an|the|one|two|three|some|another)\b", re.IGNORECASE)
"""How the next thing of a list follows."""


def box_named(text: str) -> Box | None:
    """A part of the frame by its name ("left third", "the lower right corner") or as four shares of it ("0.5,0,1,1"); None for what is neither."""
    words = re.sub(r"^(?:(?:in|at|on) )?(?:the )?| of (?:the )?(?:frame|picture|image)$", "", " ".join(text.lower().split()))
    if (known := parts_of_frame().get(words)) is not None:
        return known
    numbers = re.fullmatch(r"\s*,?\s*".join([r"([01]?\.?\d*)"] * 4), words)
    if numbers is None or any(not any(c.isdigit() for c in one) for one in numbers.groups()):
        return None
    left, top, right, bottom = map(float, numbers.groups())
    return left, top, right, bottom


def name_of_part(box: Box) -> str:
    """ "lower right corner"; a box without a name as its four shares."""
    near = (name for name, known in parts_of_frame().items() if max(abs(a - b) for a, b in zip(box, known, strict=True)) < 0.001)
    return next(iter(sorted(near, key=lambda name: "corner" not in name)), "part " + ", ".join(f"{side:g}" for side in box))


def set_aside(draft: Draft, text: str) -> str:
    """The text with the words of boxes blank, of the same length, where they are of single things; the draft keeps them. One that is of the whole picture
    stays for the passes."""
    found = _found(text)
    if len({one.box for one in found}) < 2 and not (len(found) == 1 and _listed(text, found[0])):
        return text
    for one in found:
        text = text[: one.atom.start] + " " * (one.atom.end - one.atom.start) + text[one.atom.end :]
    draft.boxes.extend(found)
    return text


def _found(text: str) -> list[Boxed]:
    found, atoms = [], match(text, scan(text))
    for atom in atoms:
        words, line = atom.sense("camera_words"), atom.sense("composition")
        if words is not None and "within" in words.data:
            found.append(Boxed(without_verb(atom), words.data["within"]))
        elif line is not None and line.key in LINES and ("third" in atom.norm or "frame" in atom.norm):
            found.append(Boxed(without_verb(atom), LINES[line.key]))
    # "blank space for a caption in the upper right corner" is one entry, and of no thing
    told = [*((one.atom.start, one.atom.end) for one in found), *((a.start, a.end) for a in atoms if a.can("camera_words", "composition"))]
    for m, box in corners(text):
        if not any(start < m.end() and m.start() < end for start, end in told):
            found.append(Boxed(Atom(m.start(), m.end(), m.group(), m.group().lower(), ()), box))
    return sorted(found, key=lambda one: one.atom.start)


def without_verb(atom: Atom) -> Atom:
    """ "Is in the lower half of the frame": the entry without the verb that it may begin with."""
    verb = VERB.match(atom.text)
    return atom if verb is None else replace(atom, start=atom.start + verb.end(), text=atom.text[verb.end() :])


def _listed(text: str, one: Boxed) -> bool:
    """Whether another thing follows in a list, and one is told before: the box is of the first alone."""
    before = ENDS.split(text[: one.atom.start])[-1].strip(" ,")
    return bool(before) and JOINED.match(text[one.atom.end :]) is not None


def give(draft: Draft) -> None:
    """Each box to the subjects that are told before it, back to the box before, within its sentence; where there are none, to those after it."""
    end = 0
    for k, (atom, box) in enumerate(draft.boxes):
        start = max([end, *(m.end() for m in ENDS.finditer(draft.prompt, 0, atom.start))])
        stop = ENDS.search(draft.prompt, atom.end)
        following = min(draft.boxes[k + 1].atom.start if k + 1 < len(draft.boxes) else len(draft.prompt), stop.start() if stop else len(draft.prompt))
        held = _led(draft, start, atom.start) or _led(draft, atom.end, following)
        for subject in held:
            subject.within = box
            draft.note(atom, "subject", Effect("within", box, subject))
        if not held:
            draft.note(atom, "none", status="no_effect")
            told = f"{atom.text!r}: no thing is named that could be there"
            draft.say("warning", "overruled", told, (atom.start, atom.end), "say it after the thing: 'a cup in the left third'")
        end = atom.end


def _led(draft: Draft, start: int, end: int) -> list[SubjectDraft]:
    """Things told of in a stretch of the prompt; what only bears another of them is left to where that one is."""
    there = [s for s in draft.subjects if start <= s.at[0] < end and not s.implied and s.becomes is None and s.worn_by is None and s.within is None]
    bearing = [o for r in draft.relations if r.kind in RESTING and any(s in there for s in r.subjects) for o in r.objects]
    return [s for s in there if s not in bearing] or there
