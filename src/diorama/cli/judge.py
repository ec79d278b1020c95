"""`diorama judge`: what a picture should show, looked for on it; and the table that `make --best-of` prints."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from diorama.cli.picture import watched
from diorama.cli.terminal import out, print_json
from diorama.contracts.tools import Verdict
from diorama.errors import RequestError
from diorama.scene import Scene
from diorama.studio import Studio, darkroom, judging
from diorama.studio.rubric import load as load_rubric

MEASURED = 'measured are such as "the mug is #b5651d", "three pears", "nothing is cut off", "safe margins of 5%"'
SIGNS = {True: Text("holds", "green"), False: Text("fails", "red"), None: Text("cannot tell", "dim")}


def judge(
    picture: Annotated[str, typer.Argument(help="`last`, an id of the history (or its beginning), or a file of Diorama's.")],
    by: Annotated[str, typer.Option(help="Which judge.")] = judging.JUDGE,
    rubric: Annotated[Path | None, typer.Option(help='TOML: rules = ["the bottle is #b5651d", "nothing is cut off"], in words; least = 0.9.')] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print score and verdicts as JSON.")] = False,
) -> None:
    """Check a picture against what its words ask for: what is there, how many, in which colours and places, whether texts can be read."""
    with Studio() as studio:
        of = darkroom.picture(studio, picture)
        with watched(quiet or as_json) as (hear, cancel):
            found, entry = judging.judge_picture(studio, of, by=by, rubric=load_rubric(rubric) if rubric else None, listen=hear, cancel=cancel)
        if as_json:
            print_json({"id": entry.id, "parent": entry.parent, **data(found)})
            raise typer.Exit(RequestError.exit_code if found.untold else 0)
        out.print(table(found.verdicts, entry.recipe.scene))
        if found.rules:
            out.print(rules(found))
        told = f" of {_counted(found)} that can be told" if found.untold else ""
        out.print(f"score {found.score:.0%}{told}" + (", passes" if found.passes else ", does not pass") * bool(found.rules))
    if found.untold:
        told = "; ".join(f"{one.say!r}: {one.seen or 'nothing on this picture tells'}" for one in found.untold)
        count = f"{len(found.untold)} of the {len(found.rules)} rules" if len(found.rules) > 1 else "the rule"
        raise RequestError(f"{count} cannot be told: {told}", where="rubric", hint=MEASURED)


def _counted(found: judging.Judged) -> int:
    """How many claims and rules make the score."""
    return sum(one.holds is not None for one in (*found.verdicts, *found.rules))


def rules(found: judging.Judged) -> Table:
    """A line for each rule of the rubric."""
    made = Table("rule", "", "seen", box=None)
    for one in found.rules:
        made.add_row(Text(one.say + (" (must)" if one.must else "")), SIGNS[one.holds], Text(one.seen))
    return made


def data(found: judging.Judged) -> dict[str, Any]:
    return {**judging.data(found), "untold": len(found.untold)}


def table(verdicts: tuple[Verdict, ...], scene: Scene) -> Table:
    """A line for each claim, in words."""
    made = Table("claim", "", "seen", box=None)
    for one in verdicts:
        made.add_row(told(one, scene), SIGNS[one.holds], one.seen)
    return made


def told(one: Verdict, scene: Scene) -> str:
    """The claim in words: `count: bottles, 3`."""
    nouns = {subject.id: subject.noun for subject in scene.subjects}
    words = [nouns.get(name, name) for name in (one.claim.subject, one.claim.object) if name] + ([str(one.claim.value)] if one.claim.value is not None else [])
    return f"{one.claim.kind.replace('_', ' ')}: {', '.join(words)}" if words else one.claim.kind
