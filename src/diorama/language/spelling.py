"""Words that are almost ones of the lexicon: American or British in another way, two letters changed about, one doubled or left single.

Only slips that hardly any other English word is made by are taken; of the rest it is asked whether they were meant (check.py).
"""

from __future__ import annotations

import re

from diorama.language.lexicon import lexicon
from diorama.language.tokens import Token
from diorama_catalogue import derived

SHORTEST, LONGEST = 5, 24
"""Letters of a word that may be a slip of the pen."""
MOST = 32
"""Unknown words of a prompt that get a look."""
HABITS = (("iz", "is"), ("yz", "ys"), ("or", "our"), ("er", "re"), ("og", "ogue"), ("l", "ll"), ("ll", "l"), ("e", "ae"), ("is", "iz"), ("our", "or"), ("re", "er"), ("ey", "y"))
"""Other spellings of the same word."""



def respelt(tokens: list[Token]) -> tuple[list[Token], list[tuple[Token, str]]]:
    """The tokens with slips put right, and which were slips."""
    words, singled = _vocabulary()
    out, slips, looked = [], [], 0
    for k, token in enumerate(tokens):
        word = token.norm
        inside = k and token.text[:1].isupper() and tokens[k - 1].text not in ".!?:;"
        if token.kind == "word" and word not in words and SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha() and looked < MOST:
            looked += 1
            habit = next((w for a, b in HABITS if a in word for w in _changed(word, a, b) if w in words), None)
            slip = None if habit or inside else _slip(word, words, singled)
            if habit or slip:
                out.append(token._replace(norm=habit or slip))
                slips += [(token, slip)] if slip else []
                continue
        out.append(token)
    return out, slips


@derived
def _vocabulary() -> tuple[frozenset[str], dict[str, str]]:
    words = frozenset(w for entries in lexicon().words.values() for entry, _ in entries for w in entry if w.isalpha())
    return words, {_single(w): w for w in sorted(words) if len(w) >= SHORTEST - 1}


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _changed(word: str, a: str, b: str) -> list[str]:
    """The word with one of its `a` written `b`."""
    return [word[: m.start()] + b + word[m.end() :] for m in re.finditer(re.escape(a), word)]


def _slip(word: str, words: frozenset[str], singled: dict[str, str]) -> str | None:
    swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
    return next((w for w in swapped if w in words), None) or singled.get(_single(word))

