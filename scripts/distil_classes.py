"""WordNet's dictionary files → `diorama/language/lexicon/classes.tsv.gz`: the class of every common noun and verb, and what each noun and verb is a kind of.

python scripts/distil_classes.py FOLDER    the folder with data.noun, index.noun, cntlist.rev … of WordNet 3.0

One row an entry, tab-separated:
s   number of what it is a kind of, or -1    class    its words, the commonest first; its own number is that of its row, from 0; nouns, then verbs
a   adjective or adverb    of an adjective its synonyms, then what it is like, both by its commonest senses
n   noun     senses: class.count.synset, the commonest first
p   noun     of what its senses are parts: sense.synset, senses counted from 1
v   verb     classes: class.count    senses: synset.count, the commonest first
After the rows of s the others come sorted.
Proper names, names of species and rare words of three or more words are left out.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

NOUN = {
    3: "top", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition", 10: "communication", 11: "event", 12: "feeling", 13: "food",
    14: "group", 15: "location", 16: "motive", 17: "object", 18: "person", 19: "phenomenon", 20: "plant", 21: "possession", 22: "process", 23: "quantity",
    24: "relation", 25: "shape", 26: "state", 27: "substance", 28: "time",
}  # fmt: skip
VERB = {
    29: "body", 30: "change", 31: "cognition", 32: "communication", 33: "competition", 34: "consumption", 35: "contact", 36: "creation", 37: "emotion",
    38: "motion", 39: "perception", 40: "possession", 41: "social", 42: "stative", 43: "weather",
}  # fmt: skip
WORD = re.compile(r"[a-z][a-z'-]*( [a-z][a-z'-]*)?")
SENSES = 4
LIKE, ALIKE = 2, 8
"""Of adjectives: senses of which likenesses are kept, and how many of them."""


def synsets(path: Path):
    """Each synset as (offset, class number, [(word, lex id)], [(pointer, offset, part of speech)])."""
    for line in path.read_text("latin-1").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split("|")[0].split()
        many = int(parts[3], 16)
        words = [(parts[4 + 2 * k].replace("_", " "), parts[5 + 2 * k]) for k in range(many)]
        at = 4 + 2 * many
        pointers = [tuple(parts[at + 1 + 4 * k : at + 4 + 4 * k]) for k in range(int(parts[at]))]
        yield parts[0], int(parts[1]), words, pointers


def counts(folder: Path) -> dict[str, int]:
    """Sense key → how often it was met in WordNet's tagged texts."""
    out = {}
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, _, count = line.split()
        out[key] = int(count)
    return out


def counted(told: dict[str, int], word: str, part: int, number: int, lex: str) -> int:
    """How often a sense of a word was met; `part`: 1 noun, 2 verb."""
    return told.get(f"{word.replace(' ', '_')}%{part}:{number:02}:{int(lex, 16):02}::", 0)


def senses(folder: Path, name: str) -> dict[str, list[str]]:
    """Word → offsets of its senses, the commonest first."""
    out = {}
    for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
        if not line.startswith("  "):
            parts = line.split()
            out[parts[0].replace("_", " ")] = parts[-int(parts[2]) :]
    return out


def verb_rows(folder: Path, told: dict[str, int], first: int) -> list[str]:
    """The rows of s and v for verbs; `first`: the number of the first of s."""
    verbs = {offset: (number, words, pointers) for offset, number, words, pointers in synsets(folder / "data.verb")}
    kept = [o for o, (_, words, _) in verbs.items() if any(WORD.fullmatch(w.lower()) for w, _ in words)]
    at = {o: first + k for k, o in enumerate(kept)}
    rows = []
    for o in kept:
        number, words, pointers = verbs[o]
        above = next((at[p[1]] for p in pointers if p[0] == "@" and p[1] in at), -1)
        rows.append(f"s\t{above}\t{VERB[number]}\t{','.join([w for w, _ in words if WORD.fullmatch(w)][:4])}")
    for word, offsets in senses(folder, "verb").items():
        if WORD.fullmatch(word):
            found: dict[str, int] = defaultdict(int)
            own = []
            for o in offsets:
                number, words, _ = verbs[o]
                lex = next(k for w, k in words if w.lower() == word)
                found[VERB[number]] += (count := counted(told, word, 2, number, lex))
                own += [f"{at[o]}.{count}"] if o in at else []
            told_ = " ".join(f"{c}.{n}" for c, n in sorted(found.items(), key=lambda x: -x[1])[:SENSES])
            rows.append(f"v\t{word}\t{told_}\t{' '.join(own[: 2 * SENSES])}")
    return rows


def likenesses(folder: Path) -> dict[str, list[str]]:
    """Adjective → words of its first senses, then words of what those are similar to."""
    found = {offset: (words, pointers) for offset, _, words, pointers in synsets(folder / "data.adj")}
    out = {}
    for word, offsets in senses(folder, "adj").items():
        own = [w.lower().partition("(")[0] for o in offsets[:LIKE] for w, _ in found[o][0]]
        near = [w.lower().partition("(")[0] for o in offsets[:LIKE] for p in found[o][1] if p[0] == "&" for w, _ in found[p[1]][0]]
        told = [w for w in dict.fromkeys([*own, *near]) if w != word and WORD.fullmatch(w)]
        out[word] = told[:ALIKE]
    return out


def main(folder: Path, target: Path) -> None:
    told = counts(folder)
    rows: list[str] = []
    nouns = {offset: (number, words, pointers) for offset, number, words, pointers in synsets(folder / "data.noun")}
    instances = {o for o, (_, _, pointers) in nouns.items() if any(p[0] == "@i" for p in pointers)}
    kept = [o for o, (_, words, _) in nouns.items() if o not in instances and any(WORD.fullmatch(w) for w, _ in words)]
    at = {o: k for k, o in enumerate(kept)}
    for o in kept:
        number, words, pointers = nouns[o]
        above = next((at[p[1]] for p in pointers if p[0] == "@" and p[1] in at), -1)
        rows.append(f"s\t{above}\t{NOUN[number]}\t{','.join([w for w, _ in words if WORD.fullmatch(w)][:4])}")
    for word, offsets in senses(folder, "noun").items():
        wholes = [f"{k}.{at[p[1]]}" for k, o in enumerate(offsets, 1) for p in nouns[o][2] if p[0] == "#p" and p[1] in at]
        if WORD.fullmatch(word) and wholes:
            rows.append(f"p\t{word}\t{' '.join(wholes)}")
        if WORD.fullmatch(word):
            row = []
            for o in [o for o in offsets if o in at][:SENSES]:
                number, words, _ = nouns[o]
                lex = next(k for w, k in words if w.lower() == word)
                row.append(f"{NOUN[number]}.{counted(told, word, 1, number, lex)}.{at[o]}")
            if row:
                rows.append(f"n\t{word}\t{' '.join(row)}")
    rows += verb_rows(folder, told, len(kept))
    others = {w for name in ("adj", "adv") for w in senses(folder, name) if WORD.fullmatch(w)}
    alike = likenesses(folder)
    rows += [f"a\t{w}\t{','.join(alike.get(w, ()))}" for w in sorted(others)]
    rows = [r for r in rows if r[0] == "s"] + sorted(r for r in rows if r[0] != "s")
    with gzip.GzipFile(target, "wb", 9, mtime=0) as out:
        out.write("\n".join(rows).encode())
    print(f"{len(rows):,} rows, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent.parent / "src/diorama/language/lexicon/classes.tsv.gz")
