"""How the house is built, in figures: lines of code and tests by package, complexity, circles, word tables, untyped parameters, long lines.

python -m bench.house [--at b2ab177] [--things]   this tree, or a commit's; `--things`: in how many files a thing is named.
Counted without running anything, by the same rules for every commit, so that two may be compared.
Complexity is McCabe's, with each `and` and `or` (ruff leaves those out: its limit of 15 is another scale).
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import statistics
import subprocess
import tarfile
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LONG = 160
WORD = re.compile(r"[a-z][a-z_' -]*")
BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.IfExp, ast.comprehension, ast.match_case, ast.Assert)
FLOORS = ("diorama", "diorama_catalogue", "diorama_stage")


class Counts(NamedTuple):
    """Of one package."""

    lines: int
    """Of code: neither blank nor a comment nor in a docstring."""
    tests: int
    """The same, of its tests."""
    functions: int
    p95: float
    worst: int
    """Complexity: of nineteen functions in twenty at most, and of the most complex."""
    untyped: int
    parameters: int
    long: int
    """Lines above 160 columns."""
    tables: int
    """Lists of four or more words in code."""


def code_lines(text: str) -> int:
    """Lines that hold code."""
    quoted = {
        row for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for row in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }  # fmt: skip
    rows = enumerate(text.splitlines(), 1)
    return sum(1 for row, line in rows if row not in quoted and line.strip() and not line.strip().startswith("#"))


def complexity(function: ast.AST) -> int:
    """Independent paths through a function (McCabe, 1976), `and`/`or` counted, nested functions with it."""
    return 1 + sum(len(n.values) - 1 if isinstance(n, ast.BoolOp) else isinstance(n, BRANCHES) for n in ast.walk(function))


def word_lists(tree: ast.AST, skip: Collection[str] = ()) -> Iterator[tuple[ast.expr, set[str]]]:
    """Lists of words in code, and their words; a table's are its keys. `skip`: names of constants whose lists do not count."""
    left_out = {
        inner for node in ast.walk(tree) if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id in skip for t in node.targets)
        for inner in ast.walk(node)
    }  # fmt: skip
    for node in ast.walk(tree):
        parts = node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else node.keys if isinstance(node, ast.Dict) else ()
        words = {p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str) and WORD.fullmatch(p.value)}
        if words and node not in left_out:
            yield node, words


def circles() -> list[list[str]]:
    """Modules that import one another, all of a knot together; imports inside functions and those for types count. Of the packages that are installed."""
    import grimp

    graph = grimp.build_graph(*FLOORS, cache_dir=None)
    return knots({module: graph.find_modules_directly_imported_by(module) for module in graph.modules})


def knots(arrows: dict[str, set[str]]) -> list[list[str]]:
    """Strongly connected components of more than one node (Tarjan, 1972), without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    out: list[list[str]] = []
    for start in sorted(arrows):
        if start in index:
            continue
        walk = [(start, iter(sorted(arrows[start])))]
        index[start] = low[start] = len(index)
        stack.append(start)
        while walk:
            node, rest = walk[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    walk.append((other, iter(sorted(arrows.get(other, ())))))
                    break
                if other in stack:
                    low[node] = min(low[node], index[other])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
                if low[node] == index[node]:
                    knot, stack = stack[stack.index(node) :], stack[: stack.index(node)]
                    out += [sorted(knot)] if len(knot) > 1 else []
    return out


def package(path: Path) -> str:
    """`src/diorama/scene/look.py` → scene; the stage and the catalogue are one each."""
    parts = path.parts
    return parts[1] if parts[1] != "diorama" else parts[2].removesuffix(".py")


def counted(files: dict[Path, str]) -> dict[str, Counts]:
    """By package, from files by their path in the tree."""
    code = {path: text for path, text in files.items() if path.parts[0] == "src" and path.suffix == ".py"}
    tests = [(path, code_lines(text)) for path, text in files.items() if path.parts[0] == "tests" and path.suffix == ".py"]
    out = {}
    for name in sorted({package(path) for path in code}):
        mine = {path: text for path, text in code.items() if package(path) == name}
        functions = [n for text in mine.values() for n in ast.walk(ast.parse(text)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
        hard = sorted(complexity(f) for f in functions)
        given = [a for f in functions for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs) if a.arg not in ("self", "cls")]
        key = name.removeprefix("diorama_")
        out[name] = Counts(
            sum(map(code_lines, mine.values())), sum(lines for path, lines in tests if path.parts[1] == key), len(functions),
            statistics.quantiles(hard, n=20)[-1] if len(hard) > 1 else float(sum(hard)), max(hard, default=0),
            sum(a.annotation is None for a in given), len(given), sum(len(line) > LONG for text in mine.values() for line in text.splitlines()),
            sum(len(words) >= 4 for text in mine.values() for _, words in word_lists(ast.parse(text))),
        )  # fmt: skip
    return out


def here() -> dict[Path, str]:
    """This tree's own Python and TOML files."""
    return {path.relative_to(ROOT): path.read_text("utf-8") for top in ("src", "tests") for path in _texts(ROOT / top)}


