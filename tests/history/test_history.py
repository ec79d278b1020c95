import io
import multiprocessing
import sqlite3
import threading
import zipfile

import numpy as np
import pytest
from PIL import Image

from diorama.errors import HistoryError, OutputError, PictureLost, RequestError, UnknownEntry
from diorama.history import History, Wanted
from diorama.database.compiled import compiled
from diorama.database.schema import NEWEST
from diorama.history.queries import QUERIES
from diorama.history.words import match_all
from diorama.image import encode, open_picture
from diorama.recipe import Recipe, Request, resolve


def picture(seed: int, format: str = "png") -> bytes:
    return encode(np.random.default_rng(seed).integers(0, 255, (8, 12, 3), np.uint8), format)


def recipe_of(scene, prompt: str = "a mug by a window", seed: int = 1) -> Recipe:
    return resolve(Request(prompt=prompt, seed=seed, width=96, height=64), scene, engine_version="1")


@pytest.fixture
def recipe(scene) -> Recipe:
    return recipe_of(scene)


@pytest.fixture(params=["sqlite", "postgres"])
def history(request, tmp_path):
    """A history whose entries are in SQLite's file, and one whose entries are in PostgreSQL."""
    with History(tmp_path / "history", None if request.param == "sqlite" else request.getfixturevalue("postgres")) as opened:
        yield opened


@pytest.fixture
def in_sqlite(tmp_path):
    """For what only SQLite tells: its plans."""
    with History(tmp_path / "history") as opened:
        yield opened


def change(history: History, text: str, values: tuple = ()) -> None:
    """As somebody else's program would."""
    with history.connections.writing() as connection:
        connection.execute(text, values)


def test_what_is_kept_is_found(history, recipe, tmp_path):
    (tmp_path / "x.webp").write_bytes(picture(1, "webp"))
    entry = history.append(tmp_path / "x.webp", recipe, seconds=2.5)
    assert entry == history.get(entry.id) == history.get(entry.id[:8]) == history.get(entry.id[:8].upper()) == history.get("last")
    assert entry.recipe == recipe and entry.recipe_digest == recipe.digest
    assert (entry.format, entry.width, entry.height, entry.seconds, entry.prompt, entry.seed) == ("webp", 12, 8, 2.5, recipe.prompt, 1)
    assert entry.path.read_bytes() == picture(1, "webp") and entry.size == len(picture(1, "webp"))
    assert entry.path.is_relative_to(history.root) and entry.path.parent.parent.name == entry.picture[:2]
    assert [e.id for e in history.made_by(recipe.digest)] == [entry.id]


def test_equal_pictures_are_kept_once(history, recipe):
    one, two = history.append(picture(1), recipe), history.append(picture(1), recipe)
    assert one.id != two.id and one.path == two.path
    assert len(list((history.root / "pictures").rglob("*.png"))) == 1


def test_what_is_not_there_is_said(history, recipe):
    with pytest.raises(HistoryError, match="empty"):
        history.get("last")
    history.append(picture(1), recipe)
    for ref, says in (("abc", "not the id"), ("zzzzzz", "not the id"), ("0" * 64, "no such"), ("f" * 65, "not the id")):
        with pytest.raises(HistoryError, match=says):
            history.get(ref)
    with pytest.raises(OutputError):
        history.append(history.root / "none.png", recipe)
    with pytest.raises(RequestError, match="not a picture"):
        history.append(b"hello", recipe)
    assert history.count() == 1


def test_an_ambiguous_beginning_asks_for_more(history, recipe):
    entry = history.append(picture(1), recipe)
    twin = entry.id[:10] + "".join("0" if c != "0" else "1" for c in entry.id[10:])
    columns = "edit, created, prompt, subjects, engine, seed, recipe, recipe_digest, seconds, picture, format, size, width, height"
    change(history, f"INSERT INTO entries (id, {columns}) SELECT CAST(? AS TEXT), {columns} FROM entries", (twin,))
    with pytest.raises(HistoryError, match="several"):
        history.get(entry.id[:10])
    assert history.get(entry.id[:11]).id == entry.id


def test_an_empty_page_is_on_no_boards(history):
    assert history.boards.of([]) == {} and history.boards.of([1]) == {1: ()}


def test_pages_are_complete_and_newest_first(history, recipe):
    ids = [history.append(picture(i), recipe).id for i in range(7)]
    pages, before = [], None
    while page := history.list(limit=3, before=before):
        pages.append([entry.id for entry in page])
        before = page[-1].id
    assert [len(page) for page in pages] == [3, 3, 1]
    assert sum(pages, []) == ids[::-1]
    with pytest.raises(RequestError, match="limit"):
        history.list(limit=0)


