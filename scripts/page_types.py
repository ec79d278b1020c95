"""Write the page's types from the server's OpenAPI document: web/src/lib/schema.d.ts. Run it after the API changed; a test tells when.

The file's first line holds a hash over the document without its prose, so that a better description asks for nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TYPES = ROOT / "web/src/lib/schema.d.ts"
PROSE = ("description", "title", "summary", "examples", "example", "tags")


def document() -> dict[str, Any]:
    """The server's OpenAPI document."""
    from diorama.server.app import build, app_state_of
    from diorama.studio import Settings

    with tempfile.TemporaryDirectory() as home:
        app_state = app_state_of(Settings(home=Path(home), engine="null"), closed=False)
        try:
            return build(app_state).openapi()
        finally:
            app_state.studio.close()


def schemas(told: dict[str, Any]) -> dict[str, Any]:
    """The document's schemas without their prose, as the server says them: with every default filled in."""
    found = _without_prose(told["components"]["schemas"], names=True)
    for schema in found.values():
        if "properties" in schema:
            schema["required"] = list(schema["properties"])
    return found


def digest(told: dict[str, Any]) -> str:
    """A hash over what decides the types."""
    return hashlib.sha256(json.dumps(schemas(told), sort_keys=True).encode()).hexdigest()


def written() -> str | None:
    """The hash of the document that the types were written from."""
    found = re.match(r"// OpenAPI ([0-9a-f]{64})", TYPES.read_text(encoding="utf-8")) if TYPES.exists() else None
    return found[1] if found else None


def _without_prose(node: Any, names: bool = False) -> Any:
    """`names`: the keys of this object are names that somebody gave, not words of OpenAPI."""
    if isinstance(node, dict):
        return {k: _without_prose(v, k in ("properties", "schemas", "$defs")) for k, v in node.items() if names or k not in PROSE}
    return [_without_prose(item) for item in node] if isinstance(node, list) else node


def main() -> int:
    sys.path.insert(0, str(ROOT / "scripts"))
    from build_page import WEB, node

    told = document()
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump({**told, "paths": {}, "components": {"schemas": schemas(told)}}, file)
        file.flush()
        made = subprocess.run(node("node_modules/openapi-typescript/bin/cli.js", file.name), cwd=WEB, capture_output=True, text=True)
    if made.returncode or "export interface components" not in made.stdout:
        print(made.stderr or made.stdout, file=sys.stderr)
        return 3
    head = f"// OpenAPI {digest(told)}\n// Written by scripts/page_types.py from the server's OpenAPI document; not by hand.\n"
    TYPES.write_text(head + made.stdout[made.stdout.index("export interface components") :], encoding="utf-8")
    print(f"{TYPES.relative_to(ROOT)}: {len(TYPES.read_text().splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
