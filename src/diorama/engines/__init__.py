"""Who makes the pixels. Engines are strangers to each other; they are found through entry points."""
