"""A rubric: what somebody asks of every picture, in words. Each rule becomes claims that a judge measures; what is not understood is said, and passes nothing.

brand.toml → rules → (a phrase of the table | a description, read as a prompt is) → claims
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import Field, ValidationError

from diorama.contracts.tools import Claim
from diorama.errors import OutputError, PromptError, RequestError
from diorama.recipe.request import as_request_error
from diorama.scene import Object, Scene
from diorama.scene.base import Model
from diorama.studio import words
from diorama.studio.claiming import claims_of

PARTS = {"thing": r"(?P<thing>[a-z][a-z' -]{0,40}?)", "hex": r"(?P<hex>#[0-9a-f]{6})", "share": r"(?P<share>\d{1,2}(?:\.\d+)?) ?%"}


class Rule(Model):
    say: str = Field(min_length=1, max_length=500)
    must: bool = False
    """True: a picture that breaks it does not pass, whatever its score."""


class Rubric(Model):
    """What a rubric's file says."""

    rules: tuple[Rule | Annotated[str, Field(min_length=1, max_length=500)], ...] = Field(min_length=1, max_length=100)
    least: float = Field(1.0, ge=0, le=1)
    """Of the rules that can be told, the share that has to hold."""

    @property
    def each(self) -> tuple[Rule, ...]:
        return tuple(rule if isinstance(rule, Rule) else Rule(say=rule) for rule in self.rules)


class Asked(NamedTuple):
    """A rule and what it asks for. No claims: it was not understood, and `why` says what."""

    rule: Rule
    claims: tuple[Claim, ...]
    why: str = ""


def load(path: Path) -> Rubric:
    """The rubric in a TOML file. Raises OutputError for one that cannot be read, RequestError that names the wrong field."""
    hint = 'rules = ["the bottle is #b5651d", "room for a headline at the top left", "nothing is cut off"]'
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        return Rubric.model_validate(data)
    except OSError as wrong:
        raise OutputError(f"cannot read: {wrong.strerror}", where=str(path), hint=hint) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise RequestError(f"not TOML: {wrong}", where=str(path), hint=hint) from None
    except ValidationError as wrong:
        error = as_request_error(wrong)
        raise RequestError(error.message, where=f"{path.name}: {error.where}", hint=error.hint or hint) from None


def asked(rubric: Rubric) -> tuple[Asked, ...]:
    """Every rule with its claims. Subjects are named by their nouns."""
    return tuple(_asked(rule) for rule in rubric.each)


def claims_in(say: str) -> tuple[Claim, ...]:
    """What one rule asks for."""
    return _asked(Rule(say=say)).claims


def _asked(rule: Rule) -> Asked:
    text = " ".join(rule.say.lower().replace("’", "'").strip(" .!").split())
    for kind, value, pattern in _table():
        if found := pattern.fullmatch(text):
            part = found.groupdict()
            share = None if part.get("share") is None else float(part["share"]) / 100
            return Asked(rule, (Claim(kind=kind, subject=part.get("thing"), value=value or part.get("hex") or share),))
    return _described(rule)


NOT_MEASURED = re.compile(r"\b(?:not|never|than|as \w+ as)\b|n't\b|\b\d+(?:\.\d+)? ?(?:mm|cm|m|km|met(?:re|er)s?|inch(?:es)?|feet)\b", re.I)
"""What a rule says that no claim is of: a negation but "no …", a comparison, a length."""


def _told_only(scene: Scene) -> str | None:
    """What the scene tells of its things that is measured on no picture: what they are made of, their pattern, their size. None: nothing."""
    for one in scene.subjects:
        if isinstance(one, Object) and not one.implied and (one.surface.material or one.surface.pattern or one.size.scale != 1.0):
            return f"what the {one.noun} is made of, its pattern or its size is not measured"
    return None


def _described(rule: Rule) -> Asked:
    """What a description says that is told in words; the reader's own guesses (a table that nobody named) are no rule."""
    if NOT_MEASURED.search(rule.say):
        return Asked(rule, (), "comparisons, lengths and negations are not measured, but 'no …' is")
    try:
        reading = words.read(rule.say)
    except PromptError as wrong:
        return Asked(rule, (), wrong.message)
    if why := _told_only(reading.scene):
        return Asked(rule, (), why)
    errors = [one for one in reading.diagnostics if one.severity == "error"]
    unread = [one.message for one in errors if one.span is not None]  # without a place: a whole picture would need more words than a rule does
    nouns = {subject.id: subject.noun for subject in reading.scene.subjects if not subject.implied}
    claims = tuple(
        one.model_copy(update={"subject": nouns.get(one.subject or "", one.subject), "object": nouns.get(one.object or "", one.object)})
        for one in claims_of(reading.scene) if one.kind != "exposed" and {one.subject, one.object} - {None} <= nouns.keys()
    )  # fmt: skip
    if unread or not claims:
        return Asked(rule, (), "; ".join(unread or [one.message for one in errors]) or "nothing in it can be measured")
    return Asked(rule, claims)


def _table() -> list[tuple[str, str | None, re.Pattern[str]]]:
    data = tomllib.loads(files("diorama.studio").joinpath("rubric.toml").read_text("utf-8"))
    return [(one["kind"], one.get("value"), _pattern(said)) for one in data["says"] for said in one["words"]]


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile("".join(PARTS[piece[1:-1]] if piece.startswith("{") else re.escape(piece) for piece in re.split(r"(\{\w+\})", said)))
