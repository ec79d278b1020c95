"""How a body is held and turned, where a part of it or the view says so: "with his arms crossed", "hands in her pockets", "in profile", "mid-leap", "over her shoulder"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from diorama.language.draft import SubjectDraft
from diorama.language.frames import animal, traits
from diorama.language.frames.actors import LIVING, who
from diorama.language.frames.person import bearer
from diorama.language.frames.relations import making
from diorama.language.lexicon import Sense
from diorama.language.match import Atom
from diorama.language.syntax.sentence import Mention, Sentence
from diorama.language.syntax.word import Word
from diorama.scene.person import Deed

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

TURNED = (
    (re.compile(r"\b(?:in|side) profile\b|\bseen from the side\b|\b(?:side|profile) view\b", re.IGNORECASE), 90.0),
    (re.compile(r"\bthree[- ]quarters?(?: (?:view|profile|pose|portrait|turn|angle))?\b(?! of (?:a|an|the|its|his|her) )|\b3/4 (?:view|profile|pose)\b", re.IGNORECASE), 45.0),
    (re.compile(r"\bthree[- ]quarters? (?:view|profile|pose|portrait)\b", re.IGNORECASE), 45.0),
    (re.compile(r"\b(?:seen|shown|viewed|photographed) from behind\b|\bfrom behind\b(?=\s*(?:$|[,.;]|(?:looking|walking|facing|gazing|standing|sitting|watching)\b))|\b(?:back|rear) view\b|\b(?:his|her|their|its) backs? (?:turned )?(?:to|towards?) (?:us|the (?:camera|viewer|lens))\b", re.IGNORECASE), 180.0),
    (re.compile(r"\bover (?:his|her|their|one|the) (?:(?:left|right|bare) )?shoulder\b", re.IGNORECASE), 150.0),
)  # fmt: skip
"""Words that say how the body is turned, with the degrees from the lens."""
MIDWAY = re.compile(r"\bmid[- ]?(leap|jump|air|flight|stride|step|run|gallop|dance|swing|pirouette|dive|kick|throw|laugh|yawn|bite)\b", re.IGNORECASE)
AGED = re.compile(r"(?<=, )(?:aged?|about|around) (\d{1,2})(?=\s*(?:,|\.|$))|\b(?:who is|aged?) (\d{1,2})\b(?! ?(?:mm|k|px|°|%|degrees|:|/))", re.IGNORECASE)
"""A number that is somebody's years without the word: "a boy, about 8,"."""
CROSS_LEGGED = re.compile(
    r"\bcross[- ]legged\b|\bin (?:the |a )?lotus (?:position|pose)\b"
    r"|\bwith (?:his|her|their) legs crossed\b(?= on (?:the|a) (?:floor|bed|rug|carpet|mat|cushion|grass))", re.I,
)  # fmt: skip
HAND_IN_HAND = re.compile(r"\b(?:hand[- ]in[- ]hand|arm[- ]in[- ]arm)\b|\bholding hands\b", re.IGNORECASE)
BACK_TO_BACK = re.compile(r"\bback[- ]to[- ]back\b", re.IGNORECASE)
DEEDS = frozenset(get_args(Deed))
GROOMING = frozenset(("brushing_hair", "shaving", "making_up", "tending"))
"""What one does to one's own head, or to another's; wounds are another's."""
MUTUAL = frozenset(("holding_hands", "shaking_hands"))
LOOKING = frozenset(("look", "glance", "gaze", "smile", "peer", "stare", "turn"))


def tell(reader: Reader, found: Sentence) -> None:
    for mention in found.mentions:
        if mention.kind == "body" and mention.real:
            _gesture(reader, mention)
    start, end = (found.words[0].start, found.words[-1].end) if found.words else (0, 0)
    for match in MIDWAY.finditer(reader.text, start, end):
        _midway(reader, found, match)
    for match in HAND_IN_HAND.finditer(reader.text, start, end):
        _hand_in_hand(reader, found, match)
    for match in CROSS_LEGGED.finditer(reader.text, start, end):
        _cross_legged(reader, found, match)
    for pattern, made in _phrases():
        for match in pattern.finditer(reader.text, start, end):
            _phrase(reader, found, match, *made)
    for match in BACK_TO_BACK.finditer(reader.text, start, end):
        reader.claims.none(_whole(match), "manner", "person", "back to back")
    for match in AGED.finditer(reader.text, start, end):
        _aged(reader, found, match)
    for pattern, degrees in TURNED:
        for match in pattern.finditer(reader.text, start, end):
            _turned(reader, found, match, degrees)


