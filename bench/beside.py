"""CPU seconds of this build beside an older one: `python bench/speed.py --against REVISION_OR_FOLDER [--sizes 512] [--only forest …] [--reference 512]`.

Each picture is made by each build in a process of its own, the two turn about on the same machine, so that what else runs there weighs on both alike.
CPU seconds are those of the command and its worker together, wall time beside them; the ratio is this build's share of the older one's.
With `--reference` each build makes each picture once more with so many samples, and the error is told: the root mean square of developed sRGB (0 to 1)
against its own long render, as the two builds compose different scenes of the same words.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent.parent
SETTLED = 0.003
"""The noise limit of a long render."""
PROMPTS = {
    "still life": "A stoneware mug on a walnut table beside an open book, soft window light from the left, 85mm f/1.8, shallow depth of field",
    "glass": "A glass bottle and a brass bowl on white marble, softbox overhead",
    "bicycle": "A red bicycle leaning against a brick wall, late afternoon sun from the right",
    "night": "A green velvet armchair in a living room, warm lamp light at night",
    "day": "A sofa and a coffee table in a living room by day, sunlight through the window",
    "street": "A street in a city after rain, parked cars, evening",
    "forest": "A path through a forest in autumn, morning mist",
    "meadow": "A wooden chair in a meadow with wild flowers, noon",
    "sea": "A sailing boat on the sea at sunset",
    "portrait": "A portrait of a young woman with long dark hair, 85mm, window light",
}

MAKE = """
import json, resource, sys, time
from pathlib import Path
from diorama.recipe import Request
from diorama.studio import Settings, Studio

if __name__ == "__main__":
    home, prompt, size, quality, options, path = sys.argv[1:]
    start = time.perf_counter()
    with Studio(Settings(home=Path(home))) as studio:
        request = Request(prompt=prompt, width=int(size), seed=1, quality=quality, options=json.loads(options))
        recipe = studio.recipes(request, studio.read(request))[0]
        Path(home).mkdir(exist_ok=True)
        studio.make(recipe, Path(path))
    wall = time.perf_counter() - start
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({"cpu": sum(u.ru_utime + u.ru_stime for u in used), "wall": wall, "memory": used[1].ru_maxrss / 1024}))
"""


def compare(against: str, size: int, quality: str, names: Sequence[str], reference: int | None = None) -> None:
    """Print the table for the named scenes; `against` is a git revision, or the folder of another build; `reference`: samples of the long renders."""
    heads = ("scene", "CPU before", "CPU now", "ratio", "wall before", "wall now", "worker MiB before", "now", "error before", "now")
    table = Table(*heads, title=f"{size} pixels, {quality}", box=None)
    ratios = []
    with tree(against) as older:
        for name in names:
            before, now = (made(build, PROMPTS[name], size, quality, reference) for build in (older, HERE))
            ratios.append(now["cpu"] / before["cpu"])
            seconds = [f"{row[what]:.1f} s" for what in ("cpu", "wall") for row in (before, now)]
            errors = [f"{row['error']:.4f}" if reference else "" for row in (before, now)]
            table.add_row(name, *seconds[:2], f"{ratios[-1]:.2f}", *seconds[2:], f"{before['memory']:.0f}", f"{now['memory']:.0f}", *errors)
    console = Console()
    console.print(table)
    console.print(f"mean ratio {sum(ratios) / len(ratios):.2f}, worst {max(ratios):.2f}")


@contextmanager
def tree(against: str) -> Iterator[Path]:
    """The folder of another build: the one that is given, or a revision checked out for the while."""
    if Path(against).is_dir():
        yield Path(against).resolve()
        return
    with tempfile.TemporaryDirectory() as folder:
        git = ["git", "-C", str(HERE), "worktree"]
        subprocess.run([*git, "add", "--detach", "--quiet", f"{folder}/tree", against], check=True)
        try:
            yield Path(folder) / "tree"
        finally:
            subprocess.run([*git, "remove", "--force", f"{folder}/tree"], check=True)


def made(build: Path, prompt: str, size: int, quality: str, reference: int | None = None) -> dict[str, float]:
    """CPU and wall seconds and the worker's peak memory, MiB, of one picture by a build, from a cold start; with `reference` samples its error beside a
    picture of so many. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "make.py"
        script.write_text(MAKE)
        environment = {**os.environ, "PYTHONPATH": str(build / "src")}

        def take(name: str, options: dict[str, int | float]) -> dict[str, float]:
            command = [sys.executable, str(script), f"{folder}/home", prompt, str(size), quality, json.dumps(options), f"{folder}/{name}.png"]
            done = subprocess.run(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
            return json.loads(done.stdout.splitlines()[-1])

        row = take("picture", {})
        if reference:
            take("reference", {"samples": reference, "threshold": SETTLED})
            picture, truth = (np.asarray(Image.open(f"{folder}/{name}.png").convert("RGB"), np.float32) / 255 for name in ("picture", "reference"))
            row["error"] = float(np.sqrt(np.mean((picture - truth) ** 2)))
    return row
