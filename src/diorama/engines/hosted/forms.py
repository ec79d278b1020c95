"""Models that are asked by a form of their own (fal, Replicate): what a job says goes where the form has a place for it, by the names of its fields.

The form is the model's JSON schema, where it is known (read from the service, or kept from when it was), else the names that the catalogue tells.
"""

from __future__ import annotations

import json
import math
from typing import Any

from pydantic import Field

from diorama.contracts import Capabilities, Job, Options
from diorama.engines.hosted.pictures import data_url, given_pictures, png, white_edits
from diorama.engines.hosted.schemas import options_of, properties_of
from diorama.engines.hosted.service import Service
from diorama.errors import EngineRefused, RequestError
from diorama.image import control
from diorama.models import Card, Offer

PROMPT = ("prompt", "text_prompt", "text", "description", "input_prompt")
SEVERAL = ("image_urls", "input_images", "image_input", "images", "reference_images", "reference_image_urls", "input_image_urls", "images_data_url")
ONE = (
    "image_url",
    "input_image",
    "image",
    "init_image",
    "redux_image",
    "img",
    "start_image",
    "start_image_url",
    "first_frame_image",
    "first_frame_url",
    "image_prompt",
    "control_image",
)
MASK = ("mask_url", "mask_image_url", "mask_image", "mask")
LEADS: dict[str, tuple[str, ...]] = {
    "depth": ("depth_image_url", "control_depth_image_url"),
    "pose": ("openpose_image_url", "pose_image_url"),
    "edges": ("canny_image_url", "control_canny_image_url"),
    "normal": ("normal_image_url",),
    "segmentation": ("segmentation_image_url",),
}
"""Fields of pictures that lead; a form with `preprocess` takes one of any of its kinds where its picture goes, and is told not to make it itself."""
PREPROCESSED = {"depth": "depth", "edges": "canny", "pose": "pose"}
HOLD, BEGIN, END = ("controlnet_conditioning_scale", "control_scale"), ("control_start",), ("control_end",)
STRUCTURED = "structured_prompt"
"""Where words that are a JSON object go, in forms that have it."""
SIZED = ("image_size", "size", "width", "height", "aspect_ratio", "resolution")
OURS = {*PROMPT, STRUCTURED, *SEVERAL, *ONE, *MASK, "seed", "preprocess", *(field for fields in LEADS.values() for field in fields)}
"""What a job says itself; all else is an option of the engine."""


