"""What the words for texts say of the things in the scene once each text has its surface: a device's screen is the device's, a tag hangs at what it is told of,
"below it “Dentist”" places a text and no thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.texts.lettering import Lettering

Borne = Sequence[tuple[SubjectDraft, Sequence[Lettering]]]
"""Each surface with its texts."""
OWN_SCREEN = frozenset(("laptop", "phone", "tablet", "television", "watch"))
"""Devices that are one with their screen."""
SCREENS = frozenset(("screen", "display"))
ITS = re.compile(r"\b(?:its|the|their|his|her|whose)\s(?:[\w-]+\s)?$", re.I)
OF_A_TEXT = re.compile(
    r"\s*(?:it|that|this|them|these)?\s*(?:,|:)?\s*(?:in [\w -]{2,30}?|smaller|larger|the (?:words?|name|line|date|year))?\s*[:,]?\s*", re.I,
)  # fmt: skip
"""Between a word for a place and the text that stands there: "below it in small letters “Dentist”"."""
AT_ITS = re.compile(r"\s(?P<how>on|in|at|by|beside|under|over|above|for|of) (?:the|a|an|his|her|its|my|our) (?P<what>[\w -]{2,40})", re.I)
KINDS = {"on": "on", "in": "in", "under": "under", "over": "above", "above": "above"} | dict.fromkeys(("at", "by", "beside", "for", "of"), "beside")
TAGS = frozenset(("price_tag", "label", "museum_caption"))
"""Templates of pages that stand at what they tell of."""


def settle(draft: Draft, text: str, borne: Borne) -> None:
    _screens(draft, [subject for subject, _ in borne])
    _places_of_texts(draft, text, borne)
    _tags(draft, text, borne)
    _priced(draft, borne)
    _at_houses(draft, [subject for subject, _ in borne])
    _cut_in(draft, text, borne)


def _screens(draft: Draft, bearers: Sequence[SubjectDraft]) -> None:
    """The screen of a device that was named before is no second one."""
    for screen in [s for s in draft.subjects if s not in bearers and s.noun.split()[-1] in SCREENS and ITS.search(draft.prompt[: max(s.at[0], 0)])]:
        whole = next((s for s in reversed(draft.subjects) if s.thing in OWN_SCREEN and s.at[0] < screen.at[0] and s.noun.split()[-1] not in SCREENS), None)
        if whole is not None:
            _drop(draft, screen, whole)


def _drop(draft: Draft, subject: SubjectDraft, heir: SubjectDraft) -> None:
    """Take out what is a part of something else; its words speak of that."""
    draft.put_in_place_of(subject, heir)
    speak_of(draft, subject, heir)


def speak_of(draft: Draft, subject: SubjectDraft, heir: SubjectDraft) -> None:
    """The words that named what was taken out speak of what bears the text."""
    for note in draft.notes.values():
        if any(e.owner is subject for e in note.effects):
            note.effects = [e for e in note.effects if e.owner is not subject] or [Effect("noun", heir.noun, heir)]


def _places_of_texts(draft: Draft, text: str, borne: Borne) -> None:
    """A word for a place right before a text tells where that stands on its page."""
    starts = sorted(one.start for _, group in borne for one in group)
    for relation in [r for r in draft.relations if r.atom is not None and any(subject in r.subjects for subject, _ in borne)]:
        next_ = next((start for start in starts if start >= relation.atom.end), None)
        if next_ is not None and OF_A_TEXT.fullmatch(text[relation.atom.end : next_].strip("\"“'‘")):
            draft.relations.remove(relation)


def _tags(draft: Draft, text: str, borne: Borne) -> None:
    """ "The tag on the pears says": it hangs there, whatever the tag before it hangs on; and what is told of by its tag alone is where its like is."""
    told = [(subject, how, at) for subject, group in borne for how, at in _hung_at(draft, text, subject, group)]
    home = next((r for r in draft.relations for subject, _, at in told if (at or _on(draft, subject)) in r.subjects), None)
    for subject, how, at in told:
        if at is None:
            continue
        for relation in [r for r in draft.relations if subject in r.subjects and r.kind in set(KINDS.values())]:
            relation.subjects.remove(subject)
        draft.relations[:] = [r for r in draft.relations if r.subjects]
        draft.relate([subject], how, [at])
        if home is not None and not any(at in r.subjects for r in draft.relations):
            draft.relate([at], home.kind, list(home.objects))


def _priced(draft: Draft, borne: Borne) -> None:
    """Price tags that are told to be nowhere stand where the goods do that are told of: on the stall, among its crates."""
    told = {id(s) for r in draft.relations for s in r.subjects}
    free = [subject for subject, group in borne if group[0].template == "price_tag" and id(subject) not in told]
    bearers = [subject for subject, _ in borne]
    goods = next((r for r in draft.relations if r.kind == "on" and not any(s in bearers for s in r.subjects) and isinstance(r.objects[0], SubjectDraft)), None)
    if goods is not None and free:
        draft.relate(free, "on", list(goods.objects))


def _on(draft: Draft, subject: SubjectDraft) -> SubjectDraft | None:
    return next((o for r in draft.relations if subject in r.subjects for o in r.objects if isinstance(o, SubjectDraft)), None)


def _hung_at(draft: Draft, text: str, subject: SubjectDraft, group: Sequence[Lettering]) -> list[tuple[str, SubjectDraft | None]]:
    """How and at what a tag is told to hang, None where that is no thing of its own; nothing where nothing is told. No relation stays that was read
    of the words between them."""
    mention = group[0].bearer.mention if group[0].bearer else None
    told = AT_ITS.match(text, mention.end) if mention and group[0].template in TAGS else None
    if mention is None or told is None:
        return []
    first, last = told.span("what")
    others = [s for s in draft.subjects if s is not subject and s.traits is None]
    words = [word.rstrip("s") for word in told["what"].lower().split()[:3]]
    at = next((s for s in others if first <= s.at[0] < last), None) or next((s for s in others if s.noun.lower().split()[-1].rstrip("s") in words), None)
    said = range(mention.end, first)
    draft.relations[:] = [r for r in draft.relations if not (r.atom is not None and r.atom.start in said and at in r.objects)]
    return [(KINDS[told["how"].lower()], at)]


CUT_IN = re.compile(
    r"\b(?:engraved|carved|chisell?ed|etched|embossed|incised|cut)"
    r"(?:,? (?:in|into|on|onto|with) (?:it|the (?:stone|wood|metal|front|words?|name|text)))?\W*$", re.I,
)  # fmt: skip
"""Right before a text: how its letters are made, and no ornament all over what bears it."""


ON_ITS_SIDE = re.compile(r"(?<!lying )(?<!lies )\bon (?:its|the|one|each) sides?,? (?:(?!its\b|the label|a label|says|reads)[\w-]+ ){0,6}$", re.I)
"""Right before a text: where it is written, and not how what bears it lies."""


def _cut_in(draft: Draft, text: str, borne: Borne) -> None:
    """Looks and states that were told by words for how or where a text is written are none of what bears it."""
    for subject, group in borne:
        before = [text[max(0, one.start - 60) : one.start] for one in group]
        _untold(draft, subject, subject.surface.finish, "carved", any(map(CUT_IN.search, before)), group[0].text)
        _untold(draft, subject, subject.states, "fallen", any(map(ON_ITS_SIDE.search, before)), group[0].text)


def _untold(draft: Draft, subject: SubjectDraft, looks: list, look: str, of_the_text: bool, text: str) -> None:
    if not of_the_text or look not in looks:
        return
    looks.remove(look)
    for effect in draft.told.get(id(subject), ()):
        if effect.value == look:
            effect.path, effect.value = "labels", text


def _at_houses(draft: Draft, bearers: Sequence[SubjectDraft]) -> None:
    """What is to be read on a house is on its walls and not on its roof: it stands before it."""
    for relation in draft.relations:
        on_house = relation.kind == "on" and all(isinstance(o, SubjectDraft) and o.category == "building" for o in relation.objects)
        if on_house and relation.subjects and all(s in bearers for s in relation.subjects):
            relation.kind = "in_front_of"
