"""Text: what is to be read, found in the words, set flat, photographed; see README.md."""
