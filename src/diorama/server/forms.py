"""Multipart forms as OpenAI's SDK sends them: fields as text, pictures under `image`, `image[]` or `image[0]`, a mask."""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from diorama.server.context import House
from diorama.server.errors import Refusal
from diorama.server.uploads import MOST_PICTURES, Uploads, open_uploads

IMAGE = re.compile(r"image(\[\d*\])?")
NESTED = re.compile(r"(\w{1,40})\[(\w{1,40})\]")
"""`options[seconds]`: how the SDK sends an object in a form."""


async def read_form(request: Request, house: House) -> tuple[dict[str, Any], Uploads]:
    """Fields and files of a form. Raises Refusal, RequestError."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Refusal(415, "pictures come as multipart/form-data", hint="OpenAI's SDK sends them so")
    fields: dict[str, Any] = {}
    images, mask = [], None
    async with request.form(max_files=MOST_PICTURES + 2, max_fields=100) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                data = await value.read()
                if IMAGE.fullmatch(name):
                    images.append(data)
                elif name == "mask" and mask is None:
                    mask = data
                else:
                    raise Refusal(400, f"no such file is expected: {name[:80]!r}", param=name[:80], code="unknown_parameter", hint="image, image[], mask")
            elif nested := NESTED.fullmatch(name):
                if not isinstance(fields.setdefault(nested[1], {}), dict):
                    raise Refusal(400, f"{nested[1]} is given twice", param=nested[1])
                fields[nested[1]][nested[2]] = _scalar(value)
            elif name in fields:
                raise Refusal(400, f"{name[:80]} is given twice", param=name[:80])
            else:
                fields[name] = value
    return fields, await run_in_threadpool(open_uploads, house, images, mask)


def _scalar(text: str) -> bool | int | float | str:
    """A value inside an object, which the SDK wrote as text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, bool | int | float) else text
