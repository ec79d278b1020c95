# SPDX-License-Identifier: GPL-3.0-or-later
"""Which living animal a subject of the scene is: kind, pose, coat and size.

From its words where it is an object (read of a few words), from its traits where it is an animal (read of sentences).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from diorama_catalogue import thing
from diorama_catalogue.animals import is_young, kind_of, nearest, size_ratio, stands_in
from diorama_stage.animals import kinds

SCULPTED = re.compile(
    r"\b(statue|statuette|figurines?|sculptures?|figures?|toy|toys|plush|plushie|teddy|origami|model|ornament|carving|puppet"
    r"|piggy bank|weathervane)\b"
)
FLESH = frozenset((None, "feather", "feathers", "skin", "leather_skin"))
"""Materials that leave an animal alive; what is a thing and made of fur is a soft toy."""
MADE = frozenset(("knitted", "carved", "hammered"))
"""Finishes that no skin has: what has them is a figure."""
POSES = {
    "standing": "standing",
    "walking": "walking",
    "trotting": "trotting",
    "running": "running",
    "leaping": "leaping",
    "jumping": "leaping",
    "sitting": "sitting",
    "lying": "lying",
    "sleeping": "curled_up",
    "curled_up": "curled_up",
    "stretching": "stretching",
    "crouching": "crouching",
    "rearing": "rearing",
    "swimming": "swimming",
    "diving": "swimming",
    "flying": "flying",
    "gliding": "flying",
    "perching": "perching",
    "hanging": "hanging",
    "climbing": "climbing",
    "begging": "begging",
    "seated": "sitting",
    "sleepy": "lying",
    "galloping": "running",
    "playing": "begging",
    "on_its_back": "on_its_back",
    "floating_on_its_back": "floating_on_its_back",
}
"""Postures of the scene → poses."""
DEEDS = {
    "grazing": "grazing",
    "drinking": "grazing",
    "eating": "eating",
    "hunting": "crouching",
    "chasing": "running",
    "fighting": "rearing",
    "playing": "leaping",
    "roaring": "roaring",
    "barking": "standing",
    "howling": "howling",
    "digging": "grazing",
    "pulling": "walking",
    "following": "walking",
    "watching": "standing",
    "nuzzling": "standing",
    "riding": "sitting",
}
"""What is done → pose, where no posture is told."""
MARKINGS: dict[str, dict] = {
    "tabby": {"tabby": 10.5},
    "striped": {"tabby": 11},
    "spotted": {"spots": 9.5, "share": 0.4},
    "rosettes": {"rosettes": 8.5},
    "patches": {"patches": 30, "share": 0.4},
    "piebald": {"patches": 34, "share": 0.45},
    "bicolour": {"under": 0.1},
    "brindle": {"tiger": 6},
    "merle": {"patches": 9, "share": 0.45},
    "dappled": {"dapple": 7},
    "saddle": {"above": 84, "soft": 8},
}
BREEDS = {"calico": "calico", "tortoiseshell": "calico", "tuxedo": "tuxedo", "pointed": "siamese"}
"""Cats' markings that are coats of their own."""


@dataclass(frozen=True)
class Living:
    """An animal to be built."""

    kind: str
    pose: str
    colours: tuple[str, ...]
    """Asked colours, `#rrggbb`, the ground first."""
    marking: str | None
    young: bool
    scale: float
    turned: float | None
    exact: bool
    """False where the kind is only the nearest of its class."""
    fat: float = 1.0
    eye_colour: str | None = None
    gaze: str | None = None
    length: str | None = None
    in_row: bool = False
    mane: str | None = None
    """Colour of the mane, `#rrggbb`, where it is asked."""


