"""The architecture is tested: imports go downward, licences are where they belong, documentation names what exists."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from bench import house
from diorama.scene import schema
from diorama_catalogue import stand_ins, things

ROOT = Path(__file__).parent.parent


def test_imports_keep_to_the_floors():
    done = subprocess.run([str(Path(sys.executable).parent / "lint-imports")], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_only_the_gpl_package_imports_blender():
    guilty = [str(p) for p in (ROOT / "src" / "diorama").rglob("*.py") if re.search(r"^\s*(import|from) (bpy|bmesh|mathutils)\b", p.read_text(encoding="utf-8"), re.M)]
    assert not guilty


def test_every_file_of_the_worker_names_its_licence():
    missing = [p.name for p in (ROOT / "src" / "diorama_stage").rglob("*.py") if "SPDX-License-Identifier: GPL-3.0-or-later" not in p.read_text(encoding="utf-8")]
    assert not missing


def test_every_module_opens_with_its_map():
    silent = [str(p.relative_to(ROOT)) for p in (ROOT / "src").rglob("*.py") if '"""' not in p.read_text(encoding="utf-8")[:300] and p.name != "__main__.py" and p.name != "terminal.py"]
    assert not silent


def test_the_architecture_page_names_packages_that_exist():
    for name in re.findall(r"`(diorama(?:_stage)?(?:\.\w+)*)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")):
        path = ROOT / "src" / Path(*name.split("."))
        assert path.is_dir() or path.with_suffix(".py").is_file(), name


NOUNS = {"kind_of", "worn_as", "garment", "is_young", "stands_in", "nearest", "size_ratio", "said"}
"""Of the catalogue: what reads a noun. Scenes are `named` by it, once."""
TELLING = {"cast.py": 1, "figures.py": 1, "own/imported.py": 1, "animals/built.py": 1, "animals/worn.py": 1}
"""How often files of the stage look at a noun: to tell it, or to hand it on with a garment."""
PATTERNS = {"kit/blueprint.py", "own/asked_looks.py", "render/picture.py"}
"""Files that search text: names of Blender's objects, of parts in somebody's own file, of the renderer's progress."""


def _reads_nouns(tree: ast.Module) -> int:
    """How often a scene's nouns are looked at, or a place's words."""
    return sum(
        isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and getattr(node.slice, "value", None) in ("noun", "words", "breed")
        or isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get"
        and getattr(node.args[0] if node.args else None, "value", None) in ("noun", "words", "breed")
        for node in ast.walk(tree)
    )  # fmt: skip


def _imported(tree: ast.Module, of: str) -> set[str]:
    froms = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == of)
    return {alias.name for node in froms for alias in node.names}


def _english(path: str, tree: ast.Module) -> list[str]:
    """How a file of the stage reads words."""
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    found = [f"{path} searches text"] if "re" in modules and path not in PATTERNS else []
    found += [f"{path} asks what {name} of a noun" for name in NOUNS & _imported(tree, "diorama_catalogue")]
    return found + ([f"{path} looks at {times} nouns"] if (times := _reads_nouns(tree)) > TELLING.get(path, 0) else [])


def test_the_stage_matches_no_english():
    """What a noun or a place's words mean, the catalogue told where the scene came in; the stage asks for keys, variants and features."""
    stage = ROOT / "src" / "diorama_stage"
    files = {p.relative_to(stage).as_posix(): ast.parse(p.read_text(encoding="utf-8")) for p in stage.rglob("*.py")}
    assert [wrong for path, tree in files.items() for wrong in _english(path, tree)] == []
    assert {path: times for path, tree in files.items() if (times := _reads_nouns(tree))} == TELLING


def test_a_stage_that_read_english_would_be_found():
    for source in ('x = "cat" in s["noun"]', 's.get("noun", "").split()', "import re", "from diorama_catalogue.animals import kind_of as k", 'e["words"]'):
        assert _english("new.py", ast.parse(source)), source
    assert not _english("new.py", ast.parse('{"noun": key}["thing"]; {**s, "noun": "cup"}'))


def test_modules_import_one_another_in_no_circle():
    """Imports inside functions and those for types count: a circle is one wherever it is closed."""
    assert house.circles() == []


SAME = {"build", "derive", "eyes", "fur", "mesh", "nodes", "pack", "registry", "rig", "skin"}
"""Names that two packages of the stage have, each for its own: people and animals both have eyes; this only gets shorter."""


def test_a_file_of_the_stage_has_a_name_of_its_own():
    files = Counter(p.stem for p in (ROOT / "src" / "diorama_stage").rglob("*.py") if not p.stem.startswith("__"))
    assert {name for name, times in files.items() if times > 1} <= SAME and max(files.values()) <= 2


# ── the stage knows no thing by name, but in the prop that builds it ──

PEOPLES = {"animals", "props"}
"""Packages that are allowed to: props are the things; what animals wear is still listed there."""


def test_the_stage_lists_no_things():
    """What things have in common is a tag of their records. (The scene's own values, of a ground's shape or a light's source, are no things.)"""
    values = set(re.findall(r'"([a-z_]+)"', " ".join(re.findall(r'"(?:enum|const)": (\[.*?\]|".*?")', json.dumps(schema())))))
    stage, names = ROOT / "src" / "diorama_stage", {*things(), *stand_ins()} - values
    built = {"PIECES", "MODELS"}  # what a set itself builds
    texts = {p.relative_to(stage): p.read_text("utf-8") for p in stage.rglob("*.py") if p.relative_to(stage).parts[0] not in PEOPLES}
    listed = {
        f"{path}:{node.lineno} {sorted(words & names)}"
        for path, text in texts.items() if len(names.intersection(re.findall(r'"(\w+)"', text))) >= 2
        for node, words in house.word_lists(ast.parse(text), skip=built) if len(words & names) >= 2 and len(words & names) > len(words) / 2
    }  # fmt: skip
    assert not listed
