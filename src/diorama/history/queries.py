"""The history's statements, in Core's words; a test pins that none of `QUERIES` scans. Lists and searches: `find.py`."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Text, and_, bindparam, cast, column, delete, func, insert, literal, literal_column, or_, select, table, union, update

from diorama.database.json import items, text
from diorama.database.put import Put
from diorama.database.tables import board_entries, boards, entries

given = bindparam
e = entries.c
live = e.trashed.is_(None)


def _lineage() -> Any:
    line = select(e.id, e.parent, literal(0).label("depth")).where(e.id == given("id")).cte("line", recursive=True)
    line = line.union_all(select(e.id, e.parent, line.c.depth + 1).where(e.id == line.c.parent))
    return select(entries).join(line, e.id == line.c.id).order_by(line.c.depth.desc())


def _inputs() -> Any:
    """Digests of all files that entries go by, or that came with them."""
    went, came = items(e.recipe, "went", "inputs"), items(e.files, "came")
    some = e.recipe.like('%"inputs":[{%')
    of_recipes = select(text(went.c.value, "sha256").label("sha256")).select_from(entries, went).where(some)
    return union(of_recipes, select(text(came.c.value, "sha256").label("sha256")).select_from(entries, came).where(e.files != "[]"))


_tallies = table("tallies", *map(column, ("board", "owner", "trashed", "block", "n"))).c
b, laid, child = boards.c, board_entries.c, entries.alias("child")
_all = (_tallies.trashed == literal_column("0"), _tallies.block == literal_column("-1"))
_on_board = select(func.coalesce(func.sum(_tallies.n), 0)).where(_tallies.board == b.id, _tallies.owner == b.owner, *_all).scalar_subquery()
MARKS = ("starred", "note", "trashed", "pixels")
"""Columns of an entry that change."""


@cache
def new_entry(names: tuple[str, ...]) -> Any:
    """An entry with these columns."""
    return insert(entries).values({name: given(name) for name in names}).inline()


@cache
def on_boards(count: int) -> Any:
    """The boards of so many entries (their places, by place)."""
    return select(laid.seq, laid.board).where(laid.seq.in_([given(f"p{k}") for k in range(count)])).order_by(laid.board)


QUERIES: dict[str, Any] = {
    "last": select(entries).where(e.seq < given("before"), live).order_by(e.seq.desc()).limit(1),
    "prefix": select(entries).where(and_(e.id >= given("low"), e.id < given("high"))).order_by(e.id).limit(3),
    "children": select(entries).where(e.parent == given("id"), live).order_by(e.seq),
    "job": select(entries).where(e.job == given("job")),
    "picture": select(entries).where(e.picture == given("picture"), e.owner == given("owner"), live).limit(1),
    "pixels": select(entries).where(e.pixels == given("pixels"), or_(cast(given("owner"), Text).is_(None), e.owner == given("owner")), live)
        .order_by(e.seq.desc()).limit(1),
    "undigested": select(entries).where(e.pixels.is_(None), e.width == given("width"), e.height == given("height"))
        .order_by(e.seq.desc()).limit(given("limit")),
    "recipe": select(entries).where(e.recipe_digest == given("digest"), live).order_by(e.seq),
    "lineage": _lineage(),
    "inputs": _inputs(),
}  # fmt: skip
"""What a page or a command waits for."""

STATEMENTS: dict[str, Any] = {
    **QUERIES,
    "any": select(e.seq).where(e.id == given("id")),
    "shown": select(e.seq).where(e.picture == given("picture")).limit(1),
    "all": select(entries).order_by(e.seq),
    "all_live": select(entries).where(live).order_by(e.seq),
    "of": select(entries).where(e.owner == given("owner")),
    "last_seq": select(func.coalesce(func.max(e.seq), 0).label("last")),
    "count": select(func.coalesce(func.sum(_tallies.n), 0)).where(_tallies.board == "", *_all),
    "ends": delete(entries).where(e.seq == given("seq")),
    "given": update(entries).where(e.seq == given("of")).values(owner=given("owner")),
    **{f"mark_{name}": update(entries).where(e.seq == given("of")).values({name: given("mark")}) for name in MARKS},
    "trash": select(e.seq, e.picture, e.format).where(e.trashed.is_not(None), ~select(child.c.seq).where(child.c.parent == e.id).exists()),
    "boards": select(b.id, b.name, _on_board.label("count")).where(b.owner == given("owner")).order_by(func.lower(b.name), b.id),
    "boards_of": select(b.id).where(b.owner == given("owner")),
    "board_begins": Put(boards, {name: given(name) for name in ("id", "owner", "name", "created")}, ["owner", "name"]),
    "board_ends": delete(boards).where(b.id == given("id"), b.owner == given("owner")),
    "placed": select(b.name, laid.seq).join(boards, b.id == laid.board).order_by(b.name, laid.seq),
    "laid": select(e.seq).where(e.id == given("id"), e.owner == given("owner")),
    "lay": Put(board_entries, {"board": given("board"), "seq": given("seq")}, ["board", "seq"]),
    "lift": delete(board_entries).where(laid.seq == given("seq")),
}
"""And what writes, or reads all of it."""