def test_search_finds_words_of_prompt_subjects_and_note(history, scene):
    red = history.append(picture(1), recipe_of(scene, "A red café cup, steaming"))
    fox = history.append(picture(2), recipe_of(scene, "Foxes in the snow"))
    assert [e.id for e in history.list(query="CAFE")] == [red.id]
    assert [e.id for e in history.list(query="fox")] == [fox.id]
    assert [e.id for e in history.list(query="red steam")] == [red.id]
    assert {e.id for e in history.list(query="mug cube")} == {red.id, fox.id}, "subjects of the scene"
    assert list(history.list(query="red snow")) == []
    history.note(fox.id, "for the christmas card")
    assert [e.id for e in history.list(query="christmas")] == [fox.id]
    history.note(fox.id, "")
    assert list(history.list(query="christmas")) == []
    assert [e.id for e in history.list(query="mug", limit=1, before=fox.id)] == [red.id]


@pytest.mark.parametrize("query", ['"', "a AND", "NEAR(", "prompt:x", "*", "-", "'; DROP TABLE entries; --", "^", "()", "{}"])
def test_no_query_is_an_error(history, recipe, query):
    history.append(picture(1), recipe)
    history.list(query=query)
    assert history.count() == 1


def test_operators_are_plain_words():
    assert match_all('red "mug" OR-x') == '"red"* "mug"* "OR"* "x"*'
    assert match_all(' * " ') == ""


def test_lineage(history, recipe):
    first = history.append(picture(1), recipe)
    second = history.append(picture(2), recipe, parent="last", edit={"words": "warmer"})
    third = history.append(picture(3), recipe, parent=second.id[:12])
    other = history.append(picture(4), recipe, parent=first.id)
    assert second.parent == first.id and second.edit == {"words": "warmer"}
    assert [e.id for e in history.lineage(third.id)] == [first.id, second.id, third.id]
    assert [e.id for e in history.children(first.id)] == [second.id, other.id]
    with pytest.raises(HistoryError):
        history.append(picture(5), recipe, parent="deadbeef")


def test_stars_and_notes(history, recipe):
    one, two = history.append(picture(1), recipe), history.append(picture(2), recipe)
    assert history.star(one.id).starred and not history.get(two.id).starred
    assert [e.id for e in history.list(starred=True)] == [one.id] == [e.id for e in history.list(starred=True, query="mug")]
    assert history.note(one.id, "good").note == "good"
    assert not history.unstar(one.id).starred
    assert history.verify() == []


def test_trash_and_back(history, recipe):
    one, two = history.append(picture(1), recipe), history.append(picture(2), recipe)
    removed = history.remove(two.id)
    assert removed.trashed and history.get("last").id == one.id and history.count() == 1
    assert [e.id for e in history.list()] == [one.id] == [e.id for e in history.list(query="mug")]
    assert [e.id for e in history.list(trash=True)] == [two.id] and two.path.exists()
    assert history.restore(two.id) == two
    assert [e.id for e in history.list()] == [two.id, one.id]


def test_emptying_the_trash_takes_only_what_nobody_needs(history, recipe):
    parent = history.append(picture(1), recipe)
    child = history.append(picture(2), recipe, parent=parent.id)
    same = history.append(picture(2), recipe)
    history.remove(parent.id)
    assert history.empty_trash() == 0, "a child came from it"
    history.remove(child.id)
    assert history.empty_trash() == 2
    assert not parent.path.exists() and same.path.exists(), "another entry shows the same picture"
    assert [e.id for e in history.list()] == [same.id] and list(history.list(trash=True)) == []
    assert history.verify() == []


def test_thumbnails_are_made_once_and_go_with_their_picture(history, recipe):
    wide = history.append(encode(np.zeros((100, 200, 3), np.uint8)), recipe)
    small = history.thumbnail(wide.id, 64)
    assert open_picture(small).shape == (32, 64, 3)
    made = small.stat().st_mtime_ns
    assert history.thumbnail("last", 64) == small and small.stat().st_mtime_ns == made
    assert open_picture(history.thumbnail(wide.id, 384)).shape == (100, 200, 3), "never enlarged"
    assert history.verify() == []
    history.remove(wide.id)
    history.empty_trash()
    assert not small.exists()
    with pytest.raises(RequestError, match="side"):
        history.thumbnail("last", 5000)


