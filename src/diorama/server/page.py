"""The page at /: files of `static`, built from `web/`, kept for ever where their name holds a hash; under a strict Content-Security-Policy."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse, Response

from diorama.server.errors import Refusal

STATIC = Path(__file__).parent / "static"
TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
    ".jpg": "image/jpeg", ".webp": "image/webp", ".woff2": "font/woff2", ".json": "application/json", ".ico": "image/x-icon", ".webmanifest": "application/manifest+json",
}  # fmt: skip
HASHED = re.compile(r"-[\w-]{8}\.\w+$")

PLAIN = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Diorama</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:12vh auto;padding:0 1rem;color:#222;background:#faf9f7}code{background:#eee;padding:.1em .3em}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}code{background:#333}}</style>
<body>%s</body></html>"""
NOT_BUILT = PLAIN % """<h1>The page has not been built</h1><p>The server runs, and its APIs are there: <a href="/api/openapi.json">/api/openapi.json</a>.
This copy of Diorama was not packaged with its page. To build it:</p>
<p><code>pip install -r requirements-page.txt &amp;&amp; python scripts/build_page.py</code></p>
<p>and load this page again.</p>"""


def policy(html: str) -> str:
    """Nothing from elsewhere; of inline scripts and styles only those that are in the page itself, by hash."""
    scripts, styles = (" ".join(_hashes(html, tag)) for tag in ("script", "style"))
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' {styles}; style-src-attr 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self'; font-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _hashes(html: str, tag: str) -> list[str]:
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S)
    return ["'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'" for text in found]


def html(text: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(text, status, {"content-security-policy": policy(text), "cache-control": "no-cache"})


def install(app: FastAPI, folder: Path = STATIC) -> None:
    """Serve the page. Files are found in a list of those there are, never by a path that was sent."""

    @app.get("/", include_in_schema=False)
    def index() -> Response:
        """The page for everybody: it holds no secret, and asks for a token itself where one is needed."""
        page = folder / "index.html"
        return html(page.read_text(encoding="utf-8")) if page.is_file() else html(NOT_BUILT)

    @app.get("/assets/{name}", include_in_schema=False)
    def asset(name: str) -> Response:
        return _file(folder, f"assets/{name}")

    @app.get("/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        return _file(folder, name)


def _file(folder: Path, name: str) -> Response:
    """A file of the page, looked up by name among those there are."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()} if folder.is_dir() else {}
    path = files.get(name)
    if path is None or path.suffix not in TYPES or name == "index.html":
        raise Refusal(404, f"there is nothing at /{name[:200]}", hint="/api/openapi.json lists what there is")
    keep = "public, max-age=31536000, immutable" if HASHED.search(name) else "no-cache"
    return FileResponse(path, media_type=TYPES[path.suffix], headers={"cache-control": keep})
