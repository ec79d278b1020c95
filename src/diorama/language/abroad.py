"""A reading of the English of a prompt in another language, brought home: its phrases and what is said are of the words as they were written."""

from __future__ import annotations

from diorama.language.model import Diagnostic, Phrase, Reading, ordered
from diorama.language.syntax.glossed import Gloss

SHOWN = 12
"""Words that were not understood, told by name."""


def home(reading: Reading, gloss: Gloss) -> Reading:
    """The reading of `gloss.text`, as one of `gloss.prompt`."""
    prompt = gloss.prompt
    phrases: list[Phrase] = []
    for phrase in reading.phrases:
        span = gloss.back(phrase.start, phrase.end)
        if span is None:
            continue
        if phrases and span[0] < phrases[-1].end:  # one word of the prompt, two of its English
            phrases[-1] = _joined(prompt, phrases[-1], phrase, max(span[1], phrases[-1].end))
        else:
            phrases.append(phrase.model_copy(update={"start": span[0], "end": span[1], "text": prompt[span[0] : span[1]]}))
    free = (span for span in gloss.untold if not any(p.start < span[1] and span[0] < p.end for p in phrases))
    phrases += [Phrase(start=a, end=b, text=prompt[a:b], layer="none", status="not_understood") for a, b in free]
    said = [d.model_copy(update={"span": d.span and gloss.back(*d.span)}) for d in reading.diagnostics]
    unknown = list(dict.fromkeys(prompt[a:b] for a, b in gloss.untold))
    more = f" and {len(unknown) - SHOWN} more" if len(unknown) > SHOWN else ""
    lacks = f"; not known: {', '.join(unknown[:SHOWN])}{more}" if unknown else ""
    help_ = "what stands in quotation marks is set to the letter; describe the rest in English to be understood better"
    said.append(Diagnostic(severity="warning", code="word-by-word", message=f"the prompt is in Chinese and is read word by word{lacks}", help=help_))
    return reading.model_copy(update={"prompt": prompt, "phrases": tuple(sorted(phrases, key=lambda p: p.start)), "diagnostics": tuple(ordered(said))})


def _joined(prompt: str, first: Phrase, second: Phrase, end: int) -> Phrase:
    told = first if first.effect or not second.effect else second
    effect = tuple(dict.fromkeys((*first.effect, *second.effect)))
    return told.model_copy(update={"start": first.start, "end": end, "text": prompt[first.start : end], "effect": effect})
