"""`diorama make`: a description, a scene or another picture's recipe becomes a picture."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated

import typer

from diorama import scene as scenes
from diorama.cli import judge
from diorama.cli.files import read_bytes, read_text, read_words
from diorama.cli.marking import box as read_box
from diorama.cli.names import Force, numbered, planned, slug
from diorama.cli.picture import facts, make_one, watched
from diorama.cli.terminal import err, out, print_json, styled
from diorama.cli.told import reading as told
from diorama.contracts import Holds, led
from diorama.errors import RequestError
from diorama.recipe import Input, InputKind, Recipe, parse
from diorama.recipe.inputs import Box
from diorama.recipe.bundle import bundled, from_folder
from diorama.recipe.request import LARGEST_SEED, MOST_PICTURES
from diorama.studio import Studio, judging, words
from diorama.studio.inputs import keep, lettered
from diorama.studio.rubric import Rubric
from diorama.studio.rubric import load as load_rubric


def make(
    prompt: Annotated[str, typer.Argument(help="What is to be seen. `-` reads it from the standard input.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file (.png, .jpg, .webp). With --count, a number is put in.")] = None,
    aspect: Annotated[str | None, typer.Option(help="Shape of the frame, such as 16:9 or 1:1.")] = None,
    width: Annotated[int | None, typer.Option(help="Pixels.")] = None,
    height: Annotated[int | None, typer.Option(help="Pixels.")] = None,
    size: Annotated[str | None, typer.Option(help="Pixels of the long side, or width and height such as 1536x1024.")] = None,
    quality: Annotated[str, typer.Option("--quality", "-q", help="draft, standard or final.")] = "standard",
    seed: Annotated[int | None, typer.Option(help="The same seed and words give the same picture.")] = None,
    count: Annotated[int, typer.Option("--count", "-n", help="How many, with seeds that count up.")] = 1,
    best_of: Annotated[int, typer.Option("--best-of", help="Make so many, check each against the words, and write the best; over a scene until nothing drifts, so many at most.")] = 1,
    rubric: Annotated[Path | None, typer.Option(help="Rules in words (TOML): a picture that breaks them is made once more.")] = None,
    palette: Annotated[str | None, typer.Option(help="Colours that things without one carry, in order: '#b5651d #2f4b3c', 'teal and coral'.")] = None,
    within: Annotated[str | None, typer.Option(help="Where the subjects are: left,top,right,bottom as shares of the frame.")] = None,
    box: Annotated[
        list[str] | None,
        typer.Option("--box", metavar="NAME=BOX", help="Where one thing is: cup='left third', bowl=0.5,0.5,1,1. Once or more."),
    ] = None,
    logo: Annotated[
        list[str] | None, typer.Option("--logo", metavar="[NAME=]FILE", help="A mark that stands on a thing as it is given: mug=logo.png. Once or more."),
    ] = None,
    font: Annotated[Path | None, typer.Option(help="The face of all words in the picture: a font of your own (.ttf, .otf, .woff2).")] = None,
    engine: Annotated[str | None, typer.Option(help="See `diorama engines`.")] = None,
    from_scene: Annotated[bool, typer.Option("--from-scene", help="The stage builds the scene first, and the engine paints over its exact depth.")] = False,
    set_: Annotated[list[str] | None, typer.Option("--set", help="An option of the engine's own: steps=8. `diorama engines --json` lists them.")] = None,
    source: Annotated[Path | None, typer.Option(help="A picture to be changed.")] = None,
    mask: Annotated[Path | None, typer.Option(help="Where the source may change: white may.")] = None,
    reference: Annotated[list[Path] | None, typer.Option(help="A picture to go by; again for more.")] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="[NAME=]FILE", help="A thing of your own: bottle=my.glb (.obj, .stl, .usdz, .blend …), or a cut-out picture."),
    ] = None,
    scene: Annotated[Path | None, typer.Option(help="A scene as JSON, instead of words.")] = None,
    like: Annotated[Path | None, typer.Option(help="A picture of Diorama's: repeat its recipe.")] = None,
    passes: Annotated[Path | None, typer.Option(help="A folder for exact passes: depth, normals, ids, masks. With --count, a folder in it for each.")] = None,
    export: Annotated[list[Path] | None, typer.Option(help="Also leave the set as .blend or .glb.")] = None,
    force: Force = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No diagnostics, no progress.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")] = False,
) -> None:
    """Make a picture from a description."""
    with Studio() as studio:
        prompt = read_words(prompt)
        if sum(map(bool, (prompt.strip(), scene, like))) > 1:
            raise RequestError("give one of: a prompt, --scene, --like")
        if like:
            owned(studio, with_, "", quiet)
            recipes: tuple[Recipe, ...] = (_repeated(studio, like, {
                "aspect": aspect, "width": width, "height": height, "size": size, "seed": seed, "engine": engine, "set": set_, "source": source, "mask": mask,
                "reference": reference, "from-scene": from_scene, "palette": palette, "within": within, "box": box, "logo": logo, "font": font,
                "count": count > 1, "quality": quality != "standard",
            }),)  # fmt: skip
        else:
            maker = named(engine or studio.settings.engine, from_scene)
            shape = ratio(aspect) if aspect else None
            data = {"prompt": prompt or None, "quality": quality, "seed": seed, "count": count, "engine": maker, "aspect": shape}
            own = (*owned(studio, with_, prompt, quiet), *marked(studio, logo), *lettered(studio.history.inputs, font))
            inputs = (*given(studio, source, mask, reference), *own)
            brief = {"palette": words.palette(palette or ""), "within": read_box(within) if within else None, "boxes": boxes(box)}
            asked = {**data, **_size(size, width, height), "options": options(set_), "inputs": inputs, **brief}
            request = parse({**asked, "scene": scenes.load(read_text(scene)) if scene else None})
            studio.begin(request.engine)
            reading = studio.read(request)
            if reading and not (quiet or as_json):
                err.print(told(reading))
            recipes = studio.recipes(request, reading)
        if best_of < 1:
            raise RequestError(f"the best of {best_of}", where="best-of", hint=f"1 to {MOST_PICTURES} tries")
        asked_for = load_rubric(rubric) if rubric else None
        film = recipes[0].options.get("move", "none") != "none"
        if film and (best_of > 1 or asked_for):
            raise RequestError("films are not judged", where="best-of", hint="--set move=none makes a picture")
        again = studio.settings.judge == "again" and len(recipes) == 1 and not (passes or export or film)
        if best_of > 1 or asked_for or (again and "ids" in studio.able(next(iter(recipes)).engine).gives):
            return _best(studio, recipes, best_of, output, rubric=asked_for, force=force, quiet=quiet, as_json=as_json)
        total = len(recipes)
        paths = planned(output, [f"{slug(r.prompt)}-{r.seed}" for r in recipes], force=force)
        folders = [passes / str(k + 1) if passes and total > 1 else passes for k in range(total)]
        exports = list(zip(*(numbered(path, total) for path in export), strict=True)) if export else [()] * total
        made = [
            make_one(studio, recipe, path, quiet or as_json, passes=folder, export=files, force=force)
            for recipe, path, folder, files in zip(recipes, paths, folders, exports, strict=True)
        ]
    if as_json:
        print_json([facts(m) for m in made] if total > 1 else facts(made[0]))


def given(studio: Studio, source: Path | None, mask: Path | None, references: list[Path] | None) -> tuple[Input, ...]:
    """Pictures to go by, kept where recipes find them."""
    named: list[tuple[InputKind, Path]] = [("source", source)] if source else []
    if mask:
        named.append(("mask", mask))
    for path in references or ():
        named.append(("reference", path))
    return keep(studio.history.inputs, [(kind, read_bytes(path)) for kind, path in named])


def marked(studio: Studio, files: list[str] | None) -> tuple[Input, ...]:
    """Logos from `NAME=FILE`, or from a file where it is clear what bears it."""
    found = []
    for one in files or ():
        name, told, file = one.partition("=") if "=" in one and not Path(one).exists() else ("", "", one)
        if not file or (told and not name.strip()):
            raise RequestError(f"{one!r} names no thing and file", where="logo", hint="NAME=FILE, such as mug=logo.png, or FILE alone")
        found += [kept.model_copy(update={"subject": name.strip() or None}) for kept in keep(studio.history.inputs, [("logo", read_bytes(Path(file)))])]
    return tuple(found)


def boxes(given: list[str] | None) -> dict[str, Box]:
    """Boxes by noun, from `cup=left third`. Raises RequestError."""
    out: dict[str, Box] = {}
    for one in given or ():
        name, there, place = one.partition("=")
        if not there or not name.strip():
            raise RequestError(f"{one!r} names no thing and box", where="box", hint="cup='left third', bowl=0.5,0.5,1,1")
        if name.strip() in out:
            raise RequestError(f"two boxes for {name.strip()!r}", where="box", hint="one box a thing; with several of a kind, `within` of each in a scene file")
        out[name.strip()] = words.box(place)
    return out


def _repeated(studio: Studio, picture: Path, others: dict[str, object]) -> Recipe:
    """A picture's recipe. Raises RequestError for options that would change it."""
    if wrong := [f"--{name}" for name, value in others.items() if value]:
        hint = "`diorama refine`, `vary` and `enlarge` make another picture of it"
        raise RequestError(f"--like repeats a picture as it was: {', '.join(wrong)} would change it", where="like", hint=hint)
    return studio.like(picture)


