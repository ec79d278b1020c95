#!/bin/sh
# pytest-xdist 3.8.0 with pytest 9.2.0: `--dist loadgroup` shares tests out one by one, whatever `xdist_group` says, and does not tell.
# Seen: what a module's tests share is made in both processes; with pytest 9.1.1 in one. xdist writes the group into a test's `_nodeid`; pytest 9.2 makes the name of
# its `_id` and never looks there.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cat > "$here/test_one.py" <<'PYTHON'
import os
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("one")


@pytest.fixture(scope="module")
def dear():
    with Path("made.txt").open("a") as made:
        made.write(os.environ["PYTEST_XDIST_WORKER"] + "\n")


@pytest.mark.parametrize("k", range(20))
def test_it(dear, k):
    time.sleep(0.05)
PYTHON
"${PYTHON:-python3.11}" -m venv "$here/venv"
cd "$here"
for version in 9.1.1 9.2.0; do
    venv/bin/pip install --quiet "pytest==$version" "pytest-xdist==3.8.0"
    rm -f made.txt
    venv/bin/python -m pytest -q -n 2 --dist loadgroup -p no:cacheprovider >/dev/null
    processes=$(sort -u made.txt | wc -l | tr -d ' ')
    echo "pytest $version: the fixture of the one group is made by $processes"
    echo "$processes" >> counted.txt
done
[ "$(tr '\n' ' ' < counted.txt)" = "1 2 " ]
