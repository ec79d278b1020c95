"""The base form of a word by its tag: spaCy's own tables of exceptions and endings, asked once for each word instead of once for each token.

The rules: those of `spacy.lang.en.EnglishLemmatizer` in mode "rule", whose tables come with the model (spaCy 3.8, MIT).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from diorama.language.lexicon import classes

CLASSES = {"NN": "noun", "VB": "verb", "JJ": "adj", "RB": "adv"}
"""The first letters of a tag → the class that its endings are kept under."""
BASE = frozenset(("NN", "VB", "VBP", "JJ"))
"""Tags of base forms: nothing is taken off."""
AUXILIARY = {
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'m": "be", "'re": "be", "has": "have", "had": "have", "having": "have", "'ve": "have",
    "does": "do", "did": "do", "done": "do", "n't": "not", "ca": "can", "wo": "will", "'ll": "will",
}  # fmt: skip
IRREGULAR = {
    ("'s", "VBZ"): "be", ("leaves", "NNS"): "leaf", ("lenses", "NNS"): "lens", ("them", "PRP"): "they", ("her", "PRP"): "she", ("him", "PRP"): "he", ("us", "PRP"): "we", ("me", "PRP"): "i",
    ("'d", "MD"): "would", ("'d", "VBD"): "have",
}  # fmt: skip
"""Forms that endings mislead about."""


class Lemmas:
    """`of(text, tag)`: the base form, in lower case. `tables`: the lookups of the model's lemmatizer."""

    def __init__(self, tables: Any):
        self.index, self.exceptions, self.rules = (tables.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
        self.of = lru_cache(maxsize=32768)(self._of)

    def _of(self, text: str, tag: str) -> str:
        word = text.lower()
        if (told := IRREGULAR.get((word, tag))) is not None:
            return told
        kind = CLASSES.get(tag[:2])
        if tag == "MD" or tag.startswith("VB") and word in AUXILIARY or word == "n't":
            return AUXILIARY.get(word, word)
        if kind is None or tag in BASE or tag.startswith("NNP"):
            return word
        forms, unknown = [], []
        index = self.index.get(kind, ())
        for old, new in self.rules.get(kind, ()):
            if word.endswith(old) and (form := word[: len(word) - len(old)] + new):
                (forms if form in index or not form.isalpha() else unknown).append(form)
        if kind == "verb":
            forms.sort(key=lambda form: -classes.uses(form) if classes.uses(form) > 2 else 0)  # "singing": sing, and not singe; "plating" is of no plaits
            unknown.sort(key=lambda form: classes.verb(form) is None)  # "skateboarding": of the dictionary's verbs first
        known = self.exceptions.get(kind, {}).get(word, [])
        return (*reversed([k for k in known if k not in forms]), *forms, *unknown, word)[0]
