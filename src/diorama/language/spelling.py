"""Words that are almost ones of the lexicon: slips of the hand (letters changed about, left out, doubled, hit beside), spelling by ear, American or British.

Unknown word → candidates near it by letters or by sound → the cost of each slip, by letters, keys and sounds → the word, where one is clearly meant.
Words of an English dictionary are never slips. What is only near is asked after (check.py).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from diorama.language.lexicon import classes, lexicon
from diorama.language.tokens import Token, scan
from diorama_catalogue import derived

SHORTEST, LONGEST = 3, 24
"""Letters of a word that may be a slip."""
MOST = 32
"""Unknown words of a prompt that get a look."""
CLEAR = (0.0, 0.0, 0.0, 0.6, 1.0, 1.1, 1.3, 1.45, 1.8, 2.2)
"""By the number of letters: the cost up to which a slip is mended."""
ASKED = 0.5
"""Beyond which it is no more than asked after, up to this much more."""
APART = 0.3
"""By how much the second candidate must be worse."""
HABITS = (
    ("iz", "is"), ("yz", "ys"), ("or", "our"), ("er", "re"), ("og", "ogue"), ("l", "ll"), ("ll", "l"), ("e", "ae"), ("is", "iz"), ("our", "or"),
    ("re", "er"), ("ey", "y"),
)  # fmt: skip
"""Other spellings of the same word."""
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
FUNCTIONS = frozenset(("function", "determiner", "conjunction", "filler", "boilerplate", "link"))
CLOSED = frozenset((
    "mine", "yours", "hers", "ours", "theirs", "whose", "whom", "myself", "yourself", "himself", "herself", "itself", "ourselves",
    "themselves", "those", "these", "them", "they", "their", "there", "where", "when", "while", "which", "whether", "would", "could",
    "should", "shall", "might", "must", "than", "then", "thus", "hence", "unless", "until", "since", "because", "although", "though",
    "whereas", "despite", "during", "without", "within", "upon", "onto", "into", "from", "with", "amid", "amidst", "among", "amongst",
    "between", "beyond", "behind", "toward", "towards", "every", "everyone", "everything", "nothing", "someone", "something", "anyone",
    "anything", "your", "yourselves", "been", "being",
))  # fmt: skip
"""Words of grammar, which a dictionary of nouns, verbs and adjectives has not."""
IRREGULAR = frozenset("""
arose ate awoke bade became began begun bent bidden bitten bled blew blown bore borne bought bred broke brought built came caught chose chosen clung crept
dealt did drank drawn drew driven drove drunk dug fallen fed felt fled flew flown flung forbade forbidden forgave forgiven forgot forgotten fought found
froze frozen gave given gone grew grown heard hewn hid hidden hung kept knelt knew known laid lain leant leapt led lent lit lost made meant mown overgrown
overtaken paid ran rang ridden risen rode rose rung said sang sank sat saw sawn seen sent sewn shaken shed shone shook shorn shot shown shrank shrunk slain
slept slew slid slit slung sold sought sown spat sped spent spilt split spoke spoken sprang sprung spun stank stole stolen stood strewn striven strode
strove struck strung stuck stung sung sunk swam swept swollen swore sworn swum swung taken taught thought threw thrown told took tore torn trod trodden
understood unwound went wept withdrawn woke woken won wore worn wound wove woven written wrote wrung
""".split())
"""Forms of verbs that no ending makes."""
VOWELS = frozenset("aeiouy")
ALIKE = frozenset(frozenset(pair) for pair in ("ck", "cs", "ks", "sz", "mn", "dt", "gj", "vf", "bp", "iy", "vw", "qk", "xs"))
"""Letters that sound alike."""
SOUNDS = (("ph", "f"), ("ck", "k"), ("sch", "sk"), ("tch", "ch"), ("dge", "ge"), ("wh", "w"), ("gh", "g"), ("kn", "n"), ("wr", "r"), ("qu", "kw"), ("x", "ks"))


class Near(NamedTuple):
    word: str
    clear: bool
    """True where hardly any other word can be meant."""


def respelt(tokens: list[Token]) -> tuple[list[Token], list[tuple[Token, str]]]:
    """The tokens with slips put right, and which were slips."""
    out, slips, looked = [], [], 0
    for k, token in enumerate(tokens):
        word = token.norm
        inside = k and token.text[:1].isupper() and not token.text.isupper() and tokens[k - 1].text not in ".!?:;"
        if token.kind == "word" and word not in _vocabulary() and SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha() and looked < MOST:
            looked += 1
            habit = _habit(word)
            found = None if habit or inside else near(word)
            slip = found.word if found is not None and found.clear else None
            if habit or slip:
                out.append(token._replace(norm=habit or slip))
                slips += [(token, slip)] if slip else []
                continue
        out.append(token)
    return out, slips


class Spelt(NamedTuple):
    """A text with its slips put right."""

    text: str
    tokens: list[Token]
    """With offsets in the text as it was."""
    runs: tuple[tuple[int, int, int, int], ...]
    """Each mended word: its start and end in the new text, and in the old."""

    def old(self, at: int, end: bool = False) -> int:
        """The place in the text as it was of one in the new."""
        moved = 0
        for start, stop, was, until in self.runs:
            if at <= start and not (end and at == start) or at < start:
                break
            if at < stop or end and at == stop:
                return until if end else was
            moved = until - stop
        return at + moved


def spelt(text: str) -> Spelt:
    """The text as it was meant, where slips are clear."""
    tokens, slips = respelt(scan(text))
    out, at, size, runs = [], 0, 0, []
    for token, word in slips:
        before = text[at : token.start]
        size += len(before)
        out += [before, word]
        runs.append((size, size + len(word), token.start, token.end))
        size, at = size + len(word), token.end
    return Spelt("".join([*out, text[at:]]), tokens, tuple(runs))


def _habit(word: str) -> str | None:
    return next((w for a, b in HABITS if a in word for w in _changed(word, a, b) if w in _vocabulary()), None)


@derived
def _vocabulary() -> frozenset[str]:
    return frozenset(w for entries in lexicon().words.values() for entry, _ in entries for w in entry if w.isalpha())


@derived
def _by_sound() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for word in _words():
        out.setdefault(sound(word), []).append(word)
    return out


@derived
def near(word: str) -> Near | None:
    """The word of the lexicon that a slip or a spelling by ear made this; None where none is near, and for any word of an English dictionary."""
    if english(word) or word in _vocabulary():
        return None
    most = 2 if len(word) >= 6 else 1
    by_letters = process.extract(word, _words(), scorer=OSA.distance, score_cutoff=most, limit=12)
    by_sound = process.extract(sound(word), list(_by_sound()), scorer=OSA.distance, score_cutoff=1, limit=8) if len(word) > 3 else []
    found = {w for w, _, _ in by_letters} | {w for s, _, _ in by_sound for w in _by_sound()[s]}
    costs = sorted((cost(word, w), w) for w in found if w[0] == word[0] or sound(w)[:1] == sound(word)[:1] or sorted(w[:2]) == sorted(word[:2]))
    if not costs:
        return None
    least, best = costs[0]
    limit = CLEAR[min(len(word), len(CLEAR) - 1)]
    other = next((c for c, w in costs[1:] if not _same_noun(w, best)), 9.0)
    if least > limit + ASKED or len(word) < 4 and least > limit:
        return None
    return Near(best, least <= limit and other - least >= APART)


@derived
def _words() -> list[str]:
    """Words that a slip may have been meant for: all that tell of a picture."""
    senses: dict[str, set[str]] = {}
    for entries in lexicon().words.values():
        for entry, found in entries:
            for word in entry:
                senses.setdefault(word, set()).update(s.kind for s in found)
    return sorted(w for w in _vocabulary() if len(w) >= SHORTEST and senses.get(w, set()) - FUNCTIONS)


def _same_noun(a: str, b: str) -> bool:
    """True for the singular and the plural of one noun."""
    return a in (b + "s", b + "es") or b in (a + "s", a + "es")


@lru_cache(maxsize=4096)
def english(word: str) -> bool:
    """True for a word of the dictionary, in any of its forms."""
    if word in CLOSED or word in IRREGULAR:
        return True
    stems = [word]
    for end in ("s", "es", "ed", "d", "ing", "er", "r", "est", "ly", "ish", "y", "like"):
        if word.endswith(end) and len(word) > len(end) + 2:
            stem = word[: -len(end)]
            stems += [stem, stem + "e", *([stem[:-1]] if stem[-1:] == stem[-2:-1] else []), *([stem[:-1] + "y"] if stem.endswith("i") else [])]
    return any(classes.known(s) for s in stems) or word.endswith("ism") and word[:-1] + "t" in _vocabulary()


def sound(word: str) -> str:
    """Letters by what they sound like: "elefant" and "elephant" are one."""
    for a, b in SOUNDS:
        word = word.replace(a, b)
    word = re.sub(r"c(?=[eiy])", "s", word).replace("c", "k").replace("z", "s").replace("y", "i")
    return re.sub(r"(.)\1+", r"\1", word)


def cost(wrong: str, right: str) -> float:
    """What it takes to have written `wrong` for `right`: by letters, or by sound where that is less."""
    heard = _letters(sound(wrong), sound(right))
    return min(_letters(wrong, right), heard + (0.5 if heard else 0.3))


def _letters(a: str, b: str) -> float:
    """A weighted optimal string alignment (Damerau 1964): neighbouring keys, vowels, doubled letters and letters changed about cost less."""
    rows = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        rows[i][0] = rows[i - 1][0] + _lone(a, i - 1)
    for j in range(1, len(b) + 1):
        rows[0][j] = rows[0][j - 1] + _lone(b, j - 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            best = min(rows[i - 1][j] + _lone(a, i - 1), rows[i][j - 1] + _lone(b, j - 1), rows[i - 1][j - 1] + _other(a[i - 1], b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1] and a[i - 1] != a[i - 2]:
                best = min(best, rows[i - 2][j - 2] + 0.6)
            rows[i][j] = best
    return rows[-1][-1]


def _lone(word: str, k: int) -> float:
    """A letter too many, or one left out."""
    letter = word[k]
    if word[k - 1 : k] == letter or word[k + 1 : k + 2] == letter:
        return 0.3
    if k == len(word) - 1 and letter in "es":
        return 0.6
    return 0.6 if letter == "h" else 0.8 if letter in VOWELS else 1.0


@lru_cache(maxsize=1024)
def _other(a: str, b: str) -> float:
    """One letter for another."""
    if a == b:
        return 0.0
    if frozenset((a, b)) in ALIKE:
        return 0.6
    if a in VOWELS and b in VOWELS or _beside(a, b):
        return 0.7
    return 1.3


def _beside(a: str, b: str) -> bool:
    """True for neighbours on a keyboard."""
    at = {letter: (r, k + 0.5 * r) for r, row in enumerate(ROWS) for k, letter in enumerate(row)}
    return a in at and b in at and abs(at[a][0] - at[b][0]) <= 1 and abs(at[a][1] - at[b][1]) <= 1.0


def _changed(word: str, a: str, b: str) -> list[str]:
    """The word with one of its `a` written `b`."""
    return [word[: m.start()] + b + word[m.end() :] for m in re.finditer(re.escape(a), word)]
