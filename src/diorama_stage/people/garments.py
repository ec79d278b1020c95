# SPDX-License-Identifier: GPL-3.0-or-later
"""Clothes: what is asked for or usual, fitted to the body and carried by it; what lies under them is cut away.

Everybody wears a base layer over chest and hips. It is a part of the body: the skin has no surface there, whatever is or is not worn (`dressed_skin`).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from diorama_catalogue.named import called_as, garment_key
from diorama_stage.people import armour, costumes, headwear, tailor, trinkets
from diorama_stage.people.looks import OUTFITS
from diorama_stage.people.mesh import normals
from diorama_stage.people.pack import Fitted, base, fitted
from diorama_stage.people.who import Who

TABLE: dict = tomllib.loads(Path(__file__).with_name("garments.toml").read_text(encoding="utf-8"))
CUTS = (tailor, trinkets, costumes, headwear, armour)
"""Where garments are cut that no package carries; each is in `tailor.CUTS` once its module is there."""
ORDER = (
    "under",
    "bottom",
    "top",
    "whole",
    "feet",
    "outer",
    "coif",
    "hands",
    "plate",
    "limb_plates",
    "rings",
    "hips",
    "waist",
    "buckle",
    "over",
    "hood",
    "neck",
    "throat",
    "wrist",
    "dial",
    "other_wrist",
    "ears",
    "chest",
    "on_chest",
    "trim",
    "cape",
    "shoulders",
    "slung",
    "head",
    "on_head",
    "visor",
    "face",
    "eyes",
)
LAID = frozenset(ORDER[ORDER.index("hands") :])
"""What lies on the rest and hides nothing of it."""
WITH = {
    "top": ("plate", "limb_plates", "rings", "chest", "on_chest", "trim", "shoulders", "hips", "over"),
    "outer": ("plate", "limb_plates", "rings", "chest", "on_chest", "trim", "shoulders", "cape", "over"),
    "head": ("coif", "on_head", "visor"),
}
WITH["whole"] = WITH["top"]
"""What of a role's costume goes when something else is asked to be worn at a place."""
WRAPS = ("neck", "hands", "head")
"""Where what is worn against the cold sits, beside coats and boots."""
ARMS = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal", "shoulder")
CHEST = 0.425
"""Height on the base mesh up to which the base layer reaches, metres (its armpits are at 0.40)."""
OPENING = 0.035
"""Half the width that a garment worn open shows of what is under it, metres."""
SLEEVE = 0.42
"""Share of its weight that cloth hangs on an arm from which on it is a sleeve, which a vest has not."""
UP_THE_LEG, LONG_LEG = 0.1, 0.3
"""How far boots reach up a trouser leg, and up to which height over the soles its hem covers them, metres."""
SEEN_INTO, LOOSE = 0.05, 0.008
"""How far one sees into a collar or a cuff, and how far off the skin an edge stands that one sees into, metres."""
TUCKED, TUCK = 0.008, 0.006
"""How far from such an edge skin begins to give way to the cloth over it, and how much it does, metres."""
ELDERLY = 62.0
"""Years from which on people dress as the old do, where no word tells."""
BELT = 0.148
"""Where an overall is cut into an upper and a lower piece, metres on the base mesh."""
THIGH = -0.135
"""And down to which (its legs part at 0.0)."""


@dataclass(frozen=True)
class Worn:
    """One garment on this person: where it is at rest and its faces."""

    key: str
    row: dict
    thing: Fitted
    faces: np.ndarray
    """Rows of the asset's faces that it takes."""
    asked: dict
    """`scene.person.Garment` as data."""

    @property
    def place(self) -> str:
        return self.row["place"]


