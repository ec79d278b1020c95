"""Which language a prompt is in: by its script, else by the small words of the Latin ones."""

from __future__ import annotations

import re

SMALL = {
    "German": (
        "der die das ein eine einer einem einen und mit auf von im am ist sind steht liegt sitzt nicht aus dem den des zwei rot rote roter holztisch "
        "licht auf neben vor hinter unter über für bei wie"
    ),
    "French": "le la les un une des du de et avec sur dans est sont pour au aux près devant derrière sous qui par lumière d' l' deux rouge bois côté en",
    "Spanish": "el la los las un una unos unas y con sobre en de del es está son para junto detrás bajo que por luz dos rojo roja mesa madera al",
    "Portuguese": (
        "o os um uma uns umas e com sobre em na da dos das é está são para ao atrás sob que por luz dois vermelho vermelha mesa madeira mulher homem "
        "menina menino cão gato casa rua praia céu parque campo janela do ao pelo pela"
    ),
    "Italian": (
        "il lo la gli le un uno una e con su sul sulla nel nella di del della è sono per accanto dietro sotto che da luce due rosso rossa tavolo "
        "legno al"
    ),
}  # fmt: skip
ENGLISH = frozenset("the an of with on in at and is are by from to for its his her that into under over two one red light near not without".split())
"""Without those that are words of others too: "a", "no", "do", "as"."""
WORDS = {name: frozenset(words.split()) for name, words in SMALL.items()}
TOKEN = re.compile(r"[^\W\d_]+'?")
SCRIPTS = (
    ("Japanese", re.compile("[\u3040-\u30ff]")), ("Chinese", re.compile("[\u4e00-\u9fff]")), ("Korean", re.compile("[\uac00-\ud7af]")), ("Russian",
    re.compile("[\u0400-\u04ff]")),
    ("Arabic", re.compile("[\u0600-\u06ff]")), ("Hindi", re.compile("[\u0900-\u097f]")), ("Greek", re.compile("[\u0370-\u03ff]")), ("Hebrew",
    re.compile("[\u0590-\u05ff]")), ("Thai", re.compile("[\u0e00-\u0e7f]")),
)  # fmt: skip


def tongue(prompt: str) -> str | None:
    """The name of the language, if the prompt is clearly in another than English; None otherwise."""
    letters = [] if prompt.isascii() else [c for c in prompt[:2000] if c.isalpha()]
    for name, pattern in SCRIPTS:
        if len(letters) > 3 and sum(bool(pattern.match(c)) for c in letters) > 0.4 * len(letters):
            return name
    words = [w.lower() for w in TOKEN.findall(prompt)][:200]
    if len(words) < 4:
        return None
    english = sum(w in ENGLISH for w in words)
    name, most = max(((n, sum(w in known for w in words)) for n, known in WORDS.items()), key=lambda x: x[1])
    return name if most >= 3 and most >= 0.28 * len(words) and most > 2 * english else None
