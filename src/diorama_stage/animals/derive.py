# SPDX-License-Identifier: GPL-3.0-or-later
"""Which living animal a subject of the scene is: pose, coat and size; which kind, the catalogue found (`names`).

From its states where it is an object (read of a few words), from its traits where it is an animal (read of sentences).
"""

from __future__ import annotations

from dataclasses import dataclass

from diorama_catalogue.named import names, natural, own_coat
from diorama_stage.animals import kinds

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
    "diving": "diving",
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
    "fighting": "fighting",
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


OF_PATTERNS = {"stripes": "striped", "striped": "striped", "spots": "spotted", "dots": "spotted", "polka_dots": "spotted", "patches": "patches"}
"""A surface's pattern → the marking that it is on a coat."""


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
    beast = names(subject).beast
    if beast is None or beast.sculpted or subject["surface"]["material"] not in FLESH or MADE & set(subject["surface"]["finish"]):
        return None
    kind = beast.kind or beast.nearest
    if kind is None or kind not in kinds.tables():
        return None
    size = subject["size"]["scale"]
    scale = size / beast.ratio if size and abs(size - 1) > 1e-6 else 1.0
    finish, pattern = subject["surface"]["finish"], subject["surface"]["pattern"]
    told = (*subject["states"], *subject.get("styles", ()))
    pose = next((POSES[s] for s in subject["states"] if s in POSES), None)
    deed = next((DEEDS[d] for d in DEEDS if d in told), None)
    built, young = kinds.grown_up(kind, beast.young)
    return Living(
        built,
        pose or deed or "",
        _colours(subject["surface"]["colours"], kind),
        OF_PATTERNS.get(pattern or ""),
        young,
        scale,
        None,
        beast.kind is not None and beast.exact,
        length="long" if "fluffy" in finish else None,
    )


def _of_traits(a: dict) -> Living | None:
    coat, beast = a.get("coat") or {}, names(a).beast
    kind = beast and (beast.kind or beast.nearest)
    if kind is None or kind not in kinds.tables():
        return None
    deeds = [d["deed"] for d in a.get("deeds") or ()]
    pose = POSES.get(a.get("posture") or "") or next((DEEDS[d] for d in deeds if d in DEEDS), "")
    asked = _colours(coat.get("colours") or (), kind)
    young = a.get("age") in ("young", "newborn") or beast.young
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
        beast.kind is not None and beast.exact,
        {"thin": 0.88, "fat": 1.16}.get(a.get("build") or "", 1.0),
        eye,
        gaze,
        coat.get("length") or ("long" if coat.get("texture") in ("fluffy", "shaggy") else None),
        a.get("formation") == "row",
        (coat.get("mane") or {}).get("hex"),
    )


def _colours(colours, kind: str) -> tuple[str, ...]:
    if own_coat(kind):
        return ()
    return tuple(c["hex"] for c in colours if not natural(kind, c["name"]))
