"""What a command loads: none of what only making a picture or setting letters needs."""

from __future__ import annotations

import subprocess
import sys


def test_reading_loads_neither_filters_nor_fonts():
    program = "import sys; from diorama.cli import main; sys.argv = ['diorama', 'read', 'a mug']\ntry: main()\nexcept SystemExit: pass\n"
    program += "loaded = {'scipy.ndimage', 'scipy.special', 'fontTools.ttLib'} & set(sys.modules); assert not loaded, loaded"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
