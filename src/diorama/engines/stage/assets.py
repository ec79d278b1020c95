"""Objects of one's own, lowered for the worker: the files that subjects name, written where Blender can read them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from diorama.contracts import Job
from diorama.errors import RequestError
from diorama.image import open_picture
from diorama.image.codecs import encode
from diorama.recipe.objects import format_of


def with_assets(data: dict[str, Any], job: Job, folder: str) -> dict[str, Any]:
    """The scene as data for the worker: `asset` is the path of a file in the folder. Raises RequestError for a file that the recipe does not bring."""
    files = {one.input.sha256: one.pixels for one in job.given("object")}
    logos = {one.input.sha256: one.pixels for one in job.given("logo")}
    subjects = []
    for subject in data["subjects"]:
        sha256 = subject.get("asset")
        if sha256 is not None:
            if sha256 not in files:
                raise RequestError(f"the file that the {subject['noun']} is was not given", where="object", hint="give it again, with --with")
            subject = {**subject, "asset": str(_written(files[sha256].tobytes(), sha256, Path(folder)))}
        if any(label.get("drawn") for label in subject.get("labels", ())):
            subject = {**subject, "labels": [_pictured(label, logos, subject["noun"], Path(folder)) for label in subject["labels"]]}
        subjects.append(subject)
    return {**data, "subjects": subjects}


def _pictured(label: dict[str, Any], logos: Mapping[str, np.ndarray], noun: str, folder: Path) -> dict[str, Any]:
    """A label whose picture is the path of a PNG in the folder, trimmed to what is seen of it, and its width to height."""
    sha256 = label.get("drawn")
    if sha256 is None:
        return label
    if sha256 not in logos:
        raise RequestError(f"the logo on the {noun} was not given", where="logo", hint="give it again, with --logo")
    picture = open_picture(logos[sha256].tobytes())
    if picture.shape[2] == 4 and picture[..., 3].any():
        rows, columns = np.flatnonzero(picture[..., 3].any(axis=1)), np.flatnonzero(picture[..., 3].any(axis=0))
        picture = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    path = folder / "assets" / f"{sha256}.logo.png"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(encode(picture))
    return {**label, "drawn": {"file": str(path), "aspect": picture.shape[1] / picture.shape[0]}}


def _written(data: bytes, sha256: str, folder: Path) -> Path:
    path = folder / "assets" / f"{sha256}.{format_of(data)}"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return path
