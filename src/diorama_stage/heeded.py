# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words of a subject its prop asks after (states, attributes, shapes, parts), read from the props' own source: `python -m diorama_stage.heeded > heeded.toml`.

The reading tells people of the other words that they change nothing. Needs no Blender: the source is read, not run.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import Path

HEADER = """# What each thing asks after besides colour, material, pattern, finish, size and count: words (states and styles), shapes, parts of its own, text, contents.
# The reading says of other words that they change nothing. Written by `python -m diorama_stage.heeded`; a test holds it against the props.
"""

@dataclass
class _Asks:
    """What one function (or class) asks of its spec, and which functions it calls."""

    things: tuple[str, ...] = ()
    words: set[str] = field(default_factory=set)
    shapes: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    calls: set[str] = field(default_factory=set)


def heeded() -> dict[str, dict[str, list[str]]]:
    """Thing → word, shape, part, field → what it asks after, sorted."""
    functions: dict[str, _Asks] = {}
    for path in sorted((Path(__file__).parent / "props").rglob("*.py")):
        tree, module = ast.parse(path.read_text("utf-8")), path.parent.name if path.stem == "__init__" else path.stem
        constants = {t.id: n.value for n in tree.body if isinstance(n, (ast.Assign, ast.AnnAssign)) and n.value for t in _targets(n) if isinstance(t, ast.Name)}
        makers = [n for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef))]
        for node in makers:
            functions[f"{module}.{node.name}"] = _asks(node, constants, module, {n.name for n in makers}, tree)
    out: dict[str, dict[str, list[str]]] = {}
    for key, asks in functions.items():
        if asks.things:
            every = _closure(key, functions)
            kinds = {"word": {w for f in every for w in f.words}, "shape": {w for f in every for w in f.shapes}, "part": {w for f in every for w in f.parts},
                     "field": {w for f in every for w in f.fields}}  # fmt: skip
            for thing in asks.things:
                out[thing] = {kind: sorted(words) for kind, words in kinds.items() if words}
    return dict(sorted(out.items()))


def places() -> list[str]:
    """Words of the place that a builder of surroundings asks after, or that name a style of houses there."""
    words: set[str] = set()
    for path in sorted((Path(__file__).parent / "sets").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        constants = {t.id: n.value for n in tree.body if isinstance(n, (ast.Assign, ast.AnnAssign)) and n.value for t in _targets(n) if isinstance(t, ast.Name)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "asks":
                named = [constants[a.value.id] for a in node.args if isinstance(a, ast.Starred) and isinstance(a.value, ast.Name) and a.value.id in constants]
                words |= set(_strings([*node.args, *named]))
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "said" and _is(node.args[0], "words"):
                words |= set(_strings([*node.args[1:], *(constants[n.id] for n in _around(tree, node) if n.id in constants)]))
    return sorted(words)


def _around(tree: ast.Module, node: ast.AST) -> list[ast.Name]:
    """Names in the function around a node."""
    function = next((f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) and any(n is node for n in ast.walk(f))), None)
    return [n for n in ast.walk(function) if isinstance(n, ast.Name)] if function is not None else []


def _targets(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target]


def _asks(function: ast.FunctionDef | ast.ClassDef, constants: dict[str, ast.expr], module: str, local: set[str], tree: ast.Module) -> _Asks:
    imported = {a.asname or a.name: f"{n.module.rsplit('.', 1)[-1]}.{a.name}" for n in tree.body if isinstance(n, ast.ImportFrom) and n.module for a in n.names}
    asks = _Asks()
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "prop":
            tables = [constants[a.value.id] for a in decorator.args if isinstance(a, ast.Starred) and isinstance(a.value, ast.Name) and a.value.id in constants]
            asks.things += tuple(_strings([*decorator.args, *tables]))
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            _call(node, function, constants, asks)
        elif isinstance(node, ast.Compare) and _is(node.left, "shape"):
            asks.shapes |= set(_strings(node.comparators))
        elif isinstance(node, ast.Attribute) and node.attr in ("labels", "contents") and isinstance(node.value, ast.Name) and node.value.id == "spec":
            asks.fields.add(node.attr)
        if isinstance(node, ast.Name):
            name = f"{module}.{node.id}" if node.id in local else imported.get(node.id)
            if name and name != f"{module}.{function.name}":
                asks.calls.add(name)
    return asks


def _call(node: ast.Call, function: ast.FunctionDef | ast.ClassDef, constants: dict[str, ast.expr], asks: _Asks) -> None:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name == "has" and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
        asks.words |= set(_strings(node.args))
        if not all(isinstance(a, ast.Constant) for a in node.args):  # asked one by one from a table of the module
            asks.words |= {s for n in ast.walk(function) if isinstance(n, ast.Name) and n.id in constants for s in _strings([constants[n.id]]) if not s.startswith("#")}
    elif name == "slot":
        asks.parts |= set(_strings(node.args[:1]))
    elif name == "add":
        asks.parts |= set(_strings(node.args[1:3]))
    elif name == "of" and node.args:
        asks.parts |= set(_strings(node.args))
    elif name == "get" and node.args and _is(node.args[0], "shape") and isinstance(node.func, ast.Attribute):
        table = node.func.value if isinstance(node.func.value, ast.Dict) else constants.get(getattr(node.func.value, "id", ""))
        asks.shapes |= set(_strings(table.keys)) if isinstance(table, ast.Dict) else set()


def _is(node: ast.expr, attribute: str) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == attribute


def _strings(nodes: list) -> list[str]:
    """All literal texts in expressions; of a dict its keys."""
    out = []
    for node in nodes:
        tops = node.keys if isinstance(node, ast.Dict) else [node]
        out += [n.value for top in tops if top is not None for n in ast.walk(top) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return out


def _closure(key: str, functions: dict[str, _Asks]) -> list[_Asks]:
    seen, waiting = {key}, [key]
    while waiting:
        for name in functions[waiting.pop()].calls:
            if name in functions and name not in seen:
                seen.add(name)
                waiting.append(name)
    return [functions[name] for name in sorted(seen)]


def text() -> str:
    """The table as TOML, one thing a line."""
    rows = [f"[place]\nwords = {_list(places())}\n\n[thing]"]
    rows += [f"{thing} = {{ {', '.join(f'{kind} = {_list(words)}' for kind, words in asks.items())} }}" for thing, asks in heeded().items()]
    return HEADER + "\n" + "\n".join(rows) + "\n"


def _list(words: list[str]) -> str:
    return "[" + ", ".join(f'"{w}"' for w in words) + "]"


if __name__ == "__main__":
    print(text(), end="")