def owned(studio: Studio, files: list[str] | None, prompt: str, quiet: bool) -> tuple[Input, ...]:
    """Things of one's own from `NAME=FILE`, or from a file whose name is a word of the prompt, or is the only thing there."""
    found = []
    for one in files or ():
        name, told, file = one.partition("=") if "=" in one and not Path(one).exists() else ("", "", one)
        if not file or (told and not name.strip()):
            raise RequestError(f"{one!r} names no thing and file", where="with", hint="NAME=FILE, such as bottle=my.glb, or FILE alone")
        stem = re.sub(r"[^a-z]+", " ", Path(file).stem.lower()).strip()
        subject = name if told else next((word for word in (stem, *stem.split()) if word and re.search(rf"\b{word}s?\b", prompt.lower())), None)
        kept, missing = _whole(studio, Path(file))
        for lost in () if quiet else missing:
            err.print(styled("[yellow]warning:[/] {}: {} is named in it and not there: it is left out", file, lost))
        found.append(kept.model_copy(update={"subject": subject}))
    return tuple(found)


def _whole(studio: Studio, path: Path) -> tuple[Input, tuple[str, ...]]:
    """A 3D file or a cut-out, kept with what belongs to it; the names of what is missing. Raises RequestError that tells which file it is."""
    try:
        one = bundled(read_bytes(path), from_folder(path))
        return keep(studio.history.inputs, [("object", one.data)])[0], one.missing
    except RequestError as wrong:
        raise RequestError(wrong.message, where=str(path), hint=wrong.hint) from None


