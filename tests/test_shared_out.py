"""Where several processes share the tests, those of one file are run by one of them."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="module")
def processes(tmp_path_factory):
    """A file in which each process that comes to these tests writes its name."""
    if (run := os.environ.get("PYTEST_XDIST_TESTRUNUID")) is None:
        pytest.skip("one process runs all tests")
    path = tmp_path_factory.getbasetemp().parent / f"processes-{run}.txt"
    with path.open("a") as file:
        file.write(os.environ["PYTEST_XDIST_WORKER"] + "\n")
    return path


@pytest.mark.parametrize("_", range(6))
def test_one_process_makes_what_the_tests_of_a_file_share(processes, _):
    assert processes.read_text().splitlines() == [os.environ["PYTEST_XDIST_WORKER"]]
