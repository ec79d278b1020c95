"""Look at a .glb as a browser shows it: three.js in headless Chromium, its files served from here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
THREE = ROOT / "bench/exports/node_modules/three"
FLAGS = ("--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--disable-dev-shm-usage", "--no-first-run")
PATIENCE_MS = 300_000


class _Files(SimpleHTTPRequestHandler):
    """The viewer's page, three.js and the files to look at."""

    def __init__(self, *arguments, folder: Path, **named):
        self.folder = folder
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        name = path.split("?")[0].lstrip("/")
        if name.startswith("three/"):
            return str(THREE / name.removeprefix("three/"))
        return str(self.folder / name.removeprefix("files/") if name.startswith("files/") else Path(__file__).parent / name)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def viewer(folder: Path, chromium: str) -> Iterator:
    """A function (name of a .glb in the folder, width, height, picture's path) → what three.js loaded. Raises RuntimeError where it cannot show the file."""
    from playwright.sync_api import sync_playwright

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, folder=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=list(FLAGS))
            yield partial(_look, browser, f"http://127.0.0.1:{server.server_port}")
            browser.close()
    finally:
        server.shutdown()


def _look(browser, base: str, name: str, width: int, height: int, picture: Path) -> dict:
    page = browser.new_page(viewport={"width": width, "height": height})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{base}/viewer.html?file=/files/{quote(name)}&width={width}&height={height}")
    page.wait_for_function("window.done || window.wrong", timeout=PATIENCE_MS)
    wrong = page.evaluate("window.wrong")
    if wrong:
        raise RuntimeError(f"{name}: {wrong}\n" + "\n".join(said[-5:]))
    page.screenshot(path=picture, timeout=PATIENCE_MS)
    told = page.evaluate("window.done")
    page.close()
    return told
