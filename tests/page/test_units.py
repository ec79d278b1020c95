"""The page's pure functions, in Node's own test runner, and its types. Needs what scripts/build_page.py installs."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"

spec = importlib.util.spec_from_file_location("build_page", ROOT / "scripts/build_page.py")
build_page = importlib.util.module_from_spec(spec)
spec.loader.exec_module(build_page)

pytestmark = pytest.mark.skipif(not (WEB / "node_modules").is_dir(), reason="the page's packages are not installed: python scripts/build_page.py")


def run(*arguments: str) -> None:
    done = subprocess.run(build_page.node(*arguments), cwd=WEB, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_pure_functions():
    run("--test", *(str(path) for path in sorted((WEB / "tests").glob("*.test.ts"))))


def test_types_check():
    run("node_modules/svelte-check/bin/svelte-check", "--tsconfig", "tsconfig.json", "--fail-on-warnings")
