"""How far a step goes: from a present value to the next, by the quantity's scale. Pure numbers and names."""

from __future__ import annotations

from diorama.language.dress import shifted
from diorama.language.refine.vocabulary import Quantity
from diorama.scene import Colour

STOPS = (0.95, 1.2, 1.4, 1.8, 2.0, 2.8, 4.0, 5.6, 8.0, 11.0, 16.0, 22.0, 32.0)
LENSES = (8.0, 12.0, 14.0, 16.0, 20.0, 24.0, 28.0, 35.0, 50.0, 70.0, 85.0, 100.0, 135.0, 200.0, 300.0, 400.0, 600.0, 800.0, 1200.0)
NAMED = {"f_number": STOPS, "focal_length": LENSES}
"""What a step is rounded to, where photographers have their own numbers."""
NEAREST_RUNG = {"aerial": "high", "dappled": "hard", "moody": "dramatic", "dramatic": "moody", "hard": "natural", "long": "natural"}
"""Values beside a ladder and the rung they stand at."""
SHADES = ("dark", "light", "muted", "bright", "deep", "pale", "pastel", "neon", "very dark", "very light")


def stepped(quantity: Quantity, value, amount: float, factor: float | None = None):
    """The value `amount` steps on (negative: back), within the quantity's ends. `factor`: exactly so many times as much."""
    if quantity.scale == "ladder":
        return _rung(quantity.rungs, value, amount)
    if factor is not None:
        times = factor if amount > 0 else 1 / factor
        value = value * times
    elif quantity.scale == "mired":
        value = 1e6 / max(1e6 / value + quantity.step * amount, 40.0)
        value = round(value / 10) * 10
    elif quantity.scale == "times":
        value = _named(quantity, value, value * quantity.step**amount)
    else:
        value = value + quantity.step * amount
    low, high = quantity.low, quantity.high
    return round(min(max(float(value), low), high), 3)


def _rung(rungs: tuple[str, ...], value: str, amount: float) -> str:
    here = rungs.index(value) if value in rungs else rungs.index(NEAREST_RUNG.get(value, rungs[len(rungs) // 2]))
    move = max(1, round(abs(amount)))
    return rungs[min(max(here + (move if amount > 0 else -move), 0), len(rungs) - 1)]


def _named(quantity: Quantity, before: float, value: float) -> float:
    """The nearest of the usual numbers; at least the next one."""
    series = NAMED.get(quantity.field)
    if series is None:
        return value
    beyond = [s for s in series if (s > before * 1.02 if value > before else s < before * 0.98)]
    return min(beyond, key=lambda s: abs(s - value)) if beyond else value


def shaded(quantity: Quantity, colours: tuple[Colour, ...], amount: float) -> tuple[Colour, ...]:
    """Colours lighter or darker (or more or less vivid); where none are known, a dark or light one as such."""
    towards = quantity.ends[1] if amount > 0 else quantity.ends[0]
    if not colours:
        return (Colour(name="dark", hex="#33302d"),) if towards == "dark" else (Colour(name="light", hex="#d9d3c8"),) if towards == "light" else ()
    turns = max(1, round(abs(amount)))
    return tuple(_shade(c, towards, turns) for c in colours)


def _shade(colour: Colour, towards: str, turns: int) -> Colour:
    value = colour.hex
    for _ in range(turns):
        value = shifted(value, towards)
    plain = colour.name
    for word in sorted(SHADES, key=len, reverse=True):
        plain = plain.removeprefix(f"{word} ")
    name = f"{towards} {plain}" if plain not in SHADES else plain if plain == towards else towards
    return Colour(name=name, hex=value)