class Formed(Service):
    """A service whose models have forms of their own."""

    def __init__(self, card: Card, offer: Offer, name: str | None = None, schema: dict[str, Any] | None = None):
        super().__init__(card, offer, name)
        self.schema = schema
        self.fields = {*properties_of(schema), *offer.inputs}
        """Of its form; of both, where changing pictures has a form of its own."""
        base = Loose if schema and "x-snapshot" in schema else Options
        self.options = options_of(schema, leave=OURS | set(SIZED[:5]), base=base) if schema else Loose

    def published(self, path: str) -> Any:
        """What the service tells of its models, as JSON."""
        return self.http().look(path)

    def capabilities(self) -> Capabilities:
        leads = self._leads()
        return super().capabilities().model_copy(update={"most_leads": max(1, len(leads) if not self._preprocessed() else 1)})

    def _preprocessed(self) -> tuple[str, ...]:
        """What the one picture of a ControlNet's form may be; none where the form is another."""
        kinds = _choices(properties_of(self.schema).get("preprocess", {}))
        return tuple(kind for kind, word in PREPROCESSED.items() if word in kinds) if "none" in kinds and self.fields & set(ONE) else ()

    def _leads(self) -> tuple[Any, ...]:
        return self._preprocessed() or tuple(kind for kind, fields in LEADS.items() if self.fields & set(fields))

    def _takes(self) -> tuple[Any, ...]:
        if leads := self._leads():
            return leads
        several, one = self.fields & set(SEVERAL), self.fields & set(ONE)
        takes = ("reference", "style", "source") if several else ("reference", "source") if one else ()
        return (*takes, "mask") if takes and self.fields & set(MASK) else takes or super()._takes()

    def _most_references(self) -> int:
        return 14 if self.fields & set(SEVERAL) else 1

    def form(self, job: Job) -> dict[str, Any]:
        """What is sent. Raises EngineRefused for pictures that the form has no place for."""
        filled: dict[str, Any] = {}
        properties = properties_of(self.schema) if self.schema else {}
        if STRUCTURED in self.fields and job.recipe.prompt.startswith('{"'):
            filled[STRUCTURED] = as_object(job.recipe.prompt, "prompt")
        elif prompt := self._first(PROMPT):
            filled[prompt] = job.recipe.prompt
        elif not self.fields:
            filled["prompt"] = job.recipe.prompt
        if "seed" in self.fields:
            filled["seed"] = job.recipe.seed % (properties.get("seed", {}).get("maximum", 2**31 - 1) + 1)
        filled |= self._size(job, properties) | self._pictures(job, properties) | self._led(job)
        filled |= self._own(job)
        self._whole(filled)
        return filled

    def _whole(self, filled: dict[str, Any]) -> None:
        """Raises EngineRefused where the form must have a picture and there is none: nothing is ordered then."""
        lacking = set((self.schema or {}).get("required", ())) & {*SEVERAL, *ONE, *MASK} - set(filled)
        if lacking:
            hint = "`--from-scene` has the stage make it" if self._leads() else "`--source FILE`, `--reference FILE` or `--mask FILE`"
            raise EngineRefused(f"{self.card.title} makes nothing without a picture ({', '.join(sorted(lacking))})", where="image", hint=hint)

    def _own(self, job: Job) -> dict[str, Any]:
        """The options: those of the schema (what is no plain value is JSON text), or one JSON object."""
        options = dict(job.recipe.options)
        if not self.schema:
            return as_object(str(options.get("input", "{}")))
        properties = properties_of(self.schema)
        more = as_object(str(options.pop("input", "{}"))) if issubclass(self.options, Loose) else {}
        return {name: as_value(name, value, properties.get(name, {})) for name, value in options.items()} | more

    def _size(self, job: Job, properties: dict[str, Any]) -> dict[str, Any]:
        width, height = job.recipe.width, job.recipe.height
        if "image_size" in self.fields:
            return {"image_size": {"width": width, "height": height}}
        if {"width", "height"} <= self.fields:
            return {"width": width, "height": height}
        if "aspect_ratio" in self.fields:
            return {"aspect_ratio": nearest_ratio(width, height, _choices(properties.get("aspect_ratio", {})))}
        if "size" in self.fields and not _choices(properties.get("size", {})):
            return {"size": f"{width}x{height}"}
        return {}

    def _pictures(self, job: Job, properties: dict[str, Any]) -> dict[str, Any]:
        pictures = [self.sent(png(one)) for one in given_pictures(job)]
        filled: dict[str, Any] = {}
        several, one = self._first(SEVERAL), self._first(ONE)
        if pictures and several:
            filled[several] = pictures
        elif pictures and one and len(pictures) == 1:
            filled[one] = pictures[0]
        elif pictures:
            there = "one picture" if one else "no pictures"
            raise EngineRefused(f"{self.card.title} takes {there}, these are {len(pictures)}", where="image", hint="`diorama models --takes reference`")
        mask = job.first("mask")
        if mask is not None:
            filled[self._first(MASK) or "mask_url"] = self.sent(white_edits(mask))
        return filled

    def _led(self, job: Job) -> dict[str, Any]:
        """Pictures that lead, ready made: nothing is to be guessed from them again."""
        given = job.given(*LEADS)  # type: ignore[arg-type]
        if not given:
            return {}
        filled: dict[str, Any] = {}
        for one in given:
            url = self.sent(png(control.shown(one.input.kind, one.pixels)))
            if self._preprocessed():
                filled |= {self._first(ONE) or "image_url": url, "preprocess": "none"}
            elif field := self._first(LEADS[one.input.kind]):
                filled[field] = url
        first = given[0].input
        for names, value in ((HOLD, first.strength), (BEGIN, first.start), (END, first.end)):
            if field := self._first(names):
                filled[field] = value
        return filled

    def sent(self, file: bytes) -> str:
        """A PNG file as the service takes it."""
        return data_url(file)

    def _first(self, names: tuple[str, ...]) -> str | None:
        return next((name for name in names if name in self.fields), None)


class Loose(Options):
    """Of a model whose schema is not known here, or as old as the catalogue."""

    input: str = Field("{}", description="Further inputs, as one JSON object")


def as_object(text: str, where: str = "options.input") -> dict[str, Any]:
    """Raises RequestError for what is no JSON object."""
    try:
        found = json.loads(text)
    except ValueError as wrong:
        raise RequestError(f"not JSON: {wrong}", where=where) from None
    if not isinstance(found, dict):
        raise RequestError("not an object", where=where, hint='such as {"num_inference_steps": 8}')
    return found


def as_value(name: str, value: Any, schema: dict[str, Any]) -> Any:
    """An option as the model's form has it: lists and objects come as JSON text. Raises RequestError."""
    plain = {"string", "number", "integer", "boolean"}
    types = {one.get("type") for one in (schema, *schema.get("anyOf", ()), *schema.get("allOf", ()))} - {None}
    if not isinstance(value, str) or not types or types & plain or schema.get("enum"):
        return value
    try:
        return json.loads(value)
    except ValueError as wrong:
        raise RequestError(f"not JSON: {wrong}", where=f"options.{name}", hint="a list or an object, as JSON text") from None


def nearest_ratio(width: int, height: int, choices: list[str]) -> str:
    """`16:9` for a size: the nearest of the choices, or in lowest terms where there are none."""
    ratios = {text: int(a) / int(b) for text in choices for a, _, b in [text.partition(":")] if a.isdigit() and b.isdigit() and int(b)}
    if not ratios:
        common = math.gcd(width, height)
        return f"{width // common}:{height // common}"
    return min(ratios, key=lambda text: abs(math.log(ratios[text] * height / width)))


def _choices(schema: dict[str, Any]) -> list[str]:
    found = [schema, *schema.get("anyOf", ()), *schema.get("allOf", ())]
    return [value for one in found for value in one.get("enum", ()) if isinstance(value, str)]
