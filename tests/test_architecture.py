"""The architecture is tested: imports go downward, licences are where they belong, documentation names what exists."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
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


def test_the_stage_matches_no_english():
    """What a noun or a place's words mean, the catalogue told the reading; the stage asks for variants and features.

    People told as things, in scenes of version 1, are the exception.
    """
    asks = re.compile(r"""\.(named|asks)\(|\bsaid\(|environment(\.words|\[.words|\.get\(.words)|noun"\] *(==|in\b)|in \w+\["noun""")
    stage = ROOT / "src" / "diorama_stage"
    guilty = [str(p.relative_to(stage)) for p in stage.rglob("*.py") if "people" not in p.parts and asks.search(p.read_text(encoding="utf-8"))]
    assert not guilty


def test_modules_import_one_another_in_no_circle():
    """Imports inside functions and those for types count: a circle is one wherever it is closed."""
    assert house.circles() == []


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