def test_verify_tells_what_is_damaged_missing_or_altered(history, scene):
    whole, damaged, missing, altered, forged, barred = (history.append(picture(i), recipe_of(scene, seed=i)) for i in range(6))
    assert history.verify() == []
    barred.path.unlink()
    barred.path.mkdir()  # cannot be read, whoever asks
    damaged.path.write_bytes(damaged.path.read_bytes()[:-1] + b"x")
    missing.path.unlink()
    change(history, "UPDATE entries SET recipe = replace(recipe, 'mug', 'cat') WHERE id = ?", (altered.id,))
    change(history, "UPDATE entries SET seconds = 99 WHERE id = ?", (forged.id,))
    expected = {(damaged.id, "damaged"), (missing.id, "missing"), (altered.id, "altered"), (forged.id, "altered"), (barred.id, "damaged")}
    assert {(found.entry, found.kind) for found in history.verify()} == expected
    history.append(picture(1), recipe_of(scene))
    assert (damaged.id, "damaged") not in {(found.entry, found.kind) for found in history.verify()}, "keeping the same picture again heals its file"
    assert whole.path.exists()


def test_an_archive_carries_all_to_another_history(history, recipe, tmp_path):
    one = history.append(picture(1), recipe)
    two = history.append(picture(2, "jpeg"), recipe, parent=one.id, edit=["warmer"], seconds=3)
    history.star(two.id)
    history.note(one.id, "first")
    assert history.export_zip(tmp_path / "all.zip") == (2, ())
    with History(tmp_path / "other") as other:
        kept = other.append(picture(9), recipe)
        assert other.import_zip(tmp_path / "all.zip") == 2
        assert other.import_zip(tmp_path / "all.zip") == 0
        for entry in (one, two):
            there, here = other.get(entry.id), history.get(entry.id)
            assert there.model_dump(exclude={"seq", "path", "pixels"}) == here.model_dump(exclude={"seq", "path", "pixels"})
            assert there.path.read_bytes() == here.path.read_bytes()
        assert [e.id for e in other.lineage(two.id)] == [one.id, two.id] and other.verify() == []
        assert other.count() == 3 and kept.id in {e.id for e in other.list(query="mug")}


def test_an_archive_of_one_brings_its_line(history, recipe, tmp_path):
    one = history.append(picture(1), recipe)
    two = history.append(picture(2), recipe, parent=one.id)
    history.append(picture(3), recipe)
    assert history.export_zip(tmp_path / "some.zip", [two.id[:8]]) == (2, ())


def test_what_is_lost_does_not_spoil_the_rest(history, recipe, tmp_path):
    one, two, three = history.append(picture(1), recipe), history.append(picture(2), recipe), history.append(picture(3), recipe)
    child = history.append(picture(4), recipe, parent=one.id)
    one.path.unlink()
    three.path.write_bytes(picture(9))
    assert [e.id for e in history.list()] == [child.id, three.id, two.id, one.id]
    for lost in (one, three):
        for look in (lambda: history.thumbnail(lost.id, 64), lambda: history.read(lost)):
            with pytest.raises(PictureLost) as wrong:
                look()
            assert str(tmp_path) not in str(wrong.value) and "verify" in wrong.value.hint
    assert history.export_zip(tmp_path / "rest.zip") == (2, (one.id, three.id))
    with History(tmp_path / "other") as other:
        assert other.import_zip(tmp_path / "rest.zip") == 4
        assert other.read(other.get(two.id)) == picture(2) and other.get(one.id).recipe == recipe
        assert [e.id for e in other.lineage(child.id)] == [one.id, child.id]
        assert {(d.kind, d.entry) for d in other.verify()} == {("missing", one.id), ("missing", three.id)}


def test_an_archive_puts_back_what_was_lost(history, recipe, tmp_path):
    one, two = history.append(picture(1), recipe), history.append(picture(2), recipe)
    history.export_zip(tmp_path / "all.zip")
    one.path.unlink()
    two.path.write_bytes(b"damaged")
    assert len(history.verify()) == 2 and history.import_zip(tmp_path / "all.zip") == 0
    assert history.verify() == [] and history.read(one) == picture(1)


def test_an_archive_is_not_written_over_a_file(history, recipe, tmp_path):
    history.append(picture(1), recipe)
    (tmp_path / "all.zip").write_text("mine")
    assert history.export_zip(tmp_path / "all.zip").count == 1
    assert (tmp_path / "all.zip").read_text() == "mine" and (tmp_path / "all-2.zip").exists()
    history.export_zip(tmp_path / "all.zip", force=True)
    assert zipfile.is_zipfile(tmp_path / "all.zip")


# ── pixels ──


