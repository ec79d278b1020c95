"""Legible colours. Contrast is WCAG 2.2's: (L1 + 0.05) / (L2 + 0.05) of relative luminances; 4.5 for text, 3 for large text."""

from __future__ import annotations

import colorsys

TEXT = 4.5
LARGE = 3.0


PRINTED = {"white": "#ffffff"}
"""Colours that are others on a page than of a painted thing, which is never wholly white."""


def on_paper(name: str, colour: str) -> str:
    """A named colour as it is printed."""
    return PRINTED.get(name, colour)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of an sRGB colour `#rrggbb`."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two sRGB colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def distance(one: str, other: str) -> float:
    """The largest difference of a channel of two sRGB colours, 0 to 1."""
    return max(abs(a - b) for a, b in zip(_rgb(one), _rgb(other), strict=True))


def legible(ink: str, paper: str, least: float = TEXT) -> str:
    """`ink`, made darker or lighter in its own hue until it can be read on `paper`; black or white where its hue cannot."""
    if contrast(ink, paper) >= least:
        return ink
    hue, light, saturation = colorsys.rgb_to_hls(*_rgb(ink))
    steps = [i / 40 for i in range(41)]
    for distance in steps:
        for towards in (light - distance, light + distance):
            if 0 <= towards <= 1:
                tried = _hex(colorsys.hls_to_rgb(hue, towards, saturation))
                if contrast(tried, paper) >= least:
                    return tried
    return ink_on(paper)


def ink_on(paper: str) -> str:
    """Near black or white, whichever stands out more; black itself on the few middle tones where neither is enough."""
    soft = max(("#1a1a1a", "#ffffff"), key=lambda ink: contrast(ink, paper))
    return soft if contrast(soft, paper) >= TEXT else "#000000"


def ink_on_button(fill: str) -> str:
    """White on what is dark enough for bold letters, else as `ink_on`."""
    return "#ffffff" if contrast("#ffffff", fill) >= 3.6 else ink_on(fill)


def mixed(one: str, other: str, share: float) -> str:
    """`share` of `other` in `one`, in sRGB."""
    return _hex(tuple(a + (b - a) * share for a, b in zip(_rgb(one), _rgb(other), strict=True)))


def _rgb(colour: str) -> tuple[float, float, float]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[return-value]


def _hex(rgb: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(min(max(c, 0), 1) * 255):02x}" for c in rgb)