def _texts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".toml"))


def at(commit: str) -> dict[Path, str]:
    """A commit's Python and TOML files."""
    packed = subprocess.run(["git", "archive", commit, "src", "tests"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive, tempfile.TemporaryDirectory() as folder:
        archive.extractall(folder, filter="data")
        return {path.relative_to(folder): path.read_text("utf-8") for path in _texts(Path(folder))}


def homes(files: dict[Path, str]) -> dict[str, int]:
    """In how many source and data files each thing is named that a prop builds: what one must touch, or know, to add its like.

    Only keys of several words are looked for ("street_lamp"): "table" and "key" are ordinary words too.
    """
    sources = {path: text for path, text in files.items() if path.parts[0] == "src"}
    told = "".join(args for text in sources.values() for args in re.findall(r"^@prop\((.*?)\)", text, re.M | re.S))
    keys = set(re.findall(r'"([a-z0-9]+(?:_[a-z0-9]+)+)"', told))
    quoted = {path: set(re.findall(r'"([a-z0-9_]+)"|^\[([a-z0-9_]+)\]|^([a-z0-9_]+) =', text, re.M)) for path, text in sources.items()}
    named = {path: {word for match in found for word in match if word} for path, found in quoted.items()}
    return {key: sum(key in words for words in named.values()) for key in sorted(keys)}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--at", metavar="COMMIT", help="count a commit instead of this tree")
    words.add_argument("--things", action="store_true", help="in how many source and data files a thing is named, its prop and record among them")
    given = words.parse_args()
    files = at(given.at) if given.at else here()
    if given.things:
        found = sorted(homes(files).values())
        mean, p95 = statistics.mean(found), found[int(0.95 * len(found))]
        print(f"{len(found)} things; files each: median {statistics.median(found):g}, mean {mean:.1f}, p95 {p95}, most {found[-1]}")
        return
    rows = counted({path: text for path, text in files.items() if path.suffix == ".py"})
    print(f"{'package':18}{'code':>8}{'tests':>8}{'ratio':>7}{'defs':>8}{'p95':>6}{'worst':>7}{'untyped':>9}{'of':>7}{'long':>6}{'lists':>7}")
    for name, c in rows.items():
        share = c.tests / c.lines if c.lines else 0
        print(f"{name:18}{c.lines:>8}{c.tests:>8}{share:>7.2f}{c.functions:>8}{c.p95:>6.0f}{c.worst:>7}{c.untyped:>9}{c.parameters:>7}{c.long:>6}{c.tables:>7}")
    if not given.at:
        print("circles:", *(" ".join(circle) for circle in circles()), sep="\n  ")


if __name__ == "__main__":
    main()
