"""Drawings on pages: which there are (`art.toml`), and a page's own lowered to tones for the typesetter (`art.typ`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from diorama.typeset.model import Page
from diorama.typeset.palette import contrast, legible, luminance, mixed

TABLE: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "art.toml").read_text(encoding="utf-8"))
TABLE_OF_ICONS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "icons.toml").read_text(encoding="utf-8"))
FACE = "Noto Emoji"
"""The face of the line icons."""
KINDS: dict[str, dict[str, Any]] = {kind: {**row, "layer": layer} for layer, rows in TABLE.items() for kind, row in rows.items()}
"""Each drawing by its name: its words, its usual tone, and its layer (sky, far, ground, stands); of a line icon its `glyph` as well."""
for _glyph, _words in TABLE_OF_ICONS["stands"].items():
    _named = [word.strip() for word in _words.split(",")]
    KINDS.setdefault(_named[0].replace(" ", "_"), {"words": _named, "tone": "accent", "layer": "stands", "glyph": _glyph})
LAYERS = tuple(TABLE)
ALONE = {
    "stars": "star", "sun": "sun_icon", "moon": "moon_icon", "full_moon": "moon_icon", "clouds": "cloud_icon", "snow": "snowflake", "birds": "bird",
    "rain": "drop",
}  # fmt: skip
"""What stands for a drawing of the sky that goes with words and has no room."""
MOST = 12
"""Drawings in one room."""
SEEN = 1.35
"""Contrast at which a shape stands out from what is behind it."""
HALF = 0.55
ICON = 2.4
"""Contrast at which thin lines do."""


def lowered(page: Page, tones: dict[str, str], turn: int) -> dict[str, Any]:
    """The page's drawings from the back to the front, each with its tone; the ground's tone, and a disc for what stands on none. `turn` picks the shapes of a
    page that has none."""
    paper, ink, accent = tones["paper"], tones["ink"], tones["accent"]
    several = (one for one in page.art if one.kind in KINDS for _ in range(one.count if KINDS[one.kind]["layer"] == "stands" else 1))
    items = sorted(several, key=lambda one: LAYERS.index(KINDS[one.kind]["layer"]))
    ground = next((one.colour or _tone(KINDS[one.kind]["tone"], paper, ink, accent) for one in items if KINDS[one.kind]["layer"] == "ground"), None)
    layers = {KINDS[one.kind]["layer"] for one in items}
    items = items[:MOST]
    land = bool(layers & {"far", "ground"}) or {"sky", "stands"} <= layers
    back = mixed(paper, accent, 0.3) if luminance(paper) > 0.4 else mixed(paper, "#ffffff", 0.16)
    thin = [one.colour for one in items if one.colour and "glyph" in KINDS[one.kind] and contrast(one.colour, back) < ICON]
    if thin:  # the disc is one on which the lines keep the colour that was asked for
        back = max((back, mixed(paper, "#ffffff", 0.82), mixed(paper, "#000000", 0.72)), key=lambda tone: contrast(thin[0], tone))
    ground = ground or (_own_ground(items, page, accent) if land else paper)
    behind = paper if land else back
    lit = any(one.kind == "sun" and one.colour is None for one in items)

    def usual(row: dict[str, Any]) -> str:
        """What stands before a sun in the accent's tone is dark."""
        dark = lit and row["layer"] == "stands" and row["tone"] == "accent"
        return mixed(ground, ink, 0.4) if dark else _tone(row["tone"], paper, ink, accent)

    made = [seen(one.kind, legible(one.colour or usual(KINDS[one.kind]), behind, SEEN if "glyph" not in KINDS[one.kind] else ICON), one.scale) for one in items]
    shapes = {"turn": turn % 3, "accent": accent, "second": mixed(accent, ink, HALF)}
    return {"items": made, "ground": ground, "land": land, "back": back, "paper": paper, **shapes}


def _own_ground(items: list[Any], page: Page, accent: str) -> str:
    """The ground under what is drawn, where none is told: that of what stands on it, darkened; on paper of a colour that was asked for, its shade."""
    far = next((one.colour or KINDS[one.kind]["tone"] for one in items if KINDS[one.kind]["layer"] == "far"), "")
    if far.startswith("#"):
        return mixed(far[:7], "#101418", 0.45)
    if page.paper and not page.accent:
        return mixed(page.paper, "#ffffff", 0.1) if luminance(page.paper) < 0.06 else mixed(page.paper, "#101418", 0.55)
    return mixed(accent, "#101418", 0.62)


def seen(kind: str, colour: str, scale: float = 1.0) -> dict[str, Any]:
    """A drawing for the typesetter: its name, its character where it is a line icon, its colour, and how large it is of its usual size."""
    return {"kind": kind, "glyph": KINDS.get(kind, {}).get("glyph", ""), "face": FACE, "colour": colour, "scale": scale}


WOOD = "#8a6239"


def edge(page: Page, tones: dict[str, str]) -> str:
    """The colour of a border: what was told, else a drawing's own, else the accent."""
    own = WOOD if page.border == "wood" else KINDS.get(page.border or "", {}).get("tone", "accent")
    return legible(own, tones["paper"], SEEN) if own.startswith("#") and not page.accent else tones["accent"]


def icons(page: dict[str, Any]) -> bool:
    """Whether a lowered page has a line icon, for which the typesetter needs their face."""
    beside = [i for b in page["blocks"] if b["orn"] for i in b["orn"]["items"]]
    beside += [e["icon"] for b in page["blocks"] for e in b["entries"] if e["icon"]]
    shown = [*page["art"]["items"], *beside, *filter(None, (page["border"], page["pattern"], page["link"]))]
    return any(one["glyph"] for one in shown)


def _tone(told: str, paper: str, ink: str, accent: str) -> str:
    own = {"accent": accent, "ink": ink, "paper": paper, "white": "#ffffff"}
    one, _, other = told.partition("+")
    first = own.get(one, one)
    if not other:
        return first
    made = mixed(first, own[other], HALF)
    return made if contrast(made, paper) >= SEEN else mixed(first, ink, 0.3)
