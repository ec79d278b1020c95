"""`diorama`, for which pictures of some thousand pixels are large: they are made in tiles, and films in ranges of a few frames.

`python -m bench.scale.small ARGUMENTS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from diorama.engines.stage import pieces

SMALL = {"MOST": 12_000, "TILE": 10_000, "RANGE": 3}


@contextmanager
def small() -> Iterator[None]:
    """Meanwhile, in this process."""
    usual = {name: getattr(pieces, name) for name in SMALL}
    try:
        for name, value in SMALL.items():
            setattr(pieces, name, value)
        yield
    finally:
        for name, value in usual.items():
            setattr(pieces, name, value)


if __name__ == "__main__":
    from diorama.cli import main

    with small():
        main()