def resaved(data: bytes, format: str, **more) -> bytes:
    """By another program: without metadata, in another format, and with the same pixels."""
    out = io.BytesIO()
    image = Image.open(io.BytesIO(data))
    (image.convert("RGBA") if more.pop("alpha", False) else image.copy()).save(out, format, **more)
    return out.getvalue()


@pytest.mark.parametrize("more", [{"format": "PNG", "optimize": True}, {"format": "WEBP", "lossless": True}, {"format": "PNG", "alpha": True}, {"format": "BMP"}, {"format": "TIFF", "compression": "tiff_lzw"}])
def test_a_picture_is_known_by_its_pixels(history, recipe, more):
    other, entry = history.append(picture(1), recipe), history.append(picture(2), recipe, owner="ann")
    assert history.of_pixels(open_picture(resaved(picture(2), **more))) == entry != other
    assert history.of_pixels(open_picture(resaved(picture(2), **more)), "bob") is None
    assert history.of_pixels(open_picture(picture(3))) is None


def test_pixels_of_older_entries_are_looked_at_once(history, recipe):
    entry, lost = history.append(picture(1), recipe), history.append(picture(2), recipe)
    change(history, "UPDATE entries SET pixels = NULL")
    lost.path.unlink()
    assert history.of_pixels(open_picture(picture(1))).id == entry.id
    assert history.get(entry.id) == entry and history.get(lost.id).pixels == ""


def tamper(source, target, change) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            renamed, data = change(name, old.read(name))
            if renamed:
                new.writestr(renamed, data)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda name, data: (name, data[:-1] + b"!") if name.startswith("pictures") else (name, data), "changed"),
        (lambda name, data: (None if name.startswith("pictures") else name, data), "holds no"),
        (lambda name, data: (None if name == "manifest.json" else name, data), "holds no"),
        (lambda name, data: (name, b"[]") if name == "manifest.json" else (name, data), "manifest"),
        (lambda name, data: (name, data.replace(b"mug", b"cat")) if name == "manifest.json" else (name, data), "changed|cannot be read"),
        (lambda name, data: (name, data.replace(b'"format": "png"', b'"format": "../x"')), "cannot be read"),
        (lambda name, data: (name, b'{"version": 1, "entries": [7]}' if name == "manifest.json" else data), "cannot be read"),
    ],
)
def test_nothing_is_kept_of_a_wrong_archive(history, scene, tmp_path, change, says):
    for i in range(2):
        history.append(picture(i), recipe_of(scene, seed=i))
    history.export_zip(tmp_path / "good.zip")
    tamper(tmp_path / "good.zip", tmp_path / "bad.zip", change)
    with History(tmp_path / "other") as other:
        with pytest.raises(HistoryError, match=says):
            other.import_zip(tmp_path / "bad.zip")
        assert other.count() == 0


