"""Of the mentions of what bears words: which speak of one thing, and which of several of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diorama.language.lettering_words import TABLE
from diorama.language.mentions import EACH, Mention

NUMBERS = {word: k for k, word in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {"pair": 2, "trio": 3}
NUMBERS |= {str(k): k for k in range(2, 11)}
WORN = frozenset(("shirt_print", "mug_print", "box"))
"""Templates of things of many kinds: her tote bag is not her shirt."""
SENTENCE = re.compile(r"[.;!?](?=\s|$)")
SHOWN = frozenset(("chat", "lock_screen", "feed", "shop_screen", "dashboard", "settings", "slide"))
"""Templates of what a device shows."""
DEVICES = frozenset(("phone", "smartphone", "laptop", "tablet", "monitor", "computer", "television", "tv"))
ROW = re.compile(r"[\s\x00]*(?:,|,? and|&|,? or)[\s\x00]*", re.I)
"""What stands between strings of a row."""


@dataclass(frozen=True)
class Bearer:
    """What bears a string: the mention that says so, and the first of its kin."""

    mention: Mention
    root: Mention
    instance: int


class Kin:
    """Mentions of one thing, and of several of one kind."""

    def __init__(self, mentions: Sequence[Mention]):
        self.mentions = mentions
        self.instances: dict[str, list[tuple[Mention, str]]] = {}
        """By template: the mention that opened each instance, and its ordinal."""

    def before(self, at: int) -> list[Mention]:
        return [m for m in self.mentions if m.end <= at]

    def root(self, mention: Mention) -> Mention:
        """The first mention of what a later one, shorter or the same, speaks of: "the card" of "visiting cards"."""
        if mention.plain:
            return mention
        if mention.noun.lower() in ("screen", "display") and mention.owned and (held := self.before(mention.start)) and held[-1].noun.lower() in DEVICES:
            return held[-1]  # "a phone whose screen shows"
        if mention.noun.lower() in ("screen", "display") and (shown := [m for m in self.before(mention.start) if m.template in SHOWN and m.noun.lower() not in DEVICES]):
            return shown[0]
        same = [
            m
            for m in self.mentions
            if m.start <= mention.start
            and not m.plain
            and m.last.rstrip("s") == mention.last.rstrip("s")
            and m.noun.lower().rstrip("s").endswith(mention.noun.lower().rstrip("s"))
        ]
        named = [m for m in same if len(m.noun) > len(mention.noun)]
        return (named or same or [mention])[-1 if named else 0]

    def bearer(self, mention: Mention) -> Bearer:
        root = self.root(mention)
        opened = self.instances.setdefault(root.template, [])
        k = self._instance(mention, opened, self._several(mention))
        if k == len(opened):
            opened.append((mention, mention.ordinal))
        return Bearer(mention, root, k)

    def _several(self, mention: Mention) -> bool:
        """Whether there are several of its kind, as an earlier mention says: "each tray has a small card", "three signs"."""
        return mention.template in EACH and any(
            (m.plural or m.several) and m.last.rstrip("s") == mention.last.rstrip("s") for m in self.mentions if m.start < mention.start and not m.plain
        )

    def dealt(self, found: list[Bearer | None], text: str, strings: Sequence[tuple[int, int]]) -> list[Bearer | None]:
        """ "three jars with labels: “a”, “b” and “c”": one each, where surfaces stand in the plural and as many strings as are counted follow each other."""
        out, k = list(found), 0
        while k < len(found):
            n, one = k + 1, found[k]
            while n < len(found) and found[n] == one and ROW.fullmatch(text[strings[n - 1][1] : strings[n][0]]):
                n += 1
            counted = _enumerated(text, strings, k, one.mention) if one else 0
            n = max(n, k + counted)
            dealt = counted or one and (one.mention.several or one.mention.plural and one.root.template in EACH)
            if one and n > k + 1 and dealt and _counted(text[: one.mention.end]) in (None, n - k):
                opened = self.instances[one.root.template]
                for j in range(k + 1, n):
                    out[j] = Bearer(one.mention, one.root, len(opened))
                    opened.append((one.mention, ""))
            k = n
        return out

    @staticmethod
    def _instance(mention: Mention, opened: list[tuple[Mention, str]], several: bool) -> int:
        if several and mention.which:
            return next((k for k, (first, _) in enumerate(opened) if first.which == mention.which), len(opened))
        for k, (first, ordinal) in enumerate(opened):
            if mention == first or mention.ordinal and mention.ordinal == ordinal:
                return k
        told = [first.which for first, _ in opened if first.plain == mention.plain]
        if mention.which and mention.template in EACH and told and all(told) and mention.which not in told and not _at_a_part((mention.which, *told)):
            return len(opened)  # "the tag on the pears", after "the tag on the apples"
        again = mention.plain and not mention.fresh or mention.template in WORN
        one_kind = lambda first: first.last.rstrip("s") == mention.last.rstrip("s") if again else first.noun.lower() == mention.noun.lower()  # noqa: E731
        free = not mention.plain and mention.template not in WORN
        stuck = mention.template == "label" and free and not mention.which  # "its label", of a bottle that bears words
        alike = [k for k, (first, _) in enumerate(opened) if (first.plain == mention.plain or stuck) and (free or one_kind(first))]
        return alike[-1] if alike and (mention.template == "comic" or not (mention.fresh or mention.ordinal)) else len(opened)


def _at_a_part(places: Iterable[str]) -> bool:
    """Whether one of several places is a part of a page: "the label at the top"."""
    return any(place.split()[-1] in TABLE["bearers"]["parts"] for place in places)


def _enumerated(text: str, strings: Sequence[tuple[int, int]], k: int, mention: Mention) -> int:
    """ "Three posters: a beach with “a”, a peak with “b” and a pyramid with “c”": how many strings from the k-th on are dealt so; else 0."""
    count = _counted(text[: mention.end]) if mention.plural else None
    if not count or k + count > len(strings):
        return 0
    within = text[mention.end : strings[k + count - 1][0]]
    return count if within.lstrip().startswith(":") and not SENTENCE.search(within) else 0


def _counted(before: str) -> int | None:
    """How many surfaces are told of just before their noun ends: "three spice jars with kraft labels"; None where it is not told."""
    clause = re.split(r"[.;:!?]\s", before)[-1].lower().split()
    return next((NUMBERS[word] for word in reversed(clause[-9:]) if word in NUMBERS), None)
