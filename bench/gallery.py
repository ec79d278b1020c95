"""Make the gallery anew: `python bench/gallery.py [--size 1024] [--quality standard] [--only 3 7] [--out docs/gallery]`.

Prompts, seeds and names are in `bench/gallery.toml`. Writes small JPEGs and `README.md` with prompt, time and seed of each,
and those that the page begins with smaller still.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from rich.console import Console

from diorama.recipe import Request
from diorama.studio import Settings, Studio

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=960)
    parser.add_argument("--quality", default="standard")
    parser.add_argument("--only", type=int, nargs="*", help="numbers, from 1")
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs" / "gallery")
    given = parser.parse_args()
    entries = tomllib.loads((HERE / "gallery.toml").read_text(encoding="utf-8"))["picture"]
    given.out.mkdir(parents=True, exist_ok=True)
    facts_file = given.out / "facts.json"
    facts = json.loads(facts_file.read_text()) if facts_file.exists() else {}
    console = Console()
    with tempfile.TemporaryDirectory() as home, Studio(Settings(home=Path(home))) as studio:
        for number, entry in enumerate(entries, 1):
            if given.only and number not in given.only:
                continue
            request = Request(prompt=entry["prompt"], seed=entry["seed"], quality=given.quality)
            reading = studio.read(request)
            across, down = reading.scene.camera.aspect
            request = request.model_copy(update={"width" if across >= down else "height": given.size})
            made = studio.make(studio.recipes(request, reading)[0], given.out / f"{entry['name']}.jpg")
            facts[entry["name"]] = {"seconds": round(made.seconds, 1), "size": [made.recipe.width, made.recipe.height], "seed": made.recipe.seed, "quality": given.quality}
            console.print(f"{number:2} {entry['name']} {made.seconds:.1f} s {made.outcome.report['visible']}", highlight=False)
    facts_file.write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n")
    (given.out / "README.md").write_text(page(entries, facts), encoding="utf-8")
    if given.out == parser.get_default("out"):
        subprocess.run([sys.executable, HERE.parent / "scripts/page_starters.py"], check=True)


def page(entries: list[dict], facts: dict) -> str:
    lines = ["# Gallery", "", "Made by `bench/gallery.py` on two CPU cores, without a GPU. Prompt, seed and seconds stand below each picture.", ""]
    for entry in entries:
        f = facts.get(entry["name"])
        if f:
            lines += [f"![{entry['prompt']}]({entry['name']}.jpg)", "", f"{entry['prompt']}  ", f"seed {f['seed']}, {f['size'][0]}×{f['size'][1]}, {f['quality']}, {f['seconds']:.0f} s", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
