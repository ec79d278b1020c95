"""Stage C: each prompt photographed by the stage, read back."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from bench.text.prompts import Prompt
from bench.text.set import Read, read_all

LIMIT = 300
"""Seconds that one picture may take."""


def photograph(prompt: Prompt, keep: Path | None, long_side: int) -> list[Read]:
    """The strings of a prompt, read back from its photograph at draft quality; small pictures are read enlarged as well."""
    with tempfile.TemporaryDirectory() as scratch:
        file = (keep or Path(scratch)) / f"{prompt.id}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "diorama", "make", prompt.words, "-o", str(file), "--size", str(long_side), "-q", "draft", "--force"]
        subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)
        picture = Image.open(file).convert("RGBA")
        return read_all(prompt, [picture, picture.resize((picture.width * 2, picture.height * 2), Image.Resampling.LANCZOS)])
