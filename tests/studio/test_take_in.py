"""Pictures from elsewhere: archives as people pack them, loose pictures, boards that come along, and owners who are given pictures."""

from __future__ import annotations

import zipfile

import numpy as np
import pytest
from PIL import Image

from diorama.errors import HistoryError, RequestError
from diorama.history import History, Wanted
from diorama.recipe import Request
from diorama.studio import Settings, Studio, take_in


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as made:
        yield made


@pytest.fixture
def other(tmp_path):
    with History(tmp_path / "other") as opened:
        yield opened


def make(studio, path, seed=1, prompt="a red mug"):
    request = Request(prompt=prompt, seed=seed, width=96, height=64, engine="null")
    (recipe,) = studio.recipes(request, studio.read(request))
    return studio.make(recipe, path).entry


# ── archives ──


def repacked(source, target, folder: str, *extra: str):
    """As a file manager packs a folder."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        new.writestr(f"{folder}/", b"")
        for name in old.namelist():
            new.writestr(f"{folder}/{name}", old.read(name))
        for name in extra:
            new.writestr(name, b"x")
    return target


@pytest.mark.parametrize("extra", [(), ("__MACOSX/._manifest.json", "__MACOSX/export/._x.png")])
def test_an_archive_that_was_packed_again_in_a_folder(studio, other, tmp_path, extra):
    entries = [make(studio, tmp_path / f"{k}.png", k) for k in (1, 2)]
    studio.history.export_zip(tmp_path / "all.zip")
    again = repacked(tmp_path / "all.zip", tmp_path / "again.zip", "my pictures", *extra)
    assert take_in(other, again, "local").new == 2 and other.verify() == []
    assert {other.get(entry.id).id for entry in entries} == {entry.id for entry in entries}


def test_boards_come_along(studio, other, tmp_path):
    history = studio.history
    entries = [make(studio, tmp_path / f"{k}.png", k) for k in (1, 2, 3)]
    mugs, best = history.boards.add("local", "Mugs"), history.boards.add("local", "Best, of all")
    history.boards.put("local", entries[0].seq, [mugs.id, best.id])
    history.boards.put("local", entries[2].seq, [mugs.id])
    history.boards.add("local", "Empty")
    history.export_zip(tmp_path / "all.zip")
    there = other.boards.add("ann", "Mugs")
    for _ in range(2):
        take_in(other, tmp_path / "all.zip", "ann")
        assert {board.name: board.count for board in other.boards.list("ann")} == {"Best, of all": 1, "Mugs": 2}
    on = {entry.id for entry in other.find(Wanted(owner="ann", board=there.id))}
    assert on == {entries[0].id, entries[2].id} and other.boards.list("local") == []


def test_some_pictures_bring_their_boards_only(studio, other, tmp_path):
    one, two = (make(studio, tmp_path / f"{k}.png", k) for k in (1, 2))
    for entry, name in ((one, "A"), (two, "B")):
        studio.history.boards.put("local", entry.seq, [studio.history.boards.add("local", name).id])
    studio.history.export_zip(tmp_path / "one.zip", [one.id])
    take_in(other, tmp_path / "one.zip", "local")
    assert [(board.name, board.count) for board in other.boards.list("local")] == [("A", 1)]


@pytest.mark.parametrize("boards", ['"boards": 7', '"boards": [{"name": "", "entries": []}]', '"boards": [{"name": "x"}]'])
def test_an_archive_with_wrong_boards_is_refused_whole(studio, other, tmp_path, boards):
    make(studio, tmp_path / "a.png")
    studio.history.export_zip(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as old, zipfile.ZipFile(tmp_path / "bad.zip", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"boards": []', boards.encode()))
    with pytest.raises(HistoryError, match="manifest"):
        take_in(other, tmp_path / "bad.zip", "local")
    assert other.count() == 0


# ── loose pictures ──


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp"])
def test_a_picture_that_carries_its_recipe(studio, other, tmp_path, suffix):
    made = make(studio, tmp_path / f"a{suffix}")
    assert take_in(other, tmp_path / f"a{suffix}", "ann").new == 1
    (entry,) = other.find(Wanted(owner="ann"))
    assert entry.recipe == made.recipe and entry.path.read_bytes() == (tmp_path / f"a{suffix}").read_bytes()
    again = take_in(other, tmp_path / f"a{suffix}", "ann")
    assert (again.new, again.known) == (0, 1) and other.count() == 1


def test_a_folder_and_a_zip_of_pictures(studio, other, tmp_path):
    folder = tmp_path / "folder"
    (folder / "inside").mkdir(parents=True)
    for k, name in enumerate(("a.png", "inside/b.JPG", "c.webp")):
        made = make(studio, tmp_path / f"y{k}{(folder / name).suffix.lower()}", 10 + k)
        (folder / name).write_bytes(made.path.read_bytes())
    (folder / "notes.txt").write_text("not a picture")
    assert take_in(other, folder, "local").new == 3
    with zipfile.ZipFile(tmp_path / "loose.zip", "w") as file:
        for path in sorted(folder.rglob("*")):
            file.write(path, f"top/{path.relative_to(folder)}")
    assert (take_in(other, tmp_path / "loose.zip", "local").known, take_in(other, tmp_path / "loose.zip", "ann").new) == (3, 3)


def test_what_is_no_picture_is_told_and_the_others_are_taken(studio, other, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.png").write_bytes(make(studio, tmp_path / "a.png").path.read_bytes())
    Image.fromarray(np.zeros((9, 9, 3), np.uint8)).save(folder / "b.png")
    (folder / "c.png").write_bytes(b"nothing")
    taken = take_in(other, folder, "local")
    assert taken.new == 2 and [line.split(":")[0] for line in taken.refused] == ["c.png"] and "not a picture" in taken.refused[0]


def test_nothing_to_take_in_says_so(other, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(RequestError, match="no pictures"):
        take_in(other, tmp_path / "empty", "local")


# ── whose ──


def test_a_picture_that_is_given_is_in_that_gallery_and_in_no_other(studio, tmp_path):
    history = studio.history
    one, two = (make(studio, tmp_path / f"{k}.png", k) for k in (1, 2))
    history.boards.put("local", one.seq, [history.boards.add("local", "Mugs").id])
    assert history.give([one.id[:8]], "ann") == 1 and history.give([one.id], "ann") == 0
    assert [entry.id for entry in history.find(Wanted(owner="ann"))] == [one.id] and [entry.id for entry in history.find(Wanted(owner="local"))] == [two.id]
    assert history.boards.list("local")[0].count == 0 and history.verify() == []
    assert history.give([], "bob") == 1 and history.get(two.id).owner == "bob"
