# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures within the picture: book pages, prints, screens, drawn by program."""

from __future__ import annotations

import random
from functools import partial

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from diorama_stage.materials.card_faces import card, card_back, rose, tuning
from diorama_stage.materials.decals import STICKERS
from diorama_stage.materials.legends import legends, letters
from diorama_stage.materials.lettering import face
from diorama_stage.materials.patterns import DRAWERS as PATTERNS
from diorama_stage.materials.photos import PHOTOS, photo, rounded

LONG = 768


def picture(kind: str, aspect: float, seed: int) -> Image.Image:
    """An RGB picture of the patch's aspect. Raises KeyError for an unknown kind."""
    size = (LONG, round(LONG / aspect)) if aspect >= 1 else (round(LONG * aspect), LONG)
    return DRAWERS[kind](size, random.Random(f"{kind}:{seed}")).convert("RGBA")


WORDS = """the light of the morning came slowly over the hill and lay on the table where she had left the cup and the letter he read it twice then folded it
    along the old lines outside a cart went by and somebody called a name that nobody answered it had rained in the night so that the stones of the street shone
    and every gutter kept its own small river what remains of a summer is seldom what was photographed but a sound or the smell of cut grass under a window"""
LETTERPRESS = tuple(WORDS.split())


def _set(image: Image.Image, box, size: int, rng, *, ink=(58, 54, 50), style: str = "serif") -> None:
    """Set running text in a box (left, top, right, bottom), pixels: paragraphs, justified, of letters `size` pixels high."""
    d, font = ImageDraw.Draw(image), face(style, size)
    left, top, right, bottom = box
    y, k, last = top, rng.randrange(len(LETTERPRESS)), True
    while y < bottom - size:
        indent = size * 1.6 if last else 0
        line: list[str] = []
        while font.getlength(" ".join([*line, LETTERPRESS[k % len(LETTERPRESS)]])) < right - left - indent:
            line.append(LETTERPRESS[k % len(LETTERPRESS)])
            k += 1
        if not line:
            return
        last = rng.random() < 0.13
        gap = font.getlength(" ") if last else (right - left - indent - sum(font.getlength(w) for w in line)) / max(len(line) - 1, 1)
        if last:
            line = line[: max(len(line) // 2, 1)]
            line[-1] += "."
        x = left + indent
        for i, word in enumerate(line):
            d.text((x, y), word.capitalize() if indent and not i else word, font=font, fill=ink)
            x += font.getlength(word) + gap
        y += size * 1.42


def _ruled(size, rng) -> Image.Image:
    """A leaf of a notebook: faint lines, nothing written."""
    image = Image.new("RGB", size, (243, 238, 225))
    w, h = size
    for k in range(1, 25):
        y = round(h * (0.07 + 0.036 * k))
        ImageDraw.Draw(image).line((0, y, w, y), fill=(196, 201, 206), width=max(h // 500, 1))
    return image


def _page(size, rng) -> Image.Image:
    image = Image.new("RGB", size, (240, 233, 217))
    w, h = size
    _set(image, (w * 0.13, h * 0.1, w * 0.87, h * 0.9), max(h // 44, 9), rng)
    number, font = str(rng.randint(20, 290)), face("serif", max(h // 50, 8))
    ImageDraw.Draw(image).text((w / 2, h * 0.94), number, font=font, fill=(90, 84, 78), anchor="mm")
    return image


def _typed(size, rng) -> Image.Image:
    """A sheet half typed, the last line still open."""
    image = Image.new("RGB", size, (243, 239, 228))
    w, h = size
    d, font = ImageDraw.Draw(image), face("mono", int(w * 0.026))
    k = rng.randrange(len(LETTERPRESS))
    for row in range(9):
        line = ""
        while len(line) < (46 if row < 8 else 20):
            line += LETTERPRESS[k % len(LETTERPRESS)] + " "
            k += 1
        d.text((w * 0.1, h * 0.2 + row * w * 0.055), line.capitalize() if not row else line, font=font, fill=(48, 46, 50))
    return image


def _columns(size, rng) -> Image.Image:
    """The lower part of a front page: a photograph and columns, no name and no headline."""
    return _newsprint(size, rng, named=False)


def _newsprint(size, rng, *, named: bool = True) -> Image.Image:
    image = Image.new("RGB", size, (223, 218, 205))
    d = ImageDraw.Draw(image)
    w, h = size
    headline = rng.choice(("Light returns to the valley", "Harbour opens after the storm", "A quiet summer, in pictures"))
    if named:
        d.text((w / 2, h * 0.085), "The Morning Post", font=face("serif", int(min(w * 0.1, h * 0.1))), fill=(34, 32, 30), anchor="mm")
        for y in (0.15, 0.185):
            d.line((w * 0.06, h * y, w * 0.94, h * y), fill=(70, 66, 62), width=max(h // 400, 1))
        d.text((w * 0.06, h * 0.205), headline, font=face("serif", int(w * 0.052)), fill=(30, 28, 26))
    shot = photo(rng.choice(("hills", "coast", "mountains")), (int(w * 0.56), int(h * 0.26)), rng).convert("L").convert("RGB")
    image.paste(Image.blend(shot, Image.new("RGB", shot.size, (214, 208, 194)), 0.25), (int(w * 0.06), int(h * 0.31)))
    small, column = max(int(h * 0.0145), 7), w * 0.88 / 3
    for k in range(3):
        left = w * 0.06 + column * k
        _set(image, (left, h * (0.31 if k == 2 else 0.595), left + column * 0.94, h * 0.96), small, rng, ink=(66, 62, 58))
    return image


def _landscape(size, rng) -> Image.Image:
    return photo(rng.choice(("hills", "mountains", "coast")), size, rng)


def _photo(size, rng) -> Image.Image:
    """Any photograph: what lies in a box of prints."""
    return photo(rng.choice(("hills", "mountains", "coast", "coast", "city", "portrait", "flowers")), size, rng)


def _film_still(size, rng) -> Image.Image:
    return photo(rng.choice(("city", "portrait", "coast", "hills")), size, rng)


def _portrait(size, rng) -> Image.Image:
    return photo("portrait", size, rng)


def _abstract(size, rng) -> Image.Image:
    image = Image.new("RGB", size, (232, 224, 208))
    d = ImageDraw.Draw(image)
    for _ in range(9):
        x, y, r = rng.uniform(0, size[0]), rng.uniform(0, size[1]), rng.uniform(0.08, 0.3) * size[0]
        fill = rng.choice([(196, 78, 54), (38, 66, 92), (222, 170, 74), (70, 96, 80), (40, 38, 36), (214, 190, 170)])
        (d.ellipse if rng.random() < 0.6 else d.rectangle)((x - r, y - r * 0.8, x + r, y + r * 0.8), fill=fill)
    return image


def _gradient(size, top, bottom) -> np.ndarray:
    t = np.linspace(0, 1, size[1])[:, None, None]
    return np.broadcast_to(np.asarray(top) * (1 - t) + np.asarray(bottom) * t, (size[1], size[0], 3)).copy()


def _window(size, rng) -> Image.Image:
    """A window of pictures: a bar with its three buttons, a list at the left, prints in a grid."""
    w, h = size
    image = Image.new("RGB", size, (248, 248, 249))
    d = ImageDraw.Draw(image)
    d.rectangle((0, 0, w * 0.2, h), fill=(232, 233, 237))
    d.rectangle((w * 0.2, 0, w, h * 0.09), fill=(240, 240, 243))
    for k, c in enumerate(((236, 98, 90), (244, 190, 78), (98, 196, 86))):
        d.ellipse((w * (0.018 + 0.026 * k), h * 0.03, w * (0.018 + 0.026 * k) + h * 0.03, h * 0.06), fill=c)
    small = face("sans", max(int(h * 0.028), 7))
    for k, word in enumerate(("Library", "Albums", "Places", "People", "Travel", "Prints")):
        if k == 1:
            d.rounded_rectangle((w * 0.012, h * 0.178, w * 0.188, h * 0.232), 5, fill=(208, 213, 224))
        d.text((w * 0.035, h * (0.14 + 0.065 * k)), word, font=small, fill=(74, 76, 84), anchor="lm")
    d.text((w * 0.225, h * 0.047), "Albums", font=face("sans", max(int(h * 0.034), 8)), fill=(50, 52, 58), anchor="lm")
    step, tall = w * 0.785 / 3, h * 0.86 / 3
    for row in range(3):
        for k in range(3):
            shot = _photo((int(step * 0.93), int(tall * 0.9)), rng)
            image.paste(shot, (int(w * 0.215 + step * k), int(h * 0.115 + tall * row)))
    return image


def _desktop(size, rng) -> Image.Image:
    """A computer's screen: wallpaper, menu bar, a window with its shadow, a dock of icons."""
    w, h = size
    image = photo(rng.choice(("dunes", "mountains", "hills")), size, rng).convert("RGBA")
    if rng.random() < 0.6:
        window = rounded(_window((int(w * 0.66), int(h * 0.66)), rng), max(h // 50, 4))
        at = (int(w * 0.17), int(h * 0.13))
        shade = Image.new("RGBA", size, (0, 0, 0, 0))
        shade.paste((0, 0, 0, 110), (at[0], at[1] + h // 60, at[0] + window.width, at[1] + h // 60 + window.height))
        image.alpha_composite(shade.filter(ImageFilter.GaussianBlur(h * 0.025)))
        image.alpha_composite(window, at)
    veil = Image.new("RGBA", size, (0, 0, 0, 0))
    d = ImageDraw.Draw(veil)
    d.rectangle((0, 0, w, h * 0.034), fill=(245, 245, 248, 150))
    d.rounded_rectangle((w * 0.29, h * 0.9, w * 0.71, h * 0.985), h // 45, fill=(245, 245, 250, 120))
    menu = face("sans", max(int(h * 0.02), 7))
    d.text((w * 0.02, h * 0.017), "Photos   File   Edit   View   Window", font=menu, fill=(24, 24, 28, 255), anchor="lm")
    d.text((w * 0.98, h * 0.017), "Tue 9:41", font=menu, fill=(24, 24, 28, 255), anchor="rm")
    image.alpha_composite(veil)
    side = int(h * 0.062)
    for k, (top, low) in enumerate((((98, 176, 250), (30, 104, 226)), ((250, 250, 252), (206, 210, 218)), ((140, 226, 122), (52, 168, 72)), ((255, 186, 92), (240, 120, 44)), ((255, 120, 130), (214, 48, 78)), ((176, 140, 246), (104, 72, 206)), ((72, 78, 92), (28, 32, 42)))):
        tile = Image.fromarray(_gradient((side, side), top, low).astype(np.uint8))
        dot = side * 0.28
        ImageDraw.Draw(tile).ellipse((dot, dot, side - dot, side - dot), outline=(255, 255, 255) if k != 1 else (90, 110, 150), width=max(side // 12, 1))
        image.alpha_composite(rounded(tile, side // 4), (int(w * 0.305 + k * w * 0.056), int(h * 0.912)))
    return image


def _lock_screen(size, rng) -> Image.Image:
    """A telephone's locked screen: a picture, the hour and the date over it."""
    w, h = size
    image = photo(rng.choice(("dunes", "mountains", "hills", "coast")), size, rng).convert("RGB")
    image = Image.blend(image, Image.new("RGB", size, (14, 16, 26)), 0.12)
    veil = Image.new("RGBA", size, (0, 0, 0, 0))
    d = ImageDraw.Draw(veil)
    white = (252, 252, 255, 240)
    d.text((w / 2, h * 0.135), "Tuesday, 4 June", font=face("sans", int(w * 0.055)), fill=white, anchor="mm")
    d.text((w / 2, h * 0.215), "9:41", font=face("sans", int(w * 0.25)), fill=white, anchor="mm")
    d.text((w * 0.09, h * 0.032), "9:41", font=face("sans", int(w * 0.042)), fill=white, anchor="lm")
    d.rounded_rectangle((w * 0.845, h * 0.025, w * 0.915, h * 0.039), 3, outline=white, width=2)
    d.rectangle((w * 0.853, h * 0.0285, w * 0.895, h * 0.0355), fill=white)
    for k in range(4):
        d.rectangle((w * (0.765 + 0.016 * k), h * (0.037 - 0.0028 * (k + 1)), w * (0.775 + 0.016 * k), h * 0.038), fill=white)
    for x in (0.16, 0.84):
        d.ellipse((w * (x - 0.07), h * 0.92 - w * 0.07, w * (x + 0.07), h * 0.92 + w * 0.07), fill=(20, 20, 26, 130))
        d.ellipse((w * (x - 0.022), h * 0.92 - w * 0.022, w * (x + 0.022), h * 0.92 + w * 0.022), outline=white, width=max(int(w * 0.008), 2))
    d.rounded_rectangle((w * 0.34, h * 0.981, w * 0.66, h * 0.986), 3, fill=white)
    image = image.convert("RGBA")
    image.alpha_composite(veil)
    black = Image.new("RGBA", size, (0, 0, 0, 255))  # the corners of the glass
    black.alpha_composite(rounded(image, int(w * 0.12)))
    return black


def _code(size, rng) -> Image.Image:
    image = Image.new("RGB", size, (30, 32, 40))
    d = ImageDraw.Draw(image)
    for row in range(30):
        x = size[0] * (0.06 + 0.03 * rng.randint(0, 3))
        for _ in range(rng.randint(0, 6)):
            word = rng.uniform(0.02, 0.12) * size[0]
            d.rectangle((x, size[1] * (0.05 + 0.03 * row), x + word, size[1] * (0.062 + 0.03 * row)), fill=rng.choice([(198, 120, 221), (152, 195, 121), (97, 175, 239), (171, 178, 191)]))
            x += word + size[0] * 0.012
    return image


def _map(size, rng) -> Image.Image:
    return PATTERNS["map"]().resize(size)


def _keys(size, rng) -> Image.Image:
    image = Image.new("RGB", size, (38, 38, 40))
    d = ImageDraw.Draw(image)
    for row in range(5):
        for k in range(14):
            d.rounded_rectangle((size[0] * (0.01 + k * 0.07), size[1] * (0.03 + row * 0.19), size[0] * (0.07 + k * 0.07), size[1] * (0.2 + row * 0.19)), 5, fill=(24, 24, 26))
    return image


def _dial(size, rng) -> Image.Image:
    """The numbers of a telephone's dial, where its ten finger holes lie, 30° apart."""
    image = Image.new("RGB", size, (236, 229, 211))
    d, r = ImageDraw.Draw(image), min(size) / 2
    font = face("sans", int(r * 0.15))
    for k in range(10):
        a = np.radians(-22 + 30 * (k + 1))
        d.text((r + r * 0.68 * np.cos(a), r - r * 0.68 * np.sin(a)), str((k + 1) % 10), font=font, fill=(40, 36, 34), anchor="mm")
    return image


def _clock(size, style: str) -> Image.Image:
    """The minutes and figures of a clock's face on nothing, so that the face keeps its own colour."""
    image = Image.new("RGBA", size, (30, 28, 26, 0))
    d, r, ink = ImageDraw.Draw(image), min(size) / 2, (30, 28, 26, 255)
    ring = 0.0 if style == "plain" else 0.055
    for k in range(60):
        a, big = np.radians(6 * k), k % 5 == 0
        inner, outer = (0.79 if style == "plain" and big else 0.88 - ring * 0.4), 0.95
        along, across = np.array((np.sin(a), -np.cos(a))), np.array((np.cos(a), np.sin(a))) * r * (0.012 if big else 0.0045)
        d.polygon([tuple(r + along * r * q + s * across) for q, s in ((inner, -1), (outer, -1), (outer, 1), (inner, 1))], fill=ink)
    if style == "plain":
        return image
    roman = ("XII", "I", "II", "III", "IIII", "V", "VI", "VII", "VIII", "IX", "X", "XI")
    font = face("serif" if style == "roman" else "sans", int(r * (0.15 if style == "roman" else 0.19)))
    for k in range(12):
        a, text = np.radians(30 * k), roman[k] if style == "roman" else str(k or 12)
        d.text((r + 0.7 * r * np.sin(a), r - 0.7 * r * np.cos(a)), text, font=font, fill=ink, anchor="mm")
    return image


DRAWERS = {
    **{f"clock_{style}": lambda size, rng, style=style: _clock(size, style) for style in ("arabic", "roman", "plain")},
    "page": _page, "ruled": _ruled, "newsprint": _newsprint, "columns": _columns, "landscape": _landscape, "film_still": _film_still, "portrait": _portrait, "photo": _photo, "abstract": _abstract,
    "desktop": _desktop, "lock_screen": _lock_screen, "code": _code, "map": _map, "keys": _keys, "dial": _dial, "card": card, "card_back": card_back, "rose": rose, "tuning": tuning, "typed": _typed, "legends_dark": lambda size, rng: legends(size, "#4a4a4e"), "letters": lambda size, rng: letters(size), "legends_light": lambda size, rng: legends(size, "#e8e6e0"),
} | {kind: partial(photo, kind) for kind in PHOTOS} | STICKERS  # fmt: skip