# ── gestures ──


def _gesture(reader: Reader, mention: Mention) -> None:
    """ "arms crossed", "crosses her arms", "hands in her pockets", "a hand on his hip"."""
    table = traits.tables()["held"].get(mention.head.lemma, {})
    subject = bearer(reader, mention)
    if subject is None or subject.traits is None or subject.category != "person":
        return
    for word, also in _said_of(reader, mention):
        if also and (other := _anothers(reader, word, subject)) is not None:
            return _lays(reader, mention, word, also, subject, other)
        made = table.get(" ".join(filter(None, (word.norm if not also else "", also)))) or table.get(word.lemma)
        if made is None:
            continue
        path, _, value = made.rpartition(":")
        path = path or ("actions" if made in DEEDS else "gestures")
        if path == "actions" and value not in MUTUAL and not (mention.head.dep == "dobj" and word is mention.head.head):
            continue  # "with brushed hair": it was done before
        if _made(reader, mention, word, subject, path, value):
            reader.claims.mark(word, "person", "gesture")
            reader.claims.joins(mention.head, "person", "gesture")
            return


def _made(reader: Reader, mention: Mention, word: Word, subject: SubjectDraft, path: str, value: str) -> bool:
    if path == "actions":
        doer = _done_by_another(reader, mention, subject) if value in GROOMING else None
        if value == "tending" and doer is None:
            return False
        other = subject if doer is not None else _other_of_two(reader, mention, subject) if value in MUTUAL else None
        return traits.act(reader.draft, doer or subject, _atom(word), "actions", value, other)
    if path == "gestures" and _done_by_another(reader, mention, subject) is not None:
        return False
    return traits.put(reader.draft, subject, _atom(word), path, 180.0 if path == "turned" else value)


def _anothers(reader: Reader, word: Word, subject: SubjectDraft) -> SubjectDraft | None:
    """ "A hand on his friend's shoulder", "an arm around her wife": whose that is, or who."""
    found = reader.sentence.mention(word) if reader.sentence is not None else None
    other = bearer(reader, found) if found is not None and found.kind == "body" else found.subject if found is not None else None
    return other if other is not None and other is not subject and other.category in LIVING and other in reader.draft.subjects else None


def _lays(reader: Reader, mention: Mention, word: Word, also: str, subject: SubjectDraft, other: SubjectDraft) -> None:
    """A hand laid on another strokes, an arm around them hugs; who does so is by them."""
    if mention.head.lemma not in ("hand", "arm", "palm", "head"):
        return
    if mention.head.lemma == "hand" and other.category == "person":
        return making.relate(reader, [subject], "near", other, word)  # a hand laid on somebody is not shown yet
    deed = "hugging" if mention.head.lemma != "hand" and other.category == "person" else "petting"
    if traits.act(reader.draft, subject, _atom(word), "actions", deed, other):
        making.relate(reader, [subject], "near", other, word)
        reader.claims.mark(word, "person", "gesture")
        reader.claims.joins(mention.head, "person", "gesture")


def _done_by_another(reader: Reader, mention: Mention, subject: SubjectDraft) -> SubjectDraft | None:
    """ "A mother braids her daughter's hair": who does it to whose hair it is."""
    verb_ = mention.head.head
    doers = [s for s in who(reader, verb_) if s.category == "person" and s.traits is not None] if verb_.verb else []
    return doers[0] if len(doers) == 1 and doers[0] is not subject else None


def _other_of_two(reader: Reader, mention: Mention, subject: SubjectDraft) -> SubjectDraft | None:
    """ "A man and a woman shake hands": with each other."""
    verb_ = mention.head.head
    others = [s for s in who(reader, verb_) if s is not subject and s.category == "person"] if verb_.verb else []
    return others[0] if len(others) == 1 and subject.count == others[0].count == 1 else None