def test_files_that_are_no_archive(history, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK nonsense")
    with pytest.raises(HistoryError, match="ZIP"):
        history.import_zip(tmp_path / "x.zip")
    with pytest.raises(OutputError):
        history.import_zip(tmp_path / "none.zip")


PARAMETERS = {"job": "j", "picture": "c" * 64, "pixels": "d" * 64, "width": 8, "height": 8, "owner": "a", "before": 50, "limit": 10, "low": "abcd", "high": "abcdg", "id": "a" * 64, "digest": "b" * 64}


@pytest.mark.parametrize("name", sorted(set(QUERIES) - {"inputs"}))
def test_no_query_that_someone_waits_for_scans(in_sqlite, name):
    connection, query = in_sqlite.connections.get(), compiled(QUERIES[name], "sqlite")
    plan = [row["detail"] for row in connection.execute("EXPLAIN QUERY PLAN " + query.text, query.values(PARAMETERS))]
    tables = [step for step in plan if step.startswith(("SCAN", "SEARCH")) and "VIRTUAL TABLE" not in step and step != "SCAN line"]
    assert tables and all(step.startswith("SEARCH entries") or step.startswith("SEARCH child") for step in tables), plan
    assert all("INDEX" in step or "PRIMARY KEY" in step for step in tables), plan
    if name != "lineage":
        assert not any("TEMP B-TREE" in step for step in plan), plan


WANTED = {
    "all": {}, "owner": {"owner": "a"}, "starred": {"starred": True}, "owner starred": {"owner": "a", "starred": True}, "trash": {"trash": True},
    "owner trash": {"owner": "a", "trash": True}, "board": {"board": "b"}, "engine": {"owner": "a", "engine": "null"}, "anyone's engine": {"engine": "null"}, "size": {"owner": "a", "width": 8, "height": 8},
    "words": {"query": "mug"}, "words starred": {"query": "mug", "starred": True, "owner": "a"}, "words on a board": {"query": "mug", "board": "b"},
    "dates": {"owner": "a", "since": "2026-01-01", "until": "2026-02"},
}  # fmt: skip


@pytest.mark.parametrize("name", WANTED)
def test_a_page_walks_an_index_and_sorts_nothing(in_sqlite, name):
    wanted = Wanted(**WANTED[name])
    connection = in_sqlite.connections.get()
    plan = [row["detail"] for row in connection.execute("EXPLAIN QUERY PLAN " + wanted.sql()[0], wanted.sql()[1])]
    tables = [step for step in plan if step.startswith(("SCAN", "SEARCH"))]
    first = "words VIRTUAL TABLE INDEX" if wanted.query else "SEARCH board_entries" if wanted.board else "SEARCH entries USING"
    assert first in tables[0] and all("SCAN" not in step for step in tables[1:]), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan
    if wanted.owner and not wanted.query:
        assert "owner=?" in tables[0], plan


def test_filters_are_looked_at_in_the_index_that_is_walked(in_sqlite):
    """Without it, each row that is passed is read."""
    connection = in_sqlite.connections.get()
    text, values = Wanted(owner="a").sql()
    plan = [row["detail"] for row in connection.execute("EXPLAIN QUERY PLAN " + text, values)]
    columns = [row["name"] for row in connection.execute("PRAGMA index_info(entries_owner)")]
    assert "INDEX entries_owner (owner=? AND seq>? AND seq<?)" in plan[0]
    assert columns == ["owner", "seq", "engine", "width", "height", "starred", "created"]


def test_a_job_is_kept_once(history, recipe):
    first = history.append(picture(1), recipe, job="j1", owner="ann")
    assert history.append(picture(2), recipe, job="j1", owner="ann") == first == history.of_job("j1")
    assert history.count() == 1 and history.of_job("j2") is None


def test_pages_of_owners_and_boards(history, recipe):
    made = [history.append(picture(n), recipe, owner="ann" if n % 2 else "bob") for n in range(6)]
    assert [e.id for e in history.find(Wanted(owner="ann"))] == [e.id for e in reversed(made) if e.owner == "ann"]
    board = history.boards.add("ann", " Mugs ")
    assert history.boards.add("ann", "Mugs") == board and not history.boards.list("bob")
    for entry in (made[1], made[5]):
        history.boards.put("ann", entry.seq, [board.id])
    assert [e.id for e in history.find(Wanted(board=board.id))] == [made[5].id, made[1].id]
    assert [e.id for e in history.find(Wanted(board=board.id, query="mug", before=made[5].seq))] == [made[1].id]
    assert history.boards.of([made[1].seq, made[2].seq]) == {made[1].seq: (board.id,), made[2].seq: ()}
    history.remove(made[1].id)
    assert history.boards.list("ann")[0].count == 1
    history.empty_trash()
    with pytest.raises(UnknownEntry, match="no such board"):
        history.boards.put("bob", made[2].seq, [board.id])
    history.boards.remove("ann", board.id)
    assert not history.boards.list("ann") and history.get(made[5].id)


def test_opening_twice_migrates_once(tmp_path, recipe):
    with History(tmp_path) as one, History(tmp_path) as two:
        one.append(picture(1), recipe)
        assert two.count() == 1
    version = sqlite3.connect(tmp_path / "history.db").execute("PRAGMA user_version").fetchone()[0]
    assert version == NEWEST["history"]


def test_a_newer_history_is_left_alone(tmp_path):
    History(tmp_path).close()
    database = sqlite3.connect(tmp_path / "history.db")
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(HistoryError, match="newer"):
        History(tmp_path)


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "history.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(HistoryError, match="cannot be read"):
        History(tmp_path)


def test_a_folder_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="folder"):
        History(tmp_path / "file" / "history")


def _append_many(root, recipe_json: str, first: int) -> None:
    from diorama.recipe import load

    with History(root) as history:
        for i in range(first, first + 6):
            history.append(picture(i), load(recipe_json))


def test_processes_share_a_history(tmp_path, recipe):
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_append_many, args=(tmp_path, recipe.to_json(), first)) for first in (0, 3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    with History(tmp_path) as history:
        assert history.count() == 12 and history.verify() == []
        assert len(list((tmp_path / "pictures").rglob("*.png"))) == 9


def test_threads_share_a_history(history, recipe):
    def work(first: int) -> None:
        for i in range(first, first + 5):
            history.append(picture(i), recipe)
        history.close()

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert history.count() == 15 and history.verify() == []
