"""Is most of what is seen of a thing in the look that was asked for? `python -m bench.looks [--every 1] [--first 1] [--last N] [--only WORD] [--sheet DIR]`.

Each thing of `looks.toml` is described in each look, built and framed as the stage does, and measured on the quick passes: of the thing's pixels, the
share whose material was made from that look; for a colour, the share whose own colour (the albedo pass) is nearer to it than to the thing's usual one.
A contact sheet shows each under plain light, a row a thing; what falls short has a red edge.
"""

from __future__ import annotations

import argparse
import json
import time
import tomllib
from collections import defaultdict
from pathlib import Path

import bpy
import numpy as np
from PIL import Image, ImageDraw
from rich.console import Console
from rich.table import Table

from bench.fidelity.arranged import quiet
from diorama.engines.stage.engine import wordless
from diorama.errors import DioramaError
from diorama.language import read
from diorama_stage.compose import set_out
from diorama_stage.materials import Look, make
from diorama_stage.props import registry
from diorama_stage.render.aovs import exact
from diorama_stage.render.picture import _shoot

MOST = 0.5
"""Of what is seen of a thing, how much has its look."""
TILE, SAMPLES = 112, 10
"""Pixels of a picture on the sheet, and its samples."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--last", type=int, default=10**6)
    parser.add_argument("--only", default="", help="things or looks of this name")
    parser.add_argument("--sheet", type=Path, help="a picture of each in this folder, and the sheet of all")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    table = tomllib.loads(Path(__file__).with_name("looks.toml").read_text("utf-8"))
    things = list(enumerate(table["things"], 1))[given.first - 1 : given.last : given.every]
    looks = table["look"]
    begin, rows, console = time.perf_counter(), [], Console()
    registry.load()
    for number, noun in things:
        for look in looks:
            if given.only and given.only not in (noun, look["word"]):
                continue
            row = {"thing": noun, "look": look["word"], "share": 0.0, "found": ""}
            try:
                row["share"], row["found"] = measured(f"a {look['word']} {noun}", look, number, given.sheet and given.sheet / f"{number:02}_{look['word']}.png")
            except DioramaError as wrong:
                row["found"] = f"no picture: {wrong}"
            rows.append(row)
            if row["share"] < MOST:
                console.print(f"[red]{row['share']:.2f}[/] {look['word']} {noun}  [dim]{row['found']}[/]", highlight=False)
    console.print(told(rows), f"{len(rows)} of {len(table['things']) * len(looks)}, {time.perf_counter() - begin:.0f} s")
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1))
    if given.sheet:
        sheet(given.sheet, things, looks, {(r["thing"], r["look"]): r["share"] for r in rows}).save(given.sheet / "sheet.png")


def measured(prompt: str, look: dict, seed: int, picture: Path | None) -> tuple[float, str]:
    """Of what is seen of a prompt's first subject, the share in a look, and what else is seen of it, the largest first."""
    scene = read(prompt).scene
    make.reset()
    with quiet():
        _, made = set_out(wordless(scene), seed=seed, width=TILE, height=TILE)
        stuffs = make.looks()
        for index, material in enumerate(bpy.data.materials, 1):
            material.pass_index = index
        seen = exact(1.0)
        if picture:
            picture.parent.mkdir(parents=True, exist_ok=True)
            lit()
            light = _shoot()["Combined"][..., :3]
            Image.fromarray((np.clip(light, 0, 1) ** (1 / 2.2) * 255).astype(np.uint8)).save(picture)
    mine = np.isin(seen.ids, [a.index for a in made.actors if a.subject == scene.subjects[0].id])
    if not mine.any():
        return 0.0, "not seen"
    by = {m.pass_index: stuffs.get(m.name) for m in bpy.data.materials}
    shares: dict[str, float] = defaultdict(float)
    held = 0.0
    for index in np.unique(seen.stuff[mine]):
        part = float((seen.stuff[mine] == index).mean())
        if (own := by.get(int(index))) is not None and has(own, look):
            held += part
        else:
            name = own.material if own else next((m.name for m in bpy.data.materials if m.pass_index == index), "nothing")
            shares[name] += part
    return held, ", ".join(f"{name} {share:.2f}" for name, share in sorted(shares.items(), key=lambda kv: -kv[1])[:3])


