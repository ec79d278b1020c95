"""Grammar: a prompt → pieces → words with tags and arcs → noun phrases. Knows nothing of scenes.

document  prompt → sentences and fragments
parse     sentence → words with arcs (spaCy)
sentence  words → entries of the lexicon
phrases   entries → noun phrases with counts, modifiers, owners
"""
