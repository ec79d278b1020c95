"""Queries that a page or a command waits for, in Core's words; a test pins that none of them scans. Lists and searches: `find.py`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, and_, bindparam, cast, literal, or_, select, union

from diorama.database.json import items, text
from diorama.database.tables import entries

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
