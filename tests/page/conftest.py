"""The studio in a real browser: Chromium through Playwright, on the real server with the null engine. Marker `page`; without Chromium it is skipped, loudly."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from diorama.server.auth import Tokens

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).parent))  # for studio_steps: pytest imports test files one by one
STATIC = ROOT / "src/diorama/server/static/index.html"
UNWANTED = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AvoidUnnecessaryBeforeUnloadCheckSync", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "MediaRouter",
    "OptimizationHints", "PaintHolding", "ThirdPartyStoragePartitioning", "Translate",
)  # fmt: skip
"""Of the browser: two pages for its own address bar, which it makes anew for each profile (more than half of the processor time of a page that is opened), and
what Playwright switches off by the same flag, of which the last one counts."""
FLAGS = (
    f"--disable-features={','.join(UNWANTED)}", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
PATIENCE_MS = 60_000
"""Two cores may be busy with other work."""


def chromium() -> str | None:
    """The browser's program: DIORAMA_CHROMIUM, or what the system has."""
    return os.environ.get("DIORAMA_CHROMIUM") or next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


def missing() -> str | None:
    """Why these tests cannot run, or None."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed: pip install -r requirements-test.txt"
    if chromium() is None:
        return "there is no Chromium: `apt-get install chromium`, or name one with DIORAMA_CHROMIUM"
    if not STATIC.exists():
        return "the page is not built: python scripts/build_page.py"
    return None


def pytest_collection_modifyitems(items):
    why = missing()
    for item in items:
        if Path(__file__).parent in item.path.parents and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.page)
            if why:
                item.add_marker(pytest.mark.skip(reason=why))


def pytest_terminal_summary(terminalreporter):
    if missing() and any(Path(__file__).parent.as_posix() in str(report.fspath) or "tests/page" in str(report.fspath) for report in terminalreporter.stats.get("skipped", ())):
        terminalreporter.write_line(f"THE PAGE WAS NOT TESTED: {missing()}", red=True, bold=True)


class Server:
    """`diorama serve` on the null engine, in a home of its own. It can be killed and started again on the same port. Everybody needs a token,
    so that tests that share a server see nothing of each other."""

    def __init__(self, home: Path, seconds: float):
        self.home, self.seconds = home, seconds
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.process: subprocess.Popen | None = None
        self.tokens = Tokens(home / "tokens.json")
        self.people = 0
        self.person()
        self.start()

    def person(self) -> str:
        """A token for somebody new, whose studio is empty."""
        self.people += 1
        return self.tokens.add(f"person-{self.people}", admin=True)

    def start(self) -> None:
        environment = {**os.environ, "DIORAMA_HOME": str(self.home), "DIORAMA_ENGINE": "null", "DIORAMA_NULL_SECONDS": str(self.seconds), "DIORAMA_REQUIRE_TOKEN": "1", "DIORAMA_BROWSER": "0"}
        with (self.home / "server.log").open("ab") as log:
            command = [sys.executable, "-m", "diorama", "serve", "--port", str(self.port)]
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + "readyz", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server did not start:\n" + (self.home / "server.log").read_text()[-2000:])

    def asked(self, path: str, token: str, body: bytes | None = None) -> dict:
        request = urllib.request.Request(self.url + path, body, {"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def at_rest(self, token: str) -> None:
        """Cancel what somebody ordered and nobody waits for any more."""
        for job in self.asked("api/jobs", token)["jobs"]:
            if job["state"] in ("queued", "running"):
                self.asked(f"api/jobs/{job['id']}/cancel", token, b"")

    def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()


QUICK = 0.3
"""Seconds that the null engine takes for a picture."""


@pytest.fixture
def seconds() -> float | None:
    """How long a picture takes where it takes another time than `QUICK` (parametrize): each order of the page is told it on its way."""
    return None


@pytest.fixture
def alone() -> bool:
    """Whether a test gets a server of its own (parametrize): one in another environment."""
    return False


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("studio"), QUICK)
    yield server
    server.kill()


@pytest.fixture
def server(request, tmp_path, alone):
    if not alone:
        yield request.getfixturevalue("shared")
        return
    server = Server(tmp_path, QUICK)
    yield server
    server.kill()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


def _slower(route, seconds: float) -> None:
    order = route.request.post_data_json if route.request.method == "POST" else {}
    if not order or order.get("engine") not in (None, "null"):
        route.fallback()
        return
    route.continue_(post_data=json.dumps({**order, "options": {**(order.get("options") or {}), "seconds": seconds}}))


@pytest.fixture
def visit(browser, server, seconds):
    """Open the page in a fresh profile, as somebody new; `visit("#/gallery", color_scheme="light")`. An uncaught error of the page fails the test."""
    contexts, wrong = [], []
    token = server.person()

    def open_page(path: str = "", known: bool = True, **options):
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark", **options})
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        if known:
            context.add_cookies([{"name": "diorama_token", "value": token, "url": server.url}])
        if seconds is not None:
            context.route("**/api/jobs", lambda route: _slower(route, seconds))
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        page.goto(server.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    if seconds is not None:
        server.at_rest(token)
    assert not wrong, "the page raised " + "; ".join(wrong)


@pytest.fixture
def page(visit):
    return visit()
