"""Settings: from environment variables, with defaults that need no thought."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True)
class Settings:
    home: Path
    """Where history keeps its pictures and its database. DIORAMA_HOME; by default the user's data folder."""
    engine: str = "stage"
    """DIORAMA_ENGINE"""

    @classmethod
    def load(cls) -> Settings:
        home = os.environ.get("DIORAMA_HOME")
        return cls(Path(home) if home else user_data_path("diorama"), os.environ.get("DIORAMA_ENGINE", "stage"))
