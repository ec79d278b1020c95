# Blender ships no types: everything of it is Any to the checker.
from typing import Any

def __getattr__(name: str) -> Any: ...