def has(own: Look, look: dict) -> bool:
    """True of a look that is as was asked: of the material or one of its kind, with the pattern, the finish, the colour."""
    if "materials" in look:
        return own.material in look["materials"]
    if "patterns" in look:
        return own.pattern in look["patterns"]
    if "finishes" in look:
        return bool(set(look["finishes"]) & set(own.finish)) or own.material in look.get("or", ())
    return bool(own.colours) and _near(own.colours[0], look["colour"])


def _near(one: str, other: str) -> bool:
    a, b = (np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)], float) for c in (one, other))
    return float(np.linalg.norm(a - b)) < 60


def lit() -> None:
    """Plain light for the sheet: a sun from the left before a grey world with a dark lower half, which shows through what is clear."""
    world = bpy.data.worlds.new("plain")
    bpy.context.scene.world = world
    world.use_nodes = True
    tree = world.node_tree
    tree.nodes.clear()
    where, split, ramp = (tree.nodes.new(f"ShaderNode{kind}") for kind in ("TexCoord", "SeparateXYZ", "ValToRGB"))
    ground, out = tree.nodes.new("ShaderNodeBackground"), tree.nodes.new("ShaderNodeOutputWorld")
    ramp.color_ramp.interpolation = "CONSTANT"
    for stop, (at, grey) in zip([*ramp.color_ramp.elements, ramp.color_ramp.elements.new(0.7)], ((0.0, 0.12), (0.5, 0.5), (0.7, 0.75)), strict=True):
        stop.position, stop.color = at, (grey, grey, grey, 1)
    half = tree.nodes.new("ShaderNodeMath")
    half.operation, half.inputs[1].default_value, half.inputs[2].default_value = "MULTIPLY_ADD", 0.5, 0.62
    for a, b in (
        (where.outputs["Generated"], split.inputs[0]), (split.outputs[2], half.inputs[0]), (half.outputs[0], ramp.inputs[0]),
        (ramp.outputs[0], ground.inputs[0]), (ground.outputs[0], out.inputs[0]),
    ):  # fmt: skip
        tree.links.new(a, b)
    sun = bpy.data.lights.new("sun", "SUN")
    sun.energy, sun.angle = 2.4, 0.3
    lamp = bpy.data.objects.new("sun", sun)
    lamp.rotation_euler = (0.75, 0.0, -0.7)
    bpy.context.scene.collection.objects.link(lamp)
    cycles = bpy.context.scene.cycles
    cycles.samples, cycles.use_denoising = SAMPLES, False
    bpy.context.scene.camera.data.dof.use_dof = False


def told(rows: list[dict]) -> Table:
    """By look: how many things have it on most of what is seen of them, and the median share."""
    table = Table("look", "held", "of", "median", box=None)
    by: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        by[row["look"]].append(row["share"])
        by["all"].append(row["share"])
    for look in [*dict.fromkeys(r["look"] for r in rows), "all"]:
        table.add_row(look, str(sum(s >= MOST for s in by[look])), str(len(by[look])), f"{np.median(by[look]):.2f}")
    return table


def sheet(folder: Path, things: list[tuple[int, str]], looks: list[dict], shares: dict[tuple[str, str], float]) -> Image.Image:
    """A row a thing, a column a look."""
    left, top = 110, 16
    out = Image.new("RGB", (left + TILE * len(looks), top + TILE * len(things)), "white")
    pen = ImageDraw.Draw(out)
    for c, look in enumerate(looks):
        pen.text((left + c * TILE + 4, 2), look["word"], fill="black")
    for r, (number, noun) in enumerate(things):
        pen.text((4, top + r * TILE + TILE // 2), noun, fill="black")
        for c, look in enumerate(looks):
            path = folder / f"{number:02}_{look['word']}.png"
            if not path.exists():
                continue
            at = left + c * TILE, top + r * TILE
            out.paste(Image.open(path), at)
            if shares.get((noun, look["word"]), 1.0) < MOST:
                pen.rectangle((*at, at[0] + TILE - 1, at[1] + TILE - 1), outline="red", width=3)
    return out


if __name__ == "__main__":
    main()
