"""Words → scene. A prompt comes in; a Reading goes out: the scene, what every word did, and what is to be said.

tokens      text → words, numbers with units, quotations              one regular expression
match       words → atoms: longest match in the lexicon; what a word means by its company   lexicon/*.toml, senses
chunks      atoms → noun phrases and the links between them
bind        phrases → draft: who looks how, what stands where         heads, loose, subjects, dress, surfaces, places, lights, times, free
letter      strings to be read → labels with role, place and hand         texts, pages
assume      what is left open → filled in, and said                   surround, illuminate
build       draft → scene and phrases; effects that do not hold go
untied      what the words relate and the scene does not, told with both its ends
check       conflicts, unknown words
coach       layers not given, with examples
standins    what the stage cannot build yet → what it can, and said

Time is linear in the prompt. No content word is left without a phrase (`content_words`).
"""

from __future__ import annotations

from diorama.language.model import LAYERS, Diagnostic, Phrase, Reading
from diorama.language.reader import choices, content_words, must_show, read
from diorama.language.standins import stand_in

__all__ = ["LAYERS", "Diagnostic", "Phrase", "Reading", "choices", "content_words", "must_show", "read", "stand_in"]