def wardrobe(who: Who) -> list[Worn]:
    """All that is worn, from the inside out: what is asked for, the role's outfit or a usual one where that leaves chest, hips or feet bare."""
    out: dict[str, Worn] = {}
    usual = [g for row in _outfit(who) for g in _set(row, who)]
    trade = usual if who.role in OUTFITS["role"] else []
    called = OUTFITS["trade"].get(who.role or "", {})
    wears = [{**asked, "garment": called.get(asked["garment"], asked["garment"])} for asked in who.wears]
    asked_for = [g for asked in wears for g in _set(_of_the_role(asked, trade), who)]
    goes_with = [_as_garment(text) for asked in who.wears for text in OUTFITS["with"].get(asked["garment"], ())]
    usual = [g for g in usual if _place(g) not in _gone(asked_for, usual) and not (who.hair_told and key_of(g["garment"]) in OUTFITS["doffed"]["hats"])]
    for asked in (*usual, *goes_with, *asked_for):
        worn = _worn(asked, who)
        if worn is None:
            continue
        if worn.place in ("top", "bottom"):
            out.pop("whole", None)
        if worn.place == "whole":
            out.pop("top", None), out.pop("bottom", None)
        out[worn.place] = worn
    told = {TABLE[key]["place"] for g in asked_for if (key := key_of(g["garment"])) in TABLE}
    if (
        told & {"top", "whole"} and "outer" not in told and not (who.role and who.role in OUTFITS["role"])
    ):  # what is asked for is seen, not a usual coat over it
        out.pop("outer", None)
    for place in WRAPS if "whole" in told and not who.role else ():  # nor a scarf over a dress
        if place not in told:
            out.pop(place, None)
    for place, key in (("top", "t_shirt"), ("bottom", "trousers")):
        if place not in out and "whole" not in out:
            out[place] = _worn({"garment": key}, who)
    if "barefoot" in {g.get("garment") for g in who.wears}:
        out.pop("feet", None)
    shown = {part for w in out.values() for part in w.row}
    out = {place: w if w.row.get("of", "asset") in shown else _alone(w, who) for place, w in out.items()}
    return sorted(out.values(), key=lambda w: ORDER.index(w.place))


def _alone(part: Worn, who: Who) -> Worn:
    """What is worn in the place of a part of another garment's picture where that garment is not."""
    made = _worn({**part.asked, "garment": part.row["alone"]}, who)
    assert made is not None, part.row["alone"]
    return made


def _place(asked: dict) -> str | None:
    return TABLE.get(key_of(asked["garment"]) or "", {}).get("place")


def _gone(asked: list[dict], usual: list[dict]) -> set[str]:
    """The places that a costume leaves free for what is asked: another hat has no plume, over another coat lies no plate."""
    mine = {key_of(g["garment"]) for g in usual}
    return {place for g in asked if key_of(g["garment"]) not in mine for place in WITH.get(_place(g) or "", ())}


def _of_the_role(asked: dict, usual: list[dict]) -> dict:
    """A builder's vest is a safety vest, a chef's white hat a toque: what is asked for, of the kind that the role wears."""
    kind = next((g["garment"] for g in usual if called_as(g["garment"], asked["garment"])), asked["garment"])
    return {**asked, "garment": kind}


def _set(asked: dict, who: Who) -> list[dict]:
    """A suit is a jacket and trousers of one cloth, also where no word tells its colour."""
    names = OUTFITS["set"].get(asked["garment"], (asked["garment"],))
    surface = asked.get("surface") or {}
    if len(names) > 1 and not surface.get("colours"):
        cloth = [name for name in names if not TABLE[name].get("own")][-1]
        colour = who.random(f"cloth {asked['garment']}").choice(TABLE[cloth]["colours"])
        asked = {**asked, "surface": {**surface, "colours": ({"name": "", "hex": colour},)}}
    made = [{"garment": name} if TABLE.get(name, {}).get("own") else {**asked, "garment": name} for name in names]
    return [made[0], *({**one, "labels": ()} for one in made[1:])]  # words on a hoodie are on its chest


def key_of(garment: str) -> str | None:
    """The row of the table that a garment's name goes to; None where nothing here is like it."""
    return garment if garment in TABLE else garment_key(garment)


WITHOUT = frozenset(("barefoot", "nothing"))


def left_out(who: Who) -> list[str]:
    """What is asked to be worn and nothing here is like."""
    asked = [g["garment"] for g in who.wears if g["garment"] not in WITHOUT and g["garment"] not in OUTFITS["set"]]
    return [name for name in asked if key_of(name) is None]


def _worn(asked: dict, who: Who) -> Worn | None:
    stuff = (asked.get("surface") or {}).get("material")
    key = key_of(OUTFITS["made_of"].get(asked["garment"], {}).get(stuff, asked["garment"]))
    if key is None or key not in TABLE:
        return None
    row = TABLE[key]
    if who.minor and row.get("grown"):
        key, row = "t_shirt", TABLE["t_shirt"]
    thing = thing_of(row["female"] if who.female and "female" in row else row["asset"])
    pick = row.get("pick", "all") if not (who.female and "female" in row) or _suit(thing) else "all"
    faces = _pieces(thing.name, pick)
    return Worn(key, row, _opened(thing, faces) if pick == "open" else thing, faces, asked)


