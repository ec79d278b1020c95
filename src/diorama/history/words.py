"""The words by which pictures are found."""

from __future__ import annotations

import unicodedata

from diorama.scene import Scene


def subject_words(scene: Scene) -> str:
    """The words by which a scene's pictures are found: its things, their colours and materials, the place."""
    words: list[str] = []
    for subject in scene.subjects:
        words += [subject.noun, subject.thing, subject.surface.material or ""]
        words += [colour.name for colour in subject.surface.colours] + [label.text for label in subject.labels]
    words += [scene.environment.setting, scene.environment.words]
    return " ".join(dict.fromkeys(word.replace("_", " ") for word in words if word))


def match_all(query: str) -> str:
    """A person's words as an FTS5 query: all of them, each as a beginning; quotes and operators are plain text."""
    words = ["".join(c if c.isalnum() else " " for c in word).split() for word in query.split()]
    return " ".join(f'"{part}"*' for parts in words for part in parts)


def match_all_lexemes(query: str) -> str:
    """The same as a query of PostgreSQL (`to_tsquery`)."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", query) if not unicodedata.combining(c))
    return " & ".join(f"'{part}':*" for word in plain.split() for part in "".join(c if c.isalnum() else " " for c in word).split())