def living(subject: dict) -> Living | None:
    """The living animal that a subject is; None for one that is none (a sculpture), or whose kind is not built."""
    if subject.get("kind") == "animal":
        return _of_traits(subject)
    if not str(subject.get("thing", "")).startswith("figure_"):
        return None
    noun = " ".join([subject["noun"], *subject.get("styles", ())]).lower().replace("_", " ")
    if (
        SCULPTED.search(noun)
        or subject["surface"]["material"] not in FLESH
        or MADE & set(subject["surface"]["finish"])
        or any(v for v in subject.get("variants", ()) if SCULPTED.search(v.replace("_", " ")))
    ):
        return None
    own = kind_of(_cat_of_colour(noun, subject["surface"]["colours"], subject))
    kind = own or nearest(subject["noun"], subject["thing"])
    if kind is None or kind not in kinds.tables():
        return None
    record = thing(subject["thing"])
    ratio = size_ratio(subject["noun"], subject["thing"], record.size)
    scale = subject["size"]["scale"] / ratio if subject["size"]["scale"] and abs(subject["size"]["scale"] - 1) > 1e-6 else 1.0
    finish, pattern = subject["surface"]["finish"], subject["surface"]["pattern"]
    marking = {"stripes": "striped", "striped": "striped", "spots": "spotted", "dots": "spotted", "polka_dots": "spotted", "patches": "patches"}.get(
        pattern or ""
    )
    pose = next((POSES[s] for s in subject["states"] if s in POSES), None)
    told = " ".join([*subject["states"], *subject.get("styles", ())]).replace("_", " ")
    deed = next((DEEDS[d] for d in DEEDS if re.search(rf"\b{d}\b", told)), None)
    built, young = kinds.grown_up(kind, is_young(noun))
    return Living(
        built,
        pose or deed or "",
        _colours(subject["surface"]["colours"], kind, noun),
        marking,
        young,
        scale,
        None,
        own is not None and stands_in(noun) is None,
        length="long" if "fluffy" in finish else None,
    )


def _of_traits(a: dict) -> Living | None:
    coat = a.get("coat") or {}
    own_name = a.get("age") in ("young", "newborn") and " " in (a.get("noun") or "") and kind_of(a.get("species") or "") is not None
    told = ("breed", "species", "noun") if own_name else ("breed", "noun", "species")  # an elephant's calf is an elephant
    names = [n for n in (a.get(key) for key in told) if n]
    first = BREEDS.get(coat.get("marking") or "") if (a.get("species") or a.get("noun")) in ("cat", "kitten") else None
    colours = coat.get("colours") or ()
    own = first or kind_of(_cat_of_colour(names[0].replace("_", " "), colours, a)) or next((k for k in map(kind_of, names) if k), None)
    kind = own or a.get("nearest")
    if kind is None or kind not in kinds.tables():
        return None
    deeds = [d["deed"] for d in a.get("deeds") or ()]
    pose = POSES.get(a.get("posture") or "") or next((DEEDS[d] for d in deeds if d in DEEDS), "")
    asked = _colours(colours, kind, str(a.get("noun", "")))
    young = a.get("age") in ("young", "newborn") or is_young(str(a.get("noun", "")))
    eye = (a.get("eye_colour") or {}).get("hex")
    gaze = a.get("gaze") if a.get("gaze") in ("lens", "camera", "viewer", "left", "right") else None
    built, young = kinds.grown_up(kind, young, a.get("sex"))
    return Living(
        built,
        pose,
        asked,
        coat.get("marking"),
        young,
        a["size"]["scale"],
        a.get("turned"),
        own is not None and (not names or stands_in(names[0]) is None),
        {"thin": 0.88, "fat": 1.16}.get(a.get("build") or "", 1.0),
        eye,
        gaze,
        coat.get("length") or ("long" if coat.get("texture") in ("fluffy", "shaggy") else None),
        a.get("formation") == "row",
        (coat.get("mane") or {}).get("hex"),
    )


CATS = {
    "black": "black_cat",
    "white": "white_cat",
    "grey": "grey_cat",
    "gray": "grey_cat",
    "orange": "ginger_cat",
    "ginger": "ginger_cat",
    "rust": "ginger_cat",
    "silver": "grey_cat",
    "charcoal": "grey_cat",
}


def _cat_of_colour(noun: str, colours, subject: dict) -> str:
    """A cat of a colour that cats have is a coat of its own."""
    if re.search(r"\b(cat|kitten|kitty|cats|kittens)\b", noun) and len(colours) == 1 and colours[0]["name"] in CATS and kind_of(noun) in ("cat",):
        return CATS[colours[0]["name"]]
    return noun


NATURAL = {
    ("bear", "brown"),
    ("bear", "black"),
    ("fox", "red"),
    ("wolf", "grey"),
    ("squirrel", "red"),
    ("labrador", "yellow"),
    ("pig", "pink"),
    ("golden_retriever", "gold"),
    ("flamingo", "pink"),
    ("tiger", "orange"),
}
"""Colours that only say what the kind is."""


def _colours(colours, kind: str, noun: str) -> tuple[str, ...]:
    if kind.endswith("_cat"):
        return ()
    return tuple(c["hex"] for c in colours if (kind, c["name"]) not in NATURAL)
