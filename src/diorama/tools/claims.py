"""Claims: each is a line such as `count bottle 3` or `left_of mug book`; each checker looks at the picture and its exact passes, not at the scene.

present THING            its instances cover pixels and 60 % of them is seen
presence THING           each of its instances keeps the contract of presence (`diorama_stage.presence`): in the frame, large enough, sharp, in view, not sunk
count THING N            instances that are seen
colour THING #rrggbb     CIEDE2000 of its mean (or median) albedo against the colour, at most 22; or a fifth of its pixels within that
hue THING #rrggbb        hue angle of its mean colour on the picture, within 40° (glass and other see-through things)
left_of, right_of A B    middles of their pixels
above, below A B         middles of their pixels
behind, in_front_of A B  nearest depth
on, in A B               world boxes: A's underside at B's top (or inside B), over its middle
touching A B             world boxes no more than 2 cm apart
bigger A B               diagonal of the world box
light AZIMUTH            left, right, front, back, above: from shading (least squares on normals), within 60°
warm, cool               colour of the light on reflecting things against daylight
shallow, deep            slope of the background's edges under, over three quarters of the subject's
text "…"                 read by OCR, letter for letter, spaces and case aside
dark, bright             mean of the picture's luma under 0.34, over 0.5
space, margin, whole …   of the frame: `frame_claims`
exposed                  no more than 3 % of the picture is blown out, and no more than 60 % black
"""

from __future__ import annotations

import math
import re
import shlex
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from scipy.ndimage import binary_dilation, binary_erosion

from diorama.errors import RequestError
from diorama.image.colour import ciede2000, encoded_to_lab, linear_to_lab, parse_hex
from diorama.image.measure import illuminant_cct, light_direction, mean_lab, sharpness
from diorama.tools.frame_claims import CHECKERS as FRAMED
from diorama.tools.shown import SEEN_PIXELS, Fails, Shown

COLOUR_DISTANCE = 22.0
COLOURED_SHARE = 0.2
"""Of its pixels: things of many parts (a bicycle) are of a colour where their frame is, tyres and chain aside."""
HUE_DEGREES = 40.0
LIGHT_DEGREES = 60.0
EQUALLY_SHARP = 0.75


def check(claim: str, evidence: Shown) -> str | None:
    """None if the claim holds, else what was found."""
    kind, *words = shlex.split(claim)
    try:
        CHECKERS[kind](evidence, *words)
    except Fails as found:
        return str(found)
    return None


def present(e: Shown, name: str) -> None:
    e.need(name)
    shares = [e.outcome.report.get("visible", {}).get(r["id"], 1.0) for r in e.rows(name)]
    if min(shares) < 0.6:
        raise Fails(f"{min(shares):.0%} of it is seen")


def presence(e: Shown, name: str) -> None:
    ids = {r["id"] for r in e.rows(name)}
    rows = [r for r in e.outcome.report.get("presence", ()) if r["id"] in ids]
    if not rows:
        raise Fails(f"no {name} in the scene")
    wrong = [f"{r['instance']} {' '.join(r['faults'])}" for r in rows if r["faults"]]
    if wrong:
        raise Fails(f"{len(wrong)} of {len(rows)}: {', '.join(wrong)}")


def count(e: Shown, name: str, number: str) -> None:
    ids = e.outcome.passes["ids"]
    seen = sum(int((ids == r["index"]).sum()) >= SEEN_PIXELS for r in e.rows(name))
    if seen != int(number):
        raise Fails(f"{seen} seen")


