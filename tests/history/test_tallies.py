"""Tallies are what a recount gives, whatever happened; pages and facets are what reading everything gives."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from diorama.history import History, Wanted
from diorama.history.facets import MOST_COUNTED
from diorama.history.tallies import BLOCK

KINDS = "board, owner, trashed, block, engine, width, height, starred, day"
WORDS = ("mug", "violin", "lemon", "violets")
ASKED = [
    {}, {"owner": "ann"}, {"owner": "ann", "starred": True}, {"engine": "rare"}, {"owner": "ann", "engine": "rare"}, {"owner": "bob", "width": 8, "height": 4},
    {"owner": "ann", "long_side": 8}, {"trash": True}, {"owner": "ann", "trash": True, "engine": "stage"}, {"board": "b"}, {"board": "b", "starred": True},
    {"board": "b", "engine": "rare"}, {"since": "2026-01-03", "until": "2026-02"}, {"owner": "ann", "since": "2026-01-31T12", "engine": "stage"},
    {"query": "vio"}, {"query": "vio lem", "owner": "ann"}, {"query": "violin", "engine": "rare"}, {"query": "lemon", "board": "b"},
    {"query": "mug", "starred": True, "until": "2026-02-10"}, {"query": "nothing"}, {"query": "v", "trash": True},
]  # fmt: skip


@pytest.fixture(params=["sqlite", "postgres"])
def history(request, tmp_path):
    """Entries of many kinds, in many blocks: places are far from one another."""
    with History(tmp_path / "history", None if request.param == "sqlite" else request.getfixturevalue("postgres")) as opened:
        chance = random.Random(1)
        with opened.connections.writing() as connection:
            connection.executemany("INSERT INTO boards (id, owner, name, created) VALUES (?, 'ann', ?, '')", [("b", "one"), ("c", "two")])
            for k in range(1, 121):
                add(connection, k * BLOCK // 3, chance)
        yield opened


def add(connection, seq: int, chance: random.Random) -> None:
    width, height = chance.choice(((4, 4), (6, 4), (8, 4)))
    words = " ".join(chance.sample(WORDS, 2))
    row = {
        "seq": seq, "id": f"{seq:064x}", "picture": "c" * 64, "format": "png", "size": 1, "width": width, "height": height, "prompt": words, "subjects": "",
        "created": f"2026-0{chance.randint(1, 2)}-{chance.randint(1, 28):02d}T{chance.randint(10, 23)}:00:00.000+00:00", "starred": int(chance.random() < 0.2),
        "engine": chance.choice(["stage"] * 9 + ["null"] * 9 + ["rare"]), "seed": 1, "recipe": "{}", "recipe_digest": "d", "seconds": 1.0,
        "owner": chance.choice(("ann", "ann", "bob")), "trashed": "2026" if chance.random() < 0.1 else None,
    }  # fmt: skip
    connection.execute(f"INSERT INTO entries ({', '.join(row)}) VALUES ({', '.join(':' + name for name in row)})", row)
    if row["owner"] == "ann" and chance.random() < 0.5:
        connection.execute("INSERT INTO board_entries (board, seq) VALUES (?, ?)", ("b", seq))


def rows(history: History, text: str) -> list[dict]:
    return [{name: row[name] for name in row.keys()} for row in history.connections.get().execute(text)]


def kept(history: History) -> Counter:
    found = Counter()
    for row in rows(history, f"SELECT {KINDS}, sum(n) AS n FROM tallies GROUP BY {KINDS}"):
        found[tuple(row[name.strip()] for name in KINDS.split(","))] = int(row["n"])
    return Counter({kind: n for kind, n in found.items() if n})


def recounted(history: History) -> Counter:
    found = Counter()
    laid = rows(history, "SELECT board, seq FROM board_entries")
    for row in everything(history):
        for board in ["", *(one["board"] for one in laid if one["seq"] == row["seq"])]:
            same = (row["engine"], row["width"], row["height"], row["starred"])
            for block, day in ((row["seq"] // BLOCK, row["created"][:10]), (-1, row["created"][:7])):
                found[board, row["owner"], int(row["trashed"] is not None), block, *same, day] += 1
    return found


def everything(history: History) -> list[dict]:
    return rows(history, "SELECT seq, id, owner, engine, width, height, starred, created, trashed, prompt FROM entries ORDER BY seq DESC")


def fits(history: History, row: dict, asked: dict) -> bool:
    laid = {one["seq"] for one in rows(history, "SELECT seq FROM board_entries WHERE board = 'b'")} if "board" in asked else set()
    return (
        (row["trashed"] is not None) == asked.get("trash", False)
        and all(row[name] == asked[name] for name in ("owner", "engine", "width", "height") if name in asked)
        and (row["starred"] == 1 or not asked.get("starred"))
        and max(row["width"], row["height"]) >= asked.get("long_side", 0)
        and asked.get("since", "") <= row["created"] < asked.get("until", "3")
        and ("board" not in asked or row["seq"] in laid)
        and all(any(word.startswith(start) for word in row["prompt"].split()) for start in asked.get("query", "").split())
    )


def test_pages_are_what_reading_everything_gives(history):
    for asked in ASKED:
        expected = [row["id"] for row in everything(history) if fits(history, row, asked)]
        found, before = [], None
        while page := history.find(Wanted(**asked, limit=7, **({} if before is None else {"before": before}))):
            found += [entry.id for entry in page]
            before = page[-1].seq
        assert found == expected, asked


@pytest.mark.parametrize(("few", "first"), [(0, 64 * BLOCK), (0, BLOCK), (3, 2 * BLOCK), (9, 2 * BLOCK), (20, BLOCK)])
def test_rare_words_go_by_the_inverted_index(history, monkeypatch, few, first):
    monkeypatch.setattr("diorama.history.find.FEW", few)
    monkeypatch.setattr("diorama.history.find.FIRST", first)
    monkeypatch.setattr("diorama.history.find.NEAR", 1)
    test_pages_are_what_reading_everything_gives(history)


def test_words_are_known_by_their_beginnings_in_postgres(tmp_path, postgres, monkeypatch):
    monkeypatch.setattr("diorama.history.find.FEW", 0)
    monkeypatch.setattr("diorama.history.find.NEAR", 1)
    whole = "SELECT diorama_whole_words(to_tsquery('diorama', :words))::text AS told"
    with History(tmp_path / "history", postgres) as opened:
        ask = opened.connections.get().execute
        with opened.connections.writing() as connection:
            connection.execute("INSERT INTO boards (id, owner, name, created) VALUES ('b', 'ann', 'one', '')")
            for k in range(1, 4):
                add(connection, k * BLOCK, random.Random(k))
        had = {word.removesuffix("s") for row in everything(opened) for word in row["prompt"].split() if word.startswith("vio")}
        told = ask(whole, {"words": "'vio':* & 'v':*"}).fetchone()["told"]
        assert had and set(re.findall(r"[a-z]+", told)) == had and ":*" not in told and "&" in told
        assert ask(whole, {"words": "'zep':*"}).fetchone()["told"] == "'zep':*", "of what none has, the beginning stays"
        first = next(row for row in everything(opened) if row["trashed"] is None)
        opened.note(first["id"], r"a zeppelin's o'clock 50% \ more")
        for query in ("zep", "o'cl", "zeppelin 50", "zeppelin's mor"):
            assert [entry.id for entry in opened.find(Wanted(query=query))] == [first["id"]], query
        with opened.connections.writing() as connection:
            connection.executemany("INSERT INTO lexemes (word) VALUES (?)", [(f"vio{k}",) for k in range(100)])
        assert ask(whole, {"words": "'vio':*"}).fetchone()["told"] == "'vio':*", "of very many words, too"
        assert len(opened.find(Wanted(query="vio"))) == sum("vio" in row["prompt"] and row["trashed"] is None for row in everything(opened))


def test_facets_are_what_counting_everything_gives(history, monkeypatch):
    for asked in ASKED:
        found = history.facets(Wanted(**asked))
        all_ = [row for row in everything(history) if fits(history, row, asked)]
        starred = sum(fits(history, row, asked | {"starred": True}) for row in everything(history))
        assert found.whole and (found.total, found.starred) == (len(all_), starred), asked
        engines = Counter(row["engine"] for row in everything(history) if fits(history, row, {k: v for k, v in asked.items() if k != "engine"}))
        assert {one.value: one.count for one in found.engines} == engines, asked
        any_size = {k: v for k, v in asked.items() if k not in ("width", "height", "long_side")}
        sizes = Counter(f"{row['width']}x{row['height']}" for row in everything(history) if fits(history, row, any_size))
        assert {one.value: one.count for one in found.sizes} == sizes, asked
    assert [one.value for one in history.facets(Wanted()).months] == ["2026-02", "2026-01"]
    monkeypatch.setattr("diorama.history.facets.MOST_COUNTED", 5)
    some = history.facets(Wanted(query="vio"))
    assert MOST_COUNTED == 1000 and not some.whole and some.total == 5


def test_tallies_follow_whatever_happens(history):
    assert kept(history) == recounted(history)
    chance = random.Random(2)
    for number in range(60):
        entry = chance.choice(everything(history))
        match number % 7:
            case 0 | 1:
                (history.unstar if entry["starred"] else history.star)(entry["id"])
            case 2:
                (history.restore if entry["trashed"] else history.remove)(entry["id"])
            case 3:
                history.give([entry["id"]], chance.choice(("ann", "bob")))
            case 4 if entry["owner"] == "ann":
                history.boards.put("ann", entry["seq"], chance.choice(([], ["b"], ["b", "c"])))
            case 5:
                with history.connections.writing() as connection:
                    add(connection, (200 + number) * BLOCK, chance)
            case _:
                history.note(entry["id"], "a note")
    assert kept(history) == recounted(history)
    history.boards.remove("ann", "c")
    history.connections.get().execute("UPDATE entries SET parent = NULL")
    assert history.empty_trash() > 0
    assert kept(history) == recounted(history) and history.count() == sum(row["trashed"] is None for row in everything(history))
    assert history.boards.list("ann")[0].count == history.facets(Wanted(board="b")).total


def test_an_older_history_is_brought_up(tmp_path, older_file):
    """The step before this one's, with entries in it."""
    connection = older_file(tmp_path / "history.db", "history", 7)
    fill(connection, random.Random(4))
    connection.commit()
    connection.close()
    with History(tmp_path) as opened:
        assert kept(opened) == recounted(opened) and opened.count() > 0
        assert [entry.prompt for entry in opened.find(Wanted(query="violi"))], "words are found as before"