def _said_of(reader: Reader, mention: Mention) -> list[tuple[Word, str]]:
    """The words that say what is done with a part of a body: participles beside it, the verb it is the object of, "in" with "pockets"."""
    head = mention.head
    words = reader.sentence.words if reader.sentence else []
    after = [w for w in words if head.i < w.i <= head.i + 3]
    out = [(w, "") for w in mention.modifiers]
    parted = [k for k in head.kids if k.dep in ("acl", "amod", "advcl") and k.i > head.i]
    for w in after:
        if w.tag in ("VBN", "VBD", "VBG", "JJ", "RB", "RP", "IN") and w.text not in (","):
            out.append((w, ""))
        elif w.lemma not in ("be", "firmly", "loosely", "tightly"):
            break
    if head.dep in ("dobj", "nsubj", "nsubjpass") and head.head.verb:
        out.append((head.head, ""))
    follows = [w for w in words if w.i == head.i + 1 and w.tag == "IN"]
    above = head.head.kids if head.head.verb else ()
    out += [(w, "") for p in parted for w in (p, *p.those("advmod", "prt"))]
    for prep in [*follows, *(k for k in (*head.kids, *above, *(k for p in parted for k in p.kids)) if k.dep == "prep" and k.i > head.i)]:
        under = prep.kid("pobj")
        if under is not None:
            out.append((under, f"{prep.norm} {under.lemma}"))
    return out


# ── turned, midway ──


def _near(found: Sentence, start: int, of: bool) -> SubjectDraft | None:
    """Who is meant: the one after "of", else the last living one named before, else the first of the sentence."""
    living = [m for m in found.mentions if m.subject is not None and m.subject.traits is not None and m.real and m.kind != "body"]
    after = [m for m in living if m.head.start > start]
    before = [m for m in living if m.head.end <= start]
    if of and after:
        return after[0].subject
    led = [m for m in before if m.top.dep in ("nsubj", "nsubjpass", "ROOT")]
    chosen = led[-1] if led else before[-1] if before else after[0] if after else None
    return chosen.subject if chosen is not None else None


def _turned(reader: Reader, found: Sentence, match: re.Match[str], degrees: float) -> None:
    subject = _near(found, match.start(), reader.text[match.end() :].lstrip()[:3] == "of ")
    if subject is None or "turned" in subject.traits:
        return
    if degrees == 150.0:
        words = [w for w in found.words if w.end <= match.start()][-3:]
        if not any(w.lemma in LOOKING for w in words):
            return  # "a bag over her shoulder"
        subject.traits.setdefault("gaze", "lens")
    _put(reader, found, match, subject, "turned", degrees)


def _midway(reader: Reader, found: Sentence, match: re.Match[str]) -> None:
    subject = _near(found, match.start(), False)
    if subject is None:
        return
    word = {"air": "leap", "flight": "fly", "stride": "walk", "pirouette": "dance"}.get(match[1].lower(), match[1].lower())
    atom = _whole(match)
    frame = animal if subject.category == "animal" else traits
    if subject.category == "person" and word == "fly":
        word = "leap"
    reader.draft.notes.pop((atom.start, atom.end), None)
    _clear(reader, match)
    if frame.verb(reader.draft, subject, atom, word) or frame.deed(reader.draft, subject, atom, word, None):
        reader.claims.mark(atom, subject.category, "pose")


