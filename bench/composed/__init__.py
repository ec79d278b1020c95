"""Prompts composed from scenes that are known, so that what is read of them can be judged by the thousand without a hand."""
