"""Does the picture show what the words say? Prompts with claims that a program checks. `python -m bench.fidelity`."""
