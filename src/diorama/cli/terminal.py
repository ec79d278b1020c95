"""The two consoles: results to the standard output, everything else to the standard error."""

from rich.console import Console

out = Console(soft_wrap=True)
err = Console(stderr=True)
