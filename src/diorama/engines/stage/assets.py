"""Objects of one's own, lowered for the worker: the files that subjects name, written where Blender can read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from diorama.contracts import Job
from diorama.errors import RequestError
from diorama.recipe.objects import format_of


def with_assets(data: dict[str, Any], job: Job, folder: str) -> dict[str, Any]:
    """The scene as data for the worker: `asset` is the path of a file in the folder. Raises RequestError for a file that the recipe does not bring."""
    files = {one.input.sha256: one.pixels for one in job.given("object")}
    subjects = []
    for subject in data["subjects"]:
        sha256 = subject.get("asset")
        if sha256 is not None:
            if sha256 not in files:
                raise RequestError(f"the file that the {subject['noun']} is was not given", where="object", hint="give it again, with --with")
            subject = {**subject, "asset": str(_written(files[sha256].tobytes(), sha256, Path(folder)))}
        subjects.append(subject)
    return {**data, "subjects": subjects}


def _written(data: bytes, sha256: str, folder: Path) -> Path:
    path = folder / "assets" / f"{sha256}.{format_of(data)}"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return path