def _hand_in_hand(reader: Reader, found: Sentence, match: re.Match[str]) -> None:
    """ "Strolls hand in hand": two who do something together, or each of a couple."""
    told = [w for w in found.words if w.verb and w.end <= match.start()]
    group = [s for s in who(reader, told[-1]) if s.category == "person" and s.traits is not None] if told else []
    group = group or [s for s in [_near(found, match.start(), False)] if s is not None and s.category == "person"]
    beside = [m.subject for m in found.mentions if m.head.start > match.end() and reader.text[match.end() :].lstrip().startswith("with ")]
    if len(group) == 1 and group[0].count == 1 and beside and beside[0] is not None and beside[0].category == "person":
        group = [group[0], beside[0]]
    if not group or len(group) == 1 and group[0].count < 2:
        return
    other = group[1] if len(group) == 2 and group[0].count == group[1].count == 1 else None
    for span in [s for s in reader.draft.notes if match.start() <= s[0] and s[1] <= match.end()]:
        del reader.draft.notes[span]
    if traits.act(reader.draft, group[0], _whole(match), "actions", "holding_hands", other):
        reader.claims.mark(_whole(match), "person", "deed")


def _cross_legged(reader: Reader, found: Sentence, match: re.Match[str]) -> None:
    """ "Sits cross-legged on the floor": on what one sits with no legs hanging down."""
    subject = _near(found, match.start(), False)
    if subject is None or subject.category != "person" or subject.traits is None or subject.traits.get("posture") not in (None, "sitting"):
        return
    subject.traits.pop("posture", None)
    for span in [s for s in reader.draft.notes if match.start() <= s[0] and s[1] <= match.end()]:
        del reader.draft.notes[span]
    atom = _whole(match)
    if traits.put(reader.draft, subject, atom, "posture", "meditating"):
        reader.draft.retell(subject, "posture", "meditating")
        reader.claims.mark(atom, "person", "pose")


def _aged(reader: Reader, found: Sentence, match: re.Match[str]) -> None:
    """The years of who is named before, in this sentence or in what a comma parts from it ("A boy, aged 6")."""
    told = [s for s in reader.draft.subjects if s.category == "person" and s.traits is not None and s.becomes is None]
    subject = _near(found, match.start(), False) or (told[-1] if told else None)
    if subject is None or subject.category != "person":
        return
    for span in [s for s in reader.draft.notes if match.start() <= s[0] and s[1] <= match.end()]:
        del reader.draft.notes[span]
    atom = _whole(match)
    if traits.put(reader.draft, subject, atom, "age", float(match[1] or match[2])):
        reader.claims.mark(atom, "person", "traits")


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[re.Pattern[str], tuple[str, str]], ...]:
    rows = traits.tables()["phrase"].items()
    return tuple((re.compile(rf"\b{pattern}\b", re.IGNORECASE), (made.partition(":")[0], made.partition(":")[2])) for pattern, made in rows)


def _phrase(reader: Reader, found: Sentence, match: re.Match[str], path: str, value: str) -> None:
    subject = _near(found, match.start(), False)
    if subject is None or subject.category != "person" or subject.traits is None:
        return
    if path == "posture" and subject.traits.get("posture") not in (None, value, "standing"):
        return
    if path == "posture":
        subject.traits.pop("posture", None)
    atom = _whole(match)
    if traits.put(reader.draft, subject, atom, path, value):
        for span in [s for s in reader.draft.notes if match.start() <= s[0] and s[1] <= match.end() and s != (atom.start, atom.end)]:
            del reader.draft.notes[span]
        reader.claims.mark(atom, "person", "pose")


def _put(reader: Reader, found: Sentence, match: re.Match[str], subject: SubjectDraft, path: str, value: float) -> None:
    _clear(reader, match)
    atom = _whole(match)
    if traits.put(reader.draft, subject, atom, path, value):
        reader.claims.mark(atom, subject.category, "turned")


def _clear(reader: Reader, match: re.Match[str]) -> None:
    """What single words of the phrase were read as is taken back: the phrase says it."""
    for span in [s for s in reader.draft.notes if s[0] < match.end() and s[1] > match.start()]:
        effects = reader.draft.notes[span].effects
        if all(e.path == "camera.angle" for e in effects):
            if effects:
                reader.draft.camera.pop("angle", None)
            del reader.draft.notes[span]


def _whole(match: re.Match[str]) -> Atom:
    return Atom(match.start(), match.end(), match[0], match[0].lower(), (Sense("unknown", match[0], {}),), False)


def _atom(word: Word) -> Atom:
    return Atom(word.start, word.end, word.text, word.norm, (Sense("unknown", word.text, {}),), False)