def colour(e: Shown, name: str, asked: str) -> None:
    albedo = e.outcome.passes["albedo"][e.need(name)]
    usable = albedo[albedo.max(axis=1) > 0.005]
    if not len(usable):
        raise Fails("it reflects nothing")
    labs = linear_to_lab(np.clip(usable, 0, 1))
    target = encoded_to_lab(np.asarray(parse_hex(asked)))
    best = min(float(ciede2000(np.asarray(c), target)) for c in (np.mean(labs, axis=0), np.median(labs, axis=0)))
    share = float((ciede2000(labs, target) <= COLOUR_DISTANCE).mean())
    if best > COLOUR_DISTANCE and share < COLOURED_SHARE:
        raise Fails(f"CIEDE2000 {best:.1f}, {share:.0%} of it in that colour")


def hue(e: Shown, name: str, asked: str) -> None:
    found, target = mean_lab(e.outcome.picture, e.need(name)), encoded_to_lab(np.asarray(parse_hex(asked)))
    if np.hypot(*found[1:]) < 5:
        raise Fails("no colour to speak of")
    turn = abs((math.degrees(math.atan2(found[2], found[1]) - math.atan2(target[2], target[1])) + 180) % 360 - 180)
    if turn > HUE_DEGREES:
        raise Fails(f"{turn:.0f}° off in hue")


def _ordered(axis: int, sign: int) -> Callable[[Shown, str, str], None]:
    def claim(e: Shown, a: str, b: str) -> None:
        apart = sign * (e.middle(b)[axis] - e.middle(a)[axis])
        if apart <= 0:
            raise Fails(f"it lies {-apart:.0f} pixels to the wrong side")

    return claim


def behind(e: Shown, a: str, b: str) -> None:
    depth = e.outcome.passes["depth"]
    if not np.median(depth[e.need(a)]) > np.median(depth[e.need(b)]):
        raise Fails("it is nearer")


def on(e: Shown, a: str, b: str) -> None:
    (low, high), (under, top) = e.box(a), e.box(b)
    middle = (low + high) / 2
    if not all(under[i] - 0.02 <= middle[i] <= top[i] + 0.02 for i in (0, 1)):
        raise Fails("it does not stand over it")
    if not under[2] - 0.01 <= low[2] <= top[2] + 0.03 * (top[2] - under[2]) + 0.005:
        raise Fails(f"its underside is at {low[2]:.3f} m, the other's top at {top[2]:.3f} m")


def inside(e: Shown, a: str, b: str) -> None:
    (low, high), (under, top) = e.box(a), e.box(b)
    middle = (low + high) / 2
    if not all(under[i] <= middle[i] <= top[i] for i in (0, 1)) or not low[2] < top[2]:
        raise Fails("it is not inside")


def touching(e: Shown, a: str, b: str) -> None:
    e.need(a)
    e.need(b)
    (low, high), (under, top) = e.box(a), e.box(b)
    apart = float(np.max([np.subtract(low, top), np.subtract(under, high)]))
    if apart > 0.02:
        raise Fails(f"{apart:.2f} m lie between them")


def bigger(e: Shown, a: str, b: str) -> None:
    sizes = [float(np.linalg.norm(np.subtract(r[0]["high"], r[0]["low"]))) for r in (e.rows(a), e.rows(b)) if r]
    if len(sizes) < 2 or sizes[0] <= sizes[1]:
        raise Fails(f"{sizes} m")


DIRECTIONS = {"front": (0, 0), "right": (90, 0), "left": (-90, 0), "back": (180, 0), "above": (0, 90)}


def light(e: Shown, direction: str) -> None:
    axes = np.asarray(e.outcome.report["camera"]["axes"])
    normal = e.outcome.passes["normal"] @ np.stack([axes[0], axes[1], -axes[2]], axis=1)
    albedo = e.outcome.passes["albedo"].mean(axis=-1)
    usable = e.all() & (albedo > 0.03)
    if usable.sum() < 80:
        raise Fails("too little that reflects")
    found = light_direction(e.outcome.passes["linear"].mean(axis=-1) / np.maximum(albedo, 0.03), normal, usable)
    a, t = (math.radians(v) for v in DIRECTIONS[direction])
    wanted = np.array([math.sin(a) * math.cos(t), math.sin(t), math.cos(a) * math.cos(t)])
    flat = found.vector * (1, 0.35, 1) if direction != "above" else found.vector
    angle = math.degrees(math.acos(float(np.clip(flat @ wanted / max(np.linalg.norm(flat), 1e-9), -1, 1))))
    if angle > LIGHT_DEGREES:
        raise Fails(f"from azimuth {found.azimuth:.0f}°, elevation {found.elevation:.0f}°")


