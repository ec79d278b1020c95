"""Speed, side by side in one run: `python bench/speed.py [--size 512] [--things …]`.

Prints, for one scene: the whole time from prompt to file with a warm worker against Blender's own render of the same exported .blend with the same
settings (the ratio is the overhead of everything that is ours); cold and warm time to the first preview and to the finished picture; reading time;
peak memory of both processes. With `--against REVISION_OR_FOLDER` instead: this build beside that one, in CPU seconds, scene by scene (`bench/beside.py`).
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

import beside

from diorama.contracts import Job, Preview
from diorama.language import read
from diorama.recipe import Request
from diorama.studio import Settings, Studio

PROMPT = "A stoneware mug on a walnut table beside an open book, soft window light from the left, 85mm f/1.8, shallow depth of field"

RENDER = """
import sys, time
import bpy
blend, samples, threshold, out = sys.argv[-4:]
bpy.ops.wm.open_mainfile(filepath=blend)
c = bpy.context.scene.cycles
c.samples, c.adaptive_threshold, c.use_denoising = int(samples), float(threshold), True
bpy.context.scene.render.filepath = out
start = time.perf_counter()
bpy.ops.render.render(write_still=True)
print("SECONDS", time.perf_counter() - start)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[512, 1024])
    parser.add_argument("--quality", default="standard")
    parser.add_argument("--prompt", default=PROMPT)
    parser.add_argument("--against", help="a git revision, or the folder of another build, to measure this one beside")
    parser.add_argument("--only", nargs="+", choices=list(beside.PROMPTS), default=list(beside.PROMPTS), help="the scenes measured beside another build")
    parser.add_argument("--reference", type=int, help="samples of the long renders that tell the errors of both builds; without it no error is told")
    given = parser.parse_args()
    if given.against:
        for size in given.sizes:
            beside.compare(given.against, size, given.quality, given.only, given.reference)
        return
    table = Table("size", "cold preview", "cold picture", "warm preview", "warm picture", "Blender alone", "ratio", box=None)
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            table.add_row(*row(given.prompt, size, given.quality, Path(folder)))
    console = Console()
    console.print(table)
    start = time.perf_counter()
    for _ in range(100):
        read(given.prompt)
    console.print(f"reading {len(given.prompt.split())} words: {(time.perf_counter() - start) * 10:.2f} ms")
    for name, who in (("this process", resource.RUSAGE_SELF), ("the largest worker", resource.RUSAGE_CHILDREN)):
        console.print(f"peak memory of {name}: {resource.getrusage(who).ru_maxrss / 1024:.0f} MiB")


def row(prompt: str, size: int, quality: str, folder: Path) -> list[str]:
    blend = folder / f"{size}.blend"
    with Studio(Settings(home=folder / f"home-{size}")) as studio:
        request = Request(prompt=prompt, width=size, seed=1, quality=quality)
        cold = timed(studio, request, folder / "cold.png")
        warm = timed(studio, request, folder / "warm.png")
        recipe = studio.recipes(request, studio.read(request))[0]
        studio.engine("stage").make(Job(recipe, export=(blend,)))
    alone = blender_alone(blend, recipe.options, folder)
    return [str(size), *(f"{t:.1f} s" for t in (*cold, *warm, alone)), f"{warm[1] / alone:.2f}"]


def timed(studio: Studio, request: Request, path: Path) -> tuple[float, float]:
    """Seconds from the prompt to the first preview and to the written file."""
    start = time.perf_counter()
    first: list[float] = []
    recipe = studio.recipes(request, studio.read(request))[0]
    studio.make(recipe, path, listen=lambda e: first.append(time.perf_counter() - start) if isinstance(e, Preview) and not first else None)
    return first[0], time.perf_counter() - start


def blender_alone(blend: Path, options: dict, folder: Path) -> float:
    """Seconds of one render of the exported file in a fresh Blender; loading is not counted."""
    script = folder / "render.py"
    script.write_text(RENDER)
    command = [sys.executable, str(script), str(blend), str(options["samples"]), str(options["threshold"]), str(folder / "alone.exr")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(next(line for line in done.stdout.splitlines() if line.startswith("SECONDS")).split()[1])


if __name__ == "__main__":
    main()
