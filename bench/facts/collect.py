"""Every prompt that stands in this tree: in tests, benches, gallery, documentation and as a quoted example in the source."""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

QUOTED = re.compile(r'(?<![\w=(\[])"([^"\n]{4,400})"|`"([^`\n]{4,400})"`')
OPENED = re.compile(r"^(an?|one|two|three|four|five|six|seven|eight|nine|ten|overhead|photo|portrait|warm|fog)\b", re.I)
EDIT = re.compile(r"^(add|remove|make|move|put|place|turn|rotate|replace|swap|change|no longer|added|removed|undo|delete|set|raise|lower|zoom)\b", re.I)
PROSE = re.compile(r"[.;:] |[<>{}|=*\\()]|::|\bself\b|\w\(|\w_\w|\bis (not|no|a)\b|: |->|→|×|https?|\.(py|toml|jpg|png|json|ts|md)\b|--\w")


def prompts() -> list[str]:
    """All of them, each once, in a fixed order."""
    found = (*_tables(), *_tests(), *_documents(), *_comments(), *_starters(), *_vocabulary())
    return list(dict.fromkeys(found))


def _files(*patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.parent != Path(__file__).parent)


def _tables() -> Iterator[str]:
    """The `prompt` fields of the benches' tables."""
    for path in _files("bench/**/*.toml"):
        yield from _fields(tomllib.loads(path.read_text("utf-8")), "prompt")


def _fields(data: object, name: str) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == name and isinstance(value, str):
                yield value
            else:
                yield from _fields(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _fields(value, name)


def _tests() -> Iterator[str]:
    """String literals of tests and benches that look like prompts, and whatever is passed to `read`."""
    for path in _files("tests/**/*.py", "bench/**/*.py", "scripts/*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        notes = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and _has_docstring(node)}
        terse = path.is_relative_to(ROOT / "tests/language") and not path.name.startswith("test_refine")
        read = {id(call.args[0]) for call in ast.walk(tree) if isinstance(call, ast.Call) and call.args and _name(call) in ("read", "refine_of", "reading")}
        inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Constant) and isinstance(node.value, str)) or id(node) in notes | inner:
                continue
            if id(node) in read and node.value.strip() and node.value.isprintable() or _is_prompt(node.value) and (terse or OPENED.match(node.value)):
                yield node.value


def _has_docstring(node: ast.Module | ast.FunctionDef | ast.ClassDef) -> bool:
    return bool(node.body) and isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_prompt(text: str) -> bool:
    """Two words or more, of letters above all, with nothing of code in them, and no order to change a picture."""
    words = text.split()
    if not 2 <= len(words) <= 80 or not text.isprintable() or EDIT.match(text) or PROSE.search(text):
        return False
    letters = sum(c.isalpha() or c in " ,.'-" for c in text)
    return text[0].isalnum() and letters / len(text) > 0.85 and any(w.isalpha() and w.islower() and len(w) > 2 for w in words) and not text.startswith("test_")


def _documents() -> Iterator[str]:
    """Quoted prompts of the documentation and its pictures' texts."""
    for path in _files("README.md", "ARCHITECTURE.md", "docs/**/*.md"):
        text = path.read_text("utf-8")
        yield from (alt for alt in re.findall(r"!\[([^\]\n]{12,400})\]", text) if _is_prompt(alt))
        yield from _quoted(text)
    for path in _files("docs/**/*.json"):
        yield from _fields(json.loads(path.read_text("utf-8")), "prompt")


def _comments() -> Iterator[str]:
    """Examples in quotation marks in comments and docstrings of the source and of the lexicon."""
    for path in _files("src/diorama/language/**/*.py", "src/diorama/scene/*.py", "src/diorama/engines/**/*.py", "src/diorama_stage/**/*.py"):
        source = path.read_text("utf-8")
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                yield from _quoted(token.string)
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
                yield from _quoted(node.value.value)
    for path in _files("src/**/*.toml"):
        yield from _quoted("\n".join(line[line.index("#") :] for line in path.read_text("utf-8").split("\n") if "# " in line))


def _quoted(text: str) -> Iterator[str]:
    for match in QUOTED.finditer(text):
        example = match[1] or match[2]
        if _is_prompt(example):
            yield example


def _starters() -> Iterator[str]:
    """What the page offers to begin with."""
    for path in _files("web/src/**/*.ts", "web/src/**/*.svelte", "web/src/starters/*.json"):
        for match in re.finditer(r"prompt\W+[\"'`]([^\"'`\n]{8,400})[\"'`]", path.read_text("utf-8")):
            yield match[1]


def _vocabulary() -> Iterator[str]:
    """Each noun of the tests' list of what people name."""
    for path in _files("tests/**/vocabulary.txt"):
        yield from (f"a {noun}" for noun in path.read_text("utf-8").split("\n") if noun)
