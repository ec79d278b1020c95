"""Lower tests/lint_allowed.toml to what ruff still finds. It never raises a number: what is new is to be mended."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = ROOT / "tests/lint_allowed.toml"
COMPLEX = "C901"
HEAD = """# What ruff still finds, by package and rule, and functions that are more complex than they should be. `python scripts/lint_allowed.py` lowers it; nothing raises it.
"""


def found() -> list[dict[str, Any]]:
    """Everything that ruff finds."""
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "--output-format", "json", "--no-cache", str(ROOT)], capture_output=True, text=True, cwd=ROOT)
    return json.loads(done.stdout)


def counted(findings: list[dict[str, Any]]) -> tuple[dict[str, dict[str, int]], list[str]]:
    """Findings by package and rule; functions that are too complex, as `path:name`."""
    counts: dict[str, Counter[str]] = {}
    complex_: list[str] = []
    for one in findings:
        path = Path(one["filename"]).relative_to(ROOT)
        if one["code"] == COMPLEX:
            complex_.append(f"{path.as_posix()}:{one['message'].split('`')[1]}")
            continue
        package = path.parts[1] if path.parts[0] == "src" else path.parts[0]
        counts.setdefault(package, Counter())[one["code"] or "syntax"] += 1
    return {package: dict(sorted(rules.items())) for package, rules in sorted(counts.items())}, sorted(complex_)


def allowed() -> tuple[dict[str, dict[str, int]], list[str]]:
    data = tomllib.loads(ALLOWED.read_text("utf-8"))
    return data["counts"], data["complex"]


def main() -> None:
    counts, complex_ = counted(found())
    if ALLOWED.exists():
        before, before_complex = allowed()
        counts = {p: {r: min(n, before.get(p, {}).get(r, 0)) for r, n in rules.items()} for p, rules in counts.items()}
        complex_ = [name for name in complex_ if name in before_complex]
    rows = [HEAD, "complex = [\n" + "".join(f"  {json.dumps(name)},\n" for name in complex_) + "]\n", "\n[counts]\n"]
    for package, rules in counts.items():
        rows.append(f"{package} = {{ " + ", ".join(f"{rule} = {count}" for rule, count in rules.items() if count) + " }\n")
    ALLOWED.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
