"""The command line in this process: an empty folder, a history of its own, the null engine."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest

from diorama.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command; `typed` is its standard input, what else is named is environment."""
    monkeypatch.chdir(tmp_path)
    for name, value in {"DIORAMA_HOME": str(tmp_path / "home"), "DIORAMA_ENGINE": "null", "COLUMNS": "200", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str, typed: bytes = b"", **environment: str) -> SimpleNamespace:
        capsys.readouterr()
        code = 0
        with monkeypatch.context() as once:
            once.setattr(sys, "argv", ["diorama", *arguments])
            once.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
            for name, value in environment.items():
                once.setenv(name, value)
            try:
                main()
            except SystemExit as done:
                code = done.code or 0
        told = capsys.readouterr()
        return SimpleNamespace(returncode=code, stdout=told.out, stderr=told.err, data=lambda: json.loads(told.out))

    return run
