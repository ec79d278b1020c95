"""Whether the reading is true: briefs that must read as before, and captions with their facts by hand. `python -m bench.facts`."""