def _opened(thing: Fitted, faces: np.ndarray) -> Fitted:
    """A garment whose front edges, where faces were taken out, run straight."""
    at = thing.on(base().verts)
    gone = np.setdiff1d(_pieces(thing.name, "top"), faces)
    edge = np.intersect1d(thing.faces[faces], thing.faces[gone])
    offset = thing.offset.copy()
    offset[edge, 0] += np.sign(at[edge, 0]) * OPENING - at[edge, 0]
    return replace(thing, offset=offset)


def thing_of(name: str) -> Fitted:
    """A garment's shape: cut here, or fitted by the pack."""
    return tailor.CUTS[name]() if name in tailor.CUTS else fitted(name)


def _suit(thing: Fitted) -> bool:
    return "suit0" in thing.name


def _outfit(who: Who) -> tuple[dict, ...]:
    """The clothes of a role, or of nobody in particular, by the seed."""
    rng = who.random("outfit")
    if who.role and who.role in OUTFITS["role"]:
        return tuple(_as_garment(g) for g in OUTFITS["role"][who.role])
    kind = "child" if who.age < 14 else ("old_" if who.age > ELDERLY else "") + ("woman" if who.female else "man")
    usual = OUTFITS["posture"].get(who.posture, {}).get("woman" if who.female else "man") or OUTFITS["climate"].get(who.climate, OUTFITS["usual"])[kind]
    return tuple(_as_garment(g) for g in rng.choice(usual))


def _as_garment(text: str) -> dict:
    """ "shirt #f0efec", "suit #e8c21f #c8231f dots" → garment, colours and pattern, as the scene would tell them."""
    key, *looks = text.split()
    colours = [{"name": "", "hex": look} for look in looks if look.startswith("#")]
    pattern = next((look for look in looks if not look.startswith("#")), None)
    return {"garment": key, "surface": {"colours": colours, "material": None, "pattern": pattern, "finish": []}, "styles": []}


@lru_cache(maxsize=64)
def _pieces(name: str, pick: str) -> np.ndarray:
    """Rows of an asset's faces that belong to its upper or lower pieces."""
    thing = thing_of(name)
    faces = thing.faces
    if pick == "all":
        return np.arange(len(faces))
    if pick == "none":
        return np.zeros(0, int)
    if pick == "open":  # the upper piece, open in front
        front = thing.on(base().verts)[faces].mean(axis=1)
        return np.intersect1d(_pieces(name, "top"), np.flatnonzero((np.abs(front[:, 0]) > OPENING) | (front[:, 1] > -0.05)))
    if pick == "vest":  # the upper piece without its sleeves
        return np.intersect1d(_pieces(name, "top"), np.flatnonzero(_arm_shares(name)[faces].mean(axis=1) < SLEEVE))
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 3]]])
    count = len(thing.ref)
    _, label = connected_components(coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), shape=(count, count)), directed=False)
    z = thing.on(base().verts)[:, 2]
    middle = np.bincount(label, weights=z) / np.bincount(label)
    if len(middle) == 1:  # jacket and trousers are sewn together: cut at the belt
        above = z[faces].mean(axis=1) > BELT
        return np.flatnonzero(above if pick == "top" else ~above)
    upper = middle > 0.14 if pick == "top" else middle <= 0.14
    return np.flatnonzero(upper[label[faces[:, 0]]])


@lru_cache(maxsize=1)
def base_region() -> np.ndarray:
    """The body's vertices, (19158,) bool, that the base layer is: the trunk from above the bust to the thighs, no arms."""
    b = base()
    arms = [k for k, n in enumerate(b.bones) if n.startswith(ARMS)]
    share = np.asarray(b.weights[:, arms].sum(axis=1)).ravel()
    z = b.verts[:, 2]
    inside = (z < CHEST) & (z > THIGH) & (share < 0.5)
    own = np.zeros(len(z), bool)
    own[b.groups["body"]] = True
    return inside & own


