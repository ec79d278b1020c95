"""Whether what people, animals and things are said to do, wear and look like is read as it is meant: whole lists of words, each in many sentences."""
