"""What the page's pickers offer is what the scene, the lexicon and the film stocks know."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args

from diorama.engines.stage.film import FilmOptions, Move
from diorama.scene.camera import Angle, Framing
from diorama.scene.environment import SettingKind, Weather
from diorama.scene.lighting import TIMES, LightSource
from diorama.scene.look import PatternKind

ROOT = Path(__file__).resolve().parents[2]
CHOICES = (ROOT / "web/src/lib/choices.ts").read_text(encoding="utf-8")


def offered(name: str) -> set[str]:
    """The words of one exported list."""
    body = re.search(rf"export const {name}\b[^=]*= (.*?);\n", CHOICES, re.S)
    assert body, name
    return set(re.findall(r"'([a-z0-9_]+)'", body[1]))


def test_lists_of_the_scene_are_known():
    assert offered("PATTERNS") <= set(get_args(PatternKind))
    assert offered("SOURCES") == set(get_args(LightSource))
    assert offered("ANGLES") == set(get_args(Angle))
    assert offered("FRAMINGS") == set(get_args(Framing))
    assert offered("SETTINGS") == set(get_args(SettingKind))
    assert offered("WEATHER") == set(get_args(Weather))


def test_materials_and_finishes_are_of_the_lexicon():
    looks = tomllib.loads((ROOT / "src/diorama/language/lexicon/looks.toml").read_text(encoding="utf-8"))
    assert offered("MATERIALS") <= set(looks["material"])
    assert offered("FINISHES") <= set(looks["finish"])


def test_film_stocks_are_those_there_are():
    assert offered("STOCKS") == set(tomllib.loads((ROOT / "src/diorama/image/film_stocks.toml").read_text(encoding="utf-8")))


def test_named_hours_agree():
    body = re.search(r"export const TIMES[^=]*= \{(.*?)\};", CHOICES, re.S)[1]
    assert {name: float(hour) for name, hour in re.findall(r"(\w+): ([\d.]+)", body)} == TIMES


def test_moves_and_their_usual_times_are_the_engines():
    films = (ROOT / "web/src/lib/films.ts").read_text(encoding="utf-8")
    body = re.search(r"export const MOVES = \[(.*?)\];", films, re.S)
    assert body and set(re.findall(r"'(\w+)'", body[1])) == set(get_args(Move)) - {"none"}
    usual = re.search(r"export const USUAL = \{(.*?)\};", films)
    assert usual and {name: float(value) for name, value in re.findall(r"(\w+): ([\d.]+)", usual[1])} == {
        name: FilmOptions.model_fields[name].default for name in ("seconds", "fps", "hours")
    }