def base_faces() -> tuple[np.ndarray, np.ndarray]:
    """Which of the body's faces are base layer (m,) bool, and which may be skin: those without a corner in the region."""
    inside = base_region()[base().faces]
    return inside.any(axis=1), ~inside.any(axis=1)


def covered(points: np.ndarray, out: np.ndarray, over: np.ndarray, faces: np.ndarray, *, far: float = 0.06, behind: float = 0.012) -> np.ndarray:
    """Which points (n,) bool with outward normals `out` lie under a surface: it is met within `far` outward, or they poke through it by less than `behind`."""
    tree = BVHTree.FromPolygons(over.tolist(), [tuple(f) if f[2] != f[3] else tuple(f[:3]) for f in faces.tolist()])
    low, high = over[np.unique(faces)].min(axis=0) - far, over[np.unique(faces)].max(axis=0) + far
    hit = np.zeros(len(points), bool)
    for i in np.flatnonzero(((points > low) & (points < high)).all(axis=1)):
        p, n = Vector(points[i]), Vector(out[i])
        hit[i] = tree.ray_cast(p - n * 0.002, n, far)[0] is not None or tree.ray_cast(p, -n, behind)[0] is not None
    return hit


def shrunk(mask: np.ndarray, faces: np.ndarray, rings: int = 1) -> np.ndarray:
    """A set of vertices (n,) bool less those beside vertices outside it, `rings` times."""
    for _ in range(rings):
        border = np.zeros(len(mask), bool)
        mixed = mask[faces].any(axis=1) & ~mask[faces].all(axis=1)
        border[faces[mixed].ravel()] = True
        mask = mask & ~border
    return mask


@dataclass
class Layered:
    """Bodies and clothes with what is hidden taken off: faces of the skin, and for each garment its faces and vertices at rest."""

    skin: np.ndarray
    """Rows of the body's faces that are skin."""
    under: np.ndarray
    """Rows that are base layer."""
    sunk: np.ndarray
    """Body vertices (19158,) bool of the base layer that clothes cover."""
    tucked: np.ndarray
    """How far skin lies deeper than it does bare, where one sees it only into a collar or a cuff, (19158,) metres."""
    garments: list[tuple[Worn, np.ndarray, np.ndarray]]
    """Garment, vertices at rest (n, 3), faces that stay."""


KEPT = 6
_layered: dict[bytes, Layered] = {}
"""The last `KEPT` that were asked for: the same person is built in one pose after another while words about a picture are changed."""


def layered(verts: np.ndarray, worn: list[Worn]) -> Layered:
    """Clothes on a body (19158, 3) at rest; whatever an outer layer hides of an inner one is left out. Not to be written to: others are given the same."""
    key = blake2b(verts.tobytes() + repr([(w.key, w.thing.name, w.row, w.asked) for w in worn]).encode()).digest()
    known = _layered.pop(key, None)
    _layered[key] = _laid(verts, worn) if known is None else known
    if len(_layered) > KEPT:
        del _layered[next(iter(_layered))]
    return _layered[key]


def _laid(verts: np.ndarray, worn: list[Worn]) -> Layered:
    b = base()
    out = normals(verts, b.faces)
    placed = [(w, _swollen(w, _longer(w, w.thing.on(verts)))) for w in worn]
    hidden, sunk = np.zeros(len(verts), bool), np.zeros(len(verts), bool)
    tucked = np.zeros(len(verts))
    for w, p in placed:
        if w.row.get("hides"):
            hidden |= _listed(w, len(verts))
        if w.place in LAID:
            continue
        mine = w.thing.faces[w.faces]
        under = covered(verts, out, p, mine)
        sunk |= under
        rows = np.flatnonzero(under)
        inside, gap = from_edge(verts, out, rows, p, mine)
        loose = (inside < SEEN_INTO) & (gap > LOOSE)
        seen = np.zeros(len(verts), bool)
        seen[rows[loose]] = True
        tucked[seen] = np.maximum(tucked[seen], np.clip((inside[loose] - TUCKED) / TUCKED, 0, 1) * TUCK)
        hidden |= (shrunk(under, b.faces, 1) | (under & _listed(w, len(verts)))) & ~seen
    sunk = ~shrunk(~sunk, b.faces, 2)
    under_rows, skin_rows = base_faces()
    skin_rows = skin_rows & ~hidden[b.faces].all(axis=1)
    kept: list[tuple[Worn, np.ndarray, np.ndarray]] = []
    for i, (w, p) in enumerate(placed):
        faces = w.thing.faces[w.faces]
        gone = np.zeros(len(p), bool)
        n = normals(p, faces)
        for v, q in placed[i + 1 :]:
            if v.place in LAID or v.place in ("feet", "coif") or w.place in LAID:
                continue
            outer = v.place == "outer"
            gone |= shrunk(covered(p, n, q, v.thing.faces[v.faces], far=0.05, behind=0.022 if outer else 0.006), faces, 1 if outer else 2)
            if outer and v.row.get("pick") != "vest" and _sleeved(v.thing):
                gone |= _arms(w.thing) > 0.35
        if w.place == "feet":
            gone |= _up_the_leg(p, placed)
        kept.append((w, p, w.faces[~gone[faces].all(axis=1)]))
    return Layered(np.flatnonzero(skin_rows), np.flatnonzero(under_rows), sunk & base_region(), np.where(base_region(), 0.0, tucked), kept)


