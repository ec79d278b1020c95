"""Building a wheel builds the studio's page into it; all else is in pyproject.toml. In an editable install the page is built by `./diorama serve`."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).resolve().parent / "scripts"))


class WithPage(build_py):
    """Python packages, and the page among their data."""

    def run(self) -> None:
        if not self.editable_mode:
            from build_page import build

            build()
            self.data_files = self._get_data_files()
        super().run()


setup(cmdclass={"build_py": WithPage})
