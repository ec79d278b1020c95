"""What the two databases say differently of JSON that is kept as text, as Core's own words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Float, Text, cast, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class member(FunctionElement[str]):
    """A member of an object, as text."""

    type = Text()
    inherit_cache = False


class each(FunctionElement[Any]):
    """The members of a list, or of the list that an object has under a key."""

    inherit_cache = False


def items(json: Any, name: str, key: str | None = None) -> Any:
    """Rows (`.c.value`) of a list, or of the list that an object has under `key`; `name`: the alias."""
    given = [json] if key is None else [json, literal_column(f"'{key}'")]
    return each(*given).table_valued("value", name=name)


def number(json: Any, key: str) -> Any:
    """A member of an object that is a number."""
    return cast(member(json, literal_column(f"'{key}'")), Float(53))


def text(json: Any, key: str) -> Any:
    """A member of an object, as text."""
    return member(json, literal_column(f"'{key}'"))


@compiles(member, "sqlite")
def _(element: Any, compiler: Any, **how: Any) -> str:
    json, key = (compiler.process(one, **how) for one in element.clauses)
    return f"({json} ->> {key})"


@compiles(member, "postgresql")
def _(element: Any, compiler: Any, **how: Any) -> str:
    json, key = (compiler.process(one, **how) for one in element.clauses)
    return f"(CAST({json} AS JSON) ->> {key})"


@compiles(each, "sqlite")
def _(element: Any, compiler: Any, **how: Any) -> str:
    json, *key = (compiler.process(one, **how) for one in element.clauses)
    return f"json_each({json}, '$.{key[0][1:-1]}')" if key else f"json_each({json})"


@compiles(each, "postgresql")
def _(element: Any, compiler: Any, **how: Any) -> str:
    json, *key = (compiler.process(one, **how) for one in element.clauses)
    return f"json_array_elements(CAST({json} AS JSON) -> {key[0]})" if key else f"json_array_elements(CAST({json} AS JSON))"
