"""The files that commands make: never over another, with names that can be read, and refused before the work where they cannot be."""

from __future__ import annotations

import multiprocessing
import os

import pytest
from PIL import Image

from diorama.cli.names import slug
from diorama.engines.null import NullEngine
from diorama.errors import OutputError
from diorama.image import files, open_picture, read_metadata

MADE = ("make", "a red mug", "--size", "96", "--seed", "7", "--quiet")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("A stoneware mug, on a Walnut table: 85mm f/1.8", "a-stoneware-mug-on-a-walnut"), ("Ein Glas für Öl & Soße", "ein-glas-fur-ol-soße"), ("Кружка на столе", "кружка-на-столе"), ("一只陶瓷杯放在胡桃木桌上", "一只陶瓷杯放在胡桃木桌上"),
        ("机の上の赤いマグカップ、窓の光", "机の上の赤いマグカップ-窓の光"), ("एक लाल मग मेज़ पर", "एक-लाल-मग-मेज़-पर"), ("فنجان أحمر على طاولة", "فنجان-أحمر-على-طاولة"), ("ถ้วยสีแดง", "ถ้วยสีแดง"), ("☕ 🦊!", "picture"), ("../../etc/passwd", "etc-passwd"),
        ("\u202eevil\x00 name", "evil-name"), ("ﬁne ½ mug", "fine-1-2-mug"), ("茶" * 400, "茶" * 40),
    ],
)  # fmt: skip
def test_names_are_made_of_words_of_any_script(words, name):
    made = slug(words)
    assert made == name and len(made.encode()) <= 120 and not set(made) & set('/\\:*?"<>|. \0')


def test_a_name_of_our_own_is_the_first_that_is_free(run, tmp_path):
    (tmp_path / "a-red-mug-7.png").write_text("mine")
    for _ in range(2):
        assert run(*MADE).returncode == 0
    assert (tmp_path / "a-red-mug-7.png").read_text() == "mine"
    assert {"a-red-mug-7-2.png", "a-red-mug-7-3.png"} <= set(os.listdir(tmp_path))


FIRST = [
    (*MADE, "-o", "x.png"), ("refine", "last", "make it blue", "-o", "x.png"), ("refine", "last", "--undo", "-o", "x.png"), ("sheet", "last", "-o", "x.png"), ("scene", "export", "a mug", "-o", "x.json"), ("history", "export", "x.zip"),
    ("vary", "last", "-n", "2", "-o", "x.png"), ("vary", "last", "-n", "1", "--sheet", "x.png"), ("series", "a {subject} on slate", "-s", "pear", "--size", "96", "-o", "x.png"), (*MADE, "-n", "2", "-o", "x.png"), (*MADE, "--passes", "x", "-o", "y.png"),
    ("page", 'a poster with the title "Hi"', "-o", "x.json"),
]  # fmt: skip


@pytest.mark.parametrize("arguments", FIRST, ids=lambda arguments: " ".join(arguments)[-30:])
def test_a_file_is_written_over_only_by_force(run, tmp_path, arguments):
    run("make", "a red mug", "--size", "96", "--seed", "1", "-o", "first.png", "--quiet")
    run("refine", "last", "make it green", "-o", "second.png", "--quiet")
    mine = [tmp_path / name for name in ("x.png", "x.json", "x.zip", "x-1.png", "x-2.png", "x/depth.exr")]
    (tmp_path / "x").mkdir()
    for path in mine:
        path.write_text("mine")
    before = sorted(os.listdir(tmp_path))
    count = len(run("history", "list", "--json").data())
    done = run(*arguments)
    assert done.returncode == 3 and "--force" in done.stderr and done.stderr.count("error:") == 1, done.stderr
    assert all(path.read_text() == "mine" for path in mine) and sorted(os.listdir(tmp_path)) == before
    assert len(run("history", "list", "--json").data()) == count, "nothing was made"
    forced = run(*arguments, "--force")
    assert forced.returncode == 0, forced.stderr
    assert any(path.read_bytes() != b"mine" for path in mine)


@pytest.mark.parametrize(("arguments", "name"), [(("sheet", "last"), "sheet-2.jpg"), (("scene", "export", "a mug"), "scene-2.json")])
def test_usual_names_are_free_ones_too(run, tmp_path, arguments, name):
    run(*MADE, "-o", "m.png")
    for taken in ("sheet.jpg", "scene.json"):
        (tmp_path / taken).write_text("mine")
    done = run(*arguments)
    assert done.returncode == 0 and name in done.stdout and (tmp_path / name).stat().st_size > 100, done.stderr
    assert (tmp_path / "sheet.jpg").read_text() == (tmp_path / "scene.json").read_text() == "mine"


