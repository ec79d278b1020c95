"""How long reading takes. Briefs: microseconds a word for 50, 500 and 5,000 words, and whether time is linear. Captions, in CPU time: the first (loads the
parser), 60 words never seen, a keystroke at the end of 200 words, 4,000 to 32,000 characters; memory at the end.

python -m bench.reading            prints a table and the ratio of the time per word of the longest to the shortest
python -m bench.reading --json     the same as JSON
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import time

from bench.facts import captions
from diorama.language import read
from diorama.language.syntax import parse

BRIEFS = (
    "A stoneware mug on a walnut table beside an open book, soft window light from the left, 85mm f/1.8, shallow depth of field.",
    "Two black leather suitcases and a yellow umbrella on a railway bench, overcast light, 35mm f/5.6.",
    "Three green glass bottles stand behind a small wooden box. To the left of the box, a lit candle.",
    "A vintage red bicycle leaning against a weathered brick wall, late afternoon sun from the right, long shadows, Kodak Portra 400 film grain.",
    "A bouquet of white tulips in a tall crystal vase, a cup of coffee and a stack of books, with a slight haze on the hills behind.",
)
WORDS = (50, 500, 5000)
REPEATS = {50: 200, 500: 30, 5000: 5}


def text(words: int, rng: random.Random) -> str:
    """A prompt of so many words (at most 32,000 characters), of sentences in a random order."""
    out: list[str] = []
    while len(out) < words:
        out += rng.choice(BRIEFS).split()
    return " ".join(out[:words])[:32_000]


def measure() -> dict[str, float]:
    """First call (the lexicon is read), then the median time for each length."""
    rng = random.Random(7)
    start = time.perf_counter()
    read("a mug")
    out = {"first_ms": (time.perf_counter() - start) * 1e3}
    for words in WORDS:
        prompts = [text(words, rng) for _ in range(REPEATS[words])]
        times = []
        for prompt in prompts:
            start = time.perf_counter()
            read(prompt)
            times.append((time.perf_counter() - start) / len(prompt.split()))
        out[f"us_per_word_{words}"] = statistics.median(times) * 1e6
    out["ratio_5000_to_50"] = out["us_per_word_5000"] / out["us_per_word_50"]
    return out


def prose() -> dict[str, float]:
    """Captions of set A: CPU milliseconds (medians), and the peak of resident memory in MiB."""
    texts = [c.text for c in captions.load(captions.SETS["A"])]
    out = {"caption_first_ms": _cpu("A woman sits on a bench in a garden while her dog sleeps on the grass beside her and the sun goes down behind the hills.")}
    short = [" ".join(t.split()[:60]) for t in texts[:40]]
    out["caption_60_words_ms"] = statistics.median(map(_cpu, short))
    typed = [" ".join(" ".join(texts[k : k + 3]).split()[:200]) for k in range(0, 30, 3)]
    for prompt in typed:
        read(prompt[:-2])
    out["keystroke_200_words_ms"] = statistics.median(_cpu(prompt[:-1]) for prompt in typed)
    for length in (4_000, 8_000, 16_000, 32_000):
        parse.forget()
        out[f"caption_{length}_characters_ms"] = _cpu((" ".join(texts) * 3)[:length])
    out["peak_memory_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return out


def _cpu(prompt: str) -> float:
    start = time.process_time()
    read(prompt)
    return (time.process_time() - start) * 1e3


def main() -> None:
    result = measure() | prose()
    if "--json" in sys.argv:
        print(json.dumps(result, indent=1))
        return
    print(f"first reading (loads the lexicon): {result['first_ms']:.0f} ms")
    for words in WORDS:
        each = result[f"us_per_word_{words}"]
        print(f"{words:5d} words: {each:6.1f} µs a word, {each * words / 1e3:7.1f} ms")
    for name in [k for k in result if k.startswith(("caption", "keystroke", "peak"))]:
        print(f"{name.replace('_', ' '):32} {result[name]:9.1f}")
    print(f"time per word, 5,000 words to 50: {result['ratio_5000_to_50']:.2f} (1 is linear)")


if __name__ == "__main__":
    main()
