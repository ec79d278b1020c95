"""Multipart forms as OpenAI's SDK sends them: fields as text, pictures under `image`, `image[]` or `image[0]`, a mask."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from diorama.errors import RequestError
from diorama.image.codecs import picture_facts
from diorama.server.state import AppState
from diorama.server.errors import Refusal
from diorama.server.uploads import MOST_PICTURES, Uploads, open_uploads

FILE = re.compile(r"(image|mask)(?:\[\d*\])?")
NESTED = re.compile(r"(\w{1,40})\[(\w{1,40})\](\[\w{1,40}\])*")
"""`options[seconds]`: how the SDK sends an object in a form."""
MOST_FIELDS = 100
BY_BYTES = "OpenAI's SDK for Node sends a Buffer byte by byte: wrap it, `await toFile(buffer, 'image.png', { type: 'image/png' })`"


async def read_form(request: Request, app_state: AppState) -> tuple[dict[str, Any], Uploads]:
    """Fields and files of a form. Raises Refusal, RequestError."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Refusal(415, "pictures come as multipart/form-data", hint="OpenAI's SDK sends them so")
    fields: dict[str, Any] = {}
    files: dict[str, list[bytes]] = {"image": [], "mask": []}
    async with _form(request, app_state) as form:
        for name, value in form.multi_items():
            if file := FILE.fullmatch(name):
                files[file[1]].append(await value.read() if isinstance(value, UploadFile) else nameless(file[1], value))
            elif name == "markup":
                fields[name] = name
            elif isinstance(value, UploadFile):
                raise Refusal(400, f"no such file is expected: {name[:80]!r}", param=name[:80], code="unknown_parameter", hint="image, image[], mask")
            else:
                _add(fields, name, value)
    if len(files["mask"]) > 1:
        raise Refusal(400, "mask is given twice", param="mask")
    return fields, await run_in_threadpool(open_uploads, app_state, files["image"], next(iter(files["mask"]), None))


def _add(fields: dict[str, Any], name: str, value: str) -> None:
    nested = NESTED.fullmatch(name)
    into, key = (fields, name) if nested is None else (fields.setdefault(nested[1], {}), nested[2])
    if not isinstance(into, dict) or key in into:
        raise Refusal(400, f"{name[:80]} is given twice", param=name[:80])
    into[key] = value if nested is None else _scalar(value)


@asynccontextmanager
async def _form(request: Request, app_state: AppState) -> AsyncIterator[FormData]:
    """The form as it was sent. Raises Refusal where it is none."""
    try:
        form = await request.form(max_files=MOST_PICTURES + 2, max_fields=MOST_FIELDS, max_part_size=app_state.settings.max_body << 20)
    except HTTPException as wrong:
        if isinstance(wrong, Refusal):
            raise
        hint = BY_BYTES if "Too many fields" in wrong.detail else "multipart/form-data: fields, and the pictures as files"
        raise Refusal(400, f"the form cannot be read: {wrong.detail}", hint=hint) from None
    try:
        yield form
    finally:
        await form.close()


def nameless(param: str, text: str) -> bytes:
    """The bytes of a file that came without a name, which the parser takes for text: it reads UTF-8, and Latin-1 where they are not. Raises Refusal where
    they are no picture."""
    for encoding in ("latin-1", "utf-8"):
        try:
            data = text.encode(encoding)
            picture_facts(data)
        except (UnicodeEncodeError, RequestError):
            continue
        return data
    shown = f"{text[:40]!r}" if len(text) <= 40 else f"{len(text)} characters"
    raise Refusal(400, f"{param} came as text ({shown}), not as a file", param=param, hint=f"send it as a file, with a name. {BY_BYTES}")


def _scalar(text: str) -> bool | int | float | str:
    """A value inside an object, which the SDK wrote as text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, bool | int | float) else text
