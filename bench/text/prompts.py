"""The prompts with what is to be read in them, from `prompts/*.txt`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

FOLDER = Path(__file__).parent / "prompts"
MARKED = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")
OWN_LETTERS = {"uk": "їєґ", "vi": "ơưđạảấ"}
"""Letters by which a language is known where a prompt is in another: a Ukrainian ticket that is told of in English."""
SCRIPTS = ("Cyrillic", "Greek", "Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Georgian", "Armenian", "Hangul", "Hiragana", "Katakana", "Cjk")


@dataclass(frozen=True)
class Wanted:
    """One string, the surfaces that would be right for it (`poster`, `label#2`), and the roles that would; none where any would."""

    text: str
    surfaces: tuple[str, ...]
    roles: tuple[str, ...] = ()
    place: str | None = None
    """Where on its page the words put it (`top_left`), where they do."""
    over: bool = False
    """Whether it is told to stand above the string before it."""

    @property
    def surface(self) -> str:
        return self.surfaces[0]


@dataclass(frozen=True)
class Prompt:
    id: str
    words: str
    language: str
    wanted: tuple[Wanted, ...]
    drawn: tuple[str, ...] = ()
    """What is to be drawn, in the prompt's words."""

    @property
    def script(self) -> str:
        """The script of its strings beyond Latin; `Latin` where they are all in it."""
        names = [unicodedata.name(c, "").split()[0].capitalize() for w in self.wanted for c in w.text if c.isalpha()]
        others = [name for name in names if name in SCRIPTS]
        found = max(set(others), key=others.count) if others else "Latin"
        return {
            "Cjk": "Japanese" if {"Hiragana", "Katakana"} & set(names) or self.language == "ja" else "Chinese",
            "Hiragana": "Japanese",
            "Katakana": "Japanese",
            "Hangul": "Korean",
        }.get(found, found)

    @property
    def scripts(self) -> tuple[str, ...]:
        """The scripts of its strings, each once, the most frequent first; a reader is asked with all of them."""
        ones = [replace(self, wanted=(w,)).script for w in self.wanted]
        return tuple(sorted({one for one in ones if one != "Latin"} or {"Latin"}, key=lambda one: (one != self.script, one)))

    @property
    def written(self) -> str:
        """The language of its strings, ISO 639-1: that of the prompt, unless letters of another tell it."""
        text = "".join(w.text for w in self.wanted).lower()
        return next((language for language, letters in OWN_LETTERS.items() if any(c in text for c in letters)), self.language)

    @property
    def template(self) -> str:
        return self.wanted[0].surface.partition("#")[0]


def prompts(folder: Path = FOLDER) -> list[Prompt]:
    found = []
    for file in sorted(folder.glob("*.txt")):
        language, number = "en", 0
        for paragraph in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")):
            if paragraph.startswith("## "):
                language = paragraph[3:].strip()
            elif paragraph.strip() and not paragraph.startswith("#"):
                number += 1
                lines = paragraph.strip().split("\n")
                drawn = tuple(word.strip() for line in lines if line.startswith("= ") for word in line[2:].split(";"))
                kept = [line for line in lines if not line.startswith("= ")]
                rows = "\n" if any(line.startswith("- ") for line in kept) else " "
                found.append(_prompt(f"{file.stem}-{number}", rows.join(kept).strip(), language, drawn))
    return found


def _prompt(name: str, marked: str, language: str, drawn: tuple[str, ...] = ()) -> Prompt:
    wanted: list[Wanted] = []
    for told, text in MARKED.findall(marked):
        surface, _, roles = told.partition(":")
        roles, _, place = roles.partition("@")
        meant, over = text.partition("=>"), roles.endswith("^")
        roles = roles.removesuffix("^")
        surfaces = tuple(surface.split("/")) if surface else wanted[-1].surfaces
        wanted.append(Wanted(meant[2] or meant[0], surfaces, tuple(roles.split("/")) if roles else (), place or None, over))
    return Prompt(name, MARKED.sub(lambda m: m.group(2).partition("=>")[0], marked), language, tuple(wanted), drawn)
