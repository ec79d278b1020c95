"""Meaning: noun phrases, verbs and prepositions of parsed sentences → the draft of a scene, frame by frame (`reader` has the map)."""
