# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's traits from a scene that tells them as a thing's noun, styles and states (scene version 1): what the words leave is left open."""

from __future__ import annotations

import re

from diorama_catalogue import tools
from diorama_stage.people.garments import OUTFITS, key_of
from diorama_stage.people.looks import dresses_as

FEMALE = (
    "woman", "lady", "female", "girl", "mother", "wife", "grandmother", "mum", "mom", "bride", "queen", "princess", "ballerina", "witch", "fairy", "goddess", "daughter", "actress", "waitress", "nun", "girlfriend",
    "businesswoman", "schoolgirl",
)  # fmt: skip
MALE = (
    "man",
    "guy",
    "gentleman",
    "male",
    "boy",
    "father",
    "husband",
    "grandfather",
    "dad",
    "king",
    "groom",
    "son",
    "monk",
    "priest",
    "businessman",
    "bloke",
    "fisherman",
    "policeman",
    "fireman",
    "schoolboy",
    "boyfriend",
    "knight",
)
AGES = {
    "baby": 0.9, "infant": 0.9, "newborn": 0.5, "toddler": 2.5, "child": 7, "kid": 8, "boy": 9, "girl": 9, "schoolchild": 9, "schoolgirl": 9, "schoolboy": 9, "grandchild": 7, "teenager": 15, "teen": 15,
    "grandmother": 72, "grandfather": 74, "elderly": 76, "old": 72, "student": 21, "young": 24, "middle aged": 48, "middle-aged": 48,
}  # fmt: skip
EXPRESSIONS = {
    "smiling": "smile",
    "laughing": "laugh",
    "happy": "open_smile",
    "sad": "sad",
    "angry": "angry",
    "surprised": "surprised",
    "thoughtful": "thoughtful",
    "serious": "serious",
    "crying": "sad",
    "shouting": "shouting",
    "singing": "singing",
}
POSTURES = ("sitting", "walking", "running", "jumping", "kneeling", "crouching", "lying", "dancing", "leaning", "standing")
HAIR = {
    "auburn": "#6a452c", "ginger": "#a8531f", "red": "#86431a", "blond": "#a98f68", "blonde": "#a98f68", "brown": "#4a3020", "black": "#15110f", "grey": "#8f8d8a", "gray": "#8f8d8a", "white": "#d9d6d0", "silver": "#b5b4b2",
    "brunette": "#3a261a", "redhead": "#98421d",
}  # fmt: skip


def said(text: str, *words: str) -> bool:
    """True where any of the words stands in the text as a whole word, in the singular or the plural."""
    return any(re.search(rf"(?<![\w-]){re.escape(word)}(?:e?s)?(?![\w-])", text) for word in words)


HELD = {
    "book": "reading",
    "newspaper": "reading",
    "magazine": "reading",
    "map": "reading",
    "camera": "photographing",
    "box": "carrying",
    "tray": "serving",
    "crate": "carrying",
    "basket": "carrying",
}
"""What one does with what one holds."""


def traits(subject: dict, scene: dict, wears: list[dict], seated: bool) -> dict:
    """`scene.person.PersonTraits` as data. `wears`: subjects that the scene says this one wears."""
    out = _traits(subject, scene, wears, seated)
    done = {o for a in out.get("actions") or () for o in a["objects"]}
    things = {s["id"]: s.get("thing") for s in scene["subjects"]}
    own = {kind for a in out.get("actions") or () for kind in tools().get(a["deed"], ())}  # it is the deed that tells how its tool is held
    done |= {o for o, kind in things.items() if kind in own}
    held = [o for r in scene["relations"] if r["subject"] == subject["id"] and r["kind"] == "holding" for o in r["objects"] if o not in done]
    return {**out, "actions": [*(out.get("actions") or ()), *({"deed": HELD.get(things.get(o) or "", "holding"), "objects": [o], "hand": None} for o in held)]}


def _traits(subject: dict, scene: dict, wears: list[dict], seated: bool) -> dict:
    if subject.get("kind") == "person":
        return {
            **subject,
            "role": _role(subject),
            "wears": [*subject.get("wears", ()), *(w for w in (_garment(g) for g in wears) if w)],
            **({"posture": "sitting"} if seated and not subject.get("posture") else {}),
        }
    words = " ".join([subject["noun"], *subject["styles"], *subject["states"]]).lower().replace("_", " ")
    out: dict = {"wears": [w for w in (_garment(g) for g in wears) if w]}
    sex = "female" if said(words, *FEMALE) else "male" if said(words, *MALE) else None
    if sex:
        out["sex"] = sex
    years = re.search(r"(\d+)[ -]years?[ -]old", words)
    decade = re.search(r"in (?:his|her|their) (early |mid |late )?(\d)0s", words)
    age = (
        float(years[1])
        if years
        else float(decade[2]) * 10 + {"early ": 2, "late ": 8}.get(decade[1], 5)
        if decade
        else next((years for word, years in AGES.items() if said(words, word)), None)
    )
    if age is not None:
        out["age"] = float(age)
    out["role"] = next((role for role in OUTFITS["role"] if said(words, role.replace("_", " "))), None)
    out["expression"] = next((e for word, e in EXPRESSIONS.items() if said(words, word)), None)
    out["posture"] = "sitting" if seated else next((p for p in POSTURES if said(words, p)), None)
    out["hair"] = _hair(subject, words)
    beard = next((p for p in subject["parts"] if p["name"] == "beard"), None)
    if beard or said(words, "bearded", "beard"):
        out["facial_hair"] = {"beard": "full", "colour": next(iter(beard["surface"]["colours"]), None) if beard else None}
    if said(words, "freckled", "freckles"):
        out["skin"] = {"details": ["freckles"]}
    if said(words, "sitting") and not seated:
        out["posture"] = "sitting"
    return out


def _role(subject: dict) -> str | None:
    """Whose outfit it is: that of the whole noun where there is one ("construction worker"), else that of its last word."""
    whole = subject["noun"].replace(" ", "_").replace("-", "_")
    return dresses_as(whole if dresses_as(whole) in OUTFITS["role"] else subject.get("role"))


def _hair(subject: dict, words: str) -> dict:
    part = next((p for p in subject["parts"] if p["name"] == "hair"), None)
    colours = part["surface"]["colours"] if part else ()
    named = next(
        (hex for word, hex in HAIR.items() if said(words, f"{word} hair", f"{word} haired") or word in ("redhead", "brunette") and said(words, word)), None
    )
    out: dict = {"colour": {"name": "", "hex": HAIR.get(colours[0]["name"], colours[0]["hex"])} if colours else {"name": "", "hex": named} if named else None}
    out["length"] = next((length for length in ("long", "short") if said(words, f"{length} hair")), "bald" if said(words, "bald") else None)
    out["texture"] = next((t for t in ("curly", "wavy", "straight") if said(words, t)), None)
    return out


def _garment(subject: dict) -> dict | None:
    nouns = (
        subject["noun"].replace(" ", "_"),
        subject["thing"],
        {"pants": "trousers", "shoe": "shoes", "sneaker": "trainers", "boot": "boots", "cap": "bucket_hat", "hat": "fedora"}.get(subject["thing"], ""),
    )
    key = next((key_of(n) for n in nouns if n and key_of(n)), None)
    return {"garment": key, "noun": subject["noun"], "surface": subject["surface"], "styles": subject["styles"]} if key else None
