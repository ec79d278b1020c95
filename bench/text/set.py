"""Stage B: each prompt's pages set flat, read back."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from bench.text.prompts import Prompt
from bench.text.readers import accuracy, read_back
from diorama.language.pages.documents import document
from diorama.typeset import press


@dataclass(frozen=True)
class Read:
    """One string, and how much of it each reader read."""

    prompt: Prompt
    text: str
    by: dict[str, float]

    @property
    def best(self) -> float:
        return max(self.by.values())


def set_flat(prompt: Prompt, keep: Path | None, long_side: int) -> list[Read]:
    """The strings of a prompt, read back from its pages; none where no reader knows its script."""
    made = document(prompt.words)
    pictures = [Image.open(io.BytesIO(data)).convert("RGBA") for data in press(made, "png", long_side=long_side)]
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        for k, picture in enumerate(pictures):
            picture.save(keep / f"{prompt.id}-{k + 1}.png")
    return read_all(prompt, pictures)


def read_all(prompt: Prompt, pictures: list[Image.Image]) -> list[Read]:
    by_page = [read_back(picture, prompt.scripts, prompt.written) for picture in pictures]
    names = by_page[0].keys()
    if not names:
        return []
    texts = {name: "\n".join(page[name] for page in by_page) for name in names}
    return [Read(prompt, w.text, {name: accuracy(w.text, text) for name, text in texts.items()}) for w in prompt.wanted]
