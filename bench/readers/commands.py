"""What the command line does with files and other people's text: each case is a function from a checkout to {holds, said}."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bench.readers.readers import result
from bench.readers.tree import LONG, Tree

SMALL = ("--size", "96", "--quiet")


@contextmanager
def empty() -> Iterator[Path]:
    """A folder for one case, whatever becomes of its permissions."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
        for path in Path(name).rglob("*"):
            path.chmod(0o755)


def markup(tree: Tree) -> dict:
    with empty() as folder:
        made = tree.run("make", "a mug [/x]", "--size", "96", folder=folder)
        listed = tree.run("history", "list", folder=folder)
        return result("a mug [/x]" in listed.stdout and made.returncode == listed.returncode == 0, (listed.stderr or listed.stdout).strip().split("\n")[-1])


def brackets(tree: Tree) -> dict:
    with empty() as folder:
        tree.run("make", "a [cup|bowl] :smile:", *SMALL, folder=folder)
        listed = tree.run("history", "list", folder=folder).stdout
        return result("[cup|bowl] :smile:" in listed, listed.strip().split("\n")[-1])


def overwriting(tree: Tree) -> dict:
    with empty() as folder:
        (folder / "a-mug-7.png").write_text("mine")
        done = tree.run("make", "a mug", "--seed", "7", *SMALL, folder=folder)
        return result((folder / "a-mug-7.png").read_text(errors="replace") == "mine", f"exit {done.returncode}")


def overwriting_asked(tree: Tree) -> dict:
    with empty() as folder:
        (folder / "x.png").write_text("mine")
        done = tree.run("make", "a mug", "-o", "x.png", *SMALL, folder=folder)
        return result((folder / "x.png").read_text(errors="replace") == "mine" and done.returncode == 3, done.stderr.strip().split("\n")[0] or "written over")


def script(tree: Tree) -> dict:
    with empty() as folder:
        tree.run("make", 'a sign that says "陶瓷杯"', "--seed", "7", *SMALL, folder=folder)
        names = [path.name for path in folder.glob("*.png")]
        return result(any("陶瓷杯" in name for name in names), ", ".join(names))


def lost(tree: Tree) -> dict:
    with empty() as folder:
        for words in ("a mug", "a vase"):
            tree.run("make", words, *SMALL, folder=folder)
        next((folder / "home" / "pictures").rglob("*.png")).unlink()
        done = tree.run("history", "export", "all.zip", folder=folder)
        return result((folder / "all.zip").exists(), done.stderr.strip().replace("\n", " "))


@contextmanager
def locked(tree: Tree) -> Iterator[tuple[Path, Path]]:
    """A folder to work in, and a home with one picture that cannot be written."""
    with empty() as folder:
        tree.run("make", "a mug", *SMALL, folder=folder, home=folder / "home")
        (folder / "work").mkdir()
        for path in (folder / "home", *(folder / "home").rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield folder / "work", folder / "home"


def reading_locked(tree: Tree) -> dict:
    with locked(tree) as (work, home):
        done = [tree.run(*arguments, bound=True, folder=work, home=home) for arguments in (("history", "list"), ("history", "export", "all.zip"))]
        return result(all(one.returncode == 0 for one in done), " ".join(one.stderr.strip().split("\n")[-1] for one in done) or "listed and exported")


def serving_locked(tree: Tree) -> dict:
    with locked(tree) as (work, home):
        done = tree.run("serve", "--port", "0", "--no-browser", bound=True, folder=work, home=home)
        return result("Traceback" not in done.stderr and done.returncode == 3, done.stderr.strip().split("\n")[-1])


def making_locked(tree: Tree) -> dict:
    with locked(tree) as (work, home):
        done = tree.run("make", "a vase", "-o", "v.png", *SMALL, bound=True, folder=work, home=home)
        return result(done.returncode == 3 and not (work / "v.png").exists(), "before the work" if not (work / "v.png").exists() else "after the work: the picture is there, the history has it not")


def long_prompt(suffix: str) -> Callable[[Tree], dict]:
    def case(tree: Tree) -> dict:
        with empty() as folder:
            done = tree.run("make", "-", "-o", f"x.{suffix}", *SMALL, folder=folder, typed=LONG)
            found = tree.run("show", f"x.{suffix}", "--json", folder=folder).stdout
            kept = found and json.loads(found).get("recipe", {}).get("prompt") == LONG
            return result(bool(kept), done.stderr.strip().split("\n")[0] or "all of it is inside")

    return case


def nan(tree: Tree) -> dict:
    with empty() as folder:
        chunks = PngInfo()
        chunks.add_text("prompt", '{"9": {"class_type": "SaveImage", "inputs": {}, "is_changed": [NaN]}}')
        Image.new("RGB", (8, 8)).save(folder / "x.png", pnginfo=chunks)
        said = tree.run("show", "x.png", "--json", folder=folder).stdout
        return result("NaN" not in said, said.strip())


def phone(tree: Tree) -> dict:
    """A JPEG of two pictures, held upright."""
    with empty() as folder:
        exif, out = Image.Exif(), io.BytesIO()
        exif[0x0112] = 6
        first = Image.new("RGB", (96, 64), "red")
        first.save(out, "MPO", save_all=True, append_images=[first], exif=exif.tobytes())
        (folder / "phone.jpg").write_bytes(out.getvalue())
        code = "import sys; from diorama.image.codecs import picture_facts; print(*picture_facts(sys.argv[1]))"
        done = tree.python(code, str(folder / "phone.jpg"))
        return result(done.stdout.split() == ["jpeg", "64", "96"], (done.stdout or done.stderr).strip().split("\n")[-1])


CASES: dict[str, Callable[[Tree], dict]] = {
    "`make \"a mug [/x]\"`, then `history list`": markup, "`[cup|bowl] :smile:` is shown as it is": brackets, "`make` leaves an older file of its name": overwriting, "`make -o` leaves an older file without `--force`": overwriting_asked,
    "words in Chinese stay in the file's name": script, "a prompt of 20,010 characters into JPEG": long_prompt("jpg"), "a prompt of 20,010 characters into WebP": long_prompt("webp"), "`show --json` is JSON (a graph with NaN)": nan,
    "a phone's JPEG: two pictures, turned": phone, "`history export` with one picture's file lost": lost, "a read-only home: list and export": reading_locked, "a read-only home: `serve` says so": serving_locked, "a read-only home: `make` says so first": making_locked,
}  # fmt: skip
if shutil.which("setpriv") is None:
    CASES = {name: case for name, case in CASES.items() if "read-only" not in name}
