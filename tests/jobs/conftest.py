"""A studio whose pictures cost nothing, and a queue that works on them."""

from __future__ import annotations

import pytest

from diorama.jobs import Queue
from diorama.studio import Settings, Studio


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path, engine="null")) as opened:
        yield opened


@pytest.fixture
def queue(studio):
    opened = Queue(studio)
    opened.start()
    yield opened
    opened.stop()
