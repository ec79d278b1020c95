"""Fake services: each on a port of its own, known to its engine by DIORAMA_<NAME>_URL, its key in the environment."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for the package `services`: pytest imports test files one by one

from services import FAKES
from services.desk import KEY

from diorama.engines.hosted.services import SERVICES


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    """All fake services, by name. Tests of other rooms see neither their keys nor their addresses."""
    opened = {name: kind() for name, kind in FAKES.items()}
    with pytest.MonkeyPatch.context() as patch:
        for name, desk in opened.items():
            patch.setenv(f"DIORAMA_{name.upper()}_URL", desk.url + desk.prefix)
            patch.setenv(SERVICES[name].facts.key_env, KEY)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setattr("diorama.contracts.Hosted.beat", 0.01)
        patch.setattr("diorama.contracts.Hosted.slowest", 0.02)
        yield opened
    for desk in opened.values():
        desk.close()


@pytest.fixture
def desk(request, desks):
    """The fake that the test names, with nothing on its mind."""
    found = desks[request.param]
    for one in (found.calls, found.trouble, found.billed, found.edits):
        one.clear()
    yield found
    found.trouble.clear()
