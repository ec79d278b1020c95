"""Some of several: "two men … one wears a cap, the other smokes", "eight of them", "one of the boats"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames.several import SIDES, WHOLE, teller
from diorama.language.syntax.phrases import NUMBERS, of_object, own
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

MOST = 12
"""Of more than so many alike none is told apart."""


def meant(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The subject that such words mean: one or some of a group, taken out of it, or what is left of it."""
    word = mention.head
    group = _group(reader, mention)
    if group is None:
        return _remaining(reader) if word.norm == "one" and of_object(word) is None else None
    if word.norm in ("other", "others"):
        return group.fellows[0] if group.fellows else None
    number = int(word.norm) if word.norm.isdigit() else None if word.norm in WHOLE else NUMBERS.get(word.norm)
    if number is None:
        return group
    if not group.counted and number > 1:
        group.count, group.counted = number, True
        reader.claims.note(word, "subject", Effect("count", number, group), frame="thing", rule="of them")
        return group
    if not group.counted or not number < group.count <= MOST or group.category == "wear" or group.split:
        return group
    return _take(reader, group, number, mention)


OPPOSITE = {"left": "right", "right": "left", "front": "back", "back": "front"}


def _remaining(reader: Reader) -> SubjectDraft | None:
    """ "One blue and one green", of two: the second is what is left."""
    whole = next((s.fellows[0] for s in reversed(reader.draft.subjects) if s in reader.taken), None)
    return whole if whole is not None and whole.count == 1 else None


def at_side(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "Three friends … the man on the left", "two mugs … the left one": one of a group told apart, taken out of it."""
    told = teller(mention.head)
    if told is None or mention.plural:
        return None
    if mention.head.dep == "attr" and mention.head.head.lemma == "be":  # "he's the one in the middle"
        actor = reader.actor(mention.head.head)
        return actor.subject if actor is not None and actor is not mention else None
    out = reader.apart.values()
    group = next((s for s in reversed(reader.draft.subjects) if _several(s) and s not in out and _of_the_group(reader, mention, s)), None)
    taken = next((s for (whole, by), s in reader.apart.items() if by == told and _of_the_group(reader, mention, s) and (group is None or whole is group)), None)
    if taken is not None or group is None:
        return taken
    member = _take(reader, group, 1, mention, told if mention.kind != "person" else "") if group.count > 1 else group
    reader.apart[(group, told)] = member
    if mention.kind == "person" and told in SIDES:
        if member.traits is not None and (sex := {"man": "male", "boy": "male", "woman": "female", "girl": "female"}.get(mention.head.lemma)):
            member.traits.setdefault("sex", sex)
        reader.draft.relate([member], SIDES[told], [group], own(mention.head)) if member is not group else None
    return member


YOUNG, GROWN = frozenset(("boy", "girl", "child", "kid")), frozenset(("man", "woman", "guy"))
OF_AGE = 18.0
"""Years from which somebody is a man or a woman."""


def one_listed(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "Five kids, one boy waving": a phrase that begins with "one" tells of one of those counted before, where he may be one of them."""
    group = next((s for s in reversed(reader.draft.subjects) if s.category == "person"), None)
    named_so = group is not None and group.noun.split()[-1] in (mention.head.lemma, mention.head.norm)  # "two boys … one boy wears a cap"
    begins = reader.sentence is not None and reader.sentence.mentions[0] is mention and (reader.fragmentary() or named_so)
    if not begins or mention.kind != "person" or mention.number != 1 or mention.count is None or mention.count.norm != "one":
        return None
    if group is None or group.count < 2 or not _several(group) or not _among(group, lemma := mention.head.lemma):
        return None
    young = (group.traits or {}).get("age", OF_AGE) < OF_AGE
    if lemma not in (YOUNG if young else GROWN) and group.noun.split()[-1] != lemma:
        return None
    member = _take(reader, group, 1, mention)
    if member.traits is not None and (sex := SEXES.get(lemma)):
        member.traits.setdefault("sex", sex)
    return member


SEXES = {"man": "male", "boy": "male", "guy": "male", "woman": "female", "girl": "female"}


def _several(s: SubjectDraft) -> bool:
    """True for a counted group of which one can be taken, and for what is left of it."""
    return s.counted and (1 < s.count <= MOST or s.count == 1 and bool(s.fellows)) and not s.split and s.category != "wear" and s.becomes is None


def _of_the_group(reader: Reader, mention: Mention, group: SubjectDraft) -> bool:
    if mention.kind == "person":
        return group.category == "person" and _among(group, mention.head.lemma)
    if not mention.head.noun or mention.head.norm == "one":
        return True
    return group.noun.split()[-1].removesuffix("s") == mention.head.lemma


def _among(group: SubjectDraft, noun: str) -> bool:
    """True where who the noun names may be one of the group: "the man" of three friends, no man of two women."""
    told = (group.traits or {}).get("sex")
    sex = {"man": "male", "boy": "male", "woman": "female", "girl": "female"}.get(noun)
    return sex is None or told is None or told == sex


def _group(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """What is several, named last; of words with "of", what they name."""
    inner = of_object(mention.head)
    named = reader.sentence.mention(inner) if inner is not None and reader.sentence is not None else None
    if named is not None and named is not mention:
        reader.take(named)
        return named.subject
    before = [m for m in reader.mentions[-30:] if m.real and m.kind not in ("part", "body", "surface", "garment")]
    several = [m.subject for m in before if m.subject in reader.draft.subjects]
    rest = mention.head.norm in ("other", "others")
    return next((s for s in reversed(several) if (s.fellows if rest else s.counted and s.count > 1)), None)


LEADING = frozenset(("left", "first", "front"))
"""Who stands before the rest."""


def _take(reader: Reader, group: SubjectDraft, number: int, mention: Mention, told: str = "") -> SubjectDraft:
    """A subject of its own for some of a group: what was told of the group is told of it."""
    draft, word = reader.draft, mention.head
    reader.taken.add(member := group.another(at=(word.start, word.end), counted=True, split=[]))
    member.count, group.count = number, group.count - number
    for one in (member, group):
        one.plural = one.count > 1
    draft.retell(group, "count", group.count)
    group.fellows.append(member)
    member.fellows = [group]
    draft.subjects.insert(draft.subjects.index(group) + (told not in LEADING), member)
    for known in list(draft.relations):
        if group in known.objects:
            draft.relate(list(known.subjects), known.kind, [member if o is group else o for o in known.objects])
        if group in known.subjects and known.kind == "wearing":
            worn = [g.another(counted=True, split=[]) for g in known.objects]
            for garment in worn:
                garment.worn_by = member if garment.worn_by is group else garment.worn_by
                garment.count = max(1, garment.count * number // (group.count + number))
                draft.subjects.append(garment)
            draft.relate([member], "wearing", list(worn))
        elif group in known.subjects:
            known.subjects.append(member)
    reader.claims.note(own(word), "subject", Effect("noun", member.noun, member), Effect("count", number, member), frame="thing", rule="one of several")
    return member
