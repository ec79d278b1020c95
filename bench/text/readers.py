"""Two readers of pictures, rapidocr and Tesseract, and how much of a string is in what they read."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from functools import cache

import numpy as np
from PIL import Image, ImageOps
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

TESSERACT = {
    "Latin": "eng", "Cyrillic": "rus", "Greek": "ell", "Arabic": "ara", "Hebrew": "heb", "Devanagari": "hin", "Thai": "tha", "Chinese": "chi_sim",
    "Japanese": "jpn", "Korean": "kor", "Tamil": "tam", "Bengali": "ben", "Georgian": "kat", "Armenian": "hye",
}  # fmt: skip
LANGUAGES = {
    "uk": "ukr", "vi": "vie", "de": "deu", "fr": "fra", "es": "spa", "pl": "pol", "tr": "tur", "it": "ita", "pt": "por", "nl": "nld", "cs": "ces",
    "sv": "swe", "da": "dan", "nb": "nor", "fi": "fin", "hu": "hun", "ro": "ron",
}  # fmt: skip
"""Tesseract's models for languages with letters of their own in a script that others share, by ISO 639-1."""
RAPID = frozenset(("Latin", "Chinese", "Japanese"))
"""Scripts of the models that rapidocr brings."""


def read_back(picture: Image.Image, scripts: tuple[str, ...], language: str = "en") -> dict[str, str]:
    """What each reader that knows the scripts (all of them: Thai beside Korean) reads, by its name. Empty where none does. `language` (ISO 639-1) is that of
    the strings: its own model reads beside its script's, where it is installed."""
    flat = Image.new("RGB", picture.size, _ground(picture))
    flat.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    found = {}
    if RAPID.issuperset(scripts):
        found["rapidocr"] = _rapid(flat)
    if (known := [TESSERACT.get(script, "") for script in scripts]) and _languages().issuperset(known):
        own = LANGUAGES.get(language)
        if own in _languages():
            known = [own, *(one for one in known if one != "eng")]
        languages = "+".join(known)
        found["tesseract"] = "\n".join(_tesseract(flat, languages if "eng" in known else f"{languages}+eng", mode) for mode in ("11", "3"))
        if scripts != ("Latin",) or own in known:  # nobody else reads these, or knows their accents
            found["tesseract"] += "\n" + "\n".join(_tesseract(one, languages, "11") for one in _eased(flat))
    return found


def _eased(picture: Image.Image) -> list[Image.Image]:
    """A picture as Tesseract reads more of it: letters higher than some 60 pixels are no lines of text to it, light ones on a dark part are often none. These
    are read without English beside their own language: "МОЛОКО" has look-alikes there."""
    smaller = [picture.resize((picture.width // k, picture.height // k), Image.Resampling.LANCZOS) for k in (2, 4)]
    return [*smaller, ImageOps.invert(picture)]


def _ground(picture: Image.Image) -> str:
    """What a print without paper is laid on: black under light ink."""
    if picture.mode != "RGBA" or picture.getchannel("A").getextrema()[0] > 250:
        return "white"
    ink = np.asarray(picture.convert("L"))[np.asarray(picture.getchannel("A")) > 128]
    return "black" if ink.size and ink.mean() > 150 else "white"


def accuracy(wanted: str, read: str) -> float:
    """1 − edit distance / length at the best place, 0 to 1."""
    want, have = plain(wanted), plain(read)
    if not want:
        return 1.0
    if want in have:
        return 1.0
    at = fuzz.partial_ratio_alignment(want, have) if have else None
    if at is None:
        return 0.0
    slack = max(2, len(want) // 6)
    around = range(-slack, slack + 1)
    best = min(Levenshtein.distance(want, have[max(0, at.dest_start + a) : at.dest_end + b]) for a in around for b in around)
    return max(0.0, 1 - best / len(want))


def plain(text: str) -> str:
    """Case, spaces, and signs of one look aside."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(str.maketrans("’‘“”–—−·•…", "''\"\"---.. "))
    return re.sub(r"\s+", "", text)


@cache
def _rapid_engine():
    from rapidocr import RapidOCR

    return RapidOCR()


def _rapid(picture: Image.Image) -> str:
    result = _rapid_engine()(np.asarray(picture)[:, :, ::-1])
    return _lines(result.boxes, result.txts) if result.txts else ""


def _lines(boxes, texts) -> str:
    """Texts by rows, then again by columns, so that a text broken over lines stands together."""
    spots = [(float(np.mean(b[:, 1])), float(np.min(b[:, 0])), float(np.ptp(b[:, 1])), t) for b, t in zip(boxes, texts, strict=True)]
    spots.sort()
    rows: list[list[tuple]] = []
    for spot in spots:
        if rows and abs(rows[-1][0][0] - spot[0]) < 0.5 * max(spot[2], 1):
            rows[-1].append(spot)
        else:
            rows.append([spot])
    across = "\n".join(" ".join(s[3] for s in sorted(row, key=lambda s: s[1])) for row in rows)
    columns = "\n".join(s[3] for s in sorted(spots, key=lambda s: (round(s[1] / 60), s[0])))
    return across + "\n" + columns


@cache
def _languages() -> frozenset[str]:
    if shutil.which("tesseract") is None:
        return frozenset()
    return frozenset(subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True).stdout.split()[1:])


def _tesseract(picture: Image.Image, language: str, mode: str) -> str:
    data = io.BytesIO()
    picture.save(data, "PNG")
    done = subprocess.run(["tesseract", "-", "-", "-l", language, "--psm", mode], input=data.getvalue(), capture_output=True, timeout=120)
    return done.stdout.decode("utf-8", "replace")