def test_passes_of_several_pictures_lie_apart(run, tmp_path):
    assert run(*MADE, "-n", "2", "-o", "m.png", "--passes", "passes").returncode == 0
    assert sorted(os.listdir(tmp_path / "passes")) == ["1", "2"] and (tmp_path / "passes" / "2" / "ids.png").exists()


def _write(folder, number: int) -> None:
    for k in range(20):
        files.write_new(folder / "x.png", f"{number} {k}".encode())


def test_whoever_writes_at_the_same_time_gets_a_name_of_their_own(tmp_path):
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_write, args=(tmp_path, number)) for number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    written = {path.read_text() for path in tmp_path.iterdir()}
    assert written == {f"{number} {k}" for number in range(4) for k in range(20)}


def test_a_disk_without_hard_links_will_do(tmp_path, monkeypatch):
    def no_links(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "x.png").write_text("mine")
    assert files.write_new(tmp_path / "x.png", b"ours") == tmp_path / "x-2.png"
    assert (tmp_path / "x.png").read_text() == "mine" and (tmp_path / "x-2.png").read_text() == "ours" and len(os.listdir(tmp_path)) == 2


def test_a_file_that_comes_while_the_picture_is_made_is_left(run, tmp_path, monkeypatch):
    draw = NullEngine._card
    monkeypatch.setattr(NullEngine, "_card", lambda *given: (tmp_path / "m.png").write_text("mine") and draw(*given))
    done = run(*MADE[:-1], "-o", "m.png")
    assert done.returncode == 0 and "m-2.png" in done.stdout
    assert (tmp_path / "m.png").read_text() == "mine" and open_picture(tmp_path / "m-2.png").shape == (64, 96, 3)


def test_a_long_prompt_is_known_before_the_work(run, tmp_path):
    for words in ("a red mug " * 2_900, "a red mug " + "🦊" * 20_000):
        done = run("make", words, "--size", "96", "-o", "long.jpg", "--force")
        assert done.returncode == 0, done.stderr
        assert ("note: a JPEG's EXIF has room for" in done.stderr) == ("🦊" in words)
        assert run("show", "long.jpg", "--json").data()["recipe"]["prompt"] == words


def test_a_picture_saved_anew_is_known_by_its_pixels(run, tmp_path):
    run(*MADE, "-o", "m.png")
    Image.fromarray(open_picture(tmp_path / "m.png")).convert("RGBA").save(tmp_path / "anew.webp", lossless=True)
    assert "recipe" not in read_metadata(tmp_path / "anew.webp")
    told = run("show", "anew.webp")
    assert told.returncode == 0 and "a red mug" in told.stdout and "by its pixels" in told.stdout
    assert run("refine", "anew.webp", "make it blue", "-o", "blue.png").returncode == 0
    assert run("make", "--like", "anew.webp", "-o", "again.png").returncode == 0
    Image.open(tmp_path / "anew.webp").convert("RGB").save(tmp_path / "anew.tif")
    assert run("refine", "anew.tif", "make it blue", "-o", "blue-2.png").returncode == 0
    assert (tmp_path / "again.png").read_bytes() == (tmp_path / "m.png").read_bytes()
    Image.new("RGB", (96, 64)).save(tmp_path / "foreign.png")
    done = run("refine", "foreign.png", "make it blue")
    assert done.returncode == 2 and "pixels" in done.stderr


def test_a_lost_picture_does_not_spoil_the_others(run, tmp_path):
    run(*MADE, "-o", "m.png")
    run("make", "a vase", "--size", "96", "-o", "v.png", "--quiet")
    lost = run("history", "list", "--json").data()[1]
    os.unlink(lost["path"])
    assert run("history", "list").returncode == 0
    done = run("history", "export", "all.zip")
    assert done.returncode == 5 and "1 pictures" in done.stdout and lost["id"][:10] in done.stderr and (tmp_path / "all.zip").exists()
    assert run("sheet", lost["id"]).returncode == 5
    assert "the picture's file is gone" in run("history", "verify").stdout


def test_errors_of_writing_leave_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="No space"):
        files.write_new(tmp_path / "x", b"x")
    assert not os.listdir(tmp_path)
