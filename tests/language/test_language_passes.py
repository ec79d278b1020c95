"""The passes over a sentence are a table: each reads and writes of the draft what it says, and no more."""

from __future__ import annotations

import dataclasses
from collections import defaultdict

import pytest

from bench.facts.captions import load
from diorama.language import read
from diorama.language.draft import Draft
from diorama.language.frames import passes as frames

CAPTIONS = 16
FIELDS = frozenset(f.name for f in dataclasses.fields(Draft)) - {"prompt", "rooms"}
"""Without what all of them have: the words, and where the notes lie."""


@pytest.fixture(scope="module")
def observed():
    """Pass → fields of the draft that it read, and that it changed, over some captions."""
    reads: dict[str, set[str]] = defaultdict(set)
    writes: dict[str, set[str]] = defaultdict(set)
    plain = Draft.__getattribute__
    running: list[str] = []

    def spied(self, name):
        if running and name in FIELDS:
            reads[running[-1]].add(name)
        return plain(self, name)

    def shown(draft: Draft) -> dict[str, str]:
        return {name: repr(plain(draft, name)) for name in FIELDS}

    def watched(step: frames.Pass) -> frames.Pass:
        def run(reader, found):
            before = shown(reader.draft)
            running.append(step.name)
            try:
                step.run(reader, found)
            finally:
                running.pop()
            after = shown(reader.draft)
            writes[step.name] |= {name for name in FIELDS if before[name] != after[name]}

        return step._replace(run=run)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Draft, "__getattribute__", spied)
        patch.setattr(frames, "PASSES", tuple(watched(step) for step in frames.PASSES))
        for caption in load()[:CAPTIONS]:
            read(caption.text)
    return reads, writes


@pytest.mark.parametrize("step", frames.PASSES, ids=lambda step: step.name)
def test_a_pass_reads_and_writes_what_it_says(step, observed):
    reads, writes = observed
    assert reads[step.name] <= step.reads | step.writes
    assert writes[step.name] <= step.writes


def test_nothing_is_read_that_no_pass_before_has_written():
    written: set[str] = set()
    for step in frames.PASSES:
        assert step.reads <= written, step.name
        written |= step.writes