def test_an_older_history_in_postgres_is_brought_up(tmp_path, postgres):
    from diorama.database import schema
    from diorama.database.postgresql import PostgresDatabase

    database = PostgresDatabase(postgres, prepared=False)
    schema._upgrade(database, "0003")
    with database.transaction():
        fill(database, random.Random(4))
    database.close()
    with History(tmp_path / "history", postgres) as opened:
        assert kept(opened) == recounted(opened) and opened.count() > 0
        assert [entry.prompt for entry in opened.find(Wanted(query="violi"))], "words are found as before"


def fill(connection, chance: random.Random) -> None:
    connection.execute("INSERT INTO boards (id, owner, name, created) VALUES ('b', 'ann', 'one', '')")
    for k in range(1, 31):
        add(connection, k * BLOCK // 3, chance)


def test_changes_are_summed_up_in_postgres(tmp_path, postgres):
    with History(tmp_path / "history", postgres) as opened:
        with opened.connections.writing() as connection:
            connection.execute("INSERT INTO boards (id, owner, name, created) VALUES ('b', 'ann', 'one', '2026')")
            for k in range(50):
                add(connection, k + 1, random.Random(3))
        before = kept(opened)
        assert len(rows(opened, "SELECT * FROM tallies")) > len(before), "each change is a row"
        opened.connections.get().execute("SELECT diorama_sum_up(owner, block, day) FROM (SELECT DISTINCT owner, block, day FROM tallies) AS all_")
        assert kept(opened) == before and len(rows(opened, "SELECT * FROM tallies")) == len(before)