def _up_the_leg(shoes: np.ndarray, placed: list[tuple[Worn, np.ndarray]]) -> np.ndarray:
    """What of boots (n,) bool is up a trouser leg, which lies over it: it would come through at the knee."""
    hem = next((q[np.unique(v.thing.faces[v.faces])][:, 2].min() for v, q in placed if v.place in ("bottom", "whole") and not v.row.get("close")), np.inf)
    return shoes[:, 2] > hem + UP_THE_LEG if hem < shoes[:, 2].min() + LONG_LEG else np.zeros(len(shoes), bool)


@lru_cache(maxsize=64)
def _arm_shares(name: str) -> np.ndarray:
    b = base()
    arms = [k for k, n in enumerate(b.bones) if n.startswith(ARMS) and not n.startswith("shoulder")]
    return np.asarray(thing_of(name).skin(b.weights)[:, arms].sum(axis=1)).ravel()


def _arms(thing: Fitted) -> np.ndarray:
    """How far each vertex of a garment hangs on the arms, (n,)."""
    return _arm_shares(thing.name)


def _sleeved(thing: Fitted) -> bool:
    """True where a garment has long sleeves: a good part of it hangs on the arms alone."""
    return bool((_arms(thing) > 0.9).mean() > 0.12)


def from_edge(points: np.ndarray, out: np.ndarray, rows: np.ndarray, cloth: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How far those of a body's vertices (n, 3), outward normals `out`, that are in `rows` are from the nearest open edge of cloth, metres, and how far that is off it.

    Infinite where the cloth has no edge.
    """
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 3]], faces[:, [3, 0]]]), axis=1)
    edges, count = np.unique(edges[edges[:, 0] != edges[:, 1]], axis=0, return_counts=True)
    rim = np.unique(edges[count == 1])
    if not len(rim):
        return np.full(len(rows), np.inf), np.zeros(len(rows))
    own = base().groups["body"]
    close = own[cKDTree(points[own]).query(cloth[rim])[1]]
    gap = np.einsum("ij,ij->i", cloth[rim] - points[close], out[close])
    far, at = cKDTree(cloth[rim]).query(points[rows])
    return far, gap[at]


def _listed(w: Worn, count: int) -> np.ndarray:
    out = np.zeros(count, bool)
    out[w.thing.hidden] = True
    return out


CROTCH, SPLAY = 0.0, 0.155
"""Where legs part on the base mesh, metres; how far they go outward, by how far they go down."""


def _longer(w: Worn, p: np.ndarray) -> np.ndarray:
    """A garment (n, 3) at rest with its legs as much longer as its row tells."""
    if not w.row.get("longer"):
        return p
    at = w.thing.on(base().verts)
    share = np.clip((CROTCH - at[:, 2]) / (CROTCH - at[:, 2].min()), 0, 1)
    scale = float(np.ptp(p[:, 2]) / np.ptp(at[:, 2]))
    return p + (share * w.row["longer"] * scale)[:, None] * np.stack([np.sign(at[:, 0]) * SPLAY, np.zeros(len(at)), np.full(len(at), -1.0)], axis=1)


def _swollen(w: Worn, p: np.ndarray) -> np.ndarray:
    """Thicker stuff stands off farther."""
    by = w.row.get("swell", 0.0) + 0.0015
    return p + normals(p, w.thing.faces) * by