def _kelvin(e: Shown) -> float:
    albedo = e.outcome.passes["albedo"]
    mask = albedo.min(axis=-1) > 0.02
    return illuminant_cct(e.outcome.passes["linear"] / np.maximum(albedo, 0.02), mask, linear=True, norm=1.0)


def warm(e: Shown) -> None:
    if (k := _kelvin(e)) > 5200:
        raise Fails(f"{k:.0f} K")


def cool(e: Shown) -> None:
    if 0 < (k := _kelvin(e)) < 7000:
        raise Fails(f"{k:.0f} K")


def _blur_ratio(e: Shown) -> float:
    depth, subjects = e.outcome.passes["depth"], e.all()
    beyond = ~subjects & (depth > np.median(depth[subjects]) * 1.6)
    outlined = binary_dilation(subjects, iterations=2)  # a plain mug has no edges but its outline
    back = binary_erosion(beyond, iterations=6, border_value=1)  # and that is not the background's
    try:
        return sharpness(e.outcome.picture, back) / sharpness(e.outcome.picture, outlined)
    except RequestError as wrong:
        raise Fails(str(wrong)) from wrong


def shallow(e: Shown) -> None:
    if (r := _blur_ratio(e)) > EQUALLY_SHARP:
        raise Fails(f"the background is {r:.2f} as sharp as the subject")


def deep(e: Shown) -> None:
    if (r := _blur_ratio(e)) < EQUALLY_SHARP:
        raise Fails(f"the background is {r:.2f} as sharp as the subject")


@lru_cache(maxsize=1)
def reader():
    from rapidocr import RapidOCR

    return RapidOCR()


def text(e: Shown, asked: str) -> None:
    found = reader()(np.ascontiguousarray(e.outcome.picture[..., ::-1]))
    got = "".join(getattr(found, "txts", None) or ())
    if _letters(asked) not in _letters(got):
        raise Fails(f"read {got!r}")


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()


def _luma(e: Shown) -> float:
    return float((e.outcome.picture @ (0.2126, 0.7152, 0.0722)).mean() / 255)


def dark(e: Shown) -> None:
    if (v := _luma(e)) > 0.34:
        raise Fails(f"mean luma {v:.2f}")


def bright(e: Shown) -> None:
    if (v := _luma(e)) < 0.5:
        raise Fails(f"mean luma {v:.2f}")


BLOWN, BLACK = 0.03, 0.6


def exposed(e: Shown) -> None:
    picture = e.outcome.picture[..., :3]
    blown, black = float((picture.min(axis=-1) > 252).mean()), float((picture.max(axis=-1) < 6).mean())
    if blown > BLOWN:
        raise Fails(f"{blown:.0%} is blown out")
    if black > BLACK:
        raise Fails(f"{black:.0%} is black")


CHECKERS: dict[str, Callable[..., None]] = {
    "present": present, "presence": presence, "count": count, "colour": colour, "hue": hue,
    "left_of": _ordered(0, 1), "right_of": _ordered(0, -1), "above": _ordered(1, 1),
    "below": _ordered(1, -1), "behind": behind, "in_front_of": lambda e, a, b: behind(e, b, a), "on": on, "in": inside, "touching": touching, "bigger": bigger, "light": light,
    "warm": warm, "cool": cool, "shallow": shallow, "deep": deep, "text": text, "dark": dark, "bright": bright,
    "exposed": exposed, **FRAMED,
}  # fmt: skip