def named(engine: str, from_scene: bool) -> str:
    """The engine's name, led by the scene where that is asked for. Raises RequestError for an engine that builds the scene itself."""
    if from_scene and engine == "stage":
        hint = "such as --engine z-image; `diorama engines` lists them"
        raise RequestError("the stage builds the scene itself: --from-scene leads another engine", where="engine", hint=hint)
    return led(engine, "scene") if from_scene else engine


def options(given: list[str] | None) -> dict[str, bool | int | float | str]:
    """Options from `name=value`: true and false, numbers, else text. Raises RequestError."""
    out: dict[str, bool | int | float | str] = {}
    for one in given or ():
        name, there, value = one.partition("=")
        if not there:
            raise RequestError(f"{one!r} is no option", where="set", hint="name=value, such as steps=8")
        try:
            out[name.strip()] = json.loads(value)
        except ValueError:
            out[name.strip()] = value
    return out


def _best(studio: Studio, recipes: tuple[Recipe, ...], tries: int, output: Path | None, *, rubric: Rubric | None, force: bool, quiet: bool, as_json: bool) -> None:
    """The best of several tries at one recipe, with seeds that count up."""
    if len(recipes) > 1 or tries > MOST_PICTURES:
        raise RequestError(f"--best-of {tries} of {len(recipes)} pictures", where="best-of", hint=f"one picture at a time, {MOST_PICTURES} tries at most")
    first = next(iter(recipes))
    if isinstance(studio.engine(first.engine), Holds) and not studio.able(first.engine).costs:  # the stage once, the painter again where something drifts
        each = [first.model_copy(update={"options": {**first.options, "attempts": tries}})]
    else:
        each = [first, *(first.with_seed((first.seed + k) % LARGEST_SEED) for k in range(1, tries))]
    path = planned(output, [f"{slug(each[0].prompt)}-{each[0].seed}"], force=force)[0]
    with watched(quiet or as_json) as (hear, cancel):
        best = judging.best_of(studio, each, path, rubric=rubric, second=tries == 1, force=force, listen=hear, cancel=cancel)
    if as_json:
        return print_json({**facts(best.made), **judge.data(best.judged), "others": [{"id": entry.id, **judge.data(found)} for entry, found in best.others]})
    others = "; the others: " + ", ".join(f"{found.score:.0%}" for _, found in best.others) if best.others else ""
    times = best.made.outcome.report.get("attempts", 1)
    out.print(f"{best.made.path}: score {best.judged.score:.0%}, seed {best.made.recipe.seed}{f'; painted {times} times' if times > 1 else ''}{others}")
    for rule in best.judged.rules:
        if rule.holds is not True:
            err.print(styled("[yellow]warning:[/] {}: {}", rule.say, rule.seen or "does not hold"))
    for one in best.judged.failed:
        err.print(styled("[yellow]warning:[/] {}: {}", judge.told(one, best.made.recipe.scene), one.seen))


def ratio(text: str) -> tuple[int, int]:
    """Two whole numbers from `16:9`. Raises RequestError."""
    found = re.fullmatch(r"\s*(\d{1,4})\s*[:x×/]\s*(\d{1,4})\s*", text)
    if not found or 0 in (int(found[1]), int(found[2])):
        raise RequestError(f"{text!r} is not a shape", where="aspect", hint="two whole numbers such as 16:9, 3:2, 1:1, 4:5")
    return int(found[1]), int(found[2])


def _size(text: str | None, width: int | None, height: int | None) -> dict[str, int | None]:
    """`1024` is the long side; `1536x1024` is both."""
    if text is None:
        return {"width": width, "height": height}
    found = re.fullmatch(r"\s*(\d{1,6})\s*(?:[x×*]\s*(\d{1,6})\s*)?", text)
    if not found:
        raise RequestError(f"{text!r} is not a size", where="size", hint="pixels of the long side such as 1024, or 1536x1024")
    if found[2] is None:
        return {"width": width, "height": height, "long_side": int(found[1])}
    if width or height:
        raise RequestError("the size is given twice", where="size", hint="leave out --width and --height")
    return {"width": int(found[1]), "height": int(found[2])}
